/* What is missing, item by item and in total (method §11, A120). */
#include <math.h>

#include "improve/need.h"
#include "numeric/sum.h"

/* The items of one target, and room to sum them up. */
typedef struct listing {
    attain_i_asking *asking;
    int32_t *in_order; /* units in pre-order of the forest */
    int64_t *row_of;   /* row of the answer of each unit's item; −1: none */
    size_t *starts;    /* items before each position */
    int64_t *rows;     /* rows of the items, in pre-order */
    double *values;    /* scratch */
    size_t units;
} listing;

/* --- Items -------------------------------------------------------------- */

static int list_item(void *user, int32_t node, size_t i) {
    listing *to = user;
    attain_answer *answer = to->asking->answer;
    uint8_t verdict = to->asking->block.verdict[i];
    int32_t unit = to->asking->block.units[i];
    attain_i_need need;
    if (verdict != ATTAIN_VERDICT_NOT_MET && verdict != ATTAIN_VERDICT_UNKNOWN)
        return 1;
    int64_t row = attain_i_answer_add(answer, ATTAIN_ANSWER_ITEM, node, unit);
    if (row < 0)
        return 0;
    attain_i_need_standard(to->asking, i, &need);
    attain_i_need_put(answer, row, &need);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_ITEMS,
                        verdict == ATTAIN_VERDICT_NOT_MET);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_UNKNOWN,
                        verdict == ATTAIN_VERDICT_UNKNOWN);
    to->row_of[unit] = row;
    return 1;
}

/* --- Totals ------------------------------------------------------------- */

/* The sum of a field over items; of amounts only of one sign: what one unit
 * has too much of is not there for another. NaN where none is known. */
static double sum_of(const listing *to, size_t first, size_t end, int32_t field,
                     int negative) {
    size_t known = 0;
    for (size_t i = first; i < end; i++) {
        double value =
            attain_i_answer_get(to->asking->answer, to->rows[i], field);
        if (!isnan(value) && (negative ? value < 0 : value >= 0))
            to->values[known++] = value;
    }
    return known == 0 ? (double)NAN : attain_i_sum(to->values, known);
}

static double signed_sum(const listing *to, size_t first, size_t end,
                         int32_t field) {
    double more = sum_of(to, first, end, field, 0);
    double less = sum_of(to, first, end, field, 1);
    return more > 0 || isnan(less) ? more : less;
}

static int list_total(const listing *to, int32_t node, int32_t unit,
                      size_t first, size_t end) {
    static const int32_t sums[] = {
        ATTAIN_ANSWER_FIELD_AMOUNT, ATTAIN_ANSWER_FIELD_WHOLE,
        ATTAIN_ANSWER_FIELD_COST, ATTAIN_ANSWER_FIELD_ITEMS,
        ATTAIN_ANSWER_FIELD_UNKNOWN};
    attain_answer *answer = to->asking->answer;
    const attain_i_judging *judging = &to->asking->judging;
    int64_t row = attain_i_answer_add(answer, ATTAIN_ANSWER_TOTAL, node, unit);
    if (row < 0)
        return 0;
    for (size_t f = 0; f < sizeof sums / sizeof *sums; f++)
        attain_i_answer_put(answer, row, sums[f],
                            signed_sum(to, first, end, sums[f]));
    /* Percentages are not added (rulings A23). */
    if (judging->use->lists->denominator_count == 0)
        attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_GAP,
                            sum_of(to, first, end, ATTAIN_ANSWER_FIELD_GAP, 0));
    int32_t variable = attain_i_need_variable(judging->use);
    if (variable >= 0)
        attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_VARIABLE,
                            variable);
    return 1;
}

/* The units below a unit stand together in pre-order. */
static int list_totals(const listing *to, int32_t node) {
    const attain_i_forest *forest = &to->asking->work.forest;
    size_t count = 0;
    for (size_t p = 0; p < to->units; p++) {
        to->starts[p] = count;
        if (to->row_of[to->in_order[p]] >= 0)
            to->rows[count++] = to->row_of[to->in_order[p]];
    }
    to->starts[to->units] = count;
    for (size_t u = 0; u < to->units && count > 0; u++) {
        size_t first = to->starts[forest->position[u] + 1];
        size_t end = to->starts[forest->last[u]];
        if (first < end && !list_total(to, node, (int32_t)u, first, end))
            return 0;
    }
    return 1;
}

/* --- The question ------------------------------------------------------- */

static int take_room(listing *to) {
    const attain_allocator *allocator = to->asking->allocator;
    size_t n = to->units;
    to->in_order = attain_i_allocate(allocator, n, sizeof *to->in_order);
    to->row_of = attain_i_allocate(allocator, n, sizeof *to->row_of);
    to->starts = attain_i_allocate(allocator, n + 1, sizeof *to->starts);
    to->rows = attain_i_allocate(allocator, n, sizeof *to->rows);
    to->values = attain_i_allocate(allocator, n, sizeof *to->values);
    if (to->in_order == NULL || to->row_of == NULL || to->starts == NULL ||
        to->rows == NULL || to->values == NULL)
        return 0;
    for (size_t u = 0; u < n; u++)
        to->in_order[to->asking->work.forest.position[u]] = (int32_t)u;
    return 1;
}

static void give_room_back(listing *to) {
    const attain_allocator *allocator = to->asking->allocator;
    size_t n = to->units;
    attain_i_release(allocator, to->in_order, n, sizeof *to->in_order);
    attain_i_release(allocator, to->row_of, n, sizeof *to->row_of);
    attain_i_release(allocator, to->starts, n + 1, sizeof *to->starts);
    attain_i_release(allocator, to->rows, n, sizeof *to->rows);
    attain_i_release(allocator, to->values, n, sizeof *to->values);
}

static int list_target(listing *to, int32_t node) {
    for (size_t u = 0; u < to->units; u++)
        to->row_of[u] = -1;
    attain_i_asking_target(to->asking, node);
    return attain_i_asking_items(to->asking, node, list_item, to) &&
           list_totals(to, node);
}

static attain_status list_all(attain_i_asking *asking) {
    listing to = {
        asking, NULL, NULL, NULL, NULL, NULL, asking->data->unit_count};
    int ok = take_room(&to);
    for (int32_t n = asking->first_node; ok && n < asking->end_node; n++) {
        const attain_i_node *node = &asking->ev->nodes[n];
        if (node->kind == ATTAIN_KIND_TARGET &&
            node->comparator != ATTAIN_COMPARATOR_NONE)
            ok = list_target(&to, n);
    }
    give_room_back(&to);
    return ok ? ATTAIN_OK : ATTAIN_ERR_MEMORY;
}

attain_status attain_find_gaps(const attain_evaluation *ev,
                               const attain_plan *plan,
                               const attain_dataset *data,
                               const attain_answer_options *options,
                               attain_answer **out, attain_error *err) {
    attain_i_asking asking;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    attain_status status = attain_i_asking_begin(&asking, ATTAIN_QUESTION_GAPS,
                                                 ev, plan, data, options, err);
    if (status == ATTAIN_OK)
        status = list_all(&asking);
    return attain_i_asking_end(&asking, status, out, err);
}
