#include <float.h>
#include <math.h>

#include "numeric/aggregate.h"
#include "numeric/logs.h"
#include "numeric/math.h"
#include "numeric/extent.h"

/* Σ of `count` terms in unit->terms. */
static double sum_terms(attain_i_composed *unit) {
    attain_i_adder_restart(&unit->adder);
    attain_i_adder_add(&unit->adder, unit->terms, unit->count);
    return attain_i_adder_value(&unit->adder);
}

double attain_i_unit_mean(attain_i_composed *unit) {
    attain_i_adder_restart(&unit->adder);
    attain_i_adder_products(&unit->adder, unit->v, unit->w, unit->count);
    return attain_i_adder_value(&unit->adder) / unit->weight;
}

double attain_i_unit_arithmetic(attain_i_composed *unit, uint8_t *reason) {
    double least;
    double most;
    double mean = attain_i_unit_mean(unit);
    attain_i_extent(unit->v, unit->count, &least, &most);
    *reason = ATTAIN_REASON_UNDEFINED;
    /* The mean of equal values is their value. */
    return least == most ? least + 0 : mean;
}

/* Adds `shift`, and finds the range; values that the mean is not defined for
 * are below 0, or 0 unless `zero`. True when `result` is known already. */
static int settle(attain_i_composed *unit, const double *policy, int zero,
                  double *result, uint8_t *reason) {
    double shift = policy[1];
    for (size_t k = 0; k < unit->count && shift != 0; k++)
        unit->v[k] += shift;
    attain_i_extent(unit->v, unit->count, &unit->least, &unit->most);
    double least = unit->least;
    *reason = ATTAIN_REASON_UNDEFINED;
    if (least < 0 || (least == 0 && !zero)) {
        *reason = ATTAIN_REASON_NOT_POSITIVE;
        *result = policy[0] != 0 ? (double)NAN : -shift + 0;
        return 1;
    }
    *result = least - shift;
    return least == unit->most;
}

static double geometric(attain_i_composed *unit) {
    if (unit->least >= DBL_MIN && unit->most <= DBL_MAX)
        attain_i_logs(unit->v, unit->count, unit->terms);
    else
        for (size_t k = 0; k < unit->count; k++)
            unit->terms[k] = attain_i_log(unit->v[k]);
    attain_i_adder_restart(&unit->adder);
    attain_i_adder_products(&unit->adder, unit->terms, unit->w, unit->count);
    return attain_i_exp(attain_i_adder_value(&unit->adder) / unit->weight);
}

double attain_i_unit_geometric(attain_i_composed *unit, uint8_t *reason) {
    double result;
    const double *policy = unit->parameters;
    if (settle(unit, policy, 0, &result, reason))
        return result;
    return geometric(unit) - policy[1];
}

static double harmonic(attain_i_composed *unit) {
    for (size_t k = 0; k < unit->count; k++)
        unit->terms[k] = unit->w[k] / unit->v[k];
    return unit->weight / sum_terms(unit);
}

double attain_i_unit_harmonic(attain_i_composed *unit, uint8_t *reason) {
    double result;
    const double *policy = unit->parameters;
    if (settle(unit, policy, 0, &result, reason))
        return result;
    return harmonic(unit) - policy[1];
}

/* Of ratios to the end that counts most, so that no power leaves the range. */
static double power(attain_i_composed *unit, double p) {
    double end = p > 0 ? unit->most : unit->least;
    for (size_t k = 0; k < unit->count; k++)
        unit->terms[k] = unit->w[k] * attain_i_pow(unit->v[k] / end, p);
    return end * attain_i_pow(sum_terms(unit) / unit->weight, 1 / p);
}

double attain_i_unit_power(attain_i_composed *unit, uint8_t *reason) {
    double result;
    double p = unit->parameters[0];
    const double *policy = unit->parameters + 1;
    if (settle(unit, policy, p > 0, &result, reason))
        return result;
    if (p == 0)
        return geometric(unit) - policy[1];
    if (p == 1)
        return attain_i_unit_mean(unit) - policy[1];
    if (p == -1)
        return harmonic(unit) - policy[1];
    return power(unit, p) - policy[1];
}

/* --- With a penalty ------------------------------------------------------ */

/* Σw(v − M)²/W. */
static double variance(attain_i_composed *unit, double mean) {
    for (size_t k = 0; k < unit->count; k++) {
        double deviation = unit->v[k] - mean;
        unit->terms[k] = unit->w[k] * (deviation * deviation);
    }
    return sum_terms(unit) / unit->weight;
}

/* M ± S · S/M of t, put on base + factor · t. */
static double penalised(attain_i_composed *unit, double base, double factor,
                        uint8_t *reason) {
    for (size_t k = 0; k < unit->count; k++)
        unit->v[k] = base + factor * unit->v[k];
    double mean = attain_i_unit_mean(unit);
    *reason = ATTAIN_REASON_NOT_POSITIVE;
    if (!(mean > 0))
        return (double)NAN;
    *reason = ATTAIN_REASON_UNDEFINED;
    return mean + unit->parameters[0] * (variance(unit, mean) / mean);
}

double attain_i_unit_penalty(attain_i_composed *unit, uint8_t *reason) {
    return penalised(unit, 100, 10, reason);
}

double attain_i_unit_adjusted(attain_i_composed *unit, uint8_t *reason) {
    return penalised(unit, 70, 60, reason);
}

double attain_i_unit_mean_min(attain_i_composed *unit, uint8_t *reason) {
    double a = unit->parameters[0];
    double b = unit->parameters[1];
    double least;
    double most;
    attain_i_extent(unit->v, unit->count, &least, &most);
    double mean = attain_i_unit_arithmetic(unit, reason);
    double gap = mean - least;
    return mean - a * (sqrt(gap * gap + b * b) - b);
}
