/**
 * @file numeric/equity.h
 * Who has what: inequality split by groups, curves, how a value goes with a
 * background, gaps between two groups, and segregation between schools.
 * Indices of one array (Gini, Theil, Atkinson, poverty …) are statistics:
 * attain_statistic_of().
 *
 * Missing is NaN and is left out. "No value" is NaN with ATTAIN_OK and a
 * reason. Sums are exact, so the order of elements does not show.
 */
#ifndef ATTAIN_NUMERIC_EQUITY_H
#define ATTAIN_NUMERIC_EQUITY_H

#include "method.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Inequality between and within groups -------------------------------- */

/** An index split by groups (kind "decomposition"). W_g and M_g are weight and
 *  mean of group g, I_g its own index. */
enum attain_decomposition {
    /** Theil T: within Σ(W_g M_g/WM) T_g. */
    ATTAIN_DECOMPOSITION_THEIL = 0,
    /** Theil L: within Σ(W_g/W) L_g. */
    ATTAIN_DECOMPOSITION_THEIL_L = 1,
    /** Generalised entropy (parameter alpha, 2): within Σ(W_g/W)(M_g/M)^α I_g.
     */
    ATTAIN_DECOMPOSITION_GENERALISED_ENTROPY = 2,
    /** Gini: within Σ(W_g/W)(W_g M_g/WM) I_g; what is left beside between and
     *  within is the overlap of the groups (Bhattacharya and Mahalanobis 1967),
     *  0 when their ranges do not meet. */
    ATTAIN_DECOMPOSITION_GINI = 3,
    /** Population variance: within Σ(W_g/W) I_g; between over total is the
     *  share that the groups explain (η²). Values may be negative. */
    ATTAIN_DECOMPOSITION_VARIANCE = 4
};

/** Parts of an index. */
enum attain_part {
    /** The index of all elements that have a group. */
    ATTAIN_PART_TOTAL = 0,
    /** The index if each element had its group's mean. */
    ATTAIN_PART_BETWEEN = 1,
    /** What is inside the groups. */
    ATTAIN_PART_WITHIN = 2,
    /** What is neither; 0 for all but Gini. */
    ATTAIN_PART_OVERLAP = 3
};

/** @return the number of parts, of enum attain_part. */
ATTAIN_API size_t attain_part_count(void);

/**
 * Splits an index of each column by groups.
 *
 * @param method          enum attain_decomposition
 * @param parameters      [in] borrowed for the call, optional, parameter_count
 *                      elements: of the method
 * @param parameter_count numbers in `parameters`
 * @param values          [in] borrowed for the call, column_count · stride
 *                      elements: column c begins at values[c · stride]
 * @param column_count    number of columns
 * @param stride          elements from one column's begin to the next one's
 * @param weights         [in] borrowed for the call, count elements, ≥ 0, of
 *                      all columns; NULL: all 1
 * @param codes           [in] borrowed for the call, count elements: group of
 *                      each element, 0 … group_count − 1; negative: in no
 *                      group, left out
 * @param count           number of elements
 * @param group_count     number of groups
 * @param out             [out] owned by caller, column_count · 4 elements:
 *                      [column][part]
 * @param groups          [out] owned by caller, optional, column_count ·
 *                      group_count elements: [column][group], each group's own
 *                      index; NaN where it has none
 * @param reasons         [out] owned by caller, optional, column_count
 *                      elements: [column]
 * @param err             [out] owned by caller, optional; `row` is the column
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite, a
 *         negative weight, a code too large, a parameter out of its range),
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_decompose(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride,
    const double *weights, const int32_t *codes, size_t count,
    size_t group_count, double *out, double *groups, uint8_t *reasons,
    attain_error *err);

/* --- Curves -------------------------------------------------------------- */

/** A curve (kind "curve"): points of population and share, from (0, 0) on. */
enum attain_curve {
    /** Share of all that the poorest share of weight has; M > 0, all v ≥ 0. */
    ATTAIN_CURVE_LORENZ = 0,
    /** The same times the mean; any values. */
    ATTAIN_CURVE_GENERALISED_LORENZ = 1,
    /** As LORENZ, but from the lowest to the highest background; elements with
     *  the same background are one point. */
    ATTAIN_CURVE_CONCENTRATION = 2,
    /** Pen's parade: the value over the mean, lowest first; M > 0. */
    ATTAIN_CURVE_PEN = 3
};

/**
 * Draws a curve. One point for each element with weight and one for (0, 0) at
 * most; without a value there is no point, and a reason.
 *
 * @param method          enum attain_curve
 * @param parameters      [in] borrowed for the call, optional, parameter_count
 *                      elements: of the method
 * @param parameter_count numbers in `parameters`
 * @param values          [in] borrowed for the call, count elements
 * @param weights         [in] borrowed for the call, count elements, ≥ 0; NULL:
 *                      all 1
 * @param background      [in] borrowed for the call, count elements: needed for
 *                      CONCENTRATION, else NULL; an element without one is left
 *                      out
 * @param count           number of elements
 * @param population      [out] owned by caller, count + 1 elements: cumulative
 *                      share of weight
 * @param share           [out] owned by caller, count + 1 elements
 * @param point_count     [out] owned by caller: points written; 0: no value
 * @param reason          [out] owned by caller, optional
 * @param err             [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_curve_points(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, const double *weights, const double *background,
    size_t count, double *population, double *share, size_t *point_count,
    uint8_t *reason, attain_error *err);

/* --- How a value goes with a background ---------------------------------- */

/** An index of how values go with a background (kind "concentration"). R is the
 *  share of weight with a lower background plus half of that with the same, x
 *  the background, cov and var weighted and of the population, a and b the
 *  bounds of the values (parameters low and high, 0 and 1). Above 0: those with
 *  a high background have more. */
enum attain_concentration {
    /** 2 cov(v, R)/M, M > 0; −1 … 1. */
    ATTAIN_CONCENTRATION_INDEX = 0,
    /** 2 cov(v, R). */
    ATTAIN_CONCENTRATION_GENERALISED = 1,
    /** Of what is attained: 2 cov(v, R)/(M − a). */
    ATTAIN_CONCENTRATION_ATTAINMENT = 2,
    /** Of what is missing: −2 cov(v, R)/(b − M). */
    ATTAIN_CONCENTRATION_SHORTFALL = 3,
    /** Erreygers 2009: 8 cov(v, R)/(b − a). */
    ATTAIN_CONCENTRATION_ERREYGERS = 4,
    /** Wagstaff 2005: 2 cov(v, R)(b − a)/((M − a)(b − M)). */
    ATTAIN_CONCENTRATION_WAGSTAFF = 5,
    /** Slope index of inequality: cov(v, R)/var(R), from the lowest background
     *  to the highest. */
    ATTAIN_CONCENTRATION_SLOPE_INDEX = 6,
    /** SLOPE_INDEX/M. */
    ATTAIN_CONCENTRATION_RELATIVE_INDEX = 7,
    /** Gradient: cov(v, x)/var(x), for 1 of the background. */
    ATTAIN_CONCENTRATION_GRADIENT = 8,
    /** Share of the variance that a line in x explains: cov²/(var var). */
    ATTAIN_CONCENTRATION_EXPLAINED = 9
};

/**
 * Computes such an index of each column. Elements without value, weight or
 * background are left out.
 *
 * @param method          enum attain_concentration
 * @param parameters      [in] borrowed for the call, optional, parameter_count
 *                      elements: of the method
 * @param parameter_count numbers in `parameters`
 * @param values          [in] borrowed for the call, column_count · stride
 *                      elements: column c begins at values[c · stride]
 * @param column_count    number of columns
 * @param stride          elements from one column's begin to the next one's
 * @param weights         [in] borrowed for the call, count elements, ≥ 0, of
 *                      all columns; NULL: all 1
 * @param background      [in] borrowed for the call, count elements: of all
 *                      columns
 * @param count           number of elements
 * @param out             [out] owned by caller, column_count elements: [column]
 * @param reasons         [out] owned by caller, optional, column_count
 *                      elements: [column]; UNDEFINED: also when a value is
 *                      beyond its bounds
 * @param err             [out] owned by caller, optional; `row` is the column
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_concentrations(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride,
    const double *weights, const double *background, size_t count, double *out,
    uint8_t *reasons, attain_error *err);

/* --- Two groups ---------------------------------------------------------- */

/** A gap between two groups (kind "parity"): d the value of the group that is
 *  looked at (girls, rural …), a that of the one it is compared with. */
enum attain_parity {
    /** d/a, e.g. the gender parity index; parity is 1. */
    ATTAIN_PARITY_INDEX = 0,
    /** Adjusted (UIS): d/a up to 1, else 2 − a/d; 0 … 2, symmetric around 1. */
    ATTAIN_PARITY_ADJUSTED_INDEX = 1,
    /** d − a. */
    ATTAIN_PARITY_DIFFERENCE = 2,
    /** (d − a)/a. */
    ATTAIN_PARITY_RELATIVE_DIFFERENCE = 3,
    /** Odds ratio d(c − a)/(a(c − d)) of two shares of the whole c (parameter
     *  whole, 1; 100 for percentages). */
    ATTAIN_PARITY_ODDS_RATIO = 4,
    /** Of what is missing to the whole: (c − d)/(c − a). Near the whole, where
     *  d/a says little. */
    ATTAIN_PARITY_SHORTFALL_INDEX = 5
};

/**
 * Compares two groups, element by element. Values have to be 0 or more, except
 * for the difference.
 *
 * @param method          enum attain_parity
 * @param parameters      [in] borrowed for the call, optional, parameter_count
 *                      elements: of the method
 * @param parameter_count numbers in `parameters`
 * @param values          [in] borrowed for the call, count elements: d
 * @param compared_with   [in] borrowed for the call, count elements: a
 * @param count           number of elements
 * @param out             [out] owned by caller, count elements: one for each;
 *                      may be one of the inputs
 * @param reasons         [out] owned by caller, optional, count elements: one
 *                      for each; UNDEFINED: a division by 0, or beyond the
 *                      whole
 * @param err             [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE
 */
ATTAIN_API attain_status attain_parities(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, const double *compared_with, size_t count,
    double *out, uint8_t *reasons, attain_error *err);

/* --- Segregation --------------------------------------------------------- */

/** An index of how unevenly groups are spread over schools (kind
 *  "segregation"). c_ig pupils of group g in school i, t_i all in it, P_g all
 *  of the group, T all; p = c_ig/t_i, π = P_g/T, I = Σπ(1 − π). All but
 *  ISOLATION, EXPOSURE and ETA_SQUARED are 0 for even and 1 for complete
 *  segregation (MUTUAL_INFORMATION up to ln of the number of groups).
 *
 *  Small schools: when pupils are dealt out at random, shares still differ by
 *  chance, and every index of unevenness is above 0 on average, the more so the
 *  smaller the schools and the rarer the group (Carrington and Troske 1997).
 *  The index is what the counts say; it takes nothing off. Compare schools of
 *  like size, or groups that are large in them. */
enum attain_segregation {
    /** Duncan and Duncan 1955, of any number of groups (Reardon and Firebaugh
     *  2002): Σ_g Σ_i t_i|p − π|/(2TI); of two ½Σ|c_i1/P_1 − c_i2/P_2|. */
    ATTAIN_SEGREGATION_DISSIMILARITY = 0,
    /** Gini: Σ_g Σ_ij t_i t_j|p_i − p_j|/(2T²I). */
    ATTAIN_SEGREGATION_GINI = 1,
    /** Mutual information M: Σ_g Σ_i (c/T) ln(p/π). */
    ATTAIN_SEGREGATION_MUTUAL_INFORMATION = 2,
    /** Theil's H: M over the entropy Σπ ln(1/π). */
    ATTAIN_SEGREGATION_INFORMATION = 3,
    /** Isolation of a group (parameter group, 0): Σ(c/P)p, the share of their
     *  own group that its pupils meet. */
    ATTAIN_SEGREGATION_ISOLATION = 4,
    /** Exposure of a group to another (parameters group, 0, and other, 1). */
    ATTAIN_SEGREGATION_EXPOSURE = 5,
    /** Adjusted isolation (η², correlation ratio): (isolation − π)/(1 − π). */
    ATTAIN_SEGREGATION_ETA_SQUARED = 6,
    /** Hutchens' square root index of two groups (parameters group and other):
     *  1 − Σ√((c_i1/P_1)(c_i2/P_2)). */
    ATTAIN_SEGREGATION_HUTCHENS = 7
};

/**
 * Computes an index of segregation. A school with a missing count is left out.
 *
 * @param method          enum attain_segregation
 * @param parameters      [in] borrowed for the call, optional, parameter_count
 *                      elements: of the method
 * @param parameter_count numbers in `parameters`
 * @param counts          [in] borrowed for the call, group_count · stride
 *                      elements, ≥ 0: group g of school i at counts[g · stride
 *                      + i]
 * @param group_count     number of groups, ≥ 1
 * @param stride          elements from one group's begin to the next one's
 * @param count           number of schools
 * @param out             [out] owned by caller: the index
 * @param reason          [out] owned by caller, optional; CONSTANT: all pupils
 *                        are of one group
 * @param err             [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite, or no
 *         such group), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_segregation_of(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *counts, size_t group_count, size_t stride, size_t count,
    double *out, uint8_t *reason, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
