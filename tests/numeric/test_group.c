#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

static void order_goes_group_by_group(void **state) {
    (void)state;
    static const int32_t codes[] = {2, 0, -1, 2, 1, 0, -7};
    static const int32_t expected[] = {1, 5, 4, 0, 3, 2, 6};
    int32_t order[7];
    size_t offsets[5];
    assert_int_equal(attain_group_order(codes, 7, 4, order, offsets, NULL),
                     ATTAIN_OK);
    assert_memory_equal(order, expected, sizeof expected);
    const size_t starts[] = {0, 2, 3, 5, 5};
    assert_memory_equal(offsets, starts, sizeof starts);
    assert_int_equal(attain_group_order(NULL, 0, 0, NULL, offsets, NULL),
                     ATTAIN_OK);
    assert_int_equal(offsets[0], 0);
}

static void order_rejects_bad_arguments(void **state) {
    (void)state;
    static const int32_t codes[] = {0, 1, 3};
    int32_t order[3] = {7, 7, 7};
    size_t offsets[4] = {9, 9, 9, 9};
    attain_error err;
    assert_int_equal(attain_group_order(codes, 3, 3, order, offsets, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 2);
    assert_int_equal(order[0], 7);
    assert_int_equal(offsets[0], 9);
    assert_int_equal(attain_group_order(NULL, 3, 4, order, offsets, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_group_order(codes, 3, 4, NULL, offsets, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_group_order(codes, 3, 4, order, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_group_order(codes, (size_t)INT32_MAX + 1, 4, order,
                                        offsets, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_group_order(codes, 3, SIZE_MAX, order, offsets, NULL),
        ATTAIN_ERR_ARGUMENT);
}

enum { SCHOOLS = 9000, GROUPS = 40, ALL = 13 };

/* Groups of all sizes from none to some thousands, with and without an order,
 * say what each group says alone. */
static void groups_agree_with_each_alone(void **state) {
    (void)state;
    static double values[SCHOOLS];
    static double weights[SCHOOLS];
    static double own[SCHOOLS];
    static double own_weights[SCHOOLS];
    static int32_t codes[SCHOOLS];
    static int32_t order[SCHOOLS];
    static double out[ALL * GROUPS];
    static double flat[ALL * GROUPS];
    size_t offsets[GROUPS + 1];
    int32_t all[ALL];
    uint64_t seed = 5;
    for (size_t i = 0; i < SCHOOLS; i++) {
        uint64_t bits = support_random(&seed);
        values[i] = bits % 20 == 0 ? NAN : (double)(bits >> 44) * 0.01;
        weights[i] = (double)(bits >> 20 & 0x7ff);
        codes[i] = i < 4000 ? 7 : (int32_t)(bits % (GROUPS + 1)) - 1;
        codes[i] = codes[i] == 11 ? 12 : codes[i];
    }
    for (int32_t s = 0; s < ALL; s++)
        all[s] = s;
    assert_int_equal(
        attain_group_order(codes, SCHOOLS, GROUPS, order, offsets, NULL),
        ATTAIN_OK);
    for (size_t i = 0; i < SCHOOLS; i++) {
        own[i] = values[order[i]];
        own_weights[i] = weights[order[i]];
    }
    for (int k = 0; k < 2; k++) {
        const double *w = k == 0 ? NULL : weights;
        const double *own_w = k == 0 ? NULL : own_weights;
        assert_int_equal(attain_statistics_by(all, ALL, values, w, order,
                                              offsets, GROUPS, out, NULL),
                         ATTAIN_OK);
        assert_int_equal(attain_statistics_by(all, ALL, own, own_w, NULL,
                                              offsets, GROUPS, flat, NULL),
                         ATTAIN_OK);
        for (size_t g = 0; g < GROUPS; g++) {
            for (int32_t s = 0; s < ALL; s++) {
                double alone;
                size_t from = offsets[g];
                assert_int_equal(
                    attain_statistic_of(s, own + from,
                                        own_w == NULL ? NULL : own_w + from,
                                        offsets[g + 1] - from, &alone, NULL),
                    ATTAIN_OK);
                assert_same(out[(size_t)s * GROUPS + g], alone);
                assert_same(flat[(size_t)s * GROUPS + g], alone);
            }
        }
    }
    assert_same(out[ATTAIN_STATISTIC_COUNT * GROUPS + 11], 0.0);
    assert_true(isnan(out[ATTAIN_STATISTIC_MEAN * GROUPS + 11]));
}

static void groups_name_the_faulty_one(void **state) {
    (void)state;
    static const double values[] = {1, 2, INFINITY, 4};
    static const double sound[] = {1, 2, 3, 4};
    static const double weights[] = {1, 1, 1, -0.5};
    static const size_t offsets[] = {0, 1, 2, 4};
    static const int32_t mean[] = {ATTAIN_STATISTIC_MEAN};
    double out[3] = {7, 7, 7};
    attain_error err;
    assert_int_equal(attain_statistics_by(mean, 1, values, NULL, NULL, offsets,
                                          3, out, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 2);
    assert_string_equal(err.field, "values");
    assert_int_equal(attain_statistics_by(mean, 1, sound, weights, NULL,
                                          offsets, 3, out, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 2);
    assert_string_equal(err.field, "weights");
    for (int i = 0; i < 3; i++)
        assert_same(out[i], 7.0);
}

static void groups_reject_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, 2};
    static const size_t offsets[] = {0, 1, 2};
    static const size_t backwards[] = {0, 2, 1};
    static const int32_t mean[] = {ATTAIN_STATISTIC_MEAN};
    static const int32_t median[] = {ATTAIN_STATISTIC_MEDIAN};
    static const int32_t unknown[] = {ATTAIN_STATISTIC_MEAN, 99};
    static const size_t huge[] = {0, SIZE_MAX / 64};
    double out[4];
    attain_error err;
    assert_int_equal(attain_statistics_by(NULL, 1, values, NULL, NULL, offsets,
                                          2, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_statistics_by(mean, 0, values, NULL, NULL, offsets,
                                          2, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_statistics_by(mean, 1, NULL, NULL, NULL, offsets, 2, out, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_statistics_by(mean, 1, values, NULL, NULL, NULL, 2, out, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_statistics_by(mean, 1, values, NULL, NULL, offsets,
                                          2, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_statistics_by(mean, 1, values, NULL, NULL,
                                          backwards, 2, out, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(err.row, 1);
    assert_int_equal(attain_statistics_by(unknown, 2, values, NULL, NULL,
                                          offsets, 2, out, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_contains(err.message, "99");
    /* More than there can be memory for. */
    assert_int_equal(
        attain_statistics_by(median, 1, values, NULL, NULL, huge, 1, out, NULL),
        ATTAIN_ERR_MEMORY);
    assert_int_equal(attain_statistics_by(mean, 1, values, NULL, NULL, huge,
                                          SIZE_MAX / 8, out, NULL),
                     ATTAIN_ERR_MEMORY);
    assert_int_equal(
        attain_statistics_by(mean, 1, NULL, NULL, NULL, offsets, 0, NULL, NULL),
        ATTAIN_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_goes_group_by_group),
        cmocka_unit_test(order_rejects_bad_arguments),
        cmocka_unit_test(groups_agree_with_each_alone),
        cmocka_unit_test(groups_name_the_faulty_one),
        cmocka_unit_test(groups_reject_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
