#include <math.h>
#include <string.h>

#include "attain/numeric.h"
#include "base/error.h"
#include "base/memory.h"
#include "numeric/adder.h"
#include "numeric/check.h"
#include "numeric/fisher.h"
#include "numeric/sum.h"

void attain_anova_init(attain_anova *anova) {
    if (anova == NULL)
        return;
    memset(anova, 0, sizeof *anova);
    anova->struct_size = sizeof *anova;
}

/* Sums of the work; values are taken around the mean of all, so that what is
 * common to them takes no digits. */
typedef struct sums {
    attain_i_adder within;
    attain_i_adder between;
    attain_i_adder all;
    size_t count;
    size_t groups;
    int32_t fault; /* the sum of a group is beyond the range */
} sums;

/* The known values of one group around `center`; returns how many. */
static size_t take(const double *values, const int32_t *order, size_t count,
                   double center, double *out) {
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        double v = values[order[i]];
        out[known] = v - center;
        known += v == v;
    }
    return known;
}

/* Σ(z − m)², less what the rounding of m brought in. */
static void add_within(sums *s, double *z, size_t count, double mean) {
    attain_i_adder_squares(&s->within, z, mean, count);
    for (size_t i = 0; i < count; i++)
        z[i] -= mean;
    double rest = attain_i_sum(z, count);
    double excess = -rest * (rest / (double)count);
    attain_i_adder_add(&s->within, &excess, 1);
}

/* One pass for the sizes and means of groups, one for their squares: `means`
 * and `sizes` have room for each group. */
static void split(sums *s, const double *values, const int32_t *order,
                  const size_t *offsets, size_t group_count, double center,
                  double *z, double *means, double *sizes) {
    attain_i_adder_init(&s->within);
    attain_i_adder_init(&s->between);
    attain_i_adder_init(&s->all);
    for (size_t g = 0; g < group_count; g++) {
        size_t n = take(values, order + offsets[g], offsets[g + 1] - offsets[g],
                        center, z);
        sizes[g] = (double)n;
        means[g] = 0;
        if (n == 0)
            continue;
        attain_i_adder_add(&s->all, z, n);
        means[g] = attain_i_sum(z, n) / (double)n;
        s->fault |= isnan(means[g]);
        add_within(s, z, n, means[g]);
        s->count += n;
        s->groups++;
    }
    double mean = attain_i_adder_value(&s->all) / (double)s->count;
    for (size_t g = 0; g < group_count; g++) {
        double term = sizes[g] * ((means[g] - mean) * (means[g] - mean));
        attain_i_adder_add(&s->between, &term, sizes[g] > 0);
    }
}

static void conclude(const sums *s, attain_anova *out) {
    size_t above = s->groups > 0 ? s->groups - 1 : 0;
    size_t below = s->count - s->groups;
    double all = out->between + out->within;
    out->count = s->count;
    out->group_count = s->groups;
    out->f = out->p = out->residual_sd = (double)NAN;
    out->r_squared = all > 0 ? out->between / all : (double)NAN;
    out->reserved = 0;
    if (below > 0)
        out->residual_sd = sqrt(out->within / (double)below);
    out->reason = s->count == 0              ? ATTAIN_REASON_MISSING
                  : above == 0 || below == 0 ? ATTAIN_REASON_TOO_FEW
                  : !(out->within > 0)       ? ATTAIN_REASON_CONSTANT
                                             : ATTAIN_REASON_NONE;
    if (out->reason != ATTAIN_REASON_NONE)
        return;
    out->f = (out->between / (double)above) / (out->within / (double)below);
    out->p = attain_i_fisher_tail(out->f, above, below);
}

/* The mean of all that have a group: where the values lie. */
static double center_of(const double *values, const int32_t *order,
                        size_t count, double *room) {
    for (size_t i = 0; i < count; i++)
        room[i] = values[order[i]];
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        known += room[i] == room[i];
    return known > 0 ? attain_i_sum(room, count) / (double)known : 0;
}

/* Memory of one call, in one block. */
typedef struct space {
    double *z;
    double *means;
    double *sizes;
    size_t *offsets;
    int32_t *order;
} space;

static size_t space_size(size_t count, size_t group_count) {
    return count * (sizeof(double) + sizeof(int32_t)) +
           (group_count + 1) * (2 * sizeof(double) + sizeof(size_t));
}

static void lay(space *s, void *block, size_t count, size_t group_count) {
    s->z = block;
    s->means = s->z + count;
    s->sizes = s->means + group_count + 1;
    s->offsets = (size_t *)(void *)(s->sizes + group_count + 1);
    s->order = (int32_t *)(void *)(s->offsets + group_count + 1);
}

static attain_status analyse(const space *s, const double *values,
                             size_t group_count, attain_anova *out,
                             attain_error *err) {
    sums work = {.count = 0, .groups = 0};
    double center = center_of(values, s->order, s->offsets[group_count], s->z);
    split(&work, values, s->order, s->offsets, group_count, center, s->z,
          s->means, s->sizes);
    attain_anova found = *out;
    found.between = attain_i_adder_value(&work.between);
    found.within = attain_i_adder_value(&work.within);
    if (work.fault || isnan(center) || isnan(found.between) ||
        isnan(found.within))
        return attain_i_fail(err, ATTAIN_ERR_VALUE, "values", -1,
                             "a sum is beyond the range of a double");
    found.within = found.within > 0 ? found.within : 0;
    conclude(&work, &found);
    *out = found;
    return ATTAIN_OK;
}

attain_status attain_anova_one_way(const double *values, const int32_t *codes,
                                   size_t count, size_t group_count,
                                   attain_anova *out, attain_error *err) {
    attain_allocator allocator;
    space s;
    if (values == NULL && count > 0)
        return attain_i_fail_null(err, "values");
    if (codes == NULL && count > 0)
        return attain_i_fail_null(err, "codes");
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (!attain_i_struct_ok(out->struct_size, sizeof *out, sizeof *out))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "out", -1,
                             "struct_size %zu of attain_anova",
                             out->struct_size);
    if (count > SIZE_MAX / 64 || group_count > SIZE_MAX / 64)
        return attain_i_fail_memory(err);
    attain_i_allocator_set(&allocator, NULL);
    size_t size = space_size(count, group_count);
    void *block = attain_i_allocate(&allocator, size, 1);
    if (block == NULL)
        return attain_i_fail_memory(err);
    lay(&s, block, count, group_count);
    attain_status status = attain_i_check_finite(values, count, "values", err);
    if (status == ATTAIN_OK)
        status = attain_group_order(codes, count, group_count, s.order,
                                    s.offsets, err);
    if (status == ATTAIN_OK)
        status = analyse(&s, values, group_count, out, err);
    attain_i_release(&allocator, block, size, 1);
    return status;
}
