/* Inner parts of the store of observations, for the files of this room. */
#ifndef ATTAIN_DATASET_STORE_H
#define ATTAIN_DATASET_STORE_H

#include "dataset/columns.h"

/* Makes room for `count` columns; then appending cannot fail. */
int attain_i_columns_reserve(attain_i_columns *store, size_t count);
/* Takes a column over, in room that was made. */
void attain_i_columns_append(attain_i_columns *store,
                             const attain_i_column *column);
void attain_i_column_release(attain_i_columns *store, attain_i_column *column);

/* A copy without users; NULL when there is no memory. */
attain_i_places *attain_i_places_copy(attain_i_columns *store,
                                      const attain_i_places *places);
/* One user less; the last one destroys it. */
void attain_i_places_drop(attain_i_columns *store, attain_i_places *places);

/* Gives back what the store keeps for columns to come. */
void attain_i_columns_drop_spare(attain_i_columns *store);
void attain_i_columns_drop_set_places(attain_i_columns *store);

/* Gives a column its statuses. False when there is no memory. */
int attain_i_column_make_statuses(attain_i_columns *store, int32_t column);
int32_t attain_i_column_status(const attain_i_column *column, int32_t unit);

#endif
