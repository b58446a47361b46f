/* Every method of the tables among the choices that are drawn: what
 * attain_normalise() and attain_aggregate() give, draw by draw. */
#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"
#include "support/fail_malloc.h"

enum { UNITS = 23, COLUMNS = 5, NODES = 8, DRAWS = 40, MOST = 8 };

/* (0, 1, 2) = 5, (3, 4) = 6, (5, 6) = 7. */
static const int32_t parents[NODES] = {5, 5, 5, 6, 6, 7, 7, -1};
static const double weights[NODES] = {1, 2, 0.5, 3, 1, 1, 2, 0};
static const int32_t descending[COLUMNS] = {0, 1, 0, 0, 0};
static double cells[COLUMNS * UNITS];

static int set_up(void **state) {
    (void)state;
    uint64_t seed = 77;
    for (size_t i = 0; i < COLUMNS * UNITS; i++) {
        uint64_t bits = support_random(&seed);
        cells[i] = (double)(bits >> 59) / 8 + 0.5; /* coarse: there are ties */
        if ((bits & 15) == 0 || i % UNITS == 4)
            cells[i] = (double)NAN;
    }
    return 0;
}

static attain_composite composite(void) {
    attain_composite c;
    attain_composite_init(&c);
    c.values = cells;
    c.column_count = COLUMNS;
    c.stride = c.unit_count = UNITS;
    c.descending = descending;
    c.node_count = NODES;
    c.parents = parents;
    c.weights = weights;
    c.parameter_count = MOST;
    return c;
}

/* Parameters that have to be given; the others as the table has them. */
static void fill_parameters(int32_t kind, int32_t method, double *out) {
    attain_method row;
    attain_method_init(&row);
    attain_method_get(kind, method, &row, NULL);
    for (size_t i = 0; i < MOST; i++)
        out[i] = (double)NAN;
    for (size_t i = 0; i < row.parameter_count; i++) {
        attain_parameter parameter;
        attain_parameter_init(&parameter);
        attain_method_parameter(kind, method, i, &parameter, NULL);
        if (parameter.standard != parameter.standard)
            out[i] = parameter.low < 0 ? 0.5 + (double)i * 4
                                       : 1 / (1 + (double)i * parameter.low);
    }
    if (kind == ATTAIN_METHOD_NORMALISATION &&
        method == ATTAIN_NORMALISATION_CATEGORY_BY_QUANTILE)
        out[0] = 0.25;
}

static int low_is_good(int32_t method) {
    attain_method row;
    attain_method_init(&row);
    attain_method_get(ATTAIN_METHOD_AGGREGATION, method, &row, NULL);
    return (row.traits & ATTAIN_METHOD_LOW_IS_GOOD) != 0;
}

/* --- The obvious way -------------------------------------------------------
 */

/* Scores of `count` columns by a method, high where they are good. */
static attain_status bring_together(int32_t method, const double *parameters,
                                    const double *values, size_t count,
                                    const double *w, double *out) {
    attain_status status = attain_aggregate(
        method, parameters, MOST, values, count, UNITS, UNITS, w, NULL, NULL,
        ATTAIN_BLANK_RENORMALISE, 0, out, NULL, NULL);
    for (size_t u = 0; u < UNITS && low_is_good(method); u++)
        out[u] = -out[u];
    return status;
}

/* The whole index: `normalised` [column][unit]. */
static attain_status score(const int32_t *methods, const double *parameters,
                           const double *normalised, const double *w,
                           double *out) {
    double middle[2 * UNITS];
    attain_status status =
        bring_together(methods[0], parameters, normalised, 3, w, middle);
    if (status == ATTAIN_OK)
        status =
            bring_together(methods[1], parameters + MOST,
                           normalised + 3 * UNITS, 2, w + 3, middle + UNITS);
    if (status == ATTAIN_OK)
        status = bring_together(methods[2], parameters + 2 * MOST, middle, 2,
                                w + 5, out);
    return status;
}

static void normalise(int32_t method, const double *parameters,
                      const double *values, double *out) {
    for (size_t i = 0; i < COLUMNS * UNITS; i++)
        out[i] = descending[i / UNITS] ? -values[i] : values[i];
    if (method >= 0)
        assert_int_equal(attain_normalise(method, parameters, MOST, values,
                                          COLUMNS, UNITS, UNITS, NULL, 0, 0,
                                          descending, out, NULL, NULL),
                         ATTAIN_OK);
}

/* Weights of a draw: stream d of the seed, ± 30 %. */
static void draw_weights(size_t draw, double *out) {
    double u[NODES - 1];
    attain_random_uniform(5, draw, u, NODES - 1, NULL);
    for (size_t i = 0; i + 1 < NODES; i++)
        out[i] = weights[i] * (1 + 0.3 * (2 * u[i] - 1));
}

/* --- Normalisations --------------------------------------------------------
 */

static void every_normalisation_can_be_drawn(void **state) {
    (void)state;
    size_t count = attain_method_count(ATTAIN_METHOD_NORMALISATION);
    static const int32_t means[3] = {ATTAIN_AGGREGATION_ARITHMETIC,
                                     ATTAIN_AGGREGATION_ARITHMETIC,
                                     ATTAIN_AGGREGATION_ARITHMETIC};
    static const double none[3 * MOST] = {
        NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN,
        NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
    for (int32_t method = -1; method < (int32_t)count; method++) {
        double parameters[COLUMNS * MOST];
        int32_t methods[COLUMNS];
        double normalised[COLUMNS * UNITS];
        double expected[UNITS];
        double scores[UNITS];
        attain_composite c = composite();
        for (size_t i = 0; i < COLUMNS; i++) {
            methods[i] = method;
            fill_parameters(ATTAIN_METHOD_NORMALISATION, method,
                            parameters + i * MOST);
        }
        c.normalisations = methods;
        c.normalisation_parameters = parameters;
        c.normalisation_count = 1;
        assert_int_equal(attain_composite_score(&c, scores, NULL, NULL),
                         ATTAIN_OK);
        normalise(method, parameters, cells, normalised);
        assert_int_equal(score(means, none, normalised, weights, expected),
                         ATTAIN_OK);
        for (size_t u = 0; u < UNITS; u++)
            assert_close(scores[u], expected[u], 1e-14);
        assert_true(isnan(scores[4]));
    }
}

/* Each column its own method, as goalposts need. */
static void columns_have_methods_of_their_own(void **state) {
    (void)state;
    static const int32_t methods[COLUMNS] = {
        ATTAIN_NORMALISATION_GOALPOSTS, ATTAIN_NORMALISATION_MINMAX, -1,
        ATTAIN_NORMALISATION_BORDA, ATTAIN_NORMALISATION_GOALPOSTS};
    static const double parameters[COLUMNS * 2] = {0,   5,   NAN, NAN, NAN,
                                                   NAN, NAN, NAN, 1,   2};
    double scores[UNITS];
    double expected[UNITS];
    double column[UNITS];
    for (size_t k = 0; k < COLUMNS; k++) {
        attain_composite c = composite();
        double alone[NODES] = {0, 0, 0, 0, 0, 1, 1, 0};
        alone[k] = 1;
        c.weights = alone;
        c.normalisations = methods;
        c.normalisation_parameters = parameters;
        c.normalisation_count = 1;
        c.parameter_count = 2;
        assert_int_equal(attain_composite_score(&c, scores, NULL, NULL),
                         ATTAIN_OK);
        memcpy(column, cells + k * UNITS, sizeof column);
        memcpy(expected, column, sizeof expected);
        if (methods[k] >= 0)
            attain_normalise(methods[k], parameters + k * 2, 2, column, 1,
                             UNITS, UNITS, NULL, 0, 0, descending + k, expected,
                             NULL, NULL);
        for (size_t u = 0; u < UNITS; u++)
            assert_same(scores[u], expected[u]);
    }
}

/* --- Aggregations ----------------------------------------------------------
 */

typedef struct drawn {
    int32_t ranks[UNITS * DRAWS];
    double scores[3 * UNITS];
    double above[UNITS];
} drawn;

static attain_status draw(const attain_composite *c, int32_t threads,
                          const double *bound, drawn *out) {
    attain_doubt_options o;
    attain_doubt_result r;
    attain_doubt_options_init(&o);
    attain_doubt_result_init(&r);
    o.seed = 5;
    o.draws = DRAWS;
    o.spread = 0.3;
    o.threads = threads;
    o.bounds = bound;
    o.bound_count = 1;
    memset(out, 0, sizeof *out);
    r.draws = out->ranks;
    r.scores = out->scores;
    r.above = out->above;
    return attain_doubt(c, &o, &r, NULL);
}

/* What draws are to be: ranks, and the middle of the scores. */
static void compare(const drawn *found, const int32_t *methods,
                    const double *parameters, const double *normalised,
                    double bound) {
    static double all[UNITS][DRAWS];
    int32_t low = low_is_good(methods[2]);
    double reached[UNITS] = {0};
    for (size_t d = 0; d < DRAWS; d++) {
        double w[NODES];
        double scores[UNITS];
        double ranks[UNITS];
        draw_weights(d, w);
        assert_int_equal(score(methods, parameters, normalised, w, scores),
                         ATTAIN_OK);
        attain_ranks(ATTAIN_RANK_MIN, NULL, 0, scores, 1, UNITS, UNITS, NULL,
                     ranks, NULL, NULL);
        for (size_t u = 0; u < UNITS; u++) {
            assert_int_equal(found->ranks[u * DRAWS + d],
                             isnan(ranks[u]) ? 0 : ranks[u]);
            all[u][d] = low ? -scores[u] : scores[u];
            reached[u] += low ? all[u][d] <= bound : all[u][d] >= bound;
        }
    }
    for (size_t u = 0; u < UNITS; u++) {
        double middle;
        attain_statistic_of(ATTAIN_STATISTIC_MEDIAN, NULL, 0, all[u], NULL,
                            DRAWS, &middle, NULL, NULL);
        assert_close(found->scores[UNITS + u], middle, 1e-12);
        if (isnan(middle))
            assert_true(isnan(found->above[u]));
        else
            assert_close(found->above[u], reached[u] / DRAWS, 1e-15);
    }
}

/* The method in the groups (where it takes what there is), or at the root, and
 * arithmetic means elsewhere. */
static void try_aggregation(int32_t method, int place) {
    static drawn one;
    static drawn many;
    int32_t methods[3];
    double parameters[3 * MOST];
    int32_t minmax[COLUMNS];
    double normalised[COLUMNS * UNITS];
    static const double scale[MOST] = {1, 10, NAN, NAN, NAN, NAN, NAN, NAN};
    double scales[COLUMNS * MOST];
    const double bound = method == ATTAIN_AGGREGATION_VIKOR ? 0.5 : 4;
    attain_composite c = composite();
    for (size_t g = 0; g < 3; g++) {
        int here = place == 0 ? g < 2 : g == 2;
        methods[g] = here ? method : ATTAIN_AGGREGATION_ARITHMETIC;
        fill_parameters(ATTAIN_METHOD_AGGREGATION, methods[g],
                        parameters + g * MOST);
    }
    for (size_t i = 0; i < COLUMNS; i++) {
        minmax[i] = ATTAIN_NORMALISATION_MINMAX;
        memcpy(scales + i * MOST, scale, sizeof scale);
    }
    normalise(minmax[0], scale, cells, normalised);
    c.normalisations = minmax;
    c.normalisation_parameters = scales;
    c.normalisation_count = 1;
    c.aggregations = methods;
    c.aggregation_parameters = parameters;
    c.aggregation_count = 1;
    assert_int_equal(draw(&c, 1, &bound, &one), ATTAIN_OK);
    compare(&one, methods, parameters, normalised, bound);
    assert_int_equal(draw(&c, 3, &bound, &many), ATTAIN_OK);
    assert_memory_equal(&one, &many, sizeof one);
}

static void every_aggregation_can_be_drawn(void **state) {
    (void)state;
    size_t count = attain_method_count(ATTAIN_METHOD_AGGREGATION);
    for (int32_t method = 0; method < (int32_t)count; method++) {
        try_aggregation(method, 0);
        try_aggregation(method, 1);
    }
}

/* The ranks of the index itself are those of its own method: for VIKOR the
 * lowest is first. Opricovic and Tzeng 2004 would have it so. */
static void low_scores_are_shown_as_they_are(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, 3, 2, 4};
    const int32_t vikor = ATTAIN_AGGREGATION_VIKOR;
    double scores[3];
    double ranks[3];
    double expected[3];
    attain_composite c;
    attain_composite_init(&c);
    c.values = values;
    c.column_count = 2;
    c.stride = c.unit_count = 3;
    c.aggregations = &vikor;
    c.aggregation_count = 1;
    assert_int_equal(attain_composite_score(&c, scores, ranks, NULL),
                     ATTAIN_OK);
    attain_aggregate(vikor, NULL, 0, values, 2, 3, 3, NULL, NULL, NULL,
                     ATTAIN_BLANK_RENORMALISE, 0, expected, NULL, NULL);
    for (int u = 0; u < 3; u++)
        assert_same(scores[u], expected[u]);
    assert_same(scores[2], 0);
    assert_same(ranks[2], 1);
    assert_true(ranks[0] > 1 && ranks[1] > 1);
}

/* Alternatives of both kinds, mixed with means: the same draws as one by one,
 * and errors go through every method. */
static void alternatives_are_mixed(void **state) {
    (void)state;
    static const int32_t aggregations[] = {
        ATTAIN_AGGREGATION_ARITHMETIC,    ATTAIN_AGGREGATION_GEOMETRIC,
        ATTAIN_AGGREGATION_ARITHMETIC,    ATTAIN_AGGREGATION_MEDIAN,
        ATTAIN_AGGREGATION_TOPSIS_VECTOR, ATTAIN_AGGREGATION_COPELAND,
        ATTAIN_AGGREGATION_HARMONIC,      ATTAIN_AGGREGATION_MIN,
        ATTAIN_AGGREGATION_GEOMETRIC};
    static const double errors[COLUMNS] = {0.01, 0.2, 0, 0.1, 0.3};
    static drawn by[2];
    static drawn one[3];
    int seen[3] = {0, 0, 0};
    attain_doubt_options o;
    attain_doubt_result r;
    attain_composite c = composite();
    attain_doubt_options_init(&o);
    attain_doubt_result_init(&r);
    o.seed = 5;
    o.draws = DRAWS;
    o.errors = errors;
    for (size_t k = 0; k < 5; k++) {
        drawn *out = k < 2 ? &by[k] : &one[k - 2];
        r.draws = out->ranks;
        o.threads = k == 0 ? 4 : 1;
        c.aggregations = aggregations + (k < 2 ? 0 : 3 * (k - 2));
        c.aggregation_count = k < 2 ? 3 : 1;
        assert_int_equal(attain_doubt(&c, &o, &r, NULL), ATTAIN_OK);
    }
    assert_memory_equal(by[0].ranks, by[1].ranks, sizeof by[0].ranks);
    /* Every draw is that of one alternative in all units. */
    for (size_t d = 0; d < DRAWS; d++) {
        int same[3] = {1, 1, 1};
        for (size_t k = 0; k < 3; k++)
            for (size_t u = 0; u < UNITS; u++)
                same[k] &=
                    by[0].ranks[u * DRAWS + d] == one[k].ranks[u * DRAWS + d];
        assert_true(same[0] || same[1] || same[2]);
        for (size_t k = 0; k < 3; k++)
            seen[k] += same[k];
    }
    assert_true(seen[0] > 5 && seen[1] > 5 && seen[2] > 5);
}

/* --- Faults ----------------------------------------------------------------
 */

static void values_that_a_method_refuses(void **state) {
    (void)state;
    static const double errors[COLUMNS] = {9, 9, 9, 9, 9};
    static drawn out;
    const double bound = 0;
    static const int32_t benefit[3] = {ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT,
                                       ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT,
                                       ATTAIN_AGGREGATION_ARITHMETIC};
    attain_doubt_options o;
    attain_doubt_result r;
    attain_error err;
    attain_composite c = composite();
    attain_doubt_options_init(&o);
    attain_doubt_result_init(&r);
    c.descending = NULL;
    c.aggregations = benefit;
    c.aggregation_count = 1;
    assert_int_equal(draw(&c, 1, &bound, &out), ATTAIN_OK);
    o.errors = errors;
    o.threads = 2;
    r.draws = out.ranks;
    assert_int_equal(attain_doubt(&c, &o, &r, &err), ATTAIN_ERR_VALUE);
    assert_string_equal(err.field, "draws");
}

static void memory_runs_out(void **state) {
    (void)state;
    static drawn out;
    static const int32_t methods[3] = {ATTAIN_AGGREGATION_MEDIAN,
                                       ATTAIN_AGGREGATION_COPELAND,
                                       ATTAIN_AGGREGATION_TOPSIS_VECTOR};
    const double bound = 0;
    attain_composite c = composite();
    c.aggregations = methods;
    c.aggregation_count = 1;
    assert_survives_malloc(draw(&c, 2, &bound, &out), out.scores[0] == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_normalisation_can_be_drawn),
        cmocka_unit_test(columns_have_methods_of_their_own),
        cmocka_unit_test(every_aggregation_can_be_drawn),
        cmocka_unit_test(low_scores_are_shown_as_they_are),
        cmocka_unit_test(alternatives_are_mixed),
        cmocka_unit_test(values_that_a_method_refuses),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
