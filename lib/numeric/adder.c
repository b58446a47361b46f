#include "numeric/adder.h"

#include <math.h>
#include <string.h>

#include "numeric/lanes.h"
#include "numeric/limbs.h"

/* Terms of a block are split against a constant M = 1.5 · 2^52 · u: q = (M + x)
 * − M is the multiple of u nearest to x, and r = x − q is exact (Rump, Ogita
 * and Oishi 2008, ExtractVector). With at most 2^10 terms below 2^(w + 32) and
 * u = 2^(w − 9), every partial sum of M + q stays between 2^52 u and 2^53 u, so
 * it is exact; and as terms ≥ 2^w are multiples of 2^(w − 52) and |r| ≤ u, so
 * is every partial sum of r. What is outside the window shows in its exponent
 * and sends the block another way. */
enum {
    FRACTION_BITS = 52,
    WINDOW_BITS = 5, /* 2^5 binades */
    WINDOW = 1 << WINDOW_BITS,
    /* Where M's exponent lies above the window's first, and the last window
     * for which there is such an M. */
    ABOVE = 43,
    LAST_WINDOW = 2046 - ABOVE,
    STEP = 8, /* terms taken at a time */
    PROBE = 4 /* terms that a window is guessed from */
};

static const uint64_t magnitude = UINT64_MAX >> 1;

typedef struct split {
    lanes high[2];
    lanes low[2];
    lane_bits outside;
} split;

static inline void split_lanes(split *s, int i, lanes x, lane_bits first) {
    lane_bits t = lanes_bits(x) & lane_bits_of(magnitude);
    /* Leaves out NaN, and zeros, which have no place in the window. */
    lane_bits known = lanes_positive(lanes_from_bits(t));
    lanes v = lanes_from_bits(lanes_bits(x) & known);
    lanes next = s->high[i] + v;
    s->low[i] += v - (next - s->high[i]);
    s->high[i] = next;
    s->outside |= (t - first) & known;
}

static inline void split_step(split *s, const double *x, lane_bits first) {
    for (int i = 0; i < STEP; i += 2 * LANES) {
        split_lanes(s, 0, lanes_load(x + i), first);
        split_lanes(s, 1, lanes_load(x + i + LANES), first);
    }
}

/* Splits a block in the window that begins at exponent `window`. False when a
 * term is outside it. */
static int split_block(const double *x, size_t count, uint32_t window,
                       double *high, double *low) {
    uint64_t bits = (uint64_t)(window + ABOVE) << FRACTION_BITS |
                    (uint64_t)1 << (FRACTION_BITS - 1);
    double m;
    memcpy(&m, &bits, sizeof m);
    lane_bits first = lane_bits_of((uint64_t)window << FRACTION_BITS);
    split s = {{lanes_of(m), lanes_of(m)},
               {lanes_of(0), lanes_of(0)},
               lane_bits_of(0)};
    size_t i = 0;
    for (; i + STEP <= count; i += STEP)
        split_step(&s, x + i, first);
    if (i < count) {
        double rest[STEP] = {0};
        memcpy(rest, x + i, (count - i) * sizeof *rest);
        split_step(&s, rest, first);
    }
    lanes above = (s.high[0] - lanes_of(m)) + (s.high[1] - lanes_of(m));
    *high = lanes_total(above);
    *low = lanes_total(s.low[0] + s.low[1]);
    return lane_bits_any(s.outside) >> (FRACTION_BITS + WINDOW_BITS) == 0;
}

static uint32_t exponent_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return (uint32_t)(bits >> FRACTION_BITS) & 0x7ff;
}

static uint32_t window_at(uint32_t from) {
    uint32_t window = from < LAST_WINDOW ? from : LAST_WINDOW;
    return window > 1 ? window : 1;
}

/* Smallest and largest exponent of the terms that are not 0 and not NaN; the
 * smallest is 0 when there is a subnormal, above the largest when there is
 * none. */
static void exponents(const double *x, size_t count, uint32_t *least,
                      uint32_t *most) {
    *least = 0x800;
    *most = 0;
    for (size_t i = 0; i < count; i++) {
        if (x[i] == 0 || x[i] != x[i])
            continue;
        uint32_t exponent = exponent_of(x[i]);
        *least = exponent < *least ? exponent : *least;
        *most = exponent > *most ? exponent : *most;
    }
}

/* A guess from a few terms: they are more likely near the largest. */
static uint32_t guess(const double *x, size_t count) {
    uint32_t least;
    uint32_t most;
    exponents(x, count < PROBE ? count : PROBE, &least, &most);
    return window_at(most > WINDOW - 8 ? most - (WINDOW - 8) : 1);
}

static void put(attain_i_adder *adder, double high, double low) {
    if (!adder->exact && !adder->pending) {
        adder->pending = 1;
        adder->high = high;
        adder->low = low;
        return;
    }
    attain_i_adder_settle(adder);
    attain_i_limbs_add(&adder->sum, high);
    attain_i_limbs_add(&adder->sum, low);
}

static void put_each(attain_i_adder *adder, const double *x, size_t count) {
    attain_i_adder_settle(adder);
    for (size_t i = 0; i < count; i++) {
        if (x[i] == x[i])
            attain_i_limbs_add(&adder->sum, x[i]);
    }
}

void attain_i_adder_init(attain_i_adder *adder) {
    adder->high = 0;
    adder->low = 0;
    adder->window = 0;
    adder->exact = 0;
    adder->infinite = 0;
    adder->pending = 0;
}

void attain_i_adder_settle(attain_i_adder *adder) {
    if (!adder->exact)
        attain_sum_init(&adder->sum);
    adder->exact = 1;
    if (adder->pending) {
        attain_i_limbs_add(&adder->sum, adder->high);
        attain_i_limbs_add(&adder->sum, adder->low);
    }
    adder->pending = 0;
}

void attain_i_adder_block(attain_i_adder *adder, const double *terms,
                          size_t count) {
    double high;
    double low;
    uint32_t least;
    uint32_t most;
    if (adder->window == 0)
        adder->window = guess(terms, count);
    if (split_block(terms, count, adder->window, &high, &low)) {
        put(adder, high, low);
        return;
    }
    exponents(terms, count, &least, &most);
    if (most == 0x7ff) {
        adder->infinite = 1;
        return;
    }
    uint32_t spare = (WINDOW - 1) - (most - least);
    if (least == 0 || spare > WINDOW - 1) {
        put_each(adder, terms, count);
        return;
    }
    adder->window = window_at(least > spare / 2 ? least - spare / 2 : 1);
    if (split_block(terms, count, adder->window, &high, &low))
        put(adder, high, low);
    else
        put_each(adder, terms, count);
}

void attain_i_adder_add(attain_i_adder *adder, const double *terms,
                        size_t count) {
    for (size_t i = 0; i < count; i += ATTAIN_I_TERMS) {
        size_t n = count - i < ATTAIN_I_TERMS ? count - i : ATTAIN_I_TERMS;
        attain_i_adder_block(adder, terms + i, n);
    }
}

double attain_i_adder_value(const attain_i_adder *adder) {
    if (adder->infinite)
        return NAN;
    if (!adder->exact)
        return adder->high + adder->low;
    return attain_i_limbs_value(&adder->sum);
}
