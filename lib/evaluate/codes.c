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

int attain_i_codes_below(const double *restrict paces, double first,
                         double second, double base, uint8_t *restrict out,
                         size_t count) {
    double codes[ATTAIN_I_BLOCK];
    double near[ATTAIN_I_BLOCK];
    double any = 0;
    for (size_t i = 0; i < count; i++) {
        double pace = paces[i];
        double size = 1e-9 * (fabs(pace) + 1);
        double code = base + (pace < first ? 1.0 : 0.0);
        code += pace < second ? 1.0 : 0.0;
        code += pace < 0 ? 1.0 : 0.0;
        codes[i] = pace == pace ? code : base + 4;
        double close = fabs(pace - first) <= size ? 1.0 : 0.0;
        close = fabs(pace - second) <= size ? 1.0 : close;
        near[i] = fabs(pace) <= size ? 1.0 : close;
    }
    for (size_t i = 0; i < count; i++)
        any += near[i];
    attain_i_codes_narrow(codes, out, count);
    return any > 0;
}

void attain_i_codes_known(const double *restrict x, uint8_t *restrict out,
                          size_t count) {
    double codes[ATTAIN_I_BLOCK];
    for (size_t i = 0; i < count; i++)
        codes[i] = x[i] == x[i] ? 1.0 : 0.0;
    attain_i_codes_narrow(codes, out, count);
}
