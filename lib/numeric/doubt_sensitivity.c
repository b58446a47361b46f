#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "numeric/doubt.h"
#include "numeric/rank.h"
#include "numeric/sum.h"

static const char *const measures[] = {"first", "first_low", "first_high",
                                       "total", "total_low", "total_high"};

enum { MEASURES = 6 };

size_t attain_sensitivity_measure_count(void) {
    return sizeof measures / sizeof *measures;
}

const char *attain_sensitivity_measure_name(int32_t measure) {
    if (measure < 0 || (size_t)measure >= attain_sensitivity_measure_count())
        return NULL;
    return measures[measure];
}

/* --- Estimates ------------------------------------------------------------ */

typedef struct estimate {
    const double *a;
    const double *b;
    const double *ab; /* [source][sample] */
    size_t samples;
    size_t sources;
    size_t replicates;
    double mean; /* of a and b together */
    double variance;
    double *terms; /* [first, total][sample] of one source */
    double *again; /* [index, term][sample] drawn */
    double *ends;  /* [first, total][replicate] */
} estimate;

/* The mean of a and b together and their sample variance; NaN beyond the range.
 */
static void find_variance(estimate *e) {
    size_t n = e->samples;
    double count = 2 * (double)n;
    double mean = (attain_i_sum(e->a, n) + attain_i_sum(e->b, n)) / count;
    double sum = 0;
    for (size_t k = 0; k < 2; k++) {
        const double *y = k == 0 ? e->a : e->b;
        for (size_t i = 0; i < n; i++)
            e->terms[i] = (y[i] - mean) * (y[i] - mean);
        sum += attain_i_sum(e->terms, n);
    }
    e->mean = mean;
    e->variance = sum / (count - 1);
}

/* Σ over a sample drawn with replacement, over N and V. */
static void draw_again(const estimate *e, uint64_t seed, size_t replicate) {
    attain_i_random random;
    size_t n = e->samples;
    attain_i_random_begin(&random, seed, replicate);
    for (size_t i = 0; i < n; i++)
        e->again[i] = (double)attain_i_random_below(&random, n);
    for (size_t k = 0; k < 2; k++) {
        const double *terms = e->terms + k * n;
        double *picked = e->again + n;
        for (size_t i = 0; i < n; i++)
            picked[i] = terms[(size_t)e->again[i]];
        e->ends[k * e->replicates + replicate] =
            attain_i_sum(picked, n) / (double)n / e->variance;
    }
}

static attain_status estimate_source(const estimate *e, size_t source,
                                     uint64_t seed, double coverage,
                                     double *out, attain_error *err) {
    size_t n = e->samples;
    const double *ab = e->ab + source * n;
    const double probabilities[] = {(1 - coverage) / 2, (1 + coverage) / 2};
    for (size_t i = 0; i < n; i++) {
        double change = ab[i] - e->a[i];
        e->terms[i] = (e->b[i] - e->mean) * change;
        e->terms[n + i] = change * change / 2;
    }
    for (size_t k = 0; k < 2; k++) {
        out[3 * k] =
            attain_i_sum(e->terms + k * n, n) / (double)n / e->variance;
        if (!(fabs(out[3 * k]) <= DBL_MAX))
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "ab", (int64_t)source,
                                 "a sum is beyond the range of a double");
    }
    for (size_t r = 0; r < e->replicates; r++)
        draw_again(e, seed, r);
    attain_status status = ATTAIN_OK;
    for (size_t k = 0; k < 2 && status == ATTAIN_OK && e->replicates > 0; k++)
        status = attain_quantiles(
            ATTAIN_QUANTILE_TYPE_7, NULL, 0, e->ends + k * e->replicates, NULL,
            e->replicates, probabilities, 2, out + 3 * k + 1, NULL, err);
    return status;
}

static attain_status estimate_all(estimate *e, uint64_t seed, double coverage,
                                  double *out, attain_error *err) {
    find_variance(e);
    if (!(e->variance <= DBL_MAX))
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "a", -1,
                             "a sum is beyond the range of a double");
    attain_status status = ATTAIN_OK;
    for (size_t s = 0; s < e->sources; s++) {
        for (size_t i = 0; i < MEASURES; i++)
            out[s * MEASURES + i] = (double)NAN;
        if (e->variance > 0 && status == ATTAIN_OK)
            status =
                estimate_source(e, s, seed, coverage, out + s * MEASURES, err);
    }
    return status;
}

/* Doubles of scratch; SIZE_MAX beyond all memory. */
static size_t scratch_size(size_t samples, size_t replicates) {
    size_t most = SIZE_MAX / sizeof(double) / 8;
    return samples > most || replicates > most ? SIZE_MAX
                                               : 4 * samples + 2 * replicates;
}

static attain_status check(const double *const *given, size_t samples,
                           size_t sources, double coverage, const double *out,
                           attain_error *err) {
    static const char *const names[] = {"a", "b", "ab"};
    for (size_t k = 0; k < 3; k++)
        if (given[k] == NULL)
            return attain_i_fail_null(err, names[k]);
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (samples < 2)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "samples", -1,
                             "fewer than two samples");
    if (sources == 0)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "sources", -1,
                             "there are no sources");
    if (!(coverage > 0 && coverage < 1))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "coverage", -1,
                             "coverage is not between 0 and 1");
    if (sources > SIZE_MAX / sizeof(double) / MEASURES / samples)
        return attain_i_fail_memory(err);
    for (size_t k = 0; k < 3; k++) {
        size_t count = k < 2 ? samples : samples * sources;
        for (size_t i = 0; i < count; i++) {
            if (!(fabs(given[k][i]) <= DBL_MAX))
                return attain_i_fail(err, ATTAIN_ERR_VALUE, names[k],
                                     (int64_t)i, "value %zu is not finite", i);
        }
    }
    return ATTAIN_OK;
}

attain_status attain_sensitivity_estimate(const double *a, const double *b,
                                          const double *ab, size_t samples,
                                          size_t sources, uint64_t seed,
                                          size_t replicates, double coverage,
                                          double *out, attain_error *err) {
    const double *given[] = {a, b, ab};
    attain_allocator allocator;
    attain_status status = check(given, samples, sources, coverage, out, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_allocator_set(&allocator, NULL);
    size_t size = scratch_size(samples, replicates);
    size_t cells = sources * MEASURES;
    double *scratch = attain_i_allocate(&allocator, size, sizeof *scratch);
    double *found = attain_i_allocate(&allocator, cells, sizeof *found);
    status = scratch == NULL || found == NULL ? attain_i_fail_memory(err)
                                              : ATTAIN_OK;
    if (status == ATTAIN_OK) {
        estimate e = {a,
                      b,
                      ab,
                      samples,
                      sources,
                      replicates,
                      0,
                      0,
                      scratch,
                      scratch + 2 * samples,
                      scratch + 4 * samples};
        status = estimate_all(&e, seed, coverage, found, err);
    }
    if (status == ATTAIN_OK)
        memcpy(out, found, cells * sizeof *out);
    attain_i_release(&allocator, scratch, size, sizeof *scratch);
    attain_i_release(&allocator, found, cells, sizeof *found);
    return status;
}

/* --- Of the ranks --------------------------------------------------------- */

typedef struct shifts {
    const uint32_t *itself; /* ranks of the index itself; 0: none */
    size_t units;
    double *of; /* [draw] */
} shifts;

static void take_shift(size_t draw, size_t worker, const double *scores,
                       const uint32_t *ranks, void *user) {
    const shifts *s = user;
    double sum = 0; /* of whole numbers */
    double count = 0;
    (void)worker;
    (void)scores;
    for (size_t u = 0; u < s->units; u++) {
        double shift = fabs((double)ranks[u] - (double)s->itself[u]);
        int both = ranks[u] > 0 && s->itself[u] > 0;
        sum += both ? shift : 0;
        count += both;
    }
    s->of[draw] = count > 0 ? sum / count : 0;
}

/* Sources that are in doubt at all. */
static size_t list_sources(const attain_composite *c,
                           const attain_doubt_options *o, int32_t *out) {
    size_t count = 0;
    int weights = o->spreads != NULL || o->spread > 0;
    const int doubted[ATTAIN_I_SOURCES] = {
        [ATTAIN_DOUBT_WEIGHTS] = weights,
        [ATTAIN_DOUBT_NORMALISATION] = c->normalisation_count > 1,
        [ATTAIN_DOUBT_AGGREGATION] = c->aggregation_count > 1,
        [ATTAIN_DOUBT_LEFT_OUT] = o->left_out,
        [ATTAIN_DOUBT_ERRORS] = o->errors != NULL};
    for (int32_t s = 0; s < ATTAIN_I_SOURCES; s++)
        if (doubted[s])
            out[count++] = s;
    return count;
}

typedef struct sensitivity {
    const attain_doubt_options *options;
    size_t samples;
    size_t replicates;
    double coverage;
    int32_t sources[ATTAIN_I_SOURCES];
    size_t source_count;
    uint32_t *ranks; /* [unit]: the index itself */
    double *shift;   /* [draw] */
} sensitivity;

static attain_status run(const attain_i_index *index, const sensitivity *s,
                         double *found, attain_error *err) {
    size_t n = s->samples;
    attain_i_measuring measuring = {index->of, s->options};
    shifts to = {s->ranks, index->units, s->shift};
    attain_i_design design = {.draws = n * (s->source_count + 2),
                              .samples = n,
                              .sources = s->sources};
    attain_i_sink sink = {.take = take_shift, .user = &to};
    if (s->options->errors != NULL) {
        design.alter = attain_i_measure;
        design.user = &measuring;
    }
    attain_status status = attain_i_score_itself(index, NULL, s->ranks, err);
    if (status == ATTAIN_OK)
        status = attain_i_run_draws(index, s->options, &design, &sink, err);
    if (status == ATTAIN_OK && s->source_count > 0)
        status = attain_sensitivity_estimate(
            s->shift, s->shift + n, s->shift + 2 * n, n, s->source_count,
            s->options->seed, s->replicates, s->coverage, found, err);
    return status;
}

static void hand_over(const sensitivity *s, const double *found, double *out,
                      double *shift) {
    memset(out, 0, ATTAIN_I_SOURCES * MEASURES * sizeof *out);
    for (size_t i = 0; i < s->source_count; i++)
        memcpy(out + (size_t)s->sources[i] * MEASURES, found + i * MEASURES,
               MEASURES * sizeof *out);
    if (shift != NULL)
        *shift =
            attain_i_sum(s->shift, 2 * s->samples) / (2 * (double)s->samples);
}

attain_status attain_doubt_sensitivity(const attain_composite *composite,
                                       const attain_doubt_options *options,
                                       size_t replicates, double coverage,
                                       double *out, double *shift,
                                       attain_error *err) {
    attain_doubt_options defaults;
    attain_i_index index;
    double found[ATTAIN_I_SOURCES * MEASURES];
    attain_doubt_options_init(&defaults);
    options = options == NULL ? &defaults : options;
    attain_status status = attain_i_doubt_check(composite, options, err);
    if (status != ATTAIN_OK)
        return status;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (options->draws < 2 || !(coverage > 0 && coverage < 1))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "draws", -1,
                             "fewer than two samples, or a coverage that is "
                             "not between 0 and 1");
    if (options->draws > INT32_MAX / (ATTAIN_I_SOURCES + 2))
        return attain_i_fail(err, ATTAIN_ERR_LIMIT, "draws", -1,
                             "more than 2^31 - 1 draws in all");
    status = attain_i_index_create(&index, composite, err);
    if (status != ATTAIN_OK)
        return status;
    sensitivity s = {options, options->draws, replicates, coverage, {0},
                     0,       NULL,           NULL};
    s.source_count = list_sources(composite, options, s.sources);
    size_t draws = s.samples * (s.source_count + 2);
    s.ranks = attain_i_allocate(&index.allocator, index.units, sizeof *s.ranks);
    s.shift = attain_i_allocate(&index.allocator, draws, sizeof *s.shift);
    status = s.ranks == NULL || s.shift == NULL ? attain_i_fail_memory(err)
                                                : run(&index, &s, found, err);
    if (status == ATTAIN_OK)
        hand_over(&s, found, out, shift);
    attain_i_release(&index.allocator, s.ranks, index.units, sizeof *s.ranks);
    attain_i_release(&index.allocator, s.shift, draws, sizeof *s.shift);
    attain_i_index_clear(&index);
    return status;
}
