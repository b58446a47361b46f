#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

/* --- Screening ------------------------------------------------------------ */

static void screening_by_row_and_by_column(void **state) {
    (void)state;
    /* Four rows of three columns, one apart. */
    static const double values[] = {1,   NAN, 0, NAN, -9, 2,   NAN, 0,
                                    NAN, -9,  3, 5,   0,  NAN, -9};
    uint8_t keep[4];
    double known[4];
    double nonzero[4];
    assert_int_equal(attain_screen(ATTAIN_SCREENING_KNOWN, NULL, 0, values, 3,
                                   5, 4, 0, keep, known, nonzero, NULL),
                     ATTAIN_OK);
    static const uint8_t rows[] = {1, 0, 1, 0};
    static const double row_known[] = {1, 1.0 / 3, 1, 0};
    static const double row_nonzero[] = {1, 1, 0, NAN};
    for (int i = 0; i < 4; i++) {
        assert_int_equal(keep[i], rows[i]);
        assert_same(known[i], row_known[i]);
        assert_same(nonzero[i], row_nonzero[i]);
    }
    assert_int_equal(attain_screen(ATTAIN_SCREENING_BOTH, NULL, 0, values, 3, 5,
                                   4, 0, keep, NULL, NULL, NULL),
                     ATTAIN_OK);
    static const uint8_t both[] = {1, 0, 0, 0};
    assert_memory_equal(keep, both, 4);
    assert_int_equal(attain_screen(ATTAIN_SCREENING_NONZERO, NULL, 0, values, 3,
                                   5, 4, 0, keep, NULL, NULL, NULL),
                     ATTAIN_OK);
    static const uint8_t some[] = {1, 1, 0, 0};
    assert_memory_equal(keep, some, 4);
    static const double half[] = {0.5};
    assert_int_equal(attain_screen(ATTAIN_SCREENING_KNOWN, half, 1, values, 3,
                                   5, 4, 1, keep, known, NULL, NULL),
                     ATTAIN_OK);
    static const uint8_t columns[] = {1, 1, 1};
    static const double column_known[] = {0.5, 0.5, 0.75};
    for (int c = 0; c < 3; c++) {
        assert_int_equal(keep[c], columns[c]);
        assert_same(known[c], column_known[c]);
    }
}

/* 2 of 3 is 2/3, whatever the doubles say; and 0.7 of 10 is 7. */
static void screening_compares_decimals(void **state) {
    (void)state;
    double values[10] = {1, 1, 1, 1, 1, 1, 1, NAN, NAN, NAN};
    static const double seven[] = {0.7};
    uint8_t keep = 9;
    assert_int_equal(attain_screen(0, NULL, 0, values + 5, 1, 3, 3, 1, &keep,
                                   NULL, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(keep, 1);
    assert_int_equal(attain_screen(0, seven, 1, values, 1, 10, 10, 1, &keep,
                                   NULL, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(keep, 1);
    /* Nothing has no data. */
    assert_int_equal(
        attain_screen(0, NULL, 0, NULL, 1, 0, 0, 1, &keep, NULL, NULL, NULL),
        ATTAIN_OK);
    assert_int_equal(keep, 0);
}

static void screening_rejects_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, INFINITY};
    static const double wrong[] = {1.5};
    uint8_t keep[2] = {9, 9};
#define SCREEN(m, p, v, by, to)                                                \
    attain_screen(m, p, p != NULL, v, 1, 2, 2, by, to, NULL, NULL, NULL)
    const double *none = NULL;
    const double *given = wrong;
    assert_int_equal(SCREEN(3, none, values, 0, keep), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(SCREEN(0, given, values, 0, keep), ATTAIN_ERR_VALUE);
    assert_int_equal(SCREEN(0, none, values, 0, keep), ATTAIN_ERR_VALUE);
    assert_int_equal(SCREEN(0, none, NULL, 0, keep), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(SCREEN(0, none, values, 2, keep), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(SCREEN(0, none, values, 0, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(keep[0], 9);
}

/* --- Imputation ----------------------------------------------------------- */

/* One row of periods. */
static void assert_row(int32_t method, const double *parameters,
                       size_t parameter_count, const double *times,
                       const double *row, size_t count, const double *expected,
                       const uint8_t *how) {
    double out[8];
    double in_place[8];
    uint8_t filled[8];
    memcpy(in_place, row, count * sizeof *row);
    assert_int_equal(attain_impute(method, parameters, parameter_count, row,
                                   count, 1, 1, NULL, 0, times, out, filled,
                                   NULL, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_impute(method, parameters, parameter_count,
                                   in_place, count, 1, 1, NULL, 0, times,
                                   in_place, NULL, NULL, NULL, NULL),
                     ATTAIN_OK);
    for (size_t i = 0; i < count; i++) {
        assert_same(out[i], expected[i]);
        assert_same(in_place[i], expected[i]);
        assert_int_equal(filled[i], how[i]);
    }
}

enum {
    O = ATTAIN_FILLED_OBSERVED,
    M = ATTAIN_FILLED_MISSING,
    C = ATTAIN_FILLED_CARRIED,
    I = ATTAIN_FILLED_INTERPOLATED
};

/* COINr's test of impute_panel, type "linear": 2020 … 2022. */
static void linear_agrees_with_coinr(void **state) {
    (void)state;
    static const double ends[] = {NAN, 1};
    static const double years[] = {2020, 2021, 2022};
    static const double rows[4][3] = {
        {1, 2, 3}, {3, NAN, 5}, {NAN, 5, 6}, {7, 8, NAN}};
    static const double expected[4][3] = {
        {1, 2, 3}, {3, 4, 5}, {5, 5, 6}, {7, 8, 8}};
    static const uint8_t how[4][3] = {
        {O, O, O}, {O, I, O}, {C, O, O}, {O, O, C}};
    for (int i = 0; i < 4; i++)
        assert_row(ATTAIN_IMPUTATION_LINEAR, ends, 2, years, rows[i], 3,
                   expected[i], how[i]);
    /* Without the rule for ends they stay as they are. */
    static const uint8_t open[] = {M, O, O};
    assert_row(ATTAIN_IMPUTATION_LINEAR, NULL, 0, years, rows[2], 3, rows[2],
               open);
}

static void limits_of_time(void **state) {
    (void)state;
    static const double row[] = {NAN, 1, NAN, NAN, 4, NAN, NAN};
    static const double times[] = {2000, 2001, 2002, 2003, 2004, 2006, 2009};
    static const double two[] = {2};
    static const double three_and_ends[] = {3, 1};
    static const double last[] = {NAN, 1, 1, 1, 4, 4, NAN};
    static const uint8_t last_how[] = {M, O, C, C, O, C, M};
    assert_row(ATTAIN_IMPUTATION_LAST, two, 1, times, row, 7, last, last_how);
    static const double linear[] = {1, 1, 2, 3, 4, 4, NAN};
    static const uint8_t linear_how[] = {C, O, I, I, O, C, M};
    assert_row(ATTAIN_IMPUTATION_LINEAR, three_and_ends, 2, times, row, 7,
               linear, linear_how);
    /* The gap of three years is more than two. */
    static const double short_of[] = {NAN, 1, NAN, NAN, 4, NAN, NAN};
    static const uint8_t none[] = {M, O, M, M, O, M, M};
    assert_row(ATTAIN_IMPUTATION_LINEAR, two, 1, times, row, 7, short_of, none);
    static const double nothing[] = {NAN, NAN, NAN};
    static const uint8_t all[] = {M, M, M};
    assert_row(ATTAIN_IMPUTATION_LINEAR, three_and_ends, 2, NULL, nothing, 3,
               nothing, all);
    assert_row(ATTAIN_IMPUTATION_LAST, NULL, 0, NULL, nothing, 3, nothing, all);
    /* Nothing is read behind the times of a row without a value. */
    static const double three[] = {0, 1, 2};
    assert_row(ATTAIN_IMPUTATION_LAST, NULL, 0, three, nothing, 3, nothing,
               all);
    assert_row(ATTAIN_IMPUTATION_LINEAR, three_and_ends, 2, three, nothing, 3,
               nothing, all);
    /* Times that are not even, and values far apart. */
    static const double uneven[] = {0, 3, 4};
    static const double far[] = {-1.6e308, NAN, 1.6e308};
    static const double between[] = {-1.6e308, -1.6e308 * 0.25 + 1.6e308 * 0.75,
                                     1.6e308};
    static const uint8_t one[] = {O, I, O};
    assert_row(ATTAIN_IMPUTATION_LINEAR, NULL, 0, uneven, far, 3, between, one);
}

static void imputation_says_from_where(void **state) {
    (void)state;
    static const double row[] = {NAN, 1, NAN, 3, NAN};
    static const double ends[] = {NAN, 1};
    double out[5];
    int32_t from[5];
    int32_t to[5];
    assert_int_equal(attain_impute(ATTAIN_IMPUTATION_LINEAR, ends, 2, row, 5, 1,
                                   1, NULL, 0, NULL, out, NULL, from, to, NULL),
                     ATTAIN_OK);
    static const int32_t expected_from[] = {1, -1, 1, -1, 3};
    static const int32_t expected_to[] = {-1, -1, 3, -1, -1};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(from[i], expected_from[i]);
        assert_int_equal(to[i], expected_to[i]);
    }
}

static void columns_are_filled_from_themselves(void **state) {
    (void)state;
    /* Two columns of six rows in groups 0 0 0 1 1 −. */
    static const double values[] = {1, 3, NAN, 10,  NAN, NAN,
                                    1, 1, 4,   NAN, NAN, 2};
    static const int32_t codes[] = {0, 0, 0, 1, 1, -1};
    static const double mean = 14.0 / 3;
    const double expected[4][12] = {
        {1, 3, mean, 10, mean, mean, 1, 1, 4, 2, 2, 2},
        {1, 3, 3, 10, 3, 3, 1, 1, 4, 1.5, 1.5, 2},
        {1, 3, 2, 10, 10, NAN, 1, 1, 4, NAN, NAN, 2},
        {1, 3, 2, 10, 10, NAN, 1, 1, 4, NAN, NAN, 2}};
    for (int32_t method = 0; method < 4; method++) {
        double out[12];
        uint8_t filled[12];
        int32_t from[12];
        int grouped = method >= ATTAIN_IMPUTATION_GROUP_MEAN;
        int median = method % 2 != 0;
        assert_int_equal(attain_impute(method, NULL, 0, values, 2, 6, 6,
                                       grouped ? codes : NULL, 2, NULL, out,
                                       filled, from, NULL, NULL),
                         ATTAIN_OK);
        for (int i = 0; i < 12; i++) {
            int was = isnan(values[i]);
            assert_same(out[i], expected[method][i]);
            assert_int_equal(filled[i], !was            ? O
                                        : isnan(out[i]) ? M
                                        : median        ? ATTAIN_FILLED_MEDIAN
                                                        : ATTAIN_FILLED_MEAN);
            assert_int_equal(
                from[i], was && grouped && !isnan(out[i]) ? codes[i % 6] : -1);
        }
    }
}

static void imputation_rejects_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, NAN, 3, INFINITY};
    static const double far[] = {1.7e308, 1.7e308, NAN, NAN};
    static const double back[] = {1, 1};
    static const int32_t codes[] = {0, 5};
    static const double wrong[] = {-1};
    double out[4] = {7, 7, 7, 7};
#define IMPUTE(m, p, v, n, groups, t, to)                                      \
    attain_impute(m, p, p != NULL, v, 2, n, n, groups, 2, t, to, NULL, NULL,   \
                  NULL, NULL)
    const double *none = NULL;
    const double *given = wrong;
    assert_int_equal(IMPUTE(6, none, values, 2, NULL, NULL, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(IMPUTE(4, given, values, 2, NULL, NULL, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(IMPUTE(0, none, values, 2, NULL, NULL, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(IMPUTE(0, none, far, 2, NULL, NULL, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(IMPUTE(2, none, far, 2, NULL, NULL, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(IMPUTE(2, none, far, 2, codes, NULL, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(IMPUTE(4, none, far, 2, NULL, back, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(IMPUTE(4, none, far, 2, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(IMPUTE(4, none, NULL, 2, NULL, NULL, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(IMPUTE(0, none, values, SIZE_MAX / 8, NULL, NULL, out),
                     ATTAIN_ERR_MEMORY);
    assert_int_equal(attain_impute(2, NULL, 0, values, 1, 2, 2, codes,
                                   SIZE_MAX / 8, NULL, out, NULL, NULL, NULL,
                                   NULL),
                     ATTAIN_ERR_MEMORY);
    assert_int_equal(attain_impute(4, NULL, 0, values, (size_t)1 << 32, 0, 0,
                                   NULL, 0, NULL, out, NULL, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_same(out[0], 7.0);
}

/* --- Denominators --------------------------------------------------------- */

static void denominators_of_columns(void **state) {
    (void)state;
    static const double values[] = {10, 20, NAN, 5, 1, 2, 3, 4};
    static const double people[] = {100, 0, 50, NAN, 100, 0, 50, NAN};
    double out[8];
    uint8_t reasons[8];
    assert_int_equal(
        attain_denominate(values, 2, 4, 4, people, 1000, out, reasons, NULL),
        ATTAIN_OK);
    static const double expected[] = {100, NAN, NAN, NAN, 10, NAN, 60, NAN};
    static const uint8_t why[] = {
        ATTAIN_REASON_NONE,    ATTAIN_REASON_UNDEFINED, ATTAIN_REASON_MISSING,
        ATTAIN_REASON_MISSING, ATTAIN_REASON_NONE,      ATTAIN_REASON_UNDEFINED,
        ATTAIN_REASON_NONE,    ATTAIN_REASON_MISSING};
    for (int i = 0; i < 8; i++) {
        assert_same(out[i], expected[i]);
        assert_int_equal(reasons[i], why[i]);
    }
    static const double own[] = {10, 10, 1, 1, 1, 1, 3, 3};
    double place[8];
    memcpy(place, values, sizeof place);
    assert_int_equal(
        attain_denominate(place, 2, 4, 4, own, 1, place, NULL, NULL),
        ATTAIN_OK);
    assert_same(place[0], 1.0);
    assert_same(place[6], 1.0);
}

static void denominators_reject_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, 1e300};
    static const double small[] = {1, 1e-300};
    static const double bad[] = {1, INFINITY};
    double out[2] = {7, 7};
#define DIVIDE(v, d, f, to) attain_denominate(v, 1, 2, 2, d, f, to, NULL, NULL)
    assert_int_equal(DIVIDE(values, small, 1, out), ATTAIN_ERR_VALUE);
    assert_int_equal(DIVIDE(bad, small, 1, out), ATTAIN_ERR_VALUE);
    assert_int_equal(DIVIDE(values, bad, 1, out), ATTAIN_ERR_VALUE);
    assert_int_equal(DIVIDE(values, small, 0, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(DIVIDE(values, small, NAN, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(DIVIDE(values, small, INFINITY, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(DIVIDE(NULL, small, 1, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(DIVIDE(values, NULL, 1, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(DIVIDE(values, small, 1, NULL), ATTAIN_ERR_ARGUMENT);
    assert_same(out[0], 7.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screening_by_row_and_by_column),
        cmocka_unit_test(screening_compares_decimals),
        cmocka_unit_test(screening_rejects_bad_arguments),
        cmocka_unit_test(linear_agrees_with_coinr),
        cmocka_unit_test(limits_of_time),
        cmocka_unit_test(imputation_says_from_where),
        cmocka_unit_test(columns_are_filled_from_themselves),
        cmocka_unit_test(imputation_rejects_bad_arguments),
        cmocka_unit_test(denominators_of_columns),
        cmocka_unit_test(denominators_reject_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
