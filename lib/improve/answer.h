/* An answer: a table of doubles that is filled row by row and read by column,
 * and the changes that carry it out. */
#ifndef ATTAIN_IMPROVE_ANSWER_H
#define ATTAIN_IMPROVE_ANSWER_H

#include "attain/improve.h"
#include "base/error.h"
#include "base/memory.h"
#include "improve/changes.h"

enum { ATTAIN_I_ANSWER_FIELDS = 29 };

struct attain_answer {
    attain_allocator allocator;
    double *cells; /* row by row while it is filled, then column by column */
    size_t count, capacity;               /* rows */
    size_t width;                         /* fields that the question has */
    int8_t place[ATTAIN_I_ANSWER_FIELDS]; /* of each field; −1: none */
    int32_t question;
    int32_t finished;
    attain_i_change_list changes;
};

/* An empty answer. ATTAIN_ERR_ARGUMENT for an allocator without a function. */
attain_status attain_i_answer_create(int32_t question,
                                     const attain_allocator *allocator,
                                     attain_answer **out, attain_error *err);
/* Adds a row of NaNs; −1 when there is no memory. */
int64_t attain_i_answer_add(attain_answer *answer, int32_t kind, int32_t node,
                            int32_t unit);
/* Sets a field of a row, before it is finished. */
void attain_i_answer_put(attain_answer *answer, int64_t row, int32_t field,
                         double value);
double attain_i_answer_get(const attain_answer *answer, int64_t row,
                           int32_t field);
/* Makes columns of the rows. ATTAIN_OK or ATTAIN_ERR_MEMORY. */
attain_status attain_i_answer_finish(attain_answer *answer);

#endif
