/* A goal's own rows from those of its children, a block at a time (method §6,
 * rulings part 6). */
#ifndef ATTAIN_EVALUATE_GOAL_H
#define ATTAIN_EVALUATE_GOAL_H

#include "evaluate/target.h"
#include "evaluate/tree.h"

enum { ATTAIN_I_GOAL_BLOCK = 1024 };

/* Memory for the goals of an evaluation, and the one that it is about. */
typedef struct attain_i_goal_making {
    const attain_i_work *work;
    attain_evaluation *ev;
    const attain_i_node *node;
    const attain_goal *goal;
    const attain_i_rows *rows;
    double *gathered;       /* [4][child][block] */
    const double **columns; /* [4][child] */
    double *weights;        /* of the children that count in the score */
    int32_t *scored;        /* those children */
    int32_t *vetoes;        /* room for the vetoes that count for it */
    double *scratch;
    double least; /* no weight · attainment of them but 0 is below; 0: not
                     known */
    size_t scored_count;
    size_t child_capacity;
    int bounds;
    int bonuses; /* true: some child adds points */
} attain_i_goal_making;

/* Rows of a block of the goal. */
typedef struct attain_i_run {
    const int32_t *rows;
    size_t count;
    int follow; /* they are consecutive */
} attain_i_run;

attain_status attain_i_goal_make(attain_i_goal_making *m,
                                 const attain_i_work *work,
                                 attain_evaluation *ev);
void attain_i_goal_clear(attain_i_goal_making *m);
/* Turns to a goal. */
void attain_i_goal_take(attain_i_goal_making *m, int32_t node);
/* Score, verdict and completion of any of its own rows; those of its children
 * are there. */
void attain_i_goal_rows(const attain_i_goal_making *m, const int32_t *rows,
                        size_t count);

/* Child number `index` of the goal (goal_child.c). */
const attain_i_node *attain_i_goal_child(const attain_i_goal_making *m,
                                         int32_t index);
/* Row of a child at the goal's row, −1: it has none there. */
int64_t attain_i_goal_child_row(const attain_i_goal_making *m,
                                const attain_i_node *child, int32_t row);
/* Adds what its bonus targets are worth to scores and bounds of a block, 0…1
 * (bonus.c); `low` and `high` only with bounds. */
void attain_i_goal_bonus(const attain_i_goal_making *m,
                         const attain_i_run *block, double *score, double *low,
                         double *high);
/* Verdicts and statuses of a block (vote.c). */
void attain_i_goal_vote(const attain_i_goal_making *m,
                        const attain_i_run *block);

/* Scores out of 100, grades and ranks of all rows of the goal (grade.c). */
attain_status attain_i_goal_grade(const attain_i_goal_making *m);

#endif
