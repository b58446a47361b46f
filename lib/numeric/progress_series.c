#include <float.h>
#include <math.h>

#include "base/error.h"
#include "numeric/adder.h"
#include "numeric/check.h"
#include "numeric/progress.h"

/* --- A path through milestones ------------------------------------------- */

/* Where `at` is between two times; halves where their span is too long. */
static double part_of(double low, double high, double at) {
    double span = high - low;
    return span <= DBL_MAX ? (at - low) / span
                           : (at / 2 - low / 2) / (high / 2 - low / 2);
}

/* What is a part of the way from a to b, which may be further apart than
 * numbers reach. */
static double part_way(double a, double b, double part) {
    double rise = b - a;
    return fabs(rise) <= DBL_MAX ? a + rise * part : a * (1 - part) + b * part;
}

static double on_path(const double *times, const double *values, size_t count,
                      double at) {
    if (!(at >= times[0]))
        return (double)NAN;
    size_t low = 0;
    size_t high = count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (times[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    if (low + 1 == count || at == times[low])
        return values[low];
    double part = part_of(times[low], times[low + 1], at);
    return part_way(values[low], values[low + 1], part);
}

attain_status attain_path_expected(const double *times, const double *values,
                                   size_t point_count, const double *at,
                                   size_t count, double *out,
                                   attain_error *err) {
    if (times == NULL)
        return attain_i_fail_null(err, "times");
    if (values == NULL)
        return attain_i_fail_null(err, "values");
    if (point_count == 0)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "point_count", -1,
                             "no point");
    if (at == NULL && count > 0)
        return attain_i_fail_null(err, "at");
    if (out == NULL && count > 0)
        return attain_i_fail_null(err, "out");
    for (size_t i = 0; i < point_count; i++) {
        if (!(fabs(times[i]) <= DBL_MAX) || !(fabs(values[i]) <= DBL_MAX))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "times", (int64_t)i,
                                 "point %zu is not finite", i);
        if (i > 0 && times[i] <= times[i - 1])
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "times", (int64_t)i,
                                 "point %zu is not after the one before", i);
    }
    attain_status status = attain_i_check_finite(at, count, "at", err);
    for (size_t i = 0; i < count && status == ATTAIN_OK; i++)
        out[i] = on_path(times, values, point_count, at[i]);
    return status;
}

/* --- Least squares with recent points heavier ---------------------------- */

typedef struct series {
    const double *values;
    const double *times;
    size_t count;
    size_t stride;
    double origin;
} series;

/* NaN leaves a point out of a sum. */
static double weight_of(const series *s, size_t p) {
    double weight = s->times[p] - s->origin;
    return isnan(s->values[p * s->stride]) || !(weight > 0) ? (double)NAN
                                                            : weight;
}

enum { WEIGHT, TIME, VALUE, TIMES, PRODUCTS };

static double sum_of(const series *s, int what, double time, double value) {
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    for (size_t p = 0; p < s->count; p++) {
        double t = s->times[p] - time;
        double v = s->values[p * s->stride] - value;
        double factor = what == WEIGHT  ? 1
                        : what == TIME  ? t
                        : what == VALUE ? v
                        : what == TIMES ? t * t
                                        : t * v;
        double term = weight_of(s, p) * factor;
        attain_i_adder_add(&adder, &term, 1);
    }
    return attain_i_adder_value(&adder);
}

static double set_origin(series *s, double origin) {
    if (!isnan(origin))
        return origin;
    double first = (double)INFINITY;
    for (size_t p = 0; p < s->count; p++)
        if (!isnan(s->values[p * s->stride]) && s->times[p] < first)
            first = s->times[p];
    return first - 1;
}

static double anticipate(series *s, double origin, double at, uint8_t *reason) {
    s->origin = set_origin(s, origin);
    double weight = sum_of(s, WEIGHT, 0, 0);
    if (!(weight > 0))
        return attain_i_no_score(reason, ATTAIN_REASON_MISSING);
    /* From `at` on, so that years are small numbers. */
    double before = sum_of(s, TIME, at, 0) / weight;
    double time = at + before;
    double value = sum_of(s, VALUE, 0, 0) / weight;
    double spread = sum_of(s, TIMES, time, 0);
    /* The mean of one time, or of one over and over, is it but for rounding. */
    if (!(spread > weight * 1e-20 * time * time))
        return attain_i_no_score(reason, ATTAIN_REASON_TOO_FEW);
    double slope = sum_of(s, PRODUCTS, time, value) / spread;
    double out = value - slope * before;
    return fabs(out) <= DBL_MAX
               ? out
               : attain_i_no_score(reason, ATTAIN_REASON_UNDEFINED);
}

attain_status attain_anticipate(const double *values, size_t period_count,
                                size_t stride, const double *times,
                                double origin, size_t count, double at,
                                double *out, uint8_t *reasons,
                                attain_error *err) {
    if (values == NULL && period_count > 0 && count > 0)
        return attain_i_fail_null(err, "values");
    if (times == NULL && period_count > 0)
        return attain_i_fail_null(err, "times");
    if (out == NULL && count > 0)
        return attain_i_fail_null(err, "out");
    if (!(fabs(at) <= DBL_MAX) || fabs(origin) > DBL_MAX)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "at", -1, "not finite");
    attain_status status =
        attain_i_check_finite(times, period_count, "times", err);
    for (size_t p = 0; p < period_count && count > 0 && status == ATTAIN_OK;
         p++)
        status =
            attain_i_check_finite(values + p * stride, count, "values", err);
    for (size_t i = 0; i < count && status == ATTAIN_OK; i++) {
        series s = {values + i, times, period_count, stride, 0};
        uint8_t reason = ATTAIN_REASON_NONE;
        out[i] = anticipate(&s, origin, at, &reason);
        if (reasons != NULL)
            reasons[i] = reason;
    }
    return status;
}
