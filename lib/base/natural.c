#include "base/natural.h"

#include <string.h>

enum { LIMB = 32 };

static void trim(attain_i_natural *a) {
    while (a->count > 0 && a->limbs[a->count - 1] == 0)
        a->count--;
}

static void copy(attain_i_natural *to, const attain_i_natural *from) {
    to->count = from->count;
    memcpy(to->limbs, from->limbs, sizeof(uint32_t) * (size_t)from->count);
}

void attain_i_natural_set(attain_i_natural *a, uint64_t value) {
    a->limbs[0] = (uint32_t)value;
    a->limbs[1] = (uint32_t)(value >> LIMB);
    a->count = 2;
    trim(a);
}

static int32_t bit_length(uint32_t limb) {
    int32_t bits = 0;
    for (int32_t step = 16; step > 0; step /= 2) {
        if (limb >> step != 0) {
            limb >>= step;
            bits += step;
        }
    }
    return bits + (limb != 0);
}

int32_t attain_i_natural_bits(const attain_i_natural *a) {
    return a->count == 0
               ? 0
               : (a->count - 1) * LIMB + bit_length(a->limbs[a->count - 1]);
}

int attain_i_natural_compare(const attain_i_natural *a,
                             const attain_i_natural *b) {
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (int32_t i = a->count - 1; i >= 0; i--)
        if (a->limbs[i] != b->limbs[i])
            return a->limbs[i] < b->limbs[i] ? -1 : 1;
    return 0;
}

int attain_i_natural_is_one(const attain_i_natural *a) {
    return a->count == 1 && a->limbs[0] == 1;
}

/* Puts a carry on top. */
static int carry_in(attain_i_natural *a, uint64_t carry) {
    if (carry != 0) {
        if (a->count == ATTAIN_I_LIMBS)
            return 0;
        a->limbs[a->count++] = (uint32_t)carry;
    }
    return 1;
}

int attain_i_natural_add(attain_i_natural *a, const attain_i_natural *b) {
    uint64_t carry = 0;
    for (int32_t i = 0; i < b->count || (carry != 0 && i < a->count); i++) {
        carry += i < a->count ? a->limbs[i] : 0;
        carry += i < b->count ? b->limbs[i] : 0;
        a->limbs[i] = (uint32_t)carry;
        a->count = i < a->count ? a->count : i + 1;
        carry >>= LIMB;
    }
    return carry_in(a, carry);
}

void attain_i_natural_subtract(attain_i_natural *a, const attain_i_natural *b) {
    uint64_t borrow = 0;
    for (int32_t i = 0; i < b->count || (borrow != 0 && i < a->count); i++) {
        uint64_t term = (i < b->count ? b->limbs[i] : 0) + borrow;
        borrow = a->limbs[i] < term;
        a->limbs[i] = (uint32_t)(a->limbs[i] - term);
    }
    trim(a);
}

int attain_i_natural_scale(attain_i_natural *a, uint32_t factor,
                           uint32_t term) {
    uint64_t carry = term;
    for (int32_t i = 0; i < a->count; i++) {
        carry += (uint64_t)a->limbs[i] * factor;
        a->limbs[i] = (uint32_t)carry;
        carry >>= LIMB;
    }
    return carry_in(a, carry);
}

int attain_i_natural_multiply(const attain_i_natural *a,
                              const attain_i_natural *b,
                              attain_i_natural *out) {
    int32_t count = a->count + b->count;
    if (count > ATTAIN_I_LIMBS)
        return 0;
    memset(out->limbs, 0, sizeof(uint32_t) * (size_t)count);
    for (int32_t i = 0; i < a->count; i++) {
        uint64_t carry = 0;
        for (int32_t j = 0; j < b->count; j++) {
            carry += (uint64_t)a->limbs[i] * b->limbs[j] + out->limbs[i + j];
            out->limbs[i + j] = (uint32_t)carry;
            carry >>= LIMB;
        }
        out->limbs[i + b->count] = (uint32_t)carry;
    }
    out->count = count;
    trim(out);
    return 1;
}

int attain_i_natural_times_ten(attain_i_natural *a, int32_t power) {
    int fits = 1;
    for (; power >= 9 && fits; power -= 9)
        fits = attain_i_natural_scale(a, 1000000000, 0);
    for (; power > 0 && fits; power--)
        fits = attain_i_natural_scale(a, 10, 0);
    return fits;
}

int attain_i_natural_shift_left(attain_i_natural *a, int32_t bits) {
    if (a->count == 0)
        return 1;
    int32_t limbs = bits / LIMB;
    if (a->count + limbs > ATTAIN_I_LIMBS)
        return 0;
    memmove(a->limbs + limbs, a->limbs, sizeof(uint32_t) * (size_t)a->count);
    memset(a->limbs, 0, sizeof(uint32_t) * (size_t)limbs);
    a->count += limbs;
    return attain_i_natural_scale(a, 1u << bits % LIMB, 0);
}

void attain_i_natural_shift_right(attain_i_natural *a, int32_t bits) {
    int32_t limbs = bits / LIMB;
    if (limbs >= a->count) {
        a->count = 0;
        return;
    }
    a->count -= limbs;
    memmove(a->limbs, a->limbs + limbs, sizeof(uint32_t) * (size_t)a->count);
    int32_t rest = bits % LIMB;
    for (int32_t i = 0; rest != 0 && i < a->count; i++) {
        uint64_t above = i + 1 < a->count ? a->limbs[i + 1] : 0;
        a->limbs[i] = (uint32_t)((above << LIMB | a->limbs[i]) >> rest);
    }
    trim(a);
}

static uint32_t divide_small(attain_i_natural *a, uint32_t b) {
    uint64_t rest = 0;
    for (int32_t i = a->count - 1; i >= 0; i--) {
        rest = rest << LIMB | a->limbs[i];
        a->limbs[i] = (uint32_t)(rest / b);
        rest %= b;
    }
    trim(a);
    return (uint32_t)rest;
}

/* u[at…at+n] −= digit · v; true when that was one time too often. */
static int take_away(uint32_t *u, const uint32_t *v, int32_t n,
                     uint64_t digit) {
    uint64_t carry = 0;
    uint64_t borrow = 0;
    for (int32_t i = 0; i <= n; i++) {
        carry += i < n ? digit * v[i] : 0;
        uint64_t term = (uint32_t)carry + borrow;
        carry >>= LIMB;
        borrow = u[i] < term;
        u[i] = (uint32_t)(u[i] - term);
    }
    return borrow != 0;
}

static void give_back(uint32_t *u, const uint32_t *v, int32_t n) {
    uint64_t carry = 0;
    for (int32_t i = 0; i <= n; i++) {
        carry += (uint64_t)u[i] + (i < n ? v[i] : 0);
        u[i] = (uint32_t)carry;
        carry >>= LIMB;
    }
}

/* One digit of the quotient, at most two too large before it is put right. */
static uint32_t next_digit(uint32_t *u, const uint32_t *v, int32_t n) {
    uint64_t top = (uint64_t)u[n] << LIMB | u[n - 1];
    uint64_t digit = top / v[n - 1];
    uint64_t rest = top % v[n - 1];
    while (digit > UINT32_MAX || digit * v[n - 2] > (rest << LIMB | u[n - 2])) {
        digit--;
        rest += v[n - 1];
        if (rest > UINT32_MAX)
            break;
    }
    if (take_away(u, v, n, digit)) {
        give_back(u, v, n);
        digit--;
    }
    return (uint32_t)digit;
}

/* Long division: Knuth, TAOCP 2, 4.3.1, algorithm D. */
static void divide_long(attain_i_natural *a, const attain_i_natural *b,
                        attain_i_natural *quotient) {
    int32_t n = b->count;
    int32_t m = a->count - n;
    int32_t shift = LIMB - bit_length(b->limbs[n - 1]);
    uint32_t u[ATTAIN_I_LIMBS + 1];
    uint32_t v[ATTAIN_I_LIMBS];
    uint64_t above = 0;
    for (int32_t i = a->count; i >= 0; i--) {
        uint64_t below = i > 0 ? a->limbs[i - 1] : 0;
        u[i] = (uint32_t)((above << LIMB | below) << shift >> LIMB);
        above = below;
    }
    for (int32_t i = n - 1; i >= 0; i--) {
        uint64_t below = i > 0 ? b->limbs[i - 1] : 0;
        v[i] = (uint32_t)(((uint64_t)b->limbs[i] << LIMB | below) << shift >>
                          LIMB);
    }
    for (int32_t i = m; i >= 0; i--) {
        uint32_t digit = next_digit(u + i, v, n);
        if (quotient != NULL)
            quotient->limbs[i] = digit;
    }
    if (quotient != NULL) {
        quotient->count = m + 1;
        trim(quotient);
    }
    memcpy(a->limbs, u, sizeof(uint32_t) * (size_t)n);
    a->count = n;
    trim(a);
    attain_i_natural_shift_right(a, shift);
}

void attain_i_natural_divide(attain_i_natural *a, const attain_i_natural *b,
                             attain_i_natural *quotient) {
    if (attain_i_natural_compare(a, b) < 0) {
        if (quotient != NULL)
            quotient->count = 0;
    } else if (b->count == 1) {
        uint32_t rest = divide_small(a, b->limbs[0]);
        if (quotient != NULL)
            copy(quotient, a);
        attain_i_natural_set(a, rest);
    } else {
        divide_long(a, b, quotient);
    }
}

static uint64_t small_value(const attain_i_natural *a) {
    uint64_t low = a->count > 0 ? a->limbs[0] : 0;
    return a->count > 1 ? (uint64_t)a->limbs[1] << LIMB | low : low;
}

void attain_i_natural_gcd(attain_i_natural *a, attain_i_natural *b) {
    while (b->count > 0 && (a->count > 2 || b->count > 2)) {
        attain_i_natural_divide(a, b, NULL);
        attain_i_natural swap;
        copy(&swap, a);
        copy(a, b);
        copy(b, &swap);
    }
    if (b->count == 0)
        return;
    uint64_t x = small_value(a);
    uint64_t y = small_value(b);
    while (y != 0) {
        uint64_t rest = x % y;
        x = y;
        y = rest;
    }
    attain_i_natural_set(a, x);
}
