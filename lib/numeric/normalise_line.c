#include <float.h>
#include <math.h>

#include "base/error.h"
#include "numeric/normalise.h"
#include "numeric/sample.h"
#include "numeric/statistic.h"

/* Puts the line through (from, 0) and (to, 1); no score where these are the
 * same. */
static void put_line(attain_i_scale *scale, double from, double to) {
    if (to - from > DBL_MAX) {
        scale->turn *= 0.5;
        from *= 0.5;
        to *= 0.5;
    }
    scale->from = from;
    scale->width = to - from;
    if (!(scale->width > 0))
        scale->reason = scale->width == 0 ? ATTAIN_REASON_CONSTANT
                                          : ATTAIN_REASON_UNDEFINED;
}

attain_status attain_i_learn_minmax(const attain_i_normaliser *column,
                                    attain_i_scale *scale, attain_error *err) {
    (void)err;
    scale->base = column->parameters[0];
    scale->factor = column->parameters[1] - column->parameters[0];
    put_line(scale, scale->least, scale->most);
    return ATTAIN_OK;
}

attain_status attain_i_learn_maximum(const attain_i_normaliser *column,
                                     attain_i_scale *scale, attain_error *err) {
    (void)column;
    (void)err;
    put_line(scale, scale->least, scale->most);
    return ATTAIN_OK;
}

attain_status attain_i_learn_posts(const attain_i_normaliser *column,
                                   attain_i_scale *scale, attain_error *err) {
    const double *p = column->parameters;
    (void)err;
    scale->factor = p[2];
    if (scale->turn > 0)
        put_line(scale, p[0], p[1]);
    else
        put_line(scale, -p[1], -p[0]);
    if (p[3] != 0) {
        scale->floor = 0;
        scale->ceiling = 1;
    }
    return ATTAIN_OK;
}

static attain_status learn_moments(const attain_i_normaliser *column,
                                   int32_t deviation, attain_i_scale *scale,
                                   attain_error *err) {
    attain_i_sample sample;
    attain_i_sample_init(&sample);
    sample.values = column->reference;
    sample.weights = NULL;
    sample.order = NULL;
    sample.count = column->reference_count;
    sample.items = NULL;
    attain_i_sample_survey(&sample);
    double sd =
        attain_i_sample_statistic(&sample, deviation, NULL, &scale->reason);
    if (sample.fault != ATTAIN_I_SOUND)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "values", -1,
                             "a sum is beyond the range of a double");
    if (sd == 0)
        scale->reason = ATTAIN_REASON_CONSTANT;
    scale->base = column->parameters[0];
    scale->factor = column->parameters[1];
    scale->from = sample.mean * scale->turn;
    scale->width = sd;
    return ATTAIN_OK;
}

attain_status attain_i_learn_population(const attain_i_normaliser *column,
                                        attain_i_scale *scale,
                                        attain_error *err) {
    return learn_moments(column, ATTAIN_STATISTIC_SD_POPULATION, scale, err);
}

attain_status attain_i_learn_sample(const attain_i_normaliser *column,
                                    attain_i_scale *scale, attain_error *err) {
    return learn_moments(column, ATTAIN_STATISTIC_SD_SAMPLE, scale, err);
}

attain_status attain_i_learn_reference(const attain_i_normaliser *column,
                                       attain_i_scale *scale,
                                       attain_error *err) {
    double unit = column->parameters[0];
    if (!(unit < (double)column->count) || unit != (double)(size_t)unit)
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "parameters", 0,
                             "there is no such unit");
    double there = column->values[(size_t)unit] * scale->turn;
    if (there != there)
        scale->reason = ATTAIN_REASON_MISSING;
    else
        put_line(scale, scale->least, there);
    if (column->parameters[1] != 0)
        scale->ceiling = 1;
    return ATTAIN_OK;
}

attain_status attain_i_learn_target(const attain_i_normaliser *column,
                                    attain_i_scale *scale, attain_error *err) {
    (void)err;
    put_line(scale, scale->least, column->parameters[0] * scale->turn);
    if (!(scale->width > 0))
        scale->reason = ATTAIN_REASON_UNDEFINED;
    if (column->parameters[1] != 0)
        scale->ceiling = 1;
    return ATTAIN_OK;
}

attain_status attain_i_learn_fraction(const attain_i_normaliser *column,
                                      attain_i_scale *scale,
                                      attain_error *err) {
    (void)err;
    (void)column;
    scale->from = 0;
    scale->width = scale->turn > 0 ? scale->most : -scale->most;
    if (!(scale->width > 0))
        scale->reason = ATTAIN_REASON_NOT_POSITIVE;
    return ATTAIN_OK;
}

/* Whether a score, or what it is computed from, can be beyond a double. */
static int may_go_far(const attain_i_scale *s) {
    double from = fabs(s->from);
    double part = s->size / s->width + from / s->width;
    return !(s->size + from <= DBL_MAX &&
             part * fabs(s->factor) + fabs(s->base) <= DBL_MAX / 2);
}

/* As below, from halves where the difference is beyond; no score where the
 * score is. */
static void score_far(const attain_i_normaliser *column,
                      const attain_i_scale *s) {
    for (size_t i = 0; i < column->count; i++) {
        double v = column->values[i] * s->turn;
        double away = v - s->from;
        double part = fabs(away) <= DBL_MAX || v != v
                          ? away / s->width
                          : (v * 0.5 - s->from * 0.5) / (s->width * 0.5);
        part = part < s->floor ? s->floor : part;
        part = part > s->ceiling ? s->ceiling : part;
        double score = s->base + s->factor * part;
        int beyond = v == v && !(fabs(score) <= DBL_MAX);
        column->out[i] = beyond ? (double)NAN : score;
        if (beyond && column->reasons != NULL)
            column->reasons[i] = ATTAIN_REASON_UNDEFINED;
    }
}

void attain_i_score_line(const attain_i_normaliser *column,
                         const attain_i_scale *scale) {
    attain_i_scale s = *scale;
    if (may_go_far(scale)) {
        score_far(column, scale);
        return;
    }
    const double *values = column->values;
    double *out = column->out;
    for (size_t i = 0; i < column->count; i++) {
        double part = (values[i] * s.turn - s.from) / s.width;
        part = part < s.floor ? s.floor : part;
        part = part > s.ceiling ? s.ceiling : part;
        out[i] = s.base + s.factor * part;
    }
}

/* v/max, or min/v, with values at or below 0 left out. */
void attain_i_score_fraction(const attain_i_normaliser *column,
                             const attain_i_scale *scale) {
    if (scale->turn > 0) {
        attain_i_score_line(column, scale);
        return;
    }
    for (size_t i = 0; i < column->count; i++) {
        double v = column->values[i];
        double score = v > 0 ? scale->width / v : (double)NAN;
        int beyond = score > DBL_MAX;
        column->out[i] = beyond ? (double)NAN : score;
        if ((v <= 0 || beyond) && column->reasons != NULL)
            column->reasons[i] =
                beyond ? ATTAIN_REASON_UNDEFINED : ATTAIN_REASON_NOT_POSITIVE;
    }
}
