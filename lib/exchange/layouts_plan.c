#include "exchange/layouts.h"

#include "attain/plan.h"
#include "plan/model.h"

enum {
    NEEDED = ATTAIN_I_LAYOUT_NEEDED,
    KEY = ATTAIN_I_LAYOUT_KEY,
    KEEP = ATTAIN_I_LAYOUT_KEEP,
    NUMBERED = ATTAIN_I_LAYOUT_NUMBERED
};

#define COUNT(fields) (sizeof(fields) / sizeof((fields)[0]))

/* --- plan.csv: keys ------------------------------------------------------- */

static const attain_i_layout_field plan_fields[] = {
    ATTAIN_I_COLUMN(attain_plan_info, id, TEXT, KEY),
    ATTAIN_I_COLUMN(attain_plan_info, name, TEXT, 0),
    ATTAIN_I_COLUMN(attain_plan_info, first_period, PERIOD, 0),
    ATTAIN_I_COLUMN(attain_plan_info, last_period, PERIOD, 0),
    ATTAIN_I_COLUMN(attain_plan_info, level, TEXT, 0),
    ATTAIN_I_COLUMN_WORD(attain_plan_info, score, attain_i_words_score),
    ATTAIN_I_COLUMN_WORD(attain_plan_info, missing, attain_i_words_missing),
    ATTAIN_I_COLUMN(attain_plan_info, veto_grade, TEXT, 0),
    ATTAIN_I_COLUMN(attain_plan_info, source, TEXT, 0),
};

static void init_plan(void *row) {
    attain_plan_info_init(row);
}

const attain_i_layout attain_i_layout_plan = {
    "plan", plan_fields, COUNT(plan_fields), init_plan, NULL, NULL, NULL};

/* --- goals.csv ------------------------------------------------------------ */

static const attain_i_layout_field goal_fields[] = {
    ATTAIN_I_COLUMN(attain_goal, id, TEXT, NEEDED | KEY),
    ATTAIN_I_COLUMN(attain_goal, name, TEXT, NEEDED),
    ATTAIN_I_COLUMN(attain_goal, parent, TEXT, KEEP),
    ATTAIN_I_COLUMN(attain_goal, weight, NUMBER, 0),
    ATTAIN_I_COLUMN_WORD(attain_goal, aggregate, attain_i_words_aggregate),
    ATTAIN_I_COLUMN_WORD(attain_goal, rule, attain_i_words_rule),
    ATTAIN_I_COLUMN(attain_goal, at_least, WHOLE, 0),
    ATTAIN_I_COLUMN(attain_goal, floor, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_goal, level, TEXT, 0),
    ATTAIN_I_COLUMN(attain_goal, share, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_goal, unit_weight, TEXT, 0),
    ATTAIN_I_COLUMN(attain_goal, owner, TEXT, 0),
    ATTAIN_I_COLUMN(attain_goal, source, TEXT, 0),
    ATTAIN_I_COLUMN(attain_goal, bonus_cap, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_goal, score_cap, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_goal, if_any, YES_NO, 0),
};

static void init_goal(void *row) {
    attain_goal_init(row);
}

static void check_goal(const void *plan, const void *row, int64_t index,
                       attain_i_reporter *reporter) {
    attain_i_check_goal(plan, row, index, reporter);
}

static attain_status add_goal(void *plan, const void *row, attain_error *err) {
    return attain_plan_add_goal(plan, row, NULL, err);
}

static int32_t find_goal(const void *plan, const char *id) {
    return attain_plan_find(plan, ATTAIN_PLAN_GOALS, id, ATTAIN_NUL_TERMINATED);
}

const attain_i_layout attain_i_layout_goals = {
    "goals",    goal_fields, COUNT(goal_fields), init_goal,
    check_goal, add_goal,    find_goal};

/* --- metrics.csv ---------------------------------------------------------- */

static const attain_i_layout_field metric_fields[] = {
    ATTAIN_I_COLUMN(attain_metric, id, TEXT, NEEDED | KEY),
    ATTAIN_I_COLUMN(attain_metric, name, TEXT, NEEDED),
    ATTAIN_I_COLUMN(attain_metric, numerator, TEXT, KEEP),
    ATTAIN_I_COLUMN(attain_metric, denominator, TEXT, 0),
    ATTAIN_I_COLUMN(attain_metric, factor, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_metric, unit, TEXT, 0),
    ATTAIN_I_COLUMN_WORD(attain_metric, direction, attain_i_words_direction),
    ATTAIN_I_COLUMN(attain_metric, decimals, WHOLE, KEEP),
    ATTAIN_I_COLUMN(attain_metric, interval, NUMBER, 0),
    ATTAIN_I_COLUMN_WORD(attain_metric, across, attain_i_words_across),
    ATTAIN_I_COLUMN(attain_metric, level, TEXT, 0),
    ATTAIN_I_COLUMN(attain_metric, stage, TEXT, 0),
    ATTAIN_I_COLUMN(attain_metric, tags, TEXT, 0),
    ATTAIN_I_COLUMN(attain_metric, without, TEXT, 0),
    ATTAIN_I_COLUMN(attain_metric, where, TEXT, 0),
    ATTAIN_I_COLUMN(attain_metric, min_coverage, NUMBER, 0),
};

static void init_metric(void *row) {
    attain_metric_init(row);
}

static void check_metric(const void *plan, const void *row, int64_t index,
                         attain_i_reporter *reporter) {
    attain_i_check_metric(plan, row, index, reporter);
}

static attain_status add_metric(void *plan, const void *row,
                                attain_error *err) {
    return attain_plan_add_metric(plan, row, NULL, err);
}

static int32_t find_metric(const void *plan, const char *id) {
    return attain_plan_find(plan, ATTAIN_PLAN_METRICS, id,
                            ATTAIN_NUL_TERMINATED);
}

const attain_i_layout attain_i_layout_metrics = {
    "metrics",    metric_fields, COUNT(metric_fields), init_metric,
    check_metric, add_metric,    find_metric};

/* --- targets.csv ---------------------------------------------------------- */

static const attain_i_layout_field target_fields[] = {
    ATTAIN_I_COLUMN(attain_target, id, TEXT, NEEDED | KEY),
    ATTAIN_I_COLUMN(attain_target, goal, TEXT, NEEDED | KEEP),
    ATTAIN_I_COLUMN(attain_target, metric, TEXT, NEEDED | KEEP),
    ATTAIN_I_COLUMN(attain_target, name, TEXT, NEEDED),
    ATTAIN_I_COLUMN_WORD(attain_target, series, attain_i_words_series),
    ATTAIN_I_COLUMN_WORD(attain_target, comparator, attain_i_words_comparator),
    ATTAIN_I_COLUMN(attain_target, value, NUMBER, NUMBERED),
    ATTAIN_I_COLUMN(attain_target, upper, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_target, tolerance, NUMBER, 0),
    ATTAIN_I_COLUMN_WORD(attain_target, when, attain_i_words_when),
    ATTAIN_I_COLUMN(attain_target, level, TEXT, 0),
    ATTAIN_I_COLUMN(attain_target, share, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_target, unit_weight, TEXT, 0),
    ATTAIN_I_COLUMN(attain_target, baseline, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_target, baseline_period, PERIOD, KEEP),
    ATTAIN_I_COLUMN(attain_target, due, PERIOD, KEEP),
    ATTAIN_I_COLUMN_WORD(attain_target, score, attain_i_words_score),
    ATTAIN_I_COLUMN(attain_target, bad, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_target, good, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_target, outer_low, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_target, outer_high, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_target, steps, STEPS, 0),
    ATTAIN_I_COLUMN(attain_target, open, YES_NO, 0),
    ATTAIN_I_COLUMN_WORD(attain_target, judge, attain_i_words_judge),
    ATTAIN_I_COLUMN(attain_target, weight, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_target, veto, YES_NO, 0),
    ATTAIN_I_COLUMN(attain_target, soft, YES_NO, 0),
    ATTAIN_I_COLUMN(attain_target, owner, TEXT, 0),
    ATTAIN_I_COLUMN(attain_target, source, TEXT, 0),
    ATTAIN_I_COLUMN(attain_target, bonus, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_target, if_any, YES_NO, 0),
    ATTAIN_I_COLUMN(attain_target, method, TEXT, 0),
    ATTAIN_I_COLUMN(attain_target, parameters, TEXT, 0),
};

_Static_assert(COUNT(target_fields) <= ATTAIN_I_LAYOUT_FIELDS,
               "a row remembers a bit of each field");

static void init_target(void *row) {
    attain_target_init(row);
}

static void check_target(const void *plan, const void *row, int64_t index,
                         attain_i_reporter *reporter) {
    attain_i_check_target(plan, row, index, reporter);
}

static attain_status add_target(void *plan, const void *row,
                                attain_error *err) {
    return attain_plan_add_target(plan, row, NULL, err);
}

static int32_t find_target(const void *plan, const char *id) {
    return attain_plan_find(plan, ATTAIN_PLAN_TARGETS, id,
                            ATTAIN_NUL_TERMINATED);
}

const attain_i_layout attain_i_layout_targets = {
    "targets",    target_fields, COUNT(target_fields), init_target,
    check_target, add_target,    find_target};

/* --- path.csv ------------------------------------------------------------- */

static const attain_i_layout_field path_fields[] = {
    ATTAIN_I_COLUMN(attain_path_point, target, TEXT, NEEDED),
    ATTAIN_I_COLUMN(attain_path_point, period, PERIOD, NEEDED),
    ATTAIN_I_COLUMN(attain_path_point, value, NUMBER, NEEDED),
};

static void init_point(void *row) {
    attain_path_point_init(row);
}

static void check_point(const void *plan, const void *row, int64_t index,
                        attain_i_reporter *reporter) {
    attain_i_check_path_point(plan, row, index, reporter);
}

static attain_status add_point(void *plan, const void *row, attain_error *err) {
    return attain_plan_add_path_point(plan, row, err);
}

const attain_i_layout attain_i_layout_path = {
    "path",    path_fields, COUNT(path_fields), init_point, check_point,
    add_point, NULL};

/* --- bands.csv ------------------------------------------------------------ */

static const attain_i_layout_field band_fields[] = {
    ATTAIN_I_COLUMN(attain_band, name, TEXT, NEEDED | KEY),
    ATTAIN_I_COLUMN(attain_band, from, NUMBER, NUMBERED),
    ATTAIN_I_COLUMN(attain_band, met, WHOLE, 0),
    ATTAIN_I_COLUMN(attain_band, floor, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_band, if_met, YES_NO, 0),
};

static void init_band(void *row) {
    attain_band_init(row);
}

static void check_band(const void *plan, const void *row, int64_t index,
                       attain_i_reporter *reporter) {
    attain_i_check_band(plan, row, index, reporter);
}

static attain_status add_band(void *plan, const void *row, attain_error *err) {
    return attain_plan_add_band(plan, row, err);
}

static int32_t find_band(const void *plan, const char *id) {
    return attain_plan_find(plan, ATTAIN_PLAN_BANDS, id, ATTAIN_NUL_TERMINATED);
}

const attain_i_layout attain_i_layout_bands = {
    "bands",    band_fields, COUNT(band_fields), init_band,
    check_band, add_band,    find_band};

/* --- groups.csv ----------------------------------------------------------- */

static const attain_i_layout_field group_fields[] = {
    ATTAIN_I_COLUMN(attain_group, id, TEXT, NEEDED | KEY),
    ATTAIN_I_COLUMN(attain_group, name, TEXT, NEEDED),
    ATTAIN_I_COLUMN(attain_group, weight, NUMBER, 0),
};

static void init_group(void *row) {
    attain_group_init(row);
}

static void check_group(const void *plan, const void *row, int64_t index,
                        attain_i_reporter *reporter) {
    attain_i_check_group(plan, row, index, reporter);
}

static attain_status add_group(void *plan, const void *row, attain_error *err) {
    return attain_plan_add_group(plan, row, err);
}

static int32_t find_group(const void *plan, const char *id) {
    return attain_plan_find(plan, ATTAIN_PLAN_GROUPS, id,
                            ATTAIN_NUL_TERMINATED);
}

const attain_i_layout attain_i_layout_groups = {
    "groups",    group_fields, COUNT(group_fields), init_group,
    check_group, add_group,    find_group};

/* --- index.csv ------------------------------------------------------------ */

static const attain_i_layout_field choice_fields[] = {
    {"step", attain_i_words_step, offsetof(attain_choice, step),
     ATTAIN_I_LAYOUT_WORD, NEEDED},
    ATTAIN_I_COLUMN(attain_choice, node, TEXT, 0),
    ATTAIN_I_COLUMN(attain_choice, method, TEXT, 0),
    ATTAIN_I_COLUMN(attain_choice, parameters, TEXT, 0),
};

static void init_choice(void *row) {
    attain_choice_init(row);
}

static void check_choice(const void *plan, const void *row, int64_t index,
                         attain_i_reporter *reporter) {
    attain_i_check_choice(plan, row, index, reporter);
}

static attain_status add_choice(void *plan, const void *row,
                                attain_error *err) {
    return attain_plan_add_choice(plan, row, err);
}

const attain_i_layout attain_i_layout_index = {
    "index",    choice_fields, COUNT(choice_fields), init_choice, check_choice,
    add_choice, NULL};
