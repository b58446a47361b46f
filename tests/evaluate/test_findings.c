/* Findings: what was odd and may need a person. */
#include "evaluate/judge.h"

/* The finding that says so; the test fails where there is none. */
static attain_finding find(const judge *made, const char *part) {
    attain_finding finding;
    attain_finding_init(&finding);
    for (size_t i = 0; i < attain_evaluation_finding_count(made->ev); i++) {
        assert_int_equal(
            attain_evaluation_get_finding(made->ev, i, &finding, NULL),
            ATTAIN_OK);
        if (strstr(finding.message, part) != NULL)
            return finding;
    }
    fail_msg("no finding says '%s'", part);
    return finding;
}

static void finding_count_is_zero_where_nothing_is_odd(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value\nat_least,1\n", .x = "2025 2"});
    assert_int_equal(attain_evaluation_finding_count(made.ev), 0);
    assert_int_equal(attain_evaluation_finding_count(NULL), 0);
    judge_end(&made);
}

/* Warnings of the plan's own check are told again. */
static void finding_of_the_plans_check(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,share\nat_least,1,0.5\n", .x = "2025 2"});
    attain_finding finding = find(&made, "share");
    assert_int_equal(finding.node, -1);
    assert_int_equal(finding.unit, -1);
    assert_int_equal(finding.period, ATTAIN_PERIOD_NONE);
    assert_int_equal(finding.count, 0);
    judge_end(&made);
}

static void finding_of_an_absent_variable(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value\nat_least,1\n",
                       .metrics = "id,name,numerator\nm,M,nowhere\n",
                       .x = "2025 2"});
    attain_finding finding = find(&made, "'nowhere'");
    assert_contains(finding.message, "'m'");
    assert_int_equal(finding.code, ATTAIN_ERR_UNKNOWN);
    assert_int_equal(finding.node, -1);
    judge_end(&made);
}

static const char schools[] = "id,name,level,parent\nc,C,county,\n"
                              "a,A,school,c\nb,B,school,c\nd,D,school,c\n";

static void finding_of_a_zero_denominator(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level\nat_least,1,school\n",
        .metrics = "id,name,numerator,denominator\nm,M,x,y\n",
        .units = schools,
        .observations = "unit,period,x,y\na,2025,1,2\nb,2025,1,0\n"
                        "d,2025,1,0\n"});
    attain_finding finding = find(&made, "denominator is 0");
    assert_int_equal(finding.code, ATTAIN_ERR_VALUE);
    assert_int_equal(finding.unit, judge_unit(&made, "b"));
    assert_int_equal(finding.period, 2025);
    assert_int_equal(finding.count, 2);
    judge_end(&made);
}

static void finding_of_a_spread_without_meaning(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value\nat_most,1\n",
        .metrics = "id,name,numerator,across\nm,M,x,cv\n",
        .units = schools,
        .observations = "unit,period,x\na,2025,0\nb,2025,0\nd,2025,0\n"});
    attain_finding finding = find(&made, "spread");
    assert_int_equal(finding.unit, 0);
    assert_int_equal(finding.period, 2025);
    assert_int_equal(finding.count, 1);
    judge_end(&made);
}

/* Two of three schools cannot have grown. */
static void finding_of_growth_on_zero(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value,level\ngrowth,at_least,1,school\n",
        .units = schools,
        .observations = "unit,period,x\na,2024,1\na,2025,2\nb,2024,0\n"
                        "b,2025,2\nd,2024,-1\nd,2025,2\n"});
    attain_finding finding = find(&made, "growth has no value");
    assert_contains(finding.message, "'t'");
    assert_int_equal(finding.node, 1);
    assert_int_equal(finding.unit, judge_unit(&made, "b"));
    assert_int_equal(finding.period, 2025);
    assert_int_equal(finding.count, 2);
    judge_end(&made);
}

/* It counts units, not periods, whatever else was looked at: one school that
 * had nothing in 2021 and 2022, judged before the due period. */
static void finding_counts_units_not_periods(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value,level\ngrowth,at_least,1,school\n",
        .units = schools,
        .observations = "unit,period,x\nb,2021,0\nb,2022,0\nb,2023,2\n"});
    attain_finding finding = find(&made, "growth has no value");
    assert_int_equal(finding.unit, judge_unit(&made, "b"));
    assert_int_equal(finding.count, 1);
    judge_end(&made);
}

static void finding_of_a_level_without_units(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.goals = "id,name,parent,level\ng,G,,\nh,H,g,hamlet\n",
                       .targets = "id,goal,metric,name,comparator,value\n"
                                  "t,h,m,T,at_least,1\n",
                       .x = "2025 2"});
    attain_finding finding = find(&made, "'h': level 'hamlet'");
    assert_int_equal(finding.node, 1);
    assert_int_equal(finding.code, ATTAIN_ERR_UNKNOWN);
    judge_end(&made);
}

static void finding_of_a_target_that_applies_to_none(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value,level\nat_least,1,school\n",
                       .metrics = "id,name,numerator,stage\nm,M,x,junior\n",
                       .units = schools,
                       .observations = "unit,period,x\na,2025,1\n"});
    attain_finding finding = find(&made, "'t' applies to no unit");
    assert_int_equal(finding.node, 1);
    assert_int_equal(finding.code, ATTAIN_ERR_MISMATCH);
    judge_end(&made);
}

static void finding_refuses(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value\nat_least,1\n",
                       .metrics = "id,name,numerator\nm,M,nowhere\n",
                       .x = "2025 2"});
    attain_finding finding;
    attain_error err;
    size_t count = attain_evaluation_finding_count(made.ev);
    assert_true(count > 0);
    attain_finding_init(NULL);
    attain_finding_init(&finding);
    assert_int_equal(finding.struct_size, sizeof finding);
    assert_int_equal(
        attain_evaluation_get_finding(made.ev, count, &finding, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_get_finding(NULL, 0, &finding, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_get_finding(made.ev, 0, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    finding.struct_size = 4;
    assert_int_equal(attain_evaluation_get_finding(made.ev, 0, &finding, &err),
                     ATTAIN_ERR_STRUCT);
    finding.struct_size = sizeof finding + 8;
    assert_int_equal(attain_evaluation_get_finding(made.ev, 0, &finding, &err),
                     ATTAIN_ERR_STRUCT);
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finding_count_is_zero_where_nothing_is_odd),
        cmocka_unit_test(finding_of_the_plans_check),
        cmocka_unit_test(finding_of_an_absent_variable),
        cmocka_unit_test(finding_of_a_zero_denominator),
        cmocka_unit_test(finding_of_a_spread_without_meaning),
        cmocka_unit_test(finding_of_growth_on_zero),
        cmocka_unit_test(finding_counts_units_not_periods),
        cmocka_unit_test(finding_of_a_level_without_units),
        cmocka_unit_test(finding_of_a_target_that_applies_to_none),
        cmocka_unit_test(finding_refuses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
