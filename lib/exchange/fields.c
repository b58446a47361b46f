#include "exchange/fields.h"

#include <string.h>

#if defined(__SSE2__) && !defined(__SSE4_1__) && !defined(ATTAIN_ONE_LANE)
/* Lanes that cannot be shifted and compared one by one are no gain. */
#define ATTAIN_ONE_LANE
#endif
#if defined(__SSE2__) && !defined(__TINYC__)
#define FIELDS_SSE2
#include <emmintrin.h>
#endif
#include "exchange/fields_lanes.h"

enum {
    ENDS = 1 << 14,                         /* about so many at a time */
    LINES = ATTAIN_I_FIELDS_ROWS + 2 * STEP /* with what is written behind */
};

static const attain_i_fields_loops plain = {find_fields, read_column};

const attain_i_fields_loops *attain_i_fields_way(size_t number) {
    const attain_i_fields_loops *ways[3] = {NULL, NULL, NULL};
    size_t count = 0;
#if defined(ATTAIN_I_FIELDS_WIDE)
    int avx2 = __builtin_cpu_supports("bmi") &&
               __builtin_cpu_supports("avx2") &&
               __builtin_cpu_supports("popcnt");
    if (avx2 && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vbmi2"))
        ways[count++] = &attain_i_fields_wider;
    if (avx2)
        ways[count++] = &attain_i_fields_wide;
#endif
    ways[count++] = &plain;
    return number < count ? ways[number] : NULL;
}

const uint64_t attain_i_fields_last[ATTAIN_I_FIELDS_LONG + 1] = {
    0,
    UINT64_C(0xff00000000000000),
    UINT64_C(0xffff000000000000),
    UINT64_C(0xffffff0000000000),
    UINT64_C(0xffffffff00000000),
    UINT64_C(0xffffffffff000000),
    UINT64_C(0xffffffffffff0000),
    UINT64_C(0xffffffffffffff00),
    UINT64_MAX,
    1};

int attain_i_fields_init(attain_i_fields *fields,
                         const attain_allocator *allocator, size_t width) {
    memset(fields, 0, sizeof(*fields));
    size_t most = ENDS / width < 1 ? 1 : ENDS / width;
    most = most < ATTAIN_I_FIELDS_ROWS ? most : ATTAIN_I_FIELDS_ROWS;
    fields->loops = attain_i_fields_way(0);
    fields->width = width;
    fields->most = most;
    /* What is written behind the last end. */
    fields->room = most * width + 2 * STEP;
    fields->ends =
        attain_i_allocate(allocator, fields->room, sizeof(*fields->ends));
    fields->lengths = attain_i_allocate(allocator, fields->room, 1);
    fields->lines = attain_i_allocate(allocator, LINES, sizeof(*fields->lines));
    return fields->ends != NULL && fields->lengths != NULL &&
           fields->lines != NULL;
}

void attain_i_fields_clear(attain_i_fields *fields,
                           const attain_allocator *allocator) {
    attain_i_release(allocator, fields->ends, fields->room,
                     sizeof(*fields->ends));
    attain_i_release(allocator, fields->lengths, fields->room, 1);
    attain_i_release(allocator, fields->lines, LINES, sizeof(*fields->lines));
    memset(fields, 0, sizeof(*fields));
}
