#include <float.h>
#include <math.h>

#include "base/error.h"
#include "numeric/math.h"
#include "numeric/space.h"
#include "numeric/sum.h"
#include "numeric/weight.h"

/* Saaty's matrix of comparisons: a_ij says how many times as much i weighs as
 * j, so a_ji is 1/a_ij. */

static double entry(const attain_i_weigher *w, size_t i, size_t j) {
    return w->values[j * w->stride + i];
}

static attain_status check_reciprocal(const attain_i_weigher *w,
                                      attain_error *err) {
    for (size_t i = 0; i < w->columns; i++) {
        for (size_t j = 0; j <= i; j++) {
            double product = entry(w, i, j) * entry(w, j, i);
            if (!(fabs(product - 1) <= w->parameters[0]))
                return attain_i_fail(err, ATTAIN_ERR_VALUE, "values",
                                     (int64_t)j,
                                     "comparisons of %zu and %zu are not each "
                                     "other's reciprocals",
                                     j, i);
        }
    }
    return ATTAIN_OK;
}

/* out = A·in; `row` is room for one row. */
static void multiply(const attain_i_weigher *w, const double *in, double *row,
                     double *out) {
    for (size_t i = 0; i < w->columns; i++) {
        for (size_t j = 0; j < w->columns; j++)
            row[j] = entry(w, i, j) * in[j];
        out[i] = attain_i_sum(row, w->columns);
    }
}

attain_status attain_i_weigh_eigenvector(attain_i_weigher *w,
                                         attain_error *err) {
    enum { MOST = 10000 };
    double *next = w->vectors;
    double *row = w->vectors + w->columns;
    double change = 1;
    attain_status status = check_reciprocal(w, err);
    if (status != ATTAIN_OK)
        return status;
    for (size_t c = 0; c < w->columns; c++)
        w->weights[c] = 1 / (double)w->columns;
    for (int step = 0; step < MOST && change > 0x1p-50; step++) {
        multiply(w, w->weights, row, next);
        double sum = attain_i_sum(next, w->columns);
        change = 0;
        for (size_t c = 0; c < w->columns; c++) {
            double weight = next[c] / sum;
            double moved = fabs(weight - w->weights[c]);
            change = moved > change ? moved : change;
            w->weights[c] = weight;
        }
    }
    if (change > 0x1p-50)
        attain_i_weigh_none(w, ATTAIN_REASON_NO_CONVERGENCE);
    return ATTAIN_OK;
}

attain_status attain_i_weigh_column_mean(attain_i_weigher *w,
                                         attain_error *err) {
    double *sums = w->vectors;
    double *row = w->vectors + w->columns;
    attain_status status = check_reciprocal(w, err);
    if (status != ATTAIN_OK)
        return status;
    for (size_t j = 0; j < w->columns; j++)
        sums[j] = attain_i_sum(w->values + j * w->stride, w->columns);
    for (size_t i = 0; i < w->columns; i++) {
        for (size_t j = 0; j < w->columns; j++)
            row[j] = entry(w, i, j) / sums[j];
        w->weights[i] = attain_i_sum(row, w->columns);
    }
    return ATTAIN_OK;
}

attain_status attain_i_weigh_geometric_mean(attain_i_weigher *w,
                                            attain_error *err) {
    double *row = w->vectors;
    attain_status status = check_reciprocal(w, err);
    if (status != ATTAIN_OK)
        return status;
    for (size_t i = 0; i < w->columns; i++) {
        for (size_t j = 0; j < w->columns; j++)
            row[j] = attain_i_log(entry(w, i, j));
        w->weights[i] =
            attain_i_exp(attain_i_sum(row, w->columns) / (double)w->columns);
    }
    return ATTAIN_OK;
}

/* --- Consistency --------------------------------------------------------- */

static attain_status check(const attain_i_weigher *w, const double *weights,
                           attain_error *err) {
    if (w->values == NULL)
        return attain_i_fail_null(err, "values");
    if (weights == NULL)
        return attain_i_fail_null(err, "weights");
    if (w->columns > 1 && w->stride < w->columns)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "smaller than count");
    for (size_t i = 0; i < w->columns; i++) {
        if (!(weights[i] > 0 && weights[i] <= DBL_MAX))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "weights", (int64_t)i,
                                 "not above 0");
        for (size_t j = 0; j < w->columns; j++) {
            if (!(entry(w, i, j) > 0 && entry(w, i, j) <= DBL_MAX))
                return attain_i_fail(err, ATTAIN_ERR_VALUE, "values",
                                     (int64_t)j,
                                     "comparison %zu of column %zu is not "
                                     "above 0",
                                     i, j);
        }
    }
    return ATTAIN_OK;
}

/* The mean of (Aw)_i/w_i: for the eigenvector, its eigenvalue. */
static double mean_ratio(const attain_i_weigher *w, const double *weights,
                         double *room) {
    double *image = room;
    multiply(w, weights, room + w->columns, image);
    for (size_t i = 0; i < w->columns; i++)
        image[i] /= weights[i];
    return attain_i_sum(image, w->columns) / (double)w->columns;
}

attain_status attain_pairwise_consistency(const double *values, size_t count,
                                          size_t stride, const double *weights,
                                          double random_index, double *lambda,
                                          double *index, double *ratio,
                                          attain_error *err) {
    attain_i_weigher w = {.values = values, .columns = count, .stride = stride};
    attain_i_space space;
    attain_status status = check(&w, weights, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_space_init(&space);
    attain_i_space_plan(&space, count, 2 * sizeof(double));
    status = attain_i_space_open(&space, err);
    if (status != ATTAIN_OK)
        return status;
    double *room = attain_i_space_take(&space, count, 2 * sizeof *room);
    double n = (double)count;
    double mean = count < 3 ? n : mean_ratio(&w, weights, room);
    double ci = count < 3 ? 0 : (mean - n) / (n - 1);
    attain_i_space_close(&space);
    if (lambda != NULL)
        *lambda = mean;
    if (index != NULL)
        *index = ci;
    if (ratio != NULL)
        *ratio = count < 3          ? 0
                 : random_index > 0 ? ci / random_index
                                    : (double)NAN;
    return ATTAIN_OK;
}
