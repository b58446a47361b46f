#include "numeric/sort.h"

#include <float.h>
#include <stdint.h>
#include <string.h>

enum {
    RUN = 12,    /* runs this long are sorted by insertion */
    DEALT = 512, /* from this count on, items are dealt out into piles */
    DIGIT_BITS = 11,
    PILES = 1 << DIGIT_BITS,
    DIGITS = 3
};

static const double last_step = 0x1p33 - 1;

static int before(const attain_i_item *a, const attain_i_item *b) {
    return (a->key < b->key) | ((a->key == b->key) & (a->tag < b->tag));
}

static void insertion(attain_i_item *items, size_t count) {
    for (size_t i = 1; i < count; i++) {
        attain_i_item item = items[i];
        size_t j = i;
        for (; j > 0 && before(&item, &items[j - 1]); j--)
            items[j] = items[j - 1];
        items[j] = item;
    }
}

/* Merges items[from … middle − 1] and items[middle … to − 1] into out[from …].
 */
static void merge(const attain_i_item *items, size_t from, size_t middle,
                  size_t to, attain_i_item *out) {
    size_t a = from;
    size_t b = middle;
    size_t k = from;
    while (a < middle && b < to) {
        size_t second = (size_t)before(&items[b], &items[a]);
        out[k++] = items[second ? b : a];
        b += second;
        a += 1 - second;
    }
    memcpy(out + k, items + a, (middle - a) * sizeof *out);
    memcpy(out + k + (middle - a), items + b, (to - b) * sizeof *out);
}

static void merge_runs(const attain_i_item *items, size_t count, size_t run,
                       attain_i_item *out) {
    for (size_t from = 0; from < count;) {
        size_t middle = count - from > run ? from + run : count;
        size_t to = count - middle > run ? middle + run : count;
        merge(items, from, middle, to, out);
        from = to;
    }
}

static void sort_by_merging(attain_i_item *items, size_t count,
                            attain_i_item *space) {
    for (size_t i = 0; i < count; i += RUN)
        insertion(items + i, count - i < RUN ? count - i : RUN);
    attain_i_item *from = items;
    attain_i_item *to = space;
    for (size_t run = RUN; run < count; run *= 2) {
        merge_runs(from, count, run, to);
        attain_i_item *other = from;
        from = to;
        to = other;
    }
    if (from != items)
        memcpy(items, from, count * sizeof *items);
}

/* Where a key lies between the least and the greatest, in 2^33 steps: greater
 * keys never lie lower. */
typedef struct scale {
    double least;
    double steps;
} scale;

/* False when a double does not tell the two ends apart. */
static int find_scale(const attain_i_item *items, size_t count, scale *out) {
    double least = items[0].key;
    double greatest = items[0].key;
    for (size_t i = 1; i < count; i++) {
        least = items[i].key < least ? items[i].key : least;
        greatest = items[i].key > greatest ? items[i].key : greatest;
    }
    out->least = least;
    out->steps = last_step / (greatest - least);
    return greatest > least && out->steps > 0 && out->steps <= DBL_MAX;
}

static uint64_t place_of(const scale *by, double key) {
    return (uint64_t)((key - by->least) * by->steps);
}

/* Deals the items out by one digit of their places, in their order. */
static void deal(const attain_i_item *from, size_t count, const scale *by,
                 unsigned digit, const uint32_t *sizes, attain_i_item *to) {
    uint32_t starts[PILES];
    uint32_t next = 0;
    for (size_t p = 0; p < PILES; p++) {
        starts[p] = next;
        next += sizes[p];
    }
    for (size_t i = 0; i < count; i++) {
        uint64_t place = place_of(by, from[i].key);
        to[starts[place >> (DIGIT_BITS * digit) & (PILES - 1)]++] = from[i];
    }
}

/* Items in one place stand together; sorts them. */
static void sort_places(attain_i_item *items, size_t count, const scale *by,
                        attain_i_item *space) {
    for (size_t from = 0; from < count;) {
        uint64_t place = place_of(by, items[from].key);
        size_t to = from + 1;
        while (to < count && place_of(by, items[to].key) == place)
            to++;
        if (to - from > 1)
            sort_by_merging(items + from, to - from, space);
        from = to;
    }
}

/* From the lowest digit of the places to the highest; each deal keeps the order
 * of the one before. */
static void sort_by_dealing(attain_i_item *items, size_t count, const scale *by,
                            attain_i_item *space) {
    uint32_t sizes[DIGITS][PILES];
    memset(sizes, 0, sizeof sizes);
    for (size_t i = 0; i < count; i++) {
        uint64_t place = place_of(by, items[i].key);
        for (unsigned d = 0; d < DIGITS; d++)
            sizes[d][place >> (DIGIT_BITS * d) & (PILES - 1)]++;
    }
    deal(items, count, by, 0, sizes[0], space);
    deal(space, count, by, 1, sizes[1], items);
    deal(items, count, by, 2, sizes[2], space);
    memcpy(items, space, count * sizeof *items);
    sort_places(items, count, by, space);
}

void attain_i_sort(attain_i_item *items, size_t count, attain_i_item *space) {
    scale by;
    if (count < DEALT || count > UINT32_MAX || !find_scale(items, count, &by))
        sort_by_merging(items, count, space);
    else
        sort_by_dealing(items, count, &by, space);
}
