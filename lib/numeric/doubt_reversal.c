#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "numeric/doubt.h"

/* Draw d does something to unit `ranked[d]`: nothing else is in doubt. */
typedef struct reversal {
    const attain_composite *composite;
    int32_t test;
    size_t units;
    const uint32_t *before;  /* [unit]: ranks; 0: none */
    const uint32_t *ordered; /* units with a rank, best first */
    size_t ranked;
    size_t draws;
    size_t skip;    /* units of `ordered` that nothing is done to */
    uint32_t *seen; /* [worker][rank]: a tree of counts */
    double *counts; /* [draw]: pairs that turned round */
    double *others; /* [draw]: 1: another first */
} reversal;

static size_t unit_of(const reversal *r, size_t draw) {
    return r->ordered[r->skip + draw];
}

/* --- What is done --------------------------------------------------------- */

/* Half of the smallest distance from a value to those of the units that rank
 * next below; without any, half of the mean gap between a column's values. */
static double half_step(const reversal *r, const double *values, size_t at) {
    const uint32_t *ordered = r->ordered;
    double value = values[ordered[at]];
    double least = DBL_MAX;
    uint32_t below = 0;
    for (size_t i = at + 1; i < r->ranked; i++) {
        uint32_t rank = r->before[ordered[i]];
        if (rank == r->before[ordered[at]])
            continue;
        below = below == 0 ? rank : below;
        if (rank != below)
            break;
        double step = fabs(value - values[ordered[i]]);
        least = step < least ? step : least;
    }
    if (least < DBL_MAX)
        return least / 2;
    double low = DBL_MAX;
    double high = -DBL_MAX;
    size_t known = 0;
    for (size_t i = 0; i < r->units; i++) {
        low = values[i] < low ? values[i] : low;
        high = values[i] > high ? values[i] : high;
        known += values[i] == values[i];
    }
    return known > 1 ? (high / 2 - low / 2) / (double)(known - 1) : 0;
}

static void alter(size_t draw, size_t column, attain_i_random *random,
                  double *out, void *user) {
    const reversal *r = user;
    const attain_composite *c = r->composite;
    const double *values = c->values + column * c->stride;
    size_t unit = unit_of(r, draw);
    (void)random;
    memcpy(out, values, r->units * sizeof *out);
    if (r->test == ATTAIN_REVERSAL_LEAVE_OUT) {
        out[unit] = (double)NAN;
        return;
    }
    int descending = c->descending != NULL && c->descending[column];
    double step = half_step(r, values, r->skip + draw);
    out[unit] = values[unit] + (descending ? step : -step);
}

/* --- What becomes of the others ------------------------------------------- */

/* Counts in a tree (Fenwick 1994): one more at `at`, and how many up to it. */
static void note(uint32_t *tree, size_t size, size_t at) {
    for (; at <= size; at += at & (0 - at))
        tree[at]++;
}

static size_t up_to(const uint32_t *tree, size_t at) {
    size_t count = 0;
    for (; at > 0; at -= at & (0 - at))
        count += tree[at];
    return count;
}

/* Pairs of the others whose order is the other way round. Units that tied
 * before are looked up before any of them is noted. */
static size_t count_turned(const reversal *r, const uint32_t *after,
                           size_t without, uint32_t *tree) {
    size_t turned = 0;
    size_t noted = 0;
    memset(tree, 0, (r->units + 1) * sizeof *tree);
    for (size_t from = 0; from < r->ranked;) {
        size_t to = from;
        uint32_t rank = r->before[r->ordered[from]];
        for (; to < r->ranked && r->before[r->ordered[to]] == rank; to++) {
            size_t unit = r->ordered[to];
            if (unit != without && after[unit] > 0)
                turned += noted - up_to(tree, after[unit]);
        }
        for (; from < to; from++) {
            size_t unit = r->ordered[from];
            if (unit == without || after[unit] == 0)
                continue;
            note(tree, r->units, after[unit]);
            noted++;
        }
    }
    return turned;
}

/* Whether those of the others that were first are those that are. */
static int same_first(const reversal *r, const uint32_t *after,
                      size_t without) {
    uint32_t before_best = UINT32_MAX;
    uint32_t after_best = UINT32_MAX;
    for (size_t i = 0; i < r->ranked; i++) {
        size_t unit = r->ordered[i];
        if (unit == without || after[unit] == 0)
            continue;
        before_best =
            r->before[unit] < before_best ? r->before[unit] : before_best;
        after_best = after[unit] < after_best ? after[unit] : after_best;
    }
    for (size_t i = 0; i < r->ranked; i++) {
        size_t unit = r->ordered[i];
        if (unit != without && after[unit] > 0 &&
            (r->before[unit] == before_best) != (after[unit] == after_best))
            return 0;
    }
    return 1;
}

static void take(size_t draw, size_t worker, const double *scores,
                 const uint32_t *ranks, void *user) {
    const reversal *r = user;
    size_t unit = unit_of(r, draw);
    uint32_t *tree = r->seen + worker * (r->units + 1);
    (void)scores;
    r->counts[draw] = (double)count_turned(r, ranks, unit, tree);
    r->others[draw] = !same_first(r, ranks, unit);
}

/* --- The whole ------------------------------------------------------------ */

/* Units with a rank, best first; those that tie in their order. */
static size_t order_units(const uint32_t *ranks, size_t units, uint32_t *starts,
                          uint32_t *out) {
    memset(starts, 0, (units + 2) * sizeof *starts);
    for (size_t u = 0; u < units; u++)
        starts[ranks[u] + 1]++;
    uint32_t none = starts[1];
    starts[1] = 0;
    for (size_t k = 2; k <= units + 1; k++)
        starts[k] += starts[k - 1];
    for (size_t u = 0; u < units; u++)
        if (ranks[u] > 0)
            out[starts[ranks[u]]++] = (uint32_t)u;
    return units - none;
}

typedef struct space {
    uint32_t *whole; /* ranks, ordered, starts, then each worker's tree */
    double *found;   /* counts, others */
    size_t whole_count;
    size_t found_count;
} space;

static attain_status run(const attain_i_index *index, reversal *r,
                         const space *s, int32_t threads, attain_error *err) {
    size_t units = index->units;
    uint32_t *ranks = s->whole;
    uint32_t *ordered = ranks + units;
    uint32_t *starts = ordered + units;
    attain_doubt_options options;
    attain_doubt_options_init(&options);
    options.threads = threads;
    attain_status status = attain_i_score_itself(index, NULL, ranks, err);
    if (status != ATTAIN_OK)
        return status;
    r->ranked = order_units(ranks, units, starts, ordered);
    r->before = ranks;
    r->ordered = ordered;
    r->seen = starts + units + 2;
    r->counts = s->found;
    r->others = s->found + units;
    for (size_t i = 0; r->test == ATTAIN_REVERSAL_REPLACE && i < r->ranked &&
                       ranks[ordered[i]] == 1;
         i++)
        r->skip = i + 1;
    r->draws = r->ranked - r->skip;
    attain_i_design design = {
        .draws = r->draws, .itself = 1, .alter = alter, .user = r};
    attain_i_sink sink = {.take = take, .user = r};
    return r->draws == 0
               ? ATTAIN_OK
               : attain_i_run_draws(index, &options, &design, &sink, err);
}

static void hand_over(const reversal *r, double *reversed, double *first) {
    for (size_t u = 0; u < r->units; u++) {
        reversed[u] = (double)NAN;
        if (first != NULL)
            first[u] = (double)NAN;
    }
    for (size_t d = 0; d < r->draws; d++) {
        reversed[unit_of(r, d)] = r->counts[d];
        if (first != NULL)
            first[unit_of(r, d)] = r->others[d];
    }
}

attain_status attain_rank_reversal(int32_t test,
                                   const attain_composite *composite,
                                   int32_t threads, double *reversed,
                                   double *first, attain_error *err) {
    attain_i_index index;
    attain_status status = attain_i_composite_check(composite, err);
    if (status != ATTAIN_OK)
        return status;
    if (test < ATTAIN_REVERSAL_LEAVE_OUT || test > ATTAIN_REVERSAL_REPLACE)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "test", -1,
                             "there is no test of reversal %d", (int)test);
    if (reversed == NULL)
        return attain_i_fail_null(err, "reversed");
    status = attain_i_index_create(&index, composite, err);
    if (status != ATTAIN_OK)
        return status;
    size_t workers = attain_i_workers(threads, index.units);
    reversal r = {.composite = composite, .test = test, .units = index.units};
    space s = {NULL, NULL, (workers + 3) * (index.units + 2), 2 * index.units};
    s.whole =
        attain_i_allocate(&index.allocator, s.whole_count, sizeof *s.whole);
    s.found =
        attain_i_allocate(&index.allocator, s.found_count, sizeof *s.found);
    status = s.whole == NULL || s.found == NULL
                 ? attain_i_fail_memory(err)
                 : run(&index, &r, &s, threads, err);
    if (status == ATTAIN_OK)
        hand_over(&r, reversed, first);
    attain_i_release(&index.allocator, s.whole, s.whole_count, sizeof *s.whole);
    attain_i_release(&index.allocator, s.found, s.found_count, sizeof *s.found);
    attain_i_index_clear(&index);
    return status;
}
