/* Observations, long and wide: values, and what is refused where. */
#include "exchange/reading.h"

#define HEAD "unit,period,variable,value\n"

/* --- Values --------------------------------------------------------------- */

typedef struct cell {
    const char *text;
    const char *part; /* of what is told; NULL: it is a number */
    double value;
} cell;

static const cell cells[] = {
    {"1.5", NULL, 1.5},
    {"+5", NULL, 5},
    {".5", NULL, 0.5},
    {"5.", NULL, 5},
    {"-0", NULL, -0.0},
    {"1e5", NULL, 1e5},
    {"12.3456", NULL, 12.3456},
    {"123.4567", NULL, 123.4567},
    {"1234567.8", NULL, 1234567.8},
    {"12345678", NULL, 12345678},
    {"123456789012345", NULL, 123456789012345.0},
    {"1234567890123456", NULL, 1234567890123456.0},
    {"0.1234567890123456789", NULL, 0.1234567890123456789},
    {"00000000.5", NULL, 0.5},
    {"", NULL, (double)NAN},
    {"NA", NULL, (double)NAN},
    {"96%", "96 for 96%", 0},
    {"96 %", "96 for 96%", 0},
    {"\xef\xbc\x99\xef\xbc\x96", "half-width", 0},
    {"\xef\xbc\x99\xef\xbc\x96\xef\xbc\x85", "96 for 96%", 0},
    {"\xd9\xa9\xd9\xa6", "is not a number", 0},
    {"\xe4\xb9\x9d\xe5\x8d\x81\xe5\x85\xad", "is not a number", 0},
    {"96.0 pct", "is not a number", 0},
    {"\"1,234.5\"", "thousands separators", 0},
    {"\"1.234,5\"", "is not a number", 0},
    {"1 234", "spaces", 0},
    {"1'234.5", "separators", 0},
    {"1E+309", "out of", 0},
    {"1e-400", "out of", 0},
    {"0x1p3", "decimal digits", 0},
    {"1_000", "is not a number", 0},
    {"--5", "is not a number", 0},
    {"5-", "is not a number", 0},
    {"(5)", "minus sign", 0},
    {"\xe2\x88\x92"
     "5",
     "ASCII hyphen", 0},
    {"NaN", "empty", 0},
    {"inf", "no value", 0},
    {"-Infinity", "no value", 0},
    {"1.#IND", "spreadsheet's error", 0},
    {"#DIV/0!", "spreadsheet's error", 0},
    {"#N/A", "spreadsheet's error", 0},
    {"-", "empty", 0},
    {"\xe2\x80\x94", "empty", 0},
    {"..", "empty", 0},
    {"\xe2\x80\xa6", "empty", 0},
    {"n/a", "empty", 0},
    {"NULL", "empty", 0},
    {"\xe6\x97\xa0", "empty", 0},
    {"*", "empty", 0},
    {"<5", "one value", 0},
    {">95", "one value", 0},
    {"~90", "one value", 0},
    {"95\xc2\xb1"
     "2",
     "one value", 0},
    {"90-95", "is not a number", 0},
    {"1.2.3", "is not a number", 0},
    {".", "empty", 0},
    {" 5", "spaces", 0},
};

/* In the long form, in the wide form between others, and quoted. */
static const char *const forms[] = {
    HEAD "s1,2022,b,%s\n",
    "unit,period,b,a\ns1,2022,%s,7\n",
    "unit,b,period,a\ns1,%s,2022,7\n",
    "unit,period,note,b\ns1,2022,\"x\",%s\n",
    "unit,period,b,a\ns2,2022,1,1\ns1,2022,%s,7.25\n",
};
static const int columns[] = {4, 3, 2, 4, 3};
static const int lines[] = {2, 2, 2, 2, 3};

static void check_cell(const cell *row, size_t form) {
    tables list;
    told problems;
    attain_dataset *data;
    char text[200], place[64];
    snprintf(text, sizeof(text), forms[form], row->text);
    snprintf(place, sizeof(place),
             "observations.csv:%d:%d: error: ", lines[form], columns[form]);
    tables_dataset(&list);
    tables_add(&list, "observations.csv", text);
    attain_status status = read_dataset(&list, &problems, &data);
    if (row->part != NULL) {
        assert_int_equal(status, ATTAIN_ERR_TABLE);
        assert_told(&problems, place, row->part);
        assert_int_equal(problems.count, 1);
        return;
    }
    if (status != ATTAIN_OK)
        print_error("%s\n", problems.lines[0]);
    assert_int_equal(status, ATTAIN_OK);
    assert_int_equal(problems.count, 0);
    assert_same(value_of(data, "s1", "b", "2022"), row->value);
    attain_dataset_destroy(data);
}

static void cells_are_read_or_refused_alike_in_every_form(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
        for (size_t f = 0; f < sizeof(forms) / sizeof(forms[0]); f++)
            check_cell(&cells[i], f);
}

/* Many random cells: what is read is what attain_number_parse() says. */
static void random_numbers_are_read_as_the_parser_reads_them(void **state) {
    (void)state;
    enum { ROWS = 400, COLUMNS = 20 };
    uint64_t seed = 7;
    static char text[ROWS * COLUMNS * 24 + 1000];
    static double expected[ROWS][COLUMNS];
    static char ids[ROWS][16];
    static attain_unit units[ROWS];
    size_t used = (size_t)sprintf(text, "unit,period");
    for (int c = 0; c < COLUMNS; c++)
        used += (size_t)sprintf(text + used, ",v%d", c);
    for (int r = 0; r < ROWS; r++) {
        sprintf(ids[r], "unit%d", r);
        attain_unit_init(&units[r]);
        units[r].id = units[r].name = ids[r];
        units[r].level = "school";
        used += (size_t)sprintf(text + used, "\n%s,2022", ids[r]);
        for (int c = 0; c < COLUMNS; c++) {
            char number[24];
            int digits = 1 + (int)(support_random(&seed) % 18);
            int point = (int)(support_random(&seed) % 20);
            int n = 0;
            if (support_random(&seed) % 8 == 0)
                number[n++] = '-';
            for (int d = 0; d < digits; d++) {
                if (d == point)
                    number[n++] = '.';
                number[n++] = (char)('0' + support_random(&seed) % 10);
            }
            number[n] = '\0';
            assert_int_equal(
                attain_number_parse(number, (size_t)n, &expected[r][c], NULL),
                ATTAIN_OK);
            used += (size_t)sprintf(text + used, ",%s", number);
        }
    }
    attain_dataset *data;
    attain_table table;
    attain_error err;
    attain_table_init(&table);
    table.name = "x";
    table.text = text;
    table.length = used;
    assert_int_equal(attain_dataset_create(NULL, &data, NULL), ATTAIN_OK);
    assert_int_equal(attain_dataset_add_units(data, units, ROWS, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_read_observations(data, &table, 1, NULL, &err),
                     ATTAIN_OK);
    for (int r = 0; r < ROWS; r++) {
        for (int c = 0; c < COLUMNS; c++) {
            char name[8];
            sprintf(name, "v%d", c);
            assert_same(value_of(data, ids[r], name, "2022"), expected[r][c]);
        }
    }
    attain_dataset_destroy(data);
}

/* --- Rows ----------------------------------------------------------------- */

typedef struct row_fault {
    const char *text;
    const char *place;
    const char *part;
    size_t problems;
} row_fault;

static const row_fault row_faults[] = {
    {HEAD "s9,2022,a,1\n", "observations.csv:2:1: error: ",
     "the unit \"s9\" is not there; did you mean \"s", 1},
    {HEAD ",2022,a,1\n", "observations.csv:2:1: error: ", "the unit is missing",
     1},
    {HEAD "1.23457E+11,2022,a,1\n",
     "observations.csv:2:1: error: ", "a spreadsheet took for a number", 1},
    {HEAD "s1,,a,1\n", "observations.csv:2:2: error: ", "the period is missing",
     1},
    {HEAD "s1,2022-13,a,1\n",
     "observations.csv:2:2: error: ", "is not a period", 1},
    {HEAD "s1,2025/26,a,1\n",
     "observations.csv:2:2: error: ", "is not a period", 1},
    {HEAD "s1,1-Mar,a,1\n", "observations.csv:2:2: error: ", "is not a period",
     1},
    {HEAD "s1,2022,a,1\ns1,2022-Q1,a,1\n", "observations.csv:3:2: error: ",
     "another frequency than the others: write it like 2023", 1},
    {HEAD "s1,2022,,1\n",
     "observations.csv:2:3: error: ", "the variable is missing", 1},
    {HEAD "s1,2022,aa,1\n", "observations.csv:2:3: error: ",
     "not listed in variables.csv; did you mean \"a\"?", 1},
    {HEAD "s1,2022,enrolment,1\n", "observations.csv:2:3: error: ",
     "not listed in variables.csv: add it there", 1},
    {"unit,period,a,bb\ns1,2022,1,1\n", "observations.csv:1:4: error: ",
     "not listed in variables.csv; did you mean \"b\"?", 1},
    {HEAD "s1,2022,a,101\n", "observations.csv:2:4: error: ",
     "101 is outside of the range of \"a\", 0 to 100", 1},
    {"unit,period,a\ns1,2022,-1\n", "observations.csv:2:3: error: ",
     "-1 is outside of the range of \"a\", 0 to 100", 1},
    {"unit,period,variable,value,status\ns1,2022,a,1,missing\n",
     "observations.csv:2:5: error: ", "the status is missing, but", 1},
    {"unit,period,variable,value,status\ns1,2022,a,1,Measured\n",
     "observations.csv:2:5: error: ", "measured, estimated, provisional", 1},
    {"unit,period,variable,value,group\ns1,2022,a,1,x;y\n",
     "observations.csv:2:5: error: ", "cannot be a group", 1},
    {"unit,period,variable,value,group\ns1,2022,a,1,x\ns1,2022,a,2,\n",
     "observations.csv:3: error: ",
     "without an evaluator group, and in observations.csv, line 2 with one", 1},
    {HEAD "s1,2022,a,1\ns2,2022,a,1\ns1,2022,a,1\n",
     "observations.csv:4:1: error: ", "in line 2 of this file", 1},
    {HEAD "s1,2022,a,\ns1,2022,a,1\n", "observations.csv:3:1: error: ",
     "\"a\" of unit \"s1\" in 2022 was observed before, in line 2", 1},
    {"unit,period,a\ns1,2022,\ns1,2022,1\n", "observations.csv:3:1: error: ",
     "unit \"s1\" in 2022 was observed before, in line 2", 1},
    {HEAD "s2,2024,a,1\n", "observations.csv:2:2: warning: ",
     "the unit \"s2\" is not open in this period", 1},
    {"unit,period,a,b\ns2,2021,,1\n",
     "observations.csv:2:2: warning: ", "is not open", 1},
    {HEAD "s9,x,c,y\n", "observations.csv:2:4: error: ", "not a number", 4},
};

static void rows_with_a_fault_tell_it_at_its_cell(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof(row_faults) / sizeof(row_faults[0]); i++) {
        const row_fault *row = &row_faults[i];
        tables list;
        told problems;
        attain_dataset *data;
        tables_dataset(&list);
        tables_add(&list, "observations.csv", row->text);
        attain_status status = read_dataset(&list, &problems, &data);
        assert_told(&problems, row->place, row->part);
        assert_int_equal(problems.count, row->problems);
        assert_int_equal(status,
                         problems.errors > 0 ? ATTAIN_ERR_TABLE : ATTAIN_OK);
        attain_dataset_destroy(data);
    }
}

static void closed_units_without_a_value_are_not_told(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_dataset *data;
    tables_dataset(&list);
    tables_add(&list, "observations.csv",
               HEAD "s2,2021,a,\ns2,2022,a,1\ns2,2023,a,1\n");
    assert_int_equal(read_dataset(&list, &problems, &data), ATTAIN_OK);
    assert_int_equal(problems.count, 0);
    attain_dataset_destroy(data);
}

/* --- Several files -------------------------------------------------------- */

static void the_same_in_two_files_names_both_places(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {HEAD "s1,2022,a,1\n", HEAD "# x\ns1,2022,a,1\n"},
        {HEAD "s1,2022,a,\n", "unit,period,b,a\n# x\ns1,2022,1,\n"},
        {"unit,period,a\ns1,2022,5\n", "unit,period,a,b\n# x\ns1,2022,5,6\n"},
    };
    for (size_t i = 0; i < 3; i++) {
        for (int turn = 0; turn < 2; turn++) {
            tables list;
            told problems;
            attain_dataset *data;
            tables_dataset(&list);
            tables_remove(&list, "observations.csv");
            /* In whichever order they are given. */
            tables_add(&list, turn ? "observations2.csv" : "observations1.csv",
                       pairs[i][turn]);
            tables_add(&list, turn ? "observations1.csv" : "observations2.csv",
                       pairs[i][1 - turn]);
            assert_int_equal(read_dataset(&list, &problems, &data),
                             ATTAIN_ERR_TABLE);
            assert_int_equal(problems.count, 1);
            assert_told(&problems, "observations2.csv:3: error: ",
                        "\"a\" of unit \"s1\" in 2022 was observed before, in "
                        "observations1.csv, line 2: keep one of the two");
        }
    }
}

static void files_and_rows_in_any_order_give_the_same(void **state) {
    (void)state;
    for (int turn = 0; turn < 2; turn++) {
        tables list;
        told problems;
        attain_dataset *data;
        tables_dataset(&list);
        tables_add(&list, "observations.csv",
                   turn ? HEAD "s2,2023,b,4\ns1,2023,a,2\ns1,2022,a,1\n"
                        : HEAD "s1,2022,a,1\ns1,2023,a,2\ns2,2023,b,4\n");
        tables_add(&list, turn ? "observations_0.csv" : "observations_9.csv",
                   "unit,period,b\ns2,2022,3\n");
        assert_int_equal(read_dataset(&list, &problems, &data), ATTAIN_OK);
        assert_same(value_of(data, "s1", "a", "2022"), 1);
        assert_same(value_of(data, "s1", "a", "2023"), 2);
        assert_same(value_of(data, "s2", "b", "2022"), 3);
        assert_same(value_of(data, "s2", "b", "2023"), 4);
        attain_dataset_destroy(data);
    }
}

/* --- Into a dataset that is there ------------------------------------------
 */

static attain_dataset *with_units(const attain_allocator *allocator) {
    static const char *const ids[] = {"s1", "s2", "s3"};
    attain_dataset *data;
    attain_unit units[3];
    for (int i = 0; i < 3; i++) {
        attain_unit_init(&units[i]);
        units[i].id = units[i].name = ids[i];
        units[i].level = "school";
    }
    assert_int_equal(attain_dataset_create(allocator, &data, NULL), ATTAIN_OK);
    assert_int_equal(attain_dataset_add_units(data, units, 3, NULL, NULL),
                     ATTAIN_OK);
    return data;
}

static attain_status observe(attain_dataset *data, const char *name,
                             const char *text, told *problems) {
    attain_read_options options;
    attain_table table;
    attain_table_init(&table);
    table.name = name;
    table.text = text;
    table.length = ATTAIN_NUL_TERMINATED;
    options_of(&options, problems);
    options.columns = "unit=school;period=year;variable=metric";
    return attain_read_observations(data, &table, 1, &options, NULL);
}

static void observations_keep_their_places_and_statuses(void **state) {
    (void)state;
    told problems;
    attain_dataset *data = with_units(NULL);
    attain_observation seen;
    attain_observation_init(&seen);
    assert_int_equal(
        observe(data, "one.csv",
                "school,year,metric,value,status,group\n"
                "s1,2022,x,1,,\ns2,2022,x,,,\n# z\ns3,2022,x,2,provisional,\n"
                "s1,2022,y,3,,pupils\ns1,2022,y,4,estimated,parents\n",
                &problems),
        ATTAIN_OK);
    assert_int_equal(
        observe(data, "two.csv", "school,year,z\ns3,2022,9\n", &problems),
        ATTAIN_OK);
    assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_VARIABLES), 3);
    assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_GROUPS), 2);
    attain_dataset_get_observation(data, 2, 0, 2022, -1, &seen, NULL);
    assert_same(seen.value, 2);
    assert_int_equal(seen.status, ATTAIN_OBSERVATION_PROVISIONAL);
    assert_string_equal(seen.file, "one.csv");
    assert_int_equal(seen.line, 5);
    attain_dataset_get_observation(data, 1, 0, 2022, -1, &seen, NULL);
    assert_int_equal(seen.present, 1);
    assert_int_equal(seen.status, ATTAIN_OBSERVATION_MISSING);
    attain_dataset_get_observation(data, 0, 1, 2022, 1, &seen, NULL);
    assert_same(seen.value, 4);
    assert_int_equal(seen.status, ATTAIN_OBSERVATION_ESTIMATED);
    attain_dataset_get_observation(data, 2, 2, 2022, -1, &seen, NULL);
    assert_string_equal(seen.file, "two.csv");
    assert_int_equal(seen.line, 2);
    attain_dataset_get_observation(data, 0, 2, 2022, -1, &seen, NULL);
    assert_int_equal(seen.present, 0);
    attain_dataset_destroy(data);
}

static void failure_leaves_the_dataset_as_it_was(void **state) {
    (void)state;
    static const char *const bad[] = {
        "school,year,metric,value,group\ns1,2023,new,1,\ns1,2023,g,1,h\n"
        "s9,2023,x,1,\n",
        "school,year,metric,value\ns3,2022,x,1\ns1,2022,x,5\n",
        "school,year,x,fresh\ns1,2022,1,1\n",
        "school,year,fresh\ns1,2022-Q1,1\n",
        "school,year,metric,value\ns1,2022,y,5\n",
        "school;year\n",
    };
    told problems;
    attain_dataset *data = with_units(NULL);
    attain_observation seen;
    attain_observation_init(&seen);
    assert_int_equal(
        observe(data, "one.csv",
                "school,year,metric,value,group\ns1,2022,x,1,\ns1,2022,y,2,p\n",
                &problems),
        ATTAIN_OK);
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        assert_int_equal(observe(data, "bad.csv", bad[i], &problems),
                         ATTAIN_ERR_TABLE);
        assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_VARIABLES),
                         2);
        assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_GROUPS), 1);
        assert_int_equal(attain_dataset_find(data, ATTAIN_DATASET_VARIABLES,
                                             "fresh", ATTAIN_NUL_TERMINATED),
                         -1);
        attain_dataset_get_observation(data, 2, 0, 2022, -1, &seen, NULL);
        assert_int_equal(seen.present, 0);
        attain_dataset_get_observation(data, 0, 0, 2022, -1, &seen, NULL);
        assert_same(seen.value, 1);
        assert_string_equal(seen.file, "one.csv");
        assert_int_equal(seen.line, 2);
    }
    assert_told(&problems, "bad.csv:1: error: ", "semicolons");
    /* … and what was refused for its place alone can come in later. */
    assert_int_equal(
        observe(data, "two.csv", "school,year,fresh\ns3,2022,7\n", &problems),
        ATTAIN_OK);
    assert_same(value_of(data, "s3", "fresh", "2022"), 7);
    attain_dataset_destroy(data);
}

static void what_the_program_set_is_not_overwritten(void **state) {
    (void)state;
    told problems;
    attain_dataset *data = with_units(NULL);
    attain_variable variable;
    const double values[] = {1, 2, (double)NAN};
    attain_variable_init(&variable);
    variable.id = "x";
    attain_dataset_add_variables(data, &variable, 1, NULL, NULL);
    attain_dataset_set_column(data, 0, 2022, ATTAIN_GROUP_NONE, values, 3,
                              NULL);
    assert_int_equal(
        observe(data, "x.csv", "school,year,x\ns2,2022,5\n", &problems),
        ATTAIN_ERR_TABLE);
    assert_told(&problems,
                "x.csv:2: error: ", "by the program that reads this");
    assert_same(value_of(data, "s2", "x", "2022"), 2);
    attain_dataset_destroy(data);
}

static void variables_that_look_alike_are_warned_of(void **state) {
    (void)state;
    told problems;
    attain_dataset *data = with_units(NULL);
    assert_int_equal(observe(data, "x.csv",
                             "school,year,pupils,Pupils\ns2,2022,5,6\n",
                             &problems),
                     ATTAIN_OK);
    assert_told(&problems, "x.csv:1:4: warning: ",
                "differs from the one in x.csv, line 1, only by case");
    attain_dataset_destroy(data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_read_or_refused_alike_in_every_form),
        cmocka_unit_test(random_numbers_are_read_as_the_parser_reads_them),
        cmocka_unit_test(rows_with_a_fault_tell_it_at_its_cell),
        cmocka_unit_test(closed_units_without_a_value_are_not_told),
        cmocka_unit_test(the_same_in_two_files_names_both_places),
        cmocka_unit_test(files_and_rows_in_any_order_give_the_same),
        cmocka_unit_test(observations_keep_their_places_and_statuses),
        cmocka_unit_test(failure_leaves_the_dataset_as_it_was),
        cmocka_unit_test(what_the_program_set_is_not_overwritten),
        cmocka_unit_test(variables_that_look_alike_are_warned_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
