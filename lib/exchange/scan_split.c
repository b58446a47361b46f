#include <string.h>

#include "base/text.h"
#include "exchange/scan.h"

/* Offset of the first byte that is NUL or not UTF-8. */
static size_t bad_byte(const attain_i_cell *cell) {
    size_t bad = attain_i_utf8_invalid(cell->text, cell->length);
    const char *nul = bad > 0 ? memchr(cell->text, '\0', bad) : NULL;
    return nul != NULL ? (size_t)(nul - cell->text) : bad;
}

/* Tells the first cell of a file that is not UTF-8; the others are marked. */
static void check_cell(attain_i_scan *scan, attain_i_cell *cell,
                       size_t column) {
    size_t bad = bad_byte(cell);
    if (bad == cell->length)
        return;
    cell->fault = 1;
    if (scan->dirty_told)
        return;
    scan->dirty_told = 1;
    attain_i_spot spot = attain_i_scan_spot(scan, cell, column, NULL);
    spot.offset += (int64_t)bad;
    attain_i_problem_error(
        scan->problems, ATTAIN_ERR_TEXT, &spot,
        "byte %lld of the file, \\x%02x, is not UTF-8%s: save the file as "
        "\"CSV UTF-8\" (other such cells of it are not listed)",
        (long long)spot.offset, (unsigned)(unsigned char)cell->text[bad],
        cell->text[bad] == '\0' ? " text"
        : attain_i_bytes_gbk(cell->text, cell->length)
            ? "; it looks like GB18030/GBK"
            : "");
}

static int fail_memory(attain_i_scan *scan) {
    scan->problems->no_memory = 1;
    scan->stopped = 1;
    return 0;
}

/* Appends a cell; false when a limit is exceeded or there is no memory. */
static int add_cell(attain_i_scan *scan, const attain_i_cell *cell,
                    size_t most) {
    size_t column = ++scan->count;
    if (cell->length > scan->field_limit) {
        attain_i_spot spot = attain_i_scan_spot(scan, cell, column, NULL);
        attain_i_problem_error(scan->problems, ATTAIN_ERR_LIMIT, &spot,
                               "the field has more than %zu bytes: shorten "
                               "it, or raise max_field_size",
                               scan->field_limit);
        scan->stopped = 1;
        return 0;
    }
    if (column > ATTAIN_I_SCAN_FIELDS) {
        attain_i_spot spot = attain_i_scan_line(scan);
        attain_i_problem_error(scan->problems, ATTAIN_ERR_LIMIT, &spot,
                               "the line has more than %d fields: cut the "
                               "table up, or use the long form",
                               (int)ATTAIN_I_SCAN_FIELDS);
        scan->stopped = 1;
        return 0;
    }
    if (column > most)
        return 1;
    void *cells = scan->cells;
    int room = attain_i_grow(scan->allocator, &cells, &scan->cell_capacity,
                             column, sizeof(*scan->cells));
    scan->cells = cells;
    if (!room)
        return fail_memory(scan);
    scan->cells[column - 1] = *cell;
    scan->stored = column;
    if (scan->dirty)
        check_cell(scan, &scan->cells[column - 1], column);
    return 1;
}

static size_t offset_of(const attain_i_scan *scan, const char *at) {
    return scan->base + (size_t)(at - scan->text);
}

static int split_plain(attain_i_scan *scan, size_t most) {
    const char *at = scan->begin;
    for (;;) {
        const char *end = memchr(at, ',', (size_t)(scan->end - at));
        const char *stop = end != NULL ? end : scan->end;
        attain_i_cell cell = {at, (size_t)(stop - at), offset_of(scan, at),
                              scan->line, 0};
        if (!add_cell(scan, &cell, most))
            return 0;
        if (end == NULL)
            return 1;
        at = end + 1;
    }
}

/* A quoted field from its opening quote on: copies what it says to `*out`,
 * and returns where its closing quote is. The record has one. */
static const char *decode(const attain_i_scan *scan, const char *open,
                          char **out) {
    const char *at = open + 1;
    for (;;) {
        size_t rest = (size_t)(scan->end - at);
        const char *quote = memchr(at, '"', rest);
        size_t count = (size_t)(quote - at);
        memcpy(*out, at, count);
        *out += count;
        if (quote + 1 == scan->end || quote[1] != '"')
            return quote;
        *(*out)++ = '"';
        at = quote + 2;
    }
}

static int64_t count_lines(const char *at, const char *end) {
    int64_t lines = 0;
    for (; at < end; at++)
        lines += *at == '\n' || (*at == '\r' && at + 1 < end && at[1] != '\n');
    return lines;
}

static const char *to_comma(const attain_i_scan *scan, const char *at) {
    const char *comma = memchr(at, ',', (size_t)(scan->end - at));
    return comma != NULL ? comma : scan->end;
}

static void tell_quote(attain_i_scan *scan, attain_i_cell *cell, const char *at,
                       const char *message) {
    cell->fault = 1;
    attain_i_spot spot = attain_i_scan_spot(scan, cell, scan->count + 1, NULL);
    spot.offset = (int64_t)offset_of(scan, at);
    attain_i_problem_add(scan->problems, 0, ATTAIN_ERR_TEXT, &spot, message);
}

/* One field of a record with quotes; returns where it ends. A comment is not
 * told of what stands in it. */
static const char *split_field(attain_i_scan *scan, const char *at,
                               int64_t *line, char **out, attain_i_cell *cell) {
    *cell = (attain_i_cell){at, 0, offset_of(scan, at), *line, 0};
    if (at == scan->end || *at != '"') {
        const char *end = to_comma(scan, at);
        const char *quote = memchr(at, '"', (size_t)(end - at));
        cell->length = (size_t)(end - at);
        if (quote != NULL) {
            tell_quote(scan, cell, quote,
                       "there is a quote within an unquoted field: put the "
                       "whole field in quotes and write the quote twice");
        }
        return end;
    }
    char *begin = *out;
    const char *close = decode(scan, at, out);
    cell->text = begin;
    cell->length = (size_t)(*out - begin);
    *line += count_lines(at, close);
    const char *end = to_comma(scan, close + 1);
    if (end != close + 1) {
        tell_quote(scan, cell, close + 1,
                   "there is text after the closing quote: remove it, or "
                   "write a quote within quotes twice");
    }
    return end;
}

static int split_quoted(attain_i_scan *scan, size_t most) {
    void *decoded = scan->decoded;
    int room = attain_i_grow(scan->allocator, &decoded, &scan->decoded_capacity,
                             (size_t)(scan->end - scan->begin), 1);
    scan->decoded = decoded;
    if (!room)
        return fail_memory(scan);
    char *out = scan->decoded;
    int64_t line = scan->line;
    const char *at = scan->begin;
    for (;;) {
        attain_i_cell cell;
        const char *end = split_field(scan, at, &line, &out, &cell);
        if (!add_cell(scan, &cell, most))
            return 0;
        if (end == scan->end)
            return 1;
        at = end + 1;
    }
}

int attain_i_scan_split(attain_i_scan *scan, size_t most) {
    scan->count = 0;
    scan->stored = 0;
    return scan->plain ? split_plain(scan, most) : split_quoted(scan, most);
}
