#include "evaluate/aggregate.h"

#include <math.h>
#include <string.h>

#include "attain/numeric.h"
#include "attain/plan.h"
#include "base/vectors.h"
#include "numeric/math.h"
#include "numeric/sum.h"

enum {
    COLUMN_SCRATCH = 5 /* columns of a block that mixing needs */
};

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

size_t attain_i_combine_scratch(size_t children, size_t count) {
    return COLUMN_SCRATCH * count + 3 * children +
           attain_i_scratch_size(children);
}

/* A column of one child; where `present` says that the child takes part
 * though its value is unknown, the value is 0. */
static double value_of(const double *values, const double *present, size_t i) {
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

/* True when every sum of the weights is exact in a double. */
static int weights_are_whole(const attain_i_children *set) {
    double total = 0;
    for (size_t c = 0; c < set->children; c++) {
        double w = set->weights[c];
        if (!(w <= 0x1p31) || w != (double)(int64_t)w)
            return 0;
        total += w;
    }
    return total <= 0x1p52;
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

/* The sums of a row. */
typedef struct row_sums {
    double s;
    double e;
    double lost;
    double w;
} row_sums;

/* Adds weight · value to the sums, and the weight to `w`. */
static ATTAIN_I_LOOP row_sums add(row_sums old, double value, double weight) {
    row_sums sums;
    double term = value == value ? weight * value : 0;
    sums.s = old.s + term;
    double back = sums.s - old.s;
    double error = (old.s - (sums.s - back)) + (term - back);
    sums.e = old.e + error;
    double again = sums.e - old.e;
    sums.lost = old.lost + fabs((old.e - (sums.e - again)) + (error - again));
    sums.w = old.w + (value == value ? weight : 0);
    return sums;
}

static ATTAIN_I_LOOP void add_child_loop(const double *restrict values,
                                         double weight, double *restrict s,
                                         double *restrict e,
                                         double *restrict lost,
                                         double *restrict w, size_t count) {
    for (size_t i = 0; i < count; i++) {
        row_sums sums = {s[i], e[i], lost[i], w[i]};
        sums = add(sums, values[i], weight);
        s[i] = sums.s;
        e[i] = sums.e;
        lost[i] = sums.lost;
        w[i] = sums.w;
    }
}

/* Two children at once: the sums are read and written half as often. */
static ATTAIN_I_LOOP void
add_pair_loop(const double *restrict first, double first_weight,
              const double *restrict second, double second_weight,
              double *restrict s, double *restrict e, double *restrict lost,
              double *restrict w, size_t count) {
    for (size_t i = 0; i < count; i++) {
        row_sums sums = {s[i], e[i], lost[i], w[i]};
        sums = add(sums, first[i], first_weight);
        sums = add(sums, second[i], second_weight);
        s[i] = sums.s;
        e[i] = sums.e;
        lost[i] = sums.lost;
        w[i] = sums.w;
    }
}

ATTAIN_I_WIDE(static, add_child,
              (const double *restrict values, double weight, double *restrict s,
               double *restrict e, double *restrict lost, double *restrict w,
               size_t count),
              (values, weight, s, e, lost, w, count))
ATTAIN_I_WIDE(static, add_pair,
              (const double *restrict first, double first_weight,
               const double *restrict second, double second_weight,
               double *restrict s, double *restrict e, double *restrict lost,
               double *restrict w, size_t count),
              (first, first_weight, second, second_weight, s, e, lost, w,
               count))

static ATTAIN_I_LOOP void mean_loop(const double *restrict s,
                                    const double *restrict e,
                                    const double *restrict lost,
                                    const double *restrict w,
                                    double *restrict out, size_t count) {
    for (size_t i = 0; i < count; i++) {
        double mean = (s[i] + e[i]) / w[i];
        mean = w[i] > 0 ? mean : NAN;
        out[i] = lost[i] == 0 ? mean : NAN;
    }
}

ATTAIN_I_WIDE(static, mean,
              (const double *restrict s, const double *restrict e,
               const double *restrict lost, const double *restrict w,
               double *restrict out, size_t count),
              (s, e, lost, w, out, count))

/* The arithmetic mean of a block, child by child: sums are kept as s + e with
 * the error of every addition (Knuth's two-sum), and `lost` tells where the
 * errors themselves did not add up exactly; those rows are summed again. */
static void mix_arithmetic(const attain_i_children *set,
                           const double *const *columns,
                           const double *const *present, double *out,
                           double *scratch) {
    size_t n = set->count;
    double *s = scratch;
    double *e = s + n;
    double *lost = e + n;
    double *w = lost + n;
    double *values = w + n;
    memset(scratch, 0, 4 * n * sizeof *scratch);
    for (size_t c = 0; c < set->children; c++) {
        double weight = set->weights[c];
        const double *column = columns[c];
        if (present == NULL && c + 1 < set->children) {
            add_pair(column, weight, columns[c + 1], set->weights[c + 1], s, e,
                     lost, w, n);
            c++;
            continue;
        }
        if (present != NULL) {
            for (size_t i = 0; i < n; i++)
                values[i] = value_of(column, present[c], i);
            column = values;
        }
        add_child(column, weight, s, e, lost, w, n);
    }
    mean(s, e, lost, w, out, n);
    for (size_t i = 0; i < n; i++) {
        if (lost[i] != 0)
            out[i] = mix_again(set, columns, present, i,
                               scratch + COLUMN_SCRATCH * n);
    }
}

static void mix(int32_t how, const attain_i_children *set,
                const double *const *columns, const double *const *present,
                double *out, double *scratch) {
    if (how == ATTAIN_AGGREGATE_ARITHMETIC && weights_are_whole(set))
        mix_arithmetic(set, columns, present, out, scratch);
    else
        mix_rows(how, set, columns, present, out,
                 scratch + COLUMN_SCRATCH * set->count);
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
