#include "improve/pricing.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "improve/need.h"

static const attain_i_effort nothing = {0, 0, 0};
static const attain_i_effort blocked = {1, 0, 0};

/* --- Rows --------------------------------------------------------------- */

size_t attain_i_pricing_at(const attain_i_pricing *pricing, int32_t node,
                           int64_t row) {
    const attain_evaluation *ev = pricing->asking->ev;
    return ev->nodes[node].first_row -
           ev->nodes[pricing->asking->first_node].first_row + (size_t)row;
}

static uint8_t verdict_at(const attain_i_pricing *pricing, int32_t node,
                          int64_t row) {
    const attain_evaluation *ev = pricing->asking->ev;
    return ev->verdicts[ev->nodes[node].first_row + (size_t)row];
}

double attain_i_pricing_floor(const attain_i_pricing *pricing, int32_t node) {
    const attain_i_asking *asking = pricing->asking;
    int32_t parent = asking->ev->nodes[node].parent;
    if (node == asking->first_node || parent < 0)
        return NAN;
    const attain_goal *goal =
        &asking->plan->goals[asking->ev->nodes[parent].row];
    return goal->rule == ATTAIN_RULE_AT_LEAST ? goal->floor : (double)NAN;
}

/* As the rule sees it (rulings A29): known at the floor is what is unknown in
 * it cannot bring below. */
int attain_i_pricing_at_floor(const attain_i_pricing *pricing, int32_t node,
                              int64_t row) {
    const attain_evaluation *ev = pricing->asking->ev;
    double floor = attain_i_pricing_floor(pricing, node);
    if (isnan(floor))
        return 1;
    double low = ev->lows[ev->nodes[node].first_row + (size_t)row];
    return attain_i_compare12(isnan(low) ? 0 : low, floor, 0) >= 0;
}

/* --- From the leaves up ------------------------------------------------- */

static attain_i_effort effort_of(const attain_i_need *need) {
    attain_i_effort one = {0, 1, isnan(need->cost) ? 0 : need->cost};
    return attain_i_need_blocked(need->obstacle) ? blocked : one;
}

static int price_item(void *user, int32_t node, size_t i) {
    attain_i_pricing *pricing = user;
    attain_i_asking *asking = pricing->asking;
    int64_t row = asking->block.rows[i];
    attain_i_option *out =
        &pricing->prices[attain_i_pricing_at(pricing, node, row)];
    uint8_t verdict = verdict_at(pricing, node, row);
    attain_i_need need;
    out->meet = out->floor = nothing;
    if (verdict == ATTAIN_VERDICT_MET || verdict == ATTAIN_VERDICT_NONE)
        return 1;
    attain_i_need_standard(asking, i, &need);
    out->meet = effort_of(&need);
    if (attain_i_pricing_at_floor(pricing, node, row))
        return 1;
    attain_i_need_floor(asking, i, attain_i_pricing_floor(pricing, node),
                        &need);
    out->floor = effort_of(&need);
    /* What is blocked even at the floor is never the one to be met. */
    out->meet.blocked += out->floor.blocked;
    if (attain_i_effort_compare(&out->meet, &out->floor,
                                asking->options.effort) < 0)
        out->floor = out->meet;
    return 1;
}

static void price_target(attain_i_pricing *pricing, int32_t node) {
    attain_i_asking_target(pricing->asking, node);
    attain_i_asking_items(pricing->asking, node, price_item, pricing);
}

/* Adds a row to the options, if it has a verdict. */
static void add_option(attain_i_pricing *pricing, int32_t node, int64_t row,
                       int with_floor, size_t *count) {
    if (row < 0 || verdict_at(pricing, node, row) == ATTAIN_VERDICT_NONE)
        return;
    size_t at = attain_i_pricing_at(pricing, node, row);
    pricing->options[*count] = pricing->prices[at];
    if (!with_floor)
        pricing->options[*count].floor = nothing;
    pricing->who[(*count)++] = (int64_t)at;
}

/* The children of a goal at one of its own rows, and how many must be met. */
static size_t children_of(attain_i_pricing *pricing, int32_t node, int64_t row,
                          size_t *k) {
    const attain_i_asking *asking = pricing->asking;
    const attain_evaluation *ev = asking->ev;
    const attain_i_node *goal = &ev->nodes[node];
    const attain_goal *given = &asking->plan->goals[goal->row];
    int32_t unit = ev->rows[goal->rows].units[row];
    size_t count = 0;
    for (int32_t c = 0; c < goal->child_count; c++) {
        int32_t child = ev->children[goal->first_child + c];
        add_option(pricing, child,
                   ev->rows[ev->nodes[child].rows].row_of_unit[unit],
                   given->rule == ATTAIN_RULE_AT_LEAST, &count);
    }
    *k = given->rule == ATTAIN_RULE_ALL   ? count
         : given->rule == ATTAIN_RULE_ANY ? 1
                                          : (size_t)given->at_least;
    return count;
}

static double share_of(const attain_i_asking *asking, int32_t node) {
    const attain_i_node *at = &asking->ev->nodes[node];
    return at->kind == ATTAIN_KIND_TARGET ? asking->plan->targets[at->row].share
                                          : asking->plan->goals[at->row].share;
}

/* The units below a whole, and how many must be met (rulings A35). */
static size_t units_of(attain_i_pricing *pricing, int32_t node, int64_t row,
                       size_t *k) {
    const attain_i_asking *asking = pricing->asking;
    const attain_i_node *at = &asking->ev->nodes[node];
    const attain_i_rows *rows = &asking->ev->rows[at->rows];
    const attain_i_forest *forest = &asking->work.forest;
    int32_t number = attain_i_forest_level(forest, at->level);
    size_t first = 0;
    size_t end = 0;
    size_t count = 0;
    attain_i_forest_below(forest, rows->units[row], number, &first, &end);
    for (size_t i = first; i < end; i++) {
        int32_t below = rows->row_of_unit[forest->level[number].ordered[i]];
        if (below >= 0 && !rows->wholes[below])
            add_option(pricing, node, below, 0, &count);
    }
    double needed = attain_i_round12(share_of(asking, node) * (double)count);
    *k = (size_t)needed + ((double)(size_t)needed < needed);
    return count;
}

/* The options of a goal's own row or of a whole. */
static size_t options_of(attain_i_pricing *pricing, int32_t node, int64_t row,
                         size_t *k) {
    const attain_evaluation *ev = pricing->asking->ev;
    return ev->rows[ev->nodes[node].rows].wholes[row]
               ? units_of(pricing, node, row, k)
               : children_of(pricing, node, row, k);
}

static attain_i_effort choose(attain_i_pricing *pricing, size_t count,
                              size_t k) {
    return attain_i_effort_choose(&pricing->room, pricing->options, count, k,
                                  pricing->asking->options.effort);
}

/* A row that is met takes nothing. One that lies below the floor is brought
 * there by meeting it. */
static void price_row(attain_i_pricing *pricing, int32_t node, int64_t row) {
    attain_i_option *out =
        &pricing->prices[attain_i_pricing_at(pricing, node, row)];
    uint8_t verdict = verdict_at(pricing, node, row);
    size_t k = 0;
    out->meet = out->floor = nothing;
    if (verdict == ATTAIN_VERDICT_MET || verdict == ATTAIN_VERDICT_NONE)
        return;
    size_t count = options_of(pricing, node, row, &k);
    out->meet = count == 0 ? blocked : choose(pricing, count, k);
    if (attain_i_pricing_at_floor(pricing, node, row))
        return;
    out->floor = out->meet;
    out->meet.blocked += out->floor.blocked;
}

static void price_rows(attain_i_pricing *pricing, int32_t node, int wholes) {
    const attain_evaluation *ev = pricing->asking->ev;
    const attain_i_rows *rows = &ev->rows[ev->nodes[node].rows];
    for (size_t r = 0; r < rows->count; r++)
        if (rows->wholes[r] == wholes)
            price_row(pricing, node, (int64_t)r);
}

/* --- From the top down -------------------------------------------------- */

static void decide_row(attain_i_pricing *pricing, int32_t node, int64_t row) {
    size_t at = attain_i_pricing_at(pricing, node, row);
    size_t k = 0;
    if (pricing->fates[at] != ATTAIN_I_FATE_MEET &&
        pricing->fates[at] != ATTAIN_I_FATE_FLOOR)
        return;
    size_t count = options_of(pricing, node, row, &k);
    if (count > 0)
        choose(pricing, count, k);
    for (size_t i = 0; i < count; i++) {
        const attain_i_option *one = &pricing->options[i];
        size_t who = (size_t)pricing->who[i];
        const attain_i_effort *meet = &one->meet;
        const attain_i_effort *floor = &one->floor;
        if (meet->blocked + meet->items == 0)
            continue; /* it is met */
        pricing->fates[who] = pricing->room.chosen[i] ? ATTAIN_I_FATE_MEET
                              : floor->blocked + floor->items > 0
                                  ? ATTAIN_I_FATE_FLOOR
                                  : ATTAIN_I_FATE_LEAVE;
        pricing->places[who] = pricing->places[at];
    }
}

void attain_i_pricing_decide(attain_i_pricing *pricing) {
    const attain_i_asking *asking = pricing->asking;
    const attain_evaluation *ev = asking->ev;
    int32_t top = asking->first_node;
    const attain_i_rows *first = &ev->rows[ev->nodes[top].rows];
    for (size_t i = 0; i < first->own_count; i++) {
        int32_t row = first->own[i];
        uint8_t verdict = verdict_at(pricing, top, row);
        size_t at = attain_i_pricing_at(pricing, top, row);
        if (verdict == ATTAIN_VERDICT_NOT_MET ||
            verdict == ATTAIN_VERDICT_UNKNOWN)
            pricing->fates[at] = ATTAIN_I_FATE_MEET;
        pricing->places[at] = row;
    }
    for (int32_t n = top; n < asking->end_node; n++) {
        const attain_i_rows *rows = &ev->rows[ev->nodes[n].rows];
        int goal = ev->nodes[n].kind == ATTAIN_KIND_GOAL;
        for (size_t r = 0; r < rows->count; r++)
            if (rows->wholes[r])
                decide_row(pricing, n, (int64_t)r);
        for (size_t i = 0; goal && i < rows->own_count; i++)
            decide_row(pricing, n, rows->own[i]);
    }
}

/* --- Memory ------------------------------------------------------------- */

/* Rows of the nodes that are asked about, which stand together, and the most
 * options that one of them has. */
static void measure(attain_i_pricing *pricing) {
    const attain_i_asking *asking = pricing->asking;
    const attain_evaluation *ev = asking->ev;
    pricing->most = asking->data->unit_count;
    for (int32_t n = asking->first_node; n < asking->end_node; n++) {
        size_t children = (size_t)ev->nodes[n].child_count;
        pricing->rows += ev->rows[ev->nodes[n].rows].count;
        if (ev->nodes[n].kind == ATTAIN_KIND_GOAL && children > pricing->most)
            pricing->most = children;
    }
}

static int take_room(attain_i_pricing *pricing) {
    const attain_allocator *allocator = pricing->asking->allocator;
    size_t most = pricing->most;
    attain_i_choosing *room = &pricing->room;
    pricing->prices = attain_i_allocate_zero(allocator, pricing->rows,
                                             sizeof *pricing->prices);
    pricing->fates = attain_i_allocate_zero(allocator, pricing->rows, 1);
    pricing->places =
        attain_i_allocate(allocator, pricing->rows, sizeof *pricing->places);
    pricing->options =
        attain_i_allocate(allocator, most, sizeof *pricing->options);
    pricing->who = attain_i_allocate(allocator, most, sizeof *pricing->who);
    room->keys = attain_i_allocate(allocator, most, 2 * sizeof *room->keys);
    room->costs = attain_i_allocate(allocator, most, sizeof *room->costs);
    room->chosen = attain_i_allocate(allocator, most, 1);
    return pricing->prices != NULL && pricing->fates != NULL &&
           pricing->places != NULL && pricing->options != NULL &&
           pricing->who != NULL && room->keys != NULL && room->costs != NULL &&
           room->chosen != NULL;
}

attain_status attain_i_pricing_make(attain_i_pricing *pricing,
                                    attain_i_asking *asking) {
    memset(pricing, 0, sizeof *pricing);
    pricing->asking = asking;
    measure(pricing);
    if (!take_room(pricing))
        return ATTAIN_ERR_MEMORY;
    /* Children stand after their goal. */
    for (int32_t n = asking->end_node; n-- > asking->first_node;) {
        if (asking->ev->nodes[n].kind == ATTAIN_KIND_TARGET)
            price_target(pricing, n);
        else
            price_rows(pricing, n, 0);
        price_rows(pricing, n, 1);
    }
    return ATTAIN_OK;
}

void attain_i_pricing_clear(attain_i_pricing *pricing) {
    const attain_allocator *allocator = pricing->asking->allocator;
    size_t most = pricing->most;
    attain_i_choosing *room = &pricing->room;
    attain_i_release(allocator, pricing->prices, pricing->rows,
                     sizeof *pricing->prices);
    attain_i_release(allocator, pricing->fates, pricing->rows, 1);
    attain_i_release(allocator, pricing->places, pricing->rows,
                     sizeof *pricing->places);
    attain_i_release(allocator, pricing->options, most,
                     sizeof *pricing->options);
    attain_i_release(allocator, pricing->who, most, sizeof *pricing->who);
    attain_i_release(allocator, room->keys, most, 2 * sizeof *room->keys);
    attain_i_release(allocator, room->costs, most, sizeof *room->costs);
    attain_i_release(allocator, room->chosen, most, 1);
}
