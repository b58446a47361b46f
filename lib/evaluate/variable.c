/* Variables as columns over units: what every evaluator group said combined
 * (rulings A47), what a multi-stage school shares split over its parts (A48),
 * and nothing of units that are closed (A38). */
#include "evaluate/work.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "numeric/sum.h"

int64_t attain_i_window(const attain_i_work *work, int32_t period) {
    int64_t at = (int64_t)period - work->window_first;
    return at >= 0 && at < (int64_t)work->window ? at : -1;
}

/* Blanks the units that do not count in the period: closed, or points of a
 * main school. */
static void blank_closed(const attain_i_work *work, int32_t period,
                         double *column) {
    for (size_t u = 0; u < work->forest.unit_count; u++)
        if (!attain_i_unit_counts(&work->data->units[u], period))
            column[u] = NAN;
}

/* The weighted mean over the groups that have a value; true if there is a
 * column of any group. Sums run in the order of the groups' rows. */
static int combine_groups(const attain_i_work *work, int32_t variable,
                          int32_t period, double *out) {
    const attain_dataset *data = work->data;
    size_t units = work->forest.unit_count;
    double *weighted = work->scratch;
    double *weights = work->scratch + units;
    int any = 0;
    for (size_t g = 0; g < data->group_count; g++) {
        const attain_i_column *column =
            attain_i_dataset_find_column(data, variable, period, (int32_t)g);
        if (column == NULL)
            continue;
        if (!any) {
            memset(weighted, 0, units * sizeof *weighted);
            memset(weights, 0, units * sizeof *weights);
            any = 1;
        }
        double weight = work->group_weights[g];
        for (size_t u = 0; u < units; u++) {
            if (isnan(column->values[u]))
                continue;
            weighted[u] =
                attain_i_decimal_add(weighted[u], weight * column->values[u]);
            weights[u] = attain_i_decimal_add(weights[u], weight);
        }
    }
    for (size_t u = 0; any && u < units; u++)
        if (weights[u] > 0)
            out[u] = weighted[u] / weights[u];
    return any;
}

/* Weighted enrolment n·w of one part; NaN when n or w is missing. */
static double weighted_enrolment(const attain_i_work *work, int32_t unit,
                                 int32_t period) {
    const attain_dataset *data = work->data;
    int32_t stage = data->units[unit].stage;
    int32_t row = stage < 0
                      ? -1
                      : attain_i_map_find(&data->stage_ids, data->words[stage],
                                          strlen(data->words[stage]));
    if (row < 0)
        return NAN;
    const char *name = data->stages[row].enrolment;
    int32_t variable =
        attain_i_map_find(&data->variable_ids, name, strlen(name));
    const attain_i_column *column =
        variable < 0 ? NULL
                     : attain_i_dataset_find_column(data, variable, period,
                                                    ATTAIN_GROUP_NONE);
    return column == NULL ? NAN
                          : column->values[unit] * data->stages[row].weight;
}

/* Splits the whole's value over its open parts that lack it (method §2). */
static void split_one(const attain_i_work *work, int32_t whole, int32_t period,
                      const double *values, double *out) {
    double *parts = work->scratch + 2 * work->forest.unit_count;
    size_t count = 0;
    int missing = 0;
    for (int32_t c = work->first_part[whole]; c >= 0; c = work->next_part[c]) {
        const attain_i_unit *unit = &work->data->units[c];
        if (unit->stage < 0 || !attain_i_unit_counts(unit, period))
            continue;
        parts[count] = weighted_enrolment(work, c, period);
        missing |= isnan(parts[count]);
        count++;
    }
    double total = missing ? NAN : attain_i_sum(parts, count);
    if (!(total > 0))
        return;
    count = 0;
    for (int32_t c = work->first_part[whole]; c >= 0; c = work->next_part[c]) {
        const attain_i_unit *unit = &work->data->units[c];
        if (unit->stage < 0 || !attain_i_unit_counts(unit, period))
            continue;
        if (isnan(values[c]))
            out[c] = values[whole] * parts[count] / total;
        count++;
    }
}

static void split_shared(const attain_i_work *work, int32_t period,
                         double *column) {
    double *before = work->scratch + 3 * work->forest.unit_count;
    size_t units = work->forest.unit_count;
    memcpy(before, column, units * sizeof *before);
    for (size_t u = 0; u < units; u++)
        if (!isnan(before[u]) && work->first_part[u] >= 0 &&
            attain_i_unit_counts(&work->data->units[u], period))
            split_one(work, (int32_t)u, period, before, column);
}

const double *attain_i_variable(attain_i_work *work, int32_t variable,
                                int32_t period) {
    int64_t at = attain_i_window(work, period);
    if (variable < 0 || at < 0)
        return work->none;
    attain_i_lent *lent =
        &work->variables[(size_t)variable * work->window + (size_t)at];
    if (lent->values != NULL)
        return lent->values;
    const attain_i_column *plain = attain_i_dataset_find_column(
        work->data, variable, period, ATTAIN_GROUP_NONE);
    int grouped = 0;
    for (size_t g = 0; g < work->data->group_count && !grouped; g++)
        grouped = attain_i_dataset_find_column(work->data, variable, period,
                                               (int32_t)g) != NULL;
    int shared = work->data->variables[variable].shared;
    size_t units = work->forest.unit_count;
    if (!grouped && !shared && !work->closed_in[at]) {
        lent->values = plain == NULL ? work->none : plain->values;
        return lent->values;
    }
    lent->owned = attain_i_allocate(work->allocator, units, sizeof(double));
    if (lent->owned == NULL)
        return NULL;
    memcpy(lent->owned, plain == NULL ? work->none : plain->values,
           units * sizeof(double));
    if (grouped)
        combine_groups(work, variable, period, lent->owned);
    if (shared)
        split_shared(work, period, lent->owned);
    if (attain_i_points_add(work, variable))
        attain_i_points_sum(work, period, lent->owned);
    if (work->closed_in[at])
        blank_closed(work, period, lent->owned);
    lent->values = lent->owned;
    return lent->values;
}

const double *attain_i_variable_group(attain_i_work *work, int32_t variable,
                                      int32_t period, int32_t group,
                                      double *buffer) {
    int64_t at = attain_i_window(work, period);
    const attain_i_column *column =
        variable < 0 || group < 0 || at < 0
            ? NULL
            : attain_i_dataset_find_column(work->data, variable, period, group);
    if (column == NULL)
        return work->none;
    if (!work->closed_in[at])
        return column->values;
    memcpy(buffer, column->values, work->forest.unit_count * sizeof *buffer);
    blank_closed(work, period, buffer);
    return buffer;
}
