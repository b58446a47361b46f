/**
 * @file improve.h
 * Floor 3, beside evaluate: what it would take. Shortfalls in real units, the
 * smallest set of improvements, a spread brought under its limit, the rate that
 * is now required, and what would be if some values were others.
 *
 * Each question is answered by a table: an answer, whose fields are columns of
 * doubles over its rows (docs/improve.md says which rows and fields a question
 * has, docs/method.md §11 what each number means). Evaluation, plan and
 * dataset must belong together and be unchanged, else ATTAIN_ERR_MISMATCH.
 * None of them is changed, and the answer owns all that it shows.
 */
#ifndef ATTAIN_IMPROVE_H
#define ATTAIN_IMPROVE_H

#include "base.h"
#include "dataset.h"
#include "evaluate.h"
#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An answer. Opaque; owned by caller, release with attain_answer_destroy(). */
typedef struct attain_answer attain_answer;

/* --- Vocabulary --------------------------------------------------------- */

/** What was asked. */
enum attain_question {
    /** What is missing, by unit and target, and in total. */
    ATTAIN_QUESTION_GAPS = 0,
    /** The smallest set of improvements by which units meet a goal. */
    ATTAIN_QUESTION_MENDS = 1,
    /** The least that is added to bring a spread under its limit. */
    ATTAIN_QUESTION_SPREAD = 2,
    /** The rate that is now required to arrive by the due period. */
    ATTAIN_QUESTION_RATES = 3,
    /** What turned between two evaluations of a plan. */
    ATTAIN_QUESTION_CHANGES = 4
};

/** What a row of an answer is about. */
enum attain_answer_kind {
    /** One target at one unit that is judged itself. */
    ATTAIN_ANSWER_ITEM = 0,
    /** One target over the units below a unit. */
    ATTAIN_ANSWER_TOTAL = 1,
    /** A unit where the node that was asked about is judged. */
    ATTAIN_ANSWER_PLACE = 2,
    /** A unit that takes part in the spread and is raised. */
    ATTAIN_ANSWER_MEMBER = 3,
    /** A row of both evaluations, or of one of them. */
    ATTAIN_ANSWER_PAIR = 4
};

/** What is done about an item. */
enum attain_action {
    /** Nothing: the goal is met without it, or it is at the floor already. */
    ATTAIN_ACTION_LEAVE = 0,
    /** It is brought to its standard. */
    ATTAIN_ACTION_STANDARD = 1,
    /** It is brought to the floor of its goal. */
    ATTAIN_ACTION_FLOOR = 2,
    /** It would have to be met, and nothing is known that does so. */
    ATTAIN_ACTION_BLOCKED = 3
};

/** Why a number is missing, or says less than it seems to. */
enum attain_obstacle {
    /** Nothing is in the way. */
    ATTAIN_OBSTACLE_NONE = 0,
    /** Data that could decide are missing: unknown is never free. */
    ATTAIN_OBSTACLE_UNKNOWN = 1,
    /** Earlier periods decide, or the due period is here or past. */
    ATTAIN_OBSTACLE_PAST = 2,
    /** The series does not rise with the value of one period alone. */
    ATTAIN_OBSTACLE_SERIES = 3,
    /** No one variable of the unit's own makes the metric, so that what is
     *  needed cannot be written as a change. */
    ATTAIN_OBSTACLE_COMPOSITE = 4,
    /** The limit itself does not count: more than the gap is needed. */
    ATTAIN_OBSTACLE_STRICT = 5,
    /** The variable would leave its valid range. */
    ATTAIN_OBSTACLE_RANGE = 6,
    /** The limit cannot be reached by adding. */
    ATTAIN_OBSTACLE_LIMIT = 7
};

/** By what a set of improvements is the smallest. */
enum attain_effort {
    /** Fewest items; among such sets the lowest cost. */
    ATTAIN_EFFORT_ITEMS = 0,
    /** Lowest cost; among such sets the fewest items. */
    ATTAIN_EFFORT_COST = 1
};

/** Which units come first. */
enum attain_mend_order {
    /** Those that take the least effort. */
    ATTAIN_MEND_ORDER_CHEAPEST = 0,
    /** Those with the most of the weight variable (pupils) for the cost. */
    ATTAIN_MEND_ORDER_WEIGHT = 1,
    /** Those with the most of the weight variable, whatever the cost. */
    ATTAIN_MEND_ORDER_LARGEST = 2
};

/** How a row turned between two evaluations. */
enum attain_turn {
    /** The verdict is the same. */
    ATTAIN_TURN_NONE = 0,
    /** It is met now. */
    ATTAIN_TURN_GAINED = 1,
    /** It was met, and is not met now. */
    ATTAIN_TURN_LOST = 2,
    /** It was unknown, and is not met now. */
    ATTAIN_TURN_FAILED = 3,
    /** It is unknown now. */
    ATTAIN_TURN_UNKNOWN = 4,
    /** Only the later evaluation has the row. */
    ATTAIN_TURN_APPEARED = 5,
    /** Only the earlier evaluation has the row. */
    ATTAIN_TURN_GONE = 6
};

/** The columns of an answer; NaN where a row has no such number. */
enum attain_answer_field {
    /** enum attain_answer_kind. */
    ATTAIN_ANSWER_FIELD_KIND = 0,
    /** Node of the evaluation. */
    ATTAIN_ANSWER_FIELD_NODE = 1,
    /** Row of the unit in the dataset. */
    ATTAIN_ANSWER_FIELD_UNIT = 2,
    /** enum attain_obstacle. */
    ATTAIN_ANSWER_FIELD_OBSTACLE = 3,
    /** Value of the series now. */
    ATTAIN_ANSWER_FIELD_VALUE = 4,
    /** Value to reach, in the same unit: of spread members the level that they
     *  are raised to. */
    ATTAIN_ANSWER_FIELD_LIMIT = 5,
    /** Distance to the limit in the metric's unit, ≥ 0. */
    ATTAIN_ANSWER_FIELD_GAP = 6,
    /** What that is in units of the numerator (teachers, square metres): above
     *  0 to be added, below 0 to be taken away; not rounded. */
    ATTAIN_ANSWER_FIELD_AMOUNT = 7,
    /** The amount in whole steps of the variable, by which the limit is truly
     *  reached. */
    ATTAIN_ANSWER_FIELD_WHOLE = 8,
    /** Row of the variable that the amount is of. */
    ATTAIN_ANSWER_FIELD_VARIABLE = 9,
    /** Gap over the size of the standard (the gap itself where that is 0): how
     *  far from passing, 0.25 is a quarter. */
    ATTAIN_ANSWER_FIELD_RELATIVE = 10,
    /** Cost, in the unit of the prices. */
    ATTAIN_ANSWER_FIELD_COST = 11,
    /** Rows summed up: units below their standard, items mended, members
     *  raised. */
    ATTAIN_ANSWER_FIELD_ITEMS = 12,
    /** Units, items or members of which nothing can be said. */
    ATTAIN_ANSWER_FIELD_UNKNOWN = 13,
    /** Rank among the places, 1 first; ties share the smallest. */
    ATTAIN_ANSWER_FIELD_RANK = 14,
    /** enum attain_action. */
    ATTAIN_ANSWER_FIELD_ACTION = 15,
    /** Cost of bringing the item to its standard. */
    ATTAIN_ANSWER_FIELD_COST_STANDARD = 16,
    /** Cost of bringing it to the floor; 0 where it is there. */
    ATTAIN_ANSWER_FIELD_COST_FLOOR = 17,
    /** Periods left to the due one. */
    ATTAIN_ANSWER_FIELD_PERIODS = 18,
    /** Change a period that is now required, in the metric's unit. */
    ATTAIN_ANSWER_FIELD_RATE = 19,
    /** Compound growth a period that is now required; 0.05 is 5 %. */
    ATTAIN_ANSWER_FIELD_GROWTH = 20,
    /** Mean change a period so far, since the baseline. */
    ATTAIN_ANSWER_FIELD_RATE_SO_FAR = 21,
    /** enum attain_turn. */
    ATTAIN_ANSWER_FIELD_TURN = 22,
    /** enum attain_verdict before. */
    ATTAIN_ANSWER_FIELD_VERDICT_BEFORE = 23,
    /** enum attain_verdict after. */
    ATTAIN_ANSWER_FIELD_VERDICT_AFTER = 24,
    /** Score (of targets: 100 · attainment) before. */
    ATTAIN_ANSWER_FIELD_SCORE_BEFORE = 25,
    /** Score (of targets: 100 · attainment) after. */
    ATTAIN_ANSWER_FIELD_SCORE_AFTER = 26,
    /** Value before. */
    ATTAIN_ANSWER_FIELD_VALUE_BEFORE = 27,
    /** Value after. */
    ATTAIN_ANSWER_FIELD_VALUE_AFTER = 28
};

/* --- Asking ------------------------------------------------------------- */

/** What a unit of a variable costs, and in what steps it comes. */
typedef struct attain_resource {
    /** sizeof(attain_resource), set by the init function. */
    size_t struct_size;
    /** Id of the variable; required. */
    const char *variable;
    /** Cost of one unit of it, ≥ 0; NaN: not priced (see
     *  attain_answer_options.unpriced). */
    double price;
    /** Smallest step, > 0: 1 for people, 45 for the seats of a room. NaN: one
     *  in the last decimal place in which it was observed in the period, so
     *  that what is counted stays whole. */
    double step;
} attain_resource;

/** Sets defaults. @param resource [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_resource_init(attain_resource *resource);

/** Options of the questions. */
typedef struct attain_answer_options {
    /** sizeof(attain_answer_options), set by the init function. */
    size_t struct_size;
    /** Memory for the answer; NULL: the C library's malloc. Borrowed for the
     *  call (what it points to is copied). */
    const attain_allocator *allocator;
    /** Prices and steps: `resource_count` structs, each of the `struct_size` of
     *  the first. Borrowed for the call; NULL: none. */
    const attain_resource *resources;
    /** Number of resources. */
    size_t resource_count;
    /** Id of the variable that weighs units (pupils), for the orders that
     *  ask for it; NULL: none. */
    const char *weight;
    /** Cost of an item without a price: this times its relative gap; default
     *  1. ≥ 0. */
    double unpriced;
    /** Node that is asked about, with all below it; −1 (the default): all. */
    int32_t node;
    /** enum attain_effort; default ATTAIN_EFFORT_ITEMS. */
    int32_t effort;
    /** enum attain_mend_order; default ATTAIN_MEND_ORDER_CHEAPEST. */
    int32_t order;
    /** Always 0. */
    int32_t reserved;
} attain_answer_options;

/** Sets defaults. @param options [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_answer_options_init(attain_answer_options *options);

/**
 * What is missing: an item for every target and unit whose verdict is not met
 * or unknown, and for every unit above them the total of each target: how much
 * more of the numerator, at how many units, and how many are unknown.
 *
 * @param ev      [in] borrowed for the call
 * @param plan    [in] borrowed for the call
 * @param data    [in] borrowed for the call
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_answer_destroy()
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT,
 *         ATTAIN_ERR_MISMATCH (another plan or dataset), ATTAIN_ERR_UNKNOWN (a
 *         resource's or the weight's variable), ATTAIN_ERR_DUPLICATE (of
 *         resources), ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_find_gaps(const attain_evaluation *ev,
                                          const attain_plan *plan,
                                          const attain_dataset *data,
                                          const attain_answer_options *options,
                                          attain_answer **out,
                                          attain_error *err);

/**
 * The smallest set of improvements by which every unit meets the node that is
 * asked about (the root for −1): for each unit where it is judged and not met,
 * a place, in the order asked for, and after it the items that are not
 * met there with what is done about each. What is done is written as changes,
 * too, and the place's verdict after them is that of the exact judge.
 *
 * @param ev      [in] borrowed for the call
 * @param plan    [in] borrowed for the call
 * @param data    [in] borrowed for the call
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_answer_destroy()
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_MISSING (an order that needs a weight, and
 *         none is given); what attain_find_gaps() returns
 */
ATTAIN_API attain_status attain_find_mends(const attain_evaluation *ev,
                                           const attain_plan *plan,
                                           const attain_dataset *data,
                                           const attain_answer_options *options,
                                           attain_answer **out,
                                           attain_error *err);

/**
 * The least that must be added to members so that a coefficient of variation,
 * weighted or not, comes under its limit: for every unit where a target on one
 * is not met, a place, and after it the members that are raised. What is added
 * is written as changes, too, and the verdict after them is that of the exact
 * judge.
 *
 * @param ev      [in] borrowed for the call
 * @param plan    [in] borrowed for the call
 * @param data    [in] borrowed for the call
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_answer_destroy()
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT; what attain_find_gaps() returns
 */
ATTAIN_API attain_status attain_find_spread(
    const attain_evaluation *ev, const attain_plan *plan,
    const attain_dataset *data, const attain_answer_options *options,
    attain_answer **out, attain_error *err);

/**
 * The rate that is now required to arrive by the due period: an item for every
 * target and unit that is judged itself.
 *
 * @param ev      [in] borrowed for the call
 * @param plan    [in] borrowed for the call
 * @param data    [in] borrowed for the call
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_answer_destroy()
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT; what attain_find_gaps() returns
 */
ATTAIN_API attain_status attain_find_rates(const attain_evaluation *ev,
                                           const attain_plan *plan,
                                           const attain_dataset *data,
                                           const attain_answer_options *options,
                                           attain_answer **out,
                                           attain_error *err);

/**
 * Compares two evaluations of one plan over the same units, row by row: all
 * rows of both, in the order of nodes and units. Of two years, or of what is
 * and what would be.
 *
 * @param before  [in] borrowed for the call
 * @param after   [in] borrowed for the call
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_answer_destroy()
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT,
 *         ATTAIN_ERR_MISMATCH (another plan, or other units),
 *         ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_compare(const attain_evaluation *before,
                                        const attain_evaluation *after,
                                        const attain_answer_options *options,
                                        attain_answer **out, attain_error *err);

/** Destroys an answer. @param answer [in] owned by caller; NULL does nothing */
ATTAIN_API void attain_answer_destroy(attain_answer *answer);

/* --- Reading an answer -------------------------------------------------- */

/**
 * Tells what was asked. @param answer [in] borrowed for the call
 * @return enum attain_question; −1 for NULL
 */
ATTAIN_API int32_t attain_answer_question(const attain_answer *answer);

/**
 * Counts the rows. @param answer [in] borrowed for the call
 * @return rows; 0 for NULL
 */
ATTAIN_API size_t attain_answer_row_count(const attain_answer *answer);

/**
 * Copies a field, one number a row. Rows, nodes and enums come as numbers.
 *
 * @param answer   [in] borrowed for the call
 * @param field    enum attain_answer_field
 * @param out      [out] owned by caller; NaN where there is no value; NULL to
 *                 count
 * @param capacity elements of `out`
 * @param count    [out] owned by caller: rows
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_answer_column(const attain_answer *answer,
                                              int32_t field, double *out,
                                              size_t capacity, size_t *count,
                                              attain_error *err);

/**
 * Lends a field.
 *
 * @param answer [in] borrowed for the call
 * @param field  enum attain_answer_field
 * @param count  [out] owned by caller, optional: rows; 0 without the field
 * @return one number a row, borrowed until the answer is destroyed; NULL if
 *         the question has no such field, or there are no rows
 */
ATTAIN_API const double *attain_answer_view(const attain_answer *answer,
                                            int32_t field, size_t *count);

/**
 * Reads one number: attain_answer_column() for one row.
 *
 * @param answer [in] borrowed for the call
 * @param field  enum attain_answer_field
 * @param row    0 … attain_answer_row_count() − 1
 * @return the number; NaN: no value, or no such row
 */
ATTAIN_API double attain_answer_value(const attain_answer *answer,
                                      int32_t field, int64_t row);

/**
 * Lends what is to be done as changes: each the new value of a variable at a
 * unit in the period judged. attain_whatif_create() takes them as they are.
 *
 * @param answer [in] borrowed for the call
 * @param out    [out] owned by caller, `struct_size` set by its init function;
 *               its columns are borrowed until the answer is destroyed
 * @param err    [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_answer_changes(const attain_answer *answer,
                                               attain_observations *out,
                                               attain_error *err);

/* --- What if ------------------------------------------------------------ */

/** What would be: a dataset with some values changed, and its evaluation.
 *  Opaque; owned by caller, release with attain_whatif_destroy(). */
typedef struct attain_whatif attain_whatif;

/**
 * Judges a plan as if some values were others. The dataset is not touched:
 * only columns with a change are copied, the others are shared.
 *
 * @param plan    [in] borrowed for the call
 * @param data    [in] borrowed until the what-if is destroyed: it must not
 *                change before
 * @param changes [in] borrowed for the call: the new values, also of what was
 *                not observed; NaN takes a value away. Each (unit, period,
 *                variable, group) once
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_whatif_destroy()
 * @param err     [out] owned by caller, optional; `row` is the change
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT; what
 *         attain_dataset_add_observations() and attain_evaluate() return
 */
ATTAIN_API attain_status attain_whatif_create(
    const attain_plan *plan, const attain_dataset *data,
    const attain_observations *changes, const attain_evaluate_options *options,
    attain_whatif **out, attain_error *err);

/** Destroys a what-if. @param whatif [in] owned by caller; NULL does nothing */
ATTAIN_API void attain_whatif_destroy(attain_whatif *whatif);

/**
 * Lends the dataset as it would be, for explaining and asking again.
 *
 * @param whatif [in] borrowed for the call
 * @return borrowed until the what-if is destroyed; NULL for NULL
 */
ATTAIN_API const attain_dataset *
attain_whatif_data(const attain_whatif *whatif);

/**
 * Lends the evaluation as it would be.
 *
 * @param whatif [in] borrowed for the call
 * @return borrowed until the what-if is destroyed; NULL for NULL
 */
ATTAIN_API const attain_evaluation *
attain_whatif_evaluation(const attain_whatif *whatif);

/* --- Changes from a table ----------------------------------------------- */

/** A list of changes. Opaque; owned by caller, release with
 *  attain_changes_destroy(). */
typedef struct attain_changes attain_changes;

/**
 * Makes an empty list. (attain_read_changes() makes one from a table.)
 *
 * @param allocator [in] copied; NULL: the C library's malloc
 * @param out       [out] owned by caller, release with
 *                  attain_changes_destroy()
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_changes_create(
    const attain_allocator *allocator, attain_changes **out, attain_error *err);

/** Destroys a list. @param changes [in] owned by caller; NULL does nothing */
ATTAIN_API void attain_changes_destroy(attain_changes *changes);

/**
 * Adds a change; whether a dataset takes it, attain_whatif_create() tells.
 *
 * @param changes  [in,out] owned by caller
 * @param unit     row of the unit
 * @param period   period
 * @param variable row of the variable
 * @param group    row of the evaluator group, or ATTAIN_GROUP_NONE
 * @param value    the new value; NaN: none
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_changes_add(attain_changes *changes,
                                            int32_t unit, int32_t period,
                                            int32_t variable, int32_t group,
                                            double value, attain_error *err);

/**
 * Lends the list in the long form.
 *
 * @param changes [in] borrowed for the call
 * @param out     [out] owned by caller, `struct_size` set by its init function;
 *                its columns are borrowed until the list is next changed or
 *                destroyed
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_changes_view(const attain_changes *changes,
                                             attain_observations *out,
                                             attain_error *err);

/* --- On arrays ---------------------------------------------------------- */

/**
 * The least level to which the lowest values are raised so that the
 * coefficient of variation is at most `limit`: every value below it becomes
 * it. Nothing else that only raises values adds less to Σ w·v (method §11).
 *
 * @param values    [in] borrowed for the call, count elements: finite
 * @param weights   [in] borrowed for the call, count elements: > 0; NULL: 1
 *                  for each
 * @param count     number of values, ≥ 1
 * @param limit     ≥ 0; of the population coefficient of variation
 * @param out_level [out] owned by caller: the level; the lowest value or less
 *                  where nothing need be raised
 * @param out       [out] owned by caller, optional, count elements: by how
 *                  much each is raised
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (a value that is not
 *         finite, a weight not above 0, a mean not above 0),
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_level_up(const double *values,
                                         const double *weights, size_t count,
                                         double limit, double *out_level,
                                         double *out, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
