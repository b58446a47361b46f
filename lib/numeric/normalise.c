#include "numeric/normalise.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "numeric/check.h"
#include "numeric/rank.h"
#include "numeric/space.h"

/* --- The table ----------------------------------------------------------- */

#define ANY -DBL_MAX, DBL_MAX
#define TO_GIVE (double)NAN
#define NONE (double)INFINITY
#define OECD "OECD/JRC 2008, Handbook on Constructing Composite Indicators, "

static const attain_i_parameter minmax[] = {
    {"low", "score of the lowest value", 0, ANY},
    {"high", "score of the highest value", 1, ANY},
    {0}};
static const attain_i_parameter goalposts[] = {
    {"low", "lower post, in the unit of the values", TO_GIVE, ANY},
    {"high", "upper post", TO_GIVE, ANY},
    {"scale", "score at the good post", 1, ANY},
    {"clamp", "1: kept between the posts", 1, 0, 1},
    {0}};
static const attain_i_parameter scaled[] = {
    {"low", "lower end, in the unit of the values", 0, ANY},
    {"high", "upper end", 100, ANY},
    {"scale", "score at the good end", 100, ANY},
    {0}};
static const attain_i_parameter zscore[] = {
    {"mean", "score of the mean", 0, ANY},
    {"sd", "deviation of the scores", 1, 0, DBL_MAX},
    {0}};
static const attain_i_parameter half_ties[] = {
    {"ties", "part of those that tie that counts as worse", 0.5, 0, 1}, {0}};
static const attain_i_parameter lowest_ties[] = {
    {"ties", "part of those that tie that counts as worse", 0, 0, 1}, {0}};
static const attain_i_parameter reference_unit[] = {
    {"unit", "index of the reference", TO_GIVE, 0, 0x1p53},
    {"cap", "1: not above 1", 0, 0, 1},
    {0}};
static const attain_i_parameter target[] = {
    {"target", "in the unit of the values", TO_GIVE, ANY},
    {"cap", "1: not above 1", 0, 0, 1},
    {0}};
#define CUT "share of the values below a cut; 1 or more: no cut"
static const attain_i_parameter quantiles[] = {{"p1", CUT, TO_GIVE, 0, NONE},
                                               {"p2", CUT, NONE, 0, NONE},
                                               {"p3", CUT, NONE, 0, NONE},
                                               {"p4", CUT, NONE, 0, NONE},
                                               {"p5", CUT, NONE, 0, NONE},
                                               {"p6", CUT, NONE, 0, NONE},
                                               {"p7", CUT, NONE, 0, NONE},
                                               {"p8", CUT, NONE, 0, NONE},
                                               {0}};
#define THRESHOLD "threshold, in the unit of the values; infinity: none"
static const attain_i_parameter thresholds[] = {
    {"t1", THRESHOLD, TO_GIVE, ANY},
    {"t2", THRESHOLD, NONE, -DBL_MAX, NONE},
    {"t3", THRESHOLD, NONE, -DBL_MAX, NONE},
    {"t4", THRESHOLD, NONE, -DBL_MAX, NONE},
    {"t5", THRESHOLD, NONE, -DBL_MAX, NONE},
    {"t6", THRESHOLD, NONE, -DBL_MAX, NONE},
    {"t7", THRESHOLD, NONE, -DBL_MAX, NONE},
    {"t8", THRESHOLD, NONE, -DBL_MAX, NONE},
    {0}};

static const attain_i_normalise_row rows[] = {
    [ATTAIN_NORMALISATION_MINMAX] = {{"minmax",
                                      "low + (high − low)(v − min)/(max − min)",
                                      OECD "5.5", 0, minmax},
                                     attain_i_learn_minmax,
                                     attain_i_score_line,
                                     ATTAIN_I_ASCENDING},
    [ATTAIN_NORMALISATION_GOALPOSTS] = {{"goalposts",
                                         "scale · (v − low)/(high − low), in "
                                         "0…scale",
                                         "Human Development Report, technical "
                                         "note 1",
                                         0, goalposts},
                                        attain_i_learn_posts,
                                        attain_i_score_line,
                                        ATTAIN_I_ASCENDING | ATTAIN_I_GIVEN},
    [ATTAIN_NORMALISATION_SCALED] = {{"scaled",
                                      "scale · (v − low)/(high − low)",
                                      OECD "5.5", 0, scaled},
                                     attain_i_learn_posts,
                                     attain_i_score_line,
                                     ATTAIN_I_ASCENDING | ATTAIN_I_GIVEN},
    [ATTAIN_NORMALISATION_ZSCORE_POPULATION] =
        {{"zscore_population", "mean + sd (v − M)/S, S² = Σ(v − M)²/n",
          OECD "5.4", 0, zscore},
         attain_i_learn_population,
         attain_i_score_line,
         0},
    [ATTAIN_NORMALISATION_ZSCORE_SAMPLE] =
        {{"zscore_sample", "mean + sd (v − M)/S, S² = Σ(v − M)²/(n − 1)",
          OECD "5.4", 0, zscore},
         attain_i_learn_sample,
         attain_i_score_line,
         0},
    [ATTAIN_NORMALISATION_PERCENTILE_RANK] = {{"percentile_rank",
                                               "(worse + ties · equal)/(n − 1)",
                                               OECD "5.3", 0, half_ties},
                                              attain_i_learn_others,
                                              attain_i_score_ranks,
                                              ATTAIN_I_RANKS},
    [ATTAIN_NORMALISATION_RANK] = {{"rank", "1 + worse + ties · equal",
                                    OECD "5.3", 0, lowest_ties},
                                   attain_i_learn_rank,
                                   attain_i_score_ranks,
                                   ATTAIN_I_RANKS},
    [ATTAIN_NORMALISATION_BORDA] = {{"borda", "worse + ties · equal",
                                     "Borda 1781", 0, lowest_ties},
                                    attain_i_learn_borda,
                                    attain_i_score_ranks,
                                    ATTAIN_I_RANKS},
    [ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE] =
        {{"distance_to_reference", "1 − (r − v)/(r − min), r of one unit",
          OECD "5.6", 0, reference_unit},
         attain_i_learn_reference,
         attain_i_score_line,
         0},
    [ATTAIN_NORMALISATION_DISTANCE_TO_MAXIMUM] = {{"distance_to_maximum",
                                                   "1 − (max − v)/(max − min)",
                                                   OECD "5.6", 0, NULL},
                                                  attain_i_learn_maximum,
                                                  attain_i_score_line,
                                                  0},
    [ATTAIN_NORMALISATION_DISTANCE_TO_TARGET] = {{"distance_to_target",
                                                  "(v − min)/(target − min)",
                                                  OECD "5.6", 0, target},
                                                 attain_i_learn_target,
                                                 attain_i_score_line,
                                                 0},
    [ATTAIN_NORMALISATION_FRACTION_OF_MAXIMUM] =
        {{"fraction_of_maximum", "v/max; min/v where low is good", OECD "5.6",
          0, NULL},
         attain_i_learn_fraction,
         attain_i_score_fraction,
         0},
    [ATTAIN_NORMALISATION_CATEGORY_BY_QUANTILE] =
        {{"category_by_quantile", "how many quantiles v reaches", OECD "5.7", 0,
          quantiles},
         attain_i_learn_quantiles,
         attain_i_score_category,
         ATTAIN_I_ALL_ASCENDING | ATTAIN_I_SORTS_REFERENCE},
    [ATTAIN_NORMALISATION_CATEGORY_BY_THRESHOLD] =
        {{"category_by_threshold", "how many thresholds v reaches", OECD "5.7",
          0, thresholds},
         attain_i_learn_thresholds,
         attain_i_score_category,
         ATTAIN_I_ALL_ASCENDING | ATTAIN_I_GIVEN},
};

const attain_i_methods attain_i_normalisations = {
    "normalisation", rows, sizeof *rows, sizeof rows / sizeof *rows};

/* --- The call ------------------------------------------------------------ */

typedef struct work {
    const attain_i_normalise_row *row;
    double parameters[ATTAIN_I_MOST_PARAMETERS];
    const double *values;
    size_t column_count;
    size_t stride;
    size_t count;
    const double *reference;
    size_t reference_stride;
    size_t reference_count;
    const int32_t *descending;
    double *out;
    uint8_t *reasons;
    attain_i_space space;
    attain_i_scale *scales;
    attain_i_item *items;
} work;

static attain_status check_order(const attain_i_normalise_row *row,
                                 const double *parameters, attain_error *err) {
    size_t count = row->traits & ATTAIN_I_ASCENDING       ? 2
                   : row->traits & ATTAIN_I_ALL_ASCENDING ? ATTAIN_I_MOST_CUTS
                                                          : 0;
    for (size_t i = 1; i < count; i++) {
        if (parameters[i] <= parameters[i - 1] && parameters[i] <= DBL_MAX)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "parameters",
                                 (int64_t)i, "parameters of %s have to ascend",
                                 row->method.name);
    }
    return ATTAIN_OK;
}

attain_status attain_i_normalise_prepare(int32_t method,
                                         const double *parameters, size_t count,
                                         double *out, attain_error *err) {
    attain_status status = attain_i_method_prepare(
        &attain_i_normalisations, method, parameters, count, out, err);
    return status == ATTAIN_OK ? check_order(&rows[method], out, err) : status;
}

static attain_status check_shape(const work *w, attain_error *err) {
    int any = w->count > 0 && w->column_count > 0;
    if (w->out == NULL && any)
        return attain_i_fail_null(err, "out");
    attain_status status = attain_i_check_array(
        w->values, any ? w->count : 0, sizeof *w->values, "values", err);
    if (status == ATTAIN_OK && w->reference != NULL)
        status = attain_i_check_array(w->reference, w->reference_count,
                                      sizeof *w->reference, "reference", err);
    if (status != ATTAIN_OK)
        return status;
    if (w->column_count > 1 && w->stride < w->count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "smaller than count");
    if (w->reference != NULL && w->row->traits & ATTAIN_I_RANKS)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "reference", -1,
                             "%s has no reference", w->row->method.name);
    for (size_t c = 0; c < w->column_count && w->descending != NULL; c++) {
        if (w->descending[c] != 0 && w->descending[c] != 1)
            return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "descending",
                                 (int64_t)c, "neither 0 nor 1");
    }
    return ATTAIN_OK;
}

static attain_status take_space(work *w, attain_error *err) {
    size_t items = 0;
    if (w->row->traits & ATTAIN_I_RANKS)
        items = w->count;
    if (w->row->traits & ATTAIN_I_SORTS_REFERENCE)
        items = w->reference == NULL ? w->count : w->reference_count;
    attain_i_space_plan(&w->space, w->column_count, sizeof *w->scales);
    attain_i_space_plan(&w->space, items, 2 * sizeof *w->items);
    attain_status status = attain_i_space_open(&w->space, err);
    if (status != ATTAIN_OK)
        return status;
    w->scales =
        attain_i_space_take(&w->space, w->column_count, sizeof *w->scales);
    w->items = attain_i_space_take(&w->space, items, 2 * sizeof *w->items);
    return ATTAIN_OK;
}

static void set_column(const work *w, size_t c, attain_i_normaliser *column) {
    column->parameters = w->parameters;
    column->values = w->values + c * w->stride;
    column->count = w->count;
    column->reference = w->reference == NULL
                            ? column->values
                            : w->reference + c * w->reference_stride;
    column->reference_count =
        w->reference == NULL ? w->count : w->reference_count;
    column->items = w->items;
    column->out = w->out + c * w->stride;
    column->reasons = w->reasons == NULL ? NULL : w->reasons + c * w->stride;
}

/* The larger one; NaN is none. */
static double larger(double a, double b) {
    return a > b || b != b ? a : b;
}

/* Range, and what follows from the direction. */
static attain_status survey(const attain_i_normaliser *column, int descending,
                            attain_i_scale *scale, attain_error *err) {
    double least;
    double most;
    double size = 0;
    int itself = column->reference == column->values;
    if (!itself) {
        attain_i_extent(column->values, column->count, &least, &most);
        if (least < -DBL_MAX || most > DBL_MAX)
            return attain_i_check_finite(column->values, column->count,
                                         "values", err);
        size = larger(-least, most);
    }
    *scale = (attain_i_scale){.turn = descending ? -1 : 1,
                              .factor = 1,
                              .width = 1,
                              .floor = -(double)INFINITY,
                              .ceiling = (double)INFINITY};
    scale->known = attain_i_extent(column->reference, column->reference_count,
                                   &least, &most);
    if (least < -DBL_MAX || most > DBL_MAX)
        return attain_i_check_finite(column->reference, column->reference_count,
                                     itself ? "values" : "reference", err);
    scale->size = larger(larger(-least, most), size);
    scale->least = descending ? -most : least;
    scale->most = descending ? -least : most;
    return ATTAIN_OK;
}

static attain_status learn(const attain_i_normalise_row *row,
                           const attain_i_normaliser *column, int descending,
                           attain_i_scale *scale, attain_error *err) {
    attain_status status = survey(column, descending, scale, err);
    if (status != ATTAIN_OK)
        return status;
    if (scale->known == 0 && !(row->traits & ATTAIN_I_GIVEN)) {
        scale->reason = ATTAIN_REASON_MISSING;
        return ATTAIN_OK;
    }
    return row->learn(column, scale, err);
}

/* `flat` is the score of what is known in a column that has none. */
static void score(const attain_i_normalise_row *row,
                  const attain_i_normaliser *column,
                  const attain_i_scale *scale, double flat) {
    for (size_t i = 0; i < column->count && column->reasons != NULL; i++)
        column->reasons[i] = column->values[i] != column->values[i]
                                 ? ATTAIN_REASON_MISSING
                                 : scale->reason;
    if (scale->reason == ATTAIN_REASON_NONE) {
        row->score(column, scale);
        return;
    }
    for (size_t i = 0; i < column->count; i++) {
        double v = column->values[i];
        column->out[i] = v == v ? flat : v;
    }
}

attain_status attain_i_normalise_column(int32_t method,
                                        const double *parameters,
                                        const double *values, size_t count,
                                        int descending, double flat,
                                        attain_i_item *items, double *out,
                                        attain_error *err) {
    attain_i_scale scale;
    const attain_i_normaliser column = {.parameters = parameters,
                                        .values = values,
                                        .count = count,
                                        .reference = values,
                                        .reference_count = count,
                                        .items = items,
                                        .out = out};
    attain_status status =
        learn(&rows[method], &column, descending, &scale, err);
    if (status == ATTAIN_OK)
        score(&rows[method], &column, &scale, flat);
    return status;
}

static attain_status each_column(const work *w, attain_error *err) {
    attain_i_normaliser column;
    for (size_t c = 0; c < w->column_count; c++) {
        set_column(w, c, &column);
        attain_status status =
            learn(w->row, &column, w->descending != NULL && w->descending[c],
                  &w->scales[c], err);
        if (status != ATTAIN_OK)
            return status;
    }
    for (size_t c = 0; c < w->column_count; c++) {
        set_column(w, c, &column);
        score(w->row, &column, &w->scales[c], (double)NAN);
    }
    return ATTAIN_OK;
}

attain_status attain_normalise(int32_t method, const double *parameters,
                               size_t parameter_count, const double *values,
                               size_t column_count, size_t stride, size_t count,
                               const double *reference, size_t reference_stride,
                               size_t reference_count,
                               const int32_t *descending, double *out,
                               uint8_t *reasons, attain_error *err) {
    work w = {.values = values,
              .column_count = column_count,
              .stride = stride,
              .count = count,
              .reference = reference,
              .reference_stride = reference_stride,
              .reference_count = reference_count,
              .descending = descending,
              .out = out,
              .reasons = reasons};
    attain_status status = attain_i_normalise_prepare(
        method, parameters, parameter_count, w.parameters, err);
    if (status != ATTAIN_OK)
        return status;
    w.row = &rows[method];
    status = check_shape(&w, err);
    if (status != ATTAIN_OK || count == 0 || column_count == 0)
        return status;
    attain_i_space_init(&w.space);
    status = take_space(&w, err);
    if (status == ATTAIN_OK)
        status = each_column(&w, err);
    attain_i_space_close(&w.space);
    return status;
}
