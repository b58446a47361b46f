/* Points attached to their main school (rulings A115). */
#include "dataset/sample.h"

static attain_error err;

static attain_unit point_of(const char *id, const char *school) {
    attain_unit unit = sample_unit(id, "school", "town");
    unit.attached_to = school;
    return unit;
}

/* The sample with one more unit; what check says. */
static void expect_fault(attain_unit unit, const char *part) {
    attain_dataset *data = sample_data(NULL);
    add_unit(data, unit);
    assert_int_equal(attain_dataset_check(data, &err), ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "attached_to");
    assert_int_equal(err.row, 4);
    assert_contains(err.message, part);
    attain_dataset_destroy(data);
}

static void attached_to_is_kept_and_given_back(void **state) {
    attain_dataset *data = sample_data(NULL);
    attain_unit back;
    (void)state;
    add_unit(data, point_of("p", "s1"));
    attain_unit_init(&back);
    assert_null(back.attached_to);
    assert_int_equal(attain_dataset_get_unit(data, 4, &back, NULL), ATTAIN_OK);
    assert_string_equal(back.attached_to, "s1");
    assert_int_equal(attain_dataset_get_unit(data, 2, &back, NULL), ATTAIN_OK);
    assert_null(back.attached_to);
    assert_int_equal(attain_dataset_check(data, NULL), ATTAIN_OK);
    attain_dataset_destroy(data);
}

static void attached_to_an_unknown_unit(void **state) {
    attain_dataset *data = sample_data(NULL);
    (void)state;
    add_unit(data, point_of("p", "s11"));
    assert_int_equal(attain_dataset_check(data, &err), ATTAIN_ERR_UNKNOWN);
    assert_string_equal(err.field, "attached_to");
    assert_contains(err.message, "did you mean \"s1\"?");
    attain_dataset_destroy(data);
}

static void attached_to_what_it_cannot_be(void **state) {
    attain_unit unit = point_of("p", "s1");
    (void)state;
    expect_fault(point_of("p", "p"), "is the unit itself");
    expect_fault(point_of("p", "town"), "of another level");
    unit.stage = "primary";
    expect_fault(unit, "of another stage");
    unit.attached_to = "a;b";
    attain_dataset *data = sample_data(NULL);
    assert_int_equal(attain_dataset_add_units(data, &unit, 1, NULL, &err),
                     ATTAIN_ERR_TEXT);
    assert_string_equal(err.field, "attached_to");
    attain_dataset_destroy(data);
}

static void attached_to_a_point(void **state) {
    attain_dataset *data = sample_data(NULL);
    (void)state;
    add_unit(data, point_of("p", "q"));
    add_unit(data, point_of("q", "s1"));
    assert_int_equal(attain_dataset_check(data, &err), ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 4);
    assert_contains(err.message, "is attached to another unit itself");
    attain_dataset_destroy(data);
}

/* A school open from 2021 to 2023, and a point with the dates given. */
static attain_status with_dates(int32_t opened, int32_t closed) {
    attain_dataset *data = sample_data(NULL);
    attain_unit school = sample_unit("s", "school", "town");
    attain_unit point = point_of("p", "s");
    int32_t first = 0, end = 0;
    attain_period_parse("2021", 4, &first, NULL);
    attain_period_parse("2024", 4, &end, NULL);
    school.opened = first;
    school.closed = end;
    point.opened = opened == 0 ? ATTAIN_PERIOD_NONE : first + opened - 2021;
    point.closed = closed == 0 ? ATTAIN_PERIOD_NONE : first + closed - 2021;
    add_unit(data, school);
    add_unit(data, point);
    attain_status status = attain_dataset_check(data, NULL);
    attain_dataset_destroy(data);
    return status;
}

static void point_is_open_only_while_its_school_is(void **state) {
    (void)state;
    assert_int_equal(with_dates(2021, 2024), ATTAIN_OK);
    assert_int_equal(with_dates(2022, 2023), ATTAIN_OK);
    assert_int_equal(with_dates(2020, 2024), ATTAIN_ERR_VALUE);
    assert_int_equal(with_dates(0, 2024), ATTAIN_ERR_VALUE);
    assert_int_equal(with_dates(2021, 2025), ATTAIN_ERR_VALUE);
    assert_int_equal(with_dates(2021, 0), ATTAIN_ERR_VALUE);
}

static void additive_is_yes_or_no(void **state) {
    attain_dataset *data = sample_data(NULL);
    attain_variable variable = sample_variable("z");
    (void)state;
    variable.additive = 2;
    assert_int_equal(
        attain_dataset_add_variables(data, &variable, 1, NULL, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "additive");
    variable.additive = 1;
    assert_int_equal(
        attain_dataset_add_variables(data, &variable, 1, NULL, NULL),
        ATTAIN_OK);
    attain_variable_init(&variable);
    assert_int_equal(attain_dataset_get_variable(data, 2, &variable, NULL),
                     ATTAIN_OK);
    assert_int_equal(variable.additive, 1);
    attain_dataset_destroy(data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attached_to_is_kept_and_given_back),
        cmocka_unit_test(attached_to_an_unknown_unit),
        cmocka_unit_test(attached_to_what_it_cannot_be),
        cmocka_unit_test(attached_to_a_point),
        cmocka_unit_test(point_is_open_only_while_its_school_is),
        cmocka_unit_test(additive_is_yes_or_no),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
