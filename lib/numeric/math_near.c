#include "numeric/math_near.h"

#include <float.h>
#include <math.h>

#include "numeric/math.h"

/* Both by Kahan's trick: 1 + x is rounded to u, and what that cost is the
 * factor x/(u − 1), or x/ln u, which is near 1 (Higham 2002, 1.14). */

double attain_i_log1p(double x) {
    double u = 1 + x;
    return u == 1 ? x : attain_i_log(u) * (x / (u - 1));
}

double attain_i_expm1(double x) {
    double u = attain_i_exp(x);
    if (u == 1)
        return x;
    if (u - 1 == -1 || u > DBL_MAX)
        return u - 1;
    return (u - 1) * (x / attain_i_log(u));
}

double attain_i_power_gap(double y, double x) {
    double power = y * x;
    return fabs(power) < 0x1p-60 ? x : attain_i_expm1(power) / y;
}
