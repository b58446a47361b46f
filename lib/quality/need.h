/* Which values a plan needs: of which variables, at which units, when. */
#ifndef ATTAIN_QUALITY_NEED_H
#define ATTAIN_QUALITY_NEED_H

#include "quality/work.h"

/* A variable that is needed at the units of a level that a metric counts. */
typedef struct attain_i_quality_need {
    const uint8_t *when; /* by attain_i_quality_needs.periods */
    const char *group;   /* NULL: any or none */
    int32_t variable;    /* row in the findings */
    int32_t level;       /* word of the dataset; −1: no unit has it */
    int32_t metric;      /* whose units they are; −1: the row's own */
    int32_t reserved;
} attain_i_quality_need;

typedef struct attain_i_quality_needs {
    const attain_allocator *allocator;
    attain_i_arena arena;
    attain_i_quality_need *needs; /* by variable and group */
    size_t count, capacity;
    int32_t *periods; /* ascending */
    size_t period_count;
    int32_t last; /* as of which is judged */
    int no_memory;
} attain_i_quality_needs;

/* Works out what the plan's targets need; ATTAIN_OK or ATTAIN_ERR_MEMORY. In
 * any case attain_i_needs_clear() must follow. */
attain_status attain_i_needs_find(attain_i_quality_needs *needs,
                                  attain_i_quality_work *work);
void attain_i_needs_clear(attain_i_quality_needs *needs);
/* Adds one; `when` lies in the arena. */
void attain_i_needs_add(attain_i_quality_needs *needs,
                        attain_i_quality_work *work,
                        const attain_i_quality_need *need,
                        const char *variable);

#endif
