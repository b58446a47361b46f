#include "evaluate/goal.h"

#include <math.h>
#include <string.h>

#include "evaluate/aggregate.h"

/* --- Score -------------------------------------------------------------- */

/* A column of a child over the block: lent when the rows are the goal's own
 * and follow each other, else gathered. */
static const double *column_of(const attain_i_goal_making *m,
                               const attain_i_node *child, const double *column,
                               const attain_i_run *block, double *space) {
    if (&m->ev->rows[child->rows] == m->rows && block->follow)
        return column + block->rows[0];
    for (size_t i = 0; i < block->count; i++) {
        int64_t row = attain_i_goal_child_row(m, child, block->rows[i]);
        space[i] = row < 0 ? NAN : column[row];
    }
    return space;
}

static void gather(const attain_i_goal_making *m, const attain_i_run *block) {
    const attain_evaluation *ev = m->ev;
    size_t plane = m->scored_count * ATTAIN_I_GOAL_BLOCK;
    for (size_t c = 0; c < m->scored_count; c++) {
        const attain_i_node *child = &ev->nodes[m->scored[c]];
        double *space = m->gathered + c * ATTAIN_I_GOAL_BLOCK;
        const double *sources[4] = {
            attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, child), NULL,
            NULL, NULL};
        size_t kinds = 1;
        if (m->bounds) {
            sources[1] = ev->lows + child->first_row;
            sources[2] = ev->highs + child->first_row;
            sources[3] = ev->shares + child->first_row;
            kinds = 4;
        }
        for (size_t k = 0; k < kinds; k++)
            m->columns[k * m->scored_count + c] =
                column_of(m, child, sources[k], block, space + k * plane);
    }
}

/* Columns of a block that a goal's score fills. */
typedef struct results {
    double *score;
    double *low; /* these three only with bounds */
    double *high;
    double *share;
} results;

static void score(const attain_i_goal_making *m, const attain_i_run *block,
                  const results *out) {
    attain_i_children set = {0};
    size_t n = m->scored_count;
    gather(m, block);
    set.attainment = m->columns;
    set.low = m->columns + n;
    set.high = m->columns + 2 * n;
    set.share = m->columns + 3 * n;
    set.weights = m->weights;
    set.least = m->least;
    set.children = n;
    set.count = block->count;
    attain_i_combine(m->goal->aggregate, m->ev->missing, &set, out->score,
                     m->bounds ? out->low : NULL, out->high, out->share,
                     m->scratch);
}

/* A goal without children is an unknown child; one that takes no part has no
 * bounds (rulings A58, A79, A81). */
static void stay_unknown(const attain_i_goal_making *m, size_t count,
                         const results *out) {
    int unknown = m->node->takes_part;
    for (size_t i = 0; i < count; i++)
        out->score[i] = NAN;
    for (size_t i = 0; i < count && m->bounds; i++) {
        out->low[i] = unknown ? 0 : NAN;
        out->high[i] = unknown ? 1 : NAN;
        out->share[i] = unknown ? 0 : NAN;
    }
}

/* Where the rows follow each other, results go into the columns at once. */
static void score_block(const attain_i_goal_making *m,
                        const attain_i_run *block) {
    const attain_evaluation *ev = m->ev;
    double space[4][ATTAIN_I_GOAL_BLOCK];
    size_t first = m->node->first_row;
    double *score_column =
        attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, m->node);
    double *columns[4] = {score_column, NULL, NULL, NULL};
    double *to[4] = {space[0], space[1], space[2], space[3]};
    if (m->bounds) {
        columns[1] = ev->lows + first;
        columns[2] = ev->highs + first;
        columns[3] = ev->shares + first;
    }
    for (int k = 0; k < 4 && block->follow; k++)
        to[k] = columns[k] == NULL ? NULL : columns[k] + block->rows[0];
    results out = {to[0], to[1], to[2], to[3]};
    if (m->scored_count == 0)
        stay_unknown(m, block->count, &out);
    else
        score(m, block, &out);
    if (m->bonuses)
        attain_i_goal_bonus(m, block, out.score, out.low, out.high);
    for (int k = 0; k < 4 && !block->follow && columns[k] != NULL; k++)
        for (size_t i = 0; i < block->count; i++)
            columns[k][block->rows[i]] = space[k][i];
}

/* --- Completion (rulings A85) ------------------------------------------- */

static void count_block(const attain_i_goal_making *m,
                        const attain_i_run *block) {
    attain_evaluation *ev = m->ev;
    double *out[3];
    for (int32_t k = 0; k < 3; k++)
        out[k] = attain_i_column_of(ev, ATTAIN_MEASURE_TARGETS + k, m->node);
    if (out[0] == NULL)
        return;
    for (size_t i = 0; i < block->count; i++)
        for (int32_t k = 0; k < 3; k++)
            out[k][block->rows[i]] = 0;
    for (int32_t c = 0; c < m->node->child_count; c++) {
        const attain_i_node *child = attain_i_goal_child(m, c);
        int inner = child->kind == ATTAIN_KIND_GOAL;
        if ((inner && !attain_i_same_level(child, m->node)) || child->bonus > 0)
            continue;
        for (size_t i = 0; i < block->count; i++) {
            int64_t row = attain_i_goal_child_row(m, child, block->rows[i]);
            if (row < 0)
                continue;
            uint8_t verdict = ev->verdicts[child->first_row + (size_t)row];
            double add[3] = {verdict != ATTAIN_VERDICT_NONE,
                             verdict == ATTAIN_VERDICT_MET,
                             verdict == ATTAIN_VERDICT_UNKNOWN};
            for (int32_t k = 0; k < 3; k++)
                out[k][block->rows[i]] +=
                    inner ? attain_i_column_of(ev, ATTAIN_MEASURE_TARGETS + k,
                                               child)[row]
                          : add[k];
        }
    }
}

/* --- A goal ------------------------------------------------------------- */

static void find_scored(attain_i_goal_making *m) {
    m->scored_count = 0;
    m->bonuses = 0;
    m->least = INFINITY;
    for (int32_t c = 0; c < m->node->child_count; c++) {
        int32_t number = m->ev->children[m->node->first_child + c];
        const attain_i_node *child = &m->ev->nodes[number];
        double least = child->weight * child->least;
        m->bonuses |= child->bonus > 0;
        if (!(child->weight > 0) || !child->takes_part)
            continue;
        if (child->rows != m->node->rows)
            least = 0; /* the attainments may be those of wholes */
        m->least = least < m->least ? least : m->least;
        m->weights[m->scored_count] = child->weight;
        m->scored[m->scored_count++] = number;
    }
}

void attain_i_goal_take(attain_i_goal_making *m, int32_t node) {
    m->node = &m->ev->nodes[node];
    m->goal = &m->work->plan->goals[m->node->row];
    m->rows = &m->ev->rows[m->node->rows];
    find_scored(m);
}

void attain_i_goal_rows(const attain_i_goal_making *m, const int32_t *rows,
                        size_t count) {
    for (size_t at = 0; at < count; at += ATTAIN_I_GOAL_BLOCK) {
        size_t left = count - at;
        attain_i_run block = {rows + at, 0, 0};
        block.count = left < ATTAIN_I_GOAL_BLOCK ? left : ATTAIN_I_GOAL_BLOCK;
        block.follow =
            (size_t)(rows[at + block.count - 1] - rows[at]) == block.count - 1;
        score_block(m, &block);
        attain_i_goal_vote(m, &block);
        count_block(m, &block);
    }
}

/* --- Memory ------------------------------------------------------------- */

static size_t most_children(const attain_evaluation *ev) {
    size_t most = 1;
    for (size_t n = 0; n < ev->node_count; n++) {
        size_t children = (size_t)ev->nodes[n].child_count;
        most = children > most ? children : most;
    }
    return most;
}

attain_status attain_i_goal_make(attain_i_goal_making *m,
                                 const attain_i_work *work,
                                 attain_evaluation *ev) {
    const attain_allocator *allocator = work->allocator;
    size_t most = most_children(ev);
    memset(m, 0, sizeof *m);
    m->work = work;
    m->ev = ev;
    m->bounds = ev->lows != NULL;
    m->child_capacity = most;
    m->gathered = attain_i_allocate(allocator, most * ATTAIN_I_GOAL_BLOCK,
                                    4 * sizeof(double));
    m->columns = attain_i_allocate(allocator, most, 4 * sizeof(double *));
    m->weights = attain_i_allocate(allocator, most, sizeof(double));
    m->scored = attain_i_allocate(allocator, most, sizeof(int32_t));
    m->vetoes = attain_i_allocate(allocator, ev->node_count, sizeof(int32_t));
    m->scratch = attain_i_allocate(allocator, attain_i_combine_scratch(most),
                                   sizeof(double));
    return m->gathered == NULL || m->columns == NULL || m->weights == NULL ||
                   m->scored == NULL || m->vetoes == NULL || m->scratch == NULL
               ? ATTAIN_ERR_MEMORY
               : ATTAIN_OK;
}

void attain_i_goal_clear(attain_i_goal_making *m) {
    if (m->work == NULL)
        return;
    const attain_allocator *allocator = m->work->allocator;
    size_t most = m->child_capacity;
    attain_i_release(allocator, m->gathered, most * ATTAIN_I_GOAL_BLOCK,
                     4 * sizeof(double));
    attain_i_release(allocator, m->columns, most, 4 * sizeof(double *));
    attain_i_release(allocator, m->weights, most, sizeof(double));
    attain_i_release(allocator, m->scored, most, sizeof(int32_t));
    attain_i_release(allocator, m->vetoes, m->ev->node_count, sizeof(int32_t));
    attain_i_release(allocator, m->scratch, attain_i_combine_scratch(most),
                     sizeof(double));
}
