#include "since.h"

#include <math.h>
#include <string.h>

#include "summary.h"

const struct entry *since_then(const struct report *report,
                               const struct entry *entry) {
    return &report->earlier->entries[entry->index];
}

int since_turned(const struct report *report, const struct entry *entry) {
    const struct entry *then;
    if (report->earlier == NULL ||
        (!report_is_target(entry) && !report_is_unit_goal(entry)))
        return 0;
    then = since_then(report, entry);
    return entry->row >= 0 && then->row >= 0 && entry->verdict != then->verdict;
}

size_t since_count(const struct report *report) {
    size_t count = 0;
    for (size_t i = 0; i < report->entry_count; i++)
        count += (size_t)since_turned(report, &report->entries[i]);
    return count;
}

static double score_of(const struct report *report) {
    const struct entry *root = report_root(report);
    return root != NULL ? root->value[ATTAIN_MEASURE_SCORE] : NAN;
}

static void put_scores(struct out *out, const struct report *report) {
    struct pieces p;
    double then = score_of(report->earlier);
    double now = score_of(report);
    if (isnan(then) || isnan(now))
        return;
    pieces_begin(&p);
    fact_score(&p.piece[0], report, then);
    fact_score(&p.piece[1], report, now);
    SAY(out, report->language, P_SINCE_SCORE, piece(&p, 0), piece(&p, 1));
    pieces_end(&p, out);
}

static const char *grade_of(const struct report *report) {
    const struct entry *root = report_root(report);
    return root != NULL ? summary_grade(report, root) : NULL;
}

static void put_grades(struct out *out, const struct report *report) {
    const char *then = grade_of(report->earlier);
    const char *now = grade_of(report);
    if (then != NULL && now != NULL && strcmp(then, now) != 0)
        SAY(out, report->language, P_SINCE_GRADE, then, now);
}

void since_headline(struct out *out, const struct report *report) {
    struct completion then;
    struct completion now;
    struct pieces p;
    pieces_begin(&p);
    summary_count(report->earlier, &then);
    summary_count(report, &now);
    fact_number(&p.piece[0], then.met);
    fact_number(&p.piece[1], now.met);
    fact_number(&p.piece[2], now.total);
    fact_number(&p.piece[3], since_count(report));
    put_scores(out, report);
    put_grades(out, report);
    SAY(out, report->language, P_SINCE_COUNTS, piece(&p, 0), piece(&p, 1),
        piece(&p, 2), piece(&p, 3));
    pieces_end(&p, out);
}

void since_words(struct out *out, const struct report *report,
                 const struct entry *entry) {
    out_text(out, entry_word(report->earlier, since_then(report, entry)));
    out_raw(out, " → ");
    out_text(out, entry_word(report, entry));
}

void since_why(struct out *out, const struct report *report,
               const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    number_period(&p.piece[0], report->language, report->earlier->info.as_of);
    fact_value(&p.piece[1], report->earlier, since_then(report, entry));
    number_period(&p.piece[2], report->language, report->info.as_of);
    fact_value(&p.piece[3], report, entry);
    if (report_is_target(entry)) {
        fact_required(&p.piece[4], report, entry);
        SAY(out, report->language, P_SINCE_WHY, piece(&p, 0), piece(&p, 1),
            piece(&p, 2), piece(&p, 3), piece(&p, 4));
    } else {
        SAY(out, report->language, P_SINCE_WHY_GOAL, piece(&p, 0), piece(&p, 1),
            piece(&p, 2), piece(&p, 3));
    }
    pieces_end(&p, out);
}
