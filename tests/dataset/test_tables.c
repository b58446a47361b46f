/* Variables, stages and evaluator groups; files and their lines. */
#include "dataset/sample.h"

#include <math.h>

#include "dataset/model.h"

static attain_error err;

static attain_status try_variable(attain_variable variable) {
    attain_dataset *data = sample_data(NULL);
    attain_status status =
        attain_dataset_add_variables(data, &variable, 1, NULL, &err);
    assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_VARIABLES),
                     status == ATTAIN_OK ? 3 : 2);
    attain_dataset_destroy(data);
    return status;
}

static void variables_refuse_each_bad_field(void **state) {
    const attain_variable good = sample_variable("z");
    attain_variable variable;
    (void)state;
#define BAD(member, value, code)                                               \
    variable = good;                                                           \
    variable.member = value;                                                   \
    assert_int_equal(try_variable(variable), code);                            \
    assert_string_equal(err.field, #member)
    BAD(struct_size, 0, ATTAIN_ERR_STRUCT);
    BAD(id, NULL, ATTAIN_ERR_MISSING);
    BAD(id, "a[b]", ATTAIN_ERR_TEXT);
    BAD(id, "x", ATTAIN_ERR_DUPLICATE);
    BAD(name, "\t", ATTAIN_ERR_TEXT);
    BAD(unit, "\xff", ATTAIN_ERR_TEXT);
    BAD(min, -(double)INFINITY, ATTAIN_ERR_VALUE);
    BAD(max, (double)INFINITY, ATTAIN_ERR_VALUE);
    BAD(shared, 2, ATTAIN_ERR_ARGUMENT);
    BAD(additive, 2, ATTAIN_ERR_ARGUMENT);
#undef BAD
    variable = good;
    variable.min = 1;
    variable.max = 0.5;
    assert_int_equal(try_variable(variable), ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "max");
    variable.max = 1;
    assert_int_equal(try_variable(variable), ATTAIN_OK);
}

static void variables_are_added_whole_and_read_back(void **state) {
    attain_dataset *data = sample_data(NULL);
    attain_variable pair[2] = {sample_variable("p"), sample_variable("p")};
    attain_variable back;
    int32_t first = 5;
    (void)state;
    assert_int_equal(attain_dataset_add_variables(data, pair, 2, &first, &err),
                     ATTAIN_ERR_DUPLICATE);
    assert_int_equal(err.row, 1);
    assert_int_equal(first, 5);
    assert_int_equal(
        attain_dataset_find(data, ATTAIN_DATASET_VARIABLES, "p", 1), -1);
    pair[1].id = "q";
    pair[1].name = "面积";
    pair[1].unit = "平方米";
    pair[1].min = 0;
    pair[1].max = 1e6;
    pair[1].shared = 1;
    assert_int_equal(attain_dataset_add_variables(data, pair, 2, &first, NULL),
                     0);
    assert_int_equal(first, 2);
    attain_variable_init(&back);
    assert_int_equal(attain_dataset_get_variable(data, 3, &back, NULL), 0);
    assert_string_equal(back.id, "q");
    assert_string_equal(back.name, "面积");
    assert_string_equal(back.unit, "平方米");
    assert_same(back.min, 0);
    assert_same(back.max, 1e6);
    assert_int_equal(back.shared, 1);
    assert_int_equal(attain_dataset_get_variable(data, 2, &back, NULL), 0);
    assert_string_equal(back.name, "p"); /* the id */
    assert_null(back.unit);
    assert_true(isnan(back.min));
    assert_int_equal(attain_dataset_get_variable(data, 4, &back, NULL),
                     ATTAIN_ERR_ARGUMENT);
    back.struct_size = 1;
    assert_int_equal(attain_dataset_get_variable(data, 0, &back, NULL),
                     ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_dataset_get_variable(NULL, 0, &back, NULL),
                     ATTAIN_ERR_ARGUMENT);
    pair[0].id = "r";
    pair[1].id = "t";
    pair[1].struct_size = 8;
    assert_int_equal(attain_dataset_add_variables(data, pair, 2, NULL, NULL),
                     ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_dataset_add_variables(NULL, pair, 2, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_dataset_add_variables(data, NULL, 2, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_dataset_add_variables(data, pair, SIZE_MAX / 4, NULL, NULL),
        ATTAIN_ERR_LIMIT);
    assert_int_equal(attain_dataset_add_variables(data, NULL, 0, &first, NULL),
                     0);
    assert_int_equal(first, 4);
    attain_variable_init(NULL);
    attain_dataset_destroy(data);
}

static void stages_are_checked_and_read_back(void **state) {
    attain_dataset *data = sample_data(NULL);
    attain_stage good, stage, back, pair[2];
    (void)state;
    attain_stage_init(&good);
    good.stage = "primary";
    good.enrolment = "x";
    good.weight = 1;
#define BAD(member, value, code)                                               \
    stage = good;                                                              \
    stage.member = value;                                                      \
    assert_int_equal(attain_dataset_add_stages(data, &stage, 1, &err), code);  \
    assert_string_equal(err.field, #member)
    BAD(struct_size, 5, ATTAIN_ERR_STRUCT);
    BAD(stage, NULL, ATTAIN_ERR_MISSING);
    BAD(stage, "a;b", ATTAIN_ERR_TEXT);
    BAD(enrolment, NULL, ATTAIN_ERR_MISSING);
    BAD(enrolment, "@x", ATTAIN_ERR_TEXT);
    BAD(weight, (double)NAN, ATTAIN_ERR_MISSING);
    BAD(weight, 0, ATTAIN_ERR_VALUE);
    BAD(weight, (double)INFINITY, ATTAIN_ERR_VALUE);
#undef BAD
    pair[0] = good;
    pair[1] = good;
    assert_int_equal(attain_dataset_add_stages(data, pair, 2, &err),
                     ATTAIN_ERR_DUPLICATE);
    assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_STAGES), 0);
    pair[1].stage = "junior";
    pair[1].weight = 1.1;
    pair[1].struct_size--;
    assert_int_equal(attain_dataset_add_stages(data, pair, 2, &err),
                     ATTAIN_ERR_STRUCT);
    pair[1].struct_size++;
    assert_int_equal(attain_dataset_add_stages(data, pair, 2, &err), ATTAIN_OK);
    attain_stage_init(&back);
    assert_int_equal(attain_dataset_get_stage(data, 1, &back, NULL), 0);
    assert_string_equal(back.stage, "junior");
    assert_string_equal(back.enrolment, "x");
    assert_same(back.weight, 1.1);
    assert_int_equal(attain_dataset_get_stage(data, 2, &back, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_dataset_find(data, ATTAIN_DATASET_STAGES, "junior", 6), 1);
    assert_int_equal(attain_dataset_add_stages(NULL, pair, 1, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_dataset_add_stages(data, NULL, 1, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_dataset_add_stages(data, NULL, 0, NULL), 0);
    assert_int_equal(attain_dataset_add_stages(data, pair, SIZE_MAX / 64, NULL),
                     ATTAIN_ERR_LIMIT);
    attain_stage_init(NULL);
    attain_dataset_destroy(data);
}

static void groups_are_found_or_added(void **state) {
    attain_dataset *data = empty_data(NULL);
    int32_t row = 9;
    (void)state;
    assert_int_equal(attain_dataset_add_group(data, "parents", &row, NULL), 0);
    assert_int_equal(row, 0);
    assert_int_equal(attain_dataset_add_group(data, "专家", &row, NULL), 0);
    assert_int_equal(row, 1);
    assert_int_equal(attain_dataset_add_group(data, "parents", &row, NULL), 0);
    assert_int_equal(row, 0);
    assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_GROUPS), 2);
    assert_string_equal(attain_dataset_group_id(data, 1), "专家");
    assert_null(attain_dataset_group_id(data, 2));
    assert_null(attain_dataset_group_id(data, -1));
    assert_null(attain_dataset_group_id(NULL, 0));
    assert_int_equal(
        attain_dataset_find(data, ATTAIN_DATASET_GROUPS, "parents", 7), 0);
    assert_int_equal(attain_dataset_add_group(data, "", &row, &err),
                     ATTAIN_ERR_MISSING);
    assert_int_equal(attain_dataset_add_group(data, "a]", &row, &err),
                     ATTAIN_ERR_TEXT);
    assert_int_equal(attain_dataset_add_group(data, NULL, &row, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_dataset_add_group(NULL, "a", &row, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_dataset_add_group(data, "a", NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    attain_dataset_destroy(data);
}

static void places_name_file_and_line(void **state) {
    attain_dataset *data = empty_data(NULL);
    const char *file;
    int64_t line;
    (void)state;
    assert_int_equal(attain_i_dataset_add_file(data, "a.csv", 10), 0);
    assert_int_equal(attain_i_dataset_add_file(data, "empty.csv", 0), 1);
    assert_int_equal(attain_i_dataset_add_file(data, "b.csv", 3), 2);
    assert_int_equal(data->files[0].first + 1, ATTAIN_I_PLACE_FIRST);
    for (uint32_t n = 1; n <= 10; n++) {
        attain_i_dataset_place(data, data->files[0].first + n, &file, &line);
        assert_string_equal(file, "a.csv");
        assert_int_equal(line, n);
    }
    for (uint32_t n = 1; n <= 3; n++) {
        attain_i_dataset_place(data, data->files[2].first + n, &file, &line);
        assert_string_equal(file, "b.csv");
        assert_int_equal(line, n);
    }
    for (uint32_t place = 0; place <= 1; place++) {
        attain_i_dataset_place(data, place, &file, &line);
        assert_null(file);
        assert_int_equal(line, 0);
    }
    attain_i_dataset_place(data, data->files[2].first + 4, &file, &line);
    assert_null(file);
    assert_int_equal(attain_i_dataset_add_file(data, "c.csv", UINT32_MAX), -1);
    assert_int_equal(attain_i_dataset_add_file(data, "c.csv", UINT32_MAX - 14),
                     3);
    assert_int_equal(attain_i_dataset_add_file(data, "d.csv", 1), -1);
    attain_dataset_destroy(data);
}

static void words_cover_each_status(void **state) {
    (void)state;
    for (int32_t i = 0; i < 4; i++) {
        assert_int_equal(attain_i_words_observation_status[i].value, i);
        assert_non_null(attain_i_words_observation_status[i].zh);
    }
    assert_null(attain_i_words_observation_status[4].word);
    assert_string_equal(attain_i_words_observation_status[2].word,
                        "provisional");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(variables_refuse_each_bad_field),
        cmocka_unit_test(variables_are_added_whole_and_read_back),
        cmocka_unit_test(stages_are_checked_and_read_back),
        cmocka_unit_test(groups_are_found_or_added),
        cmocka_unit_test(places_name_file_and_line),
        cmocka_unit_test(words_cover_each_status)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
