/* The table of value added: rows of groups to what the groups add. */
#ifndef ATTAIN_NUMERIC_VALUE_ADDED_TABLE_H
#define ATTAIN_NUMERIC_VALUE_ADDED_TABLE_H

#include "attain/numeric.h"
#include "numeric/sort.h"

enum { ATTAIN_I_VALUE_ADDED_MEASURES = 7 };

typedef struct attain_i_groups_job {
    const double *parameters;
    const double *y;
    const double *x;
    size_t columns;
    size_t stride;
    const int32_t *codes;
    size_t count;
    size_t groups;
    int32_t likelihood;
    double *out;          /* [group][measure] */
    uint8_t *reasons;     /* as `out` */
    double *rows;         /* [row] */
    double *values;       /* [row]: scratch */
    double *terms;        /* [row]: scratch */
    attain_i_item *items; /* [4 · row]: sorted rows, scratch */
    int32_t *order;       /* rows, group by group, those used first */
    size_t *offsets;
} attain_i_groups_job;

typedef attain_status attain_i_value_added_function(attain_i_groups_job *j,
                                                    attain_error *err);

/* A finding, or why there is none; NaN and infinity are UNDEFINED. */
void attain_i_value_added_set(attain_i_groups_job *j, size_t group,
                              int32_t measure, double value);
/* Why all but the count is lacking, of one group or of all. */
void attain_i_value_added_lack(attain_i_groups_job *j, size_t group,
                               int32_t reason);
void attain_i_value_added_lack_all(attain_i_groups_job *j, int32_t reason);
/* Value, error and what follows from them; `reach` errors to each side. */
void attain_i_value_added_tell(attain_i_groups_job *j, size_t group,
                               double value, double error, double reach);
/* Rows of a group that have a part. */
double attain_i_value_added_size(const attain_i_groups_job *j, size_t group);
/* Mean of what rows of a group have in `rows`. */
double attain_i_value_added_mean(const attain_i_groups_job *j, size_t group);
/* Five bands of Progress 8, by value and interval. */
double attain_i_progress8_band(double value, double low, double high);

/* What a model leaves over. */
attain_i_value_added_function attain_i_ordinary_residuals;
attain_i_value_added_function attain_i_shrunken_restricted;
attain_i_value_added_function attain_i_shrunken_full;
/* Among like starters. */
attain_i_value_added_function attain_i_growth_percentile;
attain_i_value_added_function attain_i_progress8;

#endif
