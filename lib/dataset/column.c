#include "attain/dataset.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "dataset/cell.h"
#include "dataset/model.h"
#include "dataset/row.h"
#include "dataset/store.h"

const attain_i_column *attain_i_dataset_find_column(const attain_dataset *data,
                                                    int32_t variable,
                                                    int32_t period,
                                                    int32_t group) {
    int32_t column =
        attain_i_columns_find(&data->columns, variable, period, group);
    return column >= 0 ? &data->columns.columns[column] : NULL;
}

static int has_value(const attain_dataset *data,
                     const attain_i_column *column) {
    for (size_t u = 0; u < data->unit_count; u++)
        if (!isnan(column->values[u]))
            return 1;
    return 0;
}

attain_status attain_dataset_periods(const attain_dataset *data,
                                     int32_t *out_first, int32_t *out_last,
                                     attain_error *err) {
    int32_t first = ATTAIN_PERIOD_NONE, last = ATTAIN_PERIOD_NONE;
    if (data == NULL)
        return attain_i_fail_null(err, "data");
    for (size_t i = 0; i < data->columns.count; i++) {
        const attain_i_column *column = &data->columns.columns[i];
        int wider = first == ATTAIN_PERIOD_NONE || column->period < first ||
                    column->period > last;
        if (wider && has_value(data, column)) {
            first = first == ATTAIN_PERIOD_NONE || column->period < first
                        ? column->period
                        : first;
            last = column->period > last ? column->period : last;
        }
    }
    if (out_first != NULL)
        *out_first = first;
    if (out_last != NULL)
        *out_last = last;
    return ATTAIN_OK;
}

attain_status attain_dataset_column(const attain_dataset *data,
                                    int32_t variable, int32_t period,
                                    int32_t group, double *out, size_t capacity,
                                    size_t *count, attain_error *err) {
    const attain_i_key key = {variable, period, group};
    const attain_i_column *column;
    attain_status status;
    if (data == NULL || count == NULL)
        return attain_i_fail_null(err, data == NULL ? "data" : "count");
    status = attain_i_check_rows(data, &key, -1, err);
    if (status != ATTAIN_OK)
        return status;
    *count = data->unit_count;
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity < data->unit_count) {
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "there is room for %zu values, and there are %zu "
                             "units",
                             capacity, data->unit_count);
    }
    column = attain_i_dataset_find_column(data, variable, period, group);
    if (column != NULL && data->unit_count > 0)
        memcpy(out, column->values, data->unit_count * sizeof *out);
    for (size_t u = 0; column == NULL && u < data->unit_count; u++)
        out[u] = (double)NAN;
    return ATTAIN_OK;
}

const double *attain_dataset_column_view(const attain_dataset *data,
                                         int32_t variable, int32_t period,
                                         int32_t group, size_t *count) {
    const attain_i_column *column =
        data != NULL
            ? attain_i_dataset_find_column(data, variable, period, group)
            : NULL;
    if (count != NULL)
        *count = column != NULL ? data->unit_count : 0;
    return column != NULL ? column->values : NULL;
}

void attain_observation_init(attain_observation *observation) {
    if (observation != NULL) {
        memset(observation, 0, sizeof(*observation));
        observation->struct_size = sizeof(*observation);
        observation->value = (double)NAN;
        observation->status = ATTAIN_OBSERVATION_MISSING;
    }
}

attain_status attain_dataset_get_observation(const attain_dataset *data,
                                             int32_t unit, int32_t variable,
                                             int32_t period, int32_t group,
                                             attain_observation *out,
                                             attain_error *err) {
    const attain_i_key key = {variable, period, group};
    attain_observation made;
    const attain_i_column *column;
    attain_status status = attain_i_data_can_get(
        data, data != NULL ? data->unit_count : 0, sizeof(made), sizeof(made),
        unit, "a unit", out, err);
    if (status == ATTAIN_OK)
        status = attain_i_check_rows(data, &key, -1, err);
    if (status != ATTAIN_OK)
        return status;
    attain_observation_init(&made);
    column = attain_i_dataset_find_column(data, variable, period, group);
    if (column != NULL &&
        column->places->of_unit[unit] != ATTAIN_I_PLACE_NONE) {
        attain_i_dataset_place(data, column->places->of_unit[unit], &made.file,
                               &made.line);
        made.column = attain_i_dataset_place_column(
            data, column->places->of_unit[unit], variable);
        made.value = column->values[unit];
        made.status = attain_i_column_status(column, unit);
        made.present = 1;
    }
    attain_i_data_give(out, &made);
    return ATTAIN_OK;
}
