#include "numeric/adder.h"

#include <math.h>
#include <string.h>

#include "numeric/lanes.h"
#include "numeric/limbs.h"

#if defined(__GNUC__)
#define ALWAYS_INLINE inline __attribute__((always_inline))
#else
#define ALWAYS_INLINE inline
#endif

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
    TERMS = 1024, /* most terms of a block */
    STEP = 8,     /* terms taken at a time */
    PROBE = 4     /* terms that a window is guessed from */
};

static const uint64_t magnitude = UINT64_MAX >> 1;

/* Where terms come from: values a, products a · b, or squares of a − center. */
enum { VALUES, PRODUCTS, SQUARES };

typedef struct source {
    const double *a;
    const double *b;
    double center;
    int kind;
} source;

typedef struct split {
    lanes high[2];
    lanes low[2];
    lane_bits outside;
} split;

static ALWAYS_INLINE lanes term(const source *s, int kind, size_t i) {
    lanes a = lanes_load(s->a + i);
    if (kind == PRODUCTS)
        return a * lanes_load(s->b + i);
    if (kind == SQUARES) {
        lanes deviation = a - lanes_of(s->center);
        return deviation * deviation;
    }
    return a;
}

static ALWAYS_INLINE double term_at(const source *s, int kind, size_t i) {
    double a = s->a[i];
    if (kind == PRODUCTS)
        return a * s->b[i];
    if (kind == SQUARES)
        return (a - s->center) * (a - s->center);
    return a;
}

static ALWAYS_INLINE void split_lanes(split *s, int i, int positive, lanes x,
                                      lane_bits first) {
    lane_bits beyond = lanes_bits(x) - first;
    if (!positive) {
        lane_bits t = lanes_bits(x) & lane_bits_of(magnitude);
        /* Leaves out NaN, and zeros, which have no place in the window. */
        lane_bits known = lanes_positive(lanes_from_bits(t));
        x = lanes_from_bits(lanes_bits(x) & known);
        beyond = (t - first) & known;
    }
    lanes next = s->high[i] + x;
    s->low[i] += x - (next - s->high[i]);
    s->high[i] = next;
    s->outside |= beyond;
}

static ALWAYS_INLINE void split_step(split *s, const source *from, int kind,
                                     int positive, size_t i, lane_bits first) {
    for (size_t k = 0; k < STEP; k += 2 * LANES) {
        split_lanes(s, 0, positive, term(from, kind, i + k), first);
        split_lanes(s, 1, positive, term(from, kind, i + k + LANES), first);
    }
}

/* The last terms, fewer than STEP. */
static ALWAYS_INLINE void split_rest(split *s, const source *from, int kind,
                                     int positive, size_t i, size_t count,
                                     lane_bits first) {
    for (; i + LANES <= count; i += LANES)
        split_lanes(s, 0, positive, term(from, kind, i), first);
    if (i < count) {
        double last[LANES] = {term_at(from, kind, i)};
        split_lanes(s, 1, 0, lanes_load(last), first);
        if (positive && !(last[0] > 0))
            s->outside |= lane_bits_of(UINT64_MAX);
    }
}

/* Splits a block in the window that begins at exponent `window`. False when a
 * term is outside it; with `positive`, also when a term is not above 0. */
static ALWAYS_INLINE int split_kind(const source *from, int kind, int positive,
                                    size_t count, uint32_t window, double *high,
                                    double *low) {
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
        split_step(&s, from, kind, positive, i, first);
    if (i < count)
        split_rest(&s, from, kind, positive, i, count, first);
    lanes above = (s.high[0] - lanes_of(m)) + (s.high[1] - lanes_of(m));
    *high = lanes_total(above);
    *low = lanes_total(s.low[0] + s.low[1]);
    return lane_bits_any(s.outside) >> (FRACTION_BITS + WINDOW_BITS) == 0;
}

static int split_any(const source *from, size_t count, uint32_t window,
                     double *high, double *low) {
    switch (from->kind) {
    case PRODUCTS:
        return split_kind(from, PRODUCTS, 0, count, window, high, low);
    case SQUARES:
        return split_kind(from, SQUARES, 0, count, window, high, low);
    default:
        return split_kind(from, VALUES, 0, count, window, high, low);
    }
}

/* Writes the terms out. */
static void terms_of(const source *from, size_t count, double *out) {
    for (size_t i = 0; i < count; i++)
        out[i] = term_at(from, from->kind, i);
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
static uint32_t guess(const source *from, size_t count) {
    uint32_t most = 0;
    for (size_t i = 0; i < count && i < PROBE; i++) {
        double x = term_at(from, from->kind, i);
        uint32_t exponent = exponent_of(x);
        most = exponent > most && x == x ? exponent : most;
    }
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
    for (size_t i = 0; i < count; i++)
        if (x[i] == x[i])
            attain_i_limbs_add(&adder->sum, x[i]);
}

void attain_i_adder_init(attain_i_adder *adder) {
    adder->window = 0;
    attain_i_adder_restart(adder);
}

void attain_i_adder_restart(attain_i_adder *adder) {
    adder->high = 0;
    adder->low = 0;
    adder->exact = 0;
    adder->infinite = 0;
    adder->pending = 0;
    adder->positive = 1;
}

void attain_i_adder_settle(attain_i_adder *adder) {
    if (!adder->exact)
        attain_i_limbs_clear(&adder->sum);
    adder->exact = 1;
    if (adder->pending) {
        attain_i_limbs_add(&adder->sum, adder->high);
        attain_i_limbs_add(&adder->sum, adder->low);
    }
    adder->pending = 0;
}

/* A block that did not fit into the window it was tried in. */
static void add_wide(attain_i_adder *adder, const source *from, size_t count) {
    double terms[TERMS];
    double high;
    double low;
    uint32_t least;
    uint32_t most;
    terms_of(from, count, terms);
    exponents(terms, count, &least, &most);
    if (most == 0x7ff) {
        adder->infinite = 1;
        return;
    }
    if (least == 0 || most - least >= WINDOW) {
        put_each(adder, terms, count);
        return;
    }
    uint32_t spare = (WINDOW - 1) - (most - least);
    source plain = {terms, NULL, 0, VALUES};
    adder->window = window_at(least > spare / 2 ? least - spare / 2 : 1);
    if (split_any(&plain, count, adder->window, &high, &low))
        put(adder, high, low);
    else
        put_each(adder, terms, count);
}

/* A block that is not all above 0 and in the window. */
static void add_any(attain_i_adder *adder, const source *from, size_t count) {
    double high;
    double low;
    adder->positive = 0;
    if (split_any(from, count, adder->window, &high, &low))
        put(adder, high, low);
    else
        add_wide(adder, from, count);
}

static ALWAYS_INLINE void add_terms(attain_i_adder *adder, source from,
                                    int kind, size_t count) {
    if (adder->window == 0)
        adder->window = guess(&from, count);
    while (count > 0) {
        size_t n = count < TERMS ? count : TERMS;
        double high;
        double low;
        if (adder->positive &&
            split_kind(&from, kind, 1, n, adder->window, &high, &low))
            put(adder, high, low);
        else
            add_any(adder, &from, n);
        count -= n;
        from.a += n;
        if (kind == PRODUCTS)
            from.b += n;
    }
}

void attain_i_adder_add(attain_i_adder *adder, const double *terms,
                        size_t count) {
    add_terms(adder, (source){terms, NULL, 0, VALUES}, VALUES, count);
}

void attain_i_adder_products(attain_i_adder *adder, const double *a,
                             const double *b, size_t count) {
    add_terms(adder, (source){a, b, 0, PRODUCTS}, PRODUCTS, count);
}

void attain_i_adder_squares(attain_i_adder *adder, const double *a,
                            double center, size_t count) {
    add_terms(adder, (source){a, NULL, center, SQUARES}, SQUARES, count);
}

double attain_i_adder_value(const attain_i_adder *adder) {
    if (adder->infinite)
        return NAN;
    if (!adder->exact)
        return adder->high + adder->low;
    return attain_i_limbs_value(&adder->sum);
}
