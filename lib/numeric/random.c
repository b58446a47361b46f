#include "numeric/random.h"

#include <math.h>

#include "attain/numeric.h"
#include "base/error.h"
#include "numeric/math.h"
#include "numeric/random_tables.h"

static const uint64_t golden = UINT64_C(0x9e3779b97f4a7c15);

/* Number `index` of splitmix64 started at `seed` (Steele, Lea and Flood 2014).
 */
static uint64_t splitmix(uint64_t seed, uint64_t index) {
    uint64_t z = seed + (index + 1) * golden;
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static uint64_t turn(uint64_t x, unsigned by) {
    return x << by | x >> (64 - by);
}

void attain_i_random_begin(attain_i_random *random, uint64_t seed,
                           uint64_t stream) {
    for (uint64_t i = 0; i < 4; i++)
        random->state[i] = splitmix(seed, 4 * stream + i);
}

static uint64_t next(uint64_t *s) {
    uint64_t out = turn(s[1] * 5, 7) * 9;
    uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = turn(s[3], 45);
    return out;
}

uint64_t attain_i_random_next(attain_i_random *random) {
    return next(random->state);
}

void attain_i_random_jump(attain_i_random *random) {
    /* The generator's polynomial for 2^128 steps, as its authors give it. */
    static const uint64_t steps[] = {
        UINT64_C(0x180ec6d33cfd0aba), UINT64_C(0xd5a61266f0c9392c),
        UINT64_C(0xa9582618e03fc9aa), UINT64_C(0x39abdc4529b1661c)};
    attain_i_random there = {{0, 0, 0, 0}};
    for (int i = 0; i < 4; i++) {
        for (int bit = 0; bit < 64; bit++) {
            uint64_t mask = 0 - (steps[i] >> bit & 1);
            for (int k = 0; k < 4; k++)
                there.state[k] ^= random->state[k] & mask;
            attain_i_random_next(random);
        }
    }
    *random = there;
}

/* The first 53 bits; they fit in a signed number, which is sooner a double. */
static double leading(uint64_t bits) {
    return (double)(int64_t)(bits >> 11);
}

double attain_i_random_uniform(attain_i_random *random) {
    return leading(attain_i_random_next(random)) * 0x1p-53;
}

void attain_i_random_uniforms(attain_i_random *random, double *out,
                              size_t count) {
    attain_i_random own = *random;
    for (size_t i = 0; i < count; i++)
        out[i] = leading(next(own.state)) * 0x1p-53;
    *random = own;
}

size_t attain_i_random_below(attain_i_random *random, size_t count) {
    size_t at = (size_t)(attain_i_random_uniform(random) * (double)count);
    return at < count ? at : count - 1;
}

/* Beyond the lowest layer, above 0 (Marsaglia 1964). */
static double draw_tail(attain_i_random *random) {
    double from = attain_i_layer_ends[1];
    for (;;) {
        /* 1 − u is above 0. */
        double x = -attain_i_log(1 - attain_i_random_uniform(random)) / from;
        double y = -attain_i_log(1 - attain_i_random_uniform(random));
        if (2 * y > x * x)
            return from + x;
    }
}

/* A place in a layer and beside the next one: at a wedge or in the tail. NaN:
 * to be drawn again. */
static double draw_edge(attain_i_random *random, size_t layer, double u,
                        double x) {
    if (layer == 0)
        return u < 0 ? -draw_tail(random) : draw_tail(random);
    double low = attain_i_layer_heights[layer];
    double high = attain_i_layer_heights[layer + 1];
    double y = low + (high - low) * attain_i_random_uniform(random);
    return y < attain_i_exp(-x * x / 2) ? x : (double)NAN;
}

void attain_i_random_normals(attain_i_random *random, double *out,
                             size_t count) {
    attain_i_random own = *random;
    for (size_t i = 0; i < count;) {
        uint64_t bits = next(own.state);
        size_t layer = bits & (ATTAIN_I_LAYERS - 1);
        /* The other bits: uniform in [−1, 1). */
        double u = leading(bits) * 0x1p-52 - 1;
        double x = u * attain_i_layer_ends[layer];
        if (!(fabs(x) < attain_i_layer_ends[layer + 1])) {
            *random = own;
            x = draw_edge(random, layer, u, x);
            own = *random;
        }
        out[i] = x;
        i += x == x;
    }
    *random = own;
}

double attain_i_random_normal(attain_i_random *random) {
    double out;
    attain_i_random_normals(random, &out, 1);
    return out;
}

typedef void fill(attain_i_random *random, double *out, size_t count);

static attain_status draw(fill *of, uint64_t seed, uint64_t stream, double *out,
                          size_t count, attain_error *err) {
    attain_i_random random;
    attain_status status =
        attain_i_check_array(out, count, sizeof *out, "out", err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_random_begin(&random, seed, stream);
    of(&random, out, count);
    return ATTAIN_OK;
}

attain_status attain_random_uniform(uint64_t seed, uint64_t stream, double *out,
                                    size_t count, attain_error *err) {
    return draw(attain_i_random_uniforms, seed, stream, out, count, err);
}

attain_status attain_random_normal(uint64_t seed, uint64_t stream, double *out,
                                   size_t count, attain_error *err) {
    return draw(attain_i_random_normals, seed, stream, out, count, err);
}
