/* Setting whole columns. Values are checked, copied and marked in one pass,
 * into memory that no column has yet; it takes the column's place once all of
 * them are good. So setting takes as long as copying, and a column that is
 * refused has changed nothing. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/vectors.h"
#include "dataset/cell.h"
#include "dataset/model.h"
#include "dataset/row.h"
#include "dataset/store.h"

/* --- Copying ------------------------------------------------------------ */

/* What a pass over values has found. */
typedef struct pass {
    uint64_t outside; /* values that are infinite or out of range */
    uint64_t mark;    /* of the values; any NaN is the same */
} pass;

enum { BLOCK = 1024 }; /* values that are summed up before they are mixed in */

/* Sums of integers, so that the order in which lanes add does not matter. */
static ATTAIN_I_LOOP void copy_values_loop(double *restrict out,
                                           const double *restrict values,
                                           size_t count, double low,
                                           double high, pass *restrict found) {
    uint64_t outside = 0, mark = 0;
    for (size_t u = 0; u < count; u += BLOCK) {
        size_t size = count - u < BLOCK ? count - u : BLOCK;
        uint64_t sum = 0;
        for (size_t i = 0; i < size; i++) {
            double value = values[u + i];
            uint64_t bits;
            memcpy(&bits, &value, sizeof bits);
            out[u + i] = value;
            outside += value < low ? UINT64_C(1) : UINT64_C(0);
            outside += value > high ? UINT64_C(1) : UINT64_C(0);
            sum += value == value ? bits : UINT64_C(0);
        }
        mark = attain_i_mix(mark, sum);
    }
    found->outside = outside;
    found->mark = mark;
}

ATTAIN_I_WIDE(static, copy_values,
              (double *restrict out, const double *restrict values,
               size_t count, double low, double high, pass *restrict found),
              (out, values, count, low, high, found))

/* --- Checking ----------------------------------------------------------- */

/* Tells the first value that cannot be. */
static attain_status find_fault(const attain_dataset *data,
                                const attain_i_key *key, int other_way,
                                const double *values, attain_error *err) {
    for (size_t u = 0; u < data->unit_count; u++) {
        attain_status status = attain_i_check_value(data, key->variable,
                                                    values[u], (int64_t)u, err);
        if (status == ATTAIN_OK && other_way && !isnan(values[u])) {
            status =
                attain_i_check_alone(data, key, (int32_t)u, (int64_t)u, err);
        }
        if (status != ATTAIN_OK)
            return status;
    }
    return ATTAIN_OK;
}

/* Copies the values and says whether they can be what the key has. */
static attain_status copy_checked(const attain_dataset *data,
                                  const attain_i_key *key, double *out,
                                  const double *values, uint64_t *mark,
                                  attain_error *err) {
    const attain_variable *variable = &data->variables[key->variable];
    double low = variable->min >= -DBL_MAX ? variable->min : -DBL_MAX;
    double high = variable->max <= DBL_MAX ? variable->max : DBL_MAX;
    int other_way = attain_i_has_other_way(data, key);
    pass found;
    copy_values(out, values, data->unit_count, low, high, &found);
    *mark = found.mark;
    return found.outside == 0 && !other_way
               ? ATTAIN_OK
               : find_fault(data, key, other_way, values, err);
}

/* --- Setting ------------------------------------------------------------ */

attain_status attain_dataset_set_column(attain_dataset *data, int32_t variable,
                                        int32_t period, int32_t group,
                                        const double *values, size_t count,
                                        attain_error *err) {
    const attain_i_key key = {variable, period, group};
    uint64_t mark;
    if (data == NULL || (values == NULL && count > 0))
        return attain_i_fail_null(err, data == NULL ? "data" : "values");
    if (count != data->unit_count) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "count", -1,
                             "there are %zu values for %zu units; give one for "
                             "each",
                             count, data->unit_count);
    }
    attain_status status = attain_i_check_key(data, &key, -1, err);
    if (status != ATTAIN_OK)
        return status;
    double *spare = attain_i_columns_spare(&data->columns);
    if (spare == NULL)
        return attain_i_fail_memory(err);
    status = copy_checked(data, &key, spare, values, &mark, err);
    if (status != ATTAIN_OK)
        return status;
    if (!attain_i_columns_put_spare(&data->columns, variable, period, group))
        return attain_i_fail_memory(err);
    attain_i_data_note_period(data, period);
    attain_i_data_mix(data,
                      ((uint64_t)(uint32_t)variable << 32) | (uint32_t)period);
    attain_i_data_mix(data, (uint32_t)group);
    attain_i_data_mix(data, mark);
    return ATTAIN_OK;
}
