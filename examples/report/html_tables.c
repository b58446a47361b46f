#include <math.h>
#include <string.h>

#include "html_parts.h"
#include "since.h"
#include "worst.h"

/* --- Ranking ------------------------------------------------------------- */

static double root_value(const struct report *report, int32_t unit,
                         int32_t measure) {
    return attain_evaluation_value(
        report->ev, measure, 0,
        attain_evaluation_find_row(report->ev, 0, unit));
}

static void ranking_row(struct out *out, const struct report *report,
                        int32_t peer) {
    attain_evaluation_unit unit;
    attain_evaluation_unit_init(&unit);
    if (attain_evaluation_get_unit(report->ev, peer, &unit, NULL) != ATTAIN_OK)
        return;
    double score = root_value(report, peer, ATTAIN_MEASURE_SCORE);
    double grade = root_value(report, peer, ATTAIN_MEASURE_GRADE);
    const char *name =
        isnan(grade) ? NULL
                     : attain_evaluation_grade(report->ev, (int32_t)grade);
    out_raw(out, peer == report->unit_row ? "<tr class=\"here\">" : "<tr>");
    html_number_cell(out, report, P_RANK,
                     root_value(report, peer, ATTAIN_MEASURE_RANK));
    html_text_cell(out, report, P_UNIT, unit.name);
    html_cell(out, report, P_SCORE, "n");
    if (!isnan(score))
        fact_score(out, report, score);
    else
        out_raw(out, "–");
    out_raw(out, "</td>");
    html_cell(out, report, P_RANGE, "");
    out_raw(out, "<div class=\"bar\">");
    html_bar(out, report, score, root_value(report, peer, ATTAIN_MEASURE_LOW),
             root_value(report, peer, ATTAIN_MEASURE_HIGH), 0);
    out_raw(out, "</div></td>");
    html_text_cell(out, report, P_GRADE, name);
    html_number_cell(out, report, P_TARGETS,
                     root_value(report, peer, ATTAIN_MEASURE_TARGETS));
    html_number_cell(out, report, P_MET,
                     root_value(report, peer, ATTAIN_MEASURE_TARGETS_MET));
    html_number_cell(out, report, P_UNKNOWN,
                     root_value(report, peer, ATTAIN_MEASURE_TARGETS_UNKNOWN));
    out_raw(out, "</tr>\n");
}

void html_ranking(struct out *out, const struct report *report) {
    static const enum phrase heads[] = {P_RANK,  P_UNIT,    P_SCORE, P_RANGE,
                                        P_GRADE, P_TARGETS, P_MET,   P_UNKNOWN};
    if (report->peer_count < 2)
        return;
    html_section(out, "ranking", phrase(report->language, P_RANKING));
    html_table_open(out, report, heads, "ntnttnnn");
    for (size_t i = 0; i < report->peer_count; i++)
        ranking_row(out, report, report->peers[i]);
    html_table_close(out);
    out_raw(out, "</section>\n");
}

/* --- Changes -------------------------------------------------------------- */

static void since_row(struct out *out, const struct report *report,
                      const struct entry *entry) {
    out_raw(out, "<tr>");
    html_entry_cell(out, report, P_TARGET_NAME, entry);
    html_cell(out, report, P_SINCE_TURN, "");
    html_chip(out, report->earlier, since_then(report, entry));
    out_raw(out, " → ");
    html_chip(out, report, entry);
    out_raw(out, "</td>");
    html_cell(out, report, P_SINCE_REASON, "");
    since_why(out, report, entry);
    out_raw(out, "</td></tr>\n");
}

void html_since(struct out *out, const struct report *report) {
    static const enum phrase heads[] = {P_TARGET_NAME, P_SINCE_TURN,
                                        P_SINCE_REASON};
    struct pieces p;
    if (report->earlier == NULL)
        return;
    pieces_begin(&p);
    number_period(&p.piece[0], report->language, report->earlier->info.as_of);
    SAY(&p.piece[1], report->language, P_SINCE, piece(&p, 0));
    html_section(out, "since", piece(&p, 1));
    out_raw(out, "<p class=\"note\">");
    since_headline(out, report);
    out_raw(out, "</p>");
    if (since_count(report) > 0) {
        html_table_open(out, report, heads, "ttt");
        for (size_t i = 0; i < report->entry_count; i++)
            if (since_turned(report, &report->entries[i]))
                since_row(out, report, &report->entries[i]);
        html_table_close(out);
    }
    out_raw(out, "</section>\n");
    pieces_end(&p, out);
}

/* --- Shortfalls ---------------------------------------------------------- */

/* For what has no distance: where it was broken, or how many units fail. */
static void what_fails(struct out *out, const struct report *report,
                       const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    if (entry->whole)
        fact_below(out, report, entry);
    else if (fact_lapse(&p.piece[0], report, entry, entry->row))
        SAY(out, report->language, P_FACT_BROKEN, piece(&p, 0));
    pieces_end(&p, out);
}

static void shortfall_row(struct out *out, const struct report *report,
                          const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    out_raw(out, "<tr>");
    html_cell(out, report, P_STATUS, "");
    html_chip(out, report, entry);
    out_raw(out, "</td>");
    html_entry_cell(out, report, P_TARGET_NAME, entry);
    html_value_cells(out, report, entry);
    html_cell(out, report, P_SHORTFALL, "");
    if (!fact_shortfall(&p.piece[0], report, entry))
        what_fails(&p.piece[0], report, entry);
    out_text(out, or_dash(piece(&p, 0)));
    out_raw(out, "</td>");
    html_cell(out, report, P_OWNER, "");
    out_text(out, or_dash(entry->node.owner));
    out_raw(out, "</td></tr>\n");
    pieces_end(&p, out);
}

static void shortfall_goal_row(struct out *out, const struct report *report,
                               const struct entry *entry) {
    out_raw(out, "<tr>");
    html_cell(out, report, P_STATUS, "");
    html_chip(out, report, entry);
    out_raw(out, "</td>");
    html_cell(out, report, P_TARGET_NAME, "");
    out_text(out, entry->node.name);
    out_raw(out, "</td><td colspan=\"3\">");
    summary_unit_goal(out, report, entry, SUMMARY_NAMED);
    out_raw(out, "</td>");
    html_cell(out, report, P_OWNER, "");
    out_text(out, or_dash(entry->node.owner));
    out_raw(out, "</td></tr>\n");
}

void html_shortfalls(struct out *out, const struct report *report) {
    static const enum phrase heads[] = {P_STATUS, P_TARGET_NAME, P_VALUE,
                                        P_TARGET, P_SHORTFALL,   P_OWNER};
    html_section(out, "behind", phrase(report->language, P_BEHIND));
    if (!summary_is_behind(report)) {
        out_raw(out, "<p>");
        out_text(out, phrase(report->language, P_NOTHING_BEHIND));
        out_raw(out, "</p></section>\n");
        return;
    }
    html_table_open(out, report, heads, "tttttt");
    for (size_t i = 0; i < report->entry_count; i++)
        if (summary_is_failed_goal(&report->entries[i]))
            shortfall_goal_row(out, report, &report->entries[i]);
    for (size_t s = 0; s < 5; s++) {
        for (size_t i = 0; i < report->entry_count; i++) {
            const struct entry *entry = &report->entries[i];
            if (report_is_target(entry) && entry->state == summary_unmet[s])
                shortfall_row(out, report, entry);
        }
    }
    html_table_close(out);
    out_raw(out, "</section>\n");
}

void html_will_miss(struct out *out, const struct report *report) {
    static const enum phrase heads[] = {P_STATUS, P_TARGET_NAME, P_PROJECTION,
                                        P_TARGET};
    int any = 0;
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (!report_is_target(entry) || !fact_will_miss(entry))
            continue;
        if (!any) {
            html_section(out, "trend", phrase(report->language, P_WILL_MISS));
            html_table_open(out, report, heads, "tttt");
        }
        any = 1;
        out_raw(out, "<tr>");
        html_cell(out, report, P_STATUS, "");
        html_chip(out, report, entry);
        out_raw(out, "</td>");
        html_entry_cell(out, report, P_TARGET_NAME, entry);
        html_cell(out, report, P_PROJECTION, "");
        fact_projection(out, report, entry);
        out_raw(out, "</td>");
        html_cell(out, report, P_TARGET, "");
        fact_required(out, report, entry);
        out_raw(out, "</td></tr>\n");
    }
    if (any) {
        html_table_close(out);
        out_raw(out, "</section>\n");
    }
}

/* --- Units below --------------------------------------------------------- */

void html_worst(struct out *out, const struct report *report) {
    static const enum phrase heads[] = {P_UNIT, P_TARGETS, P_NOT_MET,
                                        P_UNKNOWN};
    struct worst worst[WORST_MOST];
    size_t count = worst_find(report, worst);
    if (count == 0)
        return;
    html_section(out, "worst", phrase(report->language, P_WORST));
    html_table_open(out, report, heads, "tnnn");
    for (size_t i = 0; i < count; i++) {
        attain_evaluation_unit unit;
        attain_evaluation_unit_init(&unit);
        if (attain_evaluation_get_unit(report->ev, worst[i].unit, &unit,
                                       NULL) != ATTAIN_OK)
            continue;
        out_raw(out, "<tr>");
        html_text_cell(out, report, P_UNIT, unit.name);
        html_number_cell(out, report, P_TARGETS, (double)worst[i].targets);
        html_number_cell(out, report, P_NOT_MET, (double)worst[i].not_met);
        html_number_cell(out, report, P_UNKNOWN, (double)worst[i].unknown);
        out_raw(out, "</tr>\n");
    }
    html_table_close(out);
    out_raw(out, "</section>\n");
}

/* --- Departments --------------------------------------------------------- */

static void owner_behind(struct out *out, const struct report *report,
                         const char *owner) {
    int any = 0;
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (report_is_target(entry) && summary_is_unmet(entry) &&
            strcmp(entry->node.owner, owner) == 0) {
            out_raw(out, any ? "<li>" : "<ul><li>");
            any = 1;
            html_link(out, entry);
            out_raw(out, "</li>");
        }
    }
    out_raw(out, any ? "</ul>" : "–");
}

static void owner_row(struct out *out, const struct report *report,
                      const attain_owner *owner) {
    out_raw(out, "<tr>");
    html_cell(out, report, P_OWNER, "");
    out_text(out, owner->owner[0] != '\0'
                      ? owner->owner
                      : phrase(report->language, P_NO_OWNER));
    out_raw(out, "</td>");
    html_number_cell(out, report, P_TARGETS, (double)owner->targets);
    html_number_cell(out, report, P_MET, (double)owner->met);
    html_number_cell(out, report, P_NOT_MET,
                     (double)(owner->targets - owner->met - owner->unknown));
    html_number_cell(out, report, P_UNKNOWN, (double)owner->unknown);
    html_cell(out, report, P_ATTAINMENT, "n");
    if (isnan(owner->attainment))
        out_raw(out, "–");
    else
        number_percent(out, owner->attainment);
    out_raw(out, "</td>");
    html_cell(out, report, P_BEHIND_COLUMN, "");
    owner_behind(out, report, owner->owner);
    out_raw(out, "</td></tr>\n");
}

void html_owners(struct out *out, const struct report *report) {
    static const enum phrase heads[] = {P_OWNER,        P_TARGETS, P_MET,
                                        P_NOT_MET,      P_UNKNOWN, P_ATTAINMENT,
                                        P_BEHIND_COLUMN};
    size_t count = attain_evaluation_owner_count(report->ev);
    if (count == 0 || !summary_has_owners(report))
        return;
    html_section(out, "owners", phrase(report->language, P_BY_OWNER));
    html_table_open(out, report, heads, "tnnnnnt");
    for (size_t i = 0; i < count; i++) {
        attain_owner owner;
        attain_owner_init(&owner);
        if (attain_evaluation_get_owner(report->ev, i, report->unit_row, &owner,
                                        NULL) == ATTAIN_OK &&
            owner.targets > 0)
            owner_row(out, report, &owner);
    }
    html_table_close(out);
    out_raw(out, "</section>\n");
}

/* --- Data ---------------------------------------------------------------- */

static void unknown_list(struct out *out, const struct report *report) {
    int any = 0;
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (!report_is_target(entry) || entry->state != STATE_UNKNOWN)
            continue;
        out_raw(out, any ? "<li>" : "<ul class=\"data\"><li>");
        any = 1;
        html_link(out, entry);
        out_raw(out,
                report->language == ATTAIN_LANGUAGE_ZH ? "\xEF\xBC\x9A" : ": ");
        fact_reason(out, report, entry);
        out_text(out, phrase(report->language, P_STOP));
        out_raw(out, "</li>\n");
    }
    out_raw(out, any ? "</ul>" : "<p>");
    out_text(out, any ? "" : phrase(report->language, P_NO_FINDINGS));
    out_raw(out, any ? "" : "</p>");
}

static void finding_list(struct out *out, const struct report *report) {
    size_t count = attain_evaluation_finding_count(report->ev);
    if (count == 0)
        return;
    out_raw(out, "<h3>");
    out_text(out, phrase(report->language, P_FINDINGS));
    out_raw(out, "</h3><ul class=\"data\">");
    for (size_t i = 0; i < count; i++) {
        out_raw(out, "<li>");
        summary_finding(out, report, i);
        out_raw(out, "</li>\n");
    }
    out_raw(out, "</ul>");
}

void html_data(struct out *out, const struct report *report) {
    html_section(out, "data", phrase(report->language, P_NEEDS_DATA));
    unknown_list(out, report);
    finding_list(out, report);
    out_raw(out, "</section>\n");
}
