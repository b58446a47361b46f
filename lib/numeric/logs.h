/* Logarithms of many numbers at a time. */
#ifndef ATTAIN_NUMERIC_LOGS_H
#define ATTAIN_NUMERIC_LOGS_H

#include <stddef.h>

/* Natural logarithms of positive normal doubles, each within 1.5 units in the
 * last place. `out` may be x. */
void attain_i_logs(const double *x, size_t count, double *out);

/* Where there may be wider lanes, that is looked up at run time. */
#if defined(__GNUC__) && defined(__x86_64__) && !defined(__TINYC__) &&         \
    !defined(ATTAIN_ONE_LANE)
#define ATTAIN_I_LOGS_WIDE
void attain_i_logs_wide(const double *x, size_t count, double *out);
#endif

#endif
