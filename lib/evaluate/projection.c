/* The value projected for the due period (method §5, rulings A22). */
#include <math.h>

#include "attain/numeric.h"
#include "base/decimal.h"
#include "evaluate/target.h"

static const double interval_coverage = 0.8;

/* Points in the block's own memory: periods first, then values. Periods count
 * from the judged one: an ordinal such as 324265 would cost five digits. */
typedef struct points {
    int32_t origin;
    double *x;
    double *y;
    size_t count;
} points;

static void add_point(points *set, int32_t period, double y) {
    if (isnan(y))
        return;
    set->x[set->count] = period - set->origin;
    set->y[set->count++] = y;
}

/* Level-like series from a baseline: (b0, b) and what is known after it. */
static void since_baseline(const attain_i_judging *judging,
                           const attain_i_block *block, size_t i, points *set) {
    double b = block->baseline[i];
    int32_t series = judging->target->series;
    add_point(set, judging->base, series == ATTAIN_SERIES_LEVEL ? b : 0);
    for (int32_t p = judging->base + 1; p <= judging->judged; p++) {
        double v = attain_i_metric_at(judging->work, judging->metric,
                                      block->units[i], p);
        if (series != ATTAIN_SERIES_LEVEL)
            v = attain_i_decimal_subtract(v, b);
        if (series == ATTAIN_SERIES_GROWTH_SINCE_BASELINE)
            v /= b;
        add_point(set, p, v);
    }
}

static void known_points(const attain_i_judging *judging, attain_i_block *block,
                         size_t i, points *set) {
    double b = block->baseline[i];
    set->x = block->points;
    set->y = block->points + judging->work->window + 1;
    set->count = 0;
    set->origin = judging->judged;
    if (judging->levels && judging->base != ATTAIN_PERIOD_NONE && !isnan(b)) {
        if (judging->target->series != ATTAIN_SERIES_GROWTH_SINCE_BASELINE ||
            b > 0)
            since_baseline(judging, block, i, set);
        return;
    }
    if (judging->target->series == ATTAIN_SERIES_CUMULATIVE)
        add_point(set, judging->first - 1, 0);
    for (size_t k = 0; k < judging->periods; k++) {
        attain_i_block_period(judging, block, k);
        if (block->sat[k * ATTAIN_I_BLOCK + i] != ATTAIN_I_SKIPPED)
            add_point(set, judging->first + (int32_t)k, block->x[k][i]);
    }
}

size_t attain_i_known_points(const attain_i_judging *judging,
                             attain_i_block *block, size_t i, double **periods,
                             double **values) {
    points set;
    known_points(judging, block, i, &set);
    *periods = set.x;
    *values = set.y;
    return set.count;
}

/* Probability that a new observation at the due period satisfies. */
static double chance(const attain_i_judging *judging, double value,
                     double error, double freedom) {
    if (error == 0)
        return (isinf(judging->low) ||
                attain_i_compare12(value, judging->low, 0) >= 0) &&
               (isinf(judging->high) ||
                attain_i_compare12(value, judging->high, 0) <= 0);
    double below_high =
        isinf(judging->high)
            ? 1
            : attain_student_cdf((judging->high - value) / error, freedom);
    double below_low =
        isinf(judging->low)
            ? 0
            : attain_student_cdf((judging->low - value) / error, freedom);
    /* The far tail keeps its digits when it is taken from the other side. */
    if (isinf(judging->high) && !isinf(judging->low))
        return attain_student_cdf((value - judging->low) / error, freedom);
    return below_high - below_low;
}

void attain_i_project(const attain_i_judging *judging, attain_i_block *block,
                      size_t i, attain_i_projection *out) {
    points set;
    attain_line line;
    double error = NAN;
    out->value = out->low = out->high = out->probability = NAN;
    if (judging->judged >= judging->due)
        return;
    known_points(judging, block, i, &set);
    attain_line_init(&line);
    if (set.count < 2 ||
        attain_line_fit(set.x, set.y, set.count, &line, NULL) != ATTAIN_OK ||
        attain_line_predict(&line, judging->due - set.origin, interval_coverage,
                            &out->value, &error, &out->low, &out->high,
                            NULL) != ATTAIN_OK)
        return;
    if (set.count < 3) {
        out->low = out->high = NAN;
        return;
    }
    if (judging->target->comparator != ATTAIN_COMPARATOR_NONE)
        out->probability =
            chance(judging, out->value, error, (double)set.count - 2);
}
