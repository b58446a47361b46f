#include <float.h>
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "numeric/doubt.h"

/* Ranks of one draw. A score becomes a whole number of two digits, best first,
 * that stands for its place between the best and the worst one; these are dealt
 * out in two passes. Scores with the same number are sorted by
 * themselves. Neighbours whose numbers differ by two or more are too far apart
 * to tie; the others are looked at. */
enum {
    MOST_BITS = 11, /* of a digit: log₂ of ATTAIN_I_RANK_PILES */
    FEWEST_BITS = 6,
    FEW = 16 /* scores with one number that are sorted by insertion */
};

/* Two doubles with the same 12 digits are closer than this part of the larger
 * one. */
static const double tie_reach = 1.1e-11;

static int ties(double a, double b) {
    if (a == b)
        return 1;
    double larger = fabs(a) > fabs(b) ? fabs(a) : fabs(b);
    return fabs(a - b) <= tie_reach * larger &&
           attain_i_round12(a) == attain_i_round12(b);
}

int attain_i_score_reaches(double a, double b) {
    return a >= b || ties(a, b);
}

/* Where scores lie. */
typedef struct range {
    size_t known;
    double half_best; /* half of it, so that no difference is beyond a double */
    double scale;
    int apart;     /* keys that differ by 2 or more cannot tie */
    unsigned bits; /* of a digit */
} range;

/* About as many piles as there are scores. */
static unsigned digit_bits(size_t count) {
    unsigned bits = FEWEST_BITS;
    while (bits < MOST_BITS && count >> bits > 0)
        bits++;
    return bits;
}

static range look(const double *scores, size_t count) {
    range out = {0, 0, 0, 0, digit_bits(count)};
    double best = -DBL_MAX;
    double worst = DBL_MAX;
    for (size_t i = 0; i < count; i++) {
        best = scores[i] > best ? scores[i] : best;
        worst = scores[i] < worst ? scores[i] : worst;
        out.known += scores[i] == scores[i];
    }
    double most = fabs(best) > fabs(worst) ? fabs(best) : fabs(worst);
    double half = best / 2 - worst / 2;
    double last = (1 << 2 * out.bits) - 1;
    out.half_best = best / 2;
    out.scale = half > last / DBL_MAX ? last / half : half > 0 ? DBL_MAX : 0;
    /* A key's width is 2 half/last; rounding of keys is far below 1/8. */
    out.apart = half / last * 1.75 > tie_reach * most;
    return out;
}

/* Keys and indices of the known scores, and how many keys have each half. */
static void make_keys(attain_i_ranker *r, const double *scores, size_t count,
                      const range *of) {
    size_t piles = (size_t)1 << of->bits;
    memset(r->piles[0], 0, piles * sizeof *r->piles[0]);
    memset(r->piles[1], 0, piles * sizeof *r->piles[1]);
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        if (scores[i] != scores[i])
            continue;
        uint64_t key = (uint64_t)((of->half_best - scores[i] / 2) * of->scale);
        r->piles[0][key & (piles - 1)]++;
        r->piles[1][key >> of->bits]++;
        r->keys[known++] = key << 32 | i;
    }
}

static void deal(const uint64_t *from, size_t count, unsigned shift,
                 unsigned bits, uint32_t *piles, uint64_t *to) {
    uint32_t next = 0;
    size_t last = ((size_t)1 << bits) - 1;
    for (size_t p = 0; p <= last; p++) {
        uint32_t size = piles[p];
        piles[p] = next;
        next += size;
    }
    for (size_t i = 0; i < count; i++) {
        size_t pile = from[i] >> shift & last;
        to[piles[pile]++] = from[i];
    }
}

static size_t place(uint64_t key) {
    return (uint32_t)key;
}

static void sort_few(uint64_t *keys, size_t count, const double *scores) {
    for (size_t i = 1; i < count; i++) {
        uint64_t key = keys[i];
        double score = scores[place(key)];
        size_t j = i;
        for (; j > 0 && scores[place(keys[j - 1])] < score; j--)
            keys[j] = keys[j - 1];
        keys[j] = key;
    }
}

static void sort_many(uint64_t *keys, size_t count, const double *scores,
                      attain_i_item *items) {
    uint64_t high = keys[0] >> 32 << 32;
    for (size_t i = 0; i < count; i++) {
        items[i].key = -scores[place(keys[i])];
        items[i].tag = (double)place(keys[i]);
    }
    attain_i_sort(items, count, items + count);
    for (size_t i = 0; i < count; i++)
        keys[i] = high | (uint64_t)items[i].tag;
}

/* Scores with the same key stand together; sorts them, best first. */
static void sort_alike(attain_i_ranker *r, const double *scores, size_t known) {
    uint64_t *keys = r->keys;
    for (size_t from = 0; from + 1 < known;) {
        size_t to = from + 1;
        while (to < known && keys[to] >> 32 == keys[from] >> 32)
            to++;
        if (to - from > FEW)
            sort_many(keys + from, to - from, scores, r->items);
        else if (to - from > 1)
            sort_few(keys + from, to - from, scores);
        from = to;
    }
}

void attain_i_rank_scores(attain_i_ranker *ranker, const double *scores,
                          size_t count, uint32_t *ranks) {
    range of = look(scores, count);
    if (of.known < count)
        memset(ranks, 0, count * sizeof *ranks);
    if (of.known == 0)
        return;
    make_keys(ranker, scores, count, &of);
    deal(ranker->keys, of.known, 32, of.bits, ranker->piles[0], ranker->space);
    deal(ranker->space, of.known, 32 + of.bits, of.bits, ranker->piles[1],
         ranker->keys);
    sort_alike(ranker, scores, of.known);
    const uint64_t *keys = ranker->keys;
    uint32_t rank = 1;
    ranks[place(keys[0])] = 1;
    for (size_t i = 1; i < of.known; i++) {
        int near = !of.apart || (keys[i] >> 32) - (keys[i - 1] >> 32) < 2;
        if (!near || !ties(scores[place(keys[i - 1])], scores[place(keys[i])]))
            rank = (uint32_t)i + 1;
        ranks[place(keys[i])] = rank;
    }
}
