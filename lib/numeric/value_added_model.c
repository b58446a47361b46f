/* Value added as what is left of a model: residuals, shrunken or not. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/value_added.h"

static double normal_quantile(double coverage) {
    return attain_student_quantile(0.5 + coverage / 2, 1e30);
}

/* Outcomes of rows that have no part are taken out, so that a regression on
 * all rows is one on those that have. */
static void take_used(const attain_i_groups_job *j, double *y) {
    size_t used = j->offsets[j->groups];
    for (size_t i = 0; i < j->count; i++)
        y[i] = (double)NAN;
    for (size_t i = 0; i < used; i++)
        y[j->order[i]] = j->y[j->order[i]];
}

attain_status attain_i_ordinary_residuals(attain_i_groups_job *j,
                                          attain_error *err) {
    attain_allocator allocator;
    attain_regression fit;
    attain_regression_init(&fit);
    attain_i_allocator_set(&allocator, NULL);
    double *b = attain_i_allocate(&allocator, j->columns + 1, sizeof *b);
    if (b == NULL)
        return attain_i_fail_memory(err);
    take_used(j, j->values);
    attain_status status =
        attain_regress(j->x, j->columns, j->stride, j->values, NULL, j->count,
                       1, 1, &fit, b, NULL, j->rows, err);
    attain_i_release(&allocator, b, j->columns + 1, sizeof *b);
    if (status != ATTAIN_OK)
        return status;
    if (fit.reason != ATTAIN_REASON_NONE) {
        attain_i_value_added_lack_all(j, fit.reason);
        return ATTAIN_OK;
    }
    double reach = normal_quantile(j->parameters[0]);
    for (size_t g = 0; g < j->groups; g++) {
        if (attain_i_value_added_size(j, g) > 0)
            attain_i_value_added_tell(
                j, g, attain_i_value_added_mean(j, g),
                fit.residual_sd / sqrt(attain_i_value_added_size(j, g)), reach);
    }
    return ATTAIN_OK;
}

/* Residuals from the fixed part of a model with coefficients b. */
static void find_residuals(attain_i_groups_job *j, const double *b) {
    size_t used = j->offsets[j->groups];
    for (size_t i = 0; i < used; i++) {
        size_t row = (size_t)j->order[i];
        double rest = j->y[row] - b[0];
        for (size_t c = 0; c < j->columns; c++)
            rest -= b[c + 1] * j->x[c * j->stride + row];
        j->rows[row] = rest;
    }
}

static attain_status find_shrunken(attain_i_groups_job *j, attain_error *err) {
    attain_allocator allocator;
    attain_shrinkage fit;
    attain_shrinkage_init(&fit);
    attain_i_allocator_set(&allocator, NULL);
    size_t count = j->columns + 1 + 2 * j->groups;
    double *b = attain_i_allocate(&allocator, count, sizeof *b);
    if (b == NULL)
        return attain_i_fail_memory(err);
    double *effects = b + j->columns + 1;
    double *variances = effects + j->groups;
    attain_status status = attain_shrink(
        j->likelihood, j->y, j->x, j->columns, j->stride, j->codes, j->count,
        j->groups, &fit, b, NULL, effects, variances, err);
    if (status == ATTAIN_OK && fit.reason != ATTAIN_REASON_NONE) {
        attain_i_value_added_lack_all(j, fit.reason);
    } else if (status == ATTAIN_OK) {
        double reach = normal_quantile(j->parameters[0]);
        find_residuals(j, b);
        for (size_t g = 0; g < j->groups; g++)
            attain_i_value_added_tell(j, g, effects[g], sqrt(variances[g]),
                                      reach);
    }
    attain_i_release(&allocator, b, count, sizeof *b);
    return status;
}

attain_status attain_i_shrunken_restricted(attain_i_groups_job *j,
                                           attain_error *err) {
    j->likelihood = ATTAIN_LIKELIHOOD_RESTRICTED;
    return find_shrunken(j, err);
}

attain_status attain_i_shrunken_full(attain_i_groups_job *j,
                                     attain_error *err) {
    j->likelihood = ATTAIN_LIKELIHOOD_FULL;
    return find_shrunken(j, err);
}
