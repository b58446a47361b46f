#include "attain/evaluate.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "evaluate/finding.h"
#include "evaluate/method.h"
#include "evaluate/target.h"
#include "evaluate/tree.h"

void attain_evaluate_options_init(attain_evaluate_options *options) {
    if (options == NULL)
        return;
    memset(options, 0, sizeof *options);
    options->struct_size = sizeof *options;
    options->measures = ATTAIN_MEASURES_ALL;
    options->on_track = 0.95;
    options->slow = 0.60;
    options->as_of = ATTAIN_PERIOD_NONE;
    options->threads = 1;
    options->rank_depth = -1;
    options->outcome_weight = 1;
    options->process_weight = 1;
    options->value_added_weight = 1;
}

/* --- Options ------------------------------------------------------------ */

static attain_status check_lenses(const attain_evaluate_options *options,
                                  attain_error *err) {
    static const char *const names[] = {"outcome_weight", "process_weight",
                                        "value_added_weight"};
    const double weights[] = {options->outcome_weight, options->process_weight,
                              options->value_added_weight};
    for (size_t w = 0; w < 3; w++) {
        if (!(weights[w] >= 0) || isinf(weights[w]))
            return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, names[w], -1,
                                 "%s must be a number of 0 or more", names[w]);
    }
    return ATTAIN_OK;
}

static attain_status check_options(const attain_evaluate_options *options,
                                   attain_error *err) {
    if (!attain_i_struct_ok(options->struct_size, sizeof *options,
                            sizeof *options))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "options have the size %zu, this release knows "
                             "%zu; set them up with "
                             "attain_evaluate_options_init()",
                             options->struct_size, sizeof *options);
    const uint64_t measures =
        ATTAIN_MEASURES_ALL | ATTAIN_MEASURES_LENSES | ATTAIN_I_METHOD_BITS;
    if ((options->measures & ~measures) != 0)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "measures", -1,
                             "measures has bits of no measure");
    if (!(options->slow <= options->on_track) || isinf(options->slow) ||
        isinf(options->on_track))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "slow", -1,
                             "the pace to be slow must be a number not above "
                             "the pace to be on track");
    if (options->rank_depth < -1 || options->reserved != 0)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "rank_depth", -1,
                             "rank_depth must be -1 or more, and reserved "
                             "fields 0");
    if (options->threads < 0 || options->threads > 1024)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "threads", -1,
                             "threads is %d; give 0 to 1024",
                             (int)options->threads);
    return check_lenses(options, err);
}

/* The period as of which is judged (rulings A18, A62). */
static attain_status find_as_of(const attain_plan *plan,
                                const attain_dataset *data, int32_t asked,
                                int32_t *out, attain_error *err) {
    int32_t first = plan->info.first_period;
    int32_t frequency = attain_period_frequency(first);
    int32_t seen = ATTAIN_PERIOD_NONE;
    char text[16] = "";
    size_t length = 0;
    if (data->frequency != ATTAIN_FREQUENCY_NONE &&
        data->frequency != frequency)
        return attain_i_fail(err, ATTAIN_ERR_MISMATCH, "period", -1,
                             "the plan counts other periods than the data "
                             "(years, half-years, quarters, months); make "
                             "them the same");
    attain_dataset_periods(data, NULL, &seen, NULL);
    *out = plan->info.last_period;
    if (asked == ATTAIN_PERIOD_NONE) {
        if (seen != ATTAIN_PERIOD_NONE && seen < *out)
            *out = seen;
        if (*out < first)
            *out = first;
        return ATTAIN_OK;
    }
    if (attain_period_frequency(asked) != frequency)
        return attain_i_fail(err, ATTAIN_ERR_MISMATCH, "as_of", -1,
                             "the period to judge as of is not one of the "
                             "plan's frequency");
    attain_period_format(first, text, sizeof text, &length, NULL);
    if (asked < first)
        return attain_i_fail(err, ATTAIN_ERR_PERIOD, "as_of", -1,
                             "the period to judge as of lies before the "
                             "plan's first, %s",
                             text);
    *out = asked;
    return ATTAIN_OK;
}

/* --- What the evaluation keeps of plan and data ------------------------- */

static const char *keep(attain_evaluation *ev, const char *text) {
    const char *from = text == NULL ? "" : text;
    return attain_i_arena_text(&ev->arena, from, strlen(from));
}

/* Texts of units that follow each other in memory, as a dataset keeps them, are
 * copied together. */
typedef struct text_run {
    const char *start; /* NULL: none yet */
    const char *end;
    size_t first; /* unit */
} text_run;

static int copy_run(attain_evaluation *ev, const attain_dataset *data,
                    const text_run *run, size_t end) {
    size_t length = (size_t)(run->end - run->start);
    char *copy = attain_i_arena_chars(&ev->arena, length);
    if (copy == NULL)
        return 0;
    memcpy(copy, run->start, length);
    for (size_t u = run->first; u < end; u++) {
        ev->units[u].id = copy + (data->units[u].id - run->start);
        ev->units[u].name = copy + (data->units[u].name - run->start);
    }
    return 1;
}

static int keep_unit_texts(attain_evaluation *ev, const attain_dataset *data) {
    size_t count = data->unit_count;
    text_run run = {NULL, NULL, 0};
    for (size_t u = 0; u < count; u++) {
        const attain_i_unit *unit = &data->units[u];
        if (unit->id != run.end) {
            if (u > 0 && !copy_run(ev, data, &run, u))
                return 0;
            run = (text_run){unit->id, unit->id, u};
        }
        run.end = unit->id + unit->text_size;
    }
    return count == 0 || copy_run(ev, data, &run, count);
}

static int keep_units(attain_evaluation *ev, const attain_dataset *data) {
    size_t n = data->unit_count;
    ev->unit_count = n;
    ev->units = attain_i_allocate(&ev->allocator, n, sizeof *ev->units);
    const char **levels = attain_i_allocate_zero(
        &ev->allocator, data->word_count, sizeof *levels);
    int ok = ev->units != NULL && levels != NULL && keep_unit_texts(ev, data);
    for (size_t u = 0; ok && u < n; u++) {
        const attain_i_unit *from = &data->units[u];
        attain_i_eval_unit *unit = &ev->units[u];
        if (levels[from->level] == NULL)
            levels[from->level] = keep(ev, data->words[from->level]);
        unit->level = levels[from->level];
        unit->parent = -1;
        unit->reserved = 0;
        if (from->parent != NULL)
            unit->parent = attain_i_map_find(&data->unit_ids, from->parent,
                                             strlen(from->parent));
        ok = unit->level != NULL;
    }
    attain_i_release(&ev->allocator, levels, data->word_count, sizeof *levels);
    return ok;
}

/* How much a band asks: −1, 0, 1 for less, the same, more than another. */
static int asks_more(const attain_band *a, const attain_band *b) {
    const double asked[4][2] = {
        {a->if_met, b->if_met},
        {a->met, b->met},
        {isnan(a->from) ? -1 : a->from, isnan(b->from) ? -1 : b->from},
        {isnan(a->floor) ? -1 : a->floor, isnan(b->floor) ? -1 : b->floor}};
    for (size_t k = 0; k < 4; k++)
        if (asked[k][0] != asked[k][1])
            return asked[k][0] > asked[k][1] ? 1 : -1;
    return 0;
}

/* Bands, ascending by what they ask. */
static int keep_grades(attain_evaluation *ev, const attain_plan *plan) {
    size_t n = plan->band_count;
    ev->grade_count = n;
    ev->veto_grade = -1;
    ev->grades = attain_i_allocate_zero(&ev->allocator, n, sizeof *ev->grades);
    ev->grade_rules =
        attain_i_allocate(&ev->allocator, n, sizeof *ev->grade_rules);
    if (ev->grades == NULL || ev->grade_rules == NULL)
        return 0;
    for (size_t b = 0; b < n; b++) {
        size_t below = 0;
        for (size_t c = 0; c < n; c++)
            below += asks_more(&plan->bands[b], &plan->bands[c]) > 0;
        ev->grade_rules[below] = plan->bands[b];
        ev->grade_counts |=
            plan->bands[b].met > 0 || !isnan(plan->bands[b].floor);
        ev->grades[below] = keep(ev, plan->bands[b].name);
        if (ev->grades[below] == NULL)
            return 0;
        if (plan->info.veto_grade != NULL &&
            strcmp(plan->info.veto_grade, plan->bands[b].name) == 0)
            ev->veto_grade = (int32_t)below;
    }
    return 1;
}

static int keep_texts(attain_evaluation *ev, const attain_plan *plan,
                      const attain_dataset *data) {
    ev->plan_id = keep(ev, plan->info.id);
    ev->plan_name = keep(ev, plan->info.name);
    ev->plan_level = keep(ev, plan->info.level);
    ev->plan_source = keep(ev, plan->info.source);
    return ev->plan_id != NULL && ev->plan_name != NULL &&
           ev->plan_level != NULL && ev->plan_source != NULL &&
           keep_grades(ev, plan) && keep_units(ev, data);
}

/* --- Owners ------------------------------------------------------------- */

static int list_owners(attain_evaluation *ev) {
    ev->owners =
        attain_i_allocate(&ev->allocator, ev->node_count, sizeof *ev->owners);
    attain_i_map seen;
    attain_i_map_init(&seen, &ev->allocator);
    int ok = ev->owners != NULL && attain_i_map_reserve(&seen, ev->node_count);
    for (size_t n = 0; ok && n < ev->node_count; n++) {
        attain_i_node *node = &ev->nodes[n];
        node->owner_index = -1;
        if (node->kind != ATTAIN_KIND_TARGET)
            continue;
        size_t length = strlen(node->owner);
        node->owner_index = attain_i_map_find(&seen, node->owner, length);
        if (node->owner_index >= 0)
            continue;
        node->owner_index = (int32_t)ev->owner_count;
        ev->owners[ev->owner_count++] = node->owner;
        ok = attain_i_map_add(&seen, node->owner, length, node->owner_index);
    }
    attain_i_map_clear(&seen);
    return ok;
}

/* --- Columns ------------------------------------------------------------ */

static const uint64_t completion_bits = (uint64_t)7 << ATTAIN_MEASURE_TARGETS;

/* The numbers that a measure has over all rows; NaN until judged, or whatever
 * when `whole` says that every row of it will be. */
static double *take_column(attain_evaluation *ev, int32_t measure, size_t count,
                           int whole) {
    double *column = attain_i_allocate(&ev->allocator, count, sizeof *column);
    for (size_t r = 0; column != NULL && !whole && r < count; r++)
        column[r] = NAN;
    ev->measures[measure] = column;
    return column;
}

static uint8_t *take_codes(const attain_evaluation *ev, int whole) {
    return whole ? attain_i_allocate(&ev->allocator, ev->row_total, 1)
                 : attain_i_allocate_zero(&ev->allocator, ev->row_total, 1);
}

/* Bounds are needed below a floor, too. */
static int any_floor(const attain_plan *plan) {
    for (size_t g = 0; g < plan->goal_count; g++)
        if (plan->goals[g].rule == ATTAIN_RULE_AT_LEAST)
            return 1;
    for (size_t b = 0; b < plan->band_count; b++)
        if (!isnan(plan->bands[b].floor))
            return 1;
    return 0;
}

static int any_wholes(const attain_evaluation *ev) {
    for (size_t r = 0; r < ev->rows_count; r++)
        if (ev->rows[r].own_count < ev->rows[r].count)
            return 1;
    return 0;
}

static int take_columns(attain_evaluation *ev, const attain_plan *plan) {
    uint64_t bounds = (uint64_t)1 << ATTAIN_MEASURE_LOW |
                      (uint64_t)1 << ATTAIN_MEASURE_HIGH |
                      (uint64_t)1 << ATTAIN_MEASURE_COVERAGE;
    uint64_t taken = ev->kept | (uint64_t)1 << ATTAIN_MEASURE_ATTAINMENT;
    if (taken & ATTAIN_MEASURES_LENSES)
        taken |= ATTAIN_MEASURES_LENSES;
    /* Own rows always get attainment, verdict and status. */
    int whole = !any_wholes(ev);
    if (taken & completion_bits)
        taken |= completion_bits;
    for (int32_t m = 0; m < ATTAIN_I_MEASURES; m++) {
        if ((taken >> m & 1) == 0 || m == ATTAIN_MEASURE_VERDICT ||
            m == ATTAIN_MEASURE_STATUS)
            continue;
        if (take_column(ev, m, attain_i_measure_rows(ev, m),
                        whole && m == ATTAIN_MEASURE_ATTAINMENT) == NULL)
            return 0;
    }
    ev->verdicts = take_codes(ev, whole);
    if (ev->verdicts == NULL)
        return 0;
    if (ev->kept >> ATTAIN_MEASURE_STATUS & 1) {
        ev->statuses = take_codes(ev, whole);
        if (ev->statuses == NULL)
            return 0;
    }
    if ((ev->kept & bounds) == 0 && whole && !any_floor(plan) &&
        ev->missing == ATTAIN_MISSING_RENORMALISE)
        return 1;
    ev->lows =
        attain_i_allocate(&ev->allocator, ev->row_total, 3 * sizeof(double));
    if (ev->lows == NULL)
        return 0;
    ev->highs = ev->lows + ev->row_total;
    ev->shares = ev->highs + ev->row_total;
    return 1;
}

/* --- Evaluating --------------------------------------------------------- */

static void need_metrics(attain_i_work *work, const attain_evaluation *ev) {
    for (size_t n = 0; n < ev->node_count; n++) {
        const attain_i_node *node = &ev->nodes[n];
        if (node->kind != ATTAIN_KIND_TARGET)
            continue;
        const char *id = work->plan->targets[node->row].metric;
        attain_i_work_need(
            work, attain_i_map_find(&work->plan->metric_ids, id, strlen(id)),
            attain_i_forest_level(&work->forest, node->level));
    }
}

/* Measures of methods are kept with all others, where there is a method. */
static void keep_methods(attain_evaluation *ev) {
    int any = 0;
    for (size_t n = 0; n < ev->node_count; n++)
        any |= ev->nodes[n].method >= 0;
    if (!any)
        ev->kept &= ~ATTAIN_I_METHOD_BITS;
    else if ((ev->kept & ATTAIN_MEASURES_ALL) == ATTAIN_MEASURES_ALL)
        ev->kept |= ATTAIN_I_METHOD_BITS;
}

static attain_status judge(attain_evaluation *ev, attain_i_work *work,
                           attain_error *err) {
    attain_status status = attain_i_nodes_make(ev, work, err);
    if (status != ATTAIN_OK)
        return status;
    keep_methods(ev);
    need_metrics(work, ev);
    if (attain_i_metric_conditions(work) != ATTAIN_OK)
        return attain_i_fail_memory(err);
    status = attain_i_rows_make(ev, work, err);
    if (status != ATTAIN_OK)
        return status;
    if (!list_owners(ev) || !take_columns(ev, work->plan))
        return attain_i_fail_memory(err);
    status = attain_i_work_values(work, err);
    if (status == ATTAIN_OK)
        status = attain_i_judge(work, ev, err);
    return status;
}

static attain_status fill(attain_evaluation *ev, const attain_plan *plan,
                          const attain_dataset *data, attain_error *err) {
    attain_i_work work = {0};
    if (!keep_texts(ev, plan, data) || !attain_i_findings_of_plan(ev, plan))
        return attain_i_fail_memory(err);
    attain_status status = attain_i_work_make(&work, plan, data, ev, ev->as_of,
                                              &ev->allocator, err);
    if (status == ATTAIN_OK)
        status = judge(ev, &work, err);
    attain_i_work_clear(&work);
    return status;
}

/* The variable that value added is shrunk by. */
static attain_status keep_sizes(attain_evaluation *ev,
                                const attain_dataset *data, const char *sizes,
                                attain_error *err) {
    if (sizes == NULL)
        return ATTAIN_OK;
    if (attain_i_map_find(&data->variable_ids, sizes, strlen(sizes)) < 0)
        return attain_i_fail(err, ATTAIN_ERR_UNKNOWN, "sizes", -1,
                             "the data have no variable '%s' to shrink value "
                             "added by",
                             sizes);
    ev->sizes = keep(ev, sizes);
    return ev->sizes == NULL ? attain_i_fail_memory(err) : ATTAIN_OK;
}

static attain_status create(const attain_plan *plan, const attain_dataset *data,
                            const attain_evaluate_options *options,
                            attain_evaluation **out, attain_error *err) {
    attain_allocator allocator;
    if (!attain_i_allocator_set(&allocator, options->allocator))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "allocator", -1,
                             "an allocator needs its three functions");
    attain_evaluation *ev = attain_i_allocate_zero(&allocator, 1, sizeof *ev);
    if (ev == NULL)
        return attain_i_fail_memory(err);
    ev->allocator = allocator;
    attain_i_arena_init(&ev->arena, &ev->allocator);
    attain_i_map_init(&ev->node_ids, &ev->allocator);
    ev->kept = options->measures;
    ev->on_track = options->on_track;
    ev->slow = options->slow;
    ev->threads = options->threads;
    ev->rank_depth = options->rank_depth;
    ev->lens_weights[0] = options->outcome_weight;
    ev->lens_weights[1] = options->process_weight;
    ev->lens_weights[2] = options->value_added_weight;
    ev->missing = plan->info.missing;
    ev->first_period = plan->info.first_period;
    ev->last_period = plan->info.last_period;
    ev->plan_revision = plan->revision;
    ev->data_revision = data->revision;
    *out = ev;
    attain_status status = keep_sizes(ev, data, options->sizes, err);
    return status == ATTAIN_OK
               ? find_as_of(plan, data, options->as_of, &ev->as_of, err)
               : status;
}

attain_status attain_evaluate(const attain_plan *plan,
                              const attain_dataset *data,
                              const attain_evaluate_options *options,
                              attain_evaluation **out, attain_error *err) {
    attain_evaluate_options defaults;
    attain_evaluation *ev = NULL;
    if (plan == NULL || data == NULL || out == NULL)
        return attain_i_fail_null(err, plan == NULL   ? "plan"
                                       : data == NULL ? "data"
                                                      : "out");
    if (options == NULL) {
        attain_evaluate_options_init(&defaults);
        options = &defaults;
    }
    attain_status status = check_options(options, err);
    if (status == ATTAIN_OK)
        status = attain_plan_check(plan, err);
    if (status == ATTAIN_OK)
        status = attain_dataset_check(data, err);
    if (status == ATTAIN_OK)
        status = create(plan, data, options, &ev, err);
    if (status == ATTAIN_OK)
        status = fill(ev, plan, data, err);
    if (status != ATTAIN_OK) {
        attain_evaluation_destroy(ev);
        return status;
    }
    *out = ev;
    return ATTAIN_OK;
}
