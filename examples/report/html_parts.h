/* Parts of the web page. Text goes through out_text() and say(), which escape
 * it; markup through out_raw(). */
#ifndef REPORT_HTML_PARTS_H
#define REPORT_HTML_PARTS_H

#include "summary.h"

/* The style sheet, in pieces that end with NULL. */
extern const char *const html_style[];

/* `<section id="…"><h2>title</h2>` */
void html_section(struct out *out, const char *id, const char *title);
/* A number with one decimal, for coordinates. */
void html_number(struct out *out, double number);
/* `name="12.3"` with a blank before it. */
void html_attribute(struct out *out, const char *name, double number);
/* Symbol and word of a state, coloured. */
void html_chip(struct out *out, const struct report *report,
               const struct entry *entry);
/* A link to the detail of a target, with its name. */
void html_link(struct out *out, const struct entry *entry);
/* A table with one column for each letter of `kinds`: n numbers, t text. */
void html_table_open(struct out *out, const struct report *report,
                     const enum phrase *heads, const char *kinds);
void html_table_close(struct out *out);
/* Opens a cell that, on a phone, names its column itself. */
void html_cell(struct out *out, const struct report *report, enum phrase name,
               const char *class);
/* A cell with a text, or a whole number; with a dash for none. */
void html_text_cell(struct out *out, const struct report *report,
                    enum phrase name, const char *text);
void html_number_cell(struct out *out, const struct report *report,
                      enum phrase name, double value);
/* A cell with the name of a goal or target; a target's leads to its detail. */
void html_entry_cell(struct out *out, const struct report *report,
                     enum phrase name, const struct entry *entry);
/* The cells of a target's value and of what is required. */
void html_value_cells(struct out *out, const struct report *report,
                      const struct entry *entry);
/* A note below a table or strip that has one number in it. */
void html_counted_note(struct out *out, const struct report *report,
                       enum phrase words, size_t count);
/* A score as a bar with its bounds; `marks`: with the grades below it. */
void html_bar(struct out *out, const struct report *report, double score,
              double low, double high, int marks);
/* Cells that other drawings use. */
void html_definitions(struct out *out);

void html_overview(struct out *out, const struct report *report);
void html_lenses(struct out *out, const struct report *report);
void html_picture(struct out *out, const struct report *report);
void html_ranking(struct out *out, const struct report *report);
void html_since(struct out *out, const struct report *report);
void html_shortfalls(struct out *out, const struct report *report);
void html_will_miss(struct out *out, const struct report *report);
void html_takes(struct out *out, const struct report *report);
void html_worst(struct out *out, const struct report *report);
void html_owners(struct out *out, const struct report *report);
void html_data(struct out *out, const struct report *report);
void html_quality(struct out *out, const struct report *report);
void html_details(struct out *out, const struct report *report);

/* The trajectory of a target at the unit. Returns 1 if it was drawn. */
int html_chart(struct out *out, const struct report *report,
               const struct entry *entry);
/* One cell for each unit below. */
void html_strip(struct out *out, const struct report *report,
                const struct entry *entry);

#endif
