/* Every allocation of a dataset may fail; then nothing has changed. */
#include "dataset/sample.h"

#include <math.h>

#include "dataset/model.h"

static void create_fails_without_memory(void **state) {
    support_memory memory;
    attain_dataset *data = NULL;
    (void)state;
    support_memory_init(&memory);
    support_memory_fail(&memory, 1, 0);
    assert_int_equal(attain_dataset_create(&memory.allocator, &data, NULL),
                     ATTAIN_ERR_MEMORY);
    assert_null(data);
    assert_no_leak(&memory);
}

/* Step n of building: units with new words, variables, stages, groups, columns
 * and batches of observations, in turn. */
static attain_status build(attain_dataset *data, int n) {
    char id[2][32], level[32];
    attain_unit units[2];
    attain_variable variables[2];
    attain_stage stage;
    attain_observations batch;
    double values[400];
    int32_t row = n % 2, period = 2000 + n, first = 0, second = 1;
    int32_t pair[2] = {first, second}, periods[2] = {period, period};
    int32_t statuses[2] = {ATTAIN_OBSERVATION_ESTIMATED,
                           ATTAIN_OBSERVATION_MEASURED};
    attain_i_format(id[0], sizeof(id[0]), "row%d", n);
    attain_i_format(id[1], sizeof(id[1]), "also%d", n);
    attain_i_format(level, sizeof(level), "level%d", n);
    switch (n % 6) {
    case 0:
        units[0] = sample_unit(id[0], level, NULL);
        units[1] = sample_unit(id[1], "school", id[0]);
        units[1].tags = id[1];
        units[1].stage = "primary";
        units[1].opened = 1990;
        return attain_dataset_add_units(data, units, 2, NULL, NULL);
    case 1:
        variables[0] = sample_variable(id[0]);
        variables[1] = sample_variable(id[1]);
        variables[1].name = "name";
        return attain_dataset_add_variables(data, variables, 2, NULL, NULL);
    case 2:
        attain_stage_init(&stage);
        stage.stage = level;
        stage.enrolment = "row1";
        stage.weight = 1;
        return attain_dataset_add_stages(data, &stage, 1, NULL);
    case 3:
        return attain_dataset_add_group(data, id[0], &row, NULL);
    case 4:
        for (size_t i = 0; i < data->unit_count; i++)
            values[i] = i % 3 == 0 ? (double)NAN : (double)i;
        return attain_dataset_set_column(data, row, period, -1, values,
                                         data->unit_count, NULL);
    default:
        attain_observations_init(&batch);
        values[0] = 1;
        values[1] = 2;
        batch.count = 2;
        batch.units = pair;
        batch.periods = periods;
        batch.variables = pair;
        batch.values = values;
        batch.statuses = statuses;
        return attain_dataset_add_observations(data, &batch, NULL);
    }
}

static size_t count_all(const attain_dataset *data) {
    return data->unit_count + data->variable_count + data->stage_count +
           data->group_count + data->word_count + data->columns.count +
           data->columns.unit_count;
}

static void building_fails_whole_without_memory(void **state) {
    enum { STEPS = 120 };
    support_memory memory;
    attain_dataset *data, *calm;
    (void)state;
    support_memory_init(&memory);
    data = empty_data(&memory.allocator);
    calm = empty_data(NULL);
    for (int n = 0; n < STEPS; n++) {
        size_t count = count_all(data);
        assert_int_equal(build(calm, n), ATTAIN_OK);
        for (size_t k = 1;; k++) {
            uint64_t revision = data->revision;
            int32_t frequency = data->frequency;
            attain_status status;
            support_memory_fail(&memory, k, 0);
            status = build(data, n);
            if (status == ATTAIN_OK)
                break;
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
            assert_int_equal(count_all(data), count);
            assert_true(data->revision == revision);
            assert_int_equal(data->frequency, frequency);
        }
        assert_true(data->revision == calm->revision);
        assert_int_equal(count_all(data), count_all(calm));
    }
    for (size_t i = 0; i < calm->columns.count; i++) {
        assert_memory_equal(data->columns.columns[i].places->of_unit,
                            calm->columns.columns[i].places->of_unit,
                            calm->unit_count * sizeof(uint32_t));
        for (size_t u = 0; u < calm->unit_count; u++) {
            assert_same(data->columns.columns[i].values[u],
                        calm->columns.columns[i].values[u]);
        }
    }
    for (size_t k = 1;; k++) {
        attain_error err;
        attain_status status;
        support_memory_fail(&memory, k, 0);
        status = attain_dataset_check(data, &err);
        if (status == ATTAIN_OK) {
            assert_true(k > 5);
            break;
        }
        assert_int_equal(status, ATTAIN_ERR_MEMORY);
    }
    support_memory_fail(&memory, 1, 1);
    assert_int_equal(attain_i_dataset_add_file(data, "f.csv", 5), -1);
    assert_int_equal(data->file_count, 0);
    attain_dataset_destroy(data);
    attain_dataset_destroy(calm);
    assert_no_leak(&memory);
}

/* Texts fill blocks of memory; with a text of `filled` bytes before them, each
 * of them begins a block at some time. */
static void texts_fail_wherever_a_block_ends(void **state) {
    support_memory memory;
    (void)state;
    support_memory_init(&memory);
    for (size_t filled = 1; filled < 1100; filled += 7) {
        attain_unit unit = sample_unit("filler", "county", NULL);
        attain_dataset *data;
        char text[1200];
        support_memory_fail(&memory, 0, 0);
        data = empty_data(&memory.allocator);
        memset(text, 'x', filled);
        text[filled] = '\0';
        unit.name = text;
        add_unit(data, unit);
        for (int n = 0; n < 12; n++) {
            attain_status status = ATTAIN_ERR_MEMORY;
            for (size_t k = 1; status != ATTAIN_OK; k++) {
                support_memory_fail(&memory, k, 0);
                status = build(data, n);
                assert_true(status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY);
            }
        }
        for (size_t k = 1;; k++) {
            support_memory_fail(&memory, k, 0);
            if (attain_i_dataset_add_file(data, "observations.csv", 9) >= 0)
                break;
            assert_int_equal(data->file_count, 0);
        }
        attain_dataset_destroy(data);
        assert_no_leak(&memory);
    }
}

static void column_costs_eight_bytes_a_unit(void **state) {
    enum { COUNT = 10000 };
    support_memory memory;
    attain_dataset *data;
    double *values = calloc(COUNT, sizeof(*values));
    size_t before, after;
    char id[16];
    (void)state;
    assert_non_null(values);
    support_memory_init(&memory);
    data = empty_data(&memory.allocator);
    add_variable(data, "x");
    for (int i = 0; i < COUNT; i++) {
        attain_i_format(id, sizeof(id), "u%d", i);
        add_unit(data, sample_unit(id, "school", NULL));
    }
    before = memory.live_bytes;
    for (int32_t period = 2001; period <= 2010; period++) {
        assert_int_equal(
            attain_dataset_set_column(data, 0, period, -1, values, COUNT, NULL),
            0);
    }
    after = memory.live_bytes;
    /* Their places are the same, and kept once. */
    assert_in_range(after - before, (10 * 8 + 4) * COUNT,
                    (10 * 8 + 4) * COUNT + 4096);
    for (int again = 0; again < 5; again++) {
        assert_int_equal(
            attain_dataset_set_column(data, 0, 2005, -1, values, COUNT, NULL),
            0);
    }
    /* The memory of the column before waits for the next. */
    assert_in_range(memory.live_bytes, after, after + 8 * COUNT + 4096);
    attain_dataset_destroy(data);
    free(values);
    assert_no_leak(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(create_fails_without_memory),
        cmocka_unit_test(building_fails_whole_without_memory),
        cmocka_unit_test(texts_fail_wherever_a_block_ends),
        cmocka_unit_test(column_costs_eight_bytes_a_unit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
