/* Exponential, logarithm and powers that give the same bits on every machine:
 * only + − · / and sqrt, in one stated order. Errors are below 1 unit in the
 * last place, and nearly always the result is the nearest double. */
#ifndef ATTAIN_NUMERIC_MATH_H
#define ATTAIN_NUMERIC_MATH_H

#include <stdint.h>

/* e^x; infinity above the range, 0 below, NaN for NaN. */
double attain_i_exp(double x);

/* ln x for x > 0; −infinity for 0, NaN for x < 0. */
double attain_i_log(double x);

/* base^exponent for base ≥ 0; exact where the exponent is an integer and the
 * result is a double; x^0 is 1; NaN for base < 0. */
double attain_i_pow(double base, double exponent);

/* x^(1/degree) for x ≥ 0 and degree ≥ 1; exact where it can be. */
double attain_i_root(double x, int32_t degree);

#endif
