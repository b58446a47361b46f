#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"
#include "numeric/doubt.h"
#include "support/fail_malloc.h"

enum { UNITS = 57, COLUMNS = 9, NODES = 13, GROUPS = 4, DRAWS = 101 };

/* Columns 0 … 8; 9 = (0, 1, 2), 10 = (3, 4), 11 = (9, 10, 5, 6, 7), root = (11,
 * 8). */
static const int32_t parents[NODES] = {9,  9,  9,  10, 10, 11, 11,
                                       11, 12, 11, 11, 12, -1};
static const double weights[NODES] = {1, 2, 0.5, 1,   1, 3, 0,
                                      1, 1, 1,   0.7, 2, 5};
static const int32_t descending[COLUMNS] = {0, 1, 0, 0, 1, 0, 0, 0, 0};
enum { WAYS = 5, PARAMETERS = 2 };
static const int32_t ways[WAYS] = {ATTAIN_NORMALISATION_MINMAX,
                                   ATTAIN_NORMALISATION_ZSCORE_POPULATION,
                                   ATTAIN_NORMALISATION_PERCENTILE_RANK,
                                   ATTAIN_NORMALISATION_PERCENTILE_RANK, -1};
static const double ways_parameters[WAYS * PARAMETERS] = {
    NAN, NAN, 0.5, 0.1, 1, NAN, NAN, NAN, NAN, NAN};
static int32_t normalisations[WAYS * COLUMNS];
static double parameters[WAYS * COLUMNS * PARAMETERS];
enum {
    A = ATTAIN_AGGREGATION_ARITHMETIC,
    G = ATTAIN_AGGREGATION_GEOMETRIC,
    H = ATTAIN_AGGREGATION_HARMONIC,
    M = ATTAIN_AGGREGATION_MIN
};
static const int32_t aggregations[] = {
    A, A, A, A, /* all arithmetic */
    G, G, G, G, /* all geometric */
    H, H, H, H, /* all harmonic */
    A, H, G, A, /* a mix */
    M, A, M, G, /* with the smallest */
};
static double cells[UNITS * COLUMNS];

static attain_composite composite(void) {
    attain_composite c;
    attain_composite_init(&c);
    c.values = cells;
    c.column_count = COLUMNS;
    c.stride = UNITS;
    c.unit_count = UNITS;
    c.descending = descending;
    c.node_count = NODES;
    c.parents = parents;
    c.weights = weights;
    c.normalisations = normalisations;
    c.normalisation_count = WAYS;
    c.normalisation_parameters = parameters;
    c.parameter_count = PARAMETERS;
    c.aggregations = aggregations;
    c.aggregation_count = 5;
    return c;
}

static int set_up(void **state) {
    (void)state;
    uint64_t seed = 20;
    for (size_t i = 0; i < WAYS * COLUMNS; i++) {
        normalisations[i] = ways[i / COLUMNS];
        for (size_t k = 0; k < PARAMETERS; k++)
            parameters[i * PARAMETERS + k] =
                ways_parameters[i / COLUMNS * PARAMETERS + k];
    }
    for (size_t i = 0; i < UNITS * COLUMNS; i++) {
        uint64_t bits = support_random(&seed);
        /* Coarse, so that there are ties; some missing; unit 3 has nothing,
         * unit 5 but one value. */
        cells[i] = (double)(bits >> 58) / 4 + 0.25;
        if ((bits & 15) == 0 || i % UNITS == 3 || (i % UNITS == 5 && i != 5))
            cells[i] = (double)NAN;
    }
    return 0;
}

/* --- The slow obvious way --------------------------------------------------
 */

static double bring_together(int32_t how, const double *v, const double *w,
                             size_t count) {
    double sum = 0;
    double total = 0;
    double least = (double)INFINITY;
    for (size_t i = 0; i < count; i++) {
        if (v[i] != v[i] || !(w[i] > 0))
            continue;
        total += w[i];
        least = v[i] < least ? v[i] : least;
        sum += how == A   ? w[i] * v[i]
               : how == G ? w[i] * log(v[i])
                          : w[i] / v[i];
    }
    if (total == 0)
        return (double)NAN;
    if (how == M)
        return least;
    if (how != A && least <= 0)
        return 0;
    return how == A ? sum / total : how == G ? exp(sum / total) : total / sum;
}

static double score_of(const int32_t *how, const double *x, const double *w) {
    double v[NODES];
    memcpy(v, x, COLUMNS * sizeof *v);
    for (size_t g = 0; g < GROUPS; g++) {
        double mv[NODES];
        double mw[NODES];
        size_t count = 0;
        for (size_t i = 0; i + 1 < NODES; i++) {
            if (parents[i] != (int32_t)(COLUMNS + g))
                continue;
            mv[count] = v[i];
            mw[count++] = w[i];
        }
        v[COLUMNS + g] = bring_together(how[g], mv, mw, count);
    }
    return v[NODES - 1];
}

static void normalise(size_t way, const double *values, double *out) {
    for (size_t i = 0; i < COLUMNS * UNITS; i++)
        out[i] = descending[i / UNITS] ? -values[i] : values[i];
    if (ways[way] >= 0)
        assert_int_equal(
            attain_normalise(ways[way], ways_parameters + way * PARAMETERS,
                             PARAMETERS, values, COLUMNS, UNITS, UNITS, NULL, 0,
                             0, descending, out, NULL, NULL),
            ATTAIN_OK);
}

static attain_i_random source(uint64_t seed, uint64_t draw, int32_t which) {
    attain_i_random random;
    attain_i_random_begin(&random, seed, draw);
    for (int32_t i = 0; i < which; i++)
        attain_i_random_jump(&random);
    return random;
}

/* Scores of one draw with all doubts. */
static void draw_scores(const attain_doubt_options *o, size_t draw,
                        double *scores) {
    double w[NODES] = {0};
    static double values[UNITS * COLUMNS];
    static double normal[UNITS * COLUMNS];
    attain_i_random random = source(o->seed, draw, ATTAIN_DOUBT_WEIGHTS);
    for (size_t i = 0; i + 1 < NODES; i++)
        w[i] =
            weights[i] * (1 + (o->spreads != NULL ? o->spreads[i] : o->spread) *
                                  (2 * attain_i_random_uniform(&random) - 1));
    random = source(o->seed, draw, ATTAIN_DOUBT_NORMALISATION);
    size_t way = attain_i_random_below(&random, WAYS);
    random = source(o->seed, draw, ATTAIN_DOUBT_AGGREGATION);
    size_t row = attain_i_random_below(&random, 5);
    random = source(o->seed, draw, ATTAIN_DOUBT_LEFT_OUT);
    size_t out = attain_i_random_below(&random, COLUMNS + 1);
    if (o->left_out && out > 0)
        w[out - 1] = 0;
    random = source(o->seed, draw, ATTAIN_DOUBT_ERRORS);
    memcpy(values, cells, sizeof values);
    for (size_t i = 0; i < UNITS * COLUMNS && o->errors != NULL; i++)
        values[i] += o->errors[i / UNITS] *
                     (o->even_errors ? 2 * attain_i_random_uniform(&random) - 1
                                     : attain_i_random_normal(&random));
    normalise(way, values, normal);
    for (size_t u = 0; u < UNITS; u++) {
        double x[COLUMNS];
        for (size_t c = 0; c < COLUMNS; c++)
            x[c] = normal[c * UNITS + u];
        scores[u] = score_of(aggregations + row * GROUPS, x, w);
    }
}

typedef struct arrays {
    double ranks[4 * UNITS];
    double scores[4 * UNITS];
    double mean_ranks[UNITS];
    double first[UNITS];
    double top[UNITS];
    double above[2 * UNITS];
    int32_t draws[UNITS * DRAWS];
} arrays;

static attain_doubt_result result_of(arrays *a) {
    attain_doubt_result r;
    attain_doubt_result_init(&r);
    memset(a, 0, sizeof *a);
    r.ranks = a->ranks;
    r.scores = a->scores;
    r.mean_ranks = a->mean_ranks;
    r.first = a->first;
    r.top = a->top;
    r.above = a->above;
    r.draws = a->draws;
    return r;
}

static const double probabilities[] = {0.5, 0.05, 1, 0.95};
static const double bounds[] = {0.5, 0.25};

static attain_doubt_options options_of(void) {
    attain_doubt_options o;
    attain_doubt_options_init(&o);
    o.seed = 77;
    o.draws = DRAWS;
    o.spread = 0.4;
    o.top = 5;
    o.probabilities = probabilities;
    o.probability_count = 4;
    o.bounds = bounds;
    o.bound_count = 2;
    return o;
}

/* Ranks of every draw, and all that is made of them. */
static void compare(const attain_composite *c, const attain_doubt_options *o) {
    static arrays a;
    static double all[DRAWS][UNITS];
    static double ranks[DRAWS][UNITS];
    attain_doubt_result r = result_of(&a);
    assert_int_equal(attain_doubt(c, o, &r, NULL), ATTAIN_OK);
    for (size_t d = 0; d < DRAWS; d++) {
        draw_scores(o, d, all[d]);
        assert_int_equal(attain_ranks(ATTAIN_RANK_MIN, NULL, 0, all[d], 1,
                                      UNITS, UNITS, NULL, ranks[d], NULL, NULL),
                         ATTAIN_OK);
    }
    for (size_t u = 0; u < UNITS; u++) {
        double own[2][DRAWS];
        double counts[4] = {0, 0, 0, 0};
        double known = 0;
        double sum = 0;
        double expected[2][4];
        for (size_t d = 0; d < DRAWS; d++) {
            double rank = ranks[d][u];
            double score = all[d][u];
            own[0][d] = rank;
            own[1][d] = score;
            assert_int_equal(a.draws[u * DRAWS + d], rank != rank ? 0 : rank);
            if (rank != rank)
                continue;
            known++;
            sum += rank;
            counts[0] += rank == 1;
            counts[1] += rank <= 5;
            counts[2] += score >= 0.5 - 1e-13;
            counts[3] += score >= 0.25 - 1e-13;
        }
        if (known == 0) {
            assert_true(isnan(a.mean_ranks[u]) && isnan(a.ranks[u]) &&
                        isnan(a.scores[u]) && isnan(a.top[u]) &&
                        isnan(a.above[u]));
            continue;
        }
        assert_same(a.mean_ranks[u], sum / known);
        assert_same(a.first[u], counts[0] / known);
        assert_same(a.top[u], counts[1] / known);
        assert_same(a.above[u], counts[2] / known);
        assert_same(a.above[UNITS + u], counts[3] / known);
        for (size_t k = 0; k < 2; k++)
            attain_quantiles(ATTAIN_QUANTILE_TYPE_7, NULL, 0, own[k], NULL,
                             DRAWS, probabilities, 4, expected[k], NULL, NULL);
        for (size_t i = 0; i < 4; i++) {
            assert_same(a.ranks[i * UNITS + u], expected[0][i]);
            assert_close(a.scores[i * UNITS + u], expected[1][i], 1e-13);
        }
    }
}

static void draws_are_those_of_the_slow_way(void **state) {
    (void)state;
    static const double errors[COLUMNS] = {0.1, 0, 1, 0.5, 0.1, 2, 0, 1, 0.3};
    double spreads[NODES] = {0};
    attain_composite c = composite();
    attain_doubt_options o = options_of();
    compare(&c, &o);
    o.left_out = 1;
    compare(&c, &o);
    for (size_t i = 0; i < NODES; i++)
        spreads[i] = (double)(i % 5) / 4;
    o.spreads = spreads;
    compare(&c, &o);
    o.errors = errors;
    compare(&c, &o);
    o.even_errors = 1;
    compare(&c, &o);
}

static void threads_change_nothing(void **state) {
    (void)state;
    static const double errors[COLUMNS] = {0.1, 0.1, 0.1, 0.1, 0.1,
                                           0.1, 0.1, 0.1, 0.1};
    static arrays one;
    static arrays many;
    attain_composite c = composite();
    attain_doubt_options o = options_of();
    for (int k = 0; k < 2; k++) {
        o.left_out = 1;
        o.errors = k == 0 ? NULL : errors;
        o.threads = 1;
        attain_doubt_result r = result_of(&one);
        assert_int_equal(attain_doubt(&c, &o, &r, NULL), ATTAIN_OK);
        r = result_of(&many);
        o.threads = 4;
        assert_int_equal(attain_doubt(&c, &o, &r, NULL), ATTAIN_OK);
        assert_memory_equal(&one, &many, sizeof one);
    }
}

static void order_of_units_changes_nothing(void **state) {
    (void)state;
    static double turned[UNITS * COLUMNS];
    static arrays one;
    static arrays other;
    attain_composite c = composite();
    attain_doubt_options o = options_of();
    o.left_out = 1;
    attain_doubt_result r = result_of(&one);
    assert_int_equal(attain_doubt(&c, &o, &r, NULL), ATTAIN_OK);
    for (size_t i = 0; i < UNITS * COLUMNS; i++)
        turned[i] = cells[i / UNITS * UNITS + UNITS - 1 - i % UNITS];
    c.values = turned;
    r = result_of(&other);
    assert_int_equal(attain_doubt(&c, &o, &r, NULL), ATTAIN_OK);
    for (size_t u = 0; u < UNITS; u++) {
        assert_same(other.ranks[UNITS - 1 - u], one.ranks[u]);
        assert_same(other.scores[UNITS - 1 - u], one.scores[u]);
        assert_same(other.above[UNITS - 1 - u], one.above[u]);
    }
}

/* More units than 16 bits can rank. */
static void many_units_have_ranks(void **state) {
    (void)state;
    enum { MANY = 66000, FEW_DRAWS = 3 };
    static double values[2 * MANY];
    static int32_t draws[MANY * FEW_DRAWS];
    static double scores[MANY];
    static double ranks[MANY];
    static double middle[3 * MANY];
    attain_random_uniform(1, 1, values, 2 * MANY, NULL);
    attain_composite c;
    attain_doubt_options o;
    attain_doubt_result r;
    attain_composite_init(&c);
    attain_doubt_options_init(&o);
    attain_doubt_result_init(&r);
    c.values = values;
    c.column_count = 2;
    c.stride = c.unit_count = MANY;
    o.draws = FEW_DRAWS;
    o.spread = 1;
    r.draws = draws;
    r.ranks = middle;
    assert_int_equal(attain_doubt(&c, &o, &r, NULL), ATTAIN_OK);
    for (size_t d = 0; d < FEW_DRAWS; d++) {
        double u[2];
        attain_random_uniform(1, d, u, 2, NULL);
        for (size_t i = 0; i < MANY; i++)
            scores[i] = (2 * u[0] * values[i] + 2 * u[1] * values[MANY + i]) /
                        (2 * u[0] + 2 * u[1]);
        attain_ranks(ATTAIN_RANK_MIN, NULL, 0, scores, 1, MANY, MANY, NULL,
                     ranks, NULL, NULL);
        for (size_t i = 0; i < MANY; i++)
            assert_int_equal(draws[i * FEW_DRAWS + d], ranks[i]);
    }
    for (size_t i = 0; i < MANY; i++) {
        const int32_t *own = draws + i * FEW_DRAWS;
        double least = own[0] < own[1] ? own[0] : own[1];
        double most = own[0] < own[1] ? own[1] : own[0];
        double third = own[2];
        assert_same(middle[MANY + i], third < least  ? least
                                      : third > most ? most
                                                     : third);
    }
}

/* --- The index itself ------------------------------------------------------
 */

/* Kenya 2022, Human Development Report: 0.601, from its indices: health, the
 * mean of two for schooling, income. */
static void score_is_the_human_development_index(void **state) {
    (void)state;
    static const int32_t tree[] = {5, 4, 4, 5, 5, -1};
    static const int32_t means[] = {A, G};
    const double values[] = {(62.055 - 20) / 65, 11.38448201 / 18,
                             7.686359882 / 15,
                             log(4807.716317 / 100) / log(750)};
    double score;
    double rank;
    attain_composite c;
    attain_composite_init(&c);
    c.values = values;
    c.column_count = 4;
    c.stride = c.unit_count = 1;
    c.node_count = 6;
    c.parents = tree;
    c.aggregations = means;
    c.aggregation_count = 1;
    assert_int_equal(attain_composite_score(&c, &score, &rank, NULL),
                     ATTAIN_OK);
    assert_true(fabs(score - 0.601) < 0.0005);
    assert_same(rank, 1.0);
}

/* COINr stops at a zero in a geometric mean, and its general mean is missing as
 * soon as one member is. */
static void zeros_and_gaps_have_scores(void **state) {
    (void)state;
    static const double values[] = {0, 4, NAN, NAN, 9, 9, 9, NAN};
    static const double expected[][4] = {{4.5, 6.5, 9, NAN},
                                         {0, 6, 9, NAN},
                                         {0, 72.0 / 13, 9, NAN},
                                         {0, 4, 9, NAN}};
    double scores[4];
    double ranks[4];
    static const int32_t hows[] = {A, G, H, M};
    for (size_t k = 0; k < 4; k++) {
        attain_composite c;
        attain_composite_init(&c);
        c.values = values;
        c.column_count = 2;
        c.stride = c.unit_count = 4;
        c.aggregations = &hows[k];
        c.aggregation_count = 1;
        assert_int_equal(attain_composite_score(&c, scores, ranks, NULL),
                         ATTAIN_OK);
        for (size_t u = 0; u < 4; u++)
            assert_close(scores[u], expected[k][u], 4e-16);
        assert_same(ranks[0], 3.0);
        assert_same(ranks[2], 1.0);
        assert_true(isnan(ranks[3]));
        assert_int_equal(attain_composite_score(&c, NULL, NULL, NULL),
                         ATTAIN_OK);
    }
}

/* --- How often -------------------------------------------------------------
 */

/* Which of three columns is left out, or none, and which of two means: eight
 * indices, each as likely. By hand, units a (9, 1, 4), b (4, 4, 4), c (1, 5,
 * 6), d (6, 2, 1) score
 *
 *     all    a 14/3  b 4  c 4     d 3    geometric a ³√36   b 4   c ³√30  d
 * ³√12 −1     a 2.5   b 4  c 5.5   d 1.5            a 2      b 4   c √30   d √2
 *     −2     a 6.5   b 4  c 3.5   d 3.5            a 6      b 4   c √6    d √6
 *     −3     a 5     b 4  c 3     d 4              a 3      b 4   c √5    d √12
 *
 * so that a is first in 4 of them (all and −2, −3 arithmetic, −2 geometric), b
 * in 2 (all and −3 geometric) and c in 2 (−1). Among the first two are a in 5
 * (those and all geometric), b in 8, c in 3 (−1, and with b in all arithmetic)
 * and d in 2 (−3). At least 4 have a in 4, b in 8, c in 3 and d in 1. */
static void shares_are_those_of_all_cases(void **state) {
    (void)state;
    enum { FOUR = 4, MANY = 40000 };
    static const double values[] = {9, 4, 1, 6, 1, 4, 5, 2, 4, 4, 6, 1};
    static const int32_t means[] = {A, G};
    static const double bound[] = {4};
    static const double expected[3][FOUR] = {
        {4.0 / 8, 2.0 / 8, 2.0 / 8, 0},
        {5.0 / 8, 1, 3.0 / 8, 2.0 / 8},
        {4.0 / 8, 1, 3.0 / 8, 1.0 / 8},
    };
    double found[3][FOUR];
    attain_doubt_options o;
    attain_doubt_result r;
    attain_composite c;
    attain_composite_init(&c);
    attain_doubt_options_init(&o);
    attain_doubt_result_init(&r);
    c.values = values;
    c.column_count = 3;
    c.stride = c.unit_count = FOUR;
    c.aggregations = means;
    c.aggregation_count = 2;
    o.draws = MANY;
    o.left_out = 1;
    o.top = 2;
    o.bounds = bound;
    o.bound_count = 1;
    r.first = found[0];
    r.top = found[1];
    r.above = found[2];
    assert_int_equal(attain_doubt(&c, &o, &r, NULL), ATTAIN_OK);
    for (size_t k = 0; k < 3; k++) {
        for (size_t u = 0; u < FOUR; u++) {
            double p = expected[k][u];
            /* Four deviations of a share of so many draws. */
            assert_true(fabs(found[k][u] - p) <= 4 * sqrt(p * (1 - p) / MANY));
        }
    }
}

/* --- Its parts --------------------------------------------------------------
 */

static void rank_of_hostile_scores(void **state) {
    (void)state;
    enum { MOST = 3000, KINDS = 8 };
    static double scores[MOST];
    static double expected[MOST];
    static uint32_t ranks[MOST];
    static uint64_t keys[2][MOST];
    static attain_i_item items[2 * MOST];
    static attain_i_ranker ranker;
    uint64_t seed = 4;
    ranker.keys = keys[0];
    ranker.space = keys[1];
    ranker.items = items;
    for (int turn = 0; turn < 80; turn++) {
        size_t count = 1 + (size_t)(support_random(&seed) % MOST);
        for (size_t i = 0; i < count; i++) {
            double u = (double)(support_random(&seed) >> 11) * 0x1p-53;
            double few = (double)(support_random(&seed) % 7);
            const double kinds[KINDS] = {
                u,                                /* even */
                few / 10 + few * 0.1 + u * 1e-14, /* ties but for rounding */
                i == 0 ? 1e9 : u,                 /* one far away */
                (2 * u - 1) * 1.7e308,            /* all over the doubles */
                1e6 + u * 1e-7,                   /* close together */
                u < 0.2 ? (double)NAN : few,      /* ties and gaps */
                5,                                /* all the same */
                u * 0x1p-1060,                    /* next to nothing */
            };
            scores[i] = kinds[turn % KINDS];
        }
        attain_i_rank_scores(&ranker, scores, count, ranks);
        assert_int_equal(attain_ranks(ATTAIN_RANK_MIN, NULL, 0, scores, 1,
                                      count, count, NULL, expected, NULL, NULL),
                         ATTAIN_OK);
        for (size_t i = 0; i < count; i++)
            assert_int_equal(ranks[i],
                             scores[i] != scores[i] ? 0 : expected[i]);
    }
    for (size_t i = 0; i < MOST; i++)
        scores[i] = (double)NAN;
    attain_i_rank_scores(&ranker, scores, 4, ranks);
    assert_int_equal(ranks[3], 0);
}

static void quantiles_of_whole_numbers(void **state) {
    (void)state;
    enum { MOST = 1500, ASKED = 19 };
    static uint32_t numbers[3 * MOST];
    static double values[MOST];
    static attain_i_chooser chooser;
    double asked[ASKED];
    double found[2 * ASKED];
    double expected[ASKED];
    uint64_t seed = 8;
    chooser.values = numbers;
    chooser.space = numbers + MOST;
    for (size_t i = 0; i < ASKED; i++)
        asked[i] = (double)(i * 7 % ASKED) / (ASKED - 1);
    for (int turn = 0; turn < 200; turn++) {
        size_t count = 1 + (size_t)(support_random(&seed) % MOST);
        unsigned shift = (unsigned)(support_random(&seed) % 33) + 31;
        for (size_t i = 0; i < count; i++) {
            numbers[i] = (uint32_t)(support_random(&seed) >> shift);
            if (turn % 3 == 0 && i > 0) /* one far away */
                numbers[i] &= 1023;
            values[i] = numbers[i];
        }
        attain_i_choose_quantiles(&chooser, count, asked, ASKED, found, 2);
        attain_quantiles(ATTAIN_QUANTILE_TYPE_7, NULL, 0, values, NULL, count,
                         asked, ASKED, expected, NULL, NULL);
        for (size_t i = 0; i < ASKED; i++)
            assert_same(found[2 * i], expected[i]);
    }
}

/* --- Faults ------------------------------------------------------------------
 */

static void refuse(const attain_composite *c, const attain_doubt_options *o,
                   attain_status status, const char *field) {
    static arrays a;
    attain_error err;
    attain_doubt_result r = result_of(&a);
    assert_int_equal(attain_doubt(c, o, &r, &err), status);
    assert_string_equal(err.field, field);
    assert_same(a.ranks[0], 0.0);
}

static void composites_that_are_none(void **state) {
    (void)state;
    static const int32_t wrong_methods[] = {ATTAIN_NORMALISATION_MINMAX, 99};
    static const int32_t fine[] = {A, ATTAIN_AGGREGATION_POWER};
    static const double low_high[] = {2, 1, 0, 0};
    int32_t wrong[NODES];
    double bad[NODES];
    attain_doubt_options o = options_of();
    attain_composite c = composite();
    refuse(NULL, &o, ATTAIN_ERR_ARGUMENT, "composite");
    c.struct_size = 3;
    refuse(&c, &o, ATTAIN_ERR_STRUCT, "composite");
    c = composite();
    c.column_count = 0;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "column_count");
    c = composite();
    c.unit_count = 0;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "unit_count");
    c.unit_count = (size_t)1 << 31;
    refuse(&c, &o, ATTAIN_ERR_LIMIT, "unit_count");
    c = composite();
    c.stride = UNITS - 1;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "stride");
    c = composite();
    c.values = NULL;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "values");
    c = composite();
    c.node_count = COLUMNS;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "node_count");
    c.node_count = COLUMNS + 2;
    c.parents = NULL;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "parents");
    const struct {
        size_t node;
        int32_t parent;
    } parents_wrong[] = {{0, 3},  {0, NODES}, {0, -1},
                         {10, 9}, {10, 10},   {NODES - 1, 0}};
    for (size_t i = 0; i < 6; i++) {
        c = composite();
        memcpy(wrong, parents, sizeof wrong);
        wrong[parents_wrong[i].node] = parents_wrong[i].parent;
        c.parents = wrong;
        refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "parents");
    }
    for (int k = 0; k < 3; k++) {
        c = composite();
        memcpy(bad, weights, sizeof bad);
        bad[2] = k == 0 ? -1 : k == 1 ? (double)NAN : (double)INFINITY;
        c.weights = bad;
        refuse(&c, &o, ATTAIN_ERR_VALUE, "weights");
    }
    c = composite();
    memset(wrong, 0, sizeof wrong);
    wrong[1] = 2;
    c.descending = wrong;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "descending");
    c = composite();
    c.node_count = 0;
    c.parents = NULL;
    c.column_count = 2;
    c.aggregation_count = 0;
    c.normalisations = wrong_methods;
    c.normalisation_count = 1;
    c.normalisation_parameters = NULL;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "normalisations");
    c.normalisations = normalisations;
    c.normalisation_parameters = low_high;
    refuse(&c, &o, ATTAIN_ERR_VALUE, "normalisations");
    c.normalisation_parameters = NULL;
    c.aggregations = fine; /* a power needs its exponent */
    c.aggregation_count = 2;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "aggregations");
    c.aggregations = wrong_methods + 1;
    c.aggregation_count = 1;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "aggregations");
    c = composite();
    c.normalisation_count = SIZE_MAX / 2;
    refuse(&c, &o, ATTAIN_ERR_MEMORY, "");
    c = composite();
    c.aggregations = NULL;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "aggregations");
    c = composite();
    c.aggregation_count = SIZE_MAX / 2;
    refuse(&c, &o, ATTAIN_ERR_MEMORY, "");
    cells[4] = (double)INFINITY;
    c = composite();
    refuse(&c, &o, ATTAIN_ERR_VALUE, "values");
    set_up(NULL);
}

static void options_that_are_none(void **state) {
    (void)state;
    static const double negative[COLUMNS] = {-1};
    static const double large[NODES] = {0, 2};
    static const double beyond[COLUMNS] = {1e308, 1e308, 1e308};
    static arrays a;
    attain_composite c = composite();
    attain_doubt_options o = options_of();
    o.struct_size = 1;
    refuse(&c, &o, ATTAIN_ERR_STRUCT, "options");
    o = options_of();
    o.reserved = 1;
    refuse(&c, &o, ATTAIN_ERR_STRUCT, "options");
    o = options_of();
    o.draws = 0;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "draws");
    o.draws = (size_t)1 << 31;
    refuse(&c, &o, ATTAIN_ERR_LIMIT, "draws");
    o = options_of();
    o.left_out = 2;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "options");
    o = options_of();
    o.spread = 1.5;
    refuse(&c, &o, ATTAIN_ERR_VALUE, "spread");
    o = options_of();
    o.spreads = large;
    refuse(&c, &o, ATTAIN_ERR_VALUE, "spreads");
    o = options_of();
    o.errors = negative;
    refuse(&c, &o, ATTAIN_ERR_VALUE, "errors");
    o.errors = beyond;
    refuse(&c, &o, ATTAIN_ERR_VALUE, "draws");
    o = options_of();
    o.probabilities = large;
    refuse(&c, &o, ATTAIN_ERR_VALUE, "probabilities");
    o = options_of();
    o.bounds = NULL;
    refuse(&c, &o, ATTAIN_ERR_ARGUMENT, "bounds");
    const double nan = (double)NAN;
    o.bounds = &nan;
    o.bound_count = 1;
    refuse(&c, &o, ATTAIN_ERR_VALUE, "bounds");
    o = options_of();
    assert_int_equal(attain_doubt(&c, &o, NULL, NULL), ATTAIN_ERR_ARGUMENT);
    attain_doubt_result r = result_of(&a);
    r.struct_size = 0;
    assert_int_equal(attain_doubt(&c, &o, &r, NULL), ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_composite_score(NULL, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    attain_composite_init(NULL);
    attain_doubt_options_init(NULL);
    attain_doubt_result_init(NULL);
}

static void defaults_do(void **state) {
    (void)state;
    static double quantiles[3 * UNITS];
    attain_composite c;
    attain_doubt_result r;
    attain_composite_init(&c);
    attain_doubt_result_init(&r);
    c.values = cells;
    c.column_count = COLUMNS;
    c.stride = c.unit_count = UNITS;
    double ranks[UNITS];
    r.ranks = quantiles;
    assert_int_equal(attain_doubt(&c, NULL, &r, NULL), ATTAIN_OK);
    assert_int_equal(attain_composite_score(&c, NULL, ranks, NULL), ATTAIN_OK);
    /* Nothing is in doubt. */
    for (size_t i = 0; i < 3 * UNITS; i++)
        assert_same(quantiles[i], ranks[i % UNITS]);
    r.ranks = NULL;
    assert_int_equal(attain_doubt(&c, NULL, &r, NULL), ATTAIN_OK);
}

static void sources_have_names(void **state) {
    (void)state;
    assert_int_equal(attain_doubt_source_count(), ATTAIN_I_SOURCES);
    assert_string_equal(attain_doubt_source_name(ATTAIN_DOUBT_WEIGHTS),
                        "weights");
    assert_string_equal(attain_doubt_source_name(ATTAIN_DOUBT_ERRORS),
                        "errors");
    assert_null(attain_doubt_source_name(-1));
    assert_null(attain_doubt_source_name(5));
}

static void memory_runs_out(void **state) {
    (void)state;
    static arrays a;
    attain_composite c = composite();
    attain_doubt_options o = options_of();
    attain_doubt_result r = result_of(&a);
    o.draws = 40;
    o.threads = 3;
    assert_survives_malloc(attain_doubt(&c, &o, &r, NULL), a.ranks[0] == 0);
    double score = 0;
    assert_survives_malloc(attain_composite_score(&c, a.scores, NULL, NULL),
                           score == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_are_those_of_the_slow_way),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(order_of_units_changes_nothing),
        cmocka_unit_test(many_units_have_ranks),
        cmocka_unit_test(score_is_the_human_development_index),
        cmocka_unit_test(zeros_and_gaps_have_scores),
        cmocka_unit_test(shares_are_those_of_all_cases),
        cmocka_unit_test(rank_of_hostile_scores),
        cmocka_unit_test(quantiles_of_whole_numbers),
        cmocka_unit_test(composites_that_are_none),
        cmocka_unit_test(options_that_are_none),
        cmocka_unit_test(defaults_do),
        cmocka_unit_test(sources_have_names),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
