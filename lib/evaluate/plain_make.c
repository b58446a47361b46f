/* Which targets are plain ones, and what they are judged by. */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "evaluate/target.h"

/* The next double above. */
static double next_above(double x) {
    int64_t bits;
    if (x == 0)
        return 0x1p-1074;
    memcpy(&bits, &x, sizeof bits);
    bits += x > 0 ? 1 : -1;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* A limit that is not included is the next double before it. */
static void set_limit(const attain_i_judging *judging, attain_i_plain *out) {
    int32_t comparator = judging->target->comparator;
    out->highest = isinf(judging->high);
    out->limit = out->highest ? judging->low : judging->high;
    if (comparator == ATTAIN_COMPARATOR_ABOVE)
        out->limit = next_above(out->limit);
    if (comparator == ATTAIN_COMPARATOR_BELOW)
        out->limit = -next_above(-out->limit);
}

/* Progress from a start on the other side of the limit, and the ratio to a
 * lower limit above 0, are ways from a start; and 1 wherever the target holds,
 * for quotients of doubles keep their order. Where pace is counted from another
 * start, or the other way, the attainment is found elsewhere. */
static void set_attainment(const attain_i_judging *judging,
                           const attain_i_block *block, int paced,
                           attain_i_plain *out) {
    double from = 0;
    double limit = out->highest ? judging->low : judging->high;
    out->whole = 1;
    if (judging->score == ATTAIN_SCORE_PROGRESS && judging->stated &&
        block->start[0] == ATTAIN_I_NO)
        from = judging->target->baseline;
    else if (judging->score != ATTAIN_SCORE_RATIO || !out->highest)
        return;
    double sign = out->highest ? 1 : -1;
    double whole = sign * (limit - from);
    if (!(whole > 0) || isinf(whole) ||
        (paced && (from != out->start || sign != out->sign)))
        return;
    out->start = from;
    out->sign = sign;
    out->whole = whole;
    out->scored = 1;
}

/* Cut-offs of pace as ways from the start. Each side of the comparison is off
 * by a rounding or two, which the band between below and above covers many
 * times over. */
static void set_cuts(const attain_i_judging *judging, double way,
                     attain_i_plain *out) {
    double cuts[ATTAIN_I_CUTS] = {judging->ev->on_track, judging->ev->slow, 0};
    double size = fabs(way);
    out->sign = way < 0 ? -1 : 1;
    for (int c = ATTAIN_I_CUTS - 1; c > 0 && cuts[c] > cuts[c - 1]; c--) {
        cuts[c] = cuts[c - 1];
        cuts[c - 1] = 0;
    }
    for (int c = 0; c < ATTAIN_I_CUTS; c++) {
        double band = 4e-9 * (fabs(cuts[c]) + 1) * size;
        out->below[c] = cuts[c] * size - band;
        out->above[c] = cuts[c] * size + band;
    }
}

static void set_no_cuts(attain_i_plain *out) {
    out->sign = 1;
    for (int c = 0; c < ATTAIN_I_CUTS; c++)
        out->below[c] = out->above[c] = -INFINITY;
}

/* What is not met is missed, rated by its pace, or unrated. False when the
 * pace is another one at each unit. */
static int set_standing(const attain_i_judging *judging,
                        const attain_i_block *block, int *paced,
                        attain_i_plain *out) {
    double way = NAN;
    set_no_cuts(out);
    out->standing = ATTAIN_STANDING_MISSED;
    if (judging->judged == judging->due)
        return 1;
    out->standing = ATTAIN_STANDING_UNRATED;
    if (!attain_i_pace_is_simple(judging, block, &way))
        return judging->base == ATTAIN_PERIOD_NONE;
    if (isnan(way))
        return 1;
    out->standing = ATTAIN_STANDING_ON_TRACK;
    out->start = judging->target->baseline;
    *paced = 1;
    set_cuts(judging, way, out);
    return fabs(way) > 1e-100 && fabs(way) < 1e100;
}

void attain_i_plain_make(attain_i_judging *judging,
                         const attain_i_block *block) {
    attain_i_plain *out = &judging->plain;
    int32_t comparator = judging->target->comparator;
    memset(out, 0, sizeof *out);
    int one_sided = isinf(judging->low) != isinf(judging->high);
    if (!attain_i_doubles_decide(judging) || !one_sided ||
        comparator == ATTAIN_COMPARATOR_NONE ||
        judging->target->when != ATTAIN_WHEN_AT_DUE ||
        !judging->node->takes_part)
        return;
    int observed = !judging->stated && judging->base != ATTAIN_PERIOD_NONE;
    int paced = 0;
    set_limit(judging, out);
    out->usable = !observed && set_standing(judging, block, &paced, out);
    set_attainment(judging, block, paced, out);
}
