#include "attain/plan.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "plan/check_target.h"
#include "plan/model.h"
#include "plan/row.h"
#include "plan/target_method.h"

static const attain_i_field target_fields[] = {
    ATTAIN_I_TEXT(attain_target, id, ATTAIN_I_FIELD_ID),
    ATTAIN_I_TEXT(attain_target, name, ATTAIN_I_FIELD_NAME),
    ATTAIN_I_TEXT(attain_target, goal, ATTAIN_I_FIELD_ID),
    ATTAIN_I_TEXT(attain_target, metric, ATTAIN_I_FIELD_ID),
    ATTAIN_I_TEXT(attain_target, level, ATTAIN_I_FIELD_REFERENCE),
    ATTAIN_I_TEXT(attain_target, unit_weight, ATTAIN_I_FIELD_REFERENCE),
    ATTAIN_I_TEXT(attain_target, owner, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_target, source, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_target, method, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_target, parameters, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_ANY_NUMBER(attain_target, value),
    ATTAIN_I_ANY_NUMBER(attain_target, upper),
    ATTAIN_I_NUMBER(attain_target, tolerance, 0, DBL_MAX, (double)NAN,
                    "0 or more"),
    ATTAIN_I_NUMBER(attain_target, share, DBL_MIN, 1, 1,
                    "above 0 and at most 1"),
    ATTAIN_I_ANY_NUMBER(attain_target, baseline),
    ATTAIN_I_ANY_NUMBER(attain_target, bad),
    ATTAIN_I_ANY_NUMBER(attain_target, good),
    ATTAIN_I_ANY_NUMBER(attain_target, outer_low),
    ATTAIN_I_ANY_NUMBER(attain_target, outer_high),
    ATTAIN_I_NUMBER(attain_target, weight, 0, DBL_MAX, 1, "0 or more"),
    ATTAIN_I_INTEGER(attain_target, baseline_period, ATTAIN_I_FIELD_PERIOD),
    ATTAIN_I_INTEGER(attain_target, due, ATTAIN_I_FIELD_PERIOD),
    ATTAIN_I_WORD(attain_target, series, attain_i_words_series),
    ATTAIN_I_WORD(attain_target, comparator, attain_i_words_comparator),
    ATTAIN_I_WORD(attain_target, when, attain_i_words_when),
    ATTAIN_I_WORD(attain_target, score, attain_i_words_score),
    ATTAIN_I_WORD(attain_target, judge, attain_i_words_judge),
    ATTAIN_I_INTEGER(attain_target, veto, ATTAIN_I_FIELD_FLAG),
    ATTAIN_I_INTEGER(attain_target, soft, ATTAIN_I_FIELD_FLAG),
    ATTAIN_I_INTEGER(attain_target, open, ATTAIN_I_FIELD_FLAG),
    ATTAIN_I_INTEGER(attain_target, if_any, ATTAIN_I_FIELD_FLAG),
    ATTAIN_I_INTEGER(attain_target, reserved, ATTAIN_I_FIELD_RESERVED),
    ATTAIN_I_NUMBER(attain_target, bonus, 0, DBL_MAX, 0, "0 or more"),
    ATTAIN_I_FIELDS_END};

const attain_i_form attain_i_form_target = {"targets", "target", target_fields,
                                            sizeof(attain_target),
                                            sizeof(attain_target)};

void attain_target_init(attain_target *target) {
    if (target != NULL) {
        const double none = (double)NAN;
        memset(target, 0, sizeof(*target));
        target->struct_size = sizeof(*target);
        target->value = none;
        target->upper = none;
        target->tolerance = none;
        target->share = none;
        target->baseline = none;
        target->bad = none;
        target->good = none;
        target->bonus = none;
        target->outer_low = none;
        target->outer_high = none;
        target->weight = none;
        target->baseline_period = ATTAIN_PERIOD_NONE;
        target->due = ATTAIN_PERIOD_NONE;
    }
}

void attain_i_check_target(const attain_plan *plan, const attain_target *target,
                           int64_t row, attain_i_reporter *reporter) {
    size_t before = reporter->errors;
    attain_i_row_check(&attain_i_form_target, target, row,
                       attain_period_frequency(plan->info.first_period),
                       reporter);
    if (attain_i_given(target->id) &&
        attain_i_map_find(&plan->nodes, target->id, strlen(target->id)) >= 0) {
        attain_i_report_duplicate(reporter, "targets", row, "id", target->id,
                                  "goals and targets share one set of ids, so "
                                  "give it another one");
    }
    attain_i_check_target_limit(target, row, reporter);
    attain_i_check_target_periods(plan, target, row, reporter);
    attain_i_check_target_steps(target, row, reporter);
    /* What a method or score needs is clear only when the cells are right. */
    if (reporter->errors == before)
        attain_i_check_target_method(target, row, reporter);
    if (reporter->errors == before)
        attain_i_check_target_score(plan, target, row, reporter);
}

/* Room for the row, filled in. */
static attain_status keep(attain_plan *plan, attain_target *row,
                          attain_error *err) {
    const double *given = row->step_count > 0 ? row->steps : NULL;
    attain_status status =
        attain_i_row_room(plan, &attain_i_form_target, (void **)&plan->targets,
                          &plan->target_capacity, plan->target_count, row, err);
    if (status != ATTAIN_OK)
        return status;
    row->steps = NULL;
    if (given != NULL) {
        size_t size = 2 * row->step_count * sizeof(*given);
        double *steps = attain_i_arena_bytes(&plan->arena, size);
        if (steps == NULL)
            return attain_i_fail_memory(err);
        memcpy(steps, given, size);
        row->steps = steps;
    }
    if (!attain_i_map_add(&plan->nodes, row->id, strlen(row->id),
                          (int32_t)(2 * plan->target_count + 1)))
        return attain_i_fail_memory(err);
    if (row->due == ATTAIN_PERIOD_NONE)
        row->due = plan->info.last_period;
    return ATTAIN_OK;
}

attain_status attain_plan_add_target(attain_plan *plan,
                                     const attain_target *target,
                                     int32_t *out_row, attain_error *err) {
    attain_i_reporter reporter;
    attain_target row;
    attain_status status;
    if (plan == NULL || target == NULL)
        return attain_i_fail_null(err, plan == NULL ? "plan" : "target");
    attain_target_init(&row);
    status = attain_i_row_take(&attain_i_form_target, target, &row, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_first_error(&reporter, err);
    attain_i_check_target(plan, &row, (int64_t)plan->target_count, &reporter);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    status = keep(plan, &row, err);
    if (status != ATTAIN_OK)
        return status;
    plan->targets[plan->target_count] = row;
    if (out_row != NULL)
        *out_row = (int32_t)plan->target_count;
    plan->target_count++;
    attain_i_row_digest(&plan->revision, &attain_i_form_target, &row);
    for (size_t i = 0; i < 2 * row.step_count; i++)
        attain_i_digest_number(&plan->revision, row.steps[i]);
    return ATTAIN_OK;
}

attain_status attain_plan_get_target(const attain_plan *plan, int32_t row,
                                     attain_target *out, attain_error *err) {
    return attain_i_row_get(
        plan, &attain_i_form_target, plan != NULL ? plan->targets : NULL,
        plan != NULL ? plan->target_count : 0, row, out, err);
}
