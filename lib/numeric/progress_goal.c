#include <float.h>
#include <math.h>

#include "base/error.h"
#include "numeric/adder.h"
#include "numeric/progress.h"

/* Scores of a goal's indicators, as far as they are known. */
typedef struct goal {
    size_t count; /* all */
    size_t known;
    double mean;
    double lowest[2]; /* the two worst */
    int32_t top;      /* all classes are the best one */
    const double *parameters;
} goal;

/* Parameters of sdsn_arrow. */
enum { GOAL_KNOWN, GOAL_CAP };

typedef double function(const goal *g, int32_t *class_code, uint8_t *reason);

typedef struct row {
    attain_i_method method;
    function *compute;
    int32_t best; /* class */
    int32_t cap;  /* the parameter above which no score counts; 0: none */
} row;

static double open_sdg(const goal *g, int32_t *class_code, uint8_t *reason) {
    (void)reason;
    *class_code = g->top                               ? 4
                  : attain_i_reached(g->mean, 2.5, 5)  ? 3
                  : attain_i_reached(g->mean, 0, 5)    ? 2
                  : attain_i_reached(g->mean, -2.5, 5) ? 1
                                                       : 0;
    return g->mean;
}

static double eurostat(const goal *g, int32_t *class_code, uint8_t *reason) {
    (void)reason;
    *class_code = !attain_i_reached(2.5, g->mean, 5)    ? 4
                  : !attain_i_reached(0.25, g->mean, 5) ? 3
                  : attain_i_reached(g->mean, -0.25, 5) ? 2
                  : attain_i_reached(g->mean, -2.5, 5)  ? 1
                                                        : 0;
    return g->mean;
}

static double sdsn_colour(const goal *g, int32_t *class_code, uint8_t *reason) {
    double worst = g->lowest[0];
    double next = g->known > 1 ? g->lowest[1] : worst;
    double mean = (worst + next) / 2;
    (void)reason;
    *class_code = attain_i_reached(worst, 2, 1)    ? 3
                  : !attain_i_reached(next, 1, 1)  ? 0
                  : attain_i_reached(mean, 1.5, 1) ? 2
                                                   : 1;
    return mean;
}

static double sdsn_arrow(const goal *g, int32_t *class_code, uint8_t *reason) {
    double share = (double)g->known / (double)g->count;
    if (!attain_i_reached(share, g->parameters[GOAL_KNOWN], 1))
        return attain_i_no_score(reason, ATTAIN_REASON_TOO_FEW);
    *class_code = attain_i_reached(g->mean, 3, 1)   ? 3
                  : attain_i_reached(g->mean, 2, 1) ? 2
                  : attain_i_reached(g->mean, 1, 1) ? 1
                                                    : 0;
    return g->mean;
}

static const attain_i_parameter of_arrows[] = {
    {"known", "share of indicators that have to have a score", 0.75, 0, 1},
    {"cap", "what a score above it counts as", 3, 0, 4},
    {NULL, NULL, 0, 0, 0}};

#define SDSN "Sachs et al., Sustainable Development Report 2021"

static const row rows[] = {
    [ATTAIN_PROGRESS_GOAL_OPEN_SDG] = {{"open_sdg", "mean; from 2.5, 0, −2.5",
                                        "sdg-build, ProgressMeasure.py", 0,
                                        NULL},
                                       open_sdg,
                                       4,
                                       0},
    [ATTAIN_PROGRESS_GOAL_EUROSTAT] = {{"eurostat",
                                        "mean; bands of ±0.25 and ±2.5",
                                        "Eurostat, as EUSTAT computes it", 0,
                                        NULL},
                                       eurostat,
                                       4,
                                       0},
    [ATTAIN_PROGRESS_GOAL_SDSN_COLOUR] = {{"sdsn_colour",
                                           "mean of the two worst", SDSN, 0,
                                           NULL},
                                          sdsn_colour,
                                          3,
                                          0},
    [ATTAIN_PROGRESS_GOAL_SDSN_ARROW] = {{"sdsn_arrow",
                                          "mean of min(score, cap)", SDSN, 0,
                                          of_arrows},
                                         sdsn_arrow,
                                         3,
                                         GOAL_CAP},
};

const attain_i_methods attain_i_progress_goals = {
    "progress_goal", rows, sizeof *rows, sizeof rows / sizeof *rows};

static void take_score(goal *g, double score, attain_i_adder *adder) {
    attain_i_adder_add(adder, &score, 1);
    g->known++;
    if (score < g->lowest[0]) {
        g->lowest[1] = g->lowest[0];
        g->lowest[0] = score;
    } else if (score < g->lowest[1]) {
        g->lowest[1] = score;
    }
}

static goal look(const double *scores, const int32_t *classes, size_t count,
                 const row *how, const double *parameters) {
    goal g = {
        count,           0,         0, {(double)INFINITY, (double)INFINITY},
        classes != NULL, parameters};
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    for (size_t i = 0; i < count; i++) {
        if (isnan(scores[i]))
            continue;
        int above = how->cap > 0 && scores[i] > parameters[how->cap];
        take_score(&g, above ? parameters[how->cap] : scores[i], &adder);
        g.top = g.top && classes[i] == how->best;
    }
    g.mean = attain_i_adder_value(&adder) / (double)g.known;
    return g;
}

attain_status attain_progress_goal(int32_t method, const double *parameters,
                                   size_t parameter_count, const double *scores,
                                   const int32_t *classes, size_t count,
                                   double *score, int32_t *class_code,
                                   uint8_t *reason, attain_error *err) {
    double complete[ATTAIN_I_MOST_PARAMETERS];
    int32_t found = -1;
    uint8_t why = ATTAIN_REASON_NONE;
    attain_status status =
        attain_i_method_prepare(&attain_i_progress_goals, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    status = attain_i_check_array(scores, count, sizeof *scores, "scores", err);
    if (status != ATTAIN_OK)
        return status;
    if (score == NULL)
        return attain_i_fail_null(err, "score");
    for (size_t i = 0; i < count; i++) {
        if (fabs(scores[i]) > DBL_MAX)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "scores", (int64_t)i,
                                 "score %zu is infinite", i);
    }
    goal g = look(scores, classes, count, &rows[method], complete);
    if (g.known > 0 && isnan(g.mean))
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "scores", -1,
                             "a sum is beyond the range of a double");
    double value = g.known == 0 ? attain_i_no_score(&why, ATTAIN_REASON_MISSING)
                                : rows[method].compute(&g, &found, &why);
    *score = value;
    if (class_code != NULL)
        *class_code = found;
    if (reason != NULL)
        *reason = why;
    return ATTAIN_OK;
}
