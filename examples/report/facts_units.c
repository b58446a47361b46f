#include "facts.h"

#include <math.h>
#include <string.h>

/* --- Units below --------------------------------------------------------- */

void fact_below(struct out *out, const struct report *report,
                const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    fact_number(&p.piece[0], entry->below.met);
    fact_number(&p.piece[1], entry->below.total);
    fact_number(&p.piece[2], entry->below.not_met);
    fact_number(&p.piece[3], entry->below.unknown);
    SAY(out, report->language, P_BELOW_COUNTS, piece(&p, 0), piece(&p, 1),
        level_units(report->language, entry->node.level), piece(&p, 2),
        piece(&p, 3), level_counter(report->language, entry->node.level));
    pieces_end(&p, out);
}

static void put_name(struct out *out, const struct report *report,
                     const struct entry *entry, size_t row) {
    const int32_t *units =
        attain_evaluation_units(report->ev, entry->index, NULL);
    attain_evaluation_unit unit;
    attain_evaluation_unit_init(&unit);
    if (attain_evaluation_get_unit(report->ev, units[row], &unit, NULL) !=
        ATTAIN_OK) {
        return;
    }
    out_text(out, unit.name);
    double value = attain_evaluation_value(report->ev, ATTAIN_MEASURE_VALUE,
                                           entry->index, (int64_t)row);
    if (report_is_target(entry) && !isnan(value)) {
        out_text(out, phrase(report->language, P_OPEN));
        fact_amount(out, report, entry, value);
        out_text(out, phrase(report->language, P_CLOSE));
    }
}

size_t fact_units(struct out *out, const struct report *report,
                  const struct entry *entry, int verdict, size_t most) {
    size_t rows = 0;
    const uint8_t *verdicts = attain_evaluation_codes(
        report->ev, ATTAIN_MEASURE_VERDICT, entry->index, &rows);
    size_t found = 0;
    for (size_t i = 0; verdicts != NULL && i < rows; i++) {
        if (verdicts[i] != verdict || !report_is_below(report, entry, i)) {
            continue;
        }
        if (found < most) {
            out_text(out, found > 0 ? phrase(report->language, P_COMMA) : "");
            put_name(out, report, entry, i);
        }
        found++;
    }
    if (found > most) {
        struct pieces p;
        pieces_begin(&p);
        fact_number(&p.piece[0], found - most);
        out_text(out, phrase(report->language, P_COMMA));
        SAY(out, report->language, P_MORE, piece(&p, 0));
        pieces_end(&p, out);
    }
    return found;
}

/* --- Why a target is unknown --------------------------------------------- */

enum { NAMED_UNITS = 6 };

static int32_t judged_period(const struct report *report,
                             const struct entry *entry) {
    return entry->node.due < report->info.as_of ? entry->node.due
                                                : report->info.as_of;
}

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
            !isnan(seen.value)) {
            return 1;
        }
    }
    return 0;
}

/* Names a part `[-]variable[group]` of a metric if it was not observed. */
static void check_part(struct out *out, const struct report *report,
                       const char *part, size_t length, int32_t period) {
    while (length > 0 && (*part == ' ' || *part == '-')) {
        part++;
        length--;
    }
    const char *group = memchr(part, '[', length);
    length = group != NULL ? (size_t)(group - part) : length;
    while (length > 0 && part[length - 1] == ' ') {
        length--;
    }
    if (length == 0 || *part == '@') {
        return;
    }
    int32_t variable = attain_dataset_find(
        report->data, ATTAIN_DATASET_VARIABLES, part, length);
    if (variable >= 0 && is_observed(report, variable, period)) {
        return;
    }
    attain_variable info;
    attain_variable_init(&info);
    out_text(out, out->length > 0 ? phrase(report->language, P_COMMA) : "");
    if (variable >= 0 &&
        attain_dataset_get_variable(report->data, variable, &info, NULL) ==
            ATTAIN_OK &&
        info.name != NULL) {
        out_text(out, info.name);
    } else {
        out_bytes(out, part, length);
    }
}

static void missing_parts(struct out *out, const struct report *report,
                          const char *list, int32_t period) {
    while (list != NULL && *list != '\0') {
        size_t length = strcspn(list, ";");
        check_part(out, report, list, length, period);
        list += length;
        list += *list == ';';
    }
}

static void own_reason(struct out *out, const struct report *report,
                       const struct entry *entry) {
    int32_t period = judged_period(report, entry);
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
