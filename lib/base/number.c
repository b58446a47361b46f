#include "attain/base.h"

#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "base/text.h"

/* --- Advice --------------------------------------------------------------- */

typedef struct advice_row {
    const char *text;
    const char *advice;
} advice_row;

static const char leave_empty[] = "leave the cell empty, or write NA";

/* A text that is the whole cell. */
static const advice_row whole_texts[] = {
    {"", "write digits, or leave the cell out"},
    {"-", leave_empty},
    {"\xe2\x80\x93", leave_empty},             /* en dash */
    {"\xe2\x80\x94", leave_empty},             /* em dash */
    {"\xe2\x80\x94\xe2\x80\x94", leave_empty}, /* Chinese dash */
    {"\xe2\x88\x92", leave_empty},             /* minus sign */
    {".", leave_empty},
    {"..", leave_empty},
    {"...", leave_empty},
    {"\xe2\x80\xa6", leave_empty}, /* ellipsis */
    {"\xe2\x80\xa6\xe2\x80\xa6", leave_empty},
    {"/", leave_empty},
    {"*", leave_empty},
    {"\xe6\x97\xa0", leave_empty},             /* none */
    {"\xe7\xbc\xba", leave_empty},             /* lacking */
    {"\xe7\xa9\xba", leave_empty},             /* blank */
    {"\xe6\x9c\xaa\xe7\x9f\xa5", leave_empty}, /* unknown */
    {"\xe4\xb8\x8d\xe8\xaf\xa6", leave_empty}, /* not clear */
    {"n/a", leave_empty},
    {"na", leave_empty},
    {"null", leave_empty},
    {"none", leave_empty},
    {"nan", leave_empty},
    {"inf", "it is no value: leave the cell empty, or write NA"},
    {"infinity", "it is no value: leave the cell empty, or write NA"},
};

/* A text that stands somewhere in the cell; the first that fits. */
static const advice_row parts[] = {
    {"#", "it is a spreadsheet's error, not a value: leave the cell empty, or "
          "write NA"},
    {"%", "write the number alone, 96 for 96%, and put the per cent into the "
          "metric's factor and unit"},
    {"\xef\xbc\x85", "write the number alone, 96 for 96%, and put the per cent "
                     "into the metric's factor and unit"},
    {"\xe2\x80\xb0", "write the number alone, and put the per mille into the "
                     "metric's factor and unit"},
    {"\xef\xbc", "write half-width digits, point and sign: 96 for "
                 "\xef\xbc\x99\xef\xbc\x96"},
    {"\xe2\x88\x92", "write the minus sign as the ASCII hyphen: -5"},
    {"\xe2\x80\x93", "write the minus sign as the ASCII hyphen: -5"},
    {",", "write it without thousands separators, 1234 for 1,234, and with a "
          "point for decimals"},
    {"\xc2\xa0", "write it without spaces"},
    {"\xe3\x80\x80", "write it without spaces"},
    {" ", "write it without spaces"},
    {"\t", "write it without spaces"},
    {"_", "write it without _ between the digits: 1000"},
    {"'", "write it without separators: 1000"},
    {"0x", "write it in decimal digits"},
    {"inf", "it is no value: leave the cell empty, or write NA"},
    {"nan", leave_empty},
    {"<", "a number needs one value: write it, or leave the cell empty"},
    {">", "a number needs one value: write it, or leave the cell empty"},
    {"~", "a number needs one value: write it, or leave the cell empty"},
    {"\xc2\xb1", "a number needs one value: write it, or leave the cell empty"},
    {"(", "write a negative number with a minus sign: -5"},
};

static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* Whether `part` (in lower case) begins the text. */
static int begins_with(const char *text, size_t length, const char *part) {
    size_t size = strlen(part);
    if (size > length)
        return 0;
    for (size_t i = 0; i < size; i++)
        if (lower(text[i]) != part[i])
            return 0;
    return 1;
}

static int contains(const char *text, size_t length, const char *part) {
    /* What is wrong shows in the first bytes of a cell of any length. */
    length = length < 256 ? length : 256;
    for (size_t i = 0; i < length; i++)
        if (begins_with(text + i, length - i, part))
            return 1;
    return 0;
}

static const char *advice_for(const char *text, size_t length) {
    size_t sign = length > 1 && (text[0] == '+' || text[0] == '-') ? 1 : 0;
    for (size_t i = 0; i < sizeof(whole_texts) / sizeof(whole_texts[0]); i++) {
        const char *whole = whole_texts[i].text;
        size_t skip = lower(whole[0]) >= 'a' ? sign : 0;
        if (strlen(whole) == length - skip &&
            begins_with(text + skip, length - skip, whole))
            return whole_texts[i].advice;
    }
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        if (contains(text, length, parts[i].text))
            return parts[i].advice;
    return "write decimal digits, with a point and an exponent if need be: "
           "96, -0.5, 1.2e6";
}

static attain_status fail_number(const char *text, size_t length,
                                 const char *what, const char *advice,
                                 attain_error *err) {
    char shown[80];
    attain_i_show(shown, sizeof(shown), text, length);
    return attain_i_fail(err, ATTAIN_ERR_NUMBER, "text", -1, "\"%s\" is %s: %s",
                         shown, what, advice);
}

attain_status attain_number_parse(const char *text, size_t length, double *out,
                                  attain_error *err) {
    if (text == NULL && length != 0)
        return attain_i_fail_null(err, "text");
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    text = text == NULL ? "" : text;
    length = attain_i_length(text, length);
    double value;
    int range;
    size_t taken = attain_i_number_scan(text, length, &value, &range);
    if (taken == 0 || taken < length) {
        return fail_number(text, length, "not a number",
                           advice_for(text, length), err);
    }
    if (range != 0) {
        return fail_number(text, length, "out of range",
                           range > 0 ? "numbers go up to 1.7e308 on both "
                                       "sides of 0"
                                     : "it is nearer to 0 than 5e-324; write "
                                       "0 if it is none",
                           err);
    }
    *out = value;
    return ATTAIN_OK;
}

/* --- Writing ------------------------------------------------------------- */

static size_t put_digits(char *out, const char *digits, size_t count) {
    memcpy(out, digits, count);
    return count;
}

static size_t put_zeros(char *out, int count) {
    for (int i = 0; i < count; i++)
        out[i] = '0';
    return (size_t)(count > 0 ? count : 0);
}

/* The digits of a number into `out`, whose size is 20; returns where they
 * begin. */
static size_t write_integer(uint64_t number, char out[20]) {
    size_t at = 20;
    do {
        out[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    return at;
}

static size_t write_exponent(int order, char *out) {
    char digits[20];
    size_t length = 0;
    out[length++] = 'e';
    if (order < 0)
        out[length++] = '-';
    size_t at = write_integer((uint64_t)(order < 0 ? -order : order), digits);
    return length + put_digits(out + length, digits + at, 20 - at);
}

size_t attain_i_number_write(double value, char *out) {
    size_t length = 0;
    if (value != value) {
        out[0] = '\0';
        return 0;
    }
    attain_i_decimal decimal;
    char text[20];
    attain_i_decimal_of(value, &decimal);
    size_t begin = write_integer(decimal.digits, text);
    const char *digits = text + begin;
    int count = 20 - (int)begin;
    int order = decimal.exponent + count - 1; /* of the first digit */
    if (decimal.negative && decimal.digits != 0)
        out[length++] = '-';
    if (order < -5 || order > 20) {
        out[length++] = digits[0];
        if (count > 1) {
            out[length++] = '.';
            length += put_digits(out + length, digits + 1, (size_t)count - 1);
        }
        length += write_exponent(order, out + length);
    } else if (order < 0) {
        out[length++] = '0';
        out[length++] = '.';
        length += put_zeros(out + length, -order - 1);
        length += put_digits(out + length, digits, (size_t)count);
    } else {
        int before = order + 1 < count ? order + 1 : count;
        length += put_digits(out + length, digits, (size_t)before);
        length += put_zeros(out + length, decimal.exponent);
        if (before < count) {
            out[length++] = '.';
            length += put_digits(out + length, digits + before,
                                 (size_t)(count - before));
        }
    }
    out[length] = '\0';
    return length;
}

attain_status attain_number_format(double value, char *out, size_t capacity,
                                   size_t *count, attain_error *err) {
    if (count == NULL)
        return attain_i_fail_null(err, "count");
    if (value - value != 0 && value == value) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "value", -1,
                             "value is infinite; a number is finite, or NaN "
                             "for no value");
    }
    char text[32];
    size_t length = attain_i_number_write(value, text);
    return attain_i_text_out(text, length, out, capacity, count, err);
}
