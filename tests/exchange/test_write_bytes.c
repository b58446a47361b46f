/* The way to the sink: numbers, CSV cells, JSON strings, and the buffer. */
#include "exchange/write.h"
#include "support/support.h"

/* What a sink took. */
typedef struct taken {
    char bytes[40000];
    size_t length;
    size_t calls;
    size_t fail_at; /* the call that fails, from 1; 0: none */
} taken;

static int32_t take(const char *bytes, size_t length, void *user) {
    taken *into = user;

    assert_true(length > 0);
    into->calls++;
    if (into->calls == into->fail_at)
        return -7;
    assert_true(into->length + length < sizeof into->bytes);
    memcpy(into->bytes + into->length, bytes, length);
    into->length += length;
    into->bytes[into->length] = '\0';
    return 0;
}

static void begin(attain_i_outlet *outlet, taken *into) {
    memset(into, 0, sizeof *into);
    attain_i_outlet_init(outlet, take, into);
}

#define assert_cell(text, defuse, expected)                                    \
    check_cell(text, defuse, expected, __FILE__, __LINE__)

static void check_cell(const char *text, int defuse, const char *expected,
                       const char *file, int line) {
    attain_i_outlet outlet;
    taken into;

    begin(&outlet, &into);
    attain_i_put_cell(&outlet, text, defuse);
    attain_i_outlet_flush(&outlet);
    _assert_string_equal(into.bytes, expected, file, line);
}

static void cell_plain(void **state) {
    (void)state;
    assert_cell("", 0, "");
    assert_cell("Baiquan", 0, "Baiquan");
    assert_cell("拜泉县", 1, "拜泉县");
    assert_cell(" a b ", 0, " a b ");
    assert_cell("a;b'c\\d\t", 0, "a;b'c\\d\t");
}

static void cell_quoted_where_needed(void **state) {
    (void)state;
    assert_cell("a,b", 0, "\"a,b\"");
    assert_cell("say \"ah\"", 0, "\"say \"\"ah\"\"\"");
    assert_cell("\"", 0, "\"\"\"\"");
    assert_cell("two\nlines", 0, "\"two\nlines\"");
    assert_cell("two\r\nlines", 0, "\"two\r\nlines\"");
}

static void cell_defused(void **state) {
    static const char *const runs[] = {
        "=1+1", "+1",  "-1",   "@SUM(A1)", "\t=1", "＝1",  "＋1",
        "－1",  "＠a", "  =1", " \t1",     "'=1",  "　=1", "\xC2\xA0=1"};
    static const char *const rests[] = {"a=1", "1-2", "\xC2\xA9=1", "　a",
                                        "。=", "''",  " ",          "\xEF"};

    (void)state;
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        char expected[32] = "'";

        strcat(expected, runs[i]);
        assert_cell(runs[i], 1, expected);
        assert_cell(runs[i], 0, runs[i]);
    }
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
        assert_cell(rests[i], 1, rests[i]);
    assert_cell("\"=1\"", 1, "\"'\"\"=1\"\"\"");
    assert_cell("=A1,B1", 1, "\"'=A1,B1\"");
    assert_cell("\r=1", 1, "\"'\r=1\"");
    assert_cell("\n=1", 1, "\"'\n=1\"");
}

static void string_escaped(void **state) {
    attain_i_outlet outlet;
    taken into;

    (void)state;
    begin(&outlet, &into);
    attain_i_put_string(&outlet, "a\"b\\c\n\t\x01\x1f/\x7f达");
    attain_i_put_string(&outlet, "");
    attain_i_put_string(&outlet, NULL);
    attain_i_outlet_flush(&outlet);
    assert_string_equal(into.bytes, "\"a\\\"b\\\\c\\u000a\\u0009\\u0001\\u001f"
                                    "/\x7f达\"\"\"null");
}

static void number_shortest(void **state) {
    attain_i_outlet outlet;
    taken into;

    (void)state;
    begin(&outlet, &into);
    attain_i_put_number(&outlet, 96.0);
    attain_i_put_text(&outlet, " ");
    attain_i_put_number(&outlet, 0.1 + 0.2);
    attain_i_put_text(&outlet, " ");
    attain_i_put_number(&outlet, -0.0);
    attain_i_put_number(&outlet, support_double(0x7FF8000000000000));
    attain_i_put_text(&outlet, " ");
    attain_i_put_number(&outlet, 1e-7);
    attain_i_put_text(&outlet, " ");
    attain_i_put_number(&outlet, 1.5e21);
    attain_i_outlet_flush(&outlet);
    assert_string_equal(into.bytes, "96 0.30000000000000004 0 1e-7 1.5e21");
}

static void integer_all_digits(void **state) {
    attain_i_outlet outlet;
    taken into;

    (void)state;
    begin(&outlet, &into);
    attain_i_put_integer(&outlet, 0);
    attain_i_put_text(&outlet, " ");
    attain_i_put_integer(&outlet, 1070);
    attain_i_put_text(&outlet, " ");
    attain_i_put_integer(&outlet, UINT64_MAX);
    attain_i_outlet_flush(&outlet);
    assert_string_equal(into.bytes, "0 1070 18446744073709551615");
}

static void period_or_nothing(void **state) {
    attain_i_outlet outlet;
    taken into;

    (void)state;
    begin(&outlet, &into);
    attain_i_put_period(&outlet, 2023);
    attain_i_put_period(&outlet, ATTAIN_PERIOD_NONE);
    attain_i_put_text(&outlet, " ");
    attain_i_put_period(&outlet, 200000 + 4 * 2023 + 2);
    attain_i_outlet_flush(&outlet);
    assert_string_equal(into.bytes, "2023 2023-Q3");
}

static void writer_gathers(void **state) {
    attain_i_outlet outlet;
    taken into;

    (void)state;
    begin(&outlet, &into);
    attain_i_outlet_flush(&outlet);
    assert_int_equal(into.calls, 0);
    for (size_t i = 0; i < ATTAIN_I_OUTLET_BYTES; i++)
        attain_i_put_bytes(&outlet, "x", 1);
    assert_int_equal(into.calls, 0);
    attain_i_put_bytes(&outlet, "y", 1);
    assert_int_equal(into.calls, 1);
    assert_int_equal(into.length, ATTAIN_I_OUTLET_BYTES);
    attain_i_outlet_flush(&outlet);
    assert_int_equal(into.calls, 2);
    assert_int_equal(into.bytes[ATTAIN_I_OUTLET_BYTES], 'y');
}

static void writer_passes_long_texts_on(void **state) {
    static char text[3 * ATTAIN_I_OUTLET_BYTES];
    attain_i_outlet outlet;
    taken into;

    (void)state;
    memset(text, 'l', sizeof text);
    begin(&outlet, &into);
    attain_i_put_text(&outlet, "a");
    attain_i_put_bytes(&outlet, text, sizeof text);
    attain_i_put_text(&outlet, "z");
    attain_i_outlet_flush(&outlet);
    assert_int_equal(into.calls, 3);
    assert_int_equal(into.length, sizeof text + 2);
    assert_int_equal(into.bytes[0], 'a');
    assert_int_equal(into.bytes[1], 'l');
    assert_int_equal(into.bytes[sizeof text], 'l');
    assert_int_equal(into.bytes[sizeof text + 1], 'z');
}

static void writer_stops_after_a_failure(void **state) {
    static char text[ATTAIN_I_OUTLET_BYTES];
    attain_i_outlet outlet;
    taken into;

    (void)state;
    begin(&outlet, &into);
    into.fail_at = 2;
    memset(text, 'l', sizeof text);
    for (int i = 0; i < 5; i++)
        attain_i_put_bytes(&outlet, text, sizeof text);
    attain_i_outlet_flush(&outlet);
    assert_int_equal(outlet.failure, -7);
    assert_int_equal(into.calls, 2);
    assert_int_equal(into.length, sizeof text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cell_plain),
        cmocka_unit_test(cell_quoted_where_needed),
        cmocka_unit_test(cell_defused),
        cmocka_unit_test(string_escaped),
        cmocka_unit_test(number_shortest),
        cmocka_unit_test(integer_all_digits),
        cmocka_unit_test(period_or_nothing),
        cmocka_unit_test(writer_gathers),
        cmocka_unit_test(writer_passes_long_texts_on),
        cmocka_unit_test(writer_stops_after_a_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
