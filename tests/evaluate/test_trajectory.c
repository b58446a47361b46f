/* The trajectory of a target at one unit: what the series was, what was
 * expected, period by period. */
#include "evaluate/judge.h"

enum { POINTS = 12 };

/* Compares the trajectory of node t at a unit; NAN for none. */
static void assert_points(const judge *made, const char *unit, int32_t first,
                          size_t expected_count, const double *observed,
                          const double *expected) {
    int32_t periods[POINTS];
    double seen[POINTS];
    double asked[POINTS];
    size_t count = 0;
    int32_t node = judge_node(made, "t");
    int64_t row = judge_row(made, "t", unit);
    assert_int_equal(attain_evaluation_trajectory(made->ev, made->plan,
                                                  made->data, node, row, NULL,
                                                  NULL, NULL, 0, &count, NULL),
                     ATTAIN_OK);
    assert_int_equal(count, expected_count);
    assert_int_equal(attain_evaluation_trajectory(
                         made->ev, made->plan, made->data, node, row, periods,
                         seen, asked, POINTS, &count, NULL),
                     ATTAIN_OK);
    assert_int_equal(count, expected_count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(periods[i], first + (int32_t)i);
        assert_close(seen[i], observed[i], 1e-12);
        assert_close(asked[i], expected[i], 1e-12);
    }
}

#define NO ((double)NAN)

/* From the baseline's period to the due one; after j nothing is observed. */
static void trajectory_of_a_level(void **state) {
    static const double observed[] = {90, 91, NO, 93, NO, NO};
    static const double expected[] = {90, 92, 94, 96, 98, 100};
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value,baseline,baseline_period\n"
                                 "at_least,100,90,2020\n",
                       .x = "2019 1, 2020 2, 2021 91, 2023 93, 2024 7",
                       .as_of = "2023"});
    assert_points(&made, "c", 2020, 6, observed, expected);
    judge_end(&made);
}

/* Between the baseline and the plan the data are shown. */
static void trajectory_before_the_plan(void **state) {
    static const double observed[] = {90, NO, 92, 94};
    static const double expected[] = {90, 92, 94, 96};
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value,baseline_period,due\n"
                                 "at_least,96,2018,2021\n",
                       .x = "2018 90, 2020 92, 2021 94"});
    assert_points(&made, "c", 2018, 4, observed, expected);
    judge_end(&made);
}

static void trajectory_without_a_baseline(void **state) {
    static const double observed[] = {91, 92, NO, NO, NO};
    static const double none[] = {NO, NO, NO, NO, NO};
    (void)state;
    judge made =
        judge_begin((judge_tables){.target = "comparator,value\nat_least,100\n",
                                   .x = "2020 90, 2021 91, 2022 92"});
    assert_points(&made, "c", 2021, 5, observed, none);
    judge_end(&made);
    made = judge_begin(
        (judge_tables){.target = "comparator,value,baseline,baseline_period\n"
                                 "none,,90,2021\n",
                       .x = "2020 90, 2021 91, 2022 92"});
    assert_points(&made, "c", 2021, 5, observed, none);
    judge_end(&made);
}

static void trajectory_of_cumulative_sums(void **state) {
    static const double observed[] = {0, 10, 25, NO, NO, NO};
    static const double expected[] = {NO, 20, 40, 60, 80, 100};
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value\ncumulative,at_least,100\n",
        .x = "2021 10, 2022 15"});
    int32_t periods[POINTS];
    double seen[POINTS];
    double asked[POINTS];
    size_t count = 0;
    assert_int_equal(attain_evaluation_trajectory(made.ev, made.plan, made.data,
                                                  1, 0, periods, seen, asked,
                                                  POINTS, &count, NULL),
                     ATTAIN_OK);
    /* It begins with the sum of nothing in s − 1. */
    assert_int_equal(count, 6);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(periods[i], 2020 + (int32_t)i);
        assert_close(seen[i], observed[i], 1e-12);
        if (i > 0)
            assert_close(asked[i], expected[i], 1e-12);
    }
    judge_end(&made);
}

static void trajectory_since_the_baseline(void **state) {
    static const double observed[] = {0, 2, 5, NO, NO, NO};
    static const double expected[] = {0, 2, 4, 6, 8, 10};
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "series,comparator,value,baseline_period\n"
                                 "since_baseline,at_least,10,2020\n",
                       .x = "2020 90, 2021 92, 2022 95"});
    assert_points(&made, "c", 2020, 6, observed, expected);
    judge_end(&made);
}

/* Of a change the limit itself is what is asked for: no path. */
static void trajectory_of_a_change(void **state) {
    static const double observed[] = {1, 3, NO, NO, NO};
    static const double none[] = {NO, NO, NO, NO, NO};
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "series,comparator,value\nchange,at_least,2\n",
                       .x = "2020 90, 2021 91, 2022 94"});
    assert_points(&made, "c", 2021, 5, observed, none);
    judge_end(&made);
}

static void trajectory_leaves_closed_periods_out(void **state) {
    static const double observed[] = {NO, NO, 5, NO, NO};
    static const double none[] = {NO, NO, NO, NO, NO};
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level\nat_least,100,school\n",
        .units = "id,name,level,parent,opened\nc,C,county,,\n"
                 "s,S,school,c,2023\n",
        .observations = "unit,period,x\ns,2022,4\ns,2023,5\n"});
    assert_points(&made, "s", 2021, 5, observed, none);
    judge_end(&made);
}

static void trajectory_refuses(void **state) {
    int32_t periods[POINTS] = {7};
    double seen[POINTS];
    double asked[POINTS];
    size_t count = 0;
    attain_error err;
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level\nat_least,100,school\n",
        .units = "id,name,level,parent\nc,C,county,\ns,S,school,c\n",
        .observations = "unit,period,x\ns,2022,4\n"});
    const attain_evaluation *ev = made.ev;
#define assert_trajectory(expected_status, e, p, d, node, row, a, b, c, room)  \
    assert_int_equal(attain_evaluation_trajectory(e, p, d, node, row, a, b, c, \
                                                  room, &count, &err),         \
                     expected_status)
    assert_trajectory(ATTAIN_ERR_ARGUMENT, NULL, made.plan, made.data, 1, 1,
                      NULL, NULL, NULL, 0);
    assert_trajectory(ATTAIN_ERR_ARGUMENT, ev, NULL, made.data, 1, 1, NULL,
                      NULL, NULL, 0);
    assert_trajectory(ATTAIN_ERR_ARGUMENT, ev, made.plan, NULL, 1, 1, NULL,
                      NULL, NULL, 0);
    assert_int_equal(attain_evaluation_trajectory(ev, made.plan, made.data, 1,
                                                  1, NULL, NULL, NULL, 0, NULL,
                                                  &err),
                     ATTAIN_ERR_ARGUMENT);
    /* A goal, no node, a whole, no row. */
    assert_trajectory(ATTAIN_ERR_ARGUMENT, ev, made.plan, made.data, 0, 0, NULL,
                      NULL, NULL, 0);
    assert_trajectory(ATTAIN_ERR_ARGUMENT, ev, made.plan, made.data, -1, 0,
                      NULL, NULL, NULL, 0);
    assert_trajectory(ATTAIN_ERR_ARGUMENT, ev, made.plan, made.data, 2, 0, NULL,
                      NULL, NULL, 0);
    assert_trajectory(ATTAIN_ERR_ARGUMENT, ev, made.plan, made.data, 1, 0, NULL,
                      NULL, NULL, 0);
    assert_trajectory(ATTAIN_ERR_ARGUMENT, ev, made.plan, made.data, 1, 2, NULL,
                      NULL, NULL, 0);
    assert_trajectory(ATTAIN_ERR_ARGUMENT, ev, made.plan, made.data, 1, -1,
                      NULL, NULL, NULL, 0);
    /* Some outputs, not all. */
    assert_trajectory(ATTAIN_ERR_ARGUMENT, ev, made.plan, made.data, 1, 1,
                      periods, NULL, asked, POINTS);
    assert_trajectory(ATTAIN_ERR_SPACE, ev, made.plan, made.data, 1, 1, periods,
                      seen, asked, 4);
    assert_int_equal(count, 5);
    assert_int_equal(periods[0], 7);
    attain_unit unit;
    attain_unit_init(&unit);
    unit.id = unit.name = "new";
    unit.level = "school";
    assert_int_equal(attain_dataset_add_units(made.data, &unit, 1, NULL, NULL),
                     ATTAIN_OK);
    assert_trajectory(ATTAIN_ERR_MISMATCH, ev, made.plan, made.data, 1, 1,
                      periods, seen, asked, POINTS);
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trajectory_of_a_level),
        cmocka_unit_test(trajectory_before_the_plan),
        cmocka_unit_test(trajectory_without_a_baseline),
        cmocka_unit_test(trajectory_of_cumulative_sums),
        cmocka_unit_test(trajectory_since_the_baseline),
        cmocka_unit_test(trajectory_of_a_change),
        cmocka_unit_test(trajectory_leaves_closed_periods_out),
        cmocka_unit_test(trajectory_refuses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
