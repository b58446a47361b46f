/* The lenses beside the outcome (method §7): process, value added, and what
 * they are together. Made only when they are asked for. */
#ifndef ATTAIN_EVALUATE_LENS_H
#define ATTAIN_EVALUATE_LENS_H

#include "evaluate/goal.h"

enum {
    ATTAIN_I_LEAST_UNITS = 10, /* that value added compares */
    ATTAIN_I_LENSES = 3        /* outcome, process, value added */
};

/* Units by where they started and where they are. */
typedef struct attain_i_starters {
    const double *x;     /* v(b0) */
    const double *y;     /* v(j) */
    const double *sizes; /* > 0; NULL: not given */
    double *scratch;     /* 5 × count */
    size_t count;        /* ≥ ATTAIN_I_LEAST_UNITS */
} attain_i_starters;

/* What the line of all units leaves of each. */
typedef struct attain_i_added {
    double *effects; /* v(j) above the line, shrunk where sizes are given */
    double *errors;  /* their standard errors; NaN where not known */
    double scale;    /* largest term that an effect is made of */
    int known;       /* 0: all started alike */
} attain_i_added;

/* Fits the line (lens_line.c). */
void attain_i_added_find(const attain_i_starters *units, attain_i_added *out);

/* Value added of a target's own rows (lens_added.c). ATTAIN_OK,
 * ATTAIN_ERR_MEMORY. */
attain_status attain_i_lens_added(attain_i_work *work,
                                  const attain_i_judging *judging);
/* Process and value added of a goal's own rows; those of its children are
 * there. */
void attain_i_lens_goal(const attain_i_goal_making *m);
/* The comprehensive lens of all rows of a node. */
void attain_i_lens_together(const attain_evaluation *ev,
                            const attain_i_node *node);
/* The lenses of a row: outcome, process, value added; NaN where it has none. */
void attain_i_lenses_of(const attain_evaluation *ev, const attain_i_node *node,
                        size_t row, double out[ATTAIN_I_LENSES]);

#endif
