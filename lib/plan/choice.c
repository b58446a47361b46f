#include "plan/choice.h"

#include <string.h>

#include "base/error.h"
#include "plan/check.h"
#include "plan/row.h"

static const attain_i_field choice_fields[] = {
    ATTAIN_I_TEXT(attain_choice, node, ATTAIN_I_FIELD_REFERENCE),
    ATTAIN_I_TEXT(attain_choice, method, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_TEXT(attain_choice, parameters, ATTAIN_I_FIELD_TEXT),
    ATTAIN_I_WORD(attain_choice, step, attain_i_words_step),
    ATTAIN_I_INTEGER(attain_choice, reserved, ATTAIN_I_FIELD_RESERVED),
    ATTAIN_I_FIELDS_END};

const attain_i_form attain_i_form_choice = {"index", "choice", choice_fields,
                                            sizeof(attain_choice),
                                            sizeof(attain_choice)};

enum {
    NO_STEP = -1,
    /* A digit, a newline (which no id has) and the longest id. */
    KEY_SIZE = 1 + 1 + 255 + 1
};

void attain_choice_init(attain_choice *choice) {
    if (choice != NULL) {
        memset(choice, 0, sizeof(*choice));
        choice->struct_size = sizeof(*choice);
        choice->step = NO_STEP;
    }
}

/* Writes what tells a choice apart; the id has at most 255 bytes. */
static size_t make_key(const attain_choice *choice, char *key) {
    size_t length = choice->node != NULL ? strlen(choice->node) : 0;
    key[0] = (char)('0' + choice->step);
    key[1] = '\n';
    if (length > 0)
        memcpy(key + 2, choice->node, length);
    return length + 2;
}

static void check_key(const attain_plan *plan, const attain_choice *choice,
                      int64_t row, attain_i_reporter *reporter) {
    char key[KEY_SIZE];
    if (choice->node != NULL && strlen(choice->node) > 255)
        return; /* reported already */
    size_t length = make_key(choice, key);
    if (attain_i_map_find(&plan->choice_keys, key, length) >= 0) {
        attain_i_report_error(reporter, ATTAIN_ERR_DUPLICATE, "index", row,
                              "step",
                              "this step is chosen for \"%s\" already; keep "
                              "one of them",
                              choice->node != NULL ? choice->node : "");
    }
}

void attain_i_check_choice(const attain_plan *plan, const attain_choice *choice,
                           int64_t row, attain_i_reporter *reporter) {
    attain_i_chosen chosen;
    if (choice->step == NO_STEP) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "index", row,
                              "step", "the row has no step; give it one");
        return;
    }
    size_t errors = reporter->errors;
    attain_i_row_check(&attain_i_form_choice, choice, row,
                       ATTAIN_FREQUENCY_NONE, reporter);
    if (reporter->errors > errors)
        return;
    attain_i_choice_read(choice, row, reporter, &chosen);
    check_key(plan, choice, row, reporter);
}

/* False when there is no memory; then the map has not changed. */
static int enter(attain_plan *plan, const attain_choice *row) {
    char key[KEY_SIZE];
    size_t length = make_key(row, key);
    const char *kept = attain_i_arena_text(&plan->arena, key, length);
    return kept != NULL && attain_i_map_add(&plan->choice_keys, kept, length,
                                            (int32_t)plan->choice_count);
}

attain_status attain_plan_add_choice(attain_plan *plan,
                                     const attain_choice *choice,
                                     attain_error *err) {
    attain_i_reporter reporter;
    attain_choice row;
    if (plan == NULL || choice == NULL)
        return attain_i_fail_null(err, plan == NULL ? "plan" : "choice");
    attain_choice_init(&row);
    attain_status status =
        attain_i_row_take(&attain_i_form_choice, choice, &row, err);
    if (status != ATTAIN_OK)
        return status;
    if (!attain_i_given(row.node))
        row.node = NULL;
    attain_i_first_error(&reporter, err);
    attain_i_check_choice(plan, &row, (int64_t)plan->choice_count, &reporter);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    status = attain_i_row_room(plan, &attain_i_form_choice,
                               (void **)&plan->choices, &plan->choice_capacity,
                               plan->choice_count, &row, err);
    if (status != ATTAIN_OK)
        return status;
    if (!enter(plan, &row))
        return attain_i_fail_memory(err);
    plan->choices[plan->choice_count++] = row;
    attain_i_row_digest(&plan->revision, &attain_i_form_choice, &row);
    return ATTAIN_OK;
}

attain_status attain_plan_get_choice(const attain_plan *plan, int32_t row,
                                     attain_choice *out, attain_error *err) {
    return attain_i_row_get(
        plan, &attain_i_form_choice, plan != NULL ? plan->choices : NULL,
        plan != NULL ? plan->choice_count : 0, row, out, err);
}

/* --- As part of the whole ------------------------------------------------- */

void attain_i_check_choices(attain_i_check *check) {
    const attain_plan *plan = check->plan;
    for (size_t i = 0; i < plan->choice_count; i++) {
        const attain_choice *choice = &plan->choices[i];
        const char *node = choice->node;
        int is_goal =
            node != NULL && attain_plan_find(plan, ATTAIN_PLAN_GOALS, node,
                                             ATTAIN_NUL_TERMINATED) >= 0;
        if (node != NULL && !is_goal &&
            attain_plan_find(plan, ATTAIN_PLAN_TARGETS, node,
                             ATTAIN_NUL_TERMINATED) < 0) {
            attain_i_report_unknown(check, "index", (int64_t)i, "node", node,
                                    ATTAIN_PLAN_TARGETS, "a choice");
            continue;
        }
        const char *misfit =
            attain_i_choice_misfit(choice->step, node != NULL, is_goal);
        if (misfit != NULL) {
            attain_i_report_error(check->reporter, ATTAIN_ERR_VALUE, "index",
                                  (int64_t)i, "node", "%s", misfit);
        }
    }
}
