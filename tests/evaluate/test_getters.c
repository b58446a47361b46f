/* Reading an evaluation: nodes, rows, units, measures, vetoes, info. */
#include "evaluate/judge.h"

/* A county with two schools; T (a target at the county), V (a veto that
 * fires), S (judged at schools under H). */
static judge sample(void) {
    return judge_begin((judge_tables){
        .plan = "veto_grade,poor\nsource,Law 1\n",
        .goals = "id,name,parent,level,weight,owner,source\n"
                 "R,Root,,,,,\nH,Schools,R,school,2,Bureau,clause 2\n",
        .targets = "id,goal,metric,name,comparator,value,upper,due,weight,veto,"
                   "soft,owner,source,judge\n"
                   "T,R,m,Rate,between,90,98,2024,3,no,yes,Bureau,clause 7,"
                   "rounded\n"
                   "V,R,n,Accidents,at_most,0,,,0,yes,no,,,\n"
                   "S,H,k,Labs,at_least,2,,,,,,,,\n",
        .metrics = "id,name,numerator,denominator,factor,unit,decimals\n"
                   "m,M,a,b,100,%,1\nn,N,n,,,,\nk,K,k,,,rooms,\n",
        .bands = "name,from\ngood,60\npoor,0\n",
        .units = "id,name,level,parent\ns1,First,school,c\nc,County,county,\n"
                 "s2,Second,school,c\n",
        .observations = "unit,period,a,b,n,k\nc,2024,80,100,2,\n"
                        "s1,2024,,,,2\ns2,2024,,,,1\n"});
}

static void node_count_and_order(void **state) {
    static const char *const ids[] = {"R", "T", "V", "H", "S"};
    judge made = sample();
    (void)state;
    assert_int_equal(attain_evaluation_node_count(NULL), 0);
    assert_int_equal(attain_evaluation_node_count(made.ev), 5);
    for (int32_t n = 0; n < 5; n++) {
        attain_node node;
        attain_node_init(&node);
        assert_int_equal(attain_evaluation_get_node(made.ev, n, &node, NULL),
                         ATTAIN_OK);
        assert_string_equal(node.id, ids[n]);
        assert_int_equal(attain_evaluation_find_node(made.ev, ids[n], 1), n);
    }
    judge_end(&made);
}

static void node_fields(void **state) {
    judge made = sample();
    attain_node node;
    (void)state;
    attain_node_init(&node);
    assert_int_equal(node.struct_size, sizeof node);
    assert_int_equal(attain_evaluation_get_node(made.ev, 1, &node, NULL),
                     ATTAIN_OK);
    assert_string_equal(node.name, "Rate");
    assert_string_equal(node.level, "county");
    assert_string_equal(node.owner, "Bureau");
    assert_string_equal(node.source, "clause 7");
    assert_string_equal(node.unit, "%");
    assert_int_equal(node.row_count, 1);
    assert_same(node.weight, 3);
    assert_same(node.lower, 90);
    assert_same(node.upper, 98);
    assert_int_equal(node.kind, ATTAIN_KIND_TARGET);
    assert_int_equal(node.row, 0);
    assert_int_equal(node.parent, 0);
    assert_int_equal(node.depth, 1);
    assert_int_equal(node.due, 2024);
    assert_int_equal(node.series, ATTAIN_SERIES_LEVEL);
    assert_int_equal(node.comparator, ATTAIN_COMPARATOR_BETWEEN);
    assert_int_equal(node.score, ATTAIN_SCORE_PASS);
    assert_int_equal(node.decimals, 1);
    assert_int_equal(node.soft, 1);
    assert_int_equal(node.veto, 0);
    assert_int_equal(node.judge, ATTAIN_JUDGE_ROUNDED);
    assert_int_equal(attain_evaluation_get_node(made.ev, 2, &node, NULL),
                     ATTAIN_OK);
    assert_same(node.lower, (double)NAN);
    assert_same(node.upper, 0);
    assert_int_equal(node.veto, 1);
    assert_int_equal(node.decimals, ATTAIN_DECIMALS_NONE);
    assert_string_equal(node.owner, "");
    judge_end(&made);
}

static void node_fields_of_a_goal(void **state) {
    judge made = sample();
    attain_node node;
    (void)state;
    attain_node_init(&node);
    assert_int_equal(attain_evaluation_get_node(made.ev, 3, &node, NULL),
                     ATTAIN_OK);
    assert_string_equal(node.level, "school");
    assert_string_equal(node.owner, "Bureau");
    assert_string_equal(node.source, "clause 2");
    assert_string_equal(node.unit, "");
    assert_int_equal(node.kind, ATTAIN_KIND_GOAL);
    assert_int_equal(node.row, 1);
    assert_int_equal(node.row_count, 3);
    assert_same(node.weight, 2);
    assert_same(node.lower, (double)NAN);
    assert_same(node.upper, (double)NAN);
    assert_int_equal(node.due, 2025);
    assert_int_equal(attain_evaluation_get_node(made.ev, 0, &node, NULL),
                     ATTAIN_OK);
    assert_int_equal(node.parent, -1);
    assert_int_equal(node.depth, 0);
    judge_end(&made);
}

/* Each struct: NULL, out of range, a size that no release had. */
#define assert_struct(type, init, get, good, bad)                              \
    do {                                                                       \
        type out_;                                                             \
        attain_error err_;                                                     \
        init(NULL);                                                            \
        init(&out_);                                                           \
        assert_int_equal(out_.struct_size, sizeof out_);                       \
        assert_int_equal(get(made.ev, good, &out_, NULL), ATTAIN_OK);          \
        assert_int_equal(out_.struct_size, sizeof out_);                       \
        assert_int_equal(get(made.ev, bad, &out_, &err_),                      \
                         ATTAIN_ERR_ARGUMENT);                                 \
        assert_int_equal(get(NULL, good, &out_, &err_), ATTAIN_ERR_ARGUMENT);  \
        assert_string_equal(err_.field, "ev");                                 \
        assert_int_equal(get(made.ev, good, NULL, &err_),                      \
                         ATTAIN_ERR_ARGUMENT);                                 \
        out_.struct_size = sizeof(size_t);                                     \
        assert_int_equal(get(made.ev, good, &out_, &err_), ATTAIN_ERR_STRUCT); \
        out_.struct_size = sizeof out_ + 64;                                   \
        assert_int_equal(get(made.ev, good, &out_, &err_), ATTAIN_ERR_STRUCT); \
        assert_int_equal(out_.struct_size, sizeof out_ + 64);                  \
    } while (0)

static void structs_are_checked(void **state) {
    judge made = sample();
    (void)state;
    assert_struct(attain_node, attain_node_init, attain_evaluation_get_node, 0,
                  -1);
    assert_struct(attain_node, attain_node_init, attain_evaluation_get_node, 4,
                  5);
    assert_struct(attain_evaluation_unit, attain_evaluation_unit_init,
                  attain_evaluation_get_unit, 0, -1);
    assert_struct(attain_evaluation_unit, attain_evaluation_unit_init,
                  attain_evaluation_get_unit, 2, 3);
    judge_end(&made);
}

static void find_node_and_unit(void **state) {
    judge made = sample();
    (void)state;
    assert_int_equal(
        attain_evaluation_find_node(made.ev, "S", ATTAIN_NUL_TERMINATED), 4);
    assert_int_equal(attain_evaluation_find_node(made.ev, "Sx", 1), 4);
    assert_int_equal(attain_evaluation_find_node(made.ev, "s", 1), -1);
    assert_int_equal(attain_evaluation_find_node(made.ev, "", 0), -1);
    assert_int_equal(attain_evaluation_find_node(NULL, "S", 1), -1);
    assert_int_equal(attain_evaluation_find_node(made.ev, NULL, 1), -1);
    assert_int_equal(
        attain_evaluation_find_unit(made.ev, "s2", ATTAIN_NUL_TERMINATED), 2);
    assert_int_equal(attain_evaluation_find_unit(made.ev, "c", 1), 1);
    assert_int_equal(attain_evaluation_find_unit(made.ev, "s2", 1), -1);
    assert_int_equal(attain_evaluation_find_unit(NULL, "c", 1), -1);
    assert_int_equal(attain_evaluation_find_unit(made.ev, NULL, 1), -1);
    judge_end(&made);
}

static void unit_fields(void **state) {
    judge made = sample();
    attain_evaluation_unit unit;
    (void)state;
    attain_evaluation_unit_init(&unit);
    assert_int_equal(attain_evaluation_get_unit(made.ev, 2, &unit, NULL),
                     ATTAIN_OK);
    assert_string_equal(unit.id, "s2");
    assert_string_equal(unit.name, "Second");
    assert_string_equal(unit.level, "school");
    assert_int_equal(unit.parent, 1);
    assert_int_equal(unit.reserved, 0);
    assert_int_equal(attain_evaluation_get_unit(made.ev, 1, &unit, NULL),
                     ATTAIN_OK);
    assert_int_equal(unit.parent, -1);
    judge_end(&made);
}

static void units_and_wholes_of_a_node(void **state) {
    judge made = sample();
    size_t count = 9;
    (void)state;
    const int32_t *units = attain_evaluation_units(made.ev, 3, &count);
    assert_int_equal(count, 3);
    assert_int_equal(units[0], 0);
    assert_int_equal(units[1], 1);
    assert_int_equal(units[2], 2);
    const uint8_t *wholes = attain_evaluation_wholes(made.ev, 3, &count);
    assert_int_equal(count, 3);
    assert_int_equal(wholes[0], 0);
    assert_int_equal(wholes[1], 1);
    assert_int_equal(wholes[2], 0);
    assert_non_null(attain_evaluation_units(made.ev, 1, NULL));
    assert_non_null(attain_evaluation_wholes(made.ev, 1, NULL));
    assert_null(attain_evaluation_units(made.ev, 5, &count));
    assert_int_equal(count, 0);
    assert_null(attain_evaluation_wholes(made.ev, -1, &count));
    assert_int_equal(count, 0);
    assert_null(attain_evaluation_units(NULL, 0, &count));
    assert_null(attain_evaluation_wholes(NULL, 0, NULL));
    judge_end(&made);
}

static void find_row_of_a_unit(void **state) {
    judge made = sample();
    (void)state;
    assert_int_equal(attain_evaluation_find_row(made.ev, 3, 2), 2);
    assert_int_equal(attain_evaluation_find_row(made.ev, 1, 1), 0);
    assert_int_equal(attain_evaluation_find_row(made.ev, 1, 0), -1);
    assert_int_equal(attain_evaluation_find_row(made.ev, 1, 3), -1);
    assert_int_equal(attain_evaluation_find_row(made.ev, 1, -1), -1);
    assert_int_equal(attain_evaluation_find_row(made.ev, 9, 0), -1);
    assert_int_equal(attain_evaluation_find_row(NULL, 1, 0), -1);
    judge_end(&made);
}

/* --- Measures ----------------------------------------------------------- */

/* One measure of one node: column, view, codes and value say the same. */
static void compare_measure(const judge *made, int32_t measure, int32_t node) {
    double column[8];
    size_t count = 99;
    size_t seen = 99;
    assert_int_equal(attain_evaluation_column(made->ev, measure, node, NULL, 0,
                                              &count, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_evaluation_column(made->ev, measure, node, column,
                                              8, &seen, NULL),
                     ATTAIN_OK);
    assert_int_equal(count, seen);
    const double *view = attain_evaluation_view(made->ev, measure, node, &seen);
    assert_int_equal(seen, view == NULL ? 0 : count);
    const uint8_t *codes =
        attain_evaluation_codes(made->ev, measure, node, &seen);
    assert_int_equal(seen, codes == NULL ? 0 : count);
    int is_code =
        measure == ATTAIN_MEASURE_VERDICT || measure == ATTAIN_MEASURE_STATUS;
    assert_int_equal(codes != NULL, is_code);
    assert_true(view == NULL || codes == NULL);
    for (size_t r = 0; r < count; r++) {
        double value =
            attain_evaluation_value(made->ev, measure, node, (int64_t)r);
        assert_same(value, column[r]);
        assert_same(value, codes != NULL  ? codes[r]
                           : view != NULL ? view[r]
                                          : (double)NAN);
    }
}

static void column_view_and_value_are_the_same(void **state) {
    judge made = sample();
    (void)state;
    for (int32_t node = 0; node < 5; node++)
        for (int32_t m = 0; m <= ATTAIN_MEASURE_METHOD_REASON; m++)
            compare_measure(&made, m, node);
    judge_end(&made);
}

static void column_refuses(void **state) {
    judge made = sample();
    double out[3] = {7, 7, 7};
    size_t count = 0;
    attain_error err;
    (void)state;
    assert_int_equal(
        attain_evaluation_column(made.ev, 0, 3, out, 2, &count, &err),
        ATTAIN_ERR_SPACE);
    assert_int_equal(count, 3);
    assert_same(out[0], 7);
    assert_int_equal(
        attain_evaluation_column(made.ev, -1, 3, out, 3, &count, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "measure");
    assert_int_equal(attain_evaluation_column(made.ev,
                                              ATTAIN_MEASURE_METHOD_REASON + 1,
                                              3, out, 3, &count, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_evaluation_column(made.ev, 0, 5, out, 3, &count, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "node");
    assert_int_equal(attain_evaluation_column(NULL, 0, 0, out, 3, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_evaluation_column(made.ev, 0, 0, out, 3, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_same(out[0], 7);
    judge_end(&made);
}

static void view_codes_and_value_out_of_range(void **state) {
    judge made = sample();
    size_t count = 9;
    (void)state;
    assert_null(attain_evaluation_view(NULL, 0, 0, &count));
    assert_int_equal(count, 0);
    assert_null(attain_evaluation_view(made.ev, -1, 0, NULL));
    assert_null(attain_evaluation_view(made.ev, 64, 0, NULL));
    assert_null(attain_evaluation_view(made.ev, 0, 5, NULL));
    assert_null(
        attain_evaluation_codes(NULL, ATTAIN_MEASURE_VERDICT, 0, &count));
    assert_null(
        attain_evaluation_codes(made.ev, ATTAIN_MEASURE_VALUE, 0, NULL));
    assert_null(
        attain_evaluation_codes(made.ev, ATTAIN_MEASURE_VERDICT, -1, NULL));
    assert_same(attain_evaluation_value(NULL, 0, 0, 0), (double)NAN);
    assert_same(attain_evaluation_value(made.ev, 0, 1, 1), (double)NAN);
    assert_same(attain_evaluation_value(made.ev, 0, 1, -1), (double)NAN);
    assert_same(attain_evaluation_value(made.ev, 0, 9, 0), (double)NAN);
    assert_same(attain_evaluation_value(made.ev, 99, 0, 0), (double)NAN);
    assert_same(attain_evaluation_value(made.ev, ATTAIN_MEASURE_VERDICT, 1, 5),
                (double)NAN);
    judge_end(&made);
}

/* --- Grades, vetoes, info ----------------------------------------------- */

static void grade_names_ascend(void **state) {
    judge made = sample();
    (void)state;
    assert_string_equal(attain_evaluation_grade(made.ev, 0), "poor");
    assert_string_equal(attain_evaluation_grade(made.ev, 1), "good");
    assert_null(attain_evaluation_grade(made.ev, 2));
    assert_null(attain_evaluation_grade(made.ev, -1));
    assert_null(attain_evaluation_grade(NULL, 0));
    judge_end(&made);
}

static void vetoes_of_a_row(void **state) {
    judge made = sample();
    int32_t out[2] = {7, 7};
    size_t count = 9;
    (void)state;
    assert_int_equal(
        attain_evaluation_vetoes(made.ev, 0, 0, NULL, 0, &count, NULL),
        ATTAIN_OK);
    assert_int_equal(count, 1);
    assert_int_equal(
        attain_evaluation_vetoes(made.ev, 0, 0, out, 0, &count, NULL),
        ATTAIN_ERR_SPACE);
    assert_int_equal(count, 1);
    assert_int_equal(out[0], 7);
    assert_int_equal(
        attain_evaluation_vetoes(made.ev, 0, 0, out, 2, &count, NULL),
        ATTAIN_OK);
    assert_int_equal(out[0], 2);
    assert_int_equal(out[1], 7);
    /* Wholes and targets have none. */
    assert_int_equal(
        attain_evaluation_vetoes(made.ev, 3, 1, out, 2, &count, NULL),
        ATTAIN_OK);
    assert_int_equal(count, 0);
    judge_end(&made);
}

static void vetoes_refuse(void **state) {
    judge made = sample();
    size_t count = 9;
    (void)state;
    assert_int_equal(
        attain_evaluation_vetoes(NULL, 0, 0, NULL, 0, &count, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_evaluation_vetoes(made.ev, 0, 0, NULL, 0, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_evaluation_vetoes(made.ev, 9, 0, NULL, 0, &count, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_evaluation_vetoes(made.ev, 0, 1, NULL, 0, &count, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_evaluation_vetoes(made.ev, 0, -1, NULL, 0, &count, NULL),
        ATTAIN_ERR_ARGUMENT);
    judge_end(&made);
}

static void info_fields(void **state) {
    judge made = sample();
    attain_evaluation_info info;
    attain_error err;
    (void)state;
    attain_evaluation_info_init(NULL);
    attain_evaluation_info_init(&info);
    assert_int_equal(attain_evaluation_get_info(made.ev, &info, NULL),
                     ATTAIN_OK);
    assert_int_equal(info.struct_size, sizeof info);
    assert_string_equal(info.plan, "p");
    assert_string_equal(info.name, "P");
    assert_string_equal(info.level, "county");
    assert_string_equal(info.source, "Law 1");
    /* R, T, V at the county; H at it and two schools; S at these. */
    assert_int_equal(info.row_count, 8);
    assert_int_equal(info.unit_count, 3);
    assert_int_equal(info.grade_count, 2);
    assert_int_equal(info.as_of, 2024);
    assert_int_equal(info.first_period, 2021);
    assert_int_equal(info.last_period, 2025);
    assert_int_equal(info.reserved, 0);
    assert_int_equal(attain_evaluation_get_info(NULL, &info, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_get_info(made.ev, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    info.struct_size = 4;
    assert_int_equal(attain_evaluation_get_info(made.ev, &info, &err),
                     ATTAIN_ERR_STRUCT);
    info.struct_size = sizeof info + 8;
    assert_int_equal(attain_evaluation_get_info(made.ev, &info, &err),
                     ATTAIN_ERR_STRUCT);
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(node_count_and_order),
        cmocka_unit_test(node_fields),
        cmocka_unit_test(node_fields_of_a_goal),
        cmocka_unit_test(structs_are_checked),
        cmocka_unit_test(find_node_and_unit),
        cmocka_unit_test(unit_fields),
        cmocka_unit_test(units_and_wholes_of_a_node),
        cmocka_unit_test(find_row_of_a_unit),
        cmocka_unit_test(column_view_and_value_are_the_same),
        cmocka_unit_test(column_refuses),
        cmocka_unit_test(view_codes_and_value_out_of_range),
        cmocka_unit_test(grade_names_ascend),
        cmocka_unit_test(vetoes_of_a_row),
        cmocka_unit_test(vetoes_refuse),
        cmocka_unit_test(info_fields)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
