/* Tables described as data: one mechanism reads them all. */
#ifndef ATTAIN_EXCHANGE_TABLE_H
#define ATTAIN_EXCHANGE_TABLE_H

#include "exchange/near.h"
#include "exchange/read.h"

enum attain_i_layout_type {
    ATTAIN_I_LAYOUT_TEXT = 0,   /* const char * */
    ATTAIN_I_LAYOUT_NUMBER = 1, /* double */
    ATTAIN_I_LAYOUT_WHOLE = 2,  /* int32_t */
    ATTAIN_I_LAYOUT_PERIOD = 3, /* int32_t */
    ATTAIN_I_LAYOUT_WORD = 4,   /* int32_t, of `words` */
    ATTAIN_I_LAYOUT_YES_NO = 5, /* int32_t */
    ATTAIN_I_LAYOUT_STEPS = 6   /* attain_target's steps and step_count */
};

enum attain_i_layout_flags {
    /* The header must have it. */
    ATTAIN_I_LAYOUT_NEEDED = 1,
    /* The id by which other rows name this one. */
    ATTAIN_I_LAYOUT_KEY = 2,
    /* A stand-in for a faulty row keeps it. */
    ATTAIN_I_LAYOUT_KEEP = 4,
    /* A stand-in has a number there. */
    ATTAIN_I_LAYOUT_NUMBERED = 8
};

typedef struct attain_i_layout_field {
    const char *name;
    const attain_i_word *words;
    uint16_t offset; /* in the row's struct */
    uint8_t type;
    uint8_t flags;
} attain_i_layout_field;

enum { ATTAIN_I_LAYOUT_FIELDS = 64 };

/* What a table is. `check`, `add` and `find` work on the plan or dataset that
 * is being made. */
typedef struct attain_i_layout {
    const char *name;
    const attain_i_layout_field *fields;
    size_t count;
    void (*init)(void *row);
    void (*check)(const void *object, const void *row, int64_t index,
                  attain_i_reporter *reporter);
    attain_status (*add)(void *object, const void *row, attain_error *err);
    int32_t (*find)(const void *object, const char *id); /* NULL: none */
} attain_i_layout;

/* A table that is read: where its columns and rows are. */
typedef struct attain_i_table {
    const attain_i_layout *layout;
    attain_i_near *near; /* of its ids, or NULL; borrowed */
    int32_t file;        /* for problems; −1: there is no such table */
    int sound;           /* its header could be understood */
    int faults;          /* rows with errors */
    int keyed;           /* its fields are the keys of its rows */
    int64_t header_line;
    uint32_t
        columns[ATTAIN_I_LAYOUT_FIELDS]; /* of each field, from 1; 0: none */
    int64_t *lines; /* of each row, or key; negative: it is faulty; 0: none */
    size_t count, capacity;
} attain_i_table;

/* Room for what a row points to. */
typedef struct attain_i_scratch {
    const attain_allocator *allocator;
    char *text;
    size_t used, capacity;
    double *numbers;
    size_t number_capacity;
} attain_i_scratch;

void attain_i_scratch_clear(attain_i_scratch *scratch);
/* Makes room for the cells of the scan's record; false without memory. */
int attain_i_scratch_reserve(attain_i_scratch *scratch,
                             const attain_i_scan *scan);

/* True for an empty cell and NA. */
int attain_i_cell_empty(const attain_i_cell *cell);
/* Reads a cell that is given into its field of the row. On failure `err` says
 * why; ATTAIN_ERR_MEMORY only where there is none. */
attain_status attain_i_cell_read(const attain_i_layout_field *field,
                                 const attain_i_cell *cell, void *row,
                                 attain_i_scratch *scratch, attain_error *err);

/* Reads a header, the scan's first record. `columns` are those of the fields.
 * `open`: other columns may stand there; `roles` (not NULL only then) gets for
 * every column the field's index, ATTAIN_I_ROLE_NOTE or ATTAIN_I_ROLE_OTHER.
 * False when nothing can be read by it. */
enum { ATTAIN_I_ROLE_NOTE = -1, ATTAIN_I_ROLE_OTHER = -2 };
int attain_i_header_read(attain_i_reader *reader, attain_i_scan *scan,
                         const attain_i_layout_field *fields, size_t count,
                         uint32_t *columns, int32_t **roles);
/* Whether the split record has `width` fields and is not the header once more;
 * told where not. */
int attain_i_record_fits(const attain_i_reader *reader, attain_i_scan *scan,
                         size_t width, const attain_i_layout_field *fields,
                         size_t count, const uint32_t *columns);

void attain_i_table_init(attain_i_table *table, const attain_i_layout *layout,
                         attain_i_near *near);
void attain_i_table_clear(const attain_i_reader *reader, attain_i_table *table);
/* Reads all rows into the object. Problems are told to the reader; the status
 * is ATTAIN_OK or ATTAIN_ERR_MEMORY. */
attain_status attain_i_table_read(attain_i_reader *reader,
                                  attain_i_table *table,
                                  const attain_i_table_source *source,
                                  void *object);
/* A table `key,value` whose keys are the fields of a single row. The texts lie
 * in `arena`. The keys' lines are the table's `lines`, by field; 0: none. */
attain_status attain_i_table_read_keys(attain_i_reader *reader,
                                       attain_i_table *table,
                                       const attain_i_table_source *source,
                                       attain_i_arena *arena, void *row);

/* Problems of the whole object by table, row and field, given to the places
 * they are about. Those of faulty rows are left out: they have been told. */
typedef struct attain_i_whole {
    attain_i_reporter reporter; /* first: it is given to the check */
    attain_i_reader *reader;
    attain_i_table *tables;
    size_t count;
} attain_i_whole;

void attain_i_whole_init(attain_i_whole *whole, attain_i_reader *reader,
                         attain_i_table *tables, size_t count);

#endif
