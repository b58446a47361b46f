/* The plain target: an observed level against one limit, judged when it is
 * due, its pace counted from a stated baseline. Nothing about it differs from
 * unit to unit but the values, so one pass over them decides it. */
#ifndef ATTAIN_EVALUATE_PLAIN_H
#define ATTAIN_EVALUATE_PLAIN_H

#include <stddef.h>
#include <stdint.h>

enum { ATTAIN_I_CUTS = 3 /* on track, slow, 0 */ };

typedef struct attain_i_plain {
    double low; /* satisfied: low ≤ x ≤ high; one of them is infinite */
    double high;
    double from; /* attainment: (x − from) / whole, clipped to 0 … 1 */
    double whole;
    double start; /* pace is cut by what sign · (x − start) is below */
    double sign;
    double below[ATTAIN_I_CUTS]; /* surely below the cut-off */
    double above[ATTAIN_I_CUTS]; /* surely not, from here on */
    int64_t standing; /* of what is not met, with no cut-off above its pace;
                         the following ones with one, two, three */
    int32_t usable;   /* 1: the target is a plain one */
    int32_t scored;   /* 1: the attainment is the target's */
} attain_i_plain;

/* Judges `count` values: x[periods − 1] are the values, the ones before those
 * of the earlier periods, NaN is no value. Returns whether a pace is so near a
 * cut-off that doubles do not decide; those have ATTAIN_I_PLAIN_NEAR in their
 * status. */
enum { ATTAIN_I_PLAIN_NEAR = 64 };
int attain_i_plain_judge(const attain_i_plain *plain, const double *const *x,
                         size_t periods, double *restrict attainment,
                         uint8_t *restrict verdicts, uint8_t *restrict statuses,
                         size_t count);

#endif
