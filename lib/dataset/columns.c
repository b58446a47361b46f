#include "dataset/columns.h"

#include <math.h>
#include <string.h>

#include "dataset/store.h"

void attain_i_columns_init(attain_i_columns *store,
                           const attain_allocator *allocator,
                           size_t unit_count) {
    memset(store, 0, sizeof(*store));
    store->allocator = allocator;
    store->unit_count = unit_count;
    attain_i_pool_init(&store->pool, allocator);
}

/* --- Places ------------------------------------------------------------- */

attain_i_places *attain_i_places_create(attain_i_columns *store) {
    attain_i_places *places =
        attain_i_allocate(store->allocator, 1, sizeof(*places));
    if (places == NULL)
        return NULL;
    places->users = 0;
    places->room = store->unit_count;
    places->of_unit = attain_i_pool_take(
        &store->pool, places->room, sizeof(*places->of_unit), &places->slab);
    if (places->of_unit == NULL) {
        attain_i_release(store->allocator, places, 1, sizeof(*places));
        return NULL;
    }
    memset(places->of_unit, 0, places->room * sizeof(*places->of_unit));
    return places;
}

void attain_i_places_destroy(attain_i_columns *store, attain_i_places *places) {
    if (places != NULL) {
        attain_i_slab_drop(store->allocator, places->slab);
        attain_i_release(store->allocator, places, 1, sizeof(*places));
    }
}

void attain_i_places_drop(attain_i_columns *store, attain_i_places *places) {
    places->users--;
    if (places->users == 0)
        attain_i_places_destroy(store, places);
}

attain_i_places *attain_i_places_copy(attain_i_columns *store,
                                      const attain_i_places *places) {
    attain_i_places *copy = attain_i_places_create(store);
    if (copy != NULL && store->unit_count > 0) {
        memcpy(copy->of_unit, places->of_unit,
               store->unit_count * sizeof(*copy->of_unit));
    }
    return copy;
}

int attain_i_column_own_places(attain_i_columns *store, int32_t column) {
    attain_i_column *of = &store->columns[column];
    attain_i_places *own;
    if (of->places->users <= 1)
        return 1;
    own = attain_i_places_copy(store, of->places);
    if (own == NULL)
        return 0;
    own->users = 1;
    attain_i_places_drop(store, of->places);
    of->places = own;
    return 1;
}

/* --- Finding ------------------------------------------------------------ */

/* The finishing steps of splitmix64 (Steele, Lea, Flood, OOPSLA 2014). */
static uint64_t mix(uint64_t key) {
    key = (key ^ (key >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    key = (key ^ (key >> 27)) * UINT64_C(0x94d049bb133111eb);
    return key ^ (key >> 31);
}

/* Where a column stands in the table of slots, or would. */
static size_t slot_of(const attain_i_columns *store, int32_t variable,
                      int32_t period, int32_t group) {
    uint64_t key = ((uint64_t)(uint32_t)variable << 32) | (uint32_t)period;
    size_t mask = store->slot_count - 1;
    size_t slot = (size_t)mix(key ^ mix((uint32_t)group)) & mask;
    while (store->slots[slot] >= 0) {
        const attain_i_column *column = &store->columns[store->slots[slot]];
        if (column->variable == variable && column->period == period &&
            column->group == group)
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static void enter(attain_i_columns *store, size_t column) {
    const attain_i_column *of = &store->columns[column];
    size_t slot = slot_of(store, of->variable, of->period, of->group);
    store->slots[slot] = (int32_t)column;
}

static void enter_all(attain_i_columns *store) {
    for (size_t i = 0; i < store->slot_count; i++)
        store->slots[i] = -1;
    for (size_t i = 0; i < store->count; i++)
        enter(store, i);
}

int attain_i_columns_reserve(attain_i_columns *store, size_t count) {
    size_t wanted = 16;
    int32_t *slots;
    if (count > INT32_MAX / 4 ||
        !attain_i_grow(store->allocator, (void **)&store->columns,
                       &store->capacity, count, sizeof(*store->columns)))
        return 0;
    while (wanted < 2 * count)
        wanted *= 2;
    if (wanted <= store->slot_count)
        return 1;
    slots = attain_i_allocate(store->allocator, wanted, sizeof(*slots));
    if (slots == NULL)
        return 0;
    attain_i_release(store->allocator, store->slots, store->slot_count,
                     sizeof(*slots));
    store->slots = slots;
    store->slot_count = wanted;
    enter_all(store);
    return 1;
}

int32_t attain_i_columns_find(const attain_i_columns *store, int32_t variable,
                              int32_t period, int32_t group) {
    if (store->count == 0)
        return -1;
    return store->slots[slot_of(store, variable, period, group)];
}

void attain_i_columns_append(attain_i_columns *store,
                             const attain_i_column *column) {
    store->columns[store->count] = *column;
    enter(store, store->count);
    store->count++;
}

/* --- Columns ------------------------------------------------------------ */

void attain_i_column_release(attain_i_columns *store, attain_i_column *column) {
    attain_i_slab_drop(store->allocator, column->slab);
    attain_i_release(store->allocator, column->statuses, column->status_room,
                     sizeof(*column->statuses));
    attain_i_places_drop(store, column->places);
}

void attain_i_columns_clear(attain_i_columns *store) {
    for (size_t i = 0; i < store->count; i++)
        attain_i_column_release(store, &store->columns[i]);
    attain_i_release(store->allocator, store->columns, store->capacity,
                     sizeof(*store->columns));
    attain_i_release(store->allocator, store->slots, store->slot_count,
                     sizeof(*store->slots));
    attain_i_columns_drop_spare(store);
    attain_i_columns_drop_set_places(store);
    attain_i_pool_clear(&store->pool);
    attain_i_columns_init(store, store->allocator, store->unit_count);
}

static void fill_missing(double *values, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        values[i] = (double)NAN;
}

int32_t attain_i_columns_obtain(attain_i_columns *store, int32_t variable,
                                int32_t period, int32_t group,
                                attain_i_places *places) {
    attain_i_column made = {0};
    int32_t found = attain_i_columns_find(store, variable, period, group);
    if (found >= 0)
        return found;
    made.variable = variable;
    made.period = period;
    made.group = group;
    made.value_room = store->unit_count;
    if (!attain_i_columns_reserve(store, store->count + 1))
        return -1;
    made.values = attain_i_pool_take(&store->pool, made.value_room,
                                     sizeof(*made.values), &made.slab);
    if (made.values == NULL)
        return -1;
    made.places = places != NULL ? places : attain_i_places_create(store);
    if (made.places == NULL) {
        attain_i_slab_drop(store->allocator, made.slab);
        return -1;
    }
    made.places->users++;
    if (!store->open)
        fill_missing(made.values, 0, made.value_room);
    attain_i_columns_append(store, &made);
    return (int32_t)(store->count - 1);
}

int attain_i_columns_room(attain_i_columns *store, size_t count) {
    /* The places are no longer than the values. */
    return attain_i_pool_reserve(&store->pool, count + 1,
                                 store->unit_count * sizeof(double));
}

/* Whether some of the places are none. */
static int has_gap(const uint32_t *places, size_t count) {
    int gap = 0;
    for (size_t i = 0; i < count; i++)
        gap |= places[i] == ATTAIN_I_PLACE_NONE;
    return gap;
}

static void complete(attain_i_column *column, size_t from, size_t to) {
    const uint32_t *places = column->places->of_unit;
    if (has_gap(places + from, to - from)) {
        for (size_t i = from; i < to; i++)
            if (places[i] == ATTAIN_I_PLACE_NONE)
                column->values[i] = (double)NAN;
    }
}

void attain_i_columns_complete(attain_i_columns *store) {
    enum { STEP = 256 };
    store->open = 0;
    for (size_t i = 0; i < store->count; i++) {
        for (size_t u = 0; u < store->unit_count; u += STEP) {
            size_t rest = store->unit_count - u;
            complete(&store->columns[i], u, u + (rest < STEP ? rest : STEP));
        }
    }
}

void attain_i_columns_truncate(attain_i_columns *store, size_t count) {
    if (count == store->count)
        return;
    for (size_t i = count; i < store->count; i++)
        attain_i_column_release(store, &store->columns[i]);
    store->count = count;
    enter_all(store);
}

/* --- Statuses ----------------------------------------------------------- */

static uint8_t status_of_value(double value) {
    return isnan(value) ? ATTAIN_OBSERVATION_MISSING
                        : ATTAIN_OBSERVATION_MEASURED;
}

int attain_i_column_make_statuses(attain_i_columns *store, int32_t column) {
    attain_i_column *of = &store->columns[column];
    if (of->statuses != NULL)
        return 1;
    of->statuses = attain_i_allocate(store->allocator, store->unit_count,
                                     sizeof(*of->statuses));
    if (of->statuses == NULL)
        return 0;
    of->status_room = store->unit_count;
    for (size_t i = 0; i < store->unit_count; i++) {
        of->statuses[i] = of->places->of_unit[i] == ATTAIN_I_PLACE_NONE
                              ? ATTAIN_OBSERVATION_MISSING
                              : status_of_value(of->values[i]);
    }
    return 1;
}

int attain_i_column_set_status(attain_i_columns *store, int32_t column,
                               int32_t unit, int32_t status) {
    attain_i_column *of = &store->columns[column];
    if (of->statuses == NULL) {
        if (status == status_of_value(of->values[unit]))
            return 1;
        if (!attain_i_column_make_statuses(store, column))
            return 0;
    }
    of->statuses[unit] = (uint8_t)status;
    return 1;
}

int32_t attain_i_column_status(const attain_i_column *column, int32_t unit) {
    return column->statuses != NULL ? column->statuses[unit]
                                    : status_of_value(column->values[unit]);
}

/* --- More units --------------------------------------------------------- */

/* An array for more elements than `*room`, and by half at least, with those
 * that are there; the old one is given back. False when there is no memory. */
static int move(attain_i_columns *store, void **array, attain_i_slab **slab,
                size_t *room, size_t need, size_t size) {
    size_t wanted = *room + *room / 2 < need ? need : *room + *room / 2;
    attain_i_slab *from = *slab;
    void *moved = attain_i_pool_take(&store->pool, wanted, size, slab);
    if (moved == NULL)
        return 0;
    memcpy(moved, *array, *room * size);
    attain_i_slab_drop(store->allocator, from);
    *array = moved;
    *room = wanted;
    return 1;
}

/* Each array knows its own room, so an array that has grown before another
 * could not is no change that anyone can see. */
static int extend_places(attain_i_columns *store, attain_i_places *places,
                         size_t unit_count) {
    size_t old = places->room;
    void *array = places->of_unit;
    if (old >= unit_count)
        return 1;
    if (!move(store, &array, &places->slab, &places->room, unit_count,
              sizeof(*places->of_unit)))
        return 0;
    places->of_unit = array;
    memset(places->of_unit + old, 0,
           (places->room - old) * sizeof(*places->of_unit));
    return 1;
}

static int extend_values(attain_i_columns *store, attain_i_column *column,
                         size_t unit_count) {
    size_t old = column->value_room;
    void *array = column->values;
    if (old >= unit_count)
        return 1;
    if (!move(store, &array, &column->slab, &column->value_room, unit_count,
              sizeof(*column->values)))
        return 0;
    column->values = array;
    fill_missing(column->values, old, column->value_room);
    return 1;
}

static int extend_column(attain_i_columns *store, attain_i_column *column,
                         size_t unit_count) {
    size_t old = column->status_room;
    if (!extend_values(store, column, unit_count))
        return 0;
    if (column->statuses != NULL) {
        if (!attain_i_grow(store->allocator, (void **)&column->statuses,
                           &column->status_room, unit_count,
                           sizeof(*column->statuses)))
            return 0;
        memset(column->statuses + old, ATTAIN_OBSERVATION_MISSING,
               column->status_room - old);
    }
    return extend_places(store, column->places, unit_count);
}

int attain_i_columns_extend(attain_i_columns *store, size_t unit_count) {
    for (size_t i = 0; i < store->count; i++)
        if (!extend_column(store, &store->columns[i], unit_count))
            return 0;
    if (unit_count != store->unit_count)
        attain_i_columns_drop_set_places(store); /* they are of fewer units */
    store->unit_count = unit_count;
    return 1;
}
