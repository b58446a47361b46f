/* Checks that look at one value at a time: range, negative, whole, and values
 * of units that are not open. */
#include <math.h>

#include "quality/work.h"

/* What a value may be; NaN: anything on that side. */
typedef struct bounds {
    double low, high;
    int whole;
} bounds;

static int is_whole(double x) {
    return fabs(x) >= 9007199254740992.0 || x == (double)(int64_t)x;
}

/* The bound that the value breaks in `reference`; false: none. */
static int breaks(const bounds *of, double x, double *reference) {
    *reference = (double)NAN;
    if (of->whole)
        return !isnan(x) && !is_whole(x);
    *reference = x < of->low ? of->low : of->high;
    return x < of->low || x > of->high;
}

static bounds bounds_of(const attain_i_quality_work *work, int32_t variable) {
    const attain_check *check = work->check;
    double least = work->data->variables[variable].min;
    switch (check->kind) {
    case ATTAIN_CHECK_RANGE:
        return (bounds){check->low, check->high, 0};
    case ATTAIN_CHECK_NEGATIVE:
        return (bounds){least < 0 ? (double)NAN : 0, (double)NAN, 0};
    default:
        return (bounds){(double)NAN, (double)NAN, 1};
    }
}

static void look_at(attain_i_quality_work *work,
                    const attain_i_quality_run *run, size_t unit,
                    const bounds *of) {
    for (size_t p = 0; p < run->count; p++) {
        attain_i_quality_fault fault;
        double reference;
        if (!breaks(of, run->columns[p]->values[unit], &reference))
            continue;
        attain_i_fault_init(&fault);
        fault.column = run->columns[p];
        fault.unit = (int32_t)unit;
        fault.value = run->columns[p]->values[unit];
        fault.reference = reference;
        attain_i_quality_find(work, &fault);
    }
}

void attain_i_quality_cells(attain_i_quality_work *work) {
    for (size_t r = 0; r < work->run_count; r++) {
        const attain_i_quality_run *run = &work->runs[r];
        if (!attain_i_quality_takes(work, run->variable, -1))
            continue;
        bounds of = bounds_of(work, run->variable);
        for (size_t u = 0; u < work->data->unit_count; u++)
            if (work->meets[u])
                look_at(work, run, u, &of);
    }
}

/* --- Units that are not open -----------------------------------------------
 */

static void look_at_closed(attain_i_quality_work *work,
                           const attain_i_quality_run *run, size_t unit) {
    for (size_t p = 0; p < run->count; p++) {
        const attain_i_column *column = run->columns[p];
        if (isnan(column->values[unit]) ||
            attain_i_unit_open(&work->data->units[unit], column->period))
            continue;
        attain_i_quality_fault fault;
        attain_i_fault_init(&fault);
        fault.column = column;
        fault.unit = (int32_t)unit;
        fault.value = column->values[unit];
        attain_i_quality_find(work, &fault);
    }
}

void attain_i_quality_closed(attain_i_quality_work *work) {
    const attain_dataset *data = work->data;
    /* Few units have dates; the others need no look. */
    int32_t *dated = work->space;
    size_t count = 0;
    for (size_t u = 0; u < data->unit_count; u++)
        if (work->meets[u] && (data->units[u].opened != ATTAIN_PERIOD_NONE ||
                               data->units[u].closed != ATTAIN_PERIOD_NONE))
            dated[count++] = (int32_t)u;
    for (size_t r = 0; r < work->run_count; r++)
        for (size_t i = 0; i < count; i++)
            look_at_closed(work, &work->runs[r], (size_t)dated[i]);
}
