#include "numeric/sort.h"

#include <string.h>

enum { RUN = 12 /* runs this long are sorted by insertion */ };

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

void attain_i_sort(attain_i_item *items, size_t count, attain_i_item *space) {
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
