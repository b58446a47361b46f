/* A stream of one record batch. */
#include <errno.h>
#include <string.h>

#include "attain/arrow.h"
#include "base/error.h"
#include "exchange/arrow.h"

typedef struct stream {
    attain_allocator allocator;
    struct ArrowSchema schema;
    struct ArrowArray array; /* released: it has been given */
    const char *error;
} stream;

/* A copy of a text in its own memory; `failed` where there is none. */
static const char *keep(attain_i_held *held, const char *text, int *failed) {
    const char *kept =
        text == NULL ? NULL
                     : attain_i_arena_text(&held->arena, text, strlen(text));
    *failed = *failed || (text != NULL && kept == NULL);
    return kept;
}

static void copy_part(attain_i_held *held, const struct ArrowSchema *from,
                      struct ArrowSchema *out, int *failed) {
    attain_i_hold_schema(held, out, keep(held, from->format, failed),
                         keep(held, from->name, failed), 0);
    out->flags = from->flags;
}

/* Columns and their dictionaries; they have no children. */
static attain_status copy_schema(const struct ArrowSchema *from,
                                 struct ArrowSchema *out) {
    attain_i_held *held = attain_i_held_create();
    size_t count = (size_t)from->n_children;
    int failed = 0;
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
    copy_part(held, from, out, &failed);
    out->n_children = from->n_children;
    out->children = children;
    for (size_t i = 0; i < count; i++) {
        const struct ArrowSchema *child = from->children[i];
        children[i] = &parts[2 * i];
        copy_part(held, child, children[i], &failed);
        if (child->dictionary != NULL) {
            children[i]->dictionary = &parts[2 * i + 1];
            copy_part(held, child->dictionary, children[i]->dictionary,
                      &failed);
        }
    }
    attain_i_held_drop(held);
    if (failed) {
        out->release(out);
        return ATTAIN_ERR_MEMORY;
    }
    return ATTAIN_OK;
}

static int get_schema(struct ArrowArrayStream *from, struct ArrowSchema *out) {
    stream *s = from->private_data;
    if (copy_schema(&s->schema, out) == ATTAIN_OK)
        return 0;
    s->error = "there is no memory for the schema";
    return ENOMEM;
}

static int get_next(struct ArrowArrayStream *from, struct ArrowArray *out) {
    stream *s = from->private_data;
    *out = s->array;
    memset(&s->array, 0, sizeof s->array);
    return 0;
}

static const char *get_last_error(struct ArrowArrayStream *from) {
    return ((stream *)from->private_data)->error;
}

static void release_stream(struct ArrowArrayStream *from) {
    stream *s = from->private_data;
    attain_allocator allocator = s->allocator;
    s->schema.release(&s->schema);
    if (s->array.release != NULL)
        s->array.release(&s->array);
    from->release = NULL;
    attain_i_release(&allocator, s, 1, sizeof *s);
}

/* Columns without children of their own. */
static int is_flat(const struct ArrowSchema *schema) {
    for (int64_t i = 0; i < schema->n_children; i++)
        if (schema->children[i]->n_children > 0)
            return 0;
    return 1;
}

attain_status attain_arrow_to_stream(struct ArrowSchema *schema,
                                     struct ArrowArray *array,
                                     struct ArrowArrayStream *out,
                                     attain_error *err) {
    if (schema == NULL || array == NULL || out == NULL) {
        return attain_i_fail_null(err, schema == NULL  ? "schema"
                                       : array == NULL ? "array"
                                                       : "out");
    }
    if (schema->release == NULL || array->release == NULL || !is_flat(schema)) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "schema", -1,
                             "no record batch of plain columns, or one that "
                             "has been released");
    }
    attain_allocator allocator;
    attain_i_allocator_set(&allocator, NULL);
    stream *s = attain_i_allocate_zero(&allocator, 1, sizeof *s);
    if (s == NULL)
        return attain_i_fail_memory(err);
    s->allocator = allocator;
    s->schema = *schema;
    s->array = *array;
    schema->release = NULL;
    array->release = NULL;
    out->get_schema = get_schema;
    out->get_next = get_next;
    out->get_last_error = get_last_error;
    out->release = release_stream;
    out->private_data = s;
    return ATTAIN_OK;
}
