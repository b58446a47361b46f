/* How a node stands at a unit in an evaluation. */
#ifndef ATTAIN_IMPROVE_COMPARE_H
#define ATTAIN_IMPROVE_COMPARE_H

#include "evaluate/model.h"

/* NaN and no verdict where there is no row. */
typedef struct attain_i_side {
    int64_t row;
    double verdict;
    double value;
    double score; /* 100 · attainment */
} attain_i_side;

attain_i_side attain_i_side_of(const attain_evaluation *ev, int32_t node,
                               int32_t unit);

#endif
