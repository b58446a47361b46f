#include <math.h>
#include <string.h>

#include "numeric/describe.h"
#include "numeric/sample.h"

/* --- Median absolute deviation ------------------------------------------- */

double attain_i_mad(attain_i_sample *sample, const double *parameters,
                    uint8_t *reason) {
    (void)parameters;
    (void)reason;
    double center = attain_i_sample_median(sample);
    size_t count = attain_i_sample_sort(sample);
    for (size_t i = 0; i < count; i++)
        sample->items[i].key = fabs(sample->items[i].key - center);
    attain_i_sort(sample->items, count, sample->items + sample->count);
    return attain_i_sample_quantile(sample, count, 0.5);
}

double attain_i_mad_scaled(attain_i_sample *sample, const double *parameters,
                           uint8_t *reason) {
    return 1.4826 * attain_i_mad(sample, parameters, reason);
}

/* --- Order statistics of pairs ------------------------------------------- */

/* Doubles in their order, as whole numbers. */
static uint64_t order_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

static double at_order(uint64_t order) {
    double x;
    uint64_t bits = order >> 63 ? order & ~((uint64_t)1 << 63) : ~order;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static double half_sum(double a, double b) {
    double sum = a + b;
    return sum - sum == 0 ? sum / 2 : a / 2 + b / 2;
}

/* How many pairs of sorted keys have v_j − v_i ≤ x, i < j: both are monotone,
 * so the last i that is too far below moves one way. */
static uint64_t differences_up_to(const attain_i_item *items, size_t count,
                                  double x) {
    uint64_t pairs = 0;
    size_t far = 0;
    for (size_t j = 1; j < count; j++) {
        while (items[j].key - items[far].key > x)
            far++;
        pairs += j - far;
    }
    return pairs;
}

/* How many pairs have (v_i + v_j)/2 ≤ x, i ≤ j. */
static uint64_t averages_up_to(const attain_i_item *items, size_t count,
                               double x) {
    uint64_t pairs = 0;
    size_t end = count;
    for (size_t i = 0; i < count; i++) {
        while (end > i && half_sum(items[i].key, items[end - 1].key) > x)
            end--;
        if (end <= i)
            break;
        pairs += end - i;
    }
    return pairs;
}

/* The least x from `low` to `high` with at least `rank` pairs up to it, by
 * halves of the doubles between: exact, in 64 steps at most. */
static double select_pair(const attain_i_item *items, size_t count,
                          uint64_t (*up_to)(const attain_i_item *, size_t,
                                            double),
                          double low, double high, uint64_t rank) {
    uint64_t from = order_of(low);
    uint64_t to = order_of(high);
    while (from < to) {
        uint64_t half = from + (to - from) / 2;
        if (up_to(items, count, at_order(half)) >= rank)
            to = half;
        else
            from = half + 1;
    }
    return at_order(to) + 0.0; /* never −0 */
}

/* --- Qn ------------------------------------------------------------------ */

/* Factors for few values (Croux and Rousseeuw 1992). */
static double qn_correction(size_t count) {
    static const double few[] = {0.399, 0.994, 0.512, 0.844,
                                 0.611, 0.857, 0.669, 0.872};
    double n = (double)count;
    if (count <= 9)
        return few[count - 2];
    return count % 2 != 0 ? n / (n + 1.4) : n / (n + 3.8);
}

double attain_i_qn(attain_i_sample *sample, const double *parameters,
                   uint8_t *reason) {
    size_t count = attain_i_sample_sort(sample);
    (void)reason;
    if (count < 2)
        return (double)NAN;
    uint64_t half = count / 2 + 1;
    double range = sample->items[count - 1].key - sample->items[0].key;
    if (range - range != 0) {
        sample->fault = ATTAIN_I_BEYOND_RANGE;
        return (double)NAN;
    }
    double x = select_pair(sample->items, count, differences_up_to, 0, range,
                           half * (half - 1) / 2);
    double correction = parameters[1] != 0 ? qn_correction(count) : 1;
    return parameters[0] * correction * x;
}

/* --- Sn ------------------------------------------------------------------ */

static double sn_correction(size_t count) {
    static const double few[] = {0.743, 1.851, 0.954, 1.351,
                                 0.993, 1.198, 1.005, 1.131};
    double n = (double)count;
    if (count <= 9)
        return few[count - 2];
    return count % 2 != 0 ? n / (n - 0.9) : 1;
}

/* Sets each tag to the distance of the k-th nearest key, itself included: the
 * window of k keys that reaches least far moves one way from key to key. */
static void reach_of_window(attain_i_item *items, size_t count, size_t k) {
    size_t from = 0;
    for (size_t i = 0; i < count; i++) {
        double v = items[i].key;
        while (from + k < count &&
               items[from + k].key - v < v - items[from].key)
            from++;
        double below = v - items[from].key;
        double above = items[from + k - 1].key - v;
        items[i].tag = below > above ? below : above;
    }
}

double attain_i_sn(attain_i_sample *sample, const double *parameters,
                   uint8_t *reason) {
    attain_i_item *items = sample->items;
    size_t count = attain_i_sample_sort(sample);
    (void)reason;
    if (count < 2)
        return (double)NAN;
    if (!(items[count - 1].key - items[0].key < (double)INFINITY)) {
        sample->fault = ATTAIN_I_BEYOND_RANGE;
        return (double)NAN;
    }
    reach_of_window(items, count, count / 2 + 1);
    for (size_t i = 0; i < count; i++)
        items[i] = (attain_i_item){items[i].tag, 0};
    attain_i_sort(items, count, items + sample->count);
    double correction = parameters[1] != 0 ? sn_correction(count) : 1;
    return parameters[0] * correction * items[(count + 1) / 2 - 1].key;
}

/* --- Hodges and Lehmann -------------------------------------------------- */

double attain_i_hodges_lehmann(attain_i_sample *sample,
                               const double *parameters, uint8_t *reason) {
    const attain_i_item *items = sample->items;
    size_t count = attain_i_sample_sort(sample);
    (void)parameters;
    (void)reason;
    if (count == 0)
        return (double)NAN;
    double least = items[0].key;
    double most = items[count - 1].key;
    uint64_t pairs = (uint64_t)count * (count + 1) / 2;
    double low =
        select_pair(items, count, averages_up_to, least, most, (pairs + 1) / 2);
    if (pairs % 2 != 0 || averages_up_to(items, count, low) >= pairs / 2 + 1)
        return low;
    double high =
        select_pair(items, count, averages_up_to, low, most, pairs / 2 + 1);
    return half_sum(low, high);
}
