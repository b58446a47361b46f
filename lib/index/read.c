/* Reading an index back. */
#include <math.h>
#include <string.h>

#include "index/model.h"

/* --- Nodes ---------------------------------------------------------------- */

void attain_index_node_init(attain_index_node *node) {
    if (node == NULL)
        return;
    memset(node, 0, sizeof *node);
    node->struct_size = sizeof *node;
    node->parent = -1;
}

size_t attain_index_node_count(const attain_index *index) {
    return index == NULL ? 0 : index->frame->node_count;
}

static int is_node(const attain_index *index, int32_t node) {
    return node >= 0 && (size_t)node < attain_index_node_count(index);
}

static attain_status fail_node(int32_t node, attain_error *err) {
    return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "node", -1,
                         "the index has no node %d", (int)node);
}

attain_status attain_index_get_node(const attain_index *index, int32_t node,
                                    attain_index_node *out, attain_error *err) {
    if (index == NULL || out == NULL)
        return attain_i_fail_null(err, index == NULL ? "index" : "out");
    if (!attain_i_struct_ok(out->struct_size, sizeof *out, sizeof *out))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "out", -1,
                             "struct_size %zu of attain_index_node",
                             out->struct_size);
    if (!is_node(index, node))
        return fail_node(node, err);
    const attain_i_build_node *from = &index->frame->nodes[node];
    out->id = from->id;
    out->name = from->name;
    out->weight = index->weights[node];
    out->effective = index->effective[node];
    out->kind = from->kind;
    out->parent = from->parent;
    out->depth = from->depth;
    out->descending = from->down;
    out->low_is_good = index->low[node];
    out->omitted = index->omitted[node];
    return ATTAIN_OK;
}

int32_t attain_index_find_node(const attain_index *index, const char *id,
                               size_t length) {
    if (index == NULL || id == NULL)
        return -1;
    return attain_i_map_find(&index->frame->ids, id,
                             attain_i_length(id, length));
}

int32_t attain_index_method(const attain_index *index, int32_t node,
                            int32_t step) {
    if (!is_node(index, node) || step < 0 || step >= ATTAIN_I_STEPS)
        return -1;
    const attain_i_build_node *of = &index->frame->nodes[node];
    int is_goal = of->kind == ATTAIN_KIND_GOAL;
    if (index->omitted[node] || (step >= ATTAIN_STEP_WEIGHTING && !is_goal))
        return -1;
    const attain_i_chosen *chosen =
        attain_i_build_chosen(index, (size_t)node, step);
    if (chosen != NULL)
        return chosen->method;
    return step == ATTAIN_STEP_AGGREGATION ? of->aggregate : -1;
}

/* --- Units and periods ---------------------------------------------------- */

const int32_t *attain_index_units(const attain_index *index, size_t *count) {
    if (count != NULL)
        *count = index == NULL ? 0 : index->frame->units;
    return index == NULL ? NULL : index->frame->unit_rows;
}

static int is_unit(const attain_index *index, int32_t unit) {
    return index != NULL && unit >= 0 && (size_t)unit < index->frame->units;
}

const char *attain_index_unit_id(const attain_index *index, int32_t unit) {
    return is_unit(index, unit) ? index->frame->unit_ids[unit] : NULL;
}

const char *attain_index_unit_name(const attain_index *index, int32_t unit) {
    return is_unit(index, unit) ? index->frame->unit_names[unit] : NULL;
}

attain_status attain_index_periods(const attain_index *index,
                                   int32_t *out_first, int32_t *out_last,
                                   attain_error *err) {
    if (index == NULL)
        return attain_i_fail_null(err, "index");
    if (out_first != NULL)
        *out_first = index->frame->first;
    if (out_last != NULL)
        *out_last = index->frame->first + (int32_t)index->frame->periods - 1;
    return ATTAIN_OK;
}

attain_status attain_i_build_period(const attain_index *index, int32_t period,
                                    size_t *row, attain_error *err) {
    const attain_i_frame *frame = index->frame;
    int32_t last = frame->first + (int32_t)frame->periods - 1;
    period = period == ATTAIN_PERIOD_NONE ? last : period;
    if (period < frame->first || period > last)
        return attain_i_fail(err, ATTAIN_ERR_PERIOD, "period", -1,
                             "this is no period of the index");
    *row = (size_t)(period - frame->first) * frame->units;
    return ATTAIN_OK;
}

/* --- Columns -------------------------------------------------------------- */

/* Where a measure's numbers are: doubles or codes; both NULL: it has none. */
typedef struct source {
    const double *numbers;
    const uint8_t *codes;
} source;

static source find_source(const attain_index *index, int32_t measure,
                          size_t node) {
    size_t rows = index->frame->rows;
    int32_t indicator = index->frame->nodes[node].indicator;
    size_t at = (size_t)(indicator < 0 ? 0 : indicator) * rows;
    size_t of = node * rows;
    const source sources[] = {
        [ATTAIN_INDEX_RAW] = {index->frame->raw + at, NULL},
        [ATTAIN_INDEX_IMPUTED] = {index->imputed + at, NULL},
        [ATTAIN_INDEX_FILLED] = {NULL, index->filled + at},
        [ATTAIN_INDEX_TREATED] = {index->treated + at, NULL},
        [ATTAIN_INDEX_TREATMENT] = {NULL, index->touched + at},
        [ATTAIN_INDEX_SCORE] = {index->scores + of, NULL},
        [ATTAIN_INDEX_RANK] = {index->ranks + of, NULL},
        [ATTAIN_INDEX_REASON] = {NULL, index->reasons + of},
        [ATTAIN_INDEX_KEPT] = {NULL, index->kept},
    };
    const source none = {NULL, NULL};
    return measure < ATTAIN_INDEX_SCORE && indicator < 0 ? none
                                                         : sources[measure];
}

attain_status attain_index_column(const attain_index *index, int32_t measure,
                                  int32_t node, int32_t period, double *out,
                                  size_t capacity, size_t *count,
                                  attain_error *err) {
    size_t row = 0;
    if (index == NULL || count == NULL)
        return attain_i_fail_null(err, index == NULL ? "index" : "count");
    if (measure < 0 || measure > ATTAIN_INDEX_KEPT)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "measure", -1,
                             "there is no measure %d", (int)measure);
    if (!is_node(index, node))
        return fail_node(node, err);
    attain_status status = attain_i_build_period(index, period, &row, err);
    if (status != ATTAIN_OK)
        return status;
    *count = index->frame->units;
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity < *count)
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "%zu units do not fit", *count);
    source from = find_source(index, measure, (size_t)node);
    for (size_t u = 0; u < *count; u++)
        out[u] = from.numbers != NULL ? from.numbers[row + u]
                 : from.codes != NULL ? (double)from.codes[row + u]
                                      : (double)NAN;
    return ATTAIN_OK;
}
