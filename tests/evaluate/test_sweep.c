/* Many units: what a plain target decides in one pass, by whatever processor,
 * is what it decides unit by unit; and neither the cut into pieces nor the
 * threads change a number. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attain.h"
#include "support/support.h"

enum { FIRST = 2021, LAST = 2025, YEARS = LAST - FIRST + 1 };

/* More than a block has, and more than a piece. */
enum { SOME = 700, MANY = 9001 };

/* How each target is judged; the value is a grid of tenths, so that many units
 * land on limits and cut-offs. */
static const struct promise {
    int32_t comparator;
    int32_t score;
    double value;
    double baseline; /* NaN: none */
    int32_t due;
    int32_t series;
} promises[] = {
    {ATTAIN_COMPARATOR_AT_LEAST, ATTAIN_SCORE_PROGRESS, 9, 4, LAST, 0},
    {ATTAIN_COMPARATOR_AT_MOST, ATTAIN_SCORE_PROGRESS, 3, 8, LAST, 0},
    {ATTAIN_COMPARATOR_ABOVE, ATTAIN_SCORE_PROGRESS, 9, 4, LAST, 0},
    {ATTAIN_COMPARATOR_BELOW, ATTAIN_SCORE_PROGRESS, 3, 8, LAST, 0},
    {ATTAIN_COMPARATOR_AT_LEAST, ATTAIN_SCORE_PROGRESS, 9, 4, 2022, 0},
    {ATTAIN_COMPARATOR_AT_LEAST, ATTAIN_SCORE_PROGRESS, 4, 9, LAST, 0},
    {ATTAIN_COMPARATOR_AT_LEAST, ATTAIN_SCORE_RATIO, 9, NAN, LAST, 0},
    {ATTAIN_COMPARATOR_AT_LEAST, ATTAIN_SCORE_RATIO, 9, 4, LAST, 0},
    {ATTAIN_COMPARATOR_AT_MOST, ATTAIN_SCORE_RATIO, 3, NAN, LAST, 0},
    {ATTAIN_COMPARATOR_AT_LEAST, ATTAIN_SCORE_RATIO, 0, NAN, LAST, 0},
    {ATTAIN_COMPARATOR_ABOVE, ATTAIN_SCORE_PASS, 0, NAN, LAST, 0},
    {ATTAIN_COMPARATOR_BELOW, ATTAIN_SCORE_PASS, 5, 8, LAST, 0},
    {ATTAIN_COMPARATOR_AT_LEAST, ATTAIN_SCORE_RANK, 9, 4, LAST, 0},
    {ATTAIN_COMPARATOR_AT_LEAST, ATTAIN_SCORE_RATIO, 0.1, NAN, LAST,
     ATTAIN_SERIES_GROWTH},
};

enum { PROMISES = sizeof promises / sizeof *promises };

static void name(char *out, const char *start, int number) {
    snprintf(out, 16, "%s%d", start, number);
}

static attain_plan *make_plan(int32_t missing) {
    attain_plan_info info;
    attain_goal goal;
    attain_metric metric;
    attain_plan *plan;
    attain_plan_info_init(&info);
    info.id = info.name = "p";
    info.level = "school";
    info.first_period = FIRST;
    info.last_period = LAST;
    info.missing = missing;
    assert_int_equal(attain_plan_create(NULL, &info, &plan, NULL), ATTAIN_OK);
    attain_metric_init(&metric);
    metric.id = metric.name = metric.numerator = "x";
    assert_int_equal(attain_plan_add_metric(plan, &metric, NULL, NULL),
                     ATTAIN_OK);
    for (int g = 0; g < 3; g++) {
        static const char *const ids[] = {"g0", "g1", "g2"};
        attain_goal_init(&goal);
        goal.id = goal.name = ids[g];
        goal.parent = g == 0 ? NULL : "g0";
        goal.weight = 1 + g;
        assert_int_equal(attain_plan_add_goal(plan, &goal, NULL, NULL),
                         ATTAIN_OK);
    }
    for (int p = 0; p < PROMISES; p++) {
        attain_target target;
        char id[16];
        attain_target_init(&target);
        name(id, "t", p);
        target.id = target.name = id;
        target.goal = p % 2 == 0 ? "g1" : "g2";
        target.metric = "x";
        target.comparator = promises[p].comparator;
        target.score = promises[p].score;
        target.series = promises[p].series;
        target.value = promises[p].value;
        target.due = promises[p].due;
        target.weight = 1 + p % 3;
        if (!isnan(promises[p].baseline)) {
            target.baseline = promises[p].baseline;
            target.baseline_period = FIRST - 1;
        }
        assert_int_equal(attain_plan_add_target(plan, &target, NULL, NULL),
                         ATTAIN_OK);
    }
    return plan;
}

static uint32_t next_number(uint64_t *state) {
    *state = *state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

/* Each school's value in each year: tenths from 0 to 11, one in 16 missing. */
static double value_at(uint64_t *state) {
    uint32_t number = next_number(state);
    return number % 16 == 0 ? NAN : number / 16 % 111 / 10.0;
}

/* With `apart`, a house stands before every school: nothing is consecutive. */
static attain_dataset *make_data(size_t schools, int apart) {
    attain_dataset *data;
    attain_variable variable;
    int32_t row;
    size_t each = apart ? 2 : 1;
    size_t count = each * schools;
    attain_unit *units = calloc(count, sizeof *units);
    char(*ids)[16] = calloc(count, sizeof *ids);
    double *values = calloc(count, sizeof *values);
    assert_true(units != NULL && ids != NULL && values != NULL);
    assert_int_equal(attain_dataset_create(NULL, &data, NULL), ATTAIN_OK);
    for (size_t u = 0; u < count; u++) {
        int school = u % each == each - 1;
        attain_unit_init(&units[u]);
        name(ids[u], school ? "s" : "h", (int)(u / each));
        units[u].id = units[u].name = ids[u];
        units[u].level = school ? "school" : "house";
    }
    assert_int_equal(attain_dataset_add_units(data, units, count, NULL, NULL),
                     ATTAIN_OK);
    attain_variable_init(&variable);
    variable.id = "x";
    assert_int_equal(
        attain_dataset_add_variables(data, &variable, 1, &row, NULL),
        ATTAIN_OK);
    uint64_t state = 1;
    for (int y = 0; y < YEARS; y++) {
        for (size_t u = 0; u < count; u++)
            values[u] = u % each == each - 1 ? value_at(&state) : NAN;
        assert_int_equal(attain_dataset_set_column(data, row, FIRST + y,
                                                   ATTAIN_GROUP_NONE, values,
                                                   count, NULL),
                         ATTAIN_OK);
    }
    free(units);
    free(ids);
    free(values);
    return data;
}

static attain_evaluation *judge_as_of(const attain_plan *plan,
                                      const attain_dataset *data, int32_t as_of,
                                      int32_t threads, uint64_t measures) {
    attain_evaluate_options options;
    attain_evaluation *ev;
    attain_evaluate_options_init(&options);
    options.as_of = as_of;
    options.threads = threads;
    options.measures = measures;
    assert_int_equal(attain_evaluate(plan, data, &options, &ev, NULL),
                     ATTAIN_OK);
    return ev;
}

/* Every measure of every node that both keep, row by row. */
static void assert_equal_measures(const attain_evaluation *a,
                                  const attain_evaluation *b,
                                  uint64_t measures) {
    double *x = calloc(2 * MANY, sizeof *x);
    double *y = x + MANY;
    assert_non_null(x);
    for (int32_t n = 0; n < (int32_t)attain_evaluation_node_count(a); n++) {
        for (int32_t m = 0; m < 24; m++) {
            size_t count;
            if ((measures >> m & 1) == 0)
                continue;
            assert_int_equal(
                attain_evaluation_column(a, m, n, x, MANY, &count, NULL),
                ATTAIN_OK);
            assert_int_equal(
                attain_evaluation_column(b, m, n, y, MANY, &count, NULL),
                ATTAIN_OK);
            assert_true(count >= SOME);
            for (size_t r = 0; r < count; r++) {
                if (!(x[r] == y[r] || (isnan(x[r]) && isnan(y[r]))))
                    fail_msg("node %d, measure %d, row %zu: %.17g, %.17g", n, m,
                             r, x[r], y[r]);
            }
        }
    }
    free(x);
}

static const uint64_t few = (uint64_t)1 << ATTAIN_MEASURE_ATTAINMENT |
                            (uint64_t)1 << ATTAIN_MEASURE_VERDICT |
                            (uint64_t)1 << ATTAIN_MEASURE_STATUS |
                            (uint64_t)1 << ATTAIN_MEASURE_RANK;

/* Units that are consecutive are judged at once, others one by one. */
static void plain_targets_are_judged_as_others(void **state) {
    attain_dataset *together = make_data(SOME, 0);
    attain_dataset *apart = make_data(SOME, 1);
    static const int32_t modes[] = {ATTAIN_MISSING_RENORMALISE,
                                    ATTAIN_MISSING_ZERO, ATTAIN_MISSING_STRICT};
    (void)state;
    for (int m = 0; m < 3; m++) {
        attain_plan *plan = make_plan(modes[m]);
        for (int32_t year = FIRST; year <= LAST; year++) {
            attain_evaluation *a =
                judge_as_of(plan, together, year, 1, ATTAIN_MEASURES_ALL);
            attain_evaluation *b =
                judge_as_of(plan, apart, year, 1, ATTAIN_MEASURES_ALL);
            attain_evaluation *c = judge_as_of(plan, together, year, 1, few);
            assert_equal_measures(a, b, ATTAIN_MEASURES_ALL);
            assert_equal_measures(a, c, few);
            attain_evaluation_destroy(a);
            attain_evaluation_destroy(b);
            attain_evaluation_destroy(c);
        }
        attain_plan_destroy(plan);
    }
    attain_dataset_destroy(together);
    attain_dataset_destroy(apart);
}

/* Pieces are cut by the number of threads. */
static void pieces_change_nothing(void **state) {
    attain_plan *plan = make_plan(ATTAIN_MISSING_RENORMALISE);
    attain_dataset *data = make_data(MANY, 0);
    attain_evaluation *one = judge_as_of(plan, data, 2023, 1, few);
    (void)state;
    for (int32_t threads = 2; threads < 6; threads++) {
        attain_evaluation *some = judge_as_of(plan, data, 2023, threads, few);
        attain_finding first;
        attain_finding second;
        attain_finding_init(&first);
        attain_finding_init(&second);
        assert_equal_measures(one, some, few);
        size_t count = attain_evaluation_finding_count(one);
        assert_true(count > 0);
        assert_int_equal(attain_evaluation_finding_count(some), count);
        for (size_t f = 0; f < count; f++) {
            attain_evaluation_get_finding(one, f, &first, NULL);
            attain_evaluation_get_finding(some, f, &second, NULL);
            assert_string_equal(first.message, second.message);
            assert_int_equal(first.unit, second.unit);
            assert_int_equal(first.period, second.period);
            assert_true(first.count == second.count);
        }
        attain_evaluation_destroy(some);
    }
    attain_evaluation_destroy(one);
    attain_plan_destroy(plan);
    attain_dataset_destroy(data);
}

/* The score of a goal is the exact sum of its terms over that of the weights,
 * whichever way it was found. */
static void means_are_exact_sums(void **state) {
    attain_plan *plan = make_plan(ATTAIN_MISSING_RENORMALISE);
    attain_dataset *data = make_data(SOME, 0);
    attain_evaluation *ev = judge_as_of(plan, data, 2024, 1, few);
    int32_t goal = attain_evaluation_find_node(ev, "g1", 2);
    (void)state;
    for (int64_t row = 0; row < SOME; row++) {
        attain_sum terms;
        double total;
        double weights = 0;
        attain_sum_init(&terms);
        for (int p = 0; p < PROMISES; p += 2) {
            char id[16];
            name(id, "t", p);
            double a = attain_evaluation_value(
                ev, ATTAIN_MEASURE_ATTAINMENT,
                attain_evaluation_find_node(ev, id, strlen(id)), row);
            double term = (1 + p % 3) * a;
            if (isnan(a))
                continue;
            weights += 1 + p % 3;
            attain_sum_add(&terms, &term, 1, NULL);
        }
        attain_sum_value(&terms, &total, NULL);
        double score =
            attain_evaluation_value(ev, ATTAIN_MEASURE_ATTAINMENT, goal, row);
        assert_true(weights > 0 ? score == total / weights : isnan(score));
    }
    attain_evaluation_destroy(ev);
    attain_plan_destroy(plan);
    attain_dataset_destroy(data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_targets_are_judged_as_others),
        cmocka_unit_test(pieces_change_nothing),
        cmocka_unit_test(means_are_exact_sums)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
