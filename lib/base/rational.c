#include "base/rational.h"

#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "base/natural.h"

enum {
    /* Results stay below the capacity of a natural number, so that rounding
     * and dividing have room to shift. */
    MOST_LIMBS = ATTAIN_I_LIMBS - 4,
    /* From this size on, over and under together, common factors are looked
     * for with numbers of any length. */
    REDUCE_LIMBS = 48
};

static void copy_natural(attain_i_natural *to, const attain_i_natural *from) {
    to->count = from->count;
    memcpy(to->limbs, from->limbs, sizeof(uint32_t) * (size_t)from->count);
}

static void divide_exactly(attain_i_natural *a, const attain_i_natural *b) {
    attain_i_natural quotient;
    attain_i_natural_divide(a, b, &quotient);
    copy_natural(a, &quotient);
}

/* Divides both by their greatest common divisor. */
static void cancel(attain_i_natural *a, attain_i_natural *b) {
    attain_i_natural common;
    attain_i_natural used;
    copy_natural(&common, a);
    copy_natural(&used, b);
    attain_i_natural_gcd(&common, &used);
    if (!attain_i_natural_is_one(&common)) {
        divide_exactly(a, &common);
        divide_exactly(b, &common);
    }
}

/* Brings a result into shape: 0 is 0/1, short numbers are reduced (that is
 * cheap), long ones when they have grown, and what is still too long is
 * inexact. */
static void settle(attain_i_rational *a, int fits) {
    if (a->inexact || !fits) {
        a->inexact = 1;
        return;
    }
    if (a->over.count == 0) {
        a->sign = 0;
        attain_i_natural_set(&a->under, 1);
        return;
    }
    int short_ones = a->over.count <= 2 && a->under.count <= 2;
    if (short_ones || a->over.count + a->under.count > REDUCE_LIMBS)
        cancel(&a->over, &a->under);
    a->inexact = a->over.count > MOST_LIMBS || a->under.count > MOST_LIMBS;
}

void attain_i_rational_of_integer(int64_t value, attain_i_rational *out) {
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    out->sign = (value > 0) - (value < 0);
    out->inexact = 0;
    attain_i_natural_set(&out->over, size);
    attain_i_natural_set(&out->under, 1);
}

void attain_i_rational_of(double value, attain_i_rational *out) {
    attain_i_rational_of_integer(0, out);
    if (value - value != 0) {
        out->inexact = 1;
        return;
    }
    attain_i_decimal decimal;
    attain_i_decimal_of(value, &decimal);
    if (attain_i_decimal_digits(&decimal) > 12) {
        out->inexact = 1;
        return;
    }
    if (decimal.digits == 0)
        return;
    out->sign = decimal.negative ? -1 : 1;
    attain_i_natural_set(&out->over, decimal.digits);
    int32_t power = decimal.exponent;
    int fits = attain_i_natural_times_ten(power > 0 ? &out->over : &out->under,
                                          power > 0 ? power : -power);
    settle(out, fits);
}

/* out = a · b; out may be a. */
static int multiply_into(attain_i_natural *out, const attain_i_natural *a,
                         const attain_i_natural *b) {
    attain_i_natural product;
    if (!attain_i_natural_multiply(a, b, &product))
        return 0;
    copy_natural(out, &product);
    return 1;
}

/* |a| and |b| over one denominator: theirs if it is the same, else the least
 * common multiple. `other` becomes b's numerator. */
static int common_denominator(attain_i_rational *a, const attain_i_rational *b,
                              attain_i_natural *other) {
    copy_natural(other, &b->over);
    if (attain_i_natural_compare(&a->under, &b->under) == 0)
        return 1;
    attain_i_natural a_part;
    attain_i_natural b_part;
    copy_natural(&a_part, &a->under);
    copy_natural(&b_part, &b->under);
    cancel(&a_part, &b_part);
    return multiply_into(&a->over, &a->over, &b_part) &&
           multiply_into(other, other, &a_part) &&
           multiply_into(&a->under, &a->under, &b_part);
}

static void add_signed(attain_i_rational *a, const attain_i_rational *b,
                       int32_t b_sign) {
    a->inexact |= b->inexact;
    if (a->inexact || b_sign == 0)
        return;
    if (a->sign == 0) {
        copy_natural(&a->over, &b->over);
        copy_natural(&a->under, &b->under);
        a->sign = b_sign;
        return;
    }
    attain_i_natural other;
    int fits = common_denominator(a, b, &other);
    if (!fits) {
        a->inexact = 1;
        return;
    }
    if (a->sign == b_sign) {
        fits = attain_i_natural_add(&a->over, &other);
    } else if (attain_i_natural_compare(&a->over, &other) >= 0) {
        attain_i_natural_subtract(&a->over, &other);
    } else {
        attain_i_natural_subtract(&other, &a->over);
        copy_natural(&a->over, &other);
        a->sign = b_sign;
    }
    settle(a, fits);
}

void attain_i_rational_add(attain_i_rational *a, const attain_i_rational *b) {
    add_signed(a, b, b->sign);
}

void attain_i_rational_subtract(attain_i_rational *a,
                                const attain_i_rational *b) {
    add_signed(a, b, -b->sign);
}

static void multiply(attain_i_rational *a, int32_t sign,
                     const attain_i_natural *over,
                     const attain_i_natural *under) {
    a->sign *= sign;
    settle(a, multiply_into(&a->over, &a->over, over) &&
                  multiply_into(&a->under, &a->under, under));
}

void attain_i_rational_multiply(attain_i_rational *a,
                                const attain_i_rational *b) {
    a->inexact |= b->inexact;
    if (!a->inexact)
        multiply(a, b->sign, &b->over, &b->under);
}

void attain_i_rational_divide(attain_i_rational *a,
                              const attain_i_rational *b) {
    a->inexact |= b->inexact || b->sign == 0;
    if (a == b && !a->inexact)
        attain_i_rational_of_integer(1, a);
    else if (!a->inexact)
        multiply(a, b->sign, &b->under, &b->over);
}

int attain_i_rational_compare(const attain_i_rational *a,
                              const attain_i_rational *b) {
    if (a->inexact || b->inexact)
        return -2;
    if (a->sign != b->sign || a->sign == 0)
        return (a->sign > b->sign) - (a->sign < b->sign);
    attain_i_natural left;
    attain_i_natural right;
    if (!attain_i_natural_multiply(&a->over, &b->under, &left) ||
        !attain_i_natural_multiply(&b->over, &a->under, &right))
        return -2;
    return a->sign * attain_i_natural_compare(&left, &right);
}

/* Rounds once to `decimals`, half to even. */
static void round_to_decimals(attain_i_rational *a, int decimals) {
    if (a->inexact || a->sign == 0)
        return;
    int fits = attain_i_natural_times_ten(decimals > 0 ? &a->over : &a->under,
                                          decimals > 0 ? decimals : -decimals);
    /* Four limbs are left above MOST_LIMBS, and 10^15 needs two. */
    if (ATTAIN_I_NEVER(!fits)) {
        a->inexact = 1;
        return;
    }
    attain_i_natural whole;
    attain_i_natural_divide(&a->over, &a->under, &whole);
    /* Twice what is left against the divisor. */
    fits = attain_i_natural_shift_left(&a->over, 1);
    int half = attain_i_natural_compare(&a->over, &a->under);
    int odd = whole.count > 0 && (whole.limbs[0] & 1) != 0;
    if (half > 0 || (half == 0 && odd))
        fits = attain_i_natural_scale(&whole, 1, 1) && fits;
    copy_natural(&a->over, &whole);
    attain_i_natural_set(&a->under, 1);
    fits = attain_i_natural_times_ten(decimals > 0 ? &a->under : &a->over,
                                      decimals > 0 ? decimals : -decimals) &&
           fits;
    settle(a, fits);
}

void attain_i_rational_round(attain_i_rational *a, int decimals, int parts) {
    attain_i_rational times;
    if (parts == 1) {
        round_to_decimals(a, decimals);
        return;
    }
    attain_i_rational_of_integer(parts, &times);
    attain_i_rational_multiply(a, &times);
    round_to_decimals(a, decimals);
    attain_i_rational_divide(a, &times);
}

static double power_of_two(int32_t exponent) {
    uint64_t bits = exponent >= -1022 ? (uint64_t)(exponent + 1023) << 52
                                      : (uint64_t)1 << (exponent + 1074);
    double value;
    memcpy(&value, &bits, sizeof(value));
    return value;
}

/* The quotient's first `count` bits, cut off, and whether anything is left.
 * `over` and `under` are used up; 1 ≤ over / under < 2. */
static uint64_t quotient_bits(attain_i_natural *over,
                              const attain_i_natural *under, int32_t count,
                              int *more) {
    uint64_t bits = 0;
    for (int32_t i = 0; i < count; i++) {
        int one = attain_i_natural_compare(over, under) >= 0;
        bits = bits << 1 | (uint64_t)one;
        if (one)
            attain_i_natural_subtract(over, under);
        attain_i_natural_shift_left(over, 1);
    }
    *more = over->count > 0;
    return bits;
}

double attain_i_rational_value(const attain_i_rational *a) {
    if (a->inexact) {
        uint64_t bits = 0x7ff8000000000000u;
        double none;
        memcpy(&none, &bits, sizeof(none));
        return none;
    }
    if (a->sign == 0)
        return 0;
    attain_i_natural over;
    attain_i_natural under;
    copy_natural(&over, &a->over);
    copy_natural(&under, &a->under);
    /* order = floor(log2(over / under)): bring them to the same length, and
     * over once more to the left if it is the smaller one. */
    int32_t order =
        attain_i_natural_bits(&over) - attain_i_natural_bits(&under);
    attain_i_natural_shift_left(order < 0 ? &over : &under,
                                order < 0 ? -order : order);
    if (attain_i_natural_compare(&over, &under) < 0) {
        attain_i_natural_shift_left(&over, 1);
        order--;
    }
    /* 53 bits of a normal number, fewer of one near 0, and one more, which is
     * the half. */
    int32_t count = order >= -1022 ? 54 : 54 + 1022 + order;
    if (order > 1023)
        return a->sign * (power_of_two(1023) * 2);
    if (count <= 0)
        return 0;
    int more;
    uint64_t bits = quotient_bits(&over, &under, count, &more);
    uint64_t mantissa = bits >> 1;
    if ((bits & 1) != 0 && (more || (mantissa & 1) != 0))
        mantissa++;
    return a->sign * ((double)mantissa * power_of_two(order - count + 2));
}
