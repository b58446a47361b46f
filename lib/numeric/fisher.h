/* The upper tail of Fisher's F. */
#ifndef ATTAIN_NUMERIC_FISHER_H
#define ATTAIN_NUMERIC_FISHER_H

#include <stddef.h>

/* P(F > f) with `above` and `below` degrees of freedom, both ≥ 1, f ≥ 0.
 * Relative error below 1e-11. */
double attain_i_fisher_tail(double f, size_t above, size_t below);

/* Γ(a + 1/2)/Γ(a). */
double attain_i_gamma_ratio(double a);

#endif
