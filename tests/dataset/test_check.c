/* The check of a dataset as a whole. */
#include "dataset/sample.h"

#include <math.h>

#include "dataset/model.h"

static attain_error err;

static void expect(const attain_dataset *data, attain_status code,
                   const char *field, int64_t row) {
    memset(&err, 0, sizeof(err));
    assert_int_equal(attain_dataset_check(data, &err), code);
    assert_string_equal(err.field, field);
    assert_int_equal(err.row, row);
    assert_int_equal(attain_dataset_check(data, NULL), code);
}

static void check_passes_a_sound_dataset(void **state) {
    attain_dataset *data = sample_data(NULL), *empty = empty_data(NULL);
    int32_t parents[4];
    (void)state;
    assert_int_equal(attain_dataset_check(data, NULL), ATTAIN_OK);
    assert_int_equal(attain_dataset_check(empty, NULL), ATTAIN_OK);
    assert_int_equal(attain_dataset_check(NULL, NULL), ATTAIN_ERR_ARGUMENT);
    attain_i_dataset_parents(data, parents);
    assert_int_equal(parents[0], -1);
    assert_int_equal(parents[1], 0);
    assert_int_equal(parents[2], 1);
    assert_int_equal(parents[3], 1);
    attain_dataset_destroy(data);
    attain_dataset_destroy(empty);
}

static void check_accepts_parents_that_come_later(void **state) {
    attain_dataset *data = empty_data(NULL);
    (void)state;
    add_unit(data, sample_unit("school", "school", "county"));
    expect(data, ATTAIN_ERR_UNKNOWN, "parent", 0);
    add_unit(data, sample_unit("county", "county", NULL));
    assert_int_equal(attain_dataset_check(data, NULL), ATTAIN_OK);
    attain_dataset_destroy(data);
}

static void check_suggests_the_nearest_id(void **state) {
    attain_dataset *data = sample_data(NULL);
    attain_stage stage;
    (void)state;
    attain_stage_init(&stage);
    stage.stage = "primary";
    stage.enrolment = "pupils";
    stage.weight = 1;
    assert_int_equal(attain_dataset_add_stages(data, &stage, 1, NULL), 0);
    expect(data, ATTAIN_ERR_UNKNOWN, "enrolment", 0);
    add_variable(data, "pupil");
    expect(data, ATTAIN_ERR_UNKNOWN, "enrolment", 0);
    assert_contains(err.message, "did you mean \"pupil\"?");
    add_variable(data, "pupils");
    assert_int_equal(attain_dataset_check(data, NULL), ATTAIN_OK);
    add_unit(data, sample_unit("s3", "school", "twon"));
    expect(data, ATTAIN_ERR_UNKNOWN, "parent", 4);
    assert_contains(err.message, "did you mean \"town\"?");
    attain_dataset_destroy(data);
}

static void check_names_the_ring_of_parents(void **state) {
    attain_dataset *data = sample_data(NULL);
    (void)state;
    add_unit(data, sample_unit("tail", "school", "c"));
    add_unit(data, sample_unit("a", "l1", "b"));
    add_unit(data, sample_unit("b", "l2", "c"));
    add_unit(data, sample_unit("c", "l3", "a"));
    expect(data, ATTAIN_ERR_CYCLE, "parent", 5);
    assert_contains(err.message, "\"a\" -> \"b\" -> \"c\" -> \"a\"");
    attain_dataset_destroy(data);
    data = empty_data(NULL);
    add_unit(data, sample_unit("self", "school", "self"));
    expect(data, ATTAIN_ERR_CYCLE, "parent", 0);
    assert_contains(err.message, "\"self\" -> \"self\"");
    attain_dataset_destroy(data);
}

static void check_takes_very_deep_chains(void **state) {
    enum { DEPTH = 100000 };
    attain_dataset *data = empty_data(NULL);
    char id[16], parent[16], level[16];
    (void)state;
    for (int i = DEPTH; i > 0; i--) {
        attain_i_format(id, sizeof(id), "u%d", i);
        attain_i_format(parent, sizeof(parent), "u%d", i - 1);
        attain_i_format(level, sizeof(level), "l%d", i);
        add_unit(data, sample_unit(id, level, parent));
    }
    expect(data, ATTAIN_ERR_UNKNOWN, "parent", DEPTH - 1);
    add_unit(data, sample_unit("u0", "l0", NULL));
    assert_int_equal(attain_dataset_check(data, NULL), ATTAIN_OK);
    add_unit(data, sample_unit("last", "l0", "u100000"));
    expect(data, ATTAIN_ERR_VALUE, "level", DEPTH + 1);
    attain_dataset_destroy(data);
    data = empty_data(NULL);
    for (int i = 0; i < DEPTH; i++) {
        attain_i_format(id, sizeof(id), "u%d", i);
        attain_i_format(parent, sizeof(parent), "u%d", (i + 1) % DEPTH);
        add_unit(data, sample_unit(id, "school", parent));
    }
    expect(data, ATTAIN_ERR_CYCLE, "parent", 0);
    assert_contains(err.message, "(100000 in all)");
    attain_dataset_destroy(data);
}

static void check_refuses_a_unit_below_its_own_level(void **state) {
    attain_dataset *data = sample_data(NULL);
    (void)state;
    add_unit(data, sample_unit("room", "room", "s2"));
    assert_int_equal(attain_dataset_check(data, NULL), ATTAIN_OK);
    add_unit(data, sample_unit("inner", "school", "room"));
    expect(data, ATTAIN_ERR_VALUE, "level", 5);
    assert_contains(err.message, "\"inner\"");
    assert_contains(err.message, "\"s2\"");
    attain_dataset_destroy(data);
    /* beside each other, and in another branch, is fine */
    data = sample_data(NULL);
    add_unit(data, sample_unit("town2", "township", "county"));
    add_unit(data, sample_unit("s3", "school", "town2"));
    add_unit(data, sample_unit("s4", "school", "county"));
    add_unit(data, sample_unit("county2", "county", NULL));
    assert_int_equal(attain_dataset_check(data, NULL), ATTAIN_OK);
    attain_dataset_destroy(data);
}

static void check_wants_one_frequency(void **state) {
    attain_dataset *data = sample_data(NULL);
    (void)state;
    /* A reader fills columns without asking; the check looks at them. */
    assert_true(attain_i_columns_obtain(&data->columns, 0, 2021, -1, NULL) >=
                0);
    assert_int_equal(attain_dataset_check(data, NULL), ATTAIN_OK);
    assert_true(attain_i_columns_obtain(&data->columns, 0, 300000 + 12 * 2021,
                                        -1, NULL) >= 0);
    expect(data, ATTAIN_ERR_PERIOD, "period", -1);
    attain_dataset_destroy(data);
    data = sample_data(NULL);
    assert_true(attain_i_columns_obtain(&data->columns, 0, 2021, -1, NULL) >=
                0);
    data->units[2].opened = 200000 + 4 * 2021;
    expect(data, ATTAIN_ERR_PERIOD, "opened", 2);
    attain_dataset_destroy(data);
    data = empty_data(NULL);
    add_unit(data, sample_unit("u", "school", NULL));
    data->units[0].closed = 2021;
    assert_int_equal(attain_dataset_check(data, NULL), ATTAIN_OK);
    data->units[0].opened = 100000 + 2 * 2020;
    expect(data, ATTAIN_ERR_PERIOD, "closed", 0);
    attain_dataset_destroy(data);
}

static void check_finds_values_with_and_without_groups(void **state) {
    attain_dataset *data = sample_data(NULL);
    int32_t group, plain, grouped, file;
    (void)state;
    assert_int_equal(attain_dataset_add_group(data, "g", &group, NULL), 0);
    file = attain_i_dataset_add_file(data, "observations.csv", 20);
    plain = attain_i_columns_obtain(&data->columns, 0, 2021, -1, NULL);
    grouped = attain_i_columns_obtain(&data->columns, 0, 2021, group, NULL);
    data->columns.columns[plain].values[2] = 1;
    data->columns.columns[plain].places->of_unit[2] =
        data->files[file].first + 7;
    assert_int_equal(attain_dataset_check(data, NULL), ATTAIN_OK);
    data->columns.columns[grouped].values[2] = 1;
    data->columns.columns[grouped].places->of_unit[2] =
        data->files[file].first + 9;
    expect(data, ATTAIN_ERR_VALUE, "group", 2);
    assert_contains(err.message, "observations.csv:9");
    assert_contains(err.message, "observations.csv:7");
    assert_string_equal(look(data, 2, 0, 2021, -1).file, "observations.csv");
    assert_int_equal(look(data, 2, 0, 2021, -1).line, 7);
    attain_dataset_destroy(data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_passes_a_sound_dataset),
        cmocka_unit_test(check_accepts_parents_that_come_later),
        cmocka_unit_test(check_suggests_the_nearest_id),
        cmocka_unit_test(check_names_the_ring_of_parents),
        cmocka_unit_test(check_takes_very_deep_chains),
        cmocka_unit_test(check_refuses_a_unit_below_its_own_level),
        cmocka_unit_test(check_wants_one_frequency),
        cmocka_unit_test(check_finds_values_with_and_without_groups)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
