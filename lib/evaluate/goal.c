/* Goals from their children, from the leaves up (method §6, rulings part 6). */
#include <math.h>
#include <string.h>

#include "attain/numeric.h"
#include "base/decimal.h"
#include "evaluate/aggregate.h"
#include "evaluate/target.h"
#include "evaluate/tree.h"

/* A goal while its own rows are judged, a block at a time. */
typedef struct making {
    attain_i_work *work;
    attain_evaluation *ev;
    const attain_i_node *node;
    const attain_goal *goal;
    const attain_i_rows *rows;
    double *gathered;       /* [4][child][block] */
    const double **columns; /* [4][child] */
    double *weights;        /* of the children that count in the score */
    int32_t *scored;        /* those children */
    int32_t *vetoes;
    double *scratch;
    size_t scored_count;
    size_t veto_count;
    size_t child_capacity;
    int bounds;
} making;

/* Rows of a block: units and where they stand in the goal's columns. */
typedef struct run {
    const int32_t *rows;
    size_t count;
    size_t first; /* of the block, when rows follow each other */
} run;

static const attain_i_node *child_of(const making *m, int32_t index) {
    return &m->ev->nodes[m->ev->children[m->node->first_child + index]];
}

/* Row of a child at the goal's row, −1: it has none there. */
static int64_t child_row(const making *m, const attain_i_node *child,
                         int32_t row) {
    const attain_i_rows *rows = &m->ev->rows[child->rows];
    return rows == m->rows ? row : rows->row_of_unit[m->rows->units[row]];
}

/* True when the rows of the block follow each other. */
static int follows(const run *block) {
    return (size_t)(block->rows[block->count - 1] - block->rows[0]) ==
           block->count - 1;
}

/* --- Score -------------------------------------------------------------- */

/* A column of a child over the block: lent when the rows are the goal's own
 * and follow each other, else gathered. */
static const double *column_of(const making *m, const attain_i_node *child,
                               const double *column, const run *block,
                               double *space) {
    if (&m->ev->rows[child->rows] == m->rows && follows(block))
        return column + block->rows[0];
    for (size_t i = 0; i < block->count; i++) {
        int64_t row = child_row(m, child, block->rows[i]);
        space[i] = row < 0 ? NAN : column[row];
    }
    return space;
}

static void gather(const making *m, const run *block) {
    const attain_evaluation *ev = m->ev;
    size_t plane = m->scored_count * ATTAIN_I_BLOCK;
    for (size_t c = 0; c < m->scored_count; c++) {
        const attain_i_node *child = &ev->nodes[m->scored[c]];
        double *space = m->gathered + c * ATTAIN_I_BLOCK;
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

static void score_block(const making *m, const run *block, double *out) {
    attain_i_children set = {0};
    size_t n = m->scored_count;
    double *low = m->bounds ? out + ATTAIN_I_BLOCK : NULL;
    gather(m, block);
    set.attainment = m->columns;
    set.low = m->columns + n;
    set.high = m->columns + 2 * n;
    set.share = m->columns + 3 * n;
    set.weights = m->weights;
    set.children = n;
    set.count = block->count;
    attain_i_combine(m->goal->aggregate, m->ev->missing, &set, out, low,
                     out + 2 * ATTAIN_I_BLOCK, out + 3 * ATTAIN_I_BLOCK,
                     m->scratch);
}

/* A goal without children is an unknown child; one that takes no part has no
 * bounds (rulings A58, A79, A81). */
static void unknown_block(const making *m, size_t count, double *out) {
    int unknown = m->node->takes_part;
    for (size_t i = 0; i < count; i++) {
        out[i] = NAN;
        out[ATTAIN_I_BLOCK + i] = unknown ? 0 : NAN;
        out[2 * ATTAIN_I_BLOCK + i] = unknown ? 1 : NAN;
        out[3 * ATTAIN_I_BLOCK + i] = unknown ? 0 : NAN;
    }
}

static void put(const run *block, const double *values, double *out) {
    if (follows(block)) {
        memcpy(out + block->rows[0], values, block->count * sizeof *out);
        return;
    }
    for (size_t i = 0; i < block->count; i++)
        out[block->rows[i]] = values[i];
}

static void put_scores(const making *m, const run *block, const double *out) {
    const attain_evaluation *ev = m->ev;
    size_t first = m->node->first_row;
    put(block, out, attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, m->node));
    if (ev->lows == NULL)
        return;
    put(block, out + ATTAIN_I_BLOCK, ev->lows + first);
    put(block, out + 2 * ATTAIN_I_BLOCK, ev->highs + first);
    put(block, out + 3 * ATTAIN_I_BLOCK, ev->shares + first);
}

/* --- Verdict ------------------------------------------------------------ */

/* What the children of one row say. */
typedef struct votes {
    int32_t met;
    int32_t not_met;
    int32_t unknown;
    int32_t below;    /* not met and known below the floor */
    int32_t doubtful; /* not met or unknown, and not known at the floor */
} votes;

/* A child is known at the floor when its low is, below it when its high is:
 * what is unknown in it can then change nothing. Of one that takes no part in
 * the score nothing is known. */
static void count_vote(const making *m, votes *set, uint8_t verdict, double low,
                       double high) {
    double floor = m->goal->floor;
    int free = isnan(floor);
    int at_floor =
        free || attain_i_compare12(isnan(low) ? 0 : low, floor, 0) >= 0;
    int below =
        !free && attain_i_compare12(isnan(high) ? 1 : high, floor, 0) < 0;
    set->met += verdict == ATTAIN_VERDICT_MET;
    set->not_met += verdict == ATTAIN_VERDICT_NOT_MET;
    set->unknown += verdict == ATTAIN_VERDICT_UNKNOWN;
    set->below += verdict == ATTAIN_VERDICT_NOT_MET && below;
    set->doubtful += verdict != ATTAIN_VERDICT_MET && !at_floor;
}

/* At least k met, every other one at the floor: best and worst case (A29). */
static uint8_t at_least(const making *m, const votes *set) {
    int32_t needed = m->goal->at_least;
    if (set->met + set->unknown < needed || set->below > 0)
        return ATTAIN_VERDICT_NOT_MET;
    return set->met >= needed && set->doubtful == 0 ? ATTAIN_VERDICT_MET
                                                    : ATTAIN_VERDICT_UNKNOWN;
}

static uint8_t verdict_of(const making *m, const votes *set) {
    if (m->node->child_count == 0)
        return ATTAIN_VERDICT_UNKNOWN;
    if (set->met + set->not_met + set->unknown == 0)
        return ATTAIN_VERDICT_NONE;
    if (m->goal->rule == ATTAIN_RULE_AT_LEAST)
        return at_least(m, set);
    if (m->goal->rule == ATTAIN_RULE_ANY) {
        if (set->met > 0)
            return ATTAIN_VERDICT_MET;
        return set->unknown > 0 ? ATTAIN_VERDICT_UNKNOWN
                                : ATTAIN_VERDICT_NOT_MET;
    }
    if (set->not_met > 0)
        return ATTAIN_VERDICT_NOT_MET;
    return set->unknown > 0 ? ATTAIN_VERDICT_UNKNOWN : ATTAIN_VERDICT_MET;
}

/* The verdicts of one child over the block; NONE where it has no row. */
static const uint8_t *verdicts_of(const making *m, const attain_i_node *child,
                                  const run *block, uint8_t *space) {
    const uint8_t *verdicts = m->ev->verdicts + child->first_row;
    if (&m->ev->rows[child->rows] == m->rows && follows(block))
        return verdicts + block->rows[0];
    for (size_t i = 0; i < block->count; i++) {
        int64_t row = child_row(m, child, block->rows[i]);
        space[i] = row < 0 ? ATTAIN_VERDICT_NONE : verdicts[row];
    }
    return space;
}

/* Sets bit 0, 1 or 2 for met, not met, unknown. */
static void see(const uint8_t *restrict verdicts, uint8_t *restrict seen,
                size_t count) {
    for (size_t i = 0; i < count; i++)
        seen[i] |= (uint8_t)((verdicts[i] == ATTAIN_VERDICT_MET ? 1 : 0) |
                             (verdicts[i] == ATTAIN_VERDICT_NOT_MET ? 2 : 0) |
                             (verdicts[i] == ATTAIN_VERDICT_UNKNOWN ? 4 : 0));
}

/* What a table of `size` has for each key: one pass an entry is quicker than
 * one look an element. */
static void look_up(const uint8_t *restrict keys, const uint8_t *restrict table,
                    uint8_t size, uint8_t *restrict out, size_t count) {
    memset(out, 0, count);
    for (uint8_t key = 0; key < size; key++) {
        uint8_t entry = table[key];
        for (size_t i = 0; i < count; i++)
            out[i] |= keys[i] == key ? entry : 0;
    }
}

/* `all` and `any` need to know only which verdicts occur. */
static void vote_simply(const making *m, const run *block, uint8_t *out) {
    uint8_t seen[ATTAIN_I_BLOCK] = {0};
    uint8_t space[ATTAIN_I_BLOCK];
    for (int32_t c = 0; c < m->node->child_count; c++) {
        const uint8_t *verdicts = verdicts_of(m, child_of(m, c), block, space);
        see(verdicts, seen, block->count);
    }
    uint8_t outcomes[8];
    for (uint8_t bits = 0; bits < 8; bits++) {
        votes set = {bits & 1, bits >> 1 & 1, bits >> 2 & 1, 0, 0};
        outcomes[bits] = verdict_of(m, &set);
    }
    look_up(seen, outcomes, 8, out, block->count);
}

static void vote_counting(const making *m, const run *block, uint8_t *out) {
    votes sets[ATTAIN_I_BLOCK];
    memset(sets, 0, sizeof sets);
    for (int32_t c = 0; c < m->node->child_count; c++) {
        const attain_i_node *child = child_of(m, c);
        const uint8_t *verdicts = m->ev->verdicts + child->first_row;
        const double *low = m->ev->lows + child->first_row;
        const double *high = m->ev->highs + child->first_row;
        for (size_t i = 0; i < block->count; i++) {
            int64_t row = child_row(m, child, block->rows[i]);
            if (row >= 0 && verdicts[row] != ATTAIN_VERDICT_NONE)
                count_vote(m, &sets[i], verdicts[row], low[row], high[row]);
        }
    }
    for (size_t i = 0; i < block->count; i++)
        out[i] = verdict_of(m, &sets[i]);
}

static void put_codes(const run *block, const uint8_t *codes, uint8_t *out) {
    if (follows(block)) {
        memcpy(out + block->rows[0], codes, block->count);
        return;
    }
    for (size_t i = 0; i < block->count; i++)
        out[block->rows[i]] = codes[i];
}

static void vote_block(const making *m, const run *block) {
    attain_evaluation *ev = m->ev;
    uint8_t verdicts[ATTAIN_I_BLOCK];
    int ended = ev->as_of >= ev->last_period;
    if (m->goal->rule == ATTAIN_RULE_AT_LEAST)
        vote_counting(m, block, verdicts);
    else
        vote_simply(m, block, verdicts);
    size_t first = m->node->first_row;
    uint8_t table[4];
    uint8_t statuses[ATTAIN_I_BLOCK];
    put_codes(block, verdicts, ev->verdicts + first);
    if (ev->statuses == NULL)
        return;
    for (uint8_t verdict = 0; verdict < 4; verdict++)
        table[verdict] = attain_i_status_of(verdict, ended);
    look_up(verdicts, table, 4, statuses, block->count);
    put_codes(block, statuses, ev->statuses + first);
}

/* --- Completion (rulings A85) ------------------------------------------- */

static void count_block(const making *m, const run *block) {
    attain_evaluation *ev = m->ev;
    double *out[3];
    for (int32_t k = 0; k < 3; k++)
        out[k] = attain_i_column_of(ev, ATTAIN_MEASURE_TARGETS + k, m->node);
    if (out[0] == NULL)
        return;
    for (size_t i = 0; i < block->count; i++) {
        for (int32_t k = 0; k < 3; k++)
            out[k][block->rows[i]] = 0;
    }
    for (int32_t c = 0; c < m->node->child_count; c++) {
        const attain_i_node *child = child_of(m, c);
        int inner = child->kind == ATTAIN_KIND_GOAL;
        if (inner && !attain_i_same_level(child, m->node))
            continue;
        for (size_t i = 0; i < block->count; i++) {
            int64_t row = child_row(m, child, block->rows[i]);
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

/* --- Scores out of 100, grades, ranks ----------------------------------- */

/* Highest band whose lower bound is not above the score (rulings A83). */
static double grade_of(const attain_evaluation *ev, double score) {
    double grade = NAN;
    for (size_t g = 0; !isnan(score) && g < ev->grade_count; g++) {
        if (attain_i_compare12(score, ev->grade_from[g], 0) >= 0)
            grade = (double)g;
    }
    return grade;
}

static int any_fired(const making *m, int32_t unit) {
    for (size_t v = 0; v < m->veto_count; v++) {
        if (attain_i_veto_fired(m->ev, m->vetoes[v], unit))
            return 1;
    }
    return 0;
}

static void hundred(double *out, size_t row, double value) {
    if (out != NULL)
        out[row] = 100 * value;
}

static void grade_rows(const making *m) {
    attain_evaluation *ev = m->ev;
    const attain_i_node *node = m->node;
    const double *attainment =
        attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, node);
    double *score = attain_i_column_of(ev, ATTAIN_MEASURE_SCORE, node);
    double *low = attain_i_column_of(ev, ATTAIN_MEASURE_LOW, node);
    double *high = attain_i_column_of(ev, ATTAIN_MEASURE_HIGH, node);
    double *coverage = attain_i_column_of(ev, ATTAIN_MEASURE_COVERAGE, node);
    double *grade = attain_i_column_of(ev, ATTAIN_MEASURE_GRADE, node);
    if (score == NULL && grade == NULL && ev->lows == NULL)
        return;
    for (size_t r = 0; r < m->rows->count; r++) {
        hundred(score, r, attainment[r]);
        int shown =
            m->scored_count > 0 || node->child_count == 0 || m->rows->wholes[r];
        if (ev->lows != NULL && shown) {
            hundred(low, r, ev->lows[node->first_row + r]);
            hundred(high, r, ev->highs[node->first_row + r]);
            if (coverage != NULL)
                coverage[r] = ev->shares[node->first_row + r];
        }
        if (grade == NULL)
            continue;
        grade[r] = grade_of(ev, 100 * attainment[r]);
        if (!m->rows->wholes[r] && ev->veto_grade >= 0 &&
            grade[r] > ev->veto_grade && any_fired(m, m->rows->units[r]))
            grade[r] = ev->veto_grade;
    }
}

/* Own rows among themselves, wholes among themselves (rulings A82). */
static attain_status rank_rows(const making *m, int whole) {
    attain_evaluation *ev = m->ev;
    double *rank = attain_i_column_of(ev, ATTAIN_MEASURE_RANK, m->node);
    const double *attainment =
        attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, m->node);
    size_t n = m->rows->count;
    if (rank == NULL || n == 0 ||
        (m->ev->rank_depth >= 0 && m->node->depth > m->ev->rank_depth))
        return ATTAIN_OK;
    double *scores =
        attain_i_allocate(m->work->allocator, n, 2 * sizeof(double));
    if (scores == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t r = 0; r < n; r++)
        scores[r] = m->rows->wholes[r] == whole ? 100 * attainment[r] : NAN;
    attain_status status = attain_ranks(ATTAIN_RANK_MIN, NULL, 0, scores, 1, 0,
                                        n, NULL, scores + n, NULL, NULL);
    for (size_t r = 0; r < n && status == ATTAIN_OK; r++) {
        if (m->rows->wholes[r] == whole)
            rank[r] = scores[n + r];
    }
    attain_i_release(m->work->allocator, scores, n, 2 * sizeof(double));
    return status;
}

/* --- A goal ------------------------------------------------------------- */

static void find_scored(making *m) {
    m->scored_count = 0;
    for (int32_t c = 0; c < m->node->child_count; c++) {
        int32_t child = m->ev->children[m->node->first_child + c];
        if (!(m->ev->nodes[child].weight > 0) ||
            !m->ev->nodes[child].takes_part)
            continue;
        m->weights[m->scored_count] = m->ev->nodes[child].weight;
        m->scored[m->scored_count++] = child;
    }
}

static void judge_own(making *m) {
    double out[4 * ATTAIN_I_BLOCK];
    find_scored(m);
    for (size_t at = 0; at < m->rows->own_count; at += ATTAIN_I_BLOCK) {
        size_t left = m->rows->own_count - at;
        run block = {m->rows->own + at,
                     left < ATTAIN_I_BLOCK ? left : ATTAIN_I_BLOCK, at};
        if (m->scored_count == 0)
            unknown_block(m, block.count, out);
        else
            score_block(m, &block, out);
        put_scores(m, &block, out);
        vote_block(m, &block);
        count_block(m, &block);
    }
}

static attain_status judge_goal(making *m, int32_t node) {
    m->node = &m->ev->nodes[node];
    m->goal = &m->work->plan->goals[m->node->row];
    m->rows = &m->ev->rows[m->node->rows];
    m->veto_count = attain_i_vetoes_of(m->ev, node, m->vetoes);
    judge_own(m);
    if (attain_i_has_wholes(m->ev, node)) {
        attain_status status = attain_i_judge_wholes(m->work, m->ev, node);
        if (status != ATTAIN_OK)
            return status;
    }
    grade_rows(m);
    attain_status status = rank_rows(m, 0);
    return status == ATTAIN_OK && attain_i_has_wholes(m->ev, node)
               ? rank_rows(m, 1)
               : status;
}

static attain_status take(making *m) {
    const attain_allocator *allocator = m->work->allocator;
    size_t most = 1;
    for (size_t n = 0; n < m->ev->node_count; n++) {
        size_t children = (size_t)m->ev->nodes[n].child_count;
        most = children > most ? children : most;
    }
    m->child_capacity = most;
    m->gathered =
        attain_i_allocate(allocator, most * ATTAIN_I_BLOCK, 4 * sizeof(double));
    m->columns = attain_i_allocate(allocator, most, 4 * sizeof(double *));
    m->weights = attain_i_allocate(allocator, most, sizeof(double));
    m->scored = attain_i_allocate(allocator, most, sizeof(int32_t));
    m->vetoes =
        attain_i_allocate(allocator, m->ev->node_count, sizeof(int32_t));
    m->scratch = attain_i_allocate(
        allocator, attain_i_combine_scratch(most, ATTAIN_I_BLOCK),
        sizeof(double));
    return m->gathered == NULL || m->columns == NULL || m->weights == NULL ||
                   m->scored == NULL || m->vetoes == NULL || m->scratch == NULL
               ? ATTAIN_ERR_MEMORY
               : ATTAIN_OK;
}

static void give_back(making *m) {
    const attain_allocator *allocator = m->work->allocator;
    size_t most = m->child_capacity;
    attain_i_release(allocator, m->gathered, most * ATTAIN_I_BLOCK,
                     4 * sizeof(double));
    attain_i_release(allocator, m->columns, most, 4 * sizeof(double *));
    attain_i_release(allocator, m->weights, most, sizeof(double));
    attain_i_release(allocator, m->scored, most, sizeof(int32_t));
    attain_i_release(allocator, m->vetoes, m->ev->node_count, sizeof(int32_t));
    attain_i_release(allocator, m->scratch,
                     attain_i_combine_scratch(most, ATTAIN_I_BLOCK),
                     sizeof(double));
}

attain_status attain_i_judge_goals(attain_i_work *work, attain_evaluation *ev,
                                   attain_error *err) {
    making m = {0};
    m.work = work;
    m.ev = ev;
    m.bounds = ev->lows != NULL;
    attain_status status = take(&m);
    for (size_t n = ev->node_count; n-- > 0 && status == ATTAIN_OK;) {
        if (ev->nodes[n].kind == ATTAIN_KIND_GOAL)
            status = judge_goal(&m, (int32_t)n);
        else if (attain_i_has_wholes(ev, (int32_t)n))
            status = attain_i_judge_wholes(work, ev, (int32_t)n);
    }
    give_back(&m);
    return status == ATTAIN_OK ? ATTAIN_OK : attain_i_fail_memory(err);
}
