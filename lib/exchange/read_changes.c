/* A table of changes for a what-if. */
#include <math.h>
#include <string.h>

#include "dataset/cell.h"
#include "dataset/model.h"
#include "exchange/layouts.h"
#include "improve/changes.h"

/* A row of the table. */
typedef struct change_row {
    const char *unit;
    const char *variable;
    const char *group;
    double value;
    int32_t period;
    int32_t reserved;
} change_row;

/* What the rows are read into. */
typedef struct gathering {
    attain_i_reader *reader;
    const attain_dataset *data;
    attain_changes *changes;
    attain_i_arena keys;
    attain_i_map seen;
} gathering;

enum { KEY_SIZE = 4 * sizeof(int32_t) };

static const attain_i_layout_field fields[] = {
    ATTAIN_I_COLUMN(change_row, unit, TEXT, ATTAIN_I_LAYOUT_NEEDED),
    ATTAIN_I_COLUMN(change_row, period, PERIOD, ATTAIN_I_LAYOUT_NEEDED),
    ATTAIN_I_COLUMN(change_row, variable, TEXT, ATTAIN_I_LAYOUT_NEEDED),
    ATTAIN_I_COLUMN(change_row, value, NUMBER, ATTAIN_I_LAYOUT_NEEDED),
    ATTAIN_I_COLUMN(change_row, group, TEXT, 0),
};

static void init_row(void *row) {
    change_row *out = row;
    memset(out, 0, sizeof *out);
    out->value = (double)NAN;
    out->period = ATTAIN_PERIOD_NONE;
}

/* Rows of what a change names; −1 where it is not there. */
typedef struct cell_key {
    int32_t unit;
    attain_i_key column;
} cell_key;

static int32_t find(const attain_i_map *map, const char *id) {
    return id == NULL ? -1 : attain_i_map_find(map, id, strlen(id));
}

static cell_key key_of(const attain_dataset *data, const change_row *row) {
    cell_key key = {find(&data->unit_ids, row->unit),
                    {find(&data->variable_ids, row->variable), row->period,
                     row->group == NULL ? ATTAIN_GROUP_NONE
                                        : find(&data->group_ids, row->group)}};
    return key;
}

static void pack(const cell_key *key, char *out) {
    const int32_t parts[] = {key->unit, key->column.variable,
                             key->column.period, key->column.group};
    memcpy(out, parts, KEY_SIZE);
}

/* --- Checking ------------------------------------------------------------- */

/* An id that is not given or not there. */
static int check_id(const gathering *to, const char *field, const char *id,
                    int32_t found, const void *ids, size_t count, size_t stride,
                    int64_t index, attain_i_reporter *reporter) {
    char advice[ATTAIN_I_NEAREST];
    if (found >= 0)
        return 1;
    if (id == NULL) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "changes", index,
                              field, "%s is missing: give its id", field);
        return 0;
    }
    attain_i_reader_nearest(to->reader, id, strlen(id), ids, count, stride,
                            advice);
    attain_i_report_error(reporter, ATTAIN_ERR_UNKNOWN, "changes", index, field,
                          "the data have no %s \"%s\"%s", field, id, advice);
    return 0;
}

static int check_ids(const gathering *to, const change_row *row,
                     const cell_key *key, int64_t index,
                     attain_i_reporter *reporter) {
    const attain_dataset *data = to->data;
    const void *units = data->unit_count == 0 ? NULL : &data->units[0].id;
    const void *variables =
        data->variable_count == 0 ? NULL : &data->variables[0].id;
    int sound =
        check_id(to, "unit", row->unit, key->unit, units, data->unit_count,
                 sizeof *data->units, index, reporter);
    sound &= check_id(to, "variable", row->variable, key->column.variable,
                      variables, data->variable_count, sizeof *data->variables,
                      index, reporter);
    if (row->group != NULL)
        sound &=
            check_id(to, "group", row->group, key->column.group, data->groups,
                     data->group_count, sizeof *data->groups, index, reporter);
    if (row->period == ATTAIN_PERIOD_NONE) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "changes", index,
                              "period", "period is missing: give one");
        sound = 0;
    }
    return sound;
}

static void check_row(const void *object, const void *row, int64_t index,
                      attain_i_reporter *reporter) {
    const gathering *to = object;
    const change_row *change = row;
    cell_key key = key_of(to->data, change);
    attain_error err;
    char packed[KEY_SIZE];
    if (!check_ids(to, change, &key, index, reporter))
        return;
    if (attain_i_check_key(to->data, &key.column, index, &err) != ATTAIN_OK ||
        attain_i_check_value(to->data, key.column.variable, change->value,
                             index, &err) != ATTAIN_OK)
        attain_i_report_error(reporter, err.code, "changes", index, err.field,
                              "%s", err.message);
    pack(&key, packed);
    if (attain_i_map_find(&to->seen, packed, KEY_SIZE) >= 0)
        attain_i_report_error(reporter, ATTAIN_ERR_DUPLICATE, "changes", index,
                              "unit",
                              "\"%s\" of \"%s\" is changed above already in "
                              "this period; keep one change",
                              change->variable, change->unit);
}

/* --- Adding --------------------------------------------------------------- */

static attain_status add_row(void *object, const void *row, attain_error *err) {
    gathering *to = object;
    const change_row *change = row;
    cell_key key = key_of(to->data, change);
    char *packed = attain_i_arena_bytes(&to->keys, KEY_SIZE);
    if (packed == NULL)
        return attain_i_fail_memory(err);
    pack(&key, packed);
    if (!attain_i_map_add(&to->seen, packed, KEY_SIZE, 0))
        return attain_i_fail_memory(err);
    return attain_changes_add(to->changes, key.unit, key.column.period,
                              key.column.variable, key.column.group,
                              change->value, err);
}

static const attain_i_layout layout = {
    "changes", fields, sizeof fields / sizeof fields[0], init_row, check_row,
    add_row,   NULL};

/* --- The call ------------------------------------------------------------- */

static attain_status gather(attain_i_reader *reader, const attain_dataset *data,
                            const attain_i_table_source *source,
                            attain_changes **out, attain_error *err) {
    gathering to = {.reader = reader, .data = data};
    attain_i_table table;
    attain_i_arena_init(&to.keys, &reader->allocator);
    attain_i_map_init(&to.seen, &reader->allocator);
    attain_i_table_init(&table, &layout, NULL);
    attain_status status =
        attain_changes_create(&reader->allocator, &to.changes, err);
    if (status == ATTAIN_OK)
        status = attain_i_table_read(reader, &table, source, &to);
    attain_i_table_clear(reader, &table);
    attain_i_map_clear(&to.seen);
    attain_i_arena_clear(&to.keys);
    status = attain_i_reader_finish(reader, status, err);
    if (status == ATTAIN_OK)
        *out = to.changes;
    else
        attain_changes_destroy(to.changes);
    return status;
}

attain_status attain_read_changes(const attain_dataset *data,
                                  const attain_table *table,
                                  const attain_read_options *options,
                                  attain_changes **out, attain_error *err) {
    attain_i_reader reader;
    attain_i_sources sources;
    if (data == NULL || table == NULL || out == NULL)
        return attain_i_fail_null(err, data == NULL    ? "data"
                                       : table == NULL ? "table"
                                                       : "out");
    attain_status status = attain_i_reader_init(&reader, options, err);
    if (status != ATTAIN_OK)
        return status;
    status = attain_i_sources_take(&sources, &reader.allocator, table, 1, err);
    if (status == ATTAIN_OK)
        status = gather(&reader, data, &sources.tables[0], out, err);
    attain_i_sources_clear(&sources);
    return status;
}

attain_status attain_read_changes_file(const attain_dataset *data,
                                       const char *path,
                                       const attain_read_options *options,
                                       attain_changes **out,
                                       attain_error *err) {
    attain_i_reader reader;
    if (data == NULL || path == NULL || out == NULL)
        return attain_i_fail_null(err, data == NULL   ? "data"
                                       : path == NULL ? "path"
                                                      : "out");
    attain_status status = attain_i_reader_init(&reader, options, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_table_source source = {path, attain_i_base_name(path), NULL, 0};
    return gather(&reader, data, &source, out, err);
}
