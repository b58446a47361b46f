#include "evaluate/codes.h"

#include <math.h>
#include <string.h>

#include "attain/evaluate.h"
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

static ATTAIN_I_LOOP void below_loop(const double *restrict paces, double first,
                                     double second, int64_t base,
                                     uint8_t *restrict out, size_t count) {
    for (size_t i = 0; i < count; i++) {
        double pace = paces[i];
        double size = 2e-9 * (fabs(pace) + 1);
        int64_t code = pace < first ? base + 1 : base;
        code += pace < second ? 1 : 0;
        code += pace < 0 ? 1 : 0;
        double gap = fabs(pace - first);
        gap = fabs(pace - second) < gap ? fabs(pace - second) : gap;
        gap = fabs(pace) < gap ? fabs(pace) : gap;
        code = gap <= size ? NEAR : code;
        code = pace == pace ? code : base + 4;
        out[i] = (uint8_t)code;
    }
}

ATTAIN_I_WIDE(static, below,
              (const double *restrict paces, double first, double second,
               int64_t base, uint8_t *restrict out, size_t count),
              (paces, first, second, base, out, count))

int attain_i_codes_below(const double *restrict paces, double first,
                         double second, uint8_t base, uint8_t *restrict out,
                         size_t count) {
    uint8_t any = 0;
    below(paces, first, second, base, out, count);
    for (size_t i = 0; i < count; i++)
        any |= out[i];
    return (any & NEAR) != 0;
}

/* --- Progress ----------------------------------------------------------- */

static ATTAIN_I_LOOP void attain_i_codes_progress_loop(const double *restrict x,
                                                       double b, double way,
                                                       double *restrict out,
                                                       size_t count) {
    for (size_t i = 0; i < count; i++) {
        double a = (x[i] - b) / way;
        a = a < ATTAIN_I_LEAST_ATTAINMENT ? 0 : a;
        out[i] = a > 1 ? 1 : a;
    }
}

ATTAIN_I_WIDE(, attain_i_codes_progress,
              (const double *restrict x, double b, double way,
               double *restrict out, size_t count),
              (x, b, way, out, count))

/* --- Verdicts ----------------------------------------------------------- */

static ATTAIN_I_LOOP void
attain_i_codes_verdict_loop(const uint8_t *restrict sat, uint8_t *restrict out,
                            size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint8_t verdict = sat[i] == ATTAIN_I_YES ? ATTAIN_VERDICT_MET
                                                 : ATTAIN_VERDICT_UNKNOWN;
        out[i] = sat[i] == ATTAIN_I_NO ? ATTAIN_VERDICT_NOT_MET : verdict;
    }
}

ATTAIN_I_WIDE(, attain_i_codes_verdict,
              (const uint8_t *restrict sat, uint8_t *restrict out,
               size_t count),
              (sat, out, count))

static ATTAIN_I_LOOP void
attain_i_codes_see_loop(const uint8_t *restrict verdicts,
                        uint8_t *restrict seen, size_t count) {
    for (size_t i = 0; i < count; i++)
        seen[i] |= (uint8_t)((verdicts[i] == ATTAIN_VERDICT_MET ? 1 : 0) |
                             (verdicts[i] == ATTAIN_VERDICT_NOT_MET ? 2 : 0) |
                             (verdicts[i] == ATTAIN_VERDICT_UNKNOWN ? 4 : 0));
}

ATTAIN_I_WIDE(, attain_i_codes_see,
              (const uint8_t *restrict verdicts, uint8_t *restrict seen,
               size_t count),
              (verdicts, seen, count))

static ATTAIN_I_LOOP void
attain_i_codes_look_up_loop(const uint8_t *restrict keys,
                            const uint8_t table[ATTAIN_I_KEYS],
                            uint8_t *restrict out, size_t count) {
    for (size_t i = 0; i < count; i++)
        out[i] = table[0];
    for (uint8_t key = 1; key < ATTAIN_I_KEYS; key++) {
        uint8_t entry = table[key];
        if (entry == table[0])
            continue;
        for (size_t i = 0; i < count; i++)
            out[i] = keys[i] == key ? entry : out[i];
    }
}

ATTAIN_I_WIDE(, attain_i_codes_look_up,
              (const uint8_t *restrict keys, const uint8_t table[ATTAIN_I_KEYS],
               uint8_t *restrict out, size_t count),
              (keys, table, out, count))
