#include "facts.h"

#include <math.h>

/* --- Units below --------------------------------------------------------- */

static void add_count(struct out *out, const struct report *report,
                      const struct entry *entry, size_t number,
                      enum phrase words) {
    if (number > 0) {
        struct pieces p;
        pieces_begin(&p);
        fact_number(&p.piece[0], number);
        out_text(out, phrase(report->language, P_COMMA_CLAUSE));
        SAY(out, report->language, words, piece(&p, 0),
            level_counter(report->language, entry->node.level));
        pieces_end(&p, out);
    }
}

void fact_below(struct out *out, const struct report *report,
                const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    fact_number(&p.piece[0], entry->below.met);
    fact_number(&p.piece[1], entry->below.total);
    SAY(out, report->language, P_BELOW_COUNTS, piece(&p, 0), piece(&p, 1),
        level_units(report->language, entry->node.level),
        level_counter(report->language, entry->node.level));
    add_count(out, report, entry, entry->below.not_met, P_BELOW_NOT_MET);
    add_count(out, report, entry, entry->below.unknown, P_BELOW_UNKNOWN);
    pieces_end(&p, out);
}

static void put_name(struct out *out, const struct report *report,
                     const struct entry *entry, size_t row, int verdict) {
    const int32_t *units =
        attain_evaluation_units(report->ev, entry->index, NULL);
    attain_evaluation_unit unit;
    attain_evaluation_unit_init(&unit);
    if (attain_evaluation_get_unit(report->ev, units[row], &unit, NULL) !=
        ATTAIN_OK)
        return;
    double value = attain_evaluation_value(report->ev, ATTAIN_MEASURE_VALUE,
                                           entry->index, (int64_t)row);
    struct pieces p;
    pieces_begin(&p);
    if (report_is_target(entry) && verdict == ATTAIN_VERDICT_NOT_MET &&
        !fact_lapse(&p.piece[0], report, entry, (int64_t)row) && !isnan(value))
        fact_amount(&p.piece[0], report, entry, value);
    out_text(out, unit.name);
    if (p.piece[0].length > 0) {
        out_text(out, phrase(report->language, P_OPEN));
        out_text(out, piece(&p, 0));
        out_text(out, phrase(report->language, P_CLOSE));
    }
    pieces_end(&p, out);
}

void fact_more(struct out *out, const struct report *report, size_t found,
               size_t most) {
    if (found > most) {
        struct pieces p;
        pieces_begin(&p);
        fact_number(&p.piece[0], found - most);
        out_text(out, phrase(report->language, P_COMMA));
        SAY(out, report->language, P_MORE, piece(&p, 0));
        pieces_end(&p, out);
    }
}

size_t fact_units(struct out *out, const struct report *report,
                  const struct entry *entry, int verdict, size_t most) {
    size_t rows = 0;
    const uint8_t *verdicts = attain_evaluation_codes(
        report->ev, ATTAIN_MEASURE_VERDICT, entry->index, &rows);
    size_t found = 0;
    for (size_t i = 0; verdicts != NULL && i < rows; i++) {
        if (verdicts[i] != verdict || !report_is_below(report, entry, i))
            continue;
        if (found < most) {
            out_text(out, found > 0 ? phrase(report->language, P_COMMA) : "");
            put_name(out, report, entry, i, verdict);
        }
        found++;
    }
    fact_more(out, report, found, most);
    return found;
}
