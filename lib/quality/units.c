/* Checks that look at units and what is below them: sums, names, parents. */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "quality/relation.h"

/* --- Units and their sum
 * ---------------------------------------------------------- */

enum { DEEPEST = 64 /* levels of units that are climbed; rings end there */ };

/* Adds every unit of the level to those above it, in `under`; `counts` says
 * how many, −1 where one of them has no value. */
static void add_up(attain_i_quality_work *work, const double *values,
                   int32_t period, int32_t level, int64_t *counts) {
    const attain_dataset *data = work->data;
    memset(counts, 0, data->unit_count * sizeof *counts);
    memset(work->under, 0, data->unit_count * sizeof *work->under);
    for (size_t u = 0; u < data->unit_count; u++) {
        int32_t above = work->parents[u];
        if (data->units[u].level != level ||
            !attain_i_unit_open(&data->units[u], period))
            continue;
        for (int i = 0; i < DEEPEST && above >= 0; i++) {
            counts[above] =
                isnan(values[u]) || counts[above] < 0 ? -1 : counts[above] + 1;
            work->under[above] =
                attain_i_decimal_add(work->under[above], values[u]);
            above = work->parents[above];
        }
    }
}

static void look_at_units(attain_i_quality_work *work,
                          const attain_i_column *column, int32_t level) {
    int64_t *counts = work->space;
    const double *values = column->values;
    add_up(work, values, column->period, level, counts);
    for (size_t u = 0; u < work->data->unit_count; u++) {
        double sum = work->under[u];
        attain_i_quality_fault fault;
        if (!work->meets[u] || counts[u] <= 0 || isnan(values[u]) ||
            attain_i_relation_order(values[u], sum) == 0 ||
            attain_i_relation_order(fabs(values[u] - sum), work->tolerance) <=
                0)
            continue;
        attain_i_fault_init(&fault);
        fault.column = column;
        fault.unit = (int32_t)u;
        fault.value = values[u];
        fault.reference = sum;
        fault.count = counts[u];
        attain_i_quality_find(work, &fault);
    }
}

void attain_i_quality_units(attain_i_quality_work *work) {
    int32_t level = attain_i_dataset_word(work->data, work->check->level);
    for (size_t r = 0; r < work->run_count && level >= 0; r++) {
        const attain_i_quality_run *run = &work->runs[r];
        for (size_t p = 0;
             p < run->count && attain_i_quality_takes(work, run->variable, -1);
             p++)
            look_at_units(work, run->columns[p], level);
    }
}

/* --- Parents
 * ------------------------------------------------------------------------ */

void attain_i_quality_parents(attain_i_quality_work *work) {
    const attain_dataset *data = work->data;
    memset(work->levels, 0, data->word_count);
    for (size_t u = 0; u < data->unit_count; u++)
        if (work->parents[u] >= 0)
            work->levels[data->units[u].level] = 1;
    for (size_t u = 0; u < data->unit_count; u++) {
        attain_i_quality_fault fault;
        int lost = data->units[u].parent != NULL;
        if (!work->meets[u] || work->parents[u] >= 0 ||
            (!lost && !work->levels[data->units[u].level]))
            continue;
        attain_i_fault_init(&fault);
        fault.unit = (int32_t)u;
        fault.variant = lost;
        fault.of_unit = 1;
        attain_i_quality_find(work, &fault);
    }
}

/* --- Names
 * ---------------------------------------------------------------------------
 */

/* Level, stage, parent and name as one key; NULL without memory. */
static const char *key_of(const attain_i_quality_work *work,
                          attain_i_arena *arena, size_t unit, size_t *length) {
    const attain_i_unit *row = &work->data->units[unit];
    const int32_t numbers[] = {row->level, row->stage, work->parents[unit]};
    size_t name = strlen(row->name);
    char *key = attain_i_arena_bytes(arena, sizeof numbers + name);
    *length = sizeof numbers + name;
    if (key != NULL) {
        memcpy(key, numbers, sizeof numbers);
        memcpy(key + sizeof numbers, row->name, name);
    }
    return key;
}

static int open_together(const attain_i_unit *a, const attain_i_unit *b) {
    return (a->closed == ATTAIN_PERIOD_NONE ||
            b->opened == ATTAIN_PERIOD_NONE || b->opened < a->closed) &&
           (b->closed == ATTAIN_PERIOD_NONE ||
            a->opened == ATTAIN_PERIOD_NONE || a->opened < b->closed);
}

/* Compares a unit with the last one of its name, which `last` has by the first
 * one. False without memory. */
static int look_at_name(attain_i_quality_work *work, attain_i_map *map,
                        attain_i_arena *arena, size_t unit, int32_t *last) {
    const attain_i_unit *units = work->data->units;
    size_t length;
    const char *key = key_of(work, arena, unit, &length);
    if (key == NULL)
        return 0;
    int32_t first = attain_i_map_find(map, key, length);
    if (first < 0) {
        last[unit] = (int32_t)unit;
        return attain_i_map_add(map, key, length, (int32_t)unit);
    }
    if (work->meets[unit] && open_together(&units[last[first]], &units[unit])) {
        attain_i_quality_fault fault;
        attain_i_fault_init(&fault);
        fault.unit = (int32_t)unit;
        fault.other = last[first];
        fault.of_unit = 1;
        attain_i_quality_find(work, &fault);
    }
    last[first] = (int32_t)unit;
    return 1;
}

void attain_i_quality_names(attain_i_quality_work *work) {
    attain_i_arena arena;
    attain_i_map map;
    attain_i_arena_init(&arena, work->allocator);
    attain_i_map_init(&map, work->allocator);
    for (size_t u = 0; u < work->data->unit_count && !work->no_memory; u++)
        if (!look_at_name(work, &map, &arena, u, work->space))
            work->no_memory = 1;
    attain_i_map_clear(&map);
    attain_i_arena_clear(&arena);
}
