#include "dataset/cell.h"

#include <float.h>
#include <math.h>

#include "dataset/row.h"

attain_status attain_i_check_rows(const attain_dataset *data,
                                  const attain_i_key *key, int64_t row,
                                  attain_error *err) {
    if (key->variable < 0 || (size_t)key->variable >= data->variable_count) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "variable", row,
                             "there is no variable in row %d; the dataset has "
                             "%zu",
                             (int)key->variable, data->variable_count);
    }
    if (key->group != ATTAIN_GROUP_NONE &&
        (key->group < 0 || (size_t)key->group >= data->group_count)) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "group", row,
                             "there is no evaluator group in row %d; the "
                             "dataset has %zu",
                             (int)key->group, data->group_count);
    }
    return ATTAIN_OK;
}

attain_status attain_i_check_key(const attain_dataset *data,
                                 const attain_i_key *key, int64_t row,
                                 attain_error *err) {
    char text[ATTAIN_I_DATA_TEXT];
    int32_t frequency = attain_period_frequency(key->period);
    attain_status status = attain_i_check_rows(data, key, row, err);
    if (status != ATTAIN_OK)
        return status;
    if (frequency == ATTAIN_FREQUENCY_NONE) {
        return attain_i_fail(err, ATTAIN_ERR_PERIOD, "period", row,
                             "%d is not a period", (int)key->period);
    }
    if (data->frequency != ATTAIN_FREQUENCY_NONE &&
        frequency != data->frequency) {
        return attain_i_fail(err, ATTAIN_ERR_PERIOD, "period", row,
                             "period %s has another frequency than the periods "
                             "before it; a dataset has one",
                             attain_i_data_period(key->period, text));
    }
    return ATTAIN_OK;
}

attain_status attain_i_check_value(const attain_dataset *data, int32_t variable,
                                   double value, int64_t row,
                                   attain_error *err) {
    const attain_variable *of = &data->variables[variable];
    char text[ATTAIN_I_DATA_TEXT], limit[ATTAIN_I_DATA_TEXT];
    if (value > DBL_MAX || value < -DBL_MAX) {
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "value", row,
                             "the value of \"%s\" is %s; give a number, or NaN "
                             "for missing",
                             of->id, attain_i_data_number(value, text));
    }
    if (value < of->min) {
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "value", row,
                             "value %s of \"%s\" is below its min %s; correct "
                             "one of them",
                             attain_i_data_number(value, text), of->id,
                             attain_i_data_number(of->min, limit));
    }
    if (value > of->max) {
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "value", row,
                             "value %s of \"%s\" is above its max %s; correct "
                             "one of them",
                             attain_i_data_number(value, text), of->id,
                             attain_i_data_number(of->max, limit));
    }
    return ATTAIN_OK;
}

int attain_i_has_other_way(const attain_dataset *data,
                           const attain_i_key *key) {
    int found = 0;
    if (key->group != ATTAIN_GROUP_NONE) {
        return attain_i_dataset_find_column(data, key->variable, key->period,
                                            ATTAIN_GROUP_NONE) != NULL;
    }
    for (int32_t g = 0; !found && g < (int32_t)data->group_count; g++) {
        found = attain_i_dataset_find_column(data, key->variable, key->period,
                                             g) != NULL;
    }
    return found;
}

static int has_value(const attain_dataset *data, const attain_i_key *key,
                     int32_t group, int32_t unit) {
    const attain_i_column *column =
        attain_i_dataset_find_column(data, key->variable, key->period, group);
    return column != NULL && !isnan(column->values[unit]);
}

attain_status attain_i_check_alone(const attain_dataset *data,
                                   const attain_i_key *key, int32_t unit,
                                   int64_t row, attain_error *err) {
    char text[ATTAIN_I_DATA_TEXT];
    int32_t group = ATTAIN_GROUP_NONE;
    int both = 0;
    if (key->group != ATTAIN_GROUP_NONE) {
        group = key->group;
        both = has_value(data, key, ATTAIN_GROUP_NONE, unit);
    } else {
        for (int32_t g = 0; !both && g < (int32_t)data->group_count; g++) {
            group = g;
            both = has_value(data, key, g, unit);
        }
    }
    if (!both)
        return ATTAIN_OK;
    return attain_i_fail(
        err, ATTAIN_ERR_VALUE, "group", row,
        "unit \"%s\" has \"%s\" in %s both for the evaluator "
        "group \"%s\" and for none; keep one of the two ways",
        data->units[unit].id, data->variables[key->variable].id,
        attain_i_data_period(key->period, text), data->groups[group]);
}
