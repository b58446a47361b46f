/* The series of a target over a block of units (method §3). */
#include "evaluate/target.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"

/* Nearer than this share of the largest term, doubles do not decide. */
static const double near_share = 1e-9;

static void gather(const attain_i_block *block, const double *column,
                   double *out) {
    if (block->units_follow) {
        memcpy(out, column + block->units[0], block->count * sizeof *out);
        return;
    }
    for (size_t i = 0; i < block->count; i++)
        out[i] = column[block->units[i]];
}

static const attain_i_value *value_in(const attain_i_judging *judging,
                                      int32_t period) {
    int64_t at = attain_i_window(judging->work, period);
    return at < 0 ? NULL : &judging->use->values[at];
}

void attain_i_block_metric(const attain_i_judging *judging,
                           const attain_i_block *block, int32_t period,
                           double *out) {
    const attain_i_value *value = value_in(judging, period);
    gather(block, value == NULL ? judging->work->none : value->value.values,
           out);
}

/* The largest term that made the metric's value: at least the value. */
static void metric_scale(const attain_i_judging *judging,
                         const attain_i_block *block, int32_t period,
                         const double *values, double *out) {
    const attain_i_value *value = value_in(judging, period);
    for (size_t i = 0; i < block->count; i++)
        out[i] = fabs(values[i]);
    if (value == NULL || value->scale == NULL)
        return;
    for (size_t i = 0; i < block->count; i++)
        out[i] = fmax(out[i], value->scale[block->units[i]]);
}

static int closed_in(const attain_i_work *work, int32_t period) {
    int64_t at = attain_i_window(work, period);
    return at >= 0 && work->closed_in[at];
}

/* True when the unit is open in the period, and one that the metric is about
 * in it. */
static int counts_in(const attain_i_judging *judging, int32_t unit,
                     int32_t period) {
    const attain_i_work *work = judging->work;
    return attain_i_unit_counts(&work->data->units[unit], period) &&
           (judging->use->lists->condition_count == 0 ||
            attain_i_metric_applies(work, judging->use, unit, period));
}

/* Marks the units that the period is not judged for (rulings A5, A113). */
static void skip_closed(const attain_i_judging *judging,
                        const attain_i_block *block, int32_t period,
                        uint8_t *sat) {
    if (!closed_in(judging->work, period) &&
        judging->use->lists->condition_count == 0)
        return;
    for (size_t i = 0; i < block->count; i++)
        if (!counts_in(judging, block->units[i], period))
            sat[i] = ATTAIN_I_SKIPPED;
}

/* --- Comparison --------------------------------------------------------- */

int attain_i_doubles_decide(const attain_i_judging *judging) {
    return judging->use->direct &&
           judging->target->judge == ATTAIN_JUDGE_FULL &&
           judging->target->series == ATTAIN_SERIES_LEVEL;
}

/* Compares doubles. */
static void compare_direct(const attain_i_judging *judging, const double *x,
                           uint8_t *sat, size_t count) {
    int32_t comparator = judging->target->comparator;
    attain_i_codes_inside(x, judging->low, judging->high,
                          comparator == ATTAIN_COMPARATOR_ABOVE ||
                              comparator == ATTAIN_COMPARATOR_BELOW,
                          sat, count);
}

/* Whether a value and a limit are within the error of doubles. */
static int is_near(const attain_i_judging *judging, double x, double scale) {
    double band = near_share * fmax(scale, fabs(x));
    return (!isinf(judging->low) &&
            fabs(x - judging->low) <=
                fmax(band, near_share * fabs(judging->low))) ||
           (!isinf(judging->high) &&
            fabs(x - judging->high) <=
                fmax(band, near_share * fabs(judging->high)));
}

/* The same, and returns how many lie too near a limit for doubles to decide. */
static size_t compare_quickly(const attain_i_judging *judging, const double *x,
                              const double *scale, uint8_t *sat, size_t count) {
    size_t near = 0;
    compare_direct(judging, x, sat, count);
    for (size_t i = 0; i < count; i++)
        near += (size_t)is_near(judging, x[i], scale[i]);
    return near;
}

/* Fills sat from x: quickly, and exactly where that does not decide. */
static void satisfy(const attain_i_judging *judging, const int32_t *units,
                    size_t count, int32_t subject, int32_t period,
                    const double *x, const double *scale, uint8_t *sat) {
    int rounded = judging->target->judge == ATTAIN_JUDGE_ROUNDED;
    if (judging->target->comparator == ATTAIN_COMPARATOR_NONE) {
        for (size_t i = 0; i < count; i++)
            sat[i] = isnan(x[i]) ? ATTAIN_I_UNKNOWN : ATTAIN_I_YES;
        return;
    }
    if (attain_i_doubles_decide(judging) && subject == 0) {
        compare_direct(judging, x, sat, count);
        return;
    }
    size_t near = compare_quickly(judging, x, scale, sat, count);
    if (near == 0 && !rounded)
        return;
    for (size_t i = 0; i < count; i++) {
        if (isnan(x[i]) || (!rounded && !is_near(judging, x[i], scale[i])))
            continue;
        sat[i] = (uint8_t)attain_i_satisfied(judging, units[i], subject, period,
                                             x[i], scale[i]);
    }
}

/* --- Start -------------------------------------------------------------- */

/* A start that is one number for all units: a stated baseline, or 0. */
static void same_start(const attain_i_judging *judging, attain_i_block *block,
                       double start) {
    uint8_t sat;
    double scale = fabs(start);
    satisfy(judging, block->units, 1, 2, judging->base, &start, &scale, &sat);
    memset(block->start, sat, sizeof block->start);
}

/* The metric at the baseline's period, at each unit. */
static void observed_start(const attain_i_judging *judging,
                           attain_i_block *block) {
    double scale[ATTAIN_I_BLOCK];
    metric_scale(judging, block, judging->base, block->baseline, scale);
    satisfy(judging, block->units, block->count, 1, judging->base,
            block->baseline, scale, block->start);
}

void attain_i_block_start(const attain_i_judging *judging,
                          attain_i_block *block) {
    int32_t series = judging->target->series;
    int observed = !judging->stated && judging->base != ATTAIN_PERIOD_NONE;
    if (block->count == 0 || block->started == judging)
        return;
    if (observed)
        attain_i_block_metric(judging, block, judging->base, block->baseline);
    else
        for (size_t i = 0; i < ATTAIN_I_BLOCK; i++)
            block->baseline[i] = judging->target->baseline;
    /* What is not observed is the same in the next block. */
    block->started = observed ? NULL : judging;
    if (series == ATTAIN_SERIES_LEVEL && observed) {
        observed_start(judging, block);
        return;
    }
    /* The start of the other series is 0: a sum of nothing, no change. */
    same_start(judging, block,
               series == ATTAIN_SERIES_LEVEL ? judging->target->baseline : 0);
    if (series == ATTAIN_SERIES_SINCE_BASELINE ||
        series == ATTAIN_SERIES_GROWTH_SINCE_BASELINE) {
        size_t count = observed ? block->count : ATTAIN_I_BLOCK;
        for (size_t i = 0; i < count; i++)
            if (isnan(block->baseline[i]))
                block->start[i] = ATTAIN_I_UNKNOWN;
    }
}

/* --- Series ------------------------------------------------------------- */

/* v(p−1), the stated baseline where it is missing there (rulings A10). */
static void value_before(const attain_i_judging *judging,
                         const attain_i_block *block, int32_t period,
                         double *out) {
    attain_i_block_metric(judging, block, period - 1, out);
    if (!judging->stated || judging->base != period - 1)
        return;
    for (size_t i = 0; i < block->count; i++)
        if (isnan(out[i]))
            out[i] = judging->target->baseline;
}

double attain_i_as_decimal(double value) {
    double decimal = attain_i_round12(value);
    return fabs(decimal - value) <= 0x1p-50 * fabs(value) ? decimal : value;
}

/* Remembers a unit without growth, once. */
static void note_growth(attain_i_block *block, size_t i, int32_t period) {
    if (block->growth.count == 0) {
        block->growth.unit = block->units[i];
        block->growth.period = period;
    }
    block->growth.count += !block->shrunk[i];
    block->shrunk[i] = 1;
}

/* x − before, or that over before; scale is the larger term of the former. */
static void differ(attain_i_block *block, int relative, int32_t period,
                   double *x, const double *before, double *scale) {
    for (size_t i = 0; i < block->count; i++) {
        double from = before[i];
        scale[i] = fmax(scale[i], fabs(from));
        x[i] = attain_i_decimal_subtract(attain_i_as_decimal(x[i]),
                                         attain_i_as_decimal(from));
        if (!relative)
            continue;
        if (from > 0) {
            x[i] /= from;
            scale[i] = fmax(1, scale[i] / from);
            continue;
        }
        if (!isnan(x[i]))
            note_growth(block, i, period);
        x[i] = NAN;
    }
}

/* The series as it stands in the dataset from `unit` on, or NULL. */
static const double *lent(const attain_i_judging *judging, int32_t unit,
                          int32_t period) {
    const attain_i_value *value = value_in(judging, period);
    return judging->use->direct &&
                   judging->target->series == ATTAIN_SERIES_LEVEL &&
                   value != NULL
               ? value->value.values + unit
               : NULL;
}

int attain_i_series_lent(const attain_i_judging *judging, int32_t unit,
                         const double **out) {
    for (size_t k = 0; k < judging->periods; k++) {
        out[k] = lent(judging, unit, judging->first + (int32_t)k);
        if (out[k] == NULL)
            return 0;
    }
    return 1;
}

static void make_period(const attain_i_judging *judging, attain_i_block *block,
                        size_t k) {
    int32_t period = judging->first + (int32_t)k;
    int32_t series = judging->target->series;
    double *x = block->space + k * ATTAIN_I_BLOCK;
    double *scale = block->scale + k * ATTAIN_I_BLOCK;
    uint8_t *sat = block->sat + k * ATTAIN_I_BLOCK;
    block->x[k] =
        block->units_follow ? lent(judging, block->units[0], period) : NULL;
    if (block->x[k] == NULL) {
        attain_i_block_metric(judging, block, period, x);
        block->x[k] = x;
    }
    if (!attain_i_doubles_decide(judging))
        metric_scale(judging, block, period, block->x[k], scale);
    if (series == ATTAIN_SERIES_CHANGE || series == ATTAIN_SERIES_GROWTH) {
        value_before(judging, block, period, block->before);
        differ(block, series == ATTAIN_SERIES_GROWTH, period, x, block->before,
               scale);
    } else if (series != ATTAIN_SERIES_LEVEL) {
        differ(block, series == ATTAIN_SERIES_GROWTH_SINCE_BASELINE, period, x,
               block->baseline, scale);
    }
    satisfy(judging, block->units, block->count, 0, period, block->x[k], scale,
            sat);
    skip_closed(judging, block, period, sat);
    if (series != ATTAIN_SERIES_CHANGE && series != ATTAIN_SERIES_GROWTH)
        return;
    skip_closed(judging, block, period - 1, sat);
    for (size_t i = 0; i < block->count; i++)
        x[i] = sat[i] == ATTAIN_I_SKIPPED ? NAN : x[i];
}

/* --- Cumulative --------------------------------------------------------- */

/* What the known part of an incomplete sum decides (rulings A20): terms that
 * are missing are taken as not negative if no known one is. */
static uint8_t known_part(const attain_i_judging *judging, int32_t unit,
                          int32_t period, double run, double scale,
                          int negative) {
    attain_i_judging upper = *judging;
    if (negative || judging->target->comparator == ATTAIN_COMPARATOR_NONE)
        return ATTAIN_I_UNKNOWN;
    int lower_only = isinf(judging->high);
    if (lower_only)
        return attain_i_satisfied(judging, unit, 0, period, run, scale)
                   ? ATTAIN_I_YES
                   : ATTAIN_I_UNKNOWN;
    upper.low = -INFINITY;
    return attain_i_satisfied(&upper, unit, 0, period, run, scale)
               ? ATTAIN_I_UNKNOWN
               : ATTAIN_I_NO;
}

static void make_cumulative(const attain_i_judging *judging,
                            attain_i_block *block, size_t last) {
    double run[ATTAIN_I_BLOCK] = {0};
    double largest[ATTAIN_I_BLOCK] = {0};
    uint8_t missing[ATTAIN_I_BLOCK] = {0};
    uint8_t negative[ATTAIN_I_BLOCK] = {0};
    for (size_t k = 0; k <= last; k++) {
        int32_t period = judging->first + (int32_t)k;
        double *x = block->space + k * ATTAIN_I_BLOCK;
        double *scale = block->scale + k * ATTAIN_I_BLOCK;
        uint8_t *sat = block->sat + k * ATTAIN_I_BLOCK;
        attain_i_block_metric(judging, block, period, block->before);
        metric_scale(judging, block, period, block->before, scale);
        for (size_t i = 0; i < block->count; i++) {
            double term = block->before[i];
            int open = counts_in(judging, block->units[i], period);
            if (!isnan(term)) {
                run[i] =
                    attain_i_decimal_add(run[i], attain_i_as_decimal(term));
                largest[i] = fmax(largest[i], scale[i]);
                negative[i] |= term < 0;
            } else if (open) {
                missing[i] = 1;
            }
            x[i] = missing[i] ? NAN : run[i];
            scale[i] = fmax(largest[i], fabs(run[i]));
        }
        block->x[k] = x;
        satisfy(judging, block->units, block->count, 0, period, x, scale, sat);
        for (size_t i = 0; i < block->count; i++) {
            if (missing[i])
                sat[i] = known_part(judging, block->units[i], period, run[i],
                                    scale[i], negative[i]);
        }
        skip_closed(judging, block, period, sat);
        block->made[k] = 1;
    }
}

void attain_i_block_period(const attain_i_judging *judging,
                           attain_i_block *block, size_t k) {
    if (block->made[k])
        return;
    if (judging->target->series == ATTAIN_SERIES_CUMULATIVE) {
        make_cumulative(judging, block, judging->periods - 1);
    } else {
        make_period(judging, block, k);
        block->made[k] = 1;
    }
}
