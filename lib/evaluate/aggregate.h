/* Bringing children together (method §6): the same for the children of a goal,
 * the periods of a yearly rule, and the units of a whole. */
#ifndef ATTAIN_EVALUATE_AGGREGATE_H
#define ATTAIN_EVALUATE_AGGREGATE_H

#include <stddef.h>
#include <stdint.h>

/* Children over a block of rows: [child] → a column of `count` numbers each.
 * `low` is NaN where the child takes no part in a row; `attainment` is NaN
 * where it is unknown. */
typedef struct attain_i_children {
    const double *const *attainment;
    const double *const *low;
    const double *const *high;
    const double *const *share;
    const double *weights; /* one a child, > 0 */
    double least; /* no attainment is above 1, no weight · attainment but 0 is
                     below; 0: not known */
    size_t children;
    size_t count;
} attain_i_children;

/* Scratch numbers that attain_i_combine() needs. */
size_t attain_i_combine_scratch(size_t children);

/* Combines into four columns; `low` NULL: attainment alone. `how` is enum
 * attain_aggregate, `missing` enum attain_missing. Rows where no child takes
 * part are NaN in all four. */
void attain_i_combine(int32_t how, int32_t missing,
                      const attain_i_children *set, double *attainment,
                      double *low, double *high, double *share,
                      double *scratch);

/* One aggregate of n ≥ 1 numbers with weights > 0. `scratch` has n and
 * attain_i_scratch_size(n). */
double attain_i_aggregate(int32_t how, const double *values,
                          const double *weights, size_t count, double *scratch);

#endif
