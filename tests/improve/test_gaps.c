/* What is missing, in real units and in total (method §11, A120). */
#include "improve/ask.h"

static const char schools[] = "id,name,level,parent\nc,C,county,\n"
                              "x,X,township,c\ny,Y,township,c\n"
                              "a,A,school,x\nb,B,school,x\nd,D,school,y\n";

/* Teachers with more than the diploma asked for, for 100 pupils: 4.2. At a
 * 1250 pupils need 52.5, so 53, of whom there are 50; at b 1000 need 42 exactly
 * and have 40; at d nobody was counted. */
static judge teachers(void) {
    return judge_begin((judge_tables){
        .goals = "id,name,parent,level\ng,G,,\ns,S,g,school\n",
        .metrics = "id,name,numerator,denominator,factor,across\n"
                   "m,M,t,n,100,total\n",
        .targets = "id,goal,metric,name,comparator,value\n"
                   "t,s,m,T,at_least,4.2\n",
        .units = schools,
        .observations = "unit,period,t,n\na,2025,50,1250\nb,2025,40,1000\n"
                        "d,2025,,500\n"});
}

static void gaps_count_whole_units_of_the_numerator(void **state) {
    judge made = teachers();
    attain_answer *answer = ask(&made, attain_find_gaps, NULL);
    (void)state;
    assert_int_equal(attain_answer_question(answer), ATTAIN_QUESTION_GAPS);
    assert_item(&made, answer, "t", "a",
                "value=4 limit=4.2 gap=0.2 amount=2.5 whole=3 obstacle=0 "
                "items=1 unknown=0 variable=0");
    assert_item(&made, answer, "t", "b", "gap=0.2 amount=2 whole=2");
    assert_item(&made, answer, "t", "d",
                "value=- gap=- amount=- whole=- cost=- obstacle=1 items=0 "
                "unknown=1");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* By township and for the county: percentages are not added, teachers are. */
static void gaps_are_totalled_for_every_unit_above(void **state) {
    judge made = teachers();
    attain_answer *answer = ask(&made, attain_find_gaps, NULL);
    (void)state;
    assert_total(&made, answer, "t", "x",
                 "amount=4.5 whole=5 items=2 unknown=0 gap=- value=-");
    assert_total(&made, answer, "t", "y", "amount=- whole=- items=0 unknown=1");
    assert_total(&made, answer, "t", "c",
                 "amount=4.5 whole=5 items=2 "
                 "unknown=1");
    assert_int_equal(ask_row(&made, answer, ATTAIN_ANSWER_TOTAL, "t", "a"), -1);
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* 92 % of 1250 lack exactly 50 of 96 %, whatever doubles say: 50, not 51. */
static void gaps_round_no_exact_amount_up(void **state) {
    (void)state;
    for (int d = 7; d <= 2000; d += 83) {
        char data[64];
        double needed = 0;
        snprintf(data, sizeof data, "unit,period,a,b\nc,2025,0,%d\n", d);
        judge made = judge_begin(
            (judge_tables){.metrics = "id,name,numerator,denominator,factor\n"
                                      "m,M,a,b,100\n",
                           .target = "comparator,value\nat_least,4.2\n",
                           .observations = data});
        attain_answer *answer = ask(&made, attain_find_gaps, NULL);
        while (1000 * needed < 42 * d)
            needed++;
        assert_true(attain_answer_value(answer, ATTAIN_ANSWER_FIELD_WHOLE, 0) ==
                    needed);
        attain_answer_destroy(answer);
        judge_end(&made);
    }
}

/* A value that the variable may not have, or that evaluator groups make, is not
 * for one number to mend; members that are summed are mended one by one. */
static void gaps_of_what_no_number_mends(void **state) {
    judge range =
        judge_begin((judge_tables){.target = "comparator,value\nat_least,50\n",
                                   .variables = "id,name,max\nx,X,45\n",
                                   .x = "2025 40"});
    judge rated = judge_begin(
        (judge_tables){.target = "comparator,value\nat_least,50\n",
                       .observations = "unit,period,variable,value,group\n"
                                       "c,2025,x,40,p\nc,2025,x,44,q\n"});
    attain_answer *answer = ask(&range, attain_find_gaps, NULL);
    (void)state;
    assert_item(&range, answer, "t", "c", "gap=10 obstacle=6");
    attain_answer_destroy(answer);
    answer = ask(&rated, attain_find_gaps, NULL);
    assert_item(&rated, answer, "t", "c", "gap=8 obstacle=4");
    attain_answer_destroy(answer);
    judge_end(&range);
    judge_end(&rated);
    /* 3 of 5 in all: who of them adds 2 is open; 1 of 2 at a is a's own. */
    judge sums = judge_begin((judge_tables){
        .metrics = "id,name,numerator,across,level\nm,M,x,total,school\n",
        .targets = "id,goal,metric,name,comparator,value,level\n"
                   "t,g,m,T,at_least,5,county\nu,g,m,U,at_least,2,school\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\n",
        .observations = "unit,period,x\na,2025,1\nb,2025,2\n"});
    answer = ask(&sums, attain_find_gaps, NULL);
    assert_item(&sums, answer, "t", "c", "amount=2 whole=2 obstacle=4");
    assert_item(&sums, answer, "u", "a", "amount=1 whole=1 obstacle=0");
    attain_answer_destroy(answer);
    judge_end(&sums);
}

/* The last decimal place that was observed is the step; or what is said. */
static void gaps_come_in_steps(void **state) {
    judge made = judge_begin((judge_tables){
        .metrics = "id,name,numerator,denominator\nm,M,area,n\n",
        .target = "comparator,value\nat_least,4.5\n",
        .observations = "unit,period,area,n\nc,2025,100.5,31\n"});
    attain_answer_options options;
    attain_resource resource;
    (void)state;
    attain_answer *answer = ask(&made, attain_find_gaps, NULL);
    /* 139.5 − 100.5 = 39: no tenth more. */
    assert_item(&made, answer, "t", "c",
                "amount=39 whole=39 cost=0.27956989"
                "247311828");
    attain_answer_destroy(answer);
    attain_answer_options_init(&options);
    attain_resource_init(&resource);
    resource.variable = "area";
    resource.step = 54;
    resource.price = 2500;
    options.resources = &resource;
    options.resource_count = 1;
    answer = ask(&made, attain_find_gaps, &options);
    assert_item(&made, answer, "t", "c", "amount=39 whole=54 cost=135000");
    attain_answer_destroy(answer);
    resource.price = NAN;
    options.unpriced = 10;
    answer = ask(&made, attain_find_gaps, &options);
    assert_item(&made, answer, "t", "c", "whole=54 cost=2.7956989247311828");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* Class size: what is too much is to be taken away. A negative factor turns
 * the direction round. */
static void gaps_have_a_sign(void **state) {
    judge made = judge_begin((judge_tables){
        .metrics = "id,name,numerator,denominator,factor\nm,M,pupils,rooms,\n"
                   "n,N,pupils,rooms,-1\n",
        .targets = "id,goal,metric,name,comparator,value,upper\n"
                   "t,g,m,T,at_most,45,\nu,g,n,U,at_least,-45,\n"
                   "v,g,m,V,between,10,45\nw,g,m,W,between,60,70\n",
        .observations = "unit,period,pupils,rooms\nc,2025,1001,20\n"});
    attain_answer *answer = ask(&made, attain_find_gaps, NULL);
    (void)state;
    assert_item(&made, answer, "t", "c", "gap=5.05 amount=-101 whole=-101");
    assert_item(&made, answer, "u", "c", "gap=5.05 amount=-101 whole=-101");
    assert_item(&made, answer, "v", "c", "limit=45 gap=5.05 amount=-101");
    assert_item(&made, answer, "w", "c", "limit=60 gap=9.95 amount=199");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* Sums in numerator and denominator, one group's ratings among them, and more
 * digits than are exact. */
static void gaps_of_sums(void **state) {
    judge made = judge_begin((judge_tables){
        .metrics = "id,name,numerator,denominator\nm,M,-c;a;b,d;e[p]\n"
                   "n,N,f[p],d\nl,L,long,d\ng,G2,e,d\n",
        .targets = "id,goal,metric,name,comparator,value\n"
                   "t,g,m,T,at_least,2\nu,g,n,U,at_least,2\n"
                   "v,g,l,V,at_least,0.3333333333333333\n"
                   "w,g,g,W,at_least,9\n",
        .observations = "unit,period,variable,value,group\nc,2025,a,7,\n"
                        "c,2025,b,2,\nc,2025,c,1,\nc,2025,d,3,\n"
                        "c,2025,e,4,p\nc,2025,f,1,p\n"
                        "c,2025,long,0.1234567890123456,\n"});
    attain_answer *answer = ask(&made, attain_find_gaps, NULL);
    (void)state;
    /* (7 + 2 − 1)/(3 + 4), 14 − 8 more of a. */
    assert_item(&made, answer, "t", "c", "whole=6 variable=0 obstacle=0");
    assert_item(&made, answer, "u", "c", "whole=- obstacle=4");
    /* Six decimals at the most. */
    assert_item(&made, answer, "v", "c", "whole=0.876544 obstacle=0");
    /* Ratings are nobody's stock. */
    assert_item(&made, answer, "w", "c", "whole=23 obstacle=4");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* The limit itself does not count: a step more. */
static void gaps_of_a_strict_limit_go_beyond_it(void **state) {
    judge made = judge_begin((judge_tables){
        .target = "comparator,value\nabove,50\nbelow,50\nabove,60\n",
        .x = "2025 50"});
    attain_answer *answer = ask(&made, attain_find_gaps, NULL);
    (void)state;
    assert_item(&made, answer, "t", "c", "gap=0 whole=1 obstacle=5");
    assert_item(&made, answer, "t2", "c", "gap=0 whole=-1 obstacle=5");
    assert_item(&made, answer, "t3", "c", "gap=10 amount=10 whole=11");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* Series, metrics of members, sums of metrics, ranges, periods gone by. */
static void gaps_say_what_is_in_the_way(void **state) {
    judge made = judge_begin((judge_tables){
        .metrics = "id,name,numerator,denominator,across\nm,M,x,,\n"
                   "e,E,x,,mean\nk,K,@m,,\nl,L,x,x;y,\nz,Z,z,,\n",
        .targets = "id,goal,metric,name,series,comparator,value,when,due\n"
                   "t,g,m,T,growth,at_least,0.5,,\nu,g,e,U,,at_least,9,,\n"
                   "k,g,k,K,,at_least,9,,\nl,g,l,L,,at_least,9,,\n"
                   "z,g,z,Z,,at_least,9,,\np,g,m,P,,at_least,9,,2024\n"
                   "v,g,m,V,,at_least,4,every_period,\n"
                   "h,g,m,H,,at_least,4,hold,\nw,g,m,W,,at_least,3,hold,\n"
                   "y,g,m,Y,,at_least,3.5,every_period,\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n",
        .variables = "id,min,max\nx,,\ny,,\nz,0,5\n",
        .observations = "unit,period,x,y,z\na,2025,3,,\nc,2021,4,,\n"
                        "c,2022,4,,\nc,2023,4,,\nc,2024,5,,\nc,2025,3,1,2\n"});
    attain_answer *answer = ask(&made, attain_find_gaps, NULL);
    (void)state;
    assert_item(&made, answer, "t", "c", "gap=0.9 amount=- obstacle=3");
    assert_item(&made, answer, "u", "c", "gap=6 amount=- obstacle=4");
    assert_item(&made, answer, "k", "c", "gap=6 amount=6 whole=- obstacle=4");
    assert_item(&made, answer, "l", "c", "whole=- obstacle=4");
    assert_item(&made, answer, "z", "c", "gap=7 whole=7 obstacle=6");
    assert_item(&made, answer, "p", "c", "gap=4 obstacle=2");
    /* Only the last period fails: it can be mended. */
    assert_item(&made, answer, "v", "c", "gap=1 whole=1 obstacle=0");
    assert_item(&made, answer, "h", "c", "gap=1 whole=1 obstacle=0");
    assert_int_equal(ask_row(&made, answer, ATTAIN_ANSWER_ITEM, "w", "c"), -1);
    attain_answer_destroy(answer);
    judge_end(&made);
}

static void gaps_after_a_fall_cannot_be_mended(void **state) {
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value,when\nat_least,4,hold\n"
                                 "at_least,4,every_period\nat_least,6,hold\n"
                                 "at_least,1,every_period\n",
                       .x = "2021 4, 2022 3, 2024 5, 2025 0"});
    attain_answer *answer = ask(&made, attain_find_gaps, NULL);
    (void)state;
    assert_item(&made, answer, "t", "c", "gap=4 obstacle=2");
    assert_item(&made, answer, "t2", "c", "gap=4 obstacle=2");
    assert_item(&made, answer, "t3", "c", "gap=6 obstacle=0");
    /* 2023 is not known: mending 2025 leaves it unknown. */
    assert_item(&made, answer, "t4", "c", "gap=1 obstacle=1");
    attain_answer_destroy(answer);
    judge_end(&made);
}

static void gaps_since_a_baseline_and_rounded(void **state) {
    judge made = judge_begin((judge_tables){
        .metrics = "id,name,numerator,decimals\nm,M,x,0\n",
        .target = "series,comparator,value,baseline,baseline_period,judge\n"
                  "since_baseline,at_least,3,90,2020,\n"
                  "level,at_least,92,,,rounded\nlevel,at_least,93,,,rounded\n",
        .x = "2025 91.6"});
    attain_answer *answer = ask(&made, attain_find_gaps, NULL);
    (void)state;
    assert_item(&made, answer, "t", "c", "value=1.6 gap=1.4 whole=1.4");
    assert_int_equal(ask_row(&made, answer, ATTAIN_ANSWER_ITEM, "t2", "c"), -1);
    assert_item(&made, answer, "t3", "c", "gap=1.4 whole=1.4");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* Units in another order give the same rows of each unit. */
static void gaps_do_not_depend_on_the_order_of_units(void **state) {
    judge made = teachers();
    judge turned = judge_begin((judge_tables){
        .goals = "id,name,parent,level\ng,G,,\ns,S,g,school\n",
        .metrics = "id,name,numerator,denominator,factor,across\n"
                   "m,M,t,n,100,total\n",
        .targets = "id,goal,metric,name,comparator,value\n"
                   "t,s,m,T,at_least,4.2\n",
        .units = "id,name,level,parent\nd,D,school,y\nb,B,school,x\n"
                 "y,Y,township,c\na,A,school,x\nc,C,county,\n"
                 "x,X,township,c\n",
        .observations = "unit,period,n,t\nd,2025,500,\nb,2025,1000,40\n"
                        "a,2025,1250,50\n"});
    attain_answer *one = ask(&made, attain_find_gaps, NULL);
    attain_answer *two = ask(&turned, attain_find_gaps, NULL);
    static const char *const units[] = {"a", "b", "d", "x", "y", "c"};
    (void)state;
    for (int32_t f = ATTAIN_ANSWER_FIELD_OBSTACLE;
         f <= ATTAIN_ANSWER_FIELD_VALUE_AFTER; f++) {
        for (size_t u = 0; u < 6 && f != ATTAIN_ANSWER_FIELD_VARIABLE; u++) {
            int32_t kind = u < 3 ? ATTAIN_ANSWER_ITEM : ATTAIN_ANSWER_TOTAL;
            assert_same(
                attain_answer_value(one, f,
                                    ask_row(&made, one, kind, "t", units[u])),
                attain_answer_value(
                    two, f, ask_row(&turned, two, kind, "t", units[u])));
        }
    }
    attain_answer_destroy(one);
    attain_answer_destroy(two);
    judge_end(&made);
    judge_end(&turned);
}

/* --- Reading ------------------------------------------------------------ */

static void answer_gives_columns(void **state) {
    judge made = teachers();
    attain_answer *answer = ask(&made, attain_find_gaps, NULL);
    double out[8];
    size_t count = 0;
    int32_t field = ATTAIN_ANSWER_FIELD_WHOLE;
    (void)state;
    assert_int_equal(attain_answer_column(answer, field, NULL, 0, &count, NULL),
                     ATTAIN_OK);
    assert_int_equal(count, 6);
    assert_int_equal(attain_answer_column(answer, field, out, 5, &count, NULL),
                     ATTAIN_ERR_SPACE);
    assert_int_equal(attain_answer_column(answer, field, out, 8, &count, NULL),
                     ATTAIN_OK);
    for (size_t r = 0; r < count; r++) {
        assert_same(out[r], attain_answer_value(answer, field, (int64_t)r));
        assert_same(out[r], attain_answer_view(answer, field, NULL)[r]);
    }
    /* What the question does not have is empty. */
    assert_int_equal(attain_answer_column(answer, ATTAIN_ANSWER_FIELD_TURN, out,
                                          8, &count, NULL),
                     ATTAIN_OK);
    assert_true(isnan(out[0]));
    assert_null(attain_answer_view(answer, ATTAIN_ANSWER_FIELD_TURN, &count));
    assert_int_equal(count, 0);
    assert_int_equal(attain_answer_column(answer, 29, out, 8, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_answer_column(NULL, 0, out, 8, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_answer_column(answer, 0, out, 8, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_true(isnan(attain_answer_value(answer, 0, 6)));
    assert_true(isnan(attain_answer_value(answer, 0, -1)));
    assert_true(isnan(attain_answer_value(answer, -1, 0)));
    assert_true(isnan(attain_answer_value(NULL, 0, 0)));
    assert_int_equal(attain_answer_row_count(NULL), 0);
    assert_int_equal(attain_answer_question(NULL), -1);
    attain_answer_destroy(answer);
    attain_answer_destroy(NULL);
    judge_end(&made);
}

/* --- Errors ------------------------------------------------------------- */

#define assert_refused(made, options, status)                                  \
    do {                                                                       \
        attain_answer *refused = NULL;                                         \
        assert_int_equal(attain_find_gaps((made)->ev, (made)->plan,            \
                                          (made)->data, options, &refused,     \
                                          NULL),                               \
                         status);                                              \
        assert_null(refused);                                                  \
    } while (0)

static void questions_check_their_options(void **state) {
    judge made = teachers();
    attain_answer_options good;
    attain_answer_options bad;
    (void)state;
    attain_answer_options_init(&good);
    attain_answer_options_init(NULL);
    attain_resource_init(NULL);
    assert_refused(&made, (bad = good, bad.struct_size = 8, &bad),
                   ATTAIN_ERR_STRUCT);
    assert_refused(&made, (bad = good, bad.reserved = 1, &bad),
                   ATTAIN_ERR_STRUCT);
    assert_refused(&made, (bad = good, bad.node = 99, &bad),
                   ATTAIN_ERR_ARGUMENT);
    assert_refused(&made, (bad = good, bad.node = -2, &bad),
                   ATTAIN_ERR_ARGUMENT);
    assert_refused(&made, (bad = good, bad.effort = 2, &bad),
                   ATTAIN_ERR_ARGUMENT);
    assert_refused(&made, (bad = good, bad.order = 3, &bad),
                   ATTAIN_ERR_ARGUMENT);
    assert_refused(&made, (bad = good, bad.unpriced = -1, &bad),
                   ATTAIN_ERR_ARGUMENT);
    assert_refused(&made, (bad = good, bad.unpriced = NAN, &bad),
                   ATTAIN_ERR_ARGUMENT);
    assert_refused(&made, (bad = good, bad.weight = "nobody", &bad),
                   ATTAIN_ERR_UNKNOWN);
    assert_refused(&made, (bad = good, bad.resource_count = 1, &bad),
                   ATTAIN_ERR_ARGUMENT);
    attain_allocator none = {NULL, NULL, NULL, NULL};
    assert_refused(&made, (bad = good, bad.allocator = &none, &bad),
                   ATTAIN_ERR_ARGUMENT);
    judge_end(&made);
}

static void questions_check_their_resources(void **state) {
    judge made = teachers();
    attain_answer_options options;
    attain_resource two[2];
    (void)state;
    attain_answer_options_init(&options);
    attain_resource_init(&two[0]);
    attain_resource_init(&two[1]);
    two[0].variable = two[1].variable = "t";
    two[0].price = two[1].price = 1;
    options.resources = two;
    options.resource_count = 1;
    assert_refused(&made, (two[0].price = -1, &options), ATTAIN_ERR_ARGUMENT);
    assert_refused(&made, (two[0].price = INFINITY, &options),
                   ATTAIN_ERR_ARGUMENT);
    two[0].price = 1;
    assert_refused(&made, (two[0].step = 0, &options), ATTAIN_ERR_ARGUMENT);
    two[0].step = 1;
    assert_refused(&made, (two[0].variable = NULL, &options),
                   ATTAIN_ERR_ARGUMENT);
    assert_refused(&made, (two[0].variable = "nothing", &options),
                   ATTAIN_ERR_UNKNOWN);
    two[0].variable = "t";
    assert_refused(&made, (two[0].struct_size = 4, &options),
                   ATTAIN_ERR_STRUCT);
    two[0].struct_size = sizeof two[0];
    options.resource_count = 2;
    assert_refused(&made, &options, ATTAIN_ERR_DUPLICATE);
    judge_end(&made);
}

static void questions_need_the_evaluated_plan_and_data(void **state) {
    judge made = teachers();
    judge other = judge_begin((judge_tables){
        .target = "comparator,value\nat_least,1\n", .x = "2025 1"});
    attain_answer *out = NULL;
    (void)state;
    assert_int_equal(
        attain_find_gaps(made.ev, other.plan, made.data, NULL, &out, NULL),
        ATTAIN_ERR_MISMATCH);
    assert_int_equal(
        attain_find_gaps(made.ev, made.plan, other.data, NULL, &out, NULL),
        ATTAIN_ERR_MISMATCH);
    assert_int_equal(
        attain_find_gaps(NULL, made.plan, made.data, NULL, &out, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_find_gaps(made.ev, made.plan, made.data, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    judge_end(&made);
    judge_end(&other);
}

static void gaps_without_memory(void **state) {
    judge made = teachers();
    attain_answer_options options;
    (void)state;
    attain_answer_options_init(&options);
    ask_without_memory(&made, attain_find_gaps, options, 20);
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gaps_count_whole_units_of_the_numerator),
        cmocka_unit_test(gaps_are_totalled_for_every_unit_above),
        cmocka_unit_test(gaps_round_no_exact_amount_up),
        cmocka_unit_test(gaps_of_what_no_number_mends),
        cmocka_unit_test(gaps_come_in_steps),
        cmocka_unit_test(gaps_have_a_sign),
        cmocka_unit_test(gaps_of_sums),
        cmocka_unit_test(gaps_of_a_strict_limit_go_beyond_it),
        cmocka_unit_test(gaps_say_what_is_in_the_way),
        cmocka_unit_test(gaps_after_a_fall_cannot_be_mended),
        cmocka_unit_test(gaps_since_a_baseline_and_rounded),
        cmocka_unit_test(gaps_do_not_depend_on_the_order_of_units),
        cmocka_unit_test(answer_gives_columns),
        cmocka_unit_test(questions_check_their_options),
        cmocka_unit_test(questions_check_their_resources),
        cmocka_unit_test(questions_need_the_evaluated_plan_and_data),
        cmocka_unit_test(gaps_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
