#include "evaluate/aggregate.h"

#include <math.h>
#include <string.h>

#include "attain/numeric.h"
#include "attain/plan.h"
#include "base/vectors.h"
#include "numeric/math.h"
#include "numeric/sum.h"

/* Σwa / Σw, both exact sums of their double terms. */
static double arithmetic(const double *values, const double *weights,
                         size_t count, double *scratch) {
    for (size_t i = 0; i < count; i++)
        scratch[i] = weights[i] * values[i];
    return attain_i_sum(scratch, count) / attain_i_sum(weights, count);
}

/* Π a^(w/Σw) of a > 0. */
static double geometric(const double *values, const double *weights,
                        size_t count, double *scratch) {
    for (size_t i = 0; i < count; i++)
        scratch[i] = weights[i] * attain_i_log(values[i]);
    return attain_i_exp(attain_i_sum(scratch, count) /
                        attain_i_sum(weights, count));
}

/* Σw / Σ(w/a) of a > 0. */
static double harmonic(const double *values, const double *weights,
                       size_t count, double *scratch) {
    for (size_t i = 0; i < count; i++)
        scratch[i] = weights[i] / values[i];
    return attain_i_sum(weights, count) / attain_i_sum(scratch, count);
}

double attain_i_aggregate(int32_t how, const double *values,
                          const double *weights, size_t count,
                          double *scratch) {
    double least = values[0];
    int equal = 1;
    for (size_t i = 1; i < count; i++) {
        equal &= values[i] == values[0];
        least = values[i] < least ? values[i] : least;
    }
    /* Any a ≤ 0 makes these two 0 (rulings A31). */
    int of_powers =
        how == ATTAIN_AGGREGATE_GEOMETRIC || how == ATTAIN_AGGREGATE_HARMONIC;
    if (of_powers && least <= 0)
        return 0;
    if (equal || how == ATTAIN_AGGREGATE_MIN)
        return least;
    switch (how) {
    case ATTAIN_AGGREGATE_GEOMETRIC:
        return geometric(values, weights, count, scratch);
    case ATTAIN_AGGREGATE_HARMONIC:
        return harmonic(values, weights, count, scratch);
    case ATTAIN_AGGREGATE_MEDIAN:
        return attain_i_statistic(ATTAIN_STATISTIC_MEDIAN, values, weights,
                                  count, scratch);
    default:
        return arithmetic(values, weights, count, scratch);
    }
}

/* --- Over a block ------------------------------------------------------- */

size_t attain_i_combine_scratch(size_t children) {
    return 3 * children + attain_i_scratch_size(children);
}

/* A number of one child; where `present` says that the child takes part though
 * it is unknown, it is 0. */
static ATTAIN_I_LOOP double value_of(const double *values,
                                     const double *present, size_t i) {
    double value = values[i];
    return value != value && present != NULL && present[i] == present[i]
               ? 0
               : value;
}

/* Any aggregate, row by row. */
static void mix_rows(int32_t how, const attain_i_children *set,
                     const double *const *columns, const double *const *present,
                     double *out, double *scratch) {
    double *values = scratch;
    double *weights = scratch + set->children;
    for (size_t i = 0; i < set->count; i++) {
        size_t n = 0;
        for (size_t c = 0; c < set->children; c++) {
            double value =
                value_of(columns[c], present == NULL ? NULL : present[c], i);
            if (value != value)
                continue;
            values[n] = value;
            weights[n++] = set->weights[c];
        }
        out[i] = n == 0 ? NAN
                        : attain_i_aggregate(how, values, weights, n,
                                             scratch + 2 * set->children);
    }
}

/* The sum of the weights when it is exact in a double, as are all sums of some
 * of them; else 0. */
static double whole_weights(const attain_i_children *set) {
    double total = 0;
    for (size_t c = 0; c < set->children; c++) {
        double w = set->weights[c];
        if (!(w <= 0x1p31) || w != (double)(int64_t)w)
            return 0;
        total += w;
    }
    return total <= 0x1p52 ? total : 0;
}

/* The arithmetic mean of one row by exact sums. */
static double mix_again(const attain_i_children *set,
                        const double *const *columns,
                        const double *const *present, size_t i,
                        double *scratch) {
    double *weights = scratch + set->children;
    size_t known = 0;
    for (size_t c = 0; c < set->children; c++) {
        double value =
            value_of(columns[c], present == NULL ? NULL : present[c], i);
        if (value != value)
            continue;
        scratch[known] = value;
        weights[known++] = set->weights[c];
    }
    return arithmetic(scratch, weights, known, weights + set->children);
}

/* Sums of weight · value are kept in two parts: adding the term to a number M
 * that is large enough leaves its upper part there, exactly; the rest of it is
 * exact, too, and the rests are so small that their sum is (numeric/adder.c
 * tells more of it). All holds when no term is negative, none but 0 is below
 * `least`, and the sum is below M / 4; then one rounding is left, that of
 * upper + lower. */
typedef struct splitting {
    double m;
    double least;
    double most;
    int sure; /* 1: the first two are known to hold */
} splitting;

static splitting split_for(double weights, size_t children, double least) {
    splitting out = {0x1.8p+3, 0, 0, 0};
    while (out.m < 8 * weights)
        out.m *= 2;
    /* Rests are at most half a unit in the last place of M; terms from `least`
     * on are multiples of least · 2^−53, of which 2^53 add up exactly. */
    out.least = out.m * 0x1p-52 * (double)children;
    out.most = out.m / 4;
    out.sure = least >= out.least;
    return out;
}

/* Values are summed a strip at a time, which stays in the nearest cache. */
enum { STRIP = 64 };

typedef struct strip {
    double upper[STRIP];
    double lower[STRIP];
    double least[STRIP]; /* of the terms that are not 0 */
    double weight[STRIP];
} strip;

static ATTAIN_I_LOOP void add_child(const splitting *by, strip *restrict sums,
                                    int first, int sure,
                                    const double *restrict values,
                                    double weight, size_t count) {
    double m = by->m;
    for (size_t i = 0; i < count; i++) {
        double value = values[i];
        double term = value == value ? weight * value : 0;
        double before = first ? m : sums->upper[i];
        double upper = before + term;
        double rest = term - (upper - before);
        double least = term != 0 ? term : INFINITY;
        double known = value == value ? weight : 0;
        sums->upper[i] = upper;
        sums->lower[i] = first ? rest : sums->lower[i] + rest;
        if (!sure)
            sums->least[i] =
                first || least < sums->least[i] ? least : sums->least[i];
        sums->weight[i] = first ? known : sums->weight[i] + known;
    }
}

/* NaN where nothing is known. */
static ATTAIN_I_LOOP void divide(const splitting *by,
                                 const strip *restrict sums,
                                 double *restrict out, size_t count) {
    const double m = by->m;
    for (size_t i = 0; i < count; i++) {
        double sum = (sums->upper[i] - m) + sums->lower[i];
        out[i] = sum / sums->weight[i];
    }
    for (size_t i = 0; i < count; i++)
        out[i] = sums->weight[i] > 0 ? out[i] : NAN;
}

/* Tells where the sums may not be exact, and returns whether any is not. */
static ATTAIN_I_LOOP int64_t find_doubts(const splitting *by,
                                         const strip *restrict sums,
                                         int64_t *restrict doubt,
                                         size_t count) {
    const splitting split = *by;
    int64_t any = 0;
    for (size_t i = 0; i < count; i++) {
        double sum = (sums->upper[i] - split.m) + sums->lower[i];
        int64_t doubts = sums->least[i] >= split.least ? 0 : 1;
        doubts = sum <= split.most ? doubts : 1;
        doubt[i] = doubts;
        any |= doubts;
    }
    return any;
}

/* The means of `count` rows from row `at` on; those whose sums may not be exact
 * are summed again. */
static ATTAIN_I_LOOP void
mean_strip(const attain_i_children *set, const double *const *columns,
           const double *const *present, const splitting *by, int sure,
           size_t at, size_t count, double *restrict out, double *scratch) {
    strip sums;
    double filled[STRIP];
    int64_t doubt[STRIP];
    for (size_t c = 0; c < set->children; c++) {
        const double *values = columns[c] + at;
        if (present != NULL) {
            for (size_t i = 0; i < count; i++)
                filled[i] = value_of(values, present[c] + at, i);
            values = filled;
        }
        if (c == 0)
            add_child(by, &sums, 1, sure, values, set->weights[c], count);
        else
            add_child(by, &sums, 0, sure, values, set->weights[c], count);
    }
    divide(by, &sums, out + at, count);
    int64_t any = sure ? 0 : find_doubts(by, &sums, doubt, count);
    for (size_t i = 0; i < count && any; i++)
        if (doubt[i])
            out[at + i] = mix_again(set, columns, present, at + i, scratch);
}

static ATTAIN_I_LOOP void mean_strips(const attain_i_children *set,
                                      const double *const *columns,
                                      const double *const *present,
                                      const splitting *by, int sure,
                                      double *restrict out, double *scratch) {
    size_t at = 0;
    for (; at + STRIP <= set->count; at += STRIP)
        mean_strip(set, columns, present, by, sure, at, STRIP, out, scratch);
    if (at < set->count)
        mean_strip(set, columns, present, by, sure, at, set->count - at, out,
                   scratch);
}

static ATTAIN_I_LOOP void mean_loop(const attain_i_children *set,
                                    const double *const *columns,
                                    const double *const *present,
                                    const splitting *by, double *restrict out,
                                    double *scratch) {
    if (by->sure)
        mean_strips(set, columns, present, by, 1, out, scratch);
    else
        mean_strips(set, columns, present, by, 0, out, scratch);
}

ATTAIN_I_WIDE(static, mean,
              (const attain_i_children *set, const double *const *columns,
               const double *const *present, const splitting *by,
               double *restrict out, double *scratch),
              (set, columns, present, by, out, scratch))

static void mix(int32_t how, const attain_i_children *set,
                const double *const *columns, const double *const *present,
                double *out, double *scratch) {
    double weights =
        how == ATTAIN_AGGREGATE_ARITHMETIC ? whole_weights(set) : 0;
    if (weights > 0) {
        const splitting by =
            split_for(weights, set->children,
                      columns == set->attainment ? set->least : 0);
        mean(set, columns, present, &by, out, scratch);
    } else {
        mix_rows(how, set, columns, present, out, scratch);
    }
}

/* No score where any child that takes part is unknown. */
static void be_strict(const attain_i_children *set, double *attainment) {
    for (size_t c = 0; c < set->children; c++) {
        for (size_t i = 0; i < set->count; i++) {
            double present = set->low[c][i];
            double value = set->attainment[c][i];
            if (present == present && value != value)
                attainment[i] = NAN;
        }
    }
}

void attain_i_combine(int32_t how, int32_t missing,
                      const attain_i_children *set, double *attainment,
                      double *low, double *high, double *share,
                      double *scratch) {
    mix(how, set, set->attainment,
        missing == ATTAIN_MISSING_ZERO ? set->low : NULL, attainment, scratch);
    if (missing == ATTAIN_MISSING_STRICT)
        be_strict(set, attainment);
    if (low == NULL)
        return;
    mix(how, set, set->low, NULL, low, scratch);
    mix(how, set, set->high, NULL, high, scratch);
    mix(ATTAIN_AGGREGATE_ARITHMETIC, set, set->share, NULL, share, scratch);
}
