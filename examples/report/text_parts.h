/* Parts of the text report. */
#ifndef REPORT_TEXT_PARTS_H
#define REPORT_TEXT_PARTS_H

#include "summary.h"

enum { TEXT_COLUMNS = 80 };

/* A section's heading with a rule below it. */
void text_heading(struct out *out, const char *title);

/* `✓ name`, wrapped, and a paragraph below it. Either may be empty. */
void text_item(struct out *out, const struct entry *entry, const char *name,
               const char *below);

/* A bar of `columns`: certain, open for lack of data, lost. */
void text_bar(struct out *out, double low, double high, size_t columns);

/* The table over all units of the plan's level, if there are several. */
void text_ranking(struct out *out, const struct report *report);
void text_goals(struct out *out, const struct report *report);
void text_lenses(struct out *out, const struct report *report);
void text_vetoes(struct out *out, const struct report *report);
void text_behind(struct out *out, const struct report *report);
void text_will_miss(struct out *out, const struct report *report);
void text_below(struct out *out, const struct report *report);
void text_unknown(struct out *out, const struct report *report);
void text_met(struct out *out, const struct report *report);
void text_since(struct out *out, const struct report *report);
void text_findings(struct out *out, const struct report *report);
void text_quality(struct out *out, const struct report *report);
void text_units(struct out *out, const struct report *report);
void text_owners(struct out *out, const struct report *report);

#endif
