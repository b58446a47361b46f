#include "attain/dataset.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "dataset/model.h"
#include "dataset/row.h"

enum { FIRST_SIZE = sizeof(attain_variable) };

void attain_variable_init(attain_variable *variable) {
    if (variable != NULL) {
        memset(variable, 0, sizeof(*variable));
        variable->struct_size = sizeof(*variable);
        variable->min = (double)NAN;
        variable->max = (double)NAN;
    }
}

void attain_i_check_variable(const attain_dataset *data,
                             const attain_variable *variable, int64_t row,
                             attain_i_reporter *reporter) {
    char min[ATTAIN_I_DATA_TEXT], max[ATTAIN_I_DATA_TEXT];
    attain_i_data_row at = {"variables", "variable",
                            variable->id != NULL ? variable->id : "", row,
                            reporter};
    attain_i_data_check_id(&at, "id", variable->id, 1);
    attain_i_data_check_new(&at, "id", &data->variable_ids, variable->id);
    attain_i_data_check_text(&at, "name", variable->name, 0);
    attain_i_data_check_text(&at, "unit", variable->unit, 0);
    attain_i_data_check_finite(&at, "min", variable->min);
    attain_i_data_check_finite(&at, "max", variable->max);
    if (variable->min > variable->max) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "variables", row,
                              "max",
                              "max %s of \"%s\" is below min %s; swap "
                              "them",
                              attain_i_data_number(variable->max, max), at.id,
                              attain_i_data_number(variable->min, min));
    }
    if (variable->shared != 0 && variable->shared != 1) {
        attain_i_report_error(reporter, ATTAIN_ERR_ARGUMENT, "variables", row,
                              "shared",
                              "shared %d of \"%s\" is neither 0 nor "
                              "1",
                              (int)variable->shared, at.id);
    }
    if (variable->additive != 0 && variable->additive != 1) {
        attain_i_report_error(reporter, ATTAIN_ERR_ARGUMENT, "variables", row,
                              "additive",
                              "additive %d of \"%s\" is neither 0 nor "
                              "1",
                              (int)variable->additive, at.id);
    }
}

static int keep_variable(attain_dataset *data, attain_variable *row) {
    const char *id = row->id, *name = row->name, *unit = row->unit;
    if (!attain_i_data_keep(data, id, &row->id) ||
        !attain_i_data_keep(data, name, &row->name) ||
        !attain_i_data_keep(data, unit, &row->unit))
        return 0;
    if (row->name == NULL)
        row->name = row->id;
    return attain_i_map_add(&data->variable_ids, row->id, strlen(row->id),
                            (int32_t)data->variable_count);
}

/* Checks a variable and adds it, in room that was made. */
static attain_status add_variable(attain_dataset *data,
                                  const attain_variable *given, size_t size,
                                  size_t index, attain_error *err) {
    attain_i_reporter reporter;
    attain_variable row;
    attain_variable_init(&row);
    memcpy(&row, given, size);
    if (row.struct_size != size) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size",
                             (int64_t)index,
                             "struct_size %zu of variable %zu is not that of "
                             "the first, %zu",
                             row.struct_size, index, size);
    }
    row.struct_size = sizeof(row);
    attain_i_first_error(&reporter, err);
    attain_i_check_variable(data, &row, (int64_t)index, &reporter);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    if (!keep_variable(data, &row))
        return attain_i_fail_memory(err);
    data->variables[data->variable_count++] = row;
    return ATTAIN_OK;
}

static void mix_variable(attain_dataset *data,
                         const attain_variable *variable) {
    attain_i_data_mix_text(data, variable->id);
    attain_i_data_mix_text(data, variable->name);
    attain_i_data_mix_text(data, variable->unit);
    attain_i_data_mix_number(data, variable->min);
    attain_i_data_mix_number(data, variable->max);
    attain_i_data_mix(data, (uint64_t)variable->shared);
    attain_i_data_mix(data, (uint64_t)variable->additive);
}

static void undo(attain_dataset *data, size_t count) {
    while (data->variable_count > count) {
        const char *id = data->variables[--data->variable_count].id;
        attain_i_map_remove(&data->variable_ids, id, strlen(id));
    }
}

static attain_status add_variables(attain_dataset *data,
                                   const attain_variable *variables,
                                   size_t count, attain_error *err) {
    size_t size = variables->struct_size, first = data->variable_count;
    attain_status status = attain_i_data_size(
        size, FIRST_SIZE, sizeof(*variables), "a variable", err);
    if (status == ATTAIN_OK)
        status = attain_i_data_limit(first, count, "variables", err);
    if (status != ATTAIN_OK)
        return status;
    if (!attain_i_grow(&data->allocator, (void **)&data->variables,
                       &data->variable_capacity, first + count,
                       sizeof(*data->variables)) ||
        !attain_i_map_reserve(&data->variable_ids, first + count))
        return attain_i_fail_memory(err);
    for (size_t i = 0; status == ATTAIN_OK && i < count; i++) {
        const char *given = (const char *)variables + i * size;
        status = add_variable(
            data, (const attain_variable *)(const void *)given, size, i, err);
    }
    if (status != ATTAIN_OK) {
        undo(data, first);
        return status;
    }
    for (size_t i = first; i < data->variable_count; i++)
        mix_variable(data, &data->variables[i]);
    return ATTAIN_OK;
}

attain_status attain_dataset_add_variables(attain_dataset *data,
                                           const attain_variable *variables,
                                           size_t count, int32_t *out_first,
                                           attain_error *err) {
    if (data == NULL || (variables == NULL && count > 0))
        return attain_i_fail_null(err, data == NULL ? "data" : "variables");
    if (count > 0) {
        attain_status status = add_variables(data, variables, count, err);
        if (status != ATTAIN_OK)
            return status;
    }
    if (out_first != NULL)
        *out_first = (int32_t)(data->variable_count - count);
    return ATTAIN_OK;
}

attain_status attain_dataset_get_variable(const attain_dataset *data,
                                          int32_t row, attain_variable *out,
                                          attain_error *err) {
    attain_status status = attain_i_data_can_get(
        data, data != NULL ? data->variable_count : 0, FIRST_SIZE, sizeof(*out),
        row, "a variable", out, err);
    if (status == ATTAIN_OK)
        attain_i_data_give(out, &data->variables[row]);
    return status;
}
