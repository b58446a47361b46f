/* Eight bytes of text in one number, and the digits among them. */
#ifndef ATTAIN_BASE_DIGITS_H
#define ATTAIN_BASE_DIGITS_H

#include <stdint.h>
#include <string.h>

/* Done for every cell of a table; a call would cost as much as the work. */
#if defined(__GNUC__)
#define ATTAIN_I_INLINE static inline __attribute__((always_inline))
#else
#define ATTAIN_I_INLINE static inline
#endif

/* A byte in all eight places. */
#define ATTAIN_I_EIGHT(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes, the first the lowest, on every machine. */
ATTAIN_I_INLINE uint64_t attain_i_eight_bytes(const char *at) {
#if defined(__BYTE_ORDER__) && defined(__ORDER_LITTLE_ENDIAN__) &&             \
    __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t bytes;
    memcpy(&bytes, at, sizeof(bytes));
    return bytes;
#else
    const unsigned char *b = (const unsigned char *)at;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
           (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 |
           (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
#endif
}

/* The high bit of every byte that is no value of a digit, 0…9. */
ATTAIN_I_INLINE uint64_t attain_i_no_digits(uint64_t values) {
    return (((values & ATTAIN_I_EIGHT(0x7f)) + ATTAIN_I_EIGHT(0x76)) | values) &
           ATTAIN_I_EIGHT(0x80);
}

/* The number of eight digits, as values 0…9, the first the lowest byte
 * (Lemire, "Quickly parsing eight digits", 2018). */
ATTAIN_I_INLINE uint64_t attain_i_eight_digits(uint64_t values) {
    values = values * 10 + (values >> 8);
    return ((values & UINT64_C(0x000000ff000000ff)) *
                UINT64_C(0x000f424000000064) +
            (values >> 16 & UINT64_C(0x000000ff000000ff)) *
                UINT64_C(0x0000271000000001)) >>
               32 &
           UINT64_C(0xffffffff);
}

#endif
