/* What is missing to the limit (method §5, rulings A23, A60). */
#include "evaluate/judge.h"

static void shortfall_is_the_distance_to_the_limit(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,96\n", "2025 95.5", NULL,
                  "shortfall==0.5 shortfall_numerator=-");
    assert_judged("comparator,value\nat_least,96\n", "2025 97", NULL,
                  "shortfall==0");
    assert_judged("comparator,value\nat_most,0.1\n", "2025 0.3", NULL,
                  "shortfall==0.2");
    assert_judged("comparator,value,upper\nbetween,90,110\n", "2025 85", NULL,
                  "shortfall==5");
    assert_judged("comparator,value,upper\nbetween,90,110\n", "2025 112", NULL,
                  "shortfall==2");
    assert_judged("comparator,value\nabove,50\n", "2025 50", NULL,
                  "shortfall==0 verdict=not_met");
}

static void shortfall_without_value_or_limit_is_empty(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,96\n", "2024 95", "2025",
                  "shortfall=-");
    assert_judged("comparator\nnone\n", "2025 95", NULL, "shortfall=-");
    /* A20: a sum with a gap that is past the limit has no value. */
    assert_judged("series,comparator,value\ncumulative,at_most,5\n", "2021 9",
                  "2025", "verdict=not_met shortfall=-");
}

/* Of the series: of a change, of growth, at j. */
static void shortfall_of_a_series_is_in_its_terms(void **state) {
    (void)state;
    assert_judged("series,comparator,value\nchange,at_most,-0.5\n",
                  "2024 50, 2025 49.8", NULL, "value==-0.2 shortfall==0.3");
    assert_judged("series,comparator,value\ngrowth,at_least,0.5\n",
                  "2024 80, 2025 100", NULL, "shortfall=0.25");
    assert_judged("comparator,value,when\nat_least,10,every_period\n",
                  "2021 2, 2022 10, 2023 10, 2024 10, 2025 10", NULL,
                  "verdict=not_met shortfall==0");
}

static const char schools[] = "id,name,level,parent\nc,C,county,\n"
                              "a,A,school,c\nb,B,school,c\nd,D,school,c\n";

/* 92 % of 1250: 4 points, 4 · 1250/100 = 50 children. */
static void shortfall_in_units_of_the_numerator(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,series,comparator,value,"
                   "baseline_period\n"
                   "t,g,m,T,level,at_least,96,\n"
                   "u,g,n,U,level,at_least,-91,\n"
                   "v,g,m,V,since_baseline,at_least,50,2020\n"
                   "w,g,m,W,change,at_least,1,\n"
                   "z,g,m,Z,level,at_least,90,\n",
        .metrics = "id,name,numerator,denominator,factor\nm,M,a,b,100\n"
                   "n,N,a,b,-100\n",
        .observations = "unit,period,a,b\nc,2020,25,50\nc,2024,92,100\n"
                        "c,2025,1150,1250\n"});
    assert_row(&made, "t", "c", "shortfall=4 shortfall_numerator=50");
    /* −92 % against −91 %: 1 point, |factor| counts: 12.5. */
    assert_row(&made, "u", "c", "shortfall=1 shortfall_numerator=12.5");
    /* 92 − 50 = 42 of 50: 8 points are 100 children. */
    assert_row(&made, "v", "c", "shortfall=8 shortfall_numerator=100");
    assert_row(&made, "w", "c", "shortfall=1 shortfall_numerator=-");
    assert_row(&made, "z", "c", "shortfall=0 shortfall_numerator=0");
    judge_end(&made);
}

/* Across: with total the D of the sum, with mean none. */
static void shortfall_numerator_of_totals_only(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value\n"
                   "t,g,m,T,at_least,0.5\nu,g,n,U,at_least,0.5\n",
        .metrics = "id,name,numerator,denominator,across\nm,M,a,b,total\n"
                   "n,N,a,b,mean\n",
        .units = schools,
        .observations =
            "unit,period,a,b\na,2025,1,10\nb,2025,2,10\nd,2025,3,20\n"});
    /* 6/40 = 0.15: 0.35 · 40 = 14. */
    assert_row(&made, "t", "c", "shortfall=0.35 shortfall_numerator=14");
    assert_row(&made, "u", "c", "shortfall_numerator=-");
    judge_end(&made);
}

/* Wholes: the sum over the known units, of `shortfall` without a denominator,
 * of `shortfall_numerator` with one; percentages are not added. */
static void shortfall_of_a_whole_is_a_sum(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value,level\n"
                   "t,g,m,T,at_least,10,school\nu,g,n,U,at_least,0.5,school\n"
                   "v,g,k,V,at_least,1,school\n",
        .metrics = "id,name,numerator,denominator\nm,M,x,\nn,N,a,b\nk,K,q,\n",
        .units = schools,
        .observations = "unit,period,x,a,b\na,2025,9.9,1,10\n"
                        "b,2025,9.8,3,20\nd,2025,,,5\n"});
    assert_row(&made, "t", "a", "shortfall==0.1");
    assert_row(&made, "t", "c", "shortfall=0.3 shortfall_numerator=-");
    /* 0.4 · 10 + 0.35 · 20 */
    assert_row(&made, "u", "a", "shortfall=0.4 shortfall_numerator=4");
    assert_row(&made, "u", "c", "shortfall=- shortfall_numerator=11");
    assert_row(&made, "v", "c", "shortfall=-");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shortfall_is_the_distance_to_the_limit),
        cmocka_unit_test(shortfall_without_value_or_limit_is_empty),
        cmocka_unit_test(shortfall_of_a_series_is_in_its_terms),
        cmocka_unit_test(shortfall_in_units_of_the_numerator),
        cmocka_unit_test(shortfall_numerator_of_totals_only),
        cmocka_unit_test(shortfall_of_a_whole_is_a_sum)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
