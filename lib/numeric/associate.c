#include "numeric/associate.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/adder.h"
#include "numeric/method.h"
#include "numeric/rank.h"
#include "numeric/sum.h"

/* --- Pairs ---------------------------------------------------------------- */

size_t attain_i_pairs_room(size_t count) {
    /* x, y, w and two ranks; items, and as many to sort them with. */
    return 5 * count + 2 * count * (sizeof(attain_i_item) / sizeof(double));
}

void attain_i_pairs_lay(attain_i_pairs *pairs, size_t count, int weighted,
                        double *room) {
    pairs->items = (attain_i_item *)(void *)room;
    room += 2 * count * (sizeof(attain_i_item) / sizeof(double));
    pairs->x = room;
    pairs->y = room + count;
    pairs->w = weighted ? room + 2 * count : NULL;
    pairs->rank_x = room + 3 * count;
    pairs->rank_y = room + 4 * count;
}

void attain_i_pairs_take(attain_i_pairs *pairs, const double *x,
                         const double *y, const double *weights,
                         const double *use, size_t count) {
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        double w = weights == NULL ? 1 : weights[i];
        if (isnan(x[i]) || isnan(y[i]) || !(w > 0) ||
            (use != NULL && isnan(use[i])))
            continue;
        pairs->x[n] = x[i];
        pairs->y[n] = y[i];
        if (pairs->w != NULL)
            pairs->w[n] = w;
        n++;
    }
    pairs->count = n;
    pairs->fault = 0;
    pairs->weight = pairs->w == NULL ? (double)n : attain_i_sum(pairs->w, n);
}

/* --- Products of deviations ----------------------------------------------- */

/* Σw a b, as w · (a · b). */
static double product_sum(attain_i_pairs *pairs, const double *a,
                          const double *b) {
    enum { BLOCK = 256 };
    attain_i_adder adder;
    double terms[BLOCK];
    attain_i_adder_init(&adder);
    for (size_t from = 0; from < pairs->count; from += BLOCK) {
        size_t n = pairs->count - from < BLOCK ? pairs->count - from : BLOCK;
        for (size_t i = 0; i < n; i++) {
            double product =
                b == NULL ? a[from + i] : a[from + i] * b[from + i];
            terms[i] =
                pairs->w == NULL ? product : pairs->w[from + i] * product;
        }
        attain_i_adder_add(&adder, terms, n);
    }
    double value = attain_i_adder_value(&adder);
    pairs->fault |= isnan(value);
    return value;
}

/* Makes of `a` its deviations, in units of the largest. 0: all are equal. */
static double deviate(attain_i_pairs *pairs, double *a) {
    double least = a[0];
    double most = a[0];
    for (size_t i = 1; i < pairs->count; i++) {
        least = a[i] < least ? a[i] : least;
        most = a[i] > most ? a[i] : most;
    }
    if (least == most)
        return 0;
    double mean = product_sum(pairs, a, NULL) / pairs->weight;
    double unit = most - mean > mean - least ? most - mean : mean - least;
    pairs->fault |= !(unit <= DBL_MAX);
    for (size_t i = 0; i < pairs->count; i++)
        a[i] = (a[i] - mean) / unit;
    return unit;
}

typedef struct products {
    double xx;
    double yy;
    double xy;
} products;

/* Sums around the means themselves: what their rounding left is taken off. */
static products multiply(attain_i_pairs *pairs, const double *x,
                         const double *y) {
    double rest_x = product_sum(pairs, x, NULL) / pairs->weight;
    double rest_y = product_sum(pairs, y, NULL) / pairs->weight;
    double n = pairs->weight;
    products p;
    p.xx = product_sum(pairs, x, x) - n * (rest_x * rest_x);
    p.yy = product_sum(pairs, y, y) - n * (rest_y * rest_y);
    p.xy = product_sum(pairs, x, y) - n * (rest_x * rest_y);
    return p;
}

static double within_one(double r) {
    return r > 1 ? 1 : r < -1 ? -1 : r;
}

/* Two-sided p of r by Student's t. */
static void test_by_student(const attain_i_pairs *pairs,
                            attain_i_association *out) {
    double freedom = (double)pairs->count - 2;
    double r = fabs(out->value);
    if (pairs->w != NULL || !(freedom > 0))
        return;
    out->test = ATTAIN_ASSOCIATION_TEST_STUDENT;
    if (r == 1) {
        out->p = 0;
        return;
    }
    double t = r * sqrt(freedom / ((1 - r) * (1 + r)));
    out->p = 2 * attain_student_cdf(-t, freedom);
}

/* --- One function a row --------------------------------------------------- */

typedef void associate(attain_i_pairs *pairs, const double *parameters,
                       attain_i_association *out);

double attain_i_pearson(attain_i_pairs *pairs, double *x, double *y,
                        uint8_t *reason) {
    *reason = ATTAIN_REASON_TOO_FEW;
    if (pairs->count < 2)
        return (double)NAN;
    double unit_x = deviate(pairs, x);
    double unit_y = deviate(pairs, y);
    *reason = ATTAIN_REASON_CONSTANT;
    if (unit_x == 0 || unit_y == 0)
        return (double)NAN;
    products p = multiply(pairs, x, y);
    *reason = ATTAIN_REASON_NONE;
    return within_one(p.xy / sqrt(p.xx * p.yy));
}

static void correlate(attain_i_pairs *pairs, double *x, double *y,
                      attain_i_association *out) {
    out->value = attain_i_pearson(pairs, x, y, &out->reason);
    if (out->reason == ATTAIN_REASON_NONE)
        test_by_student(pairs, out);
}

static void pearson(attain_i_pairs *pairs, const double *parameters,
                    attain_i_association *out) {
    (void)parameters;
    correlate(pairs, pairs->x, pairs->y, out);
}

static void rank_both(attain_i_pairs *pairs, int32_t ties) {
    attain_i_rank_column(ties, 1, pairs->x, pairs->count, pairs->items,
                         pairs->rank_x);
    attain_i_rank_column(ties, 1, pairs->y, pairs->count, pairs->items,
                         pairs->rank_y);
}

/* Ranks take no weights: each pair counts once. */
static void forget_weights(attain_i_pairs *pairs) {
    pairs->w = NULL;
    pairs->weight = (double)pairs->count;
}

static void spearman(attain_i_pairs *pairs, const double *parameters,
                     attain_i_association *out) {
    (void)parameters;
    double *weights = pairs->w;
    forget_weights(pairs);
    rank_both(pairs, ATTAIN_RANK_AVERAGE);
    correlate(pairs, pairs->rank_x, pairs->rank_y, out);
    pairs->w = weights;
}

static int ranks_equal(const double *ranks, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (ranks[i] != ranks[0])
            return 0;
    return 1;
}

static void kendall(attain_i_pairs *pairs, const double *parameters,
                    attain_i_association *out) {
    rank_both(pairs, ATTAIN_RANK_DENSE);
    if (ranks_equal(pairs->rank_x, pairs->count) ||
        ranks_equal(pairs->rank_y, pairs->count)) {
        out->reason = ATTAIN_REASON_CONSTANT;
        return;
    }
    attain_i_kendall(pairs, parameters[0], out);
}

static void covariance(attain_i_pairs *pairs, double divisor,
                       attain_i_association *out) {
    if (!(divisor > 0))
        return;
    double unit_x = deviate(pairs, pairs->x);
    double unit_y = deviate(pairs, pairs->y);
    out->value = 0;
    if (unit_x == 0 || unit_y == 0)
        return;
    products p = multiply(pairs, pairs->x, pairs->y);
    out->value = unit_x * (unit_y * (p.xy / divisor));
    pairs->fault |= !(fabs(out->value) <= DBL_MAX);
}

static void covariance_population(attain_i_pairs *pairs,
                                  const double *parameters,
                                  attain_i_association *out) {
    (void)parameters;
    covariance(pairs, pairs->weight, out);
}

static void covariance_sample(attain_i_pairs *pairs, const double *parameters,
                              attain_i_association *out) {
    (void)parameters;
    covariance(pairs, pairs->weight - 1, out);
}

typedef struct row {
    attain_i_method method;
    associate *compute;
} row;

#define W ATTAIN_METHOD_WEIGHTED
static const attain_i_parameter exact[] = {
    {"exact", "up to how many pairs without ties p is exact", 50, 0, 100},
    {NULL, NULL, 0, 0, 0}};

static const row rows[] = {
    {{"pearson", "Σw(x − X)(y − Y)/√(Σw(x − X)² Σw(y − Y)²)", "Pearson 1895", W,
      NULL},
     pearson},
    {{"spearman", "pearson of the average ranks", "Spearman 1904", 0, NULL},
     spearman},
    {{"kendall", "τ-b = (C − D)/√((n0 − n1)(n0 − n2))",
      "Kendall 1945; Knight 1966", 0, exact},
     kendall},
    {{"covariance_population", "Σw(x − X)(y − Y)/W",
      "NIST/SEMATECH e-Handbook of Statistical Methods, 6.5.4", W, NULL},
     covariance_population},
    {{"covariance_sample", "Σw(x − X)(y − Y)/(W − 1)",
      "NIST/SEMATECH e-Handbook of Statistical Methods, 6.5.4", W, NULL},
     covariance_sample},
};

const attain_i_methods attain_i_association_rows = {
    "association", rows, sizeof *rows, sizeof rows / sizeof *rows};

attain_i_association attain_i_associate(attain_i_pairs *pairs, int32_t method,
                                        const double *parameters) {
    attain_i_association out = {(double)NAN, (double)NAN,
                                ATTAIN_ASSOCIATION_TEST_NONE,
                                ATTAIN_REASON_NONE};
    if (pairs->count == 0)
        out.reason = ATTAIN_REASON_MISSING;
    else if (pairs->count == 1 &&
             method != ATTAIN_ASSOCIATION_COVARIANCE_POPULATION)
        out.reason = ATTAIN_REASON_TOO_FEW;
    else
        rows[method].compute(pairs, parameters, &out);
    if (isnan(out.value) && out.reason == ATTAIN_REASON_NONE)
        out.reason = ATTAIN_REASON_TOO_FEW;
    return out;
}
