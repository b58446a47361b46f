/* A spread brought under its limit, as an answer (method §11, A122). */
#include <math.h>

#include "base/decimal.h"
#include "improve/compare.h"
#include "improve/edits.h"
#include "improve/members.h"
#include "improve/need.h"
#include "numeric/sum.h"

typedef struct spreading {
    attain_i_asking *asking;
    attain_i_members members;
    attain_i_edits edits;
    int32_t variable;
    double step;
} spreading;

static int is_spread(const attain_i_asking *asking, int32_t node) {
    const attain_i_node *at = &asking->ev->nodes[node];
    if (at->kind != ATTAIN_KIND_TARGET || at->series != ATTAIN_SERIES_LEVEL ||
        at->comparator == ATTAIN_COMPARATOR_NONE)
        return 0;
    const attain_target *target = &asking->plan->targets[at->row];
    int32_t row = attain_plan_find(asking->plan, ATTAIN_PLAN_METRICS,
                                   target->metric, ATTAIN_NUL_TERMINATED);
    int32_t across = asking->plan->metrics[row].across;
    return across == ATTAIN_ACROSS_CV || across == ATTAIN_ACROSS_UNWEIGHTED_CV;
}

/* --- Members ------------------------------------------------------------ */

static double price_of(const spreading *s, double whole) {
    double price = s->asking->stocks[s->variable].price;
    return isnan(price) ? (double)NAN : price * whole;
}

static int put_member(spreading *s, int32_t node, size_t i, int32_t *obstacle) {
    const attain_i_members *members = &s->members;
    attain_answer *answer = s->asking->answer;
    double factor = s->asking->judging.use->metric->factor;
    int32_t unit = members->units[i];
    attain_i_need need = {factor * members->ratios[i],
                          factor * members->level,
                          factor * members->amounts[i] / members->under[i],
                          NAN,
                          members->amounts[i],
                          members->wholes[i],
                          NAN,
                          price_of(s, members->wholes[i]),
                          s->variable,
                          ATTAIN_OBSTACLE_NONE};
    attain_i_edit edit = {unit, s->variable, s->asking->judging.judged, 1, NAN};
    int64_t row = attain_i_answer_add(answer, ATTAIN_ANSWER_MEMBER, node, unit);
    if (row < 0)
        return 0;
    need.obstacle = attain_i_need_writable(s->asking, unit, s->variable,
                                           members->wholes[i], &edit.value);
    attain_i_need_put(answer, row, &need);
    if (need.obstacle != ATTAIN_OBSTACLE_NONE) {
        *obstacle = need.obstacle;
        return 1;
    }
    return members->wholes[i] <= 0 || attain_i_edits_add(&s->edits, &edit);
}

/* --- Places ------------------------------------------------------------- */

/* The limit to come under, in 12 digits; NaN where adding cannot. */
static double limit_of(const attain_i_judging *judging, double x) {
    double limit = judging->high;
    if (judging->target->comparator == ATTAIN_COMPARATOR_BELOW)
        limit -= 1e-11 * limit;
    return isinf(limit) || limit < 0 || x < judging->low ||
                   (limit == 0 &&
                    judging->target->comparator == ATTAIN_COMPARATOR_BELOW)
               ? (double)NAN
               : limit;
}

/* What stands in the way, and the members' numbers where nothing does. */
static int32_t raise_members(spreading *s, size_t i, attain_i_need *need) {
    const attain_i_judging *judging = &s->asking->judging;
    int32_t unit = s->asking->block.units[i];
    double limit = limit_of(judging, need->x);
    s->members.count = s->members.unknown = 0;
    if (attain_i_need_blocked(need->obstacle))
        return need->obstacle;
    if (isnan(limit))
        return ATTAIN_OBSTACLE_LIMIT;
    if (s->variable < 0)
        return ATTAIN_OBSTACLE_COMPOSITE;
    if (!attain_i_members_take(&s->members, s->asking, unit))
        return ATTAIN_OBSTACLE_UNKNOWN;
    if (!attain_i_members_raise(&s->members, limit, s->step)) {
        s->members.count = 0;
        return ATTAIN_OBSTACLE_LIMIT;
    }
    need->amount = attain_i_sum(s->members.amounts, s->members.count);
    need->whole = attain_i_sum(s->members.wholes, s->members.count);
    need->variable = s->variable;
    if (!isnan(price_of(s, need->whole)))
        need->cost = price_of(s, need->whole);
    return judging->target->comparator == ATTAIN_COMPARATOR_BELOW
               ? ATTAIN_OBSTACLE_STRICT
               : ATTAIN_OBSTACLE_NONE;
}

static int put_place(void *user, int32_t node, size_t i) {
    spreading *s = user;
    attain_answer *answer = s->asking->answer;
    uint8_t verdict = s->asking->block.verdict[i];
    attain_i_need need;
    size_t raised = 0;
    if (verdict != ATTAIN_VERDICT_NOT_MET && verdict != ATTAIN_VERDICT_UNKNOWN)
        return 1;
    attain_i_need_standard(s->asking, i, &need);
    need.obstacle = raise_members(s, i, &need);
    int64_t row = attain_i_answer_add(answer, ATTAIN_ANSWER_PLACE, node,
                                      s->asking->block.units[i]);
    if (row < 0)
        return 0;
    for (size_t m = 0; m < s->members.count; m++) {
        if (!(s->members.amounts[m] > 0) && !(s->members.wholes[m] > 0))
            continue;
        raised++;
        if (!put_member(s, node, m, &need.obstacle))
            return 0;
    }
    attain_i_need_put(answer, row, &need);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_ITEMS, (double)raised);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_UNKNOWN,
                        (double)s->members.unknown);
    return 1;
}

static int put_target(spreading *s, int32_t node) {
    attain_i_asking *asking = s->asking;
    attain_i_asking_target(asking, node);
    s->variable = attain_i_need_variable(asking->judging.use);
    if (s->variable >= 0)
        s->step =
            attain_i_asking_step(asking, s->variable, asking->judging.judged);
    return attain_i_asking_items(asking, node, put_place, s);
}

/* --- After -------------------------------------------------------------- */

static attain_status judge_after(spreading *s, attain_error *err) {
    attain_answer *answer = s->asking->answer;
    attain_whatif *after = NULL;
    if (attain_i_edits_write(&s->edits, &answer->changes) != ATTAIN_OK)
        return attain_i_fail_memory(err);
    attain_status status = attain_i_asking_after(s->asking, &after, err);
    for (size_t r = 0; status == ATTAIN_OK && r < answer->count; r++) {
        if (attain_i_answer_get(answer, (int64_t)r, ATTAIN_ANSWER_FIELD_KIND) ==
            ATTAIN_ANSWER_PLACE)
            attain_i_put_sides(answer, (int64_t)r, s->asking->ev,
                               attain_whatif_evaluation(after));
    }
    attain_whatif_destroy(after);
    return status;
}

static attain_status bring_under(attain_i_asking *asking, attain_error *err) {
    spreading s = {0};
    s.asking = asking;
    s.edits.allocator = asking->allocator;
    attain_status status = attain_i_members_make(&s.members, asking);
    for (int32_t n = asking->first_node;
         status == ATTAIN_OK && n < asking->end_node; n++)
        if (is_spread(asking, n) && !put_target(&s, n))
            status = ATTAIN_ERR_MEMORY;
    if (status == ATTAIN_OK)
        status = judge_after(&s, err);
    attain_i_members_clear(&s.members, asking);
    attain_i_edits_clear(&s.edits);
    return status;
}

attain_status attain_find_spread(const attain_evaluation *ev,
                                 const attain_plan *plan,
                                 const attain_dataset *data,
                                 const attain_answer_options *options,
                                 attain_answer **out, attain_error *err) {
    attain_i_asking asking;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    attain_status status = attain_i_asking_begin(
        &asking, ATTAIN_QUESTION_SPREAD, ev, plan, data, options, err);
    if (status == ATTAIN_OK)
        status = bring_under(&asking, err);
    return attain_i_asking_end(&asking, status, out, err);
}
