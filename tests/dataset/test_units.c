/* Units: adding, refusing, reading back. */
#include "dataset/sample.h"

#include <math.h>

#include "dataset/model.h"

static attain_error err;

static void expect_bad(attain_unit unit, attain_status code,
                       const char *field) {
    attain_dataset *data = sample_data(NULL);
    uint64_t revision = data->revision;
    size_t words = data->word_count;
    memset(&err, 0, sizeof(err));
    assert_int_equal(attain_dataset_add_units(data, &unit, 1, NULL, &err),
                     code);
    assert_string_equal(err.field, field);
    assert_int_equal(err.code, code);
    assert_true(strlen(err.message) > 10);
    assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_UNITS), 4);
    assert_true(data->revision == revision);
    assert_int_equal(data->word_count, words);
    assert_int_equal(data->frequency, ATTAIN_FREQUENCY_NONE);
    attain_dataset_destroy(data);
}

static void units_refuse_each_bad_field(void **state) {
    const attain_unit good = sample_unit("s3", "school", "town");
    attain_unit unit;
    (void)state;
#define BAD(member, value, code)                                               \
    unit = good;                                                               \
    unit.member = value;                                                       \
    expect_bad(unit, code, #member)
    BAD(struct_size, sizeof(unit) - 8, ATTAIN_ERR_STRUCT);
    BAD(struct_size, sizeof(unit) + 8, ATTAIN_ERR_STRUCT);
    BAD(id, NULL, ATTAIN_ERR_MISSING);
    BAD(id, "", ATTAIN_ERR_MISSING);
    BAD(id, "#1", ATTAIN_ERR_TEXT);
    BAD(id, "s1", ATTAIN_ERR_DUPLICATE);
    BAD(name, NULL, ATTAIN_ERR_MISSING);
    BAD(name, "\xc3", ATTAIN_ERR_TEXT);
    BAD(level, NULL, ATTAIN_ERR_MISSING);
    BAD(level, "a;b", ATTAIN_ERR_TEXT);
    BAD(parent, "@x", ATTAIN_ERR_TEXT);
    BAD(stage, "primary;junior", ATTAIN_ERR_TEXT);
    BAD(tags, "rural;;public", ATTAIN_ERR_TEXT);
    BAD(tags, "rural;-x", ATTAIN_ERR_TEXT);
    BAD(opened, 10000, ATTAIN_ERR_PERIOD);
    BAD(closed, -9, ATTAIN_ERR_PERIOD);
#undef BAD
    unit = good;
    unit.opened = 2020;
    unit.closed = 2020;
    expect_bad(unit, ATTAIN_ERR_VALUE, "closed");
    unit.closed = 300000 + 12 * 2023;
    expect_bad(unit, ATTAIN_ERR_PERIOD, "closed");
}

static void units_are_read_back(void **state) {
    attain_dataset *data = empty_data(NULL);
    attain_unit units[2] = {sample_unit("a", "school", "c"),
                            sample_unit("b", "school", NULL)};
    attain_unit back;
    int32_t first = -1;
    (void)state;
    add_unit(data, sample_unit("c", "county", NULL));
    units[0].name = "第一小学";
    units[0].stage = "primary";
    units[0].tags = "rural; public";
    units[0].opened = 2021;
    units[0].closed = 2024;
    assert_int_equal(attain_dataset_add_units(data, units, 2, &first, NULL), 0);
    assert_int_equal(first, 1);
    attain_unit_init(&back);
    assert_int_equal(attain_dataset_get_unit(data, 1, &back, NULL), 0);
    assert_int_equal(back.struct_size, sizeof(back));
    assert_string_equal(back.id, "a");
    assert_string_equal(back.name, "第一小学");
    assert_ptr_not_equal(back.name, units[0].name);
    assert_string_equal(back.level, "school");
    assert_string_equal(back.parent, "c");
    assert_string_equal(back.stage, "primary");
    assert_string_equal(back.tags, "rural; public");
    assert_int_equal(back.opened, 2021);
    assert_int_equal(back.closed, 2024);
    assert_int_equal(attain_dataset_get_unit(data, 2, &back, NULL), 0);
    assert_null(back.parent);
    assert_null(back.stage);
    assert_null(back.tags);
    assert_int_equal(back.opened, ATTAIN_PERIOD_NONE);
    assert_int_equal(data->units[1].tag_count, 2);
    assert_int_equal(data->units[1].tags[1],
                     attain_i_dataset_word(data, "public"));
    assert_int_equal(attain_i_dataset_word(data, "private"), -1);
    assert_int_equal(data->units[1].level, data->units[2].level);
    assert_int_equal(data->units[2].stage, -1);
    assert_int_equal(attain_dataset_find(data, ATTAIN_DATASET_UNITS, "b", 1),
                     2);
    assert_int_equal(attain_dataset_find(data, ATTAIN_DATASET_UNITS, "zz",
                                         ATTAIN_NUL_TERMINATED),
                     -1);
    assert_int_equal(attain_dataset_find(NULL, 0, "b", 1), -1);
    assert_int_equal(attain_dataset_find(data, 0, NULL, 0), -1);
    assert_int_equal(attain_dataset_find(data, 9, "b", 1), -1);
    assert_int_equal(attain_dataset_count(data, 9), 0);
    assert_int_equal(attain_dataset_count(NULL, 0), 0);
    attain_dataset_destroy(data);
}

static void get_unit_refuses_bad_arguments(void **state) {
    attain_dataset *data = sample_data(NULL);
    attain_unit back;
    (void)state;
    attain_unit_init(&back);
    assert_int_equal(attain_dataset_get_unit(NULL, 0, &back, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_dataset_get_unit(data, 0, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_dataset_get_unit(data, 4, &back, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "row");
    assert_int_equal(attain_dataset_get_unit(data, -1, &back, &err),
                     ATTAIN_ERR_ARGUMENT);
    back.struct_size = 3;
    assert_int_equal(attain_dataset_get_unit(data, 0, &back, &err),
                     ATTAIN_ERR_STRUCT);
    attain_dataset_destroy(data);
    attain_dataset_destroy(NULL);
    attain_unit_init(NULL);
}

static void add_units_is_all_or_nothing(void **state) {
    attain_dataset *data = sample_data(NULL);
    attain_unit units[3] = {sample_unit("n1", "new", NULL),
                            sample_unit("n2", "new", NULL),
                            sample_unit("n1", "new", NULL)};
    int32_t first = 77;
    uint64_t revision = data->revision;
    (void)state;
    units[0].opened = 2020;
    units[0].tags = "fresh";
    assert_int_equal(attain_dataset_add_units(data, units, 3, &first, &err),
                     ATTAIN_ERR_DUPLICATE);
    assert_int_equal(err.row, 2);
    assert_int_equal(first, 77);
    assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_UNITS), 4);
    assert_int_equal(attain_dataset_find(data, 0, "n1", 2), -1);
    assert_int_equal(attain_dataset_find(data, 0, "n2", 2), -1);
    assert_int_equal(attain_i_dataset_word(data, "new"), -1);
    assert_int_equal(attain_i_dataset_word(data, "fresh"), -1);
    assert_int_equal(data->frequency, ATTAIN_FREQUENCY_NONE);
    assert_true(data->revision == revision);
    units[2].id = "n3";
    units[2].struct_size--;
    assert_int_equal(attain_dataset_add_units(data, units, 3, NULL, &err),
                     ATTAIN_ERR_STRUCT);
    units[2].struct_size++;
    units[2].opened = 300000 + 12 * 2023; /* not of the first one's frequency */
    assert_int_equal(attain_dataset_add_units(data, units, 3, NULL, &err),
                     ATTAIN_ERR_PERIOD);
    units[2].opened = 2022;
    assert_int_equal(attain_dataset_add_units(data, units, 3, &first, &err),
                     ATTAIN_OK);
    assert_int_equal(first, 4);
    assert_int_equal(data->frequency, ATTAIN_FREQUENCY_YEAR);
    assert_true(data->revision != revision);
    assert_int_equal(attain_dataset_add_units(data, NULL, 0, &first, NULL), 0);
    assert_int_equal(first, 7);
    assert_int_equal(attain_dataset_add_units(data, NULL, 1, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_dataset_add_units(NULL, units, 1, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_dataset_add_units(data, units, SIZE_MAX / 2, NULL, &err),
        ATTAIN_ERR_LIMIT);
    attain_dataset_destroy(data);
}

static void unit_is_open_from_opened_until_before_closed(void **state) {
    attain_i_unit unit = {0};
    (void)state;
    unit.opened = ATTAIN_PERIOD_NONE;
    unit.closed = ATTAIN_PERIOD_NONE;
    assert_true(attain_i_unit_open(&unit, 1));
    unit.opened = 2021;
    unit.closed = 2023;
    assert_false(attain_i_unit_open(&unit, 2020));
    assert_true(attain_i_unit_open(&unit, 2021));
    assert_true(attain_i_unit_open(&unit, 2022));
    assert_false(attain_i_unit_open(&unit, 2023));
    unit.closed = ATTAIN_PERIOD_NONE;
    assert_true(attain_i_unit_open(&unit, 9999));
}

static void create_refuses_bad_arguments(void **state) {
    attain_allocator half = {0};
    attain_dataset *data = NULL;
    (void)state;
    assert_int_equal(attain_dataset_create(NULL, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_dataset_create(&half, &data, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_null(data);
}

static void many_units_are_found(void **state) {
    enum { COUNT = 50000 };
    attain_dataset *data = empty_data(NULL);
    char id[16];
    (void)state;
    for (int i = 0; i < COUNT; i++) {
        attain_i_format(id, sizeof(id), "unit-%d", i);
        add_unit(data, sample_unit(id, "school", NULL));
    }
    for (int i = 0; i < COUNT; i += 997) {
        attain_i_format(id, sizeof(id), "unit-%d", i);
        assert_int_equal(
            attain_dataset_find(data, 0, id, ATTAIN_NUL_TERMINATED), i);
    }
    attain_dataset_destroy(data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_refuse_each_bad_field),
        cmocka_unit_test(units_are_read_back),
        cmocka_unit_test(get_unit_refuses_bad_arguments),
        cmocka_unit_test(add_units_is_all_or_nothing),
        cmocka_unit_test(unit_is_open_from_opened_until_before_closed),
        cmocka_unit_test(create_refuses_bad_arguments),
        cmocka_unit_test(many_units_are_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
