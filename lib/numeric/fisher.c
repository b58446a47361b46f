#include "numeric/fisher.h"

#include <float.h>
#include <math.h>

#include "numeric/adder.h"
#include "numeric/math.h"
#include "numeric/sum.h"

/* P(F > f) = I_x(b/2, a/2), x = b/(b + af), for a and b degrees of freedom
 * above and below; I the incomplete beta function, by its continued fraction
 * (DLMF 8.17.22) on the side where that is quick. */

/* −ln B(a, b) for halves of whole numbers, b the smaller one: Γ(a + b)/Γ(a) is
 * a product of b factors, the odd half by the ratio of gammas. */
static double log_over_beta(double a, double b) {
    enum { BLOCK = 256 };
    attain_i_adder sum;
    double terms[BLOCK];
    size_t held = 0;
    int half = b != (double)(int64_t)b;
    double above = half ? a + 0.5 : a;
    double below = half ? 0.5 : 0;
    attain_i_adder_init(&sum);
    for (; below < b - 0.25; above++, below++) {
        /* Γ(b) has its first factor at 1 (or 1/2), so 0 counts as 1. */
        terms[held++] =
            attain_i_log(above) - (below > 0 ? attain_i_log(below) : 0);
        if (held == BLOCK) {
            attain_i_adder_add(&sum, terms, held);
            held = 0;
        }
    }
    attain_i_adder_add(&sum, terms, held);
    double value = attain_i_adder_value(&sum);
    static const double root_pi = 1.7724538509055160273;
    if (half)
        value += attain_i_log(attain_i_gamma_ratio(a) / root_pi);
    return value;
}

/* Lentz's way through 1/(1 + d1/(1 + d2/(1 + …))). */
static double beta_fraction(double x, double a, double b) {
    enum { MOST_STEPS = 100000 };
    double c = 1;
    double d = 1 - (a + b) * x / (a + 1);
    d = 1 / (fabs(d) < DBL_MIN ? DBL_MIN : d);
    double value = d;
    for (int i = 1; i < MOST_STEPS; i++) {
        double m = i;
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        double odd =
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / (1 + even * d);
        c = 1 + even / c;
        value *= c * d;
        d = 1 / (1 + odd * d);
        c = 1 + odd / c;
        value *= c * d;
        if (fabs(c * d - 1) < DBL_EPSILON)
            break;
    }
    return value;
}

/* I_x(a, b) for x below its middle; y = 1 − x. */
static double lower_beta(double x, double y, double a, double b) {
    double log_beta = a < b ? log_over_beta(b, a) : log_over_beta(a, b);
    double power = a * attain_i_log(x) + b * attain_i_log(y) + log_beta;
    return attain_i_exp(power) * beta_fraction(x, a, b) / a;
}

double attain_i_fisher_tail(double f, size_t above, size_t below) {
    double b = (double)above / 2;
    double a = (double)below / 2;
    double scaled = f * ((double)above / (double)below);
    double x = 1 / (1 + scaled);
    double y = scaled / (1 + scaled);
    if (!(scaled > 0))
        return 1;
    if (!(scaled <= DBL_MAX))
        return 0;
    if (x < (a + 1) / (a + b + 2))
        return lower_beta(x, y, a, b);
    return 1 - lower_beta(y, x, b, a);
}
