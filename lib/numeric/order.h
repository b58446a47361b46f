/* Order of values whose range is known, in linear time where they are spread
 * over it. */
#ifndef ATTAIN_NUMERIC_ORDER_H
#define ATTAIN_NUMERIC_ORDER_H

#include "numeric/sort.h"

/* Sorts the values, of which `known` are no NaN and lie in least … most: the
 * key of an item is its value, or −value with `negative`, the tag its index.
 * Known ones come first, as attain_i_sort() sorts them, then the others with
 * their tags. `items` has room for 2 · count items. */
void attain_i_order(const double *values, size_t count, int negative,
                    size_t known, double least, double most,
                    attain_i_item *items);

#endif
