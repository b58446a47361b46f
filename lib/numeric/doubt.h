/* The machinery of doubt: an index made ready, scores of one unit in many draws
 * at once or of all units in one draw, ranks of one draw, quantiles of one
 * unit. */
#ifndef ATTAIN_NUMERIC_DOUBT_PARTS_H
#define ATTAIN_NUMERIC_DOUBT_PARTS_H

#include "attain/numeric.h"
#include "base/memory.h"
#include "numeric/method.h"
#include "numeric/random.h"
#include "numeric/sort.h"
#include "numeric/space.h"

enum {
    ATTAIN_I_LANES = 32,  /* draws that are computed side by side */
    ATTAIN_I_SOURCES = 5, /* of enum attain_doubt_source */
    ATTAIN_I_RANK_PILES = 2048,
    ATTAIN_I_CHOICE_PILES = 1024
};

/* --- An index made ready ------------------------------------------------- */

typedef struct attain_i_index {
    attain_allocator allocator;
    const attain_composite *of;
    size_t columns;
    size_t nodes;
    size_t groups;
    size_t units;
    size_t normalisations;
    size_t aggregations;
    /* The members of group g: children[offsets[g]] … [offsets[g + 1] − 1], in
     * the order of nodes: columns up to column_ends[g], then groups. */
    size_t *offsets;
    size_t *column_ends;
    int32_t *children;
    size_t most_members; /* of a group */
    int low; /* the index's own root has low scores for good units */
    double *normal_parameters; /* [normalisation][column][most parameters] */
    double *parameters;        /* [aggregation][group][most parameters] */
    /* [aggregation][group]; NULL: by the table of methods. */
    const struct attain_i_mean **means;
    uint8_t *by_means; /* [aggregation]: lanes can do it */
    double *matrices;  /* [normalisation][unit][column] */
} attain_i_index;

/* Checks a composite; ATTAIN_OK or what is wrong with it. */
attain_status attain_i_composite_check(const attain_composite *composite,
                                       attain_error *err);

/* Makes ready: the tree, and the columns as each normalisation leaves them. On
 * failure there is nothing to clear. */
attain_status attain_i_index_create(attain_i_index *index,
                                    const attain_composite *composite,
                                    attain_error *err);
void attain_i_index_clear(attain_i_index *index);

/* A score as it is shown, from one that is high where it is good, or back. */
static inline double attain_i_index_shown(const attain_i_index *index,
                                          double score) {
    return index->low ? 0 - score : score;
}

/* The aggregation of each group in an alternative; NULL: all arithmetic. */
const int32_t *attain_i_index_aggregations(const attain_i_index *index,
                                           size_t alternative);

/* Normalises a column of all units; `out` may be `values`, `items` has room for
 * twice as many. */
attain_status attain_i_index_normalise(const attain_i_index *index,
                                       size_t alternative, size_t of_column,
                                       const double *values,
                                       attain_i_item *items, double *out,
                                       attain_error *err);

/* --- Means --------------------------------------------------------------- */

/* A mean is f⁻¹(Σ w f(v)/Σ w). Groups keep f of their value, so that a tree of
 * one mean alone goes through f once, at the columns, and back once, at the
 * root. */
typedef struct attain_i_mean {
    /* f, infinite where v makes the mean 0; `out` may be `v`; NULL: v itself.
     */
    void (*to)(const double *v, size_t count, double *out);
    double (*from)(double v); /* f⁻¹ */
    int32_t smallest;         /* not a mean: the smallest v */
} attain_i_mean;

/* The mean that is a method with complete parameters; NULL: it is none. */
const attain_i_mean *attain_i_mean_of(int32_t method, const double *parameters);

/* --- Scores of one unit in all lanes ------------------------------------- */

/* What the scores of one block of draws are made with. */
typedef struct attain_i_scorer {
    const attain_i_index *index;
    const int32_t *aggregations; /* of each group; NULL: all arithmetic */
    double *weights;             /* [node][lane] */
    double *totals;              /* [group][lane]: Σ of members' weights */
    double *rows;                /* [group][lane]: scratch */
    double *turned;              /* [group][lane]: scratch */
    uint8_t *states;             /* [group]: scratch */
    struct attain_i_term *terms; /* [node]: scratch */
} attain_i_scorer;

size_t attain_i_term_size(void);

/* Finds the totals, once the weights are there. */
void attain_i_scorer_total(const attain_i_scorer *scorer);

/* Scores of one unit, whose columns are `x`, in all lanes. */
void attain_i_score_lanes(const attain_i_scorer *scorer, const double *x,
                          double *out);

/* --- Scores of all units in one draw ------------------------------------- */

/* One draw, column by column. */
typedef struct attain_i_sheet {
    const attain_i_index *index;
    double *nodes;   /* [node][unit]: columns as normalised, then groups */
    double *sums;    /* [2][unit]: scratch */
    double *members; /* [member][unit]: scratch; NULL: means alone */
    double *weights; /* [node] */
    double *kept;    /* [member]: weights of those that are in `members` */
    attain_i_space space;
} attain_i_sheet;

/* Scores of the columns and weights that are there, high where they are good;
 * the means are the same bits as in a lane. */
attain_status attain_i_score_sheet(attain_i_sheet *sheet, size_t aggregation,
                                   double *out, attain_error *err);

/* --- Ranks and quantiles ------------------------------------------------- */

/* Room to rank `count` scores in. */
typedef struct attain_i_ranker {
    uint64_t *keys;       /* count */
    uint64_t *space;      /* count */
    attain_i_item *items; /* 2 · count */
    uint32_t piles[2][ATTAIN_I_RANK_PILES];
} attain_i_ranker;

/* Ranks as attain_ranks() with a high score good; 0 for NaN. */
void attain_i_rank_scores(attain_i_ranker *ranker, const double *scores,
                          size_t count, uint32_t *ranks);

/* Room to find quantiles of `count` whole numbers in. */
typedef struct attain_i_chooser {
    uint32_t *values; /* count */
    uint32_t *space;  /* 2 · count */
    uint32_t piles[ATTAIN_I_CHOICE_PILES];
    uint8_t marks[ATTAIN_I_CHOICE_PILES]; /* all 0 before the first call */
} attain_i_chooser;

/* Quantiles, type 7, of the numbers in `chooser->values`, which are lost. */
void attain_i_choose_quantiles(attain_i_chooser *chooser, size_t count,
                               const double *probabilities,
                               size_t probability_count, double *out,
                               size_t step);

/* a ≥ b in 12 significant digits. */
int attain_i_score_reaches(double a, double b);

/* --- Draws --------------------------------------------------------------- */

/* Which draws there are, and where each takes its numbers from. */
typedef struct attain_i_design {
    size_t draws;
    size_t samples; /* 0: draw d is stream d; else Saltelli's design of */
    const int32_t *sources; /* these sources: A, B, A with each from B */
    int32_t itself;         /* nothing is in doubt but what `alter` does */
    int32_t reserved;
    /* Makes the values of a column in a draw, which are then normalised anew;
     * NULL: they are the index's. Columns come in their order; `random` is the
     * draw's. */
    void (*alter)(size_t draw, size_t column, attain_i_random *random,
                  double *out, void *user);
    void *user;
} attain_i_design;

/* What is to be done with a draw; what is NULL is not done. Draws with the same
 * methods are put side by side, up to a lane each, in blocks. */
typedef struct attain_i_sink {
    void *ranks; /* [block][unit][lane]: uint16_t, or uint32_t with more units
                  */
    double *scores;   /* [block][unit][lane], as they are shown */
    uint32_t *order;  /* [draw]: the draws of the blocks, one after the other */
    uint8_t *filled;  /* [block]: how many lanes it has; 0 after the last */
    uint32_t *counts; /* [worker][bound][unit]: scores that reach it */
    /* Called with each draw, by any thread, with scores that are high where
     * they are good; each worker is one thread's. */
    void (*take)(size_t draw, size_t worker, const double *scores,
                 const uint32_t *ranks, void *user);
    void *user;
} attain_i_sink;

/* Blocks there may be at most. */
size_t attain_i_most_blocks(const attain_i_index *index, size_t draws);

/* Runs all draws. */
attain_status attain_i_run_draws(const attain_i_index *index,
                                 const attain_doubt_options *options,
                                 const attain_i_design *design,
                                 const attain_i_sink *sink, attain_error *err);

/* The index itself, as it is shown; both outputs are optional. */
attain_status attain_i_score_itself(const attain_i_index *index, double *scores,
                                    uint32_t *ranks, attain_error *err);

/* Errors of measurement, as `alter` with one of these as its user. */
typedef struct attain_i_measuring {
    const attain_composite *composite;
    const attain_doubt_options *options;
} attain_i_measuring;

void attain_i_measure(size_t draw, size_t column, attain_i_random *random,
                      double *out, void *user);

/* Checks options, and that they fit the composite. */
attain_status attain_i_doubt_check(const attain_composite *composite,
                                   const attain_doubt_options *options,
                                   attain_error *err);

/* Threads that are of use. */
size_t attain_i_workers(int32_t threads, size_t tasks);

/* Ranks fit in 16 bits. */
static inline int attain_i_narrow(size_t units) {
    return units <= 65535;
}

#endif
