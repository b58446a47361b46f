#include "numeric/sum.h"

#include <math.h>

#include "base/error.h"
#include "numeric/adder.h"
#include "numeric/limbs.h"

static attain_status check(const attain_sum *sum, const char *parameter,
                           attain_error *err) {
    if (sum == NULL)
        return attain_i_fail_null(err, parameter);
    if (!attain_i_struct_ok(sum->struct_size, sizeof *sum, sizeof *sum))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, parameter, -1,
                             "not a sum: call attain_sum_init() first");
    return ATTAIN_OK;
}

void attain_sum_init(attain_sum *sum) {
    if (sum != NULL)
        attain_i_limbs_clear(sum);
}

attain_status attain_sum_add(attain_sum *sum, const double *values,
                             size_t count, attain_error *err) {
    attain_status status = check(sum, "sum", err);
    if (status != ATTAIN_OK)
        return status;
    status = attain_i_check_array(values, count, sizeof *values, "values", err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    adder.sum = *sum;
    adder.exact = 1;
    attain_i_adder_add(&adder, values, count);
    if (adder.infinite)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "values", -1,
                             "a value is infinite");
    attain_i_adder_settle(&adder);
    *sum = adder.sum;
    return ATTAIN_OK;
}

attain_status attain_sum_merge(attain_sum *sum, const attain_sum *other,
                               attain_error *err) {
    attain_status status = check(sum, "sum", err);
    if (status == ATTAIN_OK)
        status = check(other, "other", err);
    if (status == ATTAIN_OK)
        attain_i_limbs_merge(sum, other);
    return status;
}

attain_status attain_sum_value(const attain_sum *sum, double *out,
                               attain_error *err) {
    attain_status status = check(sum, "sum", err);
    if (status != ATTAIN_OK)
        return status;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    double value = attain_i_limbs_value(sum);
    if (value != value)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "sum", -1,
                             "the sum is beyond the range of a double");
    *out = value;
    return ATTAIN_OK;
}

double attain_i_sum(const double *values, size_t count) {
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    attain_i_adder_add(&adder, values, count);
    return attain_i_adder_value(&adder);
}
