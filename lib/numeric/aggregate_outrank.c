#include <float.h>
#include <math.h>

#include "base/decimal.h"
#include "base/error.h"
#include "numeric/aggregate.h"
#include "numeric/check.h"
#include "numeric/sum.h"

/* Comparisons of units, two by two, by turned values in 12 digits. */
typedef struct duels {
    const attain_i_aggregator *a;
    double *cells; /* [unit][column] */
    double *weights;
    size_t columns; /* those with w > 0 */
} duels;

/* Sums of two weights each: of the columns where i is better, and worse; ties
 * are half of both. */
typedef struct duel {
    double better;
    double worse;
} duel;

static attain_status begin(duels *d, attain_error *err) {
    const attain_i_aggregator *a = d->a;
    size_t cells = a->columns > 0 && a->count > PTRDIFF_MAX / 8 / a->columns
                       ? SIZE_MAX / 2
                       : a->columns * a->count;
    attain_i_space *space = a->space;
    attain_i_space_restart(space);
    attain_i_space_plan(space, cells, sizeof *d->cells);
    attain_i_space_plan(space, a->columns, sizeof *d->weights);
    attain_status status = attain_i_space_open(space, err);
    if (status != ATTAIN_OK)
        return status;
    d->cells = attain_i_space_take(space, cells, sizeof *d->cells);
    d->weights = attain_i_space_take(space, a->columns, sizeof *d->weights);
    d->columns = 0;
    for (size_t c = 0; c < a->columns; c++) {
        double weight = attain_i_column_weight(a, c);
        if (weight > 0)
            d->weights[d->columns++] = weight;
    }
    size_t k = 0;
    for (size_t c = 0; c < a->columns; c++) {
        double turn = attain_i_column_descends(a, c) ? -1 : 1;
        if (!(attain_i_column_weight(a, c) > 0))
            continue;
        for (size_t i = 0; i < a->count; i++) {
            double v = a->values[c * a->stride + i];
            if (v != v && a->blank == ATTAIN_BLANK_ZERO)
                v = 0;
            d->cells[i * d->columns + k] =
                v != v ? v : turn * attain_i_round12(v);
        }
        k++;
    }
    return ATTAIN_OK;
}

static duel compare(const duels *d, size_t i, size_t j) {
    const double *x = d->cells + i * d->columns;
    const double *y = d->cells + j * d->columns;
    duel sums = {0, 0};
    for (size_t k = 0; k < d->columns; k++) {
        double w = d->weights[k];
        sums.better += x[k] > y[k] ? w : x[k] == y[k] ? w / 2 : 0;
        sums.worse += x[k] < y[k] ? w : x[k] == y[k] ? w / 2 : 0;
    }
    return sums;
}

static int any_value(const duels *d, size_t i) {
    for (size_t k = 0; k < d->columns; k++) {
        double v = d->cells[i * d->columns + k];
        if (v == v)
            return 1;
    }
    return 0;
}

/* The decision is one of decimals, whatever the order of columns. */
static void count_wins(const duels *d) {
    const attain_i_aggregator *a = d->a;
    for (size_t i = 0; i < a->count; i++)
        a->out[i] = 0;
    for (size_t i = 0; i < a->count; i++) {
        for (size_t j = i + 1; j < a->count; j++) {
            duel sums = compare(d, i, j);
            int side = attain_i_compare12(sums.better, sums.worse,
                                          sums.better + sums.worse);
            a->out[i] += side;
            a->out[j] -= side;
        }
    }
}

attain_status attain_i_copeland(const attain_i_aggregator *a,
                                attain_error *err) {
    duels d = {.a = a};
    attain_status status = begin(&d, err);
    if (status != ATTAIN_OK)
        return status;
    count_wins(&d);
    for (size_t i = 0; i < a->count; i++) {
        int known = any_value(&d, i);
        if (!known)
            a->out[i] = (double)NAN;
        if (a->reasons != NULL)
            a->reasons[i] = known            ? ATTAIN_REASON_NONE
                            : d.columns == 0 ? ATTAIN_REASON_WEIGHTLESS
                                             : ATTAIN_REASON_MISSING;
    }
    return ATTAIN_OK;
}

static attain_status check(const attain_i_aggregator *a, attain_error *err) {
    attain_status status = ATTAIN_OK;
    if (a->values == NULL && a->count > 0 && a->columns > 0)
        return attain_i_fail_null(err, "values");
    if (a->out == NULL && a->count > 0)
        return attain_i_fail_null(err, "out");
    if (a->columns > 1 && a->stride < a->count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "smaller than count");
    for (size_t c = 0; c < a->columns && a->count > 0; c++) {
        double weight = attain_i_column_weight(a, c);
        if (!(weight >= 0 && weight <= DBL_MAX))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "weights", (int64_t)c,
                                 "weight %zu is not a number of 0 or more", c);
        if (a->descending != NULL && a->descending[c] != 0 &&
            a->descending[c] != 1)
            return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "descending",
                                 (int64_t)c, "neither 0 nor 1");
        status = attain_i_check_finite(a->values + c * a->stride, a->count,
                                       "values", err);
        if (status != ATTAIN_OK)
            return status;
    }
    return status;
}

attain_status attain_outranking(const double *values, size_t column_count,
                                size_t stride, size_t count,
                                const double *weights,
                                const int32_t *descending, double *out,
                                attain_error *err) {
    attain_i_space space;
    attain_i_aggregator a = {.space = &space,
                             .values = values,
                             .columns = column_count,
                             .stride = stride,
                             .count = count,
                             .weights = weights,
                             .descending = descending,
                             .out = out};
    duels d = {.a = &a};
    attain_status status = check(&a, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_space_init(&space);
    status = begin(&d, err);
    for (size_t i = 0; i < count && status == ATTAIN_OK; i++) {
        out[i * count + i] = (double)NAN;
        for (size_t j = i + 1; j < count; j++) {
            duel sums = compare(&d, i, j);
            double total = sums.better + sums.worse;
            out[i * count + j] = sums.better / total;
            out[j * count + i] = sums.worse / total;
        }
    }
    attain_i_space_close(&space);
    return status;
}
