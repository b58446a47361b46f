#include <stdlib.h>

#include "text_parts.h"
#include "worst.h"

/* A target that a unit does not meet, with its value there. */
static void unmet_item(struct out *out, const struct report *report,
                       const struct entry *entry, int64_t row) {
    struct pieces p;
    double value = attain_evaluation_value(report->ev, ATTAIN_MEASURE_VALUE,
                                           entry->index, row);
    pieces_begin(&p);
    out_text(&p.piece[0], entry->node.name);
    if (value == value) {
        out_text(&p.piece[0], phrase(report->language, P_OPEN));
        fact_amount(&p.piece[0], report, entry, value);
        out_text(&p.piece[0], phrase(report->language, P_CLOSE));
    }
    out_wrap(out, piece(&p, 0), "      ✗ ", "        ", TEXT_COLUMNS);
    pieces_end(&p, out);
}

static void unmet_items(struct out *out, const struct report *report,
                        int32_t unit) {
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (report_is_target(entry) &&
            report_verdict(report, entry, unit) == ATTAIN_VERDICT_NOT_MET) {
            unmet_item(
                out, report, entry,
                attain_evaluation_find_row(report->ev, entry->index, unit));
        }
    }
}

static void unit_item(struct out *out, const struct report *report,
                      const struct worst *tally) {
    attain_evaluation_unit unit;
    struct pieces p;
    attain_evaluation_unit_init(&unit);
    if (attain_evaluation_get_unit(report->ev, tally->unit, &unit, NULL) !=
        ATTAIN_OK)
        return;
    pieces_begin(&p);
    fact_number(&p.piece[0], tally->targets);
    fact_number(&p.piece[1], tally->targets - tally->not_met - tally->unknown);
    fact_number(&p.piece[2], tally->not_met);
    fact_number(&p.piece[3], tally->unknown);
    SAY(&p.piece[4], report->language, P_UNIT_TALLY, unit.name, unit.id,
        piece(&p, 0), piece(&p, 1), piece(&p, 2), piece(&p, 3));
    out_wrap(out, piece(&p, 4),
             tally->not_met > 0   ? " ✗ "
             : tally->unknown > 0 ? " ? "
                                  : " ✓ ",
             "   ", TEXT_COLUMNS);
    pieces_end(&p, out);
    unmet_items(out, report, tally->unit);
}

void text_units(struct out *out, const struct report *report) {
    struct worst *all = worst_tally(report);
    out->failed |= all == NULL;
    text_heading(out, phrase(report->language, P_BY_UNIT));
    for (size_t i = 0; all != NULL && i < report->info.unit_count; i++)
        if (all[i].targets > 0)
            unit_item(out, report, &all[i]);
    free(all);
}
