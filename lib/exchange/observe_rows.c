/* The usual records, many at once: plain, with units, periods and variables
 * that are known, and numbers. Where anything else comes they are cut off, and
 * attain_i_observe_row() goes on there; so nothing is told here. */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/digits.h"
#include "exchange/observe.h"

enum { ROWS = ATTAIN_I_FIELDS_ROWS };

/* The records at hand. A long table is a wide one of a single column, which
 * each record names. */
typedef struct batch {
    size_t rows;          /* that are as usual */
    int32_t unit[ROWS];   /* of each */
    int32_t column[ROWS]; /* the column of its first value */
    int run;              /* the units follow each other, in the same columns */
} batch;

/* --- Units ---------------------------------------------------------------- */

/* Whether the field is the id. */
static int is_id(const attain_i_field *field, const char *id) {
    size_t i = 0;
    while (i < field->length && field->text[i] == id[i] && id[i] != '\0') {
        i++;
    }
    return i == field->length && id[i] == '\0';
}

/* Whether the field is the unit of the row before. */
ATTAIN_I_INLINE int is_same_unit(const attain_i_observed *at,
                                 const attain_i_field *field) {
    size_t length = at->unit_length;
    const char *id = at->unit_id;
    if (field->length != length || length < 8) {
        return at->unit >= 0 && length < 8 && is_id(field, id);
    }
    return attain_i_eight_bytes(field->text) == attain_i_eight_bytes(id) &&
           attain_i_eight_bytes(field->text + length - 8) ==
               attain_i_eight_bytes(id + length - 8) &&
           (length <= 16 || memcmp(field->text + 8, id + 8, length - 16) == 0);
}

/* The unit of the row before, the next one, or any; −1: there is none. */
ATTAIN_I_INLINE int32_t read_unit(attain_i_observed *at,
                                  const attain_i_field *field) {
    const attain_dataset *data = at->data;
    if (is_same_unit(at, field)) {
        return at->unit;
    }
    size_t next = (size_t)(at->unit + 1);
    int32_t unit =
        next < data->unit_count && is_id(field, data->units[next].id)
            ? (int32_t)next
            : attain_i_map_find(&data->unit_ids, field->text, field->length);
    if (unit >= 0) {
        at->unit = unit;
        at->unit_id = data->units[unit].id;
        at->unit_length = field->length;
    }
    return unit;
}

static int is_open(const attain_dataset *data, int32_t unit, int32_t period) {
    const attain_i_unit *of = &data->units[unit];
    return (of->opened == ATTAIN_PERIOD_NONE &&
            of->closed == ATTAIN_PERIOD_NONE) ||
           attain_i_unit_open(of, period);
}

/* --- Columns -------------------------------------------------------------- */

/* The last bytes of a field, which is not longer if it fills no byte of them
 * but these: text has no zeros. */
ATTAIN_I_INLINE uint64_t ending(const attain_i_field *field) {
    size_t bits = 8 * field->length;
    uint64_t bytes = attain_i_eight_bytes(field->text + field->length - 8);
    return bits >= 64 ? bytes : bytes & ~(UINT64_MAX >> bits);
}

/* Not the first one, for that may decide the frequency. */
static int32_t read_period(const attain_i_observed *at,
                           const attain_i_field *field) {
    int32_t period;
    return attain_period_parse(field->text, field->length, &period, NULL) ==
                       ATTAIN_OK &&
                   attain_period_frequency(period) == at->all->frequency
               ? period
               : ATTAIN_PERIOD_NONE;
}

/* The first column of the period in a wide table; −1 for none. */
ATTAIN_I_INLINE int32_t read_block(attain_i_observed *at,
                                   const attain_i_field *field) {
    uint64_t text = ending(field);
    if (text != at->period_ending) {
        int32_t period = read_period(at, field);
        if (period == ATTAIN_PERIOD_NONE) {
            return -1;
        }
        at->period_ending = text;
        at->period_read = period;
    }
    return attain_i_observe_block(at, at->period_read);
}

/* Whether the fields name the column. */
ATTAIN_I_INLINE int is_column(const attain_i_observed *at, int32_t column,
                              const attain_i_field *variable,
                              const attain_i_field *period) {
    const attain_i_trace *trace = &at->traces[column];
    size_t length = variable->length;
    return length == trace->variable_length &&
           ending(variable) == trace->variable &&
           ending(period) == trace->period &&
           (length <= 8 ||
            memcmp(variable->text,
                   attain_i_observed_variable(
                       at->all, at->store.columns[column].variable),
                   length - 8) == 0);
}

/* The column of a variable and a period, which will be looked for next where
 * the one before is met again; −1 where one of them is not known. */
static int32_t find_column(attain_i_observed *at,
                           const attain_i_field *variable,
                           const attain_i_field *period) {
    attain_i_observing *all = at->all;
    int32_t number =
        attain_i_names_find(&all->variables, &at->data->variable_ids,
                            variable->text, variable->length);
    int32_t time = read_period(at, period);
    if (number < 0 || time == ATTAIN_PERIOD_NONE) {
        return -1;
    }
    int32_t column = attain_i_columns_obtain(&at->store, number, time,
                                             ATTAIN_GROUP_NONE, NULL);
    void *traces = at->traces;
    int room = column >= 0 &&
               attain_i_grow(&all->reader->allocator, &traces, &at->trace_room,
                             at->store.count, sizeof(*at->traces));
    at->traces = traces;
    if (!room) {
        all->reader->problems.no_memory = 1;
        return -1;
    }
    for (; at->trace_count < at->store.count; at->trace_count++) {
        at->traces[at->trace_count].next = -1;
    }
    attain_i_trace *trace = &at->traces[column];
    trace->variable = ending(variable);
    trace->variable_length = (uint32_t)variable->length;
    trace->period = ending(period);
    if (at->column >= 0) {
        at->traces[at->column].next = column;
    }
    return column;
}

/* The column of a row of a long table; −1 for none. */
ATTAIN_I_INLINE int32_t read_column(attain_i_observed *at,
                                    const attain_i_field *variable,
                                    const attain_i_field *period) {
    int32_t column =
        (size_t)at->column < at->trace_count ? at->traces[at->column].next : -1;
    if (column < 0 || !is_column(at, column, variable, period)) {
        column = find_column(at, variable, period);
    }
    at->column = column >= 0 ? column : at->column;
    return column;
}

/* --- Keys ----------------------------------------------------------------- */

ATTAIN_I_INLINE attain_i_field get(const attain_i_observed *at, size_t row,
                                   enum attain_i_observed_column column) {
    return attain_i_fields_get(&at->fields, row, at->columns[column] - 1);
}

/* Whether a cell of a column that need not be there is given. */
ATTAIN_I_INLINE int is_given(const attain_i_observed *at, size_t row,
                             enum attain_i_observed_column column) {
    return at->columns[column] != 0 && get(at, row, column).length != 0;
}

/* False for a comment, a byte order mark, a status or group, and for what is
 * long enough to hold a field that is too long. */
ATTAIN_I_INLINE int is_usual(const attain_i_observed *at, size_t row) {
    attain_i_field first = attain_i_fields_get(&at->fields, row, 0);
    const char *end = at->fields.text + at->fields.lines[row];
    return *first.text != '#' && *first.text != '\xef' &&
           (size_t)(end - first.text) <= at->scan.field_limit &&
           !is_given(at, row, ATTAIN_I_OBSERVED_STATUS) &&
           !is_given(at, row, ATTAIN_I_OBSERVED_GROUP);
}

ATTAIN_I_INLINE uint32_t *place_of(const attain_i_observed *at,
                                   const batch *rows, size_t row) {
    return &at->store.columns[rows->column[row]]
                .places->of_unit[rows->unit[row]];
}

/* Finds out whom and when a row is of, and takes its place. */
ATTAIN_I_INLINE int read_keys(attain_i_observed *at, batch *rows, size_t row) {
    if (!is_usual(at, row)) {
        return 0;
    }
    attain_i_field unit = get(at, row, ATTAIN_I_OBSERVED_UNIT);
    attain_i_field period = get(at, row, ATTAIN_I_OBSERVED_PERIOD);
    rows->unit[row] = read_unit(at, &unit);
    if (rows->unit[row] < 0) {
        return 0;
    }
    if (at->is_wide) {
        rows->column[row] = read_block(at, &period);
    } else {
        attain_i_field variable = get(at, row, ATTAIN_I_OBSERVED_VARIABLE);
        rows->column[row] = read_column(at, &variable, &period);
    }
    if (rows->column[row] < 0 ||
        !is_open(at->data, rows->unit[row],
                 at->store.columns[rows->column[row]].period)) {
        return 0;
    }
    uint32_t *place = place_of(at, rows, row);
    if (*place != ATTAIN_I_PLACE_NONE) {
        return 0;
    }
    *place = at->first + (uint32_t)(at->scan.lines + 1) + (uint32_t)row;
    rows->run =
        rows->run && (row == 0 || (rows->unit[row] == rows->unit[row - 1] + 1 &&
                                   rows->column[row] == rows->column[row - 1]));
    return 1;
}

/* --- Values --------------------------------------------------------------- */

/* Any number, or NA. */
static int read_value(const attain_i_field *field, double *out) {
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
    if (!attain_i_fields_numbers(&at->fields, column, values, others)) {
        return;
    }
    for (size_t row = 0; row < rows->rows; row++) {
        attain_i_field field = attain_i_fields_get(&at->fields, row, column);
        if (others[row] != 0 && !read_value(&field, &values[row])) {
            rows->rows = row;
        }
    }
}

static int is_within(double value, double min, double max) {
    return !(value < min || value > max);
}

/* Cuts off the rows from one whose value is out of range on. */
static void check_wide(const attain_i_wide_column *wide, batch *rows,
                       const double *values) {
    if (isnan(wide->min) && isnan(wide->max)) {
        return;
    }
    for (size_t row = 0; row < rows->rows; row++) {
        if (!is_within(values[row], wide->min, wide->max)) {
            rows->rows = row;
        }
    }
}

static void check_long(const attain_i_observed *at, batch *rows,
                       const double *values) {
    const attain_dataset *data = at->data;
    for (size_t row = 0; at->ranged && row < rows->rows; row++) {
        size_t variable = (size_t)at->store.columns[rows->column[row]].variable;
        if (variable < data->variable_count &&
            !is_within(values[row], data->variables[variable].min,
                       data->variables[variable].max)) {
            rows->rows = row;
        }
    }
}

/* Writes values into the columns that lie `offset` behind the rows' first. */
static void store(attain_i_observed *at, const batch *rows, size_t offset,
                  const double *values) {
    attain_i_column *columns = at->store.columns + offset;
    if (rows->run) {
        memcpy(columns[rows->column[0]].values + rows->unit[0], values,
               rows->rows * sizeof(*values));
        return;
    }
    for (size_t row = 0; row < rows->rows; row++) {
        columns[rows->column[row]].values[rows->unit[row]] = values[row];
    }
}

static void read_wide(attain_i_observed *at, batch *rows) {
    double values[ROWS];
    for (size_t i = 0; i < at->wide_count && rows->rows > 0; i++) {
        const attain_i_wide_column *wide = &at->wide[i];
        read_values(at, rows, wide->column - 1, values);
        check_wide(wide, rows, values);
        store(at, rows, i, values);
    }
}

static void read_long(attain_i_observed *at, batch *rows) {
    double values[ROWS];
    read_values(at, rows, at->columns[ATTAIN_I_OBSERVED_VALUE] - 1, values);
    check_long(at, rows, values);
    store(at, rows, 0, values);
}

/* --- The records ---------------------------------------------------------- */

static void read_batch(attain_i_observed *at, size_t found, batch *rows) {
    rows->run = 1;
    while (rows->rows < found && read_keys(at, rows, rows->rows)) {
        rows->rows++;
    }
    size_t keyed = rows->rows;
    if (at->is_wide) {
        read_wide(at, rows);
    } else if (keyed > 0) {
        read_long(at, rows);
    }
    for (size_t row = rows->rows; row < keyed; row++) {
        *place_of(at, rows, row) = ATTAIN_I_PLACE_NONE;
    }
}

int attain_i_observe_rows(attain_i_observed *at) {
    batch rows;
    if (at->scan.lines + ROWS >= (int64_t)(UINT32_MAX - at->first)) {
        return 0;
    }
    size_t found = attain_i_scan_ahead(&at->scan, &at->fields, at->ahead);
    int cut = at->fields.cut;
    rows.rows = 0;
    read_batch(at, found, &rows);
    /* After something unusual not much is looked at, for it may come again. */
    cut = cut || rows.rows < found;
    at->ahead = cut ? 1 : at->ahead < ROWS ? 2 * at->ahead : ROWS;
    if (rows.rows > 0) {
        attain_i_scan_skip(&at->scan, &at->fields, rows.rows);
    }
    return rows.rows > 0;
}
