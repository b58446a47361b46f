/* Judging the own rows of targets: block by block, target by target. */
#include "evaluate/target.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/parallel.h"

/* What the threads share. */
typedef struct judging_all {
    attain_i_work *work;
    attain_evaluation *ev;
    attain_i_block *blocks;     /* one a worker */
    attain_i_judging *judgings; /* one a target node */
    int32_t *nodes;             /* node of each */
    int32_t *units;             /* one run of own units a worker */
    const attain_path_point **path;
    size_t count;
    int32_t workers;
    size_t *growth_counts; /* one a target node */
    int32_t *growth_units;
    int32_t *growth_periods;
} judging_all;

/* --- Writing the measures of a block ------------------------------------ */

static double *column(const attain_i_judging *judging, int32_t measure) {
    return attain_i_column_of(judging->ev, measure, judging->node);
}

static void put(const attain_i_judging *judging, const attain_i_block *block,
                int32_t measure, const double *values) {
    double *out = column(judging, measure);
    if (out == NULL)
        return;
    if (block->contiguous) {
        memcpy(out + block->rows[0], values, block->count * sizeof *out);
        return;
    }
    for (size_t i = 0; i < block->count; i++)
        out[block->rows[i]] = values[i];
}

/* Coverage of the metric in j (rulings A46, A77). */
static void put_coverage(const attain_i_judging *judging,
                         const attain_i_block *block) {
    double *out = column(judging, ATTAIN_MEASURE_COVERAGE);
    int64_t at = attain_i_window(judging->work, judging->judged);
    if (out == NULL || at < 0)
        return;
    const attain_i_value *value = &judging->use->values[at];
    for (size_t i = 0; i < block->count; i++) {
        int32_t unit = block->units[i];
        out[block->rows[i]] = value->coverage == NULL
                                  ? !isnan(value->value.values[unit])
                                  : value->coverage[unit];
    }
}

/* Distance to the limit, and what it is in units of the numerator (A23). */
static void put_shortfall(const attain_i_judging *judging,
                          const attain_i_block *block) {
    double *out = column(judging, ATTAIN_MEASURE_SHORTFALL);
    double *over = column(judging, ATTAIN_MEASURE_SHORTFALL_NUMERATOR);
    size_t last = (judging->periods - 1) * ATTAIN_I_BLOCK;
    int32_t across = judging->use->metric->across;
    int64_t at = attain_i_window(judging->work, judging->judged);
    int counted =
        judging->use->lists->denominator_count > 0 && at >= 0 &&
        (across == ATTAIN_ACROSS_NONE || across == ATTAIN_ACROSS_TOTAL) &&
        (judging->target->series == ATTAIN_SERIES_LEVEL ||
         judging->target->series == ATTAIN_SERIES_SINCE_BASELINE);
    if ((out == NULL && over == NULL) ||
        judging->target->comparator == ATTAIN_COMPARATOR_NONE)
        return;
    for (size_t i = 0; i < block->count; i++) {
        double x = block->x[judging->periods - 1][i];
        double gap = NAN;
        if (!isnan(x) && block->sat[last + i] == ATTAIN_I_YES)
            gap = 0;
        else if (x < judging->low)
            gap = attain_i_decimal_subtract(judging->low, x);
        else if (x > judging->high)
            gap = attain_i_decimal_subtract(x, judging->high);
        else if (!isnan(x))
            gap = 0;
        if (block->sat[last + i] == ATTAIN_I_SKIPPED)
            gap = NAN;
        if (out != NULL)
            out[block->rows[i]] = gap;
        if (over != NULL && counted)
            over[block->rows[i]] =
                gap *
                judging->use->values[at].denominator.values[block->units[i]] /
                fabs(judging->use->metric->factor);
    }
}

static void put_projection(const attain_i_judging *judging,
                           attain_i_block *block) {
    double *value = column(judging, ATTAIN_MEASURE_PROJECTION);
    double *low = column(judging, ATTAIN_MEASURE_PROJECTION_LOW);
    double *high = column(judging, ATTAIN_MEASURE_PROJECTION_HIGH);
    double *chance = column(judging, ATTAIN_MEASURE_PROBABILITY);
    if ((value == NULL && low == NULL && high == NULL && chance == NULL) ||
        judging->judged >= judging->due)
        return;
    for (size_t i = 0; i < block->count; i++) {
        attain_i_projection at;
        attain_i_project(judging, block, i, &at);
        int32_t row = block->rows[i];
        if (value != NULL)
            value[row] = at.value;
        if (low != NULL)
            low[row] = at.low;
        if (high != NULL)
            high[row] = at.high;
        if (chance != NULL)
            chance[row] = at.probability;
    }
}

/* The three answers to a yearly rule, and the growth pace beside the pace. */
static void put_companions(const attain_i_judging *judging,
                           attain_i_block *block) {
    double *growth = column(judging, ATTAIN_MEASURE_GROWTH_PACE);
    double *gap = column(judging, ATTAIN_MEASURE_CUMULATIVE_GAP);
    double *mean = column(judging, ATTAIN_MEASURE_MEAN_CHANGE);
    int change = judging->target->series == ATTAIN_SERIES_CHANGE &&
                 judging->base != ATTAIN_PERIOD_NONE &&
                 judging->judged > judging->base;
    if (growth == NULL && gap == NULL && mean == NULL)
        return;
    attain_i_block_metric(judging, block, judging->judged, block->before);
    for (size_t i = 0; i < block->count; i++) {
        int32_t row = block->rows[i];
        double v = block->before[i];
        double b = block->baseline[i];
        if (growth != NULL)
            growth[row] = attain_i_growth_pace(judging, v, b);
        if (gap != NULL && change)
            gap[row] = attain_i_decimal_subtract(
                v, attain_i_expected(judging, b, judging->judged));
        if (mean != NULL && change)
            mean[row] = attain_i_decimal_subtract(v, b) /
                        (double)(judging->judged - judging->base);
    }
}

/* --- Status ------------------------------------------------------------- */

/* Order against a cut-off, in 12 digits where doubles are not clear of it. */
static int is_below(double pace, double cut) {
    double apart = pace - cut;
    return fabs(apart) > 1e-9 * (fabs(pace) + fabs(cut))
               ? apart < 0
               : attain_i_compare12(pace, cut, cut == 0 ? 1 : 0) < 0;
}

/* on_track, slow, off_track, reversing and unrated follow each other. Paces are
 * made only where the cut-offs cannot be compared with the values. */
static void rate_paces(const attain_i_judging *judging, attain_i_block *block,
                       uint8_t *out) {
    double on_track = judging->ev->on_track;
    double slow = judging->ev->slow;
    const double *x = block->x[judging->periods - 1];
    attain_i_cuts cuts;
    if (!attain_i_pace_is_simple(judging, block, &cuts) ||
        !(fabs(cuts.way) > 1e-100 && fabs(cuts.way) < 1e100)) {
        attain_i_block_pace(judging, block);
        x = block->pace;
        cuts.start = 0;
        cuts.way = 1;
    }
    cuts.first = on_track;
    cuts.second = slow;
    if (!attain_i_codes_below(x, &cuts, ATTAIN_STANDING_ON_TRACK, out,
                              block->count))
        return;
    attain_i_block_pace(judging, block);
    for (size_t i = 0; i < block->count; i++) {
        double pace = block->pace[i];
        if (pace == pace)
            out[i] =
                (uint8_t)(ATTAIN_STANDING_ON_TRACK + is_below(pace, on_track) +
                          is_below(pace, slow) + is_below(pace, 0));
    }
}

static int any_open_question(const attain_i_block *block) {
    return memchr(block->verdict, ATTAIN_VERDICT_NOT_MET, block->count) != NULL;
}

/* The first that fits (method §5, rulings A71–A73). `out` comes with what the
 * pace says. */
static void choose_status(const uint8_t *restrict verdicts,
                          const uint8_t *restrict was, uint8_t *restrict out,
                          size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint8_t status = was[i] ? ATTAIN_STANDING_LOST : out[i];
        status = verdicts[i] == ATTAIN_VERDICT_MET ? ATTAIN_STANDING_ACHIEVED
                                                   : status;
        out[i] = verdicts[i] == ATTAIN_VERDICT_UNKNOWN ? ATTAIN_STANDING_UNKNOWN
                                                       : status;
    }
}

/* Without a comparator there is no verdict (rulings A58). */
static void no_status(const double *x, uint8_t *out, size_t count) {
    for (size_t i = 0; i < count; i++)
        out[i] =
            isnan(x[i]) ? ATTAIN_STANDING_UNKNOWN : ATTAIN_STANDING_UNRATED;
}

static void put_codes(const attain_i_block *block, const uint8_t *codes,
                      uint8_t *out) {
    if (block->contiguous) {
        memcpy(out + block->rows[0], codes, block->count);
        return;
    }
    for (size_t i = 0; i < block->count; i++)
        out[block->rows[i]] = codes[i];
}

static void put_status(const attain_i_judging *judging, attain_i_block *block) {
    attain_evaluation *ev = judging->ev;
    uint8_t was[ATTAIN_I_BLOCK] = {0};
    uint8_t statuses[ATTAIN_I_BLOCK] = {0};
    int open = any_open_question(block);
    if (ev->statuses == NULL)
        return;
    if (open)
        attain_i_block_was_met(judging, block, was);
    if (judging->judged == judging->due)
        memset(statuses, ATTAIN_STANDING_MISSED, block->count);
    else if (open)
        rate_paces(judging, block, statuses);
    if (judging->target->comparator == ATTAIN_COMPARATOR_NONE)
        no_status(block->x[judging->periods - 1], statuses, block->count);
    else
        choose_status(block->verdict, was, statuses, block->count);
    put_codes(block, statuses, ev->statuses + judging->node->first_row);
}

/* --- A block, a target, all --------------------------------------------- */

static void judge_block(const attain_i_judging *judging,
                        attain_i_block *block) {
    attain_evaluation *ev = judging->ev;
    size_t first = judging->node->first_row;
    attain_i_block_start(judging, block);
    attain_i_block_verdict(judging, block);
    attain_i_block_period(judging, block, judging->periods - 1);
    attain_i_block_attainment(judging, block);
    if (column(judging, ATTAIN_MEASURE_EXPECTED) != NULL ||
        column(judging, ATTAIN_MEASURE_PACE) != NULL)
        attain_i_block_pace(judging, block);
    put_codes(block, block->verdict, ev->verdicts + first);
    if (ev->lows != NULL) {
        for (size_t i = 0; i < block->count; i++) {
            size_t row = first + (size_t)block->rows[i];
            ev->lows[row] = block->low[i];
            ev->highs[row] = block->high[i];
            ev->shares[row] = block->share[i];
        }
    }
    put(judging, block, ATTAIN_MEASURE_VALUE, block->x[judging->periods - 1]);
    put(judging, block, ATTAIN_MEASURE_ATTAINMENT, block->attainment);
    put(judging, block, ATTAIN_MEASURE_EXPECTED, block->expected);
    put(judging, block, ATTAIN_MEASURE_PACE, block->pace);
    put_coverage(judging, block);
    put_shortfall(judging, block);
    put_projection(judging, block);
    put_companions(judging, block);
    put_status(judging, block);
}

static void judge_target(size_t task, size_t worker, void *user) {
    judging_all *all = user;
    const attain_i_judging *judging = &all->judgings[task];
    const attain_i_rows *rows = &all->ev->rows[judging->node->rows];
    attain_i_block *block = &all->blocks[worker];
    int32_t *picked = all->units + worker * all->work->forest.unit_count;
    const int32_t *units = rows->units;
    if (rows->own_count < rows->count) {
        for (size_t i = 0; i < rows->own_count; i++)
            picked[i] = rows->units[rows->own[i]];
        units = picked;
    }
    block->growth_count = 0;
    for (size_t at = 0; at < rows->own_count; at += ATTAIN_I_BLOCK) {
        size_t count = rows->own_count - at < ATTAIN_I_BLOCK
                           ? rows->own_count - at
                           : ATTAIN_I_BLOCK;
        attain_i_block_take(block, units + at, rows->own + at, count);
        judge_block(judging, block);
    }
    all->growth_counts[task] = block->growth_count;
    all->growth_units[task] = block->growth_unit;
    all->growth_periods[task] = block->growth_period;
}

static attain_status take(judging_all *all) {
    const attain_allocator *allocator = all->work->allocator;
    const attain_evaluation *ev = all->ev;
    size_t n = all->count;
    size_t units = all->work->forest.unit_count;
    size_t workers = (size_t)all->workers;
    size_t points = all->work->plan->path_count;
    all->blocks =
        attain_i_allocate_zero(allocator, workers, sizeof *all->blocks);
    all->judgings = attain_i_allocate_zero(allocator, n, sizeof *all->judgings);
    all->nodes = attain_i_allocate(allocator, n, sizeof *all->nodes);
    all->units =
        attain_i_allocate(allocator, workers * units, sizeof *all->units);
    all->path = attain_i_allocate(allocator, points, sizeof(void *));
    all->growth_counts = attain_i_allocate(allocator, n, sizeof(size_t));
    all->growth_units = attain_i_allocate(allocator, n, sizeof(int32_t));
    all->growth_periods = attain_i_allocate(allocator, n, sizeof(int32_t));
    if (all->blocks == NULL || all->judgings == NULL || all->nodes == NULL ||
        all->units == NULL || all->path == NULL || all->growth_counts == NULL ||
        all->growth_units == NULL || all->growth_periods == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t w = 0; w < workers; w++) {
        if (attain_i_block_make(&all->blocks[w],
                                (size_t)(ev->as_of - ev->first_period) + 1,
                                all->work->window, allocator) != ATTAIN_OK)
            return ATTAIN_ERR_MEMORY;
    }
    return ATTAIN_OK;
}

static void give_back(judging_all *all) {
    const attain_allocator *allocator = all->work->allocator;
    size_t workers = (size_t)all->workers;
    for (size_t w = 0; all->blocks != NULL && w < workers; w++)
        attain_i_block_clear(&all->blocks[w], allocator);
    attain_i_release(allocator, all->blocks, workers, sizeof *all->blocks);
    attain_i_release(allocator, all->judgings, all->count,
                     sizeof *all->judgings);
    attain_i_release(allocator, all->nodes, all->count, sizeof *all->nodes);
    attain_i_release(allocator, all->units,
                     workers * all->work->forest.unit_count,
                     sizeof *all->units);
    attain_i_release(allocator, all->path, all->work->plan->path_count,
                     sizeof(void *));
    attain_i_release(allocator, all->growth_counts, all->count, sizeof(size_t));
    attain_i_release(allocator, all->growth_units, all->count, sizeof(int32_t));
    attain_i_release(allocator, all->growth_periods, all->count,
                     sizeof(int32_t));
}

static int is_peer(int32_t score) {
    return score == ATTAIN_SCORE_MINMAX || score == ATTAIN_SCORE_ZSCORE ||
           score == ATTAIN_SCORE_RANK || score == ATTAIN_SCORE_PERCENTILE;
}

/* Sets up every target; scores against peers need all units first. */
static attain_status prepare(judging_all *all) {
    attain_evaluation *ev = all->ev;
    attain_status status = ATTAIN_OK;
    const attain_path_point **path = all->path;
    size_t t = 0;
    for (size_t n = 0; n < ev->node_count; n++) {
        if (ev->nodes[n].kind != ATTAIN_KIND_TARGET)
            continue;
        attain_i_judging *judging = &all->judgings[t];
        attain_i_judging_make(judging, all->work, ev, &ev->nodes[n], path);
        path += judging->path_count;
        all->nodes[t++] = (int32_t)n;
    }
    for (t = 0; t < all->count && status == ATTAIN_OK; t++) {
        attain_i_judging *judging = &all->judgings[t];
        if (is_peer(judging->score))
            judging->peers = attain_i_peers(judging, &all->blocks[0], &status);
    }
    return status;
}

static attain_status note_growth(const judging_all *all) {
    char message[200];
    for (size_t t = 0; t < all->count; t++) {
        if (all->growth_counts[t] == 0)
            continue;
        attain_i_format(message, sizeof message,
                        "growth has no value where the value before it is "
                        "not above 0: target '%s'",
                        all->judgings[t].target->id);
        if (!attain_i_finding_add(all->ev, ATTAIN_ERR_VALUE, all->nodes[t],
                                  all->growth_units[t], all->growth_periods[t],
                                  all->growth_counts[t], message))
            return ATTAIN_ERR_MEMORY;
    }
    return ATTAIN_OK;
}

attain_status attain_i_judge_targets(attain_i_work *work, attain_evaluation *ev,
                                     attain_error *err) {
    judging_all all = {0};
    all.work = work;
    all.ev = ev;
    all.workers = ev->threads < 1 ? 1 : ev->threads;
    all.count = work->plan->target_count;
    attain_status status = take(&all);
    if (status == ATTAIN_OK)
        status = prepare(&all);
    if (status == ATTAIN_OK) {
        attain_i_parallel(all.count, all.workers, judge_target, &all);
        status = note_growth(&all);
    }
    for (size_t t = 0; all.judgings != NULL && t < all.count; t++) {
        if (all.judgings[t].peers != NULL)
            attain_i_peers_release(&all.judgings[t], all.judgings[t].peers);
    }
    give_back(&all);
    return status == ATTAIN_OK ? ATTAIN_OK : attain_i_fail_memory(err);
}
