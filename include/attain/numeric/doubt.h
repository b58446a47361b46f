/**
 * @file numeric/doubt.h
 * How far a composite index depends on the choices that were made for it:
 * weights, methods, indicators left out, errors of measurement.
 *
 * All of it draws from one generator, xoshiro256** (Blackman and Vigna 2021),
 * whose state is seeded by splitmix64: the same numbers on every machine. Draw
 * d takes its numbers from stream d of the seed, and each kind of doubt from a
 * place of its own in it, 2^128 numbers (the generator's jump) after the one
 * before. So no result depends on threads, on how many draws there are, or on
 * which other doubts are asked for.
 */
#ifndef ATTAIN_NUMERIC_DOUBT_H
#define ATTAIN_NUMERIC_DOUBT_H

#include "../base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- Random numbers ------------------------------------------------------ */

/**
 * Draws numbers that are uniform in [0, 1): the first 53 bits of each number of
 * a stream. Stream s of a seed starts with the numbers 4s … 4s + 3 of
 * splitmix64 as its state; stream 0 is the usual seeding.
 *
 * @param seed   any number
 * @param stream any number
 * @param out    [out] owned by caller, count elements
 * @param count  how many
 * @param err    [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT
 */
ATTAIN_API attain_status attain_random_uniform(uint64_t seed, uint64_t stream,
                                               double *out, size_t count,
                                               attain_error *err);

/**
 * Draws standard normal numbers, by the ziggurat method of 128 layers
 * (Marsaglia and Tsang 2000): the layer from the last 7 bits of a number of the
 * stream, the place in it from the first 53.
 *
 * @param seed   any number
 * @param stream any number
 * @param out    [out] owned by caller, count elements
 * @param count  how many
 * @param err    [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT
 */
ATTAIN_API attain_status attain_random_normal(uint64_t seed, uint64_t stream,
                                              double *out, size_t count,
                                              attain_error *err);

/* --- The index ----------------------------------------------------------- */

/**
 * A composite index: columns over units, a tree that brings them together.
 *
 * Nodes 0 … column_count − 1 are the columns; the nodes after them are groups,
 * and the last one is the root, whose value is the score. A high one is good.
 * A group's parent comes after it. NaN in `values` is missing: a group's value
 * is that of the members that are known (ATTAIN_BLANK_RENORMALISE; methods that
 * are strict have none), and NaN when none is. Members without weight stay out.
 *
 * Any method of the tables ATTAIN_METHOD_NORMALISATION (numeric/normalise.h)
 * and ATTAIN_METHOD_AGGREGATION (numeric/aggregate.h; bounds are the columns'
 * own) can be among the choices, and gives what attain_normalise() and
 * attain_aggregate() give, but for rounding: arithmetic, geometric and harmonic
 * means and the smallest, without parameters, are computed in doubles, members
 * in the order of their nodes. A group whose method has low scores for good
 * units (ATTAIN_METHOD_LOW_IS_GOOD) changes the sign of its value before it is
 * a member of another. Where the index's own root is such a group, low scores
 * are good: rank 1 is the lowest, a score reaches a bound when it is at most
 * the bound, and alternatives to it change their sign.
 */
typedef struct attain_composite {
    /** sizeof(attain_composite), set by the init function. */
    size_t struct_size;
    /** [in] borrowed for the call: column c begins at values[c · stride]. */
    const double *values;
    /** Number of columns, ≥ 1. */
    size_t column_count;
    /** Elements from one column's begin to the next one's, ≥ unit_count. */
    size_t stride;
    /** Number of units, ≥ 1. */
    size_t unit_count;
    /** [in] borrowed for the call: for each column, 1: a low value is good, 0:
     * a high one is; NULL: all 0. */
    const int32_t *descending;
    /** Number of nodes; 0: all columns below one root. */
    size_t node_count;
    /** [in] borrowed for the call: the parent of each node; the root's is −1.
     *  NULL: the root, of all. */
    const int32_t *parents;
    /** [in] borrowed for the call: the weight of each node in its group, ≥ 0;
     *  the root's is not used; NULL: all 1. */
    const double *weights;
    /** [in] borrowed for the call: how each column is made comparable, a method
     *  of ATTAIN_METHOD_NORMALISATION or −1: not at all (a column where a low
     *  value is good changes its sign): [alternative][column]; the first row is
     *  the index's own, the others are alternatives to it. */
    const int32_t *normalisations;
    /** How many rows; 0: −1 everywhere alone. */
    size_t normalisation_count;
    /** [in] borrowed for the call: parameters of each of them,
     *  [alternative][column][parameter_count], NaN: the default, or none; NULL:
     *  all as the methods have them. */
    const double *normalisation_parameters;
    /** [in] borrowed for the call: how the members of each group are brought
     *  together, a method of ATTAIN_METHOD_AGGREGATION:
     *  [alternative][node − column_count]; the first row is the index's own. */
    const int32_t *aggregations;
    /** How many rows; 0: arithmetic everywhere alone. */
    size_t aggregation_count;
    /** [in] borrowed for the call: parameters of each of them,
     *  [alternative][node − column_count][parameter_count]; as above. */
    const double *aggregation_parameters;
    /** Numbers that each method has in these two. */
    size_t parameter_count;
} attain_composite;

/** Sets defaults. @param composite [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_composite_init(attain_composite *composite);

/**
 * Computes the scores of the index itself, and the ranks of the units.
 *
 * @param composite [in] borrowed for the call
 * @param scores    [out] owned by caller, optional: one for each unit; NaN
 *                  where nothing is known
 * @param ranks     [out] owned by caller, optional: 1 is best, ties (by 12
 *                  digits) share the smallest rank, NaN without a score
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_VALUE
 *         (infinite values, negative weights, a sum beyond the range, a
 *         parameter out of its range, values that a method does not take),
 *         ATTAIN_ERR_LIMIT (more than 2^31 − 1 units), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status
attain_composite_score(const attain_composite *composite, double *scores,
                       double *ranks, attain_error *err);

/* --- Doubts -------------------------------------------------------------- */

/** What may differ from draw to draw. */
enum attain_doubt_source {
    /** Weights: w(1 + s(2u − 1)), u uniform, s the node's spread; within a
     *  group only their shares matter. */
    ATTAIN_DOUBT_WEIGHTS = 0,
    /** Which of the normalisations, each as likely as the others. */
    ATTAIN_DOUBT_NORMALISATION = 1,
    /** Which row of the aggregations, each as likely as the others. */
    ATTAIN_DOUBT_AGGREGATION = 2,
    /** Which column is left out: none or one of them, each as likely as the
     *  others. */
    ATTAIN_DOUBT_LEFT_OUT = 3,
    /** Errors of measurement: v + e·z of every element, e the column's error, z
     *  standard normal or, with `even_errors`, uniform in [−1, 1). */
    ATTAIN_DOUBT_ERRORS = 4
};

/** @return the number of sources of doubt, of enum attain_doubt_source. */
ATTAIN_API size_t attain_doubt_source_count(void);

/**
 * Names a source of doubt, e.g. "weights".
 *
 * @param source enum attain_doubt_source
 * @return static text; NULL if there is no such source
 */
ATTAIN_API const char *attain_doubt_source_name(int32_t source);

/** Which doubts, and what is asked about them. */
typedef struct attain_doubt_options {
    /** sizeof(attain_doubt_options), set by the init function. */
    size_t struct_size;
    /** Of the generator; 1 unless set. */
    uint64_t seed;
    /** Number of draws, ≥ 1; 1000 unless set. */
    size_t draws;
    /** How far weights may be off, 0 … 1: 0.25 is ± 25 %; 0 unless set. */
    double spread;
    /** [in] borrowed for the call: the same for each node; NULL: `spread`. */
    const double *spreads;
    /** [in] borrowed for the call: the error of each column, ≥ 0; NULL: none.
     */
    const double *errors;
    /** 1: errors are uniform, 0: normal. */
    int32_t even_errors;
    /** 1: a column may be left out. */
    int32_t left_out;
    /** A rank of at most this is at the top; 10 unless set. */
    size_t top;
    /** [in] borrowed for the call: 0 … 1; NULL: 0.05, 0.5, 0.95. */
    const double *probabilities;
    /** How many; not used with NULL. */
    size_t probability_count;
    /** [in] borrowed for the call: lower bounds of scores, closed below. */
    const double *bounds;
    /** How many. */
    size_t bound_count;
    /** Threads to use, the caller's included; 0 and 1: the caller's alone. */
    int32_t threads;
    /** Always 0. */
    int32_t reserved;
} attain_doubt_options;

/** Sets defaults. @param options [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_doubt_options_init(attain_doubt_options *options);

/**
 * What is found; each array is owned by caller and optional. Shares and
 * quantiles are those of the draws in which the unit has a score; NaN if there
 * is none.
 */
typedef struct attain_doubt_result {
    /** sizeof(attain_doubt_result), set by the init function. */
    size_t struct_size;
    /** [out] quantiles (type 7) of the ranks: [probability][unit]. */
    double *ranks;
    /** [out] quantiles (type 7) of the scores: [probability][unit]. */
    double *scores;
    /** [out] mean rank of each unit. */
    double *mean_ranks;
    /** [out] share of draws in which the unit has rank 1. */
    double *first;
    /** [out] share of draws in which its rank is at most `top`. */
    double *top;
    /** [out] share of draws in which its score reaches each bound, compared in
     *  12 significant digits: [bound][unit]. */
    double *above;
    /** [out] every rank: [unit][draw]; 0 without a score. */
    int32_t *draws;
} attain_doubt_result;

/** Sets all to NULL. @param result [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_doubt_result_init(attain_doubt_result *result);

/**
 * Draws the index again and again with all doubts at once, and sums up what
 * became of each unit.
 *
 * Linear in draws, and in units where the methods are. Besides the arrays given
 * it takes, for each unit, 2 bytes a draw (4 for more than 65,535 units), 8
 * more where quantiles of scores are asked for, 8 bytes for each column and
 * normalisation, and for each thread less than 500 bytes, or, with errors or
 * other methods than those computed in doubles, 16 a node more, and what these
 * methods take.
 *
 * @param composite [in] borrowed for the call
 * @param options   [in] borrowed for the call; NULL: the defaults
 * @param result    [in] borrowed for the call: where the arrays are
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_VALUE
 *         (as attain_composite_score(); a spread, error or probability out of
 *         its range), ATTAIN_ERR_LIMIT (more than 2^31 − 1 units or draws),
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_doubt(const attain_composite *composite,
                                      const attain_doubt_options *options,
                                      const attain_doubt_result *result,
                                      attain_error *err);

/* --- Sensitivity --------------------------------------------------------- */

/** What is estimated of each source, in this order. */
enum attain_sensitivity_measure {
    /** First order: the share of the variance that goes when the source alone
     *  is settled. */
    ATTAIN_SENSITIVITY_FIRST = 0,
    /** Its lower end over the bootstrap. */
    ATTAIN_SENSITIVITY_FIRST_LOW = 1,
    /** Its upper end. */
    ATTAIN_SENSITIVITY_FIRST_HIGH = 2,
    /** Total: the share that stays when all but the source are settled. */
    ATTAIN_SENSITIVITY_TOTAL = 3,
    /** Its lower end over the bootstrap. */
    ATTAIN_SENSITIVITY_TOTAL_LOW = 4,
    /** Its upper end. */
    ATTAIN_SENSITIVITY_TOTAL_HIGH = 5
};

/** @return the number of measures, of enum attain_sensitivity_measure. */
ATTAIN_API size_t attain_sensitivity_measure_count(void);

/**
 * Names a measure, e.g. "first_low".
 *
 * @param measure enum attain_sensitivity_measure
 * @return static text; NULL if there is no such measure
 */
ATTAIN_API const char *attain_sensitivity_measure_name(int32_t measure);

/**
 * Estimates the sensitivity of any model to its sources of doubt from the
 * values it took in the design of Saltelli: A and B, two independent samples
 * of all sources, and A with one source from B.
 *
 *     first  mean((b − m)(ab − a)) / V       (Saltelli et al. 2010, table 2 b)
 *     total  Σ(a − ab)² / (2 N V)            (Jansen 1999)
 *     m, V   mean and sample variance of a and b together
 *
 * (m is not in the published form; it changes nothing that is expected, but far
 * fewer samples are needed where the mean is large beside the spread.)
 * The ends are the quantiles (1 ± coverage)/2, type 7, of both over replicates
 * that draw N samples with replacement (replicate r from stream r of the seed);
 * V stays what it is.
 *
 * @param a          [in] borrowed for the call, samples elements: one value for
 *                   each sample
 * @param b          [in] borrowed for the call, samples elements: one value for
 *                   each sample
 * @param ab         [in] borrowed for the call, sources · samples elements:
 *                   [source][sample]
 * @param samples    N, ≥ 2
 * @param sources    number of sources, ≥ 1
 * @param seed       of the bootstrap
 * @param replicates of the bootstrap; 0: no ends
 * @param coverage   of the interval, 0 < coverage < 1, e.g. 0.9
 * @param out        [out] owned by caller, sources · 6 elements: [source][enum
 *                   attain_sensitivity_measure]; all NaN where V is 0, the ends
 *                   NaN without replicates
 * @param err        [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (not finite, or a
 *         sum beyond the range), ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_sensitivity_estimate(
    const double *a, const double *b, const double *ab, size_t samples,
    size_t sources, uint64_t seed, size_t replicates, double coverage,
    double *out, attain_error *err);

/**
 * Estimates how much each source of doubt moves the ranks of an index. The
 * model is the mean shift of ranks, Σ|rank − rank of the index itself|/n over
 * the units that have both; sample k draws A from stream 2k and B from stream
 * 2k + 1. samples · (sources in doubt + 2) draws are made.
 *
 * @param composite  [in] borrowed for the call
 * @param options    [in] borrowed for the call; `draws` is the number of
 *                   samples, ≥ 2; quantiles, top and bounds are not used; NULL:
 *                   the defaults
 * @param replicates of the bootstrap; 0: no ends
 * @param coverage   of the interval, 0 < coverage < 1, e.g. 0.9
 * @param out        [out] owned by caller: [enum attain_doubt_source][enum
 *                   attain_sensitivity_measure]; 0 for a source that is not in
 *                   doubt; all NaN where no rank ever moves
 * @param shift      [out] owned by caller, optional: mean shift over A and B
 * @param err        [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_VALUE,
 *         ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY, as attain_doubt()
 */
ATTAIN_API attain_status attain_doubt_sensitivity(
    const attain_composite *composite, const attain_doubt_options *options,
    size_t replicates, double coverage, double *out, double *shift,
    attain_error *err);

/* --- Rank reversal ------------------------------------------------------- */

/** What is done to one unit after the other. */
enum attain_reversal_test {
    /** It is left out. */
    ATTAIN_REVERSAL_LEAVE_OUT = 0,
    /** It is replaced by a worse one: each value goes towards the bad side by
     *  half of its smallest distance from the values of the units that rank
     *  next below; where there are none, by half of the mean gap between the
     *  column's values. Units of rank 1 are not replaced. */
    ATTAIN_REVERSAL_REPLACE = 1
};

/**
 * Tells, for each unit, what becomes of the ranks of all the others when
 * something is done to it: nothing, in a method that judges units by
 * themselves. (Wang and Triantaphyllou 2008, tests 1 and 2.)
 *
 * Takes as many computations of the index as there are units.
 *
 * @param test      enum attain_reversal_test
 * @param composite [in] borrowed for the call
 * @param threads   threads to use, the caller's included; 0 and 1: the
 *                  caller's alone
 * @param reversed  [out] owned by caller: for each unit, pairs of others whose
 *                  order turned round; NaN for a unit without a score, and for
 *                  one that is not replaced
 * @param first     [out] owned by caller, optional: for each unit, 1: the first
 *                  of the others is another one than before, 0: it is not; NaN
 *                  as in `reversed`
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_VALUE,
 *         ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY, as attain_composite_score()
 */
ATTAIN_API attain_status attain_rank_reversal(int32_t test,
                                              const attain_composite *composite,
                                              int32_t threads, double *reversed,
                                              double *first, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
