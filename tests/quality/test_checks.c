/* Sets of checks: the default rows, what a row may say, every error. */
#include "quality/assess.h"

static attain_checks *new_checks(void) {
    attain_checks *checks = NULL;
    assert_int_equal(attain_checks_create(NULL, &checks, NULL), 0);
    return checks;
}

static attain_check check_of(const char *id, int32_t kind) {
    attain_check check;
    attain_check_init(&check);
    check.id = id;
    check.kind = kind;
    return check;
}

static void defaults_are_the_kinds_that_apply(void **state) {
    attain_checks *checks = new_checks();
    size_t rows = attain_checks_count(checks), expected = 0;
    (void)state;
    for (int32_t kind = 0; kind < (int32_t)attain_check_kind_count(); kind++) {
        attain_check_kind_info info;
        attain_check_kind_info_init(&info);
        assert_int_equal(attain_check_kind_get(kind, &info, NULL), 0);
        assert_string_equal(info.word,
                            attain_word(ATTAIN_VOCABULARY_CHECK_KIND, kind));
        assert_true(strlen(info.formula) > 0 && strlen(info.subject) > 0);
        if (info.severity != ATTAIN_QUALITY_OFF) {
            attain_check check;
            attain_check_init(&check);
            assert_int_equal(
                attain_checks_get(checks, (int32_t)expected++, &check, NULL),
                0);
            assert_string_equal(check.id, info.word);
            assert_int_equal(check.kind, kind);
            assert_int_equal(check.severity, info.severity);
        }
    }
    assert_int_equal(rows, expected);
    attain_checks_destroy(checks);
}

static void a_row_takes_the_place_of_a_default_once(void **state) {
    attain_checks *checks = new_checks();
    size_t rows = attain_checks_count(checks);
    attain_check check = check_of("history", ATTAIN_CHECK_HISTORY), read;
    attain_error err;
    int32_t row = -1;
    (void)state;
    check.limit = 5;
    check.advice = "look";
    assert_int_equal(attain_checks_add(checks, &check, &row, NULL), 0);
    assert_int_equal(attain_checks_count(checks), rows);
    attain_check_init(&read);
    assert_int_equal(attain_checks_get(checks, row, &read, NULL), 0);
    assert_same(read.limit, 5);
    assert_string_equal(read.advice, "look");
    assert_int_equal(attain_checks_add(checks, &check, &row, &err),
                     ATTAIN_ERR_DUPLICATE);
    assert_string_equal(err.field, "id");
    check = check_of("zero", ATTAIN_CHECK_TWINS);
    assert_int_equal(attain_checks_add(checks, &check, NULL, &err),
                     ATTAIN_ERR_VALUE);
    check = check_of("mine", ATTAIN_CHECK_TWINS);
    assert_int_equal(attain_checks_add(checks, &check, &row, NULL), 0);
    assert_int_equal(row, rows);
    assert_int_equal(attain_checks_add(checks, &check, NULL, NULL),
                     ATTAIN_ERR_DUPLICATE);
    attain_checks_destroy(checks);
}

static void fails(attain_check check, attain_status status, const char *field) {
    attain_checks *checks = new_checks();
    size_t rows = attain_checks_count(checks);
    attain_error err = {0};
    assert_int_equal(attain_checks_add(checks, &check, NULL, &err), status);
    assert_string_equal(err.field, field);
    assert_true(err.message[0] != '\0');
    assert_int_equal(attain_checks_count(checks), rows);
    attain_checks_destroy(checks);
}

static void what_a_row_may_not_say(void **state) {
    attain_check c = check_of(NULL, ATTAIN_CHECK_ZERO);
    (void)state;
    fails(c, ATTAIN_ERR_MISSING, "id");
    c = check_of("a;b", ATTAIN_CHECK_ZERO);
    fails(c, ATTAIN_ERR_TEXT, "id");
    c = check_of("a", ATTAIN_CHECK_ZERO);
    c.advice = "a\nb";
    fails(c, ATTAIN_ERR_TEXT, "advice");
    c = check_of("a", ATTAIN_CHECK_ZERO);
    c.limit = -1;
    fails(c, ATTAIN_ERR_VALUE, "limit");
    c.limit = INFINITY;
    fails(c, ATTAIN_ERR_VALUE, "limit");
    c = check_of("a", 99);
    fails(c, ATTAIN_ERR_ARGUMENT, "kind");
    c = check_of("a", ATTAIN_CHECK_ZERO);
    c.severity = 4;
    fails(c, ATTAIN_ERR_ARGUMENT, "kind");
    c = check_of("a", ATTAIN_CHECK_RANGE);
    c.low = 1;
    fails(c, ATTAIN_ERR_MISSING, "variable");
    c.variable = "x";
    c.high = 0;
    fails(c, ATTAIN_ERR_VALUE, "low");
    c.low = c.high = NAN;
    fails(c, ATTAIN_ERR_MISSING, "low");
    c = check_of("a", ATTAIN_CHECK_ZERO);
    c.low = 3;
    fails(c, ATTAIN_ERR_VALUE, "low");
    c = check_of("a", ATTAIN_CHECK_UNITS);
    c.variable = "x";
    fails(c, ATTAIN_ERR_MISSING, "level");
    c = check_of("a", ATTAIN_CHECK_COMPLETE);
    c.variable = "x";
    fails(c, ATTAIN_ERR_MISSING, "level");
    c = check_of("a", ATTAIN_CHECK_PARTS);
    c.variable = "x";
    fails(c, ATTAIN_ERR_MISSING, "parts");
    c.parts = "y;;z";
    fails(c, ATTAIN_ERR_TEXT, "parts");
    c = check_of("a", ATTAIN_CHECK_SHARE);
    c.variable = "x";
    fails(c, ATTAIN_ERR_MISSING, "parts");
    c.parts = "y";
    c.metric = "m";
    fails(c, ATTAIN_ERR_VALUE, "metric");
    c = check_of("a", ATTAIN_CHECK_SHARE);
    c.parts = "y";
    fails(c, ATTAIN_ERR_VALUE, "parts");
    c = check_of("a", ATTAIN_CHECK_TWINS);
    c.metric = "m";
    fails(c, ATTAIN_ERR_VALUE, "metric");
    c.struct_size = 3;
    fails(c, ATTAIN_ERR_STRUCT, "struct_size");
}

static void too_many_parts(void **state) {
    char parts[4 * 300] = "x";
    attain_check c = check_of("a", ATTAIN_CHECK_PARTS);
    (void)state;
    for (int i = 0; i < 256; i++)
        strcat(parts, ";x");
    c.variable = "x";
    c.parts = parts;
    fails(c, ATTAIN_ERR_LIMIT, "parts");
    parts[strlen(parts) - 2] = '\0';
    attain_checks *checks = new_checks();
    assert_int_equal(attain_checks_add(checks, &c, NULL, NULL), 0);
    attain_checks_destroy(checks);
}

static void wrong_arguments(void **state) {
    attain_checks *checks = new_checks();
    attain_checks *none = NULL;
    attain_allocator broken = {NULL, NULL, NULL, NULL};
    attain_check check = check_of("a", ATTAIN_CHECK_ZERO);
    attain_check_kind_info info;
    (void)state;
    assert_int_equal(attain_checks_create(NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_checks_create(&broken, &none, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_checks_add(NULL, &check, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_checks_add(checks, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_checks_get(checks, 99, &check, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_checks_get(checks, -1, &check, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_checks_get(NULL, 0, &check, NULL),
                     ATTAIN_ERR_ARGUMENT);
    check.struct_size = 1;
    assert_int_equal(attain_checks_get(checks, 0, &check, NULL),
                     ATTAIN_ERR_STRUCT);
    attain_check_kind_info_init(&info);
    assert_int_equal(attain_check_kind_get(-1, &info, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_check_kind_get(99, &info, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_check_kind_get(0, NULL, NULL), ATTAIN_ERR_ARGUMENT);
    info.struct_size = 1;
    assert_int_equal(attain_check_kind_get(0, &info, NULL), ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_checks_count(NULL), 0);
    attain_checks_destroy(NULL);
    attain_check_init(NULL);
    attain_check_kind_info_init(NULL);
    attain_checks_destroy(checks);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults_are_the_kinds_that_apply),
        cmocka_unit_test(a_row_takes_the_place_of_a_default_once),
        cmocka_unit_test(what_a_row_may_not_say),
        cmocka_unit_test(too_many_parts),
        cmocka_unit_test(wrong_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
