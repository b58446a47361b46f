#include "attain/numeric.h"

#include <float.h>
#include <math.h>

#include "numeric/fisher.h"
#include "numeric/math.h"
#include "numeric/twofold.h"

/* P(T > t) and the density at t > 0, and A = 1/2 − P(T > t), each by the way
 * that keeps its digits. With ν freedom, w = ν/t², x = ν/(ν + t²) and
 * G = Γ((ν + 1)/2)/Γ(ν/2):
 *
 *   density = G/√(πν) · x^((ν + 1)/2)
 *   tail    = G/(ν√π) · x^(ν/2) · √(1 + w) · F(1/2, 1; ν/2 + 1; −w)
 *   A       = G/√π · x^(ν/2) · √(1 − x) · Σ ((ν + 1)/2)_n/(3/2)_n (1 − x)^n
 *
 * (Abramowitz and Stegun 26.5.2, 26.7.1 and 15.3.4.) F by Gauss's continued
 * fraction, all terms of which are positive for −w < 0; so are those of Σ. */
typedef struct at {
    double tail;
    double half; /* A */
    double density;
} at;

static const double root_pi = 1.7724538509055160273;
/* Beyond this, Student's t is the normal distribution to the last digit. */
static const double most_freedom = 1e30;
static const double largest_t = 0x1p400;

/* Γ(a + 1/2)/Γ(a): moved up to where its asymptotic series in w = a − 1/4 has
 * 16 digits; coefficients 2 B_(k+1)(3/4)/(k (k + 1)) for even k, from Bernoulli
 * polynomials. */
double attain_i_gamma_ratio(double a) {
    static const double series[] = {
        1.0 / 64,
        -5.0 / 2048,
        61.0 / 49152,
        -1385.0 / 1048576,
        50521.0 / 20971520,
        -2702765.0 / 402653184,
        199360981.0 / 7516192768.0,
    };
    double over = 1;
    double under = 1;
    for (; a < 10.5; a++) {
        over *= a;
        under *= a + 0.5;
    }
    double w = a - 0.25;
    double v = 1 / (w * w);
    double sum = 0;
    for (int i = (int)(sizeof series / sizeof *series) - 1; i >= 0; i--)
        sum = (sum + series[i]) * v;
    return over / under * sqrt(w) * attain_i_exp(sum);
}

/* ln(1 + t²/ν), with the digits that a large ν/2 will bring forward. */
static twofold log_spread(double t, double freedom) {
    if (t >= sqrt(freedom)) {
        twofold w = {0, 0};
        if (t < largest_t)
            w = twofold_over(twofold_over((twofold){freedom, 0}, t), t);
        twofold rest = twofold_add_double(w, 1);
        twofold log_t = attain_i_log_twofold((twofold){t, 0});
        twofold log_v = attain_i_log_twofold((twofold){freedom, 0});
        twofold out = twofold_add((twofold){2 * log_t.high, 2 * log_t.low},
                                  (twofold){-log_v.high, -log_v.low});
        return twofold_add(out, attain_i_log_twofold(rest));
    }
    twofold d = twofold_over(twofold_product(t, t), freedom);
    if (d.high > 0x1p-30)
        return attain_i_log_twofold(twofold_add_double(d, 1));
    double square = d.high * d.high;
    return twofold_add_double(d, square * d.high / 3 - square / 2);
}

/* F(1/2, 1; c + 1; −w) = c/(c + u1 w/(c + 1 + u2 w/(c + 2 + …))) by Lentz's
 * way (DLMF 15.7.1). */
static double tail_fraction(double c, double w) {
    enum { MOST_STEPS = 10000 };
    double f = c;
    double above = c;
    double below = 0;
    for (int n = 1; n < MOST_STEPS; n++) {
        double m = n / 2;
        double u = n % 2 != 0 ? (0.5 + m) * (c + m) : m * (c - 0.5 + m);
        below = 1 / ((c + n) + u * w * below);
        above = (c + n) + u * w / above;
        double change = above * below;
        f *= change;
        if (fabs(change - 1) < DBL_EPSILON / 2)
            break;
    }
    return c / f;
}

/* Σ (a + 1/2)_n/(3/2)_n y^n for y ≤ 1/2. */
static double central_series(double a, double y) {
    enum { MOST_STEPS = 1000 };
    double term = 1;
    double sum = 1;
    for (int n = 0; n < MOST_STEPS && term > sum * 0x1p-56; n++) {
        term *= (a + 0.5 + n) * y / (1.5 + n);
        sum += term;
    }
    return sum;
}

static at at_point(double t, double freedom) {
    at out;
    double a = freedom / 2;
    double g = attain_i_gamma_ratio(a) / root_pi;
    twofold power = twofold_times(log_spread(t, freedom), -a);
    double xa = attain_i_exp_twofold(power);
    double w = freedom / t / t;
    double d = t / freedom * t;
    out.density = g / sqrt(freedom) * xa / sqrt(1 + d);
    if (t >= 1.7 || t >= sqrt(freedom)) {
        out.tail = g / freedom * sqrt(1 + w) * tail_fraction(a, w) * xa;
        out.half = 0.5 - out.tail;
    } else {
        double y = d / (1 + d);
        out.half = g * (t / sqrt(freedom + t * t)) * central_series(a, y) * xa;
        out.tail = 0.5 - out.half;
    }
    return out;
}

double attain_student_cdf(double t, double freedom) {
    if (t != t || !(freedom > 0))
        return (double)NAN;
    if (t == 0)
        return 0.5;
    if (fabs(t) > DBL_MAX)
        return t > 0;
    if (freedom > most_freedom)
        freedom = most_freedom;
    at point = at_point(fabs(t), freedom);
    if (t < 0)
        return point.tail;
    return point.tail < 0.25 ? 1 - point.tail : 0.5 + point.half;
}

/* The t where (1 + t²/ν)^(−ν/2) is 2q, which is above the quantile and has its
 * order; nearer the middle, where a straight line from 0 has 1/2 − q. */
static double first_guess(double q, double freedom) {
    if (q > 0.2)
        return (0.5 - q) * sqrt(freedom) * root_pi /
               attain_i_gamma_ratio(freedom / 2);
    double power = attain_i_pow(2 * q, -2 / freedom);
    double t = power < 1.5 ? sqrt(-2 * attain_i_log(2 * q))
                           : sqrt(freedom) * sqrt(power - 1);
    return t < largest_t ? t : largest_t;
}

/* One step of Newton's way, in logarithms where the tail is thin. */
static double next_guess(double t, const at *point, double q, int central) {
    if (central)
        return t + ((0.5 - q) - point->half) / point->density;
    double step =
        attain_i_log(point->tail / q) * (point->tail / (t * point->density));
    return t * attain_i_exp(step);
}

/* Between two bounds, or up while there is no upper one. */
static double bisect(double low, double high) {
    if (high > DBL_MAX)
        return low * 16;
    return low > 0 ? sqrt(low) * sqrt(high) : high / 16;
}

/* The t > 0 with P(T > t) = q < 1/2. */
static double upper_quantile(double q, double freedom) {
    enum { MOST_STEPS = 500 };
    int central = q > (freedom < 1 ? 0.45 : 0.2);
    double low = 0;
    double high = (double)INFINITY;
    double t = first_guess(q, freedom);
    for (int i = 0; i < MOST_STEPS; i++) {
        at point = at_point(t, freedom);
        int above = central ? point.half > 0.5 - q : point.tail < q;
        if (above)
            high = t;
        else
            low = t;
        double next = next_guess(t, &point, q, central);
        if (fabs(next - t) <= 2 * DBL_EPSILON * t)
            return next;
        if (!(next > low && next < high))
            next = bisect(low, high);
        if (next > DBL_MAX || next <= low || next >= high)
            return next;
        t = next;
    }
    return t;
}

double attain_student_quantile(double p, double freedom) {
    if (!(p > 0 && p < 1) || !(freedom > 0))
        return (double)NAN;
    if (p == 0.5)
        return 0;
    if (freedom > most_freedom)
        freedom = most_freedom;
    return p > 0.5 ? upper_quantile(1 - p, freedom)
                   : -upper_quantile(p, freedom);
}
