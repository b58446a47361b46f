/* The rate that is now required (method §11, A123). */
#include "improve/ask.h"

/* From 90 in 2020: 94 in 2023, 98 by 2025. Two points a year from now on, a
 * growth of √(98/94) − 1; so far 4/3 a year. */
static void rates_lead_from_now_to_the_due_period(void **state) {
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,baseline,baseline_period,due\n"
                  "at_least,98,90,2020,\nat_most,47,,,\n"
                  "at_least,98,,,2030\nat_least,90,90,2020,\n",
        .x = "2022 93, 2023 94",
        .as_of = "2023"});
    attain_answer *answer = ask(&made, attain_find_rates, NULL);
    (void)state;
    assert_int_equal(attain_answer_question(answer), ATTAIN_QUESTION_RATES);
    assert_item(&made, answer, "t", "c",
                "value=94 limit=98 gap=4 periods=2 rate=2 "
                "growth=0.02105494048526202 rate_so_far=1.3333333333333333 "
                "obstacle=0");
    assert_item(&made, answer, "t2", "c",
                "rate=-23.5 growth=-0.29289321881345254 rate_so_far=-");
    assert_item(&made, answer, "t3", "c",
                "periods=7 rate=0.5714285714285714 "
                "growth=0.0059709981074378415");
    /* It holds already: nothing more is required. */
    assert_item(&made, answer, "t4", "c", "gap=0 rate=0 growth=0");
    attain_answer_destroy(answer);
    judge_end(&made);
}

static void rates_follow_the_series(void **state) {
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value,baseline,baseline_period\n"
                  "cumulative,at_least,35,,\nsince_baseline,at_least,5,8,2020\n"
                  "growth_since_baseline,at_least,1,8,2020\n"
                  "change,at_least,1,,\ngrowth,at_least,1,,\n",
        .x = "2021 10, 2022 10, 2023 10",
        .as_of = "2023"});
    attain_answer *answer = ask(&made, attain_find_rates, NULL);
    (void)state;
    /* Of a sum: what must come each year. */
    assert_item(&made, answer, "t", "c",
                "value=30 rate=2.5 growth=- rate_so_far=10");
    /* 8 + 2 to 8 + 5 in two years: √1.3 − 1. */
    assert_item(&made, answer, "t2", "c",
                "value=2 rate=1.5 growth=0.140175425099138 "
                "rate_so_far=0.6666666666666666");
    /* 1.25 to 2 times the base: √1.6 − 1. */
    assert_item(&made, answer, "t3", "c",
                "value=0.25 rate=0.375 growth=0.2649110640673518");
    assert_item(&made, answer, "t4", "c", "rate=- obstacle=3");
    assert_item(&made, answer, "t5", "c", "rate=- obstacle=3");
    attain_answer_destroy(answer);
    judge_end(&made);
}

static void rates_say_why_there_is_none(void **state) {
    judge made = judge_begin((judge_tables){
        .metrics = "id,name,numerator\nm,M,x\nn,N,y\n",
        .targets = "id,goal,metric,name,comparator,value,due,when\n"
                   "t,g,m,T,at_least,9,2023,\nu,g,m,U,at_least,9,2022,\n"
                   "v,g,n,V,at_least,9,,\nw,g,m,W,at_least,9,,every_period\n"
                   "z,g,m,Z,none,,,\ny,g,m,Y,at_least,-9,,\n"
                   "q,g,m,Q,at_most,-9,,\n",
        .observations = "unit,period,x\nc,2021,4\nc,2022,4\nc,2023,4\n",
        .as_of = "2023"});
    attain_answer *answer = ask(&made, attain_find_rates, NULL);
    (void)state;
    assert_item(&made, answer, "t", "c", "rate=- periods=0 obstacle=2");
    assert_item(&made, answer, "u", "c", "rate=- periods=0 obstacle=2");
    assert_item(&made, answer, "v", "c", "rate=- periods=2 obstacle=1");
    assert_item(&made, answer, "w", "c", "rate=- obstacle=2");
    assert_int_equal(ask_row(&made, answer, ATTAIN_ANSWER_ITEM, "z", "c"), -1);
    assert_item(&made, answer, "y", "c", "rate=0");
    /* No growth leads from above 0 to below it. */
    assert_item(&made, answer, "q", "c", "rate=-6.5 growth=-");
    attain_answer_destroy(answer);
    judge_end(&made);
}

static void rates_of_every_unit(void **state) {
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value,level\n"
                   "t,g,m,T,at_least,10,school\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\n",
        .observations = "unit,period,x\na,2023,4\nb,2023,12\n",
        .as_of = "2023"});
    attain_answer *answer = ask(&made, attain_find_rates, NULL);
    (void)state;
    assert_int_equal(attain_answer_row_count(answer), 2);
    assert_item(&made, answer, "t", "a", "rate=3");
    assert_item(&made, answer, "t", "b", "rate=0");
    attain_answer_destroy(answer);
    judge_end(&made);
}

static void rates_check_and_survive(void **state) {
    judge made = judge_begin((judge_tables){
        .target = "comparator,value\nat_least,98\n", .x = "2023 94"});
    attain_answer_options options;
    attain_answer *out = NULL;
    (void)state;
    attain_answer_options_init(&options);
    ask_without_memory(&made, attain_find_rates, options, 15);
    assert_int_equal(
        attain_find_rates(made.ev, made.plan, made.data, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_find_rates(made.ev, NULL, made.data, NULL, &out, NULL),
        ATTAIN_ERR_ARGUMENT);
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rates_lead_from_now_to_the_due_period),
        cmocka_unit_test(rates_follow_the_series),
        cmocka_unit_test(rates_say_why_there_is_none),
        cmocka_unit_test(rates_of_every_unit),
        cmocka_unit_test(rates_check_and_survive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
