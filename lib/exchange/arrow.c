/* Record batches: building, sharing, releasing. */
#include "exchange/arrow.h"

#include <string.h>

#include "base/error.h"

/* --- Memory -------------------------------------------------------------- */

attain_i_held *attain_i_held_create(void) {
    attain_allocator allocator;
    attain_i_allocator_set(&allocator, NULL);
    attain_i_held *held = attain_i_allocate_zero(&allocator, 1, sizeof *held);
    if (held != NULL) {
        held->allocator = allocator;
        attain_i_arena_init(&held->arena, &held->allocator);
        attain_i_counter_add(&held->holders);
    }
    return held;
}

void attain_i_held_drop(attain_i_held *held) {
    if (attain_i_counter_drop(&held->holders) != 1)
        return;
    attain_allocator allocator = held->allocator;
    attain_i_arena_clear(&held->arena);
    attain_evaluation_destroy(held->ev);
    attain_i_release(&allocator, held, 1, sizeof *held);
}

void *attain_i_held_bytes(attain_i_held *held, size_t count, size_t size) {
    if (count > PTRDIFF_MAX / size)
        return NULL;
    return attain_i_arena_bytes(&held->arena, count == 0 ? 1 : count * size);
}

/* --- Columns ------------------------------------------------------------- */

attain_status attain_i_texts_gather(attain_i_held *held, size_t count,
                                    const char *(*text)(const void *from,
                                                        size_t i),
                                    const void *from, attain_i_texts *out) {
    int32_t *offsets = attain_i_held_bytes(held, count + 1, sizeof *offsets);
    uint64_t total = 0;
    if (offsets == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const char *part = text(from, i);
        offsets[i] = (int32_t)total;
        total += part == NULL ? 0 : strlen(part);
        if (total > INT32_MAX)
            return ATTAIN_ERR_LIMIT;
    }
    offsets[count] = (int32_t)total;
    char *bytes = attain_i_held_bytes(held, (size_t)total, 1);
    if (bytes == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t i = 0; i < count; i++) {
        size_t length = (size_t)(offsets[i + 1] - offsets[i]);
        if (length > 0)
            memcpy(bytes + offsets[i], text(from, i), length);
    }
    out->count = (int64_t)count;
    out->offsets = offsets;
    out->bytes = bytes;
    return ATTAIN_OK;
}

int attain_i_arrow_valid(attain_i_held *held, const double *values,
                         size_t count, attain_i_arrow_column *column) {
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        known += values[i] == values[i];
    column->null_count = (int64_t)(count - known);
    column->valid = NULL;
    if (known == count)
        return 1;
    size_t bytes = count / 8 + 1;
    uint8_t *valid = attain_i_held_bytes(held, bytes, 1);
    if (valid == NULL)
        return 0;
    memset(valid, 0, bytes);
    for (size_t i = 0; i < count; i++)
        if (values[i] == values[i])
            valid[i / 8] = (uint8_t)(valid[i / 8] | 1u << i % 8);
    column->valid = valid;
    return 1;
}

/* --- Schemas ------------------------------------------------------------- */

static void release_schema(struct ArrowSchema *schema) {
    for (int64_t i = 0; i < schema->n_children; i++)
        if (schema->children[i]->release != NULL)
            schema->children[i]->release(schema->children[i]);
    if (schema->dictionary != NULL && schema->dictionary->release != NULL)
        schema->dictionary->release(schema->dictionary);
    schema->release = NULL;
    attain_i_held_drop(schema->private_data);
}

void attain_i_hold_schema(attain_i_held *held, struct ArrowSchema *schema,
                          const char *format, const char *name, int nullable) {
    memset(schema, 0, sizeof *schema);
    schema->format = format;
    schema->name = name;
    schema->flags = nullable ? ARROW_FLAG_NULLABLE : 0;
    schema->release = release_schema;
    schema->private_data = held;
    attain_i_counter_add(&held->holders);
}

attain_status attain_i_arrow_schema(const attain_i_arrow_column *columns,
                                    size_t count, struct ArrowSchema *out) {
    attain_i_held *held = attain_i_held_create();
    if (held == NULL)
        return ATTAIN_ERR_MEMORY;
    struct ArrowSchema *parts =
        attain_i_held_bytes(held, 2 * count, sizeof *parts);
    struct ArrowSchema **children =
        attain_i_held_bytes(held, count, sizeof *children);
    if (parts == NULL || children == NULL) {
        attain_i_held_drop(held);
        return ATTAIN_ERR_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        const attain_i_arrow_column *column = &columns[i];
        children[i] = &parts[2 * i];
        attain_i_hold_schema(held, children[i], column->format, column->name,
                             column->nullable);
        if (column->dictionary != NULL) {
            children[i]->dictionary = &parts[2 * i + 1];
            attain_i_hold_schema(held, children[i]->dictionary, "u", "", 0);
        }
    }
    attain_i_hold_schema(held, out, "+s", "", 0);
    out->n_children = (int64_t)count;
    out->children = children;
    attain_i_held_drop(held);
    return ATTAIN_OK;
}

/* --- Arrays -------------------------------------------------------------- */

static void release_array(struct ArrowArray *array) {
    for (int64_t i = 0; i < array->n_children; i++)
        if (array->children[i]->release != NULL)
            array->children[i]->release(array->children[i]);
    if (array->dictionary != NULL && array->dictionary->release != NULL)
        array->dictionary->release(array->dictionary);
    array->release = NULL;
    attain_i_held_drop(array->private_data);
}

static void hold_array(attain_i_held *held, struct ArrowArray *array,
                       int64_t length, const void **buffers) {
    memset(array, 0, sizeof *array);
    array->length = length;
    array->n_buffers = 1;
    array->buffers = buffers;
    array->release = release_array;
    array->private_data = held;
    attain_i_counter_add(&held->holders);
}

static void fill_texts(struct ArrowArray *array, const attain_i_texts *texts) {
    array->n_buffers = 3;
    array->buffers[1] = texts->offsets;
    array->buffers[2] = texts->bytes;
}

/* Buffers of a column and of its dictionary. */
enum { BUFFERS = 3 };

static void fill_column(attain_i_held *held, struct ArrowArray *parts,
                        const void **buffers,
                        const attain_i_arrow_column *column, size_t rows) {
    memset(buffers, 0, 2 * BUFFERS * sizeof *buffers);
    hold_array(held, &parts[0], (int64_t)rows, buffers);
    buffers[0] = column->valid;
    parts[0].null_count = column->null_count;
    if (column->texts != NULL) {
        fill_texts(&parts[0], column->texts);
    } else {
        parts[0].n_buffers = 2;
        buffers[1] = column->values;
    }
    if (column->dictionary != NULL) {
        parts[0].dictionary = &parts[1];
        hold_array(held, &parts[1], column->dictionary->count,
                   buffers + BUFFERS);
        fill_texts(&parts[1], column->dictionary);
    }
}

attain_status attain_i_arrow_array(attain_i_held *held,
                                   const attain_i_arrow_column *columns,
                                   size_t count, size_t rows,
                                   struct ArrowArray *out) {
    struct ArrowArray *parts =
        attain_i_held_bytes(held, 2 * count, sizeof *parts);
    struct ArrowArray **children =
        attain_i_held_bytes(held, count, sizeof *children);
    const void **buffers =
        attain_i_held_bytes(held, 2 * BUFFERS * count + 1, sizeof *buffers);
    if (parts == NULL || children == NULL || buffers == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t i = 0; i < count; i++) {
        children[i] = &parts[2 * i];
        fill_column(held, children[i], buffers + 2 * BUFFERS * i, &columns[i],
                    rows);
    }
    const void **none = buffers + 2 * BUFFERS * count;
    *none = NULL;
    hold_array(held, out, (int64_t)rows, none);
    out->n_children = (int64_t)count;
    out->children = children;
    attain_i_held_drop(held);
    return ATTAIN_OK;
}

attain_status attain_i_arrow_finish(attain_i_held *held, attain_status status,
                                    const attain_i_arrow_column *columns,
                                    size_t count, size_t rows,
                                    struct ArrowSchema *schema,
                                    struct ArrowArray *array,
                                    attain_error *err) {
    struct ArrowSchema made;
    memset(&made, 0, sizeof made);
    if (status == ATTAIN_OK && schema != NULL)
        status = attain_i_arrow_schema(columns, count, &made);
    if (status == ATTAIN_OK && array != NULL) {
        status = attain_i_arrow_array(held, columns, count, rows, array);
        held = status == ATTAIN_OK ? NULL : held;
    }
    if (held != NULL)
        attain_i_held_drop(held);
    if (status == ATTAIN_OK && schema != NULL)
        *schema = made;
    else if (made.release != NULL)
        made.release(&made);
    return status == ATTAIN_OK ? ATTAIN_OK
           : status == ATTAIN_ERR_MEMORY
               ? attain_i_fail_memory(err)
               : attain_i_fail(err, status, NULL, -1,
                               "the texts of a column have "
                               "more than 2 GiB");
}
