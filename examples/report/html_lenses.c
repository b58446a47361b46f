#include "html_parts.h"
#include "lenses.h"

static void open_table(struct out *out, const struct report *report,
                       enum phrase first) {
    out_raw(out, "<div class=\"scroll\"><table><thead><tr><th>");
    out_text(out, phrase(report->language, first));
    out_raw(out, "</th>");
    for (int l = 0; l < LENS_COUNT; l++) {
        out_raw(out, "<th class=\"n\">");
        out_text(out, phrase(report->language, lens_names[l]));
        out_raw(out, "</th>");
    }
    out_raw(out, "</tr></thead><tbody>\n");
}

/* Opens a cell that, on a phone, names its column itself. */
static void open_cell(struct out *out, const struct report *report,
                      enum phrase name, const char *class) {
    out_raw(out, "<td class=\"");
    out_raw(out, class);
    out_raw(out, "\" data-l=\"");
    out_text(out, phrase(report->language, name));
    out_raw(out, "\">");
}

static void scores(struct out *out, const struct report *report,
                   const double values[LENS_COUNT]) {
    for (int l = 0; l < LENS_COUNT; l++) {
        open_cell(out, report, lens_names[l], "n");
        lens_score(out, values[l]);
        out_raw(out, "</td>");
    }
    out_raw(out, "</tr>\n");
}

static void goals(struct out *out, const struct report *report) {
    open_table(out, report, P_GOALS);
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        double values[LENS_COUNT];
        for (int l = 0; l < LENS_COUNT; l++) {
            values[l] = entry->value[lens_measures[l]];
        }
        if (!lens_is_shown(entry)) {
            continue;
        }
        out_raw(out, "<tr>");
        open_cell(out, report, P_GOALS, "");
        for (int32_t d = 0; d < entry->node.depth && d < 4; d++) {
            out_raw(out, "&#8195;");
        }
        if (report_is_target(entry)) {
            html_link(out, entry);
        } else {
            out_text(out, entry->node.name);
        }
        out_raw(out, "</td>");
        scores(out, report, values);
    }
    out_raw(out, "</tbody></table></div>");
}

static void units(struct out *out, const struct report *report) {
    if (report->peer_count < 2) {
        return;
    }
    open_table(out, report, P_UNIT);
    for (size_t i = 0; i < report->peer_count; i++) {
        int32_t peer = report->peers[i];
        int64_t row = attain_evaluation_find_row(report->ev, 0, peer);
        double values[LENS_COUNT];
        attain_evaluation_unit unit;
        attain_evaluation_unit_init(&unit);
        attain_evaluation_get_unit(report->ev, peer, &unit, NULL);
        for (int l = 0; l < LENS_COUNT; l++) {
            values[l] =
                attain_evaluation_value(report->ev, lens_measures[l], 0, row);
        }
        out_raw(out, peer == report->unit_row ? "<tr class=\"here\">" : "<tr>");
        open_cell(out, report, P_UNIT, "");
        out_text(out, unit.name);
        out_raw(out, "</td>");
        scores(out, report, values);
    }
    out_raw(out, "</tbody></table></div>");
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
                   const struct entry *entry, const struct ratings *ratings) {
    struct pieces p;
    pieces_begin(&p);
    out_raw(out, "<li>");
    html_link(out, entry);
    out_raw(out, "<br>");
    fact_ratings(&p.piece[0], report, entry, ratings, 0);
    out_text(out, piece(&p, 0));
    if (fact_agreement(&p.piece[1], report, ratings)) {
        out_text(out, phrase(report->language, P_JOIN));
        out_text(out, piece(&p, 1));
    }
    if (fact_ratings(&p.piece[2], report, entry, ratings, 1)) {
        out_raw(out, "<br>");
        SAY(out, report->language, P_APART, piece(&p, 2));
    }
    out_raw(out, "</li>\n");
    pieces_end(&p, out);
}

static void all_ratings(struct out *out, const struct report *report) {
    int any = 0;
    for (size_t i = 0; i < report->entry_count; i++) {
        struct ratings ratings;
        if (ratings_take(&ratings, out, report, &report->entries[i])) {
            if (!any) {
                html_section(out, "ratings",
                             phrase(report->language, P_RATINGS));
                out_raw(out, "<ul class=\"data\">\n");
            }
            rating(out, report, &report->entries[i], &ratings);
            any = 1;
        }
        ratings_free(&ratings);
    }
    if (any) {
        out_raw(out, "</ul></section>\n");
    }
}

void html_lenses(struct out *out, const struct report *report) {
    if (!lenses_asked(report)) {
        return;
    }
    html_section(out, "lenses", phrase(report->language, P_LENSES));
    goals(out, report);
    units(out, report);
    out_raw(out, "<p>");
    out_text(out, phrase(report->language, P_LENS_LEGEND));
    out_raw(out, "</p>");
    classes(out, report);
    out_raw(out, "</section>\n");
    all_ratings(out, report);
}
