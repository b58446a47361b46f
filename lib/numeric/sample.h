/* An array, or one group of it, taken block by block without what is missing,
 * and the numbers that sum it up. */
#ifndef ATTAIN_NUMERIC_SAMPLE_H
#define ATTAIN_NUMERIC_SAMPLE_H

#include "attain/numeric.h"
#include "numeric/adder.h"
#include "numeric/sort.h"

enum { ATTAIN_I_BLOCK_TERMS = 1024 };

/* Why a sample has no numbers. */
enum attain_i_fault {
    ATTAIN_I_SOUND = 0,
    ATTAIN_I_INFINITE_VALUE = 1,
    ATTAIN_I_INFINITE_WEIGHT = 2,
    ATTAIN_I_NEGATIVE_WEIGHT = 3,
    ATTAIN_I_BEYOND_RANGE = 4 /* a sum of it is */
};

typedef struct attain_i_sample {
    const double *values;
    const double *weights;       /* NULL: all 1 */
    const int32_t *order;        /* indices into values; NULL: 0, 1, 2 … */
    const int32_t *weight_order; /* indices into weights */
    size_t count;
    attain_i_item *items; /* room for 2 · count, for what needs sorting */
    /* Set up by attain_i_sample_init(), used again by each group. */
    attain_i_adder totals;
    attain_i_adder weight_totals;
    attain_i_adder deviations;
    attain_i_adder unweighted_totals;
    int32_t unweighted; /* weights only say what is known */
    /* Found by attain_i_sample_survey(). */
    int32_t fault;
    size_t known;
    double weight; /* Σw, or n */
    double total;  /* Σwv */
    double mean;   /* Σwv / Σw; NaN of nothing */
    /* The block at hand. */
    size_t next; /* where the next one begins */
    size_t held;
    double v[ATTAIN_I_BLOCK_TERMS];
    double w[ATTAIN_I_BLOCK_TERMS];
    double terms[ATTAIN_I_BLOCK_TERMS];
} attain_i_sample;

/* Makes ready for one group after the other. */
void attain_i_sample_init(attain_i_sample *sample);

/* Takes the next block of known elements into v and w (with weights); false at
 * the end. `attain_i_sample_rewind()` goes back to the first, which costs
 * nothing when there is only one. */
void attain_i_sample_rewind(attain_i_sample *sample);
int attain_i_sample_next(attain_i_sample *sample);

/* Takes `count` elements from `from` on as they are, without leaving any out.
 */
void attain_i_gather(const double *values, const int32_t *order, size_t count,
                     double *out);

/* Finds `known`, `weight`, `total` and `mean`, and faults. */
void attain_i_sample_survey(attain_i_sample *sample);

/* The sum; NaN sets `fault` to ATTAIN_I_BEYOND_RANGE. */
double attain_i_sample_sum(attain_i_sample *sample,
                           const attain_i_adder *adder);

/* Σv, also where there are weights. */
double attain_i_sample_unweighted_total(attain_i_sample *sample);

/* The coefficient of variation around a given mean > 0. */
double attain_i_sample_cv(attain_i_sample *sample, double mean);
/* Gini's coefficient, for M > 0 and v ≥ 0. */
double attain_i_sample_gini(attain_i_sample *sample);
double attain_i_sample_median(attain_i_sample *sample);
/* Takes the elements with w > 0 (`unweighted`: all) into `items`, sorted;
 * returns how many. */
size_t attain_i_sample_sort(attain_i_sample *sample);
/* Of what was sorted: first value whose cumulative weight exceeds pW; at pW, in
 * 12 significant digits of W, the mean of it and the next. */
double attain_i_sample_quantile(const attain_i_sample *sample, size_t count,
                                double p);
/* Smallest and largest value with w > 0; NaN of nothing. */
void attain_i_sample_range(attain_i_sample *sample, double *least,
                           double *most);

#endif
