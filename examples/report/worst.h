/* The units below that fail most targets: where to look first. */
#ifndef REPORT_WORST_H
#define REPORT_WORST_H

#include "report.h"

enum { WORST_MOST = 10 };

struct worst {
    int32_t unit;
    size_t not_met, unknown, targets;
};

/* The tallies of all units of the data, in their order; of units that are not
 * below they are 0. Owned by caller, release with free(); NULL: no memory. */
struct worst *worst_tally(const struct report *report);

/* Finds at most WORST_MOST units below that fail a target, the worst first.
 * Returns how many were written to `out`. */
size_t worst_find(const struct report *report, struct worst out[WORST_MOST]);

#endif
