/* Powers of ten: exact ones as doubles, all others within known bounds. */
#ifndef ATTAIN_BASE_POWERS_H
#define ATTAIN_BASE_POWERS_H

#include <stdint.h>

enum { ATTAIN_I_POWER_FIRST = -351, ATTAIN_I_POWER_LAST = 350 };

/* 10^0 … 10^22, the powers that a double holds exactly. */
extern const double attain_i_tens[23];

/* A power of ten lies between M · 2^exponent and (M + error) · 2^exponent, both
 * included, with M = high · 2^64 + low ≥ 2^127; error 0: it is exact. */
typedef struct attain_i_power {
    uint64_t high;
    uint64_t low;
    int32_t exponent;
    uint32_t error;
} attain_i_power;

/* 10^q for ATTAIN_I_POWER_FIRST ≤ q ≤ ATTAIN_I_POWER_LAST. */
void attain_i_power_of_ten(int32_t q, attain_i_power *out);

#endif
