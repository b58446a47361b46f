#include "base/error.h"

#include <string.h>

#include "base/text.h"

/* Where a line is being written. */
typedef struct sink {
    char *out;
    size_t capacity;
    size_t length;
    int full; /* something did not fit: nothing more is written */
} sink;

/* One character or escape, whole or not at all. */
static void put(sink *to, const char *bytes, size_t count) {
    if (to->full || count >= to->capacity - to->length) {
        to->full = 1;
        return;
    }
    memcpy(to->out + to->length, bytes, count);
    to->length += count;
}

/* Characters that would move the cursor, turn the direction of what follows,
 * or not be seen at all. */
static int is_hidden(uint32_t code) {
    return code < 0x20 || (code >= 0x7f && code <= 0xa0) || code == 0xad ||
           code == 0x61c || code == 0x200b || code == 0x200e ||
           code == 0x200f || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2060 && code <= 0x2069) || code == 0x3000 ||
           code == 0xfeff || (code >= 0xfff9 && code <= 0xfffb);
}

static const char hex_digits[] = "0123456789ABCDEF";

static void put_byte(sink *to, unsigned char byte) {
    char text[4] = {'\\', 'x', hex_digits[byte >> 4], hex_digits[byte & 15]};
    put(to, text, sizeof(text));
}

static void put_code(sink *to, uint32_t code) {
    char text[12] = {'\\', 'u', '{'};
    size_t length = 3;
    for (int shift = 20; shift >= 0; shift -= 4)
        if (code >> shift != 0)
            text[length++] = hex_digits[(code >> shift) & 15];
    text[length++] = '}';
    put(to, text, length);
}

static void put_text(sink *to, const char *text, size_t length) {
    for (size_t i = 0; i < length && !to->full;) {
        uint32_t code;
        size_t size = attain_i_utf8_next(text + i, length - i, &code);
        if (size == 0 || (size == 1 && is_hidden(code))) {
            put_byte(to, (unsigned char)text[i]);
            size = 1;
        } else if (is_hidden(code)) {
            put_code(to, code);
        } else {
            put(to, text + i, size);
        }
        i += size;
    }
}

/* One conversion of a format: %[0][width][.precision][length]letter. */
typedef struct conversion {
    int zero;
    int width;
    int precision; /* −1: none */
    int size;      /* of the argument: 0 int, l, L for ll, z, t */
    char letter;
} conversion;

static void put_integer(sink *to, const conversion *form, uint64_t value,
                        int negative) {
    char digits[24];
    unsigned base = form->letter == 'x' ? 16 : 10;
    int at = (int)sizeof(digits);
    do {
        digits[--at] = "0123456789abcdef"[value % base];
        value /= base;
    } while (value != 0);
    int pad = form->width - ((int)sizeof(digits) - at) - negative;
    if (negative && form->zero)
        put(to, "-", 1);
    for (; pad > 0; pad--)
        put(to, form->zero ? "0" : " ", 1);
    if (negative && !form->zero)
        put(to, "-", 1);
    put(to, digits + at, sizeof(digits) - (size_t)at);
}

static int read_number(const char **at) {
    int number = 0;
    for (; **at >= '0' && **at <= '9' && number < 1000; (*at)++)
        number = 10 * number + (**at - '0');
    return number;
}

static const char *read_conversion(const char *at, conversion *form,
                                   va_list *arguments) {
    memset(form, 0, sizeof(*form));
    form->precision = -1;
    if (*at == '0') {
        form->zero = 1;
        at++;
    }
    form->width = read_number(&at);
    if (*at == '.') {
        at++;
        if (*at == '*') {
            at++;
            form->precision = va_arg(*arguments, int);
        } else {
            form->precision = read_number(&at);
        }
    }
    for (; *at == 'l' || *at == 'z' || *at == 't'; at++)
        form->size = form->size == 'l' ? 'L' : *at;
    form->letter = *at;
    return *at == '\0' ? at : at + 1;
}

static void put_signed(sink *to, const conversion *form, va_list *arguments) {
    int64_t value;
    switch (form->size) {
    case 'l':
        value = va_arg(*arguments, long);
        break;
    case 'L':
        value = va_arg(*arguments, long long);
        break;
    case 'z':
    case 't':
        value = va_arg(*arguments, ptrdiff_t);
        break;
    default:
        value = va_arg(*arguments, int);
        break;
    }
    int negative = value < 0;
    put_integer(to, form, negative ? 0 - (uint64_t)value : (uint64_t)value,
                negative);
}

static void put_unsigned(sink *to, const conversion *form, va_list *arguments) {
    uint64_t value;
    switch (form->size) {
    case 'l':
        value = va_arg(*arguments, unsigned long);
        break;
    case 'L':
        value = va_arg(*arguments, unsigned long long);
        break;
    case 'z':
    case 't':
        value = va_arg(*arguments, size_t);
        break;
    default:
        value = va_arg(*arguments, unsigned);
        break;
    }
    put_integer(to, form, value, 0);
}

static void put_string(sink *to, const conversion *form, va_list *arguments) {
    const char *text = va_arg(*arguments, const char *);
    if (text == NULL)
        return;
    size_t length = 0;
    size_t most = form->precision < 0 ? SIZE_MAX : (size_t)form->precision;
    while (length < most && text[length] != '\0')
        length++;
    put_text(to, text, length);
}

size_t attain_i_format_list(char *out, size_t capacity, const char *format,
                            va_list *arguments) {
    if (capacity == 0)
        return 0;
    sink to = {out, capacity, 0, 0};
    while (*format != '\0') {
        size_t plain = strcspn(format, "%");
        put_text(&to, format, plain);
        format += plain;
        if (*format == '\0')
            break;
        conversion form;
        format = read_conversion(format + 1, &form, arguments);
        if (form.letter == 's') {
            put_string(&to, &form, arguments);
        } else if (form.letter == 'd' || form.letter == 'i') {
            put_signed(&to, &form, arguments);
        } else if (form.letter == 'u' || form.letter == 'x') {
            put_unsigned(&to, &form, arguments);
        } else if (form.letter == 'c') {
            char letter = (char)va_arg(*arguments, int);
            put_text(&to, &letter, 1);
        } else if (form.letter != '\0') {
            put_text(&to, &form.letter, 1);
        }
    }
    out[to.length] = '\0';
    return to.length;
}

size_t attain_i_format(char *out, size_t capacity, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    size_t length = attain_i_format_list(out, capacity, format, &arguments);
    va_end(arguments);
    return length;
}

size_t attain_i_show(char *out, size_t capacity, const char *text,
                     size_t length) {
    static const char more[] = "...";
    sink to = {out, capacity - (sizeof(more) - 1), 0, 0};
    put_text(&to, text, length);
    if (to.full) {
        to.full = 0;
        to.capacity = capacity;
        put(&to, more, sizeof(more) - 1);
    }
    out[to.length] = '\0';
    return to.length;
}

/* `message` is finished text, which may stand in `err` itself. */
static void fill(attain_error *err, attain_status code, const char *field,
                 int64_t row, const char *message) {
    attain_error made;
    memset(&made, 0, sizeof(made));
    made.code = code;
    made.row = row;
    attain_i_format(made.field, sizeof(made.field), "%s", field);
    attain_i_format(made.message, sizeof(made.message), "%s", message);
    *err = made;
}

attain_status attain_i_fail(attain_error *err, attain_status code,
                            const char *field, int64_t row, const char *format,
                            ...) {
    if (err == NULL)
        return code;
    char message[sizeof(err->message)];
    va_list arguments;
    va_start(arguments, format);
    attain_i_format_list(message, sizeof(message), format, &arguments);
    va_end(arguments);
    fill(err, code, field, row, message);
    return code;
}

attain_status attain_i_fail_null(attain_error *err, const char *parameter) {
    return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, parameter, -1,
                         "%s is NULL; give a pointer", parameter);
}

attain_status attain_i_check_array(const void *array, size_t count, size_t size,
                                   const char *parameter, attain_error *err) {
    if (array == NULL && count > 0)
        return attain_i_fail_null(err, parameter);
    if (count > PTRDIFF_MAX / size) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, parameter, -1,
                             "no memory holds the %zu elements of %s", count,
                             parameter);
    }
    return ATTAIN_OK;
}

attain_status attain_i_fail_memory(attain_error *err) {
    return attain_i_fail(err, ATTAIN_ERR_MEMORY, NULL, -1,
                         "the allocator gave no memory");
}

int attain_i_struct_ok(size_t size, size_t first, size_t current) {
    return size >= first && size <= current;
}

static void report(attain_i_reporter *reporter, int warning, attain_status code,
                   const char *table, int64_t row, const char *field,
                   const char *format, va_list *arguments) {
    char message[sizeof(((attain_error *)0)->message)];
    attain_i_format_list(message, sizeof(message), format, arguments);
    reporter->report(reporter, warning, code, table, row, field, message);
    if (!warning)
        reporter->errors++;
}

void attain_i_report_error(attain_i_reporter *reporter, attain_status code,
                           const char *table, int64_t row, const char *field,
                           const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    report(reporter, 0, code, table, row, field, format, &arguments);
    va_end(arguments);
}

void attain_i_report_warning(attain_i_reporter *reporter, attain_status code,
                             const char *table, int64_t row, const char *field,
                             const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    report(reporter, 1, code, table, row, field, format, &arguments);
    va_end(arguments);
}

static void keep_first(attain_i_reporter *reporter, int warning,
                       attain_status code, const char *table, int64_t row,
                       const char *field, const char *message) {
    (void)table;
    if (!warning && reporter->errors == 0)
        fill(reporter->user, code, field, row, message);
}

/* Without an attain_error, the code itself stands in `user`. */
static void keep_first_code(attain_i_reporter *reporter, int warning,
                            attain_status code, const char *table, int64_t row,
                            const char *field, const char *message) {
    (void)table;
    (void)row;
    (void)field;
    (void)message;
    if (!warning && reporter->errors == 0)
        reporter->user = (void *)(intptr_t)code;
}

void attain_i_first_error(attain_i_reporter *reporter, attain_error *err) {
    reporter->report = err != NULL ? keep_first : keep_first_code;
    reporter->user = err;
    reporter->errors = 0;
}

attain_status attain_i_first_error_status(const attain_i_reporter *reporter) {
    if (reporter->errors == 0)
        return ATTAIN_OK;
    if (reporter->report == keep_first)
        return ((const attain_error *)reporter->user)->code;
    return (attain_status)(intptr_t)reporter->user;
}
