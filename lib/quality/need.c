/* A target needs its metric in some periods; a metric needs its variables and
 * metrics at the units of its members, or where it is needed itself. */
#include "quality/need.h"

#include <string.h>

#include "numeric/sort.h"

/* That a metric is needed at the units of a level. */
typedef struct request {
    struct request *next;
    uint8_t *when;
    int32_t level;
} request;

typedef struct finding {
    attain_i_quality_needs *needs;
    attain_i_quality_work *work;
    request **requests; /* by metric */
} finding;

static int32_t word_of(const attain_i_quality_work *work, const char *level) {
    return attain_i_dataset_word(work->data, level == NULL ? "school" : level);
}

/* --- Periods -----------------------------------------------------------------
 */

/* The first and last period of `when` that a target is looked at in. */
typedef struct stretch {
    int32_t first, last;
} stretch;

static stretch stretch_of(const attain_i_quality_needs *needs,
                          const attain_plan *plan,
                          const attain_target *target) {
    int32_t start = plan->info.first_period;
    int32_t last = target->due < needs->last ? target->due : needs->last;
    int differs = target->series == ATTAIN_SERIES_CHANGE ||
                  target->series == ATTAIN_SERIES_GROWTH;
    int all = target->series == ATTAIN_SERIES_CUMULATIVE ||
              target->when != ATTAIN_WHEN_AT_DUE;
    return (stretch){(all ? start : last) - differs, last};
}

static size_t period_at(const attain_i_quality_needs *needs, int32_t period) {
    size_t low = 0, high = needs->period_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (needs->periods[middle] < period)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int has_baseline(const attain_target *target) {
    return target->baseline_period != ATTAIN_PERIOD_NONE &&
           target->baseline != target->baseline;
}

/* Every period that some target is looked at in: those of the plan, the one
 * before it, and the baselines'. */
static int list_periods(attain_i_quality_needs *needs,
                        const attain_plan *plan) {
    int32_t first = plan->info.first_period - 1;
    size_t window =
        needs->last < first ? 0 : (size_t)((int64_t)needs->last - first + 1);
    size_t most = window + plan->target_count;
    attain_i_item *items =
        attain_i_allocate(needs->allocator, most, 2 * sizeof *items);
    needs->periods = attain_i_arena_bytes(&needs->arena,
                                          (most + 1) * sizeof *needs->periods);
    size_t count = 0;
    if (items == NULL || needs->periods == NULL) {
        attain_i_release(needs->allocator, items, most, 2 * sizeof *items);
        return 0;
    }
    for (; count < window; count++)
        items[count] = (attain_i_item){(double)first + (double)count, 0};
    for (size_t t = 0; t < plan->target_count; t++) {
        if (has_baseline(&plan->targets[t])) {
            items[count++] =
                (attain_i_item){plan->targets[t].baseline_period, 0};
        }
    }
    attain_i_sort(items, count, items + count);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || items[i].key > items[i - 1].key)
            needs->periods[needs->period_count++] = (int32_t)items[i].key;
    attain_i_release(needs->allocator, items, most, 2 * sizeof *items);
    return 1;
}

/* --- Requests
 * ------------------------------------------------------------------ */

/* The periods in which a metric is needed at a level; NULL without memory. */
static uint8_t *when_of(const finding *of, int32_t metric, int32_t level) {
    attain_i_quality_needs *needs = of->needs;
    size_t size = needs->period_count + 1;
    request *at = of->requests[metric];
    while (at != NULL && at->level != level)
        at = at->next;
    if (at != NULL)
        return at->when;
    at = attain_i_arena_bytes(&needs->arena, sizeof *at);
    uint8_t *when = attain_i_arena_bytes(&needs->arena, size);
    if (at == NULL || when == NULL) {
        needs->no_memory = 1;
        return NULL;
    }
    memset(when, 0, size);
    *at = (request){of->requests[metric], when, level};
    of->requests[metric] = at;
    return when;
}

static void request_target(const finding *of, const attain_target *target) {
    const attain_plan *plan = of->work->plan;
    const char *level = target->level;
    /* A level that is not given is the goal's, or that of a goal above. */
    const char *id = target->goal;
    while (level == NULL && id != NULL) {
        int32_t at = attain_i_map_find(&plan->nodes, id, strlen(id));
        level = plan->goals[at / 2].level;
        id = plan->goals[at / 2].parent;
    }
    level = level == NULL ? plan->info.level : level;
    int32_t metric = attain_i_map_find(&plan->metric_ids, target->metric,
                                       strlen(target->metric));
    uint8_t *when = when_of(of, metric, word_of(of->work, level));
    stretch s = stretch_of(of->needs, plan, target);
    for (size_t p = 0; when != NULL && p < of->needs->period_count; p++) {
        int32_t period = of->needs->periods[p];
        when[p] |= (uint8_t)(period >= s.first && period <= s.last);
    }
    if (when != NULL && has_baseline(target))
        when[period_at(of->needs, target->baseline_period)] = 1;
}

void attain_i_needs_add(attain_i_quality_needs *needs,
                        attain_i_quality_work *work,
                        const attain_i_quality_need *need,
                        const char *variable) {
    void *rows = needs->needs;
    int room = attain_i_grow(needs->allocator, &rows, &needs->capacity,
                             needs->count + 1, sizeof *needs->needs);
    needs->needs = rows;
    if (!room) {
        needs->no_memory = 1;
        return;
    }
    needs->needs[needs->count] = *need;
    needs->needs[needs->count].variable =
        attain_i_quality_enter(work, variable);
    needs->no_memory |= work->no_memory;
    needs->count++;
}

/* Hands a request on to one part of the metric. */
static void hand_on(const finding *of, int32_t metric,
                    const attain_i_part *part, int32_t level,
                    const uint8_t *when) {
    attain_i_quality_needs *needs = of->needs;
    if (part->is_metric) {
        uint8_t *theirs =
            when_of(of,
                    attain_i_map_find(&of->work->plan->metric_ids, part->name,
                                      strlen(part->name)),
                    level);
        for (size_t p = 0; theirs != NULL && p < needs->period_count; p++)
            theirs[p] |= when[p];
        return;
    }
    const attain_i_quality_need need = {when,  part->group, -1,
                                        level, metric,      0};
    attain_i_needs_add(needs, of->work, &need, part->name);
}

static void hand_on_all(const finding *of, int32_t metric) {
    const attain_plan *plan = of->work->plan;
    const attain_i_metric_lists *lists = &plan->lists[metric];
    int across = plan->metrics[metric].across != ATTAIN_ACROSS_NONE;
    for (const request *at = of->requests[metric]; at != NULL; at = at->next) {
        int32_t level =
            across ? word_of(of->work, plan->metrics[metric].level) : at->level;
        for (size_t i = 0; i < lists->numerator_count; i++)
            hand_on(of, metric, &lists->numerator[i], level, at->when);
        for (size_t i = 0; i < lists->denominator_count; i++)
            hand_on(of, metric, &lists->denominator[i], level, at->when);
    }
}

/* --- All of it
 * ------------------------------------------------------------------ */

static void find_all(finding *of, int32_t *order) {
    const attain_plan *plan = of->work->plan;
    for (size_t t = 0; t < plan->target_count && !of->needs->no_memory; t++)
        request_target(of, &plan->targets[t]);
    attain_i_plan_metric_order(plan, order);
    /* A metric after those that need it. */
    for (size_t m = plan->metric_count; m-- > 0 && !of->needs->no_memory;)
        hand_on_all(of, order[m]);
}

static int32_t last_period(const attain_i_quality_work *work) {
    int32_t last = work->plan->info.last_period;
    int32_t data =
        work->period_count > 0 ? work->periods[work->period_count - 1] : last;
    if (work->as_of != ATTAIN_PERIOD_NONE)
        return work->as_of < last ? work->as_of : last;
    return data < last ? data : last;
}

attain_status attain_i_needs_find(attain_i_quality_needs *needs,
                                  attain_i_quality_work *work) {
    const attain_allocator *allocator = work->allocator;
    size_t metrics = work->plan->metric_count;
    memset(needs, 0, sizeof *needs);
    needs->allocator = allocator;
    attain_i_arena_init(&needs->arena, allocator);
    needs->last = last_period(work);
    if (!list_periods(needs, work->plan))
        return ATTAIN_ERR_MEMORY;
    int32_t *order = attain_i_allocate(allocator, metrics, sizeof *order);
    finding of = {
        needs, work,
        attain_i_allocate_zero(allocator, metrics, sizeof *of.requests)};
    if (order != NULL && of.requests != NULL)
        find_all(&of, order);
    else
        needs->no_memory = 1;
    attain_i_release(allocator, order, metrics, sizeof *order);
    attain_i_release(allocator, of.requests, metrics, sizeof *of.requests);
    return needs->no_memory ? ATTAIN_ERR_MEMORY : ATTAIN_OK;
}

void attain_i_needs_clear(attain_i_quality_needs *needs) {
    attain_i_release(needs->allocator, needs->needs, needs->capacity,
                     sizeof *needs->needs);
    attain_i_arena_clear(&needs->arena);
}
