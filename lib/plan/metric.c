#include "attain/plan.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "plan/list.h"
#include "plan/model.h"
#include "plan/row.h"

static const attain_i_field metric_fields[] = {
    ATTAIN_I_TEXT(attain_metric, id, ATTAIN_I_FIELD_ID),
    ATTAIN_I_TEXT(attain_metric, name, ATTAIN_I_FIELD_NAME),
    ATTAIN_I_TEXT(attain_metric, numerator, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_metric, denominator, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_metric, unit, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_metric, level, ATTAIN_I_FIELD_REFERENCE),
    ATTAIN_I_TEXT(attain_metric, stage, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_metric, tags, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_metric, without, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_metric, where, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_NUMBER(attain_metric, factor, -DBL_MAX, DBL_MAX, 1, "finite"),
    ATTAIN_I_NUMBER(attain_metric, min_coverage, 0, 1, 1, "0 to 1"),
    ATTAIN_I_NUMBER(attain_metric, interval, 0.2, 1, 1, "1, 0.5 or 0.2"),
    ATTAIN_I_WORD(attain_metric, direction, attain_i_words_direction),
    ATTAIN_I_WORD(attain_metric, across, attain_i_words_across),
    ATTAIN_I_INTEGER(attain_metric, decimals, ATTAIN_I_FIELD_INTEGER),
    ATTAIN_I_INTEGER(attain_metric, reserved, ATTAIN_I_FIELD_RESERVED),
    ATTAIN_I_FIELDS_END};

const attain_i_form attain_i_form_metric = {"metrics", "metric", metric_fields,
                                            sizeof(attain_metric),
                                            sizeof(attain_metric)};

void attain_metric_init(attain_metric *metric) {
    if (metric != NULL) {
        memset(metric, 0, sizeof(*metric));
        metric->struct_size = sizeof(*metric);
        metric->factor = (double)NAN;
        metric->min_coverage = (double)NAN;
        metric->interval = (double)NAN;
        metric->decimals = ATTAIN_DECIMALS_NONE;
    }
}

static void check_sums(const attain_metric *metric, int64_t row,
                       attain_i_reporter *reporter) {
    const char *id = metric->id != NULL ? metric->id : "";
    int counts = metric->across == ATTAIN_ACROSS_COUNT;
    if (!counts && !attain_i_given(metric->numerator)) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "metrics", row,
                              "numerator",
                              "metric \"%s\" has no numerator; name the "
                              "variable that it is made of",
                              id);
    }
    for (int i = 0; counts && i < 2; i++) {
        const char *sum = i == 0 ? metric->numerator : metric->denominator;
        const char *field = i == 0 ? "numerator" : "denominator";
        if (attain_i_given(sum)) {
            attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "metrics", row,
                                  field,
                                  "metric \"%s\" counts units, so it has no "
                                  "%s; remove it, or choose another across",
                                  id, field);
        }
    }
}

static void check_numbers(const attain_metric *metric, int64_t row,
                          attain_i_reporter *reporter) {
    const char *id = metric->id != NULL ? metric->id : "";
    if (metric->factor == 0) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "metrics", row,
                              "factor",
                              "factor 0 of \"%s\" makes every value 0; leave "
                              "it out for 1, or give 100 for per cent",
                              id);
    }
    if (metric->decimals != ATTAIN_DECIMALS_NONE &&
        (metric->decimals < -15 || metric->decimals > 15)) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "metrics", row,
                              "decimals",
                              "decimals %d of \"%s\" is out of range; it must "
                              "be -15 to 15",
                              (int)metric->decimals, id);
    }
    if (metric->interval > 0 && attain_i_parts_of(metric->interval) == 0) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "metrics", row,
                              "interval",
                              "interval of \"%s\" is in units of the last of "
                              "its decimals: 1, 0.5 or 0.2",
                              id);
    }
    if (metric->interval < 1 && metric->decimals == ATTAIN_DECIMALS_NONE) {
        attain_i_report_idle(reporter, "metrics", row, "interval", id,
                             "it has no decimals to round to");
    }
    if (metric->across == ATTAIN_ACROSS_NONE && metric->min_coverage < 1) {
        attain_i_report_idle(reporter, "metrics", row, "min_coverage", id,
                             "across is none, so there are no members");
    }
}

void attain_i_check_metric(const attain_plan *plan, const attain_metric *metric,
                           int64_t row, attain_i_reporter *reporter) {
    attain_i_row_check(&attain_i_form_metric, metric, row,
                       ATTAIN_FREQUENCY_NONE, reporter);
    if (attain_i_given(metric->id) &&
        attain_i_map_find(&plan->metric_ids, metric->id, strlen(metric->id)) >=
            0) {
        attain_i_report_duplicate(reporter, "metrics", row, "id", metric->id,
                                  "give the metric another id");
    }
    check_sums(metric, row, reporter);
    check_numbers(metric, row, reporter);
    attain_i_check_lists(metric, row, reporter);
}

/* Room for the row and its lists, filled in. */
static attain_status keep(attain_plan *plan, attain_metric *row,
                          attain_i_metric_lists *lists, attain_error *err) {
    attain_status status =
        attain_i_row_room(plan, &attain_i_form_metric, (void **)&plan->metrics,
                          &plan->metric_capacity, plan->metric_count, row, err);
    if (status != ATTAIN_OK)
        return status;
    if (!attain_i_grow(&plan->allocator, (void **)&plan->lists,
                       &plan->list_capacity, plan->metric_count + 1,
                       sizeof(*plan->lists)) ||
        !attain_i_keep_lists(&plan->arena, row, lists) ||
        !attain_i_map_add(&plan->metric_ids, row->id, strlen(row->id),
                          (int32_t)plan->metric_count))
        return attain_i_fail_memory(err);
    if (row->level == NULL)
        row->level = "school";
    return ATTAIN_OK;
}

attain_status attain_plan_add_metric(attain_plan *plan,
                                     const attain_metric *metric,
                                     int32_t *out_row, attain_error *err) {
    attain_i_reporter reporter;
    attain_i_metric_lists lists;
    attain_metric row;
    attain_status status;
    if (plan == NULL || metric == NULL)
        return attain_i_fail_null(err, plan == NULL ? "plan" : "metric");
    attain_metric_init(&row);
    status = attain_i_row_take(&attain_i_form_metric, metric, &row, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_first_error(&reporter, err);
    attain_i_check_metric(plan, &row, (int64_t)plan->metric_count, &reporter);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    status = keep(plan, &row, &lists, err);
    if (status != ATTAIN_OK)
        return status;
    plan->metrics[plan->metric_count] = row;
    plan->lists[plan->metric_count] = lists;
    if (out_row != NULL)
        *out_row = (int32_t)plan->metric_count;
    plan->metric_count++;
    attain_i_row_digest(&plan->revision, &attain_i_form_metric, &row);
    return ATTAIN_OK;
}

attain_status attain_plan_get_metric(const attain_plan *plan, int32_t row,
                                     attain_metric *out, attain_error *err) {
    return attain_i_row_get(
        plan, &attain_i_form_metric, plan != NULL ? plan->metrics : NULL,
        plan != NULL ? plan->metric_count : 0, row, out, err);
}
