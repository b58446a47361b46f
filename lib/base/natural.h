/* Natural numbers of fixed capacity: the exact ground under decimals and
 * rationals. A function that can outgrow the capacity returns false then, and
 * the number means nothing. */
#ifndef ATTAIN_BASE_NATURAL_H
#define ATTAIN_BASE_NATURAL_H

#include "base/rational.h"

void attain_i_natural_set(attain_i_natural *a, uint64_t value);
int32_t attain_i_natural_bits(const attain_i_natural *a);
/* −1, 0, 1. */
int attain_i_natural_compare(const attain_i_natural *a,
                             const attain_i_natural *b);
int attain_i_natural_is_one(const attain_i_natural *a);
int attain_i_natural_add(attain_i_natural *a, const attain_i_natural *b);
/* a − b for a ≥ b. */
void attain_i_natural_subtract(attain_i_natural *a, const attain_i_natural *b);
/* a · factor + term. */
int attain_i_natural_scale(attain_i_natural *a, uint32_t factor, uint32_t term);
/* out = a · b; `out` is neither of them. */
int attain_i_natural_multiply(const attain_i_natural *a,
                              const attain_i_natural *b, attain_i_natural *out);
int attain_i_natural_times_ten(attain_i_natural *a, int32_t power);
int attain_i_natural_shift_left(attain_i_natural *a, int32_t bits);
void attain_i_natural_shift_right(attain_i_natural *a, int32_t bits);
/* a becomes a mod b; `quotient` (may be NULL) floor(a / b). b > 0; all three
 * are different. */
void attain_i_natural_divide(attain_i_natural *a, const attain_i_natural *b,
                             attain_i_natural *quotient);
/* a becomes the greatest common divisor of a > 0 and b > 0; b is used up. */
void attain_i_natural_gcd(attain_i_natural *a, attain_i_natural *b);

#endif
