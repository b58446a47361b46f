#include "numeric/limbs.h"

#include <math.h>
#include <string.h>

enum {
    LIMBS = 70,
    FRACTION_BITS = 52,
    /* Each addition changes a limb by less than 2^33. */
    MOST_PENDING = 1 << 29
};

static const uint64_t low_half = 0xffffffffu;

/* a + b without undefined overflow, for limbs that came from elsewhere. */
static int64_t wrap(int64_t a, int64_t b) {
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

/* Brings all limbs but the last into 0 … 2^32 − 1. */
static void carry(attain_sum *sum) {
    int64_t carried = 0;
    for (int i = 0; i < LIMBS - 1; i++) {
        int64_t limb = wrap(sum->limbs[i], carried);
        int64_t rest = (int64_t)((uint64_t)limb & low_half);
        sum->limbs[i] = rest;
        carried = wrap(limb, -rest) / ((int64_t)1 << 32);
    }
    sum->limbs[LIMBS - 1] = wrap(sum->limbs[LIMBS - 1], carried);
    sum->count = 0;
}

void attain_i_limbs_clear(attain_sum *sum) {
    memset(sum, 0, sizeof *sum);
    sum->struct_size = sizeof *sum;
}

void attain_i_limbs_add(attain_sum *sum, double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    uint64_t mantissa = bits & (((uint64_t)1 << FRACTION_BITS) - 1);
    uint32_t exponent = (uint32_t)(bits >> FRACTION_BITS) & 0x7ff;
    /* A subnormal has the place of the smallest normal numbers. */
    uint32_t place = exponent == 0 ? 0 : exponent - 1;
    if (exponent != 0)
        mantissa |= (uint64_t)1 << FRACTION_BITS;
    if (sum->count >= MOST_PENDING)
        carry(sum);
    sum->count++;
    uint64_t low = (mantissa & low_half) << (place & 31);
    uint64_t high = (mantissa >> 32) << (place & 31);
    int64_t parts[3] = {(int64_t)(low & low_half),
                        (int64_t)((low >> 32) + (high & low_half)),
                        (int64_t)(high >> 32)};
    int64_t sign = bits >> 63 ? -1 : 1;
    int64_t *limb = sum->limbs + (place >> 5);
    for (int i = 0; i < 3; i++)
        limb[i] = wrap(limb[i], sign * parts[i]);
}

void attain_i_limbs_merge(attain_sum *sum, const attain_sum *other) {
    attain_sum added = *other;
    carry(&added);
    if (sum->count >= MOST_PENDING)
        carry(sum);
    sum->count++;
    for (int i = 0; i < LIMBS; i++)
        sum->limbs[i] = wrap(sum->limbs[i], added.limbs[i]);
}

static int bit_length(uint64_t x) {
    int length = 0;
    for (; x != 0; x >>= 1)
        length++;
    return length;
}

/* The 32 bits of limb `i`, 0 outside. */
static uint64_t limb_at(const attain_sum *sum, int i) {
    return i >= 0 && i < LIMBS ? (uint64_t)sum->limbs[i] : 0;
}

/* Bits `from` … `from` + 63 of a carried number ≥ 0. */
static uint64_t bits_at(const attain_sum *sum, int from) {
    int i = from / 32;
    int shift = from % 32;
    uint64_t low = limb_at(sum, i) | limb_at(sum, i + 1) << 32;
    if (shift == 0)
        return low;
    return low >> shift | limb_at(sum, i + 2) << (64 - shift);
}

static int any_below(const attain_sum *sum, int bit) {
    for (int i = 0; i < bit / 32; i++)
        if (sum->limbs[i] != 0)
            return 1;
    uint64_t mask = ((uint64_t)1 << bit % 32) - 1;
    return (limb_at(sum, bit / 32) & mask) != 0;
}

/* The bits of the nearest double to a carried number ≥ 0. As bit 0 is 2^-1074,
 * place `shift` of the mantissa is also its exponent field, and a carry out of
 * the mantissa moves the exponent on by itself. */
static uint64_t nearest(const attain_sum *sum) {
    int top = LIMBS - 1;
    while (top > 0 && sum->limbs[top] == 0)
        top--;
    int shift =
        32 * top + bit_length((uint64_t)sum->limbs[top]) - FRACTION_BITS - 1;
    if (shift <= 0)
        return bits_at(sum, 0);
    uint64_t mantissa =
        bits_at(sum, shift) & (((uint64_t)1 << (FRACTION_BITS + 1)) - 1);
    uint64_t half = bits_at(sum, shift - 1) & 1;
    uint64_t up = half & ((mantissa & 1) | (uint64_t)any_below(sum, shift - 1));
    return ((uint64_t)shift << FRACTION_BITS) + mantissa + up;
}

double attain_i_limbs_value(const attain_sum *sum) {
    attain_sum carried = *sum;
    carry(&carried);
    int negative = carried.limbs[LIMBS - 1] < 0;
    if (negative) {
        for (int i = 0; i < LIMBS; i++)
            carried.limbs[i] = wrap(0, -carried.limbs[i]);
        carry(&carried);
    }
    uint64_t bits = nearest(&carried);
    if (bits >= (uint64_t)0x7ff << FRACTION_BITS)
        return NAN;
    double value;
    memcpy(&value, &bits, sizeof value);
    return negative ? -value : value;
}
