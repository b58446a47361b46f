#include "attain/plan.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "plan/model.h"
#include "plan/row.h"

static const attain_i_field band_fields[] = {
    ATTAIN_I_TEXT(attain_band, name, ATTAIN_I_FIELD_NAME),
    ATTAIN_I_NUMBER(attain_band, from, 0, 100, (double)NAN, "0 to 100"),
    ATTAIN_I_NUMBER(attain_band, floor, 0, 1, (double)NAN, "0 to 1"),
    ATTAIN_I_INTEGER(attain_band, met, ATTAIN_I_FIELD_INTEGER),
    ATTAIN_I_INTEGER(attain_band, if_met, ATTAIN_I_FIELD_FLAG),
    ATTAIN_I_FIELDS_END};

const attain_i_form attain_i_form_band = {
    "bands", "band", band_fields, sizeof(attain_band), sizeof(attain_band)};

void attain_band_init(attain_band *band) {
    if (band != NULL) {
        memset(band, 0, sizeof(*band));
        band->struct_size = sizeof(*band);
        band->from = (double)NAN;
        band->floor = (double)NAN;
    }
}

/* What a band asks, as a text that tells it from the others. */
enum { CONDITIONS_TEXT = 96 };

static const char *conditions_of(const attain_band *band, char *out) {
    char from[ATTAIN_I_SHORT_TEXT], floor[ATTAIN_I_SHORT_TEXT];
    attain_i_format(
        out, CONDITIONS_TEXT, "%d %d %s %s", (int)band->if_met, (int)band->met,
        attain_i_number_text(isnan(band->from) ? -1 : band->from, from),
        attain_i_number_text(isnan(band->floor) ? -1 : band->floor, floor));
    return out;
}

static void check_conditions(const attain_plan *plan, const attain_band *band,
                             int64_t row, attain_i_reporter *reporter) {
    char text[CONDITIONS_TEXT];
    const char *name = band->name != NULL ? band->name : "";
    int32_t other;
    if (band->met < 0) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "bands", row, "met",
                              "met %d of band \"%s\" is out of range; it must "
                              "be 1 or more",
                              (int)band->met, name);
    }
    if (isnan(band->from) && isnan(band->floor) && band->met == 0 &&
        band->if_met == 0) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "bands", row,
                              "from",
                              "band \"%s\" has no from; give the lowest score "
                              "that belongs to it, or another condition",
                              name);
        return;
    }
    conditions_of(band, text);
    other = attain_i_map_find(&plan->band_bounds, text, strlen(text));
    if (other >= 0) {
        attain_i_report_error(reporter, ATTAIN_ERR_DUPLICATE, "bands", row,
                              "from",
                              "band \"%s\" begins where band \"%s\" does; two "
                              "bands cannot ask the same",
                              name, plan->bands[other].name);
    }
}

void attain_i_check_band(const attain_plan *plan, const attain_band *band,
                         int64_t row, attain_i_reporter *reporter) {
    attain_i_row_check(&attain_i_form_band, band, row, ATTAIN_FREQUENCY_NONE,
                       reporter);
    if (attain_i_given(band->name) &&
        attain_i_map_find(&plan->band_names, band->name, strlen(band->name)) >=
            0) {
        attain_i_report_duplicate(reporter, "bands", row, "name", band->name,
                                  "give the band another name");
    }
    check_conditions(plan, band, row, reporter);
}

/* False when there is no memory; then neither map has changed. */
static int enter(attain_plan *plan, const attain_band *row) {
    char text[CONDITIONS_TEXT];
    const char *bound;
    int32_t number = (int32_t)plan->band_count;
    conditions_of(row, text);
    bound = attain_i_arena_text(&plan->arena, text, strlen(text));
    return bound != NULL &&
           attain_i_map_reserve(&plan->band_names, plan->band_count + 1) &&
           attain_i_map_reserve(&plan->band_bounds, plan->band_count + 1) &&
           attain_i_map_add(&plan->band_names, row->name, strlen(row->name),
                            number) &&
           attain_i_map_add(&plan->band_bounds, bound, strlen(bound), number);
}

attain_status attain_plan_add_band(attain_plan *plan, const attain_band *band,
                                   attain_error *err) {
    attain_i_reporter reporter;
    attain_band row;
    attain_status status;
    if (plan == NULL || band == NULL)
        return attain_i_fail_null(err, plan == NULL ? "plan" : "band");
    attain_band_init(&row);
    status = attain_i_row_take(&attain_i_form_band, band, &row, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_first_error(&reporter, err);
    attain_i_check_band(plan, &row, (int64_t)plan->band_count, &reporter);
    if (reporter.errors > 0)
        return attain_i_first_error_status(&reporter);
    status =
        attain_i_row_room(plan, &attain_i_form_band, (void **)&plan->bands,
                          &plan->band_capacity, plan->band_count, &row, err);
    if (status != ATTAIN_OK)
        return status;
    if (!enter(plan, &row))
        return attain_i_fail_memory(err);
    plan->bands[plan->band_count++] = row;
    attain_i_row_digest(&plan->revision, &attain_i_form_band, &row);
    return ATTAIN_OK;
}

attain_status attain_plan_get_band(const attain_plan *plan, int32_t row,
                                   attain_band *out, attain_error *err) {
    return attain_i_row_get(plan, &attain_i_form_band,
                            plan != NULL ? plan->bands : NULL,
                            plan != NULL ? plan->band_count : 0, row, out, err);
}
