#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"

/* R's attitude: rating, complaints, privileges, learning, raises, critical and
 * advance of 30 departments (Chatterjee and Price 1977). */
static const double attitude[] = {
    43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65,
    65, 50, 50, 64, 53, 40, 63, 66, 78, 48, 85, 82, 51, 64, 70, 63, 78, 55,
    67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61, 66, 37,
    54, 77, 75, 57, 85, 82, 30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47,
    57, 83, 54, 50, 64, 65, 46, 68, 33, 52, 52, 42, 42, 66, 58, 44, 71, 39,
    39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39, 42, 45, 72, 72, 69, 75,
    57, 54, 34, 62, 50, 58, 48, 63, 74, 45, 71, 59, 61, 63, 76, 54, 71, 54,
    66, 70, 71, 62, 58, 59, 55, 59, 79, 60, 79, 55, 75, 64, 43, 66, 63, 50,
    66, 88, 80, 51, 77, 64, 92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74,
    63, 77, 77, 54, 79, 80, 85, 78, 64, 80, 80, 57, 75, 76, 78, 83, 74, 78,
    45, 47, 48, 35, 47, 34, 35, 41, 31, 41, 34, 41, 25, 35, 46, 36, 63, 60,
    46, 52, 33, 41, 37, 49, 33, 72, 49, 38, 55, 39};

/* R's USArrests: murder, assault, urban population and rape in 50 states
 * (McNeil 1977). */
static const double arrests[] = {
    13.2, 10,   8.1,  8.8,  9,    7.9,  3.3,  5.9,  15.4, 17.4, 5.3,  2.6,
    10.4, 7.2,  2.2,  6,    9.7,  15.4, 2.1,  11.3, 4.4,  12.1, 2.7,  16.1,
    9,    6,    4.3,  12.2, 2.1,  7.4,  11.4, 11.1, 13,   0.8,  7.3,  6.6,
    4.9,  6.3,  3.4,  14.4, 3.8,  13.2, 12.7, 3.2,  2.2,  8.5,  4,    5.7,
    2.6,  6.8,  236,  263,  294,  190,  276,  204,  110,  238,  335,  211,
    46,   120,  249,  113,  56,   115,  109,  249,  83,   300,  149,  255,
    72,   259,  178,  109,  102,  252,  57,   159,  285,  254,  337,  45,
    120,  151,  159,  106,  174,  279,  86,   188,  201,  120,  48,   156,
    145,  81,   53,   161,  58,   48,   80,   50,   91,   78,   77,   72,
    80,   60,   83,   54,   83,   65,   57,   66,   52,   66,   51,   67,
    85,   74,   66,   44,   70,   53,   62,   81,   56,   89,   70,   86,
    45,   44,   75,   68,   67,   72,   87,   48,   45,   59,   80,   80,
    32,   63,   73,   39,   66,   60,   21.2, 44.5, 31,   19.5, 40.6, 38.7,
    11.1, 15.8, 31.9, 25.8, 20.2, 14.2, 24,   21,   11.3, 18,   16.3, 22.2,
    7.8,  27.8, 16.3, 35.1, 14.9, 17.1, 28.2, 16.4, 16.5, 46,   9.5,  18.8,
    32.1, 26.1, 16.1, 7.3,  21.4, 20,   29.3, 14.9, 8.3,  22.5, 12.8, 26.9,
    25.5, 22.9, 11.2, 20.7, 26.2, 9.3,  10.8, 15.6};

/* --- Reliability ---------------------------------------------------------- */

static double reliability(int32_t method, const double *values, size_t columns,
                          size_t stride, size_t count, double *dropped,
                          uint8_t *reasons) {
    double out = 7;
    size_t used = 77;
    assert_int_equal(attain_reliability_of(method, NULL, 0, values, columns,
                                           stride, count, &out, dropped, &used,
                                           reasons, NULL),
                     ATTAIN_OK);
    assert_true(used <= count);
    return out;
}

/* The output of psych::alpha(attitude): 0.84 raw and standardised, and if an
 * item is dropped. */
static void alpha_of_attitude(void **state) {
    (void)state;
    static const double raw[] = {0.81, 0.80, 0.83, 0.80, 0.80, 0.86, 0.84};
    double dropped[7];
    uint8_t reasons[8];
    double alpha = reliability(ATTAIN_RELIABILITY_ALPHA, attitude, 7, 30, 30,
                               dropped, reasons);
    assert_true(fabs(alpha - 0.84) < 0.005);
    for (int c = 0; c < 7; c++) {
        assert_true(fabs(dropped[c] - raw[c]) < 0.005);
        assert_int_equal(reasons[1 + c], ATTAIN_REASON_NONE);
    }
    assert_true(fabs(reliability(ATTAIN_RELIABILITY_ALPHA_STANDARDISED,
                                 attitude, 7, 30, 30, NULL, NULL) -
                     0.84) < 0.005);
}

/* Without a column is what the others alone have. */
static void dropped_is_without_the_column(void **state) {
    (void)state;
    for (int32_t method = 0; method < 2; method++) {
        double dropped[7];
        reliability(method, attitude, 7, 30, 30, dropped, NULL);
        assert_close(dropped[0],
                     reliability(method, attitude + 30, 6, 30, 30, NULL, NULL),
                     1e-14);
        assert_close(dropped[6],
                     reliability(method, attitude, 6, 30, 30, NULL, NULL),
                     1e-14);
    }
}

/* The row with a blank is left out. */
static void alpha_by_hand(void **state) {
    (void)state;
    static const double values[] = {1, 2, 2, NAN, 3, 1, 2, 1, 5, 4};
    double alpha =
        reliability(ATTAIN_RELIABILITY_ALPHA, values, 2, 5, 5, NULL, NULL);
    /* Columns 1 2 2 3: 2/3; 1 2 1 4: 2; sums 2 4 3 7: 14/3. */
    assert_close(alpha, 2 * (1 - (2.0 / 3 + 2) / (14.0 / 3)), 1e-15);
    double standardised = reliability(ATTAIN_RELIABILITY_ALPHA_STANDARDISED,
                                      values, 2, 5, 5, NULL, NULL);
    /* r = covariance 1 over √(2/3 · 2). */
    double one = 1 / sqrt(4.0 / 3);
    assert_close(standardised, 2 * one / (1 + one), 1e-15);
}

/* What is added to a column changes nothing. */
static void alpha_is_the_same_far_from_zero(void **state) {
    (void)state;
    static const double values[] = {1, 2, 2, 3, 1, 2, 1, 4, 0, 2, 1, 1};
    double far[12];
    double dropped[2][3];
    const double unit = 1.0 / 1073741824; /* 2^-30 */
    for (size_t i = 0; i < 12; i++)
        far[i] = 4194303 + (double)(i / 4) + values[i] * unit;
    double near = reliability(ATTAIN_RELIABILITY_ALPHA, values, 3, 4, 4,
                              dropped[0], NULL);
    assert_close(
        reliability(ATTAIN_RELIABILITY_ALPHA, far, 3, 4, 4, dropped[1], NULL),
        near, 1e-14);
    for (size_t c = 0; c < 3; c++)
        assert_close(dropped[1][c], dropped[0][c], 1e-14);
}

/* The same bits from rows in any order. */
static void alpha_knows_no_order(void **state) {
    (void)state;
    double rows[2][3 * 40];
    double dropped[2][3];
    attain_random_uniform(7, 1, rows[0], 3 * 40, NULL);
    for (size_t c = 0; c < 3; c++)
        for (size_t i = 0; i < 40; i++) {
            rows[0][c * 40 + i] += 1000 * (double)c;
            rows[1][c * 40 + 39 - i] = rows[0][c * 40 + i];
        }
    for (int32_t method = 0; method < 2; method++) {
        double one = reliability(method, rows[0], 3, 40, 40, dropped[0], NULL);
        double other =
            reliability(method, rows[1], 3, 40, 40, dropped[1], NULL);
        assert_memory_equal(&one, &other, sizeof one);
        assert_memory_equal(dropped[0], dropped[1], sizeof dropped[0]);
    }
}

static void reliability_has_reasons(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, 3, 2, 1, 5, 5, 5};
    static const double blank[] = {1, NAN, NAN, NAN, 2, 1};
    uint8_t reasons[4];
    double dropped[3];
    assert_true(isnan(reliability(0, values, 1, 3, 3, dropped, reasons)));
    assert_int_equal(reasons[0], ATTAIN_REASON_TOO_FEW);
    assert_true(isnan(reliability(0, blank, 2, 3, 3, dropped, reasons)));
    assert_int_equal(reasons[0], ATTAIN_REASON_TOO_FEW);
    /* Sums of rows are 4, 4, 4. */
    assert_true(isnan(reliability(0, values, 2, 3, 3, dropped, reasons)));
    assert_int_equal(reasons[0], ATTAIN_REASON_CONSTANT);
    assert_int_equal(reasons[1], ATTAIN_REASON_TOO_FEW);
    assert_true(isnan(reliability(1, values, 3, 3, 3, dropped, reasons)));
    assert_int_equal(reasons[0], ATTAIN_REASON_CONSTANT);
    assert_true(isnan(reliability(0, NULL, 0, 0, 0, dropped, reasons)));
}

static void reliability_rejects_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, INFINITY};
    static const double far[] = {1.7e308, 1.6e308, -1.7e308,
                                 1.7e308, 1.6e308, 1.7e308};
    double out = 7;
#define RELIABILITY(method, v, columns, stride, count, to)                     \
    attain_reliability_of(method, NULL, 0, v, columns, stride, count, to,      \
                          NULL, NULL, NULL, NULL)
    assert_int_equal(RELIABILITY(2, values, 2, 2, 2, &out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(RELIABILITY(0, values, 2, 2, 2, &out), ATTAIN_ERR_VALUE);
    assert_int_equal(RELIABILITY(0, far, 2, 3, 3, &out), ATTAIN_ERR_VALUE);
    assert_int_equal(RELIABILITY(0, values, 2, 1, 2, &out),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(RELIABILITY(0, NULL, 2, 2, 2, &out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(RELIABILITY(0, values, 2, 2, 2, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        RELIABILITY(0, values, 2, SIZE_MAX / 8, SIZE_MAX / 8, &out),
        ATTAIN_ERR_MEMORY);
    assert_same(out, 7.0);
}

/* --- Principal components --------------------------------------------------
 */

/* prcomp(USArrests, scale. = TRUE), as in James and others (2013), p. 402. */
static void components_of_arrests(void **state) {
    (void)state;
    static const double sd[] = {1.57487827439122863, 0.99486941481776381,
                                0.59712911550252668, 0.41644938195396008};
    static const double shares[] = {0.62006039, 0.24744129, 0.0891408,
                                    0.04335752};
    /* Signs are ours: the largest element of each is positive. */
    static const double rotation[] = {
        0.53589947493815526,   0.58318363490967051,  0.27819087461943293,
        0.54343209144568294,   -0.41818086542095473, -0.18798560423193902,
        0.87280619306042484,   0.16731863540174607,  -0.34123272795282816,
        -0.26814842783288551,  -0.37801579308699979, 0.81777790762616542,
        -0.649227804341944381, 0.743407479936709303, -0.133877730824247698,
        -0.089024322703624648};
    double values[4];
    double share[4];
    double vectors[16];
    double scores[200];
    uint8_t reason = 77;
    assert_int_equal(attain_components_of(ATTAIN_COMPONENTS_CORRELATION, NULL,
                                          0, arrests, 4, 50, 50, values, share,
                                          vectors, scores, &reason, NULL),
                     ATTAIN_OK);
    assert_int_equal(reason, ATTAIN_REASON_NONE);
    for (int k = 0; k < 4; k++) {
        assert_close(sqrt(values[k]), sd[k], 1e-14);
        assert_true(fabs(share[k] - shares[k]) < 1e-8);
    }
    for (int i = 0; i < 16; i++)
        assert_close(vectors[i], rotation[i], 1e-13);
    /* Alabama, with our signs. */
    assert_close(scores[0], 0.9756604, 1e-6);
    assert_close(scores[50], -1.1220012, 1e-6);
}

static void components_of_covariance(void **state) {
    (void)state;
    static const double sd[] = {83.7324002464016530, 14.2124018491813473,
                                6.4894260728772313, 2.4827900000127281};
    double values[4];
    assert_int_equal(attain_components_of(ATTAIN_COMPONENTS_COVARIANCE, NULL, 0,
                                          arrests, 4, 50, 50, values, NULL,
                                          NULL, NULL, NULL, NULL),
                     ATTAIN_OK);
    for (int k = 0; k < 4; k++)
        assert_close(sqrt(values[k]), sd[k], 1e-13);
}

/* Scores have the eigenvalues as variances and no correlation; scaled vectors
 * are the correlations of columns with scores. */
static void scores_and_loadings(void **state) {
    (void)state;
    static const double scaled[] = {1};
    double values[7];
    double loadings[49];
    double scores[210];
    assert_int_equal(attain_components_of(ATTAIN_COMPONENTS_CORRELATION, scaled,
                                          1, attitude, 7, 30, 30, values, NULL,
                                          loadings, scores, NULL, NULL),
                     ATTAIN_OK);
    double covariances[49];
    assert_int_equal(attain_associations(ATTAIN_ASSOCIATION_COVARIANCE_SAMPLE,
                                         NULL, 0, scores, 7, 30, NULL, 30, 0,
                                         covariances, NULL, NULL, NULL),
                     ATTAIN_OK);
    for (int a = 0; a < 7; a++) {
        for (int b = 0; b < 7; b++) {
            assert_true(fabs(covariances[7 * a + b] -
                             (a == b ? values[a] : 0)) < 1e-13);
            double r;
            assert_int_equal(attain_association_of(ATTAIN_ASSOCIATION_PEARSON,
                                                   NULL, 0, scores + 30 * a,
                                                   attitude + 30 * b, NULL, 30,
                                                   &r, NULL, NULL, NULL, NULL),
                             ATTAIN_OK);
            assert_true(fabs(r - loadings[7 * a + b]) < 1e-13);
        }
    }
}

static void components_leave_out_blank_rows(void **state) {
    (void)state;
    double values[4 * 51];
    for (int c = 0; c < 4; c++) {
        for (int i = 0; i < 50; i++)
            values[51 * c + i + 1] = arrests[50 * c + i];
        values[51 * c] = c == 2 ? (double)NAN : 1000;
    }
    double expected[4];
    double lambda[4];
    double scores[204];
    assert_int_equal(attain_components_of(0, NULL, 0, arrests, 4, 50, 50,
                                          expected, NULL, NULL, NULL, NULL,
                                          NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_components_of(0, NULL, 0, values, 4, 51, 51, lambda,
                                          NULL, NULL, scores, NULL, NULL),
                     ATTAIN_OK);
    for (int k = 0; k < 4; k++) {
        assert_same(lambda[k], expected[k]);
        assert_true(isnan(scores[51 * k]));
        assert_false(isnan(scores[51 * k + 1]));
    }
}

static void components_have_reasons(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, 5, 5, 5};
    static const double equal[] = {1, 1, 1, 5, 5, 5};
    double lambda[2];
    double shares[2];
    double vectors[4];
    double scores[6];
    uint8_t reason;
#define COMPONENTS(method, v, n)                                               \
    attain_components_of(method, NULL, 0, v, 2, 3, n, lambda, shares, vectors, \
                         scores, &reason, NULL)
    assert_int_equal(COMPONENTS(0, values, 3), ATTAIN_OK);
    assert_int_equal(reason, ATTAIN_REASON_CONSTANT);
    assert_true(isnan(lambda[0]) && isnan(shares[1]) && isnan(vectors[3]) &&
                isnan(scores[5]));
    assert_int_equal(COMPONENTS(1, values, 3), ATTAIN_OK);
    assert_int_equal(reason, ATTAIN_REASON_NONE);
    assert_close(lambda[0], 1, 1e-15);
    assert_same(lambda[1], 0.0);
    assert_same(vectors[0], 1.0);
    assert_int_equal(COMPONENTS(1, equal, 3), ATTAIN_OK);
    assert_int_equal(reason, ATTAIN_REASON_CONSTANT);
    assert_int_equal(COMPONENTS(0, values, 1), ATTAIN_OK);
    assert_int_equal(reason, ATTAIN_REASON_TOO_FEW);
}

static void components_reject_bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, INFINITY};
    static const double far[] = {1.7e308, 1.6e308, 1, 2};
    static const double wrong[] = {2};
    double out[2] = {7, 7};
#define FIND(method, p, v, stride, n, to)                                      \
    attain_components_of(method, p, p != NULL, v, 2, stride, n, to, NULL,      \
                         NULL, NULL, NULL, NULL)
    const double *none = NULL;
    const double *given = wrong;
    assert_int_equal(FIND(2, none, values, 2, 2, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(FIND(0, given, values, 2, 2, out), ATTAIN_ERR_VALUE);
    assert_int_equal(FIND(0, none, values, 2, 2, out), ATTAIN_ERR_VALUE);
    assert_int_equal(FIND(0, none, far, 2, 2, out), ATTAIN_ERR_VALUE);
    assert_int_equal(FIND(0, none, values, 1, 2, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(FIND(0, none, values, 2, 2, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(FIND(0, none, NULL, 2, 2, out), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(FIND(0, none, values, SIZE_MAX / 8, SIZE_MAX / 8, out),
                     ATTAIN_ERR_MEMORY);
    assert_same(out[0], 7.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alpha_of_attitude),
        cmocka_unit_test(dropped_is_without_the_column),
        cmocka_unit_test(alpha_by_hand),
        cmocka_unit_test(alpha_is_the_same_far_from_zero),
        cmocka_unit_test(alpha_knows_no_order),
        cmocka_unit_test(reliability_has_reasons),
        cmocka_unit_test(reliability_rejects_bad_arguments),
        cmocka_unit_test(components_of_arrests),
        cmocka_unit_test(components_of_covariance),
        cmocka_unit_test(scores_and_loadings),
        cmocka_unit_test(components_leave_out_blank_rows),
        cmocka_unit_test(components_have_reasons),
        cmocka_unit_test(components_reject_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
