#include "numeric/method.h"

#include <math.h>
#include <string.h>

#include "base/error.h"

static const attain_i_methods *const kinds[] = {
    &attain_i_statistics,       &attain_i_quantile_types,
    &attain_i_rank_ties,        &attain_i_association_rows,
    &attain_i_reliability_rows, &attain_i_component_rows,
    &attain_i_screening_rows,   &attain_i_imputation_rows,
    &attain_i_treatment_rows,   &attain_i_outlier_rows,
    &attain_i_decompositions,   &attain_i_curves,
    &attain_i_concentrations,   &attain_i_parities,
    &attain_i_segregations,     &attain_i_normalisations,
    &attain_i_weightings,       &attain_i_aggregations,
    &attain_i_trends,           &attain_i_value_addeds,
    &attain_i_progress_methods, &attain_i_progress_goals,
};

const attain_i_methods *attain_i_methods_of(int32_t kind) {
    if (kind < 0 || (size_t)kind >= attain_method_kind_count())
        return NULL;
    return kinds[kind];
}

const attain_i_method *attain_i_method_row(const attain_i_methods *methods,
                                           int32_t method) {
    if (methods == NULL || method < 0 || (size_t)method >= methods->count)
        return NULL;
    const char *row = methods->rows;
    return (const void *)(row + (size_t)method * methods->row_size);
}

static size_t count_parameters(const attain_i_method *row) {
    size_t count = 0;
    while (row->parameters != NULL && row->parameters[count].name != NULL)
        count++;
    return count;
}

/* --- Parameters ---------------------------------------------------------- */

static attain_status take_parameter(const attain_i_method *row, size_t index,
                                    double given, double *out,
                                    attain_error *err) {
    const attain_i_parameter *parameter = &row->parameters[index];
    double value = isnan(given) ? parameter->standard : given;
    if (isnan(value))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "parameters",
                             (int64_t)index, "%s needs its parameter %s",
                             row->name, parameter->name);
    if (!(value >= parameter->low && value <= parameter->high))
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "parameters",
                             (int64_t)index,
                             "parameter %s of %s is out of its range",
                             parameter->name, row->name);
    *out = value;
    return ATTAIN_OK;
}

attain_status attain_i_method_prepare(const attain_i_methods *methods,
                                      int32_t method, const double *parameters,
                                      size_t parameter_count, double *out,
                                      attain_error *err) {
    const attain_i_method *row = attain_i_method_row(methods, method);
    if (row == NULL)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, methods->name, -1,
                             "there is no %s %d", methods->name, (int)method);
    if (parameters == NULL && parameter_count > 0)
        return attain_i_fail_null(err, "parameters");
    size_t count = count_parameters(row);
    while (parameter_count > count && isnan(parameters[parameter_count - 1]))
        parameter_count--;
    if (parameter_count > count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "parameter_count", -1,
                             "%s takes %zu parameters, not %zu", row->name,
                             count, parameter_count);
    memset(out, 0, ATTAIN_I_MOST_PARAMETERS * sizeof *out);
    for (size_t i = 0; i < count; i++) {
        double given = i < parameter_count ? parameters[i] : (double)NAN;
        attain_status status = take_parameter(row, i, given, &out[i], err);
        if (status != ATTAIN_OK)
            return status;
    }
    return ATTAIN_OK;
}

/* --- The table, read from outside ---------------------------------------- */

void attain_method_init(attain_method *method) {
    if (method == NULL)
        return;
    memset(method, 0, sizeof *method);
    method->struct_size = sizeof *method;
}

void attain_parameter_init(attain_parameter *parameter) {
    if (parameter == NULL)
        return;
    memset(parameter, 0, sizeof *parameter);
    parameter->struct_size = sizeof *parameter;
}

size_t attain_method_kind_count(void) {
    return sizeof kinds / sizeof *kinds;
}

const char *attain_method_kind_name(int32_t kind) {
    const attain_i_methods *methods = attain_i_methods_of(kind);
    return methods == NULL ? NULL : methods->name;
}

size_t attain_method_count(int32_t kind) {
    const attain_i_methods *methods = attain_i_methods_of(kind);
    return methods == NULL ? 0 : methods->count;
}

static attain_status find_row(int32_t kind, int32_t method,
                              const attain_i_method **row, attain_error *err) {
    const attain_i_methods *methods = attain_i_methods_of(kind);
    if (methods == NULL)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "kind", -1,
                             "there is no kind of method %d", (int)kind);
    *row = attain_i_method_row(methods, method);
    if (*row == NULL)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "method", -1,
                             "there is no %s %d", methods->name, (int)method);
    return ATTAIN_OK;
}

attain_status attain_method_get(int32_t kind, int32_t method,
                                attain_method *out, attain_error *err) {
    const attain_i_method *row;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (!attain_i_struct_ok(out->struct_size, sizeof *out, sizeof *out))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "out", -1,
                             "struct_size %zu of attain_method",
                             out->struct_size);
    attain_status status = find_row(kind, method, &row, err);
    if (status != ATTAIN_OK)
        return status;
    out->name = row->name;
    out->formula = row->formula;
    out->source = row->source;
    out->traits = row->traits;
    out->reserved = 0;
    out->parameter_count = count_parameters(row);
    return ATTAIN_OK;
}

int32_t attain_method_find(int32_t kind, const char *name, size_t length) {
    if (name == NULL)
        return -1;
    if (length == ATTAIN_NUL_TERMINATED)
        length = strlen(name);
    const attain_i_methods *methods = attain_i_methods_of(kind);
    for (size_t i = 0; i < attain_method_count(kind); i++) {
        const char *there = attain_i_method_row(methods, (int32_t)i)->name;
        if (strlen(there) == length && memcmp(there, name, length) == 0)
            return (int32_t)i;
    }
    return -1;
}

attain_status attain_method_parameter(int32_t kind, int32_t method,
                                      size_t index, attain_parameter *out,
                                      attain_error *err) {
    const attain_i_method *row;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (!attain_i_struct_ok(out->struct_size, sizeof *out, sizeof *out))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "out", -1,
                             "struct_size %zu of attain_parameter",
                             out->struct_size);
    attain_status status = find_row(kind, method, &row, err);
    if (status != ATTAIN_OK)
        return status;
    if (index >= count_parameters(row))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "index", -1,
                             "%s has no parameter %zu", row->name, index);
    const attain_i_parameter *parameter = &row->parameters[index];
    out->name = parameter->name;
    out->description = parameter->description;
    out->standard = parameter->standard;
    out->low = parameter->low;
    out->high = parameter->high;
    return ATTAIN_OK;
}
