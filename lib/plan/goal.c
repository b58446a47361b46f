#include "attain/plan.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "plan/model.h"
#include "plan/row.h"

static const attain_i_field goal_fields[] = {
    ATTAIN_I_TEXT(attain_goal, id, ATTAIN_I_FIELD_ID),
    ATTAIN_I_TEXT(attain_goal, name, ATTAIN_I_FIELD_NAME),
    ATTAIN_I_TEXT(attain_goal, parent, ATTAIN_I_FIELD_REFERENCE),
    ATTAIN_I_TEXT(attain_goal, level, ATTAIN_I_FIELD_REFERENCE),
    ATTAIN_I_TEXT(attain_goal, unit_weight, ATTAIN_I_FIELD_REFERENCE),
    ATTAIN_I_TEXT(attain_goal, owner, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_goal, source, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_NUMBER(attain_goal, weight, 0, DBL_MAX, 1, "0 or more"),
    ATTAIN_I_NUMBER(attain_goal, floor, 0, 1, (double)NAN, "0 to 1"),
    ATTAIN_I_NUMBER(attain_goal, share, DBL_MIN, 1, 1, "above 0 and at most 1"),
    ATTAIN_I_WORD(attain_goal, aggregate, attain_i_words_aggregate),
    ATTAIN_I_WORD(attain_goal, rule, attain_i_words_rule),
    ATTAIN_I_INTEGER(attain_goal, at_least, ATTAIN_I_FIELD_INTEGER),
    ATTAIN_I_INTEGER(attain_goal, if_any, ATTAIN_I_FIELD_FLAG),
    ATTAIN_I_NUMBER(attain_goal, bonus_cap, 0, DBL_MAX, (double)NAN,
                    "0 or more"),
    ATTAIN_I_NUMBER(attain_goal, score_cap, 100, DBL_MAX, 100, "100 or more"),
    ATTAIN_I_FIELDS_END};

const attain_i_form attain_i_form_goal = {
    "goals", "goal", goal_fields, sizeof(attain_goal), sizeof(attain_goal)};

void attain_goal_init(attain_goal *goal) {
    if (goal != NULL) {
        memset(goal, 0, sizeof(*goal));
        goal->struct_size = sizeof(*goal);
        goal->weight = (double)NAN;
        goal->floor = (double)NAN;
        goal->share = (double)NAN;
        goal->bonus_cap = (double)NAN;
        goal->score_cap = (double)NAN;
    }
}

static void check_rule(const attain_goal *goal, int64_t row,
                       attain_i_reporter *reporter) {
    static const char reason[] = "it is for the rule at_least alone";
    const char *id = goal->id != NULL ? goal->id : "";
    int counts = goal->rule == ATTAIN_RULE_AT_LEAST;
    if (goal->at_least < 0) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "goals", row,
                              "at_least",
                              "at_least %d of \"%s\" is out of range; it must "
                              "be 1 or more",
                              (int)goal->at_least, id);
    } else if (counts && goal->at_least == 0) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "goals", row,
                              "at_least",
                              "the rule of \"%s\" is at_least; say in at_least "
                              "how many children must be met",
                              id);
    } else if (!counts && goal->at_least > 0) {
        attain_i_report_idle(reporter, "goals", row, "at_least", id, reason);
    }
    if (!counts && !isnan(goal->floor))
        attain_i_report_idle(reporter, "goals", row, "floor", id, reason);
}

void attain_i_check_goal(const attain_plan *plan, const attain_goal *goal,
                         int64_t row, attain_i_reporter *reporter) {
    attain_i_row_check(&attain_i_form_goal, goal, row, ATTAIN_FREQUENCY_NONE,
                       reporter);
    if (attain_i_given(goal->id) &&
        attain_i_map_find(&plan->nodes, goal->id, strlen(goal->id)) >= 0) {
        attain_i_report_duplicate(reporter, "goals", row, "id", goal->id,
                                  "goals and targets share one set of ids, so "
                                  "give it another one");
    }
    check_rule(goal, row, reporter);
}

attain_status attain_plan_add_goal(attain_plan *plan, const attain_goal *goal,
                                   int32_t *out_row, attain_error *err) {
    attain_i_reporter reporter;
    attain_goal row;
    attain_status status;
    if (plan == NULL || goal == NULL)
        return attain_i_fail_null(err, plan == NULL ? "plan" : "goal");
    attain_goal_init(&row);
    status = attain_i_row_take(&attain_i_form_goal, goal, &row, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_first_error(&reporter, err);
    attain_i_check_goal(plan, &row, (int64_t)plan->goal_count, &reporter);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    status =
        attain_i_row_room(plan, &attain_i_form_goal, (void **)&plan->goals,
                          &plan->goal_capacity, plan->goal_count, &row, err);
    if (status != ATTAIN_OK)
        return status;
    if (!attain_i_map_add(&plan->nodes, row.id, strlen(row.id),
                          (int32_t)(2 * plan->goal_count)))
        return attain_i_fail_memory(err);
    plan->goals[plan->goal_count] = row;
    if (out_row != NULL)
        *out_row = (int32_t)plan->goal_count;
    plan->goal_count++;
    attain_i_row_digest(&plan->revision, &attain_i_form_goal, &row);
    return ATTAIN_OK;
}

attain_status attain_plan_get_goal(const attain_plan *plan, int32_t row,
                                   attain_goal *out, attain_error *err) {
    return attain_i_row_get(plan, &attain_i_form_goal,
                            plan != NULL ? plan->goals : NULL,
                            plan != NULL ? plan->goal_count : 0, row, out, err);
}
