/* The same loops with AVX-512. */
#include "exchange/fields.h"

#include <math.h>
#include <string.h>

#if defined(ATTAIN_I_FIELDS_WIDE)
#if defined(__clang__)
#pragma clang attribute push(                                                  \
    __attribute__((                                                            \
        target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi2,popcnt,bmi"))), \
    apply_to = function)
#else
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi2,popcnt,bmi")
#endif

#include <immintrin.h>

#define ATTAIN_LANES 8
#include "exchange/fields_lanes.h"

void attain_i_fields_find_wider(attain_i_fields *fields, const char *text,
                                size_t length, size_t most, int crlf) {
    find_fields(fields, text, length, most, crlf);
}

int attain_i_fields_numbers_wider(const attain_i_fields *fields, size_t column,
                                  double *out, uint64_t *others) {
    return read_column(fields, column, out, others);
}

#if defined(__clang__)
#pragma clang attribute pop
#endif
#endif
