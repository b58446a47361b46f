#include "facts.h"
#include "parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- Where a rule for several periods was broken ------------------------- */

struct way {
    int32_t *periods;
    double *observed;
    double *expected;
    size_t count;
};

static int way_read(struct way *way, const struct report *report,
                    const struct entry *entry, int64_t row) {
    size_t count = 0;
    if (attain_evaluation_trajectory(report->ev, report->plan, report->data,
                                     entry->index, row, NULL, NULL, NULL, 0,
                                     &count, NULL) != ATTAIN_OK)
        return 0;
    way->periods = calloc(count + 1, sizeof *way->periods);
    way->observed = calloc(count + 1, sizeof *way->observed);
    way->expected = calloc(count + 1, sizeof *way->expected);
    return way->periods != NULL && way->observed != NULL &&
           way->expected != NULL &&
           attain_evaluation_trajectory(report->ev, report->plan, report->data,
                                        entry->index, row, way->periods,
                                        way->observed, way->expected, count,
                                        &way->count, NULL) == ATTAIN_OK;
}

static void way_free(struct way *way) {
    free(way->periods);
    free(way->observed);
    free(way->expected);
}

static int breaks(const struct entry *entry, double value) {
    struct edge edges[2];
    size_t count = report_edges(entry, edges);
    for (size_t i = 0; i < count; i++)
        if (!number_holds(report_scaled(entry, value), edges[i]))
            return 1;
    return 0;
}

/* The first period that counts and breaks the limit; after it was reached, if
 * the rule is to keep it. */
static size_t first_break(const struct way *way, const struct report *report,
                          const struct entry *entry) {
    int32_t last = entry_period(report, entry);
    int reached = entry->target.when != ATTAIN_WHEN_HOLD;
    for (size_t i = 0; i < way->count; i++) {
        if (way->periods[i] < report->info.first_period ||
            way->periods[i] > last || isnan(way->observed[i]))
            continue;
        int broken = breaks(entry, way->observed[i]);
        if (reached && broken)
            return i;
        reached |= !broken;
    }
    return way->count;
}

int fact_lapse(struct out *out, const struct report *report,
               const struct entry *entry, int64_t row) {
    struct way way = {NULL, NULL, NULL, 0};
    int told = 0;
    if (report_is_target(entry) && entry->target.when != ATTAIN_WHEN_AT_DUE &&
        entry->node.judge == ATTAIN_JUDGE_FULL &&
        way_read(&way, report, entry, row)) {
        size_t at = first_break(&way, report, entry);
        told = at < way.count && way.periods[at] < entry_period(report, entry);
        if (told) {
            struct pieces p;
            pieces_begin(&p);
            number_period(&p.piece[0], report->language, way.periods[at]);
            fact_amount(&p.piece[1], report, entry, way.observed[at]);
            SAY(out, report->language, P_FACT_LAPSE, piece(&p, 0),
                piece(&p, 1));
            pieces_end(&p, out);
        }
    }
    way_free(&way);
    return told;
}

/* --- Why a target is unknown --------------------------------------------- */

enum { NAMED_UNITS = 6 };

static int is_observed(const struct report *report, int32_t variable,
                       int32_t period) {
    int32_t groups =
        (int32_t)attain_dataset_count(report->data, ATTAIN_DATASET_GROUPS);
    for (int32_t group = ATTAIN_GROUP_NONE; group < groups; group++) {
        attain_observation seen;
        attain_observation_init(&seen);
        if (attain_dataset_get_observation(report->data, report->unit_row,
                                           variable, period, group, &seen,
                                           NULL) == ATTAIN_OK &&
            !isnan(seen.value))
            return 1;
    }
    return 0;
}

/* Names a part of a metric if it is a variable and was not observed. */
static void check_part(struct out *out, const struct report *report,
                       const struct part *part, int32_t period) {
    if (part->length == 0 || part->is_metric)
        return;
    int32_t variable = attain_dataset_find(
        report->data, ATTAIN_DATASET_VARIABLES, part->id, part->length);
    if (variable >= 0 && is_observed(report, variable, period))
        return;
    attain_variable info;
    attain_variable_init(&info);
    out_text(out, out->length > 0 ? phrase(report->language, P_COMMA) : "");
    if (variable >= 0 &&
        attain_dataset_get_variable(report->data, variable, &info, NULL) ==
            ATTAIN_OK &&
        info.name != NULL)
        out_text(out, info.name);
    else
        out_bytes(out, part->id, part->length);
}

static void missing_parts(struct out *out, const struct report *report,
                          const char *list, int32_t period) {
    struct part part;
    while (part_next(&list, &part))
        check_part(out, report, &part, period);
}

static void own_reason(struct out *out, const struct report *report,
                       const struct entry *entry) {
    int32_t period = entry_period(report, entry);
    double coverage = entry->value[ATTAIN_MEASURE_COVERAGE];
    struct pieces p;
    pieces_begin(&p);
    number_period(&p.piece[1], report->language, period);
    if (entry->metric.across == ATTAIN_ACROSS_NONE) {
        missing_parts(&p.piece[0], report, entry->metric.numerator, period);
        missing_parts(&p.piece[0], report, entry->metric.denominator, period);
    }
    if (!isnan(entry->value[ATTAIN_MEASURE_VALUE])) {
        out_text(out, phrase(report->language, P_WHY_GAP));
    } else if (p.piece[0].length > 0) {
        SAY(out, report->language, P_WHY_VARIABLE, piece(&p, 0), piece(&p, 1));
    } else if (coverage < 1 && entry->metric.across != ATTAIN_ACROSS_NONE) {
        number_percent(&p.piece[2], coverage);
        SAY(out, report->language, P_WHY_COVERAGE, piece(&p, 2), piece(&p, 1));
        if (fact_lacking(&p.piece[3], report, entry, NAMED_UNITS) > 0) {
            out_text(out, phrase(report->language, P_JOIN));
            SAY(out, report->language, P_LACKING, piece(&p, 3));
        }
    } else if (fact_lacking(&p.piece[3], report, entry, NAMED_UNITS) > 0) {
        SAY(out, report->language, P_WHY_LACKING, piece(&p, 1), piece(&p, 3));
    } else if (entry->target.baseline_period != ATTAIN_PERIOD_NONE &&
               isnan(entry->target.baseline)) {
        out_text(out, phrase(report->language, P_WHY_BASELINE));
    } else if (entry->node.series != ATTAIN_SERIES_LEVEL) {
        out_text(out, phrase(report->language, P_WHY_GAP));
    } else {
        SAY(out, report->language, P_WHY_VALUE, piece(&p, 1));
    }
    pieces_end(&p, out);
}

void fact_reason(struct out *out, const struct report *report,
                 const struct entry *entry) {
    if (!entry->whole) {
        own_reason(out, report, entry);
        return;
    }
    struct pieces p;
    pieces_begin(&p);
    fact_number(&p.piece[0], entry->below.unknown);
    fact_number(&p.piece[1], entry->below.total);
    fact_units(&p.piece[2], report, entry, ATTAIN_VERDICT_UNKNOWN, NAMED_UNITS);
    SAY(out, report->language, P_WHY_UNITS, piece(&p, 0), piece(&p, 1),
        level_units(report->language, entry->node.level), piece(&p, 2),
        level_counter(report->language, entry->node.level));
    pieces_end(&p, out);
}
