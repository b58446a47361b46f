#include "improve/need.h"

#include <math.h>

#include "base/decimal.h"
#include "base/rational.h"

/* --- The variable ------------------------------------------------------- */

int32_t attain_i_need_variable(const attain_i_metric_use *use) {
    const attain_i_metric_lists *lists = use->lists;
    size_t parts = lists->numerator_count + lists->denominator_count;
    int32_t found = -1;
    size_t at = 0;
    for (size_t p = 0; p < lists->numerator_count && found < 0; p++) {
        const attain_i_part *part = &lists->numerator[p];
        if (!part->is_metric && part->group == NULL && part->sign > 0) {
            found = use->parts[p];
            at = p;
        }
    }
    for (size_t p = 0; p < parts; p++) {
        const attain_i_part *part =
            p < lists->numerator_count
                ? &lists->numerator[p]
                : &lists->denominator[p - lists->numerator_count];
        if (part->is_metric || (p != at && use->parts[p] == found))
            return -1;
    }
    return found;
}

/* True when the unit's own observations make the metric's value there. */
static int is_own(const attain_i_asking *asking, int32_t unit) {
    const attain_i_metric_use *use = asking->judging.use;
    return use->metric->across == ATTAIN_ACROSS_NONE ||
           (use->metric->across == ATTAIN_ACROSS_TOTAL &&
            asking->work.forest.levels[unit] == use->level);
}

/* --- Steps -------------------------------------------------------------- */

double attain_i_need_steps(double amount, double step) {
    double steps = attain_i_round12(amount / step);
    double down = floor(steps);
    return steps > down ? down + 1 : down;
}

/* Numerator and denominator of a unit, exact where decimals make them. */
typedef struct terms {
    attain_i_rational over;
    attain_i_rational under;
    double n;
    double d;
} terms;

static void add_part(attain_i_asking *asking, size_t p, int32_t sign,
                     int32_t unit, attain_i_rational *exact, double *sum) {
    const attain_i_metric_use *use = asking->judging.use;
    int32_t period = asking->judging.judged;
    attain_i_rational term;
    double *buffer = asking->work.scratch;
    const double *column =
        use->groups[p] == ATTAIN_GROUP_NONE
            ? attain_i_variable(&asking->work, use->parts[p], period)
            : attain_i_variable_group(&asking->work, use->parts[p], period,
                                      use->groups[p], buffer);
    double value = column == NULL ? (double)NAN : column[unit];
    attain_i_rational_of(value, &term);
    if (sign < 0)
        attain_i_rational_subtract(exact, &term);
    else
        attain_i_rational_add(exact, &term);
    *sum = attain_i_decimal_add(*sum, sign * value);
}

static void take_terms(attain_i_asking *asking, int32_t unit, terms *out) {
    const attain_i_metric_lists *lists = asking->judging.use->lists;
    size_t n = lists->numerator_count;
    attain_i_rational_of_integer(0, &out->over);
    attain_i_rational_of_integer(lists->denominator_count == 0, &out->under);
    out->n = 0;
    out->d = lists->denominator_count == 0;
    for (size_t p = 0; p < n; p++)
        add_part(asking, p, lists->numerator[p].sign, unit, &out->over,
                 &out->n);
    for (size_t p = 0; p < lists->denominator_count; p++)
        add_part(asking, n + p, lists->denominator[p].sign, unit, &out->under,
                 &out->d);
}

void attain_i_need_terms(attain_i_asking *asking, int32_t unit, double *n,
                         double *d) {
    terms of;
    take_terms(asking, unit, &of);
    *n = of.n;
    *d = of.d;
}

/* What is to be reached. */
typedef struct aim {
    double low;
    double high;
    double base; /* the value is looked at from here on (since_baseline) */
    int open;
} aim;

/* −1, 0, 1: factor · (N + added) / D − base against a limit. */
static int compare(const attain_i_asking *asking, const terms *of, double added,
                   const aim *to, double limit) {
    double factor = asking->judging.use->metric->factor;
    attain_i_rational value = of->over;
    attain_i_rational term;
    attain_i_rational_of(added, &term);
    attain_i_rational_add(&value, &term);
    attain_i_rational_of(factor, &term);
    attain_i_rational_multiply(&value, &term);
    attain_i_rational_divide(&value, &of->under);
    attain_i_rational_of(to->base, &term);
    attain_i_rational_subtract(&value, &term);
    attain_i_rational_of(limit, &term);
    int order = attain_i_rational_compare(&value, &term);
    if (order != -2)
        return order;
    double x = factor * (of->n + added) / of->d - to->base;
    return attain_i_compare12(x, limit, fabs(limit) + fabs(to->base));
}

/* Whether what is added reaches the aim from the side it comes from. */
static int reaches(const attain_i_asking *asking, const terms *of, double added,
                   const aim *to, int from_below) {
    int order = from_below ? compare(asking, of, added, to, to->low)
                           : -compare(asking, of, added, to, to->high);
    return to->open ? order > 0 : order >= 0;
}

/* The least number of steps that truly reaches: doubles say about how many. */
static double least_steps(const attain_i_asking *asking, const terms *of,
                          const aim *to, int from_below, double amount,
                          double step) {
    enum { NEAR = 4 };
    double sign = amount < 0 || (amount == 0 && !from_below) ? -1 : 1;
    double steps = attain_i_need_steps(fabs(amount), step);
    int tries = 0;
    if (asking->judging.use->metric->factor < 0 && amount == 0)
        sign = -sign;
    while (tries++ < NEAR &&
           !reaches(asking, of, sign * steps * step, to, from_below))
        steps++;
    while (tries++ < 2 * NEAR && steps > 0 &&
           reaches(asking, of, sign * (steps - 1) * step, to, from_below))
        steps--;
    return sign * steps;
}

/* --- Amounts ------------------------------------------------------------ */

static double denominator_of(const attain_i_asking *asking, int32_t unit) {
    const attain_i_judging *judging = &asking->judging;
    int64_t at = attain_i_window(&asking->work, judging->judged);
    return judging->use->lists->denominator_count == 0 ? 1
           : at < 0                                    ? (double)NAN
                    : judging->use->values[at].denominator.values[unit];
}

int32_t attain_i_need_writable(attain_i_asking *asking, int32_t unit,
                               int32_t variable, double added, double *value) {
    int32_t period = asking->judging.judged;
    const attain_variable *of = &asking->data->variables[variable];
    for (size_t g = 0; g < asking->data->group_count; g++)
        if (attain_i_dataset_find_column(asking->data, variable, period,
                                         (int32_t)g) != NULL)
            return ATTAIN_OBSTACLE_COMPOSITE;
    const double *column = attain_i_variable(&asking->work, variable, period);
    double now = column == NULL ? (double)NAN : column[unit];
    *value = attain_i_decimal_add(now, added);
    return *value < of->min || *value > of->max ? ATTAIN_OBSTACLE_RANGE
                                                : ATTAIN_OBSTACLE_NONE;
}

static void count_steps(attain_i_asking *asking, int32_t unit, const aim *to,
                        int from_below, attain_i_need *out) {
    double step =
        attain_i_asking_step(asking, out->variable, asking->judging.judged);
    if (!is_own(asking, unit)) {
        double steps = attain_i_need_steps(fabs(out->amount), step);
        out->whole = (out->amount < 0 ? -steps : steps) * step;
        out->obstacle = ATTAIN_OBSTACLE_COMPOSITE;
        return;
    }
    terms of;
    take_terms(asking, unit, &of);
    double steps = least_steps(asking, &of, to, from_below, out->amount, step);
    out->whole = attain_i_round12(steps * step);
    double value = NAN;
    out->obstacle =
        attain_i_need_writable(asking, unit, out->variable, out->whole, &value);
    if (out->obstacle == ATTAIN_OBSTACLE_NONE) {
        out->value = value;
        if (to->open)
            out->obstacle = ATTAIN_OBSTACLE_STRICT;
    }
}

/* The gap in units of the numerator (rulings A23, A120). */
static void find_amount(attain_i_asking *asking, size_t i, const aim *to,
                        int from_below, attain_i_need *out) {
    const attain_i_judging *judging = &asking->judging;
    const attain_metric *metric = judging->use->metric;
    int32_t unit = asking->block.units[i];
    int32_t across = metric->across;
    if (judging->target->series != ATTAIN_SERIES_LEVEL &&
        judging->target->series != ATTAIN_SERIES_SINCE_BASELINE) {
        out->obstacle = ATTAIN_OBSTACLE_SERIES;
        return;
    }
    if (across != ATTAIN_ACROSS_NONE && across != ATTAIN_ACROSS_TOTAL) {
        out->obstacle = ATTAIN_OBSTACLE_COMPOSITE;
        return;
    }
    out->amount = (from_below ? 1 : -1) * out->gap *
                  denominator_of(asking, unit) / metric->factor;
    out->variable = attain_i_need_variable(judging->use);
    if (out->variable < 0 || isnan(out->amount))
        out->obstacle = ATTAIN_OBSTACLE_COMPOSITE;
    else
        count_steps(asking, unit, to, from_below, out);
}

/* Whole steps by their price, or the relative gap by that of what has none. */
static double cost_of(const attain_i_asking *asking,
                      const attain_i_need *need) {
    double price =
        need->variable < 0 ? NAN : asking->stocks[need->variable].price;
    if (!isnan(price) && !isnan(need->whole))
        return fabs(need->whole) * price;
    return asking->options.unpriced * need->relative;
}

void attain_i_need_reach(attain_i_asking *asking, size_t i, double low,
                         double high, int open, attain_i_need *out) {
    const attain_i_judging *judging = &asking->judging;
    double x = asking->block.x[judging->periods - 1][i];
    int from_below = x <= low;
    aim to = {low, high, 0, open};
    *out = (attain_i_need){x,   NAN, NAN, NAN, NAN,
                           NAN, NAN, NAN, -1,  ATTAIN_OBSTACLE_NONE};
    out->limit = isinf(high) || (!isinf(low) && from_below) ? low : high;
    if (judging->target->series == ATTAIN_SERIES_SINCE_BASELINE)
        to.base = asking->block.baseline[i];
    if (isnan(x)) {
        out->obstacle = ATTAIN_OBSTACLE_UNKNOWN;
        return;
    }
    out->gap = 0;
    if (x < low)
        out->gap = attain_i_decimal_subtract(low, x);
    else if (x > high)
        out->gap = attain_i_decimal_subtract(x, high);
    /* Of the standard, also where less than it is to be reached. */
    double size =
        fabs(isinf(judging->high) || (!isinf(judging->low) && from_below)
                 ? judging->low
                 : judging->high);
    out->relative = size == 0 ? out->gap : out->gap / size;
    if (out->gap == 0 && !open) {
        out->cost = out->relative;
        return;
    }
    find_amount(asking, i, &to, from_below, out);
    out->cost = cost_of(asking, out);
}

/* --- Past periods ------------------------------------------------------- */

int attain_i_need_blocked(int32_t obstacle) {
    return obstacle == ATTAIN_OBSTACLE_UNKNOWN ||
           obstacle == ATTAIN_OBSTACLE_PAST ||
           obstacle == ATTAIN_OBSTACLE_RANGE;
}

/* What the periods before the judged one leave open: nothing of every_period
 * once one has failed, nothing of hold after a fall. */
static int32_t past_of(const attain_i_asking *asking, size_t i) {
    const attain_i_judging *judging = &asking->judging;
    int every = judging->target->when == ATTAIN_WHEN_EVERY_PERIOD;
    int reached = every;
    int32_t found = judging->judged < asking->ev->as_of ? ATTAIN_OBSTACLE_PAST
                                                        : ATTAIN_OBSTACLE_NONE;
    if (judging->target->when == ATTAIN_WHEN_AT_DUE)
        return found;
    for (size_t k = 0; k + 1 < judging->periods; k++) {
        uint8_t sat = asking->block.sat[k * ATTAIN_I_BLOCK + i];
        reached |= sat == ATTAIN_I_YES;
        if (reached && sat == ATTAIN_I_NO)
            return ATTAIN_OBSTACLE_PAST;
        if (reached && sat == ATTAIN_I_UNKNOWN)
            found = ATTAIN_OBSTACLE_UNKNOWN;
    }
    return found;
}

void attain_i_need_standard(attain_i_asking *asking, size_t i,
                            attain_i_need *out) {
    const attain_i_judging *judging = &asking->judging;
    int32_t comparator = judging->target->comparator;
    uint8_t verdict = asking->block.verdict[i];
    int open = (comparator == ATTAIN_COMPARATOR_ABOVE ||
                comparator == ATTAIN_COMPARATOR_BELOW) &&
               verdict == ATTAIN_VERDICT_NOT_MET;
    int rounded = judging->target->judge == ATTAIN_JUDGE_ROUNDED;
    attain_i_need_reach(asking, i, judging->low, judging->high, open, out);
    if (rounded && verdict == ATTAIN_VERDICT_MET)
        out->gap = out->relative = out->cost = 0;
    if (verdict == ATTAIN_VERDICT_UNKNOWN)
        out->obstacle = ATTAIN_OBSTACLE_UNKNOWN;
    else if (verdict == ATTAIN_VERDICT_NOT_MET &&
             past_of(asking, i) != ATTAIN_OBSTACLE_NONE)
        out->obstacle = past_of(asking, i);
}

void attain_i_need_put(attain_answer *answer, int64_t row,
                       const attain_i_need *need) {
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_OBSTACLE,
                        need->obstacle);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_VALUE, need->x);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_LIMIT, need->limit);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_GAP, need->gap);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_RELATIVE,
                        need->relative);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_AMOUNT, need->amount);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_WHOLE, need->whole);
    if (need->variable >= 0)
        attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_VARIABLE,
                            need->variable);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_COST, need->cost);
}
