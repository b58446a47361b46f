#include <string.h>

#include "attain/numeric.h"
#include "base/error.h"

static attain_status check_codes(const int32_t *codes, size_t count,
                                 size_t group_count, attain_error *err) {
    for (size_t i = 0; i < count; i++) {
        if (codes[i] >= 0 && (size_t)codes[i] >= group_count)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "codes", (int64_t)i,
                                 "group %d of %zu groups", (int)codes[i],
                                 group_count);
    }
    return ATTAIN_OK;
}

/* Where each group begins, and in `offsets[group_count]` how many elements
 * have one. */
static void count_groups(const int32_t *codes, size_t count, size_t group_count,
                         size_t *offsets) {
    memset(offsets, 0, (group_count + 1) * sizeof *offsets);
    for (size_t i = 0; i < count; i++)
        if (codes[i] >= 0)
            offsets[(size_t)codes[i]]++;
    size_t before = 0;
    for (size_t g = 0; g <= group_count; g++) {
        size_t here = offsets[g];
        offsets[g] = before;
        before += here;
    }
}

attain_status attain_group_order(const int32_t *codes, size_t count,
                                 size_t group_count, int32_t *order,
                                 size_t *offsets, attain_error *err) {
    if (codes == NULL && count > 0)
        return attain_i_fail_null(err, "codes");
    if (order == NULL && count > 0)
        return attain_i_fail_null(err, "order");
    if (offsets == NULL)
        return attain_i_fail_null(err, "offsets");
    if (count > INT32_MAX)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "count", -1,
                             "more than 2147483647 elements");
    if (group_count >= SIZE_MAX / sizeof *offsets)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "group_count", -1,
                             "more groups than memory can hold");
    attain_status status = check_codes(codes, count, group_count, err);
    if (status != ATTAIN_OK)
        return status;
    count_groups(codes, count, group_count, offsets);
    size_t outside = offsets[group_count];
    for (size_t i = 0; i < count; i++) {
        size_t *place = codes[i] < 0 ? &outside : &offsets[(size_t)codes[i]];
        order[(*place)++] = (int32_t)i;
    }
    /* Each offset has moved on to where the next group begins. */
    memmove(offsets + 1, offsets, group_count * sizeof *offsets);
    offsets[0] = 0;
    return ATTAIN_OK;
}
