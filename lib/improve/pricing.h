/* What it takes to meet each row of the nodes that are asked about, from the
 * leaves up, and what is to be done about each, from the top down. */
#ifndef ATTAIN_IMPROVE_PRICING_H
#define ATTAIN_IMPROVE_PRICING_H

#include "improve/asking.h"
#include "improve/effort.h"

/* What is done about a row. */
enum attain_i_fate {
    ATTAIN_I_FATE_NONE = 0, /* it is met, or nobody asks for it */
    ATTAIN_I_FATE_LEAVE = 1,
    ATTAIN_I_FATE_MEET = 2,
    ATTAIN_I_FATE_FLOOR = 3
};

typedef struct attain_i_pricing {
    attain_i_asking *asking;
    attain_i_option *prices; /* of every row of the nodes */
    uint8_t *fates;
    int32_t *places; /* own row of the first node that asks for it */
    size_t rows;
    attain_i_choosing room;
    attain_i_option *options; /* of the row being decided */
    int64_t *who;             /* their rows */
    size_t most;              /* options that a row can have */
} attain_i_pricing;

/* ATTAIN_OK or ATTAIN_ERR_MEMORY. Always to be cleared. */
attain_status attain_i_pricing_make(attain_i_pricing *pricing,
                                    attain_i_asking *asking);
void attain_i_pricing_clear(attain_i_pricing *pricing);
/* Decides what is done so that every own row of the first node is met. */
void attain_i_pricing_decide(attain_i_pricing *pricing);

/* Where a node's row stands in the arrays. */
size_t attain_i_pricing_at(const attain_i_pricing *pricing, int32_t node,
                           int64_t row);
/* Floor that a node's parent asks of it; NaN: none. */
double attain_i_pricing_floor(const attain_i_pricing *pricing, int32_t node);
/* True when the row is known at its floor. */
int attain_i_pricing_at_floor(const attain_i_pricing *pricing, int32_t node,
                              int64_t row);

#endif
