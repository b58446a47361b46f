/* SHA-256 (FIPS 180-4). */
#ifndef ATTAIN_BASE_SHA256_H
#define ATTAIN_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum {
    ATTAIN_I_SHA256_BLOCK = 64,
    ATTAIN_I_SHA256_HEX = 64 /* characters of a digest, without an end */
};

typedef struct attain_i_sha256 {
    uint32_t state[8];
    uint64_t length;                            /* bytes taken */
    unsigned char block[ATTAIN_I_SHA256_BLOCK]; /* its first length mod 64 */
} attain_i_sha256;

void attain_i_sha256_init(attain_i_sha256 *digest);
void attain_i_sha256_add(attain_i_sha256 *digest, const void *bytes,
                         size_t size);
/* The digest of what was added, in lower-case hexadecimal, with its NUL;
 * nothing can be added afterwards. */
void attain_i_sha256_end(attain_i_sha256 *digest,
                         char out[ATTAIN_I_SHA256_HEX + 1]);

#endif
