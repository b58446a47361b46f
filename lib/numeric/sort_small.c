#include "numeric/sort_small.h"

#include <float.h>
#include <stdint.h>
#include <string.h>

#include "numeric/sort.h"

enum {
    PILES = 2 * ATTAIN_I_SMALL,
    MOVES = 8 /* of an element, on average, before another way is taken */
};

/* Where each number belongs between least and most, in `piles` steps: rounding
 * keeps the order, so no number is on a pile behind that of a larger one. */
static void place(const double *values, size_t count, double least,
                  double scale, int32_t *places) {
    for (size_t i = 0; i < count; i++)
        places[i] = (int32_t)((values[i] - least) * scale);
}

/* Deals the numbers out onto their piles, one after the other in `out`. */
static void deal(const double *values, const int32_t *places, size_t count,
                 size_t piles, double *out) {
    uint16_t starts[PILES];
    uint16_t next = 0;
    memset(starts, 0, piles * sizeof *starts);
    for (size_t i = 0; i < count; i++)
        starts[places[i]]++;
    for (size_t p = 0; p < piles; p++) {
        uint16_t size = starts[p];
        starts[p] = next;
        next = (uint16_t)(next + size);
    }
    for (size_t i = 0; i < count; i++)
        out[starts[places[i]]++] = values[i];
}

/* Sorts what is nearly sorted; false when that takes more than `moves`. */
static int insert(double *x, size_t count, size_t moves) {
    for (size_t i = 1; i < count; i++) {
        double value = x[i];
        size_t j = i;
        if (x[i - 1] <= value)
            continue;
        do {
            x[j] = x[j - 1];
            j--;
        } while (j > 0 && x[j - 1] > value);
        x[j] = value;
        if (i - j > moves)
            return 0;
        moves -= i - j;
    }
    return 1;
}

/* Whatever the values are. */
static void sort_any(const double *values, size_t count, double *out) {
    attain_i_item items[2 * ATTAIN_I_SMALL];
    for (size_t i = 0; i < count; i++)
        items[i] = (attain_i_item){values[i], 0};
    attain_i_sort(items, count, items + count);
    for (size_t i = 0; i < count; i++)
        out[i] = items[i].key;
}

void attain_i_sort_small(const double *values, size_t count, double least,
                         double most, double *out) {
    int32_t places[ATTAIN_I_SMALL];
    size_t piles = 64;
    while (piles < 2 * count)
        piles *= 2;
    double scale = (double)(piles - 1) / (most - least);
    if (!(scale > 0 && scale <= DBL_MAX)) {
        sort_any(values, count, out);
        return;
    }
    place(values, count, least, scale, places);
    deal(values, places, count, piles, out);
    if (!insert(out, count, MOVES * count))
        sort_any(values, count, out);
}
