/* Verdicts of a block (method §3, rulings A5, A19, A64, A72). */
#include <math.h>
#include <string.h>

#include "evaluate/target.h"

static void at_due(const attain_i_judging *judging, attain_i_block *block) {
    size_t last = judging->periods - 1;
    attain_i_block_period(judging, block, last);
    attain_i_codes_verdict(block->sat + last * ATTAIN_I_BLOCK, block->verdict,
                           block->count);
}

static void every_period(const attain_i_judging *judging,
                         attain_i_block *block) {
    uint8_t seen[ATTAIN_I_BLOCK][3];
    memset(seen, 0, sizeof seen);
    for (size_t k = 0; k < judging->periods; k++) {
        attain_i_block_period(judging, block, k);
        const uint8_t *sat = block->sat + k * ATTAIN_I_BLOCK;
        for (size_t i = 0; i < block->count; i++)
            if (sat[i] != ATTAIN_I_SKIPPED)
                seen[i][sat[i]] = 1;
    }
    for (size_t i = 0; i < block->count; i++)
        if (seen[i][ATTAIN_I_NO])
            block->verdict[i] = ATTAIN_VERDICT_NOT_MET;
        else if (seen[i][ATTAIN_I_UNKNOWN] || !seen[i][ATTAIN_I_YES])
            block->verdict[i] = ATTAIN_VERDICT_UNKNOWN;
        else
            block->verdict[i] = ATTAIN_VERDICT_MET;
}

/* Reach, then keep: what the periods from the first known satisfied one say.
 */
static uint8_t hold_one(const attain_i_judging *judging,
                        const attain_i_block *block, size_t i) {
    int reached = 0;
    int gap = 0;
    int fallen = 0;
    uint8_t at_end = ATTAIN_I_UNKNOWN;
    for (size_t k = 0; k < judging->periods; k++) {
        uint8_t sat = block->sat[k * ATTAIN_I_BLOCK + i];
        if (sat == ATTAIN_I_SKIPPED)
            continue;
        at_end = sat;
        reached |= sat == ATTAIN_I_YES;
        fallen |= reached && sat == ATTAIN_I_NO;
        gap |= reached && sat == ATTAIN_I_UNKNOWN;
    }
    if (at_end == ATTAIN_I_NO || fallen)
        return ATTAIN_VERDICT_NOT_MET;
    if (at_end == ATTAIN_I_UNKNOWN || gap)
        return ATTAIN_VERDICT_UNKNOWN;
    return ATTAIN_VERDICT_MET;
}

static void hold(const attain_i_judging *judging, attain_i_block *block) {
    for (size_t k = 0; k < judging->periods; k++)
        attain_i_block_period(judging, block, k);
    for (size_t i = 0; i < block->count; i++)
        block->verdict[i] = hold_one(judging, block, i);
}

void attain_i_block_verdict(const attain_i_judging *judging,
                            attain_i_block *block) {
    if (judging->target->when == ATTAIN_WHEN_EVERY_PERIOD)
        every_period(judging, block);
    else if (judging->target->when == ATTAIN_WHEN_HOLD)
        hold(judging, block);
    else
        at_due(judging, block);
    if (judging->target->comparator == ATTAIN_COMPARATOR_NONE)
        memset(block->verdict, ATTAIN_VERDICT_NONE, block->count);
}

/* Marks where a period satisfied and, with `first` set, none was judged before.
 */
static void mark_met(const uint8_t *restrict sat, uint8_t first,
                     uint8_t *restrict judged, uint8_t *restrict out,
                     size_t count) {
    for (size_t i = 0; i < count; i++) {
        out[i] |= (uint8_t)((sat[i] == ATTAIN_I_YES) & !(first & judged[i]));
        judged[i] |= (uint8_t)(sat[i] != ATTAIN_I_SKIPPED);
    }
}

/* An earlier verdict was met: at_due, in a period that satisfied; hold, when
 * it was first reached; every_period, when its first judged period satisfied.
 */
void attain_i_block_was_met(const attain_i_judging *judging,
                            attain_i_block *block, uint8_t *out) {
    uint8_t first = judging->target->when == ATTAIN_WHEN_EVERY_PERIOD;
    uint8_t judged[ATTAIN_I_BLOCK] = {0};
    memset(out, 0, block->count);
    if (judging->periods < 2)
        return;
    for (size_t k = 0; k + 1 < judging->periods; k++) {
        attain_i_block_period(judging, block, k);
        mark_met(block->sat + k * ATTAIN_I_BLOCK, first, judged, out,
                 block->count);
    }
}
