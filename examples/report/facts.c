#include "facts.h"

#include <math.h>
#include <string.h>

#include "width.h"

/* --- Pieces -------------------------------------------------------------- */

void pieces_begin(struct pieces *pieces) {
    for (size_t i = 0; i < sizeof pieces->piece / sizeof pieces->piece[0];
         i++) {
        out_begin(&pieces->piece[i], OUT_TEXT);
    }
}

void pieces_end(struct pieces *pieces, struct out *out) {
    for (size_t i = 0; i < sizeof pieces->piece / sizeof pieces->piece[0];
         i++) {
        out->failed |= pieces->piece[i].failed;
        out_free(&pieces->piece[i]);
    }
}

const char *piece(struct pieces *pieces, size_t index) {
    return out_string(&pieces->piece[index]);
}

/* --- States -------------------------------------------------------------- */

const char *state_symbol(enum state state) {
    static const char *const symbols[STATE_COUNT] = {"✓", "↗", "→", "↘", "✗",
                                                     "✗", "?", "•", "÷"};
    return symbols[state];
}

const char *state_class(enum state state) {
    static const char *const classes[STATE_COUNT] = {
        "met",    "ontrack", "slow",    "off",  "failed",
        "notmet", "unknown", "watched", "units"};
    return classes[state];
}

const char *entry_word(const struct report *report, const struct entry *entry) {
    const char *word = NULL;
    switch (entry->state) {
    case STATE_ON_TRACK:
    case STATE_SLOW:
    case STATE_OFF_TRACK:
    case STATE_FAILED:
        word = attain_word_label(ATTAIN_VOCABULARY_STANDING, entry->standing,
                                 report->language);
        break;
    case STATE_MET:
        word = phrase(report->language, P_MET);
        break;
    case STATE_UNKNOWN:
        word = phrase(report->language, P_UNKNOWN);
        break;
    case STATE_WATCHED:
        word = phrase(report->language, P_WATCHED);
        break;
    case STATE_ABSENT:
        word = phrase(report->language, P_PER_UNIT);
        break;
    default:
        word = phrase(report->language, P_NOT_MET);
    }
    return word != NULL ? word : "";
}

/* --- Numbers ------------------------------------------------------------- */

void fact_number(struct out *out, size_t number) {
    out_count(out, number);
}

static int is_difference(const struct entry *entry) {
    return entry->node.series == ATTAIN_SERIES_CHANGE ||
           entry->node.series == ATTAIN_SERIES_SINCE_BASELINE;
}

static int is_growth(const struct entry *entry) {
    return entry->node.series == ATTAIN_SERIES_GROWTH ||
           entry->node.series == ATTAIN_SERIES_GROWTH_SINCE_BASELINE;
}

static void put_unit(struct out *out, const struct report *report,
                     const struct entry *entry, int difference) {
    int percent = is_growth(entry) || strcmp(entry->node.unit, "%") == 0;
    if (percent && (difference || is_difference(entry))) {
        out_text(out, phrase(report->language, P_POINTS));
    } else if (percent) {
        out_raw(out, "%");
    } else if (entry->node.unit[0] != '\0') {
        int tight = report->language == ATTAIN_LANGUAGE_ZH &&
                    (unsigned char)entry->node.unit[0] >= 0x80;
        out_raw(out, tight ? "" : " ");
        out_text(out, entry->node.unit);
    }
}

static int decimals_of(const struct entry *entry) {
    return is_growth(entry) ? NUMBER_ALL_DECIMALS : entry->node.decimals;
}

void fact_amount(struct out *out, const struct report *report,
                 const struct entry *entry, double value) {
    struct edge edges[2];
    size_t count = entry->node.judge == ATTAIN_JUDGE_ROUNDED
                       ? 0
                       : report_edges(entry, edges);
    number_near(out, report_scaled(entry, value), decimals_of(entry), edges,
                count);
    put_unit(out, report, entry, 0);
}

void fact_difference(struct out *out, const struct report *report,
                     const struct entry *entry, double scaled) {
    number_plain(out, scaled, decimals_of(entry));
    put_unit(out, report, entry, 1);
}

void fact_score(struct out *out, const struct report *report, double score) {
    number_near(out, score, 1, report->bands, report->band_count);
}

/* --- Limits -------------------------------------------------------------- */

void fact_limit(struct out *out, const struct report *report,
                const struct entry *entry) {
    static const char *const signs[] = {"≥", "≤", ">", "<"};
    struct edge edges[2];
    size_t count = report_edges(entry, edges);
    const char *gap = report->language == ATTAIN_LANGUAGE_ZH ? "" : " ";
    if (count == 0) {
        out_text(out, phrase(report->language, P_WATCHED));
        return;
    }
    if (count == 2) {
        number_exact(out, edges[0].at);
        out_raw(out, "–");
        number_exact(out, edges[1].at);
    } else {
        out_text(out, signs[edges[0].comparator]);
        out_raw(out, gap);
        number_exact(out, edges[0].at);
    }
    put_unit(out, report, entry, 0);
}

static void put_qualities(struct out *out, const struct report *report,
                          const struct entry *entry) {
    const char *series = attain_word_label(
        ATTAIN_VOCABULARY_SERIES, entry->node.series, report->language);
    const char *when = attain_word_label(ATTAIN_VOCABULARY_WHEN,
                                         entry->target.when, report->language);
    const char *open = phrase(report->language, P_OPEN);
    const char *close = phrase(report->language, P_CLOSE);
    if (entry->node.series != ATTAIN_SERIES_LEVEL && series != NULL) {
        out_text(out, open);
        out_text(out, series);
        out_text(out, close);
    }
    if (entry->target.when != ATTAIN_WHEN_AT_DUE && when != NULL) {
        out_text(out, open);
        out_text(out, when);
        out_text(out, close);
    }
}

static void put_share(struct out *out, const struct report *report,
                      const struct entry *entry) {
    if (entry->share >= 1) {
        return;
    }
    struct pieces p;
    pieces_begin(&p);
    number_percent(&p.piece[0], entry->share);
    out_text(out, phrase(report->language, P_COMMA_CLAUSE));
    SAY(out, report->language, P_SHARE, piece(&p, 0));
    pieces_end(&p, out);
}

void fact_required(struct out *out, const struct report *report,
                   const struct entry *entry) {
    int finer = entry->whole || entry->row < 0;
    const char *units = level_name(report->language, entry->node.level);
    if (!report_is_target(entry)) {
        SAY(out, report->language, P_EACH_GOAL, units);
        put_share(out, report, entry);
        return;
    }
    struct pieces p;
    pieces_begin(&p);
    fact_limit(&p.piece[0], report, entry);
    put_qualities(&p.piece[0], report, entry);
    number_period(&p.piece[1], report->language, entry->node.due);
    if (entry->node.comparator == ATTAIN_COMPARATOR_NONE) {
        out_text(&p.piece[2], piece(&p, 0));
    } else {
        SAY(&p.piece[2], report->language, P_LIMIT_DUE, piece(&p, 0),
            piece(&p, 1));
    }
    if (finer) {
        SAY(out, report->language, P_EACH, units, piece(&p, 2));
        put_share(out, report, entry);
    } else {
        out_text(out, piece(&p, 2));
    }
    pieces_end(&p, out);
}

/* --- Values -------------------------------------------------------------- */

static void whole_value(struct out *out, const struct report *report,
                        const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    fact_number(&p.piece[0], entry->below.met);
    fact_number(&p.piece[1], entry->below.total);
    number_percent(&p.piece[2],
                   (double)entry->below.met / (double)entry->below.total);
    SAY(out, report->language, P_SHARE_MET, piece(&p, 0), piece(&p, 1),
        level_units(report->language, entry->node.level), piece(&p, 2),
        level_counter(report->language, entry->node.level));
    pieces_end(&p, out);
}

void fact_value(struct out *out, const struct report *report,
                const struct entry *entry) {
    double value = entry->value[ATTAIN_MEASURE_VALUE];
    if ((entry->whole || entry->row < 0) && entry->below.total > 0) {
        whole_value(out, report, entry);
    } else if (isnan(value)) {
        out_text(out, phrase(report->language, P_NO_VALUE));
    } else {
        fact_amount(out, report, entry, value);
    }
}

/* Columns of the numerator: 1 if every value observed in the period is whole,
 * so that what is missing is counted in whole things too. */
static int is_counted(const struct report *report, int32_t variable,
                      int32_t period) {
    size_t count = 0;
    const double *values = attain_dataset_column_view(
        report->data, variable, period, ATTAIN_GROUP_NONE, &count);
    for (size_t i = 0; values != NULL && i < count; i++) {
        if (!isnan(values[i]) && values[i] != floor(values[i])) {
            return 0;
        }
    }
    return values != NULL;
}

static int32_t single_variable(const struct report *report,
                               const struct entry *entry) {
    return entry->metric.numerator == NULL
               ? -1
               : attain_dataset_find(report->data, ATTAIN_DATASET_VARIABLES,
                                     entry->metric.numerator,
                                     ATTAIN_NUL_TERMINATED);
}

/* How many more (or too many) of what the numerator counts. */
static void put_numerator(struct out *out, const struct report *report,
                          const struct entry *entry, const char **name) {
    double missing = entry->value[ATTAIN_MEASURE_SHORTFALL_NUMERATOR];
    int32_t variable = single_variable(report, entry);
    attain_variable info;
    attain_variable_init(&info);
    *name = entry->metric.numerator;
    if (variable >= 0 &&
        attain_dataset_get_variable(report->data, variable, &info, NULL) ==
            ATTAIN_OK) {
        *name = info.name != NULL ? info.name : info.id;
        int32_t period = entry->node.due < report->info.as_of
                             ? entry->node.due
                             : report->info.as_of;
        if (is_counted(report, variable, period)) {
            missing = ceil(missing - 1e-9);
        }
    }
    number_plain(out, missing, missing >= 100 ? 0 : NUMBER_ALL_DECIMALS);
    if (info.unit != NULL && info.unit[0] != '\0') {
        int tight = report->language == ATTAIN_LANGUAGE_ZH &&
                    (unsigned char)info.unit[0] >= 0x80;
        out_raw(out, tight ? "" : " ");
        out_text(out, info.unit);
    }
}

static int is_over(const struct entry *entry) {
    double value = entry->value[ATTAIN_MEASURE_VALUE];
    return isnan(entry->node.lower) || value > entry->node.upper;
}

int fact_shortfall(struct out *out, const struct report *report,
                   const struct entry *entry) {
    double gap = entry->value[ATTAIN_MEASURE_SHORTFALL];
    double count = entry->value[ATTAIN_MEASURE_SHORTFALL_NUMERATOR];
    int over = is_over(entry);
    int has_gap = gap > 0;
    int has_count = count > 0 && entry->metric.numerator != NULL;
    if (!has_gap && !has_count) {
        return 0;
    }
    struct pieces p;
    pieces_begin(&p);
    const char *name = "";
    if (has_gap) {
        number_plain(&p.piece[0], report_scaled(entry, gap),
                     NUMBER_ALL_DECIMALS);
        put_unit(&p.piece[0], report, entry, 1);
    }
    if (has_count) {
        put_numerator(&p.piece[1], report, entry, &name);
    }
    if (entry->whole) {
        SAY(out, report->language,
            has_count ? P_FACT_COUNT_BELOW : P_FACT_SHORT_BELOW,
            piece(&p, has_count ? 1 : 0), name);
    } else if (has_gap && has_count && entry->metric.denominator != NULL) {
        SAY(out, report->language,
            over ? P_FACT_OVER_COUNT : P_FACT_SHORT_COUNT, piece(&p, 0),
            piece(&p, 1), name);
    } else {
        SAY(out, report->language, over ? P_FACT_OVER : P_FACT_SHORT,
            piece(&p, has_gap ? 0 : 1));
    }
    pieces_end(&p, out);
    return 1;
}

int fact_will_miss(const struct entry *entry) {
    double projection = entry->value[ATTAIN_MEASURE_PROJECTION];
    struct edge edges[2];
    size_t count = report_edges(entry, edges);
    if (isnan(projection)) {
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        if (!number_holds(report_scaled(entry, projection), edges[i])) {
            return 1;
        }
    }
    return 0;
}

int fact_projection(struct out *out, const struct report *report,
                    const struct entry *entry) {
    double projection = entry->value[ATTAIN_MEASURE_PROJECTION];
    double low = entry->value[ATTAIN_MEASURE_PROJECTION_LOW];
    double high = entry->value[ATTAIN_MEASURE_PROJECTION_HIGH];
    double probability = entry->value[ATTAIN_MEASURE_PROBABILITY];
    if (isnan(projection)) {
        return 0;
    }
    struct pieces p;
    pieces_begin(&p);
    fact_amount(&p.piece[0], report, entry, projection);
    number_period(&p.piece[1], report->language, entry->node.due);
    if (low < high) {
        number_plain(&p.piece[2], report_scaled(entry, low),
                     decimals_of(entry));
        number_plain(&p.piece[3], report_scaled(entry, high),
                     decimals_of(entry));
        SAY(out, report->language, P_FACT_INTERVAL, piece(&p, 0), piece(&p, 1),
            piece(&p, 2), piece(&p, 3));
    } else {
        SAY(out, report->language, P_FACT_PROJECTION, piece(&p, 0),
            piece(&p, 1));
    }
    if (!isnan(probability)) {
        number_percent(&p.piece[4], probability);
        out_text(out, phrase(report->language, P_COMMA_CLAUSE));
        SAY(out, report->language, P_FACT_PROBABILITY, piece(&p, 4));
    }
    pieces_end(&p, out);
    return 1;
}
