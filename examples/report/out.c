#if !defined(_POSIX_C_SOURCE)
#define _POSIX_C_SOURCE 200809L
#endif

#include "out.h"

#include <stdlib.h>
#include <string.h>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/stat.h>
#define HAVE_LSTAT 1
#else
#define HAVE_LSTAT 0
#endif

#if defined(_WIN32)
#include <fcntl.h>
#include <io.h>
#endif

#include "width.h"

enum { FLUSH_AT = 1 << 16 };

void out_begin(struct out *out, enum out_form form) {
    memset(out, 0, sizeof *out);
    out->form = form;
}

/* A device or a link keeps its place: renaming over it would replace it. */
static int is_replaceable(const char *path) {
#if HAVE_LSTAT
    struct stat status;
    return lstat(path, &status) != 0 || S_ISREG(status.st_mode);
#else
    (void)path;
    return 1;
#endif
}

static char *part_name(const char *path) {
    static const char suffix[] = ".part";
    size_t length = strlen(path);
    char *name = malloc(length + sizeof suffix);
    if (name != NULL) {
        memcpy(name, path, length);
        memcpy(name + length, suffix, sizeof suffix);
    }
    return name;
}

int out_open(struct out *out, const char *path, enum out_form form) {
    out_begin(out, form);
    out->path = path;
    if (path == NULL) {
        out->file = stdout;
#if defined(_WIN32)
        _setmode(_fileno(stdout), _O_BINARY); /* lines end as in files */
#endif
        return 0;
    }
    if (is_replaceable(path)) {
        out->part = part_name(path);
        if (out->part == NULL)
            return -1;
    }
    out->file = fopen(out->part != NULL ? out->part : path, "wb");
    if (out->file == NULL) {
        free(out->part);
        out->part = NULL;
        return -1;
    }
    return 0;
}

static void flush(struct out *out) {
    if (out->length > 0 &&
        fwrite(out->bytes, 1, out->length, out->file) != out->length)
        out->failed = 1;
    out->length = 0;
}

static int replace(const char *part, const char *path) {
#if !HAVE_LSTAT
    remove(path); /* where rename() does not replace */
#endif
    return rename(part, path);
}

int out_close(struct out *out) {
    flush(out);
    if (fflush(out->file) != 0 || ferror(out->file))
        out->failed = 1;
    if (out->path != NULL && fclose(out->file) != 0)
        out->failed = 1;
    if (out->part != NULL &&
        (out->failed || replace(out->part, out->path) != 0)) {
        remove(out->part);
        out->failed = 1;
    }
    int result = out->failed ? -1 : 0;
    free(out->part);
    out_free(out);
    return result;
}

void out_free(struct out *out) {
    free(out->bytes);
    out->bytes = NULL;
    out->length = 0;
    out->capacity = 0;
}

void out_clear(struct out *out) {
    out->length = 0;
}

static int reserve(struct out *out, size_t more) {
    if (more >= (size_t)-1 / 2 - out->length)
        return 0;
    size_t needed = out->length + more + 1;
    if (needed <= out->capacity)
        return 1;
    size_t capacity = needed + needed / 2 + 256;
    char *bytes = realloc(out->bytes, capacity);
    if (bytes == NULL)
        return 0;
    out->bytes = bytes;
    out->capacity = capacity;
    return 1;
}

const char *out_string(struct out *out) {
    if (out->failed || !reserve(out, 0)) {
        out->failed = 1;
        return "";
    }
    out->bytes[out->length] = '\0';
    return out->bytes;
}

void out_bytes(struct out *out, const char *bytes, size_t length) {
    if (out->failed || length == 0)
        return;
    if (out->file != NULL && out->length >= FLUSH_AT)
        flush(out);
    if (!reserve(out, length)) {
        out->failed = 1;
        return;
    }
    memcpy(out->bytes + out->length, bytes, length);
    out->length += length;
}

void out_raw(struct out *out, const char *text) {
    out_bytes(out, text, strlen(text));
}

static const char *escape_of(uint32_t character) {
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* Also the marks that turn the direction of writing around. */
static int is_control(uint32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0) ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

void out_text(struct out *out, const char *text) {
    while (*text != '\0') {
        uint32_t character;
        size_t length = width_decode(text, &character);
        const char *escape =
            out->form == OUT_HTML ? escape_of(character) : NULL;
        if (escape != NULL)
            out_raw(out, escape);
        else if (is_control(character) || character == 0xFFFD)
            out_raw(out, "\xEF\xBF\xBD");
        else
            out_bytes(out, text, length);
        text += length;
    }
}

void out_count(struct out *out, size_t number) {
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    out_bytes(out, digits + at, sizeof digits - at);
}

void out_repeat(struct out *out, const char *text, size_t times) {
    for (size_t i = 0; i < times; i++)
        out_raw(out, text);
}

/* Bytes of the longest beginning that fits into `columns`. */
static size_t fitting(const char *text, size_t columns, size_t *out_columns) {
    size_t at = 0;
    size_t used = 0;
    while (text[at] != '\0') {
        uint32_t character;
        size_t length = width_decode(text + at, &character);
        size_t width = (size_t)width_of_character(character);
        if (used + width > columns)
            break;
        used += width;
        at += length;
    }
    *out_columns = used;
    return at;
}

static void out_part(struct out *out, const char *text, size_t length) {
    struct out part;
    out_begin(&part, OUT_TEXT);
    out_bytes(&part, text, length);
    out_text(out, out_string(&part));
    out->failed |= part.failed;
    out_free(&part);
}

static void out_field(struct out *out, const char *text, size_t columns,
                      int right) {
    size_t used;
    size_t length = fitting(text, columns, &used);
    int cut = text[length] != '\0';
    if (cut) {
        length = fitting(text, columns - 1, &used);
        used++;
    }
    out_repeat(out, " ", right ? columns - used : 0);
    out_part(out, text, length);
    out_raw(out, cut ? "\xE2\x80\xA6" : "");
    out_repeat(out, " ", right ? 0 : columns - used);
}

void out_left(struct out *out, const char *text, size_t columns) {
    out_field(out, text, columns, 0);
}

void out_right(struct out *out, const char *text, size_t columns) {
    out_field(out, text, columns, 1);
}

/* Closing marks stay on the line of what they close. */
static int is_closing(uint32_t character) {
    static const uint32_t marks[] = {
        ')',    ']',    ',',    '.',    ';',    ':',    '!',    '?',
        '%',    0x2019, 0x201D, 0x3001, 0x3002, 0x300B, 0x300D, 0x3011,
        0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (marks[i] == character)
            return 1;
    return 0;
}

/* Opening marks stay on the line of what they open. */
static int is_opening(uint32_t character) {
    return character == '(' || character == '[' || character == 0x2018 ||
           character == 0x201C || character == 0x300A || character == 0x300C ||
           character == 0x3010 || character == 0xFF08;
}

/* A line may end before a wide character, and at a blank. */
static size_t line_length(const char *text, size_t columns) {
    size_t at = 0;
    size_t used = 0;
    size_t last = 0;
    uint32_t before = 0;
    while (text[at] != '\0') {
        uint32_t character;
        size_t length = width_decode(text + at, &character);
        size_t width = (size_t)width_of_character(character);
        if (at > 0 && !is_closing(character) && !is_opening(before) &&
            (character == ' ' || width == 2 || width_of_character(before) == 2))
            last = at;
        if (used + width > columns)
            return last > 0 ? last : at > 0 ? at : length;
        used += width;
        before = character;
        at += length;
    }
    return at;
}

void out_wrap(struct out *out, const char *text, const char *first,
              const char *rest, size_t columns) {
    const char *before = first;
    do {
        while (*text == ' ')
            text++;
        size_t indent = width_of(before);
        size_t length =
            line_length(text, columns > indent ? columns - indent : 1);
        size_t shown = length;
        while (shown > 0 && text[shown - 1] == ' ')
            shown--;
        out_raw(out, before);
        out_part(out, text, shown);
        out_raw(out, "\n");
        text += length;
        before = rest;
    } while (*text != '\0');
}
