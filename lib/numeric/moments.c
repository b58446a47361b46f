#include <float.h>
#include <math.h>

#include "numeric/adder.h"
#include "numeric/describe.h"

/* Central moments, in units of the largest deviation, so that no power of one
 * is beyond the range. */
typedef struct moments {
    double second;
    double third;
    double fourth;
} moments;

static int plain(const attain_i_sample *sample) {
    return sample->weights == NULL || sample->unweighted;
}

/* Σ(w/W) z^k for k = 1 … 4, z = (v − M)/unit. */
static void powers(attain_i_sample *sample, double unit, double out[4]) {
    attain_i_adder adders[4];
    for (int k = 0; k < 4; k++)
        attain_i_adder_init(&adders[k]);
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        double z[ATTAIN_I_BLOCK_TERMS];
        for (size_t i = 0; i < sample->held; i++) {
            z[i] = (sample->v[i] - sample->mean) / unit;
            sample->terms[i] =
                plain(sample) ? 1 : sample->w[i] / sample->weight;
        }
        for (int k = 0; k < 4; k++) {
            for (size_t i = 0; i < sample->held; i++)
                sample->terms[i] *= z[i];
            attain_i_adder_add(&adders[k], sample->terms, sample->held);
        }
    }
    for (int k = 0; k < 4; k++) {
        out[k] = attain_i_sample_sum(sample, &adders[k]);
        if (plain(sample))
            out[k] /= sample->weight;
    }
}

/* Moments around the mean itself: the first power is what its rounding left
 * over. False when the values do not deviate. */
static int central(attain_i_sample *sample, moments *out, uint8_t *reason) {
    double least;
    double most;
    double m[4];
    attain_i_sample_range(sample, &least, &most);
    if (isnan(least))
        return 0;
    if (least == most) {
        *reason = ATTAIN_REASON_CONSTANT;
        return 0;
    }
    double above = most - sample->mean;
    double below = sample->mean - least;
    double unit = above > below ? above : below;
    if (!(unit <= DBL_MAX)) {
        sample->fault = ATTAIN_I_BEYOND_RANGE;
        return 0;
    }
    powers(sample, unit, m);
    double d = m[0];
    out->second = m[1] - d * d;
    out->third = m[2] - 3 * d * m[1] + 2 * d * d * d;
    out->fourth =
        m[3] - 4 * d * m[2] + 6 * d * d * m[1] - 3 * (d * d) * (d * d);
    return 1;
}

/* --- Skewness and kurtosis ----------------------------------------------- */

double attain_i_skewness_population(attain_i_sample *sample,
                                    const double *parameters, uint8_t *reason) {
    moments m;
    (void)parameters;
    return central(sample, &m, reason) ? m.third / (m.second * sqrt(m.second))
                                       : (double)NAN;
}

double attain_i_skewness_sample(attain_i_sample *sample,
                                const double *parameters, uint8_t *reason) {
    double n = sample->weight;
    if (!(n > 2))
        return (double)NAN;
    return attain_i_skewness_population(sample, parameters, reason) *
           (sqrt(n) * sqrt(n - 1) / (n - 2));
}

double attain_i_skewness_b1(attain_i_sample *sample, const double *parameters,
                            uint8_t *reason) {
    double part = (sample->weight - 1) / sample->weight;
    if (!(part > 0))
        return (double)NAN;
    return attain_i_skewness_population(sample, parameters, reason) *
           (part * sqrt(part));
}

/* m4/m2². */
static double fourth_over_second(attain_i_sample *sample, uint8_t *reason) {
    moments m;
    return central(sample, &m, reason) ? m.fourth / (m.second * m.second)
                                       : (double)NAN;
}

double attain_i_kurtosis_population(attain_i_sample *sample,
                                    const double *parameters, uint8_t *reason) {
    (void)parameters;
    return fourth_over_second(sample, reason) - 3;
}

double attain_i_kurtosis_sample(attain_i_sample *sample,
                                const double *parameters, uint8_t *reason) {
    double n = sample->weight;
    (void)parameters;
    if (!(n > 3))
        return (double)NAN;
    double excess = fourth_over_second(sample, reason) - 3;
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
}

double attain_i_kurtosis_b2(attain_i_sample *sample, const double *parameters,
                            uint8_t *reason) {
    double part = (sample->weight - 1) / sample->weight;
    (void)parameters;
    if (!(part > 0))
        return (double)NAN;
    return fourth_over_second(sample, reason) * (part * part) - 3;
}

/* --- Deviations ---------------------------------------------------------- */

double attain_i_standard_error(attain_i_sample *sample,
                               const double *parameters, uint8_t *reason) {
    (void)parameters;
    (void)reason;
    double n = sample->weight;
    return sqrt(attain_i_sample_variance(sample, n - 1)) / sqrt(n);
}

double attain_i_mean_absolute_deviation(attain_i_sample *sample,
                                        const double *parameters,
                                        uint8_t *reason) {
    double least;
    double most;
    (void)parameters;
    (void)reason;
    attain_i_sample_range(sample, &least, &most);
    if (isnan(least) || least == most)
        return least - most;
    attain_i_adder *adder = &sample->deviations;
    attain_i_adder_restart(adder);
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        for (size_t i = 0; i < sample->held; i++) {
            double deviation = fabs(sample->v[i] - sample->mean);
            sample->terms[i] =
                plain(sample) ? deviation : sample->w[i] * deviation;
        }
        attain_i_adder_add(adder, sample->terms, sample->held);
    }
    return attain_i_sample_sum(sample, adder) / sample->weight;
}

double attain_i_range(attain_i_sample *sample, const double *parameters,
                      uint8_t *reason) {
    double least;
    double most;
    (void)parameters;
    (void)reason;
    attain_i_sample_range(sample, &least, &most);
    return most - least;
}
