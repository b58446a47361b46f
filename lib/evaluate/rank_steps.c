/* Points by rank: those that hold have all, the others by their place among
 * themselves (rulings A117). */
#include <math.h>

#include "attain/numeric.h"
#include "evaluate/target.h"

int attain_i_ranks_the_rest(const attain_i_judging *judging) {
    return judging->score == ATTAIN_SCORE_RANK_STEPS &&
           judging->target->comparator != ATTAIN_COMPARATOR_NONE;
}

/* Points of the last step that is not beyond the rank. */
static double points_of(const attain_target *target, double rank) {
    double points = isnan(rank) ? NAN : 0;
    for (size_t s = 0; s < target->step_count; s++)
        if (rank >= target->steps[2 * s])
            points = target->steps[2 * s + 1];
    return points;
}

attain_status attain_i_rank_steps(const attain_i_judging *judging, double *x,
                                  size_t count) {
    const attain_allocator *allocator = judging->work->allocator;
    int32_t low_is_good =
        judging->use->metric->direction == ATTAIN_DIRECTION_DOWN;
    double *ranks = attain_i_allocate(allocator, count, sizeof *ranks);
    if (ranks == NULL)
        return ATTAIN_ERR_MEMORY;
    attain_status status = attain_ranks(ATTAIN_RANK_MIN, NULL, 0, x, 1, count,
                                        count, &low_is_good, ranks, NULL, NULL);
    for (size_t i = 0; i < count && status == ATTAIN_OK; i++)
        x[i] = points_of(judging->target, ranks[i]);
    attain_i_release(allocator, ranks, count, sizeof *ranks);
    return status;
}
