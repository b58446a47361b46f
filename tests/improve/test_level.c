/* Raising the lowest under a coefficient of variation, on arrays (A122). */
#include "attain/improve.h"
#include "attain/numeric.h"
#include "support/fail_malloc.h"
#include "support/support.h"

#include <math.h>

static double level_of(const double *values, const double *weights,
                       size_t count, double limit, double *out) {
    double level = NAN;
    assert_int_equal(
        attain_level_up(values, weights, count, limit, &level, out, NULL),
        ATTAIN_OK);
    return level;
}

static double cv_of(const double *values, const double *weights, size_t count) {
    double w = 0, mean = 0, square = 0;
    for (size_t i = 0; i < count; i++)
        w += weights == NULL ? 1 : weights[i];
    for (size_t i = 0; i < count; i++)
        mean += (weights == NULL ? 1 : weights[i]) * values[i] / w;
    for (size_t i = 0; i < count; i++)
        square += (weights == NULL ? 1 : weights[i]) / w * (values[i] - mean) *
                  (values[i] - mean);
    return sqrt(square) / mean;
}

/* 1 and 3: mean 2, deviation 1. Raised to y: (3 − y)/(3 + y) ≤ 1/4 from
 * y = 9/5 on. With weight 3 on the 1: W = 4, X = (3y + 3)/4 and
 * S² = 3 (3 − y)²/16, so √3 (3 − y) = 3 (y + 1)/4 at y = (3√3 − 3/4) /
 * (√3 + 3/4). */
static void level_of_two_values(void **state) {
    const double values[] = {1, 3};
    const double weights[] = {3, 1};
    double out[2];
    (void)state;
    assert_close(level_of(values, NULL, 2, 0.25, out), 1.8, 1e-14);
    assert_close(out[0], 0.8, 1e-14);
    assert_same(out[1], 0);
    assert_close(level_of(values, weights, 2, 0.25, out),
                 (3 * sqrt(3) - 0.75) / (sqrt(3) + 0.75), 1e-14);
}

static void level_where_nothing_is_needed(void **state) {
    const double values[] = {2, 3, 2.5};
    double out[3];
    (void)state;
    assert_same(level_of(values, NULL, 3, 0.5, out), 2);
    assert_same(out[0] + out[1] + out[2], 0);
    assert_same(level_of(values + 1, NULL, 1, 0, out), 3);
    assert_same(out[0], 0);
}

/* Under 0 all are equal. */
static void level_of_no_spread_is_the_largest(void **state) {
    const double values[] = {0.1, 0.7, 0.3, 0.7};
    double out[4];
    (void)state;
    assert_same(level_of(values, NULL, 4, 0, out), 0.7);
    assert_close(out[0], 0.6, 1e-15);
    assert_same(out[1], 0);
}

static void level_does_not_depend_on_order(void **state) {
    const double values[] = {1, 4, 2, 2, 9, 3};
    const double weights[] = {5, 1, 7, 2, 3, 0.1};
    const double turned[] = {9, 2, 3, 4, 2, 1};
    const double weighed[] = {3, 2, 0.1, 1, 7, 5};
    (void)state;
    assert_same(level_of(values, weights, 6, 0.3, NULL),
                level_of(turned, weighed, 6, 0.3, NULL));
}

/* --- Against searching -------------------------------------------------- */

/* Adds to Σ w·v little by little, each time where it lowers the coefficient
 * most, and with ever finer steps takes back what is not needed: slow, and
 * knowing nothing of levels. Returns what was added. */
static double search(const double *values, const double *weights, size_t count,
                     double limit) {
    double now[8];
    double added = 0;
    memcpy(now, values, count * sizeof *now);
    for (double step = 0.05; step > 1e-5; step /= 4) {
        while (cv_of(now, weights, count) > limit) {
            size_t best = 0;
            double least = INFINITY;
            for (size_t i = 0; i < count; i++) {
                double before = now[i];
                now[i] += step / weights[i];
                double cv = cv_of(now, weights, count);
                now[i] = before;
                if (cv < least) {
                    least = cv;
                    best = i;
                }
            }
            now[best] += step / weights[best];
            added += step;
        }
        for (size_t i = 0; i < count; i++) {
            while (now[i] - step / weights[i] >= values[i]) {
                double before = now[i];
                now[i] -= step / weights[i];
                if (cv_of(now, weights, count) > limit) {
                    now[i] = before;
                    break;
                }
                added -= step;
            }
        }
    }
    return added;
}

static void level_adds_no_more_than_searching(void **state) {
    uint64_t seed = 3;
    (void)state;
    for (int round = 0; round < 40; round++) {
        double values[8], weights[8], out[8], after[8];
        size_t count = 2 + support_random(&seed) % 7;
        double added = 0;
        for (size_t i = 0; i < count; i++) {
            values[i] = 0.5 + (double)(support_random(&seed) % 1000) / 250;
            weights[i] = 1 + (double)(support_random(&seed) % 90) / 10;
        }
        double limit = 0.05 + (double)(support_random(&seed) % 20) / 100;
        level_of(values, weights, count, limit, out);
        for (size_t i = 0; i < count; i++) {
            added += weights[i] * out[i];
            after[i] = values[i] + out[i];
        }
        double slow = search(values, weights, count, limit);
        assert_true(cv_of(after, weights, count) <= limit * (1 + 1e-12));
        assert_true(added <= slow + 1e-9);
        /* And not less by more than the finest step leaves open. */
        assert_true(slow - added <= 0.002 * (1 + added));
    }
}

/* No small shift of what was added, from any to any other, gives a smaller
 * coefficient at the same sum: the criterion of optimality, tried out. */
static void level_cannot_be_bettered_by_shifting(void **state) {
    const double values[] = {1, 4, 2, 2.5, 9, 3, 1.5};
    const double weights[] = {5, 1, 7, 2, 3, 0.1, 4};
    double out[7], now[7];
    (void)state;
    level_of(values, weights, 7, 0.3, out);
    for (size_t i = 0; i < 7; i++)
        now[i] = values[i] + out[i];
    double cv = cv_of(now, weights, 7);
    for (size_t from = 0; from < 7; from++) {
        for (size_t to = 0; to < 7; to++) {
            double shift = 1e-3;
            if (from == to || out[from] * weights[from] < shift)
                continue;
            now[from] -= shift / weights[from];
            now[to] += shift / weights[to];
            assert_true(cv_of(now, weights, 7) > cv);
            now[from] = values[from] + out[from];
            now[to] = values[to] + out[to];
        }
    }
}

/* --- Errors ------------------------------------------------------------- */

static attain_status up(const double *values, const double *weights,
                        size_t count, double limit) {
    double level;
    return attain_level_up(values, weights, count, limit, &level, NULL, NULL);
}

static void level_checks_its_arguments(void **state) {
    const double values[] = {1, 2};
    const double weights[] = {1, 0};
    const double infinite[] = {1, INFINITY};
    const double missing[] = {NAN, 1};
    const double negative[] = {-3, 1};
    double level;
    (void)state;
    assert_int_equal(up(NULL, NULL, 2, 0.1), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(up(values, NULL, 0, 0.1), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(up(values, NULL, SIZE_MAX / 4, 0.1), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(up(values, NULL, 2, -0.1), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(up(values, NULL, 2, NAN), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(up(values, NULL, 2, INFINITY), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_level_up(values, NULL, 2, 0.1, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(up(values, weights, 2, 0.1), ATTAIN_ERR_VALUE);
    assert_int_equal(up(values, infinite, 2, 0.1), ATTAIN_ERR_VALUE);
    assert_int_equal(up(infinite, NULL, 2, 0.1), ATTAIN_ERR_VALUE);
    assert_int_equal(up(missing, NULL, 2, 0.1), ATTAIN_ERR_VALUE);
    assert_int_equal(up(negative, NULL, 2, 0.1), ATTAIN_ERR_VALUE);
    level = 5;
    assert_survives_malloc(
        attain_level_up(values, NULL, 2, 0.1, &level, NULL, NULL), level == 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(level_of_two_values),
        cmocka_unit_test(level_where_nothing_is_needed),
        cmocka_unit_test(level_of_no_spread_is_the_largest),
        cmocka_unit_test(level_does_not_depend_on_order),
        cmocka_unit_test(level_adds_no_more_than_searching),
        cmocka_unit_test(level_cannot_be_bettered_by_shifting),
        cmocka_unit_test(level_checks_its_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
