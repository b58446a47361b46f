/* checks.csv as data. */
#include <string.h>

#include "dataset/model.h"
#include "exchange/layouts.h"
#include "plan/model.h"
#include "quality/model.h"

#define TEXT(member) ATTAIN_I_COLUMN(attain_check, member, TEXT, 0)
#define NUMBER(member) ATTAIN_I_COLUMN(attain_check, member, NUMBER, 0)

static const attain_i_layout_field fields[] = {
    ATTAIN_I_COLUMN(attain_check, id, TEXT,
                    ATTAIN_I_LAYOUT_NEEDED | ATTAIN_I_LAYOUT_KEY),
    {"kind", attain_i_words_check_kind, offsetof(attain_check, kind),
     ATTAIN_I_LAYOUT_WORD, ATTAIN_I_LAYOUT_NEEDED},
    ATTAIN_I_COLUMN_WORD(attain_check, severity,
                         attain_i_words_quality_severity),
    TEXT(variable),
    TEXT(metric),
    TEXT(parts),
    TEXT(level),
    TEXT(stage),
    NUMBER(low),
    NUMBER(high),
    NUMBER(limit),
    NUMBER(tolerance),
    NUMBER(least),
    TEXT(advice),
};

static void init(void *row) {
    attain_check_init(row);
}

/* Reports a variable, or metric, that is not there. */
static void check_name(const attain_i_checks_object *object, int metric,
                       const char *field, const char *text, size_t length,
                       int64_t index, attain_i_reporter *reporter) {
    char nearest[ATTAIN_I_NEAREST];
    const attain_i_map *ids =
        metric ? &object->plan->metric_ids : &object->data->variable_ids;
    if (length == 0 || attain_i_map_find(ids, text, length) >= 0)
        return;
    if (metric) {
        const attain_plan *plan = object->plan;
        attain_i_reader_nearest(
            object->reader, text, length,
            plan->metric_count > 0 ? &plan->metrics[0].id : NULL,
            plan->metric_count, sizeof *plan->metrics, nearest);
    } else {
        const attain_dataset *data = object->data;
        attain_i_reader_nearest(
            object->reader, text, length,
            data->variable_count > 0 ? &data->variables[0].id : NULL,
            data->variable_count, sizeof *data->variables, nearest);
    }
    attain_i_report_error(
        reporter, ATTAIN_ERR_UNKNOWN, "checks", index, field,
        "\"%.*s\" is no %s%s", length < 80 ? (int)length : 80, text,
        metric ? "metric of the plan" : "variable of the data", nearest);
}

static void check_row(const void *from, const void *row, int64_t index,
                      attain_i_reporter *reporter) {
    const attain_i_checks_object *object = from;
    const attain_check *check = row;
    const char *rest = check->parts, *part;
    size_t length;
    size_t before = reporter->errors;
    attain_i_check_check(object->checks, check, index, reporter);
    if (reporter->errors > before)
        return;
    if (check->variable != NULL && object->data != NULL) {
        check_name(object, 0, "variable", check->variable,
                   strlen(check->variable), index, reporter);
    }
    if (check->metric != NULL && object->plan != NULL) {
        check_name(object, 1, "metric", check->metric, strlen(check->metric),
                   index, reporter);
    }
    const char *end = rest == NULL ? NULL : rest + strlen(rest);
    while (object->data != NULL && rest != NULL &&
           attain_i_list_next(&rest, end, &part, &length)) {
        size_t sign = part[0] == '-';
        check_name(object, 0, "parts", part + sign, length - sign, index,
                   reporter);
    }
}

static attain_status add(void *to, const void *row, attain_error *err) {
    attain_i_checks_object *object = to;
    return attain_checks_add(object->checks, row, NULL, err);
}

/* That an id is taken is told by the row's check, for a row may stand in the
 * place of a default one. */
const attain_i_layout attain_i_layout_checks = {
    "checks", fields, sizeof fields / sizeof *fields, init, check_row,
    add,      NULL};
