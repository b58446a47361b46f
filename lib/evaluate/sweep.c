/* Judging all nodes. Nodes that share their rows are carried together through
 * a piece of them, from the leaves up, while it is in the nearest caches; the
 * threads take pieces. What needs other rows follows: goals over
 * finer goals, wholes, grades, ranks. */
#include <math.h>
#include <string.h>

#include "base/parallel.h"
#include "evaluate/finding.h"
#include "evaluate/goal.h"
#include "evaluate/lens.h"

enum {
    MOST_WORKERS = 256, /* that attain_i_parallel() starts */
    PIECE = 4096        /* rows that fit into the caches with what is done */
};

/* Some of the own rows that some nodes share. */
typedef struct piece {
    size_t first;
    size_t count;
    int32_t rows;
    int32_t reserved;
} piece;

/* What one thread works in. */
typedef struct worker {
    attain_i_block block;
    attain_i_goal_making goal;
    attain_i_grown *growth; /* one a node */
    int32_t units[PIECE];
} worker;

typedef struct sweep {
    attain_i_work *work;
    attain_evaluation *ev;
    attain_i_judging *judgings; /* one a node; of targets alone */
    int32_t
        *nodes; /* that are swept; last first, those of equal rows together */
    size_t *starts; /* in `nodes`, of each rows; rows_count + 1 */
    piece *pieces;
    worker *workers;
    const attain_path_point **path;
    size_t piece_count;
    size_t threads; /* that may be used */
    size_t worker_count;
} sweep;

/* --- Which nodes, which pieces ------------------------------------------ */

/* Below what no attainment lies but 0: what is clipped has such a least, and
 * so have the weighted means of it. */
static double least_attainment(const sweep *s, const attain_i_node *node) {
    const attain_plan *plan = s->work->plan;
    double least = INFINITY;
    double weights = 0;
    if (node->kind == ATTAIN_KIND_TARGET) {
        int clipped = node->score == ATTAIN_SCORE_RATIO ||
                      node->score == ATTAIN_SCORE_PROGRESS ||
                      node->score == ATTAIN_SCORE_PASS;
        int mean = plan->targets[node->row].when == ATTAIN_WHEN_EVERY_PERIOD;
        return clipped && !mean ? ATTAIN_I_LEAST_ATTAINMENT : 0;
    }
    if (plan->goals[node->row].aggregate != ATTAIN_AGGREGATE_ARITHMETIC ||
        !node->swept)
        return 0;
    for (int32_t c = 0; c < node->child_count; c++) {
        const attain_i_node *child =
            &s->ev->nodes[s->ev->children[node->first_child + c]];
        if (!(child->weight > 0) || !child->takes_part)
            continue;
        double term = child->weight * child->least;
        least = term < least ? term : least;
        weights += child->weight;
    }
    /* Rounding moves it by far less. */
    return weights > 0 ? 0.999 * least / weights : 0;
}

/* A goal is swept when it has the rows of its children, and they are. */
static void find_swept(sweep *s) {
    attain_evaluation *ev = s->ev;
    for (size_t n = ev->node_count; n-- > 0;) {
        attain_i_node *node = &ev->nodes[n];
        node->swept = 1;
        for (int32_t c = 0; c < node->child_count; c++) {
            const attain_i_node *child =
                &ev->nodes[ev->children[node->first_child + c]];
            node->swept &= child->swept && child->rows == node->rows;
        }
        node->least = least_attainment(s, node);
    }
}

static void list_nodes(sweep *s) {
    const attain_evaluation *ev = s->ev;
    memset(s->starts, 0, (ev->rows_count + 1) * sizeof *s->starts);
    for (size_t n = 0; n < ev->node_count; n++)
        s->starts[ev->nodes[n].rows + 1] += (size_t)ev->nodes[n].swept;
    for (size_t r = 0; r < ev->rows_count; r++)
        s->starts[r + 1] += s->starts[r];
    /* Filling moves each start to where the next one's was. */
    for (size_t n = ev->node_count; n-- > 0;)
        if (ev->nodes[n].swept)
            s->nodes[s->starts[ev->nodes[n].rows]++] = (int32_t)n;
    for (size_t r = ev->rows_count; r > 0; r--)
        s->starts[r] = s->starts[r - 1];
    s->starts[0] = 0;
}

/* Into how many pieces rows are cut: as many for each thread, where there are
 * more rows than one piece has. */
static size_t cuts(const sweep *s, size_t rows) {
    size_t pieces = (rows + PIECE - 1) / PIECE;
    if (pieces < 2)
        return pieces;
    return (pieces + s->threads - 1) / s->threads * s->threads;
}

static size_t count_pieces(const sweep *s) {
    size_t count = 0;
    for (size_t r = 0; r < s->ev->rows_count; r++)
        count += cuts(s, s->ev->rows[r].own_count);
    return count;
}

static void list_pieces(sweep *s) {
    size_t count = 0;
    for (size_t r = 0; r < s->ev->rows_count; r++) {
        size_t rows = s->ev->rows[r].own_count;
        size_t all = cuts(s, rows);
        for (size_t c = 0; c < all; c++) {
            size_t first = rows * c / all;
            s->pieces[count++] =
                (piece){first, rows * (c + 1) / all - first, (int32_t)r, 0};
        }
    }
}

/* --- A piece ------------------------------------------------------------ */

/* Of two notes on a target that of the lower unit counts, as if its pieces had
 * been judged in their order. */
static void note_growth(attain_i_grown *all, const attain_i_grown *more) {
    if (more->count == 0)
        return;
    if (all->count == 0 || more->unit < all->unit) {
        all->unit = more->unit;
        all->period = more->period;
    }
    all->count += more->count;
}

static const int32_t *own_units(const attain_i_rows *rows, const piece *of,
                                int32_t *space) {
    if (rows->own_count == rows->count)
        return rows->units + of->first;
    for (size_t i = 0; i < of->count; i++)
        space[i] = rows->units[rows->own[of->first + i]];
    return space;
}

/* The target that is judged after node number i, or NULL. */
static const attain_i_judging *next_target(const sweep *s, size_t i,
                                           size_t end) {
    for (i++; i < end; i++)
        if (s->ev->nodes[s->nodes[i]].kind == ATTAIN_KIND_TARGET)
            return &s->judgings[s->nodes[i]];
    return NULL;
}

static void judge_piece(size_t task, size_t number, void *user) {
    sweep *s = user;
    worker *w = &s->workers[number];
    const piece *of = &s->pieces[task];
    const attain_i_rows *rows = &s->ev->rows[of->rows];
    const int32_t *own = rows->own + of->first;
    const int32_t *units = own_units(rows, of, w->units);
    size_t end = s->starts[of->rows + 1];
    for (size_t i = s->starts[of->rows]; i < end; i++) {
        int32_t node = s->nodes[i];
        if (s->ev->nodes[node].kind == ATTAIN_KIND_GOAL) {
            attain_i_goal_take(&w->goal, node);
            attain_i_goal_rows(&w->goal, own, of->count);
            continue;
        }
        w->block.growth.count = 0;
        attain_i_target_rows(&s->judgings[node], next_target(s, i, end),
                             &w->block, units, own, of->count);
        note_growth(&w->growth[node], &w->block.growth);
    }
}

/* --- Memory ------------------------------------------------------------- */

static attain_status take_worker(sweep *s, worker *w) {
    const attain_allocator *allocator = s->work->allocator;
    const attain_evaluation *ev = s->ev;
    w->growth =
        attain_i_allocate_zero(allocator, ev->node_count, sizeof *w->growth);
    if (w->growth == NULL)
        return ATTAIN_ERR_MEMORY;
    attain_status status = attain_i_block_make(
        &w->block, (size_t)(ev->as_of - ev->first_period) + 1, s->work->window,
        allocator);
    return status == ATTAIN_OK ? attain_i_goal_make(&w->goal, s->work, s->ev)
                               : status;
}

static attain_status take(sweep *s) {
    const attain_allocator *allocator = s->work->allocator;
    attain_evaluation *ev = s->ev;
    size_t nodes = ev->node_count;
    size_t threads = ev->threads < 1 ? 1 : (size_t)ev->threads;
    s->threads = threads > MOST_WORKERS ? MOST_WORKERS : threads;
    s->piece_count = count_pieces(s);
    s->nodes = attain_i_allocate(allocator, nodes, sizeof *s->nodes);
    s->judgings = attain_i_allocate_zero(allocator, nodes, sizeof *s->judgings);
    s->starts =
        attain_i_allocate(allocator, ev->rows_count + 1, sizeof *s->starts);
    s->pieces = attain_i_allocate(allocator, s->piece_count, sizeof *s->pieces);
    s->path =
        attain_i_allocate(allocator, s->work->plan->path_count, sizeof(void *));
    if (s->nodes == NULL || s->judgings == NULL || s->starts == NULL ||
        s->pieces == NULL || s->path == NULL)
        return ATTAIN_ERR_MEMORY;
    find_swept(s);
    list_nodes(s);
    list_pieces(s);
    size_t workers = s->piece_count < s->threads ? s->piece_count : s->threads;
    workers = workers < 1 ? 1 : workers;
    s->workers = attain_i_allocate_zero(allocator, workers, sizeof *s->workers);
    if (s->workers == NULL)
        return ATTAIN_ERR_MEMORY;
    s->worker_count = workers;
    attain_status status = ATTAIN_OK;
    for (size_t w = 0; w < workers && status == ATTAIN_OK; w++)
        status = take_worker(s, &s->workers[w]);
    return status;
}

static void give_back(sweep *s) {
    const attain_allocator *allocator = s->work->allocator;
    size_t nodes = s->ev->node_count;
    for (size_t w = 0; w < s->worker_count; w++) {
        attain_i_release(allocator, s->workers[w].growth, nodes,
                         sizeof(attain_i_grown));
        attain_i_block_clear(&s->workers[w].block, allocator);
        attain_i_goal_clear(&s->workers[w].goal);
    }
    attain_i_release(allocator, s->workers, s->worker_count,
                     sizeof *s->workers);
    for (size_t n = 0; s->judgings != NULL && n < nodes; n++)
        if (s->judgings[n].peers != NULL)
            attain_i_peers_release(&s->judgings[n], s->judgings[n].peers);
    attain_i_release(allocator, s->nodes, nodes, sizeof *s->nodes);
    attain_i_release(allocator, s->judgings, nodes, sizeof *s->judgings);
    attain_i_release(allocator, s->starts, s->ev->rows_count + 1,
                     sizeof *s->starts);
    attain_i_release(allocator, s->pieces, s->piece_count, sizeof *s->pieces);
    attain_i_release(allocator, s->path, s->work->plan->path_count,
                     sizeof(void *));
}

/* --- All ---------------------------------------------------------------- */

static int is_peer(int32_t score) {
    return score == ATTAIN_SCORE_MINMAX || score == ATTAIN_SCORE_ZSCORE ||
           score == ATTAIN_SCORE_RANK || score == ATTAIN_SCORE_PERCENTILE ||
           score == ATTAIN_SCORE_RANK_STEPS;
}

/* What is the same for all units of a target; scores against peers need all
 * of them first. */
static attain_status prepare(sweep *s) {
    attain_evaluation *ev = s->ev;
    attain_i_block *block = &s->workers[0].block;
    attain_status status = ATTAIN_OK;
    const attain_path_point **path = s->path;
    for (size_t n = 0; n < ev->node_count && status == ATTAIN_OK; n++) {
        const attain_i_node *node = &ev->nodes[n];
        const attain_i_rows *rows = &ev->rows[node->rows];
        attain_i_judging *judging = &s->judgings[n];
        if (node->kind != ATTAIN_KIND_TARGET)
            continue;
        attain_i_judging_make(judging, s->work, ev, node, path);
        path += judging->path_count;
        if (is_peer(judging->score))
            judging->peers = attain_i_peers(judging, block, &status);
        if (rows->own_count == 0)
            continue;
        attain_i_block_take(block, &rows->units[rows->own[0]], rows->own, 1);
        attain_i_block_start(judging, block);
        attain_i_plain_make(judging, block);
    }
    return status;
}

static attain_status report_growth(const sweep *s) {
    for (size_t n = 0; n < s->ev->node_count; n++) {
        attain_i_grown all = {0};
        for (size_t w = 0; w < s->worker_count; w++)
            note_growth(&all, &s->workers[w].growth[n]);
        if (all.count == 0)
            continue;
        const attain_i_odd odd = {.kind = ATTAIN_FINDING_GROWTH,
                                  .node = (int32_t)n,
                                  .unit = all.unit,
                                  .period = all.period,
                                  .count = all.count,
                                  .name = s->judgings[n].target->id,
                                  .label = s->judgings[n].target->name};
        if (!attain_i_finding_add(s->ev, &odd))
            return ATTAIN_ERR_MEMORY;
    }
    return ATTAIN_OK;
}

/* The lenses of a node's own rows; a goal is what `m` has turned to. */
static attain_status find_lenses(const sweep *s, const attain_i_goal_making *m,
                                 size_t node) {
    if (s->ev->nodes[node].kind == ATTAIN_KIND_TARGET)
        return attain_i_lens_added(s->work, &s->judgings[node]);
    attain_i_lens_goal(m);
    return ATTAIN_OK;
}

/* From the leaves up. */
static attain_status judge_rest(sweep *s) {
    attain_i_goal_making *m = &s->workers[0].goal;
    attain_status status = ATTAIN_OK;
    int lenses = (s->ev->kept & ATTAIN_MEASURES_LENSES) != 0;
    for (size_t n = s->ev->node_count; n-- > 0 && status == ATTAIN_OK;) {
        const attain_i_node *node = &s->ev->nodes[n];
        int goal = node->kind == ATTAIN_KIND_GOAL;
        if (goal) {
            attain_i_goal_take(m, (int32_t)n);
            if (!node->swept)
                attain_i_goal_rows(m, m->rows->own, m->rows->own_count);
        }
        if (lenses)
            status = find_lenses(s, m, n);
        if (status == ATTAIN_OK && attain_i_has_wholes(s->ev, (int32_t)n))
            status = attain_i_judge_wholes(s->work, s->ev, (int32_t)n);
        if (lenses)
            attain_i_lens_together(s->ev, node);
        if (goal && status == ATTAIN_OK)
            status = attain_i_goal_grade(m);
    }
    return status;
}

attain_status attain_i_judge(attain_i_work *work, attain_evaluation *ev,
                             attain_error *err) {
    sweep s = {0};
    s.work = work;
    s.ev = ev;
    attain_status status = take(&s);
    if (status == ATTAIN_OK)
        status = prepare(&s);
    if (status == ATTAIN_OK) {
        attain_i_parallel(s.piece_count, (int32_t)s.worker_count, judge_piece,
                          &s);
        status = report_growth(&s);
    }
    if (status == ATTAIN_OK)
        status = judge_rest(&s);
    give_back(&s);
    return status == ATTAIN_OK ? ATTAIN_OK : attain_i_fail_memory(err);
}
