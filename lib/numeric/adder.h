/* Exact sums of blocks of terms. A block whose terms lie within 32 binades
 * costs a few vector operations a term; others go term by term. */
#ifndef ATTAIN_NUMERIC_ADDER_H
#define ATTAIN_NUMERIC_ADDER_H

#include "attain/numeric.h"

/* One block's sum is high + low, both exact; from the second block on it is in
 * `sum`, which is not set before. */
typedef struct attain_i_adder {
    double high;
    double low;
    uint32_t window; /* exponent where the last block's window began; 0: none */
    int32_t exact;   /* `sum` is in use */
    int32_t infinite; /* an infinite term was met; the sum means nothing */
    int32_t positive; /* all terms so far were in the window and above 0 */
    int32_t pending;  /* high + low is in use; never together with `sum` */
    attain_sum sum;
} attain_i_adder;

void attain_i_adder_init(attain_i_adder *adder);
/* Begins another sum of terms of about the same size: it is tried in the same
 * window first. */
void attain_i_adder_restart(attain_i_adder *adder);
/* Adds any number of terms; NaN is left out. */
void attain_i_adder_add(attain_i_adder *adder, const double *terms,
                        size_t count);
/* Adds the products a[i] · b[i]. */
void attain_i_adder_products(attain_i_adder *adder, const double *a,
                             const double *b, size_t count);
/* Adds the squares of a[i] − center. */
void attain_i_adder_squares(attain_i_adder *adder, const double *a,
                            double center, size_t count);
/* The nearest double, never −0; NaN beyond the range or when infinite. */
double attain_i_adder_value(const attain_i_adder *adder);
/* Moves the sum into `sum`, so that it is all there. */
void attain_i_adder_settle(attain_i_adder *adder);

#endif
