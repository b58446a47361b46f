/* Weighting: each method fills `weights` with numbers in proportion to the
 * weights, which are then divided by their sum. */
#ifndef ATTAIN_NUMERIC_WEIGHT_TABLE_H
#define ATTAIN_NUMERIC_WEIGHT_TABLE_H

#include "attain/numeric.h"
#include "numeric/method.h"

/* A matrix at work. All values are finite or NaN. */
typedef struct attain_i_weigher {
    const double *parameters; /* complete */
    const double *values;
    size_t columns;
    size_t stride;
    size_t count;
    const int32_t *descending; /* NULL: 0 */
    int32_t statistic;         /* of the row */
    double *weights;           /* [columns]; NaN with a reason: none */
    uint8_t *reasons;          /* [columns], 0 at first */
    double *vectors;           /* [2 · columns] */
    double *units;             /* attain_i_scratch_size(count) + 2 · count */
    double *square;            /* [2 · columns²] where asked for */
} attain_i_weigher;

typedef attain_status attain_i_weigh_function(attain_i_weigher *w,
                                              attain_error *err);

enum attain_i_weigh_need {
    ATTAIN_I_WEIGH_SQUARE = 1,   /* as many rows as columns */
    ATTAIN_I_WEIGH_MATRICES = 2, /* `square` */
    ATTAIN_I_WEIGH_UNITS = 4     /* `units` */
};

typedef struct attain_i_weigh_row {
    attain_i_method method;
    attain_i_weigh_function *weigh;
    int32_t statistic;
    int32_t needs;
} attain_i_weigh_row;

attain_i_weigh_function attain_i_weigh_equal;
attain_i_weigh_function attain_i_weigh_given;
attain_i_weigh_function attain_i_weigh_allocation;
attain_i_weigh_function attain_i_weigh_eigenvector;
attain_i_weigh_function attain_i_weigh_column_mean;
attain_i_weigh_function attain_i_weigh_geometric_mean;
attain_i_weigh_function attain_i_weigh_spread;
attain_i_weigh_function attain_i_weigh_entropy;
attain_i_weigh_function attain_i_weigh_entropy_minmax;
attain_i_weigh_function attain_i_weigh_critic;
attain_i_weigh_function attain_i_weigh_merec;
attain_i_weigh_function attain_i_weigh_first_component;
attain_i_weigh_function attain_i_weigh_components;

/* Whether row i has no blank. */
int attain_i_weigh_complete(const attain_i_weigher *w, size_t i);
/* The same reason for all columns. */
void attain_i_weigh_none(attain_i_weigher *w, uint8_t reason);

/* Pearson's correlation over the elements where both are known and (unless
 * NULL) `use` is not NaN; 0 where one of them is constant or has no two.
 * `room` has 2 · count doubles. */
double attain_i_correlation(const double *a, const double *b, const double *use,
                            size_t count, double *room);

#endif
