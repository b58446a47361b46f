/* The findings about the data as a section of the text report and the page. */
#include "html_parts.h"
#include "quality.h"
#include "text_parts.h"

enum { SHOWN = 40 /* the rest is for --quality */ };

/* The place of a finding, `file:line:column`. */
static void place(struct out *out, const attain_quality_finding *finding) {
    out_text(out, finding->file);
    if (finding->line > 0) {
        out_raw(out, ":");
        out_count(out, (size_t)finding->line);
    }
    if (finding->column > 0) {
        out_raw(out, ":");
        out_count(out, (size_t)finding->column);
    }
}

static void message(struct out *out, const attain_quality *quality,
                    size_t index, int language) {
    char text[2048];
    size_t length;
    if (attain_quality_message(quality, index, language, text, sizeof text,
                               &length, NULL) == ATTAIN_OK)
        out_text(out, text);
}

/* Calls `show` for the first findings that a report shows; how many more there
 * are. */
static size_t each(struct out *out, const struct report *report,
                   void (*show)(struct out *out, const struct report *report,
                                size_t index,
                                const attain_quality_finding *finding)) {
    size_t shown = 0;
    for (size_t i = 0; i < attain_quality_count(report->quality); i++) {
        attain_quality_finding finding;
        attain_quality_finding_init(&finding);
        attain_quality_get(report->quality, i, &finding, NULL);
        if (quality_is_shown(&finding) && ++shown <= SHOWN)
            show(out, report, i, &finding);
    }
    return shown > SHOWN ? shown - SHOWN : 0;
}

static void more(struct out *out, const struct report *report, size_t rest) {
    struct pieces p;
    pieces_begin(&p);
    out_count(&p.piece[0], rest);
    SAY(out, report->language, P_QUALITY_MORE, piece(&p, 0));
    pieces_end(&p, out);
}

/* --- Text --------------------------------------------------------------------
 */

static void text_one(struct out *out, const struct report *report, size_t index,
                     const attain_quality_finding *finding) {
    struct pieces p;
    pieces_begin(&p);
    out_text(&p.piece[0],
             attain_word_label(ATTAIN_VOCABULARY_QUALITY_SEVERITY,
                               finding->severity, report->language));
    out_raw(&p.piece[0], " ");
    place(&p.piece[0], finding);
    out_raw(&p.piece[0], finding->file[0] != '\0' ? " " : "");
    message(&p.piece[0], report->quality, index, report->language);
    out_wrap(out, piece(&p, 0), " ", "   ", TEXT_COLUMNS);
    out_wrap(out,
             attain_quality_advice(report->quality, index, report->language),
             "   ", "   ", TEXT_COLUMNS);
    pieces_end(&p, out);
}

void text_quality(struct out *out, const struct report *report) {
    if (!quality_is_worth_telling(report->quality))
        return;
    struct pieces p;
    pieces_begin(&p);
    text_heading(out, phrase(report->language, P_QUALITY));
    quality_counts(&p.piece[0], report->quality, report->language);
    out_raw(&p.piece[0], report->language == ATTAIN_LANGUAGE_ZH ? "。" : ". ");
    quality_coverage(&p.piece[0], report->quality, report->language);
    out_wrap(out, piece(&p, 0), " ", " ", TEXT_COLUMNS);
    size_t rest = each(out, report, text_one);
    if (rest > 0) {
        more(&p.piece[1], report, rest);
        out_wrap(out, piece(&p, 1), " ", " ", TEXT_COLUMNS);
    }
    pieces_end(&p, out);
}

/* --- Page --------------------------------------------------------------------
 */

static void html_one(struct out *out, const struct report *report, size_t index,
                     const attain_quality_finding *finding) {
    out_raw(out, "<tr><td>");
    out_text(out, attain_word_label(ATTAIN_VOCABULARY_QUALITY_SEVERITY,
                                    finding->severity, report->language));
    out_raw(out, "</td><td>");
    place(out, finding);
    out_raw(out, "</td><td>");
    message(out, report->quality, index, report->language);
    out_raw(out, "</td><td>");
    out_text(out,
             attain_quality_advice(report->quality, index, report->language));
    out_raw(out, "</td></tr>\n");
}

void html_quality(struct out *out, const struct report *report) {
    static const enum phrase heads[] = {P_QUALITY_SEVERITY, P_QUALITY_PLACE,
                                        P_QUALITY_WHAT, P_QUALITY_ADVICE};
    if (!quality_is_worth_telling(report->quality))
        return;
    html_section(out, "quality", phrase(report->language, P_QUALITY));
    out_raw(out, "<p>");
    quality_counts(out, report->quality, report->language);
    out_text(out, report->language == ATTAIN_LANGUAGE_ZH ? "。" : ". ");
    quality_coverage(out, report->quality, report->language);
    out_raw(out, "</p><div class=\"scroll\"><table><thead><tr>");
    for (int i = 0; i < 4; i++) {
        out_raw(out, "<th>");
        out_text(out, phrase(report->language, heads[i]));
        out_raw(out, "</th>");
    }
    out_raw(out, "</tr></thead><tbody>\n");
    size_t rest = each(out, report, html_one);
    out_raw(out, "</tbody></table></div>");
    if (rest > 0) {
        out_raw(out, "<p>");
        more(out, report, rest);
        out_raw(out, "</p>");
    }
    out_raw(out, "</section>\n");
}
