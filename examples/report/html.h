/* The report as one web page without outside references. */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "report.h"

void html_report(struct out *out, const struct report *report);

#endif
