/* Findings: what was odd and may need a person. */
#include "evaluate/judge.h"

/* The finding that says so, in both languages; the test fails where there is
 * none. */
static attain_finding find(const judge *made, const char *part,
                           const char *chinese) {
    attain_finding finding;
    attain_finding_init(&finding);
    for (size_t i = 0; i < attain_evaluation_finding_count(made->ev); i++) {
        assert_int_equal(
            attain_evaluation_get_finding(made->ev, i, &finding, NULL),
            ATTAIN_OK);
        if (strstr(finding.message, part) == NULL)
            continue;
        assert_string_equal(
            finding.message,
            attain_evaluation_finding_message(made->ev, i, ATTAIN_LANGUAGE_EN));
        assert_contains(
            attain_evaluation_finding_message(made->ev, i, ATTAIN_LANGUAGE_ZH),
            chinese);
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
    attain_finding finding =
        find(&made, "share", "规划targets表中“t”的share不起作用");
    assert_int_equal(finding.kind, ATTAIN_FINDING_PLAN);
    assert_int_equal(finding.node, -1);
    assert_int_equal(finding.unit, -1);
    assert_int_equal(finding.period, ATTAIN_PERIOD_NONE);
    assert_int_equal(finding.count, 0);
    judge_end(&made);
}

/* Each row warns in its own words. */
static void finding_of_the_plans_check_says_what_is_wrong(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.goals = "id,name,parent\ng,G,\nh,H,g\n",
                       .groups = "id,name,weight\np,P,0\n",
                       .target = "comparator,value\nat_most,1\n",
                       .metrics = "id,name,numerator,direction\nm,M,x,up\n",
                       .x = "2025 2"});
    find(&made, "targets: the comparator of \"t\"",
         "规划targets表中“t”的比较符与其指标的好坏方向相反");
    find(&made, "goals: goal \"h\"", "规划goals表中“h”之下没有指标");
    find(&made, "groups: every evaluator group", "各评价主体的权重都是0");
    judge_end(&made);
}

static const char schools[] = "id,name,level,parent\nc,C,county,\n"
                              "a,A,school,c\nb,B,school,c\nd,D,school,c\n";

static void finding_of_weights_that_are_missing(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,unit_weight\nat_least,1,school,y\n",
        .units = schools,
        .observations = "unit,period,x,y\na,2025,1,2\nb,2025,1,\n"
                        "d,2025,1,2\n"});
    attain_finding finding =
        find(&made, "'t' weights units by 'y'", "（t）按“y”给各单位加权");
    assert_int_equal(finding.kind, ATTAIN_FINDING_WEIGHT);
    assert_int_equal(finding.code, ATTAIN_ERR_VALUE);
    assert_contains(finding.message, "2025, B (b)");
    judge_end(&made);
}

static void finding_of_an_absent_variable(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value\nat_least,1\n",
                       .metrics = "id,name,numerator\nm,M,nowhere\n",
                       .x = "2025 2"});
    attain_finding finding =
        find(&made, "'nowhere'", "指标“M”（m）用到变量“nowhere”");
    assert_int_equal(finding.kind, ATTAIN_FINDING_VARIABLE);
    assert_contains(finding.message, "'m'");
    assert_int_equal(finding.code, ATTAIN_ERR_UNKNOWN);
    assert_int_equal(finding.node, -1);
    judge_end(&made);
}

static void finding_of_a_zero_denominator(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level\nat_least,1,school\n",
        .metrics = "id,name,numerator,denominator\nm,M,x,y\n",
        .units = schools,
        .observations = "unit,period,x,y\na,2025,1,2\nb,2025,1,0\n"
                        "d,2025,1,0\n"});
    attain_finding finding =
        find(&made, "denominator is 0: 2025, B (b) and 1 more",
             "指标“M”（m）的分母为0，没有值：2025年B（b）等2个单位");
    assert_int_equal(finding.kind, ATTAIN_FINDING_DENOMINATOR);
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
    attain_finding finding =
        find(&made, "spread", "没有值：计算差异须均值大于0");
    assert_contains(finding.message, ": 2025, C (c)");
    assert_int_equal(finding.kind, ATTAIN_FINDING_SPREAD);
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
    attain_finding finding =
        find(&made, "growth has no value",
             "（t）的增长率没有值：上期的值不大于0：2025年B（b）等2个单位");
    assert_int_equal(finding.kind, ATTAIN_FINDING_GROWTH);
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
    attain_finding finding = find(&made, "growth has no value", "B（b）");
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
    attain_finding finding =
        find(&made, "'h': level 'hamlet'", "“H”（h）按级别“hamlet”判定");
    assert_int_equal(finding.kind, ATTAIN_FINDING_LEVEL);
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
    attain_finding finding = find(&made, "'t' applies to no unit",
                                  "（t）没有可判定的单位：级别“school”");
    assert_int_equal(finding.kind, ATTAIN_FINDING_EMPTY);
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
    assert_null(attain_evaluation_finding_message(NULL, 0, 0));
    assert_null(attain_evaluation_finding_message(made.ev, count, 0));
    assert_null(attain_evaluation_finding_message(made.ev, 0, -1));
    assert_null(attain_evaluation_finding_message(made.ev, 0, 2));
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
        cmocka_unit_test(finding_of_the_plans_check_says_what_is_wrong),
        cmocka_unit_test(finding_of_weights_that_are_missing),
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
