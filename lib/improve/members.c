#include "improve/members.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "improve/level.h"
#include "improve/need.h"
#include "numeric/sum.h"

attain_status attain_i_members_make(attain_i_members *members,
                                    const attain_i_asking *asking) {
    const attain_allocator *allocator = asking->allocator;
    size_t n = asking->data->unit_count;
    memset(members, 0, sizeof *members);
    members->room = n;
    members->units = attain_i_allocate(allocator, n, sizeof(int32_t));
    members->over = attain_i_allocate(allocator, n, 7 * sizeof(double));
    members->scratch =
        attain_i_allocate(allocator, attain_i_scratch_size(n), sizeof(double));
    members->items =
        attain_i_allocate(allocator, n, 2 * sizeof *members->items);
    members->keys = attain_i_allocate(allocator, n, 2 * sizeof *members->keys);
    if (members->units == NULL || members->over == NULL ||
        members->scratch == NULL || members->items == NULL ||
        members->keys == NULL)
        return ATTAIN_ERR_MEMORY;
    members->under = members->over + n;
    members->ratios = members->over + 2 * n;
    members->weights = members->over + 3 * n;
    members->amounts = members->over + 4 * n;
    members->wholes = members->over + 5 * n;
    members->values = members->over + 6 * n;
    return ATTAIN_OK;
}

void attain_i_members_clear(attain_i_members *members,
                            const attain_i_asking *asking) {
    const attain_allocator *allocator = asking->allocator;
    size_t n = members->room;
    attain_i_release(allocator, members->units, n, sizeof(int32_t));
    attain_i_release(allocator, members->over, n, 7 * sizeof(double));
    attain_i_release(allocator, members->scratch, attain_i_scratch_size(n),
                     sizeof(double));
    attain_i_release(allocator, members->items, n, 2 * sizeof *members->items);
    attain_i_release(allocator, members->keys, n, 2 * sizeof *members->keys);
}

/* --- Taking ------------------------------------------------------------- */

static void take_one(attain_i_members *members, attain_i_asking *asking,
                     int32_t unit, int weighted) {
    double n;
    double d;
    size_t at = members->count;
    attain_i_need_terms(asking, unit, &n, &d);
    if (d == 0)
        return; /* no ratio (rulings A7) */
    if (isnan(n) || isnan(d)) {
        members->unknown++;
        return;
    }
    members->units[at] = unit;
    members->over[at] = n;
    members->under[at] = d;
    members->ratios[at] = n / d;
    members->weights[at] = weighted ? d : 1;
    members->amounts[at] = members->wholes[at] = 0;
    members->values[at] = members->ratios[at];
    members->count++;
}

int attain_i_members_take(attain_i_members *members, attain_i_asking *asking,
                          int32_t unit) {
    const attain_i_judging *judging = &asking->judging;
    const attain_i_metric_use *use = judging->use;
    const attain_i_forest *forest = &asking->work.forest;
    int weighted = use->lists->denominator_count > 0 &&
                   use->metric->across == ATTAIN_ACROSS_CV;
    size_t first = 0;
    size_t end = 0;
    members->count = members->unknown = 0;
    if (use->level >= 0)
        attain_i_forest_below(forest, unit, use->level, &first, &end);
    for (size_t i = first; i < end; i++) {
        int32_t member = forest->level[use->level].ordered[i];
        if (attain_i_metric_counts(&asking->work, use, member, judging->judged))
            take_one(members, asking, member, weighted);
    }
    double total = 0;
    for (size_t i = 0; i < members->count; i++) {
        if (!(members->under[i] > 0))
            return 0;
        total += members->weights[i] * members->ratios[i];
    }
    return members->count > 0 && total > 0;
}

/* --- Whole steps -------------------------------------------------------- */

static void put_whole(attain_i_members *members, size_t i, double whole) {
    members->wholes[i] = whole;
    members->values[i] =
        attain_i_decimal_add(members->over[i], whole) / members->under[i];
}

/* As the judge decides: the same sums, compared in 12 digits. */
static int passes(attain_i_members *members, double limit) {
    double *terms = members->scratch;
    for (size_t i = 0; i < members->count; i++)
        terms[i] = members->weights[i] * members->values[i];
    double mean = attain_i_sum(terms, members->count) /
                  attain_i_sum(members->weights, members->count);
    double cv = attain_i_cv(members->values, members->weights, members->count,
                            mean, members->scratch);
    return attain_i_compare12(cv, limit, 0) <= 0;
}

static void round_up(attain_i_members *members, double level, double step) {
    for (size_t i = 0; i < members->count; i++) {
        double short_of = level - members->ratios[i];
        double steps =
            short_of > 0
                ? attain_i_need_steps(short_of * members->under[i], step)
                : 0;
        put_whole(members, i, attain_i_round12(steps * step));
    }
}

/* Takes one step back from each, the highest first, where the coefficient
 * stays within the limit: what rounding up has added is mostly not needed. */
static void take_back(attain_i_members *members, double limit, double step) {
    static const double margin = 1 - 1e-9;
    double weight = 0;
    double first = 0;
    double second = 0;
    for (size_t i = 0; i < members->count; i++) {
        double w = members->weights[i];
        weight += w;
        first += w * members->values[i];
        second += w * members->values[i] * members->values[i];
        members->keys[i] =
            (attain_i_sort_key){-members->values[i], -w, 0, (int32_t)i, 0};
    }
    attain_i_keys_sort(members->keys, members->count,
                       members->keys + members->count);
    for (size_t k = 0; k < members->count; k++) {
        size_t i = (size_t)members->keys[k].index;
        double w = members->weights[i];
        double v = members->values[i];
        double less = v - step / members->under[i];
        double f = first - w * (v - less);
        double s = second - w * (v * v - less * less);
        if (!(members->wholes[i] > 0) ||
            weight * s - f * f > margin * limit * limit * f * f)
            continue;
        put_whole(members, i, attain_i_round12(members->wholes[i] - step));
        first = f;
        second = s;
    }
}

/* Rounding up may spread the values anew where steps are coarse: then the
 * level is raised until whole steps are within the limit, too. */
static int raise_whole(attain_i_members *members, double limit, double step) {
    enum { TRIES = 64 };
    double most = members->level;
    int found = 0;
    for (size_t i = 0; i < members->count; i++)
        most = fmax(most, members->ratios[i]);
    for (int t = 0; t <= TRIES && !found; t++) {
        round_up(members, members->level + (most - members->level) * t / TRIES,
                 step);
        found = passes(members, limit);
    }
    if (!found)
        return 0;
    memcpy(members->items, members->wholes, members->count * sizeof(double));
    take_back(members, limit, step);
    const double *kept = (const double *)(const void *)members->items;
    int sound = passes(members, limit);
    for (size_t i = 0; i < members->count && !sound; i++)
        put_whole(members, i, kept[i]);
    return 1;
}

int attain_i_members_raise(attain_i_members *members, double limit,
                           double step) {
    members->level = attain_i_level_find(members->ratios, members->weights,
                                         members->count, limit, members->items);
    for (size_t i = 0; i < members->count; i++) {
        double short_of = members->level - members->ratios[i];
        members->amounts[i] = short_of > 0 ? short_of * members->under[i] : 0;
    }
    return raise_whole(members, limit, step);
}
