/* Methods as rows of tables: a new method is one function and one row. */
#ifndef ATTAIN_NUMERIC_METHOD_TABLE_H
#define ATTAIN_NUMERIC_METHOD_TABLE_H

#include "attain/numeric/method.h"

enum { ATTAIN_I_MOST_PARAMETERS = 8 };

typedef struct attain_i_parameter {
    const char *name;
    const char *description;
    double standard; /* NaN: has to be given */
    double low;
    double high;
} attain_i_parameter;

/* What every row of a table of methods begins with. */
typedef struct attain_i_method {
    const char *name;
    const char *formula;
    const char *source;
    uint32_t traits;
    const attain_i_parameter *parameters; /* ended by a NULL name; NULL: none */
} attain_i_method;

/* The rows of a kind. They may be longer than attain_i_method, which they
 * begin with. */
typedef struct attain_i_methods {
    const char *name;
    const void *rows;
    size_t row_size;
    size_t count;
} attain_i_methods;

/* --- The tables, each beside the functions of its rows ------------------- */

extern const attain_i_methods attain_i_statistics;
extern const attain_i_methods attain_i_quantile_types;
extern const attain_i_methods attain_i_rank_ties;
extern const attain_i_methods attain_i_association_rows;
extern const attain_i_methods attain_i_reliability_rows;
extern const attain_i_methods attain_i_component_rows;
extern const attain_i_methods attain_i_screening_rows;
extern const attain_i_methods attain_i_imputation_rows;
extern const attain_i_methods attain_i_treatment_rows;
extern const attain_i_methods attain_i_outlier_rows;
extern const attain_i_methods attain_i_decompositions;
extern const attain_i_methods attain_i_curves;
extern const attain_i_methods attain_i_concentrations;
extern const attain_i_methods attain_i_parities;
extern const attain_i_methods attain_i_segregations;
extern const attain_i_methods attain_i_normalisations;
extern const attain_i_methods attain_i_weightings;
extern const attain_i_methods attain_i_aggregations;
extern const attain_i_methods attain_i_trends;
extern const attain_i_methods attain_i_value_addeds;
extern const attain_i_methods attain_i_progress_methods;
extern const attain_i_methods attain_i_progress_goals;

/* --- Using them ---------------------------------------------------------- */

/* The table of a kind; NULL if there is none. */
const attain_i_methods *attain_i_methods_of(int32_t kind);

/* The row of a method; NULL if there is none. */
const attain_i_method *attain_i_method_row(const attain_i_methods *methods,
                                           int32_t method);

/* Fills `out` with ATTAIN_I_MOST_PARAMETERS numbers: the given ones, the
 * defaults for those that are not, 0 beyond the last. `what` names the
 * argument `method` in messages. ATTAIN_ERR_ARGUMENT: no such method, more
 * parameters than it has, or none where one is needed; ATTAIN_ERR_VALUE: out
 * of its range. */
attain_status attain_i_method_prepare(const attain_i_methods *methods,
                                      int32_t method, const double *parameters,
                                      size_t parameter_count, double *out,
                                      attain_error *err);

#endif
