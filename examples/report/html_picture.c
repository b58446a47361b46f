#include <math.h>

#include "html_parts.h"

/* --- Cells --------------------------------------------------------------- */

static void cell_title(struct out *out, const struct report *report,
                       const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    fact_value(&p.piece[0], report, entry);
    fact_required(&p.piece[1], report, entry);
    out_raw(out, "<title>");
    out_text(out, entry->node.name);
    out_raw(out, " – ");
    out_text(out, entry_word(report, entry));
    out_raw(out, " – ");
    SAY(out, report->language, P_FACT_VALUE, piece(&p, 0), piece(&p, 1));
    out_raw(out, "</title>");
    pieces_end(&p, out);
}

static void cell(struct out *out, const struct report *report,
                 const struct entry *entry) {
    int units = entry->whole || entry->row < 0;
    const char *class = state_class(entry->state);
    out_raw(out, "<a href=\"#n");
    out_count(out, (size_t)entry->index);
    out_raw(out, "\"><svg height=\"28\" role=\"img\" width=\"");
    out_raw(out, units ? "62" : "28");
    out_raw(out, "\">");
    cell_title(out, report, entry);
    out_raw(out, "<rect rx=\"4\" width=\"100%\" height=\"28\" class=\"f-");
    out_raw(out, class);
    out_raw(out, "\"/><text x=\"50%\" font-size=\"");
    out_raw(out, units ? "12\" y=\"18.5\"" : "15\" y=\"19.5\"");
    out_raw(out, " class=\"sign ");
    out_raw(out, class);
    out_raw(out, "\">");
    out_raw(out, state_symbol(entry->state));
    if (units) {
        out_raw(out, " ");
        out_count(out, entry->below.met);
        out_raw(out, "/");
        out_count(out, entry->below.total);
    }
    out_raw(out, "</text></svg></a>");
}

void html_definitions(struct out *out) {
    static const enum state states[] = {STATE_MET, STATE_FAILED, STATE_UNKNOWN,
                                        STATE_WATCHED};
    out_raw(out, "<svg width=\"0\" height=\"0\" style=\"position:absolute\" "
                 "aria-hidden=\"true\"><defs>"
                 "<pattern id=\"hatch\" width=\"6\" height=\"6\" "
                 "patternUnits=\"userSpaceOnUse\" "
                 "patternTransform=\"rotate(45)\"><rect width=\"6\" "
                 "height=\"6\" fill=\"#d7e6f2\"/><rect width=\"2\" "
                 "height=\"6\" fill=\"#2673a8\"/></pattern>"
                 "<pattern id=\"dots\" width=\"6\" height=\"6\" "
                 "patternUnits=\"userSpaceOnUse\"><rect width=\"6\" "
                 "height=\"6\" fill=\"#e3e6ea\"/><circle cx=\"3\" cy=\"3\" "
                 "r=\"1\" fill=\"#9aa2ad\"/></pattern>");
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        out_raw(out, "<g id=\"u-");
        out_raw(out, state_class(states[i]));
        out_raw(out, "\"><rect width=\"15\" height=\"15\" rx=\"2\" "
                     "class=\"f-");
        out_raw(out, state_class(states[i]));
        out_raw(out, "\"/><text x=\"7.5\" y=\"11.5\" font-size=\"10\" "
                     "class=\"sign ");
        out_raw(out, state_class(states[i]));
        out_raw(out, "\">");
        out_raw(out, state_symbol(states[i]));
        out_raw(out, "</text></g>");
    }
    out_raw(out, "</defs></svg>\n");
}

/* --- Goals --------------------------------------------------------------- */

static int is_shown(const struct entry *entry) {
    return entry->row >= 0 || entry->below.total > 0;
}

static void goal_cells(struct out *out, const struct report *report,
                       size_t goal) {
    out_raw(out, "<span class=\"cells\">");
    for (size_t i = goal + 1; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (!report_is_target(entry))
            break;
        if (!is_shown(entry))
            continue;
        cell(out, report, entry);
    }
    out_raw(out, "</span>");
}

/* A goal is drawn if it or a target right below it stands at the unit. */
static int has_cells(const struct report *report, size_t goal) {
    for (size_t i = goal + 1; i < report->entry_count; i++) {
        if (!report_is_target(&report->entries[i]))
            return 0;
        if (is_shown(&report->entries[i]))
            return 1;
    }
    return 0;
}

static void goal_name(struct out *out, const struct report *report,
                      const struct entry *entry) {
    int depth = entry->node.depth > 6 ? 6 : entry->node.depth;
    out_raw(out, "<span class=\"name\" style=\"padding-left:");
    out_count(out, (size_t)depth * 16);
    out_raw(out, "px\"><span class=\"sign-only ink-");
    out_raw(out, state_class(entry->state));
    out_raw(out, "\" role=\"img\" aria-label=\"");
    out_text(out, entry_word(report, entry));
    out_raw(out, "\">");
    out_raw(out, state_symbol(entry->state));
    out_raw(out, entry->node.depth < 2 ? "</span><b>" : "</span>");
    out_text(out, entry->node.name);
    out_raw(out, entry->node.depth < 2 ? "</b>" : "");
    if (entry->below.total > 0) {
        out_raw(out, " <span class=\"meta\">");
        fact_below(out, report, entry);
        out_raw(out, "</span>");
    }
    out_raw(out, "</span>");
}

static void goal_row(struct out *out, const struct report *report,
                     size_t goal) {
    const struct entry *entry = &report->entries[goal];
    out_raw(out, "<li class=\"goal\">");
    goal_name(out, report, entry);
    goal_cells(out, report, goal);
    out_raw(out, "<span class=\"bar\">");
    html_bar(out, report, entry->value[ATTAIN_MEASURE_SCORE],
             entry->value[ATTAIN_MEASURE_LOW],
             entry->value[ATTAIN_MEASURE_HIGH], 0);
    out_raw(out, "</span><span class=\"n\">");
    if (!isnan(entry->value[ATTAIN_MEASURE_SCORE]))
        fact_score(out, report, entry->value[ATTAIN_MEASURE_SCORE]);
    else
        out_raw(out, "–");
    out_raw(out, "</span></li>\n");
}

void html_picture(struct out *out, const struct report *report) {
    html_section(out, "picture", phrase(report->language, P_PICTURE));
    out_raw(out, "<ul class=\"tree\">\n");
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (!report_is_target(entry) &&
            (is_shown(entry) || has_cells(report, i)))
            goal_row(out, report, i);
    }
    out_raw(out, "</ul><p class=\"note\">");
    out_text(out, phrase(report->language, P_PICTURE_NOTE));
    out_raw(out, "</p></section>\n");
}
