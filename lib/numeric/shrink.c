#include <float.h>
#include <math.h>
#include <string.h>

#include "attain/numeric.h"
#include "base/error.h"
#include "base/memory.h"
#include "numeric/adder.h"
#include "numeric/check.h"
#include "numeric/math.h"

/* A random intercept. With λ = between/within and c_j = n_j/(1 + λ n_j), the
 * cross products of rows whitened by V⁻¹ are
 *
 *   M(λ) = W + Σ c_j z̄_j z̄_j'
 *
 * for rows z = (1, x, y), z̄_j their means in group j and W = Σ (z − z̄_j)(z −
 * z̄_j)' within groups. Its Cholesky factor L has all: the last diagonal squared
 * is the residual sum of squares r², the rest the fixed part. Then
 *
 *   deviance   d(λ) = m ln r² + Σ ln(1 + λ n_j) [+ ln |M_x|], m = n or n − p
 *   derivative −m Σ g_j²/r² + Σ c_j [− Σ c_j² |L_x⁻¹ x̄_j|²],
 *              g_j = c_j (ȳ_j − x̄_j b)
 *
 * with what is in brackets for the restricted likelihood. */

enum { PLACES = 64, MOST_HALVINGS = 200 };

static const double dependent = 1e-13;

typedef struct model {
    const double *y;
    const double *x;
    size_t stride;
    const int32_t *codes;
    size_t rows;
    size_t groups;
    size_t width; /* of z, y included */
    int restricted;
    size_t count;     /* rows used */
    size_t inhabited; /* groups with rows */
    double *centers;  /* [width]: means of all, taken off first */
    double *sizes;    /* [group] */
    double *means;    /* [group][width], of what is left */
    double *within;   /* [width][width]: W */
    double *factor;   /* [width][width]: L */
    double *fixed;    /* [width]: b, of what is left */
    double *room;     /* [width] */
    double *terms;    /* [rows] */
    size_t *order;    /* [rows]: rows used, group by group */
    size_t *offsets;  /* [groups + 1] */
} model;

void attain_shrinkage_init(attain_shrinkage *shrinkage) {
    if (shrinkage == NULL)
        return;
    memset(shrinkage, 0, sizeof *shrinkage);
    shrinkage->struct_size = sizeof *shrinkage;
    shrinkage->between = (double)NAN;
    shrinkage->within = (double)NAN;
    shrinkage->deviance = (double)NAN;
}

/* --- Sums ----------------------------------------------------------------- */

/* z of a row, without centers. */
static double z_of(const model *m, size_t row, size_t k) {
    if (k == 0)
        return 1;
    return k + 1 == m->width ? m->y[row] : m->x[(k - 1) * m->stride + row];
}

static double left_of(const model *m, size_t row, size_t k) {
    return k == 0 ? 1 : z_of(m, row, k) - m->centers[k];
}

static int is_used(const model *m, size_t row) {
    double all = 0;
    for (size_t k = 1; k < m->width; k++)
        all += z_of(m, row, k) * 0;
    return m->codes[row] >= 0 && all == all;
}

static void order_rows(model *m) {
    memset(m->offsets, 0, (m->groups + 1) * sizeof *m->offsets);
    m->count = 0;
    for (size_t i = 0; i < m->rows; i++) {
        if (!is_used(m, i))
            continue;
        m->offsets[m->codes[i]]++;
        m->count++;
    }
    size_t next = 0;
    m->inhabited = 0;
    for (size_t g = 0; g <= m->groups; g++) {
        size_t size = m->offsets[g];
        m->inhabited += size > 0;
        m->offsets[g] = next;
        next += size;
    }
    for (size_t i = 0; i < m->rows; i++)
        if (is_used(m, i))
            m->order[m->offsets[m->codes[i]]++] = i;
    for (size_t g = m->groups; g > 0; g--)
        m->offsets[g] = m->offsets[g - 1];
    m->offsets[0] = 0;
}

static double sum_terms(const model *m, size_t count) {
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    attain_i_adder_add(&adder, m->terms, count);
    return attain_i_adder_value(&adder);
}

/* Centers, then the means of groups. */
static void find_means(model *m) {
    m->centers[0] = 0;
    for (size_t k = 1; k < m->width; k++) {
        for (size_t i = 0; i < m->count; i++)
            m->terms[i] = z_of(m, m->order[i], k);
        m->centers[k] = sum_terms(m, m->count) / (double)m->count;
    }
    for (size_t g = 0; g < m->groups; g++) {
        size_t from = m->offsets[g];
        size_t size = m->offsets[g + 1] - from;
        m->sizes[g] = (double)size;
        m->means[g * m->width] = 1;
        for (size_t k = 1; k < m->width && size > 0; k++) {
            for (size_t i = 0; i < size; i++)
                m->terms[i] = left_of(m, m->order[from + i], k);
            m->means[g * m->width + k] = sum_terms(m, size) / (double)size;
        }
    }
}

static void find_within(model *m) {
    size_t n = m->width;
    memset(m->within, 0, n * n * sizeof *m->within);
    for (size_t a = 1; a < n; a++) {
        for (size_t b = 1; b <= a; b++) {
            size_t held = 0;
            for (size_t g = 0; g < m->groups; g++) {
                const double *mean = m->means + g * n;
                for (size_t i = m->offsets[g]; i < m->offsets[g + 1]; i++)
                    m->terms[held++] = (left_of(m, m->order[i], a) - mean[a]) *
                                       (left_of(m, m->order[i], b) - mean[b]);
            }
            m->within[a * n + b] = sum_terms(m, held);
        }
    }
}

/* --- The likelihood ------------------------------------------------------- */

/* Solves L t = v for the first `count` of them, in place. */
static void solve_lower(const model *m, size_t count, double *v) {
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < i; k++)
            v[i] -= m->factor[i * m->width + k] * v[k];
        v[i] /= m->factor[i * m->width + i];
    }
}

/* L of M(λ) and b; false when regressors depend on each other. */
static int factorise(model *m, double lambda) {
    size_t n = m->width;
    memcpy(m->factor, m->within, n * n * sizeof *m->factor);
    for (size_t a = 0; a < n; a++) {
        for (size_t b = 0; b <= a; b++) {
            for (size_t g = 0; g < m->groups; g++) {
                const double *mean = m->means + g * n;
                double c = m->sizes[g] / (1 + lambda * m->sizes[g]);
                m->terms[g] = m->sizes[g] > 0 ? c * mean[a] * mean[b] : 0;
            }
            m->factor[a * n + b] += sum_terms(m, m->groups);
        }
    }
    for (size_t a = 0; a < n; a++) {
        double whole = m->factor[a * n + a];
        for (size_t b = 0; b <= a; b++) {
            double sum = m->factor[a * n + b];
            for (size_t k = 0; k < b; k++)
                sum -= m->factor[a * n + k] * m->factor[b * n + k];
            if (a == b && a + 1 < n && !(sum > dependent * whole))
                return 0;
            m->factor[a * n + b] = a > b     ? sum / m->factor[b * n + b]
                                   : sum > 0 ? sqrt(sum)
                                             : 0;
        }
    }
    for (size_t i = n - 1; i-- > 0;) {
        double sum = m->factor[(n - 1) * n + i];
        for (size_t k = i + 1; k + 1 < n; k++)
            sum -= m->factor[k * n + i] * m->fixed[k];
        m->fixed[i] = sum / m->factor[i * n + i];
    }
    return 1;
}

static double squares(const model *m) {
    double root = m->factor[m->width * m->width - 1];
    return root * root;
}

static double freedom(const model *m) {
    return (double)(m->restricted ? m->count - (m->width - 1) : m->count);
}

/* d(λ) for the factor at hand. */
static double deviance(const model *m, double lambda) {
    double sum = freedom(m) * attain_i_log(squares(m));
    for (size_t g = 0; g < m->groups; g++)
        m->terms[g] = attain_i_log(1 + lambda * m->sizes[g]);
    sum += sum_terms(m, m->groups);
    for (size_t k = 0; m->restricted && k + 1 < m->width; k++)
        sum += 2 * attain_i_log(m->factor[k * m->width + k]);
    return sum;
}

/* The mean residual of a group. */
static double residual_of(const model *m, size_t group) {
    const double *mean = m->means + group * m->width;
    double rest = mean[m->width - 1];
    for (size_t k = 0; k + 1 < m->width; k++)
        rest -= m->fixed[k] * mean[k];
    return rest;
}

static double derivative(const model *m, double lambda) {
    double by_squares = freedom(m) / squares(m);
    size_t p = m->width - 1;
    for (size_t g = 0; g < m->groups; g++) {
        double c = m->sizes[g] / (1 + lambda * m->sizes[g]);
        double own = 0;
        m->terms[g] = 0;
        if (m->sizes[g] == 0)
            continue;
        memcpy(m->room, m->means + g * m->width, p * sizeof *m->room);
        if (m->restricted)
            solve_lower(m, p, m->room);
        for (size_t k = 0; m->restricted && k < p; k++)
            own += m->room[k] * m->room[k];
        double gap = c * residual_of(m, g);
        m->terms[g] = c - c * c * own - by_squares * gap * gap;
    }
    return sum_terms(m, m->groups);
}

/* λ at place t of 0 … 1. */
static double place(double t) {
    return t / (1 - t);
}

/* The best λ; ATTAIN_REASON_NONE, or why there is none. */
static int32_t maximise(model *m, double *lambda) {
    double least = (double)INFINITY;
    size_t best = 0;
    for (size_t i = 0; i < PLACES; i++) {
        double at = place((double)i / PLACES);
        if (!factorise(m, at))
            return ATTAIN_REASON_UNDEFINED;
        if (!(squares(m) > dependent * m->within[m->width * m->width - 1]))
            return ATTAIN_REASON_NO_CONVERGENCE;
        double value = deviance(m, at);
        if (value < least) {
            least = value;
            best = i;
        }
    }
    double low = best == 0 ? 0 : (double)(best - 1) / PLACES;
    double high =
        best + 1 == PLACES ? 1 - 0x1p-40 : (double)(best + 1) / PLACES;
    factorise(m, place(low));
    if (best == 0 && derivative(m, 0) >= 0) {
        *lambda = 0;
        return ATTAIN_REASON_NONE;
    }
    for (int i = 0; i < MOST_HALVINGS; i++) {
        double middle = low + (high - low) / 2;
        if (!(middle > low && middle < high))
            break;
        factorise(m, place(middle));
        if (derivative(m, place(middle)) < 0)
            low = middle;
        else
            high = middle;
    }
    *lambda = place(low);
    if (high >= 1 - 0x1p-40)
        return ATTAIN_REASON_NO_CONVERGENCE;
    factorise(m, *lambda);
    return ATTAIN_REASON_NONE;
}

/* --- What is told --------------------------------------------------------- */

/* Variance of the intercept at x = 0 and of each b, over `within`: rows of the
 * inverse of L_x. */
static double spread_of(const model *m, size_t k) {
    size_t p = m->width - 1;
    double sum = 0;
    memset(m->room, 0, m->width * sizeof *m->room);
    m->room[k] = 1;
    if (k == 0) {
        /* b0 = fixed[0] + center of y − Σ b center of x. */
        for (size_t i = 1; i < p; i++)
            m->room[i] = -m->centers[i];
    }
    solve_lower(m, p, m->room);
    for (size_t i = 0; i < p; i++)
        sum += m->room[i] * m->room[i];
    return sum;
}

static void tell_fixed(const model *m, double within, double *coefficients,
                       double *errors) {
    size_t p = m->width - 1;
    double first = m->fixed[0] + m->centers[p];
    for (size_t k = 1; k < p; k++)
        first -= m->fixed[k] * m->centers[k];
    for (size_t k = 0; k < p; k++) {
        if (coefficients != NULL)
            coefficients[k] = k == 0 ? first : m->fixed[k];
        if (errors != NULL)
            errors[k] = sqrt(within * spread_of(m, k));
    }
}

static void tell_groups(const model *m, double lambda, double between,
                        double *effects, double *variances) {
    for (size_t g = 0; g < m->groups; g++) {
        double n = m->sizes[g];
        double rho = n > 0 ? lambda * n / (1 + lambda * n) : 0;
        if (effects != NULL)
            effects[g] = n > 0 ? rho * residual_of(m, g) : 0;
        if (variances != NULL)
            variances[g] = between * (1 - rho);
    }
}

static void fill(double *out, size_t count) {
    for (size_t i = 0; out != NULL && i < count; i++)
        out[i] = (double)NAN;
}

static attain_status fit_model(model *m, attain_shrinkage *out,
                               double *coefficients, double *errors,
                               double *effects, double *variances,
                               attain_error *err) {
    static const double log_2_pi = 1.8378770664093453391;
    attain_shrinkage found;
    double lambda = 0;
    attain_shrinkage_init(&found);
    order_rows(m);
    found.count = m->count;
    found.group_count = m->inhabited;
    found.coefficient_count = m->width - 1;
    if (m->count < m->width || m->inhabited < 2) {
        found.reason = ATTAIN_REASON_TOO_FEW;
    } else {
        find_means(m);
        find_within(m);
        double all = 0;
        for (size_t i = 0; i < m->width * m->width; i++)
            all += m->within[i] * 0;
        for (size_t k = 0; k < m->width; k++)
            all += m->centers[k] * 0;
        if (all != all)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "x", -1,
                                 "a sum is beyond the range of a double");
        found.reason = maximise(m, &lambda);
    }
    if (found.reason != ATTAIN_REASON_NONE) {
        fill(coefficients, m->width - 1);
        fill(errors, m->width - 1);
        fill(effects, m->groups);
        fill(variances, m->groups);
        *out = found;
        return ATTAIN_OK;
    }
    double free = freedom(m);
    found.within = squares(m) / free;
    found.between = lambda * found.within;
    found.deviance =
        deviance(m, lambda) + free * (1 + log_2_pi - attain_i_log(free));
    tell_fixed(m, found.within, coefficients, errors);
    tell_groups(m, lambda, found.between, effects, variances);
    *out = found;
    return ATTAIN_OK;
}

/* --- Room and checks ------------------------------------------------------ */

/* Doubles and indices in one block; 0 where it is beyond all memory. */
static size_t block_size(const model *m) {
    size_t n = m->width;
    size_t most = SIZE_MAX / sizeof(double) / 16;
    if (m->groups >= most / (n + 2) || m->rows >= most)
        return 0;
    size_t longer = m->rows > m->groups ? m->rows : m->groups;
    size_t doubles = 4 * n + 2 * n * n + m->groups * (n + 1) + longer;
    return doubles * sizeof(double) +
           (m->rows + m->groups + 2) * sizeof(size_t);
}

static void lay_out(model *m, void *block) {
    size_t n = m->width;
    double *at = block;
    m->centers = at;
    m->fixed = (at += n);
    m->room = (at += n);
    m->within = (at += n);
    m->factor = (at += n * n);
    m->sizes = (at += n * n);
    m->means = (at += m->groups);
    m->terms = (at += m->groups * n);
    at += m->rows > m->groups ? m->rows : m->groups;
    m->order = (size_t *)(void *)at;
    m->offsets = m->order + m->rows;
}

static attain_status check(const model *m, const attain_shrinkage *out,
                           attain_error *err) {
    size_t columns = m->width - 2;
    if (out == NULL)
        return attain_i_fail_null(err, "fit");
    if (!attain_i_struct_ok(out->struct_size, sizeof *out, sizeof *out))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "fit", -1,
                             "not a shrinkage: call attain_shrinkage_init() "
                             "first");
    if (m->rows > 0 && (m->y == NULL || m->codes == NULL))
        return attain_i_fail_null(err, m->y == NULL ? "y" : "codes");
    if (m->x == NULL && m->rows > 0 && columns > 0)
        return attain_i_fail_null(err, "x");
    if (columns > 1 && m->stride < m->rows)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "stride", -1,
                             "columns are closer together than they are long");
    attain_status status = attain_i_check_finite(m->y, m->rows, "y", err);
    for (size_t c = 0; m->rows > 0 && c < columns && status == ATTAIN_OK; c++)
        status = attain_i_check_finite(m->x + c * m->stride, m->rows, "x", err);
    for (size_t i = 0; i < m->rows && status == ATTAIN_OK; i++) {
        if (m->codes[i] >= 0 && (size_t)m->codes[i] >= m->groups)
            status = attain_i_fail(err, ATTAIN_ERR_VALUE, "codes", (int64_t)i,
                                   "there is no group %d", (int)m->codes[i]);
    }
    return status;
}

attain_status attain_shrink(int32_t likelihood, const double *y,
                            const double *x, size_t column_count, size_t stride,
                            const int32_t *codes, size_t count,
                            size_t group_count, attain_shrinkage *out,
                            double *coefficients, double *errors,
                            double *effects, double *variances,
                            attain_error *err) {
    attain_allocator allocator;
    if (likelihood != ATTAIN_LIKELIHOOD_RESTRICTED &&
        likelihood != ATTAIN_LIKELIHOOD_FULL)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "likelihood", -1,
                             "there is no likelihood %d", (int)likelihood);
    if (column_count > 4096)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "column_count", -1,
                             "%zu regressors", column_count);
    model m = {.y = y,
               .x = x,
               .stride = stride,
               .codes = codes,
               .rows = count,
               .groups = group_count,
               .width = column_count + 2,
               .restricted = likelihood == ATTAIN_LIKELIHOOD_RESTRICTED};
    attain_status status = check(&m, out, err);
    if (status != ATTAIN_OK)
        return status;
    size_t size = block_size(&m);
    attain_i_allocator_set(&allocator, NULL);
    void *block = size == 0 ? NULL : attain_i_allocate(&allocator, size, 1);
    if (block == NULL)
        return attain_i_fail_memory(err);
    lay_out(&m, block);
    status = fit_model(&m, out, coefficients, errors, effects, variances, err);
    attain_i_release(&allocator, block, size, 1);
    return status;
}
