#include "support/support.h"

#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>

#include "base/decimal.h"

static double parsed(const char *text) {
    double value = NAN;
    attain_error err;
    attain_status status =
        attain_number_parse(text, ATTAIN_NUL_TERMINATED, &value, &err);
    if (status != ATTAIN_OK)
        fail_msg("%.60s: %s", text, err.message);
    return value;
}

static void number_parse_of_the_grammar(void **state) {
    (void)state;
    assert_same(parsed("96"), 96.0);
    assert_same(parsed("+5"), 5.0);
    assert_same(parsed("-5"), -5.0);
    assert_same(parsed(".5"), 0.5);
    assert_same(parsed("5."), 5.0);
    assert_same(parsed("0"), 0.0);
    assert_same(parsed("-0"), -0.0);
    assert_same(parsed("000000000000000000000000000000007"), 7.0);
    assert_same(parsed("1e2"), 100.0);
    assert_same(parsed("1E+2"), 100.0);
    assert_same(parsed("1.5e-3"), 0.0015);
    assert_same(parsed("73.4821"), 73.4821);
    assert_same(parsed("0e99999999999999999999999999"), 0.0);
    assert_same(parsed("0.000e-99999999999999999999999999"), 0.0);
    assert_same(parsed("12345678"), 12345678.0);
    assert_same(parsed("1234567.8"), 1234567.8);
    assert_same(parsed("-.00012345"), -.00012345);
    double value;
    assert_int_equal(attain_number_parse("12345", 3, &value, NULL), 0);
    assert_same(value, 123.0);
    assert_int_equal(attain_number_parse("1.5e3", 4, &value, NULL),
                     ATTAIN_ERR_NUMBER);
}

/* Numbers on and next to the half between two doubles, at the ends of the
 * range, and those that have caught other readers. The C library reads them
 * as the independent witness. */
static void number_parse_of_hard_decimals(void **state) {
    (void)state;
    static const char *const hard[] = {
        "9007199254740993",
        "9007199254740992.9999999999999999999999999999999",
        "9007199254740993.0000000000000000000000000000001",
        "9007199254740995",
        "4503599627370496.5",
        "4503599627370497.5",
        "2.2250738585072011e-308",
        "2.2250738585072012e-308",
        "2.2250738585072014e-308",
        "2.225073858507201136057409796709131975934819546351645648023426109"
        "7248222220210769455165295239081350879141491589130396211068700864"
        "3869459464552765720740782062174337998814106326732925355228688137"
        "2149012981122451451889849057222307285255133155755015914397476397"
        "9834118019993239625482890171070818506906306666559949382757725720"
        "1577636979526166505310000000000000000000000000000000000000000001e"
        "-308",
        "4.9406564584124654e-324",
        "2.4703282292062328e-324",
        "2.470328229206232720882843964341107e-324",
        "7.4109846876186981626485318930233205854758970392148714663837852375"
        "101326090531312779794975454245398856969484704316857659638998506553"
        "390969459816219401617281718945106978546710679176872575177347315553"
        "307795408549809608457500958111373034747658096871009590975442271004"
        "757307809711118935784838675653998783503015228055934046593739791790"
        "738723868299395818481660169122019456499931289798411362062484498678"
        "713572180352209017023903285791732520220528974020802906854021606612"
        "375549983402671300035812486479041385743401875520901590172592547146"
        "296175134159774938718574737870961645638908718119841271673056017045"
        "493004705269590165763776884908267986972573366521765567941072508764"
        "337560846003984904972149117463085539556354188641513168478436313080"
        "237596295773983001708984375e-324",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.797693134862315807937e308",
        "6.3e-322",
        "8.988465674311580536566680721305029e307",
        "1e23",
        "1e22",
        "1e21",
        "8.5e22",
        "123456789012345678901234567890",
        "18446744073709551615",
        "18446744073709551616",
        "9999999999999999999",
        "10000000000000000000",
        "0.1000000000000000055511151231257827021181583404541015625",
        "0.1000000000000000055511151231257827021181583404541015626",
        "0.5000000000000000000000000000000000000000000000000000001",
        "3.5184372088832015e13",
        "1448997445238699",
        "6.02214076e23",
        "72057594037927945",
        "7205759403792794600",
        "2.3658482745e-311",
        "1.00000000000000011102230246251565404236316680908203125",
        "1.00000000000000011102230246251565404236316680908203124",
        "1.00000000000000011102230246251565404236316680908203126",
        "0.000000000000000000000000000000000000000000000000000000000000001",
        "100000000000000000000000000000000000000000000000000000000000e-59",
    };
    for (size_t i = 0; i < sizeof(hard) / sizeof(hard[0]); i++)
        assert_same(parsed(hard[i]), strtod(hard[i], NULL));
}

static void number_parse_of_very_long_texts(void **state) {
    (void)state;
    enum { LONGEST = 70000 };
    static char text[LONGEST + 16];
    /* 1.0…0<tail>: the half after 1, then a digit that decides, far away. */
    const char *half =
        "1.00000000000000011102230246251565404236316680908203125";
    static const size_t lengths[] = {60,  100, 766, 767, 768,  769,
                                     770, 771, 772, 800, 1100, LONGEST};
    for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
        memset(text, '0', lengths[i]);
        memcpy(text, half, strlen(half));
        text[lengths[i]] = '\0';
        assert_same(parsed(text), 1.0);
        text[lengths[i] - 1] = '1';
        assert_same(parsed(text), 1.0 + 0x1p-52);
    }
    /* Zeros before, made good by an exponent. */
    memset(text, '0', 65000);
    text[1] = '.';
    memcpy(text + 65000, "725e65000", 10);
    assert_same(parsed(text), 72.5);
    memset(text, '0', 65000);
    text[0] = '3';
    memcpy(text + 65000, "e-64999", 8);
    assert_same(parsed(text), 3.0);
    /* All nines. */
    memset(text, '9', 800);
    memcpy(text + 800, "e-800", 6);
    assert_same(parsed(text), 1.0);
    memset(text, '9', 308);
    text[308] = '\0';
    assert_same(parsed(text), strtod(text, NULL));
}

static void number_parse_beyond_the_range(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *advice;
    } beyond[] = {
        {"1e400", "1.7e308"},
        {"-1e400", "1.7e308"},
        {"1e309", "1.7e308"},
        {"1.7976931348623159e308", "1.7e308"},
        {"17976931348623159e292", "1.7e308"},
        {"1e99999999999999999999999", "1.7e308"},
        {"1e2147483648", "1.7e308"},
        {"1e4294967296", "1.7e308"},
        {"1e9223372036854775808", "1.7e308"},
        {"1e-400", "nearer to 0"},
        {"-1e-400", "nearer to 0"},
        {"2.4703282292062327e-324", "nearer to 0"},
        {"2.470328229206232720882843964341106e-324", "nearer to 0"},
        {"1e-99999999999999999999999", "nearer to 0"},
        {"12345678901234567890123e-4294967296", "nearer to 0"},
    };
    for (size_t i = 0; i < sizeof(beyond) / sizeof(beyond[0]); i++) {
        double value = 5;
        attain_error err;
        assert_int_equal(attain_number_parse(beyond[i].text,
                                             ATTAIN_NUL_TERMINATED, &value,
                                             &err),
                         ATTAIN_ERR_NUMBER);
        assert_contains(err.message, beyond[i].advice);
        assert_contains(err.message, beyond[i].text);
        assert_same(value, 5.0);
    }
    char digits[402];
    memset(digits, '7', 400);
    double value;
    assert_int_equal(attain_number_parse(digits, 400, &value, NULL),
                     ATTAIN_ERR_NUMBER);
}

static void number_parse_advises(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *advice;
    } wrong[] = {
        {"", "digits"},
        {"96%", "96 for 96%"},
        {"96 %", "96 for 96%"},
        {"\xef\xbc\x99\xef\xbc\x96\xef\xbc\x85", "96 for 96%"},
        {"3\xe2\x80\xb0", "per mille"},
        {"1,234", "thousands separators"},
        {"1,5", "point"},
        {"\xef\xbc\x99\xef\xbc\x96", "half-width"},
        {"9\xef\xbc\x8e"
         "6",
         "half-width"},
        {"\xe2\x80\x94", "empty, or write NA"},
        {"\xe2\x80\x94\xe2\x80\x94", "empty, or write NA"},
        {"-", "empty, or write NA"},
        {"..", "empty, or write NA"},
        {"\xe2\x80\xa6", "empty, or write NA"},
        {"\xe6\x97\xa0", "empty, or write NA"},
        {"\xe7\xbc\xba", "empty, or write NA"},
        {"n/a", "empty, or write NA"},
        {"N/A", "empty, or write NA"},
        {"NULL", "empty, or write NA"},
        {"nan", "empty, or write NA"},
        {"NaN", "empty, or write NA"},
        {"-nan", "empty, or write NA"},
        {"nan(123)", "empty, or write NA"},
        {"inf", "no value"},
        {"-Infinity", "no value"},
        {"+INF", "no value"},
        {"1.#INF", "spreadsheet's error"},
        {"#DIV/0!", "spreadsheet's error"},
        {"#N/A", "spreadsheet's error"},
        {"\xe2\x88\x92"
         "5",
         "ASCII hyphen"},
        {"\xe2\x80\x93"
         "5",
         "ASCII hyphen"},
        {"0x10", "decimal digits"},
        {"0X1p3", "decimal digits"},
        {"1_000", "without _"},
        {"1'234", "without separators"},
        {"96 ", "without spaces"},
        {" 96", "without spaces"},
        {"96\t", "without spaces"},
        {"1\xc2\xa0"
         "234",
         "without spaces"},
        {"<5", "one value"},
        {">95", "one value"},
        {"~90", "one value"},
        {"95\xc2\xb1"
         "2",
         "one value"},
        {"(5)", "minus sign"},
        {"\xe4\xb9\x9d\xe5\x8d\x81\xe5\x85\xad", "decimal digits"},
        {"--5", "decimal digits"},
        {"+-5", "decimal digits"},
        {"1e", "decimal digits"},
        {"1e+", "decimal digits"},
        {"e5", "decimal digits"},
        {"1.2.3", "decimal digits"},
        {"12345.67.8", "decimal digits"},
        {"5-", "decimal digits"},
        {"1f", "decimal digits"},
        {"+", "decimal digits"},
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        double value = 5;
        attain_error err;
        attain_status status = attain_number_parse(
            wrong[i].text, strlen(wrong[i].text), &value, &err);
        assert_int_equal(status, ATTAIN_ERR_NUMBER);
        assert_int_equal(err.code, ATTAIN_ERR_NUMBER);
        assert_string_equal(err.field, "text");
        assert_contains(err.message, wrong[i].advice);
        assert_same(value, 5.0);
        assert_int_equal(attain_number_parse(wrong[i].text,
                                             strlen(wrong[i].text), &value,
                                             NULL),
                         ATTAIN_ERR_NUMBER);
    }
}

static void number_parse_shows_the_text_escaped(void **state) {
    (void)state;
    double value;
    attain_error err;
    attain_number_parse("9\n6\x1b\xff", 5, &value, &err);
    assert_contains(err.message, "\"9\\x0A6\\x1B\\xFF\"");
    attain_number_parse("9\0"
                        "6",
                        3, &value, &err);
    assert_contains(err.message, "\"9\\x006\"");
    char long_text[400];
    for (size_t i = 0; i + 3 <= sizeof(long_text); i += 3)
        memcpy(long_text + i, "\xe6\x97\xa0", 3);
    for (size_t begin = 0; begin < 3; begin++) {
        attain_number_parse(long_text + begin, 300, &value, &err);
        assert_contains(err.message, "...\" is not a number");
        /* The beginning may be broken here, but not the cut. */
        assert_null(strstr(err.message, "\\xE6"));
    }
}

static void number_parse_without_pointers(void **state) {
    (void)state;
    double value;
    attain_error err;
    assert_int_equal(attain_number_parse(NULL, 1, &value, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "text");
    assert_int_equal(attain_number_parse("1", 1, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "out");
    assert_int_equal(attain_number_parse(NULL, 0, &value, &err),
                     ATTAIN_ERR_NUMBER);
}

static void number_scan_stops_at_the_end_of_the_number(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t taken;
        double value;
    } cases[] = {
        {"73.4821,", 7, 73.4821},
        {"1,2,3,4,5,6,7", 1, 1},
        {"12\n", 2, 12},
        {"1.5e3x", 5, 1500},
        {"1.5ex", 3, 1.5},
        {"1.5e+,12345", 3, 1.5},
        {"1.2.3.4.5.6", 3, 1.2},
        {"5.,66666666", 2, 5},
        {".5,6666666", 2, .5},
        {"12345678,9", 8, 12345678},
        {"1234567.8,", 9, 1234567.8},
        {"-1,", 2, -1},
        {"123456.7\"", 8, 123456.7},
        {"96%", 2, 96},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        double value = NAN;
        int range = 7;
        size_t length = strlen(cases[i].text);
        assert_int_equal(
            attain_i_number_scan(cases[i].text, length, &value, &range),
            cases[i].taken);
        assert_int_equal(range, 0);
        assert_same(value, cases[i].value);
    }
    static const char *const none[] = {
        "",   ",",  "-",         "+,",       ".",
        "-.", "e5", ".e5,aaaaa", "........", "-........"};
    for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
        double value;
        int range;
        assert_int_equal(
            attain_i_number_scan(none[i], strlen(none[i]), &value, &range), 0);
    }
}

/* Short decimals of every shape: the way for 8 bytes must agree with the long
 * one and with the C library, whatever stands behind the number. */
static void number_scan_of_short_numbers(void **state) {
    (void)state;
    uint64_t random = 3;
    for (int i = 0; i < 300000; i++) {
        char text[40];
        size_t digits = 1 + support_random(&random) % 11;
        size_t point = support_random(&random) % (digits + 3);
        size_t length = 0;
        if (support_random(&random) % 4 == 0)
            text[length++] = '-';
        for (size_t j = 0; j < digits; j++) {
            if (j == point)
                text[length++] = '.';
            text[length++] = (char)('0' + support_random(&random) % 10);
        }
        double value;
        int range;
        text[length] = '\0';
        double expected = strtod(text, NULL);
        assert_int_equal(attain_i_number_scan(text, length, &value, &range),
                         length);
        assert_same(value, expected);
        memcpy(text + length, ",12345678", 10);
        assert_int_equal(
            attain_i_number_scan(text, strlen(text), &value, &range), length);
        assert_same(value, expected);
    }
}

static uint64_t random_bits(uint64_t *random, int kind) {
    uint64_t bits = support_random(random);
    if (kind == 1) { /* usual sizes */
        bits &= ~((uint64_t)0x7ff << 52);
        bits |= (1000 + support_random(random) % 60) << 52;
    } else if (kind == 2) { /* few bits */
        bits &= ~(((uint64_t)1 << support_random(random) % 52) - 1);
    } else if (kind == 3) { /* next to 0 */
        bits &= ~((uint64_t)0x7fe << 52);
    }
    return bits;
}

static void number_parse_agrees_with_the_c_library(void **state) {
    (void)state;
    uint64_t random = 11;
    for (int i = 0; i < 600000; i++) {
        double value = support_double(random_bits(&random, i % 4));
        if (!isfinite(value))
            continue;
        char text[64];
        snprintf(text, sizeof(text), "%.*e", 14 + i % 7, value);
        double expected = strtod(text, NULL);
        double read;
        attain_status status =
            attain_number_parse(text, strlen(text), &read, NULL);
        if (isinf(expected) || (expected == 0 && value != 0)) {
            assert_int_equal(status, ATTAIN_ERR_NUMBER);
        } else {
            assert_int_equal(status, ATTAIN_OK);
            assert_same(read, expected);
        }
    }
}

/* The decimal exactly in the middle of two doubles: an odd number of 54 bits
 * times 2^-places, written digit by digit. */
static size_t write_half(uint64_t odd, int places, char *text) {
    if (places <= 0) {
        return (size_t)sprintf(text, "%llu.",
                               (unsigned long long)(odd << -places));
    }
    uint64_t rest = odd & (((uint64_t)1 << places) - 1);
    size_t length =
        (size_t)sprintf(text, "%llu.", (unsigned long long)(odd >> places));
    while (rest != 0) {
        rest *= 10;
        text[length++] = (char)('0' + (rest >> places));
        rest &= ((uint64_t)1 << places) - 1;
    }
    text[length] = '\0';
    return length;
}

static void number_parse_of_exact_halves(void **state) {
    (void)state;
    uint64_t random = 17;
    for (int i = 0; i < 20000; i++) {
        uint64_t odd = support_random(&random) >> 10 | (uint64_t)1 << 53 | 1;
        int places = (int)(support_random(&random) % 71) - 10;
        uint64_t even = odd & 2 ? odd + 1 : odd - 1;
        char text[128];
        size_t length = write_half(odd, places, text);
        assert_same(parsed(text), ldexp((double)even, -places));
        /* A little more, seen only at the 60th digit or so. */
        memcpy(text + length, "0000000000000000000000000000000000001", 38);
        assert_same(parsed(text), ldexp((double)(odd + 1), -places));
        if (places > 0) {
            /* A little less. */
            text[length - 1]--;
            memcpy(text + length, "99999999999999999999999999999", 30);
            assert_same(parsed(text), ldexp((double)(odd - 1), -places));
        }
    }
}

static void number_format_of_known_numbers(void **state) {
    (void)state;
    static const struct {
        double value;
        const char *text;
    } cases[] = {
        {96, "96"},
        {0.1, "0.1"},
        {0, "0"},
        {-0.0, "0"},
        {-5, "-5"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1.0 / 3, "0.3333333333333333"},
        {2.0 / 3, "0.6666666666666666"},
        {100, "100"},
        {1e20, "100000000000000000000"},
        {123456789012345680000.0, "123456789012345680000"},
        {1e21, "1e21"},
        {1.5e21, "1.5e21"},
        {-1.5e21, "-1.5e21"},
        {1e-5, "0.00001"},
        {1.25e-5, "0.0000125"},
        {9.99e-6, "9.99e-6"},
        {1e-7, "1e-7"},
        {1e22, "1e22"},
        {1e23, "1e23"},
        {5e-324, "5e-324"},
        {2.2250738585072014e-308, "2.2250738585072014e-308"},
        {1.7976931348623157e308, "1.7976931348623157e308"},
        {-1.7976931348623157e308, "-1.7976931348623157e308"},
        {9007199254740992.0, "9007199254740992"},
        {9007199254740993.0, "9007199254740992"},
        {0x1p132, "5.444517870735016e39"},
        {4.35, "4.35"},
        {999999999999999900000.0, "999999999999999900000"},
        {1234.5, "1234.5"},
        {0.00012345678901234567, "0.00012345678901234567"},
        {2e-44, "2e-44"},
        {9.5367431640625e-7, "9.5367431640625e-7"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char text[32];
        size_t count = 0;
        assert_int_equal(attain_number_format(cases[i].value, text,
                                              sizeof(text), &count, NULL),
                         ATTAIN_OK);
        assert_string_equal(text, cases[i].text);
        assert_int_equal(count, strlen(text));
    }
}

static void number_format_of_no_value_and_errors(void **state) {
    (void)state;
    char text[32] = "before";
    size_t count = 9;
    attain_error err;
    assert_int_equal(attain_number_format(INFINITY, text, 32, &count, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "value");
    assert_int_equal(attain_number_format(-INFINITY, text, 32, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_number_format(1, text, 32, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "count");
    assert_int_equal(count, 9);
    assert_int_equal(attain_number_format(1234, NULL, 0, &count, NULL), 0);
    assert_int_equal(count, 4);
    assert_int_equal(attain_number_format(1234, text, 4, &count, &err),
                     ATTAIN_ERR_SPACE);
    assert_string_equal(text, "before");
    assert_int_equal(attain_number_format(1234, text, 5, &count, NULL), 0);
    assert_string_equal(text, "1234");
    assert_int_equal(attain_number_format(NAN, text, 1, &count, NULL), 0);
    assert_int_equal(count, 0);
    assert_string_equal(text, "");
}

/* Reads back, is not longer than it must be, and is the nearest of its length.
 */
static void number_format_is_the_shortest(void **state) {
    (void)state;
    uint64_t random = 23;
    for (int i = 0; i < 200000; i++) {
        double value = support_double(random_bits(&random, i % 4));
        if (!isfinite(value) || value == 0)
            continue;
        char text[32];
        size_t length = attain_i_number_write(value, text);
        assert_true(length < 26 && text[length] == '\0');
        assert_same(strtod(text, NULL), value);
        attain_i_decimal decimal;
        attain_i_decimal_of(value, &decimal);
        int digits = attain_i_decimal_digits(&decimal);
        char witness[40];
        snprintf(witness, sizeof(witness), "%.*e", digits - 1, value);
        if (strtod(witness, NULL) == value) {
            char ours[40];
            snprintf(ours, sizeof(ours), "%llu",
                     (unsigned long long)decimal.digits);
            memmove(witness, witness + (value < 0), strlen(witness));
            if (digits > 1)
                memmove(witness + 1, witness + 2, strlen(witness) - 1);
            assert_memory_equal(witness, ours, (size_t)digits);
        } else {
            /* Only below a power of two is the interval lopsided. */
            assert_true((support_bits(value) << 12) == 0);
        }
        if (digits > 1) {
            snprintf(witness, sizeof(witness), "%.*e", digits - 2, value);
            assert_true(strtod(witness, NULL) != value);
        }
    }
}

static void number_format_at_every_power_of_two_and_ten(void **state) {
    (void)state;
    for (int e = -1074; e <= 1023; e++) {
        for (int step = -1; step <= 1; step++) {
            double value = support_double(support_bits(ldexp(1, e)) +
                                          (uint64_t)(int64_t)step);
            char text[32];
            if (value == 0)
                continue;
            attain_i_number_write(value, text);
            assert_same(parsed(text), value);
        }
    }
    for (int e = -323; e <= 308; e++) {
        char text[32];
        char expected[32];
        snprintf(expected, sizeof(expected), "1e%d", e);
        attain_i_number_write(strtod(expected, NULL), text);
        if (e < -5 || e > 20)
            assert_string_equal(text, expected);
    }
}

static void number_is_the_same_in_every_locale(void **state) {
    (void)state;
    static const char *const names[] = {"de_DE.UTF-8", "fr_FR.UTF-8",
                                        "de_DE.utf8", "tr_TR.UTF-8",
                                        "fa_IR.UTF-8"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (setlocale(LC_ALL, names[i]) == NULL)
            continue;
        char text[32];
        attain_i_number_write(-1234567.25, text);
        double value = parsed("1.5");
        setlocale(LC_ALL, "C");
        assert_string_equal(text, "-1234567.25");
        assert_same(value, 1.5);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(number_parse_of_the_grammar),
        cmocka_unit_test(number_parse_of_very_long_texts),
        cmocka_unit_test(number_parse_beyond_the_range),
        cmocka_unit_test(number_parse_advises),
        cmocka_unit_test(number_parse_shows_the_text_escaped),
        cmocka_unit_test(number_parse_without_pointers),
        cmocka_unit_test(number_scan_stops_at_the_end_of_the_number),
        cmocka_unit_test(number_scan_of_short_numbers),
        cmocka_unit_test(number_parse_of_exact_halves),
        cmocka_unit_test(number_format_of_known_numbers),
        cmocka_unit_test(number_format_of_no_value_and_errors),
        cmocka_unit_test(number_format_at_every_power_of_two_and_ten),
        cmocka_unit_test(number_is_the_same_in_every_locale),
#if !defined(_WIN32)
        /* The C library is the witness; that of mingw-w64 rounds twice. */
        cmocka_unit_test(number_parse_of_hard_decimals),
        cmocka_unit_test(number_parse_agrees_with_the_c_library),
        cmocka_unit_test(number_format_is_the_shortest),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
