/* Large pages are Linux's: madvise(). */
#define _DEFAULT_SOURCE

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#if defined(__linux__)
#include <sys/mman.h>
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
        allocator->release == NULL)
        return 0;
    *out = *allocator;
    return 1;
}

/* count × size, 1 for 0; 0 when no object can be so large. */
static size_t block_size(size_t count, size_t size) {
    if (count == 0 || size == 0)
        return 1;
    return count <= (size_t)PTRDIFF_MAX / size ? count * size : 0;
}

void *attain_i_allocate(const attain_allocator *allocator, size_t count,
                        size_t size) {
    size_t bytes = block_size(count, size);
    return bytes == 0 ? NULL : allocator->allocate(bytes, allocator->user);
}

#if defined(MADV_HUGEPAGE)
enum { PAGE = 1 << 21 };

static int has_pages(const attain_allocator *allocator, size_t size) {
    return size >= PAGE && size <= PTRDIFF_MAX - 2 * PAGE &&
           allocator->allocate == plain_allocate;
}

static size_t whole_pages(size_t size) {
    return (size + PAGE - 1) / PAGE * PAGE;
}

/* A block begins where a large page does, and the end that fills none stays of
 * small ones. */
static void *map_pages(size_t size) {
    size_t length = whole_pages(size);
    char *map = mmap(NULL, length + PAGE, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (map == MAP_FAILED)
        return NULL;
    size_t before = (size_t)(0 - (uintptr_t)map) % PAGE;
    if (before > 0)
        (void)munmap(map, before);
    (void)munmap(map + before + length, PAGE - before);
    /* Advice: nothing is lost where it is not followed. */
    (void)madvise(map + before, size / PAGE * PAGE, MADV_HUGEPAGE);
    return map + before;
}

void *attain_i_allocate_lasting(const attain_allocator *allocator,
                                size_t size) {
    return has_pages(allocator, size) ? map_pages(size)
                                      : attain_i_allocate(allocator, size, 1);
}

void attain_i_release_lasting(const attain_allocator *allocator, void *block,
                              size_t size) {
    if (block != NULL && has_pages(allocator, size))
        (void)munmap(block, whole_pages(size));
    else
        attain_i_release(allocator, block, size, 1);
}
#else
void *attain_i_allocate_lasting(const attain_allocator *allocator,
                                size_t size) {
    return attain_i_allocate(allocator, size, 1);
}

void attain_i_release_lasting(const attain_allocator *allocator, void *block,
                              size_t size) {
    attain_i_release(allocator, block, size, 1);
}
#endif

void *attain_i_allocate_zero(const attain_allocator *allocator, size_t count,
                             size_t size) {
    void *block = attain_i_allocate(allocator, count, size);
    if (block != NULL)
        memset(block, 0, block_size(count, size));
    return block;
}

void attain_i_release(const attain_allocator *allocator, void *block,
                      size_t count, size_t size) {
    if (block != NULL)
        allocator->release(block, block_size(count, size), allocator->user);
}

int attain_i_grow(const attain_allocator *allocator, void **data,
                  size_t *capacity, size_t need, size_t size) {
    if (need <= *capacity)
        return 1;
    size_t room = *capacity / 2 <= SIZE_MAX - *capacity
                      ? *capacity + *capacity / 2
                      : need;
    room = room < need ? need : room;
    room = room < 8 ? 8 : room;
    if (block_size(room, size) == 0)
        room = need;
    size_t bytes = block_size(room, size);
    if (bytes == 0)
        return 0;
    void *block =
        *data == NULL
            ? allocator->allocate(bytes, allocator->user)
            : allocator->reallocate(*data, block_size(*capacity, size), bytes,
                                    allocator->user);
    if (block == NULL)
        return 0;
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
    if (size > (size_t)PTRDIFF_MAX - sizeof(arena_block))
        return NULL;
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
    if (block == NULL)
        return NULL;
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
    if (block != NULL)
        start = (block->used + align - 1) / align * align;
    if (block == NULL || start > block->size || size > block->size - start) {
        block = make_room(arena, size);
        if (block == NULL)
            return NULL;
        start = 0;
    }
    block->used = start + size;
    return (char *)block->bytes + start;
}

char *attain_i_arena_chars(attain_i_arena *arena, size_t size) {
    return take(arena, size, 1);
}

const char *attain_i_arena_text(attain_i_arena *arena, const char *text,
                                size_t length) {
    char *copy =
        length < SIZE_MAX ? attain_i_arena_chars(arena, length + 1) : NULL;
    if (copy != NULL) {
        if (length > 0)
            memcpy(copy, text, length);
        copy[length] = '\0';
    }
    return copy;
}

void *attain_i_arena_bytes(attain_i_arena *arena, size_t size) {
    return take(arena, size == 0 ? 1 : size, _Alignof(max_align_t));
}
