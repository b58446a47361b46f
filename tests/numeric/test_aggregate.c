#include "support/support.h"

#include <float.h>
#include <math.h>

#include "attain/numeric.h"
#include "numeric/logs_lanes.h"
#include "numeric/math.h"

enum { CELLS = 4000 };

/* A matrix written row by row, column by column. */
static const double *turned(const double *rows, size_t columns, size_t count) {
    static double matrix[CELLS];
    assert_true(columns * count <= CELLS);
    for (size_t c = 0; c < columns; c++)
        for (size_t i = 0; i < count; i++)
            matrix[c * count + i] = rows[i * columns + c];
    return matrix;
}

/* The scores of units written row by row. */
static void score(int32_t method, const double *parameters, size_t n,
                  const double *rows, size_t columns, size_t count,
                  const double *weights, const int32_t *descending,
                  const double *bounds, double *out, uint8_t *reasons) {
    assert_int_equal(
        attain_aggregate(method, parameters, n, turned(rows, columns, count),
                         columns, count, count, weights, descending, bounds,
                         ATTAIN_BLANK_RENORMALISE, 0, out, reasons, NULL),
        ATTAIN_OK);
}

/* The score of one unit. */
static double one(int32_t method, const double *parameters, size_t n,
                  const double *row, size_t columns, const double *weights,
                  uint8_t *reason) {
    double out;
    score(method, parameters, n, row, columns, 1, weights, NULL, NULL, &out,
          reason);
    return out;
}

static void check(const double *out, const double *expected, size_t count,
                  double within) {
    for (size_t i = 0; i < count; i++)
        assert_true(fabs(out[i] - expected[i]) <= within);
}

/* --- Means --------------------------------------------------------------- */

static void means_of_textbooks(void **state) {
    (void)state;
    static const double two = 2;
    static const double speeds[] = {40, 60};
    static const double row[] = {1, 7};
    assert_same(one(ATTAIN_AGGREGATION_ARITHMETIC, NULL, 0, row, 2, NULL, NULL),
                4);
    assert_close(
        one(ATTAIN_AGGREGATION_HARMONIC, NULL, 0, speeds, 2, NULL, NULL), 48,
        2e-16);
    assert_close(one(ATTAIN_AGGREGATION_POWER, &two, 1, row, 2, NULL, NULL), 5,
                 2e-16);
    assert_close(one(ATTAIN_AGGREGATION_GEOMETRIC, NULL, 0,
                     (double[]){2, 8, NAN}, 3, (double[]){1, 1, 5}, NULL),
                 4, 2e-16);
    assert_same(one(ATTAIN_AGGREGATION_MEDIAN, NULL, 0, (double[]){3, 9, 1, 7},
                    4, NULL, NULL),
                5);
    assert_same(one(ATTAIN_AGGREGATION_MEDIAN, NULL, 0, (double[]){3, 9, 1, 7},
                    4, (double[]){1, 5, 1, 1}, NULL),
                9);
    assert_same(one(ATTAIN_AGGREGATION_MIN, NULL, 0, (double[]){3, NAN, 1, -7},
                    4, (double[]){1, 1, 1, 0}, NULL),
                1);
    assert_same(one(ATTAIN_AGGREGATION_MAX, NULL, 0, (double[]){3, NAN, 1, 7},
                    4, (double[]){1, 1, 1, 0}, NULL),
                3);
}

/* Human Development Report 2023/24: Kenya 0.601. */
static void human_development_of_kenya(void **state) {
    (void)state;
    double row[3];
    row[0] = (62.055 - 20) / 65;
    row[1] = (11.38448201 / 18 + 7.686359882 / 15) / 2;
    row[2] = (log(4807.716317) - log(100)) / (log(75000) - log(100));
    double hdi = one(ATTAIN_AGGREGATION_GEOMETRIC, NULL, 0, row, 3, NULL, NULL);
    assert_true(fabs(hdi - 0.601) < 0.0005);
    assert_close(hdi, cbrt(row[0] * row[1] * row[2]), 4e-16);
}

/* Yager 1988: weights 0.4, 0.3, 0.2, 0.1 on 0.7, 1, 0.3, 0.6 give 0.76. */
static void ordered_average_of_yager(void **state) {
    (void)state;
    static const double weights[] = {0.4, 0.3, 0.2, 0.1};
    static const double row[] = {0.7, 1, 0.3, 0.6};
    uint8_t why;
    assert_close(one(ATTAIN_AGGREGATION_OWA, NULL, 0, row, 4, weights, NULL),
                 0.76, 2e-16);
    assert_close(
        one(ATTAIN_AGGREGATION_LARGEST, (double[]){2}, 1, row, 4, NULL, NULL),
        0.85, 2e-16);
    assert_close(
        one(ATTAIN_AGGREGATION_SMALLEST, (double[]){3}, 1, row, 4, NULL, NULL),
        1.6 / 3, 2e-16);
    assert_true(isnan(
        one(ATTAIN_AGGREGATION_LARGEST, (double[]){5}, 1, row, 4, NULL, &why)));
    assert_int_equal(why, ATTAIN_REASON_TOO_FEW);
    assert_true(isnan(one(ATTAIN_AGGREGATION_OWA, NULL, 0,
                          (double[]){1, NAN, 2}, 3, NULL, &why)));
    assert_int_equal(why, ATTAIN_REASON_MISSING);
}

/* COINr stops the whole build at one zero. */
static void coinr_geometric_mean_of_a_zero(void **state) {
    (void)state;
    static const double rows[] = {0, 4, 2, 8, -1, 3};
    static const double none = 1;
    double out[3];
    uint8_t why[3];
    for (int32_t m = ATTAIN_AGGREGATION_GEOMETRIC;
         m <= ATTAIN_AGGREGATION_HARMONIC; m++) {
        score(m, NULL, 0, rows, 2, 3, NULL, NULL, NULL, out, why);
        assert_same(out[0], 0);
        assert_same(out[2], 0);
        assert_int_equal(why[0], ATTAIN_REASON_NONE);
        assert_close(out[1], m == ATTAIN_AGGREGATION_GEOMETRIC ? 4 : 3.2,
                     3e-16);
        score(m, &none, 1, rows, 2, 3, NULL, NULL, NULL, out, why);
        assert_true(isnan(out[0]) && isnan(out[2]));
        assert_int_equal(why[0], ATTAIN_REASON_NOT_POSITIVE);
        assert_int_equal(why[1], ATTAIN_REASON_NONE);
    }
    /* √(1 · 5) − 1 of 0 and 4. */
    score(ATTAIN_AGGREGATION_GEOMETRIC, (double[]){0, 1}, 2, rows, 2, 3, NULL,
          NULL, NULL, out, why);
    assert_close(out[0], sqrt(5) - 1, 4e-16);
    assert_same(out[2], -1);
    /* A power above 0 may have zeros. */
    score(ATTAIN_AGGREGATION_POWER, (double[]){0.5, 1}, 2, rows, 2, 3, NULL,
          NULL, NULL, out, why);
    assert_close(out[0], 1, 4e-16);
    assert_true(isnan(out[2]));
}

/* COINr's generalised mean has no value as soon as one is missing, Compind's
 * divides by p in place of the root. */
static void coinr_generalised_mean_with_a_blank(void **state) {
    (void)state;
    static const double row[] = {3, NAN, 4};
    assert_close(
        one(ATTAIN_AGGREGATION_POWER, (double[]){2}, 1, row, 3, NULL, NULL),
        sqrt(12.5), 3e-16);
    assert_close(
        one(ATTAIN_AGGREGATION_POWER, (double[]){1}, 1, row, 3, NULL, NULL),
        3.5, 0);
    assert_close(
        one(ATTAIN_AGGREGATION_POWER, (double[]){0}, 1, row, 3, NULL, NULL),
        sqrt(12), 3e-16);
    assert_close(
        one(ATTAIN_AGGREGATION_POWER, (double[]){-1}, 1, row, 3, NULL, NULL),
        24. / 7, 3e-16);
    assert_close(one(ATTAIN_AGGREGATION_POWER, (double[]){-3}, 1,
                     (double[]){1e-200, 2e-200}, 2, NULL, NULL),
                 1e-200 * pow(2 / (1 + 0.125), 1. / 3), 5e-16);
    assert_close(one(ATTAIN_AGGREGATION_POWER, (double[]){3}, 1,
                     (double[]){1e200, 2e200}, 2, NULL, NULL),
                 1e200 * cbrt(4.5), 5e-16);
}

static void equal_values_are_their_mean(void **state) {
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 200; i++) {
        double x = (double)(1 + support_random(&seed) % 1000000) / 997;
        double w = (double)(1 + support_random(&seed) % 1000) / 7;
        const double row[] = {x, x, x};
        const double weights[] = {w, 1, 0.1};
        for (int32_t m = 0; m <= ATTAIN_AGGREGATION_MEAN_MIN; m++) {
            if (m == ATTAIN_AGGREGATION_OWA ||
                m == ATTAIN_AGGREGATION_LARGEST ||
                m == ATTAIN_AGGREGATION_SMALLEST ||
                m == ATTAIN_AGGREGATION_MAZZIOTTA_PARETO ||
                m == ATTAIN_AGGREGATION_ADJUSTED_MAZZIOTTA_PARETO)
                continue;
            assert_same(one(m, (double[]){0.5}, m == ATTAIN_AGGREGATION_POWER,
                            row, 3, weights, NULL),
                        x);
        }
    }
}

/* Subnormal and huge values, against sums of logarithms in one piece. */
static void means_over_the_whole_range(void **state) {
    (void)state;
    static const double row[] = {5e-324, 1e308, 4e-310};
    double expected =
        (attain_i_log(5e-324) + attain_i_log(1e308) + attain_i_log(4e-310)) / 3;
    uint8_t why;
    assert_close(one(ATTAIN_AGGREGATION_GEOMETRIC, NULL, 0, row, 3, NULL, NULL),
                 exp(expected), 1e-12);
    assert_true(isnan(one(ATTAIN_AGGREGATION_ARITHMETIC, NULL, 0,
                          (double[]){1.7e308, 1.6e308}, 2, NULL, &why)));
    assert_int_equal(why, ATTAIN_REASON_UNDEFINED);
}

static void logs_are_logarithms(void **state) {
    (void)state;
    enum { N = 1001 };
    static double x[N];
    static double out[N];
    static double narrow[N];
    uint64_t seed = 9;
    for (int round = 0; round < 20; round++) {
        for (int i = 0; i < N; i++) {
            uint64_t bits = support_random(&seed) >> 2;
            x[i] = support_double(bits);
            if (round % 2)
                x[i] = 1 + (double)(int64_t)(bits % 2000001 - 1000000) / 3e6;
            if (!(x[i] >= DBL_MIN && x[i] <= DBL_MAX))
                x[i] = 1;
        }
        attain_i_logs(x, N - (size_t)round % 3, out);
        for (int i = 0; i < N - round % 3; i++)
            assert_close(out[i], attain_i_log(x[i]), 3.4e-16);
        /* However wide the lanes are. */
        logs_any(x, N - (size_t)round % 3, narrow);
        for (int i = 0; i < N - round % 3; i++)
            assert_same(narrow[i], out[i]);
    }
    attain_i_logs((double[]){1, 2, 0.5}, 3, out);
    assert_same(out[0], 0);
    assert_close(out[1], 0.6931471805599453, 2e-16);
    assert_close(out[2], -0.6931471805599453, 2e-16);
}

/* --- Blanks -------------------------------------------------------------- */

static void blanks_go_by_policy(void **state) {
    (void)state;
    static const double rows[] = {1, NAN, 5, NAN, NAN, NAN, 1, 2, 3};
    static const double weights[] = {1, 2, 1};
    double out[3];
    uint8_t why[3];
    const double *matrix = turned(rows, 3, 3);
#define BLANK(policy, least)                                                   \
    assert_int_equal(attain_aggregate(0, NULL, 0, matrix, 3, 3, 3, weights,    \
                                      NULL, NULL, policy, least, out, why,     \
                                      NULL),                                   \
                     ATTAIN_OK)
    BLANK(ATTAIN_BLANK_RENORMALISE, 0.5);
    assert_same(out[0], 3);
    assert_same(out[2], 2);
    assert_true(isnan(out[1]));
    assert_int_equal(why[1], ATTAIN_REASON_MISSING);
    BLANK(ATTAIN_BLANK_RENORMALISE, 0.51);
    assert_true(isnan(out[0]));
    BLANK(ATTAIN_BLANK_ZERO, 0);
    assert_same(out[0], 1.5);
    assert_same(out[1], 0);
    BLANK(ATTAIN_BLANK_STRICT, 0);
    assert_true(isnan(out[0]));
    assert_same(out[2], 2);
    /* COINr's test of its data threshold: one of five is less than half. */
    assert_int_equal(
        attain_aggregate(0, NULL, 0, (double[]){NAN, NAN, NAN, NAN, 1}, 5, 1, 1,
                         NULL, NULL, NULL, 0, 0.5, out, why, NULL),
        ATTAIN_OK);
    assert_true(isnan(out[0]));
}

static void nothing_to_aggregate(void **state) {
    (void)state;
    static const double rows[] = {1, 2};
    uint8_t why;
    assert_true(isnan(one(0, NULL, 0, rows, 2, (double[]){0, 0}, &why)));
    assert_int_equal(why, ATTAIN_REASON_WEIGHTLESS);
    assert_true(isnan(one(0, NULL, 0, NULL, 0, NULL, &why)));
    assert_int_equal(why, ATTAIN_REASON_MISSING);
    assert_true(isnan(one(ATTAIN_AGGREGATION_MAZZIOTTA_PARETO, NULL, 0, rows, 2,
                          NULL, &why)));
    assert_int_equal(why, ATTAIN_REASON_CONSTANT);
    assert_true(
        isnan(one(ATTAIN_AGGREGATION_WROCLAW, NULL, 0, rows, 2, NULL, &why)));
    assert_int_equal(why, ATTAIN_REASON_TOO_FEW);
    assert_true(isnan(one(ATTAIN_AGGREGATION_COPELAND, NULL, 0, rows, 2,
                          (double[]){0, 0}, &why)));
    assert_int_equal(why, ATTAIN_REASON_WEIGHTLESS);
    assert_true(isnan(one(ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT, NULL, 0,
                          rows, 2, (double[]){0, 0}, &why)));
    assert_int_equal(why, ATTAIN_REASON_WEIGHTLESS);
    assert_same(one(ATTAIN_AGGREGATION_COPELAND, NULL, 0, rows, 2, NULL, &why),
                0);
}

/* More columns than fit into a block. */
static void many_columns(void **state) {
    (void)state;
    enum { N = 9000 };
    static double row[2 * N];
    static double out[2];
    for (int i = 0; i < 2 * N; i++)
        row[i] = i / 2;
    assert_int_equal(attain_aggregate(0, NULL, 0, row, N, 2, 2, NULL, NULL,
                                      NULL, 0, 0, out, NULL, NULL),
                     ATTAIN_OK);
    assert_same(out[0], (N - 1) / 2.);
    assert_same(out[1], (N - 1) / 2.);
}

/* --- Distances ----------------------------------------------------------- */

/* Tzeng and Huang 2011. */
static const double tzeng[] = {5, 8, 4, 7, 6, 8, 8, 8, 6, 7, 4, 6};
static const double tzeng_weights[] = {0.3, 0.4, 0.3};

static void topsis_of_tzeng_and_huang(void **state) {
    (void)state;
    static const double more[] = {5, 8, 4, 7, 6, 8,   8, 8,
                                  6, 7, 4, 6, 9, NAN, 9};
    double out[5];
    uint8_t why[5];
    score(ATTAIN_AGGREGATION_TOPSIS_VECTOR, NULL, 0, tzeng, 3, 4, tzeng_weights,
          NULL, NULL, out, NULL);
    check(out, (double[]){0.50371966, 0.65808477, 0.74824866, 0.33399744}, 4,
          1e-8);
    /* A unit with a blank is not scored and does not move the others. */
    score(ATTAIN_AGGREGATION_TOPSIS_VECTOR, NULL, 0, more, 3, 5, tzeng_weights,
          NULL, NULL, out, why);
    check(out, (double[]){0.50371966, 0.65808477, 0.74824866, 0.33399744}, 4,
          1e-8);
    assert_int_equal(why[4], ATTAIN_REASON_MISSING);
    score(ATTAIN_AGGREGATION_TOPSIS_MINMAX, NULL, 0,
          (double[]){0, 3, 1, 1, 2, 2}, 2, 3, NULL, (int32_t[]){0, 1}, NULL,
          out, NULL);
    check(out,
          (double[]){0, sqrt(1.25) / (sqrt(1.25) + 0.5),
                     sqrt(1.25) / (sqrt(1.25) + 0.5)},
          3, 1e-15);
}

/* A column without a value is no constant one: strict methods miss it. */
static void strict_methods_miss_a_column(void **state) {
    (void)state;
    static const int32_t strict[] = {
        ATTAIN_AGGREGATION_OWA, ATTAIN_AGGREGATION_TOPSIS_VECTOR,
        ATTAIN_AGGREGATION_TOPSIS_MINMAX, ATTAIN_AGGREGATION_VIKOR,
        ATTAIN_AGGREGATION_WROCLAW};
    for (size_t k = 0; k < sizeof strict / sizeof *strict; k++) {
        for (size_t columns = 1; columns <= 2; columns++) {
            double out[3];
            uint8_t why[3];
            const double *rows = columns == 1
                                     ? (double[]){NAN, NAN, NAN}
                                     : (double[]){NAN, 1, NAN, 2, NAN, 3};
            score(strict[k], NULL, 0, rows, columns, 3, NULL, NULL, NULL, out,
                  why);
            for (size_t i = 0; i < 3; i++) {
                assert_true(isnan(out[i]));
                assert_int_equal(why[i], ATTAIN_REASON_MISSING);
            }
        }
    }
}

/* Opricovic and Tzeng 2004 and 2007, and the tests of scikit-criteria. */
static void vikor_of_opricovic(void **state) {
    (void)state;
    static const double mountain[] = {1, 3000, 2, 3750, 5, 4500};
    static const double tied[] = {4, 4, 4, 7, 6, 8, 8, 8, 6, 6, 8, 8};
    static const double rivers[] = {
        4184.3, 2914.0, 407.2, 251.0, 195, 244, 15, 2.41,
        5211.9, 3630.0, 501.7, 308.3, 282, 346, 21, 1.41,
        5021.3, 3920.5, 504.0, 278.6, 12,  56,  3,  4.42,
        5566.1, 3957.9, 559.5, 335.3, 167, 268, 16, 3.36,
        5060.5, 3293.5, 514.1, 284.2, 69,  90,  7,  4.04,
        4317.9, 2925.9, 432.8, 239.3, 12,  55,  3,  4.36};
    static const int32_t down[] = {0, 1, 0, 0, 1, 1, 1, 0};
    static const double weights[] = {1, 1, 1, 1, 3.2, 3.2, 3.2, 3.2};
    double out[6];
    const int32_t m = ATTAIN_AGGREGATION_VIKOR;
    score(m, NULL, 0, tzeng, 3, 4, tzeng_weights, NULL, NULL, out, NULL);
    check(out, (double[]){0.75, 0.25, 0, 1}, 4, 1e-15);
    score(m, NULL, 0, tied, 3, 4, tzeng_weights, NULL, NULL, out, NULL);
    check(out, (double[]){1, 0.17352941, 0, 0}, 4, 1e-8);
    score(m, NULL, 0, mountain, 2, 3, NULL, (int32_t[]){1, 0}, NULL, out, NULL);
    check(out, (double[]){1, 0, 1}, 3, 1e-15);
    score(m, NULL, 0, rivers, 8, 6, NULL, down, NULL, out, NULL);
    check(out, (double[]){0.991, 1, 0.473, 0.670, 0, 0.578}, 6, 1e-3);
    score(m, NULL, 0, rivers, 8, 6, weights, down, NULL, out, NULL);
    check(out, (double[]){0.668, 1, 0.051, 0.588, 0.058, 0.078}, 6, 1e-3);
}

/* pymcdm raises at a constant criterion. */
static void pymcdm_vikor_of_a_constant_column(void **state) {
    (void)state;
    static const double rows[] = {1, 7, 2, 2, 7, 4};
    double out[2];
    score(ATTAIN_AGGREGATION_VIKOR, NULL, 0, rows, 3, 2, NULL, NULL, NULL, out,
          NULL);
    check(out, (double[]){1, 0}, 2, 0);
    score(ATTAIN_AGGREGATION_TOPSIS_VECTOR, NULL, 0, rows, 3, 2, NULL, NULL,
          NULL, out, NULL);
    check(out, (double[]){0, 1}, 2, 0);
}

/* Dezert, Tchamova, Han and Tacnet 2020, both examples. */
static void spotis_of_dezert(void **state) {
    (void)state;
    static const double first[] = {10.5, -3.1, 1.7, -4.7, 0,   3.4,
                                   8.1,  0.3,  1.3, 3.2,  7.3, -5.3};
    static const double first_bounds[] = {-5, -6, -8, 12, 10, 5};
    static const double cars[] = {15000, 4.3,   99,  42,    737, 15290, 5.0,
                                  116,   42,    892, 15350, 5.0, 114,   45,
                                  952,   15490, 5.3, 123,   45,  1120};
    static const double cars_bounds[] = {14000, 3, 80,  35, 650,
                                         16000, 8, 140, 60, 1300};
    static const double cars_weights[] = {0.2941, 0.2353, 0.2353, 0.0588,
                                          0.1765};
    double out[4];
    uint8_t why[4];
    const int32_t m = ATTAIN_AGGREGATION_SPOTIS;
    score(m, NULL, 0, first, 3, 4, (double[]){0.2, 0.3, 0.5},
          (int32_t[]){0, 1, 0}, first_bounds, out, NULL);
    /* Printed with an error of 2 in the last place. */
    check(out, (double[]){0.1989, 0.3707, 0.3063, 0.7491}, 4, 2.5e-4);
    score(m, NULL, 0, cars, 5, 4, cars_weights, (int32_t[]){1, 1, 1, 0, 0},
          cars_bounds, out, NULL);
    check(out, (double[]){0.4779, 0.5781, 0.5558, 0.5801}, 4, 1e-4);
    score(m, NULL, 0, first, 3, 4, NULL, NULL,
          (double[]){-4, -6, -8, 12, 10, 5}, out, why);
    assert_true(isnan(out[1]) && !isnan(out[0]));
    assert_int_equal(why[1], ATTAIN_REASON_UNDEFINED);
    score(m, NULL, 0, first, 3, 4, NULL, NULL, NULL, out, why);
    assert_true(out[0] >= 0 && out[3] <= 1);
}

static void wroclaw_goes_by_distance(void **state) {
    (void)state;
    static const double rows[] = {0, 5, 3, 1, 6, 9};
    double out[3];
    double d[3] = {sqrt(36 + 16), sqrt(9), sqrt(64)};
    score(ATTAIN_AGGREGATION_WROCLAW, NULL, 0, rows, 2, 3, NULL,
          (int32_t[]){0, 1}, NULL, out, NULL);
    d[0] = sqrt(36 + 16);
    d[1] = 3;
    d[2] = 8;
    double mean = (d[0] + d[1] + d[2]) / 3;
    double squares = 0;
    for (int i = 0; i < 3; i++)
        squares += (d[i] - mean) * (d[i] - mean);
    for (int i = 0; i < 3; i++)
        d[i] /= mean + 2 * sqrt(squares / 2);
    check(out, d, 3, 1e-15);
}

/* --- Penalties ----------------------------------------------------------- */

/* Compind ignores `penalty`: both signs give the same. */
static void compind_penalties_have_a_sign(void **state) {
    (void)state;
    static const double rows[] = {10, 200, 30, 100, 20, 300};
    static const double goalposts[] = {0, 0, 40, 400};
    double low[3];
    double high[3];
    const int32_t m = ATTAIN_AGGREGATION_ADJUSTED_MAZZIOTTA_PARETO;
    score(m, NULL, 0, rows, 2, 3, NULL, NULL, goalposts, low, NULL);
    score(m, (double[]){1}, 1, rows, 2, 3, NULL, NULL, goalposts, high, NULL);
    /* 85 and 100: mean 92.5, deviation 7.5; 115 and 85; 100 and 115. */
    static const double means[] = {92.5, 100, 107.5};
    static const double deviations[] = {7.5, 15, 7.5};
    for (int i = 0; i < 3; i++) {
        double penalty = deviations[i] * deviations[i] / means[i];
        assert_close(low[i], means[i] - penalty, 1e-15);
        assert_close(high[i], means[i] + penalty, 1e-15);
    }
    /* Low is good in the second: 100 in place of 200 of 400, and so on. */
    score(m, NULL, 0, rows, 2, 3, NULL, (int32_t[]){0, 1}, goalposts, low,
          NULL);
    assert_close(low[1], 115 - 0 / 115., 1e-15);
    assert_close(low[0], 92.5 - 56.25 / 92.5, 1e-15);
}

/* Over z with mean 100 and deviation 10, as first written down. */
static void mazziotta_pareto_by_hand(void **state) {
    (void)state;
    static const double rows[] = {1, 9, 4, 2, 4, 4, 3, 8, 6, 4, 1, 5};
    double out[4];
    double z[4][3];
    for (int c = 0; c < 3; c++) {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < 4; i++)
            mean += rows[i * 3 + c] / 4;
        for (int i = 0; i < 4; i++)
            squares += pow(rows[i * 3 + c] - mean, 2);
        for (int i = 0; i < 4; i++)
            z[i][c] = 100 + 10 * (rows[i * 3 + c] - mean) / sqrt(squares / 4);
    }
    score(ATTAIN_AGGREGATION_MAZZIOTTA_PARETO, NULL, 0, rows, 3, 4, NULL, NULL,
          NULL, out, NULL);
    for (int i = 0; i < 4; i++) {
        double mean = (z[i][0] + z[i][1] + z[i][2]) / 3;
        double squares = 0;
        for (int c = 0; c < 3; c++)
            squares += pow(z[i][c] - mean, 2);
        assert_close(out[i], mean - squares / 3 / mean, 1e-14);
    }
    /* A mean below 0 has no coefficient of variation. */
    uint8_t why;
    double low;
    score(ATTAIN_AGGREGATION_ADJUSTED_MAZZIOTTA_PARETO, NULL, 0,
          (double[]){-10, -9}, 2, 1, NULL, NULL, (double[]){0, 0, 1, 1}, &low,
          &why);
    assert_true(isnan(low));
    assert_int_equal(why, ATTAIN_REASON_NOT_POSITIVE);
}

/* Compind standardises down the rows of a matrix where it means columns, so
 * that a unit's score changes with the others. Here it is a function of the
 * unit's own values: a = 0 the mean, a = 1 and b = 0 the minimum. */
static void compind_mean_min_by_unit(void **state) {
    (void)state;
    static const double rows[] = {90, 110, 100, 104, 80, 120};
    double out[3];
    const int32_t m = ATTAIN_AGGREGATION_MEAN_MIN;
    score(m, NULL, 0, rows, 2, 3, NULL, NULL, NULL, out, NULL);
    check(out, (double[]){90, 100, 80}, 3, 1e-13);
    score(m, (double[]){0, 3}, 2, rows, 2, 3, NULL, NULL, NULL, out, NULL);
    check(out, (double[]){100, 102, 100}, 3, 0);
    score(m, (double[]){0.5, 24}, 2, rows, 2, 3, NULL, NULL, NULL, out, NULL);
    check(
        out,
        (double[]){99, 102 - (sqrt(580) - 24) / 2, 100 - (sqrt(976) - 24) / 2},
        3, 1e-12);
}

/* --- Comparisons of two -------------------------------------------------- */

/* The capital of Tennessee: places from first to last by where voters live.
 * Nashville beats all, Chattanooga two, Knoxville one, Memphis none. */
static void copeland_of_tennessee(void **state) {
    (void)state;
    static const double votes[] = {42, 26, 15, 17};
    static const double places[] = {1, 4, 4, 4, 2, 1, 3, 3,
                                    3, 2, 1, 2, 4, 3, 2, 1};
    static const int32_t down[] = {1, 1, 1, 1};
    double out[4];
    double matrix[16];
    score(ATTAIN_AGGREGATION_COPELAND, NULL, 0, places, 4, 4, votes, down, NULL,
          out, NULL);
    check(out, (double[]){-3, 3, 1, -1}, 4, 0);
    assert_int_equal(attain_outranking(turned(places, 4, 4), 4, 4, 4, votes,
                                       down, matrix, NULL),
                     ATTAIN_OK);
    assert_close(matrix[0 * 4 + 1], 0.42, 0);
    assert_close(matrix[1 * 4 + 2], 0.68, 2e-16);
    assert_close(matrix[3 * 4 + 2], 0.17, 2e-16);
    assert_true(isnan(matrix[5]));
}

/* COINr counts a missing comparison for one side: 0.25 and 0.75, or the other
 * way round. */
static void coinr_outranking_with_a_blank(void **state) {
    (void)state;
    static const double rows[] = {1, NAN, 2, 5, 3, 4};
    static const double other[] = {3, 4, 2, 5, 1, NAN};
    static const double alone[] = {1, NAN, NAN, 2};
    double a[9];
    double b[9];
    double out[3];
    uint8_t why[3];
    assert_int_equal(
        attain_outranking(turned(rows, 2, 3), 2, 3, 3, NULL, NULL, a, NULL),
        ATTAIN_OK);
    assert_int_equal(
        attain_outranking(turned(other, 2, 3), 2, 3, 3, NULL, NULL, b, NULL),
        ATTAIN_OK);
    for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
            assert_same(a[i * 3 + j], b[(2 - i) * 3 + 2 - j]);
            if (i != j)
                assert_same(a[i * 3 + j] + a[j * 3 + i], 1);
        }
    }
    assert_same(a[0 * 3 + 1], 0);
    assert_same(a[1 * 3 + 2], 0.5);
    assert_int_equal(
        attain_outranking(turned(alone, 2, 2), 2, 2, 2, NULL, NULL, a, NULL),
        ATTAIN_OK);
    assert_true(isnan(a[1]) && isnan(a[2]));
    score(ATTAIN_AGGREGATION_COPELAND, NULL, 0,
          (double[]){1, NAN, NAN, NAN, 2, 3}, 2, 3, NULL, NULL, NULL, out, why);
    assert_same(out[0], -1);
    assert_true(isnan(out[1]));
    assert_int_equal(why[1], ATTAIN_REASON_MISSING);
    assert_same(out[2], 1);
}

/* --- Benefit of the doubt ------------------------------------------------ */

/* Cooper, Seiford and Tone 2007, one input and two outputs: B, E, F and G are
 * efficient, A is 0.714 and D 0.75. */
static void benefit_of_cooper_seiford_and_tone(void **state) {
    (void)state;
    static const double rows[] = {1, 5, 2, 7, 3, 4, 4, 3, 4, 6, 5, 5, 6, 2};
    double out[7];
    score(ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT, NULL, 0, rows, 2, 7, NULL,
          NULL, NULL, out, NULL);
    check(out, (double[]){5. / 7, 1, 0.7, 0.75, 1, 1, 1}, 7, 1e-15);
}

/* With two columns the best weights lie on two constraints: all pairs are
 * tried. */
static double slow_benefit(const double *rows, int count, int unit) {
    double best = 0;
    for (int a = -2; a < count; a++) {
        for (int b = a + 1; b < count; b++) {
            const double x[2] = {a < 0 ? a == -2 : rows[2 * a],
                                 a < 0 ? a == -1 : rows[2 * a + 1]};
            const double y[2] = {b < 0 ? b == -2 : rows[2 * b],
                                 b < 0 ? b == -1 : rows[2 * b + 1]};
            double det = x[0] * y[1] - x[1] * y[0];
            double p = a < 0 ? 0 : 1;
            double q = b < 0 ? 0 : 1;
            double u = (p * y[1] - x[1] * q) / det;
            double v = (x[0] * q - p * y[0]) / det;
            int fits = u >= -1e-12 && v >= -1e-12;
            for (int i = 0; i < count && fits; i++)
                fits = u * rows[2 * i] + v * rows[2 * i + 1] <= 1 + 1e-12;
            double value = u * rows[2 * unit] + v * rows[2 * unit + 1];
            if (fits && det != 0 && value > best)
                best = value;
        }
    }
    return best;
}

static void benefit_against_all_corners(void **state) {
    (void)state;
    enum { N = 30 };
    double rows[2 * N];
    double other[2 * N];
    double out[N];
    double again[N];
    uint64_t seed = 4;
    for (int round = 0; round < 20; round++) {
        for (int i = 0; i < 2 * N; i++)
            rows[i] = (double)(support_random(&seed) % (round < 10 ? 9 : 9999));
        for (int i = 0; i < N; i++) {
            other[2 * i] = rows[2 * ((i * 7) % N)];
            other[2 * i + 1] = rows[2 * ((i * 7) % N) + 1];
        }
        score(ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT, NULL, 0, rows, 2, N,
              NULL, NULL, NULL, out, NULL);
        score(ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT, NULL, 0, other, 2, N,
              NULL, NULL, NULL, again, NULL);
        for (int i = 0; i < N; i++) {
            assert_true(fabs(out[i] - slow_benefit(rows, N, i)) < 1e-12);
            assert_same(again[i], out[(i * 7) % N]);
        }
    }
}

/* Bounds on shares: both columns half each is a harmonic mean of what each
 * reaches of ... the best with the same halves. */
static void benefit_with_bounded_shares(void **state) {
    (void)state;
    static const double rows[] = {1, 1, 2, 0.5, 0.5, 2, 0, 1, NAN, 3};
    double free_shares[5];
    double bounded[5];
    uint8_t why[5];
    const int32_t m = ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT;
    score(m, NULL, 0, rows, 2, 5, NULL, NULL, NULL, free_shares, why);
    assert_int_equal(why[4], ATTAIN_REASON_MISSING);
    assert_close(free_shares[0], 0.8, 1e-15); /* 1/2.5 + 1/2.5 */
    assert_close(free_shares[3], 0.5, 1e-15);
    /* u1 v1 = u2 v2 = s/2: (1, 1) has u1 = u2, up to 1/2.5; (2, 0.5) has u2 =
     * 4 u1, 2 u1 + 2 u1 ≤ 1 but 0.5 u1 + 8 u1 ≤ 1. */
    score(m, (double[]){0.5, 0.5}, 2, rows, 2, 5, NULL, NULL, NULL, bounded,
          why);
    assert_close(bounded[0], 0.8, 1e-14);
    assert_close(bounded[1], 4 / 8.5, 1e-14);
    assert_close(bounded[2], 4 / 8.5, 1e-14);
    assert_same(bounded[3], 0); /* cannot earn half with a 0 */
    assert_true(isnan(bounded[4]));
}

/* --- In common ----------------------------------------------------------- */

static void parameters_of(int32_t method, double *p) {
    for (int i = 0; i < 3; i++)
        p[i] = NAN;
    if (method == ATTAIN_AGGREGATION_POWER)
        p[0] = -2;
    if (method == ATTAIN_AGGREGATION_LARGEST ||
        method == ATTAIN_AGGREGATION_SMALLEST)
        p[0] = 2;
}

/* Neither the order of units nor that of columns changes a bit. */
static void order_does_not_matter(void **state) {
    (void)state;
    enum { N = 90, C = 6 };
    static double values[C * N];
    static double units[C * N];
    static double columns[C * N];
    static const double weights[C] = {1, 2, 0.1, 0.3, 5, 0.7};
    double turned_weights[C];
    uint64_t seed = 21;
    for (int i = 0; i < C * N; i++) {
        values[i] = 1 + (double)(support_random(&seed) % 10000) / 13;
        if (support_random(&seed) % 20 == 0)
            values[i] = NAN;
    }
    for (int c = 0; c < C; c++) {
        turned_weights[C - 1 - c] = weights[c];
        for (int i = 0; i < N; i++) {
            units[c * N + i] = values[c * N + (i * 7) % N];
            columns[(C - 1 - c) * N + i] = values[c * N + i];
        }
    }
    for (int32_t m = 0;
         m < (int32_t)attain_method_count(ATTAIN_METHOD_AGGREGATION); m++) {
        attain_method row;
        double p[3];
        double a[N];
        double b[N];
        double c[N];
        uint8_t why[N];
        attain_method_init(&row);
        attain_method_get(ATTAIN_METHOD_AGGREGATION, m, &row, NULL);
        parameters_of(m, p);
#define AGGREGATE(values, weights, out)                                        \
    assert_int_equal(attain_aggregate(m, p, row.parameter_count, values, C, N, \
                                      N, weights, NULL, NULL, 0, 0.5, out,     \
                                      why, NULL),                              \
                     ATTAIN_OK)
        AGGREGATE(units, weights, b);
        AGGREGATE(columns, turned_weights, c);
        AGGREGATE(values, weights, a);
        for (int i = 0; i < N; i++) {
            assert_same(b[i], a[(i * 7) % N]);
            assert_int_equal(isnan(a[i]) != 0, why[i] != 0);
            if (m == ATTAIN_AGGREGATION_OWA ||
                m == ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT)
                continue;
            assert_same(c[i], a[i]);
        }
    }
}

static void bad_arguments_are_rejected(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, -4, INFINITY, 1};
    double out[2] = {7, 7};
    attain_error err;
#define CALL(m, p, n, values, columns, stride, weights, down, bounds, blank,   \
             least, out)                                                       \
    attain_aggregate(m, p, n, values, columns, stride, 2, weights, down,       \
                     bounds, blank, least, out, NULL, &err)
    assert_int_equal(
        CALL(99, NULL, 0, values, 2, 2, NULL, NULL, NULL, 0, 0, out),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CALL(0, NULL, 0, NULL, 2, 2, NULL, NULL, NULL, 0, 0, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        CALL(0, NULL, 0, values, 2, 2, NULL, NULL, NULL, 0, 0, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        CALL(0, NULL, 0, values, 2, 1, NULL, NULL, NULL, 0, 0, out),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        CALL(0, NULL, 0, values, 2, 2, NULL, NULL, NULL, 3, 0, out),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        CALL(0, NULL, 0, values, 2, 2, NULL, NULL, NULL, 0, 1.5, out),
        ATTAIN_ERR_VALUE);
    assert_int_equal(
        CALL(0, NULL, 0, values, 3, 2, NULL, NULL, NULL, 0, 0, out),
        ATTAIN_ERR_VALUE);
    assert_int_equal(CALL(0, NULL, 0, values, 2, 2, ((double[]){1, -1}), NULL,
                          NULL, 0, 0, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(CALL(0, NULL, 0, values, 2, 2, ((double[]){1, NAN}), NULL,
                          NULL, 0, 0, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(CALL(0, NULL, 0, values, 2, 2, NULL, ((int32_t[]){0, 1}),
                          NULL, 0, 0, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CALL(13, NULL, 0, values, 2, 2, NULL, ((int32_t[]){0, 2}),
                          NULL, 0, 0, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CALL(ATTAIN_AGGREGATION_SPOTIS, NULL, 0, values, 2, 2,
                          NULL, NULL, ((double[]){0, 1, 1, 1}), 0, 0, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 1);
    assert_int_equal(CALL(ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT, NULL, 0,
                          values, 2, 2, NULL, NULL, NULL, 0, 0, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(CALL(ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT,
                          ((double[]){0.6}), 1, ((double[]){1, 2, 3, 4}), 2, 2,
                          NULL, NULL, NULL, 0, 0, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_outranking(NULL, 1, 2, 2, NULL, NULL, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_outranking(values, 1, 2, 2, NULL, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_outranking(values, 2, 1, 2, NULL, NULL, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_outranking(values, 1, 2, 2, (double[]){-1}, NULL, out, NULL),
        ATTAIN_ERR_VALUE);
    assert_int_equal(
        attain_outranking(values, 1, 2, 2, NULL, (int32_t[]){3}, out, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_outranking(values, 3, 2, 2, NULL, NULL, out, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(CALL(0, NULL, 0, NULL, 0, 0, NULL, NULL, NULL, 0, 0, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_aggregate(0, NULL, 0, NULL, 0, 0, 0, NULL, NULL,
                                      NULL, 0, 0, NULL, NULL, NULL),
                     ATTAIN_OK);
    for (int i = 0; i < 2; i++)
        assert_same(out[i], 7);
}

/* No columns, but more units than there can be room for. */
static void memory_that_is_not_there(void **state) {
    (void)state;
    double out = 7;
    static const int32_t methods[] = {ATTAIN_AGGREGATION_ARITHMETIC,
                                      ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT};
    for (int i = 0; i < 2; i++)
        assert_int_equal(attain_aggregate(methods[i], NULL, 0, NULL, 0, 0,
                                          SIZE_MAX / 4, NULL, NULL, NULL, 0, 0,
                                          &out, NULL, NULL),
                         ATTAIN_ERR_MEMORY);
    assert_same(out, 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(means_of_textbooks),
        cmocka_unit_test(human_development_of_kenya),
        cmocka_unit_test(ordered_average_of_yager),
        cmocka_unit_test(coinr_geometric_mean_of_a_zero),
        cmocka_unit_test(coinr_generalised_mean_with_a_blank),
        cmocka_unit_test(equal_values_are_their_mean),
        cmocka_unit_test(means_over_the_whole_range),
        cmocka_unit_test(logs_are_logarithms),
        cmocka_unit_test(blanks_go_by_policy),
        cmocka_unit_test(nothing_to_aggregate),
        cmocka_unit_test(many_columns),
        cmocka_unit_test(topsis_of_tzeng_and_huang),
        cmocka_unit_test(strict_methods_miss_a_column),
        cmocka_unit_test(vikor_of_opricovic),
        cmocka_unit_test(pymcdm_vikor_of_a_constant_column),
        cmocka_unit_test(spotis_of_dezert),
        cmocka_unit_test(wroclaw_goes_by_distance),
        cmocka_unit_test(compind_penalties_have_a_sign),
        cmocka_unit_test(mazziotta_pareto_by_hand),
        cmocka_unit_test(compind_mean_min_by_unit),
        cmocka_unit_test(copeland_of_tennessee),
        cmocka_unit_test(coinr_outranking_with_a_blank),
        cmocka_unit_test(benefit_of_cooper_seiford_and_tone),
        cmocka_unit_test(benefit_against_all_corners),
        cmocka_unit_test(benefit_with_bounded_shares),
        cmocka_unit_test(order_does_not_matter),
        cmocka_unit_test(bad_arguments_are_rejected),
        cmocka_unit_test(memory_that_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
