#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/check.h"
#include "numeric/equity.h"
#include "numeric/limbs.h"
#include "numeric/method.h"

typedef struct row {
    attain_i_method method;
    int32_t by_background;
    int32_t nonnegative; /* and the mean above 0 */
    int32_t cumulative;  /* else the values themselves */
} row;

#define W ATTAIN_METHOD_WEIGHTED
#define N ATTAIN_METHOD_NEEDS_NONNEGATIVE

static const row rows[] = {
    [ATTAIN_CURVE_LORENZ] = {{"lorenz", "(Σw/W, Σwv/(WM)), v ascending",
                              "Lorenz 1905", W | N, NULL},
                             0,
                             1,
                             1},
    [ATTAIN_CURVE_GENERALISED_LORENZ] = {{"generalised_lorenz",
                                          "(Σw/W, Σwv/W), v ascending",
                                          "Shorrocks 1983", W, NULL},
                                         0,
                                         0,
                                         1},
    [ATTAIN_CURVE_CONCENTRATION] = {{"concentration",
                                     "(Σw/W, Σwv/(WM)), background ascending",
                                     "Kakwani 1977", W | N, NULL},
                                    1,
                                    1,
                                    1},
    [ATTAIN_CURVE_PEN] =
        {{"pen", "(Σw/W, v/M), v ascending", "Pen 1971", W | N, NULL}, 0, 1, 0},
};

const attain_i_methods attain_i_curves = {"curve", rows, sizeof *rows,
                                          sizeof rows / sizeof *rows};

/* The elements that take part, sorted by what the curve follows. */
typedef struct elements {
    const double *values;
    const double *weights;
    const double *background;
    attain_i_item *items;
    size_t count;
    double weight;
    double total;
    double least;
} elements;

static double weight_of(const elements *e, size_t i) {
    return e->weights == NULL ? 1 : e->weights[i];
}

/* Keeps what has a value, weight and background. `items` has room for twice
 * `count`. */
static void take(elements *e, size_t count) {
    attain_i_adder weights;
    attain_i_adder products;
    attain_i_adder_init(&weights);
    attain_i_adder_init(&products);
    e->count = 0;
    e->least = (double)INFINITY;
    for (size_t i = 0; i < count; i++) {
        double v = e->values[i];
        double w = weight_of(e, i);
        double key = e->background == NULL ? v : e->background[i];
        if (isnan(v) || isnan(key) || !(w > 0))
            continue;
        attain_i_adder_add(&weights, &w, 1);
        attain_i_adder_products(&products, &v, &w, 1);
        e->least = v < e->least ? v : e->least;
        e->items[e->count++] = (attain_i_item){key, (double)i};
    }
    e->weight = attain_i_adder_value(&weights);
    e->total = attain_i_adder_value(&products);
    attain_i_sort(e->items, e->count, e->items + count);
}

/* The points: both sums exact, each rounded once. Elements that tie are one
 * point, whose order does not show. */
static size_t draw(const elements *e, const row *curve, double *population,
                   double *share) {
    attain_sum weights;
    attain_sum products;
    size_t points = 1;
    double mean = e->total / e->weight;
    attain_sum_init(&weights);
    attain_sum_init(&products);
    population[0] = share[0] = 0;
    for (size_t i = 0; i < e->count; i++) {
        size_t at = (size_t)e->items[i].tag;
        double w = weight_of(e, at);
        attain_i_limbs_add(&weights, w);
        attain_i_limbs_add(&products, w * e->values[at]);
        if (i + 1 < e->count && e->items[i + 1].key == e->items[i].key)
            continue;
        double part = attain_i_limbs_value(&products);
        population[points] = attain_i_limbs_value(&weights) / e->weight;
        if (!curve->cumulative)
            share[points] = e->values[at] / mean;
        else
            share[points] = part / (curve->nonnegative ? e->total : e->weight);
        points++;
    }
    return points;
}

static uint8_t reason_of(const elements *e, const row *curve) {
    if (e->count == 0)
        return ATTAIN_REASON_MISSING;
    if (curve->nonnegative && e->least < 0)
        return ATTAIN_REASON_NEGATIVE;
    if (curve->nonnegative && !(e->total > 0))
        return ATTAIN_REASON_NOT_POSITIVE;
    return ATTAIN_REASON_NONE;
}

static attain_status check(const row *curve, const elements *e, size_t count,
                           const double *population, const double *share,
                           const size_t *point_count, attain_error *err) {
    if (e->values == NULL && count > 0)
        return attain_i_fail_null(err, "values");
    if (curve->by_background ? e->background == NULL && count > 0
                             : e->background != NULL)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "background", -1,
                             "the %s curve %s a background", curve->method.name,
                             curve->by_background ? "needs" : "has not");
    if (population == NULL)
        return attain_i_fail_null(err, "population");
    if (share == NULL)
        return attain_i_fail_null(err, "share");
    if (point_count == NULL)
        return attain_i_fail_null(err, "point_count");
    attain_status status =
        attain_i_check_finite(e->values, count, "values", err);
    if (status == ATTAIN_OK && e->background != NULL)
        status = attain_i_check_finite(e->background, count, "background", err);
    if (status == ATTAIN_OK)
        status = attain_i_check_weights(e->weights, count, err);
    return status;
}

static attain_status draw_checked(elements *e, const row *curve, size_t count,
                                  double *population, double *share,
                                  size_t *point_count, uint8_t *reason,
                                  attain_error *err) {
    take(e, count);
    if (isnan(e->weight) || isnan(e->total))
        return attain_i_fail_fault(ATTAIN_I_BEYOND_RANGE, 0, err);
    uint8_t why = reason_of(e, curve);
    *point_count = 0;
    if (why == ATTAIN_REASON_NONE)
        *point_count = draw(e, curve, population, share);
    if (reason != NULL)
        *reason = why;
    return ATTAIN_OK;
}

attain_status attain_curve_points(int32_t method, const double *parameters,
                                  size_t parameter_count, const double *values,
                                  const double *weights,
                                  const double *background, size_t count,
                                  double *population, double *share,
                                  size_t *point_count, uint8_t *reason,
                                  attain_error *err) {
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_allocator allocator;
    attain_status status = attain_i_method_prepare(
        &attain_i_curves, method, parameters, parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    elements e = {values, weights, background, NULL, 0, 0, 0, 0};
    status =
        check(&rows[method], &e, count, population, share, point_count, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_allocator_set(&allocator, NULL);
    e.items = attain_i_allocate(&allocator, count, 2 * sizeof *e.items);
    if (e.items == NULL)
        return attain_i_fail_memory(err);
    status = draw_checked(&e, &rows[method], count, population, share,
                          point_count, reason, err);
    attain_i_release(&allocator, e.items, count, 2 * sizeof *e.items);
    return status;
}
