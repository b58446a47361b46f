#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"
#include "numeric/jacobi.h"

enum { MOST = 50 };

/* The weights of a matrix written row by row. */
static void weigh(int32_t method, const double *rows, size_t columns,
                  size_t count, const int32_t *descending, double *weights,
                  uint8_t *reasons) {
    double matrix[4 * MOST];
    for (size_t c = 0; c < columns; c++)
        for (size_t i = 0; i < count; i++)
            matrix[c * count + i] = rows[i * columns + c];
    assert_int_equal(attain_weigh(method, NULL, 0, matrix, columns, count,
                                  count, descending, weights, reasons, NULL),
                     ATTAIN_OK);
}

static void check(const double *out, const double *expected, size_t count,
                  double within) {
    for (size_t i = 0; i < count; i++)
        assert_close(out[i], expected[i], within);
}

static void equal_and_given(void **state) {
    (void)state;
    double w[4];
    assert_int_equal(attain_weigh(ATTAIN_WEIGHTING_EQUAL, NULL, 0, NULL, 4, 0,
                                  0, NULL, w, NULL, NULL),
                     ATTAIN_OK);
    check(w, (double[]){0.25, 0.25, 0.25, 0.25}, 4, 0);
    weigh(ATTAIN_WEIGHTING_GIVEN, (double[]){3, 0, 1}, 3, 1, NULL, w, NULL);
    check(w, (double[]){0.75, 0, 0.25}, 3, 0);
}

/* pymcdm's test; the same from the column means of scikit-criteria's old way,
 * 0.648, 0.230, 0.122. */
static void hierarchy_of_pymcdm(void **state) {
    (void)state;
    static const double a[] = {1, 3, 5, 1. / 3, 1, 2, 1. / 5, 1. / 2, 1};
    static const double turned[] = {1, 1. / 3, 1. / 5, 3, 1, 1. / 2, 5, 2, 1};
    static const double expected[] = {0.64832901, 0.22965079, 0.12202019};
    double w[3];
    double lambda;
    double index;
    double ratio;
    weigh(ATTAIN_WEIGHTING_AHP_EIGENVECTOR, a, 3, 3, NULL, w, NULL);
    check(w, expected, 3, 2e-8);
    assert_int_equal(attain_pairwise_consistency(turned, 3, 3, w, 0.5799,
                                                 &lambda, &index, &ratio, NULL),
                     ATTAIN_OK);
    assert_close(ratio, 0.0031855476, 1e-7);
    assert_close(lambda, 3 + 2 * index, 1e-15);
    assert_close(index, 0.0031855476 * 0.5799, 1e-7);
    /* For three, row geometric means are the eigenvector. */
    weigh(ATTAIN_WEIGHTING_AHP_GEOMETRIC_MEAN, a, 3, 3, NULL, w, NULL);
    check(w, expected, 3, 2e-8);
    weigh(ATTAIN_WEIGHTING_AHP_COLUMN_MEAN, a, 3, 3, NULL, w, NULL);
    check(w,
          (double[]){(15. / 23 + 2. / 3 + 5. / 8) / 3,
                     (5. / 23 + 2. / 9 + 2. / 8) / 3,
                     (3. / 23 + 1. / 9 + 1. / 8) / 3},
          3, 1e-15);
}

/* What is consistent is found by all three, and has λ = n. */
static void hierarchy_that_is_consistent(void **state) {
    (void)state;
    static const double expected[] = {0.5, 0.25, 0.125, 0.125};
    double a[16];
    for (int i = 0; i < 16; i++)
        a[i] = expected[i / 4] / expected[i % 4];
    for (int32_t m = ATTAIN_WEIGHTING_AHP_EIGENVECTOR;
         m <= ATTAIN_WEIGHTING_AHP_GEOMETRIC_MEAN; m++) {
        double w[4];
        double lambda;
        weigh(m, a, 4, 4, NULL, w, NULL);
        check(w, expected, 4, 4e-16);
        for (int i = 0; i < 16; i++)
            a[i] = expected[i % 4] / expected[i / 4];
        assert_int_equal(attain_pairwise_consistency(a, 4, 4, w, NAN, &lambda,
                                                     NULL, NULL, NULL),
                         ATTAIN_OK);
        assert_close(lambda, 4, 1e-15);
        for (int i = 0; i < 16; i++)
            a[i] = expected[i / 4] / expected[i % 4];
    }
}

static void hierarchy_of_one_and_two(void **state) {
    (void)state;
    double w[2];
    double lambda;
    double index;
    double ratio;
    weigh(ATTAIN_WEIGHTING_AHP_EIGENVECTOR, (double[]){1}, 1, 1, NULL, w, NULL);
    assert_same(w[0], 1);
    weigh(ATTAIN_WEIGHTING_AHP_EIGENVECTOR, (double[]){1, 3, 1. / 3, 1}, 2, 2,
          NULL, w, NULL);
    check(w, (double[]){0.75, 0.25}, 2, 2e-15);
    assert_int_equal(attain_pairwise_consistency((double[]){1, 1. / 3, 3, 1}, 2,
                                                 2, w, NAN, &lambda, &index,
                                                 &ratio, NULL),
                     ATTAIN_OK);
    assert_same(lambda, 2);
    assert_same(index, 0);
    assert_same(ratio, 0);
}

/* pymcdm builds an error for a matrix that is not square, and does not raise
 * it. */
static void pymcdm_hierarchy_of_wrong_size(void **state) {
    (void)state;
    static const double a[] = {1, 3, 1. / 3, 1, 2, 2};
    static const double upper[] = {1, 3, 3, 1};
    static const double zero[] = {1, 0, 3, 1};
    static const double blank[] = {1, NAN, 3, 1};
    static const double w[] = {1, 1};
    static const double minus[] = {1, -1};
    double out[3] = {7, 7, 7};
    const int32_t m = ATTAIN_WEIGHTING_AHP_EIGENVECTOR;
    for (int32_t k = m; k <= ATTAIN_WEIGHTING_AHP_GEOMETRIC_MEAN; k++) {
        assert_int_equal(
            attain_weigh(k, NULL, 0, a, 3, 2, 2, NULL, out, NULL, NULL),
            ATTAIN_ERR_ARGUMENT);
        assert_int_equal(
            attain_weigh(k, NULL, 0, upper, 2, 2, 2, NULL, out, NULL, NULL),
            ATTAIN_ERR_VALUE);
        assert_int_equal(
            attain_weigh(k, NULL, 0, blank, 2, 2, 2, NULL, out, NULL, NULL),
            ATTAIN_ERR_VALUE);
    }
    assert_int_equal(
        attain_weigh(m, NULL, 0, zero, 2, 2, 2, NULL, out, NULL, NULL),
        ATTAIN_ERR_VALUE);
    assert_same(out[0], 7);
#define CONSISTENCY(values, n, stride, weights)                                \
    attain_pairwise_consistency(values, n, stride, weights, 1, out, NULL,      \
                                NULL, NULL)
    assert_int_equal(CONSISTENCY(NULL, 2, 2, w), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CONSISTENCY(upper, 2, 2, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CONSISTENCY(upper, 2, 1, w), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(CONSISTENCY(upper, 2, 2, minus), ATTAIN_ERR_VALUE);
    assert_int_equal(CONSISTENCY(zero, 2, 2, w), ATTAIN_ERR_VALUE);
    assert_same(out[0], 7);
}

static void entropy_of_pymcdm_and_scikit_criteria(void **state) {
    (void)state;
    double w[3];
    weigh(ATTAIN_WEIGHTING_ENTROPY, (double[]){1, 2, 4, 16}, 2, 2, NULL, w,
          NULL);
    check(w, (double[]){0.35888879, 0.64111121}, 2, 2e-8);
    weigh(ATTAIN_WEIGHTING_ENTROPY,
          (double[]){1, 10, 0, 2, 11, 5, 3, 12, 6, 4, 13, 7}, 3, 4, NULL, w,
          NULL);
    check(w, (double[]){0.2607785, 0.01160857, 0.72761293}, 3, 4e-7);
    /* On 0…1 all of these are 0, 1/3, 2/3, 1, and a multiple of it. */
    weigh(ATTAIN_WEIGHTING_ENTROPY_MINMAX,
          (double[]){1, 10, 9, 2, 11, 8, 3, 12, 7, 4, 13, 6}, 3, 4,
          (int32_t[]){0, 0, 1}, w, NULL);
    check(w, (double[]){1. / 3, 1. / 3, 1. / 3}, 3, 4e-16);
    weigh(ATTAIN_WEIGHTING_ENTROPY_MINMAX, (double[]){0, 0, 1, 1, 2, 8}, 2, 3,
          NULL, w, NULL);
    /* p: 0 1/3 2/3 and 0 1/9 8/9. */
    double a = 1 + (log(1. / 3) / 3 + log(2. / 3) * 2 / 3) / log(3);
    double b = 1 + (log(1. / 9) / 9 + log(8. / 9) * 8 / 9) / log(3);
    check(w, (double[]){a / (a + b), b / (a + b)}, 2, 1e-14);
}

/* Diakoulaki, Mavrotas and Papayannakis 1995, Table 1. */
static const double diakoulaki[] = {
    61,  1.08, 4.33, 20.7, 0.26, 4.34, 16.3, 1.98, 2.53, 9,     3.29, 1.65,
    5.4, 2.77, 2.33, 4,    4.12, 1.21, -6.1, 3.52, 2.10, -34.6, 3.31, .98};

static void critic_of_diakoulaki(void **state) {
    (void)state;
    static const double expected[] = {0.20222554, 0.48090173, 0.31687273};
    double w[3];
    double turned[24];
    weigh(ATTAIN_WEIGHTING_CRITIC, diakoulaki, 3, 8, NULL, w, NULL);
    check(w, expected, 3, 2e-8);
    /* Turned by hand or by the call. */
    for (int i = 0; i < 24; i++)
        turned[i] = i % 3 == 1 ? 7 - diakoulaki[i] : diakoulaki[i];
    weigh(ATTAIN_WEIGHTING_CRITIC, turned, 3, 8, (int32_t[]){0, 1, 0}, w, NULL);
    check(w, expected, 3, 2e-8);
}

/* A constant column makes all of pymcdm's CRITIC weights NaN. Here it has 0,
 * and no correlation. */
static void pymcdm_critic_of_a_constant_column(void **state) {
    (void)state;
    static const double rows[] = {1, 0.1, 4, 2, 0.1, 3, 3, 0.1, 9};
    double w[3];
    uint8_t why[3];
    weigh(ATTAIN_WEIGHTING_CRITIC, rows, 3, 3, NULL, w, why);
    assert_same(w[1], 0);
    assert_close(w[0] + w[2], 1, 1e-15);
    assert_true(w[0] > 0 && w[2] > 0);
    assert_int_equal(why[0], ATTAIN_REASON_NONE);
}

/* Keshavarz-Ghorabaee et al. 2021, Table 6. */
static void merec_of_keshavarz(void **state) {
    (void)state;
    static const double rows[] = {450, 8000, 54,   145,  10,  9100, 2,
                                  160, 100,  8200, 31,   153, 220,  9300,
                                  1,   162,  5,    8400, 23,  158};
    static const double with_blank[] = {
        450, 8000, 54, 145, 10, 9100, 2,  160, 100, 8200, 31,  153,
        220, 9300, 1,  162, 5,  8400, 23, 158, 1,   1,    NAN, 900};
    double w[4];
    double again[4];
    weigh(ATTAIN_WEIGHTING_MEREC, rows, 4, 5, (int32_t[]){0, 0, 1, 1}, w, NULL);
    check(w, (double[]){0.5752, 0.0141, 0.4016, 0.0091}, 4, 3e-3);
    assert_true(fabs(w[0] - 0.5752) < 5e-5 && fabs(w[3] - 0.0091) < 5e-5);
    weigh(ATTAIN_WEIGHTING_MEREC, with_blank, 4, 6, (int32_t[]){0, 0, 1, 1},
          again, NULL);
    for (int i = 0; i < 4; i++)
        assert_same(again[i], w[i]);
}

/* scikit-criteria's tests. */
static void spreads_of_scikit_criteria(void **state) {
    (void)state;
    static const double rows[] = {5, 6, 7, 5.5, 6.1, 8, 4, 5, 9};
    double w[3];
    weigh(ATTAIN_WEIGHTING_GINI, rows, 3, 3, NULL, w, NULL);
    check(w, (double[]){0.412, 0.2562, 0.3319}, 3, 3e-4);
    weigh(ATTAIN_WEIGHTING_STANDARD_DEVIATION, (double[]){1, 2, 4, 16}, 2, 2,
          NULL, w, NULL);
    check(w, (double[]){0.176471, 0.82353}, 2, 3e-6);
    weigh(ATTAIN_WEIGHTING_COEFFICIENT_OF_VARIATION, (double[]){1, 2, 4, 16}, 2,
          2, NULL, w, NULL);
    check(w, (double[]){0.6 / (0.6 + 7. / 9), 7. / 9 / (0.6 + 7. / 9)}, 2,
          1e-15);
}

/* McNeil 1977, violent crime in the states of the USA (R's USArrests). */
static const double arrests[4][50] = {
    {13.2, 10,   8.1,  8.8,  9,    7.9,  3.3,  5.9, 15.4, 17.4, 5.3,  2.6, 10.4,
     7.2,  2.2,  6,    9.7,  15.4, 2.1,  11.3, 4.4, 12.1, 2.7,  16.1, 9,   6,
     4.3,  12.2, 2.1,  7.4,  11.4, 11.1, 13,   0.8, 7.3,  6.6,  4.9,  6.3, 3.4,
     14.4, 3.8,  13.2, 12.7, 3.2,  2.2,  8.5,  4,   5.7,  2.6,  6.8},
    {236, 263, 294, 190, 276, 204, 110, 238, 335, 211, 46,  120, 249,
     113, 56,  115, 109, 249, 83,  300, 149, 255, 72,  259, 178, 109,
     102, 252, 57,  159, 285, 254, 337, 45,  120, 151, 159, 106, 174,
     279, 86,  188, 201, 120, 48,  156, 145, 81,  53,  161},
    {58, 48, 80, 50, 91, 78, 77, 72, 80, 60, 83, 54, 83, 65, 57, 66, 52,
     66, 51, 67, 85, 74, 66, 44, 70, 53, 62, 81, 56, 89, 70, 86, 45, 44,
     75, 68, 67, 72, 87, 48, 45, 59, 80, 80, 32, 63, 73, 39, 66, 60},
    {21.2, 44.5, 31,   19.5, 40.6, 38.7, 11.1, 15.8, 31.9, 25.8,
     20.2, 14.2, 24,   21,   11.3, 18,   16.3, 22.2, 7.8,  27.8,
     16.3, 35.1, 14.9, 17.1, 28.2, 16.4, 16.5, 46,   9.5,  18.8,
     32.1, 26.1, 16.1, 7.3,  21.4, 20,   29.3, 14.9, 8.3,  22.5,
     12.8, 26.9, 25.5, 22.9, 11.2, 20.7, 26.2, 9.3,  10.8, 15.6}};

/* Loadings that R's prcomp prints, and eigenvalues. */
static void components_of_arrests(void **state) {
    (void)state;
    static const double first[] = {0.5358995, 0.5831836, 0.2781909, 0.5434321};
    static const double second[] = {-0.4181808654, -0.1879856042, 0.8728061930,
                                    0.1673186354};
    static const double all = 0;
    double w[4];
    const int32_t m = ATTAIN_WEIGHTING_PRINCIPAL_COMPONENTS;
    assert_int_equal(attain_weigh(ATTAIN_WEIGHTING_FIRST_COMPONENT, NULL, 0,
                                  arrests[0], 4, 50, 50, NULL, w, NULL, NULL),
                     ATTAIN_OK);
    for (int i = 0; i < 4; i++)
        assert_close(w[i], first[i] * first[i], 1e-6);
    /* Eigenvalues 2.4802, 0.9898, 0.3566, 0.1734: only the first reaches 1. */
    double one[4];
    assert_int_equal(
        attain_weigh(m, NULL, 0, arrests[0], 4, 50, 50, NULL, one, NULL, NULL),
        ATTAIN_OK);
    check(one, w, 4, 1e-15);
    assert_int_equal(attain_weigh(m, (double[]){0.98}, 1, arrests[0], 4, 50, 50,
                                  NULL, w, NULL, NULL),
                     ATTAIN_OK);
    for (int i = 0; i < 4; i++)
        assert_close(w[i],
                     (2.4802415791 * first[i] * first[i] +
                      0.9897651525 * second[i] * second[i]) /
                         (2.4802415791 + 0.9897651525),
                     1e-6);
    assert_int_equal(
        attain_weigh(m, &all, 1, arrests[0], 4, 50, 50, NULL, w, NULL, NULL),
        ATTAIN_OK);
    check(w, (double[]){0.25, 0.25, 0.25, 0.25}, 4, 1e-14);
}

static void components_that_are_not_determined(void **state) {
    (void)state;
    static const double apart[] = {1, 1, 1, -1, -1, 1, -1, -1};
    static const double one[] = {1, 0.1, 2, 0.1, 4, 0.1};
    static const double blanks[] = {1, NAN, NAN, 2};
    double w[2];
    uint8_t why[2];
    weigh(ATTAIN_WEIGHTING_FIRST_COMPONENT, apart, 2, 4, NULL, w, why);
    assert_true(isnan(w[0]));
    assert_int_equal(why[1], ATTAIN_REASON_UNDEFINED);
    weigh(ATTAIN_WEIGHTING_FIRST_COMPONENT, one, 2, 3, NULL, w, why);
    check(w, (double[]){1, 0}, 2, 0);
    weigh(ATTAIN_WEIGHTING_PRINCIPAL_COMPONENTS, blanks, 2, 2, NULL, w, why);
    assert_int_equal(why[0], ATTAIN_REASON_MISSING);
}

/* Against the definition, on a matrix with known eigenvectors. */
static void jacobi_finds_eigenvectors(void **state) {
    (void)state;
    enum { N = 12 };
    double a[N * N];
    double kept[N * N];
    double values[N];
    double vectors[N * N];
    uint64_t seed = 5;
    for (int i = 0; i < N; i++) {
        for (int j = i; j < N; j++)
            a[i * N + j] = a[j * N + i] =
                (double)(support_random(&seed) % 2001) - 1000;
    }
    memcpy(kept, a, sizeof a);
    assert_true(attain_i_jacobi(a, N, values, vectors));
    for (int k = 0; k < N; k++) {
        assert_true(k == 0 || values[k] <= values[k - 1]);
        for (int i = 0; i < N; i++) {
            double image = 0;
            double product = 0;
            for (int j = 0; j < N; j++) {
                image += kept[i * N + j] * vectors[k * N + j];
                product += vectors[i * N + j] * vectors[k * N + j];
            }
            assert_true(fabs(image - values[k] * vectors[k * N + i]) < 1e-10);
            assert_true(fabs(product - (i == k)) < 1e-14);
        }
    }
}

static void allocations_are_means_of_shares(void **state) {
    (void)state;
    static const double rows[] = {50, 30, 20, 6, 3, 1, NAN, 1, 1, 0, 0, 0};
    double w[3];
    uint8_t why[3];
    weigh(ATTAIN_WEIGHTING_BUDGET_ALLOCATION, rows, 3, 4, NULL, w, NULL);
    check(w, (double[]){0.55, 0.3, 0.15}, 3, 1e-15);
    weigh(ATTAIN_WEIGHTING_BUDGET_ALLOCATION, rows + 6, 3, 1, NULL, w, why);
    assert_int_equal(why[0], ATTAIN_REASON_MISSING);
    weigh(ATTAIN_WEIGHTING_BUDGET_ALLOCATION, rows + 9, 3, 1, NULL, w, why);
    assert_int_equal(why[0], ATTAIN_REASON_WEIGHTLESS);
}

/* Hollander and Wolfe 1973, rounding first base, 22 runners × 3 methods: R's
 * friedman.test prints 11.143, which is k(n − 1)W. */
static void agreement_of_hollander_and_wolfe(void **state) {
    (void)state;
    static const double rows[22][3] = {
        {5.40, 5.50, 5.55}, {5.85, 5.70, 5.75}, {5.20, 5.60, 5.50},
        {5.55, 5.50, 5.40}, {5.90, 5.85, 5.70}, {5.45, 5.55, 5.60},
        {5.40, 5.40, 5.35}, {5.45, 5.50, 5.35}, {5.25, 5.15, 5.00},
        {5.85, 5.80, 5.70}, {5.25, 5.20, 5.10}, {5.65, 5.55, 5.45},
        {5.60, 5.35, 5.45}, {5.05, 5.00, 4.95}, {5.50, 5.50, 5.40},
        {5.45, 5.55, 5.50}, {5.55, 5.55, 5.35}, {5.45, 5.50, 5.55},
        {5.50, 5.45, 5.25}, {5.65, 5.60, 5.40}, {5.70, 5.65, 5.55},
        {6.30, 6.30, 6.25}};
    double matrix[3 * 23];
    double out;
    uint8_t why;
    for (int i = 0; i < 22; i++)
        for (int c = 0; c < 3; c++)
            matrix[c * 23 + i] = rows[i][c];
    matrix[22] = NAN; /* one who left a blank */
    matrix[45] = matrix[68] = 1;
    assert_int_equal(
        attain_allocation_agreement(matrix, 3, 23, 23, &out, &why, NULL),
        ATTAIN_OK);
    assert_close(out * 22 * 2, 11.14285714285714, 1e-14);
    assert_int_equal(why, ATTAIN_REASON_NONE);
    assert_int_equal(
        attain_allocation_agreement(matrix, 3, 23, 1, &out, &why, NULL),
        ATTAIN_OK);
    assert_int_equal(why, ATTAIN_REASON_TOO_FEW);
    assert_int_equal(attain_allocation_agreement((double[]){1, 1, 1, 1}, 2, 2,
                                                 2, &out, &why, NULL),
                     ATTAIN_OK);
    assert_true(isnan(out));
    assert_int_equal(why, ATTAIN_REASON_CONSTANT);
}

static void effective_weights_go_down_a_tree(void **state) {
    (void)state;
    /* A child may stand before its parent. */
    static const int32_t parents[] = {2, 2, -1, 2, 3, 3, -5, 6};
    static const double weights[] = {1, 1, 3, 2, 1, 3, 1, 0};
    double out[8];
    uint8_t why[8];
    assert_int_equal(
        attain_effective_weights(parents, weights, 8, out, why, NULL),
        ATTAIN_OK);
    check(out,
          (double[]){.75 / 4, .75 / 4, .75, .75 / 2, .75 / 8, .75 * 3 / 8, .25,
                     NAN},
          8, 1e-15);
    assert_int_equal(why[7], ATTAIN_REASON_WEIGHTLESS);
    assert_int_equal(why[6], ATTAIN_REASON_NONE);
    assert_int_equal(attain_effective_weights(NULL, NULL, 0, NULL, NULL, NULL),
                     ATTAIN_OK);
}

static void trees_that_are_none_are_rejected(void **state) {
    (void)state;
    static const double weights[] = {1, 1, 1};
    double out[3] = {7, 7, 7};
    attain_error err;
#define TREE(parents, weights)                                                 \
    attain_effective_weights(parents, weights, 3, out, NULL, &err)
    assert_int_equal(TREE(((int32_t[]){-1, 2, 1}), weights), ATTAIN_ERR_VALUE);
    assert_int_equal(TREE(((int32_t[]){-1, 3, 1}), weights), ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 1);
    assert_int_equal(TREE(((int32_t[]){-1, 0, 0}), ((double[]){1, NAN, 1})),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(TREE(((int32_t[]){-1, 0, 0}), ((double[]){1, 1, -1})),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(TREE(NULL, weights), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(TREE(((int32_t[]){-1, 0, 0}), NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_effective_weights((int32_t[]){-1}, weights, 1, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_effective_weights((int32_t[]){-1}, weights,
                                              SIZE_MAX / 8, out, NULL, NULL),
                     ATTAIN_ERR_MEMORY);
    assert_same(out[0], 7);
}

/* Constant columns weigh nothing; blanks are left out; without any value there
 * are no weights. */
static void columns_without_a_spread(void **state) {
    (void)state;
    static const double rows[] = {1, 5, 2, 5, NAN, 5, 4, 5};
    static const double constant[] = {3, 5, 3, 5};
    static const double empty[] = {3, NAN, 4, NAN};
    static const double minus[] = {-3, 1, -4, 2};
    double w[2];
    uint8_t why[2];
    for (int32_t m = ATTAIN_WEIGHTING_ENTROPY;
         m <= ATTAIN_WEIGHTING_COEFFICIENT_OF_VARIATION; m++) {
        weigh(m, rows, 2, 4, NULL, w, why);
        check(w, (double[]){1, 0}, 2, 0);
        assert_int_equal(why[0], 0);
        weigh(m, constant, 2, 2, NULL, w, why);
        assert_true(isnan(w[0]) && isnan(w[1]));
        assert_int_equal(why[0], ATTAIN_REASON_CONSTANT);
        weigh(m, empty, 2, 2, NULL, w, why);
        assert_true(isnan(w[0]) && isnan(w[1]));
        assert_int_equal(why[0], ATTAIN_REASON_MISSING);
        assert_int_equal(why[1], ATTAIN_REASON_MISSING);
    }
    weigh(ATTAIN_WEIGHTING_COEFFICIENT_OF_VARIATION, minus, 2, 2, NULL, w, why);
    assert_int_equal(why[0], ATTAIN_REASON_NOT_POSITIVE);
    assert_int_equal(why[1], ATTAIN_REASON_MISSING);
}

/* The order of rows changes no bit. */
static void order_of_rows_does_not_matter(void **state) {
    (void)state;
    double turned[4][50];
    for (int c = 0; c < 4; c++)
        for (int i = 0; i < 50; i++)
            turned[c][i] = arrests[c][(i * 7) % 50];
    for (int32_t m = ATTAIN_WEIGHTING_BUDGET_ALLOCATION;
         m <= ATTAIN_WEIGHTING_COEFFICIENT_OF_VARIATION; m++) {
        double a[4];
        double b[4];
        if (m >= ATTAIN_WEIGHTING_AHP_EIGENVECTOR &&
            m <= ATTAIN_WEIGHTING_AHP_GEOMETRIC_MEAN)
            continue;
        assert_int_equal(attain_weigh(m, NULL, 0, arrests[0], 4, 50, 50, NULL,
                                      a, NULL, NULL),
                         ATTAIN_OK);
        assert_int_equal(
            attain_weigh(m, NULL, 0, turned[0], 4, 50, 50, NULL, b, NULL, NULL),
            ATTAIN_OK);
        for (int c = 0; c < 4; c++)
            assert_same(b[c], a[c]);
        assert_close(a[0] + a[1] + a[2] + a[3], 1, 4e-16);
    }
}

static void bad_arguments_are_rejected(void **state) {
    (void)state;
    static const double values[] = {1, 2, 0, -1, 2, INFINITY};
    static const double more[] = {1, 2, 3};
    double w[3] = {7, 7, 7};
    attain_error err;
#define WEIGH(m, p, n, values, columns, stride, count, down, out)              \
    attain_weigh(m, p, n, values, columns, stride, count, down, out, NULL, &err)
    assert_int_equal(WEIGH(99, NULL, 0, values, 1, 2, 2, NULL, w),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(WEIGH(6, more, 3, values, 1, 2, 2, NULL, w),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(WEIGH(6, NULL, 0, NULL, 1, 2, 2, NULL, w),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(WEIGH(6, NULL, 0, values, 1, 2, 2, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(WEIGH(6, NULL, 0, values, 2, 1, 2, NULL, w),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(WEIGH(8, NULL, 0, values, 1, 2, 2, ((int32_t[]){2}), w),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        WEIGH(ATTAIN_WEIGHTING_GIVEN, NULL, 0, values, 1, 2, 2, NULL, w),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        WEIGH(ATTAIN_WEIGHTING_ENTROPY, NULL, 0, values, 2, 2, 2, NULL, w),
        ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 1);
    assert_int_equal(
        WEIGH(ATTAIN_WEIGHTING_MEREC, NULL, 0, values + 2, 1, 1, 1, NULL, w),
        ATTAIN_ERR_VALUE);
    assert_int_equal(
        WEIGH(ATTAIN_WEIGHTING_CRITIC, NULL, 0, values, 3, 2, 2, NULL, w),
        ATTAIN_ERR_VALUE);
    assert_int_equal(err.row, 2);
    assert_int_equal(attain_weigh(ATTAIN_WEIGHTING_EQUAL, NULL, 0, NULL,
                                  SIZE_MAX / 8, 0, 0, NULL, w, NULL, NULL),
                     ATTAIN_ERR_MEMORY);
    assert_int_equal(WEIGH(0, NULL, 0, NULL, 0, 0, 0, NULL, NULL), ATTAIN_OK);
#define AGREE(values, columns, stride, count, out)                             \
    attain_allocation_agreement(values, columns, stride, count, out, NULL, &err)
    assert_int_equal(AGREE(NULL, 1, 1, 1, w), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(AGREE(values, 1, 1, 1, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(AGREE(values, 2, 1, 2, w), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(AGREE(values, 3, 2, 2, w), ATTAIN_ERR_VALUE);
    assert_int_equal(AGREE(values, SIZE_MAX / 8, 2, 2, w), ATTAIN_ERR_MEMORY);
    for (int i = 0; i < 3; i++)
        assert_same(w[i], 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_and_given),
        cmocka_unit_test(hierarchy_of_pymcdm),
        cmocka_unit_test(hierarchy_that_is_consistent),
        cmocka_unit_test(hierarchy_of_one_and_two),
        cmocka_unit_test(pymcdm_hierarchy_of_wrong_size),
        cmocka_unit_test(entropy_of_pymcdm_and_scikit_criteria),
        cmocka_unit_test(critic_of_diakoulaki),
        cmocka_unit_test(pymcdm_critic_of_a_constant_column),
        cmocka_unit_test(merec_of_keshavarz),
        cmocka_unit_test(spreads_of_scikit_criteria),
        cmocka_unit_test(components_of_arrests),
        cmocka_unit_test(components_that_are_not_determined),
        cmocka_unit_test(jacobi_finds_eigenvectors),
        cmocka_unit_test(allocations_are_means_of_shares),
        cmocka_unit_test(agreement_of_hollander_and_wolfe),
        cmocka_unit_test(effective_weights_go_down_a_tree),
        cmocka_unit_test(trees_that_are_none_are_rejected),
        cmocka_unit_test(columns_without_a_spread),
        cmocka_unit_test(order_of_rows_does_not_matter),
        cmocka_unit_test(bad_arguments_are_rejected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
