/* Numbers for people: rounded, but never onto the other side of a limit. */
#ifndef REPORT_NUMBER_H
#define REPORT_NUMBER_H

#include <stddef.h>

#include "out.h"

/* A limit that a shown number must not cross by being rounded. */
struct edge {
    double at;
    int comparator; /* enum attain_comparator, one-sided */
};

/* What a number is rounded to: decimals, or NUMBER_ALL_DECIMALS for four
 * significant ones, and 1, 0.5 or 0.2 of the last of them (GB/T 8170). */
struct grain {
    int decimals;
    double interval;
};

enum {
    NUMBER_ALL_DECIMALS = 127 /* ATTAIN_DECIMALS_NONE */
};

/* 1 if the value satisfies the limit. */
int number_holds(double value, struct edge edge);

/* Writes a number as its grain says; with more decimals where that would put it
 * on the other side of an edge: 95.96 against at least 96 is "95.96", not
 * "96.0". */
void number_near(struct out *out, double value, struct grain grain,
                 const struct edge *edges, size_t count);

/* Writes a number without edges. */
void number_plain(struct out *out, double value, int decimals);

/* Writes the shortest decimal that is the number. */
void number_exact(struct out *out, double value);

/* Writes a share 0…1 as per cent with at most one decimal; 100 % only if it is
 * all, 0 % if none. */
void number_percent(struct out *out, double share);

/* Writes a probability as whole per cent; with a decimal near 0 and 1. */
void number_chance(struct out *out, double probability);

/* Writes a period; in Chinese a year with its 年. */
void number_period(struct out *out, int language, int period);

#endif
