/* The method of progress that a target names (rulings A150, A151). */
#include "plan/sample.h"

#include <math.h>

#include "plan/problems.h"
#include "plan/target_method.h"

static attain_target from_2020(const char *method, const char *parameters) {
    attain_target target = sample_target("t", "g", "m", 96);
    target.baseline = 90;
    target.baseline_period = 2020;
    target.method = method;
    target.parameters = parameters;
    return target;
}

static problems problems_of(const attain_target *target) {
    problems found;
    attain_plan *plan = NULL;
    attain_plan_info info = sample_info();
    problems_init(&found);
    assert_int_equal(attain_plan_create(NULL, &info, &plan, NULL), ATTAIN_OK);
    attain_i_check_target(plan, target, 0, &found.reporter);
    attain_plan_destroy(plan);
    return found;
}

/* One problem, in a column, that says so. */
static void assert_problem(const attain_target *target, attain_status code,
                           const char *field, const char *part) {
    problems found = problems_of(target);
    if (found.count != 1 || found.list[0].warning ||
        found.list[0].code != code || strcmp(found.list[0].field, field) != 0 ||
        strstr(found.list[0].message, part) == NULL)
        fail_msg("%zu problems, the first in %s: %s", found.count,
                 found.list[0].field, found.list[0].message);
}

static void assert_fine(const attain_target *target) {
    problems found = problems_of(target);
    if (found.count != 0)
        fail_msg("%s: %s", target->method, found.list[0].message);
}

/* A target that has all a method may ask for. */
static attain_target complete(int32_t method, char *parameters, size_t size) {
    static const char *const given[] = {"red", "limit", "spread", "slow",
                                        "fast"};
    attain_i_target_method found;
    attain_target target =
        from_2020(attain_i_progress_row_of(method)->method.name, NULL);
    parameters[0] = '\0';
    for (size_t g = 0; g < sizeof given / sizeof *given; g++) {
        for (size_t k = 0; k < attain_progress_input_count(method, NULL); k++) {
            if (strcmp(attain_progress_input_name(method, k), given[g]) == 0)
                attain_i_format(parameters + strlen(parameters),
                                size - strlen(parameters), "%s%s = %zu",
                                parameters[0] != '\0' ? ";" : "", given[g],
                                93 + g);
        }
    }
    target.parameters = parameters;
    attain_i_target_method_of(&target, &found);
    for (size_t k = 0; k < found.input_count; k++) {
        int32_t source = found.sources[k];
        if (source == ATTAIN_I_FROM_LOWER)
            target.comparator = ATTAIN_COMPARATOR_BETWEEN;
        if (source == ATTAIN_I_FROM_BAD)
            target.bad = 80;
        if (source == ATTAIN_I_FROM_GOOD)
            target.good = 100;
        if (source == ATTAIN_I_FROM_OUTER_LOW)
            target.outer_low = 0;
        if (source == ATTAIN_I_FROM_OUTER_HIGH)
            target.outer_high = 200;
    }
    if (target.comparator == ATTAIN_COMPARATOR_BETWEEN)
        target.upper = 100;
    return target;
}

static void method_each_can_be_named(void **state) {
    char parameters[128];
    (void)state;
    for (size_t m = 0; m < attain_method_count(ATTAIN_METHOD_PROGRESS); m++) {
        attain_i_target_method found;
        attain_target target =
            complete((int32_t)m, parameters, sizeof parameters);
        assert_fine(&target);
        attain_i_target_method_of(&target, &found);
        assert_int_equal(found.number, (int32_t)m);
        assert_non_null(found.row);
    }
}

/* Each input either has a column, or is asked for by name. */
static void method_each_needed_input_is_asked_for(void **state) {
    (void)state;
    for (size_t m = 0; m < attain_method_count(ATTAIN_METHOD_PROGRESS); m++) {
        attain_target bare = sample_target("t", "g", "m", (double)NAN);
        bare.comparator = ATTAIN_COMPARATOR_NONE;
        bare.method = attain_i_progress_row_of((int32_t)m)->method.name;
        assert_true(problems_of(&bare).reporter.errors > 0);
    }
}

static void method_unknown_names_the_nearest(void **state) {
    attain_target target = from_2020("eurostatt", NULL);
    (void)state;
    assert_problem(&target, ATTAIN_ERR_UNKNOWN, "method",
                   "did you mean \"eurostat\"?");
    target.method = "ahp";
    assert_problem(&target, ATTAIN_ERR_UNKNOWN, "method", "no progress");
}

static void method_parameters_have_to_be_its(void **state) {
    attain_target target = from_2020("eurostat", "moderat=0.5");
    (void)state;
    assert_problem(&target, ATTAIN_ERR_UNKNOWN, "parameters",
                   "no such parameter");
    target.parameters = "moderate";
    assert_problem(&target, ATTAIN_ERR_TEXT, "parameters", "name=number");
    target.parameters = "moderate=half";
    assert_problem(&target, ATTAIN_ERR_TEXT, "parameters", "name=number");
    target.parameters = "moderate=0.5;moderate=0.6";
    assert_problem(&target, ATTAIN_ERR_DUPLICATE, "parameters", "already");
    target.method = "ratio";
    target.parameters = "open=2";
    assert_problem(&target, ATTAIN_ERR_VALUE, "parameters", "range");
    target.method = NULL;
    assert_problem(&target, ATTAIN_ERR_VALUE, "parameters", "name it");
}

static void method_lacks_what_no_column_says(void **state) {
    attain_target target = from_2020("oecd_distance", NULL);
    (void)state;
    assert_problem(&target, ATTAIN_ERR_MISSING, "parameters", "spread=number");
    target.parameters = "spread=12.5";
    assert_fine(&target);
    target.parameters = "spread=12.5;target=3";
    assert_problem(&target, ATTAIN_ERR_VALUE, "parameters",
                   "comes from the column value");
    target.method = "uis_benchmark";
    target.parameters = "slow=0.5";
    assert_problem(&target, ATTAIN_ERR_MISSING, "parameters", "fast=number");
    target.method = "open_sdg_trend"; /* the limit may be missing */
    target.parameters = NULL;
    assert_fine(&target);
}

static void method_lacks_a_column(void **state) {
    attain_target target = from_2020("eurostat", NULL);
    (void)state;
    target.series = ATTAIN_SERIES_GROWTH;
    problems found = problems_of(&target);
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_MISSING, "targets", 0, "baseline"));
    target.series = ATTAIN_SERIES_LEVEL;
    target.baseline = (double)NAN;
    assert_fine(&target); /* from the data */
    target.baseline_period = ATTAIN_PERIOD_NONE;
    found = problems_of(&target);
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_MISSING, "targets", 0, "baseline"));
    target = from_2020("sdsn_score", NULL);
    target.bad = 40;
    assert_problem(&target, ATTAIN_ERR_MISSING, "good", "give the number");
    target = from_2020("ratio", NULL);
    target.comparator = ATTAIN_COMPARATOR_BETWEEN;
    target.upper = 100;
    assert_problem(&target, ATTAIN_ERR_MISSING, "value", "one limit");
    target = from_2020("ratio_interval", NULL);
    found = problems_of(&target);
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_MISSING, "targets", 0, "value"));
    assert_true(problems_have(&found, 0, ATTAIN_ERR_MISSING, "targets", 0,
                              "outer_low"));
}

static void method_green_is_the_limit_or_a_number(void **state) {
    attain_i_target_method found;
    attain_target target = from_2020("sdsn_arrow", NULL);
    (void)state;
    assert_fine(&target);
    attain_i_target_method_of(&target, &found);
    assert_int_equal(found.sources[2], ATTAIN_I_FROM_LIMIT);
    target.parameters = "green=98;years=10";
    assert_fine(&target);
    attain_i_target_method_of(&target, &found);
    assert_int_equal(found.sources[2], ATTAIN_I_FROM_PARAMETERS);
    assert_same(found.given[2], 98.0);
    assert_same(found.parameters[0], 10.0);
}

static void method_scores_where_it_has_marks(void **state) {
    attain_target target = from_2020(NULL, NULL);
    (void)state;
    target.score = ATTAIN_SCORE_METHOD;
    assert_problem(&target, ATTAIN_ERR_MISSING, "method", "give method");
    target.method = "unsd_trend";
    assert_problem(&target, ATTAIN_ERR_VALUE, "score", "gives a class");
    target.method = "eurostat_trend"; /* needs no limit */
    target.comparator = ATTAIN_COMPARATOR_NONE;
    target.value = (double)NAN;
    assert_fine(&target);
}

/* bad and good are read by a method; without it they do nothing. */
static void method_reads_goalposts(void **state) {
    attain_target target = from_2020("sdsn_score", NULL);
    (void)state;
    target.bad = 40;
    target.good = 100;
    assert_fine(&target);
    target.method = NULL;
    problems found = problems_of(&target);
    assert_int_equal(found.count, 2);
    assert_true(found.list[0].warning && found.list[1].warning);
}

static void method_is_kept_and_in_the_revision(void **state) {
    attain_target target = from_2020("eurostat", "moderate=0.5");
    attain_target back;
    attain_plan *plan = NULL;
    attain_plan_info info = sample_info();
    char other[] = "moderate=0.5";
    (void)state;
    assert_int_equal(attain_plan_create(NULL, &info, &plan, NULL), ATTAIN_OK);
    target.parameters = other;
    assert_int_equal(attain_plan_add_target(plan, &target, NULL, NULL),
                     ATTAIN_OK);
    other[0] = 'x';
    attain_target_init(&back);
    assert_int_equal(attain_plan_get_target(plan, 0, &back, NULL), ATTAIN_OK);
    assert_string_equal(back.method, "eurostat");
    assert_string_equal(back.parameters, "moderate=0.5");
    attain_plan_destroy(plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(method_each_can_be_named),
        cmocka_unit_test(method_each_needed_input_is_asked_for),
        cmocka_unit_test(method_unknown_names_the_nearest),
        cmocka_unit_test(method_parameters_have_to_be_its),
        cmocka_unit_test(method_lacks_what_no_column_says),
        cmocka_unit_test(method_lacks_a_column),
        cmocka_unit_test(method_green_is_the_limit_or_a_number),
        cmocka_unit_test(method_scores_where_it_has_marks),
        cmocka_unit_test(method_reads_goalposts),
        cmocka_unit_test(method_is_kept_and_in_the_revision),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
