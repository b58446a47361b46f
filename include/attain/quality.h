/**
 * @file quality.h
 * Floor 3: whether the data can be judged by. Checks that look at a dataset
 * (and at what a plan needs of it) before anything is judged, and findings:
 * each with its place, its severity, what is wrong with the numbers, and what
 * to do. Nothing is corrected.
 *
 * A check is a row: a kind, what it is about, a few parameters, a severity. A
 * set of checks begins with the default rows, one for each kind that applies
 * without being asked for; their ids are the words of their kinds. A row with
 * the id of a default row takes its place. A row that names a variable or a
 * metric takes it out of the rows of the same kind that name none. How the
 * kinds decide: docs/quality.md.
 */
#ifndef ATTAIN_QUALITY_H
#define ATTAIN_QUALITY_H

#include "base.h"
#include "dataset.h"
#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Checks ------------------------------------------------------------- */

/** How much a finding matters. */
enum attain_quality_severity {
    /** The check is not made; no finding has it. */
    ATTAIN_QUALITY_OFF = 0,
    /** Worth knowing. */
    ATTAIN_QUALITY_INFO = 1,
    /** Probably wrong: somebody should look. */
    ATTAIN_QUALITY_WARNING = 2,
    /** Cannot be so. */
    ATTAIN_QUALITY_ERROR = 3
};

/** What a check looks for; x is a value. */
enum attain_check_kind {
    /** A value that the plan's targets need is not there; with a variable: at
     *  units of its level, in every period that has data. */
    ATTAIN_CHECK_COMPLETE = 0,
    /** x < low or x > high. */
    ATTAIN_CHECK_RANGE = 1,
    /** x < 0, unless the variable's min is below 0. */
    ATTAIN_CHECK_NEGATIVE = 2,
    /** x is no whole number. */
    ATTAIN_CHECK_WHOLE = 3,
    /** The numerator of a metric with factor 100 is above its denominator, or
     *  a variable above the sum of `parts`, by more than `tolerance`. */
    ATTAIN_CHECK_SHARE = 4,
    /** A variable is not the sum of `parts`, within `tolerance`. */
    ATTAIN_CHECK_PARTS = 5,
    /** A variable of a unit is not the sum over the units of `level` below it,
     *  where all of them have a value, within `tolerance`. */
    ATTAIN_CHECK_UNITS = 6,
    /** A metric's denominator is 0, and its numerator is not. */
    ATTAIN_CHECK_DIVISOR = 7,
    /** |0.6745 (x − median)/MAD| > limit among a unit's own values other than
     * 0, of which there are three at least, and |x − median| is above
     *  `tolerance` and least · |median|. Where MAD is 0, 1.253314 times the
     *  mean absolute deviation stands for MAD/0.6745. */
    ATTAIN_CHECK_HISTORY = 8,
    /** A metric's ratio lies beyond a quartile Q of its peers, the units of the
     *  same level and stage, of which there are eight at least, by more than
     *  limit · IQR, and by more than least · |Q|; a variable, if it is named.
     */
    ATTAIN_CHECK_PEERS = 9,
    /** x is 10, 100, 1000 … times the middle √(smallest · largest) of the
     * unit's other periods, or that part of it, within the factor `tolerance`,
     * where those agree within a factor of 3, and the larger of the two is
     *  `least` or more; or so from a period on. */
    ATTAIN_CHECK_SCALE = 10,
    /** x = 0 once, not in the first period, and the unit's other values, at
     *  least two, are above 0 and `least` or more in the middle
     *  √(smallest · largest). */
    ATTAIN_CHECK_ZERO = 11,
    /** `limit` or more variables of a unit, and all that were observed in both
     *  periods, are what they were in the period before. */
    ATTAIN_CHECK_REPEATED = 12,
    /** Two units have the same values in a period, `limit` or more that are
     *  not 0. */
    ATTAIN_CHECK_TWINS = 13,
    /** Two units have the same name, level, stage and parent, and are open at
     *  the same time. */
    ATTAIN_CHECK_NAMES = 14,
    /** A unit has no parent, or none that is there, where others of its level
     *  have one. */
    ATTAIN_CHECK_PARENTS = 15,
    /** A unit has a value in a period in which it is not open. */
    ATTAIN_CHECK_CLOSED = 16,
    /** Values in a period that is after the plan's last and has less than half
     *  of the values of the fullest period; or in one that has less than a
     *  tenth of them, or lies more than 20 periods from any other, and is no
     *  baseline's. */
    ATTAIN_CHECK_PERIOD = 17
};

/** A check (checks.csv). Texts are copied by attain_checks_add(). */
typedef struct attain_check {
    /** sizeof(attain_check), set by the init function. */
    size_t struct_size;
    /** Id, unique but for the default rows; required. */
    const char *id;
    /** Id of the variable it is about; NULL: every one. */
    const char *variable;
    /** Id of the plan's metric it is about; NULL: every one. */
    const char *metric;
    /** List of variables that are added up: `a;b;-c`; NULL: none. */
    const char *parts;
    /** Only units of this level (for ATTAIN_CHECK_UNITS the level that is
     *  added up); NULL: any. */
    const char *level;
    /** Only units of this stage; NULL: any. */
    const char *stage;
    /** What to do about a finding; NULL: what the kind says. */
    const char *advice;
    /** Smallest value for ATTAIN_CHECK_RANGE; NaN: any. */
    double low;
    /** Largest value for ATTAIN_CHECK_RANGE; NaN: any. */
    double high;
    /** Threshold ≥ 0 of the kinds that have one; NaN: the kind's. */
    double limit;
    /** What is let pass, ≥ 0; NaN: the kind's. */
    double tolerance;
    /** Smallest difference or size that counts, ≥ 0; NaN: the kind's. */
    double least;
    /** enum attain_check_kind. */
    int32_t kind;
    /** enum attain_quality_severity; default warning. */
    int32_t severity;
} attain_check;

/** Sets defaults. @param check [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_check_init(attain_check *check);

/** What a kind of check is. All texts are static. */
typedef struct attain_check_kind_info {
    /** sizeof(attain_check_kind_info), set by the init function. */
    size_t struct_size;
    /** The word of the tables. */
    const char *word;
    /** What is found, as a formula. */
    const char *formula;
    /** Where the formula is from, "" if nowhere in particular. */
    const char *source;
    /** What it is about: `variable`, `metric`, `unit` or `period`. */
    const char *subject;
    /** Names of the parameters that it reads, separated by `;`. */
    const char *parameters;
    /** Default of the parameter; NaN: it has none. */
    double limit;
    /** See limit. */
    double tolerance;
    /** See limit. */
    double least;
    /** Severity of the default row; ATTAIN_QUALITY_OFF: there is none. */
    int32_t severity;
    /** Always 0. */
    int32_t reserved;
} attain_check_kind_info;

/** Sets defaults. @param info [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_check_kind_info_init(attain_check_kind_info *info);

/** @return the number of kinds, of enum attain_check_kind. */
ATTAIN_API size_t attain_check_kind_count(void);

/**
 * Tells what a kind of check is.
 *
 * @param kind enum attain_check_kind
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_check_kind_get(int32_t kind,
                                               attain_check_kind_info *out,
                                               attain_error *err);

/** A set of checks. Opaque; owned by caller, release with
 *  attain_checks_destroy(). */
typedef struct attain_checks attain_checks;

/**
 * Makes a set of checks that has the default rows.
 *
 * @param allocator [in] copied; NULL: the C library's malloc
 * @param out       [out] owned by caller, release with
 *                  attain_checks_destroy()
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_checks_create(const attain_allocator *allocator,
                                              attain_checks **out,
                                              attain_error *err);

/** Destroys a set. @param checks [in] owned by caller; NULL does nothing */
ATTAIN_API void attain_checks_destroy(attain_checks *checks);

/**
 * Adds a check, or puts it in the place of the default row with its id.
 *
 * @param checks  [in,out] owned by caller
 * @param check   [in] copied
 * @param out_row [out] owned by caller, optional: its row
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING (the id, or what the kind needs),
 *         ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_VALUE (a parameter that is negative
 *         or infinite, low above high, or a subject that the kind does not
 *         have), ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_checks_add(attain_checks *checks,
                                           const attain_check *check,
                                           int32_t *out_row, attain_error *err);

/**
 * Counts the rows. @param checks [in] borrowed for the call
 * @return rows; 0 for NULL
 */
ATTAIN_API size_t attain_checks_count(const attain_checks *checks);

/**
 * Reads a row. Texts are borrowed until the set is destroyed.
 *
 * @param checks [in] borrowed for the call
 * @param row    0 … attain_checks_count() − 1
 * @param out    [out] owned by caller, `struct_size` set by its init function
 * @param err    [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_checks_get(const attain_checks *checks,
                                           int32_t row, attain_check *out,
                                           attain_error *err);

/* --- Assessing ---------------------------------------------------------- */

/** What was found. Opaque; owned by caller, release with
 *  attain_quality_destroy(). */
typedef struct attain_quality attain_quality;

/** Options of attain_quality_assess(). */
typedef struct attain_quality_options {
    /** sizeof(attain_quality_options), set by the init function. */
    size_t struct_size;
    /** Memory for what is found; NULL: the C library's malloc. Borrowed for
     *  the call (what it points to is copied). */
    const attain_allocator *allocator;
    /** Findings of one check that are kept, ≥ 1, default 1000; the others are
     *  only counted. */
    size_t max_findings;
    /** Period as of which the plan will be judged; ATTAIN_PERIOD_NONE (the
     *  default): the last of the plan or of the data, whichever is earlier. */
    int32_t as_of;
    /** Always 0. */
    int32_t reserved;
} attain_quality_options;

/** Sets defaults. @param options [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_quality_options_init(attain_quality_options *options);

/**
 * Looks at a dataset. The findings stand in the order of severity (errors
 * first) and checks; within a check in an order that depends on the rows of
 * units and on ids, not on the order in which values were observed.
 *
 * @param plan    [in] borrowed for the call; NULL: nothing is known of what is
 *                needed, and checks of metrics are left out
 * @param data    [in] borrowed for the call; it need not pass
 *                attain_dataset_check()
 * @param checks  [in] borrowed for the call; NULL: the default rows
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_quality_destroy()
 * @param err     [out] owned by caller, optional; `row` is the check's
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT; what
 *         attain_plan_check() returns; ATTAIN_ERR_UNKNOWN (a check names a
 *         variable or metric that is not there); ATTAIN_ERR_PERIOD (as_of is
 *         no period of the plan's frequency); ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_quality_assess(
    const attain_plan *plan, const attain_dataset *data,
    const attain_checks *checks, const attain_quality_options *options,
    attain_quality **out, attain_error *err);

/** Destroys findings. @param quality [in] owned by caller; NULL does nothing */
ATTAIN_API void attain_quality_destroy(attain_quality *quality);

/* --- Findings ----------------------------------------------------------- */

/** A finding. Texts are borrowed until the findings are destroyed. */
typedef struct attain_quality_finding {
    /** sizeof(attain_quality_finding), set by the init function. */
    size_t struct_size;
    /** Id of the check. */
    const char *check;
    /** Id of the unit, "" if it is about several. */
    const char *unit;
    /** Name of the unit, "" if it is about several. */
    const char *unit_name;
    /** Id of the other unit of a pair, "" if none. */
    const char *other;
    /** Id of the variable, "" if none. */
    const char *variable;
    /** Id of the evaluator group, "" if none. */
    const char *group;
    /** Id of the metric, "" if none. */
    const char *metric;
    /** File it came from, "" if that is not known. */
    const char *file;
    /** Line in the file, from 1; 0: none. */
    int64_t line;
    /** Column in the file's table, from 1; 0: none. */
    int64_t column;
    /** The value, or the metric's ratio; NaN: none. */
    double value;
    /** What it was compared with: a limit, a sum, a median; NaN: none. */
    double reference;
    /** How far out: the modified z, quartile distances, the power of ten; NaN:
     *  none. */
    double score;
    /** Cells it is about, ≥ 1. */
    int64_t count;
    /** enum attain_check_kind. */
    int32_t kind;
    /** enum attain_quality_severity. */
    int32_t severity;
    /** Period, or ATTAIN_PERIOD_NONE. */
    int32_t period;
    /** Always 0. */
    int32_t reserved;
} attain_quality_finding;

/** Sets defaults. @param finding [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_quality_finding_init(attain_quality_finding *finding);

/**
 * Counts the findings that were kept. @param quality [in] borrowed for the call
 * @return findings; 0 for NULL
 */
ATTAIN_API size_t attain_quality_count(const attain_quality *quality);

/**
 * Counts the findings of a severity, also those that were not kept.
 *
 * @param quality  [in] borrowed for the call
 * @param severity enum attain_quality_severity
 * @return findings; 0 for NULL or no such severity
 */
ATTAIN_API size_t attain_quality_tally(const attain_quality *quality,
                                       int32_t severity);

/**
 * Tells the highest severity that was found.
 *
 * @param quality [in] borrowed for the call
 * @return enum attain_quality_severity; ATTAIN_QUALITY_OFF if nothing was
 *         found, and for NULL
 */
ATTAIN_API int32_t attain_quality_worst(const attain_quality *quality);

/**
 * Reads a finding.
 *
 * @param quality [in] borrowed for the call
 * @param index   0 … attain_quality_count() − 1
 * @param out     [out] owned by caller, `struct_size` set by its init function
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_quality_get(const attain_quality *quality,
                                            size_t index,
                                            attain_quality_finding *out,
                                            attain_error *err);

/** The columns of findings. */
enum attain_quality_field {
    /** Row of the check. */
    ATTAIN_QUALITY_FIELD_CHECK = 0,
    /** enum attain_check_kind. */
    ATTAIN_QUALITY_FIELD_KIND = 1,
    /** enum attain_quality_severity. */
    ATTAIN_QUALITY_FIELD_SEVERITY = 2,
    /** Row of the unit in the dataset; −1: none. */
    ATTAIN_QUALITY_FIELD_UNIT = 3,
    /** Row of the other unit; −1: none. */
    ATTAIN_QUALITY_FIELD_OTHER = 4,
    /** Period, or ATTAIN_PERIOD_NONE. */
    ATTAIN_QUALITY_FIELD_PERIOD = 5,
    /** Row of the variable (attain_quality_variable()); −1: none. */
    ATTAIN_QUALITY_FIELD_VARIABLE = 6,
    /** Row of the group in the dataset; −1: none. */
    ATTAIN_QUALITY_FIELD_GROUP = 7,
    /** Row of the metric in the plan; −1: none. */
    ATTAIN_QUALITY_FIELD_METRIC = 8,
    /** Line in the file; 0: none. */
    ATTAIN_QUALITY_FIELD_LINE = 9,
    /** Column in the file's table; 0: none. */
    ATTAIN_QUALITY_FIELD_COLUMN = 10,
    /** Cells it is about. */
    ATTAIN_QUALITY_FIELD_COUNT = 11,
    /** The value; NaN: none. */
    ATTAIN_QUALITY_FIELD_VALUE = 12,
    /** What it was compared with; NaN: none. */
    ATTAIN_QUALITY_FIELD_REFERENCE = 13,
    /** How far out; NaN: none. */
    ATTAIN_QUALITY_FIELD_SCORE = 14
};

/**
 * Copies a column of the findings.
 *
 * @param quality  [in] borrowed for the call
 * @param field    enum attain_quality_field
 * @param out      [out] owned by caller: a number for each finding; NULL to
 *                 count
 * @param capacity elements of `out`
 * @param count    [out] owned by caller: the number of findings
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_quality_column(const attain_quality *quality,
                                               int32_t field, double *out,
                                               size_t capacity, size_t *count,
                                               attain_error *err);

/**
 * Names a variable of the findings: those of the dataset, by their rows, and
 * behind them what the plan needs and the dataset does not have.
 *
 * @param quality [in] borrowed for the call
 * @param row     row of the variable
 * @return its id, borrowed until the findings are destroyed; NULL if there is
 *         none
 */
ATTAIN_API const char *attain_quality_variable(const attain_quality *quality,
                                               int32_t row);

/** What cells are counted by. */
enum attain_quality_by {
    /** Units, by their rows in the dataset. */
    ATTAIN_QUALITY_BY_UNIT = 0,
    /** Variables, by their rows in the findings. */
    ATTAIN_QUALITY_BY_VARIABLE = 1
};

/**
 * Counts the cells that are needed (ATTAIN_CHECK_COMPLETE) and those of them
 * that have a value. Where that check is off, none are needed.
 *
 * @param quality  [in] borrowed for the call
 * @param by       enum attain_quality_by
 * @param needed   [out] owned by caller: cells needed of each
 * @param known    [out] owned by caller: those that have a value
 * @param capacity elements of each output; both NULL to count
 * @param count    [out] owned by caller: number of units or variables
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_quality_coverage(const attain_quality *quality,
                                                 int32_t by, double *needed,
                                                 double *known, size_t capacity,
                                                 size_t *count,
                                                 attain_error *err);

/**
 * Says what is wrong with the numbers of a finding, as one line.
 *
 * @param quality  [in] borrowed for the call
 * @param index    0 … attain_quality_count() − 1
 * @param language enum attain_language
 * @param out      [out] owned by caller: text and its NUL; NULL to count
 * @param capacity bytes of `out`
 * @param count    [out] owned by caller: bytes of text without the NUL
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_quality_message(const attain_quality *quality,
                                                size_t index, int32_t language,
                                                char *out, size_t capacity,
                                                size_t *count,
                                                attain_error *err);

/**
 * Says what to do about a finding: the check's advice, or the kind's.
 *
 * @param quality  [in] borrowed for the call
 * @param index    0 … attain_quality_count() − 1
 * @param language enum attain_language
 * @return borrowed until the findings are destroyed; NULL if there is no such
 *         finding or language
 */
ATTAIN_API const char *attain_quality_advice(const attain_quality *quality,
                                             size_t index, int32_t language);

#ifdef __cplusplus
}
#endif

#endif
