#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/associate.h"
#include "numeric/method.h"
#include "numeric/sum.h"

typedef struct items {
    const double *values;
    size_t columns;
    size_t stride;
    size_t count;
    size_t used;
    int32_t fault;
    double *use;    /* [row]: NaN where a column is missing */
    double *totals; /* [row used] */
    double *own;    /* [column]: variance, or sum of its correlations */
    double *least;  /* [column] */
    double *terms;  /* [2 · column] */
    double *room;   /* for pairs */
} items;

/* --- Cronbach's α --------------------------------------------------------- */

static double variance(items *m, const double *values, size_t count) {
    double v = attain_i_statistic(ATTAIN_STATISTIC_VARIANCE_SAMPLE, values,
                                  NULL, count, NULL);
    m->fault |= isnan(v);
    return v;
}

/* The variance of the sums of rows without column `skip`: of what they are
 * above the least of each column, so that columns far from 0 lose nothing. */
static double variance_of_totals(items *m, size_t skip) {
    size_t n = 0;
    for (size_t i = 0; i < m->count; i++) {
        if (isnan(m->use[i]))
            continue;
        size_t held = 0;
        for (size_t c = 0; c < m->columns; c++) {
            if (c == skip)
                continue;
            m->terms[held++] = m->values[c * m->stride + i];
            m->terms[held++] = -m->least[c];
        }
        m->totals[n++] = attain_i_sum(m->terms, held);
    }
    return variance(m, m->totals, n);
}

static void own_variances(items *m) {
    for (size_t c = 0; c < m->columns; c++) {
        size_t n = 0;
        double least = (double)INFINITY;
        for (size_t i = 0; i < m->count; i++) {
            if (isnan(m->use[i]))
                continue;
            double value = m->values[c * m->stride + i];
            least = value < least ? value : least;
            m->totals[n++] = value;
        }
        m->least[c] = least;
        m->own[c] = variance(m, m->totals, n);
    }
}

/* `skip` is a column, or none of them. */
static double alpha(items *m, size_t skip, uint8_t *reason) {
    size_t held = 0;
    for (size_t c = 0; c < m->columns; c++)
        if (c != skip)
            m->terms[held++] = m->own[c];
    double parts = attain_i_sum(m->terms, held);
    double k = (double)held;
    double whole = variance_of_totals(m, skip);
    if (!(whole > 0)) {
        *reason = ATTAIN_REASON_CONSTANT;
        return (double)NAN;
    }
    return k / (k - 1) * (1 - parts / whole);
}

/* --- Of standardised columns ---------------------------------------------- */

/* Sets own[c] to the sum of the correlations of column c with the others. */
static void own_correlations(items *m) {
    static const double none[ATTAIN_I_MOST_PARAMETERS];
    for (size_t c = 0; c < m->columns; c++) {
        for (size_t k = 0; k < m->columns; k++) {
            attain_i_pairs pairs;
            attain_i_pairs_lay(&pairs, m->count, 0, m->room);
            attain_i_pairs_take(&pairs, m->values + c * m->stride,
                                m->values + k * m->stride, NULL, m->use,
                                m->count);
            m->terms[k] = c == k ? 0
                                 : attain_i_associate(
                                       &pairs, ATTAIN_ASSOCIATION_PEARSON, none)
                                       .value;
            m->fault |= pairs.fault;
        }
        m->own[c] = 0;
        for (size_t k = 0; k < m->columns; k++)
            m->own[c] += m->terms[k];
    }
}

static double standardised(items *m, size_t skip, uint8_t *reason) {
    double sum = 0;
    for (size_t c = 0; c < m->columns; c++)
        sum += m->own[c];
    double k = (double)m->columns;
    if (skip < m->columns) {
        sum -= 2 * m->own[skip];
        k--;
    }
    /* A column that is all equal has no correlations, nor has their sum. */
    if (isnan(sum)) {
        *reason = ATTAIN_REASON_CONSTANT;
        return sum;
    }
    double r = sum / (k * (k - 1));
    return k * r / (1 + (k - 1) * r);
}

/* --- The table ------------------------------------------------------------ */

typedef struct row {
    attain_i_method method;
    void (*prepare)(items *m);
    double (*compute)(items *m, size_t skip, uint8_t *reason);
} row;

static const row rows[] = {
    {{"alpha", "k/(k − 1) · (1 − Σs²_j/s²)", "Cronbach 1951", 0, NULL},
     own_variances,
     alpha},
    {{"alpha_standardised", "k r/(1 + (k − 1)r), r the mean correlation",
      "Cronbach 1951", 0, NULL},
     own_correlations,
     standardised},
};

const attain_i_methods attain_i_reliability_rows = {
    "reliability", rows, sizeof *rows, sizeof rows / sizeof *rows};

/* --- One call ------------------------------------------------------------- */

/* Doubles of `room`: use, totals, own, least, terms, results and the pairs. */
static size_t room_size(size_t count, size_t columns) {
    return 2 * count + 5 * columns + 1 + attain_i_pairs_room(count);
}

static void lay(items *m, double *room, double **results) {
    m->room = room;
    m->use = room + attain_i_pairs_room(m->count);
    m->totals = m->use + m->count;
    m->own = m->totals + m->count;
    m->least = m->own + m->columns;
    m->terms = m->least + m->columns;
    *results = m->terms + 2 * m->columns;
}

/* Into results[0], and [1 + column] for what it would be without one. */
static void measure(items *m, const row *method, double *results,
                    int with_dropped) {
    for (size_t i = 0; i <= m->columns; i++)
        results[i] = (double)NAN;
    if (m->used < 2 || m->columns < 2)
        return;
    method->prepare(m);
    uint8_t reason;
    results[0] = method->compute(m, m->columns, &reason);
    for (size_t c = 0; with_dropped && m->columns > 2 && c < m->columns; c++)
        results[1 + c] = method->compute(m, c, &reason);
}

static void give(const items *m, const double *results, double *out,
                 double *dropped, size_t *used, uint8_t *reasons) {
    *out = results[0];
    for (size_t c = 0; dropped != NULL && c < m->columns; c++)
        dropped[c] = results[1 + c];
    if (used != NULL)
        *used = m->used;
    for (size_t i = 0; reasons != NULL && i <= m->columns; i++) {
        size_t columns = i == 0 ? m->columns : m->columns - 1;
        reasons[i] = !isnan(results[i])           ? ATTAIN_REASON_NONE
                     : m->used < 2 || columns < 2 ? ATTAIN_REASON_TOO_FEW
                                                  : ATTAIN_REASON_CONSTANT;
    }
}

attain_status attain_reliability_of(int32_t method, const double *parameters,
                                    size_t parameter_count,
                                    const double *values, size_t column_count,
                                    size_t stride, size_t count, double *out,
                                    double *dropped, size_t *used,
                                    uint8_t *reasons, attain_error *err) {
    attain_allocator allocator;
    double complete[ATTAIN_I_MOST_PARAMETERS];
    double *results;
    items m = {.values = values,
               .columns = column_count,
               .stride = stride,
               .count = count};
    attain_status status =
        attain_i_method_prepare(&attain_i_reliability_rows, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (count > SIZE_MAX / 256 || column_count > SIZE_MAX / 256)
        return attain_i_fail_memory(err);
    attain_i_allocator_set(&allocator, NULL);
    size_t size = room_size(count, column_count);
    double *room = attain_i_allocate(&allocator, size, sizeof *room);
    if (room == NULL)
        return attain_i_fail_memory(err);
    lay(&m, room, &results);
    status = attain_i_check_columns(values, column_count, stride, count, err);
    if (status == ATTAIN_OK) {
        m.used =
            attain_i_complete_rows(values, column_count, stride, count, m.use);
        measure(&m, &rows[method], results, dropped != NULL || reasons != NULL);
        if (m.fault)
            status = attain_i_fail(err, ATTAIN_ERR_VALUE, "values", -1,
                                   "a sum is beyond the range of a double");
        else
            give(&m, results, out, dropped, used, reasons);
    }
    attain_i_release(&allocator, room, size, sizeof *room);
    return status;
}
