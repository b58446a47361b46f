#include <math.h>

#include "html_parts.h"

enum {
    STRIP_COLUMNS = 20,
    STRIP_CELL = 17,
    MOST_CELLS = 600,
    NAMED_UNITS = 40
};

/* --- Strip --------------------------------------------------------------- */

static const char *cell_class(int verdict) {
    switch (verdict) {
    case ATTAIN_VERDICT_MET:
        return "met";
    case ATTAIN_VERDICT_NOT_MET:
        return "failed";
    case ATTAIN_VERDICT_UNKNOWN:
        return "unknown";
    default:
        return "watched";
    }
}

static void strip_cell(struct out *out, const struct report *report,
                       const struct entry *entry, size_t row, int verdict,
                       size_t at) {
    const int32_t *units =
        attain_evaluation_units(report->ev, entry->index, NULL);
    double value = attain_evaluation_value(report->ev, ATTAIN_MEASURE_VALUE,
                                           entry->index, (int64_t)row);
    attain_evaluation_unit unit;
    attain_evaluation_unit_init(&unit);
    if (attain_evaluation_get_unit(report->ev, units[row], &unit, NULL) !=
        ATTAIN_OK)
        return;
    out_raw(out, "<use href=\"#u-");
    out_raw(out, cell_class(verdict));
    out_raw(out, "\" x=\"");
    out_count(out, at % STRIP_COLUMNS * STRIP_CELL);
    out_raw(out, "\" y=\"");
    out_count(out, at / STRIP_COLUMNS * STRIP_CELL);
    out_raw(out, "\"><title>");
    out_text(out, unit.name);
    if (!isnan(value) && report_is_target(entry)) {
        out_raw(out, " ");
        fact_amount(out, report, entry, value);
    }
    out_raw(out, "</title></use>");
}

static void strip_open(struct out *out, const struct report *report,
                       const struct entry *entry, size_t cells) {
    size_t lines = (cells + STRIP_COLUMNS - 1) / STRIP_COLUMNS;
    size_t columns = cells < STRIP_COLUMNS ? cells : STRIP_COLUMNS;
    out_raw(out, "<figure><svg role=\"img\" width=\"");
    out_count(out, columns * STRIP_CELL);
    out_raw(out, "\" height=\"");
    out_count(out, lines * STRIP_CELL);
    out_raw(out, "\"><title>");
    out_text(out, entry->node.name);
    out_raw(out, " – ");
    fact_below(out, report, entry);
    out_raw(out, "</title>");
}

static void strip_cells(struct out *out, const struct report *report,
                        const struct entry *entry, int all) {
    size_t rows = 0;
    size_t at = 0;
    const uint8_t *verdicts = attain_evaluation_codes(
        report->ev, ATTAIN_MEASURE_VERDICT, entry->index, &rows);
    for (size_t i = 0; verdicts != NULL && i < rows && at < MOST_CELLS; i++)
        if (report_is_below(report, entry, i) &&
            verdicts[i] != ATTAIN_VERDICT_NONE &&
            (all || verdicts[i] != ATTAIN_VERDICT_MET))
            strip_cell(out, report, entry, i, verdicts[i], at++);
}

static void named(struct out *out, const struct report *report,
                  const struct entry *entry, int verdict, enum phrase words) {
    struct pieces p;
    pieces_begin(&p);
    if (fact_units(&p.piece[0], report, entry, verdict, NAMED_UNITS) > 0) {
        out_raw(out, "<p class=\"fails\">");
        SAY(out, report->language, words, piece(&p, 0));
        out_raw(out, "</p>");
    }
    pieces_end(&p, out);
}

void html_strip(struct out *out, const struct report *report,
                const struct entry *entry) {
    size_t total = entry->below.total;
    if (total == 0)
        return;
    int all = total <= MOST_CELLS;
    size_t cells = all ? total : total - entry->below.met;
    if (cells > 0) {
        strip_open(out, report, entry, cells < MOST_CELLS ? cells : MOST_CELLS);
        strip_cells(out, report, entry, all);
        out_raw(out, "</svg></figure>");
    }
    if (!all)
        html_counted_note(out, report, P_SKIP_CELLS, total);
    named(out, report, entry, ATTAIN_VERDICT_NOT_MET, P_FAILING);
    named(out, report, entry, ATTAIN_VERDICT_UNKNOWN, P_LACKING);
}

/* --- Facts --------------------------------------------------------------- */

/* A line of the list of facts, if there is anything in it. */
static void fact(struct out *out, const struct report *report, enum phrase name,
                 struct out *text) {
    if (text->length > 0) {
        out_raw(out, "<dt>");
        out_text(out, phrase(report->language, name));
        out_raw(out, "</dt><dd>");
        out_text(out, out_string(text));
        out_raw(out, "</dd>");
    }
    out->failed |= text->failed;
    out_clear(text);
}

static void status_facts(struct out *out, const struct report *report,
                         const struct entry *entry, struct out *text) {
    fact_value(text, report, entry);
    fact(out, report, P_VALUE, text);
    fact_required(text, report, entry);
    fact(out, report, P_TARGET, text);
    if (entry->state == STATE_UNKNOWN) {
        fact_reason(text, report, entry);
        fact(out, report, P_NEEDS_DATA, text);
    }
    fact_shortfall(text, report, entry);
    fact(out, report, P_SHORTFALL, text);
    if (!isnan(entry->value[ATTAIN_MEASURE_EXPECTED])) {
        fact_amount(text, report, entry, entry->value[ATTAIN_MEASURE_EXPECTED]);
        fact(out, report, P_EXPECTED, text);
    }
    if (!isnan(entry->value[ATTAIN_MEASURE_PACE])) {
        number_percent(text, entry->value[ATTAIN_MEASURE_PACE]);
        fact(out, report, P_PACE, text);
    }
    if (!isnan(entry->value[ATTAIN_MEASURE_GROWTH_PACE])) {
        number_percent(text, entry->value[ATTAIN_MEASURE_GROWTH_PACE]);
        fact(out, report, P_GROWTH_PACE, text);
    }
    fact_change(text, report, entry);
    fact(out, report, P_CHANGE, text);
    fact_projection(text, report, entry);
    fact(out, report, P_PROJECTION, text);
}

static void origin_facts(struct out *out, const struct report *report,
                         const struct entry *entry, struct out *text) {
    const char *score = attain_word_label(ATTAIN_VOCABULARY_SCORE,
                                          entry->node.score, report->language);
    if (!isnan(entry->value[ATTAIN_MEASURE_ATTAINMENT])) {
        number_percent(text, entry->value[ATTAIN_MEASURE_ATTAINMENT]);
        if (score != NULL && entry->node.score != ATTAIN_SCORE_DEFAULT) {
            out_text(text, phrase(report->language, P_OPEN));
            out_text(text, score);
            out_text(text, phrase(report->language, P_CLOSE));
        }
        fact(out, report, P_ATTAINMENT, text);
    }
    fact_method(text, report, entry);
    fact(out, report, P_METHOD, text);
    out_text(text, entry->node.owner);
    fact(out, report, P_OWNER, text);
    out_text(text, entry->node.source);
    fact(out, report, P_SOURCE, text);
    out_text(text, entry->node.id);
    fact(out, report, P_ID, text);
}

/* --- Cards --------------------------------------------------------------- */

static void mark(struct out *out, const struct report *report, int set,
                 enum phrase word) {
    if (set) {
        out_raw(out, " <span class=\"chip mark\">");
        out_text(out, phrase(report->language, word));
        out_raw(out, "</span>");
    }
}

static void card(struct out *out, const struct report *report,
                 const struct entry *entry) {
    struct out text;
    out_begin(&text, OUT_TEXT);
    out_raw(out, "<article class=\"card ");
    out_raw(out, state_class(entry->state));
    out_raw(out, "\" id=\"n");
    out_count(out, (size_t)entry->index);
    out_raw(out, "\"><h3>");
    out_text(out, entry->node.name);
    out_raw(out, "</h3><div class=\"marks\">");
    html_chip(out, report, entry);
    mark(out, report, entry->node.soft, P_SOFT);
    mark(out, report, entry->node.veto, P_VETO);
    mark(out, report, entry->node.judge == ATTAIN_JUDGE_ROUNDED, P_ROUNDED);
    out_raw(out, "</div>");
    html_chart(out, report, entry);
    html_strip(out, report, entry);
    out_raw(out, "<dl>");
    status_facts(out, report, entry, &text);
    origin_facts(out, report, entry, &text);
    out_raw(out, "</dl></article>\n");
    out->failed |= text.failed;
    out_free(&text);
}

static void legend_mark(struct out *out, const struct report *report,
                        const char *drawing, enum phrase word) {
    out_raw(out, "<li><svg width=\"26\" height=\"12\" aria-hidden=\"true\">");
    out_raw(out, drawing);
    out_raw(out, "</svg>");
    out_text(out, phrase(report->language, word));
    out_raw(out, "</li>");
}

static void legend(struct out *out, const struct report *report) {
    out_raw(out, "<ul class=\"legend\">");
    legend_mark(out, report,
                "<path class=\"seen\" d=\"M0 6H26\"/><circle class=\"dot\" "
                "cx=\"13\" cy=\"6\" r=\"3.5\"/>",
                P_CHART_LEGEND_OBSERVED);
    legend_mark(out, report,
                "<circle class=\"dot part\" cx=\"13\" cy=\"6\" r=\"3.5\"/>",
                P_CHART_LEGEND_OUTSIDE);
    legend_mark(out, report, "<path class=\"required\" d=\"M0 6H26\"/>",
                P_CHART_LEGEND_REQUIRED);
    legend_mark(out, report,
                "<rect class=\"good\" width=\"26\" height=\"6\"/>"
                "<line class=\"limit\" y1=\"6\" y2=\"6\" x2=\"26\"/>",
                P_CHART_LEGEND_LIMIT);
    legend_mark(out, report,
                "<path class=\"trend\" d=\"M0 6H20\"/><line class=\"range\" "
                "x1=\"21\" x2=\"21\" y2=\"12\"/>",
                P_CHART_LEGEND_PROJECTED);
    out_raw(out, "</ul>");
}

void html_details(struct out *out, const struct report *report) {
    const struct entry *goal = NULL;
    html_section(out, "details", phrase(report->language, P_DETAIL));
    legend(out, report);
    out_raw(out, "<div class=\"cards\">\n");
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (!report_is_target(entry)) {
            goal = entry;
        } else if (entry->row >= 0 || entry->below.total > 0) {
            if (goal != NULL) {
                out_raw(out, "<h3 class=\"group\">");
                out_text(out, goal->node.name);
                out_raw(out, "</h3>\n");
                goal = NULL;
            }
            card(out, report, entry);
        }
    }
    out_raw(out, "</div></section>\n");
}
