/* Working memory of one call, in one allocation: first everything is planned,
 * then it is opened once, then handed out in any order. */
#ifndef ATTAIN_NUMERIC_SPACE_H
#define ATTAIN_NUMERIC_SPACE_H

#include "base/memory.h"

typedef struct attain_i_space {
    attain_allocator allocator;
    size_t size; /* bytes planned; SIZE_MAX: more than there can be */
    size_t used;
    size_t held; /* bytes of the block */
    char *block;
} attain_i_space;

void attain_i_space_init(attain_i_space *space);
/* Plans anew; the block stays for as long as it is large enough. */
void attain_i_space_restart(attain_i_space *space);
void attain_i_space_plan(attain_i_space *space, size_t count, size_t size);
/* ATTAIN_ERR_MEMORY when there is none. */
attain_status attain_i_space_open(attain_i_space *space, attain_error *err);
/* `count` × `size` bytes, planned before, aligned for doubles and pointers. */
void *attain_i_space_take(attain_i_space *space, size_t count, size_t size);
/* Also where it was not opened. */
void attain_i_space_close(attain_i_space *space);

#endif
