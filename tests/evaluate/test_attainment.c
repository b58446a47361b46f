/* How much of a promise is kept, 0 to 1 (method §4, rulings A11–A16,
 * A65–A70). Scores against peers are in test_peers.c. */
#include "evaluate/judge.h"

/* The score that node t uses. */
static int32_t score_of(judge_tables tables) {
    judge made = judge_begin(tables);
    attain_node node;
    attain_node_init(&node);
    assert_int_equal(attain_evaluation_get_node(made.ev, judge_node(&made, "t"),
                                                &node, NULL),
                     ATTAIN_OK);
    judge_end(&made);
    return node.score;
}

/* --- Which score (A12) -------------------------------------------------- */

static void score_is_the_first_that_can_be_computed(void **state) {
    (void)state;
    assert_int_equal(
        score_of((judge_tables){.target = "comparator,value\nat_least,5\n",
                                .x = "2025 4"}),
        ATTAIN_SCORE_RATIO);
    assert_int_equal(score_of((judge_tables){
                         .target = "comparator,value,baseline,baseline_period\n"
                                   "at_least,5,1,2020\n",
                         .x = "2025 4"}),
                     ATTAIN_SCORE_PROGRESS);
    /* progress needs a level: A11, the baseline of a change is one. */
    assert_int_equal(
        score_of((judge_tables){
            .target = "series,comparator,value,baseline,baseline_period\n"
                      "change,at_least,5,1,2020\n",
            .x = "2025 4"}),
        ATTAIN_SCORE_RATIO);
    /* A108: or one of the series since the baseline. */
    assert_int_equal(
        score_of((judge_tables){
            .target = "series,comparator,value,baseline,baseline_period\n"
                      "since_baseline,at_least,5,1,2020\n",
            .x = "2025 4"}),
        ATTAIN_SCORE_PROGRESS);
    /* A band without outer limits has no ratio. */
    assert_int_equal(score_of((judge_tables){
                         .target = "comparator,value,tolerance\nabout,100,5\n",
                         .x = "2025 4"}),
                     ATTAIN_SCORE_PASS);
    assert_int_equal(
        score_of((judge_tables){
            .target = "comparator,value,tolerance,outer_low,outer_high\n"
                      "about,100,5,90,110\n",
            .x = "2025 4"}),
        ATTAIN_SCORE_RATIO);
}

static void score_of_the_plan_where_it_can_be_computed(void **state) {
    (void)state;
    assert_int_equal(
        score_of((judge_tables){
            .plan = "score,efficacy\n",
            .target = "comparator,value,bad,good\nat_least,5,0,5\n",
            .x = "2025 4"}),
        ATTAIN_SCORE_EFFICACY);
    assert_int_equal(
        score_of((judge_tables){.plan = "score,efficacy\n",
                                .target = "comparator,value\nat_least,5\n",
                                .x = "2025 4"}),
        ATTAIN_SCORE_RATIO);
    assert_int_equal(
        score_of((judge_tables){.plan = "score,rank\n",
                                .target = "comparator,value\nat_least,5\n",
                                .x = "2025 4"}),
        ATTAIN_SCORE_RANK);
    /* The target's own goes first. */
    assert_int_equal(score_of((judge_tables){
                         .plan = "score,rank\n",
                         .target = "comparator,value,score\nat_least,5,pass\n",
                         .x = "2025 4"}),
                     ATTAIN_SCORE_PASS);
    /* A58: none takes no part but by efficacy, steps or peers. */
    assert_int_equal(
        score_of((judge_tables){.target = "comparator\nnone\n", .x = "2025 4"}),
        ATTAIN_SCORE_DEFAULT);
    assert_int_equal(
        score_of((judge_tables){.plan = "score,steps\n",
                                .target = "comparator,steps\nnone,0:0;4:1\n",
                                .x = "2025 4"}),
        ATTAIN_SCORE_STEPS);
}

/* --- Ratio -------------------------------------------------------------- */

static void ratio_of_a_lower_limit_is_x_over_t(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,96\n", "2025 48", NULL,
                  "attainment=0.5");
    assert_judged("comparator,value\nat_least,96\n", "2025 200", NULL,
                  "attainment=1");
    /* A66: x ≤ 0 is the far wrong side. */
    assert_judged("comparator,value\nat_least,96\n", "2025 0", NULL,
                  "attainment=0");
    assert_judged("comparator,value\nat_least,96\n", "2025 -5", NULL,
                  "attainment=0");
}

static void ratio_of_an_upper_limit_is_t_over_x(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_most,4\n", "2025 5", NULL,
                  "attainment=0.8");
    assert_judged("comparator,value\nat_most,4\n", "2025 0", NULL,
                  "attainment=1 verdict=met");
    assert_judged("comparator,value\nat_most,4\n", "2025 -1", NULL,
                  "attainment=1 verdict=met");
}

/* A66: below 0 the quotients swap. */
static void ratio_of_negative_limits_swaps(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,-5\n", "2025 -10", NULL,
                  "attainment=0.5 verdict=not_met");
    assert_judged("comparator,value\nat_least,-5\n", "2025 3", NULL,
                  "attainment=1");
    assert_judged("comparator,value\nat_most,-5\n", "2025 -2", NULL,
                  "attainment=0.4 verdict=not_met");
    assert_judged("comparator,value\nat_most,-5\n", "2025 3", NULL,
                  "attainment=0 verdict=not_met");
    assert_judged("comparator,value\nat_most,-5\n", "2025 0", NULL,
                  "attainment=0");
}

static void ratio_of_zero_is_pass(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_most,0\n", "2025 0", NULL,
                  "attainment=1");
    assert_judged("comparator,value\nat_most,0\n", "2025 1", NULL,
                  "attainment=0");
    assert_judged("comparator,value\nat_least,0\n", "2025 -1", NULL,
                  "attainment=0");
    assert_judged("comparator,value\nabove,0\n", "2025 0", NULL,
                  "attainment=0 verdict=not_met");
}

/* A15: strict at equality is not met, and the formula gives 1. */
static void ratio_at_a_strict_limit_is_one(void **state) {
    (void)state;
    assert_judged("comparator,value\nabove,50\n", "2025 50", NULL,
                  "attainment=1 verdict=not_met shortfall=0");
    assert_judged("comparator,value\nbelow,50\n", "2025 50", NULL,
                  "attainment=1 verdict=not_met");
}

/* 1 − dist/max(lo − m, M − hi) = 1 − dist/max(10, 20). */
static void ratio_of_a_band_falls_to_the_outer_limits(void **state) {
    static const char band[] = "comparator,value,upper,outer_low,outer_high\n"
                               "between,90,110,80,130\n";
    (void)state;
    assert_judged(band, "2025 100", NULL, "attainment=1 verdict=met");
    assert_judged(band, "2025 85", NULL, "attainment=0.75");
    assert_judged(band, "2025 120", NULL, "attainment=0.5");
    assert_judged(band, "2025 140", NULL, "attainment=0");
    assert_judged("comparator,value,tolerance,outer_low,outer_high\n"
                  "about,100,10,80,130\n",
                  "2025 85", NULL, "attainment=0.75");
}

/* A32: below 1e-12 is 0. */
static void attainment_next_to_nothing_is_zero(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,1\n", "2025 1e-13", NULL,
                  "attainment==0");
    assert_judged("comparator,value\nat_least,1\n", "2025 2e-12", NULL,
                  "attainment=2e-12");
}

/* --- Progress ----------------------------------------------------------- */

#define BASE "comparator,value,upper,baseline,baseline_period\n"

static void progress_is_the_share_of_the_way(void **state) {
    (void)state;
    assert_judged(BASE "at_least,96,,90,2020\n", "2025 93", NULL,
                  "attainment=0.5");
    assert_judged(BASE "at_least,96,,90,2020\n", "2025 89", NULL,
                  "attainment=0");
    assert_judged(BASE "at_least,96,,90,2020\n", "2025 99", NULL,
                  "attainment=1");
    /* From 8 down to 4. */
    assert_judged(BASE "at_most,4,,8,2020\n", "2025 5", NULL,
                  "attainment=0.75");
    assert_judged(BASE "above,50,,40,2020\n", "2025 50", NULL,
                  "attainment=1 verdict=not_met");
}

/* A13: 1 − dist(x)/dist(b), so that overshooting is no progress. */
static void progress_of_a_band_is_by_distance(void **state) {
    (void)state;
    assert_judged(BASE "between,90,110,80,2020\n", "2025 85", NULL,
                  "attainment=0.5 verdict=not_met");
    assert_judged(BASE "between,90,110,80,2020\n", "2025 115", NULL,
                  "attainment=0.5 verdict=not_met");
    assert_judged(BASE "between,90,110,80,2020\n", "2025 120", NULL,
                  "attainment=0 verdict=not_met");
    assert_judged(BASE "between,90,110,80,2020\n", "2025 95", NULL,
                  "attainment=1 verdict=met");
}

/* A65: t = b comes first. */
static void progress_from_the_limit_is_all_or_nothing(void **state) {
    (void)state;
    assert_judged(BASE "at_least,99,,99,2020\n", "2025 99", NULL,
                  "attainment=1");
    assert_judged(BASE "at_least,99,,99,2020\n", "2025 98", NULL,
                  "attainment=0");
    assert_judged(BASE "above,50,,50,2020\n", "2025 50", NULL,
                  "attainment=0 verdict=not_met");
}

/* A65: from a strictly better start, ratio. */
static void progress_from_a_better_start_is_the_ratio(void **state) {
    (void)state;
    assert_judged(BASE "at_least,96,,97,2020\n", "2025 48", NULL,
                  "attainment=0.5");
    assert_judged(BASE "at_least,96,,97,2020\n", "2025 96.5", NULL,
                  "attainment=1");
    /* A band without outer limits has no ratio. */
    assert_judged(BASE "between,90,110,100,2020\n", "2025 80", NULL,
                  "attainment=0");
    assert_judged("comparator,value,upper,baseline,baseline_period,"
                  "outer_low,outer_high\nbetween,90,110,100,2020,70,130\n",
                  "2025 85", NULL, "attainment=0.75");
}

/* A14: where the baseline is missing, 1 if it holds, else unknown. */
static void progress_without_the_baseline_is_unknown(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,baseline_period,level\n"
                  "at_least,96,2020,school\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\nd,D,school,c\n",
        .observations = "unit,period,x\na,2020,90\na,2025,93\nb,2025,97\n"
                        "d,2025,95\n"});
    assert_row(&made, "t", "a", "attainment=0.5");
    assert_row(&made, "t", "b", "attainment=1 verdict=met");
    assert_row(&made, "t", "d", "attainment=- verdict=not_met");
    judge_end(&made);
}

/* A108: since_baseline starts at 0. */
static void progress_since_baseline_starts_at_zero(void **state) {
    (void)state;
    assert_judged("series,comparator,value,baseline,baseline_period\n"
                  "since_baseline,at_least,10,40,2020\n",
                  "2025 44", NULL, "value==4 attainment=0.4");
}

/* --- Efficacy, pass, steps ---------------------------------------------- */

/* (60 + 40 (x − 80)/(100 − 80))/100 = 0.6 + (x − 80)/50 */
static void efficacy_is_sixty_at_bad_and_hundred_at_good(void **state) {
    static const char clipped[] =
        "comparator,value,score,bad,good\nat_least,96,efficacy,80,100\n";
    static const char open[] = "comparator,value,score,bad,good,open\n"
                               "at_least,96,efficacy,80,100,yes\n";
    (void)state;
    assert_judged(clipped, "2025 80", NULL, "attainment=0.6");
    assert_judged(clipped, "2025 100", NULL, "attainment=1");
    assert_judged(clipped, "2025 90", NULL, "attainment=0.8");
    /* Met, but the formula decides: 0.92. */
    assert_judged(clipped, "2025 96", NULL, "attainment=0.92 verdict=met");
    assert_judged(clipped, "2025 120", NULL, "attainment=1");
    assert_judged(clipped, "2025 40", NULL, "attainment=0");
    assert_judged(open, "2025 120", NULL, "attainment=1.4");
    assert_judged(open, "2025 40", NULL, "attainment=-0.2");
    assert_judged(open, "2025 50", NULL, "attainment==0");
    assert_judged(open, "2024 50", "2025", "attainment=-");
    /* A67: low is good. */
    assert_judged("comparator,value,score,bad,good\nat_most,4,efficacy,10,5\n",
                  "2025 7.5", NULL, "attainment=0.8");
    /* A58: also where nothing is promised. */
    assert_judged("comparator,score,bad,good\nnone,efficacy,80,100\n",
                  "2025 90", NULL, "attainment=0.8 verdict=-");
}

static void pass_is_one_or_zero(void **state) {
    (void)state;
    assert_judged("comparator,value,score\nat_least,96,pass\n", "2025 96", NULL,
                  "attainment=1");
    assert_judged("comparator,value,score\nat_least,96,pass\n", "2025 95", NULL,
                  "attainment=0");
    assert_judged("comparator,value,score\nat_least,96,pass\n", "2024 95",
                  "2025", "attainment=-");
}

/* A16: closed below; it reads x, not attainment. */
static void steps_are_closed_below(void **state) {
    static const char steps[] = "comparator,value,score,steps\n"
                                "at_least,96,steps,0:0;60:0.6;90:1\n";
    (void)state;
    assert_judged(steps, "2025 60", NULL, "attainment=0.6");
    assert_judged(steps, "2025 59.9", NULL, "attainment=0");
    assert_judged(steps, "2025 89", NULL, "attainment=0.6");
    assert_judged(steps, "2025 95", NULL, "attainment=1 verdict=not_met");
    assert_judged(steps, "2025 -1", NULL, "attainment=0");
    assert_judged(steps, "2024 60", "2025", "attainment=-");
    assert_judged("comparator,value,score,steps\n"
                  "at_least,96,steps,10:0.5\n",
                  "2025 9", NULL, "attainment=0");
}

/* --- every_period (A68) ------------------------------------------------- */

static const char every[] =
    "comparator,value,when,score\nat_least,10,every_period,ratio\n";

static void every_period_is_the_mean(void **state) {
    (void)state;
    /* (1 + 0.5 + 1 + 0.2 + 0.8)/5 */
    assert_judged(every, "2021 10, 2022 5, 2023 12, 2024 2, 2025 8", NULL,
                  "attainment=0.7 verdict=not_met");
}

/* Known 1, 0.5, 0.9 of five: as the plan treats unknown children. The goal
 * shows the bounds: 2.4/5 and 4.4/5, and the known share 3/5. */
static void every_period_with_gaps_by_mode(void **state) {
    static const char *const modes[] = {"missing,renormalise\n",
                                        "missing,zero\n", "missing,strict\n"};
    static const char *const target[] = {"attainment=0.8", "attainment=0.48",
                                         "attainment=-"};
    static const char *const goal[] = {"score=80 low=48 high=88 coverage=0.6",
                                       "score=48 low=48 high=88 coverage=0.6",
                                       "score=- low=48 high=88 coverage=0.6"};
    (void)state;
    for (int m = 0; m < 3; m++) {
        judge made = judge_begin((judge_tables){.plan = modes[m],
                                                .target = every,
                                                .x = "2021 10, 2022 5, 2024 9",
                                                .as_of = "2025"});
        assert_row(&made, "t", "c", target[m]);
        assert_row(&made, "g", "c", goal[m]);
        judge_end(&made);
    }
}

static void every_period_of_nothing_is_unknown(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = every, .x = "2020 10", .as_of = "2025"});
    assert_row(&made, "t", "c", "attainment=- verdict=unknown");
    assert_row(&made, "g", "c", "score=- low=0 high=100 coverage=0");
    judge_end(&made);
}

/* A5: only judged periods count: (1 + 0.5)/2. */
static void every_period_leaves_closed_periods_out(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,when,score,level\n"
                  "at_least,10,every_period,ratio,school\n",
        .units = "id,name,level,parent,opened\nc,C,county,,\n"
                 "a,A,school,c,2024\n",
        .observations = "unit,period,x\na,2023,1\na,2024,10\na,2025,5\n"});
    assert_row(&made, "t", "a", "attainment=0.75");
    judge_end(&made);
}

/* --- Beyond 0 … 1 (A70) ------------------------------------------------- */

/* 1.4 and an unknown: score 140, bounds (1.4 + 0)/2 and (1.4 + 1)/2. */
static void open_scores_enter_goals_as_they_are(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value,score,bad,good,open\n"
                   "t,g,m,T,at_least,96,efficacy,80,100,yes\n"
                   "u,g,n,U,at_least,96,pass,,,\n",
        .metrics = "id,name,numerator\nm,M,x\nn,N,y\n",
        .observations = "unit,period,x,y\nc,2025,120,\n"});
    assert_row(&made, "g", "c", "score=140 low=70 high=120 coverage=0.5");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(score_is_the_first_that_can_be_computed),
        cmocka_unit_test(score_of_the_plan_where_it_can_be_computed),
        cmocka_unit_test(ratio_of_a_lower_limit_is_x_over_t),
        cmocka_unit_test(ratio_of_an_upper_limit_is_t_over_x),
        cmocka_unit_test(ratio_of_negative_limits_swaps),
        cmocka_unit_test(ratio_of_zero_is_pass),
        cmocka_unit_test(ratio_at_a_strict_limit_is_one),
        cmocka_unit_test(ratio_of_a_band_falls_to_the_outer_limits),
        cmocka_unit_test(attainment_next_to_nothing_is_zero),
        cmocka_unit_test(progress_is_the_share_of_the_way),
        cmocka_unit_test(progress_of_a_band_is_by_distance),
        cmocka_unit_test(progress_from_the_limit_is_all_or_nothing),
        cmocka_unit_test(progress_from_a_better_start_is_the_ratio),
        cmocka_unit_test(progress_without_the_baseline_is_unknown),
        cmocka_unit_test(progress_since_baseline_starts_at_zero),
        cmocka_unit_test(efficacy_is_sixty_at_bad_and_hundred_at_good),
        cmocka_unit_test(pass_is_one_or_zero),
        cmocka_unit_test(steps_are_closed_below),
        cmocka_unit_test(every_period_is_the_mean),
        cmocka_unit_test(every_period_with_gaps_by_mode),
        cmocka_unit_test(every_period_of_nothing_is_unknown),
        cmocka_unit_test(every_period_leaves_closed_periods_out),
        cmocka_unit_test(open_scores_enter_goals_as_they_are)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
