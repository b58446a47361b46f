/* Products of 64-bit numbers, and counting of zero bits. */
#ifndef ATTAIN_BASE_WIDE_H
#define ATTAIN_BASE_WIDE_H

#include <stdint.h>

typedef struct attain_i_wide {
    uint64_t high;
    uint64_t low;
} attain_i_wide;

/* a · b. */
static inline attain_i_wide attain_i_wide_product(uint64_t a, uint64_t b) {
    attain_i_wide out;
#if defined(__SIZEOF_INT128__)
    __extension__ typedef unsigned __int128 both;
    both product = (both)a * b;
    out.high = (uint64_t)(product >> 64);
    out.low = (uint64_t)product;
#else
    uint64_t a_low = (uint32_t)a;
    uint64_t b_low = (uint32_t)b;
    uint64_t low = a_low * b_low;
    uint64_t middle = (a >> 32) * b_low + (low >> 32);
    uint64_t middle2 = a_low * (b >> 32) + (uint32_t)middle;
    out.high = (a >> 32) * (b >> 32) + (middle >> 32) + (middle2 >> 32);
    out.low = middle2 << 32 | (uint32_t)low;
#endif
    return out;
}

/* The first 128 bits of (high · 2^64 + low) · factor into `out`; returns the
 * last 64. */
static inline uint64_t attain_i_wide_scale(uint64_t high, uint64_t low,
                                           uint64_t factor,
                                           attain_i_wide *out) {
    attain_i_wide below = attain_i_wide_product(low, factor);
    *out = attain_i_wide_product(high, factor);
    out->low += below.high;
    out->high += out->low < below.high;
    return below.low;
}

/* Zero bits above the first one of x > 0. */
static inline int32_t attain_i_leading_zeros(uint64_t x) {
#if defined(__GNUC__)
    return __builtin_clzll(x);
#else
    int32_t zeros = 0;
    for (int32_t step = 32; step > 0; step /= 2) {
        if (x >> (64 - step) == 0) {
            x <<= step;
            zeros += step;
        }
    }
    return zeros;
#endif
}

/* Zero bits below the last one of x > 0. */
static inline int32_t attain_i_trailing_zeros(uint64_t x) {
#if defined(__GNUC__)
    return __builtin_ctzll(x);
#else
    return 63 - attain_i_leading_zeros(x & (0 - x));
#endif
}

#endif
