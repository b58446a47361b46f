/* How a node stands at a unit in an evaluation. */
#ifndef ATTAIN_IMPROVE_COMPARE_H
#define ATTAIN_IMPROVE_COMPARE_H

#include "evaluate/model.h"
#include "improve/answer.h"

/* Puts a row's node and unit before and after into the fields that its
 * question has. */
void attain_i_put_sides(attain_answer *answer, int64_t row,
                        const attain_evaluation *before,
                        const attain_evaluation *after);

#endif
