/* What one target needs at one unit: the distance to a value, and what that is
 * in units of the numerator's variable. */
#ifndef ATTAIN_IMPROVE_NEED_H
#define ATTAIN_IMPROVE_NEED_H

#include "improve/asking.h"

typedef struct attain_i_need {
    double x;         /* the series now */
    double limit;     /* to be reached */
    double gap;       /* ≥ 0; NaN: not known */
    double relative;  /* of the limit's size */
    double amount;    /* in units of the numerator, signed; NaN: none */
    double whole;     /* the same in whole steps */
    double value;     /* new value of the variable; NaN: cannot be written */
    double cost;      /* NaN where there is no gap */
    int32_t variable; /* −1: none */
    int32_t obstacle;
} attain_i_need;

/* What element `i` of the block needs to lie in low … high; `open`: between
 * them. Nothing (gap 0) where it does. */
void attain_i_need_reach(attain_i_asking *asking, size_t i, double low,
                         double high, int open, attain_i_need *out);
/* The same to the target's standard; also where periods decide that are past
 * (obstacle). */
void attain_i_need_standard(attain_i_asking *asking, size_t i,
                            attain_i_need *out);
/* The same to where its attainment is `floor`; where no value of the series is
 * known to give that, to the standard (floor.c). */
void attain_i_need_floor(attain_i_asking *asking, size_t i, double floor,
                         attain_i_need *out);
/* True where what is in the way cannot be mended by a value of this period. */
int attain_i_need_blocked(int32_t obstacle);

/* The variable that a metric's value at its own units grows with: the first
 * that its numerator adds; −1 when there is none, or when it stands elsewhere
 * in the metric, too. */
int32_t attain_i_need_variable(const attain_i_metric_use *use);
/* The least number of steps, ≥ 0, by which the amount (≥ 0) is covered. */
double attain_i_need_steps(double amount, double step);

/* Numerator and denominator of the taken target's metric at a unit, from what
 * was observed there in the period judged; NaN where a part is missing. */
void attain_i_need_terms(attain_i_asking *asking, int32_t unit, double *n,
                         double *d);
/* Whether the variable of a unit may become so: not by evaluator groups, and
 * within its range. ATTAIN_OBSTACLE_NONE, _COMPOSITE or _RANGE. */
int32_t attain_i_need_writable(attain_i_asking *asking, int32_t unit,
                               int32_t variable, double added, double *value);
/* Writes what is needed into a row of the answer. */
void attain_i_need_put(attain_answer *answer, int64_t row,
                       const attain_i_need *need);

#endif
