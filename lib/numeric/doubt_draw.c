#include <string.h>

#include "base/error.h"
#include "base/parallel.h"
#include "numeric/check.h"
#include "numeric/doubt.h"
#include "numeric/rank.h"

enum {
    LANES = ATTAIN_I_LANES,
    TILE = 8, /* units; their scores are a line */
    TURN = 16 /* units; their ranks are a line */
};

/* Draws with the same methods are put side by side. */
typedef struct block {
    size_t from; /* position of its first draw */
    size_t count;
    size_t normalisation;
    size_t aggregation;
} block;

/* What each thread works with. */
typedef struct worker {
    attain_i_scorer scorer;
    attain_i_ranker ranker;
    double *scores;  /* [lane][span] */
    uint32_t *ranks; /* [lane][units] */
    attain_i_sheet sheet;
    void *room; /* where all these are */
    size_t room_size;
    attain_status status;
} worker;

typedef struct run {
    const attain_i_index *index;
    const attain_doubt_options *options;
    const attain_i_design *design;
    const attain_i_sink *sink;
    attain_allocator *allocator;
    size_t span;  /* elements from one lane's scores to the next one's */
    int by_sheet; /* some draw is scored by itself */
    int by_table; /* some group is not a mean */
    uint32_t *order;
    block *blocks;
    size_t block_count;
    worker *workers;
    size_t worker_count;
} run;

/* --- One draw's choices --------------------------------------------------- */

/* The stream's place for a source of doubt. */
static attain_i_random begin(const run *r, size_t draw, int32_t source) {
    const attain_i_design *design = r->design;
    attain_i_random random;
    uint64_t stream = draw;
    if (design->samples > 0) {
        size_t part = draw / design->samples;
        int other =
            part == 1 || (part > 1 && design->sources[part - 2] == source);
        stream = 2 * (uint64_t)(draw % design->samples) + (uint64_t)other;
    }
    attain_i_random_begin(&random, r->options->seed, stream);
    for (int32_t i = 0; i < source; i++)
        attain_i_random_jump(&random);
    return random;
}

static size_t choose(const run *r, size_t draw, int32_t source, size_t count) {
    if (count <= 1 || r->design->itself)
        return 0;
    attain_i_random random = begin(r, draw, source);
    return attain_i_random_below(&random, count);
}

static size_t methods_of(const run *r, size_t draw) {
    size_t a =
        choose(r, draw, ATTAIN_DOUBT_NORMALISATION, r->index->normalisations);
    return a * r->index->aggregations +
           choose(r, draw, ATTAIN_DOUBT_AGGREGATION, r->index->aggregations);
}

/* Weights of a draw into a lane. */
static void draw_weights(const run *r, worker *w, size_t draw, size_t lane) {
    const attain_i_index *index = r->index;
    const attain_doubt_options *options = r->options;
    const double *weights = index->of->weights;
    attain_i_random random = begin(r, draw, ATTAIN_DOUBT_WEIGHTS);
    for (size_t i = 0; i + 1 < index->nodes; i++) {
        double spread =
            options->spreads == NULL ? options->spread : options->spreads[i];
        double u = r->design->itself ? 0.5 : attain_i_random_uniform(&random);
        double weight = weights == NULL ? 1 : weights[i];
        w->scorer.weights[i * LANES + lane] =
            weight * (1 + spread * (2 * u - 1));
    }
    if (options->left_out) {
        size_t which =
            choose(r, draw, ATTAIN_DOUBT_LEFT_OUT, index->columns + 1);
        if (which > 0)
            w->scorer.weights[(which - 1) * LANES + lane] = 0;
    }
}

/* --- Scores of a block ---------------------------------------------------- */

static void score_block(const run *r, worker *w, const double *matrix) {
    size_t units = r->index->units;
    size_t columns = r->index->columns;
    double tile[TILE][LANES];
    for (size_t from = 0; from < units; from += TILE) {
        size_t count = units - from < TILE ? units - from : TILE;
        for (size_t i = 0; i < count; i++)
            attain_i_score_lanes(&w->scorer, matrix + (from + i) * columns,
                                 tile[i]);
        for (size_t lane = 0; lane < LANES; lane++) {
            double *out = w->scores + lane * r->span + from;
            for (size_t i = 0; i < count; i++)
                out[i] = tile[i][lane];
        }
    }
}

/* Columns of one draw that are not the index's, normalised anew. */
static attain_status measure_again(const run *r, worker *w, size_t draw,
                                   size_t normalisation) {
    const attain_i_index *index = r->index;
    attain_i_random random = begin(r, draw, ATTAIN_DOUBT_ERRORS);
    attain_status status = ATTAIN_OK;
    for (size_t i = 0; i < index->columns && status == ATTAIN_OK; i++) {
        double *column = w->sheet.nodes + i * index->units;
        r->design->alter(draw, i, &random, column, r->design->user);
        status = attain_i_index_normalise(index, normalisation, i, column,
                                          w->ranker.items, column, NULL);
    }
    return status;
}

/* The index's own columns. */
static void take_columns(const run *r, worker *w, size_t normalisation) {
    size_t units = r->index->units;
    size_t columns = r->index->columns;
    const double *matrix = r->index->matrices + normalisation * units * columns;
    for (size_t u = 0; u < units; u++)
        for (size_t i = 0; i < columns; i++)
            w->sheet.nodes[i * units + u] = matrix[u * columns + i];
}

static attain_status score_one_by_one(const run *r, worker *w, const block *b) {
    attain_status status = ATTAIN_OK;
    int again = r->design->alter != NULL;
    if (!again)
        take_columns(r, w, b->normalisation);
    for (size_t lane = 0; lane < b->count && status == ATTAIN_OK; lane++) {
        for (size_t i = 0; i + 1 < r->index->nodes; i++)
            w->sheet.weights[i] = w->scorer.weights[i * LANES + lane];
        if (again)
            status =
                measure_again(r, w, r->order[b->from + lane], b->normalisation);
        if (status == ATTAIN_OK)
            status = attain_i_score_sheet(&w->sheet, b->aggregation,
                                          w->scores + lane * r->span, NULL);
    }
    return status;
}

/* Whether each draw of an alternative is scored by itself. */
static int one_by_one(const run *r, size_t aggregation) {
    return r->design->alter != NULL || !r->index->by_means[aggregation];
}

/* --- What becomes of them ------------------------------------------------- */

/* Turns [lane][unit] into [unit][lane], some units at a time, so that both are
 * read and written in lines. */
static void keep_ranks(const run *r, const worker *w, size_t number) {
    size_t units = r->index->units;
    int narrow = attain_i_narrow(units);
    uint16_t *small = (uint16_t *)r->sink->ranks + number * units * LANES;
    uint32_t *large = (uint32_t *)r->sink->ranks + number * units * LANES;
    for (size_t from = 0; from < units; from += TURN) {
        size_t count = units - from < TURN ? units - from : TURN;
        for (size_t lane = 0; lane < LANES; lane++) {
            const uint32_t *ranks = w->ranks + lane * units + from;
            for (size_t i = 0; i < count; i++) {
                size_t at = (from + i) * LANES + lane;
                if (narrow)
                    small[at] = (uint16_t)ranks[i];
                else
                    large[at] = ranks[i];
            }
        }
    }
}

static void keep_scores(const run *r, const worker *w, size_t number) {
    size_t units = r->index->units;
    double *out = r->sink->scores + number * units * LANES;
    for (size_t u = 0; u < units; u++)
        for (size_t lane = 0; lane < LANES; lane++)
            out[u * LANES + lane] =
                attain_i_index_shown(r->index, w->scores[lane * r->span + u]);
}

static void count_bounds(const run *r, const worker *w, const block *b,
                         uint32_t *counts) {
    size_t units = r->index->units;
    for (size_t k = 0; k < r->options->bound_count; k++) {
        double bound = attain_i_index_shown(r->index, r->options->bounds[k]);
        for (size_t lane = 0; lane < b->count; lane++) {
            const double *scores = w->scores + lane * r->span;
            for (size_t u = 0; u < units; u++)
                counts[k * units + u] +=
                    (uint32_t)attain_i_score_reaches(scores[u], bound);
        }
    }
}

static void run_block(size_t task, size_t number, void *user) {
    const run *r = user;
    const attain_i_sink *sink = r->sink;
    const block *b = &r->blocks[task];
    worker *w = &r->workers[number];
    size_t units = r->index->units;
    if (w->status != ATTAIN_OK)
        return;
    w->scorer.aggregations =
        attain_i_index_aggregations(r->index, b->aggregation);
    for (size_t lane = 0; lane < LANES; lane++)
        draw_weights(r, w, r->order[b->from + (lane < b->count ? lane : 0)],
                     lane);
    attain_i_scorer_total(&w->scorer);
    if (one_by_one(r, b->aggregation))
        w->status = score_one_by_one(r, w, b);
    else
        score_block(r, w,
                    r->index->matrices +
                        b->normalisation * units * r->index->columns);
    if (w->status != ATTAIN_OK)
        return;
    for (size_t lane = 0; lane < b->count; lane++) {
        uint32_t *ranks = w->ranks + lane * units;
        attain_i_rank_scores(&w->ranker, w->scores + lane * r->span, units,
                             ranks);
        if (sink->take != NULL)
            sink->take(r->order[b->from + lane], number,
                       w->scores + lane * r->span, ranks, sink->user);
    }
    if (sink->ranks != NULL)
        keep_ranks(r, w, task);
    if (sink->scores != NULL)
        keep_scores(r, w, task);
    if (sink->counts != NULL)
        count_bounds(r, w, b,
                     sink->counts + number * r->options->bound_count * units);
}

/* --- Blocks --------------------------------------------------------------- */

/* Puts draws with the same methods side by side, in their order. */
static void order_draws(run *r, uint32_t *methods, size_t *starts) {
    size_t kinds = r->index->normalisations * r->index->aggregations;
    size_t draws = r->design->draws;
    memset(starts, 0, (kinds + 1) * sizeof *starts);
    for (size_t d = 0; d < draws; d++) {
        methods[d] = (uint32_t)methods_of(r, d);
        starts[methods[d] + 1]++;
    }
    for (size_t k = 0; k < kinds; k++)
        starts[k + 1] += starts[k];
    for (size_t d = 0; d < draws; d++)
        r->order[starts[methods[d]]++] = (uint32_t)d;
}

static void cut_blocks(run *r, const uint32_t *methods) {
    size_t draws = r->design->draws;
    for (size_t from = 0; from < draws;) {
        uint32_t kind = methods[r->order[from]];
        size_t to = from + 1;
        while (to < draws && to - from < LANES && methods[r->order[to]] == kind)
            to++;
        r->blocks[r->block_count++] =
            (block){from, to - from, kind / r->index->aggregations,
                    kind % r->index->aggregations};
        from = to;
    }
}

static attain_status plan_blocks(run *r, attain_error *err) {
    attain_allocator *a = r->allocator;
    size_t draws = r->design->draws;
    size_t kinds = r->index->normalisations * r->index->aggregations;
    uint32_t *methods = attain_i_allocate(a, draws, sizeof *methods);
    size_t *starts = attain_i_allocate(a, kinds + 1, sizeof *starts);
    attain_status status = methods == NULL || starts == NULL
                               ? attain_i_fail_memory(err)
                               : ATTAIN_OK;
    if (status == ATTAIN_OK) {
        order_draws(r, methods, starts);
        cut_blocks(r, methods);
    }
    attain_i_release(a, methods, draws, sizeof *methods);
    attain_i_release(a, starts, kinds + 1, sizeof *starts);
    return status;
}

/* --- Room ----------------------------------------------------------------- */

/* Parts of a worker's room, one after the other, on cache lines of their own.
 */
typedef struct part {
    size_t count;
    size_t size;
} part;

enum { PARTS = 16, LINE = 64 };

static void list_parts(const run *r, part *out) {
    const attain_i_index *index = r->index;
    size_t units = index->units;
    size_t single = r->by_sheet ? units : 0;
    size_t tabled = r->by_table ? units : 0;
    const part parts[PARTS] = {
        {index->nodes, LANES * sizeof(double)},
        {index->groups, LANES * sizeof(double)},
        {index->groups, LANES * sizeof(double)},
        {index->groups, LANES * sizeof(double)},
        {index->groups, 1},
        {index->nodes, attain_i_term_size()},
        {units, sizeof(uint64_t)},
        {units, sizeof(uint64_t)},
        {units, 2 * sizeof(attain_i_item)},
        {r->span, LANES * sizeof(double)},
        {units, LANES * sizeof(uint32_t)},
        {single, index->nodes * sizeof(double)},
        {single, 2 * sizeof(double)},
        {tabled, index->most_members * sizeof(double)},
        {index->nodes, sizeof(double)},
        {index->most_members, sizeof(double)},
    };
    memcpy(out, parts, sizeof parts);
}

/* Bytes from the room's begin to each part's; the last one is the size. False
 * when it is beyond all memory. */
static int lay_out(const part *parts, size_t *offsets) {
    offsets[0] = 0;
    for (size_t i = 0; i < PARTS; i++) {
        size_t most = SIZE_MAX - 2 * LINE - offsets[i];
        if (parts[i].count > 0 && parts[i].size > most / parts[i].count)
            return 0;
        size_t size = parts[i].count * parts[i].size;
        offsets[i + 1] = offsets[i] + (size / LINE + 1) * LINE;
    }
    return 1;
}

static int make_worker(const run *r, worker *w) {
    part parts[PARTS];
    size_t offsets[PARTS + 1];
    void *at[PARTS];
    list_parts(r, parts);
    if (!lay_out(parts, offsets))
        return 0;
    w->room_size = offsets[PARTS];
    w->room = attain_i_allocate(r->allocator, w->room_size, 1);
    if (w->room == NULL)
        return 0;
    for (size_t i = 0; i < PARTS; i++)
        at[i] = (char *)w->room + offsets[i];
    w->scorer.index = r->index;
    w->scorer.weights = at[0];
    w->scorer.totals = at[1];
    w->scorer.rows = at[2];
    w->scorer.turned = at[3];
    w->scorer.states = at[4];
    w->scorer.terms = at[5];
    w->ranker.keys = at[6];
    w->ranker.space = at[7];
    w->ranker.items = at[8];
    w->scores = at[9];
    w->ranks = at[10];
    w->sheet.index = r->index;
    w->sheet.nodes = at[11];
    w->sheet.sums = at[12];
    w->sheet.members = at[13];
    w->sheet.weights = at[14];
    w->sheet.kept = at[15];
    return 1;
}

size_t attain_i_workers(int32_t threads, size_t tasks) {
    enum { MOST = 256 }; /* what attain_i_parallel() starts at most */
    size_t workers = threads > 1 ? (size_t)threads : 1;
    workers = workers > MOST ? MOST : workers;
    return workers > tasks ? tasks : workers;
}

/* What went wrong in a draw. */
static attain_status tell(attain_status status, attain_error *err) {
    if (status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY)
        return status == ATTAIN_OK ? status : attain_i_fail_memory(err);
    return attain_i_fail(err, status, "draws", -1,
                         "in a draw, a value or a sum is beyond the range of a "
                         "double or of what a method takes");
}

static attain_status work(run *r, attain_error *err) {
    attain_status status = plan_blocks(r, err);
    for (size_t i = 0; i < r->worker_count; i++)
        attain_i_space_init(&r->workers[i].sheet.space);
    for (size_t i = 0; i < r->worker_count && status == ATTAIN_OK; i++)
        if (!make_worker(r, &r->workers[i]))
            status = attain_i_fail_memory(err);
    if (status == ATTAIN_OK)
        attain_i_parallel(r->block_count, (int32_t)r->worker_count, run_block,
                          r);
    for (size_t i = 0; i < r->worker_count && status == ATTAIN_OK; i++)
        status = tell(r->workers[i].status, err);
    for (size_t i = 0; i < r->worker_count; i++) {
        attain_i_space_close(&r->workers[i].sheet.space);
        attain_i_release(r->allocator, r->workers[i].room,
                         r->workers[i].room_size, 1);
    }
    return status;
}

size_t attain_i_most_blocks(const attain_i_index *index, size_t draws) {
    return draws / LANES + index->normalisations * index->aggregations;
}

attain_status attain_i_run_draws(const attain_i_index *index,
                                 const attain_doubt_options *options,
                                 const attain_i_design *design,
                                 const attain_i_sink *sink, attain_error *err) {
    attain_allocator allocator;
    attain_i_allocator_set(&allocator, NULL);
    size_t draws = design->draws;
    size_t most = attain_i_most_blocks(index, draws);
    run r = {.index = index,
             .options = options,
             .design = design,
             .sink = sink,
             .allocator = &allocator,
             .span = index->units / TILE * TILE + TILE,
             .worker_count =
                 attain_i_workers(options->threads, draws / LANES + 1)};
    r.order = attain_i_allocate(&allocator, draws, sizeof *r.order);
    r.blocks = attain_i_allocate(&allocator, most, sizeof *r.blocks);
    r.workers =
        attain_i_allocate_zero(&allocator, r.worker_count, sizeof *r.workers);
    r.by_sheet = design->alter != NULL;
    for (size_t a = 0; a < index->aggregations; a++) {
        r.by_table |= !index->by_means[a];
        r.by_sheet |= r.by_table;
    }
    attain_status status =
        r.order == NULL || r.blocks == NULL || r.workers == NULL
            ? attain_i_fail_memory(err)
            : work(&r, err);
    if (status == ATTAIN_OK && sink->order != NULL)
        memcpy(sink->order, r.order, draws * sizeof *r.order);
    for (size_t i = 0; status == ATTAIN_OK && sink->filled != NULL && i < most;
         i++)
        sink->filled[i] = i < r.block_count ? (uint8_t)r.blocks[i].count : 0;
    attain_i_release(&allocator, r.order, draws, sizeof *r.order);
    attain_i_release(&allocator, r.blocks, most, sizeof *r.blocks);
    attain_i_release(&allocator, r.workers, r.worker_count, sizeof *r.workers);
    return status;
}
