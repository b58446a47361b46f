/* The loops over a block: comparing doubles with limits, small codes of them.
 * They touch only what they are given, so that they can be wide. */
#ifndef ATTAIN_EVALUATE_CODES_H
#define ATTAIN_EVALUATE_CODES_H

#include <stddef.h>
#include <stdint.h>

/* 1 where low ≤ x ≤ high (with `open`: low < x < high), 0 where not, 2 for
 * NaN. */
void attain_i_codes_inside(const double *restrict x, double low, double high,
                           int open, uint8_t *restrict out, size_t count);

/* What paces are compared with, when pace = (x − start) / way. */
typedef struct attain_i_cuts {
    double start;
    double way; /* not 0 */
    double first;
    double second;
} attain_i_cuts;

/* `base` plus how many of the two cut-offs and 0 lie above each pace; base + 4
 * for NaN. Returns whether a pace is too near one of them for doubles. Nothing
 * is divided. */
int attain_i_codes_below(const double *restrict x, const attain_i_cuts *cuts,
                         uint8_t base, uint8_t *restrict out, size_t count);

/* (x − b) / way, 0 below `least`, 1 above 1. */
void attain_i_codes_progress(const double *restrict x, double b, double way,
                             double least, double *restrict out, size_t count);

/* The larger (with `high`) or smaller of each x and best. */
void attain_i_codes_best(const double *restrict x, int high,
                         double *restrict best, size_t count);

#endif
