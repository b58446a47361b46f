#include "plan/method.h"

#include <math.h>
#include <string.h>

#include "plan/row.h"

void attain_i_naming_tell(const attain_i_naming *at, attain_status code,
                          const char *field, const char *what, const char *text,
                          size_t length) {
    attain_i_report_error(at->reporter, code, at->table, at->row, field,
                          "%s; it is \"%.*s\"", what,
                          length < 300 ? (int)length : 300, text);
}

/* --- The method ----------------------------------------------------------- */

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

int32_t attain_i_method_named(const attain_i_naming *at) {
    const char *name = at->method;
    if (!attain_i_given(name) ||
        attain_i_text_fault(name, strlen(name)) != NULL)
        return -1; /* none, or reported already */
    int32_t method = attain_method_find(at->kind, name, ATTAIN_NUL_TERMINATED);
    if (method < 0) {
        const char *near = near_method(at->kind, name);
        attain_i_report_error(
            at->reporter, ATTAIN_ERR_UNKNOWN, at->table, at->row, "method",
            "there is no %s \"%s\"%s%s%s", attain_method_kind_name(at->kind),
            name, near != NULL ? "; did you mean \"" : "",
            near != NULL ? near : "", near != NULL ? "\"?" : "");
    }
    return method;
}

/* --- Its parameters ------------------------------------------------------- */

/* Where a named number goes, and its range. */
typedef struct place {
    double *out;
    double low;
    double high;
} place;

static int find_parameter(const attain_i_naming *at, const char *name,
                          size_t length, attain_i_chosen *out, place *found) {
    attain_parameter parameter;
    attain_parameter_init(&parameter);
    for (size_t i = 0; attain_method_parameter(at->kind, out->method, i,
                                               &parameter, NULL) == ATTAIN_OK;
         i++) {
        if (attain_i_text_is(name, length, parameter.name)) {
            *found =
                (place){&out->parameters[i], parameter.low, parameter.high};
            return 1;
        }
    }
    return 0;
}

static int find_input(const attain_i_naming *at, const char *name,
                      size_t length, attain_i_chosen *out, place *found) {
    if (at->kind != ATTAIN_METHOD_PROGRESS)
        return 0;
    size_t count = attain_progress_input_count(out->method, NULL);
    for (size_t i = 0; i < count; i++) {
        if (attain_i_text_is(name, length,
                             attain_progress_input_name(out->method, i))) {
            *found = (place){&out->inputs[i], -INFINITY, INFINITY};
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

static void read_parameter(const attain_i_naming *at, const char *text,
                           size_t length, attain_i_chosen *out) {
    static const char form[] = "parameters are written name=number";
    static const char field[] = "parameters";
    const char *sign = memchr(text, '=', length);
    place found;
    double value;
    if (sign == NULL) {
        attain_i_naming_tell(at, ATTAIN_ERR_TEXT, field, form, text, length);
        return;
    }
    const char *name = text;
    const char *number = sign + 1;
    size_t name_length = (size_t)(sign - text);
    size_t number_length = length - name_length - 1;
    trim(&name, &name_length);
    trim(&number, &number_length);
    if (!find_parameter(at, name, name_length, out, &found) &&
        !find_input(at, name, name_length, out, &found))
        attain_i_naming_tell(at, ATTAIN_ERR_UNKNOWN, field,
                             "the method has no such parameter", name,
                             name_length);
    else if (attain_number_parse(number, number_length, &value, NULL) !=
             ATTAIN_OK)
        attain_i_naming_tell(at, ATTAIN_ERR_TEXT, field, form, text, length);
    else if (!(value >= found.low && value <= found.high))
        attain_i_naming_tell(at, ATTAIN_ERR_VALUE, field,
                             "the parameter is out of its range", text, length);
    else if (!isnan(*found.out))
        attain_i_naming_tell(at, ATTAIN_ERR_DUPLICATE, field,
                             "the parameter is there already", text, length);
    else
        *found.out = value;
}

/* Those that have to be given. */
static void check_needed(const attain_i_naming *at,
                         const attain_i_chosen *chosen) {
    attain_parameter parameter;
    attain_parameter_init(&parameter);
    for (size_t i = 0; attain_method_parameter(at->kind, chosen->method, i,
                                               &parameter, NULL) == ATTAIN_OK;
         i++) {
        if (isnan(parameter.standard) && isnan(chosen->parameters[i]))
            attain_i_report_error(at->reporter, ATTAIN_ERR_MISSING, at->table,
                                  at->row, "parameters",
                                  "%s needs its parameter %s: %s", at->method,
                                  parameter.name, parameter.description);
    }
}

void attain_i_parameters_read(const attain_i_naming *at, int32_t method,
                              attain_i_chosen *out) {
    const char *rest = at->parameters;
    const char *end = attain_i_given(rest) ? rest + strlen(rest) : NULL;
    const char *text;
    size_t length;
    out->method = method;
    out->reserved = 0;
    for (int i = 0; i < ATTAIN_I_MOST_PARAMETERS; i++)
        out->parameters[i] = (double)NAN;
    for (int i = 0; i < ATTAIN_I_MOST_INPUTS; i++)
        out->inputs[i] = (double)NAN;
    if (end != NULL && method < 0 && !attain_i_given(at->method))
        attain_i_naming_tell(at, ATTAIN_ERR_VALUE, "parameters",
                             "parameters are those of a method: name it", rest,
                             strlen(rest));
    if (method < 0)
        return;
    size_t errors = at->reporter->errors;
    while (end != NULL && attain_i_list_next(&rest, end, &text, &length))
        read_parameter(at, text, length, out);
    if (at->reporter->errors == errors)
        check_needed(at, out);
}
