/* The plain target: an observed level against one limit, judged when it is
 * due, its pace counted from a stated baseline. Nothing about it differs from
 * unit to unit but the values, so one pass over them decides it. */
#ifndef ATTAIN_EVALUATE_PLAIN_H
#define ATTAIN_EVALUATE_PLAIN_H

#include <stddef.h>
#include <stdint.h>

enum { ATTAIN_I_CUTS = 3 /* on track, slow and 0, the highest first */ };

typedef struct attain_i_plain {
    double limit; /* satisfied from here on, which is included */
    double start; /* where the way of a value is counted from … */
    double sign;  /* … as sign · (x − start) */
    double whole; /* attainment: way / whole, clipped to 0 … 1; > 0 */
    double below[ATTAIN_I_CUTS]; /* ways whose pace is surely below a cut-off */
    double above[ATTAIN_I_CUTS]; /* from here on it is surely not */
    int64_t standing; /* of what is not met, with no cut-off above its pace;
                         the following ones with one, two, three */
    int32_t highest;  /* 1: satisfied are x ≥ limit, 0: x ≤ limit */
    int32_t usable;   /* 1: the target is a plain one */
    int32_t scored;   /* 1: the attainment is the target's */
    int32_t reserved;
} attain_i_plain;

/* What is read and written. x[periods − 1] are the values, those before it of
 * the earlier periods; NaN is no value. */
typedef struct attain_i_plain_columns {
    const double *const *x;
    const double *const *next; /* as many, to be read after these; or NULL */
    size_t periods;
    double *attainment;
    uint8_t *verdicts;
    uint8_t *statuses; /* NULL: not kept */
} attain_i_plain_columns;

enum { ATTAIN_I_PLAIN_NEAR = 64 };

/* Judges `count` values. Returns whether a pace is so near a cut-off that
 * doubles do not decide; those have ATTAIN_I_PLAIN_NEAR in their status. */
int attain_i_plain_judge(const attain_i_plain *plain,
                         const attain_i_plain_columns *columns, size_t count);

#endif
