#include "numeric/space.h"

#include <stdint.h>

#include "base/error.h"

enum { ALIGNED = 16 };

void attain_i_space_init(attain_i_space *space) {
    attain_i_allocator_set(&space->allocator, NULL);
    space->held = 0;
    space->block = NULL;
    attain_i_space_restart(space);
}

void attain_i_space_restart(attain_i_space *space) {
    space->size = 0;
    space->used = 0;
}

void attain_i_space_plan(attain_i_space *space, size_t count, size_t size) {
    size_t most = (size_t)PTRDIFF_MAX - ALIGNED;
    if (space->size == SIZE_MAX || count > most / size ||
        space->size > most - count * size) {
        space->size = SIZE_MAX;
        return;
    }
    space->size += (count * size + ALIGNED - 1) / ALIGNED * ALIGNED;
}

attain_status attain_i_space_open(attain_i_space *space, attain_error *err) {
    if (space->block != NULL && space->size <= space->held)
        return ATTAIN_OK;
    attain_i_space_close(space);
    if (space->size != SIZE_MAX)
        space->block = attain_i_allocate(&space->allocator, space->size, 1);
    if (space->block == NULL)
        return attain_i_fail_memory(err);
    space->held = space->size;
    return ATTAIN_OK;
}

void *attain_i_space_take(attain_i_space *space, size_t count, size_t size) {
    void *out = space->block + space->used;
    space->used += (count * size + ALIGNED - 1) / ALIGNED * ALIGNED;
    return out;
}

void attain_i_space_close(attain_i_space *space) {
    attain_i_release(&space->allocator, space->block, space->held, 1);
    space->block = NULL;
    space->held = 0;
}
