#include "summary.h"

#include <math.h>
#include <stdlib.h>

const enum state summary_unmet[5] = {STATE_FAILED, STATE_OFF_TRACK,
                                     STATE_NOT_MET, STATE_SLOW, STATE_ON_TRACK};

int summary_is_unmet(const struct entry *entry) {
    return entry->row >= 0 && entry->verdict == ATTAIN_VERDICT_NOT_MET;
}

void summary_count(const struct report *report, struct completion *out) {
    size_t counts[STATE_COUNT];
    report_count(report, counts);
    out->met = counts[STATE_MET];
    out->unknown = counts[STATE_UNKNOWN];
    out->not_met = 0;
    for (size_t i = 0; i < 5; i++)
        out->not_met += counts[summary_unmet[i]];
    out->total = out->met + out->not_met + out->unknown;
}

const char *summary_grade(const struct report *report,
                          const struct entry *entry) {
    double grade = entry->value[ATTAIN_MEASURE_GRADE];
    return isnan(grade) ? NULL
                        : attain_evaluation_grade(report->ev, (int32_t)grade);
}

int32_t *summary_vetoes(const struct report *report, size_t *out_count) {
    const struct entry *root = report_root(report);
    size_t count = 0;
    *out_count = 0;
    if (root == NULL ||
        attain_evaluation_vetoes(report->ev, root->index, root->row, NULL, 0,
                                 &count, NULL) != ATTAIN_OK)
        return NULL;
    int32_t *nodes = count > 0 ? calloc(count, sizeof *nodes) : NULL;
    if (nodes == NULL ||
        attain_evaluation_vetoes(report->ev, root->index, root->row, nodes,
                                 count, &count, NULL) != ATTAIN_OK) {
        free(nodes);
        return NULL;
    }
    *out_count = count;
    return nodes;
}

/* --- Headline ------------------------------------------------------------ */

static void next_sentence(struct out *out, const struct report *report) {
    out_raw(out, report->language == ATTAIN_LANGUAGE_ZH ? "" : " ");
}

static void say_score(struct out *out, const struct report *report) {
    const struct entry *root = report_root(report);
    if (root == NULL || isnan(root->value[ATTAIN_MEASURE_SCORE])) {
        out_text(out, phrase(report->language, P_NO_SCORE));
        return;
    }
    double low = root->value[ATTAIN_MEASURE_LOW];
    double high = root->value[ATTAIN_MEASURE_HIGH];
    struct pieces p;
    pieces_begin(&p);
    fact_score(&p.piece[0], report, root->value[ATTAIN_MEASURE_SCORE]);
    if (low < high) {
        fact_score(&p.piece[1], report, low);
        fact_score(&p.piece[2], report, high);
        SAY(out, report->language, P_HEADLINE_BOUNDS, piece(&p, 0),
            piece(&p, 1), piece(&p, 2));
    } else {
        SAY(out, report->language, P_HEADLINE_SCORE, piece(&p, 0));
    }
    pieces_end(&p, out);
    const char *grade = summary_grade(report, root);
    if (grade != NULL) {
        next_sentence(out, report);
        SAY(out, report->language, P_HEADLINE_GRADE, grade);
    }
}

void summary_headline(struct out *out, const struct report *report) {
    struct completion done;
    struct pieces p;
    summary_count(report, &done);
    pieces_begin(&p);
    number_period(&p.piece[0], report->language, report->info.as_of);
    fact_number(&p.piece[1], done.total);
    fact_number(&p.piece[2], done.met);
    number_percent(&p.piece[3],
                   done.total > 0 ? (double)done.met / (double)done.total : 0);
    fact_number(&p.piece[4], done.not_met);
    fact_number(&p.piece[5], done.unknown);
    SAY(out, report->language, done.unknown > 0 ? P_HEADLINE : P_HEADLINE_KNOWN,
        piece(&p, 0), report->unit.name, piece(&p, 1), piece(&p, 2),
        piece(&p, 3), piece(&p, 4), piece(&p, 5));
    pieces_end(&p, out);
    next_sentence(out, report);
    say_score(out, report);
    size_t count;
    free(summary_vetoes(report, &count));
    if (count > 0) {
        pieces_begin(&p);
        fact_number(&p.piece[0], count);
        next_sentence(out, report);
        SAY(out, report->language, P_HEADLINE_VETO, piece(&p, 0));
        pieces_end(&p, out);
    }
}

/* --- Facts --------------------------------------------------------------- */

static void join(struct out *out, const struct report *report,
                 struct out *part) {
    if (part->length > 0) {
        out_text(out, phrase(report->language, P_JOIN));
        out_text(out, out_string(part));
    }
    out->failed |= part->failed;
    out_clear(part);
}

void summary_facts(struct out *out, const struct report *report,
                   const struct entry *entry) {
    struct out part;
    struct pieces p;
    out_begin(&part, OUT_TEXT);
    pieces_begin(&p);
    fact_value(&p.piece[0], report, entry);
    fact_required(&p.piece[1], report, entry);
    SAY(out, report->language, P_FACT_VALUE, piece(&p, 0), piece(&p, 1));
    fact_shortfall(&part, report, entry);
    join(out, report, &part);
    if (entry->row >= 0 && fact_lapse(&p.piece[3], report, entry, entry->row)) {
        SAY(&part, report->language, P_FACT_BROKEN, piece(&p, 3));
        join(out, report, &part);
    }
    if (report->info.as_of < entry->node.due &&
        fact_expected(&p.piece[2], report, entry)) {
        SAY(&part, report->language,
            entry_expects_level(entry) ? P_FACT_EXPECTED_LEVEL
                                       : P_FACT_EXPECTED,
            piece(&p, 2));
        join(out, report, &part);
    }
    fact_change(&part, report, entry);
    join(out, report, &part);
    fact_projection(&part, report, entry);
    join(out, report, &part);
    if (entry->node.owner[0] != '\0') {
        SAY(&part, report->language, P_FACT_OWNER, entry->node.owner);
        join(out, report, &part);
    }
    if (entry->node.source[0] != '\0') {
        SAY(&part, report->language, P_FACT_SOURCE, entry->node.source);
        join(out, report, &part);
    }
    out_text(out, phrase(report->language, P_STOP));
    pieces_end(&p, out);
    out_free(&part);
}

int summary_has_owners(const struct report *report) {
    int named = 0;
    for (size_t i = 0; i < report->entry_count; i++)
        named |= report->entries[i].node.owner[0] != '\0';
    return named;
}

int summary_is_failed_goal(const struct entry *entry) {
    return report_is_unit_goal(entry) &&
           entry->verdict == ATTAIN_VERDICT_NOT_MET;
}

int summary_is_behind(const struct report *report) {
    struct completion done;
    int behind;
    summary_count(report, &done);
    behind = done.not_met > 0;
    for (size_t i = 0; i < report->entry_count; i++)
        behind |= summary_is_failed_goal(&report->entries[i]);
    return behind;
}

void summary_unit_goal(struct out *out, const struct report *report,
                       const struct entry *entry, size_t named) {
    struct pieces p;
    pieces_begin(&p);
    fact_below(out, report, entry);
    if (fact_units(&p.piece[0], report, entry, ATTAIN_VERDICT_NOT_MET, named) >
        0) {
        out_text(out, phrase(report->language, P_JOIN));
        SAY(out, report->language, P_FAILING, piece(&p, 0));
    }
    out_text(out, phrase(report->language, P_STOP));
    pieces_end(&p, out);
}

/* --- Findings ------------------------------------------------------------ */

void summary_finding(struct out *out, const struct report *report,
                     size_t index) {
    const char *message =
        attain_evaluation_finding_message(report->ev, index, report->language);
    out_text(out, message != NULL ? message : "");
}
