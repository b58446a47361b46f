/* The value of a variable: evaluator groups combined, and what a multi-stage
 * school shares split over its parts (rulings A47, A48, A105). */
#include "evaluate/judge.h"

/* Four schools; b is rural and junior, d closes in 2025, e opens then. */
static const char schools[] =
    "id,name,level,parent,stage,tags,opened,closed\nc,C,county,,,,,\n"
    "a,A,school,c,primary,rural;small,,\nb,B,school,c,junior,rural,,\n"
    "d,D,school,c,primary,,,2025\ne,E,school,c,primary,small,2025,\n";

/* --- Evaluator groups (A47) --------------------------------------------- */

static const char ratings[] =
    "unit,period,variable,value,group\nc,2025,x,4,pupils\n"
    "c,2025,x,2,parents\nc,2025,y,5,pupils\nc,2025,y,1,inspectors\n";

static void groups_are_weighted_over_those_that_rate(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator\nk1,K,x\nk2,K,y\nk3,K,x[pupils]\n"
        "k4,K,x[inspectors]\nk5,K,x[pupils];-x[parents]\n",
        5,
        (judge_tables){.groups = "id,name,weight\npupils,P,3\nparents,Q,1\n"
                                 "inspectors,R,0\n",
                       .observations = ratings});
    /* (3·4 + 1·2)/4, and (3·5 + 0·1)/3 */
    assert_row(&made, "t1", "c", "value==3.5");
    assert_row(&made, "t2", "c", "value==5");
    assert_row(&made, "t3", "c", "value==4");
    assert_row(&made, "t4", "c", "value=-");
    assert_row(&made, "t5", "c", "value==2");
    judge_end(&made);
    made = judge_metrics("id,name,numerator\nk1,K,x\nk2,K,y\n", 2,
                         (judge_tables){.observations = ratings});
    /* No groups.csv: equal weights. */
    assert_row(&made, "t1", "c", "value==3");
    assert_row(&made, "t2", "c", "value==3");
    judge_end(&made);
}

/* A105: one group where only an ungrouped value exists is missing. Groups of a
 * weight of 0 alone make no value. Groups at closed units do not count. */
static void groups_in_corners(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,across\nk1,K,x[pupils],none\nk2,K,y,none\n"
        "k3,K,y[inspectors],total\n",
        3,
        (judge_tables){.groups = "id,name,weight\npupils,P,3\n"
                                 "inspectors,R,0\n",
                       .units = schools,
                       .observations = "unit,period,variable,value,group\n"
                                       "c,2025,x,4,\n"
                                       "c,2025,y,1,inspectors\n"
                                       "a,2025,y,1,inspectors\n"
                                       "b,2025,y,2,inspectors\n"
                                       "d,2025,y,8,inspectors\n"
                                       "e,2025,y,4,inspectors\n"});
    assert_row(&made, "t1", "c", "value=-");
    assert_row(&made, "t2", "c", "value=-");
    assert_row(&made, "t3", "c", "value==7");
    judge_end(&made);
}

/* The exact mean of groups decides: (3·0.1 + 1·0.3)/4 = 0.15. */
static void groups_are_exact(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value\nat_least,0.15\nabove,0.15\n",
        .groups = "id,name,weight\np,P,3\nq,Q,1\n",
        .observations = "unit,period,variable,value,group\nc,2025,x,0.1,p\n"
                        "c,2025,x,0.3,q\n"});
    assert_row(&made, "t", "c", "verdict=met");
    assert_row(&made, "t2", "c", "verdict=not_met");
    judge_end(&made);
}

/* --- Multi-stage schools (A48) ------------------------------------------ */

static const char complex_units[] =
    "id,name,level,parent,stage,opened\nc,C,county,,,\nw,W,complex,c,,\n"
    "p,P,school,w,primary,\nj,J,school,w,junior,\nn,N,school,w,,\n"
    "f,F,school,w,senior,2026\n";
static const char complex_variables[] =
    "id,name,shared\nland,Land,yes\npupils,Pupils,no\n";
static const char complex_stages[] = "stage,weight,enrolment\n"
                                     "primary,1,pupils\njunior,1.1,pupils\n";

/* 600 · 1 and 400 · 1.1 of 1040: 5200 m² are split 3000 : 2200. */
static void shared_is_split_by_weighted_enrolment(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level\nat_least,2200,school\n"
                  "above,3000,school\nabove,2200,school\n",
        .metrics = "id,name,numerator\nm,M,land\n",
        .units = complex_units,
        .variables = complex_variables,
        .stages = complex_stages,
        .observations = "unit,period,land,pupils\nw,2025,5200,\n"
                        "p,2025,,600\nj,2025,,400\n"});
    assert_row(&made, "t", "p", "value=3000 verdict=met");
    assert_row(&made, "t", "j", "value=2200 verdict=met");
    assert_row(&made, "t2", "p", "verdict=not_met");
    /* 5200 · 440/1040 is a little above 2200 in doubles alone. */
    assert_row(&made, "t3", "j", "verdict=not_met");
    /* A part without a stage gets nothing of it. */
    assert_row(&made, "t", "n", "value=- verdict=unknown");
    judge_end(&made);
}

/* A part that has its own value keeps it. */
static void shared_leaves_what_is_observed(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level\nat_least,2200,school\n",
        .metrics = "id,name,numerator\nm,M,land\n",
        .units = complex_units,
        .variables = complex_variables,
        .stages = complex_stages,
        .observations = "unit,period,land,pupils\nw,2025,5200,\n"
                        "p,2025,7,600\nj,2025,,400\n"});
    assert_row(&made, "t", "p", "value==7");
    assert_row(&made, "t", "j", "value=2200");
    judge_end(&made);
}

/* Any n or w missing: missing. No pupils at all: missing. */
static void shared_without_enrolment_is_missing(void **state) {
    static const char *const observations[] = {
        "unit,period,land,pupils\nw,2025,5200,\np,2025,,600\n",
        "unit,period,land,pupils\nw,2025,5200,\np,2025,,0\nj,2025,,0\n",
        "unit,period,land,pupils\np,2025,,600\nj,2025,,400\n",
        "unit,period,land\nw,2025,5200\n"};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        judge made = judge_begin(
            (judge_tables){.target = "comparator,value,level\n"
                                     "at_least,2200,school\n",
                           .metrics = "id,name,numerator\nm,M,land\n",
                           .units = complex_units,
                           .variables = complex_variables,
                           .stages = complex_stages,
                           .observations = observations[i],
                           .as_of = "2025"});
        assert_row(&made, "t", "p", "value=- verdict=unknown");
        judge_end(&made);
    }
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value,level\n"
                                 "at_least,2200,school\n",
                       .metrics = "id,name,numerator\nm,M,land\n",
                       .units = complex_units,
                       .variables = complex_variables,
                       .stages = "stage,weight,enrolment\nprimary,1,pupils\n",
                       .observations = "unit,period,land,pupils\n"
                                       "w,2025,5200,\np,2025,,600\n"
                                       "j,2025,,400\n"});
    assert_row(&made, "t", "p", "value=-");
    judge_end(&made);
}

/* A variable that is not shared is not split. */
static void shared_is_a_property_of_the_variable(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level\nat_least,1,school\n",
        .metrics = "id,name,numerator\nm,M,pupils\n",
        .units = complex_units,
        .variables = complex_variables,
        .stages = complex_stages,
        .observations = "unit,period,pupils\nw,2025,1000\np,2025,600\n"});
    assert_row(&made, "t", "p", "value==600");
    assert_row(&made, "t", "j", "value=-");
    judge_end(&made);
}

/* What the whole shares may be rated by groups: (2 + 4)/2 · 600/1040. */
static void shared_of_groups(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level\nat_least,1,school\n",
        .metrics = "id,name,numerator\nm,M,land\n",
        .units = complex_units,
        .variables = complex_variables,
        .stages = complex_stages,
        .observations = "unit,period,variable,value,group\nw,2025,land,2,a\n"
                        "w,2025,land,4,b\np,2025,pupils,600,\n"
                        "j,2025,pupils,400,\n"});
    assert_row(&made, "t", "p", "value=1.73076923076923");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_are_weighted_over_those_that_rate),
        cmocka_unit_test(groups_in_corners),
        cmocka_unit_test(groups_are_exact),
        cmocka_unit_test(shared_is_split_by_weighted_enrolment),
        cmocka_unit_test(shared_leaves_what_is_observed),
        cmocka_unit_test(shared_without_enrolment_is_missing),
        cmocka_unit_test(shared_is_a_property_of_the_variable),
        cmocka_unit_test(shared_of_groups)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
