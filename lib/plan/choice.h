/* Choices of method as numbers: what a row of index.csv says, read. */
#ifndef ATTAIN_PLAN_CHOICE_H
#define ATTAIN_PLAN_CHOICE_H

#include "plan/method.h"

/* The kind of a step's methods; −1: it has none. */
int32_t attain_i_step_kind(int32_t step);

/* Reads method and parameters of a choice whose step is one. Every problem
 * goes to `reporter`. */
void attain_i_choice_read(const attain_choice *choice, int64_t row,
                          attain_i_reporter *reporter, attain_i_chosen *out);

/* What is wrong with a node for a step, for a message; NULL: nothing. */
const char *attain_i_choice_misfit(int32_t step, int has_node, int is_goal);

#endif
