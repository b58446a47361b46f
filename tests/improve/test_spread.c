/* A coefficient of variation brought under its limit (method §11, A122). */
#include "improve/ask.h"

static const char units[] = "id,name,level,parent\nc,C,county,\n"
                            "a,A,school,c\nb,B,school,c\nd,D,school,c\n"
                            "e,E,school,c\n";

/* Square metres of the schools that have a line. */
static judge areas(const char *across, const char *target, const char *data) {
    char metrics[128];
    char text[512];
    char those[512] = "id,name,level,parent\nc,C,county,\n";
    for (const char *at = data; *at != '\0'; at = strchr(at, '\n') + 1) {
        char line[32];
        snprintf(line, sizeof line, "%c,S,school,c\n", *at);
        strcat(those, line);
    }
    snprintf(metrics, sizeof metrics,
             "id,name,numerator,denominator,factor,across\n"
             "m,M,area,pupils,,%s\n",
             across);
    snprintf(text, sizeof text, "unit,period,area,pupils\n%s", data);
    return judge_begin((judge_tables){.metrics = metrics,
                                      .target = target,
                                      .units = those,
                                      .observations = text});
}

/* 1 and 3 square metres a pupil, 100 pupils each: 0.25 from 1.8 on, so 80. */
static void spread_of_two_schools(void **state) {
    static const char *const across[] = {"cv", "unweighted_cv"};
    (void)state;
    for (int i = 0; i < 2; i++) {
        judge made = areas(across[i], "comparator,value\nat_most,0.25\n",
                           "a,2025,100,100\nb,2025,300,100\n");
        attain_answer *answer = ask(&made, attain_find_spread, NULL);
        assert_int_equal(attain_answer_question(answer),
                         ATTAIN_QUESTION_SPREAD);
        assert_place(&made, answer, "t", "c",
                     "value=0.5 limit=0.25 gap=0.25 amount=80 whole=80 "
                     "items=1 unknown=0 obstacle=0 verdict_before=2 "
                     "verdict_after=1 value_before=0.5 value_after=0.25");
        assert_member(&made, answer, "t", "a",
                      "value=1 limit=1.8 gap=0.8 amount=80 whole=80 "
                      "variable=0");
        assert_int_equal(ask_row(&made, answer, ATTAIN_ANSWER_MEMBER, "t", "b"),
                         -1);
        attain_answer_destroy(answer);
        judge_end(&made);
    }
}

/* Weighted by 300 and 100 pupils: see test_level.c. Rooms come whole. */
static void spread_weighs_by_enrolment(void **state) {
    judge made = areas("cv", "comparator,value\nat_most,0.25\n",
                       "a,2025,300,300\nb,2025,300,100\n");
    attain_answer *answer = ask(&made, attain_find_spread, NULL);
    double level = (3 * sqrt(3) - 0.75) / (sqrt(3) + 0.75);
    double amount = 300 * (level - 1);
    (void)state;
    assert_close(attain_answer_value(answer, ATTAIN_ANSWER_FIELD_AMOUNT, 0),
                 amount, 1e-12);
    assert_same(attain_answer_value(answer, ATTAIN_ANSWER_FIELD_WHOLE, 0),
                ceil(amount));
    assert_place(&made, answer, "t", "c", "verdict_after=1");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* A school without pupils has no ratio and changes nothing; one that has not
 * reported leaves nothing to be said. */
static void spread_of_schools_without_pupils_or_data(void **state) {
    judge made = areas("cv", "comparator,value\nat_most,0.25\n",
                       "a,2025,100,100\nb,2025,300,100\nd,2025,5,0\n");
    judge lacking = areas("cv", "comparator,value\nat_most,0.25\n",
                          "a,2025,100,100\nb,2025,300,100\nd,2025,9,\n");
    attain_answer *answer = ask(&made, attain_find_spread, NULL);
    (void)state;
    assert_place(&made, answer, "t", "c",
                 "amount=80 items=1 unknown=0 verdict_after=1");
    assert_int_equal(ask_row(&made, answer, ATTAIN_ANSWER_MEMBER, "t", "d"),
                     -1);
    attain_answer_destroy(answer);
    answer = ask(&lacking, attain_find_spread, NULL);
    assert_int_equal(ask_row(&lacking, answer, ATTAIN_ANSWER_MEMBER, "t", "a"),
                     -1);
    attain_answer_destroy(answer);
    /* Where the metric does with two of three, the third stays unknown. */
    judge two = judge_begin((judge_tables){
        .metrics = "id,name,numerator,denominator,across,min_coverage\n"
                   "m,M,area,pupils,cv,0.6\n",
        .target = "comparator,value\nat_most,0.25\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\nd,D,school,c\n",
        .observations = "unit,period,area,pupils\na,2025,100,100\n"
                        "b,2025,300,100\nd,2025,,100\n"});
    answer = ask(&two, attain_find_spread, NULL);
    assert_place(&two, answer, "t", "c", "amount=80 unknown=1 verdict_after=1");
    attain_answer_destroy(answer);
    judge_end(&two);
    /* Of other schools than primary ones nothing is asked. */
    judge primary = judge_begin((judge_tables){
        .metrics = "id,name,numerator,denominator,across,stage\n"
                   "m,M,area,pupils,cv,primary\n",
        .target = "comparator,value\nat_most,0.25\n",
        .units = "id,name,level,parent,stage\nc,C,county,,\n"
                 "a,A,school,c,primary\nb,B,school,c,primary\n"
                 "d,D,school,c,junior\n",
        .observations = "unit,period,area,pupils\na,2025,100,100\n"
                        "b,2025,300,100\nd,2025,900,100\n"});
    answer = ask(&primary, attain_find_spread, NULL);
    assert_place(&primary, answer, "t", "c", "amount=80 items=1");
    attain_answer_destroy(answer);
    judge_end(&primary);
    judge_end(&made);
    judge_end(&lacking);
}

/* What rounding up adds is taken back: of two schools short of half a room
 * each, one room is enough or two are, as the judge says. */
static void spread_takes_no_step_too_many(void **state) {
    judge made = areas("cv", "comparator,value\nat_most,0.2\n",
                       "a,2025,10,100\nb,2025,10,100\nd,2025,10,100\n"
                       "e,2025,17,100\n");
    attain_answer *answer = ask(&made, attain_find_spread, NULL);
    (void)state;
    /* 11, 11, 10, 17 have 0.227, 11, 11, 11, 17 have 0.208, 12, 11, 11, 17
     * have 0.192: four rooms, although the level asks for 1.35 at each. */
    assert_place(&made, answer, "t", "c", "whole=4 verdict_after=1 items=3");
    double amount = attain_answer_value(answer, ATTAIN_ANSWER_FIELD_AMOUNT, 0);
    assert_true(amount > 3 && amount <= 4);
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* All whole numbers of steps, tried one by one, for small counties: the answer
 * passes, and no more than a step a member is above the least. */
static int passes(const int *rooms, const int *pupils, const int *more,
                  int count, double limit) {
    double n = 0, d = 0, square = 0;
    for (int i = 0; i < count; i++) {
        n += rooms[i] + more[i];
        d += pupils[i];
    }
    for (int i = 0; i < count; i++) {
        double v = (double)(rooms[i] + more[i]) / pupils[i] - n / d;
        square += pupils[i] / d * v * v;
    }
    return sqrt(square) / (n / d) <= limit * (1 + 1e-13);
}

static int least_whole(const int *rooms, const int *pupils, double limit) {
    for (int total = 0;; total++) {
        for (int x = 0; x <= total; x++) {
            for (int y = 0; x + y <= total; y++) {
                const int more[] = {x, y, total - x - y};
                if (passes(rooms, pupils, more, 3, limit))
                    return total;
            }
        }
    }
}

static void spread_in_whole_steps_is_near_the_least(void **state) {
    uint64_t seed = 11;
    int equal = 0;
    (void)state;
    for (int round = 0; round < 60; round++) {
        int rooms[3], pupils[3];
        char data[128] = "";
        for (int i = 0; i < 3; i++) {
            char line[32];
            rooms[i] = 3 + (int)(support_random(&seed) % 12);
            pupils[i] = 100 + (int)(support_random(&seed) % 400);
            snprintf(line, sizeof line, "%c,2025,%d,%d\n", "abd"[i], rooms[i],
                     pupils[i]);
            strcat(data, line);
        }
        judge made = areas("cv", "comparator,value\nat_most,0.15\n", data);
        attain_answer *answer = ask(&made, attain_find_spread, NULL);
        int least = least_whole(rooms, pupils, 0.15);
        if (least == 0) {
            assert_int_equal(attain_answer_row_count(answer), 0);
        } else {
            double whole =
                attain_answer_value(answer, ATTAIN_ANSWER_FIELD_WHOLE, 0);
            double amount =
                attain_answer_value(answer, ATTAIN_ANSWER_FIELD_AMOUNT, 0);
            double items =
                attain_answer_value(answer, ATTAIN_ANSWER_FIELD_ITEMS, 0);
            assert_place(&made, answer, "t", "c", "verdict_after=1");
            assert_true(least >= amount - 1e-9);
            assert_true(whole >= least && whole <= least + items);
            equal += whole == least;
        }
        attain_answer_destroy(answer);
        judge_end(&made);
    }
    assert_true(equal >= 20);
}

/* Steps so coarse that rounding up spreads the values anew. */
static void spread_raises_further_for_coarse_steps(void **state) {
    judge made = areas("cv", "comparator,value\nat_most,0.1\n",
                       "a,2025,90,100\nb,2025,100,100\nd,2025,130,100\n");
    attain_answer_options options;
    attain_resource resource;
    (void)state;
    attain_answer_options_init(&options);
    attain_resource_init(&resource);
    resource.variable = "area";
    resource.step = 20;
    resource.price = 3;
    options.resources = &resource;
    options.resource_count = 1;
    attain_answer *answer = ask(&made, attain_find_spread, &options);
    assert_place(&made, answer, "t", "c", "verdict_after=1 whole=40 cost=120");
    attain_answer_destroy(answer);
    resource.step = 1000;
    answer = ask(&made, attain_find_spread, &options);
    assert_place(&made, answer, "t", "c",
                 "obstacle=7 whole=- items=0 verdict_after=2");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* Without a denominator; a school without pupils is no member (A7). */
static void spread_without_a_denominator(void **state) {
    judge made = judge_begin((judge_tables){
        .metrics = "id,name,numerator,across\nm,M,area,cv\n",
        .target = "comparator,value\nat_most,0.25\n",
        .units = units,
        .observations = "unit,period,area\na,2025,1.0\nb,2025,3.5\n"
                        "d,2025,1.5\ne,2025,3\n"});
    attain_answer *answer = ask(&made, attain_find_spread, NULL);
    (void)state;
    assert_place(&made, answer, "t", "c", "verdict_after=1 items=2");
    attain_answer_destroy(answer);
    judge_end(&made);
    made = areas("cv", "comparator,value\nat_most,0.25\n",
                 "a,2025,100,100\nb,2025,300,100\nd,2025,5,0\n");
    answer = ask(&made, attain_find_spread, NULL);
    assert_place(&made, answer, "t", "c", "whole=80 verdict_after=1");
    attain_answer_destroy(answer);
    judge_end(&made);
}

static void spread_says_what_is_in_the_way(void **state) {
    judge made = judge_begin((judge_tables){
        .metrics = "id,name,numerator,denominator,across\nm,M,area,pupils,cv\n"
                   "k,K,@o,,cv\no,O,area,pupils,\nw,W,seats,pupils,cv\n"
                   "r,R,rate,pupils,cv\n",
        .targets = "id,goal,metric,name,comparator,value\n"
                   "t,g,m,T,below,0\nu,g,m,U,at_least,0.9\n"
                   "k,g,k,K,at_most,0.1\nw,g,w,W,at_most,0.1\n"
                   "b,g,m,B,below,0.25\nr,g,r,R,at_most,0.1\n"
                   "z,g,m,Z,at_most,-1\no,g,o,O,at_most,1\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\nd,D,school,c\n",
        .variables = "id,max\narea,250\npupils,\nseats,100\nrate,\n",
        .observations = "unit,period,variable,value,group\n"
                        "a,2025,area,100,\na,2025,pupils,100,\n"
                        "b,2025,area,250,\nb,2025,pupils,50,\n"
                        "a,2025,seats,10,\nd,2025,pupils,100,\n"
                        "b,2025,seats,90,\n"
                        "d,2025,area,100,\n"
                        "a,2025,rate,3,p\nb,2025,rate,9,p\nd,2025,rate,9,p\n"});
    attain_answer *answer = ask(&made, attain_find_spread, NULL);
    (void)state;
    assert_place(&made, answer, "t", "c", "obstacle=7 amount=-");
    assert_place(&made, answer, "u", "c", "obstacle=7");
    assert_place(&made, answer, "z", "c", "obstacle=7");
    assert_place(&made, answer, "k", "c", "obstacle=4 amount=-");
    assert_place(&made, answer, "w", "c", "obstacle=1 items=0");
    assert_place(&made, answer, "r", "c", "obstacle=4");
    assert_place(&made, answer, "b", "c", "obstacle=6");
    assert_int_equal(ask_row(&made, answer, ATTAIN_ANSWER_PLACE, "o", "c"), -1);
    attain_answer_destroy(answer);
    judge_end(&made);
}

static void spread_below_a_limit_comes_under_it(void **state) {
    judge made = areas("cv", "comparator,value\nbelow,0.25\n",
                       "a,2025,100,100\nb,2025,300,100\n");
    attain_answer *answer = ask(&made, attain_find_spread, NULL);
    (void)state;
    assert_place(&made, answer, "t", "c",
                 "obstacle=5 whole=81 verdict_after=1");
    attain_answer_destroy(answer);
    judge_end(&made);
}

static void spread_without_memory(void **state) {
    judge made = areas("cv", "comparator,value\nat_most,0.25\n",
                       "a,2025,100,100\nb,2025,300,100\nd,2025,90,100\n");
    attain_answer_options options;
    (void)state;
    attain_answer_options_init(&options);
    ask_without_memory(&made, attain_find_spread, options, 40);
    assert_int_equal(
        attain_find_spread(made.ev, made.plan, made.data, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spread_of_two_schools),
        cmocka_unit_test(spread_weighs_by_enrolment),
        cmocka_unit_test(spread_of_schools_without_pupils_or_data),
        cmocka_unit_test(spread_takes_no_step_too_many),
        cmocka_unit_test(spread_in_whole_steps_is_near_the_least),
        cmocka_unit_test(spread_raises_further_for_coarse_steps),
        cmocka_unit_test(spread_without_a_denominator),
        cmocka_unit_test(spread_says_what_is_in_the_way),
        cmocka_unit_test(spread_below_a_limit_comes_under_it),
        cmocka_unit_test(spread_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
