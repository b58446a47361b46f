/* The same loops with AVX2. */
#include "exchange/fields.h"

#include <math.h>
#include <string.h>

#if defined(ATTAIN_I_FIELDS_WIDE)
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,popcnt,bmi"))),       \
                             apply_to = function)
#else
#pragma GCC target("avx2,popcnt,bmi")
#endif

#include <immintrin.h>

#define ATTAIN_LANES 4
#include "exchange/fields_lanes.h"

void attain_i_fields_find_wide(attain_i_fields *fields, const char *text,
                               size_t length, size_t most, int crlf) {
    find_fields(fields, text, length, most, crlf);
}

int attain_i_fields_numbers_wide(const attain_i_fields *fields, size_t column,
                                 double *out, uint64_t *others) {
    return read_column(fields, column, out, others);
}

#if defined(__clang__)
#pragma clang attribute pop
#endif
#endif
