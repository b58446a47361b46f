#include "support/support.h"

#include <math.h>
#include <stdio.h>

#include "base/decimal.h"

static void assert_decimal(double value, uint64_t digits, int exponent,
                           int negative) {
    attain_i_decimal decimal;
    attain_i_decimal_of(value, &decimal);
    assert_true(decimal.digits == digits);
    assert_int_equal(decimal.exponent, exponent);
    assert_int_equal(decimal.negative, negative);
    assert_same(attain_i_decimal_value(&decimal), value);
}

static void decimal_of_known_numbers(void **state) {
    (void)state;
    assert_decimal(0, 0, 0, 0);
    assert_decimal(-0.0, 0, 0, 1);
    assert_decimal(1, 1, 0, 0);
    assert_decimal(-50.1, 501, -1, 1);
    assert_decimal(35000, 35, 3, 0);
    assert_decimal(0.1, 1, -1, 0);
    assert_decimal(1e300, 1, 300, 0);
    assert_decimal(5e-324, 5, -324, 0);
    assert_decimal(0.1 + 0.2, 30000000000000004u, -17, 0);
    assert_decimal(9007199254740991.0, 9007199254740991u, 0, 0);
    assert_decimal(1.7976931348623157e308, 17976931348623157u, 292, 0);
    assert_decimal(12.5, 125, -1, 0);
    assert_decimal(999999999999999.0, 999999999999999u, 0, 0);
    assert_decimal(123456789012.345, 123456789012345u, -3, 0);
}

static void decimal_digits_counts(void **state) {
    (void)state;
    uint64_t power = 1;
    for (int count = 1; count <= 17; count++) {
        attain_i_decimal low = {power, 0, 0};
        attain_i_decimal high = {10 * power - 1, 0, 0};
        assert_int_equal(attain_i_decimal_digits(&low), count);
        assert_int_equal(attain_i_decimal_digits(&high), count);
        power *= 10;
    }
    attain_i_decimal none = {0, 0, 0};
    assert_int_equal(attain_i_decimal_digits(&none), 1);
}

static void decimal_value_beyond_the_range(void **state) {
    (void)state;
    attain_i_decimal large = {1, 309, 1};
    attain_i_decimal small = {1, -330, 0};
    assert_same(attain_i_decimal_value(&large), -INFINITY);
    assert_same(attain_i_decimal_value(&small), 0.0);
    attain_i_decimal half = {99999999999999999u, -340, 0};
    assert_same(attain_i_decimal_value(&half), 1e-323);
}

static void round12_of_known_numbers(void **state) {
    (void)state;
    static const struct {
        double value;
        double rounded;
    } cases[] = {
        {0, 0},
        {-0.0, 0},
        {0.1 + 0.2, 0.3},
        {1.0 / 3, 0.333333333333},
        {2.0 / 3, 0.666666666667},
        {-2.0 / 3, -0.666666666667},
        {3.57 / 4.2, 0.85},
        {0.8 * 5, 4},
        {99.99999999999, 100},
        {99.9999999999, 99.9999999999},
        {123456789012.5, 123456789012.0}, /* ties to even */
        {123456789013.5, 123456789014.0},
        {1.000000000005, 1.00000000000},
        {1.000000000015, 1.00000000002},
        {1234567890125.0, 1234567890120.0},
        {1234567890135.0, 1234567890140.0},
        {1e300, 1e300},
        {1.2345678901251e300, 1.23456789013e300},
        {1.234567890125e-300, 1.23456789012e-300},
        {1.234567890135e-300, 1.23456789014e-300},
        {5e-324, 5e-324},
        {2.2250738585072014e-308, 2.22507385851e-308},
        {999999999999.5, 1e12},
        {9.9999999999949e-11, 9.99999999999e-11},
        {1e-11, 1e-11},
        {12345678901234567e14, 1.23456789012e30},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_same(attain_i_round12(cases[i].value), cases[i].rounded);
    assert_true(isnan(attain_i_round12(NAN)));
    assert_same(attain_i_round12(INFINITY), INFINITY);
}

/* %.11e of the C library rounds the double itself, which differs from rounding
 * its shortest decimal only on ties: those are left out here. */
static void round12_agrees_with_the_c_library(void **state) {
    (void)state;
    uint64_t random = 29;
    for (int i = 0; i < 300000; i++) {
        uint64_t bits = support_random(&random);
        if (i % 2) {
            bits = (bits & ~((uint64_t)0x7ff << 52)) |
                   (950 + support_random(&random) % 150) << 52;
        }
        double value = support_double(bits);
        if (!isfinite(value))
            continue;
        attain_i_decimal decimal;
        attain_i_decimal_of(value, &decimal);
        if (attain_i_decimal_digits(&decimal) == 13 && decimal.digits % 10 == 5)
            continue;
        char text[40];
        snprintf(text, sizeof(text), "%.11e", value);
        double rounded = attain_i_round12(value);
        assert_same(rounded, strtod(text, NULL));
        assert_same(attain_i_round12(rounded), rounded);
        assert_same(attain_i_round12(-value), -rounded);
    }
}

/* Decimals of 13 digits ending in 5, of every size: the quick way and the way
 * by digits must both go to even. */
static void round12_of_ties_goes_to_even(void **state) {
    (void)state;
    uint64_t random = 31;
    for (int i = 0; i < 60000; i++) {
        uint64_t head = 100000000000u + support_random(&random) % 900000000000u;
        int exponent = (int)(support_random(&random) % 80) - 50;
        char text[40];
        char even[40];
        snprintf(text, sizeof(text), "%llu5e%d", (unsigned long long)head,
                 exponent);
        head += head & 1;
        snprintf(even, sizeof(even), "%llue%d", (unsigned long long)head,
                 exponent + 1);
        assert_same(attain_i_round12(strtod(text, NULL)), strtod(even, NULL));
    }
}

static void compare12_of_known_pairs(void **state) {
    (void)state;
    assert_int_equal(attain_i_compare12(1, 2, 0), -1);
    assert_int_equal(attain_i_compare12(2, 1, 0), 1);
    assert_int_equal(attain_i_compare12(0.1 + 0.2, 0.3, 0), 0);
    assert_int_equal(attain_i_compare12(3.57 / 4.2, 0.85, 0), 0);
    assert_int_equal(attain_i_compare12(0.8499999999, 0.85, 0), -1);
    assert_int_equal(attain_i_compare12(1.00000000001, 1, 0), 1);
    assert_int_equal(attain_i_compare12(1.000000000004, 1, 0), 0);
    assert_int_equal(attain_i_compare12(1.000000000006, 1, 0), 1);
    assert_int_equal(attain_i_compare12(0, -0.0, 0), 0);
    assert_int_equal(attain_i_compare12(1e-20, 0, 0), 1);
    assert_int_equal(attain_i_compare12(1e-20, 0, 1), 0);
    assert_int_equal(attain_i_compare12(-1e-11, 0, 1), -1);
    assert_int_equal(attain_i_compare12(1e300, -1e300, 0), 1);
    assert_int_equal(attain_i_compare12(NAN, 1, 0), -2);
    assert_int_equal(attain_i_compare12(1, NAN, 1), -2);
}

/* The shortcut for numbers that are clearly apart changes nothing. */
static void compare12_is_the_comparison_of_round12(void **state) {
    (void)state;
    uint64_t random = 37;
    for (int i = 0; i < 300000; i++) {
        double a = support_double((support_random(&random) >> 12) |
                                  (1000 + support_random(&random) % 60) << 52);
        uint64_t steps = support_random(&random) % (1 << (i % 20));
        double b = support_double(support_bits(a) + steps);
        double x = attain_i_round12(a);
        double y = attain_i_round12(b);
        assert_int_equal(attain_i_compare12(a, b, 0), (x > y) - (x < y));
        assert_int_equal(attain_i_compare12(-a, -b, 0), (x < y) - (x > y));
    }
}

static void round_decimals_of_known_numbers(void **state) {
    (void)state;
    static const struct {
        double value;
        int decimals;
        double rounded;
    } cases[] = {
        {95.95, 1, 96},
        {95.85, 1, 95.8},
        {95.96, 1, 96},
        {2.675, 2, 2.68},
        {2.665, 2, 2.66},
        {1.005, 2, 1},
        {1.015, 2, 1.02},
        {0.5, 0, 0},
        {1.5, 0, 2},
        {-1.5, 0, -2},
        {-0.5, 0, 0},
        {-0.4, 0, 0},
        {1250, -2, 1200},
        {1350, -2, 1400},
        {1250.001, -2, 1300},
        {49, -2, 0},
        {50, -2, 0},
        {51, -2, 100},
        {0, 3, 0},
        {1e-300, 15, 0},
        {5e-16, 15, 0},
        {6e-16, 15, 1e-15},
        {1e300, 2, 1e300},
        {1e15, -15, 1e15},
        {5e14, -15, 0},
        {1.5e15, -15, 2e15},
        {1e16, -15, 1e16},
        {123456789.123456789, 9, 123456789.123456789},
        {0.1 + 0.2, 15, 0.3},
        {8.5e22, 0, 8.5e22},
        {4503599627370497.5, 0, 4503599627370498.0},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_same(
            attain_i_round_decimals(cases[i].value, cases[i].decimals, 1),
            cases[i].rounded);
    }
    assert_true(isnan(attain_i_round_decimals(NAN, 2, 1)));
    assert_same(attain_i_round_decimals(-INFINITY, 2, 1), -INFINITY);
}

/* The examples of GB/T 8170: halves of the unit, fifths of the hundred. */
static void round_decimals_in_parts_of_the_last_place(void **state) {
    (void)state;
    assert_same(attain_i_round_decimals(60.25, 0, 2), 60.0);
    assert_same(attain_i_round_decimals(60.38, 0, 2), 60.5);
    assert_same(attain_i_round_decimals(60.28, 0, 2), 60.5);
    assert_same(attain_i_round_decimals(63.37, 0, 2), 63.5);
    assert_same(attain_i_round_decimals(-60.75, 0, 2), -61.0);
    assert_same(attain_i_round_decimals(830, -2, 5), 840.0);
    assert_same(attain_i_round_decimals(842, -2, 5), 840.0);
    assert_same(attain_i_round_decimals(838, -2, 5), 840.0);
    assert_same(attain_i_round_decimals(-930, -2, 5), -920.0);
    assert_same(attain_i_round_decimals(0.3, 1, 5), 0.3);
    assert_same(attain_i_round_decimals(12.345678901234567, 3, 2), 12.3455);
    assert_int_equal(attain_i_parts_of(1), 1);
    assert_int_equal(attain_i_parts_of(0.5), 2);
    assert_int_equal(attain_i_parts_of(0.2), 5);
    assert_int_equal(attain_i_parts_of(0.25), 0);
}

/* Ties of every place, built as decimals. */
static void round_decimals_of_ties(void **state) {
    (void)state;
    uint64_t random = 41;
    for (int i = 0; i < 60000; i++) {
        int decimals = (int)(support_random(&random) % 31) - 15;
        uint64_t head = support_random(&random) % 1000000000000u;
        char text[40];
        char even[40];
        snprintf(text, sizeof(text), "%llu5e%d", (unsigned long long)head,
                 -decimals - 1);
        head += head & 1;
        snprintf(even, sizeof(even), "%llue%d", (unsigned long long)head,
                 -decimals);
        assert_same(attain_i_round_decimals(strtod(text, NULL), decimals, 1),
                    strtod(even, NULL));
    }
}

static void decimal_add_of_known_pairs(void **state) {
    (void)state;
    assert_same(attain_i_decimal_subtract(0.3, 0.2), 0.1);
    assert_same(attain_i_decimal_subtract(49.6, 50.1), -0.5);
    assert_same(attain_i_decimal_subtract(50.1, 49.6), 0.5);
    assert_same(attain_i_decimal_add(0.1, 0.2), 0.3);
    assert_same(attain_i_decimal_add(0.1, 0.7), 0.8);
    assert_same(attain_i_decimal_add(-0.1, 0.1), 0.0);
    assert_same(attain_i_decimal_add(0, -0.0), 0.0);
    assert_same(attain_i_decimal_subtract(5, 0), 5.0);
    assert_same(attain_i_decimal_subtract(0, 5), -5.0);
    assert_same(attain_i_decimal_add(1e300, 2e300), 3e300);
    assert_same(attain_i_decimal_subtract(0.3e-200, 0.2e-200), 0.1e-200);
    assert_same(attain_i_decimal_subtract(1.3e40, 1.2e40), 1e39);
    assert_same(attain_i_decimal_subtract(123456789012.0, 0.1),
                123456789012.0 - 0.1);
    assert_same(attain_i_decimal_add(999999999999.0, 1), 1e12);
    /* Not 12 digits: the double result. */
    assert_same(attain_i_decimal_add(1.0 / 3, 1.0 / 3), 1.0 / 3 + 1.0 / 3);
    assert_same(attain_i_decimal_subtract(0.1234567890123, 0.1),
                0.1234567890123 - 0.1);
    /* 0 in the first 12 digits is 0. */
    assert_same(attain_i_decimal_subtract(0.1 + 0.2, 0.3), 0.0);
    assert_same(attain_i_decimal_subtract(1.0000000000001, 1), 0.0);
    assert_same(attain_i_decimal_subtract(1.0000000000001e-50, 1e-50), 0.0);
    assert_same(attain_i_decimal_subtract(1.0000000000001e50, 1e50), 0.0);
    assert_same(attain_i_decimal_subtract(nextafter(1e-50, 1), 1e-50), 0.0);
    assert_same(attain_i_decimal_subtract(nextafter(1e50, 0), 1e50), 0.0);
    assert_true(attain_i_decimal_subtract(1.0000000000101, 1) > 1e-11);
    assert_true(isnan(attain_i_decimal_add(NAN, 1)));
    assert_true(isnan(attain_i_decimal_subtract(1, NAN)));
    assert_same(attain_i_decimal_add(INFINITY, 1), INFINITY);
    assert_same(attain_i_decimal_add(1.7e308, 1.7e308), INFINITY);
    assert_same(
        attain_i_decimal_add(1.7976931348623157e308, 1.7976931348623157e308),
        INFINITY);
    assert_same(attain_i_decimal_add(5e-324, 5e-324), 1e-323);
}

/* Integers x and y of at most 12 digits in units of 10^e: the sum is known
 * exactly, and the C library reads it. */
static void decimal_add_of_decimals_is_exact(void **state) {
    (void)state;
    uint64_t random = 43;
    for (int i = 0; i < 200000; i++) {
        int64_t x = (int64_t)(support_random(&random) % 1000000000000u);
        int64_t y = (int64_t)(support_random(&random) % 1000000000000u);
        x >>= support_random(&random) % 30;
        y >>= support_random(&random) % 30;
        int e = i % 3 == 0 ? (int)(support_random(&random) % 500) - 250
                           : (int)(support_random(&random) % 16) - 10;
        char a[40];
        char b[40];
        char sum[40];
        char gap[40];
        snprintf(a, sizeof(a), "%llde%d", (long long)x, e);
        snprintf(b, sizeof(b), "%llde%d", (long long)y, e);
        snprintf(sum, sizeof(sum), "%llde%d", (long long)(x + y), e);
        snprintf(gap, sizeof(gap), "%llde%d", (long long)(x - y), e);
        double p = strtod(a, NULL);
        double q = strtod(b, NULL);
        assert_same(attain_i_decimal_add(p, q), strtod(sum, NULL));
        assert_same(attain_i_decimal_add(q, p), strtod(sum, NULL));
        assert_same(attain_i_decimal_subtract(p, q), strtod(gap, NULL));
    }
}

/* Doubles of 16 and 17 digits: plain double arithmetic, whichever way. */
static void decimal_add_of_other_doubles_is_plain(void **state) {
    (void)state;
    uint64_t random = 47;
    for (int i = 0; i < 200000; i++) {
        uint64_t base = i % 2 ? 990 : 100;
        double a = support_double((support_random(&random) >> 12) |
                                  (base + support_random(&random) % 60) << 52);
        double b = support_double((support_random(&random) >> 12) |
                                  (base + support_random(&random) % 60) << 52);
        attain_i_decimal decimal;
        attain_i_decimal_of(a > b ? a : b, &decimal);
        if (attain_i_decimal_digits(&decimal) > 12)
            assert_same(attain_i_decimal_add(a, b), a + b);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decimal_of_known_numbers),
        cmocka_unit_test(decimal_digits_counts),
        cmocka_unit_test(decimal_value_beyond_the_range),
        cmocka_unit_test(round12_of_known_numbers),
        cmocka_unit_test(round12_agrees_with_the_c_library),
        cmocka_unit_test(round12_of_ties_goes_to_even),
        cmocka_unit_test(compare12_of_known_pairs),
        cmocka_unit_test(compare12_is_the_comparison_of_round12),
        cmocka_unit_test(round_decimals_of_known_numbers),
        cmocka_unit_test(round_decimals_in_parts_of_the_last_place),
        cmocka_unit_test(round_decimals_of_ties),
        cmocka_unit_test(decimal_add_of_known_pairs),
        cmocka_unit_test(decimal_add_of_decimals_is_exact),
        cmocka_unit_test(decimal_add_of_other_doubles_is_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
