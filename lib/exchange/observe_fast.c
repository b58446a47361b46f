/* The usual record, read without taking it apart first: plain, with a unit, a
 * period and variables that are known, and numbers. Anything else is left to
 * attain_i_observe_row(), which begins anew; so nothing is told here. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "exchange/observe.h"

/* What is done for every cell; a call of it would cost as much as its work. */
#if defined(__GNUC__)
#define INLINE static inline __attribute__((always_inline))
#else
#define INLINE static inline
#endif

/* Eight bytes, the first the lowest, on every machine. */
INLINE uint64_t load(const char *at) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t bytes;
    memcpy(&bytes, at, sizeof(bytes));
    return bytes;
#else
    const unsigned char *b = (const unsigned char *)at;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
           (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 |
           (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
#endif
}

/* --- Numbers -------------------------------------------------------------- */

#if defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD == 0
/* Powers of ten that are doubles; a quotient by one is rounded once. */
static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/* Index of the lowest byte with its top bit set; there is one. */
INLINE unsigned first_byte(uint64_t flags) {
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(flags) / 8;
#else
    unsigned i = 0;
    while ((flags >> (8 * i) & 0x80) == 0) {
        i++;
    }
    return i;
#endif
}

/* The number of eight digits, as values 0…9, the first the lowest byte
 * (Lemire, "Quickly parsing eight digits", 2018). */
INLINE uint64_t eight_digits(uint64_t digits) {
    digits = digits * 10 + (digits >> 8);
    return ((digits & UINT64_C(0x000000ff000000ff)) *
                UINT64_C(0x000f424000000064) +
            (digits >> 16 & UINT64_C(0x000000ff000000ff)) *
                UINT64_C(0x0000271000000001)) >>
           32;
}

static int is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/* No point among the digits. */
enum { NO_POINT = 64 };

/* Digits after the eight bytes: a number of at most 15 digits in all. */
static size_t read_rest(const char *at, size_t rest, uint64_t number,
                        unsigned point, double *out) {
    size_t i = 8;
    size_t decimals = point < 8 ? 7 - point : 0;
    for (; i < rest && i < 16; i++) {
        if (at[i] == '.' && point == NO_POINT) {
            point = (unsigned)i;
        } else if (is_digit(at[i])) {
            number = number * 10 + (uint64_t)(at[i] - '0');
            decimals += point < i;
        } else {
            break;
        }
    }
    if (i - (point < i) > 15 || point == i - 1) {
        return 0;
    }
    *out = (double)number / powers[decimals];
    return i;
}

/* Reads a number of digits with at most one point within, which makes no more
 * than 15 digits; returns the bytes taken, 0 if it is not so simple. Eight
 * bytes can be read at `at`. Where the point is and how many digits there are
 * changes from cell to cell, so that branches on it would cost more than the
 * arithmetic. */
INLINE size_t short_number(const char *at, size_t rest, double *out) {
    const uint64_t top = UINT64_C(0x8080808080808080);
    uint64_t digits = load(at) ^ UINT64_C(0x3030303030303030);
    /* A byte above 9 reaches the top bit; what lies behind the first other
     * byte than a digit or a point is not looked at. */
    uint64_t flags = ((digits + UINT64_C(0x7676767676767676)) | digits) & top;
    if (flags == 0) {
        return read_rest(at, rest, eight_digits(digits), NO_POINT, out);
    }
    unsigned point = first_byte(flags);
    unsigned has_point = at[point] == '.';
    flags &= flags - has_point;
    uint64_t before = (UINT64_C(1) << (8 * point)) - 1;
    digits = (digits & before) | (digits >> (8 * has_point) & ~before);
    if (flags == 0) {
        return read_rest(at, rest, eight_digits(digits << 8), point, out);
    }
    unsigned end = first_byte(flags);
    unsigned count = end - has_point;
    if (count == 0 || (has_point && (point == 0 || end == point + 1))) {
        return 0;
    }
    *out = (double)eight_digits(digits << (8 * (8 - count))) /
           powers[has_point ? end - point - 1 : 0];
    return end;
}
#else
INLINE size_t short_number(const char *at, size_t rest, double *out) {
    (void)at;
    (void)rest;
    (void)out;
    return 0;
}
#endif

/* --- Fields --------------------------------------------------------------- */

/* Where the fields of the record are; `readable` is the window's end. */
typedef struct cursor {
    const char *at;
    const char *end;
    const char *readable;
} cursor;

/* Whether a field ends at `at`. */
INLINE int ends(const cursor *c, const char *at) {
    return at == c->end || *at == ',';
}

/* Any number, or NA: where it ends; NULL where it is neither. */
static const char *read_other(const char *at, const char *end, double *out) {
    size_t rest = (size_t)(end - at);
    int range = 0;
    size_t taken = attain_i_number_scan(at, rest, out, &range);
    if (taken == 0 && rest >= 2 && memcmp(at, "NA", 2) == 0) {
        *out = (double)NAN;
        taken = 2;
    }
    at += taken;
    return taken == 0 || range != 0 || (at != end && *at != ',') ? NULL : at;
}

/* Reads the value at `at`, NaN for none: where it ends, or NULL where it is not
 * simple. */
INLINE const char *read_value(const char *at, const char *end,
                              const char *readable, double *out) {
    if (at == end || *at == ',') {
        *out = (double)NAN;
        return at;
    }
    size_t rest = (size_t)(end - at);
    size_t taken = readable - at >= 8 ? short_number(at, rest, out) : 0;
    if (taken == 0 || taken > rest || (taken != rest && at[taken] != ',')) {
        return read_other(at, end, out);
    }
    return at + taken;
}

/* Goes behind the id if it is the field. */
static int match(cursor *c, const char *id) {
    const char *at = c->at;
    while (at < c->end && *at == *id && *at != ',') {
        at++;
        id++;
    }
    if (*id != '\0' || !ends(c, at)) {
        return 0;
    }
    c->at = at;
    return 1;
}

/* The field as it stands; goes behind it. */
static size_t take(cursor *c, const char **text) {
    const char *comma = memchr(c->at, ',', (size_t)(c->end - c->at));
    const char *end = comma != NULL ? comma : c->end;
    size_t length = (size_t)(end - c->at);
    *text = c->at;
    c->at = end;
    return length;
}

/* Goes behind the id of the unit of the row before if it is the field. */
INLINE int match_unit(const attain_i_observed *at, cursor *c) {
    size_t length = at->unit_length;
    if ((size_t)(c->end - c->at) < length || length < 8) {
        return length > 0 && match(c, at->unit_id);
    }
    const char *end = c->at + length;
    if (load(c->at) != load(at->unit_id) ||
        load(end - 8) != load(at->unit_id + length - 8) || !ends(c, end) ||
        (length > 16 && memcmp(c->at + 8, at->unit_id + 8, length - 16) != 0)) {
        return 0;
    }
    c->at = end;
    return 1;
}

/* An id with a comma could be two fields: it is always looked up. */
static void remember_unit(attain_i_observed *at, int32_t unit) {
    at->unit = unit;
    at->unit_id = at->data->units[unit].id;
    at->unit_length =
        strchr(at->unit_id, ',') == NULL ? strlen(at->unit_id) : 0;
}

/* The unit of the row before, the next one, or any. */
INLINE int32_t read_unit(attain_i_observed *at, cursor *c) {
    const attain_dataset *data = at->data;
    if (match_unit(at, c)) {
        return at->unit;
    }
    if ((size_t)(at->unit + 1) < data->unit_count &&
        match(c, data->units[at->unit + 1].id)) {
        remember_unit(at, at->unit + 1);
        return at->unit;
    }
    const char *text;
    size_t length = take(c, &text);
    int32_t unit = attain_i_map_find(&data->unit_ids, text, length);
    if (unit >= 0) {
        remember_unit(at, unit);
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

static int32_t read_variable(attain_i_observed *at, cursor *c) {
    const attain_i_names *names = &at->all->variables;
    int32_t next = at->variable + 1;
    if ((size_t)next < names->base + names->count &&
        match(c, variable_id(at->all, next))) {
        return at->variable = next;
    }
    if (at->variable >= 0 && match(c, variable_id(at->all, at->variable))) {
        return at->variable;
    }
    const char *text;
    size_t length = take(c, &text);
    int32_t variable =
        attain_i_names_find(names, &at->data->variable_ids, text, length);
    at->variable = variable >= 0 ? variable : at->variable;
    return variable;
}

/* Not the first one, for that may decide the frequency. */
static int32_t read_period(attain_i_observed *at, cursor *c) {
    const char *text;
    if ((size_t)(c->end - c->at) >= at->period_length &&
        at->period != ATTAIN_PERIOD_NONE &&
        memcmp(c->at, at->period_text, 4) == 0 &&
        (at->period_length == 4 ||
         memcmp(c->at + 4, at->period_text + 4, 3) == 0) &&
        ends(c, c->at + at->period_length)) {
        c->at += at->period_length;
        return at->period;
    }
    size_t length = take(c, &text);
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

static int is_open(const attain_dataset *data, int32_t unit, int32_t period) {
    const attain_i_unit *of = &data->units[unit];
    return (of->opened == ATTAIN_PERIOD_NONE &&
            of->closed == ATTAIN_PERIOD_NONE) ||
           attain_i_unit_open(of, period);
}

/* Goes over a comma; false at the end. */
INLINE int next_field(cursor *c) {
    if (c->at == c->end) {
        return 0;
    }
    c->at++;
    return 1;
}

/* --- The wide form -------------------------------------------------------- */

/* Values from column `i` on; the unit and the block are known. */
static int read_values(const attain_i_observed *at, const cursor *c, size_t i,
                       int32_t block, int32_t unit, int *given) {
    const attain_i_column *columns = &at->store.columns[block];
    const char *text = c->at;
    const char *end = c->end;
    const int32_t *roles = at->roles;
    int ranged = at->ranged;
    int seen = 0;
    for (;; i++) {
        int32_t role = roles[i] - ATTAIN_I_OBSERVED_WIDE;
        if (role >= 0) {
            const attain_i_wide_column *wide = &at->wide[role];
            double value = 0;
            text = read_value(text, end, c->readable, &value);
            if (text == NULL ||
                (ranged && (value < wide->min || value > wide->max))) {
                return 0;
            }
            columns[role].values[unit] = value;
            seen |= value == value;
        } else {
            const char *comma = memchr(text, ',', (size_t)(end - text));
            text = comma != NULL ? comma : end;
        }
        if (text == end || i + 1 == at->width) {
            *given = seen;
            return text == end && i + 1 == at->width;
        }
        text++;
    }
}

/* The unit and the period, up to the later of their columns; stays behind the
 * comma after it. */
static int read_keys(attain_i_observed *at, cursor *c, int32_t *unit,
                     int32_t *period) {
    for (size_t i = 0; i < at->keys_end; i++) {
        const char *text;
        if (at->roles[i] == ATTAIN_I_OBSERVED_UNIT) {
            *unit = read_unit(at, c);
        } else if (at->roles[i] == ATTAIN_I_OBSERVED_PERIOD) {
            *period = read_period(at, c);
        } else {
            take(c, &text);
        }
        if (!next_field(c)) {
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

static int read_field(attain_i_observed *at, cursor *c, int32_t role,
                      long_row *row) {
    const char *text;
    switch (role) {
    case ATTAIN_I_OBSERVED_UNIT:
        row->unit = read_unit(at, c);
        return row->unit >= 0;
    case ATTAIN_I_OBSERVED_PERIOD:
        row->period = read_period(at, c);
        return row->period != ATTAIN_PERIOD_NONE;
    case ATTAIN_I_OBSERVED_VARIABLE:
        row->variable = read_variable(at, c);
        return row->variable >= 0;
    case ATTAIN_I_OBSERVED_VALUE:
        text = read_value(c->at, c->end, c->readable, &row->value);
        c->at = text != NULL ? text : c->at;
        return text != NULL;
    case ATTAIN_I_OBSERVED_STATUS:
    case ATTAIN_I_OBSERVED_GROUP:
        return ends(c, c->at);
    default:
        take(c, &text);
        return 1;
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
    for (size_t i = 0; i < at->width; i++) {
        if ((i > 0 && !next_field(c)) ||
            !read_field(at, c, at->roles[i], &row)) {
            return 0;
        }
    }
    if (c->at != c->end || !in_range(at->data, &row) ||
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
    cursor c = {scan->begin, scan->end, scan->text + scan->length};
    if (!at->is_wide) {
        return read_long(at, &c);
    }
    return at->wide_count > 0 && at->keys_end < at->width && read_wide(at, &c);
}
