/* The units below that fail most targets: where to look first. */
#ifndef REPORT_WORST_H
#define REPORT_WORST_H

#include "report.h"

enum { WORST_MOST = 10 };

struct worst {
    int32_t unit;
    size_t not_met, unknown, targets;
};

/* Finds at most WORST_MOST units below that fail a target, the worst first.
 * Returns how many were written to `out`. */
size_t worst_find(const struct report *report, struct worst out[WORST_MOST]);

#endif
