/* A table of a report for spreadsheets and programs: CSV, or a JSON list of
 * objects. Cells are given one after the other, row by row. */
#ifndef REPORT_SHEET_H
#define REPORT_SHEET_H

#include "out.h"

struct sheet {
    struct out *out;
    const char *const *names; /* of the columns */
    size_t columns;
    size_t cells; /* written so far */
    int json;
};

/* Lines before a CSV, each a comment in a cell of its own. */
void sheet_comment(struct out *out, const char *lines);

void sheet_begin(struct sheet *sheet, struct out *out, int json,
                 const char *const *names, size_t columns);
void sheet_text(struct sheet *sheet, const char *text);
/* NaN is no value: an empty cell, or null. */
void sheet_number(struct sheet *sheet, double number);
void sheet_end(struct sheet *sheet);

#endif
