/**
 * @file numeric/weight.h
 * Weights of columns: given by people, or found in the data. The weights of a
 * call add up to 1.
 *
 * A method that goes by the spread of a column gives a column without one the
 * weight 0; when no column has any, there are no weights
 * (ATTAIN_REASON_CONSTANT). A column without a value has no weight, and then
 * the others have none either (ATTAIN_REASON_MISSING), for they share one
 * whole.
 */
#ifndef ATTAIN_NUMERIC_WEIGHT_H
#define ATTAIN_NUMERIC_WEIGHT_H

#include "method.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Methods of ATTAIN_METHOD_WEIGHTING. n columns, m rows, x a value, w a
 *  weight before all are divided by their sum. */
enum attain_weighting {
    /** 1/n; looks at no values. */
    ATTAIN_WEIGHTING_EQUAL = 0,
    /** The one row of the matrix. */
    ATTAIN_WEIGHTING_GIVEN = 1,
    /** Mean over experts (rows) of what each gave to a column, divided by what
     *  this expert gave in all. An expert with a blank, or who gave nothing,
     *  is left out. See attain_allocation_agreement(). */
    ATTAIN_WEIGHTING_BUDGET_ALLOCATION = 2,
    /** Analytic hierarchy process: the principal eigenvector of the matrix of
     *  pairwise comparisons, row against column, by powers of the matrix until
     *  no weight changes by more than 2^-50, at most 10000 times
     *  (ATTAIN_REASON_NO_CONVERGENCE). Parameter tolerance 0.05: how far
     *  a_ij · a_ji may be from 1. See attain_pairwise_consistency(). */
    ATTAIN_WEIGHTING_AHP_EIGENVECTOR = 3,
    /** Row means of the comparisons divided by their column's sum; parameter
     *  tolerance. */
    ATTAIN_WEIGHTING_AHP_COLUMN_MEAN = 4,
    /** Geometric means of the rows; parameter tolerance. */
    ATTAIN_WEIGHTING_AHP_GEOMETRIC_MEAN = 5,
    /** w = 1 − H, H = −Σ p ln p/ln m, p = x/Σx, 0 ln 0 = 0, m the known values
     *  of the column. All x ≥ 0. */
    ATTAIN_WEIGHTING_ENTROPY = 6,
    /** The same of the column on 0…1 (min-max, turned where low is good). */
    ATTAIN_WEIGHTING_ENTROPY_MINMAX = 7,
    /** w_j = s_j Σ_k(1 − r_jk): s the population deviation of the column on
     *  0…1, r Pearson's correlation of columns that are turned where low is
     *  good, over rows with both; 0 with a constant column. */
    ATTAIN_WEIGHTING_CRITIC = 8,
    /** w_j = Σ_i|S_i(without j) − S_i|, S_i = ln(1 + Σ_j|ln n_ij|/n), n_ij =
     *  min/x, or x/max where low is good; without j still divided by n. All
     *  x > 0; rows with a blank are left out. */
    ATTAIN_WEIGHTING_MEREC = 9,
    /** Squared loadings on the first principal component of the correlations,
     *  over rows without a blank. No value (ATTAIN_REASON_UNDEFINED) when the
     *  two largest eigenvalues agree to 1e-9. */
    ATTAIN_WEIGHTING_FIRST_COMPONENT = 10,
    /** The same over all components whose eigenvalue reaches the parameter
     *  `least` (1), each by its share of their variance, without rotation. The
     *  first always counts. */
    ATTAIN_WEIGHTING_PRINCIPAL_COMPONENTS = 11,
    /** Gini coefficient; all x ≥ 0. */
    ATTAIN_WEIGHTING_GINI = 12,
    /** Population deviation of the values as they are. */
    ATTAIN_WEIGHTING_STANDARD_DEVIATION = 13,
    /** Population deviation over the mean, which has to be above 0
     *  (ATTAIN_REASON_NOT_POSITIVE). */
    ATTAIN_WEIGHTING_COEFFICIENT_OF_VARIATION = 14
};

/**
 * Weights columns. NaN in `values` is left out as each method says; a pairwise
 * comparison must not be NaN. Linear in the values, n² times so for CRITIC and
 * components.
 *
 * @param method     enum attain_weighting
 * @param parameters [in] borrowed for the call, parameter_count elements: of
 *                   the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values     [in] borrowed for the call, column_count · stride elements:
 *                   the matrix, column c at values[c · stride]; NULL for equal
 *                   weights
 * @param column_count number of columns
 * @param stride     elements from one column's begin to the next one's
 * @param count      rows: units, experts, or as many as columns for AHP
 * @param descending [in] borrowed for the call, column_count elements: 1: a low
 *                   value is good, 0: a high one is; NULL: 0. Only
 *                   entropy_minmax, CRITIC and MEREC ask for it
 * @param weights    [out] owned by caller, column_count elements: 0…1; NaN: no
 *                   value
 * @param reasons    [out] owned by caller, optional, column_count elements:
 *                   enum attain_reason
 * @param err        [out] owned by caller, optional; `row` is the column
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite, below
 *         what the method allows, comparisons that are not each other's
 *         reciprocals), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_weigh(int32_t method, const double *parameters,
                                      size_t parameter_count,
                                      const double *values, size_t column_count,
                                      size_t stride, size_t count,
                                      const int32_t *descending,
                                      double *weights, uint8_t *reasons,
                                      attain_error *err);

/**
 * How consistent pairwise comparisons are (Saaty 1980): λ = Σ(Aw)_i/w_i/n, CI =
 * (λ − n)/(n − 1), CR = CI/random_index. 0 for n below 3, where nothing can
 * contradict. A CR of 0.10 or more is usually taken as a call to revise.
 *
 * @param values       [in] borrowed for the call, count · stride elements: a_ij
 *                     at values[j · stride + i], > 0
 * @param count        n
 * @param stride       elements from one column's begin to the next one's
 * @param weights      [in] borrowed for the call, count elements, > 0: by any
 *                     method
 * @param random_index mean CI of random matrices of this size; NaN, or not
 *                     above 0: no CR. Published tables differ, so it is given
 * @param lambda       [out] owned by caller, optional
 * @param index        [out] owned by caller, optional: CI
 * @param ratio        [out] owned by caller, optional: CR; NaN: no value
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_pairwise_consistency(
    const double *values, size_t count, size_t stride, const double *weights,
    double random_index, double *lambda, double *index, double *ratio,
    attain_error *err);

/**
 * How far experts agree on the order of columns: Kendall's W, with the
 * correction for ties: 12 S/(k²(n³ − n) − k ΣT), S the squared deviations of
 * the columns' rank sums, T = Σ(t³ − t) over an expert's ties, k experts. Ranks
 * tie in 12 significant digits. Experts with a blank are left out.
 *
 * @param values       [in] borrowed for the call, column_count · stride
 *                     elements: the allocations, column c at values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param count        experts
 * @param out          [out] owned by caller: 0…1; NaN: no value
 * @param reason       [out] owned by caller, optional: enum attain_reason
 *                     (fewer than two experts or columns, all tied)
 * @param err          [out] owned by caller, optional; `row` is the column
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_allocation_agreement(
    const double *values, size_t column_count, size_t stride, size_t count,
    double *out, uint8_t *reason, attain_error *err);

/**
 * What each node of a forest weighs in the whole: its share among its siblings
 * times its parent's weight in the whole. Those of the leaves add up to 1.
 *
 * @param parents [in] borrowed for the call, count elements: index of the
 *                parent; any negative number: a root
 * @param weights [in] borrowed for the call, count elements, ≥ 0
 * @param count   number of nodes
 * @param out     [out] owned by caller, count elements: the weights in the
 *                whole; NaN below siblings that all weigh 0
 * @param reasons [out] owned by caller, optional, count elements: enum
 *                attain_reason
 * @param err     [out] owned by caller, optional; `row` is the node
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (a weight that is
 *         negative, infinite or NaN; a parent that does not exist or is below
 *         its child), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_effective_weights(const int32_t *parents,
                                                  const double *weights,
                                                  size_t count, double *out,
                                                  uint8_t *reasons,
                                                  attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
