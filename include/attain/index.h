/**
 * @file index.h
 * Floor 4: a composite index, made of a goal tree and a dataset step by step,
 * each of which can be read back.
 *
 * Targets with ATTAIN_COMPARATOR_NONE below a goal are its indicators; what
 * the other targets promise is judged by attain_evaluate(), and no part of the
 * index. The plan's choices (attain_choice, index.csv) say how:
 *
 *     raw  the indicator's value (method §2), as an evaluation shows it
 *     1  screening      rows without enough data have no part in what follows
 *     2  imputation     missing values are filled, period by period or in time
 *     3  treatment      skewed indicators are winsorised or put on a log scale
 *     4  normalisation  indicators come onto one scale, high is good
 *     5  weighting      what the children of a goal weigh
 *     6  aggregation    a goal's score from its children's, up to the root
 *
 * A row is a unit in a period. Treatment, normalisation, weights and scales of
 * aggregation look at all rows of all periods together, so that scores compare
 * over time; ranks are among the units of one period. Formulas are those of
 * numeric/prepare.h, normalise.h, weight.h and aggregate.h; which blanks a
 * goal's score bears says plan.csv (`missing`).
 *
 * An index owns all that it shows; plan and dataset may be destroyed. What it
 * shows depends on them alone, not on threads or the order of rows.
 */
#ifndef ATTAIN_INDEX_H
#define ATTAIN_INDEX_H

#include "base.h"
#include "dataset.h"
#include "numeric/doubt.h"
#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An index. Opaque; owned by caller, release with attain_index_destroy(). */
typedef struct attain_index attain_index;

/** The columns of an index, one number for each unit. */
enum attain_index_measure {
    /** Of an indicator: the value in the unit of its metric. */
    ATTAIN_INDEX_RAW = 0,
    /** Of an indicator: the same after screening and imputation. */
    ATTAIN_INDEX_IMPUTED = 1,
    /** Of an indicator: enum attain_filled, as a number. */
    ATTAIN_INDEX_FILLED = 2,
    /** Of an indicator: the value after treatment. */
    ATTAIN_INDEX_TREATED = 3,
    /** Of an indicator: enum attain_treated, as a number. */
    ATTAIN_INDEX_TREATMENT = 4,
    /** Of an indicator: the normalised value; of a goal: what aggregation
     *  makes of its children's. */
    ATTAIN_INDEX_SCORE = 5,
    /** Rank by the score among the units of the period: 1 is best, ties (in 12
     *  significant digits) share the smallest rank. */
    ATTAIN_INDEX_RANK = 6,
    /** Why there is no score: enum attain_reason, as a number. */
    ATTAIN_INDEX_REASON = 7,
    /** Of any node: 1 if the unit has part in the index in that period, 0 if it
     *  is not open then or does not pass the screening. */
    ATTAIN_INDEX_KEPT = 8
};

/* --- Making ------------------------------------------------------------- */

/** Options of attain_index_create(). */
typedef struct attain_index_options {
    /** sizeof(attain_index_options), set by the init function. */
    size_t struct_size;
    /** Memory for the index; NULL: the C library's malloc. Borrowed for the
     *  call (what it points to is copied). */
    const attain_allocator *allocator;
    /** [in] borrowed for the call: id of the goal that is the index; NULL: the
     *  root. */
    const char *goal;
    /** First period; ATTAIN_PERIOD_NONE (the default): the last alone. */
    int32_t first_period;
    /** Last period; ATTAIN_PERIOD_NONE (the default): the last of the plan or
     *  of the data, whichever is earlier. */
    int32_t last_period;
} attain_index_options;

/** Sets defaults. @param options [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_index_options_init(attain_index_options *options);

/**
 * Makes an index. Its units are those of the goal's level.
 *
 * @param plan    [in] borrowed for the call
 * @param data    [in] borrowed for the call
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_index_destroy()
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK; ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT; ATTAIN_ERR_UNKNOWN
 *         (no such goal); ATTAIN_ERR_MISSING (no indicator below it);
 *         ATTAIN_ERR_MISMATCH (a goal or an indicator of another level);
 *         ATTAIN_ERR_PERIOD (not periods of the plan, or the last before the
 *         first); ATTAIN_ERR_VALUE (values that a method does not take, e.g.
 *         negative ones); what attain_evaluate() returns
 */
ATTAIN_API attain_status attain_index_create(
    const attain_plan *plan, const attain_dataset *data,
    const attain_index_options *options, attain_index **out, attain_error *err);

/**
 * Makes the index that one other choice would have made: the choice takes the
 * place of the one for the same step and node, or comes beside the others. To
 * leave an indicator out, the step is ATTAIN_STEP_OMISSION. Nodes, units and
 * periods keep their numbers.
 *
 * @param index  [in] borrowed for the call
 * @param choice [in] borrowed for the call
 * @param out    [out] owned by caller, release with attain_index_destroy()
 * @param err    [out] owned by caller, optional; `field` names the column of
 *               index.csv
 * @return ATTAIN_OK, ATTAIN_ERR_MISSING (nothing is left), or what
 *         attain_plan_add_choice() and attain_index_create() return
 */
ATTAIN_API attain_status attain_index_vary(const attain_index *index,
                                           const attain_choice *choice,
                                           attain_index **out,
                                           attain_error *err);

/** Destroys an index. @param index [in] owned by caller; NULL does nothing */
ATTAIN_API void attain_index_destroy(attain_index *index);

/* --- Nodes, units, periods ---------------------------------------------- */

/** A node of an index: a goal or an indicator, in pre-order (a goal, its
 *  indicators, then its sub-goals). Texts are borrowed until the index and all
 *  that were varied from it are destroyed. */
typedef struct attain_index_node {
    /** sizeof(attain_index_node), set by the init function. */
    size_t struct_size;
    /** Id of the goal or target. */
    const char *id;
    /** Name. */
    const char *name;
    /** Share of its weight in that of its siblings, 0…1; the root's is 1. NaN:
     *  the method found no weights. */
    double weight;
    /** Weight in the whole: its share times its parent's weight in the whole.
     */
    double effective;
    /** enum attain_kind. */
    int32_t kind;
    /** Node of the goal above; −1 for the first. */
    int32_t parent;
    /** Depth; the first node has 0. */
    int32_t depth;
    /** 1: a low raw value is good. */
    int32_t descending;
    /** 1: a low score is good: the goal's method says so, or the indicator's
     *  metric, where nothing normalises it. */
    int32_t low_is_good;
    /** 1: it is left out, and has neither scores nor weight. */
    int32_t omitted;
} attain_index_node;

/** Sets defaults. @param node [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_index_node_init(attain_index_node *node);

/**
 * Counts the nodes. @param index [in] borrowed for the call
 * @return nodes; 0 for NULL
 */
ATTAIN_API size_t attain_index_node_count(const attain_index *index);

/**
 * Reads a node.
 *
 * @param index [in] borrowed for the call
 * @param node  0 … attain_index_node_count() − 1; 0 is the index itself
 * @param out   [out] owned by caller, `struct_size` set by its init function
 * @param err   [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_index_get_node(const attain_index *index,
                                               int32_t node,
                                               attain_index_node *out,
                                               attain_error *err);

/**
 * Finds a node by the id of its goal or target.
 *
 * @param index  [in] borrowed for the call
 * @param id     [in] UTF-8, copied from
 * @param length bytes, or ATTAIN_NUL_TERMINATED
 * @return the node, or −1
 */
ATTAIN_API int32_t attain_index_find_node(const attain_index *index,
                                          const char *id, size_t length);

/**
 * Tells which method a step takes at a node: the choice for it, or for the
 * nearest goal above it.
 *
 * @param index [in] borrowed for the call
 * @param node  node
 * @param step  enum attain_step
 * @return a method of the step's kind; −1: none. For the aggregation of a goal
 *         without a choice, that of goals.csv
 */
ATTAIN_API int32_t attain_index_method(const attain_index *index, int32_t node,
                                       int32_t step);

/**
 * Lends the units of an index.
 *
 * @param index [in] borrowed for the call
 * @param count [out] owned by caller, optional: number of units
 * @return rows of units in the dataset, ascending, borrowed until the index is
 *         destroyed; NULL for NULL
 */
ATTAIN_API const int32_t *attain_index_units(const attain_index *index,
                                             size_t *count);

/**
 * Tells a unit's id.
 *
 * @param index [in] borrowed for the call
 * @param unit  0 … count of attain_index_units() − 1
 * @return text, borrowed until the index is destroyed; NULL if there is none
 */
ATTAIN_API const char *attain_index_unit_id(const attain_index *index,
                                            int32_t unit);

/**
 * Tells a unit's name.
 *
 * @param index [in] borrowed for the call
 * @param unit  0 … count of attain_index_units() − 1
 * @return text, borrowed until the index is destroyed; NULL if there is none
 */
ATTAIN_API const char *attain_index_unit_name(const attain_index *index,
                                              int32_t unit);

/**
 * Tells the first and last period.
 *
 * @param index     [in] borrowed for the call
 * @param out_first [out] owned by caller, optional
 * @param out_last  [out] owned by caller, optional
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT
 */
ATTAIN_API attain_status attain_index_periods(const attain_index *index,
                                              int32_t *out_first,
                                              int32_t *out_last,
                                              attain_error *err);

/* --- Columns ------------------------------------------------------------ */

/**
 * Copies a column of a node in a period, one number for each unit.
 *
 * @param index    [in] borrowed for the call
 * @param measure  enum attain_index_measure
 * @param node     node
 * @param period   one of its periods; ATTAIN_PERIOD_NONE: the last
 * @param out      [out] owned by caller; NaN where there is no value, and all
 *                 over where the node has no such measure; NULL to count
 * @param capacity elements of `out`
 * @param count    [out] owned by caller: number of units
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_PERIOD, ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_index_column(const attain_index *index,
                                             int32_t measure, int32_t node,
                                             int32_t period, double *out,
                                             size_t capacity, size_t *count,
                                             attain_error *err);

/* --- What another choice would change ------------------------------------ */

/** Ranks by two indices. Arrays are owned by caller and optional. */
typedef struct attain_index_comparison {
    /** sizeof(attain_index_comparison), set by the init function. */
    size_t struct_size;
    /** [out] rank of each unit as it is; NaN: none. */
    double *before;
    /** [out] rank of each unit with the other choice; NaN: none. */
    double *after;
    /** [out] after − before of each unit: above 0, it falls; NaN without
     *  both. */
    double *shift;
    /** [out] all units, the most moved first; those that moved as far, and at
     *  last those that cannot be compared, in their order. */
    int32_t *order;
    /** [out] mean |shift| of the units that have both ranks; NaN: none has. */
    double mean_shift;
    /** [out] how many units have both ranks. */
    size_t compared;
    /** [out] how many of them moved. */
    size_t moved;
} attain_index_comparison;

/** Sets all to nothing. @param comparison [out] owned by caller; NULL does
 *  nothing */
ATTAIN_API void
attain_index_comparison_init(attain_index_comparison *comparison);

/**
 * Compares the ranks of an index with those that one other choice would give:
 * attain_index_vary() and the two ranks side by side.
 *
 * @param index      [in] borrowed for the call
 * @param choice     [in] borrowed for the call
 * @param period     one of its periods; ATTAIN_PERIOD_NONE: the last
 * @param comparison [in,out] owned by caller: where the arrays are, and what is
 *                   found
 * @param err        [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT,
 *         ATTAIN_ERR_PERIOD, ATTAIN_ERR_MEMORY, or what attain_index_vary()
 *         returns
 */
ATTAIN_API attain_status attain_index_compare(
    const attain_index *index, const attain_choice *choice, int32_t period,
    attain_index_comparison *comparison, attain_error *err);

/* --- Doubt --------------------------------------------------------------- */

/**
 * Draws the index of one period again and again (attain_doubt()): weights and
 * normalised scores that are a little different, indicators that are left out.
 * `errors` and `spreads` of the options are in the order of the index's nodes,
 * errors in the unit of the normalised scores; those of goals and of what is
 * left out are not used. The scale of the normalisation stays.
 *
 * @param index   [in] borrowed for the call
 * @param period  one of its periods; ATTAIN_PERIOD_NONE: the last
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param result  [in] borrowed for the call: where the arrays are, of the
 *                units of attain_index_units()
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT,
 *         ATTAIN_ERR_PERIOD, ATTAIN_ERR_VALUE (a goal has no weights; as
 *         attain_doubt()),
 *         ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_index_doubt(const attain_index *index,
                                            int32_t period,
                                            const attain_doubt_options *options,
                                            const attain_doubt_result *result,
                                            attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
