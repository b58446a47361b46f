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

enum { SCHOOLS = 9000, GROUPS = 40, ALL = 15 };

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
        assert_int_equal(attain_statistics_by(all, ALL, NULL, 0, values, w,
                                              order, offsets, GROUPS, out, NULL,
                                              NULL),
                         ATTAIN_OK);
        assert_int_equal(attain_statistics_by(all, ALL, NULL, 0, own, own_w,
                                              NULL, offsets, GROUPS, flat, NULL,
                                              NULL),
                         ATTAIN_OK);
        for (size_t g = 0; g < GROUPS; g++) {
            for (int32_t s = 0; s < ALL; s++) {
                double alone;
                size_t from = offsets[g];
                assert_int_equal(attain_statistic_of(
                                     s, NULL, 0, own + from,
                                     own_w == NULL ? NULL : own_w + from,
                                     offsets[g + 1] - from, &alone, NULL, NULL),
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
    assert_int_equal(attain_statistics_by(mean, 1, NULL, 0, values, NULL, NULL,
                                          offsets, 3, out, NULL, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 2);
    assert_string_equal(err.field, "values");
    assert_int_equal(attain_statistics_by(mean, 1, NULL, 0, sound, weights,
                                          NULL, offsets, 3, out, NULL, &err),
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
    assert_int_equal(attain_statistics_by(NULL, 1, NULL, 0, values, NULL, NULL,
                                          offsets, 2, out, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_statistics_by(mean, 0, NULL, 0, values, NULL, NULL,
                                          offsets, 2, out, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_statistics_by(mean, 1, NULL, 0, NULL, NULL, NULL,
                                          offsets, 2, out, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_statistics_by(mean, 1, NULL, 0, values, NULL, NULL,
                                          NULL, 2, out, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_statistics_by(mean, 1, NULL, 0, values, NULL, NULL,
                                          offsets, 2, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_statistics_by(mean, 1, NULL, 0, values, NULL, NULL,
                                          backwards, 2, out, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(err.row, 1);
    assert_int_equal(attain_statistics_by(unknown, 2, NULL, 0, values, NULL,
                                          NULL, offsets, 2, out, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_contains(err.message, "99");
    /* More than there can be memory for. */
    assert_int_equal(attain_statistics_by(median, 1, NULL, 0, values, NULL,
                                          NULL, huge, 1, out, NULL, NULL),
                     ATTAIN_ERR_MEMORY);
    assert_int_equal(attain_statistics_by(mean, 1, NULL, 0, values, NULL, NULL,
                                          huge, SIZE_MAX / 8, out, NULL, NULL),
                     ATTAIN_ERR_MEMORY);
    assert_int_equal(attain_statistics_by(mean, 1, NULL, 0, NULL, NULL, NULL,
                                          offsets, 0, NULL, NULL, NULL),
                     ATTAIN_OK);
}

enum { COLUMNS = 9, UNITS = 2400, PARTS = 21 };

/* A number of a column: decimals with gaps, numbers around 0, zeros, sizes far
 * apart, all the same, almost nothing known, tiny,
 * huge, close together. */
static double column_value(size_t column, uint64_t bits) {
    double x = (double)(bits >> 44) * 0.0001 + 3;
    switch (column) {
    case 1:
        return x - 50;
    case 2:
        return bits % 3 == 0 ? 0 : x;
    case 3:
        return bits % 97 == 0 ? x * 1e30 : x * 1e-9;
    case 4:
        return 0.1;
    case 5:
        return bits % 50 == 0 ? x : NAN;
    case 6:
        return x * 1e-308;
    case 7:
        return x * 1e140;
    case 8:
        return 5 + (double)(bits % 3) * 1e-15;
    default:
        return bits % 20 == 0 ? NAN : x;
    }
}

/* Whole weights, others, some that are 0 or missing, none. */
static double weight_of(int kind, uint64_t bits) {
    if (kind == 1)
        return (double)(bits >> 50) + 0.25;
    if (kind == 2)
        return bits % 7 == 0 ? 0 : bits % 7 == 1 ? NAN : (double)(bits >> 50);
    return (double)(bits >> 50) + 1;
}

/* What a column says is what the calls of each array alone say, of the same
 * elements without weights for the unweighted ones. */
static void columns_agree_with_each_alone(void **state) {
    (void)state;
    static const int32_t wanted[] = {
        ATTAIN_STATISTIC_UNWEIGHTED_MEAN, ATTAIN_STATISTIC_UNWEIGHTED_CV,
        ATTAIN_STATISTIC_MEAN, ATTAIN_STATISTIC_SUM, ATTAIN_STATISTIC_COUNT};
    static const int32_t alone[] = {ATTAIN_STATISTIC_MEAN, ATTAIN_STATISTIC_CV,
                                    ATTAIN_STATISTIC_MEAN, ATTAIN_STATISTIC_SUM,
                                    ATTAIN_STATISTIC_COUNT};
    static double values[COLUMNS * (UNITS + 5)];
    static double weights[UNITS];
    static int32_t codes[UNITS];
    static int32_t order[UNITS];
    static double out[COLUMNS * 5 * PARTS];
    static double own[UNITS];
    static double own_w[UNITS];
    size_t offsets[PARTS + 1];
    uint64_t seed = 11;
    for (size_t i = 0; i < UNITS; i++)
        codes[i] = (int32_t)(support_random(&seed) % (PARTS + 1)) - 1;
    for (size_t i = 0; i < COLUMNS * (UNITS + 5); i++)
        values[i] = column_value(i / (UNITS + 5), support_random(&seed));
    assert_int_equal(
        attain_group_order(codes, UNITS, PARTS, order, offsets, NULL),
        ATTAIN_OK);
    for (int kind = 0; kind < 4; kind++) {
        for (size_t i = 0; i < UNITS; i++)
            weights[i] = weight_of(kind, support_random(&seed));
        assert_int_equal(attain_statistics_by_columns(
                             wanted, 5, NULL, 0, values, COLUMNS, UNITS + 5,
                             kind == 3 ? NULL : weights, order, offsets, PARTS,
                             out, NULL, NULL),
                         ATTAIN_OK);
        for (size_t k = 0; k < (size_t)COLUMNS * PARTS; k++) {
            size_t c = k / PARTS;
            size_t g = k % PARTS;
            size_t n = 0;
            for (size_t i = offsets[g]; i < offsets[g + 1]; i++) {
                own[n] = values[c * (UNITS + 5) + (size_t)order[i]];
                own_w[n] = kind == 3 ? 1 : weights[order[i]];
                n += own_w[n] == own_w[n];
            }
            for (size_t s = 0; s < 5; s++) {
                double expected;
                const double *w = s < 2 || kind == 3 ? NULL : own_w;
                assert_int_equal(attain_statistic_of(alone[s], NULL, 0, own, w,
                                                     n, &expected, NULL, NULL),
                                 ATTAIN_OK);
                assert_same(out[(c * 5 + s) * PARTS + g], expected);
            }
        }
    }
}

static void columns_reject_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, INFINITY};
    static const double weights[] = {1, 2};
    static const int32_t order[] = {0, 1};
    static const size_t offsets[] = {0, 1, 2};
    static const int32_t mean[] = {ATTAIN_STATISTIC_UNWEIGHTED_MEAN};
    double out[4] = {7, 7, 7, 7};
    attain_error err;
    assert_int_equal(attain_statistics_by_columns(mean, 1, NULL, 0, values, 2,
                                                  2, weights, order, offsets, 2,
                                                  out, NULL, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 1);
    for (int i = 0; i < 4; i++)
        assert_same(out[i], 7.0);
    assert_int_equal(attain_statistics_by_columns(
                         mean, 1, NULL, 0, values, SIZE_MAX / 8, 2, weights,
                         order, offsets, 2, out, NULL, &err),
                     ATTAIN_ERR_MEMORY);
    assert_int_equal(attain_statistics_by_columns(mean, 1, NULL, 0, NULL, 2, 2,
                                                  weights, order, offsets, 2,
                                                  out, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_statistics_by_columns(mean, 1, NULL, 0, NULL, 0, 2,
                                                  weights, order, offsets, 2,
                                                  NULL, NULL, &err),
                     ATTAIN_OK);
    assert_int_equal(attain_statistics_by_columns(mean, 1, NULL, 0, values, 1,
                                                  2, weights, order, offsets, 2,
                                                  out, NULL, &err),
                     ATTAIN_OK);
    assert_same(out[0], 1.0);
    assert_same(out[1], 2.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_goes_group_by_group),
        cmocka_unit_test(order_rejects_bad_arguments),
        cmocka_unit_test(groups_agree_with_each_alone),
        cmocka_unit_test(groups_name_the_faulty_one),
        cmocka_unit_test(groups_reject_bad_arguments),
        cmocka_unit_test(columns_agree_with_each_alone),
        cmocka_unit_test(columns_reject_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
