/* The same loop four doubles at a time, for processors that can. */
#include "numeric/logs.h"

#include <stdint.h>
#include <string.h>

#if defined(ATTAIN_I_LOGS_WIDE)
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))),                  \
                             apply_to = function)
#else
#pragma GCC target("avx2")
#endif

#define ATTAIN_LANES 4
#include "numeric/logs_lanes.h"

void attain_i_logs_wide(const double *x, size_t count, double *out) {
    logs_any(x, count, out);
}

#if defined(__clang__)
#pragma clang attribute pop
#endif
#endif
