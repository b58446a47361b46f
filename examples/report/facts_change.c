#include "facts.h"

#include <math.h>

/* A yearly rule has three answers: the year's own change, the sum of the
 * changes since the baseline, and their mean per year. The first decides; the
 * other two are told beside it, for offices differ in which they use. */

static double cleaned(const struct entry *entry, double value) {
    double scaled = report_scaled(entry, value);
    double rounded;
    return attain_round(&scaled, 1, 10, 1, &rounded, NULL) == ATTAIN_OK
               ? rounded
               : scaled;
}

static int holds(const struct entry *entry, double value, int as_gap) {
    struct edge edges[2];
    size_t count = report_edges(entry, edges);
    for (size_t i = 0; i < count; i++) {
        edges[i].at = as_gap ? 0 : edges[i].at;
        if (!number_holds(value, edges[i])) {
            return 0;
        }
    }
    return count > 0;
}

static void put_answer(struct out *out, const struct report *report,
                       const struct entry *entry, int32_t measure) {
    int gap = measure == ATTAIN_MEASURE_CUMULATIVE_GAP;
    double value = cleaned(entry, entry->value[measure]);
    struct pieces p;
    pieces_begin(&p);
    if (gap) {
        fact_difference(&p.piece[0], report, entry, value);
    } else {
        fact_amount(&p.piece[0], report, entry, entry->value[measure]);
    }
    SAY(out, report->language, gap ? P_FACT_CUMULATIVE : P_FACT_MEAN_CHANGE,
        piece(&p, 0),
        phrase(report->language, holds(entry, value, gap) ? P_MET : P_NOT_MET));
    pieces_end(&p, out);
}

int fact_change(struct out *out, const struct report *report,
                const struct entry *entry) {
    static const int32_t measures[2] = {ATTAIN_MEASURE_CUMULATIVE_GAP,
                                        ATTAIN_MEASURE_MEAN_CHANGE};
    int any = 0;
    if (entry->node.series != ATTAIN_SERIES_CHANGE) {
        return 0;
    }
    for (size_t i = 0; i < 2; i++) {
        if (!isnan(entry->value[measures[i]])) {
            out_text(out, any ? phrase(report->language, P_JOIN) : "");
            put_answer(out, report, entry, measures[i]);
            any = 1;
        }
    }
    return any;
}
