#include "attain/plan.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "plan/model.h"
#include "plan/row.h"

static const attain_i_field point_fields[] = {
    ATTAIN_I_TEXT(attain_path_point, target, ATTAIN_I_FIELD_ID),
    ATTAIN_I_ANY_NUMBER(attain_path_point, value),
    ATTAIN_I_INTEGER(attain_path_point, period, ATTAIN_I_FIELD_PERIOD),
    ATTAIN_I_INTEGER(attain_path_point, reserved, ATTAIN_I_FIELD_RESERVED),
    ATTAIN_I_FIELDS_END};

const attain_i_form attain_i_form_path_point = {
    "path", "path point", point_fields, sizeof(attain_path_point),
    sizeof(attain_path_point)};

/* The longest id, a newline (which no id has) and a period. */
enum { KEY_SIZE = 255 + 1 + ATTAIN_I_SHORT_TEXT };

void attain_path_point_init(attain_path_point *point) {
    if (point != NULL) {
        memset(point, 0, sizeof(*point));
        point->struct_size = sizeof(*point);
        point->value = (double)NAN;
        point->period = ATTAIN_PERIOD_NONE;
    }
}

/* Writes what tells a point apart; the target's id has at most 255 bytes. */
static size_t make_key(const attain_path_point *point, char *key) {
    size_t length = strlen(point->target);
    memcpy(key, point->target, length);
    key[length] = '\n';
    attain_i_period_text(point->period, key + length + 1);
    return length + 1 + strlen(key + length + 1);
}

static void check_key(const attain_plan *plan, const attain_path_point *point,
                      int64_t row, attain_i_reporter *reporter) {
    char key[KEY_SIZE];
    size_t length;
    if (!attain_i_given(point->target) || strlen(point->target) > 255 ||
        point->period == ATTAIN_PERIOD_NONE)
        return;
    length = make_key(point, key);
    if (attain_i_map_find(&plan->path_keys, key, length) >= 0) {
        attain_i_report_error(reporter, ATTAIN_ERR_DUPLICATE, "path", row,
                              "period",
                              "target \"%s\" has a path point in %s already; "
                              "keep one of them",
                              point->target, key + strlen(point->target) + 1);
    }
}

void attain_i_check_path_point(const attain_plan *plan,
                               const attain_path_point *point, int64_t row,
                               attain_i_reporter *reporter) {
    const char *target = point->target != NULL ? point->target : "";
    attain_i_row_check(&attain_i_form_path_point, point, row,
                       attain_period_frequency(plan->info.first_period),
                       reporter);
    if (isnan(point->value)) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "path", row,
                              "value",
                              "the path point of \"%s\" has no value; give the "
                              "value that is required in that period",
                              target);
    }
    if (point->period == ATTAIN_PERIOD_NONE) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "path", row,
                              "period",
                              "the path point of \"%s\" has no period; give it "
                              "one",
                              target);
    }
    check_key(plan, point, row, reporter);
}

/* False when there is no memory; then the map has not changed. */
static int enter(attain_plan *plan, const attain_path_point *row) {
    char key[KEY_SIZE];
    size_t length = make_key(row, key);
    const char *kept = attain_i_arena_text(&plan->arena, key, length);
    return kept != NULL && attain_i_map_add(&plan->path_keys, kept, length,
                                            (int32_t)plan->path_count);
}

attain_status attain_plan_add_path_point(attain_plan *plan,
                                         const attain_path_point *point,
                                         attain_error *err) {
    attain_i_reporter reporter;
    attain_path_point row;
    attain_status status;
    if (plan == NULL || point == NULL)
        return attain_i_fail_null(err, plan == NULL ? "plan" : "point");
    attain_path_point_init(&row);
    status = attain_i_row_take(&attain_i_form_path_point, point, &row, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_first_error(&reporter, err);
    attain_i_check_path_point(plan, &row, (int64_t)plan->path_count, &reporter);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    status =
        attain_i_row_room(plan, &attain_i_form_path_point, (void **)&plan->path,
                          &plan->path_capacity, plan->path_count, &row, err);
    if (status != ATTAIN_OK)
        return status;
    if (!enter(plan, &row))
        return attain_i_fail_memory(err);
    plan->path[plan->path_count++] = row;
    attain_i_row_digest(&plan->revision, &attain_i_form_path_point, &row);
    return ATTAIN_OK;
}

attain_status attain_plan_get_path_point(const attain_plan *plan, int32_t row,
                                         attain_path_point *out,
                                         attain_error *err) {
    return attain_i_row_get(plan, &attain_i_form_path_point,
                            plan != NULL ? plan->path : NULL,
                            plan != NULL ? plan->path_count : 0, row, out, err);
}
