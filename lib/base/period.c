#include "attain/base.h"

#include "base/error.h"
#include "base/text.h"

/* How each frequency is written, and its ordinals: base + parts · year + part.
 */
typedef struct frequency_row {
    int32_t frequency;
    int32_t base;
    int32_t parts;
    char letter; /* before the part, 0: none */
    int digits;  /* of the part */
} frequency_row;

static const frequency_row frequencies[] = {
    {ATTAIN_FREQUENCY_YEAR, 0, 1, 0, 0},
    {ATTAIN_FREQUENCY_HALF_YEAR, 100000, 2, 'S', 1},
    {ATTAIN_FREQUENCY_QUARTER, 200000, 4, 'Q', 1},
    {ATTAIN_FREQUENCY_MONTH, 300000, 12, 0, 2},
};

enum {
    FREQUENCIES = sizeof(frequencies) / sizeof(frequencies[0]),
    LAST_YEAR = 9999
};

static const frequency_row *row_of(int32_t period) {
    for (int i = 0; i < FREQUENCIES; i++) {
        const frequency_row *row = &frequencies[i];
        int32_t first = row->base + row->parts;
        int32_t end = row->base + row->parts * (LAST_YEAR + 1);
        if (period >= first && period < end)
            return row;
    }
    return NULL;
}

int32_t attain_period_frequency(int32_t period) {
    const frequency_row *row = row_of(period);
    return row != NULL ? row->frequency : ATTAIN_FREQUENCY_NONE;
}

/* The number made of `count` digits; −1 if they are not all digits. */
static int32_t digits_at(const char *text, int count) {
    int32_t number = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = 10 * number + (text[i] - '0');
    }
    return number;
}

/* The ordinal, or ATTAIN_PERIOD_NONE. */
static int32_t read_period(const char *text, size_t length) {
    int32_t year = length >= 4 ? digits_at(text, 4) : -1;
    if (year < 1)
        return ATTAIN_PERIOD_NONE;
    if (length == 4)
        return year;
    if (length != 7 || text[4] != '-')
        return ATTAIN_PERIOD_NONE;
    for (int i = 1; i < FREQUENCIES; i++) {
        const frequency_row *row = &frequencies[i];
        if (row->letter != 0 && text[5] != row->letter)
            continue;
        int32_t part = digits_at(text + 7 - row->digits, row->digits);
        if (part >= 1 && part <= row->parts)
            return row->base + row->parts * year + part - 1;
    }
    return ATTAIN_PERIOD_NONE;
}

attain_status attain_period_parse(const char *text, size_t length, int32_t *out,
                                  attain_error *err) {
    if (text == NULL && length != 0)
        return attain_i_fail_null(err, "text");
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    length = attain_i_length(text, length);
    int32_t period = read_period(text, length);
    if (period == ATTAIN_PERIOD_NONE) {
        char shown[60];
        attain_i_show(shown, sizeof(shown), text, length);
        return attain_i_fail(err, ATTAIN_ERR_PERIOD, "text", -1,
                             "\"%s\" is not a period; write 2023, 2023-S1, "
                             "2023-Q3 or 2023-09 in half-width digits",
                             shown);
    }
    *out = period;
    return ATTAIN_OK;
}

static size_t write_period(const frequency_row *row, int32_t period,
                           char *out) {
    int32_t year = (period - row->base) / row->parts;
    int32_t part = (period - row->base) % row->parts + 1;
    if (row->parts == 1)
        return attain_i_format(out, 8, "%04d", (int)year);
    if (row->letter != 0) {
        return attain_i_format(out, 8, "%04d-%c%d", (int)year, row->letter,
                               (int)part);
    }
    return attain_i_format(out, 8, "%04d-%02d", (int)year, (int)part);
}

attain_status attain_period_format(int32_t period, char *out, size_t capacity,
                                   size_t *count, attain_error *err) {
    if (count == NULL)
        return attain_i_fail_null(err, "count");
    const frequency_row *row = row_of(period);
    if (row == NULL) {
        return attain_i_fail(err, ATTAIN_ERR_PERIOD, "period", -1,
                             "%d is not the ordinal of a period; take it from "
                             "attain_period_parse()",
                             (int)period);
    }
    char text[8];
    size_t length = write_period(row, period, text);
    return attain_i_text_out(text, length, out, capacity, count, err);
}
