#include "base/decimal.h"

#include <string.h>

#include "base/binary.h"
#include "base/natural.h"
#include "base/powers.h"
#include "base/wide.h"

/* --- The shortest decimal ------------------------------------------------ */

/* b · 2^e in units of 10^k, for b up to 2^56: `whole` and a fraction. Made with
 * the power 10^−k. */
typedef struct scaled {
    uint64_t b;
    int32_t e;
    int32_t k;
    uint64_t whole;
    int32_t exact;       /* nothing is left out of the fraction */
    int32_t no_fraction; /* as far as is known */
    int32_t nearly_next; /* the part left out may reach the next whole */
} scaled;

static void scale(uint64_t b, int32_t e, int32_t k, const attain_i_power *power,
                  scaled *out) {
    attain_i_wide top;
    int32_t zeros = attain_i_leading_zeros(b);
    uint64_t lost =
        attain_i_wide_scale(power->high, power->low, b << zeros, &top);
    out->b = b;
    out->e = e;
    out->k = k;
    /* So many bits of top.high, and all of top.low, are behind the point. */
    int32_t behind = -(power->exponent + e - zeros + 64) - 64;
    out->whole = behind < 64 ? top.high >> behind : 0;
    uint64_t fraction = top.high - (behind < 64 ? out->whole << behind : 0);
    uint64_t full = behind < 64 ? ((uint64_t)1 << behind) - 1 : UINT64_MAX;
    uint32_t error = power->error + (lost != 0 || power->error != 0);
    out->exact = error == 0;
    out->no_fraction = fraction == 0 && top.low == 0;
    out->nearly_next = fraction == full && top.low > UINT64_MAX - error;
}

/* c · 10^k against b · 2^e, exactly. */
static int compare_exactly(uint64_t c, const scaled *x) {
    attain_i_natural left;
    attain_i_natural right;
    attain_i_natural_set(&left, c);
    attain_i_natural_set(&right, x->b);
    /* Both fit: powers up to 10^324 and 2^1075. */
    attain_i_natural_times_ten(x->k > 0 ? &left : &right,
                               x->k > 0 ? x->k : -x->k);
    attain_i_natural_shift_left(x->e > 0 ? &right : &left,
                                x->e > 0 ? x->e : -x->e);
    return attain_i_natural_compare(&left, &right);
}

/* −1, 0, 1: c against the scaled number. */
static int compare(uint64_t c, const scaled *x) {
    if (c == x->whole) {
        if (!x->no_fraction)
            return -1;
        return x->exact ? 0 : compare_exactly(c, x);
    }
    if (c < x->whole)
        return -1;
    return c == x->whole + 1 && x->nearly_next ? compare_exactly(c, x) : 1;
}

static int inside(uint64_t c, const scaled *low, const scaled *high, int even) {
    int above = compare(c, low);
    int below = compare(c, high);
    return (above > 0 || (above == 0 && even)) &&
           (below < 0 || (below == 0 && even));
}

/* floor(log10(2^e)), or of ¾ · 2^e: Giulietti, The Schubfach way to render
 * doubles (2020), section 10. */
static int32_t floor_log10(int32_t e, int narrow) {
    int64_t product = (int64_t)e * 661971961083;
    product -= narrow ? 274743187321 : 0;
    /* A shift of a negative number is a matter of the compiler. */
    int64_t unit = (int64_t)1 << 41;
    return (int32_t)(product >= 0 ? product / unit
                                  : -((-product + unit - 1) / unit));
}

/* mantissa · 2^e > 0. The interval of numbers that read as the double is wider
 * than 10^k and narrower than 10^(k+1): so at most one multiple of 10^(k+1) is
 * in it, which is then the shortest; else one or two multiples of 10^k are,
 * and the nearer one is taken (Giulietti, section 9). */
static uint64_t shortest(uint64_t mantissa, int32_t e, int32_t *exponent) {
    int even = (mantissa & 1) == 0;
    int narrow = mantissa == (uint64_t)1 << 52 && e > -1074;
    int32_t k = floor_log10(e, narrow);
    attain_i_power power;
    attain_i_power_of_ten(-k, &power);
    scaled low;
    scaled middle;
    scaled high;
    scale(4 * mantissa - (narrow ? 1 : 2), e - 2, k, &power, &low);
    scale(4 * mantissa, e - 2, k, &power, &middle);
    scale(4 * mantissa + 2, e - 2, k, &power, &high);
    *exponent = k;
    uint64_t under = middle.whole;
    if (compare(under + 1, &middle) <= 0)
        under++;
    uint64_t ten = under - under % 10;
    if (inside(ten, &low, &high, even))
        return ten;
    if (inside(ten + 10, &low, &high, even))
        return ten + 10;
    int under_fits = inside(under, &low, &high, even);
    int over_fits = inside(under + 1, &low, &high, even);
    if (under_fits && over_fits) {
        scaled twice;
        scale(4 * mantissa, e - 1, k, &power, &twice);
        int half = compare(2 * under + 1, &twice);
        over_fits = half < 0 || (half == 0 && (under & 1) != 0);
    }
    return over_fits ? under + 1 : under;
}

static void strip_zeros(uint64_t *digits, int32_t *exponent) {
    static const struct {
        uint64_t power;
        int32_t zeros;
    } steps[] = {{10000000000000000u, 16},
                 {100000000, 8},
                 {10000, 4},
                 {100, 2},
                 {10, 1}};
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        if (*digits % steps[i].power == 0) {
            *digits /= steps[i].power;
            *exponent += steps[i].zeros;
        }
    }
}

/* Numbers that were written with at most 15 digits: two such decimals never
 * read as the same double, so the one that does is the shortest. */
static int of_few_digits(double magnitude, int32_t order, uint64_t *digits,
                         int32_t *exponent) {
    int32_t k = 14 - order;
    if (k < 0 || k > 22)
        return 0;
    if (magnitude * attain_i_tens[k] >= 1e15)
        k--;
    if (k < 0)
        return 0;
    double power = attain_i_tens[k];
    *digits = (uint64_t)(magnitude * power + 0.5);
    *exponent = -k;
    return (double)*digits / power == magnitude;
}

void attain_i_decimal_of(double value, attain_i_decimal *out) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof(bits));
    uint64_t magnitude = bits << 1 >> 1;
    out->negative = (int32_t)(bits >> 63);
    if (magnitude == 0) {
        out->digits = 0;
        out->exponent = 0;
        return;
    }
    int32_t base = (int32_t)(magnitude >> 52);
    uint64_t mantissa = magnitude & (((uint64_t)1 << 52) - 1);
    int32_t order = floor_log10(base - 1023, 0);
    double positive = out->negative ? -value : value;
    if (!of_few_digits(positive, order, &out->digits, &out->exponent)) {
        mantissa |= base > 0 ? (uint64_t)1 << 52 : 0;
        out->digits =
            shortest(mantissa, (base > 0 ? base : 1) - 1075, &out->exponent);
    }
    strip_zeros(&out->digits, &out->exponent);
}

int attain_i_decimal_digits(const attain_i_decimal *decimal) {
    int count = 1;
    for (uint64_t rest = decimal->digits; rest >= 10; rest /= 10)
        count++;
    return count;
}

double attain_i_decimal_value(const attain_i_decimal *decimal) {
    attain_i_digits digits = {.leading = decimal->digits,
                              .exponent = decimal->exponent};
    double magnitude = attain_i_binary_nearest(&digits);
    return decimal->negative ? -magnitude : magnitude;
}
