/* Metrics and series as exact rational numbers, for verdicts on the limit. */
#ifndef ATTAIN_EVALUATE_EXACT_H
#define ATTAIN_EVALUATE_EXACT_H

#include "base/rational.h"
#include "evaluate/target.h"

/* The exact value of a metric at a unit; inexact where it has none, or none
 * that is rational. */
void attain_i_exact_metric(const attain_i_work *work, int32_t metric,
                           int32_t unit, int32_t period, int depth,
                           attain_i_rational *out);

#endif
