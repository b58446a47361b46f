#include "numeric/inequality.h"

#include <float.h>
#include <math.h>

#include "numeric/math.h"
#include "numeric/math_near.h"

double attain_i_sample_average(attain_i_sample *sample, attain_i_term *term,
                               const attain_i_yardstick *measure) {
    attain_i_adder *adder = &sample->deviations;
    int plain = sample->weights == NULL || sample->unweighted;
    attain_i_adder_restart(adder);
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        for (size_t i = 0; i < sample->held; i++) {
            double share = plain ? 1 : sample->w[i] / sample->weight;
            sample->terms[i] =
                share > 0 ? share * term(measure, sample->v[i]) : 0;
        }
        attain_i_adder_add(adder, sample->terms, sample->held);
    }
    double sum = attain_i_sample_sum(sample, adder);
    return plain ? sum / sample->weight : sum;
}

/* v − mean. */
static double deviation(const attain_i_yardstick *measure, double v) {
    return (v - measure->mean) - measure->rest;
}

attain_i_yardstick attain_i_yardstick_of(attain_i_sample *sample,
                                         double power) {
    attain_i_yardstick measure = {sample->mean, power, 0};
    measure.rest = attain_i_sample_average(sample, deviation, &measure);
    return measure;
}

attain_i_terms attain_i_terms_begin(attain_i_sample *sample) {
    attain_i_adder_restart(&sample->deviations);
    return (attain_i_terms){sample, 0};
}

double attain_i_terms_sum(attain_i_terms *terms) {
    attain_i_sample *sample = terms->sample;
    attain_i_adder_add(&sample->deviations, sample->terms, terms->held);
    terms->held = 0;
    return attain_i_sample_sum(sample, &sample->deviations);
}

double attain_i_log_ratio(double v, double mean) {
    double ratio = v / mean;
    if (ratio > 0.5 && ratio < 1.5)
        return attain_i_log1p((v - mean) / mean);
    return ratio >= DBL_MIN ? attain_i_log(ratio)
                            : attain_i_log(v) - attain_i_log(mean);
}

int attain_i_unequal(attain_i_sample *sample, int positive, double *index,
                     uint8_t *reason) {
    double least;
    double most;
    *index = (double)NAN;
    if (!(sample->mean > 0)) {
        *reason = isnan(sample->mean) ? *reason : ATTAIN_REASON_NOT_POSITIVE;
        return 0;
    }
    attain_i_sample_range(sample, &least, &most);
    if (!(least >= 0)) {
        *reason = ATTAIN_REASON_NEGATIVE;
        return 0;
    }
    if (positive && !(least > 0)) {
        *reason = ATTAIN_REASON_NOT_POSITIVE;
        return 0;
    }
    *index = 0;
    return least != most;
}

/* --- Generalised entropy ------------------------------------------------- */

/* Σ_k≥2 C(a, k)/(a(a − 1)) d^k, near d = 0. */
static double entropy_series(double a, double d) {
    enum { MOST_STEPS = 64 };
    double term = d * d / 2;
    double sum = term;
    for (int k = 2; k < MOST_STEPS && fabs(term) > sum * 0x1p-56; k++) {
        term *= d * (a - k) / (k + 1);
        sum += term;
    }
    return sum;
}

/* With a power gap E(y) = (r^y − 1)/y the term is (E(a) − d)/(a − 1), which is
 * also (r E(a − 1) − d)/a: one of the two is far from dividing by 0. */
double attain_i_entropy_term(const attain_i_yardstick *measure, double v) {
    const double near = 0.125;
    double a = measure->power;
    double d = deviation(measure, v) / measure->mean;
    if (v == 0)
        return 1 / a;
    if (fabs(d) < near && fabs(a * d) < near)
        return entropy_series(a, d);
    double ratio = v / measure->mean;
    double log_ratio = attain_i_log_ratio(v, measure->mean);
    if (a < 0.5)
        return (attain_i_power_gap(a, log_ratio) - d) / (a - 1);
    return (ratio * attain_i_power_gap(a - 1, log_ratio) - d) / a;
}

static double entropy(attain_i_sample *sample, double power, uint8_t *reason) {
    double index;
    if (!attain_i_unequal(sample, !(power > 0), &index, reason))
        return index;
    attain_i_yardstick measure = attain_i_yardstick_of(sample, power);
    return attain_i_sample_average(sample, attain_i_entropy_term, &measure);
}

double attain_i_theil_t(attain_i_sample *sample, const double *parameters,
                        uint8_t *reason) {
    (void)parameters;
    return entropy(sample, 1, reason);
}

double attain_i_theil_l(attain_i_sample *sample, const double *parameters,
                        uint8_t *reason) {
    (void)parameters;
    return entropy(sample, 0, reason);
}

double attain_i_generalised_entropy(attain_i_sample *sample,
                                    const double *parameters, uint8_t *reason) {
    return entropy(sample, parameters[0], reason);
}

/* --- Atkinson ------------------------------------------------------------ */

/* (v/mean)^power. */
static double power_term(const attain_i_yardstick *measure, double v) {
    return attain_i_pow(v / measure->mean, measure->power);
}

/* 1 − (Σ(w/W) r^a)^(1/a), r = v/M and a = 1 − ε, where Σ(w/W) r^a is
 * 1 − aεG(a) by generalised entropy G: so a small index keeps its digits. Where
 * that sum is far from 1 it is taken itself, of r a over its largest term where
 * it could be beyond the range. */
static double equally_distributed(attain_i_sample *sample, double least,
                                  double epsilon) {
    enum { FAR = 600 };
    double a = 1 - epsilon;
    attain_i_yardstick measure = attain_i_yardstick_of(sample, a);
    double below = least / sample->mean;
    if (a < 0 && a * attain_i_log(below) > FAR) {
        measure.mean = least;
        double sum = attain_i_sample_average(sample, power_term, &measure);
        return 1 - below * attain_i_pow(sum, 1 / a);
    }
    double g = attain_i_sample_average(sample, attain_i_entropy_term, &measure);
    if (a == 0)
        return -attain_i_expm1(-g);
    double away = -a * epsilon * g;
    if (away >= -0.5)
        return -attain_i_expm1(attain_i_log1p(away) / a);
    double sum = attain_i_sample_average(sample, power_term, &measure);
    return 1 - attain_i_pow(sum, 1 / a);
}

double attain_i_atkinson(attain_i_sample *sample, const double *parameters,
                         uint8_t *reason) {
    double epsilon = parameters[0];
    double least;
    double most;
    double index;
    if (!attain_i_unequal(sample, 0, &index, reason) || epsilon == 0)
        return index;
    attain_i_sample_range(sample, &least, &most);
    if (least == 0 && epsilon >= 1)
        return 1; /* the limit: a mean of which 0 is a part is 0 */
    return equally_distributed(sample, least, epsilon);
}

/* --- Others -------------------------------------------------------------- */

static double distance_term(const attain_i_yardstick *measure, double v) {
    return fabs(deviation(measure, v));
}

double attain_i_hoover(attain_i_sample *sample, const double *parameters,
                       uint8_t *reason) {
    double index;
    (void)parameters;
    if (!attain_i_unequal(sample, 0, &index, reason))
        return index;
    attain_i_yardstick measure = attain_i_yardstick_of(sample, 0);
    return attain_i_sample_average(sample, distance_term, &measure) / 2 /
           sample->mean;
}

/* e^t − 1 − t of t = a(M − v): never below 0, and as the t add up to 0 a sum of
 * them is that of e^t − 1. */
static double kolm_term(const attain_i_yardstick *measure, double v) {
    enum { MOST_STEPS = 24 };
    double t = -measure->power * deviation(measure, v);
    if (fabs(t) > 0.5)
        return attain_i_expm1(t) - t;
    double term = t * t / 2;
    double sum = term;
    for (int k = 3; k < MOST_STEPS && fabs(term) > sum * 0x1p-56; k++) {
        term *= t / k;
        sum += term;
    }
    return sum;
}

/* e^(a(mean − v)), with the smallest value for the mean. */
static double kolm_share(const attain_i_yardstick *measure, double v) {
    return attain_i_exp(measure->power * (measure->mean - v));
}

double attain_i_kolm(attain_i_sample *sample, const double *parameters,
                     uint8_t *reason) {
    enum { FAR = 600 };
    double a = parameters[0];
    double least;
    double most;
    (void)reason;
    attain_i_sample_range(sample, &least, &most);
    if (isnan(sample->mean) || least == most)
        return sample->mean - sample->mean;
    attain_i_yardstick measure = attain_i_yardstick_of(sample, a);
    double away = sample->mean - least;
    if (a * away < FAR)
        return attain_i_log1p(
                   attain_i_sample_average(sample, kolm_term, &measure)) /
               a;
    measure.mean = least;
    double share = attain_i_sample_average(sample, kolm_share, &measure);
    return away + attain_i_log(share) / a;
}

/* ln(v/mean). */
static double log_term(const attain_i_yardstick *measure, double v) {
    double d = deviation(measure, v) / measure->mean;
    return fabs(d) < 0.5 ? attain_i_log1p(d)
                         : attain_i_log_ratio(v, measure->mean);
}

/* (ln(v/mean) − center)², the center in `power`. */
static double squared_log_term(const attain_i_yardstick *measure, double v) {
    double away = log_term(measure, v) - measure->power;
    return away * away;
}

double attain_i_variance_of_logs(attain_i_sample *sample,
                                 const double *parameters, uint8_t *reason) {
    double index;
    (void)parameters;
    if (!attain_i_unequal(sample, 1, &index, reason))
        return index;
    attain_i_yardstick measure = attain_i_yardstick_of(sample, 0);
    measure.power = attain_i_sample_average(sample, log_term, &measure);
    return attain_i_sample_average(sample, squared_log_term, &measure);
}

double attain_i_logarithmic_variance(attain_i_sample *sample,
                                     const double *parameters,
                                     uint8_t *reason) {
    double index;
    (void)parameters;
    if (!attain_i_unequal(sample, 1, &index, reason))
        return index;
    attain_i_yardstick measure = attain_i_yardstick_of(sample, 0);
    return attain_i_sample_average(sample, squared_log_term, &measure);
}

/* (Σ(v/Σv)^(m + 1))^(1/m). The sum of r^(m + 1), r = v/M, is n times its
 * average, and the shares are r/n. */
double attain_i_herfindahl(attain_i_sample *sample, const double *parameters,
                           uint8_t *reason) {
    double order = parameters[0];
    attain_i_yardstick measure = {sample->mean, order + 1, 0};
    double index;
    if (!attain_i_unequal(sample, 0, &index, reason))
        return isnan(index) ? index : 1 / sample->weight;
    double average = attain_i_sample_average(sample, power_term, &measure);
    double root = order == 1 ? average : attain_i_pow(average, 1 / order);
    return root / sample->weight;
}
