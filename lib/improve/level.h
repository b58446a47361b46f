/* The least level under a coefficient of variation, in a caller's memory. */
#ifndef ATTAIN_IMPROVE_LEVEL_H
#define ATTAIN_IMPROVE_LEVEL_H

#include "numeric/sort.h"

/* Weights NULL: 1 for each. Values are finite, weights and the mean above 0,
 * limit ≥ 0; `items` has room for 2 · count items. */
double attain_i_level_find(const double *values, const double *weights,
                           size_t count, double limit, attain_i_item *items);

#endif
