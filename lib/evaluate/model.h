/* What an evaluation is made of. */
#ifndef ATTAIN_EVALUATE_MODEL_H
#define ATTAIN_EVALUATE_MODEL_H

#include "attain/evaluate.h"
#include "base/counter.h"
#include "base/memory.h"
#include "base/text.h"

enum { ATTAIN_I_MEASURES = 34, ATTAIN_I_MAX_LEVELS = 64 };

/* Rows that nodes share: units in dataset order, each judged itself (own) or
 * a whole. */
typedef struct attain_i_rows {
    int32_t *units;
    uint8_t *wholes;
    int32_t *own;         /* rows judged themselves, ascending */
    int32_t *row_of_unit; /* over all units; −1: none */
    size_t count;
    size_t own_count;
} attain_i_rows;

/* A goal or target where it is judged. */
typedef struct attain_i_node {
    const char *id;
    const char *name;
    const char *owner;  /* "" if none */
    const char *source; /* "" if none */
    const char *unit;   /* "" if none */
    const char *level_name;
    double weight; /* 0 of a bonus */
    double bonus;  /* points out of 100; 0: none */
    double lower;
    double upper;
    double least; /* own attainments are 0 or from here on to 1; 0: not known */
    size_t first_row;      /* in the measures that every node has */
    size_t first_kind_row; /* in the measures of its kind alone */
    size_t first_rank_row; /* of a goal; those not ranked share their rows */
    int32_t kind;
    int32_t row;
    int32_t parent;
    int32_t depth;
    int32_t level;       /* word of the dataset, −1: no unit has it */
    int32_t up_level;    /* of its parent goal; the plan's for the root */
    int32_t first_child; /* in attain_evaluation.children */
    int32_t child_count;
    int32_t rows;   /* index of its attain_i_rows */
    int32_t period; /* judged: j of targets, as-of of goals */
    int32_t due;
    int32_t series;
    int32_t comparator;
    int32_t score;
    int32_t decimals;
    int32_t soft;
    int32_t veto;
    int32_t judge;
    int32_t owner_index; /* −1: a goal */
    int32_t method;      /* of progress; −1: none */
    int32_t takes_part;  /* 1: counts in scores, known or not */
    int32_t swept;       /* 1: own rows are judged with those of its children */
} attain_i_node;

typedef struct attain_i_finding {
    const char *message[2]; /* by enum attain_language */
    size_t count;
    int32_t node;
    int32_t unit;
    int32_t period;
    int32_t code;
    int32_t kind;
    int32_t reserved;
} attain_i_finding;

typedef struct attain_i_eval_unit {
    const char *id;
    const char *name;
    const char *level;
    int32_t parent;
    int32_t reserved;
} attain_i_eval_unit;

struct attain_evaluation {
    attain_allocator allocator;
    attain_i_counter holders; /* beside its owner: they read its columns */
    attain_i_arena arena;
    attain_i_node *nodes;
    int32_t *children; /* node indices */
    attain_i_rows *rows;
    attain_i_eval_unit *units;
    const char **grades;      /* ascending by lower bound */
    attain_band *grade_rules; /* what each grade asks, ascending */
    const char **owners;
    attain_i_finding *findings;
    size_t node_count, node_capacity;
    size_t rows_count, rows_capacity;
    size_t unit_count;
    size_t grade_count;
    size_t owner_count;
    size_t finding_count, finding_capacity;
    size_t row_total;                    /* rows over all nodes */
    size_t target_total;                 /* over targets */
    size_t goal_total;                   /* over goals */
    size_t rank_total;                   /* of ranks */
    double *measures[ATTAIN_I_MEASURES]; /* NULL: not kept (or a code) */
    uint8_t *verdicts;
    uint8_t *statuses; /* NULL: not kept */
    /* Bounds and known share of each row, for the goals above. */
    double *lows;
    double *highs;
    double *shares;
    attain_i_map node_ids;
    uint64_t kept; /* bits of the measures asked for */
    uint64_t plan_revision;
    uint64_t data_revision;
    const char *plan_id;
    const char *plan_name;
    const char *plan_level;
    const char *plan_source;
    double on_track;
    double slow;
    double lens_weights[3]; /* of outcome, process, value added */
    const char *sizes; /* variable that value added is shrunk by; or NULL */
    int32_t as_of;
    int32_t first_period;
    int32_t last_period;
    int32_t veto_grade;   /* index of the band; −1: none */
    int32_t grade_counts; /* 1: grades count targets, and are the root's */
    int32_t missing;
    int32_t threads;
    int32_t rank_depth;
};

/* One holder more, who destroys it too; the last one to do so frees it. */
attain_evaluation *attain_i_evaluation_hold(const attain_evaluation *ev);

/* Where the measure stands: in every node's rows, or in those of one kind. */
int attain_i_measure_of_targets(int32_t measure);
int attain_i_measure_of_goals(int32_t measure);

/* How many numbers a measure has. */
size_t attain_i_measure_rows(const attain_evaluation *ev, int32_t measure);
/* True when the goal's rows are ranked. */
int attain_i_is_ranked(const attain_evaluation *ev, const attain_i_node *goal);

/* The column of a measure at a node's first row, or NULL when it has none. */
double *attain_i_column_of(const attain_evaluation *ev, int32_t measure,
                           const attain_i_node *node);

/* Node of a goal or target row. */
int32_t attain_i_node_of(const attain_evaluation *ev, int32_t kind,
                         int32_t row);

#endif
