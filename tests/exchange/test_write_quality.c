/* Findings as CSV and JSON, and the column that an observation came from. */
#include <stdio.h>

#include "attain/exchange.h"
#include "support/support.h"

typedef struct text {
    char bytes[8192];
    size_t length;
    int fail; /* what the sink returns */
} text;

static int32_t take(const char *bytes, size_t length, void *user) {
    text *into = user;
    assert_true(into->length + length < sizeof into->bytes);
    memcpy(into->bytes + into->length, bytes, length);
    into->length += length;
    into->bytes[into->length] = '\0';
    return into->fail;
}

static attain_table table_of(const char *name, const char *from) {
    attain_table table;
    attain_table_init(&table);
    table.name = name;
    table.text = from;
    table.length = ATTAIN_NUL_TERMINATED;
    return table;
}

static attain_dataset *data_of(const char *observations) {
    const attain_table tables[] = {
        table_of("units.csv", "id,name,level\ns1,\"=One, \"\"first\"\"\",school"
                              "\ns2,Two,school\n"),
        table_of("observations.csv", observations)};
    attain_dataset *data = NULL;
    assert_int_equal(attain_read_dataset_tables(tables, 2, NULL, &data, NULL),
                     0);
    return data;
}

static attain_quality *quality_of(const attain_allocator *allocator) {
    attain_quality_options options;
    attain_quality *quality = NULL;
    attain_dataset *data = data_of("unit,period,x\ns1,2025,-1.5\ns2,2025,-2\n");
    attain_quality_options_init(&options);
    options.allocator = allocator;
    assert_int_equal(
        attain_quality_assess(NULL, data, NULL, &options, &quality, NULL), 0);
    attain_dataset_destroy(data);
    return quality;
}

#define HEAD                                                                   \
    "severity,check,kind,file,line,column,unit,unit_name,period,variable,"     \
    "group,metric,other,value,reference,score,count,message,advice\n"
#define ADVICE                                                                 \
    "\"correct the sign; if it may be negative, give the variable a min "      \
    "below 0 in variables.csv\"\n"

static void csv_has_a_line_a_finding(void **state) {
    attain_quality *quality = quality_of(NULL);
    text out = {"", 0, 0};
    (void)state;
    assert_int_equal(attain_write_quality(quality, NULL, ATTAIN_LANGUAGE_EN,
                                          take, &out, NULL),
                     0);
    assert_string_equal(
        out.bytes, HEAD
        "error,negative,negative,observations.csv,2,3,s1,"
        "\"=One, \"\"first\"\"\",2025,x,,,,-1.5,0,,1,"
        "\"x of =One, \"\"first\"\" (s1) in 2025 is -1.5, below 0\"," ADVICE
        "error,negative,negative,observations.csv,3,3,s2,Two,2025,x,,,,"
        "-2,0,,1,\"x of Two (s2) in 2025 is -2, below 0\"," ADVICE);
    attain_quality_destroy(quality);
}

static void csv_of_one_unit_defused(void **state) {
    attain_quality *quality = quality_of(NULL);
    attain_write_options options;
    text out = {"", 0, 0};
    (void)state;
    attain_write_options_init(&options);
    options.unit = 0;
    options.defuse = 1;
    options.byte_order_mark = 1;
    options.provenance = "made up";
    assert_int_equal(attain_write_quality(quality, &options, ATTAIN_LANGUAGE_ZH,
                                          take, &out, NULL),
                     0);
    assert_contains(out.bytes, "\xEF\xBB\xBF\"# made up\"\nseverity,");
    assert_contains(out.bytes, ",s1,\"'=One, ");
    assert_contains(out.bytes, "2025的“x”为-1.5，是负数");
    assert_null(strstr(out.bytes, "Two"));
    attain_quality_destroy(quality);
}

static void json_counts_and_lists(void **state) {
    attain_quality *quality = quality_of(NULL);
    attain_write_options options;
    text out = {"", 0, 0};
    (void)state;
    attain_write_options_init(&options);
    options.format = ATTAIN_FORMAT_JSON;
    options.unit = 1;
    options.provenance = "of \"a\"\nb";
    assert_int_equal(attain_write_quality(quality, &options, ATTAIN_LANGUAGE_EN,
                                          take, &out, NULL),
                     0);
    assert_string_equal(
        out.bytes,
        "{\"error\":2,\"warning\":0,\"info\":0,\"findings\":[\n"
        "{\"severity\":\"error\",\"check\":\"negative\",\"kind\":\"negative\","
        "\"file\":\"observations.csv\",\"line\":3,\"column\":3,\"unit\":\"s2\","
        "\"unit_name\":\"Two\",\"period\":\"2025\",\"variable\":\"x\","
        "\"group\":null,\"metric\":null,\"other\":null,\"value\":-2,"
        "\"reference\":0,\"score\":null,\"count\":1,"
        "\"message\":\"x of Two (s2) in 2025 is -2, below 0\","
        "\"advice\":\"correct the sign; if it may be negative, give the "
        "variable a min below 0 in variables.csv\"}],\"provenance\":[\n\"of "
        "\\\"a\\\"\","
        "\n\"b\"]}\n");
    attain_quality_destroy(quality);
}

static void what_fails(void **state) {
    attain_quality *quality = quality_of(NULL);
    attain_write_options options;
    text out = {"", 0, 3};
    (void)state;
    assert_int_equal(attain_write_quality(quality, NULL, ATTAIN_LANGUAGE_EN,
                                          take, &out, NULL),
                     ATTAIN_ERR_CALLBACK);
    assert_int_equal(attain_write_quality(NULL, NULL, 0, take, &out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_write_quality(quality, NULL, 0, NULL, &out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_write_quality(quality, NULL, 9, take, &out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    attain_write_options_init(&options);
    options.unit = 2;
    assert_int_equal(
        attain_write_quality(quality, &options, 0, take, &out, NULL),
        ATTAIN_ERR_ARGUMENT);
    options.unit = -1;
    options.provenance = "a\tb";
    assert_int_equal(
        attain_write_quality(quality, &options, 0, take, &out, NULL),
        ATTAIN_ERR_TEXT);
    options.struct_size = 1;
    assert_int_equal(
        attain_write_quality(quality, &options, 0, take, &out, NULL),
        ATTAIN_ERR_STRUCT);
    attain_quality_destroy(quality);
}

static void without_memory(void **state) {
    support_memory memory;
    text out = {"", 0, 0};
    (void)state;
    support_memory_init(&memory);
    attain_quality *quality = quality_of(&memory.allocator);
    support_memory_fail(&memory, 1, 0);
    assert_int_equal(attain_write_quality(quality, NULL, 0, take, &out, NULL),
                     ATTAIN_ERR_MEMORY);
    assert_int_equal(out.length, 0);
    assert_int_equal(attain_write_quality(quality, NULL, 0, take, &out, NULL),
                     0);
    attain_quality_destroy(quality);
    assert_no_leak(&memory);
}

/* --- Columns -----------------------------------------------------------------
 */

static attain_observation look(const attain_dataset *data, const char *id,
                               const char *variable) {
    attain_observation out;
    attain_observation_init(&out);
    assert_int_equal(
        attain_dataset_get_observation(
            data, attain_dataset_find(data, 0, id, ATTAIN_NUL_TERMINATED),
            attain_dataset_find(data, 1, variable, ATTAIN_NUL_TERMINATED), 2025,
            ATTAIN_GROUP_NONE, &out, NULL),
        0);
    return out;
}

static void an_observation_knows_its_column(void **state) {
    const attain_table more =
        table_of("more.csv", "value,unit,period,variable\n4,s2,2025,b\n");
    attain_dataset *data = data_of("note,b,unit,a,period,c\n,1,s1,2,2025,\n");
    (void)state;
    assert_int_equal(attain_read_observations(data, &more, 1, NULL, NULL), 0);
    assert_int_equal(look(data, "s1", "a").column, 4);
    assert_int_equal(look(data, "s1", "b").column, 2);
    assert_int_equal(look(data, "s1", "c").column, 6);
    assert_int_equal(look(data, "s2", "b").column, 1);
    assert_int_equal(look(data, "s2", "a").column, 0);
    attain_dataset_destroy(data);
}

static void a_value_that_is_set_has_no_column(void **state) {
    attain_dataset *data = data_of("unit,period,x\n");
    const double values[] = {-3, 4};
    attain_quality *quality = NULL;
    attain_quality_finding finding;
    (void)state;
    assert_int_equal(attain_dataset_set_column(data, 0, 2025, ATTAIN_GROUP_NONE,
                                               values, 2, NULL),
                     0);
    assert_int_equal(look(data, "s1", "x").column, 0);
    assert_int_equal(
        attain_quality_assess(NULL, data, NULL, NULL, &quality, NULL), 0);
    attain_quality_finding_init(&finding);
    assert_int_equal(attain_quality_get(quality, 0, &finding, NULL), 0);
    assert_string_equal(finding.file, "");
    assert_int_equal(finding.line, 0);
    attain_quality_destroy(quality);
    attain_dataset_destroy(data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_has_a_line_a_finding),
        cmocka_unit_test(csv_of_one_unit_defused),
        cmocka_unit_test(json_counts_and_lists),
        cmocka_unit_test(what_fails),
        cmocka_unit_test(without_memory),
        cmocka_unit_test(an_observation_knows_its_column),
        cmocka_unit_test(a_value_that_is_set_has_no_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
