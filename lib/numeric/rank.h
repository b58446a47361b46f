/* Ranks among peers, ties by 12 significant digits. */
#ifndef ATTAIN_NUMERIC_RANK_H
#define ATTAIN_NUMERIC_RANK_H

#include "attain/numeric.h"
#include "numeric/sort.h"

/* Items of the known values, best first: the tag is the index, the key the
 * value or, where a low one is good, the value itself still. */
size_t attain_i_rank_items(const double *values, size_t count, int descending,
                           attain_i_item *items, attain_i_item *space);
/* One past the last item that ties with items[from]. */
size_t attain_i_rank_tie(const attain_i_item *items, size_t from, size_t count);
/* Ranks of one column by enum attain_rank_ties; `items` has room for 2 ·
 * count, and no value is infinite. */
void attain_i_rank_column(int32_t method, int descending, const double *values,
                          size_t count, attain_i_item *items, double *out);

#endif
