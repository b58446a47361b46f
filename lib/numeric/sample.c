#include "numeric/sample.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "numeric/adder.h"

/* A short loop keeps more of the memory's answers in flight at a time than one
 * that also looks at what it gets. */
void attain_i_gather(const double *values, const int32_t *order, size_t count,
                     double *out) {
    if (order == NULL) {
        memcpy(out, values, count * sizeof *out);
        return;
    }
    for (size_t i = 0; i < count; i++)
        out[i] = values[order[i]];
}

/* Moves the known elements to `out`, which may be where they are. Every one is
 * stored and only the known ones are counted: no branch to guess at. */
static size_t keep_known(const double *v, size_t count, double *out) {
    size_t held = 0;
    for (size_t i = 0; i < count; i++) {
        double x = v[i];
        out[held] = x;
        held += x == x;
    }
    return held;
}

static size_t keep_pairs(const double *v, const double *w, size_t count,
                         double *out, double *out_w) {
    size_t held = 0;
    for (size_t i = 0; i < count; i++) {
        double x = v[i];
        double y = w[i];
        out[held] = x;
        out_w[held] = y;
        held += (size_t)(x == x) & (size_t)(y == y);
    }
    return held;
}

/* Where the elements are, one after the other. */
static const double *take(const double *values, const int32_t *order,
                          size_t from, size_t count, double *room) {
    if (order == NULL)
        return values + from;
    attain_i_gather(values, order + from, count, room);
    return room;
}

void attain_i_sample_rewind(attain_i_sample *sample) {
    sample->next = 0;
}

int attain_i_sample_next(attain_i_sample *sample) {
    size_t from = sample->next;
    size_t n = sample->count - from;
    if (n == 0)
        return 0;
    if (n > ATTAIN_I_BLOCK_TERMS)
        n = ATTAIN_I_BLOCK_TERMS;
    sample->next = from + n;
    if (n == sample->count && sample->held != SIZE_MAX)
        return 1; /* the only block, and still there */
    const double *v = take(sample->values, sample->order, from, n, sample->v);
    const double *w = NULL;
    if (sample->weights != NULL)
        w = take(sample->weights, sample->weight_order, from, n, sample->w);
    sample->held = sample->weights == NULL
                       ? keep_known(v, n, sample->v)
                       : keep_pairs(v, w, n, sample->v, sample->w);
    return 1;
}

/* Looks at each element of a block, where a weight was not above 0 or a sum
 * was infinite. */
static int32_t block_fault(const attain_i_sample *sample) {
    for (size_t i = 0; i < sample->held; i++) {
        if (sample->v[i] > DBL_MAX || sample->v[i] < -DBL_MAX)
            return ATTAIN_I_INFINITE_VALUE;
        if (sample->weights != NULL && sample->w[i] < 0)
            return ATTAIN_I_NEGATIVE_WEIGHT;
        if (sample->weights != NULL && sample->w[i] > DBL_MAX)
            return ATTAIN_I_INFINITE_WEIGHT;
    }
    return ATTAIN_I_SOUND;
}

void attain_i_sample_init(attain_i_sample *sample) {
    attain_i_adder_init(&sample->totals);
    attain_i_adder_init(&sample->weight_totals);
    attain_i_adder_init(&sample->deviations);
    attain_i_adder_init(&sample->unweighted_totals);
    sample->unweighted = 0;
}

void attain_i_sample_survey(attain_i_sample *sample) {
    attain_i_adder *totals = &sample->totals;
    attain_i_adder *weights = &sample->weight_totals;
    attain_i_adder_restart(totals);
    attain_i_adder_restart(weights);
    sample->known = 0;
    sample->fault = ATTAIN_I_SOUND;
    sample->held = SIZE_MAX;
    attain_i_sample_rewind(sample);
    while (sample->fault == ATTAIN_I_SOUND && attain_i_sample_next(sample)) {
        sample->known += sample->held;
        if (sample->weights == NULL) {
            attain_i_adder_add(totals, sample->v, sample->held);
        } else {
            attain_i_adder_products(totals, sample->v, sample->w, sample->held);
            attain_i_adder_add(weights, sample->w, sample->held);
        }
        /* As long as all weights are above 0, an infinite value makes an
         * infinite term. */
        if (totals->infinite || weights->infinite || !weights->positive)
            sample->fault = block_fault(sample);
    }
    if (sample->fault != ATTAIN_I_SOUND)
        return;
    sample->weight = sample->weights == NULL
                         ? (double)sample->known
                         : attain_i_sample_sum(sample, weights);
    sample->total = attain_i_sample_sum(sample, totals);
    sample->mean =
        sample->weight > 0 ? sample->total / sample->weight : (double)NAN;
}

double attain_i_sample_sum(attain_i_sample *sample,
                           const attain_i_adder *adder) {
    double value = attain_i_adder_value(adder);
    if (value != value)
        sample->fault = ATTAIN_I_BEYOND_RANGE;
    return value;
}

double attain_i_sample_unweighted_total(attain_i_sample *sample) {
    if (sample->weights == NULL)
        return sample->total;
    attain_i_adder *adder = &sample->unweighted_totals;
    attain_i_adder_restart(adder);
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample))
        attain_i_adder_add(adder, sample->v, sample->held);
    return attain_i_sample_sum(sample, adder);
}

/* Least and most of a block, four at a time. */
static void range_of(const double *v, size_t count, double *least,
                     double *most) {
    double low[4] = {*least, *least, *least, *least};
    double high[4] = {*most, *most, *most, *most};
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        for (size_t k = 0; k < 4; k++) {
            low[k] = v[i + k] < low[k] ? v[i + k] : low[k];
            high[k] = v[i + k] > high[k] ? v[i + k] : high[k];
        }
    }
    for (; i < count; i++) {
        low[0] = v[i] < low[0] ? v[i] : low[0];
        high[0] = v[i] > high[0] ? v[i] : high[0];
    }
    for (size_t k = 0; k < 4; k++) {
        *least = low[k] < *least ? low[k] : *least;
        *most = high[k] > *most ? high[k] : *most;
    }
}

/* Keeps those with weight. */
static size_t keep_heavy(const double *v, const double *w, size_t count,
                         double *out) {
    size_t held = 0;
    for (size_t i = 0; i < count; i++) {
        out[held] = v[i];
        held += w[i] > 0;
    }
    return held;
}

void attain_i_sample_range(attain_i_sample *sample, double *least,
                           double *most) {
    int plain = sample->weights == NULL || sample->unweighted;
    *least = (double)INFINITY;
    *most = -(double)INFINITY;
    attain_i_sample_rewind(sample);
    while (attain_i_sample_next(sample)) {
        const double *v = plain ? sample->v : sample->terms;
        size_t count = plain ? sample->held
                             : keep_heavy(sample->v, sample->w, sample->held,
                                          sample->terms);
        range_of(v, count, least, most);
    }
    if (*least > *most)
        *least = *most = (double)NAN;
}
