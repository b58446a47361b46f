/* Numbers that look drawn at random and are the same everywhere: xoshiro256**
 * (Blackman and Vigna 2021), its state seeded by splitmix64. Uniform numbers
 * need no logarithm; normal ones use the room's own. */
#ifndef ATTAIN_NUMERIC_RANDOM_H
#define ATTAIN_NUMERIC_RANDOM_H

#include <stddef.h>
#include <stdint.h>

typedef struct attain_i_random {
    uint64_t state[4];
} attain_i_random;

/* Begins stream number `stream` of a seed: its state is the numbers 4 · stream
 * … 4 · stream + 3 of splitmix64 started at the seed, so that stream 0 is the
 * usual seeding and any stream can be begun at once. */
void attain_i_random_begin(attain_i_random *random, uint64_t seed,
                           uint64_t stream);

/* Goes 2^128 numbers ahead: a second stream within the stream. */
void attain_i_random_jump(attain_i_random *random);

uint64_t attain_i_random_next(attain_i_random *random);

/* Uniform in [0, 1): a multiple of 2^-53. */
double attain_i_random_uniform(attain_i_random *random);

/* One of 0 … count − 1, count ≥ 1. */
size_t attain_i_random_below(attain_i_random *random, size_t count);

/* Standard normal, by the ziggurat method (Marsaglia and Tsang 2000). */
double attain_i_random_normal(attain_i_random *random);

/* The next `count` of either: the same numbers, faster. */
void attain_i_random_uniforms(attain_i_random *random, double *out,
                              size_t count);
void attain_i_random_normals(attain_i_random *random, double *out,
                             size_t count);

#endif
