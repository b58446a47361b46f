/* The members of a coefficient of variation, and what is added to them. */
#ifndef ATTAIN_IMPROVE_MEMBERS_H
#define ATTAIN_IMPROVE_MEMBERS_H

#include "improve/asking.h"
#include "improve/effort.h"
#include "numeric/sort.h"

typedef struct attain_i_members {
    size_t count;
    size_t unknown; /* members without a value */
    size_t room;
    int32_t *units;
    double *over;    /* N, without the factor */
    double *under;   /* D; 1 without a denominator */
    double *ratios;  /* N / D */
    double *weights; /* D, or 1 where the coefficient is unweighted */
    double *amounts; /* to be added, as it came out */
    double *wholes;  /* the same in whole steps */
    double *values;  /* ratios after that */
    double *scratch;
    attain_i_item *items;    /* 2 × room */
    attain_i_sort_key *keys; /* 2 × room */
    double level;            /* that the lowest ratios are raised to */
} attain_i_members;

/* ATTAIN_OK or ATTAIN_ERR_MEMORY. Always to be cleared. */
attain_status attain_i_members_make(attain_i_members *members,
                                    const attain_i_asking *asking);
void attain_i_members_clear(attain_i_members *members,
                            const attain_i_asking *asking);
/* Takes the members of the taken target's metric below a unit. False where
 * they have no coefficient of variation. */
int attain_i_members_take(attain_i_members *members, attain_i_asking *asking,
                          int32_t unit);
/* Fills level, amounts and wholes so that the coefficient is at most `limit`
 * as the judge compares it; with whole steps false where none does. */
int attain_i_members_raise(attain_i_members *members, double limit,
                           double step);

#endif
