/* Loops that turn doubles into small codes. Compilers do them several at a
 * time only if codes are doubles first, and bytes at last. */
#ifndef ATTAIN_EVALUATE_CODES_H
#define ATTAIN_EVALUATE_CODES_H

#include <stddef.h>
#include <stdint.h>

/* Whole numbers 0…255 as bytes; at most ATTAIN_I_BLOCK of them. */
void attain_i_codes_narrow(const double *restrict codes, uint8_t *restrict out,
                           size_t count);

/* 1 where low ≤ x ≤ high (with `open`: low < x < high), 0 where not, 2 for
 * NaN. */
void attain_i_codes_inside(const double *restrict x, double low, double high,
                           int open, uint8_t *restrict out, size_t count);

/* `base` plus how many of the two cut-offs and 0 lie above each pace; base + 4
 * for NaN. Returns whether a pace is too near one of them for doubles. */
int attain_i_codes_below(const double *restrict paces, double first,
                         double second, double base, uint8_t *restrict out,
                         size_t count);

/* 1 for each number, 0 for NaN. */
void attain_i_codes_known(const double *restrict x, uint8_t *restrict out,
                          size_t count);

#endif
