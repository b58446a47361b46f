#include <math.h>

#include "base/decimal.h"
#include "numeric/associate.h"
#include "numeric/jacobi.h"
#include "numeric/weight.h"

double attain_i_correlation(const double *a, const double *b, const double *use,
                            size_t count, double *room) {
    attain_i_pairs pairs = {.x = room, .y = room + count};
    uint8_t reason;
    attain_i_pairs_take(&pairs, a, b, NULL, use, count);
    double r = attain_i_pearson(&pairs, pairs.x, pairs.y, &reason);
    return reason == ATTAIN_REASON_NONE ? r : 0;
}

/* Correlations of columns, over rows without a blank. A constant column has 0
 * with all, with itself too, so that no component loads on it. */
static int correlations(attain_i_weigher *w) {
    double *use = w->units;
    double *room = w->units + w->count;
    double *r = w->square;
    size_t n = w->columns;
    size_t complete = 0;
    int varies = 0;
    for (size_t i = 0; i < w->count; i++) {
        int known = attain_i_weigh_complete(w, i);
        use[i] = known ? 1 : (double)NAN;
        complete += (size_t)known;
    }
    for (size_t j = 0; j < n; j++) {
        const double *a = w->values + j * w->stride;
        for (size_t k = j; k < n; k++)
            r[j * n + k] = r[k * n + j] = attain_i_correlation(
                a, w->values + k * w->stride, use, w->count, room);
        r[j * n + j] = r[j * n + j] > 0;
        varies |= r[j * n + j] > 0;
    }
    if (complete == 0)
        attain_i_weigh_none(w, ATTAIN_REASON_MISSING);
    else if (!varies)
        attain_i_weigh_none(w, ATTAIN_REASON_CONSTANT);
    return varies;
}

/* Sets `values` to the eigenvalues, largest first, and `loadings` to the unit
 * vectors as rows; NULL when there are none. */
static const double *components(attain_i_weigher *w, double *values) {
    double *loadings = w->square + w->columns * w->columns;
    if (!correlations(w))
        return NULL;
    if (!attain_i_jacobi(w->square, w->columns, values, loadings)) {
        attain_i_weigh_none(w, ATTAIN_REASON_NO_CONVERGENCE);
        return NULL;
    }
    return loadings;
}

attain_status attain_i_weigh_first_component(attain_i_weigher *w,
                                             attain_error *err) {
    static const double apart = 1e-9;
    double *values = w->vectors;
    const double *loadings = components(w, values);
    (void)err;
    if (loadings == NULL)
        return ATTAIN_OK;
    if (w->columns > 1 && values[0] - values[1] <= apart * values[0]) {
        attain_i_weigh_none(w, ATTAIN_REASON_UNDEFINED);
        return ATTAIN_OK;
    }
    for (size_t c = 0; c < w->columns; c++)
        w->weights[c] = loadings[c] * loadings[c];
    return ATTAIN_OK;
}

attain_status attain_i_weigh_components(attain_i_weigher *w,
                                        attain_error *err) {
    double *values = w->vectors;
    const double *loadings = components(w, values);
    double least = w->parameters[0];
    (void)err;
    if (loadings == NULL)
        return ATTAIN_OK;
    for (size_t c = 0; c < w->columns; c++) {
        double weight = 0;
        for (size_t k = 0; k < w->columns; k++) {
            double v = loadings[k * w->columns + c];
            if (k == 0 || attain_i_compare12(values[k], least, 1) >= 0)
                weight += values[k] * (v * v);
        }
        w->weights[c] = weight;
    }
    return ATTAIN_OK;
}
