#include <math.h>
#include <string.h>

#include "exchange/observe.h"

enum {
    UNIT = ATTAIN_I_OBSERVED_UNIT,
    PERIOD = ATTAIN_I_OBSERVED_PERIOD,
    VARIABLE = ATTAIN_I_OBSERVED_VARIABLE,
    VALUE = ATTAIN_I_OBSERVED_VALUE,
    STATUS = ATTAIN_I_OBSERVED_STATUS,
    GROUP = ATTAIN_I_OBSERVED_GROUP,
    COLUMNS = ATTAIN_I_OBSERVED_COLUMNS
};

static const attain_i_layout_field fields[COLUMNS] = {
    {"unit", NULL, 0, ATTAIN_I_LAYOUT_TEXT, ATTAIN_I_LAYOUT_NEEDED},
    {"period", NULL, 0, ATTAIN_I_LAYOUT_PERIOD, ATTAIN_I_LAYOUT_NEEDED},
    {"variable", NULL, 0, ATTAIN_I_LAYOUT_TEXT, 0},
    {"value", NULL, 0, ATTAIN_I_LAYOUT_NUMBER, 0},
    {"status", NULL, 0, ATTAIN_I_LAYOUT_WORD, 0},
    {"group", NULL, 0, ATTAIN_I_LAYOUT_TEXT, 0},
};

/* --- Variables ------------------------------------------------------------ */

static int32_t tell_unlisted(attain_i_observed *at, const attain_i_cell *cell,
                             const attain_i_spot *spot) {
    attain_i_observing *all = at->all;
    char nearest[ATTAIN_I_NEAREST] = "";
    if (!all->variables_known)
        return -1;
    if (at->data->variable_count > 0) {
        attain_i_reader_nearest(
            all->reader, cell->text, cell->length, &at->data->variables[0].id,
            at->data->variable_count, sizeof(at->data->variables[0]), nearest);
    }
    attain_i_problem_error(
        &all->reader->problems, ATTAIN_ERR_UNKNOWN, spot,
        "the variable \"%.*s\" is not listed in variables.csv%s%s",
        (int)(cell->length < 80 ? cell->length : 80), cell->text, nearest,
        nearest[0] == '\0' ? ": add it there, or correct it" : "");
    return -1;
}

/* A variable that nobody has listed: it is entered. */
static int32_t enter(attain_i_observed *at, const attain_i_cell *cell,
                     const attain_i_spot *spot) {
    attain_i_observing *all = at->all;
    attain_i_problems *problems = &all->reader->problems;
    const char *fault = attain_i_id_fault(cell->text, cell->length);
    if (fault != NULL) {
        attain_i_problem_error(problems, ATTAIN_ERR_TEXT, spot,
                               "\"%.*s\" cannot be a variable: %s",
                               (int)(cell->length < 80 ? cell->length : 80),
                               cell->text, fault);
        return -1;
    }
    const attain_i_near_entry *entry =
        attain_i_near_find(&all->near, cell->text, cell->length);
    if (entry != NULL) {
        attain_i_problem_warning(
            problems, ATTAIN_ERR_DUPLICATE, spot,
            "the variable \"%.*s\" differs from the one in %s, line %lld, "
            "only by case, spaces or width: are they the same?",
            (int)cell->length, cell->text, entry->table,
            (long long)entry->line);
    }
    int32_t number =
        attain_i_names_enter(&all->variables, cell->text, cell->length);
    if (number < 0 ||
        !attain_i_near_add(&all->near, cell->text, cell->length,
                           problems->files[at->scan.file_index], cell->line)) {
        problems->no_memory = 1;
        return -1;
    }
    return number;
}

int32_t attain_i_observe_variable(attain_i_observed *at,
                                  const attain_i_cell *cell, size_t column) {
    attain_i_observing *all = at->all;
    int32_t number = attain_i_names_find(
        &all->variables, &at->data->variable_ids, cell->text, cell->length);
    if (number >= 0)
        return number;
    attain_i_spot spot =
        attain_i_scan_spot(&at->scan, cell, column, "variable");
    return at->data->variables_listed != 0 ? tell_unlisted(at, cell, &spot)
                                           : enter(at, cell, &spot);
}

/* --- The form of the table ------------------------------------------------ */

static void tell_form(attain_i_observed *at, uint32_t column,
                      const char *message) {
    attain_i_spot spot = attain_i_scan_spot(
        &at->scan, &at->scan.cells[column - 1], column, NULL);
    attain_i_problem_add(&at->all->reader->problems, 0, ATTAIN_ERR_VALUE, &spot,
                         message);
}

/* Columns that belong to the long form, in a table that is not. */
static int check_wide(attain_i_observed *at) {
    static const char half[] =
        "the long form has both the columns variable and value, and this "
        "table only one: add the other, or rename this one";
    static const char alone[] =
        "this column is for the long form, which has the columns variable and "
        "value: name it note_... if it is a remark";
    int sound = 1;
    for (int i = VARIABLE; i < COLUMNS; i++) {
        if (at->columns[i] != 0) {
            tell_form(at, at->columns[i], i <= VALUE ? half : alone);
            sound = sound && i > VALUE;
        }
    }
    return sound;
}

static int add_wide(attain_i_observed *at, uint32_t column, int32_t variable) {
    void *wide = at->wide;
    int room =
        attain_i_grow(&at->all->reader->allocator, &wide, &at->wide_capacity,
                      at->wide_count + 1, sizeof(*at->wide));
    at->wide = wide;
    if (!room) {
        at->all->reader->problems.no_memory = 1;
        return 0;
    }
    attain_i_wide_column made = {(double)NAN, (double)NAN, variable, column};
    if ((size_t)variable < at->data->variable_count) {
        made.min = at->data->variables[variable].min;
        made.max = at->data->variables[variable].max;
    }
    at->ranged |= made.min == made.min || made.max == made.max;
    at->wide[at->wide_count++] = made;
    return 1;
}

/* Makes a wide column of every column that names a variable. */
static int list_wide(attain_i_observed *at) {
    for (size_t i = 0; i < at->width; i++) {
        if (at->roles[i] != ATTAIN_I_ROLE_OTHER)
            continue;
        attain_i_cell cell = at->scan.cells[i];
        attain_i_reader_alias(at->all->reader, &cell.text, &cell.length);
        int32_t variable = attain_i_observe_variable(at, &cell, i + 1);
        if (variable < 0) {
            at->roles[i] = ATTAIN_I_ROLE_NOTE;
            continue;
        }
        at->roles[i] = ATTAIN_I_OBSERVED_WIDE + (int32_t)at->wide_count;
        if (!add_wide(at, (uint32_t)i + 1, variable))
            return 0;
    }
    return 1;
}

/* Columns that are neither known nor, in the long form, variables. */
static void tell_others(attain_i_observed *at) {
    for (size_t i = 0; i < at->width; i++) {
        if (at->roles[i] != ATTAIN_I_ROLE_OTHER)
            continue;
        const attain_i_cell *cell = &at->scan.cells[i];
        char nearest[ATTAIN_I_NEAREST];
        attain_i_reader_nearest(at->all->reader, cell->text, cell->length,
                                &fields[0].name, COLUMNS, sizeof(fields[0]),
                                nearest);
        attain_i_spot spot = attain_i_scan_spot(&at->scan, cell, i + 1, NULL);
        attain_i_problem_error(
            &at->all->reader->problems, ATTAIN_ERR_UNKNOWN, &spot,
            "\"%.*s\" is not a column of this table%s%s; begin its name with "
            "\"note\" if it is a remark",
            (int)(cell->length < 80 ? cell->length : 80), cell->text, nearest,
            nearest[0] == '\0'
                ? ": it has unit, period, variable, value, status, group"
                : "");
        at->roles[i] = ATTAIN_I_ROLE_NOTE;
    }
}

/* Whether a row of the long form may be out of range. */
static void look_for_ranges(attain_i_observed *at) {
    for (size_t i = 0; i < at->data->variable_count && !at->ranged; i++) {
        const attain_variable *variable = &at->data->variables[i];
        at->ranged = !isnan(variable->min) || !isnan(variable->max);
    }
}

int attain_i_observe_header(attain_i_observed *at) {
    int32_t *roles = NULL;
    int read = attain_i_header_read(at->all->reader, &at->scan, fields, COLUMNS,
                                    at->columns, &roles);
    at->roles = roles;
    at->width = roles != NULL ? at->scan.stored : 0;
    if (read && at->all->reader->dialect != NULL) {
        look_for_ranges(at);
        return attain_i_observe_dialect(at);
    }
    if (!read || at->columns[UNIT] == 0 || at->columns[PERIOD] == 0)
        return 0;
    at->is_wide = at->columns[VARIABLE] == 0 || at->columns[VALUE] == 0;
    if (!at->is_wide) {
        tell_others(at);
        look_for_ranges(at);
        return 1;
    }
    return check_wide(at) && list_wide(at);
}
