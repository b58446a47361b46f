#include "improve/asking.h"

#include <math.h>
#include <string.h>

#include "evaluate/single.h"
#include "improve/resource.h"

void attain_answer_options_init(attain_answer_options *options) {
    if (options == NULL)
        return;
    memset(options, 0, sizeof *options);
    options->struct_size = sizeof *options;
    options->unpriced = 1;
    options->node = -1;
}

attain_status attain_i_asking_options(const attain_answer_options *given,
                                      attain_answer_options *out,
                                      attain_error *err) {
    attain_answer_options_init(out);
    if (given == NULL)
        return ATTAIN_OK;
    if (!attain_i_struct_ok(given->struct_size, sizeof *given, sizeof *given))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "options have the size %zu, this release knows "
                             "%zu; set them up with "
                             "attain_answer_options_init()",
                             given->struct_size, sizeof *given);
    *out = *given;
    if (!(out->unpriced >= 0) || isinf(out->unpriced))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "unpriced", -1,
                             "unpriced must be a number from 0 on");
    if (out->effort < ATTAIN_EFFORT_ITEMS || out->effort > ATTAIN_EFFORT_COST)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "effort", -1,
                             "effort %d is no value of that vocabulary",
                             (int)out->effort);
    if (out->order < ATTAIN_MEND_ORDER_CHEAPEST ||
        out->order > ATTAIN_MEND_ORDER_LARGEST)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "order", -1,
                             "order %d is no value of that vocabulary",
                             (int)out->order);
    if (out->reserved != 0)
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "reserved", -1,
                             "the field reserved must be 0");
    return ATTAIN_OK;
}

/* --- Beginning ---------------------------------------------------------- */

/* The node that is asked about and, after it, all that lies below it. */
static attain_status find_nodes(attain_i_asking *asking, attain_error *err) {
    const attain_evaluation *ev = asking->ev;
    int32_t count = (int32_t)ev->node_count;
    int32_t node = asking->options.node;
    if (node < -1 || node >= count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "node", node,
                             "there is no node %d; there are %d", (int)node,
                             (int)count);
    asking->first_node = node < 0 ? 0 : node;
    int32_t end = asking->first_node + 1;
    while (end < count &&
           ev->nodes[end].depth > ev->nodes[asking->first_node].depth)
        end++;
    asking->end_node = node < 0 ? count : end;
    return ATTAIN_OK;
}

static void need_metrics(attain_i_asking *asking) {
    const attain_plan *plan = asking->plan;
    for (size_t n = 0; n < asking->ev->node_count; n++) {
        const attain_i_node *node = &asking->ev->nodes[n];
        if (node->kind != ATTAIN_KIND_TARGET)
            continue;
        const char *id = plan->targets[node->row].metric;
        attain_i_work_need(
            &asking->work, attain_i_map_find(&plan->metric_ids, id, strlen(id)),
            attain_i_forest_level(&asking->work.forest, node->level));
    }
}

static attain_status make_work(attain_i_asking *asking, attain_error *err) {
    const attain_evaluation *ev = asking->ev;
    attain_status status =
        attain_i_work_make(&asking->work, asking->plan, asking->data, NULL,
                           ev->as_of, asking->allocator, err);
    if (status != ATTAIN_OK)
        return status;
    need_metrics(asking);
    asking->path = attain_i_allocate(
        asking->allocator, asking->plan->path_count, sizeof *asking->path);
    if (asking->path == NULL ||
        attain_i_block_make(
            &asking->block, (size_t)(ev->as_of - ev->first_period) + 1,
            asking->work.window, asking->allocator) != ATTAIN_OK)
        return attain_i_fail_memory(err);
    return attain_i_work_values(&asking->work, err);
}

attain_status attain_i_asking_begin(attain_i_asking *asking, int32_t question,
                                    const attain_evaluation *ev,
                                    const attain_plan *plan,
                                    const attain_dataset *data,
                                    const attain_answer_options *options,
                                    attain_error *err) {
    memset(asking, 0, sizeof *asking);
    asking->weight = -1;
    if (ev == NULL || plan == NULL || data == NULL)
        return attain_i_fail_null(err, ev == NULL     ? "ev"
                                       : plan == NULL ? "plan"
                                                      : "data");
    attain_status status =
        attain_i_asking_options(options, &asking->options, err);
    if (status == ATTAIN_OK)
        status = attain_i_same_source(ev, plan, data, err);
    asking->ev = ev;
    asking->plan = plan;
    asking->data = data;
    if (status == ATTAIN_OK)
        status = find_nodes(asking, err);
    if (status == ATTAIN_OK)
        status = attain_i_answer_create(question, asking->options.allocator,
                                        &asking->answer, err);
    if (status != ATTAIN_OK)
        return status;
    asking->allocator = &asking->answer->allocator;
    status = attain_i_resources_take(asking, err);
    return status == ATTAIN_OK ? make_work(asking, err) : status;
}

attain_status attain_i_asking_end(attain_i_asking *asking, attain_status status,
                                  attain_answer **out, attain_error *err) {
    attain_answer *answer = asking->answer;
    if (status == ATTAIN_ERR_MEMORY)
        attain_i_fail_memory(err);
    if (answer == NULL)
        return status;
    if (asking->work.plan != NULL) {
        attain_i_release(asking->allocator, asking->path,
                         asking->plan->path_count, sizeof *asking->path);
        attain_i_block_clear(&asking->block, asking->allocator);
        attain_i_work_clear(&asking->work);
    }
    attain_i_release(asking->allocator, asking->stocks,
                     asking->data->variable_count, sizeof *asking->stocks);
    if (status == ATTAIN_OK && attain_i_answer_finish(answer) != ATTAIN_OK)
        status = attain_i_fail_memory(err);
    if (status == ATTAIN_OK)
        *out = answer;
    else
        attain_answer_destroy(answer);
    return status;
}

/* --- Targets ------------------------------------------------------------ */

void attain_i_asking_target(attain_i_asking *asking, int32_t node) {
    /* Judging only reads the evaluation. */
    attain_i_judging_make(&asking->judging, &asking->work,
                          (attain_evaluation *)(uintptr_t)asking->ev,
                          &asking->ev->nodes[node], asking->path);
    asking->block.started = NULL;
}

void attain_i_asking_block(attain_i_asking *asking, size_t from, size_t count) {
    const attain_i_rows *rows = &asking->ev->rows[asking->judging.node->rows];
    for (size_t i = 0; i < count; i++)
        asking->units[i] = rows->units[rows->own[from + i]];
    attain_i_block_take(&asking->block, asking->units, rows->own + from, count);
    attain_i_block_start(&asking->judging, &asking->block);
    attain_i_block_verdict(&asking->judging, &asking->block);
    attain_i_block_period(&asking->judging, &asking->block,
                          asking->judging.periods - 1);
}

int attain_i_asking_items(attain_i_asking *asking, int32_t node,
                          attain_i_asking_item item, void *user) {
    size_t count = asking->ev->rows[asking->judging.node->rows].own_count;
    for (size_t at = 0; at < count; at += ATTAIN_I_BLOCK) {
        size_t left = count - at;
        size_t here = left < ATTAIN_I_BLOCK ? left : ATTAIN_I_BLOCK;
        attain_i_asking_block(asking, at, here);
        for (size_t i = 0; i < here; i++)
            if (!item(user, node, i))
                return 0;
    }
    return 1;
}

attain_status attain_i_asking_after(const attain_i_asking *asking,
                                    attain_whatif **out, attain_error *err) {
    attain_evaluate_options options;
    attain_observations changes;
    attain_evaluate_options_init(&options);
    options.allocator = asking->allocator;
    options.measures = (uint64_t)1 << ATTAIN_MEASURE_VALUE |
                       (uint64_t)1 << ATTAIN_MEASURE_SCORE;
    options.as_of = asking->ev->as_of;
    options.rank_depth = 0;
    attain_observations_init(&changes);
    attain_answer_changes(asking->answer, &changes, NULL);
    return attain_whatif_create(asking->plan, asking->data, &changes, &options,
                                out, err);
}
