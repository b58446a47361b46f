/* Where an attainment reaches the floor of its goal: the scores of method §4,
 * solved for the value. */
#include <math.h>

#include "base/decimal.h"
#include "improve/need.h"

/* A range of values of the series; none is known where it is empty. */
typedef struct range {
    double low;
    double high;
} range;

static range unknown(void) {
    return (range){INFINITY, -INFINITY};
}

/* Both limits of a band, widened by `room` on either side. */
static range widen(const attain_i_judging *judging, double room) {
    range out = {judging->low, judging->high};
    if (!isinf(out.low))
        out.low = attain_i_decimal_subtract(out.low, room);
    if (!isinf(out.high))
        out.high = attain_i_decimal_add(out.high, room);
    return out;
}

static int is_band(const attain_i_judging *judging) {
    return !isinf(judging->low) && !isinf(judging->high);
}

/* x/t ≥ f, or t/x ≥ f; the quotients swap for t < 0 (rulings A66). */
static range by_ratio(const attain_i_judging *judging, double floor) {
    range out = {-INFINITY, INFINITY};
    if (is_band(judging)) {
        double low = judging->low - judging->outer_low;
        double high = judging->outer_high - judging->high;
        return widen(judging, (1 - floor) * fmax(low, high));
    }
    double t = isinf(judging->low) ? judging->high : judging->low;
    if (t == 0 || floor <= 0)
        return t == 0 ? unknown() : out;
    double grown =
        (t > 0) == (isinf(judging->high) != 0) ? t * floor : t / floor;
    if (isinf(judging->high))
        out.low = attain_i_round12(grown);
    else
        out.high = attain_i_round12(grown);
    return out;
}

/* dist(x) ≤ (1 − f) · dist(b) (rulings A13). */
static range by_progress(const attain_i_asking *asking, size_t i,
                         double floor) {
    const attain_i_judging *judging = &asking->judging;
    int level = judging->target->series == ATTAIN_SERIES_LEVEL;
    double b = level ? asking->block.baseline[i] : 0;
    if (isnan(b) || asking->block.start[i] == ATTAIN_I_UNKNOWN)
        return unknown();
    if (asking->block.start[i] == ATTAIN_I_YES)
        return is_band(judging) || b == judging->low || b == judging->high
                   ? unknown()
                   : by_ratio(judging, floor);
    return widen(judging,
                 attain_i_round12((1 - floor) * attain_i_distance(judging, b)));
}

static range by_efficacy(const attain_target *target, double floor) {
    double way = target->good - target->bad;
    double at = target->bad + (100 * floor - 60) / 40 * way;
    range out = {way > 0 ? attain_i_round12(at) : -INFINITY,
                 way > 0 ? INFINITY : attain_i_round12(at)};
    return out;
}

static range range_of(const attain_i_asking *asking, size_t i, double floor) {
    const attain_i_judging *judging = &asking->judging;
    if (judging->target->when == ATTAIN_WHEN_EVERY_PERIOD)
        return unknown();
    switch (judging->score) {
    case ATTAIN_SCORE_RATIO:
        return by_ratio(judging, floor);
    case ATTAIN_SCORE_PROGRESS:
        return by_progress(asking, i, floor);
    case ATTAIN_SCORE_EFFICACY:
        return by_efficacy(judging->target, floor);
    default:
        return unknown();
    }
}

void attain_i_need_floor(attain_i_asking *asking, size_t i, double floor,
                         attain_i_need *out) {
    range to = range_of(asking, i, floor);
    if (!(to.low <= to.high)) {
        attain_i_need_standard(asking, i, out);
        return;
    }
    attain_i_need_reach(asking, i, to.low, to.high, 0, out);
    if (asking->judging.judged < asking->ev->as_of)
        out->obstacle = ATTAIN_OBSTACLE_PAST;
}
