/* The check of a plan as a whole. */
#include "plan/problems.h"
#include "plan/sample.h"

#include <math.h>

#include "plan/model.h"

static problems check(const attain_plan *plan) {
    problems found;
    problems_init(&found);
    assert_int_equal(attain_i_plan_check(plan, &found.reporter), ATTAIN_OK);
    return found;
}

/* A plan without a fault: g over t of m. */
static attain_plan *whole(void) {
    attain_plan *plan = sample_plan(NULL);
    add_goal(plan, sample_goal("root", NULL));
    add_metric(plan, sample_metric("m", "a"));
    add_target(plan, sample_target("t", "root", "m", 96));
    return plan;
}

/* The first error is this one; and the plan is done with. */
static void expect_error(attain_plan *plan, attain_status code,
                         const char *table, int64_t row, const char *field) {
    problems found = check(plan);
    attain_error err;
    assert_int_equal(attain_plan_check(plan, &err), code);
    assert_int_equal(err.row, row);
    assert_string_equal(err.field, field);
    assert_int_equal(attain_plan_check(plan, NULL), code);
    assert_true(problems_have(&found, 0, code, table, row, field));
    attain_plan_destroy(plan);
}

static void check_passes_a_sound_plan(void **state) {
    attain_plan *plan = whole();
    problems found = check(plan);
    (void)state;
    assert_int_equal(found.count, 0);
    assert_int_equal(attain_plan_check(plan, NULL), ATTAIN_OK);
    assert_int_equal(attain_plan_check(NULL, NULL), ATTAIN_ERR_ARGUMENT);
    attain_plan_destroy(plan);
}

static void check_wants_exactly_one_root(void **state) {
    attain_plan *plan = sample_plan(NULL);
    (void)state;
    expect_error(plan, ATTAIN_ERR_MISSING, "goals", -1, "parent");
    plan = whole();
    add_goal(plan, sample_goal("other", NULL));
    expect_error(plan, ATTAIN_ERR_VALUE, "goals", 1, "parent");
}

static void check_suggests_the_nearest_id(void **state) {
    attain_plan *plan = whole();
    attain_error err;
    (void)state;
    add_goal(plan, sample_goal("g", "rot"));
    assert_int_equal(attain_plan_check(plan, &err), ATTAIN_ERR_UNKNOWN);
    assert_contains(err.message, "\"rot\" of \"g\"");
    assert_contains(err.message, "did you mean \"root\"?");
    expect_error(plan, ATTAIN_ERR_UNKNOWN, "goals", 1, "parent");
}

static void check_finds_references_that_are_not_there(void **state) {
    attain_plan *plan = whole();
    (void)state;
    add_goal(plan, sample_goal("g", "t")); /* a target is no goal */
    expect_error(plan, ATTAIN_ERR_UNKNOWN, "goals", 1, "parent");
    plan = whole();
    add_target(plan, sample_target("u", "nowhere", "m", 1));
    expect_error(plan, ATTAIN_ERR_UNKNOWN, "targets", 1, "goal");
    plan = whole();
    add_target(plan, sample_target("u", "root", "n", 1));
    expect_error(plan, ATTAIN_ERR_UNKNOWN, "targets", 1, "metric");
    plan = whole();
    add_metric(plan, sample_metric("n", "@m;-@q"));
    expect_error(plan, ATTAIN_ERR_UNKNOWN, "metrics", 1, "numerator");
    plan = whole();
    add_point(plan, sample_point("root", 2023, 1));
    expect_error(plan, ATTAIN_ERR_UNKNOWN, "path", 0, "target");
}

static void check_knows_listed_groups_alone(void **state) {
    attain_plan *plan = whole();
    attain_group group;
    attain_metric metric = sample_metric("n", "a");
    (void)state;
    metric.denominator = "r[pupils]";
    add_metric(plan, metric);
    assert_int_equal(attain_plan_check(plan, NULL), ATTAIN_OK);
    attain_group_init(&group);
    group.id = "parents";
    group.name = "Parents";
    group.weight = 0;
    assert_int_equal(attain_plan_add_group(plan, &group, NULL), ATTAIN_OK);
    problems found = check(plan);
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "groups", -1, "weight"));
    expect_error(plan, ATTAIN_ERR_UNKNOWN, "metrics", 1, "denominator");
}

static void check_names_the_ring_of_goals(void **state) {
    attain_plan *plan = whole();
    attain_error err;
    (void)state;
    add_goal(plan, sample_goal("tail", "a"));
    add_goal(plan, sample_goal("a", "b"));
    add_goal(plan, sample_goal("b", "c"));
    add_goal(plan, sample_goal("c", "a"));
    add_goal(plan, sample_goal("self", "self"));
    problems found = check(plan);
    assert_int_equal(found.reporter.errors, 2);
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_CYCLE, "goals", 2, "parent"));
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_CYCLE, "goals", 5, "parent"));
    assert_int_equal(attain_plan_check(plan, &err), ATTAIN_ERR_CYCLE);
    assert_contains(err.message, "\"a\" -> \"b\" -> \"c\" -> \"a\"");
    attain_plan_destroy(plan);
}

static void check_takes_very_deep_goals(void **state) {
    enum { DEPTH = 100000 };
    attain_plan *plan = sample_plan(NULL);
    attain_error err;
    char id[16], parent[16];
    (void)state;
    /* Children first, so that every parent comes later. */
    for (int i = DEPTH; i > 0; i--) {
        attain_i_format(id, sizeof(id), "g%d", i);
        attain_i_format(parent, sizeof(parent), "g%d", i - 1);
        add_goal(plan, sample_goal(id, parent));
    }
    assert_int_equal(attain_plan_check(plan, &err), ATTAIN_ERR_UNKNOWN);
    add_goal(plan, sample_goal("g0", NULL));
    assert_int_equal(attain_plan_check(plan, &err), ATTAIN_OK);
    attain_plan_destroy(plan);
    plan = sample_plan(NULL);
    add_goal(plan, sample_goal("root", NULL));
    for (int i = 0; i < DEPTH; i++) {
        attain_i_format(id, sizeof(id), "g%d", i);
        attain_i_format(parent, sizeof(parent), "g%d", (i + 1) % DEPTH);
        add_goal(plan, sample_goal(id, parent));
    }
    assert_int_equal(attain_plan_check(plan, &err), ATTAIN_ERR_CYCLE);
    assert_contains(err.message, "(100000 in all)");
    attain_plan_destroy(plan);
}

static void check_counts_the_children_of_a_rule(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_goal root = sample_goal("root", NULL);
    attain_target watched = sample_target("w", "root", "m", (double)NAN);
    (void)state;
    root.rule = ATTAIN_RULE_AT_LEAST;
    root.at_least = 2;
    add_goal(plan, root);
    add_metric(plan, sample_metric("m", "a"));
    add_target(plan, sample_target("t", "root", "m", 1));
    watched.comparator = ATTAIN_COMPARATOR_NONE; /* not judged, so no child */
    add_target(plan, watched);
    assert_int_equal(attain_plan_check(plan, NULL), ATTAIN_ERR_VALUE);
    add_target(plan, sample_target("u", "root", "m", 1));
    assert_int_equal(attain_plan_check(plan, NULL), ATTAIN_OK);
    attain_plan_destroy(plan);
}

static void check_warns_of_a_goal_without_children(void **state) {
    attain_plan *plan = whole();
    problems found;
    (void)state;
    add_goal(plan, sample_goal("empty", "root"));
    found = check(plan);
    assert_int_equal(found.count, 1);
    assert_true(problems_have(&found, 1, ATTAIN_ERR_MISSING, "goals", 1, "id"));
    attain_plan_destroy(plan);
}

static void
check_warns_where_there_are_no_units_to_bring_together(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_goal root = sample_goal("root", NULL);
    attain_goal schools = sample_goal("schools", "root");
    attain_goal below = sample_goal("below", "schools");
    attain_target target = sample_target("t", "below", "m", 1);
    problems found;
    (void)state;
    root.level = "county"; /* the plan's own */
    root.share = 0.9;
    schools.level = "school"; /* finer: right */
    schools.share = 0.9;
    schools.unit_weight = "pupils";
    below.unit_weight = "pupils"; /* blank level: that of its parent */
    target.share = 0.5;
    target.level = "school";
    add_goal(plan, below);
    add_goal(plan, schools);
    add_goal(plan, root);
    add_metric(plan, sample_metric("m", "a"));
    add_target(plan, target);
    found = check(plan);
    assert_int_equal(found.reporter.errors, 0);
    assert_int_equal(found.count, 3);
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "goals", 2, "share"));
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "goals", 0, "unit_weight"));
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "targets", 0, "share"));
    attain_plan_destroy(plan);
}

static void check_warns_when_direction_and_comparator_disagree(void **state) {
    attain_plan *plan = whole();
    attain_metric down = sample_metric("d", "a");
    attain_target target = sample_target("u", "root", "m", 1);
    problems found;
    (void)state;
    down.direction = ATTAIN_DIRECTION_DOWN;
    add_metric(plan, down);
    target.comparator = ATTAIN_COMPARATOR_AT_MOST;
    add_target(plan, target);
    target.id = "v";
    target.metric = "d";
    add_target(plan, target); /* agrees */
    target.id = "w";
    target.comparator = ATTAIN_COMPARATOR_ABOVE;
    add_target(plan, target);
    found = check(plan);
    assert_int_equal(found.count, 2);
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "targets", 1, "comparator"));
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "targets", 3, "comparator"));
    attain_plan_destroy(plan);
}

static void check_wants_decimals_for_rounded_values(void **state) {
    attain_plan *plan = whole();
    attain_metric metric = sample_metric("r", "a");
    attain_target target = sample_target("u", "root", "r", 1);
    (void)state;
    metric.decimals = 0;
    add_metric(plan, metric);
    target.judge = ATTAIN_JUDGE_ROUNDED;
    add_target(plan, target);
    assert_int_equal(attain_plan_check(plan, NULL), ATTAIN_OK);
    target.id = "v";
    target.metric = "m";
    add_target(plan, target);
    expect_error(plan, ATTAIN_ERR_MISSING, "targets", 2, "judge");
}

static attain_plan *with_path(attain_target target, int32_t period) {
    attain_plan *plan = whole();
    target.id = "u";
    target.goal = "root";
    add_target(plan, target);
    add_point(plan, sample_point("u", period, 50));
    return plan;
}

static void check_wants_path_points_before_the_due_period(void **state) {
    attain_target target = sample_target("u", "root", "m", 96);
    attain_plan *plan = with_path(target, 2019);
    (void)state;
    assert_int_equal(attain_plan_check(plan, NULL), ATTAIN_OK);
    attain_plan_destroy(plan);
    plan = with_path(target, 2025);
    expect_error(plan, ATTAIN_ERR_VALUE, "path", 0, "period");
    target.due = 2023;
    plan = with_path(target, 2023);
    expect_error(plan, ATTAIN_ERR_VALUE, "path", 0, "period");
    target.baseline_period = 2020;
    plan = with_path(target, 2020);
    expect_error(plan, ATTAIN_ERR_VALUE, "path", 0, "period");
    plan = with_path(target, 2021);
    assert_int_equal(attain_plan_check(plan, NULL), ATTAIN_OK);
    attain_plan_destroy(plan);
    target.baseline_period = ATTAIN_PERIOD_NONE;
    target.series = ATTAIN_SERIES_CUMULATIVE;
    plan = with_path(target, 2020);
    expect_error(plan, ATTAIN_ERR_VALUE, "path", 0, "period");
    plan = with_path(target, 2021);
    assert_int_equal(attain_plan_check(plan, NULL), ATTAIN_OK);
    attain_plan_destroy(plan);
}

static void check_refuses_paths_that_mean_nothing(void **state) {
    attain_target target = sample_target("u", "root", "m", 96);
    attain_plan *plan;
    (void)state;
    target.series = ATTAIN_SERIES_CHANGE;
    plan = with_path(target, 2023);
    expect_error(plan, ATTAIN_ERR_VALUE, "path", 0, "target");
    target.series = ATTAIN_SERIES_GROWTH;
    plan = with_path(target, 2023);
    expect_error(plan, ATTAIN_ERR_VALUE, "path", 0, "target");
    target.series = ATTAIN_SERIES_LEVEL;
    target.comparator = ATTAIN_COMPARATOR_NONE;
    target.value = (double)NAN;
    plan = with_path(target, 2023);
    expect_error(plan, ATTAIN_ERR_VALUE, "path", 0, "target");
}

static void check_wants_a_band_for_vetoes(void **state) {
    attain_plan_info info = sample_info();
    attain_target target = sample_target("u", "root", "m", 1);
    attain_plan *plan = whole();
    attain_error err;
    (void)state;
    target.veto = 1;
    add_target(plan, target);
    expect_error(plan, ATTAIN_ERR_MISSING, "targets", 1, "veto");
    info.veto_grade = "合格";
    assert_int_equal(attain_plan_create(NULL, &info, &plan, NULL), ATTAIN_OK);
    add_goal(plan, sample_goal("root", NULL));
    add_metric(plan, sample_metric("m", "a"));
    add_target(plan, target);
    add_band(plan, "优秀", 90);
    assert_int_equal(attain_plan_check(plan, &err), ATTAIN_ERR_UNKNOWN);
    assert_string_equal(err.field, "veto_grade");
    add_band(plan, "合格", 60);
    assert_int_equal(attain_plan_check(plan, &err), ATTAIN_OK);
    attain_plan_destroy(plan);
}

static void check_of_many_unknown_ids_stays_quick(void **state) {
    attain_plan *plan = sample_plan(NULL);
    char id[64], metric[64];
    (void)state;
    add_goal(plan, sample_goal("root", NULL));
    for (int i = 0; i < 5000; i++) {
        attain_i_format(id, sizeof(id), "a-rather-long-id-of-a-metric-%d", i);
        attain_i_format(metric, sizeof(metric), "another-id-that-is-none-%d",
                        i);
        add_metric(plan, sample_metric(id, "a"));
        attain_i_format(id, sizeof(id), "t%d", i);
        add_target(plan, sample_target(id, "root", metric, 1));
    }
    assert_int_equal(attain_plan_check(plan, NULL), ATTAIN_ERR_UNKNOWN);
    attain_plan_destroy(plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_passes_a_sound_plan),
        cmocka_unit_test(check_wants_exactly_one_root),
        cmocka_unit_test(check_suggests_the_nearest_id),
        cmocka_unit_test(check_finds_references_that_are_not_there),
        cmocka_unit_test(check_knows_listed_groups_alone),
        cmocka_unit_test(check_names_the_ring_of_goals),
        cmocka_unit_test(check_takes_very_deep_goals),
        cmocka_unit_test(check_counts_the_children_of_a_rule),
        cmocka_unit_test(check_warns_of_a_goal_without_children),
        cmocka_unit_test(
            check_warns_where_there_are_no_units_to_bring_together),
        cmocka_unit_test(check_warns_when_direction_and_comparator_disagree),
        cmocka_unit_test(check_wants_decimals_for_rounded_values),
        cmocka_unit_test(check_wants_path_points_before_the_due_period),
        cmocka_unit_test(check_refuses_paths_that_mean_nothing),
        cmocka_unit_test(check_wants_a_band_for_vetoes),
        cmocka_unit_test(check_of_many_unknown_ids_stays_quick)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
