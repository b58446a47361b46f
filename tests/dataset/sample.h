/* A small dataset that tests begin with: a county, a township, two schools,
 * two variables. */
#ifndef ATTAIN_TESTS_DATASET_SAMPLE_H
#define ATTAIN_TESTS_DATASET_SAMPLE_H

#include "support/support.h"

#include "attain/dataset.h"
#include "base/error.h"

static inline attain_unit sample_unit(const char *id, const char *level,
                                      const char *parent) {
    attain_unit unit;
    attain_unit_init(&unit);
    unit.id = id;
    unit.name = id;
    unit.level = level;
    unit.parent = parent;
    return unit;
}

static inline void add_unit(attain_dataset *data, attain_unit unit) {
    assert_int_equal(attain_dataset_add_units(data, &unit, 1, NULL, NULL), 0);
}

static inline attain_variable sample_variable(const char *id) {
    attain_variable variable;
    attain_variable_init(&variable);
    variable.id = id;
    return variable;
}

static inline void add_variable(attain_dataset *data, const char *id) {
    attain_variable variable = sample_variable(id);
    assert_int_equal(
        attain_dataset_add_variables(data, &variable, 1, NULL, NULL), 0);
}

static inline attain_dataset *empty_data(const attain_allocator *allocator) {
    attain_dataset *data = NULL;
    assert_int_equal(attain_dataset_create(allocator, &data, NULL), 0);
    return data;
}

static inline attain_dataset *sample_data(const attain_allocator *allocator) {
    attain_dataset *data = empty_data(allocator);
    add_unit(data, sample_unit("county", "county", NULL));
    add_unit(data, sample_unit("town", "township", "county"));
    add_unit(data, sample_unit("s1", "school", "town"));
    add_unit(data, sample_unit("s2", "school", "town"));
    add_variable(data, "x");
    add_variable(data, "y");
    return data;
}

/* Adds one observation. */
static inline attain_status observe(attain_dataset *data, int32_t unit,
                                    int32_t period, int32_t variable,
                                    int32_t group, double value,
                                    attain_error *err) {
    attain_observations one;
    attain_observations_init(&one);
    one.count = 1;
    one.units = &unit;
    one.periods = &period;
    one.variables = &variable;
    one.groups = &group;
    one.values = &value;
    return attain_dataset_add_observations(data, &one, err);
}

static inline attain_observation look(const attain_dataset *data, int32_t unit,
                                      int32_t variable, int32_t period,
                                      int32_t group) {
    attain_observation out;
    attain_observation_init(&out);
    assert_int_equal(attain_dataset_get_observation(data, unit, variable,
                                                    period, group, &out, NULL),
                     0);
    return out;
}

#endif
