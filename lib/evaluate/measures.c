/* The measures of a block of a target that no other depends on. */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "evaluate/method.h"

static double *column(const attain_i_judging *judging, int32_t measure) {
    return attain_i_column_of(judging->ev, measure, judging->node);
}

static void put(const attain_i_judging *judging, const attain_i_block *block,
                int32_t measure, const double *values) {
    double *out = column(judging, measure);
    if (out == NULL)
        return;
    if (block->rows_follow) {
        memcpy(out + block->rows[0], values, block->count * sizeof *out);
        return;
    }
    for (size_t i = 0; i < block->count; i++)
        out[block->rows[i]] = values[i];
}

/* Coverage of the metric in j (rulings A46, A77). */
static void put_coverage(const attain_i_judging *judging,
                         const attain_i_block *block) {
    double *out = column(judging, ATTAIN_MEASURE_COVERAGE);
    int64_t at = attain_i_window(judging->work, judging->judged);
    if (out == NULL || at < 0)
        return;
    const attain_i_value *value = &judging->use->values[at];
    for (size_t i = 0; i < block->count; i++) {
        int32_t unit = block->units[i];
        out[block->rows[i]] = value->coverage == NULL
                                  ? !isnan(value->value.values[unit])
                                  : value->coverage[unit];
    }
}

/* Distance to the limit, and what it is in units of the numerator (A23). */
static void put_shortfall(const attain_i_judging *judging,
                          const attain_i_block *block) {
    double *out = column(judging, ATTAIN_MEASURE_SHORTFALL);
    double *over = column(judging, ATTAIN_MEASURE_SHORTFALL_NUMERATOR);
    size_t last = (judging->periods - 1) * ATTAIN_I_BLOCK;
    int32_t across = judging->use->metric->across;
    int64_t at = attain_i_window(judging->work, judging->judged);
    int counted =
        judging->use->lists->denominator_count > 0 && at >= 0 &&
        (across == ATTAIN_ACROSS_NONE || across == ATTAIN_ACROSS_TOTAL) &&
        (judging->target->series == ATTAIN_SERIES_LEVEL ||
         judging->target->series == ATTAIN_SERIES_SINCE_BASELINE);
    if ((out == NULL && over == NULL) ||
        judging->target->comparator == ATTAIN_COMPARATOR_NONE)
        return;
    for (size_t i = 0; i < block->count; i++) {
        double x = block->x[judging->periods - 1][i];
        double gap = NAN;
        if (!isnan(x) && block->sat[last + i] == ATTAIN_I_YES)
            gap = 0;
        else if (x < judging->low)
            gap = attain_i_decimal_subtract(judging->low, x);
        else if (x > judging->high)
            gap = attain_i_decimal_subtract(x, judging->high);
        else if (!isnan(x))
            gap = 0;
        if (block->sat[last + i] == ATTAIN_I_SKIPPED)
            gap = NAN;
        if (out != NULL)
            out[block->rows[i]] = gap;
        if (over != NULL && counted)
            over[block->rows[i]] =
                gap *
                judging->use->values[at].denominator.values[block->units[i]] /
                fabs(judging->use->metric->factor);
    }
}

static void put_projection(const attain_i_judging *judging,
                           attain_i_block *block) {
    double *value = column(judging, ATTAIN_MEASURE_PROJECTION);
    double *low = column(judging, ATTAIN_MEASURE_PROJECTION_LOW);
    double *high = column(judging, ATTAIN_MEASURE_PROJECTION_HIGH);
    double *chance = column(judging, ATTAIN_MEASURE_PROBABILITY);
    if ((value == NULL && low == NULL && high == NULL && chance == NULL) ||
        judging->judged >= judging->due)
        return;
    for (size_t i = 0; i < block->count; i++) {
        attain_i_projection at;
        attain_i_project(judging, block, i, &at);
        int32_t row = block->rows[i];
        if (value != NULL)
            value[row] = at.value;
        if (low != NULL)
            low[row] = at.low;
        if (high != NULL)
            high[row] = at.high;
        if (chance != NULL)
            chance[row] = at.probability;
    }
}

/* The three answers to a yearly rule, and the growth pace beside the pace. */
static void put_companions(const attain_i_judging *judging,
                           attain_i_block *block) {
    double *growth = column(judging, ATTAIN_MEASURE_GROWTH_PACE);
    double *gap = column(judging, ATTAIN_MEASURE_CUMULATIVE_GAP);
    double *mean = column(judging, ATTAIN_MEASURE_MEAN_CHANGE);
    int change = judging->target->series == ATTAIN_SERIES_CHANGE &&
                 judging->base != ATTAIN_PERIOD_NONE &&
                 judging->judged > judging->base;
    if (growth == NULL && gap == NULL && mean == NULL)
        return;
    attain_i_block_metric(judging, block, judging->judged, block->before);
    for (size_t i = 0; i < block->count; i++) {
        int32_t row = block->rows[i];
        double v = block->before[i];
        double b = block->baseline[i];
        if (growth != NULL)
            growth[row] = attain_i_growth_pace(judging, v, b);
        if (gap != NULL && change)
            gap[row] = attain_i_decimal_subtract(
                v, attain_i_expected(judging, b, judging->judged));
        if (mean != NULL && change)
            mean[row] = attain_i_decimal_subtract(v, b) /
                        (double)(judging->judged - judging->base);
    }
}

/* The lens process: pace, from 0 to 1 (method §7). */
static void put_process(const attain_i_judging *judging,
                        attain_i_block *block) {
    double *out = column(judging, ATTAIN_MEASURE_PROCESS);
    if (out == NULL)
        return;
    attain_i_block_pace(judging, block);
    for (size_t i = 0; i < block->count; i++) {
        double pace = block->pace[i];
        pace = pace < ATTAIN_I_LEAST_ATTAINMENT ? 0 : pace;
        out[block->rows[i]] = pace > 1 ? 1 : pace;
    }
}

/* True when any measure that targets alone have is kept. */
static int any_of_targets(const attain_evaluation *ev) {
    for (int32_t m = 0; m < ATTAIN_I_MEASURES; m++)
        if (attain_i_measure_of_targets(m) && ev->measures[m] != NULL)
            return 1;
    return 0;
}

int attain_i_measures_kept(const attain_evaluation *ev) {
    return ev->measures[ATTAIN_MEASURE_VALUE] != NULL ||
           ev->measures[ATTAIN_MEASURE_COVERAGE] != NULL || any_of_targets(ev);
}

void attain_i_block_measures(const attain_i_judging *judging,
                             attain_i_block *block) {
    if (!attain_i_measures_kept(judging->ev))
        return;
    attain_i_block_period(judging, block, judging->periods - 1);
    put(judging, block, ATTAIN_MEASURE_VALUE, block->x[judging->periods - 1]);
    put_coverage(judging, block);
    if (!any_of_targets(judging->ev))
        return;
    attain_i_block_start(judging, block);
    if (column(judging, ATTAIN_MEASURE_EXPECTED) != NULL ||
        column(judging, ATTAIN_MEASURE_PACE) != NULL)
        attain_i_block_pace(judging, block);
    put(judging, block, ATTAIN_MEASURE_EXPECTED, block->expected);
    put(judging, block, ATTAIN_MEASURE_PACE, block->pace);
    put_shortfall(judging, block);
    put_projection(judging, block);
    put_companions(judging, block);
    put_process(judging, block);
    attain_i_method_measures(judging, block);
}
