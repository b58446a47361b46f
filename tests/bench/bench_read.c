/* W1: a CSV file, long or wide, into the columns of a dataset that has its
 * units. A run reads into a dataset of its own, made before the clock runs, and
 * gives the one of the run before free. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "attain.h"
#include "bench/bench.h"

enum { RUNS = 16, FIRST_YEAR = 2019 };

struct reading {
    const struct bench_data *data;
    const char *path;
    attain_dataset *sets[RUNS];
    int next;
};

static attain_dataset *make_set(const struct bench_data *data) {
    attain_dataset *set = NULL;
    attain_unit *units = calloc(data->schools, sizeof *units);
    char(*ids)[24] = calloc(data->schools, sizeof *ids);
    if (units != NULL && ids != NULL &&
        attain_dataset_create(NULL, &set, NULL) == ATTAIN_OK) {
        for (size_t s = 0; s < data->schools; s++) {
            attain_unit_init(&units[s]);
            snprintf(ids[s], sizeof ids[s], "%llu", 3200000000ull + s);
            units[s].id = units[s].name = ids[s];
            units[s].level = "school";
        }
        if (attain_dataset_add_units(set, units, data->schools, NULL, NULL) !=
            ATTAIN_OK) {
            attain_dataset_destroy(set);
            set = NULL;
        }
    }
    free(units);
    free(ids);
    return set;
}

static int read_once(void *user) {
    struct reading *r = user;
    attain_read_options options;
    attain_error err;
    if (r->next > 0) {
        attain_dataset_destroy(r->sets[r->next - 1]);
        r->sets[r->next - 1] = NULL;
    }
    attain_read_options_init(&options);
    options.columns = "unit=school_id;variable=metric;period=year";
    attain_dataset *set = r->sets[r->next++];
    if (attain_read_observations_file(set, r->path, &options, &err) !=
        ATTAIN_OK) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    return 0;
}

/* The sum of all values of the metrics, by metric, year and school. */
static void check(void *user, char *out, size_t capacity) {
    const struct reading *r = user;
    const attain_dataset *set = r->sets[r->next - 1];
    double sum = 0;
    for (size_t m = 0; m < r->data->metrics; m++) {
        char id[24];
        snprintf(id, sizeof id, "M%02zu", m + 1);
        int32_t variable = attain_dataset_find(set, ATTAIN_DATASET_VARIABLES,
                                               id, ATTAIN_NUL_TERMINATED);
        for (size_t y = 0; y < r->data->years; y++) {
            size_t count;
            const double *values = attain_dataset_column_view(
                set, variable, FIRST_YEAR + (int)y, ATTAIN_GROUP_NONE, &count);
            for (size_t s = 0; s < count; s++)
                sum += isnan(values[s]) ? 0 : values[s];
        }
    }
    snprintf(out, capacity, "%.17g", sum);
}

static size_t file_size(const char *path) {
    FILE *file = fopen(path, "rb");
    long size = -1;
    if (file != NULL) {
        fseek(file, 0, SEEK_END);
        size = ftell(file);
        fclose(file);
    }
    return size < 0 ? 0 : (size_t)size;
}

static int measure(const struct bench_data *data, const char *size,
                   const char *work, const char *name) {
    struct reading r = {data, NULL, {NULL}, 0};
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", data->folder, name);
    r.path = path;
    struct bench_job job = {"attain",
                            work,
                            size,
                            data->schools * data->metrics * data->years,
                            file_size(path),
                            read_once,
                            check,
                            &r};
    if (job.bytes_in == 0)
        return 0; /* not generated for this size */
    int failed = 0;
    for (int i = 0; i < RUNS; i++) {
        r.sets[i] = make_set(data);
        failed |= r.sets[i] == NULL;
    }
    failed = failed || bench_measure(&job) != 0;
    for (int i = 0; i < RUNS; i++)
        attain_dataset_destroy(r.sets[i]);
    return failed;
}

int bench_w1(const struct bench_data *data, const char *size) {
    return measure(data, size, "W1long", "long.csv") |
           measure(data, size, "W1wide", "wide.csv");
}
