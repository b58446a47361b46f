#include "dataset/pool.h"

enum {
    LINE = 64, /* bytes of a line of the caches */
    SMALL = 1 << 16,
    LARGE = 1 << 21, /* that of the pages */
    LARGEST = 1 << 23,
    MANY = 16 /* arrays */
};

void attain_i_pool_init(attain_i_pool *pool,
                        const attain_allocator *allocator) {
    pool->allocator = allocator;
    pool->slab = NULL;
    pool->used = 0;
    pool->total = 0;
}

void attain_i_pool_clear(attain_i_pool *pool) {
    attain_i_slab_drop(pool->allocator, pool->slab);
    attain_i_pool_init(pool, pool->allocator);
}

void attain_i_slab_drop(const attain_allocator *allocator,
                        attain_i_slab *slab) {
    if (slab != NULL && --slab->users == 0)
        attain_i_release_lasting(allocator, slab, slab->size);
}

/* Bytes of an array: whole lines, and an odd number of them, so that the same
 * unit's values of many columns lie in different sets of a cache. 0: no array
 * is so large. */
static size_t stride_of(size_t count, size_t size) {
    if (count > (PTRDIFF_MAX - 4 * LINE) / size)
        return 0;
    return ((count * size + LINE - 1) / LINE | 1) * LINE;
}

static int has_room(attain_i_pool *pool, size_t bytes) {
    if (pool->slab == NULL)
        return 0;
    if (pool->slab->users == 1)
        pool->used = LINE; /* all that was taken has been given back */
    return bytes <= pool->slab->size - pool->used;
}

/* Bytes for arrays in a slab: few, which the C library keeps for the next time,
 * as long as there is little; then a half of what there is. */
static size_t usual_size(size_t total, size_t least) {
    size_t largest = least > LARGEST / MANY ? MANY * least : LARGEST;
    size_t size = total / 2 < largest ? total / 2 : largest;
    if (total < LARGE)
        return size < SMALL ? size : SMALL;
    return size < LARGE ? LARGE : size;
}

/* Bytes of a slab: arrays of `least` bytes fill it, or large pages do where the
 * arrays are so many that what is left over is little. */
static size_t size_of(size_t total, size_t least) {
    size_t arrays = usual_size(total, least) / least;
    size_t size = LINE + (arrays > 1 ? arrays * least : least);
    return arrays >= MANY && size >= LARGE ? size / LARGE * LARGE : size;
}

static int add_slab(attain_i_pool *pool, size_t least) {
    size_t size = size_of(pool->total, least);
    attain_i_slab *slab = attain_i_allocate_lasting(pool->allocator, size);
    if (slab == NULL)
        return 0;
    slab->size = size;
    slab->users = 1;
    attain_i_slab_drop(pool->allocator, pool->slab);
    pool->slab = slab;
    pool->used = LINE;
    pool->total += size;
    return 1;
}

int attain_i_pool_reserve(attain_i_pool *pool, size_t count, size_t bytes) {
    size_t stride = stride_of(bytes, 1);
    if (stride == 0 || count > (PTRDIFF_MAX - LINE) / stride)
        return 0;
    return count * stride < LARGE || has_room(pool, count * stride) ||
           add_slab(pool, count * stride);
}

void *attain_i_pool_take(attain_i_pool *pool, size_t count, size_t size,
                         attain_i_slab **out_slab) {
    size_t stride = stride_of(count, size);
    if (stride == 0 || (!has_room(pool, stride) && !add_slab(pool, stride)))
        return NULL;
    void *out = (char *)pool->slab + pool->used;
    pool->used += stride;
    pool->slab->users++;
    *out_slab = pool->slab;
    return out;
}
