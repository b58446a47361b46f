/* Eigenvalues of symmetric matrices by Jacobi's rotations (1846), row by row
 * until nothing is left beside the diagonal. */
#ifndef ATTAIN_NUMERIC_JACOBI_H
#define ATTAIN_NUMERIC_JACOBI_H

#include <stddef.h>

/* `matrix` [n][n] is used up. values: largest first; vectors: [n][n], row k the
 * unit vector of values[k], sign open. False when 100 sweeps were not enough.
 */
int attain_i_jacobi(double *matrix, size_t n, double *values, double *vectors);

#endif
