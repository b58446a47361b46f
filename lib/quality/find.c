/* Faults become findings: numbered, with their places. */
#include <math.h>
#include <string.h>

#include "quality/work.h"

void attain_i_fault_init(attain_i_quality_fault *fault) {
    memset(fault, 0, sizeof *fault);
    fault->value = fault->reference = fault->score = (double)NAN;
    fault->count = 1;
    fault->unit = fault->other = fault->variable = fault->metric = -1;
    fault->period = ATTAIN_PERIOD_NONE;
}

int32_t attain_i_quality_enter(attain_i_quality_work *work, const char *id) {
    attain_quality *quality = work->quality;
    size_t length = strlen(id);
    int32_t at = attain_i_map_find(&work->data->variable_ids, id, length);
    if (at < 0)
        at = attain_i_map_find(&quality->more, id, length);
    if (at >= 0)
        return at;
    void *variables = quality->variables;
    int room = quality->variable_count < INT32_MAX &&
               attain_i_grow(
                   &quality->allocator, &variables, &quality->variable_capacity,
                   quality->variable_count + 1, sizeof *quality->variables);
    quality->variables = variables;
    const char *copy =
        room ? attain_i_arena_text(&quality->arena, id, length) : NULL;
    at = (int32_t)quality->variable_count;
    if (copy == NULL || !attain_i_map_add(&quality->more, copy, length, at)) {
        work->no_memory = 1;
        return -1;
    }
    quality->variables[quality->variable_count++] =
        (attain_i_quality_name){copy, copy};
    return at;
}

/* The file's number, entered if it is new; −1: none. */
static int32_t file_of(attain_i_quality_work *work, const char *name) {
    attain_quality *quality = work->quality;
    size_t length = name == NULL ? 0 : strlen(name);
    int32_t at =
        name == NULL ? -1 : attain_i_map_find(&quality->file_ids, name, length);
    if (name == NULL || at >= 0)
        return at;
    void *files = quality->files;
    int room =
        attain_i_grow(&quality->allocator, &files, &quality->file_capacity,
                      quality->file_count + 1, sizeof *quality->files);
    quality->files = files;
    const char *copy =
        room ? attain_i_arena_text(&quality->arena, name, length) : NULL;
    at = (int32_t)quality->file_count;
    if (copy == NULL ||
        !attain_i_map_add(&quality->file_ids, copy, length, at)) {
        work->no_memory = 1;
        return -1;
    }
    quality->files[quality->file_count++] = copy;
    return at;
}

static void set_place(attain_i_quality_work *work,
                      const attain_i_quality_fault *fault,
                      attain_i_quality_row *row) {
    const char *file = NULL;
    uint32_t place = ATTAIN_I_PLACE_NONE;
    if (fault->of_unit)
        place = attain_i_dataset_unit_place(work->data, fault->unit);
    else if (fault->column != NULL && fault->unit >= 0)
        place = fault->column->places->of_unit[fault->unit];
    attain_i_dataset_place(work->data, place, &file, &row->line);
    row->file = file_of(work, file);
    if (!fault->of_unit && file != NULL) {
        row->column = attain_i_dataset_place_column(
            work->data, place, fault->of_period ? -1 : fault->column->variable);
    }
}

void attain_i_quality_find(attain_i_quality_work *work,
                           const attain_i_quality_fault *fault) {
    attain_quality *quality = work->quality;
    quality->tally[work->check->severity]++;
    if (++work->found > work->limit_found || work->no_memory)
        return;
    void *rows = quality->rows;
    int room = attain_i_grow(&quality->allocator, &rows, &quality->capacity,
                             quality->count + 1, sizeof *quality->rows);
    quality->rows = rows;
    if (!room) {
        work->no_memory = 1;
        return;
    }
    attain_i_quality_row *row = &quality->rows[quality->count++];
    const attain_i_column *column = fault->column;
    *row = (attain_i_quality_row){
        .value = fault->value,
        .reference = fault->reference,
        .score = fault->score,
        .count = fault->count,
        .check = work->row,
        .kind = work->check->kind,
        .severity = work->check->severity,
        .unit = fault->unit,
        .other = fault->other,
        .period = fault->period,
        .variable = fault->variable < 0 && column != NULL && !fault->of_period
                        ? column->variable
                        : fault->variable,
        .group = column != NULL ? column->group : -1,
        .metric = fault->metric,
        .variant = fault->variant};
    if (row->period == ATTAIN_PERIOD_NONE && column != NULL)
        row->period = column->period;
    set_place(work, fault, row);
}
