/* The order in which metrics can be computed: depth first, without recursion
 * and without memory of its own, for attain_i_plan_metric_order() cannot fail.
 * While it walks, `order` holds for each metric
 *
 *     UNSEEN            not met yet
 *     2 (p + 1)         on the way, met from metric p (−1: from none)
 *     2 (q + 1) + 1     done; q was the next to be done (−1: none yet)
 *
 * (after Schorr and Waite, CACM 10 (1967) 501: the way back is written where
 * the marks are). Rows are below 2^30, so the numbers fit. */
#include <string.h>

#include "plan/check.h"

enum { UNSEEN = -1 };

typedef struct walk {
    const attain_plan *plan;
    attain_i_reporter *reporter; /* NULL: rings are not told */
    int32_t *order;
    int32_t first_done, last_done; /* −1: none */
} walk;

static const attain_i_part *part_at(const attain_i_metric_lists *lists,
                                    size_t i) {
    return i < lists->numerator_count
               ? &lists->numerator[i]
               : &lists->denominator[i - lists->numerator_count];
}

static int32_t origin(const walk *state, int32_t metric) {
    return state->order[metric] / 2 - 1;
}

static int is_on_way(const walk *state, int32_t metric) {
    return state->order[metric] != UNSEEN && state->order[metric] % 2 == 0;
}

static void finish(walk *state, int32_t metric) {
    state->order[metric] = 1;
    if (state->last_done >= 0)
        state->order[state->last_done] = 2 * (metric + 1) + 1;
    else
        state->first_done = metric;
    state->last_done = metric;
}

/* `metric` names `member`, from which the way led to it. */
static void report_ring(const walk *state, int32_t metric, int32_t member) {
    const char *last[ATTAIN_I_RING_SHOWN], *names[ATTAIN_I_RING_SHOWN];
    char text[ATTAIN_I_RING_TEXT];
    size_t total = 1, shown;
    for (int32_t m = metric; m != member; m = origin(state, m))
        total++;
    shown = total < ATTAIN_I_RING_SHOWN ? total : ATTAIN_I_RING_SHOWN;
    for (int32_t i = 0, m = metric; i < (int32_t)shown; i++) {
        last[i] = state->plan->metrics[m].id;
        m = origin(state, m);
    }
    for (size_t i = 0; i < shown; i++)
        names[i] = last[shown - 1 - i];
    attain_i_report_error(state->reporter, ATTAIN_ERR_CYCLE, "metrics", metric,
                          "numerator",
                          "metrics are made of each other in a ring: %s; make "
                          "one of them of variables",
                          attain_i_ring_text(text, names, shown, total));
}

/* The next metric that `metric` is made of and that was not met, after the
 * part that names `after` (−1: from the first part on); −1 if there is none. */
static int32_t next_part(const walk *state, int32_t metric, int32_t after) {
    const attain_plan *plan = state->plan;
    const attain_i_metric_lists *lists = &plan->lists[metric];
    size_t count = lists->numerator_count + lists->denominator_count;
    for (size_t i = 0; i < count; i++) {
        const attain_i_part *part = part_at(lists, i);
        int32_t row;
        if (!part->is_metric)
            continue;
        if (after >= 0) {
            if (strcmp(part->name, plan->metrics[after].id) == 0)
                after = -1;
            continue;
        }
        row = attain_plan_find(plan, ATTAIN_PLAN_METRICS, part->name,
                               ATTAIN_NUL_TERMINATED);
        if (row >= 0 && state->order[row] == UNSEEN)
            return row;
        if (row >= 0 && state->reporter != NULL && is_on_way(state, row))
            report_ring(state, metric, row);
    }
    return -1;
}

static void visit(walk *state, int32_t start) {
    int32_t metric = start, after = -1;
    state->order[start] = 0;
    while (metric >= 0) {
        int32_t part = next_part(state, metric, after);
        if (part >= 0) {
            state->order[part] = 2 * (metric + 1);
            metric = part;
            after = -1;
        } else {
            after = metric;
            metric = origin(state, metric);
            finish(state, after);
        }
    }
}

static void walk_all(walk *state) {
    size_t count = state->plan->metric_count;
    state->first_done = -1;
    state->last_done = -1;
    for (size_t m = 0; m < count; m++)
        state->order[m] = UNSEEN;
    for (size_t m = 0; m < count; m++)
        if (state->order[m] == UNSEEN)
            visit(state, (int32_t)m);
}

void attain_i_check_rings(const attain_plan *plan, int32_t *order,
                          attain_i_reporter *reporter) {
    walk state = {plan, reporter, order, -1, -1};
    walk_all(&state);
}

/* Turns place[metric] into metric[place], along its cycles; what is done is
 * marked by its complement. */
static void invert(int32_t *order, size_t count) {
    for (size_t start = 0; start < count; start++) {
        int32_t metric = (int32_t)start;
        int32_t place = order[start];
        if (place < 0)
            continue;
        do {
            int32_t next = order[place];
            order[place] = ~metric;
            metric = place;
            place = next;
        } while (metric != (int32_t)start);
    }
    for (size_t i = 0; i < count; i++)
        order[i] = ~order[i];
}

void attain_i_plan_metric_order(const attain_plan *plan, int32_t *order) {
    walk state = {plan, NULL, order, -1, -1};
    int32_t place = 0;
    walk_all(&state);
    for (int32_t m = state.first_done; m >= 0;) {
        int32_t next = origin(&state, m);
        order[m] = place++;
        m = next;
    }
    invert(order, plan->metric_count);
}
