#include <float.h>
#include <math.h>

#include "attain/numeric.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/memory.h"
#include "numeric/associate.h"
#include "numeric/method.h"

/* What is between `low` and `high` is in; beyond, the distance counts in units
 * of `scale`, times `factor`. */
typedef struct fence {
    double low;
    double high;
    double scale;
    double factor;
} fence;

typedef struct row {
    attain_i_method method;
    attain_status (*find)(const double *values, size_t count,
                          const double *parameters, fence *out,
                          attain_error *err);
} row;

static attain_status statistic(int32_t which, const double *parameters,
                               size_t parameter_count, const double *values,
                               size_t count, double *out, attain_error *err) {
    return attain_statistic_of(which, parameters, parameter_count, values, NULL,
                               count, out, NULL, err);
}

static attain_status around(int32_t middle, int32_t scale, const double *values,
                            size_t count, fence *out, attain_error *err) {
    attain_status status =
        statistic(middle, NULL, 0, values, count, &out->low, err);
    out->high = out->low;
    if (status != ATTAIN_OK)
        return status;
    return statistic(scale, NULL, 0, values, count, &out->scale, err);
}

static attain_status by_deviation(const double *values, size_t count,
                                  const double *parameters, fence *out,
                                  attain_error *err) {
    (void)parameters;
    out->factor = 1;
    return around(ATTAIN_STATISTIC_MEAN, ATTAIN_STATISTIC_SD_SAMPLE, values,
                  count, out, err);
}

static attain_status by_median(const double *values, size_t count,
                               const double *parameters, fence *out,
                               attain_error *err) {
    (void)parameters;
    out->factor = 0.6745;
    return around(ATTAIN_STATISTIC_MEDIAN, ATTAIN_STATISTIC_MAD, values, count,
                  out, err);
}

static attain_status by_quartiles(const double *values, size_t count,
                                  const double *parameters, fence *out,
                                  attain_error *err) {
    const double lower[] = {0.25, parameters[1]};
    const double upper[] = {0.75, parameters[1]};
    out->factor = 1;
    attain_status status = statistic(ATTAIN_STATISTIC_QUANTILE, lower, 2,
                                     values, count, &out->low, err);
    if (status == ATTAIN_OK)
        status = statistic(ATTAIN_STATISTIC_QUANTILE, upper, 2, values, count,
                           &out->high, err);
    out->scale = out->high - out->low;
    return status;
}

#define END                                                                    \
    { NULL, NULL, 0, 0, 0 }
static const attain_i_parameter three[] = {
    {"threshold", "deviations from which on an element is out", 3, 0, DBL_MAX},
    END};
static const attain_i_parameter three_and_a_half[] = {
    {"threshold", "scores from which on an element is out", 3.5, 0, DBL_MAX},
    END};
static const attain_i_parameter fences[] = {
    {"threshold", "quartile distances from which on an element is out", 1.5, 0,
     DBL_MAX},
    {"type", "of Hyndman and Fan (1996), 1 … 9", 7, 1, 9},
    END};

static const row rows[] = {
    {{"z", "(v − M)/s", "NIST/SEMATECH e-Handbook, 1.3.5.17", 0, three},
     by_deviation},
    {{"modified_z", "0.6745(v − median)/MAD", "Iglewicz and Hoaglin 1993", 0,
      three_and_a_half},
     by_median},
    {{"fences", "(v − Q(3/4))/IQR above, (v − Q(1/4))/IQR below", "Tukey 1977",
      0, fences},
     by_quartiles},
};

const attain_i_methods attain_i_outlier_rows = {"outliers", rows, sizeof *rows,
                                                sizeof rows / sizeof *rows};

/* --- Scores --------------------------------------------------------------- */

static double score_of(const fence *f, double v, uint8_t *reason) {
    double beyond = v > f->high ? v - f->high : v < f->low ? v - f->low : 0;
    *reason = ATTAIN_REASON_NONE;
    if (beyond == 0)
        return 0;
    if (isnan(f->scale) || f->scale == 0) {
        *reason =
            isnan(f->scale) ? ATTAIN_REASON_TOO_FEW : ATTAIN_REASON_CONSTANT;
        return (double)NAN;
    }
    double score = f->factor * (beyond / f->scale);
    return score > DBL_MAX ? DBL_MAX : score < -DBL_MAX ? -DBL_MAX : score;
}

static uint8_t side_of(double score, double threshold) {
    if (isnan(score))
        return ATTAIN_OUTLIER_UNKNOWN;
    if (attain_i_compare12(fabs(score), threshold, 0) <= 0)
        return ATTAIN_OUTLIER_NONE;
    return score > 0 ? ATTAIN_OUTLIER_HIGH : ATTAIN_OUTLIER_LOW;
}

static void score_column(const fence *f, double threshold, const double *values,
                         size_t count, double *scores, uint8_t *outliers,
                         uint8_t *reasons) {
    for (size_t i = 0; i < count; i++) {
        uint8_t reason = ATTAIN_REASON_MISSING;
        double score = values[i];
        if (!isnan(score))
            score = score_of(f, values[i], &reason);
        scores[i] = score;
        if (outliers != NULL)
            outliers[i] = side_of(score, threshold);
        if (reasons != NULL)
            reasons[i] = reason;
    }
}

attain_status attain_find_outliers(int32_t method, const double *parameters,
                                   size_t parameter_count, const double *values,
                                   size_t column_count, size_t stride,
                                   size_t count, double *scores,
                                   uint8_t *outliers, uint8_t *reasons,
                                   attain_error *err) {
    attain_allocator allocator;
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_status status =
        attain_i_method_prepare(&attain_i_outlier_rows, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    if (scores == NULL && column_count > 0 && count > 0)
        return attain_i_fail_null(err, "scores");
    if (count > SIZE_MAX / 256 || column_count > SIZE_MAX / 256)
        return attain_i_fail_memory(err);
    status = attain_i_check_columns(values, column_count, stride, count, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_allocator_set(&allocator, NULL);
    fence *found = attain_i_allocate(&allocator, column_count, sizeof *found);
    if (found == NULL)
        return attain_i_fail_memory(err);
    for (size_t c = 0; c < column_count && status == ATTAIN_OK; c++)
        status = rows[method].find(values + c * stride, count, complete,
                                   &found[c], err);
    for (size_t c = 0; c < column_count && status == ATTAIN_OK; c++)
        score_column(&found[c], complete[0], values + c * stride, count,
                     scores + c * stride,
                     outliers == NULL ? NULL : outliers + c * stride,
                     reasons == NULL ? NULL : reasons + c * stride);
    attain_i_release(&allocator, found, column_count, sizeof *found);
    return status;
}
