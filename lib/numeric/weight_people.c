#include <math.h>

#include "base/error.h"
#include "numeric/check.h"
#include "numeric/rank.h"
#include "numeric/space.h"
#include "numeric/sum.h"
#include "numeric/weight.h"

attain_status attain_i_weigh_equal(attain_i_weigher *w, attain_error *err) {
    (void)err;
    for (size_t c = 0; c < w->columns; c++)
        w->weights[c] = 1;
    return ATTAIN_OK;
}

/* --- Allocations --------------------------------------------------------- */

/* Row i into `row`; its sum, NaN with a blank. */
static double take_row(const attain_i_weigher *w, size_t i, double *row) {
    if (!attain_i_weigh_complete(w, i))
        return (double)NAN;
    for (size_t c = 0; c < w->columns; c++)
        row[c] = w->values[c * w->stride + i];
    return attain_i_sum(row, w->columns);
}

attain_status attain_i_weigh_allocation(attain_i_weigher *w,
                                        attain_error *err) {
    double *sums = w->units;
    int blank = w->count == 0;
    size_t experts = 0;
    (void)err;
    for (size_t i = 0; i < w->count; i++) {
        sums[i] = take_row(w, i, w->vectors);
        blank |= sums[i] != sums[i];
        experts += sums[i] > 0;
    }
    for (size_t c = 0; c < w->columns; c++) {
        double *parts = w->units + w->count;
        const double *x = w->values + c * w->stride;
        for (size_t i = 0; i < w->count; i++)
            parts[i] = sums[i] > 0 ? x[i] / sums[i] : (double)NAN;
        w->weights[c] = attain_i_sum(parts, w->count);
    }
    if (experts == 0)
        attain_i_weigh_none(w, blank ? ATTAIN_REASON_MISSING
                                     : ATTAIN_REASON_WEIGHTLESS);
    return ATTAIN_OK;
}

attain_status attain_i_weigh_given(attain_i_weigher *w, attain_error *err) {
    if (w->count != 1)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "count", -1,
                             "given weights are one row, not %zu", w->count);
    return attain_i_weigh_allocation(w, err);
}

/* --- Agreement ----------------------------------------------------------- */

/* Adds the ranks of a row, means for those that tie; returns Σ(t³ − t). */
static double add_ranks(const double *row, size_t columns, attain_i_item *items,
                        double *ranks) {
    double ties = 0;
    attain_i_rank_items(row, columns, 0, items, items + columns);
    for (size_t from = 0; from < columns;) {
        size_t to = attain_i_rank_tie(items, from, columns);
        double t = (double)(to - from);
        double rank = ((double)from + 1 + (double)to) / 2;
        ties += t * t * t - t;
        for (; from < to; from++)
            ranks[(size_t)items[from].tag] += rank;
    }
    return ties;
}

/* Sums of halves below 2^53 are exact in any order. */
static double concordance(const attain_i_weigher *w, attain_i_item *items,
                          double *ranks, uint8_t *reason) {
    double n = (double)w->columns;
    double experts = 0;
    double ties = 0;
    for (size_t c = 0; c < w->columns; c++)
        ranks[c] = 0;
    for (size_t i = 0; i < w->count; i++) {
        double sum = take_row(w, i, w->vectors);
        if (sum != sum)
            continue;
        experts++;
        ties += add_ranks(w->vectors, w->columns, items, ranks);
    }
    *reason = ATTAIN_REASON_TOO_FEW;
    if (experts < 2 || n < 2)
        return (double)NAN;
    double most = experts * experts * (n * n * n - n) - experts * ties;
    *reason = ATTAIN_REASON_CONSTANT;
    if (!(most > 0))
        return (double)NAN;
    for (size_t c = 0; c < w->columns; c++) {
        double deviation = ranks[c] - experts * (n + 1) / 2;
        ranks[c] = deviation * deviation;
    }
    *reason = ATTAIN_REASON_NONE;
    return 12 * attain_i_sum(ranks, w->columns) / most;
}

attain_status attain_allocation_agreement(const double *values,
                                          size_t column_count, size_t stride,
                                          size_t count, double *out,
                                          uint8_t *reason, attain_error *err) {
    attain_i_weigher w = {.values = values,
                          .columns = column_count,
                          .stride = stride,
                          .count = count};
    attain_i_space space;
    if (values == NULL && count > 0 && column_count > 0)
        return attain_i_fail_null(err, "values");
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (column_count > 1 && stride < count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "smaller than count");
    attain_i_space_init(&space);
    attain_i_space_plan(&space, column_count, 2 * sizeof(attain_i_item));
    attain_i_space_plan(&space, column_count, 2 * sizeof(double));
    attain_status status = attain_i_space_open(&space, err);
    for (size_t c = 0; c < column_count && status == ATTAIN_OK; c++)
        status =
            attain_i_check_finite(values + c * stride, count, "values", err);
    if (status == ATTAIN_OK) {
        attain_i_item *items =
            attain_i_space_take(&space, column_count, 2 * sizeof *items);
        double *ranks =
            attain_i_space_take(&space, column_count, 2 * sizeof *ranks);
        uint8_t why;
        w.vectors = ranks + column_count;
        *out = concordance(&w, items, ranks, &why);
        if (reason != NULL)
            *reason = why;
    }
    attain_i_space_close(&space);
    return status;
}
