#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/equity.h"
#include "numeric/math.h"
#include "numeric/method.h"
#include "numeric/statistic.h"
#include "numeric/sum.h"

/* Every index here is of one form: the parts inside the groups add up with the
 * weights (W_g/W)(M_g/M)^power, and that between the groups is the same index
 * of their means. */
typedef struct row {
    attain_i_method method;
    int32_t statistic;
    double power;     /* NaN: the first parameter */
    int32_t by_share; /* times W_g/W once more, and there is an overlap */
} row;

static const attain_i_parameter alpha[] = {
    {"alpha", "weight of differences among large values", 2, -100, 100},
    {NULL, NULL, 0, 0, 0}};

#define W ATTAIN_METHOD_WEIGHTED
#define N ATTAIN_METHOD_NEEDS_NONNEGATIVE
#define P ATTAIN_METHOD_NEEDS_POSITIVE

static const row rows[] = {
    [ATTAIN_DECOMPOSITION_THEIL] = {{"theil",
                                     "between T of M_g + Σ(W_g M_g/WM) T_g",
                                     "Theil 1967", W | N, NULL},
                                    ATTAIN_STATISTIC_GENERALISED_ENTROPY,
                                    1,
                                    0},
    [ATTAIN_DECOMPOSITION_THEIL_L] = {{"theil_l",
                                       "between L of M_g + Σ(W_g/W) L_g",
                                       "Theil 1967", W | P, NULL},
                                      ATTAIN_STATISTIC_GENERALISED_ENTROPY,
                                      0,
                                      0},
    [ATTAIN_DECOMPOSITION_GENERALISED_ENTROPY] =
        {{"generalised_entropy", "between I of M_g + Σ(W_g/W)(M_g/M)^α I_g",
          "Shorrocks 1980", W | N, alpha},
         ATTAIN_STATISTIC_GENERALISED_ENTROPY,
         (double)NAN,
         0},
    [ATTAIN_DECOMPOSITION_GINI] =
        {{"gini",
          "between G of M_g + Σ(W_g/W)(W_g M_g/WM) G_g + overlap, the rest",
          "Bhattacharya and Mahalanobis 1967", W | N, NULL},
         ATTAIN_STATISTIC_GINI,
         1,
         1},
    [ATTAIN_DECOMPOSITION_VARIANCE] =
        {{"variance", "between variance of M_g + Σ(W_g/W) variance_g",
          "analysis of variance", W, NULL},
         ATTAIN_STATISTIC_VARIANCE_POPULATION,
         0,
         0},
};

const attain_i_methods attain_i_decompositions = {
    "decomposition", rows, sizeof *rows, sizeof rows / sizeof *rows};

enum { PARTS = ATTAIN_PART_OVERLAP + 1 };

size_t attain_part_count(void) {
    return PARTS;
}

/* What one call works on. Everything is in one block of doubles. */
typedef struct work {
    const row *row;
    double parameters[ATTAIN_I_MOST_PARAMETERS]; /* of the statistic */
    double power;
    const double *values;
    size_t column_count;
    size_t stride;
    const double *weights;
    size_t group_count;
    double *space;
    size_t size;
    double *items;
    int32_t *order;
    size_t *offsets;
    double *group_weights;
    double *group_means;
    double *indices; /* [column][group] */
    double *parts;   /* [column][part] */
    uint8_t *reasons;
    attain_allocator allocator;
} work;

static attain_status take_space(work *w, size_t count, attain_error *err) {
    size_t groups = w->group_count;
    size_t most = SIZE_MAX / 256;
    if (count > most || groups > most || w->column_count > most ||
        (w->column_count > 0 && groups > most / w->column_count))
        return attain_i_fail_memory(err);
    size_t larger = count > groups ? count : groups;
    size_t items = attain_i_scratch_size(larger);
    size_t order = count / 2 + 1;
    w->size = items + order + (groups + 1) + 2 * groups +
              w->column_count * (groups + PARTS + 1);
    attain_i_allocator_set(&w->allocator, NULL);
    w->space = attain_i_allocate(&w->allocator, w->size, sizeof *w->space);
    if (w->space == NULL)
        return attain_i_fail_memory(err);
    w->items = w->space;
    w->order = (int32_t *)(void *)(w->items + items);
    w->offsets = (size_t *)(void *)(w->items + items + order);
    w->group_weights = w->items + items + order + groups + 1;
    w->group_means = w->group_weights + groups;
    w->indices = w->group_means + groups;
    w->parts = w->indices + w->column_count * groups;
    w->reasons = (uint8_t *)(void *)(w->parts + w->column_count * PARTS);
    return ATTAIN_OK;
}

/* The index of a sample; NaN with a reason, or with a fault of the sample. */
static double index_of(const work *w, attain_i_sample *sample,
                       uint8_t *reason) {
    *reason = ATTAIN_REASON_NONE;
    attain_i_sample_survey(sample);
    if (sample->fault != ATTAIN_I_SOUND)
        return (double)NAN;
    return attain_i_sample_statistic(sample, w->row->statistic, w->parameters,
                                     reason);
}

static void set_elements(const work *w, attain_i_sample *sample, size_t column,
                         size_t from, size_t to) {
    sample->values = w->values + column * w->stride;
    sample->weights = w->weights;
    sample->order = sample->weight_order = w->order + from;
    sample->count = to - from;
}

/* The groups' weights, means and indices. */
static void find_groups(const work *w, attain_i_sample *sample, size_t column) {
    double *indices = w->indices + column * w->group_count;
    for (size_t g = 0; g < w->group_count; g++) {
        uint8_t reason;
        set_elements(w, sample, column, w->offsets[g], w->offsets[g + 1]);
        indices[g] = index_of(w, sample, &reason);
        w->group_weights[g] = sample->weight;
        w->group_means[g] = sample->mean;
    }
}

/* The index of the groups' means; those without weight have none. */
static double between(const work *w, attain_i_sample *sample) {
    uint8_t reason;
    sample->values = w->group_means;
    sample->weights = w->group_weights;
    sample->order = sample->weight_order = NULL;
    sample->count = w->group_count;
    return index_of(w, sample, &reason);
}

/* Σ of the groups' indices with their weights. A group whose mean is 0 has no
 * index, and no difference inside. */
static double within(const work *w, const double *indices, double weight,
                     double mean) {
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    for (size_t g = 0; g < w->group_count; g++) {
        if (!(w->group_weights[g] > 0) || isnan(indices[g]))
            continue;
        double share = w->group_weights[g] / weight;
        double factor = w->row->by_share ? share * share : share;
        if (w->power != 0)
            factor *= attain_i_pow(w->group_means[g] / mean, w->power);
        double term = factor * indices[g];
        attain_i_adder_add(&adder, &term, 1);
    }
    return attain_i_adder_value(&adder);
}

/* What is neither between nor within; a rest that rounding may have left is
 * none. */
static double overlap(const double *parts) {
    double total = parts[ATTAIN_PART_TOTAL];
    double rest =
        (total - parts[ATTAIN_PART_BETWEEN]) - parts[ATTAIN_PART_WITHIN];
    return rest > total * 16 * DBL_EPSILON ? rest : 0;
}

static attain_status split_column(const work *w, attain_i_sample *sample,
                                  size_t column, attain_error *err) {
    double *parts = w->parts + column * PARTS;
    double *indices = w->indices + column * w->group_count;
    set_elements(w, sample, column, w->offsets[0], w->offsets[w->group_count]);
    parts[ATTAIN_PART_TOTAL] = index_of(w, sample, &w->reasons[column]);
    if (sample->fault != ATTAIN_I_SOUND)
        return attain_i_fail_fault(sample->fault, column, err);
    double weight = sample->weight;
    double mean = sample->mean;
    find_groups(w, sample, column);
    for (int p = ATTAIN_PART_BETWEEN; p < PARTS; p++)
        parts[p] = (double)NAN;
    if (isnan(parts[ATTAIN_PART_TOTAL]))
        return ATTAIN_OK;
    parts[ATTAIN_PART_BETWEEN] = between(w, sample);
    parts[ATTAIN_PART_WITHIN] = within(w, indices, weight, mean);
    parts[ATTAIN_PART_OVERLAP] = w->row->by_share ? overlap(parts) : 0;
    return ATTAIN_OK;
}

static attain_status split_all(work *w, const int32_t *codes, size_t count,
                               double *out, double *groups, uint8_t *reasons,
                               attain_error *err) {
    attain_i_sample sample;
    attain_status status = attain_group_order(codes, count, w->group_count,
                                              w->order, w->offsets, err);
    attain_i_sample_init(&sample);
    sample.items = (attain_i_item *)(void *)w->items;
    for (size_t c = 0; c < w->column_count && status == ATTAIN_OK; c++)
        status = split_column(w, &sample, c, err);
    if (status != ATTAIN_OK)
        return status;
    if (w->column_count > 0)
        memcpy(out, w->parts, w->column_count * PARTS * sizeof *out);
    if (groups != NULL && w->column_count * w->group_count > 0)
        memcpy(groups, w->indices,
               w->column_count * w->group_count * sizeof *groups);
    if (reasons != NULL)
        memcpy(reasons, w->reasons, w->column_count);
    return ATTAIN_OK;
}

static attain_status set_method(work *w, int32_t method,
                                const double *parameters,
                                size_t parameter_count, attain_error *err) {
    attain_status status =
        attain_i_method_prepare(&attain_i_decompositions, method, parameters,
                                parameter_count, w->parameters, err);
    if (status != ATTAIN_OK)
        return status;
    w->row = &rows[method];
    w->power = isnan(w->row->power) ? w->parameters[0] : w->row->power;
    w->parameters[0] = w->power;
    return ATTAIN_OK;
}

attain_status attain_decompose(int32_t method, const double *parameters,
                               size_t parameter_count, const double *values,
                               size_t column_count, size_t stride,
                               const double *weights, const int32_t *codes,
                               size_t count, size_t group_count, double *out,
                               double *groups, uint8_t *reasons,
                               attain_error *err) {
    work w;
    attain_status status =
        set_method(&w, method, parameters, parameter_count, err);
    if (status != ATTAIN_OK)
        return status;
    if (values == NULL && count > 0 && column_count > 0)
        return attain_i_fail_null(err, "values");
    if (codes == NULL && count > 0)
        return attain_i_fail_null(err, "codes");
    if (out == NULL && column_count > 0)
        return attain_i_fail_null(err, "out");
    w.values = values;
    w.column_count = column_count;
    w.stride = stride;
    w.weights = weights;
    w.group_count = group_count;
    status = take_space(&w, count, err);
    if (status != ATTAIN_OK)
        return status;
    status = split_all(&w, codes, count, out, groups, reasons, err);
    attain_i_release(&w.allocator, w.space, w.size, sizeof *w.space);
    return status;
}
