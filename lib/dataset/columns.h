/* The store of observations: one column of doubles over units for every
 * (variable, period, group) that was observed. */
#ifndef ATTAIN_DATASET_COLUMNS_H
#define ATTAIN_DATASET_COLUMNS_H

#include "attain/dataset.h"
#include "base/error.h"
#include "base/memory.h"
#include "dataset/pool.h"

/* Where cells came from: 0 for not observed at all; ATTAIN_I_PLACE_API for set
 * through the API; else a number that attain_i_dataset_place() takes apart into
 * file and line. A run of places may serve several columns (a wide file has
 * one for all the columns of a period). */
enum {
    ATTAIN_I_PLACE_NONE = 0,
    ATTAIN_I_PLACE_API = 1,
    ATTAIN_I_PLACE_FIRST = 2 /* of the first line of the first file */
};

typedef struct attain_i_places {
    uint32_t *of_unit;
    attain_i_slab *slab; /* that has it */
    size_t users;        /* columns that share it */
    size_t room;         /* elements of `of_unit` */
} attain_i_places;

typedef struct attain_i_column {
    double *values;          /* one a unit; NaN: missing */
    uint8_t *statuses;       /* NULL: measured where there is a value */
    attain_i_places *places; /* never NULL */
    int32_t variable;
    int32_t period;
    int32_t group;
    attain_i_slab *slab;            /* that has the values */
    size_t value_room, status_room; /* elements of the arrays */
} attain_i_column;

/* Memory for a column to come; values NULL: none. */
typedef struct attain_i_spare {
    double *values;
    attain_i_slab *slab; /* that has them */
    size_t room;         /* elements */
} attain_i_spare;

/* Columns over `unit_count` units, found by their three keys. */
typedef struct attain_i_columns {
    const attain_allocator *allocator; /* borrowed */
    attain_i_column *columns;
    size_t count, capacity;
    size_t unit_count;
    attain_i_pool pool;
    int32_t *slots; /* hash table of indices into columns; −1: free */
    size_t slot_count;
    attain_i_spare spare;
    attain_i_places *set_places; /* of columns set as a whole; NULL: not yet */
    int open; /* values of cells without a place have not been written yet */
} attain_i_columns;

void attain_i_columns_init(attain_i_columns *store,
                           const attain_allocator *allocator,
                           size_t unit_count);
void attain_i_columns_clear(attain_i_columns *store);
/* Index of a column, or −1. */
int32_t attain_i_columns_find(const attain_i_columns *store, int32_t variable,
                              int32_t period, int32_t group);
/* Index of a column, made of missing values if it is not there (none are
 * written while the store is open); −1 when there is no memory. `places` is
 * shared if not NULL, else its own. */
int32_t attain_i_columns_obtain(attain_i_columns *store, int32_t variable,
                                int32_t period, int32_t group,
                                attain_i_places *places);
/* Memory for a value of every unit, that of no column; NULL when there is no
 * memory. */
double *attain_i_columns_spare(attain_i_columns *store);
/* Makes what attain_i_columns_spare() gave, filled in, the column of these
 * keys, all of it set through the API. False when there is no memory; then
 * nothing has changed. */
int attain_i_columns_put_spare(attain_i_columns *store, int32_t variable,
                               int32_t period, int32_t group);
/* Makes room in one piece for `count` columns that share their places; false
 * when there is no memory. */
int attain_i_columns_room(attain_i_columns *store, size_t count);
/* Ends that the store is open: cells without a place get missing values, so
 * that those that are observed are written once. */
void attain_i_columns_complete(attain_i_columns *store);
/* New places without users, all 0; NULL when there is no memory. A column
 * that uses them takes them over. */
attain_i_places *attain_i_places_create(attain_i_columns *store);
void attain_i_places_destroy(attain_i_columns *store, attain_i_places *places);
/* Gives a column places of its own. False when there is no memory. */
int attain_i_column_own_places(attain_i_columns *store, int32_t column);
/* Records a status; allocates `statuses` at the first that is not what the
 * value says. False when there is no memory. */
int attain_i_column_set_status(attain_i_columns *store, int32_t column,
                               int32_t unit, int32_t status);

/* Makes every column longer, by missing values. False when there is no memory;
 * then nothing has changed. */
int attain_i_columns_extend(attain_i_columns *store, size_t unit_count);
/* Takes the last columns away, for undoing: `count` stay. */
void attain_i_columns_truncate(attain_i_columns *store, size_t count);

/* Moves every column of `from` into `into` (both over the same units and with
 * the same allocator), cell by cell where both have the column; a cell that
 * both have observed stays as it is in `into`. `clash` is told every cell that
 * both have observed. With `dry` nothing is changed. ATTAIN_OK or
 * ATTAIN_ERR_MEMORY (nothing changed). After a merge that is not dry `from` is
 * empty. */
attain_status attain_i_columns_merge(attain_i_columns *into,
                                     attain_i_columns *from, int dry,
                                     void (*clash)(const attain_i_column *old,
                                                   const attain_i_column *now,
                                                   int32_t unit, void *user),
                                     void *user);

#endif
