/* Merging stores of columns, such as those that parts of a file were read
 * into. Everything that needs memory comes first, so that a merge happens
 * whole or not at all. Columns that shared their places go on sharing. */
#include <string.h>

#include "dataset/columns.h"
#include "dataset/store.h"

typedef void clash_teller(const attain_i_column *old,
                          const attain_i_column *now, int32_t unit, void *user);

/* What becomes of a column of `from`. */
typedef struct move {
    int32_t target; /* column of `into` with the same keys; −1: none */
    attain_i_places *places; /* of the target after the merge */
    int first;               /* true for the first column with these places */
} move;

static void tell_clashes(const attain_i_columns *into,
                         const attain_i_columns *from, clash_teller *clash,
                         void *user) {
    for (size_t i = 0; clash != NULL && i < from->count; i++) {
        const attain_i_column *now = &from->columns[i];
        int32_t target =
            attain_i_columns_find(into, now->variable, now->period, now->group);
        if (target < 0)
            continue;
        for (size_t u = 0; u < into->unit_count; u++) {
            const attain_i_column *old = &into->columns[target];
            if (old->places->of_unit[u] != ATTAIN_I_PLACE_NONE &&
                now->places->of_unit[u] != ATTAIN_I_PLACE_NONE)
                clash(old, now, (int32_t)u, user);
        }
    }
}

/* Gives column i its places after the merge: those that the column before it
 * was given if the two share theirs in both stores, else new ones, or the old
 * ones if no other column uses them. */
static int prepare_places(attain_i_columns *into, const attain_i_columns *from,
                          move *moves, size_t i, const move *before,
                          const attain_i_places *from_before) {
    move *now = &moves[i];
    attain_i_places *old = into->columns[now->target].places;
    attain_i_places *mine = from->columns[i].places;
    now->first = 1;
    if (old->users == 1) {
        now->places = old;
        return 1;
    }
    if (before != NULL && from_before == mine &&
        into->columns[before->target].places == old) {
        now->places = before->places;
        now->first = 0;
        return 1;
    }
    now->places = attain_i_places_copy(into, old);
    return now->places != NULL;
}

static void undo(attain_i_columns *into, const attain_i_columns *from,
                 move *moves) {
    for (size_t i = 0; i < from->count; i++)
        if (moves[i].first &&
            moves[i].places != into->columns[moves[i].target].places)
            attain_i_places_destroy(into, moves[i].places);
}

/* Fills in `moves`, all 0. False when there is no memory. */
static int prepare(attain_i_columns *into, const attain_i_columns *from,
                   move *moves) {
    const move *before = NULL;
    const attain_i_places *from_before = NULL;
    size_t count = into->count;
    for (size_t i = 0; i < from->count; i++) {
        const attain_i_column *now = &from->columns[i];
        moves[i].target =
            attain_i_columns_find(into, now->variable, now->period, now->group);
        if (moves[i].target < 0) {
            count++;
            continue;
        }
        if (!prepare_places(into, from, moves, i, before, from_before) ||
            (now->statuses != NULL &&
             !attain_i_column_make_statuses(into, moves[i].target)))
            return 0;
        before = &moves[i];
        from_before = now->places;
    }
    return attain_i_columns_reserve(into, count);
}

static void move_cells(attain_i_column *old, const attain_i_column *now,
                       const move *how, size_t unit_count) {
    const uint32_t *taken = old->places->of_unit;
    for (size_t u = 0; u < unit_count; u++) {
        if (taken[u] == ATTAIN_I_PLACE_NONE &&
            now->places->of_unit[u] != ATTAIN_I_PLACE_NONE) {
            old->values[u] = now->values[u];
            if (old->statuses != NULL) {
                old->statuses[u] =
                    (uint8_t)attain_i_column_status(now, (int32_t)u);
            }
        }
    }
    for (size_t u = 0; how->first && u < unit_count; u++)
        if (how->places->of_unit[u] == ATTAIN_I_PLACE_NONE)
            how->places->of_unit[u] = now->places->of_unit[u];
}

static void carry_out(attain_i_columns *into, attain_i_columns *from,
                      const move *moves) {
    for (size_t i = 0; i < from->count; i++) {
        attain_i_column *now = &from->columns[i];
        attain_i_column *old;
        if (moves[i].target < 0) {
            attain_i_columns_append(into, now);
            continue;
        }
        old = &into->columns[moves[i].target];
        move_cells(old, now, &moves[i], into->unit_count);
        if (old->places != moves[i].places) {
            attain_i_places_drop(into, old->places);
            old->places = moves[i].places;
            old->places->users++;
        }
        attain_i_column_release(from, now);
    }
    from->count = 0;
    attain_i_columns_clear(from);
}

attain_status attain_i_columns_merge(attain_i_columns *into,
                                     attain_i_columns *from, int dry,
                                     clash_teller *clash, void *user) {
    attain_status status = ATTAIN_OK;
    size_t count = from->count;
    move *moves = NULL;
    if (!dry) {
        moves = attain_i_allocate_zero(into->allocator, count, sizeof(*moves));
        if (moves == NULL)
            return ATTAIN_ERR_MEMORY;
        if (!prepare(into, from, moves)) {
            undo(into, from, moves);
            status = ATTAIN_ERR_MEMORY;
        }
    }
    if (status == ATTAIN_OK)
        tell_clashes(into, from, clash, user);
    if (!dry && status == ATTAIN_OK)
        carry_out(into, from, moves);
    attain_i_release(into->allocator, moves, count, sizeof(*moves));
    return status;
}
