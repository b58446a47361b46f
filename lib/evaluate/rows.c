/* Which units have a row of which node (rulings A1, A33, A34). Nodes with the
 * same rows share them. */
#include <string.h>

#include "evaluate/finding.h"
#include "evaluate/tree.h"

/* What a unit is to a node while its rows are made. */
enum mark { ABSENT = 0, OWN = 1, WHOLE = 2, HELD = 3 };

/* What decides the rows of a target; targets with equal keys share rows. */
typedef struct key {
    int32_t level;
    int32_t up_level;
    int32_t period;
    int32_t filter; /* metric whose stage and tags select; −1: none do */
    int32_t wholes; /* 1; 2: only where there is a unit below */
    int32_t rows;
} key;

typedef struct making {
    attain_evaluation *ev;
    const attain_i_work *work;
    uint8_t *marks;
    key *keys;
    size_t key_count;
} making;

int attain_i_has_wholes(const attain_evaluation *ev, int32_t node) {
    const attain_i_rows *rows = &ev->rows[ev->nodes[node].rows];
    return rows->own_count < rows->count;
}

static int is_finer(const making *m, const attain_i_node *node) {
    const char *above = node->parent < 0
                            ? m->work->plan->info.level
                            : m->ev->nodes[node->parent].level_name;
    return strcmp(node->level_name, above) != 0;
}

static void mark_level(const making *m, int32_t word, int32_t period,
                       uint8_t mark, const attain_i_metric_use *filter) {
    const attain_i_forest *forest = &m->work->forest;
    int32_t number = attain_i_forest_level(forest, word);
    if (number < 0)
        return;
    const attain_i_level *level = &forest->level[number];
    for (size_t i = 0; i < level->count; i++) {
        int32_t unit = level->units[i];
        if (!attain_i_unit_counts(&m->work->data->units[unit], period))
            continue;
        if (filter != NULL &&
            !attain_i_metric_applies(m->work, filter, unit, period))
            continue;
        m->marks[unit] = mark;
    }
}

/* Takes the wholes away that have no unit of the node below them (rulings
 * A119). */
static void drop_empty(const making *m) {
    size_t units = m->ev->unit_count;
    for (size_t u = 0; u < units; u++) {
        int32_t up = m->marks[u] == OWN ? m->work->forest.parents[u] : -1;
        while (up >= 0 && m->marks[up] != WHOLE)
            up = m->marks[up] == HELD ? -1 : m->work->forest.parents[up];
        if (up >= 0)
            m->marks[up] = HELD;
    }
    for (size_t u = 0; u < units; u++)
        if (m->marks[u] >= WHOLE)
            m->marks[u] = m->marks[u] == HELD ? WHOLE : ABSENT;
}

static int take_rows(attain_evaluation *ev, attain_i_rows *rows, size_t count,
                     size_t own) {
    rows->units = attain_i_allocate(&ev->allocator, count, sizeof *rows->units);
    rows->wholes = attain_i_allocate(&ev->allocator, count, 1);
    rows->own = attain_i_allocate(&ev->allocator, own, sizeof *rows->own);
    rows->row_of_unit = attain_i_allocate(&ev->allocator, ev->unit_count,
                                          sizeof *rows->row_of_unit);
    rows->count = count;
    rows->own_count = own;
    return rows->units != NULL && rows->wholes != NULL && rows->own != NULL &&
           rows->row_of_unit != NULL;
}

/* True when the marks are those of rows that are there. */
static int same_rows(const making *m, const attain_i_rows *rows, size_t count,
                     size_t own) {
    if (rows->count != count || rows->own_count != own)
        return 0;
    for (size_t r = 0; r < count; r++)
        if (m->marks[rows->units[r]] != (rows->wholes[r] ? WHOLE : OWN))
            return 0;
    return 1;
}

/* Turns the marks into rows, or finds the same ones; −1: no memory. */
static int32_t rows_of_marks(making *m) {
    attain_evaluation *ev = m->ev;
    size_t count = 0;
    size_t own = 0;
    for (size_t u = 0; u < ev->unit_count; u++) {
        count += m->marks[u] != ABSENT;
        own += m->marks[u] == OWN;
    }
    for (size_t r = 0; r < ev->rows_count; r++)
        if (same_rows(m, &ev->rows[r], count, own))
            return (int32_t)r;
    if (!attain_i_grow(&ev->allocator, (void **)&ev->rows, &ev->rows_capacity,
                       ev->rows_count + 1, sizeof *ev->rows))
        return -1;
    attain_i_rows *rows = &ev->rows[ev->rows_count];
    memset(rows, 0, sizeof *rows);
    ev->rows_count++;
    if (!take_rows(ev, rows, count, own))
        return -1;
    count = own = 0;
    for (size_t u = 0; u < ev->unit_count; u++) {
        rows->row_of_unit[u] = -1;
        if (m->marks[u] == ABSENT)
            continue;
        rows->units[count] = (int32_t)u;
        rows->wholes[count] = m->marks[u] == WHOLE;
        if (m->marks[u] == OWN)
            rows->own[own++] = (int32_t)count;
        rows->row_of_unit[u] = (int32_t)count++;
    }
    return (int32_t)ev->rows_count - 1;
}

/* --- Targets ------------------------------------------------------------ */

static int32_t target_rows(making *m, const attain_i_node *node) {
    const attain_plan *plan = m->work->plan;
    const char *id = plan->targets[node->row].metric;
    int32_t metric = attain_i_map_find(&plan->metric_ids, id, strlen(id));
    const attain_i_metric_use *use = &m->work->uses[metric];
    int filtered = attain_i_metric_selects(use);
    key now = {node->level,
               node->up_level,
               node->period,
               filtered ? metric : -1,
               is_finer(m, node) << plan->targets[node->row].if_any,
               -1};
    for (size_t k = 0; k < m->key_count; k++) {
        const key *old = &m->keys[k];
        if (old->level == now.level && old->up_level == now.up_level &&
            old->period == now.period && old->filter == now.filter &&
            old->wholes == now.wholes)
            return old->rows;
    }
    memset(m->marks, ABSENT, m->ev->unit_count);
    mark_level(m, node->level, node->period, OWN, filtered ? use : NULL);
    if (now.wholes)
        mark_level(m, node->up_level, m->ev->as_of, WHOLE, NULL);
    if (now.wholes > 1)
        drop_empty(m);
    now.rows = rows_of_marks(m);
    m->keys[m->key_count++] = now;
    return now.rows;
}

/* --- Goals -------------------------------------------------------------- */

/* The rows of all children, where they are one and the goal's as well. */
static int32_t rows_of_children(const making *m, const attain_i_node *node) {
    int32_t rows = -1;
    for (int32_t c = 0; c < node->child_count; c++) {
        const attain_i_node *child =
            &m->ev->nodes[m->ev->children[node->first_child + c]];
        if (!attain_i_same_level(child, node) ||
            child->period != m->ev->as_of || (rows >= 0 && rows != child->rows))
            return -1;
        rows = child->rows;
    }
    return rows;
}

/* Units where no child has a row have none of the goal either. */
static void keep_where_children(const making *m, const attain_i_node *node) {
    const attain_evaluation *ev = m->ev;
    for (size_t u = 0; node->child_count > 0 && u < ev->unit_count; u++) {
        int any = m->marks[u] == ABSENT;
        for (int32_t c = 0; c < node->child_count && !any; c++) {
            const attain_i_node *child =
                &ev->nodes[ev->children[node->first_child + c]];
            any = ev->rows[child->rows].row_of_unit[u] >= 0;
        }
        if (!any)
            m->marks[u] = ABSENT;
    }
}

static int32_t goal_rows(making *m, const attain_i_node *node) {
    int finer = is_finer(m, node);
    int32_t rows = finer ? -1 : rows_of_children(m, node);
    if (rows >= 0)
        return rows;
    memset(m->marks, ABSENT, m->ev->unit_count);
    mark_level(m, node->level, m->ev->as_of, OWN, NULL);
    keep_where_children(m, node);
    if (finer)
        mark_level(m, node->up_level, m->ev->as_of, WHOLE, NULL);
    if (finer && m->work->plan->goals[node->row].if_any)
        drop_empty(m);
    return rows_of_marks(m);
}

/* --- All ---------------------------------------------------------------- */

/* Goals that are not ranked share the rows after those that are: NaN. */
static void number_ranks(attain_evaluation *ev) {
    size_t most = 0;
    for (size_t n = 0; n < ev->node_count; n++) {
        attain_i_node *node = &ev->nodes[n];
        if (node->kind != ATTAIN_KIND_GOAL || !attain_i_is_ranked(ev, node))
            continue;
        node->first_rank_row = ev->rank_total;
        ev->rank_total += ev->rows[node->rows].count;
    }
    for (size_t n = 0; n < ev->node_count; n++) {
        attain_i_node *node = &ev->nodes[n];
        size_t count = ev->rows[node->rows].count;
        if (node->kind != ATTAIN_KIND_GOAL || attain_i_is_ranked(ev, node))
            continue;
        node->first_rank_row = ev->rank_total;
        most = count > most ? count : most;
    }
    ev->rank_total += most;
}

static void number_rows(attain_evaluation *ev) {
    for (size_t n = 0; n < ev->node_count; n++) {
        attain_i_node *node = &ev->nodes[n];
        size_t count = ev->rows[node->rows].count;
        size_t *kind = node->kind == ATTAIN_KIND_TARGET ? &ev->target_total
                                                        : &ev->goal_total;
        node->first_row = ev->row_total;
        node->first_kind_row = *kind;
        ev->row_total += count;
        *kind += count;
    }
    number_ranks(ev);
}

static attain_status note_empty(const making *m, const attain_i_node *node,
                                size_t n) {
    if (m->ev->rows[node->rows].own_count > 0 || node->level < 0)
        return ATTAIN_OK;
    const attain_i_odd odd = {.kind = ATTAIN_FINDING_EMPTY,
                              .node = (int32_t)n,
                              .unit = -1,
                              .period = node->period,
                              .name = node->id,
                              .label = node->name,
                              .other = node->level_name};
    return attain_i_finding_add(m->ev, &odd) ? ATTAIN_OK : ATTAIN_ERR_MEMORY;
}

attain_status attain_i_rows_make(attain_evaluation *ev,
                                 const attain_i_work *work, attain_error *err) {
    making m = {ev, work, NULL, NULL, 0};
    size_t targets = work->plan->target_count;
    m.marks = attain_i_allocate(&ev->allocator, ev->unit_count, 1);
    m.keys = attain_i_allocate(&ev->allocator, targets, sizeof *m.keys);
    attain_status status =
        m.marks == NULL || m.keys == NULL ? ATTAIN_ERR_MEMORY : ATTAIN_OK;
    for (size_t n = ev->node_count; n-- > 0 && status == ATTAIN_OK;) {
        attain_i_node *node = &ev->nodes[n];
        node->rows = node->kind == ATTAIN_KIND_TARGET ? target_rows(&m, node)
                                                      : goal_rows(&m, node);
        if (node->rows < 0)
            status = ATTAIN_ERR_MEMORY;
        else if (node->kind == ATTAIN_KIND_TARGET)
            status = note_empty(&m, node, n);
    }
    attain_i_release(&ev->allocator, m.marks, ev->unit_count, 1);
    attain_i_release(&ev->allocator, m.keys, targets, sizeof *m.keys);
    if (status != ATTAIN_OK)
        return attain_i_fail_memory(err);
    number_rows(ev);
    return ATTAIN_OK;
}
