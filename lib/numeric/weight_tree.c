#include <float.h>
#include <math.h>

#include "base/error.h"
#include "numeric/space.h"
#include "numeric/sum.h"
#include "numeric/weight.h"

typedef struct tree {
    const double *weights;
    size_t count;
    int32_t *order;  /* children of node 0, of node 1 …, then the roots */
    size_t *offsets; /* where each node's children begin in `order` */
    int32_t *queue;
    double *siblings; /* room for the weights of some */
    double *effective;
    uint8_t *reasons;
} tree;

static attain_status check(const double *weights, const int32_t *parents,
                           size_t count, attain_error *err) {
    for (size_t i = 0; i < count; i++) {
        if (!(weights[i] >= 0 && weights[i] <= DBL_MAX))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "weights", (int64_t)i,
                                 "weight %zu is not a number of 0 or more", i);
        if (parents[i] >= 0 && (size_t)parents[i] >= count)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "parents", (int64_t)i,
                                 "node %zu has a parent that is not there", i);
    }
    return ATTAIN_OK;
}

/* Shares `whole` out among siblings, and puts them into the queue. */
static size_t share(tree *t, const int32_t *siblings, size_t count,
                    double whole, size_t queued) {
    for (size_t i = 0; i < count; i++)
        t->siblings[i] = t->weights[siblings[i]];
    double sum = attain_i_sum(t->siblings, count);
    for (size_t i = 0; i < count; i++) {
        int32_t node = siblings[i];
        double part = sum > 0 ? t->siblings[i] / sum : (double)NAN;
        t->effective[node] = part * whole;
        t->reasons[node] = part * whole == part * whole
                               ? ATTAIN_REASON_NONE
                               : ATTAIN_REASON_WEIGHTLESS;
        t->queue[queued++] = node;
    }
    return queued;
}

/* From the roots down; what is not reached goes in circles. */
static attain_status walk(tree *t, attain_error *err) {
    size_t roots = t->offsets[t->count];
    size_t queued = share(t, t->order + roots, t->count - roots, 1, 0);
    for (size_t next = 0; next < queued; next++) {
        size_t node = (size_t)t->queue[next];
        size_t from = t->offsets[node];
        queued = share(t, t->order + from, t->offsets[node + 1] - from,
                       t->effective[node], queued);
    }
    if (queued < t->count)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "parents", -1,
                             "%zu nodes are below themselves",
                             t->count - queued);
    return ATTAIN_OK;
}

static void put(const tree *t, double *out, uint8_t *reasons) {
    for (size_t i = 0; i < t->count; i++) {
        out[i] = t->effective[i];
        if (reasons != NULL)
            reasons[i] = t->reasons[i];
    }
}

attain_status attain_effective_weights(const int32_t *parents,
                                       const double *weights, size_t count,
                                       double *out, uint8_t *reasons,
                                       attain_error *err) {
    attain_i_space space;
    tree t = {.weights = weights, .count = count};
    if ((parents == NULL || weights == NULL || out == NULL) && count > 0)
        return attain_i_fail_null(err, parents == NULL   ? "parents"
                                       : weights == NULL ? "weights"
                                                         : "out");
    attain_i_space_init(&space);
    attain_i_space_plan(&space, count, 2 * sizeof *t.order);
    attain_i_space_plan(&space, count, 2 * sizeof *t.effective);
    attain_i_space_plan(&space, count, sizeof *t.reasons);
    attain_i_space_plan(&space, count, sizeof *t.offsets);
    attain_i_space_plan(&space, 1, sizeof *t.offsets);
    attain_status status = attain_i_space_open(&space, err);
    if (status != ATTAIN_OK)
        return status;
    t.order = attain_i_space_take(&space, count, 2 * sizeof *t.order);
    t.queue = t.order + count;
    t.effective = attain_i_space_take(&space, count, 2 * sizeof *t.effective);
    t.siblings = t.effective + count;
    t.reasons = attain_i_space_take(&space, count, sizeof *t.reasons);
    t.offsets = attain_i_space_take(&space, count + 1, sizeof *t.offsets);
    status = check(weights, parents, count, err);
    if (status == ATTAIN_OK)
        status =
            attain_group_order(parents, count, count, t.order, t.offsets, err);
    if (status == ATTAIN_OK)
        status = walk(&t, err);
    if (status == ATTAIN_OK)
        put(&t, out, reasons);
    attain_i_space_close(&space);
    return status;
}
