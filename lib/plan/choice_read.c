/* What a choice of method says: the method by its name, and its parameters by
 * theirs. */
#include <math.h>
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

/* --- The method ----------------------------------------------------------- */

typedef struct reading {
    const attain_choice *choice;
    int64_t row;
    attain_i_reporter *reporter;
    int32_t kind;
    attain_i_chosen *out;
} reading;

static void tell(const reading *at, attain_status code, const char *field,
                 const char *what, const char *text, size_t length) {
    attain_i_report_error(at->reporter, code, "index", at->row, field,
                          "%s; it is \"%.*s\"", what,
                          length < 300 ? (int)length : 300, text);
}

/* The method whose name is nearest. */
static const char *near_method(int32_t kind, const char *name) {
    enum { MOST = 64 };
    const char *names[MOST + 1];
    size_t count = attain_method_count(kind);
    const attain_i_methods *methods = attain_i_methods_of(kind);
    count = count < MOST ? count : MOST;
    for (size_t i = 0; i < count; i++)
        names[i] = attain_i_method_row(methods, (int32_t)i)->name;
    names[count] = NULL;
    return attain_i_nearest(name, strlen(name), names);
}

static void read_method(reading *at) {
    const char *name = at->choice->method;
    if (!attain_i_given(name) ||
        attain_i_text_fault(name, strlen(name)) != NULL)
        return; /* none, or reported already */
    if (at->kind < 0) {
        tell(at, ATTAIN_ERR_VALUE, "method", "an omission has no method", name,
             strlen(name));
        return;
    }
    int32_t method = attain_method_find(at->kind, name, ATTAIN_NUL_TERMINATED);
    if (method < 0) {
        const char *near = near_method(at->kind, name);
        attain_i_report_error(
            at->reporter, ATTAIN_ERR_UNKNOWN, "index", at->row, "method",
            "there is no %s \"%s\"%s%s%s", attain_method_kind_name(at->kind),
            name, near != NULL ? "; did you mean \"" : "",
            near != NULL ? near : "", near != NULL ? "\"?" : "");
        return;
    }
    if (at->kind == ATTAIN_METHOD_WEIGHTING &&
        method >= ATTAIN_WEIGHTING_GIVEN &&
        method <= ATTAIN_WEIGHTING_AHP_GEOMETRIC_MEAN) {
        tell(at, ATTAIN_ERR_VALUE, "method",
             "this method takes what people said: give its weights in "
             "goals.csv and targets.csv",
             name, strlen(name));
        return;
    }
    at->out->method = method;
}

/* --- Its parameters ------------------------------------------------------- */

static int find_parameter(const reading *at, const char *name, size_t length,
                          size_t *index, attain_parameter *parameter) {
    attain_parameter_init(parameter);
    for (size_t i = 0; attain_method_parameter(at->kind, at->out->method, i,
                                               parameter, NULL) == ATTAIN_OK;
         i++) {
        if (attain_i_text_is(name, length, parameter->name)) {
            *index = i;
            return 1;
        }
    }
    return 0;
}

static void trim(const char **text, size_t *length) {
    while (*length > 0 && **text == ' ') {
        (*text)++;
        (*length)--;
    }
    while (*length > 0 && (*text)[*length - 1] == ' ')
        (*length)--;
}

static void read_parameter(const reading *at, const char *text, size_t length) {
    static const char form[] = "parameters are written name=number";
    const char *sign = memchr(text, '=', length);
    attain_parameter parameter;
    size_t index;
    double value;
    if (sign == NULL) {
        tell(at, ATTAIN_ERR_TEXT, "parameters", form, text, length);
        return;
    }
    const char *name = text;
    const char *number = sign + 1;
    size_t name_length = (size_t)(sign - text);
    size_t number_length = length - name_length - 1;
    trim(&name, &name_length);
    trim(&number, &number_length);
    if (!find_parameter(at, name, name_length, &index, &parameter))
        tell(at, ATTAIN_ERR_UNKNOWN, "parameters",
             "the method has no such parameter", name, name_length);
    else if (attain_number_parse(number, number_length, &value, NULL) !=
             ATTAIN_OK)
        tell(at, ATTAIN_ERR_TEXT, "parameters", form, text, length);
    else if (!(value >= parameter.low && value <= parameter.high))
        tell(at, ATTAIN_ERR_VALUE, "parameters",
             "the parameter is out of its range", text, length);
    else if (!isnan(at->out->parameters[index]))
        tell(at, ATTAIN_ERR_DUPLICATE, "parameters",
             "the parameter is there already", text, length);
    else
        at->out->parameters[index] = value;
}

/* Those that have to be given. */
static void check_needed(const reading *at) {
    attain_parameter parameter;
    attain_parameter_init(&parameter);
    for (size_t i = 0; attain_method_parameter(at->kind, at->out->method, i,
                                               &parameter, NULL) == ATTAIN_OK;
         i++) {
        if (isnan(parameter.standard) && isnan(at->out->parameters[i]))
            attain_i_report_error(
                at->reporter, ATTAIN_ERR_MISSING, "index", at->row,
                "parameters", "%s needs its parameter %s: %s",
                at->choice->method, parameter.name, parameter.description);
    }
}

void attain_i_choice_read(const attain_choice *choice, int64_t row,
                          attain_i_reporter *reporter, attain_i_chosen *out) {
    reading at = {choice, row, reporter, kinds[choice->step], out};
    const char *list = choice->parameters;
    const char *text;
    size_t length;
    out->method = -1;
    for (int i = 0; i < ATTAIN_I_MOST_PARAMETERS; i++)
        out->parameters[i] = (double)NAN;
    read_method(&at);
    if (attain_i_given(list) && out->method < 0 &&
        !attain_i_given(choice->method)) {
        tell(&at, ATTAIN_ERR_VALUE, "parameters",
             "parameters are those of a method: name it", list, strlen(list));
    }
    if (out->method < 0)
        return;
    const char *rest = list;
    const char *end = attain_i_given(list) ? list + strlen(list) : NULL;
    size_t errors = reporter->errors;
    while (end != NULL && attain_i_list_next(&rest, end, &text, &length))
        read_parameter(&at, text, length);
    if (reporter->errors == errors)
        check_needed(&at);
}
