/* Memory for the arrays of many columns, in few slabs: large ones, so that a
 * system can serve them with large pages. */
#ifndef ATTAIN_DATASET_POOL_H
#define ATTAIN_DATASET_POOL_H

#include "base/memory.h"

/* Stands at the front of its bytes; released with the last array in it. */
typedef struct attain_i_slab {
    size_t size;  /* with this head */
    size_t users; /* arrays, and the pool that takes from it */
} attain_i_slab;

typedef struct attain_i_pool {
    const attain_allocator *allocator; /* borrowed */
    attain_i_slab *slab;               /* where arrays come from; NULL: none */
    size_t used;                       /* bytes of it */
    size_t total;                      /* bytes of all slabs so far */
} attain_i_pool;

void attain_i_pool_init(attain_i_pool *pool, const attain_allocator *allocator);
/* What has been taken stays. */
void attain_i_pool_clear(attain_i_pool *pool);
/* Makes room for `count` arrays of `bytes` each in one slab if that is a large
 * one; false when there is no memory. */
int attain_i_pool_reserve(attain_i_pool *pool, size_t count, size_t bytes);
/* An array, not cleared, and the slab to give it back to; NULL when there is
 * no memory. */
void *attain_i_pool_take(attain_i_pool *pool, size_t count, size_t size,
                         attain_i_slab **out_slab);
/* Gives an array of the slab back; NULL does nothing. */
void attain_i_slab_drop(const attain_allocator *allocator, attain_i_slab *slab);

#endif
