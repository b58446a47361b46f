/* Checks that look at all values of a unit together: copied from the period
 * before, the same as another unit's, of a stray period. */
#include <math.h>
#include <string.h>

#include "numeric/sort.h"
#include "quality/work.h"

static const attain_i_column *column_at(const attain_i_quality_work *work,
                                        size_t run, int32_t period) {
    return attain_i_dataset_find_column(work->data, work->runs[run].variable,
                                        period, work->runs[run].group);
}

/* A finding about a unit's values of a period, placed at the period of the
 * first. */
static void find(attain_i_quality_work *work, int32_t unit, int32_t period,
                 int64_t count, int32_t other, int32_t variant) {
    attain_i_quality_fault fault;
    attain_i_fault_init(&fault);
    for (size_t r = 0; r < work->run_count && fault.column == NULL &&
                       work->found < work->limit_found;
         r++) {
        const attain_i_column *column = column_at(work, r, period);
        if (column != NULL && !isnan(column->values[unit]))
            fault.column = column;
    }
    fault.unit = unit;
    fault.other = other;
    fault.period = period;
    fault.count = count;
    fault.variant = variant;
    fault.of_period = 1;
    attain_i_quality_find(work, &fault);
}

/* --- Copied from the period before
 * -------------------------------------------- */

/* Counts the variables that a unit has in both periods and that are equal, 0
 * left out; −1 where one is not. */
static void compare(const attain_i_column *before, const attain_i_column *now,
                    size_t units, double *equal) {
    for (size_t u = 0; u < units; u++) {
        double a = before->values[u], b = now->values[u];
        double differs = (double)(a < b || a > b);
        double more = (double)(a == b && a != 0);
        equal[u] = differs > 0 ? -INFINITY : equal[u] + more;
    }
}

static void look_at_periods(attain_i_quality_work *work, int32_t period) {
    size_t units = work->data->unit_count;
    memset(work->over, 0, units * sizeof *work->over);
    for (size_t r = 0; r < work->run_count; r++) {
        const attain_i_column *before = column_at(work, r, period - 1);
        const attain_i_column *now = column_at(work, r, period);
        if (before != NULL && now != NULL)
            compare(before, now, units, work->over);
    }
    for (size_t u = 0; u < units; u++)
        if (work->meets[u] && work->over[u] > 0 && work->over[u] >= work->limit)
            find(work, (int32_t)u, period, (int64_t)work->over[u], -1, 0);
}

void attain_i_quality_repeated(attain_i_quality_work *work) {
    for (size_t p = 1; p < work->period_count; p++)
        if (work->periods[p - 1] == work->periods[p] - 1)
            look_at_periods(work, work->periods[p]);
}

/* --- The same as another unit's
 * -------------------------------------------------- */

/* Mixes the values of a column into the digests of the units. */
static void digest(const attain_i_column *column, size_t units, uint64_t run,
                   uint64_t *digests, double *counts) {
    for (size_t u = 0; u < units; u++) {
        double x = column->values[u];
        uint64_t bits;
        memcpy(&bits, &x, sizeof bits);
        bits = (bits ^ run * UINT64_C(0x9e3779b97f4a7c15)) *
               UINT64_C(0xbf58476d1ce4e5b9);
        bits ^= bits >> 31;
        digests[u] += x == x ? bits * UINT64_C(0x94d049bb133111eb) : 0;
        counts[u] += (double)(x < 0 || x > 0);
    }
}

/* Whether two units have the same values of a period, or none, everywhere. */
static int are_equal(const attain_i_quality_work *work, int32_t period,
                     int32_t a, int32_t b) {
    for (size_t r = 0; r < work->run_count; r++) {
        const attain_i_column *column = column_at(work, r, period);
        if (column == NULL)
            continue;
        double x = column->values[a], y = column->values[b];
        if (!(x == y || (isnan(x) && isnan(y))))
            return 0;
    }
    return 1;
}

/* Of the sorted digests those that are equal are of the same values, as good as
 * always. Each unit is told with the one before it, in row order. */
static void tell_twins(attain_i_quality_work *work, int32_t period,
                       size_t count) {
    const attain_i_item *items = work->space;
    double *twins = work->under; /* the digests are in the items now */
    size_t units = work->data->unit_count;
    for (size_t u = 0; u < units; u++)
        twins[u] = -1;
    for (size_t i = 1; i < count; i++)
        if (items[i].key <= items[i - 1].key &&
            are_equal(work, period, (int32_t)items[i - 1].tag,
                      (int32_t)items[i].tag))
            twins[(size_t)items[i].tag] = items[i - 1].tag;
    for (size_t u = 0; u < units; u++) {
        if (twins[u] >= 0) {
            find(work, (int32_t)u, period, (int64_t)work->over[u],
                 (int32_t)twins[u], 0);
        }
    }
}

static void look_for_twins(attain_i_quality_work *work, int32_t period) {
    attain_i_item *items = work->space;
    uint64_t *digests = (uint64_t *)(void *)work->under;
    size_t units = work->data->unit_count, count = 0;
    memset(work->over, 0, units * sizeof *work->over);
    memset(digests, 0, units * sizeof *digests);
    for (size_t r = 0; r < work->run_count; r++) {
        const attain_i_column *column = column_at(work, r, period);
        if (column != NULL)
            digest(column, units, r + 1, digests, work->over);
    }
    for (size_t u = 0; u < units; u++) {
        if (work->meets[u] && work->over[u] > 0 &&
            work->over[u] >= work->limit) {
            items[count++] =
                (attain_i_item){(double)(digests[u] >> 11), (double)u};
        }
    }
    attain_i_sort(items, count, items + count);
    tell_twins(work, period, count);
}

void attain_i_quality_twins(attain_i_quality_work *work) {
    for (size_t p = 0; p < work->period_count; p++)
        look_for_twins(work, work->periods[p]);
}

/* --- Stray periods
 * ----------------------------------------------------------------- */

enum { FAR = 20, FEW = 10, HALF = 2 };

/* How many values each unit has in the period, in `over`; all in all. */
static double count_values(attain_i_quality_work *work, int32_t period) {
    size_t units = work->data->unit_count;
    double total = 0;
    memset(work->over, 0, units * sizeof *work->over);
    for (size_t r = 0; r < work->run_count; r++) {
        const attain_i_column *column = column_at(work, r, period);
        for (size_t u = 0; column != NULL && u < units; u++)
            work->over[u] += (double)(column->values[u] == column->values[u]);
    }
    for (size_t u = 0; u < units; u++)
        total += work->over[u];
    return total;
}

static int is_baseline(const attain_plan *plan, int32_t period) {
    for (size_t t = 0; plan != NULL && t < plan->target_count; t++)
        if (plan->targets[t].baseline_period == period)
            return 1;
    return 0;
}

static int is_far(const attain_i_quality_work *work, size_t p) {
    const int32_t *periods = work->periods;
    return work->period_count > 1 &&
           (p == 0 || periods[p] - periods[p - 1] > FAR) &&
           (p + 1 == work->period_count || periods[p + 1] - periods[p] > FAR);
}

/* The variant of the finding; −1: the period is as others are. */
static int32_t stray(const attain_i_quality_work *work, size_t p, double values,
                     double fullest) {
    int32_t period = work->periods[p];
    if (work->plan != NULL && period > work->plan->info.last_period &&
        values * HALF < fullest)
        return 0;
    return !is_baseline(work->plan, period) &&
                   (values * FEW < fullest || is_far(work, p))
               ? 1
               : -1;
}

void attain_i_quality_periods(attain_i_quality_work *work) {
    double *totals = work->series;
    double fullest = 0;
    for (size_t p = 0; p < work->period_count; p++) {
        totals[p] = count_values(work, work->periods[p]);
        fullest = totals[p] > fullest ? totals[p] : fullest;
    }
    for (size_t p = 0; p < work->period_count; p++) {
        int32_t variant = stray(work, p, totals[p], fullest);
        if (variant < 0)
            continue;
        count_values(work, work->periods[p]);
        for (size_t u = 0; u < work->data->unit_count; u++) {
            if (work->meets[u] && work->over[u] > 0) {
                find(work, (int32_t)u, work->periods[p], (int64_t)work->over[u],
                     -1, variant);
            }
        }
    }
}
