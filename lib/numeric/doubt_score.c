#include <float.h>
#include <math.h>

#include "base/vectors.h"
#include "numeric/doubt.h"
#include "numeric/logs.h"
#include "numeric/math.h"

/* The logarithms of many at a time are within 1.5 units in the last place. */
static void logs_or_ends(const double *v, size_t count, double *out) {
    enum { STRIP = 64 };
    for (size_t from = 0; from < count; from += STRIP) {
        double x[STRIP];
        size_t n = count - from < STRIP ? count - from : STRIP;
        for (size_t i = 0; i < n; i++)
            x[i] = v[from + i] >= DBL_MIN ? v[from + i] : 1;
        attain_i_logs(x, n, x);
        for (size_t i = 0; i < n; i++) {
            double of = v[from + i];
            out[from + i] = of >= DBL_MIN ? x[i]
                            : of != of    ? of
                            : of > 0      ? attain_i_log(of)
                                          : -(double)INFINITY;
        }
    }
}

static double power_of_e(double v) {
    return attain_i_exp(v);
}

static void parts_or_ends(const double *v, size_t count, double *out) {
    for (size_t i = 0; i < count; i++)
        out[i] = v[i] > 0 ? 1 / v[i] : v[i] != v[i] ? v[i] : (double)INFINITY;
}

static double part(double v) {
    return 1 / v;
}

static const attain_i_mean arithmetic = {NULL, NULL, 0};
static const attain_i_mean geometric = {logs_or_ends, power_of_e, 0};
static const attain_i_mean harmonic = {parts_or_ends, part, 0};
static const attain_i_mean least = {NULL, NULL, 1};

static const attain_i_mean *const means[] = {
    [ATTAIN_AGGREGATION_ARITHMETIC] = &arithmetic,
    [ATTAIN_AGGREGATION_GEOMETRIC] = &geometric,
    [ATTAIN_AGGREGATION_HARMONIC] = &harmonic,
    [ATTAIN_AGGREGATION_MIN] = &least,
};

/* Without parameters: values that are not above 0 make the mean 0. */
const attain_i_mean *attain_i_mean_of(int32_t method,
                                      const double *parameters) {
    if ((size_t)method >= sizeof means / sizeof *means)
        return NULL;
    for (size_t i = 0; i < ATTAIN_I_MOST_PARAMETERS; i++)
        if (parameters[i] != 0)
            return NULL;
    return means[method];
}

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

/* The members of a group that are known. */
typedef struct members {
    size_t count;
    size_t columns; /* of them, which come first */
    int complete;   /* all are known in all lanes */
    int guarded;    /* some lane is missing or infinite */
} members;

/* --- Sums over members ---------------------------------------------------- */

enum { STRIDE = ATTAIN_I_LANES };

/* Σ w v, and where `both` Σ w beside it, of four members in their order, one
 * lane after the other. `first`: from 0 on. */
static ATTAIN_I_LOOP void add_four(const term *t, int first, int both,
                                   double *restrict num, double *restrict den) {
    const double *restrict w0 = t[0].weights;
    const double *restrict w1 = t[1].weights;
    const double *restrict w2 = t[2].weights;
    const double *restrict w3 = t[3].weights;
    double v0 = t[0].value;
    double v1 = t[1].value;
    double v2 = t[2].value;
    double v3 = t[3].value;
    for (size_t d = 0; d < STRIDE; d++)
        num[d] =
            ((((first ? 0 : num[d]) + w0[d] * v0) + w1[d] * v1) + w2[d] * v2) +
            w3[d] * v3;
    for (size_t d = 0; both && d < STRIDE; d++)
        den[d] = ((((first ? 0 : den[d]) + w0[d]) + w1[d]) + w2[d]) + w3[d];
}

/* One member: of a column its value, of a group its row. */
static ATTAIN_I_LOOP void add_one(const term *t, int is_row,
                                  double *restrict num, double *restrict den) {
    const double *restrict w = t->weights;
    const double *restrict row = t->row;
    double v = t->value;
    for (size_t d = 0; d < STRIDE; d++) {
        num[d] += w[d] * (is_row ? row[d] : v);
        den[d] += w[d];
    }
}

/* All members, known in all lanes; Σ w only where some are missing. (The choice
 * is within the loop so that compilers leave the order of loops alone.) */
static ATTAIN_I_LOOP void add_known(const term *t, const members *m,
                                    double *restrict num,
                                    double *restrict den) {
    size_t i = 0;
    int both = !m->complete;
    if (m->columns >= 4) {
        add_four(t, 1, 1, num, den);
        i = 4;
    } else {
        for (size_t d = 0; d < STRIDE; d++)
            num[d] = den[d] = 0;
    }
    for (; i + 4 <= m->columns; i += 4)
        if (both)
            add_four(t + i, 0, 1, num, den);
        else
            add_four(t + i, 0, 0, num, den);
    for (; i < m->count; i++)
        if (i < m->columns)
            add_one(t + i, 0, num, den);
        else
            add_one(t + i, 1, num, den);
}

/* Where lanes may be missing or infinite: a member without weight adds nothing
 * at all. */
static ATTAIN_I_LOOP void add_guarded(const term *t, double *restrict num,
                                      double *restrict den) {
    for (size_t d = 0; d < STRIDE; d++) {
        double w = t->weights[d];
        double v = t->row == NULL ? t->value : t->row[d];
        int counts = w > 0 && v == v;
        num[d] += counts ? w * v : 0;
        den[d] += counts ? w : 0;
    }
}

static ATTAIN_I_LOOP void add_smallest(const term *t, double *restrict num,
                                       double *restrict den) {
    for (size_t d = 0; d < STRIDE; d++) {
        double w = t->weights[d];
        double v = t->row == NULL ? t->value : t->row[d];
        int counts = w > 0 && v == v;
        num[d] = counts && !(den[d] > 0 && num[d] <= v) ? v : num[d];
        den[d] += counts ? w : 0;
    }
}

/* --- A group -------------------------------------------------------------- */

static const attain_i_mean *mean_of(const attain_i_scorer *s, size_t group) {
    return means[s->aggregations == NULL ? 0 : s->aggregations[group]];
}

/* The row of a group as a member of one with another mean. */
static ATTAIN_I_LOOP const double *turn(const attain_i_scorer *s, size_t group,
                                        const attain_i_mean *of) {
    const attain_i_mean *own = mean_of(s, group);
    const double *row = s->rows + group * STRIDE;
    double *out = s->turned + group * STRIDE;
    if (own->to == of->to)
        return row;
    for (size_t d = 0; d < STRIDE; d++)
        out[d] = own->from == NULL ? row[d] : own->from(row[d]);
    if (of->to != NULL)
        of->to(out, STRIDE, out);
    for (size_t d = 0; d < STRIDE; d++)
        if (fabs(out[d]) > DBL_MAX)
            s->states[group] = SOMEWHERE;
    return out;
}

/* The columns of a group that are known. */
static ATTAIN_I_LOOP void gather_columns(const attain_i_scorer *s, size_t group,
                                         const double *x, const double *weights,
                                         members *out) {
    const int32_t *children = s->index->children;
    const attain_i_mean *mean = mean_of(s, group);
    term *terms = s->terms;
    size_t count = 0;
    int infinite = 0;
    for (size_t i = s->index->offsets[group]; i < s->index->column_ends[group];
         i++) {
        size_t child = (size_t)children[i];
        double v = x[child];
        if (mean->to != NULL) {
            mean->to(&v, 1, &v);
            infinite |= fabs(v) > DBL_MAX;
        }
        terms[count].weights = weights + child * STRIDE;
        terms[count].row = NULL;
        terms[count].value = v;
        count += v == v;
    }
    out->columns = count;
    out->guarded |= infinite;
}

static ATTAIN_I_LOOP members gather(const attain_i_scorer *s, size_t group,
                                    const double *x, const double *weights) {
    const attain_i_index *index = s->index;
    const attain_i_mean *of = mean_of(s, group);
    members out = {0, 0, 1, of->smallest};
    size_t to = index->offsets[group + 1];
    gather_columns(s, group, x, weights, &out);
    out.count = out.columns;
    for (size_t i = index->column_ends[group]; i < to; i++) {
        size_t child = (size_t)index->children[i];
        size_t below = child - index->columns;
        if (s->states[below] == NOWHERE)
            continue;
        term *t = &s->terms[out.count++];
        t->weights = weights + child * STRIDE;
        t->row = turn(s, below, of);
        out.guarded |= s->states[below] == SOMEWHERE;
    }
    out.complete = out.count == to - index->offsets[group] && !out.guarded;
    return out;
}

static ATTAIN_I_LOOP void add_members(const term *t, const members *m,
                                      int smallest, double *restrict num,
                                      double *restrict den) {
    if (!m->guarded) {
        add_known(t, m, num, den);
        return;
    }
    for (size_t d = 0; d < STRIDE; d++)
        num[d] = den[d] = 0;
    for (size_t i = 0; i < m->count; i++)
        if (smallest)
            add_smallest(&t[i], num, den);
        else
            add_guarded(&t[i], num, den);
}

static ATTAIN_I_LOOP void score_group(const attain_i_scorer *s, size_t group,
                                      const double *x, const double *weights,
                                      const double *totals) {
    const attain_i_mean *of = mean_of(s, group);
    double num[STRIDE];
    double den[STRIDE];
    members m = gather(s, group, x, weights);
    if (m.count == 0) {
        s->states[group] = NOWHERE;
        return;
    }
    add_members(s->terms, &m, of->smallest, num, den);
    const double *restrict divisor = m.complete ? totals + group * STRIDE : den;
    double *restrict row = s->rows + group * STRIDE;
    int64_t unsound = 0;
    if (of->smallest) {
        for (size_t d = 0; d < STRIDE; d++)
            row[d] = divisor[d] > 0 ? num[d] : (double)NAN;
    } else {
        /* Without weight 0/0: NaN. */
        for (size_t d = 0; d < STRIDE; d++)
            row[d] = num[d] / divisor[d];
    }
    for (size_t d = 0; d < STRIDE; d++)
        unsound |= !(fabs(row[d]) <= DBL_MAX);
    s->states[group] = unsound ? SOMEWHERE : EVERYWHERE;
}

/* --- A unit --------------------------------------------------------------- */

static ATTAIN_I_LOOP void score(const attain_i_scorer *s, const double *x,
                                const double *weights, const double *totals,
                                double *out) {
    size_t root = s->index->groups - 1;
    for (size_t group = 0; group <= root; group++)
        score_group(s, group, x, weights, totals);
    const attain_i_mean *of = mean_of(s, root);
    const double *row = s->rows + root * STRIDE;
    int nowhere = s->states[root] == NOWHERE;
    for (size_t d = 0; d < STRIDE; d++) {
        double v = nowhere ? (double)NAN : row[d];
        out[d] = of->from == NULL || nowhere ? v : of->from(v);
    }
}

static ATTAIN_I_LOOP void score_lanes_loop(const attain_i_scorer *s,
                                           const double *x, double *out) {
    score(s, x, s->weights, s->totals, out);
}

ATTAIN_I_WIDE(static, score_lanes,
              (const attain_i_scorer *s, const double *x, double *out),
              (s, x, out))

void attain_i_score_lanes(const attain_i_scorer *scorer, const double *x,
                          double *out) {
    score_lanes(scorer, x, out);
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
