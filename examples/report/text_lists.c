#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "since.h"
#include "text_parts.h"
#include "worst.h"

enum { SHOWN_FINDINGS = 40 };

/* The name of a target with what sets it apart. */
static void put_title(struct out *out, const struct report *report,
                      const struct entry *entry) {
    out_text(out, entry->node.name);
    const enum phrase marks[2] = {P_SOFT, P_VETO};
    const int set[2] = {entry->node.soft, entry->node.veto};
    for (size_t i = 0; i < 2; i++) {
        if (set[i]) {
            out_text(out, phrase(report->language, P_OPEN));
            out_text(out, phrase(report->language, marks[i]));
            out_text(out, phrase(report->language, P_CLOSE));
        }
    }
}

/* --- What is not met ----------------------------------------------------- */

static void behind_item(struct out *out, const struct report *report,
                        const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    put_title(&p.piece[0], report, entry);
    out_raw(&p.piece[0], " – ");
    out_text(&p.piece[0], entry_word(report, entry));
    summary_facts(&p.piece[1], report, entry);
    text_item(out, entry, piece(&p, 0), piece(&p, 1));
    pieces_end(&p, out);
}

static void behind_goal(struct out *out, const struct report *report,
                        const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    out_text(&p.piece[0], entry->node.name);
    out_raw(&p.piece[0], " – ");
    out_text(&p.piece[0], entry_word(report, entry));
    summary_unit_goal(&p.piece[1], report, entry, SUMMARY_NAMED);
    text_item(out, entry, piece(&p, 0), piece(&p, 1));
    pieces_end(&p, out);
}

void text_behind(struct out *out, const struct report *report) {
    text_heading(out, phrase(report->language, P_BEHIND));
    if (!summary_is_behind(report)) {
        out_wrap(out, phrase(report->language, P_NOTHING_BEHIND), " ", " ",
                 TEXT_COLUMNS);
    }
    for (size_t i = 0; i < report->entry_count; i++)
        if (summary_is_failed_goal(&report->entries[i]))
            behind_goal(out, report, &report->entries[i]);
    for (size_t s = 0; s < 5; s++) {
        for (size_t i = 0; i < report->entry_count; i++) {
            const struct entry *entry = &report->entries[i];
            if (report_is_target(entry) && entry->state == summary_unmet[s])
                behind_item(out, report, entry);
        }
    }
}

/* --- What has changed ---------------------------------------------------- */

static void since_item(struct out *out, const struct report *report,
                       const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    put_title(&p.piece[0], report, entry);
    out_raw(&p.piece[0], " – ");
    since_words(&p.piece[0], report, entry);
    since_why(&p.piece[1], report, entry);
    text_item(out, entry, piece(&p, 0), piece(&p, 1));
    pieces_end(&p, out);
}

void text_since(struct out *out, const struct report *report) {
    struct pieces p;
    if (report->earlier == NULL)
        return;
    pieces_begin(&p);
    number_period(&p.piece[0], report->language, report->earlier->info.as_of);
    SAY(&p.piece[1], report->language, P_SINCE, piece(&p, 0));
    text_heading(out, piece(&p, 1));
    since_headline(&p.piece[2], report);
    out_wrap(out, piece(&p, 2), " ", " ", TEXT_COLUMNS);
    pieces_end(&p, out);
    for (size_t i = 0; i < report->entry_count; i++)
        if (since_turned(report, &report->entries[i]))
            since_item(out, report, &report->entries[i]);
}

void text_vetoes(struct out *out, const struct report *report) {
    size_t count;
    int32_t *nodes = summary_vetoes(report, &count);
    if (count > 0)
        text_heading(out, phrase(report->language, P_VETOES));
    for (size_t i = 0; i < count; i++) {
        const struct entry *entry = &report->entries[nodes[i]];
        text_item(out, entry, entry->node.name, "");
    }
    free(nodes);
}

void text_will_miss(struct out *out, const struct report *report) {
    int any = 0;
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (!report_is_target(entry) || !fact_will_miss(entry))
            continue;
        if (!any)
            text_heading(out, phrase(report->language, P_WILL_MISS));
        any = 1;
        struct pieces p;
        pieces_begin(&p);
        fact_projection(&p.piece[0], report, entry);
        out_text(&p.piece[0], phrase(report->language, P_JOIN));
        fact_required(&p.piece[1], report, entry);
        SAY(&p.piece[0], report->language, P_FACT_REQUIRED, piece(&p, 1));
        text_item(out, entry, entry->node.name, piece(&p, 0));
        pieces_end(&p, out);
    }
}

/* --- Units below --------------------------------------------------------- */

static void named_units(struct out *out, const struct report *report,
                        const struct entry *entry, int verdict,
                        enum phrase words) {
    struct pieces p;
    pieces_begin(&p);
    if (fact_units(&p.piece[0], report, entry, verdict, SUMMARY_NAMED) > 0) {
        SAY(&p.piece[1], report->language, words, piece(&p, 0));
        out_wrap(out, piece(&p, 1), "     ", "       ", TEXT_COLUMNS);
    }
    pieces_end(&p, out);
}

static void worst_units(struct out *out, const struct report *report) {
    struct worst worst[WORST_MOST];
    size_t count = worst_find(report, worst);
    if (count > 0)
        text_heading(out, phrase(report->language, P_WORST));
    for (size_t i = 0; i < count; i++) {
        attain_evaluation_unit unit;
        struct pieces p;
        attain_evaluation_unit_init(&unit);
        pieces_begin(&p);
        fact_number(&p.piece[0], worst[i].not_met);
        fact_number(&p.piece[1], worst[i].targets);
        if (attain_evaluation_get_unit(report->ev, worst[i].unit, &unit,
                                       NULL) == ATTAIN_OK) {
            SAY(&p.piece[2], report->language, P_WORST_ROW, unit.name,
                piece(&p, 0), piece(&p, 1));
            out_wrap(out, piece(&p, 2), " ✗ ", "   ", TEXT_COLUMNS);
        }
        pieces_end(&p, out);
    }
}

void text_below(struct out *out, const struct report *report) {
    int any = 0;
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (entry->below.total == 0 ||
            (entry->row >= 0 && entry->below.met == entry->below.total))
            continue;
        if (!any)
            text_heading(out, phrase(report->language, P_BELOW));
        any = 1;
        struct pieces p;
        pieces_begin(&p);
        if (entry->row < 0) {
            fact_required(&p.piece[0], report, entry);
            out_text(&p.piece[0], phrase(report->language, P_JOIN));
        }
        fact_below(&p.piece[0], report, entry);
        if (entry->below.met == entry->below.total) {
            out_text(&p.piece[1], entry->node.name);
            out_raw(&p.piece[1], " – ");
            out_text(&p.piece[1], piece(&p, 0));
            text_item(out, entry, piece(&p, 1), "");
        } else {
            text_item(out, entry, entry->node.name, piece(&p, 0));
        }
        named_units(out, report, entry, ATTAIN_VERDICT_NOT_MET, P_FAILING);
        named_units(out, report, entry, ATTAIN_VERDICT_UNKNOWN, P_LACKING);
        pieces_end(&p, out);
    }
    worst_units(out, report);
}

/* --- The others ---------------------------------------------------------- */

void text_unknown(struct out *out, const struct report *report) {
    int any = 0;
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (!report_is_target(entry) || entry->state != STATE_UNKNOWN)
            continue;
        if (!any)
            text_heading(out, phrase(report->language, P_NEEDS_DATA));
        any = 1;
        struct pieces p;
        pieces_begin(&p);
        fact_reason(&p.piece[0], report, entry);
        out_text(&p.piece[0], phrase(report->language, P_STOP));
        text_item(out, entry, entry->node.name, piece(&p, 0));
        pieces_end(&p, out);
    }
}

static void list_state(struct out *out, const struct report *report,
                       enum state state, enum phrase title) {
    int any = 0;
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (!report_is_target(entry) || entry->state != state)
            continue;
        if (!any)
            text_heading(out, phrase(report->language, title));
        any = 1;
        struct pieces p;
        pieces_begin(&p);
        fact_value(&p.piece[0], report, entry);
        put_title(&p.piece[2], report, entry);
        out_raw(&p.piece[2], " – ");
        if (state == STATE_MET) {
            fact_required(&p.piece[1], report, entry);
            SAY(&p.piece[2], report->language, P_FACT_MET, piece(&p, 0),
                piece(&p, 1));
        } else {
            out_text(&p.piece[2], piece(&p, 0));
        }
        text_item(out, entry, piece(&p, 2), "");
        pieces_end(&p, out);
    }
}

void text_met(struct out *out, const struct report *report) {
    list_state(out, report, STATE_MET, P_MET_LIST);
    list_state(out, report, STATE_WATCHED, P_WATCHED_LIST);
}

void text_findings(struct out *out, const struct report *report) {
    size_t count = attain_evaluation_finding_count(report->ev);
    if (count == 0)
        return;
    text_heading(out, phrase(report->language, P_FINDINGS));
    for (size_t i = 0; i < count && i < SHOWN_FINDINGS; i++) {
        struct pieces p;
        pieces_begin(&p);
        summary_finding(&p.piece[0], report, i);
        out_wrap(out, piece(&p, 0), " ! ", "   ", TEXT_COLUMNS);
        pieces_end(&p, out);
    }
    if (count > SHOWN_FINDINGS) {
        struct pieces p;
        pieces_begin(&p);
        fact_number(&p.piece[0], count - SHOWN_FINDINGS);
        out_raw(out, "   ");
        SAY(out, report->language, P_MORE_FINDINGS, piece(&p, 0));
        out_raw(out, "\n");
        pieces_end(&p, out);
    }
}

/* --- Departments --------------------------------------------------------- */

static void owner_row(struct out *out, const struct report *report,
                      const attain_owner *owner) {
    struct pieces p;
    pieces_begin(&p);
    fact_number(&p.piece[0], owner->targets);
    fact_number(&p.piece[1], owner->met);
    fact_number(&p.piece[2], owner->targets - owner->met - owner->unknown);
    fact_number(&p.piece[3], owner->unknown);
    if (!isnan(owner->attainment))
        number_percent(&p.piece[4], owner->attainment);
    for (size_t i = 0; i < 5; i++) {
        out_right(out, i < 4 ? piece(&p, i) : or_dash(piece(&p, 4)),
                  i < 4 ? 9 : 12);
    }
    out_raw(out, "  ");
    out_text(out, owner->owner[0] != '\0'
                      ? owner->owner
                      : phrase(report->language, P_NO_OWNER));
    out_raw(out, "\n");
    pieces_end(&p, out);
}

static void owner_behind(struct out *out, const struct report *report,
                         const char *owner) {
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (!report_is_target(entry) || !summary_is_unmet(entry) ||
            strcmp(entry->node.owner, owner) != 0)
            continue;
        struct pieces p;
        pieces_begin(&p);
        out_raw(&p.piece[0], "          ");
        out_raw(&p.piece[0], state_symbol(entry->state));
        out_raw(&p.piece[0], " ");
        out_text(&p.piece[1], entry->node.name);
        if (fact_shortfall(&p.piece[2], report, entry)) {
            out_raw(&p.piece[1], " – ");
            out_text(&p.piece[1], piece(&p, 2));
        }
        out_wrap(out, piece(&p, 1), piece(&p, 0), "            ", TEXT_COLUMNS);
        pieces_end(&p, out);
    }
}

void text_owners(struct out *out, const struct report *report) {
    static const enum phrase heads[5] = {P_TARGETS, P_MET, P_NOT_MET, P_UNKNOWN,
                                         P_ATTAINMENT};
    text_heading(out, phrase(report->language, P_BY_OWNER));
    for (size_t i = 0; i < 5; i++)
        out_right(out, phrase(report->language, heads[i]), i < 4 ? 9 : 12);
    out_raw(out, "  ");
    out_text(out, phrase(report->language, P_OWNER));
    out_raw(out, "\n");
    size_t count = attain_evaluation_owner_count(report->ev);
    for (size_t i = 0; i < count; i++) {
        attain_owner owner;
        attain_owner_init(&owner);
        if (attain_evaluation_get_owner(report->ev, i, report->unit_row, &owner,
                                        NULL) == ATTAIN_OK &&
            owner.targets > 0) {
            owner_row(out, report, &owner);
            owner_behind(out, report, owner.owner);
        }
    }
}
