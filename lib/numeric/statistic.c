#include <float.h>
#include <math.h>

#include "numeric/adder.h"
#include "numeric/sample.h"
#include "numeric/sum.h"

static const char *const names[] = {"count",
                                    "sum",
                                    "mean",
                                    "min",
                                    "max",
                                    "median",
                                    "variance_population",
                                    "variance_sample",
                                    "sd_population",
                                    "sd_sample",
                                    "cv",
                                    "gini",
                                    "theil",
                                    "unweighted_mean",
                                    "unweighted_cv"};

size_t attain_statistic_count(void) {
    return sizeof names / sizeof *names;
}

const char *attain_statistic_name(int32_t statistic) {
    if (statistic < 0 || (size_t)statistic >= attain_statistic_count())
        return NULL;
    return names[statistic];
}

/* Σw(v − M)². */
static double squares(attain_i_sample *sample) {
    attain_i_adder *adder = &sample->deviations;
    attain_i_adder_restart(adder);
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        if (sample->weights == NULL) {
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

static double variance(attain_i_sample *sample, double divisor) {
    if (!(sample->weight > 0) || !(divisor > 0))
        return (double)NAN;
    double sum = squares(sample);
    double sd = sqrt(sum / sample->weight);
    return all_equal(sample, sd / fabs(sample->mean)) ? 0 : sum / divisor;
}

static double cv(attain_i_sample *sample) {
    if (!(sample->mean > 0))
        return (double)NAN;
    double value = attain_i_sample_cv(sample, sample->mean);
    return all_equal(sample, value) ? 0 : value;
}

/* Gini's or Theil's, which need M > 0 and no value below 0. */
static double inequality(attain_i_sample *sample, int32_t statistic) {
    double least;
    double most;
    if (!(sample->mean > 0))
        return (double)NAN;
    attain_i_sample_range(sample, &least, &most);
    if (!(least >= 0))
        return (double)NAN;
    if (least == most)
        return 0;
    return statistic == ATTAIN_STATISTIC_GINI ? attain_i_sample_gini(sample)
                                              : attain_i_sample_theil(sample);
}

/* With 1 for each weight. */
static double unweighted(attain_i_sample *sample, int32_t statistic) {
    double weight = sample->weight;
    double mean = sample->mean;
    double total = attain_i_sample_unweighted_total(sample);
    sample->unweighted = 1;
    sample->weight = (double)sample->known;
    sample->mean = sample->known > 0 ? total / sample->weight : (double)NAN;
    double value = statistic == ATTAIN_STATISTIC_UNWEIGHTED_MEAN ? sample->mean
                                                                 : cv(sample);
    sample->unweighted = 0;
    sample->weight = weight;
    sample->mean = mean;
    return value;
}

static double extreme(attain_i_sample *sample, int32_t statistic) {
    double least;
    double most;
    attain_i_sample_range(sample, &least, &most);
    return statistic == ATTAIN_STATISTIC_MIN ? least : most;
}

int attain_i_needs_sums(int32_t statistic) {
    return statistic != ATTAIN_STATISTIC_COUNT &&
           statistic != ATTAIN_STATISTIC_MIN &&
           statistic != ATTAIN_STATISTIC_MAX;
}

double attain_i_sample_statistic(attain_i_sample *sample, int32_t statistic) {
    if (sample->fault != ATTAIN_I_SOUND && attain_i_needs_sums(statistic))
        return (double)NAN;
    switch (statistic) {
    case ATTAIN_STATISTIC_COUNT:
        return (double)sample->known;
    case ATTAIN_STATISTIC_SUM:
        return sample->total;
    case ATTAIN_STATISTIC_MEAN:
        return sample->mean;
    case ATTAIN_STATISTIC_MIN:
    case ATTAIN_STATISTIC_MAX:
        return extreme(sample, statistic);
    case ATTAIN_STATISTIC_MEDIAN:
        return attain_i_sample_median(sample);
    case ATTAIN_STATISTIC_VARIANCE_POPULATION:
        return variance(sample, sample->weight);
    case ATTAIN_STATISTIC_VARIANCE_SAMPLE:
        return variance(sample, sample->weight - 1);
    case ATTAIN_STATISTIC_SD_POPULATION:
        return sqrt(variance(sample, sample->weight));
    case ATTAIN_STATISTIC_SD_SAMPLE:
        return sqrt(variance(sample, sample->weight - 1));
    case ATTAIN_STATISTIC_CV:
        return cv(sample);
    case ATTAIN_STATISTIC_UNWEIGHTED_MEAN:
    case ATTAIN_STATISTIC_UNWEIGHTED_CV:
        return unweighted(sample, statistic);
    default:
        return inequality(sample, statistic);
    }
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
    return attain_i_sample_statistic(&sample, statistic);
}

double attain_i_cv(const double *values, const double *weights, size_t count,
                   double mean, double *scratch) {
    attain_i_sample sample;
    take(&sample, values, weights, count, scratch);
    if (sample.fault != ATTAIN_I_SOUND || !(mean > 0) || !(sample.weight > 0))
        return (double)NAN;
    return attain_i_sample_cv(&sample, mean);
}
