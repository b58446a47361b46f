#include "base/binary.h"

#include <string.h>

#include "base/natural.h"
#include "base/powers.h"
#include "base/wide.h"

/* A number cut off to a double: mantissa · 2^exponent, at most 53 bits, and
 * what is known of the rest in units of the last place. */
typedef struct cut_double {
    uint64_t mantissa;
    int32_t exponent;
    int32_t base;  /* bits of the double are base · 2^52 + mantissa */
    int32_t round; /* 0 down, 1 up, −1: next to a half, not known */
} cut_double;

static double assemble(const cut_double *cut, int up) {
    uint64_t bits = cut->mantissa + (uint64_t)up;
    /* A carry runs into the exponent, which is what it should do. */
    bits += (uint64_t)(uint32_t)cut->base << 52;
    double value;
    memcpy(&value, &bits, sizeof(value));
    return value;
}

static double infinity(void) {
    cut_double cut = {0, 0, 0x7ff, 0};
    return assemble(&cut, 0);
}

/* Whether the dropped bits (rest · 2^64 + below, at most `error` more) of 64 +
 * `bits` in all are less or more than a half. */
static int32_t rounding(uint64_t rest, uint64_t below, int32_t bits,
                        uint32_t error, int odd) {
    uint64_t half = (uint64_t)1 << (bits - 1);
    if (rest > half || (rest == half && below > 0))
        return 1;
    if (rest == half)
        return error == 0 ? odd : -1;
    int near = rest == half - 1 && below > UINT64_MAX - error;
    return near ? -1 : 0;
}

/* digits · 10^exponent, digits > 0, by a 128-bit power: the idea of Lemire,
 * Number parsing at a gigabyte per second (2021), with the power's error
 * carried along. True when the number is infinite or 0 for certain. */
static int cut_off(uint64_t digits, int32_t exponent, cut_double *cut) {
    int32_t zeros = attain_i_leading_zeros(digits);
    attain_i_power power;
    attain_i_wide top;
    attain_i_power_of_ten(exponent, &power);
    uint64_t low =
        attain_i_wide_scale(power.high, power.low, digits << zeros, &top);
    uint32_t error = power.error + (low != 0 || power.error != 0);
    int32_t scale = power.exponent - zeros + 64;
    if (top.high >> 63 == 0) {
        top.high = top.high << 1 | top.low >> 63;
        top.low = top.low << 1 | low >> 63;
        error *= 2;
        scale--;
    }
    /* It is top · 2^scale ≥ 2^(scale + 127). */
    int32_t order = scale + 127;
    int32_t precision = order >= -1022 ? 53 : 53 + 1022 + order;
    if (order > 1023 || precision < -1)
        return 1;
    if (precision < 0) {
        /* Below half of the smallest double, perhaps only just. */
        cut->mantissa = 0;
        cut->exponent = -1074;
        cut->base = 0;
        cut->round =
            top.high == UINT64_MAX && top.low > UINT64_MAX - error ? -1 : 0;
        return 0;
    }
    int32_t drop = 64 - precision;
    cut->mantissa = drop < 64 ? top.high >> drop : 0;
    uint64_t rest = top.high - (drop < 64 ? cut->mantissa << drop : 0);
    cut->exponent = scale + 64 + drop;
    /* The first bit of a normal mantissa counts for one in the base. */
    cut->base = order >= -1022 ? order + 1022 : 0;
    cut->round = rounding(rest, top.low, drop, error, cut->mantissa & 1);
    return 0;
}

enum {
    /* A half between two doubles has at most 767 digits. */
    MOST_DIGITS = 770
};

/* All digits; beyond MOST_DIGITS, a last 1 stands for anything not 0. Returns
 * the exponent. */
static int32_t read_digits(const attain_i_digits *digits,
                           attain_i_natural *out) {
    if (digits->text == NULL) {
        attain_i_natural_set(out, digits->leading);
        return digits->exponent;
    }
    int32_t count = 0;
    int64_t exponent = digits->text_exponent;
    int point = 0;
    int more = 0;
    attain_i_natural_set(out, 0);
    for (size_t i = 0; i < digits->length; i++) {
        if (digits->text[i] == '.') {
            point = 1;
            continue;
        }
        uint32_t digit = (uint32_t)(digits->text[i] - '0');
        if (count >= MOST_DIGITS) {
            more |= digit != 0;
            exponent += !point;
            continue;
        }
        attain_i_natural_scale(out, 10, digit);
        count += out->count > 0;
        exponent -= point;
    }
    if (more) {
        attain_i_natural_scale(out, 10, 1);
        exponent--;
    }
    /* Small again: the number is within the range of a double. */
    return (int32_t)exponent;
}

/* Whether to round up, by comparing with the half exactly. */
static int exact_round(const attain_i_digits *digits, const cut_double *cut) {
    attain_i_natural number;
    attain_i_natural half;
    int32_t exponent = read_digits(digits, &number);
    attain_i_natural_set(&half, 2 * cut->mantissa + 1);
    /* Both fit: at most 771 digits · 2^1075 against 2^54 · 10^1095. */
    if (exponent >= 0)
        attain_i_natural_times_ten(&number, exponent);
    else
        attain_i_natural_times_ten(&half, -exponent);
    if (cut->exponent > 0)
        attain_i_natural_shift_left(&half, cut->exponent - 1);
    else
        attain_i_natural_shift_left(&number, 1 - cut->exponent);
    int order = attain_i_natural_compare(&number, &half);
    return order > 0 || (order == 0 && (cut->mantissa & 1) != 0);
}

double attain_i_binary_nearest(const attain_i_digits *digits) {
    uint64_t leading = digits->leading;
    int32_t exponent = digits->exponent;
    /* 2^64 · 10^−344 is less than half of the smallest double. */
    if (leading == 0 || exponent < -343)
        return 0;
    if (exponent > 308)
        return infinity();
    cut_double cut;
    if (cut_off(leading, exponent, &cut))
        return exponent > 0 ? infinity() : 0;
    if (digits->text != NULL && cut.round == 0) {
        cut_double above;
        int over = cut_off(leading + 1, exponent, &above);
        if (over || above.round != 0 || above.mantissa != cut.mantissa)
            cut.round = -1;
    }
    if (cut.round < 0)
        cut.round = exact_round(digits, &cut);
    return assemble(&cut, cut.round);
}
