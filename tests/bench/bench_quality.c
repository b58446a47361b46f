/* attain_bench_quality [SCHOOLS [VARIABLES [PERIODS]]]: how long the default
 * checks take over generated data (3000, 50, 6) with a plan of VARIABLES / 2
 * ratios. Measured by hand, never a test. */
#define _POSIX_C_SOURCE 199309L

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "attain.h"

enum { FIRST_YEAR = 2020, TURNS = 15 };

static void demand(attain_status status, const attain_error *err) {
    if (status != ATTAIN_OK) {
        fprintf(stderr, "%s\n", err->message);
        exit(1);
    }
}

static double now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + (double)at.tv_nsec * 1e-9;
}

static uint64_t next(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static attain_plan *make_plan(int metrics, int periods) {
    attain_plan_info info;
    attain_goal goal;
    attain_plan *plan = NULL;
    attain_error err;
    attain_plan_info_init(&info);
    info.id = info.name = "bench";
    info.level = "county";
    info.first_period = FIRST_YEAR;
    info.last_period = FIRST_YEAR + periods - 1;
    demand(attain_plan_create(NULL, &info, &plan, &err), &err);
    attain_goal_init(&goal);
    goal.id = goal.name = "root";
    demand(attain_plan_add_goal(plan, &goal, NULL, &err), &err);
    for (int m = 0; m < metrics; m++) {
        char id[4][32];
        attain_metric metric;
        attain_target target;
        attain_metric_init(&metric);
        attain_target_init(&target);
        snprintf(id[0], sizeof id[0], "M%d", m);
        snprintf(id[1], sizeof id[1], "T%d", m);
        snprintf(id[2], sizeof id[2], "v%d", 2 * m + 1);
        snprintf(id[3], sizeof id[3], "v%d", 2 * m);
        metric.id = metric.name = id[0];
        metric.numerator = id[2];
        metric.denominator = id[3];
        metric.factor = 100;
        target.id = target.name = id[1];
        target.goal = "root";
        target.metric = id[0];
        target.level = "school";
        target.value = 50;
        target.when = ATTAIN_WHEN_EVERY_PERIOD;
        demand(attain_plan_add_metric(plan, &metric, NULL, &err), &err);
        demand(attain_plan_add_target(plan, &target, NULL, &err), &err);
    }
    return plan;
}

static void add_units(attain_dataset *data, int schools) {
    attain_error err;
    char id[32], parent[32], name[64];
    for (int u = -120; u < schools; u++) {
        attain_unit unit;
        attain_unit_init(&unit);
        snprintf(id, sizeof id, u < 0 ? "c%d" : "s%d", u < 0 ? -u : u);
        snprintf(parent, sizeof parent, "c%d", 1 + (u < 0 ? 0 : u) % 120);
        snprintf(name, sizeof name, "unit of the name %s", id);
        unit.id = id;
        unit.name = name;
        unit.level = u < 0 ? "county" : "school";
        unit.parent = u < 0 ? NULL : parent;
        unit.stage = u < 0 ? NULL : u % 3 == 0 ? "junior" : "primary";
        demand(attain_dataset_add_units(data, &unit, 1, NULL, &err), &err);
    }
}

/* Figures about which there is little to say: 0.5 % missing, 1 in 2000 ten
 * times as large. */
static void add_values(attain_dataset *data, int schools, int variables,
                       int periods) {
    attain_error err;
    uint64_t seed = 1;
    double *values = malloc((size_t)(schools + 120) * sizeof *values);
    for (int v = 0; v < variables && values != NULL; v++) {
        char id[32];
        int32_t row;
        attain_variable variable;
        attain_variable_init(&variable);
        snprintf(id, sizeof id, "v%d", v);
        variable.id = id;
        demand(attain_dataset_add_variables(data, &variable, 1, &row, &err),
               &err);
        for (int p = 0; p < periods; p++) {
            for (int u = 0; u < schools + 120; u++) {
                uint64_t bits = next(&seed);
                double size = 200 + (double)(u * 37 % 800);
                double x = (v % 2 != 0 ? 0.6 : 1) *
                           (size + (double)(bits % 40) + 2 * p);
                x = (double)(int64_t)x;
                values[u] = u < 120 || (bits >> 20) % 200 == 0 ? (double)NAN
                            : (bits >> 32) % 2000 == 0         ? 10 * x
                                                               : x;
            }
            demand(attain_dataset_set_column(data, row, FIRST_YEAR + p,
                                             ATTAIN_GROUP_NONE, values,
                                             (size_t)(schools + 120), &err),
                   &err);
        }
    }
    free(values);
}

int main(int argc, char **argv) {
    int schools = argc > 1 ? atoi(argv[1]) : 3000;
    int variables = argc > 2 ? atoi(argv[2]) : 50;
    int periods = argc > 3 ? atoi(argv[3]) : 6;
    attain_plan *plan = make_plan(variables / 2, periods);
    attain_dataset *data = NULL;
    attain_error err;
    double best = 1e9;
    size_t found = 0;
    demand(attain_dataset_create(NULL, &data, &err), &err);
    add_units(data, schools);
    add_values(data, schools, variables, periods);
    for (int turn = 0; turn < TURNS; turn++) {
        attain_quality *quality = NULL;
        double begin = now();
        demand(attain_quality_assess(plan, data, NULL, NULL, &quality, &err),
               &err);
        double took = now() - begin;
        best = took < best ? took : best;
        found = attain_quality_tally(quality, ATTAIN_QUALITY_INFO) +
                attain_quality_tally(quality, ATTAIN_QUALITY_WARNING) +
                attain_quality_tally(quality, ATTAIN_QUALITY_ERROR);
        attain_quality_destroy(quality);
    }
    printf("{\"work\": \"quality\", \"cells\": %ld, \"findings\": %zu, "
           "\"best_ms\": %.2f}\n",
           (long)schools * variables * periods, found, best * 1000);
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    return 0;
}
