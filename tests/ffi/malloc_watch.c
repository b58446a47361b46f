/* Preloaded by test_misuse.py: counts the blocks that one library holds, and
 * refuses the n-th that it asks for. glibc alone. */
#include <stddef.h>
#include <stdint.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *block);

static uintptr_t first;
static uintptr_t last;
static _Atomic long live;
static _Atomic long until_failure; /* 0: none fails */

void watch(uintptr_t from, uintptr_t to);
long watch_live(void);
void watch_fail(long which);

/* The addresses of the library's code. */
void watch(uintptr_t from, uintptr_t to) {
    first = from;
    last = to;
}

long watch_live(void) {
    return live;
}

void watch_fail(long which) {
    until_failure = which;
}

static int watched(void *caller) {
    return (uintptr_t)caller >= first && (uintptr_t)caller < last;
}

/* True when this request is the one to refuse. */
static int refused(void) {
    return until_failure > 0 && --until_failure == 0;
}

void *malloc(size_t size) {
    if (!watched(__builtin_return_address(0)))
        return __libc_malloc(size);
    void *block = refused() ? NULL : __libc_malloc(size);
    live += block != NULL;
    return block;
}

void *calloc(size_t count, size_t size) {
    if (!watched(__builtin_return_address(0)))
        return __libc_calloc(count, size);
    void *block = refused() ? NULL : __libc_calloc(count, size);
    live += block != NULL;
    return block;
}

void *aligned_alloc(size_t alignment, size_t size) {
    if (!watched(__builtin_return_address(0)))
        return __libc_memalign(alignment, size);
    void *block = refused() ? NULL : __libc_memalign(alignment, size);
    live += block != NULL;
    return block;
}

void *realloc(void *old, size_t size) {
    if (!watched(__builtin_return_address(0)))
        return __libc_realloc(old, size);
    void *block = refused() ? NULL : __libc_realloc(old, size);
    live += block != NULL && old == NULL;
    return block;
}

void free(void *block) {
    if (watched(__builtin_return_address(0)))
        live -= block != NULL;
    __libc_free(block);
}
