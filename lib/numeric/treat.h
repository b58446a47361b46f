/* How a column is treated: found for all columns before any is changed. */
#ifndef ATTAIN_NUMERIC_TREAT_H
#define ATTAIN_NUMERIC_TREAT_H

#include <stddef.h>
#include <stdint.h>

enum attain_i_shape {
    ATTAIN_I_AS_IS,
    ATTAIN_I_LOG,      /* ln((v − origin) · scale + shift) */
    ATTAIN_I_MIRRORED, /* −ln((origin − v) + shift) */
    ATTAIN_I_BOX_COX   /* ((v + shift)^λ − 1)/λ */
};

/* First clipped, then transformed. */
typedef struct attain_i_treatment {
    double low;
    double high;
    double origin;
    double scale;
    double shift;
    double lambda;
    int32_t shape;
    uint8_t reason; /* why no element has a value */
} attain_i_treatment;

/* A column on its way: its known values, sorted, which may be changed. */
typedef struct attain_i_treated {
    double *sorted;
    size_t count;
    double *room; /* 3 · count */
    int32_t fault;
} attain_i_treated;

/* The λ of Box and Cox in −5…5 of the greatest likelihood, for the logarithms
 * of positive values, not all equal; NaN when it is at neither end. */
double attain_i_box_cox_lambda(const double *logarithms, size_t count,
                               double *room);

/* ((x^λ − 1)/λ, ln x for λ = 0; x > 0. */
double attain_i_box_cox(double x, double lambda);

#endif
