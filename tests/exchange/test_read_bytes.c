/* Bytes, encodings and the structure of records: what is refused, where, and
 * what is said. */
#include "exchange/reading.h"

/* An observations table with something wrong, and where that is told. */
typedef struct fault {
    const char *text;
    size_t length; /* 0: NUL-terminated */
    const char *place;
    const char *part;
    int64_t offset; /* −2: not looked at */
} fault;

#define HEAD "unit,period,variable,value\n"

static const fault faults[] = {
    /* empty, only a mark, only line ends, only blanks */
    {"", 0, "observations.csv: error: ", "no header", -1},
    {"\xef\xbb\xbf", 0, "observations.csv: error: ", "no header", -1},
    {"\n\r\n\n", 0, "observations.csv: error: ", "no header", -1},
    {"   \n", 0, "observations.csv:1: error: ", "does not look like a header",
     0},
    /* a mark within the file */
    {HEAD "\xef\xbb\xbf"
          "s1,2022,a,1\n",
     0, "observations.csv:2: warning: ", "byte order mark", 27},
    /* UTF-16 and UTF-32, with and without a mark */
    {"\xff\xfe"
     "u\0n\0",
     6, "observations.csv: error: ", "UTF-16", -1},
    {"\xfe\xff\0u\0n", 6, "observations.csv: error: ", "UTF-16", -1},
    {"\xff\xfe\0\0u\0\0\0", 8, "observations.csv: error: ", "UTF-32", -1},
    {"\0\0\xfe\xff\0\0\0u", 8, "observations.csv: error: ", "UTF-32", -1},
    {"u\0n\0i\0t\0,\0p\0", 12,
     "observations.csv: error: ", "UTF-16 without a mark", -1},
    {"\0u\0n\0i\0t\0,\0p", 12,
     "observations.csv: error: ", "UTF-16 without a mark", -1},
    {"u\0\0\0n\0\0\0i\0\0\0", 12,
     "observations.csv: error: ", "UTF-32 without a mark", -1},
    {"PK\x03\x04 and so on", 0, "observations.csv: error: ", "workbook", -1},
    {"\xd0\xcf\x11\xe0 and", 0, "observations.csv: error: ", "workbook", -1},
    /* GBK, Latin-1, Shift-JIS */
    {HEAD "\xd6\xd0\xd0\xc4,2022,a,1\n", 0, "observations.csv:2:1: error: ",
     "looks like GB18030/GBK: save the file as \"CSV UTF-8\"", 27},
    {HEAD "caf\xe9,2022,a,1\n", 0, "observations.csv:2:1: error: ",
     "byte 30 of the file, \\xe9, is not UTF-8: save", 30},
    {HEAD "\x8aw\x8dZ,2022,a,1\n", 0,
     "observations.csv:2:1: error: ", "not UTF-8", 27},
    /* overlong, surrogate, too large, cut at the end of field and file */
    {HEAD "\xc0\xaf,2022,a,1\n", 0,
     "observations.csv:2:1: error: ", "not UTF-8", 27},
    {HEAD "\xed\xa0\x80,2022,a,1\n", 0,
     "observations.csv:2:1: error: ", "not UTF-8", 27},
    {HEAD "\xf4\x90\x80\x80,2022,a,1\n", 0,
     "observations.csv:2:1: error: ", "not UTF-8", 27},
    {HEAD "s\xe5\xad,2022,a,1\n", 0,
     "observations.csv:2:1: error: ", "not UTF-8", 28},
    {HEAD "s1,2022,a,1\xe5\xad", 0,
     "observations.csv:2:4: error: ", "not UTF-8", 38},
    /* NUL, other controls, directions of text: shown, not obeyed */
    {HEAD "s1\0,2022,a,1\n", 40, "observations.csv:2:1: error: ",
     "byte 29 of the file, \\x00, is not UTF-8 text", 29},
    {HEAD "s\x1b[1m,2022,a,1\n", 0,
     "observations.csv:2:1: error: ", "\"s\\x1B[1m\" is not there", 27},
    {HEAD "s\xe2\x80\xae,2022,a,1\n", 0,
     "observations.csv:2:1: error: ", "\"s\\u{202E}\" is not there", 27},
    /* width and composition: bytes decide */
    {HEAD "\xef\xbd\x93\xef\xbc\x91,2022,a,1\n", 0,
     "observations.csv:2:1: error: ", "is not there", 27},
    {HEAD " s1,2022,a,1\n", 0, "observations.csv:2:1: error: ",
     "\" s1\" is not there; did you mean \"s1\"?", 27},
    /* Ctrl-Z that is not at the end */
    {HEAD "\x1a\ns1,2022,a,1\n", 0,
     "observations.csv:2: error: ", "1 fields, but the header has 4", 27},
    /* quotes */
    {HEAD "s1,2022,a,\"1\n", 0, "observations.csv:2:4: error: ", "not closed",
     37},
    {HEAD "s1,2022,a,1\ns1,\"20\n23\n\n,a,1\n", 0,
     "observations.csv:3:2: error: ", "not closed", 42},
    {HEAD "\"s1\"x,2022,a,1\n", 0,
     "observations.csv:2:1: error: ", "text after the closing quote", 31},
    {HEAD "s\"1,2022,a,1\n", 0,
     "observations.csv:2:1: error: ", "quote within an unquoted field", 28},
    {HEAD "s1,2022,a, \"1\"\n", 0,
     "observations.csv:2:4: error: ", "quote within an unquoted field", 38},
    {HEAD "s1,2022,a,\"\\\"1\"\n", 0,
     "observations.csv:2:4: error: ", "text after the closing quote", -2},
    {HEAD "\"s1\n\",2022,a,1\n", 0,
     "observations.csv:2:1: error: ", "\"s1\\x0A\" is not there", 27},
    {HEAD "\"s1\",2022,a,\"x\n\"\ns3,2022,a,1\n", 0,
     "observations.csv:4:1: error: ", "\"s3\" is not there", -2},
    /* other delimiters */
    {"unit;period;variable;value\ns1;2022;a;1\n", 0,
     "observations.csv:1: error: ", "separated by semicolons", 0},
    {"unit\tperiod\tvariable\tvalue\n", 0,
     "observations.csv:1: error: ", "separated by tabs", 0},
    {"unit|period|variable|value\n", 0,
     "observations.csv:1: error: ", "separated by bars", 0},
    {"unit\xef\xbc\x8cperiod\xef\xbc\x8cvariable\n", 0,
     "observations.csv:1: error: ", "full-width commas", 0},
    {"sep=;\nunit;period;variable;value\n", 0, "observations.csv:1: error: ",
     "the first line is sep=; and not the header: remove it", 0},
    /* too few, too many fields */
    {HEAD "s1,2022,a\n", 0, "observations.csv:2: error: ",
     "3 fields, but the header has 4: write a comma for every field", 27},
    {HEAD "s1,2022,a,1,234\n", 0, "observations.csv:2: error: ",
     "5 fields, but the header has 4: put a field that contains a comma", 27},
    /* headings */
    {"unit,period,variable,value,unit\n", 0, "observations.csv:1:5: error: ",
     "\"unit\" is there twice, as column 1 and 5", 27},
    {"unit,period,a,b,a\ns1,2022,1,2,3\n", 0, "observations.csv:1:5: error: ",
     "\"a\" is there twice, as column 3 and 5", 16},
    {"unit,period,variable,value,\n", 0,
     "observations.csv:1:5: error: ", "column 5 has no name", 27},
    {"Unit,period,variable,value\n", 0, "observations.csv:1: error: ",
     "the column \"unit\" is missing: add it", 0},
    {"unit,period,variable,value,statsu\n", 0, "observations.csv:1:5: error: ",
     "\"statsu\" is not a column of this table; did you mean \"status\"?", 27},
    {HEAD "s1,2022,a,1\n" HEAD, 0,
     "observations.csv:3: error: ", "the header is there again", 39},
    {"Observations of 2022,,,\n" HEAD, 0,
     "observations.csv:1: error: ", "does not look like a header", 0},
    {"unit,period,value\n", 0,
     "observations.csv:1:3: error: ", "the long form has both", 12},
    {"unit,period,a,status\n", 0,
     "observations.csv:1:4: error: ", "this column is for the long form", 14},
    /* mixed line ends */
    {HEAD "s1,2022,a,1\r\n", 0, "observations.csv:2: warning: ", "mixed", -1},
    {"unit,period,variable,value\r\ns1,2022,a,1\r", 0,
     "observations.csv:2: warning: ", "mixed", -1},
};

static void tables_with_a_fault_tell_it_at_its_place(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
        const fault *row = &faults[i];
        tables list;
        told problems;
        attain_dataset *data;
        tables_dataset(&list);
        tables_set(&list, "observations.csv", row->text,
                   row->length == 0 ? strlen(row->text) : row->length);
        attain_status status = read_dataset(&list, &problems, &data);
        assert_told(&problems, row->place, row->part);
        int error = problems.errors > 0;
        assert_int_equal(status, error ? ATTAIN_ERR_TABLE : ATTAIN_OK);
        assert_int_equal(data == NULL, error);
        assert_true(error || strstr(row->place, "error") == NULL);
        if (row->offset != -2)
            assert_int_equal(problems.offsets[0], row->offset);
        attain_dataset_destroy(data);
    }
}

/* Nothing is told of these, and they say the same. */
static const char *const same[] = {
    HEAD "s1,2022,a,1.5\ns1,2023,a,2\n",
    HEAD "s1,2022,a,1.5\ns1,2023,a,2",
    "\xef\xbb\xbf" HEAD "s1,2022,a,1.5\ns1,2023,a,2\n",
    "\xef\xbb\xbf\"unit\",period,variable,value\ns1,2022,a,1.5\n"
    "s1,2023,a,2\n\n\n",
    "unit,period,variable,value\r\ns1,2022,a,1.5\r\ns1,2023,a,2\r\n",
    "unit,period,variable,value\rs1,2022,a,1.5\rs1,2023,a,2\r",
    HEAD "# a remark, with \"quotes\"\n\ns1,2022,a,1.5\n\"# another\"\n"
         "\n#\ns1,2023,a,2\n",
    HEAD "\"s1\",\"2022\",\"a\",\"1.5\"\ns1,2023,a,2\n",
    "value,variable,note of mine,period,unit\n1.5,a,\"x, "
    "\"\"y\"\"\nz\",2022,s1\n"
    "2,a,,2023,s1\n",
    "unit,period,a\ns1,2022,1.5\ns1,2023,2\n",
    "a,unit,period\n1.5,s1,2022\n2,s1,2023\n",
    HEAD "s1,2022,a,1.5\ns1,2023,a,2\n\x1a",
    HEAD "s1,2022,a,15e-1\ns1,2023,a,+2.\n",
};

static void tables_of_any_form_say_the_same(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++) {
        tables list;
        told problems;
        attain_dataset *data;
        tables_dataset(&list);
        tables_add(&list, "observations.csv", same[i]);
        assert_int_equal(read_dataset(&list, &problems, &data), ATTAIN_OK);
        assert_int_equal(problems.count, 0);
        assert_same(value_of(data, "s1", "a", "2022"), 1.5);
        assert_same(value_of(data, "s1", "a", "2023"), 2);
        attain_dataset_destroy(data);
    }
}

static void line_ends_of_cr_cr_lf_are_read_with_a_warning(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_dataset *data;
    tables_dataset(&list);
    tables_add(&list, "observations.csv",
               "unit,period,variable,value\r\r\ns1,2022,a,1.5\r\r\n");
    assert_int_equal(read_dataset(&list, &problems, &data), ATTAIN_OK);
    assert_int_equal(problems.count, 1);
    assert_told(&problems, "observations.csv:2: warning: ", "mixed");
    assert_same(value_of(data, "s1", "a", "2022"), 1.5);
    attain_dataset_destroy(data);
}

static void many_cells_that_are_not_utf8_are_told_once(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_dataset *data;
    tables_dataset(&list);
    tables_add(&list, "observations.csv",
               HEAD "\xd6\xd0,2022,a,1\n\xc4\xea,2022,a,1\ns9,2022,a,1\n");
    assert_int_equal(read_dataset(&list, &problems, &data), ATTAIN_ERR_TABLE);
    assert_int_equal(problems.count, 2);
    assert_told(&problems, "observations.csv:2:1: error: ", "not UTF-8");
    assert_told(&problems, "observations.csv:4:1: error: ", "\"s9\"");
}

static void limits_are_told_and_not_exceeded(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_read_options options;
    attain_dataset *data = NULL;
    attain_error err;
    tables_dataset(&list);
    options_of(&options, &problems);
    options.max_file_size = 20;
    assert_int_equal(attain_read_dataset_tables(list.items, list.count,
                                                &options, &data, &err),
                     ATTAIN_ERR_LIMIT);
    assert_int_equal(err.code, ATTAIN_ERR_LIMIT);
    assert_told(&problems, "units.csv: error: ", "more than 20 bytes");
    options_of(&options, &problems);
    options.max_field_size = 8;
    tables_add(&list, "units.csv",
               "id,name,level\ns1,A very long name,school\n");
    assert_int_equal(attain_read_dataset_tables(list.items, list.count,
                                                &options, &data, &err),
                     ATTAIN_ERR_LIMIT);
    assert_told(&problems, "units.csv:2:2: error: ", "more than 8 bytes");
    /* The record's limit, also within an open quote. */
    static char text[400];
    memset(text, 'x', sizeof(text) - 1);
    memcpy(text, "id,name,level\ns1,\"", 18);
    options_of(&options, &problems);
    options.max_field_size = 8;
    tables_add(&list, "units.csv", text);
    assert_int_equal(attain_read_dataset_tables(list.items, list.count,
                                                &options, &data, &err),
                     ATTAIN_ERR_LIMIT);
    assert_told(&problems,
                "units.csv:2:2: error: ", "not closed within the limit");
    text[17] = 'x';
    options_of(&options, &problems);
    options.max_field_size = 8;
    assert_int_equal(attain_read_dataset_tables(list.items, list.count,
                                                &options, &data, &err),
                     ATTAIN_ERR_LIMIT);
    assert_told(&problems, "units.csv:2: error: ", "more than 128 bytes");
    assert_null(data);
}

static void too_many_columns_are_a_limit(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_dataset *data;
    size_t size = 70000;
    char *text = malloc(size + 1);
    memset(text, ',', size);
    text[size] = '\0';
    tables_dataset(&list);
    tables_add(&list, "units.csv", text);
    assert_int_equal(read_dataset(&list, &problems, &data), ATTAIN_ERR_LIMIT);
    assert_told(&problems, "units.csv:1: error: ", "more than 65536 fields");
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_with_a_fault_tell_it_at_its_place),
        cmocka_unit_test(tables_of_any_form_say_the_same),
        cmocka_unit_test(line_ends_of_cr_cr_lf_are_read_with_a_warning),
        cmocka_unit_test(many_cells_that_are_not_utf8_are_told_once),
        cmocka_unit_test(limits_are_told_and_not_exceeded),
        cmocka_unit_test(too_many_columns_are_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
