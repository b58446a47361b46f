/**
 * @file arrow.h
 * Floor 4, apart: columns to and from other programs by the Arrow C data
 * interface. attain.h does not include it.
 *
 * Results and observations go out as record batches (a struct array, format
 * `+s`), and observations come in as such. What goes out is the reader's: it
 * may be moved, taken apart and released by any thread, and outlives the
 * object that it came from. Columns of numbers of an evaluation are not
 * copied; an evaluation that lends them gives back its memory (by the
 * functions of its allocator) when it has been destroyed and the last of them
 * released.
 *
 * The structs are those of the specification, which gives them away for
 * copying (Apache License 2.0); any other header may have defined them before.
 */
#ifndef ATTAIN_ARROW_H
#define ATTAIN_ARROW_H

#include "base.h"
#include "dataset.h"
#include "evaluate.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/** The type of an array and of its children. */
struct ArrowSchema {
    /** Format of the elements, as `g` or `u`. */
    const char *format;
    /** Name of the column; NULL: none. */
    const char *name;
    /** Key-value pairs in a form of their own; NULL: none. */
    const char *metadata;
    /** Bits of ARROW_FLAG_…. */
    int64_t flags;
    /** Number of children. */
    int64_t n_children;
    /** The children. */
    struct ArrowSchema **children;
    /** Type of the dictionary; NULL: none. */
    struct ArrowSchema *dictionary;
    /** Gives it back; NULL: it has been. */
    void (*release)(struct ArrowSchema *);
    /** The producer's. */
    void *private_data;
};

/** The elements of an array and of its children. */
struct ArrowArray {
    /** Number of elements. */
    int64_t length;
    /** Number of those that are null; −1: not counted. */
    int64_t null_count;
    /** Where the first element stands in the buffers. */
    int64_t offset;
    /** Number of buffers. */
    int64_t n_buffers;
    /** Number of children. */
    int64_t n_children;
    /** The buffers: first the bits of validity, or NULL for all valid. */
    const void **buffers;
    /** The children. */
    struct ArrowArray **children;
    /** The dictionary that elements are indices into; NULL: none. */
    struct ArrowArray *dictionary;
    /** Gives it back; NULL: it has been. */
    void (*release)(struct ArrowArray *);
    /** The producer's. */
    void *private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

/** Record batches of one schema, one after the other. */
struct ArrowArrayStream {
    /** Gives the schema; 0, or a number of errno. */
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    /** Gives the next batch, or a released one at the end. */
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    /** Says what went wrong last; NULL: nothing is said. */
    const char *(*get_last_error)(struct ArrowArrayStream *);
    /** Gives it back; NULL: it has been. */
    void (*release)(struct ArrowArrayStream *);
    /** The producer's. */
    void *private_data;
};

#endif

/**
 * Gives the results of an evaluation as a record batch: a row for every row of
 * every node, and the columns of the results' CSV. Texts are dictionaries,
 * ranks and numbers of targets are int64, `soft` is a boolean, other measures
 * are float64; what has no value is null. An evaluation with lenses or methods
 * has their columns, too, as the CSV has; their words are plain text.
 *
 * @param ev     [in] borrowed for the call; its memory lives on in `array`
 * @param schema [out] owned by caller, released by its own `release`; NULL:
 *               not wanted
 * @param array  [out] owned by caller, released by its own `release`; NULL:
 *               not wanted
 * @param err    [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_LIMIT (2 GiB of vetoes),
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_evaluation_export_arrow(
    const attain_evaluation *ev, struct ArrowSchema *schema,
    struct ArrowArray *array, attain_error *err);

/**
 * Gives the observations of a dataset as a record batch, in the long form of
 * the tables: `unit`, `period`, `variable`, `status` and `group` as
 * dictionaries of text, `value` as float64. Ordered by variable, period and
 * group as rows, then by unit.
 *
 * @param data   [in] borrowed for the call; what goes out is a copy
 * @param schema [out] owned by caller, released by its own `release`; NULL:
 *               not wanted
 * @param array  [out] owned by caller, released by its own `release`; NULL:
 *               not wanted
 * @param err    [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_dataset_export_arrow(const attain_dataset *data,
                                                     struct ArrowSchema *schema,
                                                     struct ArrowArray *array,
                                                     attain_error *err);

/**
 * Adds the observations of a record batch: all of them, or on failure none.
 *
 * With columns `variable` and `value` the batch is in long form: `unit`,
 * `period`, `variable`, `value` and, where they are there, `status` and
 * `group`. Otherwise it is wide: `unit`, `period`, and every other column is
 * the variable of its name; a null there is not observed. Texts may be utf8,
 * large utf8, utf8 views, or dictionaries of them; periods may be years as
 * integers; values any integers or floats, where null is missing. Variables
 * and groups that the dataset lacks are added; units are not.
 *
 * Values of float64 without nulls, in long form, are read where they are.
 *
 * @param data   [in,out] owned by caller
 * @param schema [in] borrowed for the call, not released
 * @param array  [in] borrowed for the call, not released
 * @param err    [out] owned by caller, optional; `field` is the column, `row`
 *               the element
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT (no record batch; a column that is
 *         missing, or of a type that is not read), ATTAIN_ERR_UNKNOWN (a
 *         unit), ATTAIN_ERR_MISSING (a null that may be none),
 *         ATTAIN_ERR_TEXT, ATTAIN_ERR_PERIOD, ATTAIN_ERR_VALUE,
 *         ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_dataset_import_arrow(
    attain_dataset *data, const struct ArrowSchema *schema,
    const struct ArrowArray *array, attain_error *err);

/**
 * Makes a stream of one record batch.
 *
 * @param schema [in,out] owned by caller; on success moved into the stream, and
 *               then released
 * @param array  [in,out] owned by caller; on success moved into the stream, and
 *               then released
 * @param out    [out] owned by caller, released by its own `release`
 * @param err    [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_arrow_to_stream(struct ArrowSchema *schema,
                                                struct ArrowArray *array,
                                                struct ArrowArrayStream *out,
                                                attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
