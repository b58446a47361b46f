/* What the tests of reading share: tables as text, and problems as told. */
#ifndef ATTAIN_TESTS_EXCHANGE_READING_H
#define ATTAIN_TESTS_EXCHANGE_READING_H

#include <math.h>
#include <stdio.h>

#include "attain/exchange.h"
#include "support/support.h"

enum { TOLD = 64, TOLD_TEXT = 1024, TABLES = 10 };

/* Problems as lines, in the order they were told. */
typedef struct told {
    char lines[TOLD][TOLD_TEXT];
    int64_t offsets[TOLD];
    char fields[TOLD][64];
    size_t count;
    size_t errors;
} told;

/* Tables given by name and text. */
typedef struct tables {
    attain_table items[TABLES];
    size_t count;
} tables;

static inline int32_t tell(const attain_problem *problem, void *user) {
    told *problems = user;
    size_t length;
    if (problems->count < TOLD) {
        size_t i = problems->count;
        attain_problem_format(problem, problems->lines[i], TOLD_TEXT, &length,
                              NULL);
        problems->offsets[i] = problem->offset;
        snprintf(problems->fields[i], sizeof(problems->fields[i]), "%s",
                 problem->field);
    }
    problems->count++;
    problems->errors += problem->severity == ATTAIN_SEVERITY_ERROR;
    return 0;
}

/* Replaces the text of a table, or adds it. */
static inline void tables_set(tables *list, const char *name, const char *text,
                              size_t length) {
    size_t i = 0;
    while (i < list->count && strcmp(list->items[i].name, name) != 0)
        i++;
    assert_true(i < TABLES);
    list->count = i == list->count ? i + 1 : list->count;
    attain_table_init(&list->items[i]);
    list->items[i].name = name;
    list->items[i].text = text;
    list->items[i].length = length;
}

static inline void tables_add(tables *list, const char *name,
                              const char *text) {
    tables_set(list, name, text, ATTAIN_NUL_TERMINATED);
}

static inline void tables_remove(tables *list, const char *name) {
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i].name, name) == 0) {
            list->items[i] = list->items[--list->count];
            return;
        }
    }
    fail();
}

/* A sound plan. */
static inline void tables_plan(tables *list) {
    memset(list, 0, sizeof(*list));
    tables_add(list, "plan.csv",
               "key,value\nid,p\nname,A plan\nfirst_period,2021\n"
               "last_period,2025\nlevel,county\nveto_grade,fair\n");
    tables_add(list, "goals.csv",
               "id,name,parent,weight\ng,All,,\ng1,First,g,2\ng2,Second,g,\n");
    tables_add(list, "metrics.csv",
               "id,name,numerator,denominator,factor,across,decimals,"
               "direction\n"
               "m1,Share,a,b,100,total,1,\nm2,Number,c,,,,,down\n");
    tables_add(list, "targets.csv",
               "id,goal,metric,name,comparator,value,baseline,"
               "baseline_period,veto\n"
               "t1,g1,m1,To 96,at_least,96,90,2020,yes\n"
               "t2,g2,m2,At most 5,at_most,5,,,\n");
    tables_add(list, "path.csv", "target,period,value\nt1,2022,92\n");
    tables_add(list, "bands.csv", "name,from\ngood,80\nfair,60\n");
    tables_add(list, "groups.csv", "id,name,weight\npupils,Pupils,1\n");
}

/* A sound dataset. */
static inline void tables_dataset(tables *list) {
    memset(list, 0, sizeof(*list));
    tables_add(list, "units.csv",
               "id,name,level,parent,stage,tags,opened,closed\n"
               "c,County,county,,,,,\n"
               "s1,One,school,c,primary,rural;public,,\n"
               "s2,Two,school,c,junior,,2022,2024\n");
    tables_add(list, "variables.csv",
               "id,name,unit,min,max,shared\na,A,,0,100,\nb,B,,,,yes\n");
    tables_add(list, "stages.csv",
               "stage,weight,enrolment\nprimary,1,a\njunior,1.1,a\n");
    tables_add(list, "observations.csv",
               "unit,period,variable,value,status\n"
               "s1,2022,a,1.5,\ns1,2023,a,2,estimated\ns2,2022,b,,missing\n");
}

static inline void options_of(attain_read_options *options, told *problems) {
    attain_read_options_init(options);
    if (problems != NULL) {
        memset(problems, 0, sizeof(*problems));
        options->handler = tell;
        options->user = problems;
    }
}

static inline attain_status read_plan(const tables *list, told *problems,
                                      attain_plan **out) {
    attain_read_options options;
    options_of(&options, problems);
    *out = NULL;
    return attain_read_plan_tables(list->items, list->count, &options, out,
                                   NULL);
}

static inline attain_status read_dataset(const tables *list, told *problems,
                                         attain_dataset **out) {
    attain_read_options options;
    options_of(&options, problems);
    *out = NULL;
    return attain_read_dataset_tables(list->items, list->count, &options, out,
                                      NULL);
}

/* One of the lines begins with `place` and contains `part`. */
static inline void assert_told(const told *problems, const char *place,
                               const char *part) {
    for (size_t i = 0; i < problems->count && i < TOLD; i++)
        if (strncmp(problems->lines[i], place, strlen(place)) == 0 &&
            strstr(problems->lines[i], part) != NULL)
            return;
    print_error("not told: %s ... %s\n", place, part);
    for (size_t i = 0; i < problems->count && i < TOLD; i++)
        print_error("    told: %s\n", problems->lines[i]);
    fail();
}

/* The value of an observation; NaN where there is none. */
static inline double value_of(const attain_dataset *data, const char *unit,
                              const char *variable, const char *period) {
    attain_observation seen;
    int32_t ordinal;
    attain_observation_init(&seen);
    int32_t row = attain_dataset_find(data, ATTAIN_DATASET_UNITS, unit,
                                      ATTAIN_NUL_TERMINATED);
    int32_t column = attain_dataset_find(data, ATTAIN_DATASET_VARIABLES,
                                         variable, ATTAIN_NUL_TERMINATED);
    assert_int_equal(
        attain_period_parse(period, ATTAIN_NUL_TERMINATED, &ordinal, NULL),
        ATTAIN_OK);
    if (row < 0 || column < 0)
        return (double)NAN;
    assert_int_equal(attain_dataset_get_observation(data, row, column, ordinal,
                                                    ATTAIN_GROUP_NONE, &seen,
                                                    NULL),
                     ATTAIN_OK);
    return seen.value;
}

#endif
