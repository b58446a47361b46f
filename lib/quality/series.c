/* Checks that look at the periods of one unit and variable together. */
#include <math.h>

#include "base/decimal.h"
#include "quality/work.h"

/* The values of a unit, and where they are. `at` has the indices of those that
 * are known; `sorted` and `spread` are room. */
typedef struct series {
    const attain_i_quality_run *run;
    double *values, *sorted, *spread;
    size_t *at;
    size_t count;
    int32_t unit;
} series;

static double larger(double a, double b) {
    return a > b ? a : b;
}

static double smaller(double a, double b) {
    return a < b ? a : b;
}

static void find(attain_i_quality_work *work, const series *s, size_t i,
                 double reference, double score, int32_t variant) {
    attain_i_quality_fault fault;
    attain_i_fault_init(&fault);
    fault.column = s->run->columns[s->at[i]];
    fault.unit = s->unit;
    fault.value = s->values[i];
    fault.reference = reference;
    fault.score = score;
    fault.variant = variant;
    attain_i_quality_find(work, &fault);
}

/* Calls `look` for every unit and variable that has `least` values, zeros only
 * counted `with_zeros`. */
static void
each_series(attain_i_quality_work *work, size_t least, int with_zeros,
            void (*look)(attain_i_quality_work *work, const series *s)) {
    size_t columns = work->data->columns.count;
    series s;
    s.values = work->series;
    s.sorted = work->series + columns;
    s.spread = work->series + 2 * columns;
    s.at = (size_t *)(void *)(work->series + 3 * columns);
    for (size_t r = 0; r < work->run_count; r++) {
        s.run = &work->runs[r];
        if (s.run->count < least ||
            !attain_i_quality_takes(work, s.run->variable, -1))
            continue;
        for (size_t u = 0; u < work->data->unit_count; u++) {
            s.unit = (int32_t)u;
            s.count = 0;
            for (size_t p = 0; work->meets[u] && p < s.run->count; p++) {
                double x = s.run->columns[p]->values[u];
                s.values[s.count] = x;
                s.at[s.count] = p;
                s.count += isnan(x) || (x == 0 && !with_zeros) ? 0 : 1;
            }
            if (s.count >= least)
                look(work, &s);
        }
    }
}

/* --- History ----------------------------------------------------------------
 */

/* Shell's sort: the periods of a unit are few. */
static void sort(double *values, size_t count) {
    for (size_t gap = count / 2; gap > 0; gap = gap == 2 ? 1 : gap * 5 / 11) {
        for (size_t i = gap; i < count; i++) {
            double x = values[i];
            size_t at = i;
            for (; at >= gap && values[at - gap] > x; at -= gap)
                values[at] = values[at - gap];
            values[at] = x;
        }
    }
}

static double median(const double *sorted, size_t count) {
    double low = sorted[(count - 1) / 2], high = sorted[count / 2];
    double sum = low + high;
    return sum - sum == 0 ? sum / 2 : low / 2 + high / 2;
}

/* The scale of the modified z of Iglewicz and Hoaglin (1993, "How to Detect and
 * Handle Outliers"): MAD/0.6745, and where most values are equal and MAD is 0,
 * 1.253314 times the mean absolute deviation. 0: all are equal. */
static double scale_of(const series *s, double middle) {
    double mean = 0;
    for (size_t i = 0; i < s->count; i++) {
        s->spread[i] = fabs(s->values[i] - middle);
        mean += s->spread[i] / (double)s->count;
    }
    sort(s->spread, s->count);
    double mad = median(s->spread, s->count);
    return mad > 0 ? mad / 0.6745 : 1.253314 * mean;
}

/* Whether no value can be far enough from the median, wherever in the range
 * that is: sorting is dear, and most series are even. */
static int is_even(const attain_i_quality_work *work, double low, double high) {
    return high - low <= work->tolerance ||
           (low > 0 && high <= (1 + work->least) * low &&
            low >= (1 - work->least) * high);
}

/* Zeros are left to the check of zeros. */
static void look_at_history(attain_i_quality_work *work, const series *s) {
    double low = s->values[0], high = s->values[0];
    for (size_t i = 0; i < s->count; i++) {
        s->sorted[i] = s->values[i];
        low = smaller(low, s->values[i]);
        high = larger(high, s->values[i]);
    }
    if (is_even(work, low, high))
        return;
    sort(s->sorted, s->count);
    double middle = median(s->sorted, s->count);
    double least = larger(work->least * fabs(middle), work->tolerance);
    if (!(high - middle > least) && !(middle - low > least))
        return; /* nothing is far enough away, whatever the scale */
    double scale = scale_of(s, middle);
    for (size_t i = 0; i < s->count && scale > 0; i++) {
        double score = (s->values[i] - middle) / scale;
        if (fabs(s->values[i] - middle) > least &&
            attain_i_compare12(fabs(score), work->limit, 0) > 0)
            find(work, s, i, middle, score, 0);
    }
}

void attain_i_quality_history(attain_i_quality_work *work) {
    each_series(work, 3, 0, look_at_history);
}

/* --- Unit of measure ---------------------------------------------------------
 */

enum { AGREE = 3 /* values agree that are within this factor */ };

/* Smallest and largest of a stretch of values. */
typedef struct range {
    double low, high;
} range;

static range none(void) {
    return (range){INFINITY, 0};
}

static range join(range a, double low, double high) {
    return (range){smaller(a.low, low), larger(a.high, high)};
}

/* Smallest and largest of the values after each, in `sorted` and `spread`. */
static void ranges_after(const series *s) {
    range after = none();
    for (size_t i = s->count; i-- > 0;) {
        s->sorted[i] = after.low;
        s->spread[i] = after.high;
        after = join(after, s->values[i], s->values[i]);
    }
}

/* The power of ten, not 1, that the ratio is near to; 0: none. */
static double power_near(double ratio, double factor) {
    double power = 1;
    double up = ratio >= 1 ? ratio : 1 / ratio;
    for (int k = 0; k < 8; k++) {
        power *= 10;
        if (up <= power * factor && up * factor >= power)
            return ratio >= 1 ? power : 1 / power;
    }
    return 0;
}

/* Values that agree among each other, and their geometric middle. */
static int agree(range of, double *middle) {
    *middle = sqrt(of.low) * sqrt(of.high);
    return of.high <= AGREE * of.low;
}

/* The others show what is odd about one. */
static void look_at_one(attain_i_quality_work *work, const series *s, size_t i,
                        range before) {
    double middle;
    if (s->count < 3 ||
        !agree(join(before, s->sorted[i], s->spread[i]), &middle))
        return;
    double power = power_near(s->values[i] / middle, work->tolerance);
    if (power != 0 && larger(s->values[i], middle) >= work->least)
        find(work, s, i, middle, power, 0);
}

/* Two values or more before i, or one of two, against those from i on: the
 * unit of measure was changed for good. */
static void look_at_change(attain_i_quality_work *work, const series *s,
                           size_t i, range before) {
    double old, now;
    range from =
        join((range){s->sorted[i], s->spread[i]}, s->values[i], s->values[i]);
    int enough = s->count == 2 ? i == 1 : i >= 2 && s->count - i >= 2;
    if (!enough || !agree(before, &old) || !agree(from, &now))
        return;
    double power = power_near(now / old, work->tolerance);
    if (power != 0 && larger(now, old) >= work->least)
        find(work, s, i, old, power, 1);
}

static void look_at_scale(attain_i_quality_work *work, const series *s) {
    range all = none(), before = none();
    for (size_t i = 0; i < s->count; i++)
        all = join(all, s->values[i], s->values[i]);
    /* Nothing can be a power of ten away. */
    if (!(all.low > 0) || all.high * work->tolerance < 10 * all.low)
        return;
    ranges_after(s);
    for (size_t i = 0; i < s->count; i++) {
        look_at_one(work, s, i, before);
        look_at_change(work, s, i, before);
        before = join(before, s->values[i], s->values[i]);
    }
}

void attain_i_quality_scale(attain_i_quality_work *work) {
    each_series(work, 2, 0, look_at_scale);
}

/* --- Zero for missing --------------------------------------------------------
 */

/* What begins at 0 may have begun then; only after a number is 0 odd. */
static void look_at_zero(attain_i_quality_work *work, const series *s) {
    range others = none();
    size_t zero = 0, zeros = 0;
    for (size_t i = 0; i < s->count; i++) {
        if (s->values[i] == 0) {
            zero = i;
            zeros++;
        } else {
            others = join(others, s->values[i], s->values[i]);
        }
    }
    if (zeros != 1 || zero == 0 || !(others.low > 0))
        return;
    double middle = sqrt(others.low) * sqrt(others.high);
    if (middle >= work->least)
        find(work, s, zero, middle, (double)NAN, 0);
}

void attain_i_quality_zero(attain_i_quality_work *work) {
    each_series(work, 3, 1, look_at_zero);
}
