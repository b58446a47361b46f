#include "improve/overlay.h"

#include <math.h>
#include <string.h>

#include "dataset/cell.h"
#include "dataset/row.h"
#include "dataset/store.h"

/* The arrays of a column that is the overlay's own; `seen` marks the cells that
 * have been changed. */
typedef struct own_places {
    attain_i_places places;
    uint8_t seen[];
} own_places;

static size_t places_size(size_t units) {
    return sizeof(own_places) + units;
}

static void release_own(const attain_i_overlay *overlay,
                        attain_i_column *column) {
    const attain_allocator *allocator = overlay->allocator;
    size_t units = overlay->data.unit_count;
    attain_i_release(allocator, column->values, units, sizeof(double));
    attain_i_release(allocator, column->statuses, units, 1);
    attain_i_release(allocator, column->places->of_unit, units,
                     sizeof(uint32_t));
    attain_i_release(allocator, column->places, 1, places_size(units));
}

/* A column's arrays of its own: those of `from`, or missing values. */
static int make_own(const attain_i_overlay *overlay,
                    const attain_i_column *from, attain_i_column *out) {
    const attain_allocator *allocator = overlay->allocator;
    size_t units = overlay->data.unit_count;
    own_places *own = attain_i_allocate_zero(allocator, 1, places_size(units));
    if (own == NULL)
        return 0;
    out->places = &own->places;
    own->places.of_unit =
        attain_i_allocate_zero(allocator, units, sizeof(uint32_t));
    out->values = attain_i_allocate(allocator, units, sizeof(double));
    out->statuses = NULL;
    if (from != NULL && from->statuses != NULL)
        out->statuses = attain_i_allocate(allocator, units, 1);
    if (out->values == NULL || own->places.of_unit == NULL ||
        (from != NULL && from->statuses != NULL && out->statuses == NULL)) {
        release_own(overlay, out);
        return 0;
    }
    for (size_t u = 0; u < units; u++) {
        out->values[u] = from == NULL ? (double)NAN : from->values[u];
        if (from != NULL)
            own->places.of_unit[u] = from->places->of_unit[u];
        if (out->statuses != NULL)
            out->statuses[u] = from->statuses[u];
    }
    out->slab = NULL;
    return 1;
}

/* The column of a key, as the overlay's own; NULL when there is no memory. */
static attain_i_column *own_column(attain_i_overlay *overlay,
                                   const attain_i_key *key) {
    attain_i_columns *store = &overlay->data.columns;
    int32_t found =
        attain_i_columns_find(store, key->variable, key->period, key->group);
    attain_i_column made = {0};
    if (found >= 0) {
        attain_i_column *column = &store->columns[found];
        if ((size_t)found >= overlay->base || overlay->copied[found])
            return column;
        made = *column;
        if (!make_own(overlay, column, &made))
            return NULL;
        overlay->copied[found] = 1;
        *column = made;
        return column;
    }
    made.variable = key->variable;
    made.period = key->period;
    made.group = key->group;
    if (!attain_i_columns_reserve(store, store->count + 1) ||
        !make_own(overlay, NULL, &made))
        return NULL;
    attain_i_columns_append(store, &made);
    return &store->columns[store->count - 1];
}

static attain_status change_one(attain_i_overlay *overlay,
                                const attain_observations *changes, size_t i,
                                attain_error *err) {
    attain_dataset *data = &overlay->data;
    int32_t unit = changes->units[i];
    double value = changes->values[i];
    attain_i_key key = {changes->variables[i], changes->periods[i],
                        changes->groups == NULL ? ATTAIN_GROUP_NONE
                                                : changes->groups[i]};
    if (unit < 0 || (size_t)unit >= data->unit_count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "unit", (int64_t)i,
                             "there is no unit in row %d; the dataset has %zu",
                             (int)unit, data->unit_count);
    attain_status status = attain_i_check_key(data, &key, (int64_t)i, err);
    if (status == ATTAIN_OK)
        status =
            attain_i_check_value(data, key.variable, value, (int64_t)i, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_column *column = own_column(overlay, &key);
    if (column == NULL)
        return attain_i_fail_memory(err);
    own_places *own = (own_places *)(void *)column->places;
    if (own->seen[unit])
        return attain_i_fail(err, ATTAIN_ERR_DUPLICATE, NULL, (int64_t)i,
                             "\"%s\" of unit \"%s\" is changed twice in the "
                             "same period; keep one change",
                             data->variables[key.variable].id,
                             data->units[unit].id);
    own->seen[unit] = 1;
    column->values[unit] = value;
    column->places->of_unit[unit] = ATTAIN_I_PLACE_API;
    if (column->statuses != NULL)
        column->statuses[unit] = isnan(value) ? ATTAIN_OBSERVATION_MISSING
                                              : ATTAIN_OBSERVATION_MEASURED;
    attain_i_data_note_period(data, key.period);
    attain_i_data_mix(data, ((uint64_t)(uint32_t)key.variable << 32) |
                                (uint32_t)unit);
    attain_i_data_mix(data, ((uint64_t)(uint32_t)key.period << 32) |
                                (uint32_t)key.group);
    attain_i_data_mix_number(data, value);
    return ATTAIN_OK;
}

/* The store of the overlay: the same columns, found in a table of its own. */
static int share_columns(attain_i_overlay *overlay,
                         const attain_i_columns *from) {
    attain_i_columns *store = &overlay->data.columns;
    attain_i_columns_init(store, overlay->allocator, from->unit_count);
    if (!attain_i_columns_reserve(store, from->count))
        return 0;
    overlay->copied = attain_i_allocate_zero(overlay->allocator, from->count,
                                             sizeof *overlay->copied);
    if (overlay->copied == NULL)
        return 0;
    overlay->room = from->count;
    overlay->base = from->count;
    for (size_t c = 0; c < from->count; c++)
        attain_i_columns_append(store, &from->columns[c]);
    return 1;
}

attain_status attain_i_overlay_make(attain_i_overlay *overlay,
                                    const attain_dataset *data,
                                    const attain_observations *changes,
                                    const attain_allocator *allocator,
                                    attain_error *err) {
    memset(overlay, 0, sizeof *overlay);
    overlay->allocator = allocator;
    overlay->data = *data;
    if (!share_columns(overlay, &data->columns))
        return attain_i_fail_memory(err);
    for (size_t i = 0; i < changes->count; i++) {
        attain_status status = change_one(overlay, changes, i, err);
        if (status != ATTAIN_OK)
            return status;
    }
    return ATTAIN_OK;
}

void attain_i_overlay_clear(attain_i_overlay *overlay) {
    attain_i_columns *store = &overlay->data.columns;
    const attain_allocator *allocator = overlay->allocator;
    for (size_t c = 0; overlay->copied != NULL && c < store->count; c++)
        if (c >= overlay->base || overlay->copied[c])
            release_own(overlay, &store->columns[c]);
    attain_i_release(allocator, store->columns, store->capacity,
                     sizeof *store->columns);
    attain_i_release(allocator, store->slots, store->slot_count,
                     sizeof *store->slots);
    attain_i_release(allocator, overlay->copied, overlay->room,
                     sizeof *overlay->copied);
    memset(overlay, 0, sizeof *overlay);
}
