/* Quantiles of type 7 of values that are sorted already. */
#ifndef ATTAIN_NUMERIC_QUANTILE_H
#define ATTAIN_NUMERIC_QUANTILE_H

#include "numeric/sort.h"

/* Where it lies between `count` sorted numbers, from 0 on: a whole number where
 * it is one but for rounding, as in attain_quantiles(). */
double attain_i_quantile_position(size_t count, double p);

/* Of the keys of at least one item. */
double attain_i_quantile_of_items(const attain_i_item *items, size_t count,
                                  double p);

#endif
