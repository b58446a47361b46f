/* Points that do not count themselves but for their main school (rulings A115).
 */
#include <string.h>

#include "dataset/model.h"
#include "dataset/row.h"

int32_t attain_i_dataset_main(const attain_dataset *data, size_t unit) {
    const char *id = data->units[unit].attached;
    return id == NULL ? -1 : attain_i_map_find(&data->unit_ids, id, strlen(id));
}

/* True when the point is open in a period in which its main school is not. */
static int outlives(const attain_i_unit *point, const attain_i_unit *school) {
    int early =
        school->opened != ATTAIN_PERIOD_NONE &&
        (point->opened == ATTAIN_PERIOD_NONE || point->opened < school->opened);
    int late =
        school->closed != ATTAIN_PERIOD_NONE &&
        (point->closed == ATTAIN_PERIOD_NONE || point->closed > school->closed);
    return early || late;
}

static const char *fault_of(const attain_i_unit *point,
                            const attain_i_unit *school) {
    if (point == school) {
        return "is the unit itself; leave the cell empty for a unit that "
               "counts itself";
    }
    if (school->attached != NULL) {
        return "is attached to another unit itself; name the school that both "
               "belong to";
    }
    if (point->level != school->level)
        return "is of another level; a point is attached to a unit of its own";
    if (point->stage != school->stage) {
        return "is of another stage; attach the point to the part of the "
               "school that has its stage";
    }
    return outlives(point, school)
               ? "is not open in every period in which the point is; give the "
                 "point opened and closed, or another main school"
               : NULL;
}

void attain_i_check_attached(const attain_dataset *data, size_t unit,
                             int32_t main_school, attain_i_reporter *reporter) {
    const attain_i_unit *point = &data->units[unit];
    const char *fault = fault_of(point, &data->units[main_school]);
    if (fault != NULL) {
        attain_i_report_error(reporter, ATTAIN_ERR_VALUE, "units",
                              (int64_t)unit, "attached_to",
                              "attached_to \"%s\" of \"%s\" %s",
                              point->attached, point->id, fault);
    }
}

void attain_i_check_additive(const attain_dataset *data,
                             attain_i_reporter *reporter) {
    size_t unit = 0;
    for (size_t v = 0; v < data->variable_count; v++)
        if (data->variables[v].additive)
            return;
    if (data->attached_count == 0)
        return;
    while (data->units[unit].attached == NULL)
        unit++;
    attain_i_report_warning(
        reporter, ATTAIN_ERR_MISSING, "units", (int64_t)unit, "attached_to",
        "\"%s\" is attached to \"%s\", but no variable is additive, so nothing "
        "of it counts; say in variables.csv what is added",
        data->units[unit].id, data->units[unit].attached);
}
