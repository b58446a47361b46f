/**
 * @file numeric/describe.h
 * Describing columns: quantiles, ranks, association, reliability, principal
 * components, analysis of variance. What numeric.h says of missing elements,
 * infinity and sums holds; the shape of functions is that of method.h.
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
 * @param parameters    [in] borrowed for the call, parameter_count elements: of
 *                      the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values        [in] borrowed for the call, count elements
 * @param weights       [in] borrowed for the call, count elements, ≥ 0; NULL:
 *                      all 1
 * @param count         number of values
 * @param probabilities [in] borrowed for the call, probability_count elements,
 *                      0…1
 * @param probability_count number of probabilities
 * @param out           [out] owned by caller, probability_count elements: one
 *                      for each probability
 * @param reasons       [out] owned by caller, optional, probability_count
 *                      elements: enum attain_reason
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
 * @param parameters   [in] borrowed for the call, parameter_count elements;
 *                     NULL: no method has one
 * @param parameter_count numbers in `parameters`
 * @param values       [in] borrowed for the call, column_count · stride
 *                     elements: column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param count        elements of a column
 * @param descending   [in] borrowed for the call, column_count elements: 1: a
 *                     low value is good, 0: a high one is; NULL: 0
 * @param out          [out] owned by caller, column_count · stride elements:
 *                     the ranks, as `values` lie
 * @param reasons      [out] owned by caller, optional, column_count · stride
 *                     elements: enum attain_reason, as `values` lie
 * @param err          [out] owned by caller, optional; `row` is the element
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_ranks(int32_t method, const double *parameters,
                                      size_t parameter_count,
                                      const double *values, size_t column_count,
                                      size_t stride, size_t count,
                                      const int32_t *descending, double *out,
                                      uint8_t *reasons, attain_error *err);

/* --- Association -------------------------------------------------------- */

/** Methods of ATTAIN_METHOD_ASSOCIATION, of pairs (x, y) that are both known.
 *  Weights are frequencies, W their sum. */
enum attain_association {
    /** r = Σw(x − X)(y − Y)/√(Σw(x − X)² Σw(y − Y)²). */
    ATTAIN_ASSOCIATION_PEARSON = 0,
    /** Pearson's r of the average ranks; ties in 12 digits. Unweighted. */
    ATTAIN_ASSOCIATION_SPEARMAN = 1,
    /** Kendall's τ-b = (C − D)/√((n0 − n1)(n0 − n2)), C and D concordant and
     *  discordant pairs, n0 all pairs, n1 and n2 those that tie in x and in y;
     *  parameter exact 50: up to how many pairs without ties p is exact.
     *  Unweighted. */
    ATTAIN_ASSOCIATION_KENDALL = 2,
    /** Σw(x − X)(y − Y)/W. */
    ATTAIN_ASSOCIATION_COVARIANCE_POPULATION = 3,
    /** Σw(x − X)(y − Y)/(W − 1). */
    ATTAIN_ASSOCIATION_COVARIANCE_SAMPLE = 4
};

/** What a p-value is of; all are two-sided, against no association. */
enum attain_association_test {
    /** None is given. */
    ATTAIN_ASSOCIATION_TEST_NONE = 0,
    /** r √((n − 2)/(1 − r²)) is Student's t with n − 2 degrees of freedom. */
    ATTAIN_ASSOCIATION_TEST_STUDENT = 1,
    /** All orders of y are as likely (Kendall 1938). */
    ATTAIN_ASSOCIATION_TEST_EXACT = 2,
    /** C − D is normal, its variance corrected for ties (Kendall 1970),
     *  without correction for continuity. */
    ATTAIN_ASSOCIATION_TEST_NORMAL = 3
};

/** Which rows a pair of columns uses. */
enum attain_complete_rows {
    /** Those in which both columns are known. */
    ATTAIN_COMPLETE_PAIRWISE = 0,
    /** Those in which all columns are known. */
    ATTAIN_COMPLETE_LISTWISE = 1
};

/**
 * Measures how far two arrays go together. No value where one of them is all
 * equal (ATTAIN_REASON_CONSTANT; covariance 0), nor of fewer than two pairs
 * (ATTAIN_REASON_TOO_FEW). p has no value with weights, for covariances, and
 * for r of two pairs.
 *
 * @param method     enum attain_association
 * @param parameters [in] borrowed for the call, parameter_count elements: of
 *                   the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param x          [in] borrowed for the call, count elements
 * @param y          [in] borrowed for the call, count elements
 * @param weights    [in] borrowed for the call, count elements, ≥ 0; NULL: all
 *                   1
 * @param count      number of pairs
 * @param out        [out] owned by caller
 * @param p          [out] owned by caller, optional: the p-value; NaN: none
 * @param test       [out] owned by caller, optional: enum
 *                   attain_association_test
 * @param reason     [out] owned by caller, optional: enum attain_reason of
 *                   `out`
 * @param err        [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_association_of(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *x, const double *y, const double *weights, size_t count,
    double *out, double *p, int32_t *test, uint8_t *reason, attain_error *err);

/**
 * Measures how far each column goes with each: attain_association_of() of all
 * pairs.
 *
 * @param method       enum attain_association
 * @param parameters   [in] borrowed for the call, parameter_count elements: of
 *                     the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values       [in] borrowed for the call, column_count · stride
 *                     elements: column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param weights      [in] borrowed for the call, count elements, ≥ 0; NULL:
 *                     all 1
 * @param count        elements of a column
 * @param complete     enum attain_complete_rows
 * @param out          [out] owned by caller, column_count · column_count
 *                     elements: [column][column], symmetric
 * @param p            [out] owned by caller, optional, column_count ·
 *                     column_count elements: [column][column], NaN on the
 *                     diagonal
 * @param reasons      [out] owned by caller, optional, column_count ·
 *                     column_count elements: [column][column]
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_associations(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride,
    const double *weights, size_t count, int32_t complete, double *out,
    double *p, uint8_t *reasons, attain_error *err);

/* --- Reliability -------------------------------------------------------- */

/** Methods of ATTAIN_METHOD_RELIABILITY, of k columns that measure one thing.
 */
enum attain_reliability {
    /** Cronbach's α = k/(k − 1) · (1 − Σ s²_j/s²), s² the variance of the
     *  sums of rows. */
    ATTAIN_RELIABILITY_ALPHA = 0,
    /** Of standardised columns: k r/(1 + (k − 1)r), r the mean correlation of
     *  two columns. */
    ATTAIN_RELIABILITY_ALPHA_STANDARDISED = 1
};

/**
 * Measures how far columns agree, over rows in which all are known. No value
 * for fewer than two columns or rows (ATTAIN_REASON_TOO_FEW), where the sums
 * of rows, or a column that is standardised, are all equal
 * (ATTAIN_REASON_CONSTANT).
 *
 * @param method       enum attain_reliability
 * @param parameters   [in] borrowed for the call, parameter_count elements;
 *                     NULL: no method has one
 * @param parameter_count numbers in `parameters`
 * @param values       [in] borrowed for the call, column_count · stride
 *                     elements: column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param count        elements of a column
 * @param out          [out] owned by caller
 * @param dropped      [out] owned by caller, optional, column_count elements:
 *                     [column], what it would be without that column
 * @param used         [out] owned by caller, optional: rows in which all
 *                     columns are known
 * @param reasons      [out] owned by caller, optional: of `out`, then of
 *                     `dropped`: column_count + 1 elements
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_reliability_of(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    double *out, double *dropped, size_t *used, uint8_t *reasons,
    attain_error *err);

/* --- Principal components ----------------------------------------------- */

/** Methods of ATTAIN_METHOD_COMPONENTS: whose eigenvectors they are. */
enum attain_components {
    /** The correlation matrix: columns are standardised with n − 1. */
    ATTAIN_COMPONENTS_CORRELATION = 0,
    /** The sample covariance matrix: columns are centred. */
    ATTAIN_COMPONENTS_COVARIANCE = 1
};

/**
 * Finds principal components, over rows in which all columns are known, the
 * largest eigenvalue first. Of each vector the largest element in size (the
 * first of those that are so in 12 digits) is positive. No values for fewer
 * than two rows (ATTAIN_REASON_TOO_FEW), nor where a column is all equal
 * (ATTAIN_REASON_CONSTANT; for covariance where all are).
 *
 * @param method       enum attain_components; parameter scaled: 1: vectors are
 *                     times the root of their eigenvalue, 0: of length 1
 * @param parameters   [in] borrowed for the call, parameter_count elements: of
 *                     the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values       [in] borrowed for the call, column_count · stride
 *                     elements: column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param count        elements of a column
 * @param eigenvalues  [out] owned by caller, column_count elements:
 *                     [component], column_count of them
 * @param shares       [out] owned by caller, optional, column_count elements:
 *                     [component], of the sum of eigenvalues
 * @param vectors      [out] owned by caller, optional, column_count ·
 *                     column_count elements: [component][column]
 * @param scores       [out] owned by caller, optional, column_count · count
 *                     elements: component k at scores[k · count]: the
 *                     standardised or centred row times the vector of length 1;
 *                     NaN where a column is missing
 * @param reason       [out] owned by caller, optional: enum attain_reason
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_components_of(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    double *eigenvalues, double *shares, double *vectors, double *scores,
    uint8_t *reason, attain_error *err);

/* --- Analysis of variance ----------------------------------------------- */

/** One-way analysis of variance: N values in k groups. */
typedef struct attain_anova {
    /** sizeof(attain_anova), set by the init function. */
    size_t struct_size;
    /** N. */
    size_t count;
    /** k, the groups that have a value. */
    size_t group_count;
    /** Σ n_g (M_g − M)². */
    double between;
    /** ΣΣ (v − M_g)². */
    double within;
    /** F = (between/(k − 1))/(within/(N − k)). */
    double f;
    /** P(F or more) where all groups have one mean. Relative error below
     *  1e-11. */
    double p;
    /** between/(between + within). */
    double r_squared;
    /** √(within/(N − k)). */
    double residual_sd;
    /** Why f and p have no value: enum attain_reason. */
    int32_t reason;
    /** Always 0. */
    int32_t reserved;
} attain_anova;

/** Sets defaults. @param anova [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_anova_init(attain_anova *anova);

/**
 * Splits the variance of values into that between and that within groups. f
 * and p have no value for fewer than two groups or N ≤ k
 * (ATTAIN_REASON_TOO_FEW), nor without variance within groups
 * (ATTAIN_REASON_CONSTANT).
 *
 * @param values      [in] borrowed for the call, count elements
 * @param codes       [in] borrowed for the call, count elements: group of each
 *                    element, 0 … group_count − 1; any negative number: in no
 *                    group
 * @param count       number of values
 * @param group_count number of groups
 * @param out         [out] owned by caller, `struct_size` set by its init
 *                    function
 * @param err         [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_VALUE,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_anova_one_way(const double *values,
                                              const int32_t *codes,
                                              size_t count, size_t group_count,
                                              attain_anova *out,
                                              attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
