#include "numeric/aggregate.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "numeric/check.h"
#include "numeric/extent.h"
#include "numeric/sum.h"

/* --- The table ----------------------------------------------------------- */

#define ANY -DBL_MAX, DBL_MAX
#define TO_GIVE (double)NAN
#define LOW ATTAIN_METHOD_LOW_IS_GOOD
#define W ATTAIN_METHOD_WEIGHTED
#define OECD "OECD/JRC 2008, Handbook on Constructing Composite Indicators, "
#define POLICY                                                                 \
    {"nonpositive", "where the mean is not defined: 0 gives 0, 1 no value", 0, \
     0, 1},                                                                    \
        {"shift", "added to every value, and taken away from the mean", 0,     \
         ANY},                                                                 \
    {                                                                          \
        0                                                                      \
    }
#define SIGN                                                                   \
    {"sign", "-1 takes the penalty away, 1 adds it", -1, -1, 1}, {             \
        0                                                                      \
    }

static const attain_i_parameter policy[] = {POLICY};
static const attain_i_parameter power[] = {{"p", "exponent", TO_GIVE, ANY},
                                           POLICY};
static const attain_i_parameter how_many[] = {
    {"j", "how many values", TO_GIVE, 1, 0x1p31}, {0}};
static const attain_i_parameter sign[] = {SIGN};
static const attain_i_parameter mean_min[] = {
    {"a", "0: the mean, 1: the penalty in full", 1, 0, 1},
    {"b", "how soft the penalty begins, in the unit of the values", 0, 0,
     DBL_MAX},
    {0}};
static const attain_i_parameter vikor[] = {
    {"v", "weight of the group against the largest regret", 0.5, 0, 1}, {0}};
static const attain_i_parameter shares[] = {
    {"share_low", "least part of a column in the unit's own sum", 0, 0, 1},
    {"share_high", "largest part of it", 1, 0, 1},
    {0}};

#define METHOD(name, formula, source, traits, parameters)                      \
    { name, formula, source, traits, parameters }

static const attain_i_aggregate_row rows[] = {
    [ATTAIN_AGGREGATION_ARITHMETIC] = {METHOD("arithmetic", "Σwv/W", OECD "6.8",
                                              W, NULL),
                                       NULL, attain_i_unit_arithmetic, NULL,
                                       NULL, ATTAIN_I_ONE_DIRECTION},
    [ATTAIN_AGGREGATION_GEOMETRIC] = {METHOD("geometric", "exp(Σw ln v/W)",
                                             OECD "6.9", W, policy),
                                      NULL, attain_i_unit_geometric, NULL, NULL,
                                      ATTAIN_I_ONE_DIRECTION},
    [ATTAIN_AGGREGATION_HARMONIC] = {METHOD("harmonic", "W/Σ(w/v)",
                                            "Hardy, Littlewood and Pólya 1934",
                                            W, policy),
                                     NULL, attain_i_unit_harmonic, NULL, NULL,
                                     ATTAIN_I_ONE_DIRECTION},
    [ATTAIN_AGGREGATION_POWER] = {METHOD("power", "(Σwv^p/W)^(1/p)",
                                         "Hardy, Littlewood and Pólya 1934", W,
                                         power),
                                  NULL, attain_i_unit_power, NULL, NULL,
                                  ATTAIN_I_ONE_DIRECTION},
    [ATTAIN_AGGREGATION_MEDIAN] =
        {METHOD("median", "first v whose cumulative w exceeds W/2", OECD "6", W,
                NULL),
         NULL, attain_i_unit_median, NULL, NULL, ATTAIN_I_ONE_DIRECTION},
    [ATTAIN_AGGREGATION_MIN] = {METHOD("min", "min v", OECD "6", 0, NULL), NULL,
                                attain_i_unit_min, NULL, NULL,
                                ATTAIN_I_ONE_DIRECTION},
    [ATTAIN_AGGREGATION_MAX] = {METHOD("max", "max v", OECD "6", 0, NULL), NULL,
                                attain_i_unit_max, NULL, NULL,
                                ATTAIN_I_ONE_DIRECTION},
    [ATTAIN_AGGREGATION_OWA] = {METHOD("owa", "Σw_k v_(k)/W, v_(1) the largest",
                                       "Yager 1988", W, NULL),
                                NULL, attain_i_unit_owa, NULL, NULL,
                                ATTAIN_I_ONE_DIRECTION | ATTAIN_I_STRICT},
    [ATTAIN_AGGREGATION_LARGEST] = {METHOD("largest", "mean of the j largest v",
                                           "Yager 1988", 0, how_many),
                                    NULL, attain_i_unit_largest, NULL, NULL,
                                    ATTAIN_I_ONE_DIRECTION},
    [ATTAIN_AGGREGATION_SMALLEST] = {METHOD("smallest",
                                            "mean of the j smallest v",
                                            "Yager 1988", 0, how_many),
                                     NULL, attain_i_unit_smallest, NULL, NULL,
                                     ATTAIN_I_ONE_DIRECTION},
    [ATTAIN_AGGREGATION_MAZZIOTTA_PARETO] =
        {METHOD("mazziotta_pareto", "M ± S²/M of 100 + 10 z",
                "De Muro, Mazziotta and Pareto 2011", W, sign),
         attain_i_axis_deviation, attain_i_unit_penalty, NULL, NULL, 0},
    [ATTAIN_AGGREGATION_ADJUSTED_MAZZIOTTA_PARETO] =
        {METHOD("adjusted_mazziotta_pareto",
                "M ± S²/M of 70 + 60 (v − low)/(high − low)",
                "Mazziotta and Pareto 2016", W, sign),
         attain_i_axis_bounds, attain_i_unit_adjusted, NULL, NULL,
         ATTAIN_I_BOUNDS},
    [ATTAIN_AGGREGATION_MEAN_MIN] =
        {METHOD("mean_min", "M − a(√((M − min)² + b²) − b)",
                "Tarabusi and Guarini 2013", W, mean_min),
         NULL, attain_i_unit_mean_min, NULL, NULL, ATTAIN_I_ONE_DIRECTION},
    [ATTAIN_AGGREGATION_TOPSIS_VECTOR] =
        {METHOD("topsis_vector", "D⁻/(D⁺ + D⁻) of wv/√Σv²",
                "Hwang and Yoon 1981", W, NULL),
         attain_i_axis_vector, attain_i_unit_topsis, NULL, NULL,
         ATTAIN_I_STRICT},
    [ATTAIN_AGGREGATION_TOPSIS_MINMAX] =
        {METHOD("topsis_minmax", "D⁻/(D⁺ + D⁻) of w(v − min)/(max − min)",
                "Hwang and Yoon 1981", W, NULL),
         attain_i_axis_range, attain_i_unit_topsis, NULL, NULL,
         ATTAIN_I_STRICT},
    [ATTAIN_AGGREGATION_VIKOR] =
        {METHOD("vikor", "v (S − S*)/(S⁻ − S*) + (1 − v)(R − R*)/(R⁻ − R*)",
                "Opricovic and Tzeng 2004", W | LOW, vikor),
         attain_i_axis_range, attain_i_unit_vikor, attain_i_finish_vikor, NULL,
         ATTAIN_I_STRICT},
    [ATTAIN_AGGREGATION_SPOTIS] = {METHOD(
                                       "spotis", "Σw|v − best|/(high − low)/W",
                                       "Dezert, Tchamova, Han and Tacnet 2020",
                                       W | LOW, NULL),
                                   attain_i_axis_bounds, attain_i_unit_spotis,
                                   NULL, NULL, ATTAIN_I_BOUNDS},
    [ATTAIN_AGGREGATION_COPELAND] = {METHOD(
                                         "copeland",
                                         "units outranked − units that outrank",
                                         "Copeland 1951", W, NULL),
                                     NULL, NULL, NULL, attain_i_copeland, 0},
    [ATTAIN_AGGREGATION_WROCLAW] =
        {METHOD("wroclaw", "D/(mean D + 2 sd D), D = √(nΣwd²/W)",
                "Hellwig 1968", W | LOW, NULL),
         attain_i_axis_plain, attain_i_unit_wroclaw, attain_i_finish_wroclaw,
         NULL, ATTAIN_I_STRICT},
    [ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT] =
        {METHOD("benefit_of_the_doubt", "max Σuv, Σuv ≤ 1 for all, u ≥ 0",
                "Cherchye, Moesen, Rogge and Van Puyenbroeck 2007",
                ATTAIN_METHOD_NEEDS_NONNEGATIVE, shares),
         NULL, NULL, NULL, attain_i_benefit,
         ATTAIN_I_ONE_DIRECTION | ATTAIN_I_STRICT},
};

const attain_i_methods attain_i_aggregations = {
    "aggregation", rows, sizeof *rows, sizeof rows / sizeof *rows};

/* --- Checks -------------------------------------------------------------- */

double attain_i_column_weight(const attain_i_aggregator *a, size_t c) {
    return a->weights == NULL ? 1 : a->weights[c];
}

int attain_i_column_descends(const attain_i_aggregator *a, size_t c) {
    return a->descending != NULL && a->descending[c];
}

static attain_status check_values(const attain_i_aggregator *a, size_t c,
                                  uint32_t traits, attain_error *err) {
    const double *x = a->values + c * a->stride;
    double least;
    double most;
    attain_i_extent(x, a->count, &least, &most);
    if (least < -DBL_MAX || most > DBL_MAX)
        return attain_i_check_finite(x, a->count, "values", err);
    if (least < 0 && traits & ATTAIN_METHOD_NEEDS_NONNEGATIVE)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "values", (int64_t)c,
                             "a value of column %zu is below 0", c);
    return ATTAIN_OK;
}

static attain_status check_column(const attain_i_aggregator *a, size_t c,
                                  const attain_i_aggregate_row *row,
                                  attain_error *err) {
    double weight = attain_i_column_weight(a, c);
    if (!(weight >= 0 && weight <= DBL_MAX))
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "weights", (int64_t)c,
                             "weight %zu is not a number of 0 or more", c);
    int32_t descends = a->descending == NULL ? 0 : a->descending[c];
    if (descends != 0 && descends != 1)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "descending", (int64_t)c,
                             "neither 0 nor 1");
    if (descends && row->traits & ATTAIN_I_ONE_DIRECTION)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "descending", (int64_t)c,
                             "%s takes columns where high is good",
                             row->method.name);
    if (a->bounds != NULL && row->traits & ATTAIN_I_BOUNDS) {
        double low = a->bounds[c];
        double high = a->bounds[a->columns + c];
        if (!(low < high && low >= -DBL_MAX && high <= DBL_MAX))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "bounds", (int64_t)c,
                                 "bounds of column %zu do not ascend", c);
    }
    return check_values(a, c, row->method.traits, err);
}

static attain_status check(const attain_i_aggregator *a,
                           const attain_i_aggregate_row *row,
                           attain_error *err) {
    int any = a->count > 0 && a->columns > 0;
    attain_status status = attain_i_check_array(
        a->values, any ? a->count : 0, sizeof *a->values, "values", err);
    if (status != ATTAIN_OK)
        return status;
    if (a->out == NULL && a->count > 0)
        return attain_i_fail_null(err, "out");
    if (a->columns > 1 && a->stride < a->count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "smaller than count");
    if (a->blank < ATTAIN_BLANK_RENORMALISE || a->blank > ATTAIN_BLANK_STRICT)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "blank", -1,
                             "there is no way %d with blanks", (int)a->blank);
    if (!(a->least >= 0 && a->least <= 1))
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "least", -1,
                             "not between 0 and 1");
    for (size_t c = 0; c < a->columns && any && status == ATTAIN_OK; c++)
        status = check_column(a, c, row, err);
    return status;
}

/* --- Unit by unit -------------------------------------------------------- */

enum { BLOCK_CELLS = 8192, MOST_UNITS = 128 };

typedef struct work {
    attain_i_aggregator *a;
    const attain_i_aggregate_row *row;
    size_t *kept; /* columns that count */
    size_t kept_count;
    double *weights; /* of kept columns */
    double *spans;
    double *column; /* one column as methods see it */
    uint8_t *use;   /* units without a blank, where the method is strict */
    double *cells;  /* [unit of a block][kept column] */
    size_t block;   /* units of a block */
    attain_i_composed unit;
} work;

static double cell(const attain_i_aggregator *a, size_t c, size_t i) {
    double v = a->values[c * a->stride + i];
    return v != v && a->blank == ATTAIN_BLANK_ZERO ? 0 : v;
}

/* Strict methods only look at units without a blank. */
static void find_use(work *w) {
    const attain_i_aggregator *a = w->a;
    memset(w->use, 1, a->count);
    for (size_t c = 0; c < a->columns && w->row->traits & ATTAIN_I_STRICT;
         c++) {
        if (!(attain_i_column_weight(a, c) > 0))
            continue;
        for (size_t i = 0; i < a->count; i++) {
            double v = cell(a, c, i);
            w->use[i] &= v == v;
        }
    }
}

static void find_axis(work *w, size_t c) {
    attain_i_aggregator *a = w->a;
    attain_i_axis *axis = &a->axes[c];
    *axis = (attain_i_axis){1, 0, 1, 0};
    if (w->row->axis == NULL)
        return;
    if (attain_i_column_descends(a, c))
        axis->turn = -1;
    for (size_t i = 0; i < a->count; i++)
        w->column[i] = w->use[i] ? cell(a, c, i) : (double)NAN;
    w->row->axis(a, c, w->column, axis);
}

/* Which columns count, and how much they weigh together. */
static void find_columns(work *w) {
    attain_i_aggregator *a = w->a;
    find_use(w);
    w->kept_count = 0;
    for (size_t c = 0; c < a->columns; c++) {
        double weight = attain_i_column_weight(a, c);
        if (!(weight > 0))
            continue;
        find_axis(w, c);
        if (a->axes[c].width == 0)
            continue;
        w->kept[w->kept_count] = c;
        w->spans[w->kept_count] = a->axes[c].span;
        w->weights[w->kept_count++] = weight;
    }
    a->total = attain_i_sum(w->weights, w->kept_count);
}

/* Units from `from` on, so that each has its values side by side. */
static void turn_block(work *w, size_t from, size_t units) {
    const attain_i_aggregator *a = w->a;
    size_t step = w->kept_count;
    for (size_t k = 0; k < w->kept_count; k++) {
        const attain_i_axis axis = a->axes[w->kept[k]];
        const double *x = a->values + w->kept[k] * a->stride + from;
        double *out = w->cells + k;
        for (size_t u = 0; u < units; u++)
            out[u * step] = x[u];
        for (size_t u = 0; u < units && a->blank == ATTAIN_BLANK_ZERO; u++)
            if (x[u] != x[u])
                out[u * step] = 0;
        for (size_t u = 0; u < units && w->row->axis != NULL; u++)
            out[u * step] =
                (out[u * step] * axis.turn - axis.from) / axis.width;
    }
}

/* Its known values; false when it has too few for a score. */
static int take_unit(work *w, const double *cells) {
    const attain_i_aggregator *a = w->a;
    attain_i_composed *unit = &w->unit;
    size_t known = 0;
    for (size_t k = 0; k < w->kept_count; k++) {
        unit->v[known] = cells[k];
        unit->w[known] = w->weights[k];
        known += cells[k] == cells[k];
    }
    size_t spans = 0;
    for (size_t k = 0; k < w->kept_count && w->row->axis != NULL; k++) {
        unit->span[spans] = w->spans[k];
        spans += cells[k] == cells[k];
    }
    unit->count = known;
    unit->weight = a->total;
    if (known == w->kept_count)
        return 1;
    if (known == 0 || a->blank == ATTAIN_BLANK_STRICT ||
        w->row->traits & ATTAIN_I_STRICT)
        return 0;
    unit->weight = attain_i_sum(unit->w, known);
    return a->least == 0 ||
           attain_i_compare12(unit->weight / a->total, a->least, 1) >= 0;
}

static void score_unit(work *w, size_t i, const double *cells) {
    const attain_i_aggregator *a = w->a;
    uint8_t reason = ATTAIN_REASON_MISSING;
    double score = (double)NAN;
    if (w->kept_count == 0) {
        reason = a->weights == NULL || attain_i_sum(a->weights, a->columns) > 0
                     ? ATTAIN_REASON_CONSTANT
                     : ATTAIN_REASON_WEIGHTLESS;
        reason = a->columns == 0 ? ATTAIN_REASON_MISSING : reason;
    } else if (w->use[i] && take_unit(w, cells)) {
        w->unit.second = 0;
        score = w->row->unit(&w->unit, &reason);
        /* Beyond the range, as a sum would be. */
        score = score - score == 0 ? score : (double)NAN;
    }
    a->out[i] = score;
    if (w->row->finish != NULL)
        a->second[i] = score == score ? w->unit.second : score;
    if (a->reasons != NULL)
        a->reasons[i] = score == score ? ATTAIN_REASON_NONE : reason;
}

static attain_status take_space(work *w, attain_error *err) {
    attain_i_aggregator *a = w->a;
    attain_i_space *space = a->space;
    size_t n = a->columns;
    attain_i_space_restart(space);
    attain_i_space_plan(space, n, 2 * sizeof *a->axes);
    attain_i_space_plan(space, n, sizeof *w->kept);
    attain_i_space_plan(space, n, 7 * sizeof(double));
    attain_i_space_plan(space, n, 2 * sizeof(attain_i_item));
    attain_i_space_plan(space, BLOCK_CELLS, sizeof(double));
    attain_i_space_plan(space, a->count, 2 * sizeof(double));
    attain_i_space_plan(space, a->count, sizeof *w->use);
    attain_status status = attain_i_space_open(space, err);
    if (status != ATTAIN_OK)
        return status;
    a->axes = attain_i_space_take(space, n, 2 * sizeof *a->axes);
    w->kept = attain_i_space_take(space, n, sizeof *w->kept);
    double *rows_of = attain_i_space_take(space, n, 7 * sizeof(double));
    w->weights = rows_of;
    w->spans = rows_of + n;
    w->unit.v = rows_of + 2 * n;
    w->unit.w = rows_of + 3 * n;
    w->unit.span = rows_of + 4 * n;
    w->unit.terms = rows_of + 5 * n;
    w->unit.items = attain_i_space_take(space, n, 2 * sizeof(attain_i_item));
    w->block = n == 0 ? 1 : BLOCK_CELLS / n;
    w->block = w->block > MOST_UNITS ? MOST_UNITS : w->block;
    w->cells = attain_i_space_take(space, BLOCK_CELLS, sizeof(double));
    if (w->block == 0) { /* so many columns that one unit is a block */
        w->block = 1;
        w->cells = rows_of + 6 * n;
    }
    w->column = attain_i_space_take(space, a->count, 2 * sizeof(double));
    a->second = w->column + a->count;
    w->use = attain_i_space_take(space, a->count, sizeof *w->use);
    return ATTAIN_OK;
}

static attain_status by_unit(attain_i_aggregator *a,
                             const attain_i_aggregate_row *row,
                             attain_error *err) {
    work w;
    w.a = a;
    w.row = row;
    attain_status status = take_space(&w, err);
    if (status != ATTAIN_OK)
        return status;
    find_columns(&w);
    w.unit.parameters = a->parameters;
    attain_i_adder_init(&w.unit.adder);
    for (size_t from = 0; from < a->count; from += w.block) {
        size_t units = a->count - from < w.block ? a->count - from : w.block;
        turn_block(&w, from, units);
        for (size_t u = 0; u < units; u++)
            score_unit(&w, from + u, w.cells + u * w.kept_count);
    }
    if (row->finish != NULL)
        row->finish(a);
    return ATTAIN_OK;
}

attain_status attain_i_aggregate_columns(int32_t method, attain_i_aggregator *a,
                                         attain_error *err) {
    const attain_i_aggregate_row *row = &rows[method];
    attain_status status = check(a, row, err);
    if (status != ATTAIN_OK || a->count == 0)
        return status;
    return row->matrix != NULL ? row->matrix(a, err) : by_unit(a, row, err);
}

attain_status attain_aggregate(int32_t method, const double *parameters,
                               size_t parameter_count, const double *values,
                               size_t column_count, size_t stride, size_t count,
                               const double *weights, const int32_t *descending,
                               const double *bounds, int32_t blank,
                               double least, double *out, uint8_t *reasons,
                               attain_error *err) {
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_i_space space;
    attain_i_aggregator a = {.parameters = complete,
                             .space = &space,
                             .values = values,
                             .columns = column_count,
                             .stride = stride,
                             .count = count,
                             .weights = weights,
                             .descending = descending,
                             .bounds = bounds,
                             .blank = blank,
                             .least = least,
                             .out = out,
                             .reasons = reasons};
    attain_status status =
        attain_i_method_prepare(&attain_i_aggregations, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_space_init(&space);
    status = attain_i_aggregate_columns(method, &a, err);
    attain_i_space_close(&space);
    return status;
}
