/* Small indices from tables: a plan for counties over goals and indicators. */
#ifndef ATTAIN_TESTS_COMPOSITE_H
#define ATTAIN_TESTS_COMPOSITE_H

#include <math.h>
#include <stdio.h>

#include "attain.h"
#include "support/support.h"

/* What an index is made of; NULL: no such table. */
typedef struct tables {
    const char *plan; /* more lines of plan.csv */
    const char *goals;
    const char *metrics;
    const char *targets;
    const char *index;
    const char *units;
    const char *observations;
} tables;

typedef struct made {
    attain_plan *plan;
    attain_dataset *data;
    attain_index *index;
} made;

static inline void add_table(attain_table *list, size_t *count,
                             const char *name, const char *text) {
    if (text == NULL)
        return;
    attain_table_init(&list[*count]);
    list[*count].name = name;
    list[*count].text = text;
    list[(*count)++].length = ATTAIN_NUL_TERMINATED;
}

static inline attain_status read_tables(const tables *given, made *out,
                                        attain_error *err) {
    attain_table list[8];
    size_t count = 0;
    char plan[512];
    snprintf(plan, sizeof plan,
             "key,value\nid,p\nname,P\nfirst_period,2021\nlast_period,2023\n"
             "level,county\n%s",
             given->plan == NULL ? "" : given->plan);
    add_table(list, &count, "plan.csv", plan);
    add_table(list, &count, "goals.csv", given->goals);
    add_table(list, &count, "metrics.csv", given->metrics);
    add_table(list, &count, "targets.csv", given->targets);
    add_table(list, &count, "index.csv", given->index);
    attain_status status =
        attain_read_plan_tables(list, count, NULL, &out->plan, err);
    if (status != ATTAIN_OK)
        return status;
    count = 0;
    add_table(list, &count, "units.csv", given->units);
    add_table(list, &count, "observations.csv", given->observations);
    status = attain_read_dataset_tables(list, count, NULL, &out->data, err);
    if (status != ATTAIN_OK) {
        attain_plan_destroy(out->plan);
        out->plan = NULL;
    }
    return status;
}

static inline void release(made *m) {
    attain_index_destroy(m->index);
    attain_dataset_destroy(m->data);
    attain_plan_destroy(m->plan);
    memset(m, 0, sizeof *m);
}

/* Over all periods from `first` on (0: the last alone). */
static inline made make(const tables *given, int32_t first) {
    made out = {NULL, NULL, NULL};
    attain_error err = {0};
    attain_index_options options;
    attain_index_options_init(&options);
    if (first != 0)
        options.first_period = first;
    if (read_tables(given, &out, &err) != ATTAIN_OK ||
        attain_index_create(out.plan, out.data, &options, &out.index, &err) !=
            ATTAIN_OK)
        fail_msg("%s: %s", err.field, err.message);
    return out;
}

static inline int32_t node_of(const attain_index *index, const char *id) {
    int32_t node = attain_index_find_node(index, id, ATTAIN_NUL_TERMINATED);
    if (node < 0)
        fail_msg("no node %s", id);
    return node;
}

/* A column, up to 64 units. */
static inline const double *column(const attain_index *index, int32_t measure,
                                   const char *node, int32_t period,
                                   double *out) {
    size_t count;
    assert_int_equal(attain_index_column(index, measure, node_of(index, node),
                                         period, out, 64, &count, NULL),
                     ATTAIN_OK);
    return out;
}

#define assert_column(index, measure, node, period, ...)                       \
    do {                                                                       \
        const double wanted_[] = {__VA_ARGS__};                                \
        double got_[64];                                                       \
        column(index, measure, node, period, got_);                            \
        for (size_t i_ = 0; i_ < sizeof wanted_ / sizeof *wanted_; i_++)       \
            assert_close(got_[i_], wanted_[i_], 1e-14);                        \
    } while (0)

#endif
