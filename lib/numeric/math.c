#include "numeric/math.h"

#include <math.h>
#include <string.h>

#include "numeric/lanes.h"
#include "numeric/math_tables.h"
#include "numeric/twofold.h"

enum { FRACTION_BITS = 52, BIAS = 1023, TABLE_BITS = 7, FROM_TWO = 53 };

/* ln 2, the first part with 42 bits: its product with an exponent is exact. */
static const double ln2_high = 0x1.62e42fefa3800p-1;
static const double ln2_low = 0x1.ef35793c76730p-45;
static const twofold third = {0x1.5555555555555p-2, 0x1.5555555555555p-56};

/* (ln 2)/64 in three parts, the first two with 35 bits. */
static const double step_high = 0x1.62e42fef80000p-7;
static const double step_middle = 0x1.1cf79abc80000p-42;
static const double step_low = 0x1.e3b39803f2f6bp-78;
static const double steps_per_unit = 0x1.71547652b82fep+6; /* 64/ln 2 */

/* 2^k for −1022 ≤ k ≤ 1023. */
static double power_of_two(int k) {
    uint64_t bits = (uint64_t)(k + BIAS) << FRACTION_BITS;
    double out;
    memcpy(&out, &bits, sizeof out);
    return out;
}

/* x · 2^k where the result is a double. */
static double scale(double x, int k) {
    int half = k / 2;
    return x * power_of_two(half) * power_of_two(k - half);
}

/* ln(1 + z) for |z| ≤ 2^-7: the first three terms of the series in full, those
 * to z^13 in doubles. */
static twofold log_near_one(twofold z) {
    static const double terms[] = {-1.0 / 4,  1.0 / 5, -1.0 / 6,  1.0 / 7,
                                   -1.0 / 8,  1.0 / 9, -1.0 / 10, 1.0 / 11,
                                   -1.0 / 12, 1.0 / 13};
    double tail = 0;
    for (int i = (int)(sizeof terms / sizeof *terms) - 1; i >= 0; i--)
        tail = tail * z.high + terms[i];
    twofold square = twofold_multiply(z, z);
    twofold cube = twofold_multiply(square, z);
    twofold sum = twofold_multiply(cube, third);
    sum = twofold_add_double(sum, square.high * square.high * tail);
    sum = twofold_add(sum, (twofold){-square.high / 2, -square.low / 2});
    return twofold_add(z, sum);
}

/* x = 2^e · m; c near 1/m comes from a table with −ln c, and ln m = ln(c·m) −
 * ln c (Tang 1990). c has 9 bits, so c·m − 1 is found without error. */
twofold attain_i_log_twofold(twofold x) {
    if (x.high < 0x1p-1022) {
        /* Subnormal, so it is all of x. */
        twofold out = attain_i_log_twofold((twofold){x.high * 0x1p54, 0});
        return twofold_add(twofold_sum(-54 * ln2_high, -54 * ln2_low), out);
    }
    uint64_t bits;
    memcpy(&bits, &x.high, sizeof bits);
    int exponent = (int)(bits >> FRACTION_BITS) - BIAS;
    unsigned i = (unsigned)(bits >> (FRACTION_BITS - TABLE_BITS)) & 127;
    exponent += i >= FROM_TWO;
    double m = scale(x.high, -exponent);
    double c = log_table[i].factor / 256;
    twofold z = twofold_product(m, c);
    z = twofold_ordered(z.high - 1, z.low);
    z = twofold_add_double(z, x.low == 0 ? 0 : scale(x.low, -exponent) * c);
    twofold out = twofold_add(log_table[i].minus_log, log_near_one(z));
    if (exponent == 0)
        return out;
    double e = exponent;
    return twofold_add(twofold_sum(e * ln2_high, e * ln2_low), out);
}

/* e^r for |r| ≤ (ln 2)/128, less 1. */
static twofold exp_near_zero(twofold r) {
    static const double terms[] = {1.0 / 6,     1.0 / 24,   1.0 / 120,
                                   1.0 / 720,   1.0 / 5040, 1.0 / 40320,
                                   1.0 / 362880};
    double tail = 0;
    for (int i = (int)(sizeof terms / sizeof *terms) - 1; i >= 0; i--)
        tail = tail * r.high + terms[i];
    twofold square = twofold_multiply(r, r);
    twofold sum = {square.high / 2, square.low / 2};
    sum = twofold_add_double(sum, square.high * r.high * tail);
    return twofold_add(r, sum);
}

/* (x.high + x.low) · 2^k for 1/2 < x < 2, rounded once. */
static double round_scaled(twofold x, int k) {
    if (k > BIAS)
        return x.high * 2 * power_of_two(k - 1);
    if (k >= -BIAS + 1 && x.high * power_of_two(k) >= DBL_MIN)
        return x.high * power_of_two(k);
    /* Below, doubles are the multiples of 2^-1074: round x to a multiple of
     * 2^(-1074 − k) by adding a number that has this unit up to its double. */
    double m = power_of_two(FRACTION_BITS - 1074 - k);
    double sum = m + x.high;
    double rest = (x.high - (sum - m)) + x.low;
    sum += rest;
    return scale(sum - m, k);
}

double attain_i_exp_twofold(twofold x) {
    if (x.high > 710)
        return (double)INFINITY;
    if (x.high < -746)
        return 0;
    double steps = x.high * steps_per_unit;
    int n = (int)(steps + (steps < 0 ? -0.5 : 0.5));
    twofold r = twofold_sum(x.high - n * step_high, -n * step_middle);
    r = twofold_add_double(r, x.low);
    r = twofold_add_double(r, -n * step_low);
    int i = n & 63;
    twofold power = exp_table[i];
    power = twofold_add(power, twofold_multiply(power, exp_near_zero(r)));
    return round_scaled(power, (n - i) / 64);
}

double attain_i_exp(double x) {
    if (x != x)
        return x;
    return attain_i_exp_twofold((twofold){x, 0});
}

double attain_i_log(double x) {
    if (x != x || x < 0)
        return (double)NAN;
    if (x == 0)
        return -(double)INFINITY;
    if (x > DBL_MAX)
        return x;
    return attain_i_log_twofold((twofold){x, 0}).high;
}

/* 0 and infinity to the power `exponent` ≠ 0. */
static double pow_at_end(double base, double exponent) {
    return (base == 0) == (exponent > 0) ? 0 : (double)INFINITY;
}

double attain_i_pow(double base, double exponent) {
    if (exponent == 0 || base == 1)
        return 1;
    if (base != base || exponent != exponent || base < 0)
        return (double)NAN;
    if (base == 0 || base > DBL_MAX)
        return pow_at_end(base, exponent);
    /* No |ln base| is below 2^-53 or above 745, so more than 2^70 leaves the
     * range, and less than 2^-70 leaves 1. */
    if (exponent > 0x1p70)
        exponent = 0x1p70;
    if (exponent < -0x1p70)
        exponent = -0x1p70;
    if (exponent < 0x1p-70 && exponent > -0x1p-70)
        return 1;
    twofold log = attain_i_log_twofold((twofold){base, 0});
    return attain_i_exp_twofold(twofold_times(log, exponent));
}

double attain_i_root(double x, int32_t degree) {
    if (x != x || x < 0 || degree < 1)
        return (double)NAN;
    if (x == 0 || x > DBL_MAX)
        return x;
    twofold log = attain_i_log_twofold((twofold){x, 0});
    return attain_i_exp_twofold(twofold_over(log, degree));
}
