/* checks.csv: what is read, and every problem with its place. */
#include <stdio.h>

#include "attain/exchange.h"
#include "support/support.h"

typedef struct told {
    char text[4096];
    size_t used;
} told;

static int32_t keep(const attain_problem *problem, void *user) {
    told *into = user;
    char line[512];
    size_t length;
    assert_int_equal(
        attain_problem_format(problem, line, sizeof line, &length, NULL), 0);
    into->used += (size_t)snprintf(
        into->text + into->used, sizeof into->text - into->used, "%s\n", line);
    assert_true(into->used < sizeof into->text);
    return 0;
}

static attain_table table_of(const char *name, const char *text) {
    attain_table table;
    attain_table_init(&table);
    table.name = name;
    table.text = text;
    table.length = ATTAIN_NUL_TERMINATED;
    return table;
}

static attain_dataset *new_data(void) {
    const attain_table tables[] = {
        table_of("units.csv", "id,name,level\ns1,One,school\n"),
        table_of("observations.csv", "unit,period,pupils,boarders\ns1,2025,1,1"
                                     "\n")};
    attain_dataset *data = NULL;
    assert_int_equal(attain_read_dataset_tables(tables, 2, NULL, &data, NULL),
                     0);
    return data;
}

static attain_plan *new_plan(void) {
    const attain_table tables[] = {
        table_of("plan.csv", "key,value\nid,p\nname,P\nfirst_period,2021\n"
                             "last_period,2025\nlevel,school\n"),
        table_of("goals.csv", "id,name\ng,G\n"),
        table_of("metrics.csv", "id,name,numerator\nrate,Rate,pupils\n"),
        table_of("targets.csv", "id,goal,metric,name,value\nt,g,rate,T,1\n")};
    attain_plan *plan = NULL;
    assert_int_equal(attain_read_plan_tables(tables, 4, NULL, &plan, NULL), 0);
    return plan;
}

static attain_status read_text(const char *text, int names, told *into,
                               attain_checks **out, attain_error *err) {
    const attain_table table = table_of("data/checks.csv", text);
    attain_read_options options;
    attain_plan *plan = names ? new_plan() : NULL;
    attain_dataset *data = names ? new_data() : NULL;
    attain_read_options_init(&options);
    options.handler = keep;
    options.user = into;
    into->used = 0;
    into->text[0] = '\0';
    attain_status status =
        attain_read_checks_tables(&table, 1, plan, data, &options, out, err);
    attain_plan_destroy(plan);
    attain_dataset_destroy(data);
    return status;
}

static void rows_with_every_column(void **state) {
    told into;
    attain_checks *checks = NULL;
    attain_check check;
    (void)state;
    assert_int_equal(
        read_text("# remark\nkind,id,severity,variable,parts,level,stage,low,"
                  "high,limit,tolerance,least,metric,advice,note\n"
                  "share,b,error,boarders,pupils,school,primary,,,,0.5,,,"
                  "Count!,x\n"
                  "zero,zero,off,,,,,,,,,,,,\n"
                  "range,r,info,pupils,,,,-1,2,,,,,,\n",
                  1, &into, &checks, NULL),
        0);
    assert_string_equal(into.text, "");
    size_t count = attain_checks_count(checks);
    attain_check_init(&check);
    assert_int_equal(
        attain_checks_get(checks, (int32_t)count - 2, &check, NULL), 0);
    assert_string_equal(check.id, "b");
    assert_int_equal(check.kind, ATTAIN_CHECK_SHARE);
    assert_int_equal(check.severity, ATTAIN_QUALITY_ERROR);
    assert_string_equal(check.variable, "boarders");
    assert_string_equal(check.parts, "pupils");
    assert_string_equal(check.level, "school");
    assert_string_equal(check.stage, "primary");
    assert_string_equal(check.advice, "Count!");
    assert_same(check.tolerance, 0.5);
    assert_null(check.metric);
    assert_int_equal(
        attain_checks_get(checks, (int32_t)count - 1, &check, NULL), 0);
    assert_same(check.low, -1);
    assert_same(check.high, 2);
    attain_checks_destroy(checks);
}

static void every_problem_has_its_place(void **state) {
    told into;
    attain_checks *checks = NULL;
    attain_error err = {0};
    (void)state;
    assert_int_equal(read_text("id,kind,severity,variable,metric,parts,low\n"
                               "a,zeros,warning,,,,\n"
                               "b,zero,grave,,,,\n"
                               "c,zero,,pupil,,,\n"
                               "d,peers,,,rates,,\n"
                               "e,parts,,pupils,,boarders;boys,\n"
                               "f,range,,pupils,,,ten\n"
                               ",zero,,,,,\n"
                               "g,zero,,,,,\n"
                               "g,twins,,,,,\n"
                               "zero,twins,,,,,\n"
                               "h,units,,pupils,,,\n"
                               "i,zero\n",
                               1, &into, &checks, &err),
                     ATTAIN_ERR_TABLE);
    assert_null(checks);
    assert_int_equal(err.row, 2);
    assert_contains(into.text, "data/checks.csv:2:2: error: \"zeros\"");
    assert_contains(into.text, "data/checks.csv:3:3: error: \"grave\"");
    assert_contains(into.text,
                    "data/checks.csv:4:4: error: \"pupil\" is no variable of "
                    "the data; did you mean \"pupils\"?");
    assert_contains(into.text,
                    "data/checks.csv:5:5: error: \"rates\" is no metric of the "
                    "plan; did you mean \"rate\"?");
    assert_contains(into.text,
                    "data/checks.csv:6:6: error: \"boys\" is no variable");
    assert_contains(into.text, "data/checks.csv:7:7: error: \"ten\"");
    assert_contains(into.text, "data/checks.csv:8:1: error: ");
    assert_contains(into.text, "data/checks.csv:10:1: error: the check \"g\" "
                               "is there already");
    assert_contains(into.text, "data/checks.csv:11:2: error: ");
    assert_contains(into.text, "data/checks.csv:12: error: ");
    assert_contains(into.text, "data/checks.csv:13: error: ");
}

/* Without plan and data any name will do. */
static void names_are_looked_up_where_they_can_be(void **state) {
    told into;
    attain_checks *checks = NULL;
    (void)state;
    assert_int_equal(read_text("id,kind,variable,metric\na,zero,nobody,\n"
                               "b,peers,,nothing\n",
                               0, &into, &checks, NULL),
                     0);
    attain_checks_destroy(checks);
}

static void tables_that_are_none(void **state) {
    told into;
    attain_read_options options;
    attain_checks *checks = NULL;
    const attain_table tables[] = {table_of("checks.csv", "id,kind\n"),
                                   table_of("more/checks.csv", "id,kind\n"),
                                   table_of("units.csv", "id\n")};
    (void)state;
    attain_read_options_init(&options);
    options.handler = keep;
    options.user = &into;
    into.used = 0;
    assert_int_equal(attain_read_checks_tables(tables, 3, NULL, NULL, &options,
                                               &checks, NULL),
                     ATTAIN_ERR_TABLE);
    assert_contains(into.text, "more/checks.csv: error: this table is there "
                               "twice");
    assert_contains(into.text, "units.csv: error: this is no table of checks");
    assert_int_equal(
        attain_read_checks_tables(tables, 1, NULL, NULL, &options, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    options.struct_size = 1;
    assert_int_equal(attain_read_checks_tables(tables, 1, NULL, NULL, &options,
                                               &checks, NULL),
                     ATTAIN_ERR_STRUCT);
    /* None at all: the default rows. */
    assert_int_equal(
        attain_read_checks_tables(NULL, 0, NULL, NULL, NULL, &checks, NULL), 0);
    assert_true(attain_checks_count(checks) > 10);
    attain_checks_destroy(checks);
}

static void folders(void **state) {
    attain_checks *checks = NULL;
    (void)state;
    assert_int_equal(attain_read_checks(ATTAIN_TEST_DATA "/national/data", NULL,
                                        NULL, NULL, &checks, NULL),
                     0);
    attain_checks_destroy(checks);
    checks = NULL;
    assert_int_equal(attain_read_checks(ATTAIN_TEST_DATA "/nowhere", NULL, NULL,
                                        NULL, &checks, NULL),
                     ATTAIN_ERR_IO);
    assert_null(checks);
    assert_int_equal(
        attain_read_checks(ATTAIN_TEST_DATA, NULL, NULL, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
}

static void without_memory(void **state) {
    const attain_table table = table_of(
        "checks.csv", "id,kind,severity,variable,advice\n"
                      "zero,zero,error,,a\nn,negative,info,pupils,b\n");
    attain_plan *plan = new_plan();
    attain_dataset *data = new_data();
    support_memory memory;
    attain_read_options options;
    attain_status status = ATTAIN_ERR_MEMORY;
    size_t k = 0;
    (void)state;
    support_memory_init(&memory);
    attain_read_options_init(&options);
    options.allocator = &memory.allocator;
    while (status != ATTAIN_OK) {
        attain_checks *checks = NULL;
        support_memory_fail(&memory, ++k, 0);
        status = attain_read_checks_tables(&table, 1, plan, data, &options,
                                           &checks, NULL);
        assert_true(status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY);
        attain_checks_destroy(checks);
        assert_no_leak(&memory);
    }
    assert_true(k > 8);
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_with_every_column),
        cmocka_unit_test(every_problem_has_its_place),
        cmocka_unit_test(names_are_looked_up_where_they_can_be),
        cmocka_unit_test(tables_that_are_none),
        cmocka_unit_test(folders),
        cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
