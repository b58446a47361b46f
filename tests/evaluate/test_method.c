/* Judging by the method of progress that a target names (rulings A150 to
 * A155). What each method says is tested in tests/numeric/test_progress.c;
 * here, that its inputs are the target's. */
#include "evaluate/judge.h"

#include "attain/numeric.h"

static const char plan_2016[] = "key,value\nid,p\nname,P\nfirst_period,2016\n"
                                "last_period,2030\nlevel,county\n";

static judge judge_2016(const char *metrics, const char *target, const char *x,
                        const char *as_of) {
    return judge_begin((judge_tables){.plan = plan_2016,
                                      .metrics = metrics,
                                      .target = target,
                                      .x = x,
                                      .as_of = as_of});
}

static double score_of(const judge *made, const char *node) {
    return judge_value(made, node, "c", ATTAIN_MEASURE_METHOD_SCORE);
}

static const char *class_of(const judge *made, const char *node) {
    attain_node found;
    double code = judge_value(made, node, "c", ATTAIN_MEASURE_METHOD_CLASS);
    attain_node_init(&found);
    assert_int_equal(attain_evaluation_get_node(
                         made->ev, judge_node(made, node), &found, NULL),
                     ATTAIN_OK);
    return isnan(code)
               ? "-"
               : attain_progress_class_name(found.method, (int32_t)code);
}

static const char *reason_of(const judge *made, const char *node) {
    return attain_reason_name(
        (int32_t)judge_value(made, node, "c", ATTAIN_MEASURE_METHOD_REASON));
}

static void assert_method(const judge *made, const char *node, double score,
                          const char *name, double attainment) {
    assert_close(score_of(made, node), score, 1e-12);
    assert_string_equal(class_of(made, node), name);
    assert_string_equal(reason_of(made, node), "none");
    double shown = judge_value(made, node, "c", ATTAIN_MEASURE_ATTAINMENT);
    if (isnan(attainment))
        assert_true(isnan(shown));
    else
        assert_close(shown, attainment, 1e-12);
}

/* --- Published numbers ---------------------------------------------------- */

/* 14.5 in 2015, 10.4 in 2023, 7.25 by 2030: 2.1506954374096354, moderate; of
 * −5 … 5 that is (2.15 + 5)/10. */
static void method_reproduces_statistics_canada(void **state) {
    (void)state;
    judge made =
        judge_2016("id,name,numerator,direction\nm,M,x,down\n",
                   "comparator,value,baseline,baseline_period,score,method\n"
                   "at_most,7.25,14.5,2015,method,open_sdg\n"
                   "at_most,7.25,14.5,2015,pass,open_sdg\n",
                   "2023 10.4", "2023");
    assert_method(&made, "t", 2.1506954374096354, "moderate",
                  0.71506954374096354);
    /* Beside another score it changes nothing. */
    assert_method(&made, "t2", 2.1506954374096354, "moderate", 0);
    assert_row(&made, "t", "c", "verdict=not_met");
    judge_end(&made);
}

/* 功效系数: 5.81 between 6 and 12 gives 58.73 points. */
static void method_reproduces_efficacy(void **state) {
    (void)state;
    judge made = judge_2016(NULL,
                            "comparator,score,bad,good,method\n"
                            "none,method,6,12,efficacy\n"
                            "none,efficacy,6,12,\n",
                            "2023 5.81", "2023");
    assert_method(&made, "t", 0.58733333333333333, "unacceptable",
                  0.58733333333333333);
    assert_row(&made, "t2", "c",
               "attainment=0.5873333333333333 method_score=-");
    judge_end(&made);
}

/* --- Where inputs come from ----------------------------------------------- */

/* Each method says of a target what it says of the same numbers in an array. */
static void method_inputs_are_those_of_the_target(void **state) {
    static const struct {
        int32_t method;
        const char *target;
        double inputs[6];
    } cases[] = {
        {ATTAIN_PROGRESS_RATIO, "at_least,95,,,,,,,,ratio,", {86.5, 95}},
        {ATTAIN_PROGRESS_RATIO_INTERVAL,
         "between,95,100,,,,,60,140,ratio_interval,",
         {86.5, 95, 100, 60, 140}},
        {ATTAIN_PROGRESS_EFFICACY,
         "at_least,95,,,,60,95,,,efficacy,",
         {86.5, 60, 95}},
        {ATTAIN_PROGRESS_COMPLETION,
         "at_least,95,,,,,,,,completion,",
         {86.5, 95}},
        {ATTAIN_PROGRESS_BASELINE,
         "at_least,95,,70,2015,,,,,baseline,",
         {86.5, 70, 95}},
        {ATTAIN_PROGRESS_EUROSTAT,
         "at_least,95,,70,2015,,,,,eurostat,",
         {86.5, 70, 95, 2023, 2015, 2030}},
        {ATTAIN_PROGRESS_EUROSTAT_TREND,
         "none,,,70,2015,,,,,eurostat_trend,",
         {86.5, 70, 2023, 2015}},
        {ATTAIN_PROGRESS_OPEN_SDG,
         "above,95,,70,2015,,,,,open_sdg,",
         {86.5, 70, 95, 2023, 2015, 2030}},
        {ATTAIN_PROGRESS_OPEN_SDG_TREND,
         "none,,,70,2015,,,,,open_sdg_trend,limit=100",
         {86.5, 70, 2023, 2015, 100}},
        {ATTAIN_PROGRESS_UNSD,
         "at_least,95,,70,2015,,,,,unsd,",
         {86.5, 70, 95, 2023, 2015, 2030}},
        {ATTAIN_PROGRESS_UNSD_TREND,
         "none,,,70,2015,,,,,unsd_trend,",
         {86.5, 70, 2023, 2015}},
        {ATTAIN_PROGRESS_SDSN_SCORE,
         "at_least,95,,,,40,100,,,sdsn_score,",
         {86.5, 40, 100}},
        {ATTAIN_PROGRESS_SDSN_COLOUR,
         "at_least,95,,,,40,100,,,sdsn_colour,red=75",
         {86.5, 40, 75, 95, 100}},
        {ATTAIN_PROGRESS_SDSN_ARROW,
         "at_least,95,,70,2015,,,,,sdsn_arrow,",
         {86.5, 70, 95, 2023, 2015}},
        {ATTAIN_PROGRESS_ESCAP_STATUS,
         "at_least,95,,70,2015,,,,,escap_status,",
         {86.5, 70, 95}},
        {ATTAIN_PROGRESS_ESCAP_PARITY,
         "about,95,,70,2015,,,,,escap_parity,",
         {86.5, 70, 95}},
        {ATTAIN_PROGRESS_OECD_DISTANCE,
         "at_least,95,,,,,,,,oecd_distance,spread=12.5",
         {86.5, 95, 12.5}},
        {ATTAIN_PROGRESS_UIS_BENCHMARK,
         "at_least,95,,70,2015,,,,,uis_benchmark,slow=0.5;fast=1.4",
         {86.5, 70, 2023, 2015, 0.5, 1.4}},
        {ATTAIN_PROGRESS_PATH_LINEAR,
         "at_least,95,,70,2015,,,,,path_linear,",
         {86.5, 70, 95, 2023, 2015, 2030}},
        {ATTAIN_PROGRESS_PATH_GROWTH,
         "at_least,95,,70,2015,,,,,path_growth,",
         {86.5, 70, 95, 2023, 2015, 2030}},
        {ATTAIN_PROGRESS_PATH_EXPECTED,
         "at_least,95,,70,2015,,,,,path_expected,",
         {86.5, 70, 70 + 25 * 8 / 15.0}},
    };
    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        char target[256];
        int band = strncmp(cases[c].target, "about", 5) == 0;
        snprintf(target, sizeof target,
                 "comparator,value,upper,baseline,baseline_period,bad,good,"
                 "outer_low,outer_high,method,parameters,tolerance\n%s,%s\n",
                 cases[c].target, band ? "0" : "");
        judge made = judge_2016(NULL, target, "2023 86.5", "2023");
        double score;
        int32_t class_code;
        assert_int_equal(
            attain_progress(cases[c].method, NULL, 0, cases[c].inputs,
                            attain_progress_input_count(cases[c].method, NULL),
                            1, NULL, 1, &score, &class_code, NULL, NULL),
            ATTAIN_OK);
        assert_close(score_of(&made, "t"), score, 1e-13);
        assert_string_equal(class_of(&made, "t"),
                            class_code < 0 ? "-"
                                           : attain_progress_class_name(
                                                 cases[c].method, class_code));
        judge_end(&made);
    }
}

/* The baseline of each unit from the data; a falling metric is good. */
static void method_baseline_from_the_data(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .plan = plan_2016,
        .metrics = "id,name,numerator,direction\nm,M,x,down\n",
        .target = "comparator,value,level,baseline_period,score,method\n"
                  "at_most,10,school,2015,method,baseline\n"
                  "none,,school,2015,method,eurostat_trend\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\nd,D,school,c\n",
        .observations = "unit,period,x\na,2015,30\na,2023,15\nb,2015,20\n"
                        "b,2023,25\nd,2023,12\n",
        .as_of = "2023"});
    assert_row(&made, "t", "a", "attainment=0.75 method_score=0.75");
    assert_row(&made, "t", "b", "attainment=0 method_score=0");
    /* No baseline: missing, not zero, and nothing is put in its place. */
    assert_row(&made, "t", "d", "attainment=- method_score=-");
    assert_same(judge_value(&made, "t", "d", ATTAIN_MEASURE_METHOD_REASON),
                (double)ATTAIN_REASON_MISSING);
    /* 250 times a fall of 1 − (1/2)^(1/8) a year, at most 5. */
    assert_row(&made, "t2", "a", "attainment=1 method_score=5");
    double growth = expm1(log(25.0 / 20) / 8);
    assert_close(judge_value(&made, "t2", "b", ATTAIN_MEASURE_METHOD_SCORE),
                 250 * -growth < -5 ? -5 : 250 * -growth, 1e-12);
    /* The whole has no method of its own: the mean of its schools' scores. */
    assert_row(&made, "t", "c", "attainment=0.375 method_score=-");
    judge_end(&made);
}

/* A quarter is a quarter of a year: the growth of 12.36 in two years. */
static void method_counts_years_of_quarters(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.plan = "key,value\nid,p\nname,P\nfirst_period,2021-Q1\n"
                               "last_period,2024-Q4\nlevel,county\n",
                       .target = "comparator,baseline,baseline_period,method\n"
                                 "none,100,2020-Q4,unsd_trend\n",
                       .observations = "unit,period,x\nc,2022-Q4,112.36\n",
                       .as_of = "2022-Q4"});
    assert_close(score_of(&made, "t"), 0.06, 1e-12);
    assert_string_equal(class_of(&made, "t"), "on_track");
    judge_end(&made);
}

/* Points (0, 70), (1, 72), (8, 86) with weights 1, 2, 9 by hand: mean time
 * 74/12, mean value 988/12. */
static void method_anticipates(void **state) {
    (void)state;
    judge made = judge_2016(NULL,
                            "comparator,value,baseline,baseline_period,method\n"
                            "at_least,100,70,2015,escap_anticipated\n"
                            "at_least,110,70,2015,escap_anticipated\n",
                            "2016 72, 2023 86", "2023");
    /* All three lie on the line 70 + 2t: 100 in 2030. */
    assert_method(&made, "t", 0, "maintain",
                  judge_value(&made, "t", "c", ATTAIN_MEASURE_ATTAINMENT));
    assert_method(&made, "t2", 25, "accelerate",
                  judge_value(&made, "t2", "c", ATTAIN_MEASURE_ATTAINMENT));
    judge_end(&made);
    /* Nothing is carried forward where the period judged has no value. */
    made = judge_2016(NULL,
                      "comparator,value,baseline,baseline_period,score,method\n"
                      "at_least,100,70,2015,method,escap_anticipated\n",
                      "2016 72, 2022 86", "2023");
    assert_row(&made, "t", "c", "method_score=- attainment=- verdict=unknown");
    assert_string_equal(reason_of(&made, "t"), "missing");
    judge_end(&made);
}

/* --- Scores --------------------------------------------------------------- */

/* Open ends are cut off at 0 and 1; where a low score is good, the way goes
 * down. */
static void method_attainment_is_clipped(void **state) {
    (void)state;
    judge made = judge_2016(
        NULL,
        "comparator,value,baseline,baseline_period,score,method,parameters\n"
        "at_least,80,,,method,completion,\n"
        "at_least,80,,,method,ratio,open=1\n"
        "at_least,120,110,2015,method,escap_status,\n"
        "at_least,140,70,2015,method,escap_anticipated,\n",
        "2016 72, 2017 74, 2023 100", "2023");
    assert_method(&made, "t", 1.25, "met", 1);
    assert_method(&made, "t2", 1.25, "met", 1);
    assert_method(&made, "t3", -10, "regressed", 0);
    double gap = score_of(&made, "t4");
    assert_true(gap > 0 && gap < 100);
    assert_row(&made, "t4", "c", "verdict=not_met");
    assert_close(judge_value(&made, "t4", "c", ATTAIN_MEASURE_ATTAINMENT),
                 1 - gap / 100, 1e-12);
    judge_end(&made);
}

/* Each period by what is known in it; class and score are of the last. */
static void method_every_period_is_the_mean(void **state) {
    (void)state;
    judge made = judge_2016(
        NULL,
        "comparator,value,when,baseline,baseline_period,score,method\n"
        "at_least,100,every_period,80,2015,method,baseline\n",
        "2016 85, 2017 90, 2018 110", "2018");
    assert_method(&made, "t", 1, "met", (0.25 + 0.5 + 1) / 3);
    judge_end(&made);
}

/* A cumulative sum against what was planned; strict missing years. */
static void method_completion_of_a_sum(void **state) {
    (void)state;
    judge made = judge_2016(NULL,
                            "series,comparator,value,score,method\n"
                            "cumulative,at_least,200,method,completion\n",
                            "2016 30, 2017 20, 2018 50", "2018");
    assert_method(&made, "t", 0.5, "not_met", 0.5);
    judge_end(&made);
    made = judge_2016(NULL,
                      "series,comparator,value,score,method\n"
                      "cumulative,at_least,200,method,completion\n",
                      "2016 30, 2018 50", "2018");
    assert_row(&made, "t", "c", "method_score=- attainment=-");
    judge_end(&made);
}

static void method_reasons(void **state) {
    (void)state;
    judge made = judge_2016(
        NULL,
        "comparator,value,baseline,baseline_period,score,method,parameters\n"
        "at_least,70,70,2015,method,eurostat,\n"
        "at_least,70,0,2015,method,eurostat,\n"
        "at_least,70,60,2015,,oecd_distance,spread=0\n"
        "at_least,70,60,2017,method,path_linear,\n",
        "2016 65", "2016");
    assert_string_equal(reason_of(&made, "t"), "constant");
    assert_string_equal(reason_of(&made, "t2"), "undefined");
    assert_string_equal(reason_of(&made, "t3"), "not_positive");
    assert_string_equal(reason_of(&made, "t4"), "undefined"); /* before it */
    assert_row(&made, "t", "c", "attainment=- method_class=-");
    assert_row(&made, "t4", "c", "expected=- pace=-");
    judge_end(&made);
}

/* --- Paths ---------------------------------------------------------------- */

/* From 50 to 200 in four years: a line, a doubling in two years, milestones.
 * The way says what is expected, and with it the status. */
static void method_path_is_the_targets(void **state) {
    static const char target[] =
        "comparator,value,baseline,baseline_period,due,method\n"
        "at_least,200,50,2020,2024,path_linear\n"
        "at_least,200,50,2020,2024,path_growth\n"
        "at_least,200,50,2020,2024,path_expected\n"
        "at_least,200,50,2020,2024,\n";
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = target,
                       .path = "target,period,value\nt,2022,60\nt2,2022,60\n"
                               "t3,2022,70\nt4,2022,70\n",
                       .x = "2022 90",
                       .as_of = "2022"});
    assert_row(&made, "t", "c", "expected=125 status=off_track");
    assert_row(&made, "t2", "c", "expected=100 pace=0.8 status=slow");
    assert_row(&made, "t3", "c", "expected=70 pace=2 status=on_track");
    assert_row(&made, "t4", "c", "expected=70 pace=2 status=on_track");
    assert_close(score_of(&made, "t"), 40 / 75.0, 1e-12);
    assert_string_equal(class_of(&made, "t2"), "slow");
    /* Milestones that do nothing are told. */
    assert_true(judge_found(&made, "its method says what is expected"));
    judge_end(&made);
}

/* The way of each period is the method's, too. */
static void method_path_of_the_trajectory(void **state) {
    int32_t periods[8];
    double observed[8];
    double expected[8];
    size_t count = 0;
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,baseline,baseline_period,due,method\n"
                  "at_least,200,50,2020,2024,path_growth\n",
        .x = "2022 90",
        .as_of = "2022"});
    int64_t row = judge_row(&made, "t", "c");
    assert_int_equal(attain_evaluation_trajectory(
                         made.ev, made.plan, made.data, judge_node(&made, "t"),
                         row, periods, observed, expected, 8, &count, NULL),
                     ATTAIN_OK);
    assert_int_equal(count, 5);
    assert_close(expected[0], 50, 1e-12);
    assert_close(expected[1], 50 * sqrt(2.0), 1e-12);
    assert_close(expected[2], 100, 1e-12);
    assert_close(expected[4], 200, 1e-12);
    judge_end(&made);
}

/* --- What is kept --------------------------------------------------------- */

static uint64_t kept_of(const judge *made, uint64_t measures) {
    attain_evaluate_options options;
    attain_evaluation *ev = NULL;
    attain_evaluate_options_init(&options);
    options.measures = measures;
    assert_int_equal(
        attain_evaluate(made->plan, made->data, &options, &ev, NULL),
        ATTAIN_OK);
    uint64_t kept = attain_evaluation_measures(ev);
    attain_evaluation_destroy(ev);
    return kept;
}

static void method_measures_only_where_there_is_one(void **state) {
    const uint64_t methods = (uint64_t)7 << ATTAIN_MEASURE_METHOD_SCORE;
    const uint64_t score = (uint64_t)1 << ATTAIN_MEASURE_METHOD_SCORE;
    (void)state;
    judge made = judge_read(
        (judge_tables){.target = "value,method\n90,ratio\n", .x = "2021 45"});
    assert_true((kept_of(&made, ATTAIN_MEASURES_ALL) & methods) == methods);
    assert_true(kept_of(&made, 1) == 1);
    assert_true(kept_of(&made, score) == score);
    judge_end(&made);
    made = judge_read((judge_tables){.target = "value\n90\n", .x = "2021 45"});
    assert_true(kept_of(&made, ATTAIN_MEASURES_ALL) == ATTAIN_MEASURES_ALL);
    assert_true(kept_of(&made, ATTAIN_MEASURES_ALL | methods) ==
                ATTAIN_MEASURES_ALL);
    judge_end(&made);
    made = judge_begin((judge_tables){.target = "value,method\n90,ratio\n90,\n",
                                      .x = "2021 45",
                                      .as_of = "2021"});
    assert_row(&made, "t", "c", "method_score=0.5 method_reason=0");
    assert_row(&made, "t2", "c", "method_score=- method_reason=-");
    judge_end(&made);
}

/* Every unit of a column says what it says alone, however it is cut up. */
static void method_does_not_hang_on_threads(void **state) {
    enum { UNITS = 1500 };
    static char units[UNITS * 24];
    static char observations[UNITS * 48];
    attain_evaluate_options options;
    attain_table tables[2];
    attain_dataset *data = NULL;
    (void)state;
    size_t u = (size_t)snprintf(units, sizeof units,
                                "id,name,level,parent\nc,C,county,\n");
    size_t o =
        (size_t)snprintf(observations, sizeof observations, "unit,period,x\n");
    for (int i = 0; i < UNITS; i++) {
        u += (size_t)snprintf(units + u, sizeof units - u, "s%d,S,school,c\n",
                              i);
        o += (size_t)snprintf(observations + o, sizeof observations - o,
                              "s%d,2020,%d\ns%d,2022,%d\n", i, 1 + i % 97, i,
                              1 + i % 83);
    }
    judge made = judge_read((judge_tables){
        .target = "comparator,value,level,baseline_period,score,method\n"
                  "at_least,90,school,2020,method,eurostat\n"
                  "at_least,90,school,2020,,escap_anticipated\n"});
    for (size_t t = 0; t < 2; t++)
        attain_table_init(&tables[t]);
    tables[0].name = "units.csv";
    tables[0].text = units;
    tables[0].length = u;
    tables[1].name = "observations.csv";
    tables[1].text = observations;
    tables[1].length = o;
    assert_int_equal(attain_read_dataset_tables(tables, 2, NULL, &data, NULL),
                     ATTAIN_OK);
    attain_evaluation *one = NULL;
    attain_evaluation *many = NULL;
    attain_evaluate_options_init(&options);
    assert_int_equal(attain_evaluate(made.plan, data, &options, &one, NULL),
                     ATTAIN_OK);
    options.threads = 3;
    assert_int_equal(attain_evaluate(made.plan, data, &options, &many, NULL),
                     ATTAIN_OK);
    for (int32_t n = 1; n <= 2; n++) {
        size_t count = 0;
        size_t again = 0;
        const double *a =
            attain_evaluation_view(one, ATTAIN_MEASURE_METHOD_SCORE, n, &count);
        const double *b = attain_evaluation_view(
            many, ATTAIN_MEASURE_METHOD_SCORE, n, &again);
        assert_int_equal(count, UNITS + 1);
        assert_int_equal(again, UNITS + 1);
        assert_memory_equal(a, b, count * sizeof *a);
    }
    attain_evaluation_destroy(one);
    attain_evaluation_destroy(many);
    attain_dataset_destroy(data);
    judge_end(&made);
}

static void method_without_memory(void **state) {
    support_memory memory;
    attain_evaluate_options options;
    attain_status status = ATTAIN_ERR_MEMORY;
    (void)state;
    judge made = judge_read((judge_tables){
        .target = "value,baseline,baseline_period,score,method\n"
                  "90,40,2020,method,eurostat\n90,40,2020,,path_growth\n",
        .x = "2021 45"});
    support_memory_init(&memory);
    attain_evaluate_options_init(&options);
    options.allocator = &memory.allocator;
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

/* --- Explanation ---------------------------------------------------------- */

static void method_explains_itself(void **state) {
    char text[4096];
    size_t count;
    (void)state;
    judge made =
        judge_2016("id,name,numerator,direction\nm,M,x,down\n",
                   "comparator,value,baseline,baseline_period,score,method\n"
                   "at_most,7.25,14.5,2015,method,open_sdg\n"
                   "at_most,14.5,14.5,2015,method,eurostat\n",
                   "2022 10.4, 2023 20", "2022");
    int32_t unit = judge_unit(&made, "c");
    assert_int_equal(attain_evaluation_explain(made.ev, made.plan, made.data,
                                               judge_node(&made, "t"), unit,
                                               ATTAIN_LANGUAGE_EN, text,
                                               sizeof text, &count, NULL),
                     ATTAIN_OK);
    assert_contains(text, "Method open_sdg: P = s g(x, b)/|g(T, b)|");
    assert_contains(text, "[Statistics Canada; sdg-build");
    assert_contains(text, "with value 10.4   base 14.5   target 7.25   "
                          "value_time 2022   base_time 2015   target_time "
                          "2030   high 0.95");
    assert_contains(text, "low is good");
    assert_contains(text, " of -5 … 5, class substantial");
    assert_int_equal(attain_evaluation_explain(made.ev, made.plan, made.data,
                                               judge_node(&made, "t"), unit,
                                               ATTAIN_LANGUAGE_ZH, text,
                                               sizeof text, &count, NULL),
                     ATTAIN_OK);
    assert_contains(text, "方法 open_sdg");
    judge_end(&made);
    made = judge_2016(NULL,
                      "comparator,value,baseline,baseline_period,method\n"
                      "at_least,70,70,2015,eurostat\n"
                      "at_least,70,60,2015,unsd_trend\n",
                      "2016 65", "2016");
    assert_int_equal(attain_evaluation_explain(
                         made.ev, made.plan, made.data, judge_node(&made, "t"),
                         judge_unit(&made, "c"), ATTAIN_LANGUAGE_EN, text,
                         sizeof text, &count, NULL),
                     ATTAIN_OK);
    assert_contains(text, "no value, all elements are equal");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(method_reproduces_statistics_canada),
        cmocka_unit_test(method_reproduces_efficacy),
        cmocka_unit_test(method_inputs_are_those_of_the_target),
        cmocka_unit_test(method_baseline_from_the_data),
        cmocka_unit_test(method_counts_years_of_quarters),
        cmocka_unit_test(method_anticipates),
        cmocka_unit_test(method_attainment_is_clipped),
        cmocka_unit_test(method_every_period_is_the_mean),
        cmocka_unit_test(method_completion_of_a_sum),
        cmocka_unit_test(method_reasons),
        cmocka_unit_test(method_path_is_the_targets),
        cmocka_unit_test(method_path_of_the_trajectory),
        cmocka_unit_test(method_measures_only_where_there_is_one),
        cmocka_unit_test(method_does_not_hang_on_threads),
        cmocka_unit_test(method_without_memory),
        cmocka_unit_test(method_explains_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
