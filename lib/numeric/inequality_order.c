#include <math.h>

#include "numeric/inequality.h"
#include "numeric/twofold.h"

/* Σwv of the share p of all weight that has the smallest values, or with `top`
 * the largest; of the element where it ends, only the part that still belongs
 * to it (the Lorenz curve, linear between its points). */
static double amount_of(attain_i_sample *sample, size_t count, double p,
                        int top) {
    attain_i_terms terms = attain_i_terms_begin(sample);
    double part = p * sample->weight;
    twofold taken = {0, 0};
    for (size_t i = 0; i < count; i++) {
        const attain_i_item *item = &sample->items[top ? count - 1 - i : i];
        double left = (part - taken.high) - taken.low;
        if (!(left > 0))
            break;
        attain_i_terms_add(&terms,
                           (item->tag < left ? item->tag : left) * item->key);
        taken = twofold_add_double(taken, item->tag);
    }
    return attain_i_terms_sum(&terms);
}

double attain_i_gini_corrected(attain_i_sample *sample,
                               const double *parameters, uint8_t *reason) {
    double index;
    (void)parameters;
    int unequal = attain_i_unequal(sample, 0, &index, reason);
    if (!(sample->weight > 1))
        return (double)NAN;
    if (!unequal)
        return index;
    return attain_i_sample_gini(sample) * sample->weight / (sample->weight - 1);
}

double attain_i_palma(attain_i_sample *sample, const double *parameters,
                      uint8_t *reason) {
    double index;
    (void)parameters;
    if (!attain_i_unequal(sample, 0, &index, reason))
        return isnan(index) ? index : 0.25;
    size_t count = attain_i_sample_sort(sample);
    double bottom = amount_of(sample, count, 0.4, 0);
    double top = amount_of(sample, count, 0.1, 1);
    if (bottom > 0)
        return top / bottom;
    *reason = ATTAIN_REASON_UNDEFINED;
    return (double)NAN;
}

/* --- Halves around the median -------------------------------------------- */

/* Σwv/(median · Σw) of the elements at or below the median, or at or above. */
static double half_over_median(attain_i_sample *sample, int above,
                               uint8_t *reason) {
    double index;
    if (!attain_i_unequal(sample, 0, &index, reason))
        return isnan(index) ? index : 1;
    size_t count = attain_i_sample_sort(sample);
    double median = attain_i_sample_quantile(sample, count, 0.5);
    twofold weight = {0, 0};
    if (!(median > 0)) {
        *reason = ATTAIN_REASON_NOT_POSITIVE;
        return (double)NAN;
    }
    attain_i_terms terms = attain_i_terms_begin(sample);
    for (size_t i = 0; i < count; i++) {
        const attain_i_item *item = &sample->items[i];
        if (above ? item->key < median : item->key > median)
            continue;
        weight = twofold_add_double(weight, item->tag);
        attain_i_terms_add(&terms, item->tag * item->key);
    }
    return attain_i_terms_sum(&terms) / weight.high / median;
}

double attain_i_mcloone(attain_i_sample *sample, const double *parameters,
                        uint8_t *reason) {
    (void)parameters;
    return half_over_median(sample, 0, reason);
}

double attain_i_verstegen(attain_i_sample *sample, const double *parameters,
                          uint8_t *reason) {
    (void)parameters;
    return half_over_median(sample, 1, reason);
}

double attain_i_wolfson(attain_i_sample *sample, const double *parameters,
                        uint8_t *reason) {
    double index;
    if (!attain_i_unequal(sample, 0, &index, reason))
        return index;
    double gini = attain_i_sample_gini(sample);
    size_t count = attain_i_sample_sort(sample);
    double median = attain_i_sample_quantile(sample, count, 0.5);
    double lower = amount_of(sample, count, 0.5, 0) / sample->total;
    if (!(median > 0)) {
        *reason = ATTAIN_REASON_NOT_POSITIVE;
        return (double)NAN;
    }
    return parameters[0] * ((1 - 2 * lower) - gini) * (sample->mean / median);
}

/* --- Quantiles ----------------------------------------------------------- */

/* The quantiles of parameters 0 (upper) and 1 (lower); false unless the lower
 * one can be divided by. */
static int two_quantiles(attain_i_sample *sample, const double *parameters,
                         double *upper, double *lower, uint8_t *reason) {
    size_t count = attain_i_sample_sort(sample);
    *upper = attain_i_sample_quantile(sample, count, parameters[0]);
    *lower = attain_i_sample_quantile(sample, count, parameters[1]);
    if (*lower <= 0)
        *reason = ATTAIN_REASON_NOT_POSITIVE;
    return *lower > 0;
}

double attain_i_interquantile_ratio(attain_i_sample *sample,
                                    const double *parameters, uint8_t *reason) {
    double upper;
    double lower;
    if (!two_quantiles(sample, parameters, &upper, &lower, reason))
        return (double)NAN;
    return upper / lower;
}

double attain_i_federal_range_ratio(attain_i_sample *sample,
                                    const double *parameters, uint8_t *reason) {
    double upper;
    double lower;
    if (!two_quantiles(sample, parameters, &upper, &lower, reason))
        return (double)NAN;
    return (upper - lower) / lower;
}

/* --- Concentration of shares --------------------------------------------- */

/* 1/(2Σ i s_i − 1), the largest share first. */
double attain_i_rosenbluth(attain_i_sample *sample, const double *parameters,
                           uint8_t *reason) {
    double index;
    (void)parameters;
    if (!attain_i_unequal(sample, 0, &index, reason))
        return isnan(index) ? index : 1 / sample->weight;
    size_t count = attain_i_sample_sort(sample);
    attain_i_terms terms = attain_i_terms_begin(sample);
    for (size_t i = 0; i < count; i++)
        attain_i_terms_add(&terms, (double)(count - i) * sample->items[i].key);
    double ranks = attain_i_terms_sum(&terms) / sample->mean / sample->weight;
    return 1 / (2 * ranks - 1);
}
