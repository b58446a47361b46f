/* Two sums of a unit in a period: a metric's numerator and denominator, or a
 * variable and its parts. */
#ifndef ATTAIN_QUALITY_RELATION_H
#define ATTAIN_QUALITY_RELATION_H

#include "quality/work.h"

/* What is compared, and whom a finding is about. */
typedef struct attain_i_quality_relation {
    const attain_i_part *over, *under;
    size_t over_count, under_count; /* under_count 0: `over` alone */
    int32_t metric;                 /* −1: none */
    double factor;
} attain_i_quality_relation;

/* Fills work->over and work->under for a period; false where no unit can have
 * both. */
int attain_i_relation_sums(attain_i_quality_work *work,
                           const attain_i_quality_relation *of, int32_t period);
/* Calls `look` for each metric that the row at hand is about and that is made
 * of variables, and each period in which there are sums; units of a stage that
 * the metric is not about have none. `per_cent`: metrics that the row does not
 * name only with factor 100. */
void attain_i_relation_each_metric(
    attain_i_quality_work *work, int per_cent,
    void (*look)(attain_i_quality_work *work,
                 const attain_i_quality_relation *of, int32_t period));
/* A finding, placed at the first variable of `over`. */
void attain_i_relation_find(attain_i_quality_work *work,
                            const attain_i_quality_relation *of, int32_t period,
                            size_t unit, double value, double reference,
                            double score);
/* a against b in 12 digits of the larger, for sums of decimals. */
int attain_i_relation_order(double a, double b);

#endif
