/* From decimal digits to the nearest double. */
#ifndef ATTAIN_BASE_BINARY_H
#define ATTAIN_BASE_BINARY_H

#include <stddef.h>
#include <stdint.h>

/* The number leading · 10^exponent; with `text`, up to one unit of `leading`
 * more: then the number is that of the `length` bytes of text (digits with one
 * point at most) times 10^text_exponent. */
typedef struct attain_i_digits {
    uint64_t leading;
    int32_t exponent;
    int64_t text_exponent;
    const char *text; /* NULL: leading is all */
    size_t length;
} attain_i_digits;

/* The nearest double, ties to even; infinity when that is beyond the range. */
double attain_i_binary_nearest(const attain_i_digits *digits);

#endif
