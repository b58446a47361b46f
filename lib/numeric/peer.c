#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/normalise.h"

/* Scores of 0…1 as normalisations; without a spread, half. */
static const struct peer {
    int32_t method;
    double parameters[2];
    size_t parameter_count;
    double divisor;
} peers[] = {
    [ATTAIN_PEER_MINMAX] = {ATTAIN_NORMALISATION_MINMAX, {0, 1}, 2, 1},
    [ATTAIN_PEER_ZSCORE] = {ATTAIN_NORMALISATION_ZSCORE_POPULATION,
                            {50, 10},
                            2,
                            100},
    [ATTAIN_PEER_RANK] = {ATTAIN_NORMALISATION_PERCENTILE_RANK, {1}, 1, 1},
    [ATTAIN_PEER_PERCENTILE] = {ATTAIN_NORMALISATION_PERCENTILE_RANK,
                                {0.5},
                                1,
                                1},
};

attain_status attain_peer_scores(int32_t score, int32_t descending,
                                 const double *values, size_t count,
                                 double *out, attain_error *err) {
    attain_allocator allocator;
    if (score < ATTAIN_PEER_MINMAX || score > ATTAIN_PEER_PERCENTILE)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "score", -1,
                             "there is no peer score %d", (int)score);
    const struct peer *peer = &peers[score];
    attain_i_allocator_set(&allocator, NULL);
    uint8_t *reasons = attain_i_allocate(&allocator, count, 1);
    if (reasons == NULL)
        return attain_i_fail_memory(err);
    attain_status status = attain_normalise(
        peer->method, peer->parameters, peer->parameter_count, values, 1, count,
        count, NULL, 0, 0, &descending, out, reasons, err);
    for (size_t i = 0; i < count && status == ATTAIN_OK; i++) {
        if (reasons[i] == ATTAIN_REASON_NONE)
            out[i] /= peer->divisor;
        else if (reasons[i] != ATTAIN_REASON_MISSING)
            out[i] = 0.5;
    }
    attain_i_release(&allocator, reasons, count, 1);
    return status;
}
