/* A dataset with some values changed: columns without a change are those of
 * the dataset below. */
#ifndef ATTAIN_IMPROVE_OVERLAY_H
#define ATTAIN_IMPROVE_OVERLAY_H

#include "dataset/model.h"

typedef struct attain_i_overlay {
    attain_dataset data; /* reads like any other; never destroyed as one */
    const attain_allocator *allocator; /* borrowed */
    size_t base;                       /* columns of the dataset below */
    uint8_t *copied;                   /* of those, 1: the arrays are its own */
    size_t room;                       /* elements of `copied` */
} attain_i_overlay;

/* Errors as attain_dataset_add_observations()'s. Always to be cleared, also
 * after failure. */
attain_status attain_i_overlay_make(attain_i_overlay *overlay,
                                    const attain_dataset *data,
                                    const attain_observations *changes,
                                    const attain_allocator *allocator,
                                    attain_error *err);
void attain_i_overlay_clear(attain_i_overlay *overlay);

#endif
