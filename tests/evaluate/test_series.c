/* What is looked at: level, change, growth, since the baseline, cumulative
 * (method §3, rulings A5, A9, A10, A20, A49, A62, A108). */
#include "evaluate/judge.h"

static void level_is_the_value_of_the_period(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,5\n", "2024 4, 2025 6", NULL,
                  "value==6 verdict=met coverage=1");
}

static void change_is_on_the_period_before(void **state) {
    (void)state;
    assert_judged("series,comparator,value\nchange,at_least,2\n",
                  "2024 4, 2025 6.5", NULL, "value==2.5 verdict=met");
    assert_judged("series,comparator,value\nchange,at_least,2\n", "2025 6.5",
                  NULL, "value=- verdict=unknown coverage=1");
}

/* A10: v(s − 1) is looked up in the data before the plan. */
static void change_in_the_first_period_uses_the_one_before(void **state) {
    (void)state;
    assert_judged("series,comparator,value\nchange,at_least,2\n",
                  "2020 4, 2021 6.5", "2021", "value==2.5 verdict=met");
    assert_judged("series,comparator,value\nchange,at_least,2\n", "2021 6.5",
                  "2021", "value=- verdict=unknown");
}

/* A10: where it is missing, the stated baseline of that very period is v. */
static void change_takes_the_stated_baseline_where_data_lack(void **state) {
    static const char stated[] =
        "series,comparator,value,baseline,baseline_period\n"
        "change,at_least,2,4,2020\n";
    (void)state;
    assert_judged(stated, "2021 6.5", "2021", "value==2.5 verdict=met");
    /* The data go first. */
    assert_judged(stated, "2020 5, 2021 6.5", "2021",
                  "value==1.5 verdict=not_met");
    /* A baseline of another period does not stand in. */
    assert_judged("series,comparator,value,baseline,baseline_period\n"
                  "change,at_least,2,4,2019\n",
                  "2021 6.5", "2021", "value=- verdict=unknown");
    /* Generally: v(p − 1) missing and b0 = p − 1. */
    assert_judged("series,comparator,value,baseline,baseline_period\n"
                  "change,at_least,2,4,2022\n",
                  "2023 6.5", "2023", "value==2.5 verdict=met");
}

static void growth_is_a_fraction(void **state) {
    (void)state;
    assert_judged("series,comparator,value\ngrowth,at_least,0.05\n",
                  "2024 80, 2025 100", NULL, "value=0.25 verdict=met");
}

/* A9: no growth on what is not above 0. */
static void growth_on_zero_or_less_has_no_value(void **state) {
    (void)state;
    for (int negative = 0; negative < 2; negative++) {
        judge made = judge_begin((judge_tables){
            .target = "series,comparator,value\ngrowth,at_least,0.05\n",
            .x = negative ? "2024 -5, 2025 7" : "2024 0, 2025 7"});
        assert_row(&made, "t", "c", "value=- verdict=unknown");
        assert_true(judge_found(&made, "'t'"));
        judge_end(&made);
    }
}

static void since_baseline_is_measured_from_it(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value,baseline,baseline_period\n"
                  "since_baseline,above,0,40,2020\n"
                  "since_baseline,at_least,5,,2020\n"
                  "growth_since_baseline,at_least,0.1,40,2020\n"
                  "growth_since_baseline,at_least,0.1,,2020\n",
        .x = "2020 50, 2025 54"});
    assert_row(&made, "t", "c", "value==14 verdict=met");
    assert_row(&made, "t2", "c", "value==4 verdict=not_met shortfall==1");
    /* 54/40 − 1 and 54/50 − 1 */
    assert_row(&made, "t3", "c", "value=0.35 verdict=met");
    assert_row(&made, "t4", "c", "value=0.08 verdict=not_met");
    judge_end(&made);
}

/* A108: missing at a unit, or not above 0 for growth: unknown, and nothing
 * expected. */
static void since_baseline_without_it_is_unknown(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "series,comparator,value,baseline_period\n"
                                 "since_baseline,at_least,5,2020\n"
                                 "growth_since_baseline,at_least,0.1,2020\n"
                                 "growth_since_baseline,at_least,0.1,2019\n",
                       .x = "2019 0, 2023 54",
                       .as_of = "2023"});
    assert_row(&made, "t", "c",
               "value=- verdict=unknown expected=- pace=- attainment=-");
    assert_row(&made, "t2", "c", "value=- verdict=unknown expected=-");
    assert_row(&made, "t3", "c",
               "value=- verdict=unknown expected=- projection=-");
    judge_end(&made);
}

/* --- Cumulative --------------------------------------------------------- */

static void cumulative_sums_from_the_first_period(void **state) {
    (void)state;
    assert_judged("series,comparator,value\ncumulative,at_least,10\n",
                  "2020 100, 2021 1, 2022 2, 2023 3, 2024 4, 2025 5", NULL,
                  "value==15 verdict=met");
    assert_judged("series,comparator,value\ncumulative,at_least,10\n",
                  "2020 100, 2021 1, 2022 2, 2023 3", "2023",
                  "value==6 verdict=not_met");
}

/* A20: a missing year leaves it unknown, but met if the known part reaches. */
static void cumulative_with_a_gap_at_least(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value,score,baseline\n"
                  "cumulative,at_least,10,,\ncumulative,at_least,10,pass,\n"
                  "cumulative,at_least,11,,\ncumulative,at_least,11,pass,\n"
                  "cumulative,above,10,,\ncumulative,above,9,ratio,\n",
        .x = "2021 4, 2022 6",
        .as_of = "2025"});
    assert_row(&made, "t", "c",
               "value=- verdict=met status=achieved attainment=1 "
               "shortfall=-");
    assert_row(&made, "t2", "c", "verdict=met attainment=1");
    assert_row(&made, "t3", "c", "value=- verdict=unknown attainment=-");
    assert_row(&made, "t4", "c", "verdict=unknown attainment=-");
    assert_row(&made, "t5", "c", "verdict=unknown");
    assert_row(&made, "t6", "c", "verdict=met attainment=1");
    judge_end(&made);
}

static void cumulative_with_a_gap_at_most(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value,upper,tolerance,score\n"
                  "cumulative,at_most,9,,,\ncumulative,at_most,9,,,pass\n"
                  "cumulative,at_most,10,,,\ncumulative,below,10,,,pass\n"
                  "cumulative,between,1,9,,pass\n"
                  "cumulative,between,1,10,,pass\n"
                  "cumulative,about,5,,4,pass\ncumulative,about,5,,5,pass\n",
        .x = "2021 4, 2022 6",
        .as_of = "2025"});
    /* A72: 4 of 9 was met as of 2021. */
    assert_row(&made, "t", "c",
               "value=- verdict=not_met status=lost attainment=-");
    assert_row(&made, "t2", "c", "verdict=not_met attainment=0");
    assert_row(&made, "t3", "c", "verdict=unknown attainment=-");
    assert_row(&made, "t4", "c", "verdict=not_met");
    assert_row(&made, "t5", "c", "verdict=not_met attainment=0");
    assert_row(&made, "t6", "c", "verdict=unknown attainment=-");
    assert_row(&made, "t7", "c", "verdict=not_met");
    assert_row(&made, "t8", "c", "verdict=unknown");
    judge_end(&made);
}

/* A20: a known negative term, and missing ones may be negative too. */
static void cumulative_with_a_gap_and_negative_terms(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value\ncumulative,at_least,5\n"
                  "cumulative,at_most,5\n",
        .x = "2021 -1, 2022 10",
        .as_of = "2025"});
    assert_row(&made, "t", "c", "verdict=unknown value=-");
    assert_row(&made, "t2", "c", "verdict=unknown value=-");
    judge_end(&made);
}

static void cumulative_of_nothing_known_is_unknown(void **state) {
    (void)state;
    assert_judged("series,comparator,value\ncumulative,at_least,5\n", "2020 9",
                  "2025", "verdict=unknown value=-");
    assert_judged("series,comparator\ncumulative,none\n", "2021 9, 2022 1",
                  "2023", "verdict=- value=- status=unknown");
}

/* A5: the open periods are summed. */
static void cumulative_sums_open_periods(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value,level\n"
                  "cumulative,at_least,5,school\n",
        .units = "id,name,level,parent,opened\nc,C,county,,\n"
                 "a,A,school,c,2024\nb,B,school,c,\n",
        .observations = "unit,period,x\na,2023,50\na,2024,2\na,2025,3\n"
                        "b,2024,2\nb,2025,2\n"});
    assert_row(&made, "t", "a", "verdict=met value==5");
    assert_row(&made, "t", "b", "verdict=unknown value=-");
    judge_end(&made);
}

/* hold and every_period judge the sum of each period. */
static void cumulative_is_judged_in_every_period(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "series,comparator,value,when\n"
                                 "cumulative,at_least,2,every_period\n"
                                 "cumulative,at_least,4,hold\n"
                                 "cumulative,at_least,4,every_period\n",
                       .x = "2021 2, 2022 3, 2023 -4",
                       .as_of = "2023"});
    /* Sums 2, 5, 1. */
    assert_row(&made, "t", "c", "verdict=not_met status=lost value==1");
    assert_row(&made, "t2", "c", "verdict=not_met status=lost");
    assert_row(&made, "t3", "c", "verdict=not_met status=off_track");
    judge_end(&made);
}

/* --- Frequencies and members -------------------------------------------- */

/* A62: in a quarterly plan the period before is the quarter before. */
static void change_in_quarters_is_on_the_quarter_before(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.plan = "key,value\nid,p\nname,P\nfirst_period,2024-Q1\n"
                               "last_period,2025-Q4\nlevel,county\n",
                       .target = "series,comparator,value\nchange,at_least,1\n",
                       .x = "2024-Q4 5, 2025-Q1 7, 2024-Q1 1",
                       .as_of = "2025-Q1"});
    assert_row(&made, "t", "c", "value==2 verdict=met");
    judge_end(&made);
}

/* A49: the difference of two means, each over its own members: (2 + 6)/2 − 2.
 */
static void change_of_a_mean_has_no_matched_panel(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value\nchange,at_least,2\n",
        .metrics = "id,name,numerator,across\nm,M,x,mean\n",
        .units = "id,name,level,parent,opened\nc,C,county,,\n"
                 "a,A,school,c,\nb,B,school,c,2025\n",
        .observations = "unit,period,x\na,2024,2\na,2025,2\nb,2025,6\n"});
    assert_row(&made, "t", "c", "value==2 verdict=met");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(level_is_the_value_of_the_period),
        cmocka_unit_test(change_is_on_the_period_before),
        cmocka_unit_test(change_in_the_first_period_uses_the_one_before),
        cmocka_unit_test(change_takes_the_stated_baseline_where_data_lack),
        cmocka_unit_test(growth_is_a_fraction),
        cmocka_unit_test(growth_on_zero_or_less_has_no_value),
        cmocka_unit_test(since_baseline_is_measured_from_it),
        cmocka_unit_test(since_baseline_without_it_is_unknown),
        cmocka_unit_test(cumulative_sums_from_the_first_period),
        cmocka_unit_test(cumulative_with_a_gap_at_least),
        cmocka_unit_test(cumulative_with_a_gap_at_most),
        cmocka_unit_test(cumulative_with_a_gap_and_negative_terms),
        cmocka_unit_test(cumulative_of_nothing_known_is_unknown),
        cmocka_unit_test(cumulative_sums_open_periods),
        cmocka_unit_test(cumulative_is_judged_in_every_period),
        cmocka_unit_test(change_in_quarters_is_on_the_quarter_before),
        cmocka_unit_test(change_of_a_mean_has_no_matched_panel)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
