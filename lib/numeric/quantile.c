#include <math.h>

#include "base/decimal.h"
#include "base/error.h"
#include "base/memory.h"
#include "numeric/check.h"
#include "numeric/describe.h"
#include "numeric/quantile.h"
#include "numeric/sample.h"
#include "numeric/twofold.h"

/* How a type finds its value from np: types 1 to 3 take one that is there, the
 * others one on the lines between, at position (n + 1 − α − β)p + α. */
typedef enum place { INVERSE, AVERAGED, NEAREST, LINEAR, PLOTTING } place;

typedef struct row {
    attain_i_method method;
    place place;
    double alpha;
    double beta;
} row;

#define HYNDMAN "Hyndman and Fan 1996"
#define W ATTAIN_METHOD_WEIGHTED
static const attain_i_parameter plotting[] = {
    {"alpha", "α of the position", 0.4, 0, 1},
    {"beta", "β of the position", 0.4, 0, 1},
    {NULL, NULL, 0, 0, 0}};

static const row rows[] = {
    {{"type_1", "x_⌈np⌉", HYNDMAN, W, NULL}, INVERSE, 0, 0},
    {{"type_2", "x_⌈np⌉; the mean of x_np and the next where np is whole",
      HYNDMAN, W, NULL},
     AVERAGED,
     0,
     0},
    {{"type_3", "x_k, k nearest to np, the even one of two", HYNDMAN, W, NULL},
     NEAREST,
     0,
     0},
    {{"type_4", "linear at np", HYNDMAN, W, NULL}, LINEAR, 0, 1},
    {{"type_5", "linear at np + 1/2", HYNDMAN, W, NULL}, LINEAR, 0.5, 0.5},
    {{"type_6", "linear at (n + 1)p", HYNDMAN, W, NULL}, LINEAR, 0, 0},
    {{"type_7", "linear at (n − 1)p + 1", HYNDMAN, W, NULL}, LINEAR, 1, 1},
    {{"type_8", "linear at (n + 1/3)p + 1/3", HYNDMAN, W, NULL},
     LINEAR,
     1.0 / 3,
     1.0 / 3},
    {{"type_9", "linear at (n + 1/4)p + 3/8", HYNDMAN, W, NULL},
     LINEAR,
     0.375,
     0.375},
    {{"plotting", "linear at (n + 1 − α − β)p + α", "Cunnane 1978", W,
      plotting},
     PLOTTING,
     0,
     0},
};

const attain_i_methods attain_i_quantile_types = {
    "quantile", rows, sizeof *rows, sizeof rows / sizeof *rows};

/* --- Sorted values and their cumulative weights -------------------------- */

typedef struct ladder {
    const attain_i_item *items; /* the tag is the cumulative weight */
    size_t count;
    double weight; /* of all */
} ladder;

static ladder climb(attain_i_sample *sample) {
    size_t count = attain_i_sample_sort(sample);
    twofold below = {0, 0};
    for (size_t i = 0; i < count; i++) {
        below = twofold_add_double(below, sample->items[i].tag);
        sample->items[i].tag = below.high;
    }
    return (ladder){sample->items, count, below.high};
}

/* −1, 0, 1 in 12 significant digits of all. */
static int against(const ladder *l, double a, double b) {
    double gap = a - b;
    if (fabs(gap) > l->weight * 1e-10)
        return gap > 0 ? 1 : -1;
    return attain_i_compare12(a, b, l->weight);
}

/* The first element whose cumulative weight reaches k; the last if none. */
static size_t step_at(const ladder *l, double k) {
    size_t from = 0;
    size_t to = l->count - 1;
    while (from < to) {
        size_t half = from + (to - from) / 2;
        if (against(l, l->items[half].tag, k) >= 0)
            to = half;
        else
            from = half + 1;
    }
    return from;
}

static double on_line(double value, double next, double part) {
    double gap = next - value;
    if (gap - gap != 0)
        return value * (1 - part) + next * part;
    return value + part * gap;
}

/* --- Type 7 of values that weigh 1 each ----------------------------------- */

double attain_i_quantile_position(size_t count, double p) {
    double at = (double)(count - 1) * p;
    double nearest = (double)(size_t)(at + 0.5);
    return fabs(at - nearest) <= (double)count * 1e-10 ? nearest : at;
}

double attain_i_quantile_of_items(const attain_i_item *items, size_t count,
                                  double p) {
    double at = attain_i_quantile_position(count, p);
    size_t below = (size_t)at;
    double part = at - (double)below;
    double value = items[below].key;
    return part == 0 ? value : on_line(value, items[below + 1].key, part);
}

/* --- Along a ladder ------------------------------------------------------- */

/* x, or the whole number that it is. */
static double snapped(const ladder *l, double x) {
    double nearest = (double)(int64_t)(x + (x < 0 ? -0.5 : 0.5));
    return against(l, x, nearest) == 0 ? nearest : x;
}

static double whole_part(double x) {
    double whole = (double)(int64_t)x;
    return whole > x ? whole - 1 : whole;
}

static double linear(const ladder *l, double p, double alpha, double beta) {
    double position = p * (l->weight + 1 - alpha - beta) + (alpha - 1);
    position = snapped(l, position);
    if (position < 0)
        position = 0;
    if (position > l->weight - 1)
        position = l->weight - 1;
    double below = whole_part(position);
    double value = l->items[step_at(l, below + 1)].key;
    if (position == below)
        return value;
    return on_line(value, l->items[step_at(l, below + 2)].key,
                   position - below);
}

static double nearest_even(const ladder *l, double np) {
    double below = whole_part(snapped(l, np));
    int side = against(l, np - below, 0.5);
    int odd = (int64_t)below % 2 != 0;
    double k = side > 0 || (side == 0 && odd) ? below + 1 : below;
    return l->items[step_at(l, k < 1 ? 1 : k)].key;
}

static double averaged(const ladder *l, double np) {
    size_t i = step_at(l, np);
    double value = l->items[i].key;
    if (i + 1 < l->count && against(l, l->items[i].tag, np) == 0)
        return on_line(value, l->items[i + 1].key, 0.5);
    return value;
}

/* NaN with a reason where it has no value. */
static double quantile(const ladder *l, int32_t method,
                       const double *parameters, double p, uint8_t *reason) {
    const row *type = &rows[method];
    *reason = l->count == 0 ? ATTAIN_REASON_MISSING : ATTAIN_REASON_NONE;
    if (l->count == 0)
        return (double)NAN;
    if (l->items[0].key == l->items[l->count - 1].key)
        return l->items[0].key;
    double np = p * l->weight;
    switch (type->place) {
    case INVERSE:
        return l->items[step_at(l, np)].key;
    case AVERAGED:
        return averaged(l, np);
    case NEAREST:
        return nearest_even(l, np);
    default:
        break;
    }
    if (!(l->weight > 1)) {
        *reason = ATTAIN_REASON_TOO_FEW;
        return (double)NAN;
    }
    int given = type->place == PLOTTING;
    return linear(l, p, given ? parameters[0] : type->alpha,
                  given ? parameters[1] : type->beta);
}

/* --- Statistics ---------------------------------------------------------- */

/* The method of a type that is given as a number. */
static int32_t method_of(double type) {
    return (int32_t)(type + 0.5) - 1;
}

double attain_i_quantile_statistic(attain_i_sample *sample,
                                   const double *parameters, uint8_t *reason) {
    ladder l = climb(sample);
    return quantile(&l, method_of(parameters[1]), NULL, parameters[0], reason);
}

double attain_i_iqr(attain_i_sample *sample, const double *parameters,
                    uint8_t *reason) {
    ladder l = climb(sample);
    int32_t method = method_of(parameters[0]);
    double low = quantile(&l, method, NULL, 0.25, reason);
    return quantile(&l, method, NULL, 0.75, reason) - low;
}

/* --- Many at a time ------------------------------------------------------ */

static attain_status check(const double *values, size_t count,
                           const double *probabilities,
                           size_t probability_count, const double *out,
                           attain_error *err) {
    attain_status status =
        attain_i_check_array(values, count, sizeof *values, "values", err);
    if (status == ATTAIN_OK)
        status =
            attain_i_check_array(probabilities, probability_count,
                                 sizeof *probabilities, "probabilities", err);
    if (status != ATTAIN_OK)
        return status;
    if (out == NULL && probability_count > 0)
        return attain_i_fail_null(err, "out");
    for (size_t i = 0; i < probability_count; i++) {
        if (!(probabilities[i] >= 0 && probabilities[i] <= 1))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "probabilities",
                                 (int64_t)i, "not between 0 and 1");
    }
    return ATTAIN_OK;
}

/* Reads the values; ATTAIN_ERR_VALUE for weights that are none. */
static attain_status take(attain_i_sample *sample, const double *values,
                          const double *weights, size_t count,
                          attain_i_item *items, attain_error *err) {
    attain_status status = attain_i_check_finite(values, count, "values", err);
    if (status != ATTAIN_OK)
        return status;
    sample->values = values;
    sample->weights = weights;
    sample->order = NULL;
    sample->weight_order = NULL;
    sample->count = count;
    sample->items = items;
    attain_i_sample_init(sample);
    attain_i_sample_survey(sample);
    /* A sum of values beyond the range does no harm here. */
    if (sample->fault == ATTAIN_I_SOUND ||
        (sample->fault == ATTAIN_I_BEYOND_RANGE && !isnan(sample->weight)))
        return ATTAIN_OK;
    return attain_i_fail(err, ATTAIN_ERR_VALUE, "weights", -1,
                         "a weight is negative, or they are infinite");
}

attain_status attain_quantiles(int32_t method, const double *parameters,
                               size_t parameter_count, const double *values,
                               const double *weights, size_t count,
                               const double *probabilities,
                               size_t probability_count, double *out,
                               uint8_t *reasons, attain_error *err) {
    attain_allocator allocator;
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_i_sample sample;
    attain_status status =
        attain_i_method_prepare(&attain_i_quantile_types, method, parameters,
                                parameter_count, complete, err);
    if (status == ATTAIN_OK)
        status =
            check(values, count, probabilities, probability_count, out, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_allocator_set(&allocator, NULL);
    attain_i_item *items =
        attain_i_allocate(&allocator, count, 2 * sizeof *items);
    if (items == NULL)
        return attain_i_fail_memory(err);
    status = take(&sample, values, weights, count, items, err);
    if (status == ATTAIN_OK) {
        ladder l = climb(&sample);
        for (size_t i = 0; i < probability_count; i++) {
            uint8_t reason;
            out[i] = quantile(&l, method, complete, probabilities[i], &reason);
            if (reasons != NULL)
                reasons[i] = reason;
        }
    }
    attain_i_release(&allocator, items, count, 2 * sizeof *items);
    return status;
}
