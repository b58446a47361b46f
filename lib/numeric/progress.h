/* The table of progress methods, and one element of a column through it. */
#ifndef ATTAIN_NUMERIC_PROGRESS_TABLE_H
#define ATTAIN_NUMERIC_PROGRESS_TABLE_H

#include "attain/numeric/progress.h"
#include "numeric/method.h"

enum { ATTAIN_I_MOST_INPUTS = 6 };

/* One element: its inputs in the order of the method, NaN for what is missing,
 * and the parameters, complete. */
typedef struct attain_i_progress_case {
    const double *parameters;
    double x[ATTAIN_I_MOST_INPUTS];
    int32_t descending;
} attain_i_progress_case;

/* The score, and the class; NaN sets `reason`, which is 0 before. All needed
 * inputs are known. */
typedef double attain_i_progress_function(const attain_i_progress_case *one,
                                          int32_t *class_code, uint8_t *reason);

/* What a path expects at the value's time; NaN: nothing. */
typedef double attain_i_path_function(const attain_i_progress_case *one);

typedef struct attain_i_progress_row {
    attain_i_method method;
    attain_i_progress_function *compute;
    const char *const *inputs; /* ended by NULL */
    size_t needed;
    const char *const *classes; /* ended by NULL */
    double low;                 /* worst and best score */
    double high;
    double nothing; /* scores that are worth nothing, and all, of a promise; */
    double all;     /* NaN: it has no such marks */
    attain_i_path_function *expect; /* NULL: it says nothing of the way */
} attain_i_progress_row;

/* NULL if there is no such method. */
const attain_i_progress_row *attain_i_progress_row_of(int32_t method);

/* One element. `reason` and `class_code` are set in any case: −1 without a
 * class. No allocation, no sum. */
double attain_i_progress_one(const attain_i_progress_row *row,
                             const attain_i_progress_case *one,
                             int32_t *class_code, uint8_t *reason);

/* --- What the functions of rows share ------------------------------------ */

/* a ≥ b in 12 significant digits; differences below 1e-12 of `scale` are none.
 */
int attain_i_reached(double a, double b, double scale);

/* Whether x is as good as the target. */
int attain_i_meets(double x, double target, int32_t descending);

/* (a/c)^(1/years) − 1; NaN where it is not defined. */
double attain_i_growth(double a, double c, double years);

/* Sets the reason, and gives NaN. */
double attain_i_no_score(uint8_t *reason, uint8_t why);

double attain_i_clip(double x, double low, double high);

attain_i_path_function attain_i_path_linear, attain_i_path_growth;

attain_i_progress_function attain_i_progress_ratio,
    attain_i_progress_ratio_interval, attain_i_progress_efficacy,
    attain_i_progress_completion, attain_i_progress_baseline,
    attain_i_progress_path_linear, attain_i_progress_path_growth,
    attain_i_progress_path_expected;
attain_i_progress_function attain_i_progress_eurostat,
    attain_i_progress_eurostat_trend, attain_i_progress_open_sdg,
    attain_i_progress_open_sdg_trend, attain_i_progress_unsd,
    attain_i_progress_unsd_trend;
attain_i_progress_function attain_i_progress_sdsn_score,
    attain_i_progress_sdsn_colour, attain_i_progress_sdsn_arrow,
    attain_i_progress_escap_status, attain_i_progress_escap_parity,
    attain_i_progress_escap_anticipated, attain_i_progress_oecd_distance,
    attain_i_progress_uis_benchmark;

#endif
