/* What is wrong with the data, before anything is judged. */
#ifndef REPORT_QUALITY_H
#define REPORT_QUALITY_H

#include "out.h"
#include "report.h"

/* Each finding of `severity` or above as `folder/file:line:column: …`; `unit`
 * −1: of all units. */
void quality_lines(struct out *out, const attain_quality *quality,
                   const char *folder, int32_t severity, int32_t unit,
                   int language);

/* `2 errors, 14 warnings, 3 notes` */
void quality_counts(struct out *out, const attain_quality *quality,
                    int language);

/* How many of the numbers that the plan needs are there. */
void quality_coverage(struct out *out, const attain_quality *quality,
                      int language);

/* 1 if there is anything that a report should show. Numbers that are missing
 * have a section of their own. */
int quality_is_worth_telling(const attain_quality *quality);

/* 1 if a report shows the finding. */
int quality_is_shown(const attain_quality_finding *finding);

#endif
