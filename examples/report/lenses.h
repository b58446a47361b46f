/* The four evaluations, and what evaluator groups say, in words. */
#ifndef REPORT_LENSES_H
#define REPORT_LENSES_H

#include "facts.h"

/* 结果, 过程, 增值, 综合: their measures in this order. */
enum { LENS_COUNT = 4 };
extern const int32_t lens_measures[LENS_COUNT];
extern const enum phrase lens_names[LENS_COUNT];

/* 1 if the four evaluations were asked for. */
int lenses_asked(const struct report *report);

/* A lens out of 100; a dash for none. */
void lens_score(struct out *out, double share);

/* 1 if the entry is shown among the four evaluations: it has a row, and is a
 * goal or a target with value added. */
int lens_is_shown(const struct entry *entry);

/* The units below that stand apart from the average, by name: "above average:
 * …; below average: …; average: 12". Returns 0 where no unit has a class. */
int fact_classes(struct out *out, const struct report *report,
                 const struct entry *entry);

/* What the groups say of a target at the report's unit: "Pupils 88 · Parents
 * 92"; `apart` 1: of the group alone that is to be shown apart, else of the
 * others. Returns 0 where none of them rated. */
struct ratings {
    double *values; /* [group][row] */
    size_t rows;
    size_t groups;
    attain_agreement agreement;
};
/* Owned by caller, release with ratings_free(). Returns 0 where the entry is no
 * target that groups rated, or on failure, which `out` is told. */
int ratings_take(struct ratings *ratings, struct out *out,
                 const struct report *report, const struct entry *entry);
void ratings_free(struct ratings *ratings);
int fact_ratings(struct out *out, const struct report *report,
                 const struct entry *entry, const struct ratings *ratings,
                 int apart);
/* "agreement 0.78 (Kendall's W, 3 groups, 12 units)"; 0 where there is none. */
int fact_agreement(struct out *out, const struct report *report,
                   const struct ratings *ratings);

#endif
