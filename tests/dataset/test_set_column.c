/* Setting whole columns: all of it or nothing, over more values than one block,
 * and what columns share with each other. */
#include "dataset/sample.h"

#include <math.h>

#include "dataset/model.h"

enum { COUNT = 3000 }; /* more than two blocks, and a rest */

static attain_dataset *schools(const attain_allocator *allocator) {
    static const char *const ids[] = {"x", "y"};
    attain_dataset *data = empty_data(allocator);
    char id[16];
    for (int i = 0; i < COUNT; i++) {
        attain_i_format(id, sizeof id, "u%d", i);
        add_unit(data, sample_unit(id, "school", NULL));
    }
    for (int i = 0; i < 2; i++) {
        attain_variable variable = sample_variable(ids[i]);
        variable.min = -1e6;
        assert_int_equal(
            attain_dataset_add_variables(data, &variable, 1, NULL, NULL), 0);
    }
    return data;
}

static attain_status set(attain_dataset *data, int32_t variable, double first,
                         int32_t at, double odd, attain_error *err) {
    double values[COUNT];
    for (int i = 0; i < COUNT; i++)
        values[i] = i % 7 == 3 ? (double)NAN : first + i;
    if (at >= 0)
        values[at] = odd;
    return attain_dataset_set_column(data, variable, 2023, ATTAIN_GROUP_NONE,
                                     values, COUNT, err);
}

static void assert_column(const attain_dataset *data, int32_t variable,
                          double first) {
    size_t count;
    const double *values = attain_dataset_column_view(
        data, variable, 2023, ATTAIN_GROUP_NONE, &count);
    assert_int_equal(count, data->unit_count);
    for (int i = 0; i < COUNT; i++)
        assert_same(values[i], i % 7 == 3 ? (double)NAN : first + i);
}

static void one_bad_value_anywhere_changes_nothing(void **state) {
    static const double bad[] = {INFINITY, -INFINITY, -1e6 - 1};
    static const int32_t places[] = {0, 1023, 1024, 2047, COUNT - 1};
    attain_dataset *data = schools(NULL);
    (void)state;
    assert_int_equal(set(data, 0, 5, -1, 0, NULL), ATTAIN_OK);
    uint64_t revision = data->revision;
    for (size_t b = 0; b < sizeof bad / sizeof *bad; b++) {
        for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
            attain_error err;
            assert_int_equal(set(data, 0, 9, places[p], bad[b], &err),
                             ATTAIN_ERR_VALUE);
            assert_int_equal(err.row, places[p]);
            assert_column(data, 0, 5);
            assert_true(data->revision == revision);
        }
    }
    assert_int_equal(set(data, 0, 9, -1, 0, NULL), ATTAIN_OK);
    assert_column(data, 0, 9);
    attain_dataset_destroy(data);
}

/* The same calls give the same mark; one other value another, wherever. */
static void revision_follows_every_value(void **state) {
    (void)state;
    attain_dataset *one = schools(NULL);
    assert_int_equal(set(one, 0, 5, 3, (double)NAN, NULL), ATTAIN_OK);
    for (int32_t at = -1; at < COUNT; at += 250) {
        attain_dataset *two = schools(NULL);
        assert_int_equal(set(two, 0, 5, at, 0.5, NULL), ATTAIN_OK);
        assert_int_equal(at < 0, two->revision == one->revision);
        attain_dataset_destroy(two);
    }
    attain_dataset_destroy(one);
}

static void units_that_come_later_are_not_observed(void **state) {
    support_memory memory;
    (void)state;
    support_memory_init(&memory);
    attain_dataset *data = schools(&memory.allocator);
    assert_int_equal(set(data, 0, 5, -1, 0, NULL), ATTAIN_OK);
    assert_int_equal(set(data, 1, 6, -1, 0, NULL), ATTAIN_OK);
    assert_ptr_equal(data->columns.columns[0].places,
                     data->columns.columns[1].places);
    add_unit(data, sample_unit("new", "school", NULL));
    assert_int_equal(look(data, COUNT, 0, 2023, -1).present, 0);
    assert_int_equal(look(data, COUNT - 1, 0, 2023, -1).present, 1);
    assert_int_equal(observe(data, COUNT, 2023, 0, -1, 8, NULL), ATTAIN_OK);
    assert_int_equal(look(data, COUNT, 0, 2023, -1).present, 1);
    assert_int_equal(look(data, COUNT, 1, 2023, -1).present, 0);
    assert_column(data, 0, 5);
    assert_column(data, 1, 6);
    double more[COUNT + 1] = {0};
    assert_int_equal(
        attain_dataset_set_column(data, 1, 2024, -1, more, COUNT + 1, NULL),
        ATTAIN_OK);
    assert_int_equal(look(data, COUNT, 1, 2024, -1).present, 1);
    assert_int_equal(look(data, COUNT, 1, 2023, -1).present, 0);
    attain_dataset_destroy(data);
    assert_no_leak(&memory);
}

/* The view of a column may be what it is set from. */
static void column_is_set_from_itself(void **state) {
    attain_dataset *data = schools(NULL);
    size_t count;
    (void)state;
    assert_int_equal(set(data, 0, 5, -1, 0, NULL), ATTAIN_OK);
    assert_int_equal(attain_dataset_set_column(
                         data, 0, 2023, -1,
                         attain_dataset_column_view(data, 0, 2023, -1, &count),
                         COUNT, NULL),
                     ATTAIN_OK);
    assert_column(data, 0, 5);
    attain_dataset_destroy(data);
}

static void setting_without_memory_changes_nothing(void **state) {
    support_memory memory;
    attain_status status = ATTAIN_ERR_MEMORY;
    (void)state;
    support_memory_init(&memory);
    for (size_t k = 1; status != ATTAIN_OK; k++) {
        attain_dataset *data = schools(&memory.allocator);
        uint64_t revision = data->revision;
        support_memory_fail(&memory, k, 0);
        status = set(data, 0, 5, -1, 0, NULL);
        support_memory_fail(&memory, 0, 0);
        if (status != ATTAIN_OK) {
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
            assert_true(data->revision == revision);
            assert_null(attain_dataset_column_view(data, 0, 2023, -1, NULL));
            assert_int_equal(set(data, 0, 5, -1, 0, NULL), ATTAIN_OK);
        } else {
            assert_true(k > 3);
        }
        assert_column(data, 0, 5);
        attain_dataset_destroy(data);
        assert_no_leak(&memory);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_bad_value_anywhere_changes_nothing),
        cmocka_unit_test(revision_follows_every_value),
        cmocka_unit_test(units_that_come_later_are_not_observed),
        cmocka_unit_test(column_is_set_from_itself),
        cmocka_unit_test(setting_without_memory_changes_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
