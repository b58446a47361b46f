/* Record batches on their way out: what they hold, and who holds it. */
#ifndef ATTAIN_EXCHANGE_ARROW_H
#define ATTAIN_EXCHANGE_ARROW_H

#include "attain/arrow.h"
#include "base/counter.h"
#include "base/memory.h"

/* The memory of a schema or an array, with all its children. Each of them
 * holds it, for each may be moved away and released alone; so it is malloc's,
 * which any thread may give back. */
typedef struct attain_i_held {
    attain_allocator allocator;
    attain_i_arena arena;
    attain_evaluation *ev; /* holds it too; NULL: none */
    attain_i_counter holders;
} attain_i_held;

/* With one holder, the caller; NULL without memory. */
attain_i_held *attain_i_held_create(void);
/* One holder less; the last one frees it. */
void attain_i_held_drop(attain_i_held *held);
/* `count` × `size` bytes of it; NULL without memory. */
void *attain_i_held_bytes(attain_i_held *held, size_t count, size_t size);

/* Texts one after the other: of a column, or a dictionary. */
typedef struct attain_i_texts {
    int64_t count;
    const int32_t *offsets; /* count + 1 */
    const char *bytes;
} attain_i_texts;

/* Puts `count` texts together; NULL of `text` is "". ATTAIN_ERR_MEMORY, or
 * ATTAIN_ERR_LIMIT beyond 2 GiB. */
attain_status attain_i_texts_gather(attain_i_held *held, size_t count,
                                    const char *(*text)(const void *from,
                                                        size_t i),
                                    const void *from, attain_i_texts *out);

/* A column: `values` for numbers and indices, `texts` for format "u", and
 * `dictionary` where values are indices into it. */
typedef struct attain_i_arrow_column {
    const char *name;   /* static */
    const char *format; /* static */
    const void *values;
    const uint8_t *valid; /* bits; NULL: all are */
    const attain_i_texts *texts;
    const attain_i_texts *dictionary;
    int64_t null_count;
    int nullable;
} attain_i_arrow_column;

/* Bits of what is not NaN, or NULL with 0 nulls. False without memory. */
int attain_i_arrow_valid(attain_i_held *held, const double *values,
                         size_t count, attain_i_arrow_column *column);

/* Sets a schema up; it holds `held` until it is released. */
void attain_i_hold_schema(attain_i_held *held, struct ArrowSchema *schema,
                          const char *format, const char *name, int nullable);

/* Make a record batch and its schema of columns. `held` is the array's, whose
 * reference is taken over on success. ATTAIN_OK or ATTAIN_ERR_MEMORY. */
attain_status attain_i_arrow_schema(const attain_i_arrow_column *columns,
                                    size_t count, struct ArrowSchema *out);
attain_status attain_i_arrow_array(attain_i_held *held,
                                   const attain_i_arrow_column *columns,
                                   size_t count, size_t rows,
                                   struct ArrowArray *out);
/* Both, where they are wanted; gives `held` up. `status` is what came before:
 * on failure nothing is made. */
attain_status attain_i_arrow_finish(attain_i_held *held, attain_status status,
                                    const attain_i_arrow_column *columns,
                                    size_t count, size_t rows,
                                    struct ArrowSchema *schema,
                                    struct ArrowArray *array,
                                    attain_error *err);

#endif
