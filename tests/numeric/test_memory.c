#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"
#include "support/fail_malloc.h"

/* Every function of the room that takes memory: each of its allocations fails
 * in turn, and nothing of what the caller owns has changed. Those of doubt,
 * trends, regression and value added have theirs in their own tests. */

enum { UNITS = 40, COLUMNS = 3, ROOM = 4096 };

static double values[COLUMNS * UNITS];
static double weights[UNITS];
static int32_t codes[UNITS];
static double out[ROOM];
static double more[ROOM];
static uint8_t bytes[ROOM];
static int32_t numbers[ROOM];
static size_t points;

static int set_up(void **state) {
    (void)state;
    uint64_t seed = 5;
    for (int i = 0; i < COLUMNS * UNITS; i++)
        values[i] = 1 + (double)(support_random(&seed) % 4000) / 16;
    for (int i = 0; i < UNITS; i++) {
        weights[i] = 1 + (double)(support_random(&seed) % 8);
        codes[i] = (int32_t)(support_random(&seed) % 4);
    }
    return 0;
}

static void mark(void) {
    for (int i = 0; i < ROOM; i++) {
        out[i] = more[i] = 7;
        bytes[i] = 77;
        numbers[i] = 777;
    }
    points = 7777;
}

static int unchanged(void) {
    int same = points == 7777;
    for (int i = 0; i < ROOM; i++)
        same &=
            out[i] == 7 && more[i] == 7 && bytes[i] == 77 && numbers[i] == 777;
    return same;
}

typedef attain_status call(int32_t method);

static void each_method(int32_t kind, call *run) {
    for (int32_t m = 0; m < (int32_t)attain_method_count(kind); m++) {
        mark();
        for (size_t at = 1;; at++) {
            fail_malloc(at);
            attain_status status = run(m);
            fail_malloc(0);
            if (status == ATTAIN_OK)
                break;
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
            assert_true(unchanged());
        }
        assert_false(unchanged());
    }
}

static attain_status statistic(int32_t m) {
    static const double z[] = {NAN, 100};
    double parameter[2] = {NAN, NAN};
    attain_parameter p;
    attain_parameter_init(&p);
    if (attain_method_parameter(ATTAIN_METHOD_STATISTIC, m, 0, &p, NULL) ==
            ATTAIN_OK &&
        isnan(p.standard))
        parameter[0] = p.high < z[1] ? 0.5 : z[1];
    return attain_statistic_of(m, parameter, 2, values, weights, UNITS, out,
                               bytes, NULL);
}

static attain_status quantile(int32_t m) {
    static const double p[] = {0.1, 0.5};
    return attain_quantiles(m, NULL, 0, values, weights, UNITS, p, 2, out,
                            bytes, NULL);
}

static attain_status rank(int32_t m) {
    return attain_ranks(m, NULL, 0, values, COLUMNS, UNITS, UNITS, NULL, out,
                        bytes, NULL);
}

static attain_status association(int32_t m) {
    return attain_association_of(m, NULL, 0, values, values + UNITS, NULL,
                                 UNITS, out, more, numbers, bytes, NULL);
}

static attain_status associations(int32_t m) {
    return attain_associations(m, NULL, 0, values, COLUMNS, UNITS, NULL, UNITS,
                               1, out, more, bytes, NULL);
}

static attain_status reliability(int32_t m) {
    return attain_reliability_of(m, NULL, 0, values, COLUMNS, UNITS, UNITS, out,
                                 more, &points, bytes, NULL);
}

static attain_status components(int32_t m) {
    return attain_components_of(m, NULL, 0, values, COLUMNS, UNITS, UNITS, out,
                                NULL, NULL, more, bytes, NULL);
}

static attain_status screening(int32_t m) {
    return attain_screen(m, NULL, 0, values, COLUMNS, UNITS, UNITS, 0, bytes,
                         out, more, NULL);
}

static attain_status imputation(int32_t m) {
    return attain_impute(m, NULL, 0, values, COLUMNS, UNITS, UNITS, codes, 4,
                         NULL, out, bytes, NULL, NULL, NULL);
}

static attain_status treatment(int32_t m) {
    return attain_treat(m, (double[]){NAN, NAN}, 1, values, COLUMNS, UNITS,
                        UNITS, out, bytes, more, NULL, NULL);
}

static attain_status outliers(int32_t m) {
    return attain_find_outliers(m, NULL, 0, values, COLUMNS, UNITS, UNITS, out,
                                bytes, NULL, NULL);
}

static attain_status decomposition(int32_t m) {
    return attain_decompose(m, NULL, 0, values, COLUMNS, UNITS, weights, codes,
                            UNITS, 4, out, more, bytes, NULL);
}

static attain_status curve(int32_t m) {
    return attain_curve_points(m, NULL, 0, values, weights,
                               m == ATTAIN_CURVE_CONCENTRATION ? values + UNITS
                                                               : NULL,
                               UNITS, out, more, &points, bytes, NULL);
}

static attain_status concentration(int32_t m) {
    static const double bounds[] = {0, 1000};
    size_t given = m >= ATTAIN_CONCENTRATION_ATTAINMENT &&
                           m <= ATTAIN_CONCENTRATION_WAGSTAFF
                       ? 2
                       : 0;
    return attain_concentrations(m, bounds, given, values, COLUMNS, UNITS,
                                 weights, values + UNITS, UNITS, out, bytes,
                                 NULL);
}

static attain_status segregation(int32_t m) {
    return attain_segregation_of(m, NULL, 0, values, COLUMNS, UNITS, UNITS, out,
                                 bytes, NULL);
}

static attain_status normalisation(int32_t m) {
    static const double posts[] = {2, 300};
    static const double shares[] = {0.25, 0.5};
    size_t given = 0;
    if (m == ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE ||
        m == ATTAIN_NORMALISATION_DISTANCE_TO_TARGET)
        given = 1;
    if (m == ATTAIN_NORMALISATION_GOALPOSTS ||
        m == ATTAIN_NORMALISATION_SCALED ||
        m >= ATTAIN_NORMALISATION_CATEGORY_BY_QUANTILE)
        given = 2;
    return attain_normalise(
        m, m == ATTAIN_NORMALISATION_CATEGORY_BY_QUANTILE ? shares : posts,
        given, values, COLUMNS, UNITS, UNITS, NULL, 0, 0, NULL, out, bytes,
        NULL);
}

static attain_status weighting(int32_t m) {
    static const double ones[COLUMNS * COLUMNS] = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    int square =
        m >= ATTAIN_WEIGHTING_GIVEN && m <= ATTAIN_WEIGHTING_AHP_GEOMETRIC_MEAN;
    size_t rows = m == ATTAIN_WEIGHTING_GIVEN ? 1 : square ? COLUMNS : UNITS;
    return attain_weigh(m, NULL, 0, square ? ones : values, COLUMNS,
                        square ? COLUMNS : UNITS, rows, NULL, out, bytes, NULL);
}

static attain_status aggregation(int32_t m) {
    static const double bounds[] = {0, 0, 0, 500, 500, 500};
    static const double two[] = {2};
    size_t given = m == ATTAIN_AGGREGATION_POWER ||
                   m == ATTAIN_AGGREGATION_LARGEST ||
                   m == ATTAIN_AGGREGATION_SMALLEST;
    return attain_aggregate(m, two, given, values, COLUMNS, UNITS, UNITS, NULL,
                            NULL, bounds, 0, 0, out, bytes, NULL);
}

static void each_allocation_may_fail(void **state) {
    (void)state;
    static const struct {
        int32_t kind;
        call *run;
    } kinds[] = {
        {ATTAIN_METHOD_STATISTIC, statistic},
        {ATTAIN_METHOD_QUANTILE, quantile},
        {ATTAIN_METHOD_RANK, rank},
        {ATTAIN_METHOD_ASSOCIATION, association},
        {ATTAIN_METHOD_ASSOCIATION, associations},
        {ATTAIN_METHOD_RELIABILITY, reliability},
        {ATTAIN_METHOD_COMPONENTS, components},
        {ATTAIN_METHOD_SCREENING, screening},
        {ATTAIN_METHOD_IMPUTATION, imputation},
        {ATTAIN_METHOD_TREATMENT, treatment},
        {ATTAIN_METHOD_OUTLIERS, outliers},
        {ATTAIN_METHOD_DECOMPOSITION, decomposition},
        {ATTAIN_METHOD_CURVE, curve},
        {ATTAIN_METHOD_CONCENTRATION, concentration},
        {ATTAIN_METHOD_SEGREGATION, segregation},
        {ATTAIN_METHOD_NORMALISATION, normalisation},
        {ATTAIN_METHOD_WEIGHTING, weighting},
        {ATTAIN_METHOD_AGGREGATION, aggregation},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        each_method(kinds[i].kind, kinds[i].run);
}

/* Those that sort or gather take memory whatever the method: one of them has
 * to fail at least once. */
static void equity_takes_memory(void **state) {
    (void)state;
    mark();
    assert_survives_malloc(decomposition(ATTAIN_DECOMPOSITION_GINI),
                           unchanged());
    mark();
    assert_survives_malloc(curve(ATTAIN_CURVE_LORENZ), unchanged());
    mark();
    assert_survives_malloc(curve(ATTAIN_CURVE_CONCENTRATION), unchanged());
    mark();
    assert_survives_malloc(concentration(ATTAIN_CONCENTRATION_INDEX),
                           unchanged());
    mark();
    assert_survives_malloc(concentration(ATTAIN_CONCENTRATION_WAGSTAFF),
                           unchanged());
    mark();
    assert_survives_malloc(segregation(ATTAIN_SEGREGATION_GINI), unchanged());
    mark();
    assert_survives_malloc(segregation(ATTAIN_SEGREGATION_HUTCHENS),
                           unchanged());
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(each_allocation_may_fail, set_up),
        cmocka_unit_test_setup(equity_takes_memory, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
