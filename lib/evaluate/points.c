/* Points whose values are added to their main school's (rulings A115). */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "evaluate/work.h"

attain_status attain_i_points_link(attain_i_work *work) {
    size_t n = work->forest.unit_count;
    size_t points = work->data->attached_count;
    if (points == 0)
        return ATTAIN_OK;
    work->first_point =
        attain_i_allocate(work->allocator, n, 2 * sizeof(int32_t));
    work->terms = attain_i_allocate(work->allocator, points + 1,
                                    2 * sizeof(attain_i_item));
    if (work->first_point == NULL || work->terms == NULL)
        return ATTAIN_ERR_MEMORY;
    work->next_point = work->first_point + n;
    memset(work->first_point, 0xFF, 2 * n * sizeof(int32_t));
    for (size_t u = n; u-- > 0;) {
        int32_t school = attain_i_dataset_main(work->data, u);
        if (school < 0)
            continue;
        work->next_point[u] = work->first_point[school];
        work->first_point[school] = (int32_t)u;
    }
    return ATTAIN_OK;
}

void attain_i_points_clear(attain_i_work *work) {
    attain_i_release(work->allocator, work->first_point,
                     work->forest.unit_count, 2 * sizeof(int32_t));
    attain_i_release(work->allocator, work->terms,
                     work->data->attached_count + 1, 2 * sizeof(attain_i_item));
}

int attain_i_points_add(const attain_i_work *work, int32_t variable) {
    return work->data->attached_count > 0 && variable >= 0 &&
           work->data->variables[variable].additive;
}

/* The school's own and its points' together; nothing when any is missing. In
 * the order of their size, so that rows may stand in any order. */
static double sum_of(const attain_i_work *work, int32_t school, int32_t period,
                     const double *column) {
    attain_i_item *terms = work->terms;
    size_t count = 0;
    double sum = 0;
    terms[count++] = (attain_i_item){column[school], 0};
    for (int32_t p = work->first_point[school]; p >= 0; p = work->next_point[p])
        if (attain_i_unit_open(&work->data->units[p], period))
            terms[count++] = (attain_i_item){column[p], 0};
    for (size_t t = 0; t < count; t++)
        if (isnan(terms[t].key))
            return NAN;
    attain_i_sort(terms, count, terms + work->data->attached_count + 1);
    for (size_t t = 0; t < count; t++)
        sum = attain_i_decimal_add(sum, terms[t].key);
    return sum;
}

void attain_i_points_sum(const attain_i_work *work, int32_t period,
                         double *column) {
    for (size_t u = 0; u < work->forest.unit_count; u++)
        if (work->first_point[u] >= 0)
            column[u] = sum_of(work, (int32_t)u, period, column);
}
