#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

/* Expected: mpmath 1.2 with 50 digits. */

static const double years[] = {2019, 2020, 2021, 2022, 2023};
static const double rates[] = {93.1, 93.9, 94.1, 95.2, 95.3};

static attain_line fitted(const double *x, const double *y, size_t count) {
    attain_line line;
    attain_line_init(&line);
    assert_int_equal(attain_line_fit(x, y, count, &line, NULL), ATTAIN_OK);
    return line;
}

static void fit_of_five_years(void **state) {
    (void)state;
    attain_line line = fitted(years, rates, 5);
    double value;
    double error;
    double low;
    double high;
    assert_int_equal(line.count, 5);
    assert_same(line.center, 2021.0);
    assert_close(line.intercept, 94.32, 4e-16);
    assert_close(line.slope, 0.57, 1e-14);
    assert_same(line.sxx, 10.0);
    assert_close(line.variance, 0.06633333333333592, 1e-12);
    assert_int_equal(attain_line_predict(&line, 2025, 0.8, &value, &error, &low,
                                         &high, NULL),
                     ATTAIN_OK);
    assert_close(value, 96.6, 1e-15);
    assert_close(error, 0.43096790290384807, 1e-12);
    assert_close(low, 95.89418475039493, 1e-14);
    assert_close(high, 97.30581524960508, 1e-14);
}

static void fit_leaves_out_missing_pairs(void **state) {
    (void)state;
    static const double x[] = {2019, NAN, 2020, 2021, 2021.5, 2022, 2023};
    static const double y[] = {93.1, 5, 93.9, 94.1, NAN, 95.2, 95.3};
    attain_line all = fitted(years, rates, 5);
    attain_line some = fitted(x, y, 7);
    assert_int_equal(some.count, 5);
    assert_same(some.slope, all.slope);
    assert_same(some.intercept, all.intercept);
    assert_same(some.variance, all.variance);
}

static void fit_does_not_depend_on_order(void **state) {
    (void)state;
    static double x[1000];
    static double y[1000];
    uint64_t seed = 3;
    for (size_t i = 0; i < 1000; i++) {
        x[i] = (double)(support_random(&seed) >> 50);
        y[i] = 0.37 * x[i] + (double)(support_random(&seed) >> 55) * 0.1;
    }
    attain_line first = fitted(x, y, 1000);
    for (size_t i = 0; i < 500; i++) {
        double other = x[i];
        x[i] = x[999 - i];
        x[999 - i] = other;
        other = y[i];
        y[i] = y[999 - i];
        y[999 - i] = other;
    }
    attain_line second = fitted(x, y, 1000);
    assert_memory_equal(&first, &second, sizeof first);
    assert_close(first.slope, 0.37, 1e-2);
}

static void fit_of_few_points(void **state) {
    (void)state;
    static const double same[] = {2020, 2020, 2020};
    attain_line none = fitted(NULL, NULL, 0);
    assert_int_equal(none.count, 0);
    assert_true(isnan(none.slope) && isnan(none.intercept));
    attain_line one = fitted(years, rates, 1);
    assert_int_equal(one.count, 1);
    assert_true(isnan(one.slope) && isnan(one.intercept));
    assert_true(isnan(one.variance));
    attain_line upright = fitted(same, rates, 3);
    assert_int_equal(upright.count, 3);
    assert_true(isnan(upright.slope) && isnan(upright.intercept));
    attain_line two = fitted(years, rates, 2);
    double value;
    double error;
    double low = 7;
    double high = 7;
    assert_close(two.slope, 0.8, 1e-13);
    assert_true(isnan(two.variance));
    assert_int_equal(
        attain_line_predict(&two, 2025, 0.8, &value, &error, &low, &high, NULL),
        ATTAIN_OK);
    assert_close(value, 97.9, 1e-14);
    assert_true(isnan(error) && isnan(low) && isnan(high));
}

/* Points on a line up to rounding have no error. */
static void fit_on_a_line(void **state) {
    (void)state;
    static const double y[] = {0.1, 0.2, 0.3, 0.4, 0.5};
    static const double flat[] = {0, 0, 0, 0, 0};
    attain_line line = fitted(years, y, 5);
    double value;
    double error;
    double low;
    double high;
    assert_same(line.variance, 0.0);
    assert_int_equal(attain_line_predict(&line, 2025, 0.8, &value, &error, &low,
                                         &high, NULL),
                     ATTAIN_OK);
    assert_close(value, 0.7, 1e-15);
    assert_same(error, 0.0);
    assert_same(low, value);
    assert_same(high, value);
    line = fitted(years, flat, 5);
    assert_same(line.slope, 0.0);
    assert_same(line.variance, 0.0);
}

static void predict_has_optional_outputs(void **state) {
    (void)state;
    attain_line line = fitted(years, rates, 5);
    double value;
    double high;
    assert_int_equal(
        attain_line_predict(&line, 2025, 0.8, &value, NULL, NULL, NULL, NULL),
        ATTAIN_OK);
    assert_close(value, 96.6, 1e-15);
    assert_int_equal(
        attain_line_predict(&line, 2025, 0.8, &value, NULL, NULL, &high, NULL),
        ATTAIN_OK);
    assert_close(high, 97.30581524960508, 1e-14);
}

static void line_rejects_bad_arguments(void **state) {
    (void)state;
    static const double boundless[] = {1, 2, INFINITY, 4, 5};
    static const double huge[] = {1.7e308, 1.7e308, -1.7e308, 1, 2};
    attain_line line;
    attain_error err;
    double out = 7;
    attain_line_init(NULL);
    attain_line_init(&line);
    attain_line before = line;
    assert_int_equal(attain_line_fit(NULL, rates, 5, &line, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_line_fit(years, NULL, 5, &line, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_line_fit(years, rates, 5, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_line_fit(years, boundless, 5, &line, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_line_fit(boundless, rates, 5, &line, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_line_fit(years, huge, 5, &line, &err),
                     ATTAIN_ERR_VALUE);
    assert_memory_equal(&line, &before, sizeof line);
    line.struct_size = 3;
    assert_int_equal(attain_line_fit(years, rates, 5, &line, NULL),
                     ATTAIN_ERR_STRUCT);
    assert_int_equal(
        attain_line_predict(&line, 1, 0.8, &out, NULL, NULL, NULL, NULL),
        ATTAIN_ERR_STRUCT);
    line = fitted(years, rates, 5);
    assert_int_equal(
        attain_line_predict(NULL, 1, 0.8, &out, NULL, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_line_predict(&line, 1, 0.8, NULL, NULL, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    static const double wrong[] = {0, 1, -1, NAN};
    for (int i = 0; i < 4; i++)
        assert_int_equal(attain_line_predict(&line, 1, wrong[i], &out, NULL,
                                             NULL, NULL, NULL),
                         ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_line_predict(&line, NAN, 0.8, &out, NULL, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_same(out, 7.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fit_of_five_years),
        cmocka_unit_test(fit_leaves_out_missing_pairs),
        cmocka_unit_test(fit_does_not_depend_on_order),
        cmocka_unit_test(fit_of_few_points),
        cmocka_unit_test(fit_on_a_line),
        cmocka_unit_test(predict_has_optional_outputs),
        cmocka_unit_test(line_rejects_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
