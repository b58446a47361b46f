#include "attain/numeric.h"

#include "base/decimal.h"
#include "base/error.h"
#include "numeric/check.h"

attain_status attain_round(const double *values, size_t count, int32_t decimals,
                           double interval, double *out, attain_error *err) {
    if (out == NULL && count > 0)
        return attain_i_fail_null(err, "out");
    if (decimals < -15 || decimals > 15)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "decimals", -1,
                             "%d decimals are not between -15 and 15",
                             (int)decimals);
    int parts = attain_i_parts_of(interval);
    if (parts == 0)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "interval", -1,
                             "an interval of rounding is 1, 0.5 or 0.2");
    attain_status status = attain_i_check_finite(values, count, "values", err);
    if (status != ATTAIN_OK)
        return status;
    for (size_t i = 0; i < count; i++)
        out[i] = values[i] != values[i]
                     ? values[i]
                     : attain_i_round_decimals(values[i], decimals, parts);
    return ATTAIN_OK;
}
