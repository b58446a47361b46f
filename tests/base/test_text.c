#include "support/support.h"

#include "base/text.h"

/* RFC 3629 as a plain decoder of its own: by value, not by byte ranges. */
static size_t plain_decode(const unsigned char *s, size_t n, uint32_t *code) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t size = s[0] < 0x80             ? 1
                  : (s[0] & 0xe0) == 0xc0 ? 2
                  : (s[0] & 0xf0) == 0xe0 ? 3
                  : (s[0] & 0xf8) == 0xf0 ? 4
                                          : 0;
    if (size == 0 || size > n)
        return 0;
    uint32_t value = size == 1 ? s[0] : s[0] & (0xffu >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        if ((s[i] & 0xc0) != 0x80)
            return 0;
        value = value * 64 + (s[i] & 0x3fu);
    }
    if (value < least[size] || value > 0x10ffff ||
        (value >= 0xd800 && value <= 0xdfff))
        return 0;
    *code = value;
    return size;
}

static void check_bytes(const unsigned char *bytes, size_t length) {
    uint32_t code = 0;
    uint32_t plain = 0;
    size_t size = attain_i_utf8_next((const char *)bytes, length, &code);
    size_t expected = plain_decode(bytes, length, &plain);
    if (size != expected || code != plain) {
        fail_msg("%02x %02x %02x %02x / %zu: %zu, not %zu", bytes[0], bytes[1],
                 bytes[2], bytes[3], length, size, expected);
    }
}

static void utf8_next_of_all_beginnings(void **state) {
    (void)state;
    static const unsigned char ends[] = {0x00, 0x7f, 0x80, 0x8f, 0x90,
                                         0x9f, 0xa0, 0xbf, 0xc0, 0xff};
    for (unsigned i = 0; i < 0x10000; i++) {
        for (size_t j = 0; j < sizeof(ends); j++) {
            for (size_t k = 0; k < sizeof(ends); k++) {
                unsigned char bytes[4] = {(unsigned char)(i >> 8),
                                          (unsigned char)i, ends[j], ends[k]};
                for (size_t length = 1; length <= 4; length++)
                    check_bytes(bytes, length);
            }
        }
    }
}

static void utf8_next_of_every_character(void **state) {
    (void)state;
    size_t count = 0;
    for (uint32_t code = 0; code <= 0x110000; code++) {
        unsigned char bytes[4] = {(unsigned char)(0xf0 | code >> 18),
                                  (unsigned char)(0x80 | (code >> 12 & 63)),
                                  (unsigned char)(0x80 | (code >> 6 & 63)),
                                  (unsigned char)(0x80 | (code & 63))};
        size_t size = code < 0x80      ? 1
                      : code < 0x800   ? 2
                      : code < 0x10000 ? 3
                                       : 4;
        unsigned char *at = bytes + 4 - size;
        static const unsigned char marks[] = {0, 0, 0xc0, 0xe0, 0xf0};
        if (size == 1)
            at[0] = (unsigned char)code;
        else if (size < 4)
            at[0] = (unsigned char)(marks[size] | code >> 6 * (size - 1));
        uint32_t read = 0;
        if (attain_i_utf8_next((const char *)at, size, &read) == size) {
            assert_int_equal(read, code);
            count++;
        }
    }
    assert_int_equal(count, 0x110000 - 2048);
}

static void utf8_invalid_names_the_byte(void **state) {
    (void)state;
    assert_int_equal(attain_i_utf8_invalid(NULL, 0), 0);
    assert_int_equal(attain_i_utf8_invalid("a\0b", 3), 3);
    char text[64];
    for (size_t length = 0; length <= 40; length++) {
        for (size_t bad = 0; bad < length; bad++) {
            memset(text, 'a', sizeof(text));
            text[bad] = (char)0xc3;
            assert_int_equal(attain_i_utf8_invalid(text, length), bad);
            if (bad + 1 < length) {
                text[bad + 1] = (char)0xa9;
                assert_int_equal(attain_i_utf8_invalid(text, length), length);
            }
        }
    }
    /* GB18030 of a word of two characters. */
    assert_int_equal(attain_i_utf8_invalid("ab\xb0\xdd\xc8\xaa", 6), 2);
}

static void length_and_equality(void **state) {
    (void)state;
    assert_int_equal(attain_i_length("abc", ATTAIN_NUL_TERMINATED), 3);
    assert_int_equal(attain_i_length("abc", 2), 2);
    assert_int_equal(attain_i_length(NULL, 0), 0);
    assert_true(attain_i_text_is("abcd", 3, "abc"));
    assert_true(attain_i_text_is(NULL, 0, ""));
    assert_false(attain_i_text_is("abcd", 4, "abc"));
    assert_false(attain_i_text_is("abc", 3, "abd"));
    assert_false(attain_i_text_is("ab", 2, "abc"));
    assert_false(attain_i_text_is("a\0b", 3, "a"));
}

static void id_fault_of_good_ids(void **state) {
    (void)state;
    static const char *const good[] = {
        "a",        "T2-08", "\xe6\x8b\x9c\xe6\xb3\x89\xe5\x8e\xbf",
        "a b",      "NAN",   "na",
        "a#@-",     "0",     "%s",
        "\xc2\xa0x"};
    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
        assert_null(attain_i_id_fault(good[i], strlen(good[i])));
    char longest[256];
    memset(longest, 'x', sizeof(longest));
    assert_null(attain_i_id_fault(longest, 255));
    assert_contains(attain_i_id_fault(longest, 256), "255");
}

static void id_fault_of_each_fault(void **state) {
    (void)state;
    assert_contains(attain_i_id_fault(NULL, 0), "at least one");
    assert_contains(attain_i_id_fault("a\nb", 3), "control");
    assert_contains(attain_i_id_fault("\x7f", 1), "control");
    assert_contains(attain_i_id_fault("a\0b", 3), "control");
    assert_contains(attain_i_id_fault("\xc2\x80", 2), "control");
    assert_contains(attain_i_id_fault("\xc2\x9f", 2), "control");
    assert_contains(attain_i_id_fault("\xe6\x8b", 2), "UTF-8");
    assert_contains(attain_i_id_fault("NA", 2), "not given");
    static const char *const begins[] = {"#a", "@a", "-a", "-"};
    for (size_t i = 0; i < 4; i++) {
        assert_contains(attain_i_id_fault(begins[i], strlen(begins[i])),
                        "begin");
    }
    static const char *const marks[] = {"a;b", "a[", "]", ";"};
    for (size_t i = 0; i < 4; i++) {
        assert_contains(attain_i_id_fault(marks[i], strlen(marks[i])),
                        "contain");
    }
}

static void text_fault_of_names(void **state) {
    (void)state;
    assert_null(attain_i_text_fault("", 0));
    assert_null(attain_i_text_fault("#1; [x] -", 9));
    assert_non_null(attain_i_text_fault("a\tb", 3));
    assert_non_null(attain_i_text_fault("\xff", 1));
}

static void assert_list(const char *list, size_t count,
                        const char *const *expected) {
    const char *rest = list;
    const char *end = list + strlen(list);
    const char *part;
    size_t length;
    size_t seen = 0;
    while (attain_i_list_next(&rest, end, &part, &length)) {
        assert_true(seen < count);
        assert_true(attain_i_text_is(part, length, expected[seen]));
        seen++;
    }
    assert_int_equal(seen, count);
    assert_null(rest);
    assert_false(attain_i_list_next(&rest, end, &part, &length));
}

static void list_next_of_parts(void **state) {
    (void)state;
    assert_list("a", 1, (const char *const[]){"a"});
    assert_list("a;b;-c", 3, (const char *const[]){"a", "b", "-c"});
    assert_list(" a b ;\tc\t", 2, (const char *const[]){"a b", "c"});
    assert_list("a;", 2, (const char *const[]){"a", ""});
    assert_list(";", 2, (const char *const[]){"", ""});
    assert_list("a; ;b", 3, (const char *const[]){"a", "", "b"});
    assert_list("", 1, (const char *const[]){""});
    assert_list("   ", 1, (const char *const[]){""});
}

static void nearest_of_words(void **state) {
    (void)state;
    static const char *const words[] = {"at_least", "at_most", "above",
                                        "below",    "between", NULL};
    static const struct {
        const char *text;
        const char *nearest;
    } cases[] = {
        {"at_lest", "at_least"},
        {"atleast", "at_least"},
        {"AT_LEAST", "at_least"},
        {"abvoe", "above"},
        {"belw", "below"},
        {"at_mots", "at_most"},
        {"above", "above"},
        {"zzzzzzzz", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *found =
            attain_i_nearest(cases[i].text, strlen(cases[i].text), words);
        if (cases[i].nearest == NULL)
            assert_null(found);
        else
            assert_string_equal(found, cases[i].nearest);
    }
    char longer[300];
    memset(longer, 'a', sizeof(longer));
    assert_null(attain_i_nearest(longer, sizeof(longer), words));
    char long_word[100];
    memset(long_word, 'a', sizeof(long_word) - 1);
    long_word[sizeof(long_word) - 1] = '\0';
    const char *const long_words[] = {long_word, "ab", NULL};
    assert_string_equal(attain_i_nearest("abc", 3, long_words), "ab");
    static const char *const none[] = {NULL};
    assert_null(attain_i_nearest("a", 1, none));
}

static void nearest_distance_limit_grows_with_length(void **state) {
    (void)state;
    static const char *const words[] = {"abcdefghi", NULL};
    /* 9 bytes: up to 4 steps. */
    assert_non_null(attain_i_nearest("XXXXefghi", 9, words));
    assert_null(attain_i_nearest("XXXXXfghi", 9, words));
}

static void text_out_counts_and_fills(void **state) {
    (void)state;
    char out[8] = "1234567";
    size_t count = 0;
    attain_error err;
    assert_int_equal(attain_i_text_out("abc", 3, NULL, 0, &count, NULL), 0);
    assert_int_equal(count, 3);
    assert_int_equal(attain_i_text_out("abc", 3, out, 3, &count, &err),
                     ATTAIN_ERR_SPACE);
    assert_int_equal(err.code, ATTAIN_ERR_SPACE);
    assert_string_equal(out, "1234567");
    assert_int_equal(attain_i_text_out("abc", 3, out, 4, &count, NULL), 0);
    assert_string_equal(out, "abc");
    assert_string_equal(out + 4, "567");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_next_of_all_beginnings),
        cmocka_unit_test(utf8_next_of_every_character),
        cmocka_unit_test(utf8_invalid_names_the_byte),
        cmocka_unit_test(length_and_equality),
        cmocka_unit_test(id_fault_of_good_ids),
        cmocka_unit_test(id_fault_of_each_fault),
        cmocka_unit_test(text_fault_of_names),
        cmocka_unit_test(list_next_of_parts),
        cmocka_unit_test(nearest_of_words),
        cmocka_unit_test(nearest_distance_limit_grows_with_length),
        cmocka_unit_test(text_out_counts_and_fills),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
