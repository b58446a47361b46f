#include "evaluate/work.h"

#include <string.h>

/* Children of each unit as linked lists in dataset order. */
static void link_children(const int32_t *parents, size_t count, int32_t *first,
                          int32_t *next) {
    for (size_t u = 0; u < count; u++)
        first[u] = -1;
    for (size_t u = count; u-- > 0;) {
        int32_t parent = parents[u];
        if (parent < 0)
            continue;
        next[u] = first[parent];
        first[parent] = (int32_t)u;
    }
}

/* Positions in pre-order, and where each unit's descendants end. A unit's
 * `position` is set on the way down, its `last` on the way up, so no stack is
 * needed: the way up follows the parents. */
static void number_forest(attain_i_forest *forest, const int32_t *first,
                          const int32_t *next) {
    int32_t position = 0;
    for (size_t root = 0; root < forest->unit_count; root++) {
        if (forest->parents[root] >= 0)
            continue;
        int32_t at = (int32_t)root;
        forest->position[at] = position++;
        for (;;) {
            if (first[at] >= 0) {
                at = first[at];
                forest->position[at] = position++;
                continue;
            }
            forest->last[at] = position;
            while (at != (int32_t)root && next[at] < 0) {
                at = forest->parents[at];
                forest->last[at] = position;
            }
            if (at == (int32_t)root)
                break;
            at = next[at];
            forest->position[at] = position++;
        }
    }
}

/* Numbers the levels in the order in which units first have them. */
static attain_status number_levels(attain_i_forest *forest,
                                   const attain_dataset *data, int32_t *of_word,
                                   attain_error *err) {
    for (size_t w = 0; w < data->word_count; w++)
        of_word[w] = -1;
    for (size_t u = 0; u < forest->unit_count; u++) {
        int32_t word = data->units[u].level;
        if (of_word[word] < 0) {
            if (forest->level_count == ATTAIN_I_MAX_LEVELS)
                return attain_i_fail(
                    err, ATTAIN_ERR_LIMIT, "level", (int64_t)u,
                    "units have more than %d different levels, '%s' is one "
                    "more; use fewer levels, and tags for finer kinds",
                    ATTAIN_I_MAX_LEVELS, data->words[word]);
            forest->level_words[forest->level_count] = word;
            of_word[word] = (int32_t)forest->level_count++;
        }
        forest->levels[u] = of_word[word];
        forest->level[of_word[word]].count++;
    }
    return ATTAIN_OK;
}

/* Fills the two lists of each level; `by_position` is scratch. */
static void list_levels(attain_i_forest *forest, int32_t *by_position) {
    size_t counts[ATTAIN_I_MAX_LEVELS] = {0};
    for (size_t u = 0; u < forest->unit_count; u++) {
        attain_i_level *level = &forest->level[forest->levels[u]];
        level->units[counts[forest->levels[u]]++] = (int32_t)u;
        by_position[forest->position[u]] = (int32_t)u;
    }
    memset(counts, 0, sizeof counts);
    for (size_t p = 0; p < forest->unit_count; p++) {
        int32_t unit = by_position[p];
        attain_i_level *level = &forest->level[forest->levels[unit]];
        level->ordered[counts[forest->levels[unit]]++] = unit;
    }
}

/* Which levels stand above which: each unit adds its ancestors' levels. In
 * pre-order a parent comes before its children. */
static void find_above(attain_i_forest *forest, const int32_t *by_position,
                       uint64_t *ancestors) {
    for (size_t p = 0; p < forest->unit_count; p++) {
        int32_t unit = by_position[p];
        int32_t parent = forest->parents[unit];
        ancestors[unit] =
            parent < 0
                ? 0
                : ancestors[parent] | ((uint64_t)1 << forest->levels[parent]);
        forest->level[forest->levels[unit]].above |= ancestors[unit];
    }
}

static attain_status check_above(const attain_i_forest *forest,
                                 const attain_dataset *data,
                                 attain_error *err) {
    for (size_t a = 0; a < forest->level_count; a++) {
        for (size_t b = a + 1; b < forest->level_count; b++) {
            if ((forest->level[a].above >> b & 1) != 0 &&
                (forest->level[b].above >> a & 1) != 0)
                return attain_i_fail(
                    err, ATTAIN_ERR_MISMATCH, "level", -1,
                    "level '%s' stands above '%s' in one place and below it "
                    "in another; give the units one order of levels",
                    data->words[forest->level_words[a]],
                    data->words[forest->level_words[b]]);
        }
    }
    return ATTAIN_OK;
}

static attain_status take_lists(attain_i_forest *forest,
                                const attain_allocator *allocator) {
    for (size_t l = 0; l < forest->level_count; l++) {
        attain_i_level *level = &forest->level[l];
        level->units =
            attain_i_allocate(allocator, level->count, 2 * sizeof(int32_t));
        if (level->units == NULL)
            return ATTAIN_ERR_MEMORY;
        level->ordered = level->units + level->count;
    }
    return ATTAIN_OK;
}

static attain_status build(attain_i_forest *forest, const attain_dataset *data,
                           const attain_allocator *allocator, int32_t *first,
                           int32_t *next, uint64_t *ancestors, int32_t *words,
                           attain_error *err) {
    attain_i_dataset_parents(data, forest->parents);
    link_children(forest->parents, forest->unit_count, first, next);
    number_forest(forest, first, next);
    attain_status status = number_levels(forest, data, words, err);
    if (status != ATTAIN_OK)
        return status;
    if (take_lists(forest, allocator) != ATTAIN_OK)
        return attain_i_fail_memory(err);
    list_levels(forest, first);
    find_above(forest, first, ancestors);
    return check_above(forest, data, err);
}

attain_status attain_i_forest_make(attain_i_forest *forest,
                                   const attain_dataset *data,
                                   const attain_allocator *allocator,
                                   attain_error *err) {
    memset(forest, 0, sizeof *forest);
    size_t n = data->unit_count;
    forest->unit_count = n;
    forest->storage = attain_i_allocate(allocator, n, 4 * sizeof(int32_t));
    forest->level_words =
        attain_i_allocate(allocator, ATTAIN_I_MAX_LEVELS, sizeof(int32_t));
    forest->level = attain_i_allocate_zero(allocator, ATTAIN_I_MAX_LEVELS,
                                           sizeof *forest->level);
    int32_t *links = attain_i_allocate(allocator, n, 2 * sizeof(int32_t));
    uint64_t *ancestors = attain_i_allocate(allocator, n, sizeof *ancestors);
    int32_t *words =
        attain_i_allocate(allocator, data->word_count, sizeof(int32_t));
    attain_status status;
    if (forest->storage == NULL || forest->level_words == NULL ||
        forest->level == NULL || links == NULL || ancestors == NULL ||
        words == NULL) {
        status = attain_i_fail_memory(err);
    } else {
        forest->parents = forest->storage;
        forest->levels = forest->storage + n;
        forest->position = forest->storage + 2 * n;
        forest->last = forest->storage + 3 * n;
        memset(links, 0xFF, 2 * n * sizeof *links);
        status = build(forest, data, allocator, links, links + n, ancestors,
                       words, err);
    }
    attain_i_release(allocator, links, n, 2 * sizeof(int32_t));
    attain_i_release(allocator, ancestors, n, sizeof *ancestors);
    attain_i_release(allocator, words, data->word_count, sizeof(int32_t));
    if (status != ATTAIN_OK)
        attain_i_forest_clear(forest, allocator);
    return status;
}

void attain_i_forest_clear(attain_i_forest *forest,
                           const attain_allocator *allocator) {
    for (size_t l = 0; forest->level != NULL && l < forest->level_count; l++)
        attain_i_release(allocator, forest->level[l].units,
                         forest->level[l].count, 2 * sizeof(int32_t));
    attain_i_release(allocator, forest->level, ATTAIN_I_MAX_LEVELS,
                     sizeof *forest->level);
    attain_i_release(allocator, forest->level_words, ATTAIN_I_MAX_LEVELS,
                     sizeof(int32_t));
    attain_i_release(allocator, forest->storage, forest->unit_count,
                     4 * sizeof(int32_t));
    memset(forest, 0, sizeof *forest);
}

int32_t attain_i_forest_level(const attain_i_forest *forest, int32_t word) {
    for (size_t l = 0; word >= 0 && l < forest->level_count; l++)
        if (forest->level_words[l] == word)
            return (int32_t)l;
    return -1;
}

/* First index in `ordered` whose pre-order position is at least `position`. */
static size_t lower_bound(const attain_i_forest *forest,
                          const attain_i_level *level, int32_t position) {
    size_t low = 0;
    size_t high = level->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (forest->position[level->ordered[middle]] < position)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void attain_i_forest_below(const attain_i_forest *forest, int32_t unit,
                           int32_t level, size_t *first, size_t *end) {
    *first = *end = 0;
    if (level < 0)
        return;
    const attain_i_level *list = &forest->level[level];
    *first = lower_bound(forest, list, forest->position[unit]);
    *end = lower_bound(forest, list, forest->last[unit]);
}
