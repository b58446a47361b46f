#include "plan/check_target.h"

#include <float.h>
#include <math.h>

#include "plan/row.h"
#include "plan/score.h"
#include "plan/target_method.h"

static const char *id_of(const attain_target *target) {
    return target->id != NULL ? target->id : "";
}

static void report_value(const attain_target *target, int64_t row,
                         attain_i_reporter *reporter) {
    if (target->comparator == ATTAIN_COMPARATOR_NONE) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "targets", row,
                              "value",
                              "target \"%s\" has a value but the comparator "
                              "none; remove the value, or choose a comparator",
                              id_of(target));
    } else {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "targets", row,
                              "value",
                              "target \"%s\" has no value; give the limit, or "
                              "the comparator none",
                              id_of(target));
    }
}

static void check_upper(const attain_target *target, int64_t row,
                        attain_i_reporter *reporter) {
    char value[ATTAIN_I_SHORT_TEXT], upper[ATTAIN_I_SHORT_TEXT];
    if (target->comparator != ATTAIN_COMPARATOR_BETWEEN) {
        if (!isnan(target->upper)) {
            attain_i_report_idle(reporter, "targets", row, "upper",
                                 id_of(target),
                                 "it is for the comparator between alone");
        }
    } else if (isnan(target->upper)) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "targets", row,
                              "upper",
                              "target \"%s\" is between, but has no upper; "
                              "give the upper limit",
                              id_of(target));
    } else if (target->upper < target->value) {
        attain_i_report_error(
            reporter, ATTAIN_ERR_VALUE, "targets", row, "upper",
            "upper %s of \"%s\" is below its value %s; swap them",
            attain_i_number_text(target->upper, upper), id_of(target),
            attain_i_number_text(target->value, value));
    }
}

static void check_tolerance(const attain_target *target, int64_t row,
                            attain_i_reporter *reporter) {
    int is_about = target->comparator == ATTAIN_COMPARATOR_ABOUT;
    if (is_about && isnan(target->tolerance)) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "targets", row,
                              "tolerance",
                              "target \"%s\" is about, but has no tolerance; "
                              "say how far off is still met",
                              id_of(target));
    } else if (!is_about && !isnan(target->tolerance)) {
        attain_i_report_idle(reporter, "targets", row, "tolerance",
                             id_of(target),
                             "it is for the comparator about alone");
    }
}

void attain_i_check_target_limit(const attain_target *target, int64_t row,
                                 attain_i_reporter *reporter) {
    int is_none = target->comparator == ATTAIN_COMPARATOR_NONE;
    if (is_none != (isnan(target->value) != 0))
        report_value(target, row, reporter);
    check_upper(target, row, reporter);
    check_tolerance(target, row, reporter);
    if (is_none && target->veto == 1) {
        attain_i_report_idle(reporter, "targets", row, "veto", id_of(target),
                             "the comparator none is never met or not met");
    }
    if (target->bonus > 0 && target->veto == 1) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "targets", row,
                              "bonus",
                              "target \"%s\" is a bonus and a veto; what may "
                              "only add points cannot cap a grade",
                              id_of(target));
    }
}

/* A period that has been given and is one of the plan's frequency. */
static int is_usable(const attain_plan *plan, int32_t period) {
    return period != ATTAIN_PERIOD_NONE &&
           attain_period_frequency(period) ==
               attain_period_frequency(plan->info.first_period);
}

static void check_due(const attain_plan *plan, const attain_target *target,
                      int64_t row, attain_i_reporter *reporter) {
    char due[ATTAIN_I_SHORT_TEXT], other[ATTAIN_I_SHORT_TEXT];
    int32_t period = target->due != ATTAIN_PERIOD_NONE ? target->due
                                                       : plan->info.last_period;
    if (!is_usable(plan, period))
        return;
    if (period < plan->info.first_period) {
        attain_i_report_error(
            reporter, ATTAIN_ERR_VALUE, "targets", row, "due",
            "due %s of \"%s\" is before the plan's first_period %s",
            attain_i_period_text(period, due), id_of(target),
            attain_i_period_text(plan->info.first_period, other));
    } else if (is_usable(plan, target->baseline_period) &&
               target->baseline_period >= period) {
        attain_i_report_error(
            reporter, ATTAIN_ERR_VALUE, "targets", row, "baseline_period",
            "baseline_period %s of \"%s\" is not before its due period %s",
            attain_i_period_text(target->baseline_period, other), id_of(target),
            attain_i_period_text(period, due));
    }
}

/* Rulings A11, A108. */
static void check_baseline(const attain_target *target, int64_t row,
                           attain_i_reporter *reporter) {
    int has_period = attain_i_has_baseline(target);
    int has_value = !isnan(target->baseline);
    char text[ATTAIN_I_SHORT_TEXT];
    if (target->series == ATTAIN_SERIES_CUMULATIVE &&
        (has_value || has_period)) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "targets", row,
                              has_value ? "baseline" : "baseline_period",
                              "target \"%s\" is cumulative and starts from 0; "
                              "remove its baseline",
                              id_of(target));
    } else if (has_value && !has_period) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "targets", row,
                              "baseline_period",
                              "target \"%s\" has a baseline without its "
                              "period; give baseline_period",
                              id_of(target));
    } else if (attain_i_is_since_baseline(target) && !has_period) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "targets", row,
                              "baseline_period",
                              "target \"%s\" is measured from its baseline; "
                              "give baseline_period (and baseline, if it is "
                              "not in the data)",
                              id_of(target));
    } else if (target->series == ATTAIN_SERIES_GROWTH_SINCE_BASELINE &&
               target->baseline <= 0) {
        attain_i_report_warning(
            reporter, ATTAIN_ERR_VALUE, "targets", row, "baseline",
            "baseline %s of \"%s\" is not above 0, so growth since then is "
            "unknown",
            attain_i_number_text(target->baseline, text), id_of(target));
    }
}

void attain_i_check_target_periods(const attain_plan *plan,
                                   const attain_target *target, int64_t row,
                                   attain_i_reporter *reporter) {
    check_due(plan, target, row, reporter);
    check_baseline(target, row, reporter);
}

static int is_finite(double number) {
    return number >= -DBL_MAX && number <= DBL_MAX;
}

void attain_i_check_target_steps(const attain_target *target, int64_t row,
                                 attain_i_reporter *reporter) {
    const double *steps = target->steps;
    char first[ATTAIN_I_SHORT_TEXT], second[ATTAIN_I_SHORT_TEXT];
    if (target->step_count > 0 &&
        (steps == NULL || target->step_count > SIZE_MAX / 2 / sizeof(*steps))) {
        attain_i_report_error(reporter, ATTAIN_ERR_ARGUMENT, "targets", row,
                              "steps",
                              "target \"%s\" says it has %zu steps, which "
                              "cannot be read",
                              id_of(target), target->step_count);
        return;
    }
    for (size_t i = 0; i < target->step_count; i++) {
        double bound = steps[2 * i], points = steps[2 * i + 1];
        if (!is_finite(bound) || !(points >= 0 && points <= 1)) {
            attain_i_report_error(
                reporter, ATTAIN_ERR_VALUE, "targets", row, "steps",
                "step %s:%s of \"%s\" is out of range; the bound must be "
                "finite and the points 0 to 1",
                attain_i_number_text(bound, first),
                attain_i_number_text(points, second), id_of(target));
        } else if (i > 0 && !(steps[2 * i - 2] < bound)) {
            attain_i_report_error(
                reporter, ATTAIN_ERR_VALUE, "targets", row, "steps",
                "the bounds of the steps of \"%s\" do not rise from %s to %s; "
                "write them in rising order, each once",
                id_of(target), attain_i_number_text(steps[2 * i - 2], first),
                attain_i_number_text(bound, second));
        }
    }
}

/* Rulings A98: cells that the score in use does not read. */
static void warn_of_idle(const attain_target *target, int32_t score,
                         int64_t row, attain_i_reporter *reporter) {
    const char *id = id_of(target);
    if (score != ATTAIN_SCORE_EFFICACY) {
        static const char reason[] = "the score in use is not efficacy";
        if (!isnan(target->bad) &&
            !attain_i_target_method_reads(target, ATTAIN_I_FROM_BAD))
            attain_i_report_idle(reporter, "targets", row, "bad", id, reason);
        if (!isnan(target->good) &&
            !attain_i_target_method_reads(target, ATTAIN_I_FROM_GOOD))
            attain_i_report_idle(reporter, "targets", row, "good", id, reason);
        if (target->open == 1)
            attain_i_report_idle(reporter, "targets", row, "open", id, reason);
    }
    if (score != ATTAIN_SCORE_STEPS && score != ATTAIN_SCORE_RANK_STEPS &&
        target->step_count > 0) {
        attain_i_report_idle(reporter, "targets", row, "steps", id,
                             "the score in use is not steps or rank_steps");
    }
}

/* Outer limits may stand with any score, but only a band has them. */
static void check_outer(const attain_target *target, int64_t row,
                        attain_i_reporter *reporter) {
    int has_low = !isnan(target->outer_low);
    int has_high = !isnan(target->outer_high);
    const char *field = has_low ? "outer_low" : "outer_high";
    const char *lacks;
    attain_status code;
    if (!has_low && !has_high)
        return;
    if (!attain_i_is_band(target)) {
        attain_i_report_idle(reporter, "targets", row, field, id_of(target),
                             "outer limits are for between and about");
        return;
    }
    if (!has_low || !has_high) {
        attain_i_report_idle(reporter, "targets", row, field, id_of(target),
                             "the other outer limit is missing");
        return;
    }
    lacks = attain_i_score_lacks(target, ATTAIN_SCORE_RATIO, &field, &code);
    if (lacks != NULL) {
        attain_i_report_error(reporter, code, "targets", row, field,
                              "target \"%s\": %s", id_of(target), lacks);
    }
}

void attain_i_check_target_score(const attain_plan *plan,
                                 const attain_target *target, int64_t row,
                                 attain_i_reporter *reporter) {
    const char *field, *lacks = NULL;
    attain_status code;
    if (target->score != ATTAIN_SCORE_DEFAULT)
        lacks = attain_i_score_lacks(target, target->score, &field, &code);
    if (lacks != NULL) {
        attain_i_report_error(reporter, code, "targets", row, field,
                              "target \"%s\": %s", id_of(target), lacks);
        return;
    }
    check_outer(target, row, reporter);
    warn_of_idle(target, attain_i_target_score(plan, target), row, reporter);
}
