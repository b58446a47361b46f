#include "evaluate/method.h"

#include <math.h>

/* --- Inputs --------------------------------------------------------------- */

/* Years from the period judged; ordinals would cost digits. */
static double years(const attain_i_judging *judging, int32_t period) {
    static const double parts[] = {[ATTAIN_FREQUENCY_NONE] = 1,
                                   [ATTAIN_FREQUENCY_YEAR] = 1,
                                   [ATTAIN_FREQUENCY_HALF_YEAR] = 2,
                                   [ATTAIN_FREQUENCY_QUARTER] = 4,
                                   [ATTAIN_FREQUENCY_MONTH] = 12};
    return (period - judging->judged) /
           parts[attain_period_frequency(judging->judged)];
}

/* The number that is the same for all units and periods; NaN: there is none. */
static double constant_input(const attain_i_judging *judging, size_t k) {
    const attain_target *target = judging->target;
    switch (judging->method.sources[k]) {
    case ATTAIN_I_FROM_PARAMETERS:
        return judging->method.given[k];
    case ATTAIN_I_FROM_LIMIT:
        return target->value;
    case ATTAIN_I_FROM_LOWER:
        return judging->low;
    case ATTAIN_I_FROM_UPPER:
        return judging->high;
    case ATTAIN_I_FROM_OUTER_LOW:
        return target->outer_low;
    case ATTAIN_I_FROM_OUTER_HIGH:
        return target->outer_high;
    case ATTAIN_I_FROM_BAD:
        return target->bad;
    case ATTAIN_I_FROM_GOOD:
        return target->good;
    case ATTAIN_I_FROM_BASE_PERIOD:
        return years(judging, judging->base);
    case ATTAIN_I_FROM_DUE:
        return years(judging, judging->due);
    default:
        return NAN;
    }
}

/* The series of a row in a period; a period that is not judged has none. */
static double value_input(const attain_i_judging *judging,
                          attain_i_block *block, size_t k, size_t i) {
    attain_i_block_period(judging, block, k);
    return block->sat[k * ATTAIN_I_BLOCK + i] == ATTAIN_I_SKIPPED
               ? NAN
               : attain_i_as_decimal(block->x[k][i]);
}

/* The series of a row up to a period, continued to the due period with recent
 * points heavier; without a value in the period there is none (A63). */
static double anticipated(const attain_i_judging *judging,
                          attain_i_block *block, int32_t period, size_t i) {
    double *x;
    double *y;
    double out = NAN;
    if (isnan(
            value_input(judging, block, (size_t)(period - judging->first), i)))
        return NAN;
    size_t count = attain_i_known_points(judging, block, i, &x, &y);
    while (count > 0 && x[count - 1] > period - judging->judged)
        count--;
    for (size_t p = 0; p < count; p++)
        x[p] = years(judging, judging->judged + (int32_t)x[p]);
    if (attain_anticipate(y, count, 1, x, NAN, 1, years(judging, judging->due),
                          &out, NULL, NULL) != ATTAIN_OK)
        return NAN;
    return out;
}

/* Which side is good: that of the limit, else that of the metric. */
static int32_t descending(const attain_i_judging *judging) {
    int lower = !isinf(judging->low);
    int upper = !isinf(judging->high);
    if (lower != upper)
        return upper;
    return judging->use->metric->direction == ATTAIN_DIRECTION_DOWN;
}

static double input_of(const attain_i_judging *judging, attain_i_block *block,
                       size_t k, size_t i, size_t input) {
    int32_t period = judging->first + (int32_t)k;
    switch (judging->method.sources[input]) {
    case ATTAIN_I_FROM_VALUE:
        return value_input(judging, block, k, i);
    case ATTAIN_I_FROM_BASE:
        return attain_i_as_decimal(block->baseline[i]);
    case ATTAIN_I_FROM_PERIOD:
        return years(judging, period);
    case ATTAIN_I_FROM_PATH:
        return attain_i_expected(judging, block->baseline[i], period);
    case ATTAIN_I_FROM_PROJECTION:
        return anticipated(judging, block, period, i);
    default:
        return constant_input(judging, input);
    }
}

void attain_i_method_case(const attain_i_judging *judging,
                          attain_i_block *block, size_t k, size_t i,
                          attain_i_progress_case *out) {
    const attain_i_target_method *method = &judging->method;
    out->parameters = method->parameters;
    out->descending = descending(judging);
    for (size_t input = 0; input < ATTAIN_I_MOST_INPUTS; input++)
        out->x[input] = input < method->input_count
                            ? input_of(judging, block, k, i, input)
                            : NAN;
}

/* --- Score and class ------------------------------------------------------ */

void attain_i_method_one(const attain_i_judging *judging, attain_i_block *block,
                         size_t k, size_t i, attain_i_method_result *out) {
    attain_i_progress_case one;
    attain_i_method_case(judging, block, k, i, &one);
    out->score = attain_i_progress_one(judging->method.row, &one,
                                       &out->class_code, &out->reason);
}

/* From what is worth nothing to what is worth all (rulings A151). */
static double attainment(const attain_i_progress_row *row, double score) {
    double part = (score - row->nothing) / (row->all - row->nothing);
    if (part < ATTAIN_I_LEAST_ATTAINMENT)
        return 0;
    return part > 1 ? 1 : part;
}

void attain_i_score_method(const attain_i_judging *judging,
                           attain_i_block *block, size_t k, double *out) {
    attain_i_method_result one;
    for (size_t i = 0; i < block->count; i++) {
        attain_i_method_one(judging, block, k, i, &one);
        out[i] = attainment(judging->method.row, one.score);
    }
}

void attain_i_method_measures(const attain_i_judging *judging,
                              attain_i_block *block) {
    double *columns[3];
    attain_i_method_result one;
    for (int32_t c = 0; c < 3; c++)
        columns[c] = attain_i_column_of(
            judging->ev, ATTAIN_I_METHOD_MEASURES + c, judging->node);
    if (judging->method.row == NULL ||
        (columns[0] == NULL && columns[1] == NULL && columns[2] == NULL))
        return;
    for (size_t i = 0; i < block->count; i++) {
        int32_t row = block->rows[i];
        attain_i_method_one(judging, block, judging->periods - 1, i, &one);
        if (columns[0] != NULL)
            columns[0][row] = one.score;
        if (columns[1] != NULL)
            columns[1][row] = one.class_code < 0 ? NAN : (double)one.class_code;
        if (columns[2] != NULL)
            columns[2][row] = one.reason;
    }
}

/* --- The path ------------------------------------------------------------- */

int attain_i_method_expects(const attain_i_judging *judging) {
    return judging->method.row != NULL && judging->method.row->expect != NULL;
}

double attain_i_method_expected(const attain_i_judging *judging, double b,
                                int32_t period) {
    attain_i_progress_case one = {judging->method.parameters, {0}, 0};
    if (isnan(b) || period <= judging->base)
        return NAN;
    for (size_t k = 0; k < judging->method.input_count; k++) {
        int32_t source = judging->method.sources[k];
        one.x[k] = source == ATTAIN_I_FROM_BASE ? b
                   : source == ATTAIN_I_FROM_PERIOD
                       ? years(judging, period)
                       : constant_input(judging, k);
    }
    return judging->method.row->expect(&one);
}
