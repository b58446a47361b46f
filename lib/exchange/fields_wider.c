/* The same loops with AVX-512. */
#include "exchange/fields.h"

#include <math.h>
#include <string.h>

#if defined(ATTAIN_I_FIELDS_WIDE)
#if defined(__clang__)
#pragma clang attribute push(                                                  \
    __attribute__((                                                            \
        target("avx512f,avx512bw,avx512dq,avx512vbmi2,bmi,popcnt"))),          \
    apply_to = function)
#else
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vbmi2,bmi,popcnt")
#endif

#include <immintrin.h>

#define ATTAIN_LANES 8
#include "exchange/fields_lanes.h"

const attain_i_fields_loops attain_i_fields_wider = {find_fields, read_column};

#if defined(__clang__)
#pragma clang attribute pop
#endif
#endif
