#include "facts.h"

#include <math.h>
#include <string.h>

#include "parts.h"

/* --- What the numerator counts ------------------------------------------- */

/* What a shortfall of the numerator is counted in. */
struct counted {
    struct out name;
    struct out unit;
    int whole; /* every part is counted in whole things */
    size_t parts;
};

/* 1 if every value observed in the period is whole, so that what is missing is
 * counted in whole things too. */
static int is_whole(const struct report *report, int32_t variable,
                    int32_t period) {
    size_t count = 0;
    const double *values = attain_dataset_column_view(
        report->data, variable, period, ATTAIN_GROUP_NONE, &count);
    for (size_t i = 0; values != NULL && i < count; i++)
        if (!isnan(values[i]) && values[i] != floor(values[i]))
            return 0;
    return values != NULL;
}

static void add_metric(struct counted *counted, const struct report *report,
                       const char *id, size_t length) {
    attain_metric metric;
    attain_metric_init(&metric);
    int32_t row =
        attain_plan_find(report->plan, ATTAIN_PLAN_METRICS, id, length);
    if (attain_plan_get_metric(report->plan, row, &metric, NULL) != ATTAIN_OK) {
        counted->whole = 0;
        return;
    }
    out_text(&counted->name, metric.name);
    counted->whole &= metric.decimals <= 0;
    if (counted->parts == 0)
        fact_unit(&counted->unit, report, metric.unit);
}

static void add_variable(struct counted *counted, const struct report *report,
                         const char *id, size_t length, int32_t period) {
    attain_variable variable;
    attain_variable_init(&variable);
    int32_t row =
        attain_dataset_find(report->data, ATTAIN_DATASET_VARIABLES, id, length);
    if (attain_dataset_get_variable(report->data, row, &variable, NULL) !=
        ATTAIN_OK) {
        counted->whole = 0;
        return;
    }
    out_text(&counted->name,
             variable.name != NULL ? variable.name : variable.id);
    counted->whole &= is_whole(report, row, period);
    if (counted->parts == 0)
        fact_unit(&counted->unit, report, variable.unit);
}

static void count_numerator(struct counted *counted,
                            const struct report *report,
                            const struct entry *entry) {
    const char *list = entry->metric.numerator;
    int32_t period = entry_period(report, entry);
    struct part part;
    counted->whole = 1;
    while (part_next(&list, &part)) {
        if (part.minus || counted->parts > 0)
            out_raw(&counted->name, part.minus ? " − " : " + ");
        if (part.is_metric)
            add_metric(counted, report, part.id, part.length);
        else
            add_variable(counted, report, part.id, part.length, period);
        counted->parts++;
    }
}

/* --- Shortfall ----------------------------------------------------------- */

static int is_over(const struct entry *entry) {
    double value = entry->value[ATTAIN_MEASURE_VALUE];
    return isnan(entry->node.lower) ||
           (!entry->whole && value > entry->node.upper);
}

/* How many more (or too many) of what the numerator counts. */
static void put_count(struct out *out, const struct entry *entry,
                      struct counted *counted) {
    double missing = entry->value[ATTAIN_MEASURE_SHORTFALL_NUMERATOR];
    missing = counted->whole ? ceil(missing - 1e-9) : missing;
    number_plain(out, missing, missing >= 100 ? 0 : NUMBER_ALL_DECIMALS);
    out_text(out, out_string(&counted->unit));
}

static void say_count(struct out *out, const struct report *report,
                      const struct entry *entry, const char *gap) {
    struct counted counted = {{0}, {0}, 0, 0};
    struct pieces p;
    int over = is_over(entry);
    pieces_begin(&p);
    out_begin(&counted.name, OUT_TEXT);
    out_begin(&counted.unit, OUT_TEXT);
    count_numerator(&counted, report, entry);
    put_count(&p.piece[0], entry, &counted);
    if (entry->whole) {
        SAY(out, report->language,
            over ? P_FACT_OVER_COUNT_BELOW : P_FACT_COUNT_BELOW, piece(&p, 0),
            out_string(&counted.name));
    } else {
        SAY(out, report->language,
            over ? P_FACT_OVER_COUNT : P_FACT_SHORT_COUNT, gap, piece(&p, 0),
            out_string(&counted.name));
    }
    out->failed |= counted.name.failed | counted.unit.failed;
    out_free(&counted.name);
    out_free(&counted.unit);
    pieces_end(&p, out);
}

static void say_gap(struct out *out, const struct report *report,
                    const struct entry *entry, const char *gap) {
    static const enum phrase words[2][2] = {
        {P_FACT_SHORT, P_FACT_OVER}, {P_FACT_SHORT_BELOW, P_FACT_OVER_BELOW}};
    SAY(out, report->language, words[entry->whole != 0][is_over(entry)], gap);
}

int fact_shortfall(struct out *out, const struct report *report,
                   const struct entry *entry) {
    double gap = entry->value[ATTAIN_MEASURE_SHORTFALL];
    double count = entry->value[ATTAIN_MEASURE_SHORTFALL_NUMERATOR];
    int has_gap = gap > 0;
    int has_count = count > 0 && entry->metric.numerator != NULL &&
                    (entry->metric.denominator != NULL || !has_gap);
    if ((!has_gap && !has_count) || entry_is_yes_no(entry))
        return 0;
    struct pieces p;
    pieces_begin(&p);
    if (has_gap)
        fact_difference(&p.piece[0], report, entry, report_scaled(entry, gap));
    if (has_count)
        say_count(out, report, entry, piece(&p, 0));
    else
        say_gap(out, report, entry, piece(&p, 0));
    pieces_end(&p, out);
    return 1;
}

/* --- Expected ------------------------------------------------------------ */

int entry_expects_level(const struct entry *entry) {
    return entry->node.series == ATTAIN_SERIES_CHANGE ||
           entry->node.series == ATTAIN_SERIES_GROWTH;
}

int fact_expected(struct out *out, const struct report *report,
                  const struct entry *entry) {
    double expected = entry->value[ATTAIN_MEASURE_EXPECTED];
    if (isnan(expected) || entry_is_yes_no(entry))
        return 0;
    if (entry_expects_level(entry)) {
        fact_level(out, report, entry, expected);
    } else {
        fact_apart(out, report, entry, expected,
                   entry->value[ATTAIN_MEASURE_VALUE]);
    }
    return 1;
}

/* --- Projection ---------------------------------------------------------- */

int entry_has_trend(const struct entry *entry) {
    int none_allowed = entry->node.series == ATTAIN_SERIES_LEVEL &&
                       isnan(entry->node.lower) && entry->node.upper == 0;
    return !entry_is_yes_no(entry) && !none_allowed &&
           !isnan(entry->value[ATTAIN_MEASURE_PROJECTION]);
}

int entry_is_decided(const struct entry *entry) {
    return entry->verdict == ATTAIN_VERDICT_NOT_MET &&
           (entry->target.when == ATTAIN_WHEN_EVERY_PERIOD ||
            (entry->target.when == ATTAIN_WHEN_HOLD &&
             entry->standing == ATTAIN_STANDING_LOST));
}

int fact_will_miss(const struct entry *entry) {
    double projection = entry->value[ATTAIN_MEASURE_PROJECTION];
    struct edge edges[2];
    size_t count = report_edges(entry, edges);
    if (!entry_has_trend(entry) || entry->verdict == ATTAIN_VERDICT_MET ||
        entry_is_decided(entry))
        return 0;
    for (size_t i = 0; i < count; i++)
        if (!number_holds(report_scaled(entry, projection), edges[i]))
            return 1;
    return 0;
}

int fact_projection(struct out *out, const struct report *report,
                    const struct entry *entry) {
    double projection = entry->value[ATTAIN_MEASURE_PROJECTION];
    double low = entry->value[ATTAIN_MEASURE_PROJECTION_LOW];
    double high = entry->value[ATTAIN_MEASURE_PROJECTION_HIGH];
    double probability = entry->value[ATTAIN_MEASURE_PROBABILITY];
    if (!entry_has_trend(entry))
        return 0;
    struct pieces p;
    pieces_begin(&p);
    fact_amount(&p.piece[0], report, entry, projection);
    number_period(&p.piece[1], report->language, entry->node.due);
    if (low < high) {
        number_plain(&p.piece[2], report_scaled(entry, low),
                     entry_decimals(entry));
        number_plain(&p.piece[3], report_scaled(entry, high),
                     entry_decimals(entry));
        SAY(out, report->language, P_FACT_INTERVAL, piece(&p, 0), piece(&p, 1),
            piece(&p, 2), piece(&p, 3));
    } else {
        SAY(out, report->language, P_FACT_PROJECTION, piece(&p, 0),
            piece(&p, 1));
    }
    if (!isnan(probability)) {
        number_chance(&p.piece[4], probability);
        out_text(out, phrase(report->language, P_COMMA_CLAUSE));
        SAY(out, report->language, P_FACT_PROBABILITY, piece(&p, 4));
    }
    pieces_end(&p, out);
    return 1;
}
