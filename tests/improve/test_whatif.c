/* What would be, and what turned (method §11, A124). */
#include "improve/ask.h"

static const char tables_units[] = "id,name,level,parent\nc,C,county,\n"
                                   "a,A,school,c\nb,B,school,c\n";

static judge two_schools(void) {
    return judge_begin((judge_tables){
        .goals = "id,name,parent,level\ng,G,,\ns,S,g,school\n",
        .metrics = "id,name,numerator,denominator,factor\nm,M,t,n,100\n"
                   "r,R,r,,\n",
        .targets = "id,goal,metric,name,comparator,value\n"
                   "t,s,m,T,at_least,4\nu,s,r,U,at_least,3\n",
        .units = tables_units,
        .observations = "unit,period,variable,value,status\n"
                        "a,2025,t,30,estimated\na,2025,n,1000,\n"
                        "b,2025,t,50,\nb,2025,n,1000,\nb,2024,n,900,\n"
                        "a,2025,r,3,\n"});
}

/* A list of changes of the form "a 2025 t 40, b 2025 t -". */
static attain_changes *changes_of(const judge *made, const char *text) {
    attain_changes *out = NULL;
    assert_int_equal(attain_changes_create(NULL, &out, NULL), ATTAIN_OK);
    while (*text != '\0') {
        char unit[8], variable[8], value[16];
        int period, length;
        double number = NAN;
        assert_int_equal(sscanf(text, "%7s %d %7s %15[^, ]%n", unit, &period,
                                variable, value, &length),
                         4);
        if (strcmp(value, "-") != 0)
            attain_number_parse(value, ATTAIN_NUL_TERMINATED, &number, NULL);
        assert_int_equal(
            attain_changes_add(
                out,
                attain_dataset_find(made->data, ATTAIN_DATASET_UNITS, unit,
                                    ATTAIN_NUL_TERMINATED),
                period,
                attain_dataset_find(made->data, ATTAIN_DATASET_VARIABLES,
                                    variable, ATTAIN_NUL_TERMINATED),
                ATTAIN_GROUP_NONE, number, NULL),
            ATTAIN_OK);
        text += length;
        text += strspn(text, ", ");
    }
    return out;
}

static attain_status try_whatif(const judge *made, const char *text,
                                const attain_evaluate_options *options,
                                attain_whatif **out, attain_error *err) {
    attain_changes *changes = changes_of(made, text);
    attain_observations view;
    attain_observations_init(&view);
    assert_int_equal(attain_changes_view(changes, &view, NULL), ATTAIN_OK);
    attain_status status =
        attain_whatif_create(made->plan, made->data, &view, options, out, err);
    attain_changes_destroy(changes);
    return status;
}

static attain_whatif *whatif(const judge *made, const char *text) {
    attain_whatif *out = NULL;
    attain_error err;
    if (try_whatif(made, text, NULL, &out, &err) != ATTAIN_OK)
        fail_msg("%s", err.message);
    return out;
}

static attain_answer *turns(const judge *made, const attain_whatif *after) {
    attain_answer *out = NULL;
    assert_int_equal(attain_compare(made->ev, attain_whatif_evaluation(after),
                                    NULL, &out, NULL),
                     ATTAIN_OK);
    return out;
}

static void whatif_says_which_verdicts_turn(void **state) {
    judge made = two_schools();
    attain_whatif *after = whatif(&made, "a 2025 t 40, b 2025 r 2");
    attain_answer *answer = turns(&made, after);
    (void)state;
    assert_pair(&made, answer, "t", "a",
                "turn=1 verdict_before=2 verdict_after=1 value_before=3 "
                "value_after=4 score_before=75 score_after=100");
    assert_pair(&made, answer, "t", "b", "turn=0 value_after=5");
    assert_pair(&made, answer, "u", "b",
                "turn=3 verdict_before=3 verdict_after=2 value_before=-");
    assert_pair(&made, answer, "s", "a", "turn=1");
    assert_pair(&made, answer, "s", "b", "turn=3");
    assert_pair(&made, answer, "g", "c", "verdict_before=2 verdict_after=2");
    attain_answer_destroy(answer);
    attain_whatif_destroy(after);
    judge_end(&made);
}

static void whatif_takes_values_away(void **state) {
    judge made = two_schools();
    attain_whatif *after = whatif(&made, "b 2025 t -, a 2025 r 1");
    attain_answer *answer = turns(&made, after);
    (void)state;
    assert_pair(&made, answer, "t", "b", "turn=4 verdict_after=3");
    assert_pair(&made, answer, "u", "a", "turn=2 verdict_after=2");
    attain_answer_destroy(answer);
    attain_whatif_destroy(after);
    judge_end(&made);
}

static double cell(const attain_dataset *data, const char *unit,
                   const char *variable, int32_t period) {
    attain_observation out;
    attain_observation_init(&out);
    assert_int_equal(attain_dataset_get_observation(
                         data,
                         attain_dataset_find(data, ATTAIN_DATASET_UNITS, unit,
                                             ATTAIN_NUL_TERMINATED),
                         attain_dataset_find(data, ATTAIN_DATASET_VARIABLES,
                                             variable, ATTAIN_NUL_TERMINATED),
                         period, ATTAIN_GROUP_NONE, &out, NULL),
                     ATTAIN_OK);
    return out.value;
}

/* Columns without a change are the very same memory; the others are copied. */
static void whatif_leaves_the_dataset_alone(void **state) {
    judge made = two_schools();
    int32_t t = attain_dataset_find(made.data, ATTAIN_DATASET_VARIABLES, "t",
                                    ATTAIN_NUL_TERMINATED);
    int32_t n = attain_dataset_find(made.data, ATTAIN_DATASET_VARIABLES, "n",
                                    ATTAIN_NUL_TERMINATED);
    attain_whatif *after = whatif(&made, "a 2025 t 40, b 2024 t 7, a 2024 n 5");
    const attain_dataset *data = attain_whatif_data(after);
    (void)state;
    assert_ptr_equal(attain_dataset_column_view(data, n, 2025, -1, NULL),
                     attain_dataset_column_view(made.data, n, 2025, -1, NULL));
    assert_ptr_not_equal(
        attain_dataset_column_view(data, t, 2025, -1, NULL),
        attain_dataset_column_view(made.data, t, 2025, -1, NULL));
    assert_same(cell(made.data, "a", "t", 2025), 30);
    assert_same(cell(data, "a", "t", 2025), 40);
    assert_same(cell(data, "b", "t", 2025), 50);
    assert_true(isnan(cell(made.data, "b", "t", 2024)));
    assert_same(cell(data, "b", "t", 2024), 7);
    assert_same(cell(data, "b", "n", 2024), 900);
    assert_same(cell(data, "a", "n", 2024), 5);
    assert_null(attain_dataset_column_view(made.data, t, 2024, -1, NULL));
    attain_whatif_destroy(after);
    assert_same(cell(made.data, "a", "t", 2025), 30);
    judge_end(&made);
}

/* It explains itself, and can be asked and changed again. */
static void whatif_is_a_dataset_like_others(void **state) {
    judge made = two_schools();
    attain_whatif *after = whatif(&made, "a 2025 t 39");
    const attain_dataset *data = attain_whatif_data(after);
    const attain_evaluation *ev = attain_whatif_evaluation(after);
    judge now = {made.plan, (attain_dataset *)(uintptr_t)data,
                 (attain_evaluation *)(uintptr_t)ev};
    char text[4096];
    size_t count = 0;
    (void)state;
    attain_answer *answer = ask(&now, attain_find_gaps, NULL);
    assert_item(&now, answer, "t", "a", "value=3.9 whole=1");
    attain_answer_destroy(answer);
    assert_int_equal(
        attain_evaluation_explain(ev, made.plan, data, judge_node(&now, "t"),
                                  judge_unit(&now, "a"), ATTAIN_LANGUAGE_EN,
                                  text, sizeof text, &count, NULL),
        ATTAIN_OK);
    assert_contains(text, "39");
    attain_whatif *again = whatif(&now, "a 2025 t 40");
    assert_same(cell(attain_whatif_data(again), "a", "t", 2025), 40);
    assert_same(cell(data, "a", "t", 2025), 39);
    attain_whatif_destroy(again);
    /* The evaluation before is not of this dataset. */
    assert_int_equal(
        attain_find_gaps(made.ev, made.plan, data, NULL, &answer, NULL),
        ATTAIN_ERR_MISMATCH);
    attain_whatif_destroy(after);
    judge_end(&made);
}

/* The changes of an answer are what it needs: every gap is closed. */
static void whatif_takes_the_changes_of_an_answer(void **state) {
    judge made = two_schools();
    attain_answer_options options = ask_about(&made, "t");
    attain_answer *answer = ask(&made, attain_find_mends, &options);
    attain_observations changes;
    attain_whatif *after = NULL;
    (void)state;
    attain_observations_init(&changes);
    assert_int_equal(attain_answer_changes(answer, &changes, NULL), ATTAIN_OK);
    assert_int_equal(changes.count, 1);
    assert_same(changes.values[0], 40);
    assert_int_equal(attain_whatif_create(made.plan, made.data, &changes, NULL,
                                          &after, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_evaluation_codes(attain_whatif_evaluation(after),
                                             ATTAIN_MEASURE_VERDICT,
                                             judge_node(&made, "t"),
                                             NULL)[judge_row(&made, "t", "a")],
                     ATTAIN_VERDICT_MET);
    changes.struct_size = 3;
    assert_int_equal(attain_answer_changes(answer, &changes, NULL),
                     ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_answer_changes(NULL, &changes, NULL),
                     ATTAIN_ERR_ARGUMENT);
    attain_whatif_destroy(after);
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* --- Errors ------------------------------------------------------------- */

static void assert_whatif_fails(const judge *made, const char *text,
                                attain_status wanted, int64_t row) {
    attain_whatif *out = NULL;
    attain_error err;
    assert_int_equal(try_whatif(made, text, NULL, &out, &err), wanted);
    assert_int_equal(err.code, wanted);
    assert_int_equal(err.row, row);
    assert_null(out);
}

static void whatif_refuses_what_a_dataset_refuses(void **state) {
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value\nat_least,1\n",
                       .variables = "id,max\nx,9\ny,\nz,\n",
                       .observations = "unit,period,variable,value,group\n"
                                       "c,2025,x,1,\nc,2025,z,1,p\n"});
    (void)state;
    assert_whatif_fails(&made, "c 2025 x 2, c 2025 x 3", ATTAIN_ERR_DUPLICATE,
                        1);
    assert_whatif_fails(&made, "c 2025 y 2, c 2025 x 10", ATTAIN_ERR_VALUE, 1);
    assert_whatif_fails(&made, "c 202513 y 2", ATTAIN_ERR_PERIOD, 0);
    /* z has been rated by a group. */
    attain_whatif *out = NULL;
    assert_int_equal(try_whatif(&made, "c 2025 z 2", NULL, &out, NULL),
                     ATTAIN_ERR_VALUE);
    judge_end(&made);
}

static void whatif_checks_its_arguments(void **state) {
    judge made = two_schools();
    int32_t unit = 7, period = 2025, variable = 0, group = 5, status = 0;
    double value = 1;
    attain_observations changes;
    attain_evaluate_options options;
    attain_whatif *out = NULL;
    (void)state;
    attain_observations_init(&changes);
    attain_evaluate_options_init(&options);
#define TRY(data, options)                                                     \
    attain_whatif_create(made.plan, data, &changes, options, &out, NULL)
    assert_int_equal(TRY(NULL, NULL), ATTAIN_ERR_ARGUMENT);
    attain_error err;
    assert_int_equal(
        attain_whatif_create(NULL, made.data, &changes, NULL, &out, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "plan");
    assert_int_equal(
        attain_whatif_create(made.plan, made.data, NULL, NULL, &out, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "changes");
    assert_int_equal(
        attain_whatif_create(made.plan, made.data, &changes, NULL, NULL, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "out");
    changes.count = 1;
    assert_int_equal(TRY(made.data, NULL), ATTAIN_ERR_ARGUMENT);
    changes.units = &unit;
    changes.periods = &period;
    changes.variables = &variable;
    changes.values = &value;
    assert_int_equal(TRY(made.data, NULL), ATTAIN_ERR_ARGUMENT);
    unit = 1;
    variable = 9;
    assert_int_equal(TRY(made.data, NULL), ATTAIN_ERR_ARGUMENT);
    variable = 0;
    changes.groups = &group;
    assert_int_equal(TRY(made.data, NULL), ATTAIN_ERR_ARGUMENT);
    group = ATTAIN_GROUP_NONE;
    changes.statuses = &status;
    assert_int_equal(TRY(made.data, NULL), ATTAIN_ERR_ARGUMENT);
    changes.statuses = NULL;
    options.struct_size = 3;
    assert_int_equal(TRY(made.data, &options), ATTAIN_ERR_STRUCT);
    attain_evaluate_options_init(&options);
    attain_allocator none = {NULL, NULL, NULL, NULL};
    options.allocator = &none;
    assert_int_equal(TRY(made.data, &options), ATTAIN_ERR_ARGUMENT);
    changes.struct_size = 1;
    assert_int_equal(TRY(made.data, NULL), ATTAIN_ERR_STRUCT);
    assert_null(out);
    attain_whatif_destroy(NULL);
    assert_null(attain_whatif_data(NULL));
    assert_null(attain_whatif_evaluation(NULL));
    judge_end(&made);
}

static void changes_check_their_arguments(void **state) {
    attain_changes *changes = NULL;
    attain_observations view;
    attain_allocator none = {NULL, NULL, NULL, NULL};
    (void)state;
    assert_int_equal(attain_changes_create(NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_changes_create(&none, &changes, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_changes_create(NULL, &changes, NULL), ATTAIN_OK);
    assert_int_equal(attain_changes_add(NULL, 0, 2025, 0, -1, 1, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_changes_add(changes, -1, 2025, 0, -1, 1, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_changes_add(changes, 0, 2025, -1, -1, 1, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_changes_add(changes, 0, 2025, 0, -2, 1, NULL),
                     ATTAIN_ERR_ARGUMENT);
    attain_observations_init(&view);
    assert_int_equal(attain_changes_view(changes, &view, NULL), ATTAIN_OK);
    assert_int_equal(view.count, 0);
    assert_int_equal(attain_changes_view(NULL, &view, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_changes_view(changes, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    attain_changes_destroy(changes);
    attain_changes_destroy(NULL);
}

/* --- Comparing ---------------------------------------------------------- */

/* Of two years: a school that opens and one that closes. */
static void compare_lists_rows_of_either(void **state) {
    judge made = judge_read((judge_tables){
        .goals = "id,name,parent,level\ng,G,,\ns,S,g,school\n",
        .targets = "id,goal,metric,name,comparator,value\n"
                   "t,s,m,T,at_least,1\n",
        .units = "id,name,level,parent,opened,closed\nc,C,county,,,\n"
                 "a,A,school,c,,2025\nb,B,school,c,2025,\n",
        .observations = "unit,period,x\na,2024,1\nb,2025,1\n"});
    attain_evaluate_options options;
    attain_evaluation *old = NULL;
    attain_answer *answer = NULL;
    attain_answer_options about;
    (void)state;
    attain_evaluate_options_init(&options);
    options.as_of = 2024;
    options.measures = 0;
    assert_int_equal(
        attain_evaluate(made.plan, made.data, &options, &old, NULL), ATTAIN_OK);
    options.as_of = 2025;
    assert_int_equal(
        attain_evaluate(made.plan, made.data, &options, &made.ev, NULL),
        ATTAIN_OK);
    assert_int_equal(attain_compare(old, made.ev, NULL, &answer, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_answer_question(answer), ATTAIN_QUESTION_CHANGES);
    assert_pair(&made, answer, "t", "a",
                "turn=6 verdict_before=1 verdict_after=- score_after=-");
    assert_pair(&made, answer, "t", "b", "turn=5 verdict_before=-");
    assert_pair(&made, answer, "s", "c", "turn=0 value_before=-");
    attain_answer_destroy(answer);
    about = ask_about(&made, "s");
    assert_int_equal(attain_compare(old, made.ev, &about, &answer, NULL),
                     ATTAIN_OK);
    assert_int_equal(ask_row(&made, answer, ATTAIN_ANSWER_PAIR, "g", "c"), -1);
    assert_int_equal(attain_answer_row_count(answer), 5);
    attain_answer_destroy(answer);
    attain_evaluation_destroy(old);
    judge_end(&made);
}

static void compare_needs_one_plan_and_the_same_units(void **state) {
    judge made = two_schools();
    judge other = judge_begin((judge_tables){
        .target = "comparator,value\nat_least,1\n", .x = "2025 1"});
    judge units = judge_begin(
        (judge_tables){.target = "comparator,value\nat_least,1\n",
                       .units = "id,name,level\nd,C,county\n",
                       .observations = "unit,period,x\nd,2025,1\n"});
    attain_answer *out = NULL;
    attain_answer_options bad;
    (void)state;
    assert_int_equal(attain_compare(made.ev, other.ev, NULL, &out, NULL),
                     ATTAIN_ERR_MISMATCH);
    assert_int_equal(attain_compare(units.ev, other.ev, NULL, &out, NULL),
                     ATTAIN_ERR_MISMATCH);
    assert_int_equal(attain_compare(NULL, other.ev, NULL, &out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    attain_answer_options_init(&bad);
    bad.node = 50;
    assert_int_equal(attain_compare(made.ev, made.ev, &bad, &out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    bad.node = -2;
    assert_int_equal(attain_compare(made.ev, made.ev, &bad, &out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    attain_error err;
    assert_int_equal(attain_compare(made.ev, NULL, NULL, &out, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "after");
    assert_int_equal(attain_compare(made.ev, made.ev, NULL, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "out");
    bad.struct_size = 0;
    assert_int_equal(attain_compare(made.ev, made.ev, &bad, &out, NULL),
                     ATTAIN_ERR_STRUCT);
    judge_end(&made);
    judge_end(&other);
    judge_end(&units);
}

/* --- Memory ------------------------------------------------------------- */

static void whatif_without_memory(void **state) {
    judge made = two_schools();
    support_memory memory;
    attain_evaluate_options options;
    attain_status status = ATTAIN_ERR_MEMORY;
    size_t k = 0;
    (void)state;
    support_memory_init(&memory);
    attain_evaluate_options_init(&options);
    options.allocator = &memory.allocator;
    while (status != ATTAIN_OK) {
        attain_whatif *out = NULL;
        support_memory_fail(&memory, ++k, 0);
        status = try_whatif(&made, "a 2025 t 40, b 2024 t 7, a 2024 n 1",
                            &options, &out, NULL);
        assert_true(status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY);
        attain_whatif_destroy(out);
        assert_no_leak(&memory);
    }
    assert_true(k > 30);
    judge_end(&made);
}

static attain_status compare_itself(const attain_evaluation *ev,
                                    const attain_plan *plan,
                                    const attain_dataset *data,
                                    const attain_answer_options *options,
                                    attain_answer **out, attain_error *err) {
    (void)plan;
    (void)data;
    return attain_compare(ev, ev, options, out, err);
}

static void compare_without_memory(void **state) {
    judge made = two_schools();
    attain_answer_options options;
    (void)state;
    attain_answer_options_init(&options);
    ask_without_memory(&made, compare_itself, options, 2);
    judge_end(&made);
}

static void changes_without_memory(void **state) {
    support_memory memory;
    attain_changes *changes = NULL;
    (void)state;
    support_memory_init(&memory);
    support_memory_fail(&memory, 1, 0);
    assert_int_equal(attain_changes_create(&memory.allocator, &changes, NULL),
                     ATTAIN_ERR_MEMORY);
    support_memory_fail(&memory, 0, 0);
    assert_int_equal(attain_changes_create(&memory.allocator, &changes, NULL),
                     ATTAIN_OK);
    for (size_t k = 1; k <= 5; k++) {
        support_memory_fail(&memory, 1, 0);
        assert_int_equal(attain_changes_add(changes, 0, 2025, 0, -1, 1, NULL),
                         ATTAIN_ERR_MEMORY);
        support_memory_fail(&memory, 2, 0);
        attain_changes_add(changes, 0, 2025, 0, -1, 1, NULL);
    }
    attain_changes_destroy(changes);
    assert_no_leak(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatif_says_which_verdicts_turn),
        cmocka_unit_test(whatif_takes_values_away),
        cmocka_unit_test(whatif_leaves_the_dataset_alone),
        cmocka_unit_test(whatif_is_a_dataset_like_others),
        cmocka_unit_test(whatif_takes_the_changes_of_an_answer),
        cmocka_unit_test(whatif_refuses_what_a_dataset_refuses),
        cmocka_unit_test(whatif_checks_its_arguments),
        cmocka_unit_test(changes_check_their_arguments),
        cmocka_unit_test(compare_lists_rows_of_either),
        cmocka_unit_test(compare_needs_one_plan_and_the_same_units),
        cmocka_unit_test(whatif_without_memory),
        cmocka_unit_test(compare_without_memory),
        cmocka_unit_test(changes_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
