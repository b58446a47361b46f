#include <float.h>
#include <math.h>

#include "base/decimal.h"
#include "numeric/adder.h"
#include "numeric/describe.h"
#include "numeric/math.h"

/* --- Means by logarithm and by reciprocal -------------------------------- */

/* Σ(w/W) f(v). */
static double mean_of(attain_i_sample *sample, double (*f)(double)) {
    int plain = sample->weights == NULL || sample->unweighted;
    attain_i_adder *adder = &sample->deviations;
    attain_i_adder_restart(adder);
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        size_t held = 0;
        for (size_t i = 0; i < sample->held; i++) {
            if (!plain && !(sample->w[i] > 0))
                continue;
            double term = f(sample->v[i]);
            sample->terms[held++] =
                plain ? term : sample->w[i] / sample->weight * term;
        }
        attain_i_adder_add(adder, sample->terms, held);
    }
    double sum = attain_i_sample_sum(sample, adder);
    return plain ? sum / sample->weight : sum;
}

static double reciprocal(double x) {
    return 1 / x;
}

/* What needs no logarithm: nothing, a value below 0, a 0 (which makes the mean
 * 0), or values that are all the same. False when it does. */
static int settled(attain_i_sample *sample, double *least, double *most,
                   double *out, uint8_t *reason) {
    attain_i_sample_range(sample, least, most);
    *out = *least;
    if (*least < 0) {
        *reason = ATTAIN_REASON_NEGATIVE;
        *out = (double)NAN;
    }
    return !(*least > 0) || *least == *most;
}

static double between(double x, double least, double most) {
    return x < least ? least : x > most ? most : x;
}

double attain_i_geometric_mean(attain_i_sample *sample,
                               const double *parameters, uint8_t *reason) {
    double least;
    double most;
    double out;
    (void)parameters;
    if (settled(sample, &least, &most, &out, reason))
        return out;
    return between(attain_i_exp(mean_of(sample, attain_i_log)), least, most);
}

double attain_i_harmonic_mean(attain_i_sample *sample, const double *parameters,
                              uint8_t *reason) {
    double least;
    double most;
    double out;
    (void)parameters;
    if (settled(sample, &least, &most, &out, reason))
        return out;
    return between(1 / mean_of(sample, reciprocal), least, most);
}

/* --- Means without the ends ---------------------------------------------- */

double attain_i_whole_below(double share, double n) {
    double part = share * n;
    double nearest = (double)(int64_t)(part + 0.5);
    if (attain_i_compare12(part, nearest, n) == 0)
        return nearest;
    return (double)(int64_t)part;
}

/* Σ of the sorted keys from `from` to before `to`. */
static void add_keys(attain_i_sample *sample, size_t from, size_t to) {
    while (from < to) {
        size_t held = 0;
        for (; from < to && held < ATTAIN_I_BLOCK_TERMS; from++)
            sample->terms[held++] = sample->items[from].key;
        attain_i_adder_add(&sample->deviations, sample->terms, held);
    }
}

/* With `keep`, what is cut off is set to the next value inwards. */
static double mean_without_ends(attain_i_sample *sample, double share,
                                int keep) {
    size_t count = attain_i_sample_sort(sample);
    size_t cut = (size_t)attain_i_whole_below(share, (double)count);
    if (count == 0)
        return (double)NAN;
    if (2 * cut >= count)
        cut = (count - 1) / 2;
    double ends[2] = {sample->items[cut].key,
                      sample->items[count - 1 - cut].key};
    if (ends[0] == ends[1])
        return ends[0];
    attain_i_adder_restart(&sample->deviations);
    add_keys(sample, cut, count - cut);
    if (!keep)
        return attain_i_sample_sum(sample, &sample->deviations) /
               (double)(count - 2 * cut);
    const double times[2] = {(double)cut, (double)cut};
    attain_i_adder_products(&sample->deviations, ends, times, 2);
    return attain_i_sample_sum(sample, &sample->deviations) / (double)count;
}

double attain_i_trimmed_mean(attain_i_sample *sample, const double *parameters,
                             uint8_t *reason) {
    (void)reason;
    return mean_without_ends(sample, parameters[0], 0);
}

double attain_i_winsorised_mean(attain_i_sample *sample,
                                const double *parameters, uint8_t *reason) {
    (void)reason;
    return mean_without_ends(sample, parameters[0], 1);
}

/* --- Huber's location ----------------------------------------------------- */

/* Σw min(max(v, low), high)/W. */
static double clipped_mean(attain_i_sample *sample, double low, double high) {
    int plain = sample->weights == NULL || sample->unweighted;
    attain_i_adder *adder = &sample->deviations;
    attain_i_adder_restart(adder);
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        for (size_t i = 0; i < sample->held; i++) {
            double v = between(sample->v[i], low, high);
            sample->terms[i] = plain ? v : sample->w[i] * v;
        }
        attain_i_adder_add(adder, sample->terms, sample->held);
    }
    return attain_i_sample_sum(sample, adder) / sample->weight;
}

/* Each step takes the mean of the values clipped around the last one, which
 * comes closer at least by the share that is clipped. */
double attain_i_huber(attain_i_sample *sample, const double *parameters,
                      uint8_t *reason) {
    enum { MOST_STEPS = 1000 };
    double spread = attain_i_mad_scaled(sample, NULL, reason);
    double m = attain_i_sample_median(sample);
    if (isnan(m))
        return m;
    if (spread == 0) {
        *reason = ATTAIN_REASON_CONSTANT;
        return (double)NAN;
    }
    double reach = parameters[0] * spread;
    for (int step = 0; step < MOST_STEPS; step++) {
        double next = clipped_mean(sample, m - reach, m + reach);
        double change = fabs(next - m);
        m = next;
        if (!(change > 1e-14 * spread))
            return m;
    }
    *reason = ATTAIN_REASON_NO_CONVERGENCE;
    return (double)NAN;
}
