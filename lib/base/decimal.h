/* Doubles as the decimals they were written as. */
#ifndef ATTAIN_BASE_DECIMAL_H
#define ATTAIN_BASE_DECIMAL_H

#include "attain/base.h"

/* The shortest decimal that reads back as a finite double: ± digits · 10^
 * exponent, digits < 10^17 without trailing zeros; 0 is 0 · 10^0. */
typedef struct attain_i_decimal {
    uint64_t digits;
    int32_t exponent;
    int32_t negative;
} attain_i_decimal;

void attain_i_decimal_of(double value, attain_i_decimal *out);
/* How many digits it has (0 has 1). */
int attain_i_decimal_digits(const attain_i_decimal *decimal);
/* The double nearest to ± digits · 10^exponent, ties to even; ±infinity
 * beyond the range. */
double attain_i_decimal_value(const attain_i_decimal *decimal);

/* Parses a decimal number (the grammar of attain_number_parse()) in one scan,
 * with a fast way for short ones. Returns the number of bytes taken, 0 if there
 * is no number at the start. `*range` (not NULL): 0, or 1 too large, −1 too
 * small. */
size_t attain_i_number_scan(const char *text, size_t length, double *out,
                            int *range);
/* Writes as attain_number_format() does, into ≥ 32 bytes; returns the length.
 */
size_t attain_i_number_write(double value, char *out);

/* `value` rounded to 12 significant digits, half to even. Finite or NaN. */
double attain_i_round12(double value);
/* −1, 0, 1: a against b after attain_i_round12() of both, but a difference
 * below 1e-12 of `scale` (the largest term that made a or b; 0: none) is 0. */
int attain_i_compare12(double a, double b, double scale);
/* How many parts of the last place an interval of rounding makes: 1, 2 or 5 for
 * 1, 0.5 and 0.2; 0 for any other number. */
int attain_i_parts_of(double interval);
/* `value` as a decimal, rounded once to 1/parts of the last of `decimals`
 * (−15…15), half to even; parts 1, 2 or 5 (GB/T 8170: in ones, halves or fifths
 * of the last place). */
double attain_i_round_decimals(double value, int decimals, int parts);

/* a + b and a − b as doubles nearest to the decimal result where a and b are
 * decimals of at most 12 digits counted from the first of the larger one;
 * otherwise the double result. A sum that is 0 in its first 12 digits is 0. */
double attain_i_decimal_add(double a, double b);
double attain_i_decimal_subtract(double a, double b);

#endif
