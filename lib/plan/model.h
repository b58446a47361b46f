/* What a plan is made of. Read by evaluate and exchange, changed by plan. */
#ifndef ATTAIN_PLAN_MODEL_H
#define ATTAIN_PLAN_MODEL_H

#include "attain/plan.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"

/* A part of a numerator or denominator: + or − a variable, one group's value
 * of a variable, or a metric. */
typedef struct attain_i_part {
    const char *name;  /* variable, or metric for is_metric; NUL-terminated */
    const char *group; /* NULL: none */
    int32_t sign;      /* 1 or −1 */
    int32_t is_metric;
} attain_i_part;

/* A condition on who counts: that a variable compares with a number, for every
 * unit or for those with a tag. */
typedef struct attain_i_condition {
    const char *variable;
    const char *tag; /* NULL: every unit */
    double value;
    int32_t comparator; /* at_least, at_most, above or below */
    int32_t reserved;
} attain_i_condition;

/* Whether a known value keeps the condition, as decimals compare. */
int attain_i_condition_holds(const attain_i_condition *condition, double value);

/* The parsed lists of a metric. */
typedef struct attain_i_metric_lists {
    const attain_i_part *numerator;
    const attain_i_part *denominator;
    const char *const *stages; /* NUL-terminated words */
    const char *const *tags;
    const char *const *without;
    const attain_i_condition *conditions;
    size_t numerator_count;
    size_t denominator_count;
    size_t stage_count;
    size_t tag_count;
    size_t without_count;
    size_t condition_count;
} attain_i_metric_lists;

/* Rows as they were added: defaults that are plain numbers filled in (weight,
 * share, factor, min_coverage 1 for NaN; target.due = last_period for NONE;
 * metric.level "school" for NULL). NULL texts stay NULL. All texts lie in
 * `arena`. struct_size is the current one in every row. */
struct attain_plan {
    attain_allocator allocator;
    attain_i_arena arena;
    attain_plan_info info;
    attain_goal *goals;
    attain_metric *metrics;
    attain_i_metric_lists *lists; /* parallel to metrics */
    attain_target *targets;
    attain_path_point *path;
    attain_band *bands;
    attain_group *groups;
    attain_choice *choices;
    size_t goal_count, goal_capacity;
    size_t metric_count, metric_capacity;
    size_t list_capacity;
    size_t target_count, target_capacity;
    size_t path_count, path_capacity;
    size_t band_count, band_capacity;
    size_t group_count, group_capacity;
    size_t choice_count, choice_capacity;
    attain_i_map nodes; /* goal g: 2g, target t: 2t + 1 */
    attain_i_map metric_ids;
    attain_i_map path_keys; /* target, newline, period */
    attain_i_map band_names;
    attain_i_map band_bounds; /* as text */
    attain_i_map group_ids;
    attain_i_map choice_keys; /* step, newline, node */
    uint64_t revision;        /* digest of all that was added, in order */
};

/* Checks of one row before it is added: every problem goes to `reporter` with
 * table, the row `row` and the column's name. Duplicates included. */
void attain_i_check_info(const attain_plan_info *info,
                         attain_i_reporter *reporter);
void attain_i_check_goal(const attain_plan *plan, const attain_goal *goal,
                         int64_t row, attain_i_reporter *reporter);
void attain_i_check_metric(const attain_plan *plan, const attain_metric *metric,
                           int64_t row, attain_i_reporter *reporter);
void attain_i_check_target(const attain_plan *plan, const attain_target *target,
                           int64_t row, attain_i_reporter *reporter);
void attain_i_check_path_point(const attain_plan *plan,
                               const attain_path_point *point, int64_t row,
                               attain_i_reporter *reporter);
void attain_i_check_band(const attain_plan *plan, const attain_band *band,
                         int64_t row, attain_i_reporter *reporter);
void attain_i_check_group(const attain_plan *plan, const attain_group *group,
                          int64_t row, attain_i_reporter *reporter);
void attain_i_check_choice(const attain_plan *plan, const attain_choice *choice,
                           int64_t row, attain_i_reporter *reporter);

/* attain_plan_check() that reports every problem, warnings too. Row numbers
 * are those of the plan's tables. ATTAIN_ERR_MEMORY or ATTAIN_OK. */
attain_status attain_i_plan_check(const attain_plan *plan,
                                  attain_i_reporter *reporter);

/* The score a target uses (rulings A12), or ATTAIN_SCORE_DEFAULT when it takes
 * no part in any score. */
int32_t attain_i_target_score(const attain_plan *plan,
                              const attain_target *target);

/* Order in which metrics can be computed: a metric after those its parts name.
 * `order` has metric_count elements. The plan has been checked. */
void attain_i_plan_metric_order(const attain_plan *plan, int32_t *order);

/* Words of the tables, ended by a NULL word (lib/plan/words.c). */
extern const attain_i_word attain_i_words_series[];
extern const attain_i_word attain_i_words_comparator[];
extern const attain_i_word attain_i_words_when[];
extern const attain_i_word attain_i_words_score[];
extern const attain_i_word attain_i_words_judge[];
extern const attain_i_word attain_i_words_aggregate[];
extern const attain_i_word attain_i_words_rule[];
extern const attain_i_word attain_i_words_missing[];
extern const attain_i_word attain_i_words_across[];
extern const attain_i_word attain_i_words_direction[];
extern const attain_i_word attain_i_words_step[];
extern const attain_i_word attain_i_words_plan_table[];

#endif
