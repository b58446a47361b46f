#include <float.h>
#include <math.h>

#include "numeric/math.h"
#include "numeric/math_near.h"
#include "numeric/sum.h"
#include "numeric/treat.h"

double attain_i_box_cox(double x, double lambda) {
    double log_x = attain_i_log(x);
    /* Near 1, what the power has beyond 1 would be lost. */
    if (fabs(lambda * log_x) < 0.5)
        return attain_i_power_gap(lambda, log_x);
    return (attain_i_pow(x, lambda) - 1) / lambda;
}

/* (t e^t − e^t + 1)/t² = Σ t^k/(k!(k + 2)), which is d/dλ of (e^(λu) − 1)/λ
 * over u², t = λu. */
static double slope_factor(double t) {
    if (fabs(t) > 1)
        return (attain_i_exp(t) * (t - 1) + 1) / (t * t);
    double term = 1;
    double sum = 0.5;
    for (int k = 1; k < 20; k++) {
        term *= t / k;
        sum += term / (k + 2);
    }
    return sum;
}

/* The sign of d/dλ of ln Var((e^(λu) − 1)/λ), which is Σ(z − Z) dz/dλ. With u
 * around their mean the likelihood is greatest where that variance is least
 * (Box and Cox 1964). */
static int slope_sign(const double *u, size_t count, double lambda,
                      double *room) {
    double *z = room;
    double *terms = room + count;
    for (size_t i = 0; i < count; i++)
        z[i] = attain_i_power_gap(lambda, u[i]);
    double mean = attain_i_sum(z, count) / (double)count;
    for (size_t i = 0; i < count; i++) {
        double slope = u[i] * u[i] * slope_factor(lambda * u[i]);
        terms[i] = (z[i] - mean) * slope;
        /* Powers that are beyond the range are far from the least. */
        if (!(fabs(terms[i]) <= DBL_MAX))
            return lambda > 0 ? 1 : -1;
    }
    double sum = attain_i_sum(terms, count);
    return (sum > 0) - (sum < 0);
}

double attain_i_box_cox_lambda(const double *logarithms, size_t count,
                               double *room) {
    enum { STEPS = 60 };
    double *u = room;
    double low = -5;
    double high = 5;
    double mean = attain_i_sum(logarithms, count) / (double)count;
    for (size_t i = 0; i < count; i++)
        u[i] = logarithms[i] - mean;
    if (slope_sign(u, count, low, room + count) >= 0 ||
        slope_sign(u, count, high, room + count) <= 0)
        return (double)NAN;
    for (int step = 0; step < STEPS; step++) {
        double middle = low + (high - low) / 2;
        int sign = slope_sign(u, count, middle, room + count);
        if (sign == 0)
            return middle;
        if (sign > 0)
            high = middle;
        else
            low = middle;
    }
    return low + (high - low) / 2;
}
