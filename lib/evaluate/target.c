/* A block of a target's own rows: verdict, attainment, bounds and status. */
#include "evaluate/target.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"

/* --- Status ------------------------------------------------------------- */

/* Order against a cut-off, in 12 digits where doubles are not clear of it. */
static int is_below(double pace, double cut) {
    double apart = pace - cut;
    return fabs(apart) > 1e-9 * (fabs(pace) + fabs(cut))
               ? apart < 0
               : attain_i_compare12(pace, cut, cut == 0 ? 1 : 0) < 0;
}

/* on_track, slow, off_track and reversing follow each other. */
static uint8_t rated(const attain_evaluation *ev, double pace) {
    return (uint8_t)(ATTAIN_STANDING_ON_TRACK + is_below(pace, ev->on_track) +
                     is_below(pace, ev->slow) + is_below(pace, 0));
}

static void rate_paces(const attain_i_judging *judging, attain_i_block *block,
                       uint8_t *out) {
    const attain_evaluation *ev = judging->ev;
    attain_i_block_pace(judging, block);
    if (!attain_i_codes_below(block->pace, ev->on_track, ev->slow,
                              ATTAIN_STANDING_ON_TRACK, out, block->count))
        return;
    for (size_t i = 0; i < block->count; i++)
        if (block->pace[i] == block->pace[i])
            out[i] = rated(ev, block->pace[i]);
}

static int any_open_question(const attain_i_block *block) {
    return memchr(block->verdict, ATTAIN_VERDICT_NOT_MET, block->count) != NULL;
}

/* The first that fits (method §5, rulings A71–A73). `out` comes with what the
 * pace says. */
static void choose_status(const uint8_t *restrict verdicts,
                          const uint8_t *restrict was, uint8_t *restrict out,
                          size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint8_t status = was[i] ? ATTAIN_STANDING_LOST : out[i];
        status = verdicts[i] == ATTAIN_VERDICT_MET ? ATTAIN_STANDING_ACHIEVED
                                                   : status;
        out[i] = verdicts[i] == ATTAIN_VERDICT_UNKNOWN ? ATTAIN_STANDING_UNKNOWN
                                                       : status;
    }
}

/* Without a comparator there is no verdict (rulings A58). */
static void no_status(const double *x, uint8_t *out, size_t count) {
    for (size_t i = 0; i < count; i++)
        out[i] =
            isnan(x[i]) ? ATTAIN_STANDING_UNKNOWN : ATTAIN_STANDING_UNRATED;
}

static void find_status(const attain_i_judging *judging,
                        attain_i_block *block) {
    uint8_t was[ATTAIN_I_BLOCK];
    uint8_t *statuses = block->status;
    int open = any_open_question(block);
    if (judging->ev->statuses == NULL)
        return;
    if (judging->target->comparator == ATTAIN_COMPARATOR_NONE) {
        no_status(block->x[judging->periods - 1], statuses, block->count);
        return;
    }
    memset(was, 0, block->count);
    if (open)
        attain_i_block_was_met(judging, block, was);
    if (judging->judged == judging->due)
        memset(statuses, ATTAIN_STANDING_MISSED, block->count);
    else if (open)
        rate_paces(judging, block, statuses);
    choose_status(block->verdict, was, statuses, block->count);
}

/* --- Plain -------------------------------------------------------------- */

/* How the rows of a plain target were judged at once. */
enum outcome { NOT_PLAIN = 0, ALL_SURE = 1, SOME_NEAR = 2 };

static int follow(const int32_t *numbers, size_t count) {
    return (size_t)(numbers[count - 1] - numbers[0]) == count - 1;
}

static enum outcome judge_plainly(const attain_i_judging *judging,
                                  const attain_i_judging *next,
                                  attain_i_block *block, const int32_t *units,
                                  const int32_t *rows, size_t count) {
    const attain_evaluation *ev = judging->ev;
    const double **x = block->lent;
    const double **ahead = x + judging->periods;
    if (!judging->plain.usable || !follow(units, count) ||
        !follow(rows, count) || !attain_i_series_lent(judging, units[0], x))
        return NOT_PLAIN;
    if (next == NULL || next->periods != judging->periods ||
        !attain_i_series_lent(next, units[0], ahead))
        ahead = NULL;
    size_t row = judging->node->first_row + (size_t)rows[0];
    attain_i_plain_columns columns = {
        x,
        ahead,
        judging->periods,
        attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, judging->node) +
            rows[0],
        ev->verdicts + row,
        ev->statuses == NULL ? NULL : ev->statuses + row};
    return attain_i_plain_judge(&judging->plain, &columns, count) ? SOME_NEAR
                                                                  : ALL_SURE;
}

/* Paces that doubles do not decide. */
static void rate_near(const attain_i_judging *judging, attain_i_block *block) {
    attain_i_block_start(judging, block);
    attain_i_block_period(judging, block, judging->periods - 1);
    attain_i_block_pace(judging, block);
    for (size_t i = 0; i < block->count; i++)
        if (block->status[i] == ATTAIN_I_PLAIN_NEAR)
            block->status[i] = rated(judging->ev, block->pace[i]);
}

/* What is left of a block of a plain target. */
static void finish_plain(const attain_i_judging *judging, attain_i_block *block,
                         enum outcome outcome) {
    if (outcome == SOME_NEAR)
        rate_near(judging, block);
    if (judging->plain.scored) {
        attain_i_block_bounds(judging, block);
        return;
    }
    attain_i_block_start(judging, block);
    attain_i_block_attainment(judging, block);
}

/* --- A block ------------------------------------------------------------ */

static void judge_block(const attain_i_judging *judging,
                        attain_i_block *block) {
    attain_i_block_start(judging, block);
    attain_i_block_verdict(judging, block);
    attain_i_block_period(judging, block, judging->periods - 1);
    attain_i_block_attainment(judging, block);
    find_status(judging, block);
}

/* Where the rows follow each other, the block writes into the columns. */
static void aim(const attain_i_judging *judging, attain_i_block *block) {
    const attain_evaluation *ev = judging->ev;
    if (!block->rows_follow)
        return;
    size_t row = (size_t)block->rows[0];
    size_t first = judging->node->first_row + row;
    block->attainment =
        attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, judging->node) + row;
    block->verdict = ev->verdicts + first;
    if (ev->statuses != NULL)
        block->status = ev->statuses + first;
    if (ev->lows == NULL)
        return;
    block->low = ev->lows + first;
    block->high = ev->highs + first;
    block->share = ev->shares + first;
}

/* Brings what was written into the block to its rows. */
static void settle(const attain_i_judging *judging,
                   const attain_i_block *block) {
    const attain_evaluation *ev = judging->ev;
    double *attainment =
        attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, judging->node);
    for (size_t i = 0; i < block->count && !block->rows_follow; i++) {
        size_t row = judging->node->first_row + (size_t)block->rows[i];
        attainment[block->rows[i]] = block->attainment[i];
        ev->verdicts[row] = block->verdict[i];
        if (ev->statuses != NULL)
            ev->statuses[row] = block->status[i];
        if (ev->lows == NULL)
            continue;
        ev->lows[row] = block->low[i];
        ev->highs[row] = block->high[i];
        ev->shares[row] = block->share[i];
    }
}

void attain_i_target_rows(const attain_i_judging *judging,
                          const attain_i_judging *next, attain_i_block *block,
                          const int32_t *units, const int32_t *rows,
                          size_t count) {
    const attain_evaluation *ev = judging->ev;
    enum outcome outcome =
        judge_plainly(judging, next, block, units, rows, count);
    if (outcome == ALL_SURE && judging->plain.scored && ev->lows == NULL &&
        !attain_i_measures_kept(ev))
        return;
    for (size_t at = 0; at < count; at += ATTAIN_I_BLOCK) {
        size_t left = count - at;
        attain_i_block_take(block, units + at, rows + at,
                            left < ATTAIN_I_BLOCK ? left : ATTAIN_I_BLOCK);
        aim(judging, block);
        if (outcome == NOT_PLAIN)
            judge_block(judging, block);
        else
            finish_plain(judging, block, outcome);
        settle(judging, block);
        attain_i_block_measures(judging, block);
    }
}
