#include "numeric/jacobi.h"

#include <float.h>
#include <math.h>

enum { MOST_SWEEPS = 100 };

typedef struct rotation {
    double c;
    double s;
} rotation;

/* Turns rows or columns p and q, `step` apart from one element to the next. */
static void turn(double *p, double *q, size_t n, size_t step, rotation r) {
    for (size_t i = 0; i < n * step; i += step) {
        double x = p[i];
        double y = q[i];
        p[i] = r.c * x - r.s * y;
        q[i] = r.s * x + r.c * y;
    }
}

/* The rotation that makes a_pq 0: the smaller of two angles (Rutishauser
 * 1966). */
static rotation angle(double app, double aqq, double apq) {
    double theta = (aqq - app) / (2 * apq);
    double t = 1 / (fabs(theta) + sqrt(theta * theta + 1));
    t = theta < 0 ? -t : t;
    double c = 1 / sqrt(t * t + 1);
    return (rotation){c, t * c};
}

/* One pass over all pairs; false when none had anything left. */
static int sweep(double *a, size_t n, double *vectors) {
    int turned = 0;
    for (size_t p = 0; p + 1 < n; p++) {
        for (size_t q = p + 1; q < n; q++) {
            double rest = fabs(a[p * n + q]);
            double size = sqrt(fabs(a[p * n + p])) * sqrt(fabs(a[q * n + q]));
            if (!(rest > DBL_EPSILON / 8 * size) || rest < DBL_MIN)
                continue;
            rotation r = angle(a[p * n + p], a[q * n + q], a[p * n + q]);
            turn(a + p * n, a + q * n, n, 1, r);
            turn(a + p, a + q, n, n, r);
            a[p * n + q] = a[q * n + p] = 0;
            turn(vectors + p * n, vectors + q * n, n, 1, r);
            turned = 1;
        }
    }
    return turned;
}

/* Largest value first, by exchanging; vectors are rows. */
static void order(size_t n, double *values, double *vectors) {
    for (size_t k = 0; k + 1 < n; k++) {
        size_t best = k;
        for (size_t i = k + 1; i < n; i++)
            best = values[i] > values[best] ? i : best;
        double value = values[k];
        values[k] = values[best];
        values[best] = value;
        for (size_t i = 0; i < n && best != k; i++) {
            double x = vectors[k * n + i];
            vectors[k * n + i] = vectors[best * n + i];
            vectors[best * n + i] = x;
        }
    }
}

int attain_i_jacobi(double *matrix, size_t n, double *values, double *vectors) {
    int sweeps = 0;
    for (size_t i = 0; i < n * n; i++)
        vectors[i] = i % (n + 1) == 0;
    while (sweeps < MOST_SWEEPS && sweep(matrix, n, vectors))
        sweeps++;
    for (size_t k = 0; k < n; k++)
        values[k] = matrix[k * n + k];
    order(n, values, vectors);
    return sweeps < MOST_SWEEPS;
}
