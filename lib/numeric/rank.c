#include "numeric/rank.h"

#include <float.h>
#include <math.h>

#include "base/decimal.h"
#include "base/error.h"
#include "base/memory.h"

attain_status attain_i_check_finite(const double *values, size_t count,
                                    const char *field, attain_error *err) {
    attain_status status =
        attain_i_check_array(values, count, sizeof *values, field, err);
    if (status != ATTAIN_OK)
        return status;
    for (size_t i = 0; i < count; i++) {
        if (values[i] > DBL_MAX || values[i] < -DBL_MAX)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, field, (int64_t)i,
                                 "value %zu is infinite", i);
    }
    return ATTAIN_OK;
}

size_t attain_i_rank_items(const double *values, size_t count, int descending,
                           attain_i_item *items, attain_i_item *space) {
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        if (values[i] != values[i])
            continue;
        items[known].key = descending ? values[i] : -values[i];
        items[known++].tag = (double)i;
    }
    attain_i_sort(items, known, space);
    return known;
}

size_t attain_i_rank_tie(const attain_i_item *items, size_t from,
                         size_t count) {
    double first = items[from].key;
    double rounded = (double)NAN;
    size_t to = from + 1;
    for (; to < count; to++) {
        double key = items[to].key;
        if (key == first)
            continue;
        /* Two doubles with the same 12 digits are closer than one unit of the
         * 12th, 1e-11 of the larger at most. */
        double reach =
            1.1e-11 * (fabs(key) > fabs(first) ? fabs(key) : fabs(first));
        if (key - first > reach)
            break;
        if (rounded != rounded)
            rounded = attain_i_round12(first);
        if (attain_i_round12(key) != rounded)
            break;
    }
    return to;
}

attain_status attain_ranks(int32_t descending, const double *values,
                           size_t count, double *out, attain_error *err) {
    attain_allocator allocator;
    if (values == NULL && count > 0)
        return attain_i_fail_null(err, "values");
    if (out == NULL && count > 0)
        return attain_i_fail_null(err, "out");
    if (descending != 0 && descending != 1)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "descending", -1,
                             "neither 0 nor 1");
    attain_i_allocator_set(&allocator, NULL);
    attain_i_item *items =
        attain_i_allocate(&allocator, count, 2 * sizeof *items);
    if (items == NULL)
        return attain_i_fail_memory(err);
    attain_status status = attain_i_check_finite(values, count, "values", err);
    if (status == ATTAIN_OK) {
        size_t known = attain_i_rank_items(values, count, descending, items,
                                           items + count);
        for (size_t i = 0; i < count; i++)
            out[i] = (double)NAN;
        for (size_t from = 0; from < known;) {
            size_t to = attain_i_rank_tie(items, from, known);
            double rank = (double)from + 1;
            for (; from < to; from++)
                out[(size_t)items[from].tag] = rank;
        }
    }
    attain_i_release(&allocator, items, count, 2 * sizeof *items);
    return status;
}
