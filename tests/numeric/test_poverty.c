#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

/* That each of them is what its definition says: inequality.py. */

static double of(int32_t statistic, double z, const double *values,
                 const double *weights, size_t count, uint8_t expected) {
    double out = 7;
    uint8_t reason = 77;
    assert_int_equal(attain_statistic_of(statistic, &z, 1, values, weights,
                                         count, &out, &reason, NULL),
                     ATTAIN_OK);
    assert_int_equal(reason, expected);
    return out;
}

/* Of the reference output of R's package ineq. */
static const double x[] = {541,  1463, 2445, 3438,  4437,
                           5401, 6392, 8304, 11904, 22261};
static const double y[] = {841,  2063, 2445, 3438,  4437,
                           5401, 6392, 8304, 11304, 21961};

static void measures_reproduce_ineq(void **state) {
    (void)state;
    assert_close(of(ATTAIN_STATISTIC_WATTS, 2000, x, NULL, 10, 0), 0.1620141,
                 3e-7);
    assert_close(of(ATTAIN_STATISTIC_WATTS, 2000, y, NULL, 10, 0), 0.08663108,
                 6e-8);
    assert_same(of(ATTAIN_STATISTIC_HEADCOUNT, 2000, x, NULL, 10, 0), 0.2);
    assert_same(of(ATTAIN_STATISTIC_HEADCOUNT, 2000, y, NULL, 10, 0), 0.1);
}

/* Two of four are below 10, by 0.5 and 0.25: H 0.5, I 0.375, G of 5 and 7.5
 * 0.1. */
static void measures_by_hand(void **state) {
    (void)state;
    static const double v[] = {5, 7.5, 10, 20};
    assert_same(of(ATTAIN_STATISTIC_HEADCOUNT, 10, v, NULL, 4, 0), 0.5);
    assert_same(of(ATTAIN_STATISTIC_POVERTY_GAP, 10, v, NULL, 4, 0), 0.1875);
    assert_same(of(ATTAIN_STATISTIC_SQUARED_POVERTY_GAP, 10, v, NULL, 4, 0),
                0.078125);
    assert_same(of(ATTAIN_STATISTIC_FOSTER_GREER_THORBECKE, 10, v, NULL, 4, 0),
                0.078125);
    assert_close(of(ATTAIN_STATISTIC_SEN, 10, v, NULL, 4, 0),
                 0.5 * (0.375 + 0.625 * 0.1), 1e-15);
    assert_close(of(ATTAIN_STATISTIC_SEN_1976, 10, v, NULL, 4, 0),
                 0.5 * (0.375 + 0.625 * 0.1 * 2 / 3), 1e-15);
    assert_same(of(ATTAIN_STATISTIC_SEN_SHORROCKS_THON, 10, v, NULL, 4, 0),
                (7 * 0.5 + 5 * 0.25) / 16);
}

static void nobody_below_is_none(void **state) {
    (void)state;
    for (int32_t s = ATTAIN_STATISTIC_HEADCOUNT;
         s <= ATTAIN_STATISTIC_SEN_SHORROCKS_THON; s++)
        assert_same(of(s, 541, x, NULL, 10, 0), 0.0);
}

/* All below and with nothing: every measure but Watts is 1. Peers divide by
 * the mean of those below (R ineq's Sen is NaN). */
static void all_without_anything_is_one_ineq(void **state) {
    (void)state;
    static const double nothing[] = {0, 0, 0};
    for (int32_t s = ATTAIN_STATISTIC_HEADCOUNT;
         s <= ATTAIN_STATISTIC_SEN_SHORROCKS_THON; s++)
        if (s == ATTAIN_STATISTIC_WATTS)
            assert_true(
                isnan(of(s, 5, nothing, NULL, 3, ATTAIN_REASON_NOT_POSITIVE)));
        else
            assert_same(of(s, 5, nothing, NULL, 3, 0), 1.0);
}

/* Elements without weight are nowhere. */
static void weights_count(void **state) {
    (void)state;
    static const double v[] = {1, 4, 8, 9, -3};
    static const double w[] = {1, 2, 0, 5, 0};
    assert_same(of(ATTAIN_STATISTIC_HEADCOUNT, 5, v, w, 5, 0), 0.375);
    assert_close(of(ATTAIN_STATISTIC_POVERTY_GAP, 5, v, w, 5, 0), 1.2 / 8,
                 1e-15);
    assert_true(of(ATTAIN_STATISTIC_WATTS, 5, v, w, 5, 0) > 0);
    assert_same(of(ATTAIN_STATISTIC_HEADCOUNT, 5, v, NULL, 5, 0), 0.6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_reproduce_ineq),
        cmocka_unit_test(measures_by_hand),
        cmocka_unit_test(nobody_below_is_none),
        cmocka_unit_test(all_without_anything_is_one_ineq),
        cmocka_unit_test(weights_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
