/* Linear programmes with a start at 0: max c·x, A·x ≤ b, x ≥ 0, all b ≥ 0. */
#ifndef ATTAIN_NUMERIC_SIMPLEX_H
#define ATTAIN_NUMERIC_SIMPLEX_H

#include <stddef.h>
#include <stdint.h>

/* A dictionary (Chvátal 1983): each basic variable, and last the objective, as
 * a constant and what it loses with each variable that is 0. */
typedef struct attain_i_simplex {
    size_t rows;    /* constraints */
    size_t columns; /* variables */
    double *table;  /* [rows + 1][columns + 1]: a_ij, then b_i; last −c, 0 */
    int32_t *basic; /* [rows]: variables, numbered from 0; slacks follow */
    int32_t *free;  /* [columns] */
} attain_i_simplex;

/* Solves by Bland's rule (1977), which cannot go in circles; numbers below
 * 1e-11 are taken for 0. The value is in the table's last cell. False when
 * there is no largest value, or after 50 · (rows + columns) + 1000 steps. */
int attain_i_simplex_solve(attain_i_simplex *simplex);

#endif
