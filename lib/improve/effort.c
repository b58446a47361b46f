#include "improve/effort.h"

#include <string.h>

#include "attain/improve.h"
#include "numeric/sum.h"

static int before(const attain_i_sort_key *x, const attain_i_sort_key *y) {
    if (x->a != y->a)
        return x->a < y->a;
    if (x->b != y->b)
        return x->b < y->b;
    if (x->c != y->c)
        return x->c < y->c;
    return x->index < y->index;
}

static void merge(const attain_i_sort_key *from, size_t first, size_t middle,
                  size_t end, attain_i_sort_key *to) {
    size_t left = first;
    size_t right = middle;
    for (size_t i = first; i < end; i++) {
        int take_left = left < middle &&
                        (right >= end || !before(&from[right], &from[left]));
        to[i] = take_left ? from[left++] : from[right++];
    }
}

void attain_i_keys_sort(attain_i_sort_key *keys, size_t count,
                        attain_i_sort_key *space) {
    attain_i_sort_key *from = keys;
    attain_i_sort_key *to = space;
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t at = 0; at < count; at += 2 * width) {
            size_t middle = at + width < count ? at + width : count;
            size_t end = at + 2 * width < count ? at + 2 * width : count;
            merge(from, at, middle, end, to);
        }
        attain_i_sort_key *other = from;
        from = to;
        to = other;
    }
    if (from != keys)
        memcpy(keys, from, count * sizeof *keys);
}

attain_i_sort_key attain_i_effort_key(const attain_i_effort *effort, int32_t by,
                                      int32_t index) {
    int items = by == ATTAIN_EFFORT_ITEMS;
    attain_i_sort_key key = {effort->blocked,
                             items ? effort->items : effort->cost,
                             items ? effort->cost : effort->items, index, 0};
    return key;
}

int attain_i_effort_compare(const attain_i_effort *a, const attain_i_effort *b,
                            int32_t by) {
    attain_i_sort_key x = attain_i_effort_key(a, by, 0);
    attain_i_sort_key y = attain_i_effort_key(b, by, 0);
    return before(&y, &x) - before(&x, &y);
}

/* Every option costs at least its floor; to meet it costs so much more. The k
 * that cost least more are met: exchanging one of them for another can only
 * cost more, for efforts are ordered like sums of numbers are. */
attain_i_effort attain_i_effort_choose(const attain_i_choosing *room,
                                       const attain_i_option *options,
                                       size_t count, size_t k, int32_t by) {
    attain_i_effort out = {k > count ? (double)(k - count) : 0, 0, 0};
    for (size_t i = 0; i < count; i++) {
        const attain_i_option *one = &options[i];
        attain_i_effort more = {one->meet.blocked - one->floor.blocked,
                                one->meet.items - one->floor.items,
                                one->meet.cost - one->floor.cost};
        room->keys[i] = attain_i_effort_key(&more, by, (int32_t)i);
        room->chosen[i] = 0;
    }
    attain_i_keys_sort(room->keys, count, room->keys + count);
    for (size_t i = 0; i < count && i < k; i++)
        room->chosen[room->keys[i].index] = 1;
    for (size_t i = 0; i < count; i++) {
        const attain_i_effort *one =
            room->chosen[i] ? &options[i].meet : &options[i].floor;
        out.blocked += one->blocked;
        out.items += one->items;
        room->costs[i] = one->cost;
    }
    out.cost = attain_i_sum(room->costs, count);
    return out;
}
