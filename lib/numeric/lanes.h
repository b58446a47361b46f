/* ATTAIN_LANES doubles, two unless said, at a time where the compiler has
 * vectors, one where it has not. Only operations that mean the same for both
 * are used: + − · / on lanes,
 * + − & | on their bits. Results never depend on the number of lanes. */
#ifndef ATTAIN_NUMERIC_LANES_H
#define ATTAIN_NUMERIC_LANES_H

#include <float.h>
#include <stdint.h>
#include <string.h>

#if defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD != 0
#error "doubles must not be computed wider: on x86 use -msse2 -mfpmath=sse"
#endif
#if defined(__FAST_MATH__)
#error "sums would not be exact: do not compile with -ffast-math or -Ofast"
#endif

#if defined(__GNUC__) && !defined(__TINYC__) && !defined(ATTAIN_ONE_LANE)
#ifndef ATTAIN_LANES
#define ATTAIN_LANES 2
#endif
enum { LANES = ATTAIN_LANES };
typedef double lanes __attribute__((vector_size(8 * ATTAIN_LANES)));
typedef uint64_t lane_bits __attribute__((vector_size(8 * ATTAIN_LANES)));

static inline lanes lanes_of(double x) {
    return x - (lanes){0};
}

static inline lane_bits lane_bits_of(uint64_t x) {
    return x | (lane_bits){0};
}

/* All ones where x > 0. */
static inline lane_bits lanes_positive(lanes x) {
    return (lane_bits)(x > (lanes){0});
}

/* All ones where x is not NaN. */
static inline lane_bits lanes_known(lanes x) {
    return (lane_bits)(x == x);
}

/* All ones where a < b. */
static inline lane_bits lanes_less(lanes a, lanes b) {
    return (lane_bits)(a < b);
}

static inline double lanes_total(lanes x) {
    double total = x[0];
    for (int i = 1; i < LANES; i++)
        total += x[i];
    return total;
}

static inline uint64_t lane_bits_any(lane_bits x) {
    uint64_t any = x[0];
    for (int i = 1; i < LANES; i++)
        any |= x[i];
    return any;
}

static inline uint64_t lane_bits_total(lane_bits x) {
    uint64_t total = x[0];
    for (int i = 1; i < LANES; i++)
        total += x[i];
    return total;
}
#else
enum { LANES = 1 };
typedef double lanes;
typedef uint64_t lane_bits;

static inline lanes lanes_of(double x) {
    return x;
}

static inline lane_bits lane_bits_of(uint64_t x) {
    return x;
}

static inline lane_bits lanes_positive(lanes x) {
    return 0 - (lane_bits)(x > 0);
}

static inline lane_bits lanes_known(lanes x) {
    return 0 - (lane_bits)(x == x);
}

static inline lane_bits lanes_less(lanes a, lanes b) {
    return 0 - (lane_bits)(a < b);
}

static inline double lanes_total(lanes x) {
    return x;
}

static inline uint64_t lane_bits_total(lane_bits x) {
    return x;
}

static inline uint64_t lane_bits_any(lane_bits x) {
    return x;
}
#endif

static inline lanes lanes_load(const double *x) {
    lanes out;
    memcpy(&out, x, sizeof out);
    return out;
}

static inline void lanes_store(double *out, lanes x) {
    memcpy(out, &x, sizeof x);
}

static inline lane_bits lanes_bits(lanes x) {
    lane_bits out;
    memcpy(&out, &x, sizeof out);
    return out;
}

static inline lanes lanes_from_bits(lane_bits x) {
    lanes out;
    memcpy(&out, &x, sizeof out);
    return out;
}

#endif
