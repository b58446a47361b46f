/**
 * @file numeric/value_added.h
 * What a school adds: how far its pupils are above where pupils who started
 * alike arrive.
 */
#ifndef ATTAIN_NUMERIC_VALUE_ADDED_H
#define ATTAIN_NUMERIC_VALUE_ADDED_H

#include "../base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Shrinkage ------------------------------------------------------------ */

/** How the variances of a model with a random intercept are estimated. */
enum attain_likelihood {
    /** Restricted maximum likelihood. */
    ATTAIN_LIKELIHOOD_RESTRICTED = 0,
    /** Maximum likelihood. */
    ATTAIN_LIKELIHOOD_FULL = 1
};

/** A fitted model y = b0 + Σ b x + u_group + e. */
typedef struct attain_shrinkage {
    /** sizeof(attain_shrinkage), set by the init function. */
    size_t struct_size;
    /** Rows used. */
    size_t count;
    /** Groups with rows. */
    size_t group_count;
    /** Coefficients: 1 + regressors. */
    size_t coefficient_count;
    /** Variance of u, between groups. */
    double between;
    /** Variance of e, within groups. */
    double within;
    /** −2 ln of the (restricted) likelihood, with its constants. */
    double deviance;
    /** Enum attain_reason of there being no estimate: TOO_FEW rows or groups,
     *  UNDEFINED where regressors depend on each other, NO_CONVERGENCE where
     *  nothing varies within groups; else NONE. */
    int32_t reason;
    /** Always 0. */
    int32_t reserved;
} attain_shrinkage;

/** Sets defaults. @param shrinkage [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_shrinkage_init(attain_shrinkage *shrinkage);

/**
 * Fits a linear model with a random intercept for each group, and predicts the
 * groups' effects: u_j = ρ_j · mean residual of the group, ρ_j = between/
 * (between + within/n_j), whose conditional variance is between · (1 − ρ_j).
 *
 * The likelihood, as a function of between/within alone, is looked up at 64
 * places, and next to the best of these its derivative is brought to 0 by
 * halving (Laird and Ware 1982; Bates et al. 2015). Sums are exact, so the
 * order of rows changes no bit. Rows with a NaN, and rows in no group, are left
 * out.
 *
 * @param likelihood   enum attain_likelihood
 * @param y            [in] borrowed for the call, count elements
 * @param x            [in] borrowed for the call, column_count · stride
 *                     elements: regressor c begins at x[c · stride]
 * @param column_count number of regressors, at most 4096
 * @param stride       elements from one's begin to the next one's, at least
 *                     `count`
 * @param codes        [in] borrowed for the call, count elements: group of each
 *                     row, 0 … group_count − 1; any negative number: in no
 *                     group
 * @param count        number of rows
 * @param group_count  number of groups
 * @param fit          [out] owned by caller, `struct_size` set by its init
 *                     function
 * @param coefficients [out] owned by caller, optional, 1 + column_count
 *                     elements: b0 and one for each regressor; NaN for
 *                     `fit->reason`
 * @param errors       [out] owned by caller, optional, 1 + column_count
 *                     elements: their standard errors
 * @param effects      [out] owned by caller, optional, group_count elements: u
 *                     of each group; 0 for a group without rows
 * @param variances    [out] owned by caller, optional, group_count elements:
 *                     conditional variance of each u
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_VALUE
 *         (infinite, a code too large, a sum beyond the range),
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_shrink(
    int32_t likelihood, const double *y, const double *x, size_t column_count,
    size_t stride, const int32_t *codes, size_t count, size_t group_count,
    attain_shrinkage *fit, double *coefficients, double *errors,
    double *effects, double *variances, attain_error *err);

/* --- Value added ---------------------------------------------------------- */

/** Methods of ATTAIN_METHOD_VALUE_ADDED: rows are pupils (or schools over
 *  years), groups what is judged. n rows of a group; z the normal quantile of
 *  (1 + coverage)/2; a group of fewer than `least` rows is suppressed.
 *  Parameters coverage 0.95, least 1 unless others are named. */
enum attain_value_added {
    /** Mean residual of least squares on all regressors; ± z s/√n, s the
     *  residual deviation. */
    ATTAIN_VALUE_ADDED_ORDINARY = 0,
    /** Effect of a random intercept, restricted maximum likelihood; ± z times
     *  the root of its conditional variance. */
    ATTAIN_VALUE_ADDED_SHRUNKEN_RESTRICTED = 1,
    /** The same by maximum likelihood. */
    ATTAIN_VALUE_ADDED_SHRUNKEN_FULL = 2,
    /** Median over the group of each row's percentile among like starters: rows
     *  are cut by their start (the one regressor) into classes of equal size,
     *  equal starts together, and within a class 100 (worse + ties/2)/(m − 1)
     *  of its m rows (50 where m is 1). A conditional rank, not the quantile
     *  regression of SGP. Parameters classes 10, least 1. No interval. */
    ATTAIN_VALUE_ADDED_GROWTH_PERCENTILE = 3,
    /** Progress 8 (Department for Education, England): mean of (y − mean of all
     *  rows with the same start)/divisor; ± 1.96 sigma/√n. Parameters divisor
     *  10, sigma 0 (0: the sample deviation of all rows' scores), least 1. */
    ATTAIN_VALUE_ADDED_PROGRESS8 = 4
};

/** What is found about a group. */
enum attain_value_added_measure {
    /** n; also where the rest is suppressed. */
    ATTAIN_VALUE_ADDED_COUNT = 0,
    /** Value added. */
    ATTAIN_VALUE_ADDED_VALUE = 1,
    /** Half the width of the interval over z (1.96). */
    ATTAIN_VALUE_ADDED_ERROR = 2,
    /** Lower end of the interval. */
    ATTAIN_VALUE_ADDED_LOW = 3,
    /** Upper end. */
    ATTAIN_VALUE_ADDED_HIGH = 4,
    /** 1: above average, the interval lies above 0; −1: below; 0: average. */
    ATTAIN_VALUE_ADDED_CLASS = 5,
    /** Progress 8's bands: 1 well above (low > 0, value ≥ 0.5), 2 above, 3
     *  average, 4 below, 5 well below (high < 0, value < −0.5). */
    ATTAIN_VALUE_ADDED_BAND = 6
};

/** @return the number of measures, of enum attain_value_added_measure. */
ATTAIN_API size_t attain_value_added_measure_count(void);

/**
 * Names a measure, e.g. "low".
 *
 * @param measure enum attain_value_added_measure
 * @return static text; NULL if there is no such measure
 */
ATTAIN_API const char *attain_value_added_measure_name(int32_t measure);

/**
 * Finds what groups add. Rows with a NaN, and rows in no group, have no part in
 * anything.
 *
 * No value: no rows (ATTAIN_REASON_MISSING), too few for the model
 * (ATTAIN_REASON_TOO_FEW), fewer than `least` (ATTAIN_REASON_SUPPRESSED), what
 * a method does not have or cannot fit (ATTAIN_REASON_UNDEFINED,
 * ATTAIN_REASON_NO_CONVERGENCE).
 *
 * @param method       enum attain_value_added
 * @param parameters   [in] borrowed for the call, parameter_count elements: of
 *                     the method; NULL, and NaN: the default
 * @param parameter_count numbers in `parameters`
 * @param y            [in] borrowed for the call, count elements: outcomes,
 *                     high is good
 * @param x            [in] borrowed for the call, column_count · stride
 *                     elements: where rows started, and their context;
 *                     regressor c begins at x[c · stride]
 * @param column_count number of regressors; 1 for GROWTH_PERCENTILE and
 *                     PROGRESS8
 * @param stride       elements from one's begin to the next one's, at least
 *                     `count`
 * @param codes        [in] borrowed for the call, count elements: group of each
 *                     row, as in attain_group_order()
 * @param count        number of rows
 * @param group_count  number of groups
 * @param out          [out] owned by caller, group_count · 7 elements:
 *                     [group][enum attain_value_added_measure]
 * @param reasons      [out] owned by caller, optional, group_count · 7
 *                     elements: enum attain_reason of each, as `out`
 * @param rows         [out] owned by caller, optional, count elements: for each
 *                     row its residual (from the fixed part), percentile or
 *                     score; NaN where it has no part
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite, a code
 *         too large, a parameter out of its range, numbers beyond the range),
 *         ATTAIN_ERR_LIMIT (more than 2^31 − 1 rows), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_value_added(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *y, const double *x, size_t column_count, size_t stride,
    const int32_t *codes, size_t count, size_t group_count, double *out,
    uint8_t *reasons, double *rows, attain_error *err);

/**
 * Gives schools' scores the interval and the band of Progress 8: value ± 1.96
 * sigma/√n.
 *
 * @param scores  [in] borrowed for the call, count elements: NaN: none
 * @param counts  [in] borrowed for the call, count elements: pupils of each,
 *                NaN: none; fewer than `least` or than 1: no value
 *                (ATTAIN_REASON_SUPPRESSED)
 * @param count   number of schools
 * @param sigma   deviation of all pupils' scores, > 0
 * @param least   pupils
 * @param low     [out] owned by caller, optional, count elements: lower ends
 * @param high    [out] owned by caller, optional, count elements: upper ends
 * @param bands   [out] owned by caller, optional, count elements: 1 … 5, as
 *                ATTAIN_VALUE_ADDED_BAND
 * @param reasons [out] owned by caller, optional, count elements: enum
 *                attain_reason of each
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite)
 */
ATTAIN_API attain_status
attain_progress8_bands(const double *scores, const double *counts, size_t count,
                       double sigma, double least, double *low, double *high,
                       double *bands, uint8_t *reasons, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
