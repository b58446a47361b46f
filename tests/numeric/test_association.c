#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

typedef struct result {
    double value;
    double p;
    int32_t test;
    uint8_t reason;
} result;

static result of(int32_t method, const double *x, const double *y,
                 const double *weights, size_t count) {
    result r = {7, 7, 77, 77};
    assert_int_equal(attain_association_of(method, NULL, 0, x, y, weights,
                                           count, &r.value, &r.p, &r.test,
                                           &r.reason, NULL),
                     ATTAIN_OK);
    assert_int_equal(isnan(r.value) != 0, r.reason != ATTAIN_REASON_NONE);
    assert_int_equal(isnan(r.p) != 0, r.test == ATTAIN_ASSOCIATION_TEST_NONE);
    return r;
}

/* --- Published numbers ---------------------------------------------------- */

/* Anscombe's (1973) four sets: r = 0.816 in all. */
static void pearson_of_anscombe(void **state) {
    (void)state;
    static const double x[] = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    static const double x4[] = {8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8};
    static const double y[4][11] = {
        {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68},
        {9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74},
        {7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73},
        {6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89}};
    /* R: cor() of each. */
    static const double r[] = {0.81642051634484, 0.816236506000243,
                               0.816286739489598, 0.816521436888503};
    for (int k = 0; k < 4; k++)
        assert_close(
            of(ATTAIN_ASSOCIATION_PEARSON, k == 3 ? x4 : x, y[k], NULL, 11)
                .value,
            r[k], 1e-14);
    /* R: cor.test(mtcars$mpg, mtcars$wt): p-value = 1.294e-10. */
    result a = of(ATTAIN_ASSOCIATION_PEARSON, x, y[0], NULL, 11);
    assert_int_equal(a.test, ATTAIN_ASSOCIATION_TEST_STUDENT);
    assert_close(a.p, 0.00217, 1e-3);
}

/* Lightness and panel score of tuna (Hollander and Wolfe 1973), R's example
 * of cor.test: T = 26, tau 0.4444444, p-value 0.1194. */
static void kendall_of_tuna(void **state) {
    (void)state;
    static const double x[] = {44.4, 45.9, 41.9, 53.3, 44.7,
                               44.1, 50.7, 45.2, 60.1};
    static const double y[] = {2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8};
    result a = of(ATTAIN_ASSOCIATION_KENDALL, x, y, NULL, 9);
    assert_close(a.value, 4.0 / 9, 1e-15);
    assert_int_equal(a.test, ATTAIN_ASSOCIATION_TEST_EXACT);
    assert_true(fabs(a.p - 0.1194) < 5e-5);
    /* 43342 of the 362880 orders are as far. */
    assert_close(a.p, 43342.0 / 362880, 1e-14);
    static const double never[] = {0};
    double value;
    double p;
    int32_t test;
    assert_int_equal(attain_association_of(ATTAIN_ASSOCIATION_KENDALL, never, 1,
                                           x, y, NULL, 9, &value, &p, &test,
                                           NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(test, ATTAIN_ASSOCIATION_TEST_NORMAL);
    assert_close(p, 0.095292838023456547, 1e-13);
}

/* scipy's documentation of kendalltau and spearmanr. */
static void ties_agree_with_scipy(void **state) {
    (void)state;
    static const double x[] = {12, 2, 1, 12, 2};
    static const double y[] = {1, 4, 7, 1, 0};
    result a = of(ATTAIN_ASSOCIATION_KENDALL, x, y, NULL, 5);
    assert_close(a.value, -0.47140452079103173, 1e-15);
    assert_int_equal(a.test, ATTAIN_ASSOCIATION_TEST_NORMAL);
    assert_close(a.p, 0.2827454599327748, 1e-14);
    static const double u[] = {1, 2, 3, 4, 5};
    static const double v[] = {5, 6, 7, 8, 7};
    a = of(ATTAIN_ASSOCIATION_SPEARMAN, u, v, NULL, 5);
    assert_close(a.value, 0.82078268166812329, 1e-15);
    assert_close(a.p, 0.088587005313543798, 1e-13);
    assert_int_equal(a.test, ATTAIN_ASSOCIATION_TEST_STUDENT);
}

/* --- Slow versions -------------------------------------------------------- */

static double slow_kendall(const double *x, const double *y, size_t n) {
    double s = 0;
    double apart_x = 0;
    double apart_y = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++) {
            double dx = (x[i] > x[k]) - (x[i] < x[k]);
            double dy = (y[i] > y[k]) - (y[i] < y[k]);
            s += dx * dy;
            apart_x += dx * dx;
            apart_y += dy * dy;
        }
    }
    return s / sqrt(apart_x * apart_y);
}

static long double slow_pearson(const double *x, const double *y, size_t n) {
    long double mx = 0;
    long double my = 0;
    long double xx = 0;
    long double yy = 0;
    long double xy = 0;
    for (size_t i = 0; i < n; i++) {
        mx += ((long double)x[i] - (long double)x[0]) / (long double)n;
        my += ((long double)y[i] - (long double)y[0]) / (long double)n;
    }
    for (size_t i = 0; i < n; i++) {
        long double dx = ((long double)x[i] - (long double)x[0]) - mx;
        long double dy = ((long double)y[i] - (long double)y[0]) - my;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }
    return xy / (long double)sqrt((double)(xx * yy));
}

static void random_arrays_agree_with_slow_versions(void **state) {
    (void)state;
    uint64_t seed = 99;
    for (int turn = 0; turn < 200; turn++) {
        double x[80];
        double y[80];
        size_t n = 3 + (size_t)(support_random(&seed) % 77);
        uint64_t values = turn % 2 != 0 ? 5 : 100000;
        double far = turn % 4 > 1 ? 1e9 : 0;
        for (size_t i = 0; i < n; i++) {
            x[i] = far + (double)(support_random(&seed) % values);
            y[i] = far + (double)(support_random(&seed) % values) +
                   (turn % 3 == 0 ? x[i] : 0);
        }
        x[0] = far - 1;
        y[1] = far + 3e5;
        assert_close(of(ATTAIN_ASSOCIATION_KENDALL, x, y, NULL, n).value,
                     slow_kendall(x, y, n), 1e-14);
        double r = (double)slow_pearson(x, y, n);
        assert_true(fabs(of(ATTAIN_ASSOCIATION_PEARSON, x, y, NULL, n).value -
                         r) < 1e-13);
    }
}

/* Every order of six: the exact p is a count. */
static void exact_p_counts_orders(void **state) {
    (void)state;
    enum { N = 6, ORDERS = 720 };
    static const double x[] = {1, 2, 3, 4, 5, 6};
    double tau[ORDERS];
    double p[ORDERS];
    for (int o = 0; o < ORDERS; o++) {
        double y[N];
        int left[N] = {1, 2, 3, 4, 5, 6};
        int code = o;
        for (int i = N; i > 0; i--) {
            int take = code % i;
            code /= i;
            y[N - i] = left[take];
            for (int k = take; k + 1 < i; k++)
                left[k] = left[k + 1];
        }
        result a = of(ATTAIN_ASSOCIATION_KENDALL, x, y, NULL, N);
        tau[o] = a.value;
        p[o] = a.p;
    }
    for (int o = 0; o < ORDERS; o++) {
        int as_far = 0;
        for (int k = 0; k < ORDERS; k++)
            as_far += fabs(tau[k]) > fabs(tau[o]) - 1e-9;
        double expected = as_far / 720.0;
        /* At τ nearest to 0, both tails are more than all. */
        assert_close(p[o], expected, 1e-14);
    }
}

/* --- Weights, blanks, edges ------------------------------------------------
 */

static void weights_are_repetitions(void **state) {
    (void)state;
    static const double x[] = {1, 2, 4, 3, 9};
    static const double y[] = {2, 1, 5, 5, 6};
    static const double w[] = {2, 1, 3, 1, 0};
    static const double xs[] = {1, 1, 2, 4, 4, 4, 3};
    static const double ys[] = {2, 2, 1, 5, 5, 5, 5};
    static const int32_t weighted[] = {ATTAIN_ASSOCIATION_PEARSON,
                                       ATTAIN_ASSOCIATION_COVARIANCE_POPULATION,
                                       ATTAIN_ASSOCIATION_COVARIANCE_SAMPLE};
    for (int i = 0; i < 3; i++) {
        result a = of(weighted[i], x, y, w, 5);
        assert_close(a.value, of(weighted[i], xs, ys, NULL, 7).value, 1e-15);
        assert_int_equal(a.test, ATTAIN_ASSOCIATION_TEST_NONE);
    }
    /* Ranks see each pair once. */
    assert_same(of(ATTAIN_ASSOCIATION_SPEARMAN, x, y, w, 5).value,
                of(ATTAIN_ASSOCIATION_SPEARMAN, x, y, NULL, 4).value);
    assert_same(of(ATTAIN_ASSOCIATION_KENDALL, x, y, w, 5).value,
                of(ATTAIN_ASSOCIATION_KENDALL, x, y, NULL, 4).value);
}

static void covariance_is_the_variance_of_itself(void **state) {
    (void)state;
    static const double x[] = {1.5, 2, 4, 3, 9};
    double variance;
    assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_VARIANCE_SAMPLE, NULL,
                                         0, x, NULL, 5, &variance, NULL, NULL),
                     ATTAIN_OK);
    assert_close(of(ATTAIN_ASSOCIATION_COVARIANCE_SAMPLE, x, x, NULL, 5).value,
                 variance, 1e-15);
}

static void lines_are_perfect(void **state) {
    (void)state;
    double x[300];
    double up[300];
    double down[300];
    uint64_t seed = 1;
    for (int i = 0; i < 300; i++) {
        x[i] = (double)(support_random(&seed) >> 20);
        up[i] = 4 * x[i];
        down[i] = -x[i];
    }
    for (int32_t m = 0; m < 3; m++) {
        assert_same(of(m, x, up, NULL, 300).value, 1.0);
        assert_same(of(m, x, down, NULL, 300).value, -1.0);
        assert_same(of(m, x, up, NULL, 300).p <= 1e-100, 1.0);
    }
}

static void missing_pairs_are_left_out(void **state) {
    (void)state;
    static const double x[] = {1, NAN, 3, 4, 7};
    static const double y[] = {2, 5, NAN, 3, 9};
    static const double xs[] = {1, 4, 7};
    static const double ys[] = {2, 3, 9};
    for (int32_t m = 0; m < 5; m++)
        assert_same(of(m, x, y, NULL, 5).value, of(m, xs, ys, NULL, 3).value);
}

static void edges_have_reasons(void **state) {
    (void)state;
    static const double x[] = {1, 2, 3};
    static const double equal[] = {0.1, 0.1, 0.1};
    static const double nothing[] = {NAN, NAN, NAN};
    for (int32_t m = 0; m < 5; m++) {
        int covariance = m >= ATTAIN_ASSOCIATION_COVARIANCE_POPULATION;
        assert_int_equal(of(m, x, nothing, NULL, 3).reason,
                         ATTAIN_REASON_MISSING);
        assert_int_equal(of(m, NULL, NULL, NULL, 0).reason,
                         ATTAIN_REASON_MISSING);
        result a = of(m, equal, x, NULL, 3);
        assert_int_equal(a.reason, covariance ? ATTAIN_REASON_NONE
                                              : ATTAIN_REASON_CONSTANT);
        if (covariance)
            assert_same(a.value, 0.0);
        a = of(m, x, x, NULL, 1);
        if (m == ATTAIN_ASSOCIATION_COVARIANCE_POPULATION)
            assert_same(a.value, 0.0);
        else
            assert_int_equal(a.reason, ATTAIN_REASON_TOO_FEW);
    }
    result a = of(ATTAIN_ASSOCIATION_PEARSON, x, x, NULL, 2);
    assert_same(a.value, 1.0);
    assert_true(isnan(a.p));
    a = of(ATTAIN_ASSOCIATION_PEARSON, x, x, NULL, 3);
    assert_same(a.p, 0.0);
    a = of(ATTAIN_ASSOCIATION_KENDALL, x, x, NULL, 2);
    assert_same(a.p, 1.0);
}

static void far_values(void **state) {
    (void)state;
    static const double x[] = {1e300, 2e300, 4e300};
    static const double y[] = {1e-300, 3e-300, 2e-300};
    static const double u[] = {1, 2, 4};
    static const double v[] = {1, 3, 2};
    static const double far[] = {1.7e308, 1.7e308, -1};
    assert_close(of(ATTAIN_ASSOCIATION_PEARSON, x, y, NULL, 3).value,
                 of(ATTAIN_ASSOCIATION_PEARSON, u, v, NULL, 3).value, 1e-15);
    assert_close(of(ATTAIN_ASSOCIATION_COVARIANCE_SAMPLE, x, y, NULL, 3).value,
                 0.5, 1e-15);
    double out = 7;
    for (int32_t m = 0; m < 5; m++) {
        int ranked =
            m == ATTAIN_ASSOCIATION_SPEARMAN || m == ATTAIN_ASSOCIATION_KENDALL;
        assert_int_equal(attain_association_of(m, NULL, 0, far, v, NULL, 3,
                                               &out, NULL, NULL, NULL, NULL),
                         ranked ? ATTAIN_OK : ATTAIN_ERR_VALUE);
    }
    out = 7;
    assert_int_equal(attain_association_of(ATTAIN_ASSOCIATION_COVARIANCE_SAMPLE,
                                           NULL, 0, x, x, NULL, 3, &out, NULL,
                                           NULL, NULL, NULL),
                     ATTAIN_ERR_VALUE);
    assert_same(out, 7.0);
}

static void bad_arguments(void **state) {
    (void)state;
    static const double x[] = {1, 2, 3};
    static const double bad[] = {1, INFINITY, 3};
    static const double negative[] = {1, -1, 3};
    double out = 7;
    attain_error err;
#define OF(method, a, b, w, n)                                                 \
    attain_association_of(method, NULL, 0, a, b, w, n, &out, NULL, NULL, NULL, \
                          &err)
    assert_int_equal(OF(5, x, x, NULL, 3), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(OF(0, NULL, x, NULL, 3), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(OF(0, x, NULL, NULL, 3), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(OF(0, bad, x, NULL, 3), ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "x");
    assert_int_equal(OF(0, x, bad, NULL, 3), ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "y");
    assert_int_equal(OF(0, x, x, negative, 3), ATTAIN_ERR_VALUE);
    assert_int_equal(OF(0, x, x, bad, 3), ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "weights");
    assert_int_equal(OF(0, x, x, NULL, SIZE_MAX / 8), ATTAIN_ERR_MEMORY);
    assert_int_equal(attain_association_of(0, NULL, 0, x, x, NULL, 3, NULL,
                                           NULL, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_same(out, 7.0);
}

/* --- Matrices ------------------------------------------------------------- */

static void matrix_of_columns(void **state) {
    (void)state;
    /* Three columns of five rows, six apart. */
    static const double values[] = {1, 2, 3,  4, NAN, -1, 2, 1, 4,
                                    3, 5, -1, 9, NAN, 7,  1, 2, -1};
    double out[9];
    double p[9];
    uint8_t reasons[9];
    for (int32_t m = 0; m < 5; m++) {
        assert_int_equal(attain_associations(m, NULL, 0, values, 3, 6, NULL, 5,
                                             ATTAIN_COMPLETE_PAIRWISE, out, p,
                                             reasons, NULL),
                         ATTAIN_OK);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                result r = of(m, values + 6 * (a < b ? a : b),
                              values + 6 * (a < b ? b : a), NULL, 5);
                assert_same(out[3 * a + b], r.value);
                assert_same(p[3 * a + b], a == b ? (double)NAN : r.p);
                assert_int_equal(reasons[3 * a + b], r.reason);
            }
        }
        /* Rows 0, 2 and 3 have all three. */
        static const double first[] = {1, 3, 4};
        static const double second[] = {2, 4, 3};
        assert_int_equal(attain_associations(m, NULL, 0, values, 3, 6, NULL, 5,
                                             ATTAIN_COMPLETE_LISTWISE, out,
                                             NULL, NULL, NULL),
                         ATTAIN_OK);
        assert_same(out[1], of(m, first, second, NULL, 3).value);
        assert_same(out[1], out[3]);
    }
}

static void matrix_rejects_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, 5, 4, INFINITY};
    static const double far[] = {1.7e308, 1.7e308, 1, 3, 2, 1};
    static const double negative[] = {1, -2, 1};
    double out[4] = {7, 7, 7, 7};
#define MATRIX(v, stride, w, n, how, to)                                       \
    attain_associations(ATTAIN_ASSOCIATION_PEARSON, NULL, 0, v, 2, stride, w,  \
                        n, how, to, NULL, NULL, NULL)
    assert_int_equal(MATRIX(values, 3, NULL, 3, 0, out), ATTAIN_ERR_VALUE);
    assert_int_equal(MATRIX(far, 3, NULL, 3, 0, out), ATTAIN_ERR_VALUE);
    assert_int_equal(MATRIX(values, 3, negative, 2, 0, out), ATTAIN_ERR_VALUE);
    assert_int_equal(MATRIX(values, 1, NULL, 3, 0, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(MATRIX(values, 3, NULL, 3, 2, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(MATRIX(values, 3, NULL, 3, 0, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(MATRIX(NULL, 3, NULL, 3, 0, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(MATRIX(values, SIZE_MAX / 8, NULL, SIZE_MAX / 8, 0, out),
                     ATTAIN_ERR_MEMORY);
    assert_int_equal(attain_associations(0, NULL, 0, values, SIZE_MAX / 8, 0,
                                         NULL, 0, 0, out, NULL, NULL, NULL),
                     ATTAIN_ERR_MEMORY);
    assert_int_equal(attain_associations(9, NULL, 0, values, 2, 3, NULL, 3, 0,
                                         out, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_same(out[0], 7.0);
    assert_int_equal(attain_associations(0, NULL, 0, NULL, 0, 0, NULL, 0, 0,
                                         NULL, NULL, NULL, NULL),
                     ATTAIN_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pearson_of_anscombe),
        cmocka_unit_test(kendall_of_tuna),
        cmocka_unit_test(ties_agree_with_scipy),
        cmocka_unit_test(random_arrays_agree_with_slow_versions),
        cmocka_unit_test(exact_p_counts_orders),
        cmocka_unit_test(weights_are_repetitions),
        cmocka_unit_test(covariance_is_the_variance_of_itself),
        cmocka_unit_test(lines_are_perfect),
        cmocka_unit_test(missing_pairs_are_left_out),
        cmocka_unit_test(edges_have_reasons),
        cmocka_unit_test(far_values),
        cmocka_unit_test(bad_arguments),
        cmocka_unit_test(matrix_of_columns),
        cmocka_unit_test(matrix_rejects_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
