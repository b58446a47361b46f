#include "numeric/treat.h"

#include <float.h>
#include <math.h>

#include "attain/numeric.h"
#include "base/error.h"
#include "base/memory.h"
#include "numeric/associate.h"
#include "numeric/math.h"
#include "numeric/method.h"
#include "numeric/rank.h"
#include "numeric/sum.h"

/* --- Skewness and kurtosis ------------------------------------------------ */

static double statistic(const attain_i_treated *column, int32_t which) {
    return attain_i_statistic(which, column->sorted, NULL, column->count, NULL);
}

static int passes(const attain_i_treated *column, const double *thresholds) {
    double skew = statistic(column, ATTAIN_STATISTIC_SKEWNESS_SAMPLE);
    double kurt = statistic(column, ATTAIN_STATISTIC_KURTOSIS_SAMPLE);
    return isnan(skew) || isnan(kurt) || fabs(skew) < thresholds[0] ||
           kurt < thresholds[1];
}

/* --- One function a row: how to treat a column ---------------------------- */

typedef void plan(attain_i_treated *column, const double *parameters,
                  attain_i_treatment *out);

/* Sets the largest elements to the next smaller value; returns how many. */
static size_t lower(double *sorted, size_t count) {
    size_t from = count;
    while (from > 0 && sorted[from - 1] == sorted[count - 1])
        from--;
    if (from == 0)
        return 0;
    for (size_t i = from; i < count; i++)
        sorted[i] = sorted[from - 1];
    return count - from;
}

static size_t raise(double *sorted, size_t count) {
    size_t to = 0;
    while (to < count && sorted[to] == sorted[0])
        to++;
    if (to == count)
        return 0;
    for (size_t i = 0; i < to; i++)
        sorted[i] = sorted[to];
    return to;
}

/* Parameters skew, kurt, most. What was treated before is among the largest, or
 * the smallest, when these are treated again. */
static void winsorise(attain_i_treated *column, const double *parameters,
                      attain_i_treatment *out) {
    size_t high = 0;
    size_t low = 0;
    while (!passes(column, parameters) &&
           (double)(high + low) < parameters[2]) {
        size_t treated;
        if (statistic(column, ATTAIN_STATISTIC_SKEWNESS_SAMPLE) >= 0)
            treated = high = lower(column->sorted, column->count);
        else
            treated = low = raise(column->sorted, column->count);
        if (treated == 0)
            break;
    }
    if (column->count > 0) {
        out->low = column->sorted[0];
        out->high = column->sorted[column->count - 1];
    }
}

static void plain_log(attain_i_treated *column, const double *parameters,
                      attain_i_treatment *out) {
    (void)column;
    out->shape = ATTAIN_I_LOG;
    out->shift = parameters[0];
}

/* The ends of the column; false when it has no two different values. */
static int ends(const attain_i_treated *column, double *least, double *most,
                attain_i_treatment *out) {
    *least = *most = 0;
    if (column->count == 0)
        return 0;
    *least = column->sorted[0];
    *most = column->sorted[column->count - 1];
    if (*least == *most)
        out->reason = ATTAIN_REASON_CONSTANT;
    return *least < *most;
}

static void log_from_least(attain_i_treated *column, const double *parameters,
                           attain_i_treatment *out) {
    (void)parameters;
    out->shape = ATTAIN_I_LOG;
    out->origin = column->count > 0 ? column->sorted[0] : 0;
    out->shift = 1;
}

static void log_of_range(attain_i_treated *column, const double *parameters,
                         attain_i_treatment *out) {
    double least;
    double most;
    if (!ends(column, &least, &most, out))
        return;
    out->shape = ATTAIN_I_LOG;
    out->origin = least;
    out->shift = parameters[0] * (most - least);
}

static void log_by_skew(attain_i_treated *column, const double *parameters,
                        attain_i_treatment *out) {
    double least;
    double most;
    log_of_range(column, parameters, out);
    if (!ends(column, &least, &most, out) ||
        statistic(column, ATTAIN_STATISTIC_SKEWNESS_POPULATION) > 0)
        return;
    out->shape = ATTAIN_I_MIRRORED;
    out->origin = most;
}

static void log_gii(attain_i_treated *column, const double *parameters,
                    attain_i_treatment *out) {
    double least;
    double most;
    (void)parameters;
    if (!ends(column, &least, &most, out))
        return;
    if (!(most > 1)) {
        out->reason = ATTAIN_REASON_UNDEFINED;
        return;
    }
    out->shape = ATTAIN_I_LOG;
    out->origin = least;
    out->scale = (most - 1) / (most - least);
    out->shift = 1;
}

static void box_cox(attain_i_treated *column, const double *parameters,
                    attain_i_treatment *out) {
    (void)column;
    out->shape = ATTAIN_I_BOX_COX;
    out->lambda = parameters[0];
    out->shift = parameters[1];
}

static void box_cox_fitted(attain_i_treated *column, const double *parameters,
                           attain_i_treatment *out) {
    double least;
    double most;
    if (!ends(column, &least, &most, out))
        return;
    out->shape = ATTAIN_I_BOX_COX;
    out->shift = parameters[0];
    if (!(least + out->shift > 0)) {
        out->reason = ATTAIN_REASON_NOT_POSITIVE;
        return;
    }
    for (size_t i = 0; i < column->count; i++)
        column->sorted[i] = attain_i_log(column->sorted[i] + out->shift);
    out->lambda =
        attain_i_box_cox_lambda(column->sorted, column->count, column->room);
    if (isnan(out->lambda))
        out->reason = ATTAIN_REASON_NO_CONVERGENCE;
}

/* Parameters skew, kurt, most, share, combine. */
static void two_step(attain_i_treated *column, const double *parameters,
                     attain_i_treatment *out) {
    attain_i_treatment untouched = *out;
    double least;
    double most;
    ends(column, &least, &most, &untouched);
    winsorise(column, parameters, out);
    if (passes(column, parameters))
        return;
    if (parameters[4] == 0 && column->count > 0) {
        *out = untouched;
        column->sorted[0] = least;
        column->sorted[column->count - 1] = most;
    }
    log_of_range(column, parameters + 3, out);
}

/* --- The table ------------------------------------------------------------ */

typedef struct row {
    attain_i_method method;
    plan *plan;
} row;

#define END                                                                    \
    { NULL, NULL, 0, 0, 0 }
#define PASSES                                                                 \
    {"skew", "size of skewness below which a column passes", 2, 0, DBL_MAX},   \
        {"kurt", "kurtosis below which it passes", 3.5, -DBL_MAX, DBL_MAX}, {  \
        "most", "elements that are treated", 5, 0, 100                         \
    }
#define SHARE                                                                  \
    { "share", "of the range, that keeps the least above 0", 0.01, 1e-9, 1e9 }
#define SHIFT                                                                  \
    { "shift", "added before", 0, -DBL_MAX, DBL_MAX }

static const attain_i_parameter limits[] = {PASSES, END};
static const attain_i_parameter shift_alone[] = {SHIFT, END};
static const attain_i_parameter share_alone[] = {SHARE, END};
static const attain_i_parameter lambda_and_shift[] = {
    {"lambda", "λ, the power", 0, -10, 10}, SHIFT, END};
static const attain_i_parameter both_steps[] = {
    PASSES,
    SHARE,
    {"combine", "1: the second step takes what the first left", 0, 0, 1},
    END};

static const row rows[] = {
    {{"winsorise",
      "the ends set to the next value until skewness or kurtosis "
      "passes",
      "COINr (winsorise); OECD/JRC 2008", 0, limits},
     winsorise},
    {{"log", "ln(v + shift)", "OECD/JRC 2008", 0, shift_alone}, plain_log},
    {{"log_from_least", "ln(v − min + 1)", "COIN Tool (log_CT_orig)", 0, NULL},
     log_from_least},
    {{"log_of_range", "ln(v − min + share · R)", "COINr (log_CT)", 0,
      share_alone},
     log_of_range},
    {{"log_by_skew",
      "log_of_range, or −ln(max + share · R − v) where skewed to the left",
      "COINr (log_CT_plus)", 0, share_alone},
     log_by_skew},
    {{"log_gii", "ln((max − 1)(v − min)/R + 1)", "Global Innovation Index 2020",
      0, NULL},
     log_gii},
    {{"box_cox", "((v + shift)^λ − 1)/λ", "Box and Cox 1964", 0,
      lambda_and_shift},
     box_cox},
    {{"box_cox_fitted", "box_cox with the λ of the greatest likelihood",
      "Box and Cox 1964", 0, shift_alone},
     box_cox_fitted},
    {{"two_step", "winsorise; where it does not pass, log_of_range",
      "COINr (Treat)", 0, both_steps},
     two_step},
};

const attain_i_methods attain_i_treatment_rows = {
    "treatment", rows, sizeof *rows, sizeof rows / sizeof *rows};

/* --- Applying it ---------------------------------------------------------- */

/* NaN where it has no value. */
static double apply(const attain_i_treatment *t, double v) {
    double x = v < t->low ? t->low : v > t->high ? t->high : v;
    switch (t->shape) {
    case ATTAIN_I_LOG:
        x = (x - t->origin) * t->scale + t->shift;
        break;
    case ATTAIN_I_MIRRORED:
        x = (t->origin - x) + t->shift;
        break;
    case ATTAIN_I_BOX_COX:
        x += t->shift;
        break;
    default:
        return x;
    }
    if (!(x > 0))
        return (double)NAN;
    if (t->shape == ATTAIN_I_BOX_COX)
        return attain_i_box_cox(x, t->lambda);
    double log_x = attain_i_log(x);
    return t->shape == ATTAIN_I_LOG ? log_x : -log_x;
}

static uint8_t what_was_done(const attain_i_treatment *t, double v) {
    if (isnan(v))
        return ATTAIN_TREATED_MISSING;
    if (t->shape != ATTAIN_I_AS_IS)
        return ATTAIN_TREATED_TRANSFORMED;
    return v > t->high  ? ATTAIN_TREATED_LOWERED
           : v < t->low ? ATTAIN_TREATED_RAISED
                        : ATTAIN_TREATED_UNTOUCHED;
}

static uint8_t why_not(const attain_i_treatment *t, double v, double out) {
    if (isnan(v))
        return ATTAIN_REASON_MISSING;
    if (t->reason != ATTAIN_REASON_NONE)
        return t->reason;
    return isnan(out) ? ATTAIN_REASON_NOT_POSITIVE : ATTAIN_REASON_NONE;
}

static void treat_column(const attain_i_treatment *t, const double *values,
                         size_t count, double *out, uint8_t *treated,
                         uint8_t *reasons) {
    for (size_t i = 0; i < count; i++) {
        double v = values[i];
        int none = isnan(v) || t->reason != ATTAIN_REASON_NONE;
        out[i] = none ? (double)NAN : apply(t, v);
        if (treated != NULL)
            treated[i] = what_was_done(t, v);
        if (reasons != NULL)
            reasons[i] = why_not(t, v, out[i]);
    }
}

/* --- Finding it for each column ------------------------------------------- */

static void take(attain_i_treated *column, const double *values, size_t count,
                 attain_i_item *items) {
    column->count = attain_i_rank_items(values, count, 1, items, items + count);
    for (size_t i = 0; i < column->count; i++)
        column->sorted[i] = items[i].key;
}

/* Transformations are monotone: the ends are the extremes, where the lower one
 * is the first that has a value. */
static int in_range(const attain_i_treatment *t, const attain_i_treated *column,
                    double least, double most) {
    if (t->reason != ATTAIN_REASON_NONE || column->count == 0)
        return 1;
    double first = apply(t, least);
    for (size_t i = 0; isnan(first) && i < column->count; i++)
        first = apply(t, column->sorted[i]);
    return !isinf(first) && !isinf(apply(t, most));
}

static attain_status find(const row *method, const double *parameters,
                          attain_i_treated *column, attain_i_treatment *out,
                          attain_error *err) {
    *out = (attain_i_treatment){.low = -DBL_MAX,
                                .high = DBL_MAX,
                                .scale = 1,
                                .lambda = (double)NAN,
                                .shape = ATTAIN_I_AS_IS};
    size_t n = column->count;
    double least = n > 0 ? column->sorted[0] : 0;
    double most = n > 0 ? column->sorted[n - 1] : 0;
    int sound =
        n == 0 || (!isinf(most - least) &&
                   !isnan(statistic(column, ATTAIN_STATISTIC_SD_POPULATION)));
    if (sound) {
        method->plan(column, parameters, out);
        sound = in_range(out, column, least, most);
    }
    if (!sound)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "values", -1,
                             "a result is beyond the range of a double");
    return ATTAIN_OK;
}

/* One block: treatments, items to sort, sorted values and room. */
typedef struct space {
    attain_i_treatment *treatments;
    attain_i_item *items;
    attain_i_treated column;
} space;

static size_t space_size(size_t column_count, size_t count) {
    return column_count * sizeof(attain_i_treatment) +
           2 * count * sizeof(attain_i_item) + 4 * count * sizeof(double);
}

static void lay(space *s, void *block, size_t column_count, size_t count) {
    s->treatments = block;
    s->items = (attain_i_item *)(void *)(s->treatments + column_count);
    s->column.sorted = (double *)(void *)(s->items + 2 * count);
    s->column.room = s->column.sorted + count;
}

attain_status attain_treat(int32_t method, const double *parameters,
                           size_t parameter_count, const double *values,
                           size_t column_count, size_t stride, size_t count,
                           double *out, uint8_t *treated, double *fitted,
                           uint8_t *reasons, attain_error *err) {
    attain_allocator allocator;
    space s;
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_status status =
        attain_i_method_prepare(&attain_i_treatment_rows, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    if (out == NULL && column_count > 0 && count > 0)
        return attain_i_fail_null(err, "out");
    if (count > SIZE_MAX / 256 || column_count > SIZE_MAX / 256)
        return attain_i_fail_memory(err);
    status = attain_i_check_columns(values, column_count, stride, count, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_allocator_set(&allocator, NULL);
    size_t size = space_size(column_count, count);
    void *block = attain_i_allocate(&allocator, size, 1);
    if (block == NULL)
        return attain_i_fail_memory(err);
    lay(&s, block, column_count, count);
    for (size_t c = 0; c < column_count && status == ATTAIN_OK; c++) {
        take(&s.column, values + c * stride, count, s.items);
        status =
            find(&rows[method], complete, &s.column, &s.treatments[c], err);
    }
    for (size_t c = 0; c < column_count && status == ATTAIN_OK; c++) {
        treat_column(&s.treatments[c], values + c * stride, count,
                     out + c * stride,
                     treated == NULL ? NULL : treated + c * stride,
                     reasons == NULL ? NULL : reasons + c * stride);
        if (fitted != NULL)
            fitted[c] = method == ATTAIN_TREATMENT_BOX_COX_FITTED
                            ? s.treatments[c].lambda
                            : (double)NAN;
    }
    attain_i_release(&allocator, block, size, 1);
    return status;
}
