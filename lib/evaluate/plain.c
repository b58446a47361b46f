#include "evaluate/plain.h"

#include <math.h>

#include "attain/evaluate.h"
#include "base/vectors.h"
#include "evaluate/codes.h"

/* Values are taken a strip at a time: what is known of a strip stays in the
 * nearest cache, and codes are as wide as doubles until all is decided, so
 * that loops have one width. */
enum {
    STRIP = 64,
    LINE = 8,
    AHEAD = 256,
    CODE_BITS = 8,
    CODE = (1 << CODE_BITS) - 1
};

/* Some values of the block. */
typedef struct stretch {
    size_t first;
    size_t count;
    size_t all; /* in the block */
} stretch;

/* On the satisfied side of the limit. */
static ATTAIN_I_LOOP int beyond(double x, double limit, int highest) {
    return highest ? x >= limit : x <= limit;
}

/* The better of each value and the best so far. */
static ATTAIN_I_LOOP void improve(const double *restrict x, int highest,
                                  double *restrict best, size_t count) {
    if (highest)
        for (size_t i = 0; i < count; i++)
            best[i] = x[i] > best[i] ? x[i] : best[i];
    else
        for (size_t i = 0; i < count; i++)
            best[i] = x[i] < best[i] ? x[i] : best[i];
}

/* The memory is asked for ahead: columns are so far apart, and pages so small,
 * that the processor does not foresee what follows. */
static ATTAIN_I_LOOP void fetch(const attain_i_plain_columns *of, size_t k,
                                const stretch *at) {
    const double *column = of->x[k];
    size_t ahead = at->first + AHEAD;
    if (ahead >= at->all) {
        if (of->next == NULL)
            return;
        column = of->next[k];
        ahead -= at->all;
    }
    for (size_t i = 0; i < at->count; i += LINE)
        ATTAIN_I_FETCH(column + ahead + i);
}

/* The best of the earlier values: whether any of them satisfied needs one
 * comparison. Without any it is ±infinity, which is on the other side. */
static ATTAIN_I_LOOP void find_best(const attain_i_plain_columns *of,
                                    int highest, const stretch *at,
                                    double *restrict best) {
    for (size_t i = 0; i < at->count; i++)
        best[i] = highest ? -INFINITY : INFINITY;
    for (size_t k = 0; k + 1 < of->periods; k++) {
        fetch(of, k, at);
        improve(of->x[k] + at->first, highest, best, at->count);
    }
}

/* Attainment, and status and verdict in one number: the first that fits, from
 * the last to the first (rulings A71). A pace that may be on either side of a
 * cut-off is near, unless it is surely below a lower one. */
static ATTAIN_I_LOOP void decide(const attain_i_plain *plain,
                                 const double *restrict x,
                                 const double *restrict best, int highest,
                                 double *restrict attainment,
                                 int64_t *restrict codes, size_t count) {
    const attain_i_plain p = *plain;
    const int64_t not_met = ATTAIN_VERDICT_NOT_MET << CODE_BITS;
    const int64_t near = not_met | ATTAIN_I_PLAIN_NEAR;
    const int64_t lost = not_met | ATTAIN_STANDING_LOST;
    const int64_t achieved =
        ATTAIN_VERDICT_MET << CODE_BITS | ATTAIN_STANDING_ACHIEVED;
    const int64_t unknown =
        ATTAIN_VERDICT_UNKNOWN << CODE_BITS | ATTAIN_STANDING_UNKNOWN;
    const int64_t standing = not_met | p.standing;
    for (size_t i = 0; i < count; i++) {
        double way = p.sign * (x[i] - p.start);
        double a = (p.whole < way ? p.whole : way) / p.whole;
        attainment[i] = a < ATTAIN_I_LEAST_ATTAINMENT ? 0 : a;
        int64_t code = way < p.above[0] ? near : standing;
        code = way < p.below[0] ? standing + 1 : code;
        code = way < p.above[1] ? near : code;
        code = way < p.below[1] ? standing + 2 : code;
        code = way < p.above[2] ? near : code;
        code = way < p.below[2] ? standing + 3 : code;
        code = beyond(best[i], p.limit, highest) ? lost : code;
        code = beyond(x[i], p.limit, highest) ? achieved : code;
        codes[i] = x[i] == x[i] ? code : unknown;
    }
}

/* Returns the bits that occur in the statuses. */
static ATTAIN_I_LOOP uint8_t judge_strip(const attain_i_plain *plain,
                                         const attain_i_plain_columns *of,
                                         int highest, stretch at) {
    double best[STRIP];
    int64_t codes[STRIP];
    uint8_t seen = 0;
    const size_t count = at.count;
    uint8_t *restrict verdicts = of->verdicts + at.first;
    find_best(of, highest, &at, best);
    fetch(of, of->periods - 1, &at);
    decide(plain, of->x[of->periods - 1] + at.first, best, highest,
           of->attainment + at.first, codes, count);
    for (size_t i = 0; i < count; i++)
        verdicts[i] = (uint8_t)(codes[i] >> CODE_BITS);
    if (of->statuses == NULL)
        return 0;
    uint8_t *restrict statuses = of->statuses + at.first;
    for (size_t i = 0; i < count; i++)
        statuses[i] = (uint8_t)(codes[i] & CODE);
    for (size_t i = 0; i < count; i++)
        seen |= statuses[i];
    return seen;
}

static ATTAIN_I_LOOP uint8_t judge_side(const attain_i_plain *plain,
                                        const attain_i_plain_columns *of,
                                        int highest, size_t count) {
    uint8_t seen = 0;
    size_t at = 0;
    for (; at + STRIP <= count; at += STRIP)
        seen |= judge_strip(plain, of, highest, (stretch){at, STRIP, count});
    if (at < count)
        seen |=
            judge_strip(plain, of, highest, (stretch){at, count - at, count});
    return seen;
}

static ATTAIN_I_LOOP void judge_loop(const attain_i_plain *plain,
                                     const attain_i_plain_columns *of,
                                     size_t count, uint8_t *seen) {
    const attain_i_plain p = *plain;
    const attain_i_plain_columns columns = *of;
    *seen = p.highest ? judge_side(&p, &columns, 1, count)
                      : judge_side(&p, &columns, 0, count);
}

ATTAIN_I_WIDE(static, judge,
              (const attain_i_plain *plain, const attain_i_plain_columns *of,
               size_t count, uint8_t *seen),
              (plain, of, count, seen))

int attain_i_plain_judge(const attain_i_plain *plain,
                         const attain_i_plain_columns *columns, size_t count) {
    uint8_t seen;
    judge(plain, columns, count, &seen);
    return (seen & ATTAIN_I_PLAIN_NEAR) != 0;
}
