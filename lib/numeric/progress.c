#include "numeric/progress.h"

#include <float.h>
#include <math.h>

#include "base/decimal.h"
#include "base/error.h"
#include "numeric/math.h"
#include "numeric/math_near.h"

/* --- Shared by the methods ----------------------------------------------- */

int attain_i_reached(double a, double b, double scale) {
    return attain_i_compare12(a, b, scale) >= 0;
}

int attain_i_meets(double x, double target, int32_t descending) {
    return descending ? attain_i_reached(target, x, 0)
                      : attain_i_reached(x, target, 0);
}

double attain_i_growth(double a, double c, double years) {
    double ratio = a / c;
    if (!(years > 0) || c == 0 || !(ratio >= 0) || ratio > DBL_MAX)
        return (double)NAN;
    if (ratio == 0)
        return -1;
    return attain_i_expm1(attain_i_log(ratio) / years);
}

double attain_i_no_score(uint8_t *reason, uint8_t why) {
    *reason = why;
    return (double)NAN;
}

double attain_i_clip(double x, double low, double high) {
    return x < low ? low : x > high ? high : x;
}

/* --- One element, and columns -------------------------------------------- */

double attain_i_progress_one(const attain_i_progress_row *row,
                             const attain_i_progress_case *one,
                             int32_t *class_code, uint8_t *reason) {
    *class_code = -1;
    *reason = ATTAIN_REASON_NONE;
    for (size_t k = 0; k < row->needed; k++)
        if (isnan(one->x[k]))
            return attain_i_no_score(reason, ATTAIN_REASON_MISSING);
    double score = row->compute(one, class_code, reason);
    if (fabs(score) > DBL_MAX)
        score = attain_i_no_score(reason, ATTAIN_REASON_UNDEFINED);
    if (isnan(score))
        *class_code = -1;
    return score;
}

static attain_status check(const double *inputs, size_t input_count,
                           size_t most, size_t stride,
                           const int32_t *descending, size_t count,
                           attain_error *err) {
    if (inputs == NULL && input_count > 0 && count > 0)
        return attain_i_fail_null(err, "inputs");
    if (input_count > most)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "input_count", -1,
                             "%zu inputs for a method of %zu", input_count,
                             most);
    for (size_t i = 0; descending != NULL && i < count; i++) {
        if (descending[i] != 0 && descending[i] != 1)
            return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "descending",
                                 (int64_t)i, "neither 0 nor 1");
    }
    for (size_t k = 0; k < input_count; k++) {
        for (size_t i = 0; i < count; i++) {
            if (fabs(inputs[k * stride + i]) > DBL_MAX)
                return attain_i_fail(err, ATTAIN_ERR_VALUE, "inputs",
                                     (int64_t)i, "input %zu is infinite", k);
        }
    }
    return ATTAIN_OK;
}

attain_status attain_progress(int32_t method, const double *parameters,
                              size_t parameter_count, const double *inputs,
                              size_t input_count, size_t stride,
                              const int32_t *descending, size_t count,
                              double *scores, int32_t *classes,
                              uint8_t *reasons, attain_error *err) {
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_i_progress_case one = {complete, {0}, 0};
    attain_status status =
        attain_i_method_prepare(&attain_i_progress_methods, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    if (scores == NULL && count > 0)
        return attain_i_fail_null(err, "scores");
    status =
        check(inputs, input_count, attain_progress_input_count(method, NULL),
              stride, descending, count, err);
    if (status != ATTAIN_OK)
        return status;
    const attain_i_progress_row *row = attain_i_progress_row_of(method);
    for (size_t k = input_count; k < ATTAIN_I_MOST_INPUTS; k++)
        one.x[k] = (double)NAN;
    for (size_t i = 0; i < count; i++) {
        int32_t class_code;
        uint8_t reason;
        for (size_t k = 0; k < input_count; k++)
            one.x[k] = inputs[k * stride + i];
        one.descending = descending != NULL && descending[i];
        scores[i] = attain_i_progress_one(row, &one, &class_code, &reason);
        if (classes != NULL)
            classes[i] = class_code;
        if (reasons != NULL)
            reasons[i] = reason;
    }
    return ATTAIN_OK;
}

/* --- The table, read from outside ---------------------------------------- */

static size_t count_names(const char *const *names) {
    size_t count = 0;
    while (names[count] != NULL)
        count++;
    return count;
}

size_t attain_progress_input_count(int32_t method, size_t *needed) {
    const attain_i_progress_row *row = attain_i_progress_row_of(method);
    if (needed != NULL)
        *needed = row == NULL ? 0 : row->needed;
    return row == NULL ? 0 : count_names(row->inputs);
}

const char *attain_progress_input_name(int32_t method, size_t input) {
    if (input >= attain_progress_input_count(method, NULL))
        return NULL;
    return attain_i_progress_row_of(method)->inputs[input];
}

size_t attain_progress_class_count(int32_t method) {
    const attain_i_progress_row *row = attain_i_progress_row_of(method);
    return row == NULL ? 0 : count_names(row->classes);
}

const char *attain_progress_class_name(int32_t method, int32_t class_code) {
    if (class_code < 0 ||
        (size_t)class_code >= attain_progress_class_count(method))
        return NULL;
    return attain_i_progress_row_of(method)->classes[class_code];
}

attain_status attain_progress_scale(int32_t method, double *low, double *high,
                                    attain_error *err) {
    const attain_i_progress_row *row = attain_i_progress_row_of(method);
    if (row == NULL)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "method", -1,
                             "there is no progress method %d", (int)method);
    if (low == NULL)
        return attain_i_fail_null(err, "low");
    if (high == NULL)
        return attain_i_fail_null(err, "high");
    *low = row->low;
    *high = row->high;
    return ATTAIN_OK;
}
