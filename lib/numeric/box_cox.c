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

/* d/dλ of ln Var((e^(λu) − 1)/λ) but for a positive factor: Σ(z − Z) dz/dλ,
 * ±infinity where powers are beyond the range, which is far from the least
 * variance. With u around their mean the likelihood is greatest where that
 * variance is least (Box and Cox 1964). */
static double slope(const double *u, size_t count, double lambda,
                    double *room) {
    double *z = room;
    double *terms = room + count;
    double beyond = lambda > 0 ? (double)INFINITY : -(double)INFINITY;
    for (size_t i = 0; i < count; i++)
        z[i] = attain_i_power_gap(lambda, u[i]);
    double mean = attain_i_sum(z, count) / (double)count;
    for (size_t i = 0; i < count; i++) {
        double rise = u[i] * u[i] * slope_factor(lambda * u[i]);
        terms[i] = (z[i] - mean) * rise;
        if (!(fabs(terms[i]) <= DBL_MAX))
            return beyond;
    }
    double sum = attain_i_sum(terms, count);
    return isnan(sum) ? beyond : sum;
}

/* Two λ around the one that is sought, and their slopes. */
typedef struct bracket {
    double low;
    double high;
    double at_low;  /* < 0 */
    double at_high; /* > 0 */
} bracket;

/* Where a line through both would be 0; the middle while one is infinite. */
static double between(const bracket *b) {
    double part = -b->at_low / (b->at_high - b->at_low);
    double next = b->low + part * (b->high - b->low);
    if (isinf(b->at_low) || isinf(b->at_high) || !(next > b->low) ||
        !(next < b->high))
        return b->low + (b->high - b->low) / 2;
    return next;
}

/* An end that stays twice has its slope halved (Illinois). */
static void narrow(bracket *b, double lambda, double here, int *stayed) {
    if (here > 0) {
        b->high = lambda;
        b->at_high = here;
        if (*stayed > 0)
            b->at_low /= 2;
        *stayed = 1;
    } else {
        b->low = lambda;
        b->at_low = here;
        if (*stayed < 0)
            b->at_high /= 2;
        *stayed = -1;
    }
}

double attain_i_box_cox_lambda(const double *logarithms, size_t count,
                               double *room) {
    enum { MOST_STEPS = 200 };
    double *u = room;
    double mean = attain_i_sum(logarithms, count) / (double)count;
    for (size_t i = 0; i < count; i++)
        u[i] = logarithms[i] - mean;
    bracket b = {-5, 5, slope(u, count, -5, room + count),
                 slope(u, count, 5, room + count)};
    if (!(b.at_low < 0) || !(b.at_high > 0))
        return (double)NAN;
    double last = b.low;
    int stayed = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
        double lambda = between(&b);
        double here = slope(u, count, lambda, room + count);
        if (here == 0 || fabs(lambda - last) <= 1e-14)
            return lambda;
        narrow(&b, lambda, here, &stayed);
        last = lambda;
    }
    return last;
}
