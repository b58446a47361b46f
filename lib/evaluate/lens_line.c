/* How far units are above what those that started alike reach: the residual of
 * v(j) on v(b0), shrunk by reliability where sizes n are given.
 *
 * With them the line is that of y = a + bx + u + e, u of variance σ²t, e of
 * σ²(1 − t)m with m = (mean of n)/n: a unit of mean size varies by σ², of which
 * the part t is its own. t maximises the restricted likelihood (Patterson and
 * Thompson 1971) over 0 … 1: with v = t + (1 − t)m and w = 1/v, it minimises
 *
 *   d(t) = (N − 2) ln Q + Σ ln v + ln Σw + ln Σw(x − x̄)²,  Q = Σ w r²
 *
 * r the residuals of least squares weighted by w. The effect of a unit is
 * (t/v)r, its conditional variance σ²t(1 − t/v), σ² = Q/(N − 2): one-way
 * reliability n/(n + σ²_e/σ²_u). */
#include <math.h>

#include "evaluate/lens.h"
#include "numeric/math.h"
#include "numeric/sum.h"

enum {
    PLACES = 64, /* at which the likelihood is looked at first */
    MOST_HALVINGS = 200
};

/* Sums and differences below this part of their largest term are 0. */
static const double least_part = 1e-12;

typedef struct line {
    const attain_i_starters *units;
    double *parts;     /* m of each unit */
    double *weights;   /* w of each */
    double *residuals; /* r of each */
    double *terms;     /* scratch */
    double *far;       /* x − x̄ of each */
    double all;        /* Σw */
    double spread;     /* Σw(x − x̄)² */
    double slope;
    double squares; /* Q */
} line;

static double sum_of(line *l, const double *a, const double *b) {
    for (size_t i = 0; i < l->units->count; i++)
        l->terms[i] = b == NULL ? a[i] : a[i] * b[i];
    return attain_i_sum(l->terms, l->units->count);
}

/* Weighted least squares at t. */
static void fit(line *l, double t) {
    const attain_i_starters *u = l->units;
    size_t n = u->count;
    for (size_t i = 0; i < n; i++)
        l->weights[i] = 1 / (t + (1 - t) * l->parts[i]);
    l->all = sum_of(l, l->weights, NULL);
    double x = sum_of(l, l->weights, u->x) / l->all;
    double y = sum_of(l, l->weights, u->y) / l->all;
    for (size_t i = 0; i < n; i++) {
        l->far[i] = u->x[i] - x;
        l->residuals[i] = u->y[i] - y;
        l->terms[i] = l->weights[i] * l->far[i] * l->far[i];
    }
    l->spread = attain_i_sum(l->terms, n);
    for (size_t i = 0; i < n; i++)
        l->terms[i] = l->weights[i] * l->far[i] * l->residuals[i];
    l->slope = attain_i_sum(l->terms, n) / l->spread;
    for (size_t i = 0; i < n; i++) {
        l->residuals[i] -= l->slope * l->far[i];
        l->terms[i] = l->weights[i] * l->residuals[i] * l->residuals[i];
    }
    l->squares = attain_i_sum(l->terms, n);
}

static double likelihood(line *l, double t) {
    size_t n = l->units->count;
    fit(l, t);
    for (size_t i = 0; i < n; i++)
        l->terms[i] = -attain_i_log(l->weights[i]);
    return (double)(n - 2) * attain_i_log(l->squares) +
           attain_i_sum(l->terms, n) + attain_i_log(l->all) +
           attain_i_log(l->spread);
}

/* d'(t): v' = 1 − m, and least squares do not move Q to first order. */
static double slope_of_likelihood(line *l, double t) {
    size_t n = l->units->count;
    fit(l, t);
    for (size_t i = 0; i < n; i++) {
        double w = l->weights[i];
        double r = l->residuals[i];
        double lever = 1 / l->all + l->far[i] * l->far[i] / l->spread;
        double by_squares = (double)(n - 2) * r * r / l->squares;
        l->terms[i] = (1 - l->parts[i]) * w * (1 - w * (lever + by_squares));
    }
    return attain_i_sum(l->terms, n);
}

/* The t of greatest likelihood. */
static double maximise(line *l) {
    double least = INFINITY;
    int best = 0;
    for (int i = 0; i <= PLACES; i++) {
        double value = likelihood(l, (double)i / PLACES);
        if (value < least) {
            least = value;
            best = i;
        }
    }
    double low = best == 0 ? 0 : (double)(best - 1) / PLACES;
    double high = best == PLACES ? 1 : (double)(best + 1) / PLACES;
    if (best == 0 && slope_of_likelihood(l, 0) >= 0)
        return 0;
    if (best == PLACES && slope_of_likelihood(l, 1) <= 0)
        return 1;
    for (int i = 0; i < MOST_HALVINGS; i++) {
        double middle = low + (high - low) / 2;
        if (!(middle > low && middle < high))
            break;
        if (slope_of_likelihood(l, middle) < 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static double largest(const double *values, size_t count) {
    double most = 0;
    for (size_t i = 0; i < count; i++)
        most = fabs(values[i]) > most ? fabs(values[i]) : most;
    return most;
}

static int all_equal(const double *values, size_t count) {
    double least = values[0];
    double most = values[0];
    for (size_t i = 1; i < count; i++) {
        least = values[i] < least ? values[i] : least;
        most = values[i] > most ? values[i] : most;
    }
    return most - least <= least_part * largest(values, count);
}

/* Sizes that do not differ tell nothing of what is a unit's own. */
static int tells(const attain_i_starters *units) {
    return units->sizes != NULL && !all_equal(units->sizes, units->count);
}

static void take_sizes(line *l) {
    const attain_i_starters *u = l->units;
    double mean = u->sizes == NULL
                      ? 1
                      : attain_i_sum(u->sizes, u->count) / (double)u->count;
    for (size_t i = 0; i < u->count; i++)
        l->parts[i] = u->sizes == NULL ? 1 : mean / u->sizes[i];
}

void attain_i_added_find(const attain_i_starters *units, attain_i_added *out) {
    size_t n = units->count;
    line l = {.units = units};
    l.parts = units->scratch;
    l.weights = l.parts + n;
    l.residuals = l.weights + n;
    l.terms = l.residuals + n;
    l.far = l.terms + n;
    out->known = !all_equal(units->x, n);
    if (!out->known)
        return;
    take_sizes(&l);
    fit(&l, 1);
    out->scale = largest(units->y, n) + fabs(l.slope) * largest(units->x, n);
    /* A line through all points leaves nothing to shrink. */
    double noise = least_part * out->scale;
    int shrinks = tells(units) && l.squares > noise * noise * (double)n;
    double t = shrinks ? maximise(&l) : 1;
    fit(&l, t);
    double variance = l.squares / (double)(n - 2);
    for (size_t i = 0; i < n; i++) {
        double part = t * l.weights[i];
        double effect = part * l.residuals[i];
        out->effects[i] = fabs(effect) < noise ? 0 : effect;
        out->errors[i] =
            shrinks && t < 1 ? sqrt(variance * t * (1 - part)) : NAN;
    }
}
