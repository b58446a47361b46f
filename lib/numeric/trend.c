#include "numeric/trend.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/check.h"
#include "numeric/doubt.h"
#include "numeric/math.h"

static const char *const measures[] = {
    "count",           "rate",    "rate_low",        "rate_high",
    "statistic",       "p",       "projection",      "projection_low",
    "projection_high", "arrival", "smoothing_level", "smoothing_trend"};

size_t attain_trend_measure_count(void) {
    return sizeof measures / sizeof *measures;
}

const char *attain_trend_measure_name(int32_t measure) {
    if (measure < 0 || (size_t)measure >= attain_trend_measure_count())
        return NULL;
    return measures[measure];
}

/* --- Findings ------------------------------------------------------------- */

void attain_i_trend_set(attain_i_series *s, int32_t measure, double value) {
    int sound = fabs(value) <= DBL_MAX;
    s->out[measure] = sound ? value : (double)NAN;
    s->reasons[measure] =
        (uint8_t)(sound ? ATTAIN_REASON_NONE : ATTAIN_REASON_UNDEFINED);
}

void attain_i_trend_lack(attain_i_series *s, int32_t measure, int32_t reason) {
    s->out[measure] = (double)NAN;
    s->reasons[measure] = (uint8_t)reason;
}

static int arrives(const attain_i_series *s, double value, double target) {
    return s->descending ? attain_i_score_reaches(target, value)
                         : attain_i_score_reaches(value, target);
}

/* P that a new observation is at or beyond the target. */
static double arrival_of(const attain_i_series *s, double value, double target,
                         double deviation, double freedom) {
    if (deviation == 0)
        return arrives(s, value, target);
    double t = (value - target) / deviation;
    return attain_student_cdf(s->descending ? -t : t, freedom);
}

void attain_i_trend_project(attain_i_series *s, double value, double deviation,
                            double freedom) {
    double reach =
        deviation *
        (deviation == 0
             ? 0
             : attain_student_quantile(0.5 + s->coverage / 2, freedom));
    attain_i_trend_set(s, ATTAIN_TREND_PROJECTION_LOW, value - reach);
    attain_i_trend_set(s, ATTAIN_TREND_PROJECTION_HIGH, value + reach);
    if (s->target != s->target)
        attain_i_trend_lack(s, ATTAIN_TREND_ARRIVAL, ATTAIN_REASON_MISSING);
    else
        attain_i_trend_set(s, ATTAIN_TREND_ARRIVAL,
                           arrival_of(s, value, s->target, deviation, freedom));
}

/* --- Lines ---------------------------------------------------------------- */

static const int32_t doubtful[] = {
    ATTAIN_TREND_RATE_LOW,       ATTAIN_TREND_RATE_HIGH,
    ATTAIN_TREND_STATISTIC,      ATTAIN_TREND_P,
    ATTAIN_TREND_PROJECTION_LOW, ATTAIN_TREND_PROJECTION_HIGH,
    ATTAIN_TREND_ARRIVAL};

/* Interval and p of a slope. */
static void judge_slope(attain_i_series *s, const attain_line *line) {
    double freedom = (double)line->count - 2;
    double deviation = sqrt(line->variance / line->sxx);
    double reach =
        deviation * attain_student_quantile(0.5 + s->coverage / 2, freedom);
    double t = line->slope / deviation;
    attain_i_trend_set(s, ATTAIN_TREND_RATE_LOW, line->slope - reach);
    attain_i_trend_set(s, ATTAIN_TREND_RATE_HIGH, line->slope + reach);
    attain_i_trend_set(s, ATTAIN_TREND_STATISTIC, t);
    if (line->variance > 0) {
        attain_i_trend_set(s, ATTAIN_TREND_P,
                           2 * attain_student_cdf(-fabs(t), freedom));
        return;
    }
    /* On the line: there is a slope unless it does not lift it by 1e-12. */
    double lift = line->slope * (s->x[s->count - 1] - s->x[0]);
    attain_i_trend_set(s, ATTAIN_TREND_P,
                       fabs(lift) < 1e-12 * fabs(line->intercept) || lift == 0);
}

/* The line through (x, y), all findings in the unit of y. False when there is
 * none. */
static int fit_line(attain_i_series *s, const double *y, attain_line *line) {
    double value = 0;
    double deviation = 0;
    attain_line_init(line);
    if (attain_line_fit(s->x, y, s->count, line, NULL) != ATTAIN_OK)
        return 0;
    attain_i_trend_set(s, ATTAIN_TREND_RATE, line->slope);
    attain_line_predict(line, s->horizon, s->coverage, &value, &deviation, NULL,
                        NULL, NULL);
    attain_i_trend_set(s, ATTAIN_TREND_PROJECTION, value);
    if (s->count < 3) {
        for (size_t i = 0; i < sizeof doubtful / sizeof *doubtful; i++)
            attain_i_trend_lack(s, doubtful[i], ATTAIN_REASON_TOO_FEW);
        return 1;
    }
    judge_slope(s, line);
    attain_i_trend_project(s, value, deviation, (double)s->count - 2);
    return 1;
}

static void least_squares(attain_i_series *s, const double *parameters) {
    attain_line line;
    (void)parameters;
    fit_line(s, s->y, &line);
}

static void turn(attain_i_series *s, int32_t measure, double less) {
    if (s->out[measure] == s->out[measure])
        attain_i_trend_set(s, measure, attain_i_exp(s->out[measure]) - less);
}

static void lack_every(attain_i_series *s, int32_t reason) {
    for (int32_t m = ATTAIN_TREND_RATE; m <= ATTAIN_TREND_ARRIVAL; m++)
        attain_i_trend_lack(s, m, reason);
}

static void growth_log_linear(attain_i_series *s, const double *parameters) {
    attain_line line;
    double target = s->target;
    (void)parameters;
    for (size_t i = 0; i < s->count; i++) {
        if (!(s->y[i] > 0)) {
            lack_every(s, ATTAIN_REASON_NOT_POSITIVE);
            return;
        }
        s->scratch[i] = attain_i_log(s->y[i]);
    }
    s->target = target > 0 ? attain_i_log(target) : (double)NAN;
    if (!fit_line(s, s->scratch, &line))
        return;
    if (target <= 0 && s->count >= 3)
        attain_i_trend_lack(s, ATTAIN_TREND_ARRIVAL,
                            ATTAIN_REASON_NOT_POSITIVE);
    for (int32_t m = ATTAIN_TREND_RATE; m <= ATTAIN_TREND_RATE_HIGH; m++)
        turn(s, m, 1);
    for (int32_t m = ATTAIN_TREND_PROJECTION; m <= ATTAIN_TREND_PROJECTION_HIGH;
         m++)
        turn(s, m, 0);
}

static void growth_end_points(attain_i_series *s, const double *parameters) {
    double first = s->y[0];
    double last = s->y[s->count - 1];
    double ahead = s->horizon - s->x[s->count - 1];
    (void)parameters;
    if (!(first > 0) || !(last > 0)) {
        attain_i_trend_lack(s, ATTAIN_TREND_RATE, ATTAIN_REASON_NOT_POSITIVE);
        attain_i_trend_lack(s, ATTAIN_TREND_PROJECTION,
                            ATTAIN_REASON_NOT_POSITIVE);
        return;
    }
    double span = s->x[s->count - 1] - s->x[0];
    double ratio = last / first;
    attain_i_trend_set(s, ATTAIN_TREND_RATE, attain_i_pow(ratio, 1 / span) - 1);
    attain_i_trend_set(s, ATTAIN_TREND_PROJECTION,
                       last * attain_i_pow(ratio, ahead / span));
}

static void percent_change(attain_i_series *s, const double *parameters) {
    attain_line line;
    double per = parameters[0];
    attain_line_init(&line);
    if (attain_line_fit(s->x, s->y, s->count, &line, NULL) != ATTAIN_OK)
        return;
    double first = s->count == 2
                       ? s->y[0]
                       : line.intercept + line.slope * (s->x[0] - line.center);
    double slope =
        s->count == 2 ? (s->y[1] - s->y[0]) / (s->x[1] - s->x[0]) : line.slope;
    if (!(first > 0))
        attain_i_trend_lack(s, ATTAIN_TREND_RATE, ATTAIN_REASON_NOT_POSITIVE);
    else
        attain_i_trend_set(s, ATTAIN_TREND_RATE, 100 * slope * per / first);
}

/* --- The table ------------------------------------------------------------ */

typedef struct row {
    attain_i_method method;
    attain_i_trend_function *find;
    int32_t pairs; /* looks at all pairs of points */
} row;

static const attain_i_parameter holt_parameters[] = {
    {"level", "weight of the newest value in the level", (double)NAN, 0, 1},
    {"trend", "weight of the newest step in the trend", (double)NAN, 0, 1},
    {NULL, NULL, 0, 0, 0}};

static const attain_i_parameter percent_parameters[] = {
    {"per", "time that the change is for", 1, DBL_MIN, DBL_MAX},
    {NULL, NULL, 0, 0, 0}};

static const row rows[] = {
    [ATTAIN_TREND_LEAST_SQUARES] = {{"least_squares",
                                     "slope Σ(x − x̄)(y − ȳ)/Σ(x − x̄)²",
                                     "Gauss 1809; intervals: Student 1908", 0,
                                     NULL},
                                    least_squares,
                                    0},
    [ATTAIN_TREND_THEIL_SEN] = {{"theil_sen",
                                 "median of (y_i − y_k)/(x_i − x_k); S = Σ "
                                 "sign(y_i − y_k)",
                                 "Theil 1950, Sen 1968; Mann 1945, Kendall "
                                 "1975",
                                 0, NULL},
                                attain_i_theil_sen,
                                1},
    [ATTAIN_TREND_GROWTH_LOG_LINEAR] = {{"growth_log_linear",
                                         "e^b − 1, b the slope of ln y",
                                         "World Bank, World Development "
                                         "Indicators, statistical methods",
                                         ATTAIN_METHOD_NEEDS_POSITIVE, NULL},
                                        growth_log_linear,
                                        0},
    [ATTAIN_TREND_GROWTH_END_POINTS] = {{"growth_end_points",
                                         "(y_n/y_1)^(1/(x_n − x_1)) − 1",
                                         "compound annual growth rate", 0,
                                         NULL},
                                        growth_end_points,
                                        0},
    [ATTAIN_TREND_HOLT] = {{"holt",
                            "l = a y + (1 − a)(l + b), b = c (l − l₋) + "
                            "(1 − c) b",
                            "Holt 1957; interval: Yar and Chatfield 1990", 0,
                            holt_parameters},
                           attain_i_holt,
                           0},
    [ATTAIN_TREND_HOLT_FITTED] = {{"holt_fitted",
                                   "holt with a, c of 0, 0.05 … 1 of least Σ "
                                   "one-step errors²",
                                   "Holt 1957", 0, NULL},
                                  attain_i_holt_fitted,
                                  0},
    [ATTAIN_TREND_PERCENT_CHANGE] = {{"percent_change",
                                      "100 b per/fitted first value",
                                      "COINr, prc_change", 0,
                                      percent_parameters},
                                     percent_change,
                                     0},
};

const attain_i_methods attain_i_trends = {"trend", rows, sizeof *rows,
                                          sizeof rows / sizeof *rows};

/* --- Columns -------------------------------------------------------------- */

typedef struct job {
    const double *x;
    size_t count;
    double *known_x; /* count */
    double *known_y;
    double *scratch;
    attain_i_item *items;
    double *out; /* [column][measure] */
    uint8_t *reasons;
} job;

static attain_status check_columns(const double *x, const double *values,
                                   size_t column_count, size_t stride,
                                   size_t count, const int32_t *descending,
                                   attain_error *err) {
    attain_status status = attain_i_check_finite(x, count, "x", err);
    for (size_t i = 0; i < count && status == ATTAIN_OK; i++) {
        if (x[i] != x[i] || (i > 0 && !(x[i] > x[i - 1])))
            status = attain_i_fail(err, ATTAIN_ERR_VALUE, "x", (int64_t)i,
                                   "time %zu does not come after the one "
                                   "before it",
                                   i);
    }
    for (size_t c = 0; count > 0 && c < column_count && status == ATTAIN_OK;
         c++) {
        status =
            attain_i_check_finite(values + c * stride, count, "values", err);
        if (status == ATTAIN_OK && descending != NULL && descending[c] != 0 &&
            descending[c] != 1)
            status = attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "descending",
                                   (int64_t)c, "neither 0 nor 1");
    }
    return status;
}

static void take_known(const job *j, const double *values, attain_i_series *s) {
    s->count = 0;
    for (size_t i = 0; i < j->count; i++) {
        j->known_x[s->count] = j->x[i];
        j->known_y[s->count] = values[i];
        s->count += values[i] == values[i];
    }
    s->x = j->known_x;
    s->y = j->known_y;
    s->scratch = j->scratch;
    s->items = j->items;
}

static void find(const row *method, const double *parameters,
                 attain_i_series *s) {
    for (int32_t m = 0; m < ATTAIN_I_TREND_MEASURES; m++)
        attain_i_trend_lack(s, m, ATTAIN_REASON_UNDEFINED);
    attain_i_trend_set(s, ATTAIN_TREND_COUNT, (double)s->count);
    if (s->count < 2)
        lack_every(s, s->count == 0 ? ATTAIN_REASON_MISSING
                                    : ATTAIN_REASON_TOO_FEW);
    else
        method->find(s, parameters);
}

/* Room for a job; 0 where it is beyond all memory. */
static size_t pairs_of(const row *method, size_t count) {
    if (!method->pairs)
        return 0;
    return count < 2 ? 2 : count * (count - 1) + 2 * count;
}

static int make_room(job *j, const attain_allocator *a, size_t columns,
                     size_t pairs) {
    size_t cells = columns > SIZE_MAX / ATTAIN_I_TREND_MEASURES
                       ? SIZE_MAX
                       : columns * ATTAIN_I_TREND_MEASURES;
    j->known_x = attain_i_allocate(a, j->count, 3 * sizeof(double));
    j->items = attain_i_allocate(a, pairs, sizeof *j->items);
    j->out = attain_i_allocate(a, cells, sizeof *j->out);
    j->reasons = attain_i_allocate(a, cells, 1);
    if (j->known_x == NULL || j->items == NULL || j->out == NULL ||
        j->reasons == NULL)
        return 0;
    j->known_y = j->known_x + j->count;
    j->scratch = j->known_y + j->count;
    return 1;
}

static void clear_room(job *j, const attain_allocator *a, size_t columns,
                       size_t pairs) {
    size_t cells = columns * ATTAIN_I_TREND_MEASURES;
    attain_i_release(a, j->known_x, j->count, 3 * sizeof(double));
    attain_i_release(a, j->items, pairs, sizeof *j->items);
    attain_i_release(a, j->out, cells, sizeof *j->out);
    attain_i_release(a, j->reasons, cells, 1);
}

static attain_status check(const double *x, const double *values,
                           size_t column_count, size_t stride, size_t count,
                           double horizon, double coverage, const double *out,
                           attain_error *err) {
    if (x == NULL && count > 0)
        return attain_i_fail_null(err, "x");
    if (values == NULL && count > 0 && column_count > 0)
        return attain_i_fail_null(err, "values");
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (column_count > 1 && stride < count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "columns are closer together than they are long");
    if (!(fabs(horizon) <= DBL_MAX))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "horizon", -1,
                             "the horizon is not a finite number");
    if (!(coverage > 0 && coverage < 1))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "coverage", -1,
                             "coverage is not between 0 and 1");
    return ATTAIN_OK;
}

attain_status attain_trends(int32_t method, const double *parameters,
                            size_t parameter_count, const double *x,
                            const double *values, size_t column_count,
                            size_t stride, size_t count, double horizon,
                            double coverage, const double *targets,
                            const int32_t *descending, double *out,
                            uint8_t *reasons, attain_error *err) {
    double all[ATTAIN_I_MOST_PARAMETERS];
    attain_allocator allocator;
    attain_status status = attain_i_method_prepare(
        &attain_i_trends, method, parameters, parameter_count, all, err);
    if (status == ATTAIN_OK)
        status = check(x, values, column_count, stride, count, horizon,
                       coverage, out, err);
    if (status == ATTAIN_OK && targets != NULL)
        status = attain_i_check_finite(targets, column_count, "targets", err);
    if (status == ATTAIN_OK)
        status = check_columns(x, values, column_count, stride, count,
                               descending, err);
    if (status != ATTAIN_OK)
        return status;
    const row *of = &rows[method];
    if (of->pairs && count > ATTAIN_I_MOST_PAIRED)
        return attain_i_fail(err, ATTAIN_ERR_LIMIT, "count", -1,
                             "more than %d points to be paired",
                             ATTAIN_I_MOST_PAIRED);
    attain_i_allocator_set(&allocator, NULL);
    job j = {.x = x, .count = count};
    size_t pairs = pairs_of(of, count);
    if (!make_room(&j, &allocator, column_count, pairs)) {
        clear_room(&j, &allocator, column_count, pairs);
        return attain_i_fail_memory(err);
    }
    for (size_t c = 0; c < column_count; c++) {
        attain_i_series s = {
            .horizon = horizon,
            .coverage = coverage,
            .target = targets == NULL ? (double)NAN : targets[c],
            .descending = descending != NULL && descending[c],
            .out = j.out + c * ATTAIN_I_TREND_MEASURES,
            .reasons = j.reasons + c * ATTAIN_I_TREND_MEASURES};
        take_known(&j, count > 0 ? values + c * stride : NULL, &s);
        find(of, all, &s);
    }
    size_t cells = column_count * ATTAIN_I_TREND_MEASURES;
    memcpy(out, j.out, cells * sizeof *out);
    if (reasons != NULL)
        memcpy(reasons, j.reasons, cells);
    clear_room(&j, &allocator, column_count, pairs);
    return ATTAIN_OK;
}

/* --- Rates that are required ---------------------------------------------- */

static double require(int32_t kind, double value, double target, double span,
                      uint8_t *reason) {
    double rate = (double)NAN;
    *reason = ATTAIN_REASON_UNDEFINED;
    if (value != value || target != target)
        *reason = ATTAIN_REASON_MISSING;
    else if (!(span > 0))
        return rate;
    else if (kind == ATTAIN_REQUIRED_LINEAR)
        rate = (target - value) / span;
    else if (!(value > 0) || !(target > 0))
        *reason = ATTAIN_REASON_NOT_POSITIVE;
    else
        rate = attain_i_pow(target / value, 1 / span) - 1;
    if (fabs(rate) <= DBL_MAX)
        *reason = ATTAIN_REASON_NONE;
    else
        rate = (double)NAN;
    return rate;
}

attain_status attain_required_rates(int32_t kind, const double *values,
                                    const double *targets, size_t count,
                                    double span, double *out, uint8_t *reasons,
                                    attain_error *err) {
    if (kind != ATTAIN_REQUIRED_LINEAR && kind != ATTAIN_REQUIRED_COMPOUND)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "kind", -1,
                             "there is no required rate %d", (int)kind);
    if (values == NULL && count > 0)
        return attain_i_fail_null(err, "values");
    if (targets == NULL && count > 0)
        return attain_i_fail_null(err, "targets");
    if (out == NULL && count > 0)
        return attain_i_fail_null(err, "out");
    if (fabs(span) > DBL_MAX)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "span", -1,
                             "the span is infinite");
    attain_status status = attain_i_check_finite(values, count, "values", err);
    if (status == ATTAIN_OK)
        status = attain_i_check_finite(targets, count, "targets", err);
    for (size_t i = 0; i < count && status == ATTAIN_OK; i++) {
        uint8_t reason;
        out[i] = require(kind, values[i], targets[i], span, &reason);
        if (reasons != NULL)
            reasons[i] = reason;
    }
    return status;
}
