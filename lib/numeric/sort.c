#include "numeric/sort.h"

#include <stdint.h>
#include <string.h>

enum {
    RUN = 12,       /* runs this long are sorted by insertion */
    BY_BYTES = 512, /* from this count on, items are dealt out byte by byte */
    BYTES = 8,
    PILES = 256
};

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

/* The key as a whole number in the same order: the bits of a double that is not
 * negative are, those of a negative one go the other way. */
static uint64_t order_of(double key) {
    uint64_t bits;
    memcpy(&bits, &key, sizeof bits);
    uint64_t sign = UINT64_C(1) << 63;
    return bits & sign ? ~bits : bits | sign;
}

/* Deals the items out by one byte of their keys, in their order. False when
 * all have the same one, and nothing was done. */
static int deal(const attain_i_item *from, size_t count, unsigned byte,
                const size_t *sizes, attain_i_item *to) {
    size_t starts[PILES];
    size_t next = 0;
    for (size_t p = 0; p < PILES; p++) {
        if (sizes[p] == count)
            return 0;
        starts[p] = next;
        next += sizes[p];
    }
    for (size_t i = 0; i < count; i++)
        to[starts[order_of(from[i].key) >> (8 * byte) & 0xFF]++] = from[i];
    return 1;
}

/* Items with equal keys stand together; sorts them by their tags. */
static void sort_ties(attain_i_item *items, size_t count,
                      attain_i_item *space) {
    for (size_t from = 0; from < count;) {
        size_t to = from + 1;
        while (to < count && items[to].key == items[from].key)
            to++;
        if (to - from > 1)
            sort_by_merging(items + from, to - from, space);
        from = to;
    }
}

/* From the lowest byte of the keys to the highest; each deal keeps the order
 * of the one before. */
static void sort_by_dealing(attain_i_item *items, size_t count,
                            attain_i_item *space) {
    size_t sizes[BYTES][PILES];
    attain_i_item *from = items;
    attain_i_item *to = space;
    memset(sizes, 0, sizeof sizes);
    for (size_t i = 0; i < count; i++) {
        uint64_t order = order_of(items[i].key);
        for (unsigned b = 0; b < BYTES; b++)
            sizes[b][order >> (8 * b) & 0xFF]++;
    }
    for (unsigned b = 0; b < BYTES; b++) {
        if (!deal(from, count, b, sizes[b], to))
            continue;
        attain_i_item *other = from;
        from = to;
        to = other;
    }
    if (from != items)
        memcpy(items, from, count * sizeof *items);
    sort_ties(items, count, space);
}

void attain_i_sort(attain_i_item *items, size_t count, attain_i_item *space) {
    if (count < BY_BYTES)
        sort_by_merging(items, count, space);
    else
        sort_by_dealing(items, count, space);
}
