#include "numeric/peer.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/sample.h"
#include "numeric/statistic.h"

/* What scores of one call are made from. */
typedef struct peers {
    const double *values;
    size_t count;
    int descending;
    double *out;
    attain_i_item *items; /* 2 · count */
} peers;

/* (v − min)/(max − min), or from the other end. */
static void score_range(const peers *p, double least, double most) {
    /* Halves, should the range itself be beyond a double. */
    double unit = most - least > DBL_MAX ? 0.5 : 1;
    double range = most * unit - least * unit;
    for (size_t i = 0; i < p->count; i++) {
        double v = p->values[i];
        double part =
            p->descending ? most * unit - v * unit : v * unit - least * unit;
        p->out[i] = v != v ? v : least == most ? 0.5 : part / range;
    }
}

/* (50 ± 10 (v − M)/sd)/100; without a spread, half. */
static void score_deviation(const peers *p, double mean, double sd) {
    for (size_t i = 0; i < p->count; i++) {
        double v = p->values[i];
        double z = (p->descending ? mean - v : v - mean) / sd;
        p->out[i] = v != v ? v : sd > 0 ? (50 + 10 * z) / 100 : 0.5;
    }
}

static attain_status score_value(const peers *p, int32_t score,
                                 attain_error *err) {
    attain_i_sample sample;
    attain_i_sample_init(&sample);
    sample.values = p->values;
    sample.weights = NULL;
    sample.order = NULL;
    sample.count = p->count;
    sample.items = p->items;
    attain_i_sample_survey(&sample);
    if (score == ATTAIN_PEER_MINMAX) {
        double least;
        double most;
        attain_i_sample_range(&sample, &least, &most);
        score_range(p, least, most);
        return ATTAIN_OK;
    }
    uint8_t reason;
    double sd = attain_i_sample_statistic(
        &sample, ATTAIN_STATISTIC_SD_POPULATION, NULL, &reason);
    if (sample.fault != ATTAIN_I_SOUND)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "values", -1,
                             "a sum is beyond the range of a double");
    score_deviation(p, sample.mean, sd);
    return ATTAIN_OK;
}

/* (n − rank)/(n − 1), or the share of others that are worse plus half of those
 * that tie. */
static void score_rank(const peers *p, int32_t score) {
    size_t known = attain_i_rank_items(p->values, p->count, p->descending,
                                       p->items, p->items + p->count);
    for (size_t i = 0; i < p->count; i++)
        p->out[i] = (double)NAN;
    for (size_t from = 0; from < known;) {
        size_t to = attain_i_rank_tie(p->items, from, known);
        size_t ties = to - from - 1;
        double better = (double)(known - 1 - from);
        if (score == ATTAIN_PEER_PERCENTILE)
            better = (double)(known - to) + (double)ties / 2;
        double value = known == 1 ? 0.5 : better / (double)(known - 1);
        for (; from < to; from++)
            p->out[(size_t)p->items[from].tag] = value;
    }
}

attain_status attain_i_peer_scores(int32_t score, int descending,
                                   const double *values, size_t count,
                                   double *out, attain_i_item *items,
                                   attain_error *err) {
    peers p = {values, count, descending, out, items};
    if (score < ATTAIN_PEER_RANK)
        return score_value(&p, score, err);
    score_rank(&p, score);
    return ATTAIN_OK;
}

attain_status attain_peer_scores(int32_t score, int32_t descending,
                                 const double *values, size_t count,
                                 double *out, attain_error *err) {
    attain_allocator allocator;
    if (values == NULL && count > 0)
        return attain_i_fail_null(err, "values");
    if (out == NULL && count > 0)
        return attain_i_fail_null(err, "out");
    if (score < ATTAIN_PEER_MINMAX || score > ATTAIN_PEER_PERCENTILE)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "score", -1,
                             "there is no peer score %d", (int)score);
    if (descending != 0 && descending != 1)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "descending", -1,
                             "neither 0 nor 1");
    attain_i_allocator_set(&allocator, NULL);
    attain_i_item *items =
        attain_i_allocate(&allocator, count, 2 * sizeof *items);
    if (items == NULL)
        return attain_i_fail_memory(err);
    attain_status status = attain_i_check_finite(values, count, "values", err);
    if (status == ATTAIN_OK)
        status = attain_i_peer_scores(score, descending, values, count, out,
                                      items, err);
    attain_i_release(&allocator, items, count, 2 * sizeof *items);
    return status;
}
