#include "attain/plan.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "plan/model.h"
#include "plan/row.h"

static const attain_i_field group_fields[] = {
    ATTAIN_I_TEXT(attain_group, id, ATTAIN_I_FIELD_ID),
    ATTAIN_I_TEXT(attain_group, name, ATTAIN_I_FIELD_NAME),
    ATTAIN_I_NUMBER(attain_group, weight, 0, DBL_MAX, 1, "0 or more"),
    ATTAIN_I_FIELDS_END};

const attain_i_form attain_i_form_group = {"groups", "group", group_fields,
                                           sizeof(attain_group),
                                           sizeof(attain_group)};

void attain_group_init(attain_group *group) {
    if (group != NULL) {
        memset(group, 0, sizeof(*group));
        group->struct_size = sizeof(*group);
        group->weight = (double)NAN;
    }
}

void attain_i_check_group(const attain_plan *plan, const attain_group *group,
                          int64_t row, attain_i_reporter *reporter) {
    attain_i_row_check(&attain_i_form_group, group, row, ATTAIN_FREQUENCY_NONE,
                       reporter);
    if (attain_i_given(group->id) &&
        attain_i_map_find(&plan->group_ids, group->id, strlen(group->id)) >=
            0) {
        attain_i_report_duplicate(reporter, "groups", row, "id", group->id,
                                  "list each evaluator group once");
    }
}

attain_status attain_plan_add_group(attain_plan *plan,
                                    const attain_group *group,
                                    attain_error *err) {
    attain_i_reporter reporter;
    attain_group row;
    attain_status status;
    if (plan == NULL || group == NULL)
        return attain_i_fail_null(err, plan == NULL ? "plan" : "group");
    attain_group_init(&row);
    status = attain_i_row_take(&attain_i_form_group, group, &row, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_first_error(&reporter, err);
    attain_i_check_group(plan, &row, (int64_t)plan->group_count, &reporter);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    status =
        attain_i_row_room(plan, &attain_i_form_group, (void **)&plan->groups,
                          &plan->group_capacity, plan->group_count, &row, err);
    if (status != ATTAIN_OK)
        return status;
    if (!attain_i_map_add(&plan->group_ids, row.id, strlen(row.id),
                          (int32_t)plan->group_count))
        return attain_i_fail_memory(err);
    plan->groups[plan->group_count++] = row;
    attain_i_row_digest(&plan->revision, &attain_i_form_group, &row);
    return ATTAIN_OK;
}

attain_status attain_plan_get_group(const attain_plan *plan, int32_t row,
                                    attain_group *out, attain_error *err) {
    return attain_i_row_get(
        plan, &attain_i_form_group, plan != NULL ? plan->groups : NULL,
        plan != NULL ? plan->group_count : 0, row, out, err);
}
