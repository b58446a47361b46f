/* Checks that look at numerators and denominators, and at parts and wholes. */
#include "quality/relation.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"

/* --- What is compared --------------------------------------------------------
 */

static int has_metric(const attain_i_part *parts, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (parts[i].is_metric)
            return 1;
    return 0;
}

/* The metric's numerator and denominator, if they are made of variables. */
static int of_metric(const attain_i_quality_work *work, size_t metric,
                     attain_i_quality_relation *out) {
    const attain_i_metric_lists *lists = &work->plan->lists[metric];
    *out = (attain_i_quality_relation){
        lists->numerator,       lists->denominator,
        lists->numerator_count, lists->denominator_count,
        (int32_t)metric,        work->plan->metrics[metric].factor};
    return lists->numerator_count > 0 && lists->denominator_count > 0 &&
           !has_metric(lists->numerator, lists->numerator_count) &&
           !has_metric(lists->denominator, lists->denominator_count);
}

/* Fills the two sums of every unit; false where there are none. */
int attain_i_relation_sums(attain_i_quality_work *work,
                           const attain_i_quality_relation *of,
                           int32_t period) {
    return attain_i_quality_sum(work, of->over, of->over_count, period,
                                work->over) &&
           (of->under_count == 0 ||
            attain_i_quality_sum(work, of->under, of->under_count, period,
                                 work->under));
}

/* The column of the first variable, where a finding is placed. */
static const attain_i_column *first_column(const attain_i_quality_work *work,
                                           const attain_i_quality_relation *of,
                                           int32_t period) {
    const attain_dataset *data = work->data;
    const attain_i_part *part = &of->over[0];
    int32_t group = part->group == NULL
                        ? ATTAIN_GROUP_NONE
                        : attain_i_map_find(&data->group_ids, part->group,
                                            strlen(part->group));
    return attain_i_dataset_find_column(
        data,
        attain_i_map_find(&data->variable_ids, part->name, strlen(part->name)),
        period, group);
}

void attain_i_relation_find(attain_i_quality_work *work,
                            const attain_i_quality_relation *of, int32_t period,
                            size_t unit, double value, double reference,
                            double score) {
    attain_i_quality_fault fault;
    attain_i_fault_init(&fault);
    fault.column = first_column(work, of, period);
    fault.unit = (int32_t)unit;
    fault.metric = of->metric;
    fault.value = value;
    fault.reference = reference;
    fault.score = score;
    fault.variant = of->metric >= 0 && work->check->kind == ATTAIN_CHECK_SHARE;
    attain_i_quality_find(work, &fault);
}

/* a against b, where both are sums of decimals. */
int attain_i_relation_order(double a, double b) {
    double scale = fabs(a) > fabs(b) ? fabs(a) : fabs(b);
    return attain_i_compare12(a, b, scale);
}

/* --- A row's own variable and parts
 * ------------------------------------------- */

/* Reads the list of a row that has been checked; the names lie in `text`. */
static size_t read_parts(const attain_i_quality_work *work, const char *list,
                         attain_i_part *parts) {
    const char *rest = list, *end = list + strlen(list), *part;
    size_t length, count = 0;
    while (count < ATTAIN_I_MOST_PARTS &&
           attain_i_list_next(&rest, end, &part, &length)) {
        size_t sign = part[0] == '-';
        int32_t variable = attain_i_map_find(&work->data->variable_ids,
                                             part + sign, length - sign);
        parts[count++] = (attain_i_part){work->data->variables[variable].id,
                                         NULL, sign ? -1 : 1, 0};
    }
    return count;
}

/* Calls `look` for each period with the row's variable over its parts. */
static void each_own(attain_i_quality_work *work,
                     void (*look)(attain_i_quality_work *work,
                                  const attain_i_quality_relation *of,
                                  int32_t period)) {
    attain_i_part parts[ATTAIN_I_MOST_PARTS];
    const attain_i_part variable = {work->check->variable, NULL, 1, 0};
    attain_i_quality_relation of = {&variable, parts, 1, 0, -1, 1};
    of.under_count = read_parts(work, work->check->parts, parts);
    for (size_t p = 0; p < work->period_count; p++)
        if (attain_i_relation_sums(work, &of, work->periods[p]))
            look(work, &of, work->periods[p]);
}

/* The metric's sums have no value at units of other stages than its own, which
 * are marked; a unit without a stage stands for its members. */
static void leave_stages_out(attain_i_quality_work *work) {
    for (size_t u = 0; u < work->data->unit_count; u++) {
        int32_t stage = work->data->units[u].stage;
        if (stage >= 0 && !work->levels[stage])
            work->over[u] = work->under[u] = (double)NAN;
    }
}

/* Calls `look` for each metric that the row is about, and each period. */
void attain_i_relation_each_metric(
    attain_i_quality_work *work, int per_cent,
    void (*look)(attain_i_quality_work *work,
                 const attain_i_quality_relation *of, int32_t period)) {
    size_t count = work->plan != NULL ? work->plan->metric_count : 0;
    for (size_t m = 0; m < count; m++) {
        attain_i_quality_relation of;
        int named = work->check->metric != NULL;
        if (!attain_i_quality_takes(work, -1, (int32_t)m) ||
            !of_metric(work, m, &of) ||
            (per_cent && !named && of.factor != 100))
            continue;
        const attain_i_metric_lists *lists = &work->plan->lists[m];
        memset(work->levels, 0, work->data->word_count);
        attain_i_quality_mark(work, lists->stages, lists->stage_count, 1);
        for (size_t p = 0; p < work->period_count; p++)
            if (attain_i_relation_sums(work, &of, work->periods[p])) {
                if (lists->stage_count > 0)
                    leave_stages_out(work);
                look(work, &of, work->periods[p]);
            }
    }
}

/* --- Part above the whole
 * ------------------------------------------------------ */

static void look_at_share(attain_i_quality_work *work,
                          const attain_i_quality_relation *of, int32_t period) {
    for (size_t u = 0; u < work->data->unit_count; u++) {
        if (work->meets[u] && work->over[u] > work->under[u] &&
            attain_i_relation_order(work->over[u] - work->tolerance,
                                    work->under[u]) > 0) {
            attain_i_relation_find(work, of, period, u, work->over[u],
                                   work->under[u], (double)NAN);
        }
    }
}

void attain_i_quality_share(attain_i_quality_work *work) {
    if (work->check->variable != NULL)
        each_own(work, look_at_share);
    else
        attain_i_relation_each_metric(work, 1, look_at_share);
}

static void look_at_divisor(attain_i_quality_work *work,
                            const attain_i_quality_relation *of,
                            int32_t period) {
    for (size_t u = 0; u < work->data->unit_count; u++) {
        if (work->meets[u] && work->under[u] == 0 &&
            (work->over[u] < 0 || work->over[u] > 0)) {
            attain_i_relation_find(work, of, period, u, work->over[u], 0,
                                   (double)NAN);
        }
    }
}

void attain_i_quality_divisor(attain_i_quality_work *work) {
    attain_i_relation_each_metric(work, 0, look_at_divisor);
}

/* --- Parts and their sum
 * --------------------------------------------------------- */

static void look_at_parts(attain_i_quality_work *work,
                          const attain_i_quality_relation *of, int32_t period) {
    for (size_t u = 0; u < work->data->unit_count; u++) {
        double apart = fabs(work->over[u] - work->under[u]);
        if (work->meets[u] && apart > work->tolerance &&
            attain_i_relation_order(work->over[u], work->under[u]) != 0 &&
            attain_i_relation_order(apart, work->tolerance) > 0) {
            attain_i_relation_find(work, of, period, u, work->over[u],
                                   work->under[u], (double)NAN);
        }
    }
}

void attain_i_quality_parts(attain_i_quality_work *work) {
    each_own(work, look_at_parts);
}
