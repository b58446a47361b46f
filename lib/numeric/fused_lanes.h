/* The loops of numeric/fused.h, for as many lanes as the including file has
 * asked numeric/lanes.h for. How a term is split, and why that is exact, is
 * told in adder.c. */
#ifndef ATTAIN_NUMERIC_FUSED_LANES_H
#define ATTAIN_NUMERIC_FUSED_LANES_H

#include "numeric/fused.h"
#include "numeric/lanes.h"

#if defined(__GNUC__)
#define FUSED_INLINE inline __attribute__((always_inline))
#else
#define FUSED_INLINE inline
#endif

enum {
    FUSED_FRACTION_BITS = 52,
    FUSED_WINDOW_BITS = 5,
    FUSED_ABOVE = 43 /* of M's exponent above the window's first */
};

typedef struct part {
    lanes high;
    lanes low;
    lanes m;
    lane_bits first;
    lane_bits outside;
} part;

static FUSED_INLINE part part_begin(uint32_t window) {
    part p;
    p.m = lanes_from_bits(
        lane_bits_of((uint64_t)(window + FUSED_ABOVE) << FUSED_FRACTION_BITS |
                     (uint64_t)1 << (FUSED_FRACTION_BITS - 1)));
    p.high = p.m;
    p.low = lanes_of(0);
    p.first = lane_bits_of((uint64_t)window << FUSED_FRACTION_BITS);
    p.outside = lane_bits_of(0);
    return p;
}

/* Adds the known ones of x. */
static FUSED_INLINE void part_add(part *p, lanes x, lane_bits known) {
    lane_bits bits = lanes_bits(x);
    lanes term = lanes_from_bits(bits & known);
    lanes next = p->high + term;
    p->low += term - (next - p->high);
    p->high = next;
    p->outside |= (bits - p->first) & known;
}

static FUSED_INLINE int part_inside(const part *p) {
    return lane_bits_any(p->outside) >>
               (FUSED_FRACTION_BITS + FUSED_WINDOW_BITS) ==
           0;
}

static FUSED_INLINE double part_value(const part *p) {
    return lanes_total(p->high - p->m) + lanes_total(p->low);
}

static FUSED_INLINE int fused_sums(attain_i_fused *block, int kind) {
    part total = part_begin(block->total_window);
    part product = part_begin(block->product_window);
    part weight = part_begin(block->weight_window);
    lanes whole = lanes_of(0);
    lane_bits count = lane_bits_of(0);
    for (size_t i = 0; i < block->count; i += LANES) {
        lanes v = lanes_load(block->v + i);
        lane_bits known = lanes_known(v);
        count -= known;
        part_add(&total, v, known);
        if (kind == ATTAIN_I_FUSED_PLAIN)
            continue;
        lanes w = lanes_load(block->w + i);
        part_add(&product, v * w, known);
        if (kind == ATTAIN_I_FUSED_WHOLE)
            whole += lanes_from_bits(lanes_bits(w) & known);
        else
            part_add(&weight, w, known);
    }
    block->known = (size_t)lane_bits_total(count);
    block->total = part_value(&total);
    block->product = part_value(&product);
    block->weight =
        kind == ATTAIN_I_FUSED_WHOLE ? lanes_total(whole) : part_value(&weight);
    return part_inside(&total) & part_inside(&product) & part_inside(&weight);
}

static FUSED_INLINE int fused_any(attain_i_fused *block) {
    switch (block->kind) {
    case ATTAIN_I_FUSED_PLAIN:
        return fused_sums(block, ATTAIN_I_FUSED_PLAIN);
    case ATTAIN_I_FUSED_WEIGHTED:
        return fused_sums(block, ATTAIN_I_FUSED_WEIGHTED);
    default:
        return fused_sums(block, ATTAIN_I_FUSED_WHOLE);
    }
}

static FUSED_INLINE int fused_squares(attain_i_fused *block, double center) {
    part even = part_begin(block->square_window);
    part odd = part_begin(block->square_window);
    lanes c = lanes_of(center);
    for (size_t i = 0; i < block->count; i += 2 * LANES) {
        lanes a = lanes_load(block->v + i) - c;
        lanes b = lanes_load(block->v + i + LANES) - c;
        a *= a;
        b *= b;
        part_add(&even, a, lanes_positive(a));
        part_add(&odd, b, lanes_positive(b));
    }
    block->square =
        (lanes_total(even.high - even.m) + lanes_total(odd.high - odd.m)) +
        lanes_total(even.low + odd.low);
    return part_inside(&even) & part_inside(&odd);
}

#endif
