#define _POSIX_C_SOURCE 200809L

#include "bench/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_RUNS = 15, FEWEST_RUNS = 3, CHECK_LENGTH = 512 };

static const double budget_seconds = 12;

static const struct work {
    const char *name;
    int (*run)(const struct bench_data *data, const char *size);
    int needs_values;
} works[] = {
    {"W1", bench_w1, 0}, {"W2", bench_w2, 1}, {"W3", bench_w3, 1},
    {"W4", bench_w4, 1}, {"W5", bench_w5, 1}, {"W6", bench_w6, 1},
    {"W7", bench_w7, 0},
};

/* --- Measuring ---------------------------------------------------------- */

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* A line of /proc/self/status in MiB; 0 where there is none. */
static double memory(const char *key) {
    char line[256];
    double kib = 0;
    FILE *file = fopen("/proc/self/status", "r");
    if (file == NULL)
        return 0;
    while (fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, key, strlen(key)) == 0)
            kib = strtod(line + strlen(key) + 1, NULL);
    fclose(file);
    return kib / 1024;
}

static void reset_peak(void) {
    FILE *file = fopen("/proc/self/clear_refs", "w");
    if (file == NULL)
        return;
    fputs("5", file);
    fclose(file);
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

int bench_measure(const struct bench_job *job) {
    double seconds[MOST_RUNS];
    char check[CHECK_LENGTH] = "null";
    int runs = 0;
    double before = memory("VmRSS");
    reset_peak();
    double start = now();
    while (runs < MOST_RUNS &&
           (runs < FEWEST_RUNS || now() - start < budget_seconds)) {
        double from = now();
        if (job->run(job->user) != 0) {
            fprintf(stderr, "%s: failed\n", job->work);
            return 1;
        }
        seconds[runs++] = now() - from;
    }
    double peak = memory("VmHWM");
    job->check(job->user, check, sizeof check);
    qsort(seconds, (size_t)runs, sizeof *seconds, ascending);
    double median = (seconds[(runs - 1) / 2] + seconds[runs / 2]) / 2;
    printf("{\"peer\": \"%s\", \"work\": \"%s\", \"size\": \"%s\", "
           "\"median_s\": %.9g, \"min_s\": %.9g, \"max_s\": %.9g, \"n\": %d, "
           "\"cells\": %zu, \"bytes_in\": %zu, \"rss_before_mib\": %.1f, "
           "\"rss_peak_mib\": %.1f, \"check\": %s}\n",
           job->peer, job->work, job->size, median, seconds[0],
           seconds[runs - 1], runs, job->cells, job->bytes_in, before, peak,
           check);
    fflush(stdout);
    return 0;
}

/* --- The data ----------------------------------------------------------- */

static FILE *open_file(const char *folder, const char *name) {
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file =
        length < 0 || (size_t)length >= sizeof path ? NULL : fopen(path, "rb");
    if (file == NULL)
        fprintf(stderr, "%s/%s: cannot be opened\n", folder, name);
    return file;
}

/* `count` elements of `size` bytes of a file; NULL when it has fewer. */
static void *column(const char *folder, const char *name, size_t count,
                    size_t size) {
    FILE *file = open_file(folder, name);
    if (file == NULL)
        return NULL;
    void *out = malloc(count * size + 1);
    if (out != NULL && fread(out, size, count, file) != count) {
        fprintf(stderr, "%s/%s: too short\n", folder, name);
        free(out);
        out = NULL;
    }
    fclose(file);
    return out;
}

/* The number after "key": in meta.json; 0 without one. */
static size_t meta_number(const char *text, const char *key) {
    const char *at = strstr(text, key);
    at = at == NULL ? NULL : strchr(at, ':');
    return at == NULL ? 0 : (size_t)strtoull(at + 1, NULL, 10);
}

static int load(const char *folder, int values, struct bench_data *out) {
    char meta[512] = "";
    FILE *file = open_file(folder, "meta.json");
    if (file == NULL)
        return 1;
    meta[fread(meta, 1, sizeof meta - 1, file)] = '\0';
    fclose(file);
    memset(out, 0, sizeof *out);
    out->folder = folder;
    out->schools = meta_number(meta, "\"schools\"");
    out->metrics = meta_number(meta, "\"metrics\"");
    out->years = meta_number(meta, "\"years\"");
    out->groups = meta_number(meta, "\"groups\"");
    size_t cells = out->schools * out->metrics * out->years;
    out->weights = column(folder, "weight.f64", out->schools, sizeof(double));
    out->codes = column(folder, "group.i32", out->schools, sizeof(int32_t));
    out->base = column(folder, "base.f64", out->metrics, sizeof(double));
    out->target = column(folder, "target.f64", out->metrics, sizeof(double));
    if (values)
        out->values = column(folder, "data.f64", cells, sizeof(double));
    return cells == 0 || out->weights == NULL || out->codes == NULL ||
           out->base == NULL || out->target == NULL ||
           (values && out->values == NULL);
}

static void unload(struct bench_data *data) {
    free(data->values);
    free(data->weights);
    free(data->codes);
    free(data->base);
    free(data->target);
}

/* --- The command -------------------------------------------------------- */

/* True when `name` is in the list `a,b,c`. */
static int listed(const char *list, const char *name) {
    size_t length = strlen(name);
    for (const char *at = list; at != NULL; at = strchr(at, ',')) {
        at += *at == ',';
        if (strncmp(at, name, length) == 0 &&
            (at[length] == ',' || at[length] == '\0'))
            return 1;
    }
    return 0;
}

int main(int argc, char **argv) {
    struct bench_data data;
    int failed = 0;
    int values = 0;
    size_t count = sizeof works / sizeof *works;
    if (argc != 4) {
        fputs("usage: attain_bench FOLDER SIZE WORK[,WORK...]\n", stderr);
        return 2;
    }
    for (size_t i = 0; i < count; i++)
        values |= listed(argv[3], works[i].name) && works[i].needs_values;
    failed = load(argv[1], values, &data);
    for (size_t i = 0; i < count && !failed; i++)
        if (listed(argv[3], works[i].name))
            failed = works[i].run(&data, argv[2]);
    unload(&data);
    return failed;
}
