#include "support/support.h"

#include <float.h>
#include <math.h>

#include "attain/numeric.h"
#include "numeric/sum.h"

/* Expected: mpmath 1.2 with 50 digits by the formulas of numeric.h, unless
 * another source is named. */

static double of(int32_t statistic, const double *values, const double *weights,
                 size_t count) {
    static double scratch[4 * 5000];
    double out = 0;
    assert_int_equal(attain_statistic_of(statistic, NULL, 0, values, weights,
                                         count, &out, NULL, NULL),
                     ATTAIN_OK);
    assert_true(attain_i_scratch_size(count) <= 4 * 5000);
    assert_same(attain_i_statistic(statistic, values, weights, count, scratch),
                out);
    return out;
}

/* Incomes of the reference output of R's package ineq. */
static const double incomes[] = {541,  1463, 2445, 3438,  4437,
                                 5401, 6392, 8304, 11904, 22261};

static void unweighted_agree(void **state) {
    (void)state;
    static const struct {
        int32_t statistic;
        double expected;
    } cases[] = {
        {ATTAIN_STATISTIC_COUNT, 10},
        {ATTAIN_STATISTIC_SUM, 66586},
        {ATTAIN_STATISTIC_MEAN, 6658.6},
        {ATTAIN_STATISTIC_MIN, 541},
        {ATTAIN_STATISTIC_MAX, 22261},
        {ATTAIN_STATISTIC_MEDIAN, 4919},
        {ATTAIN_STATISTIC_VARIANCE_POPULATION, 37279056.64},
        {ATTAIN_STATISTIC_VARIANCE_SAMPLE, 41421174.04444444},
        {ATTAIN_STATISTIC_SD_POPULATION, 6105.65775654024},
        {ATTAIN_STATISTIC_SD_SAMPLE, 6435.928374713662},
        {ATTAIN_STATISTIC_CV, 0.9169581828823237},
        {ATTAIN_STATISTIC_GINI, 0.46209113026762383},
        {ATTAIN_STATISTIC_THEIL, 0.36234124234389503},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_close(of(cases[i].statistic, incomes, NULL, 10),
                     cases[i].expected, 4e-16);
    /* R ineq, 12 digits. */
    assert_close(of(ATTAIN_STATISTIC_GINI, incomes, NULL, 10), 0.462091130268,
                 1e-12);
    assert_close(of(ATTAIN_STATISTIC_THEIL, incomes, NULL, 10), 0.362341242344,
                 1e-12);
}

static void weighted_agree(void **state) {
    (void)state;
    static const double values[] = {3.5, 0, 7.25, 1.125, 3.5, 10, NAN, 5};
    static const double weights[] = {2, 1, 0.5, 3, 0, 4, 2, NAN};
    static const struct {
        int32_t statistic;
        double expected;
    } cases[] = {
        {ATTAIN_STATISTIC_COUNT, 6},
        {ATTAIN_STATISTIC_SUM, 54},
        {ATTAIN_STATISTIC_MEAN, 5.142857142857143},
        {ATTAIN_STATISTIC_MIN, 0},
        {ATTAIN_STATISTIC_MAX, 10},
        {ATTAIN_STATISTIC_MEDIAN, 3.5},
        {ATTAIN_STATISTIC_VARIANCE_POPULATION, 16.844175170068027},
        {ATTAIN_STATISTIC_VARIANCE_SAMPLE, 18.617246240601503},
        {ATTAIN_STATISTIC_SD_POPULATION, 4.104165587554677},
        {ATTAIN_STATISTIC_SD_SAMPLE, 4.3147707054490745},
        {ATTAIN_STATISTIC_CV, 0.798032197580076},
        {ATTAIN_STATISTIC_GINI, 0.4324294532627866},
        {ATTAIN_STATISTIC_THEIL, 0.37075033225126003},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_close(of(cases[i].statistic, values, weights, 8),
                     cases[i].expected, 1e-15);
}

/* The ministry's worked example of 差异系数, books per pupil of five schools,
 * printed there as 0.52; wrong variants give 0.4888 and 0.5465. */
static void cv_reproduces_the_ministry(void **state) {
    (void)state;
    static const double pupils[] = {45, 37, 89, 76, 55};
    static const double books[] = {279, 137, 935, 160, 402};
    double ratios[5];
    double scratch[20];
    for (int i = 0; i < 5; i++)
        ratios[i] = books[i] / pupils[i];
    double mean = attain_i_sum(books, 5) / attain_i_sum(pupils, 5);
    assert_same(mean, 6.3344370860927155);
    assert_same(attain_i_cv(ratios, pupils, 5, mean, scratch),
                0.5152566298844764);
    assert_same(of(ATTAIN_STATISTIC_CV, ratios, pupils, 5), 0.5152566298844764);
    assert_close(of(ATTAIN_STATISTIC_CV, ratios, NULL, 5), 0.4887706816, 1e-9);
    assert_close(of(ATTAIN_STATISTIC_SD_SAMPLE, ratios, NULL, 5) /
                     of(ATTAIN_STATISTIC_MEAN, ratios, NULL, 5),
                 0.5464622347, 1e-9);
    assert_true(isnan(attain_i_cv(ratios, pupils, 5, 0, scratch)));
    assert_true(isnan(attain_i_cv(ratios, pupils, 5, NAN, scratch)));
    assert_true(isnan(attain_i_cv(ratios, pupils, 0, mean, scratch)));
    assert_same(attain_i_cv(ratios, NULL, 1, ratios[0], scratch), 0.0);
}

/* PySAL's test of Theil: three of six have nothing. */
static void theil_of_halves(void **state) {
    (void)state;
    static const double values[] = {0, 0, 0, 10, 10, 10};
    assert_same(of(ATTAIN_STATISTIC_THEIL, values, NULL, 6),
                0.6931471805599453);
    assert_same(of(ATTAIN_STATISTIC_GINI, values, NULL, 6), 0.5);
}

static int is_weighted(int32_t statistic) {
    attain_method row;
    attain_method_init(&row);
    assert_int_equal(
        attain_method_get(ATTAIN_METHOD_STATISTIC, statistic, &row, NULL),
        ATTAIN_OK);
    return (row.traits & ATTAIN_METHOD_WEIGHTED) != 0;
}

static void nothing_has_no_value(void **state) {
    (void)state;
    static const double missing[] = {NAN, NAN};
    static const double values[] = {1, 2};
    static const double zero[] = {0, 0};
    for (int32_t s = 0; s <= ATTAIN_STATISTIC_UNWEIGHTED_CV; s++) {
        if (s == ATTAIN_STATISTIC_COUNT || s == ATTAIN_STATISTIC_SUM) {
            assert_same(of(s, NULL, NULL, 0), 0.0);
            assert_same(of(s, missing, NULL, 2), 0.0);
            continue;
        }
        assert_true(isnan(of(s, NULL, NULL, 0)));
        assert_true(isnan(of(s, missing, NULL, 2)));
        if (is_weighted(s))
            assert_true(isnan(of(s, values, zero, 2)));
    }
    assert_same(of(ATTAIN_STATISTIC_COUNT, values, zero, 2), 2.0);
    assert_same(of(ATTAIN_STATISTIC_SUM, values, zero, 2), 0.0);
}

static void one_value_does_not_spread(void **state) {
    (void)state;
    static const double one[] = {0.1};
    assert_same(of(ATTAIN_STATISTIC_MEAN, one, NULL, 1), 0.1);
    assert_same(of(ATTAIN_STATISTIC_MEDIAN, one, NULL, 1), 0.1);
    assert_same(of(ATTAIN_STATISTIC_VARIANCE_POPULATION, one, NULL, 1), 0.0);
    assert_same(of(ATTAIN_STATISTIC_SD_POPULATION, one, NULL, 1), 0.0);
    assert_same(of(ATTAIN_STATISTIC_CV, one, NULL, 1), 0.0);
    assert_same(of(ATTAIN_STATISTIC_GINI, one, NULL, 1), 0.0);
    assert_same(of(ATTAIN_STATISTIC_THEIL, one, NULL, 1), 0.0);
    assert_true(isnan(of(ATTAIN_STATISTIC_VARIANCE_SAMPLE, one, NULL, 1)));
    assert_true(isnan(of(ATTAIN_STATISTIC_SD_SAMPLE, one, NULL, 1)));
}

static void equal_values_do_not_spread(void **state) {
    (void)state;
    double values[3000];
    double weights[3000];
    for (int i = 0; i < 3000; i++) {
        values[i] = 96.1;
        weights[i] = 0.1 * (1 + i % 7);
    }
    for (size_t n = 2; n <= 3000; n += n < 60 ? 1 : 491) {
        const double *w[] = {NULL, weights};
        for (int k = 0; k < 2; k++) {
            assert_same(of(ATTAIN_STATISTIC_SD_POPULATION, values, w[k], n),
                        0.0);
            assert_same(of(ATTAIN_STATISTIC_CV, values, w[k], n), 0.0);
            assert_same(of(ATTAIN_STATISTIC_GINI, values, w[k], n), 0.0);
            assert_same(of(ATTAIN_STATISTIC_THEIL, values, w[k], n), 0.0);
            assert_close(of(ATTAIN_STATISTIC_MEAN, values, w[k], n), 96.1,
                         3e-16);
        }
        assert_same(of(ATTAIN_STATISTIC_SD_SAMPLE, values, NULL, n), 0.0);
    }
}

static void negative_values(void **state) {
    (void)state;
    static const double values[] = {-3, 1, 4.5, 2};
    static const double below[] = {-3, 1, 1};
    assert_same(of(ATTAIN_STATISTIC_MEAN, values, NULL, 4), 1.125);
    assert_same(of(ATTAIN_STATISTIC_VARIANCE_POPULATION, values, NULL, 4),
                7.296875);
    assert_close(of(ATTAIN_STATISTIC_CV, values, NULL, 4), 2.401131420552701,
                 4e-16);
    assert_true(isnan(of(ATTAIN_STATISTIC_GINI, values, NULL, 4)));
    assert_true(isnan(of(ATTAIN_STATISTIC_THEIL, values, NULL, 4)));
    assert_true(isnan(of(ATTAIN_STATISTIC_CV, below, NULL, 3)));
    assert_true(isnan(of(ATTAIN_STATISTIC_GINI, below, NULL, 3)));
}

static void median_by_weight(void **state) {
    (void)state;
    static const double values[] = {4, 1, 3, 2};
    static const double even[] = {1, 1, 1, 1};
    static const double tenths[] = {0.4, 0.2, 0.1, 0.3};
    static const double heavy[] = {1, 1, 9, 1};
    static const double apart[] = {0.2, 0.2, 0, 0.2};
    static const double huge[] = {1.5e308, 1.25e308};
    assert_same(of(ATTAIN_STATISTIC_MEDIAN, values, even, 4), 2.5);
    assert_same(of(ATTAIN_STATISTIC_MEDIAN, values, NULL, 4), 2.5);
    assert_same(of(ATTAIN_STATISTIC_MEDIAN, values, NULL, 3), 3.0);
    /* 0.2 + 0.3 is half of 1 in decimals. */
    assert_same(of(ATTAIN_STATISTIC_MEDIAN, values, tenths, 4), 2.5);
    assert_same(of(ATTAIN_STATISTIC_MEDIAN, values, heavy, 4), 3.0);
    assert_same(of(ATTAIN_STATISTIC_MEDIAN, values, apart, 4), 2.0);
    double out;
    assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_MEDIAN, NULL, 0, huge,
                                         NULL, 2, &out, NULL, NULL),
                     ATTAIN_ERR_VALUE);
}

static void order_of_elements_does_not_matter(void **state) {
    (void)state;
    static double values[4000];
    static double weights[4000];
    static double first[100][2];
    assert_true(attain_statistic_count() <= 100);
    uint64_t seed = 11;
    for (size_t i = 0; i < 4000; i++) {
        uint64_t bits = support_random(&seed);
        values[i] = (double)(bits >> 40) * (i % 2 == 0 ? 0.01 : 1e-9);
        weights[i] = (double)(bits & 0xff) * 0.1;
        if (i % 31 == 0)
            values[i] = values[i / 2];
    }
    for (int turn = 0; turn < 4; turn++) {
        for (int32_t s = 0; s < ATTAIN_STATISTIC_THEIL_L; s++) {
            double a = of(s, values, NULL, 4000);
            double b = of(s, values, weights, 4000);
            if (turn == 0) {
                first[s][0] = a;
                first[s][1] = b;
            }
            assert_same(a, first[s][0]);
            assert_same(b, first[s][1]);
        }
        for (size_t i = 4000; i > 1; i--) {
            size_t k = (size_t)(support_random(&seed) % i);
            double v = values[k];
            double w = weights[k];
            values[k] = values[i - 1];
            weights[k] = weights[i - 1];
            values[i - 1] = v;
            weights[i - 1] = w;
        }
    }
}

static void range_without_sums(void **state) {
    (void)state;
    static const double values[] = {1.7e308, -1.7e308, 1.7e308, 1.7e308};
    double out = 7;
    attain_error err;
    assert_same(of(ATTAIN_STATISTIC_MIN, values, NULL, 4), -1.7e308);
    assert_same(of(ATTAIN_STATISTIC_MAX, values, NULL, 4), 1.7e308);
    assert_same(of(ATTAIN_STATISTIC_COUNT, values, NULL, 4), 4.0);
    assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_MEAN, NULL, 0, values,
                                         NULL, 4, &out, NULL, &err),
                     ATTAIN_ERR_VALUE);
    assert_contains(err.message, "beyond the range");
    assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_SD_SAMPLE, NULL, 0,
                                         values, NULL, 2, &out, NULL, &err),
                     ATTAIN_ERR_VALUE);
    assert_same(out, 7.0);
}

static void names_of_statistics(void **state) {
    (void)state;
    assert_int_equal(attain_statistic_count(),
                     attain_method_count(ATTAIN_METHOD_STATISTIC));
    assert_string_equal(attain_statistic_name(ATTAIN_STATISTIC_COUNT), "count");
    assert_string_equal(attain_statistic_name(ATTAIN_STATISTIC_CV), "cv");
    assert_string_equal(attain_statistic_name(ATTAIN_STATISTIC_SD_SAMPLE),
                        "sd_sample");
    assert_string_equal(attain_statistic_name(ATTAIN_STATISTIC_THEIL), "theil");
    assert_string_equal(attain_statistic_name(ATTAIN_STATISTIC_UNWEIGHTED_CV),
                        "unweighted_cv");
    assert_null(attain_statistic_name(-1));
    assert_null(attain_statistic_name((int32_t)attain_statistic_count()));
}

static void bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, INFINITY, 3};
    static const double weights[] = {1, 2, -1};
    static const double zero[] = {1, 0, 1};
    static const double boundless[] = {1, 2, INFINITY};
    static const double sound[] = {1, 2, 3};
    attain_error err;
    double out = 7;
    assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_MEAN, NULL, 0, NULL,
                                         NULL, 1, &out, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_statistic_of(ATTAIN_STATISTIC_MEAN, NULL, 0, sound,
                                         NULL, 3, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_statistic_of((int32_t)attain_statistic_count(),
                                         NULL, 0, sound, NULL, 3, &out, NULL,
                                         NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_statistic_of(-1, NULL, 0, sound, NULL, 3, &out, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    for (int32_t s = 0; s < ATTAIN_STATISTIC_THEIL_L; s++) {
        assert_int_equal(
            attain_statistic_of(s, NULL, 0, values, NULL, 3, &out, NULL, &err),
            ATTAIN_ERR_VALUE);
        assert_contains(err.message, "value is infinite");
        /* Also where its weight is 0. */
        assert_int_equal(
            attain_statistic_of(s, NULL, 0, values, zero, 3, &out, NULL, &err),
            ATTAIN_ERR_VALUE);
        assert_contains(err.message, "value is infinite");
        assert_int_equal(attain_statistic_of(s, NULL, 0, sound, weights, 3,
                                             &out, NULL, &err),
                         ATTAIN_ERR_VALUE);
        assert_contains(err.message, "negative");
        assert_int_equal(attain_statistic_of(s, NULL, 0, sound, boundless, 3,
                                             &out, NULL, &err),
                         ATTAIN_ERR_VALUE);
        assert_contains(err.message, "weight is infinite");
    }
    assert_same(out, 7.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unweighted_agree),
        cmocka_unit_test(weighted_agree),
        cmocka_unit_test(cv_reproduces_the_ministry),
        cmocka_unit_test(theil_of_halves),
        cmocka_unit_test(nothing_has_no_value),
        cmocka_unit_test(one_value_does_not_spread),
        cmocka_unit_test(equal_values_do_not_spread),
        cmocka_unit_test(negative_values),
        cmocka_unit_test(median_by_weight),
        cmocka_unit_test(order_of_elements_does_not_matter),
        cmocka_unit_test(range_without_sums),
        cmocka_unit_test(names_of_statistics),
        cmocka_unit_test(bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
