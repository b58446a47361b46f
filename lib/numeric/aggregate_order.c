#include <math.h>

#include "numeric/aggregate.h"
#include "numeric/sum.h"

double attain_i_unit_median(attain_i_composed *unit, uint8_t *reason) {
    *reason = ATTAIN_REASON_UNDEFINED;
    return attain_i_statistic(ATTAIN_STATISTIC_MEDIAN, unit->v, unit->w,
                              unit->count, (double *)(void *)unit->items);
}

double attain_i_unit_min(attain_i_composed *unit, uint8_t *reason) {
    double least = unit->v[0];
    (void)reason;
    for (size_t k = 1; k < unit->count; k++)
        least = unit->v[k] < least ? unit->v[k] : least;
    return least + 0;
}

double attain_i_unit_max(attain_i_composed *unit, uint8_t *reason) {
    double most = unit->v[0];
    (void)reason;
    for (size_t k = 1; k < unit->count; k++)
        most = unit->v[k] > most ? unit->v[k] : most;
    return most + 0;
}

/* Largest first. */
static void sort_values(attain_i_composed *unit) {
    for (size_t k = 0; k < unit->count; k++)
        unit->items[k] = (attain_i_item){-unit->v[k], 0};
    attain_i_sort(unit->items, unit->count, unit->items + unit->count);
    for (size_t k = 0; k < unit->count; k++)
        unit->v[k] = -unit->items[k].key;
}

double attain_i_unit_owa(attain_i_composed *unit, uint8_t *reason) {
    sort_values(unit);
    *reason = ATTAIN_REASON_UNDEFINED;
    return attain_i_unit_mean(unit);
}

static double mean_of(attain_i_composed *unit, int largest, uint8_t *reason) {
    double j = unit->parameters[0];
    *reason = ATTAIN_REASON_TOO_FEW;
    if (!(j <= (double)unit->count))
        return (double)NAN;
    sort_values(unit);
    size_t from = largest ? 0 : unit->count - (size_t)j;
    *reason = ATTAIN_REASON_UNDEFINED;
    return attain_i_sum(unit->v + from, (size_t)j) / (double)(size_t)j;
}

double attain_i_unit_largest(attain_i_composed *unit, uint8_t *reason) {
    return mean_of(unit, 1, reason);
}

double attain_i_unit_smallest(attain_i_composed *unit, uint8_t *reason) {
    return mean_of(unit, 0, reason);
}
