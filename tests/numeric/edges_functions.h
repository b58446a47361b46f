/* One way to call the functions that are no methods of a kind, as edges.h has
 * it for methods. For test_edges.c. */
#ifndef ATTAIN_TESTS_NUMERIC_EDGES_FUNCTIONS_H
#define ATTAIN_TESTS_NUMERIC_EDGES_FUNCTIONS_H

#include "numeric/edges.h"

/* Without reasons of its own: missing is what has no value. */
static void missing(size_t outputs) {
    for (size_t i = 0; i < outputs; i++)
        why[i] = isnan(out[i]) ? ATTAIN_REASON_MISSING : ATTAIN_REASON_NONE;
}

static const double steps[] = {1, 2, 3, 4};

#define RUN(name)                                                              \
    static attain_status name(int32_t m, const sample *s, const double *p,     \
                              size_t n, size_t *outputs)

RUN(sum_of_values) {
    attain_sum sum;
    (void)m, (void)p, (void)n;
    attain_sum_init(&sum);
    *outputs = 1;
    attain_status status = attain_sum_add(&sum, s->values, s->count, NULL);
    if (status == ATTAIN_OK)
        status = attain_sum_value(&sum, out, NULL);
    if (status == ATTAIN_OK)
        missing(1);
    return status;
}

RUN(statistics_by) {
    static const int32_t mean = ATTAIN_STATISTIC_MEAN;
    int32_t order[MOST];
    size_t offsets[3];
    (void)m, (void)p, (void)n;
    *outputs = 2;
    attain_group_order(codes, s->count, 2, order, offsets, NULL);
    return attain_statistics_by(&mean, 1, NULL, 0, s->values, weights, order,
                                offsets, 2, out, why, NULL);
}

RUN(peer_scores) {
    (void)m, (void)p, (void)n;
    *outputs = s->count;
    attain_status status =
        attain_peer_scores(0, 0, s->values, s->count, out, NULL);
    if (status == ATTAIN_OK)
        missing(s->count);
    return status;
}

RUN(rounded) {
    (void)m, (void)p, (void)n;
    *outputs = s->count;
    attain_status status = attain_round(s->values, s->count, 0, 1, out, NULL);
    if (status == ATTAIN_OK)
        missing(s->count);
    return status;
}

static attain_status line_through(const sample *s, attain_line *line) {
    attain_line_init(line);
    return attain_line_fit(steps, s->values, s->count, line, NULL);
}

RUN(line_fit) {
    attain_line line;
    (void)m, (void)p, (void)n;
    *outputs = 1;
    attain_status status = line_through(s, &line);
    if (status != ATTAIN_OK)
        return status;
    out[0] = line.slope;
    missing(1);
    return ATTAIN_OK;
}

RUN(line_predict) {
    attain_line line;
    (void)m, (void)p, (void)n;
    *outputs = 1;
    attain_status status = line_through(s, &line);
    if (status == ATTAIN_OK)
        status =
            attain_line_predict(&line, 6, 0.9, out, NULL, NULL, NULL, NULL);
    if (status == ATTAIN_OK)
        missing(1);
    return status;
}

RUN(regress) {
    attain_regression fit;
    double b[2];
    (void)m, (void)p, (void)n;
    *outputs = 1;
    attain_regression_init(&fit);
    attain_status status =
        attain_regress(steps, 1, MOST, s->values, weights, s->count, 1, 1, &fit,
                       b, NULL, NULL, NULL);
    if (status != ATTAIN_OK)
        return status;
    out[0] = b[1];
    why[0] = (uint8_t)fit.reason;
    return ATTAIN_OK;
}

RUN(anova_one_way) {
    attain_anova anova;
    (void)m, (void)p, (void)n;
    *outputs = 1;
    attain_anova_init(&anova);
    attain_status status =
        attain_anova_one_way(s->values, codes, s->count, 2, &anova, NULL);
    if (status != ATTAIN_OK)
        return status;
    out[0] = anova.f;
    why[0] = (uint8_t)anova.reason;
    return ATTAIN_OK;
}

RUN(shrink) {
    attain_shrinkage fit;
    double effects[2];
    (void)m, (void)p, (void)n;
    *outputs = 2;
    attain_shrinkage_init(&fit);
    attain_status status = attain_shrink(
        ATTAIN_LIKELIHOOD_RESTRICTED, s->values, NULL, 0, s->count, codes,
        s->count, 2, &fit, NULL, NULL, effects, NULL, NULL);
    for (size_t i = 0; i < 2 && status == ATTAIN_OK; i++) {
        out[i] = effects[i];
        why[i] = (uint8_t)fit.reason;
    }
    return status;
}

RUN(progress8_bands) {
    (void)m, (void)p, (void)n;
    *outputs = s->count;
    return attain_progress8_bands(s->values, other, s->count, 1, 1, out, NULL,
                                  NULL, why, NULL);
}

RUN(required_rates) {
    static const double five[MOST] = {5, 5, 5, 5};
    (void)m, (void)p, (void)n;
    *outputs = s->count;
    return attain_required_rates(ATTAIN_REQUIRED_COMPOUND, s->values, five,
                                 s->count, 2, out, why, NULL);
}

RUN(anticipate) {
    (void)m, (void)p, (void)n;
    *outputs = 1;
    return attain_anticipate(s->values, s->count, 1, steps, (double)NAN, 1, 6,
                             out, why, NULL);
}

RUN(path_expected) {
    static const double six = 6;
    (void)m, (void)p, (void)n;
    *outputs = 1;
    attain_status status =
        attain_path_expected(steps, s->values, s->count, &six, 1, out, NULL);
    if (status == ATTAIN_OK)
        missing(1);
    return status;
}

RUN(denominate) {
    (void)m, (void)p, (void)n;
    *outputs = s->count;
    return attain_denominate(other, 1, MOST, s->count, s->values, 1000, out,
                             why, NULL);
}

RUN(effective_weights) {
    static const int32_t none[MOST] = {-1, -1, -1, -1};
    (void)m, (void)p, (void)n;
    *outputs = s->count;
    return attain_effective_weights(none, s->values, s->count, out, why, NULL);
}

RUN(allocation_agreement) {
    (void)m, (void)p, (void)n;
    *outputs = 1;
    return attain_allocation_agreement(both(s), 2, s->count, s->count, out, why,
                                       NULL);
}

/* Each with the others, not with itself. */
RUN(outranking) {
    double square[MOST * MOST];
    size_t used = 0;
    (void)m, (void)p, (void)n;
    attain_status status = attain_outranking(both(s), 2, s->count, s->count,
                                             NULL, NULL, square, NULL);
    for (size_t i = 0; i < s->count * s->count && status == ATTAIN_OK; i++)
        if (i % (s->count + 1) != 0)
            out[used++] = square[i];
    if (status == ATTAIN_OK)
        missing(used);
    *outputs = used;
    return status;
}

static attain_composite index_of(const sample *s) {
    static const int32_t minmax[2] = {ATTAIN_NORMALISATION_MINMAX,
                                      ATTAIN_NORMALISATION_MINMAX};
    attain_composite index;
    attain_composite_init(&index);
    index.values = both(s);
    index.column_count = 2;
    index.stride = index.unit_count = s->count;
    index.normalisations = minmax;
    index.normalisation_count = 1;
    return index;
}

RUN(composite_score) {
    attain_composite index = index_of(s);
    (void)m, (void)p, (void)n;
    *outputs = s->count;
    attain_status status = attain_composite_score(&index, out, NULL, NULL);
    if (status == ATTAIN_OK)
        missing(s->count);
    return status;
}

RUN(doubt) {
    attain_composite index = index_of(s);
    attain_doubt_options options;
    attain_doubt_result result;
    (void)m, (void)p, (void)n;
    *outputs = s->count;
    attain_doubt_options_init(&options);
    attain_doubt_result_init(&result);
    options.draws = 20;
    options.spread = 0.5;
    result.mean_ranks = out;
    attain_status status = attain_doubt(&index, &options, &result, NULL);
    if (status == ATTAIN_OK)
        missing(s->count);
    return status;
}

RUN(rank_reversal) {
    attain_composite index = index_of(s);
    (void)m, (void)p, (void)n;
    *outputs = s->count;
    attain_status status = attain_rank_reversal(ATTAIN_REVERSAL_LEAVE_OUT,
                                                &index, 1, out, NULL, NULL);
    if (status == ATTAIN_OK)
        missing(s->count);
    return status;
}

static const struct {
    const char *name;
    run *of;
} functions[] = {
    {"sum_value", sum_of_values},
    {"statistics_by", statistics_by},
    {"peer_scores", peer_scores},
    {"round", rounded},
    {"line_fit", line_fit},
    {"line_predict", line_predict},
    {"regress", regress},
    {"anova_one_way", anova_one_way},
    {"shrink", shrink},
    {"progress8_bands", progress8_bands},
    {"required_rates", required_rates},
    {"anticipate", anticipate},
    {"path_expected", path_expected},
    {"denominate", denominate},
    {"effective_weights", effective_weights},
    {"allocation_agreement", allocation_agreement},
    {"outranking", outranking},
    {"composite_score", composite_score},
    {"doubt", doubt},
    {"rank_reversal", rank_reversal},
};
enum { FUNCTIONS = sizeof functions / sizeof *functions };

#endif
