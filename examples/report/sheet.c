#include "sheet.h"

#include <math.h>
#include <string.h>

#include <attain.h>

/* The text with what `marks` has preceded by `before`. */
static void put_marked(struct out *out, const char *text, size_t length,
                       const char *marks, const char *before) {
    for (const char *end = text + length; text < end; text++) {
        out_raw(out, strchr(marks, *text) != NULL ? before : "");
        out_bytes(out, text, 1);
    }
}

void sheet_comment(struct out *out, const char *lines) {
    while (*lines != '\0') {
        size_t length = strcspn(lines, "\n");
        out_raw(out, "\"# ");
        put_marked(out, lines, length, "\"", "\"");
        out_raw(out, "\"\n");
        lines += length + (lines[length] == '\n');
    }
}

/* Up to the first byte of a cell. */
static void cell_begin(struct sheet *sheet) {
    size_t column = sheet->cells % sheet->columns;
    size_t row = sheet->cells / sheet->columns;
    if (!sheet->json) {
        out_raw(sheet->out, column > 0 ? "," : "\n");
    } else {
        out_raw(sheet->out, column > 0 ? "," : row > 0 ? "},\n{" : "\n{");
        out_raw(sheet->out, "\"");
        out_raw(sheet->out, sheet->names[column]);
        out_raw(sheet->out, "\":");
    }
    sheet->cells++;
}

void sheet_begin(struct sheet *sheet, struct out *out, int json,
                 const char *const *names, size_t columns) {
    *sheet = (struct sheet){out, names, columns, 0, json};
    if (json) {
        out_raw(out, "[");
        return;
    }
    for (size_t i = 0; i < columns; i++) {
        out_raw(out, i > 0 ? "," : "");
        out_raw(out, names[i]);
    }
}

/* Texts of a plan or dataset have no control characters. */
void sheet_text(struct sheet *sheet, const char *text) {
    int quoted = sheet->json || strpbrk(text, ",\"\n") != NULL;
    cell_begin(sheet);
    if (sheet->json && *text == '\0') {
        out_raw(sheet->out, "null");
        return;
    }
    out_raw(sheet->out, quoted ? "\"" : "");
    put_marked(sheet->out, text, strlen(text), sheet->json ? "\"\\" : "\"",
               sheet->json ? "\\" : "\"");
    out_raw(sheet->out, quoted ? "\"" : "");
}

void sheet_number(struct sheet *sheet, double number) {
    char text[40];
    size_t length = 0;
    cell_begin(sheet);
    if (isnan(number))
        out_raw(sheet->out, sheet->json ? "null" : "");
    else if (attain_number_format(number, text, sizeof text, &length, NULL) ==
             ATTAIN_OK)
        out_bytes(sheet->out, text, length);
}

void sheet_end(struct sheet *sheet) {
    if (!sheet->json) {
        out_raw(sheet->out, "\n");
        return;
    }
    out_raw(sheet->out, sheet->cells > 0 ? "}\n]\n" : "]\n");
}
