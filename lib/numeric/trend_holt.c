#include <math.h>

#include "numeric/sum.h"
#include "numeric/trend.h"

/* Holt's linear exponential smoothing (Holt 1957), started as R's HoltWinters:
 * level y_2, trend y_2 − y_1; one-step errors from y_3 on. */
typedef struct smoothing {
    double level;
    double trend;
    double squares; /* of one-step errors */
} smoothing;

/* `errors`, where it is not NULL, gets count − 2 errors. */
static smoothing smooth(const attain_i_series *s, double of_level,
                        double of_trend, double *errors) {
    const double *y = s->y;
    smoothing at = {y[1], y[1] - y[0], 0};
    for (size_t i = 2; i < s->count; i++) {
        double expected = at.level + at.trend;
        double error = y[i] - expected;
        double level = of_level * y[i] + (1 - of_level) * expected;
        at.trend = of_trend * (level - at.level) + (1 - of_trend) * at.trend;
        at.level = level;
        at.squares += error * error;
        if (errors != NULL)
            errors[i - 2] = error;
    }
    return at;
}

static double step_of(const attain_i_series *s) {
    double step = (s->x[s->count - 1] - s->x[0]) / (double)(s->count - 1);
    for (size_t i = 1; i < s->count; i++)
        if (fabs(s->x[i] - s->x[i - 1] - step) > 1e-9 * step)
            return (double)NAN;
    return step;
}

/* The sample variance of the errors, and what it grows to in `steps` steps:
 * 1 + Σ (level (1 + j trend))², j = 1 … steps − 1. */
static double deviation_at(const attain_i_series *s, double of_level,
                           double of_trend, double steps) {
    size_t n = s->count - 2;
    double mean = attain_i_sum(s->scratch, n) / (double)n;
    double growth = 1;
    for (size_t i = 0; i < n; i++)
        s->scratch[i] = (s->scratch[i] - mean) * (s->scratch[i] - mean);
    double variance = attain_i_sum(s->scratch, n) / (double)(n - 1);
    /* Σ (1 + j b)² over j < h in closed form. */
    double last = steps - 1;
    double linear = last * (last + 1) / 2;
    double square = last * (last + 1) * (2 * last + 1) / 6;
    growth += of_level * of_level *
              (last + 2 * of_trend * linear + of_trend * of_trend * square);
    return sqrt(variance * growth);
}

static void lack_all(attain_i_series *s, int32_t from, int32_t reason) {
    attain_i_trend_lack(s, ATTAIN_TREND_PROJECTION_LOW, reason);
    attain_i_trend_lack(s, ATTAIN_TREND_PROJECTION_HIGH, reason);
    attain_i_trend_lack(s, ATTAIN_TREND_ARRIVAL, reason);
    if (from == ATTAIN_TREND_RATE) {
        attain_i_trend_lack(s, ATTAIN_TREND_RATE, reason);
        attain_i_trend_lack(s, ATTAIN_TREND_PROJECTION, reason);
    }
}

static void forecast(attain_i_series *s, double step, double of_level,
                     double of_trend) {
    smoothing at = smooth(s, of_level, of_trend, s->scratch);
    double steps = (s->horizon - s->x[s->count - 1]) / step;
    double whole = (double)(int64_t)(steps + 0.5);
    double value = at.level + steps * at.trend;
    attain_i_trend_set(s, ATTAIN_TREND_RATE, at.trend / step);
    attain_i_trend_set(s, ATTAIN_TREND_SMOOTHING_LEVEL, of_level);
    attain_i_trend_set(s, ATTAIN_TREND_SMOOTHING_TREND, of_trend);
    attain_i_trend_set(s, ATTAIN_TREND_PROJECTION, value);
    if (s->count < 4) {
        lack_all(s, ATTAIN_TREND_PROJECTION_LOW, ATTAIN_REASON_TOO_FEW);
        return;
    }
    if (!(fabs(steps - whole) <= 1e-9 * whole) || whole < 1)
        return;
    attain_i_trend_project(s, value, deviation_at(s, of_level, of_trend, whole),
                           1e30);
}

/* The step between times; NaN where there is no smoothing. */
static double begin(attain_i_series *s) {
    if (s->count < 3) {
        lack_all(s, ATTAIN_TREND_RATE, ATTAIN_REASON_TOO_FEW);
        return (double)NAN;
    }
    return step_of(s);
}

void attain_i_holt(attain_i_series *s, const double *parameters) {
    double step = begin(s);
    if (step == step)
        forecast(s, step, parameters[0], parameters[1]);
}

void attain_i_holt_fitted(attain_i_series *s, const double *parameters) {
    enum { STEPS = 20 };
    double step = begin(s);
    double least = (double)INFINITY;
    double best[2] = {0, 0};
    (void)parameters;
    if (step != step)
        return;
    for (int i = 0; i <= STEPS; i++) {
        for (int k = 0; k <= STEPS; k++) {
            double of_level = i / (double)STEPS;
            double of_trend = k / (double)STEPS;
            double squares = smooth(s, of_level, of_trend, NULL).squares;
            if (squares < least) {
                least = squares;
                best[0] = of_level;
                best[1] = of_trend;
            }
        }
    }
    forecast(s, step, best[0], best[1]);
}
