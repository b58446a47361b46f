/* The report as text for an 80-column terminal. */
#ifndef REPORT_TEXT_H
#define REPORT_TEXT_H

#include "options.h"
#include "report.h"

/* The whole report, or one of its papers in place of the goals. */
void text_report(struct out *out, const struct report *report,
                 enum paper paper);

/* Text of several lines as it stands, without control characters. */
void text_lines(struct out *out, const char *text);

#endif
