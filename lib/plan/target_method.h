/* The progress method that a target names: where each of its inputs comes
 * from. Inputs are told by their names, so that a method that is new in the
 * table of the numeric room needs nothing here; one whose input no column
 * says is given that number in `parameters`. */
#ifndef ATTAIN_PLAN_TARGET_METHOD_H
#define ATTAIN_PLAN_TARGET_METHOD_H

#include "plan/method.h"

/* Where an input comes from. */
enum attain_i_source {
    ATTAIN_I_FROM_PARAMETERS = 0, /* the same number everywhere */
    ATTAIN_I_FROM_VALUE = 1,      /* the series */
    ATTAIN_I_FROM_BASE = 2,       /* the baseline */
    ATTAIN_I_FROM_LIMIT = 3,      /* the one limit, or the middle of `about` */
    ATTAIN_I_FROM_LOWER = 4,      /* the limits of a band */
    ATTAIN_I_FROM_UPPER = 5,
    ATTAIN_I_FROM_OUTER_LOW = 6,
    ATTAIN_I_FROM_OUTER_HIGH = 7,
    ATTAIN_I_FROM_BAD = 8,
    ATTAIN_I_FROM_GOOD = 9,
    ATTAIN_I_FROM_PERIOD = 10, /* the period of the value, in years */
    ATTAIN_I_FROM_BASE_PERIOD = 11,
    ATTAIN_I_FROM_DUE = 12,
    ATTAIN_I_FROM_PATH = 13,      /* what the milestones expect */
    ATTAIN_I_FROM_PROJECTION = 14 /* the series, continued to the due period */
};

/* A method, resolved. */
typedef struct attain_i_target_method {
    const attain_i_progress_row *row;            /* NULL: none */
    double parameters[ATTAIN_I_MOST_PARAMETERS]; /* complete */
    double given[ATTAIN_I_MOST_INPUTS];    /* of ATTAIN_I_FROM_PARAMETERS */
    int32_t sources[ATTAIN_I_MOST_INPUTS]; /* enum attain_i_source */
    int32_t number;                        /* of the method; −1: none */
    int32_t reserved;
    size_t input_count;
} attain_i_target_method;

/* Resolves the method of a target that has been checked. */
void attain_i_target_method_of(const attain_target *target,
                               attain_i_target_method *out);

/* Reports a method that there is not, parameters that it has not, and inputs
 * that the target does not say. */
void attain_i_check_target_method(const attain_target *target, int64_t row,
                                  attain_i_reporter *reporter);

/* True when the target's method reads from there. */
int attain_i_target_method_reads(const attain_target *target, int32_t source);

/* True when the target's method says what is expected. */
int attain_i_target_method_expects(const attain_target *target);

/* What is wrong with the score by a method, for a message; NULL: nothing. */
const char *attain_i_target_method_scores(const attain_target *target,
                                          const char **field,
                                          attain_status *code);

#endif
