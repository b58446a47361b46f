#include "exchange/table.h"

#include <string.h>

#include "attain/dataset.h"
#include "attain/plan.h"

enum { POINTER = sizeof(const char *) };

/* Room for any row. */
typedef union any_row {
    attain_goal goal;
    attain_metric metric;
    attain_target target;
    attain_path_point point;
    attain_band band;
    attain_group group;
    attain_choice choice;
    attain_unit unit;
    attain_variable variable;
    attain_stage stage;
    attain_check check;
} any_row;

/* A table while its rows are read. The reporter is given to the checks. */
typedef struct reading {
    attain_i_reporter reporter; /* first */
    attain_i_reader *reader;
    attain_i_table *table;
    void *object;
    attain_i_scan scan;
    attain_i_scratch scratch;
    size_t width;    /* fields of the header */
    uint64_t absent; /* fields whose column the header lacks */
    uint64_t failed; /* fields of the row that have been told */
    any_row row;
} reading;

void attain_i_table_init(attain_i_table *table, const attain_i_layout *layout,
                         attain_i_near *near) {
    memset(table, 0, sizeof(*table));
    table->layout = layout;
    table->near = near;
    table->file = -1;
}

void attain_i_table_clear(const attain_i_reader *reader,
                          attain_i_table *table) {
    attain_i_release(&reader->allocator, table->lines, table->capacity,
                     sizeof(*table->lines));
    table->lines = NULL;
    table->capacity = 0;
}

static int field_index(const attain_i_layout *layout, const char *name) {
    for (size_t i = 0; i < layout->count; i++)
        if (strcmp(layout->fields[i].name, name) == 0)
            return (int)i;
    return -1;
}

/* Where a field of the record at hand is: its cell, or the line. */
static attain_i_spot field_spot(const reading *at, int field) {
    uint32_t column = field < 0 ? 0 : at->table->columns[field];
    const char *name = field < 0 ? NULL : at->table->layout->fields[field].name;
    if (column == 0) {
        attain_i_spot spot = attain_i_scan_line(&at->scan);
        spot.field = name;
        return spot;
    }
    return attain_i_scan_spot(&at->scan, &at->scan.cells[column - 1], column,
                              name);
}

static int64_t line_of(const attain_i_table *table, int32_t row) {
    int64_t line =
        row >= 0 && (size_t)row < table->count ? table->lines[row] : 0;
    return line < 0 ? -line : line;
}

static const char *key_of(const reading *at) {
    const char *key = NULL;
    for (size_t i = 0; i < at->table->layout->count; i++) {
        if ((at->table->layout->fields[i].flags & ATTAIN_I_LAYOUT_KEY) != 0) {
            memcpy(&key,
                   (const char *)&at->row + at->table->layout->fields[i].offset,
                   sizeof(key));
        }
    }
    return key;
}

/* " (also in goals.csv, line 7)" where the first of two equal ids is known. */
static void first_place(const reading *at, char *out, size_t size) {
    const attain_i_table *table = at->table;
    const char *key = key_of(at);
    out[0] = '\0';
    if (key == NULL || table->layout->find == NULL)
        return;
    int64_t line = line_of(table, table->layout->find(at->object, key));
    const char *name = table->layout->name;
    if (line == 0 && table->near != NULL) {
        const attain_i_near_entry *entry =
            attain_i_near_find(table->near, key, strlen(key));
        line = entry == NULL ? 0 : entry->line;
        name = entry == NULL ? name : entry->table;
    }
    if (line > 0) {
        attain_i_format(out, size, " (the first is in %s.csv, line %lld)", name,
                        (long long)line);
    }
}

/* A problem of the row as a whole object. What follows from a cell that could
 * not be read has been told with it. */
static void report_row(attain_i_reporter *reporter, int warning,
                       attain_status code, const char *table, int64_t row,
                       const char *field, const char *message) {
    reading *at = (reading *)(void *)reporter;
    int index = field_index(at->table->layout, field == NULL ? "" : field);
    uint64_t bit = index < 0 ? 0 : UINT64_C(1) << index;
    char place[96];
    (void)table;
    (void)row;
    if (((at->failed | at->absent) & bit) != 0) {
        at->failed |= warning ? 0 : bit;
        return;
    }
    place[0] = '\0';
    if (code == ATTAIN_ERR_DUPLICATE)
        first_place(at, place, sizeof(place));
    attain_i_spot spot = field_spot(at, index);
    if (warning) {
        attain_i_problem_warning(&at->reader->problems, code, &spot, "%s%s",
                                 message, place);
        return;
    }
    attain_i_problem_error(&at->reader->problems, code, &spot, "%s%s", message,
                           place);
    at->failed |= bit;
}

static void report_nothing(attain_i_reporter *reporter, int warning,
                           attain_status code, const char *table, int64_t row,
                           const char *field, const char *message) {
    (void)reporter;
    (void)warning;
    (void)code;
    (void)table;
    (void)row;
    (void)field;
    (void)message;
}

/* --- One row -------------------------------------------------------------- */

static void read_field(reading *at, size_t index) {
    const attain_i_layout_field *field = &at->table->layout->fields[index];
    const attain_i_cell *cell = &at->scan.cells[at->table->columns[index] - 1];
    attain_i_spot spot = field_spot(at, (int)index);
    if (cell->fault) {
        at->failed |= UINT64_C(1) << index;
        return;
    }
    if (attain_i_cell_empty(cell))
        return;
    attain_error err;
    attain_status status =
        attain_i_cell_read(field, cell, &at->row, &at->scratch, &err);
    if (status == ATTAIN_ERR_MEMORY) {
        at->reader->problems.no_memory = 1;
    } else if (status != ATTAIN_OK) {
        attain_i_problem_add(&at->reader->problems, 0, status, &spot,
                             err.message);
        at->failed |= UINT64_C(1) << index;
    }
    if ((field->flags & ATTAIN_I_LAYOUT_KEY) != 0 &&
        attain_i_is_damaged(cell->text, cell->length)) {
        attain_i_problem_warning(
            &at->reader->problems, ATTAIN_ERR_TEXT, &spot,
            "\"%.*s\" looks like an id that a spreadsheet took for a number: "
            "make the column a text column and write the digits again",
            (int)cell->length, cell->text);
    }
}

static void read_fields(reading *at) {
    at->failed = 0;
    at->table->layout->init(&at->row);
    for (size_t i = 0; i < at->table->layout->count; i++)
        if (at->table->columns[i] != 0)
            read_field(at, i);
}

static void warn_near(reading *at, int64_t line) {
    attain_i_table *table = at->table;
    const char *key = key_of(at);
    if (table->near == NULL || key == NULL)
        return;
    const attain_i_near_entry *entry =
        attain_i_near_find(table->near, key, strlen(key));
    if (entry != NULL) {
        int field = 0;
        while ((table->layout->fields[field].flags & ATTAIN_I_LAYOUT_KEY) == 0)
            field++;
        attain_i_spot spot = field_spot(at, field);
        attain_i_problem_warning(
            &at->reader->problems, ATTAIN_ERR_DUPLICATE, &spot,
            "\"%s\" differs from the one in %s.csv, line %lld, only by case, "
            "spaces or width: are they the same?",
            key, entry->table, (long long)entry->line);
    }
    if (!attain_i_near_add(table->near, key, strlen(key), table->layout->name,
                           line))
        at->reader->problems.no_memory = 1;
}

/* A field of a stand-in, `from` the faulty row: what others refer to. */
static void stand_in(const attain_i_layout_field *field, int failed,
                     const any_row *from, const char *key, double number,
                     any_row *to) {
    char *out = (char *)to + field->offset;
    const char *in = (const char *)from + field->offset;
    int kept = (field->flags & ATTAIN_I_LAYOUT_KEEP) != 0;
    if (field->type == ATTAIN_I_LAYOUT_TEXT) {
        if ((field->flags & ATTAIN_I_LAYOUT_KEY) != 0 || (kept && !failed))
            memcpy(out, in, POINTER);
        else if (kept || (field->flags & ATTAIN_I_LAYOUT_NEEDED) != 0)
            memcpy(out, &key, POINTER);
    } else if ((field->flags & ATTAIN_I_LAYOUT_NUMBERED) != 0) {
        memcpy(out, &number, sizeof(number));
    } else if (kept && !failed) {
        memcpy(out, in, sizeof(int32_t));
    }
}

/* Makes a row without faults of a faulty one, so that what refers to it finds
 * it. False where it cannot be named. */
static int make_stand_in(reading *at) {
    const attain_i_layout *layout = at->table->layout;
    const char *key = key_of(at);
    /* Hardly one that another row has: some must differ. */
    double number = 1 + 1e-9 * (double)at->scan.line;
    any_row made;
    if (key == NULL)
        return 0;
    layout->init(&made);
    for (size_t i = 0; i < layout->count; i++) {
        int failed = (at->failed >> i & 1) != 0;
        if (failed && (layout->fields[i].flags & ATTAIN_I_LAYOUT_KEY) != 0)
            return 0;
        stand_in(&layout->fields[i], failed, &at->row, key, number, &made);
    }
    at->row = made;
    at->reporter.report = report_nothing;
    at->reporter.errors = 0;
    layout->check(at->object, &at->row, -1, &at->reporter);
    return at->reporter.errors == 0;
}

/* Adds the row, or a stand-in, to the object. */
static void add_row(reading *at, int64_t line, int faulty) {
    attain_i_table *table = at->table;
    attain_error err;
    void *lines = table->lines;
    int room = attain_i_grow(&at->reader->allocator, &lines, &table->capacity,
                             table->count + 1, sizeof(*table->lines));
    table->lines = lines;
    attain_status status = room ? table->layout->add(at->object, &at->row, &err)
                                : ATTAIN_ERR_MEMORY;
    if (status == ATTAIN_OK) {
        table->lines[table->count++] = faulty ? -line : line;
        return;
    }
    at->reader->problems.no_memory |= status == ATTAIN_ERR_MEMORY;
    attain_i_spot spot = attain_i_scan_line(&at->scan);
    if (status == ATTAIN_ERR_LIMIT) {
        attain_i_problem_add(&at->reader->problems, 0, status, &spot,
                             err.message);
        at->scan.stopped = 1;
    }
}

static void read_row(reading *at) {
    attain_i_table *table = at->table;
    size_t before = at->reader->problems.counted[ATTAIN_SEVERITY_ERROR];
    if (!attain_i_scratch_reserve(&at->scratch, &at->scan)) {
        at->reader->problems.no_memory = 1;
        return;
    }
    read_fields(at);
    at->reporter.report = report_row;
    at->reporter.errors = 0;
    table->layout->check(at->object, &at->row, (int64_t)table->count,
                         &at->reporter);
    int64_t line = at->scan.line;
    if (at->reporter.errors == 0 && at->failed == 0 && at->absent == 0 &&
        at->reader->problems.counted[ATTAIN_SEVERITY_ERROR] == before) {
        warn_near(at, line);
        add_row(at, line, 0);
        return;
    }
    table->faults++;
    if (make_stand_in(at)) {
        warn_near(at, line);
        add_row(at, line, 1);
    }
}

/* A line whose cells may stand in wrong columns: only its id is kept. */
static void read_ragged(reading *at) {
    const attain_i_layout *layout = at->table->layout;
    at->failed = UINT64_MAX;
    layout->init(&at->row);
    for (size_t i = 0; i < layout->count; i++) {
        uint32_t column = at->table->columns[i];
        const attain_i_cell *cell =
            &at->scan.cells[column > 0 ? column - 1 : 0];
        if ((layout->fields[i].flags & ATTAIN_I_LAYOUT_KEY) == 0 ||
            column == 0 || column > at->scan.stored || cell->fault ||
            attain_i_cell_empty(cell) ||
            !attain_i_scratch_reserve(&at->scratch, &at->scan))
            continue;
        if (attain_i_cell_read(&layout->fields[i], cell, &at->row, &at->scratch,
                               NULL) == ATTAIN_OK)
            at->failed &= ~(UINT64_C(1) << i);
    }
    at->table->faults++;
    if (make_stand_in(at))
        add_row(at, at->scan.line, 1);
}

/* --- The table ------------------------------------------------------------ */

static void read_rows(reading *at) {
    attain_i_table *table = at->table;
    const attain_i_layout *layout = table->layout;
    if (!attain_i_header_read(at->reader, &at->scan, layout->fields,
                              layout->count, table->columns, NULL))
        return;
    table->sound = 1;
    table->header_line = at->scan.line;
    at->width = at->scan.count;
    for (size_t i = 0; i < layout->count; i++)
        if (table->columns[i] == 0 &&
            (layout->fields[i].flags & ATTAIN_I_LAYOUT_NEEDED) != 0)
            at->absent |= UINT64_C(1) << i;
    while (!at->reader->problems.no_memory && attain_i_scan_next(&at->scan)) {
        if (!attain_i_scan_split(&at->scan, at->width))
            break;
        if (attain_i_record_fits(at->reader, &at->scan, at->width,
                                 layout->fields, layout->count, table->columns))
            read_row(at);
        else
            read_ragged(at);
    }
}

attain_status attain_i_table_read(attain_i_reader *reader,
                                  attain_i_table *table,
                                  const attain_i_table_source *source,
                                  void *object) {
    table->file = attain_i_problems_file(&reader->problems, source->name);
    if (table->file < 0)
        return ATTAIN_ERR_MEMORY;
    reading *at = attain_i_allocate_zero(&reader->allocator, 1, sizeof(*at));
    if (at == NULL)
        return ATTAIN_ERR_MEMORY;
    at->reader = reader;
    at->table = table;
    at->object = object;
    at->scratch.allocator = &reader->allocator;
    attain_i_input input;
    attain_i_source_open(source, &input);
    attain_i_scan_open(&at->scan, &reader->allocator, &reader->problems,
                       table->file, &input, &reader->options);
    if (!at->scan.stopped)
        read_rows(at);
    attain_i_scan_clear(&at->scan);
    attain_i_scratch_clear(&at->scratch);
    attain_i_input_close(&input);
    attain_i_release(&reader->allocator, at, 1, sizeof(*at));
    return reader->problems.no_memory ? ATTAIN_ERR_MEMORY : ATTAIN_OK;
}

/* --- Problems of the whole ------------------------------------------------ */

static void report_whole(attain_i_reporter *reporter, int warning,
                         attain_status code, const char *name, int64_t row,
                         const char *field, const char *message) {
    attain_i_whole *whole = (attain_i_whole *)(void *)reporter;
    const attain_i_table *table = NULL;
    for (size_t i = 0; i < whole->count; i++)
        if (strcmp(whole->tables[i].layout->name, name) == 0)
            table = &whole->tables[i];
    attain_i_spot spot = {field, 0, 0, -1, table == NULL ? -1 : table->file};
    if (table == NULL) {
        attain_i_problem_add(&whole->reader->problems, warning, code, &spot,
                             message);
        return;
    }
    int index = field_index(table->layout, field == NULL ? "" : field);
    int64_t at = table->keyed ? index : row;
    int64_t line = at >= 0 && (size_t)at < table->count ? table->lines[at] : 0;
    if (line < 0 || (line == 0 && table->faults > 0))
        return; /* it may follow from what has been told */
    spot.line = line;
    if (line > 0 && index >= 0)
        spot.column = table->columns[table->keyed ? 1 : index];
    attain_i_problem_add(&whole->reader->problems, warning, code, &spot,
                         message);
}

void attain_i_whole_init(attain_i_whole *whole, attain_i_reader *reader,
                         attain_i_table *tables, size_t count) {
    whole->reporter = (attain_i_reporter){report_whole, NULL, 0};
    whole->reader = reader;
    whole->tables = tables;
    whole->count = count;
}
