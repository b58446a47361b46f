/* SDMX-CSV in and out: what github.com/sdmx-twg/sdmx-csv says of 1.0, 2.0 and
 * 2.1, as far as our tables have it. */
#include "exchange/reading.h"
#include "exchange/results.h"

#define HEAD "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,"
#define FLOW "dataflow,MOE:EDU(1.0.0),"

/* A county and a school, whose observations are the text. */
static attain_status read_text(const char *text, const char *columns,
                               told *problems, attain_dataset **out) {
    tables list;
    attain_read_options options;
    memset(&list, 0, sizeof(list));
    tables_add(&list, "units.csv",
               "id,name,level,parent\nc,County,county,\ns,S,school,c\n");
    tables_add(&list, "observations.csv", text);
    options_of(&options, problems);
    options.columns = columns;
    *out = NULL;
    return attain_read_dataset_tables(list.items, list.count, &options, out,
                                      NULL);
}

static int32_t status_of(const attain_dataset *data, const char *unit,
                         const char *variable, int32_t period) {
    attain_observation seen;
    attain_observation_init(&seen);
    attain_dataset_get_observation(
        data, attain_dataset_find(data, ATTAIN_DATASET_UNITS, unit, 1),
        attain_dataset_find(data, ATTAIN_DATASET_VARIABLES, variable, 1),
        period, ATTAIN_GROUP_NONE, &seen, NULL);
    return seen.status;
}

/* --- In ------------------------------------------------------------------ */

static void sdmx_version_2_read(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(
        read_text(HEAD "OBS_VALUE,OBS_STATUS\n" FLOW "I,c,x,2023,12.4,A\n" FLOW
                       "M,c,x,2024,10.8,\n" FLOW "R,s,x,2024,7,E\n" FLOW
                       "A,s,y,2024,8,P\n" FLOW ",c,y,2024,,O\n" FLOW
                       ",c,y,2023,NaN,\n" FLOW "I,s,y,2023,#N/A,L\n",
                  NULL, &problems, &data),
        ATTAIN_OK);
    assert_int_equal(problems.count, 0);
    assert_same(value_of(data, "c", "x", "2023"), 12.4);
    assert_same(value_of(data, "c", "x", "2024"), 10.8);
    assert_true(isnan(value_of(data, "c", "y", "2024")));
    assert_true(isnan(value_of(data, "s", "y", "2023")));
    assert_int_equal(status_of(data, "c", "x", 2023),
                     ATTAIN_OBSERVATION_MEASURED);
    assert_int_equal(status_of(data, "s", "x", 2024),
                     ATTAIN_OBSERVATION_ESTIMATED);
    assert_int_equal(status_of(data, "s", "y", 2024),
                     ATTAIN_OBSERVATION_PROVISIONAL);
    assert_int_equal(status_of(data, "c", "y", 2024),
                     ATTAIN_OBSERVATION_MISSING);
    attain_dataset_destroy(data);
}

/* Version 1.0, a column with another name, and what is passed over. */
static void sdmx_version_1_read_with_other_names(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(
        read_text("DATAFLOW,LAST UPDATE,FREQ,GEO,SERIES,TIME_PERIOD,OBS_VALUE,"
                  "OBS_FLAG,UNIT_MULT,note\n"
                  "E:F(1.0),2024-02-03,A,c,x,2023,5,E,0,,\n",
                  "unit=GEO; variable=SERIES;status=OBS_FLAG", &problems,
                  &data),
        ATTAIN_ERR_TABLE);
    assert_told(&problems, "observations.csv:2: error", "has 11 fields");
    assert_int_equal(
        read_text("DATAFLOW,LAST UPDATE,FREQ,GEO,SERIES,TIME_PERIOD,OBS_VALUE,"
                  "OBS_FLAG,UNIT_MULT,note\n"
                  "E:F(1.0),2024-02-03,A,c,x,2023,5,E,0,\n",
                  "unit=GEO; variable=SERIES;status=OBS_FLAG", &problems,
                  &data),
        ATTAIN_OK);
    assert_int_equal(problems.count, 0);
    assert_same(value_of(data, "c", "x", "2023"), 5);
    assert_int_equal(status_of(data, "c", "x", 2023),
                     ATTAIN_OBSERVATION_ESTIMATED);
    attain_dataset_destroy(data);
}

/* What the caller has named is not what the dialect calls so as well. */
static void sdmx_name_of_the_caller_comes_first(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(read_text("STRUCTURE,STRUCTURE_ID,GEO,REF_AREA,INDICATOR,"
                               "TIME_PERIOD,OBS_VALUE\n" FLOW
                               "c,nowhere,x,2023,5\n",
                               "unit=GEO", &problems, &data),
                     ATTAIN_OK);
    assert_told(&problems, "observations.csv:1:4: warning",
                "\"REF_AREA\" is not read");
    assert_same(value_of(data, "c", "x", "2023"), 5);
    attain_dataset_destroy(data);
}

/* labels=both: names behind ids, in headings and cells. */
static void sdmx_labels_are_cut(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(
        read_text("STRUCTURE[;],STRUCTURE_ID,ACTION,REF_AREA: "
                  "\xe5\x9c\xb0\xe5\x8c\xba,INDICATOR: Indicator,"
                  "TIME_PERIOD: Time,OBS_VALUE: Value,OBS_STATUS: Status,"
                  "UNIT_MULT: Multiplier\n"
                  "dataflow,E:F(1.0): Flow,I: Information,c: County,x: "
                  "Pupils: all,2023: 2023,5,E: Estimated,0: Units\n",
                  NULL, &problems, &data),
        ATTAIN_OK);
    assert_int_equal(problems.count, 0);
    assert_same(value_of(data, "c", "x", "2023"), 5);
    assert_int_equal(status_of(data, "c", "x", 2023),
                     ATTAIN_OBSERVATION_ESTIMATED);
    attain_dataset_destroy(data);
    /* Without a label in the heading, colons are the id's own. */
    assert_int_equal(read_text(HEAD "OBS_VALUE\n" FLOW "I,c,x: y,2023,5\n",
                               NULL, &problems, &data),
                     ATTAIN_OK);
    assert_same(value_of(data, "c", "x: y", "2023"), 5);
    attain_dataset_destroy(data);
}

static void sdmx_periods(void **state) {
    static const char *const given[] = {"2023-A1", "2023-S2", "2023-Q3",
                                        "2023-M09", "2023-09"};
    static const char *const read[] = {"2023", "2023-S2", "2023-Q3", "2023-09",
                                       "2023-09"};
    told problems;
    attain_dataset *data;
    char text[256];
    (void)state;
    for (int i = 0; i < 5; i++) {
        snprintf(text, sizeof(text), HEAD "OBS_VALUE\n" FLOW "I,c,x,%s,5\n",
                 given[i]);
        assert_int_equal(read_text(text, NULL, &problems, &data), ATTAIN_OK);
        assert_same(value_of(data, "c", "x", read[i]), 5);
        attain_dataset_destroy(data);
    }
    assert_int_equal(read_text(HEAD "OBS_VALUE\n" FLOW "I,c,x,2023-W05,5\n" FLOW
                                    "I,c,x,2023-M13,5\n" FLOW
                                    "I,c,x,2023-A2,5\n",
                               NULL, &problems, &data),
                     ATTAIN_ERR_TABLE);
    assert_told(&problems, "observations.csv:2:6: error", "2023-W05");
    assert_told(&problems, "observations.csv:3:6: error", "2023-13");
    assert_told(&problems, "observations.csv:4:6: error", "2023-A2");
}

/* Every code of a status, and what it is here. */
static void sdmx_statuses(void **state) {
    static const struct {
        const char *codes;
        int32_t status;
    } all[] = {{"ABDGJKNSUW", ATTAIN_OBSERVATION_MEASURED},
               {"EI", ATTAIN_OBSERVATION_ESTIMATED},
               {"PV", ATTAIN_OBSERVATION_PROVISIONAL},
               {"OMLHQ", ATTAIN_OBSERVATION_MISSING}};
    told problems;
    attain_dataset *data;
    char text[256];
    (void)state;
    for (int i = 0; i < 4; i++) {
        int missing = all[i].status == ATTAIN_OBSERVATION_MISSING;
        for (const char *code = all[i].codes; *code != '\0'; code++) {
            snprintf(text, sizeof(text),
                     HEAD "OBS_VALUE,OBS_STATUS\n" FLOW "I,c,x,2023,%s,%c\n",
                     missing ? "" : "5", *code);
            assert_int_equal(read_text(text, NULL, &problems, &data),
                             ATTAIN_OK);
            assert_int_equal(status_of(data, "c", "x", 2023), all[i].status);
            attain_dataset_destroy(data);
        }
    }
}

/* Evaluator groups are a dimension; _Z and _T are nobody's. */
static void sdmx_groups(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(read_text(HEAD "GROUP,OBS_VALUE\n" FLOW
                                    "I,c,x,2023,pupils,5\n" FLOW
                                    "I,c,y,2023,_Z,6\n" FLOW
                                    "I,c,z,2023,_T,7\n" FLOW "I,s,z,2023,~,8\n",
                               NULL, &problems, &data),
                     ATTAIN_OK);
    assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_GROUPS), 1);
    assert_string_equal(attain_dataset_group_id(data, 0), "pupils");
    assert_same(value_of(data, "c", "y", "2023"), 6);
    assert_same(value_of(data, "c", "z", "2023"), 7);
    assert_same(value_of(data, "s", "z", "2023"), 8);
    attain_dataset_destroy(data);
}

/* Attributes of partial keys are no observations (the guide's example 13). */
static void sdmx_attributes_alone_are_passed_over(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(read_text(HEAD "OBS_VALUE,TITLE\n" FLOW
                                    "M,c,x,2023,5,\n" FLOW "M,c,,,,T\n" FLOW
                                    "M,~,x,2023,,T\n",
                               NULL, &problems, &data),
                     ATTAIN_OK);
    assert_int_equal(problems.count, 0);
    assert_same(value_of(data, "c", "x", "2023"), 5);
    attain_dataset_destroy(data);
}

static void sdmx_faults(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(
        read_text(HEAD "OBS_VALUE,OBS_STATUS,UNIT_MULT,SEX\n" FLOW
                       "D,c,x,2021,5,,,\n" FLOW "I,c,x,2022,5,,3,\n" FLOW
                       "I,c,x,2023,5,F,,\n" FLOW "I,c,x,2024,5,M,,\n" FLOW
                       "I,d,x,2024,5,,,\n" FLOW "I,,x,2024,5,,,\n" FLOW
                       "I,c,y,2024,5 kg,,,\n" FLOW "I,c,z,2024,5,,,F\n" FLOW
                       "I,c,z,2024,6,,,M\n" FLOW "I,c,,2024,6,,,M\n",
                  NULL, &problems, &data),
        ATTAIN_ERR_TABLE);
    assert_null(data);
    assert_told(&problems, "observations.csv:1:10: warning",
                "\"SEX\" is not read: if it tells observations apart");
    assert_told(&problems, "observations.csv:2:3: error",
                "the action \"D\" brings no observation");
    assert_told(&problems, "observations.csv:3:9: error",
                "units of ten to the 3");
    assert_told(&problems, "observations.csv:4:8: error",
                "\"F\" is not a word of this column: write A, E, I");
    assert_told(&problems, "observations.csv:5:8: error",
                "the status is missing, but there is a value");
    assert_told(&problems, "observations.csv:6:4: error",
                "the unit \"d\" is not there");
    assert_told(&problems, "observations.csv:7:4: error",
                "the unit is missing");
    assert_told(&problems, "observations.csv:8:7: error", "is not a number");
    assert_told(&problems, "observations.csv:10:4: error",
                "was observed before, in line 9");
    assert_told(&problems, "observations.csv:11:5: error",
                "the variable is missing");
    assert_int_equal(problems.count, 10);
}

static void sdmx_columns_missing(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(read_text("STRUCTURE,STRUCTURE_ID,GEO,TIME_PERIOD\n" FLOW
                               "c,2023\n",
                               NULL, &problems, &data),
                     ATTAIN_ERR_TABLE);
    assert_told(&problems, "observations.csv:1: error",
                "the table is SDMX-CSV, but has no column REF_AREA, which is "
                "our unit: say which one it is with the option columns, "
                "unit=HEADING");
    assert_told(&problems, "observations.csv:1: error",
                "no column INDICATOR, which is our variable");
    assert_told(&problems, "observations.csv:1: error",
                "no column OBS_VALUE, which is our value");
    assert_int_equal(problems.errors, 3);
    assert_int_equal(
        read_text("DATAFLOW,X\nE:F(1.0),1\n", NULL, &problems, &data),
        ATTAIN_ERR_TABLE);
    assert_int_equal(problems.errors, 4);
}

/* Bytes that are no text, in what the dialect looks at. */
static void sdmx_bytes_that_are_no_text(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(read_text(HEAD "OBS_VALUE,UNIT_MULT\n" FLOW
                                    "\xb9\xfa,c,x,2023,5,\xb9\xfa\n",
                               NULL, &problems, &data),
                     ATTAIN_ERR_TABLE);
    assert_told(&problems, "observations.csv:2:3: error", "is not UTF-8");
    assert_int_equal(problems.errors, 1);
}

/* A variable that is called STRUCTURE does not make a table SDMX-CSV. */
static void sdmx_is_not_our_own_form(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(read_text("STRUCTURE,unit,period,STRUCTURE_ID\n"
                               "1,c,2023,2\n",
                               NULL, &problems, &data),
                     ATTAIN_OK);
    assert_same(value_of(data, "c", "STRUCTURE", "2023"), 1);
    attain_dataset_destroy(data);
}

/* Files of both forms in one folder. */
static void sdmx_beside_our_own_tables(void **state) {
    tables list;
    told problems;
    attain_dataset *data;
    (void)state;
    tables_dataset(&list);
    tables_add(&list, "observations-a.csv",
               HEAD "OBS_VALUE\n" FLOW "I,s1,a,2024,50\n" FLOW
                    "I,s1,a,2025,101\n");
    tables_add(&list, "observations-b.csv", "unit,period,a\ns1,2021,4\n");
    assert_int_equal(read_dataset(&list, &problems, &data), ATTAIN_ERR_TABLE);
    assert_told(&problems, "observations-a.csv:3:7: error",
                "101 is outside of the range");
    tables_remove(&list, "observations-a.csv");
    tables_add(&list, "observations-a.csv",
               HEAD "OBS_VALUE\n" FLOW "I,s1,a,2024,50\n");
    assert_int_equal(read_dataset(&list, &problems, &data), ATTAIN_OK);
    assert_same(value_of(data, "s1", "a", "2024"), 50);
    assert_same(value_of(data, "s1", "a", "2021"), 4);
    assert_same(value_of(data, "s1", "a", "2022"), 1.5);
    attain_dataset_destroy(data);
}

/* --- Out ----------------------------------------------------------------- */

static char *text_of(const attain_dataset *data, int32_t format, int32_t unit) {
    attain_write_options options;
    size_t count;
    attain_write_options_init(&options);
    options.format = format;
    options.unit = unit;
    assert_int_equal(
        attain_write_observations_buffer(data, &options, NULL, 0, &count, NULL),
        ATTAIN_OK);
    char *text = malloc(count + 1);
    assert_non_null(text);
    assert_int_equal(attain_write_observations_buffer(data, &options, text,
                                                      count + 1, &count, NULL),
                     ATTAIN_OK);
    assert_int_equal(strlen(text), count);
    return text;
}

static const char long_table[] = "unit,period,variable,value,status,group\n"
                                 "c,2023,\"a, \"\"b\"\"\",0.1,,\n"
                                 "s,2023,\"a, \"\"b\"\"\",,,\n"
                                 "c,2024,\"a, \"\"b\"\"\",-1.5,estimated,\n"
                                 "c,2023,\xe5\x88\x86,3,,pupils\n"
                                 "s,2023,\xe5\x88\x86,4,provisional,pupils\n"
                                 "c,2023,\xe5\x88\x86,5,,parents\n";

static const char sdmx_table[] =
    "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,TIME_PERIOD,GROUP,OBS_VALUE,"
    "OBS_STATUS\n"
    "dataflow,ATTAIN:OBSERVATIONS(1.0.0),c,\"a, \"\"b\"\"\",2023,_Z,0.1,A\n"
    "dataflow,ATTAIN:OBSERVATIONS(1.0.0),s,\"a, \"\"b\"\"\",2023,_Z,NaN,O\n"
    "dataflow,ATTAIN:OBSERVATIONS(1.0.0),c,\"a, \"\"b\"\"\",2024,_Z,-1.5,E\n"
    "dataflow,ATTAIN:OBSERVATIONS(1.0.0),c,\xe5\x88\x86,2023,pupils,3,A\n"
    "dataflow,ATTAIN:OBSERVATIONS(1.0.0),s,\xe5\x88\x86,2023,pupils,4,P\n"
    "dataflow,ATTAIN:OBSERVATIONS(1.0.0),c,\xe5\x88\x86,2023,parents,5,A\n";

/* Both forms, each read and written: four times the same. */
static void observations_round_trip(void **state) {
    static const char *const forms[] = {long_table, sdmx_table};
    told problems;
    attain_dataset *data;
    (void)state;
    for (int i = 0; i < 2; i++) {
        assert_int_equal(read_text(forms[i], NULL, &problems, &data),
                         ATTAIN_OK);
        assert_int_equal(problems.count, 0);
        char *own = text_of(data, ATTAIN_FORMAT_CSV, -1);
        char *sdmx = text_of(data, ATTAIN_FORMAT_SDMX, -1);
        assert_string_equal(own, long_table);
        assert_string_equal(sdmx, sdmx_table);
        free(own);
        free(sdmx);
        attain_dataset_destroy(data);
    }
}

static void observations_without_groups_and_of_one_unit(void **state) {
    told problems;
    attain_dataset *data;
    (void)state;
    assert_int_equal(read_text("unit,period,x\ns,2023-Q1,2\nc,2023-Q1,1\n"
                               "c,2022-Q4,\n",
                               NULL, &problems, &data),
                     ATTAIN_OK);
    char *all = text_of(data, ATTAIN_FORMAT_CSV, -1);
    char *one = text_of(data, ATTAIN_FORMAT_SDMX, 1);
    assert_string_equal(all, "unit,period,variable,value,status\n"
                             "c,2022-Q4,x,,\nc,2023-Q1,x,1,\ns,2023-Q1,x,2,\n");
    assert_string_equal(
        one, "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,"
             "OBS_STATUS\n"
             "dataflow,ATTAIN:OBSERVATIONS(1.0.0),s,x,2023-Q1,2,A\n");
    free(all);
    free(one);
    attain_dataset_destroy(data);
}

static void observations_of_nothing(void **state) {
    attain_dataset *data;
    (void)state;
    assert_int_equal(attain_dataset_create(NULL, &data, NULL), ATTAIN_OK);
    char *text = text_of(data, ATTAIN_FORMAT_CSV, -1);
    assert_string_equal(text, "unit,period,variable,value,status\n");
    free(text);
    attain_dataset_destroy(data);
}

static int32_t fail_at_once(const char *bytes, size_t length, void *user) {
    (void)bytes;
    *(size_t *)user += length;
    return 3;
}

static void observations_refusals(void **state) {
    told problems;
    attain_dataset *data;
    attain_write_options options;
    attain_error err;
    size_t count = 0;
    char small[8] = "1234567";
    (void)state;
    assert_int_equal(
        read_text("unit,period,x\nc,2023,=1\n", NULL, &problems, &data),
        ATTAIN_ERR_TABLE);
    assert_int_equal(
        read_text("unit,period,x\nc,2023,1\n", NULL, &problems, &data),
        ATTAIN_OK);
    attain_write_options_init(&options);
    assert_int_equal(
        attain_write_observations(NULL, &options, fail_at_once, &count, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_write_observations(data, &options, NULL, NULL, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_write_observations_buffer(data, NULL, small, 8, NULL, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_write_observations(data, &options, fail_at_once, &count, &err),
        ATTAIN_ERR_CALLBACK);
    assert_int_equal(
        attain_write_observations_buffer(data, NULL, small, 8, &count, &err),
        ATTAIN_ERR_SPACE);
    assert_string_equal(small, "1234567");
    options.format = ATTAIN_FORMAT_JSON;
    assert_int_equal(
        attain_write_observations(data, &options, fail_at_once, &count, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "format");
    options.format = 3;
    assert_int_equal(
        attain_write_observations(data, &options, fail_at_once, &count, &err),
        ATTAIN_ERR_ARGUMENT);
    options.format = ATTAIN_FORMAT_SDMX;
    options.unit = 2;
    assert_int_equal(
        attain_write_observations(data, &options, fail_at_once, &count, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "unit");
    options.struct_size = 4;
    assert_int_equal(
        attain_write_observations(data, &options, fail_at_once, &count, &err),
        ATTAIN_ERR_STRUCT);
    attain_dataset_destroy(data);
}

static void observations_marked_and_defused(void **state) {
    attain_dataset *data;
    attain_unit unit;
    attain_variable variable;
    attain_write_options options;
    char text[256];
    size_t count;
    double value = -1;
    (void)state;
    attain_unit_init(&unit);
    unit.id = "=u";
    unit.name = "U";
    unit.level = "county";
    attain_variable_init(&variable);
    variable.id = "=1+1";
    assert_int_equal(attain_dataset_create(NULL, &data, NULL), ATTAIN_OK);
    assert_int_equal(attain_dataset_add_units(data, &unit, 1, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(
        attain_dataset_add_variables(data, &variable, 1, NULL, NULL),
        ATTAIN_OK);
    assert_int_equal(attain_dataset_set_column(data, 0, 2023, ATTAIN_GROUP_NONE,
                                               &value, 1, NULL),
                     ATTAIN_OK);
    attain_write_options_init(&options);
    options.byte_order_mark = 1;
    options.defuse = 1;
    options.provenance = "made \"up\"\n";
    assert_int_equal(attain_write_observations_buffer(
                         data, &options, text, sizeof text, &count, NULL),
                     ATTAIN_OK);
    assert_string_equal(text, "\xEF\xBB\xBF\"# made \"\"up\"\"\"\n"
                              "unit,period,variable,value,status\n"
                              "'=u,2023,'=1+1,-1,\n");
    attain_dataset_destroy(data);
}

static void results_as_sdmx(void **state) {
    results_tables tables;
    attain_evaluate_options options;
    attain_write_options write;
    (void)state;
    results_county(&tables);
    attain_evaluate_options_init(&options);
    options.as_of = 2022;
    attain_evaluation *ev = results_evaluate(&tables, &options);
    attain_write_options_init(&write);
    write.format = ATTAIN_FORMAT_SDMX;
    char *text = results_text(ev, &write);
    static const char head[] =
        "STRUCTURE[;],STRUCTURE_ID,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,"
        "ATTAINMENT,EXPECTED,PACE,PROJECTION,PROBABILITY,SHORTFALL,"
        "SHORTFALL_NUMERATOR,SCORE,LOW,HIGH,COVERAGE,RANK,PROJECTION_LOW,"
        "PROJECTION_HIGH,TARGETS,TARGETS_MET,TARGETS_UNKNOWN,VERDICT,STATUS,"
        "GRADE,KIND,SOFT,VETO[]\n"
        "dataflow,ATTAIN:RESULTS(1.0.0),R,C,2022,,0.5625,,,,,,,56.25,56.25,"
        "56.25,1,1,,,2,0,0,not_met,unrated,poor,goal,,V\n"
        "dataflow,ATTAIN:RESULTS(1.0.0),T,C,2022,93,0.375,94,0.75,96,0,5,10,,"
        ",,1,,96,96,,,,not_met,slow,,target,yes,\n";
    assert_memory_equal(text, head, sizeof head - 1);
    free(text);
    write.unit = attain_evaluation_find_unit(ev, "s2", 2);
    text = results_text(ev, &write);
    assert_non_null(strstr(text, ",S,s2,2022,1,0.5,"));
    assert_null(strstr(text, ",s1,"));
    free(text);
    attain_evaluation_destroy(ev);
}

/* --- Memory -------------------------------------------------------------- */

static attain_status read_and_write(const attain_allocator *allocator,
                                    size_t *count) {
    attain_read_options options;
    attain_dataset *data = NULL;
    tables list;
    memset(&list, 0, sizeof(list));
    tables_add(&list, "units.csv",
               "id,name,level,parent\nc,County,county,\ns,S,school,c\n");
    tables_add(&list, "observations.csv", sdmx_table);
    attain_read_options_init(&options);
    options.allocator = allocator;
    attain_status status = attain_read_dataset_tables(list.items, list.count,
                                                      &options, &data, NULL);
    if (status == ATTAIN_OK) {
        status =
            attain_write_observations_buffer(data, NULL, NULL, 0, count, NULL);
    }
    attain_dataset_destroy(data);
    return status;
}

static void sdmx_that_lacks_memory(void **state) {
    (void)state;
    for (int fail_on = 0; fail_on < 2; fail_on++) {
        support_memory memory;
        size_t count = 0;
        size_t k = 1;
        support_memory_init(&memory);
        for (;; k++) {
            support_memory_fail(&memory, k, fail_on);
            attain_status status = read_and_write(&memory.allocator, &count);
            assert_no_leak(&memory);
            if (status == ATTAIN_OK)
                break;
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
        }
        assert_true(k > 20);
        assert_int_equal(count, sizeof long_table - 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sdmx_version_2_read),
        cmocka_unit_test(sdmx_version_1_read_with_other_names),
        cmocka_unit_test(sdmx_name_of_the_caller_comes_first),
        cmocka_unit_test(sdmx_labels_are_cut),
        cmocka_unit_test(sdmx_periods),
        cmocka_unit_test(sdmx_statuses),
        cmocka_unit_test(sdmx_groups),
        cmocka_unit_test(sdmx_attributes_alone_are_passed_over),
        cmocka_unit_test(sdmx_faults),
        cmocka_unit_test(sdmx_columns_missing),
        cmocka_unit_test(sdmx_bytes_that_are_no_text),
        cmocka_unit_test(sdmx_is_not_our_own_form),
        cmocka_unit_test(sdmx_beside_our_own_tables),
        cmocka_unit_test(observations_round_trip),
        cmocka_unit_test(observations_without_groups_and_of_one_unit),
        cmocka_unit_test(observations_of_nothing),
        cmocka_unit_test(observations_refusals),
        cmocka_unit_test(observations_marked_and_defused),
        cmocka_unit_test(results_as_sdmx),
        cmocka_unit_test(sdmx_that_lacks_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
