/* Numbers of twice the precision: high + low, |low| ≤ half a unit in the last
 * place of high. Error-free sums and products of Knuth and Dekker (1971), the
 * combinations of Joldes, Muller and Popescu (2017). Magnitudes must stay
 * between 2^-900 and 2^900. */
#ifndef ATTAIN_NUMERIC_TWOFOLD_H
#define ATTAIN_NUMERIC_TWOFOLD_H

#include <math.h>

typedef struct twofold {
    double high;
    double low;
} twofold;

/* a + b, for |a| ≥ |b| or a = 0. */
static inline twofold twofold_ordered(double a, double b) {
    double sum = a + b;
    return (twofold){sum, b - (sum - a)};
}

/* a + b. */
static inline twofold twofold_sum(double a, double b) {
    double sum = a + b;
    double b_part = sum - a;
    double a_part = sum - b_part;
    return (twofold){sum, (a - a_part) + (b - b_part)};
}

/* a · b. */
static inline twofold twofold_product(double a, double b) {
    const double splitter = 134217729; /* 2^27 + 1 */
    double t = splitter * a;
    double a_high = t - (t - a);
    double a_low = a - a_high;
    t = splitter * b;
    double b_high = t - (t - b);
    double b_low = b - b_high;
    double product = a * b;
    double rest =
        ((a_high * b_high - product) + a_high * b_low) + a_low * b_high;
    return (twofold){product, rest + a_low * b_low};
}

static inline twofold twofold_add(twofold a, twofold b) {
    twofold high = twofold_sum(a.high, b.high);
    twofold low = twofold_sum(a.low, b.low);
    high = twofold_ordered(high.high, high.low + low.high);
    return twofold_ordered(high.high, high.low + low.low);
}

static inline twofold twofold_add_double(twofold a, double b) {
    twofold high = twofold_sum(a.high, b);
    return twofold_ordered(high.high, high.low + a.low);
}

static inline twofold twofold_multiply(twofold a, twofold b) {
    twofold high = twofold_product(a.high, b.high);
    return twofold_ordered(high.high,
                           high.low + (a.high * b.low + a.low * b.high));
}

static inline twofold twofold_times(twofold a, double b) {
    twofold high = twofold_product(a.high, b);
    return twofold_ordered(high.high, high.low + a.low * b);
}

static inline twofold twofold_over(twofold a, double b) {
    double quotient = a.high / b;
    twofold back = twofold_product(quotient, b);
    double rest = ((a.high - back.high) - back.low) + a.low;
    return twofold_ordered(quotient, rest / b);
}

static inline twofold twofold_minus(twofold a) {
    return (twofold){-a.high, -a.low};
}

static inline twofold twofold_subtract(twofold a, twofold b) {
    return twofold_add(a, twofold_minus(b));
}

/* a/b for b other than 0. */
static inline twofold twofold_quotient(twofold a, twofold b) {
    double first = a.high / b.high;
    twofold rest = twofold_subtract(a, twofold_times(b, first));
    double second = rest.high / b.high;
    rest = twofold_subtract(rest, twofold_times(b, second));
    return twofold_add_double(twofold_ordered(first, second),
                              rest.high / b.high);
}

/* √a for a ≥ 0. */
static inline twofold twofold_root(twofold a) {
    if (!(a.high > 0))
        return (twofold){0, 0};
    double root = sqrt(a.high);
    twofold rest = twofold_subtract(a, twofold_product(root, root));
    return twofold_ordered(root, rest.high / (2 * root));
}

/* ln x for finite x.high > 0, relative error below 2^-70. Here x.high may be
 * any positive number. */
twofold attain_i_log_twofold(twofold x);

/* e^x rounded once more: infinity above the range, 0 below. Here x may be any
 * number but NaN. */
double attain_i_exp_twofold(twofold x);

#endif
