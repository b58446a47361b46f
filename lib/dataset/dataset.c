#include "attain/dataset.h"

#include <string.h>

#include "base/error.h"
#include "dataset/model.h"

attain_status attain_dataset_create(const attain_allocator *allocator,
                                    attain_dataset **out, attain_error *err) {
    attain_allocator memory;
    attain_dataset *data;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (!attain_i_allocator_set(&memory, allocator)) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "allocator", -1,
                             "a function of the allocator is NULL");
    }
    data = attain_i_allocate_zero(&memory, 1, sizeof(*data));
    if (data == NULL)
        return attain_i_fail_memory(err);
    data->allocator = memory;
    data->revision = UINT64_C(14695981039346656037); /* FNV offset basis */
    attain_i_arena_init(&data->arena, &data->allocator);
    attain_i_map_init(&data->unit_ids, &data->allocator);
    attain_i_map_init(&data->variable_ids, &data->allocator);
    attain_i_map_init(&data->stage_ids, &data->allocator);
    attain_i_map_init(&data->group_ids, &data->allocator);
    attain_i_map_init(&data->word_ids, &data->allocator);
    attain_i_columns_init(&data->columns, &data->allocator, 0);
    *out = data;
    return ATTAIN_OK;
}

void attain_dataset_destroy(attain_dataset *data) {
    attain_allocator memory;
    if (data == NULL)
        return;
    memory = data->allocator;
    attain_i_columns_clear(&data->columns);
    attain_i_release(&memory, data->units, data->unit_capacity,
                     sizeof(*data->units));
    attain_i_release(&memory, data->variables, data->variable_capacity,
                     sizeof(*data->variables));
    attain_i_release(&memory, data->stages, data->stage_capacity,
                     sizeof(*data->stages));
    attain_i_release(&memory, data->groups, data->group_capacity,
                     sizeof(*data->groups));
    attain_i_release(&memory, data->words, data->word_capacity,
                     sizeof(*data->words));
    attain_i_release(&memory, data->files, data->file_capacity,
                     sizeof(*data->files));
    attain_i_map_clear(&data->unit_ids);
    attain_i_map_clear(&data->variable_ids);
    attain_i_map_clear(&data->stage_ids);
    attain_i_map_clear(&data->group_ids);
    attain_i_map_clear(&data->word_ids);
    attain_i_arena_clear(&data->arena);
    attain_i_release(&memory, data, 1, sizeof(*data));
}

size_t attain_dataset_count(const attain_dataset *data, int32_t table) {
    if (data == NULL)
        return 0;
    switch (table) {
    case ATTAIN_DATASET_UNITS:
        return data->unit_count;
    case ATTAIN_DATASET_VARIABLES:
        return data->variable_count;
    case ATTAIN_DATASET_STAGES:
        return data->stage_count;
    case ATTAIN_DATASET_GROUPS:
        return data->group_count;
    default:
        return 0;
    }
}

int32_t attain_dataset_find(const attain_dataset *data, int32_t table,
                            const char *id, size_t length) {
    if (data == NULL || id == NULL)
        return -1;
    length = attain_i_length(id, length);
    switch (table) {
    case ATTAIN_DATASET_UNITS:
        return attain_i_map_find(&data->unit_ids, id, length);
    case ATTAIN_DATASET_VARIABLES:
        return attain_i_map_find(&data->variable_ids, id, length);
    case ATTAIN_DATASET_STAGES:
        return attain_i_map_find(&data->stage_ids, id, length);
    case ATTAIN_DATASET_GROUPS:
        return attain_i_map_find(&data->group_ids, id, length);
    default:
        return -1;
    }
}
