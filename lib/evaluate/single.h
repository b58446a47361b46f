/* One target at one unit again, from plan and dataset, for telling about it. */
#ifndef ATTAIN_EVALUATE_SINGLE_H
#define ATTAIN_EVALUATE_SINGLE_H

#include "evaluate/target.h"

typedef struct attain_i_single {
    attain_i_work work;
    attain_i_block block;
    attain_i_judging judging;
    const attain_path_point **path;
    int32_t unit;
    int32_t row;
} attain_i_single;

/* Sets up a target's judging at a unit, its periods not yet made. Fails with
 * ATTAIN_ERR_MISMATCH when plan or dataset is not the evaluation's. Always to
 * be cleared, also after failure. */
attain_status attain_i_single_make(attain_i_single *single,
                                   const attain_evaluation *ev,
                                   const attain_plan *plan,
                                   const attain_dataset *data, int32_t node,
                                   int32_t unit, attain_error *err);
void attain_i_single_clear(attain_i_single *single);

/* ATTAIN_OK when plan and dataset are those of the evaluation, unchanged. */
attain_status attain_i_same_source(const attain_evaluation *ev,
                                   const attain_plan *plan,
                                   const attain_dataset *data,
                                   attain_error *err);

#endif
