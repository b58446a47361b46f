/* W7: a thousand draws of an index of 51 units and 49 columns in three levels,
 * the size of COINr's example (8 groups, 2 above them, 1). W7w: weights alone;
 * W7u, W7n: every value measured, normalised and aggregated anew in each draw,
 * with errors that are uniform or normal; W7r: by ranks instead of min-max;
 * W7g: with geometric means. */
#include "bench/bench.h"

#include <stdio.h>

#include "attain/numeric.h"

enum { UNITS = 51, COLUMNS = 49, NODES = COLUMNS + 11, DRAWS = 1000 };

struct tree {
    attain_composite composite;
    attain_doubt_options options;
    attain_doubt_result result;
    double values[UNITS * COLUMNS];
    double errors[COLUMNS];
    double ranks[3 * UNITS];
    double scores[3 * UNITS];
    int32_t parents[NODES];
    int32_t normalisations[COLUMNS];
    int32_t aggregations[NODES - COLUMNS];
};

static int run_tree(void *user) {
    struct tree *t = user;
    return attain_doubt(&t->composite, &t->options, &t->result, NULL) !=
           ATTAIN_OK;
}

static void check_tree(void *user, char *out, size_t capacity) {
    const struct tree *t = user;
    double sum = 0;
    for (size_t i = 0; i < 3 * UNITS; i++)
        sum += t->ranks[i] + t->scores[i];
    snprintf(out, capacity, "%.17g", sum);
}

static void set_up(struct tree *t) {
    attain_composite_init(&t->composite);
    attain_doubt_options_init(&t->options);
    attain_doubt_result_init(&t->result);
    attain_random_uniform(51, 49, t->values, UNITS * COLUMNS, NULL);
    for (size_t c = 0; c < COLUMNS; c++) {
        t->errors[c] = 0.01;
        t->parents[c] = COLUMNS + (int32_t)(c * 8 / COLUMNS);
        t->normalisations[c] = ATTAIN_NORMALISATION_MINMAX;
    }
    for (int32_t g = 0; g < 11; g++) {
        t->parents[COLUMNS + g] =
            g == 10 ? -1 : COLUMNS + (g < 8 ? 8 + g / 5 : 10);
        t->aggregations[g] = ATTAIN_AGGREGATION_ARITHMETIC;
    }
    t->composite.values = t->values;
    t->composite.column_count = COLUMNS;
    t->composite.stride = t->composite.unit_count = UNITS;
    t->composite.node_count = NODES;
    t->composite.parents = t->parents;
    t->composite.normalisations = t->normalisations;
    t->composite.normalisation_count = 1;
    t->composite.aggregations = t->aggregations;
    t->composite.aggregation_count = 1;
    t->options.spread = 0.25;
    t->options.draws = DRAWS;
    t->result.ranks = t->ranks;
    t->result.scores = t->scores;
}

int bench_w7(const struct bench_data *data, const char *size) {
    static struct tree t;
    static const char *const works[] = {"W7w", "W7u", "W7n", "W7r", "W7g"};
    int failed = 0;
    (void)data;
    for (int i = 0; i < 5 && !failed; i++) {
        struct bench_job job = {"attain (1t)", works[i], size,
                                UNITS * DRAWS, 0,        run_tree,
                                check_tree,    &t};
        set_up(&t);
        t.options.even_errors = i == 1;
        t.composite.aggregation_count = i == 4;
        for (size_t g = 0; g < NODES - COLUMNS && i == 4; g++)
            t.aggregations[g] = ATTAIN_AGGREGATION_GEOMETRIC;
        for (size_t c = 0; c < COLUMNS && i == 3; c++)
            t.normalisations[c] = ATTAIN_NORMALISATION_PERCENTILE_RANK;
        if (i > 0)
            t.options.errors = t.errors;
        failed = bench_measure(&job);
    }
    return failed;
}
