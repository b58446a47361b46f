/* Wholes: the units below one unit, by their share that is met (method §3,
 * rulings A25, A35, A36, A68, A112). */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "evaluate/aggregate.h"
#include "evaluate/finding.h"
#include "evaluate/tree.h"
#include "numeric/sum.h"

/* A node with wholes, and scratch for the units below one of them. */
typedef struct making {
    attain_i_work *work;
    attain_evaluation *ev;
    const attain_i_node *node;
    const attain_i_rows *rows;
    const double *weights; /* over units; NULL: equal */
    double *space;         /* 8 × own rows */
    double share;
    int32_t level;
    size_t compared; /* own rows with a value added */
    size_t bad_weights;
    int32_t bad_unit;
} making;

/* What the units below one whole say. */
typedef struct below {
    size_t count; /* with a verdict */
    size_t all;
    size_t met;
    size_t unknown;
} below;

uint8_t attain_i_status_of(uint8_t verdict, int ended) {
    if (verdict == ATTAIN_VERDICT_MET)
        return ATTAIN_STANDING_ACHIEVED;
    if (verdict == ATTAIN_VERDICT_UNKNOWN)
        return ATTAIN_STANDING_UNKNOWN;
    return verdict == ATTAIN_VERDICT_NOT_MET && ended ? ATTAIN_STANDING_MISSED
                                                      : ATTAIN_STANDING_UNRATED;
}

/* Rows of the units below `unit` that have an own row: calls for each. */
static size_t rows_below(const making *m, int32_t unit, int32_t *out) {
    size_t first = 0;
    size_t end = 0;
    size_t count = 0;
    attain_i_forest_below(&m->work->forest, unit, m->level, &first, &end);
    for (size_t i = first; i < end; i++) {
        int32_t one = m->work->forest.level[m->level].ordered[i];
        int32_t row = m->rows->row_of_unit[one];
        if (row >= 0 && !m->rows->wholes[row])
            out[count++] = row;
    }
    return count;
}

static void count_verdicts(const making *m, const int32_t *rows, size_t count,
                           below *out) {
    const uint8_t *verdicts = m->ev->verdicts + m->node->first_row;
    memset(out, 0, sizeof *out);
    out->all = count;
    for (size_t i = 0; i < count; i++) {
        uint8_t verdict = verdicts[rows[i]];
        out->count += verdict != ATTAIN_VERDICT_NONE;
        out->met += verdict == ATTAIN_VERDICT_MET;
        out->unknown += verdict == ATTAIN_VERDICT_UNKNOWN;
    }
}

/* met ≥ share · n; not met as soon as that can no longer happen (A35). */
static uint8_t verdict_of(const making *m, const below *set) {
    if (m->node->kind == ATTAIN_KIND_TARGET &&
        m->node->comparator == ATTAIN_COMPARATOR_NONE)
        return ATTAIN_VERDICT_NONE;
    if (set->count == 0)
        return set->all == 0 ? ATTAIN_VERDICT_UNKNOWN : ATTAIN_VERDICT_NONE;
    double needed = m->share * (double)set->count;
    if (attain_i_compare12((double)set->met, needed, 0) >= 0)
        return ATTAIN_VERDICT_MET;
    return attain_i_compare12((double)(set->met + set->unknown), needed, 0) < 0
               ? ATTAIN_VERDICT_NOT_MET
               : ATTAIN_VERDICT_UNKNOWN;
}

static double weight_of(const making *m, int32_t row) {
    return m->weights == NULL ? 1 : m->weights[m->rows->units[row]];
}

/* Weighted mean of a column over rows, NaN left out, with missing counted as
 * `instead` where that is a number. */
static double mean_over(const making *m, const double *column,
                        const int32_t *rows, size_t count,
                        const double *present, double instead) {
    double *values = m->space + 3 * m->rows->own_count;
    double *weights = m->space + 4 * m->rows->own_count;
    double *scratch = m->space + 5 * m->rows->own_count;
    size_t known = 0;
    double total = 0;
    for (size_t i = 0; i < count; i++) {
        double value = column[rows[i]];
        double weight = weight_of(m, rows[i]);
        if (isnan(value) && present != NULL && !isnan(present[rows[i]]))
            value = instead;
        if (isnan(value) || weight == 0)
            continue;
        values[known] = value;
        weights[known++] = weight;
        total += weight;
    }
    for (size_t i = 0; i < known; i++)
        scratch[i] = weights[i] * values[i];
    return total > 0
               ? attain_i_sum(scratch, known) / attain_i_sum(weights, known)
               : NAN;
}

/* A unit that takes part and has no weight, or a negative one. */
static int weights_fail(making *m, const int32_t *rows, size_t count) {
    int fail = 0;
    const double *low = m->ev->lows + m->node->first_row;
    for (size_t i = 0; m->weights != NULL && i < count; i++) {
        if (isnan(low[rows[i]]) || weight_of(m, rows[i]) >= 0)
            continue;
        fail = 1;
        if (m->bad_weights++ == 0)
            m->bad_unit = m->rows->units[rows[i]];
    }
    return fail;
}

static int any_unknown(const making *m, const int32_t *rows, size_t count) {
    const double *low = m->ev->lows + m->node->first_row;
    const double *attainment =
        attain_i_column_of(m->ev, ATTAIN_MEASURE_ATTAINMENT, m->node);
    for (size_t i = 0; i < count; i++)
        if (!isnan(low[rows[i]]) && isnan(attainment[rows[i]]) &&
            weight_of(m, rows[i]) != 0)
            return 1;
    return 0;
}

/* Its lenses: means over the units that have them. Where all units that were
 * compared are below it, their mean value added says nothing: it is ½. */
static void combine_lenses(const making *m, size_t row, const int32_t *rows,
                           size_t count) {
    double *process =
        attain_i_column_of(m->ev, ATTAIN_MEASURE_PROCESS, m->node);
    double *added =
        attain_i_column_of(m->ev, ATTAIN_MEASURE_VALUE_ADDED, m->node);
    size_t compared = 0;
    if (process == NULL || added == NULL)
        return;
    for (size_t i = 0; i < count; i++)
        compared += isnan(added[rows[i]]) ? 0 : 1;
    process[row] = mean_over(m, process, rows, count, NULL, NAN);
    if (compared < m->compared)
        added[row] = mean_over(m, added, rows, count, NULL, NAN);
}

/* Own rows that have a value added. */
static size_t count_compared(const making *m) {
    const double *added =
        attain_i_column_of(m->ev, ATTAIN_MEASURE_VALUE_ADDED, m->node);
    size_t count = 0;
    for (size_t r = 0; added != NULL && r < m->rows->own_count; r++)
        count += isnan(added[m->rows->own[r]]) ? 0 : 1;
    return count;
}

/* Attainment of the whole, its bounds and known share. */
static void combine(making *m, size_t row, const int32_t *rows, size_t count) {
    attain_evaluation *ev = m->ev;
    size_t first = m->node->first_row;
    double *attainment =
        attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, m->node);
    attainment[row] = NAN;
    ev->lows[first + row] = ev->highs[first + row] = NAN;
    ev->shares[first + row] = NAN;
    if (count == 0)
        ev->shares[first + row] = 0;
    if (!m->node->takes_part &&
        (count > 0 || m->node->kind == ATTAIN_KIND_TARGET))
        return;
    if (count == 0 || weights_fail(m, rows, count)) {
        ev->lows[first + row] = 0;
        ev->highs[first + row] = 1;
        ev->shares[first + row] = 0;
        return;
    }
    double zero = ev->missing == ATTAIN_MISSING_ZERO ? 0 : NAN;
    if (ev->missing != ATTAIN_MISSING_STRICT || !any_unknown(m, rows, count))
        attainment[row] =
            mean_over(m, attainment, rows, count, ev->lows + first, zero);
    ev->lows[first + row] =
        mean_over(m, ev->lows + first, rows, count, NULL, NAN);
    ev->highs[first + row] =
        mean_over(m, ev->highs + first, rows, count, NULL, NAN);
    ev->shares[first + row] =
        mean_over(m, ev->shares + first, rows, count, NULL, NAN);
    combine_lenses(m, row, rows, count);
}

/* What the known units lack together: percentages are not added, what they
 * are made of is (rulings A23). */
static void add_shortfalls(making *m, size_t row, const int32_t *rows,
                           size_t count) {
    if (m->node->kind != ATTAIN_KIND_TARGET)
        return;
    const attain_target *target = &m->work->plan->targets[m->node->row];
    int32_t metric = attain_i_map_find(&m->work->plan->metric_ids,
                                       target->metric, strlen(target->metric));
    int ratio = m->work->plan->lists[metric].denominator_count > 0;
    double *column = attain_i_column_of(
        m->ev,
        ratio ? ATTAIN_MEASURE_SHORTFALL_NUMERATOR : ATTAIN_MEASURE_SHORTFALL,
        m->node);
    double *values = m->space + 3 * m->rows->own_count;
    size_t known = 0;
    for (size_t i = 0; column != NULL && i < count; i++)
        if (!isnan(column[rows[i]]))
            values[known++] = column[rows[i]];
    if (known > 0)
        column[row] = attain_i_sum(values, known);
}

static void judge_one(making *m, size_t row) {
    attain_evaluation *ev = m->ev;
    int32_t *rows = (int32_t *)(void *)m->space;
    size_t count = rows_below(m, m->rows->units[row], rows);
    below set;
    count_verdicts(m, rows, count, &set);
    uint8_t verdict = verdict_of(m, &set);
    int ended = m->node->kind == ATTAIN_KIND_TARGET
                    ? m->node->period == m->node->due
                    : ev->as_of >= ev->last_period;
    ev->verdicts[m->node->first_row + row] = verdict;
    if (ev->statuses != NULL)
        ev->statuses[m->node->first_row + row] =
            attain_i_status_of(verdict, ended);
    double *value = attain_i_column_of(ev, ATTAIN_MEASURE_VALUE, m->node);
    if (value != NULL && set.count > set.unknown)
        value[row] = (double)set.met / (double)set.count;
    combine(m, row, rows, count);
    add_shortfalls(m, row, rows, count);
    double *coverage = attain_i_column_of(ev, ATTAIN_MEASURE_COVERAGE, m->node);
    if (coverage != NULL)
        coverage[row] = ev->shares[m->node->first_row + row];
}

/* --- Weights of units --------------------------------------------------- */

/* The sum over the members of a unit, NaN unless all of them have it. */
static double members_weight(const making *m, const attain_i_metric_use *use,
                             int32_t level, int32_t unit,
                             const double *column) {
    const attain_i_work *work = m->work;
    double *members = work->scratch;
    size_t first = 0;
    size_t end = 0;
    size_t count = 0;
    attain_i_forest_below(&work->forest, unit, level, &first, &end);
    for (size_t i = first; i < end; i++) {
        int32_t member = work->forest.level[level].ordered[i];
        if (!attain_i_unit_counts(&work->data->units[member],
                                  m->node->period) ||
            (use != NULL &&
             !attain_i_metric_matches(work, use, member, m->node->period)))
            continue;
        if (isnan(column[member]))
            return NAN;
        members[count++] = column[member];
    }
    return count == 0 ? NAN : attain_i_sum(members, count);
}

/* The variable at each unit; where it has none itself, the sum over its
 * members, all of which must have it (rulings A112). */
static int take_weights(making *m, const char *name, double *out) {
    const attain_i_work *work = m->work;
    int32_t variable =
        attain_i_map_find(&work->data->variable_ids, name, strlen(name));
    const double *column =
        attain_i_variable(m->work, variable, m->node->period);
    if (column == NULL)
        return 0;
    const attain_i_metric_use *use = NULL;
    int32_t level = attain_i_forest_level(
        &work->forest, attain_i_dataset_word(work->data, "school"));
    if (m->node->kind == ATTAIN_KIND_TARGET) {
        const char *id = work->plan->targets[m->node->row].metric;
        use = &work->uses[attain_i_map_find(&work->plan->metric_ids, id,
                                            strlen(id))];
        level = use->level;
    }
    for (size_t r = 0; r < m->rows->own_count; r++) {
        int32_t unit = m->rows->units[m->rows->own[r]];
        out[unit] = isnan(column[unit]) && level >= 0
                        ? members_weight(m, use, level, unit, column)
                        : column[unit];
    }
    return 1;
}

static attain_status note_weights(const making *m, const char *name) {
    if (m->bad_weights == 0)
        return ATTAIN_OK;
    const attain_i_odd odd = {.kind = ATTAIN_FINDING_WEIGHT,
                              .node = (int32_t)(m->node - m->ev->nodes),
                              .unit = m->bad_unit,
                              .period = m->node->period,
                              .count = m->bad_weights,
                              .name = m->node->id,
                              .label = m->node->name,
                              .other = name};
    return attain_i_finding_add(m->ev, &odd) ? ATTAIN_OK : ATTAIN_ERR_MEMORY;
}

/* --- A node ------------------------------------------------------------- */

static attain_status judge_all(making *m, const char *weight) {
    double *weights = NULL;
    attain_status status = ATTAIN_OK;
    if (weight != NULL) {
        weights = attain_i_allocate(m->work->allocator, m->ev->unit_count,
                                    sizeof *weights);
        if (weights == NULL || !take_weights(m, weight, weights))
            status = ATTAIN_ERR_MEMORY;
        m->weights = weights;
    }
    for (size_t r = 0; status == ATTAIN_OK && r < m->rows->count; r++)
        if (m->rows->wholes[r])
            judge_one(m, r);
    attain_i_release(m->work->allocator, weights, m->ev->unit_count,
                     sizeof *weights);
    return status == ATTAIN_OK && weight != NULL ? note_weights(m, weight)
                                                 : status;
}

attain_status attain_i_judge_wholes(attain_i_work *work, attain_evaluation *ev,
                                    int32_t node) {
    making m = {0};
    const attain_plan *plan = work->plan;
    m.work = work;
    m.ev = ev;
    m.node = &ev->nodes[node];
    m.rows = &ev->rows[m.node->rows];
    m.level = attain_i_forest_level(&work->forest, m.node->level);
    m.compared = count_compared(&m);
    int is_target = m.node->kind == ATTAIN_KIND_TARGET;
    m.share = is_target ? plan->targets[m.node->row].share
                        : plan->goals[m.node->row].share;
    const char *weight = is_target ? plan->targets[m.node->row].unit_weight
                                   : plan->goals[m.node->row].unit_weight;
    m.space = attain_i_allocate(work->allocator, m.rows->own_count,
                                8 * sizeof(double));
    if (m.space == NULL)
        return ATTAIN_ERR_MEMORY;
    attain_status status = judge_all(&m, weight);
    attain_i_release(work->allocator, m.space, m.rows->own_count,
                     8 * sizeof(double));
    return status;
}
