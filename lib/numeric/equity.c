#include "numeric/equity.h"

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
