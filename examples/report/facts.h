/* The facts of an entry in words, for both forms of the report. Every function
 * writes plain words to `out`, which escapes them if it is HTML. */
#ifndef REPORT_FACTS_H
#define REPORT_FACTS_H

#include "report.h"
#include "words.h"

/* Words in memory that are put together to a sentence. */
struct pieces {
    struct out piece[6];
};

void pieces_begin(struct pieces *pieces);
/* Frees them; `out` fails if one of them did. */
void pieces_end(struct pieces *pieces, struct out *out);
const char *piece(struct pieces *pieces, size_t index);

/* Symbol, class in the style sheet, and word of a state. */
const char *state_symbol(enum state state);
const char *state_class(enum state state);
const char *entry_word(const struct report *report, const struct entry *entry);

/* The period that is judged: as of now, or the due one. */
int32_t entry_period(const struct report *report, const struct entry *entry);
/* Decimals a value is shown with. */
int entry_decimals(const struct entry *entry);
/* What values of the metric itself are rounded to. */
struct grain entry_level_grain(const struct entry *entry);
/* 1 if the target counts a yes as 1 and a no as 0. */
int entry_is_yes_no(const struct entry *entry);
/* A unit of measure, with the blank that its language puts before it. */
void fact_unit(struct out *out, const struct report *report, const char *unit);

void fact_number(struct out *out, size_t number);

/* A value of the series with its unit, on its own side of the limits. */
void fact_amount(struct out *out, const struct report *report,
                 const struct entry *entry, double value);
/* The value; of a whole how many units met; or that there is none. */
void fact_value(struct out *out, const struct report *report,
                const struct entry *entry);
/* The limit: "≥ 96%". */
void fact_limit(struct out *out, const struct report *report,
                const struct entry *entry);
/* What is required, of whom and until when. */
void fact_required(struct out *out, const struct report *report,
                   const struct entry *entry);
/* What is expected by now; returns 1 if there is anything. For change and
 * growth it is a level of the metric, as entry_expects_level() tells. */
int fact_expected(struct out *out, const struct report *report,
                  const struct entry *entry);
int entry_expects_level(const struct entry *entry);
/* What is missing, or nothing. Returns 1 if something was written. */
int fact_shortfall(struct out *out, const struct report *report,
                   const struct entry *entry);
/* A value that is not shown as another one from which it differs. */
void fact_apart(struct out *out, const struct report *report,
                const struct entry *entry, double value, double other);
/* A value of the metric itself, whatever the series. */
void fact_level(struct out *out, const struct report *report,
                const struct entry *entry, double value);
/* A difference, already scaled; never shown as 0 if it is more. */
void fact_difference(struct out *out, const struct report *report,
                     const struct entry *entry, double scaled);
/* The cumulative and the mean reading of a yearly rule; returns 1 if there is
 * one. */
int fact_change(struct out *out, const struct report *report,
                const struct entry *entry);
/* Projection with interval and probability; returns 1 if there is one. */
int fact_projection(struct out *out, const struct report *report,
                    const struct entry *entry);
/* The method that it names, its score and class, or why there is neither
 * (facts_method.c); returns 1 if it names one. */
int fact_method(struct out *out, const struct report *report,
                const struct entry *entry);
/* 1 if the target goes on as a trend does: not a yes or no, nor a count of
 * which none is allowed, where last year's cases do not lead to this year's. */
int entry_has_trend(const struct entry *entry);
/* 1 if nothing that is still to come turns the verdict (method §3): a period
 * was not kept. */
int entry_is_decided(const struct entry *entry);
/* 1 if a target that is not met, and not decided for good, has its projection
 * on the failing side of a limit. */
int fact_will_miss(const struct entry *entry);
/* A score, rounded but never into another grade. */
void fact_score(struct out *out, const struct report *report, double score);
/* "41 of 45 schools met, 3 not met, 1 unknown" */
void fact_below(struct out *out, const struct report *report,
                const struct entry *entry);
/* Names of units below with a verdict, at most `most`, with their values.
 * Returns how many there are. */
size_t fact_units(struct out *out, const struct report *report,
                  const struct entry *entry, int verdict, size_t most);
/* ", and 3 more" where more were found than are named. */
void fact_more(struct out *out, const struct report *report, size_t found,
               size_t most);
/* Units without a value that the target's metric needs at the report's unit,
 * with the variable, at most `most`. Returns how many there are. */
size_t fact_lacking(struct out *out, const struct report *report,
                    const struct entry *entry, size_t most);
/* Where a rule for several periods was broken: the first period of a row that
 * does not hold the limit, with its value; returns 1 if there is one. */
int fact_lapse(struct out *out, const struct report *report,
               const struct entry *entry, int64_t row);
/* Why a target is unknown. */
void fact_reason(struct out *out, const struct report *report,
                 const struct entry *entry);

#endif
