/* Verdicts that agree with rational arithmetic on the decimals (method §1,
 * rulings A32). This way is slow; it is taken only where the doubles are
 * within their error of each other, or where values are judged rounded. */
#include "evaluate/exact.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"

/* Metrics that name metrics are followed by calls to this depth; deeper ones
 * count as inexact and are compared in 12 digits. */
enum { MAX_DEPTH = 6 };

static void make_inexact(attain_i_rational *out) {
    attain_i_rational_of_integer(0, out);
    out->inexact = 1;
}

/* What one column says of a unit; inexact where it says nothing. */
static void observed(const attain_i_work *work, int32_t variable,
                     int32_t period, int32_t group, int32_t unit,
                     attain_i_rational *out) {
    const attain_i_column *column =
        attain_i_dataset_find_column(work->data, variable, period, group);
    double value = column == NULL ? NAN : column->values[unit];
    if (isnan(value))
        make_inexact(out);
    else
        attain_i_rational_of(value, out);
}

/* Σ w x / Σ w over the groups that have a value (rulings A47). */
static void combined(const attain_i_work *work, int32_t variable,
                     int32_t period, int32_t unit, attain_i_rational *out) {
    attain_i_rational weights;
    attain_i_rational term;
    attain_i_rational weight;
    int any = 0;
    attain_i_rational_of_integer(0, out);
    attain_i_rational_of_integer(0, &weights);
    for (size_t g = 0; g < work->data->group_count; g++) {
        observed(work, variable, period, (int32_t)g, unit, &term);
        if (term.inexact)
            continue;
        any = 1;
        attain_i_rational_of(work->group_weights[g], &weight);
        attain_i_rational_add(&weights, &weight);
        attain_i_rational_multiply(&term, &weight);
        attain_i_rational_add(out, &term);
    }
    if (any)
        attain_i_rational_divide(out, &weights);
    else
        make_inexact(out);
}

/* n·w of a part of a multi-stage school (rulings A48). */
static void enrolment(const attain_i_work *work, int32_t unit, int32_t period,
                      attain_i_rational *out) {
    const attain_dataset *data = work->data;
    int32_t word = data->units[unit].stage;
    const char *stage = word < 0 ? "" : data->words[word];
    int32_t row = attain_i_map_find(&data->stage_ids, stage, strlen(stage));
    int32_t variable = -1;
    make_inexact(out);
    if (row >= 0)
        variable =
            attain_i_map_find(&data->variable_ids, data->stages[row].enrolment,
                              strlen(data->stages[row].enrolment));
    if (variable < 0)
        return;
    attain_i_rational weight;
    observed(work, variable, period, ATTAIN_GROUP_NONE, unit, out);
    attain_i_rational_of(data->stages[row].weight, &weight);
    attain_i_rational_multiply(out, &weight);
}

static void share(const attain_i_work *work, int32_t variable, int32_t unit,
                  int32_t period, attain_i_rational *out) {
    int32_t whole = work->forest.parents[unit];
    make_inexact(out);
    if (whole < 0 || work->data->units[unit].stage < 0)
        return;
    attain_i_rational total;
    attain_i_rational part;
    observed(work, variable, period, ATTAIN_GROUP_NONE, whole, out);
    if (out->inexact)
        combined(work, variable, period, whole, out);
    attain_i_rational_of_integer(0, &total);
    for (int32_t c = work->first_part[whole]; c >= 0; c = work->next_part[c]) {
        const attain_i_unit *row = &work->data->units[c];
        if (row->stage < 0 || !attain_i_unit_counts(row, period))
            continue;
        enrolment(work, c, period, &part);
        attain_i_rational_add(&total, &part);
    }
    enrolment(work, unit, period, &part);
    attain_i_rational_multiply(out, &part);
    attain_i_rational_divide(out, &total);
}

/* What the unit's points have is added to its own. */
static void add_points(const attain_i_work *work, int32_t variable,
                       int32_t unit, int32_t period, attain_i_rational *out) {
    attain_i_rational term;
    for (int32_t p = work->first_point[unit]; p >= 0; p = work->next_point[p]) {
        if (!attain_i_unit_open(&work->data->units[p], period))
            continue;
        observed(work, variable, period, ATTAIN_GROUP_NONE, p, &term);
        if (term.inexact)
            combined(work, variable, period, p, &term);
        attain_i_rational_add(out, &term);
    }
}

static void exact_variable(const attain_i_work *work, int32_t variable,
                           int32_t unit, int32_t period,
                           attain_i_rational *out) {
    make_inexact(out);
    if (variable < 0 || !attain_i_unit_counts(&work->data->units[unit], period))
        return;
    observed(work, variable, period, ATTAIN_GROUP_NONE, unit, out);
    if (out->inexact)
        combined(work, variable, period, unit, out);
    if (out->inexact && work->data->variables[variable].shared)
        share(work, variable, unit, period, out);
    if (attain_i_points_add(work, variable))
        add_points(work, variable, unit, period, out);
}

/* True when a part of a list has no value at the unit. */
static int part_missing(const attain_i_work *work,
                        const attain_i_metric_use *use, size_t index,
                        const attain_i_part *part, int32_t unit,
                        int32_t period) {
    int32_t row = use->parts[index];
    int64_t at = attain_i_window(work, period);
    if (part->is_metric)
        return isnan(attain_i_metric_at(work, row, unit, period));
    if (row < 0 || at < 0)
        return 1;
    if (part->group == NULL)
        return isnan(work->variables[(size_t)row * work->window + (size_t)at]
                         .values[unit]);
    const attain_i_column *column = attain_i_dataset_find_column(
        work->data, row, period, use->groups[index]);
    return column == NULL || isnan(column->values[unit]) ||
           !attain_i_unit_counts(&work->data->units[unit], period);
}

static int list_missing(const attain_i_work *work,
                        const attain_i_metric_use *use, int32_t unit,
                        int32_t period) {
    const attain_i_metric_lists *lists = use->lists;
    size_t over = lists->numerator_count;
    for (size_t p = 0; p < over; p++)
        if (part_missing(work, use, p, &lists->numerator[p], unit, period))
            return 1;
    for (size_t p = 0; p < lists->denominator_count; p++)
        if (part_missing(work, use, over + p, &lists->denominator[p], unit,
                         period))
            return 1;
    return 0;
}

/* A list that is summed, at one unit. */
static void exact_list(const attain_i_work *work,
                       const attain_i_metric_use *use, size_t first,
                       const attain_i_part *parts, size_t count, int32_t unit,
                       int32_t period, int depth, attain_i_rational *out) {
    attain_i_rational term;
    attain_i_rational_of_integer(0, out);
    for (size_t p = 0; p < count && !out->inexact; p++) {
        int32_t row = use->parts[first + p];
        if (parts[p].is_metric)
            attain_i_exact_metric(work, row, unit, period, depth + 1, &term);
        else if (parts[p].group == NULL)
            exact_variable(work, row, unit, period, &term);
        else if (row < 0 || use->groups[first + p] < 0 ||
                 !attain_i_unit_counts(&work->data->units[unit], period))
            make_inexact(&term);
        else
            observed(work, row, period, use->groups[first + p], unit, &term);
        if (parts[p].sign < 0)
            attain_i_rational_subtract(out, &term);
        else
            attain_i_rational_add(out, &term);
    }
}

/* factor · N / D of one unit. */
static void exact_own(const attain_i_work *work, const attain_i_metric_use *use,
                      int32_t unit, int32_t period, int depth,
                      attain_i_rational *over, attain_i_rational *under) {
    const attain_i_metric_lists *lists = use->lists;
    exact_list(work, use, 0, lists->numerator, lists->numerator_count, unit,
               period, depth, over);
    if (lists->denominator_count > 0)
        exact_list(work, use, lists->numerator_count, lists->denominator,
                   lists->denominator_count, unit, period, depth, under);
    else
        attain_i_rational_of_integer(1, under);
}

/* Brings one more member into the total, or the least or greatest. */
static void exact_member(int32_t across, attain_i_rational *over,
                         attain_i_rational *under, int first,
                         attain_i_rational *all_over,
                         attain_i_rational *all_under) {
    if (across == ATTAIN_ACROSS_TOTAL) {
        attain_i_rational_add(all_over, over);
        attain_i_rational_add(all_under, under);
        return;
    }
    attain_i_rational_divide(over, under);
    int order = attain_i_rational_compare(over, all_over);
    if (first || order == (across == ATTAIN_ACROSS_MIN ? -1 : 1))
        *all_over = *over;
    else if (order == -2)
        all_over->inexact = 1;
}

static void exact_across(const attain_i_work *work,
                         const attain_i_metric_use *use, int32_t unit,
                         int32_t period, int depth, attain_i_rational *out) {
    attain_i_rational over;
    attain_i_rational under;
    attain_i_rational all_under;
    size_t first = 0;
    size_t end = 0;
    int64_t known = 0;
    int32_t across = use->metric->across;
    attain_i_forest_below(&work->forest, unit, use->level, &first, &end);
    attain_i_rational_of_integer(0, out);
    attain_i_rational_of_integer(0, &all_under);
    for (size_t i = first; i < end; i++) {
        int32_t member = work->forest.level[use->level].ordered[i];
        if (!attain_i_metric_counts(work, use, member, period))
            continue;
        if (across == ATTAIN_ACROSS_COUNT) {
            known++;
            continue;
        }
        if (list_missing(work, use, member, period))
            continue;
        exact_own(work, use, member, period, depth, &over, &under);
        if (under.sign == 0 && !under.inexact && across != ATTAIN_ACROSS_TOTAL)
            continue;
        exact_member(across, &over, &under, known++ == 0, out, &all_under);
    }
    if (across == ATTAIN_ACROSS_COUNT)
        attain_i_rational_of_integer(known, out);
    else if (across == ATTAIN_ACROSS_TOTAL && use->lists->denominator_count)
        attain_i_rational_divide(out, &all_under);
}

void attain_i_exact_metric(const attain_i_work *work, int32_t metric,
                           int32_t unit, int32_t period, int depth,
                           attain_i_rational *out) {
    const attain_i_metric_use *use = &work->uses[metric];
    attain_i_rational factor;
    if (!use->exact || depth > MAX_DEPTH ||
        isnan(attain_i_metric_at(work, metric, unit, period))) {
        make_inexact(out);
        return;
    }
    if (use->metric->across == ATTAIN_ACROSS_NONE) {
        attain_i_rational under;
        exact_own(work, use, unit, period, depth, out, &under);
        attain_i_rational_divide(out, &under);
    } else {
        exact_across(work, use, unit, period, depth, out);
    }
    /* A least or greatest value is that of factor · N / D, and a negative
     * factor turns the order round. */
    if (use->metric->factor < 0 && (use->metric->across == ATTAIN_ACROSS_MIN ||
                                    use->metric->across == ATTAIN_ACROSS_MAX)) {
        make_inexact(out);
        return;
    }
    attain_i_rational_of(use->metric->factor, &factor);
    attain_i_rational_multiply(out, &factor);
}

/* --- Series ------------------------------------------------------------- */

static void exact_baseline(const attain_i_judging *judging, int32_t unit,
                           attain_i_rational *out) {
    if (judging->stated)
        attain_i_rational_of(judging->target->baseline, out);
    else
        attain_i_exact_metric(judging->work, judging->metric, unit,
                              judging->base, 0, out);
}

/* The value before `period`, the stated baseline where it stands in (A10). */
static void exact_before(const attain_i_judging *judging, int32_t unit,
                         int32_t period, attain_i_rational *out) {
    attain_i_exact_metric(judging->work, judging->metric, unit, period - 1, 0,
                          out);
    if (judging->stated && judging->base == period - 1 &&
        isnan(attain_i_metric_at(judging->work, judging->metric, unit,
                                 period - 1)))
        exact_baseline(judging, unit, out);
}

/* The known part of the sum from s to `period`. */
static void exact_running(const attain_i_judging *judging, int32_t unit,
                          int32_t period, attain_i_rational *out) {
    attain_i_rational term;
    attain_i_rational_of_integer(0, out);
    for (int32_t q = judging->first; q <= period; q++) {
        double value =
            attain_i_metric_at(judging->work, judging->metric, unit, q);
        if (isnan(value))
            continue;
        attain_i_exact_metric(judging->work, judging->metric, unit, q, 0,
                              &term);
        attain_i_rational_add(out, &term);
    }
}

static void exact_series(const attain_i_judging *judging, int32_t unit,
                         int32_t period, attain_i_rational *out) {
    attain_i_rational other;
    int32_t series = judging->target->series;
    if (series == ATTAIN_SERIES_CUMULATIVE) {
        exact_running(judging, unit, period, out);
        return;
    }
    attain_i_exact_metric(judging->work, judging->metric, unit, period, 0, out);
    if (series == ATTAIN_SERIES_LEVEL)
        return;
    if (series == ATTAIN_SERIES_CHANGE || series == ATTAIN_SERIES_GROWTH)
        exact_before(judging, unit, period, &other);
    else
        exact_baseline(judging, unit, &other);
    attain_i_rational_subtract(out, &other);
    if (series == ATTAIN_SERIES_GROWTH ||
        series == ATTAIN_SERIES_GROWTH_SINCE_BASELINE)
        attain_i_rational_divide(out, &other);
}

/* --- Comparison --------------------------------------------------------- */

static int strict(const attain_i_judging *judging) {
    return judging->target->comparator == ATTAIN_COMPARATOR_ABOVE ||
           judging->target->comparator == ATTAIN_COMPARATOR_BELOW;
}

/* −1, 0, 1: the value against a limit; both rounded where the target says so.
 */
static int against(const attain_i_judging *judging,
                   const attain_i_rational *exact, double x, double limit,
                   double scale) {
    int rounded = judging->target->judge == ATTAIN_JUDGE_ROUNDED;
    int decimals = judging->use->metric->decimals;
    int parts = attain_i_parts_of(judging->use->metric->interval);
    attain_i_rational bound;
    attain_i_rational_of(limit, &bound);
    if (rounded)
        attain_i_rational_round(&bound, decimals, parts);
    int order = attain_i_rational_compare(exact, &bound);
    if (order != -2)
        return order;
    /* Decimals of more than 12 digits are compared as doubles (A42). */
    if (!rounded && judging->use->exact)
        return (x > limit) - (x < limit);
    if (!rounded)
        return attain_i_compare12(x, limit, scale);
    return attain_i_compare12(
        attain_i_round_decimals(attain_i_round12(x), decimals, parts),
        attain_i_round_decimals(limit, decimals, parts), 0);
}

int attain_i_satisfied(const attain_i_judging *judging, int32_t unit,
                       int32_t subject, int32_t period, double x,
                       double scale) {
    attain_i_rational exact;
    if (subject == 0)
        exact_series(judging, unit, period, &exact);
    else if (subject == 1)
        exact_baseline(judging, unit, &exact);
    else
        attain_i_rational_of(x, &exact);
    if (judging->target->judge == ATTAIN_JUDGE_ROUNDED)
        attain_i_rational_round(
            &exact, judging->use->metric->decimals,
            attain_i_parts_of(judging->use->metric->interval));
    int floor = strict(judging) ? 1 : 0;
    if (!isinf(judging->low) &&
        against(judging, &exact, x, judging->low, scale) < floor)
        return 0;
    return isinf(judging->high) ||
           against(judging, &exact, x, judging->high, scale) <= -floor;
}
