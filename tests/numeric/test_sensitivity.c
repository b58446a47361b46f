#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"
#include "support/fail_malloc.h"

enum { SAMPLES = 20000, SOURCES = 6, MEASURES = 6 };

static double a[SAMPLES];
static double b[SAMPLES];
static double ab[SOURCES * SAMPLES];

/* A model over Saltelli's design of uniform numbers. */
static void sample(double (*model)(const double *u), size_t sources) {
    for (size_t i = 0; i < SAMPLES; i++) {
        double ua[SOURCES];
        double ub[SOURCES];
        attain_random_uniform(3, 2 * i, ua, sources, NULL);
        attain_random_uniform(3, 2 * i + 1, ub, sources, NULL);
        a[i] = model(ua);
        b[i] = model(ub);
        for (size_t s = 0; s < sources; s++) {
            double mixed[SOURCES];
            memcpy(mixed, ua, sources * sizeof *mixed);
            mixed[s] = ub[s];
            ab[s * SAMPLES + i] = model(mixed);
        }
    }
}

/* Ishigami and Homma 1990. */
static double ishigami(const double *u) {
    double x[3];
    for (size_t i = 0; i < 3; i++)
        x[i] = (2 * u[i] - 1) * 3.14159265358979323846;
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) +
           0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0]);
}

/* The example of COINr's documentation: x + 2y + 3z. */
static double line(const double *u) {
    return u[0] + 2 * u[1] + 3 * u[2];
}

/* Sobol's g with 0, 1, 4.5, 9, 99, 99, as Saltelli and Sobol 1995 have it. */
static double sobol_g(const double *u) {
    static const double of[] = {0, 1, 4.5, 9, 99, 99};
    double product = 1;
    for (size_t i = 0; i < 6; i++)
        product *= (fabs(4 * u[i] - 2) + of[i]) / (1 + of[i]);
    return product;
}

static void compare(const double *first, const double *total, size_t sources) {
    double out[SOURCES * MEASURES];
    assert_int_equal(attain_sensitivity_estimate(a, b, ab, SAMPLES, sources, 1,
                                                 200, 0.9, out, NULL),
                     ATTAIN_OK);
    for (size_t s = 0; s < sources; s++) {
        const double *of = out + s * MEASURES;
        assert_true(fabs(of[ATTAIN_SENSITIVITY_FIRST] - first[s]) < 0.04);
        assert_true(fabs(of[ATTAIN_SENSITIVITY_TOTAL] - total[s]) < 0.02);
        for (size_t k = 0; k < MEASURES; k += 3) {
            assert_true(of[k + 1] <= of[k] && of[k] <= of[k + 2]);
            assert_true(of[k + 2] - of[k + 1] < 0.1);
            assert_true(of[k + 2] - of[k + 1] > 0 || of[k] == 0);
        }
    }
}

/* Saltelli et al. 2008, the usual a = 7, b = 0.1: 0.3139, 0.4424, 0; 0.5576,
 * 0.4424, 0.2437. */
static void ishigami_has_its_published_indices(void **state) {
    (void)state;
    static const double first[] = {0.3139, 0.4424, 0};
    static const double total[] = {0.5576, 0.4424, 0.2437};
    sample(ishigami, 3);
    compare(first, total, 3);
}

/* The published ones, to four digits: V_i = 1/(3(1 + a_i)²), V = Π(1 + V_i) −
 * 1, total V_i Π(1 + V_j)/V over the others. */
static void sobol_g_has_its_published_indices(void **state) {
    (void)state;
    static const double first[] = {0.7162, 0.1790, 0.0237,
                                   0.0072, 0.0001, 0.0001};
    static const double total[] = {0.7871, 0.2422, 0.0343,
                                   0.0105, 0.0001, 0.0001};
    sample(sobol_g, 6);
    compare(first, total, 6);
}

static void line_has_its_shares(void **state) {
    (void)state;
    static const double shares[] = {1.0 / 14, 4.0 / 14, 9.0 / 14};
    sample(line, 3);
    compare(shares, shares, 3);
}

/* --- Ends of the interval --------------------------------------------------
 */

/* Replicate r draws with the numbers of stream r: ⌊u N⌋. Quantiles by sorting.
 */
static void ends_are_those_of_the_slow_way(void **state) {
    (void)state;
    enum { N = 50, REPLICATES = 41 };
    double out[MEASURES];
    double ends[2][REPLICATES];
    double expected[2];
    static const double probabilities[] = {0.1, 0.9};
    sample(line, 3);
    assert_int_equal(attain_sensitivity_estimate(a, b, ab + SAMPLES, N, 1, 9,
                                                 REPLICATES, 0.8, out, NULL),
                     ATTAIN_OK);
    double mean = 0;
    double variance = 0;
    for (size_t i = 0; i < N; i++)
        mean += (a[i] + b[i]) / (2 * N);
    for (size_t i = 0; i < N; i++)
        variance +=
            ((a[i] - mean) * (a[i] - mean) + (b[i] - mean) * (b[i] - mean)) /
            (2 * N - 1);
    for (size_t r = 0; r < REPLICATES; r++) {
        double u[N];
        attain_random_uniform(9, r, u, N, NULL);
        ends[0][r] = ends[1][r] = 0;
        for (size_t i = 0; i < N; i++) {
            size_t k = (size_t)(u[i] * N);
            double change = ab[SAMPLES + k] - a[k];
            ends[0][r] += (b[k] - mean) * change / N / variance;
            ends[1][r] += change * change / 2 / N / variance;
        }
    }
    for (size_t k = 0; k < 2; k++) {
        attain_quantiles(ATTAIN_QUANTILE_TYPE_7, NULL, 0, ends[k], NULL,
                         REPLICATES, probabilities, 2, expected, NULL, NULL);
        assert_close(out[3 * k + 1], expected[0], 1e-12);
        assert_close(out[3 * k + 2], expected[1], 1e-12);
    }
}

/* An interval of 90 % holds the true index (4/14) about nine times in ten. */
static void interval_covers_what_it_says(void **state) {
    (void)state;
    enum { N = 200, TRIES = SAMPLES / N };
    double out[MEASURES];
    size_t covered[2] = {0, 0};
    sample(line, 3);
    for (size_t t = 0; t < TRIES; t++) {
        attain_sensitivity_estimate(a + t * N, b + t * N, ab + SAMPLES + t * N,
                                    N, 1, t, 200, 0.9, out, NULL);
        for (size_t k = 0; k < 2; k++)
            covered[k] +=
                out[3 * k + 1] <= 4.0 / 14 && 4.0 / 14 <= out[3 * k + 2];
    }
    for (size_t k = 0; k < 2; k++)
        assert_true(covered[k] >= TRIES * 80 / 100 &&
                    covered[k] <= TRIES * 97 / 100);
}

/* The formulas by hand: V of 1, 2, 3, 4, 2, 2, 5, 1 is 2. */
static void few_samples_by_hand(void **state) {
    (void)state;
    static const double ya[] = {1, 2, 3, 4};
    static const double yb[] = {2, 2, 5, 1};
    static const double yab[] = {2, 2, 4, 0};
    double out[MEASURES];
    assert_int_equal(
        attain_sensitivity_estimate(ya, yb, yab, 4, 1, 1, 0, 0.9, out, NULL),
        ATTAIN_OK);
    /* V: Σ(y − 2.5)²/7 = 14/7; first: (−0.5 + 0 + 2.5 + 6)/4/2; total:
     * (1 + 0 + 1 + 16)/(2·4·2). */
    assert_same(out[ATTAIN_SENSITIVITY_FIRST], 1.0);
    assert_same(out[ATTAIN_SENSITIVITY_TOTAL], 1.125);
    assert_true(isnan(out[1]) && isnan(out[2]) && isnan(out[4]) &&
                isnan(out[5]));
}

static void nothing_moves(void **state) {
    (void)state;
    static const double same[] = {3, 3, 3};
    double out[MEASURES];
    assert_int_equal(attain_sensitivity_estimate(same, same, same, 3, 1, 1, 9,
                                                 0.9, out, NULL),
                     ATTAIN_OK);
    for (size_t i = 0; i < MEASURES; i++)
        assert_true(isnan(out[i]));
}

static void estimates_refuse_bad_arguments(void **state) {
    (void)state;
    static const double y[] = {1, 2, 3};
    static const double gap[] = {1, NAN, 3};
    static const double huge[] = {1.7e308, -1.7e308, 1};
    double out[MEASURES] = {7};
    const struct {
        const double *y[3];
        size_t samples;
        size_t sources;
        double coverage;
        attain_status status;
    } cases[] = {
        {{NULL, y, y}, 3, 1, 0.9, ATTAIN_ERR_ARGUMENT},
        {{y, NULL, y}, 3, 1, 0.9, ATTAIN_ERR_ARGUMENT},
        {{y, y, NULL}, 3, 1, 0.9, ATTAIN_ERR_ARGUMENT},
        {{y, y, y}, 1, 1, 0.9, ATTAIN_ERR_ARGUMENT},
        {{y, y, y}, 3, 0, 0.9, ATTAIN_ERR_ARGUMENT},
        {{y, y, y}, 3, 1, 0, ATTAIN_ERR_ARGUMENT},
        {{y, y, y}, 3, 1, 1, ATTAIN_ERR_ARGUMENT},
        {{y, y, y}, 3, SIZE_MAX / 4, 0.9, ATTAIN_ERR_MEMORY},
        {{gap, y, y}, 3, 1, 0.9, ATTAIN_ERR_VALUE},
        {{y, gap, y}, 3, 1, 0.9, ATTAIN_ERR_VALUE},
        {{y, y, gap}, 3, 1, 0.9, ATTAIN_ERR_VALUE},
        {{huge, huge, y}, 3, 1, 0.9, ATTAIN_ERR_VALUE},
        {{y, y, huge}, 3, 1, 0.9, ATTAIN_ERR_VALUE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(attain_sensitivity_estimate(
                             cases[i].y[0], cases[i].y[1], cases[i].y[2],
                             cases[i].samples, cases[i].sources, 1, 5,
                             cases[i].coverage, out, NULL),
                         cases[i].status);
    assert_int_equal(
        attain_sensitivity_estimate(y, y, y, 3, 1, 1, SIZE_MAX, 0.9, out, NULL),
        ATTAIN_ERR_MEMORY);
    assert_int_equal(
        attain_sensitivity_estimate(y, y, y, 3, 1, 1, 5, 0.9, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_same(out[0], 7.0);
    assert_survives_malloc(
        attain_sensitivity_estimate(y, y, y, 3, 1, 1, 5, 0.9, out, NULL),
        out[0] == 7);
}

/* --- Of an index ------------------------------------------------------------
 */

enum { UNITS = 40, COLUMNS = 6, DOUBTS = 5, DRAWS = 60 };

static double cells[UNITS * COLUMNS];
enum {
    MINMAX = ATTAIN_NORMALISATION_MINMAX,
    RANK = ATTAIN_NORMALISATION_BORDA
};
static const int32_t normalisations[2 * COLUMNS] = {
    MINMAX, MINMAX, MINMAX, MINMAX, MINMAX, MINMAX,
    RANK,   RANK,   RANK,   RANK,   RANK,   RANK};
static const int32_t aggregations[] = {0, 1};

static attain_composite composite(void) {
    attain_composite c;
    attain_random_uniform(12, 0, cells, UNITS * COLUMNS, NULL);
    for (size_t i = 0; i < UNITS * COLUMNS; i++)
        cells[i] = i % 17 == 0 ? (double)NAN : cells[i] * cells[i];
    attain_composite_init(&c);
    c.values = cells;
    c.column_count = COLUMNS;
    c.stride = c.unit_count = UNITS;
    c.normalisations = normalisations;
    c.normalisation_count = 2;
    c.aggregations = aggregations;
    c.aggregation_count = 2;
    return c;
}

/* Only weights are in doubt: the design has N(1 + 2) draws, and A with weights
 * from B is B: first and total are near 1. */
static void one_source_has_all(void **state) {
    (void)state;
    attain_composite c = composite();
    attain_doubt_options o;
    double out[DOUBTS * MEASURES];
    double shift;
    attain_doubt_options_init(&o);
    c.normalisation_count = 1;
    c.aggregation_count = 1;
    o.draws = 500;
    o.spread = 0.5;
    assert_int_equal(
        attain_doubt_sensitivity(&c, &o, 0, 0.9, out, &shift, NULL), ATTAIN_OK);
    assert_true(shift > 0 && shift < 20);
    assert_true(fabs(out[ATTAIN_SENSITIVITY_FIRST] - 1) < 0.2);
    assert_true(fabs(out[ATTAIN_SENSITIVITY_TOTAL] - 1) < 0.2);
    for (size_t i = MEASURES; i < DOUBTS * MEASURES; i++)
        assert_same(out[i], 0.0);
    o.spread = 0;
    assert_int_equal(
        attain_doubt_sensitivity(&c, &o, 0, 0.9, out, &shift, NULL), ATTAIN_OK);
    assert_same(shift, 0.0);
    assert_same(out[0], 0.0);
}

/* The shifts of A and B are those of plain draws from streams 2k and 2k + 1. */
static void shifts_are_those_of_draws(void **state) {
    (void)state;
    static int32_t draws[UNITS * 2 * DRAWS];
    double ranks[UNITS];
    attain_composite c = composite();
    attain_doubt_options o;
    attain_doubt_result r;
    double out[DOUBTS * MEASURES];
    double shift;
    double expected = 0;
    attain_doubt_options_init(&o);
    attain_doubt_result_init(&r);
    o.spread = 0.5;
    o.left_out = 1;
    o.draws = DRAWS;
    assert_int_equal(
        attain_doubt_sensitivity(&c, &o, 0, 0.9, out, &shift, NULL), ATTAIN_OK);
    o.draws = 2 * DRAWS;
    r.draws = draws;
    assert_int_equal(attain_doubt(&c, &o, &r, NULL), ATTAIN_OK);
    assert_int_equal(attain_composite_score(&c, NULL, ranks, NULL), ATTAIN_OK);
    for (size_t i = 0; i < UNITS * 2 * DRAWS; i++)
        expected += fabs(draws[i] - ranks[i / (2 * DRAWS)]);
    assert_close(shift, expected / UNITS / (2 * DRAWS), 1e-14);
}

static void threads_change_nothing(void **state) {
    (void)state;
    static const double errors[COLUMNS] = {0.1, 0.2, 0, 0.1, 0.1, 0.3};
    attain_composite c = composite();
    attain_doubt_options o;
    double one[DOUBTS * MEASURES];
    double many[DOUBTS * MEASURES];
    attain_doubt_options_init(&o);
    o.draws = DRAWS;
    o.spread = 0.5;
    o.left_out = 1;
    o.errors = errors;
    assert_int_equal(attain_doubt_sensitivity(&c, &o, 20, 0.9, one, NULL, NULL),
                     ATTAIN_OK);
    o.threads = 4;
    assert_int_equal(
        attain_doubt_sensitivity(&c, &o, 20, 0.9, many, NULL, NULL), ATTAIN_OK);
    assert_memory_equal(one, many, sizeof one);
    for (size_t i = 0; i < DOUBTS * MEASURES; i++)
        assert_true(one[i] == one[i]);
}

static void sensitivity_refuses_bad_arguments(void **state) {
    (void)state;
    attain_composite c = composite();
    attain_doubt_options o;
    double out[DOUBTS * MEASURES] = {7};
    attain_doubt_options_init(&o);
    assert_int_equal(
        attain_doubt_sensitivity(NULL, &o, 0, 0.9, out, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_doubt_sensitivity(&c, &o, 0, 0.9, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_doubt_sensitivity(&c, &o, 0, 1, out, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    o.draws = 1;
    assert_int_equal(attain_doubt_sensitivity(&c, &o, 0, 0.9, out, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    o.draws = INT32_MAX;
    assert_int_equal(attain_doubt_sensitivity(&c, &o, 0, 0.9, out, NULL, NULL),
                     ATTAIN_ERR_LIMIT);
    o.draws = 4;
    assert_same(out[0], 7.0);
    o.spread = 0.5;
    assert_survives_malloc(
        attain_doubt_sensitivity(&c, &o, 5, 0.9, out, NULL, NULL), out[0] == 7);
    assert_int_equal(
        attain_doubt_sensitivity(&c, NULL, 0, 0.9, out, NULL, NULL), ATTAIN_OK);
}

static void measures_have_names(void **state) {
    (void)state;
    assert_int_equal(attain_sensitivity_measure_count(), MEASURES);
    assert_string_equal(
        attain_sensitivity_measure_name(ATTAIN_SENSITIVITY_TOTAL_LOW),
        "total_low");
    assert_null(attain_sensitivity_measure_name(-1));
    assert_null(attain_sensitivity_measure_name(MEASURES));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ishigami_has_its_published_indices),
        cmocka_unit_test(sobol_g_has_its_published_indices),
        cmocka_unit_test(line_has_its_shares),
        cmocka_unit_test(ends_are_those_of_the_slow_way),
        cmocka_unit_test(interval_covers_what_it_says),
        cmocka_unit_test(few_samples_by_hand),
        cmocka_unit_test(nothing_moves),
        cmocka_unit_test(estimates_refuse_bad_arguments),
        cmocka_unit_test(one_source_has_all),
        cmocka_unit_test(shifts_are_those_of_draws),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(sensitivity_refuses_bad_arguments),
        cmocka_unit_test(measures_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
