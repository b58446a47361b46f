/**
 * @file numeric.h
 * Floor 1: functions on plain arrays that the caller owns. Knows no plan; is
 * useful alone.
 *
 * NaN in `values` is a missing element and is left out; so is an element with
 * weight NaN. Infinity is ATTAIN_ERR_VALUE. Every sum is the exact sum of its
 * double terms, rounded once, so no result depends on the order of elements.
 * "No value" is NaN with ATTAIN_OK.
 */
#ifndef ATTAIN_NUMERIC_H
#define ATTAIN_NUMERIC_H

#include "base.h"
#include "numeric/aggregate.h"
#include "numeric/describe.h"
#include "numeric/doubt.h"
#include "numeric/equity.h"
#include "numeric/method.h"
#include "numeric/normalise.h"
#include "numeric/prepare.h"
#include "numeric/progress.h"
#include "numeric/trend.h"
#include "numeric/value_added.h"
#include "numeric/weight.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Exact sums --------------------------------------------------------- */

/**
 * A sum in progress: the exact sum of any number of doubles. Caller-allocated,
 * without pointers, may be copied and moved byte by byte between processes of
 * machines with the same byte order. Set up by attain_sum_init().
 */
typedef struct attain_sum {
    /** sizeof(attain_sum), set by attain_sum_init(). */
    size_t struct_size;
    /** Private. */
    uint64_t count;
    /** Private: a fixed-point number of 67 + 3 limbs of 32 bits with carry
     *  room. */
    int64_t limbs[70];
} attain_sum;

/** Starts a sum at 0. @param sum [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_sum_init(attain_sum *sum);

/**
 * Adds values exactly. NaN is left out.
 *
 * @param sum    [in,out] owned by caller
 * @param values [in] borrowed for the call, count elements
 * @param count  number of values
 * @param err    [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_VALUE
 */
ATTAIN_API attain_status attain_sum_add(attain_sum *sum, const double *values,
                                        size_t count, attain_error *err);

/**
 * Adds another sum exactly.
 *
 * @param sum   [in,out] owned by caller
 * @param other [in] borrowed for the call
 * @param err   [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_sum_merge(attain_sum *sum,
                                          const attain_sum *other,
                                          attain_error *err);

/**
 * Rounds the sum once, to nearest, ties to even.
 *
 * @param sum [in] borrowed for the call
 * @param out [out] owned by caller: the sum; 0 of nothing
 * @param err [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_VALUE
 *         (beyond the range of a double)
 */
ATTAIN_API attain_status attain_sum_value(const attain_sum *sum, double *out,
                                          attain_error *err);

/* --- Statistics --------------------------------------------------------- */

/** A number that sums up an array. `v` values, `w` weights (1 where there are
 *  none), n elements, W = Σw, M = Σwv/W. */
enum attain_statistic {
    /** n of the elements with a value. */
    ATTAIN_STATISTIC_COUNT = 0,
    /** Σwv; 0 of nothing. */
    ATTAIN_STATISTIC_SUM = 1,
    /** M. */
    ATTAIN_STATISTIC_MEAN = 2,
    /** Smallest value of those with w > 0. */
    ATTAIN_STATISTIC_MIN = 3,
    /** Largest value of those with w > 0. */
    ATTAIN_STATISTIC_MAX = 4,
    /** Middle value; of an even count the mean of the middle two. Weighted:
     *  first whose cumulative weight exceeds W/2; at exactly W/2 the mean of it
     *  and the next. */
    ATTAIN_STATISTIC_MEDIAN = 5,
    /** Σw(v − M)²/W. */
    ATTAIN_STATISTIC_VARIANCE_POPULATION = 6,
    /** Σ(v − M)²/(n − 1); weighted (frequency weights) Σw(v − M)²/(W − 1). */
    ATTAIN_STATISTIC_VARIANCE_SAMPLE = 7,
    /** Square root of the population variance. */
    ATTAIN_STATISTIC_SD_POPULATION = 8,
    /** Square root of the sample variance. */
    ATTAIN_STATISTIC_SD_SAMPLE = 9,
    /** Coefficient of variation (差异系数): sqrt(Σ(w/W)(v − M)²)/M; no value
     *  unless M > 0. */
    ATTAIN_STATISTIC_CV = 10,
    /** Gini: ΣΣ w_i w_j |v_i − v_j| / (2W²M); needs M > 0 and all v ≥ 0. */
    ATTAIN_STATISTIC_GINI = 11,
    /** Theil T: Σ(w/W)(v/M)ln(v/M), 0 ln 0 = 0; as Gini. */
    ATTAIN_STATISTIC_THEIL = 12,
    /** As MEAN, with 1 for each weight of the same elements: in one call with
     *  the weighted mean, values are read once. */
    ATTAIN_STATISTIC_UNWEIGHTED_MEAN = 13,
    /** As CV, with 1 for each weight of the same elements. */
    ATTAIN_STATISTIC_UNWEIGHTED_CV = 14,
    /** Skewness g1 = m3/m2^(3/2), m_k = Σw(v − M)^k/W. */
    ATTAIN_STATISTIC_SKEWNESS_POPULATION = 15,
    /** Skewness G1 = g1·√(W(W − 1))/(W − 2), as SAS, SPSS and Excel. */
    ATTAIN_STATISTIC_SKEWNESS_SAMPLE = 16,
    /** Skewness b1 = m3/s³, s the sample deviation, as MINITAB. */
    ATTAIN_STATISTIC_SKEWNESS_B1 = 17,
    /** Kurtosis (excess) g2 = m4/m2² − 3. */
    ATTAIN_STATISTIC_KURTOSIS_POPULATION = 18,
    /** Kurtosis G2 = (W − 1)/((W − 2)(W − 3))·((W + 1)g2 + 6). */
    ATTAIN_STATISTIC_KURTOSIS_SAMPLE = 19,
    /** Kurtosis b2 = m4/s⁴ − 3. */
    ATTAIN_STATISTIC_KURTOSIS_B2 = 20,
    /** exp(Σw ln v/W); 0 where a v is 0; needs all v ≥ 0. */
    ATTAIN_STATISTIC_GEOMETRIC_MEAN = 21,
    /** W/Σ(w/v); 0 where a v is 0; needs all v ≥ 0. */
    ATTAIN_STATISTIC_HARMONIC_MEAN = 22,
    /** Mean without the ⌊share · n⌋ least and as many largest (parameter
     *  share, 0…1/2, 0.1); a share of 1/2 leaves the median. Unweighted. */
    ATTAIN_STATISTIC_TRIMMED_MEAN = 23,
    /** The same with what is cut off set to the next value inwards. */
    ATTAIN_STATISTIC_WINSORISED_MEAN = 24,
    /** Largest less smallest value of those with w > 0. */
    ATTAIN_STATISTIC_RANGE = 25,
    /** Quantile (parameters probability 0.5, type 7): attain_quantiles(). */
    ATTAIN_STATISTIC_QUANTILE = 26,
    /** Q(3/4) − Q(1/4) (parameter type, 7). */
    ATTAIN_STATISTIC_IQR = 27,
    /** Of the mean: SD_SAMPLE/√W (frequency weights). */
    ATTAIN_STATISTIC_STANDARD_ERROR = 28,
    /** Σw|v − M|/W. */
    ATTAIN_STATISTIC_MEAN_ABSOLUTE_DEVIATION = 29,
    /** MEDIAN of |v − MEDIAN|. */
    ATTAIN_STATISTIC_MAD = 30,
    /** 1.4826·MAD: of normal values, their standard deviation. */
    ATTAIN_STATISTIC_MAD_SCALED = 31,
    /** Sn of Rousseeuw and Croux: factor (1.1926) · the low median over i of
     *  the high median over j of |v_i − v_j|; parameter finite 1: times their
     *  factor for n. Unweighted; two values or more. */
    ATTAIN_STATISTIC_SN = 32,
    /** Qn: factor (2.21914) · the k-th least |v_i − v_j|, i < j, with
     *  k = C(h, 2), h = ⌊n/2⌋ + 1; finite as SN. */
    ATTAIN_STATISTIC_QN = 33,
    /** Hodges and Lehmann: median of (v_i + v_j)/2, i ≤ j. Unweighted. */
    ATTAIN_STATISTIC_HODGES_LEHMANN = 34,
    /** Huber's location m: Σw ψ((v − m)/MAD_SCALED) = 0, ψ(x) = x up to ±k
     *  (parameter k, 1.5) and constant beyond. */
    ATTAIN_STATISTIC_HUBER = 35,
    /** Theil L, mean log deviation: Σ(w/W) ln(M/v); needs all v > 0. */
    ATTAIN_STATISTIC_THEIL_L = 36,
    /** Generalised entropy: Σ(w/W)((v/M)^α − 1)/(α(α − 1)); α = 0 is THEIL_L,
     *  1 THEIL, 2 half the squared CV; as Gini, α ≤ 0 as THEIL_L. */
    ATTAIN_STATISTIC_GENERALISED_ENTROPY = 37,
    /** Atkinson: 1 − (Σ(w/W)(v/M)^(1 − ε))^(1/(1 − ε)), ε = 1: 1 − the
     *  geometric mean over M; as Gini; 1 when a v is 0 and ε ≥ 1. */
    ATTAIN_STATISTIC_ATKINSON = 38,
    /** Hoover (Robin Hood, Schutz): Σw|v − M|/(2WM); as Gini. */
    ATTAIN_STATISTIC_HOOVER = 39,
    /** Kolm: ln(Σ(w/W) e^(α(M − v)))/α; any values. */
    ATTAIN_STATISTIC_KOLM = 40,
    /** Gini · n/(n − 1); weighted (frequency weights) Gini · W/(W − 1). */
    ATTAIN_STATISTIC_GINI_CORRECTED = 41,
    /** Palma: what the 10 % of W with the largest values have over what the 40
     *  % with the smallest have, a boundary element shared out; as Gini. */
    ATTAIN_STATISTIC_PALMA = 42,
    /** McLoone: Σwv/(m Σw) over the v ≤ m, the MEDIAN; needs m > 0. */
    ATTAIN_STATISTIC_MCLOONE = 43,
    /** Verstegen: the same over the v ≥ m. */
    ATTAIN_STATISTIC_VERSTEGEN = 44,
    /** Upper quantile over lower one (0.75 and 0.25 unless given), each by the
     *  rule of MEDIAN; the lower one has to be above 0. */
    ATTAIN_STATISTIC_INTERQUANTILE_RATIO = 45,
    /** The same with 0.95 and 0.05 unless given. */
    ATTAIN_STATISTIC_RANGE_RATIO = 46,
    /** RANGE_RATIO − 1: (p95 − p5)/p5. */
    ATTAIN_STATISTIC_FEDERAL_RANGE_RATIO = 47,
    /** Wolfson's polarisation: 2(1 − 2L(1/2) − Gini)·M/m, L the Lorenz curve,
     *  m the MEDIAN; parameter 1 instead of 2 for the form without the scale
     *  to 1. */
    ATTAIN_STATISTIC_WOLFSON = 48,
    /** Herfindahl–Hirschman: (Σ(v/Σv)^(m + 1))^(1/m), m = 1 unless given. */
    ATTAIN_STATISTIC_HERFINDAHL = 49,
    /** Hall–Tideman–Rosenbluth: 1/(2Σ i·v_i/Σv − 1), the largest v first. */
    ATTAIN_STATISTIC_ROSENBLUTH = 50,
    /** Σ(w/W)(ln v − Σ(w/W) ln v)²; needs all v > 0. */
    ATTAIN_STATISTIC_VARIANCE_OF_LOGS = 51,
    /** Σ(w/W)(ln v − ln M)²; needs all v > 0. */
    ATTAIN_STATISTIC_LOGARITHMIC_VARIANCE = 52,
    /** Share of W with v < z, the minimum standard (parameter 0, > 0). */
    ATTAIN_STATISTIC_HEADCOUNT = 53,
    /** Mean gap: Σ(w/W)(z − v)/z over the v < z. */
    ATTAIN_STATISTIC_POVERTY_GAP = 54,
    /** Mean squared gap: Σ(w/W)((z − v)/z)² over the v < z. */
    ATTAIN_STATISTIC_SQUARED_POVERTY_GAP = 55,
    /** Foster, Greer and Thorbecke: Σ(w/W)((z − v)/z)^α over the v < z; α = 0
     *  is HEADCOUNT, 1 and 2 the gaps. */
    ATTAIN_STATISTIC_FOSTER_GREER_THORBECKE = 56,
    /** Watts: Σ(w/W) ln(z/v) over the v < z; needs all v > 0. */
    ATTAIN_STATISTIC_WATTS = 57,
    /** Sen, in the form that copies of the whole population do not change:
     *  H(I + (1 − I)G), H HEADCOUNT, I the mean gap and G the Gini of those
     *  below. */
    ATTAIN_STATISTIC_SEN = 58,
    /** Sen (1976): H(I + (1 − I)G·q/(q + 1)), q the weight of those below. */
    ATTAIN_STATISTIC_SEN_1976 = 59,
    /** Sen, Shorrocks and Thon: Σw g(2(W − C) − w)/W², g the gap (0 above the
     *  standard), C the weight of those with smaller values. */
    ATTAIN_STATISTIC_SEN_SHORROCKS_THON = 60
};

/** @return the number of statistics, of enum attain_statistic. */
ATTAIN_API size_t attain_statistic_count(void);

/**
 * Names a statistic, e.g. "cv".
 *
 * @param statistic enum attain_statistic
 * @return static text; NULL if there is no such statistic
 */
ATTAIN_API const char *attain_statistic_name(int32_t statistic);

/**
 * Computes one statistic of one array: attain_statistics_by() with one
 * statistic and one group.
 *
 * @param statistic  enum attain_statistic
 * @param parameters [in] borrowed for the call, parameter_count elements: of
 *                   the statistic; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values     [in] borrowed for the call, count elements
 * @param weights    [in] borrowed for the call, count elements, ≥ 0; NULL: all
 *                   1
 * @param count      number of values
 * @param out        [out] owned by caller: the statistic; NaN: no value
 * @param reason     [out] owned by caller, optional: enum attain_reason
 * @param err        [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_statistic_of(
    int32_t statistic, const double *parameters, size_t parameter_count,
    const double *values, const double *weights, size_t count, double *out,
    uint8_t *reason, attain_error *err);

/**
 * Sorts elements into groups (once, for many columns).
 *
 * @param codes       [in] borrowed for the call, count elements: the group of
 *                    each, 0 … group_count − 1; negative: in no group
 * @param count       number of elements
 * @param group_count number of groups
 * @param order       [out] owned by caller, count elements: their indices,
 * group by group, ascending in each; those in no group last
 * @param offsets     [out] owned by caller, group_count + 1 elements: where
 *                    each group begins in `order`
 * @param err         [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (a code too large)
 */
ATTAIN_API attain_status attain_group_order(const int32_t *codes, size_t count,
                                            size_t group_count, int32_t *order,
                                            size_t *offsets, attain_error *err);

/**
 * Computes statistics of groups of an array.
 *
 * @param statistics      [in] borrowed for the call, statistic_count elements:
 *                        enum attain_statistic
 * @param statistic_count number of statistics, ≥ 1
 * @param parameters      [in] borrowed for the call, statistic_count ·
 *                        parameter_count elements: those of each statistic in
 *                        turn; NULL, and NaN: the default. Beyond the
 *                        parameters of its statistic a row has only NaN
 * @param parameter_count numbers for each statistic
 * @param values          [in] borrowed for the call
 * @param weights         [in] borrowed for the call, ≥ 0; NULL: all 1
 * @param order           [in] borrowed for the call: indices into values and
 *                        weights, group by group; NULL: 0, 1, 2 …
 * @param offsets         [in] borrowed for the call, group_count + 1
 *                        elements, ascending: group g has order[offsets[g]] …
 *                        order[offsets[g + 1] − 1]
 * @param group_count     number of groups
 * @param out             [out] owned by caller, statistic_count · group_count
 *                        elements: [statistic][group]
 * @param reasons         [out] owned by caller, statistic_count · group_count
 *                        elements, optional: enum attain_reason,
 *                        [statistic][group]
 * @param err             [out] owned by caller, optional; `row` is the group
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite, or a
 *         negative weight), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_statistics_by(
    const int32_t *statistics, size_t statistic_count, const double *parameters,
    size_t parameter_count, const double *values, const double *weights,
    const int32_t *order, const size_t *offsets, size_t group_count,
    double *out, uint8_t *reasons, attain_error *err);

/**
 * Computes statistics of groups of many columns: the same as
 * attain_statistics_by() for each, but what they share is read once.
 *
 * @param statistics      [in] borrowed for the call, statistic_count elements:
 *                        enum attain_statistic
 * @param statistic_count number of statistics, ≥ 1
 * @param parameters      [in] borrowed for the call, statistic_count ·
 *                        parameter_count elements: those of each statistic in
 *                        turn; NULL, and NaN: the default. Beyond the
 *                        parameters of its statistic a row has only NaN
 * @param parameter_count numbers for each statistic
 * @param values          [in] borrowed for the call, column_count · stride
 *                        elements: column c begins at values[c · stride]
 * @param column_count    number of columns
 * @param stride          elements from one column's begin to the next one's
 * @param weights         [in] borrowed for the call, ≥ 0, of all columns; NULL:
 *                        all 1
 * @param order           [in] borrowed for the call: as in
 *                        attain_statistics_by()
 * @param offsets         [in] borrowed for the call, group_count + 1 elements:
 *                        as in attain_statistics_by()
 * @param group_count     number of groups
 * @param out             [out] owned by caller, column_count · statistic_count
 *                        · group_count elements: [column][statistic][group]
 * @param reasons         [out] owned by caller, column_count · statistic_count
 *                        · group_count elements, optional: enum attain_reason,
 *                        [column][statistic][group]
 * @param err             [out] owned by caller, optional; `row` is the group
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite, or a
 *         negative weight), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_statistics_by_columns(
    const int32_t *statistics, size_t statistic_count, const double *parameters,
    size_t parameter_count, const double *values, size_t column_count,
    size_t stride, const double *weights, const int32_t *order,
    const size_t *offsets, size_t group_count, double *out, uint8_t *reasons,
    attain_error *err);

/* --- Against peers ------------------------------------------------------ */

/** A score of each element against all the others (method §4). */
enum attain_peer_score {
    /** (v − min)/(max − min); all equal: 0.5. */
    ATTAIN_PEER_MINMAX = 0,
    /** (50 + 10 z)/100, z by the population deviation; all equal: 0.5. */
    ATTAIN_PEER_ZSCORE = 1,
    /** (n − rank)/(n − 1), rank the smallest shared one; one element: 0.5. */
    ATTAIN_PEER_RANK = 2,
    /** Share of the others that are worse plus half of those that tie; one
     *  element: 0.5. */
    ATTAIN_PEER_PERCENTILE = 3
};

/**
 * Scores each element against its peers.
 *
 * @param score   enum attain_peer_score
 * @param descending 1: a low value is good, 0: a high one is
 * @param values  [in] borrowed for the call, count elements
 * @param count   number of values
 * @param out     [out] owned by caller, count elements, NaN for NaN; may be
 *                `values`
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_peer_scores(int32_t score, int32_t descending,
                                            const double *values, size_t count,
                                            double *out, attain_error *err);

/* --- Rounding ----------------------------------------------------------- */

/**
 * Rounds each value, taken as the shortest decimal that reads back to it, in
 * one step, half to even (GB/T 8170).
 *
 * @param values   [in] borrowed for the call, count elements
 * @param count    number of values
 * @param decimals −15…15
 * @param interval of rounding, in units of the last place: 1, 0.5 or 0.2
 * @param out      [out] owned by caller, count elements, NaN for NaN; may be
 *                 `values`
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE
 */
ATTAIN_API attain_status attain_round(const double *values, size_t count,
                                      int32_t decimals, double interval,
                                      double *out, attain_error *err);

/* --- Least squares ------------------------------------------------------ */

/** A straight line fitted to points: y = intercept + slope · (x − center). */
typedef struct attain_line {
    /** sizeof(attain_line), set by the init function. */
    size_t struct_size;
    /** Points used. */
    size_t count;
    /** Mean of x. */
    double center;
    /** Value at the center: the mean of y. */
    double intercept;
    /** Change of y for 1 of x. */
    double slope;
    /** Σ(x − center)². */
    double sxx;
    /** s², the residual variance with count − 2 degrees of freedom; NaN for
     *  fewer than 3 points; 0 when no residual reaches 1e-12 of the largest
     *  |y|. */
    double variance;
} attain_line;

/** Sets defaults. @param line [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_line_init(attain_line *line);

/**
 * Fits a line by least squares. Pairs with a NaN are left out.
 *
 * @param x     [in] borrowed for the call, count elements
 * @param y     [in] borrowed for the call, count elements
 * @param count number of points
 * @param out   [out] owned by caller, `struct_size` set by its init function;
 *              with fewer than two different x, slope and intercept are NaN
 * @param err   [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_VALUE
 */
ATTAIN_API attain_status attain_line_fit(const double *x, const double *y,
                                         size_t count, attain_line *out,
                                         attain_error *err);

/**
 * Predicts a new observation on a fitted line.
 *
 * @param line     [in] borrowed for the call
 * @param x        where
 * @param coverage of the interval, 0 < coverage < 1, e.g. 0.8
 * @param value    [out] owned by caller: the prediction
 * @param error    [out] owned by caller, optional: its standard error
 *                 s·sqrt(1 + 1/n + (x − center)²/sxx); NaN without variance
 * @param low      [out] owned by caller, optional: lower end of the interval
 * @param high     [out] owned by caller, optional: upper end
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_line_predict(const attain_line *line, double x,
                                             double coverage, double *value,
                                             double *error, double *low,
                                             double *high, attain_error *err);

/**
 * Student's t distribution: P(T ≤ t).
 *
 * @param t       any number
 * @param freedom degrees of freedom, > 0
 * @return probability; NaN for NaN or freedom ≤ 0. Relative error below 1e-13.
 */
ATTAIN_API double attain_student_cdf(double t, double freedom);

/**
 * Student's t distribution: the t with P(T ≤ t) = p.
 *
 * @param p       0 < p < 1
 * @param freedom degrees of freedom, > 0
 * @return the quantile; NaN out of range
 */
ATTAIN_API double attain_student_quantile(double p, double freedom);

#ifdef __cplusplus
}
#endif

#endif
