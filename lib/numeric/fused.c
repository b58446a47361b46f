#include "numeric/fused.h"

#include "numeric/fused_lanes.h"

int attain_i_fused_sums(attain_i_fused *block) {
#if defined(ATTAIN_I_FUSED_WIDE)
    if (__builtin_cpu_supports("avx2"))
        return attain_i_fused_sums_wide(block);
#endif
    return fused_any(block);
}

int attain_i_fused_squares(attain_i_fused *block, double center) {
#if defined(ATTAIN_I_FUSED_WIDE)
    if (__builtin_cpu_supports("avx2"))
        return attain_i_fused_squares_wide(block, center);
#endif
    return fused_squares(block, center);
}
