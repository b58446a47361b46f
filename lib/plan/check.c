#include "plan/check.h"

#include <string.h>

#include "plan/row.h"
#include "plan/score.h"
#include "plan/target_method.h"

/* Looking for the nearest id takes time; a plan with very many unknown ids
 * gets suggestions for the first of them. */
enum { SUGGESTION_WORDS = 20000 };

/* --- Metrics ------------------------------------------------------------ */

static void check_part(attain_i_check *check, int64_t row, const char *field,
                       const attain_i_part *part) {
    const attain_plan *plan = check->plan;
    const char *id = plan->metrics[row].id;
    if (part->is_metric &&
        attain_plan_find(plan, ATTAIN_PLAN_METRICS, part->name,
                         ATTAIN_NUL_TERMINATED) < 0) {
        attain_i_report_unknown(check, "metrics", row, field, part->name,
                                ATTAIN_PLAN_METRICS, id);
    }
    if (part->group != NULL && plan->group_count > 0 &&
        attain_plan_find(plan, ATTAIN_PLAN_GROUPS, part->group,
                         ATTAIN_NUL_TERMINATED) < 0) {
        attain_i_report_unknown(check, "metrics", row, field, part->group,
                                ATTAIN_PLAN_GROUPS, id);
    }
}

static void check_metrics(attain_i_check *check) {
    const attain_plan *plan = check->plan;
    for (size_t m = 0; m < plan->metric_count; m++) {
        const attain_i_metric_lists *lists = &plan->lists[m];
        for (size_t i = 0; i < lists->numerator_count; i++)
            check_part(check, (int64_t)m, "numerator", &lists->numerator[i]);
        for (size_t i = 0; i < lists->denominator_count; i++) {
            check_part(check, (int64_t)m, "denominator",
                       &lists->denominator[i]);
        }
    }
    attain_i_check_rings(plan, check->order, check->reporter);
}

/* --- Targets ------------------------------------------------------------ */

static void check_direction(attain_i_check *check, int64_t row,
                            const attain_target *target,
                            const attain_metric *metric) {
    int up = target->comparator == ATTAIN_COMPARATOR_AT_LEAST ||
             target->comparator == ATTAIN_COMPARATOR_ABOVE;
    int down = target->comparator == ATTAIN_COMPARATOR_AT_MOST ||
               target->comparator == ATTAIN_COMPARATOR_BELOW;
    if ((up && metric->direction == ATTAIN_DIRECTION_DOWN) ||
        (down && metric->direction == ATTAIN_DIRECTION_UP)) {
        attain_i_report_warning(
            check->reporter, ATTAIN_ERR_VALUE, "targets", row, "comparator",
            "the comparator of \"%s\" wants metric \"%s\" %s, but its "
            "direction is %s; correct one of them",
            target->id, metric->id, up ? "high" : "low", up ? "down" : "up");
    }
}

static void check_target(attain_i_check *check, int64_t row,
                         const attain_target *target) {
    const attain_plan *plan = check->plan;
    int32_t goal = attain_plan_find(plan, ATTAIN_PLAN_GOALS, target->goal,
                                    ATTAIN_NUL_TERMINATED);
    int32_t metric = attain_plan_find(plan, ATTAIN_PLAN_METRICS, target->metric,
                                      ATTAIN_NUL_TERMINATED);
    if (goal < 0) {
        attain_i_report_unknown(check, "targets", row, "goal", target->goal,
                                ATTAIN_PLAN_GOALS, target->id);
    } else {
        const char *above = check->levels[goal];
        attain_i_check_whole(check, "targets", row, target->id, target->share,
                             target->unit_weight,
                             target->level != NULL ? target->level : above,
                             above);
    }
    if (metric < 0) {
        attain_i_report_unknown(check, "targets", row, "metric", target->metric,
                                ATTAIN_PLAN_METRICS, target->id);
        return;
    }
    check_direction(check, row, target, &plan->metrics[metric]);
    if (target->judge == ATTAIN_JUDGE_ROUNDED &&
        plan->metrics[metric].decimals == ATTAIN_DECIMALS_NONE) {
        attain_i_report_error(check->reporter, ATTAIN_ERR_MISSING, "targets",
                              row, "judge",
                              "target \"%s\" is judged by its rounded value, "
                              "but metric \"%s\" has no decimals; give them",
                              target->id, target->metric);
    }
}

static void check_targets(attain_i_check *check) {
    const attain_plan *plan = check->plan;
    for (size_t t = 0; t < plan->target_count; t++) {
        const attain_target *target = &plan->targets[t];
        check_target(check, (int64_t)t, target);
        if (target->veto == 1 && plan->info.veto_grade == NULL) {
            attain_i_report_error(check->reporter, ATTAIN_ERR_MISSING,
                                  "targets", (int64_t)t, "veto",
                                  "target \"%s\" is a veto, but the plan has "
                                  "no veto_grade; give the band that a veto "
                                  "caps grades at",
                                  target->id);
        }
    }
}

/* --- Path points -------------------------------------------------------- */

/* Rulings A74: strictly between the baseline and the due period. */
static void check_point_period(attain_i_check *check, int64_t row,
                               const attain_path_point *point,
                               const attain_target *target) {
    char period[ATTAIN_I_SHORT_TEXT], limit[ATTAIN_I_SHORT_TEXT];
    int cumulative = target->series == ATTAIN_SERIES_CUMULATIVE;
    int32_t first = cumulative ? check->plan->info.first_period
                    : attain_i_has_baseline(target)
                        ? target->baseline_period + 1
                        : INT32_MIN;
    if (point->period >= target->due) {
        attain_i_report_error(
            check->reporter, ATTAIN_ERR_VALUE, "path", row, "period",
            "the path point of \"%s\" in %s is not before its due period %s",
            target->id, attain_i_period_text(point->period, period),
            attain_i_period_text(target->due, limit));
    } else if (point->period < first) {
        attain_i_report_error(
            check->reporter, ATTAIN_ERR_VALUE, "path", row, "period",
            "the path point of \"%s\" in %s is not after %s %s", target->id,
            attain_i_period_text(point->period, period),
            cumulative ? "the period before the plan's first,"
                       : "its baseline_period",
            attain_i_period_text(first - 1, limit));
    }
}

static void check_path(attain_i_check *check) {
    const attain_plan *plan = check->plan;
    for (size_t p = 0; p < plan->path_count; p++) {
        const attain_path_point *point = &plan->path[p];
        int32_t row = attain_plan_find(plan, ATTAIN_PLAN_TARGETS, point->target,
                                       ATTAIN_NUL_TERMINATED);
        const attain_target *target = row >= 0 ? &plan->targets[row] : NULL;
        if (target == NULL) {
            attain_i_report_unknown(check, "path", (int64_t)p, "target",
                                    point->target, ATTAIN_PLAN_TARGETS,
                                    "a path point");
        } else if (target->comparator == ATTAIN_COMPARATOR_NONE) {
            attain_i_report_error(check->reporter, ATTAIN_ERR_VALUE, "path",
                                  (int64_t)p, "target",
                                  "target \"%s\" has the comparator none, so "
                                  "it cannot have path points; remove them",
                                  target->id);
        } else if (target->series == ATTAIN_SERIES_CHANGE ||
                   target->series == ATTAIN_SERIES_GROWTH) {
            attain_i_report_error(check->reporter, ATTAIN_ERR_VALUE, "path",
                                  (int64_t)p, "target",
                                  "target \"%s\" is a change from period to "
                                  "period, which has no path; remove the "
                                  "point, or use since_baseline",
                                  target->id);
        } else {
            check_point_period(check, (int64_t)p, point, target);
            if (attain_i_target_method_expects(target)) {
                attain_i_report_idle(check->reporter, "path", (int64_t)p,
                                     "target", target->id,
                                     "its method says what is expected");
            }
        }
    }
}

/* --- Bands and groups --------------------------------------------------- */

static void check_veto_grade(attain_i_check *check) {
    const attain_plan *plan = check->plan;
    if (plan->info.veto_grade != NULL &&
        attain_plan_find(plan, ATTAIN_PLAN_BANDS, plan->info.veto_grade,
                         ATTAIN_NUL_TERMINATED) < 0) {
        attain_i_report_unknown(check, "plan", -1, "veto_grade",
                                plan->info.veto_grade, ATTAIN_PLAN_BANDS,
                                plan->info.id);
    }
}

static void check_groups(attain_i_check *check) {
    const attain_plan *plan = check->plan;
    for (size_t g = 0; g < plan->group_count; g++)
        if (plan->groups[g].weight > 0)
            return;
    if (plan->group_count > 0) {
        attain_i_report_warning(check->reporter, ATTAIN_ERR_VALUE, "groups", -1,
                                "weight",
                                "every evaluator group has weight 0, so "
                                "ratings by groups have no value");
    }
}

/* --- The whole ---------------------------------------------------------- */

static size_t longest_table(const attain_plan *plan) {
    size_t most = 0;
    for (int32_t table = 0; table <= ATTAIN_PLAN_GROUPS; table++) {
        size_t count = attain_plan_count(plan, table);
        most = count > most ? count : most;
    }
    return most;
}

static void release(attain_i_check *check) {
    const attain_allocator *memory = &check->plan->allocator;
    size_t goals = check->plan->goal_count;
    attain_i_release(memory, check->parents, goals, sizeof(int32_t));
    attain_i_release(memory, check->children, goals, sizeof(int32_t));
    attain_i_release(memory, check->judged, goals, sizeof(int32_t));
    attain_i_release(memory, check->marks, goals, sizeof(int32_t));
    attain_i_release(memory, check->levels, goals, sizeof(char *));
    attain_i_release(memory, check->order, check->plan->metric_count,
                     sizeof(int32_t));
    attain_i_release(memory, check->ids, check->ids_room, sizeof(char *));
}

static int prepare(attain_i_check *check, const attain_plan *plan,
                   attain_i_reporter *reporter) {
    const attain_allocator *memory = &plan->allocator;
    size_t goals = plan->goal_count;
    memset(check, 0, sizeof(*check));
    check->plan = plan;
    check->reporter = reporter;
    check->words_left = SUGGESTION_WORDS;
    check->ids_room = longest_table(plan) + 1;
    check->parents = attain_i_allocate_zero(memory, goals, sizeof(int32_t));
    check->children = attain_i_allocate_zero(memory, goals, sizeof(int32_t));
    check->judged = attain_i_allocate_zero(memory, goals, sizeof(int32_t));
    check->marks = attain_i_allocate_zero(memory, goals, sizeof(int32_t));
    check->levels = attain_i_allocate_zero(memory, goals, sizeof(char *));
    check->order =
        attain_i_allocate_zero(memory, plan->metric_count, sizeof(int32_t));
    check->ids =
        attain_i_allocate_zero(memory, check->ids_room, sizeof(char *));
    return check->parents != NULL && check->children != NULL &&
           check->judged != NULL && check->marks != NULL &&
           check->levels != NULL && check->order != NULL && check->ids != NULL;
}

attain_status attain_i_plan_check(const attain_plan *plan,
                                  attain_i_reporter *reporter) {
    attain_i_check check;
    int ready = prepare(&check, plan, reporter);
    if (ready) {
        check_veto_grade(&check);
        attain_i_check_tree(&check);
        check_metrics(&check);
        check_targets(&check);
        check_path(&check);
        check_groups(&check);
        attain_i_check_choices(&check);
    }
    release(&check);
    return ready ? ATTAIN_OK : ATTAIN_ERR_MEMORY;
}

attain_status attain_plan_check(const attain_plan *plan, attain_error *err) {
    attain_i_reporter reporter;
    if (plan == NULL)
        return attain_i_fail_null(err, "plan");
    attain_i_first_error(&reporter, err);
    if (attain_i_plan_check(plan, &reporter) != ATTAIN_OK)
        return attain_i_fail_memory(err);
    return attain_i_first_error_status(&reporter);
}
