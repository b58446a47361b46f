/* The way to the sink: bytes, numbers, CSV cells and JSON strings. */
#include "exchange/write.h"

#include <string.h>

#include "base/decimal.h"

void attain_i_outlet_init(attain_i_outlet *outlet, attain_sink sink,
                          void *user) {
    outlet->sink = sink;
    outlet->user = user;
    outlet->used = 0;
    outlet->failure = 0;
}

static void pass_on(attain_i_outlet *outlet, const char *bytes, size_t length) {
    if (length > 0 && outlet->failure == 0)
        outlet->failure = outlet->sink(bytes, length, outlet->user);
}

void attain_i_outlet_flush(attain_i_outlet *outlet) {
    pass_on(outlet, outlet->bytes, outlet->used);
    outlet->used = 0;
}

void attain_i_put_bytes(attain_i_outlet *outlet, const char *bytes,
                        size_t length) {
    if (length > sizeof outlet->bytes - outlet->used) {
        attain_i_outlet_flush(outlet);
        if (length > sizeof outlet->bytes) {
            pass_on(outlet, bytes, length);
            return;
        }
    }
    if (length > 0) {
        memcpy(outlet->bytes + outlet->used, bytes, length);
        outlet->used += length;
    }
}

void attain_i_put_text(attain_i_outlet *outlet, const char *text) {
    attain_i_put_bytes(outlet, text, strlen(text));
}

void attain_i_put_number(attain_i_outlet *outlet, double value) {
    char text[32];

    if (value == value)
        attain_i_put_bytes(outlet, text, attain_i_number_write(value, text));
}

void attain_i_put_integer(attain_i_outlet *outlet, uint64_t value) {
    char text[20];
    size_t first = sizeof text;

    do {
        text[--first] = (char)('0' + (int)(value % 10));
        value /= 10;
    } while (value > 0);
    attain_i_put_bytes(outlet, text + first, sizeof text - first);
}

void attain_i_put_period(attain_i_outlet *outlet, int32_t period) {
    char text[16];
    size_t length;

    if (attain_period_format(period, text, sizeof text, &length, NULL) ==
        ATTAIN_OK)
        attain_i_put_bytes(outlet, text, length);
}

int attain_i_cell_quoted(const char *text) {
    return text[strcspn(text, ",\"\r\n")] != '\0';
}

/* U+3000 and U+00A0 are blanks to a spreadsheet, too. */
static size_t blank_or_quote(const char *text) {
    if (*text == ' ' || *text == '"' || *text == '\'')
        return 1;
    if (strncmp(text, "\xC2\xA0", 2) == 0)
        return 2;
    return strncmp(text, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

int attain_i_cell_runs(const char *text) {
    static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B",
                                       "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    size_t taken;

    while ((taken = blank_or_quote(text)) > 0)
        text += taken;
    if (*text != '\0' && strchr("=+-@\t\r\n", *text) != NULL)
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (strncmp(text, wide[i], 3) == 0)
            return 1;
    return 0;
}

void attain_i_put_cell_part(attain_i_outlet *outlet, const char *text) {
    for (const char *quote; (quote = strchr(text, '"')) != NULL;) {
        attain_i_put_bytes(outlet, text, (size_t)(quote - text) + 1);
        attain_i_put_bytes(outlet, "\"", 1);
        text = quote + 1;
    }
    attain_i_put_text(outlet, text);
}

void attain_i_put_cell(attain_i_outlet *outlet, const char *text, int defuse) {
    int quoted = attain_i_cell_quoted(text);

    if (quoted)
        attain_i_put_bytes(outlet, "\"", 1);
    if (defuse && attain_i_cell_runs(text))
        attain_i_put_bytes(outlet, "'", 1);
    attain_i_put_cell_part(outlet, text);
    if (quoted)
        attain_i_put_bytes(outlet, "\"", 1);
}

/* RFC 8259 §7: quotes, backslashes and controls are escaped, nothing else. */
static void write_escape(attain_i_outlet *outlet, unsigned char byte) {
    static const char digits[] = "0123456789abcdef";
    char escape[6] = {'\\', 'u', '0', '0', '0', '0'};

    if (byte == '"' || byte == '\\') {
        escape[1] = (char)byte;
        attain_i_put_bytes(outlet, escape, 2);
    } else {
        escape[4] = digits[byte >> 4];
        escape[5] = digits[byte & 15];
        attain_i_put_bytes(outlet, escape, 6);
    }
}

void attain_i_put_string_part(attain_i_outlet *outlet, const char *text,
                              size_t length) {
    const char *plain = text; /* where the bytes begin that need no escape */
    const char *end = text + length;

    attain_i_put_bytes(outlet, "\"", 1);
    for (; text < end; text++) {
        unsigned char byte = (unsigned char)*text;

        if (byte < 0x20 || byte == '"' || byte == '\\') {
            attain_i_put_bytes(outlet, plain, (size_t)(text - plain));
            write_escape(outlet, byte);
            plain = text + 1;
        }
    }
    attain_i_put_bytes(outlet, plain, (size_t)(text - plain));
    attain_i_put_bytes(outlet, "\"", 1);
}

void attain_i_put_string(attain_i_outlet *outlet, const char *text) {
    if (text == NULL)
        attain_i_put_text(outlet, "null");
    else
        attain_i_put_string_part(outlet, text, strlen(text));
}
