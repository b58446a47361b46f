/* Adding rows and reading them back. */
#include "plan/problems.h"
#include "plan/sample.h"

#include <math.h>

#include "plan/model.h"

#define EXPECT(call, expected, named)                                          \
    do {                                                                       \
        memset(&err, 0, sizeof(err));                                          \
        assert_int_equal(call, expected);                                      \
        assert_int_equal(err.code, expected);                                  \
        assert_string_equal(err.field, named);                                 \
        assert_true(strlen(err.message) > 10);                                 \
    } while (0)

static attain_error err;

static attain_status create(attain_plan_info info) {
    attain_plan *plan = NULL;
    attain_status status = attain_plan_create(NULL, &info, &plan, &err);
    assert_true((status == ATTAIN_OK) == (plan != NULL));
    attain_plan_destroy(plan);
    return status;
}

static void create_refuses_what_a_plan_needs(void **state) {
    attain_plan_info info = sample_info();
    attain_plan *plan;
    (void)state;
    assert_int_equal(create(info), ATTAIN_OK);
    EXPECT(attain_plan_create(NULL, NULL, &plan, &err), ATTAIN_ERR_ARGUMENT,
           "info");
    EXPECT(attain_plan_create(NULL, &info, NULL, &err), ATTAIN_ERR_ARGUMENT,
           "out");
    info.id = NULL;
    EXPECT(create(info), ATTAIN_ERR_MISSING, "id");
    info = sample_info();
    info.id = "a;b";
    EXPECT(create(info), ATTAIN_ERR_TEXT, "id");
    info = sample_info();
    info.name = "";
    EXPECT(create(info), ATTAIN_ERR_MISSING, "name");
    info = sample_info();
    info.name = "tab\there";
    EXPECT(create(info), ATTAIN_ERR_TEXT, "name");
    info = sample_info();
    info.level = NULL;
    EXPECT(create(info), ATTAIN_ERR_MISSING, "level");
    info = sample_info();
    info.source = "\xff";
    EXPECT(create(info), ATTAIN_ERR_TEXT, "source");
    info = sample_info();
    info.score = 12;
    EXPECT(create(info), ATTAIN_ERR_ARGUMENT, "score");
    info = sample_info();
    info.missing = -1;
    EXPECT(create(info), ATTAIN_ERR_ARGUMENT, "missing");
    info = sample_info();
    info.struct_size--;
    EXPECT(create(info), ATTAIN_ERR_STRUCT, "struct_size");
    info.struct_size += 2;
    EXPECT(create(info), ATTAIN_ERR_STRUCT, "struct_size");
}

static void create_refuses_periods_that_do_not_fit(void **state) {
    attain_plan_info info = sample_info();
    (void)state;
    info.first_period = ATTAIN_PERIOD_NONE;
    EXPECT(create(info), ATTAIN_ERR_MISSING, "first_period");
    info = sample_info();
    info.last_period = ATTAIN_PERIOD_NONE;
    EXPECT(create(info), ATTAIN_ERR_MISSING, "last_period");
    info = sample_info();
    info.first_period = 0;
    EXPECT(create(info), ATTAIN_ERR_PERIOD, "first_period");
    info = sample_info();
    info.last_period = 300000 + 12 * 2025;
    EXPECT(create(info), ATTAIN_ERR_PERIOD, "last_period");
    info = sample_info();
    info.last_period = 2020;
    EXPECT(create(info), ATTAIN_ERR_VALUE, "last_period");
    assert_contains(err.message, "2020");
    assert_contains(err.message, "2021");
    info.last_period = 2021;
    assert_int_equal(create(info), ATTAIN_OK);
}

static void create_refuses_half_an_allocator(void **state) {
    attain_plan_info info = sample_info();
    attain_allocator half = {0};
    attain_plan *plan;
    (void)state;
    EXPECT(attain_plan_create(&half, &info, &plan, &err), ATTAIN_ERR_ARGUMENT,
           "allocator");
}

static void info_is_read_back(void **state) {
    attain_plan_info info = sample_info(), back;
    attain_plan *plan = NULL;
    (void)state;
    info.veto_grade = "pass";
    info.source = "第十四个五年规划";
    info.score = ATTAIN_SCORE_RATIO;
    info.missing = ATTAIN_MISSING_STRICT;
    assert_int_equal(attain_plan_create(NULL, &info, &plan, NULL), ATTAIN_OK);
    attain_plan_info_init(&back);
    assert_int_equal(attain_plan_get_info(plan, &back, NULL), ATTAIN_OK);
    assert_string_equal(back.id, "p");
    assert_string_equal(back.source, info.source);
    assert_ptr_not_equal(back.source, info.source);
    assert_string_equal(back.veto_grade, "pass");
    assert_int_equal(back.first_period, 2021);
    assert_int_equal(back.last_period, 2025);
    assert_int_equal(back.score, ATTAIN_SCORE_RATIO);
    assert_int_equal(back.missing, ATTAIN_MISSING_STRICT);
    back.struct_size = 8;
    EXPECT(attain_plan_get_info(plan, &back, &err), ATTAIN_ERR_STRUCT,
           "struct_size");
    EXPECT(attain_plan_get_info(NULL, &back, &err), ATTAIN_ERR_ARGUMENT,
           "plan");
    EXPECT(attain_plan_get_info(plan, NULL, &err), ATTAIN_ERR_ARGUMENT, "out");
    attain_plan_destroy(plan);
    attain_plan_destroy(NULL);
}

static attain_status try_goal(attain_plan *plan, attain_goal goal) {
    size_t before = attain_plan_count(plan, ATTAIN_PLAN_GOALS);
    uint64_t revision = plan->revision;
    attain_status status = attain_plan_add_goal(plan, &goal, NULL, &err);
    if (status != ATTAIN_OK) {
        assert_int_equal(attain_plan_count(plan, ATTAIN_PLAN_GOALS), before);
        assert_true(plan->revision == revision);
    }
    return status;
}

static void goal_refuses_each_bad_field(void **state) {
    attain_plan *plan = sample_plan(NULL);
    const attain_goal good = sample_goal("g", NULL);
    attain_goal goal = good;
    (void)state;
    EXPECT(attain_plan_add_goal(NULL, &goal, NULL, &err), ATTAIN_ERR_ARGUMENT,
           "plan");
    EXPECT(attain_plan_add_goal(plan, NULL, NULL, &err), ATTAIN_ERR_ARGUMENT,
           "goal");
#define BAD(member, value, code)                                               \
    goal = good;                                                               \
    goal.member = value;                                                       \
    EXPECT(try_goal(plan, goal), code, #member)
    BAD(struct_size, sizeof(goal) - 1, ATTAIN_ERR_STRUCT);
    BAD(struct_size, sizeof(goal) + 8, ATTAIN_ERR_STRUCT);
    BAD(id, NULL, ATTAIN_ERR_MISSING);
    BAD(id, "@g", ATTAIN_ERR_TEXT);
    BAD(id, "NA", ATTAIN_ERR_TEXT);
    BAD(name, NULL, ATTAIN_ERR_MISSING);
    BAD(name, "\xe4\xb8", ATTAIN_ERR_TEXT);
    BAD(parent, "-x", ATTAIN_ERR_TEXT);
    BAD(level, "a;b", ATTAIN_ERR_TEXT);
    BAD(unit_weight, "a[b]", ATTAIN_ERR_TEXT);
    BAD(owner, "\n", ATTAIN_ERR_TEXT);
    BAD(source, "\x7f", ATTAIN_ERR_TEXT);
    BAD(weight, -1, ATTAIN_ERR_VALUE);
    BAD(weight, (double)INFINITY, ATTAIN_ERR_VALUE);
    assert_contains(err.message, "infinity");
    BAD(floor, 1.5, ATTAIN_ERR_VALUE);
    assert_contains(err.message, "1.5");
    BAD(floor, -0.1, ATTAIN_ERR_VALUE);
    BAD(share, 0, ATTAIN_ERR_VALUE);
    BAD(share, 1.01, ATTAIN_ERR_VALUE);
    BAD(aggregate, 5, ATTAIN_ERR_ARGUMENT);
    BAD(rule, 3, ATTAIN_ERR_ARGUMENT);
    BAD(at_least, -1, ATTAIN_ERR_VALUE);
    BAD(bonus_cap, -1, ATTAIN_ERR_VALUE);
    BAD(score_cap, 99.9, ATTAIN_ERR_VALUE);
    BAD(if_any, 2, ATTAIN_ERR_ARGUMENT);
#undef BAD
    goal = good;
    goal.rule = ATTAIN_RULE_AT_LEAST;
    EXPECT(try_goal(plan, goal), ATTAIN_ERR_MISSING, "at_least");
    assert_int_equal(try_goal(plan, good), ATTAIN_OK);
    EXPECT(try_goal(plan, good), ATTAIN_ERR_DUPLICATE, "id");
    assert_int_equal(err.row, 1);
    attain_plan_destroy(plan);
}

static void goal_is_read_back(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_goal goal = sample_goal("g", "r"), back;
    int32_t row = -7;
    (void)state;
    add_goal(plan, sample_goal("r", NULL));
    goal.level = "school";
    goal.unit_weight = "pupils";
    goal.owner = "教育局";
    goal.source = "";
    goal.weight = 0;
    goal.floor = 0.85;
    goal.share = 0.8;
    goal.rule = ATTAIN_RULE_AT_LEAST;
    goal.at_least = 6;
    goal.aggregate = ATTAIN_AGGREGATE_MEDIAN;
    assert_int_equal(attain_plan_add_goal(plan, &goal, &row, NULL), ATTAIN_OK);
    assert_int_equal(row, 1);
    attain_goal_init(&back);
    assert_int_equal(attain_plan_get_goal(plan, 1, &back, NULL), ATTAIN_OK);
    assert_int_equal(back.struct_size, sizeof(back));
    assert_string_equal(back.parent, "r");
    assert_string_equal(back.owner, "教育局");
    assert_null(back.source);
    assert_same(back.weight, 0);
    assert_same(back.floor, 0.85);
    assert_same(back.share, 0.8);
    assert_int_equal(back.at_least, 6);
    assert_int_equal(back.aggregate, ATTAIN_AGGREGATE_MEDIAN);
    assert_int_equal(attain_plan_get_goal(plan, 0, &back, NULL), ATTAIN_OK);
    assert_null(back.parent);
    assert_same(back.weight, 1);
    assert_same(back.share, 1);
    assert_true(isnan(back.floor));
    EXPECT(attain_plan_get_goal(plan, 2, &back, &err), ATTAIN_ERR_ARGUMENT,
           "row");
    EXPECT(attain_plan_get_goal(plan, -1, &back, &err), ATTAIN_ERR_ARGUMENT,
           "row");
    assert_int_equal(attain_plan_find(plan, ATTAIN_PLAN_GOALS, "gx", 1), 1);
    assert_int_equal(
        attain_plan_find(plan, ATTAIN_PLAN_GOALS, "gx", ATTAIN_NUL_TERMINATED),
        -1);
    assert_int_equal(attain_plan_find(plan, ATTAIN_PLAN_TARGETS, "g", 1), -1);
    assert_int_equal(attain_plan_find(plan, ATTAIN_PLAN_GOALS, NULL, 0), -1);
    assert_int_equal(attain_plan_find(NULL, ATTAIN_PLAN_GOALS, "g", 1), -1);
    assert_int_equal(attain_plan_find(plan, 77, "g", 1), -1);
    assert_int_equal(attain_plan_count(plan, 77), 0);
    assert_int_equal(attain_plan_count(NULL, 0), 0);
    attain_plan_destroy(plan);
}

static void metric_refuses_each_bad_field(void **state) {
    attain_plan *plan = sample_plan(NULL);
    const attain_metric good = sample_metric("m", "a");
    attain_metric metric;
    (void)state;
#define BAD(member, value, code)                                               \
    metric = good;                                                             \
    metric.member = value;                                                     \
    EXPECT(attain_plan_add_metric(plan, &metric, NULL, &err), code, #member);  \
    assert_int_equal(attain_plan_count(plan, ATTAIN_PLAN_METRICS), 0)
    BAD(struct_size, 0, ATTAIN_ERR_STRUCT);
    BAD(id, NULL, ATTAIN_ERR_MISSING);
    BAD(name, NULL, ATTAIN_ERR_MISSING);
    BAD(numerator, NULL, ATTAIN_ERR_MISSING);
    BAD(numerator, "a;;b", ATTAIN_ERR_TEXT);
    BAD(numerator, "a;", ATTAIN_ERR_TEXT);
    BAD(numerator, "--a", ATTAIN_ERR_TEXT);
    BAD(numerator, "-", ATTAIN_ERR_TEXT);
    BAD(numerator, "@", ATTAIN_ERR_TEXT);
    BAD(numerator, "@@a", ATTAIN_ERR_TEXT);
    BAD(numerator, "a[g", ATTAIN_ERR_TEXT);
    BAD(numerator, "a[g]x", ATTAIN_ERR_TEXT);
    BAD(numerator, "a[]", ATTAIN_ERR_TEXT);
    BAD(numerator, "a]", ATTAIN_ERR_TEXT);
    BAD(numerator, "[g]", ATTAIN_ERR_TEXT);
    BAD(numerator, "a[g][h]", ATTAIN_ERR_TEXT);
    BAD(numerator, "@m[g]", ATTAIN_ERR_TEXT);
    BAD(numerator, "a;NA", ATTAIN_ERR_TEXT);
    BAD(denominator, "b;@", ATTAIN_ERR_TEXT);
    BAD(stage, "primary;;junior", ATTAIN_ERR_TEXT);
    BAD(tags, "a[b]", ATTAIN_ERR_TEXT);
    BAD(without, "a;;b", ATTAIN_ERR_TEXT);
    BAD(where, "pupils", ATTAIN_ERR_TEXT);
    BAD(where, "pupils=50", ATTAIN_ERR_TEXT);
    BAD(where, "pupils>=many", ATTAIN_ERR_TEXT);
    BAD(where, "pupils>=", ATTAIN_ERR_TEXT);
    BAD(where, ">=50", ATTAIN_ERR_TEXT);
    BAD(where, ":pupils>=50", ATTAIN_ERR_TEXT);
    BAD(where, "pupils>=50;", ATTAIN_ERR_TEXT);
    BAD(where, "@m>=50", ATTAIN_ERR_TEXT);
    BAD(unit, "\x01", ATTAIN_ERR_TEXT);
    BAD(level, "#", ATTAIN_ERR_TEXT);
    BAD(factor, 0, ATTAIN_ERR_VALUE);
    BAD(factor, -(double)INFINITY, ATTAIN_ERR_VALUE);
    BAD(min_coverage, 1.1, ATTAIN_ERR_VALUE);
    BAD(min_coverage, -1, ATTAIN_ERR_VALUE);
    BAD(direction, 2, ATTAIN_ERR_ARGUMENT);
    BAD(interval, 0.25, ATTAIN_ERR_VALUE);
    BAD(interval, 2, ATTAIN_ERR_VALUE);
    BAD(across, 11, ATTAIN_ERR_ARGUMENT);
    BAD(decimals, 16, ATTAIN_ERR_VALUE);
    BAD(decimals, -16, ATTAIN_ERR_VALUE);
    BAD(reserved, -1, ATTAIN_ERR_STRUCT);
#undef BAD
    metric = good;
    metric.across = ATTAIN_ACROSS_COUNT;
    EXPECT(attain_plan_add_metric(plan, &metric, NULL, &err), ATTAIN_ERR_VALUE,
           "numerator");
    metric.numerator = NULL;
    metric.denominator = "b";
    EXPECT(attain_plan_add_metric(plan, &metric, NULL, &err), ATTAIN_ERR_VALUE,
           "denominator");
    metric.denominator = NULL;
    assert_int_equal(attain_plan_add_metric(plan, &metric, NULL, NULL), 0);
    EXPECT(attain_plan_add_metric(plan, &good, NULL, &err),
           ATTAIN_ERR_DUPLICATE, "id");
    EXPECT(attain_plan_add_metric(NULL, &good, NULL, &err), ATTAIN_ERR_ARGUMENT,
           "plan");
    EXPECT(attain_plan_add_metric(plan, NULL, NULL, &err), ATTAIN_ERR_ARGUMENT,
           "metric");
    attain_plan_destroy(plan);
}

static void metric_lists_are_taken_apart(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_metric metric = sample_metric("m", " a ;-b[专家]; @x;- @y"), back;
    const attain_i_metric_lists *lists;
    int32_t row;
    (void)state;
    metric.denominator = "d";
    metric.stage = "primary; junior";
    metric.tags = "rural";
    metric.without = "private; special";
    metric.where = "pupils > 0; 教学点 : 在校生>=50;area<=1e3;rooms<-2";
    metric.decimals = -15;
    assert_int_equal(attain_plan_add_metric(plan, &metric, &row, NULL), 0);
    lists = &plan->lists[row];
    assert_int_equal(lists->numerator_count, 4);
    assert_string_equal(lists->numerator[0].name, "a");
    assert_int_equal(lists->numerator[0].sign, 1);
    assert_null(lists->numerator[0].group);
    assert_false(lists->numerator[0].is_metric);
    assert_string_equal(lists->numerator[1].name, "b");
    assert_string_equal(lists->numerator[1].group, "专家");
    assert_int_equal(lists->numerator[1].sign, -1);
    assert_string_equal(lists->numerator[2].name, "x");
    assert_true(lists->numerator[2].is_metric);
    assert_int_equal(lists->numerator[2].sign, 1);
    assert_string_equal(lists->numerator[3].name, "y");
    assert_true(lists->numerator[3].is_metric);
    assert_int_equal(lists->numerator[3].sign, -1);
    assert_int_equal(lists->denominator_count, 1);
    assert_int_equal(lists->stage_count, 2);
    assert_string_equal(lists->stages[1], "junior");
    assert_int_equal(lists->tag_count, 1);
    assert_int_equal(lists->without_count, 2);
    assert_string_equal(lists->without[1], "special");
    assert_int_equal(lists->condition_count, 4);
    static const struct {
        const char *tag, *variable;
        double value;
        int32_t comparator;
    } conditions[] = {
        {NULL, "pupils", 0, ATTAIN_COMPARATOR_ABOVE},
        {"教学点", "在校生", 50, ATTAIN_COMPARATOR_AT_LEAST},
        {NULL, "area", 1000, ATTAIN_COMPARATOR_AT_MOST},
        {NULL, "rooms", -2, ATTAIN_COMPARATOR_BELOW},
    };
    for (size_t i = 0; i < 4; i++) {
        const attain_i_condition *now = &lists->conditions[i];
        assert_string_equal(now->variable, conditions[i].variable);
        assert_same(now->value, conditions[i].value);
        assert_int_equal(now->comparator, conditions[i].comparator);
        assert_int_equal(now->tag != NULL, conditions[i].tag != NULL);
    }
    assert_string_equal(lists->conditions[1].tag, "教学点");
    attain_metric_init(&back);
    assert_int_equal(attain_plan_get_metric(plan, row, &back, NULL), 0);
    assert_string_equal(back.numerator, metric.numerator);
    assert_string_equal(back.level, "school");
    assert_same(back.factor, 1);
    assert_same(back.min_coverage, 1);
    assert_int_equal(back.decimals, -15);
    assert_int_equal(attain_plan_find(plan, ATTAIN_PLAN_METRICS, "m", 1), row);
    attain_plan_destroy(plan);
}

static void target_refuses_each_bad_field(void **state) {
    attain_plan *plan = sample_plan(NULL);
    const attain_target good = sample_target("t", "g", "m", 96);
    attain_target target;
    (void)state;
#define BAD(member, what, code)                                                \
    target = good;                                                             \
    target.member = what;                                                      \
    EXPECT(attain_plan_add_target(plan, &target, NULL, &err), code, #member);  \
    assert_int_equal(attain_plan_count(plan, ATTAIN_PLAN_TARGETS), 0)
    BAD(struct_size, sizeof(target) + 1, ATTAIN_ERR_STRUCT);
    BAD(id, "", ATTAIN_ERR_MISSING);
    BAD(name, NULL, ATTAIN_ERR_MISSING);
    BAD(goal, NULL, ATTAIN_ERR_MISSING);
    BAD(metric, NULL, ATTAIN_ERR_MISSING);
    BAD(level, "[", ATTAIN_ERR_TEXT);
    BAD(unit_weight, ";", ATTAIN_ERR_TEXT);
    BAD(owner, "\x80", ATTAIN_ERR_TEXT);
    BAD(source, "\r", ATTAIN_ERR_TEXT);
    BAD(value, (double)NAN, ATTAIN_ERR_MISSING);
    BAD(value, (double)INFINITY, ATTAIN_ERR_VALUE);
    BAD(upper, (double)INFINITY, ATTAIN_ERR_VALUE);
    BAD(tolerance, -1, ATTAIN_ERR_VALUE);
    BAD(share, 0, ATTAIN_ERR_VALUE);
    BAD(bad, (double)INFINITY, ATTAIN_ERR_VALUE);
    BAD(outer_high, (double)INFINITY, ATTAIN_ERR_VALUE);
    BAD(weight, -0.5, ATTAIN_ERR_VALUE);
    BAD(baseline_period, 100000, ATTAIN_ERR_PERIOD);
    BAD(baseline_period, -5, ATTAIN_ERR_PERIOD);
    BAD(baseline_period, 2025, ATTAIN_ERR_VALUE);
    BAD(due, 300000 + 12 * 2025, ATTAIN_ERR_PERIOD);
    BAD(due, 2020, ATTAIN_ERR_VALUE);
    BAD(reserved, 1, ATTAIN_ERR_STRUCT);
    BAD(if_any, -1, ATTAIN_ERR_ARGUMENT);
    BAD(series, 6, ATTAIN_ERR_ARGUMENT);
    BAD(comparator, 7, ATTAIN_ERR_ARGUMENT);
    BAD(when, 3, ATTAIN_ERR_ARGUMENT);
    BAD(score, 12, ATTAIN_ERR_ARGUMENT);
    BAD(judge, 2, ATTAIN_ERR_ARGUMENT);
    BAD(veto, 2, ATTAIN_ERR_ARGUMENT);
    BAD(soft, -1, ATTAIN_ERR_ARGUMENT);
    BAD(open, 3, ATTAIN_ERR_ARGUMENT);
#undef BAD
    target = good;
    target.step_count = 1;
    EXPECT(attain_plan_add_target(plan, &target, NULL, &err),
           ATTAIN_ERR_ARGUMENT, "steps");
    target.steps = &target.value;
    target.step_count = SIZE_MAX / 2;
    EXPECT(attain_plan_add_target(plan, &target, NULL, &err),
           ATTAIN_ERR_ARGUMENT, "steps");
    EXPECT(attain_plan_add_target(NULL, &good, NULL, &err), ATTAIN_ERR_ARGUMENT,
           "plan");
    EXPECT(attain_plan_add_target(plan, NULL, NULL, &err), ATTAIN_ERR_ARGUMENT,
           "target");
    attain_plan_destroy(plan);
}

static attain_status try_target(attain_target target) {
    attain_plan *plan = sample_plan(NULL);
    attain_status status = attain_plan_add_target(plan, &target, NULL, &err);
    attain_plan_destroy(plan);
    return status;
}

static void target_refuses_cells_that_contradict(void **state) {
    attain_target target = sample_target("t", "g", "m", 96);
    (void)state;
    target.comparator = ATTAIN_COMPARATOR_NONE;
    EXPECT(try_target(target), ATTAIN_ERR_VALUE, "value");
    target.value = (double)NAN;
    assert_int_equal(try_target(target), ATTAIN_OK);
    target = sample_target("t", "g", "m", 96);
    target.comparator = ATTAIN_COMPARATOR_BETWEEN;
    EXPECT(try_target(target), ATTAIN_ERR_MISSING, "upper");
    target.upper = 95;
    EXPECT(try_target(target), ATTAIN_ERR_VALUE, "upper");
    assert_contains(err.message, "95");
    target.upper = 96;
    assert_int_equal(try_target(target), ATTAIN_OK);
    target.comparator = ATTAIN_COMPARATOR_ABOUT;
    target.upper = (double)NAN;
    EXPECT(try_target(target), ATTAIN_ERR_MISSING, "tolerance");
    target.tolerance = 0;
    assert_int_equal(try_target(target), ATTAIN_OK);
    target = sample_target("t", "g", "m", 96);
    target.baseline = 90;
    EXPECT(try_target(target), ATTAIN_ERR_MISSING, "baseline_period");
    target.baseline_period = 2018;
    assert_int_equal(try_target(target), ATTAIN_OK);
    target.due = 2035; /* after the plan: allowed */
    assert_int_equal(try_target(target), ATTAIN_OK);
    target.series = ATTAIN_SERIES_CUMULATIVE;
    EXPECT(try_target(target), ATTAIN_ERR_VALUE, "baseline");
    target.baseline = (double)NAN;
    EXPECT(try_target(target), ATTAIN_ERR_VALUE, "baseline_period");
    target.baseline_period = ATTAIN_PERIOD_NONE;
    assert_int_equal(try_target(target), ATTAIN_OK);
    target.series = ATTAIN_SERIES_SINCE_BASELINE;
    EXPECT(try_target(target), ATTAIN_ERR_MISSING, "baseline_period");
    target.series = ATTAIN_SERIES_GROWTH_SINCE_BASELINE;
    EXPECT(try_target(target), ATTAIN_ERR_MISSING, "baseline_period");
    target.baseline_period = 2020;
    assert_int_equal(try_target(target), ATTAIN_OK);
}

static void target_steps_rise_and_score_0_to_1(void **state) {
    const double good[] = {0, 0, 60, 0.6, 90, 1};
    const double equal[] = {0, 0, 0, 1};
    const double above[] = {0, 1.5};
    const double endless[] = {-(double)INFINITY, 0};
    const double none[] = {(double)NAN, 0};
    attain_plan *plan = sample_plan(NULL);
    attain_target target = sample_target("t", "g", "m", 96), back;
    (void)state;
    target.score = ATTAIN_SCORE_STEPS;
    EXPECT(try_target(target), ATTAIN_ERR_MISSING, "steps");
    target.steps = equal;
    target.step_count = 2;
    EXPECT(try_target(target), ATTAIN_ERR_VALUE, "steps");
    target.steps = above;
    target.step_count = 1;
    EXPECT(try_target(target), ATTAIN_ERR_VALUE, "steps");
    assert_contains(err.message, "1.5");
    target.steps = endless;
    EXPECT(try_target(target), ATTAIN_ERR_VALUE, "steps");
    target.steps = none;
    EXPECT(try_target(target), ATTAIN_ERR_VALUE, "steps");
    target.steps = good;
    target.step_count = 3;
    add_target(plan, target);
    attain_target_init(&back);
    assert_int_equal(attain_plan_get_target(plan, 0, &back, NULL), ATTAIN_OK);
    assert_int_equal(back.step_count, 3);
    assert_ptr_not_equal(back.steps, good);
    assert_memory_equal(back.steps, good, sizeof(good));
    attain_plan_destroy(plan);
}

static void target_is_read_back(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_target target = sample_target("t", "g", "m", 96), back;
    int32_t row;
    (void)state;
    target.level = "school";
    target.unit_weight = "pupils";
    target.owner = "教育局";
    target.source = "第3条";
    target.share = 0.5;
    target.baseline = 91.5;
    target.baseline_period = 2020;
    target.due = 2023;
    target.series = ATTAIN_SERIES_LEVEL;
    target.when = ATTAIN_WHEN_HOLD;
    target.judge = ATTAIN_JUDGE_ROUNDED;
    target.soft = 1;
    target.veto = 1;
    assert_int_equal(attain_plan_add_target(plan, &target, &row, NULL), 0);
    attain_target_init(&back);
    assert_int_equal(attain_plan_get_target(plan, row, &back, NULL), 0);
    assert_string_equal(back.goal, "g");
    assert_string_equal(back.metric, "m");
    assert_string_equal(back.source, "第3条");
    assert_same(back.value, 96);
    assert_same(back.baseline, 91.5);
    assert_same(back.share, 0.5);
    assert_same(back.weight, 1);
    assert_true(isnan(back.upper));
    assert_int_equal(back.due, 2023);
    assert_int_equal(back.baseline_period, 2020);
    assert_int_equal(back.when, ATTAIN_WHEN_HOLD);
    assert_int_equal(back.judge, ATTAIN_JUDGE_ROUNDED);
    assert_int_equal(back.soft, 1);
    assert_int_equal(back.veto, 1);
    add_target(plan, sample_target("u", "g", "m", 1));
    assert_int_equal(attain_plan_get_target(plan, 1, &back, NULL), 0);
    assert_int_equal(back.due, 2025);
    assert_int_equal(attain_plan_find(plan, ATTAIN_PLAN_TARGETS, "u", 1), 1);
    assert_int_equal(attain_plan_find(plan, ATTAIN_PLAN_GOALS, "u", 1), -1);
    attain_plan_destroy(plan);
}

static void goals_and_targets_share_their_ids(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_goal goal = sample_goal("x", NULL);
    attain_target target = sample_target("x", "g", "m", 1);
    (void)state;
    add_goal(plan, goal);
    EXPECT(attain_plan_add_target(plan, &target, NULL, &err),
           ATTAIN_ERR_DUPLICATE, "id");
    target.id = "y";
    add_target(plan, target);
    goal.id = "y";
    EXPECT(attain_plan_add_goal(plan, &goal, NULL, &err), ATTAIN_ERR_DUPLICATE,
           "id");
    attain_plan_destroy(plan);
}

static void path_points_are_checked_and_read_back(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_path_point point = sample_point("t", 2023, 90), back;
    (void)state;
#define BAD(member, what, code)                                                \
    point = sample_point("t", 2023, 90);                                       \
    point.member = what;                                                       \
    EXPECT(attain_plan_add_path_point(plan, &point, &err), code, #member)
    BAD(struct_size, 1, ATTAIN_ERR_STRUCT);
    BAD(target, NULL, ATTAIN_ERR_MISSING);
    BAD(target, "a;b", ATTAIN_ERR_TEXT);
    BAD(value, (double)NAN, ATTAIN_ERR_MISSING);
    BAD(value, (double)INFINITY, ATTAIN_ERR_VALUE);
    BAD(period, ATTAIN_PERIOD_NONE, ATTAIN_ERR_MISSING);
    BAD(period, 50000, ATTAIN_ERR_PERIOD);
    BAD(period, 200000 + 4 * 2023, ATTAIN_ERR_PERIOD);
    BAD(reserved, 9, ATTAIN_ERR_STRUCT);
#undef BAD
    add_point(plan, sample_point("t", 2023, 90));
    add_point(plan, sample_point("t", 2024, 93));
    add_point(plan, sample_point("u", 2023, 1));
    point = sample_point("t", 2023, 91);
    EXPECT(attain_plan_add_path_point(plan, &point, &err), ATTAIN_ERR_DUPLICATE,
           "period");
    assert_contains(err.message, "2023");
    attain_path_point_init(&back);
    assert_int_equal(attain_plan_get_path_point(plan, 1, &back, NULL), 0);
    assert_string_equal(back.target, "t");
    assert_int_equal(back.period, 2024);
    assert_same(back.value, 93);
    assert_int_equal(attain_plan_count(plan, ATTAIN_PLAN_PATH), 3);
    assert_int_equal(attain_plan_find(plan, ATTAIN_PLAN_PATH, "t", 1), -1);
    EXPECT(attain_plan_add_path_point(NULL, &point, &err), ATTAIN_ERR_ARGUMENT,
           "plan");
    EXPECT(attain_plan_add_path_point(plan, NULL, &err), ATTAIN_ERR_ARGUMENT,
           "point");
    attain_plan_destroy(plan);
}

static void bands_have_names_and_bounds_of_their_own(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_band band, back;
    (void)state;
    attain_band_init(&band);
    band.name = "good";
    EXPECT(attain_plan_add_band(plan, &band, &err), ATTAIN_ERR_MISSING, "from");
    band.from = 100.5;
    EXPECT(attain_plan_add_band(plan, &band, &err), ATTAIN_ERR_VALUE, "from");
    band.from = -1;
    EXPECT(attain_plan_add_band(plan, &band, &err), ATTAIN_ERR_VALUE, "from");
    band.from = 0.0;
    assert_int_equal(attain_plan_add_band(plan, &band, NULL), ATTAIN_OK);
    EXPECT(attain_plan_add_band(plan, &band, &err), ATTAIN_ERR_DUPLICATE,
           "name");
    band.name = "better";
    band.from = -0.0;
    EXPECT(attain_plan_add_band(plan, &band, &err), ATTAIN_ERR_DUPLICATE,
           "from");
    assert_contains(err.message, "good");
    band.name = NULL;
    band.from = 60;
    EXPECT(attain_plan_add_band(plan, &band, &err), ATTAIN_ERR_MISSING, "name");
    band.name = "优";
    band.struct_size = 4;
    EXPECT(attain_plan_add_band(plan, &band, &err), ATTAIN_ERR_STRUCT,
           "struct_size");
    add_band(plan, "优", 90);
    attain_band_init(&back);
    assert_int_equal(attain_plan_get_band(plan, 1, &back, NULL), ATTAIN_OK);
    assert_string_equal(back.name, "优");
    assert_same(back.from, 90);
    assert_int_equal(
        attain_plan_find(plan, ATTAIN_PLAN_BANDS, "优", ATTAIN_NUL_TERMINATED),
        1);
    EXPECT(attain_plan_add_band(NULL, &band, &err), ATTAIN_ERR_ARGUMENT,
           "plan");
    EXPECT(attain_plan_add_band(plan, NULL, &err), ATTAIN_ERR_ARGUMENT, "band");
    attain_plan_destroy(plan);
}

/* Rulings A116: any condition will do, and no two bands ask the same. */
static void bands_may_count_targets(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_band band, back;
    (void)state;
    attain_band_init(&band);
    band.name = "a";
    band.met = -1;
    EXPECT(attain_plan_add_band(plan, &band, &err), ATTAIN_ERR_VALUE, "met");
    band.met = 29;
    band.floor = 1.5;
    EXPECT(attain_plan_add_band(plan, &band, &err), ATTAIN_ERR_VALUE, "floor");
    band.floor = 0.6;
    band.if_met = 2;
    EXPECT(attain_plan_add_band(plan, &band, &err), ATTAIN_ERR_ARGUMENT,
           "if_met");
    band.if_met = 0;
    assert_int_equal(attain_plan_add_band(plan, &band, NULL), ATTAIN_OK);
    band.name = "b";
    EXPECT(attain_plan_add_band(plan, &band, &err), ATTAIN_ERR_DUPLICATE,
           "from");
    band.if_met = 1;
    assert_int_equal(attain_plan_add_band(plan, &band, NULL), ATTAIN_OK);
    band.name = "c";
    band.floor = NAN;
    band.met = 0;
    assert_int_equal(attain_plan_add_band(plan, &band, NULL), ATTAIN_OK);
    attain_band_init(&back);
    assert_int_equal(attain_plan_get_band(plan, 0, &back, NULL), ATTAIN_OK);
    assert_int_equal(back.met, 29);
    assert_same(back.floor, 0.6);
    assert_true(isnan(back.from));
    attain_plan_destroy(plan);
}

static void groups_are_checked_and_read_back(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_group group, back;
    (void)state;
    attain_group_init(&group);
    EXPECT(attain_plan_add_group(plan, &group, &err), ATTAIN_ERR_MISSING, "id");
    group.id = "parents";
    EXPECT(attain_plan_add_group(plan, &group, &err), ATTAIN_ERR_MISSING,
           "name");
    group.name = "Parents";
    group.weight = -2;
    EXPECT(attain_plan_add_group(plan, &group, &err), ATTAIN_ERR_VALUE,
           "weight");
    group.weight = (double)NAN;
    assert_int_equal(attain_plan_add_group(plan, &group, NULL), ATTAIN_OK);
    EXPECT(attain_plan_add_group(plan, &group, &err), ATTAIN_ERR_DUPLICATE,
           "id");
    group.struct_size = 0;
    EXPECT(attain_plan_add_group(plan, &group, &err), ATTAIN_ERR_STRUCT,
           "struct_size");
    attain_group_init(&back);
    assert_int_equal(attain_plan_get_group(plan, 0, &back, NULL), ATTAIN_OK);
    assert_string_equal(back.id, "parents");
    assert_same(back.weight, 1);
    assert_int_equal(attain_plan_find(plan, ATTAIN_PLAN_GROUPS, "parents", 7),
                     0);
    EXPECT(attain_plan_add_group(NULL, &group, &err), ATTAIN_ERR_ARGUMENT,
           "plan");
    EXPECT(attain_plan_add_group(plan, NULL, &err), ATTAIN_ERR_ARGUMENT,
           "group");
    attain_plan_destroy(plan);
}

static void idle_cells_are_warned_of(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_goal goal = sample_goal("g", NULL);
    attain_metric metric = sample_metric("m", "a");
    attain_target target = sample_target("t", "g", "m", 1);
    const double steps[] = {0, 0};
    problems found;
    (void)state;
    problems_init(&found);
    goal.floor = 0.5;
    goal.at_least = 2;
    attain_i_check_goal(plan, &goal, 3, &found.reporter);
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "goals", 3, "floor"));
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "goals", 3, "at_least"));
    metric.min_coverage = 0.5;
    metric.interval = 0.5;
    attain_i_check_metric(plan, &metric, 4, &found.reporter);
    assert_true(problems_have(&found, 1, ATTAIN_ERR_VALUE, "metrics", 4,
                              "min_coverage"));
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "metrics", 4, "interval"));
    target.upper = 2;
    target.tolerance = 1;
    target.bad = 0;
    target.good = 1;
    target.open = 1;
    target.steps = steps;
    target.step_count = 1;
    target.outer_low = 0;
    attain_i_check_target(plan, &target, 5, &found.reporter);
    const char *const fields[] = {"upper", "tolerance", "bad",      "good",
                                  "open",  "steps",     "outer_low"};
    for (size_t i = 0; i < 7; i++) {
        assert_true(problems_have(&found, 1, ATTAIN_ERR_VALUE, "targets", 5,
                                  fields[i]));
    }
    assert_int_equal(found.count, 2 + 2 + 7);
    assert_int_equal(found.reporter.errors, 0);
    problems_init(&found);
    target = sample_target("t", "g", "m", (double)NAN);
    target.comparator = ATTAIN_COMPARATOR_NONE;
    target.veto = 1;
    attain_i_check_target(plan, &target, 0, &found.reporter);
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "targets", 0, "veto"));
    attain_plan_destroy(plan);
}

static void odd_cells_are_warned_of(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_target target = sample_target("t", "g", "m", 0.1);
    problems found;
    (void)state;
    problems_init(&found);
    target.series = ATTAIN_SERIES_GROWTH_SINCE_BASELINE;
    target.baseline_period = 2020;
    target.baseline = 0;
    attain_i_check_target(plan, &target, 0, &found.reporter);
    assert_int_equal(found.count, 1);
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "targets", 0, "baseline"));
    problems_init(&found);
    target = sample_target("t", "g", "m", 100);
    target.comparator = ATTAIN_COMPARATOR_ABOUT;
    target.tolerance = 10;
    target.outer_high = 200; /* alone it serves nothing */
    attain_i_check_target(plan, &target, 1, &found.reporter);
    assert_int_equal(found.count, 1);
    assert_true(
        problems_have(&found, 1, ATTAIN_ERR_VALUE, "targets", 1, "outer_high"));
    attain_plan_destroy(plan);
}

static void every_problem_of_a_row_is_reported(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_target target = sample_target(NULL, "a;b", NULL, (double)NAN);
    problems found;
    (void)state;
    problems_init(&found);
    target.due = 2019;
    target.share = 2;
    attain_i_check_target(plan, &target, 0, &found.reporter);
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_MISSING, "targets", 0, "id"));
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_TEXT, "targets", 0, "goal"));
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_MISSING, "targets", 0, "metric"));
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_MISSING, "targets", 0, "value"));
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_VALUE, "targets", 0, "due"));
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_VALUE, "targets", 0, "share"));
    assert_int_equal(found.reporter.errors, 6);
    attain_plan_destroy(plan);
}

static void revision_follows_content_and_order(void **state) {
    attain_plan *a = sample_plan(NULL), *b = sample_plan(NULL);
    attain_plan *c = sample_plan(NULL);
    (void)state;
    assert_true(a->revision == b->revision);
    add_goal(a, sample_goal("x", NULL));
    add_goal(a, sample_goal("y", "x"));
    add_goal(b, sample_goal("x", NULL));
    assert_true(a->revision != b->revision);
    add_goal(b, sample_goal("y", "x"));
    assert_true(a->revision == b->revision);
    add_goal(c, sample_goal("y", "x"));
    add_goal(c, sample_goal("x", NULL));
    assert_true(a->revision != c->revision);
    add_target(a, sample_target("t", "x", "m", 1));
    add_target(b, sample_target("t", "x", "m", 1.0000000000000002));
    assert_true(a->revision != b->revision);
    attain_plan_destroy(a);
    attain_plan_destroy(b);
    attain_plan_destroy(c);
}

static void init_accepts_null(void **state) {
    (void)state;
    attain_plan_info_init(NULL);
    attain_goal_init(NULL);
    attain_metric_init(NULL);
    attain_target_init(NULL);
    attain_path_point_init(NULL);
    attain_band_init(NULL);
    attain_group_init(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(create_refuses_what_a_plan_needs),
        cmocka_unit_test(create_refuses_periods_that_do_not_fit),
        cmocka_unit_test(create_refuses_half_an_allocator),
        cmocka_unit_test(info_is_read_back),
        cmocka_unit_test(goal_refuses_each_bad_field),
        cmocka_unit_test(goal_is_read_back),
        cmocka_unit_test(metric_refuses_each_bad_field),
        cmocka_unit_test(metric_lists_are_taken_apart),
        cmocka_unit_test(target_refuses_each_bad_field),
        cmocka_unit_test(target_refuses_cells_that_contradict),
        cmocka_unit_test(target_steps_rise_and_score_0_to_1),
        cmocka_unit_test(target_is_read_back),
        cmocka_unit_test(goals_and_targets_share_their_ids),
        cmocka_unit_test(path_points_are_checked_and_read_back),
        cmocka_unit_test(bands_have_names_and_bounds_of_their_own),
        cmocka_unit_test(bands_may_count_targets),
        cmocka_unit_test(groups_are_checked_and_read_back),
        cmocka_unit_test(idle_cells_are_warned_of),
        cmocka_unit_test(odd_cells_are_warned_of),
        cmocka_unit_test(every_problem_of_a_row_is_reported),
        cmocka_unit_test(revision_follows_content_and_order),
        cmocka_unit_test(init_accepts_null)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
