/* Where results are written to: sinks that fail, buffers of every size, and
 * options that cannot be. */
#include "exchange/results.h"

enum { SCHOOLS = 300 };

/* A county with so many schools that the results take several pieces. */
static attain_evaluation *schools(const attain_evaluate_options *options) {
    static char units[20000];
    results_tables tables;
    size_t length;

    results_county(&tables);
    strcpy(units, "id,name,level,parent\nC,County,county,\ns1,1,school,C\n"
                  "s2,2,school,C\n");
    length = strlen(units);
    for (int i = 3; i < SCHOOLS; i++) {
        length += (size_t)snprintf(units + length, sizeof units - length,
                                   "s%d,学校%d,school,C\n", i, i);
    }
    tables.data[0].text = units;
    tables.data[0].length = length;
    return results_evaluate(&tables, options);
}

typedef struct taken {
    char *bytes;
    size_t length;
    size_t calls;
    size_t fail_at;
} taken;

static int32_t take(const char *bytes, size_t length, void *user) {
    taken *into = user;

    into->calls++;
    assert_true(length > 0);
    if (into->calls == into->fail_at)
        return 3;
    into->bytes = realloc(into->bytes, into->length + length);
    assert_non_null(into->bytes);
    memcpy(into->bytes + into->length, bytes, length);
    into->length += length;
    return 0;
}

static attain_write_options form(int32_t format) {
    attain_write_options options;

    attain_write_options_init(&options);
    options.format = format;
    return options;
}

static void options_init_defaults(void **state) {
    attain_write_options options;

    (void)state;
    memset(&options, 0xA5, sizeof options);
    attain_write_options_init(&options);
    assert_int_equal(options.struct_size, sizeof options);
    assert_int_equal(options.format, ATTAIN_FORMAT_CSV);
    assert_int_equal(options.defuse, 0);
    assert_int_equal(options.byte_order_mark, 0);
    assert_int_equal(options.unit, -1);
    assert_null(options.provenance);
    attain_write_options_init(NULL);
}

static void sink_takes_what_the_buffer_holds(void **state) {
    attain_evaluation *ev = schools(NULL);

    (void)state;
    for (int32_t format = 0; format < 2; format++) {
        attain_write_options options = form(format);
        char *text = results_text(ev, &options);
        taken into = {NULL, 0, 0, 0};

        assert_int_equal(attain_write_results(ev, &options, take, &into, NULL),
                         ATTAIN_OK);
        assert_true(into.calls > 2);
        assert_int_equal(into.length, strlen(text));
        assert_memory_equal(into.bytes, text, into.length);
        free(into.bytes);
        free(text);
    }
    attain_evaluation_destroy(ev);
}

static void sink_fails_at_every_call(void **state) {
    attain_evaluation *ev = schools(NULL);

    (void)state;
    for (int32_t format = 0; format < 2; format++) {
        attain_write_options options = form(format);
        char *text = results_text(ev, &options);
        attain_status status = ATTAIN_ERR_CALLBACK;

        for (size_t k = 1; status != ATTAIN_OK; k++) {
            taken into = {NULL, 0, 0, k};
            attain_error err;

            memset(&err, 0, sizeof err);
            status = attain_write_results(ev, &options, take, &into, &err);
            if (status != ATTAIN_OK) {
                assert_int_equal(status, ATTAIN_ERR_CALLBACK);
                assert_int_equal(err.code, ATTAIN_ERR_CALLBACK);
                assert_contains(err.message, "3");
                assert_int_equal(into.calls, k);
                assert_true(into.length < strlen(text));
                if (into.length > 0)
                    assert_memory_equal(into.bytes, text, into.length);
            } else {
                assert_int_equal(into.length, strlen(text));
                assert_true(k > 3);
            }
            free(into.bytes);
        }
        free(text);
    }
    attain_evaluation_destroy(ev);
}

static void buffer_of_every_size(void **state) {
    attain_evaluation *ev = schools(NULL);
    size_t need = 0;
    char *out;

    (void)state;
    assert_int_equal(
        attain_write_results_buffer(ev, NULL, NULL, 0, &need, NULL), ATTAIN_OK);
    out = malloc(need + 2);
    assert_non_null(out);
    for (size_t i = 0; i < 6; i++) {
        size_t sizes[] = {0, 1, need / 2, need - 1, need, need + 1};
        size_t count = 7;
        attain_error err;
        attain_status status;

        memset(out, 0x5A, need + 2);
        status =
            attain_write_results_buffer(ev, NULL, out, sizes[i], &count, &err);
        assert_int_equal(count, need);
        if (sizes[i] <= need) { /* nothing is written */
            assert_int_equal(status, ATTAIN_ERR_SPACE);
            assert_int_equal(err.code, ATTAIN_ERR_SPACE);
            for (size_t j = 0; j < need + 2; j++)
                assert_int_equal(out[j], 0x5A);
        } else {
            assert_int_equal(status, ATTAIN_OK);
            assert_int_equal(strlen(out), need);
            assert_int_equal(out[need + 1], 0x5A);
        }
    }
    free(out);
    attain_evaluation_destroy(ev);
}

static void writing_takes_no_memory(void **state) {
    support_memory memory;
    attain_evaluate_options options;
    attain_evaluation *ev;
    size_t calls;

    (void)state;
    support_memory_init(&memory);
    attain_evaluate_options_init(&options);
    options.allocator = &memory.allocator;
    ev = schools(&options);
    support_memory_fail(&memory, 1, 1);
    calls = memory.calls;
    for (int32_t format = 0; format < 2; format++) {
        attain_write_options writing = form(format);

        free(results_text(ev, &writing));
    }
    assert_int_equal(memory.calls, calls);
    assert_int_equal(memory.failures, 0);
    attain_evaluation_destroy(ev);
    assert_no_leak(&memory);
}

static void refuses(const attain_evaluation *ev,
                    const attain_write_options *options, attain_status status,
                    const char *field) {
    taken into = {NULL, 0, 0, 0};
    attain_error err;
    size_t count = 7;
    char out[4] = "abc";

    memset(&err, 0, sizeof err);
    assert_int_equal(attain_write_results(ev, options, take, &into, &err),
                     status);
    assert_int_equal(err.code, status);
    assert_string_equal(err.field, field);
    assert_int_equal(into.calls, 0);
    assert_int_equal(attain_write_results(ev, options, take, &into, NULL),
                     status);
    assert_int_equal(
        attain_write_results_buffer(ev, options, out, 4, &count, &err), status);
    assert_int_equal(count, 7);
    assert_string_equal(out, "abc");
}

static void options_out_of_range(void **state) {
    attain_evaluation *ev = schools(NULL);
    attain_write_options options = form(3);

    (void)state;
    refuses(ev, &options, ATTAIN_ERR_ARGUMENT, "format");
    options = form(-1);
    refuses(ev, &options, ATTAIN_ERR_ARGUMENT, "format");
    options = form(0);
    options.defuse = 2;
    refuses(ev, &options, ATTAIN_ERR_ARGUMENT, "defuse");
    options = form(0);
    options.byte_order_mark = -1;
    refuses(ev, &options, ATTAIN_ERR_ARGUMENT, "byte_order_mark");
    attain_write_options_init(&options);
    options.provenance = "one line\nand a tab\t";
    refuses(ev, &options, ATTAIN_ERR_TEXT, "provenance");
    options = form(0);
    options.unit = -2;
    refuses(ev, &options, ATTAIN_ERR_ARGUMENT, "unit");
    options.unit = SCHOOLS;
    refuses(ev, &options, ATTAIN_ERR_ARGUMENT, "unit");
    options.unit = SCHOOLS - 1;
    free(results_text(ev, &options));
    options = form(0);
    options.struct_size = 0;
    refuses(ev, &options, ATTAIN_ERR_STRUCT, "options");
    options.struct_size = sizeof options + 8;
    refuses(ev, &options, ATTAIN_ERR_STRUCT, "options");
    attain_evaluation_destroy(ev);
}

static void null_arguments(void **state) {
    attain_evaluation *ev = schools(NULL);
    attain_error err;
    char out[4];

    (void)state;
    refuses(NULL, NULL, ATTAIN_ERR_ARGUMENT, "ev");
    assert_int_equal(attain_write_results(ev, NULL, NULL, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "sink");
    assert_int_equal(attain_write_results_buffer(ev, NULL, out, 4, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "count");
    attain_evaluation_destroy(ev);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_init_defaults),
        cmocka_unit_test(sink_takes_what_the_buffer_holds),
        cmocka_unit_test(sink_fails_at_every_call),
        cmocka_unit_test(buffer_of_every_size),
        cmocka_unit_test(writing_takes_no_memory),
        cmocka_unit_test(options_out_of_range),
        cmocka_unit_test(null_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
