/**
 * @file plan.h
 * Floor 2: what was promised. Goals, metrics, targets, path points, bands and
 * evaluator groups. A plan knows nothing of any dataset.
 *
 * A row is added with a struct and read back into the same struct. Adding
 * checks the row alone; attain_plan_check() checks the plan as a whole, and
 * attain_evaluate() does so first. References (a goal's parent, a target's
 * goal and metric) are ids, and may be added in any order.
 *
 * Every struct is set up with its `_init` function, which fills in
 * `struct_size` and the defaults; NaN, NULL and ATTAIN_PERIOD_NONE are "not
 * given". The meaning of every choice: docs/method.md.
 */
#ifndef ATTAIN_PLAN_H
#define ATTAIN_PLAN_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A plan. Opaque; owned by caller, release with attain_plan_destroy(). */
typedef struct attain_plan attain_plan;

/* --- Vocabulary --------------------------------------------------------- */

/** What is looked at (method §3). */
enum attain_series {
    /** v(p) */
    ATTAIN_SERIES_LEVEL = 0,
    /** v(p) − v(p−1) */
    ATTAIN_SERIES_CHANGE = 1,
    /** v(p)/v(p−1) − 1; a fraction: 5 % is 0.05 */
    ATTAIN_SERIES_GROWTH = 2,
    /** v(p) − b */
    ATTAIN_SERIES_SINCE_BASELINE = 3,
    /** v(p)/b − 1; a fraction */
    ATTAIN_SERIES_GROWTH_SINCE_BASELINE = 4,
    /** Σ v(q), q from the plan's first period to p */
    ATTAIN_SERIES_CUMULATIVE = 5
};

/** The sign of a target (method §3). */
enum attain_comparator {
    /** x ≥ value */
    ATTAIN_COMPARATOR_AT_LEAST = 0,
    /** x ≤ value */
    ATTAIN_COMPARATOR_AT_MOST = 1,
    /** x > value */
    ATTAIN_COMPARATOR_ABOVE = 2,
    /** x < value */
    ATTAIN_COMPARATOR_BELOW = 3,
    /** value ≤ x ≤ upper */
    ATTAIN_COMPARATOR_BETWEEN = 4,
    /** |x − value| ≤ tolerance */
    ATTAIN_COMPARATOR_ABOUT = 5,
    /** Watched, not judged. */
    ATTAIN_COMPARATOR_NONE = 6
};

/** When a target must hold (method §3). */
enum attain_when {
    /** In the due period. */
    ATTAIN_WHEN_AT_DUE = 0,
    /** In every period from the plan's first to the due one. */
    ATTAIN_WHEN_EVERY_PERIOD = 1,
    /** Once reached, in every period after it (巩固). */
    ATTAIN_WHEN_HOLD = 2
};

/** How attainment is computed (method §4). */
enum attain_score {
    /** The first that can be computed of: the plan's, progress, ratio, pass. */
    ATTAIN_SCORE_DEFAULT = 0,
    /** x/t, or t/x where low is good; 0…1 (实现程度). */
    ATTAIN_SCORE_RATIO = 1,
    /** (x − b)/(t − b), 0…1: the way from the baseline. */
    ATTAIN_SCORE_PROGRESS = 2,
    /** 0.6 at `bad`, 1 at `good`, linear between (功效系数). */
    ATTAIN_SCORE_EFFICACY = 3,
    /** 1 met, 0 not met. */
    ATTAIN_SCORE_PASS = 4,
    /** Points by a table of lower bounds. */
    ATTAIN_SCORE_STEPS = 5,
    /** (x − min)/(max − min) over the units of the evaluation. */
    ATTAIN_SCORE_MINMAX = 6,
    /** (50 + 10 z)/100 over the units of the evaluation. */
    ATTAIN_SCORE_ZSCORE = 7,
    /** (n − rank)/(n − 1) over the units of the evaluation. */
    ATTAIN_SCORE_RANK = 8,
    /** Share of the other units that are worse, ties half. */
    ATTAIN_SCORE_PERCENTILE = 9,
    /** 1 where the target holds; the others by their rank among themselves, in
     *  `steps` (lower bounds of the rank, 1 being the best). With the
     *  comparator none all are ranked. */
    ATTAIN_SCORE_RANK_STEPS = 10,
    /** By the target's `method`: its score on its own scale, from what is
     *  worth nothing to what is worth all, clipped to 0…1 (rulings A150). */
    ATTAIN_SCORE_METHOD = 11
};

/** By which value a target is judged (method §1). */
enum attain_judge {
    /** The value and the limit as they are. */
    ATTAIN_JUDGE_FULL = 0,
    /** Value and limit rounded half to even to the metric's decimals
     *  (GB/T 8170). */
    ATTAIN_JUDGE_ROUNDED = 1
};

/** How a goal brings its children's attainments together (method §6). */
enum attain_aggregate {
    /** Σwa/Σw */
    ATTAIN_AGGREGATE_ARITHMETIC = 0,
    /** Π a^(w/Σw); 0 if any a ≤ 0 */
    ATTAIN_AGGREGATE_GEOMETRIC = 1,
    /** Σw/Σ(w/a); 0 if any a ≤ 0 */
    ATTAIN_AGGREGATE_HARMONIC = 2,
    /** The smallest of those with w > 0. */
    ATTAIN_AGGREGATE_MIN = 3,
    /** The weighted median. */
    ATTAIN_AGGREGATE_MEDIAN = 4
};

/** How a goal's verdict follows from its children's (method §6). */
enum attain_rule {
    /** Every child is met. */
    ATTAIN_RULE_ALL = 0,
    /** At least one child is met. */
    ATTAIN_RULE_ANY = 1,
    /** At least `at_least` children are met, and the others reach `floor`. */
    ATTAIN_RULE_AT_LEAST = 2
};

/** What an unknown child does to a score (method §6). */
enum attain_missing {
    /** It is left out, and the weights of the others count. */
    ATTAIN_MISSING_RENORMALISE = 0,
    /** It counts 0. */
    ATTAIN_MISSING_ZERO = 1,
    /** There is no score. */
    ATTAIN_MISSING_STRICT = 2
};

/** How the units below are brought together (method §2). */
enum attain_across {
    /** They are not: the value is the unit's own. */
    ATTAIN_ACROSS_NONE = 0,
    /** Sum of numerators over sum of denominators. */
    ATTAIN_ACROSS_TOTAL = 1,
    /** Mean of the units' values, unweighted. */
    ATTAIN_ACROSS_MEAN = 2,
    /** Median of the units' values, unweighted. */
    ATTAIN_ACROSS_MEDIAN = 3,
    /** The smallest of the units' values. */
    ATTAIN_ACROSS_MIN = 4,
    /** The largest of the units' values. */
    ATTAIN_ACROSS_MAX = 5,
    /** Number of the units that are open. */
    ATTAIN_ACROSS_COUNT = 6,
    /** Coefficient of variation (差异系数), weighted by the denominator. */
    ATTAIN_ACROSS_CV = 7,
    /** Gini coefficient, weighted by the denominator. */
    ATTAIN_ACROSS_GINI = 8,
    /** Theil T, weighted by the denominator. */
    ATTAIN_ACROSS_THEIL = 9,
    /** As CV, with 1 for each weight, also of a ratio. */
    ATTAIN_ACROSS_UNWEIGHTED_CV = 10
};

/** Which way is better. */
enum attain_direction {
    /** A high value is good. */
    ATTAIN_DIRECTION_UP = 0,
    /** A low value is good. */
    ATTAIN_DIRECTION_DOWN = 1
};

/** What is decided on the way to a composite index (docs/index.md). Each step
 *  but omission has methods, those of a kind of numeric/method.h. */
enum attain_step {
    /** Left out: the indicator, or all that a goal has. No method. */
    ATTAIN_STEP_OMISSION = 0,
    /** Which units have enough data; methods of ATTAIN_METHOD_SCREENING. */
    ATTAIN_STEP_SCREENING = 1,
    /** What missing values are filled with; ATTAIN_METHOD_IMPUTATION. */
    ATTAIN_STEP_IMPUTATION = 2,
    /** What is done to skewed indicators; ATTAIN_METHOD_TREATMENT. */
    ATTAIN_STEP_TREATMENT = 3,
    /** How indicators come onto one scale; ATTAIN_METHOD_NORMALISATION. */
    ATTAIN_STEP_NORMALISATION = 4,
    /** What a goal's children weigh; ATTAIN_METHOD_WEIGHTING. */
    ATTAIN_STEP_WEIGHTING = 5,
    /** How a goal's children become one score; ATTAIN_METHOD_AGGREGATION. */
    ATTAIN_STEP_AGGREGATION = 6
};

/* --- The rows of a plan ------------------------------------------------- */

/** The plan itself (plan.csv). */
typedef struct attain_plan_info {
    /** sizeof(attain_plan_info), set by the init function. */
    size_t struct_size;
    /** Id; required. */
    const char *id;
    /** Name; required. */
    const char *name;
    /** Level of the unit that the plan is for; required. */
    const char *level;
    /** Name of the band that a fired veto caps grades at; NULL: none. */
    const char *veto_grade;
    /** Where the plan is written; NULL: not given. */
    const char *source;
    /** First period; required. */
    int32_t first_period;
    /** Last period, of the same frequency, not before the first; required. */
    int32_t last_period;
    /** enum attain_score: the targets' default. */
    int32_t score;
    /** enum attain_missing. */
    int32_t missing;
} attain_plan_info;

/** A node of the goal tree (goals.csv). */
typedef struct attain_goal {
    /** sizeof(attain_goal), set by the init function. */
    size_t struct_size;
    /** Id, unique among goals and targets; required. */
    const char *id;
    /** Name; required. */
    const char *name;
    /** Id of the goal above; NULL for the one root. */
    const char *parent;
    /** Level it is judged at; NULL: its parent's, for the root the plan's. */
    const char *level;
    /** Variable that weights the units in the whole's attainment; NULL: equal
     *  weights. */
    const char *unit_weight;
    /** Department; NULL: not given. */
    const char *owner;
    /** Clause; NULL: not given. */
    const char *source;
    /** Weight ≥ 0 in its parent's score; NaN: 1. */
    double weight;
    /** For ATTAIN_RULE_AT_LEAST: attainment 0…1 that every child must have
     *  that is not met; NaN: none. */
    double floor;
    /** Share, > 0 and ≤ 1, of units that must meet it; NaN: 1. */
    double share;
    /** enum attain_aggregate. */
    int32_t aggregate;
    /** enum attain_rule. */
    int32_t rule;
    /** For ATTAIN_RULE_AT_LEAST: how many children must be met, ≥ 1; else 0. */
    int32_t at_least;
    /** 1: only where there is a unit to judge; a whole without any then has no
     *  row, instead of being unknown (rulings A119). 0: not. */
    int32_t if_any;
    /** Most points ≥ 0 that its bonus targets add together; NaN: any. */
    double bonus_cap;
    /** Highest score, ≥ 100, that a bonus can lead to; NaN: 100. */
    double score_cap;
} attain_goal;

/** How a value is made of variables (metrics.csv; method §2). */
typedef struct attain_metric {
    /** sizeof(attain_metric), set by the init function. */
    size_t struct_size;
    /** Id, unique among metrics; required. */
    const char *id;
    /** Name; required. */
    const char *name;
    /** List that is summed, `a;b;-c`; each part a variable, `variable[group]`
     *  or a metric's id after an `@`. Required, but NULL for
     *  ATTAIN_ACROSS_COUNT. */
    const char *numerator;
    /** List like the numerator; NULL: none. */
    const char *denominator;
    /** Unit of measure; NULL: none. */
    const char *unit;
    /** Level of the members that are brought together; NULL: `school`. */
    const char *level;
    /** List of stages, any of which a member (and a judged unit) must have;
     *  NULL: any. */
    const char *stage;
    /** List of tags, all of which it must have; NULL: any. */
    const char *tags;
    /** List of tags, none of which it may have; NULL: none is in the way. */
    const char *without;
    /** List of conditions, all of which must hold in the period:
     *  `variable>=number` (or >, <=, <), before it `tag:` when it is only for
     *  units with that tag. NULL: none. Where the variable is missing, the
     *  condition leaves nobody out (docs/method.md, A113). */
    const char *where;
    /** Factor, not 0; 100 for per cent. NaN: 1. */
    double factor;
    /** Share of members, 0…1, that must have a value; NaN: 1. */
    double min_coverage;
    /** Interval of rounding, in units of the last of `decimals`: 1, 0.5 or 0.2
     *  (GB/T 8170); NaN: 1. */
    double interval;
    /** enum attain_direction. */
    int32_t direction;
    /** enum attain_across. */
    int32_t across;
    /** Decimals of display and of judging by rounded value, −15…15; or
     *  ATTAIN_DECIMALS_NONE. */
    int32_t decimals;
    /** Always 0. */
    int32_t reserved;
} attain_metric;

/** Value of attain_metric.decimals that says "not rounded". */
enum attain_decimals_value {
    /** Not rounded. */
    ATTAIN_DECIMALS_NONE = 127
};

/** One commitment (targets.csv; method §3 and §4). */
typedef struct attain_target {
    /** sizeof(attain_target), set by the init function. */
    size_t struct_size;
    /** Id, unique among goals and targets; required. */
    const char *id;
    /** Name; required. */
    const char *name;
    /** Id of the goal it stands under; required. */
    const char *goal;
    /** Id of the metric it is about; required. */
    const char *metric;
    /** Level it is judged at; NULL: its goal's. */
    const char *level;
    /** Variable that weights the units in the whole's attainment; NULL: equal
     *  weights. */
    const char *unit_weight;
    /** Department; NULL: not given. */
    const char *owner;
    /** Clause; NULL: not given. */
    const char *source;
    /** Name of a progress method (ATTAIN_METHOD_PROGRESS), whose score and
     *  class are shown beside; its path, where it has one, is the target's.
     *  NULL: none (rulings A150). */
    const char *method;
    /** List `name=number;name=number` of the method's parameters, and of those
     *  inputs that no other field says; NULL: all as they are by default. */
    const char *parameters;
    /** For ATTAIN_SCORE_STEPS: pairs (lower bound, points 0…1), bounds
     *  strictly increasing; NULL: none. */
    const double *steps;
    /** Number of pairs in `steps`. */
    size_t step_count;
    /** The limit, in the unit of the series; NaN only for
     *  ATTAIN_COMPARATOR_NONE. */
    double value;
    /** Upper limit of ATTAIN_COMPARATOR_BETWEEN, ≥ value; else NaN. */
    double upper;
    /** Half-width of ATTAIN_COMPARATOR_ABOUT, ≥ 0; else NaN. */
    double tolerance;
    /** Share, > 0 and ≤ 1, of units that must meet it; NaN: 1. */
    double share;
    /** Stated baseline, a level of the metric; NaN: from the data at
     *  baseline_period, or none. */
    double baseline;
    /** For ATTAIN_SCORE_EFFICACY: the values worth 0.6 and 1, not equal. */
    double bad;
    /** See bad. */
    double good;
    /** For ATTAIN_SCORE_RATIO of a band: where attainment reaches 0 below. */
    double outer_low;
    /** See outer_low; above. */
    double outer_high;
    /** Weight ≥ 0 in its goal's score; NaN: 1. */
    double weight;
    /** Period of the baseline, or ATTAIN_PERIOD_NONE. */
    int32_t baseline_period;
    /** Due period, or ATTAIN_PERIOD_NONE for the plan's last. */
    int32_t due;
    /** enum attain_series. */
    int32_t series;
    /** enum attain_comparator. */
    int32_t comparator;
    /** enum attain_when. */
    int32_t when;
    /** enum attain_score. */
    int32_t score;
    /** enum attain_judge. */
    int32_t judge;
    /** 1: one-vote veto (一票否决), 0: not. */
    int32_t veto;
    /** 1: aspirational (力争), 0: not. Changes no number. */
    int32_t soft;
    /** 1: ATTAIN_SCORE_EFFICACY is not clipped, 0: clipped. */
    int32_t open;
    /** Points ≥ 0 that it adds to its goal's score of 100 when attained whole;
     *  then it counts in nothing else, and its weight does nothing. NaN: 0, no
     *  bonus (rulings A118). */
    double bonus;
    /** 1: only where there is a unit to judge; a whole without any then has no
     *  row, instead of being unknown (rulings A119). 0: not. */
    int32_t if_any;
    /** Always 0. */
    int32_t reserved;
} attain_target;

/** A milestone on the way of a target (path.csv). */
typedef struct attain_path_point {
    /** sizeof(attain_path_point), set by the init function. */
    size_t struct_size;
    /** Id of the target; required. */
    const char *target;
    /** Required value in that period. */
    double value;
    /** Period, strictly between the baseline's and the due one. */
    int32_t period;
    /** Always 0. */
    int32_t reserved;
} attain_path_point;

/** A grade (bands.csv): a goal has the highest whose conditions all hold. The
 *  highest is the one that asks most: with `if_met` before without, then by
 *  `met`, `from`, `floor`. At least one condition is required, and no two
 *  grades ask the same. Where any has `met` or `floor`, only the root's
 *  own rows are graded, for they are about the targets of the plan (rulings
 * A116). */
typedef struct attain_band {
    /** sizeof(attain_band), set by the init function. */
    size_t struct_size;
    /** Name, unique; required. */
    const char *name;
    /** Lower bound of the score, 0…100; the bound belongs to it. NaN: any
     *  score, or none. */
    double from;
    /** Least attainment, 0…1, of every target that is not met; NaN: any. */
    double floor;
    /** Least number of targets that are met; 0: any. */
    int32_t met;
    /** 1: the goal itself must be met, 0: not. */
    int32_t if_met;
} attain_band;

/** An evaluator group whose ratings are combined (groups.csv; rulings A47). */
typedef struct attain_group {
    /** sizeof(attain_group), set by the init function. */
    size_t struct_size;
    /** Id, unique; required. */
    const char *id;
    /** Name; required. */
    const char *name;
    /** Weight ≥ 0; NaN: 1. */
    double weight;
} attain_group;

/** A choice of method in the making of a composite index (index.csv). It holds
 *  for its node and all below it; the nearest of several counts. */
typedef struct attain_choice {
    /** sizeof(attain_choice), set by the init function. */
    size_t struct_size;
    /** Id of the goal or target; NULL: all. */
    const char *node;
    /** Name of the method in the table of the step's kind; NULL: none, so that
     *  nothing is done, weights are those given, and goals aggregate as
     *  goals.csv says. */
    const char *method;
    /** List `name=number;name=number` of the method's parameters; NULL: all as
     *  they are by default. */
    const char *parameters;
    /** enum attain_step; required. */
    int32_t step;
    /** Always 0. */
    int32_t reserved;
} attain_choice;

/** Sets defaults. @param info [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_plan_info_init(attain_plan_info *info);
/** Sets defaults. @param goal [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_goal_init(attain_goal *goal);
/** Sets defaults. @param metric [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_metric_init(attain_metric *metric);
/** Sets defaults. @param target [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_target_init(attain_target *target);
/** Sets defaults. @param point [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_path_point_init(attain_path_point *point);
/** Sets defaults. @param band [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_band_init(attain_band *band);
/** Sets defaults. @param group [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_group_init(attain_group *group);
/** Sets defaults. @param choice [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_choice_init(attain_choice *choice);

/* --- Building ----------------------------------------------------------- */

/**
 * Makes a plan without goals.
 *
 * @param allocator [in] copied; NULL: the C library's malloc
 * @param info      [in] copied
 * @param out       [out] owned by caller, release with attain_plan_destroy()
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_PERIOD, ATTAIN_ERR_VALUE,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_plan_create(const attain_allocator *allocator,
                                            const attain_plan_info *info,
                                            attain_plan **out,
                                            attain_error *err);

/** Destroys a plan. @param plan [in] owned by caller; NULL does nothing */
ATTAIN_API void attain_plan_destroy(attain_plan *plan);

/**
 * Adds a goal.
 *
 * @param plan    [in,out] owned by caller
 * @param goal    [in] copied
 * @param out_row [out] owned by caller, optional: its row, from 0
 * @param err     [out] owned by caller, optional; `field` names the column
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_VALUE,
 *         ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_plan_add_goal(attain_plan *plan,
                                              const attain_goal *goal,
                                              int32_t *out_row,
                                              attain_error *err);

/**
 * Adds a metric. Parameters and errors as attain_plan_add_goal().
 *
 * @param plan    [in,out] owned by caller
 * @param metric  [in] copied
 * @param out_row [out] owned by caller, optional: its row, from 0
 * @param err     [out] owned by caller, optional; `field` names the column
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_VALUE,
 *         ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_plan_add_metric(attain_plan *plan,
                                                const attain_metric *metric,
                                                int32_t *out_row,
                                                attain_error *err);

/**
 * Adds a target.
 *
 * @param plan    [in,out] owned by caller
 * @param target  [in] copied
 * @param out_row [out] owned by caller, optional: its row, from 0
 * @param err     [out] owned by caller, optional; `field` names the column
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_UNKNOWN (no such
 *         method), ATTAIN_ERR_PERIOD, ATTAIN_ERR_VALUE, ATTAIN_ERR_LIMIT,
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_plan_add_target(attain_plan *plan,
                                                const attain_target *target,
                                                int32_t *out_row,
                                                attain_error *err);

/**
 * Adds a path point.
 *
 * @param plan  [in,out] owned by caller
 * @param point [in] copied
 * @param err   [out] owned by caller, optional; `field` names the column
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_PERIOD,
 *         ATTAIN_ERR_VALUE, ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_plan_add_path_point(
    attain_plan *plan, const attain_path_point *point, attain_error *err);

/**
 * Adds a band. Bands may be added in any order.
 *
 * @param plan [in,out] owned by caller
 * @param band [in] copied
 * @param err  [out] owned by caller, optional; `field` names the column
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_VALUE,
 *         ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_plan_add_band(attain_plan *plan,
                                              const attain_band *band,
                                              attain_error *err);

/**
 * Adds an evaluator group. With any group added, observations of groups that
 * are not listed are an error of the evaluation.
 *
 * @param plan  [in,out] owned by caller
 * @param group [in] copied
 * @param err   [out] owned by caller, optional; `field` names the column
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_VALUE,
 *         ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_plan_add_group(attain_plan *plan,
                                               const attain_group *group,
                                               attain_error *err);

/**
 * Adds a choice of method for a composite index. The same step may be chosen
 * once for a node.
 *
 * @param plan   [in,out] owned by caller
 * @param choice [in] copied
 * @param err    [out] owned by caller, optional; `field` names the column
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_TEXT,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_UNKNOWN (no such
 *         method or parameter), ATTAIN_ERR_VALUE (a parameter out of its range,
 *         what the step does not take), ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_plan_add_choice(attain_plan *plan,
                                                const attain_choice *choice,
                                                attain_error *err);

/**
 * Checks the plan as a whole: references, one root, rings, periods, the score
 * of every target, bands and vetoes. The first error is returned; warnings are
 * not errors. (A reader of tables reports all of both, with their places.)
 *
 * @param plan [in] borrowed for the call
 * @param err  [out] owned by caller, optional; `row` is the row of the table
 *             that `field` belongs to
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_UNKNOWN, ATTAIN_ERR_CYCLE,
 *         ATTAIN_ERR_MISSING, ATTAIN_ERR_VALUE, ATTAIN_ERR_PERIOD,
 *         ATTAIN_ERR_DUPLICATE, ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_plan_check(const attain_plan *plan,
                                           attain_error *err);

/* --- Reading back ------------------------------------------------------- */

/** The tables of a plan. */
enum attain_plan_table {
    /** Goals (goals.csv). */
    ATTAIN_PLAN_GOALS = 0,
    /** Metrics (metrics.csv). */
    ATTAIN_PLAN_METRICS = 1,
    /** Targets (targets.csv). */
    ATTAIN_PLAN_TARGETS = 2,
    /** Milestones (path.csv). */
    ATTAIN_PLAN_PATH = 3,
    /** Grades (bands.csv). */
    ATTAIN_PLAN_BANDS = 4,
    /** Evaluator groups (groups.csv). */
    ATTAIN_PLAN_GROUPS = 5,
    /** Choices of method for a composite index (index.csv). */
    ATTAIN_PLAN_INDEX = 6
};

/**
 * Counts the rows of a table.
 *
 * @param plan  [in] borrowed for the call
 * @param table enum attain_plan_table
 * @return rows; 0 for NULL or no such table
 */
ATTAIN_API size_t attain_plan_count(const attain_plan *plan, int32_t table);

/**
 * Finds a row by its id (a band by its name).
 *
 * @param plan   [in] borrowed for the call
 * @param table  enum attain_plan_table, but neither ATTAIN_PLAN_PATH nor
 *               ATTAIN_PLAN_INDEX
 * @param id     [in] UTF-8, copied from
 * @param length bytes, or ATTAIN_NUL_TERMINATED
 * @return the row, or −1
 */
ATTAIN_API int32_t attain_plan_find(const attain_plan *plan, int32_t table,
                                    const char *id, size_t length);

/**
 * Reads the plan's own row. Texts are borrowed until the plan is destroyed.
 *
 * @param plan [in] borrowed for the call
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_plan_get_info(const attain_plan *plan,
                                              attain_plan_info *out,
                                              attain_error *err);

/**
 * Reads a goal. Texts are borrowed until the plan is destroyed.
 *
 * @param plan [in] borrowed for the call
 * @param row  0 … attain_plan_count() − 1
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_plan_get_goal(const attain_plan *plan,
                                              int32_t row, attain_goal *out,
                                              attain_error *err);

/**
 * Reads a metric. Texts are borrowed until the plan is destroyed.
 *
 * @param plan [in] borrowed for the call
 * @param row  0 … attain_plan_count() − 1
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_plan_get_metric(const attain_plan *plan,
                                                int32_t row, attain_metric *out,
                                                attain_error *err);

/**
 * Reads a target. Texts and steps are borrowed until the plan is destroyed.
 *
 * @param plan [in] borrowed for the call
 * @param row  0 … attain_plan_count() − 1
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_plan_get_target(const attain_plan *plan,
                                                int32_t row, attain_target *out,
                                                attain_error *err);

/**
 * Reads a path point. Texts are borrowed until the plan is destroyed.
 *
 * @param plan [in] borrowed for the call
 * @param row  0 … attain_plan_count() − 1
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_plan_get_path_point(const attain_plan *plan,
                                                    int32_t row,
                                                    attain_path_point *out,
                                                    attain_error *err);

/**
 * Reads a band. Texts are borrowed until the plan is destroyed.
 *
 * @param plan [in] borrowed for the call
 * @param row  0 … attain_plan_count() − 1, in the order they were added
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_plan_get_band(const attain_plan *plan,
                                              int32_t row, attain_band *out,
                                              attain_error *err);

/**
 * Reads an evaluator group. Texts are borrowed until the plan is destroyed.
 *
 * @param plan [in] borrowed for the call
 * @param row  0 … attain_plan_count() − 1
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_plan_get_group(const attain_plan *plan,
                                               int32_t row, attain_group *out,
                                               attain_error *err);

/**
 * Reads a choice of method. Texts are borrowed until the plan is destroyed.
 *
 * @param plan [in] borrowed for the call
 * @param row  0 … attain_plan_count() − 1
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT
 */
ATTAIN_API attain_status attain_plan_get_choice(const attain_plan *plan,
                                                int32_t row, attain_choice *out,
                                                attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
