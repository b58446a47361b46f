/* The value projected for the due period, its interval and the probability
 * that the target is met (method §5, rulings A22). Student's t has closed
 * forms for one and two degrees of freedom:
 *   F1(t) = 1/2 + atan(t)/π,  F2(t) = 1/2 + t/(2 √(2 + t²)). */
#include "evaluate/judge.h"

#define BASE "comparator,value,baseline,baseline_period\n"

static const double pi = 3.14159265358979323846;

static double student1(double t) {
    return 0.5 + atan(t) / pi;
}

static double student2(double t) {
    return 0.5 + t / (2 * sqrt(2 + t * t));
}

static void projection_of_one_point_is_none(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,100\n", "2020 80, 2022 90",
                  "2022", "projection=- probability=- projection_low=-");
    assert_judged(BASE "at_least,100,90,2020\n", "2020 80", "2022",
                  "projection=-");
}

static void projection_of_two_points_is_the_line(void **state) {
    (void)state;
    /* 90 in 2020, 92 in 2021: 2 a year. */
    assert_judged(BASE "at_least,96,90,2020\n", "2021 92", "2021",
                  "projection=100 probability=- projection_low=- "
                  "projection_high=-");
    /* Without a baseline the known points of s..j: 3 a year from 2021. */
    assert_judged("comparator,value\nat_least,96\n",
                  "2020 1, 2021 82, 2023 88, 2024 1", "2023", "projection=94");
}

static void projection_at_the_due_period_is_none(void **state) {
    (void)state;
    assert_judged(BASE "at_least,96,90,2020\n", "2021 92, 2025 93", NULL,
                  "projection=- probability=-");
}

/* No residual: probability 1 or 0 by the comparator, and no interval. */
static void projection_of_a_straight_line(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = BASE "at_least,100,90,2020\nat_least,100.1,90,2020\n"
                       "above,100,90,2020\nat_most,99,90,2020\n",
        .x = "2021 92, 2022 94",
        .as_of = "2022"});
    assert_row(&made, "t", "c",
               "projection=100 projection_low=100 projection_high=100 "
               "probability==1");
    assert_row(&made, "t2", "c", "probability==0");
    /* A22: strict is judged as non-strict. */
    assert_row(&made, "t3", "c", "probability==1");
    assert_row(&made, "t4", "c", "probability==0");
    judge_end(&made);
}

/* (2020, 0), (2021, 1), (2022, 1): slope 1/2 through (2021, 2/3), so 8/3 in
 * 2025. Residuals −1/6, 1/3, −1/6: s² = 1/6, and
 * s² (1 + 1/3 + 4²/2) = 28/18 = 14/9. */
static void projection_of_three_points(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,upper,baseline,baseline_period\n"
                  "at_least,3,,0,2020\nat_most,3,,0,2020\n"
                  "between,2,3,0,2020\nbelow,3,,0,2020\nnone,,,,\n",
        .x = "2021 1, 2022 1",
        .as_of = "2022"});
    double error = sqrt(14) / 3;
    double reach = tan(0.4 * pi) * error; /* F1(t) = 0.9 */
    double met = student1((8.0 / 3 - 3) / error);
    assert_row(&made, "t", "c", "projection=2.666666666666667");
    assert_close(judge_value(&made, "t", "c", ATTAIN_MEASURE_PROBABILITY), met,
                 1e-12);
    assert_close(judge_value(&made, "t", "c", ATTAIN_MEASURE_PROJECTION_LOW),
                 8.0 / 3 - reach, 1e-12);
    assert_close(judge_value(&made, "t", "c", ATTAIN_MEASURE_PROJECTION_HIGH),
                 8.0 / 3 + reach, 1e-12);
    assert_close(judge_value(&made, "t2", "c", ATTAIN_MEASURE_PROBABILITY),
                 1 - met, 1e-12);
    assert_close(judge_value(&made, "t4", "c", ATTAIN_MEASURE_PROBABILITY),
                 1 - met, 1e-12);
    assert_close(judge_value(&made, "t3", "c", ATTAIN_MEASURE_PROBABILITY),
                 student1((3 - 8.0 / 3) / error) -
                     student1((2 - 8.0 / 3) / error),
                 1e-12);
    /* Two known points of the plan: a line and nothing else. */
    assert_row(&made, "t5", "c", "projection=1 probability=-");
    judge_end(&made);
}

/* (2021, 0), (2022, 1), (2023, 0), (2024, 1): mean 1/2 at 2022.5, Sxx = 5,
 * Sxy = 1.5·0.5 − 0.5·0.5·… = (−1.5)(−.5) + (−.5)(.5) + (.5)(−.5) + (1.5)(.5)
 * = 1; slope 0.2, so 1 in 2025. SSE = 1 − 1/5 = 0.8, s² = 0.4, variance
 * 0.4 (1 + 1/4 + 6.25/5) = 1. F2(t) = 0.9 at t = 0.8 √2/√(1 − 0.64). */
static void projection_of_four_points(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value\nat_least,2\nnone,\n",
                       .x = "2021 0, 2022 1, 2023 0, 2024 1",
                       .as_of = "2024"});
    double reach = 0.8 * sqrt(2) / 0.6;
    assert_row(&made, "t", "c", "projection=1");
    assert_close(judge_value(&made, "t", "c", ATTAIN_MEASURE_PROBABILITY),
                 student2(-1), 1e-12);
    assert_close(judge_value(&made, "t", "c", ATTAIN_MEASURE_PROJECTION_LOW),
                 1 - reach, 1e-12);
    /* Of none: the interval without a probability. */
    assert_row(&made, "t2", "c", "projection=1 probability=-");
    assert_close(judge_value(&made, "t2", "c", ATTAIN_MEASURE_PROJECTION_HIGH),
                 1 + reach, 1e-12);
    judge_end(&made);
}

/* From the baseline on also what lies before the plan: (2018, 90), 92 in 2019,
 * 94 in 2020, 96 in 2021. */
static void projection_counts_what_follows_the_baseline(void **state) {
    (void)state;
    assert_judged(BASE "at_least,104,90,2018\n",
                  "2017 0, 2019 92, 2020 94, 2021 96", "2021",
                  "projection=104 probability==1");
    /* The stated baseline, not what the data say of its period. */
    assert_judged(BASE "at_least,104,90,2020\n", "2020 0, 2021 92", "2021",
                  "projection=100");
}

static void projection_of_other_series(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value,baseline,baseline_period\n"
                  "since_baseline,at_least,10,90,2020\n"
                  "growth_since_baseline,at_least,0.1,80,2020\n"
                  "cumulative,at_least,500,,\n"
                  "change,at_least,1,90,2020\n"
                  "growth,at_least,0.1,,\n",
        .x = "2021 92, 2022 96",
        .as_of = "2022"});
    /* (2020, 0), (2021, 2), (2022, 6): slope 3 through (2021, 8/3). */
    assert_row(&made, "t", "c", "projection=14.66666666666667");
    /* (0, 0.15, 0.2): slope 0.1 through (2021, 0.35/3). */
    assert_row(&made, "t2", "c", "projection=0.516666666666667");
    /* (2020, 0), (2021, 92), (2022, 188): slope 94 through (2021, 280/3). */
    assert_row(&made, "t3", "c", "projection=469.3333333333333");
    /* Changes are 4 in 2022 alone: v(2020) is the stated 90, 2 in 2021. */
    assert_row(&made, "t4", "c", "projection=10");
    /* Growth is known in 2022 alone. */
    assert_row(&made, "t5", "c", "projection=-");
    judge_end(&made);
}

/* A baseline that the data lack at the unit: the known of s..j. */
static void projection_without_the_baseline(void **state) {
    (void)state;
    assert_judged("comparator,value,baseline_period\nat_least,96,2020\n",
                  "2021 82, 2023 88", "2023", "projection=94");
}

/* A school that was closed in 2021 has no point there. */
static void projection_leaves_closed_periods_out(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level\nat_least,96,school\n",
        .units = "id,name,level,parent,opened\nc,C,county,,\n"
                 "a,A,school,c,2022\n",
        .observations = "unit,period,x\na,2021,0\na,2022,10\na,2023,11\n",
        .as_of = "2023"});
    assert_row(&made, "t", "a", "projection=13");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(projection_of_one_point_is_none),
        cmocka_unit_test(projection_of_two_points_is_the_line),
        cmocka_unit_test(projection_at_the_due_period_is_none),
        cmocka_unit_test(projection_of_a_straight_line),
        cmocka_unit_test(projection_of_three_points),
        cmocka_unit_test(projection_of_four_points),
        cmocka_unit_test(projection_counts_what_follows_the_baseline),
        cmocka_unit_test(projection_of_other_series),
        cmocka_unit_test(projection_without_the_baseline),
        cmocka_unit_test(projection_leaves_closed_periods_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
