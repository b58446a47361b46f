/* W2: mean, weighted mean, coefficient of variation and Gini of each group, for
 * every metric and year. W6: the exact sum of all cells. */
#include "bench/bench.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attain/numeric.h"

/* --- W2 ----------------------------------------------------------------- */

struct by_group {
    const struct bench_data *data;
    int32_t *order;
    size_t *offsets;
    double *out; /* [column][means, cvs, weighted means][group] */
};

static size_t columns(const struct bench_data *data) {
    return data->metrics * data->years;
}

static int run_means(void *user) {
    static const int32_t wanted[] = {ATTAIN_STATISTIC_UNWEIGHTED_MEAN,
                                     ATTAIN_STATISTIC_UNWEIGHTED_CV,
                                     ATTAIN_STATISTIC_MEAN};
    struct by_group *job = user;
    const struct bench_data *data = job->data;
    return attain_statistics_by_columns(
               wanted, 3, NULL, 0, data->values, columns(data), data->schools,
               data->weights, job->order, job->offsets, data->groups, job->out,
               NULL, NULL) != ATTAIN_OK;
}

static int run_gini(void *user) {
    static const int32_t gini[] = {ATTAIN_STATISTIC_GINI};
    struct by_group *job = user;
    const struct bench_data *data = job->data;
    attain_status status = ATTAIN_OK;
    for (size_t c = 0; c < columns(data) && status == ATTAIN_OK; c++)
        status = attain_statistics_by(
            gini, 1, NULL, 0, data->values + c * data->schools, NULL,
            job->order, job->offsets, data->groups,
            job->out + c * 3 * data->groups, NULL, NULL);
    return status != ATTAIN_OK;
}

/* The sum of the results of one statistic over columns and groups. */
static double sum_of(const struct by_group *job, size_t statistic) {
    const struct bench_data *data = job->data;
    attain_sum sum;
    double value = (double)NAN;
    attain_sum_init(&sum);
    for (size_t c = 0; c < columns(data); c++)
        attain_sum_add(&sum, job->out + (c * 3 + statistic) * data->groups,
                       data->groups, NULL);
    attain_sum_value(&sum, &value, NULL);
    return value;
}

static void check_means(void *user, char *out, size_t capacity) {
    struct by_group *job = user;
    snprintf(out, capacity, "[%.17g, %.17g, %.17g]", sum_of(job, 0),
             sum_of(job, 2), sum_of(job, 1));
}

static void check_gini(void *user, char *out, size_t capacity) {
    struct by_group *job = user;
    snprintf(out, capacity, "%.17g", sum_of(job, 0));
}

int bench_w2(const struct bench_data *data, const char *size) {
    struct by_group job = {data, NULL, NULL, NULL};
    int failed = 1;
    size_t cells = columns(data) * data->schools;
    job.order = malloc(data->schools * sizeof *job.order);
    job.offsets = malloc((data->groups + 1) * sizeof *job.offsets);
    job.out = malloc(columns(data) * 3 * data->groups * sizeof *job.out);
    if (job.order != NULL && job.offsets != NULL && job.out != NULL &&
        attain_group_order(data->codes, data->schools, data->groups, job.order,
                           job.offsets, NULL) == ATTAIN_OK) {
        struct bench_job means = {"attain", "W2a",     size,        cells,
                                  0,        run_means, check_means, &job};
        struct bench_job gini = {"attain", "W2b",    size,       cells,
                                 0,        run_gini, check_gini, &job};
        failed = bench_measure(&means) | bench_measure(&gini);
    }
    free(job.order);
    free(job.offsets);
    free(job.out);
    return failed;
}

/* --- W6 ----------------------------------------------------------------- */

struct total {
    const double *values;
    size_t count;
    double value;
};

static int run_total(void *user) {
    struct total *job = user;
    attain_sum sum;
    attain_sum_init(&sum);
    return attain_sum_add(&sum, job->values, job->count, NULL) != ATTAIN_OK ||
           attain_sum_value(&sum, &job->value, NULL) != ATTAIN_OK;
}

/* The bits of the sum, as others write a double in hexadecimal. */
static void check_total(void *user, char *out, size_t capacity) {
    struct total *job = user;
    uint64_t bits;
    memcpy(&bits, &job->value, sizeof bits);
    snprintf(out, capacity, "\"%s0x1.%013llxp%+d\"", bits >> 63 ? "-" : "",
             (unsigned long long)(bits & 0xfffffffffffffu),
             (int)(bits >> 52 & 0x7ff) - 1023);
}

int bench_w6(const struct bench_data *data, const char *size) {
    struct total job = {data->values, columns(data) * data->schools, 0};
    struct bench_job total = {
        "attain",  "W6",        size, job.count, job.count * sizeof(double),
        run_total, check_total, &job};
    return bench_measure(&total);
}
