/* Columns of a record batch as they are read. */
#ifndef ATTAIN_EXCHANGE_ARROW_COLUMN_H
#define ATTAIN_EXCHANGE_ARROW_COLUMN_H

#include "attain/arrow.h"

enum attain_i_arrow_kind {
    ATTAIN_I_ARROW_NONE = 0, /* not read */
    ATTAIN_I_ARROW_NULLS,    /* `n`: nothing but nulls */
    ATTAIN_I_ARROW_INTEGER,
    ATTAIN_I_ARROW_FLOAT,
    ATTAIN_I_ARROW_TEXT
};

/* A child of the batch, or its dictionary. */
typedef struct attain_i_arrow_reader {
    const char *name;
    const char *format;
    const struct ArrowArray *array;
    int64_t offset; /* of element 0 in the buffers */
    int64_t length;
    enum attain_i_arrow_kind kind;
    int has_nulls;
} attain_i_arrow_reader;

/* Reads a column of `batch`, which is at its offset. ATTAIN_ERR_ARGUMENT where
 * schema and array do not fit together. */
attain_status attain_i_arrow_open(const struct ArrowSchema *schema,
                                  const struct ArrowArray *array,
                                  const struct ArrowArray *batch,
                                  attain_i_arrow_reader *out,
                                  attain_error *err);
/* The dictionary of a column that has one; else false. */
int attain_i_arrow_dictionary(const struct ArrowSchema *schema,
                              const attain_i_arrow_reader *column,
                              attain_i_arrow_reader *out, attain_status *status,
                              attain_error *err);

int attain_i_arrow_is_null(const attain_i_arrow_reader *column, int64_t i);
/* An integer, of kind INTEGER. */
int64_t attain_i_arrow_integer(const attain_i_arrow_reader *column, int64_t i);
/* A number, of kind INTEGER or FLOAT; NaN for null. */
double attain_i_arrow_number(const attain_i_arrow_reader *column, int64_t i);
/* A text, of kind TEXT; not NUL-terminated. */
const char *attain_i_arrow_text(const attain_i_arrow_reader *column, int64_t i,
                                size_t *length);

#endif
