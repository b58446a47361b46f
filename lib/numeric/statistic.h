/* The table of statistics: an array, or one group of it, to a number. */
#ifndef ATTAIN_NUMERIC_STATISTIC_TABLE_H
#define ATTAIN_NUMERIC_STATISTIC_TABLE_H

#include "numeric/method.h"
#include "numeric/sample.h"

/* Computes a statistic of a surveyed sample. `parameters` are complete. NaN: no
 * value, with `reason` where it is more than that elements are missing, too few
 * or without weight. */
typedef double attain_i_statistic_function(attain_i_sample *sample,
                                           const double *parameters,
                                           uint8_t *reason);

enum attain_i_statistic_need {
    ATTAIN_I_WITHOUT_SUMS = 1, /* also where sums are beyond the range */
    ATTAIN_I_SORTS = 2         /* needs sample.items */
};

typedef struct attain_i_statistic_row {
    attain_i_method method;
    attain_i_statistic_function *compute;
    int32_t needs; /* bits of enum attain_i_statistic_need */
} attain_i_statistic_row;

/* Σw(v − M)² over `divisor`; NaN unless that and W are above 0. */
double attain_i_sample_variance(attain_i_sample *sample, double divisor);

/* False for what is known even where sums are beyond the range. */
int attain_i_needs_sums(int32_t statistic);

/* True for what needs room to sort in. */
int attain_i_needs_items(int32_t statistic);

/* A statistic of a surveyed sample; NaN: no value, for `reason`, or beyond the
 * range, which sets `fault`. */
double attain_i_sample_statistic(attain_i_sample *sample, int32_t statistic,
                                 const double *parameters, uint8_t *reason);

#endif
