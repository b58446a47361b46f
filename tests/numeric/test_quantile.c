#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

static attain_status type_7(const double *values, size_t count,
                            const double *probabilities,
                            size_t probability_count, double *out,
                            attain_error *err) {
    return attain_quantiles(ATTAIN_QUANTILE_TYPE_7, NULL, 0, values, NULL,
                            count, probabilities, probability_count, out, NULL,
                            err);
}

static double of_type(int32_t method, const double *values,
                      const double *weights, size_t count, double p) {
    double out = 0;
    uint8_t reason = 200;
    assert_int_equal(attain_quantiles(method, NULL, 0, values, weights, count,
                                      &p, 1, &out, &reason, NULL),
                     ATTAIN_OK);
    assert_int_equal(isnan(out) != 0, reason != ATTAIN_REASON_NONE);
    return out;
}

/* R's quantile(chem, p, type) of MASS's chem. */
static void types_agree_with_r(void **state) {
    (void)state;
    static const double chem[] = {
        2.20, 2.20, 2.4, 2.4, 2.5, 2.7, 2.8, 2.9, 3.03, 3.03, 3.10, 3.37,
        3.4,  3.4,  3.4, 3.5, 3.6, 3.7, 3.7, 3.7, 3.7,  3.77, 5.28, 28.95};
    static const double p[] = {0, 0.05, 0.1, 0.25, 0.3, 0.5, 0.75, 0.9, 1};
    static const double expected[9][9] = {
        {2.2, 2.2, 2.4, 2.7, 2.9, 3.37, 3.7, 3.77, 28.95},
        {2.2, 2.2, 2.4, 2.75, 2.9, 3.385, 3.7, 3.77, 28.95},
        {2.2, 2.2, 2.2, 2.7, 2.8, 3.37, 3.7, 3.77, 28.95},
        {2.2, 2.2, 2.28, 2.7, 2.82, 3.37, 3.7, 3.742, 28.95},
        {2.2, 2.2, 2.38, 2.75, 2.87, 3.385, 3.7, 3.921, 28.95},
        {2.2, 2.2, 2.3, 2.725, 2.85, 3.385, 3.7, 4.525, 28.95},
        {2.2, 2.23, 2.4, 2.775, 2.89, 3.385, 3.7, 3.749, 28.95},
        {2.2, 2.2, 2.3533333333333335, 2.7416666666666667, 2.8633333333333333,
         3.385, 3.7, 4.1223333333333354, 28.95},
        {2.2, 2.2, 2.36, 2.74375, 2.865, 3.385, 3.7, 4.072, 28.95}};
    for (int32_t method = 0; method < 9; method++) {
        for (int i = 0; i < 9; i++) {
            assert_close(of_type(method, chem, NULL, 24, p[i]),
                         expected[method][i], 1e-15);
            const double parameters[] = {p[i], method + 1};
            double out;
            assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_QUANTILE,
                                                 parameters, 2, chem, NULL, 24,
                                                 &out, NULL, NULL),
                             ATTAIN_OK);
            assert_same(out, of_type(method, chem, NULL, 24, p[i]));
        }
    }
}

/* The formulas of Hyndman and Fan on x = 1 … n, where the quantile is its
 * position. */
static void types_are_positions(void **state) {
    (void)state;
    static const double alpha[] = {0, 0.5, 0, 1, 1.0 / 3, 0.375};
    static const double beta[] = {1, 0.5, 0, 1, 1.0 / 3, 0.375};
    double x[50];
    for (int i = 0; i < 50; i++)
        x[i] = i + 1;
    for (size_t n = 1; n <= 50; n++) {
        for (int k = 0; k <= 20; k++) {
            double p = k / 20.0;
            for (int32_t method = 3; method < 9; method++) {
                double a = alpha[method - 3];
                double b = beta[method - 3];
                double at = p * ((double)n + 1 - a - b) + a;
                at = at < 1 ? 1 : at > (double)n ? (double)n : at;
                assert_close(of_type(method, x, NULL, n, p), at, 4e-15);
            }
        }
    }
}

/* np is decided in decimals: 0.7 · 10 is 7, and 0.35 · 10 half way. */
static void positions_are_decimals(void **state) {
    (void)state;
    static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    assert_same(of_type(ATTAIN_QUANTILE_TYPE_1, x, NULL, 10, 0.7), 7.0);
    assert_same(of_type(ATTAIN_QUANTILE_TYPE_2, x, NULL, 10, 0.7), 7.5);
    assert_same(of_type(ATTAIN_QUANTILE_TYPE_2, x, NULL, 10, 0.3), 3.5);
    assert_same(of_type(ATTAIN_QUANTILE_TYPE_3, x, NULL, 10, 0.35), 4.0);
    assert_same(of_type(ATTAIN_QUANTILE_TYPE_3, x, NULL, 10, 0.25), 2.0);
    assert_same(of_type(ATTAIN_QUANTILE_TYPE_3, x, NULL, 10, 0.351), 4.0);
    assert_same(of_type(ATTAIN_QUANTILE_TYPE_3, x, NULL, 10, 0.01), 1.0);
}

/* A weight of k is the value k times, for every type. */
static void weights_are_repetitions(void **state) {
    (void)state;
    uint64_t seed = 17;
    for (int turn = 0; turn < 100; turn++) {
        double x[12];
        double w[12];
        double repeated[60];
        size_t n = 0;
        for (int i = 0; i < 12; i++) {
            x[i] = (double)(support_random(&seed) % 30);
            w[i] = (double)(support_random(&seed) % 5);
            for (int k = 0; k < (int)w[i]; k++)
                repeated[n++] = x[i];
        }
        for (int32_t method = 0; method < 10; method++) {
            for (int k = 0; k <= 16; k++)
                assert_same(of_type(method, x, w, 12, k / 16.0),
                            of_type(method, repeated, NULL, n, k / 16.0));
        }
    }
}

static void weights_that_are_no_frequencies(void **state) {
    (void)state;
    static const double x[] = {1, 2, 3};
    static const double equal[] = {4, 4, 4};
    static const double shares[] = {0.2, 0.3, 0.5};
    static const double p[] = {0.5};
    double out;
    uint8_t reason;
    /* Types 1 to 3 do not depend on the sum of the weights. */
    assert_same(of_type(ATTAIN_QUANTILE_TYPE_1, x, shares, 3, 0.5), 2.0);
    assert_same(of_type(ATTAIN_QUANTILE_TYPE_2, x, shares, 3, 0.5), 2.5);
    assert_int_equal(attain_quantiles(ATTAIN_QUANTILE_TYPE_7, NULL, 0, x,
                                      shares, 3, p, 1, &out, &reason, NULL),
                     ATTAIN_OK);
    assert_int_equal(reason, ATTAIN_REASON_TOO_FEW);
    assert_true(isnan(out));
    assert_same(of_type(ATTAIN_QUANTILE_TYPE_7, equal, shares, 3, 0.5), 4.0);
}

static void plotting_positions(void **state) {
    (void)state;
    static const double x[] = {1, 2, 3, 4, 5};
    static const double p[] = {0.3};
    static const double hazen[] = {0.5, 0.5};
    double out;
    assert_int_equal(attain_quantiles(ATTAIN_QUANTILE_PLOTTING, hazen, 2, x,
                                      NULL, 5, p, 1, &out, NULL, NULL),
                     ATTAIN_OK);
    assert_same(out, of_type(ATTAIN_QUANTILE_TYPE_5, x, NULL, 5, 0.3));
    /* Cunnane: (n + 0.2)p + 0.4. */
    assert_close(of_type(ATTAIN_QUANTILE_PLOTTING, x, NULL, 5, 0.3), 1.96,
                 1e-15);
}

static void weights_are_checked(void **state) {
    (void)state;
    static const double x[] = {1, 2, 3};
    static const double negative[] = {1, -1, 2};
    static const double infinite[] = {1, INFINITY, 2};
    static const double p[] = {0.5};
    static const double wrong[] = {2};
    double out = 7;
    attain_error err;
    assert_int_equal(
        attain_quantiles(6, NULL, 0, x, negative, 3, p, 1, &out, NULL, &err),
        ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "weights");
    assert_int_equal(
        attain_quantiles(6, NULL, 0, x, infinite, 3, p, 1, &out, NULL, NULL),
        ATTAIN_ERR_VALUE);
    assert_int_equal(
        attain_quantiles(10, NULL, 0, x, NULL, 3, p, 1, &out, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_quantiles(9, wrong, 1, x, NULL, 3, p, 1, &out, NULL, NULL),
        ATTAIN_ERR_VALUE);
    assert_same(out, 7.0);
}

/* Expected: numbers of R's quantile(x, p, type = 7), by its formula with
 * mpmath. */
static void quantiles_of_type_7(void **state) {
    (void)state;
    static const double values[] = {9.5, 1.25, NAN, 3, 7, 7, -2};
    static const double p[] = {0, 0.1, 0.25, 0.5, 0.9, 1};
    static const double expected[] = {-2, -0.375, 1.6875, 5, 8.25, 9.5};
    double out[6];
    assert_int_equal(type_7(values, 7, p, 6, out, NULL), ATTAIN_OK);
    for (int i = 0; i < 6; i++)
        assert_close(out[i], expected[i], 4e-16);
}

static void quantiles_of_few(void **state) {
    (void)state;
    static const double missing[] = {NAN};
    static const double one[] = {4};
    static const double far[] = {-1.7e308, 1.7e308};
    static const double p[] = {0, 0.5, 1};
    double out[3];
    assert_int_equal(type_7(NULL, 0, p, 3, out, NULL), ATTAIN_OK);
    assert_true(isnan(out[0]) && isnan(out[1]) && isnan(out[2]));
    assert_int_equal(type_7(missing, 1, p, 3, out, NULL), ATTAIN_OK);
    assert_true(isnan(out[1]));
    assert_int_equal(type_7(one, 1, p, 3, out, NULL), ATTAIN_OK);
    assert_same(out[0], 4.0);
    assert_same(out[1], 4.0);
    assert_same(out[2], 4.0);
    assert_int_equal(type_7(far, 2, p, 3, out, NULL), ATTAIN_OK);
    assert_same(out[0], -1.7e308);
    assert_same(out[1], 0.0);
    assert_same(out[2], 1.7e308);
    assert_int_equal(type_7(one, 1, NULL, 0, NULL, NULL), ATTAIN_OK);
}

static void quantiles_of_zero_are_not_minus_zero(void **state) {
    (void)state;
    static const double zeros[] = {0, 0, 0};
    static const double p[] = {0.3};
    double out;
    assert_int_equal(type_7(zeros, 3, p, 1, &out, NULL), ATTAIN_OK);
    assert_same(out, 0.0);
}

static void quantiles_reject_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, INFINITY};
    static const double p[] = {0.5};
    static const double wrong[] = {0.5, -0.1, 1.5, NAN};
    double out[2] = {7, 7};
    attain_error err;
    assert_int_equal(type_7(values, 2, p, 1, out, &err), ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 1);
    for (size_t i = 1; i < 4; i++)
        assert_int_equal(type_7(values, 1, wrong + i, 1, out, NULL),
                         ATTAIN_ERR_VALUE);
    assert_int_equal(type_7(values, 1, wrong, 2, out, &err), ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 1);
    assert_int_equal(type_7(NULL, 2, p, 1, out, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(type_7(values, 1, NULL, 1, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(type_7(values, 1, p, 1, NULL, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(type_7(values, SIZE_MAX / 8, p, 1, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(type_7(values, 2, p, SIZE_MAX / 8, out, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "probabilities");
    assert_same(out[0], 7.0);
}

static void round_on_the_decimal(void **state) {
    (void)state;
    /* Half to even on what is written: 2.675 is a double below 2.675. */
    static const double values[] = {2.675, 2.665, -0.125, 0.5, 1.5,
                                    NAN,   95.95, 0.05,   1e22};
    static const double two[] = {2.68, 2.66,  -0.12, 0.5, 1.5,
                                 NAN,  95.95, 0.05,  1e22};
    static const double none[] = {3, 3, 0, 0, 2, NAN, 96, 0, 1e22};
    static const double hundreds[] = {0, 0, 0, 0, 0, NAN, 100, 0, 1e22};
    double out[9];
    assert_int_equal(attain_round(values, 9, 2, 1, out, NULL), ATTAIN_OK);
    for (int i = 0; i < 9; i++)
        assert_same(out[i], two[i]);
    assert_int_equal(attain_round(values, 9, 0, 1, out, NULL), ATTAIN_OK);
    for (int i = 0; i < 9; i++)
        assert_same(out[i], none[i]);
    memcpy(out, values, sizeof values);
    assert_int_equal(attain_round(out, 9, -2, 1, out, NULL), ATTAIN_OK);
    for (int i = 0; i < 9; i++)
        assert_same(out[i], hundreds[i]);
}

static void round_to_halves_and_fifths(void **state) {
    (void)state;
    /* The examples of GB/T 8170. */
    static const double halves[] = {60.25, 60.38, -60.75, NAN};
    static const double fifths[] = {830, 842, -930};
    double out[4];
    assert_int_equal(attain_round(halves, 4, 0, 0.5, out, NULL), ATTAIN_OK);
    assert_same(out[0], 60.0);
    assert_same(out[1], 60.5);
    assert_same(out[2], -61.0);
    assert_true(isnan(out[3]));
    assert_int_equal(attain_round(fifths, 3, -2, 0.2, out, NULL), ATTAIN_OK);
    assert_same(out[0], 840.0);
    assert_same(out[1], 840.0);
    assert_same(out[2], -920.0);
    assert_int_equal(attain_round(fifths, 3, -2, 0.25, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
}

static void round_rejects_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1.5, -INFINITY};
    double out[2] = {7, 7};
    attain_error err;
    assert_int_equal(attain_round(values, 2, 0, 1, out, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 1);
    assert_int_equal(attain_round(values, 1, 16, 1, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_round(values, 1, -16, 1, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_round(NULL, 1, 0, 1, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_round(values, 1, 0, 1, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_round(NULL, 0, 0, 1, NULL, NULL), ATTAIN_OK);
    assert_same(out[0], 7.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_agree_with_r),
        cmocka_unit_test(types_are_positions),
        cmocka_unit_test(positions_are_decimals),
        cmocka_unit_test(weights_are_repetitions),
        cmocka_unit_test(weights_that_are_no_frequencies),
        cmocka_unit_test(plotting_positions),
        cmocka_unit_test(weights_are_checked),
        cmocka_unit_test(quantiles_of_type_7),
        cmocka_unit_test(quantiles_of_few),
        cmocka_unit_test(quantiles_of_zero_are_not_minus_zero),
        cmocka_unit_test(quantiles_reject_bad_arguments),
        cmocka_unit_test(round_on_the_decimal),
        cmocka_unit_test(round_to_halves_and_fifths),
        cmocka_unit_test(round_rejects_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
