/* Large pages are Linux's: madvise(). */
#define _DEFAULT_SOURCE

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif

#if defined(MADV_HUGEPAGE)
enum { PAGE = 1 << 21 };

/* Where pages are large, few have to be fetched one by one as they are first
 * written. The end that fills no page stays of small ones. */
static void *allocate_pages(size_t size) {
    void *block = size <= SIZE_MAX - PAGE
                      ? aligned_alloc(PAGE, (size + PAGE - 1) / PAGE * PAGE)
                      : NULL;
    if (block != NULL) {
        /* Advice: nothing is lost where it is not followed. */
        (void)madvise(block, size / PAGE * PAGE, MADV_HUGEPAGE);
    }
    return block;
}
#endif

static void *plain_allocate(size_t size, void *user) {
    (void)user;
    return malloc(size);
}

static void *plain_reallocate(void *block, size_t old_size, size_t size,
                              void *user) {
    (void)old_size;
    (void)user;
    return realloc(block, size);
}

static void plain_release(void *block, size_t size, void *user) {
    (void)size;
    (void)user;
    free(block);
}

int attain_i_allocator_set(attain_allocator *out,
                           const attain_allocator *allocator) {
    if (allocator == NULL) {
        out->allocate = plain_allocate;
        out->reallocate = plain_reallocate;
        out->release = plain_release;
        out->user = NULL;
        return 1;
    }
    if (allocator->allocate == NULL || allocator->reallocate == NULL ||
        allocator->release == NULL) {
        return 0;
    }
    *out = *allocator;
    return 1;
}

/* count × size, 1 for 0; 0 when no object can be so large. */
static size_t block_size(size_t count, size_t size) {
    if (count == 0 || size == 0) {
        return 1;
    }
    return count <= (size_t)PTRDIFF_MAX / size ? count * size : 0;
}

void *attain_i_allocate(const attain_allocator *allocator, size_t count,
                        size_t size) {
    size_t bytes = block_size(count, size);
    return bytes == 0 ? NULL : allocator->allocate(bytes, allocator->user);
}

void *attain_i_allocate_lasting(const attain_allocator *allocator,
                                size_t count, size_t size) {
#if defined(MADV_HUGEPAGE)
    size_t bytes = block_size(count, size);
    if (bytes >= PAGE && allocator->allocate == plain_allocate) {
        return allocate_pages(bytes);
    }
#endif
    return attain_i_allocate(allocator, count, size);
}

void *attain_i_allocate_zero(const attain_allocator *allocator, size_t count,
                             size_t size) {
    void *block = attain_i_allocate(allocator, count, size);
    if (block != NULL) {
        memset(block, 0, block_size(count, size));
    }
    return block;
}

void attain_i_release(const attain_allocator *allocator, void *block,
                      size_t count, size_t size) {
    if (block != NULL) {
        allocator->release(block, block_size(count, size), allocator->user);
    }
}

int attain_i_grow(const attain_allocator *allocator, void **data,
                  size_t *capacity, size_t need, size_t size) {
    if (need <= *capacity) {
        return 1;
    }
    size_t room = *capacity / 2 <= SIZE_MAX - *capacity
                      ? *capacity + *capacity / 2
                      : need;
    room = room < need ? need : room;
    room = room < 8 ? 8 : room;
    if (block_size(room, size) == 0) {
        room = need;
    }
    size_t bytes = block_size(room, size);
    if (bytes == 0) {
        return 0;
    }
    void *block =
        *data == NULL
            ? allocator->allocate(bytes, allocator->user)
            : allocator->reallocate(*data, block_size(*capacity, size), bytes,
                                    allocator->user);
    if (block == NULL) {
        return 0;
    }
    *data = block;
    *capacity = room;
    return 1;
}

typedef struct attain_i_arena_block {
    struct attain_i_arena_block *next;
    size_t size; /* bytes behind this head */
    size_t used;
    max_align_t bytes[];
} arena_block;

enum { ARENA_FIRST = 1 << 10, ARENA_LARGEST = 1 << 18 };

void attain_i_arena_init(attain_i_arena *arena,
                         const attain_allocator *allocator) {
    arena->allocator = allocator;
    arena->first = NULL;
}

void attain_i_arena_clear(attain_i_arena *arena) {
    arena_block *block = arena->first;
    while (block != NULL) {
        arena_block *next = block->next;
        attain_i_release(arena->allocator, block, sizeof(*block) + block->size,
                         1);
        block = next;
    }
    arena->first = NULL;
}

static arena_block *new_block(attain_i_arena *arena, size_t size) {
    if (size > (size_t)PTRDIFF_MAX - sizeof(arena_block)) {
        return NULL;
    }
    arena_block *block =
        attain_i_allocate(arena->allocator, sizeof(*block) + size, 1);
    if (block != NULL) {
        block->size = size;
        block->used = 0;
    }
    return block;
}

/* Something large gets a block of its own behind the first, whose rest stays
 * in use; blocks double, so that their number stays small. */
static arena_block *make_room(attain_i_arena *arena, size_t size) {
    arena_block *first = arena->first;
    size_t usual = first == NULL ? ARENA_FIRST : 2 * first->size;
    usual = usual > ARENA_LARGEST ? ARENA_LARGEST : usual;
    int alone = size > usual / 4;
    arena_block *block = new_block(arena, alone ? size : usual);
    if (block == NULL) {
        return NULL;
    }
    if (alone && first != NULL) {
        block->next = first->next;
        first->next = block;
    } else {
        block->next = first;
        arena->first = block;
    }
    return block;
}

static void *take(attain_i_arena *arena, size_t size, size_t align) {
    arena_block *block = arena->first;
    size_t start = 0;
    if (block != NULL) {
        start = (block->used + align - 1) / align * align;
    }
    if (block == NULL || start > block->size || size > block->size - start) {
        block = make_room(arena, size);
        if (block == NULL) {
            return NULL;
        }
        start = 0;
    }
    block->used = start + size;
    return (char *)block->bytes + start;
}

const char *attain_i_arena_text(attain_i_arena *arena, const char *text,
                                size_t length) {
    char *copy = length < SIZE_MAX ? take(arena, length + 1, 1) : NULL;
    if (copy != NULL) {
        if (length > 0) {
            memcpy(copy, text, length);
        }
        copy[length] = '\0';
    }
    return copy;
}

void *attain_i_arena_bytes(attain_i_arena *arena, size_t size) {
    return take(arena, size == 0 ? 1 : size, _Alignof(max_align_t));
}
