#include "numeric/weight.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "numeric/rank.h"
#include "numeric/space.h"
#include "numeric/sum.h"

/* --- The table ----------------------------------------------------------- */

#define NONNEGATIVE ATTAIN_METHOD_NEEDS_NONNEGATIVE
#define POSITIVE ATTAIN_METHOD_NEEDS_POSITIVE
#define SAATY "Saaty 1980, The Analytic Hierarchy Process"
#define OECD "OECD/JRC 2008, Handbook on Constructing Composite Indicators, "

static const attain_i_parameter tolerance[] = {
    {"tolerance", "how far a_ij · a_ji may be from 1", 0.05, 0, 1}, {0}};
static const attain_i_parameter least[] = {
    {"least", "eigenvalue of the last component that counts", 1, 0, DBL_MAX},
    {0}};

static const attain_i_weigh_row rows[] = {
    [ATTAIN_WEIGHTING_EQUAL] = {{"equal", "1/n", OECD "6.1", 0, NULL},
                                attain_i_weigh_equal,
                                0,
                                0},
    [ATTAIN_WEIGHTING_GIVEN] = {{"given", "x/Σx", OECD "6", NONNEGATIVE, NULL},
                                attain_i_weigh_given,
                                0,
                                ATTAIN_I_WEIGH_UNITS},
    [ATTAIN_WEIGHTING_BUDGET_ALLOCATION] = {{"budget_allocation",
                                             "mean over experts of x/Σx",
                                             OECD "6.7", NONNEGATIVE, NULL},
                                            attain_i_weigh_allocation,
                                            0,
                                            ATTAIN_I_WEIGH_UNITS},
    [ATTAIN_WEIGHTING_AHP_EIGENVECTOR] = {{"ahp_eigenvector",
                                           "Aw = λw, the largest λ", SAATY,
                                           POSITIVE, tolerance},
                                          attain_i_weigh_eigenvector,
                                          0,
                                          ATTAIN_I_WEIGH_SQUARE},
    [ATTAIN_WEIGHTING_AHP_COLUMN_MEAN] = {{"ahp_column_mean",
                                           "Σ_j a_ij/Σ_k a_kj", SAATY, POSITIVE,
                                           tolerance},
                                          attain_i_weigh_column_mean,
                                          0,
                                          ATTAIN_I_WEIGH_SQUARE},
    [ATTAIN_WEIGHTING_AHP_GEOMETRIC_MEAN] = {{"ahp_geometric_mean",
                                              "(Π_j a_ij)^(1/n)",
                                              "Crawford and Williams 1985",
                                              POSITIVE, tolerance},
                                             attain_i_weigh_geometric_mean,
                                             0,
                                             ATTAIN_I_WEIGH_SQUARE},
    [ATTAIN_WEIGHTING_ENTROPY] = {{"entropy",
                                   "1 + Σ p ln p/ln m, p = x/Σx, 0 ln 0 = 0",
                                   "Zeleny 1982", NONNEGATIVE, NULL},
                                  attain_i_weigh_entropy,
                                  ATTAIN_STATISTIC_THEIL,
                                  ATTAIN_I_WEIGH_UNITS},
    [ATTAIN_WEIGHTING_ENTROPY_MINMAX] = {{"entropy_minmax",
                                          "1 + Σ p ln p/ln m, p = u/Σu, u = x "
                                          "on 0…1",
                                          "Zeleny 1982", 0, NULL},
                                         attain_i_weigh_entropy_minmax,
                                         ATTAIN_STATISTIC_THEIL,
                                         ATTAIN_I_WEIGH_UNITS},
    [ATTAIN_WEIGHTING_CRITIC] = {{"critic", "s_j Σ_k(1 − r_jk)",
                                  "Diakoulaki, Mavrotas and Papayannakis 1995",
                                  0, NULL},
                                 attain_i_weigh_critic,
                                 ATTAIN_STATISTIC_SD_POPULATION,
                                 ATTAIN_I_WEIGH_UNITS},
    [ATTAIN_WEIGHTING_MEREC] = {{"merec", "Σ_i|S_i(without j) − S_i|",
                                 "Keshavarz-Ghorabaee et al. 2021", POSITIVE,
                                 NULL},
                                attain_i_weigh_merec,
                                0,
                                ATTAIN_I_WEIGH_UNITS},
    [ATTAIN_WEIGHTING_FIRST_COMPONENT] = {{"first_component", "v_j1²",
                                           OECD "6.2", 0, NULL},
                                          attain_i_weigh_first_component,
                                          0,
                                          ATTAIN_I_WEIGH_UNITS |
                                              ATTAIN_I_WEIGH_MATRICES},
    [ATTAIN_WEIGHTING_PRINCIPAL_COMPONENTS] = {{"principal_components",
                                                "Σ_k λ_k v_jk², λ_k ≥ least",
                                                OECD "6.2", 0, least},
                                               attain_i_weigh_components,
                                               0,
                                               ATTAIN_I_WEIGH_UNITS |
                                                   ATTAIN_I_WEIGH_MATRICES},
    [ATTAIN_WEIGHTING_GINI] = {{"gini", "ΣΣ|x_i − x_k|/(2m²M)", "Gini 1912",
                                NONNEGATIVE, NULL},
                               attain_i_weigh_spread,
                               ATTAIN_STATISTIC_GINI,
                               ATTAIN_I_WEIGH_UNITS},
    [ATTAIN_WEIGHTING_STANDARD_DEVIATION] = {{"standard_deviation",
                                              "√(Σ(x − M)²/m)",
                                              "Diakoulaki et al. 1995", 0,
                                              NULL},
                                             attain_i_weigh_spread,
                                             ATTAIN_STATISTIC_SD_POPULATION,
                                             ATTAIN_I_WEIGH_UNITS},
    [ATTAIN_WEIGHTING_COEFFICIENT_OF_VARIATION] = {{"coefficient_of_variation",
                                                    "√(Σ(x − M)²/m)/M",
                                                    OECD "6", 0, NULL},
                                                   attain_i_weigh_spread,
                                                   ATTAIN_STATISTIC_CV,
                                                   ATTAIN_I_WEIGH_UNITS},
};

const attain_i_methods attain_i_weightings = {"weighting", rows, sizeof *rows,
                                              sizeof rows / sizeof *rows};

/* --- The call ------------------------------------------------------------ */

void attain_i_weigh_none(attain_i_weigher *w, uint8_t reason) {
    for (size_t c = 0; c < w->columns; c++) {
        w->weights[c] = (double)NAN;
        w->reasons[c] = reason;
    }
}

int attain_i_weigh_complete(const attain_i_weigher *w, size_t i) {
    for (size_t c = 0; c < w->columns; c++) {
        double x = w->values[c * w->stride + i];
        if (x != x)
            return 0;
    }
    return 1;
}

static attain_status check_column(const attain_i_weigher *w,
                                  const attain_i_weigh_row *row, size_t c,
                                  attain_error *err) {
    const double *x = w->values + c * w->stride;
    uint32_t traits = row->method.traits;
    for (size_t i = 0; i < w->count; i++) {
        const char *what = NULL;
        if (x[i] > DBL_MAX || x[i] < -DBL_MAX)
            what = "is infinite";
        else if ((traits & NONNEGATIVE && x[i] < 0) ||
                 (traits & POSITIVE && x[i] <= 0))
            what = traits & POSITIVE ? "is not above 0" : "is below 0";
        if (what != NULL)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "values", (int64_t)c,
                                 "value %zu of column %zu %s, for %s", i, c,
                                 what, row->method.name);
    }
    return ATTAIN_OK;
}

static attain_status check(const attain_i_weigher *w,
                           const attain_i_weigh_row *row, attain_error *err) {
    int looks = row->weigh != attain_i_weigh_equal;
    if (w->values == NULL && looks && w->count > 0 && w->columns > 0)
        return attain_i_fail_null(err, "values");
    if (looks && w->columns > 1 && w->stride < w->count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "smaller than count");
    if (row->needs & ATTAIN_I_WEIGH_SQUARE && w->count != w->columns)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "count", -1,
                             "%zu rows and %zu columns of comparisons",
                             w->count, w->columns);
    for (size_t c = 0; c < w->columns && looks; c++) {
        if (w->descending != NULL && w->descending[c] != 0 &&
            w->descending[c] != 1)
            return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "descending",
                                 (int64_t)c, "neither 0 nor 1");
        attain_status status = check_column(w, row, c, err);
        if (status != ATTAIN_OK)
            return status;
    }
    return ATTAIN_OK;
}

static size_t square_size(const attain_i_weigher *w, int32_t needs) {
    if (!(needs & ATTAIN_I_WEIGH_MATRICES))
        return 0;
    if (w->columns > UINT32_MAX / 2)
        return SIZE_MAX / 2;
    return 2 * w->columns * w->columns;
}

static attain_status take_space(attain_i_weigher *w, attain_i_space *space,
                                int32_t needs, attain_error *err) {
    size_t square = square_size(w, needs);
    size_t units = 0;
    if (needs & ATTAIN_I_WEIGH_UNITS)
        units = w->count > SIZE_MAX / 128
                    ? SIZE_MAX / 2
                    : attain_i_scratch_size(w->count) + 2 * w->count;
    attain_i_space_plan(space, w->columns, 3 * sizeof(double));
    attain_i_space_plan(space, w->columns, 1);
    attain_i_space_plan(space, square, sizeof(double));
    attain_i_space_plan(space, units, sizeof(double));
    attain_status status = attain_i_space_open(space, err);
    if (status != ATTAIN_OK)
        return status;
    w->weights = attain_i_space_take(space, w->columns, 3 * sizeof(double));
    w->vectors = w->weights + w->columns;
    w->reasons = attain_i_space_take(space, w->columns, 1);
    w->square = attain_i_space_take(space, square, sizeof(double));
    w->units = attain_i_space_take(space, units, sizeof(double));
    memset(w->reasons, 0, w->columns);
    return ATTAIN_OK;
}

/* Parts of one whole. */
static void share(attain_i_weigher *w) {
    int missing = 0;
    double least = 0;
    for (size_t c = 0; c < w->columns; c++) {
        missing |= w->reasons[c] != ATTAIN_REASON_NONE;
        least = w->weights[c] > least ? w->weights[c] : least;
    }
    if (!missing && least == 0) {
        attain_i_weigh_none(w, ATTAIN_REASON_CONSTANT);
        return;
    }
    double sum = missing ? (double)NAN : attain_i_sum(w->weights, w->columns);
    for (size_t c = 0; c < w->columns; c++) {
        w->weights[c] = w->weights[c] / sum;
        if (missing && w->reasons[c] == ATTAIN_REASON_NONE)
            w->reasons[c] = ATTAIN_REASON_MISSING;
    }
}

attain_status attain_weigh(int32_t method, const double *parameters,
                           size_t parameter_count, const double *values,
                           size_t column_count, size_t stride, size_t count,
                           const int32_t *descending, double *weights,
                           uint8_t *reasons, attain_error *err) {
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_i_space space;
    attain_i_weigher w = {.parameters = complete,
                          .values = values,
                          .columns = column_count,
                          .stride = stride,
                          .count = count,
                          .descending = descending};
    attain_status status =
        attain_i_method_prepare(&attain_i_weightings, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    const attain_i_weigh_row *row = &rows[method];
    w.statistic = row->statistic;
    if (weights == NULL && column_count > 0)
        return attain_i_fail_null(err, "weights");
    status = check(&w, row, err);
    if (status != ATTAIN_OK || column_count == 0)
        return status;
    attain_i_space_init(&space);
    status = take_space(&w, &space, row->needs, err);
    if (status == ATTAIN_OK)
        status = row->weigh(&w, err);
    if (status == ATTAIN_OK) {
        share(&w);
        memcpy(weights, w.weights, column_count * sizeof *weights);
        if (reasons != NULL)
            memcpy(reasons, w.reasons, column_count);
    }
    attain_i_space_close(&space);
    return status;
}
