/* The way of one target at one unit: observed and expected by period. */
#include <math.h>
#include <string.h>

#include "attain/evaluate.h"
#include "base/decimal.h"
#include "evaluate/single.h"

/* The series in a period; before the first judged one, and for series that
 * start at a baseline there, what it was at the start. */
static double observed(attain_i_single *single, int32_t period) {
    const attain_i_judging *judging = &single->judging;
    attain_i_block *block = &single->block;
    int32_t series = judging->target->series;
    if (period > judging->judged)
        return NAN;
    if (period >= judging->first) {
        size_t k = (size_t)(period - judging->first);
        attain_i_block_period(judging, block, k);
        return block->sat[k * ATTAIN_I_BLOCK] == ATTAIN_I_SKIPPED
                   ? NAN
                   : block->x[k][0];
    }
    if (series == ATTAIN_SERIES_CUMULATIVE)
        return 0;
    double b = block->baseline[0];
    if (period == judging->base && judging->levels)
        return series == ATTAIN_SERIES_LEVEL ? b : isnan(b) ? NAN : 0;
    double v = attain_i_metric_at(judging->work, judging->metric, single->unit,
                                  period);
    return series == ATTAIN_SERIES_LEVEL ? v : NAN;
}

/* What the series should have been: of change and growth the limit itself. */
static double expected(const attain_i_single *single, int32_t period) {
    const attain_i_judging *judging = &single->judging;
    int32_t series = judging->target->series;
    double b = single->block.baseline[0];
    if (series == ATTAIN_SERIES_CHANGE || series == ATTAIN_SERIES_GROWTH)
        return NAN;
    if (judging->levels && period == judging->base && !isnan(b) &&
        judging->target->comparator != ATTAIN_COMPARATOR_NONE)
        return series == ATTAIN_SERIES_LEVEL ? b : 0;
    return attain_i_expected(judging, b, period);
}

static attain_status fill(attain_i_single *single, int32_t first, size_t points,
                          int32_t *periods, double *values, double *required) {
    for (size_t i = 0; i < points; i++) {
        int32_t period = first + (int32_t)i;
        periods[i] = period;
        values[i] = observed(single, period);
        required[i] = expected(single, period);
    }
    return ATTAIN_OK;
}

static int32_t first_point(const attain_evaluation *ev, const attain_plan *plan,
                           const attain_i_node *node) {
    int32_t base = plan->targets[node->row].baseline_period;
    if (node->series == ATTAIN_SERIES_CUMULATIVE)
        return ev->first_period - 1;
    return base != ATTAIN_PERIOD_NONE && base < ev->first_period
               ? base
               : ev->first_period;
}

attain_status attain_evaluation_trajectory(
    const attain_evaluation *ev, const attain_plan *plan,
    const attain_dataset *data, int32_t node, int64_t row, int32_t *periods,
    double *observed_out, double *expected_out, size_t capacity, size_t *count,
    attain_error *err) {
    attain_i_single single;
    if (ev == NULL || plan == NULL || data == NULL || count == NULL)
        return attain_i_fail_null(err, ev == NULL     ? "ev"
                                       : plan == NULL ? "plan"
                                       : data == NULL ? "data"
                                                      : "count");
    attain_status status = attain_i_same_source(ev, plan, data, err);
    if (status != ATTAIN_OK)
        return status;
    if (node < 0 || (size_t)node >= ev->node_count ||
        ev->nodes[node].kind != ATTAIN_KIND_TARGET)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "node", node,
                             "node %d is not a target", (int)node);
    const attain_i_rows *rows = &ev->rows[ev->nodes[node].rows];
    if (row < 0 || (size_t)row >= rows->count || rows->wholes[row])
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "row", row,
                             "row %lld of '%s' is not judged itself",
                             (long long)row, ev->nodes[node].id);
    int32_t first = first_point(ev, plan, &ev->nodes[node]);
    *count = (size_t)(ev->nodes[node].due - first) + 1;
    if (periods == NULL && observed_out == NULL && expected_out == NULL)
        return ATTAIN_OK;
    if (periods == NULL || observed_out == NULL || expected_out == NULL)
        return attain_i_fail_null(err, "periods, observed or expected");
    if (capacity < *count)
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "there are %zu points, there is room for %zu",
                             *count, capacity);
    status = attain_i_single_make(&single, ev, plan, data, node,
                                  rows->units[row], err);
    if (status == ATTAIN_OK)
        status =
            fill(&single, first, *count, periods, observed_out, expected_out);
    attain_i_single_clear(&single);
    return status;
}
