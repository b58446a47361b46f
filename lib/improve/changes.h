/* Changes in the long form: columns that grow. */
#ifndef ATTAIN_IMPROVE_CHANGES_H
#define ATTAIN_IMPROVE_CHANGES_H

#include "attain/improve.h"
#include "base/memory.h"

typedef struct attain_i_change_list {
    const attain_allocator *allocator; /* borrowed */
    int32_t *units;
    int32_t *periods;
    int32_t *variables;
    int32_t *groups;
    double *values;
    size_t count;
    size_t capacity[5]; /* of each column */
} attain_i_change_list;

struct attain_changes {
    attain_allocator allocator;
    attain_i_change_list list;
};

void attain_i_changes_init(attain_i_change_list *list,
                           const attain_allocator *allocator);
void attain_i_changes_clear(attain_i_change_list *list);
/* False when there is no memory. */
int attain_i_changes_add(attain_i_change_list *list, int32_t unit,
                         int32_t period, int32_t variable, int32_t group,
                         double value);
/* The columns; `out` has its struct_size. ATTAIN_OK or ATTAIN_ERR_STRUCT. */
attain_status attain_i_changes_lend(const attain_i_change_list *list,
                                    attain_observations *out,
                                    attain_error *err);

#endif
