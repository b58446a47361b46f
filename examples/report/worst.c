#include "worst.h"

#include <stdlib.h>

static void count_entry(const struct report *report, const struct entry *entry,
                        struct worst *all) {
    size_t rows = 0;
    const uint8_t *verdicts = attain_evaluation_codes(
        report->ev, ATTAIN_MEASURE_VERDICT, entry->index, &rows);
    const int32_t *units =
        attain_evaluation_units(report->ev, entry->index, NULL);
    for (size_t i = 0; verdicts != NULL && i < rows; i++) {
        if (report_is_below(report, entry, i)) {
            struct worst *unit = &all[units[i]];
            unit->targets += verdicts[i] != ATTAIN_VERDICT_NONE;
            unit->not_met += verdicts[i] == ATTAIN_VERDICT_NOT_MET;
            unit->unknown += verdicts[i] == ATTAIN_VERDICT_UNKNOWN;
        }
    }
}

static int is_worse(const struct worst *a, const struct worst *b) {
    if (a->not_met != b->not_met)
        return a->not_met > b->not_met;
    return a->unknown > b->unknown;
}

/* Puts a unit in its place among the worst; the last one falls out. */
static size_t insert(struct worst out[WORST_MOST], size_t count,
                     const struct worst *unit) {
    size_t at = count;
    while (at > 0 && is_worse(unit, &out[at - 1]))
        at--;
    if (at == WORST_MOST)
        return count;
    count += count < WORST_MOST;
    for (size_t i = count - 1; i > at; i--)
        out[i] = out[i - 1];
    out[at] = *unit;
    return count;
}

struct worst *worst_tally(const struct report *report) {
    struct worst *all = calloc(report->info.unit_count + 1, sizeof *all);
    if (all == NULL)
        return NULL;
    for (size_t i = 0; i < report->info.unit_count; i++)
        all[i].unit = (int32_t)i;
    for (size_t i = 0; i < report->entry_count; i++)
        if (report_is_target(&report->entries[i]))
            count_entry(report, &report->entries[i], all);
    return all;
}

size_t worst_find(const struct report *report, struct worst out[WORST_MOST]) {
    struct worst *all = worst_tally(report);
    size_t count = 0;
    for (size_t i = 0; all != NULL && i < report->info.unit_count; i++)
        if (all[i].not_met > 0)
            count = insert(out, count, &all[i]);
    free(all);
    return count;
}
