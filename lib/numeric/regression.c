#include <float.h>
#include <math.h>
#include <string.h>

#include "attain/numeric.h"
#include "base/error.h"
#include "base/memory.h"
#include "numeric/twofold.h"

/* Least squares by Householder's reflections (Golub 1965) on twofold numbers.
 * Columns of the matrix are the regressors, then y, each scaled by a power of
 * two so that its largest number is between 1 and 2. */

static const double dependent = 1e-14;
static const double dependent_powers = 1e-24;
static const double most = 0x1p400;
static const double least = 0x1p-400;
/* Residuals below this part of the largest |y| are none (rulings A22). */
static const double on_the_line = 1e-12;

typedef struct fit {
    const double *x;
    size_t columns;
    size_t stride;
    const double *y;
    const double *weights;
    int intercept;
    size_t degree;
    size_t *rows;  /* those used, sorted */
    size_t *space; /* as many */
    size_t count;
    size_t width;    /* coefficients */
    twofold *matrix; /* [width + 1][count] */
    twofold *upper;  /* [width][width]: R, then its inverse */
    twofold *found;  /* [width]: coefficients of the scaled regressors */
    double *scales;  /* [width + 1]: scaled = number · scale */
    double *lengths; /* [width]: of the regressors */
} fit;

void attain_regression_init(attain_regression *regression) {
    if (regression == NULL)
        return;
    memset(regression, 0, sizeof *regression);
    regression->struct_size = sizeof *regression;
    regression->freedom = (double)NAN;
    regression->residual_squares = (double)NAN;
    regression->total_squares = (double)NAN;
    regression->residual_sd = (double)NAN;
    regression->r_squared = (double)NAN;
}

/* --- Rows ----------------------------------------------------------------- */

static double cell(const fit *f, size_t column, size_t row) {
    return f->x[column * f->stride + row];
}

static int is_known(const fit *f, size_t row) {
    double all = f->y[row] * 0;
    for (size_t c = 0; c < f->columns; c++)
        all += cell(f, c, row) * 0;
    return all == all;
}

/* Whether row a comes after row b: by y, weight and regressors, so that rows
 * that come in any order are rows that are the same. */
static int after(const fit *f, size_t a, size_t b) {
    if (f->y[a] != f->y[b])
        return f->y[a] > f->y[b];
    if (f->weights != NULL && f->weights[a] != f->weights[b])
        return f->weights[a] > f->weights[b];
    for (size_t c = 0; c < f->columns; c++)
        if (cell(f, c, a) != cell(f, c, b))
            return cell(f, c, a) > cell(f, c, b);
    return 0;
}

static void merge(const fit *f, const size_t *from, size_t middle, size_t to,
                  size_t *out) {
    size_t a = 0;
    size_t b = middle;
    for (size_t i = 0; i < to; i++) {
        int second = a == middle || (b < to && after(f, from[a], from[b]));
        out[i] = second ? from[b++] : from[a++];
    }
}

static void sort_rows(fit *f) {
    for (size_t run = 1; run < f->count; run *= 2) {
        for (size_t from = 0; from < f->count; from += 2 * run) {
            size_t left = f->count - from;
            size_t to = left < 2 * run ? left : 2 * run;
            merge(f, f->rows + from, run < to ? run : to, to, f->space + from);
        }
        size_t *other = f->rows;
        f->rows = f->space;
        f->space = other;
    }
}

static void take_rows(fit *f, size_t count) {
    f->count = 0;
    for (size_t i = 0; i < count; i++) {
        int counts = f->weights == NULL || f->weights[i] > 0;
        if (counts && is_known(f, i))
            f->rows[f->count++] = i;
    }
    sort_rows(f);
}

/* --- The matrix ----------------------------------------------------------- */

/* Unscaled numbers of a row, in the order of coefficients. */
static void fill_row(const fit *f, size_t row, size_t step, twofold *out) {
    if (f->intercept) {
        *out = (twofold){1, 0};
        out += step;
    }
    for (size_t c = 0; c < f->columns; c++) {
        twofold power = {cell(f, c, row), 0};
        for (size_t k = 0; k < f->degree; k++, out += step) {
            *out = power;
            power = twofold_times(power, cell(f, c, row));
        }
    }
}

/* 1 over the power of two at or below a normal x > 0, within 2^±400. */
static double down_to_one(double x) {
    enum { FRACTION_BITS = 52, BIAS = 1023 };
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    bits = (2 * BIAS - (bits >> FRACTION_BITS)) << FRACTION_BITS;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* Scales a column; false when it is out of the range of twofold numbers. */
static int scale(twofold *column, size_t count, double *out) {
    double largest = 0;
    for (size_t i = 0; i < count; i++) {
        double size = fabs(column[i].high);
        if (!(size <= most) || (size > 0 && size < least))
            return 0;
        largest = size > largest ? size : largest;
    }
    *out = largest > 0 ? down_to_one(largest) : 1;
    for (size_t i = 0; i < count; i++) {
        column[i].high *= *out;
        column[i].low *= *out;
    }
    return 1;
}

static int fill(fit *f) {
    for (size_t i = 0; i < f->count; i++) {
        size_t row = f->rows[i];
        fill_row(f, row, f->count, f->matrix + i);
        f->matrix[f->width * f->count + i] = (twofold){f->y[row], 0};
    }
    for (size_t c = 0; c <= f->width; c++)
        if (!scale(f->matrix + c * f->count, f->count, &f->scales[c]))
            return 0;
    for (size_t i = 0; f->weights != NULL && i < f->count; i++) {
        twofold root = twofold_root((twofold){f->weights[f->rows[i]], 0});
        for (size_t c = 0; c <= f->width; c++) {
            twofold *at = &f->matrix[c * f->count + i];
            *at = twofold_multiply(*at, root);
        }
    }
    return 1;
}

/* --- Reflections ---------------------------------------------------------- */

static twofold dot(const twofold *a, const twofold *b, size_t count) {
    twofold sum = {0, 0};
    for (size_t i = 0; i < count; i++)
        sum = twofold_add(sum, twofold_multiply(a[i], b[i]));
    return sum;
}

/* Turns column k into one number and does the same to those after it. False
 * when too little is left of it. */
static int reflect(fit *f, size_t k) {
    size_t left = f->count - k;
    twofold *v = f->matrix + k * f->count + k;
    twofold length = twofold_root(dot(v, v, left));
    double limit = f->degree > 1 ? dependent_powers : dependent;
    if (!(length.high > limit * f->lengths[k]))
        return 0;
    twofold turned = v->high > 0 ? twofold_minus(length) : length;
    *v = twofold_subtract(*v, turned);
    /* Half of |v|². */
    twofold half = twofold_minus(twofold_multiply(turned, *v));
    for (size_t c = k + 1; c <= f->width; c++) {
        twofold *a = f->matrix + c * f->count + k;
        twofold part = twofold_quotient(dot(v, a, left), half);
        for (size_t i = 0; i < left; i++)
            a[i] = twofold_subtract(a[i], twofold_multiply(part, v[i]));
        if (c < f->width)
            f->upper[k * f->width + c] = a[0];
    }
    f->upper[k * f->width + k] = turned;
    return 1;
}

/* The inverse of R in its place, from the last column up. */
static void invert(fit *f) {
    size_t n = f->width;
    twofold *r = f->upper;
    for (size_t c = n; c-- > 0;) {
        for (size_t i = 0; i <= c; i++) {
            /* Row i of the inverse, column c: −Σ r(i,k) inv(k,c)/r(i,i); rows
             * below i are done first. */
            size_t row = c - i;
            twofold sum = {row == c, 0};
            for (size_t k = row + 1; k <= c; k++)
                sum = twofold_subtract(
                    sum, twofold_multiply(r[row * n + k], f->found[k]));
            f->found[row] = twofold_quotient(sum, r[row * n + row]);
        }
        /* Column c of R is not used by the columns before it. */
        for (size_t row = 0; row <= c; row++)
            r[row * n + c] = f->found[row];
    }
}

static int solve(fit *f) {
    for (size_t c = 0; c < f->width; c++) {
        const twofold *column = f->matrix + c * f->count;
        f->lengths[c] = sqrt(dot(column, column, f->count).high);
    }
    for (size_t k = 0; k < f->width; k++)
        if (!reflect(f, k))
            return 0;
    invert(f);
    const twofold *y = f->matrix + f->width * f->count;
    for (size_t i = 0; i < f->width; i++) {
        twofold sum = {0, 0};
        for (size_t k = i; k < f->width; k++)
            sum = twofold_add(
                sum, twofold_multiply(f->upper[i * f->width + k], y[k]));
        f->found[i] = sum;
    }
    return 1;
}

/* --- What is told --------------------------------------------------------- */

static twofold unscaled(const fit *f, size_t i) {
    double by = f->scales[i] / f->scales[f->width];
    return (twofold){f->found[i].high * by, f->found[i].low * by};
}

static double residual(const fit *f, size_t row, twofold *numbers) {
    twofold rest = {f->y[row], 0};
    fill_row(f, row, 1, numbers);
    for (size_t i = 0; i < f->width; i++)
        rest = twofold_subtract(rest,
                                twofold_multiply(numbers[i], unscaled(f, i)));
    return rest.high;
}

/* Sums of squares; `numbers` has room for a row. */
static void sum_squares(const fit *f, attain_regression *out,
                        twofold *numbers) {
    twofold residuals = {0, 0};
    twofold total = {0, 0};
    twofold sum = {0, 0};
    twofold weight = {0, 0};
    double largest = 0;
    double farthest = 0;
    for (size_t i = 0; i < f->count; i++) {
        size_t row = f->rows[i];
        double w = f->weights == NULL ? 1 : f->weights[row];
        double rest = residual(f, row, numbers);
        residuals = twofold_add(residuals,
                                twofold_times(twofold_product(rest, rest), w));
        weight = twofold_add_double(weight, w);
        sum = twofold_add(sum, twofold_product(w, f->y[row]));
        farthest = fabs(rest) > farthest ? fabs(rest) : farthest;
        largest = fabs(f->y[row]) > largest ? fabs(f->y[row]) : largest;
    }
    twofold mean = twofold_quotient(sum, weight);
    for (size_t i = 0; i < f->count; i++) {
        twofold away = {f->y[f->rows[i]], 0};
        double w = f->weights == NULL ? 1 : f->weights[f->rows[i]];
        if (f->intercept)
            away = twofold_subtract(away, mean);
        total =
            twofold_add(total, twofold_times(twofold_multiply(away, away), w));
    }
    if (farthest < on_the_line * largest)
        residuals = (twofold){0, 0};
    out->residual_squares = residuals.high;
    out->total_squares = total.high;
    if (total.high > 0)
        out->r_squared =
            twofold_quotient(twofold_subtract(total, residuals), total).high;
}

static void tell(const fit *f, attain_regression *out, double *coefficients,
                 double *errors, twofold *numbers) {
    size_t n = f->width;
    sum_squares(f, out, numbers);
    if (out->freedom > 0)
        out->residual_sd = sqrt(out->residual_squares / out->freedom);
    for (size_t i = 0; i < n; i++) {
        coefficients[i] = unscaled(f, i).high;
        const twofold *row = f->upper + i * n + i;
        if (errors != NULL)
            errors[i] = out->residual_sd * sqrt(dot(row, row, n - i).high) *
                        f->scales[i];
    }
}

/* --- Room and checks ------------------------------------------------------ */

/* One block for all of it: twofold numbers, doubles, indices. */
typedef struct room {
    size_t wholes; /* twofold numbers */
    size_t count;  /* of bytes */
} room;

/* False when it is beyond all memory. */
static int measure(const fit *f, size_t count, room *out) {
    size_t limit = SIZE_MAX / sizeof(twofold) / 8;
    size_t n = f->width;
    if (n >= limit / n / 2 || count >= limit / (n + 4))
        return 0;
    out->wholes = (n + 1) * count + n * n + 2 * n;
    out->count = out->wholes * sizeof(twofold) + (2 * n + 1) * sizeof(double) +
                 2 * count * sizeof(size_t);
    return 1;
}

static twofold *lay_out(fit *f, size_t count, const room *size, void *block) {
    f->matrix = block;
    f->upper = f->matrix + (f->width + 1) * count;
    f->found = f->upper + f->width * f->width;
    twofold *numbers = f->found + f->width;
    f->scales = (double *)(void *)(f->matrix + size->wholes);
    f->lengths = f->scales + f->width + 1;
    f->rows = (size_t *)(void *)(f->lengths + f->width);
    f->space = f->rows + count;
    return numbers;
}

static attain_status check_numbers(const double *values, size_t count,
                                   const char *field, attain_error *err) {
    for (size_t i = 0; i < count; i++) {
        if (fabs(values[i]) > DBL_MAX)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, field, (int64_t)i,
                                 "value %zu is infinite", i);
    }
    return ATTAIN_OK;
}

static attain_status check(const fit *f, size_t count, int32_t degree,
                           int32_t intercept, const attain_regression *out,
                           const double *coefficients, attain_error *err) {
    if (out == NULL || coefficients == NULL)
        return attain_i_fail_null(err, out == NULL ? "fit" : "coefficients");
    if (!attain_i_struct_ok(out->struct_size, sizeof *out, sizeof *out))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "fit", -1,
                             "not a regression: call attain_regression_init() "
                             "first");
    if ((f->x == NULL && count > 0 && f->columns > 0) ||
        (f->y == NULL && count > 0))
        return attain_i_fail_null(err, f->y == NULL ? "y" : "x");
    if (intercept != 0 && intercept != 1)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "intercept", -1,
                             "neither 0 nor 1");
    if (degree < 1 || degree > 64 || f->columns > 4096)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "degree", -1,
                             "%zu regressors of degree %d", f->columns,
                             (int)degree);
    if (intercept == 0 && f->columns == 0)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "column_count", -1,
                             "there is nothing to fit");
    if (f->columns > 1 && f->stride < count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "columns are closer together than they are long");
    attain_status status =
        attain_i_check_array(f->y, count, sizeof *f->y, "y", err);
    if (status == ATTAIN_OK)
        status = check_numbers(f->y, count, "y", err);
    for (size_t c = 0; count > 0 && c < f->columns && status == ATTAIN_OK; c++)
        status = check_numbers(f->x + c * f->stride, count, "x", err);
    for (size_t i = 0; i < count && f->weights != NULL && status == ATTAIN_OK;
         i++) {
        double w = f->weights[i];
        if (w < 0 || (w > 0 && !(w <= most && w >= least)))
            status = attain_i_fail(err, ATTAIN_ERR_VALUE, "weights", (int64_t)i,
                                   "weight %zu is negative or out of range", i);
    }
    return status;
}

static attain_status run(fit *f, size_t count, twofold *numbers,
                         attain_regression *out, double *coefficients,
                         double *errors, double *residuals, attain_error *err) {
    attain_regression found;
    attain_regression_init(&found);
    take_rows(f, count);
    found.count = f->count;
    found.coefficient_count = f->width;
    found.freedom = (double)f->count - (double)f->width;
    if (f->count < f->width)
        found.reason = ATTAIN_REASON_TOO_FEW;
    else if (!fill(f))
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "x", -1,
                             "numbers or their powers are out of range");
    else if (!solve(f))
        found.reason = ATTAIN_REASON_UNDEFINED;
    int fitted = found.reason == ATTAIN_REASON_NONE;
    for (size_t i = 0; i < f->width; i++) {
        coefficients[i] = (double)NAN;
        if (errors != NULL)
            errors[i] = (double)NAN;
    }
    if (fitted)
        tell(f, &found, coefficients, errors, numbers);
    for (size_t i = 0; residuals != NULL && i < count; i++)
        residuals[i] =
            fitted && is_known(f, i) ? residual(f, i, numbers) : (double)NAN;
    *out = found;
    return ATTAIN_OK;
}

attain_status attain_regress(const double *x, size_t column_count,
                             size_t stride, const double *y,
                             const double *weights, size_t count,
                             int32_t intercept, int32_t degree,
                             attain_regression *out, double *coefficients,
                             double *errors, double *residuals,
                             attain_error *err) {
    attain_allocator allocator;
    room size;
    fit f = {.x = x,
             .columns = column_count,
             .stride = stride,
             .y = y,
             .weights = weights,
             .intercept = intercept,
             .degree = (size_t)degree};
    attain_status status =
        check(&f, count, degree, intercept, out, coefficients, err);
    if (status != ATTAIN_OK)
        return status;
    f.width = (size_t)intercept + column_count * (size_t)degree;
    if (!measure(&f, count, &size))
        return attain_i_fail_memory(err);
    attain_i_allocator_set(&allocator, NULL);
    void *block = attain_i_allocate(&allocator, size.count, 1);
    if (block == NULL)
        return attain_i_fail_memory(err);
    twofold *numbers = lay_out(&f, count, &size, block);
    status = run(&f, count, numbers, out, coefficients, errors, residuals, err);
    attain_i_release(&allocator, block, size.count, 1);
    return status;
}
