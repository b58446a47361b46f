#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"
#include "numeric/mexico.h"

/* That each index is what its definition says, on random arrays: equity.py. */

enum { ME = MEXICO_STATES, PARTS = 4 };

static void split(int32_t method, const double *values, const double *weights,
                  const int32_t *codes, size_t count, size_t groups,
                  double *parts, uint8_t expected) {
    uint8_t reason = 77;
    assert_int_equal(attain_decompose(method, NULL, 0, values, 1, 0, weights,
                                      codes, count, groups, parts, NULL,
                                      &reason, NULL),
                     ATTAIN_OK);
    assert_int_equal(reason, expected);
}

/* --- Splits -------------------------------------------------------------- */

static void theil_by_regions_reproduces_pysal(void **state) {
    (void)state;
    static const double between[] = {0.0345889,  0.02816853, 0.05260921,
                                     0.05931219, 0.03205257, 0.02963731,
                                     0.03635872};
    static const double total[] = {0.20894344, 0.15222451, 0.10472941,
                                   0.10194725, 0.09560113, 0.10511256,
                                   0.10660832};
    double parts[MEXICO_YEARS][PARTS];
    double own[MEXICO_YEARS][MEXICO_REGIONS];
    uint8_t reasons[MEXICO_YEARS];
    assert_int_equal(attain_decompose(ATTAIN_DECOMPOSITION_THEIL, NULL, 0,
                                      mexico[0], MEXICO_YEARS, ME, NULL,
                                      mexico_regions, ME, MEXICO_REGIONS,
                                      parts[0], own[0], reasons, NULL),
                     ATTAIN_OK);
    for (size_t t = 0; t < MEXICO_YEARS; t++) {
        assert_close(parts[t][ATTAIN_PART_BETWEEN], between[t], 3e-7);
        assert_close(parts[t][ATTAIN_PART_TOTAL], total[t], 6e-8);
        assert_close(
            parts[t][ATTAIN_PART_WITHIN],
            parts[t][ATTAIN_PART_TOTAL] - parts[t][ATTAIN_PART_BETWEEN], 1e-13);
        assert_same(parts[t][ATTAIN_PART_OVERLAP], 0.0);
        assert_int_equal(reasons[t], ATTAIN_REASON_NONE);
        double alone;
        assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_THEIL, NULL, 0,
                                             mexico[t], NULL, ME, &alone, NULL,
                                             NULL),
                         ATTAIN_OK);
        assert_same(parts[t][ATTAIN_PART_TOTAL], alone);
    }
    assert_true(own[0][0] > 0 && own[0][MEXICO_REGIONS - 1] > 0);
}

/* PySAL's halves: all of Theil is between those with nothing and the others. */
static void theil_of_halves_is_between(void **state) {
    (void)state;
    static const double halves[] = {0, 0, 0, 10, 10, 10};
    static const int32_t codes[] = {0, 0, 0, 1, 1, 1};
    double parts[PARTS];
    split(ATTAIN_DECOMPOSITION_THEIL, halves, NULL, codes, 6, 2, parts, 0);
    assert_same(parts[ATTAIN_PART_TOTAL], 0.6931471805599453);
    assert_same(parts[ATTAIN_PART_BETWEEN], 0.6931471805599453);
    assert_same(parts[ATTAIN_PART_WITHIN], 0.0);
    split(ATTAIN_DECOMPOSITION_GINI, halves, NULL, codes, 6, 2, parts, 0);
    assert_same(parts[ATTAIN_PART_BETWEEN], 0.5);
    assert_same(parts[ATTAIN_PART_OVERLAP], 0.0);
}

/* {1, 3} and {2, 4} overlap, {1, 2} and {3, 4} do not: G is 1/4. */
static void gini_overlaps_where_ranges_meet(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, 4};
    static const int32_t mixed[] = {0, 1, 0, 1};
    static const int32_t apart[] = {0, 0, 1, 1};
    double parts[PARTS];
    split(ATTAIN_DECOMPOSITION_GINI, values, NULL, apart, 4, 2, parts, 0);
    assert_close(parts[ATTAIN_PART_TOTAL], 0.25, 1e-15);
    assert_close(parts[ATTAIN_PART_BETWEEN], 0.2, 1e-15);
    assert_close(parts[ATTAIN_PART_WITHIN], 0.05, 1e-15);
    assert_same(parts[ATTAIN_PART_OVERLAP], 0.0);
    split(ATTAIN_DECOMPOSITION_GINI, values, NULL, mixed, 4, 2, parts, 0);
    assert_close(parts[ATTAIN_PART_BETWEEN], 0.1, 1e-15);
    assert_close(parts[ATTAIN_PART_WITHIN], 0.1, 1e-15);
    assert_close(parts[ATTAIN_PART_OVERLAP], 0.05, 1e-14);
}

static void splits_say_why_there_is_none(void **state) {
    (void)state;
    static const double zeros[] = {0, 1, 2, NAN};
    static const double debts[] = {-1, 1, 2, 3};
    static const double none[] = {0, 0, 0, 0};
    static const int32_t codes[] = {0, 1, 0, 1};
    static const int32_t nowhere[] = {-1, -1, -1, -1};
    double p[PARTS];
    split(ATTAIN_DECOMPOSITION_THEIL_L, zeros, NULL, codes, 4, 2, p,
          ATTAIN_REASON_NOT_POSITIVE);
    for (int i = 0; i < PARTS; i++)
        assert_true(isnan(p[i]));
    split(ATTAIN_DECOMPOSITION_GINI, debts, NULL, codes, 4, 2, p,
          ATTAIN_REASON_NEGATIVE);
    split(ATTAIN_DECOMPOSITION_THEIL, none, NULL, codes, 4, 2, p,
          ATTAIN_REASON_NOT_POSITIVE);
    split(ATTAIN_DECOMPOSITION_THEIL, zeros, NULL, nowhere, 4, 2, p,
          ATTAIN_REASON_MISSING);
    split(ATTAIN_DECOMPOSITION_THEIL, zeros, none, codes, 4, 2, p,
          ATTAIN_REASON_WEIGHTLESS);
    split(ATTAIN_DECOMPOSITION_VARIANCE, debts, NULL, codes, 4, 2, p, 0);
    assert_close(p[ATTAIN_PART_BETWEEN], 0.5625, 1e-15);
    assert_close(p[ATTAIN_PART_WITHIN], 1.625, 1e-15);
    /* An empty group, and one of zeros, have nothing inside. */
    static const int32_t three[] = {0, 2, 2, 2};
    split(ATTAIN_DECOMPOSITION_THEIL, zeros, NULL, three, 4, 3, p, 0);
    assert_close(p[ATTAIN_PART_TOTAL],
                 p[ATTAIN_PART_BETWEEN] + p[ATTAIN_PART_WITHIN], 1e-15);
    assert_int_equal(attain_part_count(), PARTS);
}

static void splits_reject_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, INFINITY, 3};
    static const double sound[] = {1, 2, 3};
    static const double negative[] = {1, 2, -3};
    static const double huge[] = {1.7e308, 1.7e308, 3};
    static const int32_t codes[] = {0, 1, 0};
    double p[PARTS] = {7, 7, 7, 7};
    double alpha = 1000;
    attain_error err;
    const int32_t t = ATTAIN_DECOMPOSITION_THEIL;
    assert_int_equal(attain_decompose(99, NULL, 0, sound, 1, 3, NULL, codes, 3,
                                      2, p, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_decompose(ATTAIN_DECOMPOSITION_GENERALISED_ENTROPY,
                                      &alpha, 1, sound, 1, 3, NULL, codes, 3, 2,
                                      p, NULL, NULL, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_decompose(t, NULL, 0, NULL, 1, 3, NULL, codes, 3, 2,
                                      p, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_decompose(t, NULL, 0, sound, 1, 3, NULL, NULL, 3, 2,
                                      p, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_decompose(t, NULL, 0, sound, 1, 3, NULL, codes, 3,
                                      2, NULL, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_decompose(t, NULL, 0, sound, 1, 3, NULL, codes, 3,
                                      1, p, NULL, NULL, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_decompose(t, NULL, 0, values, 1, 3, NULL, codes, 3,
                                      2, p, NULL, NULL, &err),
                     ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "values");
    assert_int_equal(attain_decompose(t, NULL, 0, sound, 1, 3, negative, codes,
                                      3, 2, p, NULL, NULL, &err),
                     ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "weights");
    assert_int_equal(attain_decompose(t, NULL, 0, huge, 1, 3, NULL, codes, 3, 2,
                                      p, NULL, NULL, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_decompose(t, NULL, 0, sound, 1, 3, NULL, codes,
                                      SIZE_MAX / 8, 2, p, NULL, NULL, NULL),
                     ATTAIN_ERR_MEMORY);
    assert_int_equal(attain_decompose(t, NULL, 0, sound, 1, 3, NULL, codes, 3,
                                      SIZE_MAX / 300, p, NULL, NULL, NULL),
                     ATTAIN_ERR_MEMORY);
    for (int i = 0; i < PARTS; i++)
        assert_same(p[i], 7.0);
    assert_int_equal(attain_decompose(t, NULL, 0, NULL, 0, 0, NULL, NULL, 0, 0,
                                      NULL, NULL, NULL, NULL),
                     ATTAIN_OK);
}

/* --- Curves -------------------------------------------------------------- */

static size_t draw(int32_t method, const double *values, const double *weights,
                   const double *background, size_t count, double *p, double *l,
                   uint8_t expected) {
    size_t points = 77;
    uint8_t reason = 77;
    assert_int_equal(attain_curve_points(method, NULL, 0, values, weights,
                                         background, count, p, l, &points,
                                         &reason, NULL),
                     ATTAIN_OK);
    assert_int_equal(reason, expected);
    return points;
}

static void lorenz_reproduces_pysal(void **state) {
    (void)state;
    static const double values[] = {3, 1, 5, 2, 4};
    static const double expected[] = {0, 0.06666667, 0.2, 0.4, 0.66666667, 1};
    static const double wide[] = {20000, 25000, 27000, 30000, 35000,
                                  45000, 60000, 75000, 80000, 120000};
    double p[11];
    double l[11];
    assert_int_equal(draw(ATTAIN_CURVE_LORENZ, values, NULL, NULL, 5, p, l, 0),
                     6);
    for (int i = 0; i < 6; i++) {
        assert_same(p[i], i / 5.0);
        assert_close(l[i], expected[i], 1e-7);
    }
    draw(ATTAIN_CURVE_LORENZ, wide, NULL, NULL, 10, p, l, 0);
    assert_close(l[1], 0.03868472, 1e-7);
    assert_same(p[1], 0.1);
    draw(ATTAIN_CURVE_GENERALISED_LORENZ, values, NULL, NULL, 5, p, l, 0);
    assert_close(l[5], 3, 1e-15);
    draw(ATTAIN_CURVE_PEN, values, NULL, NULL, 5, p, l, 0);
    assert_close(l[1], 1 / 3.0, 1e-15);
    assert_close(l[5], 5 / 3.0, 1e-15);
}

static void curves_join_ties_and_leave_out(void **state) {
    (void)state;
    static const double values[] = {4, 2, 9, NAN, 6, 1};
    static const double weights[] = {1, 3, 2, 5, 0, 2};
    static const double background[] = {1, 1, 0, 0, 0, NAN};
    double p[7];
    double l[7];
    /* 9 twice, then 4 and three times 2. */
    assert_int_equal(draw(ATTAIN_CURVE_CONCENTRATION, values, weights,
                          background, 6, p, l, 0),
                     3);
    assert_close(p[1], 2 / 6.0, 1e-15);
    assert_close(l[1], 18 / 28.0, 1e-15);
    assert_same(p[2], 1.0);
    assert_same(l[2], 1.0);
}

static void curves_say_why_there_is_none(void **state) {
    (void)state;
    static const double zeros[] = {0, 0};
    static const double debts[] = {-1, 5};
    static const double missing[] = {NAN, NAN};
    double p[3];
    double l[3];
    assert_int_equal(draw(ATTAIN_CURVE_LORENZ, zeros, NULL, NULL, 2, p, l,
                          ATTAIN_REASON_NOT_POSITIVE),
                     0);
    draw(ATTAIN_CURVE_PEN, debts, NULL, NULL, 2, p, l, ATTAIN_REASON_NEGATIVE);
    draw(ATTAIN_CURVE_LORENZ, missing, NULL, NULL, 2, p, l,
         ATTAIN_REASON_MISSING);
    draw(ATTAIN_CURVE_LORENZ, NULL, NULL, NULL, 0, p, l, ATTAIN_REASON_MISSING);
    assert_int_equal(
        draw(ATTAIN_CURVE_GENERALISED_LORENZ, debts, NULL, NULL, 2, p, l, 0),
        3);
    assert_same(l[1], -0.5);
    assert_same(l[2], 2.0);
}

static void curves_reject_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, 2};
    static const double infinite[] = {1, INFINITY};
    static const double negative[] = {1, -2};
    static const double huge[] = {1.7e308, 1.7e308};
    double p[3] = {7, 7, 7};
    double l[3] = {7, 7, 7};
    size_t n = 77;
    static const struct {
        int32_t method;
        const double *values;
        const double *weights;
        const double *background;
        size_t count;
        int outs; /* which are given */
        attain_status status;
    } cases[] = {
        {9, values, NULL, NULL, 2, 7, ATTAIN_ERR_ARGUMENT},
        {0, NULL, NULL, NULL, 2, 7, ATTAIN_ERR_ARGUMENT},
        {0, values, NULL, values, 2, 7, ATTAIN_ERR_ARGUMENT},
        {2, values, NULL, NULL, 2, 7, ATTAIN_ERR_ARGUMENT},
        {0, values, NULL, NULL, 2, 6, ATTAIN_ERR_ARGUMENT},
        {0, values, NULL, NULL, 2, 5, ATTAIN_ERR_ARGUMENT},
        {0, values, NULL, NULL, 2, 3, ATTAIN_ERR_ARGUMENT},
        {0, infinite, NULL, NULL, 2, 7, ATTAIN_ERR_VALUE},
        {0, values, infinite, NULL, 2, 7, ATTAIN_ERR_VALUE},
        {0, values, negative, NULL, 2, 7, ATTAIN_ERR_VALUE},
        {2, values, NULL, infinite, 2, 7, ATTAIN_ERR_VALUE},
        {0, huge, NULL, NULL, 2, 7, ATTAIN_ERR_VALUE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            attain_curve_points(cases[i].method, NULL, 0, cases[i].values,
                                cases[i].weights, cases[i].background,
                                cases[i].count, cases[i].outs & 1 ? p : NULL,
                                cases[i].outs & 2 ? l : NULL,
                                cases[i].outs & 4 ? &n : NULL, NULL, NULL),
            cases[i].status);
    assert_same(p[0], 7.0);
    assert_same(l[0], 7.0);
    assert_int_equal(n, 77);
}

/* --- Two groups ---------------------------------------------------------- */

static double gap(int32_t method, double whole, double d, double a,
                  uint8_t expected) {
    double out = 7;
    uint8_t reason = 77;
    assert_int_equal(attain_parities(method, &whole, isnan(whole) ? 0 : 1, &d,
                                     &a, 1, &out, &reason, NULL),
                     ATTAIN_OK);
    assert_int_equal(reason, expected);
    assert_int_equal(isnan(out) != 0, expected != 0);
    return out;
}

static void parities_by_hand(void **state) {
    (void)state;
    assert_same(gap(ATTAIN_PARITY_INDEX, NAN, 45, 50, 0), 0.9);
    assert_same(gap(ATTAIN_PARITY_ADJUSTED_INDEX, NAN, 45, 50, 0), 0.9);
    /* As far above parity as 45 of 50 is below. */
    assert_same(gap(ATTAIN_PARITY_ADJUSTED_INDEX, NAN, 50, 45, 0), 1.1);
    assert_same(gap(ATTAIN_PARITY_ADJUSTED_INDEX, NAN, 5, 0, 0), 2.0);
    assert_same(gap(ATTAIN_PARITY_DIFFERENCE, NAN, -3, 4, 0), -7.0);
    assert_same(gap(ATTAIN_PARITY_RELATIVE_DIFFERENCE, NAN, 60, 50, 0), 0.2);
    assert_close(gap(ATTAIN_PARITY_ODDS_RATIO, 100, 80, 50, 0), 4, 1e-15);
    assert_close(gap(ATTAIN_PARITY_ODDS_RATIO, NAN, 0.5, 0.75, 0), 1 / 3.0,
                 1e-15);
    assert_close(gap(ATTAIN_PARITY_SHORTFALL_INDEX, 100, 98, 99, 0), 2, 1e-15);
}

static void parities_say_why_there_is_none(void **state) {
    (void)state;
    gap(ATTAIN_PARITY_INDEX, NAN, 1, 0, ATTAIN_REASON_UNDEFINED);
    gap(ATTAIN_PARITY_ADJUSTED_INDEX, NAN, 0, 0, ATTAIN_REASON_UNDEFINED);
    gap(ATTAIN_PARITY_INDEX, NAN, -1, 2, ATTAIN_REASON_NEGATIVE);
    gap(ATTAIN_PARITY_INDEX, NAN, NAN, 2, ATTAIN_REASON_MISSING);
    gap(ATTAIN_PARITY_ODDS_RATIO, NAN, 1, 0.5, ATTAIN_REASON_UNDEFINED);
    gap(ATTAIN_PARITY_ODDS_RATIO, NAN, 3, 0.5, ATTAIN_REASON_UNDEFINED);
    gap(ATTAIN_PARITY_SHORTFALL_INDEX, NAN, 0.5, 1, ATTAIN_REASON_UNDEFINED);
    gap(ATTAIN_PARITY_SHORTFALL_INDEX, NAN, 0.5, 2, ATTAIN_REASON_UNDEFINED);
}

static void parities_reject_bad_arguments(void **state) {
    (void)state;
    static const double v[] = {1};
    static const double infinite[] = {INFINITY};
    double out = 7;
    double whole = 0;
    assert_int_equal(attain_parities(9, NULL, 0, v, v, 1, &out, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_parities(0, NULL, 0, NULL, v, 1, &out, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_parities(0, NULL, 0, v, NULL, 1, &out, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_parities(0, NULL, 0, v, v, 1, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_parities(0, NULL, 0, infinite, v, 1, &out, NULL, NULL),
        ATTAIN_ERR_VALUE);
    assert_int_equal(
        attain_parities(0, NULL, 0, v, infinite, 1, &out, NULL, NULL),
        ATTAIN_ERR_VALUE);
    assert_int_equal(attain_parities(ATTAIN_PARITY_ODDS_RATIO, &whole, 1, v, v,
                                     1, &out, NULL, NULL),
                     ATTAIN_ERR_VALUE);
    assert_same(out, 7.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(theil_by_regions_reproduces_pysal),
        cmocka_unit_test(theil_of_halves_is_between),
        cmocka_unit_test(gini_overlaps_where_ranges_meet),
        cmocka_unit_test(splits_say_why_there_is_none),
        cmocka_unit_test(splits_reject_bad_arguments),
        cmocka_unit_test(lorenz_reproduces_pysal),
        cmocka_unit_test(curves_join_ties_and_leave_out),
        cmocka_unit_test(curves_say_why_there_is_none),
        cmocka_unit_test(curves_reject_bad_arguments),
        cmocka_unit_test(parities_by_hand),
        cmocka_unit_test(parities_say_why_there_is_none),
        cmocka_unit_test(parities_reject_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
