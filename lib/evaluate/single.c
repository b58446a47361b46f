#include "evaluate/single.h"

#include <string.h>

#include "evaluate/tree.h"

attain_status attain_i_same_source(const attain_evaluation *ev,
                                   const attain_plan *plan,
                                   const attain_dataset *data,
                                   attain_error *err) {
    if (plan->revision != ev->plan_revision)
        return attain_i_fail(err, ATTAIN_ERR_MISMATCH, "plan", -1,
                             "this is not the plan that was evaluated, or it "
                             "has changed since; evaluate again");
    if (data->revision != ev->data_revision)
        return attain_i_fail(err, ATTAIN_ERR_MISMATCH, "data", -1,
                             "these are not the data that were evaluated, or "
                             "they have changed since; evaluate again");
    return ATTAIN_OK;
}

attain_status attain_i_single_make(attain_i_single *single,
                                   const attain_evaluation *ev,
                                   const attain_plan *plan,
                                   const attain_dataset *data, int32_t node,
                                   int32_t unit, attain_error *err) {
    memset(single, 0, sizeof *single);
    single->work.allocator = &ev->allocator;
    attain_status status = attain_i_same_source(ev, plan, data, err);
    if (status != ATTAIN_OK)
        return status;
    status = attain_i_work_make(&single->work, plan, data, NULL, ev->as_of,
                                &ev->allocator, err);
    if (status != ATTAIN_OK)
        return status;
    single->path = attain_i_allocate(&ev->allocator, plan->path_count,
                                     sizeof *single->path);
    if (single->path == NULL ||
        attain_i_block_make(&single->block,
                            (size_t)(ev->as_of - ev->first_period) + 1,
                            single->work.window, &ev->allocator) != ATTAIN_OK)
        return attain_i_fail_memory(err);
    /* Judging only reads the evaluation. */
    attain_i_judging_make(&single->judging, &single->work,
                          (attain_evaluation *)(uintptr_t)ev, &ev->nodes[node],
                          single->path);
    single->unit = unit;
    single->row = ev->rows[ev->nodes[node].rows].row_of_unit[unit];
    attain_i_work_need(&single->work, single->judging.metric,
                       single->work.forest.levels[unit]);
    status = attain_i_work_values(&single->work, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_block_take(&single->block, &single->unit, &single->row, 1);
    attain_i_block_start(&single->judging, &single->block);
    return ATTAIN_OK;
}

void attain_i_single_clear(attain_i_single *single) {
    const attain_allocator *allocator = single->work.allocator;
    if (single->work.plan == NULL)
        return;
    attain_i_release(allocator, single->path, single->work.plan->path_count,
                     sizeof *single->path);
    attain_i_block_clear(&single->block, allocator);
    attain_i_work_clear(&single->work);
}
