/**
 * @file exchange.h
 * Floor 4: bytes in and out. Tables (CSV, RFC 4180) into plans and datasets,
 * results out as CSV and JSON, and the words of the tables.
 *
 * A reader reports every problem of every table in one pass to the caller's
 * handler, and makes or changes an object only if none of them was an error.
 * The form of the tables: docs/exchange.md.
 */
#ifndef ATTAIN_EXCHANGE_H
#define ATTAIN_EXCHANGE_H

#include "base.h"
#include "dataset.h"
#include "evaluate.h"
#include "improve.h"
#include "plan.h"
#include "quality.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Problems ----------------------------------------------------------- */

/** How bad a problem is. */
enum attain_severity {
    /** The table is read all the same. */
    ATTAIN_SEVERITY_WARNING = 0,
    /** Nothing is read. */
    ATTAIN_SEVERITY_ERROR = 1
};

/** A problem in a table. Everything is borrowed for the call of the handler.
 */
typedef struct attain_problem {
    /** sizeof(attain_problem) of the library. */
    size_t struct_size;
    /** File as it was named, control characters escaped. */
    const char *file;
    /** Column's name, "" if the problem is about no column. */
    const char *field;
    /** What is wrong and what to do: one line, offending bytes escaped. */
    const char *message;
    /** Line in the file (physical), from 1; 0: the whole file. */
    int64_t line;
    /** Column in the table (field), from 1; 0: the whole line. */
    int64_t column;
    /** Byte in the file, from 0, where the field begins; −1: none. */
    int64_t offset;
    /** enum attain_severity. */
    int32_t severity;
    /** The attain_status that describes it. */
    int32_t code;
} attain_problem;

/**
 * Is told each problem, in the order of files, lines and columns.
 *
 * @param problem [in] borrowed for the call
 * @param user    [in] borrowed for the call, as given
 * @return 0 to go on; anything else stops: ATTAIN_ERR_CALLBACK
 */
typedef int32_t (*attain_problem_handler)(const attain_problem *problem,
                                          void *user);

/**
 * Writes a problem as a line, `file:line:column: error: message`, without a
 * newline.
 *
 * @param problem  [in] borrowed for the call
 * @param out      [out] owned by caller: text and its NUL; NULL to count
 * @param capacity bytes of `out`
 * @param count    [out] owned by caller: bytes of text without the NUL
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_problem_format(const attain_problem *problem,
                                               char *out, size_t capacity,
                                               size_t *count,
                                               attain_error *err);

/* --- Reading ------------------------------------------------------------ */

/** Options of the readers. */
typedef struct attain_read_options {
    /** sizeof(attain_read_options), set by the init function. */
    size_t struct_size;
    /** Memory of the object that is made, and of the reading; NULL: the C
     *  library's malloc. Borrowed for the call (what it points to is copied).
     */
    const attain_allocator *allocator;
    /** Is told every problem; NULL: nobody is. */
    attain_problem_handler handler;
    /** Handed to the handler. */
    void *user;
    /** Other names of columns, `unit=school_id;period=year`: the column that
     *  the tables call `unit` is headed `school_id`. NULL: none. */
    const char *columns;
    /** Problems that are told at the most, ≥ 1; default 1000. One more says
     *  that there are more. */
    size_t max_problems;
    /** Bytes a file may have; default 1 GiB. */
    size_t max_file_size;
    /** Bytes a field may have; default 1 MiB. */
    size_t max_field_size;
} attain_read_options;

/** Sets defaults. @param options [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_read_options_init(attain_read_options *options);

/** A table in memory. */
typedef struct attain_table {
    /** sizeof(attain_table), set by the init function. */
    size_t struct_size;
    /** File name, which says what the table is: `goals.csv`,
     *  `observations_2023.csv`; it may have a folder before it. */
    const char *name;
    /** The bytes; NULL only for none. */
    const char *text;
    /** Number of bytes, or ATTAIN_NUL_TERMINATED. */
    size_t length;
} attain_table;

/** Sets defaults. @param table [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_table_init(attain_table *table);

/**
 * Reads a plan from a folder: plan.csv, goals.csv, metrics.csv, targets.csv,
 * and where they are there path.csv, bands.csv and groups.csv. Other files are
 * not opened.
 *
 * @param folder  [in] borrowed for the call: a path (UTF-8 on Windows, too);
 *                or that of a data package's descriptor, which ends in `.json`
 *                (docs/exchange.md)
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_plan_destroy()
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_IO,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_read_plan(const char *folder,
                                          const attain_read_options *options,
                                          attain_plan **out, attain_error *err);

/**
 * Reads a plan from tables in memory.
 *
 * @param tables  [in] borrowed for the call, count structs
 * @param count   number of tables
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_plan_destroy()
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_read_plan_tables(
    const attain_table *tables, size_t count,
    const attain_read_options *options, attain_plan **out, attain_error *err);

/**
 * Reads a dataset from a folder: units.csv, variables.csv and stages.csv where
 * they are there, and every file whose name begins with `observations` and ends
 * in `.csv`, in the order of their names' bytes.
 *
 * @param folder  [in] borrowed for the call: a path (UTF-8 on Windows, too);
 *                or that of a data package's descriptor, which ends in `.json`
 *                (docs/exchange.md)
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_dataset_destroy()
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_IO,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_read_dataset(const char *folder,
                                             const attain_read_options *options,
                                             attain_dataset **out,
                                             attain_error *err);

/**
 * Reads a dataset from tables in memory.
 *
 * @param tables  [in] borrowed for the call, count structs
 * @param count   number of tables
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_dataset_destroy()
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status
attain_read_dataset_tables(const attain_table *tables, size_t count,
                           const attain_read_options *options,
                           attain_dataset **out, attain_error *err);

/**
 * Reads observations, long or wide, into a dataset that has its units. On
 * failure the dataset is as it was.
 *
 * @param data    [in,out] owned by caller
 * @param tables  [in] borrowed for the call, count structs; all are
 *                observations, whatever their names
 * @param count   number of tables
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_read_observations(
    attain_dataset *data, const attain_table *tables, size_t count,
    const attain_read_options *options, attain_error *err);

/**
 * Reads observations from a file; otherwise as attain_read_observations().
 *
 * @param data    [in,out] owned by caller
 * @param path    [in] borrowed for the call: a path (UTF-8 on Windows, too)
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_IO,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_read_observations_file(
    attain_dataset *data, const char *path, const attain_read_options *options,
    attain_error *err);

/**
 * The digest of the tables in a folder, by which a result names what it was
 * computed from: SHA-256 (FIPS 180-4), as 64 hexadecimal digits, of the lines
 * that sha256sum prints of the folder's files ending in ".csv", in the order
 * of their names' bytes. Anybody repeats it with
 * `cd FOLDER && LC_ALL=C sha256sum *.csv | sha256sum`.
 *
 * @param folder   [in] borrowed for the call: its path, UTF-8, NUL-terminated
 * @param out      [out] owned by caller: text and its NUL; NULL to count
 * @param capacity bytes of `out`; 65 are always enough
 * @param count    [out] owned by caller: bytes of text without the NUL, 64
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_IO, ATTAIN_ERR_MEMORY,
 *         ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_digest_folder(const char *folder, char *out,
                                              size_t capacity, size_t *count,
                                              attain_error *err);

/**
 * Reads a table of changes, `unit,period,variable,value[,group]`, for
 * attain_whatif_create(). An empty value takes a value away. Whether a value
 * is in its variable's range is checked here, too.
 *
 * @param data    [in] borrowed for the call: the dataset that they change
 * @param table   [in] borrowed for the call
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_changes_destroy()
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_read_changes(const attain_dataset *data,
                                             const attain_table *table,
                                             const attain_read_options *options,
                                             attain_changes **out,
                                             attain_error *err);

/**
 * Reads changes from a file; otherwise as attain_read_changes().
 *
 * @param data    [in] borrowed for the call: the dataset that they change
 * @param path    [in] borrowed for the call: a path (UTF-8 on Windows, too)
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_changes_destroy()
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_IO,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status
attain_read_changes_file(const attain_dataset *data, const char *path,
                         const attain_read_options *options,
                         attain_changes **out, attain_error *err);

/**
 * Reads a set of checks from a folder: checks.csv, if it is there. Rows stand
 * behind the default ones, or in the place of those whose ids they have.
 *
 * @param folder  [in] borrowed for the call: a path (UTF-8 on Windows, too)
 * @param plan    [in] borrowed for the call: metrics that it does not have are
 *                problems; NULL: any will do
 * @param data    [in] borrowed for the call: variables that it does not have
 *                are problems; NULL: any will do
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_checks_destroy()
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_IO,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_read_checks(
    const char *folder, const attain_plan *plan, const attain_dataset *data,
    const attain_read_options *options, attain_checks **out, attain_error *err);

/**
 * Reads a set of checks from tables in memory; otherwise as
 * attain_read_checks().
 *
 * @param tables  [in] borrowed for the call, count structs
 * @param count   number of tables
 * @param plan    [in] borrowed for the call; NULL: any metric will do
 * @param data    [in] borrowed for the call; NULL: any variable will do
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param out     [out] owned by caller, release with attain_checks_destroy()
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_read_checks_tables(
    const attain_table *tables, size_t count, const attain_plan *plan,
    const attain_dataset *data, const attain_read_options *options,
    attain_checks **out, attain_error *err);

/* --- Writing ------------------------------------------------------------ */

/** Form of what is written. */
enum attain_format {
    /** One table, a line a row (docs/exchange.md). */
    ATTAIN_FORMAT_CSV = 0,
    /** Nested by goal (docs/exchange.md). */
    ATTAIN_FORMAT_JSON = 1,
    /** SDMX-CSV 2.0, for statistical offices (docs/exchange.md). */
    ATTAIN_FORMAT_SDMX = 2
};

/**
 * Takes bytes, in order.
 *
 * @param bytes  [in] borrowed for the call, not NUL-terminated
 * @param length number of bytes, ≥ 1
 * @param user   [in] borrowed for the call, as given
 * @return 0 to go on; anything else stops: ATTAIN_ERR_CALLBACK
 */
typedef int32_t (*attain_sink)(const char *bytes, size_t length, void *user);

/** Options of the writers. */
typedef struct attain_write_options {
    /** sizeof(attain_write_options), set by the init function. */
    size_t struct_size;
    /** enum attain_format. */
    int32_t format;
    /** 1: put an apostrophe before every text cell of a table that a
     * spreadsheet would run as a formula (it changes data: not for machines);
     * 0: not. */
    int32_t defuse;
    /** 1: begin a table with a byte order mark, so that spreadsheets read it as
     *  UTF-8; 0: not. */
    int32_t byte_order_mark;
    /** Only the rows of this unit (row in the dataset); −1: of all. */
    int32_t unit;
    /** [in] borrowed for the call, UTF-8: what the results rest on, a line a
     *  statement, ended by LF. A CSV begins with them as comments (`#` before
     *  each), a JSON has them as the list `provenance`; SDMX-CSV has no place
     *  for them. NULL: none. */
    const char *provenance;
} attain_write_options;

/** Sets defaults. @param options [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_write_options_init(attain_write_options *options);

/**
 * Writes the results of an evaluation.
 *
 * @param ev      [in] borrowed for the call
 * @param options [in] borrowed for the call; NULL: the defaults (CSV)
 * @param sink    [in] called with the bytes
 * @param user    [in,out] borrowed for the call: handed to the sink
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT
 *         (provenance), ATTAIN_ERR_CALLBACK (the sink failed; what it took is
 *         incomplete)
 */
ATTAIN_API attain_status attain_write_results(
    const attain_evaluation *ev, const attain_write_options *options,
    attain_sink sink, void *user, attain_error *err);

/**
 * Writes the results of an evaluation into a buffer.
 *
 * @param ev       [in] borrowed for the call
 * @param options  [in] borrowed for the call; NULL: the defaults (CSV)
 * @param out      [out] owned by caller: text and its NUL; NULL to count
 * @param capacity bytes of `out`
 * @param count    [out] owned by caller: bytes of text without the NUL
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT
 *         (provenance), ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_write_results_buffer(
    const attain_evaluation *ev, const attain_write_options *options, char *out,
    size_t capacity, size_t *count, attain_error *err);

/**
 * Writes the observations of a dataset as one long table, by variable, period,
 * evaluator group and unit: as CSV, which attain_read_observations() reads
 * back, or as SDMX-CSV, which it reads back as well.
 *
 * @param data    [in] borrowed for the call
 * @param options [in] borrowed for the call; NULL: the defaults (CSV). `format`
 *                is not ATTAIN_FORMAT_JSON; `unit` is a row of the dataset
 * @param sink    [in] called with the bytes
 * @param user    [in,out] borrowed for the call: handed to the sink
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT
 *         (provenance), ATTAIN_ERR_CALLBACK (the sink failed; what it took is
 *         incomplete), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_write_observations(
    const attain_dataset *data, const attain_write_options *options,
    attain_sink sink, void *user, attain_error *err);

/**
 * Writes the observations of a dataset into a buffer; otherwise as
 * attain_write_observations().
 *
 * @param data     [in] borrowed for the call
 * @param options  [in] borrowed for the call; NULL: the defaults (CSV)
 * @param out      [out] owned by caller: text and its NUL; NULL to count
 * @param capacity bytes of `out`
 * @param count    [out] owned by caller: bytes of text without the NUL
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT
 *         (provenance), ATTAIN_ERR_SPACE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_write_observations_buffer(
    const attain_dataset *data, const attain_write_options *options, char *out,
    size_t capacity, size_t *count, attain_error *err);

/**
 * Writes the descriptor of a folder's tables as a Frictionless data package:
 * datapackage.json, with the columns, types, keys and references of every table
 * of a plan or a dataset that is there (docs/exchange.md). Of the tables only
 * the headers are read.
 *
 * @param folder  [in] borrowed for the call: a path (UTF-8 on Windows, too)
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param sink    [in] called with the bytes, unless a table has a fault
 * @param user    [in,out] borrowed for the call: handed to the sink
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_IO,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status
attain_write_package(const char *folder, const attain_read_options *options,
                     attain_sink sink, void *user, attain_error *err);

/**
 * Writes the descriptor of tables in memory; otherwise as
 * attain_write_package().
 *
 * @param tables  [in] borrowed for the call, count structs
 * @param count   number of tables
 * @param options [in] borrowed for the call; NULL: the defaults
 * @param sink    [in] called with the bytes, unless a table has a fault
 * @param user    [in,out] borrowed for the call: handed to the sink
 * @param err     [out] owned by caller, optional: the first error
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT,
 *         ATTAIN_ERR_TABLE, ATTAIN_ERR_CALLBACK, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status
attain_write_package_tables(const attain_table *tables, size_t count,
                            const attain_read_options *options,
                            attain_sink sink, void *user, attain_error *err);

/**
 * Writes findings about the data.
 *
 * @param quality  [in] borrowed for the call
 * @param options  [in] borrowed for the call; NULL: the defaults (CSV)
 * @param language enum attain_language of messages and advice
 * @param sink     [in] called with the bytes
 * @param user     [in,out] borrowed for the call: handed to the sink
 * @param err      [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_CALLBACK (the sink failed; what it took is incomplete),
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_write_quality(
    const attain_quality *quality, const attain_write_options *options,
    int32_t language, attain_sink sink, void *user, attain_error *err);

/**
 * Writes a finding as a line, `file:line:column: error: message: advice`,
 * without a newline.
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
ATTAIN_API attain_status attain_quality_format(const attain_quality *quality,
                                               size_t index, int32_t language,
                                               char *out, size_t capacity,
                                               size_t *count,
                                               attain_error *err);

/* --- Words -------------------------------------------------------------- */

/** The enumerations, which describe themselves at run time. (Methods of the
 *  numeric room do so by attain_method_get().) */
enum attain_vocabulary {
    /** enum attain_series */
    ATTAIN_VOCABULARY_SERIES = 0,
    /** enum attain_comparator */
    ATTAIN_VOCABULARY_COMPARATOR = 1,
    /** enum attain_when */
    ATTAIN_VOCABULARY_WHEN = 2,
    /** enum attain_score */
    ATTAIN_VOCABULARY_SCORE = 3,
    /** enum attain_judge */
    ATTAIN_VOCABULARY_JUDGE = 4,
    /** enum attain_aggregate */
    ATTAIN_VOCABULARY_AGGREGATE = 5,
    /** enum attain_rule */
    ATTAIN_VOCABULARY_RULE = 6,
    /** enum attain_missing */
    ATTAIN_VOCABULARY_MISSING = 7,
    /** enum attain_across */
    ATTAIN_VOCABULARY_ACROSS = 8,
    /** enum attain_direction */
    ATTAIN_VOCABULARY_DIRECTION = 9,
    /** enum attain_observation_status */
    ATTAIN_VOCABULARY_OBSERVATION_STATUS = 10,
    /** enum attain_kind */
    ATTAIN_VOCABULARY_KIND = 11,
    /** enum attain_verdict */
    ATTAIN_VOCABULARY_VERDICT = 12,
    /** enum attain_standing */
    ATTAIN_VOCABULARY_STANDING = 13,
    /** enum attain_measure */
    ATTAIN_VOCABULARY_MEASURE = 14,
    /** enum attain_status_code */
    ATTAIN_VOCABULARY_STATUS_CODE = 15,
    /** enum attain_frequency */
    ATTAIN_VOCABULARY_FREQUENCY = 16,
    /** enum attain_reason */
    ATTAIN_VOCABULARY_REASON = 17,
    /** enum attain_dataset_table */
    ATTAIN_VOCABULARY_DATASET_TABLE = 18,
    /** enum attain_plan_table */
    ATTAIN_VOCABULARY_PLAN_TABLE = 19,
    /** enum attain_language */
    ATTAIN_VOCABULARY_LANGUAGE = 20,
    /** enum attain_severity */
    ATTAIN_VOCABULARY_SEVERITY = 21,
    /** enum attain_format */
    ATTAIN_VOCABULARY_FORMAT = 22,
    /** enum attain_vocabulary */
    ATTAIN_VOCABULARY_VOCABULARY = 23,
    /** enum attain_question */
    ATTAIN_VOCABULARY_QUESTION = 24,
    /** enum attain_answer_kind */
    ATTAIN_VOCABULARY_ANSWER_KIND = 25,
    /** enum attain_action */
    ATTAIN_VOCABULARY_ACTION = 26,
    /** enum attain_obstacle */
    ATTAIN_VOCABULARY_OBSTACLE = 27,
    /** enum attain_effort */
    ATTAIN_VOCABULARY_EFFORT = 28,
    /** enum attain_mend_order */
    ATTAIN_VOCABULARY_MEND_ORDER = 29,
    /** enum attain_turn */
    ATTAIN_VOCABULARY_TURN = 30,
    /** enum attain_answer_field */
    ATTAIN_VOCABULARY_ANSWER_FIELD = 31,
    /** enum attain_check_kind */
    ATTAIN_VOCABULARY_CHECK_KIND = 32,
    /** enum attain_quality_severity */
    ATTAIN_VOCABULARY_QUALITY_SEVERITY = 33,
    /** enum attain_quality_field */
    ATTAIN_VOCABULARY_QUALITY_FIELD = 34,
    /** enum attain_quality_by */
    ATTAIN_VOCABULARY_QUALITY_BY = 35,
    /** enum attain_step */
    ATTAIN_VOCABULARY_STEP = 36,
    /** enum attain_index_measure */
    ATTAIN_VOCABULARY_INDEX_MEASURE = 37,
    /** enum attain_finding_kind */
    ATTAIN_VOCABULARY_FINDING_KIND = 38
};

/** @return the number of vocabularies, of enum attain_vocabulary. */
ATTAIN_API size_t attain_vocabulary_count(void);

/**
 * Counts the words of a vocabulary; their values are not always 0, 1, 2 ….
 *
 * @param vocabulary enum attain_vocabulary
 * @return words; 0 if there is no such vocabulary
 */
ATTAIN_API size_t attain_word_count(int32_t vocabulary);

/**
 * Tells the value of the word at an index.
 *
 * @param vocabulary enum attain_vocabulary
 * @param index      0 … attain_word_count() − 1
 * @return the enum's value; −1 if there is none
 */
ATTAIN_API int32_t attain_word_value(int32_t vocabulary, size_t index);

/**
 * Gives the word that the tables use for a value. (A status has its name.)
 *
 * @param vocabulary enum attain_vocabulary
 * @param value      the enum's value
 * @return static text, e.g. "at_least"; NULL if there is none
 */
ATTAIN_API const char *attain_word(int32_t vocabulary, int32_t value);

/**
 * Gives the words that a person reads for a value.
 *
 * @param vocabulary enum attain_vocabulary
 * @param value      the enum's value
 * @param language   enum attain_language
 * @return static text, e.g. "at least" or "不低于"; NULL if there is none
 */
ATTAIN_API const char *attain_word_label(int32_t vocabulary, int32_t value,
                                         int32_t language);

/**
 * Says what a value means, in the words of these headers.
 *
 * @param vocabulary enum attain_vocabulary
 * @param value      the enum's value
 * @return static text in English, e.g. "x ≥ value"; NULL if there is none
 */
ATTAIN_API const char *attain_word_description(int32_t vocabulary,
                                               int32_t value);

/**
 * Finds the value of a word of the tables.
 *
 * @param vocabulary enum attain_vocabulary
 * @param word       [in] UTF-8, copied from
 * @param length     bytes, or ATTAIN_NUL_TERMINATED
 * @return the enum's value; −1 if there is no such word
 */
ATTAIN_API int32_t attain_word_find(int32_t vocabulary, const char *word,
                                    size_t length);

#ifdef __cplusplus
}
#endif

#endif
