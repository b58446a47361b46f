#include "numeric/check.h"

#include <float.h>

#include "base/error.h"

attain_status attain_i_check_finite(const double *values, size_t count,
                                    const char *field, attain_error *err) {
    attain_status status =
        attain_i_check_array(values, count, sizeof *values, field, err);
    if (status != ATTAIN_OK)
        return status;
    for (size_t i = 0; i < count; i++) {
        if (values[i] > DBL_MAX || values[i] < -DBL_MAX)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, field, (int64_t)i,
                                 "value %zu is infinite", i);
    }
    return ATTAIN_OK;
}

/* More than any memory holds. */
static int too_large(size_t column_count, size_t stride, size_t count) {
    size_t most = PTRDIFF_MAX / sizeof(double);
    return count > most ||
           (column_count > 1 && stride > (most - count) / (column_count - 1));
}

attain_status attain_i_check_columns(const double *values, size_t column_count,
                                     size_t stride, size_t count,
                                     attain_error *err) {
    if (values == NULL && column_count > 0 && count > 0)
        return attain_i_fail_null(err, "values");
    if (count > SIZE_MAX / 256 || column_count > SIZE_MAX / 256 ||
        (column_count > 1 && stride > SIZE_MAX / 256 / column_count))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "column_count", -1,
                             "more elements than memory can hold");
    if (column_count > 1 && stride < count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "columns of %zu elements overlap", count);
    if (too_large(column_count, stride, count))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "values", -1,
                             "no memory holds %zu columns of %zu elements",
                             column_count, count);
    for (size_t c = 0; c < column_count && count > 0; c++) {
        attain_status status =
            attain_i_check_finite(values + c * stride, count, "values", err);
        if (status != ATTAIN_OK)
            return status;
    }
    return ATTAIN_OK;
}

attain_status attain_i_check_weights(const double *weights, size_t count,
                                     attain_error *err) {
    if (weights == NULL)
        return ATTAIN_OK;
    for (size_t i = 0; i < count; i++) {
        if (weights[i] < 0)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "weights", (int64_t)i,
                                 "weight %zu is negative", i);
    }
    return attain_i_check_finite(weights, count, "weights", err);
}
