/**
 * @file dataset.h
 * Floor 2: what was observed. Areas and schools, variables, periods and
 * observations, kept as columns over units. A dataset knows nothing of any
 * plan.
 *
 * Units, variables, evaluator groups and stages are rows, numbered from 0 in
 * the order they were added. Parents are ids and may be added after their
 * children; attain_dataset_check() resolves them, and attain_evaluate() does
 * so first. Missing is a state, never a zero: NaN.
 */
#ifndef ATTAIN_DATASET_H
#define ATTAIN_DATASET_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A dataset. Opaque; owned by caller, release with attain_dataset_destroy().
 */
typedef struct attain_dataset attain_dataset;

/** How an observation came about. */
enum attain_observation_status {
    /** Counted or measured. */
    ATTAIN_OBSERVATION_MEASURED = 0,
    /** Estimated; counts as a measured one. */
    ATTAIN_OBSERVATION_ESTIMATED = 1,
    /** May still be revised; counts as a measured one. */
    ATTAIN_OBSERVATION_PROVISIONAL = 2,
    /** There is no value. */
    ATTAIN_OBSERVATION_MISSING = 3
};

/** Row of a group that stands for "no evaluator group". */
enum attain_group_value {
    /** No group: an observation of all, or by nobody in particular. */
    ATTAIN_GROUP_NONE = -1
};

/** An area or a school (units.csv). */
typedef struct attain_unit {
    /** sizeof(attain_unit), set by the init function. */
    size_t struct_size;
    /** Id, unique among units; required. */
    const char *id;
    /** Name; required. */
    const char *name;
    /** Level, any word; a school has level `school`; required. */
    const char *level;
    /** Id of the unit above; NULL: none. */
    const char *parent;
    /** Stage, a word; NULL: none. */
    const char *stage;
    /** List of words; NULL: none. */
    const char *tags;
    /** First period in which it counts; ATTAIN_PERIOD_NONE: always. */
    int32_t opened;
    /** First period in which it no longer does, after `opened`;
     *  ATTAIN_PERIOD_NONE: never. */
    int32_t closed;
    /** Id of the main school of a point that does not count itself: another
     *  unit of its level, to whose additive variables its own are added;
     *  NULL: it counts itself. */
    const char *attached_to;
} attain_unit;

/** A raw quantity that is counted or measured (variables.csv). */
typedef struct attain_variable {
    /** sizeof(attain_variable), set by the init function. */
    size_t struct_size;
    /** Id, unique among variables; required. */
    const char *id;
    /** Name; NULL: the id. */
    const char *name;
    /** Unit of measure; NULL: none. */
    const char *unit;
    /** Smallest valid value; NaN: any. */
    double min;
    /** Largest valid value, ≥ min; NaN: any. */
    double max;
    /** 1: the parts of a multi-stage school share it (rulings A48), 0: not. */
    int32_t shared;
    /** 1: what a point has of it is added to its main school's (`attached_to`),
     *  0: not, as of a rate or a size of class. */
    int32_t additive;
} attain_variable;

/** How a shared variable is split over stages (stages.csv). */
typedef struct attain_stage {
    /** sizeof(attain_stage), set by the init function. */
    size_t struct_size;
    /** Stage, unique; required. */
    const char *stage;
    /** Id of the variable that counts its pupils; required. */
    const char *enrolment;
    /** Weight of a pupil of the stage, > 0; required. */
    double weight;
} attain_stage;

/** Sets defaults. @param unit [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_unit_init(attain_unit *unit);
/** Sets defaults. @param variable [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_variable_init(attain_variable *variable);
/** Sets defaults. @param stage [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_stage_init(attain_stage *stage);

/* --- Building ----------------------------------------------------------- */

/**
 * Makes an empty dataset.
 *
 * @param allocator [in] copied; NULL: the C library's malloc
 * @param out       [out] owned by caller, release with
 *                  attain_dataset_destroy()
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_dataset_create(
    const attain_allocator *allocator, attain_dataset **out, attain_error *err);

/** Destroys a dataset. @param data [in] owned by caller; NULL does nothing */
ATTAIN_API void attain_dataset_destroy(attain_dataset *data);

/**
 * Adds units: all of them, or on failure none. Columns that are there already
 * are extended by missing values.
 *
 * @param data      [in,out] owned by caller
 * @param units     [in] copied: `count` structs, each of the `struct_size` of
 *                  the first
 * @param count     number of units
 * @param out_first [out] owned by caller, optional: row of the first; the
 *                  others follow
 * @param err       [out] owned by caller, optional; `row` is the index in
 *                  `units`
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_PERIOD,
 *         ATTAIN_ERR_VALUE, ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_dataset_add_units(attain_dataset *data,
                                                  const attain_unit *units,
                                                  size_t count,
                                                  int32_t *out_first,
                                                  attain_error *err);

/**
 * Adds variables: all of them, or on failure none.
 *
 * @param data      [in,out] owned by caller
 * @param variables [in] copied: `count` structs
 * @param count     number of variables
 * @param out_first [out] owned by caller, optional: row of the first
 * @param err       [out] owned by caller, optional; `row` is the index
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_VALUE,
 *         ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_dataset_add_variables(
    attain_dataset *data, const attain_variable *variables, size_t count,
    int32_t *out_first, attain_error *err);

/**
 * Adds split weights of stages: all of them, or on failure none.
 *
 * @param data   [in,out] owned by caller
 * @param stages [in] copied: `count` structs
 * @param count  number of stages
 * @param err    [out] owned by caller, optional; `row` is the index
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_VALUE,
 *         ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_dataset_add_stages(attain_dataset *data,
                                                   const attain_stage *stages,
                                                   size_t count,
                                                   attain_error *err);

/**
 * Adds an evaluator group, or finds it.
 *
 * @param data    [in,out] owned by caller
 * @param id      [in] copied
 * @param out_row [out] owned by caller: its row
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_TEXT, ATTAIN_ERR_MISSING,
 *         ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_dataset_add_group(attain_dataset *data,
                                                  const char *id,
                                                  int32_t *out_row,
                                                  attain_error *err);

/**
 * Sets what was observed of a variable in a period for every unit, replacing
 * what was there.
 *
 * @param data     [in,out] owned by caller
 * @param variable row of the variable
 * @param period   the first period set decides the dataset's frequency
 * @param group    row of the evaluator group, or ATTAIN_GROUP_NONE
 * @param values   [in] copied, count elements: one for each unit, in row order;
 *                 NaN: missing
 * @param count    must be the number of units
 * @param err      [out] owned by caller, optional; `row` is the unit
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_PERIOD, ATTAIN_ERR_VALUE
 *         (infinite, or outside the variable's min and max; or a variable with
 *         and without groups), ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_dataset_set_column(
    attain_dataset *data, int32_t variable, int32_t period, int32_t group,
    const double *values, size_t count, attain_error *err);

/** Observations in long form: columns of equal length. */
typedef struct attain_observations {
    /** sizeof(attain_observations), set by the init function. */
    size_t struct_size;
    /** Length of every column. */
    size_t count;
    /** Rows of units. */
    const int32_t *units;
    /** Periods. */
    const int32_t *periods;
    /** Rows of variables. */
    const int32_t *variables;
    /** Rows of groups or ATTAIN_GROUP_NONE; NULL: none. */
    const int32_t *groups;
    /** Values; NaN: missing. */
    const double *values;
    /** enum attain_observation_status; NULL: measured. */
    const int32_t *statuses;
} attain_observations;

/** Sets defaults. @param observations [out] owned by caller; NULL does nothing
 */
ATTAIN_API void attain_observations_init(attain_observations *observations);

/**
 * Adds observations: all of them, or on failure none. The same (unit, period,
 * variable, group) may be observed once.
 *
 * @param data         [in,out] owned by caller
 * @param observations [in] copied
 * @param err          [out] owned by caller, optional; `row` is the element
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT,
 *         ATTAIN_ERR_PERIOD, ATTAIN_ERR_VALUE (infinite; outside min and max; a
 *         value with status missing; with and without groups),
 *         ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_dataset_add_observations(
    attain_dataset *data, const attain_observations *observations,
    attain_error *err);

/**
 * Checks the dataset as a whole: parents that are there, no ring of parents,
 * no unit below a unit of its own level, points attached to another unit of
 * their level and stage that is not attached itself and is open while they are,
 * stages' variables, and periods of one frequency. The first error is
 * returned.
 *
 * @param data [in] borrowed for the call
 * @param err  [out] owned by caller, optional; `row` is the unit
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_UNKNOWN, ATTAIN_ERR_CYCLE,
 *         ATTAIN_ERR_VALUE, ATTAIN_ERR_PERIOD, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_dataset_check(const attain_dataset *data,
                                              attain_error *err);

/* --- Reading back ------------------------------------------------------- */

/** The tables of a dataset. */
enum attain_dataset_table {
    /** Areas and schools (units.csv). */
    ATTAIN_DATASET_UNITS = 0,
    /** Variables (variables.csv). */
    ATTAIN_DATASET_VARIABLES = 1,
    /** Split weights of stages (stages.csv). */
    ATTAIN_DATASET_STAGES = 2,
    /** Evaluator groups that observations name. */
    ATTAIN_DATASET_GROUPS = 3
};

/**
 * Counts the rows of a table.
 *
 * @param data  [in] borrowed for the call
 * @param table enum attain_dataset_table
 * @return rows; 0 for NULL or no such table
 */
ATTAIN_API size_t attain_dataset_count(const attain_dataset *data,
                                       int32_t table);

/**
 * Finds a row by its id.
 *
 * @param data   [in] borrowed for the call
 * @param table  enum attain_dataset_table
 * @param id     [in] UTF-8, copied from
 * @param length bytes, or ATTAIN_NUL_TERMINATED
 * @return the row, or −1
 */
ATTAIN_API int32_t attain_dataset_find(const attain_dataset *data,
                                       int32_t table, const char *id,
                                       size_t length);

/**
 * Reads a unit. Texts are borrowed until the dataset is destroyed.
 *
 * @param data [in] borrowed for the call
 * @param row  0 … attain_dataset_count() − 1
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_dataset_get_unit(const attain_dataset *data,
                                                 int32_t row, attain_unit *out,
                                                 attain_error *err);

/**
 * Reads a variable. Texts are borrowed until the dataset is destroyed.
 *
 * @param data [in] borrowed for the call
 * @param row  0 … attain_dataset_count() − 1
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_dataset_get_variable(const attain_dataset *data,
                                                     int32_t row,
                                                     attain_variable *out,
                                                     attain_error *err);

/**
 * Reads a stage. Texts are borrowed until the dataset is destroyed.
 *
 * @param data [in] borrowed for the call
 * @param row  0 … attain_dataset_count() − 1
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_dataset_get_stage(const attain_dataset *data,
                                                  int32_t row,
                                                  attain_stage *out,
                                                  attain_error *err);

/**
 * Names an evaluator group.
 *
 * @param data [in] borrowed for the call
 * @param row  row of the group
 * @return its id, borrowed until the dataset is destroyed; NULL if there is
 *         none
 */
ATTAIN_API const char *attain_dataset_group_id(const attain_dataset *data,
                                               int32_t row);

/**
 * Tells the first and last period that has an observation.
 *
 * @param data      [in] borrowed for the call
 * @param out_first [out] owned by caller, optional; ATTAIN_PERIOD_NONE if
 *                  nothing was observed
 * @param out_last  [out] owned by caller, optional; the same
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT
 */
ATTAIN_API attain_status attain_dataset_periods(const attain_dataset *data,
                                                int32_t *out_first,
                                                int32_t *out_last,
                                                attain_error *err);

/**
 * Copies a column out.
 *
 * @param data     [in] borrowed for the call
 * @param variable row of the variable
 * @param period   period
 * @param group    row of the evaluator group, or ATTAIN_GROUP_NONE
 * @param out      [out] owned by caller: a value for each unit, NaN where
 *                 there is none; NULL to count
 * @param capacity elements of `out`
 * @param count    [out] owned by caller: the number of units
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_dataset_column(const attain_dataset *data,
                                               int32_t variable, int32_t period,
                                               int32_t group, double *out,
                                               size_t capacity, size_t *count,
                                               attain_error *err);

/**
 * Lends a column.
 *
 * @param data     [in] borrowed for the call
 * @param variable row of the variable
 * @param period   period
 * @param group    row of the evaluator group, or ATTAIN_GROUP_NONE
 * @param count    [out] owned by caller, optional: its length, the number of
 *                 units
 * @return borrowed until the dataset is next changed or destroyed; NULL if
 *         nothing was observed (`count` is then 0)
 */
ATTAIN_API const double *
attain_dataset_column_view(const attain_dataset *data, int32_t variable,
                           int32_t period, int32_t group, size_t *count);

/** One observation and where it came from. */
typedef struct attain_observation {
    /** sizeof(attain_observation), set by the init function. */
    size_t struct_size;
    /** File it was read from, borrowed until the dataset is destroyed; NULL:
     *  set through the API. */
    const char *file;
    /** Line in the file, from 1; 0: none. */
    int64_t line;
    /** The value; NaN: missing. */
    double value;
    /** enum attain_observation_status. */
    int32_t status;
    /** 1 if it was observed at all (also as missing), else 0. */
    int32_t present;
    /** Column of the value in the file's table, from 1; 0: none. */
    int64_t column;
} attain_observation;

/** Sets defaults. @param observation [out] owned by caller; NULL does nothing
 */
ATTAIN_API void attain_observation_init(attain_observation *observation);

/**
 * Reads one observation.
 *
 * @param data     [in] borrowed for the call
 * @param unit     row of the unit
 * @param variable row of the variable
 * @param period   period
 * @param group    row of the evaluator group, or ATTAIN_GROUP_NONE
 * @param out      [out] owned by caller, `struct_size` set by its init function
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_dataset_get_observation(
    const attain_dataset *data, int32_t unit, int32_t variable, int32_t period,
    int32_t group, attain_observation *out, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
