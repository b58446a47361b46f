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

uint8_t attain_i_reason_of_none(const attain_i_sample *sample, uint8_t reason) {
    if (reason != ATTAIN_REASON_NONE)
        return reason;
    if (sample->known == 0)
        return ATTAIN_REASON_MISSING;
    return sample->weight > 0 ? ATTAIN_REASON_TOO_FEW
                              : ATTAIN_REASON_WEIGHTLESS;
}
