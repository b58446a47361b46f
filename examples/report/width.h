/* How many columns of a terminal a text takes. */
#ifndef REPORT_WIDTH_H
#define REPORT_WIDTH_H

#include <stddef.h>
#include <stdint.h>

/* Reads one character. Returns its bytes, at least 1 while `*text` is not the
 * end; bytes that are not UTF-8 are read one by one as U+FFFD. */
size_t width_decode(const char *text, uint32_t *out_character);

/* Columns of one character: 0 combining, 2 East Asian wide, else 1. Ambiguous
 * characters count 1, as terminals show them outside of legacy encodings. */
int width_of_character(uint32_t character);

/* Columns of a text. */
size_t width_of(const char *text);

/* 1 if any character of the text is Chinese. */
int width_has_chinese(const char *text);

#endif
