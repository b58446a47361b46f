/* Expected value, pace and status (method §5, rulings A4, A21, A41, A71–A76).
 */
#include "evaluate/judge.h"

#define BASE "comparator,value,baseline,baseline_period\n"
#define SERIES "series,comparator,value,baseline,baseline_period\n"

/* --- Expected: linear from (b0, b) to (d, t) ---------------------------- */

/* 90 in 2020, 100 in 2025: 2 a year. */
static const char rise[] = BASE "at_least,100,90,2020\n";

static void expected_is_linear_from_the_baseline(void **state) {
    (void)state;
    assert_judged(rise, "2022 93", "2022", "expected=94 pace=0.75");
    assert_judged(rise, "2025 93", NULL, "expected=100 pace=0.3");
    assert_judged(rise, "2021 93", "2022", "expected=94 pace=-");
    assert_judged("comparator,value\nat_least,100\n", "2022 93", "2022",
                  "expected=- pace=- status=unrated");
    /* From 8 down to 4 in 2025 by 0.8 a year: 6.4 in 2022. */
    assert_judged(BASE "at_most,4,8,2020\n", "2022 7.2", "2022",
                  "expected=6.4 pace=0.5");
    /* Due after the plan: 90 to 105 in 2035 is 1 a year. */
    assert_judged("comparator,value,baseline,baseline_period,due\n"
                  "at_least,105,90,2020,2035\n",
                  "2025 94", NULL,
                  "expected=95 pace=0.8 status=slow verdict=not_met");
}

/* A74: up to the baseline's period nothing is expected. */
static void expected_up_to_the_baseline_is_none(void **state) {
    (void)state;
    assert_judged(BASE "at_least,100,90,2022\n", "2022 93", "2022",
                  "expected=- pace=-");
    assert_judged(BASE "at_least,100,90,2022\n", "2021 93", "2021",
                  "expected=- pace=- status=unrated");
    assert_judged(BASE "at_least,100,90,2022\n", "2023 93", "2023",
                  "expected=93.3333333333333");
}

/* A74: asked for and missing in the data. */
static void expected_without_the_baseline_is_none(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,baseline_period\nat_least,100,2020\n",
        .path = "target,period,value\nt,2022,94\n",
        .x = "2022 93, 2023 95",
        .as_of = "2023"});
    assert_row(&made, "t", "c", "expected=- pace=- status=unrated");
    judge_end(&made);
    assert_judged("comparator,value,baseline_period\nat_least,100,2020\n",
                  "2020 90, 2022 93", "2022", "expected=94 pace=0.75");
}

/* A74: to the limit nearest to b; inside, e = b. */
static void expected_of_a_band_is_the_nearest_limit(void **state) {
    static const char head[] = "comparator,value,upper,baseline,"
                               "baseline_period\n";
    char text[200];
    (void)state;
    snprintf(text, sizeof text, "%sbetween,90,110,80,2020\n", head);
    assert_judged(text, "2022 82", "2022", "expected=84 pace=0.5");
    snprintf(text, sizeof text, "%sbetween,90,110,120,2020\n", head);
    assert_judged(text, "2022 118", "2022", "expected=116 pace=0.5");
    snprintf(text, sizeof text, "%sbetween,90,110,100,2020\n", head);
    assert_judged(text, "2022 112", "2022", "expected=100 pace=0");
    assert_judged(text, "2022 109", "2022", "expected=100 pace=1");
    assert_judged("comparator,value,tolerance,baseline,baseline_period\n"
                  "about,100,10,80,2020\n",
                  "2022 82", "2022", "expected=84 pace=0.5");
}

/* A74: literal also where b is already better: 97 − 2 · 0.2. */
static void expected_walks_down_from_a_better_start(void **state) {
    (void)state;
    assert_judged(BASE "at_least,96,97,2020\n", "2022 95", "2022",
                  "expected=96.6 pace=0 status=off_track");
}

/* A74: e interpolates although each year must reach t. */
static void expected_of_every_period_interpolates(void **state) {
    (void)state;
    assert_judged("comparator,value,baseline,baseline_period,when\n"
                  "at_least,100,90,2020,every_period\n",
                  "2021 91, 2022 93", "2022",
                  "expected=94 pace=0.75 verdict=not_met status=slow");
}

/* --- Path points -------------------------------------------------------- */

static void expected_goes_through_the_path(void **state) {
    /* 90, 91, 92, 95.5, 99, 100 */
    static const char *const years[] = {"2021", "2022", "2023", "2024", "2025"};
    static const char *const cells[] = {
        "expected=91 pace=1", "expected=92 pace=0.5",
        "expected=95.5 pace=0.181818181818182",
        "expected=99 pace=0.111111111111111", "expected=100 pace=0.1"};
    (void)state;
    for (int y = 0; y < 5; y++) {
        judge made = judge_begin((judge_tables){
            .target = rise,
            .path = "target,period,value\nt,2024,99\nt,2022,92\n",
            .x = "2021 91, 2022 91, 2023 91, 2024 91, 2025 91",
            .as_of = years[y]});
        assert_row(&made, "t", "c", cells[y]);
        judge_end(&made);
    }
}

/* A74: without a baseline from the first point on, and no pace. */
static void expected_of_a_path_without_baseline(void **state) {
    static const char *const years[] = {"2021", "2022", "2023"};
    static const char *const cells[] = {"expected=-", "expected=92",
                                        "expected=95.5"};
    (void)state;
    for (int y = 0; y < 3; y++) {
        judge made = judge_begin((judge_tables){
            .target = "comparator,value\nat_least,100\n",
            .path = "target,period,value\nt,2022,92\nt,2024,99\n",
            .x = "2021 91, 2022 91, 2023 91",
            .as_of = years[y]});
        assert_row(&made, "t", "c", cells[y]);
        assert_row(&made, "t", "c", "pace=- status=unrated");
        judge_end(&made);
    }
}

/* A41: of a series since the baseline, points are of the series; of a
 * cumulative one running sums from (s − 1, 0). */
static void expected_of_paths_of_other_series(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,series,comparator,value,baseline,"
                   "baseline_period\n"
                   "t,g,m,T,since_baseline,at_least,10,90,2020\n"
                   "u,g,m,U,cumulative,at_least,100,,\n",
        .path = "target,period,value\nt,2022,2\nu,2023,60\n",
        .x = "2021 3, 2022 93, 2023 4, 2024 4",
        .as_of = "2022"});
    assert_row(&made, "t", "c", "value==3 expected=2 pace=1.5");
    assert_row(&made, "u", "c", "value==96 expected=40 pace=2.4");
    judge_end(&made);
    made = judge_begin((judge_tables){
        .target = "series,comparator,value\ncumulative,at_least,100\n",
        .path = "target,period,value\nt,2023,60\n",
        .x = "2021 10, 2022 10, 2023 10, 2024 10",
        .as_of = "2024"});
    assert_row(&made, "t", "c", "value==40 expected=80 pace=0.5");
    judge_end(&made);
}

/* A41: path points never change the verdict. */
static void path_does_not_change_the_verdict(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,when\nat_least,100,every_period\n",
        .path = "target,period,value\nt,2021,50\n",
        .x = "2021 60",
        .as_of = "2021"});
    assert_row(&made, "t", "c", "verdict=not_met expected=50");
    judge_end(&made);
}

/* --- Change, growth, cumulative, since baseline (A21) ------------------- */

/* e = 50 − 0.5 · 2; (49.6 − 50)/(−1). */
static void pace_of_change_compares_levels(void **state) {
    (void)state;
    assert_judged(SERIES "change,at_most,-0.5,50,2020\n",
                  "2021 49.8, 2022 49.6", "2022",
                  "value==-0.2 expected=49 pace=0.4 status=off_track");
    assert_judged("series,comparator,value\nchange,at_most,-0.5\n",
                  "2021 49.8, 2022 49.6", "2022",
                  "expected=- pace=- status=unrated");
    /* A band: the limit nearest to 0. */
    assert_judged("series,comparator,value,upper,baseline,baseline_period\n"
                  "change,between,-1,-0.5,50,2020\n",
                  "2021 49.8, 2022 49.6", "2022", "expected=49 pace=0.4");
}

/* e = 100 · 1.1² = 121; (110 − 100)/21. */
static void pace_of_growth_compares_levels(void **state) {
    (void)state;
    assert_judged(SERIES "growth,at_least,0.1,100,2020\n", "2021 108, 2022 110",
                  "2022",
                  "expected=121 pace=0.476190476190476 status=off_track");
    /* None if b ≤ 0 or t ≤ −1. */
    assert_judged(SERIES "growth,at_least,0.1,0,2020\n", "2021 108, 2022 110",
                  "2022", "expected=- pace=-");
    assert_judged(SERIES "growth,at_least,-1,100,2020\n", "2021 108, 2022 110",
                  "2022", "expected=-");
}

/* t (j − s + 1)/(d − s + 1) = 100 · 2/5. */
static void expected_of_cumulative_is_its_share_of_time(void **state) {
    (void)state;
    assert_judged("series,comparator,value\ncumulative,at_least,100\n",
                  "2021 10, 2022 20", "2022",
                  "expected=40 pace=0.75 status=slow");
    assert_judged("series,comparator,value\ncumulative,at_least,100\n",
                  "2021 10", "2022", "expected=40 pace=- status=unknown");
}

static void pace_since_baseline_starts_at_zero(void **state) {
    (void)state;
    assert_judged(SERIES "since_baseline,at_least,10,90,2020\n", "2022 92",
                  "2022", "value==2 expected=4 pace=0.5");
    assert_judged(SERIES "growth_since_baseline,at_least,0.5,90,2020\n",
                  "2022 99", "2022", "value=0.1 expected=0.2 pace=0.5");
}

/* --- A4: a start that satisfies ----------------------------------------- */

static void pace_from_a_start_that_satisfies(void **state) {
    (void)state;
    assert_judged(BASE "at_least,96,97,2020\n", "2022 95", "2022",
                  "pace=0 status=off_track verdict=not_met");
    assert_judged(BASE "at_least,96,97,2020\n", "2022 96", "2022",
                  "pace=1 status=achieved");
    assert_judged(BASE "at_least,96,97,2020\n", "2021 95", "2022",
                  "pace=- status=unknown");
    /* Cumulative starts at 0: a cap that is broken. */
    assert_judged("series,comparator,value\ncumulative,at_most,10\n", "2021 12",
                  "2021", "pace=0 status=off_track");
    assert_judged("series,comparator,value\ncumulative,at_most,10\n", "2021 9",
                  "2021", "pace=1 status=achieved");
    /* No change satisfies. */
    assert_judged(SERIES "change,at_most,0.5,50,2020\n", "2021 50, 2022 51",
                  "2022", "pace=0 status=lost");
    assert_judged(SERIES "change,at_most,0.5,50,2020\n", "2021 51, 2022 52",
                  "2022", "pace=0 status=off_track");
    /* A strict start on the limit does not satisfy, but e = b. */
    assert_judged(BASE "above,50,50,2020\n", "2022 50", "2022",
                  "expected=50 pace=0 status=off_track");
}

/* e = b through a flat path. */
static void pace_where_nothing_is_expected_yet(void **state) {
    (void)state;
    judge made =
        judge_begin((judge_tables){.target = rise,
                                   .path = "target,period,value\nt,2022,90\n",
                                   .x = "2022 95",
                                   .as_of = "2022"});
    assert_row(&made, "t", "c", "expected=90 pace=0 status=off_track");
    judge_end(&made);
}

/* --- Growth pace, and the three answers of a yearly rule ---------------- */

/* ((120/100)^(1/2) − 1)/((200/100)^(1/5) − 1) */
static void growth_pace_is_actual_over_required(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = BASE "at_least,200,100,2020\nat_least,-5,-9,2020\n"
                       "at_least,100,100,2020\n",
        .x = "2022 120",
        .as_of = "2022"});
    assert_close(judge_value(&made, "t", "c", ATTAIN_MEASURE_GROWTH_PACE),
                 (sqrt(1.2) - 1) / (pow(2, 0.2) - 1), 1e-12);
    assert_row(&made, "t2", "c", "growth_pace=-");
    assert_row(&made, "t3", "c", "growth_pace=-");
    judge_end(&made);
    assert_judged("comparator,value\nat_least,200\n", "2022 120", "2022",
                  "growth_pace=-");
    assert_judged(SERIES "since_baseline,at_least,20,100,2020\n", "2022 120",
                  "2022", "growth_pace=-");
}

/* 12 − 10 − 3 · 1, and (12 − 10)/3. */
static void change_is_judged_cumulatively_and_by_its_mean(void **state) {
    (void)state;
    assert_judged(SERIES "change,at_least,1,10,2020\n", "2022 11.5, 2023 12",
                  "2023",
                  "value==0.5 cumulative_gap==-1 "
                  "mean_change=0.666666666666667 expected=13");
    assert_judged("series,comparator,value\nchange,at_least,1\n",
                  "2022 11.5, 2023 12", "2023",
                  "cumulative_gap=- mean_change=-");
    assert_judged(BASE "at_least,20,10,2020\n", "2023 12", "2023",
                  "cumulative_gap=- mean_change=-");
}

/* --- Status ------------------------------------------------------------- */

static void status_by_pace(void **state) {
    /* Expected in 2022: 94; pace (x − 90)/4. */
    static const char *const cells[][2] = {
        {"2022 93.8", "status=on_track pace=0.95"},
        {"2022 93.79999", "status=slow"},
        {"2022 99", "status=on_track pace=2.25"},
        {"2022 92.4", "status=slow pace=0.6"},
        {"2022 92.39999", "status=off_track"},
        {"2022 90", "status=off_track pace=0"},
        {"2022 89.99", "status=reversing"},
        {"2022 100", "status=achieved pace=2.5"}};
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        assert_judged(rise, cells[i][0], "2022", cells[i][1]);
}

/* A71, A76: only at d it is missed; achieved before d. */
static void status_at_the_due_period(void **state) {
    (void)state;
    assert_judged(rise, "2025 99.9", NULL, "status=missed verdict=not_met");
    assert_judged(rise, "2025 100", NULL, "status=achieved");
    assert_judged(rise, "2024 99.9", "2024", "status=on_track");
    /* A76: every_period that failed at first can never be met. */
    assert_judged("comparator,value,baseline,baseline_period,when\n"
                  "at_least,100,90,2020,every_period\n",
                  "2021 99, 2022 99", "2022",
                  "status=on_track verdict=not_met");
}

static void status_by_other_cut_offs(void **state) {
    attain_evaluate_options options;
    judge made = judge_read((judge_tables){.target = rise, .x = "2022 92"});
    (void)state;
    attain_evaluate_options_init(&options);
    options.as_of = 2022;
    options.on_track = 0.5;
    options.slow = 0.5;
    assert_int_equal(
        attain_evaluate(made.plan, made.data, &options, &made.ev, NULL), 0);
    assert_row(&made, "t", "c", "pace=0.5 status=on_track");
    attain_evaluation_destroy(made.ev);
    options.on_track = 0.8;
    options.slow = 0.4;
    assert_int_equal(
        attain_evaluate(made.plan, made.data, &options, &made.ev, NULL), 0);
    assert_row(&made, "t", "c", "status=slow");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(expected_is_linear_from_the_baseline),
        cmocka_unit_test(expected_up_to_the_baseline_is_none),
        cmocka_unit_test(expected_without_the_baseline_is_none),
        cmocka_unit_test(expected_of_a_band_is_the_nearest_limit),
        cmocka_unit_test(expected_walks_down_from_a_better_start),
        cmocka_unit_test(expected_of_every_period_interpolates),
        cmocka_unit_test(expected_goes_through_the_path),
        cmocka_unit_test(expected_of_a_path_without_baseline),
        cmocka_unit_test(expected_of_paths_of_other_series),
        cmocka_unit_test(path_does_not_change_the_verdict),
        cmocka_unit_test(pace_of_change_compares_levels),
        cmocka_unit_test(pace_of_growth_compares_levels),
        cmocka_unit_test(expected_of_cumulative_is_its_share_of_time),
        cmocka_unit_test(pace_since_baseline_starts_at_zero),
        cmocka_unit_test(pace_from_a_start_that_satisfies),
        cmocka_unit_test(pace_where_nothing_is_expected_yet),
        cmocka_unit_test(growth_pace_is_actual_over_required),
        cmocka_unit_test(change_is_judged_cumulatively_and_by_its_mean),
        cmocka_unit_test(status_by_pace),
        cmocka_unit_test(status_at_the_due_period),
        cmocka_unit_test(status_by_other_cut_offs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
