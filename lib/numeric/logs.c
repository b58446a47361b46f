#include "numeric/logs.h"

#include "numeric/logs_lanes.h"

void attain_i_logs(const double *x, size_t count, double *out) {
#if defined(ATTAIN_I_LOGS_WIDE)
    if (__builtin_cpu_supports("avx2")) {
        attain_i_logs_wide(x, count, out);
        return;
    }
#endif
    logs_any(x, count, out);
}
