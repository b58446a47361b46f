#include "improve/compare.h"

#include <math.h>
#include <string.h>

#include "improve/asking.h"

/* NaN and no verdict where there is no row. */
typedef struct side {
    int64_t row;
    double verdict;
    double value;
    double score; /* 100 · attainment */
} side;

static side side_of(const attain_evaluation *ev, int32_t node, int32_t unit) {
    side out = {attain_evaluation_find_row(ev, node, unit), NAN, NAN, NAN};
    const attain_i_node *at = &ev->nodes[node];
    if (out.row < 0)
        return out;
    const double *value = attain_i_column_of(ev, ATTAIN_MEASURE_VALUE, at);
    const double *attainment =
        attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, at);
    out.verdict = ev->verdicts[at->first_row + (size_t)out.row];
    out.score = 100 * attainment[out.row];
    if (value != NULL)
        out.value = value[out.row];
    return out;
}

static int32_t turn_of(const side *before, const side *after) {
    if (before->row < 0 || after->row < 0)
        return before->row < 0 ? ATTAIN_TURN_APPEARED : ATTAIN_TURN_GONE;
    if (before->verdict == after->verdict)
        return ATTAIN_TURN_NONE;
    if (after->verdict == ATTAIN_VERDICT_MET)
        return ATTAIN_TURN_GAINED;
    if (after->verdict == ATTAIN_VERDICT_UNKNOWN)
        return ATTAIN_TURN_UNKNOWN;
    return before->verdict == ATTAIN_VERDICT_MET ? ATTAIN_TURN_LOST
                                                 : ATTAIN_TURN_FAILED;
}

static int32_t field_of(const attain_answer *answer, int64_t row,
                        int32_t field) {
    return (int32_t)attain_i_answer_get(answer, row, field);
}

static void put(attain_answer *answer, int64_t row, int32_t field,
                double value) {
    if (answer->place[field] >= 0)
        attain_i_answer_put(answer, row, field, value);
}

void attain_i_put_sides(attain_answer *answer, int64_t row,
                        const attain_evaluation *before,
                        const attain_evaluation *after) {
    int32_t node = field_of(answer, row, ATTAIN_ANSWER_FIELD_NODE);
    int32_t unit = field_of(answer, row, ATTAIN_ANSWER_FIELD_UNIT);
    side old = side_of(before, node, unit);
    side now = side_of(after, node, unit);
    put(answer, row, ATTAIN_ANSWER_FIELD_TURN, turn_of(&old, &now));
    put(answer, row, ATTAIN_ANSWER_FIELD_VERDICT_BEFORE, old.verdict);
    put(answer, row, ATTAIN_ANSWER_FIELD_VERDICT_AFTER, now.verdict);
    put(answer, row, ATTAIN_ANSWER_FIELD_VALUE_BEFORE, old.value);
    put(answer, row, ATTAIN_ANSWER_FIELD_VALUE_AFTER, now.value);
    put(answer, row, ATTAIN_ANSWER_FIELD_SCORE_BEFORE, old.score);
    put(answer, row, ATTAIN_ANSWER_FIELD_SCORE_AFTER, now.score);
}

static int put_pair(attain_answer *answer, const attain_evaluation *before,
                    const attain_evaluation *after, int32_t node,
                    int32_t unit) {
    int64_t row = attain_i_answer_add(answer, ATTAIN_ANSWER_PAIR, node, unit);
    if (row < 0)
        return 0;
    attain_i_put_sides(answer, row, before, after);
    return 1;
}

/* The rows of both, merged by their units, which ascend in each. */
static int put_node(attain_answer *answer, const attain_evaluation *before,
                    const attain_evaluation *after, int32_t node) {
    const attain_i_rows *old = &before->rows[before->nodes[node].rows];
    const attain_i_rows *now = &after->rows[after->nodes[node].rows];
    size_t o = 0;
    size_t n = 0;
    while (o < old->count || n < now->count) {
        int32_t from_old = o < old->count ? old->units[o] : INT32_MAX;
        int32_t from_now = n < now->count ? now->units[n] : INT32_MAX;
        int32_t unit = from_old < from_now ? from_old : from_now;
        o += from_old == unit;
        n += from_now == unit;
        if (!put_pair(answer, before, after, node, unit))
            return 0;
    }
    return 1;
}

static attain_status check_pair(const attain_evaluation *before,
                                const attain_evaluation *after,
                                attain_error *err) {
    if (before->plan_revision != after->plan_revision)
        return attain_i_fail(err, ATTAIN_ERR_MISMATCH, "after", -1,
                             "the two evaluations are of different plans, or "
                             "the plan has changed between them");
    size_t units = before->unit_count;
    int same = units == after->unit_count;
    for (size_t u = 0; same && u < units; u++)
        same = strcmp(before->units[u].id, after->units[u].id) == 0;
    return same ? ATTAIN_OK
                : attain_i_fail(err, ATTAIN_ERR_MISMATCH, "after", -1,
                                "the two evaluations are of different units; "
                                "both need the same, in the same order");
}

static attain_status fill(attain_answer *answer,
                          const attain_evaluation *before,
                          const attain_evaluation *after,
                          const attain_answer_options *options,
                          attain_error *err) {
    int32_t count = (int32_t)before->node_count;
    int32_t first = options->node < 0 ? 0 : options->node;
    if (options->node < -1 || options->node >= count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "node", options->node,
                             "there is no node %d; there are %d",
                             (int)options->node, (int)count);
    for (int32_t n = first; n < count; n++) {
        if (options->node >= 0 && n > first &&
            before->nodes[n].depth <= before->nodes[first].depth)
            break;
        if (!put_node(answer, before, after, n))
            return attain_i_fail_memory(err);
    }
    return attain_i_answer_finish(answer) == ATTAIN_OK
               ? ATTAIN_OK
               : attain_i_fail_memory(err);
}

attain_status attain_compare(const attain_evaluation *before,
                             const attain_evaluation *after,
                             const attain_answer_options *options,
                             attain_answer **out, attain_error *err) {
    attain_answer_options given;
    attain_answer *answer = NULL;
    if (before == NULL || after == NULL || out == NULL)
        return attain_i_fail_null(err, before == NULL  ? "before"
                                       : after == NULL ? "after"
                                                       : "out");
    attain_status status = attain_i_asking_options(options, &given, err);
    if (status == ATTAIN_OK)
        status = check_pair(before, after, err);
    if (status == ATTAIN_OK)
        status = attain_i_answer_create(ATTAIN_QUESTION_CHANGES,
                                        given.allocator, &answer, err);
    if (status == ATTAIN_OK)
        status = fill(answer, before, after, &given, err);
    if (status == ATTAIN_OK)
        *out = answer;
    else
        attain_answer_destroy(answer);
    return status;
}
