/* The sentences that say how the plan stands, for both forms of the report. */
#ifndef REPORT_SUMMARY_H
#define REPORT_SUMMARY_H

#include "facts.h"

/* Judged targets at the unit and how they stand. */
struct completion {
    size_t total, met, not_met, unknown;
};

void summary_count(const struct report *report, struct completion *out);

/* "As of 2023, X has met 12 of its 30 targets …; the score is …" */
void summary_headline(struct out *out, const struct report *report);

/* Name of the grade of an entry, or NULL. */
const char *summary_grade(const struct report *report,
                          const struct entry *entry);

/* Nodes of the vetoes that fired at the unit, owned by caller, release with
 * free(); NULL if none did. */
int32_t *summary_vetoes(const struct report *report, size_t *out_count);

/* Everything that is missing about an unmet target, as one sentence. */
void summary_facts(struct out *out, const struct report *report,
                   const struct entry *entry);

/* States in which a target is not met, the worst first. */
extern const enum state summary_unmet[5];

int summary_is_unmet(const struct entry *entry);

/* One finding of the evaluation as a sentence. */
void summary_finding(struct out *out, const struct report *report,
                     size_t index);

#endif
