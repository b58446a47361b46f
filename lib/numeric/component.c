#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "base/memory.h"
#include "numeric/associate.h"
#include "numeric/jacobi.h"
#include "numeric/method.h"
#include "numeric/sum.h"

static const attain_i_parameter scaled[] = {
    {"scaled", "1: vectors times the root of their eigenvalue", 0, 0, 1},
    {NULL, NULL, 0, 0, 0}};

static const attain_i_method rows[] = {
    {"correlation", "R v = λ v, R the correlation matrix",
     "Hotelling 1933; Jolliffe 2002", 0, scaled},
    {"covariance", "S v = λ v, S the sample covariance matrix",
     "Hotelling 1933; Jolliffe 2002", 0, scaled},
};

const attain_i_methods attain_i_component_rows = {
    "components", rows, sizeof *rows, sizeof rows / sizeof *rows};

typedef struct work {
    int32_t method;
    const double *values;
    size_t columns;
    size_t stride;
    size_t count;
    int32_t fault;
    uint8_t reason;
    double *use;     /* [row]: NaN where a column is missing */
    double *known;   /* [row used] */
    double *matrix;  /* [column][column] */
    double *vectors; /* [component][column] */
    double *lambda;  /* [component] */
    double *mean;    /* [column] */
    double *spread;  /* [column] */
    double *terms;   /* [column] */
    double *pairs;
} work;

/* --- The matrix ----------------------------------------------------------- */

static double cell(work *w, size_t a, size_t b) {
    static const double none[ATTAIN_I_MOST_PARAMETERS];
    attain_i_pairs pairs;
    attain_i_pairs_lay(&pairs, w->count, 0, w->pairs);
    attain_i_pairs_take(&pairs, w->values + a * w->stride,
                        w->values + b * w->stride, NULL, w->use, w->count);
    attain_i_association found =
        attain_i_associate(&pairs,
                           w->method == ATTAIN_COMPONENTS_CORRELATION
                               ? ATTAIN_ASSOCIATION_PEARSON
                               : ATTAIN_ASSOCIATION_COVARIANCE_SAMPLE,
                           none);
    w->fault |= pairs.fault;
    if (found.reason != ATTAIN_REASON_NONE)
        w->reason = found.reason;
    return found.value;
}

static void fill(work *w) {
    double trace = 0;
    for (size_t a = 0; a < w->columns; a++) {
        for (size_t b = a; b < w->columns; b++)
            w->matrix[a * w->columns + b] = w->matrix[b * w->columns + a] =
                cell(w, a, b);
        trace += w->matrix[a * w->columns + a];
    }
    if (w->reason == ATTAIN_REASON_NONE && !(trace > 0))
        w->reason = ATTAIN_REASON_CONSTANT;
}

/* --- Vectors -------------------------------------------------------------- */

/* Makes the largest element positive, the first of those that are so. */
static void set_sign(double *vector, size_t n) {
    size_t best = 0;
    for (size_t i = 1; i < n; i++)
        if (attain_i_compare12(fabs(vector[i]), fabs(vector[best]), 1) > 0)
            best = i;
    if (!(vector[best] < 0))
        return;
    for (size_t i = 0; i < n; i++)
        vector[i] = 0 - vector[i];
}

static void solve(work *w) {
    if (!attain_i_jacobi(w->matrix, w->columns, w->lambda, w->vectors)) {
        w->reason = ATTAIN_REASON_NO_CONVERGENCE;
        return;
    }
    for (size_t k = 0; k < w->columns; k++) {
        /* The matrix has no negative eigenvalue; what is left of one is 0. */
        w->lambda[k] = w->lambda[k] > 0 ? w->lambda[k] : 0;
        set_sign(w->vectors + k * w->columns, w->columns);
    }
}

/* --- Scores --------------------------------------------------------------- */

static void center(work *w, size_t used) {
    for (size_t c = 0; c < w->columns; c++) {
        size_t n = 0;
        for (size_t i = 0; i < w->count; i++)
            if (!isnan(w->use[i]))
                w->known[n++] = w->values[c * w->stride + i];
        w->mean[c] = attain_i_sum(w->known, n) / (double)used;
        w->spread[c] = 1;
        if (w->method == ATTAIN_COMPONENTS_CORRELATION)
            w->spread[c] = attain_i_statistic(ATTAIN_STATISTIC_SD_SAMPLE,
                                              w->known, NULL, n, NULL);
    }
}

static double score(const work *w, size_t row, const double *vector) {
    for (size_t c = 0; c < w->columns; c++) {
        double x = w->values[c * w->stride + row] - w->mean[c];
        w->terms[c] = x / w->spread[c] * vector[c];
    }
    return attain_i_sum(w->terms, w->columns);
}

static void give_scores(const work *w, double *scores) {
    for (size_t k = 0; k < w->columns; k++) {
        for (size_t i = 0; i < w->count; i++)
            scores[k * w->count + i] =
                w->reason != ATTAIN_REASON_NONE || isnan(w->use[i])
                    ? (double)NAN
                    : score(w, i, w->vectors + k * w->columns);
    }
}

/* --- One call ------------------------------------------------------------- */

static void give(const work *w, double scale, double *eigenvalues,
                 double *shares, double *vectors) {
    size_t n = w->columns;
    double sum = attain_i_sum(w->lambda, n);
    int none = w->reason != ATTAIN_REASON_NONE;
    for (size_t k = 0; k < n; k++) {
        double root = scale != 0 ? sqrt(w->lambda[k]) : 1;
        eigenvalues[k] = none ? (double)NAN : w->lambda[k];
        if (shares != NULL)
            shares[k] = none ? (double)NAN : w->lambda[k] / sum;
        for (size_t c = 0; vectors != NULL && c < n; c++)
            vectors[k * n + c] =
                none ? (double)NAN : root * w->vectors[k * n + c];
    }
}

static size_t room_size(size_t count, size_t columns) {
    return attain_i_pairs_room(count) + 2 * count + 2 * columns * columns +
           4 * columns;
}

static void lay(work *w, double *room) {
    w->pairs = room;
    w->use = room + attain_i_pairs_room(w->count);
    w->known = w->use + w->count;
    w->matrix = w->known + w->count;
    w->vectors = w->matrix + w->columns * w->columns;
    w->lambda = w->vectors + w->columns * w->columns;
    w->mean = w->lambda + w->columns;
    w->spread = w->mean + w->columns;
    w->terms = w->spread + w->columns;
}

static attain_status find(work *w, attain_error *err) {
    attain_status status =
        attain_i_check_columns(w->values, w->columns, w->stride, w->count, err);
    if (status != ATTAIN_OK)
        return status;
    size_t used = attain_i_complete_rows(w->values, w->columns, w->stride,
                                         w->count, w->use);
    memset(w->lambda, 0, w->columns * sizeof *w->lambda);
    if (used < 2) {
        w->reason = ATTAIN_REASON_TOO_FEW;
        return ATTAIN_OK;
    }
    fill(w);
    if (w->fault)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "values", -1,
                             "a sum is beyond the range of a double");
    if (w->reason == ATTAIN_REASON_NONE)
        solve(w);
    if (w->reason == ATTAIN_REASON_NONE)
        center(w, used);
    return ATTAIN_OK;
}

attain_status attain_components_of(int32_t method, const double *parameters,
                                   size_t parameter_count, const double *values,
                                   size_t column_count, size_t stride,
                                   size_t count, double *eigenvalues,
                                   double *shares, double *vectors,
                                   double *scores, uint8_t *reason,
                                   attain_error *err) {
    attain_allocator allocator;
    double complete[ATTAIN_I_MOST_PARAMETERS];
    work w = {.method = method,
              .values = values,
              .columns = column_count,
              .stride = stride,
              .count = count};
    attain_status status =
        attain_i_method_prepare(&attain_i_component_rows, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    if (eigenvalues == NULL && column_count > 0)
        return attain_i_fail_null(err, "eigenvalues");
    if (count > SIZE_MAX / 256 ||
        (column_count > 0 && column_count > SIZE_MAX / 256 / column_count))
        return attain_i_fail_memory(err);
    attain_i_allocator_set(&allocator, NULL);
    size_t size = room_size(count, column_count);
    double *room = attain_i_allocate(&allocator, size, sizeof *room);
    if (room == NULL)
        return attain_i_fail_memory(err);
    lay(&w, room);
    status = find(&w, err);
    if (status == ATTAIN_OK) {
        give(&w, complete[0], eigenvalues, shares, vectors);
        if (scores != NULL)
            give_scores(&w, scores);
        if (reason != NULL)
            *reason = w.reason;
    }
    attain_i_release(&allocator, room, size, sizeof *room);
    return status;
}
