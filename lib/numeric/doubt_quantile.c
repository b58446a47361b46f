#include <string.h>

#include "numeric/doubt.h"
#include "numeric/quantile.h"

/* Quantiles of whole numbers. They are counted in piles between the smallest
 * and the largest; only the piles that hold a number that is asked for are
 * sorted. */
enum {
    PILES = ATTAIN_I_CHOICE_PILES,
    FEW = 32,
    MOST = 8, /* quantiles found together */
    BYTE = 256
};

typedef struct position {
    size_t below;
    double part; /* of the way to the next one */
} position;

static position position_of(size_t count, double p) {
    double at = attain_i_quantile_position(count, p);
    position out = {(size_t)at, 0};
    out.part = at - (double)out.below;
    return out;
}

static void sort_few(uint32_t *values, size_t count) {
    for (size_t i = 1; i < count; i++) {
        uint32_t value = values[i];
        size_t j = i;
        for (; j > 0 && values[j - 1] > value; j--)
            values[j] = values[j - 1];
        values[j] = value;
    }
}

/* Byte by byte; the result is in `values`. */
static void sort(uint32_t *values, size_t count, uint32_t *space) {
    if (count <= FEW) {
        sort_few(values, count);
        return;
    }
    for (unsigned shift = 0; shift < 32; shift += 8) {
        size_t next[BYTE + 1] = {0};
        for (size_t i = 0; i < count; i++)
            next[(values[i] >> shift & (BYTE - 1)) + 1]++;
        for (size_t b = 0; b < BYTE; b++)
            next[b + 1] += next[b];
        for (size_t i = 0; i < count; i++)
            space[next[values[i] >> shift & (BYTE - 1)]++] = values[i];
        memcpy(values, space, count * sizeof *values);
    }
}

/* The numbers counted. */
typedef struct counted {
    uint32_t least;
    unsigned shift; /* a number's pile is (number − least) >> shift */
    size_t piles;
} counted;

static counted count_up(attain_i_chooser *c, size_t count) {
    uint32_t least = c->values[0];
    uint32_t most = c->values[0];
    for (size_t i = 0; i < count; i++) {
        least = c->values[i] < least ? c->values[i] : least;
        most = c->values[i] > most ? c->values[i] : most;
    }
    counted out = {least, 0, 0};
    while ((most - least) >> out.shift >= PILES)
        out.shift++;
    out.piles = ((most - least) >> out.shift) + 1;
    memset(c->piles, 0, out.piles * sizeof *c->piles);
    for (size_t i = 0; i < count; i++)
        c->piles[(c->values[i] - least) >> out.shift]++;
    return out;
}

/* A sorted number that is asked for. */
typedef struct wanted {
    size_t at;
    size_t pile;   /* it is in */
    size_t before; /* numbers in the piles before */
} wanted;

/* Goes on from where the last one was found, which is all it takes where they
 * ascend. */
static void find_pile(const attain_i_chooser *c, const wanted *last,
                      wanted *out) {
    size_t pile = last->pile;
    size_t before = last->before;
    if (out->at < before)
        pile = before = 0;
    while (before + c->piles[pile] <= out->at)
        before += c->piles[pile++];
    out->pile = pile;
    out->before = before;
}

/* The numbers of the piles that are asked for, sorted, into `space`. */
static void collect(attain_i_chooser *c, size_t count, const counted *of,
                    const wanted *all, size_t wanted_count) {
    size_t held = 0;
    for (size_t i = 0; i < wanted_count; i++)
        c->marks[all[i].pile] = 1;
    for (size_t i = 0; i < count; i++) {
        c->space[held] = c->values[i];
        held += c->marks[(c->values[i] - of->least) >> of->shift];
    }
    sort(c->space, held, c->space + count);
    for (size_t i = 0; i < wanted_count; i++)
        c->marks[all[i].pile] = 0;
}

/* A number among those collected: what is before it are the other piles. */
static uint32_t collected(const attain_i_chooser *c, const wanted *all,
                          size_t wanted_count, const wanted *one) {
    size_t skip = 0;
    for (size_t i = 0; i < wanted_count; i++) {
        int again = 0;
        for (size_t k = 0; k < i; k++)
            again |= all[k].pile == all[i].pile;
        skip += all[i].pile < one->pile && !again ? c->piles[all[i].pile] : 0;
    }
    return c->space[skip + one->at - one->before];
}

/* At most MOST quantiles. */
static void choose(attain_i_chooser *c, size_t count, const counted *of,
                   const double *probabilities, size_t probability_count,
                   double *out, size_t step) {
    wanted all[2 * MOST];
    wanted last = {0, 0, 0};
    for (size_t i = 0; i < probability_count; i++) {
        position at = position_of(count, probabilities[i]);
        all[2 * i].at = at.below;
        all[2 * i + 1].at = at.below + (at.part > 0);
        find_pile(c, &last, &all[2 * i]);
        find_pile(c, &all[2 * i], &all[2 * i + 1]);
        last = all[2 * i + 1];
    }
    if (of->shift > 0)
        collect(c, count, of, all, 2 * probability_count);
    for (size_t i = 0; i < probability_count; i++) {
        double value[2];
        for (size_t k = 0; k < 2; k++) {
            const wanted *one = &all[2 * i + k];
            value[k] = of->shift == 0
                           ? of->least + (uint32_t)one->pile
                           : collected(c, all, 2 * probability_count, one);
        }
        double part = position_of(count, probabilities[i]).part;
        out[i * step] = value[0] + part * (value[1] - value[0]);
    }
}

void attain_i_choose_quantiles(attain_i_chooser *chooser, size_t count,
                               const double *probabilities,
                               size_t probability_count, double *out,
                               size_t step) {
    counted of = count_up(chooser, count);
    for (size_t i = 0; i < probability_count; i += MOST) {
        size_t some =
            probability_count - i < MOST ? probability_count - i : MOST;
        choose(chooser, count, &of, probabilities + i, some, out + i * step,
               step);
    }
}
