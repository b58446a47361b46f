#include "html.h"

#include <stdio.h>
#include <string.h>

#include "html_parts.h"

/* --- Small parts --------------------------------------------------------- */

void html_section(struct out *out, const char *id, const char *title) {
    out_raw(out, "<section id=\"");
    out_raw(out, id);
    out_raw(out, "\"><h2>");
    out_text(out, title);
    out_raw(out, "</h2>\n");
}

void html_number(struct out *out, double number) {
    char text[40];
    snprintf(text, sizeof text, "%.1f", number);
    out_raw(out, text);
}

void html_attribute(struct out *out, const char *name, double number) {
    out_raw(out, " ");
    out_raw(out, name);
    out_raw(out, "=\"");
    html_number(out, number);
    out_raw(out, "\"");
}

void html_chip(struct out *out, const struct report *report,
               const struct entry *entry) {
    out_raw(out, "<span class=\"chip ");
    out_raw(out, state_class(entry->state));
    out_raw(out, "\"><span aria-hidden=\"true\">");
    out_raw(out, state_symbol(entry->state));
    out_raw(out, "</span> ");
    out_text(out, entry_word(report, entry));
    out_raw(out, "</span>");
}

void html_link(struct out *out, const struct entry *entry) {
    out_raw(out, "<a href=\"#n");
    out_count(out, (size_t)entry->index);
    out_raw(out, "\">");
    out_text(out, entry->node.name);
    out_raw(out, "</a>");
}

/* --- The page ------------------------------------------------------------ */

static void label(struct out *out, const struct report *report) {
    if (report->label[0] != '\0') {
        out_raw(out, "<p class=\"label\">");
        out_text(out, report->label);
        out_raw(out, "</p>");
    }
}

static void head(struct out *out, const struct report *report) {
    out_raw(out, report->language == ATTAIN_LANGUAGE_ZH
                     ? "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n"
                     : "<!DOCTYPE html>\n<html lang=\"en\">\n");
    out_raw(out, "<head><meta charset=\"utf-8\">"
                 "<meta name=\"viewport\" content=\"width=device-width,"
                 "initial-scale=1\">\n<title>");
    out_text(out, report->info.name);
    out_raw(out, " · ");
    out_text(out, report->unit.name);
    out_raw(out, " · ");
    number_period(out, report->language, report->info.as_of);
    out_raw(out, "</title>\n<style>\n");
    for (size_t i = 0; html_style[i] != NULL; i++)
        out_raw(out, html_style[i]);
    out_raw(out, "</style></head>\n<body id=\"top\">\n");
    html_definitions(out);
}

static void nav_link(struct out *out, const struct report *report,
                     const char *id, enum phrase word) {
    out_raw(out, "<a href=\"#");
    out_raw(out, id);
    out_raw(out, "\">");
    out_text(out, phrase(report->language, word));
    out_raw(out, "</a>");
}

static void title(struct out *out, const struct report *report) {
    struct pieces p;
    pieces_begin(&p);
    number_period(&p.piece[0], report->language, report->info.first_period);
    number_period(&p.piece[1], report->language, report->info.last_period);
    number_period(&p.piece[2], report->language, report->info.as_of);
    out_raw(out, "<header><div><p class=\"eyebrow\">");
    out_text(out, phrase(report->language, P_TITLE));
    out_raw(out, "</p><h1>");
    out_text(out, report->info.name);
    out_raw(out, "</h1><p class=\"meta\">");
    out_text(out, report->unit.name);
    out_raw(out, " · ");
    SAY(out, report->language, P_AS_OF, piece(&p, 2));
    out_raw(out, " · ");
    SAY(out, report->language, P_PLAN_PERIOD, piece(&p, 0), piece(&p, 1));
    out_raw(out, "</p>");
    label(out, report);
    out_raw(out, "<p class=\"lead\">");
    summary_headline(out, report);
    out_raw(out, "</p><nav>");
    nav_link(out, report, "picture", P_PICTURE);
    if (report->earlier != NULL)
        nav_link(out, report, "since", P_SINCE_NAV);
    nav_link(out, report, "behind", P_BEHIND);
    if (summary_is_behind(report))
        nav_link(out, report, "takes", P_TAKES);
    if (summary_has_owners(report))
        nav_link(out, report, "owners", P_BY_OWNER);
    nav_link(out, report, "data", P_NEEDS_DATA);
    nav_link(out, report, "details", P_DETAIL);
    out_raw(out, "</nav></div></header>\n<main>\n");
    pieces_end(&p, out);
}

/* A line an item. */
static void sources(struct out *out, const struct report *report) {
    html_section(out, "sources", phrase(report->language, P_SOURCES));
    out_raw(out, "<ul class=\"sources\">");
    for (const char *line = report->provenance; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        struct out one;
        out_begin(&one, OUT_TEXT);
        out_bytes(&one, line, length);
        out_raw(out, "<li>");
        out_text(out, out_string(&one));
        out_raw(out, "</li>");
        out->failed |= one.failed;
        out_free(&one);
        line += length + (line[length] == '\n');
    }
    out_raw(out, "</ul></section>\n");
}

static void foot(struct out *out, const struct report *report) {
    out_raw(out, "</main>\n<footer><div>");
    label(out, report);
    out_raw(out, "<p>");
    SAY(out, report->language, P_PLAN_ID, report->info.plan);
    if (report->info.source[0] != '\0') {
        out_raw(out, " · ");
        out_text(out, report->info.source);
    }
    out_raw(out, " · ");
    struct pieces p;
    pieces_begin(&p);
    number_period(&p.piece[0], report->language, report->info.as_of);
    SAY(out, report->language, P_AS_OF, piece(&p, 0));
    pieces_end(&p, out);
    out_raw(out, " · ");
    SAY(out, report->language, P_MADE_BY, attain_version());
    out_raw(out, "</p></div></footer>\n</body>\n</html>\n");
}

void html_report(struct out *out, const struct report *report) {
    head(out, report);
    title(out, report);
    html_overview(out, report);
    html_ranking(out, report);
    html_lenses(out, report);
    html_picture(out, report);
    html_since(out, report);
    html_shortfalls(out, report);
    html_will_miss(out, report);
    html_takes(out, report);
    html_worst(out, report);
    html_owners(out, report);
    html_data(out, report);
    html_quality(out, report);
    html_details(out, report);
    sources(out, report);
    foot(out, report);
}
