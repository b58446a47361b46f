#include <math.h>

#include "base/decimal.h"
#include "numeric/adder.h"
#include "numeric/sample.h"
#include "numeric/sort_small.h"
#include "numeric/twofold.h"

size_t attain_i_sample_sort(attain_i_sample *sample) {
    int plain = sample->weights == NULL || sample->unweighted;
    size_t count = 0;
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        for (size_t i = 0; i < sample->held; i++) {
            double weight = plain ? 1 : sample->w[i];
            sample->items[count] = (attain_i_item){sample->v[i], weight};
            count += weight > 0;
        }
    }
    attain_i_sort(sample->items, count, sample->items + sample->count);
    return count;
}

/* −1, 0, 1: a cumulative weight against a share of all, equal when it is so in
 * 12 significant digits of all, for weights are decimals. */
static int against(twofold below, double part, double all) {
    double beyond = (below.high - part) + below.low;
    if (beyond > all * 1e-10 || beyond < all * -1e-10)
        return beyond > 0 ? 1 : -1;
    return attain_i_compare12(below.high, part, all);
}

static double middle(double a, double b) {
    double sum = a + b;
    return sum - sum == 0 ? sum / 2 : a / 2 + b / 2;
}

double attain_i_sample_quantile(const attain_i_sample *sample, size_t count,
                                double p) {
    double part = p * sample->weight;
    twofold below = {0, 0};
    for (size_t i = 0; i + 1 < count; i++) {
        below = twofold_add_double(below, sample->items[i].tag);
        int side = against(below, part, sample->weight);
        if (side > 0)
            return sample->items[i].key;
        if (side == 0)
            return middle(sample->items[i].key, sample->items[i + 1].key);
    }
    return count > 0 ? sample->items[count - 1].key : (double)NAN;
}

double attain_i_sample_median(attain_i_sample *sample) {
    size_t count = attain_i_sample_sort(sample);
    return attain_i_sample_quantile(sample, count, 0.5);
}

/* gap · (share of weight below) · (share above) of `count` sorted values that
 * weigh 1 each, the same bits as with weights; the share above one is that
 * below another. */
static size_t plain_terms(const double *x, size_t count, double *shares,
                          double *terms) {
    double all = (double)count;
    size_t gaps = count - 1;
    for (size_t i = 0; i < gaps; i++)
        shares[i] = (double)(int32_t)(i + 1) / all;
    for (size_t i = 0; i < gaps; i++)
        terms[i] = (x[i + 1] - x[i]) * (shares[i] * shares[gaps - 1 - i]);
    return gaps;
}

/* Of one block without weights: sorted as bare numbers. */
static double plain_gini(attain_i_sample *sample) {
    double *sorted = (double *)(void *)sample->items;
    double least;
    double most;
    attain_i_adder *adder = &sample->deviations;
    attain_i_sample_range(sample, &least, &most);
    attain_i_sort_small(sample->v, sample->held, least, most, sorted);
    size_t gaps =
        plain_terms(sorted, sample->held, sorted + sample->held, sample->terms);
    attain_i_adder_restart(adder);
    attain_i_adder_add(adder, sample->terms, gaps);
    return attain_i_sample_sum(sample, adder) / sample->mean;
}

/* Σ_i<j w_i w_j (v_j − v_i) / (W² M), as the sum over the gaps between sorted
 * neighbours of gap · (share of weight below) · (share above): no term is
 * negative, so none cancels. */
double attain_i_sample_gini(attain_i_sample *sample) {
    int plain = sample->weights == NULL || sample->unweighted;
    if (plain && sample->count <= ATTAIN_I_BLOCK_TERMS && sample->held > 1)
        return plain_gini(sample);
    size_t count = attain_i_sample_sort(sample);
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    twofold below = {0, 0};
    size_t held = 0;
    for (size_t i = 0; i + 1 < count; i++) {
        below = twofold_add_double(below, sample->items[i].tag);
        double above = (sample->weight - below.high) - below.low;
        double gap = sample->items[i + 1].key - sample->items[i].key;
        sample->terms[held++] =
            gap * ((below.high / sample->weight) * (above / sample->weight));
        if (held == ATTAIN_I_BLOCK_TERMS || i + 2 == count) {
            attain_i_adder_add(&adder, sample->terms, held);
            held = 0;
        }
    }
    return attain_i_sample_sum(sample, &adder) / sample->mean;
}

double attain_i_sample_cv(attain_i_sample *sample, double mean) {
    attain_i_adder *adder = &sample->deviations;
    int plain = sample->weights == NULL || sample->unweighted;
    attain_i_adder_restart(adder);
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        if (plain) {
            attain_i_adder_squares(adder, sample->v, mean, sample->held);
            continue;
        }
        for (size_t i = 0; i < sample->held; i++) {
            double deviation = sample->v[i] - mean;
            sample->terms[i] =
                sample->w[i] / sample->weight * (deviation * deviation);
        }
        attain_i_adder_add(adder, sample->terms, sample->held);
    }
    double sum = attain_i_sample_sum(sample, adder);
    if (plain)
        sum /= sample->weight;
    return sqrt(sum) / mean;
}
