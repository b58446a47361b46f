#include <math.h>

#include "numeric/inequality.h"
#include "numeric/math.h"
#include "numeric/twofold.h"

/* Measures of how many are below a minimum standard z, and how far: of all
 * elements, those with v < z are below. In a measure, `mean` is z. */

static double headcount_term(const attain_i_yardstick *measure, double v) {
    return v < measure->mean;
}

static double gap_of(double z, double v) {
    return v < z ? (z - v) / z : 0;
}

static double gap_term(const attain_i_yardstick *measure, double v) {
    return gap_of(measure->mean, v);
}

static double squared_gap_term(const attain_i_yardstick *measure, double v) {
    double gap = gap_of(measure->mean, v);
    return gap * gap;
}

static double gap_power_term(const attain_i_yardstick *measure, double v) {
    return v < measure->mean
               ? attain_i_pow(gap_of(measure->mean, v), measure->power)
               : 0;
}

static double log_gap_term(const attain_i_yardstick *measure, double v) {
    return v < measure->mean ? -attain_i_log_ratio(v, measure->mean) : 0;
}

static double average(attain_i_sample *sample, attain_i_term *term,
                      const double *parameters) {
    attain_i_yardstick measure = {parameters[0], parameters[1], 0};
    if (!(sample->weight > 0))
        return (double)NAN;
    return attain_i_sample_average(sample, term, &measure);
}

double attain_i_headcount(attain_i_sample *sample, const double *parameters,
                          uint8_t *reason) {
    (void)reason;
    return average(sample, headcount_term, parameters);
}

double attain_i_poverty_gap(attain_i_sample *sample, const double *parameters,
                            uint8_t *reason) {
    (void)reason;
    return average(sample, gap_term, parameters);
}

double attain_i_squared_poverty_gap(attain_i_sample *sample,
                                    const double *parameters, uint8_t *reason) {
    (void)reason;
    return average(sample, squared_gap_term, parameters);
}

double attain_i_foster_greer_thorbecke(attain_i_sample *sample,
                                       const double *parameters,
                                       uint8_t *reason) {
    (void)reason;
    return average(sample, gap_power_term, parameters);
}

double attain_i_watts(attain_i_sample *sample, const double *parameters,
                      uint8_t *reason) {
    double least;
    double most;
    attain_i_sample_range(sample, &least, &most);
    if (least <= 0) {
        *reason = ATTAIN_REASON_NOT_POSITIVE;
        return (double)NAN;
    }
    return average(sample, log_gap_term, parameters);
}

/* --- By the order of those below ----------------------------------------- */

typedef struct below {
    size_t count;
    double weight;
} below;

/* The elements below the standard, sorted; those above stay behind them. */
static below sort_below(attain_i_sample *sample, double z) {
    below out = {0, 0};
    twofold weight = {0, 0};
    size_t count = attain_i_sample_sort(sample);
    while (out.count < count && sample->items[out.count].key < z)
        weight = twofold_add_double(weight, sample->items[out.count++].tag);
    out.weight = weight.high;
    return out;
}

/* Σ over the gaps between sorted neighbours of gap/z times the shares of weight
 * below and above: (1 − I) G of those below, without dividing by their mean. */
static double spread_below(attain_i_sample *sample, below poor, double z) {
    attain_i_terms terms = attain_i_terms_begin(sample);
    twofold passed = {0, 0};
    for (size_t i = 0; i + 1 < poor.count; i++) {
        passed = twofold_add_double(passed, sample->items[i].tag);
        double rest = (poor.weight - passed.high) - passed.low;
        double gap = sample->items[i + 1].key - sample->items[i].key;
        attain_i_terms_add(
            &terms,
            gap / z * ((passed.high / poor.weight) * (rest / poor.weight)));
    }
    return attain_i_terms_sum(&terms);
}

/* H(I + (1 − I) G q/(q + 1)), without the last factor for q without bound. */
static double sen(attain_i_sample *sample, double z, int finite) {
    attain_i_yardstick measure = {z, 0, 0};
    if (!(sample->weight > 0))
        return (double)NAN;
    double gaps = attain_i_sample_average(sample, gap_term, &measure);
    below poor = sort_below(sample, z);
    double spread = spread_below(sample, poor, z);
    if (finite)
        spread *= poor.weight / (poor.weight + 1);
    return gaps + poor.weight / sample->weight * spread;
}

double attain_i_sen(attain_i_sample *sample, const double *parameters,
                    uint8_t *reason) {
    (void)reason;
    return sen(sample, parameters[0], 0);
}

double attain_i_sen_1976(attain_i_sample *sample, const double *parameters,
                         uint8_t *reason) {
    (void)reason;
    return sen(sample, parameters[0], 1);
}

/* Σ w gap (2(W − C) − w)/W², C the weight of those with smaller values. */
double attain_i_sen_shorrocks_thon(attain_i_sample *sample,
                                   const double *parameters, uint8_t *reason) {
    double z = parameters[0];
    twofold passed = {0, 0};
    (void)reason;
    if (!(sample->weight > 0))
        return (double)NAN;
    below poor = sort_below(sample, z);
    attain_i_terms terms = attain_i_terms_begin(sample);
    for (size_t i = 0; i < poor.count; i++) {
        double weight = sample->items[i].tag;
        double rest = (sample->weight - passed.high) - passed.low;
        double share = weight / sample->weight;
        double place = (2 * rest - weight) / sample->weight;
        attain_i_terms_add(&terms,
                           gap_of(z, sample->items[i].key) * share * place);
        passed = twofold_add_double(passed, weight);
    }
    return attain_i_terms_sum(&terms);
}
