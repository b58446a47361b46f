/* The data as checks look at them. */
#ifndef ATTAIN_QUALITY_WORK_H
#define ATTAIN_QUALITY_WORK_H

#include "dataset/model.h"
#include "plan/model.h"
#include "quality/model.h"

/* What was observed of a variable (by a group): a column for each period, in
 * their order. */
typedef struct attain_i_quality_run {
    const attain_i_column *const *columns;
    size_t count;
    int32_t variable;
    int32_t group;
} attain_i_quality_run;

typedef struct attain_i_quality_work {
    const attain_plan *plan; /* NULL: none */
    const attain_dataset *data;
    const attain_checks *checks;
    attain_quality *quality;
    const attain_allocator *allocator;
    /* The check at hand. */
    const attain_check *check;
    const attain_i_kind *kind;
    double limit, tolerance, least;
    int32_t row;
    size_t found; /* of it */
    size_t limit_found;
    uint8_t *meets; /* by unit: its level and stage are the check's */
    /* The data. */
    const attain_i_column **columns;
    attain_i_quality_run *runs; /* by variables' ids */
    int32_t *periods;           /* that have a column, ascending */
    int32_t *parents;
    int32_t *peers;       /* units, by level and stage */
    int32_t *peer_starts; /* peer_count + 1 elements */
    size_t run_count, period_count, peer_count;
    uint8_t *levels;      /* by word of the dataset */
    uint8_t *taken;       /* by kind and variable, then by kind and metric */
    double *over, *under; /* by unit */
    double *series;       /* 4 for each column */
    void *space;          /* 2 items a unit */
    int32_t as_of;
    int no_memory;
} attain_i_quality_work;

/* What is wrong, before it is a finding. */
typedef struct attain_i_quality_fault {
    const attain_i_column *column; /* that has the cell; NULL: none */
    double value, reference, score;
    int64_t count;
    int32_t unit, other, period, variable, metric;
    int32_t variant;
    int of_unit;   /* the place is the unit's in its table */
    int of_period; /* the place is the period of the cell */
} attain_i_quality_fault;

/* A fault about nothing yet. */
void attain_i_fault_init(attain_i_quality_fault *fault);
/* Makes a finding of it, or only counts it. */
void attain_i_quality_find(attain_i_quality_work *work,
                           const attain_i_quality_fault *fault);

/* ATTAIN_OK or ATTAIN_ERR_MEMORY; attain_i_quality_end() in any case. */
attain_status attain_i_quality_begin(attain_i_quality_work *work);
void attain_i_quality_end(attain_i_quality_work *work);
/* Numbers 0 … count − 1 in the order of the texts at `stride` bytes, by their
 * bytes; false without memory. */
int attain_i_quality_order(const attain_allocator *allocator, const void *texts,
                           size_t stride, size_t count, int32_t *order);

/* Whether the rows of checks name what is there, and notes what they name. */
attain_status attain_i_quality_prepare(attain_i_quality_work *work,
                                       attain_error *err);
/* Sets the bit of each word of a list in work->levels; how many different ones
 * there are, or −1 where no unit has one of them. */
int64_t attain_i_quality_mark(attain_i_quality_work *work,
                              const char *const *words, size_t count,
                              uint8_t bit);
/* Is the check at hand about the variable or, with variable −1, the metric? */
int attain_i_quality_takes(const attain_i_quality_work *work, int32_t variable,
                           int32_t metric);
/* The row of the variable in the findings, entered if it is new; −1 without
 * memory. */
int32_t attain_i_quality_enter(attain_i_quality_work *work, const char *id);

/* Sums of variables in a period, one for each unit; NaN where a part has no
 * value. False where no column can have one. */
int attain_i_quality_sum(const attain_i_quality_work *work,
                         const attain_i_part *parts, size_t count,
                         int32_t period, double *out);

/* The kinds. */
void attain_i_quality_complete(attain_i_quality_work *work);
void attain_i_quality_cells(attain_i_quality_work *work);
void attain_i_quality_history(attain_i_quality_work *work);
void attain_i_quality_scale(attain_i_quality_work *work);
void attain_i_quality_zero(attain_i_quality_work *work);
void attain_i_quality_share(attain_i_quality_work *work);
void attain_i_quality_divisor(attain_i_quality_work *work);
void attain_i_quality_peers(attain_i_quality_work *work);
void attain_i_quality_parts(attain_i_quality_work *work);
void attain_i_quality_units(attain_i_quality_work *work);
void attain_i_quality_repeated(attain_i_quality_work *work);
void attain_i_quality_twins(attain_i_quality_work *work);
void attain_i_quality_names(attain_i_quality_work *work);
void attain_i_quality_parents(attain_i_quality_work *work);
void attain_i_quality_closed(attain_i_quality_work *work);
void attain_i_quality_periods(attain_i_quality_work *work);

#endif
