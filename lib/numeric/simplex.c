#include "numeric/simplex.h"

static const double tiny = 1e-11;

static double *row_of(const attain_i_simplex *s, size_t row) {
    return s->table + row * (s->columns + 1);
}

/* The first variable, by number, that still lifts the objective; none:
 * columns. */
static size_t entering(const attain_i_simplex *s) {
    const double *objective = row_of(s, s->rows);
    size_t best = s->columns;
    for (size_t j = 0; j < s->columns; j++)
        if (objective[j] < -tiny &&
            (best == s->columns || s->free[j] < s->free[best]))
            best = j;
    return best;
}

/* The constraint that stops it first; of several the one whose variable comes
 * first; none: rows. */
static size_t leaving(const attain_i_simplex *s, size_t column) {
    size_t best = s->rows;
    double least = 0;
    for (size_t i = 0; i < s->rows; i++) {
        const double *row = row_of(s, i);
        if (!(row[column] > tiny))
            continue;
        double ratio = row[s->columns] / row[column];
        if (best == s->rows || ratio < least ||
            (ratio == least && s->basic[i] < s->basic[best])) {
            best = i;
            least = ratio;
        }
    }
    return best;
}

static void pivot(attain_i_simplex *s, size_t row, size_t column) {
    double *from = row_of(s, row);
    double scale = 1 / from[column];
    from[column] = 1;
    for (size_t j = 0; j <= s->columns; j++)
        from[j] *= scale;
    for (size_t i = 0; i <= s->rows; i++) {
        double *to = row_of(s, i);
        double factor = to[column];
        if (i == row || factor == 0)
            continue;
        to[column] = 0;
        for (size_t j = 0; j <= s->columns; j++)
            to[j] -= factor * from[j];
    }
    int32_t out = s->basic[row];
    s->basic[row] = s->free[column];
    s->free[column] = out;
}

int attain_i_simplex_solve(attain_i_simplex *simplex) {
    size_t most = 50 * (simplex->rows + simplex->columns) + 1000;
    for (size_t j = 0; j < simplex->columns; j++)
        simplex->free[j] = (int32_t)j;
    for (size_t i = 0; i < simplex->rows; i++)
        simplex->basic[i] = (int32_t)(simplex->columns + i);
    for (size_t step = 0; step < most; step++) {
        size_t column = entering(simplex);
        if (column == simplex->columns)
            return 1;
        size_t row = leaving(simplex, column);
        if (row == simplex->rows)
            return 0;
        pivot(simplex, row, column);
    }
    return 0;
}
