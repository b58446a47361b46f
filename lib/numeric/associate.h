/* Association of two arrays. */
#ifndef ATTAIN_NUMERIC_ASSOCIATE_H
#define ATTAIN_NUMERIC_ASSOCIATE_H

#include "attain/numeric.h"
#include "numeric/check.h"
#include "numeric/sort.h"

/* Pairs that are both known, and room to work in. */
typedef struct attain_i_pairs {
    size_t count;
    double weight; /* Σw */
    int32_t fault; /* a sum is beyond the range */
    double *x;
    double *y;
    double *w;      /* NULL: all 1 */
    double *rank_x; /* count each */
    double *rank_y;
    attain_i_item *items; /* 2 · count */
} attain_i_pairs;

/* What came out. */
typedef struct attain_i_association {
    double value;
    double p;
    int32_t test;
    uint8_t reason;
} attain_i_association;

/* Kendall's τ-b of pairs and its p-value; p is exact for up to `exact` pairs
 * without ties. At least two pairs, neither x nor y all equal. */
void attain_i_kendall(attain_i_pairs *pairs, double exact,
                      attain_i_association *out);

/* --- Columns -------------------------------------------------------------- */

/* Doubles of room that `count` pairs need. */
size_t attain_i_pairs_room(size_t count);
/* Lays the arrays out in `room`. */
void attain_i_pairs_lay(attain_i_pairs *pairs, size_t count, int weighted,
                        double *room);
/* Takes the pairs with x, y and weight known; `use` (optional) is NaN where a
 * row is not to be used. */
void attain_i_pairs_take(attain_i_pairs *pairs, const double *x,
                         const double *y, const double *weights,
                         const double *use, size_t count);
/* Pearson's r of arrays of pairs, e.g. x and y, which become deviations; NaN
 * with a reason where there is none. */
double attain_i_pearson(attain_i_pairs *pairs, double *x, double *y,
                        uint8_t *reason);
/* One of enum attain_association; `parameters` are complete. */
attain_i_association attain_i_associate(attain_i_pairs *pairs, int32_t method,
                                        const double *parameters);

/* Sets use[row] to 1 where all columns are known, else NaN; returns how many
 * are. */
size_t attain_i_complete_rows(const double *values, size_t column_count,
                              size_t stride, size_t count, double *use);

#endif
