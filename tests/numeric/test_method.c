#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

/* Each method of each kind. */
#define EACH_METHOD(kind, method)                                              \
    for (int32_t kind = 0; kind < (int32_t)attain_method_kind_count(); kind++) \
        for (int32_t method = 0; method < (int32_t)attain_method_count(kind);  \
             method++)

static attain_method get(int32_t kind, int32_t method) {
    attain_method row;
    attain_method_init(&row);
    assert_int_equal(attain_method_get(kind, method, &row, NULL), ATTAIN_OK);
    return row;
}

/* A word in lower case, as tables and bindings write it. */
static void assert_word(const char *name) {
    assert_non_null(name);
    assert_true(name[0] >= 'a' && name[0] <= 'z');
    for (size_t i = 0; name[i] != '\0'; i++)
        assert_true((name[i] >= 'a' && name[i] <= 'z') || name[i] == '_' ||
                    (name[i] >= '0' && name[i] <= '9'));
}

static void kinds_are_named_once(void **state) {
    (void)state;
    int32_t count = (int32_t)attain_method_kind_count();
    for (int32_t kind = 0; kind < count; kind++) {
        assert_word(attain_method_kind_name(kind));
        assert_true(attain_method_count(kind) > 0);
        for (int32_t other = 0; other < kind; other++)
            assert_string_not_equal(attain_method_kind_name(kind),
                                    attain_method_kind_name(other));
    }
    assert_null(attain_method_kind_name(-1));
    assert_null(attain_method_kind_name(count));
    assert_int_equal(attain_method_count(-1), 0);
    assert_int_equal(attain_method_count(count), 0);
}

static void rows_say_what_they_are(void **state) {
    (void)state;
    EACH_METHOD(kind, m) {
        attain_method row = get(kind, m);
        assert_word(row.name);
        assert_non_null(row.formula);
        assert_non_null(row.source);
        assert_true(row.formula[0] != '\0' && row.source[0] != '\0');
        assert_int_equal(row.reserved, 0);
        assert_int_equal(row.traits >> 8, 0);
        /* A name that occurs twice is found at its first row alone. */
        assert_int_equal(
            attain_method_find(kind, row.name, ATTAIN_NUL_TERMINATED), m);
    }
}

static void parameters_have_ranges(void **state) {
    (void)state;
    EACH_METHOD(kind, m) {
        attain_method row = get(kind, m);
        attain_parameter parameter;
        attain_parameter_init(&parameter);
        for (size_t i = 0; i < row.parameter_count; i++) {
            assert_int_equal(
                attain_method_parameter(kind, m, i, &parameter, NULL),
                ATTAIN_OK);
            assert_word(parameter.name);
            assert_true(parameter.description != NULL &&
                        parameter.description[0] != '\0');
            assert_true(parameter.low <= parameter.high);
            assert_true(isnan(parameter.standard) ||
                        (parameter.standard >= parameter.low &&
                         parameter.standard <= parameter.high));
        }
        assert_int_equal(attain_method_parameter(kind, m, row.parameter_count,
                                                 &parameter, NULL),
                         ATTAIN_ERR_ARGUMENT);
    }
}

static void methods_are_found_by_length(void **state) {
    (void)state;
    assert_int_equal(attain_method_find(ATTAIN_METHOD_STATISTIC, "meanest", 4),
                     ATTAIN_STATISTIC_MEAN);
    assert_int_equal(attain_method_find(ATTAIN_METHOD_STATISTIC, "mea", 3), -1);
    assert_int_equal(attain_method_find(ATTAIN_METHOD_STATISTIC, "", 0), -1);
    assert_int_equal(attain_method_find(ATTAIN_METHOD_STATISTIC, NULL, 0), -1);
    assert_int_equal(attain_method_find(-1, "mean", ATTAIN_NUL_TERMINATED), -1);
}

static void bad_arguments(void **state) {
    (void)state;
    int32_t kinds = (int32_t)attain_method_kind_count();
    attain_method row;
    attain_parameter parameter;
    attain_error err;
    attain_method_init(&row);
    attain_method_init(NULL);
    attain_parameter_init(&parameter);
    attain_parameter_init(NULL);
    assert_int_equal(attain_method_get(kinds, 0, &row, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "kind");
    assert_int_equal(attain_method_get(0, -1, &row, &err), ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "method");
    assert_int_equal(attain_method_get(0, 0, NULL, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_method_parameter(0, 100000, 0, &parameter, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_method_parameter(0, 0, 0, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_method_parameter(0, ATTAIN_STATISTIC_MEAN, 0, &parameter, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_contains(err.message, "mean has no parameter");
    row.struct_size = 3;
    assert_int_equal(attain_method_get(0, 0, &row, NULL), ATTAIN_ERR_STRUCT);
    parameter.struct_size = 3;
    assert_int_equal(attain_method_parameter(0, 0, 0, &parameter, NULL),
                     ATTAIN_ERR_STRUCT);
    assert_null(row.name);
}

static void reasons_are_named_once(void **state) {
    (void)state;
    int32_t count = (int32_t)attain_reason_count();
    assert_int_equal(count, ATTAIN_REASON_SUPPRESSED + 1);
    for (int32_t reason = 0; reason < count; reason++) {
        assert_word(attain_reason_name(reason));
        for (int32_t other = 0; other < reason; other++)
            assert_string_not_equal(attain_reason_name(reason),
                                    attain_reason_name(other));
    }
    assert_string_equal(attain_reason_name(ATTAIN_REASON_TOO_FEW), "too_few");
    assert_null(attain_reason_name(-1));
    assert_null(attain_reason_name(count));
}

/* --- What the functions of the kind "statistic" make of them -------------- */

static void reasons_of_statistics(void **state) {
    (void)state;
    static const double values[] = {-3, 1, NAN, 5};
    static const double weights[] = {1, 0, 1, 2};
    static const size_t offsets[] = {0, 2, 2, 3, 4};
    static const int32_t wanted[] = {
        ATTAIN_STATISTIC_MEAN, ATTAIN_STATISTIC_VARIANCE_SAMPLE,
        ATTAIN_STATISTIC_CV, ATTAIN_STATISTIC_GINI};
    static const uint8_t expected[] = {
        ATTAIN_REASON_NONE,         ATTAIN_REASON_MISSING,
        ATTAIN_REASON_MISSING,      ATTAIN_REASON_NONE,
        ATTAIN_REASON_TOO_FEW,      ATTAIN_REASON_MISSING,
        ATTAIN_REASON_MISSING,      ATTAIN_REASON_NONE,
        ATTAIN_REASON_NOT_POSITIVE, ATTAIN_REASON_MISSING,
        ATTAIN_REASON_MISSING,      ATTAIN_REASON_NONE,
        ATTAIN_REASON_NOT_POSITIVE, ATTAIN_REASON_MISSING,
        ATTAIN_REASON_MISSING,      ATTAIN_REASON_NONE};
    double out[16];
    uint8_t reasons[16];
    assert_int_equal(attain_statistics_by(wanted, 4, NULL, 0, values, weights,
                                          NULL, offsets, 4, out, reasons, NULL),
                     ATTAIN_OK);
    for (int i = 0; i < 16; i++) {
        assert_int_equal(reasons[i], expected[i]);
        assert_int_equal(isnan(out[i]) != 0, reasons[i] != ATTAIN_REASON_NONE);
    }
    static const double zero[] = {0, 0, 0, 0};
    assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_MEAN, NULL, 0, values,
                                         zero, 4, out, reasons, NULL),
                     ATTAIN_OK);
    assert_int_equal(reasons[0], ATTAIN_REASON_WEIGHTLESS);
}

/* Those of the fused way, of groups with a negative mean. */
static void reasons_of_many_columns(void **state) {
    (void)state;
    enum { COLUMNS = 40, UNITS = 90, GROUPS = 3 };
    static const int32_t wanted[] = {ATTAIN_STATISTIC_UNWEIGHTED_MEAN,
                                     ATTAIN_STATISTIC_UNWEIGHTED_CV};
    static const size_t offsets[] = {0, 30, 60, 90};
    static double values[COLUMNS * UNITS];
    static double out[COLUMNS * 2 * GROUPS];
    static uint8_t reasons[COLUMNS * 2 * GROUPS];
    for (size_t i = 0; i < COLUMNS * UNITS; i++) {
        double x = 1 + (double)(i % 17);
        values[i] = i % UNITS >= 60 ? -x : x;
    }
    assert_int_equal(attain_statistics_by_columns(
                         wanted, 2, NULL, 0, values, COLUMNS, UNITS, NULL, NULL,
                         offsets, GROUPS, out, reasons, NULL),
                     ATTAIN_OK);
    for (size_t i = 0; i < COLUMNS * 2 * GROUPS; i++) {
        int undefined = i % 6 == 5;
        assert_int_equal(reasons[i], undefined ? ATTAIN_REASON_NOT_POSITIVE
                                               : ATTAIN_REASON_NONE);
        assert_int_equal(isnan(out[i]) != 0, undefined);
    }
}

static void failure_leaves_reasons(void **state) {
    (void)state;
    static const double values[] = {1, 2, INFINITY};
    static const size_t offsets[] = {0, 1, 3};
    static const int32_t mean[] = {ATTAIN_STATISTIC_MEAN};
    double out[2] = {7, 7};
    uint8_t reasons[2] = {200, 200};
    assert_int_equal(attain_statistics_by(mean, 1, NULL, 0, values, NULL, NULL,
                                          offsets, 2, out, reasons, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(reasons[0], 200);
    assert_same(out[0], 7.0);
}

static void parameters_are_checked(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3};
    static const double two[] = {2};
    static const double none[] = {NAN, NAN};
    double out = 7;
    attain_error err;
    assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_MEAN, NULL, 1, values,
                                         NULL, 3, &out, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "parameters");
    assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_MEAN, two, 1, values,
                                         NULL, 3, &out, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_contains(err.message, "mean takes 0 parameters, not 1");
    assert_same(out, 7.0);
    /* Beyond the last parameter NaN says nothing. */
    assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_MEAN, none, 2, values,
                                         NULL, 3, &out, NULL, &err),
                     ATTAIN_OK);
    assert_same(out, 2.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_named_once),
        cmocka_unit_test(rows_say_what_they_are),
        cmocka_unit_test(parameters_have_ranges),
        cmocka_unit_test(methods_are_found_by_length),
        cmocka_unit_test(bad_arguments),
        cmocka_unit_test(reasons_are_named_once),
        cmocka_unit_test(reasons_of_statistics),
        cmocka_unit_test(reasons_of_many_columns),
        cmocka_unit_test(failure_leaves_reasons),
        cmocka_unit_test(parameters_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
