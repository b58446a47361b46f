#include "evaluate/codes.h"

#include <math.h>

#include "evaluate/target.h"

void attain_i_codes_narrow(const double *restrict codes, uint8_t *restrict out,
                           size_t count) {
    int32_t whole[ATTAIN_I_BLOCK];
    for (size_t i = 0; i < count; i++)
        whole[i] = (int32_t)codes[i];
    for (size_t i = 0; i < count; i++)
        out[i] = (uint8_t)whole[i];
}

void attain_i_codes_inside(const double *restrict x, double low, double high,
                           int open, uint8_t *restrict out, size_t count) {
    double codes[ATTAIN_I_BLOCK];
    if (open) {
        for (size_t i = 0; i < count; i++) {
            double inside = x[i] > low ? 1.0 : 0.0;
            inside = x[i] < high ? inside : 0.0;
            codes[i] = x[i] == x[i] ? inside : 2.0;
        }
    } else {
        for (size_t i = 0; i < count; i++) {
            double inside = x[i] >= low ? 1.0 : 0.0;
            inside = x[i] <= high ? inside : 0.0;
            codes[i] = x[i] == x[i] ? inside : 2.0;
        }
    }
    attain_i_codes_narrow(codes, out, count);
}

/* Takes a mark off the codes and tells whether any had it. */
static int take_mark(uint8_t *restrict codes, uint8_t mark, size_t count) {
    uint8_t any = 0;
    for (size_t i = 0; i < count; i++)
        any |= codes[i];
    for (size_t i = 0; i < count; i++)
        codes[i] &= (uint8_t)(mark - 1);
    return (any & mark) != 0;
}

int attain_i_codes_below(const double *restrict paces, double first,
                         double second, double base, uint8_t *restrict out,
                         size_t count) {
    enum { NEAR = 64 };
    double codes[ATTAIN_I_BLOCK];
    for (size_t i = 0; i < count; i++) {
        double pace = paces[i];
        double size = 1e-9 * (fabs(pace) + 1);
        double code = base + (pace < first ? 1.0 : 0.0);
        code += pace < second ? 1.0 : 0.0;
        code += pace < 0 ? 1.0 : 0.0;
        double gap = fabs(pace - first);
        gap = fabs(pace - second) < gap ? fabs(pace - second) : gap;
        gap = fabs(pace) < gap ? fabs(pace) : gap;
        code += gap <= size ? (double)NEAR : 0.0;
        codes[i] = pace == pace ? code : base + 4;
    }
    attain_i_codes_narrow(codes, out, count);
    return take_mark(out, NEAR, count);
}

void attain_i_codes_known(const double *restrict x, uint8_t *restrict out,
                          size_t count) {
    double codes[ATTAIN_I_BLOCK];
    for (size_t i = 0; i < count; i++)
        codes[i] = x[i] == x[i] ? 1.0 : 0.0;
    attain_i_codes_narrow(codes, out, count);
}
