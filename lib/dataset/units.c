#include "attain/dataset.h"

#include <string.h>

#include "base/error.h"
#include "dataset/model.h"
#include "dataset/row.h"

enum { FIRST_SIZE = sizeof(attain_unit) };

void attain_unit_init(attain_unit *unit) {
    if (unit != NULL) {
        memset(unit, 0, sizeof(*unit));
        unit->struct_size = sizeof(*unit);
        unit->opened = ATTAIN_PERIOD_NONE;
        unit->closed = ATTAIN_PERIOD_NONE;
    }
}

/* --- Checking ----------------------------------------------------------- */

static void check_tags(const attain_i_data_row *at, const char *tags) {
    const char *rest = tags, *end, *part;
    size_t length;
    if (!attain_i_data_given(tags))
        return;
    end = tags + strlen(tags);
    while (attain_i_list_next(&rest, end, &part, &length)) {
        const char *fault = length == 0
                                ? "a part of the list is empty: remove a ;"
                                : attain_i_id_fault(part, length);
        if (fault != NULL) {
            attain_i_report_error(
                at->reporter, ATTAIN_ERR_TEXT, at->table, at->row, "tags",
                "tags of \"%s\": %s; it is \"%.*s\"", at->id, fault,
                length < 400 ? (int)length : 400, part);
        }
    }
}

static void check_span(const attain_i_data_row *at, const attain_unit *unit) {
    char opened[ATTAIN_I_DATA_TEXT], closed[ATTAIN_I_DATA_TEXT];
    int32_t frequency = attain_period_frequency(unit->opened);
    if (frequency == ATTAIN_FREQUENCY_NONE ||
        attain_period_frequency(unit->closed) == ATTAIN_FREQUENCY_NONE)
        return;
    if (frequency != attain_period_frequency(unit->closed)) {
        attain_i_report_error(
            at->reporter, ATTAIN_ERR_PERIOD, at->table, at->row, "closed",
            "opened %s and closed %s of \"%s\" have different frequencies; a "
            "dataset has one",
            attain_i_data_period(unit->opened, opened),
            attain_i_data_period(unit->closed, closed), at->id);
    } else if (unit->closed <= unit->opened) {
        attain_i_report_error(
            at->reporter, ATTAIN_ERR_VALUE, at->table, at->row, "closed",
            "closed %s of \"%s\" is not after opened %s; closed is the first "
            "period in which it no longer counts",
            attain_i_data_period(unit->closed, closed), at->id,
            attain_i_data_period(unit->opened, opened));
    }
}

void attain_i_check_unit(const attain_dataset *data, const attain_unit *unit,
                         int64_t row, attain_i_reporter *reporter) {
    attain_i_data_row at = {"units", "unit", unit->id != NULL ? unit->id : "",
                            row, reporter};
    attain_i_data_check_id(&at, "id", unit->id, 1);
    attain_i_data_check_new(&at, "id", &data->unit_ids, unit->id);
    attain_i_data_check_text(&at, "name", unit->name, 1);
    attain_i_data_check_id(&at, "level", unit->level, 1);
    attain_i_data_check_id(&at, "parent", unit->parent, 0);
    attain_i_data_check_id(&at, "stage", unit->stage, 0);
    attain_i_data_check_id(&at, "attached_to", unit->attached_to, 0);
    check_tags(&at, unit->tags);
    attain_i_data_check_period(&at, "opened", unit->opened, data->frequency);
    attain_i_data_check_period(&at, "closed", unit->closed, data->frequency);
    check_span(&at, unit);
}

/* --- Adding ------------------------------------------------------------- */

static int keep_tags(attain_dataset *data, attain_i_unit *row) {
    const char *rest = row->tag_text, *end, *part;
    size_t length, count = 1;
    int32_t *tags;
    if (rest == NULL)
        return 1;
    for (end = rest; *end != '\0'; end++)
        count += *end == ';';
    tags = count > INT32_MAX / sizeof(*tags)
               ? NULL
               : attain_i_arena_bytes(&data->arena, count * sizeof(*tags));
    if (tags == NULL)
        return 0;
    row->tags = tags;
    while (attain_i_list_next(&rest, end, &part, &length)) {
        int32_t word = attain_i_data_enter_word(data, part, length);
        if (word < 0)
            return 0;
        tags[row->tag_count++] = word;
    }
    return 1;
}

/* Id and name together, so that whoever copies all can do so at once. */
static int keep_id_and_name(attain_dataset *data, const attain_unit *unit,
                            attain_i_unit *row) {
    size_t id_size = strlen(unit->id) + 1;
    size_t name_size = strlen(unit->name) + 1;
    char *texts = attain_i_arena_chars(&data->arena, id_size + name_size);
    if (texts == NULL)
        return 0;
    memcpy(texts, unit->id, id_size);
    memcpy(texts + id_size, unit->name, name_size);
    row->id = texts;
    row->name = texts + id_size;
    row->text_size = id_size + name_size;
    return 1;
}

static int keep_unit(attain_dataset *data, const attain_unit *unit,
                     attain_i_unit *row) {
    memset(row, 0, sizeof(*row));
    row->stage = -1;
    row->opened = unit->opened;
    row->closed = unit->closed;
    if (!keep_id_and_name(data, unit, row) ||
        !attain_i_data_keep(data, unit->parent, &row->parent) ||
        !attain_i_data_keep(data, unit->attached_to, &row->attached) ||
        !attain_i_data_keep(data, unit->tags, &row->tag_text) ||
        !keep_tags(data, row))
        return 0;
    row->level =
        attain_i_data_enter_word(data, unit->level, strlen(unit->level));
    if (attain_i_data_given(unit->stage)) {
        row->stage =
            attain_i_data_enter_word(data, unit->stage, strlen(unit->stage));
        return row->level >= 0 && row->stage >= 0;
    }
    return row->level >= 0;
}

/* Checks a unit and adds it, in room that was made. */
static attain_status add_unit(attain_dataset *data, const attain_unit *given,
                              size_t size, size_t index, attain_error *err) {
    attain_i_reporter reporter;
    attain_unit unit;
    attain_i_unit *row = &data->units[data->unit_count];
    size_t own_size;
    attain_unit_init(&unit);
    memcpy(&unit, given, size);
    own_size = unit.struct_size;
    if (own_size != size) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size",
                             (int64_t)index,
                             "struct_size %zu of unit %zu is not that of the "
                             "first, %zu",
                             own_size, index, size);
    }
    attain_i_first_error(&reporter, err);
    attain_i_check_unit(data, &unit, (int64_t)index, &reporter);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    if (!keep_unit(data, &unit, row) ||
        !attain_i_map_add(&data->unit_ids, row->id, strlen(row->id),
                          (int32_t)data->unit_count))
        return attain_i_fail_memory(err);
    attain_i_data_note_period(data, unit.opened);
    attain_i_data_note_period(data, unit.closed);
    data->unit_count++;
    data->attached_count += row->attached != NULL;
    return ATTAIN_OK;
}

static void mix_unit(attain_dataset *data, const attain_i_unit *unit) {
    attain_i_data_mix_text(data, unit->id);
    attain_i_data_mix_text(data, unit->name);
    attain_i_data_mix_text(data, unit->parent);
    attain_i_data_mix_text(data, unit->tag_text);
    attain_i_data_mix_text(data, data->words[unit->level]);
    attain_i_data_mix_text(data,
                           unit->stage >= 0 ? data->words[unit->stage] : NULL);
    attain_i_data_mix(data, (uint64_t)unit->opened);
    attain_i_data_mix(data, (uint64_t)unit->closed);
    attain_i_data_mix_text(data, unit->attached);
}

/* Room for `count` more units, also in the columns. */
static int make_room(attain_dataset *data, size_t count) {
    return attain_i_grow(&data->allocator, (void **)&data->units,
                         &data->unit_capacity, data->unit_count + count,
                         sizeof(*data->units)) &&
           attain_i_map_reserve(&data->unit_ids, data->unit_count + count);
}

static void undo(attain_dataset *data, size_t units, size_t words,
                 int32_t frequency) {
    while (data->unit_count > units) {
        const attain_i_unit *last = &data->units[--data->unit_count];
        attain_i_map_remove(&data->unit_ids, last->id, strlen(last->id));
        data->attached_count -= last->attached != NULL;
    }
    attain_i_data_forget_words(data, words);
    data->frequency = frequency;
}

static attain_status add_units(attain_dataset *data, const attain_unit *units,
                               size_t count, attain_error *err) {
    size_t size = units->struct_size;
    size_t first = data->unit_count, words = data->word_count;
    int32_t frequency = data->frequency;
    attain_status status =
        attain_i_data_size(size, FIRST_SIZE, sizeof(*units), "a unit", err);
    if (status == ATTAIN_OK)
        status = attain_i_data_limit(first, count, "units", err);
    if (status != ATTAIN_OK)
        return status;
    if (!make_room(data, count))
        return attain_i_fail_memory(err);
    for (size_t i = 0; status == ATTAIN_OK && i < count; i++) {
        const char *given = (const char *)units + i * size;
        status = add_unit(data, (const attain_unit *)(const void *)given, size,
                          i, err);
    }
    if (status == ATTAIN_OK &&
        !attain_i_columns_extend(&data->columns, data->unit_count))
        status = attain_i_fail_memory(err);
    if (status != ATTAIN_OK) {
        undo(data, first, words, frequency);
        return status;
    }
    for (size_t i = first; i < data->unit_count; i++)
        mix_unit(data, &data->units[i]);
    return ATTAIN_OK;
}

attain_status attain_dataset_add_units(attain_dataset *data,
                                       const attain_unit *units, size_t count,
                                       int32_t *out_first, attain_error *err) {
    if (data == NULL || (units == NULL && count > 0))
        return attain_i_fail_null(err, data == NULL ? "data" : "units");
    if (count > 0) {
        attain_status status = add_units(data, units, count, err);
        if (status != ATTAIN_OK)
            return status;
    }
    if (out_first != NULL)
        *out_first = (int32_t)(data->unit_count - count);
    return ATTAIN_OK;
}

/* --- Reading back ------------------------------------------------------- */

attain_status attain_dataset_get_unit(const attain_dataset *data, int32_t row,
                                      attain_unit *out, attain_error *err) {
    const attain_i_unit *kept;
    attain_unit unit;
    attain_status status = attain_i_data_can_get(
        data, data != NULL ? data->unit_count : 0, FIRST_SIZE, sizeof(unit),
        row, "a unit", out, err);
    if (status != ATTAIN_OK)
        return status;
    kept = &data->units[row];
    attain_unit_init(&unit);
    unit.id = kept->id;
    unit.name = kept->name;
    unit.level = data->words[kept->level];
    unit.parent = kept->parent;
    unit.stage = kept->stage >= 0 ? data->words[kept->stage] : NULL;
    unit.tags = kept->tag_text;
    unit.opened = kept->opened;
    unit.closed = kept->closed;
    unit.attached_to = kept->attached;
    attain_i_data_give(out, &unit);
    return ATTAIN_OK;
}

int attain_i_unit_open(const attain_i_unit *unit, int32_t period) {
    return (unit->opened == ATTAIN_PERIOD_NONE || unit->opened <= period) &&
           (unit->closed == ATTAIN_PERIOD_NONE || period < unit->closed);
}

int attain_i_unit_counts(const attain_i_unit *unit, int32_t period) {
    return unit->attached == NULL && attain_i_unit_open(unit, period);
}
