/* The benchmark program: `attain_bench FOLDER SIZE WORKS` prints a line of JSON
 * for each measurement, in the form that other programs' benchmarks of the same
 * works print. FOLDER has the generated data: meta.json, data.f64
 * [metric][year][school], weight.f64, group.i32, base.f64, target.f64. */
#ifndef ATTAIN_TESTS_BENCH_H
#define ATTAIN_TESTS_BENCH_H

#include <stddef.h>
#include <stdint.h>

/* The generated data. `values` is NULL for works that read files themselves. */
struct bench_data {
    const char *folder;
    size_t schools;
    size_t metrics;
    size_t years;
    size_t groups;
    double *values;  /* [metric][year][school], NaN: missing */
    double *weights; /* [school] */
    int32_t *codes;  /* [school]: its group */
    double *base;    /* [metric] */
    double *target;  /* [metric] */
};

/* Something to measure. `run` does it once and returns 0; `check` writes its
 * result as JSON, to be compared with that of others. */
struct bench_job {
    const char *peer; /* "attain", or more */
    const char *work; /* W1, W2a … */
    const char *size;
    size_t cells;
    size_t bytes_in; /* 0: not a matter of bytes */
    int (*run)(void *user);
    void (*check)(void *user, char *out, size_t capacity);
    void *user;
};

/* Runs a job up to 15 times within 12 seconds, at least 3 times, and prints the
 * line; 0 when all went well. */
int bench_measure(const struct bench_job *job);

/* The works; each returns 0 when all went well. */
int bench_w1(const struct bench_data *data, const char *size);
int bench_w2(const struct bench_data *data, const char *size);
int bench_w3(const struct bench_data *data, const char *size);
int bench_w4(const struct bench_data *data, const char *size);
int bench_w5(const struct bench_data *data, const char *size);
int bench_w6(const struct bench_data *data, const char *size);
int bench_w7(const struct bench_data *data, const char *size);

#endif
