/* Sorting against its definition: ascending by key, then by tag, nothing lost;
 * from one item to many, with ties, zeros of both signs and extreme keys. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "numeric/sort.h"
#include "numeric/sort_small.h"
#include "support/support.h"

enum { MOST = 5000 };

static attain_i_item items[MOST];
static attain_i_item before[MOST];
static attain_i_item space[MOST];

static uint64_t next_number(uint64_t *state) {
    *state = *state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return *state >> 33;
}

/* Keys of one kind: 0 wide, 1 few different ones, 2 one, 3 of every size. */
static double make_key(int kind, uint64_t *state) {
    double number = (double)next_number(state) - 1e9;
    switch (kind) {
    case 0:
        return number / 7;
    case 1:
        return (double)(next_number(state) % 5) - 2;
    case 2:
        return next_number(state) % 2 ? 0.0 : -0.0;
    default:
        return ldexp(number, (int)(next_number(state) % 1900) - 980);
    }
}

static void check_sorted(size_t count) {
    double keys = 0;
    double tags = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            assert_true(items[i - 1].key <= items[i].key);
            if (items[i - 1].key == items[i].key)
                assert_true(items[i - 1].tag < items[i].tag);
        }
        /* Each item is one that was there: tags tell which. */
        size_t was = (size_t)items[i].tag;
        assert_memory_equal(&before[was].key, &items[i].key, sizeof keys);
        tags += items[i].tag;
    }
    assert_true(tags == (double)count * (double)(count - 1) / 2);
}

static void sort_orders_and_loses_nothing(void **state) {
    static const size_t counts[] = {0, 1, 2, 11, 12, 13, 511, 512, 513, MOST};
    uint64_t seed = 7;
    (void)state;
    for (int kind = 0; kind < 4; kind++) {
        for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
            size_t count = counts[c];
            for (size_t i = 0; i < count; i++) {
                before[i].key = make_key(kind, &seed);
                before[i].tag = (double)i;
            }
            /* Begin in another order than that of the tags. */
            for (size_t i = 0; i < count; i++)
                items[i] = before[count - 1 - i];
            attain_i_sort(items, count, space);
            check_sorted(count);
        }
    }
}

static void sort_takes_the_ends_of_the_range(void **state) {
    static const double ends[] = {-DBL_MAX, -1,      -DBL_MIN, -4.9e-324, 0,
                                  4.9e-324, DBL_MIN, 1,        DBL_MAX};
    size_t kinds = sizeof ends / sizeof *ends;
    (void)state;
    for (size_t i = 0; i < 900; i++) {
        before[i].key = ends[(i * 4) % kinds];
        before[i].tag = (double)i;
        items[i] = before[i];
    }
    attain_i_sort(items, 900, space);
    check_sorted(900);
    for (size_t i = 0; i < 900; i++)
        assert_true(items[i].key == ends[i / 100]);
}

/* Few bare numbers are what the items are, of every kind and also where most
 * are on one pile. */
static void small_agrees_with_items(void **state) {
    static double values[ATTAIN_I_SMALL];
    static double sorted[4 * ATTAIN_I_SMALL];
    uint64_t seed = 9;
    (void)state;
    for (size_t n = 1; n <= ATTAIN_I_SMALL; n += n < 70 ? 1 : 53) {
        for (int kind = 0; kind < 6; kind++) {
            double least = INFINITY;
            double most = -INFINITY;
            for (size_t i = 0; i < n; i++) {
                values[i] = make_key(kind % 4, &seed);
                if (kind == 4)
                    values[i] = i == 0 ? DBL_MAX : values[i] / 1e200;
                if (kind == 5)
                    values[i] = i % 2 ? DBL_MAX : -DBL_MAX;
                least = fmin(least, values[i]);
                most = fmax(most, values[i]);
                items[i] = (attain_i_item){values[i], 0};
            }
            attain_i_sort(items, n, space);
            attain_i_sort_small(values, n, least, most, sorted);
            for (size_t i = 0; i < n; i++)
                assert_true(sorted[i] == items[i].key);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_agrees_with_items),
        cmocka_unit_test(sort_orders_and_loses_nothing),
        cmocka_unit_test(sort_takes_the_ends_of_the_range)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
