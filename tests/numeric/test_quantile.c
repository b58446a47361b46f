#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

/* Expected: numbers of R's quantile(x, p, type = 7), by its formula with
 * mpmath. */
static void quantiles_of_type_7(void **state) {
    (void)state;
    static const double values[] = {9.5, 1.25, NAN, 3, 7, 7, -2};
    static const double p[] = {0, 0.1, 0.25, 0.5, 0.9, 1};
    static const double expected[] = {-2, -0.375, 1.6875, 5, 8.25, 9.5};
    double out[6];
    assert_int_equal(attain_quantiles(values, 7, p, 6, out, NULL), ATTAIN_OK);
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
    assert_int_equal(attain_quantiles(NULL, 0, p, 3, out, NULL), ATTAIN_OK);
    assert_true(isnan(out[0]) && isnan(out[1]) && isnan(out[2]));
    assert_int_equal(attain_quantiles(missing, 1, p, 3, out, NULL), ATTAIN_OK);
    assert_true(isnan(out[1]));
    assert_int_equal(attain_quantiles(one, 1, p, 3, out, NULL), ATTAIN_OK);
    assert_same(out[0], 4.0);
    assert_same(out[1], 4.0);
    assert_same(out[2], 4.0);
    assert_int_equal(attain_quantiles(far, 2, p, 3, out, NULL), ATTAIN_OK);
    assert_same(out[0], -1.7e308);
    assert_same(out[1], 0.0);
    assert_same(out[2], 1.7e308);
    assert_int_equal(attain_quantiles(one, 1, NULL, 0, NULL, NULL), ATTAIN_OK);
}

static void quantiles_of_zero_are_not_minus_zero(void **state) {
    (void)state;
    static const double zeros[] = {0, 0, 0};
    static const double p[] = {0.3};
    double out;
    assert_int_equal(attain_quantiles(zeros, 3, p, 1, &out, NULL), ATTAIN_OK);
    assert_same(out, 0.0);
}

static void quantiles_reject_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, INFINITY};
    static const double p[] = {0.5};
    static const double wrong[] = {0.5, -0.1, 1.5, NAN};
    double out[2] = {7, 7};
    attain_error err;
    assert_int_equal(attain_quantiles(values, 2, p, 1, out, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 1);
    for (size_t i = 1; i < 4; i++)
        assert_int_equal(attain_quantiles(values, 1, wrong + i, 1, out, NULL),
                         ATTAIN_ERR_VALUE);
    assert_int_equal(attain_quantiles(values, 1, wrong, 2, out, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 1);
    assert_int_equal(attain_quantiles(NULL, 2, p, 1, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quantiles(values, 1, NULL, 1, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quantiles(values, 1, p, 1, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quantiles(values, SIZE_MAX / 8, p, 1, out, NULL),
                     ATTAIN_ERR_MEMORY);
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
