/* Exact sums, rounded once, and the statistics over them, for callers that
 * bring their own scratch. Values are finite or NaN; NaN is left out. */
#ifndef ATTAIN_NUMERIC_SUM_H
#define ATTAIN_NUMERIC_SUM_H

#include "attain/numeric.h"

/* The double nearest to the exact sum, ties to even: the same bits in any
 * order. 0 of nothing, and never −0; NaN when it is beyond a double. */
double attain_i_sum(const double *values, size_t count);

/* Doubles of scratch that the two functions below need for `count` values. */
size_t attain_i_scratch_size(size_t count);

/* One of enum attain_statistic; weights ≥ 0, or NULL for 1 each; NaN where
 * there is no value. `scratch` has attain_i_scratch_size(count) doubles. */
double attain_i_statistic(int32_t statistic, const double *values,
                          const double *weights, size_t count, double *scratch);

/* sqrt(Σ (w/W)·(v − mean)²) / mean, each term in doubles in this order, their
 * sum exact; weights NULL: (v − mean)², summed, over n. The mean is the
 * caller's: for a ratio ΣN/ΣD it is not the mean of rounded products. NaN
 * unless mean > 0 and W > 0. */
double attain_i_cv(const double *values, const double *weights, size_t count,
                   double mean, double *scratch);

#endif
