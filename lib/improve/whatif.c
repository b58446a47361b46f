/* What if: an evaluation of a dataset with some values changed. */
#include "improve/overlay.h"

#include <string.h>

#include "attain/improve.h"

struct attain_whatif {
    attain_allocator allocator;
    attain_i_overlay overlay;
    attain_evaluation *ev;
};

static attain_status check_changes(const attain_observations *changes,
                                   attain_error *err) {
    const void *const arrays[] = {changes->units, changes->periods,
                                  changes->variables, changes->values};
    static const char *const names[] = {"units", "periods", "variables",
                                        "values"};
    if (!attain_i_struct_ok(changes->struct_size, sizeof *changes,
                            sizeof *changes))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "changes have the size %zu, this release knows "
                             "%zu; set them up with "
                             "attain_observations_init()",
                             changes->struct_size, sizeof *changes);
    for (size_t i = 0; i < 4; i++) {
        attain_status status = attain_i_check_array(
            arrays[i], changes->count, sizeof(double), names[i], err);
        if (status != ATTAIN_OK)
            return status;
    }
    if (changes->statuses != NULL)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "statuses", -1,
                             "changes have no statuses: give NULL, and NaN "
                             "for a value that is taken away");
    return ATTAIN_OK;
}

static attain_status fill(attain_whatif *whatif, const attain_plan *plan,
                          const attain_dataset *data,
                          const attain_observations *changes,
                          const attain_evaluate_options *options,
                          attain_error *err) {
    attain_status status = attain_i_overlay_make(
        &whatif->overlay, data, changes, &whatif->allocator, err);
    return status == ATTAIN_OK ? attain_evaluate(plan, &whatif->overlay.data,
                                                 options, &whatif->ev, err)
                               : status;
}

attain_status attain_whatif_create(const attain_plan *plan,
                                   const attain_dataset *data,
                                   const attain_observations *changes,
                                   const attain_evaluate_options *options,
                                   attain_whatif **out, attain_error *err) {
    attain_allocator memory;
    if (plan == NULL || data == NULL || changes == NULL || out == NULL)
        return attain_i_fail_null(err, plan == NULL      ? "plan"
                                       : data == NULL    ? "data"
                                       : changes == NULL ? "changes"
                                                         : "out");
    attain_status status = check_changes(changes, err);
    if (status != ATTAIN_OK)
        return status;
    if (!attain_i_allocator_set(
            &memory, options == NULL || options->struct_size != sizeof *options
                         ? NULL
                         : options->allocator))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "allocator", -1,
                             "an allocator needs its three functions");
    attain_whatif *whatif = attain_i_allocate_zero(&memory, 1, sizeof *whatif);
    if (whatif == NULL)
        return attain_i_fail_memory(err);
    whatif->allocator = memory;
    status = fill(whatif, plan, data, changes, options, err);
    if (status != ATTAIN_OK) {
        attain_whatif_destroy(whatif);
        return status;
    }
    *out = whatif;
    return ATTAIN_OK;
}

void attain_whatif_destroy(attain_whatif *whatif) {
    if (whatif == NULL)
        return;
    attain_allocator memory = whatif->allocator;
    attain_evaluation_destroy(whatif->ev);
    attain_i_overlay_clear(&whatif->overlay);
    attain_i_release(&memory, whatif, 1, sizeof *whatif);
}

const attain_dataset *attain_whatif_data(const attain_whatif *whatif) {
    return whatif == NULL ? NULL : &whatif->overlay.data;
}

const attain_evaluation *attain_whatif_evaluation(const attain_whatif *whatif) {
    return whatif == NULL ? NULL : whatif->ev;
}
