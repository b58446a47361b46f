#include <math.h>

#include "numeric/math.h"
#include "numeric/progress.h"

/* Methods of plans: a part of the target, of the way to it, of what the plan
 * expects. */

enum { NOT_MET, MET };

/* --- 实现程度 ------------------------------------------------------------ */

/* x/T or T/x for T above 0; for a negative T the mirror image. */
static double quotient(double x, double target, int low_is_good) {
    if (target < 0) {
        x = -x;
        target = -target;
        low_is_good = !low_is_good;
    }
    if (!low_is_good)
        return x > 0 ? x / target : 0;
    return x > 0 ? target / x : 1;
}

static double ratio(double x, double target, int32_t descending, int open) {
    int met = attain_i_meets(x, target, descending);
    if (target == 0 || (met && !open))
        return met;
    double part = quotient(x, target, descending != 0);
    return open ? part : attain_i_clip(part, 0, 1);
}

double attain_i_progress_ratio(const attain_i_progress_case *one,
                               int32_t *class_code, uint8_t *reason) {
    (void)reason;
    *class_code = attain_i_meets(one->x[0], one->x[1], one->descending);
    return ratio(one->x[0], one->x[1], one->descending,
                 one->parameters[0] != 0);
}

double attain_i_progress_ratio_interval(const attain_i_progress_case *one,
                                        int32_t *class_code, uint8_t *reason) {
    double x = one->x[0];
    double lower = one->x[1];
    double upper = one->x[2];
    double below = lower - one->x[3];
    double above = one->x[4] - upper;
    double reach = below > above ? below : above;
    if (!(lower <= upper))
        return attain_i_no_score(reason, ATTAIN_REASON_UNDEFINED);
    int low_met = attain_i_meets(x, lower, 0);
    int met = low_met && attain_i_meets(x, upper, 1);
    *class_code = met ? MET : NOT_MET;
    if (met)
        return 1;
    if (!(reach > 0))
        return attain_i_no_score(reason, ATTAIN_REASON_UNDEFINED);
    double distance = low_met ? x - upper : lower - x;
    return attain_i_clip(1 - distance / reach, 0, 1);
}

double attain_i_progress_completion(const attain_i_progress_case *one,
                                    int32_t *class_code, uint8_t *reason) {
    if (!(one->x[1] > 0))
        return attain_i_no_score(reason, ATTAIN_REASON_NOT_POSITIVE);
    *class_code = attain_i_meets(one->x[0], one->x[1], 0);
    return one->x[0] / one->x[1];
}

/* --- 功效系数 ------------------------------------------------------------ */

double attain_i_progress_efficacy(const attain_i_progress_case *one,
                                  int32_t *class_code, uint8_t *reason) {
    double bad = one->x[1];
    double good = one->x[2];
    int32_t descending = good < bad;
    if (good == bad)
        return attain_i_no_score(reason, ATTAIN_REASON_CONSTANT);
    double base = one->parameters[0];
    double part = (one->x[0] - bad) / (good - bad);
    double score = (base + one->parameters[1] * part) / 100;
    *class_code = attain_i_meets(one->x[0], good, descending)  ? 2
                  : attain_i_meets(one->x[0], bad, descending) ? 1
                                                               : 0;
    return one->parameters[2] != 0 ? score : attain_i_clip(score, 0, 1);
}

/* --- From the baseline ---------------------------------------------------- */

double attain_i_progress_baseline(const attain_i_progress_case *one,
                                  int32_t *class_code, uint8_t *reason) {
    double x = one->x[0];
    double base = one->x[1];
    double target = one->x[2];
    int open = one->parameters[0] != 0;
    int met = attain_i_meets(x, target, one->descending);
    (void)reason;
    *class_code = met ? MET : NOT_MET;
    if (base == target)
        return met;
    if (attain_i_meets(base, target, one->descending))
        return met ? 1 : ratio(x, target, one->descending, 0);
    if (met && !open)
        return 1;
    double part = (x - base) / (target - base);
    return open ? part : attain_i_clip(part, 0, 1);
}

/* --- Against the path ---------------------------------------------------- */

/* The pace: what was done of what the plan expects by now. */
static double pace(const attain_i_progress_case *one, double expected, int held,
                   int32_t *class_code) {
    enum { REVERSING, OFF_TRACK, SLOW, ON_TRACK };
    double x = one->x[0];
    double base = one->x[1];
    double score = held >= 0 ? held : (x - base) / (expected - base);
    *class_code = attain_i_reached(score, one->parameters[0], 1)   ? ON_TRACK
                  : attain_i_reached(score, one->parameters[1], 1) ? SLOW
                  : attain_i_reached(score, 0, 1)                  ? OFF_TRACK
                                                                   : REVERSING;
    return score;
}

/* 1 or 0 where the start met the target, or nothing is expected yet: whether
 * the target is met; −1 where there is a pace. */
static int held(const attain_i_progress_case *one, double target,
                double expected) {
    if (attain_i_meets(one->x[1], target, one->descending) ||
        expected == one->x[1])
        return attain_i_meets(one->x[0], target, one->descending);
    return -1;
}

/* The part of the time that has passed, 0 … 1; NaN where there is none. */
static double elapsed(const attain_i_progress_case *one) {
    double now = one->x[3];
    double start = one->x[4];
    double due = one->x[5];
    if (!(start < due) || now < start)
        return (double)NAN;
    return now >= due ? 1 : (now - start) / (due - start);
}

double attain_i_path_linear(const attain_i_progress_case *one) {
    double base = one->x[1];
    double target = one->x[2];
    double part = elapsed(one);
    return part == 1 ? target : base + (target - base) * part;
}

double attain_i_path_growth(const attain_i_progress_case *one) {
    double base = one->x[1];
    double target = one->x[2];
    double part = elapsed(one);
    if (base == 0 || !(target / base > 0) || isnan(part))
        return (double)NAN;
    return part == 1 ? target : base * attain_i_pow(target / base, part);
}

static double pace_on(attain_i_path_function *path,
                      const attain_i_progress_case *one, int32_t *class_code,
                      uint8_t *reason) {
    double expected = path(one);
    if (isnan(expected))
        return attain_i_no_score(reason, ATTAIN_REASON_UNDEFINED);
    return pace(one, expected, held(one, one->x[2], expected), class_code);
}

double attain_i_progress_path_linear(const attain_i_progress_case *one,
                                     int32_t *class_code, uint8_t *reason) {
    return pace_on(attain_i_path_linear, one, class_code, reason);
}

double attain_i_progress_path_growth(const attain_i_progress_case *one,
                                     int32_t *class_code, uint8_t *reason) {
    return pace_on(attain_i_path_growth, one, class_code, reason);
}

double attain_i_progress_path_expected(const attain_i_progress_case *one,
                                       int32_t *class_code, uint8_t *reason) {
    double expected = one->x[2];
    (void)reason;
    return pace(one, expected, held(one, expected, expected), class_code);
}
