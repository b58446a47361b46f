#include "base/decimal.h"

#include <string.h>

#include "base/binary.h"
#include "base/digits.h"
#include "base/powers.h"
#include "base/wide.h"

enum {
    SAFE_DIGITS = 19, /* fit into 64 bits */
    FAR = 100000000   /* an exponent beyond any double and any text */
};

/* Keeps the rare cases out of the way of the common one. */
#if defined(__GNUC__)
#define APART __attribute__((noinline))
#else
#define APART
#endif

static const uint64_t exact_below = (uint64_t)1 << 53;

static double with_sign(double magnitude, int negative) {
    return negative ? -magnitude : magnitude;
}

/* --- Short numbers: up to 8 bytes at once ------------------------------- */

/* The first 8 bytes, with zeros after the end of a shorter text. */
static uint64_t load(const char *text, size_t length) {
    if (length >= 8)
        return attain_i_eight_bytes(text);
    uint64_t bytes = 0;
    for (size_t i = 0; i < length; i++)
        bytes |= (uint64_t)(unsigned char)text[i] << 8 * i;
    return bytes;
}

/* Scans digits with one point at most that end within 8 bytes; 0: it is not
 * such a number. */
static size_t scan_short(const char *text, size_t length, int negative,
                         double *out) {
    uint64_t digits = load(text, length) ^ ATTAIN_I_EIGHT('0');
    uint64_t other = attain_i_no_digits(digits);
    if (other == 0)
        return 0;
    int32_t first = attain_i_trailing_zeros(other) & ~7;
    int32_t end = first;
    int32_t point = (digits >> first & 0xff) == ('.' ^ '0');
    if (point) {
        uint64_t before = ((uint64_t)1 << first) - 1;
        digits = (digits & before) | (digits >> 8 & ~before);
        other = other >> 8 & ~before;
        if (other == 0)
            return 0;
        end = attain_i_trailing_zeros(other) & ~7;
    }
    size_t taken = (size_t)((uint32_t)end / 8) + (size_t)point;
    if (end == 0 || (taken < length && (text[taken] | 0x20) == 'e'))
        return 0;
    uint64_t number = attain_i_eight_digits(digits << (64 - end));
    *out = with_sign(
        (double)number / attain_i_tens[(uint32_t)(end - first) / 8], negative);
    return taken;
}

/* --- All numbers --------------------------------------------------------- */

/* Digits from `at` on, into `number` as long as they fit. */
static const char *scan_digits(const char *at, const char *end,
                               uint64_t *number) {
    uint64_t value = *number;
    for (; end - at >= 8; at += 8) {
        uint64_t digits = attain_i_eight_bytes(at) ^ ATTAIN_I_EIGHT('0');
        if (attain_i_no_digits(digits) != 0)
            break;
        value = 100000000 * value + attain_i_eight_digits(digits);
    }
    for (; at < end; at++) {
        unsigned digit = (unsigned char)*at - (unsigned)'0';
        if (digit > 9)
            break;
        value = 10 * value + digit; /* may wrap; then it is not used */
    }
    *number = value;
    return at;
}

/* An exponent, if there is a whole one. */
static const char *scan_exponent(const char *at, const char *end,
                                 int64_t *exponent) {
    const char *digits = at + 1;
    if (at == end || (*at | 0x20) != 'e')
        return at;
    int negative = digits < end && *digits == '-';
    digits += digits < end && (*digits == '-' || *digits == '+');
    int64_t value = 0;
    const char *i = digits;
    for (; i < end && *i >= '0' && *i <= '9'; i++)
        value = value < (int64_t)1 << 50 ? 10 * value + (*i - '0') : value;
    if (i == digits)
        return at;
    *exponent = negative ? -value : value;
    return i;
}

/* Takes the first 19 significant digits of the text again, now that there are
 * more than 19. */
static void shorten(attain_i_digits *digits, int64_t *exponent) {
    uint64_t leading = 0;
    int32_t count = 0;
    int more = 0;
    int64_t scale = digits->text_exponent;
    int point = 0;
    for (size_t i = 0; i < digits->length; i++) {
        if (digits->text[i] == '.') {
            point = 1;
            continue;
        }
        unsigned digit = (unsigned)(digits->text[i] - '0');
        if (count < SAFE_DIGITS) {
            leading = 10 * leading + digit;
            count += leading != 0;
            scale -= point;
        } else {
            more |= digit != 0;
            scale += !point;
        }
    }
    digits->leading = leading;
    *exponent = scale;
    if (!more)
        digits->text = NULL;
}

static int32_t clamp(int64_t exponent) {
    return (int32_t)(exponent > FAR ? FAR : exponent < -FAR ? -FAR : exponent);
}

static double magnitude_of(attain_i_digits *digits, int64_t exponent) {
    if (digits->leading < exact_below && digits->text == NULL &&
        exponent >= -22 && exponent <= 22) {
        double exact = (double)digits->leading;
        return exponent < 0 ? exact / attain_i_tens[-exponent]
                            : exact * attain_i_tens[exponent];
    }
    digits->exponent = clamp(exponent);
    return attain_i_binary_nearest(digits);
}

static APART size_t scan_long(const char *begin, size_t length, size_t sign,
                              double *out, int *range) {
    const char *end = begin + length;
    const char *text = begin + sign;
    attain_i_digits digits = {.text = text};
    const char *point = scan_digits(text, end, &digits.leading);
    size_t count = (size_t)(point - text);
    const char *at = point;
    int64_t exponent = 0;
    if (at < end && *at == '.') {
        at = scan_digits(at + 1, end, &digits.leading);
        exponent = 1 - (at - point);
        count += (size_t)(at - point - 1);
    }
    if (count == 0)
        return 0;
    digits.length = (size_t)(at - text);
    at = scan_exponent(at, end, &digits.text_exponent);
    exponent += digits.text_exponent;
    if (count > SAFE_DIGITS)
        shorten(&digits, &exponent);
    else
        digits.text = NULL;
    double magnitude = magnitude_of(&digits, exponent);
    *out = with_sign(magnitude, *begin == '-');
    if (magnitude > 1.7976931348623157e308)
        *range = 1;
    else if (magnitude == 0 && digits.leading != 0)
        *range = -1;
    return (size_t)(at - begin);
}

size_t attain_i_number_scan(const char *text, size_t length, double *out,
                            int *range) {
    *range = 0;
    if (length == 0)
        return 0;
    /* Two calls, so that where a number begins does not wait for its sign. */
    size_t taken;
    if (*text == '-' || *text == '+') {
        taken = scan_short(text + 1, length - 1, *text == '-', out);
        return taken != 0 ? taken + 1 : scan_long(text, length, 1, out, range);
    }
    taken = scan_short(text, length, 0, out);
    return taken != 0 ? taken : scan_long(text, length, 0, out, range);
}
