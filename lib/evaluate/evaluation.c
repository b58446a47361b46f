/* The evaluation as an object: where its measures stand, and its memory. */
#include "evaluate/model.h"

#include <string.h>

int attain_i_measure_of_targets(int32_t measure) {
    return (measure >= ATTAIN_MEASURE_EXPECTED &&
            measure <= ATTAIN_MEASURE_SHORTFALL_NUMERATOR) ||
           measure == ATTAIN_MEASURE_PROJECTION_LOW ||
           measure == ATTAIN_MEASURE_PROJECTION_HIGH ||
           (measure >= ATTAIN_MEASURE_GROWTH_PACE &&
            measure <= ATTAIN_MEASURE_MEAN_CHANGE) ||
           measure >= ATTAIN_MEASURE_VALUE_ADDED_EFFECT;
}

int attain_i_measure_of_goals(int32_t measure) {
    return (measure >= ATTAIN_MEASURE_SCORE &&
            measure <= ATTAIN_MEASURE_HIGH) ||
           measure == ATTAIN_MEASURE_GRADE || measure == ATTAIN_MEASURE_RANK ||
           (measure >= ATTAIN_MEASURE_TARGETS &&
            measure <= ATTAIN_MEASURE_TARGETS_UNKNOWN);
}

size_t attain_i_measure_rows(const attain_evaluation *ev, int32_t measure) {
    if (measure == ATTAIN_MEASURE_RANK)
        return ev->rank_total;
    if (attain_i_measure_of_targets(measure))
        return ev->target_total;
    return attain_i_measure_of_goals(measure) ? ev->goal_total : ev->row_total;
}

int attain_i_is_ranked(const attain_evaluation *ev, const attain_i_node *goal) {
    return ev->rank_depth < 0 || goal->depth <= ev->rank_depth;
}

double *attain_i_column_of(const attain_evaluation *ev, int32_t measure,
                           const attain_i_node *node) {
    double *column = ev->measures[measure];
    int target = node->kind == ATTAIN_KIND_TARGET;
    if (column == NULL)
        return NULL;
    if (attain_i_measure_of_targets(measure))
        return target ? column + node->first_kind_row : NULL;
    if (measure == ATTAIN_MEASURE_RANK)
        return target ? NULL : column + node->first_rank_row;
    if (attain_i_measure_of_goals(measure))
        return target ? NULL : column + node->first_kind_row;
    return column + node->first_row;
}

int32_t attain_i_node_of(const attain_evaluation *ev, int32_t kind,
                         int32_t row) {
    for (size_t n = 0; n < ev->node_count; n++)
        if (ev->nodes[n].kind == kind && ev->nodes[n].row == row)
            return (int32_t)n;
    return -1;
}

static void clear_rows(attain_evaluation *ev, attain_i_rows *rows) {
    attain_i_release(&ev->allocator, rows->units, rows->count,
                     sizeof *rows->units);
    attain_i_release(&ev->allocator, rows->wholes, rows->count, 1);
    attain_i_release(&ev->allocator, rows->own, rows->own_count,
                     sizeof *rows->own);
    attain_i_release(&ev->allocator, rows->row_of_unit, ev->unit_count,
                     sizeof *rows->row_of_unit);
}

attain_evaluation *attain_i_evaluation_hold(const attain_evaluation *ev) {
    attain_evaluation *held = (attain_evaluation *)ev; /* made as no const */
    attain_i_counter_add(&held->holders);
    return held;
}

void attain_evaluation_destroy(attain_evaluation *ev) {
    if (ev == NULL || attain_i_counter_drop(&ev->holders) > 0)
        return;
    attain_allocator allocator = ev->allocator;
    for (size_t r = 0; r < ev->rows_count; r++)
        clear_rows(ev, &ev->rows[r]);
    for (int32_t m = 0; m < ATTAIN_I_MEASURES; m++)
        attain_i_release(&allocator, ev->measures[m],
                         attain_i_measure_rows(ev, m), sizeof(double));
    attain_i_release(&allocator, ev->rows, ev->rows_capacity, sizeof *ev->rows);
    attain_i_release(&allocator, ev->verdicts, ev->row_total, 1);
    attain_i_release(&allocator, ev->statuses, ev->row_total, 1);
    attain_i_release(&allocator, ev->lows, ev->row_total, 3 * sizeof(double));
    attain_i_release(&allocator, ev->nodes, ev->node_capacity,
                     sizeof *ev->nodes);
    attain_i_release(&allocator, ev->children, ev->node_capacity,
                     sizeof *ev->children);
    attain_i_release(&allocator, ev->units, ev->unit_count, sizeof *ev->units);
    attain_i_release(&allocator, ev->grades, ev->grade_count,
                     sizeof *ev->grades);
    attain_i_release(&allocator, ev->grade_rules, ev->grade_count,
                     sizeof *ev->grade_rules);
    attain_i_release(&allocator, ev->owners, ev->node_count,
                     sizeof *ev->owners);
    attain_i_release(&allocator, ev->findings, ev->finding_capacity,
                     sizeof *ev->findings);
    attain_i_map_clear(&ev->node_ids);
    attain_i_arena_clear(&ev->arena);
    attain_i_release(&allocator, ev, 1, sizeof *ev);
}
