/* The usual records, many at once: plain, with units, periods and variables
 * that are known, and numbers. Where anything else comes they are cut off, and
 * attain_i_observe_row() goes on there; so nothing is told here. */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/digits.h"
#include "exchange/observe.h"

enum { ROWS = ATTAIN_I_FIELDS_ROWS };

/* Loops that are better off with all registers for themselves. */
#if defined(__GNUC__)
#define APART __attribute__((noinline))
#else
#define APART
#endif

/* The records at hand. A long table is a wide one of a single column, which
 * each record names. */
typedef struct batch {
    size_t rows;          /* that are as usual */
    int32_t unit[ROWS];   /* of each */
    int32_t column[ROWS]; /* the column of its first value */
} batch;

ATTAIN_I_INLINE attain_i_cells cells_of(const attain_i_observed *at, size_t row,
                                        enum attain_i_observed_column column) {
    return attain_i_fields_cells(&at->fields, row, at->columns[column] - 1);
}

/* --- Texts that come again ------------------------------------------------ */

/* Keeps a field, which says what `text` does. */
static void see(attain_i_seen *seen, const attain_i_cells *cell,
                const char *text) {
    seen->bytes = *cell->length < ATTAIN_I_FIELDS_LONG
                      ? attain_i_cells_bytes(cell)
                      : ATTAIN_I_SEEN_LONG;
    seen->text = text;
    seen->length = attain_i_cells_field(cell).length;
}

/* Whether a field is the text that was kept. */
ATTAIN_I_INLINE int is_seen(const attain_i_seen *seen,
                            const attain_i_cells *cell) {
    if (*cell->length < ATTAIN_I_FIELDS_LONG)
        return attain_i_cells_bytes(cell) == seen->bytes;
    attain_i_raw_field field = attain_i_cells_field(cell);
    size_t last = field.length - 8;
    return field.length == seen->length &&
           attain_i_eight_bytes(field.text) ==
               attain_i_eight_bytes(seen->text) &&
           attain_i_eight_bytes(field.text + last) ==
               attain_i_eight_bytes(seen->text + last) &&
           (last <= 8 || memcmp(field.text + 8, seen->text + 8, last - 8) == 0);
}

/* --- Units ---------------------------------------------------------------- */

/* Whether the field is the id. */
static int is_id(const attain_i_raw_field *field, const char *id) {
    size_t i = 0;
    while (i < field->length && field->text[i] == id[i] && id[i] != '\0')
        i++;
    return i == field->length && id[i] == '\0';
}

/* The next unit, or any; −1: there is none. */
static int32_t find_unit(attain_i_observed *at, const attain_i_cells *cell) {
    const attain_dataset *data = at->data;
    attain_i_raw_field field = attain_i_cells_field(cell);
    size_t next = (size_t)(at->unit + 1);
    int32_t unit =
        next < data->unit_count && is_id(&field, data->units[next].id)
            ? (int32_t)next
            : attain_i_map_find(&data->unit_ids, field.text, field.length);
    if (unit >= 0) {
        at->unit = unit;
        see(&at->unit_seen, cell, data->units[unit].id);
    }
    return unit;
}

static APART void read_units(attain_i_observed *at, batch *rows) {
    attain_i_cells cell = cells_of(at, 0, ATTAIN_I_OBSERVED_UNIT);
    for (size_t row = 0; row < rows->rows; row++) {
        int32_t unit =
            is_seen(&at->unit_seen, &cell) ? at->unit : find_unit(at, &cell);
        if (unit < 0) {
            rows->rows = row;
            return;
        }
        rows->unit[row] = unit;
        attain_i_cells_next(&cell);
    }
}

/* --- Columns -------------------------------------------------------------- */

/* Not the first one, for that may decide the frequency. */
static int32_t read_period(const attain_i_observed *at,
                           const attain_i_cells *cell) {
    attain_i_raw_field field = attain_i_cells_field(cell);
    int32_t period;
    return attain_period_parse(field.text, field.length, &period, NULL) ==
                       ATTAIN_OK &&
                   attain_period_frequency(period) == at->all->frequency
               ? period
               : ATTAIN_PERIOD_NONE;
}

/* The first column of a period in a wide table; −1 for none. */
static int32_t find_block(attain_i_observed *at, const attain_i_cells *cell) {
    if (!is_seen(&at->period_seen, cell)) {
        int32_t period = read_period(at, cell);
        if (period == ATTAIN_PERIOD_NONE)
            return -1;
        at->period_read = period;
        see(&at->period_seen, cell, NULL);
    }
    return attain_i_observe_block(at, at->period_read);
}

static void read_blocks(attain_i_observed *at, batch *rows) {
    attain_i_cells cell = cells_of(at, 0, ATTAIN_I_OBSERVED_PERIOD);
    for (size_t row = 0; row < rows->rows; row++) {
        int32_t column = find_block(at, &cell);
        if (column < 0) {
            rows->rows = row;
            return;
        }
        rows->column[row] = column;
        attain_i_cells_next(&cell);
    }
}

/* Remembers how a column is named, and that it came after the one before.
 * False when there is no memory. */
static int trace(attain_i_observed *at, int32_t column,
                 const attain_i_cells *variable, const attain_i_cells *period) {
    void *traces = at->traces;
    int room =
        attain_i_grow(&at->all->reader->allocator, &traces, &at->trace_room,
                      at->store.count, sizeof(*at->traces));
    at->traces = traces;
    if (!room)
        return 0;
    for (; at->trace_count < at->store.count; at->trace_count++)
        at->traces[at->trace_count].next = -1;
    see(&at->traces[column].variable, variable,
        attain_i_observed_variable(at->all,
                                   at->store.columns[column].variable));
    see(&at->traces[column].period, period, NULL);
    if (at->column >= 0)
        at->traces[at->column].next = column;
    return 1;
}

/* The column of a row of a long table; −1 where a key is not known. */
static int32_t find_column(attain_i_observed *at,
                           const attain_i_cells *variable,
                           const attain_i_cells *period) {
    attain_i_observing *all = at->all;
    attain_i_raw_field field = attain_i_cells_field(variable);
    int32_t number = attain_i_names_find(
        &all->variables, &at->data->variable_ids, field.text, field.length);
    int32_t time = read_period(at, period);
    if (number < 0 || time == ATTAIN_PERIOD_NONE)
        return -1;
    int32_t column = attain_i_columns_obtain(&at->store, number, time,
                                             ATTAIN_GROUP_NONE, NULL);
    if (column < 0 || !trace(at, column, variable, period)) {
        all->reader->problems.no_memory = 1;
        return -1;
    }
    return column;
}

static APART void read_columns(attain_i_observed *at, batch *rows) {
    attain_i_cells variable = cells_of(at, 0, ATTAIN_I_OBSERVED_VARIABLE);
    attain_i_cells period = cells_of(at, 0, ATTAIN_I_OBSERVED_PERIOD);
    for (size_t row = 0; row < rows->rows; row++) {
        int32_t column = (size_t)at->column < at->trace_count
                             ? at->traces[at->column].next
                             : -1;
        if (column < 0 || !is_seen(&at->traces[column].variable, &variable) ||
            !is_seen(&at->traces[column].period, &period))
            column = find_column(at, &variable, &period);
        if (column < 0) {
            rows->rows = row;
            return;
        }
        rows->column[row] = column;
        at->column = column;
        attain_i_cells_next(&variable);
        attain_i_cells_next(&period);
    }
}

/* --- What is not usual ---------------------------------------------------- */

/* Cuts off the rows from one on that has a cell which should be empty here. */
static void check_empty(const attain_i_observed *at, batch *rows,
                        enum attain_i_observed_column column) {
    if (at->columns[column] == 0)
        return;
    attain_i_cells cell = cells_of(at, 0, column);
    for (size_t row = 0; row < rows->rows; row++) {
        if (*cell.length != 0)
            rows->rows = row;
        attain_i_cells_next(&cell);
    }
}

/* … or that is a comment or has a byte order mark. */
static void check_begin(const attain_i_observed *at, batch *rows) {
    const attain_i_fields *fields = &at->fields;
    const char *first = fields->text;
    for (size_t row = 0; row < rows->rows; row++) {
        if (*first == '#' || *first == '\xef')
            rows->rows = row;
        first = fields->text + fields->lines[row] + 1;
    }
}

static int is_open(const attain_dataset *data, int32_t unit, int32_t period) {
    const attain_i_unit *of = &data->units[unit];
    return (of->opened == ATTAIN_PERIOD_NONE &&
            of->closed == ATTAIN_PERIOD_NONE) ||
           attain_i_unit_open(of, period);
}

/* Takes the places of the rows before one that has been observed already, or
 * whose unit is not open. */
static APART void take_places(attain_i_observed *at, batch *rows) {
    const attain_i_column *columns = at->store.columns;
    uint32_t first = at->first + (uint32_t)(at->scan.lines + 1);
    for (size_t row = 0; row < rows->rows; row++) {
        int32_t unit = rows->unit[row];
        const attain_i_column *column = &columns[rows->column[row]];
        uint32_t *place = &column->places->of_unit[unit];
        if (*place != ATTAIN_I_PLACE_NONE ||
            !is_open(at->data, unit, column->period)) {
            rows->rows = row;
            return;
        }
        *place = first + (uint32_t)row;
    }
}

/* --- Values --------------------------------------------------------------- */

/* Any number, or NA. */
static int read_value(const attain_i_raw_field *field, double *out) {
    int range = 0;
    if (field->length == 2 && memcmp(field->text, "NA", 2) == 0) {
        *out = (double)NAN;
        return 1;
    }
    return attain_i_number_scan(field->text, field->length, out, &range) ==
               field->length &&
           range == 0;
}

/* Reads a column of the table; the rows before one that cannot be read stay. */
static void read_values(attain_i_observed *at, batch *rows, size_t column,
                        double *values) {
    uint64_t others[ROWS];
    at->fields.rows = rows->rows;
    if (!attain_i_fields_numbers(&at->fields, column, values, others))
        return;
    attain_i_cells cell = attain_i_fields_cells(&at->fields, 0, column);
    for (size_t row = 0; row < rows->rows; row++) {
        attain_i_raw_field field = attain_i_cells_field(&cell);
        if (others[row] != 0 && !read_value(&field, &values[row]))
            rows->rows = row;
        attain_i_cells_next(&cell);
    }
}

static int is_within(double value, double min, double max) {
    return !(value < min || value > max);
}

/* Cuts off the rows from one whose value is out of range on. */
static void check_wide(const attain_i_wide_column *wide, batch *rows,
                       const double *values) {
    if (isnan(wide->min) && isnan(wide->max))
        return;
    for (size_t row = 0; row < rows->rows; row++)
        if (!is_within(values[row], wide->min, wide->max))
            rows->rows = row;
}

static void check_long(const attain_i_observed *at, batch *rows,
                       const double *values) {
    const attain_dataset *data = at->data;
    for (size_t row = 0; at->ranged && row < rows->rows; row++) {
        size_t variable = (size_t)at->store.columns[rows->column[row]].variable;
        if (variable < data->variable_count &&
            !is_within(values[row], data->variables[variable].min,
                       data->variables[variable].max))
            rows->rows = row;
    }
}

/* Whether the units follow each other, in the same columns. */
static int is_run(const batch *rows) {
    int run = 1;
    for (size_t row = 1; row < rows->rows; row++) {
        run &= rows->unit[row] == rows->unit[row - 1] + 1 &&
               rows->column[row] == rows->column[row - 1];
    }
    return run;
}

/* Writes values into the columns that lie `offset` behind the rows' first. */
static APART void store(attain_i_observed *at, const batch *rows, size_t offset,
                        int run, const double *values) {
    if (rows->rows == 0)
        return;
    const attain_i_column *columns = at->store.columns + offset;
    if (run) {
        memcpy(columns[rows->column[0]].values + rows->unit[0], values,
               rows->rows * sizeof(*values));
        return;
    }
    for (size_t row = 0; row < rows->rows; row++)
        columns[rows->column[row]].values[rows->unit[row]] = values[row];
}

/* Values are written before places are taken: where that is not possible, the
 * row is read again, or told to be there twice. */
static void read_wide(attain_i_observed *at, batch *rows) {
    double values[ROWS];
    int run = is_run(rows);
    for (size_t i = 0; i < at->wide_count && rows->rows > 0; i++) {
        const attain_i_wide_column *wide = &at->wide[i];
        read_values(at, rows, wide->column - 1, values);
        check_wide(wide, rows, values);
        store(at, rows, i, run, values);
    }
    take_places(at, rows);
}

static void read_long(attain_i_observed *at, batch *rows) {
    double values[ROWS];
    read_values(at, rows, at->columns[ATTAIN_I_OBSERVED_VALUE] - 1, values);
    check_long(at, rows, values);
    take_places(at, rows);
    store(at, rows, 0, 0, values);
}

/* --- The records ---------------------------------------------------------- */

static void read_batch(attain_i_observed *at, batch *rows) {
    check_begin(at, rows);
    check_empty(at, rows, ATTAIN_I_OBSERVED_STATUS);
    check_empty(at, rows, ATTAIN_I_OBSERVED_GROUP);
    read_units(at, rows);
    if (at->is_wide) {
        read_blocks(at, rows);
        read_wide(at, rows);
    } else {
        read_columns(at, rows);
        read_long(at, rows);
    }
}

int attain_i_observe_rows(attain_i_observed *at) {
    batch rows;
    if (at->scan.lines + ROWS >= (int64_t)(UINT32_MAX - at->first))
        return 0;
    size_t found = attain_i_scan_ahead(&at->scan, &at->fields, at->ahead);
    rows.rows = found;
    if (found > 0)
        read_batch(at, &rows);
    /* After something unusual not much is looked at, for it may come again. */
    int cut = at->fields.cut || rows.rows < found;
    at->ahead = cut ? 1 : at->ahead < ROWS ? 2 * at->ahead : ROWS;
    if (rows.rows > 0)
        attain_i_scan_skip(&at->scan, &at->fields, rows.rows);
    return rows.rows > 0;
}
