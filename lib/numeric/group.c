#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/sample.h"
#include "numeric/sum.h"

/* --- Order by group ----------------------------------------------------- */

static attain_status check_codes(const int32_t *codes, size_t count,
                                 size_t group_count, attain_error *err) {
    for (size_t i = 0; i < count; i++) {
        if (codes[i] >= 0 && (size_t)codes[i] >= group_count)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "codes", (int64_t)i,
                                 "group %d of %zu groups", (int)codes[i],
                                 group_count);
    }
    return ATTAIN_OK;
}

/* Where each group begins, and in `offsets[group_count]` how many elements
 * have one. */
static void count_groups(const int32_t *codes, size_t count, size_t group_count,
                         size_t *offsets) {
    memset(offsets, 0, (group_count + 1) * sizeof *offsets);
    for (size_t i = 0; i < count; i++) {
        if (codes[i] >= 0)
            offsets[(size_t)codes[i]]++;
    }
    size_t before = 0;
    for (size_t g = 0; g <= group_count; g++) {
        size_t here = offsets[g];
        offsets[g] = before;
        before += here;
    }
}

attain_status attain_group_order(const int32_t *codes, size_t count,
                                 size_t group_count, int32_t *order,
                                 size_t *offsets, attain_error *err) {
    if (codes == NULL && count > 0)
        return attain_i_fail_null(err, "codes");
    if (order == NULL && count > 0)
        return attain_i_fail_null(err, "order");
    if (offsets == NULL)
        return attain_i_fail_null(err, "offsets");
    if (count > INT32_MAX)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "count", -1,
                             "more than 2147483647 elements");
    if (group_count >= SIZE_MAX / sizeof *offsets)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "group_count", -1,
                             "more groups than memory can hold");
    attain_status status = check_codes(codes, count, group_count, err);
    if (status != ATTAIN_OK)
        return status;
    count_groups(codes, count, group_count, offsets);
    size_t outside = offsets[group_count];
    for (size_t i = 0; i < count; i++) {
        size_t *place = codes[i] < 0 ? &outside : &offsets[(size_t)codes[i]];
        order[(*place)++] = (int32_t)i;
    }
    /* Each offset has moved on to where the next group begins. */
    memmove(offsets + 1, offsets, group_count * sizeof *offsets);
    offsets[0] = 0;
    return ATTAIN_OK;
}

/* --- Statistics by group ------------------------------------------------ */

enum { FEW = 1024 /* doubles that are kept on the stack */ };

/* What one call works on. */
typedef struct work {
    const int32_t *statistics;
    size_t statistic_count;
    const size_t *offsets;
    size_t group_count;
    size_t results;  /* doubles for them, ahead of the items */
    size_t items;    /* doubles to sort in */
    double few[FEW]; /* room for both when that is enough */
    double *space;
    attain_allocator allocator;
} work;

static int needs_items(const work *w) {
    for (size_t i = 0; i < w->statistic_count; i++) {
        if (w->statistics[i] == ATTAIN_STATISTIC_MEDIAN ||
            w->statistics[i] == ATTAIN_STATISTIC_GINI)
            return 1;
    }
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
    if (w->group_count > SIZE_MAX / 16 / w->statistic_count)
        return attain_i_fail_memory(err);
    for (size_t g = 0; g < w->group_count; g++) {
        if (w->offsets[g] > w->offsets[g + 1])
            return attain_i_fail(
                err, ATTAIN_ERR_ARGUMENT, "offsets", (int64_t)g,
                "offset %zu is followed by a smaller one", w->offsets[g]);
    }
    return ATTAIN_OK;
}

static attain_status take_space(work *w, attain_error *err) {
    size_t most = 0;
    for (size_t g = 0; g < w->group_count; g++) {
        size_t n = w->offsets[g + 1] - w->offsets[g];
        most = n > most ? n : most;
    }
    if (most > SIZE_MAX / 128)
        return attain_i_fail_memory(err);
    w->results = w->statistic_count * w->group_count;
    w->items = needs_items(w) ? attain_i_scratch_size(most) : 0;
    w->space = w->few;
    if (w->results + w->items <= FEW)
        return ATTAIN_OK;
    attain_i_allocator_set(&w->allocator, NULL);
    w->space = attain_i_allocate(&w->allocator, w->results + w->items,
                                 sizeof *w->space);
    return w->space == NULL ? attain_i_fail_memory(err) : ATTAIN_OK;
}

static void give_space(work *w) {
    if (w->space != w->few)
        attain_i_release(&w->allocator, w->space, w->results + w->items,
                         sizeof *w->space);
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

static int32_t one_group(const work *w, attain_i_sample *sample, size_t group) {
    attain_i_sample_survey(sample);
    if (sample->fault != ATTAIN_I_SOUND &&
        sample->fault != ATTAIN_I_BEYOND_RANGE)
        return sample->fault;
    for (size_t i = 0; i < w->statistic_count; i++) {
        double value = attain_i_sample_statistic(sample, w->statistics[i]);
        if (sample->fault != ATTAIN_I_SOUND &&
            attain_i_needs_sums(w->statistics[i]))
            return sample->fault;
        w->space[i * w->group_count + group] = value;
    }
    return ATTAIN_I_SOUND;
}

/* Reads a column in order, ahead of going through it from group to group: to
 * fetch it from memory in steps of a group would wait for each element. The
 * last element of a group is most often its last in the column. */
static void fetch_ahead(const work *w, const double *values,
                        const int32_t *order) {
    enum { LINE = 8, MOST = 1 << 20 };
    size_t count = w->offsets[w->group_count] - w->offsets[0];
    int32_t last = 0;
    for (size_t g = 0; g < w->group_count; g++) {
        size_t end = w->offsets[g + 1];
        if (end > w->offsets[g] && order[end - 1] > last)
            last = order[end - 1];
    }
    if (w->group_count < 2 || last > MOST || (size_t)last > 4 * count)
        return;
    for (int32_t i = 0; i < last; i += LINE)
        (void)*(const volatile double *)(values + i);
}

static attain_status each_group(work *w, const double *values,
                                const double *weights, const int32_t *order,
                                double *out, attain_error *err) {
    attain_i_sample sample;
    attain_i_sample_init(&sample);
    sample.items = (attain_i_item *)(void *)(w->space + w->results);
    if (order != NULL)
        fetch_ahead(w, values, order);
    for (size_t g = 0; g < w->group_count; g++) {
        size_t from = w->offsets[g];
        sample.count = w->offsets[g + 1] - from;
        sample.order = order == NULL ? NULL : order + from;
        sample.values =
            order == NULL && values != NULL ? values + from : values;
        sample.weights =
            order == NULL && weights != NULL ? weights + from : weights;
        int32_t fault = one_group(w, &sample, g);
        if (fault != ATTAIN_I_SOUND)
            return fail_group(fault, g, err);
    }
    memcpy(out, w->space, w->results * sizeof *out);
    return ATTAIN_OK;
}

attain_status attain_statistics_by(const int32_t *statistics,
                                   size_t statistic_count, const double *values,
                                   const double *weights, const int32_t *order,
                                   const size_t *offsets, size_t group_count,
                                   double *out, attain_error *err) {
    work w;
    w.statistics = statistics;
    w.statistic_count = statistic_count;
    w.offsets = offsets;
    w.group_count = group_count;
    if (statistics == NULL && statistic_count > 0)
        return attain_i_fail_null(err, "statistics");
    if (offsets == NULL)
        return attain_i_fail_null(err, "offsets");
    if (out == NULL && group_count > 0)
        return attain_i_fail_null(err, "out");
    attain_status status = check_shape(&w, err);
    if (status != ATTAIN_OK)
        return status;
    if (values == NULL && offsets[group_count] > offsets[0])
        return attain_i_fail_null(err, "values");
    if (group_count == 0)
        return ATTAIN_OK;
    status = take_space(&w, err);
    if (status != ATTAIN_OK)
        return status;
    status = each_group(&w, values, weights, order, out, err);
    give_space(&w);
    return status;
}

attain_status attain_statistic_of(int32_t statistic, const double *values,
                                  const double *weights, size_t count,
                                  double *out, attain_error *err) {
    const size_t offsets[2] = {0, count};
    if (values == NULL && count > 0)
        return attain_i_fail_null(err, "values");
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (attain_statistic_name(statistic) == NULL)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "statistic", -1,
                             "there is no statistic %d", (int)statistic);
    return attain_statistics_by(&statistic, 1, values, weights, NULL, offsets,
                                1, out, err);
}
