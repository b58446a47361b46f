#include <math.h>

#include "numeric/progress.h"

/* Methods that measure distances in the unit of the values. */

/* --- SDSN ---------------------------------------------------------------- */

double attain_i_progress_sdsn_score(const attain_i_progress_case *one,
                                    int32_t *class_code, uint8_t *reason) {
    double worst = one->x[1];
    double best = one->x[2];
    (void)class_code;
    if (worst == best)
        return attain_i_no_score(reason, ATTAIN_REASON_CONSTANT);
    return attain_i_clip(100 * ((one->x[0] - worst) / (best - worst)), 0, 100);
}

/* 0 at the worst, 1 at red, 2 at green, 3 at the best. `marks` ascend or
 * descend. */
static double between_marks(double x, const double *marks) {
    int32_t descending = marks[3] < marks[0];
    for (int k = 2; k >= 0; k--) {
        if (!attain_i_meets(x, marks[k], descending))
            continue;
        double step = marks[k + 1] - marks[k];
        double part = step != 0 ? (x - marks[k]) / step : 1;
        return k + attain_i_clip(part, 0, 1);
    }
    return 0;
}

static int ordered(const double *marks) {
    int up = marks[0] <= marks[1] && marks[1] <= marks[2] &&
             marks[2] <= marks[3] && marks[0] < marks[3];
    int down = marks[0] >= marks[1] && marks[1] >= marks[2] &&
               marks[2] >= marks[3] && marks[0] > marks[3];
    return up || down;
}

double attain_i_progress_sdsn_colour(const attain_i_progress_case *one,
                                     int32_t *class_code, uint8_t *reason) {
    enum { RED, ORANGE, YELLOW, GREEN };
    const double *marks = one->x + 1;
    double x = one->x[0];
    if (!ordered(marks))
        return attain_i_no_score(reason, ATTAIN_REASON_UNDEFINED);
    int32_t descending = marks[3] < marks[0];
    double middle = marks[1] + (marks[2] - marks[1]) / 2;
    if (attain_i_meets(x, marks[2], descending))
        *class_code = GREEN;
    else if (!attain_i_meets(x, marks[1], descending))
        *class_code = RED;
    else
        *class_code = attain_i_meets(x, middle, descending) ? YELLOW : ORANGE;
    return between_marks(x, marks);
}

double attain_i_progress_sdsn_arrow(const attain_i_progress_case *one,
                                    int32_t *class_code, uint8_t *reason) {
    enum { DOWN, FLAT, DIAGONAL, UP };
    double x = one->x[0];
    double base = one->x[1];
    double green = one->x[2];
    double years = one->x[3] - one->x[4];
    if (attain_i_meets(x, green, one->descending)) {
        *class_code = UP;
        return 4;
    }
    if (!(years > 0))
        return attain_i_no_score(reason, ATTAIN_REASON_TOO_FEW);
    /* The start was there, and x no longer is. */
    if (attain_i_meets(base, green, one->descending)) {
        *class_code = DOWN;
        return 0;
    }
    double q = ((x - base) / years) / ((green - base) / one->parameters[0]);
    *class_code = attain_i_reached(q, 1, 1)     ? UP
                  : attain_i_reached(q, 0.5, 1) ? DIAGONAL
                  : attain_i_reached(q, 0, 1)   ? FLAT
                                                : DOWN;
    if (q < 0)
        return attain_i_clip(1 + q, 0, 1);
    return q < 1 ? 1 + 2 * q : attain_i_clip(2 + q, 3, 4);
}

/* --- ESCAP --------------------------------------------------------------- */

enum { REGRESSED, PROGRESSED, ACHIEVED };

static double status_score(double score, int met, int32_t *class_code) {
    *class_code = met                              ? ACHIEVED
                  : attain_i_reached(score, 0, 10) ? PROGRESSED
                                                   : REGRESSED;
    return met || score > 10 ? 10 : score;
}

double attain_i_progress_escap_status(const attain_i_progress_case *one,
                                      int32_t *class_code, uint8_t *reason) {
    double x = one->x[0];
    double base = one->x[1];
    double target = one->x[2];
    int met = attain_i_meets(x, target, one->descending);
    if (base == target && !met)
        return attain_i_no_score(reason, ATTAIN_REASON_CONSTANT);
    double change = one->descending ? base - x : x - base;
    return status_score(met ? 10 : 10 * change / fabs(target - base), met,
                        class_code);
}

double attain_i_progress_escap_parity(const attain_i_progress_case *one,
                                      int32_t *class_code, uint8_t *reason) {
    double away = fabs(one->x[2] - one->x[0]);
    double start = fabs(one->x[2] - one->x[1]);
    if (start == 0 && away != 0)
        return attain_i_no_score(reason, ATTAIN_REASON_CONSTANT);
    return status_score(away == 0 ? 10 : 10 - 10 * away / start, away == 0,
                        class_code);
}

double attain_i_progress_escap_anticipated(const attain_i_progress_case *one,
                                           int32_t *class_code,
                                           uint8_t *reason) {
    enum { REVERSE, ACCELERATE, MAINTAIN };
    double base = one->x[1];
    double target = one->x[2];
    if (attain_i_meets(one->x[0], target, one->descending)) {
        *class_code = MAINTAIN;
        return 0;
    }
    if (base == target)
        return attain_i_no_score(reason, ATTAIN_REASON_CONSTANT);
    double gap = 100 * fabs(target - one->x[0]) / fabs(target - base);
    *class_code = attain_i_reached(one->parameters[0], gap, 1)   ? MAINTAIN
                  : attain_i_reached(one->parameters[1], gap, 1) ? ACCELERATE
                                                                 : REVERSE;
    return gap;
}

/* --- OECD, UIS ----------------------------------------------------------- */

double attain_i_progress_oecd_distance(const attain_i_progress_case *one,
                                       int32_t *class_code, uint8_t *reason) {
    int met = attain_i_meets(one->x[0], one->x[1], one->descending);
    if (!(one->x[2] > 0))
        return attain_i_no_score(reason, ATTAIN_REASON_NOT_POSITIVE);
    *class_code = met;
    return met ? 0 : fabs(one->x[1] - one->x[0]) / one->x[2];
}

double attain_i_progress_uis_benchmark(const attain_i_progress_case *one,
                                       int32_t *class_code, uint8_t *reason) {
    enum { NO_PROGRESS, SLOW, AVERAGE, FAST };
    double years = one->x[2] - one->x[3];
    double reached = one->parameters[0];
    if (!(years > 0))
        return attain_i_no_score(reason, ATTAIN_REASON_TOO_FEW);
    if (!(one->x[4] <= one->x[5]))
        return attain_i_no_score(reason, ATTAIN_REASON_UNDEFINED);
    double change = one->x[0] - one->x[1];
    double rate = (one->descending ? -change : change) / years;
    double level = one->descending ? 100 - one->x[0] : one->x[0];
    if (attain_i_reached(level, reached, 0) ||
        attain_i_reached(rate, one->x[5], 0))
        *class_code = FAST;
    else if (attain_i_reached(rate, one->x[4], 0))
        *class_code = AVERAGE;
    else
        *class_code = attain_i_reached(rate, 0, 0) ? SLOW : NO_PROGRESS;
    return rate;
}
