/* The index itself: the one draw that changes nothing. */
#include <string.h>

#include "numeric/doubt.h"

typedef struct one_draw {
    const attain_i_index *index;
    double *scores;
    uint32_t *ranks;
} one_draw;

static void take_one(size_t draw, size_t worker, const double *scores,
                     const uint32_t *ranks, void *user) {
    const one_draw *to = user;
    (void)draw;
    (void)worker;
    size_t units = to->index->units;
    for (size_t u = 0; u < units && to->scores != NULL; u++)
        to->scores[u] = attain_i_index_shown(to->index, scores[u]);
    if (to->ranks != NULL)
        memcpy(to->ranks, ranks, units * sizeof *ranks);
}

attain_status attain_i_score_itself(const attain_i_index *index, double *scores,
                                    uint32_t *ranks, attain_error *err) {
    attain_doubt_options options;
    attain_doubt_options_init(&options);
    attain_i_design design = {.draws = 1, .itself = 1};
    one_draw to = {index, scores, ranks};
    attain_i_sink sink = {.take = take_one, .user = &to};
    return attain_i_run_draws(index, &options, &design, &sink, err);
}
