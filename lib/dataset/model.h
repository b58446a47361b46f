/* What a dataset is made of. Read by evaluate and exchange, changed by dataset
 * (and by exchange through the functions here). */
#ifndef ATTAIN_DATASET_MODEL_H
#define ATTAIN_DATASET_MODEL_H

#include "attain/dataset.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "dataset/columns.h"

/* A unit's row. Levels, stages and tags are words of the dataset, numbered. */
typedef struct attain_i_unit {
    const char *id;
    const char *name;     /* follows the id in memory */
    size_t text_size;     /* of both, with their ends */
    const char *parent;   /* NULL: none */
    const char *attached; /* id of its main school; NULL: it counts itself */
    const char *tag_text; /* as given, NULL: none */
    const int32_t *tags;
    int32_t tag_count;
    int32_t level; /* word */
    int32_t stage; /* word, −1: none */
    int32_t opened;
    int32_t closed;
} attain_i_unit;

/* Where a wide file has a variable. */
typedef struct attain_i_file_column {
    int32_t variable;
    uint32_t column; /* from 1 */
} attain_i_file_column;

typedef struct attain_i_file {
    const char *name;
    uint32_t first; /* place of its line 0; line n has first + n */
    uint32_t lines; /* places it takes */
    /* Columns of the table, from 1; 0: none. */
    uint32_t period_column;
    uint32_t value_column;               /* long */
    const attain_i_file_column *columns; /* wide, by variable; NULL: long */
    size_t column_count;
} attain_i_file;

struct attain_dataset {
    attain_allocator allocator;
    attain_i_arena arena;
    attain_i_unit *units;
    attain_variable *variables;
    attain_stage *stages;
    const char **groups;
    const char **words;
    attain_i_file *files;
    const uint32_t *unit_places; /* of the first units; NULL: of none */
    size_t unit_count, unit_capacity;
    size_t attached_count; /* of units that do not count themselves */
    size_t variable_count, variable_capacity;
    size_t stage_count, stage_capacity;
    size_t group_count, group_capacity;
    size_t word_count, word_capacity;
    size_t file_count, file_capacity;
    size_t unit_place_count;
    attain_i_map unit_ids;
    attain_i_map variable_ids;
    attain_i_map stage_ids;
    attain_i_map group_ids;
    attain_i_map word_ids;
    attain_i_columns columns;
    int32_t frequency; /* of all periods so far; NONE: no period yet */
    int32_t
        variables_listed; /* 1: variables.csv was there; others are errors */
    uint64_t revision;    /* changes with every change */
};

/* Row checks, every problem to `reporter`; table is "units" and so on. */
void attain_i_check_unit(const attain_dataset *data, const attain_unit *unit,
                         int64_t row, attain_i_reporter *reporter);
void attain_i_check_variable(const attain_dataset *data,
                             const attain_variable *variable, int64_t row,
                             attain_i_reporter *reporter);
void attain_i_check_stage(const attain_dataset *data, const attain_stage *stage,
                          int64_t row, attain_i_reporter *reporter);
/* attain_dataset_check() that reports every problem. ATTAIN_ERR_MEMORY or
 * ATTAIN_OK. */
attain_status attain_i_dataset_check(const attain_dataset *data,
                                     attain_i_reporter *reporter);

/* The number of a word (level, stage or tag); −1 if no unit has it. */
int32_t attain_i_dataset_word(const attain_dataset *data, const char *word);

/* Row of each unit's parent, −1 for none. `parents` has unit_count elements.
 * The dataset has been checked. */
void attain_i_dataset_parents(const attain_dataset *data, int32_t *parents);

/* True in the periods from `opened` to before `closed`. */
int attain_i_unit_open(const attain_i_unit *unit, int32_t period);
/* True when the unit counts in the period: it is open, and not a point whose
 * main school counts for it. */
int attain_i_unit_counts(const attain_i_unit *unit, int32_t period);
/* Row of the unit's main school; −1: it has none, or the dataset has not. */
int32_t attain_i_dataset_main(const attain_dataset *data, size_t unit);
/* Reports what keeps a point from being attached to its main school, which is
 * a row of the dataset (attach.c). */
void attain_i_check_attached(const attain_dataset *data, size_t unit,
                             int32_t main_school, attain_i_reporter *reporter);
/* Warns where points are attached and nothing of them can be added. */
void attain_i_check_additive(const attain_dataset *data,
                             attain_i_reporter *reporter);

/* The column, or NULL when nothing was observed. */
const attain_i_column *attain_i_dataset_find_column(const attain_dataset *data,
                                                    int32_t variable,
                                                    int32_t period,
                                                    int32_t group);

/* Registers a file for places; returns its index, −1 when there is no memory or
 * there are no places left. `lines` counts its physical lines. */
int32_t attain_i_dataset_add_file(attain_dataset *data, const char *name,
                                  uint32_t lines);
/* File and line of a place; file NULL and line 0 for none. */
void attain_i_dataset_place(const attain_dataset *data, uint32_t place,
                            const char **file, int64_t *line);
/* The column of the file's table, from 1, in which the place has the value of
 * a variable, or its period (variable −1); 0: not known. */
int64_t attain_i_dataset_place_column(const attain_dataset *data,
                                      uint32_t place, int32_t variable);
/* Remembers the lines of the first `count` units in a file; those of the
 * others are not known. False when there is no memory; then no unit's is. */
int attain_i_dataset_place_units(attain_dataset *data, const char *file,
                                 const int64_t *lines, size_t count);
/* The place of a unit; ATTAIN_I_PLACE_NONE when it is not known. */
uint32_t attain_i_dataset_unit_place(const attain_dataset *data, int32_t unit);

extern const attain_i_word attain_i_words_observation_status[];
extern const attain_i_word attain_i_words_dataset_table[];

#endif
