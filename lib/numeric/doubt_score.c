#include <float.h>
#include <math.h>

#include "base/vectors.h"
#include "numeric/doubt.h"
#include "numeric/math.h"

/* A mean is f⁻¹(Σ w f(v)/Σ w). Groups keep f of their value, so that a tree of
 * one mean alone goes through f once, at the columns, and back once, at the
 * root. */
typedef struct mean {
    double (*to)(double v); /* f, infinite where v makes the mean 0; NULL: v */
    double (*from)(double v); /* f⁻¹ */
    int32_t smallest;         /* not a mean: the smallest v */
} mean;

static double log_or_end(double v) {
    return v > 0 ? attain_i_log(v) : v != v ? v : -(double)INFINITY;
}

static double power_of_e(double v) {
    return attain_i_exp(v);
}

static double part_or_end(double v) {
    return v > 0 ? 1 / v : v != v ? v : (double)INFINITY;
}

static double part(double v) {
    return 1 / v;
}

static const mean means[] = {
    [ATTAIN_DOUBT_AGGREGATION_ARITHMETIC] = {NULL, NULL, 0},
    [ATTAIN_DOUBT_AGGREGATION_GEOMETRIC] = {log_or_end, power_of_e, 0},
    [ATTAIN_DOUBT_AGGREGATION_HARMONIC] = {part_or_end, part, 0},
    [ATTAIN_DOUBT_AGGREGATION_MIN] = {NULL, NULL, 1},
};

/* What is known of a group's value. */
enum state {
    NOWHERE, /* missing in all lanes */
    EVERYWHERE,
    SOMEWHERE /* missing or infinite in some lanes */
};

/* A member that is known: one value for all lanes, or a row of them. */
struct attain_i_term {
    const double *weights; /* [lane] */
    const double *row;     /* NULL: `value` */
    double value;
};

typedef struct attain_i_term term;

size_t attain_i_term_size(void) {
    return sizeof(term);
}

/* --- Sums over members ---------------------------------------------------- */

enum { STRIDE = ATTAIN_I_LANES };

/* Σ w v of four members in their order, one lane after the other. */
static ATTAIN_I_LOOP void add_four(const term *t, size_t lanes,
                                   double *restrict num) {
    const double *restrict w0 = t[0].weights;
    const double *restrict w1 = t[1].weights;
    const double *restrict w2 = t[2].weights;
    const double *restrict w3 = t[3].weights;
    double v0 = t[0].value;
    double v1 = t[1].value;
    double v2 = t[2].value;
    double v3 = t[3].value;
    for (size_t d = 0; d < lanes; d++)
        num[d] =
            (((num[d] + w0[d] * v0) + w1[d] * v1) + w2[d] * v2) + w3[d] * v3;
}

/* The same with Σ w beside it. */
static ATTAIN_I_LOOP void add_four_both(const term *t, size_t lanes,
                                        double *restrict num,
                                        double *restrict den) {
    const double *restrict w0 = t[0].weights;
    const double *restrict w1 = t[1].weights;
    const double *restrict w2 = t[2].weights;
    const double *restrict w3 = t[3].weights;
    double v0 = t[0].value;
    double v1 = t[1].value;
    double v2 = t[2].value;
    double v3 = t[3].value;
    for (size_t d = 0; d < lanes; d++) {
        num[d] =
            (((num[d] + w0[d] * v0) + w1[d] * v1) + w2[d] * v2) + w3[d] * v3;
        den[d] = (((den[d] + w0[d]) + w1[d]) + w2[d]) + w3[d];
    }
}

static ATTAIN_I_LOOP void add_one(const term *t, size_t lanes,
                                  double *restrict num, double *restrict den) {
    const double *restrict w = t->weights;
    const double *restrict row = t->row;
    for (size_t d = 0; d < lanes; d++) {
        num[d] += w[d] * (row == NULL ? t->value : row[d]);
        den[d] += w[d];
    }
}

/* Where lanes may be missing or infinite: a member without weight adds nothing
 * at all. */
static ATTAIN_I_LOOP void add_guarded(const term *t, size_t lanes,
                                      double *restrict num,
                                      double *restrict den) {
    for (size_t d = 0; d < lanes; d++) {
        double w = t->weights[d];
        double v = t->row == NULL ? t->value : t->row[d];
        int counts = w > 0 && v == v;
        num[d] += counts ? w * v : 0;
        den[d] += counts ? w : 0;
    }
}

static ATTAIN_I_LOOP void add_smallest(const term *t, size_t lanes,
                                       double *restrict num,
                                       double *restrict den) {
    for (size_t d = 0; d < lanes; d++) {
        double w = t->weights[d];
        double v = t->row == NULL ? t->value : t->row[d];
        int counts = w > 0 && v == v;
        num[d] = counts && !(den[d] > 0 && num[d] <= v) ? v : num[d];
        den[d] += counts ? w : 0;
    }
}

/* --- A group -------------------------------------------------------------- */

typedef struct members {
    size_t count;
    int complete; /* all are known in all lanes */
    int guarded;  /* some lane is missing or infinite */
} members;

static const mean *mean_of(const attain_i_scorer *s, size_t group) {
    return &means[s->aggregations == NULL ? 0 : s->aggregations[group]];
}

/* The row of a group as a member of one with another mean. */
static ATTAIN_I_LOOP const double *turn(const attain_i_scorer *s, size_t group,
                                        const mean *of, size_t lanes) {
    const mean *own = mean_of(s, group);
    const double *row = s->rows + group * STRIDE;
    double *out = s->turned + group * STRIDE;
    if (own->to == of->to)
        return row;
    for (size_t d = 0; d < lanes; d++) {
        double v = own->from == NULL ? row[d] : own->from(row[d]);
        out[d] = of->to == NULL ? v : of->to(v);
        if (fabs(out[d]) > DBL_MAX)
            s->states[group] = SOMEWHERE;
    }
    return out;
}

static ATTAIN_I_LOOP members gather(const attain_i_scorer *s, size_t group,
                                    const double *x, const double *weights,
                                    size_t lanes) {
    const attain_i_index *index = s->index;
    const mean *of = mean_of(s, group);
    members out = {0, 1, of->smallest};
    size_t from = index->offsets[group];
    size_t to = index->offsets[group + 1];
    for (size_t i = from; i < to; i++) {
        size_t child = (size_t)index->children[i];
        term *t = &s->terms[out.count];
        t->weights = weights + child * STRIDE;
        t->row = NULL;
        if (child < index->columns) {
            t->value = of->to == NULL ? x[child] : of->to(x[child]);
            out.guarded |= fabs(t->value) > DBL_MAX;
            out.count += t->value == t->value;
            continue;
        }
        child -= index->columns;
        if (s->states[child] == NOWHERE)
            continue;
        t->row = turn(s, child, of, lanes);
        out.guarded |= s->states[child] == SOMEWHERE;
        out.count++;
    }
    out.complete = out.count == to - from && !out.guarded;
    return out;
}

static ATTAIN_I_LOOP void add_members(const attain_i_scorer *s,
                                      const members *m, int smallest,
                                      size_t lanes, double *restrict num,
                                      double *restrict den) {
    size_t i = 0;
    if (m->guarded) {
        for (; i < m->count; i++) {
            if (smallest)
                add_smallest(&s->terms[i], lanes, num, den);
            else
                add_guarded(&s->terms[i], lanes, num, den);
        }
        return;
    }
    /* Columns come before groups. */
    size_t plain = m->count;
    while (plain > 0 && s->terms[plain - 1].row != NULL)
        plain--;
    for (; i + 4 <= plain; i += 4) {
        if (m->complete)
            add_four(&s->terms[i], lanes, num);
        else
            add_four_both(&s->terms[i], lanes, num, den);
    }
    for (; i < m->count; i++)
        add_one(&s->terms[i], lanes, num, den);
}

static ATTAIN_I_LOOP void score_group(const attain_i_scorer *s, size_t group,
                                      const double *x, const double *weights,
                                      const double *totals, size_t lanes) {
    const mean *of = mean_of(s, group);
    double num[STRIDE] = {0};
    double den[STRIDE] = {0};
    members m = gather(s, group, x, weights, lanes);
    if (m.count == 0) {
        s->states[group] = NOWHERE;
        return;
    }
    add_members(s, &m, of->smallest, lanes, num, den);
    const double *restrict divisor = m.complete ? totals + group * STRIDE : den;
    double *restrict row = s->rows + group * STRIDE;
    int sound = 1;
    for (size_t d = 0; d < lanes; d++) {
        double v = of->smallest ? num[d] : num[d] / divisor[d];
        row[d] = divisor[d] > 0 ? v : (double)NAN;
        sound &= fabs(row[d]) <= DBL_MAX;
    }
    s->states[group] = sound ? EVERYWHERE : SOMEWHERE;
}

/* --- A unit --------------------------------------------------------------- */

static ATTAIN_I_LOOP void score(const attain_i_scorer *s, const double *x,
                                const double *weights, const double *totals,
                                size_t lanes, double *out) {
    size_t root = s->index->groups - 1;
    for (size_t group = 0; group <= root; group++)
        score_group(s, group, x, weights, totals, lanes);
    const mean *of = mean_of(s, root);
    const double *row = s->rows + root * STRIDE;
    int nowhere = s->states[root] == NOWHERE;
    for (size_t d = 0; d < lanes; d++) {
        double v = nowhere ? (double)NAN : row[d];
        out[d] = of->from == NULL || nowhere ? v : of->from(v);
    }
}

static ATTAIN_I_LOOP void score_lanes_loop(const attain_i_scorer *s,
                                           const double *x, double *out) {
    score(s, x, s->weights, s->totals, STRIDE, out);
}

ATTAIN_I_WIDE(static, score_lanes,
              (const attain_i_scorer *s, const double *x, double *out),
              (s, x, out))

void attain_i_score_lanes(const attain_i_scorer *scorer, const double *x,
                          double *out) {
    score_lanes(scorer, x, out);
}

double attain_i_score_lane(const attain_i_scorer *scorer, const double *x,
                           size_t lane) {
    double out;
    score(scorer, x, scorer->weights + lane, scorer->totals + lane, 1, &out);
    return out;
}

void attain_i_scorer_total(const attain_i_scorer *scorer) {
    const attain_i_index *index = scorer->index;
    for (size_t group = 0; group < index->groups; group++) {
        double *total = scorer->totals + group * STRIDE;
        for (size_t d = 0; d < STRIDE; d++)
            total[d] = 0;
        for (size_t i = index->offsets[group]; i < index->offsets[group + 1];
             i++) {
            const double *w =
                scorer->weights + (size_t)index->children[i] * STRIDE;
            for (size_t d = 0; d < STRIDE; d++)
                total[d] += w[d];
        }
    }
}
