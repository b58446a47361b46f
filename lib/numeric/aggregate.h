/* Aggregation. Most methods go unit by unit: columns are put on a scale each
 * (or stay as they are), a function makes one number of a unit's values, and
 * some then compare these numbers. The others take the matrix as a whole. */
#ifndef ATTAIN_NUMERIC_AGGREGATE_TABLE_H
#define ATTAIN_NUMERIC_AGGREGATE_TABLE_H

#include "attain/numeric.h"
#include "numeric/adder.h"
#include "numeric/method.h"
#include "numeric/sort.h"
#include "numeric/space.h"

/* t = (v · turn − from)/width; `span` is t at the best. Width 0: the column is
 * left out. */
typedef struct attain_i_axis {
    double turn;
    double from;
    double width;
    double span;
} attain_i_axis;

typedef struct attain_i_aggregator {
    const double *parameters; /* complete */
    const double *values;
    size_t columns;
    size_t stride;
    size_t count;
    const double *weights;     /* NULL: 1 */
    const int32_t *descending; /* NULL: 0 */
    const double *bounds;
    int32_t blank;
    double least;
    double total; /* Σw */
    double *out;
    uint8_t *reasons;      /* NULL: not asked for */
    attain_i_space *space; /* to work in; kept from call to call */
    attain_i_axis *axes;
    double *second; /* [count], for methods that finish with two numbers */
} attain_i_aggregator;

/* The known values of a unit. */
typedef struct attain_i_composed {
    const double *parameters;
    double *v;
    double *w;
    double *span;
    size_t count;
    double weight; /* Σw */
    double least;  /* of v, for those that ask */
    double most;
    double second;        /* another number, see above */
    double *terms;        /* room for one number a column */
    attain_i_item *items; /* room for two items a column */
    attain_i_adder adder;
} attain_i_composed;

/* One number of a unit with at least one value; NaN sets `reason`. */
typedef double attain_i_unit_function(attain_i_composed *unit, uint8_t *reason);
/* Sets up the axis of column c, whose known values are in x (NaN: none). */
typedef void attain_i_axis_function(const attain_i_aggregator *a, size_t c,
                                    const double *x, attain_i_axis *axis);
/* From the numbers of all units to their scores. */
typedef void attain_i_finish_function(const attain_i_aggregator *a);
/* All at once. */
typedef attain_status attain_i_matrix_function(const attain_i_aggregator *a,
                                               attain_error *err);

enum attain_i_aggregate_trait {
    ATTAIN_I_ONE_DIRECTION = 1,
    ATTAIN_I_STRICT = 2,
    ATTAIN_I_BOUNDS = 4
};

typedef struct attain_i_aggregate_row {
    attain_i_method method;
    attain_i_axis_function *axis;
    attain_i_unit_function *unit;
    attain_i_finish_function *finish;
    attain_i_matrix_function *matrix;
    int32_t traits;
} attain_i_aggregate_row;

attain_i_unit_function attain_i_unit_arithmetic;
attain_i_unit_function attain_i_unit_geometric;
attain_i_unit_function attain_i_unit_harmonic;
attain_i_unit_function attain_i_unit_power;
attain_i_unit_function attain_i_unit_median;
attain_i_unit_function attain_i_unit_min;
attain_i_unit_function attain_i_unit_max;
attain_i_unit_function attain_i_unit_owa;
attain_i_unit_function attain_i_unit_largest;
attain_i_unit_function attain_i_unit_smallest;
attain_i_unit_function attain_i_unit_penalty;
attain_i_unit_function attain_i_unit_adjusted;
attain_i_unit_function attain_i_unit_mean_min;
attain_i_unit_function attain_i_unit_topsis;
attain_i_unit_function attain_i_unit_vikor;
attain_i_unit_function attain_i_unit_spotis;
attain_i_unit_function attain_i_unit_wroclaw;

attain_i_axis_function attain_i_axis_deviation;
attain_i_axis_function attain_i_axis_bounds;
attain_i_axis_function attain_i_axis_range;
attain_i_axis_function attain_i_axis_vector;
attain_i_axis_function attain_i_axis_plain;

attain_i_finish_function attain_i_finish_vikor;
attain_i_finish_function attain_i_finish_wroclaw;

attain_i_matrix_function attain_i_copeland;
attain_i_matrix_function attain_i_benefit;

/* attain_aggregate() with complete parameters and the caller's memory. */
attain_status attain_i_aggregate_columns(int32_t method, attain_i_aggregator *a,
                                         attain_error *err);

/* The weight of column c. */
double attain_i_column_weight(const attain_i_aggregator *a, size_t c);
int attain_i_column_descends(const attain_i_aggregator *a, size_t c);
/* Σwv/W. */
double attain_i_unit_mean(attain_i_composed *unit);

#endif
