/* What a choice of method says: the method by its name, and its parameters by
 * theirs. */
#include <string.h>

#include "attain/numeric.h"
#include "plan/choice.h"
#include "plan/row.h"

static const int32_t kinds[] = {
    [ATTAIN_STEP_OMISSION] = -1,
    [ATTAIN_STEP_SCREENING] = ATTAIN_METHOD_SCREENING,
    [ATTAIN_STEP_IMPUTATION] = ATTAIN_METHOD_IMPUTATION,
    [ATTAIN_STEP_TREATMENT] = ATTAIN_METHOD_TREATMENT,
    [ATTAIN_STEP_NORMALISATION] = ATTAIN_METHOD_NORMALISATION,
    [ATTAIN_STEP_WEIGHTING] = ATTAIN_METHOD_WEIGHTING,
    [ATTAIN_STEP_AGGREGATION] = ATTAIN_METHOD_AGGREGATION,
};

int32_t attain_i_step_kind(int32_t step) {
    return kinds[step];
}

const char *attain_i_choice_misfit(int32_t step, int has_node, int is_goal) {
    if (step == ATTAIN_STEP_OMISSION && !has_node)
        return "an omission needs the goal or target that is left out";
    if (step == ATTAIN_STEP_SCREENING && has_node)
        return "units are screened over the whole index: leave the node out";
    if (step >= ATTAIN_STEP_WEIGHTING && has_node && !is_goal)
        return "a target has no children that could be brought together: name "
               "a goal";
    return NULL;
}

/* A method that a choice may name; −1: none, or reported. */
static int32_t read_method(const attain_i_naming *at) {
    const char *name = at->method;
    if (attain_i_given(name) && at->kind < 0) {
        attain_i_naming_tell(at, ATTAIN_ERR_VALUE, "method",
                             "an omission has no method", name, strlen(name));
        return -1;
    }
    int32_t method = attain_i_method_named(at);
    if (at->kind == ATTAIN_METHOD_WEIGHTING &&
        method >= ATTAIN_WEIGHTING_GIVEN &&
        method <= ATTAIN_WEIGHTING_AHP_GEOMETRIC_MEAN) {
        attain_i_naming_tell(at, ATTAIN_ERR_VALUE, "method",
                             "this method takes what people said: give its "
                             "weights in goals.csv and targets.csv",
                             name, strlen(name));
        return -1;
    }
    return method;
}

void attain_i_choice_read(const attain_choice *choice, int64_t row,
                          attain_i_reporter *reporter, attain_i_chosen *out) {
    const attain_i_naming at = {"index",
                                row,
                                reporter,
                                choice->method,
                                choice->parameters,
                                kinds[choice->step]};
    attain_i_parameters_read(&at, read_method(&at), out);
}
