#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/fused.h"
#include "numeric/sample.h"
#include "numeric/statistic.h"
#include "numeric/sum.h"

/* --- Statistics by group ------------------------------------------------ */

enum { FEW = 1024 /* doubles that are kept on the stack */ };

/* What one call works on. */
typedef struct work {
    const int32_t *statistics;
    size_t statistic_count;
    const double *parameters; /* [statistic][parameter_count], as given */
    size_t parameter_count;
    const size_t *offsets;
    size_t group_count;
    const double *values;
    size_t column_count;
    size_t stride;
    const double *weights;
    const int32_t *order;
    int32_t last;       /* the largest index that groups are known to have */
    int32_t mean_only;  /* only statistics that fused sums are enough for */
    int32_t whole;      /* weights are kept, positive integers below 2^40 */
    uint8_t *reasons;   /* staged like the results; NULL: none wanted */
    size_t results;     /* doubles for them, ahead of the rest */
    size_t prepared;    /* doubles for the parameters, complete */
    size_t reason_room; /* doubles for the reasons */
    size_t kept;        /* doubles for the weights, group by group, and a step
                         * that may be read beyond */
    size_t items;       /* doubles to sort in */
    double few[FEW];    /* room for all when that is enough */
    double *space;
    attain_allocator allocator;
} work;

static int needs_items(const work *w) {
    for (size_t i = 0; i < w->statistic_count; i++)
        if (attain_i_needs_items(w->statistics[i]))
            return 1;
    return 0;
}

static attain_status check_shape(const work *w, attain_error *err) {
    if (w->statistic_count == 0)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "statistic_count", -1,
                             "no statistic asked for");
    for (size_t i = 0; i < w->statistic_count; i++) {
        if (attain_statistic_name(w->statistics[i]) == NULL)
            return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "statistics",
                                 (int64_t)i, "there is no statistic %d",
                                 (int)w->statistics[i]);
    }
    if (w->statistic_count > SIZE_MAX / 1024 ||
        w->group_count > SIZE_MAX / 32 / w->statistic_count ||
        (w->column_count > 0 &&
         w->group_count * w->statistic_count > SIZE_MAX / 64 / w->column_count))
        return attain_i_fail_memory(err);
    for (size_t g = 0; g < w->group_count; g++) {
        if (w->offsets[g] > w->offsets[g + 1])
            return attain_i_fail(
                err, ATTAIN_ERR_ARGUMENT, "offsets", (int64_t)g,
                "offset %zu is followed by a smaller one", w->offsets[g]);
    }
    return ATTAIN_OK;
}

static size_t room(const work *w) {
    return w->results + w->prepared + w->reason_room + w->kept + w->items;
}

/* Where each of them begins in `space`. */
static double *parameters_at(const work *w) {
    return w->space + w->results;
}

static double *reasons_at(const work *w) {
    return parameters_at(w) + w->prepared;
}

static double *kept_at(const work *w) {
    return reasons_at(w) + w->reason_room;
}

static attain_status take_space(work *w, attain_error *err) {
    size_t most = 0;
    for (size_t g = 0; g < w->group_count; g++) {
        size_t n = w->offsets[g + 1] - w->offsets[g];
        most = n > most ? n : most;
    }
    if (most > SIZE_MAX / 128)
        return attain_i_fail_memory(err);
    size_t count = w->offsets[w->group_count] - w->offsets[0];
    if (count > SIZE_MAX / 128)
        return attain_i_fail_memory(err);
    w->results = w->statistic_count * w->group_count * w->column_count;
    w->prepared = w->statistic_count * ATTAIN_I_MOST_PARAMETERS;
    w->reason_room = w->reasons != NULL ? w->results / sizeof(double) + 1 : 0;
    w->kept = w->order != NULL && w->weights != NULL && w->column_count > 1
                  ? count + ATTAIN_I_FUSED_STEP
                  : 0;
    w->items = needs_items(w) ? attain_i_scratch_size(most) : 0;
    w->space = w->few;
    size_t size = room(w);
    if (size <= FEW)
        return ATTAIN_OK;
    attain_i_allocator_set(&w->allocator, NULL);
    w->space = attain_i_allocate(&w->allocator, size, sizeof *w->space);
    return w->space == NULL ? attain_i_fail_memory(err) : ATTAIN_OK;
}

static void give_space(work *w) {
    if (w->space != w->few)
        attain_i_release(&w->allocator, w->space, room(w), sizeof *w->space);
}

static attain_status fail_group(int32_t fault, size_t group,
                                attain_error *err) {
    static const char *const fields[] = {"", "values", "weights", "weights",
                                         "values"};
    static const char *const what[] = {
        "", "a value is infinite", "a weight is infinite",
        "a weight is negative", "a sum is beyond the range of a double"};
    return attain_i_fail(err, ATTAIN_ERR_VALUE, fields[fault], (int64_t)group,
                         "%s in group %zu", what[fault], group);
}

/* One group of a column into out[statistic · groups]. */
static int32_t any_group(const work *w, attain_i_sample *sample, double *out,
                         uint8_t *reasons) {
    attain_i_sample_survey(sample);
    if (sample->fault != ATTAIN_I_SOUND &&
        sample->fault != ATTAIN_I_BEYOND_RANGE)
        return sample->fault;
    const double *parameters = parameters_at(w);
    for (size_t i = 0; i < w->statistic_count; i++) {
        uint8_t reason;
        double value = attain_i_sample_statistic(
            sample, w->statistics[i], parameters + i * ATTAIN_I_MOST_PARAMETERS,
            &reason);
        if (sample->fault != ATTAIN_I_SOUND &&
            attain_i_needs_sums(w->statistics[i]))
            return sample->fault;
        out[i * w->group_count] = value;
        if (reasons != NULL)
            reasons[i * w->group_count] = reason;
    }
    return ATTAIN_I_SOUND;
}

/* --- Groups of one block, of which only means are asked ----------------- */

/* 1 for what fused sums give, 2 when it needs those around the mean. */
static int fused_need(int32_t statistic, int weighted) {
    switch (statistic) {
    case ATTAIN_STATISTIC_COUNT:
    case ATTAIN_STATISTIC_SUM:
    case ATTAIN_STATISTIC_MEAN:
    case ATTAIN_STATISTIC_UNWEIGHTED_MEAN:
        return 1;
    case ATTAIN_STATISTIC_CV:
        return weighted ? 0 : 2;
    case ATTAIN_STATISTIC_UNWEIGHTED_CV:
        return 2;
    default:
        return 0;
    }
}

static int fused_enough(const work *w) {
    for (size_t i = 0; i < w->statistic_count; i++)
        if (!fused_need(w->statistics[i], w->weights != NULL))
            return 0;
    return 1;
}

/* Takes the group, filled up with NaN to whole steps. */
static void fused_take(const work *w, attain_i_sample *sample,
                       attain_i_fused *block) {
    size_t count = sample->count;
    attain_i_gather(sample->values, sample->order, count, sample->v);
    block->v = sample->v;
    block->w = sample->w;
    block->kind = ATTAIN_I_FUSED_PLAIN;
    if (w->weights != NULL) {
        block->kind = w->whole ? ATTAIN_I_FUSED_WHOLE : ATTAIN_I_FUSED_WEIGHTED;
        if (w->kept > 0)
            block->w = sample->weights;
        else
            attain_i_gather(sample->weights, sample->weight_order, count,
                            sample->w);
    }
    for (; count % ATTAIN_I_FUSED_STEP != 0; count++) {
        sample->v[count] = (double)NAN;
        sample->w[count] = 0;
    }
    block->count = count;
    block->total_window = w->weights == NULL ? sample->totals.window
                                             : sample->unweighted_totals.window;
    block->product_window = sample->totals.window;
    block->weight_window = sample->weight_totals.window;
    block->square_window = sample->deviations.window;
}

/* √(Σ(v − M)²/n)/M; false when it takes a closer look. */
static int fused_cv(attain_i_fused *block, double mean, double *out) {
    *out = (double)NAN;
    if (!(mean > 0))
        return 1;
    if (!attain_i_fused_squares(block, mean))
        return 0;
    *out = sqrt(block->square / (double)block->known) / mean;
    return *out >= 8 * DBL_EPSILON;
}

/* Fused sums give no value where a mean that is divided by is not above 0. */
static void fused_reasons(const work *w, const double *out, uint8_t *reasons) {
    for (size_t i = 0; i < w->statistic_count; i++)
        reasons[i * w->group_count] = isnan(out[i * w->group_count])
                                          ? ATTAIN_REASON_NOT_POSITIVE
                                          : ATTAIN_REASON_NONE;
}

/* False when the group goes the long way, which also finds faults and sets the
 * windows. */
static int fused_group(const work *w, attain_i_sample *sample, double *out,
                       uint8_t *reasons) {
    attain_i_fused block;
    int plain = w->weights == NULL;
    if (!w->mean_only || sample->count > ATTAIN_I_BLOCK_TERMS ||
        sample->totals.window == 0 ||
        (!plain && sample->unweighted_totals.window == 0))
        return 0;
    fused_take(w, sample, &block);
    if (!attain_i_fused_sums(&block) || block.known == 0)
        return 0;
    double n = (double)block.known;
    double mean = block.total / n;
    double value = 0;
    for (size_t i = 0; i < w->statistic_count; i++) {
        int32_t statistic = w->statistics[i];
        if (statistic == ATTAIN_STATISTIC_COUNT)
            value = n;
        else if (statistic == ATTAIN_STATISTIC_SUM)
            value = plain ? block.total : block.product;
        else if (statistic == ATTAIN_STATISTIC_MEAN && !plain)
            value = block.product / block.weight;
        else if (fused_need(statistic, 0) == 1)
            value = mean;
        else if (block.square_window == 0 || !fused_cv(&block, mean, &value))
            return 0;
        out[i * w->group_count] = value;
    }
    if (reasons != NULL)
        fused_reasons(w, out, reasons);
    return 1;
}

/* --- Each column, each group -------------------------------------------- */

/* The last element of a group is most often its last in the column. */
static int32_t last_index(const work *w) {
    int32_t last = 0;
    for (size_t g = 0; g < w->group_count && w->order != NULL; g++) {
        size_t end = w->offsets[g + 1];
        if (end > w->offsets[g] && w->order[end - 1] > last)
            last = w->order[end - 1];
    }
    return last;
}

/* Reads a column in order, ahead of going through it from group to group: to
 * fetch it from memory in steps of a group would wait for each element. */
static void fetch_ahead(const work *w, const double *values) {
    enum { LINE = 8, MOST = 1 << 20 };
    size_t count = w->offsets[w->group_count] - w->offsets[0];
    size_t last = (size_t)w->last;
    if (w->group_count < 2 || last > MOST || last > 4 * count)
        return;
    for (size_t i = 0; i < last; i += LINE)
        (void)*(const volatile double *)(values + i);
}

static int whole_number(double x) {
    return x >= 1 && x <= 0x1p40 && x == (double)(int64_t)x;
}

/* Puts the weights in the order of the groups, once for all columns. */
static void keep_weights(work *w) {
    w->whole = 0;
    if (w->kept == 0)
        return;
    double *kept = kept_at(w);
    size_t count = w->kept - ATTAIN_I_FUSED_STEP;
    attain_i_gather(w->weights, w->order + w->offsets[0], count, kept);
    memset(kept + count, 0, ATTAIN_I_FUSED_STEP * sizeof *kept);
    w->whole = 1;
    for (size_t i = 0; i < count && w->whole; i++)
        w->whole = whole_number(kept[i]);
}

static void set_group(const work *w, attain_i_sample *sample, size_t group,
                      const double *values) {
    size_t from = w->offsets[group];
    int ordered = w->order != NULL;
    sample->count = w->offsets[group + 1] - from;
    sample->order = ordered ? w->order + from : NULL;
    sample->values = ordered || values == NULL ? values : values + from;
    sample->weight_order = sample->order;
    sample->weights = w->weights;
    if (w->kept > 0) {
        sample->weight_order = NULL;
        sample->weights = kept_at(w) + (from - w->offsets[0]);
    } else if (!ordered && w->weights != NULL) {
        sample->weights = w->weights + from;
    }
}

static attain_status each_group(work *w, attain_i_sample *sample, size_t column,
                                attain_error *err) {
    const double *values =
        w->values == NULL ? NULL : w->values + column * w->stride;
    size_t first = column * w->statistic_count * w->group_count;
    double *out = w->space + first;
    uint8_t *reasons =
        w->reasons == NULL ? NULL : (uint8_t *)(void *)reasons_at(w) + first;
    if (w->order != NULL)
        fetch_ahead(w, values);
    for (size_t g = 0; g < w->group_count; g++) {
        set_group(w, sample, g, values);
        uint8_t *why = reasons == NULL ? NULL : reasons + g;
        if (fused_group(w, sample, out + g, why))
            continue;
        int32_t fault = any_group(w, sample, out + g, why);
        if (fault != ATTAIN_I_SOUND)
            return fail_group(fault, g, err);
    }
    return ATTAIN_OK;
}

static attain_status each_column(work *w, double *out, attain_error *err) {
    attain_i_sample sample;
    attain_i_sample_init(&sample);
    sample.items = (attain_i_item *)(void *)(kept_at(w) + w->kept);
    w->last = last_index(w);
    w->mean_only = fused_enough(w);
    keep_weights(w);
    for (size_t c = 0; c < w->column_count; c++) {
        attain_status status = each_group(w, &sample, c, err);
        if (status != ATTAIN_OK)
            return status;
    }
    memcpy(out, w->space, w->results * sizeof *out);
    if (w->reasons != NULL)
        memcpy(w->reasons, reasons_at(w), w->results);
    return ATTAIN_OK;
}

/* Completes the parameters of each statistic, once for all groups. */
static attain_status prepare(const work *w, attain_error *err) {
    double *out = parameters_at(w);
    for (size_t i = 0; i < w->statistic_count; i++) {
        const double *given = w->parameters == NULL
                                  ? NULL
                                  : w->parameters + i * w->parameter_count;
        attain_status status = attain_i_method_prepare(
            &attain_i_statistics, w->statistics[i], given, w->parameter_count,
            out + i * ATTAIN_I_MOST_PARAMETERS, err);
        if (status != ATTAIN_OK)
            return status;
    }
    return ATTAIN_OK;
}

static attain_status check_pointers(const work *w, const double *out,
                                    attain_error *err) {
    if (w->statistics == NULL && w->statistic_count > 0)
        return attain_i_fail_null(err, "statistics");
    if (w->parameters == NULL && w->parameter_count > 0)
        return attain_i_fail_null(err, "parameters");
    if (w->offsets == NULL)
        return attain_i_fail_null(err, "offsets");
    if (out == NULL && w->group_count > 0 && w->column_count > 0)
        return attain_i_fail_null(err, "out");
    return ATTAIN_OK;
}

attain_status attain_statistics_by_columns(
    const int32_t *statistics, size_t statistic_count, const double *parameters,
    size_t parameter_count, const double *values, size_t column_count,
    size_t stride, const double *weights, const int32_t *order,
    const size_t *offsets, size_t group_count, double *out, uint8_t *reasons,
    attain_error *err) {
    work w;
    w.statistics = statistics;
    w.statistic_count = statistic_count;
    w.parameters = parameters;
    w.parameter_count = parameter_count;
    w.values = values;
    w.column_count = column_count;
    w.stride = stride;
    w.weights = weights;
    w.order = order;
    w.offsets = offsets;
    w.group_count = group_count;
    w.reasons = reasons;
    attain_status status = check_pointers(&w, out, err);
    if (status == ATTAIN_OK)
        status = check_shape(&w, err);
    if (status != ATTAIN_OK)
        return status;
    if (values == NULL && offsets[group_count] > offsets[0] && column_count > 0)
        return attain_i_fail_null(err, "values");
    status = take_space(&w, err);
    if (status != ATTAIN_OK)
        return status;
    status = prepare(&w, err);
    if (status == ATTAIN_OK && w.results > 0)
        status = each_column(&w, out, err);
    give_space(&w);
    return status;
}

attain_status attain_statistics_by(
    const int32_t *statistics, size_t statistic_count, const double *parameters,
    size_t parameter_count, const double *values, const double *weights,
    const int32_t *order, const size_t *offsets, size_t group_count,
    double *out, uint8_t *reasons, attain_error *err) {
    return attain_statistics_by_columns(
        statistics, statistic_count, parameters, parameter_count, values, 1, 0,
        weights, order, offsets, group_count, out, reasons, err);
}

attain_status attain_statistic_of(int32_t statistic, const double *parameters,
                                  size_t parameter_count, const double *values,
                                  const double *weights, size_t count,
                                  double *out, uint8_t *reason,
                                  attain_error *err) {
    const size_t offsets[2] = {0, count};
    if (values == NULL && count > 0)
        return attain_i_fail_null(err, "values");
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (attain_statistic_name(statistic) == NULL)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "statistic", -1,
                             "there is no statistic %d", (int)statistic);
    return attain_statistics_by(&statistic, 1, parameters, parameter_count,
                                values, weights, NULL, offsets, 1, out, reason,
                                err);
}
