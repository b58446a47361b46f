/* Assessing small data: tables as CSV texts go in, findings come out as lines
 * that a person can write down. */
#ifndef ATTAIN_TESTS_ASSESS_H
#define ATTAIN_TESTS_ASSESS_H

#include <math.h>
#include <stdio.h>

#include "attain/exchange.h"
#include "attain/numeric.h"
#include "support/support.h"

/* NULL is a default: a plan p for the county c from 2021 to 2025, whose target
 * t needs x/y in per cent at schools; four schools s1 … s4; no variables.csv;
 * no checks but the default ones. */
typedef struct assess_tables {
    const char *metrics;
    const char *targets;
    const char *units;
    const char *variables;
    const char *observations;
    const char *checks;
    int without_plan;
} assess_tables;

typedef struct assessed {
    attain_plan *plan;
    attain_dataset *data;
    attain_checks *checks;
    attain_quality *quality;
} assessed;

static inline int32_t assess_print(const attain_problem *problem, void *user) {
    (void)user;
    if (problem->severity == ATTAIN_SEVERITY_ERROR) {
        print_message("%s:%d:%d: %s\n", problem->file, (int)problem->line,
                      (int)problem->column, problem->message);
    }
    return 0;
}

static inline const char *assess_or(const char *text, const char *otherwise) {
    return text != NULL ? text : otherwise;
}

static inline void assess_add(attain_table *tables, size_t *count,
                              const char *name, const char *text) {
    if (text != NULL) {
        attain_table_init(&tables[*count]);
        tables[*count].name = name;
        tables[*count].text = text;
        tables[(*count)++].length = ATTAIN_NUL_TERMINATED;
    }
}

static inline attain_plan *assess_plan(const assess_tables *from,
                                       const attain_read_options *options) {
    attain_table tables[4];
    size_t count = 0;
    attain_plan *plan = NULL;
    assess_add(tables, &count, "plan.csv",
               "key,value\nid,p\nname,P\nfirst_period,2021\n"
               "last_period,2025\nlevel,county\n");
    assess_add(tables, &count, "goals.csv", "id,name\ng,G\n");
    assess_add(tables, &count, "metrics.csv",
               assess_or(from->metrics, "id,name,numerator,denominator,factor\n"
                                        "m,Rate,x,y,100\n"));
    assess_add(tables, &count, "targets.csv",
               assess_or(from->targets, "id,goal,metric,name,value,level\n"
                                        "t,g,m,T,80,school\n"));
    assert_int_equal(
        attain_read_plan_tables(tables, count, options, &plan, NULL), 0);
    return plan;
}

static inline attain_dataset *assess_data(const assess_tables *from,
                                          const attain_read_options *options) {
    attain_table tables[3];
    size_t count = 0;
    attain_dataset *data = NULL;
    assess_add(tables, &count, "units.csv",
               assess_or(from->units,
                         "id,name,level,parent,stage\nc,C,county,,\n"
                         "s1,One,school,c,\ns2,Two,school,c,\n"
                         "s3,Three,school,c,\ns4,Four,school,c,\n"));
    assess_add(tables, &count, "variables.csv", from->variables);
    assess_add(tables, &count, "observations.csv", from->observations);
    assert_int_equal(
        attain_read_dataset_tables(tables, count, options, &data, NULL), 0);
    return data;
}

static inline assessed assess_read(assess_tables from) {
    attain_read_options options;
    assessed made = {NULL, NULL, NULL, NULL};
    attain_read_options_init(&options);
    options.handler = assess_print;
    if (!from.without_plan)
        made.plan = assess_plan(&from, &options);
    made.data = assess_data(&from, &options);
    if (from.checks != NULL) {
        attain_table table;
        size_t count = 0;
        assess_add(&table, &count, "checks.csv", from.checks);
        assert_int_equal(attain_read_checks_tables(&table, count, made.plan,
                                                   made.data, &options,
                                                   &made.checks, NULL),
                         0);
    }
    return made;
}

static inline assessed assess(assess_tables from) {
    assessed made = assess_read(from);
    attain_error err = {0};
    attain_status status = attain_quality_assess(
        made.plan, made.data, made.checks, NULL, &made.quality, &err);
    if (status != ATTAIN_OK)
        print_message("%s\n", err.message);
    assert_int_equal(status, 0);
    return made;
}

static inline void assess_end(assessed *made) {
    attain_quality_destroy(made->quality);
    attain_checks_destroy(made->checks);
    attain_dataset_destroy(made->data);
    attain_plan_destroy(made->plan);
}

static inline attain_quality_finding finding_at(const attain_quality *quality,
                                                size_t index) {
    attain_quality_finding out;
    attain_quality_finding_init(&out);
    assert_int_equal(attain_quality_get(quality, index, &out, NULL), 0);
    return out;
}

/* Every finding of a check as `unit period variable value reference line`,
 * separated by newlines; empty cells are `-`. NULL: of every check but
 * complete, with its id before. */
static inline const char *findings_of(const assessed *made, const char *check) {
    static char text[8192];
    size_t used = 0;
    text[0] = '\0';
    for (size_t i = 0; i < attain_quality_count(made->quality); i++) {
        attain_quality_finding f = finding_at(made->quality, i);
        int shown = check == NULL ? f.kind != ATTAIN_CHECK_COMPLETE
                                  : strcmp(f.check, check) == 0;
        if (shown) {
            used += (size_t)snprintf(
                text + used, sizeof text - used, "%s%s%s %d %s %.6g %.6g %d\n",
                check == NULL ? f.check : "", check == NULL ? " " : "",
                f.unit[0] != '\0' ? f.unit : "-", (int)f.period,
                f.variable[0] != '\0' ? f.variable : "-", f.value, f.reference,
                (int)f.line);
            assert_true(used < sizeof text);
        }
    }
    return text;
}

#endif
