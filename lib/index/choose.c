/* Which method each step takes at each node, and what is left out. */
#include <string.h>

#include "index/model.h"
#include "plan/row.h"

static int32_t find(const attain_i_frame *frame, const char *id) {
    return attain_i_map_find(&frame->ids, id, strlen(id));
}

/* --- The plan's choices --------------------------------------------------- */

/* How many goals are between each goal of the plan and the index: 0 for the
 * one above it; −1 for those that are not above it. */
static void measure_above(const attain_plan *plan, const char *top,
                          int32_t *distances) {
    int32_t goal =
        attain_plan_find(plan, ATTAIN_PLAN_GOALS, top, ATTAIN_NUL_TERMINATED);
    for (size_t g = 0; g < plan->goal_count; g++)
        distances[g] = -1;
    for (int32_t far = 0; plan->goals[goal].parent != NULL; far++) {
        goal =
            attain_plan_find(plan, ATTAIN_PLAN_GOALS, plan->goals[goal].parent,
                             ATTAIN_NUL_TERMINATED);
        distances[goal] = far;
    }
}

/* How far above the index a choice stands that is not for a node of it; the
 * plan itself is above everything. −1: it is not about the index. */
static int32_t distance_of(const attain_plan *plan, const attain_choice *choice,
                           const int32_t *distances) {
    if (choice->node == NULL)
        return INT32_MAX;
    int32_t goal = attain_plan_find(plan, ATTAIN_PLAN_GOALS, choice->node,
                                    ATTAIN_NUL_TERMINATED);
    return goal < 0 || choice->step == ATTAIN_STEP_OMISSION ? -1
                                                            : distances[goal];
}

/* A choice of the plan, which has been checked. */
static void take(const attain_choice *choice, int32_t node,
                 attain_i_build_choice *out) {
    attain_i_reporter reporter;
    attain_i_first_error(&reporter, NULL);
    out->node = node;
    out->step = choice->step;
    attain_i_choice_read(choice, -1, &reporter, &out->chosen);
}

attain_status attain_i_build_choices(attain_index *index,
                                     const attain_plan *plan,
                                     attain_error *err) {
    const attain_i_frame *frame = index->frame;
    const attain_choice *nearest[ATTAIN_I_STEPS] = {NULL};
    int32_t least[ATTAIN_I_STEPS];
    int32_t *distances = attain_i_allocate(&index->allocator, plan->goal_count,
                                           sizeof *distances);
    index->choices =
        attain_i_build_room(&index->arena, plan->choice_count + ATTAIN_I_STEPS,
                            sizeof *index->choices);
    if (distances != NULL && index->choices != NULL)
        measure_above(plan, frame->nodes[0].id, distances);
    for (size_t i = 0;
         distances != NULL && index->choices != NULL && i < plan->choice_count;
         i++) {
        const attain_choice *choice = &plan->choices[i];
        int32_t node = choice->node == NULL ? -1 : find(frame, choice->node);
        int32_t far = distance_of(plan, choice, distances);
        if (node >= 0) {
            take(choice, node, &index->choices[index->choice_count++]);
        } else if (far >= 0 && (nearest[choice->step] == NULL ||
                                far < least[choice->step])) {
            nearest[choice->step] = choice;
            least[choice->step] = far;
        }
    }
    for (int32_t step = 0; index->choices != NULL && step < ATTAIN_I_STEPS;
         step++)
        if (nearest[step] != NULL)
            take(nearest[step], -1, &index->choices[index->choice_count++]);
    int sound = distances != NULL && index->choices != NULL;
    attain_i_release(&index->allocator, distances, plan->goal_count,
                     sizeof *distances);
    return sound ? ATTAIN_OK : attain_i_fail_memory(err);
}

/* --- One more ------------------------------------------------------------- */

static attain_status read_choice(const attain_i_frame *frame,
                                 const attain_choice *given,
                                 attain_i_build_choice *out,
                                 attain_error *err) {
    attain_i_reporter reporter;
    attain_choice choice;
    attain_choice_init(&choice);
    attain_status status =
        attain_i_row_take(&attain_i_form_choice, given, &choice, err);
    if (status != ATTAIN_OK)
        return status;
    if (!attain_i_given(choice.node))
        choice.node = NULL;
    attain_i_first_error(&reporter, err);
    attain_i_row_check(&attain_i_form_choice, &choice, -1,
                       ATTAIN_FREQUENCY_NONE, &reporter);
    if (reporter.errors == 0)
        attain_i_choice_read(&choice, -1, &reporter, &out->chosen);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    out->step = choice.step;
    out->node = choice.node == NULL ? -1 : find(frame, choice.node);
    if (choice.node != NULL && out->node < 0)
        return attain_i_fail(err, ATTAIN_ERR_UNKNOWN, "node", -1,
                             "\"%s\" is no goal or indicator of the index",
                             choice.node);
    const char *misfit = attain_i_choice_misfit(
        choice.step, out->node >= 0,
        out->node >= 0 && frame->nodes[out->node].kind == ATTAIN_KIND_GOAL);
    return misfit == NULL
               ? ATTAIN_OK
               : attain_i_fail(err, ATTAIN_ERR_VALUE, "node", -1, "%s", misfit);
}

attain_status attain_i_build_varied(attain_index *index,
                                    const attain_index *from,
                                    const attain_choice *choice,
                                    attain_error *err) {
    attain_i_build_choice made = {0};
    attain_status status = read_choice(index->frame, choice, &made, err);
    if (status != ATTAIN_OK)
        return status;
    index->choices = attain_i_build_room(&index->arena, from->choice_count + 1,
                                         sizeof *index->choices);
    if (index->choices == NULL)
        return attain_i_fail_memory(err);
    for (size_t i = 0; i < from->choice_count; i++) {
        const attain_i_build_choice *one = &from->choices[i];
        if (one->node != made.node || one->step != made.step)
            index->choices[index->choice_count++] = *one;
    }
    index->choices[index->choice_count++] = made;
    return ATTAIN_OK;
}

/* --- Which one counts ----------------------------------------------------- */

const attain_i_chosen *attain_i_build_chosen(const attain_index *index,
                                             size_t node, int32_t step) {
    int32_t at = index->chosen[node * ATTAIN_I_STEPS + (size_t)step];
    return index->omitted[node] || at < 0 ||
                   index->choices[at].chosen.method < 0
               ? NULL
               : &index->choices[at].chosen;
}

/* Each node takes its parent's, and then its own. */
static void inherit(attain_index *index, const int32_t *all) {
    const attain_i_frame *frame = index->frame;
    for (size_t n = 0; n < frame->node_count; n++) {
        int32_t parent = frame->nodes[n].parent;
        const int32_t *above =
            parent < 0 ? all : index->chosen + (size_t)parent * ATTAIN_I_STEPS;
        int32_t *own = index->chosen + n * ATTAIN_I_STEPS;
        for (int32_t step = 0; step < ATTAIN_I_STEPS; step++)
            own[step] = own[step] < 0 ? above[step] : own[step];
    }
}

/* Left out is what an omission names, with all below it, and goals that have
 * nothing left. */
static size_t find_omitted(attain_index *index) {
    const attain_i_frame *frame = index->frame;
    size_t left = 0;
    for (size_t n = 0; n < frame->node_count; n++)
        index->omitted[n] =
            frame->nodes[n].kind == ATTAIN_KIND_GOAL ||
            index->chosen[n * ATTAIN_I_STEPS + ATTAIN_STEP_OMISSION] >= 0;
    for (size_t n = frame->node_count; n-- > 0;) {
        int32_t parent = frame->nodes[n].parent;
        if (!index->omitted[n] && parent >= 0)
            index->omitted[parent] = 0;
        left += !index->omitted[n] && frame->nodes[n].indicator >= 0;
    }
    return left;
}

attain_status attain_i_build_settle(attain_index *index, attain_error *err) {
    size_t count = index->frame->node_count;
    int32_t all[ATTAIN_I_STEPS];
    index->chosen = attain_i_build_room(&index->arena, count,
                                        ATTAIN_I_STEPS * sizeof(int32_t));
    index->omitted = attain_i_build_room(&index->arena, count, 1);
    if (index->chosen == NULL || index->omitted == NULL)
        return attain_i_fail_memory(err);
    for (size_t i = 0; i < count * ATTAIN_I_STEPS; i++)
        index->chosen[i] = -1;
    for (int32_t step = 0; step < ATTAIN_I_STEPS; step++)
        all[step] = -1;
    for (size_t i = 0; i < index->choice_count; i++) {
        const attain_i_build_choice *one = &index->choices[i];
        int32_t *at = one->node < 0
                          ? all
                          : index->chosen + (size_t)one->node * ATTAIN_I_STEPS;
        at[one->step] = (int32_t)i;
    }
    inherit(index, all);
    if (find_omitted(index) == 0)
        return attain_i_fail(err, ATTAIN_ERR_MISSING, "node", -1,
                             "every indicator is left out");
    return ATTAIN_OK;
}

attain_status attain_i_build_blame(const attain_index *index, size_t node,
                                   attain_status status, attain_error *err) {
    attain_error told;
    if (err == NULL || status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY)
        return status;
    told = *err;
    return attain_i_fail(err, status, told.field, told.row, "\"%s\": %s",
                         index->frame->nodes[node].id, told.message);
}
