#include "support/support.h"

static void period_parse_of_each_frequency(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int32_t period;
        int32_t frequency;
    } cases[] = {
        {"2025", 2025, 1},      {"0001", 1, 1},         {"9999", 9999, 1},
        {"2023-S1", 104046, 2}, {"2023-S2", 104047, 2}, {"0001-S1", 100002, 2},
        {"9999-S2", 119999, 2}, {"2023-Q1", 208092, 3}, {"2023-Q4", 208095, 3},
        {"2023-01", 324276, 4}, {"2023-12", 324287, 4}, {"0001-01", 300012, 4},
        {"9999-12", 419999, 4}, {"9999-Q4", 239999, 3},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int32_t period = 0;
        assert_int_equal(attain_period_parse(cases[i].text,
                                             ATTAIN_NUL_TERMINATED, &period,
                                             NULL),
                         ATTAIN_OK);
        assert_int_equal(period, cases[i].period);
        assert_int_equal(attain_period_frequency(period), cases[i].frequency);
    }
    int32_t period;
    assert_int_equal(attain_period_parse("2023-Q3x", 7, &period, NULL), 0);
    assert_int_equal(period, 208094);
}

static void period_parse_refuses(void **state) {
    (void)state;
    static const char *const bad[] = {
        "",
        "202",
        "20233",
        "2023-",
        "2023-1",
        "2023-13",
        "2023-00",
        "2023-S0",
        "2023-S3",
        "2023-Q0",
        "2023-Q5",
        "2023-s1",
        "2023-H1",
        "2023/09",
        "2023Q3",
        "0000",
        "0000-01",
        " 2023",
        "2023 ",
        "-2023",
        "+2023",
        "2023-09-",
        "2023-9",
        "2023-W01",
        "2023-Q33",
        "2O23",
        "2023-1a",
        "2023\xe5\xb9\xb4",
        "\xef\xbc\x92\xef\xbc\x90\xef\xbc\x92\xef\xbc\x93"};
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        int32_t period = 77;
        attain_error err;
        assert_int_equal(
            attain_period_parse(bad[i], strlen(bad[i]), &period, &err),
            ATTAIN_ERR_PERIOD);
        assert_int_equal(period, 77);
        assert_int_equal(err.code, ATTAIN_ERR_PERIOD);
        assert_contains(err.message, bad[i]);
        assert_contains(err.message, "2023-Q3");
    }
}

static void period_parse_without_pointers(void **state) {
    (void)state;
    int32_t period;
    attain_error err;
    assert_int_equal(attain_period_parse(NULL, 4, &period, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "text");
    assert_int_equal(attain_period_parse(NULL, 0, &period, NULL),
                     ATTAIN_ERR_PERIOD);
    assert_int_equal(
        attain_period_parse(NULL, ATTAIN_NUL_TERMINATED, &period, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_period_parse("2023", 4, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "out");
}

/* Every number from −10 to 500000: either no period for all three functions,
 * or one that reads back. */
static void period_format_reads_back_for_every_ordinal(void **state) {
    (void)state;
    size_t seen[5] = {0, 0, 0, 0, 0};
    for (int32_t period = -10; period < 500000; period++) {
        char text[8];
        size_t count = 99;
        int32_t frequency = attain_period_frequency(period);
        attain_status status =
            attain_period_format(period, text, sizeof(text), &count, NULL);
        seen[frequency]++;
        if (frequency == ATTAIN_FREQUENCY_NONE) {
            assert_int_equal(status, ATTAIN_ERR_PERIOD);
            assert_int_equal(count, 99);
            continue;
        }
        int32_t read;
        assert_int_equal(status, ATTAIN_OK);
        assert_int_equal(strlen(text), count);
        assert_int_equal(attain_period_parse(text, count, &read, NULL), 0);
        assert_int_equal(read, period);
    }
    assert_int_equal(seen[1], 9999);
    assert_int_equal(seen[2], 2 * 9999);
    assert_int_equal(seen[3], 4 * 9999);
    assert_int_equal(seen[4], 12 * 9999);
}

static void period_format_errors(void **state) {
    (void)state;
    char text[8] = "1234567";
    size_t count = 0;
    attain_error err;
    assert_int_equal(attain_period_format(324284, NULL, 0, &count, NULL), 0);
    assert_int_equal(count, 7);
    assert_int_equal(attain_period_format(324284, text, 7, &count, &err),
                     ATTAIN_ERR_SPACE);
    assert_string_equal(text, "1234567");
    assert_int_equal(attain_period_format(2023, text, 8, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "count");
    static const int32_t none[] = {
        ATTAIN_PERIOD_NONE, 0, 10000, 100001, 120000, INT32_MIN, INT32_MAX};
    for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
        assert_int_equal(attain_period_format(none[i], text, 8, &count, &err),
                         ATTAIN_ERR_PERIOD);
        assert_int_equal(attain_period_frequency(none[i]),
                         ATTAIN_FREQUENCY_NONE);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(period_parse_of_each_frequency),
        cmocka_unit_test(period_parse_refuses),
        cmocka_unit_test(period_parse_without_pointers),
        cmocka_unit_test(period_format_reads_back_for_every_ordinal),
        cmocka_unit_test(period_format_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
