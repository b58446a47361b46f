/**
 * @file numeric/aggregate.h
 * Many columns to one score for each unit.
 */
#ifndef ATTAIN_NUMERIC_AGGREGATE_H
#define ATTAIN_NUMERIC_AGGREGATE_H

#include "method.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Methods of ATTAIN_METHOD_AGGREGATION. Over the columns of a unit with w > 0:
 *  v value, w weight, W = Σw, n columns; M = Σwv/W, S² = Σw(v − M)²/W. t is a
 *  value on a column's scale, turned where low is good, and d the distance from
 *  the best. */
enum attain_aggregation {
    /** Σwv/W. */
    ATTAIN_AGGREGATION_ARITHMETIC = 0,
    /** exp(Σw ln(v + shift)/W) − shift; parameters nonpositive 0, shift 0. A
     *  v + shift that is not above 0: with nonpositive 0 the mean of v + shift
     *  is 0, with 1 there is no value (ATTAIN_REASON_NOT_POSITIVE). */
    ATTAIN_AGGREGATION_GEOMETRIC = 1,
    /** W/Σ(w/(v + shift)) − shift; parameters as geometric. */
    ATTAIN_AGGREGATION_HARMONIC = 2,
    /** (Σw(v + shift)^p/W)^(1/p) − shift, geometric for p = 0; parameters p,
     *  nonpositive 0, shift 0. Where p > 0, v + shift may be 0. */
    ATTAIN_AGGREGATION_POWER = 3,
    /** First v whose cumulative w exceeds W/2; at W/2 the mean of it and the
     *  next. */
    ATTAIN_AGGREGATION_MEDIAN = 4,
    /** Smallest v. */
    ATTAIN_AGGREGATION_MIN = 5,
    /** Largest v. */
    ATTAIN_AGGREGATION_MAX = 6,
    /** Ordered weighted average (Yager 1988): Σw_k v_(k)/W, v_(1) the largest;
     *  weights belong to places. */
    ATTAIN_AGGREGATION_OWA = 7,
    /** Mean of the j largest v; parameter j. Without weights. */
    ATTAIN_AGGREGATION_LARGEST = 8,
    /** Mean of the j smallest v; parameter j. Without weights. */
    ATTAIN_AGGREGATION_SMALLEST = 9,
    /** Mazziotta–Pareto: M + sign · S²/M of t = 100 + 10 (v − mean)/sd,
     *  population forms over units and over columns; parameter sign −1 (+1
     *  where a high index is bad). A constant column is left out. */
    ATTAIN_AGGREGATION_MAZZIOTTA_PARETO = 10,
    /** The adjusted one: of t = 70 + 60 (v − low)/(high − low); `bounds` are
     *  the goalposts; parameter sign −1. */
    ATTAIN_AGGREGATION_ADJUSTED_MAZZIOTTA_PARETO = 11,
    /** Mean–min (Tarabusi and Guarini 2013): M − a(√((M − min)² + b²) − b);
     *  parameters a 1, b 0. */
    ATTAIN_AGGREGATION_MEAN_MIN = 12,
    /** TOPSIS: D⁻/(D⁺ + D⁻), Euclidean distances of w v/√Σv² from the worst
     *  and the best of each column. */
    ATTAIN_AGGREGATION_TOPSIS_VECTOR = 13,
    /** The same with (v − min)/(max − min) in place of v/√Σv². */
    ATTAIN_AGGREGATION_TOPSIS_MINMAX = 14,
    /** VIKOR: v (S − S*)/(S⁻ − S*) + (1 − v)(R − R*)/(R⁻ − R*), S = Σwd/W, R =
     *  max wd/W, d on 0…1; parameter v 0.5. A low value is good. */
    ATTAIN_AGGREGATION_VIKOR = 15,
    /** SPOTIS: Σw|v − best|/(high − low)/W by fixed `bounds`; a low value is
     *  good. A value out of bounds: no value (ATTAIN_REASON_UNDEFINED). */
    ATTAIN_AGGREGATION_SPOTIS = 16,
    /** Copeland: units that it outranks less units that outrank it; i outranks
     *  j when columns where it is better weigh more than those where it is
     *  worse, of those where both have a value. See attain_outranking(). */
    ATTAIN_AGGREGATION_COPELAND = 17,
    /** Wroclaw (Hellwig 1968): D/(mean D + 2 sd D), D = √(nΣwd²/W) in the unit
     *  of the values, sd with n − 1; a low value is good. */
    ATTAIN_AGGREGATION_WROCLAW = 18,
    /** Benefit of the doubt (Melyn and Moesen 1991; Cherchye et al. 2007): the
     *  largest Σuv over u ≥ 0 with Σuv ≤ 1 for all units; parameters share_low
     *  0 and share_high 1 bound what each column may contribute to the unit's
     *  own sum. All v ≥ 0. Weights only say which columns count. */
    ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT = 19
};

/** What happens to a unit with a blank. */
enum attain_blank {
    /** The others stand for it, if they weigh enough. */
    ATTAIN_BLANK_RENORMALISE = 0,
    /** It is 0, in the unit of the values. */
    ATTAIN_BLANK_ZERO = 1,
    /** The unit has no score. */
    ATTAIN_BLANK_STRICT = 2
};

/**
 * Aggregates columns. Columns of weight 0 stay out. OWA, TOPSIS, VIKOR, Wroclaw
 * and benefit of the doubt are strict about blanks, and a unit with one has no
 * score and no part in the scale; Copeland takes each pair as it is. A constant
 * column is no distance from anything. Sums beyond the range of a double give
 * no value (ATTAIN_REASON_UNDEFINED). Linear in the values; Copeland takes the
 * square of the units, benefit of the doubt as many times them as there are
 * units that no other surpasses.
 *
 * @param method     enum attain_aggregation
 * @param parameters [in] borrowed for the call, parameter_count elements: of
 *                   the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values     [in] borrowed for the call, column_count · stride elements:
 *                   column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride     elements from one column's begin to the next one's, at
 *                   least `count`
 * @param count      units
 * @param weights    [in] borrowed for the call, column_count elements ≥ 0;
 *                   NULL: all 1
 * @param descending [in] borrowed for the call, column_count elements: 1: a low
 *                   value is good, 0: a high one is; NULL: 0. Means, orders and
 *                   benefit of the doubt take values of one direction only:
 *                   there it has to be 0
 * @param bounds     [in] borrowed for the call, 2 · column_count elements:
 *                   [2][column_count], low below high, for the adjusted
 *                   Mazziotta–Pareto and SPOTIS; NULL: the range of the column
 * @param blank      enum attain_blank
 * @param least      smallest share of W that has to be known for a score, 0…1,
 *                   with ATTAIN_BLANK_RENORMALISE
 * @param out        [out] owned by caller, `count` elements: scores; NaN: none
 * @param reasons    [out] owned by caller, optional, `count` elements: enum
 *                   attain_reason
 * @param err        [out] owned by caller, optional; `row` is the column or the
 *                   element of it
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite, a
 *         negative weight, bounds that do not ascend, a value below 0 for
 *         benefit of the doubt), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_aggregate(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    const double *weights, const int32_t *descending, const double *bounds,
    int32_t blank, double least, double *out, uint8_t *reasons,
    attain_error *err);

/**
 * Compares each unit with each: the weight of the columns where i is better,
 * and half of that where they tie (in 12 significant digits), over the weight
 * of the columns where both have a value.
 *
 * @param values       [in] borrowed for the call, column_count · stride
 *                     elements: column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param count        units
 * @param weights      [in] borrowed for the call, column_count elements ≥ 0;
 *                     NULL: all 1
 * @param descending   [in] borrowed for the call, column_count elements: 1: a
 *                     low value is good, 0: a high one is; NULL: 0
 * @param out          [out] owned by caller, count · count elements, count²
 *                     elements: i against j at out[i · count + j]; NaN where i
 *                     is j, and where there is nothing to compare
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_outranking(const double *values,
                                           size_t column_count, size_t stride,
                                           size_t count, const double *weights,
                                           const int32_t *descending,
                                           double *out, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
