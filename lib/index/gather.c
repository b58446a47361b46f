/* Nodes, units and observed values of an index, read off evaluations. */
#include <math.h>
#include <string.h>

#include "index/model.h"

void *attain_i_build_room(attain_i_arena *arena, size_t count, size_t size) {
    return size == 0 || count <= SIZE_MAX / size
               ? attain_i_arena_bytes(arena, count * size)
               : NULL;
}

static const char *keep(attain_i_arena *arena, const char *text) {
    return attain_i_arena_text(arena, text, strlen(text));
}

/* --- Nodes ---------------------------------------------------------------- */

/* A frame being made. */
typedef struct gathering {
    const attain_plan *plan;
    const attain_dataset *data;
    attain_i_frame *frame;
    attain_evaluation *ev; /* of the period at hand */
    int32_t top;           /* its node of the index */
    int32_t *places;       /* [node of the frame]: that of the evaluation */
    attain_error *err;
} gathering;

static int is_indicator(const attain_node *node) {
    return node->kind == ATTAIN_KIND_TARGET &&
           node->comparator == ATTAIN_COMPARATOR_NONE;
}

static attain_status read_node(const gathering *g, int32_t node,
                               attain_node *out) {
    attain_node_init(out);
    return attain_evaluation_get_node(g->ev, node, out, g->err);
}

/* Counts what is below the top, itself included. */
static attain_status count_nodes(gathering *g, const attain_node *top) {
    attain_i_frame *frame = g->frame;
    attain_node node = *top;
    size_t end = attain_evaluation_node_count(g->ev);
    frame->node_count = 1;
    for (size_t n = (size_t)g->top + 1; n < end; n++) {
        read_node(g, (int32_t)n, &node);
        if (node.depth <= top->depth)
            break;
        if (node.kind == ATTAIN_KIND_TARGET && !is_indicator(&node))
            continue;
        frame->node_count++;
        frame->indicators += node.kind == ATTAIN_KIND_TARGET;
        if (strcmp(node.level, top->level) != 0)
            return attain_i_fail(g->err, ATTAIN_ERR_MISMATCH, "level", node.row,
                                 "\"%s\" is judged at level \"%s\", the index "
                                 "at \"%s\"",
                                 node.id, node.level, top->level);
    }
    if (frame->indicators == 0)
        return attain_i_fail(g->err, ATTAIN_ERR_MISSING, "goal", top->row,
                             "below \"%s\" there is no target with comparator "
                             "none: nothing to make an index of",
                             top->id);
    return ATTAIN_OK;
}

static int32_t method_of(const attain_goal *goal) {
    const attain_i_word *word = attain_i_words_aggregate;
    while (word->value != goal->aggregate)
        word++;
    return attain_method_find(ATTAIN_METHOD_AGGREGATION, word->word,
                              ATTAIN_NUL_TERMINATED);
}

static int take_node(gathering *g, const attain_node *node, int32_t depth,
                     attain_i_build_node *out, size_t *indicators) {
    const attain_plan *plan = g->plan;
    memset(out, 0, sizeof *out);
    out->id = keep(&g->frame->arena, node->id);
    out->name = keep(&g->frame->arena, node->name);
    out->given = node->weight;
    out->kind = node->kind;
    out->depth = node->depth - depth;
    out->indicator = -1;
    if (node->kind == ATTAIN_KIND_GOAL) {
        out->aggregate = method_of(&plan->goals[node->row]);
    } else {
        int32_t metric = attain_plan_find(plan, ATTAIN_PLAN_METRICS,
                                          plan->targets[node->row].metric,
                                          ATTAIN_NUL_TERMINATED);
        out->down = plan->metrics[metric].direction == ATTAIN_DIRECTION_DOWN;
        out->indicator = (int32_t)(*indicators)++;
    }
    return out->id != NULL && out->name != NULL;
}

/* Parents and ends, by depth. `open[d]` is the last node of depth d. */
static void link_nodes(attain_i_frame *frame, int32_t *open) {
    attain_i_build_node *nodes = frame->nodes;
    int32_t count = (int32_t)frame->node_count;
    int32_t deepest = -1;
    for (int32_t n = 0; n <= count; n++) {
        int32_t depth = n < count ? nodes[n].depth : 0;
        for (; deepest >= depth; deepest--)
            nodes[open[deepest]].end = n;
        if (n == count)
            break;
        nodes[n].parent = depth == 0 ? -1 : open[depth - 1];
        open[depth] = n;
        deepest = depth;
    }
}

static attain_status take_nodes(gathering *g, const attain_node *top) {
    attain_i_frame *frame = g->frame;
    size_t count = frame->node_count;
    size_t taken = 0;
    size_t indicators = 0;
    attain_node node;
    int32_t *open =
        attain_i_allocate(&frame->allocator, count + 1, sizeof *open);
    frame->nodes =
        attain_i_build_room(&frame->arena, count, sizeof *frame->nodes);
    g->places = attain_i_build_room(&frame->arena, count, sizeof *g->places);
    int sound = open != NULL && frame->nodes != NULL && g->places != NULL;
    for (int32_t n = g->top; sound && taken < count; n++) {
        read_node(g, n, &node);
        if (node.kind == ATTAIN_KIND_TARGET && !is_indicator(&node))
            continue;
        attain_i_build_node *out = &frame->nodes[taken];
        sound = take_node(g, &node, top->depth, out, &indicators) &&
                attain_i_map_add(&frame->ids, out->id, strlen(out->id),
                                 (int32_t)taken);
        g->places[taken++] = n;
    }
    if (sound)
        link_nodes(frame, open);
    attain_i_release(&frame->allocator, open, count + 1, sizeof *open);
    return sound ? ATTAIN_OK : attain_i_fail_memory(g->err);
}

/* --- Units ---------------------------------------------------------------- */

static attain_unit unit_at(const gathering *g, size_t row) {
    attain_unit unit;
    attain_unit_init(&unit);
    attain_dataset_get_unit(g->data, (int32_t)row, &unit, NULL);
    return unit;
}

/* The number of the unit above; `numbers` are those given so far. */
static int32_t group_of(const gathering *g, const attain_unit *unit,
                        int32_t *numbers) {
    int32_t row =
        unit->parent == NULL
            ? -1
            : attain_dataset_find(g->data, ATTAIN_DATASET_UNITS, unit->parent,
                                  ATTAIN_NUL_TERMINATED);
    if (row < 0)
        return -1;
    if (numbers[row] < 0)
        numbers[row] = (int32_t)g->frame->group_count++;
    return numbers[row];
}

static int take_unit(const gathering *g, size_t row, int32_t *numbers) {
    attain_i_frame *frame = g->frame;
    attain_unit unit = unit_at(g, row);
    size_t u = frame->units++;
    frame->unit_rows[u] = (int32_t)row;
    frame->unit_ids[u] = keep(&frame->arena, unit.id);
    frame->unit_names[u] = keep(&frame->arena, unit.name);
    frame->groups[u] = group_of(g, &unit, numbers);
    return frame->unit_ids[u] != NULL && frame->unit_names[u] != NULL;
}

static attain_status take_units(gathering *g, const char *level) {
    attain_i_frame *frame = g->frame;
    attain_i_arena *arena = &frame->arena;
    size_t all = attain_dataset_count(g->data, ATTAIN_DATASET_UNITS);
    size_t count = 0;
    for (size_t i = 0; i < all; i++)
        count += strcmp(unit_at(g, i).level, level) == 0;
    frame->unit_rows = attain_i_build_room(arena, count, sizeof(int32_t));
    frame->unit_ids = attain_i_build_room(arena, count, sizeof(char *));
    frame->unit_names = attain_i_build_room(arena, count, sizeof(char *));
    frame->groups = attain_i_build_room(arena, count, sizeof(int32_t));
    int32_t *numbers =
        attain_i_allocate(&frame->allocator, all, sizeof *numbers);
    int sound = frame->unit_rows != NULL && frame->unit_ids != NULL &&
                frame->unit_names != NULL && frame->groups != NULL &&
                numbers != NULL;
    for (size_t i = 0; sound && i < all; i++)
        numbers[i] = -1;
    for (size_t i = 0; sound && i < all; i++)
        if (strcmp(unit_at(g, i).level, level) == 0)
            sound = take_unit(g, i, numbers);
    attain_i_release(&frame->allocator, numbers, all, sizeof *numbers);
    return sound ? ATTAIN_OK : attain_i_fail_memory(g->err);
}

/* --- Values --------------------------------------------------------------- */

static attain_status make_room(gathering *g) {
    attain_i_frame *frame = g->frame;
    attain_i_arena *arena = &frame->arena;
    if (frame->units > SIZE_MAX / frame->periods)
        return attain_i_fail_memory(g->err);
    frame->rows = frame->units * frame->periods;
    frame->times = attain_i_build_room(arena, frame->periods, sizeof(double));
    frame->present = attain_i_build_room(arena, frame->rows, 1);
    if (frame->rows <= SIZE_MAX / sizeof(double))
        frame->raw = attain_i_build_room(arena, frame->indicators,
                                         frame->rows * sizeof(double));
    if (frame->times == NULL || frame->present == NULL || frame->raw == NULL)
        return attain_i_fail_memory(g->err);
    memset(frame->present, 0, frame->rows);
    for (size_t i = 0; i < frame->indicators * frame->rows; i++)
        frame->raw[i] = (double)NAN;
    for (size_t p = 0; p < frame->periods; p++)
        frame->times[p] = (double)(frame->first + (int32_t)p);
    return ATTAIN_OK;
}

/* The values of an indicator in the period at hand. */
static void take_values(const gathering *g, int32_t node, double *out) {
    const attain_i_frame *frame = g->frame;
    for (size_t u = 0; u < frame->units; u++) {
        int64_t row =
            attain_evaluation_find_row(g->ev, node, frame->unit_rows[u]);
        if (row >= 0)
            out[u] =
                attain_evaluation_value(g->ev, ATTAIN_MEASURE_VALUE, node, row);
    }
}

static void take_period(const gathering *g, size_t period) {
    const attain_i_frame *frame = g->frame;
    size_t from = period * frame->units;
    for (size_t u = 0; u < frame->units; u++)
        frame->present[from + u] =
            attain_evaluation_find_row(g->ev, g->top, frame->unit_rows[u]) >= 0;
    for (size_t n = 0; n < frame->node_count; n++) {
        int32_t i = frame->nodes[n].indicator;
        if (i >= 0)
            take_values(g, g->places[n],
                        frame->raw + (size_t)i * frame->rows + from);
    }
}

/* --- The whole ------------------------------------------------------------ */

static attain_status judge(gathering *g, size_t period) {
    attain_evaluate_options options;
    attain_evaluate_options_init(&options);
    options.allocator = &g->frame->allocator;
    options.measures = UINT64_C(1) << ATTAIN_MEASURE_VALUE;
    options.rank_depth = 0;
    options.as_of = g->frame->first + (int32_t)period;
    return attain_evaluate(g->plan, g->data, &options, &g->ev, g->err);
}

static attain_status find_top(gathering *g, const char *goal,
                              attain_node *top) {
    g->top = goal == NULL ? 0
                          : attain_evaluation_find_node(g->ev, goal,
                                                        ATTAIN_NUL_TERMINATED);
    if (g->top >= 0)
        read_node(g, g->top, top);
    if (g->top < 0 || top->kind != ATTAIN_KIND_GOAL)
        return attain_i_fail(g->err, ATTAIN_ERR_UNKNOWN, "goal", -1,
                             "there is no goal \"%s\"", goal);
    return ATTAIN_OK;
}

static attain_status take_first(gathering *g, const char *goal) {
    attain_node top;
    attain_status status = find_top(g, goal, &top);
    if (status == ATTAIN_OK)
        status = count_nodes(g, &top);
    if (status == ATTAIN_OK)
        status = take_nodes(g, &top);
    if (status == ATTAIN_OK)
        status = take_units(g, top.level);
    return status == ATTAIN_OK ? make_room(g) : status;
}

/* Which periods, all of the plan. */
static attain_status find_periods(gathering *g,
                                  const attain_index_options *options) {
    const attain_plan_info *info = &g->plan->info;
    int32_t last = options->last_period;
    int32_t first = options->first_period;
    if (last == ATTAIN_PERIOD_NONE) {
        int32_t seen = ATTAIN_PERIOD_NONE;
        attain_dataset_periods(g->data, NULL, &seen, NULL);
        last = info->last_period;
        if (attain_period_frequency(seen) == attain_period_frequency(last) &&
            seen < last)
            last = seen;
    }
    first = first == ATTAIN_PERIOD_NONE ? last : first;
    if (first < info->first_period || last > info->last_period || first > last)
        return attain_i_fail(g->err, ATTAIN_ERR_PERIOD,
                             first > last ? "first_period" : "last_period", -1,
                             "an index is made of periods of the plan, the "
                             "first not after the last");
    g->frame->first = first;
    g->frame->periods = (size_t)(last - first) + 1;
    return ATTAIN_OK;
}

static attain_status gather(gathering *g, const attain_index_options *options) {
    attain_status status = find_periods(g, options);
    if (status != ATTAIN_OK)
        return status;
    for (size_t p = 0; p < g->frame->periods && status == ATTAIN_OK; p++) {
        status = judge(g, p);
        if (status == ATTAIN_OK && p == 0)
            status = take_first(g, options->goal);
        if (status == ATTAIN_OK)
            take_period(g, p);
        attain_evaluation_destroy(g->ev);
        g->ev = NULL;
    }
    return status;
}

attain_status attain_i_frame_create(const attain_plan *plan,
                                    const attain_dataset *data,
                                    const attain_index_options *options,
                                    attain_i_frame **out, attain_error *err) {
    attain_allocator allocator;
    if (!attain_i_allocator_set(&allocator, options->allocator))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "allocator", -1,
                             "a function of the allocator is NULL");
    attain_i_frame *frame =
        attain_i_allocate_zero(&allocator, 1, sizeof *frame);
    if (frame == NULL)
        return attain_i_fail_memory(err);
    frame->allocator = allocator;
    attain_i_arena_init(&frame->arena, &frame->allocator);
    attain_i_map_init(&frame->ids, &frame->allocator);
    attain_i_counter_add(&frame->holders);
    /* The words of both stand for the same (see enum attain_blank). */
    frame->blank = plan->info.missing;
    gathering g = {plan, data, frame, NULL, 0, NULL, err};
    attain_status status = gather(&g, options);
    if (status != ATTAIN_OK)
        attain_i_frame_drop(frame);
    else
        *out = frame;
    return status;
}

void attain_i_frame_drop(attain_i_frame *frame) {
    if (frame == NULL || attain_i_counter_drop(&frame->holders) > 1)
        return;
    attain_allocator allocator = frame->allocator;
    attain_i_map_clear(&frame->ids);
    attain_i_arena_clear(&frame->arena);
    attain_i_release(&allocator, frame, 1, sizeof *frame);
}
