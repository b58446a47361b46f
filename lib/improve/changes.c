#include "improve/changes.h"

#include <string.h>

#include "base/error.h"

void attain_i_changes_init(attain_i_change_list *list,
                           const attain_allocator *allocator) {
    memset(list, 0, sizeof *list);
    list->allocator = allocator;
}

void attain_i_changes_clear(attain_i_change_list *list) {
    const attain_allocator *allocator = list->allocator;
    attain_i_release(allocator, list->units, list->capacity[0],
                     sizeof *list->units);
    attain_i_release(allocator, list->periods, list->capacity[1],
                     sizeof *list->periods);
    attain_i_release(allocator, list->variables, list->capacity[2],
                     sizeof *list->variables);
    attain_i_release(allocator, list->groups, list->capacity[3],
                     sizeof *list->groups);
    attain_i_release(allocator, list->values, list->capacity[4],
                     sizeof *list->values);
    attain_i_changes_init(list, allocator);
}

/* Room for one more in each column, which knows its own room. */
static int reserve(attain_i_change_list *list) {
    const attain_allocator *allocator = list->allocator;
    size_t need = list->count + 1;
    size_t *room = list->capacity;
    size_t whole = sizeof(int32_t);
    return attain_i_grow(allocator, (void **)&list->units, &room[0], need,
                         whole) &&
           attain_i_grow(allocator, (void **)&list->periods, &room[1], need,
                         whole) &&
           attain_i_grow(allocator, (void **)&list->variables, &room[2], need,
                         whole) &&
           attain_i_grow(allocator, (void **)&list->groups, &room[3], need,
                         whole) &&
           attain_i_grow(allocator, (void **)&list->values, &room[4], need,
                         sizeof(double));
}

int attain_i_changes_add(attain_i_change_list *list, int32_t unit,
                         int32_t period, int32_t variable, int32_t group,
                         double value) {
    if (!reserve(list))
        return 0;
    list->units[list->count] = unit;
    list->periods[list->count] = period;
    list->variables[list->count] = variable;
    list->groups[list->count] = group;
    list->values[list->count++] = value;
    return 1;
}

attain_status attain_i_changes_lend(const attain_i_change_list *list,
                                    attain_observations *out,
                                    attain_error *err) {
    attain_observations now;
    size_t known = out->struct_size;
    attain_observations_init(&now);
    if (!attain_i_struct_ok(known, sizeof now, sizeof now))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "the struct has the size %zu, this release knows "
                             "%zu; set it up with its init function",
                             known, sizeof now);
    now.count = list->count;
    now.units = list->units;
    now.periods = list->periods;
    now.variables = list->variables;
    now.groups = list->groups;
    now.values = list->values;
    memcpy(out, &now, known);
    out->struct_size = known;
    return ATTAIN_OK;
}

/* --- The public list ---------------------------------------------------- */

attain_status attain_changes_create(const attain_allocator *allocator,
                                    attain_changes **out, attain_error *err) {
    attain_allocator memory;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (!attain_i_allocator_set(&memory, allocator))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "allocator", -1,
                             "an allocator needs its three functions");
    attain_changes *changes =
        attain_i_allocate_zero(&memory, 1, sizeof *changes);
    if (changes == NULL)
        return attain_i_fail_memory(err);
    changes->allocator = memory;
    attain_i_changes_init(&changes->list, &changes->allocator);
    *out = changes;
    return ATTAIN_OK;
}

void attain_changes_destroy(attain_changes *changes) {
    if (changes == NULL)
        return;
    attain_allocator memory = changes->allocator;
    attain_i_changes_clear(&changes->list);
    attain_i_release(&memory, changes, 1, sizeof *changes);
}

attain_status attain_changes_add(attain_changes *changes, int32_t unit,
                                 int32_t period, int32_t variable,
                                 int32_t group, double value,
                                 attain_error *err) {
    if (changes == NULL)
        return attain_i_fail_null(err, "changes");
    if (unit < 0 || variable < 0 || group < ATTAIN_GROUP_NONE)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT,
                             unit < 0       ? "unit"
                             : variable < 0 ? "variable"
                                            : "group",
                             -1,
                             "unit %d, variable %d and group %d are rows, from "
                             "0; no group is -1",
                             (int)unit, (int)variable, (int)group);
    return attain_i_changes_add(&changes->list, unit, period, variable, group,
                                value)
               ? ATTAIN_OK
               : attain_i_fail_memory(err);
}

attain_status attain_changes_view(const attain_changes *changes,
                                  attain_observations *out, attain_error *err) {
    if (changes == NULL || out == NULL)
        return attain_i_fail_null(err, changes == NULL ? "changes" : "out");
    return attain_i_changes_lend(&changes->list, out, err);
}
