#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/check.h"
#include "numeric/equity.h"
#include "numeric/method.h"
#include "numeric/rank.h"
#include "numeric/twofold.h"

/* Moments that the indices are made of. */
typedef struct moments {
    double mean;
    double covariance; /* of value and place */
    double variance;   /* of the place */
    double value_variance;
    double low; /* bounds */
    double high;
} moments;

/* NaN sets `reason`. */
typedef double formula(const moments *m, uint8_t *reason);

typedef struct row {
    attain_i_method method;
    formula *compute;
    int32_t bounded;  /* uses the bounds */
    int32_t gradient; /* the place is the background, not its rank */
} row;

static double over(double a, double b, uint8_t *reason) {
    if (b != 0)
        return a / b;
    *reason = ATTAIN_REASON_UNDEFINED;
    return (double)NAN;
}

static double over_mean(double a, const moments *m, uint8_t *reason) {
    if (m->mean > 0)
        return a / m->mean;
    *reason = ATTAIN_REASON_NOT_POSITIVE;
    return (double)NAN;
}

static double over_variance(double a, const moments *m, uint8_t *reason) {
    if (m->variance > 0)
        return a / m->variance;
    *reason = ATTAIN_REASON_CONSTANT;
    return (double)NAN;
}

static double concentration_index(const moments *m, uint8_t *reason) {
    return over_mean(2 * m->covariance, m, reason);
}

static double generalised(const moments *m, uint8_t *reason) {
    (void)reason;
    return 2 * m->covariance;
}

static double attainment(const moments *m, uint8_t *reason) {
    return over(2 * m->covariance, m->mean - m->low, reason);
}

static double shortfall(const moments *m, uint8_t *reason) {
    return over(-2 * m->covariance, m->high - m->mean, reason);
}

static double erreygers(const moments *m, uint8_t *reason) {
    (void)reason;
    return 8 * m->covariance / (m->high - m->low);
}

static double wagstaff(const moments *m, uint8_t *reason) {
    return over(2 * m->covariance * (m->high - m->low),
                (m->mean - m->low) * (m->high - m->mean), reason);
}

static double slope(const moments *m, uint8_t *reason) {
    return over_variance(m->covariance, m, reason);
}

static double relative_index(const moments *m, uint8_t *reason) {
    double value = slope(m, reason);
    return isnan(value) ? value : over_mean(value, m, reason);
}

static double explained(const moments *m, uint8_t *reason) {
    double value = slope(m, reason);
    if (m->value_variance > 0)
        return value * (m->covariance / m->value_variance);
    *reason = ATTAIN_REASON_CONSTANT;
    return (double)NAN;
}

static const attain_i_parameter bounds[] = {
    {"low", "smallest value there can be", 0, -1e300, 1e300},
    {"high", "largest value there can be", 1, -1e300, 1e300},
    {NULL, NULL, 0, 0, 0}};

#define W ATTAIN_METHOD_WEIGHTED

static const row rows[] = {
    [ATTAIN_CONCENTRATION_INDEX] = {{"concentration_index", "2 cov(v, R)/M",
                                     "Wagstaff, Paci and van Doorslaer 1991", W,
                                     NULL},
                                    concentration_index,
                                    0,
                                    0},
    [ATTAIN_CONCENTRATION_GENERALISED] = {{"generalised_concentration_index",
                                           "2 cov(v, R)",
                                           "Wagstaff, Paci and van Doorslaer "
                                           "1991",
                                           W, NULL},
                                          generalised,
                                          0,
                                          0},
    [ATTAIN_CONCENTRATION_ATTAINMENT] = {{"attainment_concentration_index",
                                          "2 cov(v, R)/(M − a)",
                                          "Erreygers and van Ourti 2011", W,
                                          bounds},
                                         attainment,
                                         1,
                                         0},
    [ATTAIN_CONCENTRATION_SHORTFALL] = {{"shortfall_concentration_index",
                                         "−2 cov(v, R)/(b − M)",
                                         "Erreygers and van Ourti 2011", W,
                                         bounds},
                                        shortfall,
                                        1,
                                        0},
    [ATTAIN_CONCENTRATION_ERREYGERS] = {{"erreygers", "8 cov(v, R)/(b − a)",
                                         "Erreygers 2009", W, bounds},
                                        erreygers,
                                        1,
                                        0},
    [ATTAIN_CONCENTRATION_WAGSTAFF] = {{"wagstaff",
                                        "2 cov(v, R)(b − a)/((M − a)(b − M))",
                                        "Wagstaff 2005", W, bounds},
                                       wagstaff,
                                       1,
                                       0},
    [ATTAIN_CONCENTRATION_SLOPE_INDEX] = {{"slope_index", "cov(v, R)/var(R)",
                                           "Mackenbach and Kunst 1997", W,
                                           NULL},
                                          slope,
                                          0,
                                          0},
    [ATTAIN_CONCENTRATION_RELATIVE_INDEX] = {{"relative_index",
                                              "cov(v, R)/var(R)/M",
                                              "Pamuk 1985 (by the mean)", W,
                                              NULL},
                                             relative_index,
                                             0,
                                             0},
    [ATTAIN_CONCENTRATION_GRADIENT] = {{"gradient", "cov(v, x)/var(x)",
                                        "least squares", W, NULL},
                                       slope,
                                       0,
                                       1},
    [ATTAIN_CONCENTRATION_EXPLAINED] = {{"explained",
                                         "cov(v, x)²/(var(v) var(x))",
                                         "least squares (R²)", W, NULL},
                                        explained,
                                        0,
                                        1},
};

const attain_i_methods attain_i_concentrations = {
    "concentration", rows, sizeof *rows, sizeof rows / sizeof *rows};

/* --- Moments of a column ------------------------------------------------- */

typedef struct work {
    const row *row;
    double low;
    double high;
    const double *weights;
    size_t count;
    /* By background. */
    attain_i_item *items;
    size_t item_count;
    /* Of the column at hand: the known elements, by background. */
    size_t known;
    double *v;
    double *w;
    double *place; /* R or x, less its mean */
    double *terms;
} work;

/* Takes the known elements with weight; false when one is out of bounds. */
static int take_column(work *k, const double *values) {
    int within = 1;
    k->known = 0;
    for (size_t i = 0; i < k->item_count; i++) {
        size_t at = (size_t)k->items[i].tag;
        double w = k->weights == NULL ? 1 : k->weights[at];
        double v = values[at];
        if (isnan(v) || !(w > 0))
            continue;
        within &= !k->row->bounded || (v >= k->low && v <= k->high);
        k->v[k->known] = v;
        k->w[k->known] = w;
        k->place[k->known++] = k->items[i].key;
    }
    return within;
}

static double sum_of_products(const work *k, const double *a, const double *b) {
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    attain_i_adder_products(&adder, a, b, k->known);
    return attain_i_adder_value(&adder);
}

static double sum_of(const double *terms, size_t count) {
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    attain_i_adder_add(&adder, terms, count);
    return attain_i_adder_value(&adder);
}

/* The share of weight below plus half of that with the same background, less
 * 1/2. */
static void place_by_rank(work *k, double weight) {
    twofold below = {0, 0};
    for (size_t from = 0; from < k->known;) {
        size_t to = from + 1;
        while (to < k->known && k->place[to] == k->place[from])
            to++;
        double tied = sum_of(k->w + from, to - from);
        twofold middle = twofold_add_double(below, tied / 2);
        double place = ((middle.high - weight / 2) + middle.low) / weight;
        below = twofold_add_double(below, tied);
        while (from < to)
            k->place[from++] = place;
    }
}

/* Subtracts the mean, and then what rounding left of it. */
static void center(const work *k, double *x, double weight) {
    for (int turn = 0; turn < 2; turn++) {
        double mean = sum_of_products(k, k->w, x) / weight;
        for (size_t i = 0; i < k->known; i++)
            x[i] -= mean;
    }
}

/* Σ(w/W) a b. */
static double mean_product(const work *k, const double *a, const double *b,
                           double weight) {
    for (size_t i = 0; i < k->known; i++)
        k->terms[i] = k->w[i] / weight * (a[i] * b[i]);
    return sum_of(k->terms, k->known);
}

static int all_equal(const double *x, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (x[i] != x[0])
            return 0;
    return 1;
}

/* The moments of the elements taken. */
static moments moments_of(work *k) {
    moments m = {0, 0, 0, 0, k->low, k->high};
    double weight = sum_of(k->w, k->known);
    int same_value = all_equal(k->v, k->known);
    int same_place = all_equal(k->place, k->known);
    m.mean = same_value ? k->v[0] : sum_of_products(k, k->w, k->v) / weight;
    center(k, k->v, weight);
    if (k->row->gradient)
        center(k, k->place, weight);
    else
        place_by_rank(k, weight);
    if (!same_place)
        m.variance = mean_product(k, k->place, k->place, weight);
    if (!same_value)
        m.value_variance = mean_product(k, k->v, k->v, weight);
    if (!same_place && !same_value)
        m.covariance = mean_product(k, k->v, k->place, weight);
    return m;
}

static double index_of(work *k, const double *values, uint8_t *reason) {
    *reason = ATTAIN_REASON_NONE;
    int within = take_column(k, values);
    if (k->known == 0)
        *reason = ATTAIN_REASON_MISSING;
    else if (!within)
        *reason = ATTAIN_REASON_UNDEFINED;
    if (*reason != ATTAIN_REASON_NONE)
        return (double)NAN;
    moments m = moments_of(k);
    return k->row->compute(&m, reason);
}

/* --- Each column --------------------------------------------------------- */

static attain_status check(const double *values, size_t column_count,
                           size_t stride, const double *weights,
                           const double *background, size_t count,
                           const double *out, attain_error *err) {
    if (values == NULL && count > 0 && column_count > 0)
        return attain_i_fail_null(err, "values");
    if (background == NULL && count > 0)
        return attain_i_fail_null(err, "background");
    if (out == NULL && column_count > 0)
        return attain_i_fail_null(err, "out");
    attain_status status =
        attain_i_check_finite(background, count, "background", err);
    if (status == ATTAIN_OK)
        status = attain_i_check_weights(weights, count, err);
    if (status == ATTAIN_OK)
        status =
            attain_i_check_columns(values, column_count, stride, count, err);
    return status;
}

/* Every index into `results` and `whys`; a sum beyond the range is an error. */
static attain_status each_column(work *k, const double *values,
                                 size_t column_count, size_t stride,
                                 double *results, uint8_t *whys,
                                 attain_error *err) {
    for (size_t c = 0; c < column_count; c++) {
        results[c] = index_of(k, values + c * stride, &whys[c]);
        if ((isnan(results[c]) && whys[c] == ATTAIN_REASON_NONE) ||
            fabs(results[c]) > DBL_MAX)
            return attain_i_fail_fault(ATTAIN_I_BEYOND_RANGE, c, err);
    }
    return ATTAIN_OK;
}

attain_status attain_concentrations(int32_t method, const double *parameters,
                                    size_t parameter_count,
                                    const double *values, size_t column_count,
                                    size_t stride, const double *weights,
                                    const double *background, size_t count,
                                    double *out, uint8_t *reasons,
                                    attain_error *err) {
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_allocator allocator;
    attain_status status =
        attain_i_method_prepare(&attain_i_concentrations, method, parameters,
                                parameter_count, complete, err);
    if (status == ATTAIN_OK)
        status = check(values, column_count, stride, weights, background, count,
                       out, err);
    if (status != ATTAIN_OK)
        return status;
    work k = {&rows[method], complete[0], complete[1], weights,
              count,         NULL,        0,           0,
              NULL,          NULL,        NULL,        NULL};
    if (k.row->bounded && !(k.low < k.high))
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "parameters", 1,
                             "high is not above low");
    if (count > SIZE_MAX / 256 || column_count > SIZE_MAX / 256)
        return attain_i_fail_memory(err);
    size_t size = 8 * count + 2 * column_count + 1;
    attain_i_allocator_set(&allocator, NULL);
    double *space = attain_i_allocate(&allocator, size, sizeof *space);
    if (space == NULL)
        return attain_i_fail_memory(err);
    k.items = (attain_i_item *)(void *)space;
    k.v = space + 4 * count;
    k.w = k.v + count;
    k.place = k.w + count;
    k.terms = k.place + count;
    double *results = k.terms + count;
    uint8_t *whys = (uint8_t *)(void *)(results + column_count);
    k.item_count =
        attain_i_rank_items(background, count, 1, k.items, k.items + count);
    status = each_column(&k, values, column_count, stride, results, whys, err);
    if (status == ATTAIN_OK && column_count > 0) {
        memcpy(out, results, column_count * sizeof *out);
        if (reasons != NULL)
            memcpy(reasons, whys, column_count);
    }
    attain_i_release(&allocator, space, size, sizeof *space);
    return status;
}
