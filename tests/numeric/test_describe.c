#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

static double with(int32_t statistic, const double *parameters,
                   size_t parameter_count, const double *values,
                   const double *weights, size_t count) {
    double out = 0;
    uint8_t reason = 200;
    assert_int_equal(attain_statistic_of(statistic, parameters, parameter_count,
                                         values, weights, count, &out, &reason,
                                         NULL),
                     ATTAIN_OK);
    assert_int_equal(isnan(out) != 0, reason != ATTAIN_REASON_NONE);
    return out;
}

static double of(int32_t statistic, const double *values, size_t count) {
    return with(statistic, NULL, 0, values, NULL, count);
}

static uint8_t reason_of(int32_t statistic, const double *values,
                         const double *weights, size_t count) {
    double out = 0;
    uint8_t reason = 200;
    assert_int_equal(attain_statistic_of(statistic, NULL, 0, values, weights,
                                         count, &out, &reason, NULL),
                     ATTAIN_OK);
    assert_true(isnan(out));
    return reason;
}

/* --- Published numbers ---------------------------------------------------- */

/* 24 determinations of copper (Venables and Ripley 2002, section 5.5; R's MASS
 * chem). */
static const double chem[] = {2.20, 2.20, 2.4,  2.4,  2.5, 2.7,  2.8,  2.9,
                              3.03, 3.03, 3.10, 3.37, 3.4, 3.4,  3.4,  3.5,
                              3.6,  3.7,  3.7,  3.7,  3.7, 3.77, 5.28, 28.95};

static void chem_agrees_with_mass_and_robustbase(void **state) {
    (void)state;
    assert_close(of(ATTAIN_STATISTIC_MEAN, chem, 24), 4.280417, 1e-7);
    assert_close(of(ATTAIN_STATISTIC_TRIMMED_MEAN, chem, 24), 3.205, 1e-15);
    assert_close(of(ATTAIN_STATISTIC_MAD_SCALED, chem, 24), 0.526323, 1e-7);
    assert_close(of(ATTAIN_STATISTIC_HUBER, chem, 24), 3.206724, 1e-6);
    assert_close(of(ATTAIN_STATISTIC_QN, chem, 24), 0.73231, 1e-5);
    /* R: IQR(chem). */
    assert_close(of(ATTAIN_STATISTIC_IQR, chem, 24), 0.925, 1e-14);
}

/* Depression before and after (Hollander and Wolfe 1973); the pseudomedian of
 * R's wilcox.test. */
static void hodges_lehmann_agrees_with_r(void **state) {
    (void)state;
    static const double before[] = {1.83, 0.50, 1.62, 2.48, 1.68,
                                    1.88, 1.55, 3.06, 1.30};
    static const double after[] = {0.878, 0.647, 0.598, 2.05, 1.06,
                                   1.29,  1.06,  3.14,  1.29};
    double x[9];
    for (int i = 0; i < 9; i++)
        x[i] = before[i] - after[i];
    assert_close(of(ATTAIN_STATISTIC_HODGES_LEHMANN, x, 9), 0.46, 1e-14);
}

/* The test data of MATLAB's skewness and kurtosis, as in scipy's tests. */
static void shape_agrees_with_matlab(void **state) {
    (void)state;
    static const double x[] = {1.165, 0.6268, 0.0751, 0.3516, -0.6965};
    assert_close(of(ATTAIN_STATISTIC_SKEWNESS_POPULATION, x, 5),
                 -0.29322304336607355, 1e-14);
    assert_close(of(ATTAIN_STATISTIC_SKEWNESS_SAMPLE, x, 5), -0.437111105023940,
                 1e-14);
    assert_close(of(ATTAIN_STATISTIC_SKEWNESS_B1, x, 5),
                 -0.29322304336607355 * 0.8 * sqrt(0.8), 1e-14);
    assert_close(of(ATTAIN_STATISTIC_KURTOSIS_POPULATION, x, 5) + 3,
                 2.1658856802973, 1e-13);
    assert_close(of(ATTAIN_STATISTIC_KURTOSIS_SAMPLE, x, 5) + 3,
                 3.663542721189047, 1e-13);
    assert_close(of(ATTAIN_STATISTIC_KURTOSIS_B2, x, 5) + 3,
                 2.1658856802973 * 0.64, 1e-13);
}

/* scipy's tests of gmean and hmean. */
static void means_agree_with_scipy(void **state) {
    (void)state;
    static const double x[] = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
    static const double zero[] = {10, 20, 30, 40, 50, 60, 70, 80, 90, 0};
    assert_close(of(ATTAIN_STATISTIC_GEOMETRIC_MEAN, x, 10), 45.2872868812,
                 2e-12);
    assert_close(of(ATTAIN_STATISTIC_HARMONIC_MEAN, x, 10), 34.1417152147,
                 2e-12);
    assert_same(of(ATTAIN_STATISTIC_GEOMETRIC_MEAN, zero, 10), 0.0);
    assert_same(of(ATTAIN_STATISTIC_HARMONIC_MEAN, zero, 10), 0.0);
    static const double weights[] = {1, 2, 3};
    assert_close(with(ATTAIN_STATISTIC_GEOMETRIC_MEAN, NULL, 0, x, weights, 3),
                 /* (10 · 20² · 30³)^(1/6) */ 21.822472719434427, 1e-14);
    assert_close(with(ATTAIN_STATISTIC_HARMONIC_MEAN, NULL, 0, x, weights, 3),
                 20, 1e-14);
}

/* Outputs of R's robustbase: Sn with finite.corr, and Qn without it. */
static void scales_agree_with_robustbase(void **state) {
    (void)state;
    static const double few[] = {0, 1, 2, 3, 4, 5};
    static const double sn[] = {0.8861018, 2.207503, 1.13774, 1.611203,
                                2.368504};
    static const double finite[] = {NAN, 1};
    for (size_t n = 2; n <= 6; n++)
        assert_close(with(ATTAIN_STATISTIC_SN, finite, 2, few, NULL, n),
                     sn[n - 2], 1e-6);
    double many[215];
    for (int i = 0; i < 215; i++)
        many[i] = i < 200 ? i + 1 : i + 301;
    assert_close(of(ATTAIN_STATISTIC_SN, many, 215), 72.7486, 1e-14);
    assert_close(with(ATTAIN_STATISTIC_SN, finite, 2, many, NULL, 215),
                 73.05440915460065, 1e-14);
    assert_close(of(ATTAIN_STATISTIC_QN, many, 215), 68.79334, 1e-14);
    double range[40];
    for (int i = 0; i < 40; i++)
        range[i] = i;
    assert_close(of(ATTAIN_STATISTIC_QN, range, 40), 13.3148, 1e-5);
}

/* Qn of Brownlee's stack loss data, robustbase without finite.corr. */
static void qn_of_stack_loss(void **state) {
    (void)state;
    static const double loss[] = {42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14,
                                  13, 11, 12, 8,  7,  8,  8,  9,  15, 15};
    static const double temperature[] = {27, 27, 25, 24, 22, 23, 24,
                                         24, 23, 18, 18, 17, 18, 19,
                                         18, 18, 19, 19, 20, 20, 20};
    static const double finite[] = {1, 1};
    assert_close(of(ATTAIN_STATISTIC_QN, loss, 21), 8.87656, 1e-6);
    assert_close(of(ATTAIN_STATISTIC_QN, temperature, 21), 2.21914, 1e-6);
    /* The factors of Croux and Rousseeuw for odd and even numbers. */
    assert_close(with(ATTAIN_STATISTIC_QN, finite, 2, loss, NULL, 21),
                 4 * 21 / 22.4, 1e-15);
    assert_close(with(ATTAIN_STATISTIC_QN, finite, 2, loss, NULL, 2), 5 * 0.399,
                 1e-15);
}

/* --- Slow versions -------------------------------------------------------- */

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

enum { MOST = 60 };

static double slow_sn(const double *x, size_t n) {
    double outer[MOST];
    for (size_t i = 0; i < n; i++) {
        double inner[MOST];
        for (size_t k = 0; k < n; k++)
            inner[k] = fabs(x[i] - x[k]);
        qsort(inner, n, sizeof *inner, by_value);
        outer[i] = inner[n / 2];
    }
    qsort(outer, n, sizeof *outer, by_value);
    return 1.1926 * outer[(n + 1) / 2 - 1];
}

static double slow_qn(const double *x, size_t n) {
    double pairs[MOST * MOST / 2];
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            pairs[count++] = fabs(x[i] - x[k]);
    qsort(pairs, count, sizeof *pairs, by_value);
    size_t h = n / 2 + 1;
    return 2.21914 * pairs[h * (h - 1) / 2 - 1];
}

static double slow_hodges_lehmann(const double *x, size_t n) {
    double pairs[MOST * (MOST + 1) / 2];
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i; k < n; k++)
            pairs[count++] = (x[i] + x[k]) / 2;
    qsort(pairs, count, sizeof *pairs, by_value);
    return (pairs[(count - 1) / 2] + pairs[count / 2]) / 2;
}

/* Hostile numbers: ties, wide ranges, both signs. */
static double hostile(uint64_t *seed, int kind) {
    uint64_t bits = support_random(seed);
    double unit = (double)(bits >> 11) * 0x1p-53;
    double sign = bits & 1 ? 1 : -1;
    switch (kind) {
    case 0:
        return (double)(bits % 7);
    case 1:
        return sign * unit;
    case 2:
        return sign * unit * (bits & 2 ? 1e12 : 1e-9);
    default:
        return 1e9 + (double)(bits % 1000) * 1e-3;
    }
}

static void pairs_agree_with_slow_versions(void **state) {
    (void)state;
    uint64_t seed = 7;
    for (int turn = 0; turn < 400; turn++) {
        double x[MOST];
        size_t n = 2 + (size_t)(support_random(&seed) % (MOST - 2));
        for (size_t i = 0; i < n; i++)
            x[i] = hostile(&seed, turn % 4);
        assert_same(of(ATTAIN_STATISTIC_SN, x, n), slow_sn(x, n));
        assert_same(of(ATTAIN_STATISTIC_QN, x, n), slow_qn(x, n));
        assert_same(of(ATTAIN_STATISTIC_HODGES_LEHMANN, x, n),
                    slow_hodges_lehmann(x, n) + 0.0);
    }
}

/* Moments in long double around a mean in long double. */
static long double slow_moment(const double *x, size_t n, int power) {
    long double mean = 0;
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        mean += ((long double)x[i] - (long double)x[0]) / (long double)n;
    for (size_t i = 0; i < n; i++) {
        long double d = ((long double)x[i] - (long double)x[0]) - mean;
        long double term = 1;
        for (int k = 0; k < power; k++)
            term *= d;
        sum += term / (long double)n;
    }
    return sum;
}

static void shape_agrees_with_slow_versions(void **state) {
    (void)state;
    uint64_t seed = 21;
    for (int turn = 0; turn < 200; turn++) {
        double x[MOST];
        size_t n = 5 + (size_t)(support_random(&seed) % (MOST - 5));
        for (size_t i = 0; i < n; i++)
            x[i] = hostile(&seed, turn % 4);
        long double m2 = slow_moment(x, n, 2);
        double g1 = (double)(slow_moment(x, n, 3) /
                             (m2 * (long double)sqrt((double)m2)));
        double g2 = (double)(slow_moment(x, n, 4) / (m2 * m2));
        double got = of(ATTAIN_STATISTIC_SKEWNESS_POPULATION, x, n);
        assert_true(fabs(got - g1) < 1e-9);
        assert_close(of(ATTAIN_STATISTIC_KURTOSIS_POPULATION, x, n) + 3, g2,
                     1e-9);
    }
}

/* Scale and place change no shape, however far. */
static void shape_does_not_depend_on_units(void **state) {
    (void)state;
    static const double x[] = {1, 2, 2, 3, 9, 4};
    double far[6];
    double g1 = of(ATTAIN_STATISTIC_SKEWNESS_SAMPLE, x, 6);
    double g2 = of(ATTAIN_STATISTIC_KURTOSIS_SAMPLE, x, 6);
    for (int i = 0; i < 6; i++)
        far[i] = x[i] * 0x1p900;
    assert_same(of(ATTAIN_STATISTIC_SKEWNESS_SAMPLE, far, 6), g1);
    assert_same(of(ATTAIN_STATISTIC_KURTOSIS_SAMPLE, far, 6), g2);
    for (int i = 0; i < 6; i++)
        far[i] = x[i] + 0x1p40;
    assert_close(of(ATTAIN_STATISTIC_SKEWNESS_SAMPLE, far, 6), g1, 1e-15);
    assert_close(of(ATTAIN_STATISTIC_KURTOSIS_SAMPLE, far, 6), g2, 1e-14);
}

/* --- Weights -------------------------------------------------------------- */

/* A weight of k is the element k times; the rows that take no weights see
 * every known element once. */
static void weights_are_repetitions(void **state) {
    (void)state;
    static const double x[] = {3, 1, 4, 1.5, 9, 2.5};
    static const double weights[] = {2, 1, 3, 1, 0, 2};
    static const double repeated[] = {3, 3, 1, 4, 4, 4, 1.5, 2.5, 2.5};
    for (int32_t s = ATTAIN_STATISTIC_SKEWNESS_POPULATION;
         s <= ATTAIN_STATISTIC_HUBER; s++) {
        attain_method row;
        attain_method_init(&row);
        assert_int_equal(
            attain_method_get(ATTAIN_METHOD_STATISTIC, s, &row, NULL),
            ATTAIN_OK);
        double weighted = with(s, NULL, 0, x, weights, 6);
        if (row.traits & ATTAIN_METHOD_WEIGHTED)
            assert_close(weighted, of(s, repeated, 9), 1e-14);
        else
            assert_same(weighted, of(s, x, 6));
    }
}

/* --- Trimming ------------------------------------------------------------- */

static void trimming_counts_decimals(void **state) {
    (void)state;
    double x[30];
    static const double third[] = {0.1};
    static const double half[] = {0.5};
    static const double none[] = {0};
    for (int i = 0; i < 30; i++)
        x[i] = i == 29 ? 1000 : i + 1;
    /* 0.1 · 30 is 3: 4 … 27 stay. */
    assert_same(with(ATTAIN_STATISTIC_TRIMMED_MEAN, third, 1, x, NULL, 30),
                15.5);
    assert_same(with(ATTAIN_STATISTIC_WINSORISED_MEAN, third, 1, x, NULL, 30),
                15.5);
    assert_same(with(ATTAIN_STATISTIC_TRIMMED_MEAN, half, 1, x, NULL, 30),
                15.5);
    assert_same(with(ATTAIN_STATISTIC_TRIMMED_MEAN, half, 1, x, NULL, 29),
                15.0);
    assert_same(with(ATTAIN_STATISTIC_TRIMMED_MEAN, none, 1, x, NULL, 30),
                of(ATTAIN_STATISTIC_MEAN, x, 30));
    assert_same(with(ATTAIN_STATISTIC_WINSORISED_MEAN, none, 1, x, NULL, 30),
                of(ATTAIN_STATISTIC_MEAN, x, 30));
}

/* --- Edges ---------------------------------------------------------------- */

static void edges_have_reasons(void **state) {
    (void)state;
    static const double one[] = {5};
    static const double two[] = {5, 6};
    static const double three[] = {5, 6, 8};
    static const double equal[] = {5, 5, 5, 5};
    static const double negative[] = {5, -1, 3};
    assert_int_equal(reason_of(ATTAIN_STATISTIC_SKEWNESS_SAMPLE, two, NULL, 2),
                     ATTAIN_REASON_TOO_FEW);
    assert_int_equal(
        reason_of(ATTAIN_STATISTIC_KURTOSIS_SAMPLE, three, NULL, 3),
        ATTAIN_REASON_TOO_FEW);
    assert_int_equal(reason_of(ATTAIN_STATISTIC_SKEWNESS_B1, one, NULL, 1),
                     ATTAIN_REASON_TOO_FEW);
    assert_int_equal(reason_of(ATTAIN_STATISTIC_KURTOSIS_B2, one, NULL, 1),
                     ATTAIN_REASON_TOO_FEW);
    for (int32_t s = ATTAIN_STATISTIC_SKEWNESS_POPULATION;
         s <= ATTAIN_STATISTIC_KURTOSIS_B2; s++)
        assert_int_equal(reason_of(s, equal, NULL, 4), ATTAIN_REASON_CONSTANT);
    assert_int_equal(reason_of(ATTAIN_STATISTIC_HUBER, equal, NULL, 4),
                     ATTAIN_REASON_CONSTANT);
    assert_int_equal(
        reason_of(ATTAIN_STATISTIC_GEOMETRIC_MEAN, negative, NULL, 3),
        ATTAIN_REASON_NEGATIVE);
    assert_int_equal(
        reason_of(ATTAIN_STATISTIC_HARMONIC_MEAN, negative, NULL, 3),
        ATTAIN_REASON_NEGATIVE);
    assert_int_equal(reason_of(ATTAIN_STATISTIC_SN, one, NULL, 1),
                     ATTAIN_REASON_TOO_FEW);
    assert_int_equal(reason_of(ATTAIN_STATISTIC_QN, one, NULL, 1),
                     ATTAIN_REASON_TOO_FEW);
    assert_int_equal(reason_of(ATTAIN_STATISTIC_STANDARD_ERROR, one, NULL, 1),
                     ATTAIN_REASON_TOO_FEW);
    for (int32_t s = ATTAIN_STATISTIC_SKEWNESS_POPULATION;
         s <= ATTAIN_STATISTIC_HUBER; s++)
        assert_int_equal(reason_of(s, NULL, NULL, 0), ATTAIN_REASON_MISSING);
}

static void equal_values_are_their_own_middle(void **state) {
    (void)state;
    double x[1500];
    double weights[1500];
    static const int32_t middle[] = {
        ATTAIN_STATISTIC_GEOMETRIC_MEAN, ATTAIN_STATISTIC_HARMONIC_MEAN,
        ATTAIN_STATISTIC_TRIMMED_MEAN,   ATTAIN_STATISTIC_WINSORISED_MEAN,
        ATTAIN_STATISTIC_QUANTILE,       ATTAIN_STATISTIC_HODGES_LEHMANN};
    static const int32_t spread[] = {ATTAIN_STATISTIC_RANGE,
                                     ATTAIN_STATISTIC_IQR,
                                     ATTAIN_STATISTIC_MAD,
                                     ATTAIN_STATISTIC_MAD_SCALED,
                                     ATTAIN_STATISTIC_SN,
                                     ATTAIN_STATISTIC_QN,
                                     ATTAIN_STATISTIC_MEAN_ABSOLUTE_DEVIATION};
    for (int i = 0; i < 1500; i++) {
        x[i] = 0.1;
        weights[i] = 1 + 0.1 * (i % 3);
    }
    for (size_t n = 2; n <= 1500; n += 107) {
        for (int i = 0; i < 6; i++) {
            assert_same(with(middle[i], NULL, 0, x, NULL, n), 0.1);
            assert_same(with(middle[i], NULL, 0, x, weights, n), 0.1);
        }
        for (int i = 0; i < 7; i++)
            assert_same(with(spread[i], NULL, 0, x, weights, n), 0.0);
    }
}

/* Means in their order: harmonic ≤ geometric ≤ arithmetic. */
static void means_keep_their_order(void **state) {
    (void)state;
    uint64_t seed = 3;
    for (int turn = 0; turn < 100; turn++) {
        double x[2000];
        size_t n = 2 + (size_t)(support_random(&seed) % 1998);
        for (size_t i = 0; i < n; i++)
            x[i] = fabs(hostile(&seed, 1)) + 1e-3;
        double harmonic = of(ATTAIN_STATISTIC_HARMONIC_MEAN, x, n);
        double geometric = of(ATTAIN_STATISTIC_GEOMETRIC_MEAN, x, n);
        assert_true(harmonic < geometric);
        assert_true(geometric < of(ATTAIN_STATISTIC_MEAN, x, n));
    }
}

static void beyond_the_range(void **state) {
    (void)state;
    static const double far[] = {-1.7e308, 1.7e308, -1.7e308};
    static const double wide[] = {-1.7e308, 1.7e308, 1, 2};
    static const int32_t fails[] = {ATTAIN_STATISTIC_SKEWNESS_POPULATION,
                                    ATTAIN_STATISTIC_SN, ATTAIN_STATISTIC_QN,
                                    ATTAIN_STATISTIC_RANGE};
    for (int i = 0; i < 4; i++) {
        double out = 7;
        assert_int_equal(attain_statistic_of(fails[i], NULL, 0, far, NULL, 3,
                                             &out, NULL, NULL),
                         ATTAIN_ERR_VALUE);
        assert_same(out, 7.0);
    }
    assert_same(of(ATTAIN_STATISTIC_HODGES_LEHMANN, wide, 4), 1.25);
    assert_same(of(ATTAIN_STATISTIC_SKEWNESS_POPULATION, wide, 2), 0.0);
}

static void parameters_have_ranges(void **state) {
    (void)state;
    static const struct {
        int32_t statistic;
        double parameters[2];
        size_t count;
    } wrong[] = {
        {ATTAIN_STATISTIC_TRIMMED_MEAN, {0.6}, 1},
        {ATTAIN_STATISTIC_WINSORISED_MEAN, {-0.1}, 1},
        {ATTAIN_STATISTIC_QUANTILE, {1.5}, 1},
        {ATTAIN_STATISTIC_QUANTILE, {0.5, 10}, 2},
        {ATTAIN_STATISTIC_IQR, {0}, 1},
        {ATTAIN_STATISTIC_HUBER, {0}, 1},
        {ATTAIN_STATISTIC_SN, {1, 2}, 2},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        double out = 7;
        attain_error err;
        assert_int_equal(attain_statistic_of(
                             wrong[i].statistic, wrong[i].parameters,
                             wrong[i].count, chem, NULL, 24, &out, NULL, &err),
                         ATTAIN_ERR_VALUE);
        assert_string_equal(err.field, "parameters");
        assert_int_equal(err.row, wrong[i].count - 1);
        assert_same(out, 7.0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chem_agrees_with_mass_and_robustbase),
        cmocka_unit_test(hodges_lehmann_agrees_with_r),
        cmocka_unit_test(shape_agrees_with_matlab),
        cmocka_unit_test(means_agree_with_scipy),
        cmocka_unit_test(scales_agree_with_robustbase),
        cmocka_unit_test(qn_of_stack_loss),
        cmocka_unit_test(pairs_agree_with_slow_versions),
        cmocka_unit_test(shape_agrees_with_slow_versions),
        cmocka_unit_test(shape_does_not_depend_on_units),
        cmocka_unit_test(weights_are_repetitions),
        cmocka_unit_test(trimming_counts_decimals),
        cmocka_unit_test(edges_have_reasons),
        cmocka_unit_test(equal_values_are_their_own_middle),
        cmocka_unit_test(means_keep_their_order),
        cmocka_unit_test(beyond_the_range),
        cmocka_unit_test(parameters_have_ranges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
