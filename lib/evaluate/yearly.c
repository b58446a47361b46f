#include "evaluate/yearly.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "numeric/math.h"

void attain_yearly_init(attain_yearly *yearly) {
    if (yearly == NULL)
        return;
    memset(yearly, 0, sizeof *yearly);
    yearly->struct_size = sizeof *yearly;
    yearly->latest = yearly->lower = yearly->upper = NAN;
    yearly->cumulative = yearly->mean = NAN;
    yearly->cumulative_lower = yearly->cumulative_upper = NAN;
    yearly->base = yearly->judged = ATTAIN_PERIOD_NONE;
}

int attain_i_is_yearly(const attain_i_node *node) {
    return node->kind == ATTAIN_KIND_TARGET &&
           node->comparator != ATTAIN_COMPARATOR_NONE &&
           (node->series == ATTAIN_SERIES_CHANGE ||
            node->series == ATTAIN_SERIES_GROWTH);
}

static int32_t verdict_of(uint8_t sat) {
    return sat == ATTAIN_I_YES  ? ATTAIN_VERDICT_MET
           : sat == ATTAIN_I_NO ? ATTAIN_VERDICT_NOT_MET
                                : ATTAIN_VERDICT_UNKNOWN;
}

/* --- Each period -------------------------------------------------------- */

static void find_each(attain_i_single *single, attain_yearly *out) {
    const attain_i_judging *judging = &single->judging;
    uint8_t sat = ATTAIN_I_UNKNOWN;
    for (size_t k = 0; k < judging->periods; k++) {
        attain_i_block_period(judging, &single->block, k);
        sat = single->block.sat[k * ATTAIN_I_BLOCK];
        out->periods += sat != ATTAIN_I_SKIPPED;
        out->met += sat == ATTAIN_I_YES;
        out->unknown += sat == ATTAIN_I_UNKNOWN;
    }
    if (sat != ATTAIN_I_SKIPPED)
        out->latest = single->block.x[judging->periods - 1][0];
    out->latest_verdict = verdict_of(sat);
    out->every_verdict = ATTAIN_VERDICT_UNKNOWN;
    if (out->met + out->unknown < out->periods)
        out->every_verdict = ATTAIN_VERDICT_NOT_MET;
    else if (out->periods > 0 && out->unknown == 0)
        out->every_verdict = ATTAIN_VERDICT_MET;
}

/* --- Together ----------------------------------------------------------- */

/* What the limit of one period comes to in n of them. */
static double come_to(int32_t series, double limit, double n) {
    if (isinf(limit))
        return limit;
    if (series == ATTAIN_SERIES_CHANGE)
        return attain_i_round12(limit * n);
    return limit <= -1 ? -1 : attain_i_round12(attain_i_pow(1 + limit, n) - 1);
}

/* The target's own judgement of a number, with other limits. */
static int32_t judge_by(const attain_i_single *single, double x, double low,
                        double high) {
    attain_i_judging with = single->judging;
    with.low = low;
    with.high = high;
    if (isnan(x))
        return ATTAIN_VERDICT_UNKNOWN;
    return attain_i_satisfied(&with, single->unit, 2, with.judged,
                              attain_i_round12(x), fabs(x))
               ? ATTAIN_VERDICT_MET
               : ATTAIN_VERDICT_NOT_MET;
}

static double limit_or_none(double limit) {
    return isinf(limit) ? (double)NAN : limit;
}

static void find_together(const attain_i_single *single, attain_yearly *out) {
    const attain_i_judging *judging = &single->judging;
    int32_t series = judging->target->series;
    double n = judging->judged - judging->base;
    double b = single->block.baseline[0];
    double v = attain_i_metric_at(judging->work, judging->metric, single->unit,
                                  judging->judged);
    double low = come_to(series, judging->low, n);
    double high = come_to(series, judging->high, n);
    if (series == ATTAIN_SERIES_CHANGE) {
        out->cumulative = attain_i_decimal_subtract(v, b);
        out->mean = out->cumulative / n;
    } else if (b > 0 && v >= 0) {
        out->cumulative = attain_i_decimal_subtract(v / b, 1);
        out->mean = attain_i_pow(v / b, 1 / n) - 1;
    }
    out->cumulative_lower = limit_or_none(low);
    out->cumulative_upper = limit_or_none(high);
    out->cumulative_verdict = judge_by(single, out->cumulative, low, high);
    out->mean_verdict =
        judge_by(single, out->mean, judging->low, judging->high);
}

void attain_i_yearly_find(attain_i_single *single, attain_yearly *out) {
    const attain_i_judging *judging = &single->judging;
    out->lower = limit_or_none(judging->low);
    out->upper = limit_or_none(judging->high);
    out->judged = judging->judged;
    out->base = judging->base;
    out->cumulative_verdict = out->mean_verdict = ATTAIN_VERDICT_UNKNOWN;
    find_each(single, out);
    if (judging->base != ATTAIN_PERIOD_NONE && judging->judged > judging->base)
        find_together(single, out);
}

/* --- Asked for ---------------------------------------------------------- */

static attain_status check(const attain_evaluation *ev, int32_t node,
                           int64_t row, const attain_yearly *out,
                           attain_error *err) {
    if (!attain_i_struct_ok(out->struct_size, sizeof *out, sizeof *out))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "the struct has the size %zu, this release knows "
                             "%zu; set it up with attain_yearly_init()",
                             out->struct_size, sizeof *out);
    if (node < 0 || (size_t)node >= ev->node_count ||
        !attain_i_is_yearly(&ev->nodes[node]))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "node", node,
                             "node %d is not a target that asks for a change "
                             "or growth",
                             (int)node);
    const attain_i_rows *rows = &ev->rows[ev->nodes[node].rows];
    if (row < 0 || (size_t)row >= rows->count || rows->wholes[row])
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "row", row,
                             "row %lld of '%s' is not judged itself",
                             (long long)row, ev->nodes[node].id);
    return ATTAIN_OK;
}

attain_status attain_evaluation_yearly(const attain_evaluation *ev,
                                       const attain_plan *plan,
                                       const attain_dataset *data, int32_t node,
                                       int64_t row, attain_yearly *out,
                                       attain_error *err) {
    attain_i_single single;
    attain_yearly found;
    if (ev == NULL || plan == NULL || data == NULL || out == NULL)
        return attain_i_fail_null(err, ev == NULL     ? "ev"
                                       : plan == NULL ? "plan"
                                       : data == NULL ? "data"
                                                      : "out");
    attain_status status = check(ev, node, row, out, err);
    if (status != ATTAIN_OK)
        return status;
    status =
        attain_i_single_make(&single, ev, plan, data, node,
                             ev->rows[ev->nodes[node].rows].units[row], err);
    if (status == ATTAIN_OK) {
        attain_yearly_init(&found);
        attain_i_yearly_find(&single, &found);
        *out = found;
    }
    attain_i_single_clear(&single);
    return status;
}
