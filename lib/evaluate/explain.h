/* The parts of an explanation. */
#ifndef ATTAIN_EVALUATE_EXPLAIN_H
#define ATTAIN_EVALUATE_EXPLAIN_H

#include "evaluate/single.h"
#include "base/writer.h"

/* What is explained: a node at a unit. */
typedef struct attain_i_explaining {
    const attain_evaluation *ev;
    const attain_plan *plan;
    const attain_dataset *data;
    const attain_i_node *node;
    const attain_i_rows *rows;
    attain_i_writer *writer;
    int32_t index;
    int32_t unit;
    size_t row; /* in the node's columns */
} attain_i_explaining;

/* A metric at a unit: formula, numbers, inputs and where they came from; the
 * members that lack data (explain_metric.c). */
void attain_i_explain_metric(attain_i_writer *writer, const attain_i_work *work,
                             int32_t metric, int32_t unit, int32_t period);
/* A measure of the explained row; NaN if the node has it not
 * (explain_target.c). */
double attain_i_explained(const attain_i_explaining *what, int32_t measure);
/* The lenses of any row, where they were asked for (explain_lens.c). */
void attain_i_explain_lenses(const attain_i_explaining *what);
/* The method that a target names, if any (explain_method.c). */
void attain_i_explain_method(attain_i_writer *writer, attain_i_single *single);
/* The three answers to a yearly rule (explain_yearly.c). */
void attain_i_explain_yearly(attain_i_writer *writer, attain_i_single *single);
/* A target's own row. */
attain_status attain_i_explain_target(const attain_i_explaining *what,
                                      attain_error *err);

#endif
