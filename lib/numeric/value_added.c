#include "numeric/value_added.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/check.h"
#include "numeric/method.h"
#include "numeric/sum.h"

static const char *const measures[] = {"count", "value", "error", "low",
                                       "high",  "class", "band"};

size_t attain_value_added_measure_count(void) {
    return sizeof measures / sizeof *measures;
}

const char *attain_value_added_measure_name(int32_t measure) {
    if (measure < 0 || (size_t)measure >= attain_value_added_measure_count())
        return NULL;
    return measures[measure];
}

/* --- The table ------------------------------------------------------------ */

typedef struct row {
    attain_i_method method;
    attain_i_value_added_function *find;
    size_t least;   /* which parameter is `least` */
    int32_t starts; /* takes one regressor, the start */
} row;

static const attain_i_parameter interval_parameters[] = {
    {"coverage", "of the interval", 0.95, DBL_MIN, 1 - DBL_EPSILON},
    {"least", "rows that a group has to have to be shown", 1, 0, DBL_MAX},
    {NULL, NULL, 0, 0, 0}};

static const attain_i_parameter percentile_parameters[] = {
    {"classes", "of like starters", 10, 1, 1e6},
    {"least", "rows that a group has to have to be shown", 1, 0, DBL_MAX},
    {NULL, NULL, 0, 0, 0}};

static const attain_i_parameter progress8_parameters[] = {
    {"divisor", "points a subject: slots of Attainment 8", 10, DBL_MIN,
     DBL_MAX},
    {"sigma", "deviation of all rows' scores; 0: theirs", 0, 0, DBL_MAX},
    {"least", "rows that a group has to have to be shown", 1, 0, DBL_MAX},
    {NULL, NULL, 0, 0, 0}};

static const row rows[] = {
    [ATTAIN_VALUE_ADDED_ORDINARY] = {{"ordinary", "mean of y − xb, ± z s/√n",
                                      "least squares", 0, interval_parameters},
                                     attain_i_ordinary_residuals,
                                     1,
                                     0},
    [ATTAIN_VALUE_ADDED_SHRUNKEN_RESTRICTED] =
        {{"shrunken_restricted",
          "ρ_j mean residual, ρ_j = σ²_u/(σ²_u + σ²_e/n_j), by REML",
          "Goldstein et al. 1993; Bates et al. 2015 (lme4)", 0,
          interval_parameters},
         attain_i_shrunken_restricted,
         1,
         0},
    [ATTAIN_VALUE_ADDED_SHRUNKEN_FULL] =
        {{"shrunken_full",
          "ρ_j mean residual, ρ_j = σ²_u/(σ²_u + σ²_e/n_j), by ML",
          "Goldstein et al. 1993; Bates et al. 2015 (lme4)", 0,
          interval_parameters},
         attain_i_shrunken_full,
         1,
         0},
    [ATTAIN_VALUE_ADDED_GROWTH_PERCENTILE] =
        {{"growth_percentile",
          "median of 100 (worse + ties/2)/(m − 1) among like starters",
          "conditional percentile rank, in classes; after Betebenner 2009", 0,
          percentile_parameters},
         attain_i_growth_percentile,
         1,
         1},
    [ATTAIN_VALUE_ADDED_PROGRESS8] = {{"progress8",
                                       "mean of (y − mean of equal starters)/"
                                       "divisor, ± 1.96 σ/√n",
                                       "Department for Education, Secondary "
                                       "accountability measures",
                                       0, progress8_parameters},
                                      attain_i_progress8,
                                      2,
                                      1},
};

const attain_i_methods attain_i_value_addeds = {
    "value_added", rows, sizeof *rows, sizeof rows / sizeof *rows};

/* --- The whole ------------------------------------------------------------ */

/* Rows that have a part, group by group. */
static void order_rows(attain_i_groups_job *j) {
    memset(j->offsets, 0, (j->groups + 2) * sizeof *j->offsets);
    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < j->count; i++) {
            double all = j->y[i] * 0;
            for (size_t c = 0; c < j->columns; c++)
                all += j->x[c * j->stride + i] * 0;
            if (all != all || j->codes[i] < 0)
                continue;
            size_t *at = &j->offsets[j->codes[i] + 1 + (pass == 0)];
            if (pass == 1)
                j->order[*at] = (int32_t)i;
            ++*at;
        }
        for (size_t g = 2; pass == 0 && g <= j->groups; g++)
            j->offsets[g] += j->offsets[g - 1];
    }
}

static attain_status check(const attain_i_groups_job *j, const row *of,
                           const double *out, attain_error *err) {
    if (j->count > 0 && (j->y == NULL || j->codes == NULL))
        return attain_i_fail_null(err, j->y == NULL ? "y" : "codes");
    if (j->x == NULL && j->count > 0 && j->columns > 0)
        return attain_i_fail_null(err, "x");
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (j->columns > 4096 || (of->starts && j->columns != 1))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "column_count", -1,
                             "%s does not take %zu regressors", of->method.name,
                             j->columns);
    if (j->columns > 1 && j->stride < j->count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "columns are closer together than they are long");
    if (j->count > INT32_MAX)
        return attain_i_fail(err, ATTAIN_ERR_LIMIT, "count", -1,
                             "more than 2^31 - 1 rows");
    attain_status status = attain_i_check_finite(j->y, j->count, "y", err);
    for (size_t c = 0; j->count > 0 && c < j->columns && status == ATTAIN_OK;
         c++)
        status =
            attain_i_check_finite(j->x + c * j->stride, j->count, "x", err);
    for (size_t i = 0; i < j->count && status == ATTAIN_OK; i++) {
        if (j->codes[i] >= 0 && (size_t)j->codes[i] >= j->groups)
            status = attain_i_fail(err, ATTAIN_ERR_VALUE, "codes", (int64_t)i,
                                   "there is no group %d", (int)j->codes[i]);
    }
    return status;
}

/* What a job needs, in one block: numbers, items, indices, reasons. 0 where it
 * is beyond all memory. */
static size_t block_size(const attain_i_groups_job *j) {
    size_t most = SIZE_MAX / 16 / sizeof(attain_i_item);
    if (j->groups >= most / ATTAIN_I_VALUE_ADDED_MEASURES || j->count >= most)
        return 0;
    return (j->groups * ATTAIN_I_VALUE_ADDED_MEASURES + 3 * j->count) *
               sizeof(double) +
           4 * j->count * sizeof(attain_i_item) +
           (j->groups + 2) * sizeof(size_t) + j->count * sizeof(int32_t) +
           j->groups * ATTAIN_I_VALUE_ADDED_MEASURES;
}

static void lay_out(attain_i_groups_job *j, void *block) {
    j->items = block;
    j->out = (double *)(void *)(j->items + 4 * j->count);
    j->rows = j->out + j->groups * ATTAIN_I_VALUE_ADDED_MEASURES;
    j->values = j->rows + j->count;
    j->terms = j->values + j->count;
    j->offsets = (size_t *)(void *)(j->terms + j->count);
    j->order = (int32_t *)(void *)(j->offsets + j->groups + 2);
    j->reasons = (uint8_t *)(j->order + j->count);
}

static attain_status run(attain_i_groups_job *j, const row *of,
                         attain_error *err) {
    order_rows(j);
    for (size_t g = 0; g < j->groups; g++) {
        attain_i_value_added_lack(j, g, ATTAIN_REASON_UNDEFINED);
        attain_i_value_added_set(j, g, ATTAIN_VALUE_ADDED_COUNT,
                                 attain_i_value_added_size(j, g));
    }
    for (size_t i = 0; i < j->count; i++)
        j->rows[i] = (double)NAN;
    attain_status status = of->find(j, err);
    for (size_t g = 0; g < j->groups; g++)
        if (attain_i_value_added_size(j, g) == 0)
            attain_i_value_added_lack(j, g, ATTAIN_REASON_MISSING);
        else if (attain_i_value_added_size(j, g) < j->parameters[of->least])
            attain_i_value_added_lack(j, g, ATTAIN_REASON_SUPPRESSED);
    return status;
}

attain_status attain_value_added(int32_t method, const double *parameters,
                                 size_t parameter_count, const double *y,
                                 const double *x, size_t column_count,
                                 size_t stride, const int32_t *codes,
                                 size_t count, size_t group_count, double *out,
                                 uint8_t *reasons, double *row_values,
                                 attain_error *err) {
    double all[ATTAIN_I_MOST_PARAMETERS];
    attain_allocator allocator;
    attain_status status = attain_i_method_prepare(
        &attain_i_value_addeds, method, parameters, parameter_count, all, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_groups_job j = {.parameters = all,
                             .y = y,
                             .x = x,
                             .columns = column_count,
                             .stride = stride,
                             .codes = codes,
                             .count = count,
                             .groups = group_count};
    status = check(&j, &rows[method], out, err);
    if (status != ATTAIN_OK)
        return status;
    size_t size = block_size(&j);
    attain_i_allocator_set(&allocator, NULL);
    void *block = size == 0 ? NULL : attain_i_allocate(&allocator, size, 1);
    if (block == NULL)
        return attain_i_fail_memory(err);
    lay_out(&j, block);
    status = run(&j, &rows[method], err);
    if (status == ATTAIN_OK) {
        size_t cells = group_count * ATTAIN_I_VALUE_ADDED_MEASURES;
        memcpy(out, j.out, cells * sizeof *out);
        if (reasons != NULL)
            memcpy(reasons, j.reasons, cells);
        if (row_values != NULL)
            memcpy(row_values, j.rows, count * sizeof *row_values);
    }
    attain_i_release(&allocator, block, size, 1);
    return status;
}

/* --- Published scores ------------------------------------------------------
 */

attain_status attain_progress8_bands(const double *scores, const double *counts,
                                     size_t count, double sigma, double least,
                                     double *low, double *high, double *bands,
                                     uint8_t *reasons, attain_error *err) {
    if (scores == NULL && count > 0)
        return attain_i_fail_null(err, "scores");
    if (counts == NULL && count > 0)
        return attain_i_fail_null(err, "counts");
    if (!(sigma > 0 && sigma <= DBL_MAX))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "sigma", -1,
                             "a deviation is above 0");
    if (!(least <= DBL_MAX))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "least", -1,
                             "not a number of pupils");
    attain_status status = attain_i_check_finite(scores, count, "scores", err);
    if (status == ATTAIN_OK)
        status = attain_i_check_finite(counts, count, "counts", err);
    for (size_t i = 0; i < count && status == ATTAIN_OK; i++) {
        int missing = scores[i] != scores[i] || counts[i] != counts[i];
        int few = counts[i] < least || counts[i] < 1;
        int32_t reason = missing ? ATTAIN_REASON_MISSING
                         : few   ? ATTAIN_REASON_SUPPRESSED
                                 : ATTAIN_REASON_NONE;
        double reach = reason == ATTAIN_REASON_NONE
                           ? 1.96 * sigma / sqrt(counts[i])
                           : (double)NAN;
        if (low != NULL)
            low[i] = scores[i] - reach;
        if (high != NULL)
            high[i] = scores[i] + reach;
        if (bands != NULL)
            bands[i] =
                reach == reach
                    ? attain_i_progress8_band(scores[i], scores[i] - reach,
                                              scores[i] + reach)
                    : (double)NAN;
        if (reasons != NULL)
            reasons[i] = (uint8_t)reason;
    }
    return status;
}
