#include "evaluate/plain.h"

#include <math.h>

#include "attain/evaluate.h"
#include "base/vectors.h"
#include "evaluate/codes.h"

/* Values are taken a strip at a time: what is known of a strip stays in the
 * nearest cache, and codes are as wide as doubles until all is decided, so
 * that loops have one width. */
enum { STRIP = 64, LINE = 8, CODE_BITS = 8, CODE = (1 << CODE_BITS) - 1 };

/* The best of the earlier values on the satisfied side: whether any of them
 * satisfied needs one comparison. Without one it is ±infinity, which is on the
 * other side. */
static ATTAIN_I_LOOP void find_best(const double *const *x, size_t periods,
                                    size_t at, int highest,
                                    double *restrict best, size_t count) {
    for (size_t i = 0; i < count; i++)
        best[i] = highest ? -INFINITY : INFINITY;
    for (size_t k = 0; k + 1 < periods; k++) {
        const double *restrict value = x[k] + at;
        if (highest) {
            for (size_t i = 0; i < count; i++)
                best[i] = value[i] > best[i] ? value[i] : best[i];
        } else {
            for (size_t i = 0; i < count; i++)
                best[i] = value[i] < best[i] ? value[i] : best[i];
        }
    }
}

static ATTAIN_I_LOOP void attain(const attain_i_plain *plain,
                                 const double *restrict x,
                                 double *restrict attainment, size_t count) {
    double from = plain->from;
    double whole = plain->whole;
    for (size_t i = 0; i < count; i++) {
        double a = (x[i] - from) / whole;
        a = a < ATTAIN_I_LEAST_ATTAINMENT ? 0 : a;
        attainment[i] = a > 1 ? 1 : a;
    }
}

/* Status and verdict of each value in one number: the first that fits, from the
 * last to the first (rulings A71). Returns all of them or'ed. */
static ATTAIN_I_LOOP int64_t decide(const attain_i_plain *plain,
                                    const double *restrict x,
                                    const double *restrict best,
                                    int64_t *restrict codes, size_t count) {
    const attain_i_plain p = *plain;
    const int64_t known = ATTAIN_VERDICT_NOT_MET << CODE_BITS;
    const int64_t achieved =
        ATTAIN_VERDICT_MET << CODE_BITS | ATTAIN_STANDING_ACHIEVED;
    const int64_t unknown =
        ATTAIN_VERDICT_UNKNOWN << CODE_BITS | ATTAIN_STANDING_UNKNOWN;
    int64_t all = 0;
    for (size_t i = 0; i < count; i++) {
        double way = p.sign * (x[i] - p.start);
        int64_t code = p.standing + known;
        code += way < p.below[0] ? 1 : 0;
        code += way < p.below[1] ? 1 : 0;
        code += way < p.below[2] ? 1 : 0;
        int64_t most = p.standing + known;
        most += way < p.above[0] ? 1 : 0;
        most += way < p.above[1] ? 1 : 0;
        most += way < p.above[2] ? 1 : 0;
        code = code == most ? code : known | ATTAIN_I_PLAIN_NEAR;
        int64_t was = best[i] >= p.low ? 1 : 0;
        was = best[i] <= p.high ? was : 0;
        code = was ? known | ATTAIN_STANDING_LOST : code;
        int64_t met = x[i] >= p.low ? 1 : 0;
        met = x[i] <= p.high ? met : 0;
        code = met ? achieved : code;
        code = x[i] == x[i] ? code : unknown;
        codes[i] = code;
        all |= code;
    }
    return all;
}

/* The memory is asked for ahead: columns are so far apart that the processor
 * does not foresee which one follows. */
static ATTAIN_I_LOOP void fetch(const attain_i_plain_columns *of, size_t at,
                                size_t count) {
    for (size_t k = 0; of->next != NULL && k < of->periods; k++) {
        for (size_t i = 0; i < count; i += LINE)
            ATTAIN_I_FETCH(of->next[k] + at + i);
    }
}

static ATTAIN_I_LOOP int64_t judge_strip(const attain_i_plain *plain,
                                         const attain_i_plain_columns *of,
                                         size_t at, size_t count) {
    double best[STRIP];
    int64_t codes[STRIP];
    const double *now = of->x[of->periods - 1] + at;
    uint8_t *restrict verdicts = of->verdicts + at;
    uint8_t *restrict statuses = of->statuses + at;
    fetch(of, at, count);
    find_best(of->x, of->periods, at, isinf(plain->high), best, count);
    attain(plain, now, of->attainment + at, count);
    int64_t all = decide(plain, now, best, codes, count);
    for (size_t i = 0; i < count; i++)
        statuses[i] = (uint8_t)(codes[i] & CODE);
    for (size_t i = 0; i < count; i++)
        verdicts[i] = (uint8_t)(codes[i] >> CODE_BITS);
    return all;
}

static ATTAIN_I_LOOP void judge_loop(const attain_i_plain *plain,
                                     const attain_i_plain_columns *of,
                                     size_t count, int64_t *all) {
    const attain_i_plain p = *plain;
    const attain_i_plain_columns columns = *of;
    int64_t codes = 0;
    size_t at = 0;
    for (; at + STRIP <= count; at += STRIP)
        codes |= judge_strip(&p, &columns, at, STRIP);
    if (at < count)
        codes |= judge_strip(&p, &columns, at, count - at);
    *all = codes;
}

ATTAIN_I_WIDE(static, judge,
              (const attain_i_plain *plain, const attain_i_plain_columns *of,
               size_t count, int64_t *all),
              (plain, of, count, all))

int attain_i_plain_judge(const attain_i_plain *plain,
                         const attain_i_plain_columns *columns, size_t count) {
    int64_t all;
    judge(plain, columns, count, &all);
    return (all & ATTAIN_I_PLAIN_NEAR) != 0;
}
