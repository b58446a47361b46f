/* Text into a buffer that may be too small, or be none at all. */
#ifndef ATTAIN_EVALUATE_WRITER_H
#define ATTAIN_EVALUATE_WRITER_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

typedef struct attain_i_writer {
    char *out;
    size_t capacity;
    size_t length; /* of all that was written, also beyond the buffer */
    int32_t language;
} attain_i_writer;

void attain_i_write_text(attain_i_writer *writer, const char *text);
/* The words of the writer's language. */
void attain_i_write_words(attain_i_writer *writer, const char *en,
                          const char *zh);
/* The word of a table in the writer's language. */
void attain_i_write_word(attain_i_writer *writer, const attain_i_word *words,
                         int32_t value);
/* A number, `?` for none. */
void attain_i_write_number(attain_i_writer *writer, double value);
void attain_i_write_count(attain_i_writer *writer, size_t count);
void attain_i_write_period(attain_i_writer *writer, int32_t period);
/* Ends with a NUL, where there is room. */
void attain_i_write_end(attain_i_writer *writer);

#endif
