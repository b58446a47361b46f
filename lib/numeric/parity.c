#include <math.h>

#include "base/error.h"
#include "numeric/check.h"
#include "numeric/equity.h"
#include "numeric/method.h"

/* `whole` is the parameter. NaN: no value, for a division by 0 unless `reason`
 * says another one. */
typedef double gap(double d, double a, double whole, uint8_t *reason);

typedef struct row {
    attain_i_method method;
    gap *compute;
} row;

static double over(double d, double a, uint8_t *reason) {
    if (a != 0)
        return d / a;
    *reason = ATTAIN_REASON_UNDEFINED;
    return (double)NAN;
}

static double parity_index(double d, double a, double whole, uint8_t *reason) {
    (void)whole;
    return over(d, a, reason);
}

static double adjusted_index(double d, double a, double whole,
                             uint8_t *reason) {
    (void)whole;
    return d <= a ? over(d, a, reason) : 2 - a / d;
}

static double difference(double d, double a, double whole, uint8_t *reason) {
    (void)whole;
    (void)reason;
    return d - a;
}

static double relative_difference(double d, double a, double whole,
                                  uint8_t *reason) {
    (void)whole;
    return over(d - a, a, reason);
}

/* Whether both are parts of the whole. */
static int parts(double d, double a, double whole, uint8_t *reason) {
    if (d <= whole && a <= whole)
        return 1;
    *reason = ATTAIN_REASON_UNDEFINED;
    return 0;
}

static double odds_ratio(double d, double a, double whole, uint8_t *reason) {
    if (!parts(d, a, whole, reason))
        return (double)NAN;
    return over(d * (whole - a), a * (whole - d), reason);
}

static double shortfall_index(double d, double a, double whole,
                              uint8_t *reason) {
    if (!parts(d, a, whole, reason))
        return (double)NAN;
    return over(whole - d, whole - a, reason);
}

static const attain_i_parameter whole[] = {
    {"whole", "what shares are of: 1, or 100 for percentages", 1, 1e-300,
     1e300},
    {NULL, NULL, 0, 0, 0}};

#define N ATTAIN_METHOD_NEEDS_NONNEGATIVE

static const row rows[] = {
    [ATTAIN_PARITY_INDEX] = {{"parity_index", "d/a",
                              "UNESCO Institute for Statistics", N, NULL},
                             parity_index},
    [ATTAIN_PARITY_ADJUSTED_INDEX] = {{"adjusted_parity_index",
                                       "d/a for d ≤ a, else 2 − a/d",
                                       "UNESCO Institute for Statistics (GPIA)",
                                       N, NULL},
                                      adjusted_index},
    [ATTAIN_PARITY_DIFFERENCE] = {{"difference", "d − a",
                                   "UNESCO 2018, Handbook on Measuring Equity "
                                   "in Education",
                                   0, NULL},
                                  difference},
    [ATTAIN_PARITY_RELATIVE_DIFFERENCE] = {{"relative_difference", "(d − a)/a",
                                            "UNESCO 2018, Handbook on "
                                            "Measuring Equity in Education",
                                            N, NULL},
                                           relative_difference},
    [ATTAIN_PARITY_ODDS_RATIO] = {{"odds_ratio", "d(c − a)/(a(c − d))",
                                   "UNESCO 2018, Handbook on Measuring Equity "
                                   "in Education",
                                   N, whole},
                                  odds_ratio},
    [ATTAIN_PARITY_SHORTFALL_INDEX] = {{"shortfall_index", "(c − d)/(c − a)",
                                        "parity index of c − v", N, whole},
                                       shortfall_index},
};

const attain_i_methods attain_i_parities = {"parity", rows, sizeof *rows,
                                            sizeof rows / sizeof *rows};

static double compare(const row *r, double d, double a, double c,
                      uint8_t *reason) {
    *reason = ATTAIN_REASON_NONE;
    if (isnan(d) || isnan(a))
        *reason = ATTAIN_REASON_MISSING;
    else if ((r->method.traits & N) && (d < 0 || a < 0))
        *reason = ATTAIN_REASON_NEGATIVE;
    if (*reason != ATTAIN_REASON_NONE)
        return (double)NAN;
    return r->compute(d, a, c, reason);
}

attain_status attain_parities(int32_t method, const double *parameters,
                              size_t parameter_count, const double *values,
                              const double *compared_with, size_t count,
                              double *out, uint8_t *reasons,
                              attain_error *err) {
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_status status = attain_i_method_prepare(
        &attain_i_parities, method, parameters, parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    if (values == NULL && count > 0)
        return attain_i_fail_null(err, "values");
    if (compared_with == NULL && count > 0)
        return attain_i_fail_null(err, "compared_with");
    if (out == NULL && count > 0)
        return attain_i_fail_null(err, "out");
    status = attain_i_check_finite(values, count, "values", err);
    if (status == ATTAIN_OK)
        status =
            attain_i_check_finite(compared_with, count, "compared_with", err);
    for (size_t i = 0; i < count && status == ATTAIN_OK; i++) {
        uint8_t reason;
        out[i] = compare(&rows[method], values[i], compared_with[i],
                         complete[0], &reason);
        if (reasons != NULL)
            reasons[i] = reason;
    }
    return status;
}
