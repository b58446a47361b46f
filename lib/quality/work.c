/* The data made ready for checks: columns in order, periods, peers. */
#include "quality/work.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "numeric/sort.h"

/* --- Order of texts --------------------------------------------------------
 */

static const char *text_at(const void *texts, size_t stride, int32_t at) {
    const char *text;
    memcpy(&text, (const char *)texts + stride * (size_t)at, sizeof text);
    return text == NULL ? "" : text;
}

/* Merges the sorted halves from[low … middle) and from[middle … high). */
static void merge(const void *texts, size_t stride, const int32_t *from,
                  size_t low, size_t middle, size_t high, int32_t *to) {
    size_t a = low, b = middle;
    for (size_t i = low; i < high; i++) {
        int left = b >= high ||
                   (a < middle && strcmp(text_at(texts, stride, from[a]),
                                         text_at(texts, stride, from[b])) <= 0);
        to[i] = left ? from[a++] : from[b++];
    }
}

int attain_i_quality_order(const attain_allocator *allocator, const void *texts,
                           size_t stride, size_t count, int32_t *order) {
    int32_t *other = attain_i_allocate(allocator, count, sizeof *other);
    if (other == NULL)
        return 0;
    for (size_t i = 0; i < count; i++)
        order[i] = (int32_t)i;
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t low = 0; low < count; low += 2 * width) {
            size_t middle = low + width < count ? low + width : count;
            size_t high = middle + width < count ? middle + width : count;
            merge(texts, stride, order, low, middle, high, other);
        }
        memcpy(order, other, count * sizeof *order);
    }
    attain_i_release(allocator, other, count, sizeof *other);
    return 1;
}

/* Places of rows in the order of their ids. */
static int rank(const attain_allocator *allocator, const void *texts,
                size_t stride, size_t count, int32_t *out) {
    int32_t *order = attain_i_allocate(allocator, count, sizeof *order);
    int done = order != NULL &&
               attain_i_quality_order(allocator, texts, stride, count, order);
    for (size_t i = 0; done && i < count; i++)
        out[order[i]] = (int32_t)i;
    attain_i_release(allocator, order, count, sizeof *order);
    return done;
}

/* --- Columns and periods ---------------------------------------------------
 */

/* Sorts the columns by variable, group and period. */
static int sort_columns(attain_i_quality_work *work, attain_i_item *items,
                        const int32_t *variables, const int32_t *groups) {
    const attain_dataset *data = work->data;
    size_t count = data->columns.count;
    double width = (double)data->group_count + 1;
    int32_t *first = attain_i_allocate(work->allocator, count, sizeof *first);
    if (first == NULL)
        return 0;
    /* Two turns, the less significant key first; ties keep their order. */
    for (size_t i = 0; i < count; i++)
        items[i] = (attain_i_item){data->columns.columns[i].period, (double)i};
    attain_i_sort(items, count, items + count);
    for (size_t i = 0; i < count; i++)
        first[i] = (int32_t)items[i].tag;
    for (size_t i = 0; i < count; i++) {
        const attain_i_column *column = &data->columns.columns[first[i]];
        int32_t group = column->group < 0 ? 0 : groups[column->group] + 1;
        items[i] = (attain_i_item){(double)variables[column->variable] * width +
                                       (double)group,
                                   (double)i};
    }
    attain_i_sort(items, count, items + count);
    for (size_t i = 0; i < count; i++)
        work->columns[i] = &data->columns.columns[first[(size_t)items[i].tag]];
    attain_i_release(work->allocator, first, count, sizeof *first);
    return 1;
}

static void list_periods(attain_i_quality_work *work, attain_i_item *items) {
    size_t count = work->data->columns.count;
    for (size_t i = 0; i < count; i++)
        items[i] = (attain_i_item){work->data->columns.columns[i].period, 0};
    attain_i_sort(items, count, items + count);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || items[i].key > items[i - 1].key)
            work->periods[work->period_count++] = (int32_t)items[i].key;
}

static void list_runs(attain_i_quality_work *work) {
    const attain_i_column *const *columns = work->columns;
    for (size_t i = 0; i < work->data->columns.count; i++) {
        attain_i_quality_run *last =
            work->run_count > 0 ? &work->runs[work->run_count - 1] : NULL;
        if (last != NULL && last->variable == columns[i]->variable &&
            last->group == columns[i]->group) {
            last->count++;
            continue;
        }
        work->runs[work->run_count++] = (attain_i_quality_run){
            columns + i, 1, columns[i]->variable, columns[i]->group};
    }
}

static int order_columns(attain_i_quality_work *work) {
    const attain_dataset *data = work->data;
    const attain_allocator *allocator = work->allocator;
    size_t count = data->columns.count;
    int32_t *variables =
        attain_i_allocate(allocator, data->variable_count, sizeof *variables);
    int32_t *groups =
        attain_i_allocate(allocator, data->group_count, sizeof *groups);
    attain_i_item *items =
        attain_i_allocate(allocator, count, 2 * sizeof *items);
    int done = variables != NULL && groups != NULL && items != NULL;
    if (done) {
        const void *ids =
            data->variable_count > 0 ? &data->variables[0].id : NULL;
        done = rank(allocator, ids, sizeof *data->variables,
                    data->variable_count, variables) &&
               rank(allocator, data->groups, sizeof *data->groups,
                    data->group_count, groups) &&
               sort_columns(work, items, variables, groups);
    }
    if (done) {
        list_periods(work, items);
        list_runs(work);
    }
    attain_i_release(allocator, variables, data->variable_count,
                     sizeof *variables);
    attain_i_release(allocator, groups, data->group_count, sizeof *groups);
    attain_i_release(allocator, items, count, 2 * sizeof *items);
    return done;
}

/* --- Peers -----------------------------------------------------------------
 */

/* Lists units by level and stage, each list in row order. */
static void list_peers(attain_i_quality_work *work) {
    const attain_dataset *data = work->data;
    attain_i_item *items = work->space;
    double stages = (double)data->word_count + 1;
    for (size_t u = 0; u < data->unit_count; u++) {
        items[u] = (attain_i_item){(double)data->units[u].level * stages +
                                       (double)(data->units[u].stage + 1),
                                   (double)u};
    }
    attain_i_sort(items, data->unit_count, items + data->unit_count);
    for (size_t u = 0; u < data->unit_count; u++) {
        if (u == 0 || items[u].key > items[u - 1].key)
            work->peer_starts[work->peer_count++] = (int32_t)u;
        work->peers[u] = (int32_t)items[u].tag;
    }
    work->peer_starts[work->peer_count] = (int32_t)data->unit_count;
}

/* --- Which rows are about what ----------------------------------------------
 */

static size_t variables_of(const attain_i_quality_work *work) {
    return work->data->variable_count;
}

static size_t metrics_of(const attain_i_quality_work *work) {
    return work->plan != NULL ? work->plan->metric_count : 0;
}

static uint8_t *taken_metric(const attain_i_quality_work *work, int32_t kind,
                             int32_t metric) {
    return work->taken + (size_t)ATTAIN_I_KINDS * variables_of(work) +
           (size_t)kind * metrics_of(work) + (size_t)metric;
}

static uint8_t *taken_variable(const attain_i_quality_work *work, int32_t kind,
                               int32_t variable) {
    return work->taken + (size_t)kind * variables_of(work) + (size_t)variable;
}

static attain_status fail_name(attain_error *err, const char *field, size_t row,
                               const char *id, const char *name) {
    return attain_i_fail(err, ATTAIN_ERR_UNKNOWN, field, (int64_t)row,
                         "check \"%s\" names the %s \"%s\", which is not there",
                         id, field, name);
}

static int32_t find_variable(const attain_i_quality_work *work, const char *id,
                             size_t length) {
    return attain_i_map_find(&work->data->variable_ids, id, length);
}

static attain_status check_names(const attain_i_quality_work *work, size_t row,
                                 attain_error *err) {
    const attain_check *check = &work->checks->rows[row];
    const char *rest = check->parts, *part;
    const char *end = rest == NULL ? NULL : rest + strlen(rest);
    size_t length;
    if (check->variable != NULL &&
        find_variable(work, check->variable, strlen(check->variable)) < 0)
        return fail_name(err, "variable", row, check->id, check->variable);
    if (check->metric != NULL && work->plan != NULL &&
        attain_i_map_find(&work->plan->metric_ids, check->metric,
                          strlen(check->metric)) < 0)
        return fail_name(err, "metric", row, check->id, check->metric);
    while (rest != NULL && attain_i_list_next(&rest, end, &part, &length)) {
        size_t sign = part[0] == '-';
        if (find_variable(work, part + sign, length - sign) < 0) {
            return attain_i_fail(err, ATTAIN_ERR_UNKNOWN, "parts", (int64_t)row,
                                 "check \"%s\" names the variable \"%.*s\", "
                                 "which is not there",
                                 check->id, (int)(length - sign), part + sign);
        }
    }
    return ATTAIN_OK;
}

attain_status attain_i_quality_prepare(attain_i_quality_work *work,
                                       attain_error *err) {
    attain_status status = ATTAIN_OK;
    for (size_t i = 0; i < work->checks->count && status == ATTAIN_OK; i++) {
        const attain_check *check = &work->checks->rows[i];
        status = check_names(work, i, err);
        if (status != ATTAIN_OK)
            break;
        if (check->variable != NULL) {
            *taken_variable(work, check->kind,
                            find_variable(work, check->variable,
                                          strlen(check->variable))) = 1;
        }
        if (check->metric != NULL && work->plan != NULL) {
            *taken_metric(work, check->kind,
                          attain_i_map_find(&work->plan->metric_ids,
                                            check->metric,
                                            strlen(check->metric))) = 1;
        }
    }
    return status;
}

int attain_i_quality_takes(const attain_i_quality_work *work, int32_t variable,
                           int32_t metric) {
    const attain_check *check = work->check;
    if (variable >= 0) {
        return check->variable != NULL
                   ? strcmp(check->variable,
                            work->data->variables[variable].id) == 0
                   : check->metric == NULL &&
                         !*taken_variable(work, check->kind, variable);
    }
    return check->metric != NULL
               ? strcmp(check->metric, work->plan->metrics[metric].id) == 0
               : check->variable == NULL &&
                     !*taken_metric(work, check->kind, metric);
}

/* --- Sums -------------------------------------------------------------------
 */

int attain_i_quality_sum(const attain_i_quality_work *work,
                         const attain_i_part *parts, size_t count,
                         int32_t period, double *out) {
    const attain_dataset *data = work->data;
    size_t units = data->unit_count;
    for (size_t i = 0; i < count; i++) {
        int32_t variable =
            parts[i].is_metric
                ? -1
                : find_variable(work, parts[i].name, strlen(parts[i].name));
        int32_t group =
            parts[i].group == NULL
                ? ATTAIN_GROUP_NONE
                : attain_i_map_find(&data->group_ids, parts[i].group,
                                    strlen(parts[i].group));
        int listed = variable >= 0 && (parts[i].group == NULL || group >= 0);
        const attain_i_column *column =
            listed ? attain_i_dataset_find_column(data, variable, period, group)
                   : NULL;
        if (column == NULL)
            return 0;
        for (size_t u = 0; u < units; u++) {
            double x = parts[i].sign * column->values[u];
            out[u] = i == 0 ? x : attain_i_decimal_add(out[u], x);
        }
    }
    return count > 0;
}

/* --- All of it --------------------------------------------------------------
 */

static size_t taken_size(const attain_i_quality_work *work) {
    return (variables_of(work) + metrics_of(work)) * ATTAIN_I_KINDS;
}

attain_status attain_i_quality_begin(attain_i_quality_work *work) {
    const attain_allocator *allocator = work->allocator;
    size_t units = work->data->unit_count;
    size_t columns = work->data->columns.count;
    work->meets = attain_i_allocate(allocator, units, 1);
    work->columns =
        attain_i_allocate(allocator, columns, sizeof *work->columns);
    work->runs = attain_i_allocate(allocator, columns, sizeof *work->runs);
    work->periods =
        attain_i_allocate(allocator, columns, sizeof *work->periods);
    work->parents = attain_i_allocate(allocator, units, sizeof *work->parents);
    work->peers = attain_i_allocate(allocator, units, sizeof *work->peers);
    work->peer_starts =
        attain_i_allocate(allocator, units + 1, sizeof *work->peer_starts);
    work->levels = attain_i_allocate(allocator, work->data->word_count, 1);
    work->taken = attain_i_allocate_zero(allocator, taken_size(work), 1);
    work->over = attain_i_allocate(allocator, units, sizeof *work->over);
    work->under = attain_i_allocate(allocator, units, sizeof *work->under);
    work->series =
        attain_i_allocate(allocator, columns, 4 * sizeof *work->series);
    work->space =
        attain_i_allocate(allocator, units, 2 * sizeof(attain_i_item));
    if (work->meets == NULL || work->columns == NULL || work->runs == NULL ||
        work->periods == NULL || work->parents == NULL || work->peers == NULL ||
        work->peer_starts == NULL || work->levels == NULL ||
        work->taken == NULL || work->over == NULL || work->under == NULL ||
        work->series == NULL || work->space == NULL || !order_columns(work))
        return ATTAIN_ERR_MEMORY;
    attain_i_dataset_parents(work->data, work->parents);
    list_peers(work);
    return ATTAIN_OK;
}

void attain_i_quality_end(attain_i_quality_work *work) {
    const attain_allocator *allocator = work->allocator;
    size_t units = work->data->unit_count;
    size_t columns = work->data->columns.count;
    attain_i_release(allocator, work->meets, units, 1);
    attain_i_release(allocator, work->columns, columns, sizeof *work->columns);
    attain_i_release(allocator, work->runs, columns, sizeof *work->runs);
    attain_i_release(allocator, work->periods, columns, sizeof *work->periods);
    attain_i_release(allocator, work->parents, units, sizeof *work->parents);
    attain_i_release(allocator, work->peers, units, sizeof *work->peers);
    attain_i_release(allocator, work->peer_starts, units + 1,
                     sizeof *work->peer_starts);
    attain_i_release(allocator, work->levels, work->data->word_count, 1);
    attain_i_release(allocator, work->taken, taken_size(work), 1);
    attain_i_release(allocator, work->over, units, sizeof *work->over);
    attain_i_release(allocator, work->under, units, sizeof *work->under);
    attain_i_release(allocator, work->series, columns,
                     4 * sizeof *work->series);
    attain_i_release(allocator, work->space, units, 2 * sizeof(attain_i_item));
}

int64_t attain_i_quality_mark(attain_i_quality_work *work,
                              const char *const *words, size_t count,
                              uint8_t bit) {
    int64_t marked = 0, lacking = 0;
    for (size_t i = 0; i < count; i++) {
        int32_t word = attain_i_dataset_word(work->data, words[i]);
        if (word < 0) {
            lacking = 1;
        } else if ((work->levels[word] & bit) == 0) {
            work->levels[word] |= bit;
            marked++;
        }
    }
    return lacking ? -1 : marked;
}
