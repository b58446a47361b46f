#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "numeric/check.h"
#include "numeric/doubt.h"
#include "numeric/normalise.h"
#include "numeric/rank.h"

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

static attain_status check_directions(const attain_composite *c,
                                      attain_error *err) {
    for (size_t i = 0; c->descending != NULL && i < c->column_count; i++) {
        if (c->descending[i] != 0 && c->descending[i] != 1)
            return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "descending",
                                 (int64_t)i, "neither 0 nor 1");
    }
    return ATTAIN_OK;
}

/* Method number `at` of an array, and its parameters complete. */
static attain_status take_method(const attain_composite *c, int normalises,
                                 size_t at, double *out, attain_error *err) {
    int32_t method = (normalises ? c->normalisations : c->aggregations)[at];
    const double *given =
        normalises ? c->normalisation_parameters : c->aggregation_parameters;
    size_t count = given == NULL ? 0 : c->parameter_count;
    given = given == NULL ? NULL : given + at * count;
    if (normalises && method == -1) {
        memset(out, 0, ATTAIN_I_MOST_PARAMETERS * sizeof *out);
        return ATTAIN_OK;
    }
    return normalises
               ? attain_i_normalise_prepare(method, given, count, out, err)
               : attain_i_method_prepare(&attain_i_aggregations, method, given,
                                         count, out, err);
}

/* `count` alternatives of `width` methods each. */
static attain_status check_methods(const attain_composite *c, int normalises,
                                   size_t count, size_t width,
                                   attain_error *err) {
    static const char *const fields[] = {"aggregations", "normalisations"};
    double parameters[ATTAIN_I_MOST_PARAMETERS];
    const int32_t *given = normalises ? c->normalisations : c->aggregations;
    if (given == NULL && count > 0)
        return attain_i_fail_null(err, fields[normalises]);
    if (count > SIZE_MAX / width)
        return attain_i_fail_memory(err);
    for (size_t i = 0; i < count * width; i++) {
        attain_error told;
        attain_status status = take_method(c, normalises, i, parameters, &told);
        if (status != ATTAIN_OK)
            return attain_i_fail(err, status, fields[normalises], (int64_t)i,
                                 "%s", told.message);
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
    if (status == ATTAIN_OK)
        status = check_directions(c, err);
    if (status == ATTAIN_OK)
        status =
            check_methods(c, 1, c->normalisation_count, c->column_count, err);
    if (status == ATTAIN_OK)
        status = check_methods(c, 0, c->aggregation_count,
                               node_count(c) - c->column_count, err);
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

/* The methods of all alternatives, whose parameters have been checked. */
static void list_methods(attain_i_index *index) {
    enum { MOST = ATTAIN_I_MOST_PARAMETERS };
    const attain_composite *c = index->of;
    static const double none[MOST] = {0};
    memset(index->by_means, 1, index->aggregations);
    for (size_t g = 0; g < index->groups; g++)
        index->means[g] = attain_i_mean_of(ATTAIN_AGGREGATION_ARITHMETIC, none);
    for (size_t i = 0; i < c->normalisation_count * index->columns; i++)
        take_method(c, 1, i, index->normal_parameters + i * MOST, NULL);
    for (size_t i = 0; i < c->aggregation_count * index->groups; i++) {
        double *parameters = index->parameters + i * MOST;
        take_method(c, 0, i, parameters, NULL);
        index->means[i] = attain_i_mean_of(c->aggregations[i], parameters);
        if (index->means[i] == NULL)
            index->by_means[i / index->groups] = 0;
    }
    if (c->aggregation_count > 0)
        index->low = (attain_i_method_row(&attain_i_aggregations,
                                          c->aggregations[index->groups - 1])
                          ->traits &
                      ATTAIN_METHOD_LOW_IS_GOOD) != 0;
    for (size_t g = 0; g < index->groups; g++) {
        size_t members = index->offsets[g + 1] - index->offsets[g];
        if (members > index->most_members)
            index->most_members = members;
    }
}

attain_status attain_i_index_normalise(const attain_i_index *index,
                                       size_t alternative, size_t of_column,
                                       const double *values,
                                       attain_i_item *items, double *out,
                                       attain_error *err) {
    const attain_composite *c = index->of;
    int descending = c->descending != NULL && c->descending[of_column];
    size_t at = alternative * index->columns + of_column;
    int32_t method = c->normalisation_count == 0 ? -1 : c->normalisations[at];
    if (method >= 0)
        return attain_i_normalise_column(
            method, index->normal_parameters + at * ATTAIN_I_MOST_PARAMETERS,
            values, index->units, descending, (double)NAN, items, out, err);
    for (size_t i = 0; i < index->units; i++)
        out[i] = descending ? -values[i] : values[i];
    return attain_i_check_finite(out, index->units, "values", err);
}

static attain_status normalise_all(attain_i_index *index, attain_error *err) {
    const attain_composite *c = index->of;
    size_t units = index->units;
    size_t columns = index->columns;
    double *column =
        attain_i_allocate(&index->allocator, units, sizeof *column);
    attain_i_item *items =
        attain_i_allocate(&index->allocator, units, 2 * sizeof *items);
    attain_status status =
        column == NULL || items == NULL ? attain_i_fail_memory(err) : ATTAIN_OK;
    for (size_t a = 0; a < index->normalisations * columns; a++) {
        size_t of = a % columns;
        double *out = index->matrices + (a - of) * units + of;
        if (status == ATTAIN_OK)
            status = attain_i_index_normalise(index, a / columns, of,
                                              c->values + of * c->stride, items,
                                              column, err);
        for (size_t i = 0; i < units && status == ATTAIN_OK; i++)
            out[i * columns] = column[i];
    }
    attain_i_release(&index->allocator, column, units, sizeof *column);
    attain_i_release(&index->allocator, items, units, 2 * sizeof *items);
    return status;
}

/* --- Room ----------------------------------------------------------------- */

/* What an index holds, and how large it is. */
typedef struct part {
    void *at;
    size_t count;
    size_t size;
} part;

enum { PARTS = 8 };

/* Beyond all memory: SIZE_MAX, which nothing can allocate. */
static size_t times(size_t a, size_t b) {
    return a > SIZE_MAX / b ? SIZE_MAX : a * b;
}

static void list_parts(const attain_i_index *x, part *out) {
    size_t most = ATTAIN_I_MOST_PARAMETERS * sizeof(double);
    size_t columns = times(x->normalisations, x->columns);
    const part parts[PARTS] = {
        {x->offsets, x->groups + 2, sizeof *x->offsets},
        {x->column_ends, x->groups, sizeof *x->column_ends},
        {x->children, x->nodes, sizeof *x->children},
        {x->normal_parameters, columns, most},
        {x->parameters, times(x->aggregations, x->groups), most},
        {x->means, times(x->aggregations, x->groups), sizeof *x->means},
        {x->by_means, x->aggregations, sizeof *x->by_means},
        {x->matrices, times(columns, x->units), sizeof *x->matrices},
    };
    memcpy(out, parts, sizeof parts);
}

static int make_room(attain_i_index *index) {
    part parts[PARTS];
    int all = 1;
    list_parts(index, parts);
    for (size_t i = 0; i < PARTS; i++) {
        parts[i].at =
            attain_i_allocate(&index->allocator, parts[i].count, parts[i].size);
        all &= parts[i].at != NULL;
    }
    index->offsets = parts[0].at;
    index->column_ends = parts[1].at;
    index->children = parts[2].at;
    index->normal_parameters = parts[3].at;
    index->parameters = parts[4].at;
    index->means = parts[5].at;
    index->by_means = parts[6].at;
    index->matrices = parts[7].at;
    return all;
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
    attain_status status =
        make_room(index) ? ATTAIN_OK : attain_i_fail_memory(err);
    if (status == ATTAIN_OK) {
        list_children(index);
        list_methods(index);
        status = normalise_all(index, err);
    }
    if (status != ATTAIN_OK)
        attain_i_index_clear(index);
    return status;
}

void attain_i_index_clear(attain_i_index *index) {
    part parts[PARTS];
    list_parts(index, parts);
    for (size_t i = 0; i < PARTS; i++)
        attain_i_release(&index->allocator, parts[i].at, parts[i].count,
                         parts[i].size);
}

const int32_t *attain_i_index_aggregations(const attain_i_index *index,
                                           size_t alternative) {
    const int32_t *rows = index->of->aggregations;
    return index->of->aggregation_count == 0
               ? NULL
               : rows + alternative * index->groups;
}
