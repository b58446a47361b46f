/* The usual record, read without taking it apart first: plain, with a unit, a
 * period and variables that are known, and numbers. Anything else is left to
 * attain_i_observe_row(), which begins anew; so nothing is told here. */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "exchange/observe.h"
#include "exchange/plain.h"

#define INLINE ATTAIN_I_PLAIN

typedef attain_i_plain cursor;

/* --- Fields --------------------------------------------------------------- */

/* Any number, or NA. */
static int read_other(const char *at, const char *stop, double *out) {
    size_t length = (size_t)(stop - at);
    int range = 0;
    if (length == 0 || (length == 2 && memcmp(at, "NA", 2) == 0)) {
        *out = (double)NAN;
        return 1;
    }
    return attain_i_number_scan(at, length, out, &range) == length &&
           range == 0;
}

/* Reads a value, NaN for none; false where it is not simple. */
INLINE int read_value(const char *at, const char *stop, double *out) {
    return attain_i_plain_number(at, stop, out) || read_other(at, stop, out);
}

/* Whether the field is this id. */
static int match(const char *at, const char *stop, const char *id) {
    for (; at < stop && *at == *id; at++) {
        id++;
    }
    return at == stop && *id == '\0';
}

/* Whether the field is the id of the unit of the row before. */
INLINE int match_unit(const attain_i_observed *at, const char *text,
                      const char *stop) {
    size_t length = at->unit_length;
    if ((size_t)(stop - text) != length || length == 0) {
        return 0;
    }
    if (length < 8 || length > 16) {
        return memcmp(text, at->unit_id, length) == 0;
    }
    return attain_i_plain_load(text) == attain_i_plain_load(at->unit_id) &&
           attain_i_plain_load(stop - 8) ==
               attain_i_plain_load(at->unit_id + length - 8);
}

static void remember_unit(attain_i_observed *at, int32_t unit, size_t length) {
    at->unit = unit;
    at->unit_id = at->data->units[unit].id;
    at->unit_length = length;
}

/* The unit of the row before, the next one, or any. */
INLINE int32_t read_unit(attain_i_observed *at, const char *text,
                         const char *stop) {
    const attain_dataset *data = at->data;
    size_t length = (size_t)(stop - text);
    if (match_unit(at, text, stop)) {
        return at->unit;
    }
    int32_t unit = at->unit + 1;
    if ((size_t)unit >= data->unit_count ||
        !match(text, stop, data->units[unit].id)) {
        unit = attain_i_map_find(&data->unit_ids, text, length);
    }
    if (unit >= 0) {
        remember_unit(at, unit, length);
    }
    return unit;
}

INLINE const char *variable_id(const attain_i_observing *all,
                               int32_t variable) {
    const attain_i_names *names = &all->variables;
    size_t number = (size_t)variable;
    return number < names->base ? all->data->variables[number].id
                                : names->fresh[number - names->base];
}

static int32_t read_variable(attain_i_observed *at, const char *text,
                             const char *stop) {
    const attain_i_names *names = &at->all->variables;
    int32_t next = at->variable + 1;
    if ((size_t)next < names->base + names->count &&
        match(text, stop, variable_id(at->all, next))) {
        return at->variable = next;
    }
    if (at->variable >= 0 &&
        match(text, stop, variable_id(at->all, at->variable))) {
        return at->variable;
    }
    int32_t variable = attain_i_names_find(names, &at->data->variable_ids, text,
                                           (size_t)(stop - text));
    at->variable = variable >= 0 ? variable : at->variable;
    return variable;
}

/* A period that is not that of the row before; not the first one, for that may
 * decide the frequency. */
static int32_t read_new_period(attain_i_observed *at, const char *text,
                               size_t length) {
    int32_t period;
    if (attain_period_parse(text, length, &period, NULL) != ATTAIN_OK ||
        attain_period_frequency(period) != at->all->frequency) {
        return ATTAIN_PERIOD_NONE;
    }
    at->period = period;
    at->period_length = length;
    memcpy(at->period_text, text, length);
    return period;
}

INLINE int32_t read_period(attain_i_observed *at, const char *text,
                           const char *stop) {
    size_t length = (size_t)(stop - text);
    if (length == at->period_length && at->period != ATTAIN_PERIOD_NONE &&
        memcmp(text, at->period_text, 4) == 0 &&
        (length == 4 || memcmp(text + 4, at->period_text + 4, 3) == 0)) {
        return at->period;
    }
    return read_new_period(at, text, length);
}

static int is_open(const attain_dataset *data, int32_t unit, int32_t period) {
    const attain_i_unit *of = &data->units[unit];
    return (of->opened == ATTAIN_PERIOD_NONE &&
            of->closed == ATTAIN_PERIOD_NONE) ||
           attain_i_unit_open(of, period);
}

/* --- The wide form -------------------------------------------------------- */

/* Values from column `i` on; the unit and the block are known. */
static int read_values(const attain_i_observed *at, cursor *c, size_t i,
                       int32_t block, int32_t unit, int *given) {
    const attain_i_column *columns = &at->store.columns[block];
    const int32_t *roles = at->roles;
    const char *end = c->end;
    size_t last = at->width - 1;
    int ranged = at->ranged;
    int seen = 0;
    for (;; i++) {
        int32_t role = roles[i] - ATTAIN_I_OBSERVED_WIDE;
        const char *text = c->at;
        const char *stop = attain_i_plain_next(c);
        if (role >= 0) {
            const attain_i_wide_column *wide = &at->wide[role];
            double value = 0;
            if (!read_value(text, stop, &value) ||
                (ranged && (value < wide->min || value > wide->max))) {
                return 0;
            }
            columns[role].values[unit] = value;
            seen |= value == value;
        }
        if (stop == end || i == last) {
            *given = seen;
            return stop == end && i == last;
        }
    }
}

/* The unit and the period, up to the later of their columns; stays behind the
 * comma after it. */
static int read_keys(attain_i_observed *at, cursor *c, int32_t *unit,
                     int32_t *period) {
    for (size_t i = 0; i < at->keys_end; i++) {
        const char *text = c->at;
        const char *stop = attain_i_plain_next(c);
        if (at->roles[i] == ATTAIN_I_OBSERVED_UNIT) {
            *unit = read_unit(at, text, stop);
        } else if (at->roles[i] == ATTAIN_I_OBSERVED_PERIOD) {
            *period = read_period(at, text, stop);
        }
        if (stop == c->end) {
            return 0;
        }
    }
    return *unit >= 0 && *period != ATTAIN_PERIOD_NONE;
}

static int read_wide(attain_i_observed *at, cursor *c) {
    int32_t unit = -1;
    int32_t period = ATTAIN_PERIOD_NONE;
    cursor start = *c;
    if (!read_keys(at, c, &unit, &period)) {
        return 0;
    }
    int32_t block = attain_i_observe_block(at, period);
    if (block < 0) {
        return 0;
    }
    uint32_t *place = &at->store.columns[block].places->of_unit[unit];
    int given = 0;
    /* Values that stand before the keys are read once these are known. */
    *c = at->in_order ? *c : start;
    if (*place != ATTAIN_I_PLACE_NONE ||
        !read_values(at, c, at->in_order ? at->keys_end : 0, block, unit,
                     &given) ||
        (given && !is_open(at->data, unit, period))) {
        return 0;
    }
    *place = at->first + (uint32_t)at->scan.line;
    return 1;
}

/* --- The long form -------------------------------------------------------- */

typedef struct long_row {
    double value;
    int32_t unit;
    int32_t variable;
    int32_t period;
} long_row;

static int read_field(attain_i_observed *at, const char *text, const char *stop,
                      int32_t role, long_row *row) {
    switch (role) {
    case ATTAIN_I_OBSERVED_UNIT:
        row->unit = read_unit(at, text, stop);
        return row->unit >= 0;
    case ATTAIN_I_OBSERVED_PERIOD:
        row->period = read_period(at, text, stop);
        return row->period != ATTAIN_PERIOD_NONE;
    case ATTAIN_I_OBSERVED_VARIABLE:
        row->variable = read_variable(at, text, stop);
        return row->variable >= 0;
    case ATTAIN_I_OBSERVED_VALUE:
        return read_value(text, stop, &row->value);
    case ATTAIN_I_OBSERVED_STATUS:
    case ATTAIN_I_OBSERVED_GROUP:
        return text == stop;
    default:
        return 1;
    }
}

/* Every field of the record. */
INLINE int read_fields(attain_i_observed *at, cursor *c, long_row *row) {
    size_t last = at->width - 1;
    for (size_t i = 0;; i++) {
        const char *text = c->at;
        const char *stop = attain_i_plain_next(c);
        if (!read_field(at, text, stop, at->roles[i], row)) {
            return 0;
        }
        if (stop == c->end || i == last) {
            return stop == c->end && i == last;
        }
    }
}

/* The column, most often the one behind that of the row before. */
static attain_i_column *find_column(attain_i_observed *at,
                                    const long_row *row) {
    attain_i_columns *store = &at->store;
    size_t next = (size_t)(at->column + 1);
    for (int i = 0; i < 2 && next < store->count; i++, next--) {
        attain_i_column *column = &store->columns[next];
        if (column->variable == row->variable &&
            column->period == row->period &&
            column->group == ATTAIN_GROUP_NONE) {
            at->column = (int32_t)next;
            return column;
        }
    }
    int32_t found = attain_i_columns_obtain(store, row->variable, row->period,
                                            ATTAIN_GROUP_NONE, NULL);
    if (found < 0) {
        return NULL;
    }
    at->column = found;
    return &store->columns[found];
}

static int in_range(const attain_dataset *data, const long_row *row) {
    if ((size_t)row->variable >= data->variable_count) {
        return 1;
    }
    const attain_variable *variable = &data->variables[row->variable];
    return !(row->value < variable->min || row->value > variable->max);
}

static int read_long(attain_i_observed *at, cursor *c) {
    long_row row = {0, -1, -1, ATTAIN_PERIOD_NONE};
    if (!read_fields(at, c, &row) || !in_range(at->data, &row) ||
        (!isnan(row.value) && !is_open(at->data, row.unit, row.period))) {
        return 0;
    }
    attain_i_column *column = find_column(at, &row);
    if (column == NULL) {
        return 0;
    }
    uint32_t *place = &column->places->of_unit[row.unit];
    if (*place != ATTAIN_I_PLACE_NONE) {
        return 0;
    }
    *place = at->first + (uint32_t)at->scan.line;
    column->values[row.unit] = row.value;
    return 1;
}

int attain_i_observe_fast(attain_i_observed *at) {
    const attain_i_scan *scan = &at->scan;
    cursor c;
    if (scan->begin - scan->text < ATTAIN_I_PLAIN_BEFORE) {
        return 0;
    }
    attain_i_plain_begin(&c, scan->begin, scan->end, scan->text + scan->length);
    if (!at->is_wide) {
        return read_long(at, &c);
    }
    return at->wide_count > 0 && at->keys_end < at->width && read_wide(at, &c);
}
