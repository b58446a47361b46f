/**
 * @file numeric/normalise.h
 * Columns of different units onto one scale, each against itself, a reference
 * or given posts.
 *
 * Direction is handled in one way by all methods: where a low value is good,
 * the method sees −v in place of v, and so do posts, targets, thresholds and
 * references, which are always given in the unit of the values. A high score
 * is good in the end. The one exception is fraction_of_maximum, whose scale is
 * a ratio: it turns v/max into min/v.
 */
#ifndef ATTAIN_NUMERIC_NORMALISE_H
#define ATTAIN_NUMERIC_NORMALISE_H

#include "method.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Methods of ATTAIN_METHOD_NORMALISATION. `v` a value, turned as said above,
 *  min, max, M, S the least, the largest, the mean and the deviation of the
 *  reference (of the column itself where there is none), n known values. */
enum attain_normalisation {
    /** low + (high − low)(v − min)/(max − min); parameters low 0, high 1. */
    ATTAIN_NORMALISATION_MINMAX = 0,
    /** scale · (v − low)/(high − low), kept in 0…scale where clamp is 1;
     *  parameters low, high, scale 1, clamp 1. Where a low value is good,
     *  scale · (high − v)/(high − low): low is below high in any case. */
    ATTAIN_NORMALISATION_GOALPOSTS = 1,
    /** Goalposts that do not clamp; parameters low 0, high 100, scale 100. */
    ATTAIN_NORMALISATION_SCALED = 2,
    /** mean + sd · (v − M)/S, S² = Σ(v − M)²/n; parameters mean 0, sd 1. */
    ATTAIN_NORMALISATION_ZSCORE_POPULATION = 3,
    /** The same with S² = Σ(v − M)²/(n − 1). */
    ATTAIN_NORMALISATION_ZSCORE_SAMPLE = 4,
    /** (worse + ties · equal)/(n − 1), the share of the others that are worse,
     *  of those that tie a part; parameter ties 0.5: 0 takes the lowest rank of
     *  a tie, 1 the highest. */
    ATTAIN_NORMALISATION_PERCENTILE_RANK = 5,
    /** 1 + worse + ties · equal, so n is best; parameter ties 0. */
    ATTAIN_NORMALISATION_RANK = 6,
    /** worse + ties · equal; parameter ties 0. */
    ATTAIN_NORMALISATION_BORDA = 7,
    /** 1 − (r − v)/(r − min), r the value of one unit; parameters unit (its
     *  index), cap 0 (1: not above 1). */
    ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE = 8,
    /** 1 − (max − v)/(max − min). */
    ATTAIN_NORMALISATION_DISTANCE_TO_MAXIMUM = 9,
    /** (v − min)/(target − min); parameters target, cap 0 (1: not above 1). No
     *  value where the target is not above min: all have passed it. */
    ATTAIN_NORMALISATION_DISTANCE_TO_TARGET = 10,
    /** v/max; min/v where a low value is good. */
    ATTAIN_NORMALISATION_FRACTION_OF_MAXIMUM = 11,
    /** How many of the quantiles (type 7) at p1 … p8 are at or below v;
     *  parameters p1 (needed), p2 … p8, ascending; 1 or more: no such one. */
    ATTAIN_NORMALISATION_CATEGORY_BY_QUANTILE = 12,
    /** How many of the thresholds t1 … t8 are at or below v; parameters t1
     *  (needed), t2 … t8, ascending; infinity: no such one. Where a low value
     *  is good, how many are at or above it. */
    ATTAIN_NORMALISATION_CATEGORY_BY_THRESHOLD = 13
};

/**
 * Normalises columns. NaN stays NaN (ATTAIN_REASON_MISSING). A column that is
 * all equal has no value (ATTAIN_REASON_CONSTANT) where the formula divides by
 * its spread; one value has none (ATTAIN_REASON_TOO_FEW) where it divides by
 * n − 1. v/max needs max > 0, min/v all v > 0 (ATTAIN_REASON_NOT_POSITIVE).
 * Ranks tie in 12 significant digits. Linear in the values, but for ranks and
 * quantiles, which sort.
 *
 * @param method     enum attain_normalisation
 * @param parameters [in] borrowed for the call, parameter_count elements: of
 *                   the method, for all columns; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values     [in] borrowed for the call, column_count · stride elements:
 *                   column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride     elements from one column's begin to the next one's, at
 *                   least `count`
 * @param count      elements of a column
 * @param reference  [in] borrowed for the call, column_count · reference_stride
 *                   elements: what min, max, M, S and quantiles are taken of,
 *                   e.g. all years of a panel; column c begins at reference[c ·
 *                   reference_stride]; NULL: the column itself. Ranks have none
 * @param reference_stride elements from one reference column to the next
 * @param reference_count  elements of a reference column
 * @param descending [in] borrowed for the call, column_count elements: 1: a low
 *                   value is good, 0: a high one is; NULL: 0
 * @param out        [out] owned by caller, column_count · stride elements:
 *                   scores, as `values` lie; may be `values`
 * @param reasons    [out] owned by caller, optional, column_count · stride
 *                   elements: enum attain_reason, as `values` lie
 * @param err        [out] owned by caller, optional; `row` is the element
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite, a
 *         parameter out of its range or order, a sum beyond the range of a
 *         double), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_normalise(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    const double *reference, size_t reference_stride, size_t reference_count,
    const int32_t *descending, double *out, uint8_t *reasons,
    attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
