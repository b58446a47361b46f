/* The loop of numeric/logs.h, for as many lanes as the including file has asked
 * numeric/lanes.h for. */
#ifndef ATTAIN_NUMERIC_LOGS_LANES_H
#define ATTAIN_NUMERIC_LOGS_LANES_H

#include "numeric/lanes.h"
#include "numeric/logs.h"

#if defined(__GNUC__)
#define LOGS_INLINE inline __attribute__((always_inline))
#else
#define LOGS_INLINE inline
#endif

/* 2z/3 + 2z²/5 + … + 2z^10/21, even and odd powers side by side. */
static LOGS_INLINE lanes series(lanes z) {
    static const double terms[] = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,
                                   2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17,
                                   2.0 / 19, 2.0 / 21};
    lanes square = z * z;
    lanes odd = lanes_of(terms[8]);
    lanes even = lanes_of(terms[9]);
    for (int i = 6; i >= 0; i -= 2) {
        odd = odd * square + lanes_of(terms[i]);
        even = even * square + lanes_of(terms[i + 1]);
    }
    return odd * z + even * square;
}

/* x = 2^k · m, √½ ≤ m < √2, ln m = f − s(f − R), f = m − 1, s = f/(2 + f), R =
 * 2s²/3 + 2s⁴/5 + … (the series of 2 artanh s, with 2s = f − sf). s² is below
 * 0.0295, so that the term after the last is below 2^-57 of the sum. */
static LOGS_INLINE lanes log_lanes(lanes x) {
    /* √½, and how far it lies below 1 as bits. */
    const uint64_t root = UINT64_C(0x3fe6a09e667f3bcd);
    const uint64_t one = UINT64_C(0x3ff0000000000000);
    const uint64_t mask = UINT64_C(0x000fffffffffffff);
    const double magic = 0x1p52;
    lane_bits bits = lanes_bits(x) + lane_bits_of(one - root);
    lanes k = lanes_from_bits((bits >> 52) |
                              lane_bits_of(UINT64_C(0x4330000000000000)));
    k = k - lanes_of(magic + 1023);
    lanes f =
        lanes_from_bits((bits & lane_bits_of(mask)) + lane_bits_of(root)) -
        lanes_of(1);
    lanes s = f / (lanes_of(2) + f);
    lanes z = s * s;
    lanes rest = series(z);
    /* ln 2 in two parts; the product of the first with k is exact. */
    return k * lanes_of(0x1.62e42fefa3800p-1) +
           (f - (s * (f - rest) - k * lanes_of(0x1.ef35793c76730p-45)));
}

static LOGS_INLINE void logs_any(const double *x, size_t count, double *out) {
    size_t i = 0;
    for (; i + LANES <= count; i += LANES)
        lanes_store(out + i, log_lanes(lanes_load(x + i)));
    if (i < count) {
        double rest[LANES];
        for (size_t k = 0; k < LANES; k++)
            rest[k] = i + k < count ? x[i + k] : 1;
        lanes_store(rest, log_lanes(lanes_load(rest)));
        for (size_t k = 0; i + k < count; k++)
            out[i + k] = rest[k];
    }
}

#endif
