#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"
#include "support/fail_malloc.h"

enum { UNITS = 45, COLUMNS = 5 };

static double cells[UNITS * COLUMNS];
enum { MINMAX = ATTAIN_NORMALISATION_MINMAX };
static const int32_t minmax[COLUMNS] = {MINMAX, MINMAX, MINMAX, MINMAX, MINMAX};
static const int32_t descending[COLUMNS] = {0, 1, 0, 0, 1};

static attain_composite composite(void) {
    attain_composite c;
    uint64_t seed = 31;
    for (size_t i = 0; i < UNITS * COLUMNS; i++) {
        uint64_t bits = support_random(&seed);
        cells[i] = (double)(bits >> 60);
        cells[i] *= cells[i]; /* those far away move the others */
        if ((bits & 15) == 0 || i % UNITS == 7)
            cells[i] = (double)NAN;
    }
    attain_composite_init(&c);
    c.values = cells;
    c.column_count = COLUMNS;
    c.stride = c.unit_count = UNITS;
    c.descending = descending;
    c.normalisations = minmax;
    c.normalisation_count = 1;
    return c;
}

static int sign(double x) {
    return (x > 0) - (x < 0);
}

/* Pairs of the others that turned round, and whether others are first. */
static double count_turned(const double *before, const double *after,
                           size_t without, double *other_first) {
    double turned = 0;
    double best[2] = {INFINITY, INFINITY};
    for (size_t i = 0; i < UNITS; i++) {
        if (i == without || before[i] != before[i])
            continue;
        best[0] = before[i] < best[0] ? before[i] : best[0];
        best[1] = after[i] < best[1] ? after[i] : best[1];
        for (size_t k = 0; k < i; k++)
            if (k != without && before[k] == before[k])
                turned +=
                    sign(before[i] - before[k]) * sign(after[i] - after[k]) < 0;
    }
    *other_first = 0;
    for (size_t i = 0; i < UNITS; i++)
        if (i != without && before[i] == before[i] &&
            (before[i] == best[0]) != (after[i] == best[1]))
            *other_first = 1;
    return turned;
}

/* The step of a unit in a column, by looking at all. */
static double half_step(const double *before, const double *x, size_t unit) {
    double below = INFINITY;
    double least = INFINITY;
    double low = INFINITY;
    double high = -INFINITY;
    double known = 0;
    for (size_t i = 0; i < UNITS; i++)
        if (before[i] > before[unit] && before[i] < below)
            below = before[i];
    for (size_t i = 0; i < UNITS; i++) {
        if (before[i] == below && fabs(x[i] - x[unit]) < least)
            least = fabs(x[i] - x[unit]);
        low = x[i] < low ? x[i] : low;
        high = x[i] > high ? x[i] : high;
        known += x[i] == x[i];
    }
    return (least < INFINITY ? least : (high - low) / (known - 1)) / 2;
}

static void compare(int32_t test) {
    double changed[UNITS * COLUMNS];
    double before[UNITS];
    double after[UNITS];
    double reversed[UNITS];
    double first[UNITS];
    double all = 0;
    attain_composite c = composite();
    attain_composite other = c;
    other.values = changed;
    assert_int_equal(attain_composite_score(&c, NULL, before, NULL), ATTAIN_OK);
    assert_int_equal(attain_rank_reversal(test, &c, 1, reversed, first, NULL),
                     ATTAIN_OK);
    for (size_t u = 0; u < UNITS; u++) {
        double expected;
        if (before[u] != before[u] ||
            (test == ATTAIN_REVERSAL_REPLACE && before[u] == 1)) {
            assert_true(isnan(reversed[u]) && isnan(first[u]));
            continue;
        }
        memcpy(changed, cells, sizeof changed);
        for (size_t k = 0; k < COLUMNS; k++) {
            double *at = &changed[k * UNITS + u];
            double step = half_step(before, cells + k * UNITS, u);
            *at = test == ATTAIN_REVERSAL_LEAVE_OUT ? (double)NAN
                  : descending[k]                   ? *at + step
                                                    : *at - step;
        }
        assert_int_equal(attain_composite_score(&other, NULL, after, NULL),
                         ATTAIN_OK);
        assert_same(reversed[u], count_turned(before, after, u, &expected));
        assert_same(first[u], expected);
        all += reversed[u];
    }
    assert_true(all > 0);
}

static void reversal_is_that_of_the_slow_way(void **state) {
    (void)state;
    compare(ATTAIN_REVERSAL_LEAVE_OUT);
    compare(ATTAIN_REVERSAL_REPLACE);
}

/* Units that are judged by themselves do not change places. */
static void nothing_turns_without_peers(void **state) {
    (void)state;
    double reversed[UNITS];
    double first[UNITS];
    attain_composite c = composite();
    c.normalisation_count = 0;
    for (int32_t test = 0; test < 2; test++) {
        assert_int_equal(
            attain_rank_reversal(test, &c, 3, reversed, first, NULL),
            ATTAIN_OK);
        for (size_t u = 0; u < UNITS; u++) {
            assert_true(isnan(reversed[u]) || reversed[u] == 0);
            assert_true(isnan(first[u]) || first[u] == 0);
        }
    }
}

/* A textbook case: with C among them A is before B, without it B is before A,
 * because the range of the second column shrinks. */
static void third_decides_between_two(void **state) {
    (void)state;
    static const double values[] = {10, 6, 0, 2, 3, 9};
    double ranks[3];
    double reversed[3];
    double first[3];
    attain_composite c;
    attain_composite_init(&c);
    c.values = values;
    c.column_count = 2;
    c.stride = c.unit_count = 3;
    c.normalisations = minmax;
    c.normalisation_count = 1;
    static const double weights[] = {0.4, 0.6, 1};
    c.weights = weights;
    /* A: .4·1 + 0, B: .4·.6 + .6/7, C: .6; without C A: .4, B: .6. */
    assert_int_equal(attain_composite_score(&c, NULL, ranks, NULL), ATTAIN_OK);
    assert_same(ranks[0], 2.0);
    assert_same(ranks[1], 3.0);
    assert_same(ranks[2], 1.0);
    assert_int_equal(attain_rank_reversal(ATTAIN_REVERSAL_LEAVE_OUT, &c, 1,
                                          reversed, first, NULL),
                     ATTAIN_OK);
    assert_same(reversed[2], 1.0);
    assert_same(first[2], 1.0);
    assert_int_equal(attain_rank_reversal(ATTAIN_REVERSAL_LEAVE_OUT, &c, 1,
                                          reversed, NULL, NULL),
                     ATTAIN_OK);
}

/* Fishburn 1974, Paradoxes of voting: 3 voters c b a x, 2 a x c b, 2 b a x c.
 * By Borda a has 13, b 12, c 11, x 6; without x c has 8, b 7, a 6. */
static void fishburn_turns_round_without_the_last(void **state) {
    (void)state;
    enum { VOTERS = 7, CANDIDATES = 4 };
    static const char *const ballots[VOTERS] = {"cbax", "cbax", "cbax", "axcb",
                                                "axcb", "baxc", "baxc"};
    static const int32_t borda[VOTERS] = {
        ATTAIN_NORMALISATION_BORDA, ATTAIN_NORMALISATION_BORDA,
        ATTAIN_NORMALISATION_BORDA, ATTAIN_NORMALISATION_BORDA,
        ATTAIN_NORMALISATION_BORDA, ATTAIN_NORMALISATION_BORDA,
        ATTAIN_NORMALISATION_BORDA};
    static const double points[] = {13, 12, 11, 6};
    double values[VOTERS * CANDIDATES];
    double scores[CANDIDATES];
    double reversed[CANDIDATES];
    double first[CANDIDATES];
    attain_composite c;
    attain_composite_init(&c);
    for (size_t v = 0; v < VOTERS; v++)
        for (size_t i = 0; i < CANDIDATES; i++) /* place: low is good */
            values[v * CANDIDATES + i] =
                (double)(strchr(ballots[v], "abcx"[i]) - ballots[v]);
    static const int32_t low[VOTERS] = {1, 1, 1, 1, 1, 1, 1};
    c.values = values;
    c.column_count = VOTERS;
    c.stride = c.unit_count = CANDIDATES;
    c.descending = low;
    c.normalisations = borda;
    c.normalisation_count = 1;
    assert_int_equal(attain_composite_score(&c, scores, NULL, NULL), ATTAIN_OK);
    for (size_t i = 0; i < CANDIDATES; i++)
        assert_close(scores[i], points[i] / VOTERS, 4e-16);
    assert_int_equal(attain_rank_reversal(ATTAIN_REVERSAL_LEAVE_OUT, &c, 1,
                                          reversed, first, NULL),
                     ATTAIN_OK);
    assert_same(reversed[3], 3.0); /* all pairs of a, b and c */
    assert_same(first[3], 1.0);
}

/* García-Cascales and Lamata 2012, On rank reversal and TOPSIS method: of
 * (1, 5), (4, 2), (3, 3) the order is 2, 3, 1 (0.4527, 0.5473, 0.5282); with
 * (5, 1) it is 1, 3, 2 (0.5335, 0.4733, 0.5, 0.4665). */
static void topsis_turns_round_without_a_fourth(void **state) {
    (void)state;
    static const double values[] = {1, 4, 3, 5, 5, 2, 3, 1};
    static const double with[] = {0.533483, 0.473257, 0.5, 0.466517};
    static const double without[] = {0.452706, 0.547294, 0.528215};
    static const int32_t topsis = ATTAIN_AGGREGATION_TOPSIS_VECTOR;
    double scores[4];
    double reversed[4];
    double first[4];
    attain_composite c;
    attain_composite_init(&c);
    c.values = values;
    c.column_count = 2;
    c.stride = 4;
    c.aggregations = &topsis;
    c.aggregation_count = 1;
    c.unit_count = 3;
    assert_int_equal(attain_composite_score(&c, scores, NULL, NULL), ATTAIN_OK);
    for (size_t i = 0; i < 3; i++)
        assert_true(fabs(scores[i] - without[i]) < 1e-6);
    c.unit_count = 4;
    assert_int_equal(attain_composite_score(&c, scores, NULL, NULL), ATTAIN_OK);
    for (size_t i = 0; i < 4; i++)
        assert_true(fabs(scores[i] - with[i]) < 1e-6);
    assert_int_equal(attain_rank_reversal(ATTAIN_REVERSAL_LEAVE_OUT, &c, 1,
                                          reversed, first, NULL),
                     ATTAIN_OK);
    assert_same(reversed[3], 3.0);
    assert_same(first[3], 1.0);
}

static void threads_change_nothing(void **state) {
    (void)state;
    double one[2 * UNITS];
    double many[2 * UNITS];
    attain_composite c = composite();
    for (int32_t test = 0; test < 2; test++) {
        attain_rank_reversal(test, &c, 1, one, one + UNITS, NULL);
        attain_rank_reversal(test, &c, 4, many, many + UNITS, NULL);
        assert_memory_equal(one, many, sizeof one);
    }
}

static void nothing_is_known(void **state) {
    (void)state;
    static const double values[] = {NAN, NAN};
    double reversed[2] = {7, 7};
    attain_composite c;
    attain_composite_init(&c);
    c.values = values;
    c.column_count = 1;
    c.stride = c.unit_count = 2;
    assert_int_equal(attain_rank_reversal(1, &c, 1, reversed, NULL, NULL),
                     ATTAIN_OK);
    assert_true(isnan(reversed[0]) && isnan(reversed[1]));
}

static void reversal_refuses_bad_arguments(void **state) {
    (void)state;
    double reversed[UNITS] = {7};
    attain_composite c = composite();
    assert_int_equal(attain_rank_reversal(0, NULL, 1, reversed, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_rank_reversal(2, &c, 1, reversed, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_rank_reversal(-1, &c, 1, reversed, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_rank_reversal(0, &c, 1, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_survives_malloc(attain_rank_reversal(0, &c, 2, reversed, NULL, NULL),
                           reversed[0] == 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reversal_is_that_of_the_slow_way),
        cmocka_unit_test(nothing_turns_without_peers),
        cmocka_unit_test(third_decides_between_two),
        cmocka_unit_test(fishburn_turns_round_without_the_last),
        cmocka_unit_test(topsis_turns_round_without_a_fourth),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(nothing_is_known),
        cmocka_unit_test(reversal_refuses_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
