#include "support/support.h"

#include <stdio.h>

static const struct {
    attain_status status;
    const char *name;
} listed[] = {
    {0, "ATTAIN_OK"},
    {10, "ATTAIN_ERR_ARGUMENT"},
    {11, "ATTAIN_ERR_STRUCT"},
    {12, "ATTAIN_ERR_SPACE"},
    {20, "ATTAIN_ERR_MEMORY"},
    {21, "ATTAIN_ERR_LIMIT"},
    {30, "ATTAIN_ERR_TEXT"},
    {31, "ATTAIN_ERR_NUMBER"},
    {32, "ATTAIN_ERR_PERIOD"},
    {40, "ATTAIN_ERR_DUPLICATE"},
    {41, "ATTAIN_ERR_UNKNOWN"},
    {42, "ATTAIN_ERR_CYCLE"},
    {43, "ATTAIN_ERR_MISSING"},
    {44, "ATTAIN_ERR_VALUE"},
    {50, "ATTAIN_ERR_MISMATCH"},
    {60, "ATTAIN_ERR_TABLE"},
    {61, "ATTAIN_ERR_IO"},
    {70, "ATTAIN_ERR_CALLBACK"},
};

enum { LISTED = sizeof(listed) / sizeof(listed[0]) };

static void status_name_of_each_code(void **state) {
    (void)state;
    for (size_t i = 0; i < LISTED; i++) {
        assert_string_equal(attain_status_name(listed[i].status),
                            listed[i].name);
    }
}

static void status_name_of_no_code(void **state) {
    (void)state;
    size_t named = 0;
    for (attain_status status = -100; status < 1000; status++) {
        const char *name = attain_status_name(status);
        named += strcmp(name, "ATTAIN_ERR_UNLISTED") != 0;
    }
    assert_int_equal(named, LISTED);
    assert_string_equal(attain_status_name(INT32_MIN), "ATTAIN_ERR_UNLISTED");
    assert_string_equal(attain_status_name(INT32_MAX), "ATTAIN_ERR_UNLISTED");
}

static void status_message_is_never_empty_and_differs(void **state) {
    (void)state;
    for (size_t i = 0; i < LISTED; i++) {
        const char *message = attain_status_message(listed[i].status);
        assert_true(strlen(message) > 0);
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(message,
                                    attain_status_message(listed[j].status));
        }
    }
    assert_true(strlen(attain_status_message(12345)) > 0);
}

static void version_agrees_with_the_header(void **state) {
    (void)state;
    char text[32];
    snprintf(text, sizeof(text), "%d.%d.%d", ATTAIN_VERSION_MAJOR,
             ATTAIN_VERSION_MINOR, ATTAIN_VERSION_PATCH);
    assert_string_equal(attain_version(), text);
    assert_true(attain_abi_version() >= 0);
    assert_true(attain_nul_terminated() == SIZE_MAX);
}

static void error_has_its_frozen_layout(void **state) {
    (void)state;
    assert_int_equal(offsetof(attain_error, code), 0);
    assert_int_equal(offsetof(attain_error, row), 8);
    assert_int_equal(offsetof(attain_error, field), 16);
    assert_int_equal(offsetof(attain_error, message), 80);
    assert_int_equal(sizeof(attain_error), 520);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(status_name_of_each_code),
        cmocka_unit_test(status_name_of_no_code),
        cmocka_unit_test(status_message_is_never_empty_and_differs),
        cmocka_unit_test(version_agrees_with_the_header),
        cmocka_unit_test(error_has_its_frozen_layout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
