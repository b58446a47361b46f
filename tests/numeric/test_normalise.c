#include "support/support.h"

#include <float.h>
#include <math.h>

#include "attain/numeric.h"

/* One column. */
static void one(int32_t method, const double *parameters, size_t parameters_n,
                int32_t descending, const double *values, size_t count,
                double *out, uint8_t *reasons) {
    assert_int_equal(attain_normalise(method, parameters, parameters_n, values,
                                      1, count, count, NULL, 0, 0, &descending,
                                      out, reasons, NULL),
                     ATTAIN_OK);
}

static void check(const double *out, const double *expected, size_t count,
                  double within) {
    for (size_t i = 0; i < count; i++)
        assert_close(out[i], expected[i], within);
}

/* COINr 1.1.14 on 1, 2, 2, 4, NA, 10. */
static void scores_of_an_example(void **state) {
    (void)state;
    static const double values[] = {1, 2, 2, 4, NAN, 10};
    static const double minmax[] = {0,          11.1111111, 11.1111111,
                                    33.3333333, NAN,        100};
    static const double zscore[] = {-0.7706746, -0.4954337, -0.4954337,
                                    0.05504819, NAN,        1.706494};
    static const double percentile[] = {0, .25, .25, .75, NAN, 1};
    static const double rank[] = {1, 2, 2, 4, NAN, 5};
    static const double borda[] = {0, 1, 1, 3, NAN, 4};
    static const double hundred[] = {0, 100};
    static const double lowest = 0;
    double out[6];
    uint8_t reasons[6];
    one(ATTAIN_NORMALISATION_MINMAX, hundred, 2, 0, values, 6, out, reasons);
    check(out, minmax, 6, 1e-8);
    assert_int_equal(reasons[4], ATTAIN_REASON_MISSING);
    assert_int_equal(reasons[5], ATTAIN_REASON_NONE);
    one(ATTAIN_NORMALISATION_ZSCORE_SAMPLE, NULL, 0, 0, values, 6, out, NULL);
    check(out, zscore, 6, 2e-7);
    one(ATTAIN_NORMALISATION_PERCENTILE_RANK, &lowest, 1, 0, values, 6, out,
        NULL);
    check(out, percentile, 6, 0);
    one(ATTAIN_NORMALISATION_RANK, NULL, 0, 0, values, 6, out, NULL);
    check(out, rank, 6, 0);
    one(ATTAIN_NORMALISATION_BORDA, NULL, 0, 0, values, 6, out, NULL);
    check(out, borda, 6, 0);
}

/* COINr's own tests of distances to a target. */
static void distances_to_a_target_of_coinr(void **state) {
    (void)state;
    static const double up[] = {0, 5, 11};
    static const double down[] = {-1, 1, 10};
    static const double to_ten[] = {10, 0};
    static const double to_ten_capped[] = {10, 1};
    static const double to_zero[] = {0, 0};
    static const double to_zero_capped[] = {0, 1};
    const int32_t method = ATTAIN_NORMALISATION_DISTANCE_TO_TARGET;
    double out[3];
    one(method, to_ten, 2, 0, up, 3, out, NULL);
    check(out, (double[]){0, 0.5, 1.1}, 3, 1e-15);
    one(method, to_ten_capped, 2, 0, up, 3, out, NULL);
    check(out, (double[]){0, 0.5, 1}, 3, 1e-15);
    one(method, to_zero, 2, 1, down, 3, out, NULL);
    check(out, (double[]){1.1, 0.9, 0}, 3, 1e-15);
    one(method, to_zero_capped, 2, 1, down, 3, out, NULL);
    check(out, (double[]){1, 0.9, 0}, 3, 1e-15);
}

/* COINr's own tests of goalposts; its plain direction −1 gives 0 for all of
 * 1, 5, 9 between 0 and 10. */
static void coinr_goalposts_of_direction_minus_one(void **state) {
    (void)state;
    static const double values[] = {1, 11, -1};
    static const double posts[] = {0, 10};
    static const double inside[] = {1, 5, 9};
    double out[3];
    one(ATTAIN_NORMALISATION_GOALPOSTS, posts, 2, 0, values, 3, out, NULL);
    check(out, (double[]){0.1, 1, 0}, 3, 0);
    one(ATTAIN_NORMALISATION_GOALPOSTS, posts, 2, 1, values, 3, out, NULL);
    check(out, (double[]){0.9, 0, 1}, 3, 0);
    one(ATTAIN_NORMALISATION_GOALPOSTS, posts, 2, 1, inside, 3, out, NULL);
    check(out, (double[]){0.9, 0.5, 0.1}, 3, 1e-15);
    one(ATTAIN_NORMALISATION_GOALPOSTS, (double[]){0.2, 0.8, 10}, 3, 0,
        (double[]){0.1, 0.5, 0.35}, 3, out, NULL);
    check(out, (double[]){0, 5, 2.5}, 3, 1e-15);
    one(ATTAIN_NORMALISATION_GOALPOSTS, (double[]){0, 10, 1, 0}, 4, 0, values,
        3, out, NULL);
    check(out, (double[]){0.1, 1.1, -0.1}, 3, 2e-16);
    one(ATTAIN_NORMALISATION_SCALED, (double[]){1, 10}, 2, 0, inside, 3, out,
        NULL);
    check(out, (double[]){0, 400. / 9, 800. / 9}, 3, 2e-16);
}

/* Human Development Report 2023/24, Kenya: life expectancy 62.055. */
static void goalposts_of_the_human_development_index(void **state) {
    (void)state;
    const double life = 62.055;
    double out;
    one(ATTAIN_NORMALISATION_GOALPOSTS, (double[]){20, 85}, 2, 0, &life, 1,
        &out, NULL);
    assert_close(out, 0.647, 5e-4);
}

static void distances_agree_with_their_formulas(void **state) {
    (void)state;
    static const double v[] = {3, 8, 5, NAN, 4};
    double out[5];
    one(ATTAIN_NORMALISATION_DISTANCE_TO_MAXIMUM, NULL, 0, 0, v, 5, out, NULL);
    check(out, (double[]){0, 1, 0.4, NAN, 0.2}, 5, 1e-15);
    one(ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE, (double[]){2}, 1, 0, v, 5,
        out, NULL);
    check(out, (double[]){0, 2.5, 1, NAN, 0.5}, 5, 1e-15);
    one(ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE, (double[]){2, 1}, 2, 0, v,
        5, out, NULL);
    check(out, (double[]){0, 1, 1, NAN, 0.5}, 5, 1e-15);
    one(ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE, (double[]){2}, 1, 1, v, 5,
        out, NULL);
    check(out, (double[]){5. / 3, 0, 1, NAN, 4. / 3}, 5, 1e-15);
    one(ATTAIN_NORMALISATION_FRACTION_OF_MAXIMUM, NULL, 0, 0, v, 5, out, NULL);
    check(out, (double[]){0.375, 1, 0.625, NAN, 0.5}, 5, 0);
    one(ATTAIN_NORMALISATION_FRACTION_OF_MAXIMUM, NULL, 0, 1, v, 5, out, NULL);
    check(out, (double[]){1, 0.375, 0.6, NAN, 0.75}, 5, 0);
}

/* JRC's categories: 0, 20, 40, 60, 80, 100 at 15, 25, 65, 85 and 95 %. */
static void categories_by_quantile(void **state) {
    (void)state;
    static const double cuts[] = {.15, .25, .65, .85, .95};
    double values[101];
    double out[101];
    for (int i = 0; i <= 100; i++)
        values[i] = i;
    one(ATTAIN_NORMALISATION_CATEGORY_BY_QUANTILE, cuts, 5, 0, values, 101, out,
        NULL);
    for (int i = 0; i <= 100; i++)
        assert_same(out[i], (i >= 15) + (i >= 25) + (i >= 65) + (i >= 85) +
                                (double)(i >= 95));
    one(ATTAIN_NORMALISATION_CATEGORY_BY_QUANTILE, cuts, 5, 1, values, 101, out,
        NULL);
    for (int i = 0; i <= 100; i++)
        assert_same(out[i], (i <= 85) + (i <= 75) + (i <= 35) + (i <= 15) +
                                (double)(i <= 5));
}

static void categories_by_threshold(void **state) {
    (void)state;
    static const double cuts[] = {60, 75, 90};
    static const double values[] = {59.99, 60, 75, 100, NAN, 90};
    double out[6];
    one(ATTAIN_NORMALISATION_CATEGORY_BY_THRESHOLD, cuts, 3, 0, values, 6, out,
        NULL);
    check(out, (double[]){0, 1, 2, 3, NAN, 3}, 6, 0);
    one(ATTAIN_NORMALISATION_CATEGORY_BY_THRESHOLD, cuts, 3, 1, values, 6, out,
        NULL);
    check(out, (double[]){3, 3, 2, 0, NAN, 1}, 6, 0);
}

/* What fits a method's needed parameters. */
static void some_parameters(int32_t method, double *out) {
    attain_method row;
    attain_method_init(&row);
    assert_int_equal(
        attain_method_get(ATTAIN_METHOD_NORMALISATION, method, &row, NULL),
        ATTAIN_OK);
    for (size_t i = 0; i < 8; i++)
        out[i] = NAN;
    for (size_t i = 0; i < row.parameter_count; i++) {
        attain_parameter parameter;
        attain_parameter_init(&parameter);
        assert_int_equal(attain_method_parameter(ATTAIN_METHOD_NORMALISATION,
                                                 method, i, &parameter, NULL),
                         ATTAIN_OK);
        if (isnan(parameter.standard))
            out[i] = i == 0 ? 0.5 : 0.75;
    }
    if (method == ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE)
        out[0] = 1;
}

/* A low value that is good is scored as its negative, posts and all. */
static void direction_is_a_negation(void **state) {
    (void)state;
    uint64_t seed = 7;
    double values[40];
    double minus[40];
    double turned[40];
    double straight[40];
    for (int i = 0; i < 40; i++) {
        values[i] = (double)(support_random(&seed) % 20);
        minus[i] = -values[i];
    }
    values[9] = minus[9] = NAN;
    for (int32_t m = 0; m < ATTAIN_NORMALISATION_FRACTION_OF_MAXIMUM; m++) {
        double p[8];
        some_parameters(m, p);
        if (m == ATTAIN_NORMALISATION_SCALED)
            p[0] = 2, p[1] = 7;
        size_t count = m == ATTAIN_NORMALISATION_GOALPOSTS ||
                               m == ATTAIN_NORMALISATION_SCALED
                           ? 2
                           : 1;
        size_t given =
            m == ATTAIN_NORMALISATION_DISTANCE_TO_MAXIMUM ? 0 : count;
        one(m, p, given, 1, values, 40, turned, NULL);
        if (given == 2) {
            double low = p[0];
            p[0] = -p[1];
            p[1] = -low;
        } else if (m == ATTAIN_NORMALISATION_DISTANCE_TO_TARGET) {
            p[0] = -p[0];
        }
        one(m, p, given, 0, minus, 40, straight, NULL);
        for (int i = 0; i < 40; i++)
            assert_same(turned[i], straight[i]);
    }
}

static void columns_agree_with_single_ones(void **state) {
    (void)state;
    enum { ROWS = 50, STRIDE = 53, COLUMNS = 6 };
    static double values[COLUMNS * STRIDE];
    static double out[COLUMNS * STRIDE];
    static uint8_t reasons[COLUMNS * STRIDE];
    static const int32_t descending[] = {0, 1, 0, 1, 0, 1};
    uint64_t seed = 3;
    for (int i = 0; i < COLUMNS * STRIDE; i++)
        values[i] = 1 + (double)(support_random(&seed) % 3000) / 7;
    for (int i = 0; i < ROWS; i += 7)
        values[2 * STRIDE + i] = NAN;
    for (int i = 0; i < ROWS; i++) {
        values[3 * STRIDE + i] = 0.1;
        values[4 * STRIDE + i] = NAN;
    }
    for (int32_t m = 0;
         m < (int32_t)attain_method_count(ATTAIN_METHOD_NORMALISATION); m++) {
        double p[8];
        double single[ROWS];
        uint8_t why[ROWS];
        attain_method row;
        attain_method_init(&row);
        attain_method_get(ATTAIN_METHOD_NORMALISATION, m, &row, NULL);
        some_parameters(m, p);
        assert_int_equal(attain_normalise(m, p, row.parameter_count, values,
                                          COLUMNS, STRIDE, ROWS, NULL, 0, 0,
                                          descending, out, reasons, NULL),
                         ATTAIN_OK);
        for (int c = 0; c < COLUMNS; c++) {
            one(m, p, row.parameter_count, descending[c], values + c * STRIDE,
                ROWS, single, why);
            for (int i = 0; i < ROWS; i++) {
                assert_same(single[i], out[c * STRIDE + i]);
                assert_int_equal(why[i], reasons[c * STRIDE + i]);
                assert_int_equal(isnan(single[i]) != 0, why[i] != 0);
            }
        }
    }
}

/* The order of units changes no bit. */
static void order_does_not_matter(void **state) {
    (void)state;
    enum { ROWS = 700 };
    static double values[ROWS];
    static double turned[ROWS];
    static double a[ROWS];
    static double b[ROWS];
    uint64_t seed = 11;
    for (int i = 0; i < ROWS; i++)
        values[i] = (double)(support_random(&seed) % 100000) / 1000;
    values[5] = NAN;
    for (int i = 0; i < ROWS; i++)
        turned[i] = values[(i * 3) % ROWS];
    for (int32_t m = 0; m < ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE; m++) {
        double p[8];
        some_parameters(m, p);
        size_t count = m == ATTAIN_NORMALISATION_GOALPOSTS ? 2 : 0;
        one(m, p, count, 0, values, ROWS, a, NULL);
        one(m, p, count, 0, turned, ROWS, b, NULL);
        for (int i = 0; i < ROWS; i++)
            assert_same(b[i], a[(i * 3) % ROWS]);
    }
}

/* A panel: two metrics over two years of three units; the second year on the
 * range of both. */
static void references_give_the_range(void **state) {
    (void)state;
    static const double years[] = {0, 5, 10, 2, 4, 6, 1, 1, 1, 3, 2, 3};
    double out[9];
    assert_int_equal(attain_normalise(ATTAIN_NORMALISATION_MINMAX, NULL, 0,
                                      years + 3, 2, 6, 3, years, 6, 6, NULL,
                                      out, NULL, NULL),
                     ATTAIN_OK);
    check(out, (double[]){0.2, 0.4, 0.6}, 3, 0);
    check(out + 6, (double[]){1, 0.5, 1}, 3, 0);
}

static void reasons_say_why(void **state) {
    (void)state;
    static const double equal[] = {0.1, 0.1, NAN};
    static const double alone[] = {NAN, 3};
    static const double negative[] = {-3, -1, 0};
    double out[3];
    uint8_t why[3];
    one(ATTAIN_NORMALISATION_MINMAX, NULL, 0, 0, equal, 3, out, why);
    assert_int_equal(why[0], ATTAIN_REASON_CONSTANT);
    assert_int_equal(why[2], ATTAIN_REASON_MISSING);
    one(ATTAIN_NORMALISATION_ZSCORE_POPULATION, NULL, 0, 0, equal, 3, out, why);
    assert_int_equal(why[0], ATTAIN_REASON_CONSTANT);
    one(ATTAIN_NORMALISATION_ZSCORE_SAMPLE, NULL, 0, 0, alone, 2, out, why);
    assert_int_equal(why[1], ATTAIN_REASON_TOO_FEW);
    one(ATTAIN_NORMALISATION_PERCENTILE_RANK, NULL, 0, 0, alone, 2, out, why);
    assert_int_equal(why[1], ATTAIN_REASON_TOO_FEW);
    one(ATTAIN_NORMALISATION_RANK, NULL, 0, 0, alone, 2, out, why);
    assert_same(out[1], 1);
    one(ATTAIN_NORMALISATION_FRACTION_OF_MAXIMUM, NULL, 0, 0, negative, 3, out,
        why);
    assert_int_equal(why[0], ATTAIN_REASON_NOT_POSITIVE);
    one(ATTAIN_NORMALISATION_FRACTION_OF_MAXIMUM, NULL, 0, 1, negative, 3, out,
        why);
    assert_int_equal(why[0], ATTAIN_REASON_NOT_POSITIVE);
    one(ATTAIN_NORMALISATION_DISTANCE_TO_TARGET, (double[]){-4}, 1, 0, negative,
        3, out, why);
    assert_int_equal(why[1], ATTAIN_REASON_UNDEFINED);
    one(ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE, (double[]){0}, 1, 0, alone,
        2, out, why);
    assert_int_equal(why[1], ATTAIN_REASON_MISSING);
    assert_int_equal(attain_normalise(ATTAIN_NORMALISATION_FRACTION_OF_MAXIMUM,
                                      NULL, 0, negative, 1, 3, 3,
                                      (double[]){2, 4}, 2, 2, (int32_t[]){1},
                                      out, why, NULL),
                     ATTAIN_OK);
    assert_true(isnan(out[2]));
    assert_int_equal(why[2], ATTAIN_REASON_NOT_POSITIVE);
    assert_int_equal(attain_normalise(ATTAIN_NORMALISATION_MINMAX, NULL, 0,
                                      negative, 1, 3, 3, (double[]){NAN}, 1, 1,
                                      NULL, out, why, NULL),
                     ATTAIN_OK);
    assert_int_equal(why[2], ATTAIN_REASON_MISSING);
}

static void huge_ranges_keep_their_scores(void **state) {
    (void)state;
    double values[] = {-1.5e308, 0, 1.5e308, NAN};
    one(ATTAIN_NORMALISATION_MINMAX, NULL, 0, 1, values, 4, values, NULL);
    check(values, (double[]){1, 0.5, 0, NAN}, 4, 0);
}

/* v − min may be beyond a double where the score is not; where the score is,
 * there is none. */
static void scores_beyond_the_range(void **state) {
    (void)state;
    static const double far[] = {1e308, -1e308, 4};
    static const double wide[] = {1e-300, 1e300};
    static const double near = 1;
    static const double tiny[] = {0, 1e-300, 1, 0};
    double out[3];
    uint8_t why[3];
    one(ATTAIN_NORMALISATION_DISTANCE_TO_TARGET, &near, 1, 0, far, 3, out, why);
    check(out, (double[]){2, 0, 1}, 3, 1e-15);
    assert_int_equal(why[0], ATTAIN_REASON_NONE);
    one(ATTAIN_NORMALISATION_GOALPOSTS, tiny, 4, 0, wide, 2, out, why);
    assert_same(out[0], 1);
    assert_true(isnan(out[1]));
    assert_int_equal(why[1], ATTAIN_REASON_UNDEFINED);
    assert_int_equal(why[0], ATTAIN_REASON_NONE);
}

static void bad_arguments_are_rejected(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, 4, 5, INFINITY};
    const int32_t wrong[] = {2};
    double out[6] = {7, 7, 7, 7, 7, 7};
    attain_error err;
#define CALL(method, p, n, values, columns, stride, count, reference, down,    \
             out)                                                              \
    attain_normalise(method, p, n, values, columns, stride, count, reference,  \
                     3, 3, down, out, NULL, &err)
    assert_int_equal(CALL(99, NULL, 0, values, 1, 3, 3, NULL, NULL, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CALL(0, NULL, 0, NULL, 1, 3, 3, NULL, NULL, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CALL(0, NULL, 0, values, 1, 3, 3, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CALL(0, NULL, 0, values, 2, 2, 3, NULL, NULL, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CALL(0, NULL, 0, values, 1, 3, 3, NULL, wrong, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CALL(ATTAIN_NORMALISATION_RANK, NULL, 0, values, 1, 3, 3,
                          values, NULL, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CALL(ATTAIN_NORMALISATION_GOALPOSTS, NULL, 0, values, 1, 3,
                          3, NULL, NULL, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        CALL(0, ((double[]){5, 1}), 2, values, 1, 3, 3, NULL, NULL, out),
        ATTAIN_ERR_VALUE);
    assert_int_equal(CALL(ATTAIN_NORMALISATION_CATEGORY_BY_THRESHOLD,
                          ((double[]){1, 3, 2}), 3, values, 1, 3, 3, NULL, NULL,
                          out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 2);
    assert_int_equal(CALL(ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE,
                          ((double[]){3}), 1, values, 1, 3, 3, NULL, NULL, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(CALL(0, NULL, 0, values, 2, 3, 3, NULL, NULL, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 2);
    assert_int_equal(CALL(0, NULL, 0, values, 1, 3, 3, values + 3, NULL, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(CALL(0, NULL, 0, values + 3, 1, 3, 3, values, NULL, out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(CALL(ATTAIN_NORMALISATION_ZSCORE_SAMPLE, NULL, 0,
                          ((double[]){1.5e308, 1.5e308}), 1, 2, 2, NULL, NULL,
                          out),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(CALL(ATTAIN_NORMALISATION_RANK, NULL, 0, values, 1, 0,
                          SIZE_MAX / 8, NULL, NULL, out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CALL(0, NULL, 0, NULL, 0, 0, 0, NULL, NULL, NULL),
                     ATTAIN_OK);
    for (int i = 0; i < 6; i++)
        assert_same(out[i], 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_of_an_example),
        cmocka_unit_test(distances_to_a_target_of_coinr),
        cmocka_unit_test(coinr_goalposts_of_direction_minus_one),
        cmocka_unit_test(goalposts_of_the_human_development_index),
        cmocka_unit_test(distances_agree_with_their_formulas),
        cmocka_unit_test(categories_by_quantile),
        cmocka_unit_test(categories_by_threshold),
        cmocka_unit_test(direction_is_a_negation),
        cmocka_unit_test(columns_agree_with_single_ones),
        cmocka_unit_test(order_does_not_matter),
        cmocka_unit_test(references_give_the_range),
        cmocka_unit_test(reasons_say_why),
        cmocka_unit_test(huge_ranges_keep_their_scores),
        cmocka_unit_test(scores_beyond_the_range),
        cmocka_unit_test(bad_arguments_are_rejected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
