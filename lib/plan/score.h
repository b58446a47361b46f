/* What each score needs of a target (rulings A12). */
#ifndef ATTAIN_PLAN_SCORE_H
#define ATTAIN_PLAN_SCORE_H

#include "plan/model.h"

/* NULL when `score` (not the default) can be computed of the target; else a
 * sentence that says what it lacks, the column to look at, and the status. */
const char *attain_i_score_lacks(const attain_target *target, int32_t score,
                                 const char **field, attain_status *code);

/* True for between and about. */
int attain_i_is_band(const attain_target *target);
/* True when the target states a baseline or says where to find it. */
int attain_i_has_baseline(const attain_target *target);
/* True for the two series that are measured from the baseline. */
int attain_i_is_since_baseline(const attain_target *target);

#endif
