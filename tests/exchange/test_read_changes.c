/* A table of changes: values, and what is refused where. */
#include "exchange/reading.h"
#include "support/scratch.h"

static attain_dataset *schools(void) {
    tables list = {0};
    attain_dataset *out = NULL;
    tables_add(&list, "units.csv",
               "id,name,level,parent\nc,C,county,\nschool-1,A,school,c\n"
               "school-2,B,school,c\n");
    tables_add(&list, "variables.csv", "id,max\nteachers,100\nrooms,\n");
    tables_add(&list, "observations.csv",
               "unit,period,variable,value,group\nschool-1,2025,teachers,5,\n"
               "c,2025,rooms,1,pupils\n");
    assert_int_equal(
        attain_read_dataset_tables(list.items, list.count, NULL, &out, NULL),
        ATTAIN_OK);
    return out;
}

static attain_status read_text(const attain_dataset *data, const char *text,
                               told *problems, attain_changes **out) {
    attain_table table;
    attain_read_options options;
    attain_table_init(&table);
    table.name = "changes.csv";
    table.text = text;
    table.length = ATTAIN_NUL_TERMINATED;
    attain_read_options_init(&options);
    memset(problems, 0, sizeof *problems);
    options.handler = tell;
    options.user = problems;
    return attain_read_changes(data, &table, &options, out, NULL);
}

static void changes_are_read_in_order(void **state) {
    attain_dataset *data = schools();
    attain_changes *changes = NULL;
    attain_observations view;
    static told problems;
    (void)state;
    assert_int_equal(
        read_text(data,
                  "\xEF\xBB\xBFperiod,unit,value,variable,group,note why\n"
                  "# what if\n2025,school-2,12.5,teachers,,\n"
                  "2026,school-1,,rooms,,taken away\n2025,c,3,rooms,pupils,\n",
                  &problems, &changes),
        ATTAIN_OK);
    assert_int_equal(problems.count, 0);
    attain_observations_init(&view);
    assert_int_equal(attain_changes_view(changes, &view, NULL), ATTAIN_OK);
    assert_int_equal(view.count, 3);
    assert_int_equal(view.units[0], 2);
    assert_int_equal(view.periods[0], 2025);
    assert_int_equal(view.variables[0], 0);
    assert_int_equal(view.groups[0], ATTAIN_GROUP_NONE);
    assert_true(view.values[0] == 12.5);
    assert_true(isnan(view.values[1]));
    assert_int_equal(view.groups[2], 0);
    attain_changes_destroy(changes);
    attain_dataset_destroy(data);
}

static void changes_tell_all_problems_at_once(void **state) {
    static const char *const wanted[] = {
        "changes.csv:2:1: error: the data have no unit \"shcool-1\"; did you "
        "mean \"school-1\"?",
        "changes.csv:2:3: error: the data have no variable \"teacher\"; did "
        "you mean \"teachers\"?",
        "changes.csv:3:4: error: value 101 of \"teachers\" is above its max",
        "changes.csv:4:2: error: period 2025-Q1 has another frequency",
        "changes.csv:5:4: error:",
        "changes.csv:6:5: error: the data have no group \"parents\"",
        "changes.csv:7:1: error: unit is missing",
        "changes.csv:7:2: error: period is missing",
        "changes.csv:9:1: error: \"rooms\" of \"school-1\" is changed above "
        "already",
        "changes.csv:10: error: the line has 4 fields",
    };
    attain_dataset *data = schools();
    attain_changes *changes = NULL;
    static told problems;
    (void)state;
    assert_int_equal(read_text(data,
                               "unit,period,variable,value,group\n"
                               "shcool-1,2025,teacher,1,\n"
                               "school-1,2025,teachers,101,\n"
                               "school-1,2025-Q1,teachers,1,\n"
                               "school-1,2025,teachers,96%,\n"
                               "c,2025,rooms,1,parents\n"
                               ",,rooms,1,\n"
                               "school-1,2025,rooms,1,\n"
                               "school-1,2025,rooms,2,\n"
                               "c,2025,rooms,1\n",
                               &problems, &changes),
                     ATTAIN_ERR_TABLE);
    assert_null(changes);
    assert_int_equal(problems.count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < problems.count; i++)
        assert_contains(problems.lines[i], wanted[i]);
    attain_dataset_destroy(data);
}

static void changes_need_their_columns(void **state) {
    attain_dataset *data = schools();
    attain_changes *changes = NULL;
    static told problems;
    (void)state;
    assert_int_equal(read_text(data, "unit,period,value,reason\nc,2025,1,x\n",
                               &problems, &changes),
                     ATTAIN_ERR_TABLE);
    assert_true(problems.errors >= 2);
    attain_dataset_destroy(data);
}

static void changes_check_their_arguments(void **state) {
    attain_dataset *data = schools();
    attain_changes *changes = NULL;
    attain_table table;
    attain_read_options options;
    (void)state;
    attain_table_init(&table);
    table.name = "changes.csv";
    table.text = "unit,period,variable,value\n";
    table.length = ATTAIN_NUL_TERMINATED;
    assert_int_equal(attain_read_changes(NULL, &table, NULL, &changes, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_read_changes(data, NULL, NULL, &changes, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_read_changes(data, &table, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    attain_read_options_init(&options);
    options.max_problems = 0;
    assert_int_equal(
        attain_read_changes(data, &table, &options, &changes, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_read_changes_file(data, "changes.csv", &options, &changes, NULL),
        ATTAIN_ERR_ARGUMENT);
    table.struct_size = 1;
    assert_int_equal(attain_read_changes(data, &table, NULL, &changes, NULL),
                     ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_read_changes_file(data, NULL, NULL, &changes, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_read_changes_file(data, "/nowhere/changes.csv",
                                              NULL, &changes, NULL),
                     ATTAIN_ERR_IO);
    assert_null(changes);
    attain_dataset_destroy(data);
}

static void changes_are_read_from_a_file(void **state) {
    attain_dataset *data = schools();
    attain_changes *changes = NULL;
    attain_observations view;
    (void)state;
    scratch_write("changes.csv",
                  "unit,period,variable,value\nc,2025,teachers,7\n", 45);
    assert_int_equal(attain_read_changes_file(data, scratch_path("changes.csv"),
                                              NULL, &changes, NULL),
                     ATTAIN_OK);
    attain_observations_init(&view);
    assert_int_equal(attain_changes_view(changes, &view, NULL), ATTAIN_OK);
    assert_true(view.count == 1 && view.values[0] == 7);
    attain_changes_destroy(changes);
    attain_dataset_destroy(data);
}

static void changes_without_memory(void **state) {
    attain_dataset *data = schools();
    support_memory memory;
    attain_read_options options;
    attain_table table;
    attain_status status = ATTAIN_ERR_MEMORY;
    size_t k = 0;
    (void)state;
    support_memory_init(&memory);
    attain_read_options_init(&options);
    options.allocator = &memory.allocator;
    attain_table_init(&table);
    table.name = "changes.csv";
    table.text = "unit,period,variable,value\nc,2025,teachers,7\n"
                 "school-1,2025,teachers,9\n";
    table.length = ATTAIN_NUL_TERMINATED;
    while (status != ATTAIN_OK) {
        attain_changes *changes = NULL;
        support_memory_fail(&memory, ++k, 0);
        status = attain_read_changes(data, &table, &options, &changes, NULL);
        assert_true(status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY);
        attain_changes_destroy(changes);
        assert_no_leak(&memory);
    }
    assert_true(k > 8);
    attain_dataset_destroy(data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_are_read_in_order),
        cmocka_unit_test(changes_tell_all_problems_at_once),
        cmocka_unit_test(changes_need_their_columns),
        cmocka_unit_test(changes_check_their_arguments),
        cmocka_unit_test_setup_teardown(changes_are_read_from_a_file,
                                        scratch_make, scratch_remove),
        cmocka_unit_test(changes_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
