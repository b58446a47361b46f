#include <math.h>

#include "numeric/math.h"
#include "numeric/progress.h"

/* Methods that compare yearly growth: of what was, with what is needed. */

/* The growth of x since b as the good direction has it, turned for a negative
 * b; NaN with a reason. */
static double good_growth(double x, double base, double years,
                          int32_t descending, uint8_t *reason) {
    if (!(years > 0))
        return attain_i_no_score(reason, ATTAIN_REASON_TOO_FEW);
    double growth = attain_i_growth(x, base, years);
    if (isnan(growth))
        return attain_i_no_score(reason, ATTAIN_REASON_UNDEFINED);
    return (base < 0) == (descending != 0) ? growth : -growth;
}

/* That growth over the size of the one that reaches T in time. */
static double growth_ratio(double x, double base, double target,
                           const double *times, int32_t descending,
                           uint8_t *reason) {
    double actual =
        good_growth(x, base, times[0] - times[1], descending, reason);
    if (isnan(actual))
        return actual;
    double needed = attain_i_growth(target, base, times[2] - times[1]);
    if (isnan(needed))
        return attain_i_no_score(reason, ATTAIN_REASON_UNDEFINED);
    if (needed == 0)
        return attain_i_no_score(reason, ATTAIN_REASON_CONSTANT);
    return actual / fabs(needed);
}

/* How many of the cut-offs, ascending, `value` has reached. */
static int32_t steps(double value, const double *cuts, int32_t count) {
    int32_t step = 0;
    while (step < count && attain_i_reached(value, cuts[step], 1))
        step++;
    return step;
}

/* Cut-offs that are not the published ones move the scores with the classes:
 * −2.5, 0 and 2.5 are at the three of them. */
static int as_published(const double *cuts, const double *published) {
    return cuts[0] == published[0] && cuts[1] == published[1] &&
           cuts[2] == published[2];
}

/* The line through 0 at the cut-off in the middle and ±2.5 at the next one. */
static double through_cuts(double value, const double *cuts) {
    int above = attain_i_reached(value, cuts[1], 1);
    double span = above ? cuts[2] - cuts[1] : cuts[1] - cuts[0];
    if (!(span > 0)) /* no such class */
        return above ? 5 : -5;
    return 2.5 * (value - cuts[1]) / span;
}

/* Of ratios: as both publish them. */
static const double ratio_cuts[] = {0, 0.6, 0.95};

/* --- Eurostat ------------------------------------------------------------ */

static double eurostat_score(double ratio, const double *cuts) {
    if (!as_published(cuts, ratio_cuts))
        return attain_i_clip(through_cuts(ratio, cuts), -5, 5);
    if (ratio > 1.3)
        return 5;
    if (ratio >= 0.6)
        return (ratio - 0.6) * (5 / 0.7);
    return ratio >= -0.6 ? (ratio + 0.6) * (5 / 1.2) - 5 : -5;
}

double attain_i_progress_eurostat(const attain_i_progress_case *one,
                                  int32_t *class_code, uint8_t *reason) {
    const double cuts[] = {0, one->parameters[1], one->parameters[0]};
    if (attain_i_meets(one->x[0], one->x[2], one->descending)) {
        *class_code = 3;
        return 5;
    }
    double ratio = growth_ratio(one->x[0], one->x[1], one->x[2], one->x + 3,
                                one->descending, reason);
    if (isnan(ratio))
        return ratio;
    *class_code = steps(ratio, cuts, 3);
    return eurostat_score(ratio, cuts);
}

double attain_i_progress_eurostat_trend(const attain_i_progress_case *one,
                                        int32_t *class_code, uint8_t *reason) {
    double strong = one->parameters[0];
    double neutral = one->parameters[1];
    double growth = good_growth(one->x[0], one->x[1], one->x[2] - one->x[3],
                                one->descending, reason);
    if (isnan(growth))
        return growth;
    if (neutral > 0 && fabs(growth) < neutral)
        *class_code = 2;
    else if (attain_i_reached(growth, 0, 1))
        *class_code = attain_i_reached(growth, strong, 1) ? 4 : 3;
    else
        *class_code = attain_i_reached(growth, -strong, 1) ? 1 : 0;
    double factor = strong == 0.01 || !(strong > 0) ? 250 : 2.5 / strong;
    return attain_i_clip(factor * growth, -5, 5);
}

/* --- Statistics Canada, Open SDG ----------------------------------------- */

/* What stands for 0, where anything does. */
static double instead_of_zero(double x, double zero) {
    return x == 0 ? zero : x;
}

double attain_i_progress_open_sdg(const attain_i_progress_case *one,
                                  int32_t *class_code, uint8_t *reason) {
    const double *p = one->parameters;
    const double cuts[] = {p[2], p[1], p[0]};
    double base = instead_of_zero(one->x[1], p[3]);
    double target = instead_of_zero(one->x[2], p[3]);
    if (one->x[3] - one->x[4] < 1)
        return attain_i_no_score(reason, ATTAIN_REASON_TOO_FEW);
    if (attain_i_meets(one->x[0], target, one->descending)) {
        *class_code = 4;
        return 5;
    }
    double ratio = growth_ratio(one->x[0], base, target, one->x + 3,
                                one->descending, reason);
    if (isnan(ratio))
        return ratio;
    *class_code = steps(ratio, cuts, 3);
    if (!as_published(cuts, ratio_cuts))
        return attain_i_clip(through_cuts(ratio, cuts), -5, 5);
    /* The factors as published, rounded. */
    double score = attain_i_reached(ratio, 0.6, 1) ? 7.1429 * ratio - 4.2857
                                                   : 4.1667 * ratio - 2.5;
    return attain_i_clip(score, -5, 5);
}

/* How much of the cut-offs is left near a natural limit. */
static double room_to_limit(double base, double limit, double exponent) {
    double part = fabs(base / limit);
    if (isnan(limit) || part >= 2)
        return 1;
    return 1 - attain_i_pow(part <= 1 ? part : 2 - part, exponent);
}

/* By cut-offs of one's own; beyond them as steep as published. */
static double own_trend_score(double growth, const double *cuts, double room) {
    if (!attain_i_reached(growth, cuts[0], 1))
        return attain_i_clip(125 * (growth - cuts[0]) - 2.5, -5, 5);
    if (room == 0)
        return 5;
    if (attain_i_reached(growth, cuts[2], 1))
        return attain_i_clip(500 * (growth - cuts[2]) / room + 2.5, -5, 5);
    return through_cuts(growth, cuts);
}

static double open_sdg_trend_score(double growth, const double *p,
                                   double room) {
    static const double published[] = {0.015, 0.005, 0};
    if (!as_published(p, published)) {
        const double cuts[] = {p[2] * room, p[1] * room, p[0] * room};
        return own_trend_score(growth, cuts, room);
    }
    if (!attain_i_reached(growth, p[2] * room, 1))
        return attain_i_clip(125 * growth - 2.5, -5, 5);
    if (room == 0)
        return 5;
    if (attain_i_reached(growth, p[0] * room, 1))
        return attain_i_clip(500 * growth / room - 5, -5, 5);
    if (attain_i_reached(growth, p[1] * room, 1))
        return 250 * growth / room - 1.25;
    return 500 * growth / room - 2.5;
}

double attain_i_progress_open_sdg_trend(const attain_i_progress_case *one,
                                        int32_t *class_code, uint8_t *reason) {
    const double *p = one->parameters;
    double base = instead_of_zero(one->x[1], p[4]);
    double years = one->x[2] - one->x[3];
    if (years < 1)
        return attain_i_no_score(reason, ATTAIN_REASON_TOO_FEW);
    if (one->x[4] == 0)
        return attain_i_no_score(reason, ATTAIN_REASON_UNDEFINED);
    double growth =
        good_growth(one->x[0], base, years, one->descending, reason);
    if (isnan(growth))
        return growth;
    double room = room_to_limit(base, one->x[4], p[3]);
    const double cuts[] = {p[2] * room, p[1] * room, p[0] * room};
    *class_code = steps(growth, cuts, 3);
    return open_sdg_trend_score(growth, p, room);
}

/* --- UN Statistics Division ---------------------------------------------- */

double attain_i_progress_unsd(const attain_i_progress_case *one,
                              int32_t *class_code, uint8_t *reason) {
    const double *p = one->parameters;
    const double cuts[] = {p[1], p[0]};
    double x = one->x[0];
    double base = one->x[1];
    double target = one->x[2];
    double years = one->x[3] - one->x[4];
    double near = p[2];
    int reached = attain_i_meets(x, target, one->descending) ||
                  (near > 0 && attain_i_reached(near, fabs(target - x), 0));
    if (!(years > 0))
        return attain_i_no_score(reason, ATTAIN_REASON_TOO_FEW);
    double growth = attain_i_growth(x, base, years);
    double ratio = (double)NAN;
    if (!isnan(growth) && target != base) {
        double later = one->x[5] - one->x[3];
        double ahead = later > 0 ? attain_i_pow(1 + growth, later) : 1;
        ratio = (x * ahead - base) / (target - base);
    }
    if (isnan(ratio) && !reached)
        return attain_i_no_score(reason, target == base
                                             ? ATTAIN_REASON_CONSTANT
                                             : ATTAIN_REASON_UNDEFINED);
    *class_code = reached ? 2 : steps(ratio, cuts, 2);
    return isnan(ratio) ? 1 : ratio;
}

double attain_i_progress_unsd_trend(const attain_i_progress_case *one,
                                    int32_t *class_code, uint8_t *reason) {
    const double cuts[] = {one->parameters[1], one->parameters[0]};
    double growth = good_growth(one->x[0], one->x[1], one->x[2] - one->x[3],
                                one->descending, reason);
    if (isnan(growth))
        return growth;
    *class_code = steps(growth, cuts, 2);
    return growth;
}
