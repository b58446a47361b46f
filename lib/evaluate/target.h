/* Judging one target, a block of units at a time. Every step is a loop over
 * the block; the choices of the target are made outside the loops. A plain
 * target takes one step (plain.h). */
#ifndef ATTAIN_EVALUATE_TARGET_H
#define ATTAIN_EVALUATE_TARGET_H

#include "evaluate/codes.h"
#include "evaluate/plain.h"
#include "evaluate/work.h"
#include "plan/target_method.h"

enum { ATTAIN_I_BLOCK = 512 };

/* A target, its choices resolved. */
typedef struct attain_i_judging {
    const attain_i_work *work;
    attain_evaluation *ev;
    const attain_i_node *node;
    const attain_target *target;
    const attain_i_metric_use *use;
    double *peers; /* [period][unit] attainments; NULL: no peer score */
    double low;    /* limits; ∓infinity where there is none */
    double high;
    double outer_low;
    double outer_high;
    int32_t metric;
    int32_t score;
    int32_t first;  /* s */
    int32_t judged; /* j */
    int32_t due;    /* d */
    int32_t base;   /* b0, or ATTAIN_PERIOD_NONE */
    int32_t stated; /* 1: the baseline is a number of the plan */
    int32_t levels; /* 1: series looked at like a level (level, since_…) */
    size_t periods; /* s … j */
    const attain_path_point **path; /* of this target, by period */
    size_t path_count;
    attain_i_plain plain;
    attain_i_target_method method; /* its row is NULL: none */
} attain_i_judging;

/* Units with growth from a value that is not above 0. */
typedef struct attain_i_grown {
    size_t count;
    int32_t unit; /* the first of them, and the period */
    int32_t period;
} attain_i_grown;

/* What a block is computed in. `space`, `sat` and `scale` have one run of
 * ATTAIN_I_BLOCK for each of the judging's periods; `x` says where the series
 * of each period stands: in its run, or in the dataset itself. What comes out
 * stands in the evaluation's columns, or in `out` and `codes`. */
typedef struct attain_i_block {
    const double **x;
    const double **lent; /* room for twice as many */
    double *space;
    double *scale;
    uint8_t *sat;
    uint8_t *made;  /* one a period: series and sat are there */
    double *points; /* of projections: 2 × (window + 1) */
    const attain_i_judging *started; /* whose one start for all is there */
    const int32_t *units;
    const int32_t *rows; /* in the node's columns */
    size_t count;
    size_t period_capacity;
    size_t point_capacity;
    int units_follow; /* they are consecutive */
    int rows_follow;
    int paced;                       /* expected and pace are there */
    double baseline[ATTAIN_I_BLOCK]; /* on the scale of v, or 0 for since_… */
    uint8_t start[ATTAIN_I_BLOCK];   /* enum attain_i_sat of the start */
    uint8_t *verdict;
    uint8_t *status;
    double *attainment;
    double *low;
    double *high;
    double *share;
    double out[4][ATTAIN_I_BLOCK];
    uint8_t codes[2][ATTAIN_I_BLOCK];
    double expected[ATTAIN_I_BLOCK];
    double pace[ATTAIN_I_BLOCK];
    double before[ATTAIN_I_BLOCK]; /* scratch */
    double after[ATTAIN_I_BLOCK];
    uint8_t shrunk[ATTAIN_I_BLOCK]; /* 1: in `growth` */
    attain_i_grown growth;
} attain_i_block;

/* The value of the metric at the block's units (series.c). */
void attain_i_block_metric(const attain_i_judging *judging,
                           const attain_i_block *block, int32_t period,
                           double *out);
/* A sum of decimals is rounded once, and may so be a unit in the last place off
 * the double nearest to its decimal: it stands for that decimal. */
double attain_i_as_decimal(double value);
/* Fills baseline and start of the block. */
void attain_i_block_start(const attain_i_judging *judging,
                          attain_i_block *block);
/* Fills `out` with where the series of all periods stand in the dataset, from
 * `unit` on; false when they do not. */
int attain_i_series_lent(const attain_i_judging *judging, int32_t unit,
                         const double **out);
/* True when the doubles of the series decide what satisfies: numbers that are
 * compared as they were observed. */
int attain_i_doubles_decide(const attain_i_judging *judging);
/* Makes x, scale and sat of period number k (s + k), and for cumulative of all
 * up to the last. */
void attain_i_block_period(const attain_i_judging *judging,
                           attain_i_block *block, size_t k);

/* Whether `x` of a unit satisfies the target, exactly (exact.c). `subject`:
 * 0 the series in `period` (of which x is the double, or the known part), 1
 * the baseline, 2 x itself. */
int attain_i_satisfied(const attain_i_judging *judging, int32_t unit,
                       int32_t subject, int32_t period, double x, double scale);

/* Verdicts of the block (judge.c). */
void attain_i_block_verdict(const attain_i_judging *judging,
                            attain_i_block *block);
/* Whether the verdict of row i as of an earlier period was met. Makes the
 * periods it needs. */
void attain_i_block_was_met(const attain_i_judging *judging,
                            attain_i_block *block, uint8_t *out);

/* Attainments of the block in its node's way of `when`, with their bounds and
 * known shares (attainment.c). */
void attain_i_block_attainment(const attain_i_judging *judging,
                               attain_i_block *block);
/* Bounds and known shares of attainments of one period, where the evaluation
 * keeps them. */
void attain_i_block_bounds(const attain_i_judging *judging,
                           attain_i_block *block);
/* Peer attainments of all applicable units, [period][unit]; NULL with *status
 * when there is no memory. Released with attain_i_peers_release(). */
double *attain_i_peers(const attain_i_judging *judging, attain_i_block *block,
                       attain_status *status);
void attain_i_peers_release(const attain_i_judging *judging, double *peers);

/* Expected values and paces, where they are not there yet (pace.c). */
void attain_i_block_pace(const attain_i_judging *judging,
                         attain_i_block *block);
/* True when every pace is (x − b) / way, b the stated baseline, which does not
 * satisfy the target. Fills way. */
int attain_i_pace_is_simple(const attain_i_judging *judging,
                            const attain_i_block *block, double *way);
/* Expected value of the series-like quantity at any period, for one unit with
 * baseline b (NaN: none); for change and growth the expected level. */
double attain_i_expected(const attain_i_judging *judging, double b,
                         int32_t period);
/* Actual over required compound growth [EU]. */
double attain_i_growth_pace(const attain_i_judging *judging, double x,
                            double b);

/* The points that are projected (projection.c) and what follows. */
typedef struct attain_i_projection {
    double value;
    double low;
    double high;
    double probability;
} attain_i_projection;
/* The points that are projected, ascending, in the block's own memory: periods
 * from the judged one, and values. Returns how many. */
size_t attain_i_known_points(const attain_i_judging *judging,
                             attain_i_block *block, size_t i, double **periods,
                             double **values);
void attain_i_project(const attain_i_judging *judging, attain_i_block *block,
                      size_t i, attain_i_projection *out);

/* Distance to the satisfied side, ≥ 0. */
double attain_i_distance(const attain_i_judging *judging, double x);

/* Sets up the judging of a target node; path points are put into `path`, which
 * has room for all of the plan's. */
void attain_i_judging_make(attain_i_judging *judging, const attain_i_work *work,
                           attain_evaluation *ev, const attain_i_node *node,
                           const attain_path_point **path);
/* Memory of a block: `periods` judged periods of a window. */
attain_status attain_i_block_make(attain_i_block *block, size_t periods,
                                  size_t window,
                                  const attain_allocator *allocator);
void attain_i_block_clear(attain_i_block *block,
                          const attain_allocator *allocator);
/* Points the block at units; what comes out stands in the block. */
void attain_i_block_take(attain_i_block *block, const int32_t *units,
                         const int32_t *rows, size_t count);

/* Finds whether a target is a plain one, and how it is judged then; block: of
 * any of its units (block.c). */
void attain_i_plain_make(attain_i_judging *judging,
                         const attain_i_block *block);
/* Judges some of a target's own rows into the evaluation's columns: any number
 * of them, block by block (target.c). `next` is judged after it, or NULL. */
void attain_i_target_rows(const attain_i_judging *judging,
                          const attain_i_judging *next, attain_i_block *block,
                          const int32_t *units, const int32_t *rows,
                          size_t count);
/* True when any measure is kept that attain_i_block_measures() writes. */
int attain_i_measures_kept(const attain_evaluation *ev);
/* Writes the measures that no other depends on, where they are kept
 * (measures.c). */
void attain_i_block_measures(const attain_i_judging *judging,
                             attain_i_block *block);

/* Points by rank (rank_steps.c). */
/* True when those that hold have 1, and only the others are ranked. */
int attain_i_ranks_the_rest(const attain_i_judging *judging);
/* Turns values into the points of their ranks; NaN stays. ATTAIN_OK,
 * ATTAIN_ERR_MEMORY. */
attain_status attain_i_rank_steps(const attain_i_judging *judging, double *x,
                                  size_t count);

#endif
