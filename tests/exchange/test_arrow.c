/* Record batches in and out, by the letter of the specification. */
#include "support/support.h"

#include <math.h>

#include "attain/arrow.h"
#include "attain/exchange.h"

/* --- A batch of our own making -------------------------------------------- */

enum { MOST = 8 };

typedef struct batch {
    struct ArrowSchema schema, types[MOST], words;
    struct ArrowArray array, columns[MOST], dictionary;
    struct ArrowSchema *type_list[MOST];
    struct ArrowArray *column_list[MOST];
    const void *buffers[MOST][3], *word_buffers[3];
} batch;

static void keep_schema(struct ArrowSchema *schema) {
    (void)schema;
}

static void keep_array(struct ArrowArray *array) {
    (void)array;
}

static void batch_init(batch *b, int64_t rows) {
    memset(b, 0, sizeof *b);
    b->schema.format = "+s";
    b->schema.children = b->type_list;
    b->schema.release = keep_schema;
    b->array.children = b->column_list;
    b->array.length = rows;
    b->array.release = keep_array;
}

static struct ArrowArray *batch_add(batch *b, const char *name,
                                    const char *format, const void *values) {
    int64_t at = b->schema.n_children;
    b->types[at].name = name;
    b->types[at].format = format;
    b->columns[at].length = b->array.length;
    b->columns[at].buffers = b->buffers[at];
    b->columns[at].n_buffers = 2;
    b->buffers[at][1] = values;
    b->type_list[at] = &b->types[at];
    b->column_list[at] = &b->columns[at];
    b->schema.n_children = b->array.n_children = at + 1;
    return &b->columns[at];
}

static void batch_add_text(batch *b, const char *name, const char *format,
                           const void *offsets, const char *bytes) {
    struct ArrowArray *column = batch_add(b, name, format, offsets);
    column->n_buffers = 3;
    column->buffers[2] = bytes;
}

static void batch_add_words(batch *b, const char *name, const char *format,
                            const void *indices, int64_t count,
                            const int32_t *offsets, const char *bytes) {
    struct ArrowArray *column = batch_add(b, name, format, indices);
    b->words.format = "u";
    b->type_list[b->schema.n_children - 1]->dictionary = &b->words;
    b->dictionary.length = count;
    b->dictionary.n_buffers = 3;
    b->dictionary.buffers = b->word_buffers;
    b->word_buffers[1] = offsets;
    b->word_buffers[2] = bytes;
    column->dictionary = &b->dictionary;
}

static attain_dataset *two_units(const attain_allocator *allocator) {
    attain_dataset *data;
    attain_unit units[2];
    for (int i = 0; i < 2; i++) {
        attain_unit_init(&units[i]);
        units[i].id = i == 0 ? "s1" : "a school with a long name";
        units[i].name = units[i].id;
        units[i].level = "school";
    }
    assert_int_equal(attain_dataset_create(allocator, &data, NULL), ATTAIN_OK);
    assert_int_equal(attain_dataset_add_units(data, units, 2, NULL, NULL),
                     ATTAIN_OK);
    return data;
}

static attain_observation seen(const attain_dataset *data, int32_t unit,
                               const char *variable, int32_t period) {
    attain_observation found;
    attain_observation_init(&found);
    int32_t row = attain_dataset_find(data, ATTAIN_DATASET_VARIABLES, variable,
                                      ATTAIN_NUL_TERMINATED);
    assert_true(row >= 0);
    assert_int_equal(attain_dataset_get_observation(data, unit, row, period,
                                                    ATTAIN_GROUP_NONE, &found,
                                                    NULL),
                     ATTAIN_OK);
    return found;
}

/* s1 2021 a, s1 2022 a, the long one 2022 b; the first is skipped by the
 * offset of the batch. */
static const int32_t unit_offsets[] = {0, 2, 4, 6, 31};
static const char unit_bytes[] = "s1s1s1a school with a long name";
static const int64_t years[] = {1, 2021, 2022, 2022};
static const uint8_t variable_codes[] = {9, 0, 0, 1};
static const int32_t variable_offsets[] = {0, 1, 2};
static const double values[] = {0, 1.5, 2.5, -3};

static void long_batch(batch *b) {
    batch_init(b, 3);
    b->array.offset = 1;
    batch_add_text(b, "unit", "u", unit_offsets, unit_bytes);
    batch_add(b, "period", "l", years);
    batch_add_words(b, "variable", "C", variable_codes, 2, variable_offsets,
                    "ab");
    batch_add(b, "value", "g", values);
    for (int i = 0; i < 4; i++)
        b->columns[i].length = 4;
}

/* --- In --------------------------------------------------------------------
 */

static void import_long_form(void **state) {
    (void)state;
    attain_dataset *data = two_units(NULL);
    batch b;
    long_batch(&b);
    assert_int_equal(
        attain_dataset_import_arrow(data, &b.schema, &b.array, NULL),
        ATTAIN_OK);
    assert_same(seen(data, 0, "a", 2021).value, 1.5);
    assert_same(seen(data, 0, "a", 2022).value, 2.5);
    assert_same(seen(data, 1, "b", 2022).value, -3);
    assert_int_equal(seen(data, 1, "a", 2021).present, 0);
    attain_dataset_destroy(data);
}

static void import_every_type_of_text(void **state) {
    (void)state;
    static const int64_t large[] = {0, 2, 27};
    static const char bytes[] = "s1a school with a long name";
    struct {
        int32_t length;
        char begin[4];
        int32_t block, at;
    } views[2] = {{2, {'s', '1', 0, 0}, 0, 0}, {25, {0}, 0, 2}};
    static const int16_t codes[] = {1, 0};
    static const int32_t offsets[] = {0, 25, 27};
    for (int form = 0; form < 3; form++) {
        attain_dataset *data = two_units(NULL);
        batch b;
        batch_init(&b, 2);
        if (form == 0) {
            batch_add_text(&b, "unit", "U", large, bytes);
        } else if (form == 1) {
            batch_add_text(&b, "unit", "vu", views, bytes);
        } else {
            batch_add_words(&b, "unit", "s", codes, 2, offsets,
                            "a school with a long names1");
        }
        batch_add(&b, "period", "s", (const int16_t[]){2022, 2022});
        batch_add(&b, "rooms", "c", (const int8_t[]){-5, 7});
        assert_int_equal(
            attain_dataset_import_arrow(data, &b.schema, &b.array, NULL),
            ATTAIN_OK);
        assert_same(seen(data, 0, "rooms", 2022).value, -5);
        assert_same(seen(data, 1, "rooms", 2022).value, 7);
        attain_dataset_destroy(data);
    }
}

static void import_every_type_of_number(void **state) {
    (void)state;
    const struct {
        const char *format;
        const void *values;
        double second;
    } types[] = {
        {"c", (const int8_t[]){1, -7}, -7},
        {"C", (const uint8_t[]){1, 200}, 200},
        {"s", (const int16_t[]){1, -300}, -300},
        {"S", (const uint16_t[]){1, 60000}, 60000},
        {"i", (const int32_t[]){1, -70000}, -70000},
        {"I", (const uint32_t[]){1, 4000000000u}, 4000000000.0},
        {"l", (const int64_t[]){1, -5000000000}, -5000000000.0},
        {"L", (const uint64_t[]){1, UINT64_MAX}, 18446744073709551616.0},
        {"f", (const float[]){1, 0.25f}, 0.25},
        {"g", (const double[]){1, 0.1}, 0.1},
    };
    for (size_t t = 0; t < sizeof types / sizeof *types; t++) {
        attain_dataset *data = two_units(NULL);
        batch b;
        batch_init(&b, 2);
        batch_add_text(&b, "unit", "u", &unit_offsets[2], unit_bytes);
        batch_add(&b, "period", "i", (const int32_t[]){2021, 2022});
        batch_add(&b, "x", types[t].format, types[t].values);
        assert_int_equal(
            attain_dataset_import_arrow(data, &b.schema, &b.array, NULL),
            ATTAIN_OK);
        assert_same(seen(data, 1, "x", 2022).value, types[t].second);
        attain_dataset_destroy(data);
    }
}

static void import_nulls_statuses_and_groups(void **state) {
    (void)state;
    static const uint8_t first_two = 3, last_two = 6, first = 1;
    static const int32_t status_offsets[] = {0, 9, 9, 9};
    static const int32_t group_offsets[] = {0, 7, 7, 14};
    attain_dataset *data = two_units(NULL);
    batch b;
    batch_init(&b, 3);
    batch_add_text(&b, "unit", "u", unit_offsets, unit_bytes);
    batch_add(&b, "period", "i", (const int32_t[]){2021, 2022, 2022});
    batch_add_text(&b, "variable", "u", (const int32_t[]){0, 1, 2, 3}, "xyx");
    batch_add(&b, "value", "g", values + 1)->buffers[0] = &first_two;
    b.columns[3].null_count = 1;
    batch_add_text(&b, "status", "u", status_offsets, "estimated");
    batch_add_text(&b, "group", "u", group_offsets, "parentsparents");
    b.columns[5].buffers[0] = &last_two; /* the second is "" */
    b.columns[5].null_count = -1;
    b.buffers[5][0] = (const uint8_t[]){5};
    b.buffers[4][0] = &first;
    b.columns[4].null_count = 2;
    assert_int_equal(
        attain_dataset_import_arrow(data, &b.schema, &b.array, NULL),
        ATTAIN_OK);
    assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_GROUPS), 1);
    attain_observation found;
    attain_observation_init(&found);
    attain_dataset_get_observation(data, 0, 0, 2021, 0, &found, NULL);
    assert_same(found.value, 1.5);
    assert_int_equal(found.status, ATTAIN_OBSERVATION_ESTIMATED);
    assert_same(seen(data, 0, "y", 2022).value, 2.5);
    attain_dataset_get_observation(data, 0, 0, 2022, 0, &found, NULL);
    assert_int_equal(found.present, 1);
    assert_int_equal(found.status, ATTAIN_OBSERVATION_MISSING);
    attain_dataset_destroy(data);
}

/* What a change of the long batch is refused with; the dataset is as it was. */
static void refuse(void (*change)(batch *b), attain_status status,
                   const char *field) {
    attain_dataset *data = two_units(NULL);
    attain_error err = {0};
    batch b;
    long_batch(&b);
    change(&b);
    assert_int_equal(
        attain_dataset_import_arrow(data, &b.schema, &b.array, &err), status);
    assert_int_equal(err.code, status);
    assert_string_equal(err.field, field);
    assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_VARIABLES), 0);
    assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_GROUPS), 0);
    attain_dataset_destroy(data);
}

static void be_released(batch *b) {
    b->array.release = NULL;
}
static void be_no_struct(batch *b) {
    b->schema.format = "g";
}
static void lack_children(batch *b) {
    b->array.n_children = 3;
}
static void lack_units(batch *b) {
    b->types[0].name = "school";
}
static void be_short(batch *b) {
    b->columns[3].length = 3;
}
static void lack_a_buffer(batch *b) {
    b->columns[3].n_buffers = 1;
}
static void lack_values(batch *b) {
    b->buffers[3][1] = NULL;
}
static void have_dates(batch *b) {
    b->types[1].format = "tdD";
}
static void have_text_values(batch *b) {
    b->types[3].format = "u";
    b->columns[3].n_buffers = 3;
}
static void have_numbered_units(batch *b) {
    b->types[0].format = "i";
}
static void lack_the_dictionary(batch *b) {
    b->columns[2].dictionary = NULL;
}
static void have_a_wrong_code(batch *b) {
    static const uint8_t codes[] = {0, 0, 2, 1};
    b->buffers[2][1] = codes;
}
static void have_an_unknown_unit(batch *b) {
    static const char bytes[] = "s1s1s3a school with a long name";
    b->buffers[0][2] = bytes;
}
static void have_a_null_unit(batch *b) {
    static const uint8_t none = 0;
    b->buffers[0][0] = &none;
    b->columns[0].null_count = 3;
}
static void have_a_null_code(batch *b) {
    static const uint8_t none = 3;
    b->buffers[2][0] = &none;
    b->columns[2].null_count = 1;
}
static void have_a_wrong_year(batch *b) {
    static const int64_t wrong[] = {1, 2021, 10000, 1};
    b->buffers[1][1] = wrong;
}
static void have_an_infinite_value(batch *b) {
    static const double wrong[] = {0, 1, 2, INFINITY};
    b->buffers[3][1] = wrong;
}
static void have_a_wrong_id(batch *b) {
    b->word_buffers[2] = "a#";
}
static void repeat_itself(batch *b) {
    static const int64_t same[] = {0, 2022, 2022, 2022};
    b->buffers[1][1] = same;
}

static void import_refuses(void **state) {
    (void)state;
    refuse(be_released, ATTAIN_ERR_ARGUMENT, "array");
    refuse(be_no_struct, ATTAIN_ERR_ARGUMENT, "schema");
    refuse(lack_children, ATTAIN_ERR_ARGUMENT, "array");
    refuse(lack_units, ATTAIN_ERR_ARGUMENT, "unit");
    refuse(be_short, ATTAIN_ERR_ARGUMENT, "value");
    refuse(lack_a_buffer, ATTAIN_ERR_ARGUMENT, "value");
    refuse(lack_values, ATTAIN_ERR_ARGUMENT, "value");
    refuse(have_dates, ATTAIN_ERR_ARGUMENT, "period");
    refuse(have_text_values, ATTAIN_ERR_ARGUMENT, "value");
    refuse(have_numbered_units, ATTAIN_ERR_ARGUMENT, "unit");
    refuse(lack_the_dictionary, ATTAIN_ERR_ARGUMENT, "variable");
    refuse(have_a_wrong_code, ATTAIN_ERR_ARGUMENT, "variable");
    refuse(have_an_unknown_unit, ATTAIN_ERR_UNKNOWN, "unit");
    refuse(have_a_null_unit, ATTAIN_ERR_MISSING, "unit");
    refuse(have_a_null_code, ATTAIN_ERR_MISSING, "variable");
    refuse(have_a_wrong_year, ATTAIN_ERR_PERIOD, "period");
    refuse(have_an_infinite_value, ATTAIN_ERR_VALUE, "value");
    refuse(have_a_wrong_id, ATTAIN_ERR_TEXT, "variable");
    refuse(repeat_itself, ATTAIN_ERR_DUPLICATE, "");
}

static void import_without_memory(void **state) {
    (void)state;
    for (size_t k = 1;; k++) {
        support_memory memory;
        support_memory_init(&memory);
        attain_dataset *data = two_units(&memory.allocator);
        batch b;
        long_batch(&b);
        support_memory_fail(&memory, k, 0);
        attain_status status =
            attain_dataset_import_arrow(data, &b.schema, &b.array, NULL);
        size_t variables = attain_dataset_count(data, ATTAIN_DATASET_VARIABLES);
        attain_dataset_destroy(data);
        assert_no_leak(&memory);
        if (status == ATTAIN_OK) {
            assert_int_equal(variables, 2);
            assert_true(k > 5);
            return;
        }
        assert_int_equal(status, ATTAIN_ERR_MEMORY);
        assert_int_equal(variables, 0);
    }
}

/* --- Out -------------------------------------------------------------------
 */

static attain_evaluation *judge(uint64_t lenses) {
    attain_plan *plan;
    attain_dataset *data;
    attain_evaluation *ev;
    attain_evaluate_options options;
    attain_evaluate_options_init(&options);
    options.as_of = 2023;
    options.measures |= lenses;
    assert_int_equal(
        attain_read_plan(ATTAIN_TEST_DATA "/baiquan/plan", NULL, &plan, NULL),
        ATTAIN_OK);
    assert_int_equal(attain_read_dataset(ATTAIN_TEST_DATA "/baiquan/data", NULL,
                                         &data, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_evaluate(plan, data, &options, &ev, NULL),
                     ATTAIN_OK);
    attain_plan_destroy(plan);
    attain_dataset_destroy(data);
    return ev;
}

static struct ArrowArray *column_of(const struct ArrowSchema *schema,
                                    const struct ArrowArray *array,
                                    const char *name) {
    for (int64_t i = 0; i < schema->n_children; i++)
        if (strcmp(schema->children[i]->name, name) == 0)
            return array->children[i];
    return NULL;
}

static void export_outlives_the_evaluation(void **state) {
    (void)state;
    attain_evaluation *ev = judge(0);
    const double *own =
        attain_evaluation_view(ev, ATTAIN_MEASURE_ATTAINMENT, 0, NULL);
    double first = own[0];
    struct ArrowSchema schema;
    struct ArrowArray array;
    assert_int_equal(attain_evaluation_export_arrow(ev, &schema, &array, NULL),
                     ATTAIN_OK);
    assert_string_equal(schema.format, "+s");
    assert_int_equal(schema.n_children, 29);
    attain_evaluation_destroy(ev);
    struct ArrowArray *column = column_of(&schema, &array, "attainment");
    assert_ptr_equal(column->buffers[1], own); /* lent, not copied */
    assert_same(((const double *)column->buffers[1])[0], first);
    struct ArrowArray *grade = column_of(&schema, &array, "grade");
    assert_true(grade->null_count > 0 && grade->null_count < grade->length);
    assert_true(grade->dictionary->length > 1);
    /* a child that is moved away lives on alone */
    struct ArrowArray moved = *column;
    column->release = NULL;
    array.release(&array);
    assert_null(array.release);
    assert_same(((const double *)moved.buffers[1])[0], first);
    moved.release(&moved);
    schema.release(&schema);
    assert_null(schema.release);
}

static void export_has_the_lenses_that_were_asked_for(void **state) {
    (void)state;
    attain_evaluation *ev = judge(ATTAIN_MEASURES_LENSES);
    struct ArrowSchema schema;
    struct ArrowArray array;
    assert_int_equal(attain_evaluation_export_arrow(ev, &schema, &array, NULL),
                     ATTAIN_OK);
    assert_int_equal(schema.n_children, 29 + 7);
    assert_string_equal(schema.children[28]->name, "veto");
    for (int32_t i = 0; i < 7; i++) {
        assert_string_equal(
            schema.children[29 + i]->name,
            attain_word(ATTAIN_VOCABULARY_MEASURE, ATTAIN_MEASURE_PROCESS + i));
    }
    const struct ArrowArray *process = array.children[29];
    size_t count;
    const double *own =
        attain_evaluation_view(ev, ATTAIN_MEASURE_PROCESS, 0, &count);
    assert_true(count > 0);
    assert_same(((const double *)process->buffers[1])[0], own[0]);
    const struct ArrowArray *class = array.children[35];
    assert_string_equal(schema.children[35]->format, "u");
    assert_int_equal(class->null_count, class->length); /* no sizes */
    schema.release(&schema);
    array.release(&array);
    attain_evaluation_destroy(ev);
}

static void export_gives_what_is_wanted(void **state) {
    (void)state;
    attain_evaluation *ev = judge(0);
    struct ArrowSchema schema;
    struct ArrowArray array;
    assert_int_equal(attain_evaluation_export_arrow(ev, &schema, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_evaluation_export_arrow(ev, NULL, &array, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_evaluation_export_arrow(ev, NULL, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_evaluation_export_arrow(NULL, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_dataset_export_arrow(NULL, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    schema.release(&schema);
    array.release(&array);
    attain_evaluation_destroy(ev);
}

static void observations_go_there_and_back(void **state) {
    (void)state;
    attain_dataset *data = two_units(NULL), *again = two_units(NULL);
    batch b;
    long_batch(&b);
    assert_int_equal(
        attain_dataset_import_arrow(data, &b.schema, &b.array, NULL),
        ATTAIN_OK);
    struct ArrowSchema schema;
    struct ArrowArray array;
    assert_int_equal(attain_dataset_export_arrow(data, &schema, &array, NULL),
                     ATTAIN_OK);
    attain_dataset_destroy(data);
    assert_int_equal(array.length, 3);
    assert_int_equal(attain_dataset_import_arrow(again, &schema, &array, NULL),
                     ATTAIN_OK);
    assert_same(seen(again, 0, "a", 2021).value, 1.5);
    assert_same(seen(again, 1, "b", 2022).value, -3);
    assert_int_equal(seen(again, 0, "b", 2022).present, 0);
    assert_int_equal(attain_dataset_import_arrow(again, &schema, &array, NULL),
                     ATTAIN_ERR_DUPLICATE);
    schema.release(&schema);
    array.release(&array);
    attain_dataset_destroy(again);
}

static void nothing_is_a_batch_too(void **state) {
    (void)state;
    attain_dataset *data = two_units(NULL);
    struct ArrowSchema schema;
    struct ArrowArray array;
    assert_int_equal(attain_dataset_export_arrow(data, &schema, &array, NULL),
                     ATTAIN_OK);
    assert_int_equal(array.length, 0);
    assert_int_equal(attain_dataset_import_arrow(data, &schema, &array, NULL),
                     ATTAIN_OK);
    schema.release(&schema);
    array.release(&array);
    attain_dataset_destroy(data);
}

static void stream_gives_its_batch_once(void **state) {
    (void)state;
    attain_dataset *data = two_units(NULL);
    struct ArrowSchema schema, twice, copy;
    struct ArrowArray array, next;
    struct ArrowArrayStream stream;
    assert_int_equal(attain_dataset_export_arrow(data, &schema, &array, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_arrow_to_stream(NULL, &array, &stream, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_arrow_to_stream(&schema, &array, &stream, NULL),
                     ATTAIN_OK);
    assert_null(schema.release);
    assert_null(array.release);
    assert_int_equal(attain_arrow_to_stream(&schema, &array, &stream, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(stream.get_schema(&stream, &copy), 0);
    assert_int_equal(stream.get_schema(&stream, &twice), 0);
    assert_int_equal(stream.get_next(&stream, &next), 0);
    assert_non_null(next.release);
    next.release(&next);
    assert_int_equal(stream.get_next(&stream, &next), 0);
    assert_null(next.release);
    assert_null(stream.get_last_error(&stream));
    twice.release(&twice);
    stream.release(&stream);
    assert_null(stream.release);
    assert_string_equal(copy.children[0]->name, "unit");
    assert_string_equal(copy.children[0]->dictionary->format, "u");
    copy.release(&copy);
    attain_dataset_destroy(data);
}

static void stream_that_is_not_read_gives_its_batch_back(void **state) {
    (void)state;
    attain_dataset *data = two_units(NULL);
    struct ArrowSchema schema;
    struct ArrowArray array;
    struct ArrowArrayStream stream;
    assert_int_equal(attain_dataset_export_arrow(data, &schema, &array, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_arrow_to_stream(&schema, &array, &stream, NULL),
                     ATTAIN_OK);
    attain_dataset_destroy(data);
    stream.release(&stream);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(import_long_form),
        cmocka_unit_test(import_every_type_of_text),
        cmocka_unit_test(import_every_type_of_number),
        cmocka_unit_test(import_nulls_statuses_and_groups),
        cmocka_unit_test(import_refuses),
        cmocka_unit_test(import_without_memory),
        cmocka_unit_test(export_outlives_the_evaluation),
        cmocka_unit_test(export_has_the_lenses_that_were_asked_for),
        cmocka_unit_test(export_gives_what_is_wanted),
        cmocka_unit_test(observations_go_there_and_back),
        cmocka_unit_test(nothing_is_a_batch_too),
        cmocka_unit_test(stream_gives_its_batch_once),
        cmocka_unit_test(stream_that_is_not_read_gives_its_batch_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
