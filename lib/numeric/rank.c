#include "numeric/rank.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "base/memory.h"
#include "numeric/check.h"
#include "numeric/method.h"

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

/* --- What ties get ------------------------------------------------------- */

/* The rank of element `at` of the ties from … to − 1, counted from 0; `before`
 * is the number of different values ahead of them. */
typedef double tie_rank(size_t from, size_t to, size_t at, size_t before);

static double smallest(size_t from, size_t to, size_t at, size_t before) {
    (void)to, (void)at, (void)before;
    return (double)from + 1;
}

static double largest(size_t from, size_t to, size_t at, size_t before) {
    (void)from, (void)at, (void)before;
    return (double)to;
}

static double average(size_t from, size_t to, size_t at, size_t before) {
    (void)at, (void)before;
    return ((double)from + 1 + (double)to) / 2;
}

static double dense(size_t from, size_t to, size_t at, size_t before) {
    (void)from, (void)to, (void)at;
    return (double)before + 1;
}

static double ordinal(size_t from, size_t to, size_t at, size_t before) {
    (void)from, (void)to, (void)before;
    return (double)at + 1;
}

typedef struct row {
    attain_i_method method;
    tie_rank *rank;
} row;

#define KENDALL "Kendall 1945"
static const row rows[] = {
    {{"min", "1 + how many are better", "method 6", 0, NULL}, smallest},
    {{"max", "how many are as good or better", KENDALL, 0, NULL}, largest},
    {{"average", "mean of min and max", KENDALL, 0, NULL}, average},
    {{"dense", "1 + how many different values are better", KENDALL, 0, NULL},
     dense},
    {{"ordinal", "ties in the order of their elements", KENDALL, 0, NULL},
     ordinal},
};

const attain_i_methods attain_i_rank_ties = {"rank", rows, sizeof *rows,
                                             sizeof rows / sizeof *rows};

/* Ties are sorted by value, which differs beyond the 12th digit; the earlier
 * element goes first. */
static void by_index(attain_i_item *items, size_t from, size_t to,
                     attain_i_item *space) {
    for (size_t i = from; i < to; i++)
        items[i].key = 0;
    attain_i_sort(items + from, to - from, space);
}

void attain_i_rank_column(int32_t method, int descending, const double *values,
                          size_t count, attain_i_item *items, double *out) {
    size_t known =
        attain_i_rank_items(values, count, descending, items, items + count);
    size_t before = 0;
    for (size_t i = 0; i < count; i++)
        out[i] = (double)NAN;
    for (size_t from = 0; from < known; before++) {
        size_t to = attain_i_rank_tie(items, from, known);
        if (method == ATTAIN_RANK_ORDINAL)
            by_index(items, from, to, items + count);
        for (size_t at = from; at < to; at++)
            out[(size_t)items[at].tag] =
                rows[method].rank(from, to, at, before);
        from = to;
    }
}

/* --- Columns ------------------------------------------------------------- */

static attain_status check_directions(const int32_t *descending,
                                      size_t column_count, attain_error *err) {
    for (size_t c = 0; descending != NULL && c < column_count; c++) {
        if (descending[c] != 0 && descending[c] != 1)
            return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "descending",
                                 (int64_t)c, "neither 0 nor 1");
    }
    return ATTAIN_OK;
}

static void say_missing(const double *ranks, size_t count, uint8_t *reasons) {
    memset(reasons, ATTAIN_REASON_NONE, count);
    for (size_t i = 0; i < count; i++)
        if (isnan(ranks[i]))
            reasons[i] = ATTAIN_REASON_MISSING;
}

attain_status attain_ranks(int32_t method, const double *parameters,
                           size_t parameter_count, const double *values,
                           size_t column_count, size_t stride, size_t count,
                           const int32_t *descending, double *out,
                           uint8_t *reasons, attain_error *err) {
    attain_allocator allocator;
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_status status =
        attain_i_method_prepare(&attain_i_rank_ties, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    if (out == NULL && count > 0 && column_count > 0)
        return attain_i_fail_null(err, "out");
    attain_i_allocator_set(&allocator, NULL);
    attain_i_item *items =
        attain_i_allocate(&allocator, count, 2 * sizeof *items);
    if (items == NULL)
        return attain_i_fail_memory(err);
    status = attain_i_check_columns(values, column_count, stride, count, err);
    if (status == ATTAIN_OK)
        status = check_directions(descending, column_count, err);
    for (size_t c = 0; c < column_count && status == ATTAIN_OK; c++) {
        attain_i_rank_column(method, descending != NULL && descending[c],
                             values + c * stride, count, items,
                             out + c * stride);
        if (reasons != NULL)
            say_missing(out + c * stride, count, reasons + c * stride);
    }
    attain_i_release(&allocator, items, count, 2 * sizeof *items);
    return status;
}
