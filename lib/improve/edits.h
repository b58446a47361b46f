/* New values of variables, gathered from items that may share a variable. */
#ifndef ATTAIN_IMPROVE_EDITS_H
#define ATTAIN_IMPROVE_EDITS_H

#include "improve/changes.h"
#include "improve/effort.h"

typedef struct attain_i_edit {
    int32_t unit;
    int32_t variable;
    int32_t period;
    int32_t up; /* 1: more of it, 0: less */
    double value;
} attain_i_edit;

typedef struct attain_i_edits {
    const attain_allocator *allocator; /* borrowed */
    attain_i_edit *edits;
    size_t count, capacity;
} attain_i_edits;

/* False when there is no memory. */
int attain_i_edits_add(attain_i_edits *edits, const attain_i_edit *edit);
/* Writes them as changes, in the order of units, variables and periods, each
 * cell once: the most that an item asks for, or where all ask for less, the
 * least. ATTAIN_OK or ATTAIN_ERR_MEMORY. */
attain_status attain_i_edits_write(const attain_i_edits *edits,
                                   attain_i_change_list *out);
void attain_i_edits_clear(attain_i_edits *edits);

#endif
