#include "numeric/equity.h"

#include <float.h>

#include "base/error.h"

attain_status attain_i_fail_fault(int32_t fault, size_t row,
                                  attain_error *err) {
    static const char *const fields[] = {"", "values", "weights", "weights",
                                         "values"};
    static const char *const what[] = {
        "", "a value is infinite", "a weight is infinite",
        "a weight is negative", "a sum is beyond the range of a double"};
    return attain_i_fail(err, ATTAIN_ERR_VALUE, fields[fault], (int64_t)row,
                         "%s in column %zu", what[fault], row);
}

attain_status attain_i_check_weights(const double *weights, size_t count,
                                     attain_error *err) {
    for (size_t i = 0; weights != NULL && i < count; i++) {
        if (weights[i] < 0 || weights[i] > DBL_MAX)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "weights", (int64_t)i,
                                 "weight %zu is negative or infinite", i);
    }
    return ATTAIN_OK;
}

attain_status attain_i_check_columns(const double *values, size_t column_count,
                                     size_t stride, size_t count,
                                     attain_error *err) {
    for (size_t c = 0; c < column_count; c++) {
        for (size_t i = 0; i < count; i++) {
            double v = values[c * stride + i];
            if (v > DBL_MAX || v < -DBL_MAX)
                return attain_i_fail(
                    err, ATTAIN_ERR_VALUE, "values", (int64_t)c,
                    "value %zu of column %zu is infinite", i, c);
        }
    }
    return ATTAIN_OK;
}

uint8_t attain_i_reason_of_none(const attain_i_sample *sample, uint8_t reason) {
    if (reason != ATTAIN_REASON_NONE)
        return reason;
    if (sample->known == 0)
        return ATTAIN_REASON_MISSING;
    return sample->weight > 0 ? ATTAIN_REASON_TOO_FEW
                              : ATTAIN_REASON_WEIGHTLESS;
}
