/* Scores, verdicts and completion of goals (method §6, rulings A29–A31, A58,
 * A69, A78–A81, A85). Vetoes, bands and ranks are in test_grade.c. */
#include "evaluate/judge.h"

/* Targets a … e of g, each at least 1 by ratio: what is observed is its
 * attainment, 1 is met, empty is unknown. `goal` is the rest of g's line after
 * its name; weights as written in the table. */
static judge judge_children(const char *missing, const char *goal,
                            const char *const *weights, const char *values) {
    char goals[400];
    char targets[1024] = "id,goal,metric,name,comparator,value,score,weight\n";
    char observations[200];
    for (int i = 0; weights[i] != NULL; i++) {
        char line[64];
        snprintf(line, sizeof line, "%c,g,%c,T,at_least,1,ratio,%s\n", 'a' + i,
                 'a' + i, weights[i]);
        strncat(targets, line, sizeof targets - strlen(targets) - 1);
    }
    snprintf(goals, sizeof goals,
             "id,name,parent,aggregate,rule,at_least,floor\ng,G,,%s\n", goal);
    snprintf(observations, sizeof observations,
             "unit,period,a,b,c,d,e\nc,2025,%s\n", values);
    return judge_begin((judge_tables){
        .plan = missing,
        .goals = goals,
        .metrics = "id,name,numerator\na,A,a\nb,B,b\nc,C,c\nd,D,d\ne,E,e\n",
        .targets = targets,
        .observations = observations,
        .as_of = "2025"});
}

#define assert_goal(missing, goal, weights, values, cells)                     \
    do {                                                                       \
        judge made_ = judge_children(missing, goal, weights, values);          \
        judge_cells(&made_, "g", "c", cells, __FILE__, __LINE__);              \
        judge_end(&made_);                                                     \
    } while (0)

static const char *const one_three[] = {"1", "3", NULL};
static const char *const two[] = {"", "", NULL};
static const char *const three[] = {"", "", "", NULL};

/* --- Scores ------------------------------------------------------------- */

/* 0.5 with weight 1, 0.8 with weight 3. */
static void score_by_every_aggregate(void **state) {
    judge made;
    (void)state;
    assert_goal(NULL, "arithmetic,,,", one_three, "0.5,0.8,,,",
                "score=72.5 attainment=0.725 low=72.5 high=72.5 coverage==1");
    assert_goal(NULL, "harmonic,,,", one_three, "0.5,0.8,,,",
                "attainment=0.695652173913043");
    assert_goal(NULL, "min,,,", one_three, "0.5,0.8,,,", "score==50");
    assert_goal(NULL, "median,,,", one_three, "0.5,0.8,,,", "score==80");
    made = judge_children(NULL, "geometric,,,", one_three, "0.5,0.8,,,");
    /* 0.5^(1/4) · 0.8^(3/4) */
    assert_close(judge_value(&made, "g", "c", ATTAIN_MEASURE_ATTAINMENT),
                 pow(0.5, 0.25) * pow(0.8, 0.75), 1e-12);
    judge_end(&made);
}

/* A30: exactly half: the mean of it and the next. */
static void score_by_median_at_exactly_half(void **state) {
    static const char *const weights[] = {"2", "1", "1", NULL};
    (void)state;
    assert_goal(NULL, "median,,,", two, "0.5,0.8,,,", "score=65");
    assert_goal(NULL, "median,,,", three, "0.9,0.1,0.4,,", "score==40");
    /* 0.2 (1), 0.4 (1), 0.6 (2): the second ends at half. */
    assert_goal(NULL, "median,,,", weights, "0.6,0.2,0.4,,", "score=50");
}

/* A31 */
static void score_of_zero_makes_geometric_and_harmonic_zero(void **state) {
    (void)state;
    assert_goal(NULL, "geometric,,,", two, "0,0.8,,,", "score==0");
    assert_goal(NULL, "harmonic,,,", two, "0,0.8,,,", "score==0");
}

static void score_of_equal_children_is_theirs(void **state) {
    static const char *const how[] = {"arithmetic,,,", "geometric,,,",
                                      "harmonic,,,", "min,,,", "median,,,"};
    static const char *const weights[] = {"0.1", "0.7", "3", NULL};
    (void)state;
    for (int i = 0; i < 5; i++)
        assert_goal(NULL, how[i], weights, "0.7,0.7,0.7,,", "attainment==0.7");
}

/* Weights need not be whole: (0.1·0.5 + 0.3·0.8)/0.4; and large and small
 * ones: (1e9·0.5 + 1·0.8)/(1e9 + 1). */
static void score_by_any_weights(void **state) {
    static const char *const broken[] = {"0.1", "0.3", NULL};
    static const char *const large[] = {"1000000000", "1", NULL};
    (void)state;
    assert_goal(NULL, "arithmetic,,,", broken, "0.5,0.8,,,", "score=72.5");
    assert_goal(NULL, "arithmetic,,,", large, "0.5,0.8,,,",
                "score=50.0000000299999999700");
}

/* --- Unknown children (A69) --------------------------------------------- */

static void unknown_children_by_mode(void **state) {
    (void)state;
    assert_goal("missing,renormalise\n", "arithmetic,,,", one_three, "0.5,,,,",
                "score=50 low=12.5 high=87.5 coverage==0.25");
    assert_goal("missing,zero\n", "arithmetic,,,", one_three, "0.5,,,,",
                "score=12.5 low=12.5 high=87.5 coverage==0.25");
    assert_goal("missing,strict\n", "arithmetic,,,", one_three, "0.5,,,,",
                "score=- low=12.5 high=87.5 coverage==0.25");
    assert_goal("missing,strict\n", "arithmetic,,,", one_three, "0.5,0.8,,,",
                "score=72.5 coverage==1");
    assert_goal("missing,zero\n", "median,,,", three, "0.5,,1,,", "score==50");
    assert_goal("missing,strict\n", "min,,,", three, "0.5,,1,,", "score=-");
    assert_goal("missing,renormalise\n", "min,,,", three, "0.5,,1,,",
                "score==50 low==0 high==50");
}

static void nothing_known_by_mode(void **state) {
    (void)state;
    assert_goal("missing,renormalise\n", "arithmetic,,,", two, ",,,,",
                "score=- low==0 high==100 coverage==0 verdict=unknown");
    assert_goal("missing,strict\n", "arithmetic,,,", two, ",,,,",
                "score=- low==0 high==100 coverage==0");
    assert_goal("missing,zero\n", "arithmetic,,,", two, ",,,,",
                "score==0 low==0 high==100 coverage==0");
}

/* A sub-goal h of 0.5 and an unknown is 0.25 … 0.75; g adds a 1. */
static void bounds_go_through_the_tree(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.goals = "id,name,parent,weight\ng,G,,\nh,H,g,3\n",
                       .targets = "id,goal,metric,name,comparator,value\n"
                                  "a,h,a,T,at_least,1\nb,h,b,T,at_least,1\n"
                                  "d,g,d,T,at_least,1\n",
                       .metrics = "id,name,numerator\na,A,a\nb,B,b\nd,D,d\n",
                       .observations = "unit,period,a,b,d\nc,2025,0.5,,1\n"});
    assert_row(&made, "h", "c", "score=50 low=25 high=75 coverage==0.5");
    /* (3 · 0.5 + 1)/4 and so on */
    assert_row(&made, "g", "c",
               "score=62.5 low=43.75 high=81.25 coverage==0.625");
    judge_end(&made);
}

/* --- Weight 0 (A79, A86) ------------------------------------------------ */

static void weight_zero_stays_out_of_the_score(void **state) {
    static const char *const weights[] = {"1", "0", NULL};
    static const char *const how[] = {"arithmetic,,,", "geometric,,,",
                                      "harmonic,,,", "min,,,", "median,,,"};
    (void)state;
    for (int i = 0; i < 5; i++)
        assert_goal(NULL, how[i], weights, "0.5,0,,,",
                    "score==50 low==50 high==50 coverage==1");
    /* It counts in the rule. */
    assert_goal(NULL, "arithmetic,,,", weights, "1,0,,,",
                "score==100 verdict=not_met targets==2 targets_met==1");
    assert_goal(NULL, "arithmetic,,,", weights, "1,,,,",
                "score==100 verdict=unknown coverage==1");
    assert_goal("missing,strict\n", "arithmetic,,,", weights, "1,,,,",
                "score==100");
}

static void weights_all_zero_make_no_score(void **state) {
    static const char *const weights[] = {"0", "0", NULL};
    (void)state;
    assert_goal(NULL, "arithmetic,,,", weights, "1,1,,,",
                "score=- low=- high=- coverage=- verdict=met rank=- grade=-");
}

/* --- Rules -------------------------------------------------------------- */

static void rule_all(void **state) {
    (void)state;
    assert_goal(NULL, ",all,,", three, "1,1,1,,",
                "verdict=met status=achieved");
    assert_goal(NULL, ",all,,", three, "1,1,,,", "verdict=unknown");
    assert_goal(NULL, ",all,,", three, "1,0.9,,,",
                "verdict=not_met status=missed");
}

static void rule_any(void **state) {
    (void)state;
    assert_goal(NULL, ",any,,", three, "0,,1,,", "verdict=met");
    assert_goal(NULL, ",any,,", three, "0,,0,,", "verdict=unknown");
    assert_goal(NULL, ",any,,", three, "0,0,0.9,,", "verdict=not_met");
}

/* A29: best and worst case. */
static void rule_at_least_with_a_floor(void **state) {
    static const char rule[] = ",at_least,2,0.85";
    (void)state;
    assert_goal(NULL, rule, three, "1,1,0.85,,", "verdict=met");
    assert_goal(NULL, rule, three, "1,1,0.84,,", "verdict=not_met");
    assert_goal(NULL, rule, three, "1,1,1,,", "verdict=met");
    assert_goal(NULL, rule, three, "1,1,,,", "verdict=unknown");
    assert_goal(NULL, rule, three, "1,0.85,,,", "verdict=unknown");
    assert_goal(NULL, rule, three, "1,0.5,,,", "verdict=not_met");
    assert_goal(NULL, rule, three, "0.9,0.9,,,", "verdict=not_met");
    assert_goal(NULL, rule, three, "1,0.9,0.9,,", "verdict=not_met");
    assert_goal(NULL, rule, three, ",,,,", "verdict=unknown");
}

static void rule_at_least_without_a_floor(void **state) {
    static const char rule[] = ",at_least,2,";
    (void)state;
    assert_goal(NULL, rule, three, "1,1,0,,", "verdict=met");
    assert_goal(NULL, rule, three, "1,1,,,", "verdict=met");
    assert_goal(NULL, rule, three, "1,0,,,", "verdict=unknown");
    assert_goal(NULL, rule, three, "0,0,,,", "verdict=not_met");
}

/* 3.57 of 4.2 is 0.85, though the quotient of doubles is below it. */
static void rule_floor_is_decided_in_twelve_digits(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.goals = "id,name,parent,rule,at_least,floor\n"
                                "g,G,,at_least,1,0.85\n",
                       .targets = "id,goal,metric,name,comparator,value\n"
                                  "a,g,a,T,at_least,4.2\nb,g,b,T,at_least,1\n",
                       .metrics = "id,name,numerator\na,A,a\nb,B,b\n",
                       .observations = "unit,period,a,b\nc,2025,3.57,1\n"});
    assert_row(&made, "g", "c", "verdict=met");
    judge_end(&made);
}

/* A29: an unknown child that is known at or above the floor: hold with a gap
 * is unknown, its attainment at j is 0.6 + 0.4 · 0.9/good. */
static void rule_floor_of_an_unknown_child(void **state) {
    static const char *const good[] = {"1", "2"};
    static const char *const cells[] = {"verdict=met", "verdict=unknown"};
    (void)state;
    for (int i = 0; i < 2; i++) {
        char targets[300];
        snprintf(targets, sizeof targets,
                 "id,goal,metric,name,comparator,value,when,score,bad,good\n"
                 "a,g,a,T,at_least,0.5,hold,efficacy,0,%s\n"
                 "b,g,b,T,at_least,1,,,,\n",
                 good[i]);
        judge made = judge_begin((judge_tables){
            .goals = "id,name,parent,rule,at_least,floor\n"
                     "g,G,,at_least,1,0.85\n",
            .targets = targets,
            .metrics = "id,name,numerator\na,A,a\nb,B,b\n",
            .observations = "unit,period,a,b\nc,2021,0.9,1\nc,2025,0.9,1\n"});
        assert_row(&made, "a", "c", "verdict=unknown");
        assert_row(&made, "g", "c", cells[i]);
        judge_end(&made);
    }
}

/* A29: where fewer apply, k is not lowered. */
static void rule_at_least_where_fewer_apply(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level,rule,at_least\n"
                 "g,G,,school,at_least,2\n",
        .targets = "id,goal,metric,name,comparator,value\n"
                   "a,g,a,T,at_least,1\nb,g,b,T,at_least,1\n",
        .metrics = "id,name,numerator,stage\na,A,x,\nb,B,x,primary\n",
        .units = "id,name,level,parent,stage\nc,C,county,,\n"
                 "p,P,school,c,primary\nj,J,school,c,junior\n",
        .observations = "unit,period,x\np,2025,1\nj,2025,1\n"});
    assert_row(&made, "g", "p", "verdict=met");
    assert_row(&made, "g", "j", "verdict=not_met score==100");
    assert_row(&made, "g", "c", "value==0.5");
    judge_end(&made);
}

/* A58: what is only watched is no child of a rule. */
static void rule_ignores_what_is_only_watched(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.goals = "id,name,parent\ng,G,\nh,H,g\n",
                       .targets = "id,goal,metric,name,comparator,value\n"
                                  "a,g,m,T,at_least,1\nb,g,m,T,none,\n"
                                  "d,h,m,T,none,\n",
                       .x = "2025 1"});
    assert_row(&made, "h", "c",
               "verdict=- status=unrated score=- low=- high=- coverage=- "
               "targets==0");
    assert_row(&made, "g", "c",
               "verdict=met score==100 coverage==1 targets==1 targets_met==1");
    judge_end(&made);
}

/* A81: a goal without children is an unknown child. */
static void goal_without_children_is_unknown(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.goals = "id,name,parent\ng,G,\nh,H,g\n",
                       .targets = "id,goal,metric,name,comparator,value\n"
                                  "a,g,m,T,at_least,1\n",
                       .x = "2025 1"});
    assert_row(&made, "h", "c", "verdict=unknown score=- targets==0");
    assert_row(&made, "g", "c",
               "verdict=unknown score==100 low==50 high==100 coverage==0.5");
    assert_true(attain_evaluation_finding_count(made.ev) > 0);
    judge_end(&made);
    made = judge_begin(
        (judge_tables){.plan = "missing,zero\n",
                       .goals = "id,name,parent\ng,G,\nh,H,g\n",
                       .targets = "id,goal,metric,name,comparator,value\n"
                                  "a,g,m,T,at_least,1\n",
                       .x = "2025 1"});
    assert_row(&made, "g", "c", "score==50");
    judge_end(&made);
}

/* --- Status, completion ------------------------------------------------- */

/* A26: missed when the as-of period is the plan's last or later. */
static void status_of_goals(void **state) {
    static const char *const as_of[] = {"2024", "2025", "2026"};
    static const char *const cells[] = {"status=unrated", "status=missed",
                                        "status=missed"};
    (void)state;
    for (int i = 0; i < 3; i++) {
        judge made = judge_begin(
            (judge_tables){.target = "comparator,value\nat_least,9\n",
                           .x = "2024 1, 2025 1",
                           .as_of = as_of[i]});
        assert_row(&made, "g", "c", cells[i]);
        assert_row(&made, "g", "c",
                   "value=- expected=- pace=- projection=- probability=- "
                   "shortfall=-");
        judge_end(&made);
    }
}

/* A85: own rows count what is below at that unit; a target judged finer by its
 * whole; inside a finer goal it stops. Wholes are not counted. */
static void completion_counts_targets_below(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level\ng,G,,\nh,H,g,\nk,K,g,school\n",
        .targets = "id,goal,metric,name,comparator,value,level\n"
                   "a,g,m,T,at_least,1,\nb,g,m,T,at_least,1,school\n"
                   "d,h,m,T,at_least,2,\ne,h,n,T,at_least,1,\n"
                   "f,h,m,T,none,,\n"
                   "i,k,m,T,at_least,1,\nj,k,n,T,at_least,1,\n",
        .metrics = "id,name,numerator\nm,M,x\nn,N,y\n",
        .units = "id,name,level,parent\nc,C,county,\ns,S,school,c\n",
        .observations = "unit,period,x,y\nc,2025,1,\ns,2025,1,\n"});
    assert_row(&made, "h", "c",
               "targets==2 targets_met==0 "
               "targets_unknown==1");
    assert_row(&made, "g", "c",
               "targets==4 targets_met==2 "
               "targets_unknown==1");
    assert_row(&made, "k", "s",
               "targets==2 targets_met==1 "
               "targets_unknown==1");
    assert_row(&made, "k", "c", "targets=- targets_met=- targets_unknown=-");
    judge_end(&made);
}

/* A1: a goal none of whose children apply at a unit has no row there, and takes
 * no part further up. */
static void goal_without_a_child_that_applies_has_no_row(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level\ng,G,,school\nh,H,g,\n",
        .targets = "id,goal,metric,name,comparator,value\n"
                   "a,g,a,T,at_least,1\nb,h,b,T,at_least,1\n",
        .metrics = "id,name,numerator,stage\na,A,x,\nb,B,x,primary\n",
        .units = "id,name,level,parent,stage\nc,C,county,,\n"
                 "p,P,school,c,primary\nj,J,school,c,junior\n",
        .observations = "unit,period,x\np,2025,0.5\nj,2025,1\n"});
    assert_int_equal(judge_row(&made, "h", "j"), -1);
    assert_row(&made, "g", "j",
               "verdict=met score==100 coverage==1 targets==1");
    assert_row(&made, "g", "p", "verdict=not_met score==50 targets==2");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(score_by_every_aggregate),
        cmocka_unit_test(score_by_median_at_exactly_half),
        cmocka_unit_test(score_of_zero_makes_geometric_and_harmonic_zero),
        cmocka_unit_test(score_of_equal_children_is_theirs),
        cmocka_unit_test(score_by_any_weights),
        cmocka_unit_test(unknown_children_by_mode),
        cmocka_unit_test(nothing_known_by_mode),
        cmocka_unit_test(bounds_go_through_the_tree),
        cmocka_unit_test(weight_zero_stays_out_of_the_score),
        cmocka_unit_test(weights_all_zero_make_no_score),
        cmocka_unit_test(rule_all),
        cmocka_unit_test(rule_any),
        cmocka_unit_test(rule_at_least_with_a_floor),
        cmocka_unit_test(rule_at_least_without_a_floor),
        cmocka_unit_test(rule_floor_is_decided_in_twelve_digits),
        cmocka_unit_test(rule_floor_of_an_unknown_child),
        cmocka_unit_test(rule_at_least_where_fewer_apply),
        cmocka_unit_test(rule_ignores_what_is_only_watched),
        cmocka_unit_test(goal_without_children_is_unknown),
        cmocka_unit_test(status_of_goals),
        cmocka_unit_test(completion_counts_targets_below),
        cmocka_unit_test(goal_without_a_child_that_applies_has_no_row)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
