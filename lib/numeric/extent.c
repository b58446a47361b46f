#include "numeric/extent.h"

#include <math.h>

#include "numeric/lanes.h"

/* a where the mask is set, else b. */
static lanes pick(lane_bits mask, lanes a, lanes b) {
    return lanes_from_bits((mask & lanes_bits(a)) | (~mask & lanes_bits(b)));
}

typedef struct extent {
    lanes low;
    lanes high;
    lane_bits known;
} extent;

static void widen(extent *e, lanes v) {
    e->low = pick(lanes_less(v, e->low), v, e->low);
    e->high = pick(lanes_less(e->high, v), v, e->high);
    e->known -= lanes_known(v);
}

static double least_of(lanes x, double least) {
    double each[LANES];
    lanes_store(each, x);
    for (size_t k = 0; k < LANES; k++)
        least = each[k] < least ? each[k] : least;
    return least;
}

/* Two at a time, so that no comparison waits for the one before. */
size_t attain_i_extent(const double *values, size_t count, double *least,
                       double *most) {
    const lanes end = lanes_of((double)INFINITY);
    extent a = {end, -end, lane_bits_of(0)};
    extent b = a;
    size_t i = 0;
    for (; i + 2 * LANES <= count; i += 2 * LANES) {
        widen(&a, lanes_load(values + i));
        widen(&b, lanes_load(values + i + LANES));
    }
    size_t known = lane_bits_total(a.known) + lane_bits_total(b.known);
    double low = least_of(b.low, least_of(a.low, (double)INFINITY));
    double high = -least_of(-b.high, least_of(-a.high, (double)INFINITY));
    for (; i < count; i++) {
        double v = values[i];
        low = v < low ? v : low;
        high = v > high ? v : high;
        known += v == v;
    }
    /* Not −0, which would depend on the order. */
    *least = known == 0 ? (double)NAN : low + 0;
    *most = known == 0 ? (double)NAN : high + 0;
    return known;
}
