/* Memory for a whole column that is not one yet: filled, then put in the place
 * of the column, whose own memory is the spare one from then on. */
#include <math.h>

#include "dataset/store.h"

double *attain_i_columns_spare(attain_i_columns *store) {
    attain_i_spare *spare = &store->spare;
    if (spare->values == NULL || spare->room < store->unit_count) {
        attain_i_columns_drop_spare(store);
        spare->values = attain_i_pool_take(&store->pool, store->unit_count,
                                           sizeof(double), &spare->slab);
        spare->room = store->unit_count;
    }
    return spare->values;
}

void attain_i_columns_drop_spare(attain_i_columns *store) {
    if (store->spare.values != NULL) {
        attain_i_slab_drop(store->allocator, store->spare.slab);
        store->spare.values = NULL;
    }
}

/* The places of columns that were set as a whole are the same for all of them,
 * and are kept once; NULL when there is no memory. */
static attain_i_places *set_places(attain_i_columns *store) {
    if (store->set_places == NULL) {
        attain_i_places *made = attain_i_places_create(store);
        if (made == NULL)
            return NULL;
        for (size_t u = 0; u < store->unit_count; u++)
            made->of_unit[u] = ATTAIN_I_PLACE_API;
        made->users = 1; /* the store, so that no column takes them for its own
                          */
        store->set_places = made;
    }
    return store->set_places;
}

void attain_i_columns_drop_set_places(attain_i_columns *store) {
    if (store->set_places != NULL) {
        attain_i_places_drop(store, store->set_places);
        store->set_places = NULL;
    }
}

/* Exchanges the memory of a column for the spare one. */
static void exchange(attain_i_columns *store, attain_i_column *column) {
    attain_i_spare old = {column->values, column->slab, column->value_room};
    column->values = store->spare.values;
    column->slab = store->spare.slab;
    column->value_room = store->spare.room;
    store->spare = old;
    for (size_t u = store->unit_count; u < column->value_room; u++)
        column->values[u] = (double)NAN; /* of units still to come */
}

int attain_i_columns_put_spare(attain_i_columns *store, int32_t variable,
                               int32_t period, int32_t group) {
    attain_i_places *places = set_places(store);
    int32_t found = attain_i_columns_find(store, variable, period, group);
    attain_i_column *column, made = {0};
    if (places == NULL ||
        (found < 0 && !attain_i_columns_reserve(store, store->count + 1)))
        return 0;
    places->users++;
    if (found >= 0) {
        column = &store->columns[found];
        attain_i_release(store->allocator, column->statuses,
                         column->status_room, sizeof(*column->statuses));
        column->statuses = NULL;
        column->status_room = 0;
        attain_i_places_drop(store, column->places);
        column->places = places;
        exchange(store, column);
        return 1;
    }
    made.variable = variable;
    made.period = period;
    made.group = group;
    made.places = places;
    exchange(store, &made);
    attain_i_columns_append(store, &made);
    return 1;
}
