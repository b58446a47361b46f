#include "evaluate/work.h"

#include <math.h>
#include <string.h>

#include "evaluate/finding.h"

/* --- What is needed ----------------------------------------------------- */

void attain_i_work_need(attain_i_work *work, int32_t metric, int32_t level) {
    work->uses[metric].needed = 1;
    if (level >= 0)
        work->uses[metric].levels |= (uint64_t)1 << level;
}

/* Metrics that a needed metric names are needed too: at its own levels, and
 * where it brings members together at theirs. */
static void spread_need(attain_i_work *work, const int32_t *order) {
    for (size_t i = work->plan->metric_count; i-- > 0;) {
        const attain_i_metric_use *use = &work->uses[order[i]];
        const attain_i_metric_lists *lists = use->lists;
        size_t count = lists->numerator_count + lists->denominator_count;
        for (size_t p = 0; use->needed && p < count; p++) {
            const attain_i_part *part =
                p < lists->numerator_count
                    ? &lists->numerator[p]
                    : &lists->denominator[p - lists->numerator_count];
            if (!part->is_metric)
                continue;
            attain_i_metric_use *named = &work->uses[use->parts[p]];
            named->needed = 1;
            if (use->metric->across == ATTAIN_ACROSS_NONE)
                named->levels |= use->levels;
            else if (use->level >= 0)
                named->levels |= (uint64_t)1 << use->level;
        }
    }
}

/* --- Metrics in this dataset -------------------------------------------- */

static int32_t find_row(const attain_i_map *map, const char *id) {
    return attain_i_map_find(map, id, strlen(id));
}

static attain_status note_absent(attain_i_work *work,
                                 const attain_metric *metric,
                                 const char *variable) {
    const attain_i_odd odd = {.kind = ATTAIN_FINDING_VARIABLE,
                              .node = -1,
                              .unit = -1,
                              .period = ATTAIN_PERIOD_NONE,
                              .name = metric->id,
                              .label = metric->name,
                              .other = variable};
    return work->ev == NULL || attain_i_finding_add(work->ev, &odd)
               ? ATTAIN_OK
               : ATTAIN_ERR_MEMORY;
}

static attain_status resolve_part(attain_i_work *work, attain_i_metric_use *use,
                                  size_t index, const attain_i_part *part) {
    use->groups[index] = ATTAIN_GROUP_NONE;
    if (part->is_metric) {
        use->parts[index] = find_row(&work->plan->metric_ids, part->name);
        return ATTAIN_OK;
    }
    use->parts[index] = find_row(&work->data->variable_ids, part->name);
    if (part->group != NULL) {
        use->groups[index] = find_row(&work->data->group_ids, part->group);
        if (use->groups[index] < 0)
            use->groups[index] = -2;
    }
    return use->parts[index] >= 0 ? ATTAIN_OK
                                  : note_absent(work, use->metric, part->name);
}

static attain_status resolve_condition(attain_i_work *work,
                                       attain_i_metric_use *use, size_t index) {
    const attain_i_condition *condition = &use->lists->conditions[index];
    attain_i_condition_use *here = &use->conditions[index];
    here->tag = condition->tag == NULL
                    ? -1
                    : attain_i_dataset_word(work->data, condition->tag);
    here->variable = find_row(&work->data->variable_ids, condition->variable);
    return here->variable >= 0
               ? ATTAIN_OK
               : note_absent(work, use->metric, condition->variable);
}

static attain_status resolve_lists(attain_i_work *work,
                                   attain_i_metric_use *use) {
    const attain_i_metric_lists *lists = use->lists;
    attain_status status = ATTAIN_OK;
    size_t n = lists->numerator_count;
    for (size_t p = 0; p < n && status == ATTAIN_OK; p++)
        status = resolve_part(work, use, p, &lists->numerator[p]);
    for (size_t p = 0; p < lists->denominator_count && status == ATTAIN_OK; p++)
        status = resolve_part(work, use, n + p, &lists->denominator[p]);
    for (size_t s = 0; s < lists->stage_count; s++)
        use->stages[s] = attain_i_dataset_word(work->data, lists->stages[s]);
    for (size_t t = 0; t < lists->tag_count; t++)
        use->tags[t] = attain_i_dataset_word(work->data, lists->tags[t]);
    for (size_t t = 0; t < lists->without_count; t++)
        use->without[t] = attain_i_dataset_word(work->data, lists->without[t]);
    for (size_t c = 0; c < lists->condition_count && status == ATTAIN_OK; c++)
        status = resolve_condition(work, use, c);
    return status;
}

/* A variable whose values are what was observed: not combined of groups, not
 * shared, nothing of points added. */
static int is_plain(const attain_i_work *work, int32_t variable) {
    const attain_i_columns *store = &work->data->columns;
    if (variable < 0 || work->data->variables[variable].shared ||
        attain_i_points_add(work, variable))
        return 0;
    for (size_t c = 0; work->data->group_count > 0 && c < store->count; c++)
        if (store->columns[c].variable == variable &&
            store->columns[c].group != ATTAIN_GROUP_NONE)
            return 0;
    return 1;
}

/* Exact are own values, totals, counts, least and greatest of such (A32). */
static void find_exact(attain_i_work *work, const int32_t *order) {
    for (size_t i = 0; i < work->plan->metric_count; i++) {
        attain_i_metric_use *use = &work->uses[order[i]];
        const attain_i_metric_lists *lists = use->lists;
        int32_t across = use->metric->across;
        use->exact = across == ATTAIN_ACROSS_NONE ||
                     across == ATTAIN_ACROSS_TOTAL ||
                     across == ATTAIN_ACROSS_COUNT ||
                     across == ATTAIN_ACROSS_MIN || across == ATTAIN_ACROSS_MAX;
        for (size_t p = 0; p < lists->numerator_count; p++)
            use->exact &= !lists->numerator[p].is_metric ||
                          work->uses[use->parts[p]].exact;
        for (size_t p = 0; p < lists->denominator_count; p++)
            use->exact &=
                !lists->denominator[p].is_metric ||
                work->uses[use->parts[lists->numerator_count + p]].exact;
        use->direct =
            across == ATTAIN_ACROSS_NONE && lists->numerator_count == 1 &&
            lists->denominator_count == 0 && lists->numerator[0].sign > 0 &&
            !lists->numerator[0].is_metric &&
            lists->numerator[0].group == NULL && use->metric->factor == 1 &&
            !attain_i_metric_selects(use) && is_plain(work, use->parts[0]);
    }
}

static size_t words_of(const attain_i_metric_lists *lists) {
    return 2 * (lists->numerator_count + lists->denominator_count) +
           lists->stage_count + lists->tag_count + lists->without_count +
           2 * lists->condition_count;
}

static size_t all_words(const attain_plan *plan) {
    size_t words = plan->metric_count; /* the order of computing */
    for (size_t m = 0; m < plan->metric_count; m++)
        words += words_of(&plan->lists[m]);
    return words;
}

static attain_status make_uses(attain_i_work *work) {
    const attain_plan *plan = work->plan;
    size_t words = all_words(plan);
    work->uses = attain_i_allocate_zero(work->allocator, plan->metric_count,
                                        sizeof *work->uses);
    work->use_storage =
        attain_i_allocate(work->allocator, words, sizeof(int32_t));
    if (work->uses == NULL || work->use_storage == NULL)
        return ATTAIN_ERR_MEMORY;
    int32_t *next = work->use_storage + plan->metric_count;
    attain_status status = ATTAIN_OK;
    for (size_t m = 0; m < plan->metric_count && status == ATTAIN_OK; m++) {
        attain_i_metric_use *use = &work->uses[m];
        use->metric = &plan->metrics[m];
        use->lists = &plan->lists[m];
        size_t parts =
            use->lists->numerator_count + use->lists->denominator_count;
        use->parts = next;
        use->groups = next + parts;
        use->stages = use->groups + parts;
        use->tags = use->stages + use->lists->stage_count;
        use->without = use->tags + use->lists->tag_count;
        use->conditions =
            (attain_i_condition_use *)(void *)(use->without +
                                               use->lists->without_count);
        next += words_of(use->lists);
        use->level = attain_i_forest_level(
            &work->forest,
            attain_i_dataset_word(work->data, use->metric->level));
        status = resolve_lists(work, use);
    }
    if (status == ATTAIN_OK) {
        attain_i_plan_metric_order(plan, work->use_storage);
        find_exact(work, work->use_storage);
    }
    return status;
}

/* --- Periods, groups, parts --------------------------------------------- */

static void find_window(attain_i_work *work, int32_t as_of) {
    int32_t first = work->plan->info.first_period - 1;
    int32_t last = as_of;
    for (size_t t = 0; t < work->plan->target_count; t++) {
        int32_t base = work->plan->targets[t].baseline_period;
        if (base == ATTAIN_PERIOD_NONE)
            continue;
        first = base < first ? base : first;
        last = base > last ? base : last;
    }
    work->window_first = first;
    work->window = (size_t)(last - first) + 1;
}

static void find_closed(attain_i_work *work) {
    const attain_dataset *data = work->data;
    for (size_t u = 0; u < data->unit_count; u++) {
        const attain_i_unit *unit = &data->units[u];
        if (unit->opened == ATTAIN_PERIOD_NONE &&
            unit->closed == ATTAIN_PERIOD_NONE && unit->attached == NULL)
            continue;
        for (size_t w = 0; w < work->window; w++)
            work->closed_in[w] |=
                !attain_i_unit_counts(unit, work->window_first + (int32_t)w);
    }
}

/* Weights of the dataset's groups; a group that the plan does not list, where
 * it lists any, is an error (rulings A47). */
static attain_status weigh_groups(attain_i_work *work, attain_error *err) {
    const attain_plan *plan = work->plan;
    for (size_t g = 0; g < work->data->group_count; g++) {
        const char *id = work->data->groups[g];
        int32_t row = find_row(&plan->group_ids, id);
        if (row < 0 && plan->group_count > 0)
            return attain_i_fail(
                err, ATTAIN_ERR_MISMATCH, "group", (int64_t)g,
                "the data have ratings of the evaluator group '%s', which the "
                "plan's groups do not list; add it to groups.csv or mend its "
                "name in the observations",
                id);
        work->group_weights[g] = row < 0 ? 1 : plan->groups[row].weight;
    }
    return ATTAIN_OK;
}

static void link_parts(attain_i_work *work) {
    size_t n = work->forest.unit_count;
    memset(work->first_part, 0xFF, n * sizeof *work->first_part);
    for (size_t u = n; u-- > 0;) {
        int32_t parent = work->forest.parents[u];
        if (parent < 0)
            continue;
        work->next_part[u] = work->first_part[parent];
        work->first_part[parent] = (int32_t)u;
    }
}

static attain_status take_memory(attain_i_work *work) {
    const attain_allocator *allocator = work->allocator;
    size_t n = work->forest.unit_count;
    work->variables = attain_i_allocate_zero(
        allocator, work->data->variable_count * work->window,
        sizeof *work->variables);
    work->closed_in = attain_i_allocate_zero(allocator, work->window, 1);
    work->none = attain_i_allocate(allocator, n, sizeof(double));
    work->scratch = attain_i_allocate(allocator, n, 4 * sizeof(double));
    work->group_weights =
        attain_i_allocate(allocator, work->data->group_count, sizeof(double));
    work->first_part = attain_i_allocate(allocator, n, sizeof(int32_t));
    work->next_part = attain_i_allocate(allocator, n, sizeof(int32_t));
    if (work->variables == NULL || work->closed_in == NULL ||
        work->none == NULL || work->scratch == NULL ||
        work->group_weights == NULL || work->first_part == NULL ||
        work->next_part == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t u = 0; u < n; u++) {
        work->none[u] = NAN;
        work->next_part[u] = -1;
    }
    return ATTAIN_OK;
}

attain_status attain_i_work_make(attain_i_work *work, const attain_plan *plan,
                                 const attain_dataset *data,
                                 attain_evaluation *ev, int32_t as_of,
                                 const attain_allocator *allocator,
                                 attain_error *err) {
    memset(work, 0, sizeof *work);
    work->allocator = allocator;
    work->plan = plan;
    work->data = data;
    work->ev = ev;
    attain_status status =
        attain_i_forest_make(&work->forest, data, allocator, err);
    if (status != ATTAIN_OK)
        return status;
    find_window(work, as_of);
    status = take_memory(work);
    if (status == ATTAIN_OK)
        status = make_uses(work);
    if (status != ATTAIN_OK)
        return attain_i_fail_memory(err);
    find_closed(work);
    link_parts(work);
    if (attain_i_points_link(work) != ATTAIN_OK)
        return attain_i_fail_memory(err);
    return weigh_groups(work, err);
}

attain_status attain_i_work_values(attain_i_work *work, attain_error *err) {
    const int32_t *order = work->use_storage;
    spread_need(work, order);
    if (attain_i_metric_conditions(work) != ATTAIN_OK)
        return attain_i_fail_memory(err);
    for (size_t m = 0; m < work->plan->metric_count; m++) {
        attain_i_metric_use *use = &work->uses[order[m]];
        if (!use->needed)
            continue;
        use->values = attain_i_allocate_zero(work->allocator, work->window,
                                             sizeof *use->values);
        if (use->values == NULL)
            return attain_i_fail_memory(err);
        for (size_t w = 0; w < work->window; w++)
            if (attain_i_metric_make(work, order[m], w) != ATTAIN_OK)
                return attain_i_fail_memory(err);
    }
    return ATTAIN_OK;
}

static void clear_use(attain_i_work *work, attain_i_metric_use *use) {
    size_t n = work->forest.unit_count;
    for (size_t w = 0; use->values != NULL && w < work->window; w++) {
        attain_i_value *value = &use->values[w];
        attain_i_release(work->allocator, value->value.owned, n,
                         sizeof(double));
        attain_i_release(work->allocator, value->denominator.owned, n,
                         sizeof(double));
        attain_i_release(work->allocator, value->coverage, n, sizeof(double));
        attain_i_release(work->allocator, value->scale, n, sizeof(double));
    }
    attain_i_release(work->allocator, use->values, work->window,
                     sizeof *use->values);
}

void attain_i_work_clear(attain_i_work *work) {
    const attain_allocator *allocator = work->allocator;
    size_t n = work->forest.unit_count;
    size_t columns = work->data->variable_count * work->window;
    for (size_t m = 0; work->uses != NULL && m < work->plan->metric_count; m++)
        clear_use(work, &work->uses[m]);
    for (size_t c = 0; work->variables != NULL && c < columns; c++)
        attain_i_release(allocator, work->variables[c].owned, n,
                         sizeof(double));
    attain_i_release(allocator, work->uses, work->plan->metric_count,
                     sizeof *work->uses);
    attain_i_release(allocator, work->use_storage, all_words(work->plan),
                     sizeof(int32_t));
    attain_i_release(allocator, work->variables, columns,
                     sizeof *work->variables);
    attain_i_release(allocator, work->closed_in, work->window, 1);
    attain_i_release(allocator, work->none, n, sizeof(double));
    attain_i_release(allocator, work->scratch, n, 4 * sizeof(double));
    attain_i_release(allocator, work->group_weights, work->data->group_count,
                     sizeof(double));
    attain_i_release(allocator, work->first_part, n, sizeof(int32_t));
    attain_i_release(allocator, work->next_part, n, sizeof(int32_t));
    attain_i_points_clear(work);
    attain_i_forest_clear(&work->forest, allocator);
}
