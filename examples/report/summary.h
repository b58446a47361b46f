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

enum { SUMMARY_NAMED = 12 /* units that are named in a list */ };

/* 1 if the plan names a department for anything. */
int summary_has_owners(const struct report *report);

/* 1 for a goal that units below decide, and that is not met. */
int summary_is_failed_goal(const struct entry *entry);

/* 1 if a target or such a goal is not met at the unit. */
int summary_is_behind(const struct report *report);

/* How many units meet a goal that units decide, and which do not. */
void summary_unit_goal(struct out *out, const struct report *report,
                       const struct entry *entry, size_t named);

int summary_is_unmet(const struct entry *entry);

/* One finding of the evaluation as a sentence. */
void summary_finding(struct out *out, const struct report *report,
                     size_t index);

#endif
