/* Allocation: one way in, checked sizes, one growable array, one arena. */
#ifndef ATTAIN_BASE_MEMORY_H
#define ATTAIN_BASE_MEMORY_H

#include "attain/base.h"

/* Copies `allocator`, or the C library's malloc for NULL, into `out`. False
 * when one of the three functions is NULL. */
int attain_i_allocator_set(attain_allocator *out,
                           const attain_allocator *allocator);

/* `count` × `size` bytes, not cleared; NULL on overflow or when there is no
 * memory. count × size 0 gives a block of 1 byte. */
void *attain_i_allocate(const attain_allocator *allocator, size_t count,
                        size_t size);
/* `size` bytes for what is kept long: where the C library's memory is used,
 * what is large is mapped in large pages, and takes no more of them than it
 * fills. What comes and goes is better off with pages that have been used
 * before. */
void *attain_i_allocate_lasting(const attain_allocator *allocator, size_t size);
/* Frees what attain_i_allocate_lasting(size) gave. NULL does nothing. */
void attain_i_release_lasting(const attain_allocator *allocator, void *block,
                              size_t size);
/* The same as attain_i_allocate(), cleared. */
void *attain_i_allocate_zero(const attain_allocator *allocator, size_t count,
                             size_t size);
/* Frees what attain_i_allocate(count, size) gave. NULL does nothing. */
void attain_i_release(const attain_allocator *allocator, void *block,
                      size_t count, size_t size);

/* Makes room for `need` elements of `size` bytes in `*data`, which has
 * `*capacity`; grows by half at least. False when there is no memory; then
 * nothing has changed. */
int attain_i_grow(const attain_allocator *allocator, void **data,
                  size_t *capacity, size_t need, size_t size);

/* Texts with one lifetime; their addresses never change. */
typedef struct attain_i_arena {
    const attain_allocator *allocator; /* borrowed: of the same object */
    struct attain_i_arena_block *first;
} attain_i_arena;

void attain_i_arena_init(attain_i_arena *arena,
                         const attain_allocator *allocator);
void attain_i_arena_clear(attain_i_arena *arena);
/* A NUL-terminated copy; NULL when there is no memory. */
const char *attain_i_arena_text(attain_i_arena *arena, const char *text,
                                size_t length);
/* Room for `size` > 0 characters, right behind what was taken before where
 * there is room; NULL when there is no memory. */
char *attain_i_arena_chars(attain_i_arena *arena, size_t size);
/* `size` bytes aligned for any type; NULL when there is no memory. */
void *attain_i_arena_bytes(attain_i_arena *arena, size_t size);

#endif
