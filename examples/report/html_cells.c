/* Tables, whose cells name their columns themselves on a phone. */
#include <math.h>

#include "html_parts.h"

void html_table_open(struct out *out, const struct report *report,
                     const enum phrase *heads, const char *kinds) {
    out_raw(out, "<div class=\"scroll\"><table><thead><tr>");
    for (size_t i = 0; kinds[i] != '\0'; i++) {
        out_raw(out, kinds[i] == 'n' ? "<th class=\"n\">" : "<th>");
        out_text(out, phrase(report->language, heads[i]));
        out_raw(out, "</th>");
    }
    out_raw(out, "</tr></thead><tbody>\n");
}

void html_table_close(struct out *out) {
    out_raw(out, "</tbody></table></div>");
}

void html_cell(struct out *out, const struct report *report, enum phrase name,
               const char *class) {
    out_raw(out, "<td class=\"");
    out_raw(out, class);
    out_raw(out, "\" data-l=\"");
    out_text(out, phrase(report->language, name));
    out_raw(out, "\">");
}

void html_text_cell(struct out *out, const struct report *report,
                    enum phrase name, const char *text) {
    html_cell(out, report, name, "");
    out_text(out, or_dash(text));
    out_raw(out, "</td>");
}

void html_number_cell(struct out *out, const struct report *report,
                      enum phrase name, double value) {
    html_cell(out, report, name, "n");
    if (isnan(value))
        out_raw(out, "–");
    else
        number_plain(out, value, 0);
    out_raw(out, "</td>");
}

void html_entry_cell(struct out *out, const struct report *report,
                     enum phrase name, const struct entry *entry) {
    html_cell(out, report, name, "");
    if (report_is_target(entry))
        html_link(out, entry);
    else
        out_text(out, entry->node.name);
    out_raw(out, "</td>");
}

void html_value_cells(struct out *out, const struct report *report,
                      const struct entry *entry) {
    html_cell(out, report, P_VALUE, "");
    fact_value(out, report, entry);
    out_raw(out, "</td>");
    html_cell(out, report, P_TARGET, "");
    fact_required(out, report, entry);
    out_raw(out, "</td>");
}

void html_counted_note(struct out *out, const struct report *report,
                       enum phrase words, size_t count) {
    struct pieces p;
    pieces_begin(&p);
    fact_number(&p.piece[0], count);
    out_raw(out, "<p class=\"note\">");
    SAY(out, report->language, words, piece(&p, 0));
    out_raw(out, "</p>");
    pieces_end(&p, out);
}
