#include "attain/plan.h"

#include <string.h>

#include "base/error.h"
#include "plan/model.h"
#include "plan/row.h"

static const attain_i_field info_fields[] = {
    ATTAIN_I_TEXT(attain_plan_info, id, ATTAIN_I_FIELD_ID),
    ATTAIN_I_TEXT(attain_plan_info, name, ATTAIN_I_FIELD_NAME),
    ATTAIN_I_TEXT(attain_plan_info, level, ATTAIN_I_FIELD_ID),
    ATTAIN_I_TEXT(attain_plan_info, veto_grade, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_plan_info, source, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_INTEGER(attain_plan_info, first_period, ATTAIN_I_FIELD_PERIOD),
    ATTAIN_I_INTEGER(attain_plan_info, last_period, ATTAIN_I_FIELD_PERIOD),
    ATTAIN_I_WORD(attain_plan_info, score, attain_i_words_score),
    ATTAIN_I_WORD(attain_plan_info, missing, attain_i_words_missing),
    ATTAIN_I_FIELDS_END};

const attain_i_form attain_i_form_info = {"plan", "plan", info_fields,
                                          sizeof(attain_plan_info),
                                          sizeof(attain_plan_info)};

void attain_plan_info_init(attain_plan_info *info) {
    if (info != NULL) {
        memset(info, 0, sizeof(*info));
        info->struct_size = sizeof(*info);
        info->first_period = ATTAIN_PERIOD_NONE;
        info->last_period = ATTAIN_PERIOD_NONE;
    }
}

static void check_period_given(int32_t period, const char *field,
                               attain_i_reporter *reporter) {
    if (period == ATTAIN_PERIOD_NONE) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "plan", -1, field,
                              "the plan has no %s; give it one, such as 2021",
                              field);
    }
}

void attain_i_check_info(const attain_plan_info *info,
                         attain_i_reporter *reporter) {
    char first[ATTAIN_I_SHORT_TEXT], last[ATTAIN_I_SHORT_TEXT];
    int32_t frequency = attain_period_frequency(info->first_period);
    attain_i_row_check(&attain_i_form_info, info, -1, frequency, reporter);
    check_period_given(info->first_period, "first_period", reporter);
    check_period_given(info->last_period, "last_period", reporter);
    if (frequency != ATTAIN_FREQUENCY_NONE &&
        frequency == attain_period_frequency(info->last_period) &&
        info->last_period < info->first_period) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "plan", -1,
                              "last_period",
                              "last_period %s is before first_period %s; swap "
                              "them, or correct one",
                              attain_i_period_text(info->last_period, last),
                              attain_i_period_text(info->first_period, first));
    }
}

static void set_up(attain_plan *plan, const attain_allocator *allocator) {
    memset(plan, 0, sizeof(*plan));
    plan->allocator = *allocator;
    plan->revision = UINT64_C(14695981039346656037); /* FNV offset basis */
    attain_i_arena_init(&plan->arena, &plan->allocator);
    attain_i_map_init(&plan->nodes, &plan->allocator);
    attain_i_map_init(&plan->metric_ids, &plan->allocator);
    attain_i_map_init(&plan->path_keys, &plan->allocator);
    attain_i_map_init(&plan->band_names, &plan->allocator);
    attain_i_map_init(&plan->band_bounds, &plan->allocator);
    attain_i_map_init(&plan->group_ids, &plan->allocator);
    attain_i_map_init(&plan->choice_keys, &plan->allocator);
}

attain_status attain_plan_create(const attain_allocator *allocator,
                                 const attain_plan_info *info,
                                 attain_plan **out, attain_error *err) {
    attain_allocator memory;
    attain_i_reporter reporter;
    attain_plan_info row;
    attain_plan *plan;
    attain_status status;
    if (info == NULL || out == NULL)
        return attain_i_fail_null(err, info == NULL ? "info" : "out");
    if (!attain_i_allocator_set(&memory, allocator)) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "allocator", -1,
                             "a function of the allocator is NULL");
    }
    attain_plan_info_init(&row);
    status = attain_i_row_take(&attain_i_form_info, info, &row, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_first_error(&reporter, err);
    attain_i_check_info(&row, &reporter);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    plan = attain_i_allocate(&memory, 1, sizeof(*plan));
    if (plan == NULL)
        return attain_i_fail_memory(err);
    set_up(plan, &memory);
    if (!attain_i_row_keep(plan, &attain_i_form_info, &row)) {
        attain_plan_destroy(plan);
        return attain_i_fail_memory(err);
    }
    plan->info = row;
    attain_i_row_digest(&plan->revision, &attain_i_form_info, &row);
    *out = plan;
    return ATTAIN_OK;
}

void attain_plan_destroy(attain_plan *plan) {
    attain_allocator memory;
    if (plan == NULL)
        return;
    memory = plan->allocator;
    attain_i_release(&memory, plan->goals, plan->goal_capacity,
                     sizeof(*plan->goals));
    attain_i_release(&memory, plan->metrics, plan->metric_capacity,
                     sizeof(*plan->metrics));
    attain_i_release(&memory, plan->lists, plan->list_capacity,
                     sizeof(*plan->lists));
    attain_i_release(&memory, plan->targets, plan->target_capacity,
                     sizeof(*plan->targets));
    attain_i_release(&memory, plan->path, plan->path_capacity,
                     sizeof(*plan->path));
    attain_i_release(&memory, plan->bands, plan->band_capacity,
                     sizeof(*plan->bands));
    attain_i_release(&memory, plan->groups, plan->group_capacity,
                     sizeof(*plan->groups));
    attain_i_release(&memory, plan->choices, plan->choice_capacity,
                     sizeof(*plan->choices));
    attain_i_map_clear(&plan->nodes);
    attain_i_map_clear(&plan->metric_ids);
    attain_i_map_clear(&plan->path_keys);
    attain_i_map_clear(&plan->band_names);
    attain_i_map_clear(&plan->band_bounds);
    attain_i_map_clear(&plan->group_ids);
    attain_i_map_clear(&plan->choice_keys);
    attain_i_arena_clear(&plan->arena);
    attain_i_release(&memory, plan, 1, sizeof(*plan));
}

size_t attain_plan_count(const attain_plan *plan, int32_t table) {
    if (plan == NULL)
        return 0;
    switch (table) {
    case ATTAIN_PLAN_GOALS:
        return plan->goal_count;
    case ATTAIN_PLAN_METRICS:
        return plan->metric_count;
    case ATTAIN_PLAN_TARGETS:
        return plan->target_count;
    case ATTAIN_PLAN_PATH:
        return plan->path_count;
    case ATTAIN_PLAN_BANDS:
        return plan->band_count;
    case ATTAIN_PLAN_GROUPS:
        return plan->group_count;
    case ATTAIN_PLAN_INDEX:
        return plan->choice_count;
    default:
        return 0;
    }
}

/* In the map of nodes, row r is 2r as a goal and 2r + 1 as a target. */
static int32_t find_node(const attain_plan *plan, const char *id, size_t length,
                         int32_t is_target) {
    int32_t node = attain_i_map_find(&plan->nodes, id, length);
    return node >= 0 && node % 2 == is_target ? node / 2 : -1;
}

int32_t attain_plan_find(const attain_plan *plan, int32_t table, const char *id,
                         size_t length) {
    if (plan == NULL || id == NULL)
        return -1;
    length = attain_i_length(id, length);
    switch (table) {
    case ATTAIN_PLAN_GOALS:
        return find_node(plan, id, length, 0);
    case ATTAIN_PLAN_METRICS:
        return attain_i_map_find(&plan->metric_ids, id, length);
    case ATTAIN_PLAN_TARGETS:
        return find_node(plan, id, length, 1);
    case ATTAIN_PLAN_BANDS:
        return attain_i_map_find(&plan->band_names, id, length);
    case ATTAIN_PLAN_GROUPS:
        return attain_i_map_find(&plan->group_ids, id, length);
    default:
        return -1;
    }
}

attain_status attain_plan_get_info(const attain_plan *plan,
                                   attain_plan_info *out, attain_error *err) {
    return attain_i_row_get(plan, &attain_i_form_info,
                            plan != NULL ? &plan->info : NULL, 1, 0, out, err);
}
