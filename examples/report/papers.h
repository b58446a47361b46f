/* The year's papers as tables: progress by department, school by school, and
 * what has changed; for spreadsheets and programs. */
#ifndef REPORT_PAPERS_H
#define REPORT_PAPERS_H

#include "options.h"
#include "report.h"

/* Writes one of them as CSV, or as a JSON list. */
void papers_write(struct out *out, const struct report *report,
                  enum paper paper, int json);

#endif
