/* Ids that people take for the same: they differ by case, spaces or width. */
#ifndef ATTAIN_EXCHANGE_NEAR_H
#define ATTAIN_EXCHANGE_NEAR_H

#include "base/text.h"

typedef struct attain_i_near_entry {
    const char *table;
    int64_t line;
} attain_i_near_entry;

typedef struct attain_i_near {
    const attain_allocator *allocator; /* borrowed */
    attain_i_arena texts;
    attain_i_map map; /* of folded texts */
    attain_i_near_entry *entries;
    size_t count, capacity;
} attain_i_near;

void attain_i_near_init(attain_i_near *near, const attain_allocator *allocator);
void attain_i_near_clear(attain_i_near *near);
/* The first entry that differs from the text at most by case, spaces or
 * width, or NULL. */
const attain_i_near_entry *attain_i_near_find(const attain_i_near *near,
                                              const char *text, size_t length);
/* Adds a text, if none is near it. False when there is no memory. */
int attain_i_near_add(attain_i_near *near, const char *text, size_t length,
                      const char *table, int64_t line);

/* True for 1.23457E+11: digits that a spreadsheet took for a number. */
int attain_i_is_damaged(const char *text, size_t length);

#endif
