/* Where the values of an array lie. */
#ifndef ATTAIN_NUMERIC_EXTENT_H
#define ATTAIN_NUMERIC_EXTENT_H

#include <stddef.h>

/* Least and largest of the known values, and how many these are; NaN of
 * nothing. Infinite where one value is. */
size_t attain_i_extent(const double *values, size_t count, double *least,
                       double *most);

#endif
