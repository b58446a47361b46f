/* Findings: what was odd, as a sentence in each language. */
#ifndef ATTAIN_EVALUATE_FINDING_H
#define ATTAIN_EVALUATE_FINDING_H

#include "evaluate/model.h"

/* What a finding is about. Texts are copied; those that its kind's sentence
 * does not name may be NULL. */
typedef struct attain_i_odd {
    int32_t kind;       /* enum attain_finding_kind */
    attain_status code; /* of the plan's check; the others have their kind's */
    int32_t node;       /* −1: none in particular */
    int32_t unit;       /* the first; −1: none */
    int32_t period;     /* or ATTAIN_PERIOD_NONE */
    size_t count;       /* of units */
    const char *name;   /* the metric or node; for the plan's check the table */
    const char *label;  /* its name, for people */
    const char *other;  /* variable, level; for the plan's check its words */
    const char *id;     /* of the plan's row; "" for none */
    const char *field;  /* of the plan's row */
} attain_i_odd;

/* Adds a finding to an evaluation that knows its units. False when there is no
 * memory. */
int attain_i_finding_add(attain_evaluation *ev, const attain_i_odd *odd);

/* Every warning of the plan's check as a finding. */
int attain_i_findings_of_plan(attain_evaluation *ev, const attain_plan *plan);

#endif
