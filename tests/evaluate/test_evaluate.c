/* Evaluating: options, defaults, and every way in which it is refused. */
#include "evaluate/judge.h"

static const char at_least[] = "comparator,value\nat_least,10\n";

static judge sample(void) {
    return judge_read(
        (judge_tables){.target = at_least, .x = "2021 5, 2022 10, 2023 20"});
}

static attain_status judge_with(judge *made,
                                const attain_evaluate_options *options,
                                attain_error *err) {
    attain_evaluation_destroy(made->ev);
    made->ev = NULL;
    return attain_evaluate(made->plan, made->data, options, &made->ev, err);
}

/* --- Options ------------------------------------------------------------ */

static void options_init_sets_the_defaults(void **state) {
    attain_evaluate_options options;
    (void)state;
    memset(&options, 0x5a, sizeof options);
    attain_evaluate_options_init(&options);
    assert_int_equal(options.struct_size, sizeof options);
    assert_null(options.allocator);
    assert_true(options.measures == ATTAIN_MEASURES_ALL);
    assert_same(options.on_track, 0.95);
    assert_same(options.slow, 0.60);
    assert_int_equal(options.as_of, ATTAIN_PERIOD_NONE);
    assert_true(options.threads == 0 || options.threads == 1);
    attain_evaluate_options_init(NULL);
}

static void evaluate_refuses_null(void **state) {
    judge made = sample();
    attain_evaluation *out = NULL;
    attain_error err;
    (void)state;
    assert_int_equal(attain_evaluate(NULL, made.data, NULL, &out, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(err.code, ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "plan");
    assert_int_equal(attain_evaluate(made.plan, NULL, NULL, &out, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "data");
    assert_int_equal(attain_evaluate(made.plan, made.data, NULL, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluate(NULL, made.data, NULL, &out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_null(out);
    attain_evaluation_destroy(NULL);
    judge_end(&made);
}

static void options_with_a_wrong_size_are_refused(void **state) {
    judge made = sample();
    attain_evaluate_options options;
    (void)state;
    attain_evaluate_options_init(&options);
    options.struct_size = 8;
    assert_int_equal(judge_with(&made, &options, NULL), ATTAIN_ERR_STRUCT);
    options.struct_size = sizeof options + 8;
    assert_int_equal(judge_with(&made, &options, NULL), ATTAIN_ERR_STRUCT);
    options.struct_size = 0;
    assert_int_equal(judge_with(&made, &options, NULL), ATTAIN_ERR_STRUCT);
    assert_null(made.ev);
    judge_end(&made);
}

#define assert_refused(made, options, field_text)                              \
    do {                                                                       \
        attain_error err_;                                                     \
        assert_int_equal(judge_with(made, options, &err_),                     \
                         ATTAIN_ERR_ARGUMENT);                                 \
        assert_string_equal(err_.field, field_text);                           \
        assert_null((made)->ev);                                               \
    } while (0)

static void options_out_of_range_are_refused(void **state) {
    judge made = sample();
    attain_evaluate_options options;
    (void)state;
    attain_evaluate_options_init(&options);
    options.measures = (uint64_t)1 << (ATTAIN_MEASURE_METHOD_REASON + 1);
    assert_refused(&made, &options, "measures");
    attain_evaluate_options_init(&options);
    options.slow = 0.96;
    assert_refused(&made, &options, "slow");
    options.slow = (double)NAN;
    assert_refused(&made, &options, "slow");
    attain_evaluate_options_init(&options);
    options.on_track = (double)NAN;
    assert_refused(&made, &options, "slow");
    options.on_track = (double)INFINITY;
    assert_refused(&made, &options, "slow");
    attain_evaluate_options_init(&options);
    options.slow = (double)-INFINITY;
    assert_refused(&made, &options, "slow");
    attain_evaluate_options_init(&options);
    options.threads = -1;
    assert_refused(&made, &options, "threads");
    options.threads = 1025;
    assert_refused(&made, &options, "threads");
    judge_end(&made);
}

static void options_with_half_an_allocator_are_refused(void **state) {
    judge made = sample();
    support_memory memory;
    attain_evaluate_options options;
    (void)state;
    support_memory_init(&memory);
    attain_evaluate_options_init(&options);
    memory.allocator.reallocate = NULL;
    options.allocator = &memory.allocator;
    assert_refused(&made, &options, "allocator");
    judge_end(&made);
}

/* The allocator is used for all of it, and given everything back. */
static void options_allocator_is_used(void **state) {
    judge made = sample();
    support_memory memory;
    attain_evaluate_options options;
    (void)state;
    support_memory_init(&memory);
    attain_evaluate_options_init(&options);
    options.allocator = &memory.allocator;
    assert_int_equal(judge_with(&made, &options, NULL), ATTAIN_OK);
    assert_true(memory.live_blocks > 0);
    judge_end(&made);
    assert_no_leak(&memory);
}

/* Measures that are not kept read NaN, the others are the same. */
static void measures_not_kept_read_nan(void **state) {
    judge made = sample();
    judge all = sample();
    attain_evaluate_options options;
    (void)state;
    assert_int_equal(judge_with(&all, NULL, NULL), ATTAIN_OK);
    for (int32_t kept = 0; kept <= ATTAIN_MEASURE_MEAN_CHANGE; kept++) {
        attain_evaluate_options_init(&options);
        options.measures = (uint64_t)1 << kept;
        assert_int_equal(judge_with(&made, &options, NULL), ATTAIN_OK);
        for (int32_t m = 0; m <= ATTAIN_MEASURE_MEAN_CHANGE; m++) {
            for (int node = 0; node < 2; node++) {
                const char *id = node == 0 ? "g" : "t";
                double value = judge_value(&made, id, "c", m);
                assert_same(value, m == kept ? judge_value(&all, id, "c", m)
                                             : (double)NAN);
                assert_true(
                    m == kept ||
                    (attain_evaluation_view(made.ev, m, judge_node(&made, id),
                                            NULL) == NULL &&
                     attain_evaluation_codes(made.ev, m, judge_node(&made, id),
                                             NULL) == NULL));
            }
        }
    }
    options.measures = 0;
    assert_int_equal(judge_with(&made, &options, NULL), ATTAIN_OK);
    assert_int_equal(attain_evaluation_node_count(made.ev), 2);
    judge_end(&made);
    judge_end(&all);
}

/* --- As of (A18) -------------------------------------------------------- */

static int32_t as_of(const judge *made) {
    attain_evaluation_info info;
    attain_evaluation_info_init(&info);
    assert_int_equal(attain_evaluation_get_info(made->ev, &info, NULL),
                     ATTAIN_OK);
    return info.as_of;
}

/* The last period of the plan or of the data, whichever is earlier. */
static void as_of_by_default(void **state) {
    static const char *const x[] = {"2021 5, 2022 10, 2023 20", "2025 1",
                                    "2024 1, 2030 1", "2010 1"};
    static const int32_t expected[] = {2023, 2025, 2025, 2021};
    (void)state;
    for (int i = 0; i < 4; i++) {
        judge made = judge_begin((judge_tables){.target = at_least, .x = x[i]});
        assert_int_equal(as_of(&made), expected[i]);
        judge_end(&made);
    }
    judge made = judge_begin(
        (judge_tables){.target = at_least, .observations = "unit,period,x\n"});
    assert_int_equal(as_of(&made), 2025);
    assert_row(&made, "t", "c", "verdict=unknown");
    judge_end(&made);
}

/* After the last: j = d. */
static void as_of_after_the_last_period(void **state) {
    (void)state;
    assert_judged(at_least, "2025 12, 2027 1", "2027",
                  "verdict=met value==12 status=achieved");
    assert_judged("comparator,value,due\nat_least,10,2030\n", "2025 12, 2027 1",
                  "2027", "verdict=not_met value==1");
}

static void as_of_before_the_first_period_is_refused(void **state) {
    judge made = sample();
    attain_evaluate_options options;
    attain_error err;
    (void)state;
    attain_evaluate_options_init(&options);
    options.as_of = 2020;
    assert_int_equal(judge_with(&made, &options, &err), ATTAIN_ERR_PERIOD);
    assert_contains(err.message, "2021");
    assert_null(made.ev);
    judge_end(&made);
}

static void as_of_of_another_frequency_is_refused(void **state) {
    judge made = sample();
    attain_evaluate_options options;
    attain_error err;
    (void)state;
    attain_evaluate_options_init(&options);
    options.as_of = judge_period("2023-Q1");
    assert_int_equal(judge_with(&made, &options, &err), ATTAIN_ERR_MISMATCH);
    options.as_of = 77777;
    assert_int_equal(judge_with(&made, &options, &err), ATTAIN_ERR_MISMATCH);
    judge_end(&made);
}

/* --- Plan and dataset that do not fit ----------------------------------- */

#define assert_mismatch(given, field_text, part)                               \
    do {                                                                       \
        attain_error err_;                                                     \
        judge made_ = judge_read(given);                                       \
        assert_int_equal(judge_with(&made_, NULL, &err_),                      \
                         ATTAIN_ERR_MISMATCH);                                 \
        assert_int_equal(err_.code, ATTAIN_ERR_MISMATCH);                      \
        assert_string_equal(err_.field, field_text);                           \
        assert_contains(err_.message, part);                                   \
        assert_null(made_.ev);                                                 \
        judge_end(&made_);                                                     \
    } while (0)

static void evaluate_refuses_another_frequency(void **state) {
    judge_tables given = {.target = at_least, .x = "2021-Q1 5"};
    (void)state;
    assert_mismatch(given, "period", "other periods");
}

static void evaluate_refuses_data_without_the_plans_level(void **state) {
    judge_tables given = {.target = at_least,
                          .units = "id,name,level\nc,C,province\n",
                          .x = "2021 5"};
    (void)state;
    assert_mismatch(given, "level", "'county'");
}

static void evaluate_refuses_levels_in_a_ring(void **state) {
    judge_tables given = {.target = at_least,
                          .units = "id,name,level,parent\nc,C,county,\n"
                                   "a,A,town,c\nb,B,village,a\n"
                                   "d,D,village,c\ne,E,town,d\n",
                          .x = "2021 5"};
    (void)state;
    assert_mismatch(given, "level", "'town'");
    assert_mismatch(given, "level", "'village'");
}

/* A3: names both. */
static void evaluate_refuses_a_child_coarser_than_its_goal(void **state) {
    static const char units[] = "id,name,level,parent\nc,C,county,\n"
                                "s,S,school,c\n";
    judge_tables target = {.goals = "id,name,parent,level\ng,G,,school\n",
                           .target = "comparator,value,level\n"
                                     "at_least,10,county\n",
                           .units = units,
                           .x = "2021 5"};
    judge_tables goal = {.goals = "id,name,parent,level\ng,G,,\n"
                                  "h,H,g,school\nk,K,h,county\n",
                         .targets = "id,goal,metric,name,comparator,value\n"
                                    "t,k,m,T,at_least,1\n",
                         .units = units,
                         .x = "2021 5"};
    judge_tables root = {.plan = "key,value\nid,p\nname,P\nfirst_period,2021\n"
                                 "last_period,2025\nlevel,school\n",
                         .goals = "id,name,parent,level\ng,G,,county\n",
                         .target = at_least,
                         .units = units,
                         .x = "2021 5"};
    (void)state;
    assert_mismatch(target, "level", "'t'");
    assert_mismatch(target, "level", "'g'");
    assert_mismatch(goal, "level", "'k'");
    assert_mismatch(root, "level", "'g'");
}

/* A47 */
static void evaluate_refuses_an_unlisted_group(void **state) {
    judge_tables given = {.target = at_least,
                          .groups = "id,name,weight\npupils,P,1\n",
                          .observations =
                              "unit,period,variable,value,group\n"
                              "c,2021,x,5,pupils\nc,2021,x,4,parents\n"};
    (void)state;
    assert_mismatch(given, "group", "'parents'");
}

/* What attain_plan_check() returns. */
static void evaluate_refuses_an_unfinished_plan(void **state) {
    judge made = sample();
    attain_plan_info info;
    attain_plan *plan = NULL;
    attain_evaluation *out = NULL;
    (void)state;
    attain_plan_info_init(&info);
    info.id = "p";
    info.name = "P";
    info.level = "county";
    info.first_period = 2021;
    info.last_period = 2025;
    assert_int_equal(attain_plan_create(NULL, &info, &plan, NULL), ATTAIN_OK);
    attain_status expected = attain_plan_check(plan, NULL);
    assert_int_not_equal(expected, ATTAIN_OK);
    assert_int_equal(attain_evaluate(plan, made.data, NULL, &out, NULL),
                     expected);
    assert_null(out);
    attain_plan_destroy(plan);
    judge_end(&made);
}

/* What attain_dataset_check() returns: a parent that is not there. */
static void evaluate_refuses_an_unfinished_dataset(void **state) {
    judge made = sample();
    attain_dataset *data = NULL;
    attain_evaluation *out = NULL;
    attain_unit unit;
    (void)state;
    assert_int_equal(attain_dataset_create(NULL, &data, NULL), ATTAIN_OK);
    attain_unit_init(&unit);
    unit.id = "c";
    unit.name = "C";
    unit.level = "county";
    unit.parent = "nowhere";
    assert_int_equal(attain_dataset_add_units(data, &unit, 1, NULL, NULL),
                     ATTAIN_OK);
    attain_status expected = attain_dataset_check(data, NULL);
    assert_int_not_equal(expected, ATTAIN_OK);
    assert_int_equal(attain_evaluate(made.plan, data, NULL, &out, NULL),
                     expected);
    assert_null(out);
    attain_dataset_destroy(data);
    judge_end(&made);
}

/* More levels than there are bits for. */
static void evaluate_refuses_too_many_levels(void **state) {
    judge made = sample();
    attain_error err;
    attain_status status = ATTAIN_OK;
    (void)state;
    for (int i = 0; i < 100 && status == ATTAIN_OK; i++) {
        char id[16];
        attain_unit unit;
        snprintf(id, sizeof id, "u%d", i);
        attain_unit_init(&unit);
        unit.id = unit.name = unit.level = id;
        assert_int_equal(
            attain_dataset_add_units(made.data, &unit, 1, NULL, NULL),
            ATTAIN_OK);
        status = judge_with(&made, NULL, &err);
    }
    assert_int_equal(status, ATTAIN_ERR_LIMIT);
    assert_string_equal(err.field, "level");
    assert_null(made.ev);
    judge_end(&made);
}

/* --- Lifetime ----------------------------------------------------------- */

static void evaluation_outlives_plan_and_dataset(void **state) {
    judge made = judge_begin(
        (judge_tables){.targets = "id,goal,metric,name,comparator,value,owner,"
                                  "source\nt,g,m,Name,at_least,10,Dept,"
                                  "clause 1\n",
                       .bands = "name,from\nfine,0\n",
                       .x = "2025 5"});
    attain_node node;
    attain_evaluation_unit unit;
    (void)state;
    attain_plan_destroy(made.plan);
    attain_dataset_destroy(made.data);
    made.plan = NULL;
    made.data = NULL;
    attain_node_init(&node);
    assert_int_equal(attain_evaluation_get_node(made.ev, 1, &node, NULL),
                     ATTAIN_OK);
    assert_string_equal(node.name, "Name");
    assert_string_equal(node.owner, "Dept");
    assert_string_equal(node.source, "clause 1");
    assert_string_equal(node.level, "county");
    attain_evaluation_unit_init(&unit);
    assert_int_equal(attain_evaluation_get_unit(made.ev, 0, &unit, NULL),
                     ATTAIN_OK);
    assert_string_equal(unit.name, "C");
    assert_row(&made, "t", "c", "value==5 attainment=0.5");
    assert_row(&made, "g", "c", "grade=fine");
    judge_end(&made);
}

/* Two evaluations of one plan and dataset know nothing of each other. */
static void evaluation_again_is_the_same(void **state) {
    judge made = sample();
    attain_evaluation *other = NULL;
    (void)state;
    assert_int_equal(judge_with(&made, NULL, NULL), ATTAIN_OK);
    assert_int_equal(attain_evaluate(made.plan, made.data, NULL, &other, NULL),
                     ATTAIN_OK);
    attain_evaluation_destroy(made.ev);
    made.ev = other;
    assert_row(&made, "t", "c", "verdict=met value==20");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_init_sets_the_defaults),
        cmocka_unit_test(evaluate_refuses_null),
        cmocka_unit_test(options_with_a_wrong_size_are_refused),
        cmocka_unit_test(options_out_of_range_are_refused),
        cmocka_unit_test(options_with_half_an_allocator_are_refused),
        cmocka_unit_test(options_allocator_is_used),
        cmocka_unit_test(measures_not_kept_read_nan),
        cmocka_unit_test(as_of_by_default),
        cmocka_unit_test(as_of_after_the_last_period),
        cmocka_unit_test(as_of_before_the_first_period_is_refused),
        cmocka_unit_test(as_of_of_another_frequency_is_refused),
        cmocka_unit_test(evaluate_refuses_another_frequency),
        cmocka_unit_test(evaluate_refuses_data_without_the_plans_level),
        cmocka_unit_test(evaluate_refuses_levels_in_a_ring),
        cmocka_unit_test(evaluate_refuses_a_child_coarser_than_its_goal),
        cmocka_unit_test(evaluate_refuses_an_unlisted_group),
        cmocka_unit_test(evaluate_refuses_an_unfinished_plan),
        cmocka_unit_test(evaluate_refuses_an_unfinished_dataset),
        cmocka_unit_test(evaluate_refuses_too_many_levels),
        cmocka_unit_test(evaluation_outlives_plan_and_dataset),
        cmocka_unit_test(evaluation_again_is_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
