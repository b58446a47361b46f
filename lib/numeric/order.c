#include "numeric/order.h"

#include <stdint.h>
#include <string.h>

enum { FEW = 24, LONG_PILE = 24 };

/* Values are dealt out into as many piles as there are values, each an equal
 * part of the range, so that a pile has one or two mostly; what is not known
 * goes into one more. */
typedef struct dealing {
    const double *values;
    size_t count;
    size_t known;
    double turn;     /* −1: keys are negative values */
    double start;    /* smallest key */
    double scale;    /* piles for 1 of a key */
    uint32_t *ends;  /* [known + 1]: where a pile begins, at last ends */
    uint32_t *piles; /* [count]: of each value */
} dealing;

/* Returns the size of the largest pile of known values. */
static uint32_t count_piles(const dealing *d) {
    uint32_t last = (uint32_t)d->known - 1;
    uint32_t largest = 0;
    uint32_t next = 0;
    memset(d->ends, 0, (d->known + 1) * sizeof *d->ends);
    for (size_t i = 0; i < d->count; i++) {
        double v = d->values[i];
        double key = v == v ? v * d->turn : d->start;
        uint32_t pile = (uint32_t)(int32_t)((key - d->start) * d->scale);
        pile = pile > last ? last : pile;
        pile = v == v ? pile : last + 1;
        d->piles[i] = pile;
        d->ends[pile]++;
    }
    for (size_t p = 0; p <= d->known; p++) {
        uint32_t size = d->ends[p];
        d->ends[p] = next;
        next += size;
        largest = size > largest && p < d->known ? size : largest;
    }
    return largest;
}

/* Stable: equal keys stay in the order of their tags. */
static void insertion(attain_i_item *items, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if (!(items[i].key < items[i - 1].key))
            continue;
        attain_i_item item = items[i];
        size_t j = i;
        for (; j > 0 && item.key < items[j - 1].key; j--)
            items[j] = items[j - 1];
        items[j] = item;
    }
}

/* Of long piles most are of one value. */
static int sorted(const attain_i_item *items, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (items[i].key < items[i - 1].key)
            return 0;
    return 1;
}

/* False when a long pile is left unsorted. */
static int sort_piles(const dealing *d, attain_i_item *items) {
    int all = 1;
    size_t begin = 0;
    for (size_t p = 0; p < d->known; p++) {
        size_t end = d->ends[p];
        if (end - begin <= LONG_PILE)
            insertion(items + begin, end - begin);
        else
            all = all && sorted(items + begin, end - begin);
        begin = end;
    }
    return all;
}

static void sort_plainly(const dealing *d, attain_i_item *items,
                         attain_i_item *space) {
    size_t known = 0;
    size_t unknown = d->known;
    for (size_t i = 0; i < d->count; i++) {
        double v = d->values[i];
        size_t at = v == v ? known++ : unknown++;
        items[at] = (attain_i_item){v * d->turn, (double)i};
    }
    attain_i_sort(items, d->known, space);
}

void attain_i_order(const double *values, size_t count, int negative,
                    size_t known, double least, double most,
                    attain_i_item *items) {
    attain_i_item *space = items + count;
    dealing d = {.values = values,
                 .count = count,
                 .known = known,
                 .turn = negative ? -1 : 1,
                 .start = negative ? -most : least,
                 .scale = (double)known / (most - least)};
    d.ends = (uint32_t *)(void *)space;
    d.piles = d.ends + known + 1;
    if (known < FEW || count > INT32_MAX / 2 || !(d.scale > 0) ||
        d.scale - d.scale != 0) {
        sort_plainly(&d, items, space);
        return;
    }
    uint32_t largest = count_piles(&d);
    for (size_t i = 0; i < count; i++)
        items[d.ends[d.piles[i]]++] =
            (attain_i_item){values[i] * d.turn, (double)i};
    if (largest <= LONG_PILE)
        insertion(items, known);
    else if (!sort_piles(&d, items))
        attain_i_sort(items, known, space);
}
