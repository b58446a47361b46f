#include "facts.h"

#include <math.h>
#include <string.h>

#include "width.h"

/* --- Pieces -------------------------------------------------------------- */

void pieces_begin(struct pieces *pieces) {
    for (size_t i = 0; i < sizeof pieces->piece / sizeof pieces->piece[0]; i++)
        out_begin(&pieces->piece[i], OUT_TEXT);
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
                                                     "○", "?", "•", "÷"};
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

void fact_unit(struct out *out, const struct report *report, const char *unit) {
    if (unit == NULL || unit[0] == '\0' || strcmp(unit, "是否") == 0 ||
        strcmp(unit, "yes/no") == 0)
        return;
    int tight = report->language == ATTAIN_LANGUAGE_ZH &&
                (unsigned char)unit[0] >= 0x80;
    out_raw(out, tight ? "" : " ");
    out_text(out, unit);
}

int32_t entry_period(const struct report *report, const struct entry *entry) {
    return entry->node.due < report->info.as_of ? entry->node.due
                                                : report->info.as_of;
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

/* A yes or no is counted 0 and 1 in the tables. */
int entry_is_yes_no(const struct entry *entry) {
    return entry->node.series == ATTAIN_SERIES_LEVEL &&
           (strcmp(entry->node.unit, "是否") == 0 ||
            strcmp(entry->node.unit, "yes/no") == 0);
}

static void put_unit(struct out *out, const struct report *report,
                     const struct entry *entry, int difference) {
    int percent = is_growth(entry) || strcmp(entry->node.unit, "%") == 0;
    if (percent && (difference || is_difference(entry)))
        out_text(out, phrase(report->language, P_POINTS));
    else if (percent)
        out_raw(out, "%");
    else
        fact_unit(out, report, entry->node.unit);
}

int entry_decimals(const struct entry *entry) {
    return is_growth(entry) ? NUMBER_ALL_DECIMALS : entry->node.decimals;
}

struct grain entry_level_grain(const struct entry *entry) {
    return (struct grain){entry->node.decimals, entry->metric.interval};
}

static struct grain entry_grain(const struct entry *entry) {
    return (struct grain){entry_decimals(entry), entry->metric.interval};
}

void fact_amount(struct out *out, const struct report *report,
                 const struct entry *entry, double value) {
    struct edge edges[2];
    if (entry_is_yes_no(entry) && (value == 0 || value == 1)) {
        out_text(out, phrase(report->language, value == 1 ? P_YES : P_NO));
        return;
    }
    size_t count = entry->node.judge == ATTAIN_JUDGE_ROUNDED
                       ? 0
                       : report_edges(entry, edges);
    number_near(out, report_scaled(entry, value), entry_grain(entry), edges,
                count);
    put_unit(out, report, entry, 0);
}

void fact_difference(struct out *out, const struct report *report,
                     const struct entry *entry, double scaled) {
    static const struct edge nothing = {0, ATTAIN_COMPARATOR_ABOVE};
    number_near(out, scaled, (struct grain){entry_decimals(entry), 1}, &nothing,
                1);
    put_unit(out, report, entry, 1);
}

void fact_apart(struct out *out, const struct report *report,
                const struct entry *entry, double value, double other) {
    double at = report_scaled(entry, other);
    const struct edge edges[2] = {{at, ATTAIN_COMPARATOR_ABOVE},
                                  {at, ATTAIN_COMPARATOR_BELOW}};
    number_near(out, report_scaled(entry, value), entry_grain(entry), edges,
                isnan(other) ? 0 : 2);
    put_unit(out, report, entry, 0);
}

void fact_level(struct out *out, const struct report *report,
                const struct entry *entry, double value) {
    number_near(out, value, entry_level_grain(entry), NULL, 0);
    if (strcmp(entry->node.unit, "%") == 0)
        out_raw(out, "%");
    else
        fact_unit(out, report, entry->node.unit);
}

void fact_score(struct out *out, const struct report *report, double score) {
    number_near(out, score, (struct grain){1, 1}, report->bands,
                report->band_count);
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
    if (entry_is_yes_no(entry) && count == 1 && edges[0].at == 1 &&
        edges[0].comparator == ATTAIN_COMPARATOR_AT_LEAST) {
        out_text(out, phrase(report->language, P_LIMIT_YES));
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

/* What is looked at, where it is not the level itself. */
static void put_series(struct out *out, const struct report *report,
                       const struct entry *entry) {
    const char *series = attain_word_label(
        ATTAIN_VOCABULARY_SERIES, entry->node.series, report->language);
    if (entry->node.series != ATTAIN_SERIES_LEVEL && series != NULL) {
        out_text(out, phrase(report->language, P_OPEN));
        out_text(out, series);
        out_text(out, phrase(report->language, P_CLOSE));
    }
}

static enum phrase when_phrase(const struct entry *entry) {
    switch (entry->target.when) {
    case ATTAIN_WHEN_EVERY_PERIOD:
        return P_LIMIT_EVERY;
    case ATTAIN_WHEN_HOLD:
        return P_LIMIT_HOLD;
    default:
        return P_LIMIT_DUE;
    }
}

static void put_share(struct out *out, const struct report *report,
                      const struct entry *entry) {
    if (entry->share >= 1)
        return;
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
    put_series(&p.piece[0], report, entry);
    number_period(&p.piece[1], report->language, entry->node.due);
    if (entry->node.comparator == ATTAIN_COMPARATOR_NONE) {
        out_text(&p.piece[2], piece(&p, 0));
    } else {
        SAY(&p.piece[2], report->language, when_phrase(entry), piece(&p, 0),
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
    if ((entry->whole || entry->row < 0) && entry->below.total > 0)
        whole_value(out, report, entry);
    else if (isnan(value))
        out_text(out, phrase(report->language, P_NO_VALUE));
    else
        fact_amount(out, report, entry, value);
}
