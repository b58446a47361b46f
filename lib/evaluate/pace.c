/* Expected values, pace and growth pace (method §5, rulings A4, A21, A74). */
#include <math.h>

#include "base/decimal.h"
#include "evaluate/method.h"
#include "numeric/math.h"

/* The limit nearest to `from`; `from` itself inside a band. */
static double nearest_limit(const attain_i_judging *judging, double from) {
    if (isinf(judging->high))
        return judging->low;
    if (isinf(judging->low))
        return judging->high;
    if (from < judging->low)
        return judging->low;
    return from > judging->high ? judging->high : from;
}

static double between(double from, double to, int32_t p, int32_t first,
                      int32_t last) {
    if (p == last)
        return to;
    return from + (to - from) * (double)(p - first) / (double)(last - first);
}

/* Through the baseline, the path points and the target, linear between. `b` at
 * `base` is the start; without one (NaN) the first path point is. */
static double along_path(const attain_i_judging *judging, double b,
                         int32_t base, int32_t period) {
    double from = b;
    int32_t since = base;
    int known = !isnan(b);
    if (known && period <= base)
        return NAN;
    for (size_t i = 0; i < judging->path_count; i++) {
        const attain_path_point *point = judging->path[i];
        if (!known && period < point->period)
            return NAN;
        if (known && period <= point->period)
            return between(from, point->value, period, since, point->period);
        from = point->value;
        since = point->period;
        known = 1;
    }
    if (!known || since >= judging->due)
        return NAN;
    if (judging->path_count > 0 && period == since)
        return from;
    return between(from, nearest_limit(judging, isnan(b) ? from : b), period,
                   since, judging->due);
}

double attain_i_expected(const attain_i_judging *judging, double b,
                         int32_t period) {
    int32_t series = judging->target->series;
    int32_t base = judging->base;
    double t = nearest_limit(judging, 0);
    if (judging->target->comparator == ATTAIN_COMPARATOR_NONE)
        return NAN;
    if (attain_i_method_expects(judging))
        return attain_i_method_expected(judging, b, period);
    switch (series) {
    case ATTAIN_SERIES_CUMULATIVE:
        return along_path(judging, 0, judging->first - 1, period);
    case ATTAIN_SERIES_CHANGE:
        if (base == ATTAIN_PERIOD_NONE || period <= base)
            return NAN;
        return b + t * (double)(period - base);
    case ATTAIN_SERIES_GROWTH:
        if (base == ATTAIN_PERIOD_NONE || period <= base || !(b > 0) || t <= -1)
            return NAN;
        return b * attain_i_pow(1 + t, (double)(period - base));
    case ATTAIN_SERIES_LEVEL:
        /* A baseline that was asked for and is missing: nothing expected. */
        if (base != ATTAIN_PERIOD_NONE && isnan(b))
            return NAN;
        return along_path(judging, b, base, period);
    default:
        return isnan(b) || (series != ATTAIN_SERIES_SINCE_BASELINE && b <= 0)
                   ? NAN
                   : along_path(judging, 0, base, period);
    }
}

static void expect(const attain_i_judging *judging, attain_i_block *block) {
    int same = judging->stated || judging->base == ATTAIN_PERIOD_NONE ||
               judging->target->series == ATTAIN_SERIES_CUMULATIVE;
    double first = NAN;
    for (size_t i = 0; i < block->count; i++) {
        if (i == 0 || !same)
            first =
                attain_i_expected(judging, block->baseline[i], judging->judged);
        block->expected[i] = first;
    }
}

static int by_levels(const attain_i_judging *judging) {
    return judging->target->series == ATTAIN_SERIES_CHANGE ||
           judging->target->series == ATTAIN_SERIES_GROWTH;
}

/* Whether a start is known: for level and since_baseline that is a baseline;
 * cumulative starts at 0, change and growth at no change. */
static void pace_one(const attain_i_judging *judging, attain_i_block *block,
                     size_t i, double x, double b) {
    uint8_t sat = block->sat[(judging->periods - 1) * ATTAIN_I_BLOCK + i];
    double e = block->expected[i];
    double way = attain_i_decimal_subtract(e, b);
    block->pace[i] = NAN;
    if (block->start[i] == ATTAIN_I_YES || way == 0) {
        if (!isnan(x) && !isnan(e) &&
            (sat == ATTAIN_I_YES || sat == ATTAIN_I_NO))
            block->pace[i] = sat == ATTAIN_I_YES;
        return;
    }
    block->pace[i] = attain_i_decimal_subtract(x, b) / way;
}

int attain_i_pace_is_simple(const attain_i_judging *judging,
                            const attain_i_block *block, double *way) {
    double b = judging->target->baseline;
    if (!judging->stated || judging->target->series != ATTAIN_SERIES_LEVEL ||
        judging->target->comparator == ATTAIN_COMPARATOR_NONE ||
        block->count == 0 || block->start[0] != ATTAIN_I_NO)
        return 0;
    double e = attain_i_expected(judging, b, judging->judged);
    if (e == b)
        return 0;
    *way = attain_i_decimal_subtract(e, b);
    return 1;
}

void attain_i_block_pace(const attain_i_judging *judging,
                         attain_i_block *block) {
    int32_t series = judging->target->series;
    size_t last = judging->periods - 1;
    const double *x = block->x[last];
    double way;
    if (block->paced)
        return;
    block->paced = 1;
    expect(judging, block);
    if (judging->target->comparator == ATTAIN_COMPARATOR_NONE) {
        for (size_t i = 0; i < block->count; i++)
            block->pace[i] = NAN;
        return;
    }
    if (attain_i_pace_is_simple(judging, block, &way)) {
        double b = judging->target->baseline;
        for (size_t i = 0; i < block->count; i++)
            block->pace[i] = (x[i] - b) / way;
        return;
    }
    if (by_levels(judging)) {
        attain_i_block_metric(judging, block, judging->judged, block->before);
        x = block->before;
    }
    for (size_t i = 0; i < block->count; i++) {
        double b = by_levels(judging) || series == ATTAIN_SERIES_LEVEL
                       ? block->baseline[i]
                       : 0;
        pace_one(judging, block, i, x[i], b);
    }
}

double attain_i_growth_pace(const attain_i_judging *judging, double x,
                            double b) {
    double t = nearest_limit(judging, b);
    if (judging->target->series != ATTAIN_SERIES_LEVEL ||
        judging->target->comparator == ATTAIN_COMPARATOR_NONE ||
        judging->base == ATTAIN_PERIOD_NONE ||
        judging->judged <= judging->base || !(x > 0 && b > 0 && t > 0))
        return NAN;
    double years = judging->judged - judging->base;
    double all = judging->due - judging->base;
    double required = attain_i_pow(t / b, 1 / all) - 1;
    return required == 0 ? NAN
                         : (attain_i_pow(x / b, 1 / years) - 1) / required;
}
