/* One way to call every kind of methods: an array in, outputs and reasons out.
 * For test_edges.c. */
#ifndef ATTAIN_TESTS_NUMERIC_EDGES_H
#define ATTAIN_TESTS_NUMERIC_EDGES_H

#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

enum { MOST = 4, ROOM = 64 };

typedef struct sample {
    const char *name; /* of the page's column; NULL: not on the page */
    size_t count;
    double values[MOST];
    double weight;
} sample;

/* A second column, groups, and what a call gives. */
static const double other[MOST] = {1, 2, 3, 5};
static const int32_t codes[MOST] = {0, 0, 1, 1};
static double weights[MOST];
static double out[ROOM];
static uint8_t why[ROOM];
static double scratch[ROOM];

/* The outputs of a call, 0 … ROOM, those that count first in `out`. */
typedef attain_status run(int32_t m, const sample *s, const double *p,
                          size_t parameters, size_t *outputs);

static const double *both(const sample *s) {
    static double columns[2 * MOST];
    for (size_t i = 0; i < s->count; i++) {
        columns[i] = s->values[i];
        columns[s->count + i] = other[i];
    }
    return columns;
}

static attain_status statistic(int32_t m, const sample *s, const double *p,
                               size_t n, size_t *outputs) {
    *outputs = 1;
    return attain_statistic_of(m, p, n, s->values, weights, s->count, out, why,
                               NULL);
}

static attain_status quantile(int32_t m, const sample *s, const double *p,
                              size_t n, size_t *outputs) {
    static const double half = 0.5;
    *outputs = 1;
    return attain_quantiles(m, p, n, s->values, weights, s->count, &half, 1,
                            out, why, NULL);
}

static attain_status rank(int32_t m, const sample *s, const double *p, size_t n,
                          size_t *outputs) {
    *outputs = s->count;
    return attain_ranks(m, p, n, s->values, 1, s->count, s->count, NULL, out,
                        why, NULL);
}

static attain_status association(int32_t m, const sample *s, const double *p,
                                 size_t n, size_t *outputs) {
    *outputs = 1;
    return attain_association_of(m, p, n, s->values, other, weights, s->count,
                                 out, scratch, NULL, why, NULL);
}

static attain_status reliability(int32_t m, const sample *s, const double *p,
                                 size_t n, size_t *outputs) {
    *outputs = 1;
    return attain_reliability_of(m, p, n, both(s), 2, s->count, s->count, out,
                                 NULL, NULL, why, NULL);
}

static attain_status components(int32_t m, const sample *s, const double *p,
                                size_t n, size_t *outputs) {
    attain_status status =
        attain_components_of(m, p, n, both(s), 2, s->count, s->count, out, NULL,
                             NULL, NULL, why, NULL);
    *outputs = 2;
    why[1] = why[0];
    return status;
}

/* Whether rows are kept, as 0 and 1. */
static attain_status screening(int32_t m, const sample *s, const double *p,
                               size_t n, size_t *outputs) {
    uint8_t keep[MOST];
    attain_status status = attain_screen(m, p, n, both(s), 2, s->count,
                                         s->count, 0, keep, NULL, NULL, NULL);
    *outputs = s->count;
    for (size_t i = 0; status == ATTAIN_OK && i < s->count; i++) {
        out[i] = keep[i];
        why[i] = ATTAIN_REASON_NONE;
    }
    return status;
}

/* What a blank after (in the same column, or the next period) becomes. */
static attain_status imputation(int32_t m, const sample *s, const double *p,
                                size_t n, size_t *outputs) {
    double column[2 * (MOST + 1)];
    int32_t group[MOST + 1] = {0, 0, 0, 0, 0};
    size_t rows = s->count + 1;
    int periods = m >= ATTAIN_IMPUTATION_LAST;
    for (size_t i = 0; i < rows; i++) {
        column[i] = i < s->count ? s->values[i] : NAN;
        column[rows + i] = NAN;
    }
    double filled[2 * (MOST + 1)];
    attain_status status =
        attain_impute(m, p, n, column, periods ? 2 : 1, rows, rows, group, 1,
                      NULL, filled, NULL, NULL, NULL, NULL);
    *outputs = 1;
    if (status == ATTAIN_OK) {
        out[0] = periods ? filled[rows] : filled[s->count];
        why[0] = isnan(out[0]) ? ATTAIN_REASON_MISSING : ATTAIN_REASON_NONE;
    }
    return status;
}

static attain_status treatment(int32_t m, const sample *s, const double *p,
                               size_t n, size_t *outputs) {
    double fitted;
    *outputs = s->count;
    return attain_treat(m, p, n, s->values, 1, s->count, s->count, out, NULL,
                        &fitted, why, NULL);
}

static attain_status outliers(int32_t m, const sample *s, const double *p,
                              size_t n, size_t *outputs) {
    uint8_t found[MOST];
    *outputs = s->count;
    return attain_find_outliers(m, p, n, s->values, 1, s->count, s->count, out,
                                found, why, NULL);
}

/* What is between. */
static attain_status decomposition(int32_t m, const sample *s, const double *p,
                                   size_t n, size_t *outputs) {
    double parts[4];
    uint8_t reason;
    attain_status status =
        attain_decompose(m, p, n, s->values, 1, s->count, weights, codes,
                         s->count, 2, parts, NULL, &reason, NULL);
    *outputs = 1;
    if (status == ATTAIN_OK) {
        out[0] = parts[ATTAIN_PART_BETWEEN];
        why[0] = reason;
    }
    return status;
}

/* The shares of the points. */
static attain_status curve(int32_t m, const sample *s, const double *p,
                           size_t n, size_t *outputs) {
    size_t points;
    uint8_t reason;
    attain_status status =
        attain_curve_points(m, p, n, s->values, weights,
                            m == ATTAIN_CURVE_CONCENTRATION ? other : NULL,
                            s->count, scratch, out, &points, &reason, NULL);
    *outputs = 1;
    if (status != ATTAIN_OK)
        return status;
    *outputs = points > 0 ? points : 1;
    if (points == 0)
        out[0] = NAN;
    for (size_t i = 0; i < *outputs; i++)
        why[i] = reason;
    return status;
}

static attain_status concentration(int32_t m, const sample *s, const double *p,
                                   size_t n, size_t *outputs) {
    *outputs = 1;
    return attain_concentrations(m, p, n, s->values, 1, s->count, weights,
                                 other, s->count, out, why, NULL);
}

static attain_status parity(int32_t m, const sample *s, const double *p,
                            size_t n, size_t *outputs) {
    *outputs = s->count;
    return attain_parities(m, p, n, s->values, other, s->count, out, why, NULL);
}

static attain_status segregation(int32_t m, const sample *s, const double *p,
                                 size_t n, size_t *outputs) {
    *outputs = 1;
    return attain_segregation_of(m, p, n, both(s), 2, s->count, s->count, out,
                                 why, NULL);
}

static attain_status normalisation(int32_t m, const sample *s, const double *p,
                                   size_t n, size_t *outputs) {
    *outputs = s->count;
    return attain_normalise(m, p, n, s->values, 1, s->count, s->count, NULL, 0,
                            0, NULL, out, why, NULL);
}

/* The weights of the sample and of another column. One row for what is given,
 * two columns of comparisons 1, v; 1/v, 1 for a hierarchy. */
static attain_status weighting(int32_t m, const sample *s, const double *p,
                               size_t n, size_t *outputs) {
    double v = s->count > 0 ? s->values[0] : NAN;
    double pairs[4] = {1, 1 / v, v, 1};
    double row[2] = {v, 1};
    *outputs = 2;
    if (m == ATTAIN_WEIGHTING_GIVEN)
        return attain_weigh(m, p, n, row, 2, 1, s->count > 0, NULL, out, why,
                            NULL);
    if (m >= ATTAIN_WEIGHTING_AHP_EIGENVECTOR &&
        m <= ATTAIN_WEIGHTING_AHP_GEOMETRIC_MEAN)
        return attain_weigh(m, p, n, pairs, 2, 2, 2, NULL, out, why, NULL);
    return attain_weigh(m, p, n, both(s), 2, s->count, s->count, NULL, out, why,
                        NULL);
}

static attain_status aggregation(int32_t m, const sample *s, const double *p,
                                 size_t n, size_t *outputs) {
    static const double bounds[] = {-10, -10, 10, 10};
    *outputs = s->count;
    return attain_aggregate(m, p, n, both(s), 2, s->count, s->count, weights,
                            NULL, bounds, 0, 0, out, why, NULL);
}

/* The rate. */
static attain_status trend(int32_t m, const sample *s, const double *p,
                           size_t n, size_t *outputs) {
    static const double times[MOST] = {1, 2, 3, 4};
    double measures[12];
    uint8_t reasons[12];
    attain_status status =
        attain_trends(m, p, n, times, s->values, 1, s->count, s->count, 6, 0.9,
                      NULL, NULL, measures, reasons, NULL);
    *outputs = 1;
    if (status == ATTAIN_OK) {
        out[0] = measures[ATTAIN_TREND_RATE];
        why[0] = reasons[ATTAIN_TREND_RATE];
    }
    return status;
}

static attain_status value_added(int32_t m, const sample *s, const double *p,
                                 size_t n, size_t *outputs) {
    static const double starts[MOST] = {1, 2, 1, 2};
    double measures[14];
    uint8_t reasons[14];
    attain_status status =
        attain_value_added(m, p, n, s->values, starts, 1, MOST, codes, s->count,
                           2, measures, reasons, NULL, NULL);
    *outputs = 2;
    for (size_t g = 0; status == ATTAIN_OK && g < 2; g++) {
        out[g] = measures[7 * g + ATTAIN_VALUE_ADDED_VALUE];
        why[g] = reasons[7 * g + ATTAIN_VALUE_ADDED_VALUE];
    }
    return status;
}

/* The value is the sample's; what else a method takes is the same for all. */
static double input_named(const char *name, double value) {
    static const struct {
        const char *name;
        double value;
    } given[] = {
        {"base", 2},         {"target", 8},
        {"planned", 8},      {"bad", 2},
        {"good", 8},         {"worst", 0},
        {"red", 2},          {"green", 6},
        {"best", 8},         {"lower", 2},
        {"upper", 4},        {"outer_low", 0},
        {"outer_high", 8},   {"value_time", 2020},
        {"base_time", 2015}, {"target_time", 2030},
        {"limit", 100},      {"spread", 2},
        {"slow", 0.1},       {"fast", 0.5},
        {"expected", 4},
    };
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        if (strcmp(given[i].name, name) == 0)
            return given[i].value;
    return value;
}

static attain_status progress(int32_t m, const sample *s, const double *p,
                              size_t n, size_t *outputs) {
    double inputs[8 * MOST];
    size_t needed;
    size_t count = attain_progress_input_count(m, &needed);
    for (size_t k = 0; k < count; k++) {
        for (size_t i = 0; i < s->count; i++)
            inputs[k * MOST + i] =
                input_named(attain_progress_input_name(m, k), s->values[i]);
    }
    *outputs = s->count;
    return attain_progress(m, p, n, inputs, count, MOST, NULL, s->count, out,
                           NULL, why, NULL);
}

static attain_status progress_goal(int32_t m, const sample *s, const double *p,
                                   size_t n, size_t *outputs) {
    *outputs = 1;
    return attain_progress_goal(m, p, n, s->values, NULL, s->count, out, NULL,
                                why, NULL);
}

/* In the order of enum attain_method_kind. */
static run *const runs[] = {
    statistic,     quantile,     rank,          association, reliability,
    components,    screening,    imputation,    treatment,   outliers,
    decomposition, curve,        concentration, parity,      segregation,
    normalisation, weighting,    aggregation,   trend,       value_added,
    progress,      progress_goal};
enum { KINDS = sizeof runs / sizeof *runs };

#endif
