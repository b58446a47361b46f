/* Raising the lowest values until the coefficient of variation is at most a
 * limit (method §11, A122).
 *
 * Of all ways to raise values that give one mean, raising the lowest to one
 * level has the least variance (Σ w·v² is convex, and at a common level no two
 * raised values can be brought nearer to each other), and along the level the
 * coefficient falls until all are equal. So the least level at which it is at
 * most the limit adds the least to Σ w·v. */
#include "improve/level.h"

#include <math.h>

#include "attain/improve.h"
#include "base/error.h"
#include "base/memory.h"

/* Values from the largest down: u = largest − v, so that equal values have no
 * variance at all. */
typedef struct sums {
    double weight; /* of all */
    double largest;
    double raised; /* weight of what is raised */
    double first;  /* Σ w·u of the others */
    double second; /* Σ w·u² of the others */
} sums;

/* Whether the coefficient is at most the limit with `raised` at the level. */
static int is_within(const sums *of, double level, double limit) {
    double u = of->largest - level;
    double first = of->first + of->raised * u;
    double second = of->second + of->raised * u * u;
    double mean = of->weight * of->largest - first;
    double variance = of->weight * second - first * first;
    return mean > 0 && variance <= limit * limit * mean * mean;
}

/* The least level between `low`, where it is not within, and `high`. */
static double search(const sums *of, double low, double high, double limit) {
    for (;;) {
        double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            return high;
        if (is_within(of, middle, limit))
            high = middle;
        else
            low = middle;
    }
}

/* Items ascend. */
static double find_level(const attain_i_item *items, size_t count,
                         double limit) {
    sums of = {0, items[count - 1].key, 0, 0, 0};
    for (size_t i = 0; i < count; i++)
        of.weight += items[i].tag;
    of.raised = of.weight;
    for (size_t i = count; i-- > 0;) {
        double u = of.largest - items[i].key;
        if (!is_within(&of, items[i].key, limit))
            return search(&of, items[i].key, items[i + 1].key, limit);
        of.raised -= items[i].tag;
        of.raised = i == 0 || of.raised < 0 ? 0 : of.raised;
        of.first += items[i].tag * u;
        of.second += items[i].tag * u * u;
    }
    return items[0].key;
}

double attain_i_level_find(const double *values, const double *weights,
                           size_t count, double limit, attain_i_item *items) {
    for (size_t i = 0; i < count; i++) {
        items[i].key = values[i];
        items[i].tag = weights == NULL ? 1 : weights[i];
    }
    attain_i_sort(items, count, items + count);
    return find_level(items, count, limit);
}

static attain_status check(const double *values, const double *weights,
                           size_t count, attain_error *err) {
    double total = 0;
    for (size_t i = 0; i < count; i++) {
        double weight = weights == NULL ? 1 : weights[i];
        if (!(fabs(values[i]) < INFINITY) || !(weight > 0) || isinf(weight))
            return attain_i_fail(err, ATTAIN_ERR_VALUE,
                                 weight > 0 ? "values" : "weights", (int64_t)i,
                                 "element %zu: values must be finite, and "
                                 "weights above 0",
                                 i);
        total += weight * values[i];
    }
    return total > 0 ? ATTAIN_OK
                     : attain_i_fail(err, ATTAIN_ERR_VALUE, "values", -1,
                                     "the mean must be above 0");
}

attain_status attain_level_up(const double *values, const double *weights,
                              size_t count, double limit, double *out_level,
                              double *out, attain_error *err) {
    attain_allocator memory;
    if (values == NULL || out_level == NULL)
        return attain_i_fail_null(err, values == NULL ? "values" : "out_level");
    if (count == 0 || !(limit >= 0) || isinf(limit))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT,
                             count == 0 ? "count" : "limit", -1,
                             "give at least one value, and a limit from 0 on");
    attain_status status =
        attain_i_check_array(values, count, sizeof *values, "values", err);
    if (status == ATTAIN_OK)
        status = check(values, weights, count, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_allocator_set(&memory, NULL);
    attain_i_item *items = attain_i_allocate(&memory, count, 2 * sizeof *items);
    if (items == NULL)
        return attain_i_fail_memory(err);
    *out_level = attain_i_level_find(values, weights, count, limit, items);
    for (size_t i = 0; out != NULL && i < count; i++)
        out[i] = values[i] < *out_level ? *out_level - values[i] : 0;
    attain_i_release(&memory, items, count, 2 * sizeof *items);
    return ATTAIN_OK;
}
