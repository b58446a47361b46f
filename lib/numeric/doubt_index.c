#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "numeric/check.h"
#include "numeric/doubt.h"
#include "numeric/peer.h"

void attain_composite_init(attain_composite *composite) {
    if (composite == NULL)
        return;
    memset(composite, 0, sizeof *composite);
    composite->struct_size = sizeof *composite;
}

static size_t node_count(const attain_composite *c) {
    return c->node_count == 0 ? c->column_count + 1 : c->node_count;
}

/* --- Checks --------------------------------------------------------------- */

static attain_status check_sizes(const attain_composite *c, attain_error *err) {
    if (c->column_count == 0 || c->column_count > INT32_MAX / 2)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "column_count", -1,
                             "%zu columns", c->column_count);
    if (c->unit_count == 0)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "unit_count", -1,
                             "there are no units");
    if (c->unit_count > INT32_MAX)
        return attain_i_fail(err, ATTAIN_ERR_LIMIT, "unit_count", -1,
                             "more than 2^31 - 1 units");
    if (c->stride < c->unit_count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "columns are closer together than they are long");
    if (c->values == NULL)
        return attain_i_fail_null(err, "values");
    if (node_count(c) <= c->column_count || node_count(c) > INT32_MAX)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "node_count", -1,
                             "no nodes beside the columns");
    if (c->parents == NULL && node_count(c) != c->column_count + 1)
        return attain_i_fail_null(err, "parents");
    return ATTAIN_OK;
}

static attain_status check_tree(const attain_composite *c, attain_error *err) {
    size_t nodes = node_count(c);
    for (size_t i = 0; c->parents != NULL && i < nodes; i++) {
        int64_t parent = c->parents[i];
        int64_t least =
            (int64_t)(i < c->column_count ? c->column_count : i + 1);
        if (i + 1 == nodes ? parent != -1
                           : parent < least || parent >= (int64_t)nodes)
            return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "parents",
                                 (int64_t)i,
                                 "node %zu has the parent %d: a parent is a "
                                 "group after its members, the last node's "
                                 "is -1",
                                 i, (int)parent);
    }
    for (size_t i = 0; c->weights != NULL && i + 1 < nodes; i++) {
        if (!(c->weights[i] >= 0 && c->weights[i] <= DBL_MAX))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "weights", (int64_t)i,
                                 "weight %zu is negative or not a number", i);
    }
    return ATTAIN_OK;
}

static attain_status check_words(const int32_t *words, size_t count,
                                 int32_t most, const char *field,
                                 attain_error *err) {
    if (words == NULL && count > 0)
        return attain_i_fail_null(err, field);
    for (size_t i = 0; i < count; i++) {
        if (words[i] < 0 || words[i] > most)
            return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, field, (int64_t)i,
                                 "there is no %d here", (int)words[i]);
    }
    return ATTAIN_OK;
}

attain_status attain_i_composite_check(const attain_composite *c,
                                       attain_error *err) {
    if (c == NULL)
        return attain_i_fail_null(err, "composite");
    if (!attain_i_struct_ok(c->struct_size, sizeof *c, sizeof *c))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "composite", -1,
                             "not a composite: call attain_composite_init() "
                             "first");
    attain_status status = check_sizes(c, err);
    if (status == ATTAIN_OK)
        status = check_tree(c, err);
    if (status == ATTAIN_OK && c->descending != NULL)
        status =
            check_words(c->descending, c->column_count, 1, "descending", err);
    if (status == ATTAIN_OK)
        status = check_words(c->normalisations, c->normalisation_count,
                             ATTAIN_DOUBT_NORMALISATION_PERCENTILE,
                             "normalisations", err);
    size_t groups = node_count(c) - c->column_count;
    if (status == ATTAIN_OK && c->aggregation_count > SIZE_MAX / groups)
        status = attain_i_fail_memory(err);
    if (status == ATTAIN_OK)
        status = check_words(c->aggregations, c->aggregation_count * groups,
                             ATTAIN_DOUBT_AGGREGATION_MIN, "aggregations", err);
    for (size_t i = 0; status == ATTAIN_OK && i < c->column_count; i++)
        status = attain_i_check_finite(c->values + i * c->stride, c->unit_count,
                                       "values", err);
    return status;
}

/* --- Making ready --------------------------------------------------------- */

static size_t parent_of(const attain_i_index *index, size_t node) {
    const int32_t *parents = index->of->parents;
    return parents == NULL ? index->nodes - 1 : (size_t)parents[node];
}

/* Members of each group, by counting. */
static void list_children(attain_i_index *index) {
    size_t *offsets = index->offsets;
    memset(offsets, 0, (index->groups + 2) * sizeof *offsets);
    for (size_t i = 0; i + 1 < index->nodes; i++)
        offsets[parent_of(index, i) - index->columns + 2]++;
    for (size_t g = 1; g <= index->groups; g++)
        offsets[g + 1] += offsets[g];
    for (size_t g = 0; g < index->groups; g++)
        index->column_ends[g] = offsets[g + 1];
    for (size_t i = 0; i + 1 < index->nodes; i++) {
        size_t group = parent_of(index, i) - index->columns;
        index->children[offsets[group + 1]++] = (int32_t)i;
        if (i < index->columns)
            index->column_ends[group] = offsets[group + 1];
    }
}

attain_status attain_i_index_normalise(const attain_i_index *index,
                                       size_t alternative, size_t of_column,
                                       const double *values, size_t count,
                                       double *column, attain_i_item *items,
                                       double *out, size_t step,
                                       attain_error *err) {
    const attain_composite *c = index->of;
    int descending = c->descending != NULL && c->descending[of_column];
    int32_t which = c->normalisation_count == 0
                        ? ATTAIN_DOUBT_NORMALISATION_NONE
                        : c->normalisations[alternative];
    if (which == ATTAIN_DOUBT_NORMALISATION_NONE) {
        for (size_t i = 0; i < count; i++)
            out[i * step] = descending ? -values[i] : values[i];
        return ATTAIN_OK;
    }
    int32_t score = which - ATTAIN_DOUBT_NORMALISATION_MINMAX;
    attain_status status =
        attain_i_peer_scores(score + ATTAIN_PEER_MINMAX, descending, values,
                             count, column, items, err);
    for (size_t i = 0; i < count && status == ATTAIN_OK; i++)
        out[i * step] = column[i];
    return status;
}

static attain_status normalise_all(attain_i_index *index, attain_error *err) {
    const attain_composite *c = index->of;
    size_t units = index->units;
    double *column =
        attain_i_allocate(&index->allocator, units, sizeof *column);
    attain_i_item *items =
        attain_i_allocate(&index->allocator, units, 2 * sizeof *items);
    attain_status status =
        column == NULL || items == NULL ? attain_i_fail_memory(err) : ATTAIN_OK;
    for (size_t a = 0; a < index->normalisations; a++) {
        double *matrix = index->matrices + a * units * index->columns;
        for (size_t i = 0; i < index->columns && status == ATTAIN_OK; i++)
            status = attain_i_index_normalise(
                index, a, i, c->values + i * c->stride, units, column, items,
                matrix + i, index->columns, err);
    }
    attain_i_release(&index->allocator, column, units, sizeof *column);
    attain_i_release(&index->allocator, items, units, 2 * sizeof *items);
    return status;
}

static size_t cells(const attain_i_index *index) {
    size_t columns = index->columns;
    if (index->normalisations > SIZE_MAX / columns)
        return SIZE_MAX;
    return index->normalisations * columns;
}

attain_status attain_i_index_create(attain_i_index *index,
                                    const attain_composite *composite,
                                    attain_error *err) {
    memset(index, 0, sizeof *index);
    attain_i_allocator_set(&index->allocator, NULL);
    index->of = composite;
    index->columns = composite->column_count;
    index->nodes = node_count(composite);
    index->groups = index->nodes - index->columns;
    index->units = composite->unit_count;
    index->normalisations = composite->normalisation_count == 0
                                ? 1
                                : composite->normalisation_count;
    index->aggregations =
        composite->aggregation_count == 0 ? 1 : composite->aggregation_count;
    index->offsets = attain_i_allocate(&index->allocator, index->groups + 2,
                                       sizeof *index->offsets);
    index->column_ends = attain_i_allocate(&index->allocator, index->groups,
                                           sizeof *index->column_ends);
    index->children = attain_i_allocate(&index->allocator, index->nodes,
                                        sizeof *index->children);
    if (index->units <= SIZE_MAX / sizeof(double))
        index->matrices =
            attain_i_allocate(&index->allocator, cells(index),
                              index->units * sizeof *index->matrices);
    attain_status status =
        index->offsets == NULL || index->column_ends == NULL ||
                index->children == NULL || index->matrices == NULL
            ? attain_i_fail_memory(err)
            : ATTAIN_OK;
    if (status == ATTAIN_OK) {
        list_children(index);
        status = normalise_all(index, err);
    }
    if (status != ATTAIN_OK)
        attain_i_index_clear(index);
    return status;
}

void attain_i_index_clear(attain_i_index *index) {
    attain_i_release(&index->allocator, index->offsets, index->groups + 2,
                     sizeof *index->offsets);
    attain_i_release(&index->allocator, index->column_ends, index->groups,
                     sizeof *index->column_ends);
    attain_i_release(&index->allocator, index->children, index->nodes,
                     sizeof *index->children);
    attain_i_release(&index->allocator, index->matrices, cells(index),
                     index->units * sizeof *index->matrices);
}

const int32_t *attain_i_index_aggregations(const attain_i_index *index,
                                           size_t alternative) {
    const int32_t *rows = index->of->aggregations;
    return index->of->aggregation_count == 0
               ? NULL
               : rows + alternative * index->groups;
}
