/* All checks of a set over a dataset, the gravest first. */
#include <string.h>

#include "quality/work.h"

enum { MOST = 1000 /* findings of one check that are kept by default */ };

void attain_quality_options_init(attain_quality_options *options) {
    if (options != NULL) {
        memset(options, 0, sizeof *options);
        options->struct_size = sizeof *options;
        options->max_findings = MOST;
        options->as_of = ATTAIN_PERIOD_NONE;
    }
}

/* --- What is shown is copied ------------------------------------------------
 */

static const char *copy(attain_quality *quality, const char *text) {
    return attain_i_arena_text(&quality->arena, text, strlen(text));
}

/* Copies the ids and names of rows of `stride` bytes, which have them `id` and
 * `name` bytes from their beginning. */
static attain_i_quality_name *copy_names(attain_quality *quality,
                                         const void *rows, size_t stride,
                                         size_t id, size_t name, size_t count) {
    attain_i_quality_name *made =
        attain_i_allocate(&quality->allocator, count, sizeof *made);
    for (size_t i = 0; made != NULL && i < count; i++) {
        const char *texts[2];
        const char *row = (const char *)rows + i * stride;
        memcpy(&texts[0], row + id, sizeof texts[0]);
        memcpy(&texts[1], row + name, sizeof texts[1]);
        made[i].id = copy(quality, texts[0]);
        made[i].name = texts[1] == NULL || texts[1] == texts[0] ||
                               strcmp(texts[0], texts[1]) == 0
                           ? made[i].id
                           : copy(quality, texts[1]);
        if (made[i].id == NULL || made[i].name == NULL) {
            attain_i_release(&quality->allocator, made, count, sizeof *made);
            return NULL;
        }
    }
    return made;
}

static int copy_advices(attain_quality *quality, const attain_checks *checks) {
    quality->advices = attain_i_allocate_zero(
        &quality->allocator, checks->count, sizeof *quality->advices);
    for (size_t i = 0; quality->advices != NULL && i < checks->count; i++) {
        if (checks->rows[i].advice != NULL) {
            quality->advices[i] = copy(quality, checks->rows[i].advice);
            if (quality->advices[i] == NULL)
                return 0;
        }
    }
    return quality->advices != NULL;
}

static attain_status copy_texts(attain_quality *quality,
                                const attain_i_quality_work *work) {
    const attain_dataset *data = work->data;
    const attain_plan *plan = work->plan;
    quality->unit_count = data->unit_count;
    quality->units = copy_names(
        quality, data->units, sizeof *data->units, offsetof(attain_i_unit, id),
        offsetof(attain_i_unit, name), data->unit_count);
    quality->variable_count = data->variable_count;
    quality->variable_capacity = data->variable_count;
    quality->variables =
        copy_names(quality, data->variables, sizeof *data->variables,
                   offsetof(attain_variable, id),
                   offsetof(attain_variable, name), data->variable_count);
    quality->group_count = data->group_count;
    quality->groups = copy_names(quality, data->groups, sizeof *data->groups, 0,
                                 0, data->group_count);
    quality->metric_count = plan != NULL ? plan->metric_count : 0;
    quality->metrics =
        copy_names(quality, plan != NULL ? plan->metrics : NULL,
                   sizeof *plan->metrics, offsetof(attain_metric, id),
                   offsetof(attain_metric, name), quality->metric_count);
    quality->check_count = work->checks->count;
    quality->checks =
        copy_names(quality, work->checks->rows, sizeof *work->checks->rows,
                   offsetof(attain_check, id), offsetof(attain_check, id),
                   work->checks->count);
    return quality->units != NULL && quality->variables != NULL &&
                   quality->groups != NULL && quality->metrics != NULL &&
                   quality->checks != NULL &&
                   copy_advices(quality, work->checks)
               ? ATTAIN_OK
               : ATTAIN_ERR_MEMORY;
}

/* --- The checks --------------------------------------------------------------
 */

static void meet(attain_i_quality_work *work) {
    const attain_dataset *data = work->data;
    const attain_check *check = work->check;
    /* The level of the kind that adds up units is no filter. */
    const char *names[2] = {
        check->kind == ATTAIN_CHECK_UNITS ? NULL : check->level, check->stage};
    int32_t words[2];
    for (int i = 0; i < 2; i++) {
        words[i] =
            names[i] == NULL ? -1 : attain_i_dataset_word(data, names[i]);
    }
    for (size_t u = 0; u < data->unit_count; u++) {
        work->meets[u] =
            (names[0] == NULL || data->units[u].level == words[0]) &&
            (names[1] == NULL ||
             (data->units[u].stage == words[1] && words[1] >= 0));
    }
}

static double given_or(double given, double otherwise) {
    return given == given ? given : otherwise;
}

static void run_check(attain_i_quality_work *work, size_t row) {
    work->row = (int32_t)row;
    work->check = &work->checks->rows[row];
    work->kind = &attain_i_kinds[work->check->kind];
    work->limit = given_or(work->check->limit, work->kind->limit);
    work->tolerance = given_or(work->check->tolerance, work->kind->tolerance);
    work->least = given_or(work->check->least, work->kind->least);
    work->found = 0;
    meet(work);
    work->kind->run(work);
}

static attain_status run_checks(attain_i_quality_work *work,
                                attain_error *err) {
    attain_status status = attain_i_quality_prepare(work, err);
    if (status != ATTAIN_OK)
        return status;
    for (int32_t severity = ATTAIN_QUALITY_ERROR; severity > ATTAIN_QUALITY_OFF;
         severity--) {
        for (size_t i = 0; i < work->checks->count && !work->no_memory; i++)
            if (work->checks->rows[i].severity == severity)
                run_check(work, i);
    }
    return work->no_memory ? attain_i_fail_memory(err) : ATTAIN_OK;
}

/* --- The call ----------------------------------------------------------------
 */

static attain_status take_options(const attain_plan *plan,
                                  const attain_quality_options *given,
                                  attain_quality_options *out,
                                  attain_error *err) {
    attain_quality_options_init(out);
    if (given == NULL)
        return ATTAIN_OK;
    if (!attain_i_struct_ok(given->struct_size, sizeof *out, sizeof *out) ||
        given->reserved != 0) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "options", -1,
                             "options has an unknown struct_size or a reserved "
                             "field; set it up with "
                             "attain_quality_options_init()");
    }
    *out = *given;
    if (out->max_findings == 0) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "max_findings", -1,
                             "max_findings is 0: give at least 1");
    }
    if (plan != NULL && out->as_of != ATTAIN_PERIOD_NONE &&
        attain_period_frequency(out->as_of) !=
            attain_period_frequency(plan->info.first_period)) {
        return attain_i_fail(err, ATTAIN_ERR_PERIOD, "as_of", -1,
                             "as_of is no period of the plan's frequency");
    }
    return ATTAIN_OK;
}

static attain_status assess(attain_i_quality_work *work, attain_error *err) {
    attain_status status = attain_i_quality_begin(work);
    if (status == ATTAIN_OK)
        status = copy_texts(work->quality, work);
    if (status != ATTAIN_OK)
        attain_i_fail_memory(err);
    else
        status = run_checks(work, err);
    attain_i_quality_end(work);
    return status;
}

static attain_status create(const attain_quality_options *options,
                            attain_quality **out, attain_error *err) {
    attain_allocator memory;
    if (!attain_i_allocator_set(&memory, options->allocator)) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "allocator", -1,
                             "a function of the allocator is NULL");
    }
    attain_quality *quality =
        attain_i_allocate_zero(&memory, 1, sizeof *quality);
    if (quality == NULL)
        return attain_i_fail_memory(err);
    quality->allocator = memory;
    attain_i_arena_init(&quality->arena, &quality->allocator);
    attain_i_map_init(&quality->more, &quality->allocator);
    attain_i_map_init(&quality->file_ids, &quality->allocator);
    *out = quality;
    return ATTAIN_OK;
}

static attain_status with_checks(attain_i_quality_work *work,
                                 const attain_checks *checks,
                                 attain_error *err) {
    attain_checks *made = NULL;
    attain_status status =
        checks == NULL ? attain_checks_create(work->allocator, &made, err)
                       : ATTAIN_OK;
    if (status == ATTAIN_OK) {
        work->checks = checks == NULL ? made : checks;
        status = assess(work, err);
    }
    attain_checks_destroy(made);
    return status;
}

attain_status attain_quality_assess(const attain_plan *plan,
                                    const attain_dataset *data,
                                    const attain_checks *checks,
                                    const attain_quality_options *options,
                                    attain_quality **out, attain_error *err) {
    attain_quality_options taken;
    attain_quality *quality = NULL;
    if (data == NULL || out == NULL)
        return attain_i_fail_null(err, data == NULL ? "data" : "out");
    attain_status status = take_options(plan, options, &taken, err);
    if (status == ATTAIN_OK && plan != NULL)
        status = attain_plan_check(plan, err);
    if (status == ATTAIN_OK)
        status = create(&taken, &quality, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_quality_work work = {.plan = plan,
                                  .data = data,
                                  .quality = quality,
                                  .allocator = &quality->allocator,
                                  .limit_found = taken.max_findings,
                                  .as_of = taken.as_of};
    status = with_checks(&work, checks, err);
    if (status == ATTAIN_OK)
        *out = quality;
    else
        attain_quality_destroy(quality);
    return status;
}
