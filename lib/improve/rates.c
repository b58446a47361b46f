/* The rate that is now required (method §11, A123). */
#include <math.h>

#include "base/decimal.h"
#include "improve/need.h"
#include "numeric/math.h"

/* Growth a period from `from` to `to`; none unless both are above 0. */
static double growth(double from, double to, double periods) {
    return from > 0 && to > 0 ? attain_i_pow(to / from, 1 / periods) - 1
                              : (double)NAN;
}

/* The mean a period since the start: of the level from the baseline on; of a
 * sum since the plan began. */
static double so_far(const attain_i_asking *asking, size_t i, double x) {
    const attain_i_judging *judging = &asking->judging;
    int cumulative = judging->target->series == ATTAIN_SERIES_CUMULATIVE;
    int level = judging->target->series == ATTAIN_SERIES_LEVEL;
    double from = level ? asking->block.baseline[i] : 0;
    int32_t since = cumulative ? judging->first - 1 : judging->base;
    if (since == ATTAIN_PERIOD_NONE || since >= judging->judged)
        return NAN;
    return attain_i_decimal_subtract(x, from) /
           (double)(judging->judged - since);
}

static int32_t obstacle_of(const attain_i_asking *asking,
                           const attain_i_need *need) {
    const attain_i_judging *judging = &asking->judging;
    int32_t series = judging->target->series;
    if (series == ATTAIN_SERIES_CHANGE || series == ATTAIN_SERIES_GROWTH)
        return ATTAIN_OBSTACLE_SERIES;
    if (judging->due <= asking->ev->as_of ||
        need->obstacle == ATTAIN_OBSTACLE_PAST)
        return ATTAIN_OBSTACLE_PAST;
    return isnan(need->x) ? ATTAIN_OBSTACLE_UNKNOWN : ATTAIN_OBSTACLE_NONE;
}

static void put_rates(attain_i_asking *asking, size_t i,
                      const attain_i_need *need, int64_t row) {
    const attain_i_judging *judging = &asking->judging;
    attain_answer *answer = asking->answer;
    int32_t series = judging->target->series;
    int32_t left = judging->due - asking->ev->as_of;
    double way = attain_i_decimal_subtract(need->limit, need->x);
    double b = asking->block.baseline[i];
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_RATE_SO_FAR,
                        so_far(asking, i, need->x));
    if (need->gap == 0)
        way = 0;
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_RATE, way / left);
    if (way == 0)
        attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_GROWTH, 0);
    else if (series == ATTAIN_SERIES_LEVEL)
        attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_GROWTH,
                            growth(need->x, need->limit, left));
    else if (series == ATTAIN_SERIES_SINCE_BASELINE)
        attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_GROWTH,
                            growth(b + need->x, b + need->limit, left));
    else if (series == ATTAIN_SERIES_GROWTH_SINCE_BASELINE)
        attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_GROWTH,
                            growth(1 + need->x, 1 + need->limit, left));
}

static int put_item(void *user, int32_t node, size_t i) {
    attain_i_asking *asking = user;
    attain_answer *answer = asking->answer;
    int32_t left = asking->judging.due - asking->ev->as_of;
    attain_i_need need;
    int64_t row = attain_i_answer_add(answer, ATTAIN_ANSWER_ITEM, node,
                                      asking->block.units[i]);
    if (row < 0)
        return 0;
    attain_i_need_standard(asking, i, &need);
    int32_t obstacle = obstacle_of(asking, &need);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_OBSTACLE, obstacle);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_VALUE, need.x);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_LIMIT, need.limit);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_GAP, need.gap);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_RELATIVE,
                        need.relative);
    attain_i_answer_put(answer, row, ATTAIN_ANSWER_FIELD_PERIODS,
                        left > 0 ? left : 0);
    if (obstacle == ATTAIN_OBSTACLE_NONE)
        put_rates(asking, i, &need, row);
    return 1;
}

static int put_target(attain_i_asking *asking, int32_t node) {
    attain_i_asking_target(asking, node);
    return attain_i_asking_items(asking, node, put_item, asking);
}

attain_status attain_find_rates(const attain_evaluation *ev,
                                const attain_plan *plan,
                                const attain_dataset *data,
                                const attain_answer_options *options,
                                attain_answer **out, attain_error *err) {
    attain_i_asking asking;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    attain_status status = attain_i_asking_begin(&asking, ATTAIN_QUESTION_RATES,
                                                 ev, plan, data, options, err);
    for (int32_t n = asking.first_node;
         status == ATTAIN_OK && n < asking.end_node; n++) {
        const attain_i_node *node = &ev->nodes[n];
        if (node->kind == ATTAIN_KIND_TARGET &&
            node->comparator != ATTAIN_COMPARATOR_NONE &&
            !put_target(&asking, n))
            status = ATTAIN_ERR_MEMORY;
    }
    return attain_i_asking_end(&asking, status, out, err);
}
