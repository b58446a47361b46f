/* Judging by the full value beside judging by the rounded value: the worked
 * comparisons and the rounding examples of GB/T 8170-2008, in ones, halves and
 * fifths of the last place (rulings A60). */
#include "evaluate/judge.h"

/* What is written of a test result against a limit, and both verdicts. */
typedef struct comparison {
    const char *limit;  /* columns comparator, value and upper */
    const char *rounds; /* columns decimals and interval of the metric */
    const char *x;
    const char *full;
    const char *rounded;
} comparison;

static void compare(const comparison *given, const char *judged,
                    const char *verdict) {
    char metrics[128];
    char target[128];
    char x[64];
    char cells[64];
    snprintf(metrics, sizeof metrics,
             "id,name,numerator,decimals,interval\nm,M,x,%s\n", given->rounds);
    snprintf(target, sizeof target, "comparator,value,upper,judge\n%s,%s\n",
             given->limit, judged);
    snprintf(x, sizeof x, "2025 %s", given->x);
    snprintf(cells, sizeof cells, "verdict=%s value==%s", verdict, given->x);
    judge made = judge_begin(
        (judge_tables){.target = target, .metrics = metrics, .x = x});
    print_message("%s against %s, %s\n", given->x, given->limit, judged);
    judge_cells(&made, "t", "c", cells, __FILE__, __LINE__);
    judge_end(&made);
}

static void compare_all(const comparison *given, size_t count) {
    for (size_t i = 0; i < count; i++) {
        compare(&given[i], "full", given[i].full);
        compare(&given[i], "rounded", given[i].rounded);
    }
}

#define COMPARE(...)                                                           \
    do {                                                                       \
        static const comparison given_[] = {__VA_ARGS__};                      \
        compare_all(given_, sizeof given_ / sizeof given_[0]);                 \
    } while (0)

/* The standard's table of both methods (4.3.4): sodium hydroxide of at least
 * 97.0, a strength of at least 14 hundreds, silicon of at most 0.5, manganese
 * of 1.2 to 1.6, a diameter of 10.0 ± 0.1. */
static void standard_comparisons(void **state) {
    (void)state;
    COMPARE({"at_least,97,", "1,", "97.01", "met", "met"},
            {"at_least,97,", "1,", "97", "met", "met"},
            {"at_least,97,", "1,", "96.96", "not_met", "met"},
            {"at_least,97,", "1,", "96.94", "not_met", "not_met"},
            {"at_least,1400,", "-2,", "1349", "not_met", "not_met"},
            {"at_least,1400,", "-2,", "1351", "not_met", "met"},
            {"at_least,1400,", "-2,", "1400", "met", "met"},
            {"at_most,0.5,", "1,", "0.452", "met", "met"},
            {"at_most,0.5,", "1,", "0.549", "not_met", "met"},
            {"at_most,0.5,", "1,", "0.551", "not_met", "not_met"},
            {"between,1.2,1.6", "1,", "1.151", "not_met", "met"},
            {"between,1.2,1.6", "1,", "1.649", "not_met", "met"},
            {"between,1.2,1.6", "1,", "1.651", "not_met", "not_met"},
            {"between,9.9,10.1", "1,", "9.89", "not_met", "met"},
            {"between,9.9,10.1", "1,", "9.85", "not_met", "not_met"},
            {"between,9.9,10.1", "1,", "10.16", "not_met", "not_met"});
}

/* Published shares of the nation against a limit of 85 in whole points. */
static void published_shares(void **state) {
    (void)state;
    COMPARE({"at_least,85,", "0,", "84.74", "not_met", "met"},
            {"at_least,85,", "0,", "84.96", "not_met", "met"},
            {"at_least,85,", "1,", "84.96", "not_met", "met"},
            {"at_least,85,", "1,", "84.74", "not_met", "not_met"},
            {"at_least,95,", "1,", "94.96", "not_met", "met"},
            {"at_least,95,", "2,", "94.96", "not_met", "not_met"});
}

/* Halves of the unit: 60.25 → 60.0, 60.38 and 60.28 → 60.5, −60.75 → −61.0. */
static void halves_of_the_unit(void **state) {
    (void)state;
    COMPARE({"at_least,60.5,", "0,0.5", "60.25", "not_met", "not_met"},
            {"at_least,60.5,", "0,0.5", "60.28", "not_met", "met"},
            {"at_least,60.5,", "0,0.5", "60.38", "not_met", "met"},
            {"at_most,60,", "0,0.5", "60.25", "not_met", "met"},
            {"at_most,-61,", "0,0.5", "-60.75", "not_met", "met"},
            {"at_most,-61,", "0,0.5", "-60.74", "not_met", "not_met"});
}

/* Fifths of the hundred: 830, 842, 832 → 840, −930 → −920. */
static void fifths_of_the_hundred(void **state) {
    (void)state;
    COMPARE({"at_least,840,", "-2,0.2", "830", "not_met", "met"},
            {"at_least,840,", "-2,0.2", "829", "not_met", "not_met"},
            {"at_most,840,", "-2,0.2", "842", "not_met", "met"},
            {"at_most,840,", "-2,0.2", "832", "met", "met"},
            {"at_most,-940,", "-2,0.2", "-930", "not_met", "not_met"},
            {"at_least,-920,", "-2,0.2", "-930", "not_met", "met"});
}

/* In one step: 97.46 is 97, not 97.5 and then 98; 15.4546 is 15. */
static void rounded_in_one_step(void **state) {
    (void)state;
    COMPARE({"at_least,98,", "0,", "97.46", "not_met", "not_met"},
            {"at_least,97,", "0,", "97.46", "met", "met"},
            {"at_least,16,", "0,", "15.4546", "not_met", "not_met"},
            {"at_least,2.36,", "2,", "2.355", "not_met", "met"},
            {"at_least,2.35,", "2,", "2.345", "not_met", "not_met"},
            {"at_least,95.5,", "1,0.5", "95.449", "not_met", "not_met"});
}

/* A quotient is rounded as the number that it is, not as its double: 5/8 of a
 * hundredth lands on the tie 0.625 and goes to the even 0.62; 1/3 in halves of
 * a tenth is 0.35, in fifths of it 0.34. */
static void rounded_quotients(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .metrics = "id,name,numerator,denominator,decimals,interval\n"
                   "m,M,x,y,2,\nh,H,u,v,1,0.5\nf,F,u,v,1,0.2\n",
        .targets = "id,goal,metric,name,comparator,value,judge\n"
                   "t,g,m,T,at_least,0.63,rounded\n"
                   "t2,g,m,T,at_most,0.62,rounded\n"
                   "t3,g,h,T,at_least,0.35,rounded\n"
                   "t4,g,f,T,at_least,0.34,rounded\n"
                   "t5,g,f,T,at_least,0.34,full\n",
        .observations = "unit,period,x,y,u,v\nc,2025,5,8,1,3\n"});
    assert_row(&made, "t", "c", "verdict=not_met");
    assert_row(&made, "t2", "c", "verdict=met value==0.625");
    assert_row(&made, "t3", "c", "verdict=met");
    assert_row(&made, "t4", "c", "verdict=met shortfall==0");
    assert_row(&made, "t5", "c", "verdict=not_met");
    judge_end(&made);
}

/* The explanation names the method, its decimals and its interval. */
static void explanation_names_the_interval(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .metrics = "id,name,numerator,decimals,interval\nm,M,x,0,0.5\n",
        .target = "comparator,value,judge\nat_least,60.5,rounded\n",
        .x = "2025 60.38"});
    static const char *const words[] = {
        "rounded to 0 decimals, in steps of 0.5 of the last one",
        "按修约值判定，小数位 0，修约间隔 0.5（以末位为单位）"};
    for (int32_t language = 0; language < 2; language++) {
        char text[4096];
        size_t length;
        assert_int_equal(
            attain_evaluation_explain(made.ev, made.plan, made.data,
                                      judge_node(&made, "t"), 0, language, text,
                                      sizeof text, &length, NULL),
            ATTAIN_OK);
        assert_non_null(strstr(text, words[language]));
    }
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standard_comparisons),
        cmocka_unit_test(published_shares),
        cmocka_unit_test(halves_of_the_unit),
        cmocka_unit_test(fifths_of_the_hundred),
        cmocka_unit_test(rounded_in_one_step),
        cmocka_unit_test(rounded_quotients),
        cmocka_unit_test(explanation_names_the_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
