#include "lenses.h"
#include "text_parts.h"
#include "width.h"

enum { LENS_COLUMNS = 8 };

/* --- Goals and units ----------------------------------------------------- */

static void heads(struct out *out, const struct report *report) {
    for (int l = 0; l < LENS_COUNT; l++) {
        out_right(out, phrase(report->language, lens_names[l]), LENS_COLUMNS);
    }
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

static void row(struct out *out, const double values[LENS_COUNT],
                const char *name, size_t indent) {
    struct pieces p;
    pieces_begin(&p);
    scores(&p.piece[0], values);
    out_repeat(&p.piece[0], "  ", indent);
    out_repeat(&p.piece[1], " ", width_of(piece(&p, 0)));
    out_wrap(out, name, piece(&p, 0), piece(&p, 1), TEXT_COLUMNS);
    pieces_end(&p, out);
}

static void goals(struct out *out, const struct report *report) {
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        double values[LENS_COUNT];
        for (int l = 0; l < LENS_COUNT; l++) {
            values[l] = entry->value[lens_measures[l]];
        }
        if (lens_is_shown(entry)) {
            row(out, values, entry->node.name,
                entry->node.depth > 4 ? 4 : (size_t)entry->node.depth);
        }
    }
}

static void units(struct out *out, const struct report *report) {
    if (report->peer_count < 2) {
        return;
    }
    out_raw(out, "\n");
    out_text(out, phrase(report->language, P_LENS_UNITS));
    out_raw(out, "\n");
    for (size_t i = 0; i < report->peer_count; i++) {
        int32_t peer = report->peers[i];
        int64_t at = attain_evaluation_find_row(report->ev, 0, peer);
        double values[LENS_COUNT];
        attain_evaluation_unit unit;
        attain_evaluation_unit_init(&unit);
        attain_evaluation_get_unit(report->ev, peer, &unit, NULL);
        for (int l = 0; l < LENS_COUNT; l++) {
            values[l] =
                attain_evaluation_value(report->ev, lens_measures[l], 0, at);
        }
        row(out, values, unit.name, 0);
    }
}

static void classes(struct out *out, const struct report *report) {
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        struct pieces p;
        pieces_begin(&p);
        if (report_is_target(entry) &&
            fact_classes(&p.piece[0], report, entry)) {
            text_item(out, entry, entry->node.name, piece(&p, 0));
        }
        pieces_end(&p, out);
    }
}

/* --- Ratings ------------------------------------------------------------- */

static void rating(struct out *out, const struct report *report,
                   const struct entry *entry, const struct ratings *ratings) {
    struct pieces p;
    pieces_begin(&p);
    fact_ratings(&p.piece[0], report, entry, ratings, 0);
    if (fact_agreement(&p.piece[1], report, ratings)) {
        out_text(&p.piece[0], phrase(report->language, P_JOIN));
        out_text(&p.piece[0], piece(&p, 1));
    }
    text_item(out, entry, entry->node.name, piece(&p, 0));
    if (fact_ratings(&p.piece[2], report, entry, ratings, 1)) {
        SAY(&p.piece[3], report->language, P_APART, piece(&p, 2));
        out_wrap(out, piece(&p, 3), "     ", "     ", TEXT_COLUMNS);
    }
    pieces_end(&p, out);
}

static void all_ratings(struct out *out, const struct report *report) {
    int any = 0;
    for (size_t i = 0; i < report->entry_count; i++) {
        struct ratings ratings;
        if (ratings_take(&ratings, out, report, &report->entries[i])) {
            if (!any) {
                text_heading(out, phrase(report->language, P_RATINGS));
            }
            rating(out, report, &report->entries[i], &ratings);
            any = 1;
        }
        ratings_free(&ratings);
    }
}

void text_lenses(struct out *out, const struct report *report) {
    if (!lenses_asked(report)) {
        return;
    }
    text_heading(out, phrase(report->language, P_LENSES));
    heads(out, report);
    goals(out, report);
    units(out, report);
    out_raw(out, "\n");
    out_wrap(out, phrase(report->language, P_LENS_LEGEND), " ", " ",
             TEXT_COLUMNS);
    classes(out, report);
    all_ratings(out, report);
}
