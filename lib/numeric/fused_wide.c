/* The same loops four doubles at a time, for processors that can. */
#include "numeric/fused.h"

#include <stdint.h>
#include <string.h>

#if defined(ATTAIN_I_FUSED_WIDE)
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))),                  \
                             apply_to = function)
#else
#pragma GCC target("avx2")
#endif

#define ATTAIN_LANES 4
#include "numeric/fused_lanes.h"

int attain_i_fused_sums_wide(attain_i_fused *block) {
    return fused_any(block);
}

int attain_i_fused_squares_wide(attain_i_fused *block, double center) {
    return fused_squares(block, center);
}

#if defined(__clang__)
#pragma clang attribute pop
#endif
#endif
