/* When a promise is kept: at the due period, in every period, held. */
#include "evaluate/judge.h"

/* --- at_due ------------------------------------------------------------- */

static void at_due_at_least_includes_the_limit(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,96\n", "2025 96", NULL,
                  "verdict=met status=achieved value=96 attainment=1");
    assert_judged("comparator,value\nat_least,96\n", "2025 95.9", NULL,
                  "verdict=not_met status=missed value=95.9");
}

static void at_due_above_and_below_exclude_the_limit(void **state) {
    (void)state;
    assert_judged("comparator,value\nabove,50\n", "2025 50", NULL,
                  "verdict=not_met");
    assert_judged("comparator,value\nabove,50\n", "2025 50.1", NULL,
                  "verdict=met");
    assert_judged("comparator,value\nbelow,50\n", "2025 50", NULL,
                  "verdict=not_met");
    assert_judged("comparator,value\nbelow,50\n", "2025 49.9", NULL,
                  "verdict=met");
    assert_judged("comparator,value\nat_most,50\n", "2025 50", NULL,
                  "verdict=met");
    assert_judged("comparator,value\nat_most,50\n", "2025 50.1", NULL,
                  "verdict=not_met");
}

static void at_due_band_includes_both_ends(void **state) {
    static const char band[] = "comparator,value,upper\nbetween,90,110\n";
    (void)state;
    assert_judged(band, "2025 90", NULL, "verdict=met");
    assert_judged(band, "2025 110", NULL, "verdict=met");
    assert_judged(band, "2025 89.9", NULL, "verdict=not_met");
    assert_judged(band, "2025 110.1", NULL, "verdict=not_met");
}

/* A59: about t with a tolerance is between t − tolerance and t + tolerance. */
static void at_due_about_is_a_band(void **state) {
    static const char about[] = "comparator,value,tolerance\nabout,0.3,0.2\n";
    (void)state;
    /* 0.3 − 0.2 is 0.1 in decimals, 0.09999999999999998 in doubles. */
    assert_judged(about, "2025 0.1", NULL, "verdict=met shortfall=0");
    assert_judged(about, "2025 0.5", NULL, "verdict=met");
    assert_judged(about, "2025 0.09", NULL, "verdict=not_met shortfall==0.01");
    assert_judged(about, "2025 0.51", NULL, "verdict=not_met shortfall==0.01");
}

/* A63: the last known value is not carried forward. */
static void at_due_without_value_is_unknown(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,96\n", "2024 99", "2025",
                  "verdict=unknown status=unknown value=- attainment=- "
                  "coverage=0 shortfall=-");
}

/* j = min(p*, d): as of 2023 the value of 2023 decides. */
static void at_due_before_the_due_period_judges_now(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,96\n", "2023 97, 2025 90", "2023",
                  "verdict=met status=achieved value=97");
    assert_judged("comparator,value,due\nat_least,96,2022\n",
                  "2022 97, 2023 90", "2023",
                  "verdict=met status=achieved value=97");
}

/* A58: watched only. */
static void at_due_of_none_has_no_verdict(void **state) {
    (void)state;
    assert_judged("comparator\nnone\n", "2025 7", NULL,
                  "verdict=- status=unrated value=7 attainment=- shortfall=- "
                  "expected=- pace=-");
    assert_judged("comparator\nnone\n", "2024 7", "2025",
                  "verdict=- status=unknown value=-");
}

/* --- every_period ------------------------------------------------------- */

static const char every[] = "comparator,value,when\nat_least,10,every_period\n";

static void every_period_all_hold_is_met(void **state) {
    (void)state;
    assert_judged(every, "2021 10, 2022 11, 2023 12, 2024 10, 2025 10", NULL,
                  "verdict=met status=achieved value=10");
}

/* One failure decides, whatever is missing. */
static void every_period_one_failure_is_not_met(void **state) {
    (void)state;
    assert_judged(every, "2021 10, 2022 9, 2025 10", NULL, "verdict=not_met");
    /* A64: at once, before the due period. */
    assert_judged(every, "2021 9, 2022 10", "2022", "verdict=not_met");
}

static void every_period_with_a_gap_is_unknown(void **state) {
    (void)state;
    assert_judged(every, "2021 10, 2023 12, 2024 10, 2025 10", NULL,
                  "verdict=unknown status=unknown value=10");
}

/* Only s..j: 2020 fails and does not count; nor does 2024 after j. */
static void every_period_counts_only_the_plan_so_far(void **state) {
    (void)state;
    assert_judged(every, "2020 1, 2021 10, 2022 10, 2024 1", "2022",
                  "verdict=met");
}

/* A5: periods in which a school is closed are skipped, not unknown. */
static void every_period_skips_closed_periods(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,when,level\n"
                  "at_least,10,every_period,school\n",
        .units = "id,name,level,parent,opened,closed\nc,C,county,,,\n"
                 "a,A,school,c,2023,\nb,B,school,c,,\nd,D,school,c,,2025\n"
                 "e,E,school,c,2025,\n",
        .observations = "unit,period,x\na,2023,10\na,2024,10\na,2025,10\n"
                        "b,2023,10\nb,2024,10\nb,2025,10\n"
                        "d,2021,10\nd,2022,10\nd,2023,10\nd,2024,10\n"
                        "e,2025,9\n"});
    assert_row(&made, "t", "a", "verdict=met");
    assert_row(&made, "t", "b", "verdict=unknown");
    /* A33: d is not open in j. */
    assert_int_equal(judge_row(&made, "t", "d"), -1);
    assert_row(&made, "t", "e", "verdict=not_met");
    judge_end(&made);
}

/* A5: for a change the unit must be open in the period before as well; in its
 * first year a school has no judged period at all. */
static void every_period_of_changes_needs_the_period_before(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value,when,level\n"
                  "change,at_least,1,every_period,school\n",
        .units = "id,name,level,parent,opened\nc,C,county,,\n"
                 "a,A,school,c,2023\nb,B,school,c,2025\n",
        .observations = "unit,period,x\na,2022,99\na,2023,10\na,2024,11\n"
                        "a,2025,12\nb,2025,4\n"});
    assert_row(&made, "t", "a", "verdict=met value=1 attainment=1");
    assert_row(&made, "t", "b", "verdict=unknown value=- attainment=-");
    judge_end(&made);
}

/* --- hold --------------------------------------------------------------- */

static const char hold[] = "comparator,value,when\nat_least,10,hold\n";

static void hold_reached_and_kept_is_met(void **state) {
    (void)state;
    assert_judged(hold, "2021 8, 2022 9, 2023 10, 2024 11, 2025 10", NULL,
                  "verdict=met status=achieved");
}

static void hold_reached_and_lost_is_not_met(void **state) {
    (void)state;
    /* A71: lost comes before missed. */
    assert_judged(hold, "2021 10, 2022 10, 2023 10, 2024 11, 2025 9", NULL,
                  "verdict=not_met status=lost value=9");
    /* A later fall counts though it holds again at j. */
    assert_judged(hold, "2021 10, 2022 9, 2023 10, 2024 11, 2025 10", NULL,
                  "verdict=not_met status=lost value=10");
}

static void hold_never_reached_is_not_met(void **state) {
    (void)state;
    assert_judged(hold, "2021 8, 2025 9", NULL,
                  "verdict=not_met status=missed");
    assert_judged(hold, "2021 8", "2021",
                  "verdict=not_met status=unrated pace=-");
}

/* A19: gaps before the first reaching do not matter. */
static void hold_gap_before_reaching_does_not_matter(void **state) {
    (void)state;
    assert_judged(hold, "2023 10, 2024 10, 2025 10", NULL, "verdict=met");
    assert_judged(hold, "2025 10", NULL, "verdict=met");
}

static void hold_gap_after_reaching_is_unknown(void **state) {
    (void)state;
    assert_judged(hold, "2021 10, 2023 10, 2024 10, 2025 10", NULL,
                  "verdict=unknown status=unknown");
    assert_judged(hold, "2021 10, 2022 10, 2023 10, 2024 10", "2025",
                  "verdict=unknown value=-");
}

/* A19: a known fall after it decides, also with gaps. */
static void hold_known_fall_beats_the_gap(void **state) {
    (void)state;
    assert_judged(hold, "2021 10, 2023 9", "2025",
                  "verdict=not_met status=lost");
    /* Fails at j with a gap between. */
    assert_judged(hold, "2021 10, 2025 9", NULL, "verdict=not_met status=lost");
}

/* A19: never reached and j missing. */
static void hold_never_reached_and_missing_is_unknown(void **state) {
    (void)state;
    assert_judged(hold, "2021 9, 2022 9", "2025", "verdict=unknown");
}

/* A19: the baseline is no first reaching; only s..j counts. */
static void hold_before_the_plan_is_no_reaching(void **state) {
    (void)state;
    assert_judged(hold, "2020 10, 2022 9, 2025 10", NULL, "verdict=met");
}

/* A15: attainment at j by the formula even if lost; pass follows the verdict.
 */
static void hold_lost_scores_by_the_formula(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,when,score\nat_least,10,hold,ratio\n"
                  "at_least,10,hold,pass\n",
        .x = "2021 10, 2022 5, 2023 10, 2024 10, 2025 10"});
    assert_row(&made, "t", "c", "verdict=not_met attainment=1");
    assert_row(&made, "t2", "c", "verdict=not_met attainment=0");
    judge_end(&made);
    made = judge_begin((judge_tables){
        .target = "comparator,value,when,score\nat_least,10,hold,ratio\n"
                  "at_least,10,hold,pass\n",
        .x = "2021 10, 2023 10, 2024 10, 2025 10"});
    assert_row(&made, "t", "c", "verdict=unknown attainment=1");
    assert_row(&made, "t2", "c", "verdict=unknown attainment=-");
    judge_end(&made);
}

/* A5: a school that is closed at first reaches later and keeps. */
static void hold_skips_closed_periods(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,when,level\nat_least,10,hold,school\n",
        .units = "id,name,level,parent,opened\nc,C,county,,\n"
                 "a,A,school,c,2024\n",
        .observations = "unit,period,x\na,2022,10\na,2024,10\na,2025,10\n"});
    assert_row(&made, "t", "a", "verdict=met");
    judge_end(&made);
}

/* --- lost of at_due and every_period (A72) ------------------------------ */

static void lost_at_due_was_met_before(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,10\n", "2021 10, 2022 9", "2022",
                  "verdict=not_met status=lost");
    assert_judged("comparator,value\nat_least,10\n", "2024 10, 2025 9", NULL,
                  "verdict=not_met status=lost");
    /* Before the plan does not count. */
    assert_judged("comparator,value\nat_least,10\n", "2020 10, 2025 9", NULL,
                  "verdict=not_met status=missed");
}

static void lost_every_period_was_met_before(void **state) {
    (void)state;
    assert_judged(every, "2021 10, 2022 9", "2022",
                  "verdict=not_met status=lost");
    /* Met as of no earlier period: the first is missing. */
    assert_judged(every, "2022 10, 2023 9", "2023",
                  "verdict=not_met status=unrated");
    assert_judged(every, "2021 9, 2022 10, 2023 10", "2023",
                  "verdict=not_met status=unrated");
}

/* A73: not met without a value at j. */
static void status_not_met_without_value(void **state) {
    (void)state;
    assert_judged(every, "2021 9", "2023",
                  "verdict=not_met status=unrated value=-");
    assert_judged(every, "2021 9", "2025",
                  "verdict=not_met status=missed value=-");
    assert_judged(every, "2021 10, 2022 9", "2023",
                  "verdict=not_met status=lost value=-");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_due_at_least_includes_the_limit),
        cmocka_unit_test(at_due_above_and_below_exclude_the_limit),
        cmocka_unit_test(at_due_band_includes_both_ends),
        cmocka_unit_test(at_due_about_is_a_band),
        cmocka_unit_test(at_due_without_value_is_unknown),
        cmocka_unit_test(at_due_before_the_due_period_judges_now),
        cmocka_unit_test(at_due_of_none_has_no_verdict),
        cmocka_unit_test(every_period_all_hold_is_met),
        cmocka_unit_test(every_period_one_failure_is_not_met),
        cmocka_unit_test(every_period_with_a_gap_is_unknown),
        cmocka_unit_test(every_period_counts_only_the_plan_so_far),
        cmocka_unit_test(every_period_skips_closed_periods),
        cmocka_unit_test(every_period_of_changes_needs_the_period_before),
        cmocka_unit_test(hold_reached_and_kept_is_met),
        cmocka_unit_test(hold_reached_and_lost_is_not_met),
        cmocka_unit_test(hold_never_reached_is_not_met),
        cmocka_unit_test(hold_gap_before_reaching_does_not_matter),
        cmocka_unit_test(hold_gap_after_reaching_is_unknown),
        cmocka_unit_test(hold_known_fall_beats_the_gap),
        cmocka_unit_test(hold_never_reached_and_missing_is_unknown),
        cmocka_unit_test(hold_before_the_plan_is_no_reaching),
        cmocka_unit_test(hold_lost_scores_by_the_formula),
        cmocka_unit_test(hold_skips_closed_periods),
        cmocka_unit_test(lost_at_due_was_met_before),
        cmocka_unit_test(lost_every_period_was_met_before),
        cmocka_unit_test(status_not_met_without_value)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
