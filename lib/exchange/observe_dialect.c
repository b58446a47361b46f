/* Observations in a dialect: its header and records are made into those of
 * the long form, and read as these are. */
#include <string.h>

#include "exchange/dialect.h"
#include "exchange/observe.h"

enum { COLUMNS = ATTAIN_I_OBSERVED_COLUMNS };

static const char *const ours[COLUMNS] = {"unit",  "period", "variable",
                                          "value", "status", "group"};

static attain_i_problems *problems_of(attain_i_observed *at) {
    return &at->all->reader->problems;
}

/* --- The header ---------------------------------------------------------- */

static void tell_missing(attain_i_observed *at, int column) {
    const attain_i_dialect *dialect = at->all->reader->dialect;
    const char *name = ours[column];
    size_t size = 0;
    const char *theirs =
        attain_i_dialect_heading(dialect, name, strlen(name), &size);
    attain_i_spot spot = attain_i_scan_line(&at->scan);
    attain_i_problem_error(
        problems_of(at), ATTAIN_ERR_MISSING, &spot,
        "the table is %s, but has no column %.*s, which is our %s: say which "
        "one it is with the option columns, %s=HEADING",
        dialect->name, (int)size, theirs, name, name);
}

/* What else the header has: a dimension that tells observations apart would
 * make them twice the same, so that whoever reads is told. */
static void look_at_others(attain_i_observed *at) {
    const attain_i_dialect *dialect = at->all->reader->dialect;
    for (size_t i = 0; i < at->width; i++) {
        const attain_i_cell *cell = &at->scan.cells[i];
        size_t length = cell->length;
        if (at->roles[i] != ATTAIN_I_ROLE_OTHER)
            continue;
        at->roles[i] = ATTAIN_I_ROLE_NOTE;
        attain_i_dialect_cut(cell->text, &length);
        if (attain_i_text_is(cell->text, length, "ACTION")) {
            at->action = (uint32_t)i + 1;
        } else if (attain_i_text_is(cell->text, length, "UNIT_MULT")) {
            at->multiplier = (uint32_t)i + 1;
        } else if (!attain_i_dialect_ignores(dialect, cell->text, length)) {
            attain_i_spot spot =
                attain_i_scan_spot(&at->scan, cell, i + 1, NULL);
            attain_i_problem_warning(
                problems_of(at), ATTAIN_ERR_UNKNOWN, &spot,
                "\"%.*s\" is not read: if it tells observations apart, give "
                "each of its codes an indicator of its own",
                (int)(length < 80 ? length : 80), cell->text);
        }
    }
}

int attain_i_observe_dialect(attain_i_observed *at) {
    int sound = 1;
    for (int i = 0; i <= ATTAIN_I_OBSERVED_VALUE; i++) {
        if (at->columns[i] == 0) {
            tell_missing(at, i);
            sound = 0;
        }
    }
    for (int i = 0; i < COLUMNS; i++) {
        if (at->columns[i] != 0) {
            const attain_i_cell *cell = &at->scan.cells[at->columns[i] - 1];
            size_t length = cell->length;
            at->labelled[i] =
                (uint8_t)attain_i_dialect_cut(cell->text, &length);
        }
    }
    look_at_others(at);
    return sound;
}

/* --- A record ------------------------------------------------------------ */

static attain_i_cell *cell_of(attain_i_observed *at, int column) {
    return at->columns[column] == 0 ? NULL
                                    : &at->scan.cells[at->columns[column] - 1];
}

static int is_one_of(const attain_i_cell *cell, const char *const *words) {
    for (size_t i = 0; words[i] != NULL; i++)
        if (attain_i_text_is(cell->text, cell->length, words[i]))
            return 1;
    return 0;
}

/* What else is written where nothing is meant. */
static void empty(attain_i_cell *cell, const char *const *words) {
    if (cell != NULL && is_one_of(cell, words))
        cell->length = 0;
}

/* 2023-A1 is 2023, and 2023-M09 is 2023-09. */
static void shorten_period(attain_i_observed *at) {
    attain_i_cell *cell = cell_of(at, ATTAIN_I_OBSERVED_PERIOD);
    if (cell->length == 7 && memcmp(cell->text + 4, "-A1", 3) == 0) {
        cell->length = 4;
    } else if (cell->length == 8 && memcmp(cell->text + 4, "-M", 2) == 0) {
        memcpy(at->dialect_period, cell->text, 5);
        memcpy(at->dialect_period + 5, cell->text + 6, 2);
        cell->text = at->dialect_period;
        cell->length = 7;
    }
}

/* Deletions are for a data base; all else brings observations. */
static int check_action(attain_i_observed *at) {
    static const char *const brings[] = {"I", "A", "M", "R", "", NULL};
    if (at->action == 0)
        return 1;
    attain_i_cell *cell = &at->scan.cells[at->action - 1];
    attain_i_dialect_cut(cell->text, &cell->length);
    if (cell->fault || is_one_of(cell, brings))
        return !cell->fault;
    attain_i_spot spot =
        attain_i_scan_spot(&at->scan, cell, at->action, "ACTION");
    attain_i_problem_error(problems_of(at), ATTAIN_ERR_VALUE, &spot,
                           "the action \"%.*s\" brings no observation: remove "
                           "the line, or write I, A, M or R",
                           (int)(cell->length < 80 ? cell->length : 80),
                           cell->text);
    return 0;
}

/* Values are read as they stand. */
static int check_multiplier(attain_i_observed *at) {
    static const char *const none[] = {"0", "", NULL};
    if (at->multiplier == 0)
        return 1;
    attain_i_cell *cell = &at->scan.cells[at->multiplier - 1];
    attain_i_dialect_cut(cell->text, &cell->length);
    if (cell->fault || is_one_of(cell, none))
        return !cell->fault;
    attain_i_spot spot =
        attain_i_scan_spot(&at->scan, cell, at->multiplier, "UNIT_MULT");
    attain_i_problem_error(problems_of(at), ATTAIN_ERR_VALUE, &spot,
                           "the value is in units of ten to the %.*s: write "
                           "the values in units, and 0 here",
                           (int)(cell->length < 80 ? cell->length : 80),
                           cell->text);
    return 0;
}

/* A record of attributes alone: it has no value, and not all keys. */
static int has_observation(attain_i_observed *at) {
    int keyed = 1;
    for (int i = 0; i < ATTAIN_I_OBSERVED_VALUE; i++)
        keyed = keyed && cell_of(at, i)->length > 0;
    return keyed || cell_of(at, ATTAIN_I_OBSERVED_VALUE)->length > 0;
}

int attain_i_observe_record(attain_i_observed *at) {
    static const char *const off[] = {"~", NULL};
    static const char *const missing[] = {"NaN", "#N/A", NULL};
    static const char *const nobody[] = {"_Z", "_T", "~", NULL};
    for (int i = 0; i < COLUMNS; i++) {
        attain_i_cell *cell = cell_of(at, i);
        if (cell != NULL && at->labelled[i])
            attain_i_dialect_cut(cell->text, &cell->length);
        if (cell != NULL && i < ATTAIN_I_OBSERVED_VALUE)
            empty(cell, off);
    }
    empty(cell_of(at, ATTAIN_I_OBSERVED_VALUE), missing);
    empty(cell_of(at, ATTAIN_I_OBSERVED_GROUP), nobody);
    shorten_period(at);
    return check_action(at) && check_multiplier(at) && has_observation(at);
}
