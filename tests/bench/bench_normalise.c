/* W4: each metric and year on 1…100 by min-max, as a z-score and as a
 * percentile rank; the weighted geometric mean over metrics of the first. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "attain/numeric.h"
#include "bench/bench.h"

struct composing {
    const struct bench_data *data;
    double *weights; /* [metric] */
    double *minmax;  /* [metric][year][school], as the next two */
    double *zscore;
    double *percentile;
    double *mean; /* [year][school] */
    double first_zscores;
    double first_percentiles;
};

static double known(double x) {
    return x == x ? x : 0;
}

/* The columns of a year lie years · schools apart; so do their scores. */
static int run(void *user) {
    static const double hundred[] = {1, 100};
    static const double lowest = 0;
    struct composing *job = user;
    const struct bench_data *data = job->data;
    size_t stride = data->years * data->schools;
    job->first_zscores = job->first_percentiles = 0;
    for (size_t y = 0; y < data->years; y++) {
        size_t at = y * data->schools;
        const double *x = data->values + at;
#define NORMALISE(method, parameters, count, out)                              \
    attain_normalise(method, parameters, count, x, data->metrics, stride,      \
                     data->schools, NULL, 0, 0, NULL, (out) + at, NULL, NULL)
        if (NORMALISE(ATTAIN_NORMALISATION_MINMAX, hundred, 2, job->minmax) ||
            NORMALISE(ATTAIN_NORMALISATION_ZSCORE_POPULATION, NULL, 0,
                      job->zscore) ||
            NORMALISE(ATTAIN_NORMALISATION_PERCENTILE_RANK, &lowest, 1,
                      job->percentile) ||
            attain_aggregate(
                ATTAIN_AGGREGATION_GEOMETRIC, NULL, 0, job->minmax + at,
                data->metrics, stride, data->schools, job->weights, NULL, NULL,
                ATTAIN_BLANK_RENORMALISE, 0, job->mean + at, NULL, NULL))
            return 1;
        for (size_t m = 0; m < data->metrics; m++) {
            job->first_zscores += known(job->zscore[m * stride + at]);
            job->first_percentiles += known(job->percentile[m * stride + at]);
        }
    }
    return 0;
}

static void check(void *user, char *out, size_t capacity) {
    struct composing *job = user;
    attain_sum sum;
    double value = (double)NAN;
    attain_sum_init(&sum);
    attain_sum_add(&sum, job->mean, job->data->years * job->data->schools,
                   NULL);
    attain_sum_value(&sum, &value, NULL);
    snprintf(out, capacity, "[%.17g, %.17g, %.17g]", value, job->first_zscores,
             job->first_percentiles);
}

int bench_w4(const struct bench_data *data, const char *size) {
    size_t cells = data->metrics * data->years * data->schools;
    struct composing job = {.data = data};
    int failed = 1;
    job.weights = malloc(data->metrics * sizeof(double));
    job.minmax = malloc(cells * sizeof(double));
    job.zscore = malloc(cells * sizeof(double));
    job.percentile = malloc(cells * sizeof(double));
    job.mean = malloc(data->years * data->schools * sizeof(double));
    if (job.weights != NULL && job.minmax != NULL && job.zscore != NULL &&
        job.percentile != NULL && job.mean != NULL) {
        for (size_t m = 0; m < data->metrics; m++)
            job.weights[m] = 1 + (double)(m % 3);
        struct bench_job composing = {"attain", "W4", size,  cells,
                                      0,        run,  check, &job};
        failed = bench_measure(&composing);
    }
    free(job.weights);
    free(job.minmax);
    free(job.zscore);
    free(job.percentile);
    free(job.mean);
    return failed;
}
