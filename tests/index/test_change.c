/* Another choice, and the ranks it gives; doubt; what is refused; memory. */
#include <stdio.h>

#include "index/composite.h"

static const tables small = {
    .goals = "id,name,parent\nI,Index,\nA,First,I\nB,Second,I\n",
    .metrics = "id,name,numerator\nx,X,x\ny,Y,y\nz,Z,z\n",
    .targets = "id,goal,metric,name,comparator\n"
               "tx,A,x,X,none\nty,A,y,Y,none\ntz,B,z,Z,none\n",
    .index = "step,node,method,parameters\nnormalisation,,minmax,\n",
    .units = "id,name,level\na,A,county\nb,B,county\nc,C,county\n"
             "d,D,county\ne,E,county\n",
    .observations = "unit,period,x,y,z\na,2023,4,4,0\nb,2023,3,3,1\n"
                    "c,2023,2,2,2\nd,2023,0,0,5\ne,2023,,,\n"};

static attain_choice choice(int32_t step, const char *node, const char *method,
                            const char *parameters) {
    attain_choice out;
    attain_choice_init(&out);
    out.step = step;
    out.node = node;
    out.method = method;
    out.parameters = parameters;
    return out;
}

/* --- Comparison ----------------------------------------------------------- */

/* With all: a 0.5, b 0.475, c 0.45, d 0.5; without z: a, b, c, d. */
static void leaving_out_is_one_call(void **state) {
    made m = make(&small, 0);
    double before[5];
    double after[5];
    double shift[5];
    int32_t order[5];
    attain_index_comparison found;
    attain_choice out = choice(ATTAIN_STEP_OMISSION, "tz", NULL, NULL);
    (void)state;
    attain_index_comparison_init(&found);
    found.before = before;
    found.after = after;
    found.shift = shift;
    found.order = order;
    attain_error err = {0};
    if (attain_index_compare(m.index, &out, ATTAIN_PERIOD_NONE, &found, &err) !=
        ATTAIN_OK)
        fail_msg("%s: %s", err.field, err.message);
    static const double was[] = {1, 3, 4, 1};
    static const int32_t most[] = {3, 1, 2, 0, 4};
    for (int u = 0; u < 4; u++) {
        assert_same(before[u], was[u]);
        assert_same(after[u], u + 1);
        assert_same(shift[u], u + 1 - was[u]);
    }
    assert_true(isnan(before[4]) && isnan(after[4]) && isnan(shift[4]));
    assert_memory_equal(order, most, sizeof order);
    assert_int_equal(found.compared, 4);
    assert_int_equal(found.moved, 3);
    assert_same(found.mean_shift, 5.0 / 4);
    release(&m);
}

static void varied_index_keeps_its_numbers(void **state) {
    made m = make(&small, 0);
    attain_index *varied;
    attain_index *again;
    attain_index_node node;
    attain_choice out = choice(ATTAIN_STEP_OMISSION, "A", NULL, NULL);
    attain_choice mean =
        choice(ATTAIN_STEP_AGGREGATION, "", "power", " p = 2 ");
    (void)state;
    assert_int_equal(attain_index_vary(m.index, &out, &varied, NULL),
                     ATTAIN_OK);
    release(&m); /* what was varied stands alone */
    assert_int_equal(attain_index_node_count(varied), 6);
    attain_index_node_init(&node);
    attain_index_get_node(varied, node_of(varied, "tx"), &node, NULL);
    assert_int_equal(node.omitted, 1);
    assert_same(node.weight, 0);
    assert_column(varied, ATTAIN_INDEX_SCORE, "A", 2023, NAN, NAN, NAN, NAN);
    assert_column(varied, ATTAIN_INDEX_RANK, "tx", 2023, NAN, NAN, NAN, NAN);
    assert_column(varied, ATTAIN_INDEX_SCORE, "I", 2023, 0, 0.2, 0.4, 1);
    assert_int_equal(attain_index_method(varied, node_of(varied, "tx"),
                                         ATTAIN_STEP_NORMALISATION),
                     -1);
    assert_int_equal(attain_index_vary(varied, &mean, &again, NULL), ATTAIN_OK);
    attain_index_destroy(varied);
    assert_int_equal(attain_index_method(again, 0, ATTAIN_STEP_AGGREGATION),
                     ATTAIN_AGGREGATION_POWER);
    out.node = "B";
    attain_error err;
    assert_int_equal(attain_index_vary(again, &out, &varied, &err),
                     ATTAIN_ERR_MISSING);
    attain_index_destroy(again);
}

/* One choice takes the place of another. */
static void changed_choice_is_the_new_one(void **state) {
    made m = make(&small, 0);
    attain_index *varied;
    attain_choice ranked =
        choice(ATTAIN_STEP_NORMALISATION, NULL, "percentile_rank", "ties=1");
    (void)state;
    assert_int_equal(attain_index_vary(m.index, &ranked, &varied, NULL),
                     ATTAIN_OK);
    assert_column(varied, ATTAIN_INDEX_SCORE, "tz", 2023, 0, 1.0 / 3, 2.0 / 3,
                  1);
    attain_index_destroy(varied);
    release(&m);
}

/* --- Doubt ---------------------------------------------------------------- */

/* Without doubt all draws are the index itself; left out, the draws are those
 * of the indices without each. */
static void draws_are_the_index(void **state) {
    made m = make(&small, 0);
    double scores[15];
    double ranks[15];
    double itself[64];
    attain_doubt_options options;
    attain_doubt_result result;
    (void)state;
    attain_doubt_options_init(&options);
    attain_doubt_result_init(&result);
    result.scores = scores;
    result.ranks = ranks;
    assert_int_equal(
        attain_index_doubt(m.index, ATTAIN_PERIOD_NONE, NULL, &result, NULL),
        ATTAIN_OK);
    column(m.index, ATTAIN_INDEX_SCORE, "I", 2023, itself);
    for (int u = 0; u < 5; u++) {
        assert_close(scores[u], itself[u], 1e-15);
        assert_close(scores[10 + u], itself[u], 1e-15);
    }
    column(m.index, ATTAIN_INDEX_RANK, "I", 2023, itself);
    for (int u = 0; u < 5; u++)
        assert_same(ranks[5 + u], itself[u]);
    options.left_out = 1;
    assert_int_equal(attain_index_doubt(m.index, 2023, &options, &result, NULL),
                     ATTAIN_OK);
    /* a without x or y: as it is; without z: 1. */
    assert_same(scores[0], 0.5);
    assert_same(scores[10], 1);
    release(&m);
}

static void draws_do_not_depend_on_threads(void **state) {
    made m = make(&small, 0);
    double one[15];
    double four[15];
    const double errors[] = {9, 9, 0.1, 0.1, 9, 0.1};
    const double spreads[] = {9, 0.5, 0.5, 0.5, 0.5, 0.5};
    attain_doubt_options options;
    attain_doubt_result result;
    (void)state;
    attain_doubt_options_init(&options);
    attain_doubt_result_init(&result);
    options.errors = errors;
    options.spreads = spreads;
    result.scores = one;
    assert_int_equal(attain_index_doubt(m.index, 2023, &options, &result, NULL),
                     ATTAIN_OK);
    result.scores = four;
    options.threads = 4;
    assert_int_equal(attain_index_doubt(m.index, 2023, &options, &result, NULL),
                     ATTAIN_OK);
    for (int i = 0; i < 15; i++)
        assert_same(one[i], four[i]);
    assert_true(one[0] < one[5] && one[5] < one[10]);
    assert_true(fabs(one[5] - 0.5) < 0.05);
    release(&m);
}

static void doubt_bears_blanks_as_the_plan_says(void **state) {
    static const char *const ways[] = {"missing,zero\n", "missing,strict\n"};
    tables given = small;
    (void)state;
    given.observations = "unit,period,x,y,z\na,2023,4,,0\nb,2023,3,3,1\n"
                         "c,2023,2,2,2\nd,2023,0,0,5\n";
    for (int i = 0; i < 2; i++) {
        double scores[15];
        double itself[64];
        attain_doubt_result result;
        given.plan = ways[i];
        made m = make(&given, 0);
        attain_doubt_result_init(&result);
        result.scores = scores;
        assert_int_equal(attain_index_doubt(m.index, 2023, NULL, &result, NULL),
                         ATTAIN_OK);
        column(m.index, ATTAIN_INDEX_SCORE, "I", 2023, itself);
        for (int u = 0; u < 4; u++)
            assert_close(scores[5 + u], itself[u], 1e-15);
        release(&m);
    }
}

static const char *parameters_of(int32_t method) {
    return method == ATTAIN_AGGREGATION_GEOMETRIC  ? "shift=1"
           : method == ATTAIN_AGGREGATION_POWER    ? "p=2"
           : method == ATTAIN_AGGREGATION_LARGEST  ? "j=1"
           : method == ATTAIN_AGGREGATION_SMALLEST ? "j=1"
                                                   : NULL;
}

/* Whatever the goals aggregate by: without doubt, draws are the index itself,
 * and a bound is reached from the good side. */
static void doubt_draws_by_every_method(void **state) {
    size_t count = attain_method_count(ATTAIN_METHOD_AGGREGATION);
    made m = make(&small, 0);
    (void)state;
    for (int32_t method = 0; method < (int32_t)count; method++) {
        double scores[15];
        double ranks[15];
        double above[5];
        double itself[64];
        double places[64];
        attain_index *varied;
        attain_method row;
        attain_index_node root;
        attain_doubt_options options;
        attain_doubt_result result;
        attain_method_init(&row);
        attain_index_node_init(&root);
        attain_doubt_options_init(&options);
        attain_doubt_result_init(&result);
        attain_method_get(ATTAIN_METHOD_AGGREGATION, method, &row, NULL);
        attain_choice to = choice(ATTAIN_STEP_AGGREGATION, NULL, row.name,
                                  parameters_of(method));
        assert_int_equal(attain_index_vary(m.index, &to, &varied, NULL),
                         ATTAIN_OK);
        column(varied, ATTAIN_INDEX_SCORE, "I", 2023, itself);
        column(varied, ATTAIN_INDEX_RANK, "I", 2023, places);
        attain_index_get_node(varied, 0, &root, NULL);
        options.bounds = &itself[1];
        options.bound_count = 1;
        result.scores = scores;
        result.ranks = ranks;
        result.above = above;
        assert_int_equal(
            attain_index_doubt(varied, 2023, &options, &result, NULL),
            ATTAIN_OK);
        for (int u = 0; u < 5; u++) {
            assert_close(scores[u], itself[u], 1e-15);
            assert_same(ranks[5 + u], places[u]);
            if (!isnan(itself[u]))
                assert_same(above[u], root.low_is_good
                                          ? itself[u] <= itself[1]
                                          : itself[u] >= itself[1]);
        }
        attain_index_destroy(varied);
    }
    release(&m);
}

/* COINr: a purse that was imputed over time or normalised over all periods
 * "cannot be regenerated", and so has no sensitivity analysis. */
static void coinr_panel_index_can_be_varied_and_drawn(void **state) {
    tables given = small;
    double scores[15];
    double itself[64];
    double after[5];
    attain_index_comparison found;
    attain_doubt_result result;
    attain_doubt_options options;
    attain_choice out = choice(ATTAIN_STEP_OMISSION, "tz", NULL, NULL);
    (void)state;
    given.index = "step,node,method,parameters\nnormalisation,,minmax,\n"
                  "imputation,,linear,\n";
    given.observations = "unit,period,x,y,z\na,2021,1,3,0\na,2023,5,7,2\n"
                         "b,2021,2,2,4\nb,2022,4,4,6\nb,2023,1,1,8\n";
    made m = make(&given, 2021);
    /* a in 2022 lies between: 3, 5, 1 of ranges 1 … 5, 1 … 7, 0 … 8. */
    assert_column(m.index, ATTAIN_INDEX_SCORE, "I", 2022,
                  ((0.5 + 4 / 6.0) / 2 + 1 / 8.0) / 2);
    attain_index_comparison_init(&found);
    found.after = after;
    assert_int_equal(attain_index_compare(m.index, &out, 2022, &found, NULL),
                     ATTAIN_OK);
    assert_int_equal(found.compared, 2);
    assert_same(after[0], 2);
    assert_same(after[1], 1);
    attain_doubt_options_init(&options);
    attain_doubt_result_init(&result);
    options.spread = 0.25;
    result.scores = scores;
    column(m.index, ATTAIN_INDEX_SCORE, "I", 2022, itself);
    assert_int_equal(attain_index_doubt(m.index, 2022, &options, &result, NULL),
                     ATTAIN_OK);
    for (int u = 0; u < 2; u++)
        assert_true(scores[u] < itself[u] && itself[u] < scores[10 + u]);
    release(&m);
}

static void doubt_refuses_what_it_cannot_draw(void **state) {
    made m = make(&small, 0);
    double scores[15];
    attain_doubt_options options;
    attain_doubt_result result;
    attain_error err;
    (void)state;
    attain_doubt_result_init(&result);
    result.scores = scores;
    attain_index *varied;
    attain_choice to =
        choice(ATTAIN_STEP_WEIGHTING, "A", "first_component", NULL);
    assert_int_equal(attain_index_vary(m.index, &to, &varied, NULL), ATTAIN_OK);
    assert_int_equal(attain_index_doubt(varied, 2023, NULL, &result, &err),
                     ATTAIN_OK);
    attain_index_destroy(varied);
    assert_int_equal(attain_index_doubt(NULL, 2023, NULL, &result, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_index_doubt(m.index, 2023, NULL, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_index_doubt(m.index, 2020, NULL, &result, &err),
                     ATTAIN_ERR_PERIOD);
    attain_doubt_options_init(&options);
    options.struct_size = 1;
    assert_int_equal(attain_index_doubt(m.index, 2023, &options, &result, &err),
                     ATTAIN_ERR_STRUCT);
    release(&m);
}

/* --- What is refused ------------------------------------------------------ */

static void tables_tell_what_is_wrong(void **state) {
    static const struct {
        const char *rows;
        int32_t code;
        const char *part;
    } cases[] = {
        {"normalisation,,minmaxx,", ATTAIN_ERR_UNKNOWN, "\"minmax\""},
        {"normalisation,,minmax,lo=1", ATTAIN_ERR_UNKNOWN, "no such parameter"},
        {"normalisation,,minmax,low", ATTAIN_ERR_TEXT, "name=number"},
        {"normalisation,,minmax,low=x", ATTAIN_ERR_TEXT, "name=number"},
        {"normalisation,,minmax,low=1;low=2", ATTAIN_ERR_DUPLICATE, "already"},
        {"normalisation,,rank,ties=2", ATTAIN_ERR_VALUE, "out of its range"},
        {"normalisation,,goalposts,low=1", ATTAIN_ERR_MISSING, "high"},
        {"normalisation,,,low=1", ATTAIN_ERR_VALUE, "name it"},
        {"omission,tx,minmax,", ATTAIN_ERR_VALUE, "no method"},
        {"omission,,,", ATTAIN_ERR_VALUE, "needs the goal"},
        {"screening,A,known,", ATTAIN_ERR_VALUE, "whole index"},
        {"weighting,tx,equal,", ATTAIN_ERR_VALUE, "no children"},
        {"weighting,,ahp_eigenvector,", ATTAIN_ERR_VALUE, "people said"},
        {"normalisation,nobody,minmax,", ATTAIN_ERR_UNKNOWN, "nobody"},
        {",,minmax,", ATTAIN_ERR_MISSING, "no step"},
        {"treatment,,log,\ntreatment,,log,", ATTAIN_ERR_DUPLICATE, "already"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        tables given = small;
        made m = {NULL, NULL, NULL};
        attain_error err = {0};
        snprintf(text, sizeof text, "step,node,method,parameters\n%s\n",
                 cases[i].rows);
        given.index = text;
        assert_int_not_equal(read_tables(&given, &m, &err), ATTAIN_OK);
        assert_contains(err.message, cases[i].part);
    }
}

static attain_status create(const tables *given,
                            const attain_index_options *options,
                            attain_error *err) {
    made m = {NULL, NULL, NULL};
    assert_int_equal(read_tables(given, &m, err), ATTAIN_OK);
    attain_status status =
        attain_index_create(m.plan, m.data, options, &m.index, err);
    release(&m);
    return status;
}

static void making_tells_what_is_wrong(void **state) {
    tables given = small;
    attain_index_options options;
    attain_error err;
    (void)state;
    attain_index_options_init(&options);
    options.goal = "nobody";
    assert_int_equal(create(&given, &options, &err), ATTAIN_ERR_UNKNOWN);
    options.goal = "tx";
    assert_int_equal(create(&given, &options, &err), ATTAIN_ERR_UNKNOWN);
    options.goal = NULL;
    options.last_period = 2024;
    assert_int_equal(create(&given, &options, &err), ATTAIN_ERR_PERIOD);
    options.last_period = 2022;
    options.first_period = 2023;
    assert_int_equal(create(&given, &options, &err), ATTAIN_ERR_PERIOD);
    options.struct_size = 1;
    assert_int_equal(create(&given, &options, &err), ATTAIN_ERR_STRUCT);
    given.targets = "id,goal,metric,name,value\nt,A,x,X,1\n";
    assert_int_equal(create(&given, NULL, &err), ATTAIN_ERR_MISSING);
    given = small;
    given.goals = "id,name,parent,level\nI,Index,,nation\nA,First,I,county\n"
                  "B,Second,I,nation\n";
    given.units = "id,name,level,parent\nn,N,nation,\na,A,county,n\n";
    given.observations = "unit,period,x\na,2023,1\n";
    assert_int_equal(create(&given, NULL, &err), ATTAIN_ERR_MISMATCH);
    given = small;
    given.index = "step,node,method,parameters\nweighting,,merec,\n";
    assert_int_equal(create(&given, NULL, &err), ATTAIN_ERR_VALUE);
    assert_contains(err.message, "\"B\": ");
    assert_int_equal(attain_index_create(NULL, NULL, NULL, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
}

static void choices_tell_what_is_wrong(void **state) {
    made m = make(&small, 0);
    attain_index *varied = NULL;
    attain_error err;
    attain_choice to = choice(ATTAIN_STEP_OMISSION, "nobody", NULL, NULL);
    (void)state;
    assert_int_equal(attain_index_vary(m.index, &to, &varied, &err),
                     ATTAIN_ERR_UNKNOWN);
    to = choice(ATTAIN_STEP_AGGREGATION, "tx", "min", NULL);
    assert_int_equal(attain_index_vary(m.index, &to, &varied, &err),
                     ATTAIN_ERR_VALUE);
    to = choice(99, NULL, "min", NULL);
    assert_int_equal(attain_index_vary(m.index, &to, &varied, &err),
                     ATTAIN_ERR_ARGUMENT);
    to = choice(ATTAIN_STEP_AGGREGATION, NULL, "mine", NULL);
    assert_int_equal(attain_index_vary(m.index, &to, &varied, &err),
                     ATTAIN_ERR_UNKNOWN);
    to.struct_size = 1;
    assert_int_equal(attain_index_vary(m.index, &to, &varied, &err),
                     ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_index_vary(NULL, &to, &varied, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_index_vary(m.index, NULL, &varied, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_null(varied);
    release(&m);
}

static void getters_refuse_what_is_not_there(void **state) {
    made m = make(&small, 0);
    attain_index_node node;
    attain_index_comparison found;
    attain_error err;
    double out[5];
    size_t count = 0;
    (void)state;
    assert_int_equal(
        attain_index_column(m.index, 0, 0, 2023, NULL, 0, &count, &err), 0);
    assert_int_equal(count, 5);
    assert_int_equal(
        attain_index_column(m.index, 0, 0, 2023, out, 4, &count, &err),
        ATTAIN_ERR_SPACE);
    assert_int_equal(
        attain_index_column(m.index, 99, 0, 2023, out, 5, &count, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_index_column(m.index, 0, 6, 2023, out, 5, &count, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_index_column(m.index, 0, 0, 2022, out, 5, &count, &err),
        ATTAIN_ERR_PERIOD);
    assert_int_equal(
        attain_index_column(NULL, 0, 0, 2023, out, 5, &count, &err),
        ATTAIN_ERR_ARGUMENT);
    attain_index_node_init(&node);
    attain_index_node_init(NULL);
    attain_index_options_init(NULL);
    attain_index_comparison_init(NULL);
    attain_choice_init(NULL);
    assert_int_equal(attain_index_get_node(m.index, -1, &node, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_index_get_node(NULL, 0, &node, &err),
                     ATTAIN_ERR_ARGUMENT);
    node.struct_size = 1;
    assert_int_equal(attain_index_get_node(m.index, 0, &node, &err),
                     ATTAIN_ERR_STRUCT);
    attain_index_comparison_init(&found);
    attain_choice to = choice(ATTAIN_STEP_OMISSION, "tx", NULL, NULL);
    assert_int_equal(attain_index_compare(m.index, &to, 2020, &found, &err),
                     ATTAIN_ERR_PERIOD);
    assert_int_equal(attain_index_compare(m.index, &to, 2023, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    found.struct_size = 1;
    assert_int_equal(attain_index_compare(m.index, &to, 2023, &found, &err),
                     ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_index_method(m.index, 99, 0), -1);
    assert_int_equal(attain_index_method(m.index, 0, 99), -1);
    assert_int_equal(attain_index_node_count(NULL), 0);
    assert_int_equal(attain_index_find_node(NULL, "I", 1), -1);
    assert_null(attain_index_units(NULL, &count));
    assert_null(attain_index_unit_id(m.index, 5));
    assert_null(attain_index_unit_name(NULL, 0));
    assert_int_equal(attain_index_periods(NULL, NULL, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    attain_index_destroy(NULL);
    release(&m);
}

/* --- Memory --------------------------------------------------------------- */

static void making_fails_whole_without_memory(void **state) {
    support_memory memory;
    made m = {NULL, NULL, NULL};
    attain_index_options options;
    tables given = small;
    (void)state;
    given.index = "step,node,method,parameters\nscreening,,known,known=0.1\n"
                  "imputation,,mean,\nnormalisation,,minmax,\n"
                  "weighting,,critic,\n";
    assert_int_equal(read_tables(&given, &m, NULL), ATTAIN_OK);
    support_memory_init(&memory);
    attain_index_options_init(&options);
    options.allocator = &memory.allocator;
    for (size_t k = 1;; k++) {
        support_memory_fail(&memory, k, 0);
        attain_status status =
            attain_index_create(m.plan, m.data, &options, &m.index, NULL);
        if (status == ATTAIN_OK) {
            assert_true(k > 10);
            break;
        }
        assert_int_equal(status, ATTAIN_ERR_MEMORY);
        assert_no_leak(&memory);
    }
    attain_choice to = choice(ATTAIN_STEP_OMISSION, "tx", NULL, NULL);
    attain_index_comparison found;
    size_t blocks = memory.live_blocks;
    attain_index_comparison_init(&found);
    for (size_t k = 1;; k++) {
        support_memory_fail(&memory, k, 0);
        attain_status status =
            attain_index_compare(m.index, &to, 2023, &found, NULL);
        assert_int_equal(memory.live_blocks, blocks);
        if (status == ATTAIN_OK)
            break;
        assert_int_equal(status, ATTAIN_ERR_MEMORY);
    }
    attain_doubt_result result;
    attain_doubt_result_init(&result);
    support_memory_fail(&memory, 1, 0);
    assert_int_equal(attain_index_doubt(m.index, 2023, NULL, &result, NULL),
                     ATTAIN_ERR_MEMORY);
    support_memory_fail(&memory, 0, 0);
    release(&m);
    assert_no_leak(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaving_out_is_one_call),
        cmocka_unit_test(varied_index_keeps_its_numbers),
        cmocka_unit_test(changed_choice_is_the_new_one),
        cmocka_unit_test(draws_are_the_index),
        cmocka_unit_test(draws_do_not_depend_on_threads),
        cmocka_unit_test(doubt_bears_blanks_as_the_plan_says),
        cmocka_unit_test(doubt_draws_by_every_method),
        cmocka_unit_test(coinr_panel_index_can_be_varied_and_drawn),
        cmocka_unit_test(doubt_refuses_what_it_cannot_draw),
        cmocka_unit_test(tables_tell_what_is_wrong),
        cmocka_unit_test(making_tells_what_is_wrong),
        cmocka_unit_test(choices_tell_what_is_wrong),
        cmocka_unit_test(getters_refuse_what_is_not_there),
        cmocka_unit_test(making_fails_whole_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
