#include <math.h>
#include <string.h>

#include "base/error.h"
#include "numeric/aggregate.h"
#include "numeric/simplex.h"

/* Benefit of the doubt: a linear programme for each unit. Its constraints are
 * the units that no other surpasses in all columns, in an order of their own,
 * so that no bit depends on the order of units. Columns are divided by their
 * largest value, which changes no score. */
typedef struct frontier {
    const attain_i_aggregator *a;
    size_t columns;
    double *cells; /* [unit][column], NaN in units with a blank */
    size_t *order; /* units without a blank, largest first */
    size_t *next;
    size_t known;
    size_t *units; /* those on the frontier */
    size_t size;
    attain_i_item *items; /* 2 · count */
    attain_i_simplex simplex;
} frontier;

static size_t columns_in_use(const attain_i_aggregator *a) {
    size_t count = 0;
    for (size_t c = 0; c < a->columns; c++)
        count += attain_i_column_weight(a, c) > 0;
    return count;
}

static double cell(const attain_i_aggregator *a, size_t c, size_t i) {
    double v = a->values[c * a->stride + i];
    return v != v && a->blank == ATTAIN_BLANK_ZERO ? 0 : v;
}

static void take_cells(frontier *f) {
    const attain_i_aggregator *a = f->a;
    size_t k = 0;
    for (size_t c = 0; c < a->columns; c++) {
        double most = 0;
        if (!(attain_i_column_weight(a, c) > 0))
            continue;
        for (size_t i = 0; i < a->count; i++)
            most = cell(a, c, i) > most ? cell(a, c, i) : most;
        for (size_t i = 0; i < a->count; i++)
            f->cells[i * f->columns + k] =
                most > 0 ? cell(a, c, i) / most : cell(a, c, i);
        k++;
    }
    f->known = 0;
    for (size_t i = 0; i < a->count; i++) {
        int known = f->columns > 0;
        for (k = 0; k < f->columns && known; k++)
            known =
                f->cells[i * f->columns + k] == f->cells[i * f->columns + k];
        f->order[f->known] = i;
        f->known += (size_t)known;
    }
}

/* By the first column, then the second …: sorted by the last one first, each
 * sort keeping the order of the one before. */
static void sort_units(frontier *f) {
    for (size_t k = f->columns; k-- > 0;) {
        for (size_t i = 0; i < f->known; i++) {
            f->items[i].key = -f->cells[f->order[i] * f->columns + k];
            f->items[i].tag = (double)i;
        }
        attain_i_sort(f->items, f->known, f->items + f->a->count);
        for (size_t i = 0; i < f->known; i++)
            f->next[i] = f->order[(size_t)f->items[i].tag];
        memcpy(f->order, f->next, f->known * sizeof *f->order);
    }
}

static int surpassed(const frontier *f, size_t unit) {
    const double *x = f->cells + unit * f->columns;
    for (size_t u = 0; u < f->size; u++) {
        const double *y = f->cells + f->units[u] * f->columns;
        size_t k = 0;
        while (k < f->columns && y[k] >= x[k])
            k++;
        if (k == f->columns)
            return 1;
    }
    return 0;
}

/* Who surpasses another stands before it. */
static void find_frontier(frontier *f) {
    f->size = 0;
    for (size_t i = 0; i < f->known; i++)
        if (!surpassed(f, f->order[i]))
            f->units[f->size++] = f->order[i];
}

/* share_low ≤ u_k v_k/Σuv ≤ share_high as constraints with 0 on the right. */
static void put_shares(frontier *f, const double *x) {
    attain_i_simplex *s = &f->simplex;
    const double limits[2] = {f->a->parameters[0], f->a->parameters[1]};
    for (int end = 0; end < 2; end++) {
        if (limits[end] == end)
            continue;
        double sign = end == 0 ? 1 : -1;
        for (size_t k = 0; k < f->columns; k++) {
            double *row = s->table + s->rows++ * (f->columns + 1);
            for (size_t j = 0; j < f->columns; j++)
                row[j] = sign * (limits[end] - (j == k)) * x[j];
            row[f->columns] = 0;
        }
    }
}

static double solve(frontier *f, size_t unit, uint8_t *reason) {
    attain_i_simplex *s = &f->simplex;
    const double *x = f->cells + unit * f->columns;
    s->columns = f->columns;
    s->rows = f->size;
    for (size_t u = 0; u < f->size; u++) {
        double *row = s->table + u * (f->columns + 1);
        memcpy(row, f->cells + f->units[u] * f->columns,
               f->columns * sizeof *row);
        row[f->columns] = 1;
    }
    put_shares(f, x);
    double *objective = s->table + s->rows * (f->columns + 1);
    for (size_t k = 0; k < f->columns; k++)
        objective[k] = -x[k];
    objective[f->columns] = 0;
    *reason = ATTAIN_REASON_NO_CONVERGENCE;
    if (!attain_i_simplex_solve(s))
        return (double)NAN;
    double score = objective[f->columns];
    return score > 1 ? 1 : score < 0 ? 0 : score;
}

static attain_status take_space(frontier *f, attain_error *err) {
    const attain_i_aggregator *a = f->a;
    attain_i_space *space = a->space;
    size_t n = f->columns;
    size_t most = (size_t)PTRDIFF_MAX / 64;
    size_t rows = a->count > most || n > most ? most : a->count + 2 * n + 1;
    size_t cells = rows > most / (n + 1) ? most : rows * (n + 1);
    attain_i_space_restart(space);
    attain_i_space_plan(space, cells, 2 * sizeof(double));
    attain_i_space_plan(space, a->count, 3 * sizeof(size_t));
    attain_i_space_plan(space, a->count, 2 * sizeof *f->items);
    attain_i_space_plan(space, rows, sizeof(int32_t));
    attain_i_space_plan(space, n, sizeof(int32_t));
    attain_status status = attain_i_space_open(space, err);
    if (status != ATTAIN_OK)
        return status;
    f->cells = attain_i_space_take(space, cells, 2 * sizeof(double));
    f->simplex.table = f->cells + cells;
    f->order = attain_i_space_take(space, a->count, 3 * sizeof(size_t));
    f->next = f->order + a->count;
    f->units = f->order + 2 * a->count;
    f->items = attain_i_space_take(space, a->count, 2 * sizeof *f->items);
    f->simplex.basic = attain_i_space_take(space, rows, sizeof(int32_t));
    f->simplex.free = attain_i_space_take(space, n, sizeof(int32_t));
    return ATTAIN_OK;
}

static attain_status check_shares(const frontier *f, attain_error *err) {
    double n = (double)f->columns;
    double low = f->a->parameters[0];
    double high = f->a->parameters[1];
    if (f->columns > 0 &&
        (low > high || n * low > 1 + 1e-12 || n * high < 1 - 1e-12))
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "parameters", -1,
                             "no %zu shares are between share_low and "
                             "share_high",
                             f->columns);
    return ATTAIN_OK;
}

attain_status attain_i_benefit(const attain_i_aggregator *a,
                               attain_error *err) {
    frontier f = {.a = a, .columns = columns_in_use(a)};
    attain_status status = check_shares(&f, err);
    if (status == ATTAIN_OK)
        status = take_space(&f, err);
    if (status != ATTAIN_OK)
        return status;
    take_cells(&f);
    sort_units(&f);
    find_frontier(&f);
    for (size_t i = 0; i < a->count; i++) {
        a->out[i] = (double)NAN;
        if (a->reasons != NULL)
            a->reasons[i] = f.columns == 0 && a->columns > 0
                                ? ATTAIN_REASON_WEIGHTLESS
                                : ATTAIN_REASON_MISSING;
    }
    for (size_t i = 0; i < f.known; i++) {
        uint8_t reason;
        size_t unit = f.order[i];
        a->out[unit] = solve(&f, unit, &reason);
        if (a->reasons != NULL)
            a->reasons[unit] =
                a->out[unit] == a->out[unit] ? ATTAIN_REASON_NONE : reason;
    }
    return ATTAIN_OK;
}
