/* Attainment: how much of a promise is kept (method §4, rulings part 4). */
#include <math.h>
#include <string.h>

#include "attain/numeric.h"
#include "base/decimal.h"
#include "evaluate/aggregate.h"
#include "evaluate/method.h"

double attain_i_distance(const attain_i_judging *judging, double x) {
    if (x < judging->low)
        return judging->low - x;
    if (x > judging->high)
        return x - judging->high;
    return isnan(x) ? NAN : 0;
}

static double clip(double a) {
    if (a < ATTAIN_I_LEAST_ATTAINMENT)
        return 0;
    return a > 1 ? 1 : a;
}

/* --- Ratio -------------------------------------------------------------- */

/* x/t, t/x, or the distance to the band over the farthest one that counts. x
 * does not satisfy the target. */
static double ratio(const attain_i_judging *judging, double x) {
    int lower = !isinf(judging->low);
    int upper = !isinf(judging->high);
    if (lower && upper) {
        double reach = fmax(judging->low - judging->outer_low,
                            judging->outer_high - judging->high);
        return reach > 0 ? clip(1 - attain_i_distance(judging, x) / reach) : 0;
    }
    double t = lower ? judging->low : judging->high;
    if (t == 0)
        return 0;
    /* Both quotients swap below 0; on the far wrong side x has not the sign of
     * t (at least), or t has not that of x (at most). */
    if (lower == (t > 0))
        return t > 0 ? clip(x / t) : (x >= 0 ? 0 : clip(x / t));
    if (t > 0)
        return x <= 0 ? 1 : clip(t / x);
    return x >= 0 ? 1 : clip(t / x);
}

/* Whether the ratio of a band can be computed. */
static int has_ratio(const attain_i_judging *judging) {
    return isinf(judging->low) || isinf(judging->high) ||
           (!isnan(judging->outer_low) && !isnan(judging->outer_high));
}

static void score_ratio(const attain_i_judging *judging,
                        const attain_i_block *block, const double *x,
                        double *out) {
    for (size_t i = 0; i < block->count; i++)
        out[i] = isnan(x[i]) ? NAN : ratio(judging, x[i]);
}

/* --- Progress ----------------------------------------------------------- */

static double progress(const attain_i_judging *judging, double x, double b,
                       int started) {
    double whole = attain_i_distance(judging, b);
    if (whole == 0 && (!started || b == judging->low || b == judging->high))
        return 0;
    if (started)
        return has_ratio(judging) ? ratio(judging, x) : 0;
    return clip(1 - attain_i_distance(judging, x) / whole);
}

/* One-sided targets from one stated start: (x − b)/(t − b). Returns whether it
 * is 1 wherever the target holds: quotients of doubles keep their order. */
static int progress_simple(const attain_i_judging *judging,
                           const attain_i_block *block, const double *x,
                           double b, double *out) {
    double t = isinf(judging->low) ? judging->high : judging->low;
    double way = t - b;
    attain_i_codes_progress(x, b, way, out, block->count);
    return !isinf(way) && attain_i_doubles_decide(judging);
}

/* Returns whether it is 1 wherever the target holds. */
static int score_progress(const attain_i_judging *judging,
                          const attain_i_block *block, const double *x,
                          double *out) {
    int32_t series = judging->target->series;
    int simple = judging->stated && series == ATTAIN_SERIES_LEVEL &&
                 block->count > 0 && block->start[0] == ATTAIN_I_NO &&
                 (isinf(judging->low) || isinf(judging->high)) &&
                 attain_i_distance(judging, judging->target->baseline) > 0;
    if (simple)
        return progress_simple(judging, block, x, judging->target->baseline,
                               out);
    for (size_t i = 0; i < block->count; i++) {
        double b = series == ATTAIN_SERIES_LEVEL ? block->baseline[i] : 0;
        int known = !isnan(x[i]) && block->start[i] != ATTAIN_I_UNKNOWN;
        out[i] =
            known ? progress(judging, x[i], b, block->start[i] == ATTAIN_I_YES)
                  : NAN;
    }
    return 0;
}

/* --- The others --------------------------------------------------------- */

/* 功效系数: 60 points at `bad`, 100 at `good`. */
static void score_efficacy(const attain_i_judging *judging,
                           const attain_i_block *block, const double *x,
                           double *out) {
    const attain_target *target = judging->target;
    double way = target->good - target->bad;
    for (size_t i = 0; i < block->count; i++) {
        double a = (60 + 40 * (x[i] - target->bad) / way) / 100;
        if (!target->open && !isnan(a))
            a = clip(a);
        out[i] = fabs(a) < ATTAIN_I_LEAST_ATTAINMENT ? 0 : a;
    }
}

static void score_steps(const attain_i_judging *judging,
                        const attain_i_block *block, const double *x,
                        double *out) {
    const attain_target *target = judging->target;
    for (size_t i = 0; i < block->count; i++) {
        out[i] = isnan(x[i]) ? NAN : 0;
        for (size_t s = 0; s < target->step_count; s++)
            if (!isnan(x[i]) &&
                attain_i_compare12(x[i], target->steps[2 * s], 0) >= 0)
                out[i] = target->steps[2 * s + 1];
    }
}

static void score_peers(const attain_i_judging *judging,
                        const attain_i_block *block, size_t k, double *out) {
    size_t units = judging->work->forest.unit_count;
    for (size_t i = 0; i < block->count; i++)
        out[i] = judging->peers[k * units + (size_t)block->units[i]];
}

/* 1 where the target holds. */
static void lift(const uint8_t *restrict sat, double *restrict out,
                 size_t count) {
    for (size_t i = 0; i < count; i++)
        out[i] = sat[i] == ATTAIN_I_YES ? 1 : out[i];
}

/* Attainments of period k by the target's score; 1 under ratio, progress and
 * pass whenever the target holds (rulings A15). */
static void score_period(const attain_i_judging *judging, attain_i_block *block,
                         size_t k, double *out) {
    attain_i_block_period(judging, block, k);
    const double *x = block->x[k];
    const uint8_t *sat = block->sat + k * ATTAIN_I_BLOCK;
    int against_limit = 1;
    switch (judging->score) {
    case ATTAIN_SCORE_RATIO:
        score_ratio(judging, block, x, out);
        break;
    case ATTAIN_SCORE_PROGRESS:
        against_limit = !score_progress(judging, block, x, out);
        break;
    case ATTAIN_SCORE_PASS:
        for (size_t i = 0; i < block->count; i++)
            out[i] = sat[i] == ATTAIN_I_NO ? 0 : NAN;
        break;
    case ATTAIN_SCORE_EFFICACY:
        score_efficacy(judging, block, x, out);
        against_limit = 0;
        break;
    case ATTAIN_SCORE_STEPS:
        score_steps(judging, block, x, out);
        against_limit = 0;
        break;
    case ATTAIN_SCORE_METHOD:
        attain_i_score_method(judging, block, k, out);
        against_limit = 0;
        break;
    default:
        score_peers(judging, block, k, out);
        against_limit = attain_i_ranks_the_rest(judging);
        break;
    }
    if (against_limit)
        lift(sat, out, block->count);
    if (memchr(sat, ATTAIN_I_SKIPPED, block->count) == NULL)
        return;
    for (size_t i = 0; i < block->count; i++)
        out[i] = sat[i] == ATTAIN_I_SKIPPED ? NAN : out[i];
}

/* --- Over the periods --------------------------------------------------- */

void attain_i_block_bounds(const attain_i_judging *judging,
                           attain_i_block *block) {
    if (judging->ev->lows == NULL)
        return;
    for (size_t i = 0; i < block->count; i++) {
        double a = block->attainment[i];
        int known = a == a;
        block->low[i] = known ? a : 0;
        block->high[i] = known ? a : 1;
        block->share[i] = known;
    }
}

/* The mean of the judged periods' attainments; unknown periods as §6 treats
 * unknown children (rulings A68). */
static void over_periods(const attain_i_judging *judging,
                         attain_i_block *block) {
    double sums[ATTAIN_I_BLOCK] = {0};
    double errors[ATTAIN_I_BLOCK] = {0};
    uint32_t judged[ATTAIN_I_BLOCK] = {0};
    uint32_t known[ATTAIN_I_BLOCK] = {0};
    double *period = block->after;
    for (size_t k = 0; k < judging->periods; k++) {
        score_period(judging, block, k, period);
        const uint8_t *sat = block->sat + k * ATTAIN_I_BLOCK;
        for (size_t i = 0; i < block->count; i++) {
            judged[i] += sat[i] != ATTAIN_I_SKIPPED;
            if (isnan(period[i]))
                continue;
            double sum = sums[i] + period[i];
            double back = sum - sums[i];
            errors[i] += (sums[i] - (sum - back)) + (period[i] - back);
            sums[i] = sum;
            known[i]++;
        }
    }
    for (size_t i = 0; i < block->count; i++) {
        double sum = sums[i] + errors[i];
        double n = judged[i];
        uint32_t unknown = judged[i] - known[i];
        int32_t missing = judging->ev->missing;
        double over = missing == ATTAIN_MISSING_ZERO ? n : known[i];
        block->attainment[i] =
            over == 0 || (missing == ATTAIN_MISSING_STRICT && unknown > 0)
                ? NAN
                : sum / over;
        block->low[i] = n == 0 ? 0 : sum / n;
        block->high[i] = n == 0 ? 1 : (sum + unknown) / n;
        block->share[i] = n == 0 ? 0 : known[i] / n;
    }
}

void attain_i_block_attainment(const attain_i_judging *judging,
                               attain_i_block *block) {
    size_t last = judging->periods - 1;
    if (!judging->node->takes_part) {
        for (size_t i = 0; i < block->count; i++) {
            block->attainment[i] = NAN;
            block->low[i] = block->high[i] = block->share[i] = NAN;
        }
        return;
    }
    if (judging->target->when == ATTAIN_WHEN_EVERY_PERIOD) {
        over_periods(judging, block);
        return;
    }
    score_period(judging, block, last, block->attainment);
    if (judging->target->when == ATTAIN_WHEN_HOLD &&
        judging->score == ATTAIN_SCORE_PASS) {
        for (size_t i = 0; i < block->count; i++)
            block->attainment[i] =
                block->verdict[i] == ATTAIN_VERDICT_UNKNOWN
                    ? NAN
                    : block->verdict[i] == ATTAIN_VERDICT_MET;
    }
    attain_i_block_bounds(judging, block);
}

/* --- Peers -------------------------------------------------------------- */

static int32_t peer_score(int32_t score) {
    switch (score) {
    case ATTAIN_SCORE_MINMAX:
        return ATTAIN_PEER_MINMAX;
    case ATTAIN_SCORE_ZSCORE:
        return ATTAIN_PEER_ZSCORE;
    case ATTAIN_SCORE_RANK:
        return ATTAIN_PEER_RANK;
    default:
        return ATTAIN_PEER_PERCENTILE;
    }
}

/* Series of period k of every unit of the level, NaN where it is no peer. */
static void peer_series(const attain_i_judging *judging, attain_i_block *block,
                        const attain_i_level *level, size_t k, double *out) {
    int32_t rows[ATTAIN_I_BLOCK] = {0};
    for (size_t at = 0; at < level->count; at += ATTAIN_I_BLOCK) {
        size_t count = level->count - at < ATTAIN_I_BLOCK ? level->count - at
                                                          : ATTAIN_I_BLOCK;
        attain_i_block_take(block, level->units + at, rows, count);
        attain_i_block_start(judging, block);
        attain_i_block_period(judging, block, k);
        for (size_t i = 0; i < count; i++) {
            int peer = block->sat[k * ATTAIN_I_BLOCK + i] != ATTAIN_I_SKIPPED &&
                       attain_i_metric_applies(judging->work, judging->use,
                                               block->units[i],
                                               judging->first + (int32_t)k);
            int first = attain_i_ranks_the_rest(judging) &&
                        block->sat[k * ATTAIN_I_BLOCK + i] == ATTAIN_I_YES;
            out[at + i] = peer && !first ? block->x[k][i] : NAN;
        }
    }
}

double *attain_i_peers(const attain_i_judging *judging, attain_i_block *block,
                       attain_status *status) {
    const attain_i_work *work = judging->work;
    size_t units = work->forest.unit_count;
    int32_t number = attain_i_forest_level(&work->forest, judging->node->level);
    if (number < 0)
        return NULL;
    const attain_i_level *level = &work->forest.level[number];
    double *peers = attain_i_allocate(work->allocator,
                                      units * judging->periods + level->count,
                                      sizeof *peers);
    if (peers == NULL) {
        *status = ATTAIN_ERR_MEMORY;
        return NULL;
    }
    double *x = peers + units * judging->periods;
    size_t k = judging->target->when == ATTAIN_WHEN_EVERY_PERIOD
                   ? 0
                   : judging->periods - 1;
    for (; k < judging->periods && *status == ATTAIN_OK; k++) {
        peer_series(judging, block, level, k, x);
        *status = judging->score == ATTAIN_SCORE_RANK_STEPS
                      ? attain_i_rank_steps(judging, x, level->count)
                      : attain_peer_scores(peer_score(judging->score),
                                           judging->use->metric->direction ==
                                               ATTAIN_DIRECTION_DOWN,
                                           x, level->count, x, NULL);
        for (size_t i = 0; i < level->count; i++)
            peers[k * units + (size_t)level->units[i]] = x[i];
    }
    return peers;
}

void attain_i_peers_release(const attain_i_judging *judging, double *peers) {
    const attain_i_work *work = judging->work;
    int32_t number = attain_i_forest_level(&work->forest, judging->node->level);
    if (peers != NULL)
        attain_i_release(work->allocator, peers,
                         work->forest.unit_count * judging->periods +
                             work->forest.level[number].count,
                         sizeof *peers);
}
