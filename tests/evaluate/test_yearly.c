/* The three answers to a rule about every year (rulings A75, A134). */
#include "evaluate/judge.h"

/* The national myopia rate, in per cent (Ministry of Education, National Health
 * Commission): "falls by 0.5 points a year" from 2018. */
static const judge_tables myopia = {
    .plan = "key,value\nid,p\nname,P\nfirst_period,2019\nlast_period,2025\n"
            "level,county\n",
    .target = "series,comparator,value,when,baseline,baseline_period\n"
              "change,at_most,-0.5,every_period,53.6,2018\n",
    .x = "2018 53.6, 2019 50.2, 2020 52.7, 2021 52.6, 2022 51.9"};

static attain_yearly ask(const judge *made, const char *unit) {
    attain_yearly found;
    attain_error err = {0};
    attain_yearly_init(&found);
    if (attain_evaluation_yearly(
            made->ev, made->plan, made->data, judge_node(made, "t"),
            judge_row(made, "t", unit), &found, &err) != ATTAIN_OK)
        fail_msg("%s", err.message);
    return found;
}

static attain_yearly ask_of(judge_tables tables, const char *as_of) {
    tables.as_of = as_of;
    judge made = judge_begin(tables);
    attain_yearly found = ask(&made, "c");
    judge_end(&made);
    return found;
}

/* Year by year met, not met, not met, met; since 2018 −3.4, −0.9, −1.0, −1.7
 * against −0.5, −1, −1.5, −2; a year −3.4, −0.45, −0.333, −0.425. The official
 * statement of 2020 took −0.9 for "basically done". */
static void myopia_has_three_answers(void **state) {
    static const struct {
        const char *as_of;
        double latest, cumulative, required, mean;
        size_t met;
        int32_t latest_verdict, every, together;
    } years[] = {{"2019", -3.4, -3.4, -0.5, -3.4, 1, ATTAIN_VERDICT_MET,
                  ATTAIN_VERDICT_MET, ATTAIN_VERDICT_MET},
                 {"2020", 2.5, -0.9, -1, -0.45, 1, ATTAIN_VERDICT_NOT_MET,
                  ATTAIN_VERDICT_NOT_MET, ATTAIN_VERDICT_NOT_MET},
                 {"2021", -0.1, -1, -1.5, -1 / 3.0, 1, ATTAIN_VERDICT_NOT_MET,
                  ATTAIN_VERDICT_NOT_MET, ATTAIN_VERDICT_NOT_MET},
                 {"2022", -0.7, -1.7, -2, -0.425, 2, ATTAIN_VERDICT_MET,
                  ATTAIN_VERDICT_NOT_MET, ATTAIN_VERDICT_NOT_MET}};
    (void)state;
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        attain_yearly found = ask_of(myopia, years[i].as_of);
        assert_same(found.latest, years[i].latest);
        assert_same(found.cumulative, years[i].cumulative);
        assert_same(found.cumulative_upper, years[i].required);
        assert_same(found.cumulative_lower, (double)NAN);
        assert_close(found.mean, years[i].mean, 1e-15);
        assert_same(found.upper, -0.5);
        assert_int_equal(found.periods, i + 1);
        assert_int_equal(found.met, years[i].met);
        assert_int_equal(found.unknown, 0);
        assert_int_equal(found.latest_verdict, years[i].latest_verdict);
        assert_int_equal(found.every_verdict, years[i].every);
        assert_int_equal(found.cumulative_verdict, years[i].together);
        assert_int_equal(found.mean_verdict, years[i].together);
        assert_int_equal(found.base, judge_period("2018"));
        assert_int_equal(found.judged, judge_period(years[i].as_of));
    }
}

/* 0.1 three times is 0.3, though not as doubles. */
static void sums_on_the_limit_are_met(void **state) {
    attain_yearly found = ask_of(
        (judge_tables){.target = "series,comparator,value,upper,baseline,"
                                 "baseline_period\n"
                                 "change,between,0.1,0.2,1,2020\n",
                       .x = "2021 1.1, 2022 1.2, 2023 1.3"},
        "2023");
    (void)state;
    assert_same(found.cumulative, 0.3);
    assert_same(found.cumulative_lower, 0.3);
    assert_same(found.cumulative_upper, 0.6);
    assert_int_equal(found.every_verdict, ATTAIN_VERDICT_MET);
    assert_int_equal(found.cumulative_verdict, ATTAIN_VERDICT_MET);
    assert_int_equal(found.mean_verdict, ATTAIN_VERDICT_MET);
}

/* 5 % a year: 10, 21 and 10 % in turn come to 46.41 %, 13.55 % a year. */
static void growth_is_compounded(void **state) {
    attain_yearly found = ask_of(
        (judge_tables){.target = "series,comparator,value,baseline_period\n"
                                 "growth,at_least,0.05,2020\n",
                       .x = "2020 100, 2021 110, 2022 133.1, 2023 146.41"},
        "2023");
    (void)state;
    assert_close(found.latest, 0.1, 1e-12);
    assert_close(found.cumulative, 0.4641, 1e-12);
    assert_close(found.cumulative_lower, 1.05 * 1.05 * 1.05 - 1, 1e-12);
    assert_close(found.mean, cbrt(1.4641) - 1, 1e-12);
    assert_int_equal(found.every_verdict, ATTAIN_VERDICT_MET);
    assert_int_equal(found.cumulative_verdict, ATTAIN_VERDICT_MET);
    assert_int_equal(found.mean_verdict, ATTAIN_VERDICT_MET);
}

static void what_is_not_known_is_unknown(void **state) {
    judge_tables tables = {.target = "series,comparator,value,baseline_period\n"
                                     "growth,at_least,-2,2020\n",
                           .x = "2020 0, 2021 1"};
    attain_yearly found = ask_of(tables, "2023");
    (void)state;
    assert_int_equal(found.unknown, 3);
    assert_int_equal(found.every_verdict, ATTAIN_VERDICT_UNKNOWN);
    assert_same(found.cumulative, (double)NAN);
    assert_same(found.mean, (double)NAN);
    assert_same(found.cumulative_lower, -1);
    assert_int_equal(found.cumulative_verdict, ATTAIN_VERDICT_UNKNOWN);
    tables.target = "series,comparator,value\nchange,at_least,1\n";
    tables.x = "2021 1, 2022 2";
    found = ask_of(tables, "2022");
    assert_int_equal(found.base, ATTAIN_PERIOD_NONE);
    assert_same(found.latest, 1);
    assert_same(found.cumulative_lower, (double)NAN);
    assert_int_equal(found.mean_verdict, ATTAIN_VERDICT_UNKNOWN);
}

static void rounded_answers_may_differ(void **state) {
    attain_yearly found = ask_of(
        (judge_tables){.metrics = "id,name,numerator,decimals\nm,M,x,1\n",
                       .target =
                           "series,comparator,value,baseline,baseline_period,"
                           "judge\nchange,at_least,0.1,1,2020,rounded\n",
                       .x = "2021 1.09, 2022 1.13"},
        "2022");
    (void)state;
    /* 0.13 is 0.1, below 0.2; a mean of 0.065 is 0.1. */
    assert_int_equal(found.cumulative_verdict, ATTAIN_VERDICT_NOT_MET);
    assert_int_equal(found.mean_verdict, ATTAIN_VERDICT_MET);
}

static void refuse(const judge *made, const char *node, int64_t row,
                   attain_status status) {
    attain_yearly found;
    attain_yearly_init(&found);
    assert_int_equal(attain_evaluation_yearly(made->ev, made->plan, made->data,
                                              judge_node(made, node), row,
                                              &found, NULL),
                     status);
    assert_same(found.mean, (double)NAN);
}

static void other_nodes_and_rows_are_refused(void **state) {
    judge_tables tables = myopia;
    tables.targets = "id,goal,metric,name,series,comparator,value\n"
                     "t,g,m,T,level,at_least,1\nu,g,m,U,change,none,\n"
                     "w,g,m,W,change,at_least,1\n";
    tables.target = NULL;
    judge made = judge_begin(tables);
    attain_yearly found;
    (void)state;
    attain_yearly_init(NULL);
    attain_yearly_init(&found);
    refuse(&made, "g", 0, ATTAIN_ERR_ARGUMENT);
    refuse(&made, "t", 0, ATTAIN_ERR_ARGUMENT);
    refuse(&made, "u", 0, ATTAIN_ERR_ARGUMENT);
    refuse(&made, "w", 1, ATTAIN_ERR_ARGUMENT);
    refuse(&made, "w", -1, ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_yearly(NULL, made.plan, made.data, 0, 0,
                                              &found, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_evaluation_yearly(made.ev, NULL, made.data, 0, 0, &found, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_evaluation_yearly(made.ev, made.plan, NULL, 0, 0, &found, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_yearly(made.ev, made.plan, made.data, 0,
                                              0, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    found.struct_size--;
    assert_int_equal(attain_evaluation_yearly(made.ev, made.plan, made.data, 3,
                                              0, &found, NULL),
                     ATTAIN_ERR_STRUCT);
    attain_yearly_init(&found);
    assert_int_equal(
        attain_dataset_add_group(made.data, "x", &(int32_t){0}, NULL),
        ATTAIN_OK);
    assert_int_equal(attain_evaluation_yearly(made.ev, made.plan, made.data, 3,
                                              0, &found, NULL),
                     ATTAIN_ERR_MISMATCH);
    judge_end(&made);
}

static void explanation_gives_the_three_answers(void **state) {
    judge_tables tables = myopia;
    char text[4096];
    size_t length;
    (void)state;
    tables.as_of = "2022";
    judge made = judge_begin(tables);
    assert_int_equal(attain_evaluation_explain(made.ev, made.plan, made.data,
                                               judge_node(&made, "t"), 0,
                                               ATTAIN_LANGUAGE_EN, text,
                                               sizeof text, &length, NULL),
                     ATTAIN_OK);
    assert_contains(text, "    each period: 2 of 4 kept it: not met\n"
                          "    since the base: -1.7, required -2: not met\n"
                          "    mean per period: -0.425, required -0.5: not "
                          "met\n");
    judge_end(&made);
}

static void yearly_without_memory(void **state) {
    support_memory memory;
    judge_tables tables = myopia;
    attain_evaluate_options options;
    attain_status status = ATTAIN_ERR_MEMORY;
    (void)state;
    judge made = judge_read(tables);
    support_memory_init(&memory);
    attain_evaluate_options_init(&options);
    options.allocator = &memory.allocator;
    assert_int_equal(
        attain_evaluate(made.plan, made.data, &options, &made.ev, NULL),
        ATTAIN_OK);
    for (size_t k = 1; status != ATTAIN_OK; k++) {
        attain_yearly found;
        attain_yearly_init(&found);
        support_memory_fail(&memory, k, 0);
        status =
            attain_evaluation_yearly(made.ev, made.plan, made.data,
                                     judge_node(&made, "t"), 0, &found, NULL);
        assert_true(status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY);
    }
    judge_end(&made);
    assert_no_leak(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(myopia_has_three_answers),
        cmocka_unit_test(sums_on_the_limit_are_met),
        cmocka_unit_test(growth_is_compounded),
        cmocka_unit_test(what_is_not_known_is_unknown),
        cmocka_unit_test(rounded_answers_may_differ),
        cmocka_unit_test(other_nodes_and_rows_are_refused),
        cmocka_unit_test(explanation_gives_the_three_answers),
        cmocka_unit_test(yearly_without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
