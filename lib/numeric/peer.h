/* Scores against peers for callers with their own scratch. */
#ifndef ATTAIN_NUMERIC_PEER_H
#define ATTAIN_NUMERIC_PEER_H

#include "numeric/rank.h"

/* attain_peer_scores() for finite or missing values; `items` has room for
 * 2 · count. */
attain_status attain_i_peer_scores(int32_t score, int descending,
                                   const double *values, size_t count,
                                   double *out, attain_i_item *items,
                                   attain_error *err);

#endif
