/* Every allocation can fail: the call says so, and nothing is leaked. */
#include "evaluate/everything.h"

static attain_evaluate_options options_with(const support_memory *memory,
                                            int32_t threads) {
    attain_evaluate_options options;
    attain_evaluate_options_init(&options);
    options.allocator = &memory->allocator;
    options.threads = threads;
    return options;
}

/* Fails allocation 1, 2, 3 … until none is left to fail. */
static void sweep(judge *made, int32_t threads, int fail_on) {
    support_memory memory;
    attain_status status = ATTAIN_ERR_MEMORY;
    size_t k = 0;
    support_memory_init(&memory);
    attain_evaluate_options options = options_with(&memory, threads);
    while (status != ATTAIN_OK) {
        attain_evaluation *ev = NULL;
        attain_error err;
        support_memory_fail(&memory, ++k, fail_on);
        status = attain_evaluate(made->plan, made->data, &options, &ev, &err);
        if (status == ATTAIN_OK) {
            attain_evaluation_destroy(ev);
        } else {
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
            assert_int_equal(err.code, ATTAIN_ERR_MEMORY);
            assert_null(ev);
        }
        assert_no_leak(&memory);
    }
    assert_true(k > 50);
}

static void evaluate_without_memory(void **state) {
    judge made = judge_read(everything);
    (void)state;
    sweep(&made, 1, 0);
    sweep(&made, 1, 1);
    sweep(&made, 3, 0);
    judge_end(&made);
}

/* Findings may need memory late, and for a few measures alone. */
static void evaluate_a_little_without_memory(void **state) {
    judge made = judge_read((judge_tables){
        .target = "series,comparator,value\ngrowth,at_least,1\n",
        .metrics = "id,name,numerator,denominator\nm,M,x,y\n",
        .observations = "unit,period,x,y\nc,2021,0,1\nc,2022,1,0\n"
                        "c,2023,1,1\nc,2024,1,1\n"});
    support_memory memory;
    attain_status status = ATTAIN_ERR_MEMORY;
    (void)state;
    support_memory_init(&memory);
    attain_evaluate_options options = options_with(&memory, 1);
    options.measures = 1;
    for (size_t k = 1; status != ATTAIN_OK; k++) {
        attain_evaluation *ev = NULL;
        support_memory_fail(&memory, k, 0);
        status = attain_evaluate(made.plan, made.data, &options, &ev, NULL);
        assert_true(status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY);
        attain_evaluation_destroy(ev);
        assert_no_leak(&memory);
    }
    judge_end(&made);
}

/* The explanation of a row takes its memory from the evaluation's allocator,
 * and leaves the evaluation as it was. */
static void explain_one(const judge *made, support_memory *memory, int32_t node,
                        int32_t unit) {
    attain_status status = ATTAIN_ERR_MEMORY;
    size_t bytes = memory->live_bytes;
    for (size_t k = 1; status != ATTAIN_OK; k++) {
        size_t count = 12345;
        support_memory_fail(memory, k, 0);
        status = attain_evaluation_explain(made->ev, made->plan, made->data,
                                           node, unit, ATTAIN_LANGUAGE_ZH, NULL,
                                           0, &count, NULL);
        if (status != ATTAIN_OK)
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
        assert_int_equal(memory->live_bytes, bytes);
    }
    support_memory_fail(memory, 0, 0);
}

static void explain_without_memory(void **state) {
    judge made = judge_read(everything);
    support_memory memory;
    (void)state;
    support_memory_init(&memory);
    attain_evaluate_options options = options_with(&memory, 1);
    assert_int_equal(
        attain_evaluate(made.plan, made.data, &options, &made.ev, NULL),
        ATTAIN_OK);
    explain_one(&made, &memory, judge_node(&made, "t1"),
                judge_unit(&made, "c"));
    explain_one(&made, &memory, judge_node(&made, "t8"),
                judge_unit(&made, "c"));
    explain_one(&made, &memory, judge_node(&made, "u6"),
                judge_unit(&made, "e"));
    explain_one(&made, &memory, judge_node(&made, "R"), judge_unit(&made, "c"));
    judge_end(&made);
    assert_no_leak(&memory);
}

static void trajectory_without_memory(void **state) {
    judge made = judge_read(everything);
    support_memory memory;
    attain_status status = ATTAIN_ERR_MEMORY;
    int32_t periods[16] = {7};
    double seen[16];
    double asked[16];
    (void)state;
    support_memory_init(&memory);
    attain_evaluate_options options = options_with(&memory, 1);
    assert_int_equal(
        attain_evaluate(made.plan, made.data, &options, &made.ev, NULL),
        ATTAIN_OK);
    size_t bytes = memory.live_bytes;
    for (size_t k = 1; status != ATTAIN_OK; k++) {
        size_t count = 0;
        assert_int_equal(periods[0], 7);
        support_memory_fail(&memory, k, 0);
        status = attain_evaluation_trajectory(
            made.ev, made.plan, made.data, judge_node(&made, "t1"),
            judge_row(&made, "t1", "c"), periods, seen, asked, 16, &count,
            NULL);
        if (status != ATTAIN_OK)
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
        assert_int_equal(memory.live_bytes, bytes);
    }
    support_memory_fail(&memory, 0, 0);
    assert_int_equal(periods[0], 2020);
    judge_end(&made);
    assert_no_leak(&memory);
}

/* A refusal after memory was taken gives it back. */
static void refusals_give_memory_back(void **state) {
    static const char *const units[] = {
        "id,name,level,parent\nc,C,county,\na,A,town,c\nb,B,village,a\n"
        "d,D,village,c\ne,E,town,d\n",
        "id,name,level\nc,C,province\n"};
    (void)state;
    for (int i = 0; i < 2; i++) {
        judge made = judge_read(
            (judge_tables){.target = "comparator,value\nat_least,1\n",
                           .units = units[i],
                           .x = "2021 1"});
        support_memory memory;
        attain_status status = ATTAIN_ERR_MEMORY;
        support_memory_init(&memory);
        attain_evaluate_options options = options_with(&memory, 1);
        for (size_t k = 1; status == ATTAIN_ERR_MEMORY; k++) {
            support_memory_fail(&memory, k, 0);
            status =
                attain_evaluate(made.plan, made.data, &options, &made.ev, NULL);
            assert_no_leak(&memory);
        }
        assert_int_equal(status, ATTAIN_ERR_MISMATCH);
        judge_end(&made);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(evaluate_without_memory),
        cmocka_unit_test(evaluate_a_little_without_memory),
        cmocka_unit_test(explain_without_memory),
        cmocka_unit_test(trajectory_without_memory),
        cmocka_unit_test(refusals_give_memory_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
