#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/rank.h"

/* Type 7: position (n − 1)p between the sorted values, counted from 0. */
static double quantile(const attain_i_item *items, size_t count, double p) {
    if (count == 0)
        return (double)NAN;
    double position = (double)(count - 1) * p;
    size_t below = (size_t)position;
    double part = position - (double)below;
    double value = items[below].key;
    if (part == 0)
        return value;
    double next = items[below + 1].key;
    double gap = next - value;
    if (gap - gap != 0)
        return value * (1 - part) + next * part;
    return value + part * gap;
}

static attain_status check(const double *values, size_t count,
                           const double *probabilities,
                           size_t probability_count, const double *out,
                           attain_error *err) {
    if (values == NULL && count > 0)
        return attain_i_fail_null(err, "values");
    if (probabilities == NULL && probability_count > 0)
        return attain_i_fail_null(err, "probabilities");
    if (out == NULL && probability_count > 0)
        return attain_i_fail_null(err, "out");
    for (size_t i = 0; i < probability_count; i++) {
        if (!(probabilities[i] >= 0 && probabilities[i] <= 1))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "probabilities",
                                 (int64_t)i, "not between 0 and 1");
    }
    return ATTAIN_OK;
}

attain_status attain_quantiles(const double *values, size_t count,
                               const double *probabilities,
                               size_t probability_count, double *out,
                               attain_error *err) {
    attain_allocator allocator;
    attain_status status =
        check(values, count, probabilities, probability_count, out, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_allocator_set(&allocator, NULL);
    attain_i_item *items =
        attain_i_allocate(&allocator, count, 2 * sizeof *items);
    if (items == NULL)
        return attain_i_fail_memory(err);
    status = attain_i_check_finite(values, count, "values", err);
    if (status == ATTAIN_OK) {
        size_t known =
            attain_i_rank_items(values, count, 1, items, items + count);
        for (size_t i = 0; i < probability_count; i++)
            out[i] = quantile(items, known, probabilities[i]);
    }
    attain_i_release(&allocator, items, count, 2 * sizeof *items);
    return status;
}
