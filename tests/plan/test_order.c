/* The order in which metrics are computed, and rings of metrics. */
#include "plan/problems.h"
#include "plan/sample.h"

#include "plan/model.h"

/* Each metric stands once, after those that its parts name. */
static void assert_order(const attain_plan *plan) {
    size_t count = plan->metric_count;
    int32_t *order = malloc((count + 1) * sizeof(*order));
    size_t *place = malloc((count + 1) * sizeof(*place));
    assert_non_null(order);
    assert_non_null(place);
    order[count] = 12345;
    attain_i_plan_metric_order(plan, order);
    assert_int_equal(order[count], 12345);
    for (size_t i = 0; i < count; i++)
        place[i] = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        assert_in_range(order[i], 0, count - 1);
        assert_true(place[order[i]] == SIZE_MAX);
        place[order[i]] = i;
    }
    for (size_t m = 0; m < count; m++) {
        const attain_i_metric_lists *lists = &plan->lists[m];
        for (size_t i = 0; i < lists->numerator_count; i++) {
            if (lists->numerator[i].is_metric) {
                int32_t part = attain_plan_find(plan, ATTAIN_PLAN_METRICS,
                                                lists->numerator[i].name,
                                                ATTAIN_NUL_TERMINATED);
                assert_true(part >= 0);
                assert_true(place[part] < place[m]);
            }
        }
    }
    free(order);
    free(place);
}

static void order_puts_parts_before_the_whole(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_metric ratio = sample_metric("ratio", "@sum;@sum;x");
    (void)state;
    assert_order(plan);
    add_metric(plan, sample_metric("top", "@ratio;@b;@ratio"));
    ratio.denominator = "@b;y";
    add_metric(plan, ratio);
    add_metric(plan, sample_metric("sum", "@a;-@b"));
    add_metric(plan, sample_metric("a", "v"));
    add_metric(plan, sample_metric("b", "@a;w"));
    assert_order(plan);
    attain_plan_destroy(plan);
}

static void order_of_independent_metrics_is_that_of_rows(void **state) {
    attain_plan *plan = sample_plan(NULL);
    int32_t order[3];
    (void)state;
    add_metric(plan, sample_metric("a", "x"));
    add_metric(plan, sample_metric("b", "y"));
    add_metric(plan, sample_metric("c", "@b"));
    attain_i_plan_metric_order(plan, order);
    assert_int_equal(order[0], 0);
    assert_int_equal(order[1], 1);
    assert_int_equal(order[2], 2);
    attain_plan_destroy(plan);
}

static void order_takes_very_deep_chains(void **state) {
    enum { DEPTH = 100000 };
    attain_plan *plan = sample_plan(NULL);
    char id[16], part[16];
    (void)state;
    for (int i = 0; i < DEPTH; i++) {
        attain_i_format(id, sizeof(id), "m%d", i);
        attain_i_format(part, sizeof(part), i + 1 < DEPTH ? "@m%d" : "x%d",
                        i + 1);
        add_metric(plan, sample_metric(id, part));
    }
    assert_order(plan);
    attain_plan_destroy(plan);
}

static void order_of_random_plans_holds(void **state) {
    uint64_t seed = 7;
    (void)state;
    for (int round = 0; round < 200; round++) {
        attain_plan *plan = sample_plan(NULL);
        int rank[12], count = 12;
        for (int i = 0; i < count; i++)
            rank[i] = i;
        for (int i = count - 1; i > 0; i--) {
            int j = (int)(support_random(&seed) % (uint64_t)(i + 1));
            int kept = rank[i];
            rank[i] = rank[j];
            rank[j] = kept;
        }
        for (int i = 0; i < count; i++) {
            char id[8], sum[128] = "x";
            size_t length = 1;
            for (int j = 0; j < count; j++) {
                if (rank[j] < rank[i] && support_random(&seed) % 3 == 0) {
                    length += attain_i_format(sum + length,
                                              sizeof(sum) - length, ";@m%d", j);
                }
            }
            attain_i_format(id, sizeof(id), "m%d", i);
            add_metric(plan, sample_metric(id, sum));
        }
        assert_order(plan);
        attain_plan_destroy(plan);
    }
}

static void ring_of_metrics_is_named(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_metric c = sample_metric("c", "x");
    attain_error err;
    problems found;
    (void)state;
    add_goal(plan, sample_goal("root", NULL));
    add_metric(plan, sample_metric("in", "@a"));
    add_metric(plan, sample_metric("a", "@b"));
    add_metric(plan, sample_metric("b", "y;@c"));
    c.denominator = "@a";
    add_metric(plan, c);
    add_metric(plan, sample_metric("own", "@own"));
    assert_int_equal(attain_plan_check(plan, &err), ATTAIN_ERR_CYCLE);
    assert_contains(err.message, "\"a\" -> \"b\" -> \"c\" -> \"a\"");
    problems_init(&found);
    assert_int_equal(attain_i_plan_check(plan, &found.reporter), ATTAIN_OK);
    assert_int_equal(found.reporter.errors, 2);
    assert_true(
        problems_have(&found, 0, ATTAIN_ERR_CYCLE, "metrics", 4, "numerator"));
    attain_plan_destroy(plan);
}

static void long_ring_of_metrics_is_cut_short(void **state) {
    attain_plan *plan = sample_plan(NULL);
    attain_error err;
    char id[16], part[16];
    (void)state;
    add_goal(plan, sample_goal("root", NULL));
    for (int i = 0; i < 50; i++) {
        attain_i_format(id, sizeof(id), "m%d", i);
        attain_i_format(part, sizeof(part), "@m%d", (i + 1) % 50);
        add_metric(plan, sample_metric(id, part));
    }
    assert_int_equal(attain_plan_check(plan, &err), ATTAIN_ERR_CYCLE);
    assert_contains(err.message, "\"m48\" -> \"m49\"");
    assert_contains(err.message, "(50 in all)");
    attain_plan_destroy(plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_puts_parts_before_the_whole),
        cmocka_unit_test(order_of_independent_metrics_is_that_of_rows),
        cmocka_unit_test(order_takes_very_deep_chains),
        cmocka_unit_test(order_of_random_plans_holds),
        cmocka_unit_test(ring_of_metrics_is_named),
        cmocka_unit_test(long_ring_of_metrics_is_cut_short)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
