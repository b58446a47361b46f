#include "base/sha256.h"

#include <string.h>

enum { ROUNDS = 64, WORDS = 16, LENGTH_SIZE = 8 };

/* The first 32 bits of the fractions of the cube roots of the first 64 primes
 * (FIPS 180-4, 4.2.2). */
static const uint32_t constants[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t x, int bits) {
    return x >> bits | x << (32 - bits);
}

static uint32_t read_word(const unsigned char *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 |
           (uint32_t)at[2] << 8 | at[3];
}

static void write_word(unsigned char *at, uint32_t word) {
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(word >> (24 - 8 * i));
}

/* The message schedule (6.2.2, step 1). */
static void schedule(const unsigned char *block, uint32_t words[ROUNDS]) {
    for (int t = 0; t < WORDS; t++)
        words[t] = read_word(block + 4 * t);
    for (int t = WORDS; t < ROUNDS; t++) {
        uint32_t a = words[t - 15];
        uint32_t b = words[t - 2];
        words[t] = words[t - 16] + words[t - 7] +
                   (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
                   (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
}

/* Steps 2 to 4. */
static void take_block(uint32_t state[8], const unsigned char *block) {
    uint32_t words[ROUNDS];
    uint32_t s[8];
    schedule(block, words);
    memcpy(s, state, sizeof(s));
    for (int t = 0; t < ROUNDS; t++) {
        uint32_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
        uint32_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
        uint32_t first =
            s[7] + choice + constants[t] + words[t] +
            (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25));
        uint32_t second =
            majority + (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22));
        memmove(s + 1, s, 7 * sizeof(s[0]));
        s[4] += first;
        s[0] = first + second;
    }
    for (int i = 0; i < 8; i++)
        state[i] += s[i];
}

void attain_i_sha256_init(attain_i_sha256 *digest) {
    static const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372,
                                      0xa54ff53a, 0x510e527f, 0x9b05688c,
                                      0x1f83d9ab, 0x5be0cd19};
    memcpy(digest->state, start, sizeof(start));
    digest->length = 0;
}

void attain_i_sha256_add(attain_i_sha256 *digest, const void *bytes,
                         size_t size) {
    const unsigned char *at = bytes;
    size_t held = (size_t)(digest->length % ATTAIN_I_SHA256_BLOCK);
    digest->length += size;
    while (size > 0) {
        size_t part = ATTAIN_I_SHA256_BLOCK - held;
        part = part < size ? part : size;
        memcpy(digest->block + held, at, part);
        at += part;
        size -= part;
        held += part;
        if (held == ATTAIN_I_SHA256_BLOCK) {
            take_block(digest->state, digest->block);
            held = 0;
        }
    }
}

void attain_i_sha256_end(attain_i_sha256 *digest,
                         char out[ATTAIN_I_SHA256_HEX + 1]) {
    static const unsigned char padding[ATTAIN_I_SHA256_BLOCK] = {0x80};
    static const char digits[] = "0123456789abcdef";
    uint64_t bits = digest->length * 8;
    unsigned char length[LENGTH_SIZE];
    size_t held = (size_t)(digest->length % ATTAIN_I_SHA256_BLOCK);
    size_t room = ATTAIN_I_SHA256_BLOCK - LENGTH_SIZE;
    write_word(length, (uint32_t)(bits >> 32));
    write_word(length + 4, (uint32_t)bits);
    attain_i_sha256_add(digest, padding,
                        held < room ? room - held
                                    : room + ATTAIN_I_SHA256_BLOCK - held);
    attain_i_sha256_add(digest, length, LENGTH_SIZE);
    for (int i = 0; i < ATTAIN_I_SHA256_HEX; i++)
        out[i] = digits[digest->state[i / 8] >> (28 - i % 8 * 4) & 15];
    out[ATTAIN_I_SHA256_HEX] = '\0';
}
