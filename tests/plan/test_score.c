/* Which score a target uses, and what each needs (rulings A12, A58). */
#include "plan/sample.h"

#include <math.h>

#include "plan/model.h"

static attain_plan *plan_of(int32_t score) {
    attain_plan_info info = sample_info();
    attain_plan *plan = NULL;
    info.score = score;
    assert_int_equal(attain_plan_create(NULL, &info, &plan, NULL), ATTAIN_OK);
    return plan;
}

static int32_t score_in(int32_t plan_score, const attain_target *target) {
    attain_plan *plan = plan_of(plan_score);
    int32_t score = attain_i_target_score(plan, target);
    attain_plan_destroy(plan);
    return score;
}

static attain_status status_of(attain_target target, attain_error *err) {
    attain_plan *plan = plan_of(ATTAIN_SCORE_DEFAULT);
    attain_status status = attain_plan_add_target(plan, &target, NULL, err);
    attain_plan_destroy(plan);
    return status;
}

static void score_is_the_first_that_can_be_computed(void **state) {
    attain_target target = sample_target("t", "g", "m", 96);
    (void)state;
    assert_int_equal(score_in(ATTAIN_SCORE_DEFAULT, &target),
                     ATTAIN_SCORE_RATIO);
    target.baseline_period = 2020;
    assert_int_equal(score_in(ATTAIN_SCORE_DEFAULT, &target),
                     ATTAIN_SCORE_PROGRESS);
    assert_int_equal(score_in(ATTAIN_SCORE_RATIO, &target), ATTAIN_SCORE_RATIO);
    assert_int_equal(score_in(ATTAIN_SCORE_EFFICACY, &target),
                     ATTAIN_SCORE_PROGRESS);
    assert_int_equal(score_in(ATTAIN_SCORE_RANK, &target), ATTAIN_SCORE_RANK);
    target.score = ATTAIN_SCORE_PASS;
    assert_int_equal(score_in(ATTAIN_SCORE_RATIO, &target), ATTAIN_SCORE_PASS);
    target.score = ATTAIN_SCORE_DEFAULT;
    target.series = ATTAIN_SERIES_CHANGE;
    assert_int_equal(score_in(ATTAIN_SCORE_PROGRESS, &target),
                     ATTAIN_SCORE_RATIO);
    target.series = ATTAIN_SERIES_SINCE_BASELINE;
    assert_int_equal(score_in(ATTAIN_SCORE_DEFAULT, &target),
                     ATTAIN_SCORE_PROGRESS);
}

static void score_of_a_band_without_outer_limits_is_pass(void **state) {
    attain_target target = sample_target("t", "g", "m", 100);
    (void)state;
    target.comparator = ATTAIN_COMPARATOR_ABOUT;
    target.tolerance = 10;
    assert_int_equal(score_in(ATTAIN_SCORE_RATIO, &target), ATTAIN_SCORE_PASS);
    target.outer_low = 0;
    assert_int_equal(score_in(ATTAIN_SCORE_RATIO, &target), ATTAIN_SCORE_PASS);
    target.outer_high = 110; /* not above the band */
    assert_int_equal(score_in(ATTAIN_SCORE_RATIO, &target), ATTAIN_SCORE_PASS);
    target.outer_high = 200;
    assert_int_equal(score_in(ATTAIN_SCORE_DEFAULT, &target),
                     ATTAIN_SCORE_RATIO);
    target.comparator = ATTAIN_COMPARATOR_BETWEEN;
    target.tolerance = (double)NAN;
    target.upper = 200;
    assert_int_equal(score_in(ATTAIN_SCORE_RATIO, &target), ATTAIN_SCORE_PASS);
    target.upper = 199;
    assert_int_equal(score_in(ATTAIN_SCORE_RATIO, &target), ATTAIN_SCORE_RATIO);
}

static void score_of_none_is_only_one_that_needs_no_verdict(void **state) {
    const double steps[] = {0, 0, 50, 1};
    attain_target target = sample_target("t", "g", "m", (double)NAN);
    (void)state;
    target.comparator = ATTAIN_COMPARATOR_NONE;
    target.baseline_period = 2020;
    assert_int_equal(score_in(ATTAIN_SCORE_DEFAULT, &target),
                     ATTAIN_SCORE_DEFAULT);
    assert_int_equal(score_in(ATTAIN_SCORE_PROGRESS, &target),
                     ATTAIN_SCORE_DEFAULT);
    assert_int_equal(score_in(ATTAIN_SCORE_ZSCORE, &target),
                     ATTAIN_SCORE_ZSCORE);
    target.bad = 50;
    target.good = 100;
    assert_int_equal(score_in(ATTAIN_SCORE_EFFICACY, &target),
                     ATTAIN_SCORE_EFFICACY);
    target.steps = steps;
    target.step_count = 2;
    assert_int_equal(score_in(ATTAIN_SCORE_STEPS, &target), ATTAIN_SCORE_STEPS);
}

static void own_score_that_cannot_be_computed_is_an_error(void **state) {
    static const int32_t judging[] = {ATTAIN_SCORE_RATIO, ATTAIN_SCORE_PROGRESS,
                                      ATTAIN_SCORE_PASS};
    attain_error err;
    attain_target target = sample_target("t", "g", "m", (double)NAN);
    (void)state;
    target.comparator = ATTAIN_COMPARATOR_NONE;
    for (size_t i = 0; i < 3; i++) {
        target.score = judging[i];
        assert_int_equal(status_of(target, &err), ATTAIN_ERR_VALUE);
        assert_string_equal(err.field, "score");
    }
    target = sample_target("t", "g", "m", 96);
    target.score = ATTAIN_SCORE_PROGRESS;
    assert_int_equal(status_of(target, &err), ATTAIN_ERR_MISSING);
    assert_string_equal(err.field, "baseline_period");
    target.baseline_period = 2020;
    assert_int_equal(status_of(target, &err), ATTAIN_OK);
    target.series = ATTAIN_SERIES_GROWTH;
    assert_int_equal(status_of(target, &err), ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "score");
    target.series = ATTAIN_SERIES_LEVEL;
    target.score = ATTAIN_SCORE_EFFICACY;
    assert_int_equal(status_of(target, &err), ATTAIN_ERR_MISSING);
    assert_string_equal(err.field, "bad");
    target.bad = 5;
    assert_int_equal(status_of(target, &err), ATTAIN_ERR_MISSING);
    assert_string_equal(err.field, "good");
    target.good = 5;
    assert_int_equal(status_of(target, &err), ATTAIN_ERR_VALUE);
    target.good = 1; /* bad > good: low is good */
    assert_int_equal(status_of(target, &err), ATTAIN_OK);
    target.score = ATTAIN_SCORE_RATIO;
    target.comparator = ATTAIN_COMPARATOR_ABOUT;
    target.tolerance = 1;
    assert_int_equal(status_of(target, &err), ATTAIN_ERR_MISSING);
    assert_string_equal(err.field, "outer_low");
    target.outer_low = 95;
    target.outer_high = 99;
    assert_int_equal(status_of(target, &err), ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "outer_low");
    target.outer_low = 94;
    assert_int_equal(status_of(target, &err), ATTAIN_OK);
    target.score = ATTAIN_SCORE_PASS; /* outer limits may stand there, right */
    assert_int_equal(status_of(target, &err), ATTAIN_OK);
    target.outer_high = 97;
    assert_int_equal(status_of(target, &err), ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "outer_high");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(score_is_the_first_that_can_be_computed),
        cmocka_unit_test(score_of_a_band_without_outer_limits_is_pass),
        cmocka_unit_test(score_of_none_is_only_one_that_needs_no_verdict),
        cmocka_unit_test(own_score_that_cannot_be_computed_is_an_error)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
