/* The lists in a metric's row: numerator and denominator, stages, tags. */
#ifndef ATTAIN_PLAN_LIST_H
#define ATTAIN_PLAN_LIST_H

#include "plan/model.h"

/* Reports every part of the metric's lists that is not written as it must
 * be. */
void attain_i_check_lists(const attain_metric *metric, int64_t row,
                          attain_i_reporter *reporter);
/* Parses the lists of a metric that has been checked, into the arena. False
 * when there is no memory. */
int attain_i_keep_lists(attain_i_arena *arena, const attain_metric *metric,
                        attain_i_metric_lists *out);

#endif
