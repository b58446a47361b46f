/* Observations on their way into a dataset: they are gathered apart and moved
 * in only when nothing was wrong. */
#ifndef ATTAIN_EXCHANGE_OBSERVE_H
#define ATTAIN_EXCHANGE_OBSERVE_H

#include "dataset/model.h"
#include "exchange/table.h"

/* Variables or evaluator groups: those of the dataset, and behind them those
 * that are new. */
typedef struct attain_i_names {
    const attain_allocator *allocator; /* borrowed */
    attain_i_arena texts;
    attain_i_map map; /* of the new ones, by full number */
    const char **fresh;
    size_t base;            /* how many the dataset has */
    size_t count, capacity; /* of the new ones */
} attain_i_names;

/* A file that has been read; its places are `first` + line. */
typedef struct attain_i_observed_file {
    uint32_t first;
    int32_t problems; /* index for problems */
} attain_i_observed_file;

typedef struct attain_i_observing {
    attain_i_reader *reader; /* borrowed */
    attain_dataset *data;    /* changed by the commit alone, but for `files` */
    attain_i_columns kept;   /* of the files so far */
    attain_i_names variables;
    attain_i_names groups;
    attain_i_near near; /* of the variables, if they are not listed */
    attain_i_observed_file *files;
    size_t file_count, file_capacity;
    size_t files_before; /* of the dataset */
    uint64_t revision;   /* of the dataset before */
    int32_t frequency;
    int named;           /* the names have been entered into the dataset */
    int units_known;     /* 0: their table is faulty, unknown ones follow */
    int variables_known; /* the same */
} attain_i_observing;

enum attain_i_observed_column {
    ATTAIN_I_OBSERVED_UNIT = 0,
    ATTAIN_I_OBSERVED_PERIOD = 1,
    ATTAIN_I_OBSERVED_VARIABLE = 2,
    ATTAIN_I_OBSERVED_VALUE = 3,
    ATTAIN_I_OBSERVED_STATUS = 4,
    ATTAIN_I_OBSERVED_GROUP = 5,
    ATTAIN_I_OBSERVED_COLUMNS = 6,
    /* A role beside these: a variable of the wide form; role − this is its
     * number among the wide columns. */
    ATTAIN_I_OBSERVED_WIDE = 6
};

/* A variable's column of the wide form. */
typedef struct attain_i_wide_column {
    double min, max; /* NaN: any */
    int32_t variable;
    uint32_t column; /* in the file, from 1 */
} attain_i_wide_column;

/* A text that a field had, and will have again. */
typedef struct attain_i_seen {
    uint64_t bytes;   /* attain_i_cells_bytes(), or ATTAIN_I_SEEN_LONG */
    const char *text; /* borrowed; needed for long ones alone */
    size_t length;
} attain_i_seen;

enum { ATTAIN_I_SEEN_LONG = 1 /* no field's bytes */ };

/* How a column of the store is named in a long table, and the column of the
 * row that came after its last one: tables repeat their order for each unit,
 * so that it is the one to try first. */
typedef struct attain_i_trace {
    attain_i_seen variable;
    attain_i_seen period;
    int32_t next; /* −1: not known */
} attain_i_trace;

/* A file while it is read. */
typedef struct attain_i_observed {
    attain_i_observing *all;
    attain_dataset *data;
    attain_i_scan scan;
    attain_i_columns store;
    uint32_t columns[ATTAIN_I_OBSERVED_COLUMNS];
    int32_t *roles; /* of the file's columns; negative: not read */
    size_t width;
    attain_i_wide_column *wide;
    size_t wide_count, wide_capacity;
    int is_wide;
    int ranged; /* a variable has a min or max */
    /* In a dialect: which columns have labels behind their codes, and where
     * what is done to a value stands. */
    uint8_t labelled[ATTAIN_I_OBSERVED_COLUMNS];
    char dialect_period[8];
    uint32_t action, multiplier; /* from 1; 0: none */
    uint32_t first;              /* place of line 0 */
    /* Of the row at hand. */
    int32_t period;
    char period_text[8];
    size_t period_length;
    /* For attain_i_observe_rows(): records that are looked at together, and
     * what the row before said. */
    attain_i_fields fields;
    size_t ahead; /* how many records to look at next */
    int32_t unit, column;
    int32_t period_read;
    attain_i_seen unit_seen, period_seen;
    attain_i_trace *traces; /* of the store's first columns */
    size_t trace_count, trace_room;
    /* Of the period at hand, wide. */
    int32_t block; /* its first column; −1: none */
    int32_t block_period;
} attain_i_observed;

/* Sets up the reading into a dataset; it must be cleared in any case. */
void attain_i_observing_init(attain_i_observing *all, attain_i_reader *reader,
                             attain_dataset *data);
/* Gives up what was not moved. */
void attain_i_observing_clear(attain_i_observing *all);
/* Reads a source that the dataset will name `name`. ATTAIN_OK, also with
 * problems, or ATTAIN_ERR_MEMORY. */
attain_status attain_i_observe(attain_i_observing *all,
                               const attain_i_table_source *source,
                               const char *name);
/* Tells what clashes between files and with the dataset. */
attain_status attain_i_observe_check(attain_i_observing *all);
/* Enters the new variables and groups into the dataset, before the rest; what
 * has been entered on failure is for attain_i_observe_undo(). */
attain_status attain_i_observe_commit_names(attain_i_observing *all);
/* Moves everything into the dataset: ATTAIN_OK, or ATTAIN_ERR_MEMORY and the
 * dataset is as it was before. */
attain_status attain_i_observe_commit(attain_i_observing *all);
/* Takes back what the reading changed in the dataset. */
void attain_i_observe_undo(attain_i_observing *all);

/* Takes away the variables and groups after the first ones. */
void attain_i_forget_names(attain_dataset *data, size_t variables,
                           size_t groups);

void attain_i_names_init(attain_i_names *names,
                         const attain_allocator *allocator, size_t base);
void attain_i_names_clear(attain_i_names *names);
/* Number of a name, entered if it is new and `enter`; −1: not there, or no
 * memory (which the reader's problems then say). */
int32_t attain_i_names_find(const attain_i_names *names,
                            const attain_i_map *known, const char *text,
                            size_t length);
int32_t attain_i_names_enter(attain_i_names *names, const char *text,
                             size_t length);
/* Ids by their numbers. */
const char *attain_i_observed_variable(const attain_i_observing *all,
                                       int32_t variable);
const char *attain_i_observed_group(const attain_i_observing *all,
                                    int32_t group);
/* The place of a cell of this call, without a column. */
attain_i_spot attain_i_observed_spot(const attain_i_observing *all,
                                     uint32_t place, const char *field);
/* `FILE, line N`, or that the program set it. */
void attain_i_observed_place(const attain_i_observing *all, uint32_t place,
                             char *out, size_t size);

/* Finds the number of a variable in a cell, entering a new one; −1 after a
 * problem. */
int32_t attain_i_observe_variable(attain_i_observed *at,
                                  const attain_i_cell *cell, size_t column);

/* Reads the header. False when no row can be read by it. */
int attain_i_observe_header(attain_i_observed *at);
/* Takes in the header of a dialect; false when no row can be read by it. */
int attain_i_observe_dialect(attain_i_observed *at);
/* Makes a split record of a dialect one of the long form; false where it has no
 * observation, or after a problem. */
int attain_i_observe_record(attain_i_observed *at);
/* Reads the next records as far as they are as usual and have nothing to tell;
 * false where there is none of that kind. */
int attain_i_observe_rows(attain_i_observed *at);
/* Reads any record, cell by cell. */
void attain_i_observe_row(attain_i_observed *at);
/* The first column of the wide form's period in the store, made if it is not
 * there; −1 without memory. */
int32_t attain_i_observe_block(attain_i_observed *at, int32_t period);

#endif
