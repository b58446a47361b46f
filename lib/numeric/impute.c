#include <float.h>
#include <math.h>

#include "attain/numeric.h"
#include "base/error.h"
#include "base/memory.h"
#include "numeric/associate.h"
#include "numeric/method.h"

#define LIMIT                                                                  \
    { "limit", "most time that is bridged", DBL_MAX, 0, DBL_MAX }
#define END                                                                    \
    { NULL, NULL, 0, 0, 0 }

static const attain_i_parameter limit_alone[] = {LIMIT, END};
static const attain_i_parameter limit_and_ends[] = {
    LIMIT,
    {"ends", "1: the nearest value where one side has none", 0, 0, 1},
    END};

static const attain_i_method rows[] = {
    {"mean", "mean of the column", "OECD/JRC 2008", 0, NULL},
    {"median", "median of the column", "OECD/JRC 2008", 0, NULL},
    {"group_mean", "mean of the group in the column", "OECD/JRC 2008", 0, NULL},
    {"group_median", "median of the group in the column", "OECD/JRC 2008", 0,
     NULL},
    {"last", "last value before", "Little and Rubin 2002 (LOCF)", 0,
     limit_alone},
    {"linear", "on the line between the values before and after",
     "COINr (impute_panel)", 0, limit_and_ends},
};

const attain_i_methods attain_i_imputation_rows = {
    "imputation", rows, sizeof *rows, sizeof rows / sizeof *rows};

typedef struct work {
    int32_t method;
    const double *parameters;
    const double *values;
    size_t columns;
    size_t stride;
    size_t count;
    const int32_t *codes;
    size_t groups;
    const double *times;
    double *out;
    uint8_t *filled;
    int32_t *from;
    int32_t *to;
} work;

/* --- One element ---------------------------------------------------------- */

static void put(const work *w, size_t cell, double value, uint8_t how,
                int32_t from, int32_t to) {
    w->out[cell] = value;
    if (w->filled != NULL)
        w->filled[cell] = isnan(value) ? ATTAIN_FILLED_MISSING : how;
    if (w->from != NULL)
        w->from[cell] = isnan(value) ? -1 : from;
    if (w->to != NULL)
        w->to[cell] = isnan(value) ? -1 : to;
}

/* --- From the column ------------------------------------------------------ */

static int by_group(int32_t method) {
    return method == ATTAIN_IMPUTATION_GROUP_MEAN ||
           method == ATTAIN_IMPUTATION_GROUP_MEDIAN;
}

static int by_median(int32_t method) {
    return method == ATTAIN_IMPUTATION_MEDIAN ||
           method == ATTAIN_IMPUTATION_GROUP_MEDIAN;
}

/* `middles` are [column][group]. */
static void fill_columns(const work *w, const double *middles) {
    uint8_t how =
        by_median(w->method) ? ATTAIN_FILLED_MEDIAN : ATTAIN_FILLED_MEAN;
    for (size_t c = 0; c < w->columns; c++) {
        for (size_t i = 0; i < w->count; i++) {
            size_t cell = c * w->stride + i;
            double v = w->values[cell];
            int32_t group = by_group(w->method) ? w->codes[i] : 0;
            int32_t shown = by_group(w->method) ? group : -1;
            if (!isnan(v))
                put(w, cell, v, ATTAIN_FILLED_OBSERVED, -1, -1);
            else if (group < 0)
                put(w, cell, v, how, -1, -1);
            else
                put(w, cell, middles[c * w->groups + (size_t)group], how, shown,
                    -1);
        }
    }
}

/* Room for the order by group, where each begins, and what each has. */
typedef struct room {
    double *middles;
    size_t *offsets;
    int32_t *order;
} room;

static attain_status fill_from_column(work *w, const room *r,
                                      attain_error *err) {
    const int32_t statistic =
        by_median(w->method) ? ATTAIN_STATISTIC_MEDIAN : ATTAIN_STATISTIC_MEAN;
    const int32_t *order = NULL;
    if (by_group(w->method)) {
        attain_status status = attain_group_order(w->codes, w->count, w->groups,
                                                  r->order, r->offsets, err);
        if (status != ATTAIN_OK)
            return status;
        order = r->order;
    } else {
        r->offsets[0] = 0;
        r->offsets[1] = w->count;
    }
    attain_status status = attain_statistics_by_columns(
        &statistic, 1, NULL, 0, w->values, w->columns, w->stride, NULL, order,
        r->offsets, w->groups, r->middles, NULL, err);
    if (status == ATTAIN_OK)
        fill_columns(w, r->middles);
    return status;
}

static attain_status impute_columns(work *w, attain_error *err) {
    attain_allocator allocator;
    room r;
    if (!by_group(w->method))
        w->groups = 1;
    else if (w->codes == NULL && w->count > 0)
        return attain_i_fail_null(err, "codes");
    if (w->groups > SIZE_MAX / 64 ||
        (w->groups > 0 && w->columns > SIZE_MAX / 64 / w->groups))
        return attain_i_fail_memory(err);
    size_t size = w->columns * w->groups * sizeof *r.middles +
                  (w->groups + 1) * sizeof *r.offsets +
                  w->count * sizeof *r.order;
    attain_i_allocator_set(&allocator, NULL);
    void *block = attain_i_allocate(&allocator, size, 1);
    if (block == NULL)
        return attain_i_fail_memory(err);
    r.middles = block;
    r.offsets = (size_t *)(void *)(r.middles + w->columns * w->groups);
    r.order = (int32_t *)(void *)(r.offsets + w->groups + 1);
    attain_status status = fill_from_column(w, &r, err);
    attain_i_release(&allocator, block, size, 1);
    return status;
}

/* --- From other periods --------------------------------------------------- */

static double time_of(const work *w, size_t column) {
    return w->times == NULL ? (double)column : w->times[column];
}

static int within(const work *w, size_t a, size_t b) {
    return time_of(w, b) - time_of(w, a) <= w->parameters[0];
}

/* Where nothing is known, `source` is no column. */
static void carry(const work *w, size_t row, size_t source, double value,
                  size_t column) {
    int near = !isnan(value) && (source < column ? within(w, source, column)
                                                 : within(w, column, source));
    put(w, column * w->stride + row, near ? value : (double)NAN,
        ATTAIN_FILLED_CARRIED, (int32_t)source, -1);
}

/* Fills what lies between two known columns. */
static void bridge(const work *w, size_t row, size_t before, double a,
                   size_t after, double b) {
    double span = time_of(w, after) - time_of(w, before);
    for (size_t c = before + 1; c < after; c++) {
        double part = (time_of(w, c) - time_of(w, before)) / span;
        double gap = b - a;
        double value = isinf(gap) ? a * (1 - part) + b * part : a + part * gap;
        put(w, c * w->stride + row,
            within(w, before, after) ? value : (double)NAN,
            ATTAIN_FILLED_INTERPOLATED, (int32_t)before, (int32_t)after);
    }
}

/* Fills columns from … to − 1 of a row that have nothing on one side: with the
 * known value of `source`, where the method says so. */
static void fill_end(const work *w, size_t row, size_t from, size_t to,
                     size_t source, double value) {
    int after = source < from;
    int wanted =
        w->method == ATTAIN_IMPUTATION_LAST ? after : w->parameters[1] != 0;
    for (size_t c = from; c < to; c++)
        carry(w, row, source, wanted ? value : (double)NAN, c);
}

/* Between two known columns. */
static void fill_gap(const work *w, size_t row, size_t before, double a,
                     size_t after, double b) {
    if (w->method == ATTAIN_IMPUTATION_LINEAR) {
        bridge(w, row, before, a, after, b);
        return;
    }
    for (size_t c = before + 1; c < after; c++)
        carry(w, row, before, a, c);
}

/* What is known is read before anything behind it is written, so `out` may be
 * `values`. */
static void fill_row(const work *w, size_t row) {
    size_t last = w->columns;
    double known = (double)NAN;
    for (size_t c = 0; c < w->columns; c++) {
        double v = w->values[c * w->stride + row];
        if (isnan(v))
            continue;
        if (last == w->columns)
            fill_end(w, row, 0, c, c, v);
        else
            fill_gap(w, row, last, known, c, v);
        put(w, c * w->stride + row, v, ATTAIN_FILLED_OBSERVED, -1, -1);
        last = c;
        known = v;
    }
    fill_end(w, row, last == w->columns ? 0 : last + 1, w->columns, last,
             known);
}

static attain_status impute_periods(const work *w, attain_error *err) {
    for (size_t c = 0; w->times != NULL && c < w->columns; c++) {
        if (!(fabs(w->times[c]) <= DBL_MAX) ||
            (c > 0 && !(w->times[c] > w->times[c - 1])))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "times", (int64_t)c,
                                 "times are not ascending");
    }
    for (size_t i = 0; i < w->count; i++)
        fill_row(w, i);
    return ATTAIN_OK;
}

attain_status attain_impute(int32_t method, const double *parameters,
                            size_t parameter_count, const double *values,
                            size_t column_count, size_t stride, size_t count,
                            const int32_t *codes, size_t group_count,
                            const double *times, double *out, uint8_t *filled,
                            int32_t *from, int32_t *to, attain_error *err) {
    double complete[ATTAIN_I_MOST_PARAMETERS];
    work w = {method,      complete, values, column_count, stride, count, codes,
              group_count, times,    out,    filled,       from,   to};
    attain_status status =
        attain_i_method_prepare(&attain_i_imputation_rows, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    if (out == NULL && column_count > 0 && count > 0)
        return attain_i_fail_null(err, "out");
    if (count > SIZE_MAX / 256)
        return attain_i_fail_memory(err);
    if (column_count > INT32_MAX)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "column_count", -1,
                             "more than 2147483647 columns");
    status = attain_i_check_columns(values, column_count, stride, count, err);
    if (status != ATTAIN_OK)
        return status;
    return method < ATTAIN_IMPUTATION_LAST ? impute_columns(&w, err)
                                           : impute_periods(&w, err);
}
