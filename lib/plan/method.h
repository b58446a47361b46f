/* A method as two cells of a table say it: by its name, and its parameters by
 * theirs, `name=number;name=number`. */
#ifndef ATTAIN_PLAN_METHOD_H
#define ATTAIN_PLAN_METHOD_H

#include "numeric/progress.h"
#include "plan/model.h"

/* A method with its parameters; NaN: the default. */
typedef struct attain_i_chosen {
    int32_t method; /* of its kind; −1: none */
    int32_t reserved;
    double parameters[ATTAIN_I_MOST_PARAMETERS];
    /* Of a progress method: inputs that are the same numbers for all, in the
     * order of its own list; NaN: not given. */
    double inputs[ATTAIN_I_MOST_INPUTS];
} attain_i_chosen;

/* The cells, and who hears of what is wrong with them. */
typedef struct attain_i_naming {
    const char *table;
    int64_t row;
    attain_i_reporter *reporter;
    const char *method;     /* NULL: none */
    const char *parameters; /* NULL: none */
    int32_t kind;           /* enum attain_method_kind; −1: without methods */
} attain_i_naming;

/* The method that is named; −1: none, or it is reported. */
int32_t attain_i_method_named(const attain_i_naming *at);

/* Fills in the parameters of `method`; every problem is reported. With −1
 * there may be none, unless the name of a method was wrong. */
void attain_i_parameters_read(const attain_i_naming *at, int32_t method,
                              attain_i_chosen *out);

/* Reports what is wrong with a piece of a cell, and shows it. */
void attain_i_naming_tell(const attain_i_naming *at, attain_status code,
                          const char *field, const char *what, const char *text,
                          size_t length);

#endif
