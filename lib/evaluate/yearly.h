/* The three answers to a yearly rule, of a target that is set up already. */
#ifndef ATTAIN_EVALUATE_YEARLY_ROW_H
#define ATTAIN_EVALUATE_YEARLY_ROW_H

#include "evaluate/single.h"

/* True for targets that ask for something each period. */
int attain_i_is_yearly(const attain_i_node *node);
/* Fills what is asked in three ways; `out` is set up. */
void attain_i_yearly_find(attain_i_single *single, attain_yearly *out);

#endif
