/* The loops over a block: comparing doubles with limits, small codes of them.
 * They touch only what they are given, so that they can be wide. */
#ifndef ATTAIN_EVALUATE_CODES_H
#define ATTAIN_EVALUATE_CODES_H

#include <stddef.h>
#include <stdint.h>

/* Attainments below this are 0 (rulings A32). */
#define ATTAIN_I_LEAST_ATTAINMENT 1e-12

/* Whether a period's value satisfies the target. */
enum attain_i_sat {
    ATTAIN_I_NO = 0,
    ATTAIN_I_YES = 1,
    ATTAIN_I_UNKNOWN = 2,
    ATTAIN_I_SKIPPED = 3 /* the period is not judged for the unit (A5) */
};

/* enum attain_i_sat: yes where low ≤ x ≤ high (with `open`: low < x < high),
 * else no; unknown for NaN. */
void attain_i_codes_inside(const double *restrict x, double low, double high,
                           int open, uint8_t *restrict out, size_t count);

/* `base` plus how many of two cut-offs and 0 lie above each pace; base + 4 for
 * NaN. Returns whether a pace is too near one of them for doubles. */
int attain_i_codes_below(const double *restrict paces, double first,
                         double second, uint8_t base, uint8_t *restrict out,
                         size_t count);

/* (x − b) / way, 0 below the least attainment, 1 above 1. */
void attain_i_codes_progress(const double *restrict x, double b, double way,
                             double *restrict out, size_t count);

/* The verdict that follows from one period alone: of enum attain_i_sat. */
void attain_i_codes_verdict(const uint8_t *restrict sat, uint8_t *restrict out,
                            size_t count);

/* Sets bit 0, 1 or 2 of `seen` for met, not met, unknown. */
void attain_i_codes_see(const uint8_t *restrict verdicts,
                        uint8_t *restrict seen, size_t count);

enum { ATTAIN_I_KEYS = 8 };

/* What a table has for each key, from 0 to 7: one comparison an entry is
 * quicker than one look an element. */
void attain_i_codes_look_up(const uint8_t *restrict keys,
                            const uint8_t table[ATTAIN_I_KEYS],
                            uint8_t *restrict out, size_t count);

#endif
