/* Ids that are not there, and rings of ids, as problems name them. */
#include <string.h>

#include "plan/check.h"

static size_t list_ids(const attain_plan *plan, int32_t table,
                       const char **ids) {
    size_t count = attain_plan_count(plan, table);
    for (size_t i = 0; i < count; i++) {
        ids[i] = table == ATTAIN_PLAN_GOALS     ? plan->goals[i].id
                 : table == ATTAIN_PLAN_METRICS ? plan->metrics[i].id
                 : table == ATTAIN_PLAN_TARGETS ? plan->targets[i].id
                 : table == ATTAIN_PLAN_BANDS   ? plan->bands[i].name
                                                : plan->groups[i].id;
    }
    ids[count] = NULL;
    return count;
}

static const char *suggest(attain_i_check *check, int32_t table,
                           const char *id) {
    size_t count = attain_plan_count(check->plan, table);
    if (count > check->words_left)
        return NULL;
    check->words_left -= list_ids(check->plan, table, check->ids);
    return attain_i_nearest(id, strlen(id), check->ids);
}

void attain_i_report_unknown(attain_i_check *check, const char *table,
                             int64_t row, const char *field, const char *id,
                             int32_t ids_of, const char *of) {
    static const char *const kinds[] = {"goal",       "metric", "target",
                                        "path point", "band",   "group"};
    const char *nearest = suggest(check, ids_of, id);
    attain_i_report_error(
        check->reporter, ATTAIN_ERR_UNKNOWN, table, row, field,
        "%s \"%s\" of \"%s\" is no %s of the plan%s%s%s", field, id, of,
        kinds[ids_of], nearest != NULL ? "; did you mean \"" : "",
        nearest != NULL ? nearest : "", nearest != NULL ? "\"?" : "");
}

const char *attain_i_ring_text(char *out, const char *const *names,
                               size_t shown, size_t total) {
    size_t length = 0;
    for (size_t i = 0; i < shown; i++) {
        length += attain_i_format(out + length, ATTAIN_I_RING_TEXT - length,
                                  "\"%.36s\" -> ", names[i]);
    }
    if (shown < total) {
        attain_i_format(out + length, ATTAIN_I_RING_TEXT - length,
                        "... (%zu in all)", total);
    } else {
        attain_i_format(out + length, ATTAIN_I_RING_TEXT - length, "\"%.36s\"",
                        names[0]);
    }
    return out;
}
