/* Bonus points and their caps (method §6, rulings A118). */
#include "evaluate/judge.h"

/* Two targets of 100, and a bonus of 3 and one of 4 points. */
static judge add_bonus(const char *caps, const char *x) {
    char goals[128] = "id,name,parent,bonus_cap,score_cap\ng,G,,";
    char observations[128] = "unit,period,x1,x2,y1,y2\nc,2025,";
    strcat(goals, caps);
    strcat(goals, "\n");
    strcat(observations, x);
    strcat(observations, "\n");
    return judge_begin((judge_tables){
        .goals = goals,
        .metrics = "id,name,numerator\nm1,M,x1\nm2,M,x2\nn1,N,y1\nn2,N,y2\n",
        .targets = "id,goal,metric,name,value,bonus,weight,owner\n"
                   "t1,g,m1,T,100,,,o\nt2,g,m2,T,100,0,,o\n"
                   "b1,g,n1,B,10,3,,o\nb2,g,n2,B,10,4,5,o\n",
        .bands = "name,from\nhigh,95\nlow,0\n",
        .observations = observations});
}

static void bonus_is_added_up_to_its_caps(void **state) {
    static const char *const cases[][3] = {
        /* (100 + 80)/2 = 90 */
        {",", "100,80,0,0", "score=90 low=90 high=90 grade=low"},
        {",", "100,80,10,0", "score=93 low=93 high=93"},
        {",", "100,80,10,10", "score=97 grade=high"},
        {",", "100,80,5,10", "score=95.5"},
        {"5,", "100,80,10,10", "score=95 grade=high"},
        {"0,", "100,80,10,10", "score=90"},
        {",", "100,98,10,10", "score=100"},
        {",105", "100,98,10,10", "score=105"},
        {",120", "100,98,10,10", "score=106"},
        {"2,105", "100,100,10,10", "score=102 attainment=1.02"},
        {",", "100,80,,10", "score=94 low=94 high=97 coverage=1"},
        {",", "100,,10,10", "score=100 low=57 high=100 coverage=0.5"},
        {",", ",,10,10", "score=- low=7 high=100 coverage=0"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        judge made = add_bonus(cases[i][0], cases[i][1]);
        assert_row(&made, "g", "c", cases[i][2]);
        judge_end(&made);
    }
}

/* A bonus that is not reached fails nothing, and is no part of completion. */
static void bonus_counts_in_nothing_else(void **state) {
    attain_owner owner;
    (void)state;
    judge made = add_bonus(",", "100,100,0,10");
    assert_row(&made, "g", "c",
               "verdict=met score=100 targets=2 targets_met=2 "
               "targets_unknown=0");
    assert_row(&made, "b1", "c", "verdict=not_met attainment=0");
    attain_owner_init(&owner);
    assert_int_equal(attain_evaluation_get_owner(
                         made.ev, 0, judge_unit(&made, "c"), &owner, NULL),
                     ATTAIN_OK);
    assert_int_equal(owner.targets, 2);
    assert_same(owner.attainment, 1);
    judge_end(&made);
    made = add_bonus(",", "100,99,10,10");
    assert_row(&made, "g", "c", "verdict=not_met score=100");
    judge_end(&made);
}

/* Two of two children: what is a bonus is no child of the rule. */
static void bonus_is_no_child_of_a_rule(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,rule,at_least,floor\ng,G,,at_least,1,0.9\n",
        .target = "value,bonus\n100,\n100,\n1000,5\n",
        .x = "2025 100"});
    assert_row(&made, "g", "c", "verdict=met score=100");
    judge_end(&made);
}

/* A whole of schools is worth its mean. */
static void bonus_of_a_whole(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "value,level,bonus\n1,,\n1,school,10\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\n",
        .observations = "unit,period,x\nc,2025,0.5\na,2025,1\nb,2025,0\n"});
    /* 50 + 10 · (1 + 0)/2 */
    assert_row(&made, "g", "c", "score=55 verdict=not_met");
    judge_end(&made);
}

static void goal_of_bonuses_alone_has_no_score(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "value,bonus\n1,10\n", .x = "2025 1"});
    assert_row(&made, "g", "c", "score=- verdict=- targets=0");
    judge_end(&made);
}

static void explanation_tells_the_bonus(void **state) {
    char text[2048];
    size_t count;
    (void)state;
    judge made = add_bonus(",", "100,80,10,0");
    assert_int_equal(attain_evaluation_explain(
                         made.ev, made.plan, made.data, judge_node(&made, "g"),
                         judge_unit(&made, "c"), ATTAIN_LANGUAGE_EN, text,
                         sizeof text, &count, NULL),
                     ATTAIN_OK);
    assert_contains(text, "b1 B: met, attainment 1, bonus 3");
    judge_end(&made);
}

static void bonus_cannot_veto(void **state) {
    attain_plan *plan = NULL;
    attain_plan_info info;
    attain_target target;
    attain_error err;
    (void)state;
    attain_plan_info_init(&info);
    info.id = info.name = "p";
    info.level = "county";
    info.first_period = judge_period("2021");
    info.last_period = judge_period("2025");
    assert_int_equal(attain_plan_create(NULL, &info, &plan, NULL), ATTAIN_OK);
    attain_target_init(&target);
    target.id = target.name = "t";
    target.goal = "g";
    target.metric = "m";
    target.value = 1;
    target.bonus = 5;
    target.veto = 1;
    assert_int_equal(attain_plan_add_target(plan, &target, NULL, &err),
                     ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "bonus");
    target.veto = 0;
    target.bonus = -1;
    assert_int_equal(attain_plan_add_target(plan, &target, NULL, &err),
                     ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "bonus");
    attain_plan_destroy(plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bonus_is_added_up_to_its_caps),
        cmocka_unit_test(bonus_counts_in_nothing_else),
        cmocka_unit_test(bonus_is_no_child_of_a_rule),
        cmocka_unit_test(bonus_of_a_whole),
        cmocka_unit_test(goal_of_bonuses_alone_has_no_score),
        cmocka_unit_test(explanation_tells_the_bonus),
        cmocka_unit_test(bonus_cannot_veto),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
