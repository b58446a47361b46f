/* Verdicts agree with decimal arithmetic (method §1, rulings A32, A40, A42,
 * A60): numbers that land on the limit are on it, whatever doubles make of
 * them. */
#include "evaluate/judge.h"

/* One target over m = 100 · a / b at c in 2025. */
#define assert_percent(target_text, a_text, b_text, cells)                     \
    do {                                                                       \
        judge made_ = judge_begin((judge_tables){                              \
            .target = target_text,                                             \
            .metrics = "id,name,numerator,denominator,factor,decimals\n"       \
                       "m,M,a,b,100,1\n",                                      \
            .observations =                                                    \
                "unit,period,a,b\nc,2025," a_text "," b_text "\n"});           \
        judge_cells(&made_, "t", "c", cells, __FILE__, __LINE__);              \
        judge_end(&made_);                                                     \
    } while (0)

/* --- Differences -------------------------------------------------------- */

static const char fall[] = "series,comparator,value\nchange,at_most,-0.5\n";

static void change_of_exactly_half_is_on_the_limit(void **state) {
    (void)state;
    assert_judged(fall, "2024 50.1, 2025 49.6", NULL,
                  "verdict=met value==-0.5 shortfall=0 attainment=1");
    assert_judged(fall, "2024 50.1, 2025 49.61", NULL,
                  "verdict=not_met value==-0.49 shortfall==0.01");
    assert_judged("series,comparator,value\nchange,below,-0.5\n",
                  "2024 50.1, 2025 49.6", NULL,
                  "verdict=not_met shortfall=0 attainment=1");
}

static void change_shows_the_decimal_difference(void **state) {
    (void)state;
    assert_judged("series,comparator,value\nchange,at_least,0.1\n",
                  "2024 0.2, 2025 0.3", NULL, "verdict=met value==0.1");
    assert_judged("series,comparator,value\nchange,above,0.1\n",
                  "2024 0.2, 2025 0.3", NULL, "verdict=not_met value==0.1");
}

static void change_of_nothing_is_zero(void **state) {
    (void)state;
    assert_judged("series,comparator,value\nchange,at_least,0\n",
                  "2024 0.1, 2025 0.1", NULL, "verdict=met value==0");
}

static void since_baseline_lands_on_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value,baseline,baseline_period\n"
                  "since_baseline,at_most,-3.5,53.1,2018\n"
                  "since_baseline,below,-3.5,53.1,2018\n",
        .x = "2025 49.6"});
    assert_row(&made, "t", "c", "verdict=met value==-3.5");
    assert_row(&made, "t2", "c", "verdict=not_met value==-3.5");
    judge_end(&made);
    /* 1.155/1.1 − 1 = 0.05. */
    made = judge_begin((judge_tables){
        .target = "series,comparator,value,baseline,baseline_period\n"
                  "growth_since_baseline,at_least,0.05,1.1,2020\n"
                  "growth_since_baseline,above,0.05,1.1,2020\n",
        .x = "2025 1.155"});
    assert_row(&made, "t", "c", "verdict=met value=0.05");
    assert_row(&made, "t2", "c", "verdict=not_met value=0.05");
    judge_end(&made);
}

/* The baseline comes from the data: exact as well. */
static void since_baseline_of_data_lands_on_the_limit(void **state) {
    (void)state;
    assert_judged("series,comparator,value,baseline_period\n"
                  "since_baseline,at_most,-0.5,2020\n",
                  "2020 50.1, 2025 49.6", NULL, "verdict=met value==-0.5");
}

/* --- Growth ------------------------------------------------------------- */

static void growth_of_exactly_five_per_cent_is_on_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value\ngrowth,at_least,0.05\n"
                  "growth,above,0.05\ngrowth,at_most,0.05\n",
        .x = "2024 1.1, 2025 1.155"});
    assert_row(&made, "t", "c", "verdict=met value=0.05");
    assert_row(&made, "t2", "c", "verdict=not_met");
    assert_row(&made, "t3", "c", "verdict=met");
    judge_end(&made);
    assert_judged("series,comparator,value\ngrowth,at_least,0.05\n",
                  "2024 100, 2025 104.9999999", NULL, "verdict=not_met");
    assert_judged("series,comparator,value\ngrowth,at_least,0.05\n",
                  "2024 700, 2025 735", NULL, "verdict=met");
}

/* --- Sums --------------------------------------------------------------- */

static void cumulative_lands_on_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value\ncumulative,at_most,0.3\n"
                  "cumulative,below,0.3\ncumulative,at_least,0.3\n"
                  "cumulative,above,0.3\n",
        .x = "2021 0.1, 2022 0.2, 2023 0, 2024 0, 2025 0"});
    assert_row(&made, "t", "c", "verdict=met value==0.3");
    assert_row(&made, "t2", "c", "verdict=not_met");
    assert_row(&made, "t3", "c", "verdict=met");
    assert_row(&made, "t4", "c", "verdict=not_met");
    judge_end(&made);
    /* 5 · 7000.1 = 35000.5 */
    assert_judged("series,comparator,value\ncumulative,at_least,35000.5\n",
                  "2021 7000.1, 2022 7000.1, 2023 7000.1, 2024 7000.1, "
                  "2025 7000.1",
                  NULL, "verdict=met value==35000.5");
}

/* The known part of an incomplete sum, too (A20). */
static void cumulative_known_part_lands_on_the_limit(void **state) {
    (void)state;
    assert_judged("series,comparator,value\ncumulative,at_least,0.3\n",
                  "2021 0.1, 2025 0.2", NULL, "verdict=met value=-");
    assert_judged("series,comparator,value\ncumulative,above,0.3\n",
                  "2021 0.1, 2025 0.2", NULL, "verdict=unknown");
    assert_judged("series,comparator,value\ncumulative,at_most,0.3\n",
                  "2021 0.1, 2025 0.2", NULL, "verdict=unknown");
    assert_judged("series,comparator,value\ncumulative,below,0.3\n",
                  "2021 0.1, 2025 0.2", NULL, "verdict=not_met");
}

static void metric_of_sums_lands_on_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value\nat_most,0\nabove,0\nbelow,0\n",
        .metrics = "id,name,numerator\nm,M,a;b;-d\n",
        .observations = "unit,period,a,b,d\nc,2025,0.1,0.2,0.3\n"});
    assert_row(&made, "t", "c", "verdict=met value==0");
    assert_row(&made, "t2", "c", "verdict=not_met");
    assert_row(&made, "t3", "c", "verdict=not_met");
    judge_end(&made);
}

/* --- Ratios ------------------------------------------------------------- */

static void ratio_of_counts_is_on_the_limit(void **state) {
    (void)state;
    assert_percent("comparator,value\nat_least,96\n", "1200", "1250",
                   "verdict=met value==96");
    assert_percent("comparator,value\nabove,96\n", "1200", "1250",
                   "verdict=not_met value==96");
    assert_percent("comparator,value\nat_least,96\n", "1199", "1250",
                   "verdict=not_met value=95.92");
}

/* 100 · 0.57 is 56.99999999999999 in doubles. */
static void ratio_below_by_doubles_alone_is_met(void **state) {
    (void)state;
    assert_percent("comparator,value\nat_least,57\n", "0.57", "1",
                   "verdict=met shortfall=0 attainment=1");
    assert_percent("comparator,value\nbelow,57\n", "0.57", "1",
                   "verdict=not_met");
}

/* Differ by 1e-9 of a per cent: 12 digits are enough to tell. */
static void ratio_a_little_below_is_not_met(void **state) {
    (void)state;
    assert_percent("comparator,value\nat_least,57\n", "0.56999999999", "1",
                   "verdict=not_met");
    assert_percent("comparator,value\nat_least,33.3333333333\n", "1", "3",
                   "verdict=met");
    assert_percent("comparator,value\nat_least,33.3333333334\n", "1", "3",
                   "verdict=not_met");
}

static void total_lands_on_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value\n"
                   "s,g,s,S,at_least,0.6\nr,g,r,R,at_least,57\n"
                   "l,g,l,L,at_least,0.1\nh,g,h,H,at_most,0.3\n"
                   "a,g,a,A,at_least,0.2\n",
        .metrics = "id,name,numerator,denominator,factor,across\n"
                   "s,S,x,,1,total\nr,R,x,y,100,total\nl,L,x,,1,min\n"
                   "h,H,x,,1,max\na,A,x,,1,mean\n",
        .units = "id,name,level,parent\nc,C,county,\ns1,S1,school,c\n"
                 "s2,S2,school,c\ns3,S3,school,c\n",
        .observations = "unit,period,x,y\ns1,2025,0.1,0.5\n"
                        "s2,2025,0.2,0.25\ns3,2025,0.3,0.302631578947\n"});
    /* 0.1 + 0.2 + 0.3 = 0.6; their mean is 0.2. */
    assert_row(&made, "s", "c", "verdict=met value=0.6");
    assert_row(&made, "a", "c", "verdict=met value=0.2");
    assert_row(&made, "l", "c", "verdict=met value==0.1");
    assert_row(&made, "h", "c", "verdict=met value==0.3");
    /* 60/1.052631578947 = 57.0000000000285 */
    assert_row(&made, "r", "c", "verdict=met");
    judge_end(&made);
}

/* A107: a mean of two ratios is a metric over metrics: (0.57 + 0.43)/2. */
static void composite_lands_on_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value\n"
                   "t,g,m,T,at_least,50\nt2,g,m,T,above,50\n",
        .metrics = "id,name,numerator,denominator,factor\n"
                   "m1,M1,a,d,100\nm2,M2,b,d,100\nm,M,@m1;@m2,,0.5\n",
        .observations = "unit,period,a,b,d\nc,2025,0.57,0.43,1\n"});
    assert_row(&made, "t", "c", "verdict=met value=50");
    assert_row(&made, "t2", "c", "verdict=not_met");
    judge_end(&made);
}

/* --- Many digits (A42) -------------------------------------------------- */

static void thirteen_digits_are_compared_as_doubles(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value\nat_least,1234567890123.5\n"
                                 "at_least,1234567890123.4\n",
                       .x = "2025 1234567890123.4"});
    assert_row(&made, "t", "c", "verdict=not_met value==1234567890123.4");
    assert_row(&made, "t2", "c", "verdict=met");
    judge_end(&made);
    /* 100 is far above the 12th digit of the terms, which is a 10. */
    made = judge_begin(
        (judge_tables){.target = "series,comparator,value\nchange,at_least,90\n"
                                 "change,at_least,110\n",
                       .x = "2024 1234567890123, 2025 1234567890223"});
    assert_row(&made, "t", "c", "verdict=met value==100");
    assert_row(&made, "t2", "c", "verdict=not_met shortfall==10");
    judge_end(&made);
}

/* --- Judged rounded (A60) ----------------------------------------------- */

/* m has one decimal. */
static const char one_decimal[] = "id,name,numerator,decimals\nm,M,x,1\n";

#define assert_rounded(target_text, x_text, cells)                             \
    do {                                                                       \
        judge made_ = judge_begin((judge_tables){                              \
            .target = target_text, .metrics = one_decimal, .x = x_text});      \
        judge_cells(&made_, "t", "c", cells, __FILE__, __LINE__);              \
        judge_end(&made_);                                                     \
    } while (0)

static void rounded_half_goes_to_even(void **state) {
    (void)state;
    /* 95.95 → 96.0, for 9 is odd; 95.85 → 95.8. */
    assert_rounded("comparator,value,judge\nat_least,96,rounded\n",
                   "2025 95.95",
                   "verdict=met value=95.95 attainment=1 shortfall=0");
    assert_rounded("comparator,value,judge\nat_least,96,full\n", "2025 95.95",
                   "verdict=not_met shortfall==0.05");
    assert_rounded("comparator,value,judge\nat_least,95.9,rounded\n",
                   "2025 95.85", "verdict=not_met");
    assert_rounded("comparator,value,judge\nat_least,96,rounded\n",
                   "2025 95.949999", "verdict=not_met");
}

static void rounded_rounds_the_limit_as_well(void **state) {
    (void)state;
    assert_rounded("comparator,value,judge\nat_least,95.85,rounded\n",
                   "2025 95.8", "verdict=met shortfall=0 attainment=1");
    assert_rounded("comparator,value,judge\nat_least,95.95,rounded\n",
                   "2025 95.94", "verdict=not_met shortfall==0.01");
    /* Above 96.0: 96.04 is 96.0. */
    assert_rounded("comparator,value,judge\nabove,96,rounded\n", "2025 96.04",
                   "verdict=not_met");
}

static void rounded_band_rounds_both_ends(void **state) {
    (void)state;
    /* 0.25 → 0.2 and 0.35 → 0.4. */
    assert_rounded("comparator,value,upper,judge\nbetween,0.25,0.35,rounded\n",
                   "2025 0.16", "verdict=met");
    assert_rounded("comparator,value,upper,judge\nbetween,0.25,0.35,rounded\n",
                   "2025 0.44", "verdict=met");
    assert_rounded("comparator,value,upper,judge\nbetween,0.25,0.35,rounded\n",
                   "2025 0.46", "verdict=not_met");
    assert_rounded("comparator,value,upper,judge\nbetween,0.25,0.35,rounded\n",
                   "2025 0.15", "verdict=met");
}

/* x of the series is rounded, not its terms: 1.26 and 1.34 are both 1.3. */
static void rounded_change_rounds_the_change(void **state) {
    (void)state;
    assert_rounded("series,comparator,value,judge\n"
                   "change,at_least,0.1,rounded\n",
                   "2024 1.26, 2025 1.34", "verdict=met value==0.08");
}

/* A52: −2 decimals are hundreds; 250 → 200, 350 → 400. */
static void rounded_to_hundreds(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value,judge\nat_most,200,rounded\n"
                                 "at_least,400,rounded\n",
                       .metrics = "id,name,numerator,decimals\nm,M,x,-2\n",
                       .x = "2025 250"});
    assert_row(&made, "t", "c", "verdict=met");
    assert_row(&made, "t2", "c", "verdict=not_met");
    judge_end(&made);
    made = judge_begin((judge_tables){
        .target = "comparator,value,judge\nat_least,400,rounded\n",
        .metrics = "id,name,numerator,decimals\nm,M,x,-2\n",
        .x = "2025 350"});
    assert_row(&made, "t", "c", "verdict=met");
    judge_end(&made);
}

/* A mean has no exact value; its 12 digits are rounded: (95.9 + 95.95 + 96)/3.
 */
static void rounded_mean_is_rounded_from_twelve_digits(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,judge\nat_least,96,rounded\n"
                  "at_least,96.1,rounded\n",
        .metrics = "id,name,numerator,across,decimals\nm,M,x,mean,1\n",
        .units = "id,name,level,parent\nc,C,county,\ns1,S1,school,c\n"
                 "s2,S2,school,c\ns3,S3,school,c\n",
        .observations = "unit,period,x\ns1,2025,95.9\ns2,2025,95.95\n"
                        "s3,2025,96\n"});
    assert_row(&made, "t", "c", "verdict=met value=95.95");
    assert_row(&made, "t2", "c", "verdict=not_met");
    judge_end(&made);
}

/* A ratio: 100 · 191.9/200 = 95.95. */
static void rounded_ratio_is_rounded_on_the_decimal(void **state) {
    (void)state;
    assert_percent("comparator,value,judge\nat_least,96,rounded\n", "191.9",
                   "200", "verdict=met shortfall=0 shortfall_numerator=0");
    assert_percent("comparator,value,judge\nat_least,96,rounded\n", "191.7",
                   "200", "verdict=not_met value=95.85");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(change_of_exactly_half_is_on_the_limit),
        cmocka_unit_test(change_shows_the_decimal_difference),
        cmocka_unit_test(change_of_nothing_is_zero),
        cmocka_unit_test(since_baseline_lands_on_the_limit),
        cmocka_unit_test(since_baseline_of_data_lands_on_the_limit),
        cmocka_unit_test(growth_of_exactly_five_per_cent_is_on_the_limit),
        cmocka_unit_test(cumulative_lands_on_the_limit),
        cmocka_unit_test(cumulative_known_part_lands_on_the_limit),
        cmocka_unit_test(metric_of_sums_lands_on_the_limit),
        cmocka_unit_test(ratio_of_counts_is_on_the_limit),
        cmocka_unit_test(ratio_below_by_doubles_alone_is_met),
        cmocka_unit_test(ratio_a_little_below_is_not_met),
        cmocka_unit_test(total_lands_on_the_limit),
        cmocka_unit_test(composite_lands_on_the_limit),
        cmocka_unit_test(thirteen_digits_are_compared_as_doubles),
        cmocka_unit_test(rounded_half_goes_to_even),
        cmocka_unit_test(rounded_rounds_the_limit_as_well),
        cmocka_unit_test(rounded_band_rounds_both_ends),
        cmocka_unit_test(rounded_change_rounds_the_change),
        cmocka_unit_test(rounded_to_hundreds),
        cmocka_unit_test(rounded_mean_is_rounded_from_twelve_digits),
        cmocka_unit_test(rounded_ratio_is_rounded_on_the_decimal)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
