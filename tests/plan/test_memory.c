/* Every allocation of a plan may fail; then nothing has changed. */
#include "plan/sample.h"

#include "plan/model.h"

static void create_fails_without_memory(void **state) {
    support_memory memory;
    attain_plan_info info = sample_info();
    (void)state;
    support_memory_init(&memory);
    for (size_t k = 1;; k++) {
        attain_plan *plan = NULL;
        attain_error err;
        attain_status status;
        support_memory_fail(&memory, k, 0);
        status = attain_plan_create(&memory.allocator, &info, &plan, &err);
        if (status == ATTAIN_OK) {
            assert_true(k > 1);
            attain_plan_destroy(plan);
            break;
        }
        assert_int_equal(status, ATTAIN_ERR_MEMORY);
        assert_int_equal(err.code, ATTAIN_ERR_MEMORY);
        assert_null(plan);
        assert_no_leak(&memory);
    }
    assert_no_leak(&memory);
}

/* Adds the n-th of a few rows of every table. */
static attain_status add_row(attain_plan *plan, int n) {
    static const double steps[] = {0, 0, 60, 0.6};
    char id[32];
    attain_goal goal;
    attain_metric metric;
    attain_target target;
    attain_path_point point;
    attain_band band;
    attain_group group;
    attain_choice choice;
    attain_i_format(id, sizeof(id), "row%d", n);
    switch (n % 7) {
    case 0:
        goal = sample_goal(id, n == 0 ? NULL : "row0");
        goal.owner = "someone";
        return attain_plan_add_goal(plan, &goal, NULL, NULL);
    case 1:
        metric = sample_metric(id, n == 1 ? "a;-b[row5]" : "a;-b;@row1");
        metric.stage = "primary;junior";
        metric.tags = "rural";
        return attain_plan_add_metric(plan, &metric, NULL, NULL);
    case 2:
        target = sample_target(id, "row0", "row1", 1);
        target.score = ATTAIN_SCORE_STEPS;
        target.steps = steps;
        target.step_count = 2;
        return attain_plan_add_target(plan, &target, NULL, NULL);
    case 3:
        point = sample_point("row2", 1800 + n, 1);
        return attain_plan_add_path_point(plan, &point, NULL);
    case 4:
        attain_band_init(&band);
        band.name = id;
        band.from = n;
        return attain_plan_add_band(plan, &band, NULL);
    case 5:
        attain_group_init(&group);
        group.id = id;
        group.name = id;
        return attain_plan_add_group(plan, &group, NULL);
    default:
        attain_choice_init(&choice);
        attain_i_format(id, sizeof(id), "row%d", n - 6);
        choice.step = ATTAIN_STEP_NORMALISATION;
        choice.node = id;
        choice.method = "minmax";
        choice.parameters = "low=0;high=100";
        return attain_plan_add_choice(plan, &choice, NULL);
    }
}

static size_t count_all(const attain_plan *plan) {
    size_t count = 0;
    for (int32_t table = 0; table < 7; table++)
        count += attain_plan_count(plan, table);
    return count;
}

static void rows_fail_whole_without_memory(void **state) {
    enum { ROWS = 96 };
    support_memory memory;
    attain_plan *plan, *calm;
    (void)state;
    support_memory_init(&memory);
    plan = sample_plan(&memory.allocator);
    calm = sample_plan(NULL);
    for (int n = 0; n < ROWS; n++) {
        assert_int_equal(add_row(calm, n), ATTAIN_OK);
        for (size_t k = 1;; k++) {
            uint64_t revision = plan->revision;
            attain_status status;
            support_memory_fail(&memory, k, 0);
            status = add_row(plan, n);
            if (status == ATTAIN_OK)
                break;
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
            assert_int_equal(count_all(plan), n);
            assert_true(plan->revision == revision);
        }
        /* Failures leave no trace in what is kept. */
        assert_true(plan->revision == calm->revision);
        assert_int_equal(count_all(plan), n + 1);
    }
    for (size_t k = 1;; k++) {
        attain_error err;
        attain_status status;
        support_memory_fail(&memory, k, 0);
        status = attain_plan_check(plan, &err);
        if (status == ATTAIN_OK) {
            assert_true(k > 5);
            break;
        }
        assert_int_equal(status, ATTAIN_ERR_MEMORY);
        assert_int_equal(err.code, ATTAIN_ERR_MEMORY);
    }
    attain_plan_destroy(plan);
    attain_plan_destroy(calm);
    assert_no_leak(&memory);
}

/* Texts fill blocks of memory; with a text of `filled` bytes before them, each
 * of them begins a block at some time. */
static void fill(attain_plan *plan, size_t filled) {
    char text[1200];
    attain_goal goal = sample_goal("filler", NULL);
    memset(text, 'x', filled);
    text[filled] = '\0';
    goal.owner = text;
    add_goal(plan, goal);
}

static void texts_fail_wherever_a_block_ends(void **state) {
    support_memory memory;
    (void)state;
    support_memory_init(&memory);
    for (size_t filled = 1; filled < 1100; filled += 7) {
        attain_plan *plan;
        support_memory_fail(&memory, 0, 0);
        plan = sample_plan(&memory.allocator);
        fill(plan, filled);
        for (int n = 0; n < 12; n++) {
            attain_status status = ATTAIN_ERR_MEMORY;
            for (size_t k = 1; status != ATTAIN_OK; k++) {
                support_memory_fail(&memory, k, 0);
                status = add_row(plan, n);
                assert_true(status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY);
            }
        }
        assert_int_equal(count_all(plan), 13);
        attain_plan_destroy(plan);
        assert_no_leak(&memory);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(create_fails_without_memory),
        cmocka_unit_test(rows_fail_whole_without_memory),
        cmocka_unit_test(texts_fail_wherever_a_block_ends)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
