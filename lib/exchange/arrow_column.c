/* Elements of the columns that come in, by the formats of the specification. */
#include "exchange/arrow_column.h"

#include <math.h>
#include <string.h>

#include "base/error.h"

static const struct {
    const char *format;
    enum attain_i_arrow_kind kind;
    int64_t buffers; /* at least; views have one more for each block */
} formats[] = {
    {"n", ATTAIN_I_ARROW_NULLS, 0},   {"c", ATTAIN_I_ARROW_INTEGER, 2},
    {"C", ATTAIN_I_ARROW_INTEGER, 2}, {"s", ATTAIN_I_ARROW_INTEGER, 2},
    {"S", ATTAIN_I_ARROW_INTEGER, 2}, {"i", ATTAIN_I_ARROW_INTEGER, 2},
    {"I", ATTAIN_I_ARROW_INTEGER, 2}, {"l", ATTAIN_I_ARROW_INTEGER, 2},
    {"L", ATTAIN_I_ARROW_INTEGER, 2}, {"f", ATTAIN_I_ARROW_FLOAT, 2},
    {"g", ATTAIN_I_ARROW_FLOAT, 2},   {"u", ATTAIN_I_ARROW_TEXT, 3},
    {"U", ATTAIN_I_ARROW_TEXT, 3},    {"vu", ATTAIN_I_ARROW_TEXT, 2},
};

static attain_status fail(attain_error *err, const char *name,
                          const char *what) {
    return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, name, -1, "the column %s %s",
                         name, what);
}

/* Kind and buffers of a column whose array is there. */
static attain_status look(attain_i_arrow_reader *column, attain_error *err) {
    const struct ArrowArray *array = column->array;
    column->kind = ATTAIN_I_ARROW_NONE;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (strcmp(column->format, formats[i].format) != 0)
            continue;
        column->kind = formats[i].kind;
        if (array->n_buffers < formats[i].buffers ||
            (formats[i].buffers > 0 && array->buffers == NULL))
            return fail(err, column->name, "lacks a buffer");
        if (formats[i].buffers > 1 && column->length > 0 &&
            array->buffers[1] == NULL)
            return fail(err, column->name, "has elements, but no buffer");
    }
    column->has_nulls = array->null_count != 0 && array->n_buffers > 0 &&
                        array->buffers != NULL && array->buffers[0] != NULL;
    return ATTAIN_OK;
}

attain_status attain_i_arrow_open(const struct ArrowSchema *schema,
                                  const struct ArrowArray *array,
                                  const struct ArrowArray *batch,
                                  attain_i_arrow_reader *out,
                                  attain_error *err) {
    if (schema == NULL || array == NULL || schema->format == NULL) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "schema", -1,
                             "a child of the record batch is missing");
    }
    out->name = schema->name == NULL ? "" : schema->name;
    out->format = schema->format;
    out->array = array;
    out->offset = array->offset + batch->offset;
    out->length = batch->length;
    if (array->offset < 0 || array->length < batch->offset + batch->length)
        return fail(err, out->name, "is shorter than the record batch");
    return look(out, err);
}

int attain_i_arrow_dictionary(const struct ArrowSchema *schema,
                              const attain_i_arrow_reader *column,
                              attain_i_arrow_reader *out, attain_status *status,
                              attain_error *err) {
    const struct ArrowArray *array = column->array->dictionary;
    *status = ATTAIN_OK;
    if (schema->dictionary == NULL)
        return 0;
    if (array == NULL || schema->dictionary->format == NULL ||
        column->kind != ATTAIN_I_ARROW_INTEGER || array->offset < 0 ||
        array->length < 0) {
        *status = fail(err, column->name, "has a dictionary that is none");
        return 1;
    }
    out->name = column->name;
    out->format = schema->dictionary->format;
    out->array = array;
    out->offset = array->offset;
    out->length = array->length;
    *status = look(out, err);
    return 1;
}

int attain_i_arrow_is_null(const attain_i_arrow_reader *column, int64_t i) {
    if (column->kind == ATTAIN_I_ARROW_NULLS)
        return 1;
    if (!column->has_nulls)
        return 0;
    const uint8_t *bits = column->array->buffers[0];
    uint64_t at = (uint64_t)(column->offset + i);
    return (bits[at / 8] >> at % 8 & 1) == 0;
}

int64_t attain_i_arrow_integer(const attain_i_arrow_reader *column, int64_t i) {
    const void *values = column->array->buffers[1];
    i += column->offset;
    switch (column->format[0]) {
    case 'c':
        return ((const int8_t *)values)[i];
    case 'C':
        return ((const uint8_t *)values)[i];
    case 's':
        return ((const int16_t *)values)[i];
    case 'S':
        return ((const uint16_t *)values)[i];
    case 'i':
        return ((const int32_t *)values)[i];
    case 'I':
        return ((const uint32_t *)values)[i];
    case 'L':
        return ((const uint64_t *)values)[i] > INT64_MAX
                   ? INT64_MAX
                   : (int64_t)((const uint64_t *)values)[i];
    default:
        return ((const int64_t *)values)[i];
    }
}

double attain_i_arrow_number(const attain_i_arrow_reader *column, int64_t i) {
    if (attain_i_arrow_is_null(column, i))
        return NAN;
    const void *values = column->array->buffers[1];
    switch (column->format[0]) {
    case 'g':
        return ((const double *)values)[column->offset + i];
    case 'f':
        return (double)((const float *)values)[column->offset + i];
    case 'L':
        return (double)((const uint64_t *)values)[column->offset + i];
    default:
        return (double)attain_i_arrow_integer(column, i);
    }
}

/* A view: 4 bytes of length, then the text if it has up to 12 bytes, else its
 * beginning, its block and where it stands there. */
static const char *view_text(const struct ArrowArray *array, int64_t i,
                             size_t *length) {
    const char *view = (const char *)array->buffers[1] + 16 * i;
    int32_t bytes, block, begin;
    memcpy(&bytes, view, sizeof bytes);
    memcpy(&block, view + 8, sizeof block);
    memcpy(&begin, view + 12, sizeof begin);
    *length = (size_t)bytes;
    return bytes <= 12 ? view + 4
                       : (const char *)array->buffers[2 + block] + begin;
}

const char *attain_i_arrow_text(const attain_i_arrow_reader *column, int64_t i,
                                size_t *length) {
    const struct ArrowArray *array = column->array;
    i += column->offset;
    if (column->format[0] == 'v')
        return view_text(array, i, length);
    const char *bytes = array->buffers[2];
    if (column->format[0] == 'u') {
        const int32_t *offsets = array->buffers[1];
        *length = (size_t)(offsets[i + 1] - offsets[i]);
        return *length == 0 ? "" : bytes + offsets[i];
    }
    const int64_t *offsets = array->buffers[1];
    *length = (size_t)(offsets[i + 1] - offsets[i]);
    return *length == 0 ? "" : bytes + offsets[i];
}
