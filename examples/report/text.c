#include "text.h"

#include <math.h>
#include <string.h>

#include "text_parts.h"
#include "width.h"

void text_lines(struct out *out, const char *text) {
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        struct out line;
        out_begin(&line, OUT_TEXT);
        out_bytes(&line, text, length);
        out_text(out, out_string(&line));
        out_raw(out, "\n");
        out->failed |= line.failed;
        out_free(&line);
        text += length;
        text += *text == '\n';
    }
}

void text_heading(struct out *out, const char *title) {
    out_raw(out, "\n");
    out_text(out, title);
    out_raw(out, "\n");
    out_repeat(out, "-", TEXT_COLUMNS);
    out_raw(out, "\n");
}

void text_item(struct out *out, const struct entry *entry, const char *name,
               const char *below) {
    struct pieces p;
    pieces_begin(&p);
    out_raw(&p.piece[0], " ");
    out_raw(&p.piece[0], state_symbol(entry->state));
    out_raw(&p.piece[0], " ");
    out_wrap(out, name, piece(&p, 0), "   ", TEXT_COLUMNS);
    if (below[0] != '\0')
        out_wrap(out, below, "     ", "     ", TEXT_COLUMNS);
    pieces_end(&p, out);
}

void text_bar(struct out *out, double low, double high, size_t columns) {
    double full = (double)columns / 100;
    size_t sure = low > 0 ? (size_t)(low * full) : 0;
    size_t most = high > low ? (size_t)ceil(high * full) : sure;
    sure = sure > columns ? columns : sure;
    most = most > columns ? columns : most < sure ? sure : most;
    out_repeat(out, "█", sure);
    out_repeat(out, "▒", most - sure);
    out_repeat(out, "░", columns - most);
}

/* --- Ranking ------------------------------------------------------------- */

static void number_column(struct out *out, double value, int decimals,
                          size_t columns) {
    struct out text;
    out_begin(&text, OUT_TEXT);
    if (!isnan(value))
        number_plain(&text, value, decimals);
    out_right(out, text.length > 0 ? out_string(&text) : "–", columns);
    out->failed |= text.failed;
    out_free(&text);
}

static void score_column(struct out *out, const struct report *report,
                         double score, size_t columns) {
    struct out text;
    out_begin(&text, OUT_TEXT);
    if (!isnan(score))
        fact_score(&text, report, score);
    out_right(out, text.length > 0 ? out_string(&text) : "–", columns);
    out->failed |= text.failed;
    out_free(&text);
}

static double root_value(const struct report *report, int32_t unit,
                         int32_t measure) {
    return attain_evaluation_value(
        report->ev, measure, 0,
        attain_evaluation_find_row(report->ev, 0, unit));
}

/* Low and high, and how many of how many are met. */
static void bounds_columns(struct out *out, const struct report *report,
                           int32_t peer) {
    double low = root_value(report, peer, ATTAIN_MEASURE_LOW);
    double high = root_value(report, peer, ATTAIN_MEASURE_HIGH);
    double met = root_value(report, peer, ATTAIN_MEASURE_TARGETS_MET);
    double targets = root_value(report, peer, ATTAIN_MEASURE_TARGETS);
    struct pieces p;
    pieces_begin(&p);
    if (!isnan(low) && !isnan(high)) {
        fact_score(&p.piece[0], report, low);
        out_raw(&p.piece[0], "–");
        fact_score(&p.piece[0], report, high);
    }
    if (!isnan(met) && !isnan(targets)) {
        number_plain(&p.piece[1], met, 0);
        out_raw(&p.piece[1], "/");
        number_plain(&p.piece[1], targets, 0);
    }
    out_right(out, or_dash(piece(&p, 0)), 14);
    out_right(out, or_dash(piece(&p, 1)), 9);
    pieces_end(&p, out);
}

static void ranking_row(struct out *out, const struct report *report,
                        int32_t peer) {
    attain_evaluation_unit unit;
    attain_evaluation_unit_init(&unit);
    if (attain_evaluation_get_unit(report->ev, peer, &unit, NULL) != ATTAIN_OK)
        return;
    double grade = root_value(report, peer, ATTAIN_MEASURE_GRADE);
    const char *name =
        isnan(grade) ? NULL
                     : attain_evaluation_grade(report->ev, (int32_t)grade);
    number_column(out, root_value(report, peer, ATTAIN_MEASURE_RANK), 0, 4);
    out_raw(out, peer == report->unit_row ? " > " : "   ");
    out_left(out, unit.name, 26);
    score_column(out, report, root_value(report, peer, ATTAIN_MEASURE_SCORE),
                 7);
    bounds_columns(out, report, peer);
    number_column(out, root_value(report, peer, ATTAIN_MEASURE_TARGETS_UNKNOWN),
                  0, 5);
    out_raw(out, " ");
    if (width_of(or_dash(name)) > 11)
        out_left(out, name, 11);
    else
        out_text(out, or_dash(name));
    out_raw(out, "\n");
}

void text_ranking(struct out *out, const struct report *report) {
    int language = report->language;
    if (report->peer_count < 2)
        return;
    text_heading(out, phrase(language, P_RANKING));
    out_right(out, phrase(language, P_RANK), 4);
    out_raw(out, "   ");
    out_left(out, phrase(language, P_UNIT), 26);
    out_right(out, phrase(language, P_SCORE), 7);
    out_right(out, phrase(language, P_RANGE), 14);
    out_right(out, phrase(language, P_MET_COLUMN), 9);
    out_right(out, phrase(language, P_UNKNOWN_COLUMN), 5);
    out_raw(out, " ");
    out_text(out, phrase(language, P_GRADE));
    out_raw(out, "\n");
    for (size_t i = 0; i < report->peer_count; i++)
        ranking_row(out, report, report->peers[i]);
}

/* --- Goals --------------------------------------------------------------- */

static void completion_column(struct out *out, const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    double targets = entry->value[ATTAIN_MEASURE_TARGETS];
    if (entry->row >= 0 && !entry->whole && targets > 0) {
        number_plain(&p.piece[0], entry->value[ATTAIN_MEASURE_TARGETS_MET], 0);
        out_raw(&p.piece[0], "/");
        number_plain(&p.piece[0], targets, 0);
    } else if (entry->below.total > 0) {
        fact_number(&p.piece[0], entry->below.met);
        out_raw(&p.piece[0], "/");
        fact_number(&p.piece[0], entry->below.total);
        out_raw(&p.piece[0], "*");
    }
    out_right(out, piece(&p, 0), 9);
    pieces_end(&p, out);
}

static void goal_row(struct out *out, const struct report *report,
                     const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    struct out *line = &p.piece[0];
    score_column(line, report, entry->value[ATTAIN_MEASURE_SCORE], 6);
    out_raw(line, "  ");
    if (isnan(entry->value[ATTAIN_MEASURE_LOW])) {
        out_repeat(line, " ", 20);
    } else {
        text_bar(line, entry->value[ATTAIN_MEASURE_LOW],
                 entry->value[ATTAIN_MEASURE_HIGH], 20);
    }
    completion_column(line, entry);
    out_raw(line, "  ");
    out_repeat(line, "  ",
               entry->node.depth > 4 ? 4 : (size_t)entry->node.depth);
    out_raw(line, state_symbol(entry->state));
    out_raw(line, " ");
    out_repeat(&p.piece[1], " ", width_of(piece(&p, 0)));
    out_wrap(out, entry->node.name, piece(&p, 0), piece(&p, 1), TEXT_COLUMNS);
    pieces_end(&p, out);
}

static int is_shown(const struct entry *entry) {
    return !report_is_target(entry) &&
           (entry->row >= 0 || entry->below.total > 0);
}

static int has_goals(const struct report *report) {
    for (size_t i = 0; i < report->entry_count; i++)
        if (is_shown(&report->entries[i]))
            return 1;
    return 0;
}

void text_goals(struct out *out, const struct report *report) {
    int language = report->language;
    int finer = 0;
    if (!has_goals(report))
        return;
    text_heading(out, phrase(language, P_GOALS));
    out_right(out, phrase(language, P_SCORE), 6);
    out_raw(out, "  ");
    out_left(out, "0                100", 20);
    out_right(out, phrase(language, P_MET_COLUMN), 9);
    out_raw(out, "\n");
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (is_shown(entry)) {
            goal_row(out, report, entry);
            finer |= entry->whole || entry->row < 0;
        }
    }
    out_raw(out, "\n");
    out_wrap(out, phrase(language, P_BAR_LEGEND), " ", " ", TEXT_COLUMNS);
    if (finer)
        out_wrap(out, phrase(language, P_STAR_LEGEND), " ", " ", TEXT_COLUMNS);
}

/* --- The whole ----------------------------------------------------------- */

static void label_lines(struct out *out, const struct report *report) {
    if (report->label[0] != '\0')
        out_wrap(out, report->label, "* ", "  ", TEXT_COLUMNS);
}

static void head(struct out *out, const struct report *report) {
    struct pieces p;
    pieces_begin(&p);
    out_wrap(out, report->info.name, "", "", TEXT_COLUMNS);
    number_period(&p.piece[0], report->language, report->info.first_period);
    number_period(&p.piece[1], report->language, report->info.last_period);
    number_period(&p.piece[2], report->language, report->info.as_of);
    out_text(&p.piece[3], report->unit.name);
    out_raw(&p.piece[3], " · ");
    SAY(&p.piece[3], report->language, P_AS_OF, piece(&p, 2));
    out_raw(&p.piece[3], " · ");
    SAY(&p.piece[3], report->language, P_PLAN_PERIOD, piece(&p, 0),
        piece(&p, 1));
    out_wrap(out, piece(&p, 3), "", "", TEXT_COLUMNS);
    out_repeat(out, "=", TEXT_COLUMNS);
    out_raw(out, "\n");
    label_lines(out, report);
    summary_headline(&p.piece[4], report);
    out_wrap(out, piece(&p, 4), "", "", TEXT_COLUMNS);
    pieces_end(&p, out);
}

static void sources(struct out *out, const struct report *report) {
    text_heading(out, phrase(report->language, P_SOURCES));
    for (const char *line = report->provenance; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        struct out one;
        out_begin(&one, OUT_TEXT);
        out_bytes(&one, line, length);
        out_wrap(out, out_string(&one), " ", "   ", TEXT_COLUMNS);
        out->failed |= one.failed;
        out_free(&one);
        line += length + (line[length] == '\n');
    }
}

static void foot(struct out *out, const struct report *report) {
    struct pieces p;
    pieces_begin(&p);
    out_raw(out, "\n");
    out_repeat(out, "=", TEXT_COLUMNS);
    out_raw(out, "\n");
    label_lines(out, report);
    out_wrap(out, phrase(report->language, P_RULE_NOTE), "", "", TEXT_COLUMNS);
    SAY(&p.piece[0], report->language, P_PLAN_ID, report->info.plan);
    out_raw(&p.piece[0], " · ");
    SAY(&p.piece[0], report->language, P_MADE_BY, attain_version());
    out_wrap(out, piece(&p, 0), "", "", TEXT_COLUMNS);
    pieces_end(&p, out);
}

void text_report(struct out *out, const struct report *report,
                 enum paper paper) {
    head(out, report);
    text_ranking(out, report);
    if (paper == PAPER_OWNER) {
        text_owners(out, report);
    } else if (paper == PAPER_UNIT) {
        text_units(out, report);
    } else if (paper == PAPER_CHANGE) {
        text_since(out, report);
    } else {
        text_goals(out, report);
        text_lenses(out, report);
        text_vetoes(out, report);
        text_since(out, report);
        text_behind(out, report);
        text_will_miss(out, report);
        text_below(out, report);
        text_unknown(out, report);
        text_met(out, report);
        text_findings(out, report);
        text_quality(out, report);
    }
    sources(out, report);
    foot(out, report);
}
