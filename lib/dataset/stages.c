#include "attain/dataset.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "dataset/model.h"
#include "dataset/row.h"

enum { FIRST_SIZE = sizeof(attain_stage) };

void attain_stage_init(attain_stage *stage) {
    if (stage != NULL) {
        memset(stage, 0, sizeof(*stage));
        stage->struct_size = sizeof(*stage);
        stage->weight = (double)NAN;
    }
}

void attain_i_check_stage(const attain_dataset *data, const attain_stage *stage,
                          int64_t row, attain_i_reporter *reporter) {
    char text[ATTAIN_I_DATA_TEXT];
    attain_i_data_row at = {"stages", "stage",
                            stage->stage != NULL ? stage->stage : "", row,
                            reporter};
    attain_i_data_check_id(&at, "stage", stage->stage, 1);
    attain_i_data_check_new(&at, "stage", &data->stage_ids, stage->stage);
    attain_i_data_check_id(&at, "enrolment", stage->enrolment, 1);
    attain_i_data_check_finite(&at, "weight", stage->weight);
    if (isnan(stage->weight)) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "stages", row,
                              "weight",
                              "stage \"%s\" has no weight; give that of a "
                              "pupil, such as 1 or 1.1",
                              at.id);
    } else if (stage->weight <= 0) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "stages", row,
                              "weight",
                              "weight %s of \"%s\" is out of range; it must be "
                              "above 0",
                              attain_i_data_number(stage->weight, text), at.id);
    }
}

/* Checks a stage and adds it, in room that was made. */
static attain_status add_stage(attain_dataset *data, const attain_stage *given,
                               size_t size, size_t index, attain_error *err) {
    attain_i_reporter reporter;
    attain_stage row, stage;
    attain_stage_init(&stage);
    memcpy(&stage, given, size);
    if (stage.struct_size != size) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size",
                             (int64_t)index,
                             "struct_size %zu of stage %zu is not that of the "
                             "first, %zu",
                             stage.struct_size, index, size);
    }
    attain_i_first_error(&reporter, err);
    attain_i_check_stage(data, &stage, (int64_t)index, &reporter);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    row = stage;
    row.struct_size = sizeof(row);
    if (!attain_i_data_keep(data, stage.stage, &row.stage) ||
        !attain_i_data_keep(data, stage.enrolment, &row.enrolment) ||
        !attain_i_map_add(&data->stage_ids, row.stage, strlen(row.stage),
                          (int32_t)data->stage_count))
        return attain_i_fail_memory(err);
    data->stages[data->stage_count++] = row;
    return ATTAIN_OK;
}

static void undo(attain_dataset *data, size_t count) {
    while (data->stage_count > count) {
        const char *stage = data->stages[--data->stage_count].stage;
        attain_i_map_remove(&data->stage_ids, stage, strlen(stage));
    }
}

static attain_status add_stages(attain_dataset *data,
                                const attain_stage *stages, size_t count,
                                attain_error *err) {
    size_t size = stages->struct_size, first = data->stage_count;
    attain_status status =
        attain_i_data_size(size, FIRST_SIZE, sizeof(*stages), "a stage", err);
    if (status == ATTAIN_OK)
        status = attain_i_data_limit(first, count, "stages", err);
    if (status != ATTAIN_OK)
        return status;
    if (!attain_i_grow(&data->allocator, (void **)&data->stages,
                       &data->stage_capacity, first + count,
                       sizeof(*data->stages)) ||
        !attain_i_map_reserve(&data->stage_ids, first + count))
        return attain_i_fail_memory(err);
    for (size_t i = 0; status == ATTAIN_OK && i < count; i++) {
        const char *given = (const char *)stages + i * size;
        status = add_stage(data, (const attain_stage *)(const void *)given,
                           size, i, err);
    }
    if (status != ATTAIN_OK) {
        undo(data, first);
        return status;
    }
    for (size_t i = first; i < data->stage_count; i++) {
        attain_i_data_mix_text(data, data->stages[i].stage);
        attain_i_data_mix_text(data, data->stages[i].enrolment);
        attain_i_data_mix_number(data, data->stages[i].weight);
    }
    return ATTAIN_OK;
}

attain_status attain_dataset_add_stages(attain_dataset *data,
                                        const attain_stage *stages,
                                        size_t count, attain_error *err) {
    if (data == NULL || (stages == NULL && count > 0))
        return attain_i_fail_null(err, data == NULL ? "data" : "stages");
    return count > 0 ? add_stages(data, stages, count, err) : ATTAIN_OK;
}

attain_status attain_dataset_get_stage(const attain_dataset *data, int32_t row,
                                       attain_stage *out, attain_error *err) {
    attain_status status = attain_i_data_can_get(
        data, data != NULL ? data->stage_count : 0, FIRST_SIZE, sizeof(*out),
        row, "a stage", out, err);
    if (status == ATTAIN_OK)
        attain_i_data_give(out, &data->stages[row]);
    return status;
}
