/* What every question begins with: options, resources, and the values of the
 * evaluation's metrics once more. */
#ifndef ATTAIN_IMPROVE_ASKING_H
#define ATTAIN_IMPROVE_ASKING_H

#include "evaluate/target.h"
#include "improve/answer.h"

/* What is known of a variable as a resource. */
typedef struct attain_i_stock {
    double price;   /* NaN: none */
    double step;    /* as given; NaN: as observed */
    double seen;    /* smallest step that was observed in */
    int32_t period; /* this period; ATTAIN_PERIOD_NONE: not looked yet */
    int32_t reserved;
} attain_i_stock;

typedef struct attain_i_asking {
    const attain_evaluation *ev;
    const attain_plan *plan;
    const attain_dataset *data;
    attain_answer_options options;
    attain_answer *answer;
    const attain_allocator *allocator; /* the answer's */
    attain_i_work work;
    attain_i_block block;
    attain_i_judging judging; /* of the target taken last */
    const attain_path_point **path;
    int32_t units[ATTAIN_I_BLOCK]; /* that the block is about */
    attain_i_stock *stocks;        /* one a variable */
    int32_t weight;                /* variable; −1: none */
    int32_t first_node; /* asked about: first_node … end_node − 1 */
    int32_t end_node;
} attain_i_asking;

/* The options, checked: defaults for NULL. */
attain_status attain_i_asking_options(const attain_answer_options *given,
                                      attain_answer_options *out,
                                      attain_error *err);
/* Begins a question; always to be ended. */
attain_status attain_i_asking_begin(attain_i_asking *asking, int32_t question,
                                    const attain_evaluation *ev,
                                    const attain_plan *plan,
                                    const attain_dataset *data,
                                    const attain_answer_options *options,
                                    attain_error *err);
/* Ends it: hands the answer out where all went well. */
attain_status attain_i_asking_end(attain_i_asking *asking, attain_status status,
                                  attain_answer **out, attain_error *err);

/* Turns to a target. */
void attain_i_asking_target(attain_i_asking *asking, int32_t node);
/* Judges `count` ≤ ATTAIN_I_BLOCK of its own rows, from `from` on, into the
 * block: start, verdicts, and the periods that they need. */
void attain_i_asking_block(attain_i_asking *asking, size_t from, size_t count);
/* What is done with row i of the block, which is row block.rows[i] of the
 * node's columns; false: no memory. */
typedef int (*attain_i_asking_item)(void *user, int32_t node, size_t i);
/* Judges all of a target's own rows, block by block, and hands each to `item`;
 * false as soon as `item` is. The target has been turned to. */
int attain_i_asking_items(attain_i_asking *asking, int32_t node,
                          attain_i_asking_item item, void *user);

/* The smallest step of a variable in a period, > 0. */
double attain_i_asking_step(attain_i_asking *asking, int32_t variable,
                            int32_t period);

/* The evaluation of what the answer's changes would make; and its release. */
attain_status attain_i_asking_after(const attain_i_asking *asking,
                                    attain_whatif **out, attain_error *err);

#endif
