#include "support/support.h"

#include <float.h>
#include <math.h>

#include "numeric/math.h"

/* Expected: mpmath 1.2 with 60 digits, rounded to the nearest double. */

static void exp_is_the_nearest_double(void **state) {
    (void)state;
    assert_same(attain_i_exp(0), 1.0);
    assert_same(attain_i_exp(1), 2.718281828459045);
    assert_same(attain_i_exp(-1), 0.36787944117144233);
    assert_same(attain_i_exp(0.1), 1.1051709180756477);
    assert_same(attain_i_exp(10.5), 36315.502674246636);
    assert_same(attain_i_exp(709.7), 1.6549840276802644e+308);
    assert_same(attain_i_exp(1e-20), 1.0);
}

static void exp_at_the_ends(void **state) {
    (void)state;
    assert_same(attain_i_exp(-708.5), 2.006132305331306e-308);
    assert_same(attain_i_exp(-745.1), 0x1p-1074);
    assert_same(attain_i_exp(-745.2), 0.0);
    assert_same(attain_i_exp(-1e300), 0.0);
    assert_same(attain_i_exp(-INFINITY), 0.0);
    assert_same(attain_i_exp(709.782712893384), 0x1.fffffffffff2ap+1023);
    assert_true(isinf(attain_i_exp(709.7827128933841)));
    assert_true(isinf(attain_i_exp(INFINITY)));
    assert_true(isnan(attain_i_exp(NAN)));
}

static void log_is_the_nearest_double(void **state) {
    (void)state;
    assert_same(attain_i_log(1), 0.0);
    assert_same(attain_i_log(2), 0.6931471805599453);
    assert_same(attain_i_log(10), 2.302585092994046);
    assert_same(attain_i_log(0.1), -2.3025850929940455);
    assert_same(attain_i_log(1.5), 0.4054651081081644);
    assert_same(attain_i_log(1 + DBL_EPSILON), 2.2204460492503128e-16);
    assert_same(attain_i_log(1 - DBL_EPSILON / 2), -1.1102230246251565e-16);
}

static void log_at_the_ends(void **state) {
    (void)state;
    assert_same(attain_i_log(0x1p-1074), -744.4400719213812);
    assert_same(attain_i_log(DBL_MAX), 709.782712893384);
    assert_true(isinf(attain_i_log(0)) && attain_i_log(0) < 0);
    assert_true(isinf(attain_i_log(INFINITY)));
    assert_true(isnan(attain_i_log(-1)));
    assert_true(isnan(attain_i_log(NAN)));
}

static void pow_is_the_nearest_double(void **state) {
    (void)state;
    assert_same(attain_i_pow(1.05, 5), 1.2762815625000004);
    assert_same(attain_i_pow(0.5, 0.5), 0.7071067811865476);
    assert_same(attain_i_pow(2, 0.1), 1.0717734625362931);
    assert_same(attain_i_pow(1.1, -37.25), 0.02871590301350475);
    assert_same(attain_i_pow(1e-300, 1.0 / 3), 1.0000000000000128e-100);
    assert_same(attain_i_pow(0.85, 0.2), 0.9680187850024814);
    assert_same(attain_i_pow(96 / 86.8, 0.2), 1.0203526613490599);
}

static void pow_of_integers_is_exact(void **state) {
    (void)state;
    for (int base = 1; base <= 60; base++) {
        double power = 1;
        for (int n = 0; n < 60 && power < 0x1p53; n++, power *= base) {
            assert_same(attain_i_pow(base, n), power);
            if (n > 0)
                assert_same(attain_i_root(power, n), (double)base);
        }
    }
    for (int n = -1074; n <= 1023; n += 3)
        assert_same(attain_i_pow(2, n), ldexp(1, n));
}

static void pow_at_the_ends(void **state) {
    (void)state;
    assert_same(attain_i_pow(0, 0), 1.0);
    assert_same(attain_i_pow(NAN, 0), 1.0);
    assert_same(attain_i_pow(1, NAN), 1.0);
    assert_same(attain_i_pow(1, INFINITY), 1.0);
    assert_same(attain_i_pow(0, 2), 0.0);
    assert_true(isinf(attain_i_pow(0, -2)));
    assert_true(isinf(attain_i_pow(INFINITY, 2)));
    assert_same(attain_i_pow(INFINITY, -2), 0.0);
    assert_true(isinf(attain_i_pow(2, 1024)));
    assert_same(attain_i_pow(2, -1075), 0.0);
    assert_same(attain_i_pow(1 - DBL_EPSILON / 2, 1e300), 0.0);
    assert_true(isinf(attain_i_pow(1 - DBL_EPSILON / 2, -INFINITY)));
    assert_same(attain_i_pow(7, 1e-300), 1.0);
    assert_same(attain_i_pow(DBL_MAX, 1), DBL_MAX);
    assert_same(attain_i_pow(0x1p-1074, 1), 0x1p-1074);
    assert_true(isnan(attain_i_pow(-2, 2)));
    assert_true(isnan(attain_i_pow(NAN, 2)));
    assert_true(isnan(attain_i_pow(2, NAN)));
}

static void root_is_the_nearest_double(void **state) {
    (void)state;
    assert_same(attain_i_root(2, 2), 1.4142135623730951);
    assert_same(attain_i_root(2, 3), 1.2599210498948732);
    assert_same(attain_i_root(1.1, 5), 1.0192448764914566);
    assert_same(attain_i_root(1e300, 7), 7.19685673001152e+42);
    assert_same(attain_i_root(0.3, 4), 0.7400828044922853);
    assert_same(attain_i_root(0, 3), 0.0);
    assert_same(attain_i_root(5.25, 1), 5.25);
    assert_true(isnan(attain_i_root(-1, 3)));
    assert_true(isnan(attain_i_root(2, 0)));
    assert_true(isnan(attain_i_root(NAN, 2)));
    assert_true(isinf(attain_i_root(INFINITY, 2)));
}

/* exp and log undo each other up to the rounding of the argument. */
static void exp_and_log_undo_each_other(void **state) {
    (void)state;
    uint64_t seed = 4;
    for (int i = 0; i < 20000; i++) {
        double x = (double)(support_random(&seed) >> 11) * 0x1p-53;
        x = 1e-3 + x * 690;
        assert_close(attain_i_log(attain_i_exp(x)), x, 1e-13 / x + 2e-16);
        assert_close(attain_i_exp(-x) * attain_i_exp(x), 1, 4e-16);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exp_is_the_nearest_double),
        cmocka_unit_test(exp_at_the_ends),
        cmocka_unit_test(log_is_the_nearest_double),
        cmocka_unit_test(log_at_the_ends),
        cmocka_unit_test(pow_is_the_nearest_double),
        cmocka_unit_test(pow_of_integers_is_exact),
        cmocka_unit_test(pow_at_the_ends),
        cmocka_unit_test(root_is_the_nearest_double),
        cmocka_unit_test(exp_and_log_undo_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
