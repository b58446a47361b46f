#include "support/support.h"

#include <float.h>
#include <math.h>

#include "attain/numeric.h"

static attain_status ranks(int32_t descending, const double *values,
                           size_t count, double *out) {
    return attain_ranks(ATTAIN_RANK_MIN, NULL, 0, values, 1, count, count,
                        &descending, out, NULL, NULL);
}

static void scores(int32_t score, int32_t descending, const double *values,
                   size_t count, double *out) {
    assert_int_equal(
        attain_peer_scores(score, descending, values, count, out, NULL),
        ATTAIN_OK);
}

/* The example of COINr, on 0…1: min-max and percentile rank; the deviations
 * by mpmath. */
static void scores_of_an_example(void **state) {
    (void)state;
    static const double values[] = {1, 2, 2, 4, NAN, 10};
    static const double minmax[] = {0, 1. / 9, 1. / 9, 1. / 3, NAN, 1};
    static const double zscore[] = {0.41383595631446707,
                                    0.44460882905930027,
                                    0.44460882905930027,
                                    0.5061545745489666,
                                    NAN,
                                    0.6907918110179657};
    static const double rank[] = {0, 0.5, 0.5, 0.75, NAN, 1};
    static const double percentile[] = {0, 0.375, 0.375, 0.75, NAN, 1};
    const double *expected[] = {minmax, zscore, rank, percentile};
    double out[6];
    for (int32_t s = 0; s < 4; s++) {
        scores(s, 0, values, 6, out);
        for (int i = 0; i < 6; i++)
            assert_close(out[i], expected[s][i], 4e-16);
    }
}

static void scores_turn_round(void **state) {
    (void)state;
    static const double values[] = {1, 2, 2, 4, NAN, 10};
    double up[6];
    double down[6];
    double opposite[6];
    for (int i = 0; i < 6; i++)
        opposite[i] = -values[i];
    for (int32_t s = 0; s < 4; s++) {
        scores(s, 1, values, 6, down);
        scores(s, 0, opposite, 6, up);
        for (int i = 0; i < 6; i++)
            assert_same(down[i], up[i]);
    }
    scores(ATTAIN_PEER_RANK, 1, values, 6, down);
    assert_same(down[0], 1.0);
    assert_same(down[1], 0.75);
    assert_same(down[5], 0.0);
}

static void scores_without_a_spread(void **state) {
    (void)state;
    static const double alone[] = {NAN, 3};
    static const double equal[] = {0.1, 0.1, 0.1};
    double out[3];
    for (int32_t s = 0; s < 4; s++) {
        scores(s, 0, alone, 2, out);
        assert_true(isnan(out[0]));
        assert_same(out[1], 0.5);
        scores(s, 0, NULL, 0, NULL);
        scores(s, 1, equal, 3, out);
        assert_same(out[1], s == ATTAIN_PEER_RANK ? 1.0 : 0.5);
    }
}

static void scores_in_place_and_huge(void **state) {
    (void)state;
    double values[] = {-1.5e308, 0, 1.5e308, NAN};
    double others[] = {-1.5e308, 0, 1.5e308, NAN};
    attain_error err;
    scores(ATTAIN_PEER_MINMAX, 0, values, 4, values);
    assert_same(values[0], 0.0);
    assert_same(values[1], 0.5);
    assert_same(values[2], 1.0);
    assert_true(isnan(values[3]));
    assert_int_equal(
        attain_peer_scores(ATTAIN_PEER_ZSCORE, 0, others, 4, others, &err),
        ATTAIN_ERR_VALUE);
    assert_same(others[0], -1.5e308);
    scores(ATTAIN_PEER_PERCENTILE, 0, others, 4, others);
    assert_same(others[1], 0.5);
}

static void ranks_share_the_smallest(void **state) {
    (void)state;
    static const double values[] = {3, NAN, 5, 3, 1, 5, -0.0, 0};
    static const double high[] = {3, NAN, 1, 3, 5, 1, 6, 6};
    static const double low[] = {4, NAN, 6, 4, 3, 6, 1, 1};
    double out[8];
    assert_int_equal(ranks(0, values, 8, out), ATTAIN_OK);
    for (int i = 0; i < 8; i++)
        assert_same(out[i], high[i]);
    assert_int_equal(ranks(1, values, 8, out), ATTAIN_OK);
    for (int i = 0; i < 8; i++)
        assert_same(out[i], low[i]);
}

/* 0.1 + 0.2 and 0.3 tie; numbers that differ in the 12th digit do not, and a
 * chain of near ones breaks where the 12 digits change. */
static void ranks_tie_in_12_digits(void **state) {
    (void)state;
    double out[5];
    const double sums[] = {0.1 + 0.2, 0.3, 0.300000000001, 0.29999999999945};
    const double chain[] = {1.00000000000, 1.000000000004, 1.000000000006,
                            1.00000000001, 1.0000000000149};
    assert_int_equal(ranks(0, sums, 4, out), ATTAIN_OK);
    assert_same(out[2], 1.0);
    assert_same(out[0], 2.0);
    assert_same(out[1], 2.0);
    assert_same(out[3], 4.0);
    assert_int_equal(ranks(1, chain, 5, out), ATTAIN_OK);
    assert_same(out[0], 1.0);
    assert_same(out[1], 1.0);
    assert_same(out[2], 3.0);
    assert_same(out[3], 3.0);
    assert_same(out[4], 3.0);
}

static void ranks_of_many(void **state) {
    (void)state;
    static double values[3000];
    static double out[3000];
    for (size_t i = 0; i < 3000; i++)
        values[i] = (double)((i * 1237) % 3000 / 3);
    assert_int_equal(ranks(1, values, 3000, out), ATTAIN_OK);
    for (size_t i = 0; i < 3000; i++)
        assert_same(out[i], 3 * values[i] + 1);
}

static void peers_reject_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, 2, -INFINITY};
    double out[3] = {7, 7, 7};
    attain_error err;
    for (int32_t s = 0; s < 4; s++) {
        assert_int_equal(attain_peer_scores(s, 0, values, 3, out, &err),
                         ATTAIN_ERR_VALUE);
        assert_int_equal(err.row, 2);
        assert_int_equal(attain_peer_scores(s, 0, NULL, 3, out, NULL),
                         ATTAIN_ERR_ARGUMENT);
        assert_int_equal(attain_peer_scores(s, 0, values, 2, NULL, NULL),
                         ATTAIN_ERR_ARGUMENT);
        assert_int_equal(attain_peer_scores(s, 2, values, 2, out, NULL),
                         ATTAIN_ERR_ARGUMENT);
        assert_int_equal(
            attain_peer_scores(s, 0, values, SIZE_MAX / 8, out, NULL),
            ATTAIN_ERR_MEMORY);
    }
    assert_int_equal(attain_peer_scores(4, 0, values, 2, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_peer_scores(-1, 0, values, 2, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(ranks(0, values, 3, out), ATTAIN_ERR_VALUE);
    assert_int_equal(ranks(0, NULL, 3, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(ranks(0, values, 2, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(ranks(-1, values, 2, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(ranks(0, values, SIZE_MAX / 8, out), ATTAIN_ERR_MEMORY);
    assert_same(out[0], 7.0);
}

/* R: rank(c(3, 1, 4, 1, 5, 9, 2, 6, 5), ties.method = …), from the other end.
 */
static void ranks_by_what_ties_get(void **state) {
    (void)state;
    static const double values[] = {3, 1, 4, 1, 5, 9, 2, 6, 5, NAN};
    static const double expected[5][9] = {{4, 1, 5, 1, 6, 9, 3, 8, 6},
                                          {4, 2, 5, 2, 7, 9, 3, 8, 7},
                                          {4, 1.5, 5, 1.5, 6.5, 9, 3, 8, 6.5},
                                          {3, 1, 4, 1, 5, 7, 2, 6, 5},
                                          {4, 1, 5, 2, 6, 9, 3, 8, 7}};
    static const int32_t low_is_good[] = {1};
    for (int32_t method = 0; method < 5; method++) {
        double out[10];
        uint8_t reasons[10];
        assert_int_equal(attain_ranks(method, NULL, 0, values, 1, 10, 10,
                                      low_is_good, out, reasons, NULL),
                         ATTAIN_OK);
        for (int i = 0; i < 9; i++) {
            assert_same(out[i], expected[method][i]);
            assert_int_equal(reasons[i], ATTAIN_REASON_NONE);
        }
        assert_true(isnan(out[9]));
        assert_int_equal(reasons[9], ATTAIN_REASON_MISSING);
    }
}

/* Values that tie in 12 digits, though their doubles come in another order. */
static void ordinal_ranks_go_by_index(void **state) {
    (void)state;
    static const double values[] = {0.3, 0.1 + 0.2, 0.3, 0.5};
    double out[4];
    assert_int_equal(attain_ranks(ATTAIN_RANK_ORDINAL, NULL, 0, values, 1, 4, 4,
                                  NULL, out, NULL, NULL),
                     ATTAIN_OK);
    assert_same(out[0], 2.0);
    assert_same(out[1], 3.0);
    assert_same(out[2], 4.0);
    assert_same(out[3], 1.0);
}

static void ranks_of_columns(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, -7, 30, 20, 10, -7};
    static const int32_t descending[] = {0, 1};
    double out[8] = {7, 7, 7, 7, 7, 7, 7, 7};
    static const double expected[] = {3, 2, 1, 7, 3, 2, 1, 7};
    assert_int_equal(attain_ranks(ATTAIN_RANK_MIN, NULL, 0, values, 2, 4, 3,
                                  descending, out, NULL, NULL),
                     ATTAIN_OK);
    for (int i = 0; i < 8; i++)
        assert_same(out[i], expected[i]);
    static const double wrong[] = {1, 2, 3, INFINITY};
    attain_error err;
    assert_int_equal(attain_ranks(ATTAIN_RANK_MIN, NULL, 0, wrong, 2, 2, 2,
                                  NULL, out, NULL, &err),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_ranks(ATTAIN_RANK_MIN, NULL, 0, wrong, 2, 1, 2,
                                  NULL, out, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "stride");
    assert_int_equal(
        attain_ranks(5, NULL, 0, values, 1, 3, 3, NULL, out, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_same(out[0], 3.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_of_an_example),
        cmocka_unit_test(scores_turn_round),
        cmocka_unit_test(scores_without_a_spread),
        cmocka_unit_test(scores_in_place_and_huge),
        cmocka_unit_test(ranks_share_the_smallest),
        cmocka_unit_test(ranks_tie_in_12_digits),
        cmocka_unit_test(ranks_of_many),
        cmocka_unit_test(peers_reject_bad_arguments),
        cmocka_unit_test(ranks_by_what_ties_get),
        cmocka_unit_test(ordinal_ranks_go_by_index),
        cmocka_unit_test(ranks_of_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
