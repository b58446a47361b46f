#include <float.h>
#include <math.h>

#include "numeric/adder.h"
#include "numeric/describe.h"
#include "numeric/inequality.h"
#include "numeric/sample.h"
#include "numeric/statistic.h"
#include "numeric/sum.h"

/* Below this part of the mean, a deviation feels that the mean was rounded. */
static const double close_to_mean = 0x1p-26;

/* Σw(v − M). */
static double rest_of_mean(attain_i_sample *sample) {
    int plain = sample->weights == NULL || sample->unweighted;
    attain_i_adder *adder = &sample->deviations;
    attain_i_adder_restart(adder);
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        for (size_t i = 0; i < sample->held; i++) {
            double deviation = sample->v[i] - sample->mean;
            sample->terms[i] = plain ? deviation : sample->w[i] * deviation;
        }
        attain_i_adder_add(adder, sample->terms, sample->held);
    }
    return attain_i_sample_sum(sample, adder);
}

/* Σw(v − M)². */
static double squares(attain_i_sample *sample) {
    attain_i_adder *adder = &sample->deviations;
    attain_i_adder_restart(adder);
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        if (sample->weights == NULL || sample->unweighted) {
            attain_i_adder_squares(adder, sample->v, sample->mean,
                                   sample->held);
            continue;
        }
        for (size_t i = 0; i < sample->held; i++) {
            double deviation = sample->v[i] - sample->mean;
            sample->terms[i] = sample->w[i] * (deviation * deviation);
        }
        attain_i_adder_add(adder, sample->terms, sample->held);
    }
    return attain_i_sample_sum(sample, adder);
}

/* True when all values are the same, though their mean may be a rounding
 * away: then they do not deviate from it. `relative` is how far they lie
 * around it. */
static int all_equal(attain_i_sample *sample, double relative) {
    double least;
    double most;
    if (!(relative < 8 * DBL_EPSILON))
        return 0;
    attain_i_sample_range(sample, &least, &most);
    return least == most;
}

double attain_i_sample_variance(attain_i_sample *sample, double divisor) {
    if (!(sample->weight > 0) || !(divisor > 0))
        return (double)NAN;
    double sum = squares(sample);
    double relative = sqrt(sum / sample->weight) / fabs(sample->mean);
    if (all_equal(sample, relative))
        return 0;
    if (relative < close_to_mean) {
        double rest = rest_of_mean(sample);
        sum -= rest * (rest / sample->weight);
    }
    return sum / divisor;
}

/* --- One function a row -------------------------------------------------- */

#define COMPUTES(name)                                                         \
    static double name(attain_i_sample *sample, const double *parameters,      \
                       uint8_t *reason)
#define UNUSED                                                                 \
    (void)parameters;                                                          \
    (void)reason

COMPUTES(count) {
    UNUSED;
    return (double)sample->known;
}

COMPUTES(sum) {
    UNUSED;
    return sample->total;
}

COMPUTES(mean) {
    UNUSED;
    return sample->mean;
}

COMPUTES(min) {
    double least;
    double most;
    UNUSED;
    attain_i_sample_range(sample, &least, &most);
    return least;
}

COMPUTES(max) {
    double least;
    double most;
    UNUSED;
    attain_i_sample_range(sample, &least, &most);
    return most;
}

COMPUTES(median) {
    UNUSED;
    return attain_i_sample_median(sample);
}

COMPUTES(variance_population) {
    UNUSED;
    return attain_i_sample_variance(sample, sample->weight);
}

COMPUTES(variance_sample) {
    UNUSED;
    return attain_i_sample_variance(sample, sample->weight - 1);
}

COMPUTES(sd_population) {
    UNUSED;
    return sqrt(attain_i_sample_variance(sample, sample->weight));
}

COMPUTES(sd_sample) {
    UNUSED;
    return sqrt(attain_i_sample_variance(sample, sample->weight - 1));
}

COMPUTES(cv) {
    (void)parameters;
    if (!(sample->mean > 0)) {
        *reason = ATTAIN_REASON_NOT_POSITIVE;
        return (double)NAN;
    }
    double value = attain_i_sample_cv(sample, sample->mean);
    if (value < close_to_mean)
        value = sqrt(attain_i_sample_variance(sample, sample->weight)) /
                sample->mean;
    return value;
}

COMPUTES(gini) {
    double index;
    (void)parameters;
    return attain_i_unequal(sample, 0, &index, reason)
               ? attain_i_sample_gini(sample)
               : index;
}

/* What `compute` gives with 1 for each weight. */
static double unweighted(attain_i_sample *sample,
                         attain_i_statistic_function *compute,
                         const double *parameters, uint8_t *reason) {
    if (sample->weights == NULL || sample->unweighted)
        return compute(sample, parameters, reason);
    double weight = sample->weight;
    double weighted_mean = sample->mean;
    double total = attain_i_sample_unweighted_total(sample);
    sample->unweighted = 1;
    sample->weight = (double)sample->known;
    sample->mean = sample->known > 0 ? total / sample->weight : (double)NAN;
    double value = compute(sample, parameters, reason);
    sample->unweighted = 0;
    sample->weight = weight;
    sample->mean = weighted_mean;
    return value;
}

COMPUTES(unweighted_mean) {
    return unweighted(sample, mean, parameters, reason);
}

COMPUTES(unweighted_cv) {
    return unweighted(sample, cv, parameters, reason);
}

/* --- The table ----------------------------------------------------------- */

#define W ATTAIN_METHOD_WEIGHTED
#define N ATTAIN_METHOD_NEEDS_NONNEGATIVE
#define MOMENTS "NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5"

#define END                                                                    \
    { NULL, NULL, 0, 0, 0 }
#define TYPE                                                                   \
    { "type", "of Hyndman and Fan (1996), 1 … 9", 7, 1, 9 }
#define FINITE                                                                 \
    { "finite", "1: the factor of Croux and Rousseeuw (1992) for n", 0, 0, 1 }

static const attain_i_parameter share[] = {
    {"share", "of the elements, at either end", 0.1, 0, 0.5}, END};
static const attain_i_parameter probability_and_type[] = {
    {"probability", "share of the elements below", 0.5, 0, 1}, TYPE, END};
static const attain_i_parameter type_alone[] = {TYPE, END};
static const attain_i_parameter huber_bend[] = {
    {"k", "scaled deviations up to which an element counts in full", 1.5, 0.001,
     1000},
    END};
static const attain_i_parameter sn_factor[] = {
    {"factor", "1.1926: a standard deviation, of normal values", 1.1926,
     DBL_MIN, 1000},
    FINITE,
    END};
static const attain_i_parameter qn_factor[] = {
    {"factor", "2.21914: a standard deviation, of normal values", 2.21914,
     DBL_MIN, 1000},
    FINITE,
    END};

#define ROW(id, name, formula, source, traits, parameters, compute, needs)     \
    [ATTAIN_STATISTIC_##                                                       \
        id] = {{name, formula, source, traits, parameters}, compute, needs}
#define FGT "Foster, Greer and Thorbecke 1984"
#define STANDARD                                                               \
    { "z", "minimum standard", (double)NAN, DBL_MIN, DBL_MAX }

static const attain_i_parameter alpha_of_entropy[] = {
    {"alpha", "weight of differences among large values", 2, -100, 100}, END};
static const attain_i_parameter epsilon[] = {
    {"epsilon", "aversion to inequality", 0.5, 0, 100}, END};
static const attain_i_parameter alpha_of_kolm[] = {
    {"alpha", "aversion to inequality, for 1 of the unit of values", 1, DBL_MIN,
     DBL_MAX},
    END};
static const attain_i_parameter quartiles[] = {
    {"upper", "share of weight below the upper quantile", 0.75, 0, 1},
    {"lower", "share of weight below the lower quantile", 0.25, 0, 1},
    END};
static const attain_i_parameter twentieths[] = {
    {"upper", "share of weight below the upper quantile", 0.95, 0, 1},
    {"lower", "share of weight below the lower quantile", 0.05, 0, 1},
    END};
static const attain_i_parameter scale_of_wolfson[] = {
    {"scale", "2: 1 for nothing and twice the mean, half each", 2, 0, 2}, END};
static const attain_i_parameter order[] = {
    {"order", "weight of large shares", 1, 0.001, 1000}, END};
static const attain_i_parameter standard[] = {STANDARD, END};
static const attain_i_parameter standard_and_alpha[] = {
    STANDARD, {"alpha", "aversion to large gaps", 2, 0, 1000}, END};

static const attain_i_statistic_row rows[] = {
    [ATTAIN_STATISTIC_COUNT] = {{"count", "n", MOMENTS, 0, NULL},
                                count,
                                ATTAIN_I_WITHOUT_SUMS},
    [ATTAIN_STATISTIC_SUM] = {{"sum", "Σwv", MOMENTS, W, NULL}, sum, 0},
    [ATTAIN_STATISTIC_MEAN] = {{"mean", "M = Σwv/W", MOMENTS, W, NULL},
                               mean,
                               0},
    [ATTAIN_STATISTIC_MIN] = {{"min", "min v, w > 0", MOMENTS, W, NULL},
                              min,
                              ATTAIN_I_WITHOUT_SUMS},
    [ATTAIN_STATISTIC_MAX] = {{"max", "max v, w > 0", MOMENTS, W, NULL},
                              max,
                              ATTAIN_I_WITHOUT_SUMS},
    [ATTAIN_STATISTIC_MEDIAN] = {{"median",
                                  "first v whose cumulative w exceeds W/2; at "
                                  "W/2 the mean of it and the next",
                                  MOMENTS, W, NULL},
                                 median,
                                 ATTAIN_I_SORTS},
    [ATTAIN_STATISTIC_VARIANCE_POPULATION] = {{"variance_population",
                                               "Σw(v − M)²/W", MOMENTS, W,
                                               NULL},
                                              variance_population,
                                              0},
    [ATTAIN_STATISTIC_VARIANCE_SAMPLE] = {{"variance_sample",
                                           "Σw(v − M)²/(W − 1)", MOMENTS, W,
                                           NULL},
                                          variance_sample,
                                          0},
    [ATTAIN_STATISTIC_SD_POPULATION] = {{"sd_population", "√(Σw(v − M)²/W)",
                                         MOMENTS, W, NULL},
                                        sd_population,
                                        0},
    [ATTAIN_STATISTIC_SD_SAMPLE] = {{"sd_sample", "√(Σw(v − M)²/(W − 1))",
                                     MOMENTS, W, NULL},
                                    sd_sample,
                                    0},
    [ATTAIN_STATISTIC_CV] = {{"cv", "√(Σ(w/W)(v − M)²)/M",
                              "差异系数, 教督〔2017〕6号 (county inspection)",
                              W, NULL},
                             cv,
                             0},
    [ATTAIN_STATISTIC_GINI] = {{"gini", "ΣΣ w_i w_j |v_i − v_j|/(2W²M)",
                                "Gini 1912", W | N, NULL},
                               gini,
                               ATTAIN_I_SORTS},
    [ATTAIN_STATISTIC_THEIL] = {{"theil", "Σ(w/W)(v/M) ln(v/M)",
                                 "Theil 1967 (T)", W | N, NULL},
                                attain_i_theil_t,
                                0},
    [ATTAIN_STATISTIC_UNWEIGHTED_MEAN] =
        {{"unweighted_mean", "Σv/n", MOMENTS, 0, NULL}, unweighted_mean, 0},
    [ATTAIN_STATISTIC_UNWEIGHTED_CV] = {{"unweighted_cv",
                                         "√(Σ(v − M)²/n)/M, M = Σv/n", MOMENTS,
                                         0, NULL},
                                        unweighted_cv,
                                        0},
#include "numeric/describe_rows.h"
#include "numeric/inequality_rows.h"
};

const attain_i_methods attain_i_statistics = {"statistic", rows, sizeof *rows,
                                              sizeof rows / sizeof *rows};

size_t attain_statistic_count(void) {
    return attain_i_statistics.count;
}

const char *attain_statistic_name(int32_t statistic) {
    const attain_i_method *row =
        attain_i_method_row(&attain_i_statistics, statistic);
    return row == NULL ? NULL : row->name;
}

int attain_i_needs_sums(int32_t statistic) {
    return !(rows[statistic].needs & ATTAIN_I_WITHOUT_SUMS);
}

int attain_i_needs_items(int32_t statistic) {
    return (rows[statistic].needs & ATTAIN_I_SORTS) != 0;
}

static int weighted(int32_t statistic) {
    return (rows[statistic].method.traits & ATTAIN_METHOD_WEIGHTED) != 0;
}

double attain_i_sample_statistic(attain_i_sample *sample, int32_t statistic,
                                 const double *parameters, uint8_t *reason) {
    *reason = ATTAIN_REASON_NONE;
    if (sample->fault != ATTAIN_I_SOUND && attain_i_needs_sums(statistic))
        return (double)NAN;
    double value =
        weighted(statistic)
            ? rows[statistic].compute(sample, parameters, reason)
            : unweighted(sample, rows[statistic].compute, parameters, reason);
    if (fabs(value) > DBL_MAX) {
        sample->fault = ATTAIN_I_BEYOND_RANGE;
        value = (double)NAN;
    }
    if (!isnan(value))
        return value;
    if (sample->known == 0)
        *reason = ATTAIN_REASON_MISSING;
    else if (weighted(statistic) && !(sample->weight > 0))
        *reason = ATTAIN_REASON_WEIGHTLESS;
    else if (*reason == ATTAIN_REASON_NONE)
        *reason = ATTAIN_REASON_TOO_FEW;
    return value;
}

/* --- For callers with their own scratch --------------------------------- */

size_t attain_i_scratch_size(size_t count) {
    /* Items to sort and as many to sort them with. */
    return 2 * count * (sizeof(attain_i_item) / sizeof(double));
}

static void take(attain_i_sample *sample, const double *values,
                 const double *weights, size_t count, double *scratch) {
    sample->values = values;
    sample->weights = weights;
    sample->order = NULL;
    sample->weight_order = NULL;
    sample->count = count;
    sample->items = (attain_i_item *)(void *)scratch;
    attain_i_sample_init(sample);
    attain_i_sample_survey(sample);
}

double attain_i_statistic(int32_t statistic, const double *values,
                          const double *weights, size_t count,
                          double *scratch) {
    attain_i_sample sample;
    take(&sample, values, weights, count, scratch);
    if (sample.fault != ATTAIN_I_SOUND && sample.fault != ATTAIN_I_BEYOND_RANGE)
        return (double)NAN;
    double parameters[ATTAIN_I_MOST_PARAMETERS];
    uint8_t reason;
    if (attain_i_method_prepare(&attain_i_statistics, statistic, NULL, 0,
                                parameters, NULL) != ATTAIN_OK)
        return (double)NAN;
    return attain_i_sample_statistic(&sample, statistic, parameters, &reason);
}

double attain_i_cv(const double *values, const double *weights, size_t count,
                   double mean, double *scratch) {
    attain_i_sample sample;
    take(&sample, values, weights, count, scratch);
    if (sample.fault != ATTAIN_I_SOUND || !(mean > 0) || !(sample.weight > 0))
        return (double)NAN;
    return attain_i_sample_cv(&sample, mean);
}
