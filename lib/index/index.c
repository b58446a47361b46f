/* The index as an object. */
#include <string.h>

#include "index/model.h"

void attain_index_options_init(attain_index_options *options) {
    if (options == NULL)
        return;
    memset(options, 0, sizeof *options);
    options->struct_size = sizeof *options;
    options->first_period = ATTAIN_PERIOD_NONE;
    options->last_period = ATTAIN_PERIOD_NONE;
}

/* --- Room ----------------------------------------------------------------- */

static int make_room(attain_index *index) {
    const attain_i_frame *frame = index->frame;
    attain_i_arena *arena = &index->arena;
    size_t nodes = frame->node_count;
    size_t rows = frame->rows;
    size_t row = rows * sizeof(double); /* fits: `raw` is there */
    index->low = attain_i_build_room(arena, nodes, sizeof *index->low);
    index->weights = attain_i_build_room(arena, nodes, sizeof(double));
    index->effective = attain_i_build_room(arena, nodes, sizeof(double));
    index->kept = attain_i_build_room(arena, rows, 1);
    index->imputed = attain_i_build_room(arena, frame->indicators, row);
    index->treated = attain_i_build_room(arena, frame->indicators, row);
    index->filled = attain_i_build_room(arena, frame->indicators, rows);
    index->touched = attain_i_build_room(arena, frame->indicators, rows);
    index->scores = attain_i_build_room(arena, nodes, row);
    index->ranks = attain_i_build_room(arena, nodes, row);
    index->reasons = attain_i_build_room(arena, nodes, rows);
    return index->low != NULL && index->weights != NULL &&
           index->effective != NULL && index->kept != NULL &&
           index->imputed != NULL && index->treated != NULL &&
           index->filled != NULL && index->touched != NULL &&
           index->scores != NULL && index->ranks != NULL &&
           index->reasons != NULL;
}

/* --- Making --------------------------------------------------------------- */

/* An index over a frame, which it holds; NULL without memory. */
static attain_index *begin(attain_i_frame *frame) {
    attain_index *index =
        attain_i_allocate_zero(&frame->allocator, 1, sizeof *index);
    if (index == NULL)
        return NULL;
    index->allocator = frame->allocator;
    attain_i_arena_init(&index->arena, &index->allocator);
    index->frame = frame;
    attain_i_counter_add(&frame->holders);
    return index;
}

/* Does all steps, once the choices are there. */
static attain_status finish(attain_index *index, attain_status status,
                            attain_index **out, attain_error *err) {
    if (status == ATTAIN_OK)
        status = attain_i_build_settle(index, err);
    if (status == ATTAIN_OK && !make_room(index))
        status = attain_i_fail_memory(err);
    if (status == ATTAIN_OK)
        status = attain_i_build_prepare(index, err);
    if (status == ATTAIN_OK)
        status = attain_i_build_compose(index, err);
    if (status == ATTAIN_OK)
        *out = index;
    else
        attain_index_destroy(index);
    return status;
}

attain_status attain_index_create(const attain_plan *plan,
                                  const attain_dataset *data,
                                  const attain_index_options *options,
                                  attain_index **out, attain_error *err) {
    attain_index_options defaults;
    attain_i_frame *frame;
    if (plan == NULL || data == NULL || out == NULL)
        return attain_i_fail_null(err, plan == NULL   ? "plan"
                                       : data == NULL ? "data"
                                                      : "out");
    attain_index_options_init(&defaults);
    if (options == NULL)
        options = &defaults;
    if (!attain_i_struct_ok(options->struct_size, sizeof *options,
                            sizeof *options))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "options", -1,
                             "struct_size %zu of attain_index_options",
                             options->struct_size);
    attain_status status =
        attain_i_frame_create(plan, data, options, &frame, err);
    if (status != ATTAIN_OK)
        return status;
    attain_index *index = begin(frame);
    if (index == NULL)
        status = attain_i_fail_memory(err);
    else
        status =
            finish(index, attain_i_build_choices(index, plan, err), out, err);
    attain_i_frame_drop(frame);
    return status;
}

attain_status attain_index_vary(const attain_index *index,
                                const attain_choice *choice, attain_index **out,
                                attain_error *err) {
    if (index == NULL || choice == NULL || out == NULL)
        return attain_i_fail_null(err, index == NULL    ? "index"
                                       : choice == NULL ? "choice"
                                                        : "out");
    attain_index *varied = begin(index->frame);
    if (varied == NULL)
        return attain_i_fail_memory(err);
    return finish(varied, attain_i_build_varied(varied, index, choice, err),
                  out, err);
}

void attain_index_destroy(attain_index *index) {
    if (index == NULL)
        return;
    attain_allocator allocator = index->allocator;
    attain_i_arena_clear(&index->arena);
    attain_i_frame_drop(index->frame);
    attain_i_release(&allocator, index, 1, sizeof *index);
}
