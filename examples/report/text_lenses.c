#include "lenses.h"
#include "text_parts.h"
#include "width.h"

enum { LENS_COLUMNS = 8 };

/* --- Goals and units ----------------------------------------------------- */

static void heads(struct out *out, const struct report *report) {
    for (int l = 0; l < LENS_COUNT; l++)
        out_right(out, phrase(report->language, lens_names[l]), LENS_COLUMNS);
    out_raw(out, "\n");
}

static void scores(struct out *out, const double values[LENS_COUNT]) {
    for (int l = 0; l < LENS_COUNT; l++) {
        struct out text;
        out_begin(&text, OUT_TEXT);
        lens_score(&text, values[l]);
        out_right(out, out_string(&text), LENS_COLUMNS);
        out->failed |= text.failed;
        out_free(&text);
    }
    out_raw(out, "  ");
}

static void show_row(struct out *out, const struct report *report,
                     const struct lens_row *row) {
    struct pieces p;
    (void)report;
    pieces_begin(&p);
    scores(&p.piece[0], row->values);
    out_repeat(&p.piece[0], "  ", row->depth);
    out_repeat(&p.piece[1], " ", width_of(piece(&p, 0)));
    out_wrap(out, row->name, piece(&p, 0), piece(&p, 1), TEXT_COLUMNS);
    pieces_end(&p, out);
}

static void units(struct out *out, const struct report *report) {
    if (report->peer_count > 1) {
        out_raw(out, "\n");
        out_text(out, phrase(report->language, P_LENS_UNITS));
        out_raw(out, "\n");
        lens_units(out, report, show_row);
    }
}

static void classes(struct out *out, const struct report *report) {
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        struct pieces p;
        pieces_begin(&p);
        if (report_is_target(entry) && fact_classes(&p.piece[0], report, entry))
            text_item(out, entry, entry->node.name, piece(&p, 0));
        pieces_end(&p, out);
    }
}

/* --- Ratings ------------------------------------------------------------- */

static void rating(struct out *out, const struct report *report,
                   const struct entry *entry, const struct ratings *ratings,
                   size_t before) {
    struct pieces p;
    pieces_begin(&p);
    if (before == 0)
        text_heading(out, phrase(report->language, P_RATINGS));
    fact_rating(&p.piece[0], report, entry, ratings);
    text_item(out, entry, entry->node.name, piece(&p, 0));
    if (fact_ratings(&p.piece[2], report, entry, ratings, 1)) {
        SAY(&p.piece[3], report->language, P_APART, piece(&p, 2));
        out_wrap(out, piece(&p, 3), "     ", "     ", TEXT_COLUMNS);
    }
    pieces_end(&p, out);
}

void text_lenses(struct out *out, const struct report *report) {
    if (!lenses_asked(report))
        return;
    text_heading(out, phrase(report->language, P_LENSES));
    heads(out, report);
    lens_goals(out, report, show_row);
    units(out, report);
    out_raw(out, "\n");
    out_wrap(out, phrase(report->language, P_LENS_LEGEND), " ", " ",
             TEXT_COLUMNS);
    classes(out, report);
    ratings_each(out, report, rating);
}
