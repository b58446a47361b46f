#include "improve/resource.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"

enum {
    MOST_DECIMALS = 6 /* finer observations are taken for measured ones */
};

void attain_resource_init(attain_resource *resource) {
    if (resource == NULL)
        return;
    memset(resource, 0, sizeof *resource);
    resource->struct_size = sizeof *resource;
    resource->price = resource->step = (double)NAN;
}

static attain_status find_variable(const attain_i_asking *asking,
                                   const char *id, const char *field,
                                   int64_t row, int32_t *out,
                                   attain_error *err) {
    *out = attain_dataset_find(asking->data, ATTAIN_DATASET_VARIABLES, id,
                               ATTAIN_NUL_TERMINATED);
    return *out >= 0 ? ATTAIN_OK
                     : attain_i_fail(err, ATTAIN_ERR_UNKNOWN, field, row,
                                     "the data have no variable \"%s\"", id);
}

static attain_status take_one(attain_i_asking *asking, size_t i,
                              const attain_resource *given, attain_error *err) {
    int32_t variable = -1;
    if (given->struct_size != sizeof *given)
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", (int64_t)i,
                             "a resource has the size %zu, this release knows "
                             "%zu; set it up with attain_resource_init()",
                             given->struct_size, sizeof *given);
    if (given->variable == NULL)
        return attain_i_fail_null(err, "variable");
    attain_status status = find_variable(asking, given->variable, "variable",
                                         (int64_t)i, &variable, err);
    if (status != ATTAIN_OK)
        return status;
    if (given->price < 0 || isinf(given->price))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "price", (int64_t)i,
                             "the price of \"%s\" must be a number from 0 on",
                             given->variable);
    if (given->step <= 0 || isinf(given->step))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "step", (int64_t)i,
                             "the step of \"%s\" must be a number above 0",
                             given->variable);
    attain_i_stock *stock = &asking->stocks[variable];
    if (!isnan(stock->price) || !isnan(stock->step))
        return attain_i_fail(err, ATTAIN_ERR_DUPLICATE, "variable", (int64_t)i,
                             "\"%s\" stands twice among the resources",
                             given->variable);
    stock->price = given->price;
    stock->step = given->step;
    return ATTAIN_OK;
}

attain_status attain_i_resources_take(attain_i_asking *asking,
                                      attain_error *err) {
    const attain_answer_options *options = &asking->options;
    size_t count = asking->data->variable_count;
    attain_status status =
        attain_i_check_array(options->resources, options->resource_count,
                             sizeof *options->resources, "resources", err);
    if (status != ATTAIN_OK)
        return status;
    asking->stocks =
        attain_i_allocate(asking->allocator, count, sizeof *asking->stocks);
    if (asking->stocks == NULL)
        return attain_i_fail_memory(err);
    for (size_t v = 0; v < count; v++) {
        attain_i_stock none = {NAN, NAN, NAN, ATTAIN_PERIOD_NONE, 0};
        asking->stocks[v] = none;
    }
    for (size_t i = 0; status == ATTAIN_OK && i < options->resource_count; i++)
        status = take_one(asking, i, &options->resources[i], err);
    if (status == ATTAIN_OK && options->weight != NULL)
        status = find_variable(asking, options->weight, "weight", -1,
                               &asking->weight, err);
    return status;
}

/* Decimal places of a number. */
static int32_t places_of(double value) {
    attain_i_decimal decimal;
    attain_i_decimal_of(value, &decimal);
    return decimal.exponent < 0 ? -decimal.exponent : 0;
}

static double observed_step(const attain_dataset *data, int32_t variable,
                            int32_t period) {
    const attain_i_column *column =
        attain_i_dataset_find_column(data, variable, period, ATTAIN_GROUP_NONE);
    int32_t places = 0;
    for (size_t u = 0;
         column != NULL && u < data->unit_count && places < MOST_DECIMALS;
         u++) {
        double value = column->values[u];
        if (isnan(value) || fabs(value) >= 0x1p53 ||
            value == (double)(int64_t)value)
            continue;
        int32_t here = places_of(value);
        places = here > places ? here : places;
    }
    places = places < MOST_DECIMALS ? places : MOST_DECIMALS;
    attain_i_decimal step = {1, -places, 0};
    return attain_i_decimal_value(&step);
}

double attain_i_asking_step(attain_i_asking *asking, int32_t variable,
                            int32_t period) {
    attain_i_stock *stock = &asking->stocks[variable];
    if (!isnan(stock->step))
        return stock->step;
    if (stock->period != period) {
        stock->seen = observed_step(asking->data, variable, period);
        stock->period = period;
    }
    return stock->seen;
}
