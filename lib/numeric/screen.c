#include <math.h>

#include "attain/numeric.h"
#include "base/decimal.h"
#include "base/error.h"
#include "numeric/associate.h"
#include "numeric/check.h"
#include "numeric/method.h"

/* --- Screening ------------------------------------------------------------ */

#define KNOWN                                                                  \
    { "known", "least share of known values", 2.0 / 3, 0, 1 }
#define NONZERO                                                                \
    { "nonzero", "least share of known values that are not 0", 0.05, 0, 1 }
#define END                                                                    \
    { NULL, NULL, 0, 0, 0 }

static const attain_i_parameter known_alone[] = {KNOWN, END};
static const attain_i_parameter nonzero_alone[] = {NONZERO, END};
static const attain_i_parameter both[] = {KNOWN, NONZERO, END};

static const attain_i_method rows[] = {
    {"known", "known/all ≥ known", "OECD/JRC 2008", 0, known_alone},
    {"nonzero", "(known − zeros)/known ≥ nonzero", "COINr (Screen)", 0,
     nonzero_alone},
    {"both", "known and nonzero", "COINr (Screen)", 0, both},
};

const attain_i_methods attain_i_screening_rows = {
    "screening", rows, sizeof *rows, sizeof rows / sizeof *rows};

typedef struct shares {
    double known;
    double nonzero;
} shares;

/* Of `count` elements that are `step` apart. */
static shares share_of(const double *values, size_t count, size_t step) {
    size_t known = 0;
    size_t zeros = 0;
    for (size_t i = 0; i < count; i++) {
        double v = values[i * step];
        known += v == v;
        zeros += v == 0;
    }
    shares out = {(double)NAN, (double)NAN};
    if (count > 0)
        out.known = (double)known / (double)count;
    if (known > 0)
        out.nonzero = (double)(known - zeros) / (double)known;
    return out;
}

static int enough(double share, double least) {
    return !isnan(share) && attain_i_compare12(share, least, 0) >= 0;
}

static int passes(int32_t method, const double *parameters, shares s) {
    switch (method) {
    case ATTAIN_SCREENING_KNOWN:
        return enough(s.known, parameters[0]);
    case ATTAIN_SCREENING_NONZERO:
        return enough(s.nonzero, parameters[0]);
    default:
        return enough(s.known, parameters[0]) &&
               enough(s.nonzero, parameters[1]);
    }
}

attain_status attain_screen(int32_t method, const double *parameters,
                            size_t parameter_count, const double *values,
                            size_t column_count, size_t stride, size_t count,
                            int32_t by_column, uint8_t *keep, double *known,
                            double *nonzero, attain_error *err) {
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_status status =
        attain_i_method_prepare(&attain_i_screening_rows, method, parameters,
                                parameter_count, complete, err);
    if (status != ATTAIN_OK)
        return status;
    if (by_column != 0 && by_column != 1)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "by_column", -1,
                             "neither 0 nor 1");
    size_t things = by_column ? column_count : count;
    if (keep == NULL && things > 0)
        return attain_i_fail_null(err, "keep");
    status = attain_i_check_columns(values, column_count, stride, count, err);
    if (status != ATTAIN_OK)
        return status;
    for (size_t i = 0; i < things; i++) {
        shares s = by_column ? share_of(values + i * stride, count, 1)
                             : share_of(values + i, column_count, stride);
        keep[i] = passes(method, complete, s) ? 1 : 0;
        if (known != NULL)
            known[i] = s.known;
        if (nonzero != NULL)
            nonzero[i] = s.nonzero;
    }
    return ATTAIN_OK;
}

/* --- Denominators --------------------------------------------------------- */

static double quotient(double v, double d, double factor) {
    return d == 0 ? (double)NAN : factor * (v / d);
}

static attain_status check_quotients(const double *values, size_t column_count,
                                     size_t stride, size_t count,
                                     const double *denominators, double factor,
                                     attain_error *err) {
    for (size_t c = 0; c < column_count; c++) {
        const double *d = denominators + c * stride;
        for (size_t i = 0; i < count; i++) {
            if (isinf(quotient(values[c * stride + i], d[i], factor)))
                return attain_i_fail(err, ATTAIN_ERR_VALUE, "values",
                                     (int64_t)i,
                                     "a result is beyond the range of a "
                                     "double");
        }
    }
    return ATTAIN_OK;
}

attain_status attain_denominate(const double *values, size_t column_count,
                                size_t stride, size_t count,
                                const double *denominators, double factor,
                                double *out, uint8_t *reasons,
                                attain_error *err) {
    if (!(fabs(factor) > 0) || isinf(factor))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "factor", -1,
                             "0, infinite or NaN");
    if (out == NULL && column_count > 0 && count > 0)
        return attain_i_fail_null(err, "out");
    if (denominators == NULL && column_count > 0 && count > 0)
        return attain_i_fail_null(err, "denominators");
    attain_status status =
        attain_i_check_columns(values, column_count, stride, count, err);
    for (size_t c = 0; c < column_count && status == ATTAIN_OK; c++)
        status = attain_i_check_finite(denominators + c * stride, count,
                                       "denominators", err);
    if (status == ATTAIN_OK)
        status = check_quotients(values, column_count, stride, count,
                                 denominators, factor, err);
    if (status != ATTAIN_OK)
        return status;
    for (size_t c = 0; c < column_count; c++) {
        const double *d = denominators + c * stride;
        for (size_t i = 0; i < count; i++) {
            size_t cell = c * stride + i;
            int missing = isnan(values[cell]) || isnan(d[i]);
            out[cell] = quotient(values[cell], d[i], factor);
            if (reasons != NULL)
                reasons[cell] = missing     ? ATTAIN_REASON_MISSING
                                : d[i] == 0 ? ATTAIN_REASON_UNDEFINED
                                            : ATTAIN_REASON_NONE;
        }
    }
    return ATTAIN_OK;
}
