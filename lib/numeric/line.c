#include <float.h>
#include <math.h>

#include "base/error.h"
#include "numeric/adder.h"

enum { BLOCK = 256 };

/* Sums over the pairs without NaN, taken block by block. */
enum { SUM_X, SUM_Y, SUM_XX, SUM_XY, SUM_RESIDUALS };

static double term(int32_t which, const attain_line *line, double x, double y) {
    double away = x - line->center;
    double residual = (y - line->intercept) - line->slope * away;
    switch (which) {
    case SUM_X:
        return x;
    case SUM_Y:
        return y;
    case SUM_XX:
        return away * away;
    case SUM_XY:
        return away * (y - line->intercept);
    default:
        return residual * residual;
    }
}

static double sum_of(int32_t which, const attain_line *line, const double *x,
                     const double *y, size_t count) {
    double terms[BLOCK];
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    for (size_t i = 0; i < count; i += BLOCK) {
        size_t n = 0;
        for (size_t k = i; k < count && k - i < BLOCK; k++)
            if (x[k] == x[k] && y[k] == y[k])
                terms[n++] = term(which, line, x[k], y[k]);
        attain_i_adder_add(&adder, terms, n);
    }
    return attain_i_adder_value(&adder);
}

/* What is looked at before any sum. */
typedef struct extent {
    size_t count;
    int infinite;
    int different;  /* there are two different x */
    double largest; /* |y| */
} extent;

static extent look(const double *x, const double *y, size_t count) {
    extent e = {0, 0, 0, 0};
    double first = 0;
    for (size_t i = 0; i < count; i++) {
        if (x[i] != x[i] || y[i] != y[i])
            continue;
        e.infinite |= fabs(x[i]) > DBL_MAX || fabs(y[i]) > DBL_MAX;
        first = e.count == 0 ? x[i] : first;
        e.different |= x[i] != first;
        e.largest = fabs(y[i]) > e.largest ? fabs(y[i]) : e.largest;
        e.count++;
    }
    return e;
}

/* True when no residual reaches 1e-12 of the largest |y| (rulings A22). */
static int on_the_line(const attain_line *line, const double *x,
                       const double *y, size_t count, double largest) {
    for (size_t i = 0; i < count; i++) {
        double residual =
            (y[i] - line->intercept) - line->slope * (x[i] - line->center);
        if (fabs(residual) > 0 && fabs(residual) >= 1e-12 * largest)
            return 0;
    }
    return 1;
}

/* False when a sum is beyond the range of a double. */
static int fit(attain_line *line, const extent *e, const double *x,
               const double *y, size_t count) {
    double n = (double)e->count;
    line->center = sum_of(SUM_X, line, x, y, count) / n;
    line->intercept = sum_of(SUM_Y, line, x, y, count) / n;
    line->sxx = sum_of(SUM_XX, line, x, y, count);
    if (!e->different) {
        line->intercept = (double)NAN;
        return line->center == line->center;
    }
    double sxy = sum_of(SUM_XY, line, x, y, count);
    line->slope = sxy / line->sxx;
    if (!(fabs(line->slope) <= DBL_MAX))
        return 0;
    if (e->count < 3)
        return 1;
    if (on_the_line(line, x, y, count, e->largest)) {
        line->variance = 0;
        return 1;
    }
    line->variance = sum_of(SUM_RESIDUALS, line, x, y, count) / (n - 2);
    return line->variance == line->variance;
}

void attain_line_init(attain_line *line) {
    if (line == NULL)
        return;
    line->struct_size = sizeof *line;
    line->count = 0;
    line->center = (double)NAN;
    line->intercept = (double)NAN;
    line->slope = (double)NAN;
    line->sxx = 0;
    line->variance = (double)NAN;
}

static attain_status check_line(const attain_line *line, const char *name,
                                attain_error *err) {
    if (line == NULL)
        return attain_i_fail_null(err, name);
    if (!attain_i_struct_ok(line->struct_size, sizeof *line, sizeof *line))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, name, -1,
                             "not a line: call attain_line_init() first");
    return ATTAIN_OK;
}

attain_status attain_line_fit(const double *x, const double *y, size_t count,
                              attain_line *out, attain_error *err) {
    attain_status status = attain_i_check_array(x, count, sizeof *x, "x", err);
    if (status == ATTAIN_OK)
        status = attain_i_check_array(y, count, sizeof *y, "y", err);
    if (status == ATTAIN_OK)
        status = check_line(out, "out", err);
    if (status != ATTAIN_OK)
        return status;
    extent e = look(x, y, count);
    if (e.infinite)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, NULL, -1,
                             "a coordinate is infinite");
    attain_line line;
    attain_line_init(&line);
    line.count = e.count;
    if (e.count > 0 && !fit(&line, &e, x, y, count))
        return attain_i_fail(err, ATTAIN_ERR_VALUE, NULL, -1,
                             "a sum is beyond the range of a double");
    *out = line;
    return ATTAIN_OK;
}

attain_status attain_line_predict(const attain_line *line, double x,
                                  double coverage, double *value, double *error,
                                  double *low, double *high,
                                  attain_error *err) {
    attain_status status = check_line(line, "line", err);
    if (status != ATTAIN_OK)
        return status;
    if (value == NULL)
        return attain_i_fail_null(err, "value");
    if (!(fabs(x) <= DBL_MAX))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "x", -1,
                             "x is not a finite number");
    if (!(coverage > 0 && coverage < 1))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "coverage", -1,
                             "coverage is not between 0 and 1");
    double n = (double)line->count;
    double away = x - line->center;
    double at = line->intercept + line->slope * away;
    double sd =
        sqrt(line->variance) * sqrt((1 + 1 / n) + away * away / line->sxx);
    double reach = (double)NAN;
    if (sd == sd && (low != NULL || high != NULL))
        reach = sd == 0
                    ? 0
                    : sd * attain_student_quantile(0.5 + coverage / 2, n - 2);
    *value = at;
    if (error != NULL)
        *error = sd;
    if (low != NULL)
        *low = at - reach;
    if (high != NULL)
        *high = at + reach;
    return ATTAIN_OK;
}
