/* The nodes of a plan in pre-order, and the levels they are judged at
 * (rulings A2, A3, A56). */
#include <math.h>
#include <string.h>

#include "attain/numeric/method.h"
#include "base/decimal.h"
#include "evaluate/finding.h"
#include "evaluate/tree.h"

/* Goals as linked lists of children, targets as linked lists of goals. */
typedef struct outline {
    int32_t *first_goal;   /* of each goal; −1: none */
    int32_t *next_goal;    /* sibling */
    int32_t *first_target; /* of each goal */
    int32_t *next_target;
    int32_t *node_of_goal;
    int32_t root;
} outline;

static void link(const attain_plan *plan, outline *out) {
    memset(out->first_goal, 0xFF, plan->goal_count * sizeof(int32_t));
    memset(out->first_target, 0xFF, plan->goal_count * sizeof(int32_t));
    out->root = -1;
    for (size_t g = plan->goal_count; g-- > 0;) {
        const char *parent = plan->goals[g].parent;
        if (parent == NULL) {
            out->root = (int32_t)g;
            continue;
        }
        int32_t above =
            attain_i_map_find(&plan->nodes, parent, strlen(parent)) / 2;
        out->next_goal[g] = out->first_goal[above];
        out->first_goal[above] = (int32_t)g;
    }
    for (size_t t = plan->target_count; t-- > 0;) {
        const char *goal = plan->targets[t].goal;
        int32_t above = attain_i_map_find(&plan->nodes, goal, strlen(goal)) / 2;
        out->next_target[t] = out->first_target[above];
        out->first_target[above] = (int32_t)t;
    }
}

static const char *text_or_empty(const char *text) {
    return text == NULL ? "" : text;
}

static void set_level(attain_evaluation *ev, const attain_i_work *work,
                      attain_i_node *node, const char *level) {
    const attain_i_node *up =
        node->parent < 0 ? NULL : &ev->nodes[node->parent];
    const char *above = up == NULL ? work->plan->info.level : up->level_name;
    node->level_name = level == NULL ? above : level;
    node->level = attain_i_dataset_word(work->data, node->level_name);
    node->up_level = attain_i_dataset_word(work->data, above);
}

static void add_goal(attain_evaluation *ev, const attain_i_work *work,
                     int32_t row, int32_t parent) {
    const attain_goal *goal = &work->plan->goals[row];
    attain_i_node *node = &ev->nodes[ev->node_count++];
    memset(node, 0, sizeof *node);
    node->kind = ATTAIN_KIND_GOAL;
    node->row = row;
    node->parent = parent;
    node->depth = parent < 0 ? 0 : ev->nodes[parent].depth + 1;
    node->id = goal->id;
    node->name = goal->name;
    node->owner = text_or_empty(goal->owner);
    node->source = text_or_empty(goal->source);
    node->unit = "";
    node->weight = goal->weight;
    node->lower = node->upper = NAN;
    node->period = ev->as_of;
    node->due = ev->last_period;
    node->comparator = ATTAIN_COMPARATOR_NONE;
    node->method = -1;
    node->decimals = ATTAIN_DECIMALS_NONE;
    set_level(ev, work, node, goal->level);
}

static void set_limits(attain_i_node *node, const attain_target *target) {
    node->lower = node->upper = NAN;
    switch (target->comparator) {
    case ATTAIN_COMPARATOR_AT_LEAST:
    case ATTAIN_COMPARATOR_ABOVE:
        node->lower = target->value;
        break;
    case ATTAIN_COMPARATOR_AT_MOST:
    case ATTAIN_COMPARATOR_BELOW:
        node->upper = target->value;
        break;
    case ATTAIN_COMPARATOR_BETWEEN:
        node->lower = target->value;
        node->upper = target->upper;
        break;
    case ATTAIN_COMPARATOR_ABOUT:
        node->lower =
            attain_i_decimal_subtract(target->value, target->tolerance);
        node->upper = attain_i_decimal_add(target->value, target->tolerance);
        break;
    default:
        break;
    }
}

static int32_t find_method(const attain_target *target) {
    return target->method == NULL
               ? -1
               : attain_method_find(ATTAIN_METHOD_PROGRESS, target->method,
                                    ATTAIN_NUL_TERMINATED);
}

static void add_target(attain_evaluation *ev, const attain_i_work *work,
                       int32_t row, int32_t parent) {
    const attain_plan *plan = work->plan;
    const attain_target *target = &plan->targets[row];
    const attain_metric *metric = &plan->metrics[attain_i_map_find(
        &plan->metric_ids, target->metric, strlen(target->metric))];
    attain_i_node *node = &ev->nodes[ev->node_count++];
    memset(node, 0, sizeof *node);
    node->kind = ATTAIN_KIND_TARGET;
    node->row = row;
    node->parent = parent;
    node->depth = ev->nodes[parent].depth + 1;
    node->id = target->id;
    node->name = target->name;
    node->owner = text_or_empty(target->owner);
    node->source = text_or_empty(target->source);
    node->unit = text_or_empty(metric->unit);
    node->bonus = target->bonus;
    node->weight = target->bonus > 0 ? 0 : target->weight;
    node->due = target->due;
    node->period = target->due < ev->as_of ? target->due : ev->as_of;
    node->series = target->series;
    node->comparator = target->comparator;
    node->score = attain_i_target_score(plan, target);
    node->method = find_method(target);
    node->takes_part = node->score != ATTAIN_SCORE_DEFAULT;
    node->decimals = metric->decimals;
    node->soft = target->soft;
    node->veto = target->veto;
    node->judge = target->judge;
    set_limits(node, target);
    set_level(ev, work, node, target->level);
}

/* A goal and its targets; the goal's node is noted for its children. */
static void add_with_targets(attain_evaluation *ev, const attain_i_work *work,
                             const outline *tree, int32_t goal) {
    const char *parent = work->plan->goals[goal].parent;
    int32_t above = -1;
    if (parent != NULL)
        above = tree->node_of_goal[attain_i_map_find(&work->plan->nodes, parent,
                                                     strlen(parent)) /
                                   2];
    int32_t node = (int32_t)ev->node_count;
    tree->node_of_goal[goal] = node;
    add_goal(ev, work, goal, above);
    for (int32_t t = tree->first_target[goal]; t >= 0; t = tree->next_target[t])
        add_target(ev, work, t, node);
}

/* Pre-order without a stack: down by first children, up by parents. */
static void walk(attain_evaluation *ev, const attain_i_work *work,
                 const outline *tree) {
    int32_t at = tree->root;
    add_with_targets(ev, work, tree, at);
    for (;;) {
        if (tree->first_goal[at] >= 0) {
            at = tree->first_goal[at];
        } else {
            while (at != tree->root && tree->next_goal[at] < 0) {
                const char *up = work->plan->goals[at].parent;
                at = attain_i_map_find(&work->plan->nodes, up, strlen(up)) / 2;
            }
            if (at == tree->root)
                return;
            at = tree->next_goal[at];
        }
        add_with_targets(ev, work, tree, at);
    }
}

/* Children of each node in node order. */
static void list_children(attain_evaluation *ev) {
    int32_t next = 0;
    for (size_t n = 1; n < ev->node_count; n++)
        ev->nodes[ev->nodes[n].parent].child_count++;
    for (size_t n = 0; n < ev->node_count; n++) {
        ev->nodes[n].first_child = next;
        next += ev->nodes[n].child_count;
        ev->nodes[n].child_count = 0;
    }
    for (size_t n = 1; n < ev->node_count; n++) {
        attain_i_node *up = &ev->nodes[ev->nodes[n].parent];
        ev->children[up->first_child + up->child_count++] = (int32_t)n;
    }
}

/* A goal whose children take no part in scores, or all weigh 0, takes none;
 * one without children is an unknown child (rulings A58, A79, A81). */
static void find_parts(attain_evaluation *ev) {
    for (size_t n = ev->node_count; n-- > 0;) {
        attain_i_node *node = &ev->nodes[n];
        if (node->child_count == 0 && node->kind == ATTAIN_KIND_GOAL)
            node->takes_part = 1;
        if (node->parent >= 0)
            ev->nodes[node->parent].takes_part |=
                node->takes_part && node->weight > 0;
    }
}

/* --- Levels ------------------------------------------------------------- */

int attain_i_same_level(const attain_i_node *a, const attain_i_node *b) {
    return strcmp(a->level_name, b->level_name) == 0;
}

static attain_status check_coarser(const attain_evaluation *ev,
                                   const attain_i_work *work, size_t n,
                                   attain_error *err) {
    const attain_i_node *node = &ev->nodes[n];
    int32_t own = attain_i_forest_level(&work->forest, node->level);
    int32_t up = attain_i_forest_level(&work->forest, node->up_level);
    if (own < 0 || up < 0 || own == up ||
        (work->forest.level[up].above >> own & 1) == 0)
        return ATTAIN_OK;
    return attain_i_fail(
        err, ATTAIN_ERR_MISMATCH, "level", node->row,
        "'%s' is judged at level '%s', which is above '%s', the level of its "
        "goal '%s'; move it up the tree, or judge it at '%s' or below",
        node->id, node->level_name,
        work->data->words[work->forest.level_words[up]],
        node->parent < 0 ? work->plan->info.id : ev->nodes[node->parent].id,
        work->data->words[work->forest.level_words[up]]);
}

/* A level that no unit has. */
static attain_status note_level(attain_evaluation *ev, size_t n,
                                attain_error *err) {
    const attain_i_odd odd = {.kind = ATTAIN_FINDING_LEVEL,
                              .node = (int32_t)n,
                              .unit = -1,
                              .period = ATTAIN_PERIOD_NONE,
                              .name = ev->nodes[n].id,
                              .label = ev->nodes[n].name,
                              .other = ev->nodes[n].level_name};
    return attain_i_finding_add(ev, &odd) ? ATTAIN_OK
                                          : attain_i_fail_memory(err);
}

static attain_status check_levels(attain_evaluation *ev,
                                  const attain_i_work *work,
                                  attain_error *err) {
    attain_status status = ATTAIN_OK;
    if (attain_i_dataset_word(work->data, work->plan->info.level) < 0 ||
        attain_i_forest_level(
            &work->forest,
            attain_i_dataset_word(work->data, work->plan->info.level)) < 0)
        return attain_i_fail(
            err, ATTAIN_ERR_MISMATCH, "level", -1,
            "the plan is for units of level '%s', and the data have none; "
            "mend the level in plan.csv or in units.csv",
            work->plan->info.level);
    for (size_t n = 0; n < ev->node_count && status == ATTAIN_OK; n++) {
        status = check_coarser(ev, work, n, err);
        if (status == ATTAIN_OK &&
            attain_i_forest_level(&work->forest, ev->nodes[n].level) < 0)
            status = note_level(ev, n, err);
    }
    return status;
}

/* --- Making ------------------------------------------------------------- */

/* The evaluation owns its texts. */
static int copy_texts(attain_evaluation *ev) {
    for (size_t n = 0; n < ev->node_count; n++) {
        attain_i_node *node = &ev->nodes[n];
        const char **texts[] = {&node->id,     &node->name, &node->owner,
                                &node->source, &node->unit, &node->level_name};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            *texts[t] =
                attain_i_arena_text(&ev->arena, *texts[t], strlen(*texts[t]));
            if (*texts[t] == NULL)
                return 0;
        }
        if (!attain_i_map_add(&ev->node_ids, node->id, strlen(node->id),
                              (int32_t)n))
            return 0;
    }
    return 1;
}

static attain_status build(attain_evaluation *ev, const attain_i_work *work,
                           int32_t *links, attain_error *err) {
    size_t goals = work->plan->goal_count;
    outline tree;
    tree.first_goal = links;
    tree.next_goal = links + goals;
    tree.first_target = links + 2 * goals;
    tree.node_of_goal = links + 3 * goals;
    tree.next_target = links + 4 * goals;
    memset(links, 0xFF, (4 * goals + work->plan->target_count) * sizeof *links);
    link(work->plan, &tree);
    walk(ev, work, &tree);
    list_children(ev);
    find_parts(ev);
    attain_status status = check_levels(ev, work, err);
    if (status == ATTAIN_OK && !copy_texts(ev))
        status = attain_i_fail_memory(err);
    return status;
}

attain_status attain_i_nodes_make(attain_evaluation *ev,
                                  const attain_i_work *work,
                                  attain_error *err) {
    size_t goals = work->plan->goal_count;
    size_t nodes = goals + work->plan->target_count;
    size_t links = 4 * goals + work->plan->target_count;
    ev->node_capacity = nodes;
    ev->nodes = attain_i_allocate(&ev->allocator, nodes, sizeof *ev->nodes);
    ev->children =
        attain_i_allocate(&ev->allocator, nodes, sizeof *ev->children);
    int32_t *space = attain_i_allocate(&ev->allocator, links, sizeof(int32_t));
    attain_status status = ATTAIN_ERR_MEMORY;
    if (ev->nodes != NULL && ev->children != NULL && space != NULL)
        status = build(ev, work, space, err);
    else
        attain_i_fail_memory(err);
    attain_i_release(&ev->allocator, space, links, sizeof(int32_t));
    return status;
}
