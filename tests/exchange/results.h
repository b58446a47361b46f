/* Evaluations made of tables, for the tests of what is written. */
#ifndef ATTAIN_TESTS_RESULTS_H
#define ATTAIN_TESTS_RESULTS_H

#include <stdio.h>

#include "attain/exchange.h"
#include "support/support.h"

enum { RESULTS_TABLES = 8 };

/* Tables by name; the list ends at a NULL name. */
typedef struct results_tables {
    attain_table plan[RESULTS_TABLES];
    attain_table data[RESULTS_TABLES];
    size_t plan_count;
    size_t data_count;
} results_tables;

static inline int32_t results_print_problem(const attain_problem *problem,
                                            void *user) {
    char line[1024];
    size_t length;

    (void)user;
    if (problem->severity == ATTAIN_SEVERITY_ERROR &&
        attain_problem_format(problem, line, sizeof line, &length, NULL) ==
            ATTAIN_OK)
        print_message("%s\n", line);
    return 0;
}

static inline void results_add(attain_table *tables, size_t *count,
                               const char *name, const char *text) {
    attain_table *table = &tables[(*count)++];

    assert_true(*count <= RESULTS_TABLES);
    attain_table_init(table);
    table->name = name;
    table->text = text;
    table->length = strlen(text);
}

static inline void results_plan(results_tables *tables, const char *name,
                                const char *text) {
    results_add(tables->plan, &tables->plan_count, name, text);
}

static inline void results_data(results_tables *tables, const char *name,
                                const char *text) {
    results_add(tables->data, &tables->data_count, name, text);
}

/* Reads the tables and judges them; the test fails when that fails. */
static inline attain_evaluation *
results_evaluate(const results_tables *tables,
                 const attain_evaluate_options *options) {
    attain_read_options read;
    attain_plan *plan = NULL;
    attain_dataset *data = NULL;
    attain_evaluation *ev = NULL;
    attain_error err;
    attain_status status;

    memset(&err, 0, sizeof err);
    attain_read_options_init(&read);
    read.handler = results_print_problem;
    status = attain_read_plan_tables(tables->plan, tables->plan_count, &read,
                                     &plan, &err);
    if (status == ATTAIN_OK) {
        status = attain_read_dataset_tables(tables->data, tables->data_count,
                                            &read, &data, &err);
    }
    if (status == ATTAIN_OK)
        status = attain_evaluate(plan, data, options, &ev, &err);
    if (status != ATTAIN_OK) {
        fail_msg("%s: %s: %s", attain_status_name(status), err.field,
                 err.message);
    }
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    return ev;
}

/* The results as text, owned by caller, release with free(). */
static inline char *results_text(const attain_evaluation *ev,
                                 const attain_write_options *options) {
    size_t count = 0;
    char *text;

    assert_int_equal(
        attain_write_results_buffer(ev, options, NULL, 0, &count, NULL),
        ATTAIN_OK);
    text = malloc(count + 1);
    assert_non_null(text);
    assert_int_equal(
        attain_write_results_buffer(ev, options, text, count + 1, &count, NULL),
        ATTAIN_OK);
    assert_int_equal(strlen(text), count);
    return text;
}

/* A county with two schools. R: T (every column of a target), V (a veto that
 * fires); G: S (judged at schools; one met, one not). */
static inline void results_county(results_tables *tables) {
    memset(tables, 0, sizeof *tables);
    results_plan(tables, "plan.csv",
                 "key,value\nid,P\nname,Plan\nfirst_period,2021\n"
                 "last_period,2025\nlevel,county\nveto_grade,poor\n");
    results_plan(tables, "goals.csv",
                 "id,name,parent,level,share,owner\n"
                 "R,\"Root \"\"A\"\"\",,,,\n"
                 "G,Schools,R,school,0.5,Bureau\n");
    results_plan(tables, "metrics.csv",
                 "id,name,numerator,denominator,factor,unit,direction\n"
                 "m,Rate,a,b,100,%,up\n"
                 "n,Accidents,c,,,,down\n"
                 "k,Labs,d,,,rooms,\n");
    results_plan(tables, "targets.csv",
                 "id,goal,metric,name,comparator,value,baseline,"
                 "baseline_period,due,weight,veto,soft,owner,source\n"
                 "T,R,m,\"Enrolment, net\",at_least,98,90,2020,2024,1,no,yes,"
                 "Bureau,clause 7\n"
                 "V,R,n,Accidents,at_most,0,,,2021,0,yes,no,,\n"
                 "S,G,k,Labs,at_least,2,,,,,,,,\n");
    results_plan(tables, "bands.csv", "name,from\npoor,0\ngood,60\n");
    results_data(tables, "units.csv",
                 "id,name,level,parent\ns1,First,school,C\n"
                 "C,County,county,\ns2,Second,school,C\n");
    results_data(tables, "observations.csv",
                 "unit,period,a,b,c,d\nC,2020,180,200,,\nC,2021,183,200,2,\n"
                 "C,2022,186,200,,\ns1,2022,,,,2\ns2,2022,,,,1\n");
}

#endif
