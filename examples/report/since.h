/* What has changed since an earlier period: which verdicts turned, and why. */
#ifndef REPORT_SINCE_H
#define REPORT_SINCE_H

#include "facts.h"

/* 1 if the verdict of an entry is another than it was, both being known to the
 * report: it has a row at the unit in both periods. */
int since_turned(const struct report *report, const struct entry *entry);

/* The entry as it was; only where there is an earlier report. */
const struct entry *since_then(const struct report *report,
                               const struct entry *entry);

/* How many targets turned. */
size_t since_count(const struct report *report);

/* "The score went from 82.2 to 84.0 …, 12 verdicts turned." */
void since_headline(struct out *out, const struct report *report);

/* "on track → achieved" */
void since_words(struct out *out, const struct report *report,
                 const struct entry *entry);

/* "2024: 95.1%; 2025: 96.2%, required ≥ 96%" */
void since_why(struct out *out, const struct report *report,
               const struct entry *entry);

#endif
