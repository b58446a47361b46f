#include <math.h>
#include <string.h>

#include "exchange/dialect.h"
#include "exchange/observe.h"

/* What a record says of whom. */
typedef struct observed_row {
    int32_t unit;
    int32_t period;
    int faulty; /* something of it has been told */
} observed_row;

static attain_i_problems *problems_of(attain_i_observed *at) {
    return &at->all->reader->problems;
}

static int shown(const attain_i_cell *cell) {
    return cell->length < 80 ? (int)cell->length : 80;
}

/* --- Unit and period ------------------------------------------------------ */

static void tell_unit(attain_i_observed *at, const attain_i_cell *cell,
                      const attain_i_spot *spot) {
    char nearest[ATTAIN_I_NEAREST] = "";
    if (!at->all->units_known)
        return;
    if (at->data->unit_count > 0) {
        attain_i_reader_nearest(at->all->reader, cell->text, cell->length,
                                &at->data->units[0].id, at->data->unit_count,
                                sizeof(at->data->units[0]), nearest);
    }
    const char *damage =
        attain_i_is_damaged(cell->text, cell->length)
            ? "; it looks like an id that a spreadsheet took for a number"
            : "";
    attain_i_problem_error(problems_of(at), ATTAIN_ERR_UNKNOWN, spot,
                           "the unit \"%.*s\" is not there%s%s%s", shown(cell),
                           cell->text, damage, nearest,
                           nearest[0] == '\0' && damage[0] == '\0'
                               ? ": add it to the units, or correct it"
                               : "");
}

static int32_t read_unit(attain_i_observed *at) {
    uint32_t column = at->columns[ATTAIN_I_OBSERVED_UNIT];
    const attain_i_cell *cell = &at->scan.cells[column - 1];
    attain_i_spot spot = attain_i_scan_spot(&at->scan, cell, column, "unit");
    if (cell->fault)
        return -1;
    if (attain_i_cell_empty(cell)) {
        attain_i_problem_error(problems_of(at), ATTAIN_ERR_MISSING, &spot,
                               "the unit is missing: write its id");
        return -1;
    }
    int32_t unit =
        attain_i_map_find(&at->data->unit_ids, cell->text, cell->length);
    if (unit < 0)
        tell_unit(at, cell, &spot);
    return unit;
}

/* A dataset has one frequency; the first period decides. */
static int check_frequency(attain_i_observed *at, int32_t period,
                           const attain_i_spot *spot) {
    int32_t frequency = attain_period_frequency(period);
    if (at->all->frequency == ATTAIN_FREQUENCY_NONE)
        at->all->frequency = frequency;
    if (at->all->frequency == frequency)
        return 1;
    static const char *const forms[] = {"", "2023", "2023-S1", "2023-Q3",
                                        "2023-09"};
    attain_i_problem_error(
        problems_of(at), ATTAIN_ERR_PERIOD, spot,
        "the period has another frequency than the others: write it like %s",
        forms[at->all->frequency]);
    return 0;
}

static int32_t read_period(attain_i_observed *at) {
    uint32_t column = at->columns[ATTAIN_I_OBSERVED_PERIOD];
    const attain_i_cell *cell = &at->scan.cells[column - 1];
    attain_i_spot spot = attain_i_scan_spot(&at->scan, cell, column, "period");
    attain_error err;
    int32_t period;
    if (cell->fault)
        return ATTAIN_PERIOD_NONE;
    if (attain_i_cell_empty(cell)) {
        attain_i_problem_error(problems_of(at), ATTAIN_ERR_MISSING, &spot,
                               "the period is missing: write it like 2023");
        return ATTAIN_PERIOD_NONE;
    }
    if (attain_period_parse(cell->text, cell->length, &period, &err) !=
        ATTAIN_OK) {
        attain_i_problem_add(problems_of(at), 0, err.code, &spot, err.message);
        return ATTAIN_PERIOD_NONE;
    }
    return check_frequency(at, period, &spot) ? period : ATTAIN_PERIOD_NONE;
}

static observed_row read_keys(attain_i_observed *at) {
    size_t before = problems_of(at)->counted[ATTAIN_SEVERITY_ERROR];
    observed_row row = {read_unit(at), read_period(at), 0};
    row.faulty = problems_of(at)->counted[ATTAIN_SEVERITY_ERROR] > before;
    if (row.period != ATTAIN_PERIOD_NONE) {
        const attain_i_cell *cell =
            &at->scan.cells[at->columns[ATTAIN_I_OBSERVED_PERIOD] - 1];
        at->period = row.period;
        at->period_length = cell->length;
        memcpy(at->period_text, cell->text, cell->length);
    }
    return row;
}

/* Rulings A38: kept, warned of, and not used. */
static void check_open(attain_i_observed *at, const observed_row *row) {
    if (row->unit < 0 || row->period == ATTAIN_PERIOD_NONE ||
        attain_i_unit_open(&at->data->units[row->unit], row->period))
        return;
    uint32_t column = at->columns[ATTAIN_I_OBSERVED_PERIOD];
    attain_i_spot spot = attain_i_scan_spot(
        &at->scan, &at->scan.cells[column - 1], column, "period");
    attain_i_problem_warning(
        problems_of(at), ATTAIN_ERR_VALUE, &spot,
        "the unit \"%.100s\" is not open in this period, so the observation "
        "is not used: correct the period, or opened and closed of the unit",
        at->data->units[row->unit].id);
}

/* --- Values --------------------------------------------------------------- */

/* Reads a value; NaN for one that is not given. False after a problem. `field`
 * is the column's name, NULL for the variable's. */
static int read_value(attain_i_observed *at, uint32_t column, const char *field,
                      int32_t variable, double min, double max, double *out) {
    const attain_i_cell *cell = &at->scan.cells[column - 1];
    *out = (double)NAN;
    if (cell->fault)
        return 0;
    if (attain_i_cell_empty(cell))
        return 1;
    const char *name =
        variable < 0 ? field : attain_i_observed_variable(at->all, variable);
    attain_i_spot spot = attain_i_scan_spot(&at->scan, cell, column,
                                            field == NULL ? name : field);
    attain_error err;
    if (attain_number_parse(cell->text, cell->length, out, &err) != ATTAIN_OK) {
        *out = (double)NAN;
        attain_i_problem_add(problems_of(at), 0, err.code, &spot, err.message);
        return 0;
    }
    if (*out < min || *out > max) {
        char low[40] = "";
        char high[40] = "";
        size_t length;
        attain_number_format(min, low, sizeof(low), &length, NULL);
        attain_number_format(max, high, sizeof(high), &length, NULL);
        attain_i_problem_error(
            problems_of(at), ATTAIN_ERR_VALUE, &spot,
            "%.*s is outside of the range of \"%.100s\", %s to %s: correct "
            "it, or the range in variables.csv",
            shown(cell), cell->text, name, low[0] == '\0' ? "any" : low,
            high[0] == '\0' ? "any" : high);
        return 0;
    }
    return 1;
}

static void tell_double(attain_i_observed *at, uint32_t place,
                        const observed_row *row, const char *variable) {
    uint32_t column = at->columns[ATTAIN_I_OBSERVED_UNIT];
    attain_i_spot spot = attain_i_scan_spot(
        &at->scan, &at->scan.cells[column - 1], column, "unit");
    attain_i_problem_error(
        problems_of(at), ATTAIN_ERR_DUPLICATE, &spot,
        "%s%.100s%s unit \"%.100s\" in %.*s was observed before, in line "
        "%lld of this file: keep one of the two",
        variable == NULL ? "" : "\"", variable == NULL ? "" : variable,
        variable == NULL ? "the" : "\" of", at->data->units[row->unit].id,
        (int)at->period_length, at->period_text,
        (long long)place - (long long)at->first);
}

static uint32_t place_of(const attain_i_observed *at) {
    return at->first + (uint32_t)at->scan.line;
}

/* --- The wide form -------------------------------------------------------- */

int32_t attain_i_observe_block(attain_i_observed *at, int32_t period) {
    if (at->block >= 0 && at->block_period == period)
        return at->block;
    int32_t first = attain_i_columns_find(&at->store, at->wide[0].variable,
                                          period, ATTAIN_GROUP_NONE);
    if (first < 0) {
        attain_i_places *places =
            attain_i_columns_room(&at->store, at->wide_count)
                ? attain_i_places_create(&at->store)
                : NULL;
        size_t made = 0;
        for (size_t i = 0; i < at->wide_count && places != NULL; i++) {
            int32_t column =
                attain_i_columns_obtain(&at->store, at->wide[i].variable,
                                        period, ATTAIN_GROUP_NONE, places);
            if (column < 0 && i == 0)
                attain_i_places_destroy(&at->store, places);
            if (column < 0)
                break;
            first = i == 0 ? column : first;
            made = i + 1;
        }
        if (made < at->wide_count) {
            problems_of(at)->no_memory = 1;
            return -1;
        }
    }
    at->block = first;
    at->block_period = period;
    return first;
}

static void read_wide(attain_i_observed *at) {
    observed_row row = read_keys(at);
    int keyed = row.unit >= 0 && row.period != ATTAIN_PERIOD_NONE;
    int32_t block = keyed && at->wide_count > 0
                        ? attain_i_observe_block(at, row.period)
                        : -1;
    if (problems_of(at)->no_memory)
        return;
    int given = 0;
    for (size_t i = 0; i < at->wide_count; i++) {
        const attain_i_wide_column *wide = &at->wide[i];
        double value;
        if (read_value(at, wide->column, NULL, wide->variable, wide->min,
                       wide->max, &value) &&
            block >= 0)
            at->store.columns[block + (int32_t)i].values[row.unit] = value;
        given = given || !isnan(value);
    }
    if (given)
        check_open(at, &row);
    if (block < 0)
        return;
    uint32_t *place = &at->store.columns[block].places->of_unit[row.unit];
    if (*place != ATTAIN_I_PLACE_NONE) {
        tell_double(at, *place, &row, NULL);
        return;
    }
    *place = place_of(at);
}

/* --- The long form -------------------------------------------------------- */

static int32_t read_variable(attain_i_observed *at) {
    uint32_t column = at->columns[ATTAIN_I_OBSERVED_VARIABLE];
    const attain_i_cell *cell = &at->scan.cells[column - 1];
    if (cell->fault)
        return -1;
    if (attain_i_cell_empty(cell)) {
        attain_i_spot spot =
            attain_i_scan_spot(&at->scan, cell, column, "variable");
        attain_i_problem_error(problems_of(at), ATTAIN_ERR_MISSING, &spot,
                               "the variable is missing: write its id");
        return -1;
    }
    return attain_i_observe_variable(at, cell, column);
}

/* False after a problem. */
static int read_group(attain_i_observed *at, int32_t *out) {
    uint32_t column = at->columns[ATTAIN_I_OBSERVED_GROUP];
    *out = ATTAIN_GROUP_NONE;
    if (column == 0)
        return 1;
    const attain_i_cell *cell = &at->scan.cells[column - 1];
    if (cell->fault || attain_i_cell_empty(cell))
        return !cell->fault;
    attain_i_names *groups = &at->all->groups;
    *out = attain_i_names_find(groups, &at->data->group_ids, cell->text,
                               cell->length);
    if (*out >= 0)
        return 1;
    const char *fault = attain_i_id_fault(cell->text, cell->length);
    if (fault != NULL) {
        attain_i_spot spot =
            attain_i_scan_spot(&at->scan, cell, column, "group");
        attain_i_problem_error(problems_of(at), ATTAIN_ERR_TEXT, &spot,
                               "\"%.*s\" cannot be a group: %s", shown(cell),
                               cell->text, fault);
        return 0;
    }
    *out = attain_i_names_enter(groups, cell->text, cell->length);
    problems_of(at)->no_memory |= *out < 0;
    return *out >= 0;
}

/* The status of a value; −1 after a problem. */
static int32_t read_status(attain_i_observed *at, double value) {
    const attain_i_dialect *dialect = at->all->reader->dialect;
    const attain_i_layout_field field = {
        "status",
        dialect == NULL ? attain_i_words_observation_status : dialect->statuses,
        0, ATTAIN_I_LAYOUT_WORD, 0};
    uint32_t column = at->columns[ATTAIN_I_OBSERVED_STATUS];
    int32_t status = ATTAIN_OBSERVATION_MEASURED;
    if (column != 0) {
        const attain_i_cell *cell = &at->scan.cells[column - 1];
        attain_i_spot spot =
            attain_i_scan_spot(&at->scan, cell, column, "status");
        attain_error err;
        if (cell->fault)
            return -1;
        if (!attain_i_cell_empty(cell) &&
            attain_i_cell_read(&field, cell, &status, NULL, &err) !=
                ATTAIN_OK) {
            attain_i_problem_add(problems_of(at), 0, err.code, &spot,
                                 err.message);
            return -1;
        }
        if (status == ATTAIN_OBSERVATION_MISSING && !isnan(value)) {
            attain_i_problem_error(problems_of(at), ATTAIN_ERR_VALUE, &spot,
                                   "the status is missing, but there is a "
                                   "value: remove one of the two");
            return -1;
        }
    }
    return isnan(value) ? ATTAIN_OBSERVATION_MISSING : status;
}

static void store(attain_i_observed *at, const observed_row *row,
                  int32_t variable, int32_t group, double value,
                  int32_t status) {
    int32_t column =
        attain_i_columns_obtain(&at->store, variable, row->period, group, NULL);
    if (column < 0) {
        problems_of(at)->no_memory = 1;
        return;
    }
    attain_i_column *of = &at->store.columns[column];
    uint32_t *place = &of->places->of_unit[row->unit];
    if (*place != ATTAIN_I_PLACE_NONE) {
        tell_double(at, *place, row,
                    attain_i_observed_variable(at->all, variable));
        return;
    }
    at->column = column;
    *place = place_of(at);
    of->values[row->unit] = value;
    int plain =
        isnan(value) ? ATTAIN_OBSERVATION_MISSING : ATTAIN_OBSERVATION_MEASURED;
    if (status != plain &&
        !attain_i_column_set_status(&at->store, column, row->unit, status))
        problems_of(at)->no_memory = 1;
}

static void read_long(attain_i_observed *at) {
    observed_row row = read_keys(at);
    int32_t variable = read_variable(at);
    double min = (double)NAN;
    double max = (double)NAN;
    double value;
    int32_t group;
    if (variable >= 0 && (size_t)variable < at->data->variable_count) {
        min = at->data->variables[variable].min;
        max = at->data->variables[variable].max;
    }
    int sound = read_value(at, at->columns[ATTAIN_I_OBSERVED_VALUE], "value",
                           variable, min, max, &value);
    int grouped = read_group(at, &group);
    int32_t status = sound ? read_status(at, value) : -1;
    if (!isnan(value))
        check_open(at, &row);
    if (grouped && row.unit >= 0 && row.period != ATTAIN_PERIOD_NONE &&
        variable >= 0) {
        store(at, &row, variable, group, value,
              status < 0 ? (isnan(value) ? ATTAIN_OBSERVATION_MISSING
                                         : ATTAIN_OBSERVATION_MEASURED)
                         : status);
    }
}

void attain_i_observe_row(attain_i_observed *at) {
    static const attain_i_layout_field keys[] = {
        {"unit", NULL, 0, ATTAIN_I_LAYOUT_TEXT, ATTAIN_I_LAYOUT_NEEDED},
        {"period", NULL, 0, ATTAIN_I_LAYOUT_PERIOD, ATTAIN_I_LAYOUT_NEEDED}};
    if (problems_of(at)->no_memory ||
        !attain_i_scan_split(&at->scan, at->width) ||
        !attain_i_record_fits(at->all->reader, &at->scan, at->width, keys, 2,
                              at->columns))
        return;
    if (at->is_wide)
        read_wide(at);
    else if (at->all->reader->dialect == NULL || attain_i_observe_record(at))
        read_long(at);
}
