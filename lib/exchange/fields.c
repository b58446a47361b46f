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

void attain_i_fields_find(attain_i_fields *fields, const char *text,
                          size_t length, size_t most, int crlf) {
#if defined(ATTAIN_I_FIELDS_WIDE)
    if (__builtin_cpu_supports("avx512vbmi2")) {
        attain_i_fields_find_wider(fields, text, length, most, crlf);
        return;
    }
    if (__builtin_cpu_supports("avx2")) {
        attain_i_fields_find_wide(fields, text, length, most, crlf);
        return;
    }
#endif
    find_fields(fields, text, length, most, crlf);
}

int attain_i_fields_numbers(const attain_i_fields *fields, size_t column,
                            double *out, uint64_t *others) {
#if defined(ATTAIN_I_FIELDS_WIDE)
    if (__builtin_cpu_supports("avx512vbmi2")) {
        return attain_i_fields_numbers_wider(fields, column, out, others);
    }
    if (__builtin_cpu_supports("avx2")) {
        return attain_i_fields_numbers_wide(fields, column, out, others);
    }
#endif
    return read_column(fields, column, out, others);
}
