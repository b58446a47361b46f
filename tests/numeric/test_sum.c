#include "support/support.h"

#include <float.h>
#include <math.h>

#include "attain/numeric.h"
#include "numeric/sum.h"

/* Expected sums are from Python's math.fsum and fractions.Fraction, or plain
 * from powers of two. */

static double sum_of(const double *values, size_t count) {
    attain_sum sum;
    double out = 0;
    attain_sum_init(&sum);
    assert_int_equal(attain_sum_add(&sum, values, count, NULL), ATTAIN_OK);
    assert_int_equal(attain_sum_value(&sum, &out, NULL), ATTAIN_OK);
    assert_same(attain_i_sum(values, count), out);
    return out;
}

static void sum_of_nothing(void **state) {
    (void)state;
    const double missing[] = {NAN, NAN};
    assert_same(sum_of(NULL, 0), 0.0);
    assert_same(sum_of(missing, 2), 0.0);
}

static void sum_leaves_out_nan(void **state) {
    (void)state;
    const double values[] = {1, NAN, 2, NAN, 4};
    assert_same(sum_of(values, 5), 7.0);
}

static void sum_is_never_minus_zero(void **state) {
    (void)state;
    const double values[] = {-0.0, -0.0};
    const double opposite[] = {-3.5, 3.5};
    assert_same(sum_of(values, 2), 0.0);
    assert_same(sum_of(opposite, 2), 0.0);
}

static void sum_rounds_once(void **state) {
    (void)state;
    const double tenths[] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    const double wide[] = {1, 1e100, 1, -1e100};
    const double tie_even[] = {1, 0x1p-53};
    const double tie_up[] = {1 + 0x1p-52, 0x1p-53};
    const double past_tie[] = {1, 0x1p-53, 0x1p-1074};
    const double before_tie[] = {1, 0x1p-53, -0x1p-1074};
    assert_same(sum_of(tenths, 10), 1.0);
    assert_same(sum_of(wide, 4), 2.0);
    assert_same(sum_of(tie_even, 2), 1.0);
    assert_same(sum_of(tie_up, 2), 1 + 0x1p-51);
    assert_same(sum_of(past_tie, 3), 1 + 0x1p-52);
    assert_same(sum_of(before_tie, 3), 1.0);
}

static void sum_passes_the_range_inside(void **state) {
    (void)state;
    const double values[] = {1e308, 1e308, -1e308, -5e307};
    const double extreme[] = {DBL_MAX, DBL_MAX, -DBL_MAX, 0x1p-1074};
    assert_same(sum_of(values, 4), 5e307);
    assert_same(sum_of(extreme, 4), DBL_MAX);
}

static void sum_beyond_the_range(void **state) {
    (void)state;
    const double values[] = {DBL_MAX, DBL_MAX};
    const double edge[] = {DBL_MAX, 0x1p970};
    const double below[] = {-DBL_MAX, -0x1p970};
    const double under[] = {DBL_MAX, 0x1.fffffffffffffp969};
    attain_sum sum;
    attain_error err;
    double out = 7;
    attain_sum_init(&sum);
    assert_int_equal(attain_sum_add(&sum, values, 2, NULL), ATTAIN_OK);
    assert_int_equal(attain_sum_value(&sum, &out, &err), ATTAIN_ERR_VALUE);
    assert_int_equal(err.code, ATTAIN_ERR_VALUE);
    assert_same(out, 7.0);
    assert_true(isnan(attain_i_sum(values, 2)));
    assert_true(isnan(attain_i_sum(edge, 2)));
    assert_true(isnan(attain_i_sum(below, 2)));
    assert_same(sum_of(under, 2), DBL_MAX);
}

static void sum_of_subnormals(void **state) {
    (void)state;
    double values[3000];
    for (int i = 0; i < 3000; i++)
        values[i] = i % 3 == 0 ? -0x1p-1074 : 0x1p-1074;
    assert_same(sum_of(values, 3000), 1000 * 0x1p-1074);
    const double grown[] = {0x0.fffffffffffffp-1022, 0x1p-1074};
    assert_same(sum_of(grown, 2), 0x1p-1022);
    const double mixed[] = {0x1p-1022, -0x1p-1074, 0x1p-1000};
    assert_same(sum_of(mixed, 3), 0x1p-1000 + 0x1p-1022);
}

static void sum_rejects_infinity(void **state) {
    (void)state;
    double values[2000];
    attain_sum sum;
    attain_error err;
    double out;
    for (int i = 0; i < 2000; i++)
        values[i] = 1;
    values[1500] = -INFINITY;
    attain_sum_init(&sum);
    assert_int_equal(attain_sum_add(&sum, values, 3, NULL), ATTAIN_OK);
    attain_sum before = sum;
    assert_int_equal(attain_sum_add(&sum, values, 2000, &err),
                     ATTAIN_ERR_VALUE);
    assert_contains(err.message, "infinite");
    assert_memory_equal(&sum, &before, sizeof sum);
    assert_int_equal(attain_sum_value(&sum, &out, NULL), ATTAIN_OK);
    assert_same(out, 3.0);
    assert_true(isnan(attain_i_sum(values, 2000)));
}

static void sum_rejects_bad_arguments(void **state) {
    (void)state;
    const double one = 1;
    double out;
    attain_sum sum;
    attain_sum other;
    attain_sum_init(NULL);
    attain_sum_init(&sum);
    attain_sum_init(&other);
    assert_int_equal(attain_sum_add(NULL, &one, 1, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_sum_add(&sum, NULL, 1, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_sum_merge(NULL, &sum, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_sum_merge(&sum, NULL, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_sum_value(NULL, &out, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_sum_value(&sum, NULL, NULL), ATTAIN_ERR_ARGUMENT);
    other.struct_size = 8;
    assert_int_equal(attain_sum_add(&other, &one, 1, NULL), ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_sum_merge(&sum, &other, NULL), ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_sum_merge(&other, &sum, NULL), ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_sum_value(&other, &out, NULL), ATTAIN_ERR_STRUCT);
}

/* --- Order and shards --------------------------------------------------- */

/* A double with its exponent drawn from 2^-`spread` … 2^`spread`. */
static double draw(uint64_t *seed, int spread) {
    uint64_t bits = support_random(seed);
    int exponent = (int)(support_random(seed) % (2 * (unsigned)spread + 1));
    uint64_t field = (uint64_t)(1023 - spread + exponent) << 52;
    return support_double((bits & 0x800fffffffffffffu) | field);
}

static void shuffle(double *values, size_t count, uint64_t *seed) {
    for (size_t i = count; i > 1; i--) {
        size_t k = (size_t)(support_random(seed) % i);
        double other = values[k];
        values[k] = values[i - 1];
        values[i - 1] = other;
    }
}

/* The sum term by term through merges of sums of one. */
static double merged(const double *values, size_t count, size_t shard) {
    attain_sum whole;
    double out = NAN;
    attain_sum_init(&whole);
    for (size_t i = 0; i < count; i += shard) {
        attain_sum part;
        size_t n = count - i < shard ? count - i : shard;
        attain_sum_init(&part);
        assert_int_equal(attain_sum_add(&part, values + i, n, NULL), ATTAIN_OK);
        assert_int_equal(attain_sum_merge(&whole, &part, NULL), ATTAIN_OK);
    }
    assert_int_equal(attain_sum_value(&whole, &out, NULL), ATTAIN_OK);
    return out;
}

static void sum_is_the_same_in_any_order_and_shards(void **state) {
    (void)state;
    static const int spreads[] = {3, 15, 16, 17, 40, 1000};
    static double values[5000];
    uint64_t seed = 1;
    for (size_t k = 0; k < sizeof spreads / sizeof *spreads; k++) {
        for (size_t i = 0; i < 5000; i++) {
            values[i] = draw(&seed, spreads[k]);
            if (i % 19 == 0)
                values[i] = NAN;
            if (i % 23 == 0)
                values[i] = 0;
        }
        double first = sum_of(values, 5000);
        assert_same(merged(values, 5000, 1), first);
        assert_same(merged(values, 5000, 7), first);
        assert_same(merged(values, 5000, 1024), first);
        for (int turn = 0; turn < 3; turn++) {
            shuffle(values, 5000, &seed);
            assert_same(sum_of(values, 5000), first);
            assert_same(merged(values, 5000, 33), first);
        }
    }
}

static void sum_of_every_length_agrees_with_single_terms(void **state) {
    (void)state;
    static double values[1100];
    uint64_t seed = 9;
    for (size_t i = 0; i < 1100; i++)
        values[i] = fabs(draw(&seed, 10));
    for (size_t n = 0; n < 1100; n += n < 40 ? 1 : 53)
        assert_same(attain_i_sum(values, n), merged(values, n, 1));
}

/* All terms at the ends of the vectors' window: 2^a and just below 2^(a + 32),
 * over the exponents where the window itself ends. */
static void sum_at_the_ends_of_the_window(void **state) {
    (void)state;
    static double values[1024];
    for (int a = -1074; a <= 981; a += a < -960 || a > 900 ? 1 : 97) {
        double least = ldexp(1 + (a > -1000 ? DBL_EPSILON : 0), a);
        double most = ldexp(2 - DBL_EPSILON, a + 31);
        for (size_t i = 0; i < 1024; i++)
            values[i] = i % 2 == 0 ? least : most;
        values[1023] = -least;
        double whole = attain_i_sum(values, 1024);
        assert_same(whole, merged(values, 1024, 1));
    }
}

/* Numbers of equal binary size add up as integers would. */
static void sum_agrees_with_integers(void **state) {
    (void)state;
    static double values[20000];
    uint64_t seed = 77;
    int64_t whole = 0;
    for (size_t i = 0; i < 20000; i++) {
        int64_t part = (int64_t)(support_random(&seed) >> 24) - (1LL << 39);
        whole += part;
        values[i] = (double)part * 0x1p-20;
    }
    assert_same(sum_of(values, 20000), (double)whole * 0x1p-20);
}

static void sum_carries_after_very_many_additions(void **state) {
    (void)state;
    attain_sum sum;
    attain_sum part;
    double out = 0;
    const double values[] = {0x1.fffffffffffffp30, -0x1.8p-30};
    attain_sum_init(&sum);
    attain_sum_init(&part);
    assert_int_equal(attain_sum_add(&part, values, 2, NULL), ATTAIN_OK);
    /* Doubled 40 times: 2^40 of each. */
    sum = part;
    for (int i = 0; i < 40; i++) {
        attain_sum again = sum;
        assert_int_equal(attain_sum_merge(&sum, &again, NULL), ATTAIN_OK);
    }
    assert_int_equal(attain_sum_value(&sum, &out, NULL), ATTAIN_OK);
    assert_same(out, 0x1p40 * (0x1.fffffffffffffp30 - 0x1.8p-30));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sum_of_nothing),
        cmocka_unit_test(sum_leaves_out_nan),
        cmocka_unit_test(sum_is_never_minus_zero),
        cmocka_unit_test(sum_rounds_once),
        cmocka_unit_test(sum_passes_the_range_inside),
        cmocka_unit_test(sum_beyond_the_range),
        cmocka_unit_test(sum_of_subnormals),
        cmocka_unit_test(sum_rejects_infinity),
        cmocka_unit_test(sum_rejects_bad_arguments),
        cmocka_unit_test(sum_is_the_same_in_any_order_and_shards),
        cmocka_unit_test(sum_of_every_length_agrees_with_single_terms),
        cmocka_unit_test(sum_at_the_ends_of_the_window),
        cmocka_unit_test(sum_agrees_with_integers),
        cmocka_unit_test(sum_carries_after_very_many_additions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
