/* Observations of a record batch into a dataset: each column becomes a column
 * of numbers (rows of units, periods, …), and the dataset takes them all or
 * none. */
#include <math.h>
#include <string.h>

#include "attain/arrow.h"
#include "attain/exchange.h"
#include "base/error.h"
#include "dataset/model.h"
#include "exchange/arrow_column.h"
#include "exchange/observe.h"

enum { UNIT, PERIOD, VARIABLE, VALUE, STATUS, GROUP, ROLES };

static const char *const role_names[ROLES] = {"unit",  "period", "variable",
                                              "value", "status", "group"};

typedef struct importing {
    attain_dataset *data;
    const struct ArrowSchema *schema;
    const struct ArrowArray *batch;
    attain_error *err;
    size_t rows;
    int64_t roles[ROLES]; /* child, or −1 */
    int32_t *numbers[ROLES];
    double *values; /* NULL: read where they are */
    size_t room;    /* elements of each */
} importing;

/* Looks a text of a role up. */
typedef attain_status look_up(importing *all, const char *text, size_t length,
                              int64_t row, int32_t *out);

/* --- Looking up ----------------------------------------------------------- */

static attain_status find_unit(importing *all, const char *text, size_t length,
                               int64_t row, int32_t *out) {
    *out = attain_i_map_find(&all->data->unit_ids, text, length);
    if (*out < 0) {
        char shown[80];
        attain_i_show(shown, sizeof shown, text, length);
        return attain_i_fail(all->err, ATTAIN_ERR_UNKNOWN, "unit", row,
                             "there is no unit \"%s\"; add the units first",
                             shown);
    }
    return ATTAIN_OK;
}

static attain_status find_period(importing *all, const char *text,
                                 size_t length, int64_t row, int32_t *out) {
    attain_status status = attain_period_parse(text, length, out, all->err);
    if (status != ATTAIN_OK && all->err != NULL)
        all->err->row = row;
    return status;
}

/* A NUL-terminated copy of an id; ids are short. */
static attain_status copy_id(importing *all, const char *field,
                             const char *text, size_t length, int64_t row,
                             char out[256]) {
    const char *fault = attain_i_id_fault(text, length);
    if (fault != NULL) {
        return attain_i_fail(all->err, ATTAIN_ERR_TEXT, field, row, "%s",
                             fault);
    }
    memcpy(out, text, length);
    out[length] = '\0';
    return ATTAIN_OK;
}

static attain_status find_variable(importing *all, const char *text,
                                   size_t length, int64_t row, int32_t *out) {
    char id[256];
    *out = attain_i_map_find(&all->data->variable_ids, text, length);
    if (*out >= 0)
        return ATTAIN_OK;
    attain_status status = copy_id(all, "variable", text, length, row, id);
    if (status == ATTAIN_OK && all->data->variables_listed) {
        return attain_i_fail(all->err, ATTAIN_ERR_UNKNOWN, "variable", row,
                             "the table of variables has no \"%s\"", id);
    }
    if (status == ATTAIN_OK) {
        attain_variable variable;
        attain_variable_init(&variable);
        variable.id = id;
        status = attain_dataset_add_variables(all->data, &variable, 1, out,
                                              all->err);
    }
    return status;
}

static attain_status find_group(importing *all, const char *text, size_t length,
                                int64_t row, int32_t *out) {
    char id[256];
    if (length == 0) {
        *out = ATTAIN_GROUP_NONE;
        return ATTAIN_OK;
    }
    attain_status status = copy_id(all, "group", text, length, row, id);
    return status == ATTAIN_OK
               ? attain_dataset_add_group(all->data, id, out, all->err)
               : status;
}

static attain_status find_status(importing *all, const char *text,
                                 size_t length, int64_t row, int32_t *out) {
    if (length == 0) {
        *out = ATTAIN_OBSERVATION_MEASURED;
        return ATTAIN_OK;
    }
    *out = attain_word_find(ATTAIN_VOCABULARY_OBSERVATION_STATUS, text, length);
    if (*out < 0) {
        char shown[80];
        attain_i_show(shown, sizeof shown, text, length);
        return attain_i_fail(all->err, ATTAIN_ERR_VALUE, "status", row,
                             "\"%s\" is no status of an observation", shown);
    }
    return ATTAIN_OK;
}

/* What a role is, and what a null there stands for; NONE: there may be none. */
enum { NO_NULL = INT32_MIN };

static const struct {
    look_up *find;
    int32_t null;
} role_of[ROLES] = {
    {find_unit, NO_NULL},
    {find_period, NO_NULL},
    {find_variable, NO_NULL},
    {NULL, NO_NULL},
    {find_status, ATTAIN_OBSERVATION_MEASURED},
    {find_group, ATTAIN_GROUP_NONE},
};

/* --- Columns of texts ----------------------------------------------------- */

static attain_status fail_null(importing *all, int role, int64_t row) {
    return attain_i_fail(all->err, ATTAIN_ERR_MISSING, role_names[role], row,
                         "the %s is null", role_names[role]);
}

/* The number of a text, a null, or a year as an integer. */
static attain_status take_one(importing *all, int role,
                              const attain_i_arrow_reader *column, int64_t i,
                              int64_t row, int32_t *out) {
    size_t length;
    if (attain_i_arrow_is_null(column, i)) {
        *out = role_of[role].null;
        return *out == NO_NULL ? fail_null(all, role, row) : ATTAIN_OK;
    }
    if (column->kind == ATTAIN_I_ARROW_TEXT) {
        const char *text = attain_i_arrow_text(column, i, &length);
        return role_of[role].find(all, text, length, row, out);
    }
    int64_t year = attain_i_arrow_integer(column, i);
    *out = year >= 1 && year <= 9999 ? (int32_t)year : ATTAIN_PERIOD_NONE;
    return *out == ATTAIN_PERIOD_NONE
               ? attain_i_fail(all->err, ATTAIN_ERR_PERIOD, "period", row,
                               "%lld is no year", (long long)year)
               : ATTAIN_OK;
}

static attain_status check_kind(importing *all, int role,
                                const attain_i_arrow_reader *column) {
    if (column->kind == ATTAIN_I_ARROW_TEXT ||
        column->kind == ATTAIN_I_ARROW_NULLS ||
        (role == PERIOD && column->kind == ATTAIN_I_ARROW_INTEGER))
        return ATTAIN_OK;
    return attain_i_fail(all->err, ATTAIN_ERR_ARGUMENT, role_names[role], -1,
                         "the column %s has the type \"%s\", which is not "
                         "read; give text",
                         role_names[role], column->format);
}

/* As take_one(), but a text like the one before is not looked up again. */
static attain_status take_plain(importing *all, int role,
                                const attain_i_arrow_reader *column,
                                int32_t *out) {
    const char *before = NULL;
    size_t before_length = 0, length = 0;
    attain_status status = ATTAIN_OK;
    for (size_t i = 0; i < all->rows && status == ATTAIN_OK; i++) {
        int64_t at = (int64_t)i;
        const char *text = column->kind == ATTAIN_I_ARROW_TEXT &&
                                   !attain_i_arrow_is_null(column, at)
                               ? attain_i_arrow_text(column, at, &length)
                               : NULL;
        if (text != NULL && before != NULL && length == before_length &&
            memcmp(text, before, length) == 0) {
            out[i] = out[i - 1];
            continue;
        }
        status = take_one(all, role, column, at, at, &out[i]);
        before = text;
        before_length = length;
    }
    return status;
}

enum { NOT_YET = INT32_MIN + 1 };

/* Entries of a dictionary are looked up once, when a row has them. */
static attain_status take_coded(importing *all, int role,
                                const attain_i_arrow_reader *column,
                                const attain_i_arrow_reader *dictionary,
                                int32_t *known, int32_t *out) {
    attain_status status = ATTAIN_OK;
    for (int64_t k = 0; k < dictionary->length; k++)
        known[k] = NOT_YET;
    for (size_t i = 0; i < all->rows && status == ATTAIN_OK; i++) {
        int64_t at = (int64_t)i;
        if (attain_i_arrow_is_null(column, at)) {
            out[i] = role_of[role].null;
            status = out[i] == NO_NULL ? fail_null(all, role, at) : ATTAIN_OK;
            continue;
        }
        int64_t code = attain_i_arrow_integer(column, at);
        if (code < 0 || code >= dictionary->length) {
            return attain_i_fail(
                all->err, ATTAIN_ERR_ARGUMENT, role_names[role], at,
                "%lld is no index of the dictionary", (long long)code);
        }
        if (known[code] == NOT_YET)
            status = take_one(all, role, dictionary, code, at, &known[code]);
        out[i] = known[code];
    }
    return status;
}

static attain_status take_column(importing *all, int role, int32_t *out) {
    const struct ArrowSchema *schema = all->schema->children[all->roles[role]];
    attain_i_arrow_reader column, dictionary;
    attain_status status;
    attain_status opened =
        attain_i_arrow_open(schema, all->batch->children[all->roles[role]],
                            all->batch, &column, all->err);
    if (opened != ATTAIN_OK)
        return opened;
    if (!attain_i_arrow_dictionary(schema, &column, &dictionary, &status,
                                   all->err)) {
        status = check_kind(all, role, &column);
        return status == ATTAIN_OK ? take_plain(all, role, &column, out)
                                   : status;
    }
    if (status == ATTAIN_OK)
        status = check_kind(all, role, &dictionary);
    if (status != ATTAIN_OK)
        return status;
    const attain_allocator *allocator = &all->data->allocator;
    int32_t *known =
        attain_i_allocate(allocator, (size_t)dictionary.length, sizeof *known);
    if (known == NULL)
        return attain_i_fail_memory(all->err);
    status = take_coded(all, role, &column, &dictionary, known, out);
    attain_i_release(allocator, known, (size_t)dictionary.length,
                     sizeof *known);
    return status;
}

/* --- Columns of numbers ----------------------------------------------------
 */

static attain_status open_values(importing *all, int64_t child,
                                 attain_i_arrow_reader *column) {
    attain_status status = attain_i_arrow_open(all->schema->children[child],
                                               all->batch->children[child],
                                               all->batch, column, all->err);
    if (status == ATTAIN_OK &&
        (all->schema->children[child]->dictionary != NULL ||
         column->kind == ATTAIN_I_ARROW_NONE ||
         column->kind == ATTAIN_I_ARROW_TEXT)) {
        return attain_i_fail(all->err, ATTAIN_ERR_ARGUMENT, column->name, -1,
                             "the column %s has the type \"%s\", which is not "
                             "read; give numbers",
                             column->name, column->format);
    }
    return status;
}

static int make_room(importing *all, size_t room) {
    const attain_allocator *allocator = &all->data->allocator;
    all->room = room;
    for (int role = 0; role < ROLES; role++) {
        if (role != VALUE) {
            all->numbers[role] =
                attain_i_allocate(allocator, room, sizeof(int32_t));
            if (all->numbers[role] == NULL)
                return 0;
        }
    }
    return 1;
}

static attain_status add(importing *all, size_t count, const double *values,
                         int with_status, int with_group) {
    attain_observations observations;
    attain_observations_init(&observations);
    observations.count = count;
    observations.units = all->numbers[UNIT];
    observations.periods = all->numbers[PERIOD];
    observations.variables = all->numbers[VARIABLE];
    observations.values = values;
    observations.statuses = with_status ? all->numbers[STATUS] : NULL;
    observations.groups = with_group ? all->numbers[GROUP] : NULL;
    return attain_dataset_add_observations(all->data, &observations, all->err);
}

/* --- The two forms ---------------------------------------------------------
 */

static attain_status import_long(importing *all) {
    attain_i_arrow_reader column;
    attain_status status = open_values(all, all->roles[VALUE], &column);
    if (status == ATTAIN_OK && !make_room(all, all->rows))
        return attain_i_fail_memory(all->err);
    for (int role = 0; role < ROLES && status == ATTAIN_OK; role++)
        if (role != VALUE && all->roles[role] >= 0)
            status = take_column(all, role, all->numbers[role]);
    if (status != ATTAIN_OK)
        return status;
    const double *values = NULL;
    if (column.format[0] == 'g' && !column.has_nulls && all->rows > 0) {
        values = (const double *)column.array->buffers[1] + column.offset;
    } else {
        all->values = attain_i_allocate(&all->data->allocator, all->rows,
                                        sizeof *all->values);
        if (all->values == NULL)
            return attain_i_fail_memory(all->err);
        for (size_t i = 0; i < all->rows; i++)
            all->values[i] = attain_i_arrow_number(&column, (int64_t)i);
        values = all->values;
    }
    return add(all, all->rows, values, all->roles[STATUS] >= 0,
               all->roles[GROUP] >= 0);
}

/* Appends the values of a variable's column behind the first `count`. */
static attain_status take_wide(importing *all, int64_t child, size_t *count) {
    attain_i_arrow_reader column;
    int32_t variable = -1;
    attain_status status = open_values(all, child, &column);
    if (status == ATTAIN_OK) {
        status =
            find_variable(all, column.name, strlen(column.name), -1, &variable);
    }
    for (size_t i = 0; i < all->rows && status == ATTAIN_OK; i++) {
        double value = attain_i_arrow_number(&column, (int64_t)i);
        if (isnan(value))
            continue;
        all->numbers[UNIT][*count] = all->numbers[STATUS][i];
        all->numbers[PERIOD][*count] = all->numbers[GROUP][i];
        all->numbers[VARIABLE][*count] = variable;
        all->values[(*count)++] = value;
    }
    return status;
}

static attain_status import_wide(importing *all) {
    size_t variables = (size_t)all->schema->n_children - 2;
    if (all->rows > 0 && variables > SIZE_MAX / all->rows)
        return attain_i_fail_memory(all->err);
    size_t cells = variables * all->rows;
    size_t count = 0;
    if (!make_room(all, cells > all->rows ? cells : all->rows))
        return attain_i_fail_memory(all->err);
    all->values = attain_i_allocate(&all->data->allocator, all->room,
                                    sizeof *all->values);
    if (all->values == NULL)
        return attain_i_fail_memory(all->err);
    /* status and group are of the long form: their room holds the keys */
    attain_status status = take_column(all, UNIT, all->numbers[STATUS]);
    if (status == ATTAIN_OK)
        status = take_column(all, PERIOD, all->numbers[GROUP]);
    for (int64_t c = 0; c < all->schema->n_children && status == ATTAIN_OK; c++)
        if (c != all->roles[UNIT] && c != all->roles[PERIOD])
            status = take_wide(all, c, &count);
    return status == ATTAIN_OK ? add(all, count, all->values, 0, 0) : status;
}

/* --- The whole -------------------------------------------------------------
 */

static attain_status check_batch(const struct ArrowSchema *schema,
                                 const struct ArrowArray *array,
                                 attain_error *err) {
    if (schema->release == NULL || array->release == NULL) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT,
                             schema->release == NULL ? "schema" : "array", -1,
                             "it has been released");
    }
    if (schema->format == NULL || strcmp(schema->format, "+s") != 0) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "schema", -1,
                             "it is no record batch, whose format is \"+s\"");
    }
    if (schema->n_children != array->n_children || schema->n_children < 0 ||
        (schema->n_children > 0 &&
         (schema->children == NULL || array->children == NULL)) ||
        array->length < 0 || array->offset < 0) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "array", -1,
                             "it does not have the children of the schema");
    }
    return ATTAIN_OK;
}

static attain_status find_roles(importing *all) {
    for (int role = 0; role < ROLES; role++)
        all->roles[role] = -1;
    for (int64_t c = 0; c < all->schema->n_children; c++) {
        const struct ArrowSchema *child = all->schema->children[c];
        for (int role = 0; role < ROLES; role++)
            if (child != NULL && child->name != NULL &&
                strcmp(child->name, role_names[role]) == 0)
                all->roles[role] = c;
    }
    for (int role = UNIT; role <= PERIOD; role++) {
        if (all->roles[role] < 0) {
            return attain_i_fail(all->err, ATTAIN_ERR_ARGUMENT,
                                 role_names[role], -1, "there is no column %s",
                                 role_names[role]);
        }
    }
    return ATTAIN_OK;
}

static void clear(importing *all) {
    const attain_allocator *allocator = &all->data->allocator;
    for (int role = 0; role < ROLES; role++) {
        attain_i_release(allocator, all->numbers[role], all->room,
                         sizeof(int32_t));
    }
    attain_i_release(allocator, all->values, all->room, sizeof *all->values);
}

attain_status attain_dataset_import_arrow(attain_dataset *data,
                                          const struct ArrowSchema *schema,
                                          const struct ArrowArray *array,
                                          attain_error *err) {
    if (data == NULL || schema == NULL || array == NULL) {
        return attain_i_fail_null(err, data == NULL     ? "data"
                                       : schema == NULL ? "schema"
                                                        : "array");
    }
    attain_status status = check_batch(schema, array, err);
    if (status != ATTAIN_OK)
        return status;
    importing all;
    memset(&all, 0, sizeof all);
    all.data = data;
    all.schema = schema;
    all.batch = array;
    all.err = err;
    all.rows = (size_t)array->length;
    size_t variables = data->variable_count, groups = data->group_count;
    uint64_t revision = data->revision;
    status = find_roles(&all);
    if (status == ATTAIN_OK) {
        status = all.roles[VARIABLE] >= 0 && all.roles[VALUE] >= 0
                     ? import_long(&all)
                     : import_wide(&all);
    }
    if (status != ATTAIN_OK) {
        attain_i_forget_names(data, variables, groups);
        data->revision = revision;
    }
    clear(&all);
    return status;
}
