/* Completeness: every cell that is needed, and whether it has a value. */
#include <math.h>
#include <string.h>

#include "numeric/sort.h"
#include "quality/need.h"

/* One variable (and group) at a time. */
typedef struct cells {
    attain_i_quality_work *work;
    const attain_i_quality_needs *needs;
    uint8_t *needed; /* by period of the needs and unit */
    uint8_t *here;   /* by unit: counts in the period at hand */
    uint8_t *known;  /* by unit: has a value then */
} cells;

/* --- Who counts
 * ---------------------------------------------------------------- */

enum { STAGE = 1, TAG = 2, WITHOUT = 4 };

static int matches(const attain_i_quality_work *work,
                   const attain_i_metric_lists *lists, int64_t tags,
                   const attain_i_unit *unit) {
    int64_t found = 0;
    if (lists->stage_count > 0 &&
        (unit->stage < 0 || (work->levels[unit->stage] & STAGE) == 0))
        return 0;
    for (int32_t i = 0; i < unit->tag_count; i++) {
        uint8_t bits = work->levels[unit->tags[i]];
        found += (bits & TAG) != 0;
        if ((bits & WITHOUT) != 0)
            return 0;
    }
    return tags >= 0 && found >= tags;
}

/* The units of a level, as a stretch of work->peers. */
static void stretch_of(const attain_i_quality_work *work, int32_t level,
                       size_t *first, size_t *end) {
    size_t count = work->data->unit_count;
    *first = 0;
    while (*first < count &&
           work->data->units[work->peers[*first]].level != level)
        (*first)++;
    *end = *first;
    while (*end < count && work->data->units[work->peers[*end]].level == level)
        (*end)++;
}

/* The units that match the need at all, in `known` for a while. */
static void match_all(const cells *of, const attain_i_quality_need *need,
                      size_t first, size_t end) {
    attain_i_quality_work *work = of->work;
    const attain_i_metric_lists none = {0};
    const attain_i_metric_lists *lists =
        need->metric < 0 ? &none : &work->plan->lists[need->metric];
    memset(work->levels, 0, work->data->word_count);
    attain_i_quality_mark(work, lists->stages, lists->stage_count, STAGE);
    attain_i_quality_mark(work, lists->without, lists->without_count, WITHOUT);
    int64_t tags =
        attain_i_quality_mark(work, lists->tags, lists->tag_count, TAG);
    for (size_t i = first; i < end; i++) {
        int32_t u = work->peers[i];
        of->known[u] =
            (uint8_t)(work->meets[u] &&
                      matches(work, lists, tags, &work->data->units[u]));
    }
}

static int has_tag(const attain_i_unit *unit, int32_t tag) {
    for (int32_t i = 0; i < unit->tag_count; i++)
        if (unit->tags[i] == tag)
            return 1;
    return 0;
}

/* Leaves out the units for which a condition is known not to hold. */
static void leave_out(const cells *of, const attain_i_condition *condition,
                      int32_t period, size_t first, size_t end) {
    const attain_i_quality_work *work = of->work;
    const attain_dataset *data = work->data;
    int32_t variable = attain_i_map_find(
        &data->variable_ids, condition->variable, strlen(condition->variable));
    const attain_i_column *column =
        variable < 0 ? NULL
                     : attain_i_dataset_find_column(data, variable, period,
                                                    ATTAIN_GROUP_NONE);
    int32_t tag = condition->tag == NULL
                      ? -1
                      : attain_i_dataset_word(data, condition->tag);
    for (size_t i = first; column != NULL && i < end; i++) {
        int32_t u = work->peers[i];
        if (of->here[u] && !isnan(column->values[u]) &&
            (condition->tag == NULL || has_tag(&data->units[u], tag)) &&
            !attain_i_condition_holds(condition, column->values[u]))
            of->here[u] = 0;
    }
}

/* Of a variable that adds up, the points of a main school need it too: one of
 * them without a value leaves the school without one (rulings A115). */
static void mark_points(const cells *of, const attain_i_quality_need *need,
                        int32_t period, uint8_t *needed) {
    const attain_dataset *data = of->work->data;
    if (data->attached_count == 0 || need->group != NULL ||
        (size_t)need->variable >= data->variable_count ||
        !data->variables[need->variable].additive)
        return;
    for (size_t u = 0; u < data->unit_count; u++) {
        int32_t main_school =
            data->units[u].attached == NULL ||
                    !attain_i_unit_open(&data->units[u], period)
                ? -1
                : attain_i_dataset_main(data, u);
        needed[u] |= main_school >= 0 &&
                     data->units[main_school].level == need->level &&
                     of->here[main_school];
    }
}

static void mark_period(const cells *of, const attain_i_quality_need *need,
                        size_t p, size_t first, size_t end) {
    attain_i_quality_work *work = of->work;
    const attain_dataset *data = work->data;
    int32_t period = of->needs->periods[p];
    uint8_t *needed = of->needed + p * data->unit_count;
    for (size_t i = first; i < end; i++) {
        int32_t u = work->peers[i];
        of->here[u] =
            of->known[u] && attain_i_unit_counts(&data->units[u], period);
    }
    for (size_t c = 0; need->metric >= 0 &&
                       c < work->plan->lists[need->metric].condition_count;
         c++) {
        leave_out(of, &work->plan->lists[need->metric].conditions[c], period,
                  first, end);
    }
    for (size_t i = first; i < end; i++) {
        int32_t u = work->peers[i];
        needed[u] |= of->here[u];
    }
    mark_points(of, need, period, needed);
}

static void mark_need(const cells *of, const attain_i_quality_need *need) {
    size_t first, end;
    stretch_of(of->work, need->level, &first, &end);
    if (need->level < 0 || first == end)
        return;
    match_all(of, need, first, end);
    for (size_t p = 0; p < of->needs->period_count; p++)
        if (need->when[p])
            mark_period(of, need, p, first, end);
}

/* --- What is there
 * ------------------------------------------------------------------ */

static void mark_known(const cells *of, const attain_i_column *column) {
    for (size_t u = 0; column != NULL && u < of->work->data->unit_count; u++)
        of->known[u] |= column->values[u] == column->values[u];
}

/* What a multi-stage school shares, its parts need not have. */
static void mark_shared(const cells *of) {
    size_t units = of->work->data->unit_count;
    memcpy(of->here, of->known, units);
    for (size_t u = 0; u < units; u++) {
        int32_t parent = of->work->parents[u];
        of->known[u] |= parent >= 0 && of->here[parent];
    }
}

/* Marks the units that have a value; the column of cells without a group. */
static const attain_i_column *
look_up(const cells *of, const attain_i_quality_need *need, int32_t period) {
    const attain_dataset *data = of->work->data;
    int32_t variable = need->variable;
    memset(of->known, 0, data->unit_count);
    if ((size_t)variable >= data->variable_count)
        return NULL;
    const attain_i_column *plain =
        attain_i_dataset_find_column(data, variable, period, ATTAIN_GROUP_NONE);
    if (need->group != NULL) {
        int32_t group = attain_i_map_find(&data->group_ids, need->group,
                                          strlen(need->group));
        plain = group < 0 ? NULL
                          : attain_i_dataset_find_column(data, variable, period,
                                                         group);
    }
    mark_known(of, plain);
    for (size_t g = 0; need->group == NULL && g < data->group_count; g++) {
        mark_known(of, attain_i_dataset_find_column(data, variable, period,
                                                    (int32_t)g));
    }
    if (data->variables[variable].shared)
        mark_shared(of);
    return plain;
}

static void find(const cells *of, const attain_i_quality_need *need,
                 const attain_i_column *column, size_t p, int32_t unit,
                 int64_t count) {
    attain_i_quality_fault fault;
    attain_i_fault_init(&fault);
    fault.column = unit >= 0 ? column : NULL;
    fault.variable = need->variable;
    fault.period = of->needs->periods[p];
    fault.unit = unit;
    fault.count = count;
    fault.variant = unit < 0;
    attain_i_quality_find(of->work, &fault);
}

/* Where no unit has a value, that is one finding. */
static void look_at_period(const cells *of, const attain_i_quality_need *need,
                           size_t p) {
    attain_quality *quality = of->work->quality;
    size_t units = of->work->data->unit_count;
    const uint8_t *needed = of->needed + p * units;
    const attain_i_column *column = look_up(of, need, of->needs->periods[p]);
    int64_t wanted = 0, there = 0;
    for (size_t u = 0; u < units; u++) {
        wanted += needed[u];
        there += needed[u] & of->known[u];
        quality->needed[ATTAIN_QUALITY_BY_UNIT][u] += needed[u];
        quality->known[ATTAIN_QUALITY_BY_UNIT][u] += needed[u] & of->known[u];
    }
    quality->needed[ATTAIN_QUALITY_BY_VARIABLE][need->variable] +=
        (double)wanted;
    quality->known[ATTAIN_QUALITY_BY_VARIABLE][need->variable] += (double)there;
    if (there == 0 && wanted > 1) {
        find(of, need, NULL, p, -1, wanted);
        return;
    }
    for (size_t u = 0; u < units && there < wanted; u++)
        if (needed[u] && !of->known[u])
            find(of, need, column, p, (int32_t)u, 1);
}

/* --- All of them
 * ---------------------------------------------------------------------- */

static int grow_counts(attain_quality *quality, int by, size_t count) {
    size_t had = quality->cell_room[by];
    size_t room[2] = {had, had};
    void *arrays[2] = {quality->needed[by], quality->known[by]};
    int done = 1;
    for (int i = 0; i < 2 && count > had; i++) {
        double *grown =
            attain_i_allocate_zero(&quality->allocator, count, sizeof(double));
        if (grown == NULL) {
            done = 0;
            break;
        }
        if (had > 0)
            memcpy(grown, arrays[i], had * sizeof(double));
        attain_i_release(&quality->allocator, arrays[i], had, sizeof(double));
        arrays[i] = grown;
        room[i] = count;
    }
    quality->needed[by] = arrays[0];
    quality->known[by] = arrays[1];
    if (room[0] != room[1]) {
        attain_i_release(&quality->allocator, arrays[0], room[0],
                         sizeof(double));
        attain_i_release(&quality->allocator, arrays[1], room[1],
                         sizeof(double));
        quality->needed[by] = quality->known[by] = NULL;
        room[0] = 0;
    }
    quality->cell_room[by] = room[0];
    return done;
}

/* The order of needs: by variables' ids, and by groups within. */
static attain_i_item *sort_needs(attain_i_quality_work *work,
                                 const attain_i_quality_needs *needs) {
    const attain_allocator *allocator = work->allocator;
    const attain_quality *quality = work->quality;
    size_t variables = quality->variable_count;
    double width = (double)work->data->group_count + 3;
    int32_t *order = attain_i_allocate(allocator, variables, sizeof *order);
    int32_t *ranks = attain_i_allocate(allocator, variables, sizeof *ranks);
    attain_i_item *items =
        attain_i_allocate(allocator, needs->count, 2 * sizeof *items);
    int done =
        order != NULL && ranks != NULL && items != NULL &&
        attain_i_quality_order(allocator, quality->variables,
                               sizeof *quality->variables, variables, order);
    for (size_t i = 0; done && i < variables; i++)
        ranks[order[i]] = (int32_t)i;
    for (size_t i = 0; done && i < needs->count; i++) {
        const attain_i_quality_need *need = &needs->needs[i];
        int32_t group =
            need->group == NULL
                ? 0
                : 2 + attain_i_map_find(&work->data->group_ids, need->group,
                                        strlen(need->group));
        items[i] =
            (attain_i_item){ranks[need->variable] * width + group, (double)i};
    }
    if (done) {
        attain_i_sort(items, needs->count, items + needs->count);
    } else {
        attain_i_release(allocator, items, needs->count, 2 * sizeof *items);
        items = NULL;
    }
    attain_i_release(allocator, order, variables, sizeof *order);
    attain_i_release(allocator, ranks, variables, sizeof *ranks);
    return items;
}

static void look_at_all(const cells *of, const attain_i_item *items) {
    const attain_i_quality_needs *needs = of->needs;
    size_t size = needs->period_count * of->work->data->unit_count;
    for (size_t i = 0; i < needs->count;) {
        size_t first = i;
        memset(of->needed, 0, size);
        for (; i < needs->count && items[i].key <= items[first].key; i++)
            mark_need(of, &needs->needs[(size_t)items[i].tag]);
        for (size_t p = 0; p < needs->period_count; p++)
            look_at_period(of, &needs->needs[(size_t)items[first].tag], p);
    }
}

static void look_for(attain_i_quality_work *work,
                     const attain_i_quality_needs *needs) {
    const attain_allocator *allocator = work->allocator;
    size_t units = work->data->unit_count;
    size_t size = units == 0 || needs->period_count <= SIZE_MAX / units
                      ? units * needs->period_count
                      : SIZE_MAX;
    attain_i_item *items = sort_needs(work, needs);
    cells of = {work, needs, attain_i_allocate(allocator, size, 1),
                attain_i_allocate(allocator, units, 1),
                attain_i_allocate(allocator, units, 1)};
    if (items != NULL && of.needed != NULL && of.here != NULL &&
        of.known != NULL &&
        grow_counts(work->quality, ATTAIN_QUALITY_BY_UNIT, units) &&
        grow_counts(work->quality, ATTAIN_QUALITY_BY_VARIABLE,
                    work->quality->variable_count))
        look_at_all(&of, items);
    else
        work->no_memory = 1;
    attain_i_release(allocator, items, needs->count, 2 * sizeof *items);
    attain_i_release(allocator, of.needed, size, 1);
    attain_i_release(allocator, of.here, units, 1);
    attain_i_release(allocator, of.known, units, 1);
}

/* A row that names a variable needs it in every period that has data. */
static attain_status need_variable(attain_i_quality_needs *needs,
                                   attain_i_quality_work *work) {
    memset(needs, 0, sizeof *needs);
    needs->allocator = work->allocator;
    attain_i_arena_init(&needs->arena, work->allocator);
    uint8_t *when = attain_i_arena_bytes(&needs->arena, work->period_count + 1);
    if (when == NULL)
        return ATTAIN_ERR_MEMORY;
    memset(when, 1, work->period_count + 1);
    needs->periods = work->periods;
    needs->period_count = work->period_count;
    const attain_i_quality_need need = {
        when, NULL, -1, attain_i_dataset_word(work->data, work->check->level),
        -1,   0};
    attain_i_needs_add(needs, work, &need, work->check->variable);
    return needs->no_memory ? ATTAIN_ERR_MEMORY : ATTAIN_OK;
}

void attain_i_quality_complete(attain_i_quality_work *work) {
    attain_i_quality_needs needs;
    int of_plan = work->check->variable == NULL;
    if (of_plan && work->plan == NULL)
        return;
    attain_status status = of_plan ? attain_i_needs_find(&needs, work)
                                   : need_variable(&needs, work);
    if (status == ATTAIN_OK)
        look_for(work, &needs);
    else
        work->no_memory = 1;
    attain_i_needs_clear(&needs);
}
