#include "evaluate/lens.h"

#include <math.h>

#include "evaluate/aggregate.h"

/* --- Goals -------------------------------------------------------------- */

static const int32_t carried[] = {ATTAIN_MEASURE_PROCESS,
                                  ATTAIN_MEASURE_VALUE_ADDED};

/* A child's lens at some of the goal's rows; NaN where it has no row. */
static void gather(const attain_i_goal_making *m, const attain_i_node *child,
                   int32_t measure, const int32_t *rows, size_t count,
                   double *out) {
    const double *column = attain_i_column_of(m->ev, measure, child);
    for (size_t i = 0; i < count; i++) {
        int64_t row = attain_i_goal_child_row(m, child, rows[i]);
        out[i] = row < 0 ? NAN : column[row];
    }
}

/* What has the lens is combined, what has it not is left out, whatever the
 * plan says of missing data: a target without a baseline lacks no data. */
static void carry(const attain_i_goal_making *m, int32_t measure,
                  const int32_t *rows, size_t count) {
    double combined[ATTAIN_I_GOAL_BLOCK];
    double *column = attain_i_column_of(m->ev, measure, m->node);
    attain_i_children set = {0};
    for (size_t c = 0; c < m->scored_count; c++) {
        double *space = m->gathered + c * ATTAIN_I_GOAL_BLOCK;
        gather(m, &m->ev->nodes[m->scored[c]], measure, rows, count, space);
        m->columns[c] = space;
    }
    set.attainment = m->columns;
    set.weights = m->weights;
    set.children = m->scored_count;
    set.count = count;
    attain_i_combine(m->goal->aggregate, ATTAIN_MISSING_RENORMALISE, &set,
                     combined, NULL, NULL, NULL, m->scratch);
    for (size_t i = 0; i < count; i++)
        column[rows[i]] = combined[i];
}

void attain_i_lens_goal(const attain_i_goal_making *m) {
    const int32_t *own = m->rows->own;
    if (m->scored_count == 0)
        return;
    for (size_t at = 0; at < m->rows->own_count; at += ATTAIN_I_GOAL_BLOCK) {
        size_t left = m->rows->own_count - at;
        size_t count = left < ATTAIN_I_GOAL_BLOCK ? left : ATTAIN_I_GOAL_BLOCK;
        for (size_t l = 0; l < sizeof carried / sizeof *carried; l++)
            carry(m, carried[l], own + at, count);
    }
}

/* --- Together ----------------------------------------------------------- */

void attain_i_lenses_of(const attain_evaluation *ev, const attain_i_node *node,
                        size_t row, double out[ATTAIN_I_LENSES]) {
    static const int32_t measures[ATTAIN_I_LENSES] = {
        ATTAIN_MEASURE_ATTAINMENT, ATTAIN_MEASURE_PROCESS,
        ATTAIN_MEASURE_VALUE_ADDED};
    for (int l = 0; l < ATTAIN_I_LENSES; l++)
        out[l] = attain_i_column_of(ev, measures[l], node)[row];
}

static double together(const attain_evaluation *ev,
                       const double lenses[ATTAIN_I_LENSES]) {
    double values[ATTAIN_I_LENSES];
    double weights[ATTAIN_I_LENSES];
    double scratch[ATTAIN_I_LENSES];
    size_t known = 0;
    for (int l = 0; l < ATTAIN_I_LENSES; l++) {
        if (isnan(lenses[l]) || ev->lens_weights[l] == 0)
            continue;
        values[known] = lenses[l];
        weights[known++] = ev->lens_weights[l];
    }
    return known == 0 ? NAN
                      : attain_i_aggregate(ATTAIN_AGGREGATE_ARITHMETIC, values,
                                           weights, known, scratch);
}

void attain_i_lens_together(const attain_evaluation *ev,
                            const attain_i_node *node) {
    double *column = attain_i_column_of(ev, ATTAIN_MEASURE_COMPREHENSIVE, node);
    size_t rows = ev->rows[node->rows].count;
    for (size_t r = 0; r < rows; r++) {
        double lenses[ATTAIN_I_LENSES];
        attain_i_lenses_of(ev, node, r, lenses);
        column[r] = together(ev, lenses);
    }
}
