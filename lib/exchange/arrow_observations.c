/* Observations as a record batch: the long form of the tables. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "attain/arrow.h"
#include "attain/exchange.h"
#include "base/error.h"
#include "dataset/model.h"
#include "exchange/arrow.h"

enum { UNIT, PERIOD, VARIABLE, VALUE, STATUS, GROUP, COLUMNS };

typedef struct observations {
    const attain_dataset *data;
    attain_i_held *held;
    const attain_i_column **sorted; /* columns of the dataset, in order */
    size_t rows;
    int32_t *units, *periods, *variables, *groups;
    double *values;
    uint8_t *statuses;
    uint8_t *grouped; /* bits of rows with a group */
    size_t ungrouped;
    int32_t *period_list; /* the periods that there are, ascending */
    size_t period_count;
    char text[16]; /* of the period asked for last */
    attain_i_texts texts[COLUMNS];
    attain_i_arrow_column columns[COLUMNS];
} observations;

static int by_keys(const void *a, const void *b) {
    const attain_i_column *x = *(const attain_i_column *const *)a;
    const attain_i_column *y = *(const attain_i_column *const *)b;
    return x->variable != y->variable ? (x->variable > y->variable ? 1 : -1)
           : x->period != y->period   ? (x->period > y->period ? 1 : -1)
           : x->group != y->group     ? (x->group > y->group ? 1 : -1)
                                      : 0;
}

static int by_value(const void *a, const void *b) {
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* The columns in order, their periods, and the number of observations. */
static attain_status survey(observations *o) {
    const attain_i_columns *store = &o->data->columns;
    o->sorted = attain_i_held_bytes(o->held, store->count, sizeof *o->sorted);
    o->period_list =
        attain_i_held_bytes(o->held, store->count, sizeof *o->period_list);
    if (o->sorted == NULL || o->period_list == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t c = 0; c < store->count; c++) {
        const attain_i_column *column = &store->columns[c];
        o->sorted[c] = column;
        o->period_list[c] = column->period;
        for (size_t u = 0; u < store->unit_count; u++)
            o->rows += column->places->of_unit[u] != ATTAIN_I_PLACE_NONE;
    }
    qsort(o->sorted, store->count, sizeof *o->sorted, by_keys);
    qsort(o->period_list, store->count, sizeof *o->period_list, by_value);
    for (size_t i = 0; i < store->count; i++)
        if (i == 0 || o->period_list[i] != o->period_list[i - 1])
            o->period_list[o->period_count++] = o->period_list[i];
    return ATTAIN_OK;
}

static int32_t period_index(const observations *o, int32_t period) {
    const int32_t *at = bsearch(&period, o->period_list, o->period_count,
                                sizeof *o->period_list, by_value);
    return (int32_t)(at - o->period_list);
}

static attain_status make_room(observations *o) {
    o->units = attain_i_held_bytes(o->held, o->rows, sizeof *o->units);
    o->periods = attain_i_held_bytes(o->held, o->rows, sizeof *o->periods);
    o->variables = attain_i_held_bytes(o->held, o->rows, sizeof *o->variables);
    o->groups = attain_i_held_bytes(o->held, o->rows, sizeof *o->groups);
    o->values = attain_i_held_bytes(o->held, o->rows, sizeof *o->values);
    o->statuses = attain_i_held_bytes(o->held, o->rows, 1);
    o->grouped = attain_i_held_bytes(o->held, o->rows / 8 + 1, 1);
    if (o->units == NULL || o->periods == NULL || o->variables == NULL ||
        o->groups == NULL || o->values == NULL || o->statuses == NULL ||
        o->grouped == NULL)
        return ATTAIN_ERR_MEMORY;
    memset(o->grouped, 0, o->rows / 8 + 1);
    return ATTAIN_OK;
}

static uint8_t status_of(const attain_i_column *column, size_t unit) {
    return isnan(column->values[unit]) ? ATTAIN_OBSERVATION_MISSING
           : column->statuses == NULL  ? ATTAIN_OBSERVATION_MEASURED
                                       : column->statuses[unit];
}

static void fill(observations *o) {
    size_t row = 0;
    for (size_t c = 0; c < o->data->columns.count; c++) {
        const attain_i_column *column = o->sorted[c];
        int32_t period = period_index(o, column->period);
        for (size_t u = 0; u < o->data->columns.unit_count; u++) {
            if (column->places->of_unit[u] == ATTAIN_I_PLACE_NONE)
                continue;
            o->units[row] = (int32_t)u;
            o->periods[row] = period;
            o->variables[row] = column->variable;
            o->values[row] = column->values[u];
            o->statuses[row] = status_of(column, u);
            o->groups[row] = column->group < 0 ? 0 : column->group;
            if (column->group < 0) {
                o->ungrouped++;
            } else {
                o->grouped[row / 8] =
                    (uint8_t)(o->grouped[row / 8] | 1u << row % 8);
            }
            row++;
        }
    }
}

static const char *unit_id(const void *from, size_t i) {
    return ((const observations *)from)->data->units[i].id;
}

static const char *variable_id(const void *from, size_t i) {
    return ((const observations *)from)->data->variables[i].id;
}

static const char *group_id(const void *from, size_t i) {
    return ((const observations *)from)->data->groups[i];
}

static const char *status_word(const void *from, size_t i) {
    (void)from;
    return attain_word(ATTAIN_VOCABULARY_OBSERVATION_STATUS, (int32_t)i);
}

static const char *period_text(const void *from, size_t i) {
    observations *o = (observations *)from; /* made as no const */
    size_t length;
    attain_period_format(o->period_list[i], o->text, sizeof o->text, &length,
                         NULL);
    return o->text;
}

static attain_status set_columns(observations *o) {
    const attain_dataset *data = o->data;
    const struct {
        const char *name, *format;
        const void *values;
        size_t count;
        const char *(*text)(const void *, size_t);
    } all[COLUMNS] = {
        {"unit", "i", o->units, data->unit_count, unit_id},
        {"period", "i", o->periods, o->period_count, period_text},
        {"variable", "i", o->variables, data->variable_count, variable_id},
        {"value", "g", o->values, 0, NULL},
        {"status", "C", o->statuses, ATTAIN_OBSERVATION_MISSING + 1,
         status_word},
        {"group", "i", o->groups, data->group_count, group_id},
    };
    attain_status status = ATTAIN_OK;
    for (int c = 0; c < COLUMNS && status == ATTAIN_OK; c++) {
        attain_i_arrow_column *column = &o->columns[c];
        column->name = all[c].name;
        column->format = all[c].format;
        column->values = all[c].values;
        column->nullable = c == VALUE || c == GROUP;
        if (all[c].text != NULL) {
            column->dictionary = &o->texts[c];
            status = attain_i_texts_gather(o->held, all[c].count, all[c].text,
                                           o, &o->texts[c]);
        }
    }
    o->columns[GROUP].valid = o->grouped;
    o->columns[GROUP].null_count = (int64_t)o->ungrouped;
    if (status == ATTAIN_OK &&
        !attain_i_arrow_valid(o->held, o->values, o->rows, &o->columns[VALUE]))
        status = ATTAIN_ERR_MEMORY;
    return status;
}

attain_status attain_dataset_export_arrow(const attain_dataset *data,
                                          struct ArrowSchema *schema,
                                          struct ArrowArray *array,
                                          attain_error *err) {
    if (data == NULL)
        return attain_i_fail_null(err, "data");
    observations o;
    memset(&o, 0, sizeof o);
    o.data = data;
    o.held = attain_i_held_create();
    if (o.held == NULL)
        return attain_i_fail_memory(err);
    attain_status status = survey(&o);
    if (status == ATTAIN_OK)
        status = make_room(&o);
    if (status == ATTAIN_OK) {
        fill(&o);
        status = set_columns(&o);
    }
    return attain_i_arrow_finish(o.held, status, o.columns, COLUMNS, o.rows,
                                 schema, array, err);
}
