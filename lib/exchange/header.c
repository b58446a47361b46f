#include <string.h>

#include "exchange/table.h"

/* The field that a heading names, or −1. */
static int32_t field_of(const attain_i_layout_field *fields, size_t count,
                        const char *text, size_t length) {
    for (size_t i = 0; i < count; i++)
        if (attain_i_text_is(text, length, fields[i].name))
            return (int32_t)i;
    return -1;
}

static int is_note(const char *text, size_t length) {
    return length >= 4 && memcmp(text, "note", 4) == 0;
}

static int count_letter(const attain_i_cell *cell, char letter) {
    int count = 0;
    for (size_t i = 0; i < cell->length; i++)
        count += cell->text[i] == letter;
    return count;
}

/* What a header of one field is separated by instead of commas; NULL: it may
 * well be of one column. */
static const char *other_delimiter(const attain_i_cell *cell) {
    static const char wide[] = "\xef\xbc\x8c";
    if (count_letter(cell, ';') > 0)
        return "semicolons";
    if (count_letter(cell, '\t') > 0)
        return "tabs";
    if (count_letter(cell, '|') > 0)
        return "bars (|)";
    for (size_t i = 0; i + 3 <= cell->length; i++)
        if (memcmp(cell->text + i, wide, 3) == 0)
            return "full-width commas (\xef\xbc\x8c)";
    return NULL;
}

/* Faults of the whole line, after which its columns say nothing. */
static int check_line(attain_i_scan *scan) {
    attain_i_spot spot = attain_i_scan_line(scan);
    const attain_i_cell *first = &scan->cells[0];
    if (first->length >= 4 && memcmp(first->text, "sep=", 4) == 0) {
        attain_i_problem_error(
            scan->problems, ATTAIN_ERR_TEXT, &spot,
            "the first line is %.*s and not the header: remove it, and "
            "separate the fields by commas",
            (int)(first->length < 8 ? first->length : 8), first->text);
        return 0;
    }
    const char *delimiter = scan->count == 1 ? other_delimiter(first) : NULL;
    if (delimiter != NULL) {
        attain_i_problem_error(scan->problems, ATTAIN_ERR_TEXT, &spot,
                               "the fields are separated by %s: save the "
                               "table with commas",
                               delimiter);
        return 0;
    }
    return 1;
}

/* `a, b, c …` of the columns that must be there, or of all. */
static void list_columns(const attain_i_layout_field *fields, size_t count,
                         int all, char *out, size_t size) {
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        if (all || (fields[i].flags & ATTAIN_I_LAYOUT_NEEDED) != 0) {
            used += attain_i_format(out + used, size - used, "%s%s",
                                    used == 0 ? "" : ", ", fields[i].name);
        }
    }
}

static int tell_no_header(attain_i_scan *scan,
                          const attain_i_layout_field *fields, size_t count,
                          int empty) {
    char needed[256];
    list_columns(fields, count, 0, needed, sizeof(needed));
    attain_i_spot spot = attain_i_scan_line(scan);
    if (empty)
        spot = (attain_i_spot){NULL, 0, 0, -1, scan->file_index};
    attain_i_problem_error(
        scan->problems, ATTAIN_ERR_MISSING, &spot,
        empty ? "the file has no header: write a line with the columns, at "
                "least %s"
              : "this line does not look like a header, for it names no "
                "column of the table: remove titles above the header, which "
                "has at least %s",
        needed);
    return 0;
}

static void tell_unknown(attain_i_reader *reader, attain_i_scan *scan,
                         const attain_i_layout_field *fields, size_t count,
                         const attain_i_cell *cell, size_t column) {
    attain_i_spot spot = attain_i_scan_spot(scan, cell, column, NULL);
    if (cell->length == 0) {
        attain_i_problem_error(scan->problems, ATTAIN_ERR_MISSING, &spot,
                               "column %zu has no name: name it, or remove "
                               "it",
                               column);
        return;
    }
    char nearest[ATTAIN_I_NEAREST];
    attain_i_reader_nearest(reader, cell->text, cell->length, &fields[0].name,
                            count, sizeof(fields[0]), nearest);
    char all[320];
    list_columns(fields, count, 1, all, sizeof(all));
    int shown = cell->length < 80 ? (int)cell->length : 80;
    attain_i_problem_error(
        scan->problems, ATTAIN_ERR_UNKNOWN, &spot,
        "\"%.*s\" is not a column of this table%s%s%s; begin its name with "
        "\"note\" if it is a remark",
        shown, cell->text, nearest, nearest[0] == '\0' ? ": it has " : "",
        nearest[0] == '\0' ? all : "");
}

/* Where the columns of an open header are; −1 is no place for a map. */
typedef struct seen_columns {
    attain_i_map map;
    int room;
} seen_columns;

/* False where the column is there already, which is told. */
static int see(attain_i_scan *scan, seen_columns *seen,
               const attain_i_cell *cell, const char *text, size_t length,
               size_t column) {
    int32_t first = attain_i_map_find(&seen->map, text, length);
    if (first < 0) {
        seen->room &=
            attain_i_map_add(&seen->map, text, length, (int32_t)column);
        return 1;
    }
    int shown = length < 80 ? (int)length : 80;
    attain_i_spot spot = attain_i_scan_spot(scan, cell, column, NULL);
    attain_i_problem_error(scan->problems, ATTAIN_ERR_DUPLICATE, &spot,
                           "the column \"%.*s\" is there twice, as column "
                           "%d and %zu: remove or rename one",
                           shown, text, (int)first, column);
    return 0;
}

/* One heading; returns its role. */
static int32_t read_heading(attain_i_reader *reader, attain_i_scan *scan,
                            const attain_i_layout_field *fields, size_t count,
                            int open, size_t column, seen_columns *seen) {
    const attain_i_cell *cell = &scan->cells[column - 1];
    const char *text = cell->text;
    size_t length = cell->length;
    if (cell->fault)
        return ATTAIN_I_ROLE_NOTE;
    attain_i_reader_alias(reader, &text, &length);
    int32_t field = field_of(fields, count, text, length);
    if (field < 0 && is_note(text, length))
        return ATTAIN_I_ROLE_NOTE;
    if (field < 0 && (!open || length == 0)) {
        tell_unknown(reader, scan, fields, count, cell, column);
        return ATTAIN_I_ROLE_NOTE;
    }
    if (!see(scan, seen, cell, text, length, column))
        return ATTAIN_I_ROLE_NOTE;
    return field < 0 ? ATTAIN_I_ROLE_OTHER : field;
}

static void tell_missing(attain_i_scan *scan,
                         const attain_i_layout_field *fields, size_t count,
                         const uint32_t *columns) {
    for (size_t i = 0; i < count; i++) {
        if ((fields[i].flags & ATTAIN_I_LAYOUT_NEEDED) != 0 &&
            columns[i] == 0) {
            attain_i_spot spot = attain_i_scan_line(scan);
            spot.field = fields[i].name;
            attain_i_problem_error(scan->problems, ATTAIN_ERR_MISSING, &spot,
                                   "the column \"%s\" is missing: add it",
                                   fields[i].name);
        }
    }
}

/* How many headings name a field. */
static size_t known(const attain_i_reader *reader, const attain_i_scan *scan,
                    const attain_i_layout_field *fields, size_t count) {
    size_t found = 0;
    for (size_t i = 0; i < scan->stored; i++) {
        const char *text = scan->cells[i].text;
        size_t length = scan->cells[i].length;
        attain_i_reader_alias(reader, &text, &length);
        found += field_of(fields, count, text, length) >= 0;
    }
    return found;
}

static int read_headings(attain_i_reader *reader, attain_i_scan *scan,
                         const attain_i_layout_field *fields, size_t count,
                         uint32_t *columns, int32_t *roles) {
    seen_columns seen = {{0}, 1};
    attain_i_map_init(&seen.map, &reader->allocator);
    for (size_t column = 1; column <= scan->stored; column++) {
        int32_t role = read_heading(reader, scan, fields, count, roles != NULL,
                                    column, &seen);
        if (role >= 0 && columns[role] == 0)
            columns[role] = (uint32_t)column;
        if (roles != NULL)
            roles[column - 1] = role;
    }
    attain_i_map_clear(&seen.map);
    if (reader->dialect == NULL)
        tell_missing(scan, fields, count, columns);
    reader->problems.no_memory |= !seen.room;
    return seen.room;
}

int attain_i_header_read(attain_i_reader *reader, attain_i_scan *scan,
                         const attain_i_layout_field *fields, size_t count,
                         uint32_t *columns, int32_t **roles) {
    memset(columns, 0, count * sizeof(*columns));
    if (!attain_i_scan_next(scan))
        return scan->stopped ? 0 : tell_no_header(scan, fields, count, 1);
    if (!attain_i_scan_split(scan, ATTAIN_I_SCAN_FIELDS) || scan->dirty_told ||
        !check_line(scan))
        return 0;
    reader->dialect = roles != NULL ? attain_i_dialect_of(scan) : NULL;
    if (known(reader, scan, fields, count) == 0 && reader->dialect == NULL)
        return tell_no_header(scan, fields, count, 0);
    if (roles != NULL) {
        *roles = attain_i_allocate(&reader->allocator, scan->stored,
                                   sizeof(**roles));
        if (*roles == NULL) {
            reader->problems.no_memory = 1;
            return 0;
        }
    }
    return read_headings(reader, scan, fields, count, columns,
                         roles != NULL ? *roles : NULL);
}

/* All columns that must be there hold their own headings. */
static int is_header(const attain_i_reader *reader, const attain_i_scan *scan,
                     const attain_i_layout_field *fields, size_t count,
                     const uint32_t *columns) {
    for (size_t i = 0; i < count; i++) {
        if ((fields[i].flags & ATTAIN_I_LAYOUT_NEEDED) == 0 || columns[i] == 0)
            continue;
        const char *text = scan->cells[columns[i] - 1].text;
        size_t length = scan->cells[columns[i] - 1].length;
        attain_i_reader_alias(reader, &text, &length);
        if (!attain_i_text_is(text, length, fields[i].name))
            return 0;
    }
    return 1;
}

int attain_i_record_fits(const attain_i_reader *reader, attain_i_scan *scan,
                         size_t width, const attain_i_layout_field *fields,
                         size_t count, const uint32_t *columns) {
    attain_i_spot spot = attain_i_scan_line(scan);
    if (scan->count != width) {
        attain_i_problem_error(
            scan->problems, ATTAIN_ERR_TEXT, &spot,
            "the line has %zu fields, but the header has %zu: %s", scan->count,
            width,
            scan->count > width
                ? "put a field that contains a comma in quotes, or remove "
                  "what is too much"
                : "write a comma for every field, also for an empty one");
        return 0;
    }
    if (is_header(reader, scan, fields, count, columns)) {
        attain_i_problem_error(scan->problems, ATTAIN_ERR_DUPLICATE, &spot,
                               "the header is there again: remove this line");
        return 0;
    }
    return 1;
}
