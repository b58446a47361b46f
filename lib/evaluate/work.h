/* What evaluating needs besides the evaluation itself: the forest of units,
 * and the values of metrics as columns over units. */
#ifndef ATTAIN_EVALUATE_WORK_H
#define ATTAIN_EVALUATE_WORK_H

#include "dataset/model.h"
#include "evaluate/model.h"
#include "numeric/sort.h"
#include "plan/model.h"

/* The units of one level. */
typedef struct attain_i_level {
    int32_t *units;   /* in dataset order */
    int32_t *ordered; /* in pre-order of the forest */
    size_t count;
    uint64_t above; /* bits of the levels of their ancestors */
} attain_i_level;

typedef struct attain_i_forest {
    int32_t *parents; /* −1: none */
    int32_t *levels;  /* number of each unit's level, 0 … level_count − 1 */
    int32_t *position;     /* pre-order position of each unit */
    int32_t *last;         /* position after its last descendant */
    int32_t *level_words;  /* word of each level */
    attain_i_level *level; /* level_count of them */
    size_t level_count;
    size_t unit_count;
    int32_t *storage;
} attain_i_forest;

/* A column of numbers over all units, lent by the dataset or owned. */
typedef struct attain_i_lent {
    const double *values; /* never NULL once made */
    double *owned;        /* NULL: lent */
} attain_i_lent;

/* A metric in one period. */
typedef struct attain_i_value {
    attain_i_lent value;
    attain_i_lent denominator; /* ΣD of the value, where there is one */
    double *coverage;          /* NULL for across none */
    double *scale;             /* largest term that made it; NULL: itself */
    int32_t made;
} attain_i_value;

/* A condition in this dataset. */
typedef struct attain_i_condition_use {
    int32_t variable; /* −1: not in the data */
    int32_t tag;      /* word; −1: no unit has it */
} attain_i_condition_use;

/* How a metric is computed here. */
typedef struct attain_i_metric_use {
    const attain_metric *metric;
    const attain_i_metric_lists *lists;
    int32_t *parts; /* variable or metric row of each part, numerator first;
                       −1: not in the data */
    int32_t *groups; /* group row of each part; −1 none, −2 not in the data */
    attain_i_value *values; /* one for each period of the window */
    int32_t *stages;        /* words; −1: no unit has it */
    int32_t *tags;
    int32_t *without;
    attain_i_condition_use *conditions;
    uint64_t levels; /* bits of the levels it is needed at */
    int32_t level;   /* number of its members' level, −1: no unit has it */
    int32_t exact;   /* 1: its value is a rational number of decimals */
    int32_t direct;  /* 1: its value is one variable as it was observed */
    int32_t needed;
} attain_i_metric_use;

typedef struct attain_i_work {
    const attain_allocator *allocator;
    const attain_plan *plan;
    const attain_dataset *data;
    attain_evaluation *ev;
    attain_i_forest forest;
    attain_i_metric_use *uses; /* one for each metric */
    int32_t *use_storage;
    attain_i_lent *variables; /* [variable][window]; see variable.c */
    uint8_t *closed_in;       /* [window]: some unit is closed in it */
    double *none;             /* unit_count NaNs */
    double *scratch;          /* 4 × unit_count */
    double *group_weights;    /* of the dataset's groups */
    int32_t *first_part; /* first child of each unit, for shared variables */
    int32_t *next_part;
    int32_t *first_point; /* attached to each unit; NULL: none to any */
    int32_t *next_point;  /* of the same main school */
    attain_i_item *terms; /* room for what is added: 2 × the points + 2 */
    int32_t window_first; /* first period of the window */
    size_t window;        /* periods in it */
} attain_i_work;

/* Forest (forest.c). ATTAIN_OK, ATTAIN_ERR_MEMORY, ATTAIN_ERR_LIMIT,
 * ATTAIN_ERR_MISMATCH (levels in a ring). */
attain_status attain_i_forest_make(attain_i_forest *forest,
                                   const attain_dataset *data,
                                   const attain_allocator *allocator,
                                   attain_error *err);
void attain_i_forest_clear(attain_i_forest *forest,
                           const attain_allocator *allocator);
/* Number of the level named by a word of the dataset; −1: none. */
int32_t attain_i_forest_level(const attain_i_forest *forest, int32_t word);
/* The units of `level` that lie below `unit` (itself, if it has the level):
 * a run of level[level].ordered. */
void attain_i_forest_below(const attain_i_forest *forest, int32_t unit,
                           int32_t level, size_t *first, size_t *end);

/* Work (work.c): everything but the values; then the values of the metrics
 * that are `needed` in every period of the window. */
attain_status attain_i_work_make(attain_i_work *work, const attain_plan *plan,
                                 const attain_dataset *data,
                                 attain_evaluation *ev, int32_t as_of,
                                 const attain_allocator *allocator,
                                 attain_error *err);
attain_status attain_i_work_values(attain_i_work *work, attain_error *err);
void attain_i_work_clear(attain_i_work *work);
/* Says that a metric is needed at a level (a number, −1: at none). */
void attain_i_work_need(attain_i_work *work, int32_t metric, int32_t level);

/* Index of a period in the window, or −1. */
int64_t attain_i_window(const attain_i_work *work, int32_t period);

/* Points attached to a main school (points.c). ATTAIN_OK, ATTAIN_ERR_MEMORY. */
attain_status attain_i_points_link(attain_i_work *work);
void attain_i_points_clear(attain_i_work *work);
/* True when points add to a variable. */
int attain_i_points_add(const attain_i_work *work, int32_t variable);
/* Adds to each main school what its points have in a column over all units. */
void attain_i_points_sum(const attain_i_work *work, int32_t period,
                         double *column);

/* A variable in a period as one column over units: groups combined, shared
 * ones split, points added to main schools, units that do not count blank
 * (variable.c). NULL: no memory. */
const double *attain_i_variable(attain_i_work *work, int32_t variable,
                                int32_t period);
/* One group's values; NaN columns for a group that has none. */
const double *attain_i_variable_group(attain_i_work *work, int32_t variable,
                                      int32_t period, int32_t group,
                                      double *buffer);

/* A metric's value (metric.c); the metrics it names are made already. */
attain_status attain_i_metric_make(attain_i_work *work, int32_t metric,
                                   size_t window);

/* Who counts (member.c). */
/* Makes the variables that conditions of needed metrics are about, in every
 * period of the window; before anything is asked below. ATTAIN_OK,
 * ATTAIN_ERR_MEMORY. */
attain_status attain_i_metric_conditions(attain_i_work *work);
/* True when not every unit is one that the metric is about. */
int attain_i_metric_selects(const attain_i_metric_use *use);
/* True when the unit has the metric's stage and tags, none that it must not
 * have, and no condition leaves it out in the period. */
int attain_i_metric_matches(const attain_i_work *work,
                            const attain_i_metric_use *use, int32_t unit,
                            int32_t period);
/* True when it matches and is open. */
int attain_i_metric_counts(const attain_i_work *work,
                           const attain_i_metric_use *use, int32_t unit,
                           int32_t period);
/* True when the metric's filter is on the judged unit itself and it matches,
 * or when the filter is on members below (rulings A1). */
int attain_i_metric_applies(const attain_i_work *work,
                            const attain_i_metric_use *use, int32_t unit,
                            int32_t period);

/* Value of a made metric at a unit; NaN outside the window. */
double attain_i_metric_at(const attain_i_work *work, int32_t metric,
                          int32_t unit, int32_t period);

#endif
