#include <math.h>

#include "numeric/adder.h"
#include "numeric/math.h"
#include "numeric/sum.h"
#include "numeric/weight.h"

/* min, or max where low is good, of each column over complete rows; NaN where
 * there are none. */
static void best(const attain_i_weigher *w, const double *use, double *out) {
    for (size_t c = 0; c < w->columns; c++) {
        const double *x = w->values + c * w->stride;
        int descending = w->descending != NULL && w->descending[c];
        out[c] = (double)NAN;
        for (size_t i = 0; i < w->count; i++) {
            if (use[i] != use[i])
                continue;
            if (!(descending ? x[i] <= out[c] : x[i] >= out[c]))
                out[c] = x[i];
        }
    }
}

/* |ln n_ij|: n_ij is min/x or x/max. */
static double distance(const attain_i_weigher *w, const double *ends, size_t c,
                       size_t i) {
    return fabs(attain_i_log(ends[c] / w->values[c * w->stride + i]));
}

/* S of a sum of distances. */
static double performance(const attain_i_weigher *w, double sum) {
    return attain_i_log(1 + sum / (double)w->columns);
}

attain_status attain_i_weigh_merec(attain_i_weigher *w, attain_error *err) {
    double *use = w->units;
    double *effects = w->units + w->count;
    double *sums = w->units + 2 * w->count;
    double *ends = w->vectors;
    double *row = w->vectors + w->columns;
    (void)err;
    for (size_t i = 0; i < w->count; i++)
        use[i] = attain_i_weigh_complete(w, i) ? 1 : (double)NAN;
    best(w, use, ends);
    if (w->count == 0 || ends[0] != ends[0]) {
        attain_i_weigh_none(w, ATTAIN_REASON_MISSING);
        return ATTAIN_OK;
    }
    for (size_t i = 0; i < w->count; i++) {
        for (size_t c = 0; c < w->columns && use[i] == use[i]; c++)
            row[c] = distance(w, ends, c, i);
        sums[i] = use[i] == use[i] ? attain_i_sum(row, w->columns) : use[i];
    }
    for (size_t c = 0; c < w->columns; c++) {
        for (size_t i = 0; i < w->count; i++) {
            effects[i] = use[i];
            if (use[i] != use[i])
                continue;
            double without = sums[i] - distance(w, ends, c, i);
            effects[i] = fabs(performance(w, without > 0 ? without : 0) -
                              performance(w, sums[i]));
        }
        w->weights[c] = attain_i_sum(effects, w->count);
    }
    return ATTAIN_OK;
}
