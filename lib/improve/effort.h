/* Efforts, in the order in which they are compared, and the choice of the
 * least of them (method §11, A121). */
#ifndef ATTAIN_IMPROVE_EFFORT_H
#define ATTAIN_IMPROVE_EFFORT_H

#include <stddef.h>
#include <stdint.h>

/* What it takes. `blocked`: parts for which nothing is known that does it;
 * they weigh more than any number of the others. */
typedef struct attain_i_effort {
    double blocked;
    double items;
    double cost;
} attain_i_effort;

/* What it takes to meet something, and to bring it to its floor. */
typedef struct attain_i_option {
    attain_i_effort meet;
    attain_i_effort floor; /* not more than to meet it */
} attain_i_option;

/* Compared by a, then b, then c, then index. */
typedef struct attain_i_sort_key {
    double a;
    double b;
    double c;
    int32_t index;
    int32_t reserved;
} attain_i_sort_key;

/* Sorts in n log n steps; `space` has room for as many. */
void attain_i_keys_sort(attain_i_sort_key *keys, size_t count,
                        attain_i_sort_key *space);

/* The key of an effort; `by` is enum attain_effort. */
attain_i_sort_key attain_i_effort_key(const attain_i_effort *effort, int32_t by,
                                      int32_t index);
/* −1, 0, 1. */
int attain_i_effort_compare(const attain_i_effort *a, const attain_i_effort *b,
                            int32_t by);

/* Room for a choice among `count` options. */
typedef struct attain_i_choosing {
    attain_i_sort_key *keys; /* 2 × count */
    double *costs;           /* count */
    uint8_t *chosen;         /* count: 1: to be met, 0: at the floor */
} attain_i_choosing;

/* The least effort by which at least `k` of the options are met and the others
 * at their floor; fills `chosen`. With fewer options than k one more is blocked
 * for each that lacks. */
attain_i_effort attain_i_effort_choose(const attain_i_choosing *room,
                                       const attain_i_option *options,
                                       size_t count, size_t k, int32_t by);

#endif
