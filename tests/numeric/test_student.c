#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

/* Expected: mpmath 1.2 with 40 digits, from the regularised incomplete beta
 * function and, for quantiles, bisection of it. */

static void cdf_agrees_with_the_incomplete_beta(void **state) {
    (void)state;
    static const double cases[][3] = {
        {-2.5, 1, 0.1211189415908434},      {-2.5, 3, 0.04385332350403277},
        {-0.3, 2, 0.3962428304200888},      {1.2, 7, 0.8654140315863967},
        {-40, 5, 9.205981085886477e-08},    {-1e6, 2.5, 7.193397190814239e-16},
        {2, 0.1, 0.610822886098362},        {-1.7, 30, 0.04973893779425844},
        {-5, 1000, 3.3836281823243153e-07}, {-3, 1e4, 0.0013532240949988331},
        {-1e-5, 4, 0.4999962500000001},     {0.5, 333.25, 0.6912974661950251},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_close(attain_student_cdf(cases[i][0], cases[i][1]), cases[i][2],
                     1e-13);
}

static void cdf_becomes_the_normal_one(void **state) {
    (void)state;
    static const double cases[][2] = {{-3, 0.0013498980316300946},
                                      {-8, 6.220960574271784e-16},
                                      {-0.5, 0.3085375387259869},
                                      {-30, 4.906713927148187e-198}};
    static const double freedoms[] = {1e22, 1e30, 1e300, INFINITY};
    for (size_t i = 0; i < 4; i++) {
        for (size_t k = 0; k < 4; k++)
            assert_close(attain_student_cdf(cases[i][0], freedoms[k]),
                         cases[i][1], 1e-13);
    }
}

static void cdf_with_one_and_two_freedom_is_closed(void **state) {
    (void)state;
    for (double t = -50; t <= 50; t += 0.37) {
        double two = t < 0 ? 1 / ((2 + t * t) * (1 - t / sqrt(2 + t * t)))
                           : 0.5 + t / (2 * sqrt(2 + t * t));
        assert_close(attain_student_cdf(t, 2), two, 1e-13);
        assert_close(attain_student_cdf(t, 1) + attain_student_cdf(-t, 1), 1,
                     4e-16);
    }
    assert_close(attain_student_cdf(-1, 1), 0.25, 1e-14);
    assert_close(attain_student_cdf(-1e200, 1), 1 / (3.14159265358979323e200),
                 1e-13);
}

static void cdf_at_the_ends(void **state) {
    (void)state;
    assert_same(attain_student_cdf(0, 3), 0.5);
    assert_same(attain_student_cdf(-0.0, 3), 0.5);
    assert_same(attain_student_cdf(INFINITY, 3), 1.0);
    assert_same(attain_student_cdf(-INFINITY, 3), 0.0);
    assert_same(attain_student_cdf(-1e300, 30), 0.0);
    assert_same(attain_student_cdf(1e300, 30), 1.0);
    assert_true(isnan(attain_student_cdf(NAN, 3)));
    assert_true(isnan(attain_student_cdf(1, NAN)));
    assert_true(isnan(attain_student_cdf(1, 0)));
    assert_true(isnan(attain_student_cdf(1, -2)));
}

static void cdf_rises(void **state) {
    (void)state;
    static const double freedoms[] = {0.3, 1, 2, 3, 5, 12.5, 100, 1e5};
    for (size_t k = 0; k < 8; k++) {
        double before = 0;
        for (double t = -9; t < 9; t += 0.0625) {
            double now = attain_student_cdf(t, freedoms[k]);
            assert_true(t < 4 ? now > before : now >= before);
            before = now;
        }
    }
}

static void quantile_agrees_with_bisection(void **state) {
    (void)state;
    static const double cases[][3] = {
        {0.9, 1, 3.077683537175254},     {0.9, 2, 1.885618083164127},
        {0.9, 3, 1.6377443536962104},    {0.975, 10, 2.2281388519862744},
        {0.1, 4.5, -1.5008853175085575}, {0.6, 30, 0.2556053649519127},
        {0.001, 1, -318.30883898555044}, {1e-20, 5, -15683.925454365775},
        {0.95, 0.5, 41.136000092878206}, {0.9999, 200, 3.789120788747759},
        {0.9, 1e25, 1.2815515655446006},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_close(attain_student_quantile(cases[i][0], cases[i][1]),
                     cases[i][2], 1e-13);
}

static void quantile_undoes_the_cdf(void **state) {
    (void)state;
    static const double freedoms[] = {0.2, 0.9, 1, 2, 3, 4, 7.5, 60, 1e4};
    for (size_t k = 0; k < sizeof freedoms / sizeof *freedoms; k++) {
        for (double p = 0.001; p < 1; p += 0.0117) {
            double t = attain_student_quantile(p, freedoms[k]);
            assert_close(attain_student_cdf(t, freedoms[k]), p, 1e-13);
        }
    }
}

static void quantile_at_the_ends(void **state) {
    (void)state;
    assert_same(attain_student_quantile(0.5, 3), 0.0);
    assert_true(isnan(attain_student_quantile(0, 3)));
    assert_true(isnan(attain_student_quantile(1, 3)));
    assert_true(isnan(attain_student_quantile(-0.1, 3)));
    assert_true(isnan(attain_student_quantile(NAN, 3)));
    assert_true(isnan(attain_student_quantile(0.9, 0)));
    assert_true(isnan(attain_student_quantile(0.9, NAN)));
    assert_close(attain_student_quantile(1e-300, 1), -3.183098861837907e+299,
                 1e-13);
    assert_true(attain_student_quantile(1e-300, 0.01) < -1e300);
    assert_true(attain_student_quantile(0.5 + 0x1p-53, 0.001) > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cdf_agrees_with_the_incomplete_beta),
        cmocka_unit_test(cdf_becomes_the_normal_one),
        cmocka_unit_test(cdf_with_one_and_two_freedom_is_closed),
        cmocka_unit_test(cdf_at_the_ends),
        cmocka_unit_test(cdf_rises),
        cmocka_unit_test(quantile_agrees_with_bisection),
        cmocka_unit_test(quantile_undoes_the_cdf),
        cmocka_unit_test(quantile_at_the_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
