/* Columns and observations in and out. */
#include "dataset/sample.h"

#include <math.h>

#include "dataset/model.h"

static const double none = (double)NAN;
static attain_error err;

static void set_column_is_read_back(void **state) {
    attain_dataset *data = sample_data(NULL);
    const double values[4] = {1.5, none, -0.25, 0};
    double out[5] = {9, 9, 9, 9, 9};
    size_t count = 0;
    int32_t first, last;
    (void)state;
    assert_int_equal(attain_dataset_periods(data, &first, &last, NULL), 0);
    assert_int_equal(first, ATTAIN_PERIOD_NONE);
    assert_int_equal(last, ATTAIN_PERIOD_NONE);
    assert_null(attain_dataset_column_view(data, 0, 2021, -1, &count));
    assert_int_equal(count, 0);
    assert_int_equal(
        attain_dataset_set_column(data, 0, 2021, -1, values, 4, NULL), 0);
    assert_int_equal(data->frequency, ATTAIN_FREQUENCY_YEAR);
    assert_int_equal(
        attain_dataset_column(data, 0, 2021, -1, NULL, 0, &count, NULL), 0);
    assert_int_equal(count, 4);
    count = 0;
    assert_int_equal(
        attain_dataset_column(data, 0, 2021, -1, out, 3, &count, &err),
        ATTAIN_ERR_SPACE);
    assert_int_equal(count, 4);
    assert_same(out[0], 9);
    assert_int_equal(
        attain_dataset_column(data, 0, 2021, -1, out, 5, &count, NULL), 0);
    for (int i = 0; i < 4; i++) {
        assert_same(out[i], values[i]);
        assert_same(attain_dataset_column_view(data, 0, 2021, -1, &count)[i],
                    values[i]);
    }
    assert_same(out[4], 9);
    assert_int_equal(count, 4);
    assert_int_equal(
        attain_dataset_column(data, 1, 2021, -1, out, 5, &count, NULL), 0);
    assert_true(isnan(out[0]) && isnan(out[3]));
    assert_int_equal(look(data, 2, 0, 2021, -1).present, 1);
    assert_same(look(data, 2, 0, 2021, -1).value, -0.25);
    assert_int_equal(look(data, 2, 0, 2021, -1).status,
                     ATTAIN_OBSERVATION_MEASURED);
    assert_int_equal(look(data, 1, 0, 2021, -1).present, 1);
    assert_int_equal(look(data, 1, 0, 2021, -1).status,
                     ATTAIN_OBSERVATION_MISSING);
    assert_int_equal(look(data, 1, 0, 2022, -1).present, 0);
    assert_null(look(data, 2, 0, 2021, -1).file);
    attain_dataset_destroy(data);
}

static void set_column_replaces_what_was_there(void **state) {
    attain_dataset *data = sample_data(NULL);
    const double old[4] = {1, 2, 3, 4}, now[4] = {none, 5, none, 7};
    uint64_t revision;
    (void)state;
    assert_int_equal(attain_dataset_set_column(data, 0, 2021, -1, old, 4, NULL),
                     0);
    revision = data->revision;
    assert_int_equal(attain_i_column_set_status(&data->columns, 0, 1,
                                                ATTAIN_OBSERVATION_ESTIMATED),
                     1);
    assert_int_equal(look(data, 1, 0, 2021, -1).status,
                     ATTAIN_OBSERVATION_ESTIMATED);
    assert_int_equal(attain_dataset_set_column(data, 0, 2021, -1, now, 4, NULL),
                     0);
    assert_true(data->revision != revision);
    assert_int_equal(data->columns.count, 1);
    assert_same(look(data, 0, 0, 2021, -1).value, none);
    assert_same(look(data, 3, 0, 2021, -1).value, 7);
    assert_int_equal(look(data, 1, 0, 2021, -1).status,
                     ATTAIN_OBSERVATION_MEASURED);
    attain_dataset_destroy(data);
}

static void expect_column(attain_dataset *data, int32_t variable,
                          int32_t period, int32_t group, const double *values,
                          size_t count, attain_status code, const char *field,
                          int64_t row) {
    size_t columns = data->columns.count;
    uint64_t revision = data->revision;
    memset(&err, 0, sizeof(err));
    assert_int_equal(attain_dataset_set_column(data, variable, period, group,
                                               values, count, &err),
                     code);
    assert_string_equal(err.field, field);
    assert_int_equal(err.row, row);
    assert_int_equal(data->columns.count, columns);
    assert_true(data->revision == revision);
}

static void set_column_refuses_what_does_not_fit(void **state) {
    attain_dataset *data = sample_data(NULL);
    attain_variable narrow = sample_variable("narrow");
    const double good[4] = {0, 1, 2, none};
    const double endless[4] = {0, 0, (double)INFINITY, 0};
    const double low[4] = {0, 1, -1, 0}, high[4] = {0, 1, 2, 3};
    int32_t group;
    (void)state;
    narrow.min = 0;
    narrow.max = 2;
    assert_int_equal(attain_dataset_add_variables(data, &narrow, 1, NULL, NULL),
                     0);
    expect_column(data, 3, 2021, -1, good, 4, ATTAIN_ERR_ARGUMENT, "variable",
                  -1);
    expect_column(data, -1, 2021, -1, good, 4, ATTAIN_ERR_ARGUMENT, "variable",
                  -1);
    expect_column(data, 0, 2021, 0, good, 4, ATTAIN_ERR_ARGUMENT, "group", -1);
    expect_column(data, 0, 2021, -2, good, 4, ATTAIN_ERR_ARGUMENT, "group", -1);
    expect_column(data, 0, 2021, -1, good, 3, ATTAIN_ERR_ARGUMENT, "count", -1);
    expect_column(data, 0, 0, -1, good, 4, ATTAIN_ERR_PERIOD, "period", -1);
    expect_column(data, 0, 2021, -1, endless, 4, ATTAIN_ERR_VALUE, "value", 2);
    expect_column(data, 2, 2021, -1, low, 4, ATTAIN_ERR_VALUE, "value", 2);
    assert_contains(err.message, "-1");
    expect_column(data, 2, 2021, -1, high, 4, ATTAIN_ERR_VALUE, "value", 3);
    assert_int_equal(data->frequency, ATTAIN_FREQUENCY_NONE);
    /* min and max belong to the range */
    assert_int_equal(
        attain_dataset_set_column(data, 2, 2021, -1, good, 4, NULL), 0);
    expect_column(data, 0, 300000 + 12 * 2021, -1, good, 4, ATTAIN_ERR_PERIOD,
                  "period", -1);
    assert_int_equal(attain_dataset_add_group(data, "g", &group, NULL), 0);
    expect_column(data, 2, 2021, group, good, 4, ATTAIN_ERR_VALUE, "group", 0);
    const double apart[4] = {none, none, none, 1};
    assert_int_equal(
        attain_dataset_set_column(data, 2, 2021, group, apart, 4, NULL), 0);
    const double both[4] = {0, 1, 2, 0};
    expect_column(data, 2, 2021, -1, both, 4, ATTAIN_ERR_VALUE, "group", 3);
    assert_contains(err.message, "\"s2\"");
    assert_int_equal(
        attain_dataset_set_column(NULL, 0, 2021, -1, good, 4, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_dataset_set_column(data, 0, 2021, -1, NULL, 4, &err),
        ATTAIN_ERR_ARGUMENT);
    attain_dataset_destroy(data);
}

static void columns_grow_with_the_units(void **state) {
    attain_dataset *data = sample_data(NULL);
    const double values[4] = {1, 2, 3, 4};
    size_t count;
    const double *view;
    char id[16];
    (void)state;
    assert_int_equal(
        attain_dataset_set_column(data, 0, 2021, -1, values, 4, NULL), 0);
    assert_int_equal(attain_i_column_set_status(&data->columns, 0, 0,
                                                ATTAIN_OBSERVATION_PROVISIONAL),
                     1);
    for (int i = 0; i < 100; i++) {
        attain_i_format(id, sizeof(id), "new%d", i);
        add_unit(data, sample_unit(id, "school", NULL));
    }
    view = attain_dataset_column_view(data, 0, 2021, -1, &count);
    assert_int_equal(count, 104);
    assert_same(view[3], 4);
    for (int32_t u = 4; u < 104; u++) {
        assert_true(isnan(view[u]));
        assert_int_equal(look(data, u, 0, 2021, -1).present, 0);
        assert_int_equal(look(data, u, 0, 2021, -1).status,
                         ATTAIN_OBSERVATION_MISSING);
    }
    assert_int_equal(look(data, 0, 0, 2021, -1).status,
                     ATTAIN_OBSERVATION_PROVISIONAL);
    assert_int_equal(observe(data, 103, 2021, 0, -1, 8, NULL), 0);
    assert_same(look(data, 103, 0, 2021, -1).value, 8);
    attain_dataset_destroy(data);
}

static void observations_are_read_back(void **state) {
    attain_dataset *data = sample_data(NULL);
    const int32_t units[5] = {0, 1, 2, 3, 0};
    const int32_t periods[5] = {2021, 2021, 2022, 2022, 2021};
    const int32_t variables[5] = {0, 0, 1, 1, 1};
    const double values[5] = {1, none, 3, 4, 5};
    const int32_t statuses[5] = {1, 2, 0, 2, 3};
    attain_observations batch;
    int32_t first, last;
    (void)state;
    attain_observations_init(&batch);
    assert_int_equal(attain_dataset_add_observations(data, &batch, NULL), 0);
    batch.count = 4;
    batch.units = units;
    batch.periods = periods;
    batch.variables = variables;
    batch.values = values;
    batch.statuses = statuses;
    assert_int_equal(attain_dataset_add_observations(data, &batch, &err), 0);
    assert_same(look(data, 0, 0, 2021, -1).value, 1);
    assert_int_equal(look(data, 0, 0, 2021, -1).status,
                     ATTAIN_OBSERVATION_ESTIMATED);
    /* no value, whatever the status: missing, but observed */
    assert_int_equal(look(data, 1, 0, 2021, -1).status,
                     ATTAIN_OBSERVATION_MISSING);
    assert_int_equal(look(data, 1, 0, 2021, -1).present, 1);
    assert_int_equal(look(data, 2, 0, 2021, -1).present, 0);
    assert_int_equal(look(data, 2, 1, 2022, -1).status,
                     ATTAIN_OBSERVATION_MEASURED);
    assert_int_equal(look(data, 3, 1, 2022, -1).status,
                     ATTAIN_OBSERVATION_PROVISIONAL);
    assert_int_equal(attain_dataset_periods(data, &first, &last, NULL), 0);
    assert_int_equal(first, 2021);
    assert_int_equal(last, 2022);
    assert_int_equal(attain_dataset_periods(data, NULL, NULL, NULL), 0);
    assert_int_equal(attain_dataset_periods(NULL, &first, &last, &err),
                     ATTAIN_ERR_ARGUMENT);
    /* a period in which everything is missing is none that has data */
    assert_int_equal(observe(data, 0, 2030, 0, -1, none, NULL), 0);
    assert_int_equal(attain_dataset_periods(data, NULL, &last, NULL), 0);
    assert_int_equal(last, 2022);
    attain_dataset_destroy(data);
}

/* Adds the batch and expects it to fail whole. */
static void expect_batch(attain_dataset *data, const attain_observations *batch,
                         attain_status code, const char *field, int64_t row) {
    size_t columns = data->columns.count;
    uint64_t revision = data->revision;
    int32_t frequency = data->frequency;
    memset(&err, 0, sizeof(err));
    assert_int_equal(attain_dataset_add_observations(data, batch, &err), code);
    assert_string_equal(err.field, field);
    assert_int_equal(err.row, row);
    assert_int_equal(data->columns.count, columns);
    assert_int_equal(data->frequency, frequency);
    assert_true(data->revision == revision);
}

static void observations_refuse_what_does_not_fit(void **state) {
    attain_dataset *data = sample_data(NULL);
    int32_t units[2] = {0, 1}, periods[2] = {2021, 2021};
    int32_t variables[2] = {0, 0}, groups[2] = {-1, -1}, statuses[2] = {0, 0};
    double values[2] = {1, 2};
    attain_observations batch;
    (void)state;
    attain_observations_init(&batch);
    batch.count = 2;
    batch.units = units;
    batch.periods = periods;
    batch.variables = variables;
    batch.groups = groups;
    batch.values = values;
    batch.statuses = statuses;
#define BAD(cell, bad, good, code, name)                                       \
    cell = bad;                                                                \
    expect_batch(data, &batch, code, name, 1);                                 \
    cell = good
    BAD(units[1], 4, 1, ATTAIN_ERR_ARGUMENT, "unit");
    BAD(units[1], -1, 1, ATTAIN_ERR_ARGUMENT, "unit");
    BAD(variables[1], 2, 0, ATTAIN_ERR_ARGUMENT, "variable");
    BAD(groups[1], 0, -1, ATTAIN_ERR_ARGUMENT, "group");
    BAD(statuses[1], 4, 0, ATTAIN_ERR_ARGUMENT, "status");
    BAD(statuses[1], 3, 0, ATTAIN_ERR_VALUE, "status");
    BAD(periods[1], 99999, 2021, ATTAIN_ERR_PERIOD, "period");
    BAD(periods[1], 300000 + 12 * 2021, 2021, ATTAIN_ERR_PERIOD, "period");
    BAD(values[1], -(double)INFINITY, 2, ATTAIN_ERR_VALUE, "value");
    BAD(units[1], 0, 1, ATTAIN_ERR_DUPLICATE, "");
#undef BAD
    assert_int_equal(attain_dataset_add_observations(data, &batch, NULL), 0);
    expect_batch(data, &batch, ATTAIN_ERR_DUPLICATE, "", 0);
    assert_contains(err.message, "\"county\"");
    assert_contains(err.message, "2021");
    batch.struct_size = 1;
    expect_batch(data, &batch, ATTAIN_ERR_STRUCT, "struct_size", -1);
    batch.struct_size = sizeof(batch);
    batch.units = NULL;
    expect_batch(data, &batch, ATTAIN_ERR_ARGUMENT, "units", -1);
    batch.units = units;
    batch.values = NULL;
    expect_batch(data, &batch, ATTAIN_ERR_ARGUMENT, "values", -1);
    assert_int_equal(attain_dataset_add_observations(NULL, &batch, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_dataset_add_observations(data, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    attain_observations_init(NULL);
    attain_dataset_destroy(data);
}

static void failed_batch_leaves_no_observation(void **state) {
    attain_dataset *data = sample_data(NULL);
    const int32_t units[4] = {0, 1, 2, 0};
    const int32_t periods[4] = {2021, 2022, 2023, 2021};
    const int32_t variables[4] = {0, 0, 0, 0};
    const int32_t statuses[4] = {1, 2, 0, 0};
    const double values[4] = {1, 2, 3, 4};
    attain_observations batch;
    (void)state;
    assert_int_equal(observe(data, 3, 2022, 0, -1, 9, NULL), 0);
    attain_observations_init(&batch);
    batch.count = 4;
    batch.units = units;
    batch.periods = periods;
    batch.variables = variables;
    batch.values = values;
    batch.statuses = statuses;
    expect_batch(data, &batch, ATTAIN_ERR_DUPLICATE, "", 3);
    assert_int_equal(look(data, 0, 0, 2021, -1).present, 0);
    assert_int_equal(look(data, 1, 0, 2022, -1).present, 0);
    assert_same(look(data, 1, 0, 2022, -1).value, none);
    assert_same(look(data, 3, 0, 2022, -1).value, 9);
    assert_null(attain_dataset_column_view(data, 0, 2023, -1, NULL));
    batch.count = 3;
    assert_int_equal(attain_dataset_add_observations(data, &batch, NULL), 0);
    assert_same(look(data, 1, 0, 2022, -1).value, 2);
    attain_dataset_destroy(data);
}

static void groups_stand_apart_but_not_beside_none(void **state) {
    attain_dataset *data = sample_data(NULL);
    int32_t pupils, parents;
    (void)state;
    assert_int_equal(attain_dataset_add_group(data, "pupils", &pupils, NULL),
                     0);
    assert_int_equal(attain_dataset_add_group(data, "parents", &parents, NULL),
                     0);
    assert_int_equal(observe(data, 2, 2021, 0, pupils, 4, NULL), 0);
    assert_int_equal(observe(data, 2, 2021, 0, parents, 5, NULL), 0);
    assert_int_equal(observe(data, 2, 2021, 0, pupils, 4, &err),
                     ATTAIN_ERR_DUPLICATE);
    assert_contains(err.message, "pupils");
    assert_int_equal(observe(data, 2, 2021, 0, -1, 4, &err), ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "group");
    assert_int_equal(observe(data, 3, 2021, 0, -1, 4, NULL), 0);
    assert_int_equal(observe(data, 3, 2021, 0, parents, 4, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(observe(data, 2, 2022, 0, -1, 4, NULL), 0);
    assert_int_equal(observe(data, 2, 2021, 1, -1, 4, NULL), 0);
    assert_same(look(data, 2, 0, 2021, pupils).value, 4);
    assert_same(look(data, 2, 0, 2021, parents).value, 5);
    assert_int_equal(look(data, 2, 0, 2021, -1).present, 0);
    attain_dataset_destroy(data);
}

static void get_observation_refuses_bad_arguments(void **state) {
    attain_dataset *data = sample_data(NULL);
    attain_observation out;
    size_t count;
    (void)state;
    attain_observation_init(NULL);
    attain_observation_init(&out);
#define GET(unit, variable, group)                                             \
    attain_dataset_get_observation(data, unit, variable, 2021, group, &out,    \
                                   &err)
    assert_int_equal(GET(4, 0, -1), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(GET(0, 2, -1), ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "variable");
    assert_int_equal(GET(0, 0, 0), ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "group");
    out.struct_size--;
    assert_int_equal(GET(0, 0, -1), ATTAIN_ERR_STRUCT);
    out.struct_size++;
    assert_int_equal(GET(0, 0, -1), ATTAIN_OK);
#undef GET
    assert_int_equal(out.present, 0);
    assert_true(isnan(out.value));
    assert_int_equal(
        attain_dataset_get_observation(NULL, 0, 0, 2021, -1, &out, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_dataset_get_observation(data, 0, 0, 2021, -1, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_dataset_column(data, 7, 2021, -1, NULL, 0, &count, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_dataset_column(data, 0, 2021, 3, NULL, 0, &count, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_dataset_column(data, 0, 2021, -1, NULL, 0, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_dataset_column(NULL, 0, 2021, -1, NULL, 0, &count, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_null(attain_dataset_column_view(NULL, 0, 2021, -1, NULL));
    attain_dataset_destroy(data);
}

static void many_duplicates_take_no_quadratic_time(void **state) {
    enum { COUNT = 200000 };
    attain_dataset *data = sample_data(NULL);
    int32_t *cells = malloc(4 * COUNT * sizeof(*cells));
    double *values = malloc(COUNT * sizeof(*values));
    attain_observations batch;
    (void)state;
    assert_non_null(cells);
    assert_non_null(values);
    /* 4 units × 2 variables × 9999 years, then all over again */
    for (int i = 0; i < COUNT; i++) {
        int at = i % 79992;
        cells[i] = at % 4;
        cells[COUNT + i] = 1 + at / 8;
        cells[2 * COUNT + i] = at / 4 % 2;
        values[i] = i;
    }
    attain_observations_init(&batch);
    batch.count = COUNT;
    batch.units = cells;
    batch.periods = cells + COUNT;
    batch.variables = cells + 2 * COUNT;
    batch.values = values;
    expect_batch(data, &batch, ATTAIN_ERR_DUPLICATE, "", 79992);
    batch.count = 79992;
    assert_int_equal(attain_dataset_add_observations(data, &batch, NULL), 0);
    assert_int_equal(data->columns.count, 19998);
    assert_same(look(data, 3, 1, 9999, -1).value, 79991);
    free(cells);
    free(values);
    attain_dataset_destroy(data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(set_column_is_read_back),
        cmocka_unit_test(set_column_replaces_what_was_there),
        cmocka_unit_test(set_column_refuses_what_does_not_fit),
        cmocka_unit_test(columns_grow_with_the_units),
        cmocka_unit_test(observations_are_read_back),
        cmocka_unit_test(observations_refuse_what_does_not_fit),
        cmocka_unit_test(failed_batch_leaves_no_observation),
        cmocka_unit_test(groups_stand_apart_but_not_beside_none),
        cmocka_unit_test(get_observation_refuses_bad_arguments),
        cmocka_unit_test(many_duplicates_take_no_quadratic_time)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
