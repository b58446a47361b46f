#include "facts.h"

#include <math.h>

/* A yearly rule has three answers: each year's own change, the sum of the
 * changes since the baseline, and their mean per year. The target says which
 * decides; the others are told beside it, for offices differ in which they use.
 */

static enum phrase verdict_phrase(int32_t verdict) {
    return verdict == ATTAIN_VERDICT_MET       ? P_MET
           : verdict == ATTAIN_VERDICT_NOT_MET ? P_NOT_MET
                                               : P_UNKNOWN;
}

/* "-2", or "1–3" with two limits. */
static void put_limit(struct out *out, const struct report *report,
                      const struct entry *entry, double lower, double upper) {
    if (!isnan(lower))
        fact_amount(out, report, entry, lower);
    if (!isnan(lower) && !isnan(upper))
        out_raw(out, "–");
    if (!isnan(upper))
        fact_amount(out, report, entry, upper);
}

static void put_cumulative(struct out *out, const struct report *report,
                           const struct entry *entry,
                           const attain_yearly *found) {
    struct pieces p;
    pieces_begin(&p);
    number_period(&p.piece[0], report->language, found->base);
    fact_amount(&p.piece[1], report, entry, found->cumulative);
    put_limit(&p.piece[2], report, entry, found->cumulative_lower,
              found->cumulative_upper);
    SAY(out, report->language, P_FACT_CUMULATIVE, piece(&p, 0), piece(&p, 1),
        piece(&p, 2),
        phrase(report->language, verdict_phrase(found->cumulative_verdict)));
    pieces_end(&p, out);
}

static void put_mean(struct out *out, const struct report *report,
                     const struct entry *entry, const attain_yearly *found) {
    struct pieces p;
    pieces_begin(&p);
    fact_amount(&p.piece[0], report, entry, found->mean);
    SAY(out, report->language, P_FACT_MEAN_CHANGE, piece(&p, 0),
        phrase(report->language, verdict_phrase(found->mean_verdict)));
    pieces_end(&p, out);
}

static void put_each(struct out *out, const struct report *report,
                     const attain_yearly *found) {
    struct pieces p;
    pieces_begin(&p);
    fact_number(&p.piece[0], found->periods);
    fact_number(&p.piece[1], found->met);
    SAY(out, report->language, P_FACT_EACH, piece(&p, 0), piece(&p, 1),
        phrase(report->language, verdict_phrase(found->every_verdict)));
    pieces_end(&p, out);
}

int fact_change(struct out *out, const struct report *report,
                const struct entry *entry) {
    attain_yearly found;
    attain_yearly_init(&found);
    if ((entry->node.series != ATTAIN_SERIES_CHANGE &&
         entry->node.series != ATTAIN_SERIES_GROWTH) ||
        entry->row < 0 || entry->whole ||
        attain_evaluation_yearly(report->ev, report->plan, report->data,
                                 entry->index, entry->row, &found,
                                 NULL) != ATTAIN_OK ||
        isnan(found.cumulative))
        return 0;
    put_each(out, report, &found);
    out_text(out, phrase(report->language, P_JOIN));
    put_cumulative(out, report, entry, &found);
    out_text(out, phrase(report->language, P_JOIN));
    put_mean(out, report, entry, &found);
    return 1;
}
