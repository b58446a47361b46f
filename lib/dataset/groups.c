#include "attain/dataset.h"

#include <string.h>

#include "base/error.h"
#include "dataset/model.h"
#include "dataset/row.h"

attain_status attain_dataset_add_group(attain_dataset *data, const char *id,
                                       int32_t *out_row, attain_error *err) {
    attain_i_reporter reporter;
    attain_i_data_row at = {"groups", "group", "", -1, &reporter};
    const char *kept;
    int32_t row;
    attain_status status;
    if (data == NULL || id == NULL || out_row == NULL) {
        return attain_i_fail_null(err, data == NULL ? "data"
                                       : id == NULL ? "id"
                                                    : "out_row");
    }
    row = attain_i_map_find(&data->group_ids, id, strlen(id));
    if (row >= 0) {
        *out_row = row;
        return ATTAIN_OK;
    }
    attain_i_first_error(&reporter, err);
    attain_i_data_check_id(&at, "id", id, 1);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    status = attain_i_data_limit(data->group_count, 1, "groups", err);
    if (status != ATTAIN_OK)
        return status;
    if (!attain_i_grow(&data->allocator, (void **)&data->groups,
                       &data->group_capacity, data->group_count + 1,
                       sizeof(*data->groups)) ||
        !attain_i_data_keep(data, id, &kept) ||
        !attain_i_map_add(&data->group_ids, kept, strlen(kept),
                          (int32_t)data->group_count))
        return attain_i_fail_memory(err);
    *out_row = (int32_t)data->group_count;
    data->groups[data->group_count++] = kept;
    attain_i_data_mix_text(data, kept);
    return ATTAIN_OK;
}

const char *attain_dataset_group_id(const attain_dataset *data, int32_t row) {
    if (data == NULL || row < 0 || (size_t)row >= data->group_count)
        return NULL;
    return data->groups[row];
}
