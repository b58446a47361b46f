/* W3: fifty targets at school level, judged as of each year: attainment by
 * progress, status against a linear path, a weighted tree of three levels with
 * missing values left out, ranks. The plan is the peers' (weights, sub-goals,
 * goals); the data are set before the clock runs. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "attain.h"
#include "bench/bench.h"

enum { FIRST_YEAR = 2020 };

static void die(const char *what, const attain_error *err) {
    fprintf(stderr, "%s: %s\n", what, err->message);
    exit(1);
}

static attain_plan *make_plan(const struct bench_data *d) {
    attain_plan_info info;
    attain_goal goal;
    attain_plan *plan;
    attain_error err;
    char id[3][32];
    int metrics = (int)d->metrics;
    int subs = metrics / 5;
    int goals = subs / 3 > 2 ? subs / 3 : 2;
    attain_plan_info_init(&info);
    info.id = info.name = "bench";
    info.level = "school";
    info.first_period = FIRST_YEAR;
    info.last_period = FIRST_YEAR + (int)d->years - 1;
    if (attain_plan_create(NULL, &info, &plan, &err) != ATTAIN_OK)
        die("plan", &err);
    for (int g = -1; g < goals + subs; g++) {
        int s = g - goals;
        attain_goal_init(&goal);
        snprintf(id[0], sizeof id[0], g < 0 ? "root" : "g%d", g);
        snprintf(id[1], sizeof id[1], "g%d", s * goals / subs);
        goal.id = goal.name = id[0];
        goal.parent = g < 0 ? NULL : s < 0 ? "root" : id[1];
        goal.weight = g < 0 ? 1 : 1.0 + (s < 0 ? g : s) % 2;
        if (attain_plan_add_goal(plan, &goal, NULL, &err) != ATTAIN_OK)
            die("goal", &err);
    }
    for (int m = 0; m < (int)d->metrics; m++) {
        attain_metric metric;
        attain_target target;
        attain_metric_init(&metric);
        attain_target_init(&target);
        snprintf(id[0], sizeof id[0], "M%02d", m + 1);
        snprintf(id[1], sizeof id[1], "g%d", goals + m / 5);
        snprintf(id[2], sizeof id[2], "T%02d", m + 1);
        metric.id = metric.name = metric.numerator = id[0];
        target.id = target.name = id[2];
        target.goal = id[1];
        target.metric = id[0];
        int down = d->target[m] < d->base[m];
        metric.direction = down;
        target.comparator =
            down ? ATTAIN_COMPARATOR_AT_MOST : ATTAIN_COMPARATOR_AT_LEAST;
        target.value = d->target[m];
        target.baseline = d->base[m];
        target.baseline_period = FIRST_YEAR - 1;
        target.score = ATTAIN_SCORE_PROGRESS;
        target.weight = 1.0 + m % 3;
        if (attain_plan_add_metric(plan, &metric, NULL, &err) != ATTAIN_OK ||
            attain_plan_add_target(plan, &target, NULL, &err) != ATTAIN_OK)
            die("target", &err);
    }
    return plan;
}

static attain_dataset *make_data(const struct bench_data *d) {
    attain_dataset *data;
    attain_error err;
    attain_unit *units = calloc(d->schools, sizeof *units);
    char(*ids)[32] = calloc(d->schools, sizeof *ids);
    if (units == NULL || ids == NULL ||
        attain_dataset_create(NULL, &data, &err) != ATTAIN_OK)
        exit(1);
    for (size_t s = 0; s < d->schools; s++) {
        attain_unit_init(&units[s]);
        snprintf(ids[s], sizeof ids[s], "%zu", (size_t)3200000000U + s);
        units[s].id = units[s].name = ids[s];
        units[s].level = "school";
    }
    if (attain_dataset_add_units(data, units, d->schools, NULL, &err) !=
        ATTAIN_OK)
        die("units", &err);
    for (int m = 0; m < (int)d->metrics; m++) {
        attain_variable variable;
        char id[16];
        int32_t row;
        attain_variable_init(&variable);
        snprintf(id, sizeof id, "M%02d", m + 1);
        variable.id = id;
        if (attain_dataset_add_variables(data, &variable, 1, &row, &err) !=
            ATTAIN_OK)
            die("variable", &err);
        for (int y = 0; y < (int)d->years; y++) {
            const double *values =
                d->values + ((size_t)m * d->years + (size_t)y) * d->schools;
            if (attain_dataset_set_column(data, row, FIRST_YEAR + y,
                                          ATTAIN_GROUP_NONE, values, d->schools,
                                          &err) != ATTAIN_OK)
                die("column", &err);
        }
    }
    free(units);
    free(ids);
    return data;
}

struct judged {
    const struct bench_data *d;
    attain_plan *plan;
    attain_dataset *data;
    int threads;
    double check[2];
};

/* One repetition: an evaluation for each year. */
static int judge_years(void *user) {
    struct judged *j = user;
    attain_evaluate_options options;
    attain_error err;
    attain_evaluate_options_init(&options);
    options.measures = (uint64_t)1 << ATTAIN_MEASURE_ATTAINMENT |
                       (uint64_t)1 << ATTAIN_MEASURE_STATUS |
                       (uint64_t)1 << ATTAIN_MEASURE_RANK;
    options.threads = j->threads;
    options.rank_depth = 0; /* the peers rank the whole plan alone */
    j->check[0] = j->check[1] = 0;
    for (int y = 0; y < (int)j->d->years; y++) {
        attain_evaluation *ev;
        size_t count;
        options.as_of = FIRST_YEAR + y;
        if (attain_evaluate(j->plan, j->data, &options, &ev, &err) != ATTAIN_OK)
            die("evaluate", &err);
        const double *score =
            attain_evaluation_view(ev, ATTAIN_MEASURE_ATTAINMENT, 0, &count);
        const double *rank =
            attain_evaluation_view(ev, ATTAIN_MEASURE_RANK, 0, &count);
        for (size_t r = 0; r < count; r++) {
            j->check[0] += isnan(score[r]) ? 0 : score[r];
            j->check[1] += isnan(rank[r]) ? 0 : rank[r];
        }
        attain_evaluation_destroy(ev);
    }
    return 0;
}

static void write_check(void *user, char *out, size_t capacity) {
    const struct judged *j = user;
    snprintf(out, capacity, "[%.17g, %.0f]", j->check[0], j->check[1]);
}

int bench_w3(const struct bench_data *d, const char *size) {
    struct judged judged = {d, make_plan(d), make_data(d), 1, {0}};
    struct bench_job job = {
        "attain", "W3",        size,        d->schools * d->metrics * d->years,
        0,        judge_years, write_check, &judged};
    int failed = bench_measure(&job);
    judged.threads = 2;
    job.peer = "attain, 2 threads";
    failed |= bench_measure(&job);
    attain_plan_destroy(judged.plan);
    attain_dataset_destroy(judged.data);
    return failed;
}
