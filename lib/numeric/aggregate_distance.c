#include <math.h>

#include "numeric/aggregate.h"
#include "numeric/extent.h"
#include "numeric/sum.h"

/* --- Scales of columns --------------------------------------------------- */

void attain_i_axis_deviation(const attain_i_aggregator *a, size_t c,
                             const double *x, attain_i_axis *axis) {
    (void)c;
    double mean =
        attain_i_statistic(ATTAIN_STATISTIC_MEAN, x, NULL, a->count, NULL);
    axis->from = mean * axis->turn;
    axis->width = attain_i_statistic(ATTAIN_STATISTIC_SD_POPULATION, x, NULL,
                                     a->count, NULL);
}

/* From the worst to the best. */
static void put_ends(attain_i_axis *axis, double low, double high) {
    axis->from = axis->turn > 0 ? low : -high;
    axis->width = high - low;
    axis->span = 1;
}

void attain_i_axis_range(const attain_i_aggregator *a, size_t c,
                         const double *x, attain_i_axis *axis) {
    double least;
    double most;
    (void)c;
    attain_i_extent(x, a->count, &least, &most);
    put_ends(axis, least, most);
}

void attain_i_axis_bounds(const attain_i_aggregator *a, size_t c,
                          const double *x, attain_i_axis *axis) {
    if (a->bounds == NULL)
        attain_i_axis_range(a, c, x, axis);
    else
        put_ends(axis, a->bounds[c], a->bounds[a->columns + c]);
}

/* In the unit of the values. */
void attain_i_axis_plain(const attain_i_aggregator *a, size_t c,
                         const double *x, attain_i_axis *axis) {
    attain_i_axis_range(a, c, x, axis);
    axis->span = axis->width;
    axis->width = 1;
}

void attain_i_axis_vector(const attain_i_aggregator *a, size_t c,
                          const double *x, attain_i_axis *axis) {
    attain_i_adder adder;
    attain_i_axis_range(a, c, x, axis);
    attain_i_adder_init(&adder);
    attain_i_adder_squares(&adder, x, 0, a->count);
    double range = axis->width;
    /* Without a value there is no length, as there is no range. */
    axis->width = range == range ? sqrt(attain_i_adder_value(&adder)) : range;
    axis->span = axis->width > 0 ? range / axis->width : 0;
}

/* --- Units --------------------------------------------------------------- */

/* √Σ of `count` terms. */
static double root_of_sum(attain_i_composed *unit) {
    attain_i_adder_restart(&unit->adder);
    attain_i_adder_add(&unit->adder, unit->terms, unit->count);
    return sqrt(attain_i_adder_value(&unit->adder));
}

double attain_i_unit_topsis(attain_i_composed *unit, uint8_t *reason) {
    for (size_t k = 0; k < unit->count; k++) {
        double d = unit->w[k] * unit->v[k];
        unit->terms[k] = d * d;
    }
    double worst = root_of_sum(unit);
    for (size_t k = 0; k < unit->count; k++) {
        double d = unit->w[k] * (unit->span[k] - unit->v[k]);
        unit->terms[k] = d * d;
    }
    double best = root_of_sum(unit);
    *reason = ATTAIN_REASON_CONSTANT;
    return worst / (worst + best);
}

double attain_i_unit_vikor(attain_i_composed *unit, uint8_t *reason) {
    double regret = 0;
    *reason = ATTAIN_REASON_UNDEFINED;
    for (size_t k = 0; k < unit->count; k++) {
        double d = unit->w[k] * (1 - unit->v[k]);
        unit->terms[k] = d;
        regret = d > regret ? d : regret;
    }
    unit->second = regret / unit->weight;
    return attain_i_sum(unit->terms, unit->count) / unit->weight;
}

double attain_i_unit_spotis(attain_i_composed *unit, uint8_t *reason) {
    *reason = ATTAIN_REASON_UNDEFINED;
    for (size_t k = 0; k < unit->count; k++) {
        if (!(unit->v[k] >= 0 && unit->v[k] <= 1))
            return (double)NAN;
        unit->v[k] = 1 - unit->v[k];
    }
    return attain_i_unit_mean(unit);
}

double attain_i_unit_wroclaw(attain_i_composed *unit, uint8_t *reason) {
    *reason = ATTAIN_REASON_UNDEFINED;
    for (size_t k = 0; k < unit->count; k++) {
        double d = unit->span[k] - unit->v[k];
        double part = unit->w[k] / unit->weight * (double)unit->count;
        unit->terms[k] = part * (d * d);
    }
    return root_of_sum(unit);
}

/* --- Among all units ----------------------------------------------------- */

/* (x − least)/(most − least); 0 when these are the same. */
static double position(double x, double least, double most) {
    return least < most ? (x - least) / (most - least) : 0;
}

void attain_i_finish_vikor(const attain_i_aggregator *a) {
    double v = a->parameters[0];
    double least[2];
    double most[2];
    attain_i_extent(a->out, a->count, &least[0], &most[0]);
    attain_i_extent(a->second, a->count, &least[1], &most[1]);
    for (size_t i = 0; i < a->count; i++) {
        double group = position(a->out[i], least[0], most[0]);
        double regret = position(a->second[i], least[1], most[1]);
        if (a->out[i] == a->out[i])
            a->out[i] = v * group + (1 - v) * regret;
    }
}

void attain_i_finish_wroclaw(const attain_i_aggregator *a) {
    double mean =
        attain_i_statistic(ATTAIN_STATISTIC_MEAN, a->out, NULL, a->count, NULL);
    double sd = attain_i_statistic(ATTAIN_STATISTIC_SD_SAMPLE, a->out, NULL,
                                   a->count, NULL);
    double far = mean + 2 * sd;
    for (size_t i = 0; i < a->count; i++) {
        int scored = a->out[i] == a->out[i];
        a->out[i] = far > 0 ? a->out[i] / far : (double)NAN;
        if (scored && !(far > 0) && a->reasons != NULL)
            a->reasons[i] =
                far == 0 ? ATTAIN_REASON_CONSTANT : ATTAIN_REASON_TOO_FEW;
    }
}
