/* Who counts: the units that a metric is about (method §2, rulings A1, A113).
 */
#include "evaluate/work.h"

#include <math.h>
#include <string.h>

static int has_tag(const attain_i_unit *unit, int32_t tag) {
    for (int32_t i = 0; i < unit->tag_count; i++)
        if (unit->tags[i] == tag)
            return 1;
    return 0;
}

static int has_stage(const attain_i_metric_use *use,
                     const attain_i_unit *unit) {
    for (size_t s = 0; s < use->lists->stage_count; s++)
        if (unit->stage >= 0 && unit->stage == use->stages[s])
            return 1;
    return use->lists->stage_count == 0;
}

/* Only what is known leaves a unit out (rulings A113). */
static int left_out(const attain_i_work *work, const attain_i_metric_use *use,
                    int32_t unit, int32_t period) {
    int64_t at = attain_i_window(work, period);
    for (size_t c = 0; c < use->lists->condition_count && at >= 0; c++) {
        const attain_i_condition *condition = &use->lists->conditions[c];
        const attain_i_condition_use *here = &use->conditions[c];
        if (condition->tag != NULL &&
            !has_tag(&work->data->units[unit], here->tag))
            continue;
        double value =
            here->variable < 0
                ? NAN
                : work->variables[(size_t)here->variable * work->window +
                                  (size_t)at]
                      .values[unit];
        if (!isnan(value) && !attain_i_condition_holds(condition, value))
            return 1;
    }
    return 0;
}

int attain_i_metric_selects(const attain_i_metric_use *use) {
    const attain_i_metric_lists *lists = use->lists;
    return lists->stage_count + lists->tag_count + lists->without_count +
               lists->condition_count >
           0;
}

int attain_i_metric_matches(const attain_i_work *work,
                            const attain_i_metric_use *use, int32_t unit,
                            int32_t period) {
    const attain_i_unit *row = &work->data->units[unit];
    int matches = has_stage(use, row);
    for (size_t t = 0; t < use->lists->tag_count && matches; t++)
        matches = has_tag(row, use->tags[t]);
    for (size_t t = 0; t < use->lists->without_count && matches; t++)
        matches = !has_tag(row, use->without[t]);
    return matches && !left_out(work, use, unit, period);
}

int attain_i_metric_counts(const attain_i_work *work,
                           const attain_i_metric_use *use, int32_t unit,
                           int32_t period) {
    return attain_i_unit_counts(&work->data->units[unit], period) &&
           attain_i_metric_matches(work, use, unit, period);
}

int attain_i_metric_applies(const attain_i_work *work,
                            const attain_i_metric_use *use, int32_t unit,
                            int32_t period) {
    int own = use->metric->across == ATTAIN_ACROSS_NONE ||
              work->forest.levels[unit] == use->level;
    return !own || attain_i_metric_matches(work, use, unit, period);
}

attain_status attain_i_metric_conditions(attain_i_work *work) {
    for (size_t m = 0; m < work->plan->metric_count; m++) {
        const attain_i_metric_use *use = &work->uses[m];
        for (size_t c = 0; use->needed && c < use->lists->condition_count;
             c++) {
            int32_t variable = use->conditions[c].variable;
            for (size_t w = 0; variable >= 0 && w < work->window; w++)
                if (attain_i_variable(work, variable,
                                      work->window_first + (int32_t)w) == NULL)
                    return ATTAIN_ERR_MEMORY;
        }
    }
    return ATTAIN_OK;
}
