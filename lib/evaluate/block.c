/* Setting up the judging of a target, and the memory it is judged in. */
#include <math.h>
#include <string.h>

#include "evaluate/target.h"

static void set_limits(attain_i_judging *judging) {
    const attain_target *target = judging->target;
    judging->low = -INFINITY;
    judging->high = INFINITY;
    switch (target->comparator) {
    case ATTAIN_COMPARATOR_AT_LEAST:
    case ATTAIN_COMPARATOR_ABOVE:
        judging->low = target->value;
        break;
    case ATTAIN_COMPARATOR_AT_MOST:
    case ATTAIN_COMPARATOR_BELOW:
        judging->high = target->value;
        break;
    case ATTAIN_COMPARATOR_BETWEEN:
    case ATTAIN_COMPARATOR_ABOUT:
        judging->low = judging->node->lower;
        judging->high = judging->node->upper;
        break;
    default:
        break;
    }
    judging->outer_low = target->outer_low;
    judging->outer_high = target->outer_high;
}

/* The target's path points in the order of their periods. */
static void find_path(attain_i_judging *judging,
                      const attain_path_point **path) {
    const attain_plan *plan = judging->work->plan;
    size_t count = 0;
    for (size_t p = 0; p < plan->path_count; p++) {
        if (strcmp(plan->path[p].target, judging->target->id) != 0)
            continue;
        size_t at = count++;
        for (; at > 0 && path[at - 1]->period > plan->path[p].period; at--)
            path[at] = path[at - 1];
        path[at] = &plan->path[p];
    }
    judging->path = path;
    judging->path_count = count;
}

void attain_i_judging_make(attain_i_judging *judging, const attain_i_work *work,
                           attain_evaluation *ev, const attain_i_node *node,
                           const attain_path_point **path) {
    memset(judging, 0, sizeof *judging);
    judging->work = work;
    judging->ev = ev;
    judging->node = node;
    judging->target = &work->plan->targets[node->row];
    judging->metric =
        attain_i_map_find(&work->plan->metric_ids, judging->target->metric,
                          strlen(judging->target->metric));
    judging->use = &work->uses[judging->metric];
    judging->score = node->score;
    judging->first = work->plan->info.first_period;
    judging->judged = node->period;
    judging->due = node->due;
    judging->base = judging->target->baseline_period;
    judging->stated = !isnan(judging->target->baseline);
    judging->levels =
        judging->target->series == ATTAIN_SERIES_LEVEL ||
        judging->target->series == ATTAIN_SERIES_SINCE_BASELINE ||
        judging->target->series == ATTAIN_SERIES_GROWTH_SINCE_BASELINE;
    judging->periods = (size_t)(judging->judged - judging->first) + 1;
    attain_i_target_method_of(judging->target, &judging->method);
    set_limits(judging);
    find_path(judging, path);
}

attain_status attain_i_block_make(attain_i_block *block, size_t periods,
                                  size_t window,
                                  const attain_allocator *allocator) {
    size_t cells = periods * ATTAIN_I_BLOCK;
    memset(block, 0, sizeof *block);
    block->period_capacity = periods;
    block->point_capacity = 2 * (window + 1);
    block->x = attain_i_allocate(allocator, periods, 3 * sizeof *block->x);
    block->lent = block->x == NULL ? NULL : block->x + periods;
    block->space = attain_i_allocate(allocator, cells, sizeof(double));
    block->scale = attain_i_allocate(allocator, cells, sizeof(double));
    block->sat = attain_i_allocate(allocator, cells, 1);
    block->made = attain_i_allocate(allocator, periods, 1);
    block->points =
        attain_i_allocate(allocator, block->point_capacity, sizeof(double));
    return block->x == NULL || block->space == NULL || block->scale == NULL ||
                   block->sat == NULL || block->made == NULL ||
                   block->points == NULL
               ? ATTAIN_ERR_MEMORY
               : ATTAIN_OK;
}

void attain_i_block_clear(attain_i_block *block,
                          const attain_allocator *allocator) {
    size_t cells = block->period_capacity * ATTAIN_I_BLOCK;
    attain_i_release(allocator, block->x, block->period_capacity,
                     3 * sizeof *block->x);
    attain_i_release(allocator, block->space, cells, sizeof(double));
    attain_i_release(allocator, block->scale, cells, sizeof(double));
    attain_i_release(allocator, block->sat, cells, 1);
    attain_i_release(allocator, block->made, block->period_capacity, 1);
    attain_i_release(allocator, block->points, block->point_capacity,
                     sizeof(double));
}

static int follow(const int32_t *numbers, size_t count) {
    return count > 0 && (size_t)(numbers[count - 1] - numbers[0]) == count - 1;
}

void attain_i_block_take(attain_i_block *block, const int32_t *units,
                         const int32_t *rows, size_t count) {
    block->units = units;
    block->rows = rows;
    block->count = count;
    block->units_follow = follow(units, count);
    block->rows_follow = follow(rows, count);
    block->attainment = block->out[0];
    block->low = block->out[1];
    block->high = block->out[2];
    block->share = block->out[3];
    block->verdict = block->codes[0];
    block->status = block->codes[1];
    block->paced = 0;
    memset(block->made, 0, block->period_capacity);
    memset(block->shrunk, 0, count);
}
