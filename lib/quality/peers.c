/* Units against their peers: those of the same level and stage. */
#include <math.h>

#include "base/decimal.h"
#include "numeric/sort.h"
#include "quality/relation.h"

enum { FEWEST_PEERS = 8 /* quartiles of fewer say little */ };

/* Quantile of type 7 (Hyndman and Fan 1996) of sorted keys. */
static double quantile(const attain_i_item *items, size_t count, double p) {
    double at = p * (double)(count - 1);
    size_t below = (size_t)at;
    double part = at - (double)below;
    return part > 0 ? items[below].key +
                          part * (items[below + 1].key - items[below].key)
                    : items[below].key;
}

/* The unit's ratio; NaN where it takes no part. */
static double ratio_of(const attain_i_quality_work *work,
                       const attain_i_quality_relation *of, size_t unit) {
    double under = of->under_count == 0 ? 1 : work->under[unit];
    double ratio = of->factor * work->over[unit] / under;
    return work->meets[unit] && under > 0 && ratio - ratio == 0 ? ratio
                                                                : (double)NAN;
}

/* The ratios of one list of peers, sorted. */
static size_t gather(attain_i_quality_work *work,
                     const attain_i_quality_relation *of, size_t first,
                     size_t end) {
    attain_i_item *items = work->space;
    size_t count = 0;
    for (size_t i = first; i < end; i++) {
        double ratio = ratio_of(work, of, (size_t)work->peers[i]);
        items[count].key = ratio;
        items[count].tag = 0;
        count += isnan(ratio) ? 0 : 1;
    }
    attain_i_sort(items, count, items + count);
    return count;
}

/* Tukey's fences (1977, Exploratory Data Analysis). */
static void look_at_list(attain_i_quality_work *work,
                         const attain_i_quality_relation *of, int32_t period,
                         size_t first, size_t end) {
    size_t count = gather(work, of, first, end);
    if (count < FEWEST_PEERS)
        return;
    double low = quantile(work->space, count, 0.25);
    double high = quantile(work->space, count, 0.75);
    double width = high - low;
    for (size_t i = first; width > 0 && i < end; i++) {
        size_t unit = (size_t)work->peers[i];
        double x = ratio_of(work, of, unit);
        double beyond = x > high ? x - high : x < low ? low - x : 0;
        if (beyond > work->least * fabs(x > high ? high : low) &&
            attain_i_compare12(beyond / width, work->limit, 0) > 0) {
            attain_i_relation_find(work, of, period, unit, x,
                                   x > high ? high : low, beyond / width);
        }
    }
}

static void look_at_peers(attain_i_quality_work *work,
                          const attain_i_quality_relation *of, int32_t period) {
    for (size_t i = 0; i < work->peer_count; i++) {
        look_at_list(work, of, period, (size_t)work->peer_starts[i],
                     (size_t)work->peer_starts[i + 1]);
    }
}

void attain_i_quality_peers(attain_i_quality_work *work) {
    if (work->check->variable == NULL) {
        attain_i_relation_each_metric(work, 0, look_at_peers);
        return;
    }
    const attain_i_part variable = {work->check->variable, NULL, 1, 0};
    const attain_i_quality_relation of = {&variable, NULL, 1, 0, -1, 1};
    for (size_t p = 0; p < work->period_count; p++)
        if (attain_i_relation_sums(work, &of, work->periods[p]))
            look_at_peers(work, &of, work->periods[p]);
}
