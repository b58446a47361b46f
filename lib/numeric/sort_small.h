/* Sorting of few doubles with nothing attached. */
#ifndef ATTAIN_NUMERIC_SORT_SMALL_H
#define ATTAIN_NUMERIC_SORT_SMALL_H

#include <stddef.h>

enum { ATTAIN_I_SMALL = 1024 };

/* Sorts up to ATTAIN_I_SMALL numbers, finite, between `least` and `most`, into
 * `out`, which has room for 4 · count. */
void attain_i_sort_small(const double *values, size_t count, double least,
                         double most, double *out);

#endif
