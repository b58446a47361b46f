/* An index as attain_doubt() draws it. */
#include <math.h>
#include <string.h>

#include "index/model.h"

/* The index as a composite: columns are its indicators, then goals from the
 * last to the first, which is the root. */
typedef struct drawing {
    const attain_index *index;
    attain_i_arena scratch;
    int32_t *places; /* [node of the index]: of the composite; −1: none */
    double *values;
    int32_t *parents;
    double *weights;
    int32_t *methods;   /* [group] */
    double *parameters; /* [group][most parameters] */
    double *spreads;
    double *errors;
    size_t columns;
    size_t nodes;
} drawing;

/* --- The tree ------------------------------------------------------------- */

static void place_nodes(drawing *d) {
    const attain_index *index = d->index;
    const attain_i_frame *frame = index->frame;
    for (size_t n = 0; n < frame->node_count; n++) {
        d->places[n] = -1;
        if (!index->omitted[n] && frame->nodes[n].indicator >= 0)
            d->places[n] = (int32_t)d->columns++;
    }
    d->nodes = d->columns;
    for (size_t n = frame->node_count; n-- > 0;)
        if (!index->omitted[n] && frame->nodes[n].indicator < 0)
            d->places[n] = (int32_t)d->nodes++;
}

/* How a goal aggregates. */
static void take_method(const drawing *d, size_t node) {
    enum { MOST = ATTAIN_I_MOST_PARAMETERS };
    const attain_i_chosen *chosen =
        attain_i_build_chosen(d->index, node, ATTAIN_STEP_AGGREGATION);
    size_t group = (size_t)d->places[node] - d->columns;
    d->methods[group] =
        attain_index_method(d->index, (int32_t)node, ATTAIN_STEP_AGGREGATION);
    for (size_t i = 0; i < MOST; i++)
        d->parameters[group * MOST + i] =
            chosen == NULL ? (double)NAN : chosen->parameters[i];
}

static attain_status take_node(const drawing *d, size_t node,
                               const attain_doubt_options *options,
                               attain_error *err) {
    const attain_index *index = d->index;
    const attain_i_build_node *of = &index->frame->nodes[node];
    int32_t place = d->places[node];
    d->parents[place] = of->parent < 0 ? -1 : d->places[of->parent];
    d->weights[place] = index->weights[node];
    if (options->spreads != NULL)
        d->spreads[place] = options->spreads[node];
    if (isnan(index->weights[node]))
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "weighting", (int64_t)node,
                             "\"%s\" has no weight", of->id);
    if (of->indicator < 0)
        take_method(d, node);
    else if (options->errors != NULL)
        d->errors[place] = options->errors[node];
    return ATTAIN_OK;
}

/* --- Values --------------------------------------------------------------- */

static void take_column(const drawing *d, size_t node, size_t row) {
    const attain_index *index = d->index;
    size_t units = index->frame->units;
    double sign = index->low[node] ? -1 : 1;
    double *out = d->values + (size_t)d->places[node] * units;
    const double *from = index->scores + node * index->frame->rows + row;
    for (size_t u = 0; u < units; u++) {
        out[u] = sign * from[u];
        if (isnan(from[u]) && index->frame->blank == ATTAIN_BLANK_ZERO &&
            index->kept[row + u])
            out[u] = 0;
    }
}

/* Where no blank is borne, a unit with one has no score. */
static void drop_incomplete(const drawing *d) {
    size_t units = d->index->frame->units;
    const attain_i_frame *frame = d->index->frame;
    for (size_t u = 0; u < units; u++) {
        int complete = 1;
        for (size_t n = 0; n < frame->node_count; n++)
            complete &= d->places[n] < 0 || frame->nodes[n].indicator < 0 ||
                        !(d->index->effective[n] > 0) ||
                        !isnan(d->values[(size_t)d->places[n] * units + u]);
        for (size_t c = 0; c < d->columns && !complete; c++)
            d->values[c * units + u] = (double)NAN;
    }
}

/* --- The call ------------------------------------------------------------- */

static int make_room(drawing *d) {
    attain_i_arena *arena = &d->scratch;
    size_t count = d->index->frame->node_count;
    size_t units = d->index->frame->units;
    d->places = attain_i_build_room(arena, count, sizeof *d->places);
    d->parents = attain_i_build_room(arena, count, sizeof *d->parents);
    d->methods = attain_i_build_room(arena, count, sizeof *d->methods);
    d->parameters = attain_i_build_room(
        arena, count, ATTAIN_I_MOST_PARAMETERS * sizeof *d->parameters);
    d->weights = attain_i_build_room(arena, count, sizeof *d->weights);
    d->spreads = attain_i_build_room(arena, count, sizeof *d->spreads);
    d->errors = attain_i_build_room(arena, count, sizeof *d->errors);
    d->values = attain_i_build_room(arena, count, units * sizeof *d->values);
    return d->places != NULL && d->parents != NULL && d->methods != NULL &&
           d->parameters != NULL && d->weights != NULL && d->spreads != NULL &&
           d->errors != NULL && d->values != NULL;
}

static attain_status fill(drawing *d, size_t row,
                          const attain_doubt_options *options,
                          attain_error *err) {
    const attain_i_frame *frame = d->index->frame;
    attain_status status = ATTAIN_OK;
    place_nodes(d);
    for (size_t n = 0; n < frame->node_count && status == ATTAIN_OK; n++) {
        if (d->places[n] < 0)
            continue;
        status = take_node(d, n, options, err);
        if (frame->nodes[n].indicator >= 0)
            take_column(d, n, row);
    }
    if (status == ATTAIN_OK && frame->blank == ATTAIN_BLANK_STRICT)
        drop_incomplete(d);
    return status;
}

static attain_status draw(const drawing *d, const attain_doubt_options *options,
                          const attain_doubt_result *result,
                          attain_error *err) {
    attain_composite composite;
    attain_doubt_options placed = *options;
    attain_composite_init(&composite);
    composite.values = d->values;
    composite.column_count = d->columns;
    composite.stride = composite.unit_count = d->index->frame->units;
    composite.node_count = d->nodes;
    composite.parents = d->parents;
    composite.weights = d->weights;
    composite.aggregations = d->methods;
    composite.aggregation_count = 1;
    composite.aggregation_parameters = d->parameters;
    composite.parameter_count = ATTAIN_I_MOST_PARAMETERS;
    placed.spreads = options->spreads == NULL ? NULL : d->spreads;
    placed.errors = options->errors == NULL ? NULL : d->errors;
    return attain_doubt(&composite, &placed, result, err);
}

attain_status attain_index_doubt(const attain_index *index, int32_t period,
                                 const attain_doubt_options *options,
                                 const attain_doubt_result *result,
                                 attain_error *err) {
    attain_doubt_options defaults;
    size_t row = 0;
    if (index == NULL || result == NULL)
        return attain_i_fail_null(err, index == NULL ? "index" : "result");
    attain_doubt_options_init(&defaults);
    options = options == NULL ? &defaults : options;
    if (!attain_i_struct_ok(options->struct_size, sizeof *options,
                            sizeof *options))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "options", -1,
                             "struct_size %zu of attain_doubt_options",
                             options->struct_size);
    attain_status status = attain_i_build_period(index, period, &row, err);
    if (status != ATTAIN_OK)
        return status;
    drawing d = {.index = index};
    attain_i_arena_init(&d.scratch, &index->allocator);
    status =
        make_room(&d) ? fill(&d, row, options, err) : attain_i_fail_memory(err);
    if (status == ATTAIN_OK)
        status = draw(&d, options, result, err);
    attain_i_arena_clear(&d.scratch);
    return status;
}
