/* Judging small plans: tables as CSV texts go in, rows are looked up by the
 * ids of node and unit and compared with what a person computed. */
#ifndef ATTAIN_TESTS_JUDGE_H
#define ATTAIN_TESTS_JUDGE_H

#include <math.h>
#include <stdio.h>

#include "attain/exchange.h"
#include "support/support.h"

enum { JUDGE_TEXT = 4096 };

/* What is judged. NULL is a default: a plan p for the county from 2021 to
 * 2025 with one goal g, the metric m = x, and the county c. */
typedef struct judge_tables {
    const char *plan; /* more lines of plan.csv; or all, from "key" on */
    const char *goals;
    const char *metrics;
    const char *targets;
    /* Instead of targets: without id, goal, metric and name; rows are t, t2,
     * t3 … of g and m. */
    const char *target;
    const char *path;
    const char *bands;
    const char *groups;
    const char *units;
    const char *variables;
    const char *stages;
    const char *observations;
    /* Instead of observations: x at c, "2021 50.1, 2022 49.6". */
    const char *x;
    const char *as_of;
} judge_tables;

typedef struct judge {
    attain_plan *plan;
    attain_dataset *data;
    attain_evaluation *ev;
} judge;

static inline int32_t judge_print_problem(const attain_problem *problem,
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

/* --- Texts -------------------------------------------------------------- */

static inline void judge_append(char *out, const char *text, size_t length) {
    size_t at = strlen(out);
    assert_true(at + length < JUDGE_TEXT);
    memcpy(out + at, text, length);
    out[at + length] = '\0';
}

static inline const char *judge_plan_text(const char *given, char *out) {
    static const char start[] = "key,value\nid,p\nname,P\nfirst_period,2021\n"
                                "last_period,2025\nlevel,county\n";
    if (given != NULL && strncmp(given, "key", 3) == 0)
        return given;
    judge_append(out, start, sizeof start - 1);
    judge_append(out, given == NULL ? "" : given,
                 given == NULL ? 0 : strlen(given));
    return out;
}

/* Puts id, goal, metric and name before every line. */
static inline const char *judge_target_text(const char *given, char *out) {
    static const char head[] = "id,goal,metric,name,";
    judge_append(out, head, sizeof head - 1);
    for (int line = 0; *given != '\0'; line++) {
        char start[32];
        size_t length = strcspn(given, "\n");
        if (line == 1)
            judge_append(out, "t,g,m,T,", 8);
        if (line > 1) {
            snprintf(start, sizeof start, "t%d,g,m,T%d,", line, line);
            judge_append(out, start, strlen(start));
        }
        judge_append(out, given, length);
        judge_append(out, "\n", 1);
        given += length + (given[length] == '\n');
    }
    return out;
}

static inline const char *judge_x_text(const char *given, char *out) {
    judge_append(out, "unit,period,x\n", 14);
    while (*given != '\0') {
        size_t period = strcspn(given, " ");
        size_t value;
        judge_append(out, "c,", 2);
        judge_append(out, given, period);
        given += period + 1;
        value = strcspn(given, ",");
        judge_append(out, ",", 1);
        judge_append(out, given, value);
        judge_append(out, "\n", 1);
        given += value;
        given += strspn(given, ", ");
    }
    return out;
}

static inline void judge_add(attain_table *tables, size_t *count,
                             const char *name, const char *text) {
    if (text == NULL)
        return;
    attain_table_init(&tables[*count]);
    tables[*count].name = name;
    tables[*count].text = text;
    tables[(*count)++].length = ATTAIN_NUL_TERMINATED;
}

/* --- Judging ------------------------------------------------------------ */

static inline attain_plan *judge_read_plan(const judge_tables *given) {
    attain_table tables[8];
    size_t count = 0;
    char plan[JUDGE_TEXT] = "";
    char target[JUDGE_TEXT] = "";
    attain_read_options options;
    attain_plan *out = NULL;
    judge_add(tables, &count, "plan.csv", judge_plan_text(given->plan, plan));
    judge_add(tables, &count, "goals.csv",
              given->goals != NULL ? given->goals : "id,name,parent\ng,G,\n");
    judge_add(tables, &count, "metrics.csv",
              given->metrics != NULL ? given->metrics
                                     : "id,name,numerator\nm,M,x\n");
    judge_add(tables, &count, "targets.csv",
              given->target != NULL ? judge_target_text(given->target, target)
                                    : given->targets);
    judge_add(tables, &count, "path.csv", given->path);
    judge_add(tables, &count, "bands.csv", given->bands);
    judge_add(tables, &count, "groups.csv", given->groups);
    attain_read_options_init(&options);
    options.handler = judge_print_problem;
    assert_int_equal(
        attain_read_plan_tables(tables, count, &options, &out, NULL),
        ATTAIN_OK);
    return out;
}

static inline attain_dataset *judge_read_data(const judge_tables *given) {
    attain_table tables[8];
    size_t count = 0;
    char x[JUDGE_TEXT] = "";
    attain_read_options options;
    attain_dataset *out = NULL;
    judge_add(tables, &count, "units.csv",
              given->units != NULL ? given->units
                                   : "id,name,level\nc,C,county\n");
    judge_add(tables, &count, "variables.csv", given->variables);
    judge_add(tables, &count, "stages.csv", given->stages);
    judge_add(tables, &count, "observations.csv",
              given->x != NULL ? judge_x_text(given->x, x)
                               : given->observations);
    attain_read_options_init(&options);
    options.handler = judge_print_problem;
    assert_int_equal(
        attain_read_dataset_tables(tables, count, &options, &out, NULL),
        ATTAIN_OK);
    return out;
}

static inline int32_t judge_period(const char *text) {
    int32_t period = ATTAIN_PERIOD_NONE;
    assert_int_equal(
        attain_period_parse(text, ATTAIN_NUL_TERMINATED, &period, NULL),
        ATTAIN_OK);
    return period;
}

static inline judge judge_read(judge_tables given) {
    judge made = {NULL, NULL, NULL};
    made.plan = judge_read_plan(&given);
    made.data = judge_read_data(&given);
    return made;
}

static inline judge judge_begin(judge_tables given) {
    judge made = judge_read(given);
    attain_evaluate_options options;
    attain_error err;
    attain_evaluate_options_init(&options);
    if (given.as_of != NULL)
        options.as_of = judge_period(given.as_of);
    memset(&err, 0, sizeof err);
    attain_status status =
        attain_evaluate(made.plan, made.data, &options, &made.ev, &err);
    if (status != ATTAIN_OK)
        fail_msg("%s: %s", attain_status_name(status), err.message);
    return made;
}

static inline void judge_end(judge *made) {
    attain_evaluation_destroy(made->ev);
    attain_dataset_destroy(made->data);
    attain_plan_destroy(made->plan);
    memset(made, 0, sizeof *made);
}

/* Watches metrics k1, k2 …; node t1 is metric k1 at the plan's unit. */
static inline judge judge_metrics(const char *metrics, int count,
                                  judge_tables tables) {
    char targets[1024] = "id,goal,metric,name,comparator\n";
    for (int i = 1; i <= count; i++) {
        char line[64];
        snprintf(line, sizeof line, "t%d,g,k%d,T,none\n", i, i);
        strncat(targets, line, sizeof targets - strlen(targets) - 1);
    }
    tables.metrics = metrics;
    tables.targets = targets;
    return judge_begin(tables);
}

/* --- Looking up --------------------------------------------------------- */

static inline int32_t judge_node(const judge *made, const char *node) {
    int32_t found =
        attain_evaluation_find_node(made->ev, node, ATTAIN_NUL_TERMINATED);
    if (found < 0)
        fail_msg("no node %s", node);
    return found;
}

static inline int32_t judge_unit(const judge *made, const char *unit) {
    int32_t found =
        attain_evaluation_find_unit(made->ev, unit, ATTAIN_NUL_TERMINATED);
    if (found < 0)
        fail_msg("no unit %s", unit);
    return found;
}

/* The row of a unit; −1 where the node has none. */
static inline int64_t judge_row(const judge *made, const char *node,
                                const char *unit) {
    return attain_evaluation_find_row(made->ev, judge_node(made, node),
                                      judge_unit(made, unit));
}

static inline double judge_value(const judge *made, const char *node,
                                 const char *unit, int32_t measure) {
    return attain_evaluation_value(made->ev, measure, judge_node(made, node),
                                   judge_row(made, node, unit));
}

/* True when some finding says so. */
static inline int judge_found(const judge *made, const char *part) {
    for (size_t i = 0; i < attain_evaluation_finding_count(made->ev); i++) {
        attain_finding finding;
        attain_finding_init(&finding);
        assert_int_equal(
            attain_evaluation_get_finding(made->ev, i, &finding, NULL),
            ATTAIN_OK);
        if (strstr(finding.message, part) != NULL)
            return 1;
    }
    return 0;
}

/* --- Comparing ---------------------------------------------------------- */

/* What a cell shows: a word for verdict, status and grade, "-" for none. */
static inline void judge_shown(const judge *made, int32_t measure, double value,
                               char *out, size_t size) {
    const char *word = NULL;
    size_t length;
    if (measure == ATTAIN_MEASURE_VERDICT)
        word = attain_word(ATTAIN_VOCABULARY_VERDICT, (int32_t)value);
    else if (measure == ATTAIN_MEASURE_STATUS)
        word = attain_word(ATTAIN_VOCABULARY_STANDING, (int32_t)value);
    else if (measure == ATTAIN_MEASURE_GRADE && !isnan(value))
        word = attain_evaluation_grade(made->ev, (int32_t)value);
    if (isnan(value) || (word != NULL && word[0] == '\0'))
        word = "-";
    if (word != NULL)
        snprintf(out, size, "%s", word);
    else if (attain_number_format(value, out, size, &length, NULL) != ATTAIN_OK)
        snprintf(out, size, "(no number)");
}

static inline void judge_cell(const judge *made, const char *node,
                              const char *unit, const char *cell, size_t length,
                              const char *file, int line) {
    char shown[64];
    char wanted[64] = "";
    size_t name = strcspn(cell, "=");
    int exact = cell[name + 1] == '=';
    const char *text = cell + name + 1 + exact;
    size_t bytes = length - (size_t)(text - cell);
    double want = NAN;
    int32_t measure = attain_word_find(ATTAIN_VOCABULARY_MEASURE, cell, name);
    assert_true(name < length && measure >= 0 && bytes < sizeof wanted);
    memcpy(wanted, text, bytes);
    double value = judge_value(made, node, unit, measure);
    judge_shown(made, measure, value, shown, sizeof shown);
    if (strcmp(shown, wanted) == 0)
        return;
    if (attain_number_parse(text, bytes, &want, NULL) == ATTAIN_OK &&
        !isnan(value) && !exact &&
        fabs(value - want) <= 1e-12 * (want == 0 ? 1 : fabs(want)))
        return;
    print_error("%s at %s: %.*s is %s, not %s\n", node, unit, (int)name, cell,
                shown, wanted);
    _fail(file, line);
}

/* Cells as "verdict=met value=0.5 pace=-"; numbers within 1e-12 of their size,
 * with == the same number. */
static inline void judge_cells(const judge *made, const char *node,
                               const char *unit, const char *cells,
                               const char *file, int line) {
    if (judge_row(made, node, unit) < 0) {
        print_error("%s has no row of %s\n", unit, node);
        _fail(file, line);
    }
    while (*cells != '\0') {
        size_t length = strcspn(cells, " ");
        judge_cell(made, node, unit, cells, length, file, line);
        cells += length;
        cells += strspn(cells, " ");
    }
}

#define assert_row(made, node, unit, cells)                                    \
    judge_cells(made, node, unit, cells, __FILE__, __LINE__)

/* One target t of g at c over x; tables as in judge_tables. */
#define assert_judged(target_text, x_text, as_of_text, cells)                  \
    do {                                                                       \
        judge made_ = judge_begin((judge_tables){                              \
            .target = target_text, .x = x_text, .as_of = as_of_text});         \
        judge_cells(&made_, "t", "c", cells, __FILE__, __LINE__);              \
        judge_end(&made_);                                                     \
    } while (0)

#endif
