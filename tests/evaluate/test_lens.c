/* The four evaluations (method §7, rulings A87–A89, A130–A134). */
#include "evaluate/judge.h"

/* Ten schools start at 40, 45 … 85 and reach 6 + d more: the line is x + 6, and
 * d is what it leaves, for it adds up to 0 and is symmetrical. */
static const char schools[] =
    "id,name,level,parent\nc,C,county,\ns0,S,school,c\ns1,S,school,c\n"
    "s2,S,school,c\ns3,S,school,c\ns4,S,school,c\ns5,S,school,c\n"
    "s6,S,school,c\ns7,S,school,c\ns8,S,school,c\ns9,S,school,c\n";
static const char scores[] =
    "unit,period,x,n\ns0,2020,40,\ns1,2020,45,\ns2,2020,50,\ns3,2020,55,\n"
    "s4,2020,60,\ns5,2020,65,\ns6,2020,70,\ns7,2020,75,\ns8,2020,80,\n"
    "s9,2020,85,\ns0,2023,47,10\ns1,2023,50,200\ns2,2023,55,30\n"
    "s3,2023,62,40\ns4,2023,66,90\ns5,2023,71,60\ns6,2023,77,300\n"
    "s7,2023,80,15\ns8,2023,85,90\ns9,2023,92,10\n";
static const char ninety[] = "comparator,value,level,baseline_period\n"
                             "at_least,90,school,2020\n";

static judge judge_by(judge_tables given, uint64_t measures, const char *sizes,
                      double outcome) {
    judge made = judge_read(given);
    attain_evaluate_options options;
    attain_error err = {0};
    attain_evaluate_options_init(&options);
    options.as_of = judge_period(given.as_of == NULL ? "2023" : given.as_of);
    options.measures = measures;
    options.sizes = sizes;
    options.outcome_weight = outcome;
    if (attain_evaluate(made.plan, made.data, &options, &made.ev, &err) !=
        ATTAIN_OK)
        fail_msg("%s", err.message);
    return made;
}

static judge judge_lenses(judge_tables given) {
    return judge_by(given, ATTAIN_MEASURES_ALL | ATTAIN_MEASURES_LENSES, NULL,
                    2);
}

static judge judge_schools(const char *target) {
    return judge_lenses((judge_tables){
        .units = schools, .observations = scores, .target = target});
}

static void assert_lenses(const judge *made, const char *node, const char *unit,
                          double process, double added, double comprehensive) {
    assert_close(judge_value(made, node, unit, ATTAIN_MEASURE_PROCESS), process,
                 1e-12);
    assert_close(judge_value(made, node, unit, ATTAIN_MEASURE_VALUE_ADDED),
                 added, 1e-12);
    assert_close(judge_value(made, node, unit, ATTAIN_MEASURE_COMPREHENSIVE),
                 comprehensive, 1e-12);
}

static void lenses_of_schools(void **state) {
    judge made = judge_schools(ninety);
    (void)state;
    assert_lenses(&made, "t", "s0", 7 / 30.0, 7.5 / 9,
                  (2 * 7 / 50.0 + 7 / 30.0 + 7.5 / 9) / 4);
    assert_lenses(&made, "t", "s1", 5 / 27.0, 1.5 / 9,
                  (2 * 5 / 45.0 + 5 / 27.0 + 1.5 / 9) / 4);
    assert_lenses(&made, "t", "s4", 6 / 18.0, 4.5 / 9,
                  (2 * 6 / 30.0 + 6 / 18.0 + 4.5 / 9) / 4);
    assert_lenses(&made, "t", "s9", 1, 7.5 / 9, (2 + 1 + 7.5 / 9) / 4);
    assert_close(
        judge_value(&made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED_EFFECT), 1,
        1e-12);
    assert_same(
        judge_value(&made, "t", "s4", ATTAIN_MEASURE_VALUE_ADDED_EFFECT), 0);
    assert_same(judge_value(&made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED_CLASS),
                (double)NAN);
    judge_end(&made);
}

/* A low one is good: the order turns. */
static void value_added_is_flipped_by_direction(void **state) {
    judge made = judge_lenses(
        (judge_tables){.units = schools,
                       .observations = scores,
                       .metrics = "id,name,numerator,direction\nm,M,x,down\n",
                       .target = "comparator,value,level,baseline_period\n"
                                 "at_most,90,school,2020\n"});
    (void)state;
    assert_close(
        judge_value(&made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED_EFFECT), -1,
        1e-12);
    assert_close(judge_value(&made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED),
                 1.5 / 9, 1e-12);
    judge_end(&made);
}

/* All that were compared are the county's: ½ by construction, so none. */
static void lone_county_has_no_value_added(void **state) {
    judge made = judge_schools(ninety);
    double process = 0;
    (void)state;
    for (int i = 0; i < 10; i++) {
        char unit[4];
        snprintf(unit, sizeof unit, "s%d", i);
        process += judge_value(&made, "t", unit, ATTAIN_MEASURE_PROCESS) / 10;
    }
    double outcome = judge_value(&made, "t", "c", ATTAIN_MEASURE_ATTAINMENT);
    assert_lenses(&made, "t", "c", process, (double)NAN,
                  (2 * outcome + process) / 3);
    assert_lenses(&made, "g", "c", process, (double)NAN,
                  (2 * outcome + process) / 3);
    judge_end(&made);
}

/* Of two counties each has the mean of its schools among all. */
static void counties_have_the_mean_of_their_schools(void **state) {
    char units[512];
    strcpy(units, schools);
    strcat(units, "d,D,county,\n");
    for (char *at = units; (at = strstr(at, "s9,S,school,c")) != NULL; at++)
        at[12] = 'd';
    judge made = judge_lenses((judge_tables){
        .units = units, .observations = scores, .target = ninety});
    (void)state;
    assert_close(judge_value(&made, "t", "d", ATTAIN_MEASURE_VALUE_ADDED),
                 7.5 / 9, 1e-12);
    assert_close(judge_value(&made, "t", "c", ATTAIN_MEASURE_VALUE_ADDED),
                 (3 * 7.5 + 2 * 4.5 + 4 * 1.5) / 81, 1e-12);
    assert_close(judge_value(&made, "g", "d", ATTAIN_MEASURE_VALUE_ADDED),
                 7.5 / 9, 1e-12);
    judge_end(&made);
}

/* Goals bring each lens together by their own aggregate, and leave out what has
 * none of it. */
static void goals_combine_each_lens(void **state) {
    judge made = judge_lenses((judge_tables){
        .plan = "missing,strict\n",
        .goals = "id,name,aggregate,level\ng,G,min,school\n",
        .units = schools,
        .observations = scores,
        .target = "comparator,value,baseline_period\nat_least,90,2020\n"
                  "at_least,100,2020\nat_least,60,\n"});
    (void)state;
    assert_close(judge_value(&made, "t2", "s0", ATTAIN_MEASURE_PROCESS),
                 7 / 36.0, 1e-12);
    assert_lenses(&made, "g", "s0", 7 / 36.0, 7.5 / 9,
                  (2 * 7 / 60.0 + 7 / 36.0 + 7.5 / 9) / 4);
    assert_same(judge_value(&made, "t3", "s0", ATTAIN_MEASURE_PROCESS),
                (double)NAN);
    judge_end(&made);
}

/* Nine schools are too few; a stated baseline is the same for all; before the
 * baseline nothing was added. */
static void value_added_needs_units_that_started_apart(void **state) {
    static const struct {
        const char *target;
        const char *as_of;
    } cases[] = {
        {"comparator,value,level,baseline,baseline_period\n"
         "at_least,90,school,50,2020\n",
         "2023"},
        {"comparator,value,level\nat_least,90,school\n", "2023"},
        {"comparator,value,level,baseline_period\nat_least,90,school,2023\n",
         "2023"},
        {"comparator,value,level,baseline_period\nat_least,90,school,2022\n",
         "2023"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        judge made = judge_lenses((judge_tables){.units = schools,
                                                 .observations = scores,
                                                 .target = cases[i].target,
                                                 .as_of = cases[i].as_of});
        assert_same(judge_value(&made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED),
                    (double)NAN);
        judge_end(&made);
    }
    char fewer[512];
    strcpy(fewer, scores);
    *strstr(fewer, "s9,2023") = '#';
    judge made = judge_lenses((judge_tables){
        .units = schools, .observations = fewer, .target = ninety});
    assert_same(judge_value(&made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED),
                (double)NAN);
    judge_end(&made);
}

static void equal_starts_are_unknown(void **state) {
    char equal[512] = "unit,period,x\n";
    char line[32];
    (void)state;
    for (int i = 0; i < 10; i++) {
        snprintf(line, sizeof line, "s%d,2020,50\ns%d,2023,%d\n", i, i, 60 + i);
        strcat(equal, line);
    }
    judge made = judge_lenses((judge_tables){
        .units = schools, .observations = equal, .target = ninety});
    assert_same(judge_value(&made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED),
                (double)NAN);
    judge_end(&made);
}

/* Whoever does not ask for the lenses gets none, and the others are the same.
 */
static void lenses_come_only_when_asked_for(void **state) {
    judge without = judge_begin((judge_tables){.units = schools,
                                               .observations = scores,
                                               .target = ninety,
                                               .as_of = "2023"});
    judge with = judge_schools(ninety);
    (void)state;
    assert_true(attain_evaluation_measures(without.ev) == ATTAIN_MEASURES_ALL);
    assert_true(attain_evaluation_measures(NULL) == 0);
    for (int32_t m = 0; m <= ATTAIN_MEASURE_VALUE_ADDED_CLASS; m++) {
        double value = judge_value(&without, "t", "s1", m);
        assert_same(value, m > ATTAIN_MEASURE_MEAN_CHANGE
                               ? (double)NAN
                               : judge_value(&with, "t", "s1", m));
    }
    judge_end(&without);
    judge_end(&with);
}

static void one_lens_alone_is_kept(void **state) {
    judge made = judge_by((judge_tables){.units = schools,
                                         .observations = scores,
                                         .target = ninety},
                          (uint64_t)1 << ATTAIN_MEASURE_COMPREHENSIVE, NULL, 2);
    (void)state;
    assert_lenses(&made, "t", "s0", (double)NAN, (double)NAN,
                  (2 * 7 / 50.0 + 7 / 30.0 + 7.5 / 9) / 4);
    judge_end(&made);
}

/* --- Shrinking ---------------------------------------------------------- */

static judge judge_sizes(const char *observations, const char *sizes) {
    return judge_by((judge_tables){.units = schools,
                                   .observations = observations,
                                   .target = ninety},
                    ATTAIN_MEASURES_ALL | ATTAIN_MEASURES_LENSES, sizes, 1);
}

/* Numbers of numpy.linalg.lstsq on rows divided by the root of v, and
 * scipy.optimize.minimize_scalar over t (lens_oracle.py does it at random). */
static void effects_are_shrunk_by_size(void **state) {
    static const char apart[] =
        "unit,period,x,n\ns0,2020,40,\ns1,2020,45,\ns2,2020,50,\n"
        "s3,2020,55,\ns4,2020,60,\ns5,2020,65,\ns6,2020,70,\n"
        "s7,2020,75,\ns8,2020,80,\ns9,2020,85,\ns0,2023,62,4\n"
        "s1,2023,46,400\ns2,2023,58,300\ns3,2023,66,250\ns4,2023,52,5\n"
        "s5,2023,66,500\ns6,2023,82,300\ns7,2023,95,6\ns8,2023,91,350\n"
        "s9,2023,80,8\n";
    judge made = judge_sizes(apart, "n");
    (void)state;
    static const double effects[] = {
        1.28795784,  -3.8720816, 1.81337667, 3.81940184, -1.37588238,
        -5.91782114, 3.40003425, 1.23743703, 1.65070419, -2.0431267};
    static const double lows[] = {
        -7.65373949, -6.95387892,   -1.68174144, 0.0436848305, -10.234984,
        -8.70506239, -0.0950838685, -7.54131625, -1.61831717,  -10.6675311};
    for (int i = 0; i < 10; i++) {
        char unit[4];
        snprintf(unit, sizeof unit, "s%d", i);
        assert_close(
            judge_value(&made, "t", unit, ATTAIN_MEASURE_VALUE_ADDED_EFFECT),
            effects[i], 1e-5);
        assert_close(
            judge_value(&made, "t", unit, ATTAIN_MEASURE_VALUE_ADDED_LOW),
            lows[i], 1e-5);
        assert_close(
            judge_value(&made, "t", unit, ATTAIN_MEASURE_VALUE_ADDED_HIGH),
            2 * effects[i] - lows[i], 1e-5);
    }
    judge_end(&made);
}

static void assert_unshrunk(const judge *made) {
    assert_close(
        judge_value(made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED_EFFECT), 1,
        1e-12);
    assert_same(judge_value(made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED_LOW),
                (double)NAN);
    assert_same(judge_value(made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED_CLASS),
                (double)NAN);
}

/* Equal sizes tell nothing of what is a school's own. */
static void equal_sizes_do_not_shrink(void **state) {
    char equal[512] = "unit,period,x,n\n";
    static const int d[] = {1, -1, -1, 1, 0, 0, 1, -1, -1, 1};
    char line[48];
    (void)state;
    for (int i = 0; i < 10; i++) {
        snprintf(line, sizeof line, "s%d,2020,%d,\ns%d,2023,%d,7\n", i,
                 40 + 5 * i, i, 46 + 5 * i + d[i]);
        strcat(equal, line);
    }
    judge made = judge_sizes(equal, "n");
    assert_unshrunk(&made);
    judge_end(&made);
}

/* Whose size is not known is not compared. */
static void schools_without_size_are_left_out(void **state) {
    judge made = judge_sizes(scores, "x");
    (void)state;
    assert_false(isnan(
        judge_value(&made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED_EFFECT)));
    judge_end(&made);
    char fewer[512];
    strcpy(fewer, scores);
    memcpy(strstr(fewer, "s9,2023,92,10"), "s9,2023,92,-3", 13);
    made = judge_sizes(fewer, "n");
    assert_same(
        judge_value(&made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED_EFFECT),
        (double)NAN);
    judge_end(&made);
}

/* A line through all points leaves nothing. */
static void exact_line_leaves_ties(void **state) {
    char exact[512] = "unit,period,x,n\n";
    char line[48];
    (void)state;
    for (int i = 0; i < 10; i++) {
        snprintf(line, sizeof line, "s%d,2020,%d,\ns%d,2023,%d.1,%d\n", i,
                 41 + 7 * i, i, 46 + 7 * i, 3 + i);
        strcat(exact, line);
    }
    judge made = judge_sizes(exact, "n");
    assert_same(judge_value(&made, "t", "s0", ATTAIN_MEASURE_VALUE_ADDED), 0.5);
    assert_same(
        judge_value(&made, "t", "s3", ATTAIN_MEASURE_VALUE_ADDED_EFFECT), 0);
    judge_end(&made);
}

/* --- Options, explanation ----------------------------------------------- */

static void refuse(const judge *made, const attain_evaluate_options *options,
                   attain_status status, const char *field) {
    attain_evaluation *ev = NULL;
    attain_error err = {0};
    assert_int_equal(
        attain_evaluate(made->plan, made->data, options, &ev, &err), status);
    assert_null(ev);
    assert_string_equal(err.field, field);
}

static void options_are_checked(void **state) {
    judge made = judge_read((judge_tables){
        .units = schools, .observations = scores, .target = ninety});
    attain_evaluate_options options;
    (void)state;
    attain_evaluate_options_init(&options);
    options.process_weight = -1;
    refuse(&made, &options, ATTAIN_ERR_ARGUMENT, "process_weight");
    options.process_weight = 1;
    options.value_added_weight = (double)INFINITY;
    refuse(&made, &options, ATTAIN_ERR_ARGUMENT, "value_added_weight");
    options.value_added_weight = 1;
    options.outcome_weight = (double)NAN;
    refuse(&made, &options, ATTAIN_ERR_ARGUMENT, "outcome_weight");
    options.outcome_weight = 1;
    options.sizes = "pupils";
    refuse(&made, &options, ATTAIN_ERR_UNKNOWN, "sizes");
    options.struct_size = 48;
    refuse(&made, &options, ATTAIN_ERR_STRUCT, "struct_size");
    judge_end(&made);
}

/* Weights of 0 throughout leave nothing. */
static void weights_of_nothing_give_nothing(void **state) {
    judge made = judge_read((judge_tables){
        .units = schools, .observations = scores, .target = ninety});
    attain_evaluate_options options;
    (void)state;
    attain_evaluate_options_init(&options);
    options.measures |= ATTAIN_MEASURES_LENSES;
    options.outcome_weight = options.process_weight = 0;
    options.value_added_weight = 0;
    assert_int_equal(
        attain_evaluate(made.plan, made.data, &options, &made.ev, NULL),
        ATTAIN_OK);
    assert_same(judge_value(&made, "t", "s0", ATTAIN_MEASURE_COMPREHENSIVE),
                (double)NAN);
    judge_end(&made);
}

static void explain(const judge *made, const char *node, const char *unit,
                    int32_t language, char *out, size_t capacity) {
    size_t length;
    assert_int_equal(attain_evaluation_explain(made->ev, made->plan, made->data,
                                               judge_node(made, node),
                                               judge_unit(made, unit), language,
                                               out, capacity, &length, NULL),
                     ATTAIN_OK);
}

static void explanation_says_each_lens(void **state) {
    judge made = judge_schools(ninety);
    char text[4096];
    (void)state;
    explain(&made, "t", "s9", ATTAIN_LANGUAGE_EN, text, sizeof text);
    assert_contains(text, "Four evaluations: outcome 1, process 1, value added "
                          "0.8333333333333334, comprehensive "
                          "0.9583333333333334 = (2 · 1 + 1 · 1 + 1 · "
                          "0.8333333333333334)/4\n");
    explain(&made, "t", "c", ATTAIN_LANGUAGE_EN, text, sizeof text);
    assert_contains(text, "; left out, for unknown: value added\n");
    explain(&made, "g", "c", ATTAIN_LANGUAGE_ZH, text, sizeof text);
    assert_contains(text, "；未知而不计：增值评价\n");
    judge_end(&made);
    made = judge_sizes(scores, "n");
    explain(&made, "t", "s0", ATTAIN_LANGUAGE_EN, text, sizeof text);
    assert_contains(text, "better than units that started alike reach by ");
    assert_contains(text, ", shrunk by n)");
    judge_end(&made);
}

/* --- Memory ------------------------------------------------------------- */

static void lenses_without_memory(void **state) {
    judge made = judge_read((judge_tables){
        .units = schools, .observations = scores, .target = ninety});
    support_memory memory;
    attain_evaluate_options options;
    attain_status status = ATTAIN_ERR_MEMORY;
    (void)state;
    support_memory_init(&memory);
    attain_evaluate_options_init(&options);
    options.allocator = &memory.allocator;
    options.measures |= ATTAIN_MEASURES_LENSES;
    options.sizes = "n";
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lenses_of_schools),
        cmocka_unit_test(value_added_is_flipped_by_direction),
        cmocka_unit_test(lone_county_has_no_value_added),
        cmocka_unit_test(counties_have_the_mean_of_their_schools),
        cmocka_unit_test(goals_combine_each_lens),
        cmocka_unit_test(value_added_needs_units_that_started_apart),
        cmocka_unit_test(equal_starts_are_unknown),
        cmocka_unit_test(lenses_come_only_when_asked_for),
        cmocka_unit_test(one_lens_alone_is_kept),
        cmocka_unit_test(effects_are_shrunk_by_size),
        cmocka_unit_test(equal_sizes_do_not_shrink),
        cmocka_unit_test(schools_without_size_are_left_out),
        cmocka_unit_test(exact_line_leaves_ties),
        cmocka_unit_test(options_are_checked),
        cmocka_unit_test(weights_of_nothing_give_nothing),
        cmocka_unit_test(explanation_says_each_lens),
        cmocka_unit_test(lenses_without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
