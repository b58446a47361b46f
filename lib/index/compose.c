/* From normalised values up the tree: weights, scores of goals, ranks. */
#include <math.h>
#include <string.h>

#include "index/model.h"
#include "numeric/sum.h"

/* The children of a goal, side by side, in the rows that have part. */
typedef struct family {
    size_t *lines; /* the rows that have part */
    size_t line_count;
    size_t *members;
    size_t count;
    double *values; /* [member][line] */
    double *scores; /* [line]: of the goal */
    uint8_t *why;   /* [line] */
    double *weights;
    int32_t *low;
    uint8_t *reasons;
} family;

/* --- Who belongs to it ---------------------------------------------------- */

static void gather(const attain_index *index, size_t goal, family *f) {
    const attain_i_build_node *nodes = index->frame->nodes;
    size_t rows = index->frame->rows;
    f->count = 0;
    for (size_t n = goal + 1; n < (size_t)nodes[goal].end;
         n = (size_t)nodes[n].end) {
        if (index->omitted[n])
            continue;
        double *values = f->values + f->count * f->line_count;
        for (size_t i = 0; i < f->line_count; i++)
            values[i] = index->scores[n * rows + f->lines[i]];
        f->low[f->count] = index->low[n];
        f->weights[f->count] = nodes[n].given;
        f->members[f->count++] = n;
    }
}

/* --- What they weigh ------------------------------------------------------ */

/* Shares of their sum; none where it is 0. */
static attain_status share(family *f) {
    double sum = attain_i_sum(f->weights, f->count);
    for (size_t i = 0; i < f->count; i++)
        f->weights[i] = sum > 0 ? f->weights[i] / sum : 0;
    return ATTAIN_OK;
}

static attain_status weigh(attain_index *index, size_t goal, family *f,
                           attain_error *err) {
    const attain_i_chosen *chosen =
        attain_i_build_chosen(index, goal, ATTAIN_STEP_WEIGHTING);
    attain_status status =
        chosen == NULL ? share(f)
                       : attain_weigh(chosen->method, chosen->parameters,
                                      ATTAIN_I_MOST_PARAMETERS, f->values,
                                      f->count, f->line_count, f->line_count,
                                      f->low, f->weights, f->reasons, err);
    for (size_t i = 0; i < f->count; i++)
        index->weights[f->members[i]] = f->weights[i];
    return status;
}

/* --- What becomes of them ------------------------------------------------- */

static void leave_empty(attain_index *index, size_t goal, uint8_t reason) {
    size_t rows = index->frame->rows;
    for (size_t r = 0; r < rows; r++) {
        index->scores[goal * rows + r] = (double)NAN;
        index->reasons[goal * rows + r] = reason;
    }
}

static int any_low(const family *f) {
    int low = 0;
    for (size_t i = 0; i < f->count; i++)
        low |= f->low[i];
    return low;
}

static attain_status aggregate(attain_index *index, size_t goal, family *f,
                               attain_error *err) {
    const attain_i_frame *frame = index->frame;
    const attain_i_chosen *chosen =
        attain_i_build_chosen(index, goal, ATTAIN_STEP_AGGREGATION);
    int32_t method =
        chosen == NULL ? frame->nodes[goal].aggregate : chosen->method;
    size_t rows = frame->rows;
    attain_method row;
    attain_method_init(&row);
    attain_method_get(ATTAIN_METHOD_AGGREGATION, method, &row, NULL);
    index->low[goal] = (row.traits & ATTAIN_METHOD_LOW_IS_GOOD) != 0;
    leave_empty(index, goal, ATTAIN_REASON_MISSING);
    for (size_t i = 0; i < f->count; i++) {
        if (isnan(f->weights[i])) { /* the method of weights found none */
            leave_empty(index, goal, f->reasons[i]);
            return ATTAIN_OK;
        }
    }
    attain_status status = attain_aggregate(
        method, chosen == NULL ? NULL : chosen->parameters,
        chosen == NULL ? 0 : ATTAIN_I_MOST_PARAMETERS, f->values, f->count,
        f->line_count, f->line_count, f->weights, any_low(f) ? f->low : NULL,
        NULL, frame->blank, 0, f->scores, f->why, err);
    for (size_t i = 0; i < f->line_count && status == ATTAIN_OK; i++) {
        index->scores[goal * rows + f->lines[i]] = f->scores[i];
        index->reasons[goal * rows + f->lines[i]] = f->why[i];
    }
    return status;
}

/* --- Ranks, and weights in the whole -------------------------------------- */

static attain_status rank(attain_index *index, attain_error *err) {
    const attain_i_frame *frame = index->frame;
    attain_status status = ATTAIN_OK;
    for (size_t n = 0; n < frame->node_count && status == ATTAIN_OK; n++) {
        for (size_t p = 0; p < frame->periods && status == ATTAIN_OK; p++) {
            size_t from = n * frame->rows + p * frame->units;
            status = attain_ranks(
                ATTAIN_RANK_MIN, NULL, 0, index->scores + from, 1, frame->units,
                frame->units, &index->low[n], index->ranks + from, NULL, err);
        }
    }
    return status;
}

static void forget_omitted(attain_index *index) {
    for (size_t n = 0; n < index->frame->node_count; n++) {
        if (!index->omitted[n])
            continue;
        leave_empty(index, n, ATTAIN_REASON_MISSING);
        index->weights[n] = 0;
        index->low[n] = 0;
    }
}

static void spread_weights(attain_index *index) {
    const attain_i_build_node *nodes = index->frame->nodes;
    index->weights[0] = 1;
    for (size_t n = 0; n < index->frame->node_count; n++)
        index->effective[n] =
            nodes[n].parent < 0
                ? 1
                : index->weights[n] * index->effective[nodes[n].parent];
}

/* --- The whole ------------------------------------------------------------ */

static size_t most_children(const attain_i_frame *frame, int32_t *counts) {
    int32_t most = 0;
    memset(counts, 0, frame->node_count * sizeof *counts);
    for (size_t n = 1; n < frame->node_count; n++) {
        int32_t *count = &counts[frame->nodes[n].parent];
        ++*count;
        most = *count > most ? *count : most;
    }
    return (size_t)most;
}

/* Children stand after their goal: from the last goal to the first, they are
 * there before it. */
static attain_status compose(attain_index *index, family *f,
                             attain_error *err) {
    attain_status status = ATTAIN_OK;
    for (size_t n = index->frame->node_count; n-- > 0 && status == ATTAIN_OK;) {
        if (index->omitted[n] || index->frame->nodes[n].indicator >= 0)
            continue;
        gather(index, n, f);
        status = weigh(index, n, f, err);
        if (status == ATTAIN_OK)
            status = aggregate(index, n, f, err);
        status = attain_i_build_blame(index, n, status, err);
    }
    return status;
}

static int make_room(const attain_index *index, attain_i_arena *scratch,
                     family *f) {
    const attain_i_frame *frame = index->frame;
    size_t rows = frame->rows;
    int32_t *counts =
        attain_i_build_room(scratch, frame->node_count, sizeof *counts);
    size_t most = counts == NULL ? 0 : most_children(frame, counts);
    f->lines = attain_i_build_room(scratch, rows, sizeof *f->lines);
    f->scores = attain_i_build_room(scratch, rows, sizeof *f->scores);
    f->why = attain_i_build_room(scratch, rows, 1);
    f->members = attain_i_build_room(scratch, most, sizeof *f->members);
    f->weights = attain_i_build_room(scratch, most, sizeof *f->weights);
    f->low = attain_i_build_room(scratch, most, sizeof *f->low);
    f->reasons = attain_i_build_room(scratch, most, 1);
    f->values = attain_i_build_room(scratch, most, rows * sizeof *f->values);
    f->line_count = 0;
    for (size_t r = 0; f->lines != NULL && r < rows; r++)
        if (index->kept[r])
            f->lines[f->line_count++] = r;
    return counts != NULL && f->lines != NULL && f->scores != NULL &&
           f->why != NULL && f->members != NULL && f->weights != NULL &&
           f->low != NULL && f->reasons != NULL && f->values != NULL;
}

attain_status attain_i_build_compose(attain_index *index, attain_error *err) {
    attain_i_arena scratch;
    family f;
    attain_i_arena_init(&scratch, &index->allocator);
    attain_status status = make_room(index, &scratch, &f)
                               ? compose(index, &f, err)
                               : attain_i_fail_memory(err);
    attain_i_arena_clear(&scratch);
    if (status != ATTAIN_OK)
        return status;
    forget_omitted(index);
    spread_weights(index);
    return rank(index, err);
}
