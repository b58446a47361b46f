/* Text into a buffer that may be too small, or be none at all. */
#ifndef ATTAIN_BASE_WRITER_H
#define ATTAIN_BASE_WRITER_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

typedef struct attain_i_writer {
    char *out;
    size_t capacity;
    size_t length; /* of all that was written, also beyond the buffer */
    int32_t language;
} attain_i_writer;

/* The writer of one piece of a template; `user` knows what it stands for. */
typedef void attain_i_write_piece(attain_i_writer *writer, char piece,
                                  const void *user);

void attain_i_write_bytes(attain_i_writer *writer, const char *text,
                          size_t length);
void attain_i_write_text(attain_i_writer *writer, const char *text);
/* A template: every `{x}` in it is a piece. */
void attain_i_write_filled(attain_i_writer *writer, const char *text,
                           attain_i_write_piece *put, const void *user);
/* The words of the writer's language. */
void attain_i_write_words(attain_i_writer *writer, const char *en,
                          const char *zh);
/* The word of a table in the writer's language. */
void attain_i_write_word(attain_i_writer *writer, const attain_i_word *words,
                         int32_t value);
/* A number, `?` for none and for what is no finite one. */
void attain_i_write_number(attain_i_writer *writer, double value);
void attain_i_write_count(attain_i_writer *writer, size_t count);
void attain_i_write_period(attain_i_writer *writer, int32_t period);
/* `name (id)`, with the brackets of the language; an id that is the name too
 * stands once. */
void attain_i_write_name(attain_i_writer *writer, const char *id,
                         const char *name);
/* Ends with a NUL, where there is room. */
void attain_i_write_end(attain_i_writer *writer);

#endif
