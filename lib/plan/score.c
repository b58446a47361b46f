#include "plan/score.h"

#include <math.h>

#include "plan/target_method.h"

/* Lower and upper limit of a band, as it is judged (rulings A59). */
static void band_limits(const attain_target *target, double *low,
                        double *high) {
    if (target->comparator == ATTAIN_COMPARATOR_BETWEEN) {
        *low = target->value;
        *high = target->upper;
    } else {
        *low = target->value - target->tolerance;
        *high = target->value + target->tolerance;
    }
}

int attain_i_is_band(const attain_target *target) {
    return target->comparator == ATTAIN_COMPARATOR_BETWEEN ||
           target->comparator == ATTAIN_COMPARATOR_ABOUT;
}

int attain_i_has_baseline(const attain_target *target) {
    return target->baseline_period != ATTAIN_PERIOD_NONE;
}

int attain_i_is_since_baseline(const attain_target *target) {
    return target->series == ATTAIN_SERIES_SINCE_BASELINE ||
           target->series == ATTAIN_SERIES_GROWTH_SINCE_BASELINE;
}

static int is_judged(const attain_target *target) {
    return target->comparator != ATTAIN_COMPARATOR_NONE;
}

/* Each of these says what a score lacks: NULL when it can be computed, else a
 * sentence, with the column to look at and the kind of fault. */

static const char *ratio_lacks(const attain_target *target, const char **field,
                               attain_status *code) {
    double low, high;
    if (!attain_i_is_band(target))
        return NULL;
    *field = isnan(target->outer_low) ? "outer_low" : "outer_high";
    *code = ATTAIN_ERR_MISSING;
    if (isnan(target->outer_low) || isnan(target->outer_high)) {
        return "the ratio of a band needs outer_low and outer_high, where "
               "attainment reaches 0; give both, or another score";
    }
    band_limits(target, &low, &high);
    *field = target->outer_low < low ? "outer_high" : "outer_low";
    *code = ATTAIN_ERR_VALUE;
    return target->outer_low < low && target->outer_high > high
               ? NULL
               : "outer_low must be below the band, and outer_high above it";
}

static const char *progress_lacks(const attain_target *target,
                                  const char **field, attain_status *code) {
    *field = "score";
    *code = ATTAIN_ERR_VALUE;
    if (target->series != ATTAIN_SERIES_LEVEL &&
        !attain_i_is_since_baseline(target)) {
        return "progress is for the series level and those since the "
               "baseline; give another score";
    }
    *field = "baseline_period";
    *code = ATTAIN_ERR_MISSING;
    return attain_i_has_baseline(target)
               ? NULL
               : "progress needs a baseline; give baseline_period (and "
                 "baseline), or another score";
}

static const char *efficacy_lacks(const attain_target *target,
                                  const char **field, attain_status *code) {
    *field = isnan(target->bad) ? "bad" : "good";
    *code = ATTAIN_ERR_MISSING;
    if (isnan(target->bad) || isnan(target->good)) {
        return "efficacy needs bad and good, the values worth 0.6 and 1; give "
               "both";
    }
    *code = ATTAIN_ERR_VALUE;
    return target->bad != target->good ? NULL
                                       : "bad and good must not be equal";
}

static const char *steps_lack(const attain_target *target, const char **field,
                              attain_status *code) {
    *field = "steps";
    *code = ATTAIN_ERR_MISSING;
    return target->step_count > 0
               ? NULL
               : "steps is empty; give lower bounds and points such as "
                 "0:0;60:0.6;90:1";
}

const char *attain_i_score_lacks(const attain_target *target, int32_t score,
                                 const char **field, attain_status *code) {
    if (score >= ATTAIN_SCORE_MINMAX && score <= ATTAIN_SCORE_PERCENTILE)
        return NULL;
    if (score == ATTAIN_SCORE_EFFICACY)
        return efficacy_lacks(target, field, code);
    if (score == ATTAIN_SCORE_STEPS || score == ATTAIN_SCORE_RANK_STEPS)
        return steps_lack(target, field, code);
    if (score == ATTAIN_SCORE_METHOD)
        return attain_i_target_method_scores(target, field, code);
    if (!is_judged(target)) {
        *field = "score";
        *code = ATTAIN_ERR_VALUE;
        return "the comparator none judges nothing; give a comparator, or "
               "the score efficacy, steps, method or one against peers";
    }
    if (score == ATTAIN_SCORE_RATIO)
        return ratio_lacks(target, field, code);
    return score == ATTAIN_SCORE_PROGRESS ? progress_lacks(target, field, code)
                                          : NULL;
}

int32_t attain_i_target_score(const attain_plan *plan,
                              const attain_target *target) {
    const int32_t order[] = {target->score, plan->info.score,
                             ATTAIN_SCORE_PROGRESS, ATTAIN_SCORE_RATIO,
                             ATTAIN_SCORE_PASS};
    for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
        const char *field;
        attain_status code;
        if (order[i] != ATTAIN_SCORE_DEFAULT &&
            attain_i_score_lacks(target, order[i], &field, &code) == NULL)
            return order[i];
    }
    return ATTAIN_SCORE_DEFAULT;
}
