/* Every row explains itself, in two languages: the formula with its numbers,
 * the inputs with the line each came from, the units that fail. */
#include "evaluate/judge.h"

/* The explanation of a row; owned by caller, release with free(). */
static char *explanation(const judge *made, const char *node, const char *unit,
                         int32_t language) {
    size_t count = 0;
    size_t again = 0;
    int32_t n = judge_node(made, node);
    int32_t u = judge_unit(made, unit);
    assert_int_equal(attain_evaluation_explain(made->ev, made->plan, made->data,
                                               n, u, language, NULL, 0, &count,
                                               NULL),
                     ATTAIN_OK);
    char *text = malloc(count + 1);
    assert_non_null(text);
    assert_int_equal(attain_evaluation_explain(made->ev, made->plan, made->data,
                                               n, u, language, text, count + 1,
                                               &again, NULL),
                     ATTAIN_OK);
    assert_int_equal(count, again);
    assert_int_equal(strlen(text), count);
    return text;
}

/* It has each of the parts, which are separated by "|". */
static void explain_has(const judge *made, const char *node, const char *unit,
                        int32_t language, const char *parts, const char *file,
                        int line) {
    char *text = explanation(made, node, unit, language);
    while (*parts != '\0') {
        char part[200] = "";
        size_t length = strcspn(parts, "|");
        assert_true(length < sizeof part);
        memcpy(part, parts, length);
        support_assert_contains(text, part, file, line);
        parts += length + (parts[length] == '|');
    }
    free(text);
}

#define assert_explained(made, node, unit, en, zh)                             \
    do {                                                                       \
        explain_has(made, node, unit, ATTAIN_LANGUAGE_EN, en, __FILE__,        \
                    __LINE__);                                                 \
        explain_has(made, node, unit, ATTAIN_LANGUAGE_ZH, zh, __FILE__,        \
                    __LINE__);                                                 \
    } while (0)

static judge sample(void) {
    return judge_begin((judge_tables){
        .plan = "veto_grade,poor\n",
        .goals = "id,name,parent,level,share,rule,at_least,floor,owner,"
                 "source\nR,Root,,,,at_least,1,0.5,Bureau,clause 1\n"
                 "H,Schools,R,school,0.6,,,,,\n",
        .targets =
            "id,goal,metric,name,series,comparator,value,upper,tolerance,when,"
            "baseline,baseline_period,judge,veto,weight,score\n"
            "T,R,m,Rate,level,at_least,96,,,hold,90,2020,rounded,no,,\n"
            "V,R,n,Accidents,level,at_most,0,,,,,,,yes,0,pass\n"
            "C,R,n,Change,change,between,-2,-1,,every_period,,2020,,,,pass\n"
            "A,R,t,Total,level,about,10,,1,,,,,,,pass\n"
            "N,R,n,Watched,level,none,,,,,,,,,,\n"
            "S,H,k,Labs,level,at_least,2,,,,,,,,,\n",
        .metrics =
            "id,name,numerator,denominator,factor,unit,decimals,across,stage\n"
            "m,Enrolment,a;b;-d,e,100,%,1,,\nn,Cases,n,,,,,,\n"
            "k,Lab count,@k2,,,rooms,,,\nk2,Labs raw,x,,,,,,\n"
            "t,Total labs,x,,,,,total,primary\n",
        .bands = "name,from\npoor,0\ngood,60\n",
        .units = "id,name,level,parent,stage\nc,County,county,,\n"
                 "s1,First,school,c,primary\ns2,Second,school,c,primary\n"
                 "s3,Third,school,c,junior\n",
        .observations = "unit,period,a,b,d,e,n,x\nc,2020,,,,,5,\n"
                        "c,2021,50,45,5,100,4,\nc,2022,60,41,6,100,3,\n"
                        "s1,2022,,,,,,2\ns3,2022,,,,,,1\n"});
}

/* 100 · (60 + 41 − 6)/100 = 95 in 2022; e = 90 + 6 · 2/5. */
static void target_shows_formula_numbers_and_places(void **state) {
    judge made = sample();
    (void)state;
    assert_explained(
        &made, "T", "c",
        "T Rate|County|2022|not met|at least 96|rounded|1|2020 90|stated|"
        "100 × (a + b − d) / e|= 60|= 41|= 6|= 100|[observations.csv:4]|"
        "2021 90|2022 95|(x − b)/(t − b)|92.4|once reached",
        "T Rate|County|未达成|不低于 96|基线|2020 90|100 × (a + b − d) / e|"
        "[observations.csv:4]|(x − b)/(t − b)|92.4");
    judge_end(&made);
}

/* A change shows both periods; a band, its two ends. */
static void target_of_a_change_shows_both_periods(void **state) {
    judge made = sample();
    (void)state;
    assert_explained(&made, "C", "c",
                     "between -2 … -1|2020 5|n = 3  [observations.csv:4]|"
                     "n = 4  [observations.csv:3]|met|mean of the judged",
                     "介于 -2 … -1|2020 5|n = 3  [observations.csv:4]|"
                     "n = 4  [observations.csv:3]|达成|各判定期平均");
    assert_explained(&made, "N", "c", "not judged|n = 3", "不判定|n = 3");
    judge_end(&made);
}

/* Across members: how many there are and who lacks data. */
static void target_across_names_members_without_data(void **state) {
    judge made = sample();
    (void)state;
    assert_explained(&made, "A", "c",
                     "about 10 ± 1|unknown|members: 2, without data: 1|"
                     "s2 Second|total|school|was not observed",
                     "左右 10 ± 1|未知|2|1|s2 Second|合计|school|缺失");
    judge_end(&made);
}

static void target_of_metrics_shows_their_values(void **state) {
    judge made = sample();
    (void)state;
    assert_explained(&made, "S", "s1", "Lab count = @k2|@k2 = 2|rooms",
                     "Lab count = @k2|@k2 = 2|rooms");
    assert_explained(&made, "S", "s2", "unknown|@k2 = ", "未知|@k2 = ");
    judge_end(&made);
}

/* met 1, not met 1, unknown 1 of three. */
static void whole_names_the_units_that_fail(void **state) {
    judge made = sample();
    (void)state;
    assert_explained(&made, "H", "c",
                     "0.6|met 1|not met 1|unknown 1|s3 Third|s2 Second|"
                     "0.333333",
                     "0.6|达成 1|未达成 1|未知 1|s3 Third|s2 Second|0.333333");
    judge_end(&made);
}

static void goal_shows_rule_score_children_and_vetoes(void **state) {
    judge made = sample();
    (void)state;
    assert_explained(&made, "R", "c",
                     "R Root|clause 1|Bureau|at least so many 1|0.5|"
                     "T Rate: not met|weight 1|weight 0|V Accidents|poor|"
                     "Veto fired: V",
                     "R Root|条款|clause 1|Bureau|至少若干项达标 1|0.5|"
                     "T Rate：未达成|权重 0|一票否决触发：V");
    judge_end(&made);
}

/* Every row of every node, in both languages. */
static void every_row_is_explained(void **state) {
    judge made = sample();
    (void)state;
    for (int32_t n = 0; n < (int32_t)attain_evaluation_node_count(made.ev);
         n++) {
        size_t rows = 0;
        const int32_t *units = attain_evaluation_units(made.ev, n, &rows);
        attain_node node;
        attain_node_init(&node);
        assert_int_equal(attain_evaluation_get_node(made.ev, n, &node, NULL),
                         ATTAIN_OK);
        for (size_t r = 0; r < rows; r++) {
            attain_evaluation_unit unit;
            attain_evaluation_unit_init(&unit);
            assert_int_equal(
                attain_evaluation_get_unit(made.ev, units[r], &unit, NULL),
                ATTAIN_OK);
            explain_has(&made, node.id, unit.id, ATTAIN_LANGUAGE_EN, node.name,
                        __FILE__, __LINE__);
            explain_has(&made, node.id, unit.id, ATTAIN_LANGUAGE_ZH, unit.name,
                        __FILE__, __LINE__);
        }
    }
    judge_end(&made);
}

/* More than twenty units are counted, not named. */
static void many_units_are_counted(void **state) {
    char units[2000] = "id,name,level,parent\nc,C,county,\n";
    char text[2000] = "unit,period,x\n";
    (void)state;
    for (int i = 0; i < 60; i++) {
        char line[64];
        snprintf(line, sizeof line, "s%d,S,school,c\n", i);
        strcat(units, line);
        if (i < 30) {
            snprintf(line, sizeof line, "s%d,2025,1\n", i);
            strcat(text, line);
        }
    }
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value,level\n"
                   "t,g,m,T,at_least,2,school\nu,g,k,U,at_least,2,\n",
        .metrics = "id,name,numerator,across\nm,M,x,none\nk,K,x,total\n",
        .units = units,
        .observations = text});
    explain_has(&made, "t", "c", ATTAIN_LANGUAGE_EN,
                "not met 30|unknown 30|s19 S|in all 30", __FILE__, __LINE__);
    explain_has(&made, "u", "c", ATTAIN_LANGUAGE_EN,
                "members: 60, without data: 30|s49 S|…", __FILE__, __LINE__);
    char *out = explanation(&made, "t", "c", ATTAIN_LANGUAGE_EN);
    assert_null(strstr(out, "s20 S"));
    free(out);
    judge_end(&made);
}

/* What a school shares, what evaluator groups say, and what is nowhere. */
static void inputs_of_shares_groups_and_nothing(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value,level\n"
                   "l,g,l,L,at_least,1,school\nr,g,r,R,at_least,1,\n"
                   "o,g,o,O,at_least,1,\nq,g,q,Q,at_least,1,\n",
        .metrics = "id,name,numerator\nl,L,land\nr,R,rating\n"
                   "o,O,rating[p]\nq,Q,rating;nowhere\n",
        .units = "id,name,level,parent,stage\nc,C,county,,\n"
                 "w,Whole,complex,c,\na,A,school,w,primary\n"
                 "b,B,school,c,primary\n",
        .variables = "id,name,shared\nland,Land,yes\nn,N,no\n"
                     "rating,Rating,no\n",
        .stages = "stage,weight,enrolment\nprimary,1,n\n",
        .observations = "unit,period,variable,value,group\nw,2025,land,50,\n"
                        "a,2025,n,10,\nc,2025,rating,4,p\n"
                        "c,2025,rating,2,q\n"});
    assert_explained(&made, "l", "a",
                     "split by weighted enrolment from Whole|land = 50  "
                     "[observations.csv:2]",
                     "按加权学生数|Whole|land = 50  [observations.csv:2]");
    /* A school of its own shares with nobody what its county lacks, too. */
    assert_explained(&made, "l", "b", "land: not observed", "land：无数据");
    assert_explained(&made, "r", "c",
                     "rating[p] = 4  [observations.csv:4]|rating[q] = 2",
                     "rating[p] = 4  [observations.csv:4]|rating[q] = 2");
    assert_explained(&made, "o", "c", "O = rating[p]|rating[p] = 4",
                     "O = rating[p]|rating[p] = 4");
    assert_explained(&made, "q", "c", "nowhere: not observed",
                     "nowhere：无数据");
    judge_end(&made);
}

/* --- Refusals ----------------------------------------------------------- */

static attain_status explain(const judge *made, int32_t node, int32_t unit,
                             int32_t language, char *out, size_t capacity,
                             size_t *count) {
    return attain_evaluation_explain(made->ev, made->plan, made->data, node,
                                     unit, language, out, capacity, count,
                                     NULL);
}

static void explain_refuses_arguments(void **state) {
    judge made = sample();
    judge empty = {made.plan, made.data, NULL};
    judge planless = {NULL, made.data, made.ev};
    judge dataless = {made.plan, NULL, made.ev};
    size_t n = 0;
    (void)state;
    assert_int_equal(explain(&empty, 0, 0, 0, NULL, 0, &n),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(explain(&planless, 0, 0, 0, NULL, 0, &n),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(explain(&dataless, 0, 0, 0, NULL, 0, &n),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(explain(&made, 0, 0, 0, NULL, 0, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(explain(&made, -1, 0, 0, NULL, 0, &n),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(explain(&made, 99, 0, 0, NULL, 0, &n),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(explain(&made, 0, -1, 0, NULL, 0, &n),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(explain(&made, 0, 99, 0, NULL, 0, &n),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(explain(&made, 0, 0, 2, NULL, 0, &n), ATTAIN_ERR_ARGUMENT);
    /* A school has no row of the root. */
    assert_int_equal(explain(&made, 0, 1, 0, NULL, 0, &n), ATTAIN_ERR_UNKNOWN);
    judge_end(&made);
}

static void explain_needs_room_for_the_nul(void **state) {
    judge made = sample();
    size_t count = 0;
    size_t again = 0;
    char out[8000];
    (void)state;
    assert_int_equal(explain(&made, 0, 0, 0, NULL, 0, &count), ATTAIN_OK);
    assert_true(count > 0 && count < sizeof out);
    out[0] = 'x';
    assert_int_equal(explain(&made, 0, 0, 0, out, count, &again),
                     ATTAIN_ERR_SPACE);
    assert_int_equal(again, count);
    assert_int_equal(out[0], 'x');
    out[count + 1] = 'y';
    assert_int_equal(explain(&made, 0, 0, 0, out, count + 1, &again),
                     ATTAIN_OK);
    assert_int_equal(out[count], '\0');
    assert_int_equal(out[count + 1], 'y');
    judge_end(&made);
}

/* Plan and dataset must be those of the evaluation, and unchanged. */
static void explain_refuses_what_has_changed(void **state) {
    judge made = sample();
    judge other = sample();
    judge mixed = {other.plan, other.data, made.ev};
    size_t n = 0;
    attain_unit unit;
    (void)state;
    attain_unit_init(&unit);
    unit.id = unit.name = "new";
    unit.level = "school";
    unit.parent = "c";
    assert_int_equal(attain_dataset_add_units(made.data, &unit, 1, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(explain(&made, 0, 0, 0, NULL, 0, &n), ATTAIN_ERR_MISMATCH);
    mixed.plan = made.plan;
    unit.id = unit.name = "another";
    assert_int_equal(attain_dataset_add_units(other.data, &unit, 1, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(explain(&mixed, 0, 0, 0, NULL, 0, &n),
                     ATTAIN_ERR_MISMATCH);
    judge_end(&made);
    judge_end(&other);
    made = sample();
    attain_band band;
    attain_band_init(&band);
    band.name = "new";
    band.from = 77;
    assert_int_equal(attain_plan_add_band(made.plan, &band, NULL), ATTAIN_OK);
    assert_int_equal(explain(&made, 0, 0, 0, NULL, 0, &n), ATTAIN_ERR_MISMATCH);
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(target_shows_formula_numbers_and_places),
        cmocka_unit_test(target_of_a_change_shows_both_periods),
        cmocka_unit_test(target_across_names_members_without_data),
        cmocka_unit_test(target_of_metrics_shows_their_values),
        cmocka_unit_test(whole_names_the_units_that_fail),
        cmocka_unit_test(goal_shows_rule_score_children_and_vetoes),
        cmocka_unit_test(every_row_is_explained),
        cmocka_unit_test(many_units_are_counted),
        cmocka_unit_test(inputs_of_shares_groups_and_nothing),
        cmocka_unit_test(explain_refuses_arguments),
        cmocka_unit_test(explain_needs_room_for_the_nul),
        cmocka_unit_test(explain_refuses_what_has_changed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
