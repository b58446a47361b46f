#include <string.h>

#include "exchange/table.h"

/* A table `key,value` while it is read. */
typedef struct keys {
    attain_i_reader *reader;
    attain_i_table *table;
    attain_i_scan scan;
    attain_i_scratch scratch;
    attain_i_arena *arena;
    void *row;
} keys;

enum { KEY = 0, VALUE = 1 };

static const attain_i_layout_field key_fields[] = {
    {"key", NULL, 0, ATTAIN_I_LAYOUT_TEXT, ATTAIN_I_LAYOUT_NEEDED},
    {"value", NULL, 0, ATTAIN_I_LAYOUT_TEXT, ATTAIN_I_LAYOUT_NEEDED},
};

static int find_key(const attain_i_layout *layout, const attain_i_cell *cell) {
    for (size_t i = 0; i < layout->count; i++)
        if (attain_i_text_is(cell->text, cell->length, layout->fields[i].name))
            return (int)i;
    return -1;
}

static void tell_unknown(keys *at, const attain_i_cell *cell,
                         const attain_i_spot *spot) {
    const attain_i_layout *layout = at->table->layout;
    char nearest[ATTAIN_I_NEAREST];
    char all[192];
    size_t used = 0;
    attain_i_reader_nearest(at->reader, cell->text, cell->length,
                            &layout->fields[0].name, layout->count,
                            sizeof(layout->fields[0]), nearest);
    for (size_t i = 0; i < layout->count; i++) {
        used += attain_i_format(all + used, sizeof(all) - used, "%s%s",
                                i == 0 ? "" : ", ", layout->fields[i].name);
    }
    attain_i_problem_error(
        &at->reader->problems, ATTAIN_ERR_UNKNOWN, spot,
        "\"%.*s\" is not a key of this table%s%s%s",
        (int)(cell->length < 80 ? cell->length : 80), cell->text, nearest,
        nearest[0] == '\0' ? ": it has " : "", nearest[0] == '\0' ? all : "");
}

/* The text that the field points to lies in the scratch: takes it along. */
static int keep_text(keys *at, const attain_i_layout_field *field) {
    const char *text;
    char *out = (char *)at->row + field->offset;
    if (field->type != ATTAIN_I_LAYOUT_TEXT)
        return 1;
    memcpy(&text, out, sizeof(text));
    text = attain_i_arena_text(at->arena, text, strlen(text));
    memcpy(out, &text, sizeof(text));
    return text != NULL;
}

static void read_value(keys *at, int index) {
    const attain_i_layout_field *field = &at->table->layout->fields[index];
    uint32_t column = at->table->columns[VALUE];
    const attain_i_cell *cell = &at->scan.cells[column - 1];
    attain_error err;
    at->table->lines[index] = at->scan.line;
    if (cell->fault || attain_i_cell_empty(cell)) {
        at->table->lines[index] *= cell->fault ? -1 : 1;
        return;
    }
    if (!attain_i_scratch_reserve(&at->scratch, &at->scan)) {
        at->reader->problems.no_memory = 1;
        return;
    }
    attain_status status =
        attain_i_cell_read(field, cell, at->row, &at->scratch, &err);
    if (status == ATTAIN_OK) {
        at->reader->problems.no_memory |= !keep_text(at, field);
        return;
    }
    attain_i_spot spot =
        attain_i_scan_spot(&at->scan, cell, column, field->name);
    attain_i_problem_add(&at->reader->problems, 0, status, &spot, err.message);
    at->table->lines[index] = -at->scan.line;
    at->table->faults++;
}

static void read_key(keys *at) {
    uint32_t column = at->table->columns[KEY];
    const attain_i_cell *cell = &at->scan.cells[column - 1];
    attain_i_spot spot = attain_i_scan_spot(&at->scan, cell, column, "key");
    int index = find_key(at->table->layout, cell);
    if (cell->fault) {
        at->table->faults++;
        return;
    }
    if (index < 0) {
        tell_unknown(at, cell, &spot);
        at->table->faults++;
        return;
    }
    if (at->table->lines[index] != 0) {
        int64_t line = at->table->lines[index];
        attain_i_problem_error(&at->reader->problems, ATTAIN_ERR_DUPLICATE,
                               &spot,
                               "the key \"%s\" is there already, in line "
                               "%lld: remove one of the two",
                               at->table->layout->fields[index].name,
                               (long long)(line < 0 ? -line : line));
        at->table->faults++;
        return;
    }
    read_value(at, index);
}

static void read_rows(keys *at) {
    attain_i_table *table = at->table;
    enum { COUNT = sizeof(key_fields) / sizeof(key_fields[0]) };
    if (!attain_i_header_read(at->reader, &at->scan, key_fields, COUNT,
                              table->columns, NULL))
        return;
    size_t width = at->scan.count;
    if (table->columns[KEY] == 0 || table->columns[VALUE] == 0)
        return;
    table->sound = 1;
    while (!at->reader->problems.no_memory && attain_i_scan_next(&at->scan)) {
        if (!attain_i_scan_split(&at->scan, width)) {
            table->sound = 0;
            break;
        }
        if (attain_i_record_fits(at->reader, &at->scan, width, key_fields,
                                 COUNT, table->columns))
            read_key(at);
        else
            table->faults++;
    }
}

static void scan_keys(keys *at, const attain_i_table_source *source) {
    attain_i_input input;
    attain_i_source_open(source, &input);
    attain_i_scan_open(&at->scan, &at->reader->allocator, &at->reader->problems,
                       at->table->file, &input, &at->reader->options);
    if (!at->scan.stopped)
        read_rows(at);
    attain_i_scan_clear(&at->scan);
    attain_i_scratch_clear(&at->scratch);
    attain_i_input_close(&input);
}

attain_status attain_i_table_read_keys(attain_i_reader *reader,
                                       attain_i_table *table,
                                       const attain_i_table_source *source,
                                       attain_i_arena *arena, void *row) {
    keys at;
    memset(&at, 0, sizeof(at));
    at.reader = reader;
    at.table = table;
    at.arena = arena;
    at.row = row;
    at.scratch.allocator = &reader->allocator;
    table->keyed = 1;
    table->file = attain_i_problems_file(&reader->problems, source->name);
    table->lines = attain_i_allocate_zero(
        &reader->allocator, table->layout->count, sizeof(*table->lines));
    table->capacity = table->lines == NULL ? 0 : table->layout->count;
    table->count = table->capacity;
    table->layout->init(row);
    if (table->file >= 0 && table->lines != NULL)
        scan_keys(&at, source);
    return table->lines == NULL || reader->problems.no_memory
               ? ATTAIN_ERR_MEMORY
               : ATTAIN_OK;
}
