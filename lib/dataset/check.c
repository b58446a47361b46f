/* Checking a dataset as a whole. Chains of parents may be as long as the
 * dataset, so nothing here calls itself. */
#include <math.h>
#include <string.h>

#include "dataset/model.h"
#include "dataset/row.h"

/* Looking for the nearest id takes time; a dataset with very many unknown ids
 * gets suggestions for the first of them. */
enum { SUGGESTION_WORDS = 20000, RING_SHOWN = 8, RING_TEXT = 360 };

typedef struct check {
    const attain_dataset *data;
    attain_i_reporter *reporter;
    int32_t *parents; /* −1: none, or not there */
    int32_t *child;   /* first child; −1: none */
    int32_t *next;    /* next child of the same parent; −1: none */
    int32_t *marks;   /* scratch */
    int32_t *nearest; /* of words: the unit of that level on the way down */
    const char **ids; /* room for the ids of any table and a NULL */
    size_t ids_room;
    size_t words_left; /* ids that suggestions may still look at */
} check;

/* --- Parents ------------------------------------------------------------ */

static int32_t find_parent(const attain_dataset *data, size_t unit) {
    const char *parent = data->units[unit].parent;
    return parent != NULL
               ? attain_i_map_find(&data->unit_ids, parent, strlen(parent))
               : -1;
}

void attain_i_dataset_parents(const attain_dataset *data, int32_t *parents) {
    for (size_t u = 0; u < data->unit_count; u++)
        parents[u] = find_parent(data, u);
}

static const char *suggest(check *of, int32_t table, const char *id) {
    const attain_dataset *data = of->data;
    size_t count = attain_dataset_count(data, table);
    if (count > of->words_left)
        return NULL;
    of->words_left -= count;
    for (size_t i = 0; i < count; i++) {
        of->ids[i] = table == ATTAIN_DATASET_UNITS ? data->units[i].id
                                                   : data->variables[i].id;
    }
    of->ids[count] = NULL;
    return attain_i_nearest(id, strlen(id), of->ids);
}

static void report_unknown(check *of, const char *table, size_t row,
                           const char *field, const char *id, int32_t ids_of,
                           const char *owner) {
    const char *nearest = suggest(of, ids_of, id);
    attain_i_report_error(
        of->reporter, ATTAIN_ERR_UNKNOWN, table, (int64_t)row, field,
        "%s \"%s\" of \"%s\" is no %s of the dataset%s%s%s", field, id, owner,
        ids_of == ATTAIN_DATASET_UNITS ? "unit" : "variable",
        nearest != NULL ? "; did you mean \"" : "",
        nearest != NULL ? nearest : "", nearest != NULL ? "\"?" : "");
}

static void check_parents(check *of) {
    const attain_dataset *data = of->data;
    attain_i_dataset_parents(data, of->parents);
    for (size_t u = 0; u < data->unit_count; u++) {
        if (of->parents[u] < 0 && data->units[u].parent != NULL) {
            report_unknown(of, "units", u, "parent", data->units[u].parent,
                           ATTAIN_DATASET_UNITS, data->units[u].id);
        }
    }
    /* From the last to the first, so that children stand in row order. */
    for (size_t u = data->unit_count; u > 0; u--) {
        int32_t parent = of->parents[u - 1];
        if (parent >= 0) {
            of->next[u - 1] = of->child[parent];
            of->child[parent] = (int32_t)(u - 1);
        }
    }
}

/* --- Rings -------------------------------------------------------------- */

/* Names the ring from its first row on. */
static void report_ring(check *of, int32_t member) {
    const attain_i_unit *units = of->data->units;
    char text[RING_TEXT];
    size_t total = 0, shown = 0, length = 0;
    int32_t first = member, u = member;
    do {
        first = u < first ? u : first;
        total++;
        u = of->parents[u];
    } while (u != member);
    for (u = first; shown < total && shown < RING_SHOWN; shown++) {
        length += attain_i_format(text + length, sizeof(text) - length,
                                  "\"%.36s\" -> ", units[u].id);
        u = of->parents[u];
    }
    if (shown < total) {
        attain_i_format(text + length, sizeof(text) - length,
                        "... (%zu in all)", total);
    } else {
        attain_i_format(text + length, sizeof(text) - length, "\"%.36s\"",
                        units[first].id);
    }
    attain_i_report_error(of->reporter, ATTAIN_ERR_CYCLE, "units", first,
                          "parent",
                          "units are each other's parents in a ring: %s; give "
                          "one of them another parent",
                          text);
}

/* Walks up from every unit that has a parent, marking the way; a walk that
 * meets its own mark has found a ring. */
static void check_rings(check *of) {
    for (size_t start = 0; start < of->data->unit_count; start++) {
        int32_t walk = (int32_t)start + 1;
        int32_t u = of->parents[start] < 0 ? -1 : (int32_t)start;
        while (u >= 0 && of->marks[u] == 0) {
            of->marks[u] = walk;
            u = of->parents[u];
        }
        if (u >= 0 && of->marks[u] == walk)
            report_ring(of, u);
    }
}

/* --- Levels ------------------------------------------------------------- */

/* Enters a unit on the way down: marks[] keeps what nearest[] was above it. */
static void enter(check *of, int32_t unit) {
    const attain_i_unit *units = of->data->units;
    int32_t level = units[unit].level;
    int32_t above = of->nearest[level];
    if (above >= 0) {
        attain_i_report_error(
            of->reporter, ATTAIN_ERR_VALUE, "units", unit, "level",
            "unit \"%s\" lies below \"%s\", which has the "
            "same level \"%s\"; give one of them another "
            "level, for it would be counted twice",
            units[unit].id, units[above].id, of->data->words[level]);
    }
    of->marks[unit] = above;
    of->nearest[level] = unit;
}

static void leave(check *of, int32_t unit) {
    of->nearest[of->data->units[unit].level] = of->marks[unit];
}

/* Rulings A27, along the forest from each root that has units below it. */
static void check_levels(check *of) {
    for (size_t root = 0; root < of->data->unit_count; root++) {
        int32_t unit = (int32_t)root;
        if (of->parents[root] >= 0 || of->child[root] < 0)
            continue;
        enter(of, unit);
        while (unit >= 0) {
            if (of->child[unit] >= 0) {
                int32_t down = of->child[unit];
                of->child[unit] = of->next[down];
                unit = down;
                enter(of, unit);
            } else {
                leave(of, unit);
                unit = of->parents[unit];
            }
        }
    }
}

/* --- Points ------------------------------------------------------------- */

static void check_attached(check *of) {
    const attain_dataset *data = of->data;
    for (size_t u = 0; data->attached_count > 0 && u < data->unit_count; u++) {
        int32_t main_school = attain_i_dataset_main(data, u);
        if (data->units[u].attached == NULL)
            continue;
        if (main_school < 0) {
            report_unknown(of, "units", u, "attached_to",
                           data->units[u].attached, ATTAIN_DATASET_UNITS,
                           data->units[u].id);
        } else {
            attain_i_check_attached(data, u, main_school, of->reporter);
        }
    }
    attain_i_check_additive(data, of->reporter);
}

/* --- Stages and columns ------------------------------------------------- */

static void check_stages(check *of) {
    const attain_dataset *data = of->data;
    for (size_t s = 0; s < data->stage_count; s++) {
        const attain_stage *stage = &data->stages[s];
        if (attain_i_map_find(&data->variable_ids, stage->enrolment,
                              strlen(stage->enrolment)) < 0) {
            report_unknown(of, "stages", s, "enrolment", stage->enrolment,
                           ATTAIN_DATASET_VARIABLES, stage->stage);
        }
    }
}

static void check_unit_period(check *of, size_t unit, const char *field,
                              int32_t period, int32_t *frequency) {
    attain_i_data_row at = {"units", "unit", of->data->units[unit].id,
                            (int64_t)unit, of->reporter};
    if (period != ATTAIN_PERIOD_NONE) {
        attain_i_data_check_period(&at, field, period, *frequency);
        if (*frequency == ATTAIN_FREQUENCY_NONE)
            *frequency = attain_period_frequency(period);
    }
}

static void check_frequency(check *of) {
    const attain_dataset *data = of->data;
    int32_t frequency = data->frequency;
    for (size_t i = 0; i < data->columns.count; i++) {
        const attain_i_column *column = &data->columns.columns[i];
        attain_i_data_row at = {"observations", "variable",
                                data->variables[column->variable].id, -1,
                                of->reporter};
        attain_i_data_check_period(&at, "period", column->period, frequency);
        if (frequency == ATTAIN_FREQUENCY_NONE)
            frequency = attain_period_frequency(column->period);
    }
    for (size_t u = 0; u < data->unit_count; u++) {
        check_unit_period(of, u, "opened", data->units[u].opened, &frequency);
        check_unit_period(of, u, "closed", data->units[u].closed, &frequency);
    }
}

static void report_both(check *of, const attain_i_column *grouped,
                        const attain_i_column *plain, size_t unit) {
    const attain_dataset *data = of->data;
    const char *files[2];
    int64_t lines[2];
    char text[ATTAIN_I_DATA_TEXT];
    attain_i_dataset_place(data, grouped->places->of_unit[unit], &files[0],
                           &lines[0]);
    attain_i_dataset_place(data, plain->places->of_unit[unit], &files[1],
                           &lines[1]);
    attain_i_report_error(
        of->reporter, ATTAIN_ERR_VALUE, "observations", (int64_t)unit, "group",
        "unit \"%s\" has \"%s\" in %s both for the evaluator group \"%s\" "
        "(%s:%lld) and for none (%s:%lld); keep one of the two ways",
        data->units[unit].id, data->variables[grouped->variable].id,
        attain_i_data_period(grouped->period, text),
        data->groups[grouped->group], files[0] != NULL ? files[0] : "no file",
        (long long)lines[0], files[1] != NULL ? files[1] : "no file",
        (long long)lines[1]);
}

/* Rulings A47: with and without an evaluator group. */
static void check_groups(check *of) {
    const attain_dataset *data = of->data;
    for (size_t i = 0; i < data->columns.count; i++) {
        const attain_i_column *grouped = &data->columns.columns[i];
        const attain_i_column *plain;
        if (grouped->group == ATTAIN_GROUP_NONE)
            continue;
        plain = attain_i_dataset_find_column(
            data, grouped->variable, grouped->period, ATTAIN_GROUP_NONE);
        for (size_t u = 0; plain != NULL && u < data->unit_count; u++)
            if (!isnan(grouped->values[u]) && !isnan(plain->values[u]))
                report_both(of, grouped, plain, u);
    }
}

/* --- The whole ---------------------------------------------------------- */

static int32_t *numbers(const attain_dataset *data, size_t count,
                        int32_t value) {
    int32_t *array = attain_i_allocate(&data->allocator, count, sizeof(*array));
    for (size_t i = 0; array != NULL && i < count; i++)
        array[i] = value;
    return array;
}

static int prepare(check *of, const attain_dataset *data,
                   attain_i_reporter *reporter) {
    size_t units = data->unit_count, variables = data->variable_count;
    memset(of, 0, sizeof(*of));
    of->data = data;
    of->reporter = reporter;
    of->words_left = SUGGESTION_WORDS;
    of->ids_room = (units > variables ? units : variables) + 1;
    of->parents = numbers(data, units, -1);
    of->child = numbers(data, units, -1);
    of->next = numbers(data, units, -1);
    of->marks = numbers(data, units, 0);
    of->nearest = numbers(data, data->word_count, -1);
    of->ids = attain_i_allocate(&data->allocator, of->ids_room, sizeof(char *));
    return of->parents != NULL && of->child != NULL && of->next != NULL &&
           of->marks != NULL && of->nearest != NULL && of->ids != NULL;
}

static void release(check *of) {
    const attain_allocator *memory = &of->data->allocator;
    size_t units = of->data->unit_count;
    attain_i_release(memory, of->parents, units, sizeof(int32_t));
    attain_i_release(memory, of->child, units, sizeof(int32_t));
    attain_i_release(memory, of->next, units, sizeof(int32_t));
    attain_i_release(memory, of->marks, units, sizeof(int32_t));
    attain_i_release(memory, of->nearest, of->data->word_count,
                     sizeof(int32_t));
    attain_i_release(memory, of->ids, of->ids_room, sizeof(char *));
}

attain_status attain_i_dataset_check(const attain_dataset *data,
                                     attain_i_reporter *reporter) {
    check of;
    int ready = prepare(&of, data, reporter);
    if (ready) {
        check_parents(&of);
        check_rings(&of);
        check_levels(&of);
        check_attached(&of);
        check_stages(&of);
        check_frequency(&of);
        check_groups(&of);
    }
    release(&of);
    return ready ? ATTAIN_OK : ATTAIN_ERR_MEMORY;
}

attain_status attain_dataset_check(const attain_dataset *data,
                                   attain_error *err) {
    attain_i_reporter reporter;
    if (data == NULL)
        return attain_i_fail_null(err, "data");
    attain_i_first_error(&reporter, err);
    if (attain_i_dataset_check(data, &reporter) != ATTAIN_OK)
        return attain_i_fail_memory(err);
    return attain_i_first_error_status(&reporter);
}
