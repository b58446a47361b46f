/* Logarithm and exponential near where they are 0 and 1: no digits are lost to
 * what is taken away. The same bits on every machine. */
#ifndef ATTAIN_NUMERIC_MATH_NEAR_H
#define ATTAIN_NUMERIC_MATH_NEAR_H

/* ln(1 + x) for x ≥ −1. */
double attain_i_log1p(double x);

/* e^x − 1. */
double attain_i_expm1(double x);

/* (e^(yx) − 1)/y; x for y = 0. */
double attain_i_power_gap(double y, double x);

#endif
