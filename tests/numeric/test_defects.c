/* Cases in which other packages go wrong, named after them; those that belong
 * to a topic with a program of its own are there. */
#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

/* COINr's a_copeland names its parameter X where Aggregate(by_df = TRUE) passes
 * x: it cannot be called by name. Here all aggregations are found and called in
 * one way. */
static void coinr_copeland_by_name(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, 1, 3, 2};
    double out[3];
    int32_t method = attain_method_find(ATTAIN_METHOD_AGGREGATION, "copeland",
                                        ATTAIN_NUL_TERMINATED);
    assert_int_equal(method, ATTAIN_AGGREGATION_COPELAND);
    assert_int_equal(attain_aggregate(method, NULL, 0, values, 2, 3, 3, NULL,
                                      NULL, NULL, 0, 0, out, NULL, NULL),
                     ATTAIN_OK);
    assert_same(out[0], -2.0);
    assert_same(out[1], 1.0);
    assert_same(out[2], 1.0);
    for (int32_t m = 0;
         m < (int32_t)attain_method_count(ATTAIN_METHOD_AGGREGATION); m++) {
        static const double one[] = {1};
        attain_method row;
        attain_method_init(&row);
        assert_int_equal(
            attain_method_get(ATTAIN_METHOD_AGGREGATION, m, &row, NULL),
            ATTAIN_OK);
        assert_int_equal(attain_method_find(ATTAIN_METHOD_AGGREGATION, row.name,
                                            ATTAIN_NUL_TERMINATED),
                         m);
        int needs = m == ATTAIN_AGGREGATION_POWER ||
                    m == ATTAIN_AGGREGATION_LARGEST ||
                    m == ATTAIN_AGGREGATION_SMALLEST;
        assert_int_equal(attain_aggregate(m, one, (size_t)needs, values, 2, 3,
                                          3, NULL, NULL, NULL, 0, 0, out, NULL,
                                          NULL),
                         ATTAIN_OK);
    }
}

/* Compind's ci_generalized_mean is 1 with its defaults, and with p = 2 the mean
 * of the squares over 2 (2,566,975) in place of its root (2,265.8). */
static void compind_generalised_mean_takes_the_root(void **state) {
    (void)state;
    static const double row[] = {2000, 2503.537353426148};
    static const double p[] = {2};
    double out;
    assert_int_equal(attain_aggregate(ATTAIN_AGGREGATION_POWER, p, 1, row, 2, 1,
                                      1, NULL, NULL, NULL, 0, 0, &out, NULL,
                                      NULL),
                     ATTAIN_OK);
    assert_true(fabs(out - 2265.8) < 1e-9);
    assert_close(out, sqrt((row[0] * row[0] + row[1] * row[1]) / 2), 3e-16);
}

/* sdg-build: with thresholds of one's own the status changes, the score does
 * not. Here the class begins where the score has −2.5, 0 and 2.5. */
static void sdg_build_thresholds_move_the_score(void **state) {
    (void)state;
    static const struct {
        int32_t method;
        double cuts[3]; /* high, medium, low */
        size_t count;
        double inputs[6];
        size_t input_count;
        double score;
        const char *name;
    } cases[] = {
        /* Growth needed 0.1 a year; what was is 0.5, 0.2 and 0.8 of it. */
        {ATTAIN_PROGRESS_OPEN_SDG,
         {0.8, 0.5, 0.2},
         3,
         {105, 100, 110, 2021, 2020, 2021},
         6,
         0,
         "moderate"},
        {ATTAIN_PROGRESS_OPEN_SDG,
         {0.8, 0.5, 0.2},
         3,
         {102, 100, 110, 2021, 2020, 2021},
         6,
         -2.5,
         "limited"},
        {ATTAIN_PROGRESS_OPEN_SDG,
         {0.8, 0.5, 0.2},
         3,
         {108, 100, 110, 2021, 2020, 2021},
         6,
         2.5,
         "substantial"},
        {ATTAIN_PROGRESS_OPEN_SDG,
         {0.8, 0.8, 0.2},
         3,
         {108, 100, 110, 2021, 2020, 2021},
         6,
         5,
         "substantial"},
        {ATTAIN_PROGRESS_EUROSTAT,
         {0.8, 0.5},
         2,
         {105, 100, 110, 2021, 2020, 2021},
         6,
         0,
         "moderate"},
        {ATTAIN_PROGRESS_EUROSTAT,
         {0.8, 0.5},
         2,
         {108, 100, 110, 2021, 2020, 2021},
         6,
         2.5,
         "significant"},
        {ATTAIN_PROGRESS_EUROSTAT_TREND,
         {0.05},
         1,
         {105, 100, 2021, 2020},
         4,
         2.5,
         "significant"},
        {ATTAIN_PROGRESS_OPEN_SDG_TREND,
         {0.06, 0.03, 0.01},
         3,
         {106, 100, 2021, 2020, NAN},
         5,
         2.5,
         "substantial"},
        {ATTAIN_PROGRESS_OPEN_SDG_TREND,
         {0.06, 0.03, 0.01},
         3,
         {103, 100, 2021, 2020, NAN},
         5,
         0,
         "moderate"},
        {ATTAIN_PROGRESS_OPEN_SDG_TREND,
         {0.06, 0.03, 0.01},
         3,
         {101, 100, 2021, 2020, NAN},
         5,
         -2.5,
         "limited"},
        {ATTAIN_PROGRESS_OPEN_SDG_TREND,
         {0.06, 0.03, 0.01},
         3,
         {100, 100, 2021, 2020, NAN},
         5,
         -3.75,
         "deterioration"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double score;
        int32_t code;
        const int32_t up = 0;
        assert_int_equal(attain_progress(cases[i].method, cases[i].cuts,
                                         cases[i].count, cases[i].inputs,
                                         cases[i].input_count, 1, &up, 1,
                                         &score, &code, NULL, NULL),
                         ATTAIN_OK);
        assert_true(fabs(score - cases[i].score) < 1e-9);
        assert_string_equal(attain_progress_class_name(cases[i].method, code),
                            cases[i].name);
    }
}

/* pymcdm: a NaN goes through to a ranking of NaN for all, without an error.
 * Here the unit with a blank has no score and says why; the others keep theirs.
 */
static void pymcdm_nan_stays_where_it_is(void **state) {
    (void)state;
    static const int32_t methods[] = {
        ATTAIN_AGGREGATION_TOPSIS_VECTOR, ATTAIN_AGGREGATION_TOPSIS_MINMAX,
        ATTAIN_AGGREGATION_VIKOR, ATTAIN_AGGREGATION_WROCLAW,
        ATTAIN_AGGREGATION_SPOTIS};
    static const double with[] = {1, NAN, 4, 3, 5, 2, 2, 3};
    static const double without[] = {1, 4, 3, 5, 2, 3};
    for (size_t m = 0; m < sizeof methods / sizeof *methods; m++) {
        double out[4];
        double alone[3];
        double ranks[4];
        uint8_t reasons[4];
        assert_int_equal(attain_aggregate(methods[m], NULL, 0, with, 2, 4, 4,
                                          NULL, NULL, NULL, ATTAIN_BLANK_STRICT,
                                          0, out, reasons, NULL),
                         ATTAIN_OK);
        attain_aggregate(methods[m], NULL, 0, without, 2, 3, 3, NULL, NULL,
                         NULL, ATTAIN_BLANK_STRICT, 0, alone, NULL, NULL);
        assert_true(isnan(out[1]));
        assert_int_equal(reasons[1], ATTAIN_REASON_MISSING);
        assert_same(out[0], alone[0]);
        assert_same(out[2], alone[1]);
        assert_same(out[3], alone[2]);
        assert_int_equal(attain_ranks(ATTAIN_RANK_MIN, NULL, 0, out, 1, 4, 4,
                                      NULL, ranks, NULL, NULL),
                         ATTAIN_OK);
        assert_true(isnan(ranks[1]) && ranks[0] == ranks[0]);
    }
}

/* Of 0 … 100 the quantile 0.07 is 7, though 100 · 0.07 is a little more: a cut
 * lies where attain_quantiles() has it, and the value on it is above it. */
static void quantile_cut_is_the_value_on_it(void **state) {
    (void)state;
    double values[101];
    double out[101];
    for (int k = 1; k < 100; k++) {
        const double p = k / 100.0;
        for (int i = 0; i <= 100; i++)
            values[i] = i * 0.1;
        double cut;
        attain_quantiles(ATTAIN_QUANTILE_TYPE_7, NULL, 0, values, NULL, 101, &p,
                         1, &cut, NULL, NULL);
        assert_same(cut, values[k]);
        assert_int_equal(
            attain_normalise(ATTAIN_NORMALISATION_CATEGORY_BY_QUANTILE, &p, 1,
                             values, 1, 101, 101, NULL, 0, 0, NULL, out, NULL,
                             NULL),
            ATTAIN_OK);
        assert_same(out[k - 1], 0.0);
        assert_same(out[k], 1.0);
    }
}

/* A blank is one also where the column is constant and no distance from
 * anything. */
static void blank_in_a_constant_column_is_a_blank(void **state) {
    (void)state;
    static const double values[] = {1, 5, 4, 3, 2, 2, NAN, 2};
    double out[4];
    uint8_t reasons[4];
    assert_int_equal(attain_aggregate(ATTAIN_AGGREGATION_TOPSIS_MINMAX, NULL, 0,
                                      values, 2, 4, 4, NULL, NULL, NULL,
                                      ATTAIN_BLANK_STRICT, 0, out, reasons,
                                      NULL),
                     ATTAIN_OK);
    assert_same(out[0], 0.0);
    assert_same(out[1], 1.0);
    assert_true(isnan(out[2]));
    assert_int_equal(reasons[2], ATTAIN_REASON_MISSING);
    assert_same(out[3], 0.5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coinr_copeland_by_name),
        cmocka_unit_test(compind_generalised_mean_takes_the_root),
        cmocka_unit_test(sdg_build_thresholds_move_the_score),
        cmocka_unit_test(pymcdm_nan_stays_where_it_is),
        cmocka_unit_test(blank_in_a_constant_column_is_a_blank),
        cmocka_unit_test(quantile_cut_is_the_value_on_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
