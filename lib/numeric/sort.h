/* Sorting of doubles with something attached, in n log n steps at worst. */
#ifndef ATTAIN_NUMERIC_SORT_H
#define ATTAIN_NUMERIC_SORT_H

#include <stddef.h>

/* A value and its weight or index. */
typedef struct attain_i_item {
    double key;
    double tag;
} attain_i_item;

/* Sorts by key, then by tag, so that the result does not depend on the order
 * before. No NaN. `space` has room for `count` items; the result is in `items`.
 */
void attain_i_sort(attain_i_item *items, size_t count, attain_i_item *space);

#endif
