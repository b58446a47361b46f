/* Metrics as columns over units (method §2, rulings part 2). */
#include "evaluate/work.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "evaluate/finding.h"
#include "numeric/sum.h"
#include "attain/numeric.h"

/* What one period of one metric is computed with. */
typedef struct making {
    attain_i_work *work;
    const attain_i_metric_use *use;
    attain_i_value *value;
    attain_i_lent over;  /* N */
    attain_i_lent under; /* D; values NULL without a denominator */
    double *over_scale;  /* largest part of N; NULL: N itself */
    int32_t period;
    size_t zero_count; /* units without a value because D is 0 */
    int32_t zero_unit;
    size_t spread_count; /* units whose spread has no meaning */
    int32_t spread_unit;
} making;

double attain_i_metric_at(const attain_i_work *work, int32_t metric,
                          int32_t unit, int32_t period) {
    int64_t at = attain_i_window(work, period);
    return at < 0 ? NAN : work->uses[metric].values[at].value.values[unit];
}

/* One part of a list as a column; `buffer` may be used for it. */
static const double *part_column(const making *m, size_t part,
                                 const attain_i_part *text, double *buffer) {
    int32_t row = m->use->parts[part];
    if (text->is_metric)
        return m->work->uses[row]
            .values[m->period - m->work->window_first]
            .value.values;
    if (text->group != NULL)
        return attain_i_variable_group(m->work, row, m->period,
                                       m->use->groups[part], buffer);
    return attain_i_variable(m->work, row, m->period);
}

/* Adds the parts up, in their order, as decimals. */
static int add_parts(making *m, size_t first, const attain_i_part *texts,
                     size_t count, double *out, double *scale) {
    size_t units = m->work->forest.unit_count;
    double *buffer = m->work->scratch + 3 * units;
    for (size_t p = 0; p < count; p++) {
        const double *column = part_column(m, first + p, &texts[p], buffer);
        if (column == NULL)
            return 0;
        for (size_t u = 0; u < units; u++) {
            double part = texts[p].sign < 0 ? -column[u] : column[u];
            out[u] = p == 0 ? part : attain_i_decimal_add(out[u], part);
            if (scale != NULL && (p == 0 || fabs(part) > scale[u]))
                scale[u] = fabs(part);
        }
    }
    return 1;
}

/* A list as a column: lent where it is one variable as it stands. */
static int make_list(making *m, size_t first, const attain_i_part *texts,
                     size_t count, attain_i_lent *out, double **scale) {
    const attain_allocator *allocator = m->work->allocator;
    size_t units = m->work->forest.unit_count;
    if (count == 1 && texts[0].sign > 0 && texts[0].group == NULL) {
        out->values = part_column(m, first, &texts[0], NULL);
        return out->values != NULL;
    }
    out->owned = attain_i_allocate(allocator, units, sizeof(double));
    if (out->owned == NULL)
        return 0;
    out->values = out->owned;
    if (scale != NULL && count > 1) {
        *scale = attain_i_allocate(allocator, units, sizeof(double));
        if (*scale == NULL)
            return 0;
    }
    return add_parts(m, first, texts, count, out->owned,
                     scale == NULL ? NULL : *scale);
}

static void note_zero(making *m, int32_t unit) {
    if (m->zero_count++ == 0)
        m->zero_unit = unit;
}

static void note_spread(making *m, int32_t unit) {
    if (m->spread_count++ == 0)
        m->spread_unit = unit;
}

/* --- Across none -------------------------------------------------------- */

/* The unit's own value: factor · N / D. */
static attain_status make_own(making *m) {
    const attain_i_metric_use *use = m->use;
    attain_i_value *value = m->value;
    if (use->direct) {
        value->value.values = m->over.values;
        return ATTAIN_OK;
    }
    size_t units = m->work->forest.unit_count;
    double factor = use->metric->factor;
    double *out = attain_i_allocate(m->work->allocator, units, sizeof(double));
    if (out == NULL)
        return ATTAIN_ERR_MEMORY;
    value->value.owned = out;
    value->value.values = out;
    const double *over = m->over.values;
    const double *under = m->under.values;
    for (size_t u = 0; u < units; u++)
        out[u] = under == NULL ? factor * over[u] : factor * over[u] / under[u];
    for (size_t u = 0; under != NULL && u < units; u++) {
        if (under[u] == 0) {
            out[u] = NAN;
            if (!isnan(over[u]))
                note_zero(m, (int32_t)u);
        }
    }
    if (attain_i_metric_selects(use)) {
        for (size_t u = 0; u < units; u++)
            if (!attain_i_metric_matches(m->work, use, (int32_t)u, m->period))
                out[u] = NAN;
    }
    for (size_t u = 0; m->over_scale != NULL && u < units; u++)
        m->over_scale[u] *= fabs(factor) / (under == NULL ? 1 : fabs(under[u]));
    value->scale = m->over_scale;
    m->over_scale = NULL;
    value->denominator = m->under;
    memset(&m->under, 0, sizeof m->under);
    return ATTAIN_OK;
}

/* --- Across members ----------------------------------------------------- */

/* Members with both numbers known, in scratch: N, D and v side by side. */
typedef struct members {
    double *over;
    double *under;
    double *ratios;
    double *scratch;
    size_t count;   /* known */
    size_t set;     /* that count for coverage */
    size_t all;     /* that match and are open */
    double largest; /* largest |N|, or |v| */
} members;

static int statistic_of(int32_t across) {
    switch (across) {
    case ATTAIN_ACROSS_MEAN:
        return ATTAIN_STATISTIC_MEAN;
    case ATTAIN_ACROSS_MEDIAN:
        return ATTAIN_STATISTIC_MEDIAN;
    case ATTAIN_ACROSS_MIN:
        return ATTAIN_STATISTIC_MIN;
    case ATTAIN_ACROSS_MAX:
        return ATTAIN_STATISTIC_MAX;
    case ATTAIN_ACROSS_GINI:
        return ATTAIN_STATISTIC_GINI;
    case ATTAIN_ACROSS_THEIL:
        return ATTAIN_STATISTIC_THEIL;
    default:
        return ATTAIN_STATISTIC_CV;
    }
}

/* Collects a run of member units (rulings A7, A43). */
static void collect(const making *m, const int32_t *units, size_t count,
                    members *out) {
    const double *over = m->over.values;
    const double *under = m->under.values;
    double factor = m->use->metric->factor;
    int total = m->use->metric->across == ATTAIN_ACROSS_TOTAL;
    out->count = 0;
    out->set = out->all = count;
    out->largest = 0;
    for (size_t i = 0; i < count; i++) {
        double n = over[units[i]];
        double d = under == NULL ? 1 : under[units[i]];
        if (d == 0 && !total) {
            out->set--;
            continue;
        }
        if (isnan(n) || isnan(d))
            continue;
        double v = under == NULL ? factor * n : factor * n / d;
        double term = total ? fabs(n) : fabs(v);
        if (term > out->largest)
            out->largest = term;
        out->over[out->count] = n;
        out->under[out->count] = d;
        out->ratios[out->count++] = v;
    }
}

static int is_cv(int32_t across) {
    return across == ATTAIN_ACROSS_CV || across == ATTAIN_ACROSS_UNWEIGHTED_CV;
}

/* True when a spread has a meaning: X > 0, D ≥ 0, and for gini and theil
 * v ≥ 0 (rulings A8). */
static int spread_sound(const members *set, int32_t across, double mean) {
    int sound = mean > 0;
    for (size_t i = 0; i < set->count && sound; i++)
        sound = set->under[i] >= 0 && (is_cv(across) || set->ratios[i] >= 0);
    return sound;
}

static double spread(making *m, const members *set, int32_t unit) {
    int32_t across = m->use->metric->across;
    int weighted =
        m->under.values != NULL && across != ATTAIN_ACROSS_UNWEIGHTED_CV;
    double mean;
    if (weighted)
        mean = m->use->metric->factor * attain_i_sum(set->over, set->count) /
               attain_i_sum(set->under, set->count);
    else
        mean = attain_i_sum(set->ratios, set->count) / (double)set->count;
    if (!spread_sound(set, across, mean)) {
        note_spread(m, unit);
        return NAN;
    }
    const double *weights = weighted ? set->under : NULL;
    if (is_cv(across))
        return attain_i_cv(set->ratios, weights, set->count, mean,
                           set->scratch);
    return attain_i_statistic(statistic_of(across), set->ratios, weights,
                              set->count, set->scratch);
}

static double total(making *m, const members *set, int32_t unit,
                    double *denominator) {
    double factor = m->use->metric->factor;
    double over = attain_i_sum(set->over, set->count);
    if (m->under.values == NULL)
        return factor * over;
    *denominator = attain_i_sum(set->under, set->count);
    if (*denominator == 0) {
        note_zero(m, unit);
        return NAN;
    }
    return factor * over / *denominator;
}

/* The value of one unit from its members. */
static double across_one(making *m, const members *set, int32_t unit,
                         double *coverage, double *denominator, double *scale) {
    const attain_metric *metric = m->use->metric;
    if (metric->across == ATTAIN_ACROSS_COUNT) {
        *coverage = 1;
        return metric->factor * (double)set->all;
    }
    if (set->set == 0)
        return NAN;
    *coverage = (double)set->count / (double)set->set;
    if (set->count == 0 ||
        attain_i_compare12(*coverage, metric->min_coverage, 0) < 0)
        return NAN;
    *scale = set->largest;
    switch (metric->across) {
    case ATTAIN_ACROSS_TOTAL: {
        double value = total(m, set, unit, denominator);
        *scale *= fabs(metric->factor) /
                  (m->under.values == NULL ? 1 : fabs(*denominator));
        return value;
    }
    case ATTAIN_ACROSS_CV:
    case ATTAIN_ACROSS_GINI:
    case ATTAIN_ACROSS_THEIL:
    case ATTAIN_ACROSS_UNWEIGHTED_CV:
        return spread(m, set, unit);
    default:
        return attain_i_statistic(statistic_of(metric->across), set->ratios,
                                  NULL, set->count, set->scratch);
    }
}

/* Members that match and are open, in pre-order; `starts[i]` says how many
 * stand before index i of the level's list. */
static size_t filter_members(const making *m, int32_t *units, size_t *starts) {
    const attain_i_work *work = m->work;
    if (m->use->level < 0)
        return 0;
    const attain_i_level *level = &work->forest.level[m->use->level];
    size_t count = 0;
    for (size_t i = 0; i < level->count; i++) {
        int32_t unit = level->ordered[i];
        starts[i] = count;
        if (attain_i_metric_counts(work, m->use, unit, m->period))
            units[count++] = unit;
    }
    starts[level->count] = count;
    return count;
}

static void across_levels(making *m, const int32_t *units, const size_t *starts,
                          members *set) {
    const attain_i_forest *forest = &m->work->forest;
    attain_i_value *value = m->value;
    for (size_t l = 0; l < forest->level_count; l++) {
        if ((m->use->levels >> l & 1) == 0)
            continue;
        for (size_t i = 0; i < forest->level[l].count; i++) {
            int32_t unit = forest->level[l].units[i];
            size_t first = 0;
            size_t end = 0;
            attain_i_forest_below(forest, unit, m->use->level, &first, &end);
            first = m->use->level < 0 ? 0 : starts[first];
            end = m->use->level < 0 ? 0 : starts[end];
            if (((int32_t)l == m->use->level && first == end) ||
                !attain_i_unit_counts(&m->work->data->units[unit], m->period))
                continue;
            set->all = end - first;
            if (m->use->metric->across != ATTAIN_ACROSS_COUNT)
                collect(m, units + first, end - first, set);
            value->value.owned[unit] = across_one(
                m, set, unit, &value->coverage[unit],
                &value->denominator.owned[unit], &value->scale[unit]);
        }
    }
}

static double *take_column(const attain_i_work *work) {
    double *column = attain_i_allocate(work->allocator, work->forest.unit_count,
                                       sizeof(double));
    if (column != NULL)
        memcpy(column, work->none, work->forest.unit_count * sizeof(double));
    return column;
}

static attain_status make_across(making *m) {
    const attain_allocator *allocator = m->work->allocator;
    attain_i_value *value = m->value;
    size_t n = m->work->forest.unit_count;
    value->value.values = value->value.owned = take_column(m->work);
    value->denominator.values = value->denominator.owned = take_column(m->work);
    value->coverage = take_column(m->work);
    value->scale = take_column(m->work);
    int32_t *units = attain_i_allocate(allocator, n, sizeof *units);
    size_t *starts = attain_i_allocate(allocator, n + 1, sizeof *starts);
    size_t room = 3 * n + attain_i_scratch_size(n);
    double *space = attain_i_allocate(allocator, room, sizeof(double));
    attain_status status = ATTAIN_OK;
    if (value->value.owned == NULL || value->denominator.owned == NULL ||
        value->coverage == NULL || value->scale == NULL || units == NULL ||
        starts == NULL || space == NULL) {
        status = ATTAIN_ERR_MEMORY;
    } else {
        members set = {0};
        set.over = space;
        set.under = space + n;
        set.ratios = space + 2 * n;
        set.scratch = space + 3 * n;
        filter_members(m, units, starts);
        across_levels(m, units, starts, &set);
    }
    attain_i_release(allocator, units, n, sizeof *units);
    attain_i_release(allocator, starts, n + 1, sizeof *starts);
    attain_i_release(allocator, space, room, sizeof(double));
    return status;
}

/* --- One period --------------------------------------------------------- */

/* Where the metric has no value, if it is anywhere. */
static int note_metric(const making *m, int32_t kind, int32_t unit,
                       size_t count) {
    const attain_i_odd odd = {.kind = kind,
                              .node = -1,
                              .unit = unit,
                              .period = m->period,
                              .count = count,
                              .name = m->use->metric->id,
                              .label = m->use->metric->name};
    return m->work->ev == NULL || count == 0 ||
           attain_i_finding_add(m->work->ev, &odd);
}

static int report(const making *m) {
    return note_metric(m, ATTAIN_FINDING_DENOMINATOR, m->zero_unit,
                       m->zero_count) &&
           note_metric(m, ATTAIN_FINDING_SPREAD, m->spread_unit,
                       m->spread_count);
}

attain_status attain_i_metric_make(attain_i_work *work, int32_t metric,
                                   size_t window) {
    attain_i_metric_use *use = &work->uses[metric];
    making m = {0};
    m.work = work;
    m.use = use;
    m.value = &use->values[window];
    m.period = work->window_first + (int32_t)window;
    const attain_i_metric_lists *lists = use->lists;
    attain_status status = ATTAIN_OK;
    m.value->made = 1;
    if (lists->numerator_count > 0 &&
        !make_list(&m, 0, lists->numerator, lists->numerator_count, &m.over,
                   &m.over_scale))
        status = ATTAIN_ERR_MEMORY;
    if (status == ATTAIN_OK && lists->denominator_count > 0 &&
        !make_list(&m, lists->numerator_count, lists->denominator,
                   lists->denominator_count, &m.under, NULL))
        status = ATTAIN_ERR_MEMORY;
    if (status == ATTAIN_OK)
        status = use->metric->across == ATTAIN_ACROSS_NONE ? make_own(&m)
                                                           : make_across(&m);
    size_t units = work->forest.unit_count;
    attain_i_release(work->allocator, m.over_scale, units, sizeof(double));
    attain_i_release(work->allocator, m.under.owned, units, sizeof(double));
    if (m.value->value.values == m.over.owned && m.over.owned != NULL)
        m.value->value.owned = m.over.owned;
    else
        attain_i_release(work->allocator, m.over.owned, units, sizeof(double));
    if (status == ATTAIN_OK && !report(&m))
        status = ATTAIN_ERR_MEMORY;
    return status;
}
