/* UTF-8, ids, words, lists, and a map from text to number. */
#ifndef ATTAIN_BASE_TEXT_H
#define ATTAIN_BASE_TEXT_H

#include "base/memory.h"

/* Offset of the first byte that is not UTF-8 (RFC 3629: no overlong form, no
 * surrogate, ≤ U+10FFFF); `length` if there is none. */
size_t attain_i_utf8_invalid(const char *text, size_t length);

/* The character at the start of `length` ≥ 1 bytes: its code in `*code` (not
 * NULL), and how many bytes it takes; 0 when they are not UTF-8. */
size_t attain_i_utf8_next(const char *text, size_t length, uint32_t *code);

/* strlen for ATTAIN_NUL_TERMINATED, else `length`. */
size_t attain_i_length(const char *text, size_t length);

/* Hands out a text as `(out, capacity, *count)`: `*count` is its length without
 * the NUL; ATTAIN_ERR_SPACE when text and NUL do not fit. */
attain_status attain_i_text_out(const char *text, size_t length, char *out,
                                size_t capacity, size_t *count,
                                attain_error *err);

/* True when the bytes are equal. `b` is NUL-terminated. */
int attain_i_text_is(const char *a, size_t a_length, const char *b);

/* Why `id` is not an id (1…255 bytes of UTF-8 without control characters and
 * ; [ ] and not beginning with # @ -, and not NA): a static sentence that says
 * what to do; NULL if it is one. */
const char *attain_i_id_fault(const char *id, size_t length);

/* Why `name` cannot be a name or other text (UTF-8, no control characters):
 * static sentence, or NULL. */
const char *attain_i_text_fault(const char *name, size_t length);

/* Takes the next part of a list separated by `;`, blanks around it trimmed.
 * `*rest` begins at the list and is moved on; NULL at its end. Returns false
 * when there is no further part; an empty part is returned with length 0 (the
 * list "" has one). */
int attain_i_list_next(const char **rest, const char *end, const char **part,
                       size_t *length);

/* The nearest of `words` (a NULL-terminated array) by edit distance, or NULL
 * when none is near (distance ≤ 1 + length/3; upper and lower case of ASCII
 * are alike). For "did you mean". */
const char *attain_i_nearest(const char *text, size_t length,
                             const char *const *words);

/* A word of a table: its value, the word that tables use, what people read. */
typedef struct attain_i_word {
    int32_t value;
    const char *word;
    const char *en;
    const char *zh;
} attain_i_word;

/* Text → number ≥ 0. Keys are borrowed and must outlive the map. No result
 * depends on the order of the table; colliding keys cannot be made up. */
typedef struct attain_i_map {
    const attain_allocator *allocator; /* borrowed */
    struct attain_i_map_slot *slots;
    size_t capacity;
    size_t count;
    uint64_t seed[2];
} attain_i_map;

void attain_i_map_init(attain_i_map *map, const attain_allocator *allocator);
void attain_i_map_clear(attain_i_map *map);
/* The number, or −1. */
int32_t attain_i_map_find(const attain_i_map *map, const char *key,
                          size_t length);
/* Makes room for `count` keys in all; then adding cannot fail. */
int attain_i_map_reserve(attain_i_map *map, size_t count);
/* Adds a key that is not there. False when there is no memory. */
int attain_i_map_add(attain_i_map *map, const char *key, size_t length,
                     int32_t value);
/* Removes a key (for undoing). */
void attain_i_map_remove(attain_i_map *map, const char *key, size_t length);

#endif
