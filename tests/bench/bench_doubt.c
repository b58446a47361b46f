/* W5: a thousand draws of weights, ± 25 %, over the last year's metrics brought
 * to 0 … 1: the rank of every unit in each, and its 5, 50 and 95 %. W5r: the
 * same where each draw also measures, and so normalises, anew. */
#include "bench/bench.h"

#include <stdio.h>
#include <stdlib.h>

#include "attain/numeric.h"

enum { MOST_REBUILT = 1000 /* units; with more it takes minutes */ };

struct doubt {
    attain_composite composite;
    attain_doubt_options options;
    attain_doubt_result result;
};

static int run_doubt(void *user) {
    struct doubt *job = user;
    return attain_doubt(&job->composite, &job->options, &job->result, NULL) !=
           ATTAIN_OK;
}

/* The sums of the three quantiles. */
static void check_doubt(void *user, char *out, size_t capacity) {
    struct doubt *job = user;
    double sums[3] = {0, 0, 0};
    for (size_t i = 0; i < 3 * job->composite.unit_count; i++)
        sums[i / job->composite.unit_count] += job->result.ranks[i];
    snprintf(out, capacity, "[%.17g, %.17g, %.17g]", sums[0], sums[1], sums[2]);
}

static int measure(struct doubt *job, const char *work, const char *size,
                   int32_t threads) {
    char peer[32];
    struct bench_job line = {
        peer,        work,
        size,        job->composite.unit_count * job->options.draws,
        0,           run_doubt,
        check_doubt, job};
    snprintf(peer, sizeof peer, "attain (%dt)", (int)threads);
    job->options.threads = threads;
    return bench_measure(&line);
}

int bench_w5(const struct bench_data *data, const char *size) {
    struct doubt job;
    double *weights = malloc((data->metrics + 1) * sizeof *weights);
    double *errors = malloc(data->metrics * sizeof *errors);
    double *ranks = malloc(3 * data->schools * sizeof *ranks);
    int32_t *minmax = malloc(data->metrics * sizeof *minmax);
    int failed =
        minmax == NULL || weights == NULL || errors == NULL || ranks == NULL;
    attain_composite_init(&job.composite);
    attain_doubt_options_init(&job.options);
    attain_doubt_result_init(&job.result);
    for (size_t m = 0; m < data->metrics && !failed; m++) {
        weights[m] = 1 + (double)(m % 3);
        errors[m] = 1e-9;
        minmax[m] = ATTAIN_NORMALISATION_MINMAX;
    }
    job.composite.values = data->values + (data->years - 1) * data->schools;
    job.composite.column_count = data->metrics;
    job.composite.stride = data->years * data->schools;
    job.composite.unit_count = data->schools;
    job.composite.weights = weights;
    job.composite.normalisations = minmax;
    job.composite.normalisation_count = 1;
    job.options.spread = 0.25;
    job.options.even_errors = 1;
    job.result.ranks = ranks;
    for (int32_t threads = 1; threads <= 2 && !failed; threads++)
        failed = measure(&job, "W5", size, threads);
    job.options.errors = errors;
    if (data->schools <= MOST_REBUILT)
        failed = failed || measure(&job, "W5r", size, 1);
    free(weights);
    free(errors);
    free(minmax);
    free(ranks);
    return failed;
}
