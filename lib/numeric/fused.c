#include "numeric/fused.h"

#include "numeric/fused_lanes.h"

int attain_i_fused_sums(attain_i_fused *block) {
    return fused_any(block);
}

int attain_i_fused_squares(attain_i_fused *block, double center) {
    return fused_squares(block, center);
}
