/* Checks of one target, whose numbers have been looked at one by one. */
#ifndef ATTAIN_PLAN_CHECK_TARGET_H
#define ATTAIN_PLAN_CHECK_TARGET_H

#include "plan/model.h"

/* Value, upper and tolerance against the comparator. */
void attain_i_check_target_limit(const attain_target *target, int64_t row,
                                 attain_i_reporter *reporter);
/* Due period and baseline. */
void attain_i_check_target_periods(const attain_plan *plan,
                                   const attain_target *target, int64_t row,
                                   attain_i_reporter *reporter);
void attain_i_check_target_steps(const attain_target *target, int64_t row,
                                 attain_i_reporter *reporter);
/* That its score can be computed, and cells that no score reads. */
void attain_i_check_target_score(const attain_plan *plan,
                                 const attain_target *target, int64_t row,
                                 attain_i_reporter *reporter);

#endif
