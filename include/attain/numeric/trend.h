/**
 * @file numeric/trend.h
 * Where a series goes: its rate, how sure that is, where it will be, whether it
 * will arrive; and least squares with several regressors.
 */
#ifndef ATTAIN_NUMERIC_TREND_H
#define ATTAIN_NUMERIC_TREND_H

#include "../base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Trends --------------------------------------------------------------- */

/** Methods of ATTAIN_METHOD_TREND. x times, y values, n points that are known;
 *  the first and the last are among those. */
enum attain_trend {
    /** Least squares line; intervals and p by Student's t, n − 2. */
    ATTAIN_TREND_LEAST_SQUARES = 0,
    /** Theil and Sen: the median of the slopes of all pairs, through the
     *  medians of x and y; its interval after Sen 1968, p of Mann and Kendall,
     *  corrected for ties and continuity. The projection's interval is that of
     *  the slope alone. n at most 2048: pairs are all looked at. */
    ATTAIN_TREND_THEIL_SEN = 1,
    /** Constant growth, by least squares on ln y: rate e^slope − 1. All y have
     *  to be above 0. */
    ATTAIN_TREND_GROWTH_LOG_LINEAR = 2,
    /** Constant growth from end to end: (y_n/y_1)^(1/(x_n − x_1)) − 1. Both
     *  have to be above 0. */
    ATTAIN_TREND_GROWTH_END_POINTS = 3,
    /** Holt's linear exponential smoothing, started with y_2 and y_2 − y_1;
     *  parameters level (of the level, 0 … 1) and trend (0 … 1), both needed.
     *  Times have to be evenly spaced; no gaps. The interval is normal, its
     *  variance that of the one-step errors times 1 + Σ (level(1 + j trend))²
     *  over the steps before. */
    ATTAIN_TREND_HOLT = 4,
    /** The same with the parameters of the grid 0, 0.05 … 1 that have the
     *  smallest sum of squared one-step errors; the first of equals. */
    ATTAIN_TREND_HOLT_FITTED = 5,
    /** Percent change each `per` of x: of two points 100 (y_2 − y_1)/y_1 ·
     *  per/(x_2 − x_1), of more 100 · slope · per/(fitted value at x_1), which
     *  has to be above 0. Parameter per 1. */
    ATTAIN_TREND_PERCENT_CHANGE = 6
};

/** What is found about a series. */
enum attain_trend_measure {
    /** n. */
    ATTAIN_TREND_COUNT = 0,
    /** Change for 1 of x: in the unit of y, as a fraction (growth), or in
     *  percent. */
    ATTAIN_TREND_RATE = 1,
    /** Lower end of its interval. */
    ATTAIN_TREND_RATE_LOW = 2,
    /** Upper end. */
    ATTAIN_TREND_RATE_HIGH = 3,
    /** t of the slope, or Mann and Kendall's S. */
    ATTAIN_TREND_STATISTIC = 4,
    /** Two-sided p of there being no trend. */
    ATTAIN_TREND_P = 5,
    /** Value at the horizon. */
    ATTAIN_TREND_PROJECTION = 6,
    /** Lower end of the interval of a new observation there. */
    ATTAIN_TREND_PROJECTION_LOW = 7,
    /** Upper end. */
    ATTAIN_TREND_PROJECTION_HIGH = 8,
    /** Probability that a new observation there reaches the target. */
    ATTAIN_TREND_ARRIVAL = 9,
    /** Holt's parameter of the level. */
    ATTAIN_TREND_SMOOTHING_LEVEL = 10,
    /** Holt's parameter of the trend. */
    ATTAIN_TREND_SMOOTHING_TREND = 11
};

/** @return the number of measures, of enum attain_trend_measure. */
ATTAIN_API size_t attain_trend_measure_count(void);

/**
 * Names a measure, e.g. "rate_low".
 *
 * @param measure enum attain_trend_measure
 * @return static text; NULL if there is no such measure
 */
ATTAIN_API const char *attain_trend_measure_name(int32_t measure);

/**
 * Finds the trends of columns. NaN is left out.
 *
 * No value: fewer than two points for a rate, three for an interval, p and
 * arrival of a line, three for Holt and four for its interval
 * (ATTAIN_REASON_TOO_FEW); all equal, for p of a rank test
 * (ATTAIN_REASON_CONSTANT); 0 or less, or a target of that kind, where
 * logarithms are taken (ATTAIN_REASON_NOT_POSITIVE); what a method does not
 * have, uneven times for Holt, a horizon that is not whole steps ahead for its
 * interval, numbers beyond a double (ATTAIN_REASON_UNDEFINED); no target
 * (ATTAIN_REASON_MISSING). Where all points are on the line (no residual
 * reaches 1e-12 of the largest |y|), p is 0 (1 without a slope), intervals have
 * no width, and arrival is 1 or 0, compared in 12 significant digits.
 *
 * @param method     enum attain_trend
 * @param parameters [in] borrowed for the call, parameter_count elements: of
 *                   the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param x          [in] borrowed for the call, count elements: times,
 *                   ascending
 * @param values     [in] borrowed for the call, column_count · stride elements:
 *                   column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride     elements from one column's begin to the next one's, at
 *                   least `count`
 * @param count      elements of `x` and of a column
 * @param horizon    the time of the projection
 * @param coverage   of the intervals, 0 < coverage < 1, e.g. 0.8
 * @param targets    [in] borrowed for the call, column_count elements: of each
 *                   column, NaN: none; NULL: none
 * @param descending [in] borrowed for the call, column_count elements: 1: to
 *                   arrive is to be at or below the target, 0: at or above it;
 *                   NULL: 0
 * @param out        [out] owned by caller, column_count · 12 elements:
 *                   [column][enum attain_trend_measure]
 * @param reasons    [out] owned by caller, optional, column_count · 12
 *                   elements: enum attain_reason of each, as `out`
 * @param err        [out] owned by caller, optional; `row` is the element
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite, times
 *         that do not ascend, a parameter out of its range),
 *         ATTAIN_ERR_LIMIT (more than 2048 points for Theil and Sen),
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_trends(int32_t method, const double *parameters,
                                       size_t parameter_count, const double *x,
                                       const double *values,
                                       size_t column_count, size_t stride,
                                       size_t count, double horizon,
                                       double coverage, const double *targets,
                                       const int32_t *descending, double *out,
                                       uint8_t *reasons, attain_error *err);

/** How a target is approached. */
enum attain_required_rate {
    /** By the same amount each time: (target − value)/span. */
    ATTAIN_REQUIRED_LINEAR = 0,
    /** By the same factor each time: (target/value)^(1/span) − 1; both have to
     *  be above 0. */
    ATTAIN_REQUIRED_COMPOUND = 1
};

/**
 * Finds the rate for 1 of time that leads from values to targets.
 *
 * @param kind    enum attain_required_rate
 * @param values  [in] borrowed for the call, count elements
 * @param targets [in] borrowed for the call, count elements
 * @param count   number of each
 * @param span    time that is left, > 0; otherwise no value
 *                (ATTAIN_REASON_UNDEFINED)
 * @param out     [out] owned by caller, count elements: the rates
 * @param reasons [out] owned by caller, optional, count elements: enum
 *                attain_reason of each: MISSING, NOT_POSITIVE, UNDEFINED
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite)
 */
ATTAIN_API attain_status attain_required_rates(
    int32_t kind, const double *values, const double *targets, size_t count,
    double span, double *out, uint8_t *reasons, attain_error *err);

/* --- Regression ----------------------------------------------------------- */

/** A fit by least squares. */
typedef struct attain_regression {
    /** sizeof(attain_regression), set by the init function. */
    size_t struct_size;
    /** Rows used: those without NaN, and with weight above 0. */
    size_t count;
    /** Coefficients. */
    size_t coefficient_count;
    /** Degrees of freedom, count − coefficient_count. */
    double freedom;
    /** Σw(y − fitted)²; 0 where no residual reaches 1e-12 of the largest |y|.
     */
    double residual_squares;
    /** Σw(y − mean)²; without an intercept Σwy². */
    double total_squares;
    /** sqrt(residual_squares/freedom); NaN without freedom. */
    double residual_sd;
    /** 1 − residual_squares/total_squares; NaN where the latter is 0. */
    double r_squared;
    /** Enum attain_reason of there being no coefficients: TOO_FEW rows,
     *  UNDEFINED where regressors depend on each other; else NONE. */
    int32_t reason;
    /** Always 0. */
    int32_t reserved;
} attain_regression;

/** Sets defaults. @param regression [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_regression_init(attain_regression *regression);

/**
 * Fits y = b0 + Σ b x^k by least squares: Householder's reflections on numbers
 * of twice the precision (106 bits), rows sorted first, so that what is lost is
 * what was lost in rounding the inputs, and the order of rows changes no bit.
 * Powers are taken in the same precision.
 *
 * Regressors depend on each other where less than 1e-14 of one's length (1e-24
 * with powers) is left when what those before it explain is taken away.
 *
 * @param x            [in] borrowed for the call, column_count · stride
 *                     elements: regressor c begins at x[c · stride]
 * @param column_count number of regressors
 * @param stride       elements from one's begin to the next one's, at least
 *                     `count`
 * @param y            [in] borrowed for the call, count elements
 * @param weights      [in] borrowed for the call, count elements, ≥ 0; NULL:
 *                     all 1
 * @param count        number of rows
 * @param intercept    1: b0 is fitted, 0: it is 0
 * @param degree       k runs from 1 to this, ≥ 1, for each regressor
 * @param fit          [out] owned by caller, `struct_size` set by its init
 *                     function
 * @param coefficients [out] owned by caller, intercept + column_count · degree
 *                     elements: intercept + column_count · degree numbers: b0
 *                     if it is fitted, then of each regressor its powers in
 *                     order; NaN for `fit->reason`
 * @param errors       [out] owned by caller, optional, intercept + column_count
 *                     · degree elements: their standard errors; NaN also
 *                     without freedom
 * @param residuals    [out] owned by caller, optional, count elements: y −
 *                     fitted of each row, NaN where something is missing or
 *                     nothing was fitted; also of rows with weight 0
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_VALUE
 *         (infinite, a negative weight, numbers or their powers beyond 2^±400),
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_regress(const double *x, size_t column_count,
                                        size_t stride, const double *y,
                                        const double *weights, size_t count,
                                        int32_t intercept, int32_t degree,
                                        attain_regression *fit,
                                        double *coefficients, double *errors,
                                        double *residuals, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
