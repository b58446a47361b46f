#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "numeric/equity.h"
#include "numeric/inequality.h"
#include "numeric/math.h"
#include "numeric/method.h"
#include "numeric/rank.h"

/* Counts of groups in schools, and their totals. */
typedef struct table {
    const double *counts;
    size_t group_count;
    size_t stride;
    size_t count;
    double *totals;       /* t_i; NaN: left out */
    double *group_totals; /* P_g */
    double all;           /* T */
    size_t group;         /* parameters */
    size_t other;
    double *shares; /* room of `count` */
    double *items;  /* room to sort in */
} table;

/* NaN sets `reason`. */
typedef double formula(const table *t, uint8_t *reason);

typedef struct row {
    attain_i_method method;
    formula *compute;
    int32_t groups; /* parameters that name one */
} row;

static double count_at(const table *t, size_t group, size_t i) {
    return t->counts[group * t->stride + i];
}

static int takes_part(const table *t, size_t i) {
    return t->totals[i] > 0;
}

/* --- Sums over schools --------------------------------------------------- */

typedef double term(const table *t, size_t g, size_t i);

static void add_terms(const table *t, size_t g, term *of,
                      attain_i_adder *adder) {
    double terms[256];
    size_t held = 0;
    for (size_t i = 0; i < t->count; i++) {
        if (!takes_part(t, i))
            continue;
        terms[held++] = of(t, g, i);
        if (held == sizeof terms / sizeof *terms) {
            attain_i_adder_add(adder, terms, held);
            held = 0;
        }
    }
    attain_i_adder_add(adder, terms, held);
}

static double sum_of_group(const table *t, size_t g, term *of) {
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    add_terms(t, g, of, &adder);
    return attain_i_adder_value(&adder);
}

static double sum_of_groups(const table *t, term *of) {
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    for (size_t g = 0; g < t->group_count; g++)
        if (t->group_totals[g] > 0)
            add_terms(t, g, of, &adder);
    return attain_i_adder_value(&adder);
}

/* Σ over the groups of what their share π gives. */
static double sum_of_shares(const table *t, double (*of)(double share)) {
    attain_i_adder adder;
    attain_i_adder_init(&adder);
    for (size_t g = 0; g < t->group_count; g++) {
        double value = of(t->group_totals[g] / t->all);
        attain_i_adder_add(&adder, &value, 1);
    }
    return attain_i_adder_value(&adder);
}

static double two_differ(double share) {
    return share * (1 - share);
}

static double entropy(double share) {
    return share > 0 ? -share * attain_i_log(share) : 0;
}

/* Divides by what is 0 when all pupils are of one group. */
static double over(double a, double b, uint8_t *reason) {
    if (b > 0)
        return a / b;
    *reason = ATTAIN_REASON_CONSTANT;
    return (double)NAN;
}

/* --- Unevenness ---------------------------------------------------------- */

static double distance(const table *t, size_t g, size_t i) {
    double share = t->group_totals[g] / t->all;
    return fabs(count_at(t, g, i) - t->totals[i] * share) / t->all;
}

static double dissimilarity(const table *t, uint8_t *reason) {
    double apart = sum_of_shares(t, two_differ);
    return over(sum_of_groups(t, distance) / 2, apart, reason);
}

/* Σ_ij t_i t_j |p_i − p_j|/(2T²): Gini's coefficient of p, times its mean. */
static double spread_of_group(const table *t, attain_i_sample *sample,
                              size_t g) {
    for (size_t i = 0; i < t->count; i++)
        t->shares[i] =
            takes_part(t, i) ? count_at(t, g, i) / t->totals[i] : (double)NAN;
    attain_i_sample_survey(sample);
    return attain_i_sample_gini(sample) * sample->mean;
}

static double gini(const table *t, uint8_t *reason) {
    attain_i_sample sample;
    attain_i_adder adder;
    attain_i_sample_init(&sample);
    attain_i_adder_init(&adder);
    sample.values = t->shares;
    sample.weights = t->totals;
    sample.order = sample.weight_order = NULL;
    sample.count = t->count;
    sample.items = (attain_i_item *)(void *)t->items;
    for (size_t g = 0; g < t->group_count; g++) {
        if (!(t->group_totals[g] > 0))
            continue;
        double spread = spread_of_group(t, &sample, g);
        attain_i_adder_add(&adder, &spread, 1);
    }
    return over(attain_i_adder_value(&adder), sum_of_shares(t, two_differ),
                reason);
}

/* π f(p/π) with f(r) = r ln r − r + 1: never below 0, and as Σp = Σπ the sum
 * over the groups is that of p ln(p/π). */
static double divergence(const table *t, size_t g, size_t i) {
    double share = t->group_totals[g] / t->all;
    attain_i_yardstick measure = {share, 1, 0};
    return t->totals[i] / t->all * share *
           attain_i_entropy_term(&measure, count_at(t, g, i) / t->totals[i]);
}

static double mutual_information(const table *t, uint8_t *reason) {
    (void)reason;
    return sum_of_groups(t, divergence);
}

static double information(const table *t, uint8_t *reason) {
    return over(sum_of_groups(t, divergence), sum_of_shares(t, entropy),
                reason);
}

/* --- Of one group, or two ------------------------------------------------ */

/* False, with the reason, when one of the groups has nobody. */
static int have_members(const table *t, int groups, uint8_t *reason) {
    if (t->group_totals[t->group] > 0 &&
        (groups < 2 || t->group_totals[t->other] > 0))
        return 1;
    *reason = ATTAIN_REASON_UNDEFINED;
    return 0;
}

static double meeting(const table *t, size_t g, size_t i) {
    return count_at(t, t->group, i) / t->group_totals[t->group] *
           (count_at(t, g, i) / t->totals[i]);
}

static double isolation(const table *t, uint8_t *reason) {
    if (!have_members(t, 1, reason))
        return (double)NAN;
    return sum_of_group(t, t->group, meeting);
}

static double exposure(const table *t, uint8_t *reason) {
    if (!have_members(t, 1, reason))
        return (double)NAN;
    return sum_of_group(t, t->other, meeting);
}

/* (p − π)(c/P − t/T): what isolation is above π, without taking it away. */
static double away(const table *t, size_t g, size_t i) {
    double size = t->totals[i];
    double share = t->group_totals[g] / t->all;
    return (count_at(t, g, i) / size - share) *
           (count_at(t, g, i) / t->group_totals[g] - size / t->all);
}

static double eta_squared(const table *t, uint8_t *reason) {
    if (!have_members(t, 1, reason))
        return (double)NAN;
    double share = t->group_totals[t->group] / t->all;
    return over(sum_of_group(t, t->group, away), 1 - share, reason);
}

/* (√x − √y)², the sum of which is 2 − 2Σ√(xy). */
static double root_distance(const table *t, size_t g, size_t i) {
    double x = count_at(t, t->group, i) / t->group_totals[t->group];
    double y = count_at(t, g, i) / t->group_totals[g];
    double apart = sqrt(x) - sqrt(y);
    return apart * apart;
}

static double hutchens(const table *t, uint8_t *reason) {
    if (!have_members(t, 2, reason))
        return (double)NAN;
    return sum_of_group(t, t->other, root_distance) / 2;
}

/* --- The table ----------------------------------------------------------- */

#define GROUP                                                                  \
    { "group", "number of the group, from 0", 0, 0, 2147483647 }
#define END                                                                    \
    { NULL, NULL, 0, 0, 0 }

static const attain_i_parameter one_group[] = {GROUP, END};
static const attain_i_parameter two_groups[] = {
    GROUP, {"other", "number of the other group", 1, 0, 2147483647}, END};

#define N ATTAIN_METHOD_NEEDS_NONNEGATIVE

static const row rows[] = {
    [ATTAIN_SEGREGATION_DISSIMILARITY] =
        {{"dissimilarity", "ΣΣ t|p − π|/(2TI)",
          "Duncan and Duncan 1955; Reardon and Firebaugh 2002", N, NULL},
         dissimilarity,
         0},
    [ATTAIN_SEGREGATION_GINI] = {{"gini", "ΣΣΣ t_i t_j|p_i − p_j|/(2T²I)",
                                  "Duncan and Duncan 1955; Reardon and "
                                  "Firebaugh 2002",
                                  N, NULL},
                                 gini,
                                 0},
    [ATTAIN_SEGREGATION_MUTUAL_INFORMATION] = {{"mutual_information",
                                                "ΣΣ (c/T) ln(p/π)",
                                                "Theil and Finizza 1971", N,
                                                NULL},
                                               mutual_information,
                                               0},
    [ATTAIN_SEGREGATION_INFORMATION] = {{"information",
                                         "ΣΣ (c/T) ln(p/π)/Σπ ln(1/π)",
                                         "Theil 1972 (H)", N, NULL},
                                        information,
                                        0},
    [ATTAIN_SEGREGATION_ISOLATION] =
        {{"isolation", "Σ (c/P)p", "Bell 1954", N, one_group}, isolation, 1},
    [ATTAIN_SEGREGATION_EXPOSURE] = {{"exposure", "Σ (c_ig/P_g)(c_ih/t_i)",
                                      "Bell 1954, Lieberson 1981", N,
                                      two_groups},
                                     exposure,
                                     2},
    [ATTAIN_SEGREGATION_ETA_SQUARED] = {{"eta_squared",
                                         "(isolation − π)/(1 − π)",
                                         "Bell 1954, Massey and Denton 1988", N,
                                         one_group},
                                        eta_squared,
                                        1},
    [ATTAIN_SEGREGATION_HUTCHENS] = {{"hutchens",
                                      "1 − Σ√((c_ig/P_g)(c_ih/P_h))",
                                      "Hutchens 2001", N, two_groups},
                                     hutchens,
                                     2},
};

const attain_i_methods attain_i_segregations = {
    "segregation", rows, sizeof *rows, sizeof rows / sizeof *rows};

/* --- One index ----------------------------------------------------------- */

/* The totals, of all NaN beyond the range; false when a count is negative. */
static int find_totals(table *t) {
    attain_i_adder all;
    int sound = 1;
    int beyond = 0;
    attain_i_adder_init(&all);
    for (size_t i = 0; i < t->count; i++) {
        attain_i_adder school;
        int whole = 1;
        attain_i_adder_init(&school);
        for (size_t g = 0; g < t->group_count; g++) {
            double c = count_at(t, g, i);
            sound &= !(c < 0);
            whole &= !isnan(c);
            attain_i_adder_add(&school, &c, 1);
        }
        t->totals[i] = whole ? attain_i_adder_value(&school) : (double)NAN;
        beyond |= whole && isnan(t->totals[i]);
        attain_i_adder_add(&all, &t->totals[i], 1);
    }
    t->all = beyond ? (double)NAN : attain_i_adder_value(&all);
    return sound;
}

static double plain_count(const table *t, size_t g, size_t i) {
    return count_at(t, g, i);
}

static double index_of(table *t, const row *r, uint8_t *reason) {
    *reason = ATTAIN_REASON_NONE;
    if (!find_totals(t))
        *reason = ATTAIN_REASON_NEGATIVE;
    else if (t->all == 0)
        *reason = ATTAIN_REASON_MISSING;
    if (*reason != ATTAIN_REASON_NONE || isnan(t->all))
        return (double)NAN;
    for (size_t g = 0; g < t->group_count; g++)
        t->group_totals[g] = sum_of_group(t, g, plain_count);
    return r->compute(t, reason);
}

static attain_status set_groups(table *t, const row *r,
                                const double *parameters, attain_error *err) {
    size_t *const places[] = {&t->group, &t->other};
    for (int i = 0; i < r->groups; i++) {
        double given = parameters[i];
        if (given != (double)(int32_t)given || given >= (double)t->group_count)
            return attain_i_fail(err, ATTAIN_ERR_VALUE, "parameters", i,
                                 "there is no such group of %zu",
                                 t->group_count);
        *places[i] = (size_t)given;
    }
    return ATTAIN_OK;
}

static attain_status check(const table *t, const double *out,
                           attain_error *err) {
    if (t->counts == NULL && t->count > 0)
        return attain_i_fail_null(err, "counts");
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (t->group_count == 0)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "group_count", -1,
                             "no group");
    return attain_i_check_columns(t->counts, t->group_count, t->stride,
                                  t->count, err);
}

attain_status attain_segregation_of(int32_t method, const double *parameters,
                                    size_t parameter_count,
                                    const double *counts, size_t group_count,
                                    size_t stride, size_t count, double *out,
                                    uint8_t *reason, attain_error *err) {
    double complete[ATTAIN_I_MOST_PARAMETERS];
    attain_allocator allocator;
    uint8_t why;
    table t = {counts, group_count, stride, count, NULL, NULL,
               0,      0,           0,      NULL,  NULL};
    attain_status status =
        attain_i_method_prepare(&attain_i_segregations, method, parameters,
                                parameter_count, complete, err);
    if (status == ATTAIN_OK)
        status = check(&t, out, err);
    if (status == ATTAIN_OK)
        status = set_groups(&t, &rows[method], complete, err);
    if (status != ATTAIN_OK)
        return status;
    if (count > SIZE_MAX / 256 || group_count > SIZE_MAX / 256)
        return attain_i_fail_memory(err);
    size_t size = 6 * count + group_count;
    attain_i_allocator_set(&allocator, NULL);
    double *space = attain_i_allocate(&allocator, size, sizeof *space);
    if (space == NULL)
        return attain_i_fail_memory(err);
    t.items = space;
    t.totals = t.items + 4 * count;
    t.shares = t.totals + count;
    t.group_totals = t.shares + count;
    double value = index_of(&t, &rows[method], &why);
    attain_i_release(&allocator, space, size, sizeof *space);
    if (isnan(value) && why == ATTAIN_REASON_NONE)
        return attain_i_fail_fault(ATTAIN_I_BEYOND_RANGE, 0, err);
    *out = value;
    if (reason != NULL)
        *reason = why;
    return ATTAIN_OK;
}
