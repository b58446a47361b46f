#include "attain/dataset.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "dataset/cell.h"
#include "dataset/model.h"
#include "dataset/row.h"

enum { FIRST_SIZE = sizeof(attain_observations) };

void attain_observations_init(attain_observations *observations) {
    if (observations != NULL) {
        memset(observations, 0, sizeof(*observations));
        observations->struct_size = sizeof(*observations);
    }
}

/* A batch being added. */
typedef struct batch {
    attain_dataset *data;
    const attain_observations *given;
    size_t columns;    /* that there were before */
    int32_t frequency; /* as it was before */
    attain_i_key key;  /* of the column used last */
    int32_t column;    /* −1: none */
    int other_way;     /* attain_i_has_other_way() of the key */
    attain_error *err;
} batch;

static attain_i_key key_of(const attain_observations *given, size_t i) {
    attain_i_key key;
    key.variable = given->variables[i];
    key.period = given->periods[i];
    key.group = given->groups != NULL ? given->groups[i] : ATTAIN_GROUP_NONE;
    return key;
}

static attain_status check_status(const batch *to, size_t i, int32_t *out) {
    int32_t status = to->given->statuses != NULL ? to->given->statuses[i]
                                                 : ATTAIN_OBSERVATION_MEASURED;
    if (status < ATTAIN_OBSERVATION_MEASURED ||
        status > ATTAIN_OBSERVATION_MISSING) {
        return attain_i_fail(to->err, ATTAIN_ERR_ARGUMENT, "status", (int64_t)i,
                             "status %d is no value of that vocabulary",
                             (int)status);
    }
    if (isnan(to->given->values[i])) {
        status = ATTAIN_OBSERVATION_MISSING;
    } else if (status == ATTAIN_OBSERVATION_MISSING) {
        char text[ATTAIN_I_DATA_TEXT];
        return attain_i_fail(to->err, ATTAIN_ERR_VALUE, "status", (int64_t)i,
                             "the observation is missing, but has the value "
                             "%s; take one of the two away",
                             attain_i_data_number(to->given->values[i], text));
    }
    *out = status;
    return ATTAIN_OK;
}

/* Everything that can be wrong with an observation but what else is there. */
static attain_status check_one(const batch *to, size_t i, int32_t *status) {
    const attain_observations *given = to->given;
    attain_i_key key = key_of(given, i);
    attain_status result = check_status(to, i, status);
    int32_t unit = given->units[i];
    if (result == ATTAIN_OK &&
        (unit < 0 || (size_t)unit >= to->data->unit_count)) {
        return attain_i_fail(to->err, ATTAIN_ERR_ARGUMENT, "unit", (int64_t)i,
                             "there is no unit in row %d; the dataset has %zu",
                             (int)unit, to->data->unit_count);
    }
    if (result == ATTAIN_OK)
        result = attain_i_check_key(to->data, &key, (int64_t)i, to->err);
    if (result == ATTAIN_OK) {
        result = attain_i_check_value(to->data, key.variable, given->values[i],
                                      (int64_t)i, to->err);
    }
    return result;
}

/* Makes to->column that of `key`, with places of its own. */
static int find_column(batch *to, const attain_i_key *key) {
    attain_i_columns *store = &to->data->columns;
    if (to->column >= 0 && memcmp(key, &to->key, sizeof(*key)) == 0)
        return 1;
    to->key = *key;
    to->other_way = attain_i_has_other_way(to->data, key);
    to->column = attain_i_columns_obtain(store, key->variable, key->period,
                                         key->group, NULL);
    return to->column >= 0 && attain_i_column_own_places(store, to->column);
}

static attain_status report_duplicate(const batch *to, size_t i) {
    const attain_dataset *data = to->data;
    const attain_i_key *key = &to->key;
    char text[ATTAIN_I_DATA_TEXT];
    int grouped = key->group != ATTAIN_GROUP_NONE;
    return attain_i_fail(
        to->err, ATTAIN_ERR_DUPLICATE, NULL, (int64_t)i,
        "\"%s\" of unit \"%s\" in %s%s%s%s has been observed "
        "already; keep one observation",
        data->variables[key->variable].id, data->units[to->given->units[i]].id,
        attain_i_data_period(key->period, text),
        grouped ? " by the group \"" : "",
        grouped ? data->groups[key->group] : "", grouped ? "\"" : "");
}

static void clear_cell(attain_i_column *column, int32_t unit) {
    column->values[unit] = (double)NAN;
    column->places->of_unit[unit] = ATTAIN_I_PLACE_NONE;
    if (column->statuses != NULL)
        column->statuses[unit] = ATTAIN_OBSERVATION_MISSING;
}

static attain_status add_one(batch *to, size_t i) {
    int32_t unit = to->given->units[i], status = ATTAIN_OBSERVATION_MISSING;
    attain_i_columns *store = &to->data->columns;
    attain_i_key key = key_of(to->given, i);
    attain_i_column *column;
    attain_status result = check_one(to, i, &status);
    if (result != ATTAIN_OK)
        return result;
    if (!find_column(to, &key))
        return attain_i_fail_memory(to->err);
    column = &store->columns[to->column];
    if (column->places->of_unit[unit] != ATTAIN_I_PLACE_NONE)
        return report_duplicate(to, i);
    if (to->other_way && !isnan(to->given->values[i])) {
        result =
            attain_i_check_alone(to->data, &key, unit, (int64_t)i, to->err);
        if (result != ATTAIN_OK)
            return result;
    }
    column->values[unit] = to->given->values[i];
    if (!attain_i_column_set_status(store, to->column, unit, status)) {
        clear_cell(column, unit);
        return attain_i_fail_memory(to->err);
    }
    column->places->of_unit[unit] = ATTAIN_I_PLACE_API;
    attain_i_data_note_period(to->data, key.period);
    return ATTAIN_OK;
}

/* Takes the first `count` observations back out. Nothing stood in their cells
 * before, for that would have been a duplicate. */
static void undo(batch *to, size_t count) {
    attain_i_columns *store = &to->data->columns;
    for (size_t i = 0; i < count; i++) {
        attain_i_key key = key_of(to->given, i);
        int32_t column =
            attain_i_columns_find(store, key.variable, key.period, key.group);
        clear_cell(&store->columns[column], to->given->units[i]);
    }
    attain_i_columns_truncate(store, to->columns);
    to->data->frequency = to->frequency;
}

static void mix(attain_dataset *data, const attain_observations *given) {
    for (size_t i = 0; i < given->count; i++) {
        attain_i_key key = key_of(given, i);
        attain_i_data_mix(data, ((uint64_t)(uint32_t)key.variable << 32) |
                                    (uint32_t)given->units[i]);
        attain_i_data_mix(data, ((uint64_t)(uint32_t)key.period << 32) |
                                    (uint32_t)key.group);
        attain_i_data_mix_number(data, given->values[i]);
        attain_i_data_mix(
            data, given->statuses != NULL ? (uint64_t)given->statuses[i] : 0);
    }
}

static attain_status check_arrays(const attain_observations *given,
                                  attain_error *err) {
    const void *const arrays[] = {given->units, given->periods,
                                  given->variables, given->values};
    static const char *const names[] = {"units", "periods", "variables",
                                        "values"};
    for (size_t i = 0; given->count > 0 && i < 4; i++)
        if (arrays[i] == NULL)
            return attain_i_fail_null(err, names[i]);
    return ATTAIN_OK;
}

attain_status
attain_dataset_add_observations(attain_dataset *data,
                                const attain_observations *observations,
                                attain_error *err) {
    attain_observations given;
    attain_status status;
    batch to;
    if (data == NULL || observations == NULL)
        return attain_i_fail_null(err, data == NULL ? "data" : "observations");
    status = attain_i_data_size(observations->struct_size, FIRST_SIZE,
                                sizeof(given), "observations", err);
    if (status != ATTAIN_OK)
        return status;
    attain_observations_init(&given);
    memcpy(&given, observations, observations->struct_size);
    status = check_arrays(&given, err);
    if (status != ATTAIN_OK)
        return status;
    to = (batch){.data = data,
                 .given = &given,
                 .columns = data->columns.count,
                 .frequency = data->frequency,
                 .column = -1,
                 .err = err};
    for (size_t i = 0; i < given.count; i++) {
        status = add_one(&to, i);
        if (status != ATTAIN_OK) {
            undo(&to, i);
            return status;
        }
    }
    mix(data, &given);
    return ATTAIN_OK;
}
