#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/associate.h"
#include "numeric/check.h"
#include "numeric/method.h"

size_t attain_i_complete_rows(const double *values, size_t column_count,
                              size_t stride, size_t count, double *use) {
    size_t complete = count;
    for (size_t i = 0; i < count; i++)
        use[i] = 1;
    for (size_t c = 0; c < column_count; c++) {
        const double *column = values + c * stride;
        for (size_t i = 0; i < count; i++) {
            if (isnan(column[i]) && !isnan(use[i])) {
                use[i] = (double)NAN;
                complete--;
            }
        }
    }
    return complete;
}

static attain_status fail_range(attain_error *err) {
    return attain_i_fail(err, ATTAIN_ERR_VALUE, "values", -1,
                         "a sum is beyond the range of a double");
}

/* --- Two arrays ----------------------------------------------------------- */

/* Room for `count` pairs and `more` doubles; NULL without memory. */
static double *take_room(attain_allocator *allocator, size_t count, size_t more,
                         size_t *size) {
    attain_i_allocator_set(allocator, NULL);
    if (count > SIZE_MAX / 256 || more > SIZE_MAX / 256)
        return NULL;
    *size = attain_i_pairs_room(count) + more;
    return attain_i_allocate(allocator, *size, sizeof(double));
}

attain_status attain_association_of(int32_t method, const double *parameters,
                                    size_t parameter_count, const double *x,
                                    const double *y, const double *weights,
                                    size_t count, double *out, double *p_value,
                                    int32_t *test, uint8_t *reason,
                                    attain_error *err) {
    attain_allocator allocator;
    attain_i_pairs pairs;
    double complete[ATTAIN_I_MOST_PARAMETERS];
    size_t size = 0;
    if (x == NULL && count > 0)
        return attain_i_fail_null(err, "x");
    if (y == NULL && count > 0)
        return attain_i_fail_null(err, "y");
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    attain_status status =
        attain_i_method_prepare(&attain_i_association_rows, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    double *room = take_room(&allocator, count, 0, &size);
    if (room == NULL)
        return attain_i_fail_memory(err);
    status = attain_i_check_finite(x, count, "x", err);
    if (status == ATTAIN_OK)
        status = attain_i_check_finite(y, count, "y", err);
    if (status == ATTAIN_OK)
        status = attain_i_check_weights(weights, count, err);
    if (status == ATTAIN_OK) {
        attain_i_pairs_lay(&pairs, count, weights != NULL, room);
        attain_i_pairs_take(&pairs, x, y, weights, NULL, count);
        attain_i_association a = attain_i_associate(&pairs, method, complete);
        if (pairs.fault) {
            status = fail_range(err);
        } else {
            *out = a.value;
            if (p_value != NULL)
                *p_value = a.p;
            if (test != NULL)
                *test = a.test;
            if (reason != NULL)
                *reason = a.reason;
        }
    }
    attain_i_release(&allocator, room, size, sizeof *room);
    return status;
}

/* --- Columns -------------------------------------------------------------- */

typedef struct matrix {
    int32_t method;
    const double *parameters;
    const double *values;
    size_t column_count;
    size_t stride;
    const double *weights;
    size_t count;
    const double *use; /* NULL: pairwise */
    double *room;
    attain_i_association *found; /* [column][column], upper half */
} matrix;

static attain_status fill(const matrix *m, attain_error *err) {
    for (size_t a = 0; a < m->column_count; a++) {
        for (size_t b = a; b < m->column_count; b++) {
            attain_i_pairs pairs;
            attain_i_pairs_lay(&pairs, m->count, m->weights != NULL, m->room);
            attain_i_pairs_take(&pairs, m->values + a * m->stride,
                                m->values + b * m->stride, m->weights, m->use,
                                m->count);
            m->found[a * m->column_count + b] =
                attain_i_associate(&pairs, m->method, m->parameters);
            if (pairs.fault)
                return fail_range(err);
        }
    }
    return ATTAIN_OK;
}

static void give(const matrix *m, double *out, double *p, uint8_t *reasons) {
    size_t n = m->column_count;
    for (size_t a = 0; a < n; a++) {
        for (size_t b = 0; b < n; b++) {
            const attain_i_association *found =
                &m->found[a < b ? a * n + b : b * n + a];
            out[a * n + b] = found->value;
            if (p != NULL)
                p[a * n + b] = a == b ? (double)NAN : found->p;
            if (reasons != NULL)
                reasons[a * n + b] = found->reason;
        }
    }
}

static attain_status check_shape(const matrix *m, int32_t complete,
                                 const double *out, attain_error *err) {
    if (complete != ATTAIN_COMPLETE_PAIRWISE &&
        complete != ATTAIN_COMPLETE_LISTWISE)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "complete", -1,
                             "neither pairwise nor listwise");
    if (out == NULL && m->column_count > 0)
        return attain_i_fail_null(err, "out");
    if (m->column_count > 1 &&
        m->column_count > SIZE_MAX / 64 / m->column_count)
        return attain_i_fail_memory(err);
    return ATTAIN_OK;
}

attain_status attain_associations(int32_t method, const double *parameters,
                                  size_t parameter_count, const double *values,
                                  size_t column_count, size_t stride,
                                  const double *weights, size_t count,
                                  int32_t complete, double *out,
                                  double *p_values, uint8_t *reasons,
                                  attain_error *err) {
    attain_allocator allocator;
    double prepared[ATTAIN_I_MOST_PARAMETERS];
    matrix m = {method,  prepared, values, column_count, stride,
                weights, count,    NULL,   NULL,         NULL};
    size_t cells = column_count * column_count;
    size_t size = 0;
    attain_status status =
        attain_i_method_prepare(&attain_i_association_rows, method, parameters,
                                parameter_count, prepared, err);
    if (status == ATTAIN_OK)
        status = check_shape(&m, complete, out, err);
    if (status != ATTAIN_OK)
        return status;
    m.room = take_room(&allocator, count, count, &size);
    m.found = attain_i_allocate(&allocator, cells, sizeof *m.found);
    if (m.room == NULL || m.found == NULL)
        status = attain_i_fail_memory(err);
    if (status == ATTAIN_OK)
        status =
            attain_i_check_columns(values, column_count, stride, count, err);
    if (status == ATTAIN_OK)
        status = attain_i_check_weights(weights, count, err);
    if (status == ATTAIN_OK && complete == ATTAIN_COMPLETE_LISTWISE) {
        double *use = m.room + attain_i_pairs_room(count);
        attain_i_complete_rows(values, column_count, stride, count, use);
        m.use = use;
    }
    if (status == ATTAIN_OK)
        status = fill(&m, err);
    if (status == ATTAIN_OK)
        give(&m, out, p_values, reasons);
    attain_i_release(&allocator, m.found, cells, sizeof *m.found);
    attain_i_release(&allocator, m.room, size, sizeof *m.room);
    return status;
}
