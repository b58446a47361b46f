#include <math.h>

#include "numeric/math.h"
#include "numeric/extent.h"
#include "numeric/sum.h"
#include "numeric/weight.h"

static void put(attain_i_weigher *w, size_t c, double weight, uint8_t reason) {
    w->weights[c] = weight;
    if (weight != weight)
        w->reasons[c] = reason;
}

/* True when the column has no spread: then its weight is known. */
static int without_spread(attain_i_weigher *w, size_t c, double *least,
                          double *most, size_t *known) {
    *known = attain_i_extent(w->values + c * w->stride, w->count, least, most);
    if (*known == 0)
        put(w, c, (double)NAN, ATTAIN_REASON_MISSING);
    else if (*least == *most)
        put(w, c, 0, ATTAIN_REASON_NONE);
    return *known == 0 || *least == *most;
}

attain_status attain_i_weigh_spread(attain_i_weigher *w, attain_error *err) {
    (void)err;
    for (size_t c = 0; c < w->columns; c++) {
        double least;
        double most;
        size_t known;
        if (without_spread(w, c, &least, &most, &known))
            continue;
        double spread = attain_i_statistic(
            w->statistic, w->values + c * w->stride, NULL, w->count, w->units);
        put(w, c, spread, ATTAIN_REASON_NOT_POSITIVE);
    }
    return ATTAIN_OK;
}

/* 1 − H = Σ p ln(m p)/ln m: Theil's T over its largest value. */
static double divergence(const attain_i_weigher *w, const double *x,
                         size_t known) {
    return attain_i_statistic(w->statistic, x, NULL, w->count, w->units) /
           attain_i_log((double)known);
}

attain_status attain_i_weigh_entropy(attain_i_weigher *w, attain_error *err) {
    (void)err;
    for (size_t c = 0; c < w->columns; c++) {
        double least;
        double most;
        size_t known;
        if (!without_spread(w, c, &least, &most, &known))
            put(w, c, divergence(w, w->values + c * w->stride, known),
                ATTAIN_REASON_UNDEFINED);
    }
    return ATTAIN_OK;
}

/* T does not ask for the unit, so that u = v − min will do. */
attain_status attain_i_weigh_entropy_minmax(attain_i_weigher *w,
                                            attain_error *err) {
    double *u = w->units + attain_i_scratch_size(w->count);
    (void)err;
    for (size_t c = 0; c < w->columns; c++) {
        const double *x = w->values + c * w->stride;
        int descending = w->descending != NULL && w->descending[c];
        double least;
        double most;
        size_t known;
        if (without_spread(w, c, &least, &most, &known))
            continue;
        for (size_t i = 0; i < w->count; i++)
            u[i] = descending ? most / 2 - x[i] / 2 : x[i] / 2 - least / 2;
        put(w, c, divergence(w, u, known), ATTAIN_REASON_UNDEFINED);
    }
    return ATTAIN_OK;
}

attain_status attain_i_weigh_critic(attain_i_weigher *w, attain_error *err) {
    double *spread = w->vectors;
    double *conflict = w->vectors + w->columns;
    double *room = w->units + attain_i_scratch_size(w->count);
    (void)err;
    for (size_t c = 0; c < w->columns; c++) {
        double least;
        double most;
        size_t known;
        conflict[c] = 0;
        spread[c] = 0;
        if (without_spread(w, c, &least, &most, &known))
            continue;
        double sd = attain_i_statistic(w->statistic, w->values + c * w->stride,
                                       NULL, w->count, w->units);
        spread[c] = sd / 2 / (most / 2 - least / 2);
    }
    for (size_t j = 0; j < w->columns; j++) {
        for (size_t k = j + 1; k < w->columns; k++) {
            double r = attain_i_correlation(w->values + j * w->stride,
                                            w->values + k * w->stride, NULL,
                                            w->count, room);
            if (w->descending != NULL && w->descending[j] != w->descending[k])
                r = -r;
            conflict[j] += 1 - r;
            conflict[k] += 1 - r;
        }
    }
    for (size_t c = 0; c < w->columns; c++)
        if (w->reasons[c] == ATTAIN_REASON_NONE)
            put(w, c, spread[c] * conflict[c], ATTAIN_REASON_UNDEFINED);
    return ATTAIN_OK;
}
