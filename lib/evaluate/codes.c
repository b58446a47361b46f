#include "evaluate/codes.h"

#include <math.h>

#include "base/vectors.h"

/* --- Inside limits ------------------------------------------------------ */

static ATTAIN_I_LOOP void between_loop(const double *restrict x, double low,
                                       double high, uint8_t *restrict out,
                                       size_t count) {
    for (size_t i = 0; i < count; i++) {
        int64_t inside = x[i] >= low ? 1 : 0;
        inside = x[i] <= high ? inside : 0;
        inside = x[i] == x[i] ? inside : 2;
        out[i] = (uint8_t)inside;
    }
}

static ATTAIN_I_LOOP void amid_loop(const double *restrict x, double low,
                                    double high, uint8_t *restrict out,
                                    size_t count) {
    for (size_t i = 0; i < count; i++) {
        int64_t inside = x[i] > low ? 1 : 0;
        inside = x[i] < high ? inside : 0;
        inside = x[i] == x[i] ? inside : 2;
        out[i] = (uint8_t)inside;
    }
}

ATTAIN_I_WIDE(static, between,
              (const double *restrict x, double low, double high,
               uint8_t *restrict out, size_t count),
              (x, low, high, out, count))
ATTAIN_I_WIDE(static, amid,
              (const double *restrict x, double low, double high,
               uint8_t *restrict out, size_t count),
              (x, low, high, out, count))

void attain_i_codes_inside(const double *restrict x, double low, double high,
                           int open, uint8_t *restrict out, size_t count) {
    if (open)
        amid(x, low, high, out, count);
    else
        between(x, low, high, out, count);
}

/* --- Below cut-offs ----------------------------------------------------- */

enum { NEAR = 64 };

/* With d = x − start and way > 0 (both turned round if it is not), a pace is
 * below a cut when d < cut · way. Each side is off by a rounding or two, which
 * the band of `near` covers many times over. */
static ATTAIN_I_LOOP void below_loop(const double *restrict x,
                                     const attain_i_cuts *cuts, int64_t base,
                                     uint8_t *restrict out, size_t count) {
    double sign = cuts->way < 0 ? -1 : 1;
    double way = sign * cuts->way;
    double start = cuts->start;
    double first = cuts->first * way;
    double second = cuts->second * way;
    for (size_t i = 0; i < count; i++) {
        double d = sign * (x[i] - start);
        double size = 2e-9 * (fabs(d) + way);
        int64_t code = d < first ? base + 1 : base;
        code += d < second ? 1 : 0;
        code += d < 0 ? 1 : 0;
        double gap = fabs(d - first);
        gap = fabs(d - second) < gap ? fabs(d - second) : gap;
        gap = fabs(d) < gap ? fabs(d) : gap;
        code = gap <= size ? NEAR : code;
        code = d == d ? code : base + 4;
        out[i] = (uint8_t)code;
    }
}

ATTAIN_I_WIDE(static, below,
              (const double *restrict x, const attain_i_cuts *cuts,
               int64_t base, uint8_t *restrict out, size_t count),
              (x, cuts, base, out, count))

int attain_i_codes_below(const double *restrict x, const attain_i_cuts *cuts,
                         uint8_t base, uint8_t *restrict out, size_t count) {
    uint8_t any = 0;
    below(x, cuts, base, out, count);
    for (size_t i = 0; i < count; i++)
        any |= out[i];
    return (any & NEAR) != 0;
}

/* --- Progress ----------------------------------------------------------- */

static ATTAIN_I_LOOP void
attain_i_codes_progress_loop(const double *restrict x, double b, double way,
                             double least, double *restrict out, size_t count) {
    for (size_t i = 0; i < count; i++) {
        double a = (x[i] - b) / way;
        a = a < least ? 0 : a;
        out[i] = a > 1 ? 1 : a;
    }
}

ATTAIN_I_WIDE(, attain_i_codes_progress,
              (const double *restrict x, double b, double way, double least,
               double *restrict out, size_t count),
              (x, b, way, least, out, count))

/* --- Best --------------------------------------------------------------- */

static ATTAIN_I_LOOP void attain_i_codes_best_loop(const double *restrict x,
                                                   int high,
                                                   double *restrict best,
                                                   size_t count) {
    if (high) {
        for (size_t i = 0; i < count; i++)
            best[i] = x[i] > best[i] ? x[i] : best[i];
    } else {
        for (size_t i = 0; i < count; i++)
            best[i] = x[i] < best[i] ? x[i] : best[i];
    }
}

ATTAIN_I_WIDE(, attain_i_codes_best,
              (const double *restrict x, int high, double *restrict best,
               size_t count),
              (x, high, best, count))
