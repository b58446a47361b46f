/* Evaluator groups one by one: the metric is computed again for each of them,
 * as if it alone had a weight, so that every way of bringing units together
 * holds for a group as for all. */
#include "attain/evaluate.h"

#include <math.h>
#include <string.h>

#include "attain/numeric.h"
#include "base/error.h"
#include "evaluate/single.h"
#include "numeric/sum.h"

void attain_agreement_init(attain_agreement *agreement) {
    if (agreement == NULL)
        return;
    memset(agreement, 0, sizeof *agreement);
    agreement->struct_size = sizeof *agreement;
    agreement->concordance = NAN;
}

typedef struct making {
    const attain_evaluation *ev;
    const attain_plan *plan;
    const attain_dataset *data;
    const attain_i_node *node;
    const attain_i_rows *rows;
    double *values;  /* [group][row] */
    double *scratch; /* [row], then [row][group] */
    uint8_t *rates;  /* [group]: it rated some unit */
    size_t groups;
    int32_t metric;
} making;

/* --- Is the metric one that groups rate? -------------------------------- */

static int has_groups(const attain_dataset *data, int32_t variable) {
    const attain_i_columns *store = &data->columns;
    for (size_t c = 0; variable >= 0 && c < store->count; c++)
        if (store->columns[c].variable == variable &&
            store->columns[c].group != ATTAIN_GROUP_NONE)
            return 1;
    return 0;
}

static int part_is_rated(const attain_i_work *work, const attain_i_part *part,
                         int32_t row, const uint8_t *rated) {
    if (part->is_metric)
        return rated[row];
    return part->group == NULL && has_groups(work->data, row);
}

/* Flags each metric that has such a part, or names a metric that has. */
static void find_rated(const attain_i_work *work, uint8_t *rated) {
    const int32_t *order = work->use_storage;
    for (size_t i = 0; i < work->plan->metric_count; i++) {
        const attain_i_metric_use *use = &work->uses[order[i]];
        const attain_i_metric_lists *lists = use->lists;
        const int32_t *below = use->parts + lists->numerator_count;
        rated[order[i]] = 0;
        for (size_t p = 0; p < lists->numerator_count; p++)
            rated[order[i]] |= (uint8_t)part_is_rated(
                work, &lists->numerator[p], use->parts[p], rated);
        for (size_t p = 0; p < lists->denominator_count; p++)
            rated[order[i]] |= (uint8_t)part_is_rated(
                work, &lists->denominator[p], below[p], rated);
    }
}

/* --- One group ---------------------------------------------------------- */

static void take_own(const making *m, const attain_i_work *work, double *out) {
    for (size_t r = 0; r < m->rows->own_count; r++) {
        int32_t row = m->rows->own[r];
        out[row] = attain_i_metric_at(work, m->metric, m->rows->units[row],
                                      m->node->period);
    }
}

static double mean_below(const making *m, const attain_i_work *work,
                         int32_t level, int32_t unit, const double *values) {
    const attain_i_forest *forest = &work->forest;
    size_t first = 0;
    size_t end = 0;
    size_t known = 0;
    attain_i_forest_below(forest, unit, level, &first, &end);
    for (size_t i = first; i < end; i++) {
        int32_t row = m->rows->row_of_unit[forest->level[level].ordered[i]];
        if (row >= 0 && !m->rows->wholes[row] && !isnan(values[row]))
            m->scratch[known++] = values[row];
    }
    return known == 0 ? NAN : attain_i_sum(m->scratch, known) / (double)known;
}

static void take_wholes(const making *m, const attain_i_work *work,
                        double *out) {
    int32_t level = attain_i_forest_level(&work->forest, m->node->level);
    for (size_t r = 0; r < m->rows->count; r++)
        if (m->rows->wholes[r])
            out[r] = mean_below(m, work, level, m->rows->units[r], out);
}

/* The rows by one group; `rated` has room for each metric. */
static attain_status rate(const making *m, size_t group, uint8_t *rated,
                          attain_error *err) {
    attain_i_work work = {0};
    double *out = m->values + group * m->rows->count;
    for (size_t r = 0; r < m->rows->count; r++)
        out[r] = NAN;
    /* What the first group found holds for all. */
    if (group > 0 && !rated[m->metric])
        return ATTAIN_OK;
    attain_status status = attain_i_work_make(
        &work, m->plan, m->data, NULL, m->ev->as_of, &m->ev->allocator, err);
    if (status == ATTAIN_OK)
        find_rated(&work, rated);
    if (status == ATTAIN_OK && rated[m->metric]) {
        for (size_t g = 0; g < m->groups; g++)
            work.group_weights[g] = g == group;
        attain_i_work_need(&work, m->metric,
                           attain_i_forest_level(&work.forest, m->node->level));
        status = attain_i_work_values(&work, err);
        if (status == ATTAIN_OK) {
            take_own(m, &work, out);
            take_wholes(m, &work, out);
        }
    }
    attain_i_work_clear(&work);
    return status;
}

/* --- Agreement ---------------------------------------------------------- */

static size_t find_raters(const making *m) {
    size_t count = 0;
    for (size_t g = 0; g < m->groups; g++) {
        const double *values = m->values + g * m->rows->count;
        m->rates[g] = 0;
        for (size_t r = 0; r < m->rows->own_count && !m->rates[g]; r++)
            m->rates[g] = (uint8_t)!isnan(values[m->rows->own[r]]);
        count += m->rates[g];
    }
    return count;
}

/* Ratings of a row by the groups that rate; false when one is missing. */
static int take_row(const making *m, int32_t row, double *out) {
    size_t held = 0;
    for (size_t g = 0; g < m->groups; g++) {
        double value = m->values[g * m->rows->count + (size_t)row];
        if (!m->rates[g])
            continue;
        if (isnan(value))
            return 0;
        out[held++] = value;
    }
    return 1;
}

static attain_status agree(const making *m, attain_agreement *out,
                           attain_error *err) {
    double *table = m->scratch + m->rows->count;
    out->groups = find_raters(m);
    for (size_t r = 0; out->groups > 0 && r < m->rows->own_count; r++)
        out->units +=
            take_row(m, m->rows->own[r], table + out->units * out->groups) ? 1
                                                                           : 0;
    return attain_allocation_agreement(table, out->units, out->groups,
                                       out->groups, &out->concordance, NULL,
                                       err);
}

/* --- Asked for ---------------------------------------------------------- */

static attain_status rate_all(making *m, attain_agreement *agreement,
                              attain_error *err) {
    const attain_allocator *allocator = &m->ev->allocator;
    size_t cells = m->groups * m->rows->count;
    size_t room = 2 * cells + m->rows->count;
    uint8_t *rated = attain_i_allocate(allocator, m->plan->metric_count, 1);
    m->rates = attain_i_allocate(allocator, m->groups, 1);
    double *space = attain_i_allocate(allocator, room, sizeof *space);
    attain_status status = ATTAIN_OK;
    if (rated == NULL || m->rates == NULL || space == NULL)
        status = attain_i_fail_memory(err);
    m->scratch = space;
    for (size_t g = 0; g < m->groups && status == ATTAIN_OK; g++)
        status = rate(m, g, rated, err);
    if (status == ATTAIN_OK)
        status = agree(m, agreement, err);
    attain_i_release(allocator, rated, m->plan->metric_count, 1);
    attain_i_release(allocator, m->rates, m->groups, 1);
    attain_i_release(allocator, space, room, sizeof *space);
    return status;
}

static attain_status take_all(making *m, double *out,
                              attain_agreement *agreement, attain_error *err) {
    const attain_allocator *allocator = &m->ev->allocator;
    size_t cells = m->groups * m->rows->count;
    attain_agreement found;
    attain_agreement_init(&found);
    m->values = attain_i_allocate(allocator, cells, sizeof *m->values);
    if (m->values == NULL)
        return attain_i_fail_memory(err);
    attain_status status = rate_all(m, &found, err);
    if (status == ATTAIN_OK && out != NULL && cells > 0)
        memcpy(out, m->values, cells * sizeof *out);
    if (status == ATTAIN_OK && agreement != NULL)
        *agreement = found;
    attain_i_release(allocator, m->values, cells, sizeof *m->values);
    return status;
}

static attain_status check(const attain_evaluation *ev, const attain_plan *plan,
                           const attain_dataset *data, int32_t node,
                           const attain_agreement *agreement,
                           attain_error *err) {
    if (agreement != NULL &&
        !attain_i_struct_ok(agreement->struct_size, sizeof *agreement,
                            sizeof *agreement))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "the struct has the size %zu, this release knows "
                             "%zu; set it up with attain_agreement_init()",
                             agreement->struct_size, sizeof *agreement);
    if (node < 0 || (size_t)node >= ev->node_count ||
        ev->nodes[node].kind != ATTAIN_KIND_TARGET)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "node", node,
                             "node %d is not a target", (int)node);
    return attain_i_same_source(ev, plan, data, err);
}

attain_status
attain_evaluation_ratings(const attain_evaluation *ev, const attain_plan *plan,
                          const attain_dataset *data, int32_t node, double *out,
                          size_t capacity, size_t *count,
                          attain_agreement *agreement, attain_error *err) {
    if (ev == NULL || plan == NULL || data == NULL || count == NULL)
        return attain_i_fail_null(err, ev == NULL     ? "ev"
                                       : plan == NULL ? "plan"
                                       : data == NULL ? "data"
                                                      : "count");
    attain_status status = check(ev, plan, data, node, agreement, err);
    if (status != ATTAIN_OK)
        return status;
    making m = {.ev = ev, .plan = plan, .data = data};
    m.node = &ev->nodes[node];
    m.rows = &ev->rows[m.node->rows];
    m.groups = data->group_count;
    const char *metric = plan->targets[m.node->row].metric;
    m.metric = attain_i_map_find(&plan->metric_ids, metric, strlen(metric));
    *count = m.groups * m.rows->count;
    if (out != NULL && capacity < *count)
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "there are %zu ratings, there is room for %zu",
                             *count, capacity);
    return out == NULL && agreement == NULL ? ATTAIN_OK
                                            : take_all(&m, out, agreement, err);
}
