/* Verdicts of goals: what their children say by the goal's rule. */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "evaluate/goal.h"

/* What the children of one row say. */
typedef struct votes {
    int32_t met;
    int32_t not_met;
    int32_t unknown;
    int32_t below;    /* not met and known below the floor */
    int32_t doubtful; /* not met or unknown, and not known at the floor */
} votes;

/* A child is known at the floor when its low is, below it when its high is:
 * what is unknown in it can then change nothing. Of one that takes no part in
 * the score nothing is known. */
static void count_vote(const attain_i_goal_making *m, votes *set,
                       uint8_t verdict, double low, double high) {
    double floor = m->goal->floor;
    int free = isnan(floor);
    int at_floor =
        free || attain_i_compare12(isnan(low) ? 0 : low, floor, 0) >= 0;
    int below =
        !free && attain_i_compare12(isnan(high) ? 1 : high, floor, 0) < 0;
    set->met += verdict == ATTAIN_VERDICT_MET;
    set->not_met += verdict == ATTAIN_VERDICT_NOT_MET;
    set->unknown += verdict == ATTAIN_VERDICT_UNKNOWN;
    set->below += verdict == ATTAIN_VERDICT_NOT_MET && below;
    set->doubtful += verdict != ATTAIN_VERDICT_MET && !at_floor;
}

/* At least k met, every other one at the floor: best and worst case (A29). */
static uint8_t at_least(const attain_i_goal_making *m, const votes *set) {
    int32_t needed = m->goal->at_least;
    if (set->met + set->unknown < needed || set->below > 0)
        return ATTAIN_VERDICT_NOT_MET;
    return set->met >= needed && set->doubtful == 0 ? ATTAIN_VERDICT_MET
                                                    : ATTAIN_VERDICT_UNKNOWN;
}

static uint8_t verdict_of(const attain_i_goal_making *m, const votes *set) {
    if (m->node->child_count == 0)
        return ATTAIN_VERDICT_UNKNOWN;
    if (set->met + set->not_met + set->unknown == 0)
        return ATTAIN_VERDICT_NONE;
    if (m->goal->rule == ATTAIN_RULE_AT_LEAST)
        return at_least(m, set);
    if (m->goal->rule == ATTAIN_RULE_ANY) {
        if (set->met > 0)
            return ATTAIN_VERDICT_MET;
        return set->unknown > 0 ? ATTAIN_VERDICT_UNKNOWN
                                : ATTAIN_VERDICT_NOT_MET;
    }
    if (set->not_met > 0)
        return ATTAIN_VERDICT_NOT_MET;
    return set->unknown > 0 ? ATTAIN_VERDICT_UNKNOWN : ATTAIN_VERDICT_MET;
}

/* The verdicts of one child over the block; NONE where it has no row. */
static const uint8_t *verdicts_of(const attain_i_goal_making *m,
                                  const attain_i_node *child,
                                  const attain_i_run *block, uint8_t *space) {
    const uint8_t *verdicts = m->ev->verdicts + child->first_row;
    if (&m->ev->rows[child->rows] == m->rows && block->follow)
        return verdicts + block->rows[0];
    for (size_t i = 0; i < block->count; i++) {
        int64_t row = attain_i_goal_child_row(m, child, block->rows[i]);
        space[i] = row < 0 ? ATTAIN_VERDICT_NONE : verdicts[row];
    }
    return space;
}

/* `all` and `any` need to know only which verdicts occur. */
static void vote_simply(const attain_i_goal_making *m,
                        const attain_i_run *block, uint8_t *out) {
    uint8_t seen[ATTAIN_I_GOAL_BLOCK] = {0};
    uint8_t space[ATTAIN_I_GOAL_BLOCK];
    for (int32_t c = 0; c < m->node->child_count; c++) {
        if (attain_i_goal_child(m, c)->bonus > 0)
            continue;
        const uint8_t *verdicts =
            verdicts_of(m, attain_i_goal_child(m, c), block, space);
        attain_i_codes_see(verdicts, seen, block->count);
    }
    uint8_t outcomes[ATTAIN_I_KEYS];
    for (uint8_t bits = 0; bits < ATTAIN_I_KEYS; bits++) {
        votes set = {bits & 1, bits >> 1 & 1, bits >> 2 & 1, 0, 0};
        outcomes[bits] = verdict_of(m, &set);
    }
    attain_i_codes_look_up(seen, outcomes, out, block->count);
}

static void vote_counting(const attain_i_goal_making *m,
                          const attain_i_run *block, uint8_t *out) {
    votes sets[ATTAIN_I_GOAL_BLOCK];
    memset(sets, 0, sizeof sets);
    for (int32_t c = 0; c < m->node->child_count; c++) {
        const attain_i_node *child = attain_i_goal_child(m, c);
        if (child->bonus > 0)
            continue;
        const uint8_t *verdicts = m->ev->verdicts + child->first_row;
        const double *low = m->ev->lows + child->first_row;
        const double *high = m->ev->highs + child->first_row;
        for (size_t i = 0; i < block->count; i++) {
            int64_t row = attain_i_goal_child_row(m, child, block->rows[i]);
            if (row >= 0 && verdicts[row] != ATTAIN_VERDICT_NONE)
                count_vote(m, &sets[i], verdicts[row], low[row], high[row]);
        }
    }
    for (size_t i = 0; i < block->count; i++)
        out[i] = verdict_of(m, &sets[i]);
}

static void put_codes(const attain_i_run *block, const uint8_t *codes,
                      uint8_t *out) {
    if (block->follow) {
        memcpy(out + block->rows[0], codes, block->count);
        return;
    }
    for (size_t i = 0; i < block->count; i++)
        out[block->rows[i]] = codes[i];
}

void attain_i_goal_vote(const attain_i_goal_making *m,
                        const attain_i_run *block) {
    attain_evaluation *ev = m->ev;
    uint8_t verdicts[ATTAIN_I_GOAL_BLOCK];
    int ended = ev->as_of >= ev->last_period;
    if (m->goal->rule == ATTAIN_RULE_AT_LEAST)
        vote_counting(m, block, verdicts);
    else
        vote_simply(m, block, verdicts);
    size_t first = m->node->first_row;
    uint8_t table[ATTAIN_I_KEYS] = {0};
    uint8_t statuses[ATTAIN_I_GOAL_BLOCK];
    put_codes(block, verdicts, ev->verdicts + first);
    if (ev->statuses == NULL)
        return;
    for (uint8_t verdict = 0; verdict < 4; verdict++)
        table[verdict] = attain_i_status_of(verdict, ended);
    attain_i_codes_look_up(verdicts, table, statuses, block->count);
    put_codes(block, statuses, ev->statuses + first);
}
