/* Bytes into records and cells (RFC 4180). Tables in memory are scanned where
 * they lie, files through a buffer that slides and always holds whole
 * records. */
#ifndef ATTAIN_EXCHANGE_SCAN_H
#define ATTAIN_EXCHANGE_SCAN_H

#include <stdio.h>

#include "exchange/fields.h"
#include "exchange/problem.h"

enum {
    ATTAIN_I_SCAN_FIELDS = 65536, /* fields a record may have */
    ATTAIN_I_SCAN_RECORD = 16     /* fields' limits a record may have */
};

typedef struct attain_i_cell {
    const char *text; /* decoded, not NUL-terminated */
    size_t length;
    size_t offset; /* in the file, of where the field begins */
    int64_t line;
    int fault; /* a problem of it has been told */
} attain_i_cell;

/* What a scan reads: a file, or text. */
typedef struct attain_i_input {
    const char *name; /* for problems */
    FILE *file;       /* NULL: text */
    const char *text;
    size_t length;
    int unreadable; /* the file could not be opened */
} attain_i_input;

typedef struct attain_i_scan {
    const attain_allocator *allocator; /* borrowed */
    attain_i_problems *problems;       /* borrowed */
    int32_t file_index;                /* for problems */
    FILE *file;
    size_t file_limit, field_limit, record_limit;
    /* The window on the file: `length` bytes, of which `at` are done. */
    const char *text;
    size_t length, at;
    size_t base; /* of text[0] in the file */
    char *buffer;
    size_t capacity;
    int at_end;  /* the window ends where the file does */
    int stopped; /* by a problem: there are no further records */
    /* Where the next of each byte is, or how far has been searched. */
    size_t next_lf, next_cr, next_quote;
    size_t checked; /* bytes of the window that have been looked at */
    int dirty;      /* there are bytes that are not UTF-8, or NUL */
    int dirty_told;
    int mark_told; /* a byte order mark within the file */
    int ends;      /* kinds of line ends: 1 LF, 2 CRLF, 4 CR */
    int64_t lines; /* physical lines that are done */
    /* The record. */
    const char *begin;
    int64_t line;    /* on which it begins */
    const char *end; /* without its line end; apart from `begin`, for one
                        load of both would wait for the two stores */
    int plain;       /* without any quote */
    /* Its cells, after attain_i_scan_split(). */
    attain_i_cell *cells;
    size_t count; /* fields it has; of these are stored at most … */
    size_t stored;
    size_t cell_capacity;
    char *decoded;
    size_t decoded_capacity;
} attain_i_scan;

/* Sets up the scan and looks at the first bytes: a byte order mark is skipped,
 * what is no UTF-8 table is told. It must be cleared in any case. */
void attain_i_scan_open(attain_i_scan *scan, const attain_allocator *allocator,
                        attain_i_problems *problems, int32_t file_index,
                        const attain_i_input *input,
                        const attain_read_options *options);
void attain_i_scan_clear(attain_i_scan *scan);
/* Goes to the next record that is neither blank nor a comment. False at the
 * end, and after a problem that stops. */
int attain_i_scan_next(attain_i_scan *scan);
/* Finds the next records all at once, `most` at most, as far as they are plain,
 * of UTF-8, and have the fields' width; the window has their whole text. They
 * stay before the scan. Returns how many there are. */
size_t attain_i_scan_ahead(attain_i_scan *scan, attain_i_fields *fields,
                           size_t most);
/* Goes behind the first `rows` records that attain_i_scan_ahead() found. */
void attain_i_scan_skip(attain_i_scan *scan, const attain_i_fields *fields,
                        size_t rows);
/* Takes the record apart; at most `most` cells are stored, all are counted.
 * False when there is no memory or a limit is exceeded. */
int attain_i_scan_split(attain_i_scan *scan, size_t most);
/* The place of a cell, column from 1. */
attain_i_spot attain_i_scan_spot(const attain_i_scan *scan,
                                 const attain_i_cell *cell, size_t column,
                                 const char *field);
/* The place of the record as a whole. */
attain_i_spot attain_i_scan_line(const attain_i_scan *scan);
/* More bytes into the window; false when there are none. What lies before
 * `at` is given up. */
int attain_i_scan_fill(attain_i_scan *scan);

/* Tells what the first bytes of a file are if they are no UTF-8 table: a
 * sentence that says what to do; NULL: they may be one. `*skip`: bytes of a
 * byte order mark. */
const char *attain_i_bytes_fault(const char *text, size_t length, size_t *skip);
/* True when text that is not UTF-8 looks like GB18030 or GBK. */
int attain_i_bytes_gbk(const char *text, size_t length);

#endif
