/* Ranks as they are beside those of another choice. */
#include <math.h>
#include <string.h>

#include "index/model.h"
#include "numeric/sum.h"

void attain_index_comparison_init(attain_index_comparison *comparison) {
    if (comparison == NULL)
        return;
    memset(comparison, 0, sizeof *comparison);
    comparison->struct_size = sizeof *comparison;
    comparison->mean_shift = (double)NAN;
}

/* How far each unit moves; NaN: it cannot be compared. */
static void measure(const double *before, const double *after, size_t units,
                    double *distances, attain_index_comparison *out) {
    out->compared = 0;
    out->moved = 0;
    for (size_t u = 0; u < units; u++) {
        double shift = after[u] - before[u];
        distances[u] = fabs(shift);
        out->compared += shift == shift;
        out->moved += distances[u] > 0;
        if (out->before != NULL)
            out->before[u] = before[u];
        if (out->after != NULL)
            out->after[u] = after[u];
        if (out->shift != NULL)
            out->shift[u] = shift;
    }
}

/* By counting: no unit moves further than there are units, and what cannot be
 * compared comes last. `counts` has units + 2 elements. */
static void order(const double *distances, size_t units, size_t *counts,
                  int32_t *out) {
    memset(counts, 0, (units + 2) * sizeof *counts);
    for (size_t u = 0; u < units; u++) {
        size_t place =
            isnan(distances[u]) ? units : units - 1 - (size_t)distances[u];
        counts[place + 1]++;
    }
    for (size_t i = 1; i < units + 2; i++)
        counts[i] += counts[i - 1];
    for (size_t u = 0; u < units; u++) {
        size_t place =
            isnan(distances[u]) ? units : units - 1 - (size_t)distances[u];
        out[counts[place]++] = (int32_t)u;
    }
}

static double mean_of(const double *distances, size_t units, double *known) {
    size_t count = 0;
    for (size_t u = 0; u < units; u++)
        if (!isnan(distances[u]))
            known[count++] = distances[u];
    return count == 0 ? (double)NAN
                      : attain_i_sum(known, count) / (double)count;
}

static attain_status compare(const attain_index *index,
                             const attain_index *varied, size_t row,
                             attain_index_comparison *out, attain_error *err) {
    size_t units = index->frame->units;
    attain_i_arena scratch;
    attain_i_arena_init(&scratch, &index->allocator);
    double *distances =
        attain_i_build_room(&scratch, units, 2 * sizeof *distances);
    size_t *counts = attain_i_build_room(&scratch, units + 2, sizeof *counts);
    int sound = distances != NULL && counts != NULL;
    if (sound) {
        measure(index->ranks + row, varied->ranks + row, units, distances, out);
        out->mean_shift = mean_of(distances, units, distances + units);
        if (out->order != NULL)
            order(distances, units, counts, out->order);
    }
    attain_i_arena_clear(&scratch);
    return sound ? ATTAIN_OK : attain_i_fail_memory(err);
}

attain_status attain_index_compare(const attain_index *index,
                                   const attain_choice *choice, int32_t period,
                                   attain_index_comparison *comparison,
                                   attain_error *err) {
    attain_index *varied;
    size_t row = 0;
    if (index == NULL || comparison == NULL)
        return attain_i_fail_null(err, index == NULL ? "index" : "comparison");
    if (!attain_i_struct_ok(comparison->struct_size, sizeof *comparison,
                            sizeof *comparison))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "comparison", -1,
                             "struct_size %zu of attain_index_comparison",
                             comparison->struct_size);
    attain_status status = attain_i_build_period(index, period, &row, err);
    if (status == ATTAIN_OK)
        status = attain_index_vary(index, choice, &varied, err);
    if (status != ATTAIN_OK)
        return status;
    status = compare(index, varied, row, comparison, err);
    attain_index_destroy(varied);
    return status;
}
