#include <math.h>
#include <float.h>
#include <string.h>

#include "base/error.h"
#include "base/parallel.h"
#include "numeric/doubt.h"
#include "numeric/quantile.h"
#include "numeric/rank.h"

static const double usual[] = {0.05, 0.5, 0.95};

static const char *const sources[] = {"weights", "normalisation", "aggregation",
                                      "left_out", "errors"};

size_t attain_doubt_source_count(void) {
    return sizeof sources / sizeof *sources;
}

const char *attain_doubt_source_name(int32_t source) {
    if (source < 0 || (size_t)source >= attain_doubt_source_count())
        return NULL;
    return sources[source];
}

void attain_doubt_options_init(attain_doubt_options *options) {
    if (options == NULL)
        return;
    memset(options, 0, sizeof *options);
    options->struct_size = sizeof *options;
    options->seed = 1;
    options->draws = 1000;
    options->top = 10;
}

void attain_doubt_result_init(attain_doubt_result *result) {
    if (result == NULL)
        return;
    memset(result, 0, sizeof *result);
    result->struct_size = sizeof *result;
}

/* --- Checks --------------------------------------------------------------- */

/* Numbers between 0 and `most`; NULL is fine. */
static attain_status check_numbers(const double *numbers, size_t count,
                                   double most, const char *field,
                                   attain_error *err) {
    for (size_t i = 0; numbers != NULL && i < count; i++) {
        if (!(numbers[i] >= 0 && numbers[i] <= most))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, field, (int64_t)i,
                                 "number %zu is out of its range", i);
    }
    return ATTAIN_OK;
}

static attain_status check_choices(const attain_doubt_options *o,
                                   attain_error *err) {
    if (o->draws == 0)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "draws", -1,
                             "no draws are asked for");
    if (o->draws > INT32_MAX)
        return attain_i_fail(err, ATTAIN_ERR_LIMIT, "draws", -1,
                             "more than 2^31 - 1 draws");
    if ((o->even_errors | o->left_out) & ~1)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "options", -1,
                             "even_errors and left_out are 0 or 1");
    if (o->bounds == NULL && o->bound_count > 0)
        return attain_i_fail_null(err, "bounds");
    for (size_t i = 0; i < o->bound_count; i++) {
        if (!(fabs(o->bounds[i]) <= DBL_MAX))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "bounds", (int64_t)i,
                                 "bound %zu is not a number", i);
    }
    return ATTAIN_OK;
}

attain_status attain_i_doubt_check(const attain_composite *composite,
                                   const attain_doubt_options *options,
                                   attain_error *err) {
    attain_status status = attain_i_composite_check(composite, err);
    if (status != ATTAIN_OK)
        return status;
    if (!attain_i_struct_ok(options->struct_size, sizeof *options,
                            sizeof *options) ||
        options->reserved != 0)
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "options", -1,
                             "not options: call attain_doubt_options_init() "
                             "first");
    size_t nodes = composite->node_count == 0 ? composite->column_count + 1
                                              : composite->node_count;
    status = check_choices(options, err);
    if (status == ATTAIN_OK)
        status = check_numbers(&options->spread, 1, 1, "spread", err);
    if (status == ATTAIN_OK)
        status = check_numbers(options->spreads, nodes - 1, 1, "spreads", err);
    if (status == ATTAIN_OK)
        status = check_numbers(options->errors, composite->column_count,
                               DBL_MAX, "errors", err);
    if (status == ATTAIN_OK)
        status =
            check_numbers(options->probabilities, options->probability_count, 1,
                          "probabilities", err);
    return status;
}

/* --- Errors of measurement ------------------------------------------------ */

void attain_i_measure(size_t draw, size_t column, attain_i_random *random,
                      double *out, void *user) {
    const attain_i_measuring *m = user;
    const attain_composite *c = m->composite;
    const double *values = c->values + column * c->stride;
    double error = m->options->errors[column];
    (void)draw;
    int even = m->options->even_errors;
    if (even)
        attain_i_random_uniforms(random, out, c->unit_count);
    else
        attain_i_random_normals(random, out, c->unit_count);
    for (size_t u = 0; u < c->unit_count; u++)
        out[u] = values[u] + error * (even ? 2 * out[u] - 1 : out[u]);
}

/* --- Summing up ----------------------------------------------------------- */

typedef struct summary {
    const attain_doubt_options *options;
    const attain_doubt_result *result;
    const double *probabilities;
    size_t probability_count;
    size_t units;
    size_t draws;
    size_t blocks;
    size_t workers;
    void *ranks;
    double *scores;
    uint32_t *counts;
    uint32_t *order;
    uint8_t *filled;
    attain_i_chooser *choosers; /* one for each worker */
    uint32_t *numbers;          /* [worker][3 · draws] */
    double *values;             /* [worker][draws], for scores */
    attain_i_item *items;       /* [worker][2 · draws], for scores */
} summary;

enum { UNITS_A_TASK = 256 };

/* Ranks of a unit, draw after draw as they are ordered; 0 where it has none. */
static void take_ranks(const summary *s, size_t unit, uint32_t *out) {
    enum { LANES = ATTAIN_I_LANES };
    int narrow = attain_i_narrow(s->units);
    for (size_t b = 0; b < s->blocks; b++) {
        size_t from = (b * s->units + unit) * LANES;
        const uint16_t *small = (const uint16_t *)s->ranks + from;
        const uint32_t *large = (const uint32_t *)s->ranks + from;
        size_t count = s->filled[b];
        for (size_t d = 0; d < count; d++)
            out[d] = narrow ? small[d] : large[d];
        out += count;
    }
}

/* Moves the ranks that are there to the front. */
static size_t leave_out_none(uint32_t *ranks, size_t count) {
    size_t known = 0;
    size_t none = 0;
    for (size_t i = 0; i < count; i++)
        none += ranks[i] == 0;
    if (none == 0)
        return count;
    for (size_t i = 0; i < count; i++) {
        ranks[known] = ranks[i];
        known += ranks[i] != 0;
    }
    return known;
}

static double share(size_t part, size_t count) {
    return count == 0 ? (double)NAN : (double)part / (double)count;
}

static void sum_up_ranks(const summary *s, attain_i_chooser *chooser,
                         size_t unit) {
    const attain_doubt_result *out = s->result;
    const uint32_t *ranks = chooser->values;
    take_ranks(s, unit, chooser->values);
    if (out->draws != NULL) {
        int32_t *draws = out->draws + unit * s->draws;
        for (size_t d = 0; d < s->draws; d++)
            draws[s->order[d]] = (int32_t)ranks[d];
    }
    size_t known = leave_out_none(chooser->values, s->draws);
    uint64_t sum = 0;
    size_t first = 0;
    size_t top = 0;
    for (size_t d = 0; d < known; d++) {
        sum += ranks[d];
        first += ranks[d] == 1;
        top += ranks[d] <= s->options->top;
    }
    if (out->mean_ranks != NULL)
        out->mean_ranks[unit] =
            known == 0 ? (double)NAN : (double)sum / (double)known;
    if (out->first != NULL)
        out->first[unit] = share(first, known);
    if (out->top != NULL)
        out->top[unit] = share(top, known);
    for (size_t k = 0; k < s->options->bound_count && out->above != NULL; k++) {
        size_t reached = 0;
        for (size_t w = 0; w < s->workers; w++)
            reached +=
                s->counts[(w * s->options->bound_count + k) * s->units + unit];
        out->above[k * s->units + unit] = share(reached, known);
    }
    if (out->ranks == NULL)
        return;
    if (known > 0)
        attain_i_choose_quantiles(chooser, known, s->probabilities,
                                  s->probability_count, out->ranks + unit,
                                  s->units);
    for (size_t i = 0; i < s->probability_count && known == 0; i++)
        out->ranks[i * s->units + unit] = (double)NAN;
}

static void sum_up_scores(const summary *s, size_t worker, size_t unit) {
    attain_i_item *items = s->items + worker * 2 * s->draws;
    double *scores = s->values + worker * s->draws;
    size_t at = 0;
    for (size_t b = 0; b < s->blocks; b++) {
        size_t from = (b * s->units + unit) * ATTAIN_I_LANES;
        memcpy(scores + at, s->scores + from, s->filled[b] * sizeof *scores);
        at += s->filled[b];
    }
    size_t known =
        attain_i_rank_items(scores, s->draws, 1, items, items + s->draws);
    for (size_t i = 0; i < s->probability_count; i++)
        s->result->scores[i * s->units + unit] =
            known == 0
                ? (double)NAN
                : attain_i_quantile_of_items(items, known, s->probabilities[i]);
}

static void sum_up(size_t task, size_t worker, void *user) {
    const summary *s = user;
    size_t from = task * UNITS_A_TASK;
    size_t to = s->units - from < UNITS_A_TASK ? s->units : from + UNITS_A_TASK;
    for (size_t unit = from; unit < to; unit++) {
        if (s->ranks != NULL)
            sum_up_ranks(s, &s->choosers[worker], unit);
        if (s->scores != NULL)
            sum_up_scores(s, worker, unit);
    }
}

/* --- The whole ------------------------------------------------------------ */

/* A part of what is found, to be allocated. */
typedef struct part {
    size_t count;
    size_t size; /* 0: it is not needed */
} part;

enum { PARTS = 9 };

/* Sizes beyond all memory become SIZE_MAX, which nothing can allocate. */
static size_t times(size_t a, size_t b) {
    return b != 0 && a > SIZE_MAX / b ? SIZE_MAX : a * b;
}

static void list_parts(const summary *s, part *out) {
    size_t wide =
        attain_i_narrow(s->units) ? sizeof(uint16_t) : sizeof(uint32_t);
    size_t cells = times(s->blocks, s->units);
    size_t scores = s->result->scores != NULL;
    size_t bounds = s->result->above != NULL ? s->options->bound_count : 0;
    const part parts[PARTS] = {
        {cells, ATTAIN_I_LANES * wide},
        {s->draws, sizeof(uint32_t)},
        {s->blocks, 1},
        {s->workers, sizeof(attain_i_chooser)},
        {s->workers * s->draws, 3 * sizeof(uint32_t)},
        {times(s->workers * s->units, bounds),
         bounds > 0 ? sizeof(uint32_t) : 0},
        {cells, scores * ATTAIN_I_LANES * sizeof(double)},
        {s->workers * s->draws, scores * sizeof(double)},
        {s->workers * s->draws, scores * 2 * sizeof(attain_i_item)},
    };
    memcpy(out, parts, sizeof parts);
}

static int make_room(summary *s, const attain_allocator *a, void **at) {
    part parts[PARTS];
    int all = 1;
    list_parts(s, parts);
    for (size_t i = 0; i < PARTS; i++) {
        at[i] = parts[i].size == 0
                    ? NULL
                    : attain_i_allocate(a, parts[i].count, parts[i].size);
        all &= parts[i].size == 0 || at[i] != NULL;
    }
    s->ranks = at[0];
    s->order = at[1];
    s->filled = at[2];
    s->choosers = at[3];
    s->numbers = at[4];
    s->counts = at[5];
    s->scores = at[6];
    s->values = at[7];
    s->items = at[8];
    return all;
}

static void clear_room(const summary *s, const attain_allocator *a, void **at) {
    part parts[PARTS];
    list_parts(s, parts);
    for (size_t i = 0; i < PARTS; i++)
        attain_i_release(a, at[i], parts[i].count, parts[i].size);
}

static attain_status work(const attain_i_index *index, summary *s,
                          attain_error *err) {
    attain_i_measuring m = {index->of, s->options};
    attain_i_design design = {.draws = s->draws};
    attain_i_sink sink = {.ranks = s->ranks,
                          .scores = s->scores,
                          .order = s->order,
                          .filled = s->filled,
                          .counts = s->counts};
    if (s->options->errors != NULL) {
        design.alter = attain_i_measure;
        design.user = &m;
    }
    memset(s->choosers, 0, s->workers * sizeof *s->choosers);
    if (s->counts != NULL)
        memset(s->counts, 0,
               s->workers * s->options->bound_count * s->units *
                   sizeof *s->counts);
    attain_status status =
        attain_i_run_draws(index, s->options, &design, &sink, err);
    if (status != ATTAIN_OK)
        return status;
    for (size_t i = 0; i < s->workers; i++) {
        s->choosers[i].values = s->numbers + 3 * s->draws * i;
        s->choosers[i].space = s->choosers[i].values + s->draws;
    }
    attain_i_parallel((s->units + UNITS_A_TASK - 1) / UNITS_A_TASK,
                      (int32_t)s->workers, sum_up, s);
    return ATTAIN_OK;
}

attain_status attain_doubt(const attain_composite *composite,
                           const attain_doubt_options *options,
                           const attain_doubt_result *result,
                           attain_error *err) {
    attain_doubt_options defaults;
    attain_i_index index;
    attain_doubt_options_init(&defaults);
    options = options == NULL ? &defaults : options;
    attain_status status = attain_i_doubt_check(composite, options, err);
    if (status != ATTAIN_OK)
        return status;
    if (result == NULL)
        return attain_i_fail_null(err, "result");
    if (!attain_i_struct_ok(result->struct_size, sizeof *result,
                            sizeof *result))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "result", -1,
                             "not a result: call attain_doubt_result_init() "
                             "first");
    status = attain_i_index_create(&index, composite, err);
    if (status != ATTAIN_OK)
        return status;
    int given = options->probabilities != NULL;
    summary s = {.options = options,
                 .result = result,
                 .probabilities = given ? options->probabilities : usual,
                 .probability_count = given ? options->probability_count
                                            : sizeof usual / sizeof *usual,
                 .units = index.units,
                 .draws = options->draws,
                 .workers = attain_i_workers(options->threads, options->draws)};
    void *room[PARTS];
    s.blocks = attain_i_most_blocks(&index, s.draws);
    status = make_room(&s, &index.allocator, room) ? work(&index, &s, err)
                                                   : attain_i_fail_memory(err);
    clear_room(&s, &index.allocator, room);
    attain_i_index_clear(&index);
    return status;
}

attain_status attain_composite_score(const attain_composite *composite,
                                     double *scores, double *ranks,
                                     attain_error *err) {
    attain_i_index index;
    attain_status status = attain_i_composite_check(composite, err);
    if (status == ATTAIN_OK)
        status = attain_i_index_create(&index, composite, err);
    if (status != ATTAIN_OK)
        return status;
    size_t units = index.units;
    uint32_t *numbers =
        attain_i_allocate(&index.allocator, units, sizeof *numbers);
    status = numbers == NULL
                 ? attain_i_fail_memory(err)
                 : attain_i_score_itself(&index, scores, numbers, err);
    for (size_t u = 0; u < units && status == ATTAIN_OK && ranks != NULL; u++)
        ranks[u] = numbers[u] == 0 ? (double)NAN : numbers[u];
    attain_i_release(&index.allocator, numbers, units, sizeof *numbers);
    attain_i_index_clear(&index);
    return status;
}
