/* Exact rational numbers of fixed capacity, for verdicts on the limit. */
#ifndef ATTAIN_BASE_RATIONAL_H
#define ATTAIN_BASE_RATIONAL_H

#include "attain/base.h"

enum {
    ATTAIN_I_LIMBS = 160 /* of 32 bits: 5120 bits, 1541 decimal digits */
};

typedef struct attain_i_natural {
    int32_t count; /* limbs in use; 0: the number 0 */
    uint32_t limbs[ATTAIN_I_LIMBS];
} attain_i_natural;

/* sign · over / under. `inexact`: a step did not fit or divided by zero; the
 * number means nothing then, and so does every result made of it. */
typedef struct attain_i_rational {
    int32_t sign; /* −1, 0, 1 */
    int32_t inexact;
    attain_i_natural over;
    attain_i_natural under;
} attain_i_rational;

/* From the shortest decimal of a finite double; from more than 12 significant
 * digits or from NaN: inexact. */
void attain_i_rational_of(double value, attain_i_rational *out);
void attain_i_rational_of_integer(int64_t value, attain_i_rational *out);
/* *a = *a op *b. b is left alone; a and b may be the same. */
void attain_i_rational_add(attain_i_rational *a, const attain_i_rational *b);
void attain_i_rational_subtract(attain_i_rational *a,
                                const attain_i_rational *b);
void attain_i_rational_multiply(attain_i_rational *a,
                                const attain_i_rational *b);
void attain_i_rational_divide(attain_i_rational *a, const attain_i_rational *b);
/* −1, 0, 1; −2 when either is inexact (or the comparison does not fit). */
int attain_i_rational_compare(const attain_i_rational *a,
                              const attain_i_rational *b);
/* Rounds once to 1/parts of the last of `decimals` (−15…15), half to even;
 * parts 1, 2 or 5. */
void attain_i_rational_round(attain_i_rational *a, int decimals, int parts);
/* The double nearest to it, ties to even; NaN when inexact. */
double attain_i_rational_value(const attain_i_rational *a);

#endif
