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

/* A row of the four evaluations: a goal, a target with value added, or a unit
 * of the plan's level. */
struct lens_row {
    double values[LENS_COUNT];
    const char *name;
    const struct entry *entry; /* NULL: a unit */
    size_t depth;              /* in the tree, at most 4 */
    int here;                  /* the report's own unit */
};

typedef void lens_show(struct out *out, const struct report *report,
                       const struct lens_row *row);

/* Shows every goal and target that has a row. */
void lens_goals(struct out *out, const struct report *report, lens_show *show);
/* Shows every unit of the plan's level. */
void lens_units(struct out *out, const struct report *report, lens_show *show);

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
/* Shows every target that groups rated; how many were. */
size_t ratings_each(struct out *out, const struct report *report,
                    void (*show)(struct out *out, const struct report *report,
                                 const struct entry *entry,
                                 const struct ratings *ratings, size_t before));
int fact_ratings(struct out *out, const struct report *report,
                 const struct entry *entry, const struct ratings *ratings,
                 int apart);
/* What all groups but the one apart say, and how far they agree. */
void fact_rating(struct out *out, const struct report *report,
                 const struct entry *entry, const struct ratings *ratings);
#endif
