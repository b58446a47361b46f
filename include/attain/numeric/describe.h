/**
 * @file numeric/describe.h
 * Describing columns: quantiles and ranks. What numeric.h says of missing
 * elements, infinity and sums holds; the shape of all functions is that of
 * method.h.
 */
#ifndef ATTAIN_NUMERIC_DESCRIBE_H
#define ATTAIN_NUMERIC_DESCRIBE_H

#include "method.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Quantiles ---------------------------------------------------------- */

/** Methods of ATTAIN_METHOD_QUANTILE: the types of Hyndman and Fan (1996).
 *  x_k is the k-th least value, n their number; with weights (frequencies) n =
 *  W and x_k is the first value whose cumulative weight reaches k, as if each
 *  value stood there as often as its weight says. Positions are whole numbers
 *  where they are so in 12 significant digits of n. */
enum attain_quantile_type {
    /** x_⌈np⌉, the inverse of the distribution function. */
    ATTAIN_QUANTILE_TYPE_1 = 0,
    /** The same; where np is a whole number, the mean of x_np and the next. */
    ATTAIN_QUANTILE_TYPE_2 = 1,
    /** x_k, k nearest to np, the even one of two. */
    ATTAIN_QUANTILE_TYPE_3 = 2,
    /** On the line through x_k at position np = k. */
    ATTAIN_QUANTILE_TYPE_4 = 3,
    /** Position np + 1/2. */
    ATTAIN_QUANTILE_TYPE_5 = 4,
    /** Position (n + 1)p. */
    ATTAIN_QUANTILE_TYPE_6 = 5,
    /** Position (n − 1)p + 1; the usual one. */
    ATTAIN_QUANTILE_TYPE_7 = 6,
    /** Position (n + 1/3)p + 1/3. */
    ATTAIN_QUANTILE_TYPE_8 = 7,
    /** Position (n + 1/4)p + 3/8. */
    ATTAIN_QUANTILE_TYPE_9 = 8,
    /** Position (n + 1 − α − β)p + α, parameters alpha and beta (0.4). */
    ATTAIN_QUANTILE_PLOTTING = 9
};

/**
 * Computes quantiles of an array. Of one value, or of values that are all
 * equal, every quantile is that value. Elements with weight 0 do not count.
 * Types 4 to 9 and plotting have no value where W ≤ 1
 * (ATTAIN_REASON_TOO_FEW): weights that add up to 1 are no frequencies.
 *
 * @param method        enum attain_quantile_type
 * @param parameters    [in] borrowed for the call: of the method; NULL, and
 *                      NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values        [in] borrowed for the call
 * @param weights       [in] borrowed for the call, ≥ 0; NULL: all 1
 * @param count         number of values
 * @param probabilities [in] borrowed for the call, 0…1
 * @param probability_count number of probabilities
 * @param out           [out] owned by caller: one for each probability
 * @param reasons       [out] owned by caller, optional: enum attain_reason
 * @param err           [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_quantiles(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, const double *weights, size_t count,
    const double *probabilities, size_t probability_count, double *out,
    uint8_t *reasons, attain_error *err);

/* --- Ranks -------------------------------------------------------------- */

/** Methods of ATTAIN_METHOD_RANK: what values get that tie. Values tie that are
 *  equal in 12 significant digits. */
enum attain_rank_ties {
    /** The best of the ranks that they take up: 1 2 2 4. */
    ATTAIN_RANK_MIN = 0,
    /** The worst of them: 1 3 3 4. */
    ATTAIN_RANK_MAX = 1,
    /** Their mean: 1 2.5 2.5 4. */
    ATTAIN_RANK_AVERAGE = 2,
    /** One rank, and the next values the next one: 1 2 2 3. */
    ATTAIN_RANK_DENSE = 3,
    /** One each, the earlier element the better one: 1 2 3 4. */
    ATTAIN_RANK_ORDINAL = 4
};

/**
 * Ranks the elements of each column: 1 is best. NaN has no rank
 * (ATTAIN_REASON_MISSING).
 *
 * @param method       enum attain_rank_ties
 * @param parameters   [in] borrowed for the call; NULL: no method has one
 * @param parameter_count numbers in `parameters`
 * @param values       [in] borrowed for the call: column c begins at
 *                     values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param count        elements of a column
 * @param descending   [in] borrowed for the call, column_count elements: 1: a
 *                     low value is good, 0: a high one is; NULL: 0
 * @param out          [out] owned by caller: the ranks, as `values` lie
 * @param reasons      [out] owned by caller, optional: enum attain_reason, as
 *                     `values` lie
 * @param err          [out] owned by caller, optional; `row` is the element
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_ranks(int32_t method, const double *parameters,
                                      size_t parameter_count,
                                      const double *values, size_t column_count,
                                      size_t stride, size_t count,
                                      const int32_t *descending, double *out,
                                      uint8_t *reasons, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
