#include "support/support.h"

#include <inttypes.h>

#include "base/error.h"

#define assert_formats(expected, ...)                                          \
    do {                                                                       \
        char line_[256];                                                       \
        size_t length_ = attain_i_format(line_, sizeof(line_), __VA_ARGS__);   \
        assert_string_equal(line_, expected);                                  \
        assert_int_equal(length_, strlen(expected));                           \
    } while (0)

static void format_of_each_conversion(void **state) {
    (void)state;
    assert_formats("", "%s", "");
    assert_formats("a b 100%", "%s %c %d%%", "a", 'b', 100);
    assert_formats("-2147483648 4294967295", "%d %u", INT32_MIN, UINT32_MAX);
    assert_formats("-9223372036854775808", "%lld", (long long)INT64_MIN);
    assert_formats("18446744073709551615", "%llu", (unsigned long long)-1);
    assert_formats("18446744073709551615", "%zu", SIZE_MAX);
    assert_formats("-5 6", "%" PRId64 " %" PRIu64, (int64_t)-5, (uint64_t)6);
    assert_formats("-7 8 9", "%ld %lu %td", -7L, 8ul, (ptrdiff_t)9);
    assert_formats("ff 0", "%x %x", 255u, 0u);
    assert_formats("0007|  42| -42|-042", "%04d|%4d|%4d|%04d", 7, 42, -42, -42);
    assert_formats("ab", "%.2s", "abcdef");
    assert_formats("abc", "%.*s", 3, "abcdef");
    const char open[2] = {'x', 'y'};
    assert_formats("xy", "%.*s", 2, open);
}

static void format_of_null_text(void **state) {
    (void)state;
    const char *volatile none = NULL;
    assert_formats("[]", "[%s]", none);
}

static void format_escapes_what_breaks_a_line(void **state) {
    (void)state;
    assert_formats("a\\x0Ab\\x0D\\x09\\x1B[31m\\x7F", "%s",
                   "a\nb\r\t\x1b[31m\x7f");
    assert_formats("\\x0A", "\n");
    /* U+0085 next line, U+202E right-to-left override, U+2066 isolate,
     * U+200E mark, U+FEFF, U+3000 wide space. */
    assert_formats("\\u{85}\\u{202E}\\u{2066}\\u{200E}\\u{FEFF}\\u{3000}", "%s",
                   "\xc2\x85\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8e\xef\xbb\xbf"
                   "\xe3\x80\x80");
    assert_formats("\xe6\x8b\x9c\xe6\xb3\x89 \xf0\xa0\x80\x80", "%s",
                   "\xe6\x8b\x9c\xe6\xb3\x89 \xf0\xa0\x80\x80");
    assert_formats("\\xFF\\xC0\\x80\\xE6\\x8B", "%s", "\xff\xc0\x80\xe6\x8b");
    assert_formats("%n %s %p", "%s", "%n %s %p");
    assert_formats("\\x07", "%c", 7);
}

/* Whatever the room, the line is a prefix at a character, and the bytes behind
 * it are left alone. */
static void format_cuts_at_a_character(void **state) {
    (void)state;
    const char *text = "ab\xe6\x8b\x9c\n\xf0\xa0\x80\x80z";
    static const size_t lengths[] = {0, 0, 1, 2, 2, 2, 5,  5,
                                     5, 5, 9, 9, 9, 9, 13, 14};
    for (size_t capacity = 0; capacity < 16; capacity++) {
        char line[32];
        memset(line, 'X', sizeof(line));
        size_t length = attain_i_format(line, capacity, "%s", text);
        assert_int_equal(length, lengths[capacity]);
        if (capacity > 0) {
            assert_int_equal(line[length], '\0');
            assert_memory_equal(line, "ab\xe6\x8b\x9c\\x0A\xf0\xa0\x80\x80z",
                                length);
        }
        assert_int_equal(line[capacity], 'X');
    }
}

static void format_writes_nothing_after_a_cut(void **state) {
    (void)state;
    char line[4];
    attain_i_format(line, sizeof(line), "%s%s", "ab\xe6\x8b\x9c", "c");
    assert_string_equal(line, "ab");
}

static void show_of_any_bytes(void **state) {
    (void)state;
    char line[12];
    assert_int_equal(attain_i_show(line, sizeof(line), "a\0b\n", 4), 9);
    assert_string_equal(line, "a\\x00b...");
    assert_int_equal(attain_i_show(line, sizeof(line), "12345678", 8), 8);
    assert_string_equal(line, "12345678");
    assert_int_equal(attain_i_show(line, sizeof(line), "123456789", 9), 11);
    assert_string_equal(line, "12345678...");
    assert_int_equal(
        attain_i_show(line, sizeof(line), "1234567\xe6\x8b\x9c", 10), 10);
    assert_string_equal(line, "1234567...");
    assert_int_equal(attain_i_show(line, 4, "ab", 2), 3);
    assert_string_equal(line, "...");
    assert_int_equal(attain_i_show(line, sizeof(line), NULL, 0), 0);
    assert_string_equal(line, "");
}

static void fail_fills_every_field(void **state) {
    (void)state;
    attain_error err;
    memset(&err, 0x55, sizeof(err));
    attain_status status = attain_i_fail(&err, ATTAIN_ERR_VALUE, "weight", 7,
                                         "weight %d of \"%s\"", -3, "a\nb");
    assert_int_equal(status, ATTAIN_ERR_VALUE);
    assert_int_equal(err.code, ATTAIN_ERR_VALUE);
    assert_int_equal(err.reserved, 0);
    assert_int_equal(err.row, 7);
    assert_string_equal(err.field, "weight");
    assert_string_equal(err.message, "weight -3 of \"a\\x0Ab\"");
}

static void fail_without_an_error_or_a_field(void **state) {
    (void)state;
    attain_error err;
    assert_int_equal(attain_i_fail(NULL, 44, "x", 0, "y"), 44);
    assert_int_equal(attain_i_fail(&err, 44, NULL, -1, "y"), 44);
    assert_string_equal(err.field, "");
    assert_int_equal(attain_i_fail_null(NULL, "out"), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_i_fail_null(&err, "out"), ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "out");
    assert_contains(err.message, "out is NULL");
    assert_int_equal(attain_i_fail_memory(NULL), ATTAIN_ERR_MEMORY);
    assert_int_equal(attain_i_fail_memory(&err), ATTAIN_ERR_MEMORY);
    assert_int_equal(err.row, -1);
}

static void fail_cuts_long_texts_and_may_quote_itself(void **state) {
    (void)state;
    char field[200];
    char text[2000];
    memset(field, 'f', sizeof(field) - 1);
    memset(text, 'm', sizeof(text) - 1);
    field[sizeof(field) - 1] = text[sizeof(text) - 1] = '\0';
    attain_error err;
    attain_i_fail(&err, 1, field, 0, "%s", text);
    assert_int_equal(strlen(err.field), sizeof(err.field) - 1);
    assert_int_equal(strlen(err.message), sizeof(err.message) - 1);
    attain_i_fail(&err, 1, err.field, 0, "again: %s", err.message);
    assert_memory_equal(err.message, "again: mmm", 10);
    assert_int_equal(err.field[62], 'f');
}

static void struct_ok_between_first_and_current(void **state) {
    (void)state;
    assert_false(attain_i_struct_ok(0, 16, 32));
    assert_false(attain_i_struct_ok(15, 16, 32));
    assert_true(attain_i_struct_ok(16, 16, 32));
    assert_true(attain_i_struct_ok(32, 16, 32));
    assert_false(attain_i_struct_ok(33, 16, 32));
    assert_false(attain_i_struct_ok(SIZE_MAX, 16, 32));
}

static void first_error_keeps_the_first(void **state) {
    (void)state;
    attain_error err;
    attain_i_reporter reporter;
    memset(&err, 0, sizeof(err));
    attain_i_first_error(&reporter, &err);
    attain_i_report_warning(&reporter, ATTAIN_ERR_VALUE, "goals", 1, "w",
                            "only a warning");
    assert_int_equal(attain_i_first_error_status(&reporter), ATTAIN_OK);
    assert_int_equal(err.code, 0);
    attain_i_report_error(&reporter, ATTAIN_ERR_CYCLE, "goals", 3, "parent",
                          "ring of %s", "a, b");
    attain_i_report_error(&reporter, ATTAIN_ERR_VALUE, "goals", 4, "weight",
                          "later");
    assert_int_equal(reporter.errors, 2);
    assert_int_equal(attain_i_first_error_status(&reporter), ATTAIN_ERR_CYCLE);
    assert_int_equal(err.code, ATTAIN_ERR_CYCLE);
    assert_int_equal(err.row, 3);
    assert_string_equal(err.field, "parent");
    assert_string_equal(err.message, "ring of a, b");
}

static void first_error_without_an_error_keeps_its_code(void **state) {
    (void)state;
    attain_i_reporter reporter;
    attain_i_first_error(&reporter, NULL);
    assert_int_equal(attain_i_first_error_status(&reporter), ATTAIN_OK);
    attain_i_report_warning(&reporter, ATTAIN_ERR_VALUE, "t", 1, "f", "w");
    attain_i_report_error(&reporter, ATTAIN_ERR_CYCLE, NULL, -1, NULL, "one");
    attain_i_report_error(&reporter, ATTAIN_ERR_VALUE, NULL, -1, NULL, "two");
    assert_int_equal(attain_i_first_error_status(&reporter), ATTAIN_ERR_CYCLE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(format_of_each_conversion),
        cmocka_unit_test(format_of_null_text),
        cmocka_unit_test(format_escapes_what_breaks_a_line),
        cmocka_unit_test(format_cuts_at_a_character),
        cmocka_unit_test(format_writes_nothing_after_a_cut),
        cmocka_unit_test(show_of_any_bytes),
        cmocka_unit_test(fail_fills_every_field),
        cmocka_unit_test(fail_without_an_error_or_a_field),
        cmocka_unit_test(fail_cuts_long_texts_and_may_quote_itself),
        cmocka_unit_test(struct_ok_between_first_and_current),
        cmocka_unit_test(first_error_keeps_the_first),
        cmocka_unit_test(first_error_without_an_error_keeps_its_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
