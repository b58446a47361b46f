#include "html_parts.h"
#include "lenses.h"

static void open_table(struct out *out, const struct report *report,
                       enum phrase first) {
    const enum phrase heads[] = {first, lens_names[0], lens_names[1],
                                 lens_names[2], lens_names[3]};
    html_table_open(out, report, heads, "tnnnn");
}

static void show_row(struct out *out, const struct report *report,
                     const struct lens_row *row) {
    out_raw(out, row->here ? "<tr class=\"here\">" : "<tr>");
    html_cell(out, report, row->entry != NULL ? P_GOALS : P_UNIT, "");
    for (size_t d = 0; d < row->depth; d++)
        out_raw(out, "&#8195;");
    if (row->entry != NULL && report_is_target(row->entry))
        html_link(out, row->entry);
    else
        out_text(out, row->name);
    out_raw(out, "</td>");
    for (int l = 0; l < LENS_COUNT; l++) {
        html_cell(out, report, lens_names[l], "n");
        lens_score(out, row->values[l]);
        out_raw(out, "</td>");
    }
    out_raw(out, "</tr>\n");
}

static void show_rows(struct out *out, const struct report *report) {
    open_table(out, report, P_GOALS);
    lens_goals(out, report, show_row);
    html_table_close(out);
    if (report->peer_count > 1) {
        open_table(out, report, P_UNIT);
        lens_units(out, report, show_row);
        html_table_close(out);
    }
}

static void classes(struct out *out, const struct report *report) {
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        struct pieces p;
        pieces_begin(&p);
        if (report_is_target(entry) &&
            fact_classes(&p.piece[0], report, entry)) {
            out_raw(out, "<p>");
            html_link(out, entry);
            out_raw(out, " · ");
            out_text(out, piece(&p, 0));
            out_raw(out, "</p>");
        }
        pieces_end(&p, out);
    }
}

static void rating(struct out *out, const struct report *report,
                   const struct entry *entry, const struct ratings *ratings,
                   size_t before) {
    struct pieces p;
    pieces_begin(&p);
    if (before == 0) {
        html_section(out, "ratings", phrase(report->language, P_RATINGS));
        out_raw(out, "<ul class=\"data\">\n");
    }
    out_raw(out, "<li>");
    html_link(out, entry);
    out_raw(out, "<br>");
    fact_rating(&p.piece[0], report, entry, ratings);
    out_text(out, piece(&p, 0));
    if (fact_ratings(&p.piece[2], report, entry, ratings, 1)) {
        out_raw(out, "<br>");
        SAY(out, report->language, P_APART, piece(&p, 2));
    }
    out_raw(out, "</li>\n");
    pieces_end(&p, out);
}

void html_lenses(struct out *out, const struct report *report) {
    if (!lenses_asked(report))
        return;
    html_section(out, "lenses", phrase(report->language, P_LENSES));
    show_rows(out, report);
    out_raw(out, "<p>");
    out_text(out, phrase(report->language, P_LENS_LEGEND));
    out_raw(out, "</p>");
    classes(out, report);
    out_raw(out, "</section>\n");
    if (ratings_each(out, report, rating) > 0)
        out_raw(out, "</ul></section>\n");
}
