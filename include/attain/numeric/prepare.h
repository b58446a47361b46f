/**
 * @file numeric/prepare.h
 * Preparing columns: screening, imputation, treatment of skewed columns,
 * outliers, denominators. Each says what it did to which element. What
 * numeric.h says of missing elements, infinity and sums holds; the shape of
 * functions is that of method.h.
 */
#ifndef ATTAIN_NUMERIC_PREPARE_H
#define ATTAIN_NUMERIC_PREPARE_H

#include "method.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Screening ---------------------------------------------------------- */

/** Methods of ATTAIN_METHOD_SCREENING: what is kept. Shares are compared in 12
 *  significant digits. */
enum attain_screening {
    /** What has at least a share of its values (parameter known, 2/3). */
    ATTAIN_SCREENING_KNOWN = 0,
    /** What has at least a share of its known values that are not 0
     *  (parameter nonzero, 0.05). */
    ATTAIN_SCREENING_NONZERO = 1,
    /** Both (parameters known, nonzero). */
    ATTAIN_SCREENING_BOTH = 2
};

/**
 * Finds the rows, or the columns, that have enough data.
 *
 * @param method       enum attain_screening
 * @param parameters   [in] borrowed for the call, parameter_count elements: of
 *                     the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values       [in] borrowed for the call, column_count · stride
 *                     elements: column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param count        elements of a column
 * @param by_column    1: screens columns, 0: rows
 * @param keep         [out] owned by caller: 1: kept, 0: not; one for each row
 *                     or column
 * @param known        [out] owned by caller, optional: share of values that
 *                     are known; NaN of nothing
 * @param nonzero      [out] owned by caller, optional: share of the known that
 *                     are not 0; NaN of nothing, which is not kept by it
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE
 */
ATTAIN_API attain_status attain_screen(int32_t method, const double *parameters,
                                       size_t parameter_count,
                                       const double *values,
                                       size_t column_count, size_t stride,
                                       size_t count, int32_t by_column,
                                       uint8_t *keep, double *known,
                                       double *nonzero, attain_error *err);

/* --- Imputation --------------------------------------------------------- */

/** Methods of ATTAIN_METHOD_IMPUTATION. The first four fill a column from
 *  itself, the others a row from the other columns, which are periods. */
enum attain_imputation {
    /** Mean of the column. */
    ATTAIN_IMPUTATION_MEAN = 0,
    /** Median of the column. */
    ATTAIN_IMPUTATION_MEDIAN = 1,
    /** Mean of the element's group in the column. */
    ATTAIN_IMPUTATION_GROUP_MEAN = 2,
    /** Median of the element's group in the column. */
    ATTAIN_IMPUTATION_GROUP_MEDIAN = 3,
    /** The last known value before, at most `limit` of time away (parameter
     *  limit, no limit). */
    ATTAIN_IMPUTATION_LAST = 4,
    /** On the line between the known values around it, which are at most
     *  `limit` of time apart. Where there is none on one side: parameter ends
     *  0: stays missing, 1: the nearest known value, at most `limit` away. */
    ATTAIN_IMPUTATION_LINEAR = 5
};

/** How an element came by its value. */
enum attain_filled {
    /** It was known. */
    ATTAIN_FILLED_OBSERVED = 0,
    /** It was not, and nothing was found to fill it with. */
    ATTAIN_FILLED_MISSING = 1,
    /** Filled with a mean, of the column or the group. */
    ATTAIN_FILLED_MEAN = 2,
    /** Filled with a median, of the column or the group. */
    ATTAIN_FILLED_MEDIAN = 3,
    /** Filled with the value of one other period. */
    ATTAIN_FILLED_CARRIED = 4,
    /** Filled from the line between two other periods. */
    ATTAIN_FILLED_INTERPOLATED = 5
};

/**
 * Fills missing elements. What is known is not touched.
 *
 * @param method       enum attain_imputation
 * @param parameters   [in] borrowed for the call, parameter_count elements: of
 *                     the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values       [in] borrowed for the call, column_count · stride
 *                     elements: column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param count        elements of a column
 * @param codes        [in] borrowed for the call, count elements: group of each
 *                     row, 0 … group_count − 1; any negative number: in no
 *                     group, which is not filled. For the group methods; NULL
 *                     for others
 * @param group_count  number of groups
 * @param times        [in] borrowed for the call, column_count elements: when
 *                     each column was, ascending; NULL: 0, 1, 2 …
 * @param out          [out] owned by caller, column_count · stride elements, as
 *                     `values` lie; may be `values`
 * @param filled       [out] owned by caller, optional, column_count · stride
 *                     elements: enum attain_filled, as `values` lie
 * @param from         [out] owned by caller, optional, column_count · stride
 *                     elements, as `values` lie: the column that it was filled
 *                     from, the earlier one of two, or the group; −1: none
 * @param to           [out] owned by caller, optional, column_count · stride
 *                     elements, as `values` lie: the later one of two columns;
 *                     −1: none
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_impute(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    const int32_t *codes, size_t group_count, const double *times, double *out,
    uint8_t *filled, int32_t *from, int32_t *to, attain_error *err);

/* --- Treatment ---------------------------------------------------------- */

/** Methods of ATTAIN_METHOD_TREATMENT. `v` a value; min, max and R = max − min
 *  of the column. A column passes where |skewness| < skew or kurtosis < kurt,
 *  SKEWNESS_SAMPLE and KURTOSIS_SAMPLE; where one of them has no value, it
 *  passes. */
enum attain_treatment {
    /** While the column does not pass and fewer than `most` elements are
     *  treated: if it is skewed to the right, all that are largest get the
     *  next smaller value, else all that are smallest the next larger one.
     *  Parameters skew 2, kurt 3.5, most 5. */
    ATTAIN_TREATMENT_WINSORISE = 0,
    /** ln(v + shift), parameter shift 0. */
    ATTAIN_TREATMENT_LOG = 1,
    /** ln(v − min + 1). */
    ATTAIN_TREATMENT_LOG_FROM_LEAST = 2,
    /** ln(v − min + share · R), parameter share 0.01. */
    ATTAIN_TREATMENT_LOG_OF_RANGE = 3,
    /** The same where the column is skewed to the right, else
     *  −ln(max + share · R − v). */
    ATTAIN_TREATMENT_LOG_BY_SKEW = 4,
    /** ln((max − 1)(v − min)/R + 1), for max > 1. */
    ATTAIN_TREATMENT_LOG_GII = 5,
    /** Box and Cox: ((v + shift)^λ − 1)/λ, ln(v + shift) for λ = 0;
     *  parameters lambda 0, shift 0. */
    ATTAIN_TREATMENT_BOX_COX = 6,
    /** The same with the λ in −5…5 of the greatest likelihood; parameter
     *  shift 0. */
    ATTAIN_TREATMENT_BOX_COX_FITTED = 7,
    /** Nothing where the column passes; WINSORISE; where it then does not pass
     *  LOG_OF_RANGE, of the column as it was, or with parameter combine 1 as it
     *  is by then. Parameters skew 2, kurt 3.5, most 5, share 0.01, combine 0.
     */
    ATTAIN_TREATMENT_TWO_STEP = 8
};

/** What was done to an element. */
enum attain_treated {
    /** Nothing. */
    ATTAIN_TREATED_UNTOUCHED = 0,
    /** Winsorised from above. */
    ATTAIN_TREATED_LOWERED = 1,
    /** Winsorised from below. */
    ATTAIN_TREATED_RAISED = 2,
    /** Put on another scale. */
    ATTAIN_TREATED_TRANSFORMED = 3,
    /** It is missing. */
    ATTAIN_TREATED_MISSING = 4
};

/**
 * Treats each column for skewness and outliers. No values where the formula
 * takes the logarithm of what is not above 0 (ATTAIN_REASON_NOT_POSITIVE), for
 * a column that is all equal where its range is used or λ fitted
 * (ATTAIN_REASON_CONSTANT), and where no λ in −5…5 is best
 * (ATTAIN_REASON_NO_CONVERGENCE).
 *
 * @param method       enum attain_treatment
 * @param parameters   [in] borrowed for the call, parameter_count elements: of
 *                     the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values       [in] borrowed for the call, column_count · stride
 *                     elements: column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param count        elements of a column
 * @param out          [out] owned by caller, column_count · stride elements, as
 *                     `values` lie; may be `values`
 * @param treated      [out] owned by caller, optional, column_count · stride
 *                     elements: enum attain_treated, as `values` lie
 * @param fitted       [out] owned by caller, optional, column_count elements:
 *                     [column], λ; NaN for other methods
 * @param reasons      [out] owned by caller, optional, column_count · stride
 *                     elements: enum attain_reason, as `values` lie
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_treat(int32_t method, const double *parameters,
                                      size_t parameter_count,
                                      const double *values, size_t column_count,
                                      size_t stride, size_t count, double *out,
                                      uint8_t *treated, double *fitted,
                                      uint8_t *reasons, attain_error *err);

/* --- Outliers ----------------------------------------------------------- */

/** Methods of ATTAIN_METHOD_OUTLIERS: how far an element is out. */
enum attain_outliers {
    /** (v − M)/S, S the sample deviation; parameter threshold 3. */
    ATTAIN_OUTLIERS_Z = 0,
    /** 0.6745(v − median)/MAD (Iglewicz and Hoaglin 1993); parameter threshold
     *  3.5. */
    ATTAIN_OUTLIERS_MODIFIED_Z = 1,
    /** How far above Q(3/4) or below Q(1/4), in units of their distance, 0
     *  between them; parameters threshold 1.5, type 7 (of quantile). */
    ATTAIN_OUTLIERS_FENCES = 2
};

/** On which side an element is out. */
enum attain_outlier {
    /** It is not. */
    ATTAIN_OUTLIER_NONE = 0,
    /** Below. */
    ATTAIN_OUTLIER_LOW = 1,
    /** Above. */
    ATTAIN_OUTLIER_HIGH = 2,
    /** It is missing, or there is no scale to tell by. */
    ATTAIN_OUTLIER_UNKNOWN = 3
};

/**
 * Finds outliers of each column: elements further out than the threshold, in 12
 * significant digits. Where the scale is 0, all equal the middle have 0, and
 * the others no value (ATTAIN_REASON_CONSTANT).
 *
 * @param method       enum attain_outliers
 * @param parameters   [in] borrowed for the call, parameter_count elements: of
 *                     the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param values       [in] borrowed for the call, column_count · stride
 *                     elements: column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param count        elements of a column
 * @param scores       [out] owned by caller, column_count · stride elements, as
 *                     `values` lie: how far out, < 0 below
 * @param outliers     [out] owned by caller, optional, column_count · stride
 *                     elements: enum attain_outlier, as `values` lie
 * @param reasons      [out] owned by caller, optional, column_count · stride
 *                     elements: enum attain_reason, as `values` lie
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_find_outliers(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    double *scores, uint8_t *outliers, uint8_t *reasons, attain_error *err);

/* --- Denominators ------------------------------------------------------- */

/**
 * Divides columns by denominators: factor · v/d. No value where d is 0
 * (ATTAIN_REASON_UNDEFINED) or one of them is missing.
 *
 * @param values       [in] borrowed for the call, column_count · stride
 *                     elements: column c begins at values[c · stride]
 * @param column_count number of columns
 * @param stride       elements from one column's begin to the next one's
 * @param count        elements of a column
 * @param denominators [in] borrowed for the call, column_count ·
 *                     denominator_stride elements: that of column c begins at
 *                     denominators[c · denominator_stride]
 * @param denominator_stride elements from one to the next; 0: one for all
 * @param factor       finite, not 0, e.g. 1000: for 1000 of the denominator
 * @param out          [out] owned by caller, column_count · stride elements, as
 *                     `values` lie; may be `values`
 * @param reasons      [out] owned by caller, optional, column_count · stride
 *                     elements: enum attain_reason, as `values` lie
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite, or a
 *         result is beyond the range of a double)
 */
ATTAIN_API attain_status attain_denominate(
    const double *values, size_t column_count, size_t stride, size_t count,
    const double *denominators, size_t denominator_stride, double factor,
    double *out, uint8_t *reasons, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
