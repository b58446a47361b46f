#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"
#include "numeric/mexico.h"

/* That each of them is what its definition says, on random and hostile arrays:
 * inequality.py. Here: numbers that others have published, and the edges. */

static double of_with(int32_t statistic, const double *parameters,
                      size_t parameter_count, const double *values,
                      const double *weights, size_t count, uint8_t expected) {
    double out = 7;
    uint8_t reason = 77;
    assert_int_equal(attain_statistic_of(statistic, parameters, parameter_count,
                                         values, weights, count, &out, &reason,
                                         NULL),
                     ATTAIN_OK);
    assert_int_equal(reason, expected);
    assert_int_equal(isnan(out) != 0, expected != ATTAIN_REASON_NONE);
    return out;
}

static double of(int32_t statistic, const double *values, size_t count) {
    return of_with(statistic, NULL, 0, values, NULL, count, 0);
}

static double with(int32_t statistic, double parameter, const double *values,
                   size_t count) {
    return of_with(statistic, &parameter, 1, values, NULL, count, 0);
}

/* No value, for this reason. */
static void none(int32_t statistic, const double *values, size_t count,
                 uint8_t reason) {
    of_with(statistic, NULL, 0, values, NULL, count, reason);
}

/* Incomes of the reference output of R's package ineq. */
static const double incomes[] = {541,  1463, 2445, 3438,  4437,
                                 5401, 6392, 8304, 11904, 22261};

static void indices_reproduce_ineq(void **state) {
    (void)state;
    static const double fig2[] = {50 / 9.0, 50 / 9.0, 50 / 9.0, 50 / 9.0,
                                  50 / 9.0, 50 / 9.0, 50 / 9.0, 50 / 9.0,
                                  50 / 9.0, 50};
    const double *x = incomes;
    assert_close(of(ATTAIN_STATISTIC_HOOVER, x, 10), 0.337806746163, 1e-12);
    assert_close(with(ATTAIN_STATISTIC_ATKINSON, 0.5, x, 10), 0.179659098046,
                 3e-12);
    assert_close(of(ATTAIN_STATISTIC_ATKINSON, x, 10), 0.179659098046, 3e-12);
    assert_close(with(ATTAIN_STATISTIC_ATKINSON, 1, x, 10), 0.351825059735,
                 2e-12);
    assert_close(of(ATTAIN_STATISTIC_THEIL_L, x, 10), 0.43359464952, 1e-11);
    assert_close(with(ATTAIN_STATISTIC_GENERALISED_ENTROPY, 0, x, 10),
                 0.43359464952, 1e-11);
    assert_close(with(ATTAIN_STATISTIC_GENERALISED_ENTROPY, 1, x, 10),
                 0.362341242344, 1e-11);
    assert_close(of(ATTAIN_STATISTIC_GENERALISED_ENTROPY, x, 10),
                 0.916958182882 * 0.916958182882 / 2, 1e-11);
    assert_close(of(ATTAIN_STATISTIC_HERFINDAHL, x, 10), 0.1840812, 3e-7);
    assert_close(of(ATTAIN_STATISTIC_ROSENBLUTH, x, 10), 0.1859051, 3e-7);
    assert_close(of(ATTAIN_STATISTIC_GINI_CORRECTED, fig2, 10), 0.4444444,
                 2e-7);
}

static void indices_reproduce_pysal(void **state) {
    (void)state;
    static const double theil[] = {0.20894344, 0.15222451, 0.10472941,
                                   0.10194725, 0.09560113, 0.10511256,
                                   0.10660832};
    static const double tens[] = {10, 20, 30, 40, 50};
    static const double few[] = {20, 50, 80, 100, 100, 100, 100, 120, 150, 180};
    static const double wide[] = {20000, 25000, 27000, 30000, 35000,
                                  45000, 60000, 75000, 80000, 120000};
    static const double pairs[] = {6, 6, 8, 8, 10, 10, 12, 12};
    static const double even[] = {2, 4, 6, 8, 10, 12, 14, 16};
    for (size_t t = 0; t < MEXICO_YEARS; t++)
        assert_close(of(ATTAIN_STATISTIC_THEIL, mexico[t], MEXICO_STATES),
                     theil[t], 6e-8);
    assert_close(of(ATTAIN_STATISTIC_GINI, mexico[0], MEXICO_STATES),
                 0.35372371173452849, 1e-15);
    assert_close(with(ATTAIN_STATISTIC_ATKINSON, 0.5, tens, 5), 0.06315, 1e-4);
    assert_close(with(ATTAIN_STATISTIC_ATKINSON, 1, tens, 5), 0.1316096, 1e-6);
    assert_same(with(ATTAIN_STATISTIC_ATKINSON, 0, tens, 5), 0.0);
    assert_close(of(ATTAIN_STATISTIC_HOOVER, few, 10), 0.15, 1e-15);
    assert_close(with(ATTAIN_STATISTIC_WOLFSON, 1, wide, 10), 0.2013, 3e-4);
    assert_close(with(ATTAIN_STATISTIC_WOLFSON, 1, pairs, 8), 1 / 12.0, 1e-14);
    assert_close(with(ATTAIN_STATISTIC_WOLFSON, 1, even, 8), 11 / 72.0, 1e-14);
}

/* Half have nothing, half have twice the mean: 1 as in Wolfson (1994), 1/2 in
 * packages. The median is the mean of both. */
static void wolfson_is_one_for_halves(void **state) {
    (void)state;
    static const double halves[] = {0, 0, 0, 2, 2, 2};
    assert_same(of(ATTAIN_STATISTIC_WOLFSON, halves, 6), 1.0);
    assert_same(with(ATTAIN_STATISTIC_WOLFSON, 1, halves, 6), 0.5);
}

/* 1 … 10: the top one has 10, the lower four 10; below the median of 5.5 lie
 * 15 of 27.5, above it 40; p95 is 10 and p5 is 1. */
static void school_finance_by_hand(void **state) {
    (void)state;
    static const double x[] = {7, 3, 10, 1, 9, 2, 5, 8, 4, 6};
    static const double p[] = {0.9, 0.1};
    assert_same(of(ATTAIN_STATISTIC_PALMA, x, 10), 1.0);
    assert_same(of(ATTAIN_STATISTIC_MCLOONE, x, 10), 15 / 27.5);
    assert_same(of(ATTAIN_STATISTIC_VERSTEGEN, x, 10), 40 / 27.5);
    assert_same(of(ATTAIN_STATISTIC_RANGE_RATIO, x, 10), 10.0);
    assert_same(of(ATTAIN_STATISTIC_FEDERAL_RANGE_RATIO, x, 10), 9.0);
    assert_same(of(ATTAIN_STATISTIC_INTERQUANTILE_RATIO, x, 10), 8 / 3.0);
    assert_same(
        of_with(ATTAIN_STATISTIC_INTERQUANTILE_RATIO, p, 2, x, NULL, 10, 0),
        9.5 / 1.5);
    /* Of nine, the middle one is on both sides of itself. */
    assert_same(of(ATTAIN_STATISTIC_MCLOONE, incomes, 9),
                (541 + 1463 + 2445 + 3438 + 4437) / 5.0 / 4437);
    /* Of three, the top tenth is part of one, the lower 40 % all of one and a
     * fifth of the next. */
    assert_close(of(ATTAIN_STATISTIC_PALMA, x, 3), 0.3 * 10 / (3 + 0.2 * 7),
                 1e-15);
}

/* --- Defects of peers ---------------------------------------------------- */

/* R ineq drops zeros from the population, so that half with nothing and half
 * with 10 counts as equal. */
static void theil_counts_those_with_nothing_ineq(void **state) {
    (void)state;
    static const double halves[] = {0, 0, 0, 10, 10, 10};
    assert_same(of(ATTAIN_STATISTIC_THEIL, halves, 6), 0.6931471805599453);
    assert_same(with(ATTAIN_STATISTIC_GENERALISED_ENTROPY, 1, halves, 6),
                0.6931471805599453);
    assert_same(of(ATTAIN_STATISTIC_GENERALISED_ENTROPY, halves, 6), 0.5);
    none(ATTAIN_STATISTIC_THEIL_L, halves, 6, ATTAIN_REASON_NOT_POSITIVE);
    assert_same(with(ATTAIN_STATISTIC_ATKINSON, 0.5, halves, 6), 0.5);
    assert_same(with(ATTAIN_STATISTIC_ATKINSON, 1, halves, 6), 1.0);
    assert_same(with(ATTAIN_STATISTIC_ATKINSON, 3, halves, 6), 1.0);
}

/* R ineq gives infinity: e^(M − v) of thousands. */
static void kolm_stays_in_range_ineq(void **state) {
    (void)state;
    static const double far[] = {0, 1e300};
    double k = of(ATTAIN_STATISTIC_KOLM, incomes, 10);
    /* M − min + ln(1/10), the other terms being below e^−900. */
    assert_close(k, 6658.6 - 541 - log(10), 1e-15);
    assert_same(of(ATTAIN_STATISTIC_KOLM, far, 2), 5e299);
    /* Where the two ways meet. */
    static const double near[] = {0, 1199.999};
    static const double beyond[] = {0, 1200.001};
    assert_close(of(ATTAIN_STATISTIC_KOLM, near, 2), 599.9995 - log(2), 1e-15);
    assert_close(of(ATTAIN_STATISTIC_KOLM, beyond, 2), 600.0005 - log(2),
                 1e-15);
}

/* Powers of the smallest share beyond a double. */
static void atkinson_stays_in_range(void **state) {
    (void)state;
    static const double tiny[] = {1e-300, 1, 1};
    assert_close(with(ATTAIN_STATISTIC_ATKINSON, 3, tiny, 3),
                 1 - 1e-300 * 1.5 * sqrt(3), 1e-15);
    assert_close(with(ATTAIN_STATISTIC_ATKINSON, 100, tiny, 3), 1, 1e-15);
    static const double few[] = {1, 2};
    assert_close(with(ATTAIN_STATISTIC_ATKINSON, 100, few, 2),
                 1 - pow((1 + pow(2, -99)) / 2, -1 / 99.0) / 1.5, 1e-14);
}

/* --- Edges --------------------------------------------------------------- */

enum {
    FIRST = ATTAIN_STATISTIC_THEIL_L,
    LAST = ATTAIN_STATISTIC_SEN_SHORROCKS_THON
};

static const double standard_3[] = {3};

/* A standard where one is needed. */
static double any(int32_t statistic, const double *values,
                  const double *weights, size_t count, uint8_t reason) {
    int poor = statistic >= ATTAIN_STATISTIC_HEADCOUNT;
    return of_with(statistic, poor ? standard_3 : NULL, poor ? 1 : 0, values,
                   weights, count, reason);
}

static void nothing_has_no_index(void **state) {
    (void)state;
    static const double missing[] = {NAN, NAN};
    static const double some[] = {4, 5};
    static const double zero[] = {0, 0};
    for (int32_t s = FIRST; s <= LAST; s++) {
        any(s, NULL, NULL, 0, ATTAIN_REASON_MISSING);
        any(s, missing, NULL, 2, ATTAIN_REASON_MISSING);
        if (s != ATTAIN_STATISTIC_HERFINDAHL &&
            s != ATTAIN_STATISTIC_ROSENBLUTH)
            any(s, some, zero, 2, ATTAIN_REASON_WEIGHTLESS);
    }
}

/* What an index is of equal values, and of one: 0.1 three times, whose mean is
 * not 0.1. */
static void equal_values_are_equal(void **state) {
    (void)state;
    static const double equal[] = {0.1, 0.1, 0.1};
    static const double third = 1 / 3.0;
    for (int32_t s = FIRST; s < ATTAIN_STATISTIC_HEADCOUNT; s++) {
        double expected = 0;
        double alone = 0;
        if (s == ATTAIN_STATISTIC_MCLOONE || s == ATTAIN_STATISTIC_VERSTEGEN ||
            s == ATTAIN_STATISTIC_INTERQUANTILE_RATIO ||
            s == ATTAIN_STATISTIC_RANGE_RATIO)
            expected = alone = 1;
        if (s == ATTAIN_STATISTIC_PALMA)
            expected = alone = 0.25;
        if (s == ATTAIN_STATISTIC_HERFINDAHL ||
            s == ATTAIN_STATISTIC_ROSENBLUTH) {
            expected = third;
            alone = 1;
        }
        assert_same(any(s, equal, NULL, 3, 0), expected);
        if (s == ATTAIN_STATISTIC_GINI_CORRECTED)
            none(s, equal, 1, ATTAIN_REASON_TOO_FEW);
        else
            assert_same(any(s, equal, NULL, 1, 0), alone);
    }
}

static void signs_are_told_apart(void **state) {
    (void)state;
    static const double below[] = {-1, 2, 3};
    static const double zeros[] = {0, 0};
    static const double debts[] = {-1, -2};
    for (int32_t s = FIRST; s < ATTAIN_STATISTIC_HEADCOUNT; s++) {
        if (s == ATTAIN_STATISTIC_KOLM)
            continue;
        int ratio = s == ATTAIN_STATISTIC_INTERQUANTILE_RATIO ||
                    s == ATTAIN_STATISTIC_RANGE_RATIO ||
                    s == ATTAIN_STATISTIC_FEDERAL_RANGE_RATIO;
        none(s, below, 3,
             ratio ? ATTAIN_REASON_NOT_POSITIVE : ATTAIN_REASON_NEGATIVE);
        none(s, zeros, 2, ATTAIN_REASON_NOT_POSITIVE);
        none(s, debts, 2, ATTAIN_REASON_NOT_POSITIVE);
    }
    /* Moved by 10, Kolm's is the same. */
    static const double moved[] = {9, 12, 13};
    assert_close(of(ATTAIN_STATISTIC_KOLM, below, 3),
                 of(ATTAIN_STATISTIC_KOLM, moved, 3), 1e-15);
}

static void nothing_below_has_no_ratio(void **state) {
    (void)state;
    static const double one[] = {0, 0, 0, 0, 5};
    none(ATTAIN_STATISTIC_PALMA, one, 5, ATTAIN_REASON_UNDEFINED);
    none(ATTAIN_STATISTIC_MCLOONE, one, 5, ATTAIN_REASON_NOT_POSITIVE);
    none(ATTAIN_STATISTIC_VERSTEGEN, one, 5, ATTAIN_REASON_NOT_POSITIVE);
    none(ATTAIN_STATISTIC_WOLFSON, one, 5, ATTAIN_REASON_NOT_POSITIVE);
    none(ATTAIN_STATISTIC_RANGE_RATIO, one, 5, ATTAIN_REASON_NOT_POSITIVE);
    none(ATTAIN_STATISTIC_VARIANCE_OF_LOGS, one, 5, ATTAIN_REASON_NOT_POSITIVE);
    assert_same(of(ATTAIN_STATISTIC_HOOVER, one, 5), 0.8);
    assert_same(of(ATTAIN_STATISTIC_HERFINDAHL, one, 5), 1.0);
    assert_same(of(ATTAIN_STATISTIC_ROSENBLUTH, one, 5), 1.0);
    assert_close(of(ATTAIN_STATISTIC_GINI_CORRECTED, one, 5), 1, 3e-16);
}

/* The same bits for rows in any order, and next to the same for weights of 1
 * each and in copies by weight. */
static void order_and_weights_do_not_show(void **state) {
    (void)state;
    enum { N = 2500 };
    static double values[N];
    static double turned[N];
    static double ones[N];
    static double copies[3 * N];
    static double weights[N];
    size_t copied = 0;
    uint64_t seed = 3;
    for (size_t i = 0; i < N; i++) {
        uint64_t bits = support_random(&seed);
        values[i] = (double)(bits >> 50) * 0.001 + 0.5;
        turned[(i * 7 + 3) % N] = values[i];
        ones[i] = 1;
        weights[i] = (double)(bits % 4);
        for (uint64_t k = 0; k < bits % 4; k++)
            copies[copied++] = values[i];
    }
    assert_true(copied <= 3 * N);
    for (int32_t s = FIRST; s <= LAST; s++) {
        double plain = any(s, values, NULL, N, 0);
        assert_same(any(s, turned, NULL, N, 0), plain);
        assert_close(any(s, values, ones, N, 0), plain, 4e-16);
        attain_method row;
        attain_method_init(&row);
        assert_int_equal(
            attain_method_get(ATTAIN_METHOD_STATISTIC, s, &row, NULL),
            ATTAIN_OK);
        double weighted = any(s, values, weights, N, 0);
        if (row.traits & ATTAIN_METHOD_WEIGHTED)
            assert_close(weighted, any(s, copies, NULL, copied, 0), 1e-13);
        else
            assert_same(weighted, plain);
    }
}

/* Sorted as bare numbers, Gini is what it is with weights of 1, bit by bit. */
static void gini_is_the_same_without_weights(void **state) {
    (void)state;
    enum { N = 1500 };
    static double values[N];
    static double ones[N];
    uint64_t seed = 8;
    for (size_t i = 0; i < N; i++)
        ones[i] = 1;
    for (size_t n = 2; n < N; n += n / 3 + 1) {
        for (int kind = 0; kind < 4; kind++) {
            for (size_t i = 0; i < n; i++) {
                uint64_t bits = support_random(&seed);
                double u = (double)(bits >> 11) * 0x1p-53;
                values[i] = kind == 0   ? u * 40
                            : kind == 1 ? (double)(bits % 9)
                            : kind == 2 ? exp(40 * u)
                                        : 1 / (u + 1e-9);
                if (bits % 31 == 0 && i > 1)
                    values[i] = NAN;
            }
            values[0] = 1;
            assert_same(
                of(ATTAIN_STATISTIC_GINI, values, n),
                of_with(ATTAIN_STATISTIC_GINI, NULL, 0, values, ones, n, 0));
        }
    }
}

static void parameters_have_ranges(void **state) {
    (void)state;
    static const double values[] = {1, 2};
    double out = 7;
    static const struct {
        int32_t statistic;
        double parameter;
        attain_status status;
    } cases[] = {
        {ATTAIN_STATISTIC_HEADCOUNT, NAN, ATTAIN_ERR_ARGUMENT},
        {ATTAIN_STATISTIC_HEADCOUNT, 0, ATTAIN_ERR_VALUE},
        {ATTAIN_STATISTIC_ATKINSON, -0.5, ATTAIN_ERR_VALUE},
        {ATTAIN_STATISTIC_KOLM, 0, ATTAIN_ERR_VALUE},
        {ATTAIN_STATISTIC_GENERALISED_ENTROPY, 101, ATTAIN_ERR_VALUE},
        {ATTAIN_STATISTIC_RANGE_RATIO, 1.5, ATTAIN_ERR_VALUE},
        {ATTAIN_STATISTIC_GINI_CORRECTED, 1, ATTAIN_ERR_ARGUMENT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(attain_statistic_of(cases[i].statistic,
                                             &cases[i].parameter, 1, values,
                                             NULL, 2, &out, NULL, NULL),
                         cases[i].status);
    assert_same(out, 7.0);
}

static void indices_beyond_the_range_are_errors(void **state) {
    (void)state;
    static const double values[] = {1e-200, 1, 2};
    double out = 7;
    double power = -2;
    assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_GENERALISED_ENTROPY,
                                         &power, 1, values, NULL, 3, &out, NULL,
                                         NULL),
                     ATTAIN_ERR_VALUE);
    assert_same(out, 7.0);
    static const double spread[] = {5e-324, 1e300, 1e300};
    assert_close(of(ATTAIN_STATISTIC_THEIL_L, spread, 3),
                 log(2.0 / 3) + (log(1e300) - log(5e-324)) / 3, 1e-14);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(indices_reproduce_ineq),
        cmocka_unit_test(indices_reproduce_pysal),
        cmocka_unit_test(wolfson_is_one_for_halves),
        cmocka_unit_test(school_finance_by_hand),
        cmocka_unit_test(theil_counts_those_with_nothing_ineq),
        cmocka_unit_test(kolm_stays_in_range_ineq),
        cmocka_unit_test(atkinson_stays_in_range),
        cmocka_unit_test(nothing_has_no_index),
        cmocka_unit_test(equal_values_are_equal),
        cmocka_unit_test(signs_are_told_apart),
        cmocka_unit_test(nothing_below_has_no_ratio),
        cmocka_unit_test(order_and_weights_do_not_show),
        cmocka_unit_test(gini_is_the_same_without_weights),
        cmocka_unit_test(parameters_have_ranges),
        cmocka_unit_test(indices_beyond_the_range_are_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
