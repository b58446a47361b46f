/* Scores of all units in one draw, group by group: means as the lanes compute
 * them, all other methods by their table. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/vectors.h"
#include "numeric/aggregate.h"
#include "numeric/doubt.h"

/* --- Means ---------------------------------------------------------------- */

static ATTAIN_I_LOOP void add_weighted_loop(double w, const double *restrict v,
                                            size_t units, double *restrict num,
                                            double *restrict den) {
    for (size_t u = 0; u < units; u++) {
        double product = w * v[u];
        int known = v[u] == v[u];
        num[u] += known ? product : 0;
        den[u] += known ? w : 0;
    }
}

ATTAIN_I_WIDE(static, add_weighted,
              (double w, const double *v, size_t units, double *num,
               double *den),
              (w, v, units, num, den))

static ATTAIN_I_LOOP void divide_loop(const double *restrict num,
                                      const double *restrict den, size_t units,
                                      double *restrict out) {
    for (size_t u = 0; u < units; u++)
        out[u] = num[u] / den[u]; /* nothing known: 0/0 */
}

ATTAIN_I_WIDE(static, divide,
              (const double *num, const double *den, size_t units, double *out),
              (num, den, units, out))

static void take_least(double w, const double *v, size_t units, double *num,
                       double *den) {
    for (size_t u = 0; u < units; u++) {
        int counts = v[u] == v[u];
        num[u] = counts && !(den[u] > 0 && num[u] <= v[u]) ? v[u] : num[u];
        den[u] += counts ? w : 0;
    }
}

/* The mean that a node keeps f of; NULL: it keeps its value. */
static const attain_i_mean *kept_of(const attain_i_sheet *s, size_t aggregation,
                                    size_t node) {
    const attain_i_index *index = s->index;
    if (node < index->columns)
        return NULL;
    const attain_i_mean *mean =
        index->means[aggregation * index->groups + node - index->columns];
    return mean == NULL || mean->to == NULL ? NULL : mean;
}

/* A node's column as a member of a group that keeps f of another mean. */
static const double *turn_column(const double *column, size_t units,
                                 const attain_i_mean *kept,
                                 const attain_i_mean *as, double *out) {
    if (kept == as)
        return column;
    for (size_t u = 0; u < units && kept != NULL; u++)
        out[u] = kept->from(column[u]);
    if (as != NULL)
        as->to(kept == NULL ? column : out, units, out);
    return out;
}

static void average(attain_i_sheet *s, size_t aggregation, size_t group,
                    double *out) {
    const attain_i_index *index = s->index;
    const attain_i_mean *mean =
        index->means[aggregation * index->groups + group];
    size_t units = index->units;
    double *num = s->sums;
    double *den = s->sums + units;
    memset(s->sums, 0, 2 * units * sizeof *s->sums);
    for (size_t i = index->offsets[group]; i < index->offsets[group + 1]; i++) {
        size_t node = (size_t)index->children[i];
        double w = s->weights[node];
        if (!(w > 0))
            continue;
        /* `out` is not yet needed for itself. */
        const double *column = turn_column(s->nodes + node * units, units,
                                           kept_of(s, aggregation, node),
                                           mean->to == NULL ? NULL : mean, out);
        if (mean->smallest)
            take_least(w, column, units, num, den);
        else
            add_weighted(w, column, units, num, den);
    }
    for (size_t u = 0; u < units && mean->smallest; u++)
        out[u] = den[u] > 0 ? num[u] : (double)NAN;
    if (!mean->smallest)
        divide(num, den, units, out);
}

/* --- By the table --------------------------------------------------------- */

static attain_status aggregate(attain_i_sheet *s, size_t aggregation,
                               size_t group, double *out, attain_error *err) {
    const attain_i_index *index = s->index;
    size_t at = aggregation * index->groups + group;
    int32_t method = index->of->aggregations[at];
    size_t units = index->units;
    size_t count = 0;
    for (size_t i = index->offsets[group]; i < index->offsets[group + 1]; i++) {
        size_t node = (size_t)index->children[i];
        if (!(s->weights[node] > 0))
            continue;
        double *member = s->members + count * units;
        const double *column =
            turn_column(s->nodes + node * units, units,
                        kept_of(s, aggregation, node), NULL, member);
        if (column != member)
            memcpy(member, column, units * sizeof *member);
        s->kept[count++] = s->weights[node];
    }
    attain_i_aggregator a = {.parameters = index->parameters +
                                           at * ATTAIN_I_MOST_PARAMETERS,
                             .values = s->members,
                             .columns = count,
                             .stride = units,
                             .count = units,
                             .weights = s->kept,
                             .blank = ATTAIN_BLANK_RENORMALISE,
                             .out = out,
                             .space = &s->space};
    attain_status status = attain_i_aggregate_columns(method, &a, err);
    uint32_t traits =
        attain_i_method_row(&attain_i_aggregations, method)->traits;
    for (size_t u = 0; u < units && traits & ATTAIN_METHOD_LOW_IS_GOOD; u++)
        out[u] = -out[u];
    return status;
}

/* --- The whole ------------------------------------------------------------ */

attain_status attain_i_score_sheet(attain_i_sheet *sheet, size_t aggregation,
                                   double *out, attain_error *err) {
    const attain_i_index *index = sheet->index;
    size_t root = index->nodes - 1;
    attain_status status = ATTAIN_OK;
    for (size_t g = 0; g < index->groups && status == ATTAIN_OK; g++) {
        double *column = sheet->nodes + (index->columns + g) * index->units;
        if (index->means[aggregation * index->groups + g] != NULL)
            average(sheet, aggregation, g, column);
        else
            status = aggregate(sheet, aggregation, g, column, err);
    }
    if (status != ATTAIN_OK)
        return status;
    const double *column = sheet->nodes + root * index->units;
    const double *values = turn_column(
        column, index->units, kept_of(sheet, aggregation, root), NULL, out);
    if (values != out)
        memcpy(out, values, index->units * sizeof *out);
    return ATTAIN_OK;
}
