/* The goal tree where it is judged: nodes, their rows, wholes and goals. */
#ifndef ATTAIN_EVALUATE_TREE_H
#define ATTAIN_EVALUATE_TREE_H

#include "evaluate/work.h"

/* Lists the nodes in pre-order with their levels (nodes.c). Errors as
 * attain_evaluate()'s. */
attain_status attain_i_nodes_make(attain_evaluation *ev,
                                  const attain_i_work *work, attain_error *err);
/* Gives every node its rows (rows.c). */
attain_status attain_i_rows_make(attain_evaluation *ev,
                                 const attain_i_work *work, attain_error *err);
/* Judges every row of every node, from the leaves up (sweep.c). */
attain_status attain_i_judge(attain_i_work *work, attain_evaluation *ev,
                             attain_error *err);
/* The whole rows of a node from its own rows (whole.c). */
attain_status attain_i_judge_wholes(attain_i_work *work, attain_evaluation *ev,
                                    int32_t node);

/* Lists the veto targets whose verdict counts for a goal's own rows, in row
 * order: those below it through goals of its own level (veto.c). `out` may be
 * NULL to count. */
size_t attain_i_vetoes_of(const attain_evaluation *ev, int32_t goal,
                          int32_t *out);
/* True when the target's veto counts for the goal. */
int attain_i_veto_counts(const attain_evaluation *ev, int32_t target,
                         int32_t goal);
/* True when the veto target fired at the unit. */
int attain_i_veto_fired(const attain_evaluation *ev, int32_t target,
                        int32_t unit);

/* True when both nodes are judged at the same level. */
int attain_i_same_level(const attain_i_node *a, const attain_i_node *b);
/* True when the node has whole rows. */
int attain_i_has_wholes(const attain_evaluation *ev, int32_t node);
/* Status of a goal or whole from its verdict (rulings A26). */
uint8_t attain_i_status_of(uint8_t verdict, int ended);

/* Targets of a goal at a unit, as completion counts them (tally.c). */
typedef struct attain_i_tally {
    int32_t targets;
    int32_t met;
    double least; /* attainment of those not met, unknown as 0; none: ∞ */
} attain_i_tally;
void attain_i_tally_of(const attain_evaluation *ev, int32_t goal, int32_t unit,
                       attain_i_tally *out);

#endif
