/* The smallest set of improvements as an answer (method §11, A121). */
#include <math.h>
#include <string.h>

#include "improve/compare.h"
#include "improve/edits.h"
#include "improve/need.h"
#include "improve/pricing.h"

/* An item that is not met where somebody asks for it. */
typedef struct item {
    attain_i_need need; /* of what is done */
    double standard;    /* costs */
    double floor;
    int32_t node;
    int32_t unit;
    int32_t place; /* own row of the first node */
    int32_t action;
} item;

typedef struct mending {
    attain_i_asking *asking;
    attain_i_pricing pricing;
    attain_i_edits edits;
    item *items;
    size_t count, capacity;
    attain_i_sort_key *order; /* 2 × places: in the order asked for */
    double *ranks;            /* of each place; NaN: it is met */
    size_t *starts;           /* items of each place, places + 1 */
    int32_t *listed;          /* items, place by place */
    size_t places;            /* own rows of the first node */
    size_t asked;             /* places that are not met */
} mending;

/* --- Items -------------------------------------------------------------- */

static int32_t action_of(int fate, const attain_i_need *need) {
    if (fate == ATTAIN_I_FATE_LEAVE)
        return ATTAIN_ACTION_LEAVE;
    if (attain_i_need_blocked(need->obstacle))
        return ATTAIN_ACTION_BLOCKED;
    return fate == ATTAIN_I_FATE_MEET ? ATTAIN_ACTION_STANDARD
                                      : ATTAIN_ACTION_FLOOR;
}

static int edit(mending *m, const item *of) {
    attain_i_edit one = {of->unit, of->need.variable, m->asking->judging.judged,
                         of->need.whole > 0, of->need.value};
    int done = of->action == ATTAIN_ACTION_STANDARD ||
               of->action == ATTAIN_ACTION_FLOOR;
    return !done || isnan(of->need.value) ||
           attain_i_edits_add(&m->edits, &one);
}

/* The floor costs nothing where it is reached, and not more than the standard
 * by which it is reached, too. */
static void fill_item(mending *m, int64_t row, size_t i, int fate, item *out) {
    attain_i_asking *asking = m->asking;
    double floor = attain_i_pricing_floor(&m->pricing, out->node);
    attain_i_need at_floor;
    attain_i_need_standard(asking, i, &out->need);
    out->standard = attain_i_need_blocked(out->need.obstacle) ? (double)NAN
                                                              : out->need.cost;
    out->floor = isnan(floor) ? (double)NAN : 0;
    if (!attain_i_pricing_at_floor(&m->pricing, out->node, row)) {
        attain_i_need_floor(asking, i, floor, &at_floor);
        out->floor = attain_i_need_blocked(at_floor.obstacle)
                         ? (double)NAN
                         : fmin(at_floor.cost, out->standard);
        if (fate == ATTAIN_I_FATE_FLOOR && !(out->standard < at_floor.cost))
            out->need = at_floor;
    }
    out->action = action_of(fate, &out->need);
}

static int take_item(void *user, int32_t node, size_t i) {
    mending *m = user;
    int64_t row = m->asking->block.rows[i];
    size_t at = attain_i_pricing_at(&m->pricing, node, row);
    int fate = m->pricing.fates[at];
    item made;
    if (fate == ATTAIN_I_FATE_NONE)
        return 1;
    memset(&made, 0, sizeof made);
    made.node = node;
    made.unit = m->asking->block.units[i];
    made.place = m->pricing.places[at];
    fill_item(m, row, i, fate, &made);
    if (m->count >= INT32_MAX ||
        !attain_i_grow(m->asking->allocator, (void **)&m->items, &m->capacity,
                       m->count + 1, sizeof *m->items))
        return 0;
    m->items[m->count++] = made;
    return edit(m, &made);
}

static int take_items(mending *m, int32_t node) {
    attain_i_asking_target(m->asking, node);
    return attain_i_asking_items(m->asking, node, take_item, m);
}

/* --- The order ---------------------------------------------------------- */

static const attain_i_effort *effort_at(const mending *m, int32_t place) {
    size_t at = attain_i_pricing_at(&m->pricing, m->asking->first_node, place);
    return &m->pricing.prices[at].meet;
}

static int32_t unit_at(const mending *m, int32_t place) {
    const attain_evaluation *ev = m->asking->ev;
    return ev->rows[ev->nodes[m->asking->first_node].rows].units[place];
}

/* Where places stand in the order: what cannot be done comes last. */
static attain_i_sort_key key_of(const mending *m, const double *weights,
                                int32_t place) {
    const attain_i_effort *effort = effort_at(m, place);
    int32_t order = m->asking->options.order;
    attain_i_sort_key key =
        attain_i_effort_key(effort, m->asking->options.effort, place);
    if (order == ATTAIN_MEND_ORDER_CHEAPEST)
        return key;
    double weight = weights[unit_at(m, place)];
    double worth = order == ATTAIN_MEND_ORDER_LARGEST ? weight
                   : effort->cost > 0                 ? weight / effort->cost
                                                      : INFINITY;
    key.b = isnan(worth) || isnan(weight) ? INFINITY : -worth;
    key.c = 0;
    return key;
}

static int ties(const attain_i_sort_key *a, const attain_i_sort_key *b) {
    return a->a == b->a && a->b == b->b && a->c == b->c;
}

static attain_status put_in_order(mending *m, attain_error *err) {
    const attain_i_asking *asking = m->asking;
    const double *weights = NULL;
    if (asking->options.order != ATTAIN_MEND_ORDER_CHEAPEST) {
        if (asking->weight < 0)
            return attain_i_fail(err, ATTAIN_ERR_MISSING, "weight", -1,
                                 "this order needs a variable that weighs "
                                 "units, such as pupils");
        weights = attain_i_variable(&m->asking->work, asking->weight,
                                    asking->ev->as_of);
        if (weights == NULL)
            return attain_i_fail_memory(err);
    }
    for (size_t p = 0; p < m->places; p++) {
        int32_t row =
            asking->ev->rows[asking->ev->nodes[asking->first_node].rows].own[p];
        size_t at = attain_i_pricing_at(&m->pricing, asking->first_node, row);
        if (m->pricing.fates[at] == ATTAIN_I_FATE_MEET)
            m->order[m->asked++] = key_of(m, weights, row);
    }
    attain_i_keys_sort(m->order, m->asked, m->order + m->places);
    for (size_t i = 0; i < m->asked; i++)
        m->ranks[i] = i > 0 && ties(&m->order[i - 1], &m->order[i])
                          ? m->ranks[i - 1]
                          : (double)(i + 1);
    return ATTAIN_OK;
}

/* Items place by place, in the order of nodes and units in each: `starts` by
 * the places' rows. */
static void group_items(mending *m, size_t rows) {
    memset(m->starts, 0, (rows + 1) * sizeof *m->starts);
    for (size_t i = 0; i < m->count; i++)
        m->starts[m->items[i].place + 1]++;
    for (size_t r = 0; r < rows; r++)
        m->starts[r + 1] += m->starts[r];
    for (size_t i = 0; i < m->count; i++)
        m->listed[m->starts[m->items[i].place]++] = (int32_t)i;
    for (size_t r = rows; r > 0; r--)
        m->starts[r] = m->starts[r - 1];
    m->starts[0] = 0;
}

/* --- Rows --------------------------------------------------------------- */

/* What is in the way of a place: of its first item that nothing is known to
 * meet; else of the first whose need cannot be written. */
static int32_t obstacle_of(const mending *m, int32_t place) {
    int32_t found = ATTAIN_OBSTACLE_NONE;
    for (size_t i = m->starts[place]; i < m->starts[place + 1]; i++) {
        const item *one = &m->items[m->listed[i]];
        if (one->action == ATTAIN_ACTION_BLOCKED)
            return one->need.obstacle;
        if (found == ATTAIN_OBSTACLE_NONE && one->action != ATTAIN_ACTION_LEAVE)
            found = one->need.obstacle;
    }
    return effort_at(m, place)->blocked > 0 ? ATTAIN_OBSTACLE_UNKNOWN : found;
}

/* Items that nothing is known to meet; or one, where a goal has no items. */
static double blocked_at(const mending *m, int32_t place) {
    size_t count = 0;
    for (size_t i = m->starts[place]; i < m->starts[place + 1]; i++)
        count += m->items[m->listed[i]].action == ATTAIN_ACTION_BLOCKED;
    return count > 0 || effort_at(m, place)->blocked == 0 ? (double)count : 1;
}

static int put_place(const mending *m, const attain_evaluation *after,
                     int32_t place, double rank) {
    attain_answer *answer = m->asking->answer;
    const attain_i_effort *effort = effort_at(m, place);
    int32_t node = m->asking->first_node;
    int32_t unit = unit_at(m, place);
    int64_t row = attain_i_answer_add(answer, ATTAIN_ANSWER_PLACE, node, unit);
    if (row < 0)
        return 0;
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_RANK, rank);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_ITEMS, effort->items);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_COST, effort->cost);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_UNKNOWN,
                        blocked_at(m, place));
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_OBSTACLE,
                        obstacle_of(m, place));
    attain_i_put_sides(answer, row, m->asking->ev, after);
    return 1;
}

static int put_item(const mending *m, const attain_evaluation *after,
                    const item *one) {
    attain_answer *answer = m->asking->answer;
    int64_t row =
        attain_i_answer_add(answer, ATTAIN_ANSWER_ITEM, one->node, one->unit);
    if (row < 0)
        return 0;
    attain_i_need_put(answer, row, &one->need);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_ACTION, one->action);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_ITEMS,
                        one->action == ATTAIN_ACTION_STANDARD ||
                            one->action == ATTAIN_ACTION_FLOOR);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_UNKNOWN,
                        one->action == ATTAIN_ACTION_BLOCKED);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_COST_STANDARD,
                        one->standard);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_COST_FLOOR,
                        one->floor);
    if (one->action == ATTAIN_ACTION_LEAVE ||
        one->action == ATTAIN_ACTION_BLOCKED)
        attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_COST,
                            one->action == ATTAIN_ACTION_LEAVE ? 0
                                                               : (double)NAN);
    attain_i_put_sides(answer, row, m->asking->ev, after);
    return 1;
}

static int put_rows(const mending *m, const attain_evaluation *after) {
    for (size_t p = 0; p < m->asked; p++) {
        int32_t place = m->order[p].index;
        if (!put_place(m, after, place, m->ranks[p]))
            return 0;
        for (size_t i = m->starts[place]; i < m->starts[place + 1]; i++)
            if (!put_item(m, after, &m->items[m->listed[i]]))
                return 0;
    }
    return 1;
}

/* --- The question ------------------------------------------------------- */

static attain_status answer(mending *m, size_t rows, attain_error *err) {
    attain_i_asking *asking = m->asking;
    attain_whatif *after = NULL;
    attain_status status = put_in_order(m, err);
    if (status != ATTAIN_OK)
        return status;
    group_items(m, rows);
    if (attain_i_edits_write(&m->edits, &asking->answer->changes) != ATTAIN_OK)
        return attain_i_fail_memory(err);
    status = attain_i_asking_after(asking, &after, err);
    if (status == ATTAIN_OK && !put_rows(m, attain_whatif_evaluation(after)))
        status = attain_i_fail_memory(err);
    attain_whatif_destroy(after);
    return status;
}

static attain_status mend(mending *m, attain_error *err) {
    attain_i_asking *asking = m->asking;
    const attain_allocator *allocator = asking->allocator;
    const attain_i_rows *first =
        &asking->ev->rows[asking->ev->nodes[asking->first_node].rows];
    attain_status status = attain_i_pricing_make(&m->pricing, asking);
    if (status == ATTAIN_OK)
        attain_i_pricing_decide(&m->pricing);
    for (int32_t n = asking->first_node;
         status == ATTAIN_OK && n < asking->end_node; n++)
        if (asking->ev->nodes[n].kind == ATTAIN_KIND_TARGET &&
            !take_items(m, n))
            status = ATTAIN_ERR_MEMORY;
    m->places = first->own_count;
    m->order = attain_i_allocate(allocator, m->places, 2 * sizeof *m->order);
    m->ranks = attain_i_allocate(allocator, m->places, sizeof *m->ranks);
    m->starts =
        attain_i_allocate(allocator, first->count + 1, sizeof *m->starts);
    m->listed = attain_i_allocate(allocator, m->count, sizeof *m->listed);
    if (status == ATTAIN_OK && m->order != NULL && m->ranks != NULL &&
        m->starts != NULL && m->listed != NULL)
        status = answer(m, first->count, err);
    else
        status = attain_i_fail_memory(err);
    attain_i_release(allocator, m->order, m->places, 2 * sizeof *m->order);
    attain_i_release(allocator, m->ranks, m->places, sizeof *m->ranks);
    attain_i_release(allocator, m->starts, first->count + 1, sizeof *m->starts);
    attain_i_release(allocator, m->listed, m->count, sizeof *m->listed);
    return status;
}

attain_status attain_find_mends(const attain_evaluation *ev,
                                const attain_plan *plan,
                                const attain_dataset *data,
                                const attain_answer_options *options,
                                attain_answer **out, attain_error *err) {
    attain_i_asking asking;
    mending m = {0};
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    attain_status status = attain_i_asking_begin(&asking, ATTAIN_QUESTION_MENDS,
                                                 ev, plan, data, options, err);
    if (status == ATTAIN_OK) {
        m.asking = &asking;
        m.edits.allocator = asking.allocator;
        status = mend(&m, err);
        attain_i_pricing_clear(&m.pricing);
        attain_i_edits_clear(&m.edits);
        attain_i_release(asking.allocator, m.items, m.capacity,
                         sizeof *m.items);
    }
    return attain_i_asking_end(&asking, status, out, err);
}
