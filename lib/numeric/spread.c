#include <math.h>

#include "base/decimal.h"
#include "numeric/adder.h"
#include "numeric/math.h"
#include "numeric/sample.h"
#include "numeric/twofold.h"

/* Takes the elements with w > 0 into `items`, sorted; returns how many. */
static size_t sorted(attain_i_sample *sample) {
    size_t count = 0;
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        for (size_t i = 0; i < sample->held; i++) {
            double weight = sample->weights == NULL ? 1 : sample->w[i];
            sample->items[count] = (attain_i_item){sample->v[i], weight};
            count += weight > 0;
        }
    }
    attain_i_sort(sample->items, count, sample->items + sample->count);
    return count;
}

/* −1, 0, 1: a cumulative weight against half of all, equal when it is so in 12
 * significant digits, for weights are decimals. */
static int against_half(twofold below, double half) {
    double beyond = (below.high - half) + below.low;
    if (beyond > half * 1e-10 || beyond < half * -1e-10)
        return beyond > 0 ? 1 : -1;
    return attain_i_compare12(below.high, half, 2 * half);
}

static double middle(double a, double b) {
    double sum = a + b;
    return sum - sum == 0 ? sum / 2 : a / 2 + b / 2;
}

double attain_i_sample_median(attain_i_sample *sample) {
    size_t count = sorted(sample);
    twofold below = {0, 0};
    for (size_t i = 0; i + 1 < count; i++) {
        below = twofold_add_double(below, sample->items[i].tag);
        int side = against_half(below, sample->weight / 2);
        if (side > 0)
            return sample->items[i].key;
        if (side == 0)
            return middle(sample->items[i].key, sample->items[i + 1].key);
    }
    return count > 0 ? sample->items[count - 1].key : (double)NAN;
}

/* Σ_i<j w_i w_j (v_j − v_i) / (W² M), as the sum over the gaps between sorted
 * neighbours of gap · (share of weight below) · (share above): no term is
 * negative, so none cancels. */
double attain_i_sample_gini(attain_i_sample *sample) {
    size_t count = sorted(sample);
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

double attain_i_sample_theil(attain_i_sample *sample) {
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        for (size_t i = 0; i < sample->held; i++) {
            double ratio = sample->v[i] / sample->mean;
            double term = ratio > 0 ? ratio * attain_i_log(ratio) : 0;
            sample->terms[i] = sample->weights == NULL
                                   ? term
                                   : sample->w[i] / sample->weight * term;
        }
        attain_i_adder_add(&adder, sample->terms, sample->held);
    }
    double sum = attain_i_sample_sum(sample, &adder);
    return sample->weights == NULL ? sum / sample->weight : sum;
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
