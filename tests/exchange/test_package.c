/* Frictionless data packages: the descriptor that is written of tables, and
 * tables that are read where a descriptor says. */
#include "exchange/json.h"
#include "exchange/reading.h"
#include "support/scratch.h"

/* --- JSON ---------------------------------------------------------------- */

/* Reads all tokens; NULL, or what is wrong. */
static const char *fault_of(const char *text, char *strings, size_t size) {
    size_t length = strlen(text);
    char *copy = malloc(length + 1); /* no byte behind it can be read */
    char *room = malloc(length + 1);
    attain_i_json json;
    enum attain_i_json_token token;
    memcpy(copy, text, length);
    attain_i_json_init(&json, copy, length, room);
    strings[0] = '\0';
    do {
        token = attain_i_json_next(&json);
        if (token == ATTAIN_I_JSON_KEY || token == ATTAIN_I_JSON_STRING ||
            token == ATTAIN_I_JSON_OTHER) {
            size_t used = strlen(strings);
            snprintf(strings + used, size - used, "%s|", json.value);
        }
    } while (token > ATTAIN_I_JSON_FAULT);
    assert_true(json.used <= length);
    free(room);
    free(copy);
    return token == ATTAIN_I_JSON_END ? NULL : json.fault;
}

static void json_texts(void **state) {
    static const struct {
        const char *text, *strings;
    } all[] = {
        {"{}", ""},
        {" [ ] ", ""},
        {"\"\"", "|"},
        {"{\"a\":1,\"b\":[true,false,null,-1.5e3,\"x\"]}",
         "a|0|b|true|false|null|0|x|"},
        {"[{},[[]],{\"a\":{\"b\":\"c\"}}]", "a|b|c|"},
        {"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t|"},
        {"\"\\u0041\\u00e9\\u5b66\\ud83d\\ude00\"",
         "A\xc3\xa9\xe5\xad\xa6\xf0\x9f\x98\x80|"},
    };
    char strings[256];
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        assert_null(fault_of(all[i].text, strings, sizeof strings));
        assert_string_equal(strings, all[i].strings);
    }
}

static void json_faults(void **state) {
    static const struct {
        const char *text, *fault;
    } all[] = {
        {"", "ends too early"},
        {"{", "ends too early"},
        {"[1", "ends too early"},
        {"{\"a\"", "name without a colon"},
        {"{\"a\":", "ends too early"},
        {"{\"a\":1,}", "member without a sound name"},
        {"{\"a\" 1}", "name without a colon"},
        {"{1:2}", "member without a sound name"},
        {"{\"a\":1 \"b\":2}", "no comma"},
        {"[1 2]", "no comma"},
        {"[1,]", "no value"},
        {"[1}", "closes nothing"},
        {"]", "closes nothing"},
        {"{}{}", "behind its end"},
        {"[nul]", "no value"},
        {"[truee]", "no value"},
        {"[x]", "no value"},
        {"[,]", "no value"},
        {"\"a", "string that does not end"},
        {"\"a\\", "string that does not end"},
        {"\"\\x\"", "string that does not end"},
        {"\"\\u12\"", "string that does not end"},
        {"\"\\u12g4\"", "string that does not end"},
        {"\"\\u0000\"", "string that does not end"},
        {"\"\\ud83d\"", "string that does not end"},
        {"\"\\ud83d\\u0041\"", "string that does not end"},
        {"\"\\ude00\"", "string that does not end"},
        {"\"a\nb\"", "string that does not end"},
        {"{\"a\n\":1}", "member without a sound name"},
    };
    char strings[256];
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        const char *fault = fault_of(all[i].text, strings, sizeof strings);
        if (fault == NULL || strstr(fault, all[i].fault) == NULL)
            fail_msg("%s: %s", all[i].text, fault == NULL ? "sound" : fault);
    }
}

static void json_depth(void **state) {
    char deep[200];
    char strings[8];
    (void)state;
    memset(deep, '[', 64);
    memset(deep + 64, ']', 64);
    deep[128] = '\0';
    assert_null(fault_of(deep, strings, sizeof strings));
    memset(deep, '[', 65);
    assert_string_equal(fault_of(deep, strings, sizeof strings),
                        "is nested too deeply");
}

/* --- Out ----------------------------------------------------------------- */

/* A sink that keeps all. */
typedef struct text {
    char bytes[20000];
    size_t length;
} text;

static int32_t keep(const char *bytes, size_t length, void *user) {
    text *into = user;
    assert_true(into->length + length < sizeof into->bytes);
    memcpy(into->bytes + into->length, bytes, length);
    into->length += length;
    into->bytes[into->length] = '\0';
    return 0;
}

#define RESOURCE(name)                                                         \
    "\n{\"name\":\"" name "\",\"path\":\"" name ".csv\",\"profile\":"          \
    "\"tabular-data-resource\",\"format\":\"csv\",\"mediatype\":"              \
    "\"text/csv\",\"encoding\":\"utf-8\",\n\"dialect\":{\"delimiter\":\",\","  \
    "\"doubleQuote\":true,\"header\":true,\"commentChar\":\"#\"},\n"           \
    "\"schema\":{\"fields\":["
#define PERIOD "\"pattern\":\"[0-9]{4}(-(S[12]|Q[1-4]|0[1-9]|1[0-2]))?\""
#define GIVEN "],\n\"missingValues\":[\"\",\"NA\"],\n"

static void package_of_a_dataset(void **state) {
    static text got;
    tables list;
    (void)state;
    memset(&list, 0, sizeof list);
    got.length = 0;
    tables_add(&list, "units.csv", "id,name,level,parent,opened,note 1\n");
    tables_add(&list, "observations.csv",
               "# a remark\nunit,period,variable,value,status\nnot,read");
    tables_add(&list, "observations-2.csv", "period,unit,a,note\n");
    tables_add(&list, "variables.csv", "id,min,shared\n");
    assert_int_equal(attain_write_package_tables(list.items, list.count, NULL,
                                                 keep, &got, NULL),
                     ATTAIN_OK);
    assert_string_equal(
        got.bytes,
        "{\"profile\":\"tabular-data-package\",\"resources\":[" RESOURCE(
            "observations-2") "\n{\"name\":\"period\",\"type\":\"string\","
                              "\"constraints\":"
                              "{\"required\":true," PERIOD "}},\n"
                              "{\"name\":\"unit\",\"type\":\"string\","
                              "\"constraints\":"
                              "{\"required\":true}},\n"
                              "{\"name\":\"a\",\"type\":\"number\"},\n"
                              "{\"name\":\"note\",\"type\":\"string\"}" GIVEN
                              "\"primaryKey\":[\"period\",\"unit\"],\n"
                              "\"foreignKeys\":[{\"fields\":[\"unit\"],"
                              "\"reference\":"
                              "{\"resource\":\"units\",\"fields\":[\"id\"]}}]}}"
                              "," RESOURCE(
                                  "observations") "\n{\"name\":\"unit\","
                                                  "\"type\":\"string\","
                                                  "\"constraints\":"
                                                  "{\"required\":true}},\n"
                                                  "{\"name\":\"period\","
                                                  "\"type\":\"string\","
                                                  "\"constraints\":"
                                                  "{\"required\":true," PERIOD
                                                  "}},\n"
                                                  "{\"name\":\"variable\","
                                                  "\"type\":\"string\","
                                                  "\"constraints\":"
                                                  "{\"required\":true}},\n"
                                                  "{\"name\":\"value\","
                                                  "\"type\":\"number\"},\n"
                                                  "{\"name\":\"status\","
                                                  "\"type\":\"string\","
                                                  "\"constraints\":{\"enum\":"
                                                  "[\"measured\",\"estimated\","
                                                  "\"provisional\",\"missing\"]"
                                                  "}}" GIVEN
                                                  "\"primaryKey\":[\"unit\","
                                                  "\"period\",\"variable\"],\n"
                                                  "\"foreignKeys\":[{"
                                                  "\"fields\":[\"unit\"],"
                                                  "\"reference\":"
                                                  "{\"resource\":\"units\","
                                                  "\"fields\":[\"id\"]}},"
                                                  "{\"fields\":[\"variable\"],"
                                                  "\"reference\":"
                                                  "{\"resource\":\"variables\","
                                                  "\"fields\":[\"id\"]}}]}}"
                                                  "," RESOURCE(
                                                      "units") "\n{\"name\":"
                                                               "\"id\","
                                                               "\"type\":"
                                                               "\"string\","
                                                               "\"constraints\""
                                                               ":"
                                                               "{\"required\":"
                                                               "true}},\n"
                                                               "{\"name\":"
                                                               "\"name\","
                                                               "\"type\":"
                                                               "\"string\","
                                                               "\"constraints\""
                                                               ":"
                                                               "{\"required\":"
                                                               "true}},\n"
                                                               "{\"name\":"
                                                               "\"level\","
                                                               "\"type\":"
                                                               "\"string\","
                                                               "\"constraints\""
                                                               ":"
                                                               "{\"required\":"
                                                               "true}},\n"
                                                               "{\"name\":"
                                                               "\"parent\","
                                                               "\"type\":"
                                                               "\"string\"},\n"
                                                               "{\"name\":"
                                                               "\"opened\","
                                                               "\"type\":"
                                                               "\"string\","
                                                               "\"constraints\""
                                                               ":{" PERIOD
                                                               "}},\n"
                                                               "{\"name\":"
                                                               "\"note "
                                                               "1\",\"type\":"
                                                               "\"string\""
                                                               "}" GIVEN
                                                               "\"primaryKey\":"
                                                               "[\"id\"],\n"
                                                               "\"foreignKeys\""
                                                               ":[{\"fields\":["
                                                               "\"parent\"],"
                                                               "\"reference\":"
                                                               "{\"resource\":"
                                                               "\"\","
                                                               "\"fields\":["
                                                               "\"id\"]}}]}}"
                                                               "," RESOURCE(
                                                                   "variables") "\n{\"name\":\"id\",\"type\":\"string\",\"constraints\":"
                                                                                "{\"required\":true}},\n"
                                                                                "{\"name\":\"min\",\"type\":\"number\"},\n"
                                                                                "{\"name\":\"shared\",\"type\":\"boolean\",\"trueValues\":[\"yes\"],"
                                                                                "\"falseValues\":[\"no\"]}" GIVEN
                                                                                "\"primaryKey\":[\"id\"]}}]}\n");
}

/* Groups make keys that may be empty; names beyond ASCII are spelt out. */
static void package_of_other_forms(void **state) {
    static text got;
    tables list;
    (void)state;
    memset(&list, 0, sizeof list);
    got.length = 0;
    tables_add(&list, "observations_\xe5\xad\xa6.csv",
               "unit,period,variable,value,group\n");
    tables_add(&list, "observations-s.csv",
               "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,TIME_PERIOD,"
               "OBS_VALUE,OBS_STATUS\n");
    tables_add(&list, "plan.csv", "key,value\n");
    tables_add(&list, "metrics.csv",
               "id,name,numerator,decimals,across,factor\n");
    tables_add(&list, "targets.csv", "id,goal,metric,name,veto,steps\n");
    tables_add(&list, "goals.csv", "id,name,parent\n");
    assert_int_equal(attain_write_package_tables(list.items, list.count, NULL,
                                                 keep, &got, NULL),
                     ATTAIN_OK);
    assert_contains(got.bytes, "{\"name\":\"observations_.e5.ad.a6\",\"path\":"
                               "\"observations_\xe5\xad\xa6.csv\"");
    assert_contains(got.bytes, "{\"name\":\"group\",\"type\":\"string\"}],\n"
                               "\"missingValues\":[\"\",\"NA\"]}}");
    assert_contains(got.bytes,
                    "{\"name\":\"OBS_STATUS\",\"type\":\"string\"}],\n"
                    "\"missingValues\":[\"\",\"NA\",\"NaN\",\"#N/A\"],\n"
                    "\"primaryKey\":[\"REF_AREA\",\"INDICATOR\","
                    "\"TIME_PERIOD\"]}}");
    assert_contains(got.bytes, "\"primaryKey\":[\"key\"]");
    assert_contains(got.bytes, "{\"name\":\"decimals\",\"type\":"
                               "\"integer\"}");
    assert_contains(got.bytes, "\"foreignKeys\":[{\"fields\":[\"goal\"],"
                               "\"reference\":{\"resource\":\"goals\","
                               "\"fields\":[\"id\"]}},{\"fields\":"
                               "[\"metric\"]");
}

static int32_t refuse_all(const char *bytes, size_t length, void *user) {
    (void)bytes;
    (void)length;
    (void)user;
    return 9;
}

static void package_refusals(void **state) {
    static text got;
    tables list;
    told problems;
    attain_read_options options;
    attain_error err;
    (void)state;
    memset(&list, 0, sizeof list);
    got.length = 0;
    options_of(&options, &problems);
    tables_add(&list, "units.csv", "id,nme,level\n");
    tables_add(&list, "observations.csv", "");
    tables_add(&list, "budget.csv", "id,unit,period\n");
    assert_int_equal(attain_write_package_tables(list.items, list.count,
                                                 &options, keep, &got, &err),
                     ATTAIN_ERR_TABLE);
    assert_int_equal(got.length, 0);
    assert_told(&problems, "units.csv:1:2: error", "did you mean \"name\"");
    assert_told(&problems, "observations.csv: error", "has no header");
    assert_told(&problems, "budget.csv: error", "no table of a plan");
    assert_int_equal(
        attain_write_package_tables(list.items, 0, &options, NULL, NULL, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_write_package(NULL, NULL, keep, &got, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_write_package("/nowhere", NULL, keep, &got, &err),
                     ATTAIN_ERR_IO);
    assert_int_equal(attain_write_package(".", NULL, NULL, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_write_package_tables(NULL, 0, NULL, refuse_all, NULL, &err),
        ATTAIN_ERR_CALLBACK);
    options.struct_size = 3;
    assert_int_equal(
        attain_write_package_tables(list.items, 1, &options, keep, &got, &err),
        ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_write_package(".", &options, keep, &got, &err),
                     ATTAIN_ERR_STRUCT);
    assert_int_equal(got.length, 0);
}

/* --- In ------------------------------------------------------------------ */

static int make_package(void **state) {
    if (scratch_make(state) != 0 || scratch_make_folder("tables") != 0)
        return 1;
    scratch_write("tables/schools.csv",
                  "id,name,level,parent\nc,County,county,\ns,S,school,c\n", 51);
    scratch_write("tables/o1.csv", "unit,period,x\nc,2023,1\ns,2023,2\n", 32);
    scratch_write("o2.csv",
                  "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,TIME_PERIOD,"
                  "OBS_VALUE\ndataflow,E:F(1.0),c,y,2023,3\n",
                  93);
    return 0;
}

static attain_status read_package(const char *descriptor, told *problems,
                                  attain_dataset **out) {
    attain_read_options options;
    attain_error err;
    options_of(&options, problems);
    *out = NULL;
    scratch_write("datapackage.json", descriptor, strlen(descriptor));
    return attain_read_dataset(scratch_path("datapackage.json"), &options, out,
                               &err);
}

static const char sound[] =
    "{\"$schema\":\"https://datapackage.org/profiles/2.0/datapackage.json\",\n"
    "\"name\":\"county\",\"licenses\":[{\"name\":\"ODC-PDDL-1.0\"}],\n"
    "\"resources\":[\n"
    "{\"name\":\"units\",\"path\":\"tables/schools.csv\",\"format\":\"csv\",\n"
    "\"encoding\":\"UTF-8\",\"dialect\":{\"delimiter\":\",\",\"header\":true,\n"
    "\"quoteChar\":\"\\\"\",\"doubleQuote\":true,\"lineTerminator\":\"\\r\\n\","
    "\n"
    "\"commentChar\":\"#\",\"x\":[]},\"schema\":{\"fields\":[{\"name\":\"id\","
    "\"type\":\"string\"}],\"missingValues\":[\"\",\"NA\"],\"primaryKey\":"
    "\"id\"}},\n"
    "{\"path\":[\"tables/o1.csv\"],\"name\":\"observations-wide\","
    "\"dialect\":\"dialect.json\",\"schema\":\"schema.json\"},\n"
    "{\"name\":\"observations.e5\",\"path\":\"o2.csv\",\"bytes\":93},\n"
    "{\"name\":\"map\",\"path\":\"https://example.org/map.csv\",\"data\":[]},\n"
    "7, []\n"
    "],\"sources\":null}\n";

static void package_is_read(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(read_package(sound, &problems, &data), ATTAIN_OK);
    assert_int_equal(problems.count, 0);
    assert_same(value_of(data, "c", "x", "2023"), 1);
    assert_same(value_of(data, "s", "x", "2023"), 2);
    assert_same(value_of(data, "c", "y", "2023"), 3);
    attain_dataset_destroy(data);
}

/* What we write of a folder is read as the folder is. */
static void package_round_trip(void **state) {
    static text got;
    attain_dataset *one;
    attain_dataset *two;
    told problems;
    (void)state;
    got.length = 0;
    scratch_write("units.csv", "id,name,level\nc,County,county\n", 30);
    scratch_write("observations.csv", "unit,period,x\nc,2023,5\n", 23);
    assert_int_equal(
        attain_write_package(scratch_folder(), NULL, keep, &got, NULL),
        ATTAIN_OK);
    assert_int_equal(read_package(got.bytes, &problems, &one), ATTAIN_OK);
    assert_int_equal(attain_read_dataset(scratch_folder(), NULL, &two, NULL),
                     ATTAIN_OK);
    assert_same(value_of(one, "c", "x", "2023"), 5);
    assert_same(value_of(two, "c", "x", "2023"), 5);
    attain_dataset_destroy(one);
    attain_dataset_destroy(two);
}

#define UNITS "{\"name\":\"units\",\"path\":\"tables/schools.csv\"}"

static void package_faults(void **state) {
    static const struct {
        const char *resource, *part;
    } all[] = {
        {"{\"name\":\"observations\"}", "has no path to a file below"},
        {"{\"name\":\"observations\",\"path\":\"/etc/passwd\"}", "has no path"},
        {"{\"name\":\"observations\",\"path\":\"../o.csv\"}", "has no path"},
        {"{\"name\":\"observations\",\"path\":\"a/../../o.csv\"}",
         "has no path"},
        {"{\"name\":\"observations\",\"path\":\"..\"}", "has no path"},
        {"{\"name\":\"observations\",\"path\":\"\"}", "has no path"},
        {"{\"name\":\"observations\",\"path\":[]}", "has no path"},
        {"{\"name\":\"observations\",\"path\":\"http://x/o.csv\"}",
         "has no path"},
        {"{\"name\":\"observations\",\"path\":\"a\\\\b.csv\"}", "has no path"},
        {"{\"name\":\"observations\",\"path\":[\"a.csv\",\"b.csv\",{}]}",
         "it has several paths: make each a resource"},
        {"{\"name\":\"observations\",\"data\":[[1]]}",
         "it has its data in the descriptor"},
        {"{\"name\":\"observations\",\"path\":\"o2.csv\",\"encoding\":"
         "\"gb18030\"}",
         "its encoding is gb18030: save it as UTF-8"},
        {"{\"name\":\"observations\",\"path\":\"o2.csv\",\"dialect\":"
         "{\"delimiter\":\";\",\"quoteChar\":\"'\"}}",
         "its dialect has another delimiter than ours"},
        {"{\"name\":\"observations\",\"path\":\"o2.csv\",\"dialect\":"
         "{\"header\":false}}",
         "another header than ours"},
        {"{\"name\":\"observations\",\"path\":\"o2.csv\",\"schema\":"
         "{\"missingValues\":[\"-\"]}}",
         "its missing values have \"-\""},
        {"{\"name\":\"observations\",\"path\":\"nowhere.csv\"}",
         "nowhere.csv: error: "},
    };
    told problems;
    attain_dataset *data;
    char text[512];
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        snprintf(text, sizeof text, "{\"resources\":[" UNITS ",\n%s]}",
                 all[i].resource);
        attain_status status = read_package(text, &problems, &data);
        assert_true(status == ATTAIN_ERR_TABLE || status == ATTAIN_ERR_IO);
        assert_null(data);
        assert_int_equal(problems.count, 1);
        assert_contains(problems.lines[0], all[i].part);
        assert_true(strstr(problems.lines[0], "package.json:2: error") ||
                    strstr(problems.lines[0], "nowhere.csv"));
    }
}

static void package_without_tables(void **state) {
    told problems;
    attain_dataset *data;
    attain_plan *plan;
    attain_error err;
    (void)state;
    assert_int_equal(read_package("{\"resources\":[]}", &problems, &data),
                     ATTAIN_ERR_TABLE);
    assert_told(&problems, "units.csv: error", "the table is missing");
    assert_int_equal(read_package("{\"name\":\"x\"}", &problems, &data),
                     ATTAIN_ERR_TABLE);
    assert_contains(problems.lines[0], "has no list of resources");
    assert_int_equal(read_package("[]", &problems, &data), ATTAIN_ERR_TABLE);
    assert_contains(problems.lines[0], "has no list of resources");
    assert_int_equal(read_package("{\n\"resources\":[}", &problems, &data),
                     ATTAIN_ERR_TABLE);
    assert_contains(problems.lines[0], "package.json:2: error: the descriptor "
                                       "is no JSON: it has a bracket");
    assert_int_equal(read_package("{\"\xb9\xfa\":[]}", &problems, &data),
                     ATTAIN_ERR_TABLE);
    assert_contains(problems.lines[0], "is not UTF-8");
    assert_int_equal(
        attain_read_plan(scratch_path("nothing.json"), NULL, &plan, &err),
        ATTAIN_ERR_IO);
    assert_int_equal(
        attain_read_plan(scratch_path("datapackage.json"), NULL, &plan, &err),
        ATTAIN_ERR_TABLE);
    assert_int_equal(
        attain_read_dataset(scratch_path("tables.json"), NULL, &data, &err),
        ATTAIN_ERR_IO);
}

static void package_too_large(void **state) {
    told problems;
    attain_dataset *data;
    attain_read_options options;
    (void)state;
    scratch_write("datapackage.json", sound, sizeof sound - 1);
    options_of(&options, &problems);
    options.max_file_size = 100;
    assert_int_equal(attain_read_dataset(scratch_path("datapackage.json"),
                                         &options, &data, NULL),
                     ATTAIN_ERR_LIMIT);
    assert_contains(problems.lines[0], "larger than max_file_size");
}

/* Every beginning of a sound descriptor, and it with each byte another one:
 * an error, or tables, and no byte is read that is not there. */
static void package_damaged(void **state) {
    static char text[sizeof sound];
    told problems;
    attain_dataset *data;
    (void)state;
    for (size_t i = 0; i + 2 < sizeof sound; i++) {
        memcpy(text, sound, i);
        text[i] = '\0';
        assert_int_equal(read_package(text, &problems, &data),
                         ATTAIN_ERR_TABLE);
        memcpy(text, sound, sizeof sound);
        text[i] = text[i] == '"' ? '}' : '"';
        attain_status status = read_package(text, &problems, &data);
        assert_true((status == ATTAIN_OK) == (data != NULL));
        assert_true((status == ATTAIN_OK) == (problems.errors == 0));
        attain_dataset_destroy(data);
    }
}

static attain_status read_and_write(const support_memory *memory) {
    static text got;
    attain_read_options options;
    attain_dataset *data = NULL;
    attain_read_options_init(&options);
    options.allocator = &memory->allocator;
    got.length = 0;
    attain_status status = attain_read_dataset(scratch_path("datapackage.json"),
                                               &options, &data, NULL);
    attain_dataset_destroy(data);
    return status == ATTAIN_OK
               ? attain_write_package(scratch_folder(), &options, keep, &got,
                                      NULL)
               : status;
}

static void package_that_lacks_memory(void **state) {
    (void)state;
    scratch_write("datapackage.json", sound, sizeof sound - 1);
    scratch_write("observations.csv", "unit,period,x\nc,2023,5\n", 23);
    for (int fail_on = 0; fail_on < 2; fail_on++) {
        support_memory memory;
        size_t k = 1;
        support_memory_init(&memory);
        for (;; k++) {
            support_memory_fail(&memory, k, fail_on);
            attain_status status = read_and_write(&memory);
            assert_no_leak(&memory);
            if (status == ATTAIN_OK)
                break;
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
        }
        assert_true(k > 20);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_texts),
        cmocka_unit_test(json_faults),
        cmocka_unit_test(json_depth),
        cmocka_unit_test(package_of_a_dataset),
        cmocka_unit_test(package_of_other_forms),
        cmocka_unit_test(package_refusals),
        cmocka_unit_test(package_is_read),
        cmocka_unit_test(package_round_trip),
        cmocka_unit_test(package_faults),
        cmocka_unit_test(package_without_tables),
        cmocka_unit_test(package_too_large),
        cmocka_unit_test(package_damaged),
        cmocka_unit_test(package_that_lacks_memory),
    };
    return cmocka_run_group_tests(tests, make_package, scratch_remove);
}
