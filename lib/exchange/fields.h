/* The fields of many plain records at once: where they are, and the numbers of
 * a column of them. Records that are in any way unusual are left out; the scan
 * and attain_i_number_scan() read them. */
#ifndef ATTAIN_EXCHANGE_FIELDS_H
#define ATTAIN_EXCHANGE_FIELDS_H

#include "base/digits.h"
#include "base/memory.h"

enum {
    ATTAIN_I_FIELDS_ROWS = 64, /* records at a time */
    ATTAIN_I_FIELDS_LONG = 9   /* the length of all longer fields */
};

struct attain_i_fields;

/* The loops, for what processors can do. */
typedef struct attain_i_fields_loops {
    /* attain_i_fields_find() */
    void (*find)(struct attain_i_fields *fields, const char *text,
                 size_t length, size_t most, int crlf);
    /* attain_i_fields_numbers() */
    int (*numbers)(const struct attain_i_fields *fields, size_t column,
                   double *out, uint64_t *others);
} attain_i_fields_loops;

/* The ways in which this processor can do it, the fastest first; NULL where
 * there are no more. All give the same. */
const attain_i_fields_loops *attain_i_fields_way(size_t number);

/* Records that lie one behind the other. Field k, counted over all records, is
 * at ends[k] + 1 … ends[k + 1] − 1. */
typedef struct attain_i_fields {
    const attain_i_fields_loops *loops;
    const char *text; /* the first record; 8 bytes before it can be read */
    size_t width;     /* fields that each record has */
    size_t rows;      /* records */
    size_t most;      /* records that there is room for */
    int crlf;         /* they end with CR LF, not LF */
    int cut;          /* behind them is something else, not the end */
    uint32_t *ends;   /* from `text`, of commas and line ends */
    uint32_t *lines;  /* of line ends alone */
    uint8_t *lengths; /* of the fields, or LONG */
    size_t room;      /* elements of `ends` and `lengths` */
    size_t line_room; /* of `lines` */
} attain_i_fields;

typedef struct attain_i_raw_field {
    const char *text;
    size_t length;
} attain_i_raw_field;

/* Makes room for records of `width` fields; false when there is no memory. It
 * must be cleared in any case. */
int attain_i_fields_init(attain_i_fields *fields,
                         const attain_allocator *allocator, size_t width);
void attain_i_fields_clear(attain_i_fields *fields,
                           const attain_allocator *allocator);
/* Finds the first `most` records at most of a text: those that have `width`
 * fields, no quote, and end as `crlf` says. Where the text ends early, only
 * whole records are found. */
static inline void attain_i_fields_find(attain_i_fields *fields,
                                        const char *text, size_t length,
                                        size_t most, int crlf) {
    fields->loops->find(fields, text, length, most, crlf);
}

/* Reads a column of numbers into `out`, with room for ROWS; NaN for empty
 * fields. `others` (the same room) is not 0 for each that is not simple, and
 * has not been read: simple are eight bytes of digits with a point among them
 * and a minus before them. Returns whether there are such. */
static inline int attain_i_fields_numbers(const attain_i_fields *fields,
                                          size_t column, double *out,
                                          uint64_t *others) {
    return fields->loops->numbers(fields, column, out, others);
}

/* A field of a column, from which one goes on to the next record. */
typedef struct attain_i_cells {
    const char *text; /* of all */
    const uint32_t *ends;
    const uint8_t *length; /* or LONG */
    size_t width;
    uint32_t behind; /* what is between the field and the one before */
} attain_i_cells;

static inline attain_i_cells
attain_i_fields_cells(const attain_i_fields *fields, size_t row,
                      size_t column) {
    size_t k = row * fields->width + column;
    attain_i_cells cells = {fields->text, &fields->ends[k], &fields->lengths[k],
                            fields->width,
                            1 + (uint32_t)(column == 0 && fields->crlf)};
    return cells;
}

static inline void attain_i_cells_next(attain_i_cells *cells) {
    cells->ends += cells->width;
    cells->length += cells->width;
}

/* The field as text. */
static inline attain_i_raw_field
attain_i_cells_field(const attain_i_cells *cells) {
    uint32_t begin = cells->ends[0] + cells->behind;
    attain_i_raw_field field = {cells->text + begin, cells->ends[1] - begin};
    return field;
}

/* The bytes that a text of so many has among the eight that end with it; 1,
 * which is none of these, for LONG. */
extern const uint64_t attain_i_fields_last[ATTAIN_I_FIELDS_LONG + 1];

/* The bytes of the field as one number: shorter ones than LONG are the same if
 * these are, for text has no zeros. */
static inline uint64_t attain_i_cells_bytes(const attain_i_cells *cells) {
    return attain_i_eight_bytes(cells->text + cells->ends[1] - 8) &
           attain_i_fields_last[*cells->length];
}

/* Where there may be wider registers, that is looked up at run time. */
#if defined(__GNUC__) && defined(__x86_64__) && !defined(__TINYC__) &&         \
    !defined(ATTAIN_ONE_LANE)
#define ATTAIN_I_FIELDS_WIDE
extern const attain_i_fields_loops attain_i_fields_wide;
extern const attain_i_fields_loops attain_i_fields_wider;
#endif

#endif
