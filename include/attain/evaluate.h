/**
 * @file evaluate.h
 * Floor 3: plan × dataset → evaluation, and its explanation.
 *
 * An evaluation has nodes: the goals and targets of the plan in pre-order (a
 * goal, its targets, then its sub-goals). A node has rows: one for every unit
 * that it is judged at and, where its parent goal is judged at a coarser level,
 * one for every unit of that level too (the whole). Rows of a node stand in
 * the order of the dataset's units. A measure is a column over rows.
 *
 * The evaluation owns all that it shows; plan and dataset may be destroyed.
 * Results depend on plan and dataset alone, not on threads or order of rows.
 */
#ifndef ATTAIN_EVALUATE_H
#define ATTAIN_EVALUATE_H

#include "base.h"
#include "dataset.h"
#include "evaluate/ratings.h"
#include "evaluate/vocabulary.h"
#include "evaluate/yearly.h"
#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Evaluating --------------------------------------------------------- */

/** Options of attain_evaluate(). */
typedef struct attain_evaluate_options {
    /** sizeof(attain_evaluate_options), set by the init function. */
    size_t struct_size;
    /** Memory for the evaluation; NULL: the C library's malloc. Borrowed for
     *  the call (what it points to is copied). */
    const attain_allocator *allocator;
    /** Bits of the measures to keep; the others read NaN. Default:
     *  ATTAIN_MEASURES_ALL. */
    uint64_t measures;
    /** Pace from which a target is on track; default 0.95. */
    double on_track;
    /** Pace from which it is slow; default 0.60, ≤ on_track. */
    double slow;
    /** Period as of which is judged; ATTAIN_PERIOD_NONE (the default): the
     *  last of the plan or of the data, whichever is earlier. */
    int32_t as_of;
    /** Threads to use, the caller's included; 0 and 1: the caller's alone. */
    int32_t threads;
    /** Goals are ranked down to this depth of the tree: 0 the root alone; −1
     *  (the default): all. Ranking sorts every goal's units. */
    int32_t rank_depth;
    /** Always 0. */
    int32_t reserved;
    /** Weight of the attainment in the comprehensive lens, ≥ 0; default 1. */
    double outcome_weight;
    /** Weight of the process in it, ≥ 0; default 1. */
    double process_weight;
    /** Weight of the value added in it, ≥ 0; default 1. */
    double value_added_weight;
    /** Id of the variable that counts whom a unit's value is of (pupils): value
     *  added is shrunk by it. NULL (the default): not shrunk. Borrowed for the
     *  call, copied. */
    const char *sizes;
} attain_evaluate_options;

/** Sets defaults. @param options [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_evaluate_options_init(attain_evaluate_options *options);

/**
 * Judges a dataset by a plan.
 *
 * @param plan    [in] borrowed for the call
 * @param data    [in] borrowed for the call
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with
 *                attain_evaluation_destroy()
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK; ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT; what
 *         attain_plan_check() and attain_dataset_check() return;
 *         ATTAIN_ERR_MISMATCH (another frequency; no unit of the plan's level;
 *         levels in a ring; a child judged at a coarser level than its goal;
 *         an evaluator group that is not listed); ATTAIN_ERR_UNKNOWN (the data
 *         have no variable `sizes`); ATTAIN_ERR_PERIOD (as-of before the first
 *         period); ATTAIN_ERR_LIMIT; ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_evaluate(const attain_plan *plan,
                                         const attain_dataset *data,
                                         const attain_evaluate_options *options,
                                         attain_evaluation **out,
                                         attain_error *err);

/** Destroys an evaluation. @param ev [in] owned by caller; NULL does nothing */
ATTAIN_API void attain_evaluation_destroy(attain_evaluation *ev);

/* --- Nodes and rows ----------------------------------------------------- */

/** A node. Texts are borrowed until the evaluation is destroyed. */
typedef struct attain_node {
    /** sizeof(attain_node), set by the init function. */
    size_t struct_size;
    /** Id of the goal or target. */
    const char *id;
    /** Name. */
    const char *name;
    /** Level it is judged at. */
    const char *level;
    /** Department, "" if none. */
    const char *owner;
    /** Clause, "" if none. */
    const char *source;
    /** Unit of measure of a target's metric, "" if none. */
    const char *unit;
    /** Number of rows. */
    size_t row_count;
    /** Weight in the parent's score. */
    double weight;
    /** Limits of a target (lower and upper; the one that a one-sided
     *  comparator lacks is NaN); NaN for goals. */
    double lower;
    /** See lower. */
    double upper;
    /** enum attain_kind. */
    int32_t kind;
    /** Row of the goal or target in the plan's table. */
    int32_t row;
    /** Node of the parent goal; −1 for the root. */
    int32_t parent;
    /** Depth in the tree; the root has 0. */
    int32_t depth;
    /** Due period of a target; the plan's last for goals. */
    int32_t due;
    /** enum attain_series of a target. */
    int32_t series;
    /** enum attain_comparator of a target. */
    int32_t comparator;
    /** enum attain_score that is used; ATTAIN_SCORE_DEFAULT: none. */
    int32_t score;
    /** Decimals of the metric, or ATTAIN_DECIMALS_NONE. */
    int32_t decimals;
    /** 1: aspirational. */
    int32_t soft;
    /** 1: a veto target. */
    int32_t veto;
    /** enum attain_judge. */
    int32_t judge;
    /** Method of progress that a target names, enum attain_progress_method; −1:
     *  none. */
    int32_t method;
    /** Always 0. */
    int32_t reserved;
} attain_node;

/** Sets defaults. @param node [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_node_init(attain_node *node);

/**
 * Counts the nodes. @param ev [in] borrowed for the call
 * @return nodes; 0 for NULL
 */
ATTAIN_API size_t attain_evaluation_node_count(const attain_evaluation *ev);

/**
 * Reads a node.
 *
 * @param ev   [in] borrowed for the call
 * @param node 0 … attain_evaluation_node_count() − 1; 0 is the root
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_evaluation_get_node(const attain_evaluation *ev,
                                                    int32_t node,
                                                    attain_node *out,
                                                    attain_error *err);

/**
 * Finds a node by the id of its goal or target.
 *
 * @param ev     [in] borrowed for the call
 * @param id     [in] UTF-8, copied from
 * @param length bytes, or ATTAIN_NUL_TERMINATED
 * @return the node, or −1
 */
ATTAIN_API int32_t attain_evaluation_find_node(const attain_evaluation *ev,
                                               const char *id, size_t length);

/**
 * Lends the units of a node's rows.
 *
 * @param ev    [in] borrowed for the call
 * @param node  node
 * @param count [out] owned by caller, optional: number of rows
 * @return rows of units in the dataset, ascending, borrowed until the
 *         evaluation is destroyed; NULL if there are none
 */
ATTAIN_API const int32_t *attain_evaluation_units(const attain_evaluation *ev,
                                                  int32_t node, size_t *count);

/**
 * Tells whether the rows of a node are wholes.
 *
 * @param ev    [in] borrowed for the call
 * @param node  node
 * @param count [out] owned by caller, optional: number of rows
 * @return 1 for each row that is a whole, 0 for one judged itself; borrowed
 *         until the evaluation is destroyed; NULL if there are no rows
 */
ATTAIN_API const uint8_t *attain_evaluation_wholes(const attain_evaluation *ev,
                                                   int32_t node, size_t *count);

/**
 * Finds the row of a unit.
 *
 * @param ev   [in] borrowed for the call
 * @param node node
 * @param unit row of the unit in the dataset
 * @return the row in the node's columns, or −1
 */
ATTAIN_API int64_t attain_evaluation_find_row(const attain_evaluation *ev,
                                              int32_t node, int32_t unit);

/** A unit as the evaluation knows it. Texts are borrowed until the evaluation
 *  is destroyed. */
typedef struct attain_evaluation_unit {
    /** sizeof(attain_evaluation_unit), set by the init function. */
    size_t struct_size;
    /** Id. */
    const char *id;
    /** Name. */
    const char *name;
    /** Level. */
    const char *level;
    /** Row of the unit above; −1: none. */
    int32_t parent;
    /** Always 0. */
    int32_t reserved;
} attain_evaluation_unit;

/** Sets defaults. @param unit [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_evaluation_unit_init(attain_evaluation_unit *unit);

/**
 * Reads a unit.
 *
 * @param ev   [in] borrowed for the call
 * @param unit row of the unit in the dataset
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_evaluation_get_unit(const attain_evaluation *ev,
                                                    int32_t unit,
                                                    attain_evaluation_unit *out,
                                                    attain_error *err);

/**
 * Finds a unit by its id.
 *
 * @param ev     [in] borrowed for the call
 * @param id     [in] UTF-8, copied from
 * @param length bytes, or ATTAIN_NUL_TERMINATED
 * @return the row of the unit in the dataset, or −1
 */
ATTAIN_API int32_t attain_evaluation_find_unit(const attain_evaluation *ev,
                                               const char *id, size_t length);

/* --- Measures ----------------------------------------------------------- */

/**
 * Tells which measures were kept.
 *
 * @param ev [in] borrowed for the call
 * @return their bits; 0 for NULL
 */
ATTAIN_API uint64_t attain_evaluation_measures(const attain_evaluation *ev);

/**
 * Copies a measure of a node, one number a row. Verdict and status come as
 * the numbers of their enums.
 *
 * @param ev       [in] borrowed for the call
 * @param measure  enum attain_measure
 * @param node     node
 * @param out      [out] owned by caller; NaN where there is no value; NULL to
 *                 count
 * @param capacity elements of `out`
 * @param count    [out] owned by caller: rows of the node
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_evaluation_column(const attain_evaluation *ev,
                                                  int32_t measure, int32_t node,
                                                  double *out, size_t capacity,
                                                  size_t *count,
                                                  attain_error *err);

/**
 * Lends a measure of a node, where it is stored as doubles.
 *
 * @param ev      [in] borrowed for the call
 * @param measure enum attain_measure, but not verdict and status
 * @param node    node
 * @param count   [out] owned by caller, optional: rows
 * @return one number a row, borrowed until the evaluation is destroyed; NULL
 *         if the node has no such measure or it was not kept
 */
ATTAIN_API const double *attain_evaluation_view(const attain_evaluation *ev,
                                                int32_t measure, int32_t node,
                                                size_t *count);

/**
 * Lends the verdicts or statuses of a node.
 *
 * @param ev      [in] borrowed for the call
 * @param measure ATTAIN_MEASURE_VERDICT or ATTAIN_MEASURE_STATUS
 * @param node    node
 * @param count   [out] owned by caller, optional: rows
 * @return one enum value a row, borrowed until the evaluation is destroyed;
 *         NULL if it was not kept
 */
ATTAIN_API const uint8_t *attain_evaluation_codes(const attain_evaluation *ev,
                                                  int32_t measure, int32_t node,
                                                  size_t *count);

/**
 * Reads one number: attain_evaluation_column() for one row.
 *
 * @param ev      [in] borrowed for the call
 * @param measure enum attain_measure
 * @param node    node
 * @param row     row in the node's columns
 * @return the number; NaN: no value, or no such row
 */
ATTAIN_API double attain_evaluation_value(const attain_evaluation *ev,
                                          int32_t measure, int32_t node,
                                          int64_t row);

/**
 * Names a grade.
 *
 * @param ev    [in] borrowed for the call
 * @param grade index of the band, ascending by its lower bound
 * @return its name, borrowed until the evaluation is destroyed; NULL if there
 *         is none
 */
ATTAIN_API const char *attain_evaluation_grade(const attain_evaluation *ev,
                                               int32_t grade);

/**
 * Lists the vetoes that fired in a goal's own row, in row order.
 *
 * @param ev       [in] borrowed for the call
 * @param node     node of a goal
 * @param row      row in the node's columns
 * @param out      [out] owned by caller: nodes of veto targets; NULL to count
 * @param capacity elements of `out`
 * @param count    [out] owned by caller: how many fired
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_evaluation_vetoes(const attain_evaluation *ev,
                                                  int32_t node, int64_t row,
                                                  int32_t *out, size_t capacity,
                                                  size_t *count,
                                                  attain_error *err);

/**
 * Lends the trajectory of a target at one unit: what the series was in each
 * period from the baseline's (or the plan's first) to the due one, what was
 * expected, and what the limit is. Computed from plan and dataset, which must
 * be those of the evaluation and unchanged.
 *
 * @param ev       [in] borrowed for the call
 * @param plan     [in] borrowed for the call
 * @param data     [in] borrowed for the call
 * @param node     node of a target
 * @param row      row in the node's columns that is not a whole
 * @param periods  [out] owned by caller: period of each point
 * @param observed [out] owned by caller: the series, NaN where unknown
 * @param expected [out] owned by caller: the required path, NaN where none
 * @param capacity elements of each output; all NULL to count
 * @param count    [out] owned by caller: number of points
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_SPACE,
 *         ATTAIN_ERR_MISMATCH (another plan or dataset), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_evaluation_trajectory(
    const attain_evaluation *ev, const attain_plan *plan,
    const attain_dataset *data, int32_t node, int64_t row, int32_t *periods,
    double *observed, double *expected, size_t capacity, size_t *count,
    attain_error *err);

/** What was evaluated. Texts are borrowed until the evaluation is destroyed. */
typedef struct attain_evaluation_info {
    /** sizeof(attain_evaluation_info), set by the init function. */
    size_t struct_size;
    /** Id of the plan. */
    const char *plan;
    /** Name of the plan. */
    const char *name;
    /** Level of the plan's unit. */
    const char *level;
    /** Where the plan is written, "" if not given. */
    const char *source;
    /** Rows over all nodes. */
    size_t row_count;
    /** Units of the dataset. */
    size_t unit_count;
    /** Number of bands. */
    size_t grade_count;
    /** Period as of which was judged. */
    int32_t as_of;
    /** First period of the plan. */
    int32_t first_period;
    /** Last period of the plan. */
    int32_t last_period;
    /** Always 0. */
    int32_t reserved;
} attain_evaluation_info;

/** Sets defaults. @param info [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_evaluation_info_init(attain_evaluation_info *info);

/**
 * Tells what was evaluated.
 *
 * @param ev  [in] borrowed for the call
 * @param out [out] owned by caller, `struct_size` set by its init function
 * @param err [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_evaluation_get_info(const attain_evaluation *ev,
                                                    attain_evaluation_info *out,
                                                    attain_error *err);

/* --- Findings ----------------------------------------------------------- */

/** What a finding is about. */
enum attain_finding_kind {
    /** The plan's check warns of a row: a cell without effect, a goal without
     *  children, a comparator against the metric's direction. */
    ATTAIN_FINDING_PLAN = 0,
    /** A metric names a variable that the data do not have. */
    ATTAIN_FINDING_VARIABLE = 1,
    /** A goal or target is judged at a level that no unit has. */
    ATTAIN_FINDING_LEVEL = 2,
    /** A goal or target applies to no open unit. */
    ATTAIN_FINDING_EMPTY = 3,
    /** A metric's denominator is 0. */
    ATTAIN_FINDING_DENOMINATOR = 4,
    /** A spread has no value: a mean not above 0, a negative weight. */
    ATTAIN_FINDING_SPREAD = 5,
    /** Growth from a value that is not above 0. */
    ATTAIN_FINDING_GROWTH = 6,
    /** Units are weighted by what is missing or negative. */
    ATTAIN_FINDING_WEIGHT = 7
};

/** A warning of the evaluation: what was odd and may need a person. */
typedef struct attain_finding {
    /** sizeof(attain_finding), set by the init function. */
    size_t struct_size;
    /** One line, English, with the first unit and the period that it is about:
     *  attain_evaluation_finding_message() has it in the other language, too;
     *  borrowed until the evaluation is destroyed. */
    const char *message;
    /** How many units it is about; 0: none in particular. */
    size_t count;
    /** Node it is about; −1: none in particular. */
    int32_t node;
    /** First unit it is about; −1: none. */
    int32_t unit;
    /** Period it is about, or ATTAIN_PERIOD_NONE. */
    int32_t period;
    /** The status it would be, were it an error. */
    int32_t code;
    /** enum attain_finding_kind */
    int32_t kind;
    /** 0. */
    int32_t reserved;
} attain_finding;

/** Sets defaults. @param finding [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_finding_init(attain_finding *finding);

/**
 * Counts the findings. @param ev [in] borrowed for the call
 * @return findings; 0 for NULL
 */
ATTAIN_API size_t attain_evaluation_finding_count(const attain_evaluation *ev);

/**
 * Reads a finding.
 *
 * @param ev    [in] borrowed for the call
 * @param index 0 … attain_evaluation_finding_count() − 1
 * @param out   [out] owned by caller, `struct_size` set by its init function
 * @param err   [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status
attain_evaluation_get_finding(const attain_evaluation *ev, size_t index,
                              attain_finding *out, attain_error *err);

/**
 * Tells a finding as one line, with the first unit and the period that it is
 * about: "metric 'm' has no value where its denominator is 0: 2021, West (b)
 * and 2 more".
 *
 * @param ev       [in] borrowed for the call
 * @param index    0 … attain_evaluation_finding_count() − 1
 * @param language enum attain_language
 * @return UTF-8, borrowed until the evaluation is destroyed; NULL for another
 *         index or language. (Ids and names are those of the tables, in
 *         whatever language they are.)
 */
ATTAIN_API const char *
attain_evaluation_finding_message(const attain_evaluation *ev, size_t index,
                                  int32_t language);

/* --- Owners ------------------------------------------------------------- */

/** How a department stands at one unit (rulings A110). */
typedef struct attain_owner {
    /** sizeof(attain_owner), set by the init function. */
    size_t struct_size;
    /** The department as the targets name it, "" for those without; borrowed
     *  until the evaluation is destroyed. */
    const char *owner;
    /** Judged targets with a row at the unit. */
    size_t targets;
    /** Those met. */
    size_t met;
    /** Those unknown. */
    size_t unknown;
    /** Mean attainment with the targets' weights over those known; NaN: none.
     */
    double attainment;
} attain_owner;

/** Sets defaults. @param owner [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_owner_init(attain_owner *owner);

/**
 * Counts the owners, in the order in which the nodes first name them.
 *
 * @param ev [in] borrowed for the call
 * @return owners; 0 for NULL
 */
ATTAIN_API size_t attain_evaluation_owner_count(const attain_evaluation *ev);

/**
 * Sums up an owner's targets at a unit.
 *
 * @param ev    [in] borrowed for the call
 * @param index 0 … attain_evaluation_owner_count() − 1
 * @param unit  row of the unit in the dataset
 * @param out   [out] owned by caller, `struct_size` set by its init function
 * @param err   [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status
attain_evaluation_get_owner(const attain_evaluation *ev, size_t index,
                            int32_t unit, attain_owner *out, attain_error *err);

/* --- Explaining --------------------------------------------------------- */

/**
 * Explains a row as text: the formula with its numbers, the inputs with the
 * file and line each came from, the units that fail or lack data, and the
 * rule that decided. Plan and dataset must be those of the evaluation and
 * unchanged.
 *
 * @param ev       [in] borrowed for the call
 * @param plan     [in] borrowed for the call
 * @param data     [in] borrowed for the call
 * @param node     node
 * @param unit     row of a unit that has a row of the node
 * @param language enum attain_language
 * @param out      [out] owned by caller: text of several lines and its NUL;
 *                 NULL to count
 * @param capacity bytes of `out`
 * @param count    [out] owned by caller: bytes of text without the NUL
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_SPACE,
 *         ATTAIN_ERR_MISMATCH (another plan or dataset), ATTAIN_ERR_UNKNOWN
 *         (no such row), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_evaluation_explain(
    const attain_evaluation *ev, const attain_plan *plan,
    const attain_dataset *data, int32_t node, int32_t unit, int32_t language,
    char *out, size_t capacity, size_t *count, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
