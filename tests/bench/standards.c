/* attain_standards DATA PLAN...: how long it takes to judge a dataset by each
 * plan on one thread. Measured by hand; standards.py makes the dataset. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "attain.h"

enum { REPEATS = 9 };

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* How many rows of the root are met. */
static size_t met_of(const attain_evaluation *ev) {
    size_t rows = 0;
    size_t met = 0;
    attain_evaluation_column(ev, ATTAIN_MEASURE_VERDICT, 0, NULL, 0, &rows,
                             NULL);
    for (size_t r = 0; r < rows; r++)
        met += attain_evaluation_value(ev, ATTAIN_MEASURE_VERDICT, 0,
                                       (int64_t)r) == ATTAIN_VERDICT_MET;
    return met;
}

/* Median seconds of judging; negative when it cannot be done. */
static double judge(const attain_plan *plan, const attain_dataset *data,
                    size_t *met) {
    double times[REPEATS];
    attain_evaluate_options options;
    attain_evaluate_options_init(&options);
    options.threads = 1;
    for (int i = 0; i < REPEATS; i++) {
        attain_evaluation *ev = NULL;
        attain_error err;
        double start = seconds();
        if (attain_evaluate(plan, data, &options, &ev, &err) != ATTAIN_OK) {
            fprintf(stderr, "%s\n", err.message);
            return -1;
        }
        times[i] = seconds() - start;
        *met = met_of(ev);
        attain_evaluation_destroy(ev);
    }
    qsort(times, REPEATS, sizeof *times, compare);
    return times[REPEATS / 2];
}

int main(int argc, char **argv) {
    attain_dataset *data = NULL;
    double all = 0;
    if (argc < 3 ||
        attain_read_dataset(argv[1], NULL, &data, NULL) != ATTAIN_OK)
        return 2;
    for (int a = 2; a < argc && all >= 0; a++) {
        attain_plan *plan = NULL;
        size_t met = 0;
        if (attain_read_plan(argv[a], NULL, &plan, NULL) != ATTAIN_OK)
            return 2;
        double time = judge(plan, data, &met);
        printf("%s: %.1f ms, %zu met\n", argv[a], 1e3 * time, met);
        all = time < 0 ? -1 : all + time;
        attain_plan_destroy(plan);
    }
    printf("all: %.1f ms\n", 1e3 * all);
    attain_dataset_destroy(data);
    return all < 0;
}
