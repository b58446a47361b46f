#include "numeric/peer.h"

#include "base/error.h"
#include "base/memory.h"
#include "numeric/normalise.h"

/* Scores of 0…1 as normalisations; without a spread, half. */
static const struct peer {
    int32_t method;
    double parameters[ATTAIN_I_MOST_PARAMETERS];
    double divisor;
} peers[] = {
    [ATTAIN_PEER_MINMAX] = {ATTAIN_NORMALISATION_MINMAX, {0, 1}, 1},
    [ATTAIN_PEER_ZSCORE] = {ATTAIN_NORMALISATION_ZSCORE_POPULATION,
                            {50, 10},
                            100},
    [ATTAIN_PEER_RANK] = {ATTAIN_NORMALISATION_PERCENTILE_RANK, {1}, 1},
    [ATTAIN_PEER_PERCENTILE] = {ATTAIN_NORMALISATION_PERCENTILE_RANK, {0.5}, 1},
};

attain_status attain_i_peer_scores(int32_t score, int descending,
                                   const double *values, size_t count,
                                   double *out, attain_i_item *items,
                                   attain_error *err) {
    const struct peer *peer = &peers[score];
    attain_status status = attain_i_normalise_column(
        peer->method, peer->parameters, values, count, descending,
        0.5 * peer->divisor, items, out, err);
    for (size_t i = 0; i < count && status == ATTAIN_OK; i++)
        out[i] /= peer->divisor;
    return status;
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
    attain_status status =
        attain_i_peer_scores(score, descending, values, count, out, items, err);
    attain_i_release(&allocator, items, count, 2 * sizeof *items);
    return status;
}
