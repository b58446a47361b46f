/* The fixed-point number inside attain_sum: bit 0 of limb 0 is worth 2^-1074.
 * Limbs are signed and may run over their 32 bits; `count` is the number of
 * additions since carries were last moved on. */
#ifndef ATTAIN_NUMERIC_LIMBS_H
#define ATTAIN_NUMERIC_LIMBS_H

#include "attain/numeric.h"

/* Nothing added yet. */
void attain_i_limbs_clear(attain_sum *sum);
/* Adds a finite number. */
void attain_i_limbs_add(attain_sum *sum, double value);
/* Adds another one exactly; `other` is left alone. */
void attain_i_limbs_merge(attain_sum *sum, const attain_sum *other);
/* The nearest double, ties to even; NaN beyond the range, never −0. */
double attain_i_limbs_value(const attain_sum *sum);

#endif
