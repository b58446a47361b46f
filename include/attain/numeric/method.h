/**
 * @file numeric/method.h
 * The methods of the numeric room, as a table: what each is called, what it
 * computes, where it comes from, and which parameters it takes.
 *
 * A kind is a family of methods that do the same job, and one function runs
 * any method of a kind. All these functions have one shape:
 *
 *     attain_KIND(method, parameters, parameter_count, inputs …, outputs …,
 *                 reasons, err)
 *
 * `parameters` are numbers in the order of the method's own table; NULL, a
 * shorter array, and NaN in it stand for the defaults (beyond the last
 * parameter there may only be NaN, so that one length fits several methods).
 * `reasons` say, for each
 * output that is NaN, why it has no value (enum attain_reason); it is
 * optional. Many columns are given as one array: column c begins at
 * values[c · stride]. A low value is good where `descending` is 1; NULL: high
 * values are good in all columns.
 */
#ifndef ATTAIN_NUMERIC_METHOD_H
#define ATTAIN_NUMERIC_METHOD_H

#include "../base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Families of methods. */
enum attain_method_kind {
    /** An array to a number: attain_statistic_of() and its like. */
    ATTAIN_METHOD_STATISTIC = 0,
    /** Sorted values to the value at a probability: attain_quantiles(). */
    ATTAIN_METHOD_QUANTILE = 1,
    /** Values to ranks, by what ties get: attain_ranks(). */
    ATTAIN_METHOD_RANK = 2,
    /** Pairs to a measure of how they go together: attain_association_of(). */
    ATTAIN_METHOD_ASSOCIATION = 3,
    /** Columns to how far they measure one thing: attain_reliability_of(). */
    ATTAIN_METHOD_RELIABILITY = 4,
    /** Columns to their principal components: attain_components_of(). */
    ATTAIN_METHOD_COMPONENTS = 5,
    /** Rows or columns to whether they have enough data: attain_screen(). */
    ATTAIN_METHOD_SCREENING = 6,
    /** Missing elements to what they are filled with: attain_impute(). */
    ATTAIN_METHOD_IMPUTATION = 7,
    /** Skewed columns to ones that are less so: attain_treat(). */
    ATTAIN_METHOD_TREATMENT = 8,
    /** Elements to how far out they are: attain_find_outliers(). */
    ATTAIN_METHOD_OUTLIERS = 9,
    /** An index to its parts between and within groups: attain_decompose(). */
    ATTAIN_METHOD_DECOMPOSITION = 10,
    /** An array to the points of a curve: attain_curve_points(). */
    ATTAIN_METHOD_CURVE = 11,
    /** Values and a background to a number: attain_concentrations(). */
    ATTAIN_METHOD_CONCENTRATION = 12,
    /** Two values to the gap between them: attain_parities(). */
    ATTAIN_METHOD_PARITY = 13,
    /** Counts of groups in schools to a number: attain_segregation_of(). */
    ATTAIN_METHOD_SEGREGATION = 14,
    /** Columns to columns on one scale: attain_normalise(). */
    ATTAIN_METHOD_NORMALISATION = 15,
    /** A matrix to a weight for each column: attain_weigh(). */
    ATTAIN_METHOD_WEIGHTING = 16,
    /** A matrix and weights to a score for each unit: attain_aggregate(). */
    ATTAIN_METHOD_AGGREGATION = 17,
    /** A series to where it goes: attain_trends(). */
    ATTAIN_METHOD_TREND = 18,
    /** Groups of rows to what they add: attain_value_added(). */
    ATTAIN_METHOD_VALUE_ADDED = 19,
    /** A value on its way to a target to a score and a class:
     *  attain_progress(). */
    ATTAIN_METHOD_PROGRESS = 20,
    /** Scores of indicators to that of their goal: attain_progress_goal(). */
    ATTAIN_METHOD_PROGRESS_GOAL = 21
};

/** Why an output has no value. */
enum attain_reason {
    /** It has one. */
    ATTAIN_REASON_NONE = 0,
    /** What it is computed from is missing. */
    ATTAIN_REASON_MISSING = 1,
    /** Fewer elements than the formula needs. */
    ATTAIN_REASON_TOO_FEW = 2,
    /** All elements are equal, and the formula divides by their spread. */
    ATTAIN_REASON_CONSTANT = 3,
    /** A value or a mean is not above 0, as the formula needs. */
    ATTAIN_REASON_NOT_POSITIVE = 4,
    /** A value is below 0, where the formula needs 0 or more. */
    ATTAIN_REASON_NEGATIVE = 5,
    /** The weights add up to 0. */
    ATTAIN_REASON_WEIGHTLESS = 6,
    /** The formula is not defined there: a division by 0, or a root or
     *  logarithm of what has none. */
    ATTAIN_REASON_UNDEFINED = 7,
    /** An iteration did not come to rest. */
    ATTAIN_REASON_NO_CONVERGENCE = 8,
    /** Too few stand behind it for it to be shown. */
    ATTAIN_REASON_SUPPRESSED = 9
};

/** What a method needs or allows, as bits of attain_method.traits. */
enum attain_method_trait {
    /** It uses weights where they are given; without this bit, weights only
     *  say which elements are known. */
    ATTAIN_METHOD_WEIGHTED = 1,
    /** All values have to be 0 or more. */
    ATTAIN_METHOD_NEEDS_NONNEGATIVE = 2,
    /** All values have to be above 0. */
    ATTAIN_METHOD_NEEDS_POSITIVE = 4,
    /** Its results are good where they are low. */
    ATTAIN_METHOD_LOW_IS_GOOD = 8
};

/** A row of the table of methods. Texts are static. */
typedef struct attain_method {
    /** sizeof(attain_method), set by the init function. */
    size_t struct_size;
    /** Name in tables and bindings, e.g. "kurtosis_sample". */
    const char *name;
    /** What it computes, in one formula. */
    const char *formula;
    /** Where the formula comes from. */
    const char *source;
    /** Number of parameters. */
    size_t parameter_count;
    /** Bits of enum attain_method_trait. */
    uint32_t traits;
    /** Always 0. */
    uint32_t reserved;
} attain_method;

/** Sets defaults. @param method [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_method_init(attain_method *method);

/** A parameter of a method. Texts are static. */
typedef struct attain_parameter {
    /** sizeof(attain_parameter), set by the init function. */
    size_t struct_size;
    /** Name, e.g. "epsilon". */
    const char *name;
    /** What it is. */
    const char *description;
    /** What it is when it is not given; NaN: it has to be given. */
    double standard;
    /** Smallest number it may be. */
    double low;
    /** Largest number it may be. */
    double high;
} attain_parameter;

/** Sets defaults. @param parameter [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_parameter_init(attain_parameter *parameter);

/** @return the number of kinds, of enum attain_method_kind. */
ATTAIN_API size_t attain_method_kind_count(void);

/**
 * Names a kind, e.g. "statistic".
 *
 * @param kind enum attain_method_kind
 * @return static text; NULL if there is no such kind
 */
ATTAIN_API const char *attain_method_kind_name(int32_t kind);

/**
 * Counts the methods of a kind; they are numbered from 0.
 *
 * @param kind enum attain_method_kind
 * @return methods; 0 if there is no such kind
 */
ATTAIN_API size_t attain_method_count(int32_t kind);

/**
 * Reads a method.
 *
 * @param kind   enum attain_method_kind
 * @param method 0 … attain_method_count() − 1
 * @param out    [out] owned by caller, `struct_size` set by its init function
 * @param err    [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_method_get(int32_t kind, int32_t method,
                                           attain_method *out,
                                           attain_error *err);

/**
 * Finds a method by its name.
 *
 * @param kind   enum attain_method_kind
 * @param name   [in] UTF-8, borrowed for the call
 * @param length bytes, or ATTAIN_NUL_TERMINATED
 * @return the method, or −1
 */
ATTAIN_API int32_t attain_method_find(int32_t kind, const char *name,
                                      size_t length);

/**
 * Reads a parameter of a method.
 *
 * @param kind   enum attain_method_kind
 * @param method 0 … attain_method_count() − 1
 * @param index  0 … attain_method.parameter_count − 1
 * @param out    [out] owned by caller, `struct_size` set by its init function
 * @param err    [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_method_parameter(int32_t kind, int32_t method,
                                                 size_t index,
                                                 attain_parameter *out,
                                                 attain_error *err);

/** @return the number of reasons, of enum attain_reason. */
ATTAIN_API size_t attain_reason_count(void);

/**
 * Names a reason, e.g. "too_few".
 *
 * @param reason enum attain_reason
 * @return static text; NULL if there is no such reason
 */
ATTAIN_API const char *attain_reason_name(int32_t reason);

#ifdef __cplusplus
}
#endif

#endif
