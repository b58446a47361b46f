/* Where a report is written: memory, a file or standard output. Failures are
 * kept and told once, by out_close(). */
#ifndef REPORT_OUT_H
#define REPORT_OUT_H

#include <stddef.h>
#include <stdio.h>

enum out_form { OUT_TEXT, OUT_HTML };

struct out {
    FILE *file;       /* NULL: memory */
    const char *path; /* NULL: standard output, or memory */
    char *part;       /* the temporary file beside `path`; NULL: none */
    char *bytes;
    size_t length;
    size_t capacity;
    enum out_form form;
    int failed;
};

/* Begins to write into memory; release with out_free(). */
void out_begin(struct out *out, enum out_form form);

/* Begins to write to a file, or to standard output if `path` is NULL. The
 * file appears under its name when all of it is written. Returns 0 or -1. */
int out_open(struct out *out, const char *path, enum out_form form);

/* Ends out_open(). Returns 0; or -1 if anything failed on the way, and then
 * the file is as it was before. */
int out_close(struct out *out);

void out_free(struct out *out);

/* Forgets what was written into memory. */
void out_clear(struct out *out);

/* What was written into memory, NUL-terminated. */
const char *out_string(struct out *out);

/* Writes bytes as they are. */
void out_bytes(struct out *out, const char *bytes, size_t length);
void out_raw(struct out *out, const char *text);

/* Writes text from a table: escaped in HTML; without control characters, which
 * a terminal would obey, in both. */
void out_text(struct out *out, const char *text);

void out_count(struct out *out, size_t number);
void out_repeat(struct out *out, const char *text, size_t times);

/* Text in a field of `columns`: cut with an ellipsis if it is longer. */
void out_left(struct out *out, const char *text, size_t columns);
void out_right(struct out *out, const char *text, size_t columns);

/* Writes text as a paragraph of lines not longer than `columns`. `first` stands
 * before the first line, `rest` before the others. */
void out_wrap(struct out *out, const char *text, const char *first,
              const char *rest, size_t columns);

#endif
